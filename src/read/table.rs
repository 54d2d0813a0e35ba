//! Text → rows of cells: the delimiter on which the rows agree, and a reader that keeps no row but the present one.

use super::across;
use super::headings;
use super::number;
use super::text::{text_of, trim_bytes};

/// The delimiters, the likeliest first: a sheet that was copied has tabs, and then commas are decimal commas.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// So many rows from the top are looked at to find the delimiter.
const LOOKED_AT: usize = 60;

/// A quoted cell is at most so long: a lone quotation mark must not swallow the table.
const LONGEST_QUOTED: usize = 20_000;

/// Where a row stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last, line break not counted.
    pub end: usize,
}

/// The cells of a row, trimmed. Quoted ones come without their outer marks, not yet [tidy](super::text::tidy). They are kept as bytes:
/// most are asked no more than whether they are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells<'a>(Vec<&'a [u8]>);

impl<'a> Cells<'a> {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The bytes of a cell; none where the row is too short.
    #[inline]
    pub(super) fn bytes(&self, index: usize) -> &'a [u8] {
        self.0.get(index).copied().unwrap_or_default()
    }

    /// The text of a cell; none where the row is too short.
    pub(super) fn text(&self, index: usize) -> &'a str {
        text_of(self.bytes(index))
    }

    /// The texts of all cells.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|bytes| text_of(bytes))
    }

    /// The first cell that is not blank, from the one at `index`.
    #[inline]
    pub(super) fn filled_from(&self, index: usize) -> Option<usize> {
        (index..self.len()).find(|&index| !self.bytes(index).is_empty())
    }
}

/// The cells of a column that say something, in a sample of rows.
pub(super) fn told<'t>(sample: &[Vec<&'t str>], column: usize) -> impl Iterator<Item = &'t str> {
    sample.iter().filter_map(move |row| row.get(column)).copied().filter(|cell| !number::is_nothing(cell))
}

/// How far rows have been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// The first byte that has not.
    pub at: usize,
    /// The line on which it stands, from 1.
    pub line: u32,
    /// Up to here quotation marks are known to close nothing.
    unquoted_until: usize,
}

impl Position {
    pub(super) const fn new(at: usize, line: u32) -> Self {
        Self { at, line, unquoted_until: 0 }
    }

    /// The same in a text without its first bytes, which have been read.
    pub(super) const fn after(self, read: usize) -> Self {
        Self { at: self.at - read, unquoted_until: self.unquoted_until.saturating_sub(read), ..self }
    }
}

/// Reads row after row.
#[derive(Debug, Clone)]
pub(super) struct Rows<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    position: Position,
    stops: Stops,
    /// Whether the text ends here: else a row that may go on is left for later.
    ends: bool,
}

impl<'a> Rows<'a> {
    /// From the top of the text, below a `sep=;` line.
    pub(super) fn of(bytes: &'a [u8], ends: bool) -> Self {
        let (delimiter, at) = match declared(bytes) {
            Some((delimiter, after)) => (delimiter, after),
            None => (agreed(bytes, ends), 0),
        };
        Self::from(bytes, delimiter, Position::new(at, if at == 0 { 1 } else { 2 }), ends)
    }

    /// From a position on.
    pub(super) fn from(bytes: &'a [u8], delimiter: u8, position: Position, ends: bool) -> Self {
        Self { bytes, delimiter, position, stops: Stops::from(bytes, position.at, delimiter), ends }
    }

    pub(super) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    pub(super) const fn position(&self) -> Position {
        self.position
    }

