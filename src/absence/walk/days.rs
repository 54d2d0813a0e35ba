//! The days of rows: those that several rows share one by one, the others in chunks, and what each adds to its cell.

use super::super::stretch::{Added, Period, Shared, Stretch};
use super::super::terms::Person;
use super::super::{Cells, GROUPS};
use super::Walk;
use crate::quantity::Date;
use crate::read::SpellRecords;

impl Walk {
    /// A day that several rows of a person may share: extents (or recorded hours) are added, up to the whole schedule of the post.
    pub(super) fn shared_day(&mut self, records: &SpellRecords, shared: &mut Shared) {
        let mut period = std::mem::take(&mut self.period);
        let Shared { day, active, .. } = shared;
        active.retain(|stretch| *day <= stretch.to);
        while let Some(row) = records.rows.get(self.at).filter(|row| row.person == self.person && row.from <= *day) {
            shared.reach = shared.reach.max(row.to.min(self.way.end));
            active.push(self.stretch(records, row, period.day));
            self.noticed.overlaps += 1;
            self.at += 1;
        }
        let at_work = |stretch: &&Stretch| stretch.hours(&self.schedule, *day, *day) > 0.0;
        if let Some(first) = active.iter().find(at_work) {
            let (unit, person) = (
                first.unit,
                Person::together(
                    employed(active.iter().filter(at_work)),
                    active.iter().filter(at_work).map(|stretch| &stretch.person),
                    &first.person,
                ),
            );
            self.begin(*day, unit, &person, &mut period);
        }
        self.share_a_day(*day, active, &mut period);
        *day = day.plus(1);
        self.period = period;
    }

    /// What several rows of a person add on a day, the next of the period once it has begun. Together they are held to the schedule of
    /// the post, a row by itself stands as it is; each draws its part of the deduction.
    pub(super) fn share_a_day(&mut self, day: Date, active: &[Stretch], period: &mut Period) {
        period.day += i32::from(period.begun);
        self.holiday.turn(day);
        let employment = employed(active.iter());
        let hours: Vec<f64> = active.iter().map(|stretch| stretch.hours(&self.schedule, day, day)).collect();
        let sum = hours.iter().fold(0.0, |sum, hours| sum + hours);
        let shares = active.iter().map(|stretch| stretch.calendar_share).fold(0.0, |sum, share| sum + share);
        let scheduled = self.schedule.on(day);
        let most = employment * if scheduled > 0.0 { scheduled } else { self.schedule.mean_day() };
        let several = hours.iter().filter(|hours| **hours > 0.0).count() > 1;
        let scale = if several && sum > most { most / sum } else { 1.0 };
        let calendar_scale = if active.len() > 1 && shares > employment { employment / shares } else { 1.0 };
        let drawn = self.draw(sum * scale, period);
        for (stretch, hours) in active.iter().zip(hours) {
            let part = if sum > 0.0 { drawn * hours / sum } else { 0.0 };
            self.spend((day, day), stretch, (hours * scale, part, calendar_scale), period);
        }
        self.holiday.spend(day, i32::from(period.begun));
    }

    /// What hours of days up to `period.day` draw of the deduction.
    fn draw(&self, hours: f64, period: &mut Period) -> f64 {
        let drawn = if period.day <= self.law.period_days { period.deduction_left.min(hours) } else { 0.0 };
        period.deduction_left -= drawn;
        drawn
    }

    /// The days of one row that shares none of them with another, in chunks of one month and one band.
    ///
    /// A chunk draws as much of the deduction as its days would one by one: each takes what is left, up to its own hours.
    pub(super) fn days(&mut self, stretch: &Stretch, period: &mut Period) {
        let mut day = stretch.from;
        if !period.begun {
            // Days off before the first working day are no days of the period.
            day = if stretch.every_day.is_some() { day } else { self.schedule.next_working_day(day) };
            if day > stretch.to || stretch.is_nothing(&self.schedule) {
                self.only_booked(stretch);
                return;
            }
            self.begin(day, stretch.unit, &stretch.person, period);
        }
        while day <= stretch.to {
            let month = self.month_index(day);
            let mut last = stretch.to.min(self.dated[month].last);
            if period.waiting_day && period.day == 0 {
                last = day;
            } else if let Some(cut) = self.cuts.iter().find(|cut| period.day < **cut) {
                last = last.min(day.plus(cut - period.day - 1));
            }
            self.holiday.turn(day);
            last = last.min(self.holiday.last(day));
            period.day += last.since(day) + 1;
            let hours = stretch.hours(&self.schedule, day, last);
            let drawn = self.draw(hours, period);
            self.spend((day, last), stretch, (hours, drawn, 1.0), period);
            self.holiday.spend(day, last.since(day) + 1);
            day = last.plus(1);
        }
    }

