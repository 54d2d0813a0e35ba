//! Investments: closed forms and laws of the answers, of what they hang on, and of the draws.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::float_cmp)] // a shape with whole corners

mod common;

use barkraft::investment::{
    Answer, Baseline, Case, Clock, Costs, Coverage, Input, Profile, Scenario, Shape, Simulation, Spread, Stream, Uncertain, overlaps,
};
use barkraft::quantity::{Hours, NetDays, Sek, Share};
use barkraft::view::{
    self, CaseSettings, CaseView, EffectUnit, EstimateSettings, FigureView, InvestmentSettings, Method, Perspective, Settings, Simulated,
    UncertainInput, Verdict,
};
use common::{checkable, close, settings, view};
use proptest::prelude::*;

/// 1 000 short days at 2 000 kr and 500 long ones at 400 kr a year.
const WORKPLACE: Baseline = Baseline {
    short: Some(NetDays(1_000.0)),
    long: Some(NetDays(500.0)),
    spells: Some(300.0),
    value_short: Some(Sek(2_000.0)),
    value_long: Some(Sek(400.0)),
    value_spell: None,
    replacement: None,
    production: None,
    value_leaver: None,
    employees: Some(100.0),
};

/// Costs so much at the start, and takes away a tenth of the short days: 200 000 kr a year.
fn tenth(cost: f64, horizon: f64) -> Case {
    Case {
        costs: Costs { start: Sek(cost), ..Costs::default() },
        baseline: WORKPLACE,
        effects: [Some(0.1), None, None, None, None, None],
        clock: Clock { horizon, discount: 0.0 },
        ..Case::default()
    }
}

fn spread(input: Input, low: f64, base: f64, high: f64, shape: Shape) -> Spread {
    Spread { input, low, base, high, shape, assumed: false }
}

fn drawn(case: &Case, spreads: Vec<Spread>, draws: u32) -> barkraft::investment::Outcome {
    let mut simulation = Simulation::new(&[Uncertain { case: *case, spreads }], Vec::new(), draws, 7);
    assert_eq!(simulation.work(draws), 1.0);
    simulation.outcomes().remove(0)
}

// --- time ---

#[test]
fn savings_of_later_years_are_discounted_year_by_year() {
    let case = Case { clock: Clock { horizon: 36.0, discount: 0.03 }, ..tenth(400_000.0, 36.0) };
    let expected = 200_000.0 * (1.0 + 1.0 / 1.03 + 1.0 / 1.03 / 1.03) - 400_000.0;
    close(case.answer(Answer::Result), expected, 1e-6);
    // Within the first year nothing is.
    let short = Case { clock: Clock { horizon: 12.0, discount: 0.03 }, ..case };
    close(short.answer(Answer::Result), -200_000.0, 1e-6);
}

#[test]
fn an_effect_that_comes_late_and_fades_saves_the_area_beneath_it() {
    // Nothing for 3 months, growing for 6, full for 9, fading for 4: 3 + 9 + 2 months of full effect.
    let profile = Profile { delay: 3.0, ramp: 6.0, duration: 9.0, fading: 4.0 };
    let case = Case { profile, ..tenth(0.0, 36.0) };
    close(case.answer(Answer::HighestCost), 200_000.0 / 12.0 * 14.0, 1e-6);
    close(Some(case.saved_net_days()), 100.0 / 12.0 * 14.0, 1e-9);
}

#[test]
fn running_costs_grow_and_are_discounted() {
    let costs =
        Costs { start: Sek(0.0), monthly: Sek(1_000.0), yearly: Sek(5_000.0), growth: Share(0.1), months: 18.0, ..Costs::default() };
    let case = Case { costs, clock: Clock { horizon: 36.0, discount: 0.25 }, ..tenth(0.0, 36.0) };
    let expected = 12_000.0 + 5_000.0 + (6_000.0 + 5_000.0) * 1.1 / 1.25;
    close(case.answer(Answer::Cost), expected, 1e-6);
    let last = *case.course(Sek(0.0), 36.0).last().unwrap();
    close(Some(last.cost.0), expected, 1e-6);
}

#[test]
fn those_who_take_part_are_paid_meanwhile() {
    let costs = Costs {
        start: Sek(10_000.0),
        per_employee: Sek(500.0),
        hours: Hours(8.0),
        hours_monthly: Hours(1.0),
        participants: 20.0,
        hourly_cost: Sek(300.0),
        months: 6.0,
        ..Costs::default()
    };
    let case = Case { costs, ..tenth(0.0, 12.0) };
    close(case.answer(Answer::Cost), 10_000.0 + 20.0 * 500.0 + 20.0 * 8.0 * 300.0 + 6.0 * 20.0 * 300.0, 1e-6);
}

#[test]
fn what_is_lost_by_waiting_a_year_is_the_last_years_saving() {
    close(tenth(100_000.0, 24.0).answer(Answer::Waiting), 200_000.0, 1e-6);
    // With one year only, waiting is not doing it.
    let year = tenth(150_000.0, 12.0);
    assert_eq!(year.answer(Answer::Waiting), year.answer(Answer::Result));
}

#[test]
fn payback_comes_when_the_delay_has_passed_and_the_cost_is_saved() {
    close(tenth(100_000.0, 12.0).answer(Answer::Payback), 6.0, 1e-9);
    let late = Case { profile: Profile { delay: 5.0, ..Profile::default() }, ..tenth(100_000.0, 24.0) };
    close(late.answer(Answer::Payback), 11.0, 1e-9);
    let fades = Case { profile: Profile { duration: 5.0, ..Profile::default() }, ..tenth(100_000.0, 24.0) };
    assert_eq!(fades.answer(Answer::Payback), None);
}

