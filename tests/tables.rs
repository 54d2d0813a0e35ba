//! Several tables as one, and rows that were set aside written out to be mended.
#![allow(missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use barkraft::absence::{Basis, Statistics, Sums, count};
use barkraft::note::Kind;
use barkraft::read::{Choices, Layout, Mend, Reading, Records, SameMonths, join, read};
use barkraft::view::{self, Detail, OpenedSettings, Origin, Settings, View};
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

// ---- tables about units ----

fn viewed(reading: &Reading, settings: &Settings) -> View {
    view::view(reading, &count(reading, &view::basis(settings)), settings, Detail::Steps)
}

fn close(one: Option<f64>, other: f64) -> bool {
    one.is_some_and(|one| (one - other).abs() < 1e-9 * other.abs().max(1.0))
}

fn rows_hold(reading: &Reading) -> bool {
    reading.used + reading.parts.iter().map(|part| u32::try_from(part.set_aside.len()).unwrap()).sum::<u32>() == reading.pasted
        && reading.parts.iter().all(|table| table.used as usize + table.set_aside.len() == table.pasted as usize)
}

fn noted(reading: &Reading, statistics: &Statistics, kind: Kind) -> Option<u32> {
    let notes = reading.parts.iter().flat_map(|part| &part.notes).chain(&statistics.notes);
    notes.filter(|note| note.kind == kind).map(|note| note.count).reduce(|sum, count| sum + count)
}

/// Two units, 40 + 16 sick hours in March and 8 in April.
const SPELLS: &str =
    "Anst.nr;Enhet;Fr.o.m.;T.o.m.\n1;Norr;2024-03-04;2024-03-08\n2;Söder;2024-03-11;2024-03-12\n3;Norr;2024-04-02;2024-04-02\n";

#[test]
fn a_table_about_units_gives_per_cent_days_per_employee_and_pay() {
    let about = "Enhet;Antal anställda;Månadslön;Schemalagda timmar\nNORR;10;34500;1600\n söder ;5;30000;800\n";
    let both = joined(&[SPELLS, about]);
    assert_eq!((both.layout, both.pasted, both.used), (Layout::Spells, 5, 5));
    let settings = Settings::default();
    let view = viewed(&both, &settings);
    assert!(close(view.total.absence_percent, 64.0 / 4_800.0 * 100.0), "{:?}", view.total.absence_percent);
    assert!(close(view.total.headcount, 15.0) && close(view.total.net_days_per_employee, 8.0 / 15.0));
    // the same pay as if each row told it
    let told = "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Månadslön\n1;Norr;2024-03-04;2024-03-08;34500\n2;Söder;2024-03-11;2024-03-12;30000\n\
                3;Norr;2024-04-02;2024-04-02;34500\n";
    let told = viewed(&table(told), &settings);
    assert!(
        close(view.total.sick_pay, told.total.sick_pay.unwrap()) && close(view.total.estimated_total, told.total.estimated_total.unwrap())
    );
    let unit = view.units.iter().find(|unit| unit.unit == "Norr").unwrap();
    assert!(close(unit.period.absence_percent, 48.0 / 3_200.0 * 100.0) && close(unit.period.headcount, 10.0));
    // they come from the table, until the user says otherwise
    let input = |view: &View, id: &str| view.inputs.iter().find(|input| input.id == id).map(|input| (input.value, input.origin)).unwrap();
    assert_eq!(input(&view, "headcount"), (Some(15.0), Origin::Data));
    assert!(matches!(input(&view, "monthly_pay"), (Some(_), Origin::Data)));
    let view = viewed(&both, &Settings { headcount: Some(20.0), ..settings });
    assert_eq!(input(&view, "headcount"), (Some(20.0), Origin::Given));
    assert!(close(view.total.net_days_per_employee, 8.0 / 20.0));
}

#[test]
fn part_time_posts_and_ceilings_are_counted_by_the_pay_of_the_unit() {
    let spells = "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Sysselsättningsgrad\n1;Norr;2024-02-05;2024-05-31;80\n2;Norr;2024-03-04;2024-03-05;100\n";
    let told = "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Sysselsättningsgrad;Månadslön\n1;Norr;2024-02-05;2024-05-31;80;61000\n2;Norr;2024-03-04;2024-03-05;100;61000\n";
    let both = viewed(&joined(&[spells, "Enhet;Medellön\nNorr;61 000 kr\n"]), &Settings::default());
    let told = viewed(&table(told), &Settings::default());
    for (one, other) in [
        (both.total.sick_pay, told.total.sick_pay),
        (both.total.labour_cost, told.total.labour_cost),
        (both.in_span.parties.state, told.in_span.parties.state),
    ] {
        assert!(close(one, other.unwrap()), "{one:?} {other:?}");
    }
}

