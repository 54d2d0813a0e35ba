//! What happened and what it cost, on the pure `view(settings)`: each test is a small paste and the sentence it proves.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::float_cmp)] // hours and days here are numbers that floats hold exactly

mod common;

use barkraft::view::{Kind, Method, Origin, Settings, Verdict};
use common::{Simple, close, days, settings, spells, view};

/// Sick pay of a full day at 30 000 kr a month and 40 hours, which is also the waiting deduction: 0.8 × 30 000 × 12 / 260.
const DAY: f64 = 1_107.692_307_692_307_7;

fn noted(view: &barkraft::view::View, id: &str) -> Option<u32> {
    view.tables[0].notes.iter().chain(&view.notes).find(|note| note.id == id).map(|note| note.count)
}

// --- sick-pay periods ---

#[test]
fn a_period_reported_on_a_saturday_begins_on_the_monday() {
    // Saturday 2 to Monday 18 March: day 1 is Monday 4, day 14 Sunday 17; Monday 18 is day 15.
    let total = view(&spells(&["1;2024-03-02;2024-03-18;100"]), &settings(30_000.0)).figures.total;
    assert_eq!((total.short_net_days, total.long_net_days), (Some(10.0), Some(1.0)));
    close(total.sick_pay, 9.0 * DAY, 1e-6);
}

#[test]
fn a_period_that_begins_in_2018_has_a_waiting_day_and_keeps_it_over_new_year() {
    let total = view(&spells(&["1;2018-12-31;2019-01-04;50"]), &settings(30_000.0)).figures.total;
    assert_eq!((total.waiting_days, total.waiting_deductions), (Some(1), Some(0)));
    // Half of Monday is unpaid; of Tuesday to Friday half is paid, with no deduction.
    close(total.sick_pay, 4.0 * 0.5 * DAY, 1e-6);
}

#[test]
fn a_period_that_begins_in_2019_has_a_waiting_deduction() {
    let total = view(&spells(&["1;2019-01-01;2019-01-04;50"]), &settings(30_000.0)).figures.total;
    assert_eq!((total.waiting_days, total.waiting_deductions), (Some(0), Some(1)));
    close(total.sick_pay, (4.0 * 0.5 - 1.0) * DAY, 1e-6);
}

#[test]
fn a_deduction_that_a_short_relapse_did_not_use_up_goes_on() {
    // 25 % on Monday takes a quarter of the deduction, full-time sickness from Thursday the rest of it.
    let total = view(&spells(&["1;2024-03-04;2024-03-04;25", "1;2024-03-07;2024-03-08;100"]), &settings(30_000.0)).figures.total;
    assert_eq!(total.waiting_deductions, Some(1));
    close(total.sick_pay, 1.25 * DAY, 1e-6);
}

#[test]
fn relapses_join_several_spells_into_one_period_of_fourteen_days() {
    let rows = ["1;2024-03-04;2024-03-08;100", "1;2024-03-11;2024-03-15;100", "1;2024-03-18;2024-03-22;100"];
    let total = view(&spells(&rows), &settings(30_000.0)).figures.total;
    assert_eq!((total.spells, total.sick_pay_periods), (Some(3), Some(1)));
    // Fourteen calendar days, all of them sick: the last Friday is the fifteenth.
    assert_eq!((total.short_net_days, total.long_net_days), (Some(14.0), Some(1.0)));
}

#[test]
fn top_up_ends_with_day_90_and_holiday_with_180_days_of_an_earning_year() {
    // Monday 1 January to Tuesday 31 December 2024. January to March are 91 days of the earning year that ends with March; of the
    // next one, April to 27 September are 180 days.
    let year = view(&spells(&["1;2024-01-01;2024-12-31;100"]), &settings(30_000.0)).figures.total;
    let steps = &year.figures.as_ref().unwrap()["labour_cost"].steps;
    let hours = |step: &str, operand: &str| {
        let step = steps.iter().find(|found| found.id == step).unwrap();
        step.operands.iter().find(|found| found.id == operand).unwrap().value
    };
    assert_eq!(hours("model_top_up", "hours_with_top_up") / 8.0, 55.0);
    assert_eq!(hours("model_holiday_long", "hours_with_holiday") / 8.0, 185.0);
    assert_eq!(hours("model_overhead_long", "long_hours") / 8.0, 252.0);
    assert_eq!(year.net_days, 262.0);
}

