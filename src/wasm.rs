//! The only file that knows wasm-bindgen; thin. The object holds what was read, the page holds the settings.

use js_sys::{Array, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::absence::{self, Basis, Statistics};
use crate::read::{self, Choices, Reading};
use crate::view::given::{Given, Value};
use crate::view::{self, ChoiceSettings, Detail, Settings};

/// A paste and what came of it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Barkraft {
    bytes: Vec<u8>,
    reading: Reading,
    counted: Option<(Basis, Statistics)>,
}

impl Default for Barkraft {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl Barkraft {
    /// Nothing pasted yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self { bytes: Vec::new(), reading: read::read(&[], &Choices::default()), counted: None }
    }

    /// Reads a paste or file. It is kept until [`clear`](Self::clear), so that a corrected column can be read again.
    ///
    /// # Errors
    /// When `choices` is not of the shape `ChoiceSettings`.
    pub fn read(&mut self, bytes: Vec<u8>, choices: &JsValue) -> Result<(), JsError> {
        self.bytes = bytes;
        self.reread(choices)
    }

    /// Reads the same paste with other choices.
    ///
    /// # Errors
    /// When `choices` is not of the shape `ChoiceSettings`.
    pub fn reread(&mut self, choices: &JsValue) -> Result<(), JsError> {
        let choices: ChoiceSettings = from_js(choices)?;
        self.reading = read::read(&self.bytes, &view::choices(&choices));
        self.counted = None;
        Ok(())
    }

    /// Forgets everything that was pasted.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Everything there is to show.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn view(&mut self, settings: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.count(&settings);
        let (_, statistics) = self.counted.as_ref().ok_or_else(|| JsError::new("not counted"))?;
        to_js(&view::view(&self.reading, statistics, &settings, Detail::Page))
    }

    /// One figure with every step that led to it.
    ///
    /// # Errors
    /// When an argument is not of its shape, `Settings` or `Question`.
    pub fn explain(&mut self, settings: &JsValue, question: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.count(&settings);
        let (_, statistics) = self.counted.as_ref().ok_or_else(|| JsError::new("not counted"))?;
        to_js(&view::explain(statistics, &settings, &from_js(question)?))
    }

    /// Counts what happened anew only when what it rests on has changed: a slider costs no counting.
    fn count(&mut self, settings: &Settings) {
        let basis = view::basis(settings);
        if self.counted.as_ref().is_none_or(|(counted, statistics)| !statistics.holds_for(counted, &basis)) {
            let statistics = absence::count(&self.reading, &basis);
            self.counted = Some((basis, statistics));
        }
    }
}

/// Reads a number as people write them: `1 234,5`, `1234.5`, `−5`; `undefined` when it is none.
#[wasm_bindgen]
#[must_use]
pub fn read_number(text: &str) -> Option<f64> {
    read::read_number(text)
}

/// The version of the core.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

// Kept apart: each use would else carry its own copy of the code that reads it.
#[inline(never)]
fn settings_of(value: &JsValue) -> Result<Settings, JsError> {
    from_js(value)
}

fn from_js<T: Value>(value: &JsValue) -> Result<T, JsError> {
    T::read(given(value)).map_err(|refused| JsError::new(&refused))
}

/// A value of JavaScript as the core takes it.
fn given(value: &JsValue) -> Given {
    if value.is_null() || value.is_undefined() {
        Given::Nothing
    } else if let Some(flag) = value.as_bool() {
        Given::Flag(flag)
    } else if let Some(number) = value.as_f64() {
        Given::Number(number)
    } else if let Some(text) = value.as_string() {
        Given::Text(text)
    } else if Array::is_array(value) {
        Given::List(value.unchecked_ref::<Array>().iter().map(|item| given(&item)).collect())
    } else if value.is_object() {
        let entries = Object::entries(value.unchecked_ref());
        let field = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), given(&entry.get(1)))
        };
        Given::Fields(entries.iter().map(field).collect())
    } else {
        Given::Other
    }
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| JsError::new(&error.to_string()))
}
