//! What absence costs, in three layers that are never mixed: sick pay (booked or calculated), what remains of the labour cost
//! (Försäkringskassan's model), and the estimated total (by the method that the user picks).
//!
//! Each formula is written once, in [`model`] and [`methods`], and runs on the sums of one calendar year, as rates are dated.

mod instrument;
mod methods;
mod model;
mod parties;
mod prices;

pub use instrument::Staff;
pub use methods::Method;
pub use model::model_cost_per_hour;
pub use parties::Party;
pub use prices::{Prices, RateTable, Stretch};

use crate::absence::Sums;
use crate::figure::{Figure, Kind, Ledger, Operand, Silent, Steps, Unit};
use crate::quantity::Share;
use prices::Year;

/// An input that a figure cannot be given without, and for which there is no honest default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// Average monthly pay.
    MonthlyPay,
    /// Share of the absence that is short.
    ShortShare,
    /// Own value of a short day.
    ShortDay,
    /// Own value of a long day.
    LongDay,
    /// The on-cost of a year that is not known here.
    OnCost,
}

impl Missing {
    /// The name of the input.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::MonthlyPay => "monthly_pay",
            Self::ShortShare => "short_share",
            Self::ShortDay => "short_day",
            Self::LongDay => "long_day",
            Self::OnCost => "on_cost",
        }
    }
}

/// An amount of kronor, or what is missing for it.
pub type Amount = Result<f64, Missing>;

/// What the absence of some months costs, in kronor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Costs {
    /// Booked sick pay.
    pub booked: f64,
    /// Calculated sick pay, where none is booked.
    pub calculated: Amount,
    /// Remaining labour cost of days 1–14.
    pub labour_short: Amount,
    /// Remaining labour cost from day 15.
    pub labour_long: Amount,
    /// Estimated total of days 1–14.
    pub estimated_short: Amount,
    /// Estimated total from day 15.
    pub estimated_long: Amount,
    /// How sure the sick pay is.
    pub sick_pay_kind: Kind,
}

impl Costs {
    /// First layer.
    ///
    /// # Errors
    /// What is missing for it.
    pub fn sick_pay(&self) -> Amount {
        Ok(self.calculated? + self.booked)
    }

    /// Second layer.
    ///
    /// # Errors
    /// What is missing for it.
    pub fn labour(&self) -> Amount {
        Ok(self.labour_short? + self.labour_long?)
    }

    /// Third layer.
    ///
    /// # Errors
    /// What is missing for it.
    pub fn estimated(&self) -> Amount {
        Ok(self.estimated_short? + self.estimated_long?)
    }
}

/// A figure of a cost layer that can be opened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CostFigure {
    /// First layer.
    SickPay,
    /// Second layer.
    LabourCost,
    /// Third layer.
    EstimatedTotal,
    /// Third layer, days 1–14.
    EstimatedShort,
    /// Third layer, from day 15.
    EstimatedLong,
    /// What the rules give for the rows where sick pay is booked.
    SickPayOfBooked,
    /// Cost of replacement.
    Replacement(Replacement),
}

/// What the user gave of replacement.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Replacement {
    /// Share of the sick hours that is replaced.
    pub share: Option<Share>,
    /// Cost of a replaced hour as a share of the absent person's hourly pay.
    pub cost: Option<Share>,
}

impl CostFigure {
    /// Those of every period.
    pub const ALL: [Self; 5] = [Self::SickPay, Self::LabourCost, Self::EstimatedTotal, Self::EstimatedShort, Self::EstimatedLong];

    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SickPay => "sick_pay",
            Self::LabourCost => "labour_cost",
            Self::EstimatedTotal => "estimated_total",
            Self::EstimatedShort => "estimated_short",
            Self::EstimatedLong => "estimated_long",
            Self::SickPayOfBooked => "sick_pay_of_booked",
            Self::Replacement(_) => "replacement",
        }
    }
}

/// The cost of months whose sums are given year by year, each cell filled in by [`Prices::fill_in`].
///
/// ```
/// use barkraft::absence::{Bands, Sick, Sums};
/// use barkraft::cost::{costs, Prices, Stretch};
/// use barkraft::quantity::Sek;
///
/// // Published case 3: 30 000 kr a month, sick Monday to Friday.
/// let week = Bands { short: Sick::new(40.0, None), deduction: Sick::new(8.0, None), ..Bands::default() };
/// let sums = Sums { calculated: week, ..Sums::default() };
/// let prices = Prices { monthly_pay: Some(Sek(30_000.0)), ..Prices::default() };
/// let year = Stretch { sums, ..Stretch::default() };
/// assert!((costs(&[year], &prices).sick_pay().unwrap() - 4_430.77).abs() < 0.005);
/// ```
#[must_use]
pub fn costs(years: &[Stretch], prices: &Prices) -> Costs {
    let sum = |formula: &dyn Fn(&Year) -> Amount| added(years, prices, formula);
    Costs {
        booked: years.iter().map(|year| year.sums.booked_pay).fold(0.0, |sum, pay| sum + pay),
        calculated: sum(&|year| model::calculated_sick_pay(&mut Silent, year)),
        labour_short: sum(&|year| model::labour_short(&mut Silent, year)),
        labour_long: sum(&|year| model::model_long(&mut Silent, year)),
        estimated_short: sum(&|year| methods::short(&mut Silent, year)),
        estimated_long: sum(&|year| methods::long(&mut Silent, year)),
        sick_pay_kind: sick_pay_kind(years),
    }
}

