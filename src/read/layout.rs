//! Which kind of table it is, and which column then stands for what.

use super::across::{self, Across};
use super::columns::Column;
use super::families::{CALENDAR_DAYS, OF_ABSENCE};
use super::headings::{self, Measure, Sense, Span};
use super::text::shown;
use super::{Layout, Meaning};
use crate::note::{Kind, Note};

/// What a table lacks to be one we know: a key under `expected.` in the catalogue.
const LACKS_DATE_OR_MONTH: &str = "date_or_month";
const LACKS_FIRST_DAY: &str = "first_day";
const LACKS_LAST_DAY: &str = "last_day";
const LACKS_YEAR: &str = "year";
const LACKS_ABSENCE: &str = "absence";
const LACKS_MONTHS: &str = "months_not_years";

/// Finds the layout and leaves each meaning with one column (or several that add up).
pub(super) fn decide(columns: &mut [Column], titles: &str, units: Option<&[&str]>, notes: &mut Vec<Note>) -> Layout {
    name_first_day(columns);
    name_year(columns, titles, notes);
    let layout = match find(columns) {
        // a number of employees is of a month, and no day of absence
        Ok(Layout::Days) if is_about(columns) => Layout::Months,
        Ok(layout) => layout,
        Err(lacks) if lacks != LACKS_YEAR && is_about(columns) => Layout::Months,
        Err(lacks) => {
            notes.push(Note::new(Kind::NoLayout).expected(lacks));
            Layout::Unknown
        }
    };
    match layout {
        Layout::Months => months(columns, titles, units),
        Layout::Spells | Layout::Days => spells(columns),
        Layout::AboutUnits | Layout::Unknown => return layout,
    }
    let layout = if layout == Layout::Months && is_about(columns) { Layout::AboutUnits } else { layout };
    if layout == Layout::AboutUnits {
        latest_pay(columns);
    }
    for column in columns.iter_mut().filter(|column| !column.chosen && !is_used(layout, column.meaning)) {
        column.meaning = Meaning::Ignore;
    }
    one_each(columns, layout, notes);
    layout
}

/// The first day of a spell is the first day of its row, where the table has no other.
fn name_first_day(columns: &mut [Column]) {
    if columns.iter().any(|column| matches!(column.meaning, Meaning::From | Meaning::Date)) {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.meaning == Meaning::SpellStart && !column.chosen) {
        column.meaning = Meaning::From;
    }
}

/// Months without a year are of the year that the titles name, if it is one.
fn name_year(columns: &mut [Column], titles: &str, notes: &mut Vec<Note>) {
    let is_of_year = |column: &Column| {
        matches!(column.across, Some(Across::OfYear(_) | Across::PartOfYear(..)))
            || column.meaning == Meaning::MonthOfYear && column.across.is_none()
    };
    let has = |is: &dyn Fn(&Column) -> bool| columns.iter().any(is);
    let told = |column: &Column| matches!(column.across, Some(Across::Year(_))) || matches!(column.meaning, Meaning::Year | Meaning::Month);
    if !has(&is_of_year) || has(&told) {
        return;
    }
    let Some(year) = across::only_year(titles) else { return };
    for column in columns.iter_mut().filter(|column| is_of_year(column)) {
        column.across = column.across.map(|across| across.in_year(year));
        column.year = Some(year);
    }
    notes.push(Note::new(Kind::YearFromTitle).found(year.to_string()));
}

fn find(columns: &[Column]) -> Result<Layout, &'static str> {
    let has = |meaning| columns.iter().any(|column| column.meaning == meaning);
    let is_absence = |column: &Column| column.meaning.is_absence() || column.meaning == Meaning::Extent && column.says_percent;
    let absence = columns.iter().any(|column| is_absence(column) || column.unmeasured.is_some());
    // what only a table of sums has
    let sums = [Meaning::Rate, Meaning::ScheduledHours, Meaning::Headcount, Meaning::ShortHours, Meaning::LongHours];
    let month = has(Meaning::Month) || has(Meaning::Year) && has(Meaning::MonthOfYear);
    let dated = |column: &Column| column.meaning == Meaning::MonthOfYear && column.year.is_some();
    let month = month || columns.iter().any(dated);
    if columns.iter().any(|column| column.across.is_some()) {
        let of_year = |column: &Column| matches!(column.across, Some(Across::OfYear(_) | Across::PartOfYear(..)));
        return if has(Meaning::Year) || !columns.iter().any(of_year) { Ok(Layout::Months) } else { Err(LACKS_YEAR) };
    }
    let absence = absence || has(Meaning::Measure) && has(Meaning::Values);
    let date = has(Meaning::Date);
    let is_of_days = |column: &Column| headings::has(&column.heading, CALENDAR_DAYS);
    match (has(Meaning::From), has(Meaning::To)) {
        (true, true) => Ok(Layout::Spells),
        (false, _) if absence && !has(Meaning::Employee) && (month || date && sums.into_iter().any(has)) => Ok(Layout::Months),
        // a first day and a number of days: which days they are, nobody says
        (true, false) if !date && (has(Meaning::Days) || columns.iter().any(is_of_days)) => Err(LACKS_LAST_DAY),
        (true, false) => Ok(Layout::Days),
        (false, false) if date => Ok(Layout::Days),
        (false, false) if month && absence => Ok(Layout::Months),
        (false, true) => Err(LACKS_FIRST_DAY),
        (false, false) if month => Err(LACKS_ABSENCE),
        (false, false) if has(Meaning::MonthOfYear) => Err(LACKS_YEAR),
        (false, false) if absence && has(Meaning::Year) => Err(LACKS_MONTHS),
        (false, false) if across::has_years_only(columns.iter().map(|column| column.heading.as_str())) => Err(LACKS_MONTHS),
        (false, false) => Err(LACKS_DATE_OR_MONTH),
    }
}

