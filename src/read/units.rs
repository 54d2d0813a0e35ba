//! Units, and the level of the organisation above them.

use super::columns::Column;
use super::families::{CODES, LEVELS};
use super::intern::Interner;
use super::layout::as_u32;
use super::table::{Cells, told};
use super::text::{fold, is_letter, named, short, tidy};
use super::{Meaning, headings, number};
use crate::note::{Kind, Note};

/// How the values of two columns go together, as far as the sample tells.
#[derive(Debug, Clone, Copy)]
struct Match {
    /// Different values of the one, of the other, and pairs of them.
    one: usize,
    other: usize,
    pairs: usize,
}

impl Match {
    fn of(sample: &[Vec<&str>], one: usize, other: usize) -> Self {
        let [mut ones, mut others, mut pairs] = [Interner::new(), Interner::new(), Interner::new()];
        for row in sample {
            let cell = |index: usize| row.get(index).copied().filter(|cell| !number::is_nothing(cell));
            let (Some(one), Some(other)) = (cell(one), cell(other)) else { continue };
            pairs.number_of_pair(ones.number(one.as_bytes()), others.number(other.as_bytes()));
        }
        Self { one: ones.len(), other: others.len(), pairs: pairs.len() }
    }

    /// Each value of the other belongs to (mostly) one of these, which are fewer.
    fn is_above(self) -> bool {
        self.one < self.other && self.pairs * 10 <= self.other * 11
    }

    /// The reverse.
    fn is_below(self) -> bool {
        Self { one: self.other, other: self.one, ..self }.is_above()
    }

    /// Each value of the one has one of the other: a code and a name, if there are several.
    fn is_one_to_one(self) -> bool {
        self.one > 1 && self.one == self.other && self.pairs == self.one
    }
}

/// Columns that hold units, at one level or another.
struct Levels<'s, 't> {
    columns: &'s [Column],
    sample: &'s [Vec<&'t str>],
}

impl Levels<'_, '_> {
    /// Whether a column holds a level above that of the other: by the headings, and where they say nothing, by the cells.
    fn is_above(&self, one: usize, other: usize) -> bool {
        let heading = |index: usize| self.columns[index].heading.as_str();
        let level = |index: usize| LEVELS.iter().position(|line| headings::has(heading(index), line));
        let cells = Match::of(self.sample, one, other);
        match (level(one), level(other)) {
            // what is called a level is a code where it goes with a name one to one
            (Some(_), Some(_)) if cells.is_one_to_one() && (self.holds_codes(one) || self.holds_codes(other)) => false,
            (Some(first), Some(second)) if first != second => {
                if first > second {
                    !cells.is_below()
                } else {
                    cells.is_above()
                }
            }
            // a number of a cost centre is no name for a unit that has one
            (Some(0), _) if headings::has(heading(other), CODES) => false,
            _ => cells.is_above(),
        }
    }

    fn holds_codes(&self, index: usize) -> bool {
        told(self.sample, index).all(|cell| !cell.contains(is_letter))
    }
}

/// Where several columns hold units, finds the one that is the unit, and the level above it, unless the user has said which it is.
pub(super) fn find_levels(columns: &mut [Column], sample: &[Vec<&str>]) {
    if columns.iter().any(|column| column.meaning == Meaning::Department) {
        return;
    }
    let all: Vec<usize> = (0..columns.len()).filter(|&index| columns[index].meaning == Meaning::Unit).collect();
    let levels = Levels { columns, sample };
    let is_above = |one: usize, other: usize| one != other && levels.is_above(one, other);
    let best = |of: &mut dyn Iterator<Item = usize>| of.min_by_key(|&index| (!columns[index].chosen, columns[index].rank(), index));
    let lowest = |index: &usize| columns[*index].chosen || !all.iter().any(|&other| is_above(*index, other));
    let Some(unit) = best(&mut all.iter().copied().filter(lowest)) else { return };
    let above: Vec<usize> = all.iter().copied().filter(|&index| !columns[index].chosen && is_above(index, unit)).collect();
    // of several levels, the nearest
    let nearest = |index: &usize| !above.iter().any(|&other| is_above(*index, other));
    let department = best(&mut above.iter().copied().filter(nearest));
    for index in above {
        columns[index].meaning = if Some(index) == department { Meaning::Department } else { Meaning::Ignore };
    }
}

