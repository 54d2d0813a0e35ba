//! Investments: what is asked and what is shown.

use std::collections::BTreeMap;

#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::super::given::{self, Given, Refused, Value};
use super::super::shown::{Receiver, Shown};
use super::{BarView, ContractSettings, ContractView, FigureView, Kind, MapPoint, MapView, ScenarioView, Shape, UncertainInput, Unit};

word! {
    /// What can be said of an investment.
    pub enum Verdict {
        /// No investment has been entered.
        NoCost,
        /// A value per day, or absence to reduce, is missing.
        NoValue,
        /// Within the horizon there is no month of effect.
        NoTime,
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
        /// Seen by one who does not pay for it: there is only a saving, or none.
        PaysNothing,
    }

    /// Whose cost and saving is looked at.
    pub enum Perspective {
        /// The employer.
        Employer,
        /// The state.
        State,
        /// The employees.
        Employee,
        /// Society.
        Society,
    }

    /// How effects on absence are given.
    pub enum EffectUnit {
        /// Per cent of today's absence.
        Percent,
        /// Net days per employee and year.
        DaysPerEmployee,
    }
}

asked! {
    /// Planned investments and how they are looked at. Kronor, months and per cent.
    pub struct InvestmentSettings {
        /// The investments, side by side; at most five.
        pub cases: Vec<CaseSettings>,
        /// Months within which each must carry itself; 12 when left out.
        pub horizon: Option<f64>,
        /// Discount rate a year, per cent; that of the rules when left out, and 0 for none.
        pub discount: Option<f64>,
        /// Whose cost and saving is looked at; the employer's when left out.
        pub perspective: Option<Perspective>,
        /// What the value of a day may be at the lowest and highest, in per cent of the method's.
        pub value: BoundsSettings,
        /// What today's absence may be at the lowest and highest, in per cent of that of the data.
        pub days: BoundsSettings,
        /// What an hour of work costs the employer; by pay, on-cost and weekly hours when left out.
        pub hourly_cost: Option<f64>,
        /// What a spell costs beyond its days.
        pub value_spell: Option<f64>,
        /// The two inputs of the map: across and down.
        pub map: MapSettings,
        /// An outcome contract about one of them.
        pub contract: ContractSettings,
        /// Which of the investments is shown, and an outcome contract about; the first when left out.
        pub shown: Option<u32>,
    }

    /// A lowest and a highest value.
    pub struct BoundsSettings {
        /// The lowest.
        pub low: Option<f64>,
        /// The highest.
        pub high: Option<f64>,
    }

    /// A value that is uncertain.
    pub struct EstimateSettings {
        /// The lowest.
        pub low: Option<f64>,
        /// What it is taken to be.
        pub base: Option<f64>,
        /// The highest.
        pub high: Option<f64>,
    }

    /// The two inputs of a map.
    pub struct MapSettings {
        /// Across.
        pub across: Option<UncertainInput>,
        /// Down.
        pub down: Option<UncertainInput>,
        /// Whether it is wanted.
        pub shown: bool,
    }

    /// An investment.
    pub struct CaseSettings {
        /// Its name.
        pub name: Option<String>,
        /// Cost at the start.
        pub start: Option<f64>,
        /// Cost each month while it runs.
        pub monthly: Option<f64>,
        /// Cost at the beginning of each year while it runs.
        pub yearly: Option<f64>,
        /// Cost at the start for each who takes part.
        pub per_employee: Option<f64>,
        /// Working hours at the start of each who takes part.
        pub hours: Option<f64>,
        /// Working hours a month of each who takes part, while it runs.
        pub hours_monthly: Option<f64>,
        /// How many take part; the employees of the group when left out.
        pub participants: Option<f64>,
        /// Months it runs. Left out: the whole horizon.
        pub months: Option<f64>,
        /// How much faster than other prices those of what runs grow, per cent a year.
        pub price_growth: Option<f64>,
        /// What the cost may be at the lowest and highest, in per cent of that given.
        pub cost: BoundsSettings,
        /// How the effects on absence are given; per cent when left out.
        pub effect_unit: Option<EffectUnit>,
        /// Expected reduction of short absence. Negative: it grows.
        pub effect_short: EstimateSettings,
        /// Expected reduction of long absence.
        pub effect_long: EstimateSettings,
        /// Expected reduction of the number of spells, per cent.
        pub effect_spells: EstimateSettings,
        /// Expected reduction of the cost of replacement, per cent.
        pub effect_replacement: EstimateSettings,
        /// Expected reduction of production loss, per cent.
        pub effect_production: EstimateSettings,
        /// Leavers avoided a year.
        pub effect_leavers: EstimateSettings,
        /// How low and high are to be read; as the outermost that can be when left out.
        pub shape: Option<Shape>,
        /// The card that the effects were taken from.
        pub card: Option<String>,
        /// Months until the effect begins.
        pub delay: EstimateSettings,
        /// Months from its beginning until it is full.
        pub ramp: Option<f64>,
        /// Months that it is full. Left out: it lasts.
        pub duration: EstimateSettings,
        /// Months from then until nothing is left of it.
        pub fading: Option<f64>,
        /// The unit that it is for; everyone when left out.
        pub unit: Option<String>,
        /// The department of that unit, where the data has departments.
        pub department: Option<String>,
        /// The share of the staff there that it is for, per cent; all when left out.
        pub share: Option<f64>,
    }
}

