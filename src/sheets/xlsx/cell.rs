//! A cell of a sheet: where it stands, what it holds, and its value as text.

use super::super::Refused;
use super::super::format;
use super::super::text::Text;
use super::super::xml::Tag;
use super::{MOST_COLUMNS, Parts, unescaped};

/// What a cell says it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Number,
    Shared,
    Text,
    Flag,
    Moment,
}

impl Holds {
    fn of(kind: &[u8]) -> Self {
        match kind {
            b"s" => Self::Shared,
            b"str" | b"inlineStr" | b"e" => Self::Text,
            b"b" => Self::Flag,
            b"d" => Self::Moment,
            _ => Self::Number,
        }
    }
}

/// The cell that is being read.
#[derive(Debug)]
pub(super) struct Cell {
    row: u32,
    column: u32,
    holds: Holds,
    style: usize,
    pub(super) value: Vec<u8>,
}

impl Default for Cell {
    /// Before the first.
    fn default() -> Self {
        Self { row: u32::MAX, column: u32::MAX, holds: Holds::Number, style: 0, value: Vec::new() }
    }
}

impl Cell {
    /// Cells and rows need not say where they stand: then it is behind the one before.
    pub(super) fn begin(&mut self, tag: Tag) -> Result<(), Refused> {
        (self.holds, self.style) = (Holds::Number, 0);
        self.value.clear();
        self.column = self.column.wrapping_add(1);
        for (name, value) in tag.attributes() {
            match name {
                b"r" => (self.row, self.column) = format::place(value)?,
                b"s" => self.style = whole(value).unwrap_or(usize::MAX),
                b"t" => self.holds = Holds::of(value),
                _ => {}
            }
        }
        if self.column >= MOST_COLUMNS { Err(Refused::TooWide) } else { Ok(()) }
    }

    /// Begins the cell that is ahead, if it is written as nearly every one is: where it stands, its style and kind, and nothing but a value
    /// without entities. The value, and the bytes of the cell. Whatever else comes is read token by token.
    #[inline]
    pub(super) fn plain<'a>(&mut self, ahead: &'a [u8]) -> Option<(&'a [u8], usize)> {
        let mut rest = ahead.strip_prefix(b"<c")?;
        let (mut place, mut style, mut holds) = (None, 0, Holds::Number);
        while let [b' ', name, b'=', b'"', value @ ..] = rest {
            let end = value.iter().position(|&byte| byte == b'"')?;
            let (value, behind) = value.split_at(end);
            match name {
                b'r' => place = format::place(value).ok(),
                b's' => style = whole(value)?,
                b't' => holds = Holds::of(value),
                _ => return None,
            }
            rest = &behind[1..];
        }
        let rest = rest.strip_prefix(b"><v>")?;
        let end = rest.iter().position(|&byte| byte == b'<')?;
        let (value, rest) = rest.split_at(end);
        let rest = rest.strip_prefix(b"</v></c>")?;
        let (row, column) = place.filter(|&(_, column)| column < MOST_COLUMNS && !value.contains(&b'&'))?;
        (self.row, self.column, self.style, self.holds) = (row, column, style, holds);
        Some((value, ahead.len() - rest.len()))
    }

    pub(super) fn begin_row(&mut self, tag: Tag) -> Result<(), Refused> {
        let number = tag.get(b"r").map(|number| whole(number).and_then(|number| u32::try_from(number).ok()));
        self.row = match number {
            Some(number) => number.and_then(|number| number.checked_sub(1)).ok_or(Refused::Broken)?,
            None => self.row.wrapping_add(1),
        };
        self.column = u32::MAX;
        Ok(())
    }

    pub(super) fn write(&self, parts: &mut Parts, text: &mut Text) -> Result<(), Refused> {
        self.put(&self.value, parts, text)
    }

    #[inline]
    pub(super) fn put(&self, value: &[u8], parts: &mut Parts, text: &mut Text) -> Result<(), Refused> {
        let (row, column) = (self.row, self.column);
        if value.is_empty() {
            return Ok(());
        }
        match self.holds {
            Holds::Number => {
                let format = parts.formats.get(self.style).copied().unwrap_or_default();
                parts.numbers.digits(value, format, text.at(row, column)?);
            }
            Holds::Shared => {
                let shared = whole(value).and_then(|index| parts.strings.get(index)).ok_or(Refused::Broken)?;
                if !shared.is_empty() {
                    text.at(row, column)?.extend_from_slice(shared);
                }
            }
            Holds::Text => text.text(row, column, &unescaped(value))?,
            Holds::Flag => text.at(row, column)?.extend_from_slice(if value == b"0" { b"nej" } else { b"ja" }),
            Holds::Moment => format::iso(value, text.at(row, column)?),
        }
        Ok(())
    }
}

#[inline]
fn whole(digits: &[u8]) -> Option<usize> {
    let mut number = 0_usize;
    for &byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(usize::from(digit))?;
    }
    Some(number)
}
