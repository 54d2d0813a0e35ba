//! The measures of the field: small groups, trend, spread and forecast.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::float_cmp, clippy::format_push_string)] // sums of few numbers, and the same number by the same way

mod common;

use barkraft::absence::forecast::{Basis, Forecast};
use barkraft::absence::groups::{Shown, suppress};
use barkraft::absence::trend::{Cell, Grid, High, Level, in_order, percentile, rolling, spread, watch};
use barkraft::figure::{Silent, Steps, Unit};
use barkraft::quantity::Month;
use barkraft::view::{
    ForecastBasis, GroupName, GroupSettings, OpenedSettings, Question, Scope, Settings, Span, StatutoryRow, View, WatchSettings,
};
use barkraft::{absence, read, view};
use common::close;
use proptest::prelude::*;

// Small groups.

const LIMIT: f64 = 10.0;

fn states(whole: f64, parts: &[f64], rest: f64) -> Vec<&'static str> {
    let parts: Vec<Option<f64>> = parts.iter().map(|size| Some(*size)).collect();
    suppress(Some(whole), &parts, rest, LIMIT).into_iter().map(Shown::id).collect()
}

#[test]
fn a_group_of_ten_is_hidden_and_one_of_eleven_is_not() {
    assert_eq!(states(22.0, &[11.0, 11.0], 0.0), ["shown", "shown"]);
    assert_eq!(states(110.0, &[100.0, 10.0], 0.0), ["subtraction", "small"]);
}

#[test]
fn one_hidden_part_takes_the_smallest_of_the_others_with_it() {
    assert_eq!(states(95.0, &[5.0, 40.0, 50.0], 0.0), ["small", "subtraction", "shown"]);
}

#[test]
fn two_small_parts_protect_each_other_only_when_they_are_more_than_a_small_group_together() {
    assert_eq!(states(66.0, &[8.0, 8.0, 50.0], 0.0), ["small", "small", "shown"]);
    assert_eq!(states(57.0, &[3.0, 4.0, 50.0], 0.0), ["small", "small", "subtraction"]);
}

#[test]
fn a_part_of_nobody_is_nothing_to_hide() {
    assert_eq!(states(60.0, &[60.0, 0.0], 0.0), ["shown", "shown"]);
    assert_eq!(states(60.0, &[55.0, 0.0, 5.0], 0.0), ["subtraction", "shown", "small"]);
}

#[test]
fn a_small_whole_hides_everything() {
    assert_eq!(states(10.0, &[10.0, 0.0], 0.0), ["small", "small"]);
}

#[test]
fn people_in_no_part_protect_and_are_protected() {
    assert_eq!(states(130.0, &[100.0, 8.0], 22.0), ["shown", "small"]);
    assert_eq!(states(104.0, &[60.0, 40.0], 4.0), ["shown", "subtraction"]);
    assert_eq!(states(150.0, &[60.0, 40.0], 50.0), ["shown", "shown"]);
    // Nobody has counted them, but they are left of the whole.
    assert_eq!(states(104.0, &[60.0, 40.0], 0.0), ["shown", "subtraction"]);
}

#[test]
fn a_part_of_unknown_size_protects_none() {
    let shown = |whole, parts: &[Option<f64>]| suppress(whole, parts, 0.0, LIMIT);
    assert_eq!(shown(Some(200.0), &[Some(120.0), None]), [Shown::Yes, Shown::Unknown]);
    assert_eq!(shown(Some(125.0), &[Some(120.0), None]), [Shown::Subtraction, Shown::Unknown]);
    assert_eq!(shown(Some(200.0), &[Some(5.0), Some(120.0), None]), [Shown::Small, Shown::Subtraction, Shown::Unknown]);
    assert_eq!(shown(None, &[Some(120.0), None]), [Shown::Subtraction, Shown::Unknown]);
    assert_eq!(shown(None, &[Some(120.0), Some(50.0)]), [Shown::Yes, Shown::Yes]);
}

fn sizes() -> impl Strategy<Value = Vec<(f64, bool)>> {
    let size = prop_oneof![Just(0_u32), 1..=10_u32, 11..=30_u32, 31..=2_000_u32];
    proptest::collection::vec((size.prop_map(f64::from), proptest::bool::weighted(0.85)), 1..9)
}

