//! Bytes → text, and text that may be shown.

use std::borrow::Cow;

use super::identity;

/// So much of a cell is shown, at most.
const SHOWN: usize = 40;

/// The first of the two bytes of each character from `À` to `ÿ`.
const LETTERS: u8 = 0xc3;

/// What stands where something was left out.
const LEFT_OUT: char = '…';

/// The characters of Windows-1252 at 0x80–0x9F; five of its bytes are not assigned and become their control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// How text is written in bytes.
#[derive(Debug, Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
    Windows1252,
}

/// The bytes are not UTF-8 after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotUtf8;

/// Turns bytes that come in pieces into UTF-8: from UTF-16 where a byte order mark says so, else from UTF-8, else from Windows-1252,
/// which never fails.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    /// Once it is known.
    encoding: Option<Encoding>,
    /// Bytes of a character that is not all there.
    rest: Vec<u8>,
}

impl Decoder {
    /// For bytes that are known not to be UTF-8.
    pub(crate) const fn windows_1252() -> Self {
        Self { encoding: Some(Encoding::Windows1252), rest: Vec::new() }
    }

    /// Puts the text of the next bytes behind the text that has come before; `ends` with the last of them.
    pub(crate) fn decode(&mut self, bytes: &[u8], ends: bool, text: &mut Vec<u8>) -> Result<(), NotUtf8> {
        if self.encoding.is_none() && !ends && self.rest.len() + bytes.len() < 3 {
            self.rest.extend_from_slice(bytes);
            return Ok(());
        }
        let joined;
        let mut bytes = bytes;
        if !self.rest.is_empty() {
            joined = [std::mem::take(&mut self.rest).as_slice(), bytes].concat();
            bytes = &joined;
        }
        let encoding = if let Some(encoding) = self.encoding {
            encoding
        } else {
            let (encoding, mark) = match bytes {
                [0xff, 0xfe, ..] => (Encoding::Utf16(u16::from_le_bytes), 2),
                [0xfe, 0xff, ..] => (Encoding::Utf16(u16::from_be_bytes), 2),
                [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
                _ => (Encoding::Utf8, 0),
            };
            bytes = &bytes[mark..];
            *self.encoding.insert(encoding)
        };
        match encoding {
            Encoding::Utf8 => self.utf8(bytes, ends, text)?,
            Encoding::Utf16(unit) => self.utf16(bytes, ends, unit, text),
            Encoding::Windows1252 => bytes.iter().for_each(|&byte| push(windows_1252(byte), text)),
        }
        Ok(())
    }

    fn utf8(&mut self, bytes: &[u8], ends: bool, text: &mut Vec<u8>) -> Result<(), NotUtf8> {
        let whole = match std::str::from_utf8(bytes) {
            Ok(_) => bytes.len(),
            // a character that goes on in the next piece
            Err(error) if error.error_len().is_none() && !ends => error.valid_up_to(),
            Err(_) => return Err(NotUtf8),
        };
        text.extend_from_slice(&bytes[..whole]);
        self.rest.extend_from_slice(&bytes[whole..]);
        Ok(())
    }

    /// A unit without its pair becomes a replacement character, and half a unit at the end nothing.
    fn utf16(&mut self, bytes: &[u8], ends: bool, unit: fn([u8; 2]) -> u16, text: &mut Vec<u8>) {
        let mut whole = bytes.len() / 2 * 2;
        let is_first_half = |pair: &[u8]| matches!(unit([pair[0], pair[1]]), 0xd800..0xdc00);
        if !ends && whole >= 2 && is_first_half(&bytes[whole - 2..whole]) {
            whole -= 2;
        }
        let units = bytes[..whole].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).for_each(|char| push(char.unwrap_or(char::REPLACEMENT_CHARACTER), text));
        if !ends {
            self.rest.extend_from_slice(&bytes[whole..]);
        }
    }
}

