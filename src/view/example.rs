//! One spell as an example of who pays for which days: counted and priced as any other.

use std::collections::BTreeMap;

use super::model::{ExampleRow, ExampleSettings, ExampleView, PartiesView};
use super::period::Period;
use super::range::{EXAMPLE_DAYS, EXAMPLE_EXTENT, MONTHLY_PAY, Range};
use super::span::parties;
use crate::absence::{self, Basis, BegunEarlier, Sums};
use crate::cost::{self, Party, Prices};
use crate::quantity::{Date, Month, Sek, Share};
use crate::read::{NOT_RECORDED, Reading, SpellRecord};
use crate::rules::{self, RuleId};

const DAYS: f64 = 30.0;
const EXTENT: f64 = 100.0;

/// The spell that the settings describe.
struct Spell<'a> {
    from: Date,
    extent: Share,
    basis: Basis,
    prices: &'a Prices,
}

impl Spell<'_> {
    /// What its first days cost whom.
    fn first_days(&self, days: i32) -> Period {
        let to = self.from.plus(days - 1);
        let row = SpellRecord {
            print: 0,
            row: 1,
            person: 0,
            unit: 0,
            from: self.from,
            to,
            extent: self.extent,
            recorded: NOT_RECORDED,
            terms: NOT_RECORDED,
        };
        let statistics = absence::count(&Reading::of_spells(vec![row]), &Basis { as_of: Some(to), ..self.basis.clone() });
        let span = Some((self.from.month(), to.month()));
        Period::of(&statistics, &|month| (statistics.cell(0, month), Sums::default()), span, &[0], None, &|unit, month| {
            statistics.cell(unit, month)
        })
    }

    fn sum(&self, days: i32) -> PartiesView {
        parties(&self.first_days(days), self.prices)
    }
}

pub(super) fn example(settings: &ExampleSettings, basis: &Basis, prices: &Prices, pay: Option<f64>, as_of: Option<Date>) -> ExampleView {
    let mut problems = BTreeMap::new();
    let mut accepted = |id: &str, range: &Range, given: Option<f64>| {
        if let Some(problem) = range.problem(given) {
            problems.insert(id.to_string(), problem.to_string());
        }
        range.accepted(given)
    };
    let length = accepted("days", &EXAMPLE_DAYS, settings.days).unwrap_or(DAYS);
    let extent = accepted("extent", &EXAMPLE_EXTENT, settings.extent).unwrap_or(EXTENT);
    let monthly_pay = accepted("monthly_pay", &MONTHLY_PAY, settings.monthly_pay).or(pay);
    #[allow(clippy::cast_possible_truncation)]
    let days = length as i32;
    let (first, last) = rules::covered();
    let given = settings.from.as_deref().map(Date::from_iso);
    let fits = |from: &Date| *from >= first && from.plus(days - 1) <= last;
    match given {
        Some(None) => {
            problems.insert("from".into(), "not_a_date".into());
        }
        Some(Some(from)) if !fits(&from) => {
            problems.insert("from".into(), "outside_rules".into());
        }
        _ => {}
    }
    let year = as_of.unwrap_or(last).year();
    let by_default = (first.year()..=year).rev().map(first_monday).find(fits).unwrap_or(first);
    let from = given.flatten().filter(fits).unwrap_or(by_default);

    let prices = Prices { monthly_pay: monthly_pay.map(Sek), spells_known: true, ..prices.clone() };
    // The spell is known to begin where it does.
    let basis = Basis { begun_earlier: Some(BegunEarlier::StartsHere), ..basis.clone() };
    let spell = Spell { from, extent: Share::percent(extent), basis, prices: &prices };
    let whole = spell.first_days(days);
    let deduction = deduction(&whole, &prices);
    ExampleView {
        from: from.to_string(),
        to: from.plus(days - 1).to_string(),
        days: length,
        extent,
        monthly_pay,
        rows: rows(&spell, days, &prices),
        sum: parties(&whole, &prices),
        deduction,
        problems,
    }
}

/// What the waiting deduction, or the waiting day, took of the pay: sick pay of the days less what was paid.
fn deduction(whole: &Period, prices: &Prices) -> Option<f64> {
    let without = |stretch: &cost::Stretch| {
        let mut stretch = stretch.clone();
        stretch.sums.calculated.deduction = crate::absence::Sick::default();
        stretch.sums.calculated.waiting_day = crate::absence::Sick::default();
        stretch
    };
    let undrawn: Vec<cost::Stretch> = whole.years.iter().map(without).collect();
    let paid = cost::party(Party::Employer, &whole.years, prices).ok()?;
    Some(cost::party(Party::Employer, &undrawn, prices).ok()? - paid)
}

/// The days of sick pay, those with top-up, and those after; each what its days add.
fn rows(spell: &Spell, days: i32, prices: &Prices) -> Vec<ExampleRow> {
    let ends = [prices.rates.rules().whole(RuleId::SickPayPeriod), prices.rates.rules().whole(RuleId::TopUpLastDay), i32::MAX];
    let mut rows = Vec::new();
    let mut before: Option<PartiesView> = None;
    let mut from_day = 1;
    for end in ends {
        let to_day = end.min(days);
        if to_day < from_day {
            continue;
        }
        let until = spell.sum(to_day);
        let parties = before.as_ref().map_or_else(|| until.clone(), |before| difference(&until, before));
        rows.push(ExampleRow { from_day: from_day.unsigned_abs(), to_day: to_day.unsigned_abs(), parties });
        before = Some(until);
        from_day = to_day + 1;
    }
    rows
}

fn difference(until: &PartiesView, before: &PartiesView) -> PartiesView {
    let less = |until: Option<f64>, before: Option<f64>| until.zip(before).map(|(until, before)| until - before);
    PartiesView {
        pay_lost: less(until.pay_lost, before.pay_lost),
        employer: less(until.employer, before.employer),
        state: less(until.state, before.state),
        employee: less(until.employee, before.employee),
        missing: until.missing.clone(),
        unknown: None,
    }
}

/// The first Monday of a year.
fn first_monday(year: i16) -> Date {
    let new_year = Month::of(year, 1).first_day();
    (0..7).map(|days| new_year.plus(days)).find(|day| day.weekday() == 0).unwrap_or(new_year)
}