proptest! {
    /// What is shown, subtracted from the whole, leaves nobody or more than a small group; and a small part is never left alone.
    #[test]
    fn no_hidden_part_can_be_recovered(parts in sizes(), rest in 0_u32..40) {
        let rest = f64::from(rest);
        let whole: f64 = parts.iter().map(|(size, _)| size).sum::<f64>() + rest;
        let given: Vec<Option<f64>> = parts.iter().map(|(size, known)| known.then_some(*size)).collect();
        let all_known = given.iter().all(Option::is_some);
        let shown = suppress(Some(whole), &given, if all_known { rest } else { 0.0 }, LIMIT);
        let mut shown_people = 0.0;
        for ((size, known), state) in parts.iter().zip(&shown) {
            if *state == Shown::Yes {
                prop_assert!(*known && (*size == 0.0 || *size > LIMIT));
                shown_people += size;
            }
        }
        let anything_shown = shown_people > 0.0;
        let hidden = whole - shown_people;
        if anything_shown {
            prop_assert!(hidden == 0.0 || hidden > LIMIT, "{hidden} people can be told: {parts:?} {shown:?}");
            let of_hidden = parts.iter().zip(&shown).filter(|((size, _), state)| **state != Shown::Yes && *size > 0.0);
            let hidden_parts = of_hidden.clone().count() + usize::from(rest > 0.0);
            let small = of_hidden.clone().any(|((size, known), _)| *known && *size <= LIMIT) || (all_known && rest > 0.0 && rest <= LIMIT);
            prop_assert!(!small || hidden_parts >= 2, "{parts:?} {shown:?}");
        }
    }

    #[test]
    fn the_order_of_the_parts_does_not_matter(parts in sizes(), turn in 0_usize..8) {
        let given: Vec<Option<f64>> = parts.iter().map(|(size, known)| known.then_some(*size)).collect();
        let whole: f64 = parts.iter().map(|(size, _)| size).sum();
        let mut turned = given.clone();
        turned.rotate_left(turn % given.len());
        turned.reverse();
        let outcome = |parts: &[Option<f64>]| {
            let shown = suppress(Some(whole), parts, 0.0, LIMIT);
            let mut outcome: Vec<String> = parts.iter().zip(shown).map(|(size, shown)| format!("{size:?} {}", shown.id())).collect();
            outcome.sort();
            outcome
        };
        prop_assert_eq!(outcome(&given), outcome(&turned));
    }
}

// The spread between units.

proptest! {
    #[test]
    fn percentiles_lie_between_the_lowest_and_the_highest(values in proptest::collection::vec(-1e3..1e9_f64, 1..50), percent in 0.0..=100.0_f64) {
        let sorted = in_order(&values);
        let mut expected = values.clone();
        expected.sort_by(f64::total_cmp);
        prop_assert_eq!(&sorted, &expected);
        let value = percentile(&sorted, percent).unwrap();
        prop_assert!(sorted[0] <= value && value <= sorted[sorted.len() - 1]);
    }
}

#[test]
fn percentiles_are_those_of_a_spreadsheet() {
    let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    assert!((percentile(&values, 10.0).unwrap() - 1.5).abs() < 1e-12);
    assert!((percentile(&values, 90.0).unwrap() - 5.5).abs() < 1e-12);
    assert_eq!(percentile(&[], 50.0), None);
}

/// A grid of units from January 2022, each month with so many sick hours, scheduled hours and employees.
fn grid(units: &[Vec<(f64, f64, f64)>]) -> Grid {
    let cell = |(sick, scheduled, headcount): &(f64, f64, f64)| Cell {
        sick: *sick,
        short: *sick,
        scheduled: *scheduled,
        sick_of_scheduled: if *scheduled > 0.0 { *sick } else { 0.0 },
        headcount: *headcount,
        months_of_headcount: f64::from(u8::from(*headcount > 0.0)),
        months_told: f64::from(u8::from(*sick > 0.0 || *scheduled > 0.0 || *headcount > 0.0)),
        ..Cell::default()
    };
    Grid {
        first: Month::of(2022, 1),
        known: vec![true; units[0].len()],
        spells_known: false,
        units: units.len(),
        cells: units.iter().flatten().map(cell).collect(),
        beside: Vec::new(),
    }
}

#[test]
fn the_spread_is_of_at_least_five_units_and_in_per_cent_where_hours_are_known() {
    let units: Vec<_> = (1..=6).map(|percent| vec![(f64::from(percent) * 10.0, 1_000.0, 0.0)]).collect();
    let (spreads, percent) = spread(&grid(&units));
    assert!(percent);
    assert_eq!((spreads[0].units, spreads.len()), (6, 1));
    assert!((spreads[0].mean - 3.5).abs() < 1e-9 && (spreads[0].p10 - 1.5).abs() < 1e-9 && (spreads[0].p90 - 5.5).abs() < 1e-9);
    assert!(spread(&grid(&units[..4])).0.is_empty());
}

// Rolling twelve months.

