//! Dates as people and programs write them.

pub(super) use super::month::{MonthCell, first_month, month, year_alone};

use super::DateForm;
use super::text::{fold, is_blank, is_letter, text_of, trim};
use crate::quantity::Date;

/// Months by name, in Swedish, English, Norwegian, Danish and German. Three letters or more of a name are enough.
const MONTHS: [&str; 12] = [
    "januari|january|januar|jänner",
    "februari|february|februar|feber",
    "mars|march|marts|märz|maerz|mrz",
    "april",
    "maj|may|mai",
    "juni|june",
    "juli|july",
    "augusti|august",
    "september",
    "oktober|october",
    "november",
    "december|desember|dezember",
];

/// Days of the week by name, and what may stand behind them.
const WEEKDAYS: &str = "måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday\
    |saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|den";

/// What stands in the place of a last day that has not come.
const OPEN: &str = "|-|–|tv|t.v.|t.v|tillsvidare|tills vidare|till vidare|pågående|pågår|öppen|fortlöpande|open|ongoing|present\
    |inntil videre|indtil videre|pågående sykmelding|igangværende|løbende|åben|åpen|bis auf weiteres|offen|laufend|b.a.w.";

/// Spreadsheet day numbers of 2000-01-01 and 2064-04-08: between these a whole number may be a date.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=60_000;

/// The spreadsheet day number of 1970-01-01.
const SERIAL_OF_1970: i32 = 25_569;

/// Which orders a cell fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// This one alone.
    Only(DateForm),
    /// Day first or month first, with different dates: `01/03/2024`.
    DayOrMonthFirst,
    /// Day first or month first, with the same date: `03/03/2024`.
    Same,
    /// It is no date.
    Neither,
}

/// Which orders the (trimmed) cell fits.
pub(super) fn fit(cell: &str) -> Fit {
    let [year_first, day_first, month_first, serial] =
        [DateForm::YearFirst, DateForm::DayFirst, DateForm::MonthFirst, DateForm::Serial].map(|form| parse(cell, form));
    match (year_first, day_first, month_first, serial) {
        (Some(_), ..) => Fit::Only(DateForm::YearFirst),
        (_, Some(day), Some(month), _) if day == month => Fit::Same,
        (_, Some(_), Some(_), _) => Fit::DayOrMonthFirst,
        (_, Some(_), ..) => Fit::Only(DateForm::DayFirst),
        (_, _, Some(_), _) => Fit::Only(DateForm::MonthFirst),
        (.., Some(_)) => Fit::Only(DateForm::Serial),
        _ => Fit::Neither,
    }
}

/// The (trimmed) cell in the order of its column. A time of day behind it is passed over.
pub(super) fn parse(cell: &str, form: DateForm) -> Option<Date> {
    let bytes = cell.as_bytes();
    if let (DateForm::YearFirst, [year @ .., b'-', month, months, b'-', day, days]) = (form, bytes)
        && year.len() == 4
    {
        return ymd(digits(year)?, digits(&[*month, *months])?, digits(&[*day, *days])?);
    }
    if form == DateForm::Serial {
        let number = digits(bytes).filter(|_| bytes.len() == 5)?;
        return SERIALS.contains(&number).then(|| of_serial(number));
    }
    let parts = Parts::of(without_time(cell))?;
    parts.date(form)
}

/// The (trimmed) cell in the order of its column, or in its own where it can be read in one way only.
#[inline]
pub(super) fn read(cell: &str, form: DateForm) -> Option<Date> {
    parse(cell, form).or_else(|| certain(cell, form))
}

