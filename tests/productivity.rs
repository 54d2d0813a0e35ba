//! What is lost at work: the four questions, the rule for not adding them, and pasted answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::float_cmp)]

use barkraft::cost::Staff;
use barkraft::productivity::{Answer, Aside, Loss, Pair, Problems, Rule, Taken, Work, gained, read_answers, turnover};
use barkraft::quantity::{Hours, Sek, Share};
use barkraft::view::{self, ProblemSettings, ProductionSettings, ProductionView, WorkKnown};
use proptest::prelude::*;

#[allow(clippy::unnecessary_wraps)] // a pair that was answered
fn pair(affected: f64, effect: f64) -> Option<Pair> {
    Some(Pair { affected: Share(affected), effect })
}

fn work() -> Work {
    Work { hours_per_year: Some(1_760.0), employees: Some(100.0), cost_per_hour: Some(Sek(300.0)), ..Work::default() }
}

fn loss(health: Option<Pair>, environment: Option<Pair>, rule: Rule) -> Loss {
    Loss { problems: Problems { health, environment }, rule, work: work() }
}

#[track_caller]
fn near(value: Option<f64>, expected: f64) {
    let value = value.expect("a value");
    assert!((value - expected).abs() < 1e-6, "{value} is not {expected}");
}

/// Published case 2: 22 % of the staff lose 9 % of their work, on personnel cost and profit.
#[test]
fn the_loss_of_the_instruments_company_is_its_share_of_what_its_hours_cost_and_earn() {
    let staff = Staff { monthly_pay: Sek(30_000.0), on_cost: Share(0.42), posts: 1_500.0, months: 12.0, other: Share(0.3) };
    let profit = Sek(10_000_000.0);
    let an_hour = staff.cost_per_hour(Hours(1_760.0)) + profit / (1_500.0 * 1_760.0);
    let work = Work { hours_per_year: Some(1_760.0), employees: Some(1_500.0), cost_per_hour: Some(an_hour), ..Work::default() };
    let loss = Loss { problems: Problems { health: pair(0.22, 0.9), environment: None }, rule: Rule::Larger, work };
    near(loss.answer(Answer::Kronor), 19_935_432.0);
    near(loss.answer(Answer::Kronor), staff.production_loss(Share(0.22), Share(0.09), profit).0);
    near(loss.answer(Answer::Share), 1.98);
    near(loss.answer(Answer::Hours), 0.0198 * 1_500.0 * 1_760.0);
}

#[test]
fn of_both_the_larger_counts_and_it_says_which() {
    let of = |health, environment| loss(health, environment, Rule::Larger);
    near(of(pair(0.2, 5.0), pair(0.5, 4.0)).answer(Answer::Share), 20.0);
    assert_eq!(of(pair(0.2, 5.0), pair(0.5, 4.0)).taken(), Some(Taken::Environment));
    assert_eq!(of(pair(0.5, 5.0), pair(0.5, 4.0)).taken(), Some(Taken::Health));
    assert_eq!(of(None, pair(0.5, 4.0)).taken(), Some(Taken::Environment));
    assert_eq!(of(None, None).taken(), None);
}

#[test]
fn the_sum_is_at_most_all_of_the_work() {
    let sum = loss(pair(0.2, 5.0), pair(0.5, 4.0), Rule::SumCapped);
    near(sum.answer(Answer::Share), 30.0);
    assert_eq!(sum.taken(), Some(Taken::Sum));
    let capped = loss(pair(1.0, 9.0), pair(1.0, 4.0), Rule::SumCapped);
    near(capped.answer(Answer::Share), 100.0);
    assert_eq!(capped.taken(), Some(Taken::Capped));
}

#[test]
fn what_is_gained_is_before_less_after() {
    let (before, after) = (loss(pair(0.4, 5.0), None, Rule::Larger), loss(pair(0.3, 5.0), None, Rule::Larger));
    near(gained(&before, &after, Answer::Kronor).value(), 0.05 * 1_760.0 * 100.0 * 300.0);
    near(gained(&after, &before, Answer::Share).value(), -5.0);
    assert_eq!(
        gained(&before, &Loss::default(), Answer::Kronor).missing,
        ["production_answers", "hours_per_year", "employees", "cost_per_hour"]
    );
}