#[test]
fn the_deduction_of_the_same_date_a_year_earlier_counts_among_the_ten() {
    let rows = |last: &str| {
        let mut rows: Vec<String> = (0..10).map(|spell| format!("1;2021-{:02}-02;2021-{:02}-02;100", spell + 3, spell + 3)).collect();
        // 2 May and 2 October 2021 are no working days.
        rows[2] = "1;2021-05-03;2021-05-03;100".into();
        rows[7] = "1;2021-10-04;2021-10-04;100".into();
        rows[8] = "1;2021-11-02;2021-11-02;100".into();
        rows.truncate(9);
        rows.push("1;2021-12-20;2021-12-20;100".into());
        rows.push(format!("1;{last};{last};100"));
        rows
    };
    let deductions = |last: &str| {
        let rows = rows(last);
        view(&spells(&rows.iter().map(String::as_str).collect::<Vec<_>>()), &settings(30_000.0)).total.waiting_deductions
    };
    assert_eq!(deductions("2022-03-02"), Some(10));
    assert_eq!(deductions("2022-03-03"), Some(11));
}

// --- rows that are not one spell each ---

#[test]
fn half_time_twice_is_full_time_and_full_time_twice_is_full_time() {
    let total = |first, second| {
        let rows = [format!("1;A;2024-03-04;2024-03-08;{first}"), format!("1;B;2024-03-04;2024-03-08;{second}")];
        view(&format!("Anst.nr;Post;Fr.o.m.;T.o.m.;Omfattning\n{}\n", rows.join("\n")), &settings(30_000.0)).figures.total
    };
    assert_eq!(total(50, 50).net_days, 5.0);
    assert_eq!(total(100, 100).net_days, 5.0);
    assert_eq!(total(25, 50).net_days, 3.75);
    assert_eq!(total(100, 100).spells, Some(1));
}

#[test]
fn a_change_of_extent_within_a_spell_does_not_end_it() {
    let total = view(&spells(&["1;2024-03-04;2024-03-06;100", "1;2024-03-07;2024-03-08;50"]), &settings(30_000.0)).figures.total;
    assert_eq!((total.spells, total.sick_pay_periods), (Some(1), Some(1)));
    close(total.sick_pay, 3.0 * DAY, 1e-6);
}

#[test]
fn the_same_row_twice_is_counted_once_and_said() {
    let view = view(&spells(&["1;2024-03-04;2024-03-08;100", "1;2024-03-04;2024-03-08;100"]), &settings(30_000.0));
    assert_eq!((view.reading.pasted, view.reading.used, view.reading.set_aside), (2, 1, 1));
    assert_eq!(view.total.net_days, 5.0);
}

#[test]
fn in_a_table_of_days_a_weekend_belongs_to_the_spell_and_to_its_calendar_days() {
    let two_weeks: Vec<String> = (4..=22).map(|day| format!("2024-03-{day:02}")).collect();
    let weekdays: Vec<&str> =
        two_weeks.iter().map(String::as_str).filter(|day| !["09", "10", "16", "17"].iter().any(|off| day.ends_with(off))).collect();
    let view = view(&days(&[("1", &weekdays)]), &settings(30_000.0));
    assert_eq!((view.total.spells, view.total.short_net_days, view.total.long_net_days), (Some(1), Some(10.0), Some(5.0)));
    assert_eq!(noted(&view, "weekends_bridged"), Some(2));
}

#[test]
fn a_person_is_told_apart_by_the_employee_column_and_each_row_is_one_without_it() {
    let paste = "Fr.o.m.;T.o.m.\n2024-03-04;2024-03-05\n2024-03-06;2024-03-07\n";
    let view = view(paste, &settings(30_000.0));
    assert_eq!((view.total.spells, view.total.sick_pay_periods), (Some(2), Some(2)));
    assert_eq!(view.reading.people, None);
    assert!(noted(&view, "no_employee").is_some());
}