    /// The bytes of a row.
    pub(super) fn row(&self, place: Place) -> &'a [u8] {
        self.bytes.get(place.start..place.end).unwrap_or_default()
    }

    /// The cells of the next row; `None` at the end, or where the text that has come may break off within the row.
    pub(super) fn next_into(&mut self, cells: &mut Cells<'a>) -> Option<Place> {
        let bytes = self.bytes;
        let before = self.position;
        let start = before.at;
        if start >= bytes.len() {
            return None;
        }
        let (end, ahead) = match self.cut(cells) {
            Some(end) => (end, 2),
            None => (self.cut_quoted(cells), LONGEST_QUOTED),
        };
        if !self.ends && end + ahead > bytes.len() {
            self.position = before;
            self.stops = Stops::from(bytes, before.at, self.delimiter);
            return None;
        }
        let line_break = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        self.position.at = bytes.len().min(end + line_break);
        self.position.line = self.position.line.saturating_add(1);
        Some(Place { line: before.line, start, end })
    }

    /// Where the row ends; `None` where a cell begins with a quotation mark.
    fn cut(&mut self, cells: &mut Cells<'a>) -> Option<usize> {
        cells.0.clear();
        let (bytes, delimiter) = (self.bytes, self.delimiter);
        let mut start = self.position.at;
        let mut stops = self.stops;
        stops.go_to(bytes, start);
        while bytes.get(start) != Some(&b'"') {
            let end = stops.next(bytes);
            cells.0.push(trim_bytes(bytes.get(start..end)?));
            if bytes.get(end) != Some(&delimiter) {
                self.stops = stops;
                return Some(end);
            }
            start = end + 1;
        }
        None
    }

    fn cut_quoted(&mut self, cells: &mut Cells<'a>) -> usize {
        cells.0.clear();
        let bytes = self.bytes;
        let mut start = self.position.at;
        loop {
            let close = if bytes.get(start) == Some(&b'"') { self.closing(start) } else { None };
            let end = if let Some(close) = close {
                cells.0.push(trim_bytes(&bytes[start + 1..close]));
                self.position.line = self.position.line.saturating_add(line_breaks(&bytes[start..close]));
                close + 1
            } else {
                let end = Stops::from(bytes, start, self.delimiter).next(bytes);
                cells.0.push(trim_bytes(&bytes[start..end]));
                end
            };
            if bytes.get(end) != Some(&self.delimiter) {
                return end;
            }
            start = end + 1;
        }
    }

    /// The mark that closes the one at `open`: the first that ends a cell. Where there is none, the mark is a mere
    /// character, and so is every other one up to where the search ended: so that no byte is searched twice.
    fn closing(&mut self, open: usize) -> Option<usize> {
        if open < self.position.unquoted_until {
            return None;
        }
        let bytes = self.bytes;
        let limit = bytes.len().min(open + LONGEST_QUOTED);
        let mut at = open + 1;
        while at < limit {
            if bytes[at] == b'"' {
                match bytes.get(at + 1) {
                    Some(b'"') => at += 1,
                    Some(&next) if next != self.delimiter && next != b'\n' && next != b'\r' => {}
                    _ => return Some(at),
                }
            }
            at += 1;
        }
        self.position.unquoted_until = limit;
        None
    }
}

/// Finds the delimiters and line breaks, many bytes at a time.
#[derive(Debug, Clone, Copy)]
struct Stops {
    delimiter: u8,
    /// Where the bytes begin that are looked at.
    at: usize,
    /// A bit for each of them that is a delimiter or a line break, `STRIDE` bits apart.
    found: u64,
}

impl Stops {
    #[inline]
    fn from(bytes: &[u8], at: usize, delimiter: u8) -> Self {
        Self { delimiter, at, found: look(bytes, at, delimiter) }
    }

    /// Goes on from a byte, at or behind the last one that was found.
    #[inline]
    fn go_to(&mut self, bytes: &[u8], at: usize) {
        match at.checked_sub(self.at) {
            Some(past) if past < WIDTH => self.found &= u64::MAX << (past * STRIDE),
            _ => *self = Self::from(bytes, at, self.delimiter),
        }
    }

    /// The next one, or the end of the text.
    #[inline]
    fn next(&mut self, bytes: &[u8]) -> usize {
        while self.found == 0 {
            self.at += WIDTH;
            self.found = look(bytes, self.at, self.delimiter);
        }
        let at = self.at + self.found.trailing_zeros() as usize / STRIDE;
        self.found &= self.found - 1;
        at.min(bytes.len())
    }
}

