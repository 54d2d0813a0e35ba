//! Does the investment carry its own cost? The effect it needs, what it may cost at a given effect, when it is paid back,
//! and what is left at the horizon. Savings come evenly, month by month; nothing is discounted.

use crate::figure::{Figure, Kind, Ledger, Operand, Silent, Steps, Unit};
use crate::quantity::{NetDays, Sek, Share};
use crate::rules::law::MONTHS;
use crate::rules::{RuleId, latest};

/// What the investment costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Investment {
    /// At the start.
    pub start: Sek,
    /// Each month while it runs.
    pub monthly: Sek,
    /// Months it runs; those after the horizon do not count. Infinite when it runs on.
    pub months: f64,
    /// Months within which it must carry itself; above 0.
    pub horizon: f64,
}

/// What it is meant to change: the absence of a year as it is today, and what a day of it costs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Baseline {
    /// Short net days a year; `None` where the data does not say.
    pub short: Option<NetDays>,
    /// Long net days a year.
    pub long: Option<NetDays>,
    /// Value of a short net day; `None` when an input is missing for it.
    pub value_short: Option<Sek>,
    /// Value of a long net day.
    pub value_long: Option<Sek>,
    /// Net days of a full-time post in a year, where the user has one of their own.
    pub full_time_post: Option<NetDays>,
}

/// The reduction that the user expects, as shares of today's absence. Negative: absence grows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Effect {
    /// Of short absence.
    pub short: Option<Share>,
    /// Of long absence.
    pub long: Option<Share>,
}

/// What can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No investment has been entered.
    NoCost,
    /// A value per day is missing.
    NoValue,
    /// The effect needed is known; no effect has been entered.
    Needs,
    /// Even no short absence at all would not carry it.
    NeedsMoreThanAll,
    /// At the entered effect it carries itself within the horizon.
    Carries,
    /// At the entered effect it saves, but too little within the horizon.
    CarriesNot,
    /// The entered effect saves nothing, or costs more.
    NoSaving,
}

/// The case as a whole: cost, baseline and effect.
///
/// ```
/// use barkraft::investment::{Baseline, Case, Effect, Investment, Verdict};
/// use barkraft::quantity::{NetDays, Sek};
///
/// // Published case 7: at 3 000 kr a short day, 100 000 kr needs 33.3 fewer days.
/// let case = Case {
///     investment: Investment { start: Sek(100_000.0), monthly: Sek(0.0), months: 12.0, horizon: 12.0 },
///     baseline: Baseline { short: Some(NetDays(200.0)), value_short: Some(Sek(3_000.0)), ..Baseline::default() },
///     effect: Effect::default(),
/// };
/// assert!((case.needed_short_net_days().unwrap() - 33.333).abs() < 0.001);
/// assert_eq!(case.verdict(), Verdict::Needs);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// What it costs.
    pub investment: Investment,
    /// What it is meant to change.
    pub baseline: Baseline,
    /// What it is expected to change.
    pub effect: Effect,
}

/// An answer that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Cost over the horizon.
    Cost,
    /// Fewer short net days needed over the horizon.
    NeededShortNetDays,
    /// The same a year, in per cent of today's.
    NeededPercent,
    /// The same in full-time posts.
    NeededPosts,
    /// What the horizon would save if all short absence disappeared.
    SavingOfAllShort,
    /// Saving each month at the entered effect.
    SavingPerMonth,
    /// The most the investment may cost at that effect.
    HighestCost,
    /// Months until it is paid back.
    Payback,
    /// What is left at the horizon.
    Result,
}

impl Answer {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Cost,
        Self::NeededShortNetDays,
        Self::NeededPercent,
        Self::NeededPosts,
        Self::SavingOfAllShort,
        Self::SavingPerMonth,
        Self::HighestCost,
        Self::Payback,
        Self::Result,
    ];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::NeededShortNetDays => "needed_short_net_days",
            Self::NeededPercent => "needed_percent",
            Self::NeededPosts => "needed_full_time_equivalents",
            Self::SavingOfAllShort => "saving_of_all_short",
            Self::SavingPerMonth => "saving_per_month",
            Self::HighestCost => "highest_cost",
            Self::Payback => "payback_months",
            Self::Result => "result_at_horizon",
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::Cost | Self::SavingOfAllShort | Self::HighestCost | Self::Result => Unit::Sek,
            Self::NeededShortNetDays => Unit::NetDays,
            Self::NeededPercent => Unit::Percent,
            Self::NeededPosts => Unit::Posts,
            Self::SavingPerMonth => Unit::SekPerMonth,
            Self::Payback => Unit::Months,
        }
    }
}

fn kronor(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Sek)
}

fn months(id: &'static str, value: f64) -> Operand {
    Operand::new(id, value, Unit::Months)
}

impl Investment {
    /// Cumulated cost so many months after the start.
    #[must_use]
    pub fn cost_after(&self, months: f64) -> Sek {
        self.start + self.monthly * months.min(self.months)
    }

