//! The walk through the spells of one person after another: spells, sick-pay periods, day numbers.
//!
//! Days are taken in chunks of one month and one band; only days that rows of a person share are walked one by one.

mod days;

use super::stretch::{Period, Stretch, WholeSpell};
use super::terms::{Dated, Deductions, HolidayDays, Person, cuts};
use super::{Basis, BegunEarlier, PAST_SICK_PAY, PEOPLE_BY_SPELLS, Schedule, Statistics, Sums, Trial};
use crate::quantity::Date;
use crate::read::{NOT_RECORDED, Protection, SpellRecord, SpellRecords};
use crate::rules::RuleId;
use crate::rules::law::{Law, Waiting};

/// Other starts that are tried for a spell that may have begun before the data.
const STARTS: usize = 3;

/// What was noticed on the way.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Noticed {
    pub overlaps: u32,
    pub bridged: u32,
    pub spread: u32,
    pub days_off: u32,
    /// Spells on the first day of the data that may have begun before it.
    pub clipped: u32,
}

pub(super) struct Walk<'a> {
    records: &'a SpellRecords,
    statistics: &'a mut Statistics,
    basis: &'a Basis,
    rows_are_days: bool,
    /// Whether the table has a column of extents.
    extent_told: bool,
    end: Date,
    /// The first day of the data, if spells that begin on it may have begun earlier.
    clipped_on: Option<Date>,
    /// The first day of the twelve months up to the end.
    year_start: Date,
    law: Law,
    schedule: Schedule,
    /// Last days of the bands and of the top-up, in order.
    cuts: Vec<i32>,
    top_up_last_day: i32,
    long_spell: i32,
    /// What depends on the month: its first and last day, base amounts, ages.
    dated: Vec<Dated>,
    /// The index of the month of the day before.
    month: usize,
    noticed: Noticed,
    deductions: Deductions,
    holiday: HolidayDays,
    spell: WholeSpell,
    /// Spells of the person that began in the twelve months up to the end.
    spells_in_year: usize,
    /// The cells of the present month in which the person has been counted.
    counted: Vec<usize>,
    /// Whether the walk is only a trial of another answer: what is no sum of cells is then left alone.
    trial: bool,
}

impl<'a> Walk<'a> {
    pub fn new(
        records: &'a SpellRecords,
        statistics: &'a mut Statistics,
        (rows_are_days, extent_told): (bool, bool),
        end: Date,
        clipped_on: Option<Date>,
        basis: &'a Basis,
    ) -> Self {
        let rules = &basis.rules;
        let law = Law::new(rules, basis.schedule.weekly_hours());
        let top_up_last_day = rules.whole(RuleId::TopUpLastDay);
        let dated = statistics.months().map(|month| Dated::new(rules, month)).collect();
        Self {
            records,
            rows_are_days,
            extent_told,
            end,
            clipped_on,
            year_start: end.a_year_before().plus(1),
            schedule: basis.schedule,
            cuts: cuts(law.period_days, top_up_last_day),
            top_up_last_day,
            long_spell: rules.whole(RuleId::LongSpell),
            law,
            dated,
            month: 0,
            noticed: Noticed::default(),
            deductions: Deductions::default(),
            holiday: HolidayDays::new(rules, basis.earning_year),
            spell: WholeSpell::default(),
            spells_in_year: 0,
            counted: Vec::new(),
            trial: false,
            statistics,
            basis,
        }
    }

    /// What was noticed.
    pub fn finish(self) -> Noticed {
        self.noticed
    }

