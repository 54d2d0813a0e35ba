//! The door of the module that tells whether it pays: what `figures` worked out of the statistics goes in, what there is to show comes out.
//! It follows the page, with the parts that show it.

use wasm_bindgen::prelude::*;

use super::{from_js, page::Page, settings_of};
use crate::absence::Passed;
use crate::evaluation::Chances;
use crate::investment::Ground;
use crate::view::{self, Detail, Simulated};

/// The economics of what is planned and of what was done. The page holds the settings.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Economics {
    ground: Ground,
    simulated: Option<Simulated>,
    chances: Chances,
    page: Page,
}

#[wasm_bindgen]
impl Economics {
    /// Nothing to rest on yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What the economics rest on, as the module for figures hands it over.
    pub fn take(&mut self, numbers: Vec<f64>, texts: Vec<String>) {
        self.ground = Ground::taken(Passed { numbers, texts }).unwrap_or_default();
    }

    /// Everything there is to show.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn view(&mut self, settings: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        let Self { ground, chances, page, .. } = self;
        Ok(page.made(&view::economics(ground, &settings, Detail::Page, chances)))
    }

    /// One figure with every step that led to it.
    ///
    /// # Errors
    /// When an argument is not of its shape, `Settings` or `Question`.
    pub fn explain(&mut self, settings: &JsValue, question: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        Ok(self.page.made(&view::explain_economics(&self.ground, &settings, &from_js(question)?)))
    }

    /// Begins so many draws of the uncertain inputs, from a seed. False: there is nothing to draw.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn begin(&mut self, settings: &JsValue, draws: u32, seed: u32) -> Result<bool, JsError> {
        self.simulated = Simulated::new(&self.ground, &settings_of(settings)?, draws, seed);
        Ok(self.simulated.is_some())
    }

    /// Draws at most so many more times. The share that is done; 1 when all is.
    pub fn work(&mut self, draws: u32) -> f64 {
        self.simulated.as_mut().map_or(1.0, |simulated| simulated.work(draws))
    }

    /// What has been drawn; `null` where there was nothing to draw.
    pub fn simulated(&mut self) -> JsValue {
        let Self { simulated, page, .. } = self;
        simulated.as_ref().map_or(JsValue::NULL, |simulated| page.made(&simulated.view()))
    }
}
