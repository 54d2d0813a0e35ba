//! Any bytes as text: read at once and in pieces, brought together, counted, shown.
#![no_main]

use barkraft::absence::count;
use barkraft::read::{Choices, Reader, Reading, read};
use barkraft::view::{self, Detail, Settings};
use libfuzzer_sys::fuzz_target;

fn in_pieces(bytes: &[u8], size: usize) -> Reading {
    let mut reader = Reader::new(Choices::default());
    loop {
        bytes.chunks(size).all(|piece| reader.push(piece));
        if reader.end() {
            return std::iter::repeat_with(|| reader.step(3)).find_map(|reading| reading).expect("an end");
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let reading = read(bytes, &Choices::default());
    assert_eq!(reading.used as usize + reading.set_aside.len(), reading.pasted as usize);
    let size = bytes.first().map_or(1, |byte| usize::from(*byte) + 1);
    assert_eq!(in_pieces(bytes, size), reading);
    let settings = Settings { monthly_pay: Some(32_000.0), ..Settings::default() };
    let statistics = count(&reading, &view::basis(&settings));
    let _ = view::view(&reading, &statistics, &settings, Detail::Page);
});