fn push(char: char, text: &mut Vec<u8>) {
    text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The cell without blanks around it: plain, no-break, narrow, and the invisible ones that spreadsheets leave behind.
pub(super) fn trim(cell: &str) -> &str {
    if is_framed(cell.as_bytes()) { cell } else { trim_blanks(cell) }
}

#[cold]
fn trim_blanks(cell: &str) -> &str {
    cell.trim_matches(is_blank)
}

/// The same for the bytes of a cell.
#[inline]
pub(super) fn trim_bytes(cell: &[u8]) -> &[u8] {
    if is_framed(cell) { cell } else { trim_blanks(text_of(cell)).as_bytes() }
}

/// The text of bytes that were cut from a text, between characters.
pub(super) fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Whether the cell begins and ends with a character that leaves ink: nearly every cell does, with one of ASCII or a letter such as `Å`.
#[inline]
fn is_framed(cell: &[u8]) -> bool {
    let is_ink = |byte: u8| 0x20 < byte && byte < 0x7f;
    match cell {
        [only] => is_ink(*only),
        [first, .., before, last] => (is_ink(*first) || *first == LETTERS) && (is_ink(*last) || *before == LETTERS),
        [first, last] => is_ink(*first) && is_ink(*last),
        [] => true,
    }
}

/// Whether the character leaves no ink.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace() || char.is_control() || matches!(char, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The text in lower case, as far as Swedish, English and German go. The standard library's tables for all of the
/// world's letters weigh more than the rest of this module.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// The letter in lower case: those of Latin-1.
pub(super) fn lower(char: char) -> char {
    match char {
        'A'..='Z' => char.to_ascii_lowercase(),
        'À'..='Þ' if char != '×' => char::from_u32(u32::from(char) + 0x20).unwrap_or(char),
        _ => char,
    }
}

/// Whether the character belongs to a word: what is not ASCII counts as a letter unless it is a sign of Latin-1,
/// punctuation, or a symbol.
pub(super) fn is_letter(char: char) -> bool {
    char.is_ascii_alphabetic()
        || char >= 'À' && !matches!(char, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..)
}

/// Whether the character is a letter or a digit.
pub(super) fn is_of_word(char: char) -> bool {
    is_letter(char) || char.is_ascii_digit()
}

/// The cell as one line: trimmed, runs of blanks and line breaks as one blank, doubled quotes as one.
pub(super) fn tidy(cell: &str) -> Cow<'_, str> {
    let cell = trim(cell);
    let (mut line, mut before) = (String::with_capacity(cell.len()), None);
    for char in cell.chars() {
        let char = if is_blank(char) { ' ' } else { char };
        if before == Some(char) && matches!(char, ' ' | '"') {
            before = before.filter(|&before| before == ' '); // a third quotation mark begins the next pair
        } else {
            line.push(char);
            before = Some(char);
        }
    }
    if line == cell { Cow::Borrowed(cell) } else { Cow::Owned(line) }
}

/// Where the word stands in the text. The standard library's search is the quicker one for long texts, and ten times the code.
pub(super) fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.char_indices().map(|(at, _)| at).filter(move |&at| text.as_bytes()[at..].starts_with(word.as_bytes()))
}

/// The cell as it may leave this module: one line, at most 40 characters, without personal identity numbers.
#[must_use]
pub fn shown(cell: &str) -> String {
    short(nameable(cell))
}

/// The text, at most 40 characters of it.
pub(super) fn short(text: String) -> String {
    if text.chars().count() <= SHOWN {
        return text;
    }
    let mut short: String = text.chars().take(SHOWN - 1).collect();
    short.push(LEFT_OUT);
    short
}

/// The cell as one line in full, without personal identity numbers: names of units, headings.
pub(super) fn nameable(cell: &str) -> String {
    without_identity(&tidy(cell))
}

/// The same of a column of codes, whose numbers are those of nobody.
pub(super) fn named(cell: &str, codes: bool) -> String {
    if codes && is_code(cell) { cell.into() } else { nameable(cell) }
}

/// Whether the cell is a number as long as an identity number.
pub(super) fn is_code(cell: &str) -> bool {
    matches!(cell.len(), 10..=12) && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Replaces what looks like a personal identity number. A Swedish one has ten or twelve digits, with or without `-` or `+` before the
/// last four, and begins with a date (the day may be 60 higher: a coordination number).
fn without_identity(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let begins = chars[at].is_ascii_digit() && (at == 0 || !chars[at - 1].is_ascii_digit());
        if let Some(length) = begins.then(|| identity_length(&chars[at..]).or_else(|| identity::length(&chars[at..]))).flatten() {
            kept.push(LEFT_OUT);
            at += length;
        } else {
            kept.push(chars[at]);
            at += 1;
        }
    }
    kept
}

/// Whether the cell is an identity number and nothing else, by form and check digit.
pub(super) fn is_identity(cell: &str) -> bool {
    let chars: Vec<char> = tidy(cell).chars().collect();
    let whole = Some(chars.len());
    identity::length(&chars) == whole || identity_length(&chars) == whole && identity::is_swedish(&chars)
}

/// The same of a number with a check digit. A Danish one has none, and what looks like it may be the number of a file or a telephone.
pub(super) fn is_checked_identity(cell: &str) -> bool {
    let cell = tidy(cell);
    let danish = cell.len() == 11 && cell.bytes().enumerate().all(|(at, byte)| if at == 6 { byte == b'-' } else { byte.is_ascii_digit() });
    let chars: Vec<char> = cell.chars().collect();
    is_identity(&cell) && (!danish || identity::is_swedish(&chars))
}

