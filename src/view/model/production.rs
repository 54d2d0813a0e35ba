//! What is lost at work, as it crosses the border.

use std::collections::BTreeMap;

#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::super::given::{self, Given, Refused, Value};
use super::super::shown::{Receiver, Shown};
use super::{FigureView, Kind, Origin, PastedView};

word! {
    /// What is done where both health and environment problems are reported.
    pub enum ProductionRule {
        /// The larger of the two counts.
        Larger,
        /// Their sum counts, at most all of the work.
        SumCapped,
    }

    /// What came of that rule.
    pub enum ProductionTaken {
        /// Health problems alone.
        Health,
        /// Problems in the work environment alone.
        Environment,
        /// Their sum.
        Sum,
        /// All of the work, which their sum exceeded.
        Capped,
    }
}

asked! {
    /// What is lost at work, before and after an investment.
    pub struct ProductionSettings {
        /// What was answered before.
        pub before: ProblemSettings,
        /// What was answered after.
        pub after: ProblemSettings,
        /// What is done where both are reported: the larger when left out.
        pub rule: Option<ProductionRule>,
        /// Working hours of an employee in a year.
        pub hours_per_year: Option<f64>,
        /// Number of employees.
        pub employees: Option<f64>,
        /// What an hour of work costs, kronor.
        pub cost_per_hour: Option<f64>,
        /// Leavers avoided in a year.
        pub leavers_avoided: Option<f64>,
        /// What a leaver costs, kronor.
        pub cost_per_leaver: Option<f64>,
        /// Whether the loss is to be counted in the total.
        pub include: bool,
    }

    /// The four questions at one time. Pasted answers go before what is given directly.
    pub struct ProblemSettings {
        /// Share of staff with health problems, per cent.
        pub health_affected: Option<f64>,
        /// How much these affect what they get done, 0–10.
        pub health_effect: Option<f64>,
        /// Share of staff with problems in the work environment, per cent.
        pub environment_affected: Option<f64>,
        /// How much these affect what they get done, 0–10.
        pub environment_effect: Option<f64>,
        /// How many answered, where shares are given; left out: not said.
        pub answered: Option<f64>,
        /// Answers as pasted: one person a line.
        pub answers: Option<String>,
    }
}

shown! {
    /// What is lost at work.
    pub struct ProductionView {
        /// Before.
        pub before: ProblemsView,
        /// After.
        pub after: ProblemsView,
        /// What is done where both are reported.
        pub rule: ProductionRule,
        /// Working hours of an employee in a year.
        pub hours_per_year: Option<f64>,
        /// Where they come from.
        pub hours_origin: Origin,
        /// Number of employees.
        pub employees: Option<f64>,
        /// Where it comes from.
        pub employees_origin: Origin,
        /// What an hour of work costs.
        pub cost_per_hour: Option<f64>,
        /// Where that comes from.
        pub cost_origin: Origin,
        /// Gained from before to after, percentage points of the work.
        pub gained_percent: Option<f64>,
        /// The same in hours a year.
        pub gained_hours: Option<f64>,
        /// The same in kronor a year.
        pub gained: Option<f64>,
        /// What is saved in a year when fewer leave.
        pub turnover_saving: Option<f64>,
        /// What absence and the loss before cost in a year together, if the user counts the loss in the total.
        pub with_absence: Option<f64>,
        /// The loss before, kronor a year, if the user counts it in the total.
        pub included: Option<f64>,
        /// How sure the figures are.
        pub kind: Kind,
        /// Each answer with its steps, by name (JSON of the command line only).
        #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        pub figures: Option<BTreeMap<String, FigureView>>,
        /// Ids of settings that were refused (those at one time after `before_` or `after_`), with the id of the problem.
        pub problems: BTreeMap<String, String>,
    }

    /// The four questions at one time.
    pub struct ProblemsView {
        /// How the pasted answers were read; `null` without any.
        pub pasted: Option<PastedView>,
        /// How many answered; `null` when not said.
        pub answered: Option<u32>,
        /// Whether too few answered to be shown: then everything below is `null`.
        pub too_few: bool,
        /// Share of staff with health problems, per cent.
        pub health_affected: Option<f64>,
        /// How much these affect what they get done, 0–10.
        pub health_effect: Option<f64>,
        /// Share of staff with problems in the work environment, per cent.
        pub environment_affected: Option<f64>,
        /// How much these affect what they get done, 0–10.
        pub environment_effect: Option<f64>,
        /// Share of the work lost to health problems, per cent.
        pub health_loss: Option<f64>,
        /// Share of the work lost to problems in the work environment.
        pub environment_loss: Option<f64>,
        /// Share of the work lost in all, by the rule.
        pub loss: Option<f64>,
        /// What came of the rule.
        pub taken: Option<ProductionTaken>,
        /// Hours lost in a year.
        pub hours: Option<f64>,
        /// Kronor lost in a year.
        pub sek: Option<f64>,
    }
}
