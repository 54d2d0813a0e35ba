//! The follow-up: closed forms, laws, and how sure it is.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::float_cmp)] // the same sums in the same order are the same floats

mod common;

use barkraft::evaluation::{Answer, Aside, Basis, Cell, Chances, Evaluation, Lack, Measure, Plan, Series, Terms, Worth, read_index};
use barkraft::quantity::{Month, Sek};
use barkraft::view::{self, DayValues, FollowUpSettings, FollowUpView, Origin, Settings};
use proptest::prelude::*;

const JANUARY: Month = Month::of(2018, 1);

fn cell(employees: f64, short: f64, long: f64) -> Cell {
    Cell { employees, short, long, known: true, split: true }
}

/// The units together, month by month.
fn whole(cells: &[Vec<Cell>]) -> Vec<Cell> {
    let months = cells.first().map_or(0, Vec::len);
    let sum = |month: usize, of: fn(&Cell) -> f64| cells.iter().map(|unit| of(&unit[month])).sum();
    (0..months).map(|month| cell(sum(month, |cell| cell.employees), sum(month, |cell| cell.short), sum(month, |cell| cell.long))).collect()
}

fn series(cells: Vec<Vec<Cell>>) -> Series {
    let units = (0..cells.len()).map(|unit| (format!("Enhet {unit}"), String::new())).collect();
    Series { first: Some(JANUARY), units, whole: whole(&cells), cells }
}

/// One unit of ten people with so many short days each month.
fn one_unit(short: &[f64]) -> Series {
    series(vec![short.iter().map(|days| cell(10.0, *days, 5.0)).collect()])
}

/// The second year against the first.
fn plan() -> Plan {
    Plan {
        reference: (JANUARY, JANUARY.plus(11)),
        follow_up: (JANUARY.plus(12), JANUARY.plus(23)),
        measure: Measure::Short,
        index: Vec::new(),
        treated: None,
        comparison: Vec::new(),
        disturbed: Vec::new(),
    }
}

fn index(values: impl IntoIterator<Item = f64>) -> Vec<(Month, f64)> {
    values.into_iter().zip(0..).map(|(value, month)| (JANUARY.plus(month), value)).collect()
}

fn worth(series: &Series, plan: &Plan) -> Worth {
    Evaluation { series, plan }.worth(&Terms::default(), false).expect("months that can be compared")
}

fn change(series: &Series, plan: &Plan) -> f64 {
    worth(series, plan).total().change()
}

#[track_caller]
fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

fn year(days: f64) -> [f64; 12] {
    [3.0, 4.0, 3.0, 2.0, 2.0, 1.0, 1.0, 2.0, 3.0, 3.0, 4.0, 3.0].map(|month| month * days)
}

fn years(first: f64, second: f64) -> Vec<f64> {
    [year(first), year(second)].concat()
}

#[test]
fn no_change_is_nothing() {
    let total = *worth(&one_unit(&years(1.0, 1.0)), &plan()).total();
    assert_eq!((total.months, total.change(), total.percent()), (12, 0.0, Some(0.0)));
    near(total.reference, 3.1);
}

#[test]
fn half_the_days_are_half_of_what_was_expected() {
    let total = *worth(&one_unit(&years(1.0, 0.5)), &plan()).total();
    near(total.change(), -1.55);
    near(total.percent().unwrap(), -50.0);
}

#[test]
fn a_trend_that_stands_still_changes_nothing() {
    let series = one_unit(&years(1.0, 0.7));
    let adjusted = Plan { index: index([9.5; 24]), ..plan() };
    near(change(&series, &adjusted), change(&series, &plan()));
}

#[test]
fn a_trend_that_doubles_doubles_what_is_expected() {
    let series = one_unit(&years(1.0, 2.0));
    let doubled = Plan { index: index([[4.0; 12], [8.0; 12]].concat()), ..plan() };
    let total = *worth(&series, &doubled).total();
    near(total.expected, 6.2);
    near(total.change(), 0.0);
}

