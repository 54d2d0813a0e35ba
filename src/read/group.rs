//! Sex and age, as far as the table says: for the groups of the statutory disclosure.
//!
//! A personal identity number would tell both. It is not asked: it serves to tell people apart, and nothing else.

use super::columns::Column;
use super::families::{DAY_OF_BIRTH, OF_BIRTH};
use super::intern::Verdicts;
use super::rows::Body;
use super::table::Place;
use super::text::{fold, is_of_word};
use super::{AgeGroup, DateForm, Group, Meaning, Sex, date, headings, number};
use crate::note::Kind;
use crate::quantity::Date;

/// What stands in the place of a sex or an age that is not known.
const UNKNOWN: [&str; 11] =
    ["uppgift saknas", "ukjent", "unbekannt", "saknas", "okänd", "okänt", "ej angivet", "vill ej uppge", "unknown", "not stated", "n/a"];

/// What stands in the place of a group in a row about all of them.
const ALL: [&str; 19] = [
    "alle",
    "i alt",
    "insgesamt",
    "alla",
    "alla åldrar",
    "alla åldersgrupper",
    "samtliga",
    "samtliga åldrar",
    "totalt",
    "total",
    "summa",
    "båda",
    "båda könen",
    "kvinnor och män",
    "män och kvinnor",
    "all",
    "all ages",
    "both",
    "both sexes",
];

/// Whether the cell stands for all sexes or ages.
pub(super) fn is_all(cell: &str) -> bool {
    ALL.iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// Years of birth that may be meant.
const BORN: std::ops::RangeInclusive<i16> = 1900..=2015;
/// Ages of people who work.
const AGES: std::ops::RangeInclusive<i16> = 15..=99;

/// What the cell of a column of ages says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Age {
    Born(i16),
    Years(i16),
    /// An age group that lies within one of the statutory ones, or not.
    Group(Option<AgeGroup>),
}

/// The (trimmed) cell as a sex; `Ok(None)` where it is not known.
pub(super) fn sex(cell: &str) -> Result<Option<Sex>, ()> {
    let word = fold(cell);
    match word.trim_end_matches('.') {
        "k" | "kv" | "kvinna" | "kvinne" | "kvinde" | "kvinner" | "kvinder" | "weiblich" | "frau" | "kvinnor" | "kvinnlig" | "f" | "w"
        | "female" | "woman" | "women" => Ok(Some(Sex::Woman)),
        "m" | "man" | "män" | "mann" | "mand" | "menn" | "mænd" | "männlich" | "herr" | "manlig" | "male" | "men" => Ok(Some(Sex::Man)),
        _ if number::is_nothing(cell) || UNKNOWN.contains(&word.as_str()) || is_all(cell) => Ok(None),
        _ => Err(()),
    }
}

/// The (trimmed) cell as an age; `of_birth` where the heading names birth. `Ok(None)` where it is not known.
fn age(cell: &str, of_birth: bool) -> Result<Option<Age>, ()> {
    if number::is_nothing(cell) || UNKNOWN.contains(&fold(cell).as_str()) || is_all(cell) {
        return Ok(None);
    }
    let born = year_of(cell).or_else(|| two_digits(cell).filter(|_| of_birth)).filter(|year| BORN.contains(year));
    if let Some(year) = born {
        return Ok(Some(Age::Born(year)));
    }
    match span(cell).ok_or(())? {
        (low, Some(high)) if low == high => {
            if AGES.contains(&low) {
                Ok(Some(Age::Years(low)))
            } else {
                Err(())
            }
        }
        (low, high) => {
            let (low, high) = (AgeGroup::of(low), high.map_or(AgeGroup::From50, AgeGroup::of));
            Ok(Some(Age::Group(Some(low).filter(|_| low == high))))
        }
    }
}

/// The year of a year, or of a day: in which order the day is written makes no difference to it.
fn year_of(cell: &str) -> Option<i16> {
    if let Some(year) = date::year_alone(cell) {
        return Some(year);
    }
    if cell.len() == 5 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return cell.parse().ok().map(|serial| date::of_serial(serial).year());
    }
    let forms = [DateForm::YearFirst, DateForm::DayFirst, DateForm::MonthFirst];
    let year = forms.into_iter().find_map(|form| date::parse(cell, form))?.year();
    // of two digits, the year was taken for one of this century
    let whole = cell.contains(year.to_string().as_str());
    Some(if whole || year <= *BORN.end() { year } else { year - 100 })
}

