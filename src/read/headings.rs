//! What a heading says, by the families of headings that we know.

use std::sync::LazyLock;

use super::families::{
    A_MONTH, IN_DAYS, IN_HOURS, IN_MONTH, IN_RATE, INSIDE, LONG, MILLIONS, PER_CENT, SHORT, THOUSANDS, TOTAL, UNITS_OF_MEASURE, WHOLE,
};
use super::key::Key;
use super::text::{fold, is_letter, places};
use super::{Meaning, number, pay};
use Meaning::{
    ActualPay, Days, Hours, LongDays, LongHours, LongRate, Month, MonthlyPay, Rate, ShortDays, ShortHours, ShortRate, SixtyDays,
    SixtyHours, SixtyRate, SixtyShare,
};

/// The heading stands within so many rows from the top.
pub(super) const LOOKED_AT: usize = 20;

/// Which days of absence a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Span {
    Total,
    Short,
    Long,
    /// A part of the long absence, by its first and its last day: `dag 15-59`, `dag 60-`.
    Part(u16, Option<u16>),
}

/// What a column of absence is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Measure {
    Hours,
    Days,
    Rate,
}

impl Span {
    /// From day 60 onward: what the law wants told apart.
    pub(super) const SIXTY: Self = Self::Part(60, None);
}

impl Measure {
    pub(super) const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Rate];

    /// The measure that a unit behind a number tells.
    pub(super) const fn from_unit(unit: number::Unit) -> Option<Self> {
        match unit {
            number::Unit::Percent => Some(Self::Rate),
            number::Unit::Hours => Some(Self::Hours),
            number::Unit::Days => Some(Self::Days),
            _ => None,
        }
    }

    /// The meaning of a column that holds the measure for the span.
    pub(super) const fn of(self, span: Span) -> Meaning {
        match (self, span) {
            (Self::Hours, Span::Total) => Hours,
            (Self::Hours, Span::Short) => ShortHours,
            (Self::Hours, Span::SIXTY) => SixtyHours,
            (Self::Hours, _) => LongHours,
            (Self::Days, Span::Total) => Days,
            (Self::Days, Span::Short) => ShortDays,
            (Self::Days, Span::SIXTY) => SixtyDays,
            (Self::Days, _) => LongDays,
            (Self::Rate, Span::Total) => Rate,
            (Self::Rate, Span::Short) => ShortRate,
            (Self::Rate, Span::SIXTY) => SixtyRate,
            (Self::Rate, _) => LongRate,
        }
    }
}

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// One meaning.
    Is(Meaning),
    /// A span of absence in a measure.
    Measured(Span, Measure),
    /// A span of absence; in what, the heading does not say.
    Unmeasured(Span),
}

/// A heading that we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub sense: Sense,
    /// The lower, the better the heading says it.
    pub rank: u16,
    /// Whether the whole heading is one that we know.
    pub whole: bool,
}

/// The headings of [`WHOLE`] as they are compared.
static KEYS: LazyLock<Vec<(String, Meaning, u16)>> = LazyLock::new(|| {
    let lines = WHOLE.iter().zip(0..);
    lines.flat_map(|(&(meaning, line), rank)| line.split('|').map(move |heading| (Key::of(heading).text, meaning, rank))).collect()
});

/// What the heading says, if we know it.
pub(super) fn know(heading: &str) -> Option<Known> {
    if heading.len() > 200 {
        return None;
    }
    let key = Key::of(heading);
    if key.text.is_empty() {
        return None;
    }
    if let Some(&(_, meaning, rank)) = KEYS.iter().find(|(known, ..)| *known == key.text) {
        return Some(Known { sense: Sense::Is(meaning), rank, whole: true });
    }
    if !key.text.contains(|char: char| is_letter(char) || char == '%') {
        // a cell of data, or `1-14`
        return days(heading, &key).map(|span| Known { sense: Sense::Unmeasured(span), rank: 1000, whole: false });
    }
    if let Some((rest, _)) = pay::dated(heading)
        && let Some(known) = know(&rest).filter(|known| matches!(known.sense, Sense::Is(MonthlyPay | ActualPay)))
    {
        return Some(Known { whole: false, ..known });
    }
    let inside = |sense| Known { sense, rank: 1000, whole: false };
    let lines = INSIDE.iter().zip(1001..);
    // in hours it is no share
    let fits = |meaning: Meaning| meaning != SixtyShare || measure(heading).is_none_or(|measure| measure == Measure::Rate);
    if let Some((&(meaning, _), rank)) = lines.clone().find(|((meaning, line), _)| key.has(line) && fits(*meaning)) {
        return Some(Known { sense: Sense::Is(meaning), rank, whole: false });
    }
    match (span(heading, &key), measure(heading)) {
        (Some(span), Some(measure)) => Some(inside(Sense::Measured(span, measure))),
        _ if key.has(IN_MONTH) && !key.has(A_MONTH) => Some(inside(Sense::Is(Month))),
        (Some(span), None) => Some(inside(Sense::Unmeasured(span))),
        (None, Some(Measure::Hours)) if key.has("~antal|^timmar|number of|^timer|~anzahl|^stunden") => Some(inside(Sense::Is(Hours))),
        (None, _) => None,
    }
}

