//! What the page, the report and the JSON show: plain data, ready to be worded and formatted.
//!
//! Kronor, hours and days are plain numbers, unrounded; percentages are in per cent (5.2 is 5.2 %); dates are ISO 8601.
//! `null` means that the figure cannot be given: [`View::asks`] says what is missing.

use std::collections::BTreeMap;

#[cfg(not(target_arch = "wasm32"))]
use serde::Serialize;

use super::given::{self, Given, Refused, Value};
use super::shown::{Receiver, Shown};

// Serde is for the command line; to the page goes what `shown.rs` says.
macro_rules! shown {
    ($($(#[$about:meta])* pub struct $Name:ident { $($(#[$of:meta])* pub $field:ident: $Type:ty,)* })*) => {$(
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
        $(#[$about])*
        pub struct $Name { $($(#[$of])* pub $field: $Type,)* }

        impl $Name {
            fn show_fields(&self, to: &mut dyn Receiver) {
                to.fields(&[$(stringify!($field)),*], &[$(&self.$field),*]);
            }
        }

        impl Shown for $Name {
            fn show(&self, to: &mut dyn Receiver) {
                to.named();
                self.show_fields(to);
            }
        }
    )*};
}

macro_rules! word {
    ($($(#[$about:meta])* pub enum $Name:ident { $($(#[$of:meta])* $Variant:ident,)* })*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema), serde(rename_all = "snake_case"))]
        $(#[$about])*
        pub enum $Name { $($(#[$of])* $Variant,)* }

        impl $Name {
            const VARIANTS: &[&str] = &[$(stringify!($Variant)),*];
        }

        impl Value for $Name {
            fn read(given: Given) -> Result<Self, Refused> {
                let index = given::word(&given, Self::VARIANTS)?;
                [$(Self::$Variant),*].get(index).copied().ok_or_else(Refused::new)
            }
        }

        impl Shown for $Name {
            fn show(&self, to: &mut dyn Receiver) {
                to.word(Self::VARIANTS[*self as usize]);
            }
        }
    )*};
}

// What comes in is read by hand and not by serde: see `given.rs`.
macro_rules! asked {
    ($($(#[$about:meta])* pub struct $Name:ident { $($(#[$of:meta])* pub $field:ident: $Type:ty,)* })*) => {$(
        #[derive(Debug, Clone, Default, PartialEq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(default), schemars(deny_unknown_fields))]
        $(#[$about])*
        pub struct $Name { $($(#[$of])* pub $field: $Type,)* }

        impl Value for $Name {
            fn read(given: Given) -> Result<Self, Refused> {
                let mut made = Self::default();
                given::fields(given, &[$(stringify!($field)),*], &mut [$(&mut made.$field),*])?;
                Ok(made)
            }
        }
    )*};
}

// After the macros, which they use.
mod contract;
mod follow_up;
mod investment;
mod production;
mod uncertainty;

pub use contract::*;
pub use follow_up::*;
pub use investment::*;
pub use production::*;
pub use uncertainty::*;

word! {
    /// How sure a figure is.
    pub enum Kind {
        /// Recorded in the pasted payroll data.
        Booked,
        /// Follows from rules and inputs.
        Calculated,
        /// Booked for some months or units and calculated for the others.
        PartlyBooked,
        /// Rests on a method's assumption.
        Estimated,
    }

    /// What a number is counted in.
    pub enum Unit {
        /// Kronor.
        Sek,
        /// Kronor per hour.
        SekPerHour,
        /// Kronor per net day.
        SekPerDay,
        /// Kronor per month.
        SekPerMonth,
        /// Hours.
        Hours,
        /// Hours per week.
        HoursPerWeek,
        /// Hours per year.
        HoursPerYear,
        /// Net days.
        NetDays,
        /// Net days per employee.
        NetDaysPerEmployee,
        /// Per cent: 5.2 is 5.2 %.
        Percent,
        /// Months.
        Months,
        /// Full-time posts.
        Posts,
        /// People, spells, periods: a number of things.
        Count,
        /// A bare factor.
        Factor,
    }

    /// How the total is estimated.
    pub enum Method {
        /// Försäkringskassan's model alone: sick pay, contributions, holiday and overhead.
        Fk,
        /// 10 % of monthly pay per short day, 2.5 % per day of days 15–90.
        RuleOfThumb,
        /// Karolinska Institutet's instrument: 10 % of monthly pay per short day, 1 % per long day.
        Ki,
        /// The user's own value per short and long day.
        Own,
    }

    /// A stretch of months that can be shown at the top.
    pub enum Span {
        /// From January to the as-of date.
        YearToDate,
        /// The twelve months that end with the as-of month.
        LastTwelveMonths,
        /// All months of the data up to the as-of date.
        Total,
    }

    /// Where a value comes from.
    pub enum Origin {
        /// The user gave it, or changed it.
        Given,
        /// A default from the table of rules.
        Default,
        /// Taken from the pasted data.
        Data,
        /// Nobody has given it, and no honest default exists.
        Missing,
    }

    /// How a value of the table of rules is known.
    pub enum Status {
        /// Read in the named source.
        Read,
        /// Worked out from read values.
        Derived,
        /// Common knowledge without a source at hand: to be verified.
        Recalled,
        /// Bärkraft's own assumption.
        Assumed,
        /// Not known here: the user is asked.
        Unknown,
    }

    /// What a rule belongs to.
    pub enum Area {
        /// The law on sick pay.
        SickPay,
        /// The collective agreement.
        Agreement,
        /// Contributions and holiday.
        OnCost,
        /// What the state pays.
        State,
        /// Methods of estimating the total.
        Method,
        /// Measures and definitions.
        Measure,
    }

    /// What kind of employer it is: which standard on-cost holds, and when the earning year of holiday begins.
    pub enum Employer {
        /// A municipality: SKR's standard on-cost.
        Municipality,
        /// A region: SKR's standard on-cost.
        Region,
        /// Any other: employer contributions by law.
        Other,
    }

    /// What is said of spells on the first day of the data, which may have begun before it.
    pub enum BegunEarlier {
        /// They began on that day.
        StartsHere,
        /// They are past the days of sick pay.
        PastSickPay,
    }

    /// By what units are compared.
    pub enum Level {
        /// Short net days.
        Short,
        /// All net days.
        All,
        /// Sick hours in per cent of scheduled hours.
        Percent,
    }

    /// What makes a unit high.
    pub enum High {
        /// Above the level of the whole.
        AboveWhole,
        /// Among the units with most absence, so large a share of them as the rule says.
        Top,
    }

    /// A group of the statutory disclosure.
    pub enum GroupName {
        /// Everyone.
        All,
        /// Women.
        Women,
        /// Men.
        Men,
        /// 29 years or younger.
        Under30,
        /// 30–49 years.
        From30To49,
        /// 50 years or older.
        From50,
    }

    /// How a full-year forecast was made.
    pub enum ForecastBasis {
        /// By the seasonal shape of earlier years, scaled by the change so far.
        Season,
        /// The average of the months so far: there is no earlier year.
        Rough,
        /// The year is complete: nothing is forecast.
        Complete,
    }

    /// How the operands of a step make its result.
    pub enum Form {
        /// All multiplied; an operand with `per` divides.
        Product,
        /// All added; what is drawn off is negative.
        Sum,
        /// The smallest of them.
        Least,
        /// The largest of them.
        Greatest,
        /// The first, rounded down to a whole multiple of the second.
        RoundDown,
        /// The first, rounded to a whole number, half upward.
        Round,
    }
}

asked! {
    /// What the user has set. Everything may be left out; percentages are in per cent.
    pub struct Settings {
        /// The day the report is as of, ISO. Left out: the last day of the last month in the data, or `today` if that comes first.
        pub as_of: Option<String>,
        /// Today, ISO: the core reads no clock.
        pub today: Option<String>,
        /// Average monthly pay, kronor; used for rows without pay of their own.
        pub monthly_pay: Option<f64>,
        /// Weekly hours of a full post, Monday to Friday.
        pub weekly_hours: Option<f64>,
        /// Hours of a full post on each day from Monday to Sunday, in place of `weekly_hours`: seven numbers, 0 for a day off.
        pub schedule: Option<Vec<f64>>,
        /// What kind of employer; `other` when left out.
        pub employer: Option<Employer>,
        /// What is said of spells on the first day of the data; the effect is shown as a range while left out.
        pub begun_earlier: Option<BegunEarlier>,
        /// Number of employees, for all units together.
        pub headcount: Option<f64>,
        /// Share of the absence that lies in days 1–14, for data that does not say.
        pub short_share: Option<f64>,
        /// Average number of net days of a sick-pay period, for data without spells: how often a waiting deduction is made.
        pub days_per_period: Option<f64>,
        /// On-cost: employer contributions, or the employer's whole on-cost percentage.
        pub on_cost: Option<f64>,
        /// Holiday accrued during absence, per cent of pay.
        pub holiday: Option<f64>,
        /// Overhead, per cent of pay.
        pub overhead: Option<f64>,
        /// The agreement's top-up after the sick-pay period, per cent of pay.
        pub top_up: Option<f64>,
        /// Last calendar day of the top-up.
        pub top_up_last_day: Option<f64>,
        /// Top-up on the part of pay above the agreement's ceiling, per cent.
        pub top_up_above: Option<f64>,
        /// The user's own values in place of rows of the table of rules.
        pub overrides: Vec<RuleOverride>,
        /// How the total is estimated; Försäkringskassan's model when left out.
        pub method: Option<Method>,
        /// Own value of a short net day, kronor.
        pub short_day: Option<f64>,
        /// Own value of a long net day, kronor.
        pub long_day: Option<f64>,
        /// The stretch of months shown at the top and per unit on the page; year to date when left out.
        pub span: Option<Span>,
        /// The department or unit that is opened; the whole organisation when left out. Everything shown is of it alone.
        pub opened: OpenedSettings,
        /// Budget for sick pay of the calendar year, kronor.
        pub budget: Option<f64>,
        /// Cost of replacement.
        pub replacement: ReplacementSettings,
        /// Size of the groups of the statutory disclosure, where the data does not tell.
        pub groups: Vec<GroupSettings>,
        /// When a unit is called high and rising.
        pub watch: WatchSettings,
        /// One spell as an example of who pays.
        pub example: ExampleSettings,
        /// Planned investments.
        pub investment: InvestmentSettings,
        /// What came of it.
        pub follow_up: FollowUpSettings,
        /// What is lost at work.
        pub production: ProductionSettings,
    }

    /// The user's own value in place of a row of the table of rules.
    pub struct RuleOverride {
        /// The rule: an id of `rules`.
        pub rule: String,
        /// First day of the row, as `RuleView::valid_from` has it.
        pub valid_from: String,
        /// The value, in the unit of the row.
        pub value: f64,
    }

    /// The part of the organisation that is opened.
    pub struct OpenedSettings {
        /// Name of the department.
        pub department: Option<String>,
        /// Name of the unit, in the department if one is named.
        pub unit: Option<String>,
    }

    /// Cost of replacement, for data that does not book it.
    pub struct ReplacementSettings {
        /// Share of the absence that is replaced, per cent of the sick hours.
        pub share: Option<f64>,
        /// Cost of a replaced hour, per cent of the absent person's hourly pay.
        pub cost: Option<f64>,
    }

    /// The size of a group.
    pub struct GroupSettings {
        /// Which group.
        pub group: Option<GroupName>,
        /// Number of employees.
        pub headcount: Option<f64>,
        /// Scheduled hours in the span.
        pub scheduled_hours: Option<f64>,
    }

    /// When a unit is called high and rising.
    pub struct WatchSettings {
        /// By what units are compared: short net days when left out.
        pub level: Option<Level>,
        /// What makes a unit high: above the level of the whole when left out.
        pub high: Option<High>,
    }

    /// One spell as an example.
    pub struct ExampleSettings {
        /// Calendar days; 30 when left out.
        pub days: Option<f64>,
        /// Extent, per cent; 100 when left out.
        pub extent: Option<f64>,
        /// Monthly pay, kronor; that of the settings when left out.
        pub monthly_pay: Option<f64>,
        /// First day, ISO; the first Monday of the as-of year when left out.
        pub from: Option<String>,
    }

    /// What the user has said about one table.
    pub struct ChoiceSettings {
        /// About columns.
        pub columns: Vec<ColumnChoiceSettings>,
        /// About causes: as pasted, and whether they are own sickness.
        pub causes: Vec<CauseChoice>,
        /// What the spells of a table without short ones are: `whole_spells`, or `from_day_15`.
        pub filter: Option<String>,
        /// Which rows count where an earlier table has the same unit and month with other values: `earlier`, `later` or `both`.
        pub same_months: Option<String>,
        /// Whether the text was written from typed cells of a workbook: a number that fits two conventions then has a decimal point.
        pub typed: bool,
    }

    /// What the user has said about one column.
    pub struct ColumnChoiceSettings {
        /// Index from 0.
        pub column: u32,
        /// Its meaning: an id of `ReadingView::meanings`.
        pub meaning: Option<String>,
        /// `decimal_comma` or `decimal_point`.
        pub number: Option<String>,
        /// `year_first`, `day_first`, `month_first` or `serial`.
        pub date: Option<String>,
    }

    /// What the user has said about one cause.
    pub struct CauseChoice {
        /// As pasted.
        pub cause: String,
        /// Whether it is own sickness.
        pub sickness: bool,
    }
}

shown! {
    /// Everything there is to show.
    pub struct FiguresView {
        /// What was understood of all tables together.
        pub reading: ReadingView,
        /// What was understood of each table, in the order they were added.
        pub tables: Vec<TableView>,
        /// The day the report is as of.
        pub as_of: Option<String>,
        /// Whether the user gave it.
        pub as_of_given: bool,
        /// If a given as-of date was refused: an id under `problem.` in the catalogue.
        pub as_of_problem: Option<String>,
        /// Each value the result rests on, with where it comes from.
        pub inputs: Vec<InputView>,
        /// Ids of inputs that are missing and without which some figure cannot be given, most important first.
        pub asks: Vec<String>,
        /// How the total is estimated.
        pub method: MethodView,
        /// The stretch shown at the top.
        pub span: Span,
        /// All months of the data up to the as-of date.
        pub total: PeriodView,
        /// From January to the as-of date.
        pub year_to_date: PeriodView,
        /// The twelve months that end with the as-of month.
        pub last_twelve_months: PeriodView,
        /// Each month from the first to the last of the data.
        pub months: Vec<MonthView>,
        /// Each unit, over the same months as `total`, by name (JSON of the command line only; empty on the page).
        pub units: Vec<UnitView>,
        /// Each unit over the months of `span`, largest estimated total first.
        pub units_in_span: Vec<UnitView>,
        /// Departments and units that can be opened, and what is opened now.
        pub organisation: OrganisationView,
        /// More about the months of `span`.
        pub in_span: SpanView,
        /// Measures of the field.
        pub measures: MeasuresView,
        /// The calendar year of the as-of date as a whole.
        pub forecast: ForecastView,
        /// One spell as an example of who pays.
        pub example: ExampleView,
        /// Names of the figures that rest on values the user has put in place of rules, with the ids of those rules.
        pub overridden: BTreeMap<String, Vec<String>>,
        /// Overrides that were refused: `rule valid_from`, with the id of the problem under `problem.`.
        pub override_problems: BTreeMap<String, String>,
        /// Every rule and amount of the table, with its source; `used` says whether the present result rests on it.
        pub rules: Vec<RuleView>,
        /// What was noticed about absence and cost, beyond the reading.
        pub notes: Vec<NoteView>,
    }

    /// What of the view is told of the tables themselves.
    pub struct Told {
        /// What was understood of all tables together.
        pub reading: ReadingView,
        /// What was understood of each table, in the order they were added.
        pub tables: Vec<TableView>,
        /// What was noticed about absence and cost, beyond the reading.
        pub notes: Vec<NoteView>,
    }

    /// What of the view is about investments and their outcome.
    pub struct Economics {
        /// Whether the investments carry themselves.
        pub investment: InvestmentView,
        /// What came of it.
        pub follow_up: FollowUpView,
        /// What is lost at work.
        pub production: ProductionView,
    }

    /// What was understood of all tables together.
    pub struct ReadingView {
        /// Rows below the headings.
        pub pasted: u32,
        /// Rows used.
        pub used: u32,
        /// Rows set aside; `used + set_aside = pasted`.
        pub set_aside: u32,
        /// `spells`, `days`, `months`, `about_units` or `unknown`.
        pub layout: String,
        /// First and last month of the data.
        pub first_month: Option<String>,
        /// Last month of the data.
        pub last_month: Option<String>,
        /// Number of units named in the data; 0 without a unit column.
        pub units: u32,
        /// Number of people told apart; `null` for monthly tables and tables without an employee column.
        pub people: Option<u32>,
        /// The meanings a column can be given, in the order to offer them.
        pub meanings: Vec<String>,
    }

    /// What was understood of one table.
    pub struct TableView {
        /// Rows below the heading.
        pub pasted: u32,
        /// Rows used.
        pub used: u32,
        /// Rows set aside; `used + set_aside = pasted`.
        pub set_aside: u32,
        /// `spells`, `days`, `months`, `about_units` or `unknown`.
        pub layout: String,
        /// Whether months, quarters or tertials stand across.
        pub crosstab: bool,
        /// The line of the heading, from 1.
        pub heading_row: u32,
        /// How each column was understood.
        pub columns: Vec<ColumnView>,
        /// The first rows, cell by cell.
        pub preview: Vec<PreviewRow>,
        /// Rows set aside, by reason, most rows first.
        pub set_aside_groups: Vec<SetAsideGroup>,
        /// Sums that the table states, held against its rows.
        pub checks: Vec<SumCheck>,
        /// What was noticed.
        pub notes: Vec<NoteView>,
    }

    /// How a column was understood.
    pub struct ColumnView {
        /// Index from 0.
        pub column: u32,
        /// Its heading as pasted.
        pub heading: String,
        /// What it means.
        pub meaning: String,
        /// Why: `chosen` by the user, by its `heading`, by a word `inside` the heading, by its `cells`, by `another` column that has the
        /// meaning already, or `unknown`.
        pub why: String,
        /// Whether the user chose it.
        pub chosen: bool,
        /// The month (`2024-03`), quarter (`2024-K1`) or tertial (`2024-T1`) that it stands for, in a table with these across.
        pub over: Option<String>,
        /// What its heading says beside the month, quarter, tertial or year that stands across; empty where it says nothing else, and
        /// nothing for a column in which none stands across.
        pub beside: Option<String>,
        /// `decimal_comma` or `decimal_point`, for a column of numbers.
        pub number: Option<String>,
        /// `year_first`, `day_first`, `month_first` or `serial`, for a column of dates.
        pub date: Option<String>,
        /// Whether another convention fits as well: the user is asked.
        pub ambiguous: bool,
        /// The smallest and the largest value used, in the unit of the meaning (per cent for shares), for a column of numbers.
        pub lowest: Option<f64>,
        /// The largest value used.
        pub highest: Option<f64>,
        /// The first day or month used, for a column of dates or months.
        pub first: Option<String>,
        /// The last day or month used.
        pub last: Option<String>,
        /// Up to three values; none for a column that tells people apart, and no words from a column that means nothing to us.
        pub samples: Vec<String>,
        /// Whether it tells people apart: its cells are never shown, whatever meaning it is given.
        pub personal: bool,
        /// Cells that do not fit the meaning.
        pub misfits: u32,
    }

    /// One of the first rows below the heading.
    pub struct PreviewRow {
        /// The line of the paste, from 1.
        pub row: u32,
        /// Why it was set aside, if so: an id under `note.` in the catalogue.
        pub set_aside: Option<String>,
        /// Its cells, one for each column.
        pub cells: Vec<PreviewCell>,
    }

    /// A cell, and what it was read as.
    pub struct PreviewCell {
        /// As pasted, shortened; `null` where it may not be shown.
        pub text: Option<String>,
        /// `blank`; `unused` for a column that means nothing to us; `person`; `text`; `date`, `month`, `number` or `share` for what could
        /// be read so; `sickness`, `other_cause` or `unknown_cause`; `unread` for what could not be read.
        pub kind: String,
        /// The date or month read, ISO 8601; `open` for a last day that has not come.
        pub date: Option<String>,
        /// The number read; per cent for a share; the running number for a person.
        pub number: Option<f64>,
    }

    /// Rows set aside for one reason.
    pub struct SetAsideGroup {
        /// Why: an id under `note.` in the catalogue.
        pub reason: String,
        /// How many.
        pub count: u32,
        /// Whether they are left out on purpose (another cause, a total, a blank row), so that there is nothing to mend.
        pub on_purpose: bool,
        /// The first hundred of them.
        pub rows: Vec<SetAsideRow>,
    }

    /// A row set aside.
    pub struct SetAsideRow {
        /// The line of the paste, from 1.
        pub row: u32,
        /// The heading of the column that decided it.
        pub column: Option<String>,
        /// What stood there.
        pub found: Option<String>,
        /// What was expected: an id under `expected.` in the catalogue.
        pub expected: Option<String>,
    }

    /// A total row of the table, held against the sum of the rows above it.
    pub struct SumCheck {
        /// The line of the total row, from 1.
        pub row: u32,
        /// The heading of the column that was added up.
        pub column: String,
        /// What the total row says.
        pub stated: f64,
        /// What the rows add up to.
        pub summed: f64,
        /// Whether they agree, but for rounding.
        pub agrees: bool,
    }

    /// Something noticed.
    pub struct NoteView {
        /// An id under `note.` in the catalogue.
        pub id: String,
        /// `stop`, `warning`, `question` or `remark`.
        pub weight: String,
        /// The line of the paste, from 1.
        pub row: Option<u32>,
        /// Index of the column, from 0.
        pub column: Option<u32>,
        /// Its heading.
        pub heading: Option<String>,
        /// What stood there.
        pub found: Option<String>,
        /// An id under `expected.` in the catalogue.
        pub expected: Option<String>,
        /// How many rows, cells or months it concerns.
        pub count: u32,
        /// For a question: what can be answered, and what each answer would mean.
        pub answers: Vec<AnswerView>,
    }

    /// An answer to a question.
    pub struct AnswerView {
        /// `decimal_comma`, `decimal_point`; `day_first`, `month_first`, `year_first`; `sickness`, `other`; `whole_spells`, `from_day_15`;
        /// `earlier`, `later`, `both`; or the id of a meaning, to be given to `column`.
        pub id: String,
        /// The column that the answer is about, where it is not that of the note.
        pub column: Option<u32>,
        /// The heading of that column.
        pub heading: Option<String>,
        /// What the example would be read as, as a number.
        pub number: Option<f64>,
        /// What the example would be read as, as a date or month.
        pub date: Option<String>,
        /// Values of the column, for a choice between columns.
        pub samples: Vec<String>,
    }

    /// A value the result rests on.
    pub struct InputView {
        /// `monthly_pay`, `weekly_hours`, `headcount`, `short_share`, `days_per_period`, `on_cost`, `holiday`, `overhead`,
        /// `short_day`, `long_day`: the same names as in the settings.
        pub id: String,
        /// The value used.
        pub value: Option<f64>,
        /// What it is counted in.
        pub unit: Unit,
        /// Where it comes from.
        pub origin: Origin,
        /// Whether the present data and method use it at all.
        pub used: bool,
        /// Whether the user changed it from its default.
        pub changed_by_you: bool,
        /// The default, where there is one.
        pub default: Option<f64>,
        /// The rule that the default comes from: an id of `rules`.
        pub rule: Option<String>,
        /// If a given value was refused: an id under `problem.` in the catalogue; the value is then not used.
        pub problem: Option<String>,
        /// The lowest value that is accepted.
        pub lowest: f64,
        /// The highest value that is accepted.
        pub highest: f64,
    }

    /// How the total is estimated.
    pub struct MethodView {
        /// Which.
        pub id: Method,
        /// Whether the user picked it.
        pub given: bool,
        /// Where it was read.
        pub source: String,
        /// Value of a short net day, kronor (for Försäkringskassan's model: the average over the data).
        pub short_day: Option<f64>,
        /// Value of a long net day, kronor.
        pub long_day: Option<f64>,
    }

    /// How sure the three layers are.
    pub struct Kinds {
        /// Of the sick pay.
        pub sick_pay: Kind,
        /// Of the remaining labour cost.
        pub labour_cost: Kind,
        /// Of the estimated total.
        pub estimated_total: Kind,
    }

    /// A figure and how it came about.
    pub struct FigureView {
        /// Its name.
        pub id: String,
        /// Its value; `null` when it cannot be given.
        pub value: Option<f64>,
        /// What it is counted in.
        pub unit: Unit,
        /// How sure it is.
        pub kind: Kind,
        /// Ids of inputs that are missing for it.
        pub missing: Vec<String>,
        /// Ids under `caveat.` in the catalogue: what to bear in mind.
        pub caveats: Vec<String>,
        /// How it came about, in order; the last step gives the value.
        pub steps: Vec<StepView>,
    }

    /// One step of arithmetic.
    pub struct StepView {
        /// What it works out: an id under `step.` in the catalogue.
        pub id: String,
        /// The year it concerns, where it is done year by year.
        pub year: Option<i16>,
        /// How the operands make the result.
        pub form: Form,
        /// What goes in.
        pub operands: Vec<OperandView>,
        /// What comes out.
        pub result: f64,
        /// What that is counted in.
        pub unit: Unit,
    }

    /// What goes into a step.
    pub struct OperandView {
        /// An id under `operand.` in the catalogue.
        pub id: String,
        /// The year it concerns.
        pub year: Option<i16>,
        /// Its value, signed; per cent in per cent (the step divides it by 100).
        pub value: f64,
        /// What it is counted in.
        pub unit: Unit,
        /// Whether the step divides by it.
        pub per: bool,
        /// The rule it comes from: an id of `rules`.
        pub rule: Option<String>,
        /// Whether the user gave it.
        pub given: bool,
    }

    /// A rule or amount used.
    pub struct RuleView {
        /// Its id; its name is under `rule.` in the catalogue.
        pub id: String,
        /// The value, in `unit`.
        pub value: f64,
        /// What it is counted in.
        pub unit: Unit,
        /// First day it holds.
        pub valid_from: String,
        /// Last day it holds.
        pub valid_to: String,
        /// Where it was read.
        pub source: String,
        /// When that was checked.
        pub checked_on: String,
        /// How it is known.
        pub status: Status,
        /// Whether the user's own value replaces it now.
        pub overridden: bool,
        /// The value of the table, which `value` is while not overridden; `null` where it is not known here.
        pub default: Option<f64>,
        /// What it belongs to.
        pub area: Area,
        /// Whether the present result rests on it.
        pub used: bool,
        /// Whether a value of one's own can stand in its place.
        pub editable: bool,
        /// The lowest value that is accepted.
        pub lowest: f64,
        /// The highest value that is accepted.
        pub highest: f64,
    }

    /// Departments and units that can be opened.
    pub struct OrganisationView {
        /// Departments by name; none where the data has one level only.
        pub departments: Vec<DepartmentView>,
        /// Names of the units, where there are no departments.
        pub units: Vec<String>,
        /// Name of the opened department.
        pub department: Option<String>,
        /// Name of the opened unit.
        pub unit: Option<String>,
    }

    /// A department.
    pub struct DepartmentView {
        /// Its name.
        pub name: String,
        /// Names of its units.
        pub units: Vec<String>,
    }

    /// More about the months of the span.
    pub struct SpanView {
        /// Sick days by the calendar day of the period on which they fell; empty where the data does not say.
        pub bands: Vec<BandView>,
        /// Share of the sick time that lies in unbroken periods of 60 days or more, per cent.
        pub long_share_percent: Option<f64>,
        /// Who pays: employer, state and employee.
        pub parties: PartiesView,
        /// The estimated total by each method, for the same data.
        pub methods: Vec<MethodTotal>,
        /// Booked sick pay beside what the rules would give for the same rows; `null` where none is booked.
        pub booked: Option<BookedView>,
        /// Cost of replacement.
        pub replacement: ReplacementView,
        /// Between what values the layers lie, whenever the first spells began: on the first day of the data, just so long before that the deduction is drawn, past the
        /// days of sick pay, past top-up and holiday. `null` where it is no question, or answered.
        pub if_begun_earlier: Option<RangeView>,
        /// The sick pay if those spells were past the days of sick pay; `null` where that is no question.
        pub sick_pay_if_past: Option<f64>,
        /// What one net day more or less in the average sick-pay period would mean; `null` where it is not assumed.
        pub if_periods_differ: Option<RangeView>,
    }

    /// Sick days of some day numbers.
    pub struct BandView {
        /// First day.
        pub from_day: u32,
        /// Last day; `null` for all later ones.
        pub to_day: Option<u32>,
        /// Net days.
        pub net_days: f64,
        /// In per cent of all.
        pub percent: f64,
    }

    /// Who pays for the absence, by the law and the agreement: pay, and neither contributions nor overhead.
    pub struct PartiesView {
        /// Pay that the absence costs, if nobody paid anything.
        pub pay_lost: Option<f64>,
        /// Sick pay of days 1–14 and top-up of the agreement.
        pub employer: Option<f64>,
        /// Sickness benefit from day 15, and sick pay that is reimbursed.
        pub state: Option<f64>,
        /// What remains for the employee to bear, before tax.
        pub employee: Option<f64>,
        /// Ids of inputs that are missing.
        pub missing: Vec<String>,
        /// An id under `parties.unknown.` where the data does not carry it.
        pub unknown: Option<String>,
    }

    /// The estimated total by one method.
    pub struct MethodTotal {
        /// Which.
        pub id: Method,
        /// Where it was read.
        pub source: String,
        /// The total.
        pub total: Option<f64>,
        /// Its part for days 1–14.
        pub short: Option<f64>,
        /// Its part from day 15 on.
        pub long: Option<f64>,
        /// Average of a short net day.
        pub short_day: Option<f64>,
        /// Average of a long net day.
        pub long_day: Option<f64>,
        /// Ids of inputs that are missing.
        pub missing: Vec<String>,
    }

    /// Booked sick pay beside what the rules give.
    pub struct BookedView {
        /// Booked.
        pub booked: f64,
        /// What the rules give for the same rows.
        pub calculated: Option<f64>,
        /// Booked less calculated.
        pub difference: Option<f64>,
        /// Ids of inputs that are missing.
        pub missing: Vec<String>,
    }

    /// Cost of replacement.
    pub struct ReplacementView {
        /// Its cost; `null` while nothing is entered or booked.
        pub cost: Option<f64>,
        /// Booked in the data, or estimated from what was entered.
        pub kind: Kind,
        /// The estimated total with it; `null` where the method refuses it.
        pub total: Option<f64>,
        /// Why it is not added: an id under `replacement.refused.`.
        pub refused: Option<String>,
        /// Share entered.
        pub share: Option<f64>,
        /// Cost of an hour entered.
        pub hour_cost: Option<f64>,
        /// Ids of settings that were refused (`share`, `cost`), with the id of the problem.
        pub problems: BTreeMap<String, String>,
        /// Ids of inputs that are missing.
        pub missing: Vec<String>,
    }

    /// Between what two values the three layers lie.
    pub struct RangeView {
        /// Sick pay, lowest and highest.
        pub sick_pay: Option<(f64, f64)>,
        /// Remaining labour cost.
        pub labour_cost: Option<(f64, f64)>,
        /// Estimated total.
        pub estimated_total: Option<(f64, f64)>,
    }

    /// Measures of the field.
    pub struct MeasuresView {
        /// Rolling twelve months, by their last month.
        pub rolling: Vec<RollingView>,
        /// People by their number of spells in the twelve months up to the as-of date.
        pub repeated: RepeatedView,
        /// The statutory disclosure by sex and age, over `span`.
        pub statutory: StatutoryView,
        /// Units by level and trend.
        pub watch: WatchView,
        /// The spread between units in each month.
        pub spread: Vec<SpreadView>,
    }

    /// Twelve months that end with a month.
    pub struct RollingView {
        /// The last month.
        pub month: String,
        /// Net days.
        pub net_days: f64,
        /// Short net days.
        pub short_net_days: Option<f64>,
        /// Sick hours in per cent of scheduled hours.
        pub absence_percent: Option<f64>,
        /// Short net days per employee.
        pub short_net_days_per_employee: Option<f64>,
        /// Net days compared with the twelve months before, per cent; `null` without them.
        pub change_percent: Option<f64>,
    }

    /// People by their number of spells.
    pub struct RepeatedView {
        /// Whether anything can be shown: the data tells people apart, and they are more than a small group.
        pub known: bool,
        /// 1, 2 … spells; people are `null` where the group is too small to be shown.
        pub people: Vec<SpellsOfPeople>,
        /// People with more spells than the rule says; `null` where too few to be shown.
        pub more: Option<u32>,
        /// In per cent of the employees.
        pub more_percent: Option<f64>,
        /// More than so many spells.
        pub limit: u32,
        /// Whether something is not shown because a group is small.
        pub hidden: bool,
    }

    /// People with a number of spells.
    pub struct SpellsOfPeople {
        /// How many spells.
        pub spells: u32,
        /// Or more.
        pub or_more: bool,
        /// How many people; `null` where too few to be shown.
        pub people: Option<u32>,
    }

    /// The statutory disclosure, lag (2018:597) 11 kap. 6 §.
    pub struct StatutoryView {
        /// Whether the data divides people by sex or age.
        pub known: bool,
        /// The groups, everyone first.
        pub rows: Vec<StatutoryRow>,
        /// A group of so many or fewer is not shown.
        pub limit: u32,
        /// Whether `long_share_percent` rests on hours from day 60 and not on whole periods.
        pub long_from_day_60: bool,
    }

    /// A group of the statutory disclosure.
    pub struct StatutoryRow {
        /// Which group.
        pub group: GroupName,
        /// Sick hours in per cent of the group's own scheduled hours.
        pub absence_percent: Option<f64>,
        /// Share of the group's sick time in periods of 60 days or more, per cent.
        pub long_share_percent: Option<f64>,
        /// Number of employees; `null` for a group that is not shown.
        pub headcount: Option<f64>,
        /// `shown`, `small` (too few people), `subtraction` (could be told by subtraction) or `unknown` (size or hours not known).
        pub state: String,
        /// Whether the user gave its headcount or scheduled hours.
        pub given: bool,
    }

    /// Units by level and trend.
    pub struct WatchView {
        /// By what units are compared.
        pub level: Level,
        /// What makes a unit high.
        pub high: High,
        /// The level of the whole: per employee where head counts are known, else `null` when units cannot be compared.
        pub whole: Option<f64>,
        /// Whether levels are per employee.
        pub per_employee: bool,
        /// Every unit, the highest first.
        pub units: Vec<WatchedUnit>,
    }

    /// A unit's level and trend.
    pub struct WatchedUnit {
        /// Its name.
        pub unit: String,
        /// Its department.
        pub department: Option<String>,
        /// Level of the last twelve months.
        pub level: Option<f64>,
        /// Level of the twelve months before; `null` without them.
        pub before: Option<f64>,
        /// Change, per cent.
        pub change_percent: Option<f64>,
        /// Whether it is high.
        pub high: bool,
        /// Whether it is above its own previous twelve months.
        pub rising: bool,
    }

    /// The spread between units in a month.
    pub struct SpreadView {
        /// The month.
        pub month: String,
        /// Units compared.
        pub units: u32,
        /// Average over the units of absence in per cent, or of net days where no scheduled hours are known.
        pub mean: f64,
        /// A tenth of the units lies below.
        pub p10: f64,
        /// A tenth of the units lies above.
        pub p90: f64,
        /// Whether it is per cent (else net days).
        pub percent: bool,
    }

    /// The calendar year of the as-of date as a whole.
    pub struct ForecastView {
        /// The year.
        pub year: i16,
        /// How it was made; `null` when there are no months to go by.
        pub basis: Option<ForecastBasis>,
        /// Months of the year that have data.
        pub months_known: u32,
        /// Net days.
        pub net_days: Option<ForecastValue>,
        /// Short net days.
        pub short_net_days: Option<ForecastValue>,
        /// Sick pay.
        pub sick_pay: Option<ForecastValue>,
        /// Estimated total.
        pub estimated_total: Option<ForecastValue>,
        /// Each month of the year: known, or forecast.
        pub months: Vec<ForecastMonth>,
        /// How many forecasts of earlier months the interval rests on; 0 without any.
        pub trials: u32,
        /// Budget for sick pay.
        pub budget: Option<f64>,
        /// Forecast sick pay less the budget.
        pub budget_difference: Option<f64>,
        /// If the budget was refused: an id under `problem.`.
        pub budget_problem: Option<String>,
    }

    /// A forecast of the year.
    pub struct ForecastValue {
        /// So far.
        pub so_far: f64,
        /// The whole year.
        pub year: f64,
        /// Between these, in four cases of five, if the forecast does as it would have done on the data so far; `null` when that
        /// cannot be told.
        pub low: Option<f64>,
        /// See `low`.
        pub high: Option<f64>,
        /// The year before.
        pub year_before: Option<f64>,
    }

    /// A month of the forecast year.
    pub struct ForecastMonth {
        /// The month.
        pub month: String,
        /// Sick pay: known or forecast.
        pub sick_pay: Option<f64>,
        /// Net days: known or forecast.
        pub net_days: Option<f64>,
        /// Whether it is a forecast.
        pub forecast: bool,
    }

    /// One spell: who pays for which days.
    pub struct ExampleView {
        /// First day.
        pub from: String,
        /// Last day.
        pub to: String,
        /// Calendar days.
        pub days: f64,
        /// Extent, per cent.
        pub extent: f64,
        /// Monthly pay; `null` when none is known.
        pub monthly_pay: Option<f64>,
        /// By day number: 1–14, 15–90 (to the last day of top-up), later.
        pub rows: Vec<ExampleRow>,
        /// All of it.
        pub sum: PartiesView,
        /// Waiting deduction drawn, kronor.
        pub deduction: Option<f64>,
        /// Ids of settings that were refused (`days`, `extent`, `monthly_pay`, `from`), with the id of the problem.
        pub problems: BTreeMap<String, String>,
    }

    /// Some days of the example.
    pub struct ExampleRow {
        /// First day number.
        pub from_day: u32,
        /// Last day number.
        pub to_day: u32,
        /// Who pays.
        pub parties: PartiesView,
    }
}

word! {
    /// Which part of the view a figure belongs to.
    pub enum Scope {
        /// All months.
        Total,
        /// From January to the as-of date.
        YearToDate,
        /// The last twelve months.
        LastTwelveMonths,
        /// One month: `key` is `2024-03`.
        Month,
        /// One unit over all months: `key` is its name, after its department and a tab where there are departments.
        Unit,
        /// One unit over the months of `span`: `key` as for `unit`.
        UnitInSpan,
        /// An investment: `key` is its place among the cases, `0` when left out.
        Investment,
        /// The months of `span`: `sick_pay_of_booked`, `pay_lost`, `employer`, `state`, `employee`, `replacement`, `method_fk` …
        Span,
        /// The forecast.
        Forecast,
        /// What came of the investment: `key` is empty, `with_disturbed`, or the month of `month_change`.
        FollowUp,
        /// What is lost at work: `key` is `before` or `after` for the loss at one time.
        Production,
    }
}

shown! {
    /// What happened and what it cost in some months.
    pub struct PeriodView {
        /// First month of the period that the data reaches.
        pub first_month: Option<String>,
        /// Last month of the period that the data reaches.
        pub last_month: Option<String>,
        /// Months that hold rows.
        pub months_with_data: u32,
        /// Months of the period that lie between the first month of the data and the as-of date.
        pub months: u32,
        /// Spells that began in the period; `null` where the data does not say.
        pub spells: Option<u32>,
        /// Sick-pay periods that began in the period.
        pub sick_pay_periods: Option<u32>,
        /// Periods that began with a waiting deduction.
        pub waiting_deductions: Option<u32>,
        /// Periods that began with an unpaid waiting day (before 2019).
        pub waiting_days: Option<u32>,
        /// People absent; given for single months only, as they do not add up.
        pub people: Option<u32>,
        /// Sick hours.
        pub sick_hours: f64,
        /// Net days: sick hours / 8.
        pub net_days: f64,
        /// Of these in days 1–14 of a sick-pay period; `null` where the data does not say.
        pub short_net_days: Option<f64>,
        /// Of these from day 15 on.
        pub long_net_days: Option<f64>,
        /// Scheduled hours.
        pub scheduled_hours: Option<f64>,
        /// Sick hours in per cent of scheduled hours, over the months and units where both are known.
        pub absence_percent: Option<f64>,
        /// Number of employees.
        pub headcount: Option<f64>,
        /// Net days per employee.
        pub net_days_per_employee: Option<f64>,
        /// Short net days per employee.
        pub short_net_days_per_employee: Option<f64>,
        /// Net days / 220 per year.
        pub full_time_equivalents: Option<f64>,
        /// First layer: sick pay of days 1–14, booked where the data has it, else calculated.
        pub sick_pay: Option<f64>,
        /// The booked part of it.
        pub sick_pay_booked: Option<f64>,
        /// The calculated part of it.
        pub sick_pay_calculated: Option<f64>,
        /// Second layer: what remains of Försäkringskassan's model beyond the sick pay.
        pub labour_cost: Option<f64>,
        /// Its part for days 1–14.
        pub labour_cost_short: Option<f64>,
        /// Its part from day 15 on.
        pub labour_cost_long: Option<f64>,
        /// Third layer: the whole, by the method.
        pub estimated_total: Option<f64>,
        /// Its part for days 1–14.
        pub estimated_short: Option<f64>,
        /// Its part from day 15 on.
        pub estimated_long: Option<f64>,
        /// Booked or calculated sick pay in per cent of the estimated total.
        pub sick_pay_percent_of_total: Option<f64>,
        /// How sure each figure is, by name.
        pub kinds: Kinds,
        /// Each figure with its steps, by name (JSON of the command line only; the page asks for one at a time).
        #[cfg_attr(not(target_arch = "wasm32"), serde(skip_serializing_if = "Option::is_none"), schemars(default))]
        pub figures: Option<BTreeMap<String, FigureView>>,
    }
}

/// Everything there is to show.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
pub struct View {
    /// What comes of the tables and their counting.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    pub figures: FiguresView,
    /// Whether the investments carry themselves.
    pub investment: InvestmentView,
    /// What came of it.
    pub follow_up: FollowUpView,
    /// What is lost at work.
    pub production: ProductionView,
}

impl std::ops::Deref for View {
    type Target = FiguresView;

    fn deref(&self) -> &FiguresView {
        &self.figures
    }
}

impl Shown for View {
    fn show(&self, to: &mut dyn Receiver) {
        to.named();
        self.figures.show_fields(to);
        to.fields(&["investment", "follow_up", "production"], &[&self.investment, &self.follow_up, &self.production]);
    }
}

impl FigureView {
    /// A figure of a name that is none of ours: without value or steps.
    #[must_use]
    pub fn unknown(name: &str) -> Self {
        Self {
            id: name.into(),
            value: None,
            unit: Unit::Factor,
            kind: Kind::Calculated,
            missing: Vec::new(),
            caveats: Vec::new(),
            steps: Vec::new(),
        }
    }
}

/// A month.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
pub struct MonthView {
    /// `2024-03`.
    pub month: String,
    /// Whether the data has rows for it; if not, its zeros mean "no data".
    pub has_data: bool,
    /// What happened and what it cost.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    pub period: PeriodView,
}

/// A unit.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Serialize, schemars::JsonSchema))]
pub struct UnitView {
    /// Its name; empty where the data names none.
    pub unit: String,
    /// Its department, where the data has departments.
    pub department: Option<String>,
    /// What happened and what it cost.
    #[cfg_attr(not(target_arch = "wasm32"), serde(flatten))]
    pub period: PeriodView,
}

impl Shown for MonthView {
    fn show(&self, to: &mut dyn Receiver) {
        to.named();
        to.fields(&["month", "has_data"], &[&self.month, &self.has_data]);
        self.period.show_fields(to);
    }
}

impl Shown for UnitView {
    fn show(&self, to: &mut dyn Receiver) {
        to.named();
        to.fields(&["unit", "department"], &[&self.unit, &self.department]);
        self.period.show_fields(to);
    }
}

/// A figure to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Question {
    /// Where it stands.
    pub scope: Scope,
    /// The month or unit.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub key: String,
    /// Its name.
    pub figure: String,
}

impl Value for Question {
    fn read(given: Given) -> Result<Self, Refused> {
        let (mut scope, mut key, mut figure) = (None, String::new(), None);
        given::fields(given, &["scope", "key", "figure"], &mut [&mut scope, &mut key, &mut figure])?;
        let scope = scope.ok_or("scope: it is missing")?;
        Ok(Self { scope, key, figure: figure.ok_or("figure: it is missing")? })
    }
}
