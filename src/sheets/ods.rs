//! Workbooks of `OpenDocument` (.ods). Values stand in attributes, so that no format is needed but that of running hours.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::format::{self, Format, Numbers};
use super::inflate::{Archive, Unpacked};
use super::text::{MOST_BYTES, Text};
use super::xml::{self, Markup, Tag, Token};
use super::{Refused, Sheets, Source};

/// So often is a row with something in it repeated, at most, and so many such cells it has.
const MOST_REPEATED: u32 = 1 << 20;
const MOST_CELLS: usize = 16_384;
/// No cell of a spreadsheet is longer.
const LONGEST_CELL: usize = 1 << 16;

/// A workbook that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    markup: Markup<Unpacked>,
    reader: Reader,
    size: usize,
    /// Whether the end of the document has been seen.
    whole: bool,
}

impl Reading {
    pub(super) fn new(archive: &Rc<Archive>) -> Result<Self, Refused> {
        let kind = archive.whole("mimetype")?.unwrap_or_default();
        if !kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") && !kind.is_empty() {
            return Err(Refused::NotSupported);
        }
        let manifest = archive.whole("META-INF/manifest.xml")?.unwrap_or_default();
        if manifest.windows(15).any(|window| window == b"encryption-data") {
            return Err(Refused::Password);
        }
        let content = archive.find("content.xml").ok_or(Refused::Broken)?;
        Ok(Self { markup: Markup::xml(archive.unpack(content)?), reader: Reader::default(), size: archive.size(content), whole: false })
    }
}

impl Source for Reading {
    fn step(&mut self, budget: usize, sheets: &mut Sheets) -> Result<bool, Refused> {
        let done = self.reader.step(&mut self.markup, budget, sheets, &mut self.whole)?;
        sheets.put(self.reader.text.take())?;
        Ok(done)
    }

    #[allow(clippy::cast_precision_loss)] // shown as a bar
    fn share(&self) -> f64 {
        self.markup.feed().taken() as f64 / self.size.max(1) as f64
    }
}

/// Names of styles.
type Names = BTreeSet<Vec<u8>>;

/// Where in the document one is, and what has come of the sheet.
#[derive(Debug, Default)]
struct Reader {
    /// Formats of running hours, styles of cells that have them, styles of tables that are hidden.
    running: Names,
    running_cells: Names,
    hidden: Names,
    style: Vec<u8>,
    /// The sheet that is being read, and how deep in tables within tables.
    name: String,
    is_hidden: bool,
    depth: u32,
    text: Text,
    /// The row, how often it is repeated, how often it is still to be written, and its cells with something in them.
    row: u32,
    row_repeated: u32,
    repeats_left: u32,
    cells: Vec<(u32, Vec<u8>)>,
    /// The next column, and the cell that is being read.
    column: u32,
    repeated: u32,
    covered: bool,
    value: Vec<u8>,
    typed: bool,
    words: Vec<u8>,
    paragraph: u32,
    /// How deep in what is no part of the cell's own text.
    aside: u32,
}

fn number(tag: Tag, name: &[u8]) -> Option<u32> {
    std::str::from_utf8(tag.get(name)?).ok()?.parse().ok()
}

impl Reader {
    /// Whether everything has been read.
    fn step(&mut self, markup: &mut Markup<Unpacked>, budget: usize, sheets: &mut Sheets, whole: &mut bool) -> Result<bool, Refused> {
        let until = markup.passed().saturating_add(budget);
        let most = budget.saturating_add(self.text.len());
        while markup.passed() < until && self.text.len() < most {
            if self.repeats_left > 0 {
                self.repeat(budget)?;
                continue;
            }
            let Some(token) = markup.next()? else { return if *whole { Ok(true) } else { Err(Refused::Broken) } };
            match token {
                Token::Start(tag) => {
                    self.start(tag);
                    if tag.empty {
                        self.end(tag.name, sheets)?;
                    }
                }
                Token::End(name) => {
                    self.end(name, sheets)?;
                    *whole |= name == b"office:document-content";
                }
                Token::Text(part) if self.in_words() => xml::resolve(part, &mut self.words),
                Token::Verbatim(part) if self.in_words() => self.words.extend_from_slice(part),
                _ => {}
            }
        }
        Ok(false)
    }

    fn in_words(&self) -> bool {
        self.paragraph > 0 && self.aside == 0 && self.words.len() < LONGEST_CELL
    }