    /// A row on which no pay is lost begins no period; what is booked on it is booked all the same.
    fn only_booked(&mut self, stretch: &Stretch) {
        if stretch.booked.is_none() && stretch.replacement == 0.0 {
            return;
        }
        let mut day = stretch.from;
        while day <= stretch.to {
            self.spend((day, day), stretch, (0.0, 0.0, 0.0), &Period::default());
            day = day.plus(1);
        }
    }

    /// Days of one month and one band, the last of them being day `period.day`: their hours, what of these the deduction takes, and
    /// what holds rows that overlap to the post when calendar days are counted.
    fn spend(&mut self, (from, to): (Date, Date), stretch: &Stretch, (hours, drawn, calendar_scale): (f64, f64, f64), period: &Period) {
        let month = self.month_index(to);
        let index = stretch.unit as usize * self.statistics.months + month;
        let dated = &self.dated[month];
        let paid;
        let person = if self.way.about.is_none() {
            &stretch.person
        } else {
            paid = stretch.person.paid(|| self.way.about.pay(stretch.unit as usize, month));
            &paid
        };
        let short = period.day <= self.law.period_days;
        let top_up = !short && period.day <= self.top_up_last_day;
        let added = Added {
            day: period.day,
            hours,
            drawn,
            pay: person.pay,
            unpaid: period.waiting_day && period.day == 1,
            reimbursed: person.protection.is_some(),
            top_up: if top_up { Some(dated.above(hours, person)) } else { None },
            without_holiday: self.holiday.used_up(),
            booked: stretch.booked(&self.schedule, from, to),
            replacement: stretch.replacement(&self.schedule, from, to),
        };
        let cell = self.statistics.cells.at(index);
        cell.put(&added, self.law.period_days);
        if !short && period.begun {
            let days = f64::from(to.since(from) + 1) * stretch.calendar_share * calendar_scale;
            cell.calendar += dated.calendar(days, person, top_up);
        }
        let reduced = dated.is_reduced(person.born);
        if hours > 0.0 && self.is_new_person(stretch.unit, month) {
            self.statistics.cells.at(index).people += 1.0;
        }
        self.whole_spell(index, to, hours, person);
        if reduced {
            if self.statistics.reduced.len() == 0 {
                self.statistics.reduced = Cells::new(self.statistics.cells.len());
            }
            self.statistics.reduced.at(index).put(&added, self.law.period_days);
        }
        if self.round > 0 {
            return;
        }
        self.statistics.has_rows[month] = true;
        if let Some(group) = self.statistics.groups.get_mut(index * GROUPS + person.group) {
            group.sick += hours;
            group.sick_of_long_spells += hours;
        }
    }

    /// Whether the person is met for the first time in a month and unit. The walk goes forward in time, so that earlier months are
    /// behind it.
    pub(super) fn is_new_person(&mut self, unit: u32, month: usize) -> bool {
        let (known, units) = &mut self.counted;
        if *known != month {
            *known = month;
            units.clear();
        }
        let new = !units.contains(&unit);
        if new {
            units.push(unit);
        }
        new
    }

    /// Hours of an unbroken period count as long once it has reached sixty days, those before included.
    fn whole_spell(&mut self, index: usize, to: Date, hours: f64, person: &Person) {
        self.statistics.cells.at(index).sick_of_long_spells += hours;
        self.spell.waiting.push((index, hours, person.group));
        if to.since(self.spell.start) + 1 < self.long_spell {
            return;
        }
        for (index, hours, group) in self.spell.waiting.drain(..) {
            self.statistics.cells.at(index).long_spells += hours;
            if let Some(group) = self.statistics.groups.get_mut(index * GROUPS + group).filter(|_| self.round == 0) {
                group.long_spells += hours;
            }
        }
    }
}

/// What the posts of rows that share a day come to: rows of a unit are of one post, the largest that they name; those of several units
/// are of several posts, which together are no more than a full one.
fn employed<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> f64 {
    let mut posts: Vec<(u32, f64)> = Vec::new();
    for stretch in stretches {
        match posts.iter_mut().find(|(unit, _)| *unit == stretch.unit) {
            Some((_, post)) => *post = post.max(stretch.person.employment),
            None => posts.push((stretch.unit, stretch.person.employment)),
        }
    }
    let largest = posts.iter().map(|(_, post)| *post).fold(0.0, f64::max);
    posts.iter().map(|(_, post)| *post).fold(0.0, |sum, post| sum + post).min(largest.max(1.0))
}