#[test]
fn rolling_years_need_twelve_months_and_compare_with_the_twelve_before() {
    let mut grid = grid(&[(0..30).map(|month| (f64::from(month), 0.0, 0.0)).collect()]);
    let years = rolling(&grid);
    assert_eq!((years.len(), years[0].month), (19, Month::of(2022, 12)));
    assert_eq!((years[0].sum.sick, years[0].change), (66.0, None));
    assert_eq!(years[12].sum.sick, 210.0);
    assert!((years[12].change.unwrap() - (210.0 / 66.0 - 1.0) * 100.0).abs() < 1e-9);
    // A month that a monthly table leaves out is unknown, and so is every year it lies in.
    grid.known[14] = false;
    assert_eq!(
        rolling(&grid).iter().map(|year| year.month).collect::<Vec<_>>(),
        [
            Month::of(2022, 12),
            Month::of(2023, 1),
            Month::of(2023, 2),
            Month::of(2024, 3),
            Month::of(2024, 4),
            Month::of(2024, 5),
            Month::of(2024, 6),
        ]
    );
}

// High and rising.

fn two_years(then: f64, now: f64, headcount: f64) -> Vec<(f64, f64, f64)> {
    (0..24).map(|month| (if month < 12 { then } else { now }, 0.0, headcount)).collect()
}

#[test]
fn a_unit_is_high_above_the_whole_and_rising_above_its_own_year_before() {
    let units = [two_years(8.0, 16.0, 0.0), two_years(24.0, 24.0, 0.0), two_years(40.0, 32.0, 0.0)];
    let watched = watch(&grid(&units), Month::of(2023, 12), Level::All, High::AboveWhole);
    assert_eq!((watched.whole, watched.per_employee), (Some(24.0 * 12.0), false));
    assert_eq!(
        watched.units.iter().map(|unit| (unit.high, unit.rising)).collect::<Vec<_>>(),
        [(false, true), (false, false), (true, false)]
    );
    assert_eq!(watched.units[0].change, Some(100.0));
}

#[test]
fn with_head_counts_levels_are_per_employee_and_the_whole_is_everyone_together() {
    let units = [two_years(8.0, 16.0, 1.0), two_years(24.0, 24.0, 3.0)];
    let watched = watch(&grid(&units), Month::of(2023, 12), Level::Short, High::AboveWhole);
    assert_eq!((watched.whole, watched.per_employee), (Some(120.0), true));
    assert_eq!((watched.units[0].level, watched.units[0].high), (Some(192.0), true));
    // One unit that does not tell, and hours are compared as such.
    let units = [two_years(8.0, 16.0, 1.0), two_years(24.0, 24.0, 0.0)];
    assert!(!watch(&grid(&units), Month::of(2023, 12), Level::Short, High::AboveWhole).per_employee);
}

