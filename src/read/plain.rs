//! What `make bench` sets reading beside, and no page ever runs: the plain sum that other engines make as well,
//! extent-weighted calendar days by unit × month, and a bare pass over the same bytes.

use core::arch::wasm32::{
    i8x16_bitmask, i8x16_eq, i8x16_splat, i8x16_sub, u16x8_extadd_pairwise_u8x16, u32x4_extadd_pairwise_u16x8, u32x4_extract_lane, u64x2,
    v128, v128_or,
};

use super::table::{Cells, Position, Rows};
use super::text::text_of;

/// Months from January 2000, as many as are held for a unit.
const MONTHS: usize = 50 * 12;

/// How many semicolons and line ends the bytes hold. In words of sixteen bytes by name, so that no setting of the compiler makes
/// the measure slower that everything else is held to.
#[must_use]
pub fn bare_pass(bytes: &[u8]) -> u32 {
    let [semicolon, line_end] = [b';', b'\n'].map(|byte| i8x16_splat(byte.cast_signed()));
    let (words, rest) = bytes.as_chunks::<32>();
    let mut count = rest.iter().map(|&byte| u32::from(byte == b';' || byte == b'\n')).sum::<u32>();
    // So few at a time that no lane of a byte overflows.
    for block in words.chunks(127) {
        let mut lanes = i8x16_splat(0);
        for word in block {
            for at in [0, 16] {
                let half = vector(word, at);
                lanes = i8x16_sub(lanes, v128_or(i8x16_eq(half, semicolon), i8x16_eq(half, line_end)));
            }
        }
        let sums = u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(lanes));
        count +=
            u32x4_extract_lane::<0>(sums) + u32x4_extract_lane::<1>(sums) + u32x4_extract_lane::<2>(sums) + u32x4_extract_lane::<3>(sums);
    }
    count
}

/// The plain sum of spells with the columns of benches/table.mjs: person; unit; first day; last day; extent in per cent; …
#[derive(Debug, Default)]
pub struct Plain {
    units: Units,
    /// By unit × month. A spell gives its extent to the rest of the month in which it begins and to every later one, and
    /// takes it from what lies after its last day: so the months between need no loop.
    sums: Vec<[Sum; MONTHS]>,
    /// Rows that are no spells.
    misfits: u32,
}

#[derive(Debug, Default, Clone, Copy)]
struct Sum {
    /// Per cent of days, in this month.
    days: i64,
    /// Per cent, on every day of the later ones.
    later: i64,
}

impl Plain {
    /// Adds whole rows, cut by the core's own cutter.
    pub fn add_cut(&mut self, bytes: &[u8]) {
        let mut rows = Rows::from(bytes, b';', Position::new(0, 1), true);
        let mut cells = Cells::default();
        while rows.next_into(&mut cells).is_some() {
            if self.add_cells(&cells).is_none() {
                self.misfits += 1;
            }
        }
    }

    #[inline]
    fn add_cells(&mut self, cells: &Cells<'_>) -> Option<()> {
        let day = |index| cells.bytes(index).as_array().and_then(Day::iso);
        let mut extent = [b';'; 4];
        extent.get_mut(..cells.bytes(4).len())?.copy_from_slice(cells.bytes(4));
        let (extent, _) = percent(u32::from_le_bytes(extent))?;
        self.add(cells.bytes(1), day(2)?, day(3)?, extent);
        Some(())
    }

    /// Adds whole rows without quotation marks, cut by what their columns are known to hold.
    pub fn add_direct(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while at < bytes.len() {
            let behind = self.add_row(bytes, at).unwrap_or_else(|| {
                self.misfits += 1;
                at
            });
            at = find(bytes, behind, b'\n') + 1;
        }
    }

