//! Rows of spells or days → statistics: which months there are, and what is said about the rows as a whole.

use super::about::About;
use super::walk::{Walk, Way};
use super::{Basis, GROUPS, GroupSums, Statistics, default_as_of};
use crate::note::{Kind, Note};
use crate::quantity::Date;
use crate::read::{Group, Layout, Meaning, Reading, SpellRecords, Terms};

/// A pass over the rows to see what there is takes about so small a part of the time of the walk.
const SEEN_PER_WALKED: usize = 8;

/// The counting of a table of spells or days: what there is as a whole, then the walk.
pub(super) struct Spells {
    /// Until the walk begins, which then holds them: without months and cells.
    statistics: Statistics,
    basis: Basis,
    seen: Seen,
    walk: Option<Walk>,
    /// Whether there was nothing to walk through.
    empty: bool,
}

impl Spells {
    pub fn new(statistics: Statistics, basis: &Basis) -> Self {
        let seen = Seen { limit: basis.as_of.or(basis.today), ..Seen::default() };
        Self { statistics, basis: basis.clone(), seen, walk: None, empty: false }
    }

    pub fn step(&mut self, records: &SpellRecords, reading: &Reading, rows: usize) -> bool {
        if let Some(walk) = &mut self.walk {
            return walk.step(records, rows);
        }
        if !self.empty && self.seen.step(records, rows.saturating_mul(SEEN_PER_WALKED)) {
            self.begin(reading);
        }
        self.empty
    }

    /// Begins the walk through rows that have been seen.
    fn begin(&mut self, reading: &Reading) {
        let (seen, basis, statistics) = (&self.seen, &self.basis, &mut self.statistics);
        statistics.as_of = basis.as_of.or_else(|| seen.last_of_data.map(|last| default_as_of(last.month(), basis.today)));
        let (Some(end), Some((first_day, last_closed))) = (statistics.as_of, seen.days) else {
            statistics.notes.extend(statistics.as_of.map(|_| Note::new(Kind::AfterAsOf).count(seen.late)));
            self.empty = true;
            return;
        };
        // Months in which absence was recorded; an open spell reaches the as-of month. Who says until when the table tells says that
        // the months without rows were months without absence.
        let last_recorded = if seen.open_shown { end } else { last_closed };
        let first = first_day.month();
        statistics.cover(first, basis.as_of.unwrap_or(last_recorded).month());
        statistics.spells_known = true;
        // Without a column that tells people apart each row is its own.
        let told = |meaning| reading.columns.iter().any(|column| column.meaning == meaning);
        statistics.people = told(Meaning::Employee).then_some(seen.people);
        statistics.ages_known = seen.ages_known;
        statistics.pay_matters = seen.pay_matters;
        if seen.groups_known {
            statistics.groups = vec![GroupSums::default(); statistics.cells.len() * GROUPS];
        }
        let way = Way {
            // A table with a first and a last day is one of days all the same where every row is one day and some run on.
            rows_are_days: reading.layout == Layout::Days || (seen.running && !seen.some_longer),
            extent_told: told(Meaning::Extent),
            end,
            // A table that begins with a month may have cut off what came before; one that begins on some other day seems not to.
            clipped_on: (first_day == first.first_day()).then_some(first_day),
            about: About::new(reading, statistics),
        };
        self.walk = Some(Walk::new(std::mem::take(statistics), way, basis));
    }

    /// What has been done: of rows seen and walked.
    pub fn done(&self) -> usize {
        (self.seen.at + self.seen.terms_at) / SEEN_PER_WALKED + self.walk.as_ref().map_or(0, Walk::done)
    }

    /// The same when all is done.
    pub fn all(records: &SpellRecords) -> usize {
        (records.rows.len() + records.terms.len()) / SEEN_PER_WALKED + records.rows.len()
    }

    pub fn finish(self) -> Statistics {
        let Some(walk) = self.walk else { return self.statistics };
        let (mut statistics, noticed, about) = walk.finish();
        about.complete(&mut statistics, &|_| true, &|_| false);
        let clipped = if self.basis.begun_earlier.is_some() { Kind::BegunEarlier } else { Kind::MayHaveBegunEarlier };
        for (kind, number) in [
            (Kind::Overlap, noticed.overlaps),
            (Kind::WeekendsBridged, noticed.bridged),
            (Kind::HoursSpread, noticed.spread),
            (Kind::OnlyDaysOff, noticed.days_off),
            (Kind::OpenSpells, self.seen.open),
            (Kind::AfterAsOf, self.seen.late),
            (clipped, noticed.clipped),
        ] {
            if number > 0 {
                statistics.notes.push(Note::new(kind).count(number));
            }
        }
        statistics
    }
}

/// What there is, found in one pass over the rows and one over the terms.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own about the data
struct Seen {
    /// Rows seen, and terms.
    at: usize,
    terms_at: usize,
    /// No day after this one is shown. Whatever day the report turns out to be as of, no other rows begin after it: without a day
    /// given it is the end of the last month of the data.
    limit: Option<Date>,
    /// The last day of all rows; the first day of open ones stands for it.
    last_of_data: Option<Date>,
    /// First and last sick day that is shown, open rows by their first day.
    days: Option<(Date, Date)>,
    /// Whether one of the rows shown is open.
    open_shown: bool,
    /// Rows without an end.
    open: u32,
    /// Rows with days that are not shown.
    late: u32,
    people: u32,
    /// Whether a row has more than one day.
    some_longer: bool,
    /// Whether some person has rows on two days running.
    running: bool,
    ages_known: bool,
    pay_matters: bool,
    groups_known: bool,
}

impl Seen {
    /// Goes on by so many rows; true at the end.
    fn step(&mut self, records: &SpellRecords, rows: usize) -> bool {
        let until = self.at.saturating_add(rows).min(records.rows.len());
        let limit = self.limit.unwrap_or(Date::OPEN);
        let none = Date::from_days(i32::MIN / 2);
        // Values of their own until the end: optional ones would be asked for each row.
        let (mut last_of_data, mut days) = (self.last_of_data.unwrap_or(none), self.days.unwrap_or((Date::OPEN, none)));
        let mut before = records.rows.get(self.at.wrapping_sub(1));
        for row in &records.rows[self.at..until] {
            let open = row.to == Date::OPEN;
            let last = if open { row.from } else { row.to };
            last_of_data = last_of_data.max(last);
            self.some_longer |= row.from != row.to;
            self.open += u32::from(open);
            self.late += u32::from(last > limit);
            if row.from <= limit {
                days = (days.0.min(row.from), days.1.max(last.min(limit)));
                self.open_shown |= open;
            }
            self.running |= before.is_some_and(|before| before.person == row.person && row.from.since(before.from) == 1);
            before = Some(row);
        }
        self.last_of_data = Some(last_of_data).filter(|last| *last > none);
        self.days = Some(days).filter(|days| days.1 > none);
        let left = rows - (until - self.at);
        self.at = until;
        self.people = before.map_or(0, |row| row.person + 1);
        let until = self.terms_at.saturating_add(left).min(records.terms.len());
        records.terms[self.terms_at..until].iter().for_each(|terms| self.terms(terms));
        self.terms_at = until;
        self.at == records.rows.len() && until == records.terms.len()
    }

    fn terms(&mut self, terms: &Terms) {
        self.ages_known |= terms.born.is_some();
        self.pay_matters |= terms.employment.is_some() && terms.monthly_pay.is_none();
        self.groups_known |= terms.group != Group::default();
    }
}
