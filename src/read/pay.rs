//! Monthly pay in a table of spells: that of a full post, or of the person's own, perhaps in several columns, each from a day on.

use super::columns::Column;
use super::text::{fold, tidy, trim};
use super::{Meaning, date};
use crate::order;
use crate::quantity::{Date, Sek, Share};

/// Words between what a heading names and the day from which it holds.
const FROM_THEN_ON: [&str; 8] = ["fr.o.m.", "fr.o.m", "from", "f.o.m.", "från och med", "från", "per", "as of"];

/// The heading without the day from which on it holds, and that day: `Lön 2024`, `Månadslön fr.o.m. 2024-04-01`, `Lön apr 2024 (kr)`.
pub(super) fn dated(heading: &str) -> Option<(String, Date)> {
    let heading = tidy(heading);
    let is_year = |at: &usize| heading[*at..].starts_with("20") && !heading[..*at].ends_with(|char: char| char.is_ascii_digit());
    let year = heading.char_indices().map(|(at, _)| at).find(is_year)?;
    let is_of_date = |char: char| char.is_ascii_digit() || matches!(char, '-' | '–' | '/' | '.');
    let end = heading[year..].find(|char| !is_of_date(char)).map_or(heading.len(), |length| year + length);
    let before = heading[..year].trim_end_matches(' ');
    // `apr 2024`, `1 april 2024`
    let words = |count: usize| before.rmatch_indices(' ').nth(count - 1).map_or(0, |(at, _)| at);
    let day = |start: usize| Some((start, since(trim(&heading[start..end]))?));
    let (start, day) = day(words(2)).filter(|_| before.contains(' ')).or_else(|| day(words(1))).or_else(|| day(year))?;
    Some((without_word(&heading[..start]) + " " + &heading[end..], day))
}

/// The day from which on: of a year or a month the first.
fn since(text: &str) -> Option<Date> {
    if let Some(year) = date::year_alone(text) {
        return Date::from_ymd(year, 1, 1);
    }
    match date::fit(text) {
        date::Fit::Only(form) => date::parse(text, form),
        date::Fit::Same => date::parse(text, super::DateForm::DayFirst),
        date::Fit::DayOrMonthFirst => None,
        date::Fit::Neither => match date::month(text)? {
            date::MonthCell::Dated(month) => Some(month.first_day()),
            _ => None,
        },
    }
}

fn without_word(text: &str) -> String {
    let text = fold(trim(text));
    let rest = FROM_THEN_ON.iter().find_map(|word| text.strip_suffix(word));
    trim(rest.unwrap_or(&text)).trim_end_matches([',', '(', '-', ':']).to_owned()
}

/// Columns of one kind of pay, in order of the days from which they hold.
#[derive(Debug, Default)]
struct Scale {
    columns: Vec<(Date, usize)>,
    /// What the present row says in them.
    pays: Vec<Option<f64>>,
}

impl Scale {
    fn of(columns: &[Column], meaning: Meaning) -> Self {
        let all = (0..columns.len()).filter(|&index| columns[index].meaning == meaning && columns[index].across.is_none());
        let columns: Vec<(Date, usize)> = all.map(|index| (columns[index].since.unwrap_or(Date::from_days(0)), index)).collect();
        Self { pays: Vec::with_capacity(columns.len()), columns: order::sorted(columns, |(since, _)| since.days().cast_unsigned()) }
    }

    fn read<E>(&mut self, mut cell: impl FnMut(usize) -> Result<Option<f64>, E>) -> Result<(), E> {
        self.pays.clear();
        for &(_, index) in &self.columns {
            self.pays.push(cell(index)?);
        }
        Ok(())
    }

    /// The pay on a day: of the latest column at or before it that says something, else of the first that does.
    fn on(&self, day: Date) -> Option<f64> {
        let begun = self.columns.iter().take_while(|(since, _)| *since <= day).count();
        let (before, after) = self.pays.split_at(begun.min(self.pays.len()));
        before.iter().rev().chain(after).find_map(|pay| *pay)
    }

    /// The days after this one on which another column begins.
    fn steps_after(&self, day: Date) -> impl Iterator<Item = Date> {
        self.columns.iter().map(|&(since, _)| since).filter(move |&since| since > day)
    }
}

/// The monthly pay of a row.
#[derive(Debug, Default)]
pub(super) struct Pay {
    full: Scale,
    actual: Scale,
}

impl Pay {
    pub(super) fn of(columns: &[Column]) -> Self {
        Self { full: Scale::of(columns, Meaning::MonthlyPay), actual: Scale::of(columns, Meaning::ActualPay) }
    }

