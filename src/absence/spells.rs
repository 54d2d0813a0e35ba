//! Rows of spells or days → spells, sick-pay periods and day numbers, walked once per person in order of time.
//!
//! Days are taken in chunks of one month and one band; only days that rows of a person share are walked one by one.

use std::cmp::Ordering;
use std::collections::VecDeque;

use super::{Basis, Sick, Statistics, Sums, default_as_of};
use crate::note::{Kind, Note};
use crate::order;
use crate::quantity::{Date, Month, Sek};
use crate::read::{NOT_RECORDED, Recorded, SpellRecord, SpellRecords};
use crate::rules::RuleId;
use crate::rules::law::{Law, Waiting, whole};

pub(super) fn count(records: &SpellRecords, units: &[String], rows_are_days: bool, basis: Basis) -> Statistics {
    let (mut last_of_data, mut people) = (None, 0);
    for row in &records.rows {
        last_of_data = last_of_data.max(Some(if row.to == Date::OPEN { row.from } else { row.to }));
        people = people.max(row.person + 1);
    }
    let as_of = basis.as_of.or_else(|| last_of_data.map(|last| default_as_of(last.month(), basis.today)));
    let Some(end) = as_of else { return Statistics::empty(units, None, None, 0) };
    let shown = Shown::of(&records.rows, end);
    let Some((first_day, last_recorded)) = shown.days else {
        let mut statistics = Statistics::empty(units, as_of, None, 0);
        statistics.notes.push(Note::new(Kind::AfterAsOf).count(shown.late));
        return statistics;
    };
    // Months in which absence was recorded; an open spell reaches the as-of month. Who says until when the table tells says that
    // the months without rows were months without absence.
    let last_day = basis.as_of.unwrap_or(last_recorded);
    let (first, last) = (first_day.month(), last_day.month());
    let months = usize::try_from(last.number() - first.number() + 1).unwrap_or(0);

    let mut statistics = Statistics::empty(units, as_of, Some(first), months);
    statistics.spells_known = true;
    statistics.people = Some(people);

    let rows_are_days = rows_are_days || one_row_per_day(&records.rows, people as usize);
    let mut walk = Walk::new(records, &mut statistics, rows_are_days, end, basis);
    by_person(&records.rows, people as usize, |theirs| walk.person(theirs));
    let noticed = walk.noticed;
    let clipped = if first_day == first.first_day() { shown.on_first_day } else { 0 };
    for (kind, number) in [
        (Kind::Overlap, noticed.overlaps),
        (Kind::WeekendsBridged, noticed.bridged),
        (Kind::HoursSpread, noticed.spread),
        (Kind::OnlyDaysOff, noticed.days_off),
        (Kind::OpenSpells, shown.open),
        (Kind::AfterAsOf, shown.late),
        (Kind::MayHaveBegunEarlier, clipped),
    ] {
        if number > 0 {
            statistics.notes.push(Note::new(kind).count(number));
        }
    }
    statistics
}

/// What there is up to the as-of date, found in one pass.
#[derive(Default)]
struct Shown {
    /// First and last sick day.
    days: Option<(Date, Date)>,
    /// Rows that begin on the first of them.
    on_first_day: u32,
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
                shown.on_first_day = match row.from.cmp(&first) {
                    Ordering::Less => 1,
                    Ordering::Equal => shown.on_first_day + 1,
                    Ordering::Greater => shown.on_first_day,
                };
                shown.days = Some((first.min(row.from), last.max(row.to.min(end))));
            }
        }
        shown
    }
}

