//! Workbooks of Excel 97–2003 (.xls): a stream of records.

use std::collections::{BTreeMap, VecDeque};

use super::cfb::{Container, Gathering, u16_at, u32_at};
use super::format::{ENGLISH, Format, Numbers};
use super::text::{Text, safe, utf8};
use super::{Refused, Sheets, Source};

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

/// A workbook that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    container: Container,
    /// The stream, while it is gathered, and once it is there.
    gathering: Option<Gathering>,
    stream: Vec<u8>,
    book: Workbook,
    /// Where the next record begins, and whether it stands before the sheets.
    at: usize,
    before: bool,
    sheet: Option<Cells>,
}

impl Reading {
    pub(super) fn new(bytes: Vec<u8>) -> Result<Self, Refused> {
        let container = Container::open(bytes)?;
        if container.has("EncryptedPackage") {
            return Err(Refused::Password);
        }
        let gathering = Some(container.gather("Workbook")?);
        Ok(Self { container, gathering, stream: Vec::new(), book: Workbook::default(), at: 0, before: true, sheet: None })
    }

    /// Goes to the next sheet; whether there is none.
    fn next_sheet(&mut self) -> bool {
        self.sheet = self.book.listed.pop_front().map(|(name, hidden, place)| {
            self.at = place;
            Cells { name, hidden, ..Cells::default() }
        });
        self.sheet.is_none()
    }
}

impl Source for Reading {
    fn step(&mut self, budget: usize, sheets: &mut Sheets) -> Result<bool, Refused> {
        if let Some(gathering) = &mut self.gathering {
            if let Some(stream) = gathering.step(&self.container, budget)? {
                (self.stream, self.gathering) = (stream, None);
            }
            return Ok(false);
        }
        if self.before {
            self.before = !self.book.step(&self.stream, &mut self.at, budget)?;
            return Ok(!self.before && self.next_sheet());
        }
        let Some(cells) = &mut self.sheet else { return Ok(true) };
        if !cells.step(&mut self.book, &self.stream, &mut self.at, budget)? {
            sheets.put(cells.text.take())?;
            return Ok(false);
        }
        if let Some(cells) = self.sheet.take() {
            sheets.add(cells.name, cells.hidden, cells.text)?;
        }
        Ok(self.next_sheet())
    }

    #[allow(clippy::cast_precision_loss)] // shown as a bar
    fn share(&self) -> f64 {
        self.at as f64 / self.stream.len().max(1) as f64
    }
}

/// A record: its kind, its bytes, and where the next begins.
fn record(stream: &[u8], at: usize) -> Option<(u16, &[u8], usize)> {
    let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
    Some((kind, stream.get(at + 4..at + 4 + length)?, at + 4 + length))
}

/// What stands before the sheets.
#[derive(Debug, Default)]
struct Workbook {
    /// Name, whether hidden, and place in the stream.
    listed: VecDeque<(String, bool, usize)>,
    /// Formats of the workbook's own, the format of each style, and what it comes to.
    own: BTreeMap<u16, Format>,
    styles: Vec<u16>,
    formats: Vec<Format>,
    strings: Vec<Vec<u8>>,
    /// The texts that cells share, while they are read.
    shared: Option<Shared>,
    numbers: Numbers,
}

impl Workbook {
    /// Reads records; whether all that stand before the sheets have been read.
    fn step(&mut self, stream: &[u8], at: &mut usize, budget: usize) -> Result<bool, Refused> {
        let mut left = budget;
        while left > 0 {
            if let Some(shared) = &mut self.shared {
                if shared.step(stream, &mut self.strings, &mut left).ok_or(Refused::Broken)? {
                    self.shared = None;
                }
                continue;
            }
            let (kind, data, next) = record(stream, *at).ok_or(Refused::Broken)?;
            if kind == kind::EOF {
                let format = |id: &u16| self.own.get(id).copied().unwrap_or(Format::built_in(*id));
                self.formats = self.styles.iter().map(format).collect();
                return Ok(true);
            }
            self.record(kind, data, next)?;
            left = left.saturating_sub(next - *at);
            *at = next;
        }
        Ok(false)
    }

