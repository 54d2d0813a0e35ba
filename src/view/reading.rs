//! What was understood of the paste, as the page shows it.

use std::collections::BTreeMap;

use super::model::{
    AnswerView, ChoiceSettings, ColumnView, NoteView, PreviewCell, PreviewRow, ReadingView, SetAsideGroup, SetAsideRow, SumCheck,
    TableView, Told,
};
use crate::absence::Statistics;
use crate::note::{self, Note, Weight};
use crate::order;
use crate::quantity::Date;
use crate::read::preview::{has_figure, may_be_shown};
use crate::read::{
    self, CellRead, Choices, ColumnChoice, ColumnReading, DateForm, Filter, Layout, Length, Meaning, NumberForm, Over, Reading, SameMonths,
    Why,
};

/// How many rows of a group are listed one by one.
const LISTED: usize = 100;

/// What the user has said, in the words of the core. A word that the core does not know counts as not said.
#[must_use]
pub fn choices(settings: &ChoiceSettings) -> Choices {
    let column = |choice: &super::model::ColumnChoiceSettings| ColumnChoice {
        column: choice.column,
        meaning: choice.meaning.as_deref().and_then(Meaning::from_id),
        number: of_id(&NUMBER_FORMS, choice.number.as_deref()),
        date: of_id(&DATE_FORMS, choice.date.as_deref()),
    };
    Choices {
        columns: settings.columns.iter().map(column).collect(),
        causes: settings.causes.iter().map(|choice| (choice.cause.clone(), choice.sickness)).collect(),
        filter: of_id(&FILTERS, settings.filter.as_deref()),
        same_months: of_id(&SAME_MONTHS, settings.same_months.as_deref()),
        typed: settings.typed,
    }
}

const NUMBER_FORMS: [(NumberForm, &str); 2] = [(NumberForm::DecimalComma, "decimal_comma"), (NumberForm::DecimalPoint, "decimal_point")];

const DATE_FORMS: [(DateForm, &str); 4] = [
    (DateForm::YearFirst, "year_first"),
    (DateForm::DayFirst, "day_first"),
    (DateForm::MonthFirst, "month_first"),
    (DateForm::Serial, "serial"),
];

const FILTERS: [(Filter, &str); 2] = [(Filter::WholeSpells, "whole_spells"), (Filter::FromDay15, "from_day_15")];

const SAME_MONTHS: [(SameMonths, &str); 3] = [(SameMonths::Earlier, "earlier"), (SameMonths::Later, "later"), (SameMonths::Both, "both")];

fn of_id<F: Copy>(forms: &[(F, &str)], id: Option<&str>) -> Option<F> {
    let id = id?;
    forms.iter().find(|(_, known)| *known == id).map(|(form, _)| *form)
}

fn id_of<F: PartialEq>(forms: &[(F, &str)], form: Option<F>) -> Option<String> {
    let form = form?;
    forms.iter().find(|(known, _)| *known == form).map(|(_, id)| (*id).into())
}

const fn layout_id(layout: Layout) -> &'static str {
    match layout {
        Layout::Spells => "spells",
        Layout::Days => "days",
        Layout::Months => "months",
        Layout::AboutUnits => "about_units",
        Layout::Unknown => "unknown",
    }
}

pub(super) fn reading_view(reading: &Reading, statistics: &Statistics) -> ReadingView {
    let (first, last) = (statistics.first, statistics.months().last());
    let tells_people = |table: &Reading| table.columns.iter().any(|column| column.meaning == Meaning::Employee);
    ReadingView {
        pasted: reading.pasted,
        used: reading.used,
        set_aside: reading.pasted - reading.used,
        layout: layout_id(reading.layout).into(),
        first_month: first.map(|month| month.to_string()),
        last_month: last.map(|month| month.to_string()),
        units: as_u32(reading.units.iter().filter(|unit| !unit.is_empty()).count()),
        people: statistics.people.filter(|_| reading.tables().iter().any(tells_people)),
        meanings: Meaning::ALL.iter().map(|meaning| meaning.id().into()).collect(),
    }
}

/// Where nothing is told of the tables.
pub(super) const fn untold() -> Told {
    let reading = ReadingView {
        pasted: 0,
        used: 0,
        set_aside: 0,
        layout: String::new(),
        first_month: None,
        last_month: None,
        units: 0,
        people: None,
        meanings: Vec::new(),
    };
    Told { reading, tables: Vec::new(), notes: Vec::new() }
}