// --- dates ---

#[test]
fn an_open_spell_ends_at_the_as_of_date_and_that_is_said() {
    let at = |as_of: Option<&str>| view(&spells(&["1;2024-03-04;;100"]), &Settings { as_of: as_of.map(Into::into), ..settings(30_000.0) });
    assert_eq!(at(Some("2024-03-06")).total.net_days, 3.0);
    let default = at(None);
    assert_eq!((default.as_of.as_deref(), default.as_of_given), (Some("2024-03-31"), false));
    assert_eq!(default.total.net_days, 20.0);
    assert_eq!(noted(&default, "open_spells"), Some(1));
}

#[test]
fn the_as_of_date_by_default_is_no_day_that_has_not_come() {
    let settings = Settings { today: Some("2024-03-06".into()), ..settings(30_000.0) };
    let view = view(&spells(&["1;2024-03-04;2024-03-15;100"]), &settings);
    assert_eq!(view.as_of.as_deref(), Some("2024-03-06"));
    assert_eq!(view.total.net_days, 3.0);
    assert_eq!(noted(&view, "after_as_of"), Some(1));
}

#[test]
fn an_as_of_date_outside_the_rules_is_refused() {
    for (text, problem) in [("1999-01-01", "outside_rules"), ("2030-01-01", "outside_rules"), ("i går", "not_a_date")] {
        let view = view(&spells(&["1;2024-03-04;2024-03-08;100"]), &Settings { as_of: Some(text.into()), ..settings(30_000.0) });
        assert_eq!(view.as_of_problem.as_deref(), Some(problem), "{text}");
        assert_eq!(view.as_of.as_deref(), Some("2024-03-31"));
    }
}

#[test]
fn a_spell_outside_the_rules_is_set_aside_in_words() {
    let view = view(&spells(&["1;2014-12-30;2015-01-02;100", "2;2024-03-04;2024-03-08;100"]), &settings(30_000.0));
    assert_eq!((view.reading.used, view.reading.set_aside), (1, 1));
    let group = &view.tables[0].set_aside_groups[0];
    assert_eq!((group.reason.as_str(), group.rows[0].row, group.rows[0].found.as_deref()), ("outside_rules", 2, Some("2014-12-30")));
}

#[test]
fn year_to_date_begins_in_january_and_twelve_months_end_with_the_as_of_month() {
    let rows = ["1;2023-03-06;2023-03-06;100", "1;2023-07-03;2023-07-03;100", "1;2024-02-05;2024-02-05;100", "1;2024-06-03;2024-06-03;100"];
    let view = view(&spells(&rows), &Settings { as_of: Some("2024-05-31".into()), ..settings(30_000.0) });
    assert_eq!((view.total.net_days, view.year_to_date.net_days, view.last_twelve_months.net_days), (3.0, 1.0, 2.0));
    assert_eq!(view.last_twelve_months.first_month.as_deref(), Some("2023-06"));
}

#[test]
fn months_without_data_are_gaps() {
    let paste = "Månad;Kort tim;Lång tim\n2024-01;80;0\n2024-03;80;0\n";
    let view = view(paste, &settings(30_000.0));
    let months: Vec<(&str, bool)> = view.months.iter().map(|month| (month.month.as_str(), month.has_data)).collect();
    assert_eq!(months, [("2024-01", true), ("2024-02", false), ("2024-03", true)]);
    assert_eq!((view.total.months, view.total.months_with_data), (3, 2));
}

// --- what the rows say themselves ---

#[test]
fn recorded_hours_are_used_as_they_stand() {
    let paste = "Anst.nr;Fr.o.m.;T.o.m.;Timmar\n1;2024-03-04;2024-03-05;12\n";
    let total = view(paste, &settings(30_000.0)).figures.total;
    assert_eq!((total.sick_hours, total.net_days), (12.0, 1.5));
    // Six hours a day: Monday and a third of Tuesday go to the deduction of eight.
    close(total.sick_pay, 0.5 * DAY, 1e-6);
}

