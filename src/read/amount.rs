//! Cells of a column as amounts and shares, by what the column is of and how it is written.

use super::columns::Column;
use super::number::{self, Unit};
use super::{Meaning, NumberForm};
use crate::note::Kind;

/// Why an amount could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// Two conventions fit, and the user has not yet said which.
    Ambiguous,
    /// It is no number, or not one of this meaning.
    NotANumber,
}

impl From<Unread> for Kind {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Ambiguous => Self::AmbiguousNumber,
            Unread::NotANumber => Self::NotANumber,
        }
    }
}

/// What numbers are of, and how they are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    pub meaning: Meaning,
    pub form: Option<NumberForm>,
    /// Two conventions fit.
    pub ambiguous: bool,
    /// By what bare amounts are to be multiplied.
    pub factor: f64,
    /// Bare shares are fractions, not per cent.
    pub fraction: bool,
}

impl Numbers {
    /// The (trimmed) cell as an amount; `Ok(None)` where it says nothing.
    pub(super) fn amount(self, cell: &str) -> Result<Option<f64>, Unread> {
        use NumberForm::{DecimalComma, DecimalPoint};
        if number::is_nothing(cell) {
            return Ok(None);
        }
        let read = if let Some(form) = self.form {
            number::parse(cell, form)
        } else {
            // whole numbers mean the same by either convention; anything else waits for a decision
            let comma = number::parse(cell, DecimalComma);
            let same = cell.bytes().all(|byte| byte.is_ascii_digit()) || comma == number::parse(cell, DecimalPoint);
            if !same && self.ambiguous {
                return Err(Unread::Ambiguous);
            }
            comma.filter(|_| same)
        };
        let hours = matches!(
            self.meaning,
            Meaning::Hours | Meaning::ShortHours | Meaning::LongHours | Meaning::SixtyHours | Meaning::ScheduledHours
        );
        let Some(read) = read else {
            return number::clock(cell).filter(|_| hours).map(Some).ok_or(Unread::NotANumber);
        };
        let fits = match read.unit {
            Unit::Bare => {
                let value = read.value * self.factor;
                return if value.abs() <= number::LARGEST { Ok(Some(value)) } else { Err(Unread::NotANumber) };
            }
            Unit::Percent => false,
            Unit::Kronor => matches!(self.meaning, Meaning::MonthlyPay | Meaning::ActualPay | Meaning::SickPay | Meaning::Replacement),
            Unit::Hours => hours,
            Unit::Days => matches!(self.meaning, Meaning::Days | Meaning::ShortDays | Meaning::LongDays | Meaning::SixtyDays),
            Unit::Pieces => matches!(self.meaning, Meaning::Headcount | Meaning::SpellCount),
        };
        if fits { Ok(Some(read.value)) } else { Err(Unread::NotANumber) }
    }

    /// The (trimmed) cell as a share.
    pub(super) fn share(self, cell: &str) -> Option<f64> {
        match number::part(cell)? {
            number::Part::Share(share) => Some(share),
            number::Part::Bare(value) if self.fraction => Some(value),
            number::Part::Bare(value) => Some(number::hundredth(value)),
        }
    }
}

/// The (trimmed) cell of a column of numbers; `Ok(None)` where it says nothing.
pub(super) fn amount(column: &Column, cell: &str) -> Result<Option<f64>, Unread> {
    column.numbers().amount(cell)
}

/// The (trimmed) cell of a column of shares.
pub(super) fn share(column: &Column, cell: &str) -> Option<f64> {
    column.numbers().share(cell)
}
