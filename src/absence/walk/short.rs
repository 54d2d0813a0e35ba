//! The straight way through a short spell by itself, as most are: over within a sick-pay period of its own, and nothing known of it but
//! its extent. It comes to what the long way would come to.

use super::super::stretch::Period;
use super::Walk;
use crate::read::{NOT_RECORDED, SpellRecord};
use crate::rules::law::Waiting;

/// What such spells add to a cell. It is a small part of a cell's sums, so that all of them are at hand.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ShortSpells {
    spells: f64,
    /// Sick-pay periods that began, each with a deduction.
    periods: f64,
    /// People met in the cell for the first time.
    people: f64,
    hours: f64,
    /// Of these: hours of sick pay that the deduction took.
    drawn: f64,
}

impl Walk {
    /// Counts a row that begins a spell and a sick-pay period of its own, if it is a short spell by itself; else does nothing.
    pub(super) fn short_spell(&mut self, row: &SpellRecord, next: Option<&SpellRecord>) -> bool {
        let (from, to) = (row.from, row.to);
        let plain = row.recorded == NOT_RECORDED && row.terms == NOT_RECORDED && self.way.about.is_none();
        let counted = self.round == 0 && self.statistics.groups.is_empty();
        let alone = next.is_none_or(|next| next.person != row.person || next.from > to);
        if !plain || !counted || !alone || to > self.way.end || to.since(from) >= self.law.period_days.min(self.long_spell - 1) {
            return false;
        }
        let first = self.schedule.next_working_day(from);
        self.holiday.turn(first);
        let whole = row.extent.0 * self.schedule.hours(first, to);
        if whole <= 0.0 || self.holiday.used_up() || self.holiday.last(first) < to {
            return false;
        }
        let Waiting::Deduction(deduction) = self.waiting(first, &self.anyone) else { return false };
        self.deductions.made(first, self.law.deduction_cap);
        let days = to.since(first) + 1;
        self.holiday.spend(first, days);
        self.spell.begin(from);
        self.spells_in_year += usize::from(from >= self.year_start);
        self.last_sick = Some(to);
        self.at += 1;

        let unit = row.unit as usize * self.statistics.months;
        let month = self.month_index(from);
        self.short[unit + month].spells += 1.0;
        self.statistics.has_rows[month] = true;
        let (mut month, mut day, mut left) = (self.month_index(first), first, deduction.0);
        self.short[unit + month].periods += 1.0;
        while day <= to {
            let last = to.min(self.dated[month].last);
            let hours = if last.since(day) + 1 == days { whole } else { row.extent.0 * self.schedule.hours(day, last) };
            let drawn = left.min(hours);
            let new_person = hours > 0.0 && self.is_new_person(row.unit, month);
            let sums = &mut self.short[unit + month];
            sums.people += f64::from(u8::from(new_person));
            sums.hours += hours;
            sums.drawn += drawn;
            self.spell.waiting.push((unit + month, hours, self.anyone.group));
            self.statistics.has_rows[month] = true;
            left -= drawn;
            month += 1;
            day = last.plus(1);
        }
        self.period = Period { begun: true, day: days, deduction_left: left, waiting_day: false };
        true
    }

    /// Puts what was counted on the straight way into the cells.
    pub(super) fn put_short_spells(&mut self) {
        for (cell, short) in self.short.iter().enumerate().filter(|(_, short)| short.spells + short.hours > 0.0) {
            let sums = self.statistics.cells.at(cell);
            sums.spells += short.spells;
            sums.periods += short.periods;
            sums.deductions += short.periods;
            sums.people += short.people;
            sums.sick_of_long_spells += short.hours;
            sums.calculated.short.unpriced += short.hours;
            sums.calculated.deduction.unpriced += short.drawn;
        }
    }
}