#[test]
fn a_row_with_pay_of_its_own_is_counted_at_that_pay() {
    let paste = "Anst.nr;Fr.o.m.;T.o.m.;Månadslön\n1;2024-03-04;2024-03-08;30000\n2;2024-03-04;2024-03-08;\n";
    let without = view(paste, &Settings::default());
    assert_eq!((without.total.sick_pay, without.asks.first().map(String::as_str)), (None, Some("monthly_pay")));
    close(view(paste, &settings(45_000.0)).total.sick_pay, 4.0 * DAY * 2.5, 1e-6);
}

#[test]
fn booked_sick_pay_replaces_the_calculated_and_lies_on_days_1_to_14() {
    let paste = "Anst.nr;Fr.o.m.;T.o.m.;Sjuklön\n1;2024-01-01;2024-06-28;10000\n2;2024-02-05;2024-02-09;\n";
    let view = view(paste, &settings(30_000.0));
    assert_eq!(view.total.kinds.sick_pay, Kind::PartlyBooked);
    close(view.total.sick_pay_booked, 10_000.0, 1e-6);
    close(view.total.sick_pay_calculated, 4.0 * DAY, 1e-6);
    close(view.months[0].period.sick_pay_booked, 10_000.0, 1e-6);
    assert_eq!(view.months[0].period.kinds.sick_pay, Kind::Booked);
    assert_eq!(view.months[1].period.kinds.sick_pay, Kind::PartlyBooked);
}

// --- monthly tables ---

#[test]
fn scheduled_hours_are_derived_from_hours_and_percentage() {
    let view = view("Månad;Sjukfrånvaro tim;Sjukfrånvaro %\n2024-01;80;5,0 %\n2024-02;40;2,5 %\n", &settings(30_000.0));
    close(view.total.scheduled_hours, 3_200.0, 1e-6);
    close(view.total.absence_percent, 3.75, 1e-9);
    assert_eq!(noted(&view, "schedule_derived"), Some(2));
}

#[test]
fn two_of_short_long_and_total_give_the_third() {
    for paste in
        ["Månad;Timmar;Kort tim\n2024-01;100;60\n", "Månad;Timmar;Lång tim\n2024-01;100;40\n", "Månad;Kort tim;Lång tim\n2024-01;60;40\n"]
    {
        let total = view(paste, &settings(30_000.0)).figures.total;
        assert_eq!((total.short_net_days, total.long_net_days), (Some(7.5), Some(5.0)), "{paste}");
    }
}

#[test]
fn what_the_data_does_not_say_is_asked_for_and_not_guessed() {
    let paste = "Månad;Timmar\n2024-01;100\n";
    let before = view(paste, &settings(30_000.0));
    assert_eq!((before.total.net_days, before.total.short_net_days, before.total.sick_pay), (12.5, None, None));
    assert_eq!(before.asks.first().map(String::as_str), Some("short_share"));
    let after = view(paste, &Settings { short_share: Some(60.0), ..settings(30_000.0) });
    assert_eq!((after.total.short_net_days, after.total.long_net_days), (Some(7.5), Some(5.0)));
    assert!(after.total.figures.as_ref().unwrap()["estimated_total"].caveats.contains(&"short_share_given".to_string()));
}

#[test]
fn without_spells_the_waiting_deduction_rests_on_what_the_user_says() {
    let paste = "Månad;Kort tim;Lång tim\n2024-01;80;0\n";
    let without = view(paste, &settings(30_000.0)).figures.total;
    close(without.sick_pay, 10.0 * DAY, 1e-6);
    assert_eq!(without.figures.as_ref().unwrap()["sick_pay"].caveats, ["no_waiting_deduction"]);
    let given = view(paste, &Settings { days_per_period: Some(2.5), ..settings(30_000.0) }).figures.total;
    close(given.sick_pay, 6.0 * DAY, 1e-6);
}