/// What the units of a reading are called, and where they belong.
#[derive(Debug)]
pub(super) struct Names {
    pub units: Vec<String>,
    pub departments: Vec<String>,
    pub department_of: Vec<u32>,
    /// Of each number that a row was given, the unit; nothing where they are the same.
    pub unit_of: Vec<u32>,
}

impl Default for Names {
    fn default() -> Self {
        Self { units: vec![String::new()], departments: Vec::new(), department_of: Vec::new(), unit_of: Vec::new() }
    }
}

impl Names {
    /// The unit of the rows of that number.
    pub(super) fn unit(&self, number: u32) -> u32 {
        self.unit_of.get(number as usize).copied().unwrap_or(number)
    }

    /// Says how many rows, or months of them, name no unit, where others do.
    pub(super) fn note_blank(&self, units: impl Iterator<Item = u32>, notes: &mut Vec<Note>) {
        let is_blank = |unit: u32| self.units.get(unit as usize).is_some_and(String::is_empty);
        if self.units.len() > 1 && self.units.iter().any(String::is_empty) {
            notes.push(Note::new(Kind::NoUnit).count(as_u32(units.filter(|unit| is_blank(*unit)).count())));
        }
    }
}

/// Names of which several may be one and the same: they differ in case or blanks alone.
struct Distinct {
    names: Vec<String>,
    /// Of each name as it was written, its number among these.
    number_of: Vec<u32>,
    /// How many are written as another one, and the first of them.
    alike: u32,
    first: Option<String>,
}

impl Distinct {
    /// Of texts that may be codes (`text::named`).
    fn of(written: &Interner, codes: bool) -> Self {
        let (mut met, mut all) = (Interner::new(), Self { names: Vec::new(), number_of: Vec::new(), alike: 0, first: None });
        for text in written.texts() {
            let number = met.number(fold(&tidy(text)).as_bytes());
            if number as usize == all.names.len() {
                all.names.push(named(text, codes));
            } else {
                all.alike += 1;
                all.first.get_or_insert_with(|| short(named(text, codes)));
            }
            all.number_of.push(number);
        }
        all
    }

    fn note(self, notes: &mut Vec<Note>) {
        notes.extend(self.first.map(|first| Note::new(Kind::UnitsAlike).count(self.alike).found(first)));
    }
}

/// Numbers the units of the rows.
#[derive(Debug)]
pub(super) struct Units {
    unit: Option<usize>,
    department: Option<usize>,
    /// Whether they are named by codes, and the departments.
    codes: (bool, bool),
    names: Interner,
    departments: Interner,
    pairs: Interner,
    /// Of each unit its department and its name, where there are departments.
    of: Vec<(u32, u32)>,
    /// A row of its own names the unit of the rows below it, and a blank cell means the unit above.
    titles: bool,
    /// Then, the department and the unit named last, whether or not that row was used.
    above: [Vec<u8>; 2],
}

impl Units {
    pub(super) fn of(columns: &[Column]) -> Self {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        // a level above nothing is the unit
        let (unit, department) = match (at(Meaning::Unit), at(Meaning::Department)) {
            (None, department) => (department, None),
            both => both,
        };
        let codes = |at: Option<usize>| at.is_some_and(|index| columns[index].codes);
        Self {
            unit,
            department,
            codes: (codes(unit), codes(department)),
            names: Interner::new(),
            departments: Interner::new(),
            pairs: Interner::new(),
            of: Vec::new(),
            titles: false,
            above: [Vec::new(), Vec::new()],
        }
    }

    /// The same, where rows of several measures stand together below the name of a unit.
    pub(super) const fn with_titles(mut self) -> Self {
        self.titles = true;
        self
    }

    /// Passes a row, to which those below may belong.
    pub(super) fn pass(&mut self, cells: &Cells) {
        if let Some(unit) = self.unit.filter(|unit| self.titles && !cells.bytes(*unit).is_empty()) {
            self.above = [self.department.map_or(&[] as &[u8], |index| cells.bytes(index)).to_vec(), cells.bytes(unit).to_vec()];
        }
    }