// --- what is needed ---

#[test]
fn spells_that_hold_no_days_are_not_asked_for() {
    // A day of illness when nobody works is a spell, and no net day.
    let spells = Baseline { short: Some(NetDays(0.0)), long: Some(NetDays(0.0)), spells: Some(3.0), ..WORKPLACE };
    let figure = Case { baseline: spells, ..tenth(50_000.0, 12.0) }.explain(Answer::NeededSpells);
    assert_eq!((figure.value(), figure.missing), (None, vec!["days_per_spell"]));
}

#[test]
fn an_effect_that_has_no_time_to_come_is_said_to_have_none() {
    let late = Profile { delay: 12.0, ..Profile::default() };
    for effects in [[None; 6], tenth(0.0, 12.0).effects] {
        let case = Case { profile: late, effects, ..tenth(50_000.0, 12.0) };
        assert_eq!((case.verdict(), case.answer(Answer::NeededPercent)), (barkraft::investment::Verdict::NoTime, None));
        assert_eq!(case.explain(Answer::NeededPercent).missing, ["months_of_effect"]);
    }
}

#[test]
fn what_lacks_something_again_was_not_paid_back() {
    // 10 000 kr a month, and 12 000 kr saved in each of the first six.
    let costs = Costs { monthly: Sek(10_000.0), ..Costs::default() };
    let baseline = Baseline { short: Some(NetDays(120.0)), value_short: Some(Sek(12_000.0)), ..WORKPLACE };
    let profile = Profile { duration: 6.0, ..Profile::default() };
    let case = Case { costs, baseline, profile, ..tenth(0.0, 12.0) };
    close(case.answer(Answer::Result), -48_000.0, 1e-6);
    assert_eq!(case.answer(Answer::Payback), None);
    // Within six months it is never behind.
    let clock = Clock { horizon: 6.0, discount: 0.0 };
    close(Case { clock, ..case }.answer(Answer::Payback), 0.0, 0.0);
    // 120 000 kr a year, 10 500 kr saved a month: ahead by the end of each year, and behind again when the next is paid.
    let costs = Costs { yearly: Sek(120_000.0), ..Costs::default() };
    let baseline = Baseline { short: Some(NetDays(120.0)), value_short: Some(Sek(10_500.0)), ..WORKPLACE };
    let case = Case { costs, baseline, ..tenth(0.0, 18.0) };
    close(case.answer(Answer::Result), -51_000.0, 1e-6);
    assert!(case.answer(Answer::Payback).unwrap() > 200.0, "for good only when the surplus of the years covers one of them");
}

#[test]
fn short_and_long_absence_break_even_along_a_line() {
    let case = tenth(500_000.0, 12.0);
    // All short days are worth 2 million, all long ones 200 000.
    let line = case.break_even_line();
    assert_eq!(line, [(0.25, 0.0), (0.15, 1.0)]);
    for (short, long) in line {
        let at = Case { effects: [Some(short), Some(long), None, None, None, None], ..case };
        close(at.answer(Answer::Result), 0.0, 1e-6);
    }
    close(case.answer(Answer::NeededLongPercent), 250.0, 1e-9);
    close(case.answer(Answer::NeededBothPercent), 500_000.0 / 2_200_000.0 * 100.0, 1e-9);
    // 1 000 short days in 300 spells: 250 of them are 75 spells.
    close(case.answer(Answer::NeededSpells), 75.0, 1e-9);
}

#[test]
fn what_is_saved_otherwise_need_not_be_saved_in_days() {
    let baseline = Baseline { value_leaver: Some(Sek(150_000.0)), production: Some(Sek(500_000.0)), ..WORKPLACE };
    let case = Case { baseline, effects: [None, None, None, None, Some(0.1), Some(1.0)], ..tenth(300_000.0, 12.0) };
    close(case.answer(Answer::HighestCost), 200_000.0, 1e-6);
    close(case.answer(Answer::NeededShortNetDays), 50.0, 1e-9);
}

// --- what it hangs on ---

#[test]
fn the_switching_values_have_closed_forms() {
    // Saves 200 000 kr a year for two years, costs 300 000.
    let case = tenth(300_000.0, 24.0);
    let switching = |input, low, base, high| {
        let uncertain = Uncertain { case: case.with(input, base), spreads: Vec::new() };
        uncertain.switching(&spread(input, low, base, high, Shape::Triangle))
    };
    close(switching(Input::Effect(Stream::Short), 0.0, 0.1, 0.2), 0.075, 1e-12);
    close(switching(Input::Cost, 0.8, 1.0, 1.2), 4.0 / 3.0, 1e-12);
    close(switching(Input::Value, 0.8, 1.0, 1.2), 0.75, 1e-12);
    close(switching(Input::Days, 0.8, 1.0, 1.2), 0.75, 1e-12);
    close(switching(Input::Delay, 0.0, 2.0, 4.0), 6.0, 1e-9);
    close(switching(Input::Duration, 10.0, 20.0, 24.0), 18.0, 1e-9);
    // 200 000 + 200 000 / (1 + rate) = 300 000 at a rate of 100 %.
    close(switching(Input::Discount, 0.0, 0.03, 0.05), 1.0, 1e-9);
    // No long day falls away at any value of … an effect on long absence beyond all of it.
    let dear = Uncertain { case: tenth(5_000_000.0, 24.0), spreads: Vec::new() };
    assert_eq!(dear.switching(&spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.2, Shape::Triangle)), None);
}

