//! What numbers become by their format.

use super::super::text::utf8;
use super::*;

#[test]
fn formats_are_known_by_their_codes() {
    use Format::{Date, Duration, Percent, Plain, Time};
    for (code, expected) in [
        ("General", Plain),
        ("Standard", Plain),
        ("0.00", Plain),
        ("#,##0\\ \"kr\"", Plain),
        ("# ##0 [$kr-41D]", Plain),
        ("0.00E+00", Plain),
        ("0\" dagar\"", Plain),
        ("[Red]0;-0", Plain),
        ("@", Plain),
        ("0%", Percent),
        ("0.0\\ %", Percent),
        ("yyyy-mm-dd", Date),
        ("yyyy\\-mm\\-dd;@", Date),
        ("[$-41D]d mmmm yyyy", Date),
        ("mmm-yy", Date),
        ("d/m", Date),
        ("mmmm", Date),
        ("yyyy-mm-dd hh:mm", Date),
        ("hh:mm", Time),
        ("mm:ss.0", Time),
        ("[h]:mm", Duration),
        ("[hh]:mm:ss", Duration),
        ("[mm]:ss", Duration),
    ] {
        assert_eq!(Format::of_code(code, ENGLISH), expected, "{code}");
    }
    for (language, code, expected) in [
        (1053, "ÅÅÅÅ-MM-DD", Date),
        (1053, "Standard", Plain),
        (1053, "0,0 %", Percent),
        (1053, "# ##0,00 [$kr-41D]", Plain),
        (1053, "TT:MM", Time),
        (1053, "[TT]:MM", Duration),
        (1031, "TT.MM.JJJJ", Date),
        (1031, "HH:MM", Time),
        (1035, "P.K.VVVV", Date),
        (1044, "DD.MM.ÅÅÅÅ", Date),
        (1033, "YYYY-MM-DD", Date),
    ] {
        assert_eq!(Format::of_code(code, Letters::of_language(language)), expected, "{code}");
    }
}

#[track_caller]
fn written(number: f64, format: Format, from_1904: bool) -> String {
    let mut out = Vec::new();
    Numbers::new(from_1904).number(number, format, &mut out);
    utf8(out)
}

#[test]
fn numbers_keep_all_digits_and_have_a_point() {
    for (digits, expected) in [
        ("0", "0"),
        ("12", "12"),
        ("-0.5", "-0.5"),
        ("239.554", "239.554"),
        ("1234567.89", "1234567.89"),
        ("5.0200000000000002E-2", "0.0502"),
        ("239.55400000000000", "239.554"),
        ("0.30000000000000004", "0.30000000000000004"),
        ("1E+21", "1000000000000000000000"),
        ("1.5e3", "1500"),
        (".5", "0.5"),
        ("-1E-7", "-0.0000001"),
        ("1.2.3", "1.2.3"),
        ("abc", "abc"),
    ] {
        let mut out = Vec::new();
        Numbers::new(false).digits(digits.as_bytes(), Format::Plain, &mut out);
        assert_eq!(utf8(out), expected, "{digits}");
    }
}

#[test]
fn shares_dates_and_hours_are_written_as_their_format_means_them() {
    use Format::{Date, Duration, Percent, Time};
    for (number, format, expected) in [
        (0.0502, Percent, "5.02 %"),
        (1.0, Percent, "100 %"),
        (-0.003, Percent, "-0.3 %"),
        (0.0, Percent, "0 %"),
        (45352.0, Date, "2024-03-01"),
        (45_352.354_166_666_7, Date, "2024-03-01 08:30"),
        (45_352.999_999_999, Date, "2024-03-02"),
        (45352.5, Time, "2024-03-01 12:00"),
        (60.0, Date, "60"),
        (59.0, Date, "1900-02-28"),
        (61.0, Date, "1900-03-01"),
        (0.0, Date, "0"),
        (-3.0, Date, "-3"),
        (2_958_465.0, Date, "9999-12-31"),
        (2_958_466.5, Date, "2958466.5"),
        (0.354_166_666_666_667, Time, "08:30"),
        (0.322_916_666_666_667, Duration, "7.75"),
        (5.0, Duration, "120"),
    ] {
        assert_eq!(written(number, format, false), expected, "{number}");
    }
    assert_eq!(written(43_890.0, Date, true), "2024-03-01");
    assert_eq!(written(0.0, Date, true), "1904-01-01");
}

#[test]
fn shares_and_days_by_their_digits_are_those_by_their_numbers() {
    for digits in [
        "0",
        "1",
        "0.5",
        "0.25",
        "-0.25",
        "0.001",
        "0.00001",
        "12.3456",
        "10",
        "0.10",
        "-0",
        "-0.0",
        "1.",
        "007",
        "0.12345678901234",
        "100.00",
    ] {
        for format in [Format::Percent, Format::Date, Format::Plain] {
            let mut out = Vec::new();
            Numbers::new(false).digits(digits.as_bytes(), format, &mut out);
            let expected = if format == Format::Plain { digits.into() } else { written(digits.parse().unwrap_or(f64::NAN), format, false) };
            assert_eq!(utf8(out), expected, "{digits} {format:?}");
        }
    }
    for day in (0..=2_958_470).step_by(7).chain(0..100) {
        let mut out = Vec::new();
        Numbers::new(false).digits(day.to_string().as_bytes(), Format::Date, &mut out);
        assert_eq!(utf8(out), written(f64::from(day), Format::Date, false), "{day}");
    }
}

#[test]
fn moments_in_iso_lose_midnight() {
    for (text, expected) in [
        ("2024-03-01", "2024-03-01"),
        ("2024-03-01T00:00:00", "2024-03-01"),
        ("2024-03-01T08:30:00", "2024-03-01 08:30"),
        ("2024-03-01T08:30:15.5Z", "2024-03-01 08:30:15"),
    ] {
        let mut out = Vec::new();
        iso(text.as_bytes(), &mut out);
        assert_eq!(utf8(out), expected);
    }
}

#[test]
fn places_are_letters_and_digits() {
    assert_eq!(place(b"A1"), Ok((0, 0)));
    assert_eq!(place(b"$B$3"), Ok((2, 1)));
    assert_eq!(place(b"XFD1048576"), Ok((1_048_575, 16_383)));
    for broken in ["", "A", "1", "A0", "a1", "ZZZZZZZZ1", "A99999999999"] {
        assert_eq!(place(broken.as_bytes()), Err(Refused::Broken), "{broken}");
    }
}
