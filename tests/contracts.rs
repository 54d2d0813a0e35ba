//! Outcome contracts: each file `tests/contracts/NAME.txt` holds what is agreed on, a line each, and `NAME.expected` what it gives.
//! Drop a file in and run with `UPDATE=1` to get its table; then check it by hand. And the laws that hold for any contract.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use barkraft::figure::Form;
use barkraft::investment::contract::{BreakEven, Contract, Mark, Party, Term};
use barkraft::quantity::{NetDays, Sek, Share};
use barkraft::view::{ContractSettings, ContractView, InvestmentSettings, Settings};
use proptest::prelude::*;

fn contracts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contracts");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|kind| kind == "txt"));
    files.sort();
    files
}

fn agreed(text: &str) -> (Contract, Option<NetDays>) {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut given: BTreeMap<&str, f64> =
        lines.map(|line| line.split_once(' ').unwrap()).map(|(id, value)| (id, value.parse().unwrap())).collect();
    let mut take = |id| given.remove(id);
    let contract = Contract {
        whole_cost: Sek(take("whole_cost").unwrap()),
        share: Share::percent(take("provider_share").unwrap()),
        own_cost: take("provider_cost").map(Sek),
        risk: Share::percent(take("risk").unwrap()),
        premium: Share::percent(take("premium").unwrap_or(0.0)),
        value: Sek(take("value_per_day").unwrap()),
        split: take("split").map(Share::percent),
    };
    let expected = take("days_saved").map(NetDays);
    assert!(given.is_empty(), "no setting: {given:?}");
    (contract, expected)
}

/// Rounded to a hundredth, never −0.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

fn written(contract: &Contract, expected: Option<NetDays>) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "price {}", number(contract.provider_price().0));
    let _ = writeln!(text, "activity payment {}", number(contract.at(NetDays::ZERO).activity.0));
    let _ = writeln!(text, "split {} %", number(contract.provider_split().as_percent()));
    let cap = contract.cap_days().map_or("by no number of days".to_owned(), |days| format!("at {} days", number(days.0)));
    let _ = writeln!(text, "highest outcome payment {}, {cap}", number(contract.highest_outcome().0));
    for party in Party::ALL {
        let at = match contract.break_even(party) {
            BreakEven::At(days) => format!("at {} days", number(days.0)),
            BreakEven::Always => "always".into(),
            BreakEven::Never => "never".into(),
        };
        let _ = writeln!(text, "{party:?} breaks even {at}");
    }
    let _ = writeln!(text, "\n{:>10} {:>12} {:>12} {:>12} {:>12}", "days", "outcome", "buyer", "provider", "whole");
    for (point, marks) in contract.points(expected) {
        let values = [point.outcome, point.buyer, point.provider, point.whole].map(|value| format!("{:>12}", number(value.0)));
        let marks: Vec<String> = marks.iter().map(|mark| format!("{mark:?}")).collect();
        let _ = writeln!(text, "{}", format!("{:>10} {}  {}", number(point.days.0), values.join(" "), marks.join(", ")).trim_end());
    }
    text
}