#[test]
fn a_month_goes_before_every_month_and_a_unit_before_all() {
    let both = joined(&[
        SPELLS,
        "Enhet;Antal anställda\nNorr;10\nSöder;5\n",
        "Enhet;Månad;Antal anställda\nNorr;2024-04;12\n",
        "Månad;Medellön\n2024-03;30000\n2024-04;31000\n",
        "Enhet;Medellön\nNorr;40000\n",
    ]);
    let statistics = count(&both, &Basis::default());
    let (norr, söder) = (0, 1);
    let months: Vec<_> = statistics.months().collect();
    assert_eq!([0, 1].map(|month| Some(statistics.cell(norr, months[month]).headcount)), [Some(10.0), Some(12.0)]);
    let pay = |unit, month: usize| statistics.cell(unit, months[month]).bands().all().monthly_pay(None).map(|pay| pay.0);
    // two pays for Norr in a month and in every month: the month of all is less near than the unit
    assert_eq!((pay(norr, 0), pay(söder, 0)), (Some(40_000.0), Some(30_000.0)));
    assert!(rows_hold(&both));
}

#[test]
fn what_is_known_of_all_together_is_no_ones_own() {
    let both = joined(&[SPELLS, "Månad;Antal anställda;Ordinarie arbetstid\n2024-03;15;2400\n2024-04;15;2300\n2024-07;15;2300\n"]);
    let view = viewed(&both, &Settings::default());
    assert!(close(view.total.absence_percent, 64.0 / 4_700.0 * 100.0) && close(view.total.headcount, 15.0));
    assert!(view.units.iter().all(|unit| unit.period.absence_percent.is_none() && unit.period.headcount.is_none()));
    assert_eq!(noted(&both, &count(&both, &Basis::default()), Kind::AboutOtherMonths), Some(1));
    let one = viewed(&both, &Settings { opened: OpenedSettings { department: None, unit: Some("Norr".into()) }, ..Settings::default() });
    assert_eq!((one.total.absence_percent, one.total.headcount), (None, None));
    // with units' own numbers that come to something else, those stand
    let nearer = joined(&[SPELLS, "Månad;Antal anställda\n2024-03;15\n2024-04;14\n", "Enhet;Antal anställda\nNorr;10\nSöder;5\n"]);
    assert_eq!(noted(&nearer, &count(&nearer, &Basis::default()), Kind::AboutNearer), Some(1));
    assert!(close(viewed(&nearer, &Settings::default()).total.headcount, 15.0));
}

#[test]
fn departments_are_found_by_name_where_no_unit_is_called_so() {
    let spells = "Anst.nr;Förvaltning;Enhet;Fr.o.m.;T.o.m.\n1;Vård;Stab;2024-03-04;2024-03-08\n2;Vård;Norr;2024-03-04;2024-03-05\n3;Skola;Stab;2024-03-04;2024-03-04\n";
    let both = joined(&[spells, "Förvaltning;Antal anställda;Ordinarie arbetstid\nvård;40;6400\nSkola;8;1300\n"]);
    let opened = |department: Option<&str>, unit: Option<&str>| {
        let opened = OpenedSettings { department: department.map(Into::into), unit: unit.map(Into::into) };
        let total = viewed(&both, &Settings { opened, ..Settings::default() }).figures.total;
        (total.headcount, total.absence_percent)
    };
    assert_eq!(opened(Some("Vård"), None), (Some(40.0), Some(56.0 / 6_400.0 * 100.0)));
    assert_eq!(opened(Some("Vård"), Some("Norr")), (None, None));
    // a department of one unit is that unit
    assert_eq!(opened(Some("Skola"), Some("Stab")), (Some(8.0), Some(8.0 / 1_300.0 * 100.0)));
    assert_eq!(opened(None, None), (Some(48.0), Some(64.0 / 7_700.0 * 100.0)));
    // `Stab` alone could be either
    let unknown = joined(&[spells, "Enhet;Antal anställda\nStab;3\nNorr;4\n"]);
    assert_eq!(unknown.parts[1].set_aside.iter().map(|row| (row.row, row.kind)).collect::<Vec<_>>(), [(2, Kind::UnknownUnit)]);
}

