//! Text → running numbers, and rows seen before. Both are met once for each of a million rows, so the hash is a short one.

use super::layout::as_u32;
use super::text::text_of;
use crate::order;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes at a time; the bits are mixed once at the end.
#[derive(Debug, Default, Clone)]
struct Quick(u64);

impl Quick {
    fn of(bytes: &[u8]) -> Self {
        let mut hash = Self::default();
        hash.write(bytes);
        hash
    }

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

    /// So many of its bits as are kept of a row.
    #[allow(clippy::cast_possible_truncation)] // what a shift leaves
    fn print(&self) -> u32 {
        (self.finish() >> 32) as u32
    }
}

/// Numbers texts by order of appearance. A short text is kept in its slot, so that looking it up touches one place in memory:
/// numbers of employees come in any order and are met once for each row.
#[derive(Debug)]
pub(super) struct Interner<'a> {
    /// A power of two, half of them free.
    slots: Vec<Slot>,
    texts: Vec<&'a [u8]>,
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
    /// That of a free slot.
    const NONE: Self = Self([0; 2]);
    /// The last byte of a hash.
    const HASHED: u64 = 0xff << 56;

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let length = bytes.len();
        let [first, second] = match length {
            0..8 => [few(bytes), 0],
            8..16 => [word(bytes), word(&bytes[length - 8..]) >> 8 >> (8 * (15 - length))],
            _ => return Self([Quick::of(bytes).finish(), Self::HASHED]),
        };
        Self([first, second | (length as u64 + 1) << 56])
    }

    fn is_hash(self) -> bool {
        self.0[1] == Self::HASHED
    }

    /// Where to look for it first: the upper bits are the best mixed.
    #[allow(clippy::cast_possible_truncation)] // fewer bits than the size has
    fn place(self, slots: usize) -> usize {
        let mut hash = Quick::default();
        hash.add(self.0[0]);
        hash.add(self.0[1]);
        (hash.0 >> 1 >> (slots as u64).leading_zeros()) as usize
    }
}

/// The first eight bytes.
fn word(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |word| u64::from_le_bytes(*word))
}

/// Fewer than eight bytes; those that are read twice fall on themselves.
fn few(bytes: &[u8]) -> u64 {
    let length = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
        return half(first) | half(last) << (8 * (length - 4));
    }
    bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte))
}

impl<'a> Interner<'a> {
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); 64], texts: Vec::new() }
    }

    /// The number of the text.
    #[inline]
    pub(super) fn number(&mut self, text: &'a [u8]) -> u32 {
        let key = Key::of(text);
        let at = self.find(key, text);
        match self.slots[at] {
            Slot { key: Key::NONE, .. } => self.enter(at, key, text),
            Slot { number, .. } => number,
        }
    }

    /// The number of a pair of numbers: an interner is for texts, or for pairs.
    pub(super) fn number_of_pair(&mut self, first: u32, second: u32) -> u32 {
        let key = Key([u64::from(first) << 32 | u64::from(second), 1 << 56]);
        let at = self.find(key, b"");
        match self.slots[at] {
            Slot { key: Key::NONE, .. } => self.enter(at, key, b""),
            Slot { number, .. } => number,
        }
    }

    /// How many have been numbered.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    #[cold]
    fn enter(&mut self, at: usize, key: Key, text: &'a [u8]) -> u32 {
        let number = as_u32(self.texts.len());
        self.slots[at] = Slot { key, number };
        self.texts.push(text);
        if self.texts.len() * 2 > self.slots.len() {
            let larger = vec![Slot::default(); self.slots.len() * 2];
            for slot in std::mem::replace(&mut self.slots, larger).into_iter().filter(|slot| slot.key != Key::NONE) {
                let at = self.find(slot.key, self.texts[slot.number as usize]);
                self.slots[at] = slot;
            }
        }
        number
    }

    /// Where the text stands, or the free slot in which to put it.
    #[inline]
    fn find(&self, key: Key, text: &[u8]) -> usize {
        let size = self.slots.len();
        let mut at = key.place(size);
        loop {
            let there = &self.slots[at];
            let same = there.key == key && (!key.is_hash() || self.texts[there.number as usize] == text);
            if same || there.key == Key::NONE {
                return at;
            }
            at = (at + 1) & (size - 1);
        }
    }

    /// All texts, by number.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.texts.iter().map(|text| text_of(text))
    }
}

/// What is asked of texts of which few differ: each is judged once.
#[derive(Debug)]
pub(super) struct Verdicts<'a, V> {
    met: Interner<'a>,
    verdicts: Vec<V>,
}

