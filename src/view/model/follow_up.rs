//! The follow-up as it crosses the border.

use std::collections::BTreeMap;

#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::super::given::{self, Given, Refused, Value};
use super::super::shown::{Receiver, Shown};
use super::{FigureView, Kind, Origin};

word! {
    /// What is compared, in net days per employee.
    pub enum FollowUpMeasure {
        /// Days 1–14.
        Short,
        /// From day 15.
        Long,
        /// All of them.
        All,
    }

    /// What was drawn again, to tell how sure the change is.
    pub enum DrawnFrom {
        /// Months, in blocks of three.
        Months,
        /// Units.
        Units,
    }
}

asked! {
    /// A follow-up period against a reference period. Months are `2024-03`.
    pub struct FollowUpSettings {
        /// First month of the reference period. All four left out: the last twelve months of the data against the twelve before them.
        pub reference_from: Option<String>,
        /// Its last month.
        pub reference_to: Option<String>,
        /// First month of the follow-up period.
        pub follow_up_from: Option<String>,
        /// Its last month.
        pub follow_up_to: Option<String>,
        /// What is compared; short absence when left out.
        pub measure: Option<FollowUpMeasure>,
        /// A trend as pasted: a month and a value on each line.
        pub index: Option<String>,
        /// Units that took part, by their keys (`FollowUpUnit::key`). None: all, but those that are compared with.
        pub treated: Vec<String>,
        /// Units that did not take part and are compared with, by their keys.
        pub comparison: Vec<String>,
        /// Months that something else disturbed: shown, but left out.
        pub disturbed: Vec<String>,
        /// Own value of a net day, kronor; that of the method when left out.
        pub value_per_day: Option<f64>,
        /// Own number of employees; the average of the compared months when left out.
        pub employees: Option<f64>,
        /// What the investment costs in all, kronor.
        pub cost: Option<f64>,
        /// Over how many months it runs.
        pub months: Option<f64>,
    }
}

