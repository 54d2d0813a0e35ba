//! Months, quarters, tertials and years that stand across: what the headings of a crosstab say.

use super::date::{self, MonthCell};
use super::headings::{self, Sense};
use super::table::told;
use super::text::{is_of_word, tidy};
use super::{Length, Meaning, Over, pay};
use crate::quantity::Month;

/// What the cells of a column are about, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Across {
    /// A month, a quarter or a tertial.
    Over(Over),
    /// A month, 1–12, or a quarter or tertial by its number; the year is that of the row.
    OfYear(i8),
    PartOfYear(Length, i8),
    /// A year; the month is that of the row.
    Year(i16),
}

impl Across {
    /// The month, quarter or tertial, if the heading says all of it.
    pub(super) const fn over(self) -> Option<Over> {
        if let Self::Over(over) = self { Some(over) } else { None }
    }

    /// The same in a year that something else tells.
    pub(super) fn in_year(self, year: i16) -> Self {
        match self {
            Self::OfYear(month) => Self::Over(Over { length: Length::Month, first: Month::from_year_month(year, month) }),
            Self::PartOfYear(length, number) => date::first_month(length, number)
                .map_or(self, |month| Self::Over(Over { length, first: Month::from_year_month(year, month) })),
            _ => self,
        }
    }
}

/// The period that a heading names, and the heading without it: `Timmar 2024-03`, `mar-24`, `2024 K1 %`, `jan`.
pub(super) fn period(heading: &str) -> Option<(Across, String)> {
    let heading = tidy(heading);
    if heading.len() > 100 {
        return None;
    }
    let words = words(&heading);
    let alone = words.len() == 1;
    let without = |first: usize, last: usize| rest(&[&heading[..words[first].0], &heading[words[last].1..]]);
    for length in (1..=words.len().min(3)).rev() {
        for first in 0..=words.len() - length {
            let text = &heading[words[first].0..words[first + length - 1].1];
            let across = match date::month(text) {
                Some(MonthCell::Dated(first)) => Across::Over(Over { length: Length::Month, first }),
                Some(MonthCell::Part(length, first)) => Across::Over(Over { length, first }),
                Some(MonthCell::PartOfYear(length, number)) => Across::PartOfYear(length, number),
                // a number is a month only if it is all that the heading says
                Some(MonthCell::OfYear(month)) if alone || !text.starts_with(|char: char| char.is_ascii_digit()) => Across::OfYear(month),
                _ => continue,
            };
            let last = first + length - 1;
            // the year may stand elsewhere in the heading
            let year = words.iter().enumerate().find_map(|(index, &(start, end))| {
                Some((index, year_of(&heading[start..end]).filter(|_| !(first..=last).contains(&index))?))
            });
            return Some(match year {
                Some((index, year)) => (across.in_year(year), without_both(&heading, &words, (first, last), index)),
                None => (across, without(first, last)),
            });
        }
    }
    let (index, year) = words.iter().enumerate().find_map(|(index, &(start, end))| Some((index, year_of(&heading[start..end])?)))?;
    Some((Across::Year(year), without(index, index)))
}

/// A year that absence may be of.
fn year_of(word: &str) -> Option<i16> {
    date::year_alone(word).filter(|year| (1990..=2100).contains(year))
}

/// Where the words begin and end.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, char) in text.char_indices().filter(|(_, char)| is_of_word(*char)) {
        match words.last_mut() {
            Some((_, end)) if *end == at => *end += char.len_utf8(),
            _ => words.push((at, at + char.len_utf8())),
        }
    }
    words
}

fn without_both(heading: &str, words: &[(usize, usize)], (first, last): (usize, usize), other: usize) -> String {
    let (start, end) = (words[first].0, words[last].1);
    let (year, behind) = words[other];
    if behind <= start {
        rest(&[&heading[..year], &heading[behind..start], &heading[end..]])
    } else {
        rest(&[&heading[..start], &heading[end..year], &heading[behind..]])
    }
}

