//! The walk through the spells of one person after another: spells, sick-pay periods, day numbers.
//!
//! Days are taken in chunks of one month and one band; only days that rows of a person share are walked one by one.

mod days;
mod short;

use short::ShortSpells;

use super::about::About;
use super::stretch::{Period, Shared, Stretch, WholeSpell};
use super::terms::{Dated, Deductions, HolidayDays, Person, cuts};
use super::{Basis, BegunEarlier, Cells, PAST_SICK_PAY, PEOPLE_BY_SPELLS, Schedule, Statistics, Sums, Trial};
use crate::quantity::{Date, Month, Sek};
use crate::read::{NOT_RECORDED, Protection, SpellRecord, SpellRecords, Terms};
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

/// What the walk goes by, beyond the records.
pub(super) struct Way {
    pub rows_are_days: bool,
    /// Whether the table has a column of extents.
    pub extent_told: bool,
    /// The as-of date.
    pub end: Date,
    /// The first day of the data, if spells that begin on it may have begun earlier.
    pub clipped_on: Option<Date>,
    /// What other tables tell of the units.
    pub about: About,
}

pub(super) struct Walk {
    statistics: Statistics,
    way: Way,
    begun_earlier: Option<BegunEarlier>,
    /// Monthly pay of rows without their own.
    monthly_pay: Option<Sek>,
    /// Who has no terms in the data.
    anyone: Person,
    /// The first day of the twelve months up to the end.
    year_start: Date,
    law: Law,
    schedule: Schedule,
    /// Last days of the bands and of the top-up, in order.
    cuts: Vec<i32>,
    top_up_last_day: i32,
    /// Days by which top-up and holiday are past.
    past_all: i32,
    long_spell: i32,
    /// What depends on the month: its last day, base amounts, ages.
    dated: Vec<Dated>,
    /// For each day of the months: which of them it lies in.
    month_of: Vec<u16>,
    /// The first of these days.
    first_day: Date,
    noticed: Noticed,
    /// For each cell, what was counted on the straight way.
    short: Vec<ShortSpells>,

    /// The next row.
    at: usize,
    /// The person whose rows are walked, or [`NOBODY`].
    person: u32,
    /// Their first row.
    first: usize,
    /// How many times the person is walked through yet: first for what is counted, then into cells of their own for what is tried.
    rounds: usize,
    /// The round that is under way; in those after 0, what is no sum of cells is left alone.
    round: usize,
    /// What had been noticed before a trial.
    noticed_before: Noticed,
    /// When the first spell began, if that was before its first row.
    earlier: Option<Date>,
    last_sick: Option<Date>,
    period: Period,
    shared: Option<Shared>,
    deductions: Deductions,
    holiday: HolidayDays,
    spell: WholeSpell,
    /// Spells of the person that began in the twelve months up to the end.
    spells_in_year: usize,
    /// A month, and the units in which the person has been counted in it.
    counted: (usize, Vec<u32>),
}

/// Before the first person and after the last.
const NOBODY: u32 = u32::MAX;

impl Walk {
    /// For statistics that know their months and have no rows yet.
    pub fn new(statistics: Statistics, way: Way, basis: &Basis) -> Self {
        let rules = &basis.rules;
        let law = Law::new(rules, basis.schedule.weekly_hours());
        let top_up_last_day = rules.whole(RuleId::TopUpLastDay);
        let dated: Vec<Dated> = statistics.months().map(|month| Dated::new(rules, month)).collect();
        let month_of = (0..).zip(&dated).flat_map(|(index, month)| (0..=month.last.since(month.first)).map(move |_| index)).collect();
        let first = statistics.first.unwrap_or(Month::from_number(0));
        let months = (first, statistics.months().last().unwrap_or(first));
        Self {
            begun_earlier: basis.begun_earlier,
            monthly_pay: basis.monthly_pay,
            anyone: Person::new(&Terms::default(), basis.monthly_pay),
            year_start: way.end.a_year_before().plus(1),
            way,
            schedule: basis.schedule,
            cuts: cuts(law.period_days, top_up_last_day),
            top_up_last_day,
            past_all: top_up_last_day + rules.whole(RuleId::HolidayDays),
            long_spell: rules.whole(RuleId::LongSpell),
            law,
            dated,
            month_of,
            first_day: first.first_day(),
            noticed: Noticed::default(),
            short: vec![ShortSpells::default(); statistics.cells.len()],
            at: 0,
            person: NOBODY,
            first: 0,
            rounds: 0,
            round: 0,
            noticed_before: Noticed::default(),
            earlier: None,
            last_sick: None,
            period: Period::default(),
            shared: None,
            deductions: Deductions::default(),
            holiday: HolidayDays::new(rules, basis.earning_year, months),
            spell: WholeSpell::default(),
            spells_in_year: 0,
            counted: (usize::MAX, Vec::new()),
            statistics,
        }
    }

