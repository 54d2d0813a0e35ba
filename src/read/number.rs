//! Numbers as people and programs write them: `1 234,5`, `1.234,50`, `1,234.5`, `−5`, `5,02 %`, `12 tkr`, `7:30`, `1/4`, `halv`.

use super::NumberForm;
use super::text::{fold, trim};

/// No number of this field comes near it, either way: a larger one is a slip of a program, and sums of it would be infinite.
pub(super) const LARGEST: f64 = 1e12;

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing.
    Bare,
    /// A per cent sign: the number is not yet divided.
    Percent,
    /// Kronor, or thousands or millions of them: the number is already multiplied.
    Kronor,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// So many people or pieces.
    Pieces,
}

/// Words behind a number: what they mean and by what to multiply. Crowns of other countries and euros are no kronor.
#[rustfmt::skip] // a unit, a line
const UNITS: &[(&str, Unit, f64)] = &[
    ("%|procent|percent|prosent|prozent", Unit::Percent, 1.0),
    ("kr|kr.|kronor|sek|:-", Unit::Kronor, 1.0),
    ("tkr|tkr.|kkr|tsek|ksek", Unit::Kronor, 1e3),
    ("mkr|mnkr|msek|mkr.", Unit::Kronor, 1e6),
    ("h|tim|tim.|timmar|timme|hours|hrs|timer|std|std.|stunden", Unit::Hours, 1.0),
    ("d|dgr|dgr.|dag|dagar|days|dager|dage|tage", Unit::Days, 1.0),
    ("st|st.|pers|pers.|personer", Unit::Pieces, 1.0),
];

/// Extents written as words or signs.
const EXTENT_WORDS: &[(&str, f64)] = &[
    ("hel|heltid|hel dag|full|full tid|full time|whole|fuld|fuldtid|ganz|vollzeit", 1.0),
    ("¾|tre fjärdedelar|trefjärdedels", 0.75),
    ("½|halv|halvtid|halv dag|half|half time|halb|halbtags", 0.5),
    ("¼|en fjärdedel|kvart|kvartstid", 0.25),
];

/// A number and what stood behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    pub unit: Unit,
}

/// Which convention a cell fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// There is no number: blank, `-`, `..`.
    Nothing,
    /// Either, with the same value.
    Same,
    /// Decimal comma alone.
    Comma,
    /// Decimal point alone.
    Point,
    /// Either, with different values: `1,234`.
    Either,
    /// It is no number.
    Neither,
}

/// Whether the (trimmed) cell stands for "nothing": blank, `-`, `.`, `..`.
pub(super) fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "-" | "." | ".." | "..." | "…" | "–" | "—" | "−")
}

/// Which convention the cell fits.
pub(super) fn fit(cell: &str) -> Fit {
    let cell = trim(cell);
    if is_nothing(cell) {
        return Fit::Nothing;
    }
    match (parse(cell, NumberForm::DecimalComma), parse(cell, NumberForm::DecimalPoint)) {
        (Some(comma), Some(point)) if comma == point => Fit::Same,
        (Some(_), Some(_)) => Fit::Either,
        (Some(_), None) => Fit::Comma,
        (None, Some(_)) => Fit::Point,
        (None, None) => Fit::Neither,
    }
}

/// The (trimmed) cell by the convention.
pub(super) fn parse(cell: &str, form: NumberForm) -> Option<Number> {
    let number = if let Some(value) = plain(cell.as_bytes(), form) {
        Number { value, unit: Unit::Bare }
    } else {
        let (body, unit, factor) = without_unit(cell);
        let (body, negative) = without_sign(body);
        let value = grouped(body, form)? * factor;
        Number { value: if negative { -value } else { value }, unit }
    };
    (number.value.abs() <= LARGEST).then_some(number)
}