#[test]
fn leavers_avoided_save_what_a_leaver_costs() {
    near(turnover(Some(3.0), Some(Sek(150_000.0))).value(), 450_000.0);
    assert_eq!(turnover(None, Some(Sek(1.0))).missing, ["leavers_avoided"]);
}

#[test]
fn every_answer_is_the_result_of_its_steps() {
    for rule in [Rule::Larger, Rule::SumCapped] {
        let loss = loss(pair(0.2, 5.0), pair(0.5, 4.0), rule);
        for answer in Answer::ALL {
            let figure = loss.explain(answer);
            assert_eq!(figure.value(), loss.answer(answer), "{}", figure.id);
            assert!(figure.steps.iter().all(|step| step.worked_out() == step.result), "{}", figure.id);
        }
    }
}

#[test]
fn answers_are_read_in_each_form() {
    for (line, expected) in [
        ("ja;4;nej;", (Some(4.0), None)),
        ("1\t4\t0\t0", (Some(4.0), None)),
        ("yes 4 no 0", (Some(4.0), None)),
        ("yes 4 no", (Some(4.0), None)),
        ("nej ja 3", (None, Some(3.0))),
        ("nej;;ja;3", (None, Some(3.0))),
        ("0\t\t1\t7,5", (None, Some(7.5))),
        ("JA, 4, Nej", (Some(4.0), None)),
        ("nej;-;nej;-;", (None, None)),
        ("ja;0;nej;0", (Some(0.0), None)),
    ] {
        let answers = read_answers(line);
        assert_eq!((answers.used, answers.pasted), (1, 1), "{line:?}: {:?}", answers.set_aside);
        let Problems { health, environment } = answers.problems();
        let effect = |pair: Option<Pair>| pair.filter(|pair| pair.affected == Share::WHOLE).map(|pair| pair.effect);
        assert_eq!((effect(health), effect(environment)), expected, "{line:?}");
    }
}

#[test]
fn answers_that_cannot_be_read_are_set_aside_with_where_and_why() {
    let answers = read_answers(
        "Hälsoproblem;Påverkan;Miljö;Påverkan\nja;4;nej;\n\nkanske;4;nej;\nja;;nej;\nja;11;nej;\nnej;3;nej;\nja;4\nja;mycket;nej;\nja;4;nej;;7\n",
    );
    let aside = [
        (4, Aside::YesOrNo),
        (5, Aside::NoEffect),
        (6, Aside::Effect),
        (7, Aside::NoAndEffect),
        (8, Aside::Cells),
        (9, Aside::Effect),
        (10, Aside::Cells),
    ];
    assert_eq!(answers.set_aside, aside);
    assert_eq!((answers.pasted, answers.used), (8, 1));
}

fn seen(settings: &ProductionSettings) -> ProductionView {
    let known = WorkKnown { hours_per_year: Some(1_760.0), employees: Some(100.0), cost_per_hour: Some(300.0), absence: Some(900_000.0) };
    view::production_view(known, settings, true)
}

fn before(before: ProblemSettings) -> ProductionSettings {
    ProductionSettings { before, ..ProductionSettings::default() }
}

#[test]
fn fewer_than_ten_answers_show_nothing_but_how_many_they_are() {
    let pasted = |people: usize| ProblemSettings { answers: Some("ja;4;nej;\n".repeat(people)), ..ProblemSettings::default() };
    let few = seen(&before(pasted(9)));
    assert_eq!((few.before.answered, few.before.too_few), (Some(9), true));
    assert_eq!((few.before.health_affected, few.before.health_loss, few.before.loss, few.before.sek), (None, None, None, None));
    assert!(few.figures.unwrap().values().all(|figure| figure.value.is_none()));
    let enough = seen(&before(pasted(10)));
    assert_eq!((enough.before.answered, enough.before.loss), (Some(10), Some(40.0)));
    // Shares of so few are none either.
    let said = ProblemSettings { health_affected: Some(50.0), health_effect: Some(4.0), answered: Some(8.0), ..ProblemSettings::default() };
    assert_eq!(seen(&before(said)).before.loss, None);
}