#[test]
fn the_input_that_matters_most_comes_first() {
    let spreads = vec![
        spread(Input::Cost, 0.9, 1.0, 1.1, Shape::Triangle),
        spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.15, Shape::Triangle),
        spread(Input::Value, 0.8, 1.0, 1.2, Shape::Triangle),
    ];
    let bars = Uncertain { case: tenth(300_000.0, 24.0), spreads }.bars();
    let swings: Vec<(&str, f64)> = bars.iter().map(|bar| (bar.spread.input.id(), bar.swing().round())).collect();
    assert_eq!(swings, [("effect_short", 600_000.0), ("value", 160_000.0), ("cost", 60_000.0)]);
    assert_eq!((bars[0].at_low.0, bars[0].at_high.0.round()), (-300_000.0, 300_000.0));
}

#[test]
fn the_low_scenario_takes_every_input_at_its_worst() {
    let spreads =
        vec![spread(Input::Cost, 0.9, 1.0, 1.2, Shape::Triangle), spread(Input::Effect(Stream::Short), 0.05, 0.1, 0.15, Shape::Triangle)];
    let uncertain = Uncertain { case: tenth(100_000.0, 12.0), spreads };
    let result = |scenario| uncertain.scenario(scenario).answer(Answer::Result).unwrap().round();
    assert_eq!([Scenario::Low, Scenario::Base, Scenario::High].map(result), [-20_000.0, 100_000.0, 210_000.0]);
}

#[test]
fn more_absence_is_good_only_for_what_lowers_it() {
    // Between 10 % more and 20 % less of days worth 2 million.
    let spreads = vec![
        spread(Input::Value, 0.8, 1.0, 1.2, Shape::Triangle),
        spread(Input::Effect(Stream::Short), -0.1, -0.05, 0.2, Shape::Triangle),
        spread(Input::Days, 0.8, 1.0, 1.2, Shape::Triangle),
    ];
    let uncertain = Uncertain { case: Case { effects: [Some(-0.05), None, None, None, None, None], ..tenth(0.0, 12.0) }, spreads };
    let result = |scenario| uncertain.scenario(scenario).answer(Answer::Result);
    close(result(Scenario::Low), -0.1 * 1.44 * 2e6, 1e-6);
    close(result(Scenario::High), 0.2 * 1.44 * 2e6, 1e-6);
}

#[test]
fn a_normal_draw_never_takes_away_more_than_there_is() {
    let effect = spread(Input::Effect(Stream::Short), 0.2, 0.9, 1.0, Shape::Normal);
    let mut random = barkraft::random::Random::new(7);
    let draws: Vec<f64> = (0..1_000).map(|_| effect.draw(&mut random)).collect();
    assert!(draws.iter().all(|draw| *draw <= 1.0) && draws.contains(&1.0) && draws.iter().any(|draw| *draw < 0.2));
}

#[test]
fn what_never_has_effect_at_once_is_not_saved_twice() {
    // One halves the days now, the other at some time; what they save twice follows when.
    let half = Case { effects: [Some(0.5), None, None, None, None, None], ..tenth(0.0, 12.0) };
    let later = |delay: f64| Case { profile: Profile { delay, ..Profile::default() }, ..half };
    let all = Coverage { unit: None, share: 1.0 };
    let twice = |other: Case, profiles: Option<&[Profile]>| {
        let found = overlaps(&[half, other], &[all, all], &|_| WORKPLACE);
        found.iter().map(|overlap| overlap.saved_twice(&[half.effects.map(Option::unwrap_or_default); 2], profiles)).sum::<f64>()
    };
    close(Some(twice(later(0.0), None)), 500_000.0, 1e-6);
    close(Some(twice(later(6.0), None)), 250_000.0, 1e-6);
    close(Some(twice(later(0.0), Some(&[half.profile, later(12.0).profile]))), 0.0, 1e-6);
}

#[test]
fn the_map_breaks_even_where_the_two_inputs_do() {
    let spreads =
        vec![spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.2, Shape::Triangle), spread(Input::Cost, 0.5, 1.0, 1.5, Shape::Triangle)];
    let map = Uncertain { case: tenth(200_000.0, 12.0), spreads }.map(Input::Effect(Stream::Short), Input::Cost).unwrap();
    assert_eq!((map.across.len(), map.down.len()), (21, 21));
    close(Some(map.results[0][20]), 400_000.0 - 100_000.0, 1e-6);
    assert!(map.line.len() > 5);
    // The cost that is carried is ten times the effect, as a share of 200 000.
    assert!(map.line.iter().all(|(effect, cost)| (effect * 10.0 - cost).abs() < 1e-9), "{:?}", map.line);
}

// --- draws ---

const MANY: u32 = 200_000;

#[test]
fn draws_with_no_spread_give_the_base_case() {
    let case = tenth(150_000.0, 24.0);
    let at = spread(Input::Effect(Stream::Short), 0.1, 0.1, 0.1, Shape::Triangle);
    let outcome = drawn(&case, vec![at], 100);
    let base = case.answer(Answer::Result).unwrap();
    close(Some(outcome.mean.0), base, 1e-6);
    assert!(outcome.percentiles.iter().all(|result| (result.0 - base).abs() < 1e-6));
    assert_eq!((outcome.carries, outcome.knowing.0), (1.0, 0.0));
    assert_eq!(outcome.classes.len(), 1);
}