#[test]
fn days_per_employee_are_those_of_units_whose_employees_are_known() {
    let both = joined(&[SPELLS, "Enhet;Antal anställda\nNorr;10\n"]);
    let view = viewed(&both, &Settings::default());
    // 48 of the 64 sick hours are those of Norr
    assert!(close(view.total.headcount, 10.0) && close(view.total.net_days_per_employee, 6.0 / 10.0));
    assert!(close(view.total.short_net_days_per_employee, 6.0 / 10.0) && close(Some(view.total.net_days), 8.0));
    let steps = &view.total.figures.as_ref().unwrap()["net_days_per_employee"].steps;
    assert_eq!(steps[0].operands[0].id, "sick_hours_known");
    let given = viewed(&both, &Settings { headcount: Some(16.0), ..Settings::default() });
    assert!(close(given.total.net_days_per_employee, 8.0 / 16.0));
}

#[test]
fn a_group_that_tells_in_some_months_is_not_added_to_its_members_in_others() {
    let heads = |tables: &[&str]| {
        let all: Vec<&str> = std::iter::once(SPELLS).chain(tables.iter().copied()).collect();
        viewed(&joined(&all), &Settings::default()).total.headcount
    };
    let everyone = "Månad;Antal anställda\n2024-03;15\n2024-04;15\n";
    assert!(close(heads(&[everyone, "Enhet;Månad;Antal anställda\nNorr;2024-03;10\nSöder;2024-03;5\n"]), 15.0));
    assert!(close(heads(&["Månad;Antal anställda\n2024-04;15\n", "Enhet;Månad;Antal anställda\nNorr;2024-03;10\n"]), 15.0));
}

#[test]
fn scheduled_hours_make_nothing_of_percentages_whose_hours_are_not_known() {
    let percent = |tables: &[&str]| viewed(&joined(tables), &Settings::default()).total.absence_percent;
    let rates = "Enhet;Månad;Sjukfrånvaro %\nNorr;2024-01;5,0\nSöder;2024-01;4,0\n";
    assert_eq!(percent(&[rates, "Månad;Ordinarie arbetstid\n2024-01;11000\n"]), None);
    let twice = "Enhet;Månad;Anställningsform;Sjukfrånvaro %\nNorr;2024-01;Tillsvidare;5,0\nNorr;2024-01;Visstid;4,0\n";
    assert_eq!(percent(&[twice, "Enhet;Ordinarie arbetstid\nNorr;1000\n"]), None);
    let one_open = "Enhet;Månad;Timmar;Sjukfrånvaro %\nNorr;2024-01;50;\nSöder;2024-01;;4,0\n";
    assert_eq!(percent(&[one_open, "Månad;Ordinarie arbetstid\n2024-01;2000\n"]), None);
}

#[test]
fn short_days_per_employee_follow_the_share_that_was_given() {
    let both = joined(&["Enhet;Månad;Timmar\nNorr;2024-01;100\nSöder;2024-01;40\n", "Enhet;Antal anställda\nNorr;10\n"]);
    let view = viewed(&both, &Settings { short_share: Some(50.0), ..Settings::default() });
    assert!(close(view.total.short_net_days_per_employee, 50.0 / 8.0 / 10.0), "{:?}", view.total.short_net_days_per_employee);
}

#[test]
fn units_that_differ_in_case_or_blanks_alone_are_one_and_that_is_said() {
    let spells = "Anst.nr;Enhet;Fr.o.m.;T.o.m.\n1;Norr;2024-03-04;2024-03-08\n2;NORR;2024-03-11;2024-03-12\n";
    let later = "Anst.nr;Enhet;Fr.o.m.;T.o.m.\n3;norr ;2024-04-01;2024-04-02\n4;Söder;2024-04-03;2024-04-04\n";
    let both = joined(&[spells, later, "Enhet;Antal anställda\nnorr;10\nSÖDER;4\n"]);
    assert_eq!(both.units, ["Norr", "Söder"]);
    let statistics = count(&both, &Basis::default());
    let month = statistics.months().next().unwrap();
    assert!([10.0, 4.0].into_iter().enumerate().all(|(unit, heads)| close(Some(statistics.cell(unit, month).headcount), heads)));
    let told = |part: usize| both.parts[part].notes.iter().find(|note| note.kind == Kind::UnitsAlike).and_then(|note| note.found.clone());
    assert_eq!([told(0), told(1), told(2)].map(Option::unwrap_or_default), ["NORR", "norr", ""]);
    let months = "Förvaltning;Enhet;Månad;Timmar\nVård;Norr;2024-01;10\nVÅRD;Norr;2024-02;20\nSkola;Norr;2024-01;5\nVård;Öst;2024-01;5\nSkola;Väst;2024-01;5\n";
    let months = table(months);
    assert_eq!(months.units, ["Norr", "Norr", "Öst", "Väst"]);
    assert_eq!((months.departments, months.department_of), (vec!["Vård".into(), "Skola".into()], vec![0, 1, 0, 1]));
}

