//! Workbooks of Excel 97–2003 (.xls): a stream of records.

use std::collections::BTreeMap;

use super::cfb::{Container, u16_at, u32_at};
use super::format::{ENGLISH, Format, Numbers};
use super::text::{Text, safe, utf8};
use super::{Refused, Sheets};

/// Kinds of records.
mod kind {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const EOF: u16 = 0x000a;
    pub(super) const DATE_1904: u16 = 0x0022;
    pub(super) const ENCRYPTED: u16 = 0x002f;
    pub(super) const CONTINUE: u16 = 0x003c;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const SMALL_NUMBERS: u16 = 0x00bd;
    pub(super) const RICH_TEXT: u16 = 0x00d6;
    pub(super) const STYLE: u16 = 0x00e0;
    pub(super) const SHARED_TEXTS: u16 = 0x00fc;
    pub(super) const SHARED_TEXT: u16 = 0x00fd;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const TEXT: u16 = 0x0204;
    pub(super) const FLAG: u16 = 0x0205;
    pub(super) const FORMULA_TEXT: u16 = 0x0207;
    pub(super) const SMALL_NUMBER: u16 = 0x027e;
    pub(super) const FORMAT: u16 = 0x041e;
    pub(super) const BEGIN: u16 = 0x0809;
}

/// The version of Excel 97 and later.
const VERSION: u16 = 0x0600;

pub(super) fn read(bytes: &[u8]) -> Result<Sheets, Refused> {
    let container = Container::open(bytes)?;
    if container.has("EncryptedPackage") {
        return Err(Refused::Password);
    }
    let stream = container.read("Workbook")?;
    Workbook::of(&stream)?.sheets(&stream)
}

/// A record: its kind, its bytes, and where the next begins.
fn record(stream: &[u8], at: usize) -> Option<(u16, &[u8], usize)> {
    let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
    Some((kind, stream.get(at + 4..at + 4 + length)?, at + 4 + length))
}

/// What stands before the sheets.
#[derive(Debug)]
struct Workbook {
    /// Name, whether hidden, and place in the stream.
    listed: Vec<(String, bool, usize)>,
    formats: Vec<Format>,
    strings: Vec<Vec<u8>>,
    numbers: Numbers,
}

impl Workbook {
    fn of(stream: &[u8]) -> Result<Self, Refused> {
        let mut book = Self { listed: Vec::new(), formats: Vec::new(), strings: Vec::new(), numbers: Numbers::new(false) };
        let mut own = BTreeMap::new();
        let mut styles = Vec::new();
        let mut at = 0;
        loop {
            let (kind, data, next) = record(stream, at).ok_or(Refused::Broken)?;
            let number = |at| u16_at(data, at).ok_or(Refused::Broken);
            match kind {
                kind::BEGIN if number(0)? != VERSION => return Err(Refused::NotSupported),
                kind::ENCRYPTED => return Err(Refused::Password),
                kind::DATE_1904 => book.numbers = Numbers::new(number(0)? == 1),
                kind::FORMAT => {
                    let code = Pieces::of(data.get(2..).unwrap_or_default()).text(2).ok_or(Refused::Broken)?;
                    own.insert(number(0)?, Format::of_code(&code, ENGLISH));
                }
                kind::STYLE => styles.push(number(2)?),
                kind::SHEET => {
                    let place = u32_at(data, 0).ok_or(Refused::Broken)? as usize;
                    let name = Pieces::of(data.get(6..).unwrap_or_default()).text(1).ok_or(Refused::Broken)?;
                    // worksheets only: no charts, no macros
                    if number(4)? >> 8 == 0 {
                        book.listed.push((name, number(4)? & 3 != 0, place));
                    }
                }
                kind::SHARED_TEXTS => book.strings = shared(stream, data, next).ok_or(Refused::Broken)?,
                kind::EOF => break,
                _ => {}
            }
            at = next;
        }
        book.formats = styles.into_iter().map(|id| own.get(&id).copied().unwrap_or(Format::built_in(id))).collect();
        Ok(book)
    }

