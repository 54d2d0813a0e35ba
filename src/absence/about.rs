//! What tables about units say of the units and months that were counted: number of employees, scheduled hours, monthly pay.
//!
//! A month's own value goes before that of every month, a unit's before its department's, and that before everyone's. What the table of
//! absence itself says stands.

use super::Statistics;
use super::passed::parts;
use super::trend::Cell;
use crate::note::{Kind, Note};
use crate::quantity::{Hours, Month, Sek};
use crate::read::{AboutUnit, Reading, Whom};

/// Which of the values of a place is which.
const HEADCOUNT: usize = 0;
const SCHEDULED: usize = 1;
const PAY: usize = 2;

/// What is said of some place in a month: number of employees, scheduled hours, monthly pay.
type Facts = [Option<f64>; 3];

/// Values further apart than this share of them are different ones: sums are rounded.
const NEARLY: f64 = 0.001;

/// What is known of units by month.
#[derive(Debug, Default)]
pub(super) struct About {
    months: usize,
    /// Unit by unit, each with its months; empty where no table is about units.
    units: Vec<Facts>,
    departments: Vec<Facts>,
    everyone: Vec<Facts>,
    department_of: Vec<u32>,
    /// Months that are told of and not counted, or not over.
    others: Vec<Month>,
    /// Cells of the table of absence that differ.
    differ: u32,
}

/// What is known of several units together, and of none of them alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Beside {
    pub units: Vec<usize>,
    /// Month by month: number of employees, scheduled hours, and the sick hours that these are of.
    pub months: Vec<Cell>,
}

parts!(Beside { units, months });

impl About {
    /// For statistics that know their months.
    pub fn new(reading: &Reading, statistics: &Statistics) -> Self {
        if reading.about.is_empty() || statistics.months == 0 {
            return Self::default();
        }
        let months = statistics.months;
        let mut about = Self {
            months,
            units: vec![Facts::default(); statistics.units.len() * months],
            departments: vec![Facts::default(); statistics.departments.len() * months],
            everyone: vec![Facts::default(); months],
            department_of: statistics.department_of.clone(),
            ..Self::default()
        };
        for said in reading.about.iter().filter(|said| said.month.is_none()) {
            (0..months).for_each(|month| about.take(said, month));
        }
        for said in &reading.about {
            match said.month.map(|month| (month, statistics.index(month))) {
                Some((_, Some(index))) => about.take(said, index),
                Some((month, None)) => about.others.push(month),
                None => {}
            }
        }
        about.leave_out(statistics);
        about.settle(statistics);
        about
    }

    fn take(&mut self, said: &AboutUnit, month: usize) {
        let place = match said.whom {
            Whom::Unit(unit) => self.units.get_mut(unit as usize * self.months + month),
            Whom::Department(department) => self.departments.get_mut(department as usize * self.months + month),
            Whom::Everyone => self.everyone.get_mut(month),
        };
        for (place, value) in place.into_iter().flatten().zip(said.values()) {
            // nobody works for nothing, and none at all are no employees
            *place = value.filter(|value| *value > 0.0).or(*place);
        }
    }

    /// Scheduled hours of a month that the report cuts through are more than those of its days.
    fn leave_out(&mut self, statistics: &Statistics) {
        let over = |month: &Month| statistics.as_of.is_none_or(|as_of| month.last_day() <= as_of);
        for (index, month) in statistics.months().enumerate().filter(|(_, month)| !over(month)) {
            for facts in [&mut self.units, &mut self.departments, &mut self.everyone] {
                for facts in facts.iter_mut().skip(index).step_by(self.months) {
                    if facts[SCHEDULED].take().is_some() {
                        self.others.push(month);
                    }
                }
            }
        }
    }

