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

/// How many characters of an identity number of our neighbours stand at the beginning, if one does.
pub(super) fn length(chars: &[char]) -> Option<usize> {
    let digits: Vec<u32> = chars.iter().map_while(|char| char.to_digit(10)).collect();
    let length = match digits.len() {
        6 => dated(chars, &digits)?,
        // `15070649C103`, `15 070649 C 103`
        8 | 2 => german(chars)?,
        11 if is_norwegian(&digits) || is_of_tax(&digits) => 11,
        _ => return None,
    };
    chars.get(length).is_none_or(|char| !is_of_word(*char)).then_some(length)
}

/// A number that begins with day, month and year: Danish (`DDMMYY-XXXX`, without a check digit since 2007; the day may be 60 higher),
/// Finnish (`DDMMYY-XXXC`, the sign being that of the century), or Norwegian in two parts (`DDMMYY XXXXX`).
fn dated(chars: &[char], date: &[u32]) -> Option<usize> {
    let (sign, rest) = chars.get(6..)?.split_first()?;
    let behind: Vec<u32> = rest.iter().map_while(|char| char.to_digit(10)).collect();
    if matches!(sign, ' ') {
        return is_norwegian(&[date, &behind].concat()).then_some(12);
    }
    if !is_day(date, 60) {
        return None;
    }
    if *sign == '-' && behind.len() == 4 {
        return Some(11);
    }
    let remainder = [date, behind.get(..3)?].concat().iter().fold(0, |rest, digit| (rest * 10 + digit) % 31);
    let check = |char: &char| FINNISH.get(remainder as usize).is_some_and(|check| char.eq_ignore_ascii_case(&char::from(*check)));
    let is_century = CENTURIES.iter().any(|century| sign.eq_ignore_ascii_case(&char::from(*century)));
    (is_century && rest.get(3).is_some_and(check)).then_some(11)
}

/// Whether it begins with a day and a month; the day may be so much higher.
fn is_day(digits: &[u32], higher: u32) -> bool {
    let [first, second, third, fourth, ..] = *digits else { return false };
    let (day, month) = (first * 10 + second, third * 10 + fourth);
    (1..=12).contains(&month) && ((1..=31).contains(&day) || (1 + higher..=31 + higher).contains(&day))
}

/// Eleven digits, the last two of them check digits by 11; the day may be 40 higher.
fn is_norwegian(digits: &[u32]) -> bool {
    let weighed = |weights: &[u32]| weights.iter().zip(digits).map(|(weight, digit)| weight * digit).sum::<u32>() % 11;
    digits.len() == 11
        && is_day(digits, 40)
        && weighed(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) == 0
        && weighed(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0
}

/// A German tax number: eleven digits, not 0 at first, one digit twice or three times among the first ten, the last by ISO 7064 (11, 10).
fn is_of_tax(digits: &[u32]) -> bool {
    let [first @ .., last] = digits else { return false };
    let times = |digit: u32| first.iter().filter(|other| **other == digit).count();
    let (missing, most) = (0..10).fold((0, 0), |(missing, most), digit| (missing + usize::from(times(digit) == 0), most.max(times(digit))));
    let product = first.iter().fold(10, |product, digit| {
        let sum = (digit + product) % 10;
        (if sum == 0 { 20 } else { sum * 2 }) % 11
    });
    first.first() != Some(&0) && matches!((missing, most), (1, 2) | (2, 3)) && (11 - product) % 10 == *last
}

/// A German number of pension insurance: area, date of birth (which may be incomplete), the letter of the name, serial number, check digit.
fn german(chars: &[char]) -> Option<usize> {
    const WEIGHTS: [u32; 12] = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
    let spaced = chars.get(2) == Some(&' ');
    let mut digits: Vec<u32> = Vec::new();
    let mut at = 0;
    for (place, blank) in [(2, spaced), (6, spaced), (1, spaced), (3, false)] {
        for char in chars.get(at..at + place)? {
            match (place, char.to_digit(10)) {
                (1, None) if char.is_ascii_alphabetic() => {
                    let letter = u32::from(char.to_ascii_uppercase()) - u32::from('A') + 1;
                    digits.extend([letter / 10, letter % 10]);
                }
                (2.., Some(digit)) => digits.push(digit),
                _ => return None,
            }
        }
        at += place;
        if blank {
            (chars.get(at) == Some(&' ')).then_some(())?;
            at += 1;
        }
    }
    let crossed = |(digit, weight): (&u32, u32)| (digit * weight) / 10 + (digit * weight) % 10;
    let sum: u32 = digits.iter().zip(WEIGHTS).map(crossed).sum();
    (digits.last() == Some(&(sum % 10))).then_some(at)
}

/// Whether the last of the ten digits of a Swedish number is its check digit, by Luhn.
pub(super) fn is_swedish(chars: &[char]) -> bool {
    let digits: Vec<u32> = chars.iter().filter_map(|char| char.to_digit(10)).collect();
    let Some(ten) = digits.len().checked_sub(10).and_then(|from| digits.get(from..)) else { return false };
    let doubled = |(at, digit): (usize, &u32)| if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    ten.iter().enumerate().map(doubled).sum::<u32>() % 10 == 0
}
