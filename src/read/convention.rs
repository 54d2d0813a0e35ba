//! By which convention each column is read: decimal sign, order of dates, fraction or per cent. One per column, found from
//! the whole of it. Where two fit and no value decides, the column is marked ambiguous and the user is asked.

use super::columns::Column;
use super::date;
use super::meaning::{Content, Meaning};
use super::number::{self, Part};
use super::text::shown;
use super::{DateForm, NumberForm};

/// So many samples are shown.
const SAMPLES: usize = 3;

/// What the cells of a column speak for.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Cells that are not blank.
    pub filled: u32,
    comma: u32,
    point: u32,
    year_first: u32,
    /// Of these, the ones that no other column would know: `240301`.
    short_years: u32,
    day_first: u32,
    month_first: u32,
    either_date: u32,
    serial: u32,
    no_date: u32,
    /// The largest bare number of a column of shares, and how many are no more than 1, and more.
    largest: f64,
    small: u32,
    large: u32,
    /// A cell says `%` or `1/4` itself.
    says_share: bool,
    /// The first cell that fits two conventions with different results, and how many do.
    pub example: Option<String>,
    pub undecided: u32,
    /// The first date that can only be read month first.
    pub month_first_example: Option<String>,
    /// Different values from the top, as they may be shown.
    pub samples: Vec<String>,
}

impl Tally {
    /// Counts a cell.
    pub(super) fn see(&mut self, column: &Column, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        if self.samples.len() < SAMPLES && !number::is_nothing(cell) {
            let text = column.shown(cell);
            if !self.samples.contains(&text) {
                self.samples.push(text);
            }
        }
        match column.meaning.content() {
            Content::Number => self.see_number(cell),
            Content::Date => self.see_date(cell),
            Content::Share => self.see_share(cell),
            Content::Text | Content::Month => {}
        }
    }

    fn see_number(&mut self, cell: &str) {
        match number::fit(cell) {
            number::Fit::Comma => self.comma += 1,
            number::Fit::Point => self.point += 1,
            number::Fit::Either => self.keep(cell),
            number::Fit::Nothing | number::Fit::Same | number::Fit::Neither => {}
        }
    }

    fn see_date(&mut self, cell: &str) {
        match date::fit(cell) {
            date::Fit::Only(DateForm::YearFirst) => {
                self.year_first += 1;
                self.short_years += u32::from(!date::has_whole_year(cell));
            }
            date::Fit::Only(DateForm::DayFirst) => self.day_first += 1,
            date::Fit::Only(DateForm::MonthFirst) => {
                self.month_first += 1;
                self.month_first_example.get_or_insert_with(|| shown(cell));
            }
            date::Fit::Only(DateForm::Serial) => self.serial += 1,
            date::Fit::Same => self.either_date += 1,
            date::Fit::DayOrMonthFirst => {
                self.either_date += 1;
                self.keep(cell);
            }
            date::Fit::Neither if date::is_open(cell.as_bytes()) => {}
            date::Fit::Neither => self.no_date += 1,
        }
    }

    fn see_share(&mut self, cell: &str) {
        match number::part(cell) {
            Some(Part::Bare(value)) => {
                self.largest = self.largest.max(value);
                self.small += u32::from(value > 0.0 && value <= 1.0);
                self.large += u32::from(value > 1.0);
            }
            Some(Part::Share(_)) => self.says_share = true,
            None => return,
        }
        if cell.contains(',') {
            self.comma += 1;
        } else if cell.contains('.') {
            self.point += 1;
        }
    }

    fn keep(&mut self, cell: &str) {
        self.example.get_or_insert_with(|| shown(cell));
        self.undecided += 1;
    }