/// A cell that is not in the order of its column and can be read in one way only: its year has four digits, and stands first, or behind
/// a day that a month's name, a full stop or a number above 12 tells from the month. What speaks against the order of the column, a day
/// first where the month is, leaves the others in doubt as well.
#[cold]
fn certain(cell: &str, form: DateForm) -> Option<Date> {
    use DateForm::{DayFirst, MonthFirst};
    let order = match fit(cell) {
        Fit::Only(order) => order,
        Fit::Same => DayFirst,
        Fit::DayOrMonthFirst | Fit::Neither => return None,
    };
    let against = matches!((form, order), (DayFirst, MonthFirst) | (MonthFirst, DayFirst));
    parse(cell, order).filter(|_| !against && has_whole_year(cell))
}

/// Whether one of the numbers of a date is a year of four digits, or begins with one.
pub(super) fn has_whole_year(cell: &str) -> bool {
    Parts::of(without_time(cell)).is_some_and(|parts| parts.numbers.iter().any(|(_, digits)| matches!(digits, 4 | 8)))
}

/// The date of a spreadsheet's day number.
pub(super) const fn of_serial(number: i32) -> Date {
    Date::from_days(number - SERIAL_OF_1970)
}

/// Whether the (trimmed) cell says that the last day has not come.
#[inline]
pub(super) fn is_open(cell: &[u8]) -> bool {
    // nearly every cell begins with a digit
    !cell.first().is_some_and(u8::is_ascii_digit) && is_one_of(OPEN, &fold(text_of(cell)))
}

/// Whether the word is one of the list.
pub(super) fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|listed| listed == word)
}

/// Whether the date is the one that means "no end".
pub(super) fn is_never(date: Date) -> bool {
    date == Date::from_days(2_932_896) // 9999-12-31
}

/// Up to three numbers, one of them perhaps a month's name, and the signs between them.
pub(super) struct Parts {
    /// Value and number of digits; a name has none.
    pub numbers: [(i32, usize); 3],
    pub count: usize,
    /// Where the name stands.
    pub name: Option<usize>,
    /// The sign behind the first and the second.
    signs: [char; 2],
}

impl Parts {
    pub(super) fn of(cell: &str) -> Option<Self> {
        let mut parts = Self { numbers: [(0, 0); 3], count: 0, name: None, signs: [' '; 2] };
        let mut rest = cell;
        loop {
            let end = |keep: fn(char) -> bool, text: &str| text.find(|char| !keep(char)).unwrap_or(text.len());
            let number = end(|char| char.is_ascii_digit(), rest);
            let word = end(is_letter, rest);
            if parts.count == 3 || number == 0 && word == 0 {
                return None;
            }
            if parts.count == 0 && is_weekday(&rest[..word]) {
                rest = rest[word..].trim_start_matches(|char| matches!(char, '.' | ',') || is_blank(char));
                continue;
            }
            if number > 0 {
                parts.numbers[parts.count] = (digits(&rest.as_bytes()[..number])?, number);
            } else {
                if parts.name.is_some() {
                    return None;
                }
                parts.name = Some(parts.count);
                parts.numbers[parts.count] = (month_named(&rest[..word])?, 0);
            }
            parts.count += 1;
            rest = &rest[number.max(word)..];
            if rest.is_empty() || rest == "." {
                return Some(parts);
            }
            let between = end(|char| matches!(char, '-' | '/' | '.' | ',' | '–' | ':' | '\'' | '’') || is_blank(char), rest);
            let sign = rest[..between].chars().find(|&char| !is_blank(char)).unwrap_or(' ');
            // digits and letters may touch (`2024M03`, `2024mars`)
            if parts.count <= 2 {
                parts.signs[parts.count - 1] = sign;
            }
            rest = &rest[between..];
        }
    }