#[test]
fn the_probability_of_a_triangle_is_its_area() {
    // The effect lies between 0 and 0.2 around 0.1; the cost is carried from 0.15 on: the last eighth of the area.
    let outcome = drawn(&tenth(300_000.0, 12.0), vec![spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.2, Shape::Triangle)], MANY);
    close(Some(outcome.carries), 0.125, 0.003);
    close(Some(outcome.mean.0), -100_000.0, 1_000.0);
}

#[test]
fn perfect_information_about_a_symmetric_triangle_is_worth_a_sixth_of_its_half_width() {
    // The result lies between −200 000 and 200 000 around 0.
    let outcome = drawn(&tenth(200_000.0, 12.0), vec![spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.2, Shape::Triangle)], MANY);
    close(Some(outcome.knowing.0), 200_000.0 / 6.0, 600.0);
    // With one input, knowing it is knowing everything.
    close(Some(outcome.drivers[0].knowing.0), outcome.knowing.0, 1e-3);
    close(Some(outcome.drivers[0].share_of_variance), 1.0, 1e-6);
}

#[test]
fn an_interval_of_95_per_cent_leaves_a_fortieth_on_each_side() {
    // Carried from 0.15 on, the upper bound; and in two unlike halves from the lower bound, 0.02.
    let upper = drawn(&tenth(300_000.0, 12.0), vec![spread(Input::Effect(Stream::Short), 0.02, 0.1, 0.15, Shape::Normal)], MANY);
    close(Some(upper.carries), 0.025, 0.0015);
    let lower = drawn(&tenth(40_000.0, 12.0), vec![spread(Input::Effect(Stream::Short), 0.02, 0.1, 0.15, Shape::Normal)], MANY);
    close(Some(lower.carries), 0.975, 0.0015);
}

#[test]
fn perfect_information_about_a_normal_result_around_nothing_is_worth_its_deviation_over_the_root_of_two_pi() {
    let outcome = drawn(&tenth(200_000.0, 12.0), vec![spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.2, Shape::Normal)], MANY);
    let deviation = 200_000.0 / 1.959_963_984_540_054;
    close(Some(outcome.knowing.0), deviation / (2.0 * std::f64::consts::PI).sqrt(), 500.0);
}

#[test]
fn the_doubt_is_shared_out_as_the_variances_are() {
    // The result moves twice as far with the effect as with the cost: four times the variance.
    let spreads =
        vec![spread(Input::Effect(Stream::Short), 0.05, 0.1, 0.15, Shape::Triangle), spread(Input::Cost, 0.75, 1.0, 1.25, Shape::Triangle)];
    let outcome = drawn(&tenth(200_000.0, 12.0), spreads, MANY);
    let shares: Vec<(&str, f64)> = outcome.drivers.iter().map(|driver| (driver.input.id(), driver.share_of_variance)).collect();
    assert_eq!([shares[0].0, shares[1].0], ["effect_short", "cost"]);
    close(Some(shares[0].1), 0.8, 0.01);
    close(Some(shares[1].1), 0.2, 0.01);
}

#[test]
fn draws_in_goes_are_the_draws_at_once_and_a_seed_gives_the_same() {
    let cases = [Uncertain {
        case: tenth(200_000.0, 24.0),
        spreads: vec![
            spread(Input::Effect(Stream::Short), 0.0, 0.1, 0.2, Shape::Normal),
            spread(Input::Delay, 0.0, 0.0, 9.0, Shape::Triangle),
        ],
    }];
    let all_at_once = |seed| {
        let mut simulation = Simulation::new(&cases, Vec::new(), 1_000, seed);
        simulation.work(1_000);
        simulation.outcomes()
    };
    let mut in_goes = Simulation::new(&cases, Vec::new(), 1_000, 7);
    let mut done = 0.0;
    while done < 1.0 {
        done = in_goes.work(137);
    }
    assert_eq!(in_goes.outcomes(), all_at_once(7));
    assert_ne!(in_goes.outcomes(), all_at_once(8));
}

#[test]
fn every_draw_is_what_the_case_gives_at_those_values() {
    // With bounds that lie on top of each other, the flat formula of the draws is the case's own.
    let profile = Profile { delay: 2.0, ramp: 3.0, duration: 15.0, fading: 5.0 };
    let baseline = Baseline {
        value_spell: Some(Sek(800.0)),
        replacement: Some(Sek(90_000.0)),
        production: Some(Sek(70_000.0)),
        value_leaver: Some(Sek(150_000.0)),
        ..WORKPLACE
    };
    let case = Case {
        profile,
        baseline,
        effects: [Some(0.1), Some(-0.05), Some(0.2), Some(0.3), Some(0.1), Some(0.5)],
        clock: Clock { horizon: 30.0, discount: 0.04 },
        ..tenth(120_000.0, 30.0)
    };
    for (input, value) in [
        (Input::Effect(Stream::Short), 0.2),
        (Input::Effect(Stream::Leavers), 2.0),
        (Input::Cost, 1.3),
        (Input::Value, 0.7),
        (Input::Days, 1.4),
        (Input::Delay, 7.0),
        (Input::Duration, 4.0),
    ] {
        let outcome = drawn(&case, vec![spread(input, value, value, value, Shape::Triangle)], 3);
        close(Some(outcome.mean.0), case.with(input, value).answer(Answer::Result).unwrap(), 1e-6);
    }
}