    /// A department of one unit is the unit, and so is everyone where there is one.
    fn settle(&mut self, statistics: &Statistics) {
        for (units, facts) in self.sets(statistics.units.len()) {
            if let [unit] = units[..] {
                for (own, facts) in self.units[unit * self.months..].iter_mut().zip(facts) {
                    for (own, value) in own.iter_mut().zip(facts) {
                        *own = own.or(value);
                    }
                }
            }
        }
    }

    /// Departments, then everyone: which units they are, and what is said of them.
    fn sets(&self, units: usize) -> Vec<(Vec<usize>, Vec<Facts>)> {
        let mut members = vec![Vec::new(); self.departments.len().checked_div(self.months).unwrap_or(0)];
        for (unit, department) in self.department_of.iter().enumerate() {
            members[*department as usize].push(unit);
        }
        let of_departments = members.into_iter().zip(self.departments.chunks(self.months.max(1)).map(<[Facts]>::to_vec));
        of_departments.chain([((0..units).collect(), self.everyone.clone())]).collect()
    }

    fn of_unit(&self, unit: usize, month: usize) -> Facts {
        self.units.get(unit * self.months + month).copied().unwrap_or_default()
    }

    /// The average monthly pay of a unit in a month, by the index of it.
    pub fn pay(&self, unit: usize, month: usize) -> Option<Sek> {
        let department = || self.department_of.get(unit).and_then(|at| self.departments.get(*at as usize * self.months + month)?[PAY]);
        let everyone = || self.everyone.get(month)?[PAY];
        self.of_unit(unit, month)[PAY].or_else(department).or_else(everyone).map(Sek)
    }

    /// The scheduled hours of a unit in a month.
    pub fn scheduled(&self, unit: usize, month: usize) -> Option<Hours> {
        self.of_unit(unit, month)[SCHEDULED].map(Hours)
    }

    /// Whether nothing is known.
    pub const fn is_none(&self) -> bool {
        self.units.is_empty()
    }

    /// The table of absence has a pay of its own.
    pub fn compare_pay(&mut self, unit: usize, month: usize, own: Option<Sek>) {
        let known = self.of_unit(unit, month)[PAY];
        self.differ += u32::from(own.zip(known).is_some_and(|(own, known)| differs(own.0, known)));
    }

    /// Adds to what was counted what it does not tell itself. `counts` tells whether anything is known of a cell, and `open` whether it
    /// has absence whose hours are not known: scheduled hours would make that nothing.
    pub fn complete(mut self, statistics: &mut Statistics, counts: &dyn Fn(usize) -> bool, open: &dyn Fn(usize) -> bool) {
        if self.is_none() {
            return;
        }
        for index in (0..statistics.cells.len()).filter(|index| counts(*index)) {
            let facts = self.units[index];
            if facts[HEADCOUNT].or(facts[SCHEDULED]).is_none() {
                continue;
            }
            let sums = statistics.cells.at(index);
            let (heads, hours) = (facts[HEADCOUNT], facts[SCHEDULED].filter(|_| !open(index)));
            let (told_heads, told_hours) = (sums.headcount, sums.scheduled);
            let mut differ = false;
            match heads {
                Some(heads) if told_heads > 0.0 => differ |= differs(told_heads, heads),
                Some(heads) => sums.headcount = heads,
                None => {}
            }
            match hours {
                Some(hours) if told_hours > 0.0 => differ |= differs(told_hours, hours),
                Some(hours) => {
                    sums.scheduled = hours;
                    sums.sick_of_scheduled = Cell::of(sums).sick;
                }
                None => {}
            }
            self.differ += u32::from(differ);
        }
        let nearer = self.beside(statistics, counts, open);
        let others: Vec<u32> = self.others.iter().map(|month| month.number().cast_unsigned()).collect();
        let others = u32::try_from(crate::order::distinct(others).len()).unwrap_or(u32::MAX);
        for (kind, count) in [(Kind::AboutDiffers, self.differ), (Kind::AboutNearer, nearer), (Kind::AboutOtherMonths, others)] {
            if count > 0 {
                statistics.notes.push(Note::new(kind).count(count));
            }
        }
    }