#[cfg(not(target_feature = "simd128"))]
use eight::{STRIDE, WIDTH, look};
#[cfg(target_feature = "simd128")]
use sixteen::{STRIDE, WIDTH, look};

/// The last bytes of a text, and line breaks beyond its end.
#[cold]
fn last<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let mut last = [b'\n'; N];
    last.iter_mut().zip(bytes.iter().skip(at)).for_each(|(place, byte)| *place = *byte);
    last
}

/// Where the processor compares sixteen bytes at once.
#[cfg(target_feature = "simd128")]
mod sixteen {
    use std::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, u64x2, v128_or};

    pub(super) const WIDTH: usize = 64;
    pub(super) const STRIDE: usize = 1;

    pub(super) fn look(bytes: &[u8], at: usize, delimiter: u8) -> u64 {
        match bytes.get(at..).and_then(|ahead| ahead.first_chunk()) {
            Some(block) => stops(block, delimiter),
            None => stops(&super::last(bytes, at), delimiter),
        }
    }

    #[inline]
    fn stops(block: &[u8; WIDTH], delimiter: u8) -> u64 {
        let (quarters, _) = block.as_chunks();
        quarters.iter().rev().fold(0, |found, quarter| found << 16 | quarter_stops(*quarter, delimiter))
    }

    #[inline]
    fn quarter_stops(block: [u8; 16], delimiter: u8) -> u64 {
        let whole = u128::from_le_bytes(block);
        #[allow(clippy::cast_possible_truncation)] // its two halves
        let block = u64x2(whole as u64, (whole >> 64) as u64);
        let is = |byte| u8x16_eq(block, u8x16_splat(byte));
        u64::from(u8x16_bitmask(v128_or(is(delimiter), v128_or(is(b'\n'), is(b'\r')))))
    }
}

/// Elsewhere: eight bytes in one number.
#[cfg(not(target_feature = "simd128"))]
mod eight {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const LOW: u64 = ONES * 0x7f;
    pub(super) const WIDTH: usize = 8;
    pub(super) const STRIDE: usize = 8;

    #[inline]
    pub(super) fn look(bytes: &[u8], at: usize, delimiter: u8) -> u64 {
        let block = bytes.get(at..).and_then(|ahead| ahead.first_chunk()).copied().unwrap_or_else(|| super::last(bytes, at));
        let word = u64::from_le_bytes(block);
        let is = |byte: u8| {
            let apart = word ^ (ONES * u64::from(byte));
            !(((apart & LOW) + LOW) | apart) & !LOW // high where the byte is this one
        };
        is(delimiter) | is(b'\n') | is(b'\r')
    }
}

/// Line breaks inside a quoted cell.
fn line_breaks(bytes: &[u8]) -> u32 {
    let mut breaks = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            breaks += 1;
        }
    }
    breaks
}

/// The delimiter of a first line `sep=;`, and where the table begins.
fn declared(bytes: &[u8]) -> Option<(u8, usize)> {
    let text = text_of(bytes.get(..bytes.len().min(12))?.split(|byte| !byte.is_ascii()).next()?);
    let first = text.split(['\r', '\n']).next()?;
    let bare = first.trim_matches('"');
    let [delimiter] = bare.get(..4).filter(|sep| sep.eq_ignore_ascii_case("sep=")).and(bare.as_bytes().get(4..))? else {
        return None;
    };
    let after = &text[first.len()..];
    let line_break = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
    delimiter.is_ascii().then_some((*delimiter, first.len() + line_break))
}

