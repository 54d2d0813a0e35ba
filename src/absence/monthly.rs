//! Monthly rows → unit × month. Rows of the same unit and month add up.

use super::{Bands, Basis, GROUPS, GroupSums, Sick, Statistics, Sums, default_as_of, group_index};
use crate::note::{Kind, Note};
use crate::quantity::{Hours, Share};
use crate::read::{Group, MonthRecord, Reading};

pub(super) fn count(records: &[MonthRecord], reading: &Reading, basis: &Basis) -> Statistics {
    let units = &reading.units;
    let last_of_data = records.iter().map(|record| record.month).max();
    let as_of = basis.as_of.or_else(|| last_of_data.map(|last| default_as_of(last, basis.today)));
    let shown = |record: &&MonthRecord| as_of.is_none_or(|as_of| record.month.first_day() <= as_of);
    let first = records.iter().filter(shown).map(|record| record.month).min();
    let last = records.iter().filter(shown).map(|record| record.month).max();
    let months = match (first, last) {
        (Some(first), Some(last)) => usize::try_from(last.number() - first.number() + 1).unwrap_or(0),
        _ => 0,
    };

    let mut statistics = Statistics::empty(reading, as_of, first, months);
    statistics.spells_counted = records.iter().any(|record| record.spells.is_some());
    if records.iter().any(|record| record.group != Group::default()) {
        statistics.groups = vec![GroupSums::default(); statistics.cells.len() * GROUPS];
    }
    let mut derived = 0;
    let mut has_row = vec![false; units.len() * months];
    for record in records.iter().filter(shown) {
        let Some(month) = statistics.index(record.month) else { continue };
        let (sums, schedule_derived) = sums(record);
        derived += u32::from(schedule_derived);
        let cell = record.unit as usize * months + month;
        statistics.cells[cell] += sums;
        if let Some(group) = statistics.groups.get_mut(cell * GROUPS + group_index(record.group)) {
            *group += GroupSums {
                sick: sums.bands().all_hours(),
                long_spells: sums.long_spells,
                sick_of_long_spells: sums.sick_of_long_spells,
                scheduled: sums.scheduled,
                sick_of_scheduled: sums.sick_of_scheduled,
                headcount: sums.headcount,
            };
        }
        statistics.has_rows[month] = true;
        has_row[record.unit as usize * months + month] = true;
    }

    let lacking = (0..has_row.len()).filter(|cell| !has_row[*cell] && statistics.has_rows[cell % months]);
    if let Some(cell) = lacking.clone().next() {
        let month = statistics.months().nth(cell % months).map_or_else(String::new, |month| month.to_string());
        let example = format!("{}, {month}", units[cell / months]);
        let count = u32::try_from(lacking.count()).unwrap_or(u32::MAX);
        statistics.notes.push(Note::new(Kind::UnitsLackMonths).count(count).found(example));
    }
    let late = records.len() - records.iter().filter(shown).count();
    if late > 0 {
        statistics.notes.push(Note::new(Kind::AfterAsOf).count(u32::try_from(late).unwrap_or(u32::MAX)));
    }
    if derived > 0 {
        statistics.notes.push(Note::new(Kind::ScheduleDerived).count(derived));
    }
    statistics
}

/// What a row adds, and whether its scheduled hours were derived from hours and percentage.
fn sums(record: &MonthRecord) -> (Sums, bool) {
    let scheduled = record.scheduled_hours;
    let hours = |given: Option<Hours>, rate: Option<Share>| given.or_else(|| Some(scheduled? * rate?));
    let short = hours(record.short_hours, record.short_rate);
    let long = hours(record.long_hours, record.long_rate);
    let total = hours(record.hours, record.rate);

    let sick = |hours: Hours| Sick::new(hours.0, record.monthly_pay);
    let none = Hours::ZERO;
    // Two of the three give the third; a part that is larger than the total stands as it is.
    let (short, long, unsplit) = match (short, long, total) {
        (Some(short), Some(long), _) => (short, long, none),
        (Some(short), None, Some(total)) => (short, (total - short).max(none), none),
        (None, Some(long), Some(total)) => ((total - long).max(none), long, none),
        (Some(short), None, None) => (short, none, none),
        (None, Some(long), None) => (none, long, none),
        (None, None, total) => (none, none, total.unwrap_or_default()),
    };
    // Long hours of unknown day count as days 15–59 and have the agreement's top-up, but for those that are said to come later.
    let sixty = hours(record.sixty_hours, record.sixty_rate).map(|sixty| sixty.min(long));
    let to_59 = long - sixty.unwrap_or_default();
    let bands = Bands {
        short: sick(short),
        to_59: sick(to_59),
        to_90: sick(sixty.unwrap_or_default()),
        topped_up: sick(long),
        unsplit: sick(unsplit),
        ..Bands::default()
    };

    let all = Hours(bands.all_hours());
    // The share that lies in periods of 60 days or more; hours from day 60 on stand for it where no share is given.
    let long_spells = record.sixty_share.map(|share| all * share).or(sixty);
    let derived = match (scheduled, record.rate) {
        (None, Some(rate)) if rate.0 > 0.0 => Some(all / rate.0),
        _ => None,
    };
    let scheduled = scheduled.or(derived);
    let mut sums = Sums {
        booked_pay: record.sick_pay.unwrap_or_default().0,
        spells: record.spells.unwrap_or_default(),
        spells_without_periods: if record.sick_pay.is_none() { record.spells.unwrap_or_default() } else { 0.0 },
        booked_spells: if record.sick_pay.is_some() { record.spells.unwrap_or_default() } else { 0.0 },
        replacement: record.replacement.unwrap_or_default().0,
        long_spells: long_spells.unwrap_or_default().0,
        sick_of_long_spells: long_spells.map_or(0.0, |_| all.0),
        scheduled: scheduled.unwrap_or_default().0,
        sick_of_scheduled: scheduled.map_or(0.0, |_| all.0),
        headcount: record.headcount.unwrap_or_default(),
        ..Sums::default()
    };
    match record.sick_pay {
        Some(_) => sums.booked = bands,
        None => sums.calculated = bands,
    }
    (sums, derived.is_some())
}