    /// What is known of several units together: in a month in which one of them tells for itself, it says nothing more. Gives how many
    /// values are left out for that.
    fn beside(&self, statistics: &mut Statistics, counts: &dyn Fn(usize) -> bool, open: &dyn Fn(usize) -> bool) -> u32 {
        let mut nearer = 0;
        for (units, facts) in self.sets(statistics.units.len()).into_iter().filter(|(units, _)| units.len() > 1) {
            // everyone comes last: departments are within
            let whole = units.len() == statistics.units.len();
            let (mut months, mut any) = (vec![Cell::default(); self.months], false);
            for (month, (cell, facts)) in months.iter_mut().zip(facts).enumerate() {
                let mut told = Cell::default();
                for index in units.iter().map(|unit| unit * self.months + month).filter(|index| counts(*index)) {
                    statistics.cells.get(index).into_iter().for_each(|sums| told.add(&Cell::of(sums)));
                }
                statistics.beside.iter().filter(|_| whole).for_each(|beside| told.add(&beside.months[month]));
                let known = units.iter().all(|unit| !open(unit * self.months + month));
                let (heads, hours) = (facts[HEADCOUNT], facts[SCHEDULED].filter(|_| known));
                any |= heads.is_some() || hours.is_some();
                match heads {
                    Some(heads) if told.headcount > 0.0 => nearer += u32::from(differs(heads, told.headcount)),
                    Some(heads) => (cell.headcount, cell.months_of_headcount) = (heads, 1.0),
                    None => {}
                }
                match hours {
                    Some(hours) if told.scheduled > 0.0 => nearer += u32::from(differs(hours, told.scheduled)),
                    Some(hours) => (cell.scheduled, cell.sick_of_scheduled) = (hours, told.sick),
                    None => {}
                }
            }
            if any {
                statistics.beside.push(Beside { units, months });
            }
        }
        nearer
    }
}

fn differs(one: f64, other: f64) -> bool {
    (one - other).abs() > NEARLY * one.max(other)
}

/// The number of employees of units of which some tell for themselves and some in groups (which name them by their place among the
/// units), and which of them are told of. Of each it is the average over its months; what a group tells stands for its members, who may have told in other months.
pub(crate) fn employees(mut own: Vec<Option<f64>>, groups: &[(Vec<usize>, Option<f64>)]) -> (Option<f64>, Vec<bool>) {
    let mut told: Vec<bool> = own.iter().map(Option::is_some).collect();
    let mut covered = vec![false; own.len()];
    let mut all = None;
    let mut add = |heads: Option<f64>| all = heads.map(|heads| all.unwrap_or(0.0) + heads).or(all);
    // the largest come last, and smaller ones lie within them
    for (units, heads) in groups.iter().rev() {
        if heads.is_none() || units.iter().all(|unit| covered[*unit]) {
            continue;
        }
        add(*heads);
        for &unit in units {
            (covered[unit], told[unit], own[unit]) = (true, true, None);
        }
    }
    own.into_iter().for_each(add);
    (all, told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_stands_for_its_members() {
        let groups = |first, all| [(vec![0, 1], first), (vec![0, 1, 2], all)];
        for (own, first, all, expected, told) in [
            ([Some(10.0), Some(5.0), None], None, None, Some(15.0), [true, true, false]),
            ([Some(10.0), Some(5.0), None], None, Some(16.0), Some(16.0), [true; 3]),
            ([None, None, Some(4.0)], Some(40.0), None, Some(44.0), [true; 3]),
            ([Some(20.0), Some(20.0), None], Some(40.0), None, Some(40.0), [true, true, false]),
            ([None, None, None], Some(40.0), Some(50.0), Some(50.0), [true; 3]),
            ([None; 3], None, None, None, [false; 3]),
        ] {
            assert_eq!(employees(own.to_vec(), &groups(first, all)), (expected, told.to_vec()));
        }
    }
}