/// What the text says that absence is measured in, if it names one measure only.
pub(super) fn measure(text: &str) -> Option<Measure> {
    let key = Key::of(&without_day_range(text));
    let named = [(IN_RATE, Measure::Rate), (IN_HOURS, Measure::Hours), (IN_DAYS, Measure::Days)];
    let mut measures = named.into_iter().filter(|(line, _)| key.has(line)).map(|(_, measure)| measure);
    match (measures.next(), measures.next()) {
        // `dagar 1-14 %`: the days are the span
        (first @ Some(Measure::Rate | Measure::Hours), Some(Measure::Days)) | (first, None) => first,
        _ => None,
    }
}

/// The text without the days that follow a number: in `1–14 dagar` they name the span, not the measure.
fn without_day_range(text: &str) -> String {
    let text = fold(text);
    let follows_number = |at: usize| text[..at].trim_end().ends_with(|char: char| char.is_ascii_digit());
    let days = ["dagar", "dgr", "days", "dager", "dage", "tage"]
        .into_iter()
        .find_map(|word| places(&text, word).next().filter(|&at| follows_number(at)).map(|at| (at, word)));
    days.map_or_else(|| text.clone(), |(at, word)| text[..at].to_owned() + &text[at + word.len()..])
}

/// Whether the heading says that its shares are per cent.
pub(super) fn says_percent(heading: &str) -> bool {
    has(heading, PER_CENT)
}

/// By what the heading says that amounts are to be multiplied.
pub(super) fn factor(heading: &str) -> f64 {
    let key = Key::of(heading);
    match (key.has(THOUSANDS), key.has(MILLIONS)) {
        (true, _) => 1e3,
        (_, true) => 1e6,
        _ => 1.0,
    }
}

/// Whether the text is a unit of measure alone, such as stands below a heading.
pub(super) fn is_unit_of_measure(text: &str) -> bool {
    let key = Key::of(text);
    UNITS_OF_MEASURE.split('|').any(|unit| unit == key.text)
}

/// Whether the heading has a word of the line.
pub(super) fn has(heading: &str, line: &str) -> bool {
    Key::of(heading).has(line)
}

fn span(heading: &str, key: &Key) -> Option<Span> {
    if let Some(span) = days(heading, key) {
        return Some(span);
    }
    let lines = [(SHORT, Span::Short), (LONG, Span::Long), (TOTAL, Span::Total)];
    lines.into_iter().find(|(line, _)| key.has(line)).map(|(_, span)| span)
}

