//! The only file that knows wasm-bindgen; thin. The object holds what was read, the page holds the settings.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::absence::{self, Basis, Statistics};
use crate::read::{self, Choices, Reading};
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
    pub fn read(&mut self, bytes: Vec<u8>, choices: JsValue) -> Result<(), JsError> {
        self.bytes = bytes;
        self.reread(choices)
    }

    /// Reads the same paste with other choices.
    ///
    /// # Errors
    /// When `choices` is not of the shape `ChoiceSettings`.
    pub fn reread(&mut self, choices: JsValue) -> Result<(), JsError> {
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
    pub fn view(&mut self, settings: JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.count(&settings);
        let (_, statistics) = self.counted.as_ref().ok_or_else(|| JsError::new("not counted"))?;
        to_js(&view::view(&self.reading, statistics, &settings, Detail::Page))
    }

    /// One figure with every step that led to it.
    ///
    /// # Errors
    /// When an argument is not of its shape, `Settings` or `Question`.
    pub fn explain(&mut self, settings: JsValue, question: JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.count(&settings);
        let (_, statistics) = self.counted.as_ref().ok_or_else(|| JsError::new("not counted"))?;
        to_js(&view::explain(statistics, &settings, &from_js(question)?))
    }

    /// Counts what happened anew only when what it rests on has changed: a slider costs no counting.
    fn count(&mut self, settings: &Settings) {
        let basis = view::basis(settings);
        if self.counted.as_ref().is_none_or(|(counted, _)| *counted != basis) {
            self.counted = Some((basis, absence::count(&self.reading, basis)));
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
fn settings_of(value: JsValue) -> Result<Settings, JsError> {
    from_js(value)
}

fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| JsError::new(&error.to_string()))
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| JsError::new(&error.to_string()))
}