    /// Walks through the spells of one person, whose rows come in order of time.
    pub fn person(&mut self, rows: &[SpellRecord]) {
        let clipped = self.clipped_on.is_some_and(|day| rows[0].from == day) && self.told_start(&rows[0]).is_none();
        let earlier = |days: i32| Some(rows[0].from.plus(-days));
        let past_sick_pay = self.law.period_days;
        self.noticed.clipped += u32::from(clipped);
        match self.basis.begun_earlier {
            Some(BegunEarlier::PastSickPay) if clipped => self.through(rows, earlier(past_sick_pay)),
            None if clipped => {
                self.through(rows, None);
                self.try_out(rows, None, |statistics| &mut statistics.as_read);
                self.statistics.if_earlier.resize_with(STARTS, Trial::default);
                self.try_out(rows, Some(self.just_drawn(&rows[0])), |statistics| &mut statistics.if_earlier[0]);
                self.try_out(rows, earlier(past_sick_pay), |statistics| &mut statistics.if_earlier[PAST_SICK_PAY]);
                let past_all = self.top_up_last_day + self.basis.rules.whole(RuleId::HolidayDays);
                self.try_out(rows, earlier(past_all), |statistics| &mut statistics.if_earlier[2]);
            }
            _ => self.through(rows, None),
        }
    }

    /// The latest start by which the deduction, or the waiting day, lies before the row: nothing costs more sick pay.
    fn just_drawn(&self, row: &SpellRecord) -> Date {
        let share = row.extent.0;
        let mut start = row.from.plus(-1);
        let deduction = match self.law.waiting(start, false) {
            Waiting::Deduction(hours) => hours.0,
            Waiting::Day | Waiting::None => 0.0,
        };
        let latest = row.from.plus(-self.law.period_days);
        while start > latest {
            let lost = self.schedule.hours(start, row.from.plus(-1)) * share;
            if lost > 0.0 && lost >= deduction {
                break;
            }
            start = start.plus(-1);
        }
        start
    }

    /// Walks once more, into cells of their own.
    fn try_out(&mut self, rows: &[SpellRecord], earlier: Option<Date>, trial: fn(&mut Statistics) -> &mut Trial) {
        let noticed = self.noticed;
        let mut kept = std::mem::take(trial(self.statistics));
        if kept.cells.is_empty() {
            kept.cells = vec![Sums::default(); self.statistics.cells.len()];
        }
        std::mem::swap(&mut self.statistics.cells, &mut kept.cells);
        std::mem::swap(&mut self.statistics.reduced, &mut kept.reduced);
        self.trial = true;
        self.through(rows, earlier);
        self.trial = false;
        std::mem::swap(&mut self.statistics.cells, &mut kept.cells);
        std::mem::swap(&mut self.statistics.reduced, &mut kept.reduced);
        *trial(self.statistics) = kept;
        self.noticed = noticed;
    }

    /// The first day of a row's spell, where the data says that it began before the row.
    fn told_start(&self, row: &SpellRecord) -> Option<Date> {
        self.records.recorded.get(row.recorded as usize)?.spell_start.filter(|start| *start < row.from)
    }

    fn through(&mut self, rows: &[SpellRecord], earlier: Option<Date>) {
        let mut last_sick: Option<Date> = None;
        let mut period = Period::default();
        self.deductions.clear();
        self.holiday.clear();
        self.spells_in_year = 0;
        self.counted.clear();
        let mut index = 0;
        while index < rows.len() && rows[index].from <= self.end {
            let (together, reach) = self.overlapping(&rows[index..]);
            let cluster = &rows[index..index + together];
            let from = cluster[0].from;
            let told = self.told_start(&cluster[0]).filter(|start| last_sick.is_none_or(|last| last < *start));
            let start = if index == 0 { earlier } else { None }.or(told);

            let continues_spell = last_sick.is_some_and(|last| self.adjoins(last, from));
            let continues_period = last_sick.is_some_and(|last| self.law.continues(last, start.unwrap_or(from)));
            if let Some(last) = last_sick.filter(|last| continues_spell && period.begun && from.since(*last) > 1) {
                self.bridge(&rows[..index], last, from, &mut period);
            }
            index += together;
            if !continues_period && !continues_spell {
                period = Period::default();
            }
            if !continues_spell {
                self.spell.begin(start.unwrap_or(from));
                if let Some(start) = start {
                    self.begin_before(start, &cluster[0], &mut period);
                } else {
                    self.cell(from, cluster[0].unit).spells += 1.0;
                    self.spells_in_year += usize::from(from >= self.year_start);
                }
            }
            if together == 1 {
                let stretch = self.stretch(&cluster[0], period.day);
                self.days(&stretch, &mut period);
            } else {
                self.overlapping_days(cluster, reach, &mut period);
            }
            last_sick = Some(reach);
        }
        if let Some(last) = rows.last().filter(|_| !self.trial && self.spells_in_year > 0) {
            let place = last.unit as usize * PEOPLE_BY_SPELLS + (self.spells_in_year - 1).min(PEOPLE_BY_SPELLS - 1);
            self.statistics.people_by_spells[place] += 1;
        }
    }

