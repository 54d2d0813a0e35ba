//! Time and memory of reading, counting and showing, natively: `cargo bench`. docs/performance.md quotes it.
#![allow(missing_docs)]

use std::fmt::Write;
use std::hint::black_box;

use barkraft::quantity::Date;
use barkraft::view::{self, Detail, Settings};
use barkraft::{absence, read};
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Rows of spells over 200 units and 36 months: as many people as rows / 12, most spells short.
fn spells(rows: usize) -> String {
    let mut text = String::from("Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak;Anställningsform\n");
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let first = Date::from_iso("2022-01-01").expect("a date");
    let people = (rows as u64 / 12).max(1);
    for _ in 0..rows {
        let person = random(people);
        let from = first.plus(i32::try_from(random(1_080)).expect("small"));
        let days = if random(20) == 0 { random(90) } else { random(8) };
        let to = from.plus(i32::try_from(days).expect("small"));
        let extent = [100, 100, 100, 50, 25][usize::try_from(random(5)).expect("small")];
        let _ = writeln!(text, "{:07};Enhet {:03};{from};{to};{extent};Sjukdom;Tillsvidare", 1_000_000 + person, person % 200);
    }
    text
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn reading(bencher: Bencher, rows: usize) {
    let text = spells(rows);
    bencher.bench_local(|| read::read(black_box(text.as_bytes()), &read::Choices::default()));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn counting(bencher: Bencher, rows: usize) {
    let text = spells(rows);
    let reading = read::read(text.as_bytes(), &read::Choices::default());
    bencher.bench_local(|| absence::count(black_box(&reading), view::basis(&Settings::default())));
}

#[divan::bench(args = [100_000, 1_000_000])]
fn showing(bencher: Bencher, rows: usize) {
    let text = spells(rows);
    let reading = read::read(text.as_bytes(), &read::Choices::default());
    let settings = Settings { monthly_pay: Some(32_000.0), ..Settings::default() };
    let statistics = absence::count(&reading, view::basis(&settings));
    bencher.bench_local(|| view::view(black_box(&reading), &statistics, &settings, Detail::Page));
}
