//! The working parts of the walk: a row as a stretch of days, the sick-pay period under way, the spell as a whole.

use super::terms::Person;
use super::{Schedule, Sums};
use crate::quantity::{Date, Sek};
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

    /// Whether no hours are lost even on working days.
    pub fn is_nothing(&self, schedule: &Schedule) -> bool {
        match self.every_day {
            Some(hours) => hours == 0.0,
            None => self.share == 0.0 || schedule.weekly_hours().0 == 0.0,
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

/// Days on which several rows of a person may lie.
pub(super) struct Shared {
    /// The next day.
    pub day: Date,
    /// The last of them, as far as is known.
    pub reach: Date,
    /// The rows that have begun and not ended.
    pub active: Vec<Stretch>,
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
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own about the days
pub(super) struct Added {
    /// Day number of the last of them.
    pub day: i32,
    /// Sick hours.
    pub hours: f64,
    /// Of these: hours of sick pay that the deduction took.
    pub drawn: f64,
    /// Monthly pay of a full post, where the row has it.
    pub pay: Option<Sek>,
    /// Whether they are the unpaid waiting day.
    pub unpaid: bool,
    /// Whether the state reimburses their sick pay.
    pub reimbursed: bool,
    /// Where the agreement's top-up is paid on them: hours times the part of monthly pay above its ceiling, where pay is known row by
    /// row; else the hours, whose pay is held against the ceiling later.
    pub top_up: Option<(f64, f64)>,
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
        let Added { day, hours, drawn, pay, .. } = *added;
        if added.replacement != 0.0 {
            self.replacement += added.replacement;
        }
        if let Some((pay_hours, hours)) = added.top_up {
            self.above_pay_hours += pay_hours;
            self.above_hours += hours;
        }
        let bands = match added.booked {
            Some(booked) => {
                self.booked_pay += booked;
                &mut self.booked
            }
            None => &mut self.calculated,
        };
        if added.without_holiday {
            (if day <= short { &mut bands.short_without_holiday } else { &mut bands.long_without_holiday }).add(hours, pay);
        }
        if day <= short {
            bands.short.add(hours, pay);
            if drawn > 0.0 {
                bands.deduction.add(drawn, pay);
            }
            if added.unpaid {
                bands.waiting_day.add(hours, pay);
            } else if added.reimbursed {
                bands.reimbursed.add(hours - drawn, pay);
            }
            return;
        }
        let band = match day {
            ..=59 => &mut bands.to_59,
            60..=90 => &mut bands.to_90,
            91..=180 => &mut bands.to_180,
            181..=365 => &mut bands.to_365,
            _ => &mut bands.beyond,
        };
        band.add(hours, pay);
        if added.top_up.is_some() {
            bands.topped_up.add(hours, pay);
        }
    }
}
