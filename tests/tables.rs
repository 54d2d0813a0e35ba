//! Several tables as one, and rows that were set aside written out to be mended.
#![allow(missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use barkraft::absence::{Basis, count};
use barkraft::note::Kind;
use barkraft::read::{Choices, Layout, Mend, Reading, Records, SameMonths, join, read};
use proptest::prelude::*;

fn table(text: &str) -> Reading {
    read(text.as_bytes(), &Choices::default())
}

fn joined(tables: &[&str]) -> Reading {
    join(tables.iter().map(|text| table(text)).collect(), &[])
}

fn hours(reading: &Reading) -> f64 {
    let statistics = count(reading, &Basis::default());
    let months: Vec<_> = statistics.months().collect();
    (0..reading.units.len())
        .flat_map(|unit| months.iter().map(move |month| (unit, *month)))
        .map(|(unit, month)| statistics.cell(unit, month).bands().all_hours())
        .sum()
}

const HEADING: &str = "Anst.nr;Enhet;Fr.o.m.;T.o.m.\n";

#[test]
fn another_year_of_the_same_people_goes_on_where_the_first_ended() {
    let december = format!("{HEADING}1;Norr;2023-12-27;2023-12-29\n2;Norr;2023-12-04;2023-12-05\n");
    let january = format!("{HEADING}2;Norr;2024-02-05;2024-02-06\n1;Norr;2024-01-02;2024-01-03\n");
    let whole = table(&format!("{december}{}", january.strip_prefix(HEADING).unwrap()));
    let both = joined(&[&december, &january]);
    assert_eq!((both.pasted, both.used, both.layout), (4, 4, Layout::Spells));
    assert_eq!(count(&both, &Basis::default()).people, Some(2));
    assert!((hours(&both) - hours(&whole)).abs() < 1e-9);
    // one sick-pay period over New Year: one deduction for person 1
    let deduction = |reading: &Reading| {
        let statistics = count(reading, &Basis::default());
        statistics.months().map(|month| statistics.cell(0, month).bands().deduction.hours()).sum::<f64>()
    };
    assert!((deduction(&both) - deduction(&whole)).abs() < 1e-9);
}

#[test]
fn rows_that_both_tables_have_count_once() {
    let first = format!("{HEADING}1;Norr;2024-03-04;2024-03-08\n2;Norr;2024-03-11;2024-03-12\n");
    let second = "Enhet;Anst.nr;Fr.o.m.;T.o.m.;Rad\nNorr;2;2024-03-11;2024-03-12;7\nNorr;3;2024-04-01;2024-04-02;8\n";
    let both = joined(&[&first, second]);
    assert_eq!((both.pasted, both.used), (4, 3));
    assert_eq!(both.parts[1].set_aside.iter().map(|row| (row.row, row.kind)).collect::<Vec<_>>(), [(2, Kind::DuplicateRow)]);
}

#[test]
fn another_unit_is_added_by_name() {
    let both = joined(&["Enhet;Månad;Timmar\nNorr;2024-01;10\n", "Enhet;Månad;Timmar\nSöder;2024-01;20\nNorr;2024-02;5\n"]);
    assert_eq!((both.units.as_slice(), hours(&both)), (["Norr".to_owned(), "Söder".to_owned()].as_slice(), 35.0));
}

#[test]
fn months_that_two_tables_tell_differently_are_asked_about() {
    let (first, second) =
        ("Enhet;Månad;Timmar\nNorr;2024-01;10\nNorr;2024-02;7\n", "Enhet;Månad;Timmar\nNorr;2024-01;12\nNorr;2024-02;7\n");
    for (said, expected, used) in
        [(None, 17.0, 2), (Some(SameMonths::Earlier), 17.0, 2), (Some(SameMonths::Later), 19.0, 2), (Some(SameMonths::Both), 29.0, 3)]
    {
        let both = join(vec![table(first), table(second)], &[None, said]);
        assert_eq!((hours(&both), both.used, both.pasted), (expected, used, 4), "{said:?}");
        let asked = both.parts[1].notes.iter().find(|note| note.kind == Kind::SameMonths);
        assert_eq!(asked.map(|note| note.count), said.is_none().then_some(1));
        assert!(both.parts.iter().all(|table| table.used as usize + table.set_aside.len() == table.pasted as usize));
    }
}

#[test]
fn a_table_of_another_kind_is_set_aside_with_a_word() {
    let both = joined(&[&format!("{HEADING}1;Norr;2024-03-04;2024-03-08\n"), "Enhet;Månad;Timmar\nNorr;2024-01;12\n"]);
    assert_eq!((both.used, both.pasted), (1, 2));
    assert_eq!(both.parts[1].set_aside[0].kind, Kind::OtherKind);
}

