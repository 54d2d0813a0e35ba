//! The kinds of notes, and how much each matters.

/// How much a note matters to the person who pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Nothing can be shown until this is mended.
    Stop,
    /// Something was left out or set aside.
    Warning,
    /// Two readings fit: the careful one is used until the user answers.
    Question,
    /// Something was done that the user ought to know of.
    Remark,
}

/// What was noticed. The catalogue has a sentence for each, under `note.` and its [`id`](Kind::id).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    // --- nothing can be shown ---
    /// There is no text.
    Empty,
    /// There is text, but no heading row that names any column we know.
    NoHeading,
    /// There is a heading, but neither spells (a from date) nor months can be made from it.
    NoLayout,
    /// Not one row could be used.
    NoRows,
    /// The bytes are no text: a picture, say, or a program.
    NotText,
    /// A row of millions of characters: a file without line breaks.
    EndlessRow,
    /// More columns than any sheet has.
    TooWide,
    /// The table is about units and says nothing of absence, which is yet to come.
    AboutAlone,
    // --- rows set aside (each counted in `set_aside`) ---
    /// A row without content.
    BlankRow,
    /// A total, subtotal or mean: not counted twice.
    TotalRow,
    /// The heading again.
    RepeatedHeading,
    /// A title or other text outside the table.
    NotData,
    /// The very same row once more, in this table or an earlier one.
    DuplicateRow,
    /// Another table has other values for the unit and month.
    SameMonth,
    /// The table is of another kind than the first one.
    OtherKind,
    /// A row of another table, which begins below this one with headings of its own.
    OtherTable,
    /// A row about a unit that the absence does not know, or knows several of.
    UnknownUnit,
    /// Rows about units that say different things of the same unit and month: none of them is used.
    AboutTwice,
    /// A cause that is not the person's own sickness.
    OtherCause,
    /// A cause nobody has told us about: asked about once per value.
    UnknownCause,
    /// An extent of zero.
    ZeroExtent,
    /// A date that cannot be read.
    NotADate,
    /// A month that cannot be read.
    NotAMonth,
    /// A number that cannot be read.
    NotANumber,
    /// An extent above 100 % or below 0.
    ExtentOutOfRange,
    /// A share above 100 % or below 0.
    ShareOutOfRange,
    /// A number that cannot be negative.
    Negative,
    /// The last day lies before the first.
    EndBeforeStart,
    /// The date lies outside the years that the rules cover.
    OutsideRules,
    /// A value that the row cannot do without is missing.
    Missing,
    /// The row has more or fewer cells than the heading, and what it lacks is needed.
    Ragged,
    // --- questions ---
    /// Numbers of a column fit two conventions (`239.554`).
    AmbiguousNumber,
    /// Dates of a column fit two conventions (`01/03/2024`).
    AmbiguousDate,
    /// An earlier table has other values for some units and months.
    SameMonths,
    /// The same, and the user has said which ones count.
    SameMonthsAnswered,
    /// Two columns could have the same meaning; the first was taken.
    TwoColumns,
    /// A column of short, long or total absence does not say whether it holds hours, days or per cent.
    UnknownMeasure,
    /// The table seems to hold long spells only: whole ones, or their days from day 15.
    Filtered,
    // --- remarks ---
    /// A column that means nothing to us.
    ColumnIgnored,
    /// No column tells people apart: each row is its own person, and relapses cannot be seen.
    NoEmployee,
    /// No extent column: every row counts as full absence.
    NoExtent,
    /// No cause column: every row counts as own sickness.
    NoCause,
    /// Sick days of one person overlapped: their extents were added, up to 100 %.
    Overlap,
    /// Spells without an end were ended at the as-of date.
    OpenSpells,
    /// Days after the as-of date were left out.
    AfterAsOf,
    /// Weekends between sick days of a one-row-per-day table were taken as part of the spell.
    WeekendsBridged,
    /// Hours recorded on the rows were spread evenly over their weekdays.
    HoursSpread,
    /// Rows that hold nothing but Saturdays and Sundays, and no hours: no scheduled time is lost.
    OnlyDaysOff,
    /// Data from the months in which the state paid employers' sick pay: not deducted.
    Pandemic,
    /// Months between the first and the last that hold no row.
    GapMonths,
    /// Units of a monthly table that lack some of the months that others have.
    UnitsLackMonths,
    /// Months of a table of spells that hold no row: taken as months without absence.
    MonthsWithoutRows,
    /// Scheduled hours were derived from sick hours and the percentage.
    ScheduleDerived,
    /// A total row agrees with the sum of its rows.
    TotalAgrees,
    /// A total row differs from the sum of its rows.
    TotalDiffers,
    /// The first spells may have begun before the data: their day numbers are then too low.
    MayHaveBegunEarlier,
    /// The user has said whether the first spells began before the data.
    BegunEarlier,
    /// Sick hours above the scheduled hours of the same row.
    HoursAboveSchedule,
    /// Dates are written with the month first: a value in the second place is too large for a month.
    MonthFirst,
    /// A cell says nothing that its column may say: its row counts without it.
    NotUnderstood,
    /// The first day of a spell lies after the first day of its row: the row counts without it.
    SpellStartsLater,
    /// Scheduled hours that do not go with the days of their rows: those of a week, say. They are not used.
    ScheduleNotOfRow,
    /// Rows that tell hours and no extent, where others tell theirs: the hours say how much was absent.
    ExtentByHours,
    /// Names of units that differ in case or blanks alone: taken as one.
    UnitsAlike,
    /// Units that come to as much as those beside them do together: they may be sums, and count twice.
    UnitIsSum,
    /// Rows that name no unit, where others do.
    NoUnit,
    /// Values of a quarter: its hours were spread equally over its months.
    QuartersSpread,
    /// The same of a tertial.
    TertialsSpread,
    /// Months stand without their year, and a title names one.
    YearFromTitle,
    /// The user has said that the table holds whole spells, and that the shorter ones are missing.
    FilterWhole,
    /// The user has said that the rows begin on day 15 of their spells.
    FilterFromDay15,
    /// What a table about units gives, and for how many of them.
    AboutUnits,
    /// What a table about units gives of everyone together.
    AboutEveryone,
    /// Scheduled hours without a month: taken as those of every month.
    AboutEveryMonth,
    /// Units of the absence that no table about units names.
    AboutUnitsLacking,
    /// The table of absence has other values for a unit and month than one about units: its own stand.
    AboutDiffers,
    /// Values of a department, or of everyone, that are not used as units of it have their own.
    AboutNearer,
    /// Months of tables about units that are not in the absence, or not over.
    AboutOtherMonths,
}

