//! Tables of HTML, as on a clipboard or in a file that only calls itself `.xls`. `LibreOffice` writes the full value of a cell into
//! `sdval` and its format into `sdnum`; the text is only what was shown.

use super::decoding::{DECODED, Decoding};
use super::format::{Format, Letters, Numbers};
use super::text::Text;
use super::xml::{self, Markup, Tag, Token, Whole};
use super::{Refused, Sheets, Source};

/// No table is wider, no cell reaches over more columns, and no tables stand deeper within tables.
const MOST_COLUMNS: u32 = 16_384;
const WIDEST_CELL: u32 = 1_000;
const DEEPEST: usize = 16;
/// So many columns are looked at for cells that reach down, in all: tables that people see need a few thousand.
const MOST_LOOKED_AT: u32 = 1 << 27;

/// A table that is being read.
#[derive(Debug, Default)]
struct Table {
    text: Text,
    /// The row after the present one, from 0: so that cells before the first row have none.
    rows: u32,
    column: u32,
    /// For each column, the first row to which no cell from above reaches down.
    free: Vec<u32>,
    looked_at: u32,
    cell: Option<Cell>,
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    column: u32,
    /// The full value, where the cell says it.
    value: Option<Vec<u8>>,
    words: Vec<u8>,
}

/// HTML that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    decoding: Decoding,
    markup: Option<Markup<Whole>>,
    /// The tables that have begun, each within the one before.
    open: Vec<Table>,
    /// Within what is no text.
    silent: bool,
}

impl Reading {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { decoding: Decoding::new(bytes, false), markup: None, open: Vec::new(), silent: false }
    }
}

impl Source for Reading {
    fn step(&mut self, budget: usize, sheets: &mut Sheets) -> Result<bool, Refused> {
        let Self { decoding, markup, open, silent } = self;
        let Some(markup) = markup else {
            *markup = decoding.step(budget).map(Markup::html);
            return Ok(false);
        };
        let until = markup.passed().saturating_add(budget);
        while markup.passed() < until {
            let Some(token) = markup.next()? else {
                // what was broken off is kept
                while !open.is_empty() {
                    close(open, sheets)?;
                }
                return Ok(true);
            };
            match token {
                Token::Start(tag) => {
                    let name = tag.name.to_ascii_lowercase();
                    match name.as_slice() {
                        b"table" if open.len() < DEEPEST => open.push(Table::default()),
                        b"style" | b"script" => *silent = !tag.empty,
                        _ => open.last_mut().map_or(Ok(()), |table| table.start(&name, tag))?,
                    }
                }
                Token::End(name) => {
                    let name = name.to_ascii_lowercase();
                    match (name.as_slice(), open.last_mut()) {
                        (b"table", Some(_)) => close(open, sheets)?,
                        (b"style" | b"script", _) => *silent = false,
                        (b"td" | b"th", Some(table)) => table.end_cell()?,
                        _ => {}
                    }
                }
                Token::Text(words) | Token::Verbatim(words) if !*silent => {
                    if let Some(cell) = open.last_mut().and_then(|table| table.cell.as_mut()) {
                        xml::resolve(words, &mut cell.words);
                    }
                }
                _ => {}
            }
        }
        Ok(false)
    }

    fn share(&self) -> f64 {
        self.markup.as_ref().map_or(self.decoding.share() * DECODED, |markup| DECODED + markup.share() * (1.0 - DECODED))
    }
}

fn close(open: &mut Vec<Table>, sheets: &mut Sheets) -> Result<(), Refused> {
    let Some(mut table) = open.pop() else { return Ok(()) };
    table.end_cell()?;
    sheets.add(String::new(), false, table.text)
}

impl Table {
    fn start(&mut self, name: &[u8], tag: Tag) -> Result<(), Refused> {
        match name {
            b"tr" => {
                self.end_cell()?;
                self.rows = self.rows.saturating_add(1);
                self.column = 0;
                Ok(())
            }
            b"td" | b"th" => {
                self.end_cell()?;
                self.start_cell(tag)
            }
            b"br" | b"p" | b"div" => {
                if let Some(cell) = &mut self.cell {
                    cell.words.push(b' ');
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn start_cell(&mut self, tag: Tag) -> Result<(), Refused> {
        let span = |name| attribute(tag, name).and_then(|text| text.parse::<u32>().ok()).filter(|&span| span > 0).unwrap_or(1);
        let (wide, high) = (span("colspan").min(WIDEST_CELL), span("rowspan"));
        self.rows = self.rows.max(1);
        while self.free.get(self.column as usize).is_some_and(|&free| free >= self.rows) {
            self.column += 1;
            self.looked_at += 1;
        }
        let end = self.column.saturating_add(wide);
        self.looked_at = self.looked_at.saturating_add(if high > 1 { wide } else { 0 });
        if end > MOST_COLUMNS || self.looked_at > MOST_LOOKED_AT {
            return Err(Refused::TooWide);
        }
        if high > 1 {
            self.free.resize(self.free.len().max(end as usize), 0);
            self.free[self.column as usize..end as usize].fill(self.rows.saturating_add(high - 1));
        }
        self.cell = Some(Cell { column: self.column, value: value(tag), words: Vec::new() });
        self.column = end;
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Refused> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let value = cell.value.unwrap_or_else(|| collapsed(&cell.words));
        self.text.text(self.rows.saturating_sub(1), cell.column, &value)
    }
}

/// An attribute, whatever the case of its name.
fn attribute(tag: Tag, name: &str) -> Option<String> {
    tag.attributes().find(|(found, _)| found.eq_ignore_ascii_case(name.as_bytes())).map(|(_, value)| xml::plain(value))
}

/// The full value of a cell that says it: `sdval="45352" sdnum="1053;0;ÅÅÅÅ-MM-DD"`. The sign of decimals is that of the language.
fn value(tag: Tag) -> Option<Vec<u8>> {
    let digits = attribute(tag, "sdval")?;
    let number: f64 = digits.trim().replace(',', ".").parse().ok()?;
    if !number.is_finite() {
        return None;
    }
    let said = attribute(tag, "sdnum").unwrap_or_default();
    let mut parts = said.splitn(3, ';');
    let language = parts.next().and_then(|language| language.parse().ok());
    let own = parts.next().and_then(|language| language.parse().ok()).filter(|&language: &u32| language > 0);
    let letters = Letters::of_language(own.or(language).unwrap_or(0));
    let format = parts.next().map_or(Format::Plain, |code| Format::of_code(code, letters));
    let mut out = Vec::new();
    Numbers::new(false).number(number, format, &mut out);
    Some(out)
}

/// Text as a browser shows it: runs of blanks and line breaks as one blank, none at the ends. No-break spaces stay.
fn collapsed(text: &[u8]) -> Vec<u8> {
    let words: Vec<&[u8]> = text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).collect();
    words.join(&b' ')
}
