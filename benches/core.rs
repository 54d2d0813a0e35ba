//! Time and memory of reading, counting and showing, natively: `cargo bench`. docs/performance.md quotes it.
#![allow(missing_docs)]

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

/// Rows of spells over 200 units and 36 months, in no order: about twelve a person, one after the other, most of them short.
fn spells(rows: usize) -> String {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: i32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i32::try_from(state % u64::from(below.unsigned_abs())).expect("small")
    };
    let first = Date::from_iso("2022-01-01").expect("a date");
    let (mut person, mut from) = (0, 0);
    let mut lines = Vec::with_capacity(rows);
    while lines.len() < rows {
        let days = if random(20) == 0 { random(90) } else { random(8) };
        let extent = [100, 100, 100, 50, 25][usize::try_from(random(5)).expect("small")];
        let (start, end) = (first.plus(from), first.plus(from + days));
        lines.push(format!("{};Enhet {:03};{start};{end};{extent};Sjukdom;Tillsvidare\n", 1_000_000 + person, person % 200));
        from += days + 1 + random(160);
        if from >= 1_080 {
            (person, from) = (person + 1, random(160));
        }
    }
    for last in (1..lines.len()).rev() {
        lines.swap(last, usize::try_from(random(i32::try_from(last + 1).expect("small"))).expect("small"));
    }
    let heading = "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak;Anställningsform\n";
    lines.insert(0, heading.into());
    lines.concat()
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
    bencher.bench_local(|| absence::count(black_box(&reading), &view::basis(&Settings::default())));
}

#[divan::bench(args = [100_000, 1_000_000])]
fn showing(bencher: Bencher, rows: usize) {
    let text = spells(rows);
    let reading = read::read(text.as_bytes(), &read::Choices::default());
    let settings = Settings { monthly_pay: Some(32_000.0), ..Settings::default() };
    let statistics = absence::count(&reading, &view::basis(&settings));
    bencher.bench_local(|| view::view(black_box(&reading), &statistics, &settings, Detail::Page));
}
