//! Any bytes as a workbook: opened or refused, and each sheet read.
#![no_main]

use barkraft::read::{Choices, read};
use barkraft::sheets;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(book) = sheets::open(bytes) else { return };
    for index in 0..book.sheets.len() {
        let reading = read(book.text(index).as_bytes(), &Choices { typed: true, ..Choices::default() });
        assert_eq!(reading.used as usize + reading.set_aside.len(), reading.pasted as usize);
    }
});
