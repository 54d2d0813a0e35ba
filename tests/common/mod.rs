//! What the tests of the whole pipeline share.
#![allow(dead_code, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use barkraft::view::{
    self, CaseSettings, Detail, EstimateSettings, FigureView, Form, InvestmentSettings, OperandView, Settings, Unit, View,
};
use barkraft::{absence, read};

/// The golden pastes, in order of their names.
pub fn pastes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pastes");
    let mut pastes: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of pastes")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt" || kind == "csv" || kind == "tsv"))
        .collect();
    pastes.sort();
    pastes
}

/// From text to view, as the command line does it.
pub fn view(paste: &str, settings: &Settings) -> View {
    seen(paste, settings, Detail::Steps)
}

/// The same, as the page does it.
pub fn page(paste: &str, settings: &Settings) -> View {
    seen(paste, settings, Detail::Page)
}

fn seen(paste: &str, settings: &Settings, detail: Detail) -> View {
    let reading = read::read(paste.as_bytes(), &read::Choices::default());
    let statistics = absence::count(&reading, &view::basis(settings));
    view::view(&reading, &statistics, settings, detail)
}

/// A table of spells: person, first day, last day, extent.
pub fn spells(rows: &[&str]) -> String {
    format!("Anst.nr;Fr.o.m.;T.o.m.;Omfattning\n{}\n", rows.join("\n"))
}

/// A table of days: each person with their days.
pub fn days(people: &[(&str, &[&str])]) -> String {
    let rows: Vec<String> = people.iter().flat_map(|(person, days)| days.iter().map(move |day| format!("{person};{day};100"))).collect();
    format!("Anst.nr;Datum;Omfattning\n{}\n", rows.join("\n"))
}

/// Nothing but a monthly pay.
pub fn settings(monthly_pay: f64) -> Settings {
    Settings { monthly_pay: Some(monthly_pay), ..Settings::default() }
}

/// Within a tolerance, or a failure that says both.
#[track_caller]
pub fn close(value: Option<f64>, expected: f64, tolerance: f64) {
    let value = value.expect("a value");
    assert!((value - expected).abs() <= tolerance, "{value} is not within {tolerance} of {expected}");
}

/// One investment by itself, without discounting.
#[derive(Default)]
pub struct Simple {
    pub start: Option<f64>,
    pub monthly: Option<f64>,
    pub months: Option<f64>,
    pub horizon: Option<f64>,
    pub effect_short: Option<f64>,
    pub effect_long: Option<f64>,
}

impl From<Simple> for InvestmentSettings {
    fn from(simple: Simple) -> Self {
        let Simple { start, monthly, months, horizon, effect_short, effect_long } = simple;
        let effect = |base| EstimateSettings { base, ..EstimateSettings::default() };
        let case = CaseSettings {
            start,
            monthly,
            months,
            effect_short: effect(effect_short),
            effect_long: effect(effect_long),
            ..CaseSettings::default()
        };
        Self { cases: vec![case], horizon, discount: Some(0.0), ..Self::default() }
    }
}

/// Every step gives its result when worked out again from its operands, and the last one gives the figure.
pub fn checkable(figure: &FigureView) {
    for step in &figure.steps {
        let factor = |operand: &OperandView| {
            let value = if operand.unit == Unit::Percent { operand.value / 100.0 } else { operand.value };
            if operand.per { 1.0 / value } else { value }
        };
        let result = match step.form {
            Form::Sum => step.operands.iter().map(|operand| operand.value).sum::<f64>(),
            Form::Product if step.unit == Unit::Percent => step.operands.iter().map(factor).product::<f64>() * 100.0,
            Form::Product => step.operands.iter().map(factor).product(),
            Form::Greatest => step.operands.iter().map(|operand| operand.value).fold(f64::NEG_INFINITY, f64::max),
            Form::Least => step.operands.iter().map(|operand| operand.value).fold(f64::INFINITY, f64::min),
            Form::RoundDown => (step.operands[0].value / step.operands[1].value).floor() * step.operands[1].value,
            Form::Round => step.operands[0].value.round(),
        };
        assert!((result - step.result).abs() <= 1e-9 * result.abs().max(1.0), "{}: {step:?}", figure.id);
    }
    assert_eq!(figure.steps.last().map(|step| step.result), figure.value, "{}", figure.id);
}
