//! Numbers as the format of their cell means them: dates, per cent, hours; and all of their digits.

use std::fmt::Write;

use super::Refused;
use crate::quantity::Date;

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// A number.
    #[default]
    Plain,
    /// A share, shown as per cent.
    Percent,
    /// A day, and perhaps a time of it.
    Date,
    /// A time of day.
    Time,
    /// Hours beyond those of a day: `[h]:mm`.
    Duration,
}

/// 1970-01-01 as a number of the calendar that begins with 1900, and of the one that begins with 1904.
const FROM_1900: i32 = 25_569;
const FROM_1904: i32 = 24_107;
/// 9999-12-31.
const LAST_DAY: i32 = 2_958_465;

/// The letters that stand for parts of a date, in the languages that formats are written in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    /// Whether `t` stands for hours, as in Nordic languages, or for days, as in German.
    hours: &'static str,
    days: &'static str,
    years: &'static str,
    months: &'static str,
}

/// Those of files.
pub(super) const ENGLISH: Letters = Letters { hours: "h", days: "d", years: "ye", months: "m" };

impl Letters {
    /// Those of a language, by its number in Windows, as `LibreOffice` writes them on the clipboard.
    pub(super) fn of_language(language: u32) -> Self {
        match language & 0x3ff {
            0x06 | 0x14 | 0x1d => Self { hours: "ht", days: "d", years: "yå", months: "m" },
            0x07 => Self { hours: "h", days: "t", years: "j", months: "m" },
            0x0b => Self { hours: "ht", days: "p", years: "v", months: "k" },
            0x13 => Self { hours: "hu", days: "d", years: "j", months: "m" },
            _ => ENGLISH,
        }
    }
}

impl Format {
    /// A format that every spreadsheet has, by its number.
    pub(super) const fn built_in(number: u16) -> Self {
        match number {
            9 | 10 => Self::Percent,
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Self::Date,
            18..=21 | 32 | 33 | 45 | 47 => Self::Time,
            46 => Self::Duration,
            _ => Self::Plain,
        }
    }

    /// A format by its code, such as `yyyy\-mm\-dd` or `0.0 %`. Only the part for positive numbers is looked at.
    pub(super) fn of_code(code: &str, letters: Letters) -> Self {
        let code = code.to_lowercase();
        if ["general", "standard", "yleinen", "@"].iter().any(|name| code.starts_with(name)) {
            return Self::Plain;
        }
        let bare = bare(&code);
        let has = |letters: &str| bare.contains(|char| letters.contains(char));
        if code_has_running_hours(&code, letters) {
            Self::Duration
        } else if bare.contains('%') {
            Self::Percent
        } else if has("#?") {
            Self::Plain
        } else if has(letters.years) || has(letters.days) || has(letters.months) && !has(letters.hours) && !has("s") {
            Self::Date
        } else if has(letters.hours) || has("s") {
            Self::Time
        } else {
            Self::Plain
        }
    }
}

/// The letters of a code that mean something: without texts in quotation marks, characters behind `\`, `_` and `*`, and what
/// stands in brackets (colours, currencies, conditions).
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut chars = code.chars();
    while let Some(char) = chars.next() {
        match char {
            ';' => break,
            '"' => chars.by_ref().take_while(|&char| char != '"').for_each(drop),
            '[' => chars.by_ref().take_while(|&char| char != ']').for_each(drop),
            '\\' | '_' | '*' => drop(chars.next()),
            _ => bare.push(char),
        }
    }
    // `0.00E+00` is no date
    bare.replace("e+", "").replace("e-", "")
}

/// Whether hours, minutes or seconds stand in brackets: `[h]:mm`.
fn code_has_running_hours(code: &str, letters: Letters) -> bool {
    code.split('[').skip(1).filter_map(|part| part.split_once(']')).any(|(inner, _)| {
        let of = |letters: &str| !inner.is_empty() && inner.chars().all(|char| letters.contains(char));
        of(letters.hours) || of("m") || of("s")
    })
}

/// Writes numbers of a workbook. Days are kept once they have been written, as few workbooks have more than some thousands.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    from_1904: bool,
    days: Vec<(i32, [u8; 10])>,
}

