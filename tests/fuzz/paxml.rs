//! Any markup as PAXml or as HTML of a clipboard.
#![no_main]

use barkraft::read::{Choices, read};
use barkraft::sheets;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for start in ["<?xml version=\"1.0\"?><paxml>", "<html><table>"] {
        let Ok(book) = sheets::open(&[start.as_bytes(), bytes].concat()) else { continue };
        for index in 0..book.sheets.len() {
            let reading = read(book.text(index).as_bytes(), &Choices { typed: true, ..Choices::default() });
            assert_eq!(reading.used as usize + reading.set_aside.len(), reading.pasted as usize);
        }
    }
});