/// The rows of each person, in order of time. The order of the paste leaves no trace.
///
/// People are visited unit by unit, and their rows copied together: the walk then works on a few cells at a time and not on all of
/// them, which keeps them near at hand for a paste in no order.
fn by_person(rows: &[SpellRecord], people: usize, mut visit: impl FnMut(&[SpellRecord])) {
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
fn one_row_per_day(rows: &[SpellRecord], people: usize) -> bool {
    if rows.iter().any(|row| row.from != row.to) {
        return false;
    }
    let mut running = false;
    by_person(rows, people, |theirs| running |= theirs.windows(2).any(|pair| pair[1].from.since(pair[0].from) == 1));
    running
}

#[derive(Default)]
struct Noticed {
    overlaps: u32,
    bridged: u32,
    spread: u32,
    days_off: u32,
}

/// The state of the sick-pay period that is under way.
#[derive(Default)]
struct Period {
    /// Whether the first day with lost pay has come.
    begun: bool,
    /// Day number of the last sick day; 0 until the period has begun.
    day: i32,
    /// Hours of the waiting deduction that have not been drawn yet.
    deduction_left: f64,
    /// Whether the first day is an unpaid waiting day.
    waiting_day: bool,
}

/// The first days of a person's latest sick-pay periods with a deduction, as many as the cap asks for.
#[derive(Default)]
struct Deductions(VecDeque<Date>);

impl Deductions {
    /// Whether so many were made in the twelve months before a day; the day of the same date a year earlier is one of them.
    fn reach(&self, cap: usize, day: Date) -> bool {
        self.0.len() >= cap && self.0.front().is_some_and(|made| *made >= day.a_year_before())
    }

    fn made(&mut self, day: Date, cap: usize) {
        if self.0.len() == cap {
            self.0.pop_front();
        }
        self.0.push_back(day);
    }
}

/// A stretch of days with the same absence.
struct Stretch {
    from: Date,
    to: Date,
    unit: u32,
    /// Sick hours of a working day.
    hours: f64,
    /// Whether days off count as working days: a row with hours that holds nothing but days off.
    every_day: bool,
    pay: Option<Sek>,
    /// Booked sick pay of a working day, and the last day it is booked on.
    booked: Option<(f64, Date)>,
}

impl Stretch {
    fn works(&self, day: Date) -> bool {
        self.every_day || day.is_weekday()
    }

    /// Working days from `from` to `to`.
    fn working_days(&self, from: Date, to: Date) -> i32 {
        if self.every_day { (to.since(from) + 1).max(0) } else { from.weekdays_to(to) }
    }
}

struct Walk<'a> {
    recorded: &'a [Recorded],
    statistics: &'a mut Statistics,
    rows_are_days: bool,
    end: Date,
    hours_per_day: f64,
    law: Law,
    /// Last days of the bands: of the sick-pay period, of the top-up, of holiday accrual.
    cuts: [i32; 3],
    noticed: Noticed,
    deductions: Deductions,
    /// First days of the months of the data, and of the one after.
    month_starts: Vec<Date>,
    /// The month of the day before: its first and last day, and its index.
    month: (Date, Date, usize),
}

impl<'a> Walk<'a> {
    fn new(records: &'a SpellRecords, statistics: &'a mut Statistics, rows_are_days: bool, end: Date, basis: Basis) -> Self {
        let mut month_starts: Vec<Date> = statistics.months().map(Month::first_day).collect();
        month_starts.extend(statistics.months().last().map(|last| last.plus(1).first_day()));
        let law = Law::new(basis.weekly_hours);
        Self {
            recorded: &records.recorded,
            statistics,
            rows_are_days,
            end,
            // A Monday–Friday schedule.
            hours_per_day: basis.weekly_hours.0 / 5.0,
            cuts: [law.period_days, whole(RuleId::TopUpLastDay), whole(RuleId::HolidayDays)],
            law,
            noticed: Noticed::default(),
            deductions: Deductions::default(),
            month_starts,
            month: (Date::from_days(1), Date::from_days(0), 0),
        }
    }

    /// Walks through the spells of one person.
    fn person(&mut self, rows: &[SpellRecord]) {
        let mut last_sick: Option<Date> = None;
        let mut period = Period::default();
        self.deductions.0.clear();
        let mut index = 0;
        while index < rows.len() && rows[index].from <= self.end {
            let (together, reach) = self.overlapping(&rows[index..]);
            let cluster = &rows[index..index + together];
            index += together;
            let from = cluster[0].from;

            let continues_spell = last_sick.is_some_and(|last| self.adjoins(last, from));
            let continues_period = last_sick.is_some_and(|last| self.law.continues(last, from));
            if continues_spell && self.rows_are_days {
                // The days off between two day rows belong to the spell, so they are counted as its calendar days.
                if let Some(last) = last_sick.filter(|_| period.begun) {
                    let between = from.since(last) - 1;
                    period.day += between;
                    self.noticed.bridged += u32::from(between > 0);
                }
            }
            if !continues_spell {
                self.cell(from, cluster[0].unit).spells += 1.0;
            }
            if !continues_period && !continues_spell {
                period = Period::default();
            }
            if together == 1 {
                let stretch = self.stretch(&cluster[0], period.day);
                self.days(&stretch, &mut period);
            } else {
                self.overlapping_days(cluster, reach, &mut period);
            }
            last_sick = Some(reach);
        }
    }