#[test]
fn a_comparison_group_with_the_same_change_leaves_nothing() {
    let unit = |first: f64, second: f64, people: f64| years(first, second).iter().map(|days| cell(people, *days, 1.0)).collect();
    let series = series(vec![unit(1.0, 0.5, 10.0), unit(2.0, 1.0, 20.0)]);
    let compared = Plan { treated: Some(vec![0]), comparison: vec![1], ..plan() };
    near(change(&series, &compared), 0.0);
    near(worth(&series, &compared).total().comparison, -1.55);
    near(change(&series, &Plan { treated: Some(vec![0]), ..plan() }), -1.55);
}

#[test]
fn a_disturbed_month_is_as_if_it_were_not_there() {
    let mut days = years(1.0, 0.8);
    days[14] = 40.0;
    let marked = Plan { disturbed: vec![JANUARY.plus(14)], ..plan() };
    let mut without = one_unit(&days);
    without.cells[0][14].known = false;
    without.whole[14].known = false;
    assert_eq!(change(&one_unit(&days), &marked), change(&without, &plan()));
    let evaluation = Evaluation { series: &one_unit(&days), plan: &marked };
    assert_eq!(evaluation.worth(&Terms::default(), true).unwrap().total().change(), change(&one_unit(&days), &plan()));
}

#[test]
fn a_disturbed_reference_month_is_not_compared_with() {
    let series = one_unit(&years(1.0, 1.0));
    let marked = Plan { disturbed: vec![JANUARY.plus(2)], ..plan() };
    let evaluation = Evaluation { series: &series, plan: &marked };
    assert_eq!(evaluation.month(JANUARY.plus(14), Measure::Short, false), Err(Lack::NoReference));
    assert_eq!(worth(&series, &marked).total().months, 11);
}

#[test]
fn several_reference_years_count_by_their_mean() {
    let days = [year(1.0), year(2.0), year(1.5)].concat();
    let three = Plan { reference: (JANUARY, JANUARY.plus(23)), follow_up: (JANUARY.plus(24), JANUARY.plus(35)), ..plan() };
    let series = one_unit(&days);
    near(change(&series, &three), 0.0);
    let month = Evaluation { series: &series, plan: &three }.month(JANUARY.plus(24), Measure::Short, false).unwrap();
    assert_eq!(month.references, [JANUARY, JANUARY.plus(12)]);
    near(month.reference, 0.45);
}

#[test]
fn what_cannot_be_compared_says_why() {
    let mut series = one_unit(&years(1.0, 1.0));
    let lack = |series: &Series, plan: &Plan, month: i32| {
        Evaluation { series, plan }.month(JANUARY.plus(month), Measure::Short, false).unwrap_err()
    };
    assert_eq!(lack(&series, &plan(), 40), Lack::NoData);
    assert_eq!(lack(&series, &Plan { reference: (JANUARY.plus(1), JANUARY.plus(11)), ..plan() }, 12), Lack::NoReference);
    assert_eq!(lack(&series, &Plan { index: index([9.0; 12]), ..plan() }, 12), Lack::NoIndex);
    assert_eq!(lack(&series, &Plan { treated: Some(vec![0]), comparison: vec![7], ..plan() }, 12), Lack::NoComparison);
    series.whole[12].split = false;
    assert_eq!(lack(&series, &plan(), 12), Lack::NoSplit);
    assert!(Evaluation { series: &series, plan: &plan() }.month(JANUARY.plus(12), Measure::All, false).is_ok());
    series.whole[12].employees = 0.0;
    assert_eq!(Evaluation { series: &series, plan: &plan() }.month(JANUARY.plus(12), Measure::All, false), Err(Lack::NoEmployees));
}

#[test]
fn a_unit_without_employees_is_left_out_and_counted() {
    let mut series = series(vec![vec![cell(10.0, 5.0, 0.0); 24], vec![cell(0.0, 500.0, 0.0); 24]]);
    series.cells[1][12].employees = 10.0;
    let both = Plan { treated: Some(vec![0, 1]), ..plan() };
    let month = Evaluation { series: &series, plan: &both }.month(JANUARY.plus(13), Measure::Short, false).unwrap();
    assert_eq!((month.actual, month.units_left_out), (0.5, 1));
}

