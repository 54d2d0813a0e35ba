//! Settings as they are read from plain data, as the page gives them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

mod common;

use barkraft::view::given::{Given, Value as _};
use barkraft::view::{self, ChoiceSettings, Employer, GroupName, Question, Scope, Settings};

fn json(text: &str) -> Given {
    serde_json::from_str::<serde_json::Value>(text).unwrap().into()
}

#[test]
fn settings_are_read_as_they_are_written() {
    let settings = Settings {
        as_of: Some("2024-05-31".into()),
        monthly_pay: Some(31_000.5),
        schedule: Some(vec![8.0, 8.0, 8.0, 8.0, 6.0, 0.0, 0.0]),
        employer: Some(Employer::Municipality),
        begun_earlier: Some(view::BegunEarlier::PastSickPay),
        method: Some(view::Method::RuleOfThumb),
        span: Some(view::Span::LastTwelveMonths),
        overrides: vec![view::RuleOverride { rule: "x".into(), valid_from: "2024-01-01".into(), value: 3.0 }],
        opened: view::OpenedSettings { department: Some("A".into()), unit: None },
        groups: vec![view::GroupSettings { group: Some(GroupName::From30To49), headcount: Some(3.0), scheduled_hours: None }],
        watch: view::WatchSettings { level: Some(view::Level::Percent), high: Some(view::High::Top) },
        example: view::ExampleSettings { days: Some(40.0), ..Default::default() },
        investment: common::Simple { start: Some(-1.0), ..Default::default() }.into(),
        ..Default::default()
    };
    assert_eq!(Settings::read(serde_json::to_value(&settings).unwrap().into()), Ok(settings));
}

#[test]
fn what_is_left_out_is_as_if_never_said() {
    assert_eq!(Settings::read(json("{}")), Ok(Settings::default()));
    assert_eq!(Settings::read(json(r#"{"as_of": null, "overrides": null, "investment": null}"#)), Ok(Settings::default()));
    assert_eq!(ChoiceSettings::read(json("{}")), Ok(ChoiceSettings::default()));
    let question = Question { scope: Scope::UnitInSpan, key: String::new(), figure: "x".into() };
    assert_eq!(Question::read(json(r#"{"scope": "unit_in_span", "figure": "x"}"#)), Ok(question));
}

#[test]
fn a_wrong_shape_is_refused_with_where_it_stood_and_what_was_expected() {
    let refused = |text: &str| Settings::read(json(text)).unwrap_err();
    assert_eq!(refused(r#"{"monthly_pay": "mycket"}"#), "monthly_pay: expected a number, not \"mycket\"");
    assert_eq!(refused(r#"{"investment": {"horizon": true}}"#), "investment: horizon: expected a number, not true or false");
    assert_eq!(refused(r#"{"method": "gissning"}"#), "method: expected fk or rule_of_thumb or ki or own, not \"gissning\"");
    assert_eq!(refused(r#"{"method": 3}"#), "method: expected fk or rule_of_thumb or ki or own, not this number");
    assert_eq!(refused(r#"{"as_of": 3}"#), "as_of: expected a text, not this number");
    assert_eq!(refused(r#"{"schedule": {}}"#), "schedule: expected a list, not an object");
    assert_eq!(refused(r#"{"schedule": [8, null]}"#), "schedule: expected a number, not nothing");
    assert!(refused(r#"{"investment": {"begin": 3}}"#).starts_with("investment: unknown field begin, expected one of cases, horizon, "));
    assert_eq!(refused("[]"), "expected an object, not a list");
    assert_eq!(refused("null"), "expected an object, not nothing");
    let refused = |text: &str| ChoiceSettings::read(json(text)).unwrap_err();
    for column in ["-1", "1.5", "4294967296", "\"1\""] {
        assert!(
            refused(&format!(r#"{{"columns": [{{"column": {column}}}]}}"#))
                .starts_with("columns: column: expected a whole number from 0, ")
        );
    }
    assert_eq!(refused(r#"{"causes": [{"sickness": 1}]}"#), "causes: sickness: expected true or false, not this number");
    assert_eq!(Question::read(json(r#"{"scope": "total"}"#)), Err("figure: it is missing".into()));
    assert_eq!(Question::read(json(r#"{"figure": "x"}"#)), Err("scope: it is missing".into()));
}
