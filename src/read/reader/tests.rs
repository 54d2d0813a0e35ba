//! What holds for every reading.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use super::super::plan::SAMPLE;
use super::super::{ColumnChoice, Meaning, NOT_RECORDED, NumberForm, SpellRecord};
use super::*;

/// Lines of the rows used: a row may give two records.
fn lines(reading: &Reading) -> Vec<u32> {
    let mut lines: Vec<u32> = match &reading.records {
        Records::Spells(spells) => spells.rows.iter().map(|row| row.row).collect(),
        Records::Months(months) => months.iter().map(|row| row.row).collect(),
        Records::None => reading.about.iter().map(|row| row.row).collect(),
    };
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Reads bytes that come in pieces, and brings the rows together a few at a time.
fn in_pieces(bytes: &[u8], choices: &Choices, size: usize) -> Reading {
    let mut reader = Reader::new(choices.clone());
    loop {
        bytes.chunks(size).all(|piece| reader.push(piece));
        if reader.end() {
            return std::iter::repeat_with(|| reader.step(7)).find_map(|reading| reading).expect("it comes to an end");
        }
    }
}

/// What holds for every reading.
fn check(bytes: &[u8], choices: &Choices) {
    let reading = read(bytes, choices);
    assert_eq!(in_pieces(bytes, choices, 1 << 15), reading, "in pieces");
    assert_eq!(reading.used as usize + reading.set_aside.len(), reading.pasted as usize);
    let used = lines(&reading);
    assert_eq!(used.len(), reading.used as usize);
    assert!(used.is_sorted() && reading.set_aside.is_sorted_by_key(|row| row.row));
    let all: BTreeSet<u32> = used.iter().copied().chain(reading.set_aside.iter().map(|row| row.row)).collect();
    assert_eq!(all.len(), reading.pasted as usize, "a row counts once");
    assert!(all.iter().all(|&row| row > reading.heading_row));
    let set_aside = reading.set_aside.iter().filter_map(|row| row.found.as_deref());
    let shown = set_aside.chain(reading.notes.iter().filter_map(|note| note.found.as_deref()));
    for text in shown.chain(reading.columns.iter().flat_map(|column| column.samples.iter().map(String::as_str))) {
        assert!(text.chars().count() <= 40, "{text:?}");
    }
    let departments = reading.departments.len();
    assert_eq!(reading.department_of.len(), if departments > 0 { reading.units.len() } else { 0 });
    assert!(reading.department_of.iter().all(|&department| (department as usize) < departments));
    if let Records::Spells(spells) = &reading.records {
        assert!(spells.rows.iter().all(|row| row.from <= row.to && row.extent.0 > 0.0 && row.extent.0 <= 1.0));
        assert!(spells.rows.iter().all(|row| (row.unit as usize) < reading.units.len()));
        assert!(spells.rows.iter().all(|row| row.recorded == NOT_RECORDED || (row.recorded as usize) < spells.recorded.len()));
        assert!(spells.rows.iter().all(|row| row.terms == NOT_RECORDED || (row.terms as usize) < spells.terms.len()));
        assert!(spells.terms.iter().all(|terms| terms.employment.is_none_or(|share| share.0 > 0.0 && share.0 <= 1.0)));
        let adjoin = |pair: &[SpellRecord]| pair[0].row != pair[1].row || pair[0].to.plus(1) == pair[1].from;
        let in_order = |pair: &[SpellRecord]| {
            let key = |row: &SpellRecord| (row.person, row.from, row.to);
            key(&pair[0]) <= key(&pair[1]) && pair[1].person <= pair[0].person + 1
        };
        assert!(spells.rows.first().is_none_or(|row| row.person == 0));
        assert!(spells.rows.windows(2).all(in_order), "person by person, in order of time");
        let mut by_row = spells.rows.clone();
        by_row.sort_by_key(|row| (row.row, row.from));
        assert!(by_row.windows(2).all(adjoin), "the records of one row follow each other");
    }
}

/// Text made of what pastes are made of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Anst.nr",
        "Namn",
        "Enhet",
        "Fr.o.m.",
        "T.o.m.",
        "Datum",
        "Omf",
        "Orsak",
        "Timmar",
        "Månad",
        "År",
        "Sjukfrånvaro %",
        "Kort",
        "Lön",
        "Lön 2023",
        "Lön 2024-03-05",
        "Förvaltning",
        "Syss.grad",
        "Utgående lön",
        "Högriskskydd",
        "Sjukfallets första dag",
        "Kön",
        "Ålder",
        "Vikariekostnad",
        "Dag 15-59",
        "Dag 60-",
        "K",
        "Alla",
        "30-39",
        "1985",
        "2024-03-01",
        "2024-03-08",
        "01/03/2024",
        "45352",
        "9999-12-31",
        "2024-03",
        "mars",
        "2024",
        "100",
        "0,5",
        "50 %",
        "1.234",
        "1 234,5",
        "-5",
        "Sjuk",
        "VAB",
        "Övrigt",
        "Summa",
        " 640823-3234 ",
        "Norr",
        "\"",
        "\"\"",
        ";",
        ";",
        ";",
        "\t",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\u{a0}",
        "",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

fn choices() -> impl Strategy<Value = Choices> {
    let choice = (0..8_u32, prop::sample::select(Meaning::ALL), any::<bool>()).prop_map(|(column, meaning, comma)| ColumnChoice {
        column,
        meaning: Some(meaning),
        number: comma.then_some(NumberForm::DecimalComma),
        date: None,
    });
    prop::collection::vec(choice, 0..6).prop_map(|columns| Choices {
        columns,
        causes: vec![("Övrigt".to_owned(), true)],
        ..Choices::default()
    })
}

proptest! {
    #[test]
    fn used_and_set_aside_are_what_was_pasted_for_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes, &Choices::default());
    }

    #[test]
    fn used_and_set_aside_are_what_was_pasted_for_any_table(text in pieces(), choices in choices()) {
        check(text.as_bytes(), &Choices::default());
        check(("Anst.nr;Fr.o.m.;T.o.m.;Omf;Orsak;Timmar\n".to_owned() + &text).as_bytes(), &choices);
        check(("Enhet\tMånad\tTimmar\tSjuk %\tKort\n".to_owned() + &text).as_bytes(), &choices);
        check(("Förvaltning;Enhet;Månad;Kön;Ålder;Dag 15-59 tim;Dag 60- tim\n".to_owned() + &text).as_bytes(), &choices);
        check(("Anst.nr;Fr.o.m.;T.o.m.;Lön 2023;Lön 2024-03-05;Syss.grad;Ålder\n".to_owned() + &text).as_bytes(), &choices);
    }

    #[test]
    fn no_personal_identity_number_leaves_the_reading(text in pieces(), choices in choices()) {
        let reading = read(text.as_bytes(), &choices);
        let all = format!("{reading:?}");
        prop_assert!(!all.contains("640823-3234"), "{}", all);
    }
}