#[test]
fn fewer_days_can_cost_more_where_short_ones_take_the_place_of_long() {
    let year = |short: f64, long: f64| vec![cell(10.0, short, long); 12];
    let series = series(vec![[year(10.0, 30.0), year(14.0, 20.0)].concat()]);
    let all = Plan { measure: Measure::All, ..plan() };
    let terms = Terms { short: Some(Sek(2_000.0)), long: Some(Sek(300.0)), ..Terms::default() };
    let worth = Evaluation { series: &series, plan: &all }.worth(&terms, false).unwrap();
    near(worth.answer(Answer::DaysSaved).unwrap(), 72.0);
    near(worth.answer(Answer::Saving).unwrap(), -48.0 * 2_000.0 + 120.0 * 300.0);
    // A value of one's own is of every day.
    let own = Terms { own: Some(Sek(1_000.0)), ..terms };
    near(Evaluation { series: &series, plan: &all }.worth(&own, false).unwrap().answer(Answer::Saving).unwrap(), 72_000.0);
}

#[test]
fn what_is_missing_is_asked_for() {
    let series = one_unit(&years(1.0, 0.5));
    let worth = worth(&series, &plan());
    assert_eq!(worth.explain(Answer::Net).missing, ["value_per_day", "investment_cost", "run_months"]);
    assert_eq!(worth.explain(Answer::Saving).missing, ["value_per_day"]);
    assert_eq!(worth.answer(Answer::Net), None);
}

#[test]
fn cost_so_far_is_never_more_than_the_whole() {
    let terms = Terms { cost: Some(Sek(600.0)), months: Some(6.0), ..Terms::default() };
    let series = one_unit(&years(1.0, 0.5));
    let worth = Evaluation { series: &series, plan: &plan() }.worth(&terms, false).unwrap();
    assert_eq!(worth.answer(Answer::CostSoFar), Some(600.0));
}

#[test]
fn months_that_the_data_has_not_reached_cost_nothing_yet() {
    let terms = Terms { cost: Some(Sek(2_400.0)), months: Some(24.0), ..Terms::default() };
    let series = one_unit(&years(1.0, 0.5)[..20]);
    let worth = Evaluation { series: &series, plan: &plan() }.worth(&terms, false).unwrap();
    assert_eq!((worth.total().months, worth.answer(Answer::CostSoFar)), (8, Some(800.0)));
}

#[test]
fn every_answer_is_the_result_of_its_steps() {
    let series = one_unit(&years(1.0, 0.6));
    let terms = Terms { short: Some(Sek(1_765.0)), cost: Some(Sek(9_000.0)), months: Some(36.0), ..Terms::default() };
    let plan = Plan { index: index((0..24).map(|month| 9.0 + f64::from(month) / 10.0)), ..plan() };
    let evaluation = Evaluation { series: &series, plan: &plan };
    let worth = evaluation.worth(&terms, false).unwrap();
    let figures = Answer::ALL.into_iter().map(|answer| (worth.explain(answer), worth.answer(answer)));
    let month = evaluation.month(JANUARY.plus(14), Measure::Short, false).unwrap();
    let of_month = (evaluation.explain_month(JANUARY.plus(14), false).unwrap(), Some(month.difference));
    for (figure, value) in figures.chain([of_month]) {
        assert_eq!(figure.value(), value, "{}", figure.id);
        for step in &figure.steps {
            assert_eq!(step.worked_out(), step.result, "{} in {}", step.id, figure.id);
        }
    }
}

#[test]
fn random_numbers_are_those_of_the_reference_code() {
    let mut random = barkraft::random::Random::new(1_234_567);
    let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431];
    assert_eq!(std::array::from_fn(|_| random.next()), expected);
    let mut drawn = [0; 7];
    (0..7_000).for_each(|_| drawn[random.below(7)] += 1);
    assert!(drawn.iter().all(|times| (850..1_150).contains(times)), "{drawn:?}");
}

