//! The only folder that knows wasm-bindgen; thin. Each file of it is the door of one module of the page, and [`Page`](page) what they share.

#[cfg(feature = "economics")]
pub mod economics;
#[cfg(feature = "figures")]
pub mod figures;
mod page;
#[cfg(feature = "reading")]
pub mod tables;

use js_sys::{Array, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[cfg(any(feature = "figures", feature = "reading"))]
use crate::absence::Passed;
use crate::view::Settings;
use crate::view::given::{Given, Value};

/// What one module has worked out, on its way to another.
#[cfg(any(feature = "figures", feature = "reading"))]
#[wasm_bindgen]
#[derive(Debug)]
pub struct Passing(Passed);

#[cfg(any(feature = "figures", feature = "reading"))]
impl Passing {
    const fn new(passed: Passed) -> Self {
        Self(passed)
    }
}

#[cfg(any(feature = "figures", feature = "reading"))]
#[wasm_bindgen]
impl Passing {
    /// Its numbers. They are handed over, not copied.
    pub fn numbers(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.0.numbers)
    }

    /// Its texts.
    pub fn texts(&mut self) -> Vec<String> {
        std::mem::take(&mut self.0.texts)
    }
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
