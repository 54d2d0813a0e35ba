//! Text → running numbers, and rows seen before. Both are met once for each of a million rows, so the hash is a short one.

use super::layout::as_u32;
use crate::order;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes at a time; the bits are mixed once at the end.
#[derive(Debug, Default, Clone)]
struct Quick(u64);

impl Quick {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.add(word.try_into().map_or(0, u64::from_le_bytes));
        }
        let rest = words.remainder();
        if !rest.is_empty() {
            self.add(rest.iter().rev().fold(rest.len() as u64, |word, &byte| word << 8 | u64::from(byte)));
        }
    }

    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(FACTOR);
        mixed ^ mixed >> 29
    }
}

/// Numbers texts by order of appearance. A short text is kept in its slot, so that looking it up touches one place in memory:
/// numbers of employees come in any order and are met once for each row.
#[derive(Debug, Default)]
pub(super) struct Interner<'a> {
    slots: Vec<Slot>,
    texts: Vec<&'a str>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Key,
    number: u32,
}

/// A text of up to fifteen bytes, or the hash of a longer one. The last byte tells the length and is never 0.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Key([u64; 2]);

impl Key {
    /// In a slot that is not taken.
    const FREE: Self = Self([0; 2]);
    /// The last byte of a hash.
    const HASHED: u64 = 0xff << 56;

    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let length = bytes.len();
        let (first, second) = match length {
            0..8 => (few(bytes), 0),
            8..16 => (word(bytes, 0), word(bytes, length - 8) >> 8 >> (8 * (15 - length))),
            _ => {
                let mut hash = Quick::default();
                hash.write(bytes);
                return Self([hash.finish(), Self::HASHED]);
            }
        };
        Self([first, second | (length as u64 + 1) << 56])
    }

    fn is_whole(self) -> bool {
        self.0[1] < Self::HASHED
    }

    #[allow(clippy::cast_possible_truncation)] // a power of two is the size
    fn place(self, slots: usize) -> usize {
        let mut hash = Quick::default();
        hash.add(self.0[0]);
        hash.add(self.0[1]);
        (hash.0 >> 32) as usize & (slots - 1)
    }
}

/// The eight bytes that begin at `at`.
fn word(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|word| word.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// Fewer than eight bytes: those that are read twice fall on themselves.
fn few(bytes: &[u8]) -> u64 {
    match *bytes {
        [] => 0,
        [a, b, c, d, ..] => {
            let [.., e, f, g, h] = *bytes else { return 0 };
            let last = u64::from(u32::from_le_bytes([e, f, g, h]));
            u64::from(u32::from_le_bytes([a, b, c, d])) | last << (8 * (bytes.len() - 4))
        }
        [first, ..] => {
            let at = |index: usize| u64::from(bytes[index]) << (8 * index);
            u64::from(first) | at(bytes.len() / 2) | at(bytes.len() - 1)
        }
    }
}

impl<'a> Interner<'a> {
    /// The number of the text.
    pub(super) fn number(&mut self, text: &'a str) -> u32 {
        if self.texts.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let key = Key::of(text);
        let at = self.find(key, text);
        let slot = &mut self.slots[at];
        if slot.key == Key::FREE {
            *slot = Slot { key, number: u32::try_from(self.texts.len()).unwrap_or(u32::MAX) };
            self.texts.push(text);
        }
        slot.number
    }

    #[cold]
    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![Slot::default(); (old.len() * 2).max(64)];
        for slot in old.into_iter().filter(|slot| slot.key != Key::FREE) {
            let at = self.find(slot.key, self.texts[slot.number as usize]);
            self.slots[at] = slot;
        }
    }

    /// Where the text stands, or the free slot in which to put it.
    fn find(&self, key: Key, text: &str) -> usize {
        let size = self.slots.len();
        let mut at = key.place(size);
        loop {
            let there = &self.slots[at];
            let same = there.key == key && (key.is_whole() || self.texts[there.number as usize] == text);
            if same || there.key == Key::FREE {
                return at;
            }
            at = (at + 1) & (size - 1);
        }
    }

    /// All texts, by number.
    pub(super) fn texts(&self) -> &[&'a str] {
        &self.texts
    }
}

