//! Pasted answers, one person a line: affected by health problems, how much, affected by the work environment, how much.

use super::{HIGHEST_EFFECT, Pair, Problems};
use crate::quantity::Share;
use crate::read::{NumberForm, as_number};

/// Pasted answers. Of a person nothing is kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// Lines that say something, below a heading: used + set aside.
    pub pasted: usize,
    /// Lines used: people who answered.
    pub used: usize,
    /// Lines that could not be used: which, counted from 1, and why.
    pub set_aside: Vec<(usize, Aside)>,
    health: Sum,
    environment: Sum,
}

/// Why a line was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It has not the two pairs of answers.
    Cells,
    /// A question of yes or no has another answer.
    YesOrNo,
    /// Yes, without how much.
    NoEffect,
    /// An effect that is no number from 0 to 10.
    Effect,
    /// No, and yet an effect.
    NoAndEffect,
}

/// What was answered to a pair of questions, all people together.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Sum {
    affected: f64,
    effect: f64,
}

/// What one person answered to a pair: the effect, if affected.
type One = Option<f64>;

const YES: &str = "ja|j|yes|y|1|true|sant";
const NO: &str = "nej|n|no|0|false|falskt";

impl Aside {
    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cells => "cells",
            Self::YesOrNo => "yes_or_no",
            Self::NoEffect => "no_effect",
            Self::Effect => "effect",
            Self::NoAndEffect => "no_and_effect",
        }
    }
}

impl Sum {
    fn add(&mut self, one: One) {
        if let Some(effect) = one {
            self.affected += 1.0;
            self.effect += effect;
        }
    }

    fn pair(self, people: f64) -> Pair {
        let effect = if self.affected > 0.0 { self.effect / self.affected } else { 0.0 };
        Pair { affected: Share(self.affected / people), effect }
    }
}

impl Answers {
    /// The share of those who answered that is affected, and the mean effect among these; nothing when nobody answered.
    #[must_use]
    pub fn problems(&self) -> Problems {
        #[allow(clippy::cast_precision_loss)]
        let people = self.used as f64;
        let pair = |sum: Sum| (self.used > 0).then(|| sum.pair(people));
        Problems { health: pair(self.health), environment: pair(self.environment) }
    }
}

/// Reads pasted answers. A heading may stand first; blank lines say nothing.
///
/// ```
/// use barkraft::productivity::read_answers;
/// let answers = read_answers("Hälsa;Hur mycket;Miljö;Hur mycket\nja;4;nej;\n1\t6\t0\t0\nyes 2 no 0\nkanske;3;nej;\n");
/// assert_eq!((answers.pasted, answers.used, answers.set_aside.len()), (4, 3, 1));
/// let health = answers.problems().health.unwrap();
/// assert_eq!((health.affected.0, health.effect), (1.0, 4.0));
/// ```
#[must_use]
pub fn read_answers(text: &str) -> Answers {
    let mut answers = Answers::default();
    let mut first = true;
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let cells = cells(text);
        let heading = first && !cells.iter().any(|cell| yes_or_no(cell).is_ok() || effect(cell).is_some());
        first = false;
        if heading {
            continue;
        }
        answers.pasted += 1;
        match person(&cells) {
            Ok((health, environment)) => {
                answers.used += 1;
                answers.health.add(health);
                answers.environment.add(environment);
            }
            Err(aside) => answers.set_aside.push((line, aside)),
        }
    }
    answers
}

/// The cells of a line: at tabs, else at semicolons, else at blanks and commas.
fn cells(line: &str) -> Vec<&str> {
    if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else if line.contains(';') {
        line.split(';').map(str::trim).collect()
    } else {
        line.split(|char: char| char.is_whitespace() || char == ',').filter(|cell| !cell.is_empty()).collect()
    }
}

/// Both pairs of a line. Where an effect is left out after a no, the next answer may stand in its place.
fn person(cells: &[&str]) -> Result<(One, One), Aside> {
    let (health, rest) = pair(cells)?;
    let (environment, rest) = pair(rest)?;
    if rest.iter().all(|cell| cell.is_empty()) { Ok((health, environment)) } else { Err(Aside::Cells) }
}

fn pair<'a, 'b>(cells: &'a [&'b str]) -> Result<(One, &'a [&'b str]), Aside> {
    let [answer, rest @ ..] = cells else { return Err(Aside::Cells) };
    let affected = yes_or_no(answer)?;
    let (said, behind) = match rest {
        // The next question, answered by a word.
        [next, ..] if effect(next).is_none() && yes_or_no(next).is_ok() => ("", rest),
        [said, behind @ ..] => (*said, behind),
        [] => ("", rest),
    };
    let effect = match (said, effect(said)) {
        ("" | "-" | "–", _) => None,
        (_, None) => return Err(Aside::Effect),
        (_, effect) => effect,
    };
    match (affected, effect) {
        (true, None) => Err(Aside::NoEffect),
        (true, effect) => Ok((effect, behind)),
        (false, Some(effect)) if effect > 0.0 => Err(Aside::NoAndEffect),
        (false, _) => Ok((None, behind)),
    }
}

fn yes_or_no(cell: &str) -> Result<bool, Aside> {
    let is = |words: &str| words.split('|').any(|word| word.eq_ignore_ascii_case(cell));
    if is(YES) {
        Ok(true)
    } else if is(NO) {
        Ok(false)
    } else {
        Err(Aside::YesOrNo)
    }
}

fn effect(cell: &str) -> Option<f64> {
    let form = if cell.contains(',') { NumberForm::DecimalComma } else { NumberForm::DecimalPoint };
    as_number(cell, form).filter(|effect| (0.0..=HIGHEST_EFFECT).contains(effect))
}