fn sick_pay_kind(years: &[Stretch]) -> Kind {
    let booked = years.iter().any(|year| year.sums.booked_pay != 0.0 || year.sums.booked.all_hours() > 0.0);
    // Absence with nothing to pay for (days 15 onward) does not make booked sick pay only partly booked.
    let calculated = years.iter().any(|year| year.sums.calculated.short.hours() + year.sums.calculated.unsplit.hours() > 0.0);
    match (booked, calculated) {
        (true, false) => Kind::Booked,
        (true, true) => Kind::PartlyBooked,
        (false, _) => Kind::Calculated,
    }
}

/// The same figure with every step that led to it, year by year.
#[must_use]
pub fn explain(figure: CostFigure, years: &[Stretch], prices: &Prices) -> Figure {
    let kind = match figure {
        CostFigure::SickPay => sick_pay_kind(years),
        CostFigure::LabourCost | CostFigure::SickPayOfBooked => Kind::Calculated,
        _ => Kind::Estimated,
    };
    let needs_model = figure != CostFigure::SickPay && prices.method == Method::Fk || figure == CostFigure::LabourCost;
    year_by_year(figure.id(), kind, years, prices, &|steps, year| match figure {
        CostFigure::SickPay => model::sick_pay(steps, year),
        CostFigure::SickPayOfBooked => model::sick_pay_of_booked(steps, year),
        CostFigure::LabourCost => model::labour(steps, year),
        CostFigure::EstimatedTotal => methods::total(steps, year),
        CostFigure::EstimatedShort => methods::short(steps, year),
        CostFigure::EstimatedLong => methods::long(steps, year),
        CostFigure::Replacement(replacement) => methods::replacement(steps, year, replacement),
    })
    .with_caveats(&caveats(figure, years, prices, needs_model))
}

/// A figure that is the sum of what a formula gives for each stretch of time.
fn year_by_year(
    id: &'static str,
    kind: Kind,
    years: &[Stretch],
    prices: &Prices,
    formula: &dyn Fn(&mut dyn Ledger, &Year) -> Amount,
) -> Figure {
    let mut all = Steps::default();
    let mut results = Vec::new();
    for stretch in years {
        let mut steps = Steps::default();
        let context = Year::new(stretch, prices);
        let result = match formula(&mut steps, &context) {
            Ok(result) => result,
            Err(missing) => return Figure::missing(id, Unit::Sek, kind, vec![missing.id()]),
        };
        if years.len() > 1 {
            steps.0.iter_mut().for_each(|step| step.year = Some(context.calendar));
        }
        results.push(Operand::new("year", result, Unit::Sek).in_year(context.calendar));
        all.0.append(&mut steps.0);
    }
    // The last step gives the figure: with no stretch, or several, or one whose formula had nothing to do.
    if years.len() != 1 || all.0.is_empty() {
        all.sum(id, Unit::Sek, &results);
    }
    Figure::new(id, Unit::Sek, kind, all.0)
}

/// What a formula gives for each stretch of time, added up.
fn added(years: &[Stretch], prices: &Prices, formula: &dyn Fn(&Year) -> Amount) -> Amount {
    years.iter().try_fold(0.0, |sum, year| Ok(sum + formula(&Year::new(year, prices))?))
}

/// Cost of replacement: booked, or the share of absence replaced and the cost of an hour that the user gave.
///
/// # Errors
/// What is missing for it.
pub fn replacement(years: &[Stretch], prices: &Prices, given: Replacement) -> Amount {
    added(years, prices, &|year| methods::replacement(&mut Silent, year, given))
}

/// What the rules give for the rows where sick pay is booked.
///
/// # Errors
/// What is missing for it.
pub fn sick_pay_of_booked(years: &[Stretch], prices: &Prices) -> Amount {
    added(years, prices, &|year| model::sick_pay_of_booked(&mut Silent, year))
}

/// What a party pays, or the pay that is lost.
///
/// # Errors
/// What is missing for it.
pub fn party(party: Party, years: &[Stretch], prices: &Prices) -> Amount {
    added(years, prices, &|year| parties::party(&mut Silent, year, party))
}

/// The same with its steps.
#[must_use]
pub fn explain_party(party: Party, years: &[Stretch], prices: &Prices) -> Figure {
    year_by_year(party.id(), Kind::Calculated, years, prices, &|steps, year| parties::party(steps, year, party))
}

/// What to bear in mind about a figure.
fn caveats(figure: CostFigure, years: &[Stretch], prices: &Prices, model: bool) -> Vec<&'static str> {
    let any = |test: &dyn Fn(&Sums) -> bool| years.iter().any(|year| test(&year.sums));
    let mut caveats = Vec::new();
    let monthly = !prices.spells_known;
    let sick_pay = figure == CostFigure::SickPay;
    if (sick_pay || model) && monthly && any(&|sums| sums.calculated.short.hours() + sums.calculated.unsplit.hours() > 0.0) {
        caveats.push(match (prices.days_per_period, any(&|sums| sums.spells_without_periods > 0.0)) {
            (Some(_), _) => "waiting_deduction_from_average_spell",
            (None, true) => "waiting_deduction_from_spell_count",
            (None, false) => "no_waiting_deduction",
        });
    }
    if model && monthly && any(&|sums| sums.bands().long().hours() + sums.bands().unsplit.hours() > 0.0) {
        caveats.push("long_of_unknown_day");
    }
    if any(&|sums| sums.split_hours > 0.0) {
        caveats.push("short_share_given");
    }
    if model && any(&|sums| sums.booked_pay != 0.0 && sums.booked.topped_up.hours() > 0.0) {
        caveats.push("booked_for_days_1_14");
    }
    if prices.method == Method::RuleOfThumb
        && !sick_pay
        && !model
        && any(&|sums| sums.bands().long().hours() > sums.bands().to_day_90().hours())
    {
        caveats.push("nothing_after_day_90");
    }
    caveats
}