/// A year of birth of two digits.
fn two_digits(cell: &str) -> Option<i16> {
    let year: i16 = cell.parse().ok().filter(|_| cell.len() == 2 && cell.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(if year > BORN.end() % 100 { 1900 + year } else { 2000 + year })
}

/// The first and the last year of an age group: `30-39 år`, `-29`, `50 år eller äldre`, `under 30`, `65+`; of an age both are the same.
fn span(cell: &str) -> Option<(i16, Option<i16>)> {
    let text = fold(cell).replace(['–', '—', '−'], "-").replace('≥', ">=").replace('≤', "<=");
    let mut numbers = text.split(|char: char| !char.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let first: i16 = numbers.next()?.parse().ok()?;
    let second: Option<i16> = numbers.next().map(str::parse).transpose().ok()?;
    if numbers.next().is_some() || first > 120 || second.is_some_and(|second| second > 120) {
        return None;
    }
    let bare: String = text.chars().filter(|char| *char != ' ').collect();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if let Some(second) = second {
        // `45,5` and `45.0` are an age
        let decimal = bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        return if decimal { Some((first, Some(first))) } else { (first <= second).then_some((first, Some(second))) };
    }
    if bare.starts_with("<=") {
        return Some((0, Some(first)));
    }
    if bare.starts_with(">=") {
        return Some((first, None));
    }
    if bare.starts_with('<') || has(&["under", "unter", "yngre än", "below", "younger than"]) {
        return Some((0, Some(first - 1)));
    }
    if bare.starts_with('>') || has(&["över", "über ", "äldre än", "above", "over", "older than"]) {
        return Some((first + 1, None));
    }
    if bare.starts_with('-') || has(&["yngre", "jünger", "younger", "t.o.m", "tom ", "till och med", "up to", "högst"]) {
        return Some((0, Some(first)));
    }
    let digits = bare.find(|char: char| !char.is_ascii_digit()).unwrap_or(bare.len());
    if bare[digits..].starts_with(['-', '+'])
        || has(&["äldre", "ældre", "eldre", "älter", "older", "uppåt", "och mer", "fr.o.m", "from ", "från", "minst"])
    {
        return Some((first, None));
    }
    let rest: String = bare[digits..].chars().filter(|char| is_of_word(*char)).collect();
    matches!(rest.as_str(), "" | "år" | "years" | "yrs" | "jahre").then_some((first, Some(first)))
}

/// Whether the cells of a column of ages are days of birth: nothing of it is then shown.
pub(super) fn is_private<'a>(heading: &str, mut cells: impl Iterator<Item = &'a str>) -> bool {
    headings::has(heading, DAY_OF_BIRTH) || cells.any(|cell| date::year_alone(cell).is_none() && year_of(cell).is_some())
}

/// Marks the columns of sex and age whose rows about all of them sum up other rows. Where a table has rows by sex and rows by age
/// but none by both, it has two sums of the same: the one by the first column is kept.
pub(super) fn mark_divided(columns: &mut [Column], sample: &[Vec<&str>]) {
    let at: Vec<usize> = (0..columns.len()).filter(|&index| matches!(columns[index].meaning, Meaning::Sex | Meaning::Age)).collect();
    let is_one = |row: &Vec<&str>, index: usize| row.get(index).is_some_and(|cell| !number::is_nothing(cell) && !is_all(cell));
    let divided = if sample.iter().any(|row| at.iter().all(|&index| is_one(row, index))) {
        at
    } else {
        at.into_iter().find(|&index| sample.iter().any(|row| is_one(row, index))).into_iter().collect()
    };
    for index in divided {
        columns[index].divided = true;
    }
}

/// The columns of sex and age, and what has been met in them.
#[derive(Debug)]
pub(super) struct People {
    sex: Option<usize>,
    age: Option<usize>,
    of_birth: bool,
    sexes: Verdicts<Result<Option<Sex>, ()>>,
    ages: Verdicts<Result<Option<Age>, ()>>,
}

impl People {
    /// None where no column tells.
    pub(super) fn of(columns: &[Column]) -> Option<Self> {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        let (sex, age) = (at(Meaning::Sex), at(Meaning::Age));
        let of_birth = age.is_some_and(|index| headings::has(&columns[index].heading, OF_BIRTH));
        (sex.is_some() || age.is_some()).then(|| Self { sex, age, of_birth, sexes: Verdicts::new(), ages: Verdicts::new() })
    }

    /// Year of birth, and the group on the day.
    pub(super) fn read(&mut self, body: &mut Body, place: Place, day: Date) -> (Option<i16>, Group) {
        let sex = self.sex.and_then(|index| {
            let verdict = *self.sexes.on(body.cells.bytes(index), sex);
            verdict.unwrap_or_else(|()| misfit(body, place, index, "sex"))
        });
        let of_birth = self.of_birth;
        let age = self.age.and_then(|index| {
            let verdict = *self.ages.on(body.cells.bytes(index), |cell| age(cell, of_birth));
            verdict.unwrap_or_else(|()| misfit(body, place, index, "age"))
        });
        let born = match age {
            Some(Age::Born(year)) => Some(year),
            Some(Age::Years(years)) => Some(day.year() - years),
            Some(Age::Group(_)) | None => None,
        };
        let group = if let Some(Age::Group(group)) = age { group } else { born.map(|born| AgeGroup::of(day.year() - born)) };
        (born, Group { sex, age: group })
    }
}

/// Notes a cell that says nothing we know; it counts as not given.
fn misfit<T>(body: &mut Body, place: Place, index: usize, expected: &'static str) -> Option<T> {
    body.misfit(place, Kind::NotUnderstood, index, expected);
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use AgeGroup::{From30To49, From50, Under30};

    #[test]
    fn sexes_are_read_in_each_form() {
        for (cell, expected) in [
            ("K", Ok(Some(Sex::Woman))),
            ("kv.", Ok(Some(Sex::Woman))),
            ("Kvinnor", Ok(Some(Sex::Woman))),
            ("F", Ok(Some(Sex::Woman))),
            ("M", Ok(Some(Sex::Man))),
            ("MÄN", Ok(Some(Sex::Man))),
            ("male", Ok(Some(Sex::Man))),
            ("", Ok(None)),
            ("Uppgift saknas", Ok(None)),
            ("Båda könen", Ok(None)),
            ("x", Err(())),
        ] {
            assert_eq!(sex(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn ages_are_read_in_each_form() {
        let group = |group| Ok(Some(Age::Group(group)));
        for (cell, expected) in [
            ("1985", Ok(Some(Age::Born(1985)))),
            ("1985-03-12", Ok(Some(Age::Born(1985)))),
            ("19850312", Ok(Some(Age::Born(1985)))),
            ("850312", Ok(Some(Age::Born(1985)))),
            ("850320", Ok(Some(Age::Born(1985)))),
            ("12/3 1985", Ok(Some(Age::Born(1985)))),
            ("03/12/1985", Ok(Some(Age::Born(1985)))),
            ("2002-01-31", Ok(Some(Age::Born(2002)))),
            ("31118", Ok(Some(Age::Born(1985)))),
            ("45", Ok(Some(Age::Years(45)))),
            ("45 år", Ok(Some(Age::Years(45)))),
            ("45,5", Ok(Some(Age::Years(45)))),
            ("-29", group(Some(Under30))),
            ("29 år och yngre", group(Some(Under30))),
            ("under 30", group(Some(Under30))),
            ("<30", group(Some(Under30))),
            ("≤ 29 år", group(Some(Under30))),
            ("20-29 år", group(Some(Under30))),
            ("30-39 år", group(Some(From30To49))),
            ("30 – 49", group(Some(From30To49))),
            ("50-", group(Some(From50))),
            ("60+ år", group(Some(From50))),
            ("50 år eller äldre", group(Some(From50))),
            ("65-", group(Some(From50))),
            (">50", group(Some(From50))),
            ("från 50", group(Some(From50))),
            ("45-54", group(None)),
            ("över 40", group(None)),
            ("", Ok(None)),
            ("Alla åldrar", Ok(None)),
            ("9", Err(())),
            ("ung", Err(())),
            ("49-30", Err(())),
            ("19850312-1234", Err(())),
        ] {
            assert_eq!(age(cell, false), expected, "{cell:?}");
        }
        assert_eq!(age("85", true), Ok(Some(Age::Born(1985))));
        assert_eq!(age("02", true), Ok(Some(Age::Born(2002))));
    }

    #[test]
    fn days_of_birth_are_private_and_years_are_not() {
        assert!(is_private("Födelsedatum", std::iter::empty()));
        assert!(is_private("Ålder", ["", "1985-03-12"].into_iter()));
        assert!(!is_private("Ålder", ["1985", "45", "30-39 år", "-29"].into_iter()));
    }
}