#[test]
fn the_highest_thirty_per_cent_are_rounded_up() {
    let units: Vec<_> = (1..=11).map(|unit| two_years(8.0, f64::from(unit), 0.0)).collect();
    let watched = watch(&grid(&units), Month::of(2023, 12), Level::All, High::Top(30.0));
    assert_eq!(watched.units.iter().map(|unit| u8::from(unit.high)).collect::<Vec<_>>(), [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
}

#[test]
fn a_unit_that_began_half_way_through_has_not_risen() {
    let mut late = two_years(0.0, 16.0, 2.0);
    late[..6].fill((0.0, 0.0, 0.0));
    let watched = watch(&grid(&[late, two_years(8.0, 8.0, 2.0)]), Month::of(2023, 12), Level::All, High::AboveWhole);
    assert_eq!((watched.units[0].before, watched.units[0].rising), (None, false));
    // Nor has any unit when the year before is not there.
    let watched = watch(&grid(&[two_years(8.0, 16.0, 2.0)]), Month::of(2023, 11), Level::All, High::AboveWhole);
    assert_eq!((watched.units[0].before, watched.units[0].rising), (None, false));
}

#[test]
fn a_unit_without_data_has_no_level() {
    let watched = watch(&grid(&[two_years(8.0, 0.0, 0.0), two_years(8.0, 8.0, 0.0)]), Month::of(2023, 12), Level::All, High::AboveWhole);
    assert_eq!((watched.units[0].level, watched.units[0].high, watched.units[0].rising), (None, false, false));
    assert_eq!(watched.units[0].change, None);
}

// The forecast.

type Series = Vec<(Month, Option<f64>)>;

fn series(first_year: i16, months: &[f64]) -> Series {
    (0..).zip(months).map(|(plus, value)| (Month::of(first_year, 1).plus(plus), Some(*value))).collect()
}

fn year_of(forecast: &Forecast) -> f64 {
    forecast.year(&mut Silent, "forecast_net_days", Unit::NetDays)
}

fn near(value: f64, expected: f64) -> bool {
    (value - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

#[test]
fn without_an_earlier_year_the_average_month_is_repeated() {
    let forecast = Forecast::of(&series(2024, &[10.0, 20.0, 30.0]), Month::of(2024, 3)).unwrap();
    assert_eq!((forecast.basis, forecast.factors, forecast.trials), (Basis::Rough, None, 0));
    assert!(near(year_of(&forecast), 240.0) && near(forecast.months[11], 20.0));
}

#[test]
fn a_complete_year_is_not_forecast() {
    let forecast = Forecast::of(&series(2023, &[2.0; 24]), Month::of(2024, 12)).unwrap();
    assert_eq!((forecast.basis, forecast.months_known(), forecast.year_before), (Basis::Complete, 12, Some(24.0)));
    assert!(near(year_of(&forecast), 24.0) && forecast.factors.is_none());
}

#[test]
fn one_earlier_year_gives_a_shape_but_no_interval() {
    let months: Vec<f64> = (1..=15).map(f64::from).collect();
    let forecast = Forecast::of(&series(2023, &months), Month::of(2024, 3)).unwrap();
    assert_eq!((forecast.basis, forecast.factors, forecast.trials), (Basis::Season, None, 0));
    assert!(near(year_of(&forecast), (13.0 + 14.0 + 15.0) / 6.0 * 78.0));
}

#[test]
fn a_month_that_is_not_known_is_forecast_and_not_nothing() {
    let mut known = series(2023, &[10.0; 18]);
    known[14].1 = None;
    let forecast = Forecast::of(&known, Month::of(2024, 6)).unwrap();
    assert_eq!((forecast.months_known(), forecast.known[2]), (5, false));
    assert!(near(year_of(&forecast), 120.0));
    // A year with such a month gives no shape.
    known[3].1 = None;
    assert_eq!(Forecast::of(&known, Month::of(2024, 6)).unwrap().basis, Basis::Rough);
}

#[test]
fn a_year_without_absence_gives_no_shape_and_one_without_data_no_forecast() {
    let forecast =
        Forecast::of(&series(2023, &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0]), Month::of(2024, 1)).unwrap();
    assert_eq!(forecast.basis, Basis::Rough);
    assert_eq!(Forecast::of(&series(2023, &[1.0; 12]), Month::of(2024, 1)), None);
    assert_eq!(Forecast::of(&[], Month::of(2024, 1)), None);
}

#[test]
fn the_steps_give_the_year() {
    let mut steps = Steps::default();
    let forecast = Forecast::of(&series(2022, &(1..=29).map(f64::from).collect::<Vec<_>>()), Month::of(2024, 5)).unwrap();
    let year = forecast.year(&mut steps, "forecast_net_days", Unit::NetDays);
    assert_eq!(steps.0.iter().map(|step| step.id).collect::<Vec<_>>(), ["forecast_left", "forecast_net_days"]);
    assert!(steps.0.iter().all(|step| step.worked_out() == step.result) && steps.0[1].result == year);
    assert!(near(forecast.months.iter().sum(), year));
}

fn shape() -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec(0.5..50.0_f64, 12)
}

proptest! {
    #[test]
    fn a_purely_seasonal_series_is_repeated_exactly(shape in shape(), levels in proptest::collection::vec(0.1..10.0_f64, 2..5), known in 1_usize..12) {
        let mut months: Vec<f64> = levels.iter().flat_map(|level| shape.iter().map(move |month| month * level)).collect();
        let last = months.split_off(months.len() - 12);
        months.extend(&last[..known]);
        let years = i16::try_from(levels.len()).unwrap();
        let as_of = Month::of(2020 + years - 1, i8::try_from(known).unwrap());
        let forecast = Forecast::of(&series(2020, &months), as_of).unwrap();
        prop_assert_eq!(forecast.basis, Basis::Season);
        prop_assert!(forecast.months.iter().zip(&last).all(|(month, known)| near(*month, *known)));
        prop_assert!(near(year_of(&forecast), last.iter().sum()));
        if let Some((low, high)) = forecast.factors {
            prop_assert!(near(low, 1.0) && near(high, 1.0), "what has always come true is certain: {low} {high}");
        }
    }

    #[test]
    fn a_series_times_ten_is_a_forecast_times_ten(months in proptest::collection::vec(0.0..100.0_f64, 25..59)) {
        let as_of = Month::of(2020, 1).plus(i32::try_from(months.len()).unwrap() - 1);
        let tenfold: Vec<f64> = months.iter().map(|month| month * 10.0).collect();
        let (once, ten) = (Forecast::of(&series(2020, &months), as_of).unwrap(), Forecast::of(&series(2020, &tenfold), as_of).unwrap());
        prop_assert!(near(year_of(&ten), year_of(&once) * 10.0));
        prop_assert_eq!(once.factors.is_some(), ten.factors.is_some());
        if let (Some(once), Some(ten)) = (once.factors, ten.factors) {
            prop_assert!(near(once.0, ten.0) && near(once.1, ten.1));
        }
    }

    #[test]
    fn a_forecast_is_a_number_and_lies_in_its_interval(
        months in proptest::collection::vec(prop_oneof![Just(None), Just(Some(0.0)), (0.0..1e12_f64).prop_map(Some), Just(Some(f64::NAN))], 1..70),
        back in 0_i32..14,
    ) {
        let known: Series = (0..).zip(&months).map(|(plus, value)| (Month::of(2020, 1).plus(plus), *value)).collect();
        let as_of = Month::of(2020, 1).plus(i32::try_from(months.len()).unwrap() - 1 - back);
        if let Some(forecast) = Forecast::of(&known, as_of) {
            prop_assert!(forecast.months.iter().all(|month| month.is_finite() && *month >= 0.0));
            let year = year_of(&forecast);
            prop_assert!(year.is_finite() && year >= forecast.so_far);
            if let Some((low, high)) = forecast.factors {
                prop_assert!((0.0..=1.0).contains(&low) && high >= 1.0 && high.is_finite());
            }
        }
    }
}

/// Numbers by chance, the same in every run: nearly normal, as the sum of twelve even ones.
struct Chance(u64);

impl Chance {
    fn normal(&mut self) -> f64 {
        let mut sum = -6.0;
        for _ in 0..12 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            sum += f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX);
        }
        sum
    }
}

