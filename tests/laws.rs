//! Laws that hold for any data, as properties.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

mod common;

use barkraft::absence::{Basis, Counting, Sick, count};
use barkraft::quantity::Date;
use barkraft::read::{Choices, read};
use barkraft::view::{FigureView, Method, PeriodView, Settings, Span, View};
use common::{Simple, checkable, spells, view};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Row {
    person: u8,
    from: i32,
    days: i32,
    extent: u8,
}

impl Row {
    fn text(&self) -> String {
        let from = first_day().plus(self.from);
        format!("{};{from};{};{}", self.person, from.plus(self.days), self.extent)
    }
}

/// Late 2017, so that some periods have a waiting day, some a deduction, and some cross New Year.
fn first_day() -> Date {
    Date::from_iso("2017-10-02").unwrap()
}

/// Rows of a few people over three years: many relapses and overlaps, some long absence.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let days = prop_oneof![6 => 0..6_i32, 2 => 6..30_i32, 1 => 30..250_i32];
    let row = (0..4_u8, 0..1_000_i32, days, prop_oneof![Just(100_u8), Just(75), Just(50), Just(25)]);
    prop::collection::vec(row.prop_map(|(person, from, days, extent)| Row { person, from, days, extent }), 1..25)
}

fn paste(rows: &[Row]) -> String {
    let rows: Vec<String> = rows.iter().map(Row::text).collect();
    spells(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Row texts are kept apart: the very same row twice is set aside, which is a law of reading and not of these.
fn distinct(rows: Vec<Row>) -> Vec<Row> {
    let mut seen = std::collections::BTreeSet::new();
    rows.into_iter().filter(|row| seen.insert(row.text())).collect()
}

fn settings() -> Settings {
    Settings { monthly_pay: Some(32_000.0), ..Settings::default() }
}

fn amounts(period: &PeriodView) -> Vec<f64> {
    [
        period.spells.map(f64::from),
        period.sick_pay_periods.map(f64::from),
        period.waiting_deductions.map(f64::from),
        period.waiting_days.map(f64::from),
        Some(period.net_days),
        period.short_net_days,
        period.long_net_days,
        period.sick_pay,
        period.labour_cost,
        period.estimated_total,
    ]
    .map(|value| value.expect("known"))
    .to_vec()
}

#[track_caller]
fn same(left: &[f64], right: &[f64]) {
    for (a, b) in left.iter().zip(right) {
        assert!((a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0), "{left:?} differs from {right:?}");
    }
}

fn added<'a>(parts: impl Iterator<Item = &'a PeriodView>) -> Vec<f64> {
    let mut sum = vec![0.0; 10];
    for part in parts {
        for (sum, value) in sum.iter_mut().zip(amounts(part)) {
            *sum += value;
        }
    }
    sum
}

fn every_figure(view: &View) -> impl Iterator<Item = &FigureView> {
    let periods = [&view.total, &view.year_to_date, &view.last_twelve_months].into_iter();
    let periods = periods.chain(view.months.iter().map(|month| &month.period)).chain(view.units.iter().map(|unit| &unit.period));
    periods
        .flat_map(|period| period.figures.iter().flat_map(|figures| figures.values()))
        .chain(view.investment.figures.iter().flat_map(|figures| figures.values()))
        .chain(view.investment.cases[0].figures.iter().flat_map(|figures| figures.values()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn months_sum_to_the_total(rows in rows()) {
        let view = view(&paste(&distinct(rows)), &settings());
        same(&amounts(&view.total), &added(view.months.iter().map(|month| &month.period)));
    }

    #[test]
    fn units_sum_to_the_total(rows in rows()) {
        let lines: Vec<String> = distinct(rows).iter().map(|row| format!("{};Enhet {}", row.text(), row.from % 3)).collect();
        let paste = format!("Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Enhet\n{}\n", lines.join("\n"));
        let view = view(&paste, &settings());
        same(&amounts(&view.total), &added(view.units.iter().map(|unit| &unit.period)));
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(), seed in any::<i64>()) {
        let rows = distinct(rows);
        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|row| (i64::from(row.from) * 7_919 + i64::from(row.days) * 104_729 + i64::from(row.person)).wrapping_mul(seed | 1));
        same(&amounts(&view(&paste(&rows), &settings()).total), &amounts(&view(&paste(&shuffled), &settings()).total));
    }

    #[test]
    fn splitting_a_spell_at_month_ends_changes_nothing(rows in rows()) {
        let rows = distinct(rows);
        let mut split = Vec::new();
        for row in &rows {
            let (mut from, last) = (first_day().plus(row.from), first_day().plus(row.from + row.days));
            while from <= last {
                let end = from.month().last_day().min(last);
                split.push(Row { from: from.since(first_day()), days: end.since(from), ..row.clone() });
                from = end.plus(1);
            }
        }
        // Where two rows overlap, a split can make two rows alike; those are a duplicate to the reader.
        prop_assume!(distinct(split.clone()).len() == split.len());
        same(&amounts(&view(&paste(&rows), &settings()).total), &amounts(&view(&paste(&split), &settings()).total));
    }

    /// Rows with terms are counted the long way, most of those without the straight one.
    #[test]
    fn that_everybody_has_a_full_post_changes_nothing(rows in rows()) {
        let rows = distinct(rows);
        let lines: Vec<String> = rows.iter().map(|row| format!("{};100 %", row.text())).collect();
        let told = format!("Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Sysselsättningsgrad\n{}\n", lines.join("\n"));
        let [plain, told] = [paste(&rows), told].map(|text| {
            let statistics = count(&read(text.as_bytes(), &Choices::default()), &Basis::default());
            let counted = statistics.months().flat_map(|month| {
                let cell = statistics.cell(0, month);
                let hours = [cell.calculated.short, cell.calculated.deduction, cell.calculated.to_59].map(Sick::hours);
                let counts = [cell.spells, cell.periods, cell.deductions, cell.waiting_days, cell.people];
                counts.into_iter().chain(hours).chain([cell.long_spells, f64::from(u8::from(statistics.has_data(month)))])
            });
            counted.chain(amounts(&view(&text, &settings()).total)).collect::<Vec<f64>>()
        });
        prop_assert_eq!(plain.len(), told.len());
        same(&plain, &told);
    }

    #[test]
    fn counting_in_steps_of_any_size_gives_the_same(rows in rows(), clipped in any::<bool>(), as_of in prop::option::of(0..1_200_i32)) {
        // A person who is ill on the first day of the data is walked through several times.
        let clipped = clipped.then_some(Row { person: 1, from: -1, days: 30, extent: 100 });
        let rows: Vec<Row> = clipped.into_iter().chain(rows).collect();
        let days = rows.iter().map(|row| format!("{};{}", row.person, first_day().plus(row.from))).collect::<Vec<_>>().join("\n");
        for text in [paste(&rows), format!("Anst.nr;Datum\n{days}\n")] {
            let reading = read(text.as_bytes(), &Choices::default());
            let basis = Basis { as_of: as_of.map(|day| first_day().plus(day)), ..Basis::default() };
            let at_once = count(&reading, &basis);
            for size in [0, 1, 7, 1_000] {
                let (mut counting, mut share) = (Counting::new(&reading, &basis), 0.0);
                while !counting.step(&reading, size) {
                    prop_assert!((share..=1.0).contains(&counting.share_done()));
                    share = counting.share_done();
                }
                prop_assert!(counting.step(&reading, size), "the end stays the end");
                prop_assert_eq!(&counting.finish(), &at_once);
            }
        }
    }

    #[test]
    fn raising_pay_never_lowers_a_cost(rows in rows(), method in 0..3_usize, raise in 0.0..20_000.0_f64) {
        let method = Some([Method::Fk, Method::RuleOfThumb, Method::Ki][method]);
        let paste = paste(&distinct(rows));
        let at = |pay: f64| view(&paste, &Settings { monthly_pay: Some(pay), method, span: Some(Span::Total), ..Settings::default() });
        let (low, high) = (at(25_000.0), at(25_000.0 + raise));
        for (before, after) in paid(&low).into_iter().zip(paid(&high)).take(3) {
            prop_assert!(after >= before - 1e-6, "pay lost, employer, state: {before} → {after}");
        }
        let (low, high) = (low.figures.total, high.figures.total);
        prop_assert!(high.sick_pay >= low.sick_pay && high.labour_cost >= low.labour_cost && high.estimated_total >= low.estimated_total);
    }

    #[test]
    fn the_deduction_never_exceeds_the_sick_pay_of_the_period(rows in rows()) {
        let view = view(&paste(&distinct(rows)), &settings());
        prop_assert!(view.months.iter().all(|month| month.period.sick_pay.unwrap() >= -1e-9));
    }

    #[test]
    fn by_forsakringskassans_model_the_layers_add_up(rows in rows()) {
        let total = view(&paste(&distinct(rows)), &settings()).figures.total;
        same(&[total.sick_pay.unwrap() + total.labour_cost.unwrap()], &[total.estimated_total.unwrap()]);
    }

    #[test]
    fn every_figure_is_the_result_of_its_steps(rows in rows(), method in 0..4_usize) {
        let settings = Settings {
            method: Some([Method::Fk, Method::RuleOfThumb, Method::Ki, Method::Own][method]),
            short_day: Some(1_765.0),
            long_day: Some(300.0),
            headcount: Some(12.0),
            investment: Simple { start: Some(50_000.0), monthly: Some(2_000.0), horizon: Some(24.0), effect_short: Some(10.0), ..Simple::default() }.into(),
            ..settings()
        };
        let view = view(&paste(&distinct(rows)), &settings);
        every_figure(&view).for_each(checkable);
        let opened = view.total.figures.as_ref().unwrap();
        same(&[opened["estimated_total"].value.unwrap()], &[view.total.estimated_total.unwrap()]);
        same(&[opened["sick_pay"].value.unwrap()], &[view.total.sick_pay.unwrap()]);
    }

    #[test]
    fn rows_used_and_set_aside_are_the_rows_pasted(rows in rows(), junk in prop::collection::vec("[ -~åäö;]{0,30}", 0..6)) {
        let view = view(&(paste(&rows) + &junk.join("\n")), &settings());
        prop_assert_eq!(view.reading.used + view.reading.set_aside, view.reading.pasted);
    }

    #[test]
    fn the_needed_effect_put_back_in_just_breaks_even(rows in rows(), part in 0.01..1.0_f64, at_start in 0.0..1.0_f64, horizon in 1..60_i32) {
        let paste = paste(&distinct(rows));
        let horizon = f64::from(horizon);
        let invest = |cost: f64, effect_short| Settings {
            investment: Simple {
                start: Some(cost * at_start),
                monthly: Some(cost * (1.0 - at_start) / horizon),
                horizon: Some(horizon),
                effect_short,
                ..Simple::default()
            }.into(),
            ..settings()
        };
        // A cost that some part of today's short absence carries; an effect above all of it is refused as an input.
        let today = view(&paste, &invest(0.0, Some(100.0))).investment.cases[0].highest_cost;
        prop_assume!(today.is_some_and(|today| today > 100.0));
        let cost = today.unwrap() * part;
        let needed = view(&paste, &invest(cost, None)).investment.cases[0].needed_percent;
        prop_assert!((needed.unwrap() - part * 100.0).abs() < 1e-6);
        let result = view(&paste, &invest(cost, needed)).investment.cases[0].result_at_horizon.unwrap();
        prop_assert!(result.abs() < 1.0, "{}", result);
    }

    #[test]
    fn raising_a_cost_never_lowers_the_needed_effect(rows in rows(), start in 0.0..500_000.0_f64, more in 0.0..100_000.0_f64) {
        let paste = paste(&distinct(rows));
        let needed = |start: f64| {
            let investment = Simple { start: Some(start), ..Simple::default() }.into();
            view(&paste, &Settings { investment, ..settings() }).investment.cases[0].needed_short_net_days
        };
        prop_assert!(needed(start + more) >= needed(start));
    }
}

/// Half of the people work part-time, all of them by some week.
fn with_employment(rows: &[Row]) -> String {
    let rows: Vec<String> =
        rows.iter().map(|row| format!("{};{}", row.text(), if row.person.is_multiple_of(2) { 100 } else { 60 })).collect();
    format!("Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Sysselsättningsgrad\n{}\n", rows.join("\n"))
}

fn weeks() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(prop_oneof![Just(0.0), Just(8.0), Just(7.5), Just(10.0)], 7)
        .prop_filter("some work", |week| week.iter().sum::<f64>() > 1.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_a_spell_anywhere_changes_nothing_by_any_schedule(rows in rows(), week in weeks(), cut in 1..60_i32) {
        let rows = distinct(rows);
        let mut parts = Vec::new();
        for row in &rows {
            if row.days >= cut {
                parts.push(Row { days: cut - 1, ..row.clone() });
                parts.push(Row { from: row.from + cut, days: row.days - cut, ..row.clone() });
            } else {
                parts.push(row.clone());
            }
        }
        prop_assume!(distinct(parts.clone()).len() == parts.len());
        let settings = Settings { schedule: Some(week), span: Some(Span::Total), ..settings() };
        let (whole, parts) = (view(&with_employment(&rows), &settings), view(&with_employment(&parts), &settings));
        same(&amounts(&whole.total), &amounts(&parts.total));
        same(&paid(&whole), &paid(&parts));
        same(&[whole.in_span.long_share_percent.unwrap_or(0.0)], &[parts.in_span.long_share_percent.unwrap_or(0.0)]);
    }

    #[test]
    fn who_pays_is_what_is_lost_and_nobody_pays_less_than_nothing(rows in rows(), pay in 8_000.0..90_000.0_f64) {
        let settings = Settings { monthly_pay: Some(pay), span: Some(Span::Total), ..Settings::default() };
        let [lost, employer, state, employee] = paid(&view(&with_employment(&distinct(rows)), &settings)).try_into().expect("four");
        prop_assert!((employer + state + employee - lost).abs() <= 1e-6 * lost.max(1.0));
        for part in [lost, employer, state, employee] {
            prop_assert!(part >= -1e-6, "{employer} + {state} + {employee} = {lost}");
        }
    }

    #[test]
    fn bands_add_up_to_all_days(rows in rows()) {
        let view = view(&paste(&distinct(rows)), &Settings { span: Some(Span::Total), ..settings() });
        let bands: f64 = view.in_span.bands.iter().map(|band| band.net_days).sum();
        same(&[bands], &[view.total.net_days]);
        same(&[view.in_span.bands.first().map_or(0.0, |band| band.net_days)], &[view.total.short_net_days.expect("known")]);
    }

    #[test]
    fn a_relapse_never_costs_more_deduction(first in 0..9_i32, second in 0..9_i32, extents in (1..5_u8, 1..5_u8), gap in 1..6_i32, later in 6..30_i32) {
        // Every day a working day, so that days at work between move nothing past a weekend. The deduction is what the sick pay lacks of
        // 80 % of the hours of days 1–14.
        let settings = Settings { schedule: Some(vec![8.0; 7]), ..settings() };
        let deducted = |gap: i32| {
            let rows = [
                Row { person: 1, from: 700, days: first, extent: extents.0 * 25 },
                Row { person: 1, from: 700 + first + gap, days: second, extent: extents.1 * 25 },
            ];
            let total = view(&paste(&rows), &settings).figures.total;
            let undrawn = total.short_net_days.expect("known") * 8.0 * 0.8 * 32_000.0 * 12.0 / (52.0 * 56.0);
            (undrawn - total.sick_pay.expect("known"), total.waiting_deductions)
        };
        let (relapse, apart) = (deducted(gap), deducted(later));
        prop_assert!(relapse.1 <= apart.1 && relapse.0 <= apart.0 + 1e-6, "{relapse:?} {apart:?}");
        prop_assert_eq!((relapse.1, apart.1), (Some(1), Some(2)));
    }

    #[test]
    fn merging_units_changes_no_total(rows in rows(), units in prop::collection::vec(0..4_u8, 24)) {
        let rows = distinct(rows);
        let named = |name: &dyn Fn(usize) -> String| {
            let lines: Vec<String> = rows.iter().enumerate().map(|(at, row)| format!("{};{}", row.text(), name(at))).collect();
            view(&format!("Anst.nr;Fr.o.m.;T.o.m.;Omfattning;Enhet\n{}\n", lines.join("\n")), &settings())
        };
        let (apart, merged) = (named(&|at| format!("Enhet {}", units[at])), named(&|_| "Alla".into()));
        same(&amounts(&apart.total), &amounts(&merged.total));
        same(&amounts(&apart.total), &added(apart.units.iter().map(|unit| &unit.period)));
    }
}

/// Pay lost, and what employer, state and employee bear of it.
fn paid(view: &View) -> Vec<f64> {
    let parties = &view.in_span.parties;
    [parties.pay_lost, parties.employer, parties.state, parties.employee].map(|part| part.expect("known")).to_vec()
}
