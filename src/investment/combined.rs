//! Several investments at once. What one has taken away the other cannot save again: of the days that are left, each takes its share.
//!
//! So the saving of all is the sum of theirs, less what they would save twice: for each group of them, the product of their effects on the
//! days that they all are for, added and drawn off by turns.

use super::case::Case;
use super::effects::{Baseline, Stream};
use super::time::{Clock, Profile};

/// Whom an investment is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coverage {
    /// The unit, by its place in the list of units; everyone where there is none.
    pub unit: Option<usize>,
    /// The share of the staff there.
    pub share: f64,
}

/// A group of investments that are for the same days.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    members: Vec<usize>,
    /// What whole effects of all members would save twice in a month, by stream; negative where that must be given back.
    a_month: [f64; 6],
    /// Months in which all of them have effect, each worth what its year is worth today.
    months: f64,
    clock: Clock,
}

impl Overlap {
    /// What they would save twice at these effects, given case by case, followed by other values or not. The value of a day and the number
    /// of days, where they are given, are those of the first. When the effects come and go may be given otherwise than it was.
    #[must_use]
    pub fn saved_twice<const N: usize>(&self, effects: &[[f64; N]], profiles: Option<&[Profile]>) -> f64 {
        let of = |stream: usize| {
            self.members
                .iter()
                .map(|member| effects.get(*member).and_then(|effects| effects.get(stream)).copied().unwrap_or(0.0))
                .product::<f64>()
        };
        let first = self.members.first().and_then(|member| effects.get(*member));
        let factor = |at: usize| first.and_then(|values| values.get(at)).copied().unwrap_or(1.0);
        let (value, days) = (factor(7), factor(8));
        let worth = [value * days, value * days, days, 1.0, 1.0, 0.0];
        let a_month: f64 = self.a_month.iter().zip(worth).enumerate().map(|(stream, (twice, worth))| twice * worth * of(stream)).sum();
        let months = profiles.map_or(self.months, |profiles| at_once(self.clock, &self.members, |member| profiles.get(member)));
        a_month * months
    }
}

/// Months in which all members have effect at once.
fn at_once<'a>(clock: Clock, members: &[usize], profile: impl Fn(usize) -> Option<&'a Profile>) -> f64 {
    let mut months = 0.0;
    for year in clock.years() {
        let mut month = year.from;
        while month < year.to {
            let of = |member: &usize| profile(*member).map_or(0.0, |profile| profile.reached(month + 1.0) - profile.reached(month));
            months += members.iter().map(of).product::<f64>() * year.factor;
            month += 1.0;
        }
    }
    months
}

/// The groups of cases that are for the same days. `baseline` gives that of a unit, or of everyone.
#[must_use]
pub fn overlaps(cases: &[Case], covers: &[Coverage], baseline: &dyn Fn(Option<usize>) -> Baseline) -> Vec<Overlap> {
    let mut overlaps = Vec::new();
    let Some(clock) = cases.first().map(|case| case.clock) else { return overlaps };
    let count = cases.len().min(covers.len()).min(MOST);
    for group in 0_u32..1 << count {
        let members: Vec<usize> = (0..count).filter(|member| group >> member & 1 == 1).collect();
        if members.len() < 2 {
            continue;
        }
        let mut units = members.iter().filter_map(|member| covers[*member].unit);
        let unit = units.next();
        // Nobody works in two units.
        if units.any(|other| Some(other) != unit) {
            continue;
        }
        let share: f64 = members.iter().map(|member| covers[*member].share).product();
        let days = baseline(unit).of_share(share);
        let months = at_once(clock, &members, |member| cases.get(member).map(|case| &case.profile));
        let sign = if members.len().is_multiple_of(2) { 1.0 } else { -1.0 };
        let a_month = Stream::ALL.map(|stream| if stream.is_share() { sign * days.a_month(stream) } else { 0.0 });
        overlaps.push(Overlap { members, a_month, months, clock });
    }
    overlaps
}

/// So many investments can be looked at together.
pub const MOST: usize = 5;