/// The parts without the signs at their ends.
fn rest(parts: &[&str]) -> String {
    let is_sign = |char: char| !is_of_word(char) && char != '%';
    let parts = parts.iter().map(|part| part.trim_matches(is_sign)).filter(|part| !part.is_empty());
    let mut rest = String::new();
    for part in parts {
        if !rest.is_empty() {
            rest.push(' ');
        }
        rest.push_str(part);
    }
    rest
}

/// Whether the cell of a heading names a month, a quarter or a year, and not the day from which a pay holds.
pub(super) fn is_period(cell: &str) -> Option<Across> {
    let (across, _) = period(cell)?;
    let is_pay =
        |rest: &str| matches!(headings::know(rest).map(|known| known.sense), Some(Sense::Is(Meaning::MonthlyPay | Meaning::ActualPay)));
    let pay = pay::dated(cell).is_some_and(|(rest, _)| is_pay(&rest));
    (!pay).then_some(across)
}

/// What each heading says of months, quarters or years, and the heading without it, where the table is a crosstab.
pub(super) fn of(headings: &[&str], sample: &[Vec<&str>]) -> Vec<Option<(Across, String)>> {
    let none = || vec![None; headings.len()];
    let known = |meaning| headings.iter().any(|heading| is_whole(heading, meaning));
    if [Meaning::From, Meaning::To, Meaning::Date, Meaning::Month].into_iter().any(known) && !known(Meaning::Measure) {
        // `Månad` may head the months of a table with years across
        let years = headings.iter().filter(|heading| year_of(heading.trim()).is_some()).count();
        if years < 2 || ![Meaning::Month, Meaning::MonthOfYear].into_iter().any(known) {
            return none();
        }
    }
    let mut across: Vec<Option<(Across, String)>> =
        headings.iter().map(|heading| is_period(heading).and_then(|_| period(heading)).filter(|(_, rest)| may_be_measure(rest))).collect();
    let is_part = |across: &Option<(Across, String)>| matches!(across, Some((Across::PartOfYear(..), _)));
    if across.iter().any(is_part) && (headings.iter().any(|heading| is_no_part(heading)) || has_months(headings, sample)) {
        return none();
    }
    let is_year = |across: &Option<(Across, String)>| matches!(across, Some((Across::Year(_), _)));
    if across.iter().all(|across| across.is_none() || is_year(across)) {
        let months_below = known(Meaning::Month) || known(Meaning::MonthOfYear);
        return if months_below && distinct(&across) > 1 { across } else { none() };
    }
    // beside months a year is the sum of them
    across.iter_mut().filter(|across| is_year(across)).for_each(|year| *year = None);
    let measured = across.iter().flatten().any(|(_, rest)| !is_plain(rest));
    let twice = |(index, one): (usize, &Option<(Across, String)>)| one.is_some() && across[..index].contains(one);
    // days of a month are no months; and one month is no crosstab, unless its columns are of several measures
    if across.iter().enumerate().any(twice) || distinct(&across) < if measured { 1 } else { 2 } {
        return none();
    }
    across
}

/// Whether the heading is the name of a house, and others like it are: `T4`, `K5` are of no year.
fn is_no_part(heading: &str) -> bool {
    let number = heading.trim_start_matches(['K', 'Q', 'T', 'k', 'q', 't']);
    heading.len() == number.len() + 1
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !number.is_empty()
        && date::month(heading).is_none()
}

/// Whether the rows are of months, in the first column: what stands across are then no parts of a year.
fn has_months(headings: &[&str], sample: &[Vec<&str>]) -> bool {
    let first = || told(sample, 0);
    let is_month = |cell: &&str| {
        matches!(date::month(cell), Some(MonthCell::Dated(_) | MonthCell::OfYear(_))) && cell.contains(|char: char| !char.is_ascii_digit())
    };
    headings.first().is_some_and(|heading| headings::know(heading).is_none()) && first().filter(is_month).count() * 2 > first().count()
}

/// Years that stand across without months: they are sums, and no months can be made of them.
pub(super) fn has_years_only<'a>(headings: impl Iterator<Item = &'a str>) -> bool {
    headings.filter(|heading| matches!(is_period(heading), Some(Across::Year(_)))).count() > 1
}

