//! Cells → tab-separated text, of which row n is row n of the sheet.

use super::Refused;

/// So many empty cells and rows are written out, at most: few files have more, and they are all but empty.
const MOST_BLANKS: usize = 64 << 20;
/// Text is handed on in pieces of about so many bytes, cut at ends of rows.
const PIECE: usize = 1 << 20;
/// So many bytes of text a file may give.
pub(super) const MOST_BYTES: usize = 256 << 20;
/// A cell longer than this is not quoted, but written without its marks and breaks: the reader takes no longer quoted cells.
const LONGEST_QUOTED: usize = 8_000;

/// The text of a sheet, written cell by cell, row by row.
#[derive(Debug, Default)]
pub(super) struct Text {
    out: Vec<u8>,
    /// What has been written before it, and how many bytes it is.
    pieces: Vec<Vec<u8>>,
    before: usize,
    /// The row that is being written, from 0, and the first column that is still free in it.
    row: u32,
    free: u32,
    widest: u32,
    blanks: usize,
    filled: bool,
}

impl Text {
    /// Where to write the cell at a row and column, both from 0. What is written must be safe between tabs.
    ///
    /// # Errors
    /// When the cell lies before one that has been written, or far out in emptiness.
    #[inline]
    pub(super) fn at(&mut self, row: u32, column: u32) -> Result<&mut Vec<u8>, Refused> {
        if self.row == row && self.filled && self.free == column {
            self.out.push(b'\t');
        } else {
            self.go(row, column)?;
        }
        self.free = column.saturating_add(1);
        Ok(&mut self.out)
    }

    fn go(&mut self, row: u32, column: u32) -> Result<(), Refused> {
        let rows = row.checked_sub(self.row).ok_or(Refused::Broken)?;
        if rows > 0 {
            self.end_row();
            if self.out.len() > PIECE {
                self.end_piece();
                self.out.reserve(PIECE + PIECE / 8);
            }
            self.blank(b'\n', rows)?;
        }
        let mut tabs = column.checked_sub(self.free).ok_or(Refused::Broken)?;
        if self.free > 0 {
            tabs += 1;
        }
        self.blank(b'\t', tabs)?;
        (self.row, self.filled) = (row, true);
        if self.len() > MOST_BYTES { Err(Refused::TooLarge) } else { Ok(()) }
    }

    fn blank(&mut self, byte: u8, times: u32) -> Result<(), Refused> {
        let times = times as usize;
        self.blanks += times.saturating_sub(1);
        if self.blanks > MOST_BLANKS {
            return Err(Refused::TooWide);
        }
        self.out.resize(self.out.len() + times, byte);
        Ok(())
    }

    fn end_piece(&mut self) {
        self.before += self.out.len();
        self.pieces.push(std::mem::take(&mut self.out));
    }

    /// How many bytes have been written.
    pub(super) fn len(&self) -> usize {
        self.before + self.out.len()
    }

    /// The pieces that are done.
    pub(super) fn take(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.pieces)
    }

    fn end_row(&mut self) {
        self.widest = self.widest.max(self.free);
        self.free = 0;
    }

    /// Writes a text; nothing where it is empty.
    pub(super) fn text(&mut self, row: u32, column: u32, text: &[u8]) -> Result<(), Refused> {
        if !text.is_empty() {
            safe(text, self.at(row, column)?);
        }
        Ok(())
    }

    /// The last row and column with a filled cell, from 1, and the pieces that have not been taken.
    pub(super) fn finish(mut self) -> (u32, u32, Vec<Vec<u8>>) {
        self.end_row();
        if !self.filled {
            return (0, 0, Vec::new());
        }
        self.out.push(b'\n');
        self.end_piece();
        (self.row + 1, self.widest, self.pieces)
    }
}