    fn date(&self, form: DateForm) -> Option<Date> {
        let [first, second, third] = self.numbers;
        if self.count == 1 && self.name.is_none() && form == DateForm::YearFirst {
            return match first.1 {
                8 => ymd(first.0 / 10_000, first.0 / 100 % 100, first.0 % 100),
                6 => ymd(2000 + first.0 / 10_000, first.0 / 100 % 100, first.0 % 100),
                _ => None,
            };
        }
        if self.count != 3 || self.signs.contains(&':') {
            return None;
        }
        match (form, self.name) {
            (DateForm::YearFirst, None) if first.1 == 4 && second.1 <= 2 && third.1 <= 2 => ymd(first.0, second.0, third.0),
            // 24-03-01, with hyphens only: elsewhere a year of two digits stands last
            (DateForm::YearFirst, None) if [first.1, second.1, third.1] == [2; 3] && self.signs == ['-', '-'] => {
                ymd(2000 + first.0, second.0, third.0)
            }
            (DateForm::YearFirst, Some(1)) if first.1 == 4 && third.1 <= 2 => ymd(first.0, second.0, third.0),
            // `1 mars 2024` and `March 1, 2024` have one meaning only, whatever the column's order
            (DateForm::DayFirst | DateForm::MonthFirst, Some(1)) if first.1 <= 2 => ymd(year(third)?, second.0, first.0),
            (DateForm::DayFirst | DateForm::MonthFirst, Some(0)) if second.1 <= 2 => ymd(year(third)?, first.0, second.0),
            (DateForm::DayFirst, None) if self.day_and_month_lead() => ymd(year(third)?, second.0, first.0),
            // full stops, and `1/3 2024`, are written day first only
            (DateForm::MonthFirst, None) if self.day_and_month_lead() && matches!(self.signs, ['/', '/'] | ['-', '-']) => {
                ymd(year(third)?, first.0, second.0)
            }
            _ => None,
        }
    }

    fn day_and_month_lead(&self) -> bool {
        let [first, second, third] = self.numbers;
        first.1 <= 2 && second.1 <= 2 && !([first.1, second.1, third.1] == [2; 3] && self.signs == ['-', '-'])
    }
}

/// A year of four digits, or of two in this century.
pub(super) fn year((value, digits): (i32, usize)) -> Option<i32> {
    match digits {
        4 => Some(value),
        2 => Some(2000 + value),
        _ => None,
    }
}

/// `2024-03-01 00:00:00` and `2024-03-01T00:00` without their time.
pub(super) fn without_time(cell: &str) -> &str {
    match cell.find(':') {
        Some(colon) => cell[..colon].rfind([' ', 'T', '\u{a0}']).map_or(cell, |gap| trim(&cell[..gap])),
        None => cell,
    }
}

pub(super) fn digits(bytes: &[u8]) -> Option<i32> {
    if bytes.is_empty() || bytes.len() > 8 {
        return None;
    }
    let mut value = 0;
    for &byte in bytes {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i32::from(byte - b'0');
    }
    Some(value)
}

/// The date, where the calendar has one.
pub(super) fn ymd(year: i32, month: i32, day: i32) -> Option<Date> {
    const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    /// The days of the year that lie before each month.
    const BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let leap = i32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    #[allow(clippy::cast_sign_loss)] // 1–12
    let index = month as usize - 1;
    let length = LENGTHS[index] + if month == 2 { leap } else { 0 };
    if !(1..=length).contains(&day) {
        return None;
    }
    let past = year - 1;
    let before = past * 365 + past / 4 - past / 100 + past / 400 + BEFORE[index] + if month > 2 { leap } else { 0 };
    Some(Date::from_days(before + day - 719_163))
}

/// What stands before a date and says nothing more: `måndag`, `mån`, `den`. Two letters or more of a name are enough.
fn is_weekday(word: &str) -> bool {
    let word = fold(word);
    word.len() > 1 && WEEKDAYS.split('|').any(|name| name.starts_with(&word))
}

