//! What comes out is what went in, and damage is met as by another program.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use proptest::prelude::*;

use super::*;

/// What comes out, and how many of the packed bytes were read.
fn unpacked(packed: &[u8]) -> Result<(Vec<u8>, usize), Broken> {
    let (mut inflate, mut out) = (Inflate::new(), Vec::new());
    while !inflate.ended() {
        inflate.step(packed, &mut out)?;
    }
    Ok((out, inflate.read()))
}

/// The same by another program.
fn by_another(packed: &[u8]) -> Option<(Vec<u8>, usize)> {
    let (mut other, mut out) = (Decompress::new(false), Vec::with_capacity(1 << 20));
    loop {
        let before = (other.total_in(), other.total_out());
        let rest = &packed[usize::try_from(before.0).ok()?..];
        match other.decompress_vec(rest, &mut out, FlushDecompress::None).ok()? {
            Status::StreamEnd => return Some((out, usize::try_from(other.total_in()).ok()?)),
            _ if out.len() == out.capacity() => out.reserve(1 << 20),
            _ if before == (other.total_in(), other.total_out()) => return None,
            _ => {}
        }
    }
}

fn packed(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut packed = Vec::with_capacity(bytes.len() + 4096 + bytes.len() / 1000);
    let ended = Compress::new(Compression::new(level), false).compress_vec(bytes, &mut packed, FlushCompress::Finish);
    assert!(matches!(ended, Ok(Status::StreamEnd)));
    packed
}

/// Texts that repeat themselves, near and far, as workbooks do.
fn texts() -> impl Strategy<Value = Vec<u8>> {
    let word = prop::collection::vec(any::<u8>(), 1..40);
    (prop::collection::vec(word, 1..30), prop::collection::vec((0_usize..30, 1_usize..400), 0..600))
        .prop_map(|(words, said)| said.into_iter().flat_map(|(word, times)| words[word % words.len()].repeat(times % 17 + 1)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_was_packed_comes_out_again(bytes in texts(), level in 0_u32..10, behind in prop::collection::vec(any::<u8>(), 0..9)) {
        let mut packed = packed(&bytes, level);
        let length = packed.len();
        packed.extend(behind);
        prop_assert!(unpacked(&packed) == Ok((bytes, length)));
    }

    #[test]
    fn what_is_damaged_is_read_as_by_another_program_or_not_at_all(bytes in texts(), level in 0_u32..10, at in any::<prop::sample::Index>(), bit in 0_u32..8) {
        let mut packed = packed(&bytes, level);
        let at = at.index(packed.len());
        packed[at] ^= 1 << bit;
        // here codes may leave some bits without a meaning, as long as these do not come; there repeats may reach before the beginning
        if let (Ok(out), Some(other)) = (unpacked(&packed), by_another(&packed)) {
            prop_assert!(out == other);
        }
        packed.truncate(at);
        prop_assert!(by_another(&packed).is_none());
        prop_assert!(unpacked(&packed).is_err());
    }

    #[test]
    fn any_bytes_come_to_an_end(packed in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let (Ok(out), Some(other)) = (unpacked(&packed), by_another(&packed)) {
            prop_assert!(out == other);
        }
    }
}

#[test]
fn repeats_reach_as_far_as_they_may() {
    let far: Vec<u8> = (0..=250).cycle().step_by(89).take(REACH).collect();
    let long = [far.repeat(5), vec![7; 3 * CHUNK], far].concat();
    for level in [0, 1, 6, 9] {
        assert!(unpacked(&packed(&long, level)).is_ok_and(|(out, _)| out == long), "{level}");
    }
}
