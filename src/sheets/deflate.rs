//! Deflated bytes (RFC 1951) → what they were, some at a time. All of the packed bytes are at hand; how far one has come is kept.
//!
//! Our own, since what takes long in the pages of a workbook is copying what came before, and in WASM a copy of sixteen bytes is one step.

/// What comes may repeat what lies so far back, at most.
const REACH: usize = 1 << 15;
/// So many bytes are unpacked at a time.
const CHUNK: usize = 1 << 16;
/// Bytes of two literals and the longest repeat, and of a copy that runs past its end.
const SLACK: usize = 260 + STRIDE;
/// So many bytes are copied in one step.
const STRIDE: usize = 16;
/// Bits by which codes of lengths and literals, and those of distances, are looked up at once.
const FIRST: [u32; 2] = [11, 9];
/// No code is longer.
const LONGEST: u32 = 15;

/// What is broken cannot be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

/// A stream that is being unpacked.
#[derive(Debug)]
pub(super) struct Inflate {
    bits: Bits,
    block: Block,
    last: bool,
    literals: Codes,
    distances: Codes,
    /// What has come out lately, the newest up to `at`.
    window: Vec<u8>,
    at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    /// A heading is next.
    Heading,
    /// So many bytes follow as they are.
    Stored(usize),
    Coded,
    End,
}

/// The packed bytes, bit by bit, the lowest first.
#[derive(Debug, Default)]
struct Bits {
    /// Those at hand, and how many they are; what lies above them is what comes next, or nothing.
    held: u64,
    count: u32,
    /// The byte that is taken next; beyond the end there are zeros.
    at: usize,
}

impl Bits {
    /// Sees to it that there are at least 56.
    #[inline]
    fn refill(&mut self, packed: &[u8]) {
        if let Some(eight) = packed.get(self.at..self.at + 8).and_then(|eight| <[u8; 8]>::try_from(eight).ok()) {
            self.held |= u64::from_le_bytes(eight) << self.count;
            self.at += ((63 - self.count) >> 3) as usize;
            self.count |= 0x38; // 56 at least, and those of a byte that is not all there
            return;
        }
        while self.count < 56 {
            self.held |= u64::from(packed.get(self.at).copied().unwrap_or(0)) << self.count;
            self.at += 1;
            self.count += 8;
        }
    }

    #[inline]
    fn take(&mut self, count: u32) -> u32 {
        let taken = self.peek(count);
        self.drop(count);
        taken
    }

    #[inline]
    #[allow(clippy::cast_possible_truncation)] // at most sixteen
    fn peek(&self, count: u32) -> u32 {
        (self.held & ((1 << count) - 1)) as u32
    }

    #[inline]
    fn drop(&mut self, count: u32) {
        self.held >>= count;
        self.count -= count;
    }

    /// How many bytes have been read, the one that has been begun among them.
    fn read(&self) -> usize {
        self.at - self.count as usize / 8
    }

    /// Puts back what has not been read of the bytes at hand.
    fn align(&mut self) {
        *self = Self { at: self.read(), ..Self::default() };
    }
}

/// What a code stands for: its bits (0–4), bits that follow it or of the table that does (8–12), its kind (13–15), its value (16–31).
type Entry = u32;

const LITERAL: Entry = 0 << 13;
const REPEAT: Entry = 1 << 13;
const END: Entry = 2 << 13;
const MORE: Entry = 3 << 13;
const NONE: Entry = 4 << 13;
const KIND: Entry = 7 << 13;

/// The codes of a block, to be looked up.
#[derive(Debug, Default)]
struct Codes {
    first: u32,
    table: Vec<Entry>,
}

impl Codes {
    /// Codes by how many bits each has, the shorter ones first, and `entry` of each.
    fn build(&mut self, first: u32, lengths: &[u8], entry: impl Fn(usize) -> Entry) -> Result<(), Broken> {
        let mut counts = [0_u32; 16];
        for &length in lengths {
            counts[usize::from(length)] += 1;
        }
        counts[0] = 0;
        let (mut next, mut code, mut free) = ([0_u32; 16], 0, 1_u32);
        for length in 1..=LONGEST as usize {
            code = (code + counts[length - 1]) << 1;
            next[length] = code;
            free = (free << 1).checked_sub(counts[length]).ok_or(Broken)?;
        }
        self.first = first;
        self.table.clear();
        self.table.resize(1 << first, NONE);
        for (symbol, &length) in lengths.iter().enumerate().filter(|&(_, &length)| length > 0) {
            let code = next[usize::from(length)];
            next[usize::from(length)] += 1;
            self.put(code.reverse_bits() >> (32 - u32::from(length)), u32::from(length), entry(symbol));
        }
        Ok(())
    }