    /// How many rows have been walked; those of a person who is walked through several times only when that is done.
    pub const fn done(&self) -> usize {
        if self.rounds > 0 { self.first } else { self.at }
    }

    /// What was counted, what was noticed, and what other tables tell of the units.
    pub fn finish(mut self) -> (Statistics, Noticed, About) {
        self.exchange();
        self.put_short_spells();
        (self.statistics, self.noticed, self.way.about)
    }

    /// Goes on by about so many rows, or by as many rows and days where rows share days; true at the end.
    pub fn step(&mut self, records: &SpellRecords, rows: usize) -> bool {
        let mut left = rows;
        while left > 0 {
            left -= 1;
            if let Some(mut shared) = self.shared.take() {
                self.shared_day(records, &mut shared);
                left = left.saturating_sub(shared.active.len());
                if shared.day <= shared.reach {
                    self.shared = Some(shared);
                } else {
                    self.last_sick = Some(shared.reach);
                }
            } else if !self.row(records) && !self.turn(records) {
                return true;
            }
        }
        false
    }

    /// The next row of the person, or the first of several that share days; false if there is none.
    fn row(&mut self, records: &SpellRecords) -> bool {
        let Some(row) = records.rows.get(self.at).filter(|row| row.person == self.person) else { return false };
        if row.from > self.way.end {
            self.at += 1;
            return true;
        }
        let (last_sick, from) = (self.last_sick, row.from);
        let told = told_start(records, row).filter(|start| last_sick.is_none_or(|last| last < *start));
        let start = if self.at == self.first { self.earlier } else { None }.or(told);

        let continues_spell = last_sick.is_some_and(|last| self.adjoins(last, from));
        let continues_period = last_sick.is_some_and(|last| self.law.continues(last, start.unwrap_or(from)));
        let next = records.rows.get(self.at + 1);
        if !continues_spell && !continues_period && start.is_none() && self.short_spell(row, next) {
            return true;
        }
        let mut period = std::mem::take(&mut self.period);
        if let Some(last) = last_sick.filter(|last| continues_spell && period.begun && from.since(*last) > 1) {
            self.bridge(records, last, from, &mut period);
        }
        if !continues_period && !continues_spell {
            period = Period::default();
        }
        if !continues_spell {
            self.spell.begin(start.unwrap_or(from));
            if let Some(start) = start {
                self.begin_before(records, start, row, &mut period);
            } else {
                self.cell(from, row.unit).spells += 1.0;
                self.spells_in_year += usize::from(from >= self.year_start);
            }
        }
        let reach = row.to.min(self.way.end);
        if next.is_some_and(|next| next.person == self.person && next.from <= reach) {
            self.shared = Some(Shared { day: from, reach, active: Vec::new() });
        } else {
            let stretch = self.stretch(records, row, period.day);
            self.days(&stretch, &mut period);
            self.last_sick = Some(reach);
            self.at += 1;
        }
        self.period = period;
        true
    }

    /// Turns to the next round of a person, or to the next person; false at the end.
    fn turn(&mut self, records: &SpellRecords) -> bool {
        if self.round > 0 {
            self.exchange();
            self.noticed = self.noticed_before;
        } else if let Some(last) = records.rows.get(self.at.wrapping_sub(1)).filter(|_| self.spells_in_year > 0) {
            let place = last.unit as usize * PEOPLE_BY_SPELLS + (self.spells_in_year - 1).min(PEOPLE_BY_SPELLS - 1);
            self.statistics.people_by_spells[place] += 1;
        }
        if self.round < self.rounds {
            self.round += 1;
            self.at = self.first;
            self.noticed_before = self.noticed;
            self.exchange();
        } else {
            (self.round, self.rounds, self.first, self.person) = (0, 0, self.at, NOBODY);
        }
        self.spells_in_year = 0;
        let Some(row) = records.rows.get(self.first) else { return false };
        if self.round == 0 {
            self.person = row.person;
            self.meet(records, row);
        } else {
            self.earlier = self.tried(row);
        }
        self.last_sick = None;
        self.period = Period::default();
        self.deductions.clear();
        self.holiday.clear();
        self.counted.0 = usize::MAX;
        true
    }