/// Swedish absence as it might be: high in February, low in July, each year at its own level, months that lean on the one before.
fn years_by_chance(chance: &mut Chance, years: usize) -> Vec<f64> {
    let season = [1.25, 1.3, 1.2, 1.0, 0.95, 0.85, 0.6, 0.75, 0.95, 1.05, 1.1, 1.0];
    let mut months = Vec::new();
    for _ in 0..years {
        let (level, mut leaning) = ((chance.normal() * 0.1).exp(), 0.0);
        for month in season {
            leaning = leaning * 0.5 + chance.normal() * 0.1;
            months.push(month * level * f64::exp(leaning));
        }
    }
    months
}

#[test]
fn the_interval_holds_in_about_four_cases_of_five() {
    let mut chance = Chance(1);
    for years in 2..=8 {
        for known in [1, 3, 6, 9, 11] {
            let (mut held, tries) = (0, 600);
            for _ in 0..tries {
                let months = years_by_chance(&mut chance, years + 1);
                let so_far = &months[..years * 12 + known];
                let as_of = Month::of(2010, 1).plus(i32::try_from(so_far.len()).unwrap() - 1);
                let forecast = Forecast::of(&series(2010, so_far), as_of).unwrap();
                let left = year_of(&forecast) - forecast.so_far;
                let came: f64 = months[so_far.len()..].iter().sum();
                let (low, high) = forecast.factors.unwrap();
                held += i32::from(low * left <= came && came <= high * left);
            }
            let share = f64::from(held) / f64::from(tries);
            assert!((0.75..0.91).contains(&share), "{years} years, {known} months known: {share}");
        }
    }
}

// Through the whole pipeline.

/// Published case 10, Region Västmanland: average absence 7.0 % (2018), 6.9 % (2019), 8.1 % (2020); short-term days per employee 6.9,
/// 6.6, 10.5; share of long absence (60 days or more) 37.7, 37.9, 26.8 %. The rows below are made so as to give these.
fn vastmanland() -> String {
    let mut paste =
        String::from("Enhet;Månad;Ordinarie arbetstid;Sjukfrånvaro timmar;Dag 1-14 timmar;Andel 60 dagar eller mer %;Antal anställda\n");
    for (year, percent, short_days, long) in [(2018, 7.0, 6.9, 37.7), (2019, 6.9, 6.6, 37.9), (2020, 8.1, 10.5, 26.8)] {
        for (month, season) in (1..=12).zip([1.2, 1.2, 1.1, 1.0, 1.0, 0.9, 0.7, 0.8, 0.9, 1.0, 1.1, 1.1]) {
            for (unit, employees) in [("Öst", 600.0), ("Väst", 400.0)] {
                let scheduled = employees * 160.0;
                let (sick, short) = (scheduled * percent / 100.0 * season, employees * short_days * 8.0 / 12.0 * season);
                paste += &format!("{unit};{year}-{month:02};{scheduled};{sick};{short};{long};{employees}\n");
            }
        }
    }
    paste.replace('.', ",")
}

