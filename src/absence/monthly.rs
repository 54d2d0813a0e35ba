//! Monthly rows → unit × month. Rows of the same unit and month add up.

use super::about::About;
use super::{Bands, Basis, GROUPS, GroupSums, Sick, Statistics, Sums, default_as_of};
use crate::note::{Kind, Note};
use crate::quantity::{Date, Hours, Month, Sek, Share};
use crate::read::{Group, MonthRecord, Reading};

/// The counting of a monthly table: which months there are, then what they hold.
pub(super) struct Months {
    statistics: Statistics,
    /// No month that begins after this day is shown. Whatever day the report turns out to be as of, no other months do: without a
    /// day given it is the end of the last month of the data.
    limit: Option<Date>,
    basis_as_of: Option<Date>,
    today: Option<Date>,
    /// Records seen, and records counted.
    seen: usize,
    counted: usize,
    last_of_data: Option<Month>,
    /// First and last month that is shown.
    shown: Option<(Month, Month)>,
    groups_known: bool,
    late: u32,
    derived: u32,
    /// For each cell, how many rows there are of it.
    rows: Vec<u32>,
    /// For each cell, whether a row tells a percentage that nobody knows the hours of.
    open: Vec<bool>,
    about: About,
}

impl Months {
    pub fn new(statistics: Statistics, basis: &Basis) -> Self {
        Self {
            statistics,
            limit: basis.as_of.or(basis.today),
            basis_as_of: basis.as_of,
            today: basis.today,
            seen: 0,
            counted: 0,
            last_of_data: None,
            shown: None,
            groups_known: false,
            late: 0,
            derived: 0,
            rows: Vec::new(),
            open: Vec::new(),
            about: About::default(),
        }
    }

    pub fn step(&mut self, records: &[MonthRecord], reading: &Reading, rows: usize) -> bool {
        if self.seen < records.len() {
            let until = self.seen.saturating_add(rows).min(records.len());
            records[self.seen..until].iter().for_each(|record| self.see(record));
            self.seen = until;
            if until == records.len() {
                self.begin(records, reading);
            }
            return false;
        }
        let until = self.counted.saturating_add(rows).min(records.len());
        records[self.counted..until].iter().for_each(|record| self.add(record));
        self.counted = until;
        until == records.len()
    }

    /// What has been done: records seen and counted.
    pub const fn done(&self) -> usize {
        self.seen + self.counted
    }

    /// The same when all is done.
    pub const fn all(records: &[MonthRecord]) -> usize {
        2 * records.len()
    }

    fn see(&mut self, record: &MonthRecord) {
        let month = record.month;
        self.last_of_data = self.last_of_data.max(Some(month));
        self.statistics.spells_counted |= record.spells.is_some();
        self.groups_known |= record.group != Group::default();
        if self.limit.is_some_and(|limit| month.first_day() > limit) {
            self.late += 1;
        } else {
            let (first, last) = self.shown.unwrap_or((month, month));
            self.shown = Some((first.min(month), last.max(month)));
        }
    }

    fn begin(&mut self, records: &[MonthRecord], reading: &Reading) {
        let statistics = &mut self.statistics;
        statistics.as_of = self.basis_as_of.or_else(|| self.last_of_data.map(|last| default_as_of(last, self.today)));
        if let Some((first, last)) = self.shown {
            statistics.cover(first, last);
        }
        if self.groups_known {
            statistics.groups = vec![GroupSums::default(); statistics.cells.len() * GROUPS];
        }
        self.open = vec![false; statistics.cells.len()];
        self.rows = vec![0; statistics.cells.len()];
        for record in records {
            if let Some(month) = statistics.index(record.month) {
                self.rows[record.unit as usize * statistics.months + month] += 1;
            }
        }
        self.about = About::new(reading, statistics);
    }

    fn add(&mut self, record: &MonthRecord) {
        let statistics = &mut self.statistics;
        let Some(month) = statistics.index(record.month) else { return };
        let unit = record.unit as usize;
        self.about.compare_pay(unit, month, record.monthly_pay);
        let pay = record.monthly_pay.or_else(|| self.about.pay(unit, month));
        let cell = unit * statistics.months + month;
        // the hours of a unit are not those of its women, nor of one of its rows
        let scheduled = self.about.scheduled(unit, month).filter(|_| record.group == Group::default() && self.rows[cell] == 1);
        let (sums, schedule_derived) = sums(record, pay, scheduled);
        self.derived += u32::from(schedule_derived);
        let rates = [record.rate, record.short_rate, record.long_rate];
        self.open[cell] |= sums.bands().all_hours() == 0.0 && rates.into_iter().flatten().any(|rate| rate.0 > 0.0);
        *statistics.cells.at(cell) += sums;
        if let Some(group) = statistics.groups.get_mut(cell * GROUPS + record.group.index()) {
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
    }

    pub fn finish(self) -> Statistics {
        let Self { mut statistics, rows, open, about, .. } = self;
        about.complete(&mut statistics, &|cell| rows[cell] > 0, &|cell| open[cell]);
        let months = statistics.months;
        let lacking = (0..rows.len()).filter(|cell| rows[*cell] == 0 && statistics.has_rows[cell % months]);
        if let Some(cell) = lacking.clone().next() {
            let month = statistics.months().nth(cell % months).map_or_else(String::new, |month| month.to_string());
            let example = format!("{}, {month}", statistics.units[cell / months]);
            let count = u32::try_from(lacking.count()).unwrap_or(u32::MAX);
            statistics.notes.push(Note::new(Kind::UnitsLackMonths).count(count).found(example));
        }
        for (kind, number) in [(Kind::AfterAsOf, self.late), (Kind::ScheduleDerived, self.derived)] {
            if number > 0 {
                statistics.notes.push(Note::new(kind).count(number));
            }
        }
        statistics
    }
}

/// What a row adds, and whether its scheduled hours were derived from hours and percentage. Its unit's hours are those of all its rows:
/// what a percentage is of, where the row does not tell, and nothing that a row adds.
fn sums(record: &MonthRecord, monthly_pay: Option<Sek>, of_unit: Option<Hours>) -> (Sums, bool) {
    let scheduled = record.scheduled_hours;
    let hours = |given: Option<Hours>, rate: Option<Share>| given.or_else(|| Some(scheduled.or(of_unit)? * rate?));
    let short = hours(record.short_hours, record.short_rate);
    let long = hours(record.long_hours, record.long_rate);
    let total = hours(record.hours, record.rate);

    let sick = |hours: Hours| Sick::new(hours.0, monthly_pay);
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
    let derived = match (scheduled.or(of_unit), record.rate) {
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