    /// Adds the row at `at`, and says where its extent ends.
    #[inline]
    fn add_row(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let (unit, first) = second_cell(bytes, at);
        let cells: &[u8; 26] = bytes.get(first..)?.first_chunk()?;
        let (from, to) = (Day::iso(cells.first_chunk()?)?, Day::iso(cells[11..].first_chunk()?)?);
        let (extent, length) = percent(u32::from_le_bytes(*cells[22..].first_chunk()?))?;
        if cells[10] != b';' || cells[21] != b';' {
            return None;
        }
        self.add(bytes.get(unit..first - 1)?, from, to, extent);
        Some(first + 22 + length)
    }

    #[inline]
    fn add(&mut self, unit: &[u8], from: Day, to: Day, extent: i64) {
        let unit = self.units.index(unit);
        if unit >= self.sums.len() {
            self.sums.push([Sum::default(); MONTHS]);
        }
        let sums = &mut self.sums[unit];
        sums[from.month].days += extent * (LENGTHS[from.month] - from.day + 1);
        sums[from.month].later += extent;
        sums[to.month].days -= extent * (LENGTHS[to.month] - to.day);
        sums[to.month].later -= extent;
    }

    /// Extent-weighted days, by unit in order of appearance × month from January 2000.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "sums of days stay far below 2⁵³")]
    pub fn days(&self) -> Vec<f64> {
        let mut days = Vec::with_capacity(self.sums.len() * MONTHS);
        for sums in &self.sums {
            let mut through = 0;
            for (sum, length) in sums.iter().zip(LENGTHS) {
                days.push((sum.days + through * length) as f64 / 100.0);
                through += sum.later;
            }
        }
        days
    }

    /// The names of the units, in order of appearance, one a line.
    #[must_use]
    pub fn units(&self) -> String {
        self.units.names.iter().map(|name| text_of(name)).collect::<Vec<_>>().join("\n")
    }

    /// Rows that are no spells: the heading alone, as it should be.
    #[must_use]
    pub fn misfits(&self) -> u32 {
        self.misfits
    }
}

/// Months have so many days.
static LENGTHS: [i64; MONTHS] = lengths();

const fn lengths() -> [i64; MONTHS] {
    let mut lengths = [31; MONTHS];
    let mut month = 0;
    while month < MONTHS {
        let year = 2000 + month / 12;
        lengths[month] = match month % 12 {
            1 if year % 4 == 0 => 29,
            1 => 28,
            3 | 5 | 8 | 10 => 30,
            _ => 31,
        };
        month += 1;
    }
    lengths
}

/// A day of a month from January 2000.
#[derive(Debug, Clone, Copy)]
struct Day {
    month: usize,
    /// From 1.
    day: i64,
}

impl Day {
    /// `2024-03-01`, eight bytes at once.
    #[inline]
    fn iso(cell: &[u8; 10]) -> Option<Self> {
        let word = u64::from_le_bytes(*cell.first_chunk()?) ^ u64::from_le_bytes(*b"0000-00-");
        let signs = word & u64::from_le_bytes([0, 0, 0, 0, 0xff, 0, 0, 0xff]);
        let above = (word.wrapping_add(u64::from_le_bytes([0x76; 8])) | word) & u64::from_le_bytes([0x80; 8]); // no digit
        let [century, _, year, _, _, month_of_year, ..] = word.wrapping_mul(10).wrapping_add(word >> 8).to_le_bytes().map(usize::from);
        let month = ((century * 100 + year) * 12 + month_of_year).wrapping_sub(2000 * 12 + 1);
        let (tens, ones) = (cell[8] ^ b'0', cell[9] ^ b'0');
        let day = i64::from(tens) * 10 + i64::from(ones);
        let digits = (signs | above) == 0 && tens < 10 && ones < 10 && month_of_year.wrapping_sub(1) < 12;
        (digits && month < MONTHS && day >= 1 && day <= LENGTHS[month]).then_some(Self { month, day })
    }
}