#[test]
fn the_total_can_rise_while_the_share_of_long_absence_falls() {
    let paste = vastmanland();
    let long_share = |row: &StatutoryRow| row.long_share_percent;
    for (year, percent, short_days, long) in [(2018, 7.0, 6.9, 37.7), (2019, 6.9, 6.6, 37.9), (2020, 8.1, 10.5, 26.8)] {
        let settings = Settings { as_of: Some(format!("{year}-12-31")), ..Settings::default() };
        let view = common::view(&paste, &settings);
        let last = view.measures.rolling.last().unwrap();
        assert_eq!(last.month, format!("{year}-12"));
        close(last.absence_percent, percent, 1e-9);
        close(last.short_net_days_per_employee, short_days, 1e-9);
        close(last.short_net_days_per_employee, view.last_twelve_months.short_net_days_per_employee.unwrap(), 1e-9);
        let everyone = &view.measures.statutory.rows[0];
        assert_eq!((everyone.group, everyone.state.as_str(), everyone.headcount), (GroupName::All, "shown", Some(1_000.0)));
        close(everyone.absence_percent, percent, 1e-9);
        close(long_share(everyone), long, 1e-9);
        assert!(!view.measures.statutory.long_from_day_60 && !view.measures.statutory.known);
    }
    let view = common::view(&paste, &Settings::default());
    close(view.measures.rolling.last().unwrap().change_percent, (8.1 / 6.9 - 1.0) * 100.0, 1e-9);
    // Both units are alike, so that none is above the whole; both have risen.
    assert!(view.measures.watch.per_employee);
    assert!(view.measures.watch.units.iter().all(|unit| unit.rising && !unit.high));
    close(view.measures.watch.whole, 10.5, 1e-9);
    assert!(view.measures.spread.is_empty(), "two units are no spread");
}

#[test]
fn the_year_of_a_seasonal_workplace_is_forecast_from_its_season() {
    let settings = Settings { as_of: Some("2020-06-30".into()), budget: Some(1.0), ..Settings::default() };
    let view = common::view(&vastmanland(), &settings);
    let forecast = &view.forecast;
    assert_eq!((forecast.basis, forecast.months_known, forecast.trials), (Some(ForecastBasis::Season), 6, 6));
    // The season of the rows adds up to 12.
    close(forecast.net_days.as_ref().map(|days| days.year), 1_000.0 * 160.0 * 12.0 * 0.081 / 8.0, 1e-6);
    close(forecast.net_days.as_ref().and_then(|days| days.year_before), 1_000.0 * 160.0 * 12.0 * 0.069 / 8.0, 1e-6);
    close(forecast.short_net_days.as_ref().map(|days| days.year), 10_500.0, 1e-6);
    assert_eq!(forecast.months.iter().filter(|month| month.forecast).count(), 6);
    assert!(forecast.sick_pay.is_none(), "nobody has given a monthly pay");
    assert_eq!((forecast.budget, forecast.budget_difference), (Some(1.0), None));
}

fn explained(paste: &str, settings: &Settings, figure: &str) -> view::FigureView {
    let reading = read::read(paste.as_bytes(), &read::Choices::default());
    let statistics = absence::count(&reading, &view::basis(settings));
    view::explain(&statistics, settings, &Question { scope: Scope::Forecast, key: String::new(), figure: figure.into() })
}

#[test]
fn an_explained_forecast_is_the_one_that_is_shown() {
    let paste = vastmanland();
    for (as_of, steps) in [("2018-03-31", 2), ("2020-06-30", 2), ("2019-12-31", 1)] {
        let settings =
            Settings { as_of: Some(as_of.into()), monthly_pay: Some(30_000.0), budget: Some(1_000_000.0), ..Settings::default() };
        let forecast = common::view(&paste, &settings).figures.forecast;
        for (name, value) in [
            ("forecast_net_days", &forecast.net_days),
            ("forecast_sick_pay", &forecast.sick_pay),
            ("forecast_estimated_total", &forecast.estimated_total),
        ] {
            let figure = explained(&paste, &settings, name);
            assert_eq!(figure.value, value.as_ref().map(|value| value.year), "{name} {as_of}");
            assert_eq!(figure.steps.len(), steps);
            assert_eq!(figure.value, figure.steps.last().map(|step| step.result));
        }
        close(forecast.budget_difference, forecast.sick_pay.unwrap().year - 1_000_000.0, 1e-6);
    }
    let figure = explained(&paste, &Settings::default(), "forecast_sick_pay");
    assert_eq!((figure.value, figure.steps.len()), (None, 0));
    assert_eq!(explained(&paste, &Settings::default(), "forecast_of_rain").value, None);
}