    fn put(&mut self, code: u32, length: u32, entry: Entry) {
        let (first, rest) = (self.first, LONGEST - self.first);
        let (start, code, length, bits) = if length <= first {
            (0, code, length, first)
        } else {
            let prefix = (code & ((1 << first) - 1)) as usize;
            if self.table[prefix] & KIND != MORE {
                #[allow(clippy::cast_possible_truncation)] // some thousands
                let start = self.table.len() as u32;
                self.table[prefix] = (start << 16) | MORE | (rest << 8) | first;
                self.table.resize(self.table.len() + (1 << rest), NONE);
            }
            ((self.table[prefix] >> 16) as usize, code >> first, length - first, rest)
        };
        for place in (code as usize..1 << bits).step_by(1 << length) {
            self.table[start + place] = entry | length;
        }
    }

    /// The code that is next, which is passed over.
    #[inline]
    fn next(&self, bits: &mut Bits) -> Entry {
        let entry = self.table.get(bits.peek(self.first) as usize).copied().unwrap_or(NONE);
        if entry & KIND != MORE {
            bits.drop(entry & 31);
            return entry;
        }
        bits.drop(entry & 31);
        let place = (entry >> 16) + bits.peek((entry >> 8) & 31);
        let entry = self.table.get(place as usize).copied().unwrap_or(NONE);
        bits.drop(entry & 31);
        entry
    }
}

/// The value of an entry with the bits that follow its code.
#[inline]
fn value(entry: Entry, bits: &mut Bits) -> usize {
    ((entry >> 16) + bits.take((entry >> 8) & 31)) as usize
}

/// The literal that an entry is.
#[inline]
fn byte(entry: Entry) -> u8 {
    ((entry >> 16) & 0xff) as u8
}

/// Literals 0–255, the end of a block, lengths of repeats.
fn literal(symbol: usize) -> Entry {
    const EXTRA: [u8; 29] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    #[allow(clippy::cast_possible_truncation)] // below 288
    let number = symbol as u32;
    match symbol {
        0..=255 => (number << 16) | LITERAL,
        256 => END,
        285 => (258 << 16) | REPEAT,
        257..=284 => {
            let at = symbol - 257;
            let base = 3 + EXTRA[..at].iter().map(|&extra| 1_u32 << extra).sum::<u32>();
            (base << 16) | (u32::from(EXTRA[at]) << 8) | REPEAT
        }
        _ => NONE,
    }
}

/// How far back a repeat lies.
fn distance(symbol: usize) -> Entry {
    #[allow(clippy::cast_possible_truncation)] // below 32
    let number = symbol as u32;
    match number {
        0..=3 => ((number + 1) << 16) | REPEAT,
        4..=29 => {
            let extra = number / 2 - 1;
            ((((2 + number % 2) << extra) + 1) << 16) | (extra << 8) | REPEAT
        }
        _ => NONE,
    }
}

impl Inflate {
    pub(super) fn new() -> Self {
        Self {
            bits: Bits::default(),
            block: Block::Heading,
            last: false,
            literals: Codes::default(),
            distances: Codes::default(),
            window: vec![0; REACH + CHUNK + SLACK],
            at: 0,
        }
    }

    /// Whether all has come out.
    pub(super) fn ended(&self) -> bool {
        self.block == Block::End
    }

    /// How many of the packed bytes have been read.
    pub(super) fn read(&self) -> usize {
        self.bits.read()
    }

    /// Reads on in the packed bytes, which are the same each time. Appends some bytes, none only where it ends.
    pub(super) fn step(&mut self, packed: &[u8], into: &mut Vec<u8>) -> Result<(), Broken> {
        if let Some(old) = self.at.checked_sub(REACH) {
            self.window.copy_within(old..self.at, 0);
            self.at = REACH;
        }
        let start = self.at;
        while self.at < REACH + CHUNK && self.block != Block::End {
            match self.block {
                Block::Heading => self.heading(packed)?,
                Block::Stored(length) => self.stored(packed, length)?,
                Block::Coded => self.coded(packed)?,
                Block::End => {}
            }
            if self.bits.read() > packed.len() {
                return Err(Broken);
            }
        }
        into.extend_from_slice(&self.window[start..self.at]);
        Ok(())
    }

    fn heading(&mut self, packed: &[u8]) -> Result<(), Broken> {
        if self.last {
            self.block = Block::End;
            return Ok(());
        }
        self.bits.refill(packed);
        self.last = self.bits.take(1) == 1;
        match self.bits.take(2) {
            0 => {
                self.bits.align();
                let at = self.bits.at;
                let &[low, high, low_again, high_again] = packed.get(at..at + 4).ok_or(Broken)? else { return Err(Broken) };
                if (low, high) != (!low_again, !high_again) {
                    return Err(Broken);
                }
                self.bits.at += 4;
                self.block = Block::Stored(u16::from_le_bytes([low, high]).into());
            }
            1 => {
                let length = |symbol| match symbol {
                    144..=255 => 9,
                    256..=279 => 7,
                    _ => 8,
                };
                let lengths: [u8; 288] = std::array::from_fn(length);
                self.codes(&lengths, &[5; 30])?;
            }
            2 => self.own_codes(packed)?,
            _ => return Err(Broken),
        }
        Ok(())
    }

