//! Each way of writing a date, a month or a number, through the whole of reading, with each delimiter.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use barkraft::read::{Choices, Records, read};

const DELIMITERS: [char; 3] = ['\t', ';', ','];

/// A table of the rows, if no cell holds the delimiter.
fn table(rows: &[&[&str]], delimiter: char) -> Option<String> {
    if rows.iter().any(|row| row.iter().any(|cell| cell.contains(delimiter))) {
        return None;
    }
    Some(rows.iter().map(|row| row.join(&delimiter.to_string()) + "\n").collect())
}

#[test]
fn dates_in_each_form_give_the_same_spell() {
    for (from, to) in [
        ("2024-03-01", "2024-03-13"),
        ("20240301", "20240313"),
        ("240301", "240313"),
        ("24-03-01", "24-03-13"),
        ("2024/03/01", "2024/03/13"),
        ("2024.03.01", "2024.03.13"),
        ("1/3 2024", "13/3 2024"),
        ("1/3-24", "13/3-24"),
        ("01.03.2024", "13.03.2024"),
        ("1.3.24", "13.3.24"),
        ("01/03/2024", "13/03/2024"),
        ("03/01/2024", "03/13/2024"),
        ("01-03-2024", "13-03-2024"),
        ("1 mars 2024", "13 mars 2024"),
        ("01-mar-24", "13-mar-24"),
        ("1. März 2024", "13. März 2024"),
        ("1. marts 2024", "13. marts 2024"),
        ("March 1, 2024", "March 13, 2024"),
        ("45352", "45364"),
        ("2024-03-01 00:00:00", "2024-03-13 00:00:00"),
    ] {
        for delimiter in DELIMITERS {
            let Some(text) = table(&[&["Anst.nr", "Fr.o.m.", "T.o.m.", "Omf"], &["1", from, to, "100"]], delimiter) else { continue };
            let Records::Spells(spells) = read(text.as_bytes(), &Choices::default()).records else { panic!("{text:?}") };
            let days: Vec<String> = spells.rows.iter().flat_map(|row| [row.from.to_string(), row.to.to_string()]).collect();
            assert_eq!(days, ["2024-03-01", "2024-03-13"], "{text:?}");
        }
    }
}

#[test]
fn months_in_each_form_are_the_same_month() {
    for month in [
        "2024-03",
        "202403",
        "2024/03",
        "03/2024",
        "mars 2024",
        "mar-24",
        "mars-24",
        "2024-MAR",
        "2024M03",
        "March 2024",
        "März 2024",
        "marts 2024",
        "2024-03-01",
        "20240301",
    ] {
        for delimiter in DELIMITERS {
            let Some(text) = table(&[&["Enhet", "Månad", "Timmar"], &["Norr", month, "120"]], delimiter) else { continue };
            let Records::Months(months) = read(text.as_bytes(), &Choices::default()).records else { panic!("{text:?}") };
            let found: Vec<String> = months.iter().map(|record| record.month.to_string()).collect();
            assert_eq!(found, ["2024-03"], "{text:?}");
            // and across, where a day alone is no month
            if month.starts_with("2024-03-") || month.len() == 8 && month.starts_with("202403") {
                continue;
            }
            let Some(text) = table(&[&["Enhet", month, "2024-05"], &["Norr", "12 tim", "8 tim"]], delimiter) else { continue };
            let Records::Months(months) = read(text.as_bytes(), &Choices::default()).records else { panic!("{text:?}") };
            let found: Vec<String> = months.iter().map(|record| record.month.to_string()).collect();
            assert_eq!(found, ["2024-03", "2024-05"], "{text:?}");
        }
    }
}

#[test]
fn numbers_in_each_form_are_the_same_hours() {
    for number in [
        "1234,5",
        "1234.5",
        "1 234,5",
        "1\u{a0}234,5",
        "1\u{202f}234,5",
        "1\u{2009}234,50",
        "1.234,50",
        "1,234.50",
        "1'234.50",
        "1’234,5",
        "1234,5 tim",
        "1 234,5 h",
        "1234:30",
        "1234,5 timer",
        "1.234,50 Std.",
    ] {
        for delimiter in DELIMITERS {
            let Some(text) = table(&[&["Enhet", "Månad", "Timmar"], &["Norr", "2024-03", number]], delimiter) else { continue };
            let Records::Months(months) = read(text.as_bytes(), &Choices::default()).records else { panic!("{text:?}") };
            let hours: Vec<Option<f64>> = months.iter().map(|record| record.hours.map(|hours| hours.0)).collect();
            assert_eq!(hours, [Some(1234.5)], "{text:?}");
        }
    }
}

#[test]
fn what_is_no_number_is_set_aside() {
    for cell in ["=SUM(A1:A3)", "###", "#VÄRDEFEL!", "fel", "1 200 EUR", "12,5,5"] {
        for delimiter in ['\t', ';'] {
            let Some(text) = table(&[&["Enhet", "Månad", "Timmar"], &["Norr", "2024-03", cell], &["Norr", "2024-04", "8"]], delimiter)
            else {
                continue;
            };
            let reading = read(text.as_bytes(), &Choices::default());
            assert_eq!((reading.pasted, reading.used, reading.set_aside.len()), (2, 1, 1), "{text:?}");
        }
    }
}
