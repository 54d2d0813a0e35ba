//! The module as the page meets it, in headless Chromium: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs)]

use barkraft::wasm::economics::Economics;
use barkraft::wasm::figures::{Figures, read_number, version};
use barkraft::wasm::tables::Tables;
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const WEEK: &str = "Anst.nr\tFr.o.m.\tT.o.m.\tOmfattning\n1\t2024-03-04\t2024-03-08\t100\n";

fn js(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).expect("an object"))
}

/// The modules, and what the page does between them.
struct Core {
    tables: Tables,
    figures: Figures,
    economics: Economics,
    told: JsValue,
}

impl Core {
    fn new() -> Self {
        Self { tables: Tables::new(), figures: Figures::new(), economics: Economics::new(), told: JsValue::UNDEFINED }
    }

    fn hand_over(&mut self, settings: &str) {
        let counted = self.tables.counted(&js(settings)).map_err(JsValue::from).expect("counted");
        if let Some(mut counted) = counted {
            self.told = self.tables.told().map_err(JsValue::from).expect("told");
            self.figures.take(counted.numbers(), counted.texts());
        }
    }
}

fn pasted(text: &str) -> Core {
    let mut core = Core::new();
    core.tables.read(text.as_bytes(), &js("{}")).map_err(JsValue::from).expect("read");
    core
}

