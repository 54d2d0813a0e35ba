//! Workbooks, `PAXml` and tables of HTML → sheets as tab-separated text, which [`read`](crate::read) then reads as it reads any paste.
//!
//! One way in, so that a file, a paste and a typed table are understood by the same rules: this module says what stands in the
//! cells, and nothing of what it means. Row n of the text is row n of the sheet, so that messages name the sheet's own rows.
//!
//! In the page it is a module of its own, loaded when it is needed (cargo feature `sheets`).

mod cfb;
mod decoding;
mod format;
mod html;
mod inflate;
mod ods;
mod paxml;
mod text;
mod xls;
mod xlsx;
mod xml;

use std::collections::VecDeque;
use std::rc::Rc;

use inflate::Archive;
use text::Text;

/// So many rows of a sheet are shown for choosing it.
const PREVIEW_ROWS: usize = 6;
/// And so many columns.
const PREVIEW_COLUMNS: usize = 8;

/// Why there are no sheets to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The workbook is encrypted.
    Password,
    /// Truncated, damaged, or without sheets.
    Broken,
    /// It unpacks to more than can be held: a zip bomb, or a workbook beyond reason.
    TooLarge,
    /// Cells so far out that nearly all of the sheet is empty.
    TooWide,
    /// A file of another kind: a document, slides, Numbers, an old or binary workbook.
    NotSupported,
    /// XML that is not `PAXml`.
    NotPaxml,
    /// A whole file without a single filled cell.
    Empty,
}

impl Refused {
    /// The name under which the page and the command line have words for it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Broken => "broken",
            Self::TooLarge => "too_large",
            Self::TooWide => "too_wide",
            Self::NotSupported => "not_supported",
            Self::NotPaxml => "not_paxml",
            Self::Empty => "empty",
        }
    }
}

/// The sheets of a file, in its order. Sheets without a filled cell are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// What there is to choose from; at least one.
    pub sheets: Vec<Sheet>,
    texts: Vec<String>,
}

/// A sheet with at least one filled cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a table of HTML.
    pub name: String,
    /// Number of the last row with a filled cell, from 1.
    pub rows: u32,
    /// Number of the last column with a filled cell, from 1.
    pub columns: u32,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// The beginning, for choosing: the first rows with something in them, without personal identity numbers, and without what
    /// stands under headings of persons.
    pub preview: Vec<Vec<String>>,
}

impl Book {
    /// A sheet as tab-separated text; empty where there is no such sheet.
    #[must_use]
    pub fn text(&self, index: usize) -> &str {
        self.texts.get(index).map_or("", String::as_str)
    }
}

/// Whether the bytes begin as a workbook, XML or HTML does, and are to be opened here rather than read as text.
#[must_use]
pub fn looks_like_book(bytes: &[u8]) -> bool {
    kind(bytes).is_some()
}

/// Bytes of a step where all are taken at once: what has been handed on makes room for what comes.
const STEP: usize = 1 << 20;

/// The sheets of a file, or of the HTML on a clipboard, all at once.
///
/// # Errors
/// Says why there are none. Never panics, whatever the bytes.
pub fn open(bytes: &[u8]) -> Result<Book, Refused> {
    let mut opening = Opening::new(bytes.to_vec())?;
    let mut texts: Vec<String> = Vec::new();
    let mut done = false;
    while !done {
        done = opening.step(STEP)?;
        while let Some((sheet, piece)) = opening.piece() {
            texts.resize(texts.len().max(sheet + 1), String::new());
            texts[sheet] += &piece;
        }
    }
    Ok(Book { sheets: opening.sheets.filled, texts })
}

/// A file that is being opened, in steps.
#[derive(Debug)]
pub struct Opening {
    source: Box<dyn Source>,
    sheets: Sheets,
}

/// A kind of file, as it is read.
trait Source: std::fmt::Debug {
    /// Reads on, through about so many bytes. Whether it has come to its end.
    fn step(&mut self, budget: usize, sheets: &mut Sheets) -> Result<bool, Refused>;
    /// The share that has been read, 0–1.
    fn share(&self) -> f64;
}