    pub(super) fn is_none(&self) -> bool {
        self.full.columns.is_empty() && self.actual.columns.is_empty()
    }

    /// Reads the cells of a row.
    pub(super) fn read<E>(&mut self, mut cell: impl FnMut(usize) -> Result<Option<f64>, E>) -> Result<(), E> {
        self.full.read(&mut cell)?;
        self.actual.read(&mut cell)
    }

    /// The pay of a full post on a day; that of the own post is a share of it.
    pub(super) fn on(&self, day: Date, employment: Option<Share>) -> Option<Sek> {
        let whole = |pay: f64| pay / employment.map_or(1.0, |share| share.0);
        self.full.on(day).or_else(|| self.actual.on(day).map(whole)).map(Sek)
    }

    /// The next day, at most the last, on which the pay is another than on this one.
    pub(super) fn next_step(&self, day: Date, last: Date) -> Option<Date> {
        let now = self.on(day, None);
        let steps = self.full.steps_after(day).chain(self.actual.steps_after(day));
        steps.filter(|&step| step <= last && self.on(step, None) != now).min_by_key(|step| step.days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_say_from_which_day_it_holds() {
        for (heading, expected) in [
            ("Lön 2024", Some(("lön ", "2024-01-01"))),
            ("Månadslön fr.o.m. 2024-04-01", Some(("månadslön ", "2024-04-01"))),
            ("Månadslön från och med 2024-04", Some(("månadslön ", "2024-04-01"))),
            ("Månadslön 2024-04", Some(("månadslön ", "2024-04-01"))),
            ("Månadslön april 2024", Some(("månadslön ", "2024-04-01"))),
            ("Lön per 1 april 2024", Some(("lön ", "2024-04-01"))),
            ("Lön 2024 (kr)", Some(("lön  (kr)", "2024-01-01"))),
            ("2024 lön", Some(("  lön", "2024-01-01"))),
            ("Lön 2023-2024", None),
            ("Lön", None),
            ("\u{a0}Lön\r\n för månad\u{a0} 2024-03", Some(("lön för månad ", "2024-03-01"))),
            ("Konto 120240", None),
        ] {
            let found = dated(heading).map(|(rest, day)| (rest, day.to_string()));
            assert_eq!(found, expected.map(|(rest, day)| (rest.to_owned(), day.to_owned())), "{heading:?}");
        }
    }

    fn scale(steps: &[(&str, Option<f64>)]) -> Scale {
        let columns = steps.iter().enumerate().map(|(index, (since, _))| (Date::from_iso(since).unwrap(), index)).collect();
        Scale { columns, pays: steps.iter().map(|&(_, pay)| pay).collect() }
    }

    #[test]
    fn the_pay_of_a_day_is_that_of_the_latest_column_begun() {
        let full =
            scale(&[("2023-01-01", Some(30_000.0)), ("2024-01-01", None), ("2024-04-01", Some(31_000.0)), ("2025-01-01", Some(31_000.0))]);
        let pay = Pay { full, actual: Scale::default() };
        let day = |text: &str| Date::from_iso(text).unwrap();
        for (on, expected) in [
            ("2022-05-01", 30_000.0),
            ("2023-01-01", 30_000.0),
            ("2024-02-01", 30_000.0),
            ("2024-04-01", 31_000.0),
            ("2026-01-01", 31_000.0),
        ] {
            assert_eq!(pay.on(day(on), None), Some(Sek(expected)), "{on}");
        }
        assert_eq!(pay.next_step(day("2023-12-20"), Date::OPEN), Some(day("2024-04-01")));
        assert_eq!(pay.next_step(day("2023-12-20"), day("2024-03-31")), None);
        assert_eq!(pay.next_step(day("2024-04-01"), Date::OPEN), None);
    }

    #[test]
    fn the_pay_of_the_own_post_is_a_share_of_that_of_a_full_one() {
        let mut pay = Pay { full: Scale::default(), actual: scale(&[("2023-01-01", Some(24_000.0))]) };
        let day = Date::from_iso("2024-01-01").unwrap();
        assert_eq!(pay.on(day, Some(Share(0.75))), Some(Sek(32_000.0)));
        assert_eq!(pay.on(day, None), Some(Sek(24_000.0)));
        pay.full = scale(&[("2023-01-01", Some(33_000.0))]);
        assert_eq!(pay.on(day, Some(Share(0.75))), Some(Sek(33_000.0)));
    }
}
