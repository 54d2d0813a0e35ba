//! Months, quarters and tertials as people and programs write them.

use super::DateForm;
use super::date::{Fit, Parts, digits, fit, is_one_of, parse, without_time, year};
use super::text::{fold, is_blank, is_letter};
use crate::quantity::Month;

/// How much of a year values are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Four months.
    Tertial,
}

impl Length {
    /// How many months it has.
    #[must_use]
    pub const fn months(self) -> i8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Tertial => 4,
        }
    }
}

/// What stands beside the number of a quarter, or of a tertial.
const PARTS: [(Length, &str); 2] =
    [(Length::Quarter, "k|q|kv|kvartal|kvartalet|quarter|quartal|qtr"), (Length::Tertial, "t|ter|tert|tertial|tertialet")];

/// A cell of a column of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthCell {
    /// A month with its year.
    Dated(Month),
    /// 1–12, its year elsewhere.
    OfYear(i8),
    /// The quarter or tertial that begins with the month.
    Part(Length, Month),
    /// Its number, its year elsewhere.
    PartOfYear(Length, i8),
}

/// The (trimmed) cell as a month: `2024-03`, `202403`, `mars 2024`, `mar-24`, `2024-MAR`, `2024M03`, `03/2024`, a date in it, or `mars`, `3`;
/// or as a quarter or tertial: `2024K1`, `Q1 2024`, `kvartal 1`, `T2 2024`.
pub(super) fn month(cell: &str) -> Option<MonthCell> {
    let cell = without_time(cell);
    let Some(parts) = Parts::of(cell).or_else(|| Parts::of(&cell.replacen(['M', 'm'], "-", 1))) else { return part(cell) };
    let [first, second, _] = parts.numbers;
    let dated = |year: i32, month: i32| Some(MonthCell::Dated(plausible(year, month)?));
    match (parts.count, parts.name) {
        (1, None) if first.1 == 6 => dated(first.0 / 100, first.0 % 100),
        (1, _) if first.1 <= 2 => i8::try_from(first.0).ok().filter(|month| (1..=12).contains(month)).map(MonthCell::OfYear),
        (2, None) if first.1 == 4 && second.1 <= 2 => dated(first.0, second.0),
        (2, None) if second.1 == 4 && first.1 <= 2 => dated(second.0, first.0),
        (2, Some(0)) => dated(year(second)?, first.0),
        (2, Some(_)) if first.1 == 4 => dated(first.0, second.0),
        _ => {
            // `01/03/2024` could be two months
            let date = match fit(cell) {
                Fit::Only(form @ (DateForm::YearFirst | DateForm::DayFirst)) => parse(cell, form)?,
                Fit::Same => parse(cell, DateForm::DayFirst)?,
                _ => return None,
            };
            Some(MonthCell::Dated(date.month()))
        }
    }
}

/// The month, in a year that may be meant.
fn plausible(year: i32, month: i32) -> Option<Month> {
    let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
    ((1..=12).contains(&month) && (1900..=2999).contains(&year)).then(|| Month::from_year_month(year, month))
}

/// `2024K1`, `2024-Q1`, `kv 1 2024`, `1. Quartal 2024`, `K1`, `Tertial 1 2024`.
fn part(cell: &str) -> Option<MonthCell> {
    let (mut rest, mut named, mut number, mut of_year) = (cell, None, None, None);
    while let Some(first) = rest.chars().next() {
        let run = |keep: fn(char) -> bool| rest.find(|char| !keep(char)).unwrap_or(rest.len());
        let (figures, word) = (run(|char| char.is_ascii_digit()), run(is_letter));
        let end = figures.max(word).max(if figures + word == 0 { first.len_utf8() } else { 0 });
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        if word > 0 {
            let word = fold(piece);
            match PARTS.iter().find(|(_, words)| is_one_of(words, &word)) {
                Some((length, _)) if named.is_none() => named = Some(*length),
                // `1:a kvartalet`
                None if matches!(word.as_str(), "a" | "st") && number.is_some() => {}
                _ => return None,
            }
        } else if figures == 1 && number.is_none() {
            number = digits(piece.as_bytes()).filter(|number| (1..=4).contains(number)).map(Some)?;
        } else if figures > 0 && of_year.is_none() {
            of_year = Some(year((digits(piece.as_bytes())?, figures))?);
        } else if figures > 0 || !(is_blank(first) || matches!(first, '-' | '–' | '.' | '/' | ':' | ',' | '(' | ')')) {
            return None;
        }
    }
    let (length, number) = (named?, i8::try_from(number?).ok()?);
    let first = first_month(length, number)?;
    match of_year {
        Some(year) => plausible(year, i32::from(first)).map(|month| MonthCell::Part(length, month)),
        None => Some(MonthCell::PartOfYear(length, number)),
    }
}