#[test]
fn numbers_without_a_check_digit_tell_nobody_apart() {
    let row = |day: u8| format!("Norr;2024-03-{day:02};2024-03-{day:02};{}", if day == 3 { "19640823-3234" } else { "" });
    let text = format!("Enhet;Fr.o.m.;T.o.m.;Handläggare\n{}\n", (1..=20).map(row).collect::<Vec<_>>().join("\n"));
    assert_eq!(table(&text).used, 20);
    let text = "Enhet;Fr.o.m.;T.o.m.;Diarienr\nNorr;2024-03-04;2024-03-05;240301-0012\nNorr;2024-03-11;2024-03-12;\n";
    assert_eq!(table(text).used, 2);
    let text = "Enhet;Antal anställda;Telefon\nNorr;10;070123-4567\nSöder;5;070123-4568\n";
    assert_eq!((table(text).layout, table(text).used), (Layout::AboutUnits, 2));
}

#[test]
fn what_the_absence_says_itself_stands() {
    let months = "Enhet;Månad;Timmar;Antal anställda\nNorr;2024-01;10;45\nSöder;2024-01;20;\n";
    let both = joined(&[months, "Enhet;Antal anställda\nNorr;50\nSöder;30\n"]);
    let statistics = count(&both, &Basis::default());
    let month = statistics.months().next().unwrap();
    assert_eq!([0, 1].map(|unit| Some(statistics.cell(unit, month).headcount)), [Some(45.0), Some(30.0)]);
    assert_eq!(noted(&both, &statistics, Kind::AboutDiffers), Some(1));
}

#[test]
fn per_cent_become_hours_by_the_scheduled_hours_of_the_unit() {
    let both = joined(&[
        "Enhet;Månad;Sjukfrånvaro %\nNorr;2024-01;5,0\nSöder;2024-01;4,0\n",
        "Enhet;Ordinarie arbetstid\nNorr;6000\nSöder;5000\n",
    ]);
    assert!((hours(&both) - 500.0).abs() < 1e-9, "{}", hours(&both));
    let view = viewed(&both, &Settings::default());
    assert!(close(view.total.absence_percent, 500.0 / 11_000.0 * 100.0));
}

#[test]
fn a_month_that_is_not_over_has_no_per_cent() {
    let both = joined(&[SPELLS, "Enhet;Ordinarie arbetstid\nNorr;1600\nSöder;800\n"]);
    let view = viewed(&both, &Settings { as_of: Some("2024-04-15".into()), ..Settings::default() });
    assert!(close(view.total.absence_percent, 56.0 / 2_400.0 * 100.0));
}

#[test]
fn units_that_are_not_in_the_absence_are_set_aside_and_can_be_mended() {
    let about = "Enhet;Antal anställda\nNor;10\nSöder;5\n";
    let both = joined(&[SPELLS, about]);
    let (aside, statistics) = (&both.parts[1].set_aside, count(&both, &Basis::default()));
    assert_eq!(
        aside.iter().map(|row| (row.row, row.kind, row.found.as_deref())).collect::<Vec<_>>(),
        [(2, Kind::UnknownUnit, Some("Nor"))]
    );
    assert_eq!([Kind::AboutUnitsLacking, Kind::AboutUnits].map(|kind| noted(&both, &statistics, kind)), [Some(1); 2]);
    let csv = written(&both, 1, about.as_bytes(), 100);
    assert_eq!(csv, "\u{feff}Rad;Enhet;Antal anställda;Varför\r\n2;Nor;10;unknown_unit\r\n");
    let mended = joined(&[SPELLS, about, &csv.replace("Nor;", "Norr;")]);
    assert_eq!((mended.parts[2].layout, mended.parts[2].used), (Layout::AboutUnits, 1));
    assert!(close(viewed(&mended, &Settings::default()).total.headcount, 15.0));
}