#[test]
fn parts_of_monthly_data_add_up_whatever_their_spells_and_pay() {
    let paste =
        "Månad;Enhet;Kort tim;Lång tim;Antal sjukfall;Månadslön\n2024-01;A;80;0;1;20000\n2024-01;B;8;0;5;40000\n2024-02;B;80;0;2;40000\n";
    let view = view(paste, &Settings::default());
    let units: f64 = view.units.iter().map(|unit| unit.period.sick_pay.unwrap()).sum();
    let months: f64 = view.months.iter().map(|month| month.period.sick_pay.unwrap()).sum();
    close(view.total.sick_pay, units, 1e-6);
    close(view.total.sick_pay, months, 1e-6);
}

#[test]
fn headcount_is_the_sum_of_the_units_averages() {
    let paste = "Månad;Enhet;Timmar;Antal anställda\n2024-01;A;160;20\n2024-02;A;160;22\n2024-01;B;80;10\n";
    let view = view(paste, &settings(30_000.0));
    let heads: Vec<Option<f64>> = view.units.iter().map(|unit| unit.period.headcount).collect();
    assert_eq!((heads, view.total.headcount), (vec![Some(21.0), Some(10.0)], Some(31.0)));
}

// --- methods and inputs ---

#[test]
fn each_method_counts_a_short_and_a_long_day_as_it_says() {
    // Ten short and five long net days, of days 15–90.
    let paste = spells(&["1;2024-03-04;2024-03-22;100"]);
    let at = |method, short_day, long_day| {
        let total = view(&paste, &Settings { method: Some(method), short_day, long_day, ..settings(30_000.0) }).figures.total;
        (total.estimated_short, total.estimated_long)
    };
    assert_eq!(at(Method::RuleOfThumb, None, None), (Some(30_000.0), Some(3_750.0)));
    assert_eq!(at(Method::Ki, None, None), (Some(30_000.0), Some(1_500.0)));
    assert_eq!(at(Method::Own, Some(1_765.0), Some(200.0)), (Some(17_650.0), Some(1_000.0)));
    assert_eq!(at(Method::Own, Some(1_765.0), None), (Some(17_650.0), None));
}

#[test]
fn only_the_model_gives_the_share_that_is_sick_pay() {
    let share = |method| {
        let settings = Settings { method: Some(method), short_day: Some(500.0), ..settings(30_000.0) };
        view(&spells(&["1;2024-03-04;2024-03-08;100"]), &settings).total.sick_pay_percent_of_total
    };
    assert!(share(Method::Fk).is_some_and(|share| share > 0.0 && share < 100.0));
    assert_eq!((share(Method::Own), share(Method::Ki), share(Method::RuleOfThumb)), (None, None, None));
}

#[test]
fn a_default_says_its_rule_and_a_change_is_marked() {
    let view = view(&spells(&["1;2024-03-04;2024-03-08;100"]), &Settings { on_cost: Some(44.53), ..settings(30_000.0) });
    let input = |id: &str| view.inputs.iter().find(|input| input.id == id).unwrap();
    assert_eq!(
        (input("holiday").origin, input("holiday").rule.as_deref(), input("holiday").changed_by_you),
        (Origin::Default, Some("holiday"), false)
    );
    assert_eq!((input("on_cost").value, input("on_cost").changed_by_you, input("on_cost").default), (Some(44.53), true, Some(31.42)));
    assert!(view.rules.iter().any(|rule| rule.id == "employer_contributions" && rule.overridden));
    assert!(view.rules.iter().all(|rule| !rule.source.is_empty()));
}

