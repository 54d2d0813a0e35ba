//! The door of the module for workbooks, as `wasm.rs` is that of the core: thin, and with `wasm.rs` the only file that knows
//! wasm-bindgen.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::sheets::{self, Sheet};

/// The sheets of a file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Book(sheets::Book);

#[wasm_bindgen]
impl Book {
    /// Opens a workbook, a `PAXml` file, or HTML of a clipboard.
    ///
    /// # Errors
    /// The id of a refusal, as text.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Self, JsValue> {
        sheets::open(bytes).map(Self).map_err(|refused| refused.id().into())
    }

    /// What there is to choose from: `{name, rows, columns, hidden, preview}` for each sheet.
    #[must_use]
    pub fn sheets(&self) -> Array {
        self.0.sheets.iter().map(plain).collect()
    }

    /// A sheet as tab-separated UTF-8; empty where there is no such sheet.
    #[must_use]
    pub fn text(&self, index: usize) -> Vec<u8> {
        self.0.text(index).as_bytes().to_vec()
    }
}

fn plain(sheet: &Sheet) -> Object {
    let preview = sheet.preview.iter().map(|row| row.iter().map(|cell| JsValue::from_str(cell)).collect::<Array>()).collect::<Array>();
    let object = Object::new();
    let fields: [(&str, JsValue); 5] = [
        ("name", sheet.name.as_str().into()),
        ("rows", sheet.rows.into()),
        ("columns", sheet.columns.into()),
        ("hidden", sheet.hidden.into()),
        ("preview", preview.into()),
    ];
    for (name, value) in fields {
        // a plain object takes every field
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}