#[test]
fn what_is_said_twice_counts_once_and_contradictions_not_at_all() {
    let (one, same, other) =
        ("Enhet;Antal anställda\nNorr;10\n", "Enhet;Antal anställda;Medellön\nnorr;10;30000\n", "Enhet;Antal anställda\nNorr;11\n");
    let twice = joined(&[SPELLS, one, one]);
    assert_eq!((twice.parts[1].used, twice.parts[2].set_aside[0].kind), (1, Kind::DuplicateRow));
    let more = joined(&[SPELLS, one, same]);
    assert_eq!((more.parts[1].used, more.parts[2].used), (1, 1));
    let differing = joined(&[SPELLS, one, other]);
    assert!(differing.parts[1..].iter().all(|part| part.used == 0 && part.set_aside[0].kind == Kind::AboutTwice));
    assert_eq!(viewed(&differing, &Settings::default()).total.headcount, None);
    assert!([&twice, &more, &differing].into_iter().all(rows_hold));
}

#[test]
fn alone_it_waits_for_the_absence() {
    let alone = table("Enhet;Antal anställda\nNorr;10\n");
    assert_eq!((alone.layout, alone.used, &alone.records), (Layout::AboutUnits, 1, &Records::None));
    let view = viewed(&alone, &Settings::default());
    assert_eq!(
        view.notes.iter().map(|note| (note.id.as_str(), note.expected.as_deref())).collect::<Vec<_>>(),
        [("about_alone", Some("headcount"))]
    );
    let two = joined(&["Enhet;Antal anställda\nNorr;10\n", "Enhet;Medellön\nNorr;30000\n"]);
    assert_eq!((two.layout, two.used, viewed(&two, &Settings::default()).notes.len()), (Layout::AboutUnits, 2, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whichever table came first, whatever the case of the names and however many tables: the same comes of them, and no row is lost.
    #[test]
    fn tables_about_units_are_joined_in_any_order(
        spells in prop::collection::vec((0..4_u8, 0..4_u8, 0..120_i32, 0..20_i32), 1..12),
        facts in prop::collection::vec((0..6_u8, 0..6_u8, 1..4_u8, any::<bool>()), 1..10),
        cut in 0..10_usize,
        first in any::<bool>(),
        monthly in any::<bool>(),
    ) {
        let day = barkraft::quantity::Date::from_iso("2024-01-01").unwrap();
        let line = |&(person, unit, from, days): &(u8, u8, i32, i32)| if monthly {
            format!("Enhet {unit};2024-0{};{}\n", person + 1, days + 1)
        } else {
            format!("{person};Enhet {unit};{};{}\n", day.plus(from), day.plus(from + days))
        };
        let heading = if monthly { "Enhet;Månad;Timmar\n" } else { HEADING };
        let absence = format!("{heading}{}", spells.iter().map(line).collect::<String>());
        let fact = |&(unit, month, heads, upper): &(u8, u8, u8, bool)| {
            format!("{} {unit};2024-0{};{heads};{}\n", if upper { "ENHET" } else { "enhet" }, month + 1, 30_000 + u32::from(heads))
        };
        let cut = cut.min(facts.len());
        let text = |facts: &[(u8, u8, u8, bool)]| format!("Enhet;Månad;Antal anställda;Månadslön\n{}", facts.iter().map(fact).collect::<String>());
        let tables: Vec<String> = [&facts[..cut], &facts[cut..]].into_iter().filter(|facts| !facts.is_empty()).map(text).collect();
        let with = |absence_at: usize, turned: bool| {
            let mut all: Vec<&str> = tables.iter().map(String::as_str).collect();
            if turned { all.reverse(); }
            all.insert(absence_at.min(all.len()), &absence);
            joined(&all)
        };
        let (one, other) = (with(0, false), with(if first { 1 } else { 2 }, true));
        prop_assert!(rows_hold(&one) && rows_hold(&other));
        prop_assert_eq!((one.pasted, one.used), (other.pasted, other.used));
        let cells = |reading: &Reading| {
            let statistics = count(reading, &Basis::default());
            let months: Vec<_> = statistics.months().collect();
            (0..reading.units.len()).flat_map(|unit| months.iter().map(|month| statistics.cell(unit, *month)).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        prop_assert_eq!(cells(&one), cells(&other));
        // without them: what was there before, and what they leave as it was
        let bare = joined(&[&absence]);
        let hours = |cells: &[Sums]| cells.iter().map(|cell| cell.bands().all_hours()).sum::<f64>();
        prop_assert!((hours(&cells(&one)) - hours(&cells(&bare))).abs() < 1e-9);
        prop_assert!(cells(&bare).iter().all(|cell| cell.headcount == 0.0 && cell.bands().all().priced == 0.0));
    }
}
