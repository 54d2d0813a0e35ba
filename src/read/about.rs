//! Tables about units: number of employees, scheduled hours, monthly pay. They say nothing of absence, and stand beside it.
//!
//! What is said twice of the same unit and month counts once. Where two rows contradict each other neither is used: which one holds, or
//! whether they are parts that add up, nobody says.

use super::intern::Interner;
use super::join::set_aside;
use super::layout::as_u32;
use super::text::{fold, short};
use super::{AboutUnit, Layout, Meaning, Reading, Whom};
use crate::note::{Kind, Note};
use crate::order;

/// A row of one of the tables, and whether it is used or why not.
type Row = (usize, AboutUnit, Option<Kind>);

/// Goes through one table by itself.
pub(super) fn settle(table: &mut Reading) {
    let mut rows: Vec<Row> = std::mem::take(&mut table.about).into_iter().map(|about| (0, about, None)).collect();
    judge(&mut rows);
    conclude(&rows, &mut [&mut *table]);
    if rows.iter().any(|(_, about, _)| about.month.is_none() && about.scheduled_hours.is_some()) {
        table.notes.push(Note::new(Kind::AboutEveryMonth));
    }
    table.about = used(rows);
}

/// Brings what all tables about units say to the units of the absence, by name.
pub(super) fn join(reading: &mut Reading) {
    if reading.parts.iter().all(|table| table.layout != Layout::AboutUnits) {
        return;
    }
    let known = Known::of(reading);
    let mut rows: Vec<Row> = Vec::new();
    for (number, table) in reading.parts.iter_mut().enumerate().filter(|(_, table)| table.layout == Layout::AboutUnits) {
        let own = Known::of(table);
        let found: Vec<Option<Whom>> = (0..as_u32(table.units.len())).map(|unit| known.find(own.key(unit))).collect();
        for about in std::mem::take(&mut table.about) {
            let whom = match about.whom {
                Whom::Unit(unit) => found.get(unit as usize).copied().flatten(),
                whom => Some(whom),
            };
            let unknown = if whom.is_none() { Some(Kind::UnknownUnit) } else { None };
            rows.push((number, AboutUnit { whom: whom.unwrap_or(about.whom), ..about }, unknown));
        }
        // what it says by itself is said anew, of the units that are there
        table.notes.retain(|note| !matches!(note.kind, Kind::AboutUnits | Kind::AboutEveryone));
    }
    judge(&mut rows);
    conclude(&rows, &mut reading.parts.iter_mut().collect::<Vec<_>>());
    for (number, table) in reading.parts.iter_mut().enumerate() {
        name_unknown(table, rows.iter().filter(|(of, ..)| *of == number));
    }
    reading.used = reading.parts.iter().map(|table| table.used).sum();
    reading.about = used(rows);
    note_lacking(reading);
}

/// Names the units that the absence does not know, in the rows set aside.
fn name_unknown<'r>(table: &mut Reading, rows: impl Iterator<Item = &'r Row>) {
    let column = table.columns.iter().position(|column| column.meaning == Meaning::Unit).map(as_u32);
    for (_, about, why) in rows {
        if let (Some(Kind::UnknownUnit), Whom::Unit(unit)) = (why, about.whom) {
            let place = table.set_aside.binary_search_by_key(&about.row, |aside| aside.row);
            if let Some(aside) = place.ok().and_then(|at| table.set_aside.get_mut(at)) {
                aside.column = column;
                aside.found = table.units.get(unit as usize).map(|name| short(name.clone()).into());
            }
        }
    }
}

/// What tables about units say: a key under `expected.` in the catalogue.
#[must_use]
pub fn told_of_units(reading: &Reading) -> &'static str {
    let columns = || reading.columns.iter().map(|column| column.meaning).filter(|meaning| meaning.is_about());
    match columns().next() {
        Some(first) if columns().all(|meaning| meaning == first) => first.id(),
        _ => "about_units",
    }
}

fn used(rows: Vec<Row>) -> Vec<AboutUnit> {
    rows.into_iter().filter(|(.., why)| why.is_none()).map(|(_, about, _)| about).collect()
}

/// Finds the rows that say nothing new of their unit and month, and those that contradict each other.
fn judge(rows: &mut [Row]) {
    let (mut known, mut alike) = (Interner::new(), Vec::<Vec<usize>>::new());
    for (index, (_, about, why)) in rows.iter().enumerate() {
        if why.is_some() {
            continue;
        }
        let (sort, number) = match about.whom {
            Whom::Unit(unit) => (0, unit),
            Whom::Department(department) => (1, department),
            Whom::Everyone => (2, 0),
        };
        let month = about.month.map_or(0, |month| month.number().cast_unsigned() + 1);
        let key = known.number_of_pair(number, month * 4 + sort) as usize;
        if key == alike.len() {
            alike.push(Vec::new());
        }
        alike[key].push(index);
    }
    for same in &alike {
        let Some(why) = agree(rows, same) else {
            for &index in same {
                rows[index].2 = Some(Kind::AboutTwice);
            }
            continue;
        };
        for (&index, new) in same.iter().zip(why) {
            rows[index].2 = (!new).then_some(Kind::DuplicateRow);
        }
    }
}

