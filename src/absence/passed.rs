//! What was counted, as plain numbers and texts: for a module that shows what another one has counted.
//!
//! Each part says once what it consists of, and that holds for both ways: what goes out comes in again in the same order.

use super::{Statistics, Trial};
use crate::quantity::{Date, Month};

/// What is passed on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Passed {
    /// All that is counted, and how many of each there are. Noughts that follow each other stand as one and how many they are: most cells hold
    /// little.
    pub numbers: Vec<f64>,
    /// Names of units and departments.
    pub texts: Vec<String>,
}

/// Anything as numbers and texts.
pub(crate) fn out(part: &mut dyn Pass) -> Passed {
    let mut way = Way { passed: Passed::default(), noughts: 0.0, taking: None };
    part.pass(&mut way);
    way.close();
    way.passed
}

/// What was passed by the same version; `None` where it is something else.
pub(crate) fn taken<T: Pass + Default>(passed: Passed) -> Option<T> {
    let mut part = T::default();
    let mut way = Way { passed, noughts: 0.0, taking: Some(Taking::default()) };
    part.pass(&mut way);
    let taking = way.taking.unwrap_or_default();
    let all = taking.numbers == way.passed.numbers.len() && taking.texts == way.passed.texts.len() && way.noughts <= 0.0;
    (all && !taking.short).then_some(part)
}

impl Statistics {
    /// As numbers and texts, but for what was noticed. Nothing changes by it: the same way leads out and in.
    ///
    /// ```
    /// use barkraft::absence::{Basis, Passed, Statistics, count};
    /// use barkraft::read::{Choices, read};
    ///
    /// let reading = read("Anst.nr\tFr.o.m.\tT.o.m.\n1\t2024-03-04\t2024-03-08\n".as_bytes(), &Choices::default());
    /// let mut statistics = count(&reading, &Basis::default());
    /// let passed = statistics.passed();
    /// assert_eq!(Statistics::taken(passed.clone()).map(|mut taken| taken.passed()), Some(passed));
    /// assert_eq!(Statistics::taken(Passed::default()), None);
    /// ```
    #[must_use]
    pub fn passed(&mut self) -> Passed {
        out(self)
    }

    /// What was passed by the same version; `None` where it is something else.
    #[must_use]
    pub fn taken(passed: Passed) -> Option<Self> {
        taken(passed)
    }
}

/// How far has been taken.
#[derive(Debug, Clone, Copy, Default)]
struct Taking {
    numbers: usize,
    texts: usize,
    /// Whether something was not there.
    short: bool,
}

/// Out, or in again.
pub(crate) struct Way {
    passed: Passed,
    /// Noughts that have been met and not been put down, or that have been taken and not been asked for.
    noughts: f64,
    /// When it goes in.
    taking: Option<Taking>,
}

impl Way {
    fn number(&mut self, number: &mut f64) {
        if self.taking.is_some() {
            *number = self.taken();
        } else if number.to_bits() == 0 {
            self.noughts += 1.0;
        } else {
            self.close();
            self.passed.numbers.push(*number);
        }
    }

    /// Puts down the noughts that have been met.
    fn close(&mut self) {
        if self.noughts > 0.0 {
            self.passed.numbers.extend([0.0, std::mem::take(&mut self.noughts)]);
        }
    }

    /// The next number; nought when there is none.
    fn taken(&mut self) -> f64 {
        if self.noughts > 0.0 {
            self.noughts -= 1.0;
            return 0.0;
        }
        let number = self.next();
        if number.to_bits() == 0 {
            self.noughts = self.next() - 1.0;
        }
        number
    }

    fn next(&mut self) -> f64 {
        let Some(taking) = &mut self.taking else { return 0.0 };
        let next = self.passed.numbers.get(taking.numbers);
        taking.short |= next.is_none();
        taking.numbers += 1;
        next.copied().unwrap_or_default()
    }

    fn text(&mut self, text: &mut String) {
        let Some(taking) = &mut self.taking else {
            self.passed.texts.push(text.clone());
            return;
        };
        match self.passed.texts.get_mut(taking.texts) {
            Some(there) => *text = std::mem::take(there),
            None => taking.short = true,
        }
        taking.texts += 1;
    }

    /// How many follow.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // fewer than numbers have digits
    fn length(&mut self, length: usize) -> usize {
        let mut number = length as f64;
        self.number(&mut number);
        number as usize
    }

    /// Whether there is less than was asked for.
    fn is_short(&self) -> bool {
        self.taking.is_some_and(|taking| taking.short)
    }
}

/// A part of what is passed on.
pub(crate) trait Pass {
    fn pass(&mut self, way: &mut Way);
}

impl Pass for f64 {
    fn pass(&mut self, way: &mut Way) {
        way.number(self);
    }
}

impl Pass for String {
    fn pass(&mut self, way: &mut Way) {
        way.text(self);
    }
}