/// 1–12 from a name or the beginning of one.
pub(super) fn month_named(word: &str) -> Option<i32> {
    let word = fold(word);
    if word.chars().count() < 3 {
        return None;
    }
    let is = |names: &&str| names.split('|').any(|name| name.starts_with(&word));
    MONTHS.iter().position(is).and_then(|index| i32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_each_order() {
        use DateForm::{DayFirst, MonthFirst, Serial, YearFirst};
        for (cell, form, expected) in [
            ("2024-03-01", YearFirst, "2024-03-01"),
            ("2024-02-29", YearFirst, "2024-02-29"),
            ("2000-02-29", YearFirst, "2000-02-29"),
            ("20240301", YearFirst, "2024-03-01"),
            ("240301", YearFirst, "2024-03-01"),
            ("24-03-01", YearFirst, "2024-03-01"),
            ("2024/03/01", YearFirst, "2024-03-01"),
            ("2024.3.1", YearFirst, "2024-03-01"),
            ("2024-03-01 00:00:00", YearFirst, "2024-03-01"),
            ("2024-03-01T13:30", YearFirst, "2024-03-01"),
            ("2024 mars 1", YearFirst, "2024-03-01"),
            ("1/3 2024", DayFirst, "2024-03-01"),
            ("1/3-24", DayFirst, "2024-03-01"),
            ("01.03.2024", DayFirst, "2024-03-01"),
            ("1.3.24", DayFirst, "2024-03-01"),
            ("01/03/2024", DayFirst, "2024-03-01"),
            ("01-03-2024", DayFirst, "2024-03-01"),
            ("1 mars 2024", DayFirst, "2024-03-01"),
            ("1 mar. 2024", DayFirst, "2024-03-01"),
            ("01-Mar-24", DayFirst, "2024-03-01"),
            ("March 1, 2024", MonthFirst, "2024-03-01"),
            ("Mar 1, 2024", DayFirst, "2024-03-01"),
            ("31 okt 2024", DayFirst, "2024-10-31"),
            ("03/01/2024", MonthFirst, "2024-03-01"),
            ("3/1/24", MonthFirst, "2024-03-01"),
            ("den 1 mars 2024", DayFirst, "2024-03-01"),
            ("fre 2024-03-01", YearFirst, "2024-03-01"),
            ("fredag den 1 mars 2024", DayFirst, "2024-03-01"),
            ("Friday, March 1, 2024", MonthFirst, "2024-03-01"),
            ("Fr, 01.03.2024", DayFirst, "2024-03-01"),
            ("45352", Serial, "2024-03-01"),
            ("36526", Serial, "2000-01-01"),
            ("9999-12-31", YearFirst, "9999-12-31"),
            ("31/12/9999", DayFirst, "9999-12-31"),
        ] {
            assert_eq!(parse(cell, form).map(|date| date.to_string()).as_deref(), Some(expected), "{cell:?}");
        }
    }

    #[test]
    fn what_is_no_date_in_that_order_is_none() {
        use DateForm::{DayFirst, MonthFirst, Serial, YearFirst};
        for (cell, form) in [
            ("", YearFirst),
            ("2023-02-29", YearFirst),
            ("1900-02-29", YearFirst),
            ("2024-13-01", YearFirst),
            ("2024-00-10", YearFirst),
            ("20241301", YearFirst),
            ("01/03/2024", YearFirst),
            ("45352", YearFirst),
            ("2024-03", YearFirst),
            ("2024-03-01-02", YearFirst),
            ("2024-03-0x", YearFirst),
            ("ingen", DayFirst),
            ("32/3 2024", DayFirst),
            ("2024-03-01", DayFirst),
            ("1 marsipan 2024", DayFirst),
            ("fredag", DayFirst),
            ("den fredag", DayFirst),
            ("01.13.2024", MonthFirst),
            ("03.01.2024", MonthFirst),
            ("1/3 2024", MonthFirst),
            ("36525", Serial),
            ("60001", Serial),
            ("453521", Serial),
            ("99999999999999999999", YearFirst),
            ("########", YearFirst),
        ] {
            assert_eq!(parse(cell, form), None, "{cell:?}");
        }
    }

    #[test]
    fn a_cell_tells_which_orders_it_fits() {
        for (cell, expected) in [
            ("2024-03-01", Fit::Only(DateForm::YearFirst)),
            ("240301", Fit::Only(DateForm::YearFirst)),
            ("24-03-01", Fit::Only(DateForm::YearFirst)),
            ("14/03/2024", Fit::Only(DateForm::DayFirst)),
            ("03/14/2024", Fit::Only(DateForm::MonthFirst)),
            ("01/03/2024", Fit::DayOrMonthFirst),
            ("01-03-2024", Fit::DayOrMonthFirst),
            ("03/03/2024", Fit::Same),
            ("1 mars 2024", Fit::Same),
            ("01.03.2024", Fit::Only(DateForm::DayFirst)),
            ("1/3 2024", Fit::Only(DateForm::DayFirst)),
            ("45352", Fit::Only(DateForm::Serial)),
            ("tv", Fit::Neither),
            ("12", Fit::Neither),
        ] {
            assert_eq!(fit(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_date_that_can_be_read_in_one_way_only_is_read_in_a_column_of_another_order() {
        use DateForm::{DayFirst, MonthFirst, Serial, YearFirst};
        for (cell, form, expected) in [
            ("2024-03-08", DayFirst, Some("2024-03-08")),
            ("20240308", DayFirst, Some("2024-03-08")),
            ("2024/03/08", MonthFirst, Some("2024-03-08")),
            ("2024-03-08 00:00", DayFirst, Some("2024-03-08")),
            ("2024-03-08", Serial, Some("2024-03-08")),
            ("8 mars 2024", YearFirst, Some("2024-03-08")),
            ("March 8, 2024", YearFirst, Some("2024-03-08")),
            ("08.03.2024", YearFirst, Some("2024-03-08")),
            ("8/3 2024", YearFirst, Some("2024-03-08")),
            ("25/03/2024", YearFirst, Some("2024-03-25")),
            ("03/25/2024", YearFirst, Some("2024-03-25")),
            ("03/03/2024", YearFirst, Some("2024-03-03")),
            // two readings, a year of two digits, against the order of the column, no date
            ("08/03/2024", YearFirst, None),
            ("8/3-24", YearFirst, None),
            ("08.03.24", YearFirst, None),
            ("25/03/24", YearFirst, None),
            ("8 mars 24", YearFirst, None),
            ("240308", DayFirst, None),
            ("24-03-08", DayFirst, None),
            ("03/25/2024", DayFirst, None),
            ("25/03/2024", MonthFirst, None),
            ("45352", DayFirst, None),
            ("01032024", DayFirst, None),
            ("2024-13-08", DayFirst, None),
        ] {
            assert_eq!(read(cell, form).map(|date| date.to_string()).as_deref(), expected, "{cell:?}");
        }
    }

    #[test]
    fn every_day_is_the_one_the_calendar_has() {
        let mut day = Date::from_ymd(1895, 1, 1).unwrap();
        while day.year() < 2110 {
            assert_eq!(parse(&day.to_string(), DateForm::YearFirst), Some(day));
            day = day.plus(1);
        }
        for (year, month, day) in [(1970, 1, 1), (2015, 1, 1), (2016, 2, 29), (2024, 2, 29), (2026, 12, 31), (2100, 3, 1), (9999, 12, 31)] {
            let expected = Date::from_ymd(year, month, day);
            assert_eq!(ymd(year.into(), month.into(), day.into()), expected, "{year}-{month}-{day}");
        }
        assert!(is_never(Date::from_ymd(9999, 12, 31).unwrap()));
    }

    #[test]
    fn an_end_that_has_not_come_is_open() {
        for (cell, expected) in [
            ("", true),
            ("TV", true),
            ("Tillsvidare", true),
            ("PÅGÅENDE", true),
            ("open", true),
            ("-", true),
            ("2024-03-01", false),
            ("x", false),
        ] {
            assert_eq!(is_open(cell.as_bytes()), expected, "{cell:?}");
        }
    }
}
