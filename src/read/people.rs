//! The rows of each person, brought together and put in order of time.

use std::cmp::Ordering;

use super::SpellRecord;
use crate::order;

/// The rows person by person, by running number, and each person's in order of time. The order of the paste leaves no trace.
pub(super) fn in_order(rows: &[SpellRecord]) -> Vec<SpellRecord> {
    let mut ordered: Vec<SpellRecord> = order::by_key(rows.iter().map(|row| row.person)).map(|index| rows[index]).collect();
    for theirs in ordered.chunk_by_mut(|a, b| a.person == b.person) {
        if !theirs.is_sorted_by(|a, b| in_time(a, b).is_le()) {
            sort(theirs);
        }
    }
    ordered
}

fn in_time(a: &SpellRecord, b: &SpellRecord) -> Ordering {
    (a.from, a.to).cmp(&(b.from, b.to)).then(a.extent.0.total_cmp(&b.extent.0))
}

/// By first day, then the few rows that share one by the rest.
fn sort(rows: &mut [SpellRecord]) {
    let biased = |row: &SpellRecord| row.from.days().wrapping_sub(i32::MIN).cast_unsigned();
    let by_day: Vec<SpellRecord> = order::by_key(rows.iter().map(biased)).map(|index| rows[index]).collect();
    rows.copy_from_slice(&by_day);
    for last in 1..rows.len() {
        let mut place = last;
        while place > 0 && in_time(&rows[place], &rows[place - 1]).is_lt() {
            rows.swap(place, place - 1);
            place -= 1;
        }
    }
}
