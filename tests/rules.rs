//! `docs/rules.md` is generated from the table of rules. `UPDATE=1 cargo test --test rules` (`make rules`) writes it anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use barkraft::figure::Unit;
use barkraft::rules::{Area, PANDEMIC, Rule, Status, TABLE};

const AREAS: [(Area, &str); 6] = [
    (Area::SickPay, "Sick pay"),
    (Area::Agreement, "The collective agreement"),
    (Area::OnCost, "Contributions and holiday"),
    (Area::State, "What the state pays"),
    (Area::Method, "Methods"),
    (Area::Measure, "Measures"),
];

fn value(rule: &Rule) -> String {
    if rule.status == Status::Unknown {
        return "not known here".into();
    }
    let unit = match rule.unit {
        Unit::Percent => " %",
        Unit::Sek => " kr",
        Unit::Hours => " hours",
        Unit::HoursPerWeek => " hours a week",
        Unit::HoursPerYear => " hours a year",
        Unit::NetDays => " net days",
        _ => "",
    };
    format!("{}{unit}", rule.value)
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Read => "read",
        Status::Derived => "derived",
        Status::Recalled => "recalled: to be verified",
        Status::Assumed => "assumed",
        Status::Unknown => "unknown: the user is asked",
    }
}

fn document() -> String {
    let words = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/words/en.json")).unwrap();
    let words: BTreeMap<String, String> = serde_json::from_str(&words).unwrap();
    let mut text = String::from(
        "# Rules and amounts\n\nGenerated from `src/rules/table.rs`; `make rules` writes it anew and a test says when it is stale. Do not edit.\n\n\
         *Read*: read in the named source. *Derived*: worked out from read values. *Recalled*: common knowledge without a source at hand, to be\n\
         verified. *Assumed*: Bärkraft's own. *Unknown*: asked for. Every value can be replaced for a session, on the page or with `--rule`,\n\
         but for the net day, which is the unit that everything is counted in.\n",
    );
    for (area, title) in AREAS {
        let _ = write!(
            text,
            "\n## {title}\n\n| rule | id | from | to | value | status | source | checked |\n|---|---|---|---|---|---|---|---|\n"
        );
        for rule in TABLE.iter().filter(|rule| rule.id.area() == area) {
            let id = rule.id.id();
            let _ = writeln!(
                text,
                "| {} | `{id}` | {} | {} | {} | {} | {} | {} |",
                words[&format!("rule.{id}")],
                rule.from.first_day(),
                rule.to.last_day(),
                value(rule),
                status(rule.status),
                rule.source,
                rule.checked_on
            );
        }
    }
    let _ = write!(
        text,
        "\n## The pandemic\n\nThe state paid all or part of employers' sick pay (SKR, 2021); data from these months gets a note:\n"
    );
    for (from, to) in PANDEMIC {
        let _ = write!(text, "\n- {from} to {to}");
    }
    text + "\n"
}

#[test]
fn docs_rules_md_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
    let fresh = document();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap_or_default() == fresh, "docs/rules.md is stale: run `make rules`");
}

#[test]
fn every_rule_has_an_area_that_is_shown() {
    let shown = document();
    for rule in TABLE {
        assert!(shown.contains(&format!("| `{}` | {} |", rule.id.id(), rule.from.first_day())), "{}", rule.id.id());
    }
}