/// For each of the rows of a unit and month whether it says something new; `None` where they contradict each other.
fn agree(rows: &[Row], same: &[usize]) -> Option<Vec<bool>> {
    let mut told: [Option<f64>; 3] = [None; 3];
    let mut news = Vec::with_capacity(same.len());
    let mut before: Option<(usize, u32)> = None;
    for &index in same {
        let (table, about, _) = &rows[index];
        // two rows of one table that differ elsewhere may be of different posts
        let parts = before.is_some_and(|(other, print)| other == *table && print != about.print);
        let mut new = false;
        for (told, value) in told.iter_mut().zip(about.values()) {
            match (*told, value) {
                (Some(known), Some(value)) if parts || known.to_bits() != value.to_bits() => return None,
                (None, Some(_)) => {
                    *told = value;
                    new = true;
                }
                _ => {}
            }
        }
        news.push(new);
        before = Some((*table, about.print));
    }
    Some(news)
}

/// Sets aside the rows of which nothing is used, and says what the others give.
fn conclude(rows: &[Row], tables: &mut [&mut Reading]) {
    for (number, table) in tables.iter_mut().enumerate().filter(|(_, table)| table.layout == Layout::AboutUnits) {
        let theirs = || rows.iter().filter(|(of, ..)| *of == number);
        let lines =
            |kind: Option<Kind>| order::distinct(theirs().filter(|(.., why)| *why == kind).map(|(_, about, _)| about.row).collect());
        // a row of a crosstab is of several months: it is used as long as one of them is, and set aside once
        let contradict = lines(Some(Kind::AboutTwice));
        let mut gone = lines(None);
        for kind in [Kind::UnknownUnit, Kind::AboutTwice, Kind::DuplicateRow] {
            let mut lines = lines(Some(kind));
            lines.retain(|line| gone.binary_search(line).is_err());
            gone.extend(&lines);
            gone = order::distinct(gone);
            set_aside(table, lines, kind);
        }
        if !contradict.is_empty() {
            table.notes.push(Note::new(Kind::AboutTwice).count(as_u32(contradict.len())));
        }
        for (at, expected) in ["headcount", "scheduled_hours", "monthly_pay"].into_iter().enumerate() {
            let told = || theirs().filter(|(_, about, why)| why.is_none() && about.values()[at].is_some());
            let number = |whom| match whom {
                Whom::Unit(unit) => Some(unit * 2),
                Whom::Department(department) => Some(department * 2 + 1),
                Whom::Everyone => None,
            };
            let units = as_u32(order::distinct(told().filter_map(|(_, about, _)| number(about.whom)).collect()).len());
            if units > 0 {
                table.notes.push(Note::new(Kind::AboutUnits).expected(expected).count(units));
            } else if told().next().is_some() {
                table.notes.push(Note::new(Kind::AboutEveryone).expected(expected));
            }
        }
    }
}

/// Says which units nobody tells of.
fn note_lacking(reading: &mut Reading) {
    let mut told = vec![false; reading.units.len()];
    let mut departments = vec![false; reading.departments.len()];
    for about in &reading.about {
        match about.whom {
            Whom::Unit(unit) => told[unit as usize] = true,
            Whom::Department(department) => departments[department as usize] = true,
            Whom::Everyone => told.fill(true),
        }
    }
    for (told, department) in told.iter_mut().zip(&reading.department_of) {
        *told |= departments[*department as usize];
    }
    let lacking: Vec<usize> = (0..told.len()).filter(|unit| !told[*unit]).collect();
    let note = lacking
        .first()
        .filter(|_| !reading.about.is_empty())
        .map(|unit| Note::new(Kind::AboutUnitsLacking).count(as_u32(lacking.len())).found(short(reading.units[*unit].clone())));
    if let Some(table) = reading.parts.iter_mut().rev().find(|table| table.layout == Layout::AboutUnits) {
        table.notes.extend(note);
    }
}

impl AboutUnit {
    /// Number of employees, scheduled hours, monthly pay.
    pub(crate) fn values(&self) -> [Option<f64>; 3] {
        [self.headcount, self.scheduled_hours.map(|hours| hours.0), self.monthly_pay.map(|pay| pay.0)]
    }
}

/// The units and departments of a reading, by their names without case.
struct Known {
    units: Vec<String>,
    departments: Vec<String>,
    department_of: Vec<u32>,
}

impl Known {
    fn of(reading: &Reading) -> Self {
        let folded = |names: &[String]| names.iter().map(|name| fold(name)).collect();
        Self { units: folded(&reading.units), departments: folded(&reading.departments), department_of: reading.department_of.clone() }
    }

    /// The department of a unit, and its name.
    fn key(&self, unit: u32) -> (Option<&str>, &str) {
        let department = self.department_of.get(unit as usize).and_then(|department| self.departments.get(*department as usize));
        (department.map(String::as_str).filter(|name| !name.is_empty()), self.units.get(unit as usize).map_or("", String::as_str))
    }

    /// The one unit of that name, in the department where one is named; else the one department of that name.
    fn find(&self, (department, name): (Option<&str>, &str)) -> Option<Whom> {
        let within = |unit: &u32| department.is_none() || self.departments.is_empty() || self.key(*unit).0 == department;
        let mut units = (0..as_u32(self.units.len())).filter(|unit| self.units[*unit as usize] == name).filter(within);
        match (units.next(), units.next()) {
            (Some(unit), None) => Some(Whom::Unit(unit)),
            (Some(_), Some(_)) => None,
            (None, _) => {
                let named = if name.is_empty() { department? } else { name };
                let at = self.departments.iter().position(|other| other == named && !named.is_empty())?;
                Some(Whom::Department(as_u32(at)))
            }
        }
    }
}