/// Digits with at most one decimal sign among them: nearly every cell.
fn plain(bytes: &[u8], form: NumberForm) -> Option<f64> {
    let decimal = match form {
        NumberForm::DecimalComma => b',',
        NumberForm::DecimalPoint => b'.',
    };
    if bytes.is_empty() || bytes.len() > 15 || !bytes[bytes.len() - 1].is_ascii_digit() {
        return None;
    }
    let (mut digits, mut fraction) = (0_u64, None);
    for &byte in bytes {
        if byte.is_ascii_digit() {
            digits = digits * 10 + u64::from(byte - b'0');
            fraction = fraction.map(|places| places + 1);
        } else if byte == decimal && fraction.is_none() {
            fraction = Some(0);
        } else {
            return None;
        }
    }
    Some(scaled(digits, fraction.unwrap_or(0)))
}

/// The digits, so many of which stand behind the decimal sign: the nearest number there is, for up to fifteen of them.
fn scaled(digits: u64, fraction: usize) -> f64 {
    const TENTHS: [f64; 18] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17];
    #[allow(clippy::cast_precision_loss)] // what is lost has no weight
    let digits = digits as f64;
    digits / TENTHS[fraction.min(TENTHS.len() - 1)]
}

/// What stands behind the number of the (trimmed) cell.
pub(super) fn unit(cell: &str) -> Option<Unit> {
    parse(cell, NumberForm::DecimalComma).or_else(|| parse(cell, NumberForm::DecimalPoint)).map(|number| number.unit)
}

fn without_unit(cell: &str) -> (&str, Unit, f64) {
    let is_number = |char: char| char.is_ascii_digit() || matches!(char, '-' | '−');
    let end = cell.rfind(is_number).map_or(0, |last| last + cell[last..].chars().next().map_or(0, char::len_utf8));
    let (body, word) = cell.split_at(end);
    // `:-` ends in a minus sign
    let (body, word) = if cell.ends_with(":-") { cell.split_at(cell.len() - 2) } else { (body, word) };
    let word = trim(word);
    if word.is_empty() {
        return (cell, Unit::Bare, 1.0);
    }
    let unit = UNITS.iter().find(|(names, ..)| names.split('|').any(|name| word.eq_ignore_ascii_case(name)));
    unit.map_or((cell, Unit::Bare, 1.0), |&(_, unit, factor)| (trim(body), unit, factor))
}

fn without_sign(body: &str) -> (&str, bool) {
    const MINUS: [char; 3] = ['-', '−', '–'];
    match body.strip_prefix(MINUS).or_else(|| body.strip_suffix(MINUS)) {
        Some(rest) => (trim(rest), true),
        None => (trim(body.strip_prefix('+').unwrap_or(body)), false),
    }
}