/// A table as it was understood, before anything is counted.
#[must_use]
pub fn table_view(table: &Reading) -> TableView {
    TableView {
        pasted: table.pasted,
        used: table.used,
        set_aside: as_u32(table.set_aside.len()),
        layout: layout_id(table.layout).into(),
        crosstab: table.crosstab,
        heading_row: table.heading_row,
        columns: (0..).zip(&table.columns).map(|(index, column)| column_view(index, column)).collect(),
        preview: table.preview.iter().map(|row| preview_row(row, table)).collect(),
        set_aside_groups: groups(table),
        checks: table.checks.iter().map(|check| sum_check(check, table)).collect(),
        notes: table.notes.iter().map(|note| note_view(note, table)).collect(),
    }
}

fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn column_view(index: u32, column: &ColumnReading) -> ColumnView {
    // numbers of a column of shares are shown in per cent, as they are read
    let shown = |value: f64| if column.meaning.is_share() { value * 100.0 } else { value };
    let numbers = column.extremes.numbers;
    let day = |day: Date| if column.meaning.is_month() { day.month().to_string() } else { day.to_string() };
    ColumnView {
        column: index,
        heading: column.heading.clone(),
        meaning: column.meaning.id().into(),
        why: match column.why {
            Why::Chosen => "chosen",
            Why::Heading => "heading",
            Why::Inside => "inside",
            Why::Cells => "cells",
            Why::Another => "another",
            Why::Unknown => "unknown",
        }
        .into(),
        chosen: column.why == Why::Chosen,
        over: column.over.map(over),
        beside: column.beside.clone(),
        number: id_of(&NUMBER_FORMS, column.number),
        date: id_of(&DATE_FORMS, column.date),
        ambiguous: column.ambiguous,
        lowest: numbers.map(|(lowest, _)| shown(lowest)),
        highest: numbers.map(|(_, highest)| shown(highest)),
        first: column.extremes.days.map(|(first, _)| day(first)),
        last: column.extremes.days.map(|(_, last)| day(last)),
        samples: column.samples.iter().filter(|sample| may_be_shown(sample, column.meaning)).cloned().collect(),
        personal: column.personal,
        misfits: column.misfits,
    }
}

/// `2024-03`, `2024-K1` for a quarter, or `2024-T1` for a tertial.
fn over(Over { length, first }: Over) -> String {
    let sign = match length {
        Length::Month => return first.to_string(),
        Length::Quarter => "-K",
        Length::Tertial => "-T",
    };
    let number = (first.month_of_year() - 1) / length.months() + 1;
    [&first.year().to_string(), sign, &number.to_string()].concat()
}

fn preview_row(row: &read::PreviewRow, table: &Reading) -> PreviewRow {
    let cell = |cell: &read::PreviewCell| {
        let (kind, date, number) = match cell.read {
            CellRead::Blank => ("blank", None, None),
            CellRead::Unused => ("unused", None, None),
            CellRead::Person(number) => ("person", None, Some(f64::from(number) + 1.0)),
            CellRead::Text => ("text", None, None),
            CellRead::Day(day) => ("date", Some(day.to_string()), None),
            CellRead::Open => ("date", Some("open".into()), None),
            CellRead::Month(month) => ("month", Some(month.to_string()), None),
            CellRead::Number(number) => ("number", None, Some(number)),
            CellRead::Share(share) => ("share", None, Some(share * 100.0)),
            CellRead::Cause(Some(true)) => ("sickness", None, None),
            CellRead::Cause(Some(false)) => ("other_cause", None, None),
            CellRead::Cause(None) => ("unknown_cause", None, None),
            CellRead::Unread => ("unread", None, None),
        };
        PreviewCell { text: cell.text.clone(), kind: kind.into(), date, number }
    };
    let set_aside = table.set_aside.binary_search_by_key(&row.row, |aside| aside.row).ok();
    PreviewRow {
        row: row.row,
        set_aside: set_aside.map(|index| table.set_aside[index].kind.id().into()),
        cells: row.cells.iter().map(cell).collect(),
    }
}

fn sum_check(check: &read::SumCheck, table: &Reading) -> SumCheck {
    SumCheck {
        row: check.row,
        column: heading(table, Some(check.column)).unwrap_or_default(),
        stated: check.stated,
        summed: check.summed,
        agrees: check.agrees,
    }
}

/// What stood in a cell, where it may be shown: one without a figure where a date or number belongs may be a name that slipped.
fn shown_cell(kind: note::Kind, found: Option<&str>) -> Option<String> {
    use note::Kind::{AmbiguousDate, AmbiguousNumber, NotADate, NotAMonth, NotANumber};
    let figures = matches!(
        kind,
        NotADate | NotAMonth | NotANumber | AmbiguousDate | AmbiguousNumber | note::Kind::EndBeforeStart | note::Kind::OutsideRules
    );
    found.filter(|found| !figures || has_figure(found)).map(Into::into)
}

