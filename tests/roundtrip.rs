//! Any table of records, written out in any layout, order and way of writing, reads back to the same records.
#![allow(missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use barkraft::quantity::{Date, Month};
use barkraft::read::{Choices, ColumnChoice, DateForm, Layout, Meaning, MonthRecord, NumberForm, Reading, Records, read};
use proptest::prelude::*;

/// How a table is written.
#[derive(Debug, Clone)]
struct Style {
    delimiter: char,
    line_end: &'static str,
    encoding: Encoding,
    date: usize,
    extent: usize,
    comma: bool,
    language: usize,
    titles: bool,
    /// Sorts the columns.
    order: Vec<u32>,
    quoted: bool,
}

#[derive(Debug, Clone, Copy)]
enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16,
    Windows1252,
}

fn styles() -> impl Strategy<Value = Style> {
    (
        prop::sample::select(vec!['\t', ';', ',']),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        prop::sample::select(vec![Encoding::Utf8, Encoding::Utf8WithMark, Encoding::Utf16, Encoding::Windows1252]),
        0..7_usize,
        0..5_usize,
        any::<bool>(),
        0..2_usize,
        any::<bool>(),
        prop::collection::vec(any::<u32>(), 8),
        any::<bool>(),
    )
        .prop_map(|(delimiter, line_end, encoding, date, extent, comma, language, titles, order, quoted)| Style {
            delimiter,
            line_end,
            encoding,
            date,
            extent,
            comma,
            language,
            titles,
            order,
            quoted,
        })
}

const SWEDISH_MONTHS: [&str; 12] =
    ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

impl Style {
    fn date(&self, date: Date) -> String {
        let iso = date.to_string();
        let (year, month, day) = (&iso[..4], &iso[5..7], &iso[8..]);
        match self.date {
            0 => iso,
            1 => iso.replace('-', ""),
            2 => iso.replace('-', "/"),
            3 => format!("{day}.{month}.{year}"),
            4 => format!("{}/{} {year}", day.trim_start_matches('0'), month.trim_start_matches('0')),
            5 => format!("{} {} {year}", day.trim_start_matches('0'), SWEDISH_MONTHS[month.parse::<usize>().unwrap() - 1]),
            _ => (date.days() + 25_569).to_string(),
        }
    }

    /// The order that its dates are in, told as a user would where it could be another one.
    fn order_of_dates(&self) -> DateForm {
        match self.date {
            0..=2 => DateForm::YearFirst,
            6 => DateForm::Serial,
            _ => DateForm::DayFirst,
        }
    }

    fn number(&self, value: f64) -> String {
        let text = format!("{value}");
        if self.comma { text.replace('.', ",") } else { text }
    }

    fn extent(&self, percent: u8) -> String {
        match self.extent {
            0 => percent.to_string(),
            1 => format!("{percent} %"),
            2 => format!("{percent}%"),
            3 => self.number(f64::from(percent)) + if self.comma { ",00" } else { ".00" },
            _ => format!("{percent}\u{a0}%"),
        }
    }

    fn cell(&self, text: &str) -> String {
        let must = text.contains([self.delimiter, '"', '\n']);
        if must || self.quoted && !text.is_empty() { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    }

    /// The table as bytes, and the line of each row.
    fn write(&self, headings: [&[&str]; 2], rows: &[Vec<String>]) -> (Vec<u8>, usize) {
        let headings = headings[self.language];
        let mut columns: Vec<usize> = (0..headings.len()).collect();
        columns.sort_by_key(|&column| self.order[column]);
        let mut lines = Vec::new();
        if self.titles {
            lines.push("Sjukfrånvaro i kommunen".to_owned());
            lines.push(String::new());
        }
        let join = |cells: Vec<String>| cells.join(&self.delimiter.to_string());
        lines.push(join(columns.iter().map(|&column| self.cell(headings[column])).collect()));
        let above = lines.len();
        lines.extend(rows.iter().map(|row| join(columns.iter().map(|&column| self.cell(&row[column])).collect())));
        let text = lines.join(self.line_end) + self.line_end;
        let bytes = match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8WithMark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Encoding::Utf16 => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
            Encoding::Windows1252 => text.chars().map(|char| u8::try_from(u32::from(char)).expect("Latin-1")).collect(),
        };
        (bytes, above)
    }

    /// What a user would say of the columns that could be read in two ways.
    fn choices(&self, headings: [&[&str]; 2], dates: &[&str], numbers: &[&str]) -> Choices {
        let headings = headings[self.language];
        let mut columns: Vec<usize> = (0..headings.len()).collect();
        columns.sort_by_key(|&column| self.order[column]);
        let choice = |(at, &column): (usize, &usize)| {
            let is = |of: &[&str]| of.contains(&headings[column]);
            Some(ColumnChoice {
                column: u32::try_from(at).unwrap(),
                meaning: None,
                number: is(numbers).then_some(if self.comma { NumberForm::DecimalComma } else { NumberForm::DecimalPoint }),
                date: is(dates).then(|| self.order_of_dates()),
            })
        };
        Choices { columns: columns.iter().enumerate().filter_map(choice).collect(), ..Choices::default() }
    }
}

fn day(number: i32) -> Date {
    Date::from_iso("2023-01-01").unwrap().plus(number)
}

const UNITS: [&str; 4] = ["Hemtjänst Norr", "Förskolan Ärlan", "Kök; diskrum", "Åsgården, avd. 2"];

