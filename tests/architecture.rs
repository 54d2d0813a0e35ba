//! The invariants of ARCHITECTURE.md, as tests over the sources: most of them are about what is deliberately absent.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(under: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !name(&path).starts_with("www/pkg-") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known)) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "no {extensions:?} under {under}: the search no longer finds what it guards");
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// The code of a file: without comments, and without its unit tests.
fn code(path: &Path) -> String {
    let source = std::fs::read_to_string(path).unwrap();
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Core files: everything of the crate but its two doors.
fn core() -> Vec<PathBuf> {
    let doors = ["src/main.rs", "src/report.rs", "src/wasm"];
    files("src", &["rs"]).into_iter().filter(|path| !doors.iter().any(|door| name(path).starts_with(door))).collect()
}

#[track_caller]
fn none_of(paths: &[PathBuf], words: &[&str], why: &str) {
    for path in paths {
        let code = code(path);
        for word in words {
            assert!(!code.contains(word), "{} mentions {word}: {why}", name(path));
        }
    }
}

#[test]
fn never_1_the_core_does_no_input_or_output_reads_no_clock_and_draws_no_random_number() {
    let words = [
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::time",
        "Instant::",
        "SystemTime",
        "println!",
        "print!",
        "dbg!",
        "use rand",
        " rand::",
        "RandomState",
    ];
    none_of(&core(), &words, "same input, same answer, on every machine");
}

#[test]
fn never_1_no_answer_depends_on_the_order_of_a_hash_map() {
    none_of(&core(), &["HashMap", "HashSet"], "the standard one is seeded by chance; use BTreeMap or the interner");
}

#[test]
fn never_2_and_5_nothing_in_the_core_panics_on_purpose() {
    let words = [".unwrap()", "panic!", "todo!", "unimplemented!", "unreachable!"];
    none_of(&core(), &words, "reading never fails, and the page never sees a panic");
}

#[test]
fn never_5_no_rate_stands_in_a_formula() {
    let formulas: Vec<PathBuf> = ["src/cost", "src/investment", "src/absence"].iter().flat_map(|folder| files(folder, &["rs"])).collect();
    let rates = ["0.8", "0.2", "0.1", "31.42", "1880", "0.12", "20.0", "80.0", "12.0 / 52", "0.025", "0.01", "220"];
    for path in formulas {
        let code = code(&path);
        for rate in rates {
            let stands_alone = code.match_indices(rate).any(|(at, _)| {
                let before = code[..at].chars().next_back().unwrap_or(' ');
                let after = code[at + rate.len()..].chars().next().unwrap_or(' ');
                !before.is_ascii_digit() && before != '.' && !after.is_ascii_digit() && after != '_'
            });
            assert!(!stands_alone, "{} holds the rate {rate}: rates live in src/rules/table.rs", name(&path));
        }
    }
}

#[test]
fn never_6_domain_types_know_neither_serde_nor_wasm_bindgen() {
    let domain: Vec<PathBuf> = core().into_iter().filter(|path| !name(path).starts_with("src/view/")).collect();
    none_of(
        &domain,
        &["serde", "Serialize", "schemars", "wasm_bindgen", "js_sys", "JsValue"],
        "the view is the only place that serialises",
    );
    let wasm: Vec<PathBuf> = files("src", &["rs"]).into_iter().filter(|path| !name(path).starts_with("src/wasm")).collect();
    none_of(&wasm, &["wasm_bindgen::", "JsValue", "js_sys::"], "the doors of the modules alone know wasm-bindgen");
}

#[test]
fn never_6_the_core_holds_no_words_for_people() {
    // Sources are citations and stay in their language; headings and causes are what people paste.
    let spoken: Vec<PathBuf> = core()
        .into_iter()
        .filter(|path| {
            !["src/read/", "src/sheets/", "src/rules/table.rs", "src/rules/evidence.rs"].iter().any(|of| name(path).starts_with(of))
        })
        .collect();
    none_of(&spoken, &["å", "ä", "ö"], "words live in www/words");
}

#[test]
fn never_6_only_core_ts_economics_ts_and_sheets_ts_import_a_wasm_package() {
    let others = |importer: &str| files("www", &["ts"]).into_iter().filter(|path| name(path) != importer).collect::<Vec<_>>();
    none_of(&others("www/core.ts"), &["pkg-figures", "from \"reading-source\""], "www/core.ts is the only importer");
    none_of(&others("www/reading-source.d.ts"), &["pkg-reading"], "www/core.ts is the only importer, by the answer of the build");
    none_of(&others("www/economics.ts"), &["pkg-economics", "from \"economics-source\""], "www/economics.ts is the only importer");
    none_of(&others("www/sheets-source.d.ts"), &["pkg-sheets"], "www/sheets.ts is the only importer, by the answer of the build");
    none_of(&others("www/sheets.ts"), &["from \"sheets-source\""], "www/sheets.ts is the only importer");
}

#[test]
fn never_7_the_page_asks_for_nothing_stores_nothing_and_puts_nothing_in_a_link() {
    let page: Vec<PathBuf> = files("www", &["ts"]).into_iter().filter(|path| !name(path).ends_with(".d.ts")).collect();
    let words = [
        "fetch(",
        "XMLHttpRequest",
        "sendBeacon",
        "WebSocket",
        "EventSource",
        "indexedDB",
        "sessionStorage",
        "document.cookie",
        "location.hash",
        "pushState",
        "window.open",
    ];
    none_of(&page, &words, "no request carries anything pasted, and nothing pasted is stored");
}

#[test]
fn never_7_only_profiles_are_stored_and_they_hold_no_rows() {
    let others: Vec<PathBuf> = files("www", &["ts"]).into_iter().filter(|path| name(path) != "www/profile.ts").collect();
    none_of(&others, &["localStorage"], "www/profile.ts stores profiles, on request, and nothing else is stored");
    none_of(&[root().join("www/profile.ts")], &[".samples", ".preview", ".set_aside", ".bytes"], "a profile is headings and answers");
}

#[test]
fn never_8_pasted_text_reaches_the_page_as_text() {
    none_of(
        &files("www", &["ts"]),
        &["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "new Function"],
        "textContent only",
    );
}

#[test]
fn the_page_has_no_inline_style_or_script_of_its_own() {
    let html = std::fs::read_to_string(root().join("www/index.html")).unwrap();
    // The name of the SVG language, in the icon, is no address that anyone asks.
    let html = html.replace("http://www.w3.org/2000/svg", "");
    for word in ["style=", "onclick=", "<style", "http://", "https://"] {
        assert!(!html.contains(word), "www/index.html holds {word}: the policy forbids it");
    }
}

#[test]
fn files_stay_of_a_size_that_one_can_hold_in_the_head() {
    for path in files("src", &["rs"]).into_iter().chain(files("www", &["ts"])) {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        // Generated types, and the one struct file that documents everything that crosses the border.
        let allowed = match name(&path).as_str() {
            "www/types.ts" => 6_000,
            "src/view/model.rs" => 2_000,
            _ => 480,
        };
        assert!(lines <= allowed, "{} has {lines} lines", name(&path));
    }
}

#[test]
fn every_file_and_folder_of_the_core_is_on_the_map() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for path in files("src", &["rs"]) {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let folder = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
        assert!(
            file == "mod.rs" && map.contains(&format!("{folder}/")) || map.contains(&file),
            "ARCHITECTURE.md does not name {}",
            name(&path)
        );
    }
}

#[test]
fn every_dependency_is_accounted_for() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let package = std::fs::read_to_string(root().join("package.json")).unwrap();
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let mut names: Vec<String> = Vec::new();
    let mut in_dependencies = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && let Some((name, _)) = line.split_once(" = ") {
            names.push(name.into());
        }
    }
    for group in ["dependencies", "devDependencies"] {
        names.extend(package[group].as_object().into_iter().flat_map(|group| group.keys().cloned()));
    }
    assert!(names.len() > 10);
    for name in names {
        assert!(map.contains(&format!("`{name}`")), "ARCHITECTURE.md does not say what `{name}` is for");
    }
}
