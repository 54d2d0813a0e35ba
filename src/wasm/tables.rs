//! The door of the module that reads tables and counts: bytes go in, what was counted comes out, and what there is to tell of the tables.

use wasm_bindgen::prelude::*;

use super::{Passing, from_js, page::Page, settings_of};
use crate::absence::{Basis, Counting, Statistics};
use crate::read::{self, Choices, Mend, Reader, Reading, SameMonths};
use crate::view::{self, ChoiceSettings, Settings};

/// About so many rows are worked on at a time: some milliseconds.
const ROWS_AT_A_TIME: usize = 65_536;

/// The tables that were read, and what came of them.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Tables {
    readings: Vec<Reading>,
    /// What was said of the months that each table shares with an earlier one.
    same_months: Vec<Option<SameMonths>>,
    /// All tables as one, or that there are none.
    joined: Option<Reading>,
    under_way: UnderWay,
    counting: Option<(Basis, Counting)>,
    counted: Option<(Basis, Statistics)>,
    /// Whether what was counted has been handed over.
    handed_over: bool,
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

impl Default for Tables {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl Tables {
    /// Nothing pasted yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        let (readings, same_months) = (Vec::new(), Vec::new());
        Self {
            readings,
            same_months,
            joined: None,
            under_way: UnderWay::Nothing,
            counting: None,
            counted: None,
            handed_over: false,
            page: Page::default(),
        }
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
        if table < self.readings.len() {
            self.readings.remove(table);
            self.same_months.remove(table);
            self.forget_counted();
        }
    }

    /// Begins to write the rows of a table that were set aside and can be mended, as CSV. Its bytes follow by [`push`](Self::push).
    /// `labels` are the headings of the row number and of the reason, and then, two by two, the id of each reason and its words.
    #[allow(clippy::needless_pass_by_value)] // so it comes from JavaScript
    pub fn begin_set_aside(&mut self, table: usize, labels: Vec<String>) {
        let tables = self.joined.as_ref().or(self.readings.first());
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
        self.readings.push(read::read(bytes, &choices));
        self.same_months.push(choices.same_months);
        Ok(())
    }

    /// Forgets everything that was pasted.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// What was counted, for the module that shows it; `undefined` when that has it already.
    ///
    /// # Errors
    /// When `settings` is not of the shape `Settings`.
    pub fn counted(&mut self, settings: &JsValue) -> Result<Option<Passing>, JsError> {
        let settings = settings_of(settings)?;
        while self.work_on(&settings, usize::MAX) < 1.0 {}
        let counted = self.counted.as_mut().filter(|_| !self.handed_over).map(|(_, statistics)| Passing::new(statistics.passed()));
        self.handed_over = true;
        Ok(counted)
    }

    /// What there is to show of the tables themselves, once they are counted.
    ///
    /// # Errors
    /// When they are not.
    pub fn told(&mut self) -> Result<JsValue, JsError> {
        let (reading, statistics) = self.at_hand()?;
        let told = view::told(reading, statistics);
        Ok(self.page.made(&told))
    }

    /// How the only table was understood; `undefined` while it is read.
    pub fn table(&mut self) -> JsValue {
        while matches!(self.under_way, UnderWay::Table { ended: true, .. }) {
            self.bring_together(usize::MAX);
        }
        self.readings.first().map_or(JsValue::UNDEFINED, |table| self.page.made(&view::table_view(table)))
    }
}

impl Tables {
    /// What was read and counted.
    fn at_hand(&self) -> Result<(&Reading, &Statistics), JsError> {
        let reading = self.joined.as_ref().or(self.readings.first());
        let counted = self.counted.as_ref().map(|(_, statistics)| statistics);
        reading.zip(counted).ok_or_else(|| JsError::new("not counted"))
    }

    /// Brings the rows of the table under way together, joins the tables, and counts: about so many rows of it.
    fn work_on(&mut self, settings: &Settings, rows: usize) -> f64 {
        if self.bring_together(rows) {
            return 0.0;
        }
        let several = self.readings.len() != 1;
        if several && self.joined.is_none() {
            self.joined = Some(match self.readings.len() {
                0 => read::read(&[], &Choices::default()),
                _ => read::join(self.readings.clone(), &self.same_months),
            });
            return 0.0;
        }
        let Some(reading) = self.joined.as_ref().or(self.readings.first()) else { return 1.0 };
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
        self.handed_over = false;
        1.0
    }

    /// Brings about so many rows of a table that has ended together; false where there is none.
    fn bring_together(&mut self, rows: usize) -> bool {
        let UnderWay::Table { number, reader, ended: true, same_months } = &mut self.under_way else { return false };
        if let Some(reading) = reader.step(rows) {
            let (number, said) = (*number, *same_months);
            self.take_in(number, reading, said);
        }
        true
    }

    fn take_in(&mut self, number: usize, reading: Reading, same_months: Option<SameMonths>) {
        if number < self.readings.len() {
            self.readings[number] = reading;
            self.same_months[number] = same_months;
        } else {
            self.readings.push(reading);
            self.same_months.push(same_months);
        }
        self.under_way = UnderWay::Nothing;
        self.forget_counted();
    }

    fn forget_counted(&mut self) {
        (self.joined, self.counting, self.counted) = (None, None, None);
    }
}