/// The very bits that tests/wasm.rs finds in the browser. `UPDATE=1` writes them anew.
#[test]
fn draws_are_the_same_on_every_machine() {
    let paste = "Månad;Sjukdagar dag 1-14;Sjukdagar dag 15-\n2023-06;833;500\n";
    let bounded = |low, base, high| EstimateSettings { low, base: Some(base), high };
    let case = CaseSettings {
        start: Some(3_000_000.0),
        effect_short: bounded(Some(0.0), 10.0, Some(20.0)),
        delay: bounded(None, 1.0, Some(9.0)),
        shape: Some(view::Shape::Normal),
        ..CaseSettings::default()
    };
    let settings = Settings { method: Some(Method::Ki), ..asked(case) };
    let mut simulated = Simulated::new(&ground(paste, &settings), &settings, 10_000, 2018).unwrap();
    simulated.work(10_000);
    let outcome = simulated.view().outcomes.remove(0);
    let told = [outcome.carries, outcome.mean, outcome.low, outcome.high, outcome.knowing].map(f64::to_bits);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/draws.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, format!("{told:?}\n")).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), format!("{told:?}\n"));
    assert!((20.0..60.0).contains(&outcome.carries), "{}", outcome.carries);
}

// --- several at once ---

#[test]
fn two_that_halve_the_same_days_take_three_quarters() {
    let half = Case { effects: [Some(0.5), None, None, None, None, None], ..tenth(0.0, 12.0) };
    let all = Coverage { unit: None, share: 1.0 };
    let twice = |covers: &[Coverage]| {
        let found = overlaps(&[half, half], covers, &|_| WORKPLACE);
        found.iter().map(|overlap| overlap.saved_twice(&[[0.5, 0.0], [0.5, 0.0]], None)).sum::<f64>()
    };
    close(Some(twice(&[all, all])), 500_000.0, 1e-6);
    // Half of the staff each, by chance: a quarter of them have both.
    close(Some(twice(&[Coverage { share: 0.5, ..all }; 2])), 125_000.0, 1e-6);
    // In two units nobody has both.
    assert_eq!(twice(&[Coverage { unit: Some(0), share: 1.0 }, Coverage { unit: Some(1), share: 1.0 }]), 0.0);
}

#[test]
fn three_that_halve_the_same_days_take_seven_eighths() {
    let half = Case { effects: [Some(0.5), None, None, None, None, None], ..tenth(0.0, 12.0) };
    let found = overlaps(&[half; 3], &[Coverage { unit: None, share: 1.0 }; 3], &|_| WORKPLACE);
    let twice: f64 = found.iter().map(|overlap| overlap.saved_twice(&[[0.5, 0.0]; 3], None)).sum();
    close(Some(3.0 * 1_000_000.0 - twice), 1_750_000.0, 1e-6);
}

// --- through the view ---

const MONTHS: &str = "Enhet;Månad;Kort tim;Lång tim;Anställda\nA;2023-06;800;400;10\nB;2023-06;1600;0;30\n";

/// What investments in a pasted workplace rest on.
fn ground(paste: &str, settings: &Settings) -> barkraft::investment::Ground {
    let reading = barkraft::read::read(paste.as_bytes(), &barkraft::read::Choices::default());
    view::ground(&barkraft::absence::count(&reading, &view::basis(settings)), settings)
}

fn asked(case: CaseSettings) -> Settings {
    asked_of(vec![case])
}

fn asked_of(cases: Vec<CaseSettings>) -> Settings {
    let investment = InvestmentSettings { cases, discount: Some(0.0), ..InvestmentSettings::default() };
    Settings { method: Some(Method::RuleOfThumb), investment, ..settings(30_000.0) }
}

fn seen(case: CaseSettings) -> CaseView {
    view(MONTHS, &asked(case)).investment.cases.remove(0)
}

fn effect(base: f64) -> EstimateSettings {
    EstimateSettings { base: Some(base), ..EstimateSettings::default() }
}

#[test]
fn an_effect_in_a_small_group_is_not_spread_over_all() {
    let all = seen(CaseSettings { start: Some(1_000.0), effect_short: effect(10.0), ..CaseSettings::default() });
    let unit = seen(CaseSettings { unit: Some("A".into()), start: Some(1_000.0), effect_short: effect(10.0), ..CaseSettings::default() });
    let quarter = seen(CaseSettings { share: Some(25.0), start: Some(1_000.0), effect_short: effect(10.0), ..CaseSettings::default() });
    // One month of 2 400 short hours; of these unit A has a third. Twelve months of it.
    close(all.saved_net_days, 360.0, 1e-9);
    close(unit.saved_net_days, 120.0, 1e-9);
    close(quarter.saved_net_days, 90.0, 1e-9);
    assert_eq!((all.participants, unit.participants, quarter.participants), (Some(40.0), Some(10.0), Some(10.0)));
}

#[test]
fn production_loss_in_a_unit_is_that_of_its_part_of_the_employees() {
    let saved = |unit: Option<&str>| {
        let case =
            CaseSettings { start: Some(1.0), effect_production: effect(100.0), unit: unit.map(Into::into), ..CaseSettings::default() };
        let mut settings = asked(case);
        settings.production.include = true;
        settings.production.before.health_affected = Some(20.0);
        settings.production.before.health_effect = Some(5.0);
        view(MONTHS, &settings).investment.cases.remove(0).highest_cost.unwrap()
    };
    // Ten of forty work in A.
    close(Some(saved(Some("A"))), saved(None) / 4.0, 1e-6);
}

#[test]
fn an_effect_in_days_per_employee_is_a_share_of_those_there_are() {
    let case = CaseSettings {
        effect_unit: Some(EffectUnit::DaysPerEmployee),
        effect_short: effect(9.0),
        start: Some(1.0),
        ..CaseSettings::default()
    };
    // 40 employees with 3 600 short days a year: nine days each are a tenth.
    close(seen(case).effect_short, 10.0, 1e-9);
}