/// Finds rows that are the same byte for byte. Of each row only a part of its hash is kept, and where it begins.
#[derive(Debug, Default)]
pub(super) struct Twins {
    /// The hash of each.
    prints: Vec<u32>,
    starts: Vec<usize>,
}

impl Twins {
    /// Remembers a row by its bytes and where they begin; rows are numbered from 0.
    #[allow(clippy::cast_possible_truncation)] // what a shift leaves
    pub(super) fn add(&mut self, row: &[u8], start: usize) {
        let mut hash = Quick::default();
        hash.write(row);
        self.prints.push((hash.finish() >> 32) as u32);
        self.starts.push(start);
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        self.prints.reserve(rows);
        self.starts.reserve(rows);
    }

    /// The running numbers, in order, of the rows that another one before them is the same as.
    pub(super) fn later<'a>(&self, row_at: impl Fn(usize) -> &'a [u8]) -> Vec<usize> {
        let mut later = Vec::new();
        for group in self.suspects().chunk_by(|&one, &other| self.prints[one] == self.prints[other]).filter(|group| group.len() > 1) {
            // rows of one hash that differ are rare: the first of each kind is kept to compare with
            let mut kinds: Vec<&[u8]> = Vec::new();
            for &number in group {
                let row = row_at(self.starts[number]);
                if kinds.contains(&row) {
                    later.push(number);
                } else {
                    kinds.push(row);
                }
            }
        }
        order::sorted(later, |&number| as_u32(number))
    }

    /// The rows that share some bits of their hash with another one, one in ten by chance; those of one hash stand together.
    fn suspects(&self) -> Vec<usize> {
        let mut met = Bits::new(self.prints.len() * 8);
        let mut shared = Bits::new(self.prints.len() * 8);
        for &print in &self.prints {
            if met.set(print) {
                shared.set(print);
            }
        }
        let suspects: Vec<usize> = (0..self.prints.len()).filter(|&number| shared.get(self.prints[number])).collect();
        order::by_key(suspects.iter().map(|&number| self.prints[number])).map(|index| suspects[index]).collect()
    }
}

/// A row of bits, as many as a power of two.
struct Bits(Vec<u64>);

impl Bits {
    fn new(bits: usize) -> Self {
        Self(vec![0; (bits / 64).next_power_of_two()])
    }

    fn place(&self, number: u32) -> (usize, u64) {
        ((number >> 6) as usize & (self.0.len() - 1), 1 << (number & 63))
    }

    fn get(&self, number: u32) -> bool {
        let (word, bit) = self.place(number);
        self.0[word] & bit != 0
    }

    /// Sets the bit, and tells whether it was set before.
    fn set(&mut self, number: u32) -> bool {
        let (word, bit) = self.place(number);
        let before = self.0[word] & bit != 0;
        self.0[word] |= bit;
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_numbered_by_order_of_appearance() {
        let mut interner = Interner::default();
        let numbers: Vec<u32> = ["b", "a", "a", "b", "a\0", "", "a"].map(|text| interner.number(text)).to_vec();
        assert_eq!(numbers, [0, 1, 1, 0, 2, 3, 1]);
        assert_eq!(interner.texts(), ["b", "a", "a\0", ""]);
    }

    #[test]
    fn texts_of_every_length_keep_their_numbers() {
        let texts: Vec<String> = (0..20_000_u32).map(|number| "x".repeat(number as usize % 20) + &number.to_string()).collect();
        let mut interner = Interner::default();
        for _ in 0..2 {
            for (number, text) in (0..).zip(&texts) {
                assert_eq!(interner.number(text), number);
            }
        }
    }

    #[test]
    fn rows_are_twins_only_when_every_byte_is_the_same() {
        let rows: Vec<String> = (0..5000).map(|row| format!("{:04};x\n", row % 4000)).collect();
        let text = rows.concat();
        let row_at = |start: usize| &text.as_bytes()[start..start + 6];
        let mut twins = Twins::default();
        for row in 0..5000 {
            twins.add(row_at(row * 7), row * 7);
        }
        assert_eq!(twins.later(row_at), (4000..5000).collect::<Vec<usize>>());
    }
}
