//! Each paste in `tests/pastes` reads as `NAME.expected` says. Drop a file in and run with `UPDATE=1` to get its reading;
//! then look at it: it must be what a careful colleague would make of the paste.
//!
//! A file `NAME.choices` holds what the user has said, a line each: `column 3 hours`, `number 3 comma`, `date 1 month_first`,
//! `cause Övrigt = yes`, `filter from_day_15`, `typed yes`.

mod common;

use std::fmt::Write as _;
use std::fs;

use barkraft::note::Weight;
use barkraft::quantity::Date;
use barkraft::read::{
    AboutUnit, AgeGroup, Choices, ColumnChoice, DateForm, Filter, Group, Layout, Meaning, NOT_RECORDED, NumberForm, Protection, Reading,
    Records, Sex, SpellRecord, Terms, Whom, Why, read,
};
use common::pastes;

/// So many records are written out.
const SHOWN: usize = 8;

#[test]
fn every_paste_reads_as_a_careful_colleague_would_read_it() {
    let update = std::env::var_os("UPDATE").is_some();
    let pastes = pastes();
    assert!(pastes.len() >= 120, "only {} pastes", pastes.len());
    let mut differing = Vec::new();
    for paste in &pastes {
        let choices = fs::read_to_string(paste.with_extension("choices")).unwrap_or_default();
        let reading = read(&fs::read(paste).expect("a paste"), &said(&choices));
        assert_eq!(reading.used as usize + reading.set_aside.len(), reading.pasted as usize, "{}", paste.display());
        let (found, golden) = (written(&reading), paste.with_extension("expected"));
        if update {
            fs::write(&golden, &found).expect("the golden reading is written");
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            differing.push(format!("{}\n{found}", paste.display()));
        }
    }
    assert!(differing.is_empty(), "these read otherwise (UPDATE=1 rewrites):\n{}", differing.join("\n"));
}

fn said(lines: &str) -> Choices {
    let mut choices = Choices::default();
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let (what, rest) = line.split_once(' ').expect("a choice");
        if what == "filter" {
            choices.filter = Some(if rest == "from_day_15" { Filter::FromDay15 } else { Filter::WholeSpells });
            continue;
        }
        if what == "typed" {
            choices.typed = rest == "yes";
            continue;
        }
        if what == "cause" {
            let (cause, sickness) = rest.split_once(" = ").expect("a cause and yes or no");
            choices.causes.push((cause.to_owned(), sickness == "yes"));
            continue;
        }
        let (column, chosen) = rest.split_once(' ').expect("a column and what it is");
        let mut choice = ColumnChoice { column: column.parse().expect("a column"), meaning: None, number: None, date: None };
        match (what, chosen) {
            ("column", id) => choice.meaning = Some(Meaning::from_id(id).expect("a meaning")),
            ("number", "comma") => choice.number = Some(NumberForm::DecimalComma),
            ("number", "point") => choice.number = Some(NumberForm::DecimalPoint),
            ("date", "day_first") => choice.date = Some(DateForm::DayFirst),
            ("date", "month_first") => choice.date = Some(DateForm::MonthFirst),
            _ => panic!("{line:?} is no choice"),
        }
        choices.columns.push(choice);
    }
    choices
}

/// The reading in plain text.
fn written(reading: &Reading) -> String {
    let mut text = String::new();
    let layout = match reading.layout {
        Layout::Spells => "spells",
        Layout::Days => "days",
        Layout::Months => "months",
        Layout::AboutUnits => "about units",
        Layout::Unknown => "unknown",
    };
    let delimiter = match reading.delimiter {
        b'\t' => "tab".to_owned(),
        other => char::from(other).to_string(),
    };
    let (pasted, used) = (reading.pasted, reading.used);
    let _ = writeln!(text, "{layout}, delimiter {delimiter}, heading on line {}", reading.heading_row);
    let _ = writeln!(text, "{pasted} pasted, {used} used, {} set aside", reading.set_aside.len());
    text.push_str("\ncolumns\n");
    for (index, column) in reading.columns.iter().enumerate() {
        let _ = write!(text, "{index} {:?}: {}", column.heading, column.meaning.id());
        for word in [
            (column.why == Why::Chosen).then_some("chosen"),
            column.number.map(|form| if form == NumberForm::DecimalComma { "decimal comma" } else { "decimal point" }),
            column.date.map(|form| match form {
                DateForm::YearFirst => "year first",
                DateForm::DayFirst => "day first",
                DateForm::MonthFirst => "month first",
                DateForm::Serial => "serial",
            }),
            column.ambiguous.then_some("ambiguous"),
        ]
        .into_iter()
        .flatten()
        {
            let _ = write!(text, ", {word}");
        }
        if column.misfits > 0 {
            let _ = write!(text, ", {} misfits", column.misfits);
        }
        let _ = writeln!(text, "   {}", column.samples.join(" | "));
    }
    text.push_str("\nrecords\n");
    for line in records(reading) {
        let _ = writeln!(text, "{line}");
    }
    text.push_str("\nset aside\n");
    for row in &reading.set_aside {
        let _ = writeln!(text, "line {}: {}{}", row.row, row.kind.id(), place(row.column, row.found.as_deref(), row.expected));
    }
    if !reading.checks.is_empty() {
        text.push_str("\ntotals\n");
    }
    for check in &reading.checks {
        let agrees = if check.agrees { "agrees" } else { "differs" };
        let _ = writeln!(text, "line {}, column {}: {} of {}, {agrees}", check.row, check.column, check.stated, check.summed);
    }
    text.push_str("\nnotes\n");
    for note in &reading.notes {
        let weight = match note.kind.weight() {
            Weight::Stop => "stop",
            Weight::Warning => "warning",
            Weight::Question => "question",
            Weight::Remark => "remark",
        };
        let row = note.row.map_or(String::new(), |row| format!(", line {row}"));
        let place = place(note.column, note.found.as_deref(), note.expected);
        let _ = writeln!(text, "{weight} {}{row}{place}, count {}", note.kind.id(), note.count);
    }
    text
}

