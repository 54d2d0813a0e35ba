//! The rows of each person, brought together and put in order of time.

use std::cmp::Ordering;

use crate::order;
use crate::read::SpellRecord;

/// The rows of each person, in order of time. The order of the paste leaves no trace.
///
/// People are visited unit by unit, and their rows copied together: the walk then works on a few cells at a time and not on all of
/// them, which keeps them near at hand for a paste in no order.
pub(super) fn by_person(rows: &[SpellRecord], people: usize, mut visit: impl FnMut(&[SpellRecord])) {
    let mut starts = vec![0_usize; people + 1];
    let mut unit_of = vec![0_u32; people];
    for row in rows {
        starts[row.person as usize + 1] += 1;
        unit_of[row.person as usize] = row.unit;
    }
    for person in 0..people {
        starts[person + 1] += starts[person];
    }
    let mut next = starts.clone();
    let mut order = vec![0_u32; rows.len()];
    for (index, row) in (0..).zip(rows) {
        let place = &mut next[row.person as usize];
        order[*place] = index;
        *place += 1;
    }
    let mut theirs: Vec<SpellRecord> = Vec::new();
    for person in order::by_key(unit_of) {
        theirs.clear();
        theirs.extend(order[starts[person]..starts[person + 1]].iter().map(|index| rows[*index as usize]));
        if !theirs.is_sorted_by(|a, b| in_time(a, b).is_le()) {
            sort(&mut theirs);
        }
        visit(&theirs);
    }
}

fn in_time(a: &SpellRecord, b: &SpellRecord) -> Ordering {
    (a.from, a.to).cmp(&(b.from, b.to)).then(a.extent.0.total_cmp(&b.extent.0))
}

/// By first day, then the few rows that share one by the rest.
fn sort(rows: &mut Vec<SpellRecord>) {
    let biased = |row: &SpellRecord| row.from.days().wrapping_sub(i32::MIN).cast_unsigned();
    *rows = order::by_key(rows.iter().map(biased)).map(|index| rows[index]).collect();
    for last in 1..rows.len() {
        let mut place = last;
        while place > 0 && in_time(&rows[place], &rows[place - 1]).is_lt() {
            rows.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// Whether a table with a first and a last day is one of days all the same: every row is one day, and some person has two days running.
pub(super) fn one_row_per_day(rows: &[SpellRecord], people: usize) -> bool {
    if rows.iter().any(|row| row.from != row.to) {
        return false;
    }
    let mut running = false;
    by_person(rows, people, |theirs| running |= theirs.windows(2).any(|pair| pair[1].from.since(pair[0].from) == 1));
    running
}
