//! The door of the module that tells whether it pays: what `figures` worked out of the statistics goes in, what there is to show comes out.
//! It follows the page, with the parts that show it.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::settings_of;

/// The economics of what is planned and of what was done. The page holds the settings.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Economics {}

#[wasm_bindgen]
impl Economics {
    /// Nothing to rest on yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What the economics rest on, as plain numbers and names.
    pub fn take(&mut self, numbers: Vec<f64>, texts: Vec<String>) {
        drop((numbers, texts));
    }

    /// Everything there is to show; nothing so far.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn view(&mut self, settings: &JsValue) -> Result<JsValue, JsError> {
        settings_of(settings)?;
        Ok(Object::new().into())
    }

    /// One figure with every step that led to it; none so far.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn explain(&mut self, settings: &JsValue, question: &JsValue) -> Result<JsValue, JsError> {
        settings_of(settings)?;
        Ok(question.clone())
    }

    /// Begins a simulation of so many draws, from a seed.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn begin(&mut self, settings: &JsValue, draws: u32, seed: u32) -> Result<(), JsError> {
        settings_of(settings)?;
        let _ = (draws, seed);
        Ok(())
    }

    /// Draws at most so many more times. The share that is done; 1 when all is.
    pub fn work(&mut self, draws: u32) -> f64 {
        let _ = draws;
        1.0
    }

    /// What has been drawn.
    pub fn simulated(&mut self) -> JsValue {
        JsValue::NULL
    }
}