fn place(column: Option<u32>, found: Option<&str>, expected: Option<&str>) -> String {
    let column = column.map_or(String::new(), |column| format!(", column {column}"));
    let found = found.map_or(String::new(), |found| format!(", found {found:?}"));
    let expected = expected.map_or(String::new(), |expected| format!(", expected {expected}"));
    column + &found + &expected
}

fn in_order_of_the_paste(rows: &[SpellRecord]) -> Vec<SpellRecord> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| (row.row, row.from));
    rows
}

fn records(reading: &Reading) -> Vec<String> {
    let unit = |unit: u32| match reading.department_of.get(unit as usize) {
        Some(&department) => format!("{:?} of {:?}", reading.units[unit as usize], reading.departments[department as usize]),
        None => format!("{:?}", reading.units[unit as usize]),
    };
    let given = |name: &str, value: Option<f64>| value.map_or(String::new(), |value| format!(", {name} {value}"));
    match &reading.records {
        Records::None => reading.about.iter().take(SHOWN).map(|about| fact(about, &unit)).collect(),
        Records::Spells(spells) => in_order_of_the_paste(&spells.rows)
            .iter()
            .take(SHOWN)
            .map(|row| {
                let to = if row.to == Date::OPEN { "open".to_owned() } else { row.to.to_string() };
                let mut line =
                    format!("line {}: person {}, {}, {} – {to}, extent {}", row.row, row.person, unit(row.unit), row.from, row.extent.0);
                let at = |index: u32| (index != NOT_RECORDED).then_some(index as usize);
                let recorded = at(row.recorded).map(|index| spells.recorded[index]).unwrap_or_default();
                let terms = at(row.terms).map(|index| spells.terms[index]).unwrap_or_default();
                line += &given("hours", recorded.hours.map(|hours| hours.0));
                line += &given("monthly pay", terms.monthly_pay.map(|pay| pay.0));
                line += &given("sick pay", recorded.sick_pay.map(|pay| pay.0));
                line += &given("replacement", recorded.replacement.map(|cost| cost.0));
                line += &recorded.spell_start.map_or(String::new(), |day| format!(", spell from {day}"));
                line + &person(&terms)
            })
            .collect(),
        Records::Months(months) => months
            .iter()
            .take(SHOWN)
            .map(|row| {
                let mut line = format!("line {}: {}, {}", row.row, unit(row.unit), row.month);
                for (name, value) in [
                    ("hours", row.hours.map(|hours| hours.0)),
                    ("short hours", row.short_hours.map(|hours| hours.0)),
                    ("long hours", row.long_hours.map(|hours| hours.0)),
                    ("scheduled hours", row.scheduled_hours.map(|hours| hours.0)),
                    ("rate", row.rate.map(|rate| rate.0)),
                    ("short rate", row.short_rate.map(|rate| rate.0)),
                    ("long rate", row.long_rate.map(|rate| rate.0)),
                    ("headcount", row.headcount),
                    ("spells", row.spells),
                    ("monthly pay", row.monthly_pay.map(|pay| pay.0)),
                    ("sick pay", row.sick_pay.map(|pay| pay.0)),
                    ("replacement", row.replacement.map(|cost| cost.0)),
                    ("sixty hours", row.sixty_hours.map(|hours| hours.0)),
                    ("sixty rate", row.sixty_rate.map(|rate| rate.0)),
                    ("sixty share", row.sixty_share.map(|share| share.0)),
                ] {
                    line += &given(name, value);
                }
                line + &group(row.group)
            })
            .collect(),
    }
}

fn fact(about: &AboutUnit, unit: &impl Fn(u32) -> String) -> String {
    let whom = match about.whom {
        Whom::Unit(number) => unit(number),
        Whom::Department(_) | Whom::Everyone => "everyone".to_owned(),
    };
    let month = about.month.map_or("every month".to_owned(), |month| month.to_string());
    let mut line = format!("line {}: {whom}, {month}", about.row);
    for (name, value) in ["headcount", "scheduled hours", "monthly pay"].into_iter().zip([
        about.headcount,
        about.scheduled_hours.map(|hours| hours.0),
        about.monthly_pay.map(|pay| pay.0),
    ]) {
        line += &value.map_or(String::new(), |value| format!(", {name} {value}"));
    }
    line
}

fn person(terms: &Terms) -> String {
    let employment = terms.employment.map_or(String::new(), |share| format!(", employment {}", share.0));
    let protection = match terms.protection {
        None => "",
        Some(Protection::WithoutDeduction) => ", protected without deduction",
        Some(Protection::WithDeduction) => ", protected with deduction",
    };
    let born = terms.born.map_or(String::new(), |year| format!(", born {year}"));
    employment + protection + &born + &group(terms.group)
}

fn group(group: Group) -> String {
    let sex = match group.sex {
        None => "",
        Some(Sex::Woman) => ", woman",
        Some(Sex::Man) => ", man",
    };
    let age = match group.age {
        None => "",
        Some(AgeGroup::Under30) => ", under 30",
        Some(AgeGroup::From30To49) => ", 30 to 49",
        Some(AgeGroup::From50) => ", from 50",
    };
    sex.to_owned() + age
}