fn shown(core: &mut Core, settings: &str) -> JsValue {
    core.hand_over(settings);
    let view = core.figures.view(&js(settings)).map_err(JsValue::from).expect("a view");
    let mut ground = core.figures.ground(&js(settings)).map_err(JsValue::from).expect("a ground");
    core.economics.take(ground.numbers(), ground.texts());
    let economics = core.economics.view(&js(settings)).map_err(JsValue::from).expect("economics");
    Object::assign(view.unchecked_ref::<Object>(), core.told.unchecked_ref::<Object>());
    Object::assign(view.unchecked_ref::<Object>(), economics.unchecked_ref::<Object>()).into()
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn a_sick_week_costs_the_same_in_the_browser() {
    let view = shown(&mut pasted(WEEK), r#"{"monthly_pay": 30000}"#);
    let pay = at(&view, "total.sick_pay").as_f64().expect("a number");
    assert!((pay - 4_430.769_230_769_231).abs() < 1e-9);
    assert_eq!(at(&view, "total.kinds.sick_pay").as_string().as_deref(), Some("calculated"));
}

#[wasm_bindgen_test]
fn what_is_missing_is_null_and_maps_are_plain_objects() {
    let view = shown(&mut pasted(WEEK), r#"{"investment": {"horizon": 0}}"#);
    assert!(at(&view, "total.sick_pay").is_null());
    assert_eq!(at(&view, "investment.problems.horizon").as_string().as_deref(), Some("too_low"));
    assert!(at(&view, "months").is_instance_of::<js_sys::Array>() && at(&view, "investment.problems").is_instance_of::<Object>());
}

#[wasm_bindgen_test]
fn a_figure_opens_into_the_steps_that_give_it() {
    let mut core = pasted(WEEK);
    core.hand_over("{}");
    let question = js(r#"{"scope": "total", "figure": "sick_pay"}"#);
    let figure = core.figures.explain(&js(r#"{"monthly_pay": 30000}"#), &question).map_err(JsValue::from).expect("a figure");
    let steps: js_sys::Array = at(&figure, "steps").unchecked_into();
    assert_eq!(steps.length(), 3);
    assert_eq!(at(&steps.get(2), "result").as_f64(), at(&figure, "value").as_f64());
}

#[wasm_bindgen_test]
fn a_figure_that_does_not_exist_has_no_value_and_is_no_error() {
    let mut core = pasted(WEEK);
    core.hand_over("{}");
    let figure = core.figures.explain(&js("{}"), &js(r#"{"scope": "month", "key": "1999-01", "figure": "sick_pay"}"#));
    assert!(at(&figure.map_err(JsValue::from).expect("a figure"), "value").is_null());
}

/// Reads a table in pieces of a few bytes, and works on it a little at a time.
fn in_pieces(core: &mut Core, table: usize, text: &str, choices: &str) {
    core.tables.begin(table, &js(choices)).map_err(JsValue::from).expect("a table");
    loop {
        text.as_bytes().chunks(7).all(|piece| core.tables.push(piece));
        if core.tables.end() {
            break;
        }
    }
    while core.tables.work(&js("{}")).map_err(JsValue::from).expect("work") < 1.0 {}
}

#[wasm_bindgen_test]
fn a_corrected_column_is_read_again_in_its_place() {
    let mut core = Core::new();
    in_pieces(&mut core, 0, WEEK, "{}");
    in_pieces(&mut core, 0, WEEK, r#"{"columns": [{"column": 3, "meaning": "ignore"}]}"#);
    let view = shown(&mut core, "{}");
    assert_eq!(at(&view, "tables.0.columns.3.meaning").as_string().as_deref(), Some("ignore"));
    assert_eq!(at(&view, "reading.used").as_f64(), Some(1.0));
}

#[wasm_bindgen_test]
fn a_table_that_is_given_up_leaves_what_was_read_before() {
    let mut core = Core::new();
    in_pieces(&mut core, 0, WEEK, "{}");
    core.tables.begin(1, &js("{}")).map_err(JsValue::from).expect("a table");
    core.tables.push(b"Anst.nr;Fr.o.m.");
    core.tables.cancel();
    assert_eq!(at(&shown(&mut core, "{}"), "reading.used").as_f64(), Some(1.0));
    in_pieces(&mut core, 1, WEEK, "{}");
    let view = shown(&mut core, "{}");
    assert_eq!((at(&view, "reading.pasted").as_f64(), at(&view, "reading.used").as_f64()), (Some(2.0), Some(1.0)));
    core.tables.remove(1);
    assert_eq!(at(&shown(&mut core, "{}"), "reading.pasted").as_f64(), Some(1.0));
}

#[wasm_bindgen_test]
fn what_is_removed_is_gone() {
    let mut core = pasted(WEEK);
    core.tables.clear();
    assert_eq!(at(&shown(&mut core, "{}"), "reading.pasted").as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
fn a_setting_of_the_wrong_shape_is_an_error_with_words() {
    let error = Core::new().figures.view(&js(r#"{"monthly_pay": "mycket"}"#)).map_err(JsValue::from).expect_err("refused");
    assert!(at(&error, "message").as_string().is_some_and(|message| message.contains("mycket")));
}

#[wasm_bindgen_test]
fn numbers_are_read_as_people_write_them() {
    assert_eq!(read_number("1\u{a0}234,5"), Some(1_234.5));
    assert_eq!(read_number("elva"), None);
}

/// Ten thousand short days a year; an effect of 10 %, between nothing and 20, and of none to 9 months' delay.
const CASE: &str = r#"{"monthly_pay": 30000, "method": "ki", "investment": {"discount": 0, "cases": [{"start": 3000000,
    "effect_short": {"low": 0, "base": 10, "high": 20}, "delay": {"base": 1, "high": 9}, "shape": "normal"}]}}"#;
const MONTH: &str = "Månad;Sjukdagar dag 1-14;Sjukdagar dag 15-\n2023-06;833;500\n";

#[wasm_bindgen_test]
fn the_module_of_economics_answers_on_what_the_figures_hand_over() {
    let mut core = pasted(MONTH);
    let view = shown(&mut core, CASE);
    let case = at(&view, "investment.cases.0");
    assert_eq!(at(&case, "verdict").as_string().as_deref(), Some("carries_not"));
    // 833 × 12 days at 3 000 kr, a tenth of them, for eleven months of twelve.
    let saving = at(&case, "highest_cost").as_f64().expect("a number");
    assert!((saving - 833.0 * 12.0 * 3_000.0 * 0.1 * 11.0 / 12.0).abs() < 1e-3);
    let question = js(r#"{"scope": "investment", "key": "0", "figure": "highest_cost"}"#);
    let figure = core.economics.explain(&js(CASE), &question).map_err(JsValue::from).expect("a figure");
    assert!((at(&figure, "value").as_f64().expect("a number") - saving).abs() < 1e-6);
}

#[wasm_bindgen_test]
fn the_draws_are_those_of_every_other_machine() {
    let mut core = pasted(MONTH);
    shown(&mut core, CASE);
    assert!(core.economics.begin(&js(CASE), 10_000, 2018).map_err(JsValue::from).expect("settings"));
    while core.economics.work(700) < 1.0 {}
    let outcome = at(&core.economics.simulated(), "outcomes.0");
    let told = ["carries", "mean", "low", "high", "knowing"].map(|name| at(&outcome, name).as_f64().expect("a number").to_bits());
    assert_eq!(format!("{told:?}\n"), include_str!("draws.txt"));
}