/// The month, 1–12, with which the part of that number begins, if a year has so many of them.
pub(super) const fn first_month(length: Length, number: i8) -> Option<i8> {
    let first = number.saturating_mul(length.months()).saturating_sub(length.months() - 1);
    if first >= 1 && first <= 12 { Some(first) } else { None }
}

/// The (trimmed) cell as a year of four digits.
pub(super) fn year_alone(cell: &str) -> Option<i16> {
    let year = digits(cell.as_bytes()).filter(|_| cell.len() == 4)?;
    i16::try_from(year).ok().filter(|year| (1900..=2999).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_in_each_form() {
        let first = Some(MonthCell::Part(Length::Quarter, Month::from_year_month(2024, 1)));
        let second = Some(MonthCell::Part(Length::Tertial, Month::from_year_month(2024, 5)));
        let march = Some(MonthCell::Dated(Month::from_year_month(2024, 3)));
        for (cell, expected) in [
            ("2024-03", march),
            ("2024-3", march),
            ("2024/03", march),
            ("202403", march),
            ("03/2024", march),
            ("03.2024", march),
            ("mars 2024", march),
            ("Mars 2024", march),
            ("mar-24", march),
            ("mar.-24", march),
            ("mars-24", march),
            ("2024-MAR", march),
            ("2024 mars", march),
            ("March 2024", march),
            ("2024M03", march),
            ("2024m3", march),
            ("2024-03-01", march),
            ("20240301", march),
            ("2024-03-01 00:00:00", march),
            ("1 mars 2024", march),
            ("01.03.2024", march),
            ("2021-APR", Some(MonthCell::Dated(Month::from_year_month(2021, 4)))),
            ("2019-OCT", Some(MonthCell::Dated(Month::from_year_month(2019, 10)))),
            ("2019-MAY", Some(MonthCell::Dated(Month::from_year_month(2019, 5)))),
            ("mars", Some(MonthCell::OfYear(3))),
            ("Maj", Some(MonthCell::OfYear(5))),
            ("dec", Some(MonthCell::OfYear(12))),
            ("3", Some(MonthCell::OfYear(3))),
            ("03", Some(MonthCell::OfYear(3))),
            ("13", None),
            ("0", None),
            ("2024", None),
            ("2024-13", None),
            ("januar 2024", Some(MonthCell::Dated(Month::from_year_month(2024, 1)))),
            ("Des-24", Some(MonthCell::Dated(Month::from_year_month(2024, 12)))),
            ("März 2024", march),
            ("Mrz 24", march),
            ("marts 2024", march),
            ("mars '24", march),
            ("mai", Some(MonthCell::OfYear(5))),
            ("Oktober", Some(MonthCell::OfYear(10))),
            ("2024K1", first),
            ("2024q1", first),
            ("2024-K1", first),
            ("2024 kv 1", first),
            ("K1 2024", first),
            ("Q1-24", first),
            ("Kvartal 1 2024", first),
            ("1:a kvartalet 2024", first),
            ("1. Quartal 2024", first),
            ("Kv. 1", Some(MonthCell::PartOfYear(Length::Quarter, 1))),
            ("Q4", Some(MonthCell::PartOfYear(Length::Quarter, 4))),
            ("T2 2024", second),
            ("2024 T2", second),
            ("2024T2", second),
            ("2024-T2", second),
            ("T2-24", second),
            ("Tertial 2 2024", second),
            ("2:a tertialet 2024", second),
            ("2024, tertial 2", second),
            ("Tertial 3", Some(MonthCell::PartOfYear(Length::Tertial, 3))),
            ("T1", Some(MonthCell::PartOfYear(Length::Tertial, 1))),
            ("T4", None),
            ("T1 K1", None),
            ("2024-T2:1", None),
            ("K5", None),
            ("K", None),
            ("K1 K2", None),
            ("kvartal 1 2 2024", None),
            ("dag 1", None),
            ("01/03/2024", None),
            ("ma", None),
            ("24 mars", None),
            ("marsipan", None),
            ("", None),
            ("totalt", None),
        ] {
            assert_eq!(month(cell), expected, "{cell:?}");
        }
    }
}
