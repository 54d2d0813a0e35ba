//! The catalogues have words for everything that the core can say, in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use barkraft::absence::count;
use barkraft::note::{Kind, Weight};
use barkraft::read::{Choices, Meaning, read};
use barkraft::rules::TABLE;
use barkraft::view::{self, Detail, Settings};

/// All words of the page in a language: those it comes with, and those of what follows it.
fn page(language: &str) -> BTreeMap<String, String> {
    [catalogue(language), catalogue(&format!("economics.{language}"))].into_iter().flatten().collect()
}

fn catalogue(name: &str) -> BTreeMap<String, String> {
    let path = format!("{}/www/words/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has(words: &BTreeMap<String, String>, key: &str) -> bool {
    words.contains_key(key) || (words.contains_key(&format!("{key}.one")) && words.contains_key(&format!("{key}.other")))
}

/// The string literals in the core's sources that follow one of these words.
fn literals(after: &[&str], files: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in files {
        let source = std::fs::read_to_string(format!("{}/src/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap_or("");
        for word in after {
            for rest in source.split(word).skip(1) {
                found.extend(rest.split('"').next().map(str::to_string));
            }
        }
    }
    found
}

/// Catalogues that say the same in two languages.
const PAIRS: [(&str, &str); 3] = [("sv", "en"), ("economics.sv", "economics.en"), ("report.sv", "report.en")];

const FORMULAS: [&str; 15] = [
    "cost/mod.rs",
    "cost/model.rs",
    "cost/methods.rs",
    "cost/parties.rs",
    "cost/prices.rs",
    "absence/measures.rs",
    "absence/forecast.rs",
    "investment/case.rs",
    "investment/costs.rs",
    "investment/break_even.rs",
    "investment/contract.rs",
    "evaluation/mod.rs",
    "evaluation/monthly.rs",
    "evaluation/worth.rs",
    "productivity/mod.rs",
];

#[test]
fn both_languages_have_the_same_keys() {
    for (swedish, english) in PAIRS {
        let keys = |name| catalogue(name).into_keys().collect::<BTreeSet<_>>();
        assert_eq!(keys(swedish), keys(english));
    }
}

#[test]
fn no_word_of_the_page_stands_in_two_catalogues() {
    let (first, further) = (catalogue("sv"), catalogue("economics.sv"));
    assert_eq!(further.keys().filter(|key| first.contains_key(*key)).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn both_languages_fill_in_the_same_places() {
    let places = |text: &str| text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_string())).collect::<BTreeSet<_>>();
    for (swedish, english) in PAIRS {
        let english = catalogue(english);
        for (key, text) in catalogue(swedish) {
            assert_eq!(places(&text), places(&english[&key]), "{key}");
        }
    }
}

#[test]
fn everything_the_core_can_say_has_words() {
    let steps = literals(&["product(\"", "sum(\"", "note(\"", "year, \"", "ledger, \""], &FORMULAS);
    let operands = literals(
        &["Operand::new(\"", "kronor(\"", "operand(\"", "dated(\"", "rule(\"", "days(\"", "per_employee(\"", "percent(\""],
        &FORMULAS,
    );
    assert!(steps.len() > 20 && operands.len() > 30, "the search for literals still finds them");
    for language in ["sv", "en"] {
        let words = page(language);
        let families: [(&str, Vec<&str>); 5] = [
            ("note", Kind::ALL.iter().map(|kind| kind.id()).collect()),
            ("meaning", Meaning::ALL.iter().map(|meaning| meaning.id()).collect()),
            ("rule", TABLE.iter().map(|rule| rule.id.id()).collect()),
            ("step", steps.iter().map(String::as_str).collect()),
            ("operand", operands.iter().map(String::as_str).collect()),
        ];
        for (family, ids) in families {
            // An operand that is the result of an earlier step is called as that step is.
            let known = |id: &&str| has(&words, &format!("{family}.{id}")) || (family == "operand" && has(&words, &format!("step.{id}")));
            let lacking: Vec<&str> = ids.into_iter().filter(|id| !known(id)).collect();
            assert!(lacking.is_empty(), "{language}.json lacks {family}: {lacking:?}");
        }
    }
}

#[test]
fn every_reason_for_setting_a_row_aside_has_words_in_the_report() {
    let words = catalogue("report.sv");
    let asides = Kind::ALL.iter().filter(|kind| **kind < Kind::AmbiguousNumber && kind.weight() != Weight::Stop);
    asides.for_each(|kind| assert!(words.contains_key(&format!("report.reason.{}", kind.id())), "{}", kind.id()));
}

#[test]
fn absence_in_an_unknown_measure_is_asked_about_for_the_days_that_its_heading_names() {
    for (heading, expected, answers) in [
        ("Sjukfrånvaro", "measure", ["hours", "days", "rate"]),
        ("Kort", "short", ["short_hours", "short_days", "short_rate"]),
        ("Lång", "long", ["long_hours", "long_days", "long_rate"]),
        ("Dag 15-59", "long", ["long_hours", "long_days", "long_rate"]),
        ("Dag 60-", "sixty", ["sixty_hours", "sixty_days", "sixty_rate"]),
    ] {
        let paste = format!("Månad;{heading}\n2024-01;12\n");
        let (reading, settings) = (read(paste.as_bytes(), &Choices::default()), Settings::default());
        let view = view::view(&reading, &count(&reading, &view::basis(&settings)), &settings, Detail::Page);
        let asked = view.tables.iter().flat_map(|table| &table.notes).find(|note| note.id == "unknown_measure");
        let asked = asked.unwrap_or_else(|| panic!("{heading} is asked about"));
        assert_eq!(asked.answers.iter().map(|answer| answer.id.as_str()).collect::<Vec<_>>(), answers, "{heading}");
        assert_eq!(asked.expected.as_deref(), Some(expected));
        assert!(["sv", "en"].iter().all(|language| has(&page(language), &format!("expected.{expected}"))));
    }
}