#[test]
fn what_cannot_be_is_refused_and_not_taken_for_something_else() {
    let problem = |case: CaseSettings, id: &str| seen(case).problems.get(id).cloned().unwrap_or_default();
    let days = |effect_long| CaseSettings { effect_long, effect_unit: Some(EffectUnit::DaysPerEmployee), ..CaseSettings::default() };
    // 400 long hours in a month, of forty people, are 15 days of each in a year.
    assert_eq!(problem(days(effect(40.0)), "effect_long"), "more_than_all");
    assert_eq!(problem(days(effect(0.1)), "effect_long"), "");
    let bounds = |base| EstimateSettings { low: Some(2.0), base, high: Some(6.0) };
    assert_eq!(problem(CaseSettings { delay: bounds(None), ..CaseSettings::default() }, "delay"), "needs_base");
    assert_eq!(problem(CaseSettings { delay: bounds(Some(4.0)), ..CaseSettings::default() }, "delay"), "");
    // What is refused counts neither together with others, nor in draws, nor in a contract.
    let good = CaseSettings { start: Some(1_000.0), effect_short: effect(10.0), ..CaseSettings::default() };
    let bad = CaseSettings { unit: Some("nowhere".into()), ..good.clone() };
    let mut settings = asked_of(vec![good.clone(), bad, good]);
    let investment = view(MONTHS, &settings).investment;
    assert_eq!(investment.combined.map(|all| all.cases), Some(2));
    assert_eq!(Simulated::new(&ground(MONTHS, &settings), &settings, 10, 1).unwrap().view().cases, [0, 2]);
    settings.investment.shown = Some(1);
    assert_eq!(view(MONTHS, &settings).investment.contract.whole_cost, None);
}

#[test]
fn a_unit_without_a_department_is_not_taken_for_one_of_the_same_name() {
    let paste = "Förvaltning;Enhet;Månad;Kort tim;Lång tim;Anställda\nA;Natt;2023-06;800;0;10\n;Natt;2023-06;80;0;1\n";
    let days = |department: Option<&str>| {
        let unit = CaseSettings { unit: Some("Natt".into()), department: department.map(Into::into), ..CaseSettings::default() };
        view(paste, &asked(unit)).investment.cases[0].short_net_days_per_year.unwrap().round()
    };
    assert_eq!((days(Some("A")), days(None)), (1_200.0, 120.0));
}

#[test]
fn a_contract_takes_what_is_paid_and_a_day_as_it_is_saved() {
    let contract = |case: CaseSettings, horizon: f64| {
        let mut settings = asked(case);
        (settings.investment.horizon, settings.investment.discount) = (Some(horizon), Some(5.0));
        let investment = view(MONTHS, &settings).investment;
        (investment.cases[0].clone(), investment.contract)
    };
    // 3 600 kr in three years are that, whatever they are worth today.
    let case = CaseSettings { monthly: Some(100.0), effect_short: effect(10.0), ..CaseSettings::default() };
    let (seen, agreed) = contract(case, 36.0);
    assert!(seen.cost < 3_600.0);
    close(agreed.whole_cost, 3_600.0, 1e-9);
    // Fewer long days, and more short ones that cost more: such a day has no one value.
    let mixed =
        |short, long| CaseSettings { start: Some(1.0), effect_short: effect(short), effect_long: effect(long), ..CaseSettings::default() };
    let (seen, agreed) = contract(mixed(-10.0, 100.0), 12.0);
    assert!(seen.highest_cost.unwrap() < 0.0 && agreed.days_saved.is_some_and(|days| days != 0.0));
    assert_eq!((agreed.value_per_day, agreed.proposed), (None, vec!["whole_cost".to_string(), "days_saved".into()]));
    let (seen, agreed) = contract(mixed(10.0, 20.0), 12.0);
    close(agreed.value_per_day, seen.highest_cost.unwrap() / agreed.days_saved.unwrap(), 1e-9);
}

#[test]
fn who_does_not_pay_only_saves() {
    let paste = "Anst.nr;Fr.o.m.;T.o.m.\n1;2024-01-08;2024-03-29\n2;2024-02-05;2024-02-09\n";
    let mut settings =
        asked(CaseSettings { start: Some(5_000.0), effect_short: effect(10.0), effect_long: effect(20.0), ..CaseSettings::default() });
    let seen = view(paste, &settings).investment;
    let results: Vec<(Perspective, f64)> = seen.cases[0].perspectives.iter().map(|one| (one.id, one.cost)).collect();
    assert_eq!(
        results,
        [(Perspective::Employer, 5_000.0), (Perspective::State, 0.0), (Perspective::Employee, 0.0), (Perspective::Society, 5_000.0)]
    );
    let value = |at: usize| seen.cases[0].perspectives[at].value_long_day.unwrap();
    assert!(value(1) > value(2) && value(2) > 0.0, "the state pays most of a long day, the employee some of it");
    settings.investment.perspective = Some(Perspective::State);
    let case = &view(paste, &settings).investment.cases[0];
    assert_eq!((case.verdict, case.cost), (Verdict::PaysNothing, 0.0));
    // 1 000 kr a day and on-cost: 30 000 × 12 / 52 / 40 × 8 × 1.3142 for society.
    close(seen.cases[0].perspectives[3].value_short_day, 30_000.0 * 12.0 / 52.0 / 40.0 * 8.0 * 1.3142, 1e-6);
    // A table of months does not say on which days of a spell the absence fell, so nobody knows what the state pays of it.
    assert_eq!(view(MONTHS, &settings).investment.cases[0].verdict, Verdict::NoValue);
}

