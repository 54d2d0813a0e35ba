//! Several tables → one: another year, another unit, pasted one after the other.
//!
//! Units are the same by name, people by what tells them apart. What two tables both have is counted once.

use super::about;
use super::intern::{Interner, hash};
use super::layout::as_u32;
use super::mend;
use super::text::{fold, short};
use super::together::{Together, same};
use super::{Layout, MonthRecord, NOT_RECORDED, Reading, Records, SameMonths, SetAside, SpellRecord, SpellRecords};
use crate::note::{Kind, Note};
use crate::order;

/// The tables as one. `said` is what the user has said of the months that each shares with an earlier one.
///
/// The first table of absence decides what kind of table it is; what another one holds of another kind is set aside. Tables about units
/// stand beside it, whichever came first.
#[must_use]
pub fn join(mut tables: Vec<Reading>, said: &[Option<SameMonths>]) -> Reading {
    let is_days = |layout| matches!(layout, Layout::Days);
    let Some(layout) = tables.iter().map(|table| table.layout).find(|layout| !matches!(layout, Layout::AboutUnits | Layout::Unknown))
    else {
        let about = tables.iter().any(|table| table.layout == Layout::AboutUnits);
        let layout = if about { Layout::AboutUnits } else { Layout::Unknown };
        return whole(tables, layout, Records::None, Names::default());
    };
    let fits = |table: &Reading| match layout {
        Layout::Months => table.layout == Layout::Months,
        _ => matches!(table.layout, Layout::Spells | Layout::Days) && is_days(table.layout) == is_days(layout),
    };
    for table in &mut tables {
        if !fits(table) && !matches!(table.layout, Layout::AboutUnits | Layout::Unknown) {
            set_all_aside(table);
        }
    }
    let mut names = Names::default();
    let records = if layout == Layout::Months {
        Records::Months(months(&mut tables, &mut names, said))
    } else {
        Records::Spells(spells(&mut tables, &mut names))
    };
    let mut reading = whole(tables, layout, records, names);
    about::join(&mut reading);
    reading
}

/// A table of another kind than the first.
fn set_all_aside(table: &mut Reading) {
    let lines = order::distinct(match &table.records {
        Records::Spells(spells) => spells.rows.iter().map(|row| row.row).collect(),
        Records::Months(months) => months.iter().map(|row| row.row).collect(),
        Records::None => Vec::new(),
    });
    table.records = Records::None;
    table.notes.push(Note::new(Kind::OtherKind).count(as_u32(lines.len())));
    set_aside(table, lines, Kind::OtherKind);
}

/// Sets rows aside that had been used.
pub(super) fn set_aside(table: &mut Reading, lines: Vec<u32>, kind: Kind) {
    if lines.is_empty() {
        return;
    }
    table.used -= as_u32(lines.len());
    table.set_aside.extend(lines.into_iter().map(|row| SetAside { row, kind, column: None, found: None, expected: None }));
    table.set_aside = order::sorted(std::mem::take(&mut table.set_aside), |row| row.row);
}

/// The units of all tables, each department and name once, whatever their case.
#[derive(Default)]
struct Names {
    met: Vec<(Option<String>, String)>,
    /// Of each its department and its name without case.
    keys: Vec<(Option<String>, String)>,
    departments: Vec<String>,
}

impl Names {
    /// For each unit of the table, its number among all. Those that are written in another way than in an earlier table are told.
    fn of(&mut self, table: &mut Reading) -> Vec<u32> {
        let (mut numbers, mut alike) = (Vec::with_capacity(table.units.len()), Vec::new());
        for (unit, name) in table.units.iter().enumerate() {
            let department = table.department_of.get(unit).and_then(|department| table.departments.get(*department as usize)).cloned();
            let key = (department.as_deref().map(fold), fold(name));
            let number = self.keys.iter().position(|other| *other == key).unwrap_or(self.keys.len());
            if number == self.keys.len() {
                self.keys.push(key);
                self.met.push((department, name.clone()));
            } else if self.met[number] != (department, name.clone()) {
                alike.push(short(name.clone()));
            }
            numbers.push(as_u32(number));
        }
        let count = as_u32(alike.len());
        table.notes.extend(alike.into_iter().next().map(|first| Note::new(Kind::UnitsAlike).count(count).found(first)));
        numbers
    }