fn uncertainty(series: &Series, plan: &Plan, seed: u64) -> Option<barkraft::evaluation::Uncertainty> {
    let evaluation = Evaluation { series, plan };
    evaluation.uncertainty(&evaluation.compared(plan.measure, false), plan.measure, seed)
}

#[test]
fn months_that_all_change_alike_leave_no_doubt() {
    let reference = vec![cell(10.0, 20.0, 0.0); 12];
    let series = series(vec![[reference, vec![cell(10.0, 15.0, 0.0); 12]].concat()]);
    let sure = uncertainty(&series, &plan(), 1).unwrap();
    assert_eq!((sure.basis, sure.low, sure.high, sure.fell.0), (Basis::Months, sure.high, sure.low, 1.0));
    near(sure.low, -6.0);
    // Nor does no change at all, in which days did not fall.
    let same = uncertainty(&one_unit(&years(1.0, 1.0)), &plan(), 1).unwrap();
    assert_eq!((same.low, same.high, same.fell.0), (0.0, 0.0, 0.0));
}

#[test]
fn the_same_seed_gives_the_same_answer_and_another_one_nearly() {
    let days: Vec<f64> = (0..24).map(|month| 20.0 + f64::from(month * 7 % 11)).collect();
    let series = one_unit(&days);
    let one = uncertainty(&series, &plan(), 1).unwrap();
    assert_eq!(uncertainty(&series, &plan(), 1), Some(one));
    let other = uncertainty(&series, &plan(), 2).unwrap();
    assert!(one != other && (one.low - other.low).abs() < 0.3 && (one.high - other.high).abs() < 0.3, "{one:?} {other:?}");
    let change = change(&series, &plan());
    assert!(one.low < change && change < one.high);
}

#[test]
fn what_was_drawn_is_kept_until_the_plan_or_the_data_change() {
    let (series, other) = (many_units(12, 4), many_units(12, 7));
    let long = Plan { measure: Measure::Long, ..plan() };
    let mut chances = Chances::default();
    for (series, plan) in [(&series, &plan()), (&series, &long), (&series, &plan()), (&other, &plan()), (&series, &plan())] {
        let evaluation = Evaluation { series, plan };
        assert_eq!(chances.of(&evaluation, false, 1), uncertainty(series, plan, 1));
    }
}

#[test]
fn with_fewer_than_six_months_nothing_is_said_of_chance() {
    let series = one_unit(&years(1.0, 0.5));
    let months = |last| Plan { follow_up: (JANUARY.plus(12), JANUARY.plus(last)), ..plan() };
    assert!(uncertainty(&series, &months(16), 1).is_none());
    assert!(uncertainty(&series, &months(17), 1).is_some());
}

/// So many units of ten people; the second year the first of them lose a day a month each, the others none.
fn many_units(count: usize, fallen: usize) -> Series {
    let unit = |unit: usize| {
        let second = if unit < fallen { 10.0 } else { 20.0 };
        [vec![cell(10.0, 20.0, 0.0); 12], vec![cell(10.0, second, 0.0); 12]].concat()
    };
    series((0..count).map(unit).collect())
}

#[test]
fn with_ten_units_the_units_are_drawn_even_for_few_months() {
    let short = Plan { follow_up: (JANUARY.plus(12), JANUARY.plus(13)), ..plan() };
    assert!(uncertainty(&many_units(9, 4), &short, 1).is_none());
    let drawn = uncertainty(&many_units(10, 10), &short, 1).unwrap();
    assert_eq!((drawn.basis, drawn.fell.0), (Basis::Units, 1.0));
    near(drawn.low, -2.0);
    near(drawn.high, -2.0);
}

#[test]
fn drawing_units_spreads_as_the_binomial_does() {
    // The change of a draw is −12 × the share of drawn units that fell: of 100 with 40 fallen, 95 % lie at 0.4 ± 1.96 × 0.049.
    let drawn = uncertainty(&many_units(100, 40), &plan(), 1).unwrap();
    assert!((drawn.low - -12.0 * 0.496).abs() < 0.15 && (drawn.high - -12.0 * 0.304).abs() < 0.15, "{drawn:?}");
}