    /// How many of the rows overlap each other from the first, and their last day.
    fn overlapping(&self, rows: &[SpellRecord]) -> (usize, Date) {
        let mut reach = rows[0].to.min(self.end);
        let mut together = 1;
        while together < rows.len() && rows[together].from <= reach {
            reach = reach.max(rows[together].to.min(self.end));
            together += 1;
        }
        (together, reach)
    }

    /// Whether a row that starts on `from` belongs to the spell whose last day was `last`.
    fn adjoins(&self, last: Date, from: Date) -> bool {
        // In a table of days, nobody writes a row for a day off.
        from.since(last) <= 1 || (self.rows_are_days && last.plus(1).weekdays_to(from.plus(-1)) == 0)
    }

    /// A row as a stretch; `days_before` of its sick-pay period have passed.
    fn stretch(&mut self, row: &SpellRecord, days_before: i32) -> Stretch {
        if row.recorded == NOT_RECORDED {
            let to = row.to.min(self.end);
            // Only a row of at most two days can lie on days off alone.
            self.noticed.days_off += u32::from(to.since(row.from) < 2 && row.from.weekdays_to(to) == 0);
            let hours = self.hours_per_day * row.extent.0;
            return Stretch { from: row.from, to, unit: row.unit, hours, every_day: false, pay: None, booked: None };
        }
        let recorded = self.recorded[row.recorded as usize];
        let to = row.to.min(self.end);
        let whole_row_to = if row.to == Date::OPEN { self.end } else { row.to };
        let weekdays = row.from.weekdays_to(whole_row_to);
        let every_day = weekdays == 0 && recorded.hours.is_some();
        let days = f64::from(if every_day { whole_row_to.since(row.from) + 1 } else { weekdays });
        let hours = match recorded.hours {
            Some(hours) => {
                self.noticed.spread += u32::from(whole_row_to > row.from);
                hours.0 / days
            }
            None => self.hours_per_day * row.extent.0,
        };
        let every_day = every_day || (weekdays == 0 && recorded.sick_pay.is_some());
        self.noticed.days_off += u32::from(weekdays == 0 && !every_day);
        let mut stretch = Stretch { from: row.from, to, unit: row.unit, hours, every_day, pay: recorded.monthly_pay, booked: None };
        if let Some(pay) = recorded.sick_pay {
            // Sick pay is paid for days 1–14: it is booked on those of the row, or on the whole row where it has none of them.
            let last_short = row.from.plus(self.law.period_days - days_before - 1).min(whole_row_to);
            let short_days = stretch.working_days(row.from, last_short);
            let (days, last) =
                if short_days > 0 { (short_days, last_short) } else { (stretch.working_days(row.from, whole_row_to), whole_row_to) };
            stretch.booked = Some((pay.0 / f64::from(days), last));
        }
        stretch
    }

    /// Days that several rows of a person share: extents (or recorded hours) are added, up to the whole schedule.
    fn overlapping_days(&mut self, rows: &[SpellRecord], reach: Date, period: &mut Period) {
        self.noticed.overlaps += u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let days_before = period.day;
        let mut coming = rows.iter().peekable();
        let mut active: Vec<Stretch> = Vec::new();
        let mut day = rows[0].from;
        while day <= reach {
            active.retain(|stretch| day <= stretch.to);
            while let Some(row) = coming.next_if(|row| row.from <= day) {
                active.push(self.stretch(row, days_before));
            }
            let working = || active.iter().filter(|stretch| stretch.works(day));
            let hours = working().fold(0.0, |sum, stretch| sum + stretch.hours);
            // Together they are held to the schedule; a row by itself stands as it is.
            let scale = if active.len() > 1 && hours > self.hours_per_day { self.hours_per_day / hours } else { 1.0 };
            if working().next().is_some() {
                self.begin(day, active[0].unit, period);
            }
            period.day += i32::from(period.begun);
            for stretch in working() {
                let booked = stretch.booked.map(|(booked, until)| if day <= until { booked } else { 0.0 });
                self.spend(day, stretch, stretch.hours * scale, booked, period);
            }
            day = day.plus(1);
        }
    }