/// Of pays from one day on and from another the latest, where no month tells which of them holds.
fn latest_pay(columns: &mut [Column]) {
    let is_pay = |column: &Column| column.meaning == Meaning::MonthlyPay && column.across.is_none();
    let latest = columns.iter().filter(|column| is_pay(column)).filter_map(|column| column.since).max();
    let dated = |column: &Column| column.across.is_some() || matches!(column.meaning, Meaning::Month | Meaning::MonthOfYear);
    if columns.iter().any(dated) {
        return;
    }
    for column in columns.iter_mut().filter(|column| is_pay(column) && !column.chosen && column.since < latest) {
        column.meaning = Meaning::Ignore;
    }
}

/// Whether the columns say what units are, and nothing of absence.
pub(super) fn is_about(columns: &[Column]) -> bool {
    let any = |is: &dyn Fn(Meaning) -> bool| columns.iter().any(|column| is(column.meaning));
    let of_absence = |meaning: Meaning| {
        use Meaning::{Cause, Employee, Extent, From, Measure, Replacement, SickPay, SpellCount, SpellStart, To, Values};
        let others = [Cause, Employee, Extent, From, Measure, Replacement, SickPay, SpellCount, SpellStart, To, Values];
        others.contains(&meaning) || meaning.is_measure() && !meaning.is_about()
    };
    let of_whom = |meaning| matches!(meaning, Meaning::Unit | Meaning::Department | Meaning::Month | Meaning::MonthOfYear | Meaning::Date);
    let whole = !any(&of_absence) && columns.iter().all(|column| column.unmeasured.is_none());
    // days may tell of scheduled hours and pay as well, but not of how many people there are
    let dated = !any(&|meaning| meaning == Meaning::Date) || any(&|meaning| meaning == Meaning::Headcount);
    whole && dated && any(&Meaning::is_about) && (any(&of_whom) || columns.iter().any(|column| column.across.is_some()))
}

const fn is_used(layout: Layout, meaning: Meaning) -> bool {
    use Meaning::{
        ActualPay, Age, Cause, Date, Days, Department, Employee, Employment, Extent, From, Headcount, Hours, Ignore, Measure, Month,
        MonthOfYear, MonthlyPay, Protection, Replacement, ScheduledHours, Sex, SickPay, SixtyShare, SpellCount, SpellStart, To, Unit,
        Values, Year,
    };
    match meaning {
        _ if matches!(layout, Layout::AboutUnits) => {
            matches!(meaning, Ignore | Unit | Department | Month | Year | MonthOfYear) || meaning.is_about()
        }
        Ignore | Employee | Unit | Department | Cause | MonthlyPay | SickPay | Replacement | Hours | ScheduledHours | Sex | Age => true,
        ActualPay | Employment | Protection | SpellStart => matches!(layout, Layout::Spells | Layout::Days),
        From | To | Days | Extent if matches!(layout, Layout::Spells) => true,
        From | Date | Extent if matches!(layout, Layout::Days) => true,
        Month | Year | MonthOfYear | Headcount | SpellCount | SixtyShare | Measure | Values => matches!(layout, Layout::Months),
        _ => matches!(layout, Layout::Months) && (meaning.is_absence() || meaning.is_sixty()),
    }
}