#[test]
fn no_day_of_birth_leaves_the_reading() {
    for heading in ["Födelsedatum", "Ålder"] {
        let text = format!("{heading};Fr.o.m.;T.o.m.\n1985-03-12;2024-01-08;2024-01-10\n12/3 1985;2024-01-08;2024-01-10\n");
        for meaning in [None, Some(Meaning::Ignore), Some(Meaning::Employee), Some(Meaning::Hours)] {
            let choice = ColumnChoice { column: 0, meaning, number: None, date: None };
            let all = format!("{:?}", read(text.as_bytes(), &Choices { columns: vec![choice], ..Choices::default() }));
            assert!(!all.contains("03-12") && !all.contains("12/3"), "{all}");
        }
    }
}

/// A paste longer than the sample, and a row of its own below.
fn long(heading: &str, row: impl Fn(usize) -> String, last: &str) -> Reading {
    let mut text = heading.to_owned() + "\n";
    for number in 0..SAMPLE + 500 {
        let _ = writeln!(text, "{}", row(number));
    }
    read((text + last + "\n").as_bytes(), &Choices::default())
}

#[test]
fn a_value_far_below_the_sample_decides_for_the_whole_column() {
    for (heading, cells, last) in [
        ("Anst.nr;Fr.o.m.;T.o.m.;Omf;Timmar", "2024-03-04;2024-03-05;100;16", "x;2024-03-04;2024-03-05;100;1.234,5"),
        ("Anst.nr;Fr.o.m.;T.o.m.;Omf;Timmar", "2024-03-04;2024-03-05;100;1.234", "x;2024-03-04;2024-03-05;100;16,5"),
        ("Anst.nr;Fr.o.m.;T.o.m.;Omf;Timmar", "03/04/2024;03/05/2024;100;16", "x;03/04/2024;03/25/2024;100;16"),
        ("Anst.nr;Fr.o.m.;T.o.m.;Omf;Timmar", "45352;45352;100;16", "x;45352;45352;100;16"),
        ("Anst.nr;Fr.o.m.;T.o.m.;Omf;Timmar", ";;;", "x;2024-03-04;2024-03-05;100;16"),
    ] {
        let reading = long(heading, |number| format!("{number};{cells}"), last);
        let expected = if cells == ";;;" { 1 } else { reading.pasted };
        assert_eq!((reading.pasted, reading.used), (1501, expected), "{cells} then {last}: {:?}", reading.set_aside.first());
        assert!(reading.columns.iter().all(|column| !column.ambiguous), "{cells} then {last}");
    }
}