shown! {
    /// What came of the investment.
    pub struct FollowUpView {
        /// The months that the data knows something of.
        pub available: Vec<String>,
        /// First month of the reference period; `null` while no periods are set and the data has not two years.
        pub reference_from: Option<String>,
        /// Its last month.
        pub reference_to: Option<String>,
        /// First month of the follow-up period.
        pub follow_up_from: Option<String>,
        /// Its last month.
        pub follow_up_to: Option<String>,
        /// Whether the periods are a proposal of Bärkraft's.
        pub proposed: bool,
        /// What is compared.
        pub measure: FollowUpMeasure,
        /// Units that can be chosen; none where the data names at most one.
        pub units: Vec<FollowUpUnit>,
        /// The pasted trend; `null` without one.
        pub index: Option<PastedView>,
        /// Each month of the follow-up period.
        pub months: Vec<FollowUpMonth>,
        /// What they say together, without disturbed months; `null` when no month can be compared.
        pub result: Option<FollowUpResult>,
        /// The same with disturbed months; `null` when none is marked.
        pub result_with_disturbed: Option<FollowUpResult>,
        /// Value of a net day in use; `null` when it is missing, or short and long days each have their own.
        pub value_per_day: Option<f64>,
        /// Where it comes from: `given`, `data` (by the method, on the absence of the data) or `missing`.
        pub value_origin: Origin,
        /// Value of a short net day by the method.
        pub value_short_day: Option<f64>,
        /// Value of a long net day by the method.
        pub value_long_day: Option<f64>,
        /// Number of employees in use.
        pub employees: Option<f64>,
        /// Where it comes from: `given`, `data` or `missing`.
        pub employees_origin: Origin,
        /// What the investment costs in all.
        pub cost: Option<f64>,
        /// Over how many months it runs.
        pub run_months: Option<f64>,
        /// How many months of the follow-up period the data has reached.
        pub months_so_far: u32,
        /// Each answer with its steps, by name (JSON of the command line only).
        #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        pub figures: Option<BTreeMap<String, FigureView>>,
        /// Ids of settings that were refused (`reference`, `follow_up`, `comparison`, `value_per_day`, `employees`, `cost`, `months`), with the
        /// id of the problem.
        pub problems: BTreeMap<String, String>,
    }

    /// A unit that can be chosen.
    pub struct FollowUpUnit {
        /// Its name, after its department and a tab where there are departments.
        pub key: String,
        /// Its name.
        pub unit: String,
        /// Its department.
        pub department: Option<String>,
        /// Whether it counts as one that took part.
        pub treated: bool,
        /// Whether it is compared with.
        pub comparison: bool,
        /// Whether its number of employees is known in some month: else it cannot be counted.
        pub employees_known: bool,
    }

    /// How a pasted text was read, line by line.
    pub struct PastedView {
        /// Lines that say something, below a heading.
        pub pasted: u32,
        /// Lines used.
        pub used: u32,
        /// Lines set aside; `used + set_aside = pasted`.
        pub set_aside: u32,
        /// The first hundred lines set aside.
        pub lines: Vec<PastedLine>,
    }

    /// A line set aside.
    pub struct PastedLine {
        /// Which, from 1.
        pub line: u32,
        /// Why: an id under `pasted.` in the catalogue.
        pub reason: String,
    }

    /// A month of the follow-up period, in net days per employee.
    pub struct FollowUpMonth {
        /// The month.
        pub month: String,
        /// The months of the reference period that it is held against.
        pub reference_months: Vec<String>,
        /// What they had; `null` when the month cannot be compared.
        pub reference: Option<f64>,
        /// What would have been expected: that, adjusted by the trend.
        pub expected: Option<f64>,
        /// What came.
        pub actual: Option<f64>,
        /// What changed in the comparison group; `null` without one.
        pub comparison: Option<f64>,
        /// What came less what was expected, less what changed in the comparison group.
        pub difference: Option<f64>,
        /// Number of employees.
        pub employees: Option<f64>,
        /// Units left out, as their employees or absence are not known in the month or its reference month.
        pub units_left_out: u32,
        /// Whether the user marked it as disturbed.
        pub disturbed: bool,
        /// Whether it counts in the result.
        pub counted: bool,
        /// Why it cannot be compared: `no_data`, `no_split`, `no_employees`, `no_reference`, `no_index` or `no_comparison`.
        pub lacks: Option<String>,
    }

    /// What the months say together, in net days per employee and kronor.
    pub struct FollowUpResult {
        /// How many months could be compared.
        pub months: u32,
        /// What the reference months had.
        pub reference: f64,
        /// What would have been expected.
        pub expected: f64,
        /// What came.
        pub actual: f64,
        /// What changed in the comparison group; 0 without one.
        pub comparison: f64,
        /// The change: negative when absence fell.
        pub change: f64,
        /// The same in per cent of what was expected.
        pub change_percent: Option<f64>,
        /// Days saved, all employees together; negative when they grew.
        pub days_saved: Option<f64>,
        /// What these are worth.
        pub saving: Option<f64>,
        /// What the investment has cost so far.
        pub cost_so_far: Option<f64>,
        /// The one less the other.
        pub net: Option<f64>,
        /// What would be saved if it went on like this until the investment ends.
        pub saving_extrapolated: Option<f64>,
        /// That less the whole cost.
        pub net_extrapolated: Option<f64>,
        /// How much the change may owe to chance; `null` when there are too few months to tell, and for a proposal.
        pub uncertainty: Option<UncertaintyView>,
        /// How sure the kronor are.
        pub kind: Kind,
    }

    /// How much a change may owe to chance.
    pub struct UncertaintyView {
        /// What was drawn again.
        pub drawn: DrawnFrom,
        /// How often.
        pub draws: u32,
        /// Lower end of the 95 % interval of the change.
        pub low: f64,
        /// Its upper end.
        pub high: f64,
        /// In how many per cent of the draws days fell.
        pub fell: f64,
        /// What the saving would be at the upper end of the change, where all days have one value.
        pub saving_low: Option<f64>,
        /// What it would be at the lower end.
        pub saving_high: Option<f64>,
    }
}