/// In a table of spells a percentage of absence is an extent.
fn spells(columns: &mut [Column]) {
    let has_extent = columns.iter().any(|column| column.meaning == Meaning::Extent);
    for column in columns.iter_mut().filter(|column| !column.chosen) {
        column.unmeasured = None;
        if column.meaning == Meaning::Rate && !has_extent {
            column.meaning = Meaning::Extent;
        }
    }
    let has = |meaning| columns.iter().any(|column| column.meaning == meaning);
    let (has_from, has_hours, has_employment) = (has(Meaning::From), has(Meaning::Hours), has(Meaning::Employment));
    let several_extents = columns.iter().filter(|column| column.meaning == Meaning::Extent).count() > 1;
    for column in columns.iter_mut().filter(|column| !column.chosen) {
        match column.meaning {
            Meaning::Date if has_from => column.meaning = Meaning::Ignore,
            // the hours are there already
            Meaning::ScheduledHours if has_hours => column.meaning = Meaning::Ignore,
            // beside an extent it is that of the post
            Meaning::Extent if several_extents && !has_employment && column.heading.eq_ignore_ascii_case("fte") => {
                column.meaning = Meaning::Employment;
            }
            _ => {}
        }
    }
}

/// In a table of months a percentage is a rate, a date is a month, and short and long are in what the other columns are in.
fn months(columns: &mut [Column], titles: &str, units: Option<&[&str]>) {
    let has = |columns: &[Column], meaning| columns.iter().any(|column| column.meaning == meaning);
    let (has_rate, has_month) = (has(columns, Meaning::Rate), has(columns, Meaning::Month));
    let has_parts = has(columns, Meaning::MonthOfYear) && has(columns, Meaning::Year);
    for column in columns.iter_mut().filter(|column| !column.chosen) {
        match column.meaning {
            Meaning::Extent if !has_rate && column.says_percent => column.meaning = Meaning::Rate,
            Meaning::Date if !has_month && !has_parts => column.meaning = Meaning::Month,
            Meaning::MonthOfYear if has_month => column.meaning = Meaning::Ignore,
            _ => {}
        }
    }
    crosstab(columns);
    for (index, column) in columns.iter_mut().enumerate() {
        let below = units.and_then(|units| units.get(index)).and_then(|unit| headings::measure(unit));
        if let (Some(span), Some(measure)) = (column.unmeasured, below) {
            column.unmeasured = None;
            column.meaning = measure.of(span);
        }
    }
    let others = measure_of_others(columns);
    if let Some(meaning) = about(titles).filter(|_| others.is_none()) {
        for column in columns.iter_mut().filter(|column| column.across.is_some() && column.unmeasured.is_some()) {
            column.unmeasured = None;
            column.meaning = meaning;
        }
    }
    if let Some(measure) = others.or_else(|| headings::measure(titles)) {
        for column in columns.iter_mut() {
            if let Some(span) = column.unmeasured.take() {
                column.meaning = measure.of(span);
            }
        }
    }
    long(columns);
}

/// What the titles say of units, if they say nothing of absence: `Antal anställda`.
fn about(titles: &str) -> Option<Meaning> {
    let known = headings::know(titles).filter(|_| !headings::has(titles, OF_ABSENCE))?;
    if let Sense::Is(meaning) = known.sense { Some(meaning).filter(|meaning| meaning.is_about()) } else { None }
}

/// In a crosstab, absence that stands in no month is a sum over them; and values need a measure, as measures need values.
fn crosstab(columns: &mut [Column]) {
    let has = |columns: &[Column], meaning| columns.iter().any(|column| column.meaning == meaning);
    let (measures, values) = (has(columns, Meaning::Measure), has(columns, Meaning::Values));
    let across = columns.iter().any(|column| column.across.is_some());
    for column in columns.iter_mut().filter(|column| !column.chosen) {
        match column.meaning {
            Meaning::Measure if !values => column.meaning = Meaning::Ignore,
            Meaning::Values if !measures => column.meaning = Meaning::Ignore,
            // beside values each column but those of the row as a whole says the same in another way
            meaning if column.across.is_none() && (across || measures && values) => {
                let of_sum = meaning.is_measure() && !matches!(meaning, Meaning::Headcount | Meaning::MonthlyPay);
                if of_sum || column.unmeasured.take().is_some() {
                    column.meaning = Meaning::Ignore;
                    column.outdone = true;
                }
            }
            _ => {}
        }
    }
}

/// The only measure among the columns of absence that name one.
fn measure_of_others(columns: &[Column]) -> Option<Measure> {
    let of = |column: &Column| Measure::ALL.into_iter().find(|measure| is_in(column.meaning, *measure));
    let mut measures = columns.iter().filter_map(of);
    let first = measures.next()?;
    measures.all(|measure| measure == first).then_some(first)
}

fn is_in(meaning: Meaning, measure: Measure) -> bool {
    [Span::Total, Span::Short, Span::Long, Span::SIXTY].into_iter().any(|span| measure.of(span) == meaning)
}