/// The bytes as text; what is no UTF-8 becomes a sign that says so.
pub(super) fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Writes a text so that it is one cell: line breaks as blanks, since a row of the text is a row of the sheet; in quotation marks
/// where it holds tabs or marks.
pub(super) fn safe(text: &[u8], out: &mut Vec<u8>) {
    if !text.iter().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b'"')) {
        return out.extend_from_slice(text);
    }
    let quoted = text.len() <= LONGEST_QUOTED && text.iter().any(|byte| matches!(byte, b'\t' | b'"'));
    if quoted {
        out.push(b'"');
    }
    for &byte in text {
        match byte {
            b'\n' | b'\r' => out.push(b' '),
            b'"' if quoted => out.extend_from_slice(b"\"\""),
            b'\t' | b'"' if !quoted => out.push(b' '),
            _ => out.push(byte),
        }
    }
    if quoted {
        out.push(b'"');
    }
}

/// The cells of a row that was written so.
pub(super) fn cells(row: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut rest = Some(row);
    while let Some(row) = rest {
        let quoted = row.strip_prefix('"').and_then(unquoted);
        let (cell, behind) = quoted.unwrap_or_else(|| match row.split_once('\t') {
            Some((cell, behind)) => (cell.to_owned(), Some(behind)),
            None => (row.to_owned(), None),
        });
        cells.push(cell);
        rest = behind;
    }
    cells
}

/// A quoted cell without its marks, and the cells behind it.
fn unquoted(row: &str) -> Option<(String, Option<&str>)> {
    let mut cell = String::new();
    let mut chars = row.char_indices();
    while let Some((at, char)) = chars.next() {
        if char != '"' {
            cell.push(char);
        } else if row[at + 1..].starts_with('"') {
            cell.push('"');
            chars.next();
        } else {
            return Some((cell, row[at + 1..].strip_prefix('\t')));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[(u32, u32, &str)]) -> Result<(u32, u32, String), Refused> {
        let mut text = Text::default();
        for &(row, column, cell) in cells {
            text.text(row, column, cell.as_bytes())?;
        }
        let (rows, columns, pieces) = text.finish();
        Ok((rows, columns, utf8(pieces.concat())))
    }

    #[test]
    fn row_n_of_the_text_is_row_n_of_the_sheet() {
        for (cells, rows, columns, expected) in [
            (vec![(0, 0, "a"), (0, 1, "b"), (1, 0, "c")], 2, 2, "a\tb\nc\n"),
            (vec![(2, 1, "a"), (2, 3, "b")], 3, 4, "\n\n\ta\t\tb\n"),
            (vec![(0, 0, "a"), (3, 0, "b")], 4, 1, "a\n\n\nb\n"),
            (vec![(0, 2, "a"), (1, 0, "b")], 2, 3, "\t\ta\nb\n"),
            (vec![(0, 0, "")], 0, 0, ""),
            (vec![(0, 0, "a\nb"), (1, 0, "c")], 2, 1, "a b\nc\n"),
            (vec![(0, 0, "a\tb"), (0, 1, "5\" \"rör\"")], 1, 2, "\"a\tb\"\t\"5\"\" \"\"rör\"\"\"\n"),
        ] {
            assert_eq!(written(&cells), Ok((rows, columns, expected.into())), "{cells:?}");
        }
    }

    #[test]
    fn cells_out_of_order_and_far_out_are_refused() {
        assert_eq!(written(&[(1, 0, "a"), (0, 0, "b")]), Err(Refused::Broken));
        assert_eq!(written(&[(0, 1, "a"), (0, 0, "b")]), Err(Refused::Broken));
        assert_eq!(written(&[(0, 1, "a"), (0, 1, "b")]), Err(Refused::Broken));
        assert_eq!(written(&[(u32::MAX, 0, "a")]), Err(Refused::TooWide));
        assert_eq!(written(&[(0, u32::MAX, "a")]), Err(Refused::TooWide));
        let far: Vec<(u32, u32, &str)> = (0..1_048_576).map(|row| (row, 16_383, "1")).collect();
        assert_eq!(written(&far), Err(Refused::TooWide));
    }

    #[test]
    fn cells_come_back_as_they_were_written() {
        for cell in ["", "a", "a\tb", "\"", "5\" rör", "\"\"\t\""] {
            let mut row = Vec::new();
            safe(cell.as_bytes(), &mut row);
            row.extend_from_slice(b"\tnext");
            assert_eq!(cells(&utf8(row)), [cell, "next"]);
        }
    }
}