impl Opening {
    /// Looks at what a file is, and at the list of what is in it.
    ///
    /// # Errors
    /// Says why there is nothing to be had.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Refused> {
        let source: Box<dyn Source> = match kind(&bytes).ok_or(Refused::NotSupported)? {
            Kind::Zip => zipped(&Archive::open(bytes)?)?,
            Kind::Ole => Box::new(xls::Reading::new(bytes)?),
            Kind::Xml => Box::new(paxml::Reading::new(bytes)),
            Kind::Html => Box::new(html::Reading::new(bytes)),
        };
        Ok(Self { source, sheets: Sheets::default() })
    }

    /// Reads on, through about so many bytes as they are once unpacked. Whether everything has been read.
    ///
    /// # Errors
    /// Says why there are no sheets to be had; what has come so far is not to be used.
    pub fn step(&mut self, budget: usize) -> Result<bool, Refused> {
        if !self.source.step(budget.max(1), &mut self.sheets)? {
            return Ok(false);
        }
        match (self.sheets.found, self.sheets.filled.len()) {
            (0, _) => Err(Refused::Broken),
            (_, 0) => Err(Refused::Empty),
            _ => Ok(true),
        }
    }

    /// The next piece of text that has come of a sheet, with the number of the sheet among those with a filled cell. Pieces end
    /// where rows do.
    pub fn piece(&mut self) -> Option<(usize, String)> {
        self.sheets.pieces.pop_front().map(|(sheet, piece)| (sheet, text::utf8(piece)))
    }

    /// The share that has been read, 0–1.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.source.share()
    }

    /// What there is to choose from; all of it once everything has been read.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets.filled
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Zip,
    Ole,
    Xml,
    Html,
}

fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(Kind::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(Kind::Ole);
    }
    let start: Vec<u8> = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => bytes.iter().copied().take(400).filter(|&byte| byte != 0).skip(2).collect(),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => rest.iter().copied().take(200).collect(),
    };
    let start = start.trim_ascii_start().to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| start.starts_with(word.as_bytes()));
    if begins(&["<!doctype html", "<html", "<table", "<meta", "<body", "<google-sheets-html-origin"]) {
        Some(Kind::Html)
    } else if begins(&["<?xml", "<paxml", "<!doctype"]) {
        Some(Kind::Xml)
    } else {
        None
    }
}

/// A zip archive: a workbook of either family, or something else.
fn zipped(archive: &Rc<Archive>) -> Result<Box<dyn Source>, Refused> {
    Ok(if archive.find("content.xml").is_some() { Box::new(ods::Reading::new(archive)?) } else { Box::new(xlsx::Reading::new(archive)?) })
}

/// So many sheets a workbook has at most.
const MOST_SHEETS: usize = 4_096;

/// The sheets of a file, as they are found.
#[derive(Debug, Default)]
struct Sheets {
    found: usize,
    bytes: usize,
    filled: Vec<Sheet>,
    /// Text that nobody has taken yet, with the sheet that it is of.
    pieces: VecDeque<(usize, Vec<u8>)>,
    /// Of the sheet that is under way.
    beginning: Beginning,
}

impl Sheets {
    /// Takes what is done of the sheet that is under way.
    fn put(&mut self, pieces: Vec<Vec<u8>>) -> Result<(), Refused> {
        for piece in pieces {
            self.bytes += piece.len();
            self.beginning.hear(&piece);
            self.pieces.push_back((self.filled.len(), piece));
        }
        if self.bytes > text::MOST_BYTES { Err(Refused::TooLarge) } else { Ok(()) }
    }

    /// Takes a sheet to its end.
    fn add(&mut self, name: String, hidden: bool, text: Text) -> Result<(), Refused> {
        let (rows, columns, pieces) = text.finish();
        self.found += 1;
        if self.found > MOST_SHEETS {
            return Err(Refused::TooLarge);
        }
        self.put(pieces)?;
        let beginning = std::mem::take(&mut self.beginning);
        if rows > 0 {
            self.filled.push(Sheet { name, rows, columns, hidden, preview: preview(&beginning.lines) });
        }
        Ok(())
    }
}

/// The first rows with something in them, of text that comes in pieces.
#[derive(Debug, Default)]
struct Beginning {
    lines: Vec<String>,
    line: Vec<u8>,
}

impl Beginning {
    fn hear(&mut self, piece: &[u8]) {
        for part in piece.split_inclusive(|&byte| byte == b'\n') {
            if self.lines.len() == PREVIEW_ROWS {
                return;
            }
            self.line.extend_from_slice(part);
            if !part.ends_with(b"\n") {
                return;
            }
            self.line.pop();
            if self.line.iter().any(|byte| !byte.is_ascii_whitespace()) {
                self.lines.push(text::utf8(std::mem::take(&mut self.line)));
            }
            self.line.clear();
        }
    }
}

/// The first rows, from the first column with something in it.
fn preview(lines: &[String]) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = lines.iter().map(|line| text::cells(line)).collect();
    let first = rows.iter().filter_map(|row| row.iter().position(|cell| !cell.is_empty())).min().unwrap_or(0);
    let mut persons = [false; PREVIEW_COLUMNS];
    let shown = |row: Vec<String>| {
        let cells = row.into_iter().skip(first).take(PREVIEW_COLUMNS).zip(&mut persons);
        cells.map(|(cell, person)| shown(&cell, person)).collect()
    };
    rows.into_iter().map(shown).collect()
}

/// A cell as it may be shown; `person` says whether a heading above it names somebody.
fn shown(cell: &str, person: &mut bool) -> String {
    if *person && !cell.is_empty() {
        return "…".into();
    }
    *person = crate::read::names_a_person(cell);
    crate::read::shown(cell)
}