    fn department_of(&mut self) -> Vec<u32> {
        if self.met.iter().all(|(department, _)| department.is_none()) {
            return Vec::new();
        }
        let (mut of, mut keys) = (Vec::new(), Vec::new());
        for ((department, _), (key, _)) in self.met.iter().zip(&self.keys) {
            let known = keys.iter().position(|other| *other == key);
            of.push(as_u32(known.unwrap_or_else(|| {
                keys.push(key);
                self.departments.push(department.clone().unwrap_or_default());
                self.departments.len() - 1
            })));
        }
        of
    }
}

/// The reading of all tables together, the tables being its parts.
fn whole(mut tables: Vec<Reading>, layout: Layout, records: Records, mut names: Names) -> Reading {
    let department_of = names.department_of();
    for table in &mut tables {
        table.records = Records::None;
    }
    let sum = |of: fn(&Reading) -> u32| tables.iter().map(of).sum();
    let mut whole = Reading {
        layout,
        columns: tables.iter().flat_map(|table| table.columns.clone()).collect(),
        records,
        departments: names.departments,
        department_of,
        pasted: sum(|table| table.pasted),
        used: sum(|table| table.used),
        ..Reading::none()
    };
    if !names.met.is_empty() {
        whole.units = names.met.into_iter().map(|(_, name)| name).collect();
    }
    whole.parts = tables;
    whole
}

// ---- spells and days ----

fn spells(tables: &mut [Reading], names: &mut Names) -> SpellRecords {
    let mut all = SpellRecords::default();
    let mut people = Interner::new();
    // what people are called in rows that were set aside, once these have been mended and are pasted again
    let mut called = Interner::new();
    let mut unknown = Vec::new();
    for (number, table) in (0..).zip(tables.iter_mut()) {
        if table.layout == Layout::AboutUnits {
            continue;
        }
        let units = names.of(table);
        let Records::Spells(records) = std::mem::replace(&mut table.records, Records::None) else { continue };
        let (recorded, terms) = (as_u32(all.recorded.len()), as_u32(all.terms.len()));
        let moved = |index: u32, by: u32| if index == NOT_RECORDED { index } else { index + by };
        let mut persons = Vec::with_capacity(records.people.len());
        for print in &records.people {
            let person = called.known_hash(*print).unwrap_or_else(|| people.number_of_hash(*print));
            if person as usize == all.people.len() {
                all.people.push(*print);
            }
            persons.push(person);
        }
        for person in called.len()..all.people.len() {
            called.number_of_hash(hash(mend::person(as_u32(person)).as_bytes()));
        }
        for row in &records.rows {
            let row = SpellRecord {
                unit: units.get(row.unit as usize).copied().unwrap_or(0),
                print: number,
                recorded: moved(row.recorded, recorded),
                terms: moved(row.terms, terms),
                ..*row
            };
            match persons.get(row.person as usize) {
                Some(&person) => all.rows.push(SpellRecord { person, ..row }),
                None => unknown.push(row),
            }
        }
        all.recorded.extend(records.recorded);
        all.terms.extend(records.terms);
    }
    let known = all.people.len();
    let later = in_order(&mut all.rows, known);
    for (number, table) in (0..).zip(tables) {
        let lines = order::distinct(later.iter().filter(|row| row.print == number).map(|row| row.row).collect());
        set_aside(table, lines, Kind::DuplicateRow);
    }
    let mut person = as_u32(known);
    let mut before: Option<(u32, u32)> = None;
    for row in unknown {
        if before.is_some_and(|before| before != (row.print, row.person)) {
            person += 1;
        }
        before = Some((row.print, row.person));
        all.rows.push(SpellRecord { person, ..row });
    }
    all
}

/// Puts the rows in order, and takes out those that an earlier table has as well.
fn in_order(rows: &mut Vec<SpellRecord>, people: usize) -> Vec<SpellRecord> {
    let mut of_person = vec![0; people];
    for row in rows.iter() {
        of_person[row.person as usize] += 1;
    }
    let mut together = Together::new(&of_person, false, |one, other| one.print != other.print && same(one, other));
    while !together.step(rows, usize::MAX) {}
    together.later
}

// ---- months ----

fn months(tables: &mut [Reading], names: &mut Names, said: &[Option<SameMonths>]) -> Vec<MonthRecord> {
    let mut all: Vec<MonthRecord> = Vec::new();
    // of each record its table
    let mut from: Vec<usize> = Vec::new();
    for number in 0..tables.len() {
        if tables[number].layout == Layout::AboutUnits {
            continue;
        }
        let units = names.of(&mut tables[number]);
        let Records::Months(records) = std::mem::replace(&mut tables[number].records, Records::None) else { continue };
        let theirs: Vec<MonthRecord> = records
            .into_iter()
            .map(|record| MonthRecord { unit: units.get(record.unit as usize).copied().unwrap_or(0), ..record })
            .collect();
        let earlier = Earlier::of(&all);
        let mut outcome = Outcome { twins: Vec::new(), left: Vec::new(), dropped: Vec::new(), cells: Interner::new() };
        let answer = said.get(number).copied().flatten();
        for record in theirs {
            outcome.add(record, &mut all, &mut from, &earlier, (number, answer));
        }
        outcome.tell(&mut all, &mut from, tables, number, answer);
    }
    all
}