/// How many characters of a Swedish identity number stand at the beginning, if one does.
fn identity_length(chars: &[char]) -> Option<usize> {
    let digits = |chars: &[char]| chars.iter().take_while(|char| char.is_ascii_digit()).count();
    let first = digits(chars);
    let signed = matches!(chars.get(first), Some('-' | '+' | '−' | '–' | ' ')) && digits(&chars[first + 1..]) == 4;
    let (date, length) = match first {
        6.. if signed => (first, first + 5), // digits that touch it in front go with it
        10 | 12 => (first - 4, first),
        _ => return None,
    };
    let two = |at: usize| chars[at..at + 2].iter().filter_map(|char| char.to_digit(10)).fold(0, |sum, digit| sum * 10 + digit);
    let (month, day) = (two(date - 4), two(date - 2));
    let is_date = (1..=12).contains(&month) && ((1..=31).contains(&day) || (61..=91).contains(&day));
    is_date.then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_in_the_encoding_they_are_in() {
        let decoded = |mut pieces: std::slice::Chunks<u8>| {
            let (mut decoder, mut text) = (Decoder::default(), Vec::new());
            pieces.try_for_each(|piece| decoder.decode(piece, false, &mut text))?;
            decoder.decode(&[], true, &mut text)?;
            Ok::<_, NotUtf8>(text)
        };
        for (bytes, expected) in [
            (b"Enhet".as_slice(), "Enhet"),
            (b"\xef\xbb\xbfEnhet", "Enhet"),
            ("Mån".as_bytes(), "Mån"),
            (b"\xff\xfeM\0\xe5\0", "Må"),
            (b"\xfe\xff\0M\0\xe5", "Må"),
            (b"\xff\xfeM\0\xe5", "M"),
            (b"", ""),
        ] {
            assert_eq!(decoded(bytes.chunks(100)).unwrap(), expected.as_bytes());
            assert_eq!(decoded(bytes.chunks(1)).unwrap(), expected.as_bytes(), "byte by byte");
        }
        assert_eq!(decoded(b"M\xe5n".chunks(1)), Err(NotUtf8));
        let mut text = Vec::new();
        assert_eq!(Decoder::windows_1252().decode(b"M\xe5n \x80 \x96", true, &mut text), Ok(()));
        assert_eq!(text, "Mån € –".as_bytes());
    }

    #[test]
    fn a_cell_is_an_identity_number_by_form_and_check_digit() {
        for cell in ["19640823-3234", "6408233234", "131052-308T", "01010750160", "86095742719", "15070649C103", "010750-1234"] {
            assert!(is_identity(cell), "{cell}");
        }
        // points of time, a date with a number behind it, numbers
        for cell in ["202403011230", "6408233235", "2024-03-01", "12345678901", "…", "", "6408233234 Eva", "9999999999"] {
            assert!(!is_identity(cell), "{cell}");
        }
    }

    #[test]
    fn what_is_shown_is_one_short_line_without_personal_identity_numbers() {
        for (cell, expected) in [
            (" Hemtjänst\r\nnorr ", "Hemtjänst norr"),
            ("Avd \"\"A\"\"", "Avd \"A\""),
            ("\"\"\"\"\"A \u{a0}\t B", "\"\"\"A B"),
            ("19640823-3234", "…"),
            ("6408233234 Eva", "… Eva"),
            ("pnr 640823+3234.", "pnr …."),
            ("196408833234", "…"),
            ("19640823 3234", "…"),
            ("2024640823-3234", "…"),
            ("010750-1234", "…"),
            ("131052-308T", "…"),
            ("Eva, 131052A308T", "Eva, …"),
            ("01010750160", "…"),
            ("010107 50160", "…"),
            ("86095742719", "…"),
            ("15070649C103", "…"),
            ("15 070649 C 103", "…"),
            ("131052A308S", "131052A308S"),
            ("01010750161", "01010750161"),
            ("86095742718", "86095742718"),
            ("15070649C104", "15070649C104"),
            ("12 345 678 903", "12 345 678 903"),
            ("1 234 567", "1 234 567"),
            ("9999999999", "9999999999"),
            ("2024-03-01", "2024-03-01"),
            ("16408233234", "16408233234"),
            ("abcdefghijabcdefghijabcdefghijabcdefghij", "abcdefghijabcdefghijabcdefghijabcdefghij"),
            ("abcdefghijabcdefghijabcdefghijabcdefghijk", "abcdefghijabcdefghijabcdefghijabcdefghi…"),
            ("\u{a0}\u{202f} \u{feff}", ""),
        ] {
            assert_eq!(shown(cell), expected, "{cell:?}");
        }
    }
}