/// The span that a range of days names: `dag 1-14`, `-14`, `15-`, `15–90`, `60-`, `> 14 dagar`.
fn days(heading: &str, key: &Key) -> Option<Span> {
    let about_days = key.has("~dag|tag|tage|~fravær|~krank|~kurz|~lang|~dgr|~day|~sjuk|~frånvaro|~kort|~lång|~short|~long|~absen|sick");
    let sign = |char: char| match char {
        '–' | '—' => '-',
        '≥' => '>', // for it stands before 60 only
        _ => char,
    };
    let heading: String = heading.chars().filter(|char| !matches!(char, ' ' | '\u{a0}')).map(sign).collect();
    if key.has("år|~years") || heading.len() > 80 {
        return None;
    }
    let bytes = heading.as_bytes();
    let start = bytes.iter().position(u8::is_ascii_digit)?;
    let number = |from: usize| {
        let length = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        (heading[from..from + length].parse::<u16>().ok(), from + length)
    };
    let (first, end) = number(start);
    let first = first?;
    let before = start.checked_sub(1).map(|at| bytes[at]);
    let range = bytes.get(end) == Some(&b'-');
    let last = if range { number(end + 1).0 } else { None };
    let plus = bytes.get(end) == Some(&b'+');
    let onward = range || plus || key.has("~eller mer|~och mer|~eller längre|~eller fler|~or more|~or longer");
    let bare = heading.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'>' | b'<' | b'%'));
    if !(about_days || bare && matches!(first, 1 | 14 | 15 | 60)) {
        return None;
    }
    match (first, last) {
        (1, Some(14)) => Some(Span::Short),
        (14, None) if matches!(before, Some(b'-' | b'<' | b'=')) => Some(Span::Short),
        (14, None) if before == Some(b'>') => Some(Span::Long),
        (59 | 60, None) if before == Some(b'>') => Some(Span::SIXTY),
        (15, None) if onward => Some(Span::Long),
        (60, None) if onward || key.has("~lång|~long") => Some(Span::SIXTY),
        (15.., _) if range || plus => Some(Span::Part(first, last)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Meaning::{
        Age, Cause, Date, Employee, Employment, Extent, From, Headcount, Ignore, Protection, Replacement, ScheduledHours, Sex, SickPay,
        SpellCount, SpellStart, To, Unit, Year,
    };

    #[test]
    #[allow(clippy::too_many_lines)] // a line each
    fn headings_are_known_whatever_their_case_and_signs() {
        for (heading, expected) in [
            ("fr.o.m.", From),
            ("Fr.o.m", From),
            ("FROM", From),
            ("fr o m", From),
            ("Frånvaro fr", From),
            ("Frånvaro fr.o.m.", From),
            ("Datum from", From),
            ("Startdatum", From),
            ("Första\r\ndag", From),
            ("First day", From),
            ("Start", From),
            ("T.o.m.", To),
            ("tom", To),
            ("Datum tom", To),
            ("Slutdatum", To),
            ("Sista dag", To),
            ("End", To),
            ("Sjukskriven t.o.m.", To),
            ("Datum", Date),
            ("Omfattning", Extent),
            ("Omf\u{a0}%", Extent),
            ("Grad", Extent),
            ("Omfattning (%)", Extent),
            ("Orsak", Cause),
            ("Frånvaroorsak", Cause),
            ("Tidkod", Cause),
            ("Reason for absence", Cause),
            ("Antal timmar", Hours),
            ("Sjuktim", Hours),
            ("Hours", Hours),
            ("Absenteeism time in hours", Hours),
            ("Sjukfrånvaro total tim", Hours),
            ("Sjukfrånvarotimmar", Hours),
            ("Timmar per månad", Hours),
            ("Arbetsdagar", Days),
            ("Dagar", Days),
            ("Nettodagar", Days),
            ("Kal.dgr", Ignore),
            ("Anst.nr", Employee),
            ("Anst. nr.", Employee),
            ("Personnummer", Employee),
            ("Namn", Employee),
            ("Anställds namn", Employee),
            ("ID", Employee),
            ("Employee", Employee),
            ("Enhet", Unit),
            ("Enhet namn", Unit),
            ("Förvaltning", Unit),
            ("A5_Id_Description", Unit),
            ("A5_id", Ignore),
            ("Månad", Month),
            ("Mån.", Month),
            ("År-Månad", Month),
            ("Month of absence", Month),
            ("Year", Year),
            ("År", Year),
            ("Sjukfrånvaro %", Rate),
            ("Sjukfrånvaro total %", Rate),
            ("Frånvaro i %", Rate),
            ("Sjuk%", Rate),
            ("Total %", Rate),
            ("Sjukfrånvaro (%)", Rate),
            ("Kort %", ShortRate),
            ("Korttid tim", ShortHours),
            ("Dag 1-14 tim", ShortHours),
            ("Dag -14 timmar", ShortHours),
            ("Kort sjukfrånvaro, dagar", ShortDays),
            ("Dag 1–14 %", ShortRate),
            ("Lång % ", LongRate),
            ("Långtid timmar", LongHours),
            ("Dag 15- tim", LongHours),
            ("Dag 15 eller mer, tim", LongHours),
            ("Dag 15-59 tim", LongHours),
            ("Dag 60- tim", SixtyHours),
            ("Dag 60 och mer, tim", SixtyHours),
            ("60 dagar eller mer, timmar", SixtyHours),
            ("Långtid 60 dagar tim", SixtyHours),
            ("Sjuk >59 dagar, tim", SixtyHours),
            ("60+ %", SixtyRate),
            ("Nettodagar dag 60-", SixtyDays),
            ("Dag 60-90 tim", LongHours),
            ("Andel långtidssjukfrånvaro (%)", SixtyShare),
            ("Varav 60 dagar eller mer (%)", SixtyShare),
            ("Andel av sjukfrånvaron 60-", SixtyShare),
            ("Sjukfrånvaro >14 dagar tim", LongHours),
            ("Long absence days", LongDays),
            ("Sjukfrånvaro 1-14 dagar %", ShortRate),
            ("Sjuk > 14 dagar, tim", LongHours),
            ("Antal dagar, kort", ShortDays),
            ("Ackumulerad sjukfrånvaro %", Ignore),
            ("Sjukfrånvaro % rullande 12 mån", Ignore),
            ("Ordinarie arbetstid", ScheduledHours),
            ("Ord. arb. tid", ScheduledHours),
            ("Ordinarie arbetstid (tim)", ScheduledHours),
            ("Schematid", ScheduledHours),
            ("Antal anställda", Headcount),
            ("Antal anställningar", Headcount),
            ("ÅA", Headcount),
            ("Headcount", Headcount),
            ("Månadslön", MonthlyPay),
            ("Månadslön, kr", MonthlyPay),
            ("Lön", MonthlyPay),
            ("Sjuklön", SickPay),
            ("Sjuklönekostnad (tkr)", SickPay),
            ("Belopp", SickPay),
            ("Antal sjukfall", SpellCount),
            ("Kön", Sex),
            ("Kön (K/M)", Sex),
            ("Åldersgrupp", Age),
            ("Födelseår", Age),
            ("Födelsedatum (ÅÅÅÅ-MM-DD)", Age),
            ("Medelålder", Ignore),
            ("Särskilt högriskskydd", Protection),
            ("Sjukfallets första dag", SpellStart),
            ("Vikariekostnad (tkr)", Replacement),
            ("Utgående lön", ActualPay),
            ("Heltidslön", MonthlyPay),
            ("Lön 2024", MonthlyPay),
            ("Månadslön fr.o.m. 2024-04-01", MonthlyPay),
            ("Utgående lön 2023 (kr)", ActualPay),
            ("Syss.grad", Employment),
            ("Employment rate (%)", Employment),
            ("Andel långtidsfriska %", Ignore),
            ("Sjukfrånvaro per anställd dagar", Ignore),
            ("Sysselsättningsgrad %", Employment),
        ] {
            let meaning = match know(heading).unwrap_or_else(|| panic!("{heading:?} is not known")).sense {
                Sense::Is(meaning) => meaning,
                Sense::Measured(span, measure) => measure.of(span),
                Sense::Unmeasured(span) => panic!("{heading:?} has no measure for {span:?}"),
            };
            assert_eq!(meaning, expected, "{heading:?}");
        }
    }

    #[test]
    fn a_span_without_a_measure_is_known_as_that() {
        for (heading, expected) in [
            ("Kort", Span::Short),
            ("Korttid", Span::Short),
            ("Dag 1-14", Span::Short),
            ("Sjukfrånvaro 1-14 dagar", Span::Short),
            ("Dag -14", Span::Short),
            ("1-14", Span::Short),
            ("Lång", Span::Long),
            ("Dag 15-", Span::Long),
            ("15–90", Span::Part(15, Some(90))),
            ("Dag 15-59", Span::Part(15, Some(59))),
            ("Dag 60-", Span::SIXTY),
            ("Total", Span::Total),
            ("Sjukfrånvaro", Span::Total),
        ] {
            assert_eq!(know(heading).map(|known| known.sense), Some(Sense::Unmeasured(expected)), "{heading:?}");
        }
    }

    #[test]
    fn what_only_looks_like_a_heading_is_not_known() {
        for heading in [
            "",
            "Distance from Residence to Work",
            "Automatisk",
            "Transportation expense",
            "30-39",
            "60-64 år",
            "Work load Average/day ",
            "Social drinker",
            "Body mass index",
            "Hemtjänst norr",
            "2024-03-01",
            "12,5",
        ] {
            let known = know(heading).filter(|known| known.sense != Sense::Is(Ignore));
            assert_eq!(known, None, "{heading:?}");
        }
    }

    #[test]
    fn headings_name_thousands_and_per_cent() {
        for (heading, expected) in [("Sjuklön tkr", 1e3), ("Sjuklön (mnkr)", 1e6), ("Sjuklön", 1.0)] {
            assert!((factor(heading) - expected).abs() < f64::EPSILON, "{heading:?}");
        }
        assert!(says_percent("Sjukfrånvaro (%)") && !says_percent("Sjukfrånvaro"));
    }
}