/// The delimiter that gives the most known headings and on which the rows then agree best.
fn agreed(bytes: &[u8], ends: bool) -> u8 {
    let mut best = (DELIMITERS[0], (0, 0));
    for delimiter in DELIMITERS {
        let score = score(Rows::from(bytes, delimiter, Position::new(0, 1), ends));
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Known headings in one row, and how many of a hundred rows have the same number of cells, more than one.
fn score(mut rows: Rows<'_>) -> (usize, usize) {
    let mut cells = Cells::default();
    let (mut headings, mut filled) = (0, 0);
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for _ in 0..LOOKED_AT {
        if rows.next_into(&mut cells).is_none() {
            break;
        }
        if cells.filled_from(0).is_none() {
            continue;
        }
        filled += 1;
        if cells.len() < 2 {
            continue;
        }
        match counts.iter_mut().find(|(count, _)| *count == cells.len()) {
            Some((_, rows)) => *rows += 1,
            None => counts.push((cells.len(), 1)),
        }
        if filled <= headings::LOOKED_AT {
            headings = headings.max(cells.texts().filter(|cell| names(cell)).count());
        }
    }
    let agreeing = counts.iter().map(|&(_, rows)| rows).max().unwrap_or(0);
    (headings, agreeing * 100 / filled.max(1))
}

/// Whether the cell names a column: a heading that we know, or a month or quarter that stands across.
fn names(cell: &str) -> bool {
    let is_period = || matches!(across::is_period(cell), Some(across) if across.over().is_some());
    headings::know(cell).is_some() || is_period()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<&str>)> {
        let mut rows = Rows::of(text.as_bytes(), true);
        let mut cells = Cells::default();
        let mut all = Vec::new();
        while let Some(place) = rows.next_into(&mut cells) {
            all.push((place.line, cells.texts().collect()));
        }
        all
    }

    #[test]
    fn the_delimiter_is_the_one_on_which_the_rows_agree() {
        for (text, expected) in [
            ("a\tb\tc\n120,5\t50,3\t2,35\n1,5\t2,5\t3,5\n", b'\t'),
            ("a;b;c\n1,5;2,5;3,5\n", b';'),
            ("a,b,c\n1,2,3\n", b','),
            ("enhet,månad,timmar\n\"A; B\",2024-01,1.5\nC,2024-02,2.5\n", b','),
            ("Rapport, utskriven; idag\nenhet\tmånad\ttimmar\nA\t2024-01\t1,5\n", b'\t'),
            ("sep=,\na;b,c\n", b','),
            ("SEP=;\r\na;b,c\r\n", b';'),
            ("\"sep=|\"\na|b\n", b'|'),
            ("Datum\n2024-01-01\n", b'\t'),
            ("", b'\t'),
        ] {
            assert_eq!(Rows::of(text.as_bytes(), true).delimiter(), expected, "{text:?}");
        }
    }

    #[test]
    fn rows_are_cut_at_every_kind_of_line_break() {
        for (text, expected) in [
            ("a;b\nc;d", vec![(1, vec!["a", "b"]), (2, vec!["c", "d"])]),
            ("a;b\r\nc;d\r\n", vec![(1, vec!["a", "b"]), (2, vec!["c", "d"])]),
            ("a;b\rc;d\r", vec![(1, vec!["a", "b"]), (2, vec!["c", "d"])]),
            ("a;b\n\nc;d;\n", vec![(1, vec!["a", "b"]), (2, vec![""]), (3, vec!["c", "d", ""])]),
            ("sep=;\r\na;b\r\n", vec![(2, vec!["a", "b"])]),
            ("a;\"b\r\nc\nd\re\";f\ng;h", vec![(1, vec!["a", "b\r\nc\nd\re", "f"]), (5, vec!["g", "h"])]),
            ("a;\"b;c\"\nd;e", vec![(1, vec!["a", "b;c"]), (2, vec!["d", "e"])]),
            ("a;\"b \"\"c\"\"\"\n", vec![(1, vec!["a", "b \"\"c\"\""])]),
            ("a;\"\"\nb;c", vec![(1, vec!["a", ""]), (2, vec!["b", "c"])]),
            ("a;5\" rör\nb;c", vec![(1, vec!["a", "5\" rör"]), (2, vec!["b", "c"])]),
            ("a;\"b\nc;d\n", vec![(1, vec!["a", "\"b"]), (2, vec!["c", "d"])]),
            ("a;\"b\" c\nd;e", vec![(1, vec!["a", "\"b\" c"]), (2, vec!["d", "e"])]),
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }
}