fn written(reading: &Reading, number: usize, bytes: &[u8], piece: usize) -> String {
    let labels = ["Rad", "Varför", "not_a_date", "inget datum"].map(String::from);
    let mut mend = Mend::new(reading, number, &labels);
    loop {
        bytes.chunks(piece).all(|piece| mend.push(piece));
        if mend.end() {
            return String::from_utf8(mend.finish()).unwrap();
        }
    }
}

#[test]
fn rows_set_aside_are_written_without_names_and_can_be_pasted_again() {
    let text = "Anst.nr;Namn;Fr.o.m.;T.o.m.;Orsak;Anm\n17;Eva Ek;2024-03-04;2024-03-08;Sjuk;=1+1\n18;Bo Berg;2024-13-04;2024-03-08;Sjuk;Eva\n\
                17;Eva Ek;2024-04-31;2024-05-02;Sjuk;\n18;Bo Berg;2024-04-02;2024-04-03;VAB;\n";
    let reading = table(text);
    for piece in [1, 7, text.len()] {
        let csv = written(&reading, 0, text.as_bytes(), piece);
        assert_eq!(
            csv,
            "\u{feff}Rad;Anst.nr;Namn;Fr.o.m.;T.o.m.;Orsak;Anm;Varför\r\n3;#2;;2024-13-04;2024-03-08;Sjuk;;inget datum\r\n\
             4;#1;;2024-04-31;2024-05-02;Sjuk;;inget datum\r\n"
        );
    }
    let mended = written(&reading, 0, text.as_bytes(), 100).replace("2024-13-04", "2024-03-04").replace("2024-04-31", "2024-05-01");
    let both = join(vec![table(text), table(&mended)], &[]);
    assert_eq!(both.parts[1].used, 2);
    let Records::Spells(spells) = &both.records else { panic!("spells") };
    // of person 1 two rows; who was never used in the first table is a person of their own
    assert_eq!(spells.rows.iter().map(|row| row.person).collect::<Vec<_>>(), [0, 0, 1]);
}

#[test]
fn an_exported_cell_never_starts_a_formula() {
    let text = "Enhet;Fr.o.m.;T.o.m.;Timmar\n=cmd|' /C calc'!A0;2024-13-04;2024-03-08;-5\n@A;2024-03-04;2024-03-08;8\n";
    let csv = written(&table(text), 0, text.as_bytes(), 100);
    assert!(csv.contains(';') && !csv.contains(";=") && !csv.contains("\r\n="), "{csv}");
    assert!(csv.contains("'=cmd"), "{csv}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Cutting a table in two and adding the second half changes nothing.
    #[test]
    fn a_table_in_two_halves_is_the_table(
        rows in prop::collection::vec((0..4_u8, 0..3_u8, 0..300_i32, 0..20_i32), 2..24),
        cut in 1..23_usize,
    ) {
        let first = barkraft::quantity::Date::from_iso("2024-01-01").unwrap();
        let line = |&(person, unit, from, days): &(u8, u8, i32, i32)| format!("{person};Enhet {unit};{};{}\n", first.plus(from), first.plus(from + days));
        let lines: Vec<String> = rows.iter().map(line).collect();
        let cut = cut.min(lines.len() - 1);
        let text = |lines: &[String]| format!("{HEADING}{}", lines.concat());
        let whole = table(&text(&lines));
        let both = joined(&[&text(&lines[..cut]), &text(&lines[cut..])]);
        prop_assert_eq!((both.pasted, both.used), (whole.pasted, whole.used));
        prop_assert!((hours(&both) - hours(&whole)).abs() < 1e-6);
        prop_assert!(both.parts.iter().all(|table| table.used as usize + table.set_aside.len() == table.pasted as usize));
    }
}

#[test]
fn hours_stand_for_an_extent_that_one_row_does_not_tell_as_in_a_table_that_tells_none() {
    let whole =
        table("Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Timmar\n1;Norr;2024-03-04;2024-04-26;;160\n2;Söder;2024-03-04;2024-03-05;100;16\n");
    let without = table("Anst.nr;Enhet;Fr.o.m.;T.o.m.;Timmar\n1;Norr;2024-03-04;2024-04-26;160\n2;Söder;2024-03-04;2024-03-05;16\n");
    assert_eq!((whole.used, whole.pasted), (2, 2));
    assert!(whole.notes.iter().any(|note| note.kind == Kind::ExtentByHours && note.count == 1));
    let (whole, without) = (count(&whole, &Basis::default()), count(&without, &Basis::default()));
    for month in without.months() {
        assert_eq!(whole.cell(0, month), without.cell(0, month), "{month}");
    }
}
