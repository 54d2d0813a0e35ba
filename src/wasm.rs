//! The only folder that knows wasm-bindgen; thin. The object holds what was read, the page holds the settings.

mod page;

use js_sys::{Array, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::absence::{Basis, Counting, Statistics};
use crate::read::{self, Choices, Mend, Reader, Reading, SameMonths};
use crate::view::given::{Given, Value};
use crate::view::{self, ChoiceSettings, Detail, Settings};
use page::Page;

/// About so many rows are worked on at a time: some milliseconds.
const ROWS_AT_A_TIME: usize = 16_384;

/// The tables that were read, and what came of them.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Barkraft {
    tables: Vec<Reading>,
    /// What was said of the months that each table shares with an earlier one.
    same_months: Vec<Option<SameMonths>>,
    /// All tables as one, or that there are none.
    joined: Option<Reading>,
    under_way: UnderWay,
    counting: Option<(Basis, Counting)>,
    counted: Option<(Basis, Statistics)>,
    page: Page,
}

/// What the next bytes are for.
#[derive(Debug)]
enum UnderWay {
    Nothing,
    /// To read a table, from its first byte to its last and then until its rows are brought together.
    Table {
        number: usize,
        reader: Box<Reader>,
        ended: bool,
        same_months: Option<SameMonths>,
    },
    /// To write the rows of a table that were set aside.
    Mend(Box<Mend>),
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
        let (tables, same_months) = (Vec::new(), Vec::new());
        Self { tables, same_months, joined: None, under_way: UnderWay::Nothing, counting: None, counted: None, page: Page::default() }
    }

    /// Begins to read a table: one that is there anew, or one more where `table` is the number of them. Its bytes follow by
    /// [`push`](Self::push).
    ///
    /// # Errors
    /// When `choices` is not of the shape `ChoiceSettings`.
    pub fn begin(&mut self, table: usize, choices: &JsValue) -> Result<(), JsError> {
        let choices = view::choices(&from_js::<ChoiceSettings>(choices)?);
        let same_months = choices.same_months;
        self.under_way = UnderWay::Table { number: table, reader: Box::new(Reader::new(choices)), ended: false, same_months };
        Ok(())
    }

    /// The next bytes, at most a mebibyte at a time so that the page stays responsive. False when this pass needs no more of them: call
    /// [`end`](Self::end).
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        match &mut self.under_way {
            UnderWay::Table { reader, .. } => reader.push(bytes),
            UnderWay::Mend(mend) => mend.push(bytes),
            UnderWay::Nothing => false,
        }
    }

    /// All bytes have been pushed. True when that was all; false when they have to be pushed once more from the first, as a value far
    /// down decides how the values above it are read.
    pub fn end(&mut self) -> bool {
        match &mut self.under_way {
            UnderWay::Table { reader, ended, .. } => {
                *ended = reader.end();
                *ended
            }
            UnderWay::Mend(mend) => mend.end(),
            UnderWay::Nothing => true,
        }
    }

    /// Works for some milliseconds on what the next [`view`](Self::view) needs, once a table has ended. The share that is done, 1 when
    /// all is.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn work(&mut self, settings: &JsValue) -> Result<f64, JsError> {
        let settings = settings_of(settings)?;
        Ok(self.work_on(&settings, ROWS_AT_A_TIME))
    }

    /// Gives up what is under way. What was read before stands.
    pub fn cancel(&mut self) {
        self.under_way = UnderWay::Nothing;
    }

    /// Forgets a table.
    pub fn remove(&mut self, table: usize) {
        if table < self.tables.len() {
            self.tables.remove(table);
            self.same_months.remove(table);
            self.forget_counted();
        }
    }

    /// Begins to write the rows of a table that were set aside and can be mended, as CSV. Its bytes follow by [`push`](Self::push).
    /// `labels` are the headings of the row number and of the reason, and then, two by two, the id of each reason and its words.
    #[allow(clippy::needless_pass_by_value)] // so it comes from JavaScript
    pub fn begin_set_aside(&mut self, table: usize, labels: Vec<String>) {
        let tables = self.joined.as_ref().or(self.tables.first());
        self.under_way = tables.map_or(UnderWay::Nothing, |tables| UnderWay::Mend(Box::new(Mend::new(tables, table, &labels))));
    }

    /// The rows set aside, once all bytes of the table have been pushed: UTF-8 with a byte order mark, `;` between cells; people by
    /// their running numbers.
    pub fn end_set_aside(&mut self) -> Vec<u8> {
        match std::mem::replace(&mut self.under_way, UnderWay::Nothing) {
            UnderWay::Mend(mend) => mend.finish(),
            _ => Vec::new(),
        }
    }

    /// Reads a table all at once, in the place of all that was read before.
    ///
    /// # Errors
    /// When `choices` is not of the shape `ChoiceSettings`.
    pub fn read(&mut self, bytes: &[u8], choices: &JsValue) -> Result<(), JsError> {
        self.clear();
        let choices = view::choices(&from_js::<ChoiceSettings>(choices)?);
        self.tables.push(read::read(bytes, &choices));
        self.same_months.push(choices.same_months);
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
    pub fn view(&mut self, settings: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.catch_up(&settings);
        let (reading, statistics) = self.at_hand()?;
        Ok(self.page.made(&view::view(reading, statistics, &settings, Detail::Page)))
    }

    /// One figure with every step that led to it.
    ///
    /// # Errors
    /// When an argument is not of its shape, `Settings` or `Question`.
    pub fn explain(&mut self, settings: &JsValue, question: &JsValue) -> Result<JsValue, JsError> {
        let settings = settings_of(settings)?;
        self.catch_up(&settings);
        let (_, statistics) = self.at_hand()?;
        Ok(self.page.made(&view::explain(statistics, &settings, &from_js(question)?)))
    }
}