#[test]
fn a_budget_that_cannot_be_is_refused() {
    for (budget, problem) in [(-1.0, "too_low"), (1e13, "too_high"), (f64::NAN, "not_a_number")] {
        let forecast = common::view(&vastmanland(), &Settings { budget: Some(budget), ..Settings::default() }).figures.forecast;
        assert_eq!((forecast.budget, forecast.budget_problem.as_deref()), (None, Some(problem)));
    }
}

/// A monthly table by sex and age: each row with its hours and employees.
fn by_group(rows: &[(&str, &str, u32, u32, u32)]) -> String {
    let mut paste = String::from("Enhet;Månad;Kön;Åldersgrupp;Sjuktimmar;Ordinarie arbetstid;Antal anställda\n");
    for (sex, age, sick, scheduled, employees) in rows {
        paste += &format!("Norr;2024-01;{sex};{age};{sick};{scheduled};{employees}\n");
    }
    paste
}

fn states_of(view: &View) -> Vec<(GroupName, String)> {
    view.measures.statutory.rows.iter().map(|row| (row.group, row.state.clone())).collect()
}

#[test]
fn the_statutory_table_gives_each_group_in_per_cent_of_its_own_hours() {
    let paste = by_group(&[
        ("Kvinnor", "-29", 100, 1_000, 20),
        ("Kvinnor", "30-49", 200, 4_000, 40),
        ("Män", "30-49", 90, 3_000, 30),
        ("Män", "50-", 60, 2_000, 20),
    ]);
    let rows = common::view(&paste, &Settings::default()).figures.measures.statutory.rows;
    assert!(rows.iter().all(|row| row.state == "shown" && !row.given));
    let percent: Vec<f64> = rows.iter().map(|row| (row.absence_percent.unwrap() * 10.0).round() / 10.0).collect();
    assert_eq!(percent, [4.5, 6.0, 3.0, 10.0, 4.1, 3.0]);
    assert_eq!(rows.iter().map(|row| row.headcount.unwrap()).collect::<Vec<_>>(), [110.0, 60.0, 50.0, 20.0, 70.0, 20.0]);
}

#[test]
fn a_small_group_of_the_table_is_hidden_and_so_is_what_would_tell_of_it() {
    let paste = by_group(&[
        ("Kvinnor", "-29", 100, 1_000, 10),
        ("Kvinnor", "30-49", 200, 4_000, 40),
        ("Kvinnor", "50-", 90, 3_000, 30),
        ("Män", "50-", 60, 2_000, 5),
    ]);
    let view = common::view(&paste, &Settings::default());
    let expected = [
        (GroupName::All, "shown"),
        (GroupName::Women, "subtraction"),
        (GroupName::Men, "small"),
        (GroupName::Under30, "small"),
        (GroupName::From30To49, "shown"),
        (GroupName::From50, "subtraction"),
    ];
    assert_eq!(states_of(&view), expected.map(|(group, state)| (group, state.to_string())));
    let hidden = view.measures.statutory.rows.iter().filter(|row| row.state != "shown");
    assert!(hidden.clone().count() == 4 && hidden.into_iter().all(|row| row.absence_percent.is_none() && row.headcount.is_none()));
}

#[test]
fn a_group_that_the_data_does_not_know_is_unknown() {
    let paste = by_group(&[("Kvinnor", "", 100, 1_000, 20), ("Män", "", 50, 1_000, 30)]);
    let states: Vec<String> = states_of(&common::view(&paste, &Settings::default())).into_iter().map(|(_, state)| state).collect();
    assert_eq!(states, ["shown", "shown", "shown", "unknown", "unknown", "unknown"]);
}

/// Forty people with a spell each, of known sex; the size of the groups is for the user to say.
fn spells_by_sex() -> String {
    let mut paste = String::from("Anst.nr;Enhet;Kön;Fr.o.m.;T.o.m.\n");
    for person in 0..40 {
        let (sex, unit) = (if person % 4 == 0 { "Man" } else { "Kvinna" }, if person < 20 { "Norr" } else { "Syd" });
        paste += &format!("{person};{unit};{sex};2024-03-04;2024-03-08\n");
    }
    paste
}

fn group(group: GroupName, headcount: f64, scheduled_hours: Option<f64>) -> GroupSettings {
    GroupSettings { group: Some(group), headcount: Some(headcount), scheduled_hours }
}

