//! Workbooks, `PAXml` and tables of HTML → sheets as tab-separated text, which [`read`](crate::read) then reads as it reads any paste.
//!
//! One way in, so that a file, a paste and a typed table are understood by the same rules: this module says what stands in the
//! cells, and nothing of what it means. Row n of the text is row n of the sheet, so that messages name the sheet's own rows.
//!
//! In the page it is a module of its own, loaded when it is needed (cargo feature `sheets`).

mod cfb;
mod format;
mod html;
mod inflate;
mod ods;
mod paxml;
mod text;
mod xls;
mod xlsx;
mod xml;

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
    text: String,
}

impl Book {
    /// A sheet as tab-separated text; empty where there is no such sheet.
    #[must_use]
    pub fn text(&self, index: usize) -> &str {
        self.sheets.get(index).map_or("", |sheet| &sheet.text)
    }
}

/// Whether the bytes begin as a workbook, XML or HTML does, and are to be opened here rather than read as text.
#[must_use]
pub fn looks_like_book(bytes: &[u8]) -> bool {
    kind(bytes).is_some()
}

/// The sheets of a file, or of the HTML on a clipboard.
///
/// # Errors
/// Says why there are none. Never panics, whatever the bytes.
pub fn open(bytes: &[u8]) -> Result<Book, Refused> {
    let sheets = match kind(bytes).ok_or(Refused::NotSupported)? {
        Kind::Zip => zipped(&Archive::open(bytes)?)?,
        Kind::Ole => xls::read(bytes)?,
        Kind::Xml => paxml::read(bytes)?,
        Kind::Html => html::read(bytes)?,
    };
    if sheets.found == 0 {
        return Err(Refused::Broken);
    }
    if sheets.filled.is_empty() { Err(Refused::Empty) } else { Ok(Book { sheets: sheets.filled }) }
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
fn zipped(archive: &Archive) -> Result<Sheets, Refused> {
    if archive.find("content.xml").is_some() {
        return ods::read(archive);
    }
    xlsx::read(archive)
}

/// So many sheets a workbook has at most.
const MOST_SHEETS: usize = 4_096;

/// The sheets of a file, as they are found.
#[derive(Debug, Default)]
struct Sheets {
    found: usize,
    bytes: usize,
    filled: Vec<Sheet>,
}

impl Sheets {
    fn add(&mut self, name: String, hidden: bool, text: Text) -> Result<(), Refused> {
        let (rows, columns, text) = text.finish();
        self.found += 1;
        self.bytes += text.len();
        if self.found > MOST_SHEETS || self.bytes > text::MOST_BYTES {
            return Err(Refused::TooLarge);
        }
        if rows > 0 {
            let preview = preview(&text);
            self.filled.push(Sheet { name, rows, columns, hidden, preview, text });
        }
        Ok(())
    }
}

/// The first rows with something in them, from the first column with something in it.
fn preview(text: &str) -> Vec<Vec<String>> {
    let filled = |line: &&str| line.bytes().any(|byte| !byte.is_ascii_whitespace());
    let rows: Vec<Vec<String>> = text.lines().filter(filled).take(PREVIEW_ROWS).map(text::cells).collect();
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