#[test]
fn every_contract_gives_what_was_checked_by_hand() {
    let update = std::env::var_os("UPDATE").is_some();
    let files = contracts();
    assert!(files.len() >= 10, "only {} contracts", files.len());
    let mut differing = Vec::new();
    for file in &files {
        let (contract, expected) = agreed(&std::fs::read_to_string(file).unwrap());
        let (found, golden) = (written(&contract, expected), file.with_extension("expected"));
        if update {
            std::fs::write(&golden, &found).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != found {
            differing.push(format!("{}\n{found}", file.display()));
        }
    }
    assert!(differing.is_empty(), "these give something else (UPDATE=1 rewrites):\n{}", differing.join("\n"));
}

fn seen(contract: ContractSettings) -> ContractView {
    let case = common::Simple { start: Some(60_000.0), effect_short: Some(10.0), ..Default::default() };
    let investment = InvestmentSettings { contract, ..case.into() };
    let settings = Settings { monthly_pay: Some(30_000.0), investment, ..Settings::default() };
    common::view(&common::spells(&["1;2024-03-04;2024-03-08;100", "2;2024-03-11;2024-03-15;100"]), &settings).investment.contract
}

#[test]
fn cost_value_and_days_are_those_of_the_case_until_the_user_says_otherwise_and_share_and_risk_are_asked_for() {
    let nothing = seen(ContractSettings::default());
    assert_eq!(nothing.missing, ["provider_share", "risk"]);
    assert_eq!(nothing.whole_cost, Some(60_000.0));
    // Ten days in one month are 120 a year; a tenth of them falls away.
    assert!((nothing.days_saved.unwrap() - 12.0).abs() < 1e-9);
    assert!(nothing.value_per_day.is_some_and(|value| value > 1_000.0));
    assert!(nothing.parties.is_empty() && nothing.points.is_empty() && nothing.price.is_none());
    assert_eq!(nothing.figures.unwrap()["contract_price"].missing, ["contract_provider_share", "contract_risk"]);

    let agreed = seen(ContractSettings { provider_share: Some(50.0), risk: Some(40.0), days_saved: Some(20.0), ..Default::default() });
    assert_eq!((agreed.price, agreed.activity_payment, agreed.highest_outcome), (Some(30_000.0), Some(18_000.0), Some(12_000.0)));
    assert_eq!((agreed.split, agreed.provider_cost, agreed.days_saved), (Some(20.0), Some(30_000.0), Some(20.0)));
    assert_eq!(agreed.expected.as_ref().map(|point| point.days), Some(20.0));
    let steps = &agreed.figures.unwrap()["contract_provider_result"].steps;
    let operands = || steps.iter().flat_map(|step| &step.operands);
    let given = |id: &str| operands().filter(|operand| operand.id == id).all(|operand| operand.given);
    assert!(given("contract_days_saved") && given("contract_risk") && !given("contract_value_per_day"));
}

#[test]
fn a_contract_is_about_the_first_investment_unless_another_is_named() {
    let cases =
        [60_000.0, 90_000.0].map(|start| InvestmentSettings::from(common::Simple { start: Some(start), ..Default::default() }).cases);
    let cost = |case: Option<u32>| {
        let investment = InvestmentSettings { cases: cases.concat(), shown: case, ..Default::default() };
        common::view("", &Settings { investment, ..Settings::default() }).investment.contract.whole_cost
    };
    assert_eq!([None, Some(0), Some(1), Some(2)].map(cost), [Some(60_000.0), Some(60_000.0), Some(90_000.0), None]);
}

#[test]
fn a_refused_value_is_not_used_and_the_reason_stands_with_the_bounds() {
    let refused = seen(ContractSettings { provider_share: Some(50.0), risk: Some(140.0), premium: Some(-1.0), ..Default::default() });
    assert_eq!(
        refused.problems.into_iter().collect::<Vec<_>>(),
        [("premium".to_owned(), "too_low".to_owned()), ("risk".to_owned(), "too_high".to_owned())]
    );
    assert_eq!((refused.missing, refused.premium), (vec!["risk".to_owned()], 0.0));
    assert_eq!((refused.limits["risk"].lowest, refused.limits["risk"].highest), (0.0, 100.0));
}

/// Contracts of every kind, also those that nobody would sign.
fn any_contract() -> impl Strategy<Value = Contract> {
    let share = || prop_oneof![3 => 0.0..1.0_f64, 1 => Just(0.0), 1 => Just(1.0)];
    let cost = || prop_oneof![4 => 0.0..20e6_f64, 1 => Just(0.0)];
    let value = prop_oneof![5 => 1.0..5_000.0_f64, 1 => Just(0.0)];
    (cost(), share(), prop::option::of(cost()), share(), share(), value, prop::option::of(share())).prop_map(
        |(cost, share, own_cost, risk, premium, value, split)| Contract {
            whole_cost: Sek(cost),
            share: Share(share),
            own_cost: own_cost.map(Sek),
            risk: Share(risk),
            premium: Share(premium),
            value: Sek(value),
            split: split.map(Share),
        },
    )
}

fn days() -> impl Strategy<Value = NetDays> {
    prop_oneof![4 => -2_000.0..20_000.0_f64, 1 => Just(0.0)].prop_map(NetDays)
}

/// Within a millionth of what is at stake.
fn close(left: f64, right: f64, contract: &Contract) -> bool {
    let scale = contract.whole_cost.0 + contract.provider_cost().0 + contract.highest_outcome().0 + left.abs().min(right.abs()) + 1.0;
    (left - right).abs() <= 1e-6 * scale
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_results_of_the_parties_sum_to_the_whole(contract in any_contract(), days in days()) {
        let point = contract.at(days);
        prop_assert!(close(point.buyer.0 + point.provider.0, point.whole.0, &contract), "{point:?}");
    }

    #[test]
    fn the_whole_is_the_value_of_the_days_less_the_investment_where_delivering_costs_the_price(contract in any_contract(), days in days()) {
        let contract = Contract { own_cost: None, ..contract };
        let whole = contract.at(days).whole.0;
        prop_assert!(close(whole, days.0 * contract.value.0 - contract.whole_cost.0, &contract), "{whole}");
    }

    #[test]
    fn the_outcome_payment_is_never_below_nothing_never_above_its_cap_and_never_falls_with_more_days(contract in any_contract(), days in days(), more in 0.0..5_000.0_f64) {
        let (now, then) = (contract.at(days).outcome, contract.at(NetDays(days.0 + more)).outcome);
        prop_assert!(now.0 >= 0.0 && now <= contract.highest_outcome() && now.0 <= then.0);
    }

    #[test]
    fn where_the_project_breaks_even_the_outcome_payment_is_the_price_at_risk(contract in any_contract()) {
        let contract = Contract { split: None, ..contract };
        prop_assume!(contract.value.0 > 0.0);
        let point = contract.at(NetDays(contract.whole_cost.0 / contract.value.0));
        let at_risk = contract.provider_price().0 * contract.risk.0;
        prop_assert!(close(point.outcome.0, at_risk, &contract), "{point:?}");
        prop_assert!(close(point.activity.0 + point.outcome.0, contract.provider_price().0, &contract));
    }

    #[test]
    fn a_break_even_put_back_in_gives_nothing_and_fewer_days_a_loss(contract in any_contract()) {
        for party in Party::ALL {
            let result = |days: f64| {
                let point = contract.at(NetDays(days));
                match party { Party::Buyer => point.buyer.0, Party::Provider => point.provider.0, Party::Whole => point.whole.0 }
            };
            match contract.break_even(party) {
                BreakEven::At(days) => {
                    prop_assert!(close(result(days.0), 0.0, &contract), "{party:?} at {days:?}: {}", result(days.0));
                    prop_assert!(result(days.0 - 1.0) <= 1e-6 * (1.0 + contract.whole_cost.0));
                }
                BreakEven::Always => prop_assert!([-1e6, 0.0, 1e6].iter().all(|days| result(*days) >= -1e-6 * (1.0 + contract.whole_cost.0))),
                BreakEven::Never => prop_assert!([-1e6, 0.0, 1e6].iter().all(|days| result(*days) < 0.0), "{party:?}"),
            }
        }
    }

    #[test]
    fn points_stand_in_order_and_results_are_straight_between_them(contract in any_contract(), expected in prop::option::of(days())) {
        let points = contract.points(expected);
        for pair in points.windows(2) {
            let ((left, _), (right, _)) = (&pair[0], &pair[1]);
            prop_assert!(left.days.0 < right.days.0);
            let middle = contract.at(NetDays(f64::midpoint(left.days.0, right.days.0)));
            prop_assert!(close(middle.buyer.0, f64::midpoint(left.buyer.0, right.buyer.0), &contract), "{left:?} {right:?}");
            prop_assert!(close(middle.provider.0, f64::midpoint(left.provider.0, right.provider.0), &contract), "{left:?} {right:?}");
        }
        prop_assert!(points.len() < 40);
        let marked = |mark| points.iter().filter(|(_, marks)| marks.contains(&mark)).count();
        if !points.is_empty() {
            prop_assert_eq!(marked(Mark::NothingSaved), 1);
            prop_assert_eq!(marked(Mark::Expected), usize::from(expected.is_some()));
            prop_assert_eq!(marked(Mark::Cap), usize::from(contract.cap_days().is_some()));
        }
    }

    #[test]
    fn every_answer_is_the_result_of_its_steps_and_says_each_once(contract in any_contract(), expected in days()) {
        for term in Term::ALL {
            let figure = contract.explain(term, Some(expected));
            for (index, step) in figure.steps.iter().enumerate() {
                prop_assert!(close(step.worked_out(), step.result, &contract));
                prop_assert!(figure.steps.iter().position(|other| other.id == step.id) == Some(index));
                prop_assert!(step.form == Form::Sum || !step.operands.is_empty());
                for operand in &step.operands {
                    let earlier = figure.steps[..index].iter().find(|earlier| earlier.id == operand.id);
                    prop_assert!(earlier.is_none_or(|earlier| close(earlier.result.abs(), operand.value.abs(), &contract)), "{}", operand.id);
                }
            }
        }
        let value = |term| contract.explain(term, Some(expected)).value();
        prop_assert_eq!(value(Term::Result(Party::Buyer)), Some(contract.at(expected).buyer.0));
        prop_assert_eq!(value(Term::CapDays), contract.cap_days().map(|days| days.0));
        prop_assert_eq!(contract.explain(Term::Outcome, None).missing, vec!["contract_days_saved"]);
    }
}