/// Where the records of each unit and month stand.
struct Earlier {
    order: Vec<usize>,
    keys: Vec<(u32, i32)>,
}

impl Earlier {
    fn of(all: &[MonthRecord]) -> Self {
        let order: Vec<usize> = order::by_key(all.iter().map(|record| record.unit)).collect();
        Self { keys: order.iter().map(|&index| (all[index].unit, all[index].month.number())).collect(), order }
    }

    /// Those of the same unit and month as the record.
    fn like<'s>(&'s self, record: &MonthRecord) -> impl Iterator<Item = usize> + 's {
        let (unit, month) = (record.unit, record.month.number());
        let start = self.keys.partition_point(|(other, _)| *other < unit);
        let theirs = self.keys[start..].iter().take_while(move |(other, _)| *other == unit);
        theirs.enumerate().filter(move |(_, (_, other))| *other == month).map(move |(index, _)| self.order[start + index])
    }
}

/// What comes of the rows of a further table.
struct Outcome {
    /// Rows that an earlier table has as well.
    twins: Vec<u32>,
    /// Rows left out, as an earlier table has other values for their unit and month.
    left: Vec<u32>,
    /// Records of earlier tables that these take the place of.
    dropped: Vec<usize>,
    /// Unit-months with other values in an earlier table.
    cells: Interner,
}

impl Outcome {
    fn add(
        &mut self,
        record: MonthRecord,
        all: &mut Vec<MonthRecord>,
        from: &mut Vec<usize>,
        earlier: &Earlier,
        (number, answer): (usize, Option<SameMonths>),
    ) {
        let same = |other: &MonthRecord| MonthRecord { row: record.row, ..other.clone() } == record;
        let like: Vec<usize> = earlier.like(&record).collect();
        if like.iter().any(|&index| same(&all[index])) {
            self.twins.push(record.row);
            return;
        }
        if !like.is_empty() {
            self.cells.number_of_pair(record.unit, record.month.number().cast_unsigned());
            match answer {
                None | Some(SameMonths::Earlier) => return self.left.push(record.row),
                Some(SameMonths::Later) => self.dropped.extend(like),
                Some(SameMonths::Both) => {}
            }
        }
        all.push(record);
        from.push(number);
    }

    fn tell(self, all: &mut Vec<MonthRecord>, from: &mut Vec<usize>, tables: &mut [Reading], number: usize, answer: Option<SameMonths>) {
        let cells = as_u32(self.cells.len());
        let mut gone = vec![false; all.len()];
        self.dropped.iter().for_each(|&index| gone[index] = true);
        // a row of a crosstab is of several months: it is used as long as one of them is, and set aside once
        let lines = |lines: Vec<u32>, table: usize, but: &[u32]| {
            let stays = all.iter().zip(from.iter()).zip(&gone).filter(|((_, from), gone)| **from == table && !**gone);
            let stays = order::sorted(stays.map(|((record, _), _)| record.row).collect(), |line| *line);
            let mut lines = order::distinct(lines);
            lines.retain(|line| stays.binary_search(line).is_err() && !but.contains(line));
            lines
        };
        if let Some(table) = tables.get_mut(number) {
            if cells > 0 {
                let kind = if answer.is_some() { Kind::SameMonthsAnswered } else { Kind::SameMonths };
                table.notes.push(Note::new(kind).count(cells));
            }
            let left = lines(self.left, number, &[]);
            set_aside(table, lines(self.twins, number, &left), Kind::DuplicateRow);
            set_aside(table, left, Kind::SameMonth);
        }
        if self.dropped.is_empty() {
            return;
        }
        for (earlier, table) in tables.iter_mut().enumerate().take(number) {
            let theirs = self.dropped.iter().filter(|&&index| from[index] == earlier).map(|&index| all[index].row);
            set_aside(table, lines(theirs.collect(), earlier, &[]), Kind::SameMonth);
        }
        let mut stays = gone.iter().map(|gone| !gone);
        all.retain(|_| stays.next().unwrap_or(true));
        let mut stays = gone.iter().map(|gone| !gone);
        from.retain(|_| stays.next().unwrap_or(true));
    }
}
