//! The smallest effect that carries the cost: in days and per cent, of short absence, of long, of both alike, and along the line between.

use super::case::{Case, kronor, months, named, of_year};
use super::effects::Stream;
use crate::figure::{Form, Ledger, Operand, Silent, Unit};

impl Case {
    /// What the investment costs beyond what other streams than days save.
    pub(super) fn cost_left(&self, ledger: &mut dyn Ledger) -> Operand {
        let cost = kronor("cost", self.cost(ledger));
        let others = Self { effects: [None, None, self.effects[2], self.effects[3], self.effects[4], self.effects[5]], ..*self };
        let saved = others.highest_cost(ledger).unwrap_or(0.0);
        if saved == 0.0 {
            return cost;
        }
        let left = ledger.sum("cost_beyond", Unit::Sek, &[cost, kronor("saved_otherwise", saved).minus()]);
        let parts = [kronor("cost_beyond", left), kronor("nothing", 0.0)];
        kronor("cost_left", ledger.note("cost_left", Unit::Sek, Form::Greatest, &parts))
    }

    /// Fewer days needed over the horizon, if only they fall.
    pub(super) fn needed(&self, stream: Stream, ledger: &mut dyn Ledger) -> Option<f64> {
        let (step, value_id) = match stream {
            Stream::Long => ("needed_long_net_days", "value_long_day"),
            _ => ("needed_short_net_days", "value_short_day"),
        };
        let value = self.baseline.of(stream).1.filter(|value| value.0 > 0.0)?;
        let cost = self.cost_left(ledger);
        let value = Operand::new(value_id, value.0, Unit::SekPerDay).per();
        if self.is_simple() {
            return Some(ledger.product(step, Unit::NetDays, &[cost, value]));
        }
        let today = self.months(ledger);
        let reached = months("months_of_effect", self.profile.reached(self.clock.horizon));
        Some(ledger.product(step, Unit::NetDays, &[cost, value, reached, today.per()]))
    }

    /// Fewer short net days needed a year at full effect.
    #[must_use]
    pub fn needed_per_year(&self) -> Option<f64> {
        self.needed_a_year(Stream::Short, &mut Silent).filter(|value| value.is_finite())
    }

    pub(super) fn needed_a_year(&self, stream: Stream, ledger: &mut dyn Ledger) -> Option<f64> {
        let (step, over) = match stream {
            Stream::Long => ("needed_long_net_days_per_year", "needed_long_net_days"),
            _ => ("needed_short_net_days_per_year", "needed_short_net_days"),
        };
        let needed = Operand::new(over, self.needed(stream, ledger)?, Unit::NetDays);
        let reached = if self.is_simple() {
            months("horizon", self.clock.horizon)
        } else {
            months("months_of_effect", self.profile.reached(self.clock.horizon))
        };
        Some(ledger.product(step, Unit::NetDays, &[needed, of_year(), reached.per()]))
    }

    pub(super) fn needed_percent(&self, stream: Stream, id: &'static str, ledger: &mut dyn Ledger) -> Option<f64> {
        let (_, today_id, ..) = named(stream);
        let step = if stream == Stream::Long { "needed_long_net_days_per_year" } else { "needed_short_net_days_per_year" };
        let needed = Operand::new(step, self.needed_a_year(stream, ledger)?, Unit::NetDays);
        let today = Operand::new(today_id, self.baseline.of(stream).0.filter(|days| *days > 0.0)?, Unit::NetDays);
        Some(ledger.product(id, Unit::Percent, &[needed, today.per()]))
    }

    /// If short and long absence fall by the same share.
    pub(super) fn needed_both(&self, ledger: &mut dyn Ledger) -> Option<f64> {
        let cost = self.cost_left(ledger);
        let all = Self { effects: [Some(1.0), Some(1.0), None, None, None, None], ..*self };
        let saving = kronor("saving_of_all", all.highest_cost(ledger).filter(|saving| *saving > 0.0)?);
        Some(ledger.product("needed_both_percent", Unit::Percent, &[cost, saving.per()]))
    }

    /// All combinations of effects on short and long absence that break even lie on a line; its ends within what there is, as shares.
    #[must_use]
    pub fn break_even_line(&self) -> Vec<(f64, f64)> {
        let [short, long, ..] = self.whole();
        let cost = self.cost_left(&mut Silent).value;
        if short <= 0.0 || long <= 0.0 || cost <= 0.0 || cost > short + long {
            return Vec::new();
        }
        let ends = |one: f64, other: f64| if cost <= one { (cost / one, 0.0) } else { (1.0, (cost - one) / other) };
        let (at_short, at_long) = (ends(short, long), ends(long, short));
        vec![at_short, (at_long.1, at_long.0)]
    }
}