const KEPT: usize = 4096;

impl Numbers {
    pub(super) fn new(from_1904: bool) -> Self {
        Self { from_1904, days: Vec::new() }
    }

    /// Writes a number of a file, given as its digits.
    #[inline]
    pub(super) fn digits(&mut self, digits: &[u8], format: Format, out: &mut Vec<u8>) {
        match format {
            Format::Plain if is_short(digits) => return out.extend_from_slice(digits),
            Format::Percent if is_short(digits) => return percent(digits, out),
            Format::Date => {
                if let Some(day) = whole_day(digits).and_then(|day| self.day(day)) {
                    return out.extend_from_slice(&day);
                }
            }
            _ => {}
        }
        match std::str::from_utf8(digits).ok().and_then(|digits| digits.trim().parse::<f64>().ok()) {
            Some(number) if number.is_finite() => self.number(number, format, out),
            _ => super::text::safe(digits, out),
        }
    }

    /// Writes a number.
    pub(super) fn number(&mut self, number: f64, format: Format, out: &mut Vec<u8>) {
        match format {
            Format::Plain => decimal(number, 0, out),
            Format::Percent => {
                decimal(number, 2, out);
                out.extend_from_slice(b" %");
            }
            Format::Duration => decimal((number * 86_400.0).round() / 3_600.0, 0, out),
            Format::Time if (0.0..1.0).contains(&number) => clock(seconds(number), out),
            Format::Date | Format::Time => {
                if self.moment(number, out).is_none() {
                    decimal(number, 0, out);
                }
            }
        }
    }

    /// A day and the time of it, midnight left out; `None` where no calendar has it.
    fn moment(&mut self, number: f64, out: &mut Vec<u8>) -> Option<()> {
        if !(0.0..=f64::from(LAST_DAY) + 1.0).contains(&number) {
            return None;
        }
        let whole = number.floor();
        let seconds = seconds(number - whole);
        #[allow(clippy::cast_possible_truncation)] // within the bounds above
        let day = whole as i32 + i32::from(seconds == 86_400);
        let written = self.day(day)?;
        out.extend_from_slice(&written);
        if !seconds.is_multiple_of(86_400) {
            out.push(b' ');
            clock(seconds, out);
        }
        Some(())
    }

    /// A day as `2024-03-01`. The calendar that begins with 1900 knows a 29 February of that year, which is no day.
    fn day(&mut self, day: i32) -> Option<[u8; 10]> {
        if self.days.is_empty() {
            self.days.resize(KEPT, (i32::MIN, [0; 10]));
        }
        let kept = self.days.get_mut(usize::try_from(day).ok()? % KEPT)?;
        if kept.0 != day {
            let since = match day {
                _ if self.from_1904 => day - FROM_1904,
                ..=0 | 60 => return None,
                _ => day - FROM_1900 + i32::from(day < 60),
            };
            *kept = (day, Date::from_days(since).to_string().into_bytes().try_into().ok()?);
        }
        Some(kept.1)
    }
}

/// The part of a day in seconds; up to 86 400.
fn seconds(part: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0–1 times 86 400
    let seconds = (part * 86_400.0).round() as u32;
    seconds
}

/// `08:30`, or `08:30:15`.
fn clock(seconds: u32, out: &mut Vec<u8>) {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = String::new();
    let _ = write!(text, "{hours:02}:{minutes:02}");
    if seconds > 0 {
        let _ = write!(text, ":{seconds:02}");
    }
    out.extend_from_slice(text.as_bytes());
}

/// Whether the digits can stand as they are: plain, and no longer than what a decimal number holds for certain.
#[inline]
fn is_short(digits: &[u8]) -> bool {
    let unsigned = digits.strip_prefix(b"-").unwrap_or(digits);
    if !(1..=15).contains(&unsigned.len()) || !unsigned[0].is_ascii_digit() {
        return false;
    }
    let mut points = 0;
    for &byte in unsigned {
        if byte == b'.' {
            points += 1;
        } else if !byte.is_ascii_digit() {
            return false;
        }
    }
    points < 2
}