#[test]
fn shares_given_directly_count_and_pasted_answers_go_before_them() {
    let given = ProblemSettings { health_affected: Some(22.0), health_effect: Some(0.9), ..ProblemSettings::default() };
    near(seen(&before(given.clone())).before.loss, 1.98);
    let both = ProblemSettings { answers: Some("ja;4;nej;\n".repeat(20)), ..given };
    near(seen(&before(both)).before.loss, 40.0);
}

#[test]
fn the_loss_is_in_the_total_only_when_the_user_says_so() {
    let settings = before(ProblemSettings { health_affected: Some(50.0), health_effect: Some(2.0), ..ProblemSettings::default() });
    assert_eq!(seen(&settings).included, None);
    near(seen(&ProductionSettings { include: true, ..settings }).included, 0.1 * 1_760.0 * 100.0 * 300.0);
}

#[test]
fn settings_out_of_range_are_refused_and_said() {
    let settings = ProductionSettings {
        before: ProblemSettings { health_affected: Some(120.0), health_effect: Some(11.0), ..ProblemSettings::default() },
        after: ProblemSettings { answered: Some(1.5), ..ProblemSettings::default() },
        cost_per_hour: Some(0.0),
        ..ProductionSettings::default()
    };
    let problems: Vec<(String, String)> = seen(&settings).problems.into_iter().collect();
    let expected = [
        ("after_answered", "not_whole"),
        ("before_health_affected", "too_high"),
        ("before_health_effect", "too_high"),
        ("cost_per_hour", "too_low"),
    ];
    assert_eq!(problems, expected.map(|(id, problem)| (id.to_string(), problem.to_string())));
}

#[test]
fn every_figure_of_the_view_can_be_opened() {
    let settings = ProductionSettings {
        before: ProblemSettings { health_affected: Some(50.0), health_effect: Some(2.0), ..ProblemSettings::default() },
        after: ProblemSettings { health_affected: Some(40.0), health_effect: Some(2.0), ..ProblemSettings::default() },
        leavers_avoided: Some(2.0),
        cost_per_leaver: Some(100_000.0),
        ..ProductionSettings::default()
    };
    let known = WorkKnown { hours_per_year: Some(1_760.0), employees: Some(100.0), cost_per_hour: Some(300.0), absence: Some(900_000.0) };
    let shown = view::production_view(known, &settings, false);
    let explain = |name: &str, key: &str| view::explain_production(known, &settings, name, key).and_then(|figure| figure.value());
    assert_eq!(explain("production_loss", "before"), shown.before.sek);
    assert_eq!(explain("production_loss", "after"), shown.after.sek);
    assert_eq!(explain("gained", ""), shown.gained);
    assert_eq!(explain("turnover_saving", ""), Some(200_000.0));
    assert!(shown.gained.unwrap() > 0.0 && explain("something", "").is_none());
    // Part of the whole only if the user says so.
    assert_eq!(shown.with_absence, None);
    let counted = view::production_view(known, &ProductionSettings { include: true, ..settings.clone() }, false);
    assert_eq!(counted.with_absence, shown.before.sek.map(|loss| loss + 900_000.0));
    assert_eq!(explain("with_absence", ""), counted.with_absence);
}

proptest! {
    #[test]
    fn every_line_of_answers_is_used_or_set_aside(text in "([a-zåäö0-9;, \t]{0,14}\n){0,12}") {
        let answers = read_answers(&text);
        prop_assert_eq!(answers.used + answers.set_aside.len(), answers.pasted);
    }

    #[test]
    fn the_larger_is_never_more_than_the_sum(health in 0_u32..=100, how in 0_u32..=10, environment in 0_u32..=100, much in 0_u32..=10) {
        let of = |rule| loss(pair(f64::from(health) / 100.0, how.into()), pair(f64::from(environment) / 100.0, much.into()), rule);
        let (larger, sum) = (of(Rule::Larger).answer(Answer::Share).unwrap(), of(Rule::SumCapped).answer(Answer::Share).unwrap());
        prop_assert!(larger <= sum + 1e-9 && sum <= 100.0 && larger >= 0.0);
    }
}
