//! The forecast of the calendar year, as the page shows it.

use super::model::{ForecastMonth, ForecastValue, ForecastView};
use super::range::BUDGET;
use crate::absence::forecast::{Basis, Forecast};
use crate::figure::{Figure, Kind, Silent, Steps, Unit};
use crate::quantity::Month;

/// What is known of a month of the data.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownMonth {
    pub month: Month,
    /// Whether the month is known; one of a monthly table without rows is not.
    pub known: bool,
    pub net_days: f64,
    pub short_net_days: Option<f64>,
    pub sick_pay: Option<f64>,
    pub estimated_total: Option<f64>,
}

/// What is forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quantity {
    NetDays,
    ShortNetDays,
    SickPay,
    EstimatedTotal,
}

impl Quantity {
    const EXPLAINED: [Self; 3] = [Self::NetDays, Self::SickPay, Self::EstimatedTotal];

    const fn id(self) -> &'static str {
        match self {
            Self::NetDays => "forecast_net_days",
            Self::ShortNetDays => "forecast_short_net_days",
            Self::SickPay => "forecast_sick_pay",
            Self::EstimatedTotal => "forecast_estimated_total",
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::NetDays | Self::ShortNetDays => Unit::NetDays,
            Self::SickPay | Self::EstimatedTotal => Unit::Sek,
        }
    }

    fn of(self, month: &KnownMonth) -> Option<f64> {
        match self {
            Self::NetDays => Some(month.net_days),
            Self::ShortNetDays => month.short_net_days,
            Self::SickPay => month.sick_pay,
            Self::EstimatedTotal => month.estimated_total,
        }
    }

    /// `None` as well when the quantity lacks in a month of the year that is known otherwise: the months are not mixed.
    fn forecast(self, as_of: Month, months: &[KnownMonth]) -> Option<Forecast> {
        let lacks = |month: &KnownMonth| month.known && month.month.year() == as_of.year() && self.of(month).is_none();
        if months.iter().any(lacks) {
            return None;
        }
        let value = |month: &KnownMonth| (month.month, self.of(month).filter(|_| month.known));
        Forecast::of(&months.iter().map(value).collect::<Vec<_>>(), as_of)
    }

    fn view(self, forecast: &Forecast) -> ForecastValue {
        let year = forecast.year(&mut Silent, self.id(), self.unit());
        let at = |factor: f64| forecast.so_far + factor * (year - forecast.so_far);
        ForecastValue {
            so_far: forecast.so_far,
            year,
            low: forecast.factors.map(|(low, _)| at(low)),
            high: forecast.factors.map(|(_, high)| at(high)),
            year_before: forecast.year_before,
        }
    }
}

/// The calendar year of the as-of month. `months` are those of the data, in order.
pub(super) fn forecast_view(as_of: Month, months: &[KnownMonth], budget: Option<f64>) -> ForecastView {
    let net_days = Quantity::NetDays.forecast(as_of, months);
    let sick_pay = Quantity::SickPay.forecast(as_of, months);
    let value = |quantity: Quantity| quantity.forecast(as_of, months).map(|forecast| quantity.view(&forecast));
    let problem = BUDGET.problem(budget);
    let budget = budget.filter(|_| problem.is_none());
    let sick_pay_view = sick_pay.as_ref().map(|forecast| Quantity::SickPay.view(forecast));
    ForecastView {
        year: as_of.year(),
        basis: net_days.as_ref().map(|forecast| forecast.basis.into()),
        months_known: net_days.as_ref().map_or(0, Forecast::months_known),
        short_net_days: value(Quantity::ShortNetDays),
        estimated_total: value(Quantity::EstimatedTotal),
        months: net_days.as_ref().map(|net_days| months_of(as_of, net_days, sick_pay.as_ref())).unwrap_or_default(),
        trials: net_days.as_ref().map_or(0, |forecast| u32::try_from(forecast.trials).unwrap_or(u32::MAX)),
        budget,
        budget_difference: sick_pay_view.as_ref().zip(budget).map(|(sick_pay, budget)| sick_pay.year - budget),
        budget_problem: problem.map(Into::into),
        net_days: net_days.map(|forecast| Quantity::NetDays.view(&forecast)),
        sick_pay: sick_pay_view,
    }
}

/// A forecast with its steps; `None` for a name that is none of ours. Without steps where there is nothing to go by.
pub(super) fn explain(name: &str, as_of: Month, months: &[KnownMonth]) -> Option<Figure> {
    let quantity = Quantity::EXPLAINED.into_iter().find(|quantity| quantity.id() == name)?;
    let (id, unit) = (quantity.id(), quantity.unit());
    let Some(forecast) = quantity.forecast(as_of, months) else {
        return Some(Figure::missing(id, unit, Kind::Estimated, Vec::new()));
    };
    let mut steps = Steps::default();
    forecast.year(&mut steps, id, unit);
    let caveats: &[&'static str] = if forecast.basis == Basis::Rough { &["forecast_rough"] } else { &[] };
    Some(Figure::new(id, unit, Kind::Estimated, steps.0).with_caveats(caveats))
}

fn months_of(as_of: Month, net_days: &Forecast, sick_pay: Option<&Forecast>) -> Vec<ForecastMonth> {
    let january = Month::of(as_of.year(), 1);
    let known = net_days.known.iter().zip(&net_days.months).enumerate();
    (0..)
        .zip(known)
        .map(|(plus, (index, (known, days)))| ForecastMonth {
            month: january.plus(plus).to_string(),
            sick_pay: sick_pay.and_then(|forecast| forecast.months.get(index)).copied(),
            net_days: Some(*days),
            forecast: !known,
        })
        .collect()
}