#[test]
fn bounds_on_the_wrong_side_are_refused_in_words() {
    let crossed = EstimateSettings { low: Some(20.0), base: Some(10.0), high: Some(5.0) };
    let case =
        seen(CaseSettings { start: Some(1.0), effect_short: crossed, unit: Some("C".into()), hours: Some(3.0), ..CaseSettings::default() });
    let problems: Vec<(&str, &str)> = case.problems.iter().map(|(id, problem)| (id.as_str(), problem.as_str())).collect();
    assert_eq!(problems, [("effect_short.high", "below_base"), ("effect_short.low", "above_base"), ("unit", "unknown")]);
    assert!(case.tornado.iter().all(|bar| bar.input != UncertainInput::EffectShort));
}

#[test]
fn cost_value_and_absence_are_uncertain_by_an_assumption_that_is_said() {
    let seen =
        view(MONTHS, &asked(CaseSettings { start: Some(1_000.0), effect_short: effect(10.0), ..CaseSettings::default() })).investment;
    assert_eq!(seen.spread, 20.0);
    let assumed: Vec<(UncertainInput, bool, f64, f64)> =
        seen.cases[0].tornado.iter().map(|bar| (bar.input, bar.assumed, bar.low, bar.high)).collect();
    assert_eq!(assumed.len(), 3);
    assert!(assumed.iter().all(|(_, assumed, low, high)| *assumed && (*low, *high) == (80.0, 120.0)));
}

#[test]
fn a_card_fills_the_effect_and_one_that_shows_none_says_how_likely_it_is_to_pay() {
    let cards = view(MONTHS, &settings(30_000.0)).investment.cards;
    let reko = cards.iter().find(|card| card.id == "reko").unwrap();
    let effect_long = EstimateSettings { low: reko.effect_long.low, base: reko.effect_long.base, high: reko.effect_long.high };
    let case =
        CaseSettings { start: Some(2_000.0), effect_long, shape: Some(reko.shape), card: Some("reko".into()), ..CaseSettings::default() };
    let settings = asked(case);
    let seen = view(MONTHS, &settings).investment.cases.remove(0);
    assert_eq!((seen.verdict, seen.as_card), (Verdict::NoSaving, true));
    let mut simulated = Simulated::new(&ground(MONTHS, &settings), &settings, 20_000, 1).unwrap();
    assert_eq!(simulated.work(20_000), 1.0);
    let outcome = simulated.view().outcomes.remove(0);
    assert!((15.0..45.0).contains(&outcome.carries), "{}", outcome.carries);
    assert!(outcome.mean < 0.0 && outcome.knowing > 0.0);
}

#[test]
fn without_an_effect_there_is_nothing_to_draw() {
    let settings = asked(CaseSettings { start: Some(2_000.0), ..CaseSettings::default() });
    assert!(Simulated::new(&ground(MONTHS, &settings), &settings, 100, 1).is_none());
}

#[test]
fn what_investments_rest_on_is_the_same_on_the_other_side() {
    for paste in [MONTHS, "Anst.nr;Fr.o.m.;T.o.m.\n1;2024-01-08;2024-03-29\n", ""] {
        let settings =
            asked(CaseSettings { start: Some(1_000.0), unit: Some("A".into()), effect_short: effect(10.0), ..CaseSettings::default() });
        let mut ground = ground(paste, &settings);
        let passed = ground.passed();
        assert_eq!(barkraft::investment::Ground::taken(passed), Some(ground));
    }
}

#[test]
fn several_are_shown_side_by_side_and_together() {
    let case = |unit: Option<&str>| CaseSettings {
        start: Some(1_000.0),
        effect_short: effect(50.0),
        unit: unit.map(Into::into),
        ..CaseSettings::default()
    };
    let seen = view(MONTHS, &asked_of(vec![case(None), case(Some("A"))])).investment;
    let saved: Vec<f64> = seen.cases.iter().map(|case| case.highest_cost.unwrap()).collect();
    let combined = seen.combined.unwrap();
    // 3 600 and 1 200 short days a year at 3 000 kr, halved; in unit A half of the half is saved twice.
    assert_eq!(saved, [5_400_000.0, 1_800_000.0]);
    close(Some(combined.twice), 900_000.0, 1e-6);
    close(combined.result, 6_300_000.0 - 2_000.0, 1e-6);
}

// --- laws ---

fn any_case() -> impl Strategy<Value = Case> {
    let costs = (0.0..1e6_f64, 0.0..1e5_f64, 0.0..1e5_f64, 0.0..5_000.0_f64, 0.0..40.0_f64, 1.0..60.0_f64, -0.05..0.1_f64);
    let times = (0.0..12.0_f64, 0.0..12.0_f64, 1.0..60.0_f64, 0.0..12.0_f64, 1.0..60.0_f64, 0.0..0.1_f64);
    (costs, times, 1.0..5_000.0_f64, 1.0..5_000.0_f64, 500.0..5_000.0_f64, 100.0..2_000.0_f64).prop_map(
        |((start, monthly, yearly, each, hours, months, growth), (delay, ramp, duration, fading, horizon, discount), short, long, a, b)| {
            Case {
                costs: Costs {
                    start: Sek(start),
                    monthly: Sek(monthly),
                    yearly: Sek(yearly),
                    per_employee: Sek(each),
                    hours: Hours(hours),
                    participants: 25.0,
                    hourly_cost: Sek(350.0),
                    months: months.round(),
                    growth: Share(growth),
                    ..Costs::default()
                },
                baseline: Baseline {
                    short: Some(NetDays(short)),
                    long: Some(NetDays(long)),
                    value_short: Some(Sek(a)),
                    value_long: Some(Sek(b)),
                    ..WORKPLACE
                },
                profile: Profile { delay: delay.round(), ramp: ramp.round(), duration: duration.round(), fading: fading.round() },
                clock: Clock { horizon: horizon.round() + delay.round(), discount },
                ..Case::default()
            }
        },
    )
}