#[test]
fn of_single_spells_the_user_gives_the_size_of_the_groups() {
    let mut settings = Settings {
        groups: vec![
            group(GroupName::All, 100.0, Some(16_000.0)),
            group(GroupName::Women, 70.0, Some(12_000.0)),
            group(GroupName::Men, 30.0, Some(4_000.0)),
        ],
        ..Settings::default()
    };
    let rows = common::view(&spells_by_sex(), &settings).figures.measures.statutory.rows;
    assert_eq!(rows.iter().map(|row| row.state.as_str()).collect::<Vec<_>>(), ["shown", "shown", "shown", "unknown", "unknown", "unknown"]);
    close(rows[0].absence_percent, 10.0, 1e-9);
    close(rows[1].absence_percent, 10.0, 1e-9);
    close(rows[2].absence_percent, 10.0, 1e-9);
    close(rows[1].long_share_percent, 0.0, 0.0);
    assert!(rows[1].given && !rows[3].given);
    // What was given of the whole says nothing of a part.
    settings.opened = OpenedSettings { department: None, unit: Some("Norr".into()) };
    let opened = common::view(&spells_by_sex(), &settings).figures.measures.statutory.rows;
    assert!(opened.iter().all(|row| row.state == "unknown" && !row.given));
    settings.opened = OpenedSettings::default();
    // Without hours no percentage is guessed, and an impossible number is no number.
    settings.groups[1].scheduled_hours = None;
    settings.groups[2].headcount = Some(-1.0);
    let rows = common::view(&spells_by_sex(), &settings).figures.measures.statutory.rows;
    assert_eq!(rows.iter().map(|row| row.state.as_str()).collect::<Vec<_>>()[..3], ["shown", "unknown", "unknown"]);
}

/// So many people with 1, 2 … spells, each in a month of its own.
fn people_with_spells(people: &[u32]) -> String {
    let mut paste = String::from("Anst.nr;Fr.o.m.;T.o.m.\n");
    let mut person = 0;
    for (spells, people) in (1..).zip(people) {
        for _ in 0..*people {
            person += 1;
            for month in 1..=spells {
                paste += &format!("{person};2024-{month:02}-05;2024-{month:02}-06\n");
            }
        }
    }
    paste
}

fn repeated(people: &[u32]) -> (bool, Vec<Option<u32>>, Option<u32>) {
    let settings = Settings { as_of: Some("2024-12-31".into()), headcount: Some(200.0), ..Settings::default() };
    let repeated = common::view(&people_with_spells(people), &settings).figures.measures.repeated;
    assert_eq!((repeated.people.len(), repeated.limit), (8, 3));
    assert_eq!(repeated.more_percent, repeated.more.map(|more| f64::from(more) / 2.0));
    assert_eq!(repeated.hidden, repeated.known && (repeated.more.is_none() || repeated.people.iter().any(|class| class.people.is_none())));
    (repeated.known, repeated.people.into_iter().map(|class| class.people).collect(), repeated.more)
}

#[test]
fn repeated_absence_is_more_than_three_spells_and_small_groups_are_hidden() {
    let some = |people: u32| Some(people);
    assert_eq!(
        repeated(&[40, 20, 15, 12, 11]),
        (true, vec![some(40), some(20), some(15), some(12), some(11), some(0), some(0), some(0)], some(23))
    );
    // Two small classes, eleven people together: no one of them can be told, and the whole of them can.
    assert_eq!(repeated(&[40, 20, 15, 6, 5]), (true, vec![some(40), some(20), some(15), None, None, some(0), some(0), some(0)], some(11)));
    // Few with many spells: neither they nor how many they are, nor the rest without them.
    let (known, people, more) = repeated(&[40, 20, 15, 5]);
    assert_eq!((known, more), (true, None));
    assert_eq!(people[..4], [some(40), some(20), None, None]);
    assert_eq!(repeated(&[30, 0, 0, 0]), (true, vec![some(30), some(0), some(0), some(0), some(0), some(0), some(0), some(0)], some(0)));
    assert_eq!(repeated(&[9, 1]), (false, vec![None; 8], None));
}

#[test]
fn the_watch_list_is_of_the_part_that_is_opened_and_has_the_highest_first() {
    let view =
        common::view(&spells_by_sex(), &Settings { watch: WatchSettings::default(), span: Some(Span::Total), ..Settings::default() });
    let watch = view.figures.measures.watch;
    assert_eq!(watch.units.len(), 2);
    assert!(watch.units.iter().all(|unit| unit.level == Some(100.0) && !unit.high && !unit.rising && unit.before.is_none()));
    assert_eq!(watch.whole, Some(100.0));
}