#[test]
fn a_value_out_of_range_is_refused_and_not_used() {
    let problem = |settings: Settings| {
        let view = view(&spells(&["1;2024-03-04;2024-03-08;100"]), &settings);
        view.inputs.iter().find_map(|input| Some((input.id.clone(), input.problem.clone()?)))
    };
    let is = |id: &str, problem: &str| Some((id.to_string(), problem.to_string()));
    assert_eq!(problem(settings(30.0)), is("monthly_pay", "too_low"));
    assert_eq!(problem(Settings { on_cost: Some(0.3142), ..settings(30_000.0) }), is("on_cost", "looks_like_share"));
    assert_eq!(problem(Settings { weekly_hours: Some(f64::NAN), ..settings(30_000.0) }), is("weekly_hours", "not_a_number"));
    assert_eq!(problem(Settings { weekly_hours: Some(0.0), ..settings(30_000.0) }), is("weekly_hours", "too_low"));
}

// --- the investment ---

fn invest(investment: Simple) -> barkraft::view::CaseView {
    // Ten people sick for a week each, by the rule of thumb: 50 short days a year at 3 000 kr.
    let rows: Vec<String> = (0..10).map(|person| format!("{person};2024-03-04;2024-03-08;100")).collect();
    let settings = Settings {
        method: Some(Method::RuleOfThumb),
        as_of: Some("2024-12-31".into()),
        investment: investment.into(),
        ..settings(30_000.0)
    };
    let january = "99;2024-01-08;2024-01-08;100";
    let rows: Vec<&str> = rows.iter().map(String::as_str).chain([january]).collect();
    view(&spells(&rows), &settings).investment.cases.remove(0)
}

#[test]
fn payback_counts_the_running_cost_only_while_it_runs() {
    // 51 days a year × 20 % × 3 000 kr / 12 = 2 550 kr a month.
    let case = |start, monthly, months| {
        invest(Simple {
            start: Some(start),
            monthly: Some(monthly),
            months: Some(months),
            horizon: Some(24.0),
            effect_short: Some(20.0),
            ..Default::default()
        })
    };
    close(case(25_500.0, 0.0, 24.0).payback_months, 10.0, 1e-9);
    close(case(10_200.0, 1_530.0, 24.0).payback_months, 10.0, 1e-9);
    close(case(0.0, 5_100.0, 6.0).payback_months, 12.0, 1e-9);
    close(case(25_500.0, 0.0, 24.0).highest_cost, 61_200.0, 1e-6);
    close(case(25_500.0, 0.0, 24.0).result_at_horizon, 35_700.0, 1e-6);
    assert_eq!(case(25_500.0, 0.0, 24.0).verdict, Verdict::Carries);
    assert_eq!(case(100_000.0, 0.0, 24.0).verdict, Verdict::CarriesNot);
}

#[test]
fn a_case_with_no_saving_says_so_and_has_no_infinity() {
    for effect in [0.0, -5.0] {
        let case = invest(Simple { start: Some(1_000.0), effect_short: Some(effect), ..Default::default() });
        assert_eq!((case.verdict, case.payback_months), (Verdict::NoSaving, None));
        assert!(case.result_at_horizon.is_some_and(f64::is_finite));
    }
}

#[test]
fn a_cost_beyond_all_short_absence_is_said_to_need_more_than_all() {
    let case = invest(Simple { start: Some(160_000.0), ..Default::default() });
    assert_eq!(case.verdict, Verdict::NeedsMoreThanAll);
    let only_long = Settings { investment: Simple { start: Some(1_000.0), ..Default::default() }.into(), ..settings(30_000.0) };
    assert_eq!(view("Månad;Kort tim;Lång tim\n2024-01;0;100\n", &only_long).investment.cases[0].verdict, Verdict::NeedsMoreThanAll);
}

#[test]
fn the_curve_meets_at_the_horizon_until_an_effect_is_entered() {
    let case = invest(Simple { start: Some(12_000.0), monthly: Some(1_000.0), horizon: Some(24.0), ..Default::default() });
    let last = case.curve.last().unwrap();
    assert_eq!((case.curve.len(), case.curve_at_given_effect), (25, false));
    close(Some(last.saving), last.cost, 1e-6);
}

