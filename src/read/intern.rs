//! Text → running numbers, and prints of rows. Both are met once for each of a million rows, so the hash is a short one.

use super::layout::as_u32;
use super::text::text_of;

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight bytes at a time, every other time beside each other; the bits are mixed once at the end.
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
        let (pairs, rest) = bytes.as_chunks::<16>();
        let mut beside = Self::default();
        for pair in pairs {
            let [first, second] = [word(pair), word(&pair[8..])];
            self.add(first);
            beside.add(second);
        }
        // the last bytes, some of them once more
        let last = if bytes.len() < 8 { few(bytes) } else { word(&bytes[bytes.len() - 8..]) };
        self.add(if rest.len() > 8 { word(rest) } else { 0 });
        beside.add(last);
        self.add(beside.finish());
        self.add(bytes.len() as u64);
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
pub(super) struct Interner {
    /// A power of two, half of them free.
    slots: Vec<Slot>,
    /// All texts, one behind the other, and where each ends.
    texts: Vec<u8>,
    ends: Vec<usize>,
    /// The one met last: rows of a person, of a unit or of a cause follow each other.
    last: Slot,
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
    /// So many bytes fit.
    const LONGEST: usize = 15;
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

/// Whether two texts of eight bytes or more are the same, eight bytes at a time.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    let last = |bytes: &[u8]| bytes.last_chunk().map_or(0, |word| u64::from_le_bytes(*word));
    one.len() == other.len()
        && last(one) == last(other)
        && one
            .as_chunks::<8>()
            .0
            .iter()
            .zip(other.as_chunks::<8>().0)
            .all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
}

impl Interner {
    pub(super) fn new() -> Self {
        Self { slots: vec![Slot::default(); 64], texts: Vec::new(), ends: Vec::new(), last: Slot::default() }
    }

    /// The number of the text.
    #[inline]
    pub(super) fn number(&mut self, text: &[u8]) -> u32 {
        if text.len() > Key::LONGEST {
            return self.number_of_long(text);
        }
        let key = Key::of(text);
        if key == self.last.key { self.last.number } else { self.number_of(key, text) }
    }

    /// The same of a text that does not fit into its slot.
    fn number_of_long(&mut self, text: &[u8]) -> u32 {
        if self.last.key.is_hash() && is_same(self.bytes(self.last.number as usize), text) {
            return self.last.number;
        }
        self.number_of(Key::of(text), text)
    }

    /// The number of a pair of numbers: an interner is for texts, or for pairs.
    pub(super) fn number_of_pair(&mut self, first: u32, second: u32) -> u32 {
        self.number_of(Key([u64::from(first) << 32 | u64::from(second), 1 << 56]), b"")
    }

    fn number_of(&mut self, key: Key, text: &[u8]) -> u32 {
        let at = self.find(key, text);
        if self.slots[at].key == Key::NONE {
            return self.enter(at, key, text);
        }
        self.last = self.slots[at];
        self.last.number
    }

    /// The number of the text, if it has been met.
    pub(super) fn known(&self, text: &[u8]) -> Option<u32> {
        self.met(Key::of(text), text)
    }

    /// The number of a hash: an interner is for texts, or for hashes.
    pub(super) fn number_of_hash(&mut self, hash: u64) -> u32 {
        self.number_of(Key([hash, 1 << 56]), b"")
    }

    /// The number of a hash, if it has been met.
    pub(super) fn known_hash(&self, hash: u64) -> Option<u32> {
        self.met(Key([hash, 1 << 56]), b"")
    }

    fn met(&self, key: Key, text: &[u8]) -> Option<u32> {
        let slot = self.slots[self.find(key, text)];
        (slot.key != Key::NONE).then_some(slot.number)
    }

    /// How many have been numbered.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    #[cold]
    fn enter(&mut self, at: usize, key: Key, text: &[u8]) -> u32 {
        let number = as_u32(self.ends.len());
        self.last = Slot { key, number };
        self.slots[at] = self.last;
        self.texts.extend_from_slice(text);
        self.ends.push(self.texts.len());
        if self.ends.len() * 2 > self.slots.len() {
            let larger = vec![Slot::default(); self.slots.len() * 2];
            for slot in std::mem::replace(&mut self.slots, larger).into_iter().filter(|slot| slot.key != Key::NONE) {
                let at = self.find(slot.key, self.bytes(slot.number as usize));
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
            let same = there.key == key && (!key.is_hash() || is_same(self.bytes(there.number as usize), text));
            if same || there.key == Key::NONE {
                return at;
            }
            at = (at + 1) & (size - 1);
        }
    }

    fn bytes(&self, number: usize) -> &[u8] {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.texts[start..self.ends[number]]
    }

    /// All texts, by number.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| text_of(self.bytes(number)))
    }

    /// For each number a hash of its text, by which the same text is known again in another table.
    pub(super) fn prints(&self) -> Vec<u64> {
        (0..self.len()).map(|number| hash(self.bytes(number))).collect()
    }
}

/// What is asked of texts of which few differ: each is judged once.
#[derive(Debug)]
pub(super) struct Verdicts<V> {
    met: Interner,
    verdicts: Vec<V>,
}

impl<V> Verdicts<V> {
    pub(super) fn new() -> Self {
        Self { met: Interner::new(), verdicts: Vec::new() }
    }

    /// The verdict on the text.
    pub(super) fn on(&mut self, text: &[u8], judge: impl FnOnce(&str) -> V) -> &mut V {
        let number = self.met.number(text) as usize;
        if number == self.verdicts.len() {
            self.verdicts.push(judge(text_of(text)));
        }
        &mut self.verdicts[number]
    }

    /// The verdicts, by order of appearance.
    pub(super) fn verdicts(&self) -> &[V] {
        &self.verdicts
    }

    /// All texts and the verdicts on them, by order of appearance.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &V)> {
        self.met.texts().zip(&self.verdicts)
    }
}

/// A hash by which a text is known again.
pub(super) fn hash(text: &[u8]) -> u64 {
    Quick::of(text).finish()
}

/// A short hash of a row: the very same row has the same one.
pub(super) fn print(row: &[u8]) -> u32 {
    Quick::of(row).print()
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
        assert_eq!((interner.known(b"a\0"), interner.known(b"c")), (Some(2), None));
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
}