/// Digits, perhaps in groups of three, and perhaps a decimal part.
fn grouped(body: &str, form: NumberForm) -> Option<f64> {
    let (decimal, thousands) = match form {
        NumberForm::DecimalComma => (',', '.'),
        NumberForm::DecimalPoint => ('.', ','),
    };
    let (whole, fraction) = match body.split_once(decimal) {
        Some((_, "")) => return None,
        Some((whole, fraction)) => (whole, fraction),
        None if body.is_empty() => return None,
        None => (body, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let begins_with_zero = whole.starts_with('0');
    let (mut digits, mut group, mut separator) = (0_u64, 0, None);
    for char in whole.chars() {
        if let Some(digit) = char.to_digit(10) {
            digits = digits.saturating_mul(10).saturating_add(digit.into());
            group += 1;
            continue;
        }
        // all blanks are one separator; `1 234` never begins with 0, nor has it groups of another length than three
        let sign = if matches!(char, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’') { ' ' } else { char };
        let first = separator.is_none() && (1..=3).contains(&group) && !begins_with_zero;
        let next = separator == Some(sign) && group == 3;
        if !matches!(sign, ' ') && sign != thousands || !(first || next) {
            return None;
        }
        separator = Some(sign);
        group = 0;
    }
    if separator.is_some() && group != 3 {
        return None;
    }
    // seventeen digits are all that a number holds; what is beyond them behind the decimal sign has no weight
    let mut places = 0;
    for digit in fraction.bytes().take(17) {
        if digits >= 10_u64.pow(16) {
            break;
        }
        digits = digits * 10 + u64::from(digit - b'0');
        places += 1;
    }
    Some(scaled(digits, places))
}

/// Hours written as `7:30`.
pub(super) fn clock(cell: &str) -> Option<f64> {
    let (hours, minutes) = cell.split_once(':')?;
    let (hours, negative) = without_sign(hours);
    let hours = plain(hours.as_bytes(), NumberForm::DecimalComma).filter(|_| !hours.contains(','))?;
    let minutes: u8 = minutes.parse().ok().filter(|_| minutes.len() == 2)?;
    let value = hours + f64::from(minutes) / 60.0;
    (minutes < 60 && value <= LARGEST).then_some(if negative { -value } else { value })
}

/// A cell of a column that holds shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// It says itself what share it is: `25 %`, `1/4`, `halv`.
    Share(f64),
    /// A number that is a fraction or a percentage, as the column has it.
    Bare(f64),
}

/// The (trimmed) cell as a share. Both signs are decimal here: a thousand has no place among shares.
pub(super) fn part(cell: &str) -> Option<Part> {
    let form = if cell.contains(',') { NumberForm::DecimalComma } else { NumberForm::DecimalPoint };
    match parse(cell, form) {
        Some(Number { value, unit: Unit::Percent }) => return Some(Part::Share(hundredth(value))),
        Some(Number { value, unit: Unit::Bare }) => return Some(Part::Bare(value)),
        Some(_) => return None,
        None => {}
    }
    if let Some((over, under)) = cell.split_once('/') {
        let (over, under): (u8, u8) = (over.trim().parse().ok()?, under.trim().parse().ok()?);
        return (under > 0).then(|| Part::Share(f64::from(over) / f64::from(under)));
    }
    let word = fold(cell);
    EXTENT_WORDS.iter().find(|(names, _)| names.split('|').any(|name| name == word)).map(|&(_, share)| Part::Share(share))
}

/// Of a percentage, the share: 5.02 is 0.0502 and not a hair less.
pub(super) fn hundredth(percent: f64) -> f64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // what is lost is seen by comparing
    let millionths = (percent * 1e6 + 0.5) as i64 as f64;
    #[allow(clippy::float_cmp)]
    if millionths / 1e6 == percent { millionths / 1e8 } else { percent / 100.0 }
}

/// A number that stands alone, as in a number field of the page: `1234,5`, `1 234,5`, `1234.5`, `−5`, `5 %` (which is 5), `12 tkr`.
///
/// There is no column to find the convention from. A lone comma or point is the decimal sign, unless it stands where a separator
/// of thousands would (`30.000`, `1,234`): that may be thirty thousand or thirty, so it is no number, and whoever asked must ask
/// again. A sign that is repeated, or followed by the other one, separates thousands.
///
/// ```
/// use barkraft::read::read_number;
/// assert_eq!(read_number("1 234,5"), Some(1234.5));
/// assert_eq!(read_number("1.234,5"), Some(1234.5));
/// assert_eq!(read_number("0,125"), Some(0.125));
/// assert_eq!(read_number("30 000"), Some(30_000.0));
/// assert_eq!(read_number("30.000"), None);
/// assert_eq!(read_number("some"), None);
/// ```
#[must_use]
pub fn read_number(text: &str) -> Option<f64> {
    let text = trim(text);
    let form = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(point)) if comma < point => NumberForm::DecimalPoint,
        (Some(comma), None) if text.find(',') != Some(comma) => NumberForm::DecimalPoint,
        (None, Some(point)) if text.find('.') == Some(point) => NumberForm::DecimalPoint,
        _ => NumberForm::DecimalComma,
    };
    let number = parse(text, form)?;
    // a per cent in thousands does not occur
    (number.unit == Unit::Percent || !may_be_thousands(text)).then_some(number.value)
}