    /// The number of the unit of a row that was passed last, below the last row that was a title.
    pub(super) fn number_of_row(&mut self, cells: &Cells, title: &str) -> u32 {
        match self.unit {
            Some(_) if self.titles => {
                let [department, unit] = std::mem::take(&mut self.above);
                let number = self.number_named(&department, &unit);
                self.above = [department, unit];
                number
            }
            None if self.titles => self.names.number(title.as_bytes()),
            _ => self.number(cells),
        }
    }

    /// The number of the unit of a row.
    #[inline]
    pub(super) fn number(&mut self, cells: &Cells) -> u32 {
        let Some(unit) = self.unit else { return 0 };
        self.number_named(self.department.map_or(&[], |index| cells.bytes(index)), cells.bytes(unit))
    }

    #[inline]
    fn number_named(&mut self, department: &[u8], unit: &[u8]) -> u32 {
        let name = self.names.number(unit);
        if self.department.is_some() { self.number_within(department, name) } else { name }
    }

    fn number_within(&mut self, department: &[u8], name: u32) -> u32 {
        let department = self.departments.number(department);
        let unit = self.pairs.number_of_pair(department, name);
        if unit as usize == self.of.len() {
            self.of.push((department, name));
        }
        unit
    }

    /// Whether a column names them.
    pub(super) const fn are_named(&self) -> bool {
        self.unit.is_some()
    }

    /// What they are called, names that differ in case or blanks alone being one.
    pub(super) fn names(&self, notes: &mut Vec<Note>) -> Names {
        let mut names = Distinct::of(&self.names, self.codes.0);
        let found = match (self.unit, self.department) {
            (None, _) if !self.titles || names.names.is_empty() => Names::default(),
            (Some(_), Some(_)) => {
                let mut departments = Distinct::of(&self.departments, self.codes.1);
                let found = self.within(&names, &mut departments);
                departments.note(notes);
                found
            }
            _ => {
                let unit_of = if names.alike > 0 { std::mem::take(&mut names.number_of) } else { Vec::new() };
                Names { units: std::mem::take(&mut names.names), unit_of, ..Names::default() }
            }
        };
        names.note(notes);
        found
    }

    /// The units by name and department.
    fn within(&self, names: &Distinct, departments: &mut Distinct) -> Names {
        let (mut pairs, mut unit_of) = (Interner::new(), Vec::with_capacity(self.of.len()));
        let mut found = Names { units: Vec::new(), departments: std::mem::take(&mut departments.names), ..Names::default() };
        for &(department, name) in &self.of {
            let (department, name) = (departments.number_of[department as usize], names.number_of[name as usize]);
            let unit = pairs.number_of_pair(department, name);
            if unit as usize == found.units.len() {
                found.units.push(names.names.get(name as usize).cloned().unwrap_or_default());
                found.department_of.push(department);
            }
            unit_of.push(unit);
        }
        if found.units.len() < unit_of.len() {
            found.unit_of = unit_of;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_tell_which_of_two_columns_is_above_the_other() {
        let sample = |rows: &[[&'static str; 2]]| rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>();
        for (rows, above, below) in [
            (&[["Norr", "1"], ["Norr", "2"], ["Söder", "3"], ["Söder", "3"]] as &[_], true, false),
            (&[["1", "Norr"], ["2", "Norr"], ["3", "Söder"]], false, true),
            (&[["4101", "Norr"], ["4102", "Söder"], ["4101", "Norr"]], false, false),
            (&[["Norr", "1"], ["Söder", "1"], ["Norr", "2"], ["Söder", "2"], ["Norr", "3"]], false, false),
            (&[["", "1"], ["Norr", ""], ["-", "2"]], false, false),
        ] {
            let cells = Match::of(&sample(rows), 0, 1);
            assert_eq!((cells.is_above(), cells.is_below()), (above, below), "{rows:?}");
        }
    }

    #[test]
    fn a_unit_is_told_apart_by_its_department() {
        let text = "Förvaltning;Enhet;Månad;Timmar\nVård;Stab;2024-01;1\nSkola;Stab;2024-01;2\nVård;Stab;2024-02;3\nVård;Norr;2024-01;4\n";
        let reading = super::super::read(text.as_bytes(), &super::super::Choices::default());
        assert_eq!(reading.units, ["Stab", "Stab", "Norr"]);
        assert_eq!(reading.departments, ["Vård", "Skola"]);
        assert_eq!(reading.department_of, [0, 1, 0]);
    }
}
