//! Tables that hold long spells only, by a filter of the program that wrote them: whole spells, or only their days from day 15.
//!
//! Until the user has said which, the rows are read as they stand: as spells that begin on their first day. Any other reading would put
//! days into the data that nobody pasted.

use super::text::{fold, places, shown};
use super::{Filter, NOT_RECORDED, Recorded, SpellRecord, SpellRecords};
use crate::note::{Kind, Note};
use crate::quantity::{Date, Hours};
use crate::rules::Rules;
use crate::rules::law::Law;

/// What titles and headings say of such a filter, without blanks.
const IN_HEADINGS: &str = "längreän14|merän14|över14d|>14d|>14|minst15d|14dagarellermer|exceeding14|longerthan14|morethan14|over14d|atleast15d\
    |lengreenn14|længereend14|mereend14|længerthan14|längerals14|mehrals14|über14";
/// What only a title says of it.
const IN_TITLES: &str = "fr.o.m.dag15|fromdag15|fråndag15|dag15ochframåt|dag15-|fromday15|fradag15|abtag15";

/// A table of fewer spells may hold long ones only by chance.
const ENOUGH: usize = 30;

/// The words of a title or heading that name a filter.
pub(super) fn words(title: &str, headings: &[&str]) -> Option<String> {
    let says = |text: &str, lines: &str| {
        let bare: String = fold(text).chars().filter(|char| !matches!(char, ' ' | '\u{a0}')).collect();
        let behind = |at: usize, words: &str| bare[at + words.len()..].starts_with(|char: char| char.is_ascii_digit());
        lines.split('|').any(|words| places(&bare, words).any(|at| !behind(at, words)))
    };
    if says(title, IN_HEADINGS) || says(title, IN_TITLES) {
        return Some(shown(title));
    }
    headings.iter().find(|heading| says(heading, IN_HEADINGS)).map(|heading| shown(heading))
}

/// Asks about the filter, or reads the rows as the user has said.
pub(super) fn settle(records: &mut SpellRecords, words: Option<&str>, said: Option<Filter>, notes: &mut Vec<Note>) {
    // how many hours a full post has is nothing to this
    let law = Law::new(&Rules::default(), Hours(40.0));
    let is_long = |row: &SpellRecord| row.to == Date::OPEN || row.to.since(row.from) >= law.period_days;
    if words.is_none() && (records.rows.len() < ENOUGH || !records.rows.iter().all(is_long)) {
        return;
    }
    let kind = match said {
        None => Kind::Filtered,
        Some(Filter::WholeSpells) => Kind::FilterWhole,
        Some(Filter::FromDay15) => {
            begin_earlier(records, &law);
            Kind::FilterFromDay15
        }
    };
    let note = Note::new(kind);
    notes.push(match words {
        Some(words) => note.found(words),
        None => note,
    });
}

/// The spell of each row began a sick-pay period before it, where nothing else says, and the row does not go on with the one before it.
fn begin_earlier(records: &mut SpellRecords, law: &Law) {
    let mut last: Option<(u32, Date)> = None;
    for row in &mut records.rows {
        let goes_on = last.is_some_and(|(person, to)| person == row.person && (to == Date::OPEN || law.continues(to, row.from)));
        last = Some((row.person, last.filter(|_| goes_on).map_or(row.to, |(_, to)| to.max(row.to))));
        let recorded = records.recorded.get(row.recorded as usize).copied().unwrap_or_default();
        if goes_on || recorded.spell_start.is_some() || records.recorded.len() >= NOT_RECORDED as usize {
            continue;
        }
        row.recorded = super::layout::as_u32(records.recorded.len());
        records.recorded.push(Recorded { spell_start: Some(row.from.plus(-law.period_days)), ..recorded });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_headings_name_a_filter() {
        for (title, heading, expected) in [
            ("Sjukfall längre än 14 dagar", "", true),
            ("Sjukfrånvaro > 14 dagar, 2024", "", true),
            ("Urval: över 14 dgr", "", true),
            ("Minst 15 dagar", "", true),
            ("Sjukfrånvaro fr.o.m. dag 15", "", true),
            ("Absence exceeding 14 days", "", true),
            ("Spells longer than 14 days", "", true),
            ("", "Sjukfall längre än 14 dagar", true),
            ("Sjukfrånvaro 2024", "Fr.o.m.", false),
            ("Längre än 140 dagar", "", false),
            ("", "Dag 15-", false),
        ] {
            assert_eq!(words(title, &[heading]).is_some(), expected, "{title:?} {heading:?}");
        }
    }
    #[test]
    fn a_row_begins_a_sick_pay_period_earlier_unless_it_is_a_relapse() {
        let text = "Sjukfall längre än 14 dagar\nAnst.nr;Fr.o.m.;T.o.m.\n1;2024-03-01;2024-03-20\n1;2024-03-25;2024-03-29\n1;2024-04-04;2024-04-30\n";
        let choices = super::super::Choices { filter: Some(Filter::FromDay15), ..Default::default() };
        let super::super::Records::Spells(records) = super::super::read(text.as_bytes(), &choices).records else { panic!("no spells") };
        let start = |row: &SpellRecord| records.recorded.get(row.recorded as usize).and_then(|recorded| recorded.spell_start);
        let day = |iso| Date::from_iso(iso);
        // the second begins on the fifth day after the first, the third on the sixth after the second
        assert_eq!(records.rows.iter().map(start).collect::<Vec<_>>(), [day("2024-02-16"), None, day("2024-03-21")]);
    }
}