    fn cost(&self, ledger: &mut dyn Ledger) -> f64 {
        let running = ledger.product(
            "running_cost",
            Unit::Sek,
            &[
                Operand::new("investment_monthly", self.monthly.0, Unit::SekPerMonth).given(true),
                months("investment_months", self.months.min(self.horizon)),
            ],
        );
        ledger.sum("cost", Unit::Sek, &[kronor("investment_start", self.start.0).given(true), kronor("running_cost", running)])
    }
}

impl Case {
    /// Fewer short net days needed over the horizon.
    #[must_use]
    pub fn needed_short_net_days(&self) -> Option<f64> {
        self.answer(Answer::NeededShortNetDays)
    }

    /// The value of an answer; `None` when it cannot be given, and never infinite.
    #[must_use]
    pub fn answer(&self, answer: Answer) -> Option<f64> {
        self.work_out(answer, &mut Silent).filter(|value| value.is_finite())
    }

    /// An answer with its steps.
    #[must_use]
    pub fn explain(&self, answer: Answer) -> Figure {
        let mut steps = Steps::default();
        match self.work_out(answer, &mut steps) {
            Some(_) => Figure::new(answer.id(), answer.unit(), Kind::Estimated, steps.0).with_caveats(&["even_saving"]),
            None => Figure::missing(answer.id(), answer.unit(), Kind::Estimated, self.missing(answer)),
        }
    }

    fn work_out(&self, answer: Answer, ledger: &mut dyn Ledger) -> Option<f64> {
        match answer {
            Answer::Cost => Some(self.investment.cost(ledger)),
            Answer::NeededShortNetDays => self.needed(ledger),
            Answer::NeededPercent => {
                let needed = self.needed_a_year(ledger)?;
                let today = Operand::new("short_net_days_per_year", self.baseline.short.filter(|short| short.0 > 0.0)?.0, Unit::NetDays);
                let needed = Operand::new("needed_short_net_days_per_year", needed, Unit::NetDays);
                Some(ledger.product(answer.id(), Unit::Percent, &[needed, today.per()]))
            }
            Answer::NeededPosts => {
                let needed = Operand::new("needed_short_net_days_per_year", self.needed_a_year(ledger)?, Unit::NetDays);
                let (post, given) = self.baseline.full_time_post.map_or((latest(RuleId::FullTimePost).value, false), |post| (post.0, true));
                let post = Operand::new("full_time_post", post, Unit::NetDays).by(RuleId::FullTimePost).given(given);
                Some(ledger.product(answer.id(), Unit::Posts, &[needed, post.per()]))
            }
            Answer::SavingOfAllShort => {
                let today = Operand::new("short_net_days_per_year", self.baseline.short?.0, Unit::NetDays);
                let value = Operand::new("value_short_day", self.baseline.value_short?.0, Unit::SekPerDay);
                let year = Operand::new("months_of_year", MONTHS, Unit::Factor).per();
                Some(ledger.product(answer.id(), Unit::Sek, &[today, value, months("horizon", self.investment.horizon), year]))
            }
            Answer::SavingPerMonth => self.saving(ledger),
            Answer::HighestCost => self.highest_cost(ledger),
            Answer::Payback => self.payback(ledger),
            Answer::Result => {
                let saving = self.highest_cost(ledger)?;
                let cost = self.investment.cost(ledger);
                Some(ledger.sum(answer.id(), Unit::Sek, &[kronor("highest_cost", saving), kronor("cost", cost).minus()]))
            }
        }
    }

    fn needed(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let value = self.baseline.value_short.filter(|value| value.0 > 0.0)?;
        let cost = self.investment.cost(ledger);
        let value = Operand::new("value_short_day", value.0, Unit::SekPerDay).per();
        Some(ledger.product("needed_short_net_days", Unit::NetDays, &[kronor("cost", cost), value]))
    }

    /// Fewer short net days needed a year.
    #[must_use]
    pub fn needed_per_year(&self) -> Option<f64> {
        self.needed_a_year(&mut Silent).filter(|value| value.is_finite())
    }

    fn needed_a_year(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let needed = self.needed(ledger)?;
        Some(ledger.product(
            "needed_short_net_days_per_year",
            Unit::NetDays,
            &[
                Operand::new("needed_short_net_days", needed, Unit::NetDays),
                Operand::new("months_of_year", MONTHS, Unit::Factor),
                months("horizon", self.investment.horizon).per(),
            ],
        ))
    }