/// A whole number of at most three digits before a semicolon, and how many digits it has: four bytes at once.
#[inline]
fn percent(word: u32) -> Option<(i64, usize)> {
    let apart = word ^ u32::from_le_bytes([b';'; 4]);
    let stops = apart.wrapping_sub(0x0101_0101) & !apart & 0x8080_8080;
    let length = stops.trailing_zeros() / 8;
    if length == 0 || length == 4 {
        return None;
    }
    let digits = (word ^ u32::from_le_bytes([b'0'; 4])) << (32 - 8 * length);
    if (digits.wrapping_add(0x7676_7676) | digits) & 0x8080_8080 != 0 {
        return None;
    }
    let [_, hundreds, tens, ones] = digits.to_le_bytes().map(i64::from);
    Some((hundreds * 100 + tens * 10 + ones, length as usize))
}

/// Where the second cell of the row at `at` begins, and where the third.
#[inline]
fn second_cell(bytes: &[u8], at: usize) -> (usize, usize) {
    let stops = stops(bytes, at, b';');
    let behind = stops & stops.wrapping_sub(1);
    if behind == 0 {
        let second = find(bytes, at, b';') + 1;
        return (second, find(bytes, second, b';') + 1);
    }
    (at + stops.trailing_zeros() as usize + 1, at + behind.trailing_zeros() as usize + 1)
}

/// Where the byte stands next, from the one at `at`; else the end.
#[inline]
fn find(bytes: &[u8], at: usize, byte: u8) -> usize {
    match stops(bytes, at, byte) {
        0 => find_slowly(bytes, at, byte),
        stops => at + stops.trailing_zeros() as usize,
    }
}

#[cold]
fn find_slowly(bytes: &[u8], at: usize, byte: u8) -> usize {
    bytes.iter().skip(at).position(|&other| other == byte).map_or(bytes.len(), |ahead| at + ahead)
}

/// Which of the 32 bytes from `at` are this one; none where fewer are left.
#[inline]
fn stops(bytes: &[u8], at: usize, byte: u8) -> u32 {
    let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) else { return 0 };
    let half = |at: usize| u32::from(i8x16_bitmask(i8x16_eq(vector(word, at), i8x16_splat(byte.cast_signed()))));
    half(0) | half(16) << 16
}

#[inline]
fn vector(bytes: &[u8; 32], at: usize) -> v128 {
    let word = |at: usize| bytes[at..].first_chunk().map_or(0, |word| u64::from_le_bytes(*word));
    u64x2(word(at), word(at + 8))
}

/// The units by name.
#[derive(Debug)]
struct Units {
    /// Open addressing.
    places: Vec<Option<(Key, u16)>>,
    names: Vec<Vec<u8>>,
}

/// Places for units, a power of two.
const PLACES: usize = 1 << 12;

impl Default for Units {
    fn default() -> Self {
        Self { places: vec![None; PLACES], names: Vec::new() }
    }
}

impl Units {
    #[inline]
    fn index(&mut self, name: &[u8]) -> usize {
        let key = Key::of(name);
        let mut place = key.place();
        loop {
            match self.places[place % PLACES] {
                Some((other, index)) if other == key && (name.len() <= 16 || self.names[usize::from(index)] == name) => {
                    return usize::from(index);
                }
                Some(_) => place += 1,
                None => return self.enter(place % PLACES, key, name),
            }
        }
    }

    #[cold]
    fn enter(&mut self, place: usize, key: Key, name: &[u8]) -> usize {
        let index = self.names.len();
        self.names.push(name.to_vec());
        self.places[place] = Some((key, u16::try_from(index).unwrap_or(u16::MAX)));
        index
    }
}

/// The first eight bytes of a name, its last eight and its length: the whole of a name of at most sixteen.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key(u64, u64, u32);

impl Key {
    #[inline]
    fn of(name: &[u8]) -> Self {
        let (first, last) = match (name.first_chunk(), name.last_chunk()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => (name.iter().fold(0, |word, &byte| word << 8 | u64::from(byte)), 0),
        };
        Self(first, last, u32::try_from(name.len()).unwrap_or(u32::MAX))
    }

    #[inline]
    fn place(self) -> usize {
        ((self.0 ^ self.1.rotate_left(23) ^ u64::from(self.2)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
    }
}
