//! Rows in the order of the paste → rows person by person, in order of time, the very same row only once. In steps, as there may be
//! millions of them.

use std::cmp::Ordering;

use super::SpellRecord;
use super::layout::as_u32;
use crate::order;

/// Brings the rows of each person together.
#[derive(Debug)]
pub(super) struct Together {
    /// Whether a row is another one once more.
    twin: fn(&SpellRecord, &SpellRecord) -> bool,
    /// Where each person's rows begin, and where the last one's end.
    starts: Vec<usize>,
    /// Where the next row of each person goes; empty where the rows came person by person.
    next: Vec<usize>,
    /// Where each row goes, as far as that is known.
    places: Vec<u32>,
    /// Up to here rows have been put in their place.
    placed: usize,
    /// How many people have been put in order.
    people: usize,
    /// How many of the rows stay.
    kept: usize,
    /// Rows that another one before them is the same as.
    pub later: Vec<SpellRecord>,
}

impl Together {
    /// For rows of which each person has so many, person by person already if they are `in_order`.
    pub(super) fn new(of_person: &[u32], in_order: bool, twin: fn(&SpellRecord, &SpellRecord) -> bool) -> Self {
        let mut starts = Vec::with_capacity(of_person.len() + 1);
        let mut start = 0;
        starts.push(start);
        for rows in of_person {
            start += *rows as usize;
            starts.push(start);
        }
        let next = if in_order { Vec::new() } else { starts.clone() };
        Self { twin, starts, next, places: Vec::new(), placed: 0, people: 0, kept: 0, later: Vec::new() }
    }

    /// Goes on for about so many rows. True when all is done.
    pub(super) fn step(&mut self, all: &mut Vec<SpellRecord>, rows: usize) -> bool {
        if self.next.is_empty() { self.put_in_order(all, rows) } else { self.place(all, rows) }
    }

    /// Finds out where rows go, and then exchanges each for the one that stands there: a second copy of them all would be the most that is
    /// ever held.
    fn place(&mut self, all: &mut [SpellRecord], rows: usize) -> bool {
        if self.places.len() < all.len() {
            self.places.reserve_exact(all.len() - self.places.len());
            for row in all.iter().skip(self.places.len()).take(rows) {
                let place = &mut self.next[row.person as usize];
                self.places.push(as_u32(*place));
                *place += 1;
            }
            return false;
        }
        for _ in 0..rows {
            let Some(&place) = self.places.get(self.placed) else {
                (self.next, self.places) = (Vec::new(), Vec::new());
                break;
            };
            let place = place as usize;
            if place == self.placed {
                self.placed += 1;
            } else {
                all.swap(self.placed, place);
                self.places.swap(self.placed, place);
            }
        }
        false
    }

    /// Sorts the rows of some people by time, and leaves out the very same row when it comes again.
    fn put_in_order(&mut self, all: &mut Vec<SpellRecord>, rows: usize) -> bool {
        let mut done = 0;
        while done < rows {
            let (Some(&start), Some(&end)) = (self.starts.get(self.people), self.starts.get(self.people + 1)) else {
                all.truncate(self.kept);
                return true;
            };
            let theirs = &mut all[start..end];
            if !theirs.is_sorted_by(|a, b| in_time(a, b).is_le()) {
                sort(theirs);
            }
            let first = self.kept;
            for index in start..end {
                let row = all[index];
                let twin = |other: &SpellRecord| (self.twin)(other, &row);
                // those that begin on the same day stand next to each other
                if all[first..self.kept].iter().rev().take_while(|other| other.from == row.from).any(twin) {
                    self.later.push(row);
                } else {
                    if self.kept < index {
                        all[self.kept] = row;
                    }
                    self.kept += 1;
                }
            }
            done += end - start;
            self.people += 1;
        }
        false
    }
}

/// Rows of one person that are the same, as far as they were read and by the hash of the rest. The records of one row are not.
pub(super) fn is_twin(one: &SpellRecord, other: &SpellRecord) -> bool {
    one.row != other.row && one.print == other.print && same(one, other)
}

/// Whether two rows say the same of a person, whatever else stands in them.
pub(super) fn same(one: &SpellRecord, other: &SpellRecord) -> bool {
    one.unit == other.unit && in_time(one, other).is_eq()
}

/// Rows that are alike in this keep the order they came in.
fn in_time(a: &SpellRecord, b: &SpellRecord) -> Ordering {
    (a.from, a.to).cmp(&(b.from, b.to)).then(a.extent.0.total_cmp(&b.extent.0))
}

/// A person has few rows, and most of them stand in order.
fn sort(rows: &mut [SpellRecord]) {
    if rows.len() > 64 {
        let biased = |row: &SpellRecord| row.from.days().wrapping_sub(i32::MIN).cast_unsigned();
        let sorted: Vec<SpellRecord> = order::by_key(rows.iter().map(biased)).map(|index| rows[index]).collect();
        rows.copy_from_slice(&sorted);
    }
    for last in 1..rows.len() {
        let mut place = last;
        while place > 0 && in_time(&rows[place], &rows[place - 1]).is_lt() {
            rows.swap(place, place - 1);
            place -= 1;
        }
    }
}
