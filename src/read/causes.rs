//! The causes of a table: each value is judged once, by the user's word, else by the words in it.

use super::Choices;
use super::cause::{self, Cause};
use super::intern::Verdicts;
use super::layout::as_u32;
use super::rows::Body;
use super::table::Place;
use super::text::{fold, shown, trim};
use crate::note::{Kind, Note};

/// So many unknown causes are asked about one by one.
const ASKED: usize = 50;

/// The causes met so far.
#[derive(Debug)]
pub(super) struct Causes {
    /// What the user has said, in order; the last word counts.
    chosen: Vec<(String, bool)>,
    /// What each of those met is, and how many rows it holds.
    met: Verdicts<(Cause, u32)>,
}

impl Causes {
    pub(super) fn new(choices: &Choices) -> Self {
        let chosen = choices.causes.iter().map(|(text, sickness)| (key(text), *sickness)).collect();
        Self { chosen, met: Verdicts::new() }
    }

    /// Why a row with the (trimmed) cause cannot be used, if so.
    #[inline]
    fn refuse(&mut self, cell: &[u8]) -> Option<Kind> {
        let (cause, rows) = self.met.on(cell, |cell| (judge(&self.chosen, cell), 0));
        *rows += 1;
        match cause {
            Cause::Sickness => None,
            Cause::Other => Some(Kind::OtherCause),
            Cause::Unknown => Some(Kind::UnknownCause),
        }
    }

    /// Sets the present row aside because of the cause in this column, if it is one to be set aside.
    #[inline]
    pub(super) fn set_aside(&mut self, body: &mut Body, place: Place, index: usize) -> bool {
        if body.cells.len() <= index {
            body.aside_missing(place, index, "cause");
            return true;
        }
        let refused = self.refuse(body.cells.bytes(index));
        if let Some(kind) = refused {
            body.aside(place, kind, index, Some("sickness"));
        }
        refused.is_some()
    }

    /// A question for each cause that nobody has told us about.
    pub(super) fn ask(&self, column: Option<usize>, notes: &mut Vec<Note>) {
        let Some(column) = column.map(as_u32) else { return };
        let unknown = || self.met.all().filter(|(_, (cause, _))| *cause == Cause::Unknown);
        let question = Note::new(Kind::UnknownCause).column(column);
        notes.extend(unknown().take(ASKED).map(|(text, (_, rows))| question.clone().found(shown(text)).count(*rows)));
        let others: u32 = unknown().skip(ASKED).map(|(_, (_, rows))| rows).sum();
        if others > 0 {
            notes.push(question.count(others));
        }
    }
}

fn judge(chosen: &[(String, bool)], cell: &str) -> Cause {
    // the user answers to what was shown
    let said = |cell: &str| chosen.iter().rev().find(|(text, _)| *text == key(cell)).map(|&(_, sickness)| sickness);
    match said(cell).or_else(|| said(&shown(cell))) {
        Some(true) => Cause::Sickness,
        Some(false) => Cause::Other,
        None => cause::of(cell),
    }
}

fn key(text: &str) -> String {
    fold(trim(text))
}
