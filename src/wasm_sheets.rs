//! The door of the module for workbooks, as `wasm.rs` is that of the core: thin, and with `wasm.rs` the only file that knows
//! wasm-bindgen.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::sheets::{Opening, Refused, Sheet};

/// A file that is being opened, in steps: its bytes are pushed, then steps are taken, and after each the pieces of text that came of it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Book {
    /// Until the first step.
    bytes: Vec<u8>,
    opening: Option<Opening>,
}

#[wasm_bindgen]
impl Book {
    /// A file of so many bytes.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(size: usize) -> Self {
        Self { bytes: Vec::with_capacity(size), opening: None }
    }

    /// The next bytes of a workbook, a `PAXml` file, or HTML of a clipboard.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Reads on, through about so many bytes as they are once unpacked. The share that has been read: 1 when all of it has.
    ///
    /// # Errors
    /// The id of a refusal, as text.
    pub fn step(&mut self, budget: usize) -> Result<f64, JsValue> {
        self.go_on(budget).map_err(|refused| refused.id().into())
    }

    /// The next piece of text that has come: `{sheet, text}`, the number of the sheet and tab-separated UTF-8. Undefined when there is none.
    pub fn piece(&mut self) -> JsValue {
        let Some((sheet, text)) = self.opening.as_mut().and_then(Opening::piece) else { return JsValue::UNDEFINED };
        object([("sheet", sheet.into()), ("text", Uint8Array::from(text.as_bytes()).into())]).into()
    }

    /// What there is to choose from, once everything has been read: `{name, rows, columns, hidden, preview}` for each sheet.
    #[must_use]
    pub fn sheets(&self) -> Array {
        self.opening.iter().flat_map(Opening::sheets).map(plain).collect()
    }
}

impl Book {
    fn go_on(&mut self, budget: usize) -> Result<f64, Refused> {
        let opening = match &mut self.opening {
            Some(opening) => opening,
            none => none.insert(Opening::new(std::mem::take(&mut self.bytes))?),
        };
        Ok(if opening.step(budget)? { 1.0 } else { opening.share().min(0.999) })
    }
}

fn plain(sheet: &Sheet) -> Object {
    let preview = sheet.preview.iter().map(|row| row.iter().map(|cell| JsValue::from_str(cell)).collect::<Array>()).collect::<Array>();
    object([
        ("name", sheet.name.as_str().into()),
        ("rows", sheet.rows.into()),
        ("columns", sheet.columns.into()),
        ("hidden", sheet.hidden.into()),
        ("preview", preview.into()),
    ])
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // a plain object takes every field
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}
