//! The door of the module that `make bench` builds for itself: what reading is set beside. No page loads it.

use wasm_bindgen::prelude::*;

use crate::read::plain;

/// The plain sum, and a bare pass over the same bytes.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Plain(plain::Plain);

#[wasm_bindgen]
impl Plain {
    /// Nothing added yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds whole rows, cut by the core's own cutter.
    pub fn add_cut(&mut self, bytes: &[u8]) {
        self.0.add_cut(bytes);
    }

    /// Adds whole rows, cut by what their columns are known to hold.
    pub fn add_direct(&mut self, bytes: &[u8]) {
        self.0.add_direct(bytes);
    }

    /// Extent-weighted days, by unit in order of appearance × month from January 2000.
    #[must_use]
    pub fn days(&self) -> Vec<f64> {
        self.0.days()
    }

    /// The names of the units, in order of appearance, one a line.
    #[must_use]
    pub fn units(&self) -> String {
        self.0.units()
    }

    /// Rows that are no spells.
    #[must_use]
    pub fn misfits(&self) -> u32 {
        self.0.misfits()
    }
}

/// How many semicolons and line ends the bytes hold.
#[wasm_bindgen]
#[must_use]
pub fn bare_pass(bytes: &[u8]) -> u32 {
    plain::bare_pass(bytes)
}
