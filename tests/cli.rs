//! The command line as someone at a terminal meets it: what is printed, where, and the exit status.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const WEEK: &str =
    "Anst.nr;Enhet;Fr.o.m.;T.o.m.;Omfattning;Orsak\n1;Norr;2024-03-04;2024-03-08;100;Sjuk\n2;Söder;2024-03-05;2024-03-06;50;VAB\n";

fn barkraft(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_barkraft"))
        .arg("report")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses its options ends without reading.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    // Groups of digits are joined by no-break spaces.
    String::from_utf8(bytes.to_vec()).unwrap().replace('\u{a0}', " ")
}

#[track_caller]
fn refused(arguments: &[&str], input: &str, says: &str) {
    let output = barkraft(arguments, input);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "nothing on standard output");
    assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
}

#[test]
fn the_report_says_what_the_absence_has_cost_in_both_languages() {
    let swedish = text(&barkraft(&["-", "--monthly-pay", "30 000"], WEEK).stdout);
    assert!(
        swedish.contains("Frånvaron har hittills i år kostat uppskattningsvis 9 337 kr. 47 % av det är beräknad sjuklön."),
        "{swedish}"
    );
    assert!(swedish.contains("1 av 2 rader används, 1 har lagts åt sidan."));
    let english = text(&barkraft(&["-", "--monthly-pay", "30000", "--lang", "en"], WEEK).stdout);
    assert!(english.contains("Absence has cost an estimated 9,337 kr so far this year. 47 % of that is calculated sick pay."), "{english}");
}

#[test]
fn the_json_holds_the_figures_unrounded_with_kind_and_steps() {
    let output = barkraft(&["-", "--format", "json", "--monthly-pay", "30000"], WEEK);
    assert_eq!(output.status.code(), Some(0));
    let view: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(view["reading"]["pasted"], 2);
    assert_eq!(view["months"][0]["month"], "2024-03");
    assert_eq!(view["units"][0]["unit"], "Norr");
    assert_eq!(view["total"]["kinds"]["sick_pay"], "calculated");
    assert!((view["total"]["sick_pay"].as_f64().unwrap() - 4_430.769_230_769_231).abs() < 1e-9);
    assert_eq!(view["total"]["figures"]["sick_pay"]["steps"].as_array().unwrap().len(), 3);
}

#[test]
fn the_break_even_is_a_sentence() {
    let options = ["-", "--monthly-pay", "30000", "--method", "rule-of-thumb", "--invest-start", "12000", "--as-of", "2024-12-31"];
    let report = text(&barkraft(&options, WEEK).stdout);
    let sentence = "Insatsen kostar 12 000 kr på 12 månader. Den bär sin egen kostnad om de korta sjukdagarna blir 4,0 färre på den tiden (4,0 om året, 66,7 % av dagens korta frånvaro). En kort sjukdag räknas till 3 000 kr.";
    assert!(report.contains(sentence), "{report}");
}

#[test]
fn no_report_has_a_word_without_its_words() {
    for arguments in [
        &["-"][..],
        &["-", "--lang", "en", "--method", "own", "--invest-start", "1"],
        &["-", "--monthly-pay", "30000", "--effect-short", "-5"],
    ] {
        let report = text(&barkraft(arguments, WEEK).stdout);
        for family in ["report.", "note.", "meaning.", "span.", "expected.", "{", "NaN", "inf "] {
            assert!(!report.contains(family), "{family} in: {report}");
        }
    }
}

#[test]
fn several_files_are_read_as_one() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let april = WEEK.replace("2024-03", "2024-04");
    let (second, about) = (file("april.csv", &april), file("units.csv", "Enhet;Antal anställda\nNORR;10\n"));
    let report = text(&barkraft(&["-", &second, &about, "--monthly-pay", "30000"], WEEK).stdout);
    assert!(report.contains("-:\n1 av 2 rader används") && report.contains("april.csv:\n1 av 2 rader används"), "{report}");
    assert!(report.contains("2024-03") && report.contains("2024-04"), "{report}");
    let view = barkraft(&["-", &second, &about, "--format", "json", "--monthly-pay", "30000"], WEEK);
    let view: serde_json::Value = serde_json::from_slice(&view.stdout).unwrap();
    assert_eq!((view["reading"]["pasted"].as_u64(), view["total"]["headcount"].as_f64()), (Some(5), Some(10.0)));
    // which of them is none is said
    let prose = file("prose.txt", "Hej\nDet här är inget underlag\n");
    refused(&["-", &prose], WEEK, "prose.txt: ");
    refused(&["-", "no-such-file.csv"], WEEK, "no-such-file.csv");
    refused(&[&about], "", "Här finns antal anställda, men ingen frånvaro.");
    let book = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets/spells.xlsx");
    refused(&[book, &about, "--sheet", "Blad"], "", "”Frånvaro”, ”Anteckningar”");
    refused(&[book, &about, "--sheet", "Frånvaro", "--sheet", "Blad"], "", "Inget blad i filerna heter ”Blad”.");
    let report = text(&barkraft(&[book, &second, "--sheet", "Frånvaro", "--monthly-pay", "30000"], "").stdout);
    assert!(report.contains("spells.xlsx ”Frånvaro”:\n"), "{report}");
}

