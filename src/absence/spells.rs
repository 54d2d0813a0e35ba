//! Rows of spells or days → statistics: which months there are, and what is said about the rows as a whole.

use super::walk::Walk;
use super::{Basis, GROUPS, GroupSums, Statistics, default_as_of};
use crate::note::{Kind, Note};
use crate::quantity::Date;
use crate::read::{Group, Meaning, Reading, SpellRecord, SpellRecords};

pub(super) fn count(records: &SpellRecords, reading: &Reading, rows_are_days: bool, basis: &Basis) -> Statistics {
    let (mut last_of_data, mut people) = (None, 0);
    for row in &records.rows {
        last_of_data = last_of_data.max(Some(if row.to == Date::OPEN { row.from } else { row.to }));
        people = people.max(row.person + 1);
    }
    let as_of = basis.as_of.or_else(|| last_of_data.map(|last| default_as_of(last.month(), basis.today)));
    let Some(end) = as_of else { return Statistics::empty(reading, None, None, 0) };
    let shown = Shown::of(&records.rows, end);
    let Some((first_day, last_recorded)) = shown.days else {
        let mut statistics = Statistics::empty(reading, as_of, None, 0);
        statistics.notes.push(Note::new(Kind::AfterAsOf).count(shown.late));
        return statistics;
    };
    // Months in which absence was recorded; an open spell reaches the as-of month. Who says until when the table tells says that
    // the months without rows were months without absence.
    let last_day = basis.as_of.unwrap_or(last_recorded);
    let (first, last) = (first_day.month(), last_day.month());
    let months = usize::try_from(last.number() - first.number() + 1).unwrap_or(0);

    let mut statistics = Statistics::empty(reading, as_of, Some(first), months);
    statistics.spells_known = true;
    // Without a column that tells people apart each row is its own.
    statistics.people = reading.columns.iter().any(|column| column.meaning == Meaning::Employee).then_some(people);
    statistics.ages_known = records.terms.iter().any(|terms| terms.born.is_some());
    statistics.pay_matters = records.terms.iter().any(|terms| terms.employment.is_some() && terms.monthly_pay.is_none());
    if records.terms.iter().any(|terms| terms.group != Group::default()) {
        statistics.groups = vec![GroupSums::default(); statistics.cells.len() * GROUPS];
    }

    let rows_are_days = rows_are_days || one_row_per_day(&records.rows);
    // A table that begins with a month may have cut off what came before; one that begins on some other day seems not to.
    let clipped_on = (first_day == first.first_day()).then_some(first_day);
    let extent_told = reading.columns.iter().any(|column| column.meaning == Meaning::Extent);
    let mut walk = Walk::new(records, &mut statistics, (rows_are_days, extent_told), end, clipped_on, basis);
    records.rows.chunk_by(|a, b| a.person == b.person).for_each(|theirs| walk.person(theirs));
    let noticed = walk.finish();
    let clipped = if basis.begun_earlier.is_some() { Kind::BegunEarlier } else { Kind::MayHaveBegunEarlier };
    for (kind, number) in [
        (Kind::Overlap, noticed.overlaps),
        (Kind::WeekendsBridged, noticed.bridged),
        (Kind::HoursSpread, noticed.spread),
        (Kind::OnlyDaysOff, noticed.days_off),
        (Kind::OpenSpells, shown.open),
        (Kind::AfterAsOf, shown.late),
        (clipped, noticed.clipped),
    ] {
        if number > 0 {
            statistics.notes.push(Note::new(kind).count(number));
        }
    }
    statistics
}

/// Whether a table with a first and a last day is one of days all the same: every row is one day, and some person has two days running.
fn one_row_per_day(rows: &[SpellRecord]) -> bool {
    let running = |pair: &[SpellRecord]| pair[0].person == pair[1].person && pair[1].from.since(pair[0].from) == 1;
    rows.iter().all(|row| row.from == row.to) && rows.windows(2).any(running)
}

/// What there is up to the as-of date, found in one pass.
#[derive(Default)]
struct Shown {
    /// First and last sick day.
    days: Option<(Date, Date)>,
    /// Rows without an end.
    open: u32,
    /// Rows with days after the as-of date.
    late: u32,
}

impl Shown {
    fn of(rows: &[SpellRecord], end: Date) -> Self {
        let mut shown = Self::default();
        for row in rows {
            shown.open += u32::from(row.to == Date::OPEN);
            shown.late += u32::from(row.from > end || (row.to > end && row.to != Date::OPEN));
            if row.from <= end {
                let (first, last) = shown.days.unwrap_or((row.from, row.from));
                shown.days = Some((first.min(row.from), last.max(row.to.min(end))));
            }
        }
        shown
    }
}