fn heading(reading: &Reading, column: Option<u32>) -> Option<String> {
    Some(reading.columns.get(column? as usize)?.heading.clone())
}

fn groups(reading: &Reading) -> Vec<SetAsideGroup> {
    let mut groups: BTreeMap<note::Kind, SetAsideGroup> = BTreeMap::new();
    for row in &reading.set_aside {
        let group = groups.entry(row.kind).or_insert_with(|| SetAsideGroup {
            reason: row.kind.id().into(),
            count: 0,
            on_purpose: row.kind.is_on_purpose(),
            rows: Vec::new(),
        });
        group.count += 1;
        if group.rows.len() < LISTED {
            group.rows.push(SetAsideRow {
                row: row.row,
                column: heading(reading, row.column),
                found: shown_cell(row.kind, row.found.as_deref()),
                expected: row.expected.map(Into::into),
            });
        }
    }
    order::sorted(groups.into_values().collect(), |group| u32::MAX - group.count)
}

pub(super) fn note_view(note: &Note, reading: &Reading) -> NoteView {
    NoteView {
        id: note.kind.id().into(),
        weight: match note.kind.weight() {
            Weight::Stop => "stop",
            Weight::Warning => "warning",
            Weight::Question => "question",
            Weight::Remark => "remark",
        }
        .into(),
        row: note.row,
        column: note.column,
        heading: heading(reading, note.column),
        found: shown_cell(note.kind, note.found.as_deref()),
        expected: note.expected.map(Into::into),
        count: note.count,
        answers: answers(note, reading),
    }
}

/// What can be answered, and what each answer would mean.
fn answers(note: &Note, reading: &Reading) -> Vec<AnswerView> {
    use note::Kind::{AmbiguousDate, AmbiguousNumber, Filtered, SameMonths, TwoColumns, UnknownCause, UnknownMeasure};
    let plain = |id: &str| AnswerView { id: id.into(), column: None, heading: None, number: None, date: None, samples: Vec::new() };
    let found = note.found.as_deref().unwrap_or_default();
    match note.kind {
        AmbiguousNumber => {
            NUMBER_FORMS.iter().map(|(form, id)| AnswerView { number: read::as_number(found, *form), ..plain(id) }).collect()
        }
        AmbiguousDate => {
            let read =
                |form| Some(AnswerView { date: Some(read::as_date(found, form)?.to_string()), ..plain(&id_of(&DATE_FORMS, Some(form))?) });
            [DateForm::DayFirst, DateForm::MonthFirst, DateForm::YearFirst].into_iter().filter_map(read).collect()
        }
        UnknownCause => vec![plain("sickness"), plain("other")],
        Filtered => FILTERS.iter().map(|(_, id)| plain(id)).collect(),
        SameMonths => SAME_MONTHS.iter().map(|(_, id)| plain(id)).collect(),
        UnknownMeasure => measures(note.expected).iter().map(|meaning| plain(meaning.id())).collect(),
        TwoColumns => [note.other, note.column].into_iter().flatten().filter_map(|index| of_column(note, index, reading)).collect(),
        _ => Vec::new(),
    }
}

/// To take the column for what the question is about.
fn of_column(note: &Note, index: u32, reading: &Reading) -> Option<AnswerView> {
    let column = reading.columns.get(index as usize)?;
    let meaning = reading.columns.get(note.other? as usize)?.meaning;
    Some(AnswerView {
        id: meaning.id().into(),
        column: Some(index),
        heading: Some(column.heading.clone()),
        number: None,
        date: None,
        samples: column.samples.iter().filter(|sample| may_be_shown(sample, column.meaning)).cloned().collect(),
    })
}

/// The meanings that a column of absence in no known measure could have.
const fn measures(expected: Option<&str>) -> &'static [Meaning] {
    match expected {
        Some(span) => match span.as_bytes() {
            b"short" => &[Meaning::ShortHours, Meaning::ShortDays, Meaning::ShortRate],
            b"long" => &[Meaning::LongHours, Meaning::LongDays, Meaning::LongRate],
            b"sixty" => &[Meaning::SixtyHours, Meaning::SixtyDays, Meaning::SixtyRate],
            _ => &[Meaning::Hours, Meaning::Days, Meaning::Rate],
        },
        None => &[Meaning::Hours, Meaning::Days, Meaning::Rate],
    }
}
