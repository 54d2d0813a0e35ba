//! A heading as it is compared with the patterns of the tables of headings.

use super::text::{is_of_word, lower, places, text_of};

/// A heading as it is compared: lower case, letters, digits and `%` only, and where its words begin and end.
pub(super) struct Key {
    pub text: String,
    edges: Vec<usize>,
    /// A bit for each letter of the text, though some share one.
    letters: u64,
}

/// The bit of a letter, or of one of the bytes of it.
const fn bit(letter: u8) -> u64 {
    1 << (letter & 63)
}

impl Key {
    pub(super) fn of(heading: &str) -> Self {
        let mut key = Self { text: String::new(), edges: vec![0], letters: 0 };
        let mut within = false;
        for char in heading.chars() {
            if is_of_word(char) || char == '%' {
                if !within || char == '%' {
                    key.edges.push(key.text.len());
                }
                within = char != '%';
                key.text.push(lower(char));
            } else if char != '.' {
                within = false; // `t.o.m.` is one word
            }
            if !within {
                key.edges.push(key.text.len());
            }
        }
        key.edges.push(key.text.len());
        key.letters = key.text.bytes().fold(0, |letters, letter| letters | bit(letter));
        key
    }

    /// Whether the text has the letters of a pattern. Most patterns have one that is missing: there are hundreds of them, and cells of
    /// data are asked about them too.
    fn may_have(&self, pattern: &[u8]) -> bool {
        pattern.iter().all(|&byte| matches!(byte, b' ' | b'~' | b'^' | b'$') || self.letters & bit(byte) != 0)
    }

    /// Whether one of the patterns of a line fits.
    pub(super) fn has(&self, line: &str) -> bool {
        line.as_bytes().split(|byte| *byte == b'|').filter(|pattern| self.may_have(pattern)).any(|pattern| {
            let (pattern, anywhere) = strip(text_of(pattern), |text| text.strip_prefix('~'));
            let (pattern, at_start) = strip(pattern, |text| text.strip_prefix('^'));
            let (pattern, at_end) = strip(pattern, |text| text.strip_suffix('$'));
            let pattern: String = pattern.chars().filter(|&char| char != ' ').collect();
            places(&self.text, &pattern).any(|start| {
                let end = start + pattern.len();
                (anywhere || self.edges.contains(&start) && self.edges.contains(&end))
                    && (!at_start || start == 0)
                    && (!at_end || end == self.text.len())
            })
        })
    }
}

fn strip<'a>(text: &'a str, sign: impl Fn(&'a str) -> Option<&'a str>) -> (&'a str, bool) {
    sign(text).map_or((text, false), |rest| (rest, true))
}