/// Whether a lone comma or point stands where it may be decimal as well as separate thousands.
fn may_be_thousands(text: &str) -> bool {
    let (body, _) = without_sign(without_unit(text).0);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = body.split_once([',', '.']);
    parts.is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len()) && !whole.starts_with('0') && digits(whole) && rest.len() == 3 && digits(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::float_cmp)] // the very number is expected
    fn numbers_are_read_by_either_convention() {
        for (cell, comma, point) in [
            ("0", Some(0.0), Some(0.0)),
            ("1234", Some(1234.0), Some(1234.0)),
            ("1234,5", Some(1234.5), None),
            ("1234.5", None, Some(1234.5)),
            ("1 234,5", Some(1234.5), None),
            ("1\u{a0}234,5", Some(1234.5), None),
            ("1\u{202f}234\u{202f}567", Some(1_234_567.0), Some(1_234_567.0)),
            ("12 34", None, None),
            ("1 234.567", None, Some(1234.567)),
            ("1.234,50", Some(1234.5), None),
            ("1,234.5", None, Some(1234.5)),
            ("1.234.567", Some(1_234_567.0), None),
            ("1,234,567", None, Some(1_234_567.0)),
            ("1.234 567", None, None),
            ("1,234", Some(1.234), Some(1234.0)),
            ("239.554", Some(239_554.0), Some(239.554)),
            ("1234.567", None, Some(1234.567)),
            ("0.250", None, Some(0.25)),
            ("0,250", Some(0.25), None),
            (",5", Some(0.5), None),
            (".5", None, Some(0.5)),
            ("5,", None, None),
            ("-12,5", Some(-12.5), None),
            ("−12,5", Some(-12.5), None),
            ("12,5-", Some(-12.5), None),
            ("- 1 234", Some(-1234.0), Some(-1234.0)),
            ("+3", Some(3.0), Some(3.0)),
            ("1 234,50 kr", Some(1234.5), None),
            ("1 234:-", Some(1234.0), Some(1234.0)),
            ("12 tkr", Some(12_000.0), Some(12_000.0)),
            ("1,2 mnkr", Some(1_200_000.0), None),
            ("8,5 tim", Some(8.5), None),
            ("8h", Some(8.0), Some(8.0)),
            ("5,02 %", Some(5.02), None),
            ("5.02 %", None, Some(5.02)),
            ("1'234.50", None, Some(1234.5)),
            ("1’234.50", None, Some(1234.5)),
            ("1\u{202f}234,5", Some(1234.5), None),
            ("1\u{2009}234,5", Some(1234.5), None),
            ("−1 234,5", Some(-1234.5), None),
            ("1 234,5−", Some(-1234.5), None),
            ("12,5 Std.", Some(12.5), None),
            ("3 tkr", Some(3000.0), Some(3000.0)),
            ("1 200 EUR", None, None),
            ("=SUM(A1:A3)", None, None),
            ("=A1*2", None, None),
            ("#VÄRDEFEL!", None, None),
            ("0,123456789012345678901", Some(0.123_456_789_012_345_68), None),
            ("1000000000000", Some(1e12), Some(1e12)),
            ("1000000000001", None, None),
            ("-1 000 000 000 001", None, None),
            ("1000001 mnkr", None, None),
            ("12345678901234567890", None, None),
            ("999999999999999999999999999999999999999999999999999999", None, None),
            ("", None, None),
            ("abc", None, None),
            ("1a2", None, None),
            ("1 2 3", None, None),
            ("###", None, None),
            ("=SUM(A1)", None, None),
            ("kr", None, None),
            ("NaN", None, None),
            ("1e5", None, None),
            ("--5", None, None),
        ] {
            assert_eq!(parse(cell, NumberForm::DecimalComma).map(|number| number.value), comma, "{cell:?} by comma");
            assert_eq!(parse(cell, NumberForm::DecimalPoint).map(|number| number.value), point, "{cell:?} by point");
        }
    }

    #[test]
    fn a_cell_tells_which_convention_it_fits() {
        for (cell, expected) in [
            ("12", Fit::Same),
            (" 1 234 ", Fit::Same),
            ("12,5", Fit::Comma),
            ("12.5", Fit::Point),
            ("1.234,5", Fit::Comma),
            ("239.554", Fit::Either),
            ("1,234", Fit::Either),
            ("0.250", Fit::Point),
            ("", Fit::Nothing),
            ("-", Fit::Nothing),
            ("..", Fit::Nothing),
            (" . ", Fit::Nothing),
            ("–", Fit::Nothing),
            ("x", Fit::Neither),
            ("####", Fit::Neither),
        ] {
            assert_eq!(fit(cell), expected, "{cell:?}");
        }
    }

    #[test]
    #[allow(clippy::float_cmp)]
    fn shares_are_read_with_either_decimal_sign() {
        for (cell, expected) in [
            ("100", Some(Part::Bare(100.0))),
            ("25,00", Some(Part::Bare(25.0))),
            ("0.250", Some(Part::Bare(0.25))),
            ("1.000", Some(Part::Bare(1.0))),
            ("25 %", Some(Part::Share(0.25))),
            ("25%", Some(Part::Share(0.25))),
            ("5,02 %", Some(Part::Share(0.0502))),
            ("1/4", Some(Part::Share(0.25))),
            ("1/0", None),
            ("Halv", Some(Part::Share(0.5))),
            ("hel", Some(Part::Share(1.0))),
            ("½", Some(Part::Share(0.5))),
            ("HEL", Some(Part::Share(1.0))),
            ("3/4", Some(Part::Share(0.75))),
            ("Tre fjärdedelar", Some(Part::Share(0.75))),
            ("halbtags", Some(Part::Share(0.5))),
            ("100 prosent", Some(Part::Share(1.0))),
            ("0,25", Some(Part::Bare(0.25))),
            ("-25", Some(Part::Bare(-25.0))),
            ("8 tim", None),
            ("okänd", None),
        ] {
            assert_eq!(part(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn hours_may_be_written_as_a_clock_shows_them() {
        for (cell, expected) in [
            ("7:30", Some(7.5)),
            ("120:15", Some(120.25)),
            ("7:60", None),
            ("7:5", None),
            ("8", None),
            ("-1:30", Some(-1.5)),
            ("9999999999999:00", None),
        ] {
            assert_eq!(clock(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_number_that_stands_alone_has_a_decimal_sign_if_it_has_one_that_cannot_separate_thousands() {
        for (text, expected) in [
            ("1234,5", Some(1234.5)),
            ("1 234,5", Some(1234.5)),
            ("1\u{a0}234,5", Some(1234.5)),
            ("1\u{202f}234,5", Some(1234.5)),
            ("1234.5", Some(1234.5)),
            ("1,234", None),
            ("1.234", None),
            ("30.000", None),
            ("30,000", None),
            ("-30,000", None),
            ("30.000 kr", None),
            ("300,125", None),
            ("5,125 %", Some(5.125)),
            ("0,125", Some(0.125)),
            ("1234,567", Some(1234.567)),
            ("12,5", Some(12.5)),
            ("12,5000", Some(12.5)),
            ("30 000", Some(30_000.0)),
            ("1 234,567", Some(1234.567)),
            ("1.234,5", Some(1234.5)),
            ("1,234.5", Some(1234.5)),
            ("1.234.567", Some(1_234_567.0)),
            ("1,234,567", Some(1_234_567.0)),
            ("−5", Some(-5.0)),
            ("5 %", Some(5.0)),
            ("  38 000 kr ", Some(38_000.0)),
            ("", None),
            ("-", None),
            ("x", None),
        ] {
            assert_eq!(read_number(text), expected, "{text:?}");
        }
    }
}
