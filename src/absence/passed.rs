//! What was counted, as plain numbers and texts: for a module that shows what another one has counted.
//!
//! Each part says once what it consists of, and that holds for both ways: what goes out comes in again in the same order.

use super::{Statistics, Sums, Trial};
use crate::quantity::{Date, Month};

/// What is passed on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Passed {
    /// All that is counted, and how many of each there are.
    pub numbers: Vec<f64>,
    /// Names of units and departments.
    pub texts: Vec<String>,
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
    /// assert_eq!(Statistics::taken(statistics.passed()), Some(Statistics { notes: Vec::new(), ..statistics }));
    /// assert_eq!(Statistics::taken(Passed::default()), None);
    /// ```
    #[must_use]
    pub fn passed(&mut self) -> Passed {
        let of_cells = (self.cells.len() + self.reduced.len()) * (size_of::<Sums>() / size_of::<f64>());
        let mut way = Way { passed: Passed { numbers: Vec::with_capacity(of_cells), texts: Vec::new() }, taking: None };
        self.pass(&mut way);
        way.passed
    }

    /// What was passed by the same version; `None` where it is something else.
    #[must_use]
    pub fn taken(passed: Passed) -> Option<Self> {
        let mut statistics = Self::default();
        let mut way = Way { passed, taking: Some(Taking::default()) };
        statistics.pass(&mut way);
        let taking = way.taking.unwrap_or_default();
        (!taking.short && taking.numbers == way.passed.numbers.len() && taking.texts == way.passed.texts.len()).then_some(statistics)
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
pub(super) struct Way {
    passed: Passed,
    /// When it goes in.
    taking: Option<Taking>,
}

impl Way {
    fn number(&mut self, number: &mut f64) {
        let Some(taking) = &mut self.taking else {
            self.passed.numbers.push(*number);
            return;
        };
        match self.passed.numbers.get(taking.numbers) {
            Some(there) => *number = *there,
            None => taking.short = true,
        }
        taking.numbers += 1;
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

    /// How many follow: no more than there are numbers or texts.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // fewer than numbers have digits
    fn length(&mut self, length: usize) -> usize {
        let mut number = length as f64;
        self.number(&mut number);
        let most = self.passed.numbers.len() + self.passed.texts.len();
        if self.taking.is_some() { (number as usize).min(most) } else { length }
    }
}

/// A part of what is passed on.
pub(super) trait Pass {
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
        self.resize_with(length, T::default);
        for item in self {
            item.pass(way);
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
        impl Pass for $Name {
            fn pass(&mut self, way: &mut Way) {
                let Self { $($field),* } = self;
                $($field.pass(way);)*
            }
        }
    };
}
pub(super) use parts;

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
