//! Counting in steps, so that nothing else has to wait for it.

use std::fmt;

use super::monthly::Months;
use super::spells::Spells;
use super::{Basis, Statistics};
use crate::note::{Kind, Note};
use crate::read::{Layout, Reading, Records, told_of_units};

/// A counting under way. It borrows nothing: the reading is given to each step, and must be the same one.
///
/// ```
/// use barkraft::absence::{Basis, Counting, count};
/// use barkraft::read::{Choices, read};
///
/// let paste = "Anst.nr\tFr.o.m.\tT.o.m.\n1\t2024-03-04\t2024-03-08\n2\t2024-03-04\t2024-03-05\n";
/// let reading = read(paste.as_bytes(), &Choices::default());
/// let mut counting = Counting::new(&reading, &Basis::default());
/// while !counting.step(&reading, 1) {
///     assert!(counting.share_done() < 1.0);
/// }
/// assert_eq!(counting.finish(), count(&reading, &Basis::default()));
/// ```
pub struct Counting {
    work: Work,
    /// Rows to see and to walk through.
    all: usize,
    ended: bool,
}

enum Work {
    Spells(Box<Spells>),
    Months(Box<Months>),
    None(Box<Statistics>),
}

impl Counting {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(reading: &Reading, basis: &Basis) -> Self {
        let mut statistics = Statistics::empty(reading, basis.as_of);
        if reading.layout == Layout::AboutUnits {
            statistics.notes.push(Note::new(Kind::AboutAlone).expected(told_of_units(reading)));
        }
        let (work, all) = match &reading.records {
            Records::Spells(records) => (Work::Spells(Box::new(Spells::new(statistics, basis))), Spells::all(records)),
            Records::Months(records) => (Work::Months(Box::new(Months::new(statistics, basis))), Months::all(records)),
            Records::None => (Work::None(Box::new(statistics)), 0),
        };
        Self { work, all, ended: false }
    }

    /// Goes on by the work of about so many rows, at least one; true when all are counted.
    pub fn step(&mut self, reading: &Reading, rows: usize) -> bool {
        self.ended = match (&mut self.work, &reading.records) {
            (Work::Spells(spells), Records::Spells(records)) => spells.step(records, reading, rows.max(1)),
            (Work::Months(months), Records::Months(records)) => months.step(records, reading, rows.max(1)),
            _ => true,
        };
        self.ended
    }

    /// How much of the work has been done, from 0 to 1: 1 when the last step has said so.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn share_done(&self) -> f64 {
        let done = match &self.work {
            Work::Spells(spells) => spells.done(),
            Work::Months(months) => months.done(),
            Work::None(_) => 0,
        };
        if self.ended { 1.0 } else { done as f64 / (self.all + 1) as f64 }
    }

    /// What has been counted.
    #[must_use]
    pub fn finish(self) -> Statistics {
        let mut statistics = match self.work {
            Work::Spells(spells) => spells.finish(),
            Work::Months(months) => months.finish(),
            Work::None(statistics) => *statistics,
        };
        statistics.add_up();
        statistics.mark_gaps();
        statistics.mark_pandemic();
        statistics
    }
}

impl fmt::Debug for Counting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Counting").field("all", &self.all).finish_non_exhaustive()
    }
}

/// Counts what the records say. Pure: the same reading and basis give the same statistics.
///
/// ```
/// use barkraft::absence::{count, Basis};
/// use barkraft::read::{read, Choices};
///
/// let paste = "Anst.nr\tFr.o.m.\tT.o.m.\n1\t2024-03-04\t2024-03-08\n";
/// let reading = read(paste.as_bytes(), &Choices::default());
/// let statistics = count(&reading, &Basis::default());
/// let march = statistics.months().next().unwrap();
/// assert_eq!(statistics.cell(0, march).bands().short.hours(), 40.0);
/// ```
#[must_use]
pub fn count(reading: &Reading, basis: &Basis) -> Statistics {
    let mut counting = Counting::new(reading, basis);
    while !counting.step(reading, usize::MAX) {}
    counting.finish()
}