/// A day without a time, as nearly every date is one.
#[inline]
fn whole_day(digits: &[u8]) -> Option<i32> {
    if !(1..=7).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let day = digits.iter().fold(0, |day, &digit| day * 10 + i32::from(digit - b'0'));
    (day <= LAST_DAY).then_some(day)
}

/// Writes a share given as digits that can stand as they are, as per cent: the point two places further on.
fn percent(digits: &[u8], out: &mut Vec<u8>) {
    let unsigned = digits.strip_prefix(b"-").unwrap_or(digits);
    let point = unsigned.iter().position(|&byte| byte == b'.').unwrap_or(unsigned.len());
    let (whole, part) = (&unsigned[..point], unsigned.get(point + 1..).unwrap_or_default());
    let place = |at: usize| part.get(at).copied().unwrap_or(b'0');
    let behind = part.get(2..).unwrap_or_default();
    let zeros = behind.iter().rev().take_while(|&&byte| byte == b'0').count();
    let behind = &behind[..behind.len() - zeros];
    if digits.len() > unsigned.len() && unsigned.iter().any(|byte| matches!(byte, b'1'..=b'9')) {
        out.push(b'-');
    }
    let start = out.len();
    for digit in whole.iter().copied().chain([place(0), place(1)]) {
        if digit != b'0' || out.len() > start {
            out.push(digit);
        }
    }
    if out.len() == start {
        out.push(b'0');
    }
    if !behind.is_empty() {
        out.push(b'.');
        out.extend_from_slice(behind);
    }
    out.extend_from_slice(b" %");
}

/// Writes all digits of a number times ten to the power of `shift`, with a decimal point and without an exponent.
pub(super) fn decimal(number: f64, shift: i32, out: &mut Vec<u8>) {
    if number == 0.0 {
        return out.push(b'0');
    }
    let text = format!("{number:e}"); // the fewest digits that give the number again
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
    let before = exponent.parse::<i32>().unwrap_or(0) + 1 + shift; // digits before the point
    if number < 0.0 {
        out.push(b'-');
    }
    let Some(before) = usize::try_from(before).ok().filter(|&before| before > 0) else {
        out.extend_from_slice(b"0.");
        out.resize(out.len() + usize::try_from(-before).unwrap_or(0), b'0');
        return out.extend_from_slice(&digits);
    };
    let (whole, part) = digits.split_at(before.min(digits.len()));
    out.extend_from_slice(whole);
    out.resize(out.len() + before - whole.len(), b'0');
    if !part.is_empty() {
        out.push(b'.');
        out.extend_from_slice(part);
    }
}

/// An ISO date or moment of a file as this module writes them: `2024-03-01T00:00:00` as `2024-03-01`.
pub(super) fn iso(text: &[u8], out: &mut Vec<u8>) {
    let text = text.strip_suffix(b"Z").unwrap_or(text);
    let (day, time) = match text.iter().position(|&byte| byte == b'T') {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, &[][..]),
    };
    super::text::safe(day, out);
    if time.iter().any(|&byte| matches!(byte, b'1'..=b'9')) {
        let whole = time.split(|&byte| byte == b'.' || byte == b',').next().unwrap_or_default();
        if !day.is_empty() {
            out.push(b' ');
        }
        super::text::safe(whole.strip_suffix(b":00").filter(|_| whole.len() == 8).unwrap_or(whole), out);
    }
}

/// A column by its letters, and a row by its number, both from 0: `B3` is row 2, column 1.
#[inline]
pub(super) fn place(reference: &[u8]) -> Result<(u32, u32), Refused> {
    let (mut column, mut row) = (0_u32, 0_u32);
    for &byte in reference {
        match byte {
            b'A'..=b'Z' => column = column * 26 + u32::from(byte - b'A') + 1,
            b'0'..=b'9' => row = row * 10 + u32::from(byte - b'0'),
            b'$' => {}
            _ => return Err(Refused::Broken),
        }
        if column > 0xffff || row > 0x0fff_ffff {
            return Err(Refused::Broken);
        }
    }
    match (row.checked_sub(1), column.checked_sub(1)) {
        (Some(row), Some(column)) => Ok((row, column)),
        _ => Err(Refused::Broken),
    }
}

#[cfg(test)]
mod tests;
