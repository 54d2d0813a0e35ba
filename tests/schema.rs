//! `docs/view.schema.json` is generated from the structs of the view. `UPDATE=1 cargo test --test schema` writes it anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

mod common;

use barkraft::view;
use barkraft::view::given::snake_case;
use barkraft::view::shown::{Receiver, Shown};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value};

/// Everything that crosses the border of the core, in one document.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Api {
    view: view::View,
    settings: view::Settings,
    choices: view::ChoiceSettings,
    question: view::Question,
    figure: view::FigureView,
    simulation: view::SimulationView,
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

/// Holds a value against a schema: the part of JSON Schema that the generated document uses.
fn check(value: &Value, schema: &Value, root: &Value, at: &str) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        return check(value, root.pointer(&name[1..]).expect("a definition"), root, at);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema[choice].as_array() {
            let fits = choices.iter().any(|choice| check(value, choice, root, at).is_ok());
            return if fits { Ok(()) } else { Err(format!("{at}: {value} fits no choice")) };
        }
    }
    if let Some(constant) = schema.get("const") {
        return if value == constant { Ok(()) } else { Err(format!("{at}: {value} is not {constant}")) };
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let is = |kind: &&str| match *kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{at}: the schema has a type {other}"),
    };
    if !kinds.is_empty() && !kinds.iter().any(is) {
        return Err(format!("{at}: {value} is not {kinds:?}"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        check(item, &schema["items"], root, &format!("{at}[{index}]"))?;
    }
    let Some(object) = value.as_object() else { return Ok(()) };
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !object.contains_key(name) {
            return Err(format!("{at} lacks {name}"));
        }
    }
    let Some(properties) = schema["properties"].as_object() else { return Ok(()) };
    for (name, item) in object {
        let known = properties.get(name).ok_or_else(|| format!("{at} has {name}, which the schema does not know"))?;
        check(item, known, root, &format!("{at}.{name}"))?;
    }
    Ok(())
}

/// Makes JSON of what the page is told, as src/wasm/page.rs makes JavaScript of it.
#[derive(Default)]
struct Told(Option<Value>);

impl Told {
    fn of(value: &dyn Shown) -> Option<Value> {
        let mut told = Self::default();
        value.show(&mut told);
        told.0
    }

    fn named_values(&mut self) -> &mut Map<String, Value> {
        self.0.as_mut().and_then(Value::as_object_mut).expect("an object has been begun")
    }
}

impl Receiver for Told {
    fn nothing(&mut self) {
        self.0 = Some(Value::Null);
    }

    fn left_out(&mut self) {
        self.0 = None;
    }

    fn flag(&mut self, flag: bool) {
        self.0 = Some(flag.into());
    }

    fn whole(&mut self, number: i64) {
        self.0 = Some(number.into());
    }

    fn number(&mut self, number: f64) {
        self.0 = Some(number.into());
    }

    fn text(&mut self, text: &str) {
        self.0 = Some(text.into());
    }

    fn word(&mut self, variant: &'static str) {
        self.0 = Some(snake_case(variant).into());
    }

    fn list(&mut self) {
        self.0 = Some(Value::Array(Vec::new()));
    }

    fn item(&mut self, item: &dyn Shown) {
        let list = self.0.as_mut().and_then(Value::as_array_mut).expect("a list has been begun");
        list.push(Self::of(item).expect("an item"));
    }

    fn named(&mut self) {
        self.0 = Some(Value::Object(Map::new()));
    }

    fn entry(&mut self, name: &str, value: &dyn Shown) {
        if let Some(value) = Self::of(value) {
            assert!(self.named_values().insert(name.into(), value).is_none(), "{name} stands twice");
        }
    }

    fn fields(&mut self, names: &'static [&'static str], values: &[&dyn Shown]) {
        assert_eq!(names.len(), values.len());
        names.iter().zip(values).for_each(|(name, value)| self.entry(name, *value));
    }
}

#[test]
fn what_the_command_line_prints_is_what_the_schema_says() {
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/view.schema.json")).unwrap()).unwrap();
    let settings = view::Settings {
        monthly_pay: Some(31_000.0),
        investment: common::Simple { start: Some(50_000.0), effect_short: Some(5.0), ..Default::default() }.into(),
        ..Default::default()
    };
    let pastes = [
        "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning\n1;A;2024-03-04;2024-03-08;100\n2;B;2024-04-01;2024-08-08;50\n3;B;x;2024-08-08;50\n",
        "Månad;Enhet;Kort tim;Lång tim;Sjuklön\n2024-01;A;80;20;9000\n2024-03;B;80;0;\n",
        "Månad;Timmar\n2024-01;80\n",
        "",
        "ingenting",
    ];
    for paste in pastes {
        let view = common::view(paste, &settings);
        let json = serde_json::to_value(&view).unwrap();
        check(&json, &schema["properties"]["view"], &schema, "view").unwrap_or_else(|error| panic!("{paste:?}: {error}"));
        // The very text, so that the order of names holds as well; with steps and, as on the page, without.
        for view in [view, common::page(paste, &settings)] {
            let json = serde_json::to_string(&view).unwrap();
            assert_eq!(Told::of(&view).unwrap().to_string(), json, "{paste:?}: what the page is told is what is printed");
        }
    }
}