impl<'a, V> Verdicts<'a, V> {
    pub(super) fn new() -> Self {
        Self { met: Interner::new(), verdicts: Vec::new() }
    }

    /// The verdict on the text.
    pub(super) fn on(&mut self, text: &'a [u8], judge: impl FnOnce(&'a str) -> V) -> &mut V {
        let number = self.met.number(text) as usize;
        if number == self.verdicts.len() {
            self.verdicts.push(judge(text_of(text)));
        }
        &mut self.verdicts[number]
    }

    /// All texts and the verdicts on them, by order of appearance.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a str, &V)> {
        self.met.texts().zip(&self.verdicts)
    }
}

/// Finds rows that are the same byte for byte. Such rows have been read alike, so a short hash of what was read from each row,
/// and where it begins, are all that is kept of it: few rows are then looked at once more.
#[derive(Debug, Default)]
pub(super) struct Twins {
    /// The hash of each.
    prints: Vec<u32>,
    starts: Vec<usize>,
}

impl Twins {
    /// Remembers a row by what was read from it and where it begins; rows are numbered from 0.
    pub(super) fn add(&mut self, read: [u64; 2], start: usize) {
        let mut hash = Quick::default();
        hash.add(read[0]);
        hash.add(read[1]);
        self.prints.push(hash.print());
        self.starts.push(start);
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        self.prints.reserve(rows);
        self.starts.reserve(rows);
    }

    /// The running numbers, in order, of the rows that another one before them is the same as.
    pub(super) fn later<'a>(&self, row_at: impl Fn(usize) -> &'a [u8]) -> Vec<usize> {
        let mut later = Vec::new();
        let suspects = self.suspects();
        let rows: Vec<&[u8]> = suspects.iter().map(|&number| row_at(self.starts[number])).collect();
        for group in alike(&rows.iter().map(|row| Quick::of(row).print()).collect::<Vec<u32>>()) {
            // rows of one hash that differ are rare: the first of each kind is kept to compare with
            let mut kinds: Vec<&[u8]> = Vec::new();
            for index in group {
                if kinds.contains(&rows[index]) {
                    later.push(suspects[index]);
                } else {
                    kinds.push(rows[index]);
                }
            }
        }
        order::sorted(later, |&number| as_u32(number))
    }

    /// The rows that share their hash with another one.
    fn suspects(&self) -> Vec<usize> {
        // one in ten shares some bits of it by chance
        let mut met = Bits::new(self.prints.len() * 8);
        let mut shared = Bits::new(self.prints.len() * 8);
        for &print in &self.prints {
            if met.set(print) {
                shared.set(print);
            }
        }
        let some: Vec<usize> = (0..self.prints.len()).filter(|&number| shared.get(self.prints[number])).collect();
        let prints: Vec<u32> = some.iter().map(|&number| self.prints[number]).collect();
        let shared = alike(&prints).into_iter().flatten().map(|index| some[index]).collect();
        order::sorted(shared, |&number| as_u32(number))
    }
}

/// The indexes of equal numbers, in order, group by group.
fn alike(numbers: &[u32]) -> Vec<Vec<usize>> {
    let order: Vec<usize> = order::by_key(numbers.iter().copied()).collect();
    order.chunk_by(|&one, &other| numbers[one] == numbers[other]).filter(|group| group.len() > 1).map(<[usize]>::to_vec).collect()
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
        let mut interner = Interner::new();
        let numbers: Vec<u32> = ["b", "a", "a", "b", "a\0", "", "a"].map(|text| interner.number(text.as_bytes())).to_vec();
        assert_eq!(numbers, [0, 1, 1, 0, 2, 3, 1]);
        assert_eq!(interner.texts().collect::<Vec<&str>>(), ["b", "a", "a\0", ""]);
    }

    #[test]
    fn pairs_are_numbered_by_order_of_appearance() {
        let mut interner = Interner::new();
        let pair = |number: u32| (number % 1000, number / 1000);
        for _ in 0..2 {
            for number in 0..20_000 {
                assert_eq!(interner.number_of_pair(pair(number).0, pair(number).1), number);
            }
        }
        assert_eq!(interner.len(), 20_000);
    }

    #[test]
    fn texts_of_every_length_keep_their_numbers() {
        let texts: Vec<String> = (0..20_000_u32).map(|number| "x".repeat(number as usize % 20) + &number.to_string()).collect();
        let mut interner = Interner::new();
        for _ in 0..2 {
            for (number, text) in (0..).zip(&texts) {
                assert_eq!(interner.number(text.as_bytes()), number);
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
            twins.add([row as u64 % 1000, 0], row * 7);
        }
        assert_eq!(twins.later(row_at), (4000..5000).collect::<Vec<usize>>());
    }
}
