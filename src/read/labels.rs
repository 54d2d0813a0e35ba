//! What the rows of a crosstab measure, where they and not the columns say so: `Sjukfrånvaro tim`, `Antal anställda`.

use super::amount::Numbers;
use super::columns::Column;
use super::headings::{self, Measure, Sense, Span};
use super::rows::Body;
use super::{Meaning, MonthRecord, number};
use crate::note::Kind;
use crate::quantity::{HOURS_PER_NET_DAY, Hours, Sek, Share};

/// What the values of a row measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Label {
    meaning: Meaning,
    /// By what amounts are to be multiplied.
    factor: f64,
    /// Bare shares are fractions.
    fraction: bool,
}

/// What the label of the present row says; `values` are the columns of its values.
pub(super) fn of(body: &Body, index: usize, values: &[usize]) -> Result<Label, Kind> {
    let text = body.cell(index);
    let cells = || values.iter().map(|&index| body.cell(index)).filter(|cell| !number::is_nothing(cell));
    let meaning = match headings::know(text).map(|known| known.sense) {
        Some(Sense::Is(Meaning::Extent)) => Meaning::Rate,
        Some(Sense::Is(meaning)) if meaning.is_measure() => meaning,
        Some(Sense::Measured(span, measure)) => measure.of(span),
        Some(Sense::Unmeasured(span)) => {
            let unit = cells().find_map(|cell| number::unit(cell).and_then(Measure::from_unit));
            unit.map(|measure| measure.of(span)).ok_or(Kind::UnknownMeasure)?
        }
        _ => return Err(Kind::NotData),
    };
    let bare = |cell| matches!(number::part(cell), Some(number::Part::Bare(value)) if value > 1.0);
    let fraction = meaning.is_share() && !headings::says_percent(text) && !cells().any(bare);
    Ok(Label { meaning, factor: headings::factor(text), fraction })
}

impl Label {
    /// A value of the row; `Ok(None)` where the cell says nothing.
    pub(super) fn value(self, column: &Column, cell: &str) -> Result<Option<f64>, Kind> {
        if number::is_nothing(cell) {
            return Ok(None);
        }
        let Self { meaning, factor, fraction } = self;
        let numbers = Numbers { meaning, factor, fraction, ..column.numbers() };
        if meaning.is_share() {
            let share = numbers.share(cell).ok_or(Kind::NotANumber)?;
            return if share <= 1.0 { Ok(Some(share)) } else { Err(Kind::ShareOutOfRange) };
        }
        Ok(numbers.amount(cell)?)
    }

    /// Puts the value where it belongs.
    pub(super) fn put(self, record: &mut MonthRecord, value: f64) {
        let Some((measure, span)) = measured(self.meaning) else {
            match self.meaning {
                Meaning::ScheduledHours => record.scheduled_hours = Some(Hours(value)),
                Meaning::Headcount => record.headcount = Some(value),
                Meaning::SpellCount => record.spells = Some(value),
                Meaning::MonthlyPay => record.monthly_pay = Some(Sek(value)),
                Meaning::SickPay => record.sick_pay = Some(Sek(value)),
                Meaning::Replacement => record.replacement = Some(Sek(value)),
                Meaning::SixtyShare => record.sixty_share = Some(Share(value)),
                _ => {}
            }
            return;
        };
        if measure == Measure::Rate {
            let place = match span {
                Span::Total => &mut record.rate,
                Span::Short => &mut record.short_rate,
                Span::SIXTY => &mut record.sixty_rate,
                _ => &mut record.long_rate,
            };
            *place = Some(Share(value));
            return;
        }
        let place = match span {
            Span::Total => &mut record.hours,
            Span::Short => &mut record.short_hours,
            Span::SIXTY => &mut record.sixty_hours,
            _ => &mut record.long_hours,
        };
        *place = Some(if measure == Measure::Days { Hours(value * HOURS_PER_NET_DAY) } else { Hours(value) });
    }
}

/// The measure and span of absence that the meaning is.
fn measured(meaning: Meaning) -> Option<(Measure, Span)> {
    let spans = [Span::Total, Span::Short, Span::Long, Span::SIXTY];
    let all = Measure::ALL.into_iter().flat_map(|measure| spans.map(|span| (measure, span)));
    all.into_iter().find(|(measure, span)| measure.of(*span) == meaning)
}
