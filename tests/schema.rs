//! `docs/view.schema.json` is generated from the structs of the view. `UPDATE=1 cargo test --test schema` writes it anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use barkraft::view;
use schemars::{JsonSchema, generate::SchemaSettings};

/// Everything that crosses the border of the core, in one document.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Api {
    view: view::View,
    settings: view::Settings,
    choices: view::ChoiceSettings,
    question: view::Question,
    figure: view::FigureView,
}

#[test]
fn the_json_schema_in_docs_is_current() {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Api>();
    schema.insert("title".into(), "Bärkraft".into());
    let fresh = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/view.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    assert!(stored == fresh, "docs/view.schema.json is stale: run `make types`");
}
