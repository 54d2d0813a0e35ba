//! The door of the module that comes with the page: what was counted goes in, what there is to show comes out.

use wasm_bindgen::prelude::*;

use super::{Passing, from_js, page::Page, settings_of};
use crate::absence::{Passed, Statistics};
use crate::read;
use crate::view::{self, Detail};

/// What was counted, and what is shown of it. The page holds the settings.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Figures {
    counted: Option<Statistics>,
    page: Page,
}

#[wasm_bindgen]
impl Figures {
    /// Nothing counted yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What the module for tables has counted.
    pub fn take(&mut self, numbers: Vec<f64>, texts: Vec<String>) {
        self.counted = Statistics::taken(Passed { numbers, texts });
    }

    /// Everything there is to show, but for what is told of the tables themselves.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`, or nothing has been counted.
    pub fn view(&mut self, settings: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        let statistics = counted(self.counted.as_ref())?;
        Ok(self.page.made(&view::figures(statistics, &settings, Detail::Page)))
    }

    /// What investments rest on, for the module that tells of them.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`, or nothing has been counted.
    pub fn ground(&mut self, settings: &JsValue) -> Result<Passing, JsError> {
        let settings = settings_of(settings)?;
        let mut ground = view::ground(counted(self.counted.as_ref())?, &settings);
        Ok(Passing::new(ground.passed()))
    }

    /// One figure with every step that led to it.
    ///
    /// # Errors
    /// When an argument is not of its shape, `Settings` or `Question`, or nothing has been counted.
    pub fn explain(&mut self, settings: &JsValue, question: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        let statistics = counted(self.counted.as_ref())?;
        Ok(self.page.made(&view::explain(statistics, &settings, &from_js(question)?)))
    }
}

fn counted(statistics: Option<&Statistics>) -> Result<&Statistics, JsError> {
    statistics.ok_or_else(|| JsError::new("not counted"))
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