/// Any case, with holes: amounts that are nothing or unknown, no time, no length, no cost, somebody else who pays.
fn any_hollow_case() -> impl Strategy<Value = Case> {
    let amount = || prop_oneof![Just(None), Just(Some(0.0)), (0.0..1e4_f64).prop_map(Some)];
    let effect = || prop_oneof![2 => Just(None), 1 => Just(Some(0.0)), 2 => (-1.0..1.0_f64).prop_map(Some)];
    let amounts = prop::array::uniform10(amount());
    let time = || prop_oneof![Just(0.0), (0.0..80.0_f64).prop_map(f64::round)];
    let (times, effects) = (prop::array::uniform4(time()), prop::array::uniform6(effect()));
    (any_case(), amounts, times, effects, 0..3_u8, any::<bool>()).prop_map(
        |(
            case,
            [short, long, spells, a, b, spell, replacement, production, leaver, post],
            [delay, ramp, duration, fading],
            effects,
            cost,
            pays,
        )| {
            let baseline = Baseline {
                short: short.map(NetDays),
                long: long.map(NetDays),
                spells,
                value_short: a.map(Sek),
                value_long: b.map(Sek),
                value_spell: spell.map(Sek),
                replacement: replacement.map(Sek),
                production: production.map(Sek),
                value_leaver: leaver.map(Sek),
                employees: None,
            };
            let costs = if cost == 0 { Costs::default() } else { case.costs };
            let profile = Profile { delay, ramp, duration, fading };
            Case { costs, baseline, effects, profile, pays, full_time_post: post.unwrap_or(0.0), ..case }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_can_be_worked_out_again_or_says_why_there_is_none(case in any_hollow_case()) {
        for answer in Answer::ALL {
            let figure = FigureView::from(case.explain(answer));
            prop_assert_eq!(figure.value, case.answer(answer), "{:?}", answer);
            prop_assert!(figure.value.is_some() == figure.missing.is_empty(), "{:?}: {:?}", answer, case);
            checkable(&figure);
        }
    }

    #[test]
    fn the_effect_that_is_needed_put_back_leaves_nothing_within_a_krona(case in any_case()) {
        let needed = |answer| case.answer(answer).map(|percent| percent / 100.0);
        for (answer, effects) in [
            (Answer::NeededPercent, |needed| [needed, None, None, None, None, None]),
            (Answer::NeededLongPercent, |needed| [None, needed, None, None, None, None]),
            (Answer::NeededBothPercent, |needed| [needed, needed, None, None, None, None]),
        ] as [(Answer, fn(Option<f64>) -> barkraft::investment::Effects); 3] {
            let at = Case { effects: effects(needed(answer)), ..case };
            prop_assert!(at.answer(Answer::Result).unwrap().abs() < 1.0, "{answer:?}");
        }
    }

    #[test]
    fn raising_a_cost_never_lowers_the_effect_that_is_needed(case in any_case(), more in 0.0..1e5) {
        let needed = |case: &Case| case.answer(Answer::NeededPercent).unwrap();
        let Costs { start, monthly, yearly, per_employee, hours, .. } = case.costs;
        for costs in [
            Costs { start: start + Sek(more), ..case.costs },
            Costs { monthly: monthly + Sek(more), ..case.costs },
            Costs { yearly: yearly + Sek(more), ..case.costs },
            Costs { per_employee: per_employee + Sek(more), ..case.costs },
            Costs { hours: hours + Hours(more), ..case.costs },
            Costs { months: case.costs.months + 1.0, ..case.costs },
        ] {
            let dearer = Case { costs, ..case };
            prop_assert!(needed(&dearer) >= needed(&case) - 1e-9);
        }
    }

    #[test]
    fn without_discount_and_delay_the_answer_is_the_simple_formula(
        start in 0.0..1e6, monthly in 0.0..1e5, horizon in 1.0..60.0_f64, effect in -0.5..1.0,
    ) {
        let horizon = horizon.round();
        let costs = Costs { start: Sek(start), monthly: Sek(monthly), ..Costs::default() };
        let case = Case { costs, effects: [Some(effect), Some(effect), None, None, None, None], ..tenth(0.0, horizon) };
        let simple = (1_000.0 * 2_000.0 + 500.0 * 400.0) * effect / 12.0 * horizon - start - monthly * horizon;
        prop_assert!((case.answer(Answer::Result).unwrap() - simple).abs() < 1e-3);
    }

    #[test]
    fn the_curve_ends_at_the_result(case in any_case(), effect in -0.3..0.9) {
        let case = Case { effects: [Some(effect), None, None, None, None, None], ..case };
        let saving = Sek(case.answer(Answer::SavingPerMonth).unwrap());
        let last = *case.course(saving, case.clock.horizon).last().unwrap();
        prop_assert!(((last.saving - last.cost).0 - case.answer(Answer::Result).unwrap()).abs() < 1e-3);
    }
}