impl Kind {
    /// Every kind, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::NoHeading,
        Self::NoLayout,
        Self::NoRows,
        Self::NotText,
        Self::EndlessRow,
        Self::TooWide,
        Self::AboutAlone,
        Self::BlankRow,
        Self::TotalRow,
        Self::RepeatedHeading,
        Self::NotData,
        Self::DuplicateRow,
        Self::SameMonth,
        Self::OtherKind,
        Self::OtherTable,
        Self::UnknownUnit,
        Self::AboutTwice,
        Self::OtherCause,
        Self::UnknownCause,
        Self::ZeroExtent,
        Self::NotADate,
        Self::NotAMonth,
        Self::NotANumber,
        Self::ExtentOutOfRange,
        Self::ShareOutOfRange,
        Self::Negative,
        Self::EndBeforeStart,
        Self::OutsideRules,
        Self::Missing,
        Self::Ragged,
        Self::AmbiguousNumber,
        Self::AmbiguousDate,
        Self::SameMonths,
        Self::SameMonthsAnswered,
        Self::TwoColumns,
        Self::UnknownMeasure,
        Self::Filtered,
        Self::ColumnIgnored,
        Self::NoEmployee,
        Self::NoExtent,
        Self::NoCause,
        Self::Overlap,
        Self::OpenSpells,
        Self::AfterAsOf,
        Self::WeekendsBridged,
        Self::HoursSpread,
        Self::OnlyDaysOff,
        Self::Pandemic,
        Self::GapMonths,
        Self::UnitsLackMonths,
        Self::MonthsWithoutRows,
        Self::ScheduleDerived,
        Self::TotalAgrees,
        Self::TotalDiffers,
        Self::MayHaveBegunEarlier,
        Self::BegunEarlier,
        Self::HoursAboveSchedule,
        Self::MonthFirst,
        Self::NotUnderstood,
        Self::SpellStartsLater,
        Self::ScheduleNotOfRow,
        Self::ExtentByHours,
        Self::UnitsAlike,
        Self::UnitIsSum,
        Self::NoUnit,
        Self::QuartersSpread,
        Self::TertialsSpread,
        Self::YearFromTitle,
        Self::FilterWhole,
        Self::FilterFromDay15,
        Self::AboutUnits,
        Self::AboutEveryone,
        Self::AboutEveryMonth,
        Self::AboutUnitsLacking,
        Self::AboutDiffers,
        Self::AboutNearer,
        Self::AboutOtherMonths,
    ];

    /// Its name in the catalogue and in the JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoHeading => "no_heading",
            Self::NoLayout => "no_layout",
            Self::NoRows => "no_rows",
            Self::NotText => "not_text",
            Self::EndlessRow => "endless_row",
            Self::TooWide => "too_wide",
            Self::AboutAlone => "about_alone",
            Self::BlankRow => "blank_row",
            Self::TotalRow => "total_row",
            Self::RepeatedHeading => "repeated_heading",
            Self::NotData => "not_data",
            Self::DuplicateRow => "duplicate_row",
            Self::SameMonth => "same_month",
            Self::OtherKind => "other_kind",
            Self::OtherTable => "other_table",
            Self::UnknownUnit => "unknown_unit",
            Self::AboutTwice => "about_twice",
            Self::OtherCause => "other_cause",
            Self::UnknownCause => "unknown_cause",
            Self::ZeroExtent => "zero_extent",
            Self::NotADate => "not_a_date",
            Self::NotAMonth => "not_a_month",
            Self::NotANumber => "not_a_number",
            Self::ExtentOutOfRange => "extent_out_of_range",
            Self::ShareOutOfRange => "share_out_of_range",
            Self::Negative => "negative",
            Self::EndBeforeStart => "end_before_start",
            Self::OutsideRules => "outside_rules",
            Self::Missing => "missing",
            Self::Ragged => "ragged",
            Self::AmbiguousNumber => "ambiguous_number",
            Self::AmbiguousDate => "ambiguous_date",
            Self::SameMonths => "same_months",
            Self::SameMonthsAnswered => "same_months_answered",
            Self::TwoColumns => "two_columns",
            Self::UnknownMeasure => "unknown_measure",
            Self::Filtered => "filtered",
            Self::ColumnIgnored => "column_ignored",
            Self::NoEmployee => "no_employee",
            Self::NoExtent => "no_extent",
            Self::NoCause => "no_cause",
            Self::Overlap => "overlap",
            Self::OpenSpells => "open_spells",
            Self::AfterAsOf => "after_as_of",
            Self::WeekendsBridged => "weekends_bridged",
            Self::HoursSpread => "hours_spread",
            Self::OnlyDaysOff => "only_days_off",
            Self::Pandemic => "pandemic",
            Self::GapMonths => "gap_months",
            Self::UnitsLackMonths => "units_lack_months",
            Self::MonthsWithoutRows => "months_without_rows",
            Self::ScheduleDerived => "schedule_derived",
            Self::TotalAgrees => "total_agrees",
            Self::TotalDiffers => "total_differs",
            Self::MayHaveBegunEarlier => "may_have_begun_earlier",
            Self::BegunEarlier => "begun_earlier",
            Self::HoursAboveSchedule => "hours_above_schedule",
            Self::MonthFirst => "month_first",
            Self::NotUnderstood => "not_understood",
            Self::SpellStartsLater => "spell_starts_later",
            Self::ScheduleNotOfRow => "schedule_not_of_row",
            Self::ExtentByHours => "extent_by_hours",
            Self::UnitsAlike => "units_alike",
            Self::UnitIsSum => "unit_is_sum",
            Self::NoUnit => "no_unit",
            Self::QuartersSpread => "quarters_spread",
            Self::TertialsSpread => "tertials_spread",
            Self::YearFromTitle => "year_from_title",
            Self::FilterWhole => "filter_whole",
            Self::FilterFromDay15 => "filter_from_day_15",
            Self::AboutUnits => "about_units",
            Self::AboutEveryone => "about_everyone",
            Self::AboutEveryMonth => "about_every_month",
            Self::AboutUnitsLacking => "about_units_lacking",
            Self::AboutDiffers => "about_differs",
            Self::AboutNearer => "about_nearer",
            Self::AboutOtherMonths => "about_other_months",
        }
    }

    /// Whether rows set aside for it are left out on purpose: there is nothing to mend in them.
    #[must_use]
    pub const fn is_on_purpose(self) -> bool {
        matches!(
            self,
            Self::BlankRow
                | Self::TotalRow
                | Self::RepeatedHeading
                | Self::NotData
                | Self::OtherCause
                | Self::ZeroExtent
                | Self::DuplicateRow
                | Self::SameMonth
                | Self::OtherKind
                | Self::OtherTable
        )
    }

    /// How much it matters.
    #[must_use]
    pub const fn weight(self) -> Weight {
        match self {
            Self::Empty
            | Self::NoHeading
            | Self::NoLayout
            | Self::NoRows
            | Self::NotText
            | Self::EndlessRow
            | Self::TooWide
            | Self::AboutAlone => Weight::Stop,
            Self::AmbiguousNumber
            | Self::AmbiguousDate
            | Self::TwoColumns
            | Self::SameMonths
            | Self::UnknownMeasure
            | Self::UnknownCause
            | Self::Filtered
            | Self::MayHaveBegunEarlier => Weight::Question,
            Self::BlankRow
            | Self::TotalRow
            | Self::RepeatedHeading
            | Self::NotData
            | Self::OtherCause
            | Self::ZeroExtent
            | Self::ColumnIgnored
            | Self::NoEmployee
            | Self::NoExtent
            | Self::NoCause
            | Self::OpenSpells
            | Self::AfterAsOf
            | Self::WeekendsBridged
            | Self::HoursSpread
            | Self::Pandemic
            | Self::GapMonths
            | Self::MonthsWithoutRows
            | Self::OnlyDaysOff
            | Self::ScheduleDerived
            | Self::TotalAgrees
            | Self::SameMonthsAnswered
            | Self::MonthFirst
            | Self::ExtentByHours
            | Self::UnitsAlike
            | Self::QuartersSpread
            | Self::TertialsSpread
            | Self::YearFromTitle
            | Self::FilterWhole
            | Self::FilterFromDay15
            | Self::AboutUnits
            | Self::AboutEveryone
            | Self::AboutOtherMonths
            | Self::BegunEarlier => Weight::Remark,
            _ => Weight::Warning,
        }
    }
}
