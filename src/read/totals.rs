//! Rows that sum up others, by their words. This is asked of every row: nearly always no cell comes near one.

use super::text::{is_of_word, text_of};

/// First words of the rows that sum up others.
const TOTALS: &[(&str, Sum)] = &[
    ("summa|totalt|total|totalsumma|slutsumma|sum|grand|totals|samtliga", Sum::Total),
    ("delsumma|subtotal|medel|medelvärde|medeltal|genomsnitt|average|mean", Sum::Other),
    // Norwegian, Danish, German
    ("ialt|i alt|alle|summe|gesamt|gesamtsumme|gesamtergebnis|endsumme|insgesamt|sammenlagt", Sum::Total),
    ("delsum|subtotal|gjennomsnitt|gennemsnit|snitt|zwischensumme|teilsumme|durchschnitt|mittelwert", Sum::Other),
];

/// What a row that sums up others may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sum {
    Total,
    /// A subtotal or a mean: nothing to check.
    Other,
}

/// How a cell may begin with a word for sums, or end with one: nearly always the first three letters and the last three tell that it
/// does neither.
#[derive(Debug, Clone, Copy)]
pub(super) struct Near {
    /// Whether it may end with one.
    end: bool,
}

impl Near {
    #[inline]
    pub(super) fn to(cell: &[u8]) -> Option<Self> {
        let (&[first, second, third], &[fore, before, last]) = (cell.first_chunk()?, cell.last_chunk()?);
        if first.is_ascii_digit() && last.is_ascii_digit() {
            return None;
        }
        let end = ENDINGS.fit(last, before, fore);
        (end || BEGINNINGS.fit(first, second, third)).then_some(Self { end })
    }
}

/// What a cell says if it begins with a word for sums, or ends with one: spreadsheets write `Norr Summa` below the rows of Norr.
pub(super) fn sum_named(cell: &[u8]) -> Option<Sum> {
    let near = Near::to(cell)?;
    sum_within(text_of(cell), near.end)
}

/// A number for the letter of either case, 0 for a digit; the few signs that share it with a letter do no harm.
const fn letter(byte: u8) -> usize {
    if byte >= b'A' { (byte & 0x1f) as usize } else { 0 }
}

/// What the outermost letters of words are.
struct Outer {
    /// For each outermost letter a bit for each letter that is next to it.
    next: [u32; 32],
    /// The same for the third one.
    third: [u32; 32],
}

const BEGINNINGS: Outer = Outer::of_totals(true);
const ENDINGS: Outer = Outer::of_totals(false);

impl Outer {
    #[inline]
    const fn fit(&self, outer: u8, next: u8, third: u8) -> bool {
        let outer = letter(outer);
        self.next[outer] >> letter(next) & self.third[outer] >> letter(third) & 1 != 0
    }

    const fn of_totals(beginnings: bool) -> Self {
        let mut outer = Self { next: [0; 32], third: [0; 32] };
        let mut line = 0;
        while line < TOTALS.len() {
            let words = TOTALS[line].0.as_bytes();
            let mut at = 0;
            while at + 2 < words.len() {
                let (begins, ends) = (at == 0 || words[at - 1] == b'|', at + 3 == words.len() || words[at + 3] == b'|');
                if beginnings && begins {
                    outer.add(words[at], words[at + 1], words[at + 2]);
                } else if !beginnings && ends {
                    outer.add(words[at + 2], words[at + 1], words[at]);
                }
                at += 1;
            }
            line += 1;
        }
        outer
    }

    const fn add(&mut self, outer: u8, next: u8, third: u8) {
        self.next[letter(outer)] |= 1 << letter(next);
        self.third[letter(outer)] |= 1 << letter(third);
    }
}

#[cold]
fn sum_within(cell: &str, may_end: bool) -> Option<Sum> {
    let known =
        |word: &str| TOTALS.iter().find(|(names, _)| names.split('|').any(|name| word.eq_ignore_ascii_case(name))).map(|&(_, sum)| sum);
    let apart = |char: char| !is_of_word(char);
    if cell.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("i alt")) && !cell[5..].starts_with(is_of_word) {
        return Some(Sum::Total);
    }
    let last = || cell.rsplit(apart).next().filter(|last| may_end && last.len() < cell.len());
    known(cell.split(apart).next()?).or_else(|| known(last()?).map(|_| Sum::Other))
}

/// Whether the cell is a word for sums and nothing else.
pub(super) fn is_total(cell: &str) -> bool {
    sum_named(cell.as_bytes()) == Some(Sum::Total) && cell.chars().all(is_of_word)
}