#[test]
fn a_pasted_trend_is_read_line_by_line() {
    let index = read_index("Månad\tTal\n\n2018-03\t9,5\nmars 2019;1 025,5\n202004 7.25\n2018-05,8\n");
    let read: Vec<(String, f64)> = index.values.iter().map(|(month, value)| (month.to_string(), *value)).collect();
    let expected = [("2018-03", 9.5), ("2018-05", 8.0), ("2019-03", 1_025.5), ("2020-04", 7.25)];
    assert_eq!(read, expected.map(|(month, value)| (month.to_string(), value)));
    assert_eq!((index.pasted, index.set_aside.len()), (4, 0));
}

#[test]
fn lines_of_a_trend_that_cannot_be_used_are_set_aside_with_where_and_why() {
    let index = read_index("2018-03 9,5\nmars 9\n2018-04 många\n2018-05 0\n2018-03 9,5\n2018-06 1\n2018-06 2\n\n7\n");
    let aside = [
        (2, Aside::NotAMonth),
        (3, Aside::NotANumber),
        (4, Aside::NotPositive),
        (5, Aside::Twice),
        (6, Aside::Contradicted),
        (7, Aside::Contradicted),
        (9, Aside::NotAMonth),
    ];
    assert_eq!(index.set_aside, aside);
    assert_eq!((index.pasted, index.values.len()), (8, 1));
}

fn seen(series: &Series, settings: &FollowUpSettings) -> FollowUpView {
    view::follow_up_view(series, DayValues { short: Some(1_500.0), long: None }, settings, true, &mut Chances::default())
}

#[test]
fn two_years_are_proposed_and_said_to_be_a_proposal() {
    let shown = seen(&one_unit(&years(1.0, 0.5)), &FollowUpSettings::default());
    assert!(shown.proposed);
    assert_eq!((shown.reference_from.as_deref(), shown.follow_up_to.as_deref()), (Some("2018-01"), Some("2019-12")));
    assert_eq!(
        (shown.value_per_day, shown.value_origin, shown.employees, shown.employees_origin),
        (Some(1_500.0), Origin::Data, Some(10.0), Origin::Data)
    );
    let result = shown.result.unwrap();
    assert_eq!(result.saving.unwrap().round(), 23_250.0);
    // Two years that nobody chose are no evaluation.
    assert_eq!(result.uncertainty, None);
    let shown = seen(&one_unit(&years(1.0, 0.5)[..23]), &FollowUpSettings::default());
    assert!(!shown.proposed && shown.reference_from.is_none() && shown.result.is_none());
}

fn periods(reference: (&str, &str), follow_up: (&str, &str)) -> FollowUpSettings {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_string());
    FollowUpSettings {
        reference_from: text(reference.0),
        reference_to: text(reference.1),
        follow_up_from: text(follow_up.0),
        follow_up_to: text(follow_up.1),
        ..FollowUpSettings::default()
    }
}

#[test]
fn settings_that_cannot_be_used_are_refused_and_said() {
    let series = one_unit(&years(1.0, 0.5));
    let problem = |settings: FollowUpSettings, id: &str| seen(&series, &settings).problems.get(id).cloned().unwrap_or_default();
    assert_eq!(problem(periods(("2018-01", "2018-14"), ("2019-01", "2019-12")), "reference"), "not_a_month");
    assert_eq!(problem(periods(("2018-05", "2018-01"), ("2019-01", "2019-12")), "reference"), "to_before_from");
    assert_eq!(problem(periods(("2018-01", "2018-12"), ("2018-12", "2019-12")), "follow_up"), "periods_overlap");
    assert_eq!(problem(periods(("2019-01", "2019-12"), ("2018-01", "2018-12")), "follow_up"), "before_reference");
    assert_eq!(problem(periods(("1900-01", "2900-12"), ("2019-01", "2019-12")), "reference"), "period_too_long");
    assert_eq!(problem(FollowUpSettings { months: Some(1.5), ..Default::default() }, "months"), "not_whole");
    assert_eq!(problem(FollowUpSettings { cost: Some(-1.0), ..Default::default() }, "cost"), "too_low");
    let half = seen(&series, &periods(("2018-01", "2018-12"), ("2019-01", "")));
    assert!(half.result.is_none() && half.problems.is_empty() && !half.proposed);
}