    /// Saving each month at the entered effect; `None` when no effect is entered or a value is missing for it.
    fn saving(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        if self.effect.short.is_none() && self.effect.long.is_none() {
            return None;
        }
        let parts = [
            (
                "saving_short",
                self.effect.short,
                "effect_short",
                self.baseline.short,
                "short_net_days_per_year",
                self.baseline.value_short,
                "value_short_day",
            ),
            (
                "saving_long",
                self.effect.long,
                "effect_long",
                self.baseline.long,
                "long_net_days_per_year",
                self.baseline.value_long,
                "value_long_day",
            ),
        ];
        let mut savings = Vec::new();
        for (step, effect, effect_id, days, days_id, value, value_id) in parts {
            let Some(effect) = effect else { continue };
            // An effect on absence that does not exist saves nothing, whatever a day of it would cost.
            let days = days?;
            let value = if effect.0 == 0.0 || days.0 == 0.0 { value.unwrap_or_default() } else { value? };
            let saving = ledger.product(
                step,
                Unit::SekPerMonth,
                &[
                    Operand::new(days_id, days.0, Unit::NetDays),
                    Operand::new(effect_id, effect.as_percent(), Unit::Percent).given(true),
                    Operand::new(value_id, value.0, Unit::SekPerDay),
                    Operand::new("months_of_year", MONTHS, Unit::Factor).per(),
                ],
            );
            savings.push(Operand::new(step, saving, Unit::SekPerMonth));
        }
        Some(ledger.sum("saving_per_month", Unit::SekPerMonth, &savings))
    }

    fn highest_cost(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let saving = self.saving(ledger)?;
        Some(ledger.product(
            "highest_cost",
            Unit::Sek,
            &[Operand::new("saving_per_month", saving, Unit::SekPerMonth), months("horizon", self.investment.horizon)],
        ))
    }

    /// Months until cumulated saving equals cumulated cost. Cost grows by `monthly` while the investment runs and then not at all,
    /// saving grows evenly: they meet once, or never.
    fn payback(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let saving = self.saving(ledger)?;
        let Investment { start, monthly, months: runs, .. } = self.investment;
        let per_month = |id, value| Operand::new(id, value, Unit::SekPerMonth);
        if saving <= 0.0 {
            return None;
        }
        if saving > monthly.0 && start.0 / (saving - monthly.0) <= runs {
            let net = ledger.sum(
                "net_saving_per_month",
                Unit::SekPerMonth,
                &[per_month("saving_per_month", saving), per_month("investment_monthly", monthly.0).minus().given(true)],
            );
            let start = kronor("investment_start", start.0).given(true);
            return Some(ledger.product("payback_months", Unit::Months, &[start, per_month("net_saving_per_month", net).per()]));
        }
        // What costs more each month than it saves, and runs on, is never paid back.
        if runs.is_infinite() {
            return None;
        }
        let running = ledger.product(
            "running_cost",
            Unit::Sek,
            &[per_month("investment_monthly", monthly.0).given(true), months("investment_months", runs)],
        );
        let cost = ledger.sum("whole_cost", Unit::Sek, &[kronor("investment_start", start.0).given(true), kronor("running_cost", running)]);
        Some(ledger.product("payback_months", Unit::Months, &[kronor("whole_cost", cost), per_month("saving_per_month", saving).per()]))
    }

    /// What can be said.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.answer(Answer::Cost).is_none_or(|cost| cost <= 0.0) {
            return Verdict::NoCost;
        }
        if let Some(result) = self.answer(Answer::Result) {
            let saving = self.answer(Answer::SavingPerMonth).unwrap_or(0.0);
            return match (saving > 0.0, result >= 0.0) {
                (false, _) => Verdict::NoSaving,
                (true, true) => Verdict::Carries,
                (true, false) => Verdict::CarriesNot,
            };
        }
        let Some(needed) = self.needed_per_year() else { return Verdict::NoValue };
        // With no short absence at all, none of it can be taken away.
        match self.baseline.short {
            Some(today) if needed > today.0 => Verdict::NeedsMoreThanAll,
            _ => Verdict::Needs,
        }
    }

    /// Cumulated cost and saving after each month, from 0 to the horizon: at the entered effect, else at the one that just
    /// breaks even. Empty when neither is known.
    #[must_use]
    pub fn curve(&self) -> Vec<(f64, Sek, Sek)> {
        let break_even = || Some(self.answer(Answer::Cost)? / self.investment.horizon).filter(|_| self.needed_short_net_days().is_some());
        let Some(saving) = self.answer(Answer::SavingPerMonth).or_else(break_even) else { return Vec::new() };
        // At most this many points: a horizon of whole months up to fifty years has one for each.
        let last = self.investment.horizon.min(600.0);
        let mut points = Vec::new();
        let mut month = 0.0;
        while month < last {
            points.push((month, self.investment.cost_after(month), Sek(saving * month)));
            month += 1.0;
        }
        points.push((last, self.investment.cost_after(last), Sek(saving * last)));
        points
    }

    fn missing(&self, answer: Answer) -> Vec<&'static str> {
        let mut missing = Vec::new();
        let needs_effect = matches!(answer, Answer::SavingPerMonth | Answer::HighestCost | Answer::Payback | Answer::Result);
        if needs_effect && self.effect == Effect::default() {
            missing.push("effect_short");
        }
        if self.baseline.short.is_none() {
            missing.push("short_share");
        }
        if self.baseline.value_short.is_none() {
            missing.push("value_short_day");
        }
        if answer == Answer::NeededPercent && self.baseline.short == Some(NetDays::ZERO) {
            missing.push("short_absence");
        }
        if answer == Answer::Payback && self.answer(Answer::SavingPerMonth).is_some_and(|saving| saving <= 0.0) {
            missing.push("saving");
        }
        missing
    }
}