    fn sheets(mut self, stream: &[u8]) -> Result<Sheets, Refused> {
        let mut sheets = Sheets::default();
        for (name, hidden, place) in std::mem::take(&mut self.listed) {
            let text = self.cells(stream, place)?;
            sheets.add(name, hidden, text)?;
        }
        Ok(sheets)
    }

    /// The cells of a sheet. They need not stand in order, and so are gathered first.
    fn cells(&mut self, stream: &[u8], place: usize) -> Result<Text, Refused> {
        let mut cells = BTreeMap::new();
        let (mut at, mut depth, mut formula) = (place, 0, None);
        loop {
            let (kind, data, next) = record(stream, at).ok_or(Refused::Broken)?;
            match kind {
                kind::BEGIN => depth += 1,
                kind::EOF => depth -= 1,
                kind::FORMULA_TEXT if depth == 1 => {
                    let text = Pieces::with(stream, data, next).text(2).ok_or(Refused::Broken)?;
                    cells.extend(formula.take().map(|place| (place, tidied(&text))));
                }
                _ if depth == 1 => self.cell(kind, stream, data, next, &mut cells, &mut formula).ok_or(Refused::Broken)?,
                _ => {}
            }
            if depth <= 0 {
                break;
            }
            at = next;
        }
        let mut text = Text::default();
        for ((row, column), value) in cells {
            if !value.is_empty() {
                text.at(row.into(), column.into())?.extend_from_slice(&value);
            }
        }
        Ok(text)
    }

    /// Reads a record, which may be one or several cells. `formula` is where a formula stands whose text comes next.
    fn cell(
        &mut self,
        kind: u16,
        stream: &[u8],
        data: &[u8],
        next: usize,
        cells: &mut BTreeMap<(u16, u16), Vec<u8>>,
        formula: &mut Option<(u16, u16)>,
    ) -> Option<()> {
        let known = [kind::NUMBER, kind::FORMULA, kind::SMALL_NUMBER, kind::SMALL_NUMBERS, kind::SHARED_TEXT, kind::TEXT, kind::FLAG];
        if !known.contains(&kind) && kind != kind::RICH_TEXT {
            return Some(());
        }
        let (row, column, style) = (u16_at(data, 0)?, u16_at(data, 2)?, u16_at(data, 4)?);
        let value = match kind {
            kind::NUMBER => self.written(f64_at(data, 6)?, style),
            kind::SMALL_NUMBER => self.written(small(u32_at(data, 6)?), style),
            kind::SMALL_NUMBERS => {
                let cell = |data: &[u8]| Some((u16_at(data, 0)?, u32_at(data, 2)?));
                let all = data.get(4..data.len().checked_sub(2)?)?;
                for (column, (style, number)) in (column..).zip(all.chunks_exact(6).filter_map(cell)) {
                    let value = self.written(small(number), style);
                    cells.insert((row, column), value);
                }
                return Some(());
            }
            kind::SHARED_TEXT => self.strings.get(u32_at(data, 6)? as usize)?.clone(),
            kind::TEXT | kind::RICH_TEXT => tidied(&Pieces::with(stream, data.get(6..)?, next).text(2)?),
            kind::FLAG => flag(*data.get(6)?, *data.get(7)? != 0),
            _ => match data.get(6..14)? {
                [0, .., 0xff, 0xff] => {
                    *formula = Some((row, column));
                    return Some(());
                }
                [kind @ 1..=3, _, value, .., 0xff, 0xff] if *kind < 3 => flag(*value, *kind == 2),
                [.., 0xff, 0xff] => Vec::new(),
                _ => self.written(f64_at(data, 6)?, style),
            },
        };
        cells.insert((row, column), value);
        Some(())
    }