impl CaseSettings {
    /// Nothing said.
    pub const NOTHING: Self = Self {
        name: None,
        start: None,
        monthly: None,
        yearly: None,
        per_employee: None,
        hours: None,
        hours_monthly: None,
        participants: None,
        months: None,
        price_growth: None,
        cost: BoundsSettings { low: None, high: None },
        effect_unit: None,
        effect_short: EstimateSettings { low: None, base: None, high: None },
        effect_long: EstimateSettings { low: None, base: None, high: None },
        effect_spells: EstimateSettings { low: None, base: None, high: None },
        effect_replacement: EstimateSettings { low: None, base: None, high: None },
        effect_production: EstimateSettings { low: None, base: None, high: None },
        effect_leavers: EstimateSettings { low: None, base: None, high: None },
        shape: None,
        card: None,
        delay: EstimateSettings { low: None, base: None, high: None },
        ramp: None,
        duration: EstimateSettings { low: None, base: None, high: None },
        fading: None,
        unit: None,
        department: None,
        share: None,
    };
}

shown! {
    /// Whether the investments carry themselves.
    pub struct InvestmentView {
        /// Months within which each must carry itself.
        pub horizon: f64,
        /// Discount rate a year, per cent.
        pub discount: f64,
        /// Whether the user gave it.
        pub discount_given: bool,
        /// Whose cost and saving is looked at.
        pub perspective: Perspective,
        /// How far an input is taken to lie off where nobody says, per cent of it.
        pub spread: f64,
        /// What an hour of work costs the employer.
        pub hourly_cost: Option<f64>,
        /// The same by pay, on-cost and weekly hours.
        pub hourly_cost_default: Option<f64>,
        /// Value of a short net day, everyone's.
        pub value_short_day: Option<f64>,
        /// Value of a long net day.
        pub value_long_day: Option<f64>,
        /// Short net days a year today: the last twelve months of the data, or fewer months scaled to a year.
        pub short_net_days_per_year: Option<f64>,
        /// Long net days a year today.
        pub long_net_days_per_year: Option<f64>,
        /// Number of employees.
        pub employees: Option<f64>,
        /// How many months with data the values of a year rest on.
        pub baseline_months: u32,
        /// Names of all units, to choose from.
        pub units: Vec<PlaceName>,
        /// The investments. There is always one, which may be empty.
        pub cases: Vec<CaseView>,
        /// All of them together, where there are several.
        pub combined: Option<CombinedView>,
        /// An outcome contract about one of them.
        pub contract: ContractView,
        /// Published findings to start from.
        pub cards: Vec<CardView>,
        /// The values that are accepted, by setting.
        pub limits: BTreeMap<String, LimitView>,
        /// How sure the answers are.
        pub kind: Kind,
        /// The value of a day with its steps, by name (JSON of the command line only).
        #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        pub figures: Option<BTreeMap<String, FigureView>>,
        /// Ids of settings that were refused, with the id of the problem.
        pub problems: BTreeMap<String, String>,
    }

    /// The values that are accepted of a setting.
    pub struct LimitView {
        /// The lowest.
        pub lowest: f64,
        /// The highest.
        pub highest: f64,
        /// What it is counted in.
        pub unit: Unit,
    }

    /// A unit.
    pub struct PlaceName {
        /// Its name.
        pub unit: String,
        /// Its department, where the data has departments.
        pub department: Option<String>,
    }

    /// An investment.
    pub struct CaseView {
        /// What can be said.
        pub verdict: Verdict,
        /// Cost at the start.
        pub start: f64,
        /// Cost each month while it runs.
        pub monthly: f64,
        /// Months it runs, within the horizon.
        pub months: f64,
        /// How many take part.
        pub participants: Option<f64>,
        /// Cost over the horizon, in kronor of today.
        pub cost: f64,
        /// Value of a short net day of the group that it is for.
        pub value_short_day: Option<f64>,
        /// Value of a long net day.
        pub value_long_day: Option<f64>,
        /// Short net days a year of that group.
        pub short_net_days_per_year: Option<f64>,
        /// Long net days a year.
        pub long_net_days_per_year: Option<f64>,
        /// Fewer short net days needed over the horizon.
        pub needed_short_net_days: Option<f64>,
        /// The same a year at full effect.
        pub needed_short_net_days_per_year: Option<f64>,
        /// The same in per cent of today's.
        pub needed_percent: Option<f64>,
        /// The same in full-time posts.
        pub needed_full_time_equivalents: Option<f64>,
        /// About how many spells that is.
        pub needed_spells: Option<f64>,
        /// Fewer long net days needed over the horizon, if only these fall.
        pub needed_long_net_days: Option<f64>,
        /// The same a year at full effect, in per cent of today's.
        pub needed_long_percent: Option<f64>,
        /// By how much both must fall if they fall alike, per cent.
        pub needed_both_percent: Option<f64>,
        /// Combinations of effects on short and long absence that break even: the ends of a line, per cent.
        pub break_even: Vec<MapPoint>,
        /// What the horizon would save if all short absence disappeared.
        pub saving_of_all_short: Option<f64>,
        /// Entered effect on short absence, per cent of today's.
        pub effect_short: Option<f64>,
        /// Entered effect on long absence, per cent of today's.
        pub effect_long: Option<f64>,
        /// Saving each month at the full effect.
        pub saving_per_month: Option<f64>,
        /// Saving over the horizon, in kronor of today: the most the investment may cost.
        pub highest_cost: Option<f64>,
        /// Months until what is saved makes up for what is paid; `null` when that never happens.
        pub payback_months: Option<f64>,
        /// Saving minus cost at the horizon: net present value.
        pub result_at_horizon: Option<f64>,
        /// The same without discounting.
        pub result_undiscounted: Option<f64>,
        /// Result in per cent of the cost.
        pub return_percent: Option<f64>,
        /// Saving per krona of cost.
        pub benefit_cost: Option<f64>,
        /// What is lost by beginning a year later, within the same months.
        pub cost_of_waiting: Option<f64>,
        /// Fewer net days over the horizon at the entered effect.
        pub saved_net_days: Option<f64>,
        /// Cumulated cost and saving by month, from 0 to the horizon, in kronor of today. This, and what follows of scenarios, tornado, map
        /// and those concerned, only of the investment that is shown (of all of them on the command line).
        pub curve: Vec<CurvePoint>,
        /// Whether `curve` shows the entered effect (else the effect that just breaks even).
        pub curve_at_given_effect: bool,
        /// All uncertain inputs at their low, base and high values together.
        pub scenarios: Vec<ScenarioView>,
        /// Each uncertain input by itself, the one that matters most first.
        pub tornado: Vec<BarView>,
        /// The result for values of two inputs.
        pub map: Option<MapView>,
        /// The result of each one concerned, at the entered effect.
        pub perspectives: Vec<PerspectiveView>,
        /// Whether the effects stand as the chosen card gives them.
        pub as_card: bool,
        /// Each answer with its steps, by name (JSON of the command line only).
        #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"))]
        pub figures: Option<BTreeMap<String, FigureView>>,
        /// Ids of settings that were refused, with the id of the problem.
        pub problems: BTreeMap<String, String>,
    }

    /// A point of the curve.
    pub struct CurvePoint {
        /// Months since the start.
        pub month: f64,
        /// Cumulated cost.
        pub cost: f64,
        /// Cumulated saving.
        pub saving: f64,
        /// Saving minus cost.
        pub net: f64,
        /// Saving minus cost with all uncertain inputs at the values that speak against the investment.
        pub low: Option<f64>,
        /// The same with those that speak for it.
        pub high: Option<f64>,
    }

    /// What the investment comes to for one of those concerned.
    pub struct PerspectiveView {
        /// Who.
        pub id: Perspective,
        /// Value of a short net day to them.
        pub value_short_day: Option<f64>,
        /// Value of a long net day.
        pub value_long_day: Option<f64>,
        /// What they pay of the investment.
        pub cost: f64,
        /// What they save at the entered effect.
        pub saving: Option<f64>,
        /// Result.
        pub result: Option<f64>,
    }

    /// All investments together.
    pub struct CombinedView {
        /// How many of them.
        pub cases: u32,
        /// What they cost.
        pub cost: f64,
        /// What they save: that of each, less what they would save twice.
        pub saving: Option<f64>,
        /// What they would save twice.
        pub twice: f64,
        /// Result.
        pub result: Option<f64>,
    }

    /// A published finding.
    pub struct CardView {
        /// Its name.
        pub id: String,
        /// Where it was published.
        pub source: String,
        /// How its effects are given.
        pub unit: EffectUnit,
        /// Effect on short absence: low, base and high.
        pub effect_short: EstimateView,
        /// Effect on long absence.
        pub effect_long: EstimateView,
        /// How low and high are to be read.
        pub shape: Shape,
        /// Whether an effect was found that would be one to count on.
        pub found: bool,
    }

    /// A value that is uncertain.
    pub struct EstimateView {
        /// The lowest.
        pub low: Option<f64>,
        /// What it is taken to be.
        pub base: Option<f64>,
        /// The highest.
        pub high: Option<f64>,
    }
}
