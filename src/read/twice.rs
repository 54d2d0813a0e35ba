//! Units that are the sum of those beside them: a department above its units, say, whose place only an indent told.

use super::MonthRecord;

/// So many units are added up at most: departments are not larger.
const MOST: usize = 200;

/// In one month alone numbers may agree by chance.
const FEWEST_MONTHS: usize = 2;

/// The units that come to as much as several of those right below them or above them do together, month by month.
pub(super) fn sums(records: &[MonthRecord], units: usize) -> Vec<usize> {
    let Some(first) = records.iter().map(|record| record.month.number()).min() else { return Vec::new() };
    let month = |record: &MonthRecord| usize::try_from(record.month.number() - first).unwrap_or(0);
    let months = records.iter().map(month).max().unwrap_or(0) + 1;
    if months < FEWEST_MONTHS || units < 3 || units.saturating_mul(months) > 1 << 22 {
        return Vec::new();
    }
    let mut hours = vec![0.0; units * months];
    for record in records {
        if let (Some(cell), Some(value)) = (hours.get_mut(record.unit as usize * months + month(record)), record.hours) {
            *cell += value.0;
        }
    }
    let of = |unit: usize| &hours[unit * months..(unit + 1) * months];
    let is_sum = |unit: &usize| is_sum(of(*unit), (*unit + 1..units).map(of)) || is_sum(of(*unit), (0..*unit).rev().map(of));
    (0..units).filter(is_sum).collect()
}

/// Whether the hours are the sum of some of the others, from the first on: two or more that have any.
fn is_sum<'h>(hours: &[f64], others: impl Iterator<Item = &'h [f64]>) -> bool {
    if hours.iter().filter(|hours| **hours > 0.0).count() < FEWEST_MONTHS {
        return false;
    }
    let (mut sums, mut parts) = (vec![0.0; hours.len()], 0);
    for other in others.take(MOST) {
        parts += usize::from(other.iter().any(|hours| *hours > 0.0));
        sums.iter_mut().zip(other).for_each(|(sum, hours)| *sum += hours);
        let off = |(sum, hours): (&f64, &f64)| sum - hours;
        let rounded = |hours: f64| 0.000_5 * hours + 0.05;
        if sums.iter().zip(hours).any(|pair| off(pair) > rounded(*pair.1)) {
            return false;
        }
        if parts > 1 && sums.iter().zip(hours).all(|pair| off(pair).abs() <= rounded(*pair.1)) {
            return true;
        }
    }
    false
}