#[test]
fn one_bad_cell_far_below_costs_its_own_row_only() {
    let reading = long("Anst.nr;Fr.o.m.;T.o.m.;Omf", |number| format!("{number};2024-03-04;2024-03-05;100"), "x;2024-03-04;snart;100");
    assert_eq!((reading.used, reading.set_aside.len()), (1500, 1));
    assert_eq!(reading.set_aside[0].kind, Kind::NotADate);
    // the most of them tell whether extents are fractions or percentages
    for (cells, last, all) in
        [("2024-03-04;2024-03-05;1", "50", 1500), ("2024-03-04;2024-03-05;100", "0,5", 1500), ("2024-03-04;2024-03-05;50", "1,0 %", 1501)]
    {
        let reading = long("Anst.nr;Fr.o.m.;T.o.m.;Omf", |number| format!("{number};{cells}"), &format!("x;2024-03-04;2024-03-05;{last}"));
        assert_eq!((reading.pasted, reading.used), (1501, all), "{cells} then {last}: {:?}", reading.set_aside.first());
    }
}

#[test]
fn headings_that_the_user_moves_are_taken_from_the_column_that_had_them() {
    let text = "Anst.nr;Fr.o.m.;T.o.m.;Start;Omf\n1;2024-03-04;2024-03-08;2024-03-05;100\n";
    let choice = ColumnChoice { column: 3, meaning: Some(Meaning::From), number: None, date: None };
    let reading = read(text.as_bytes(), &Choices { columns: vec![choice], ..Choices::default() });
    let meanings: Vec<Meaning> = reading.columns.iter().map(|column| column.meaning).collect();
    assert_eq!(meanings, [Meaning::Employee, Meaning::Ignore, Meaning::To, Meaning::From, Meaning::Extent]);
}

/// A table of some megabytes, with all that can lie across the end of a piece.
fn large(rows: usize, last: &str) -> String {
    let mut text = String::from("Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omf;Anmärkning\r\n");
    for row in 0..rows {
        let (person, day) = (row * 7 % 5_003, row % 28 + 1);
        let note = ["", "å–😀", "\"två\nrader; och \"\"citat\"\"\"", "5\" rör"][row % 4];
        let _ = write!(text, "{person};Enhet {};2024-03-{day:02};2024-03-{day:02};100;{note}\r\n", person % 50);
    }
    text + last
}

#[test]
fn a_large_table_reads_the_same_in_pieces_of_every_size() {
    let text = large(40_000, "1;Enhet 1;2024-04-01;2024-04-02;50;\n");
    let choices = Choices::default();
    let whole = read(text.as_bytes(), &choices);
    assert!(whole.used > 20_000, "{}", whole.used);
    for size in [1_000, 65_537, text.len()] {
        assert_eq!(in_pieces(text.as_bytes(), &choices, size), whole, "in pieces of {size}");
    }
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(in_pieces(&utf16, &choices, 65_537), whole, "UTF-16");
}

#[test]
fn one_letter_far_down_decides_the_encoding() {
    let mut bytes = large(30_000, "").replace(['å', '–', '😀', 'ä'], "a").into_bytes();
    bytes.extend_from_slice(b"1;Enhet \xe5;2024-04-01;2024-04-02;50;\n");
    let reading = in_pieces(&bytes, &Choices::default(), 65_537);
    assert!(reading.units.contains(&"Enhet å".to_owned()));
}

#[test]
fn what_is_no_table_is_refused_in_a_word() {
    for (bytes, kind) in [
        (vec![b'x'; 6_000_000], Kind::EndlessRow),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Kind::NotText),
        (b"a;".repeat(20_000), Kind::TooWide),
        (b"\xef\xbb\xbfsep=;\r\n".to_vec(), Kind::Empty),
        (b"sep=;".to_vec(), Kind::Empty),
        (b" \n\t\n".to_vec(), Kind::Empty),
        (Vec::new(), Kind::Empty),
    ] {
        let reading = read(&bytes, &Choices::default());
        assert_eq!((reading.pasted, reading.notes[0].kind), (0, kind));
    }
}