    /// Decides how the column is read.
    pub(super) fn settle(&self, column: &mut Column) {
        column.ambiguous = false;
        column.samples.clone_from(&self.samples);
        match column.meaning.content() {
            Content::Number => {
                let typed = column.typed.then_some(NumberForm::DecimalPoint).filter(|_| self.example.is_some());
                column.number = column.number_chosen.or(self.number()).or(typed);
                column.ambiguous = column.number.is_none() && self.example.is_some();
            }
            Content::Share => {
                column.number = column.number_chosen.or(self.number());
                // an extent or a post of one per cent or less does not occur: the most of them tell; a rate of it does
                column.fraction = match column.meaning {
                    Meaning::Extent | Meaning::Employment => self.small >= self.large,
                    _ => !(self.says_share || column.says_percent) && self.largest <= 1.0,
                };
            }
            Content::Date => {
                column.date = column.date_chosen.or(self.date());
                column.ambiguous = column.date_chosen.is_none() && self.is_undecided() && self.example.is_some();
            }
            Content::Text | Content::Month => {}
        }
    }

    /// Takes in what the cells of another column of the same kind speak for.
    fn join(&mut self, other: &Self) {
        self.comma += other.comma;
        self.point += other.point;
        self.largest = self.largest.max(other.largest);
        self.says_share |= other.says_share;
        self.undecided += other.undecided;
        if self.example.is_none() {
            self.example.clone_from(&other.example);
        }
    }

    fn number(&self) -> Option<NumberForm> {
        match (self.comma, self.point) {
            (0, 0) => None,
            (comma, point) if comma >= point => Some(NumberForm::DecimalComma),
            _ => Some(NumberForm::DecimalPoint),
        }
    }

    /// The order of most dates. Where one of them could be read in two ways, it is one of these two: the others are read in any column.
    fn date(&self) -> Option<DateForm> {
        let year_last = self.day_first + self.month_first + self.either_date;
        if self.serial > self.year_first + year_last + self.no_date {
            Some(DateForm::Serial)
        } else if year_last > self.year_first || self.undecided > self.short_years {
            Some(if self.month_first > self.day_first { DateForm::MonthFirst } else { DateForm::DayFirst })
        } else {
            (self.year_first > 0).then_some(DateForm::YearFirst)
        }
    }

    /// Day or month may stand first, for all that this column says.
    fn is_undecided(&self) -> bool {
        self.date() == Some(DateForm::DayFirst) && self.day_first == 0
    }

    /// Day or month stands first, and this column says which.
    fn decided(&self) -> Option<DateForm> {
        self.date().filter(|form| matches!(form, DateForm::DayFirst | DateForm::MonthFirst) && !self.is_undecided())
    }
}

/// Decides for all columns. A column of dates that does not decide follows the one beside it: the same program wrote both.
pub(super) fn settle(columns: &mut [Column], tallies: &[Tally]) {
    let dated = |column: &Column| column.meaning.content() == Content::Date;
    let decided = columns.iter().zip(tallies).filter(|(column, _)| dated(column)).find_map(|(column, tally)| {
        column.date_chosen.filter(|form| matches!(form, DateForm::DayFirst | DateForm::MonthFirst)).or(tally.decided())
    });
    let joined: Vec<(Meaning, Tally)> = across(columns, tallies);
    for (column, tally) in columns.iter_mut().zip(tallies) {
        tally.settle(column);
        if let Some((_, all)) = joined.iter().find(|(meaning, _)| column.across.is_some() && *meaning == column.meaning) {
            let samples = std::mem::take(&mut column.samples);
            all.settle(column);
            column.samples = samples;
        }
        if dated(column) && column.date_chosen.is_none() && tally.is_undecided() && decided.is_some() {
            column.date = decided;
            column.ambiguous = false;
        }
    }
}

/// The months of a crosstab were written by one program: what all columns of a measure speak for.
fn across(columns: &[Column], tallies: &[Tally]) -> Vec<(Meaning, Tally)> {
    let mut joined: Vec<(Meaning, Tally)> = Vec::new();
    for (column, tally) in columns.iter().zip(tallies).filter(|(column, _)| column.across.is_some()) {
        match joined.iter_mut().find(|(meaning, _)| *meaning == column.meaning) {
            Some((_, all)) => all.join(tally),
            None => joined.push((column.meaning, tally.clone())),
        }
    }
    joined
}
