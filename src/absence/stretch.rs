//! The working parts of the walk: a row as a stretch of days, the sick-pay period under way, the spell as a whole.

use super::terms::Person;
use super::{Schedule, Sick, Sums};
use crate::quantity::Date;
use crate::read::SpellRecord;

/// A stretch of days with the same absence.
pub(super) struct Stretch {
    pub from: Date,
    pub to: Date,
    pub unit: u32,
    /// Sick hours of a working day as a share of the hours of a full post: extent × employment, or by the hours recorded.
    pub share: f64,
    /// The share of a full post that calendar days count with: extent × employment, or by the hours where no extent is told.
    pub calendar_share: f64,
    /// Sick hours of every calendar day: of a row with hours that holds nothing but days off.
    pub every_day: Option<f64>,
    pub person: Person,
    /// Booked sick pay by weight, and the last day it is booked on.
    pub booked: Option<(f64, Date)>,
    /// Booked cost of replacement by weight.
    pub replacement: f64,
}

impl Stretch {
    /// A row up to a day, with nothing recorded but its extent.
    pub fn new(row: &SpellRecord, to: Date, share: f64, person: Person) -> Self {
        let (booked, replacement) = (None, 0.0);
        Self { from: row.from, to, unit: row.unit, share, calendar_share: share, every_day: None, person, booked, replacement }
    }

    /// Sick hours from one day to another.
    pub fn hours(&self, schedule: &Schedule, from: Date, to: Date) -> f64 {
        match self.every_day {
            Some(hours) => hours * f64::from((to.since(from) + 1).max(0)),
            None => self.share * schedule.hours(from, to),
        }
    }

    /// What amounts of the row are spread by: scheduled hours, or calendar days.
    pub fn weight(&self, schedule: &Schedule, from: Date, to: Date) -> f64 {
        if self.every_day.is_some() { f64::from((to.since(from) + 1).max(0)) } else { schedule.hours(from, to) }
    }

    /// Booked sick pay of some days; `None` where none is booked on the row.
    pub fn booked(&self, schedule: &Schedule, from: Date, to: Date) -> Option<f64> {
        self.booked.map(|(by_weight, until)| by_weight * self.weight(schedule, from, to.min(until)))
    }

    /// Booked cost of replacement of some days.
    pub fn replacement(&self, schedule: &Schedule, from: Date, to: Date) -> f64 {
        if self.replacement == 0.0 { 0.0 } else { self.replacement * self.weight(schedule, from, to) }
    }
}

/// The state of the sick-pay period that is under way.
#[derive(Default)]
pub(super) struct Period {
    /// Whether the first day with lost pay has come.
    pub begun: bool,
    /// Day number of the last sick day; 0 until the period has begun.
    pub day: i32,
    /// Hours of the waiting deduction that have not been drawn yet.
    pub deduction_left: f64,
    /// Whether the first day is an unpaid waiting day.
    pub waiting_day: bool,
}

/// The spell that is under way, whose hours wait until it is known to be long: cell, hours, group.
pub(super) struct WholeSpell {
    pub start: Date,
    pub waiting: Vec<(usize, f64, usize)>,
}

impl WholeSpell {
    /// A new spell, in the place of the one before.
    pub fn begin(&mut self, start: Date) {
        self.start = start;
        self.waiting.clear();
    }
}

impl Default for WholeSpell {
    fn default() -> Self {
        Self { start: Date::from_days(0), waiting: Vec::new() }
    }
}

/// What some days of one month and one band add.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own about the days
pub(super) struct Added {
    /// Day number of the last of them.
    pub day: i32,
    /// Sick hours.
    pub hours: Sick,
    /// Of these: hours of sick pay that the deduction took.
    pub drawn: Sick,
    /// Whether they are the unpaid waiting day.
    pub unpaid: bool,
    /// Whether the state reimburses their sick pay.
    pub reimbursed: bool,
    /// Whether the agreement's top-up is paid on them.
    pub top_up: bool,
    /// Of hours with top-up: times the part of monthly pay above the agreement's ceiling, where pay is known row by row.
    pub above_pay_hours: f64,
    /// Hours with top-up whose pay is held against the ceiling later.
    pub above_hours: f64,
    /// Whether they accrue no holiday.
    pub without_holiday: bool,
    /// Booked sick pay.
    pub booked: Option<f64>,
    /// Booked cost of replacement.
    pub replacement: f64,
}

impl Sums {
    /// Adds some days; `short` is the last day of the sick-pay period.
    pub(super) fn put(&mut self, added: &Added, short: i32) {
        self.booked_pay += added.booked.unwrap_or(0.0);
        self.above_pay_hours += added.above_pay_hours;
        self.above_hours += added.above_hours;
        self.replacement += added.replacement;
        let bands = if added.booked.is_some() { &mut self.booked } else { &mut self.calculated };
        match added.day {
            day if day <= short => {
                bands.short += added.hours;
                if added.drawn.hours() > 0.0 {
                    bands.deduction += added.drawn;
                }
                if added.unpaid {
                    bands.waiting_day += added.hours;
                } else if added.reimbursed {
                    bands.reimbursed += added.hours.without(added.drawn);
                }
            }
            ..=59 => bands.to_59 += added.hours,
            60..=90 => bands.to_90 += added.hours,
            91..=180 => bands.to_180 += added.hours,
            181..=365 => bands.to_365 += added.hours,
            _ => bands.beyond += added.hours,
        }
        if added.top_up {
            bands.topped_up += added.hours;
        }
        if added.without_holiday {
            *(if added.day <= short { &mut bands.short_without_holiday } else { &mut bands.long_without_holiday }) += added.hours;
        }
    }
}
