//! What a row of a person says of the terms at the time: pay, post, high-risk protection, sex and age.

use super::amount::{Unread, amount, share};
use super::columns::Column;
use super::group::People;
use super::intern::Verdicts;
use super::pay::Pay;
use super::reader::Unsettled;
use super::rows::Body;
use super::table::Place;
use super::text::{fold, is_of_word};
use super::{AgeGroup, Meaning, Protection, Terms, number};
use crate::note::Kind;
use crate::quantity::{Date, Share};

const YES: [&str; 14] =
    ["ja", "j", "x", "1", "sant", "true", "yes", "y", "särskilt", "särskild", "beviljat", "beviljad", "special", "granted"];
const NO: [&str; 15] =
    ["nej", "n", "0", "falskt", "false", "no", "ingen", "inget", "inte", "ej", "saknas", "none", "allmänt", "avslag", "uppgift saknas"];
/// Words that take the waiting deduction back.
const WITHOUT: [&str; 7] = ["utan", "inget", "ingen", "ej", "inte", "no", "without"];

/// A smaller share of a full post does not occur: it would be less than an hour a week.
const LEAST_POST: f64 = 0.02;

/// Whether the (trimmed) cell grants the protection, and of which type; `Err` where it says neither yes nor no.
pub(super) fn protection(cell: &str) -> Result<Option<Protection>, ()> {
    let text = fold(cell);
    let mut words = text.split(|char: char| !is_of_word(char)).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return Ok(None) };
    let without = WITHOUT.contains(&first) || words.any(|word| WITHOUT.contains(&word));
    // `nej` is a no, whatever follows; `inget karensavdrag` is not
    let refused = matches!(first, "nej" | "n");
    if (text.contains("karens") || text.contains("deduction")) && !refused {
        return Ok(Some(if without { Protection::WithoutDeduction } else { Protection::WithDeduction }));
    }
    if NO.contains(&first) || NO.contains(&text.as_str()) || number::is_nothing(cell) {
        return Ok(None);
    }
    let granted = YES.contains(&first) || text.contains("högriskskydd") || text.contains("high-risk");
    if granted { Ok(Some(Protection::WithoutDeduction)) } else { Err(()) }
}

/// The (trimmed) cell as the share of a full post; `Ok(None)` where it says nothing.
fn employment(column: &Column, cell: &str) -> Result<Option<Share>, Kind> {
    if number::is_nothing(cell) {
        return Ok(None);
    }
    match share(column, cell) {
        None => Err(Kind::NotANumber),
        Some(0.0) => Ok(None),
        // `0,5` in a column of per cent: pay divided by it would be two hundred times too high
        Some(share) if (0.0..LEAST_POST).contains(&share) => Err(Kind::NotUnderstood),
        // a hair above the whole is rounding
        Some(share) if share > 0.0 && share <= 1.000_001 => Ok(Some(Share(share.min(1.0)))),
        Some(_) => Err(Kind::ShareOutOfRange),
    }
}

/// The columns of terms, and what has been met in them.
#[derive(Debug)]
pub(super) struct TermColumns {
    pay: Pay,
    employment: Option<usize>,
    employments: Verdicts<Result<Option<Share>, Kind>>,
    protection: Option<usize>,
    protections: Verdicts<Result<Option<Protection>, ()>>,
    people: Option<People>,
}

impl TermColumns {
    /// None where no column tells anything of the kind.
    pub(super) fn of(columns: &[Column]) -> Option<Self> {
        let at = |meaning| columns.iter().position(|column| column.meaning == meaning);
        let terms = Self {
            pay: Pay::of(columns),
            employment: at(Meaning::Employment),
            employments: Verdicts::new(),
            protection: at(Meaning::Protection),
            protections: Verdicts::new(),
            people: People::of(columns),
        };
        let nothing = terms.pay.is_none() && terms.employment.is_none() && terms.protection.is_none() && terms.people.is_none();
        (!nothing).then_some(terms)
    }

    /// The terms on the first day of the row. A cell that cannot be read counts as not given, and is noted.
    pub(super) fn read(&mut self, body: &mut Body, place: Place, day: Date, settled: bool) -> Result<Terms, Unsettled> {
        self.pay.read(|index| optional(body, place, Some(index), "amount", settled))?;
        let employment = self.employment(body, place, settled)?;
        let protection = self.protection.and_then(|index| {
            self.protections.on(body.cells.bytes(index), protection).unwrap_or_else(|()| {
                body.misfit(place, Kind::NotUnderstood, index, "yes_or_no");
                None
            })
        });
        let (born, group) = self.people.as_mut().map(|people| people.read(body, place, day)).unwrap_or_default();
        Ok(Terms { monthly_pay: self.pay.on(day, employment), employment, protection, born, group })
    }

    fn employment(&mut self, body: &mut Body, place: Place, settled: bool) -> Result<Option<Share>, Unsettled> {
        let Some(index) = self.employment else { return Ok(None) };
        let column = &body.columns()[index];
        match *self.employments.on(body.cells.bytes(index), |cell| employment(column, cell)) {
            Ok(share) => Ok(share),
            Err(_) if !settled => Err(Unsettled),
            Err(kind) => {
                body.misfit(place, kind, index, "share");
                Ok(None)
            }
        }
    }

    /// The next day, at most the last, from which on the row's pay is another, and the terms from then on.
    pub(super) fn next(&self, terms: Terms, day: Date, last: Date) -> Option<(Date, Terms)> {
        let from = self.pay.next_step(day, last)?;
        let mut next = Terms { monthly_pay: self.pay.on(from, terms.employment), ..terms };
        if let Some(born) = terms.born {
            next.group.age = Some(AgeGroup::of(from.year() - born));
        }
        Some((from, next))
    }
}

/// A number that the row can do without.
pub(super) fn optional(
    body: &mut Body,
    place: Place,
    index: Option<usize>,
    expected: &'static str,
    settled: bool,
) -> Result<Option<f64>, Unsettled> {
    let Some(index) = index else { return Ok(None) };
    match amount(&body.columns()[index], body.cell(index)) {
        Ok(Some(value)) if value < 0.0 => body.misfit(place, Kind::Negative, index, expected),
        Ok(value) => return Ok(value),
        Err(_) if !settled => return Err(Unsettled),
        Err(Unread::NotANumber) => body.misfit(place, Kind::NotANumber, index, expected),
        Err(Unread::Ambiguous) => {}
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Protection::{WithDeduction, WithoutDeduction};

    #[test]
    fn protections_are_read_in_each_form() {
        for (cell, expected) in [
            ("Ja", Ok(Some(WithoutDeduction))),
            ("x", Ok(Some(WithoutDeduction))),
            ("1", Ok(Some(WithoutDeduction))),
            ("Särskilt högriskskydd", Ok(Some(WithoutDeduction))),
            ("Ja, utan karensavdrag", Ok(Some(WithoutDeduction))),
            ("Inget karensavdrag", Ok(Some(WithoutDeduction))),
            ("Ja, med karensavdrag", Ok(Some(WithDeduction))),
            ("with deduction", Ok(Some(WithDeduction))),
            ("Nej", Ok(None)),
            ("Nej, karensavdrag görs", Ok(None)),
            ("Allmänt högriskskydd", Ok(None)),
            ("", Ok(None)),
            ("-", Ok(None)),
            ("2024-03-01", Err(())),
            ("kanske", Err(())),
        ] {
            assert_eq!(protection(cell), expected, "{cell:?}");
        }
    }
}