    fn written(&mut self, number: f64, style: u16) -> Vec<u8> {
        let mut out = Vec::new();
        let format = self.formats.get(usize::from(style)).copied().unwrap_or_default();
        if number.is_finite() {
            self.numbers.number(number, format, &mut out);
        }
        out
    }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..at + 8)?.try_into().ok().map(f64::from_le_bytes)
}

/// A number in four bytes: a whole one or the upper half of a decimal one, perhaps times a hundred.
fn small(bits: u32) -> f64 {
    let value = if bits & 2 == 0 { f64::from_bits(u64::from(bits & 0xffff_fffc) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

fn flag(value: u8, is_error: bool) -> Vec<u8> {
    let text: &[u8] = match (is_error, value) {
        (false, 0) => b"nej",
        (false, _) => b"ja",
        (true, 0x00) => b"#NULL!",
        (true, 0x07) => b"#DIV/0!",
        (true, 0x0f) => b"#VALUE!",
        (true, 0x17) => b"#REF!",
        (true, 0x1d) => b"#NAME?",
        (true, 0x24) => b"#NUM!",
        (true, _) => b"#N/A",
    };
    text.to_vec()
}

fn tidied(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    safe(text.as_bytes(), &mut out);
    out
}

/// The texts that cells share.
fn shared(stream: &[u8], data: &[u8], next: usize) -> Option<Vec<Vec<u8>>> {
    let mut pieces = Pieces::with(stream, data.get(8..)?, next);
    let count = u32_at(data, 4)? as usize;
    let mut strings = Vec::new();
    for _ in 0..count {
        match pieces.text(2) {
            Some(text) => strings.push(tidied(&text)),
            None if pieces.is_done() => break,
            None => return None,
        }
    }
    Some(strings)
}

/// The bytes of a record and of those that continue it.
#[derive(Debug)]
struct Pieces<'a> {
    stream: &'a [u8],
    now: &'a [u8],
    next: usize,
}

impl<'a> Pieces<'a> {
    fn of(data: &'a [u8]) -> Self {
        Self { stream: &[], now: data, next: 0 }
    }

    fn with(stream: &'a [u8], data: &'a [u8], next: usize) -> Self {
        Self { stream, now: data, next }
    }

    fn is_done(&self) -> bool {
        self.now.is_empty() && record(self.stream, self.next).is_none_or(|(kind, ..)| kind != kind::CONTINUE)
    }

    fn go_on(&mut self) -> Option<()> {
        let (kind, data, next) = record(self.stream, self.next)?;
        (self.now, self.next) = (data, next);
        (kind == kind::CONTINUE).then_some(())
    }

    fn byte(&mut self) -> Option<u8> {
        while self.now.is_empty() {
            self.go_on()?;
        }
        let (byte, rest) = self.now.split_first()?;
        self.now = rest;
        Some(*byte)
    }

    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, at| Some(number | u32::from(self.byte()?) << (8 * at)))
    }

    fn skip(&mut self, bytes: usize) -> Option<()> {
        let mut left = bytes;
        while left > self.now.len() {
            left -= self.now.len();
            self.go_on()?;
        }
        self.now = &self.now[left..];
        Some(())
    }

    /// A text whose length takes one or two bytes. Where a record ends within it, the next says anew how wide its signs are.
    fn text(&mut self, length: u32) -> Option<String> {
        let mut left = self.number(length)?;
        let options = self.byte()?;
        let runs = if options & 8 == 0 { 0 } else { self.number(2)? as usize };
        let extra = if options & 4 == 0 { 0 } else { self.number(4)? as usize };
        let mut wide = options & 1 != 0;
        let mut units = Vec::new();
        while left > 0 {
            if self.now.is_empty() {
                self.go_on()?;
                wide = self.byte()? & 1 != 0;
            }
            units.push(u16::try_from(self.number(if wide { 2 } else { 1 })?).ok()?);
            left -= 1;
        }
        self.skip(runs.checked_mul(4)?.checked_add(extra)?)?;
        let chars = char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER));
        Some(utf8(chars.collect::<String>().into_bytes()))
    }
}
