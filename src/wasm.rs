//! The only folder that knows wasm-bindgen; thin. The object holds what was read, the page holds the settings.

mod page;

use js_sys::{Array, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::absence::{self, Basis, Statistics};
use crate::read::{self, Choices, Reading};
use crate::view::given::{Given, Value};
use crate::view::{self, ChoiceSettings, Detail, Settings};
use page::Page;

/// A paste and what came of it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Barkraft {
    reading: Reading,
    under_way: Option<(usize, Choices, Vec<u8>)>,
    counted: Option<(Basis, Statistics)>,
    page: Page,
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
        Self { reading: read::read(&[], &Choices::default()), under_way: None, counted: None, page: Page::default() }
    }

    /// Begins to read a table: one that is there anew, or one more where `table` is the number of them. Its bytes follow by
    /// [`push`](Self::push).
    ///
    /// # Errors
    /// When `choices` is not of the shape `ChoiceSettings`.
    pub fn begin(&mut self, table: usize, choices: &JsValue) -> Result<(), JsError> {
        let choices: ChoiceSettings = from_js(choices)?;
        self.under_way = Some((table, view::choices(&choices), Vec::new()));
        Ok(())
    }

    /// The next bytes of the table, at most a mebibyte at a time so that the page stays responsive. False when this pass needs no more
    /// of them: call [`end`](Self::end).
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        if let Some((.., all)) = &mut self.under_way {
            all.extend_from_slice(bytes);
        }
        true
    }

    /// All bytes have been pushed. True when the table is read; false when it has to be pushed once more from its first byte, as a
    /// value far down decides how the values above it are read.
    pub fn end(&mut self) -> bool {
        if let Some((_, choices, bytes)) = self.under_way.take() {
            self.reading = read::read(&bytes, &choices);
            self.counted = None;
        }
        true
    }

    /// Gives up reading the table under way. What was read before stands.
    pub fn cancel(&mut self) {
        self.under_way = None;
    }

    /// Forgets a table.
    pub fn remove(&mut self, table: usize) {
        if table == 0 {
            self.clear();
        }
    }

    /// Works for some milliseconds on what the next [`view`](Self::view) needs. The share that is done, 1 when all is.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn work(&mut self, settings: &JsValue) -> Result<f64, JsError> {
        let settings = settings_of(settings)?;
        self.count(&settings);
        Ok(1.0)
    }

    /// Begins to write the rows of a table that were set aside and can be mended, as CSV. Its bytes follow by [`push`](Self::push).
    pub fn begin_set_aside(&mut self, table: usize) {
        self.under_way = Some((table, Choices::default(), Vec::new()));
    }

    /// The rows set aside, once all bytes of the table have been pushed: UTF-8 with a byte order mark, `;` between cells, with row number
    /// and reason; people by their running numbers.
    pub fn end_set_aside(&mut self) -> Vec<u8> {
        self.under_way = None;
        Vec::new()
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
        Ok(self.page.made(&view::view(&self.reading, statistics, &settings, Detail::Page)))
    }

    /// One figure with every step that led to it.
    ///
    /// # Errors
    /// When an argument is not of its shape, `Settings` or `Question`.
    pub fn explain(&mut self, settings: &JsValue, question: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.count(&settings);
        let (_, statistics) = self.counted.as_ref().ok_or_else(|| JsError::new("not counted"))?;
        Ok(self.page.made(&view::explain(statistics, &settings, &from_js(question)?)))
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