fn distinct(across: &[Option<(Across, String)>]) -> usize {
    let mut met: Vec<Across> = Vec::new();
    for (across, _) in across.iter().flatten() {
        if !met.contains(across) {
            met.push(*across);
        }
    }
    met.len()
}

fn is_whole(heading: &str, meaning: Meaning) -> bool {
    headings::know(heading).is_some_and(|known| known.whole && known.sense == Sense::Is(meaning))
}

/// Whether what is left of the heading may say what its cells measure: nothing, a word for a period, or a measure.
fn may_be_measure(rest: &str) -> bool {
    is_plain(rest)
        || headings::is_unit_of_measure(rest)
        || headings::know(rest).is_some_and(|known| !matches!(known.sense, Sense::Is(Meaning::From | Meaning::To | Meaning::Date)))
}

/// Whether the rest of a heading says nothing of what is measured.
pub(super) fn is_plain(rest: &str) -> bool {
    rest.is_empty()
        || matches!(
            headings::know(rest).map(|known| known.sense),
            Some(Sense::Is(Meaning::Month | Meaning::Year | Meaning::MonthOfYear | Meaning::Values))
        )
}

/// The only year that the text names.
pub(super) fn only_year(text: &str) -> Option<i16> {
    let mut years = words(text).into_iter().filter_map(|(start, end)| year_of(&text[start..end]));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_a_period_and_what_is_left_of_it() {
        let over = |length, month| Across::Over(Over { length, first: Month::from_year_month(2024, month) });
        let (march, first, second) = (over(Length::Month, 3), over(Length::Quarter, 1), over(Length::Tertial, 5));
        for (heading, expected) in [
            ("2024-03", Some((march, ""))),
            ("202403", Some((march, ""))),
            ("mar-24", Some((march, ""))),
            ("2024-03-01", Some((march, ""))),
            ("2024 mars", Some((march, ""))),
            ("2024 3", Some((march, ""))),
            ("Timmar 2024-03", Some((march, "Timmar"))),
            ("Sjukfrånvaro % mars 2024", Some((march, "Sjukfrånvaro %"))),
            ("mars 2024 (tim)", Some((march, "tim"))),
            ("2024 Timmar mars", Some((march, "Timmar"))),
            ("mars %, 2024", Some((march, "%"))),
            ("2024 K1", Some((first, ""))),
            ("2024 Kvartal 1 %", Some((first, "%"))),
            ("mars", Some((Across::OfYear(3), ""))),
            ("3", Some((Across::OfYear(3), ""))),
            ("Q1", Some((Across::PartOfYear(Length::Quarter, 1), ""))),
            ("2024 T2", Some((second, ""))),
            ("Tertial 2 2024 tim", Some((second, "tim"))),
            ("T2", Some((Across::PartOfYear(Length::Tertial, 2), ""))),
            ("2024", Some((Across::Year(2024), ""))),
            ("Sjukfrånvaro 2024", Some((Across::Year(2024), "Sjukfrånvaro"))),
            ("Dag 1-14", None),
            ("Sjukfrånvaro 15-59", None),
            ("Timmar", None),
            ("Summa", None),
            ("", None),
        ] {
            let found = period(heading);
            assert_eq!(found.as_ref().map(|(across, rest)| (*across, rest.as_str())), expected, "{heading:?}");
        }
    }

    #[test]
    fn pay_from_a_day_on_is_no_period() {
        assert_eq!(is_period("Lön 2024-04"), None);
        assert_eq!(is_period("Månadslön fr.o.m. 2024-04-01"), None);
    }

    #[test]
    fn a_title_tells_the_year_if_it_names_one_only() {
        assert_eq!(only_year("Sjukfrånvaro 2024, enheter"), Some(2024));
        assert_eq!(only_year("Sjukfrånvaro 2023–2024"), None);
        assert_eq!(only_year("Sjukfrånvaro"), None);
    }
}