/// Parts of the long absence (`dag 15-59`, `dag 60-`) add up, unless a column has all of it, or the part from day 15 is missing.
fn long(columns: &mut [Column]) {
    for meaning in [Meaning::LongHours, Meaning::LongDays, Meaning::LongRate] {
        let long = || columns.iter().filter(|column| column.meaning == meaning);
        let whole = long().any(|column| column.chosen || column.part().is_none());
        let begins = long().any(|column| column.part().is_some_and(|(first, _)| first == 15));
        if whole || !begins {
            for column in columns.iter_mut().filter(|column| column.meaning == meaning && !column.chosen && column.part().is_some()) {
                column.meaning = Meaning::Ignore;
            }
        }
    }
}

/// Where two columns have one meaning: what the user chose, else the better heading, else the first.
fn one_each(columns: &mut [Column], layout: Layout, notes: &mut Vec<Note>) {
    let mut periods: Vec<Option<Across>> = vec![None];
    for across in columns.iter().map(|column| column.across) {
        if !periods.contains(&across) {
            periods.push(across);
        }
    }
    let meanings = Meaning::ALL.iter().filter(|&&meaning| meaning != Meaning::Ignore);
    for (&meaning, &across) in meanings.flat_map(|meaning| periods.iter().map(move |across| (meaning, across))) {
        let is_one = |column: &Column| column.meaning == meaning && column.across == across;
        let all: Vec<usize> = (0..columns.len()).filter(|&index| is_one(&columns[index])).collect();
        let Some(&first) = all.iter().min_by_key(|&&index| (!columns[index].chosen, columns[index].rank(), index)) else { continue };
        for &index in all.iter().filter(|&&index| index != first) {
            let (column, best) = (&columns[index], &columns[first]);
            let together = meaning.adds_up() && column.chosen == best.chosen && column.part().is_some() == best.part().is_some();
            if together && (column.chosen || column.part().is_some()) {
                continue;
            }
            // pay as it was from one day on, and from another
            let is_pay = matches!(meaning, Meaning::MonthlyPay | Meaning::ActualPay);
            let twin = |&other: &usize| (other < index || other == first) && other != index && columns[other].since == column.since;
            if is_pay && column.since.is_some() && best.since.is_some() && !all.iter().any(twin) {
                continue;
            }
            // a number of the employee beside the name is no question, nor are days that are not used
            let clear = column.chosen != best.chosen
                || meaning == Meaning::Employee && column.rank() != best.rank()
                || meaning == Meaning::Days && layout == Layout::Spells;
            if !clear {
                notes.push(Note::new(Kind::TwoColumns).column(as_u32(index)).other(as_u32(first)).found(shown(&column.heading)));
            }
            columns[index].meaning = Meaning::Ignore;
            columns[index].outdone = true;
        }
    }
}

/// Columns that mean nothing to us, and those of absence whose measure is unknown.
pub(super) fn note_unused(columns: &[Column], layout: Layout, notes: &mut Vec<Note>) {
    let named = |index: usize| {
        let note = Note::new(Kind::UnknownMeasure).column(as_u32(index)).found(shown(&columns[index].heading));
        note.expected(columns[index].unmeasured.map_or("measure", spanned))
    };
    if layout == Layout::Months {
        let unmeasured = |index: &usize| columns[*index].unmeasured.is_some();
        let across = |index: &usize| columns[*index].across.is_some();
        notes.extend((0..columns.len()).filter(|index| unmeasured(index) && !across(index)).map(named));
        // one answer does for all months of a crosstab
        notes.extend((0..columns.len()).find(|index| unmeasured(index) && across(index)).map(named));
    }
    let unused = |column: &&Column| column.meaning == Meaning::Ignore && !column.heading.is_empty() && column.unmeasured.is_none();
    let unsaid = |column: &&Column| !(column.chosen || column.private || column.outdone);
    let ignored: Vec<&Column> = columns.iter().filter(unused).filter(unsaid).collect();
    if let Some(first) = ignored.first().and_then(|first| columns.iter().position(|column| std::ptr::eq(column, *first))) {
        let headings: Vec<&str> = ignored.iter().map(|column| column.heading.as_str()).collect();
        let found = shown(&headings.join(", "));
        notes.push(Note::new(Kind::ColumnIgnored).column(as_u32(first)).found(found).count(as_u32(ignored.len())));
    }
}

/// What a column of the span is expected to hold: a key under `expected.` in the catalogue, by which the answers are offered.
const fn spanned(span: Span) -> &'static str {
    match span {
        Span::Total => "measure",
        Span::Short => "short",
        Span::SIXTY => "sixty",
        Span::Long | Span::Part(..) => "long",
    }
}

pub(super) fn as_u32(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