#[test]
fn who_is_compared_with_did_not_take_part() {
    let series = many_units(3, 1);
    let keys = |keys: &[&str]| keys.iter().map(ToString::to_string).collect();
    let settings = FollowUpSettings { comparison: keys(&["Enhet 1", "Enhet 2"]), ..FollowUpSettings::default() };
    let shown = seen(&series, &settings);
    let roles: Vec<(bool, bool)> = shown.units.iter().map(|unit| (unit.treated, unit.comparison)).collect();
    assert_eq!(roles, [(true, false), (false, true), (false, true)]);
    near(shown.result.unwrap().change, -12.0);
    let both = FollowUpSettings { treated: keys(&["Enhet 0", "Enhet 1"]), ..settings };
    let shown = seen(&series, &both);
    assert_eq!(shown.problems["comparison"], "in_both");
    near(shown.result.unwrap().change, -6.0);
}

#[test]
fn a_chosen_unit_that_is_not_in_the_opened_part_is_said() {
    let settings = FollowUpSettings { comparison: vec!["Enhet 2".into(), "Enhet 7".into()], ..FollowUpSettings::default() };
    let shown = seen(&many_units(3, 1), &settings);
    assert_eq!(shown.problems["comparison"], "not_here");
    assert!(shown.result.is_some());
}

#[test]
fn both_results_stand_side_by_side_when_a_month_is_marked() {
    let mut days = years(1.0, 0.8);
    days[14] = 40.0;
    let settings = FollowUpSettings { disturbed: vec!["2019-03".into()], ..FollowUpSettings::default() };
    let shown = seen(&one_unit(&days), &settings);
    let (without, with) = (shown.result.unwrap(), shown.result_with_disturbed.unwrap());
    assert_eq!((without.months, with.months), (11, 12));
    assert!(without.change < 0.0 && with.change > 0.0);
    let march = &shown.months[2];
    assert!(march.disturbed && !march.counted && march.actual == Some(4.0));
    assert!(seen(&one_unit(&days), &FollowUpSettings::default()).result_with_disturbed.is_none());
}

#[test]
fn every_figure_of_the_view_can_be_opened() {
    let series = one_unit(&years(1.0, 0.8));
    let settings = FollowUpSettings { cost: Some(9_000.0), months: Some(36.0), ..FollowUpSettings::default() };
    let shown = seen(&series, &settings);
    let result = shown.result.unwrap();
    let explain = |name: &str, key: &str| {
        let values = DayValues { short: Some(1_500.0), long: None };
        view::explain_follow_up(&series, values, &settings, name, key).and_then(|figure| figure.value())
    };
    assert_eq!(explain("follow_up_net", ""), result.net);
    assert_eq!(explain("net_extrapolated", "with_disturbed"), result.net_extrapolated);
    assert_eq!(explain("month_change", "2019-03"), shown.months[2].difference);
    assert_eq!(explain("month_change", "mars"), None);
    assert_eq!(shown.figures.unwrap().len(), Answer::ALL.len());
}

#[test]
fn without_data_there_is_nothing_to_say() {
    let shown = view::follow_up_view(&Series::default(), DayValues::default(), &FollowUpSettings::default(), true, &mut Chances::default());
    assert!(shown.months.is_empty() && shown.result.is_none() && shown.available.is_empty());
    let set = periods(("2018-01", "2018-12"), ("2019-01", "2019-12"));
    let shown = seen(&Series::default(), &set);
    assert!(shown.months.iter().all(|month| month.lacks.as_deref() == Some("no_data")) && shown.result.is_none());
}

/// Some units over two years, all of them known.
fn any_cells() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    let cell =
        (1..60_u32, 0..500_u32, 0..300_u32).prop_map(|(people, short, long)| cell(f64::from(people), f64::from(short), f64::from(long)));
    prop::collection::vec(prop::collection::vec(cell, 24), 2..6)
}

