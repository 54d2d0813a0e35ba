//! What people paste, broken in every way we can think of: nothing panics, nothing loops, no row is lost, no name gets out.
//!
//! The pastes of `tests/pastes` are the seeds; `tests/fuzz` goes on from there, for as long as one likes.
#![allow(missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::fs;

use barkraft::absence::count;
use barkraft::read::{Choices, Reader, Reading, join, read};
use barkraft::view::{self, Detail, Settings};
use common::pastes;

struct Random(u64);

impl Random {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).expect("small")
    }

    /// The bytes with some of them changed, left out, doubled or moved.
    fn broken(&mut self, bytes: &[u8]) -> Vec<u8> {
        const SIGNS: &[u8] = b"\"\t;,\n\r.-0 9%\xe5\xff\0";
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(5) {
                0 if at < bytes.len() => bytes[at] = SIGNS[self.below(SIGNS.len())],
                1 => bytes.insert(at, SIGNS[self.below(SIGNS.len())]),
                2 => bytes.truncate(at),
                3 => {
                    let end = (at + self.below(40)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    let to = self.below(bytes.len() + 1);
                    bytes.splice(to..to, piece);
                }
                _ => drop(bytes.drain(at..(at + self.below(20)).min(bytes.len()))),
            }
        }
        bytes
    }
}

fn in_pieces(bytes: &[u8], size: usize) -> Reading {
    let mut reader = Reader::new(Choices::default());
    loop {
        bytes.chunks(size).all(|piece| reader.push(piece));
        if reader.end() {
            return std::iter::repeat_with(|| reader.step(5)).find_map(|reading| reading).expect("an end");
        }
    }
}

#[test]
fn broken_pastes_keep_the_law_of_rows() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let settings = Settings { monthly_pay: Some(32_000.0), ..Settings::default() };
    for path in pastes() {
        let paste = fs::read(&path).expect("a paste");
        for _ in 0..12 {
            let bytes = random.broken(&paste);
            let reading = read(&bytes, &Choices::default());
            assert_eq!(reading.used as usize + reading.set_aside.len(), reading.pasted as usize, "{path:?}");
            assert_eq!(in_pieces(&bytes, 1 + random.below(90)), reading, "{path:?}");
            let statistics = count(&reading, &view::basis(&settings));
            let view = view::view(&reading, &statistics, &settings, Detail::Page);
            assert!(!serde_json::to_string(&view).expect("JSON").contains("NaN"));
        }
    }
}

#[test]
fn any_two_pastes_are_joined_without_losing_a_row() {
    let readings: Vec<Reading> = pastes().iter().map(|path| read(&fs::read(path).expect("a paste"), &Choices::default())).collect();
    for (index, first) in readings.iter().enumerate() {
        for second in readings.iter().skip(index % 7).step_by(7) {
            let both = join(vec![first.clone(), second.clone()], &[]);
            assert_eq!(both.pasted, first.pasted + second.pasted);
            for table in &both.parts {
                assert_eq!(table.used as usize + table.set_aside.len(), table.pasted as usize);
            }
            let _ = count(&both, &view::basis(&Settings::default()));
        }
    }
}

/// Names and numbers of people, in every column where they may stand: none of them is in anything that leaves the core.
#[test]
fn no_name_and_no_identity_number_leaves_the_core() {
    let abroad = ["131052-308T", "01010750160", "010107 50160", "010750-1234", "15070649C103", "86095742719"];
    let secrets = ["Hemligsson", "Okändström", "19640823-3234", "6408233234", "640823+3234", "EMP-4711"].into_iter().chain(abroad);
    let heading = "Anst.nr;Namn;Personnummer;Enhet;Fr.o.m.;T.o.m.;Omf;Orsak;Anteckning\n";
    let rows = "EMP-4711;Eva Hemligsson;19640823-3234;Norr;2024-03-04;2024-03-08;100;Sjuk;ring Okändström\n\
                EMP-4711;Bo Okändström;6408233234;Norr;2024-13-04;Hemligsson;Okändström;Sjuk;640823+3234\n\
                EMP-4711;Eva Hemligsson;640823+3234;Norr;Okändström;2024-03-08;100;VAB;\n";
    let of_neighbours = abroad
        .map(|number| ["EMP-4712;Bo Okändström;;Norr ", number, ";2024-03-04;x ", number, ";100;", number, ";", number, "\n"].concat());
    let text = [heading, rows, &of_neighbours.concat()].concat();
    for choices in [Choices::default(), ignoring_people()] {
        let reading = read(text.as_bytes(), &choices);
        let settings = Settings { monthly_pay: Some(32_000.0), ..Settings::default() };
        let statistics = count(&reading, &view::basis(&settings));
        let json = serde_json::to_string(&view::view(&reading, &statistics, &settings, Detail::Steps)).expect("JSON");
        let mut mend = barkraft::read::Mend::new(&reading, 0, &[]);
        mend.push(text.as_bytes());
        assert!(mend.end());
        let csv = String::from_utf8(mend.finish()).expect("UTF-8");
        for secret in secrets.clone() {
            assert!(!json.contains(secret), "{secret} in the view");
            assert!(!csv.contains(secret), "{secret} in the rows set aside:\n{csv}");
        }
    }
}

/// The user says that the columns of people mean nothing: they are hidden all the same.
fn ignoring_people() -> Choices {
    let ignore = |column| barkraft::read::ColumnChoice { column, meaning: Some(barkraft::read::Meaning::Ignore), number: None, date: None };
    Choices { columns: (0..3).map(ignore).collect(), ..Choices::default() }
}
