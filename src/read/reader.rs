//! The way from bytes to records, step by step.

use super::columns::{self, Column};
use super::convention::{self, Tally};
use super::headings;
use super::layout::{self, as_u32};
use super::meaning::{Content, Meaning};
use super::rows::Body;
use super::table::{Cells, Rows};
use super::text::{decode, shown, trim};
use super::top::{self, Top};
use super::units::{self, Names};
use super::{Choices, DateForm, Layout, Reading, Records, group, months, people, spells};
use crate::note::{Kind, Note};

/// So many rows from the top give the first idea of what the columns mean and how they are written.
const SAMPLE: usize = 1000;

/// A convention found from the sample does not hold for all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unsettled;

/// Reads pasted text, or the bytes of a text file.
///
/// ```
/// use barkraft::read::{Choices, Layout, read};
/// let reading = read("Fr.o.m.;T.o.m.;Omf\n2024-03-04;2024-03-08;50 %\n".as_bytes(), &Choices::default());
/// assert_eq!(reading.layout, Layout::Spells);
/// assert_eq!((reading.pasted, reading.used), (1, 1));
/// ```
#[must_use]
pub fn read(bytes: &[u8], choices: &Choices) -> Reading {
    let text = decode(bytes);
    if trim(&text).is_empty() {
        return nothing();
    }
    let rows = Rows::of(&text);
    let delimiter = rows.delimiter();
    let top = top::find(rows);
    let sample = sample(top.body.clone());
    let width = top::width(&top.heading, &sample);
    let mut heading = top.heading.clone();
    heading.resize(width, "");

    let mut notes = Vec::new();
    if let Some((line, title, count)) = &top.titles {
        notes.push(Note::new(Kind::NotData).row(*line).found(shown(title)).count(*count));
    }
    let mut columns = columns::of(&heading, &sample, choices);
    units::find_levels(&mut columns, &sample);
    group::mark_divided(&mut columns, &sample);
    let titles = top.titles.as_ref().map_or("", |(_, text, _)| text);
    let units = sample.first().filter(|row| is_units(row)).map(Vec::as_slice);
    let layout = layout::decide(&mut columns, titles, units, &mut notes);
    if layout == Layout::Unknown && !top.known {
        notes.retain(|note| note.kind != Kind::NoLayout);
        notes.push(Note::new(Kind::NoHeading));
    }

    let (outcome, settling) = records(&top, &heading, &mut columns, layout, choices, sample.len() < SAMPLE);
    notes.extend(settling);
    layout::note_unused(&columns, layout, &mut notes);
    note_absent(&columns, layout, &mut notes);
    notes.extend(outcome.notes);
    let used = outcome.used;
    if used == 0 && layout != Layout::Unknown {
        notes.push(Note::new(Kind::NoRows));
    }
    let misfits = |index: usize| outcome.misfits.get(index).copied().unwrap_or(0);
    Reading {
        layout,
        delimiter,
        heading_row: top.line,
        columns: columns.into_iter().enumerate().map(|(index, column)| column.reading(misfits(index))).collect(),
        records: outcome.records,
        units: outcome.names.units,
        departments: outcome.names.departments,
        department_of: outcome.names.department_of,
        pasted: as_u32(used + outcome.set_aside.len()),
        used: as_u32(used),
        set_aside: outcome.set_aside,
        notes,
    }
}

fn nothing() -> Reading {
    Reading {
        layout: Layout::Unknown,
        delimiter: b'\t',
        heading_row: 0,
        columns: Vec::new(),
        records: Records::None,
        units: vec![String::new()],
        departments: Vec::new(),
        department_of: Vec::new(),
        pasted: 0,
        used: 0,
        set_aside: Vec::new(),
        notes: vec![Note::new(Kind::Empty)],
    }
}

/// The first rows that are not blank.
fn sample(mut rows: Rows<'_>) -> Vec<Vec<&str>> {
    let mut sample = Vec::new();
    let mut cells = Cells::default();
    while sample.len() < SAMPLE && rows.next_into(&mut cells).is_some() {
        if cells.filled_from(0).is_some() {
            sample.push(cells.texts().collect());
        }
    }
    sample
}

fn is_units(row: &[&str]) -> bool {
    row.iter().filter(|cell| !cell.is_empty()).all(|cell| headings::is_unit_of_measure(cell))
}

/// What came of the rows.
struct Outcome {
    records: Records,
    /// How many rows they are of.
    used: usize,
    names: Names,
    set_aside: Vec<super::SetAside>,
    misfits: Vec<u32>,
    notes: Vec<Note>,
}

/// Settles how the columns are written, and reads the rows: by the sample first; where that does not hold, by all rows.
fn records(top: &Top, heading: &[&str], columns: &mut [Column], layout: Layout, choices: &Choices, whole: bool) -> (Outcome, Vec<Note>) {
    let mut settled = whole;
    loop {
        let limit = if settled { usize::MAX } else { SAMPLE };
        let tallies = tallies(top, heading, columns, limit);
        convention::settle(columns, &tallies);
        let open = |(column, tally): (&Column, &Tally)| column.ambiguous || can_be_blank(column) && tally.filled == 0;
        if !settled && columns.iter().zip(&tallies).any(open) {
            settled = true;
            continue;
        }
        if settled {
            leave_blank(columns, &tallies);
        }
        match attempt(top, heading, columns, layout, choices, settled) {
            Ok(outcome) => return (outcome, questions(columns, &tallies)),
            Err(Unsettled) => settled = true,
        }
    }
}