impl Barkraft {
    /// Does what is left to do. A slider costs no counting.
    fn catch_up(&mut self, settings: &Settings) {
        while self.work_on(settings, usize::MAX) < 1.0 {}
    }

    /// What was read and counted.
    fn at_hand(&self) -> Result<(&Reading, &Statistics), JsError> {
        let reading = self.joined.as_ref().or(self.tables.first());
        let counted = self.counted.as_ref().map(|(_, statistics)| statistics);
        reading.zip(counted).ok_or_else(|| JsError::new("not counted"))
    }

    /// Brings the rows of the table under way together, joins the tables, and counts: about so many rows of it.
    fn work_on(&mut self, settings: &Settings, rows: usize) -> f64 {
        if let UnderWay::Table { number, reader, ended: true, same_months } = &mut self.under_way {
            if let Some(reading) = reader.step(rows) {
                let (number, said) = (*number, *same_months);
                self.take_in(number, reading, said);
            }
            return 0.0;
        }
        let several = self.tables.len() != 1;
        if several && self.joined.is_none() {
            self.joined = Some(match self.tables.len() {
                0 => read::read(&[], &Choices::default()),
                _ => read::join(self.tables.clone(), &self.same_months),
            });
            return 0.0;
        }
        let Some(reading) = self.joined.as_ref().or(self.tables.first()) else { return 1.0 };
        let basis = view::basis(settings);
        if self.counted.as_ref().is_some_and(|(counted, statistics)| statistics.holds_for(counted, &basis)) {
            return 1.0;
        }
        let counting = match self.counting.take() {
            Some((begun, counting)) if begun == basis => counting,
            _ => Counting::new(reading, &basis),
        };
        let (_, counting) = self.counting.insert((basis, counting));
        if !counting.step(reading, rows) {
            return counting.share_done();
        }
        self.counted = self.counting.take().map(|(basis, counting)| (basis, counting.finish()));
        1.0
    }

    fn take_in(&mut self, number: usize, reading: Reading, same_months: Option<SameMonths>) {
        if number < self.tables.len() {
            self.tables[number] = reading;
            self.same_months[number] = same_months;
        } else {
            self.tables.push(reading);
            self.same_months.push(same_months);
        }
        self.under_way = UnderWay::Nothing;
        self.forget_counted();
    }

    fn forget_counted(&mut self) {
        (self.joined, self.counting, self.counted) = (None, None, None);
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
