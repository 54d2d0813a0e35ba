//! The view as the page takes it: plain objects, lists, numbers and strings.

use std::mem::take;

use js_sys::{Array, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::view::given::snake_case;
use crate::view::shown::{Receiver, Shown};

#[wasm_bindgen]
extern "C" {
    /// An object whose fields are set by plain assignment.
    type Named;
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Named, name: &JsValue, value: &JsValue);
}

/// Makes JavaScript of what it is told. Our own names are written over once and kept: a view holds some nine thousand.
#[derive(Debug, Default)]
pub struct Page {
    /// What was made last; a list or an object while its parts are told.
    made: JsValue,
    names: Vec<(&'static [&'static str], Vec<JsValue>)>,
    words: Vec<(&'static str, JsValue)>,
}

impl Page {
    /// A value as the page takes it.
    pub fn made(&mut self, value: &dyn Shown) -> JsValue {
        value.show(self);
        take(&mut self.made)
    }

    /// Makes a part of what is being made: gives the whole and the part.
    fn part(&mut self, value: &dyn Shown) -> (JsValue, JsValue) {
        let whole = take(&mut self.made);
        (whole, self.made(value))
    }

    fn set(&mut self, name: &JsValue, value: &dyn Shown) {
        let (whole, part) = self.part(value);
        if !part.is_undefined() {
            whole.unchecked_ref::<Named>().set(name, &part);
        }
        self.made = whole;
    }

    /// Where in `names` those of a struct stand.
    fn known(&mut self, names: &'static [&'static str]) -> usize {
        self.names.iter().position(|(known, _)| std::ptr::eq(*known, names)).unwrap_or_else(|| {
            self.names.push((names, names.iter().map(|name| (*name).into()).collect()));
            self.names.len() - 1
        })
    }
}

impl Receiver for Page {
    fn nothing(&mut self) {
        self.made = JsValue::NULL;
    }

    fn left_out(&mut self) {
        self.made = JsValue::UNDEFINED;
    }

    fn flag(&mut self, flag: bool) {
        self.made = flag.into();
    }

    #[allow(clippy::cast_precision_loss)] // numbers of rows and years
    fn whole(&mut self, number: i64) {
        self.number(number as f64);
    }

    fn number(&mut self, number: f64) {
        self.made = number.into();
    }

    fn text(&mut self, text: &str) {
        self.made = text.into();
    }

    fn word(&mut self, variant: &'static str) {
        let known = self.words.iter().find(|(known, _)| std::ptr::eq(*known, variant)).map(|(_, word)| word.clone());
        self.made = known.unwrap_or_else(|| {
            let word = JsValue::from(snake_case(variant));
            self.words.push((variant, word.clone()));
            word
        });
    }

    fn list(&mut self) {
        self.made = Array::new().into();
    }

    fn item(&mut self, item: &dyn Shown) {
        let (whole, part) = self.part(item);
        whole.unchecked_ref::<Array>().push(&part);
        self.made = whole;
    }

    fn named(&mut self) {
        self.made = Object::new().into();
    }

    fn entry(&mut self, name: &str, value: &dyn Shown) {
        self.set(&name.into(), value);
    }

    fn fields(&mut self, names: &'static [&'static str], values: &[&dyn Shown]) {
        let known = self.known(names);
        for (index, value) in values.iter().enumerate() {
            let name = self.names[known].1[index].clone();
            self.set(&name, *value);
        }
    }
}