    /// A spell that began before its first row: its days until then count, and are taken to have drawn their share of the deduction.
    /// A relapse goes on with the period that is under way.
    fn begin_before(&mut self, start: Date, row: &SpellRecord, period: &mut Period) {
        let first = if period.begun { start } else { self.schedule.next_working_day(start) };
        if first >= row.from {
            return;
        }
        let person = self.terms(row);
        if !period.begun {
            self.open(first, &person, period);
        }
        let lost = self.schedule.hours(first, row.from.plus(-1)) * row.extent.0 * person.employment;
        period.deduction_left = (period.deduction_left - lost).max(0.0);
        period.day += row.from.since(first);
        self.holiday.spend(first, row.from.since(first));
    }

    /// The days off between two rows of a table of days belong to the spell: they are calendar days of it, with the extent of the day
    /// before, and nothing is lost on them but what is counted by calendar days.
    fn bridge(&mut self, rows: &[SpellRecord], last: Date, from: Date, period: &mut Period) {
        let noticed = self.noticed;
        let before = rows.iter().rev().take_while(|row| row.to == last);
        let stretches: Vec<Stretch> = before.map(|row| Stretch { booked: None, replacement: 0.0, ..self.stretch(row, 0) }).collect();
        self.noticed = Noticed { bridged: noticed.bridged + 1, ..noticed };
        let mut day = last.plus(1);
        while day < from {
            self.share_a_day(day, &stretches, period);
            day = day.plus(1);
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
        from.since(last) <= 1 || (self.rows_are_days && self.schedule.is_free(last.plus(1), from.plus(-1)))
    }

    fn terms(&self, row: &SpellRecord) -> Person {
        let terms = self.records.terms.get(row.terms as usize).copied().unwrap_or_default();
        Person::new(&terms, self.basis.monthly_pay)
    }

    /// A row as a stretch; `days_before` of its sick-pay period have passed.
    fn stretch(&mut self, row: &SpellRecord, days_before: i32) -> Stretch {
        let to = row.to.min(self.end);
        let person = self.terms(row);
        let share = row.extent.0 * person.employment;
        if row.recorded == NOT_RECORDED {
            // Only a short row can lie on days off alone.
            self.noticed.days_off += u32::from(to.since(row.from) < 6 && self.schedule.is_free(row.from, to));
            return Stretch::new(row, to, share, person);
        }
        let recorded = self.records.recorded[row.recorded as usize];
        let whole_row_to = if row.to == Date::OPEN { self.end } else { row.to };
        let scheduled = self.schedule.hours(row.from, whole_row_to);
        let days = f64::from(whole_row_to.since(row.from) + 1);
        let mut stretch = Stretch::new(row, to, share, person);
        if let Some(hours) = recorded.hours {
            self.noticed.spread += u32::from(whole_row_to > row.from);
            if hours.0 == 0.0 {
                (stretch.share, stretch.every_day) = (0.0, Some(0.0));
            } else if scheduled > 0.0 {
                stretch.share = hours.0 / scheduled;
            } else {
                stretch.every_day = Some(hours.0 / days);
            }
            // On days off hours say nothing of the extent.
            if !self.extent_told && scheduled > 0.0 {
                stretch.calendar_share = stretch.share.min(stretch.person.employment);
            }
        } else if scheduled == 0.0 && (recorded.sick_pay.is_some() || recorded.replacement.is_some()) {
            // Nothing is lost, but amounts need something to be spread by.
            stretch.every_day = Some(0.0);
        }
        self.noticed.days_off += u32::from(scheduled == 0.0 && recorded.hours.is_none());
        // Amounts are spread as the hours are.
        let weight = |from, to| stretch.weight(&self.schedule, from, to);
        let (mut booked, mut replacement) = (None, 0.0);
        if let Some(pay) = recorded.sick_pay {
            // Sick pay is paid for days 1–14: it is booked on those of the row, or on the whole row where it has none of them.
            let last_short = row.from.plus(self.law.period_days - days_before - 1).min(whole_row_to);
            let short = weight(row.from, last_short);
            let nothing_lost = stretch.every_day == Some(0.0);
            let (whole, last) =
                if short > 0.0 && !nothing_lost { (short, last_short) } else { (weight(row.from, whole_row_to), whole_row_to) };
            booked = Some((pay.0 / whole, last));
        }
        if let Some(cost) = recorded.replacement {
            let whole = weight(row.from, whole_row_to);
            replacement = if whole > 0.0 { cost.0 / whole } else { 0.0 };
        }
        (stretch.booked, stretch.replacement) = (booked, replacement);
        stretch
    }

    /// 6 §: what is unpaid in a period that begins on a day.
    fn waiting(&self, day: Date, person: &Person) -> Waiting {
        if person.protection == Some(Protection::WithoutDeduction) {
            return Waiting::None;
        }
        self.law.waiting(day, self.deductions.reach(self.law.deduction_cap, day))
    }

    /// A sick-pay period begins on the first day on which pay is lost.
    fn begin(&mut self, day: Date, unit: u32, person: &Person, period: &mut Period) {
        if period.begun {
            return;
        }
        let waiting = self.open(day, person, period);
        let sums = self.cell(day, unit);
        sums.periods += 1.0;
        match waiting {
            Waiting::Deduction(_) => sums.deductions += 1.0,
            Waiting::Day => sums.waiting_days += 1.0,
            Waiting::None => {}
        }
    }

    /// Opens a period, within the data or before it, with what is unpaid in it.
    fn open(&mut self, first: Date, person: &Person, period: &mut Period) -> Waiting {
        period.begun = true;
        let waiting = self.waiting(first, person);
        match waiting {
            Waiting::Deduction(hours) => period.deduction_left = hours.0 * person.employment,
            Waiting::Day => period.waiting_day = true,
            Waiting::None => {}
        }
        if waiting != Waiting::None {
            self.deductions.made(first, self.law.deduction_cap);
        }
        waiting
    }

    /// The index of the month a day lies in; most days lie in the month of the day before.
    fn month_index(&mut self, day: Date) -> usize {
        let known = &self.dated[self.month];
        if day < known.first || day > known.last {
            // No month has more than 31 days, so the guess is never too late.
            let from_start = self.dated.first().map_or(0, |month| day.since(month.first));
            let mut index = usize::try_from(from_start / 31).unwrap_or(0);
            while self.dated.get(index + 1).is_some_and(|next| next.first <= day) {
                index += 1;
            }
            self.month = index.min(self.dated.len().saturating_sub(1));
        }
        self.month
    }

    fn cell(&mut self, day: Date, unit: u32) -> &mut Sums {
        let month = self.month_index(day);
        if !self.trial {
            self.statistics.has_rows[month] = true;
        }
        &mut self.statistics.cells[unit as usize * self.statistics.months + month]
    }
}