    fn codes(&mut self, literals: &[u8], distances: &[u8]) -> Result<(), Broken> {
        self.literals.build(FIRST[0], literals, literal)?;
        self.distances.build(FIRST[1], distances, distance)?;
        self.block = Block::Coded;
        Ok(())
    }

    /// The codes of a block that brings its own: their lengths, coded themselves.
    fn own_codes(&mut self, packed: &[u8]) -> Result<(), Broken> {
        const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        let literals = 257 + self.bits.take(5) as usize;
        let distances = 1 + self.bits.take(5) as usize;
        let count = 4 + self.bits.take(4) as usize;
        let mut own = [0; 19];
        for &place in ORDER.iter().take(count) {
            self.bits.refill(packed);
            own[place] = self.bits.take(3).try_into().map_err(|_| Broken)?;
        }
        #[allow(clippy::cast_possible_truncation)] // below 19
        self.distances.build(7, &own, |symbol| ((symbol as u32) << 16) | LITERAL)?;
        let mut lengths = [0_u8; 286 + 32 + 138];
        let mut at = 0;
        while at < literals + distances {
            self.bits.refill(packed);
            let entry = self.distances.next(&mut self.bits);
            if entry & KIND == NONE {
                return Err(Broken);
            }
            let (length, times) = match entry >> 16 {
                16 => (at.checked_sub(1).map(|before| lengths[before]).ok_or(Broken)?, 3 + self.bits.take(2)),
                17 => (0, 3 + self.bits.take(3)),
                18 => (0, 11 + self.bits.take(7)),
                length => (length.try_into().map_err(|_| Broken)?, 1),
            };
            lengths.get_mut(at..at + times as usize).ok_or(Broken)?.fill(length);
            at += times as usize;
        }
        if at > literals + distances || lengths[256] == 0 {
            return Err(Broken);
        }
        let (literals, distances) = lengths[..at].split_at(literals);
        self.codes(literals, distances)
    }

    fn stored(&mut self, packed: &[u8], length: usize) -> Result<(), Broken> {
        let now = length.min(REACH + CHUNK - self.at);
        let from = self.bits.at;
        let bytes = packed.get(from..from + now).ok_or(Broken)?;
        self.window[self.at..self.at + now].copy_from_slice(bytes);
        self.bits.at += now;
        self.at += now;
        self.block = if now == length { Block::Heading } else { Block::Stored(length - now) };
        Ok(())
    }

    /// Literals and repeats, until the block ends or enough has come out.
    fn coded(&mut self, packed: &[u8]) -> Result<(), Broken> {
        let Self { bits, literals, distances, window, at, block, .. } = self;
        // beyond the last byte there are zeros, which may stand for bytes without end
        while *at < REACH + CHUNK && bits.at <= packed.len() + 8 {
            bits.refill(packed);
            let mut entry = literals.next(bits);
            if entry & KIND == LITERAL {
                window[*at] = byte(entry);
                *at += 1;
                // another code has room in what is left, but not all of a repeat
                entry = literals.next(bits);
                if entry & KIND == LITERAL {
                    window[*at] = byte(entry);
                    *at += 1;
                    continue;
                }
                bits.refill(packed);
            }
            match entry & KIND {
                REPEAT => {
                    let length = value(entry, bits);
                    let entry = distances.next(bits);
                    if entry & KIND != REPEAT {
                        return Err(Broken);
                    }
                    let from = at.checked_sub(value(entry, bits)).ok_or(Broken)?;
                    repeat(window, from, *at, length);
                    *at += length;
                }
                END => {
                    *block = Block::Heading;
                    return Ok(());
                }
                _ => return Err(Broken),
            }
        }
        Ok(())
    }
}

/// Copies so many bytes to a place behind them, into which they may run: then they repeat. Some bytes behind the end are overwritten.
#[inline]
fn repeat(window: &mut [u8], from: usize, to: usize, length: usize) {
    let (distance, end) = (to - from, to + length);
    if distance >= STRIDE {
        let mut stride = [0; STRIDE];
        for to in (to..end).step_by(STRIDE) {
            stride.copy_from_slice(&window[to - distance..to - distance + STRIDE]);
            window[to..to + STRIDE].copy_from_slice(&stride);
        }
    } else if distance == 1 {
        let byte = window[from];
        window[to..end].fill(byte);
    } else {
        for to in to..end {
            window[to] = window[to - distance];
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