    fn start(&mut self, tag: Tag) {
        let name = |name: &[u8]| tag.get(name).unwrap_or_default();
        match tag.name {
            b"number:time-style" if name(b"number:truncate-on-overflow") == b"false" => {
                _ = self.running.insert(name(b"style:name").to_vec());
            }
            b"style:style" => {
                self.style = name(b"style:name").to_vec();
                if self.running.contains(name(b"style:data-style-name")) {
                    self.running_cells.insert(self.style.clone());
                }
            }
            b"style:table-properties" if name(b"table:display") == b"false" => _ = self.hidden.insert(self.style.clone()),
            b"table:table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.name = tag.text(b"table:name").unwrap_or_default();
                    self.is_hidden = self.hidden.contains(name(b"table:style-name"));
                    (self.text, self.row) = (Text::default(), 0);
                }
            }
            b"office:annotation" | b"draw:frame" | b"table:shapes" | b"text:tracked-changes" => self.aside += 1,
            b"table:table-row" if self.depth == 1 => {
                self.row_repeated = number(tag, b"table:number-rows-repeated").unwrap_or(1);
                self.column = 0;
                self.cells.clear();
            }
            b"table:table-cell" | b"table:covered-table-cell" if self.depth == 1 && self.aside == 0 => self.start_cell(tag),
            b"text:p" => {
                if !self.words.is_empty() && self.aside == 0 {
                    self.words.push(b' '); // a line of its own in the cell
                }
                self.paragraph += 1;
            }
            b"text:s" if self.in_words() => {
                let blanks = number(tag, b"text:c").unwrap_or(1).min(80) as usize;
                self.words.resize(self.words.len() + blanks, b' ');
            }
            b"text:tab" | b"text:line-break" if self.in_words() => self.words.push(b' '),
            _ => {}
        }
    }

    fn start_cell(&mut self, tag: Tag) {
        self.repeated = number(tag, b"table:number-columns-repeated").unwrap_or(1);
        self.covered = tag.name == b"table:covered-table-cell";
        self.value.clear();
        self.words.clear();
        self.typed = true;
        let value = |name: &[u8]| tag.get(name).unwrap_or_default();
        let mut numbers = Numbers::new(false);
        match value(b"office:value-type") {
            b"float" | b"currency" => numbers.digits(value(b"office:value"), Format::Plain, &mut self.value),
            b"percentage" => numbers.digits(value(b"office:value"), Format::Percent, &mut self.value),
            b"date" => format::iso(value(b"office:date-value"), &mut self.value),
            b"boolean" => self.value.extend_from_slice(if value(b"office:boolean-value") == b"true" { b"ja" } else { b"nej" }),
            b"time" => {
                let running = self.running_cells.contains(value(b"table:style-name"));
                match days(value(b"office:time-value")) {
                    Some(days) => {
                        let format = if running || days >= 1.0 { Format::Duration } else { Format::Time };
                        numbers.number(days, format, &mut self.value);
                    }
                    None => self.typed = false,
                }
            }
            _ => self.typed = false,
        }
    }

    fn end(&mut self, name: &[u8], sheets: &mut Sheets) -> Result<(), Refused> {
        match name {
            b"text:p" => self.paragraph = self.paragraph.saturating_sub(1),
            b"office:annotation" | b"draw:frame" | b"table:shapes" | b"text:tracked-changes" => self.aside = self.aside.saturating_sub(1),
            b"table:table-cell" | b"table:covered-table-cell" if self.depth == 1 && self.aside == 0 => self.end_cell()?,
            b"table:table-row" if self.depth == 1 => self.end_row()?,
            b"table:table" => {
                if self.depth == 1 {
                    let (name, text) = (std::mem::take(&mut self.name), std::mem::take(&mut self.text));
                    sheets.add(name, self.is_hidden, text)?;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
        Ok(())
    }

    /// A covered cell lies under a merged one: what it holds is not seen, and not read.
    fn end_cell(&mut self) -> Result<(), Refused> {
        let value = if self.typed { &self.value } else { &self.words };
        if !value.is_empty() && !self.covered {
            let mut safe = Vec::new();
            super::text::safe(value, &mut safe);
            for at in 0..self.repeated {
                if self.cells.len() >= MOST_CELLS {
                    return Err(Refused::TooWide);
                }
                self.cells.push((self.column.saturating_add(at), safe.clone()));
            }
        }
        self.column = self.column.saturating_add(self.repeated);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refused> {
        if !self.cells.is_empty() {
            if self.row_repeated > MOST_REPEATED {
                return Err(Refused::TooWide);
            }
            let bytes: usize = self.cells.iter().map(|(_, value)| value.len() + 1).sum();
            if bytes.saturating_mul(self.row_repeated as usize) > MOST_BYTES {
                return Err(Refused::TooLarge);
            }
            self.repeats_left = self.row_repeated;
            return Ok(());
        }
        self.row = self.row.saturating_add(self.row_repeated);
        Ok(())
    }

    /// Writes a row as often as it is repeated, and goes on later where that is more than so many bytes.
    fn repeat(&mut self, budget: usize) -> Result<(), Refused> {
        let most = self.text.len().saturating_add(budget);
        while self.repeats_left > 0 && self.text.len() < most {
            for (column, value) in &self.cells {
                self.text.at(self.row, *column)?.extend_from_slice(value);
            }
            self.row = self.row.saturating_add(1);
            self.repeats_left -= 1;
        }
        Ok(())
    }
}

/// `PT08H30M00S` as a part of a day.
fn days(duration: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(duration).ok()?.strip_prefix("PT")?;
    let (mut seconds, mut digits) = (0.0, String::new());
    for char in text.chars() {
        let unit = match char {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => {
                digits.push(if char == ',' { '.' } else { char });
                continue;
            }
        };
        seconds += digits.parse::<f64>().ok()? * unit;
        digits.clear();
    }
    Some(seconds / 86_400.0)
}