    /// The days of one row that shares none of them with another, in chunks of one month and one band.
    ///
    /// A chunk draws as much of the deduction as its days would one by one: each takes what is left, up to its own hours.
    fn days(&mut self, stretch: &Stretch, period: &mut Period) {
        let mut day = stretch.from;
        if !period.begun {
            // Days off before the first working day are no days of the period.
            day = if stretch.every_day { day } else { day.next_weekday() };
            if day > stretch.to {
                return;
            }
            self.begin(day, stretch.unit, period);
        }
        while day <= stretch.to {
            let mut last = stretch.to.min(self.month_of(day).1);
            let days_left = self.cuts.iter().find(|cut| period.day < **cut).map(|cut| cut - period.day);
            if period.waiting_day && period.day == 0 {
                last = day;
            } else if let Some(days_left) = days_left {
                last = last.min(day.plus(days_left - 1));
            }
            let booked = stretch.booked.map(|(booked, until)| booked * f64::from(stretch.working_days(day, last.min(until))));
            let hours = stretch.hours * f64::from(stretch.working_days(day, last));
            period.day += last.since(day) + 1;
            self.spend(day, stretch, hours, booked, period);
            day = last.plus(1);
        }
    }

    /// A sick-pay period begins on the first day on which pay is lost.
    fn begin(&mut self, day: Date, unit: u32, period: &mut Period) {
        if period.begun {
            return;
        }
        period.begun = true;
        let waiting = self.law.waiting(day, self.deductions.reach(self.law.deduction_cap, day));
        let sums = self.cell(day, unit);
        sums.periods += 1.0;
        match waiting {
            Waiting::Deduction(hours) => {
                sums.deductions += 1.0;
                period.deduction_left = hours.0;
            }
            Waiting::Day => {
                sums.waiting_days += 1.0;
                period.waiting_day = true;
            }
            Waiting::None => {}
        }
        if waiting != Waiting::None {
            self.deductions.made(day, self.law.deduction_cap);
        }
    }

    /// Sick hours of days in one month and one band, the last of them being day `period.day`.
    fn spend(&mut self, day: Date, stretch: &Stretch, hours: f64, booked: Option<f64>, period: &mut Period) {
        let [last_short, last_mid, last_late] = self.cuts;
        let drawn = if period.day <= last_short { period.deduction_left.min(hours) } else { 0.0 };
        period.deduction_left -= drawn;
        let sums = self.cell(day, stretch.unit);
        sums.booked_pay += booked.unwrap_or(0.0);
        let bands = if booked.is_some() { &mut sums.booked } else { &mut sums.calculated };
        let sick = Sick::new(hours, stretch.pay);
        if period.day <= last_short {
            bands.short += sick;
            if drawn > 0.0 {
                bands.deduction += Sick::new(drawn, stretch.pay);
            }
            if period.waiting_day && period.day == 1 {
                bands.waiting_day += sick;
            }
        } else if period.day <= last_mid {
            bands.mid += sick;
        } else if period.day <= last_late {
            bands.late += sick;
        } else {
            bands.beyond += sick;
        }
    }

    /// First day, last day and index of the month a day lies in; most days lie in the month of the day before.
    fn month_of(&mut self, day: Date) -> (Date, Date, usize) {
        if day < self.month.0 || day > self.month.1 {
            // No month has more than 31 days, so the guess is never too late.
            let from_start = self.month_starts.first().map_or(0, |first| day.since(*first));
            let mut index = usize::try_from(from_start / 31).unwrap_or(0);
            while self.month_starts.get(index + 1).is_some_and(|next| *next <= day) {
                index += 1;
            }
            let index = index.min(self.statistics.months.saturating_sub(1));
            self.month = (self.month_starts[index], self.month_starts[index + 1].plus(-1), index);
            self.statistics.has_rows[index] = true;
        }
        self.month
    }

    fn cell(&mut self, day: Date, unit: u32) -> &mut Sums {
        let (_, _, month) = self.month_of(day);
        &mut self.statistics.cells[unit as usize * self.statistics.months + month]
    }
}