    /// A person whose first spell may have begun before the data is walked through by what the user says of it, or by several readings.
    fn meet(&mut self, records: &SpellRecords, row: &SpellRecord) {
        self.earlier = None;
        if self.way.clipped_on != Some(row.from) || told_start(records, row).is_some() {
            return;
        }
        self.noticed.clipped += 1;
        match self.begun_earlier {
            Some(BegunEarlier::PastSickPay) => self.earlier = Some(row.from.plus(-self.law.period_days)),
            Some(BegunEarlier::StartsHere) => {}
            None => {
                self.rounds = 1 + STARTS;
                self.statistics.if_earlier.resize_with(STARTS, Trial::default);
            }
        }
    }

    /// The start of the first spell that the round tries.
    fn tried(&self, row: &SpellRecord) -> Option<Date> {
        match self.round - 1 {
            0 => None, // as read
            1 => Some(self.just_drawn(row)),
            trial if trial - 1 == PAST_SICK_PAY => Some(row.from.plus(-self.law.period_days)),
            _ => Some(row.from.plus(-self.past_all)),
        }
    }

    /// Puts the cells of the trial under way in the place of those that count, or back.
    fn exchange(&mut self) {
        let statistics = &mut self.statistics;
        let trial = match self.round {
            0 => return,
            1 => &mut statistics.as_read,
            round => &mut statistics.if_earlier[round - 2],
        };
        if trial.cells.len() == 0 {
            trial.cells = Cells::new(statistics.cells.len());
        }
        std::mem::swap(&mut statistics.cells, &mut trial.cells);
        std::mem::swap(&mut statistics.reduced, &mut trial.reduced);
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

    /// A spell that began before its first row: its days until then count, and are taken to have drawn their share of the deduction.
    /// A relapse goes on with the period that is under way.
    fn begin_before(&mut self, records: &SpellRecords, start: Date, row: &SpellRecord, period: &mut Period) {
        let first = if period.begun { start } else { self.schedule.next_working_day(start) };
        if first >= row.from {
            return;
        }
        let person = self.terms(records, row);
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
    fn bridge(&mut self, records: &SpellRecords, last: Date, from: Date, period: &mut Period) {
        let noticed = self.noticed;
        let before = records.rows[self.first..self.at].iter().rev().take_while(|row| row.to == last);
        let unbooked = |row| Stretch { booked: None, replacement: 0.0, ..self.stretch(records, row, 0) };
        let stretches: Vec<Stretch> = before.map(unbooked).collect();
        self.noticed = Noticed { bridged: noticed.bridged + 1, ..noticed };
        let mut day = last.plus(1);
        while day < from {
            self.share_a_day(day, &stretches, period);
            day = day.plus(1);
        }
    }

    /// Whether a row that starts on `from` belongs to the spell whose last day was `last`.
    fn adjoins(&self, last: Date, from: Date) -> bool {
        // In a table of days, nobody writes a row for a day off.
        from.since(last) <= 1 || (self.way.rows_are_days && self.schedule.is_free(last.plus(1), from.plus(-1)))
    }

    fn terms(&self, records: &SpellRecords, row: &SpellRecord) -> Person {
        records.terms.get(row.terms as usize).map_or(self.anyone, |terms| Person::new(terms, self.monthly_pay))
    }

    /// A row as a stretch; `days_before` of its sick-pay period have passed.
    fn stretch(&mut self, records: &SpellRecords, row: &SpellRecord, days_before: i32) -> Stretch {
        let to = row.to.min(self.way.end);
        let person = self.terms(records, row);
        let share = row.extent.0 * person.employment;
        if row.recorded == NOT_RECORDED {
            // Only a short row can lie on days off alone.
            self.noticed.days_off += u32::from(to.since(row.from) < 6 && self.schedule.is_free(row.from, to));
            return Stretch::new(row, to, share, person);
        }
        let recorded = records.recorded[row.recorded as usize];
        let whole_row_to = if row.to == Date::OPEN { self.way.end } else { row.to };
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
            if (!self.way.extent_told || recorded.by_hours) && scheduled > 0.0 {
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

    /// The index of the month a day lies in.
    fn month_index(&self, day: Date) -> usize {
        let day = usize::try_from(day.since(self.first_day)).unwrap_or(0);
        usize::from(self.month_of.get(day).or(self.month_of.last()).copied().unwrap_or(0))
    }

    fn cell(&mut self, day: Date, unit: u32) -> &mut Sums {
        let month = self.month_index(day);
        if self.round == 0 {
            self.statistics.has_rows[month] = true;
        }
        self.statistics.cells.at(unit as usize * self.statistics.months + month)
    }
}

/// The first day of a row's spell, where the data says that it began before the row.
fn told_start(records: &SpellRecords, row: &SpellRecord) -> Option<Date> {
    records.recorded.get(row.recorded as usize)?.spell_start.filter(|start| *start < row.from)
}