fn find(reading: &Reading, meaning: Meaning) -> bool {
    reading.columns.iter().any(|column| column.meaning == meaning)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn spells(
        rows in prop::collection::vec((1000..1009_u32, 0..4_usize, 0..900_i32, 0..60_i32, prop::sample::select(vec![25_u8, 50, 75, 100]), 0..8_u8), 1..20),
        style in styles(),
    ) {
        const HEADINGS: [&[&str]; 2] = [
            &["Anst.nr", "Enhet", "Fr.o.m.", "T.o.m.", "Omfattning", "Orsak"],
            &["Employee number", "Unit", "From", "To", "Extent", "Reason"],
        ];
        let mut rows = rows;
        rows.sort_unstable();
        rows.dedup_by_key(|row| (row.0, row.1, row.2, row.3, row.4));
        let open = |marks: u8| marks == 0;
        let cells: Vec<Vec<String>> = rows.iter().map(|&(person, unit, from, days, percent, marks)| vec![
            person.to_string(),
            UNITS[unit].to_owned(),
            style.date(day(from)),
            if open(marks) { "tillsvidare".to_owned() } else { style.date(day(from + days)) },
            style.extent(percent),
            "Sjukdom".to_owned(),
        ]).collect();
        let (bytes, above) = style.write(HEADINGS, &cells);
        let choices = style.choices(HEADINGS, &["Fr.o.m.", "T.o.m.", "From", "To"], &[]);
        let reading = read(&bytes, &choices);
        prop_assert_eq!((reading.layout, reading.used as usize), (Layout::Spells, rows.len()), "{:?}", reading.set_aside.first());
        prop_assert!(find(&reading, Meaning::Extent) && find(&reading, Meaning::Cause));
        let Records::Spells(spells) = &reading.records else { panic!("spells") };
        let mut people = std::collections::BTreeMap::new();
        for record in &spells.rows {
            let (person, unit, from, days, percent, marks) = rows[record.row as usize - above - 1];
            prop_assert_eq!(&reading.units[record.unit as usize], UNITS[unit]);
            prop_assert_eq!(record.from, day(from));
            prop_assert_eq!(record.to, if open(marks) { Date::OPEN } else { day(from + days) });
            prop_assert!((record.extent.0 - f64::from(percent) / 100.0).abs() < 1e-12);
            prop_assert_eq!(*people.entry(record.person).or_insert(person), person);
        }
        let mut numbers: Vec<u32> = rows.iter().map(|row| row.0).collect();
        numbers.dedup();
        prop_assert_eq!(people.len(), numbers.len());
    }

    #[test]
    fn days(
        rows in prop::collection::vec((1000..1009_u32, 0..900_i32, 1..33_u16), 1..20),
        style in styles(),
    ) {
        const HEADINGS: [&[&str]; 2] = [&["Anst.nr", "Datum", "Timmar"], &["Employee number", "Date", "Hours"]];
        let mut rows = rows;
        rows.sort_unstable();
        rows.dedup_by_key(|row| (row.0, row.1));
        let hours = |quarters: u16| f64::from(quarters) / 4.0;
        let cells: Vec<Vec<String>> =
            rows.iter().map(|&(person, from, quarters)| vec![person.to_string(), style.date(day(from)), style.number(hours(quarters))]).collect();
        let (bytes, above) = style.write(HEADINGS, &cells);
        let reading = read(&bytes, &style.choices(HEADINGS, &["Datum", "Date"], &["Timmar", "Hours"]));
        prop_assert_eq!((reading.layout, reading.used as usize), (Layout::Days, rows.len()), "{:?}", reading.set_aside.first());
        let Records::Spells(spells) = &reading.records else { panic!("days") };
        for record in &spells.rows {
            let (_, from, quarters) = rows[record.row as usize - above - 1];
            prop_assert_eq!((record.from, record.to), (day(from), day(from)));
            prop_assert_eq!(spells.recorded[record.recorded as usize].hours.map(|hours| hours.0), Some(hours(quarters)));
        }
    }

    #[test]
    fn months(
        rows in prop::collection::vec((0..4_usize, 0..40_i32, 0..40_000_u32, 1..100_u32), 1..20),
        style in styles(),
        form in 0..5_usize,
    ) {
        const HEADINGS: [&[&str]; 2] = [&["Enhet", "Månad", "Timmar", "Antal anställda"], &["Unit", "Month", "Hours", "Headcount"]];
        let month = |number: i32| Month::from_year_month(2022, 1).plus(number);
        let written = |number: i32| {
            let month = month(number);
            let name = SWEDISH_MONTHS[usize::try_from(month.month_of_year()).unwrap() - 1];
            match form {
                0 => month.to_string(),
                1 => month.to_string().replace('-', ""),
                2 => format!("{name} {}", month.year()),
                3 => format!("{}-{}", &name[..3], month.year() % 100),
                _ => month.to_string().replace('-', "M"),
            }
        };
        let hours = |quarters: u32| f64::from(quarters) / 4.0;
        let cells: Vec<Vec<String>> = rows.iter().map(|&(unit, number, quarters, heads)| vec![
            UNITS[unit].to_owned(), written(number), style.number(hours(quarters)), heads.to_string(),
        ]).collect();
        let (bytes, above) = style.write(HEADINGS, &cells);
        let reading = read(&bytes, &style.choices(HEADINGS, &[], &["Timmar", "Hours"]));
        prop_assert_eq!((reading.layout, reading.used as usize), (Layout::Months, rows.len()), "{:?}", reading.set_aside.first());
        let Records::Months(months) = &reading.records else { panic!("months") };
        for record in months {
            let (unit, number, quarters, heads) = rows[record.row as usize - above - 1];
            let read = MonthRecord { hours: Some(barkraft::quantity::Hours(hours(quarters))), headcount: Some(f64::from(heads)), ..record.clone() };
            prop_assert_eq!(record, &read);
            prop_assert_eq!((reading.units[record.unit as usize].as_str(), record.month), (UNITS[unit], month(number)));
        }
    }
}
