//! Rows that were set aside, as a table of their own: to be mended and pasted again. People are called by their running numbers.

use super::intern::{Interner, hash};
use super::table::{Cells, Position, Rows};
use super::text::{Decoder, named};
use super::{ColumnReading, Meaning, Reading, Records, date, number, preview};
use crate::note::Kind;

/// What a person is called outside the core, by running number from 0.
pub(super) fn person(number: u32) -> String {
    let mut name = String::from("#");
    name.push_str(&(number + 1).to_string());
    name
}

/// What is to be known of a column to write its cells.
#[derive(Debug, Clone, Copy)]
struct Written {
    meaning: Meaning,
    personal: bool,
    codes: bool,
}

impl Written {
    const fn of(&ColumnReading { meaning, personal, codes, .. }: &ColumnReading) -> Self {
        Self { meaning, personal, codes }
    }
}

/// Writes the rows of a table that were set aside, from its bytes, which come in pieces once more.
#[derive(Debug)]
pub struct Mend {
    decoder: Decoder,
    windows_1252: bool,
    text: Vec<u8>,
    position: Position,
    delimiter: u8,
    columns: Vec<Written>,
    /// Lines of the rows to be written, in order, and why they were set aside.
    rows: Vec<(u32, Kind)>,
    /// How many of them are written.
    done: usize,
    people: Interner,
    /// What is said of each kind, by its id.
    reasons: Vec<(String, String)>,
    heading: String,
    written: String,
}

impl Mend {
    /// For one of the tables of a reading. `labels` are the headings of the row number and of the reason, and then, two by two, the id of
    /// each reason and its words.
    #[must_use]
    pub fn new(reading: &Reading, table: usize, labels: &[String]) -> Self {
        let mut people = Interner::new();
        if let Records::Spells(spells) = &reading.records {
            spells.people.iter().for_each(|print| _ = people.number_of_hash(*print));
        }
        let table = reading.tables().get(table);
        let to_mend = |table: &Reading| {
            let rows = table.set_aside.iter().filter(|row| !row.kind.is_on_purpose());
            rows.map(|row| (row.row, row.kind)).collect::<Vec<_>>()
        };
        let label = |index: usize| labels.get(index).map_or("", String::as_str);
        let mut heading = String::from("\u{feff}");
        put(&mut heading, label(0));
        for column in table.map(|table| table.columns.as_slice()).unwrap_or_default() {
            heading.push(';');
            put(&mut heading, &column.heading);
        }
        heading.push(';');
        put(&mut heading, label(1));
        heading.push_str("\r\n");
        let pairs = labels.get(2..).unwrap_or_default().chunks_exact(2);
        Self {
            decoder: Decoder::default(),
            windows_1252: false,
            text: Vec::new(),
            position: Position::new(0, 1),
            delimiter: table.map_or(b';', |table| table.delimiter),
            columns: table.map(|table| table.columns.iter().map(Written::of).collect()).unwrap_or_default(),
            rows: table.map(to_mend).unwrap_or_default(),
            done: 0,
            people,
            reasons: pairs.map(|pair| (pair[0].clone(), pair[1].clone())).collect(),
            written: heading.clone(),
            heading,
        }
    }

    /// Takes the next bytes of the table. False when no more of them are needed.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        self.take(bytes, false);
        self.done < self.rows.len()
    }

    /// All bytes have come. False when they have to be pushed once more, from the first.
    pub fn end(&mut self) -> bool {
        if self.decoder_failed() {
            return false;
        }
        self.take(&[], true);
        !self.decoder_failed()
    }

    /// UTF-8 with a byte order mark, `;` between cells.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.written.into_bytes()
    }

    /// Begins anew where the bytes turned out not to be UTF-8.
    fn decoder_failed(&mut self) -> bool {
        let failed = std::mem::take(&mut self.windows_1252);
        if failed {
            self.decoder = Decoder::windows_1252();
            self.text.clear();
            self.position = Position::new(0, 1);
            self.done = 0;
            self.written.clone_from(&self.heading);
        }
        failed
    }

    fn take(&mut self, bytes: &[u8], ends: bool) {
        if self.windows_1252 || self.decoder.decode(bytes, ends, &mut self.text).is_err() {
            self.windows_1252 = true;
            return;
        }
        let mut rows = Rows::from(&self.text, self.delimiter, self.position, ends);
        let mut cells = Cells::default();
        while let Some(&(line, kind)) = self.rows.get(self.done)
            && let Some(place) = rows.next_into(&mut cells)
        {
            if place.line >= line {
                write(&mut self.written, &cells, (line, kind), &self.columns, &mut self.people, &self.reasons);
                self.done += 1;
            }
        }
        let position = rows.position();
        self.text.drain(..position.at);
        self.position = position.after(position.at);
    }
}

fn write(
    out: &mut String,
    cells: &Cells,
    (line, kind): (u32, Kind),
    columns: &[Written],
    people: &mut Interner,
    reasons: &[(String, String)],
) {
    out.push_str(&line.to_string());
    for (index, &Written { meaning, personal, codes }) in columns.iter().enumerate() {
        out.push(';');
        let cell = cells.text(index);
        if meaning == Meaning::Employee {
            if !cell.is_empty() {
                put(out, &person(people.number_of_hash(hash(cell.as_bytes()))));
            }
        } else if !personal && (preview::may_be_shown(cell, meaning) || meaning == Meaning::To && date::is_open(cell.as_bytes())) {
            put(out, &named(cell, codes));
        }
    }
    out.push(';');
    put(out, reasons.iter().find(|(id, _)| id == kind.id()).map_or(kind.id(), |(_, words)| words));
    out.push_str("\r\n");
}

/// Writes a cell. One that a spreadsheet would take for a formula begins with an apostrophe, unless it is a number.
fn put(out: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && number::fit(cell) == number::Fit::Neither;
    let quoted = cell.contains([';', '"', '\n', '\r']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    for char in cell.chars() {
        if char == '"' {
            out.push('"');
        }
        out.push(char);
    }
    if quoted {
        out.push('"');
    }
}
