//! Identity numbers of our neighbours, and check digits.
//!
//! Germany: pension insurance by `VKVV` 2 § (6), as it reads in the law; the tax number by `ISO` 7064, from memory. Finland: the remainder
//! by 31 as the Digital and Population Data Services Agency describes it, the signs of the centuries from memory. Norway
//! (Skatteetaten) and Denmark (`CPR-kontoret`): from memory. What is from memory holds for numbers published as examples and is not
//! verified at its source.

use super::text::is_of_word;

/// The check characters of a Finnish number, by the remainder of the division by 31.
const FINNISH: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// The centuries of a Finnish number: 1800s, 1900s, 2000s.
const CENTURIES: &[u8] = b"+-YXWVUABCDEF";

/// The digits of a number, as far as they have come: none here has more than twelve.
#[derive(Default)]
struct Digits {
    all: [u32; 12],
    count: usize,
}

impl Digits {
    /// Takes the digits at the beginning; says how many they are.
    fn take(&mut self, chars: &[char]) -> usize {
        let before = self.count;
        for digit in chars.iter().map_while(|char| char.to_digit(10)) {
            self.push(digit);
        }
        self.count - before
    }

    /// One too many is none of a number that we know.
    fn push(&mut self, digit: u32) {
        if let Some(place) = self.all.get_mut(self.count) {
            *place = digit;
        }
        self.count += 1;
    }

    /// The sum of the digits times their weights, or of the digits of these products.
    fn weighed(&self, weights: &[u32], crossed: bool) -> u32 {
        let product = |(weight, digit): (&u32, &u32)| weight * digit;
        let products = weights.iter().zip(&self.all).map(product);
        products.map(|product| if crossed { product / 10 + product % 10 } else { product }).sum()
    }

    /// Whether it begins with a day and a month; the day may be so much higher.
    const fn is_day(&self, higher: u32) -> bool {
        let [first, second, third, fourth, ..] = self.all;
        let (day, month) = (first * 10 + second, third * 10 + fourth);
        1 <= month && month <= 12 && (1 <= day && day <= 31 || higher < day && day <= 31 + higher)
    }
}

/// How many characters of an identity number of our neighbours stand at the beginning, if one does.
pub(super) fn length(chars: &[char]) -> Option<usize> {
    let mut digits = Digits::default();
    let length = match digits.take(chars) {
        6 => dated(chars, digits)?,
        // `15070649C103`, `15 070649 C 103`
        8 | 2 => german(chars)?,
        11 if is_norwegian(&digits) || is_of_tax(&digits) => 11,
        _ => return None,
    };
    chars.get(length).is_none_or(|char| !is_of_word(*char)).then_some(length)
}

/// A number that begins with day, month and year: Danish (`DDMMYY-XXXX`, without a check digit since 2007; the day may be 60 higher),
/// Finnish (`DDMMYY-XXXC`, the sign being that of the century), or Norwegian in two parts (`DDMMYY XXXXX`).
fn dated(chars: &[char], mut digits: Digits) -> Option<usize> {
    let (sign, rest) = chars.get(6..)?.split_first()?;
    let behind = digits.take(rest);
    if *sign == ' ' {
        return is_norwegian(&digits).then_some(12);
    }
    if !digits.is_day(60) {
        return None;
    }
    if *sign == '-' && behind == 4 {
        return Some(11);
    }
    if behind < 3 {
        return None;
    }
    let remainder = digits.all[..9].iter().fold(0, |rest, digit| (rest * 10 + digit) % 31);
    let same = |char: char, byte: u8| char.eq_ignore_ascii_case(&char::from(byte));
    let is_century = CENTURIES.iter().any(|century| same(*sign, *century));
    (is_century && same(*rest.get(3)?, FINNISH[remainder as usize % 31])).then_some(11)
}

/// Eleven digits, the last two of them check digits by 11; the day may be 40 higher.
fn is_norwegian(digits: &Digits) -> bool {
    digits.count == 11
        && digits.is_day(40)
        && digits.weighed(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1], false).is_multiple_of(11)
        && digits.weighed(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], false).is_multiple_of(11)
}

/// A German tax number: eleven digits, not 0 at first, one digit twice or three times among the first ten, the last by ISO 7064 (11, 10).
fn is_of_tax(digits: &Digits) -> bool {
    let (mut times, mut product) = ([0; 10], 10);
    for digit in &digits.all[..10] {
        times[*digit as usize % 10] += 1;
        let sum = (digit + product) % 10;
        product = (if sum == 0 { 20 } else { sum * 2 }) % 11;
    }
    let (mut missing, mut most) = (0, 0);
    for times in times {
        missing += u32::from(times == 0);
        most = most.max(times);
    }
    digits.all[0] != 0 && matches!((missing, most), (1, 2) | (2, 3)) && (11 - product) % 10 == digits.all[10]
}

/// A German number of pension insurance: area, date of birth (which may be incomplete), the letter of the name, serial number, check digit.
fn german(chars: &[char]) -> Option<usize> {
    let mut digits = Digits::default();
    let blank = usize::from(chars.get(2) == Some(&' '));
    let (date, name) = (2 + blank, 8 + 2 * blank);
    let serial = name + 1 + blank;
    let set_off = blank == 0 || chars.get(name - 1) == Some(&' ') && chars.get(name + 1) == Some(&' ');
    let letter = chars.get(name).filter(|char| set_off && char.is_ascii_alphabetic())?;
    let number = u32::from(letter.to_ascii_uppercase()) - u32::from('A') + 1;
    if digits.take(&chars[..2]) + digits.take(&chars[date..date + 6]) != 8 {
        return None;
    }
    digits.push(number / 10);
    digits.push(number % 10);
    let last = chars.get(serial + 2)?.to_digit(10)?;
    let whole = digits.take(&chars[serial..serial + 2]) == 2;
    (whole && digits.weighed(&[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1], true) % 10 == last).then_some(serial + 3)
}

/// Whether the last of the ten digits of a Swedish number is its check digit, by Luhn.
pub(super) fn is_swedish(chars: &[char]) -> bool {
    let mut digits = Digits::default();
    let mut left = chars.iter().filter(|char| char.is_ascii_digit()).count();
    for digit in chars.iter().filter_map(|char| char.to_digit(10)) {
        if left <= 10 {
            digits.push(digit);
        }
        left -= 1;
    }
    digits.count == 10 && digits.weighed(&[2, 1, 2, 1, 2, 1, 2, 1, 2, 1], true) % 10 == 0
}