#[test]
fn what_cannot_be_used_is_refused_with_status_2_and_a_sentence() {
    refused(&["-"], "", "Det fanns ingen text");
    refused(&["no-such-file.csv"], "", "filen finns inte");
    refused(&["no-such-file.csv", "--lang", "en"], "", "there is no such file");
    refused(&["-", "--as-of", "2030-01-01"], WEEK, "--as-of ligger utanför de år som reglerna täcker");
    refused(&["-", "--as-of", "yesterday"], WEEK, "expected one such as 2024-06-30");
    refused(&["-", "--monthly-pay", "30"], WEEK, "--monthly-pay är för lågt. Lägsta värdet är 1 000.");
    refused(&["-", "--monthly-pay", "30.000"], WEEK, "is no number");
    refused(&["-", "--headcount", "0"], WEEK, "Lägsta värdet är 0,1.");
    refused(&["-", "--on-cost", "0,3142"], WEEK, "--on-cost ser ut att vara en andel.");
    refused(&["-", "--horizon", "0"], WEEK, "--horizon är för lågt. Lägsta värdet är 1.");
    refused(&["-", "--method", "guess"], WEEK, "rule-of-thumb");
    refused(&["-", "--budget", "-1"], WEEK, "--budget är för lågt. Lägsta värdet är 0.");
    refused(&["-", "--replacement-share", "120"], WEEK, "--replacement-share är för högt. Högsta värdet är 100.");
    refused(&["-", "--rule", "holiday@2015-01-01=150"], WEEK, "--rule holiday@2015-01-01 är för högt. Högsta värdet är 100.");
    refused(&["-", "--rule", "holiday@2016-01-01=13"], WEEK, "det finns ingen sådan regel från det datumet");
    refused(&["-", "--schedule", "8,8"], WEEK, "expected the hours of seven days");
    refused(&["-", "--unit", "Nirgends"], WEEK, "Ingen förvaltning eller enhet heter ”Nirgends”.");
}

#[test]
fn settings_of_a_file_hold_what_has_no_option_and_an_option_beside_them_counts() {
    let folder = std::env::temp_dir().join(format!("barkraft-settings-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_string()
    };
    let file = write(
        "two.json",
        r#"{"monthly_pay": 20000, "investment": {"horizon": 24, "cases": [
            {"name": "Kurs", "start": 900, "effect_short": {"base": 10}},
            {"start": 400, "per_employee": 100, "participants": 3, "effect_short": {"base": 5}}]}}"#,
    );
    let json = |arguments: &[&str]| -> serde_json::Value {
        let output = barkraft(&[&["-", "--format", "json", "--settings", &file], arguments].concat(), WEEK);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let view = json(&[]);
    let costs = |view: &serde_json::Value| [0, 1].map(|at| view["investment"]["cases"][at]["cost"].clone());
    assert_eq!((costs(&view), &view["investment"]["horizon"]), ([900.0, 700.0].map(Into::into), &24.0.into()));
    assert_eq!(view["investment"]["combined"]["cases"], 2);
    let beside = json(&["--monthly-pay", "40000", "--invest-start", "1000"]);
    assert_eq!(costs(&beside), [1_000.0, 700.0].map(serde_json::Value::from));
    let value = |view: &serde_json::Value| view["investment"]["cases"][0]["value_short_day"].as_f64().unwrap();
    assert!((value(&beside) - 2.0 * value(&view)).abs() < 1e-9, "twice the pay, twice the value of a day");

    refused(&["-", "--settings", &write("bad.json", r#"{"monthly_pay": "mycket"}"#)], WEEK, "monthly_pay: expected a number");
    refused(&["-", "--settings", &write("misspelt.json", r#"{"montly_pay": 1}"#)], WEEK, "montly_pay");
    refused(&["-", "--settings", &write("broken.json", "{")], WEEK, "line 1 column");
    refused(&["-", "--settings", "nowhere.json"], WEEK, "Det går inte att läsa nowhere.json: filen finns inte");
    std::fs::remove_dir_all(&folder).unwrap();
}