impl Pass for u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // it was one
    fn pass(&mut self, way: &mut Way) {
        let mut number = f64::from(*self);
        way.number(&mut number);
        *self = number as Self;
    }
}

impl Pass for usize {
    fn pass(&mut self, way: &mut Way) {
        *self = way.length(*self);
    }
}

impl Pass for bool {
    fn pass(&mut self, way: &mut Way) {
        let mut number = f64::from(u8::from(*self));
        way.number(&mut number);
        *self = number > 0.0;
    }
}

impl Pass for Option<f64> {
    fn pass(&mut self, way: &mut Way) {
        let mut known: Vec<f64> = self.iter().copied().collect();
        known.pass(way);
        *self = known.first().copied();
    }
}

impl Pass for Option<Month> {
    fn pass(&mut self, way: &mut Way) {
        *self = pass_known(self.map(Month::number), way).map(Month::from_number);
    }
}

/// A number that may not be known goes as a list of one or of none.
fn pass_known(number: Option<i32>, way: &mut Way) -> Option<i32> {
    let mut known: Vec<f64> = number.map(f64::from).into_iter().collect();
    known.pass(way);
    #[allow(clippy::cast_possible_truncation)] // it was one
    known.first().map(|number| *number as i32)
}

impl<T: Pass + Default> Pass for Vec<T> {
    fn pass(&mut self, way: &mut Way) {
        let length = way.length(self.len());
        for at in 0..length {
            if at == self.len() {
                self.push(T::default());
            }
            self[at].pass(way);
            if way.is_short() {
                return; // what says how many there are is something else
            }
        }
    }
}

impl<T: Pass, U: Pass> Pass for (T, U) {
    fn pass(&mut self, way: &mut Way) {
        self.0.pass(way);
        self.1.pass(way);
    }
}

/// A struct by its fields, none of which can be forgotten.
macro_rules! parts {
    ($Name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::absence::passed::Pass for $Name {
            fn pass(&mut self, way: &mut $crate::absence::passed::Way) {
                let Self { $($field),* } = self;
                $($field.pass(way);)*
            }
        }
    };
}
pub(crate) use parts;

parts!(Trial { cells, reduced, whole });

impl Pass for Statistics {
    fn pass(&mut self, way: &mut Way) {
        let Self {
            known,
            as_of,
            first,
            units,
            departments,
            department_of,
            spells_known,
            spells_counted,
            people,
            pay_matters,
            ages_known,
            people_by_spells,
            months,
            cells,
            reduced,
            as_read,
            if_earlier,
            groups,
            whole,
            has_rows,
            beside,
            notes,
        } = self;
        let _ = notes; // they are told of the tables
        *as_of = pass_known(as_of.map(Date::days), way).map(Date::from_days);
        *first = pass_known(first.map(Month::number), way).map(Month::from_number);
        *people = pass_known(people.map(u32::cast_signed), way).map(i32::cast_unsigned);
        let flags: [&mut dyn Pass; 5] = [known, spells_known, spells_counted, pay_matters, ages_known];
        let lists: [&mut dyn Pass; 5] = [units, departments, department_of, people_by_spells, has_rows];
        let sums: [&mut dyn Pass; 7] = [months, cells, reduced, as_read, if_earlier, groups, whole];
        flags.into_iter().chain(lists).chain(sums).for_each(|part| part.pass(way));
        beside.pass(way);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::absence::{Basis, count};
    use crate::read::{Choices, read};

    const TABLES: [&str; 4] = [
        "",
        "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Född;Kön;Omf\n1;A;2024-03-01;2024-05-08;1950-01-01;K;50\n2;B;2024-04-03;2024-04-03;1990-01-01;M;100\n",
        "Förvaltning;Enhet;Månad;Sjuktimmar;Anställda;Ordinarie timmar\nVård;A;2024-01;12,5;3;480\nVård;B;2024-02;7;4;640\n",
        "Enhet;Anställda\nA;3\n",
    ];

    #[test]
    fn what_is_passed_comes_in_as_it_was() {
        for table in TABLES {
            let mut statistics = count(&read(table.as_bytes(), &Choices::default()), &Basis::default());
            let expected = Statistics { notes: Vec::new(), ..statistics.clone() };
            assert_eq!(Statistics::taken(statistics.passed()), Some(expected), "{table:?}");
        }
    }

    #[test]
    fn what_is_cut_off_or_changed_is_not_taken() {
        let whole = count(&read(TABLES[1].as_bytes(), &Choices::default()), &Basis::default()).passed();
        for kept in 0..whole.numbers.len() {
            let passed = Passed { numbers: whole.numbers[..kept].to_vec(), ..whole.clone() };
            assert_eq!(Statistics::taken(passed), None, "{kept} numbers");
        }
        for number in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            let passed = Passed { numbers: vec![number; whole.numbers.len()], ..whole.clone() };
            assert_eq!(Statistics::taken(passed), None, "{number}");
        }
        assert_eq!(Statistics::taken(Passed { texts: Vec::new(), ..whole }), None);
    }
}
