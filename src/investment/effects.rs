//! What an investment is meant to change: six streams of savings, each with what a year of it is worth today.

use crate::quantity::{NetDays, Sek};
use crate::rules::law::MONTHS;

/// Something that an investment can save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Short absence: a share of today's days.
    Short,
    /// Long absence: a share of today's days.
    Long,
    /// Number of spells: a share of today's.
    Spells,
    /// Cost of replacement: a share of today's.
    Replacement,
    /// Production loss at work: a share of today's.
    Production,
    /// Staff turnover: leavers a year.
    Leavers,
}

impl Stream {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Short, Self::Long, Self::Spells, Self::Replacement, Self::Production, Self::Leavers];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Short => "effect_short",
            Self::Long => "effect_long",
            Self::Spells => "effect_spells",
            Self::Replacement => "effect_replacement",
            Self::Production => "effect_production",
            Self::Leavers => "effect_leavers",
        }
    }

    /// Whether it is days of absence.
    #[must_use]
    pub const fn of_days(self) -> bool {
        matches!(self, Self::Short | Self::Long)
    }

    /// Whether it is a share of something, and not a number.
    #[must_use]
    pub const fn is_share(self) -> bool {
        !matches!(self, Self::Leavers)
    }
}

/// The effect on each stream, in the order of [`Stream::ALL`]: a share of today's, or leavers a year. `None` where nothing is said;
/// negative where it grows worse.
pub type Effects = [Option<f64>; 6];

/// What the investment is meant to change: the absence of a year as it is today in the group that it is for, and what it costs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Baseline {
    /// Short net days a year; `None` where the data does not say.
    pub short: Option<NetDays>,
    /// Long net days a year.
    pub long: Option<NetDays>,
    /// Spells a year.
    pub spells: Option<f64>,
    /// Value of a short net day; `None` when an input is missing for it.
    pub value_short: Option<Sek>,
    /// Value of a long net day.
    pub value_long: Option<Sek>,
    /// What a spell costs beyond its days.
    pub value_spell: Option<Sek>,
    /// Cost of replacement a year, where the value of a day does not contain it.
    pub replacement: Option<Sek>,
    /// Production loss at work a year, where it is to be counted.
    pub production: Option<Sek>,
    /// What a leaver costs.
    pub value_leaver: Option<Sek>,
    /// Number of employees.
    pub employees: Option<f64>,
}

impl Baseline {
    /// What there is of a stream in a year, and what one of it is worth.
    #[must_use]
    pub fn of(&self, stream: Stream) -> (Option<f64>, Option<Sek>) {
        match stream {
            Stream::Short => (self.short.map(|days| days.0), self.value_short),
            Stream::Long => (self.long.map(|days| days.0), self.value_long),
            Stream::Spells => (self.spells, self.value_spell),
            Stream::Replacement => (Some(1.0), self.replacement),
            Stream::Production => (Some(1.0), self.production),
            Stream::Leavers => (Some(1.0), self.value_leaver),
        }
    }

    /// What a whole effect on a stream would save in a month; nothing where it is not known.
    #[must_use]
    pub fn a_month(&self, stream: Stream) -> f64 {
        let (amount, value) = self.of(stream);
        amount.unwrap_or(0.0) * value.map_or(0.0, |value| value.0) / MONTHS
    }

    /// That of a share of the staff, whose absence is taken to be like that of all.
    #[must_use]
    pub fn of_share(self, share: f64) -> Self {
        let part = |all: Option<f64>| all.map(|all| all * share);
        Self {
            short: self.short.map(|days| days * share),
            long: self.long.map(|days| days * share),
            spells: part(self.spells),
            replacement: self.replacement.map(|cost| cost * share),
            production: self.production.map(|cost| cost * share),
            employees: part(self.employees),
            ..self
        }
    }
}
