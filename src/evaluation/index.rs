//! The trend as people paste it: a month and a value on each line, `2018-03 9,5`.

use crate::order;
use crate::quantity::Month;
use crate::read::{NumberForm, as_month, as_number};

/// A pasted trend.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    /// Each month once, in order, with a value above 0.
    pub values: Vec<(Month, f64)>,
    /// Lines that say something, below a heading: used + set aside.
    pub pasted: usize,
    /// Lines that could not be used: which, counted from 1, and why.
    pub set_aside: Vec<(usize, Aside)>,
}

/// Why a line was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It begins with no month of a year.
    NotAMonth,
    /// It has no number behind the month.
    NotANumber,
    /// The number is not above 0.
    NotPositive,
    /// The very same line stands there twice.
    Twice,
    /// Another line says something else of the month: both are set aside.
    Contradicted,
}

impl Aside {
    /// Its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotAMonth => "not_a_month",
            Self::NotANumber => "not_a_number",
            Self::NotPositive => "not_positive",
            Self::Twice => "twice",
            Self::Contradicted => "contradicted",
        }
    }
}

/// Reads a pasted trend. A heading may stand first; blank lines say nothing.
///
/// ```
/// use barkraft::evaluation::read_index;
/// let index = read_index("Månad\tSjukpenningtal\n2018-03\t9,5\nmars 2019;10.25\n2019-13 4\n");
/// assert_eq!(index.values.iter().map(|(month, value)| (month.to_string(), *value)).collect::<Vec<_>>(),
///     [("2018-03".to_string(), 9.5), ("2019-03".to_string(), 10.25)]);
/// assert_eq!((index.pasted, index.set_aside.len()), (3, 1));
/// ```
#[must_use]
pub fn read_index(text: &str) -> Index {
    let mut index = Index::default();
    let mut read: Vec<(usize, Month, f64)> = Vec::new();
    let mut first = true;
    for (line, text) in (1..).zip(text.lines().map(str::trim)).filter(|(_, text)| !text.is_empty()) {
        let (month, value) = halves(text);
        let (month, value) = (as_month(month), decimal(value));
        let heading = first && month.is_none() && value.is_none();
        first = false;
        if heading {
            continue;
        }
        index.pasted += 1;
        match (month, value) {
            (None, _) => index.set_aside.push((line, Aside::NotAMonth)),
            (_, None) => index.set_aside.push((line, Aside::NotANumber)),
            (_, Some(value)) if value <= 0.0 => index.set_aside.push((line, Aside::NotPositive)),
            (Some(month), Some(value)) => read.push((line, month, value)),
        }
    }
    keep(&mut index, &read);
    index
}

/// Keeps each month once, whatever the order of the lines.
fn keep(index: &mut Index, read: &[(usize, Month, f64)]) {
    for (at, (line, month, value)) in read.iter().enumerate() {
        #[allow(clippy::float_cmp)] // the same digits are the same number
        let other = read.iter().any(|(_, of, says)| of == month && says != value);
        let earlier = read.iter().take(at).any(|(_, of, _)| of == month);
        match (other, earlier) {
            (true, _) => index.set_aside.push((*line, Aside::Contradicted)),
            (false, true) => index.set_aside.push((*line, Aside::Twice)),
            (false, false) => index.values.push((*month, *value)),
        }
    }
    let key = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    index.set_aside = order::sorted(std::mem::take(&mut index.set_aside), |(line, _)| key(*line));
    index.values = order::sorted(std::mem::take(&mut index.values), |(month, _)| u32::try_from(month.number()).unwrap_or(0));
}

/// A line in two: at a tab or semicolon, else before its last word, else at its first comma.
fn halves(line: &str) -> (&str, &str) {
    let cut = line.split_once(['\t', ';']).or_else(|| line.rsplit_once(char::is_whitespace)).or_else(|| line.split_once(','));
    let (month, value) = cut.unwrap_or((line, ""));
    (month.trim(), value.trim_matches(|char: char| char.is_whitespace() || char == ';'))
}

/// A number with decimals behind its comma, or its point where it has no comma: an index has no thousands.
fn decimal(cell: &str) -> Option<f64> {
    let form = if cell.rfind(',') > cell.rfind('.') { NumberForm::DecimalComma } else { NumberForm::DecimalPoint };
    as_number(cell, form).filter(|value| value.is_finite())
}