    fn record(&mut self, kind: u16, data: &[u8], next: usize) -> Result<(), Refused> {
        let number = |at| u16_at(data, at).ok_or(Refused::Broken);
        match kind {
            kind::BEGIN if number(0)? != VERSION => return Err(Refused::NotSupported),
            kind::ENCRYPTED => return Err(Refused::Password),
            kind::DATE_1904 => self.numbers = Numbers::new(number(0)? == 1),
            kind::FORMAT => {
                let code = Pieces::of(data.get(2..).unwrap_or_default()).text(2).ok_or(Refused::Broken)?;
                self.own.insert(number(0)?, Format::of_code(&code, ENGLISH));
            }
            kind::STYLE => self.styles.push(number(2)?),
            kind::SHEET => {
                let place = u32_at(data, 0).ok_or(Refused::Broken)? as usize;
                let name = Pieces::of(data.get(6..).unwrap_or_default()).text(1).ok_or(Refused::Broken)?;
                // worksheets only: no charts, no macros
                if number(4)? >> 8 == 0 {
                    self.listed.push_back((name, number(4)? & 3 != 0, place));
                }
            }
            kind::SHARED_TEXTS => {
                let count = u32_at(data, 4).ok_or(Refused::Broken)?;
                self.strings.clear();
                self.shared = Some(Shared { count, rest: data.len().checked_sub(8).ok_or(Refused::Broken)?, next });
            }
            _ => {}
        }
        Ok(())
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

/// Where in the texts that cells share one is: how many are left, how many bytes of the record, and where the next record begins.
#[derive(Debug)]
struct Shared {
    count: u32,
    rest: usize,
    next: usize,
}

impl Shared {
    /// Reads texts for as long as there are bytes `left` to be spent; whether there are no more.
    fn step(&mut self, stream: &[u8], strings: &mut Vec<Vec<u8>>, left: &mut usize) -> Option<bool> {
        let mut pieces = Pieces::with(stream, stream.get(self.next.checked_sub(self.rest)?..self.next)?, self.next);
        while *left > 0 {
            if self.count == 0 {
                return Some(true);
            }
            match pieces.text(2) {
                Some(text) => {
                    *left = left.saturating_sub(text.len() + 1);
                    strings.push(tidied(&text));
                }
                None if pieces.is_done() => return Some(true),
                None => return None,
            }
            self.count -= 1;
        }
        (self.rest, self.next) = (pieces.now.len(), pieces.next);
        Some(false)
    }
}

/// The cells of a sheet. They need not stand in order, and so are gathered first, and then written.
#[derive(Debug, Default)]
struct Cells {
    name: String,
    hidden: bool,
    depth: i32,
    /// Where a formula stands whose text comes next.
    formula: Option<(u16, u16)>,
    found: BTreeMap<(u16, u16), Vec<u8>>,
    gathered: bool,
    text: Text,
}

impl Cells {
    /// Reads records, and then writes cells; whether it has come to the end.
    fn step(&mut self, book: &mut Workbook, stream: &[u8], at: &mut usize, budget: usize) -> Result<bool, Refused> {
        let until = at.saturating_add(budget);
        while !self.gathered && *at < until {
            let (kind, data, next) = record(stream, *at).ok_or(Refused::Broken)?;
            match kind {
                kind::BEGIN => self.depth += 1,
                kind::EOF => self.depth -= 1,
                kind::FORMULA_TEXT if self.depth == 1 => {
                    let text = Pieces::with(stream, data, next).text(2).ok_or(Refused::Broken)?;
                    self.found.extend(self.formula.take().map(|place| (place, tidied(&text))));
                }
                _ if self.depth == 1 => {
                    book.cell(kind, stream, data, next, &mut self.found, &mut self.formula).ok_or(Refused::Broken)?;
                }
                _ => {}
            }
            self.gathered = self.depth <= 0;
            *at = next;
        }
        if !self.gathered {
            return Ok(false);
        }
        let most = self.text.len().saturating_add(budget);
        while self.text.len() < most {
            let Some(((row, column), value)) = self.found.pop_first() else { return Ok(true) };
            if !value.is_empty() {
                self.text.at(row.into(), column.into())?.extend_from_slice(&value);
            }
        }
        Ok(false)
    }
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