proptest! {
    #[test]
    fn the_change_is_the_sum_of_its_months(cells in any_cells(), values in prop::collection::vec(1_u32..2_000, 24)) {
        let series = series(cells);
        let plan = Plan {
            index: index(values.into_iter().map(f64::from)),
            treated: Some(vec![0]),
            comparison: (1..series.units.len()).collect(),
            ..plan()
        };
        let evaluation = Evaluation { series: &series, plan: &plan };
        let months = evaluation.compared(Measure::Short, false);
        prop_assert_eq!(months.len(), 12);
        let sum: f64 = months.iter().map(|month| month.difference).sum();
        prop_assert!((sum - change(&series, &plan)).abs() < 1e-6 * (1.0 + sum.abs()));
    }

    #[test]
    fn the_order_of_units_does_not_matter(cells in any_cells()) {
        let turned: Vec<Vec<Cell>> = cells.iter().rev().cloned().collect();
        let last = cells.len() - 1;
        let (one, other) = (series(cells), series(turned));
        let treated = |first, rest| Plan { treated: Some(vec![first]), comparison: vec![rest], ..plan() };
        let (here, there) = (change(&one, &treated(0, last)), change(&other, &treated(last, 0)));
        prop_assert!((here - there).abs() < 1e-9 * (1.0 + here.abs()));
        let (here, there) = (change(&one, &plan()), change(&other, &plan()));
        prop_assert!((here - there).abs() < 1e-9 * (1.0 + here.abs()));
    }

    #[test]
    fn twice_the_employees_are_twice_the_value(cells in any_cells(), people in 1_u32..5_000) {
        let series = series(cells);
        let saving = |people: u32| {
            let terms = Terms { short: Some(Sek(1_765.0)), employees: Some(f64::from(people)), ..Terms::default() };
            Evaluation { series: &series, plan: &plan() }.worth(&terms, false).unwrap().answer(Answer::Saving).unwrap()
        };
        let (once, twice) = (saving(people), saving(2 * people));
        prop_assert!((twice - 2.0 * once).abs() < 1e-6 * (1.0 + once.abs()));
    }

    #[test]
    fn every_line_of_a_trend_is_used_or_set_aside(text in "([0-9a-zåäö ,.;\t-]{0,12}\n){0,12}") {
        let index = read_index(&text);
        prop_assert_eq!(index.values.len() + index.set_aside.len(), index.pasted);
    }
}

#[test]
fn the_days_of_everyone_are_not_held_against_the_employees_of_some() {
    // A has ten employees and ten days a month, B twice that; in the reference year nobody told how many work in B.
    let month = |at: usize| format!("{}-{:02}", 2018 + at / 12, at % 12 + 1);
    let rows = (0..24).flat_map(|at| {
        let in_b = if at < 12 { "" } else { "20" };
        [format!("A;{};80;0;10", month(at)), format!("B;{};160;0;{in_b}", month(at))]
    });
    let paste = format!("Enhet;Månad;Kort tim;Lång tim;Anställda\n{}\n", rows.collect::<Vec<_>>().join("\n"));
    let follow_up = periods(("2018-01", "2018-12"), ("2019-01", "2019-12"));
    let settings = Settings { monthly_pay: Some(30_000.0), follow_up, ..Settings::default() };
    let seen = common::view(&paste, &settings);
    let shown = &seen.follow_up;
    let result = shown.result.as_ref().unwrap();
    assert!(result.change.abs() < 1e-9, "{result:?}");
    assert_eq!(shown.months[0].units_left_out, 1);
    // The user's number is of all, and holds for all months.
    let given = Settings { headcount: Some(60.0), ..settings.clone() };
    let whole = common::view(&paste, &given).follow_up;
    assert_eq!(whole.months.iter().map(|month| month.employees).collect::<Vec<_>>(), [Some(60.0); 12]);
    assert!(whole.result.is_some_and(|result| result.change.abs() < 1e-9));
    // And what is paid for each is not paid for ten of thirty: nobody knows how many there are.
    let rows: Vec<&str> = paste.lines().take(25).collect();
    assert_eq!(common::view(&rows.join("\n"), &settings).investment.employees, None);
}