/// How the cells of each column are written, in the rows that are data.
fn tallies(top: &Top, heading: &[&str], columns: &[Column], limit: usize) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); columns.len()];
    let mut body = Body::new(top.body.clone(), heading, columns);
    let mut rows = 0;
    while rows < limit && body.next().is_some() {
        rows += 1;
        for ((tally, column), cell) in tallies.iter_mut().zip(columns).zip(body.cells.texts()) {
            tally.see(column, cell);
        }
    }
    tallies
}

/// A column of these that is blank all the way down is as good as none.
fn can_be_blank(column: &Column) -> bool {
    !column.chosen && matches!(column.meaning, Meaning::Extent | Meaning::Cause | Meaning::Employee | Meaning::Department)
}

fn leave_blank(columns: &mut [Column], tallies: &[Tally]) {
    for (column, tally) in columns.iter_mut().zip(tallies) {
        if can_be_blank(column) && tally.filled == 0 {
            column.meaning = Meaning::Ignore;
        }
    }
}

fn attempt(
    top: &Top,
    heading: &[&str],
    columns: &[Column],
    layout: Layout,
    choices: &Choices,
    settled: bool,
) -> Result<Outcome, Unsettled> {
    let mut body = Body::new(top.body.clone(), heading, columns);
    let mut notes = Vec::new();
    let (records, used, names) = match layout {
        Layout::Spells | Layout::Days => {
            let mut spells = spells::read(&mut body, layout, choices, settled, &mut notes)?;
            spells.records.rows = people::in_order(&spells.records.rows);
            (Records::Spells(spells.records), spells.used, spells.names)
        }
        Layout::Months => {
            let (months, names) = months::read(&mut body, choices, settled, &mut notes)?;
            let used = months.len();
            (Records::Months(months), used, names)
        }
        Layout::Unknown => {
            let kind = if top.known { Kind::NoLayout } else { Kind::NoHeading };
            while let Some(place) = body.next() {
                body.log.aside(place.line, kind, None, None);
            }
            (Records::None, 0, Names::default())
        }
    };
    notes.extend(body.check_total(&top.body));
    notes.extend(body.log.notes());
    let misfits = body.log.misfits.iter().map(|misfits| misfits.count).collect();
    Ok(Outcome { records, used, names, set_aside: body.log.set_aside, misfits, notes })
}

/// What the user is asked, or told, about how columns are written.
fn questions(columns: &[Column], tallies: &[Tally]) -> Vec<Note> {
    let about = |(index, (column, tally)): (usize, (&Column, &Tally))| {
        let dated = column.meaning.content() == Content::Date;
        let (kind, example, count) = match (column.ambiguous, column.date) {
            (true, _) if dated => (Kind::AmbiguousDate, &tally.example, tally.undecided),
            (true, _) => (Kind::AmbiguousNumber, &tally.example, tally.undecided),
            (false, Some(DateForm::MonthFirst)) if dated && column.date_chosen.is_none() => {
                (Kind::MonthFirst, &tally.month_first_example, tally.filled)
            }
            _ => return None,
        };
        let note = Note::new(kind).column(as_u32(index)).count(count);
        Some(match example {
            Some(example) if !column.private => note.found(example.clone()),
            _ => note,
        })
    };
    columns.iter().zip(tallies).enumerate().filter_map(about).collect()
}

/// What a table of spells can do without, but not without a word.
fn note_absent(columns: &[Column], layout: Layout, notes: &mut Vec<Note>) {
    if !matches!(layout, Layout::Spells | Layout::Days) {
        return;
    }
    for (meaning, kind) in [(Meaning::Employee, Kind::NoEmployee), (Meaning::Extent, Kind::NoExtent), (Meaning::Cause, Kind::NoCause)] {
        if columns.iter().all(|column| column.meaning != meaning) {
            notes.push(Note::new(kind));
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::super::{ColumnChoice, NOT_RECORDED, NumberForm, SpellRecord};
    use super::*;

    /// Lines of the rows used: a row may give two records.
    fn lines(reading: &Reading) -> Vec<u32> {
        let mut lines: Vec<u32> = match &reading.records {
            Records::Spells(spells) => spells.rows.iter().map(|row| row.row).collect(),
            Records::Months(months) => months.iter().map(|row| row.row).collect(),
            Records::None => Vec::new(),
        };
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    /// What holds for every reading.
    fn check(bytes: &[u8], choices: &Choices) {
        let reading = read(bytes, choices);
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
        prop::collection::vec(choice, 0..6).prop_map(|columns| Choices { columns, causes: vec![("Övrigt".to_owned(), true)] })
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
            ("Anst.nr;Fr.o.m.;T.o.m.;Omf;Timmar", "2024-03-04;2024-03-05;1;16", "x;2024-03-04;2024-03-05;50;16"),
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
    }

    #[test]
    fn headings_that_the_user_moves_are_taken_from_the_column_that_had_them() {
        let text = "Anst.nr;Fr.o.m.;T.o.m.;Start;Omf\n1;2024-03-04;2024-03-08;2024-03-05;100\n";
        let choice = ColumnChoice { column: 3, meaning: Some(Meaning::From), number: None, date: None };
        let reading = read(text.as_bytes(), &Choices { columns: vec![choice], causes: Vec::new() });
        let meanings: Vec<Meaning> = reading.columns.iter().map(|column| column.meaning).collect();
        assert_eq!(meanings, [Meaning::Employee, Meaning::Ignore, Meaning::To, Meaning::From, Meaning::Extent]);
    }
}
