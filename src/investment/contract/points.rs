//! The numbers of saved days at which the results of a contract are worth showing, in a curve and in a table.

use super::{BreakEven, Contract, Party, Point, ROUNDING};
use crate::quantity::NetDays;

/// Why a point is worth showing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No day is saved.
    NothingSaved,
    /// The buyer breaks even.
    BuyerBreaksEven,
    /// The provider breaks even.
    ProviderBreaksEven,
    /// Both together break even.
    WholeBreaksEven,
    /// The outcome payment reaches its cap.
    Cap,
    /// The days that are expected.
    Expected,
}

impl Contract {
    /// The points worth showing, by days: every corner of every result, the days expected, and round numbers of days between and around
    /// them. Between two points next to each other every result is a straight line. Empty where nothing depends on any day.
    #[must_use]
    pub fn points(&self, expected: Option<NetDays>) -> Vec<(Point, Vec<Mark>)> {
        let at = |party| match self.break_even(party) {
            BreakEven::At(days) => Some(days),
            BreakEven::Always | BreakEven::Never => None,
        };
        let corners = [
            (Mark::NothingSaved, Some(NetDays::ZERO)),
            (Mark::BuyerBreaksEven, at(Party::Buyer)),
            (Mark::ProviderBreaksEven, at(Party::Provider)),
            (Mark::WholeBreaksEven, at(Party::Whole)),
            (Mark::Cap, self.cap_days()),
            (Mark::Expected, expected),
        ];
        let days = || corners.iter().filter_map(|(_, days)| Some((*days)?.0));
        let (lowest, highest) = (days().fold(0.0, f64::min), days().fold(0.0, f64::max));
        if lowest >= highest {
            return Vec::new();
        }
        let mut points = Points::default();
        let step = round_above((highest - lowest) / STEPS);
        let mut around = (lowest / step).floor() - 1.0;
        while (around - 1.0) * step <= highest {
            points.add(around * step, None);
            around += 1.0;
        }
        for (mark, days) in corners {
            if let Some(days) = days {
                points.add(days.0, Some(mark));
            }
        }
        points.0.into_iter().map(|(days, marks)| (self.at(NetDays(days)), marks)).collect()
    }
}

/// About so many round numbers of days lie between the corners.
const STEPS: f64 = 8.0;

/// The smallest of 1, 2, 5, 10, 20 … that is not below; those beyond any number of days that is accepted are not looked for.
fn round_above(value: f64) -> f64 {
    let mut unit = 1.0;
    while unit < 1e15 {
        for factor in [1.0, 2.0, 5.0] {
            if unit * factor >= value {
                return unit * factor;
            }
        }
        unit *= 10.0;
    }
    value
}

/// Numbers of days in order, each once.
#[derive(Default)]
struct Points(Vec<(f64, Vec<Mark>)>);

impl Points {
    fn add(&mut self, days: f64, mark: Option<Mark>) {
        let rounding = ROUNDING * (1.0 + days.abs());
        let index = self.0.iter().position(|(known, _)| *known > days - rounding).unwrap_or(self.0.len());
        match self.0.get_mut(index) {
            Some((known, marks)) if *known < days + rounding => marks.extend(mark),
            _ => self.0.insert(index, (days, mark.into_iter().collect())),
        }
    }
}