#[test]
fn the_saving_of_both_effects_is_the_sum_of_each() {
    let case = |short, long| {
        let settings = Settings {
            investment: Simple { start: Some(1_000.0), effect_short: short, effect_long: long, ..Default::default() }.into(),
            ..settings(30_000.0)
        };
        view(&spells(&["1;2024-03-04;2024-05-31;100"]), &settings).investment.cases[0].saving_per_month
    };
    let (short, long) = (case(Some(10.0), None).unwrap(), case(None, Some(10.0)).unwrap());
    assert!(short > 0.0 && long > 0.0);
    close(case(Some(10.0), Some(10.0)), short + long, 1e-6);
}

#[test]
fn fewer_days_can_cost_more() {
    // Region Norrbotten outside its target groups: long absence fell while short rose (published case 8).
    let at = |paste: &str| view(paste, &settings(32_000.0)).figures.total;
    let (before, after) = (at("Månad;Kort tim;Lång tim\n2024-01;80;160\n"), at("Månad;Kort tim;Lång tim\n2024-01;120;100\n"));
    assert!(after.net_days < before.net_days && after.estimated_total > before.estimated_total);
}

#[test]
fn what_costs_more_each_month_than_it_saves_is_never_paid_back_while_it_runs() {
    let case = |months| {
        let settings = Simple { monthly: Some(50_000.0), months, effect_short: Some(20.0), ..Default::default() };
        invest(settings)
    };
    // 51 days a year × 20 % × 3 000 kr / 12 = 2 550 kr a month.
    assert_eq!((case(None).payback_months, case(None).verdict), (None, Verdict::CarriesNot));
    close(case(Some(1.0)).payback_months, 50_000.0 / 2_550.0, 1e-9);
}

#[test]
fn the_saving_of_all_short_absence_says_what_a_cost_too_high_is_up_against() {
    let case = invest(Simple { start: Some(160_000.0), ..Default::default() });
    close(case.saving_of_all_short, 51.0 * 3_000.0, 1e-6);
}

#[test]
fn months_and_horizon_are_whole() {
    let simple = Simple { start: Some(1.0), horizon: Some(12.5), months: Some(1.5), ..Default::default() };
    let seen = view("Månad;Kort tim\n2024-01;80\n", &Settings { investment: simple.into(), ..settings(30_000.0) }).investment;
    assert_eq!(seen.problems["horizon"], "not_whole");
    assert_eq!(seen.cases[0].problems["months"], "not_whole");
}

#[test]
fn a_unit_that_lacks_a_month_that_others_have_is_said() {
    let view = view("Månad;Enhet;Kort tim;Lång tim\n2024-01;A;80;0\n2024-02;A;80;0\n2024-01;B;80;0\n", &settings(30_000.0));
    let note = view.notes.iter().find(|note| note.id == "units_lack_months").unwrap();
    assert_eq!((note.count, note.found.as_deref()), (1, Some("B, 2024-02")));
}

#[test]
fn words_of_a_column_that_means_nothing_to_us_are_not_shown_and_names_never() {
    let paste = "Anst.nr;Namn;Anteckning;Kod;Fr.o.m.;T.o.m.\n1;Gunilla Wennerström;Ring Gunilla;17;2024-03-04;2024-03-05\n2;Gunilla Wennerström;;18;Wennerström;2024-03-05\n";
    let view = view(paste, &settings(30_000.0));
    assert!(!serde_json::to_string(&view).unwrap().contains("unilla"));
    assert!(!serde_json::to_string(&view).unwrap().contains("Wenner"));
    let personal: Vec<bool> = view.tables[0].columns.iter().map(|column| column.personal).collect();
    assert_eq!(personal, [true, true, false, false, false, false]);
    assert_eq!(view.tables[0].columns[3].samples, ["17", "18"]);
}

#[test]
fn where_all_sick_pay_is_booked_no_step_is_about_calculated_pay() {
    let view = view("Månad;Kort tim;Lång tim;Sjuklön\n2024-01;80;0;9000\n", &settings(30_000.0));
    let steps = &view.total.figures.as_ref().unwrap()["sick_pay"].steps;
    assert_eq!(steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["sick_pay"]);
    close(view.total.sick_pay, 9_000.0, 0.0);
}
