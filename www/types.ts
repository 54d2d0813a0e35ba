// Generated from docs/view.schema.json by `make types`. Do not edit.

/**
 * How a full-year forecast was made.
 */
export type ForecastBasis = "season" | "rough" | "complete";
/**
 * Why a point is shown.
 */
export type ContractMark =
  "nothing_saved" | "buyer_breaks_even" | "provider_breaks_even" | "whole_breaks_even" | "cap" | "expected";
/**
 * What came of that rule.
 */
export type ProductionTaken = "health" | "environment" | "sum" | "capped";
/**
 * What kind of employer it is: which standard on-cost holds, and when the earning year of holiday begins.
 */
export type Employer = "municipality" | "region" | "other";
/**
 * What is said of spells on the first day of the data, which may have begun before it.
 */
export type BegunEarlier = "starts_here" | "past_sick_pay";
/**
 * How the total is estimated.
 */
export type Method = "fk" | "rule_of_thumb" | "ki" | "own";
/**
 * A stretch of months that can be shown at the top.
 */
export type Span = "year_to_date" | "last_twelve_months" | "total";
/**
 * A group of the statutory disclosure.
 */
export type GroupName = "all" | "women" | "men" | "under30" | "from30_to49" | "from50";
/**
 * By what units are compared.
 */
export type Level = "short" | "all" | "percent";
/**
 * What makes a unit high.
 */
export type High = "above_whole" | "top";
/**
 * How effects on absence are given.
 */
export type EffectUnit = "percent" | "days_per_employee";
/**
 * How a value is spread between its low and its high.
 */
export type Shape = "triangle" | "normal";
/**
 * Whose cost and saving is looked at.
 */
export type Perspective = "employer" | "state" | "employee" | "society";
/**
 * An input that may be other than it was given.
 */
export type UncertainInput =
  | "effect_short"
  | "effect_long"
  | "effect_spells"
  | "effect_replacement"
  | "effect_production"
  | "effect_leavers"
  | "cost"
  | "value"
  | "days"
  | "delay"
  | "duration"
  | "discount";
/**
 * What is compared, in net days per employee.
 */
export type FollowUpMeasure = "short" | "long" | "all";
/**
 * What is done where both health and environment problems are reported.
 */
export type ProductionRule = "larger" | "sum_capped";

/**
 * Everything that crosses the border of the core, in one document.
 */
export interface Barkraft {
  view: View;
  settings: Settings;
  choices: ChoiceSettings;
  question: Question;
  figure: FigureView;
  simulation: SimulationView;
}
/**
 * Everything there is to show.
 */
export interface View {
  reading: ReadingView;
  /**
   * What was understood of each table, in the order they were added.
   */
  tables: TableView[];
  /**
   * The day the report is as of.
   */
  as_of?: string | null;
  /**
   * Whether the user gave it.
   */
  as_of_given: boolean;
  /**
   * If a given as-of date was refused: an id under `problem.` in the catalogue.
   */
  as_of_problem?: string | null;
  /**
   * Each value the result rests on, with where it comes from.
   */
  inputs: InputView[];
  /**
   * Ids of inputs that are missing and without which some figure cannot be given, most important first.
   */
  asks: string[];
  method: MethodView;
  /**
   * The stretch shown at the top.
   */
  span: "year_to_date" | "last_twelve_months" | "total";
  total: PeriodView;
  year_to_date: PeriodView1;
  last_twelve_months: PeriodView2;
  /**
   * Each month from the first to the last of the data.
   */
  months: MonthView[];
  /**
   * Each unit, over the same months as `total`, by name (JSON of the command line only; empty on the page).
   */
  units: UnitView[];
  /**
   * Each unit over the months of `span`, largest estimated total first.
   */
  units_in_span: UnitView[];
  organisation: OrganisationView;
  in_span: SpanView;
  measures: MeasuresView;
  forecast: ForecastView;
  example: ExampleView;
  /**
   * Names of the figures that rest on values the user has put in place of rules, with the ids of those rules.
   */
  overridden: {
    [k: string]: string[] | undefined;
  };
  /**
   * Overrides that were refused: `rule valid_from`, with the id of the problem under `problem.`.
   */
  override_problems: {
    [k: string]: string | undefined;
  };
  /**
   * Every rule and amount of the table, with its source; `used` says whether the present result rests on it.
   */
  rules: RuleView[];
  /**
   * What was noticed about absence and cost, beyond the reading.
   */
  notes: NoteView[];
  investment: InvestmentView;
  follow_up: FollowUpView;
  production: ProductionView;
}
/**
 * What was understood of all tables together.
 */
export interface ReadingView {
  /**
   * Rows below the headings.
   */
  pasted: number;
  /**
   * Rows used.
   */
  used: number;
  /**
   * Rows set aside; `used + set_aside = pasted`.
   */
  set_aside: number;
  /**
   * `spells`, `days`, `months`, `about_units` or `unknown`.
   */
  layout: string;
  /**
   * First and last month of the data.
   */
  first_month?: string | null;
  /**
   * Last month of the data.
   */
  last_month?: string | null;
  /**
   * Number of units named in the data; 0 without a unit column.
   */
  units: number;
  /**
   * Number of people told apart; `null` for monthly tables and tables without an employee column.
   */
  people?: number | null;
  /**
   * The meanings a column can be given, in the order to offer them.
   */
  meanings: string[];
}
/**
 * What was understood of one table.
 */
export interface TableView {
  /**
   * Rows below the heading.
   */
  pasted: number;
  /**
   * Rows used.
   */
  used: number;
  /**
   * Rows set aside; `used + set_aside = pasted`.
   */
  set_aside: number;
  /**
   * `spells`, `days`, `months`, `about_units` or `unknown`.
   */
  layout: string;
  /**
   * Whether months, quarters or tertials stand across.
   */
  crosstab: boolean;
  /**
   * The line of the heading, from 1.
   */
  heading_row: number;
  /**
   * How each column was understood.
   */
  columns: ColumnView[];
  /**
   * The first rows, cell by cell.
   */
  preview: PreviewRow[];
  /**
   * Rows set aside, by reason, most rows first.
   */
  set_aside_groups: SetAsideGroup[];
  /**
   * Sums that the table states, held against its rows.
   */
  checks: SumCheck[];
  /**
   * What was noticed.
   */
  notes: NoteView[];
}
/**
 * How a column was understood.
 */
export interface ColumnView {
  /**
   * Index from 0.
   */
  column: number;
  /**
   * Its heading as pasted.
   */
  heading: string;
  /**
   * What it means.
   */
  meaning: string;
  /**
   * Why: `chosen` by the user, by its `heading`, by a word `inside` the heading, by its `cells`, by `another` column that has the
   * meaning already, or `unknown`.
   */
  why: string;
  /**
   * Whether the user chose it.
   */
  chosen: boolean;
  /**
   * The month (`2024-03`), quarter (`2024-K1`) or tertial (`2024-T1`) that it stands for, in a table with these across.
   */
  over?: string | null;
  /**
   * What its heading says beside the month, quarter, tertial or year that stands across; empty where it says nothing else, and
   * nothing for a column in which none stands across.
   */
  beside?: string | null;
  /**
   * `decimal_comma` or `decimal_point`, for a column of numbers.
   */
  number?: string | null;
  /**
   * `year_first`, `day_first`, `month_first` or `serial`, for a column of dates.
   */
  date?: string | null;
  /**
   * Whether another convention fits as well: the user is asked.
   */
  ambiguous: boolean;
  /**
   * The smallest and the largest value used, in the unit of the meaning (per cent for shares), for a column of numbers.
   */
  lowest?: number | null;
  /**
   * The largest value used.
   */
  highest?: number | null;
  /**
   * The first day or month used, for a column of dates or months.
   */
  first?: string | null;
  /**
   * The last day or month used.
   */
  last?: string | null;
  /**
   * Up to three values; none for a column that tells people apart, and no words from a column that means nothing to us.
   */
  samples: string[];
  /**
   * Whether it tells people apart: its cells are never shown, whatever meaning it is given.
   */
  personal: boolean;
  /**
   * Cells that do not fit the meaning.
   */
  misfits: number;
}
/**
 * One of the first rows below the heading.
 */
export interface PreviewRow {
  /**
   * The line of the paste, from 1.
   */
  row: number;
  /**
   * Why it was set aside, if so: an id under `note.` in the catalogue.
   */
  set_aside?: string | null;
  /**
   * Its cells, one for each column.
   */
  cells: PreviewCell[];
}
/**
 * A cell, and what it was read as.
 */
export interface PreviewCell {
  /**
   * As pasted, shortened; `null` where it may not be shown.
   */
  text?: string | null;
  /**
   * `blank`; `unused` for a column that means nothing to us; `person`; `text`; `date`, `month`, `number` or `share` for what could
   * be read so; `sickness`, `other_cause` or `unknown_cause`; `unread` for what could not be read.
   */
  kind: string;
  /**
   * The date or month read, ISO 8601; `open` for a last day that has not come.
   */
  date?: string | null;
  /**
   * The number read; per cent for a share; the running number for a person.
   */
  number?: number | null;
}
/**
 * Rows set aside for one reason.
 */
export interface SetAsideGroup {
  /**
   * Why: an id under `note.` in the catalogue.
   */
  reason: string;
  /**
   * How many.
   */
  count: number;
  /**
   * Whether they are left out on purpose (another cause, a total, a blank row), so that there is nothing to mend.
   */
  on_purpose: boolean;
  /**
   * The first hundred of them.
   */
  rows: SetAsideRow[];
}
/**
 * A row set aside.
 */
export interface SetAsideRow {
  /**
   * The line of the paste, from 1.
   */
  row: number;
  /**
   * The heading of the column that decided it.
   */
  column?: string | null;
  /**
   * What stood there.
   */
  found?: string | null;
  /**
   * What was expected: an id under `expected.` in the catalogue.
   */
  expected?: string | null;
}
/**
 * A total row of the table, held against the sum of the rows above it.
 */
export interface SumCheck {
  /**
   * The line of the total row, from 1.
   */
  row: number;
  /**
   * The heading of the column that was added up.
   */
  column: string;
  /**
   * What the total row says.
   */
  stated: number;
  /**
   * What the rows add up to.
   */
  summed: number;
  /**
   * Whether they agree, but for rounding.
   */
  agrees: boolean;
}
/**
 * Something noticed.
 */
export interface NoteView {
  /**
   * An id under `note.` in the catalogue.
   */
  id: string;
  /**
   * `stop`, `warning`, `question` or `remark`.
   */
  weight: string;
  /**
   * The line of the paste, from 1.
   */
  row?: number | null;
  /**
   * Index of the column, from 0.
   */
  column?: number | null;
  /**
   * Its heading.
   */
  heading?: string | null;
  /**
   * What stood there.
   */
  found?: string | null;
  /**
   * An id under `expected.` in the catalogue.
   */
  expected?: string | null;
  /**
   * How many rows, cells or months it concerns.
   */
  count: number;
  /**
   * For a question: what can be answered, and what each answer would mean.
   */
  answers: AnswerView[];
}
/**
 * An answer to a question.
 */
export interface AnswerView {
  /**
   * `decimal_comma`, `decimal_point`; `day_first`, `month_first`, `year_first`; `sickness`, `other`; `whole_spells`, `from_day_15`;
   * `earlier`, `later`, `both`; or the id of a meaning, to be given to `column`.
   */
  id: string;
  /**
   * The column that the answer is about, where it is not that of the note.
   */
  column?: number | null;
  /**
   * The heading of that column.
   */
  heading?: string | null;
  /**
   * What the example would be read as, as a number.
   */
  number?: number | null;
  /**
   * What the example would be read as, as a date or month.
   */
  date?: string | null;
  /**
   * Values of the column, for a choice between columns.
   */
  samples: string[];
}
/**
 * A value the result rests on.
 */
export interface InputView {
  /**
   * `monthly_pay`, `weekly_hours`, `headcount`, `short_share`, `days_per_period`, `on_cost`, `holiday`, `overhead`,
   * `short_day`, `long_day`: the same names as in the settings.
   */
  id: string;
  /**
   * The value used.
   */
  value?: number | null;
  /**
   * What it is counted in.
   */
  unit:
    | "sek"
    | "sek_per_hour"
    | "sek_per_day"
    | "sek_per_month"
    | "hours"
    | "hours_per_week"
    | "hours_per_year"
    | "net_days"
    | "net_days_per_employee"
    | "percent"
    | "months"
    | "posts"
    | "count"
    | "factor";
  /**
   * Where it comes from.
   */
  origin: "given" | "default" | "data" | "missing";
  /**
   * Whether the present data and method use it at all.
   */
  used: boolean;
  /**
   * Whether the user changed it from its default.
   */
  changed_by_you: boolean;
  /**
   * The default, where there is one.
   */
  default?: number | null;
  /**
   * The rule that the default comes from: an id of `rules`.
   */
  rule?: string | null;
  /**
   * If a given value was refused: an id under `problem.` in the catalogue; the value is then not used.
   */
  problem?: string | null;
  /**
   * The lowest value that is accepted.
   */
  lowest: number;
  /**
   * The highest value that is accepted.
   */
  highest: number;
}
/**
 * How the total is estimated.
 */
export interface MethodView {
  /**
   * Which.
   */
  id: "fk" | "rule_of_thumb" | "ki" | "own";
  /**
   * Whether the user picked it.
   */
  given: boolean;
  /**
   * Where it was read.
   */
  source: string;
  /**
   * Value of a short net day, kronor (for Försäkringskassan's model: the average over the data).
   */
  short_day?: number | null;
  /**
   * Value of a long net day, kronor.
   */
  long_day?: number | null;
}
/**
 * All months of the data up to the as-of date.
 */
export interface PeriodView {
  /**
   * First month of the period that the data reaches.
   */
  first_month?: string | null;
  /**
   * Last month of the period that the data reaches.
   */
  last_month?: string | null;
  /**
   * Months that hold rows.
   */
  months_with_data: number;
  /**
   * Months of the period that lie between the first month of the data and the as-of date.
   */
  months: number;
  /**
   * Spells that began in the period; `null` where the data does not say.
   */
  spells?: number | null;
  /**
   * Sick-pay periods that began in the period.
   */
  sick_pay_periods?: number | null;
  /**
   * Periods that began with a waiting deduction.
   */
  waiting_deductions?: number | null;
  /**
   * Periods that began with an unpaid waiting day (before 2019).
   */
  waiting_days?: number | null;
  /**
   * People absent; given for single months only, as they do not add up.
   */
  people?: number | null;
  /**
   * Sick hours.
   */
  sick_hours: number;
  /**
   * Net days: sick hours / 8.
   */
  net_days: number;
  /**
   * Of these in days 1–14 of a sick-pay period; `null` where the data does not say.
   */
  short_net_days?: number | null;
  /**
   * Of these from day 15 on.
   */
  long_net_days?: number | null;
  /**
   * Scheduled hours.
   */
  scheduled_hours?: number | null;
  /**
   * Sick hours in per cent of scheduled hours, over the months and units where both are known.
   */
  absence_percent?: number | null;
  /**
   * Number of employees.
   */
  headcount?: number | null;
  /**
   * Net days per employee.
   */
  net_days_per_employee?: number | null;
  /**
   * Short net days per employee.
   */
  short_net_days_per_employee?: number | null;
  /**
   * Net days / 220 per year.
   */
  full_time_equivalents?: number | null;
  /**
   * First layer: sick pay of days 1–14, booked where the data has it, else calculated.
   */
  sick_pay?: number | null;
  /**
   * The booked part of it.
   */
  sick_pay_booked?: number | null;
  /**
   * The calculated part of it.
   */
  sick_pay_calculated?: number | null;
  /**
   * Second layer: what remains of Försäkringskassan's model beyond the sick pay.
   */
  labour_cost?: number | null;
  /**
   * Its part for days 1–14.
   */
  labour_cost_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  labour_cost_long?: number | null;
  /**
   * Third layer: the whole, by the method.
   */
  estimated_total?: number | null;
  /**
   * Its part for days 1–14.
   */
  estimated_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  estimated_long?: number | null;
  /**
   * Booked or calculated sick pay in per cent of the estimated total.
   */
  sick_pay_percent_of_total?: number | null;
  kinds: Kinds;
  /**
   * Each figure with its steps, by name (JSON of the command line only; the page asks for one at a time).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
}
/**
 * How sure each figure is, by name.
 */
export interface Kinds {
  /**
   * Of the sick pay.
   */
  sick_pay: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Of the remaining labour cost.
   */
  labour_cost: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Of the estimated total.
   */
  estimated_total: "booked" | "calculated" | "partly_booked" | "estimated";
}
/**
 * A figure and how it came about.
 */
export interface FigureView {
  /**
   * Its name.
   */
  id: string;
  /**
   * Its value; `null` when it cannot be given.
   */
  value?: number | null;
  /**
   * What it is counted in.
   */
  unit:
    | "sek"
    | "sek_per_hour"
    | "sek_per_day"
    | "sek_per_month"
    | "hours"
    | "hours_per_week"
    | "hours_per_year"
    | "net_days"
    | "net_days_per_employee"
    | "percent"
    | "months"
    | "posts"
    | "count"
    | "factor";
  /**
   * How sure it is.
   */
  kind: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Ids of inputs that are missing for it.
   */
  missing: string[];
  /**
   * Ids under `caveat.` in the catalogue: what to bear in mind.
   */
  caveats: string[];
  /**
   * How it came about, in order; the last step gives the value.
   */
  steps: StepView[];
}
/**
 * One step of arithmetic.
 */
export interface StepView {
  /**
   * What it works out: an id under `step.` in the catalogue.
   */
  id: string;
  /**
   * The year it concerns, where it is done year by year.
   */
  year?: number | null;
  /**
   * How the operands make the result.
   */
  form: "product" | "sum" | "least" | "greatest" | "round_down" | "round";
  /**
   * What goes in.
   */
  operands: OperandView[];
  /**
   * What comes out.
   */
  result: number;
  /**
   * What that is counted in.
   */
  unit:
    | "sek"
    | "sek_per_hour"
    | "sek_per_day"
    | "sek_per_month"
    | "hours"
    | "hours_per_week"
    | "hours_per_year"
    | "net_days"
    | "net_days_per_employee"
    | "percent"
    | "months"
    | "posts"
    | "count"
    | "factor";
}
/**
 * What goes into a step.
 */
export interface OperandView {
  /**
   * An id under `operand.` in the catalogue.
   */
  id: string;
  /**
   * The year it concerns.
   */
  year?: number | null;
  /**
   * Its value, signed; per cent in per cent (the step divides it by 100).
   */
  value: number;
  /**
   * What it is counted in.
   */
  unit:
    | "sek"
    | "sek_per_hour"
    | "sek_per_day"
    | "sek_per_month"
    | "hours"
    | "hours_per_week"
    | "hours_per_year"
    | "net_days"
    | "net_days_per_employee"
    | "percent"
    | "months"
    | "posts"
    | "count"
    | "factor";
  /**
   * Whether the step divides by it.
   */
  per: boolean;
  /**
   * The rule it comes from: an id of `rules`.
   */
  rule?: string | null;
  /**
   * Whether the user gave it.
   */
  given: boolean;
}
/**
 * From January to the as-of date.
 */
export interface PeriodView1 {
  /**
   * First month of the period that the data reaches.
   */
  first_month?: string | null;
  /**
   * Last month of the period that the data reaches.
   */
  last_month?: string | null;
  /**
   * Months that hold rows.
   */
  months_with_data: number;
  /**
   * Months of the period that lie between the first month of the data and the as-of date.
   */
  months: number;
  /**
   * Spells that began in the period; `null` where the data does not say.
   */
  spells?: number | null;
  /**
   * Sick-pay periods that began in the period.
   */
  sick_pay_periods?: number | null;
  /**
   * Periods that began with a waiting deduction.
   */
  waiting_deductions?: number | null;
  /**
   * Periods that began with an unpaid waiting day (before 2019).
   */
  waiting_days?: number | null;
  /**
   * People absent; given for single months only, as they do not add up.
   */
  people?: number | null;
  /**
   * Sick hours.
   */
  sick_hours: number;
  /**
   * Net days: sick hours / 8.
   */
  net_days: number;
  /**
   * Of these in days 1–14 of a sick-pay period; `null` where the data does not say.
   */
  short_net_days?: number | null;
  /**
   * Of these from day 15 on.
   */
  long_net_days?: number | null;
  /**
   * Scheduled hours.
   */
  scheduled_hours?: number | null;
  /**
   * Sick hours in per cent of scheduled hours, over the months and units where both are known.
   */
  absence_percent?: number | null;
  /**
   * Number of employees.
   */
  headcount?: number | null;
  /**
   * Net days per employee.
   */
  net_days_per_employee?: number | null;
  /**
   * Short net days per employee.
   */
  short_net_days_per_employee?: number | null;
  /**
   * Net days / 220 per year.
   */
  full_time_equivalents?: number | null;
  /**
   * First layer: sick pay of days 1–14, booked where the data has it, else calculated.
   */
  sick_pay?: number | null;
  /**
   * The booked part of it.
   */
  sick_pay_booked?: number | null;
  /**
   * The calculated part of it.
   */
  sick_pay_calculated?: number | null;
  /**
   * Second layer: what remains of Försäkringskassan's model beyond the sick pay.
   */
  labour_cost?: number | null;
  /**
   * Its part for days 1–14.
   */
  labour_cost_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  labour_cost_long?: number | null;
  /**
   * Third layer: the whole, by the method.
   */
  estimated_total?: number | null;
  /**
   * Its part for days 1–14.
   */
  estimated_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  estimated_long?: number | null;
  /**
   * Booked or calculated sick pay in per cent of the estimated total.
   */
  sick_pay_percent_of_total?: number | null;
  kinds: Kinds;
  /**
   * Each figure with its steps, by name (JSON of the command line only; the page asks for one at a time).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
}
/**
 * The twelve months that end with the as-of month.
 */
export interface PeriodView2 {
  /**
   * First month of the period that the data reaches.
   */
  first_month?: string | null;
  /**
   * Last month of the period that the data reaches.
   */
  last_month?: string | null;
  /**
   * Months that hold rows.
   */
  months_with_data: number;
  /**
   * Months of the period that lie between the first month of the data and the as-of date.
   */
  months: number;
  /**
   * Spells that began in the period; `null` where the data does not say.
   */
  spells?: number | null;
  /**
   * Sick-pay periods that began in the period.
   */
  sick_pay_periods?: number | null;
  /**
   * Periods that began with a waiting deduction.
   */
  waiting_deductions?: number | null;
  /**
   * Periods that began with an unpaid waiting day (before 2019).
   */
  waiting_days?: number | null;
  /**
   * People absent; given for single months only, as they do not add up.
   */
  people?: number | null;
  /**
   * Sick hours.
   */
  sick_hours: number;
  /**
   * Net days: sick hours / 8.
   */
  net_days: number;
  /**
   * Of these in days 1–14 of a sick-pay period; `null` where the data does not say.
   */
  short_net_days?: number | null;
  /**
   * Of these from day 15 on.
   */
  long_net_days?: number | null;
  /**
   * Scheduled hours.
   */
  scheduled_hours?: number | null;
  /**
   * Sick hours in per cent of scheduled hours, over the months and units where both are known.
   */
  absence_percent?: number | null;
  /**
   * Number of employees.
   */
  headcount?: number | null;
  /**
   * Net days per employee.
   */
  net_days_per_employee?: number | null;
  /**
   * Short net days per employee.
   */
  short_net_days_per_employee?: number | null;
  /**
   * Net days / 220 per year.
   */
  full_time_equivalents?: number | null;
  /**
   * First layer: sick pay of days 1–14, booked where the data has it, else calculated.
   */
  sick_pay?: number | null;
  /**
   * The booked part of it.
   */
  sick_pay_booked?: number | null;
  /**
   * The calculated part of it.
   */
  sick_pay_calculated?: number | null;
  /**
   * Second layer: what remains of Försäkringskassan's model beyond the sick pay.
   */
  labour_cost?: number | null;
  /**
   * Its part for days 1–14.
   */
  labour_cost_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  labour_cost_long?: number | null;
  /**
   * Third layer: the whole, by the method.
   */
  estimated_total?: number | null;
  /**
   * Its part for days 1–14.
   */
  estimated_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  estimated_long?: number | null;
  /**
   * Booked or calculated sick pay in per cent of the estimated total.
   */
  sick_pay_percent_of_total?: number | null;
  kinds: Kinds;
  /**
   * Each figure with its steps, by name (JSON of the command line only; the page asks for one at a time).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
}
/**
 * A month.
 */
export interface MonthView {
  /**
   * `2024-03`.
   */
  month: string;
  /**
   * Whether the data has rows for it; if not, its zeros mean "no data".
   */
  has_data: boolean;
  /**
   * First month of the period that the data reaches.
   */
  first_month?: string | null;
  /**
   * Last month of the period that the data reaches.
   */
  last_month?: string | null;
  /**
   * Months that hold rows.
   */
  months_with_data: number;
  /**
   * Months of the period that lie between the first month of the data and the as-of date.
   */
  months: number;
  /**
   * Spells that began in the period; `null` where the data does not say.
   */
  spells?: number | null;
  /**
   * Sick-pay periods that began in the period.
   */
  sick_pay_periods?: number | null;
  /**
   * Periods that began with a waiting deduction.
   */
  waiting_deductions?: number | null;
  /**
   * Periods that began with an unpaid waiting day (before 2019).
   */
  waiting_days?: number | null;
  /**
   * People absent; given for single months only, as they do not add up.
   */
  people?: number | null;
  /**
   * Sick hours.
   */
  sick_hours: number;
  /**
   * Net days: sick hours / 8.
   */
  net_days: number;
  /**
   * Of these in days 1–14 of a sick-pay period; `null` where the data does not say.
   */
  short_net_days?: number | null;
  /**
   * Of these from day 15 on.
   */
  long_net_days?: number | null;
  /**
   * Scheduled hours.
   */
  scheduled_hours?: number | null;
  /**
   * Sick hours in per cent of scheduled hours, over the months and units where both are known.
   */
  absence_percent?: number | null;
  /**
   * Number of employees.
   */
  headcount?: number | null;
  /**
   * Net days per employee.
   */
  net_days_per_employee?: number | null;
  /**
   * Short net days per employee.
   */
  short_net_days_per_employee?: number | null;
  /**
   * Net days / 220 per year.
   */
  full_time_equivalents?: number | null;
  /**
   * First layer: sick pay of days 1–14, booked where the data has it, else calculated.
   */
  sick_pay?: number | null;
  /**
   * The booked part of it.
   */
  sick_pay_booked?: number | null;
  /**
   * The calculated part of it.
   */
  sick_pay_calculated?: number | null;
  /**
   * Second layer: what remains of Försäkringskassan's model beyond the sick pay.
   */
  labour_cost?: number | null;
  /**
   * Its part for days 1–14.
   */
  labour_cost_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  labour_cost_long?: number | null;
  /**
   * Third layer: the whole, by the method.
   */
  estimated_total?: number | null;
  /**
   * Its part for days 1–14.
   */
  estimated_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  estimated_long?: number | null;
  /**
   * Booked or calculated sick pay in per cent of the estimated total.
   */
  sick_pay_percent_of_total?: number | null;
  kinds: Kinds1;
  /**
   * Each figure with its steps, by name (JSON of the command line only; the page asks for one at a time).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
}
/**
 * How sure each figure is, by name.
 */
export interface Kinds1 {
  /**
   * Of the sick pay.
   */
  sick_pay: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Of the remaining labour cost.
   */
  labour_cost: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Of the estimated total.
   */
  estimated_total: "booked" | "calculated" | "partly_booked" | "estimated";
}
/**
 * A unit.
 */
export interface UnitView {
  /**
   * Its name; empty where the data names none.
   */
  unit: string;
  /**
   * Its department, where the data has departments.
   */
  department?: string | null;
  /**
   * First month of the period that the data reaches.
   */
  first_month?: string | null;
  /**
   * Last month of the period that the data reaches.
   */
  last_month?: string | null;
  /**
   * Months that hold rows.
   */
  months_with_data: number;
  /**
   * Months of the period that lie between the first month of the data and the as-of date.
   */
  months: number;
  /**
   * Spells that began in the period; `null` where the data does not say.
   */
  spells?: number | null;
  /**
   * Sick-pay periods that began in the period.
   */
  sick_pay_periods?: number | null;
  /**
   * Periods that began with a waiting deduction.
   */
  waiting_deductions?: number | null;
  /**
   * Periods that began with an unpaid waiting day (before 2019).
   */
  waiting_days?: number | null;
  /**
   * People absent; given for single months only, as they do not add up.
   */
  people?: number | null;
  /**
   * Sick hours.
   */
  sick_hours: number;
  /**
   * Net days: sick hours / 8.
   */
  net_days: number;
  /**
   * Of these in days 1–14 of a sick-pay period; `null` where the data does not say.
   */
  short_net_days?: number | null;
  /**
   * Of these from day 15 on.
   */
  long_net_days?: number | null;
  /**
   * Scheduled hours.
   */
  scheduled_hours?: number | null;
  /**
   * Sick hours in per cent of scheduled hours, over the months and units where both are known.
   */
  absence_percent?: number | null;
  /**
   * Number of employees.
   */
  headcount?: number | null;
  /**
   * Net days per employee.
   */
  net_days_per_employee?: number | null;
  /**
   * Short net days per employee.
   */
  short_net_days_per_employee?: number | null;
  /**
   * Net days / 220 per year.
   */
  full_time_equivalents?: number | null;
  /**
   * First layer: sick pay of days 1–14, booked where the data has it, else calculated.
   */
  sick_pay?: number | null;
  /**
   * The booked part of it.
   */
  sick_pay_booked?: number | null;
  /**
   * The calculated part of it.
   */
  sick_pay_calculated?: number | null;
  /**
   * Second layer: what remains of Försäkringskassan's model beyond the sick pay.
   */
  labour_cost?: number | null;
  /**
   * Its part for days 1–14.
   */
  labour_cost_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  labour_cost_long?: number | null;
  /**
   * Third layer: the whole, by the method.
   */
  estimated_total?: number | null;
  /**
   * Its part for days 1–14.
   */
  estimated_short?: number | null;
  /**
   * Its part from day 15 on.
   */
  estimated_long?: number | null;
  /**
   * Booked or calculated sick pay in per cent of the estimated total.
   */
  sick_pay_percent_of_total?: number | null;
  kinds: Kinds2;
  /**
   * Each figure with its steps, by name (JSON of the command line only; the page asks for one at a time).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
}
/**
 * How sure each figure is, by name.
 */
export interface Kinds2 {
  /**
   * Of the sick pay.
   */
  sick_pay: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Of the remaining labour cost.
   */
  labour_cost: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Of the estimated total.
   */
  estimated_total: "booked" | "calculated" | "partly_booked" | "estimated";
}
/**
 * Departments and units that can be opened, and what is opened now.
 */
export interface OrganisationView {
  /**
   * Departments by name; none where the data has one level only.
   */
  departments: DepartmentView[];
  /**
   * Names of the units, where there are no departments.
   */
  units: string[];
  /**
   * Name of the opened department.
   */
  department?: string | null;
  /**
   * Name of the opened unit.
   */
  unit?: string | null;
}
/**
 * A department.
 */
export interface DepartmentView {
  /**
   * Its name.
   */
  name: string;
  /**
   * Names of its units.
   */
  units: string[];
}
/**
 * More about the months of `span`.
 */
export interface SpanView {
  /**
   * Sick days by the calendar day of the period on which they fell; empty where the data does not say.
   */
  bands: BandView[];
  /**
   * Share of the sick time that lies in unbroken periods of 60 days or more, per cent.
   */
  long_share_percent?: number | null;
  parties: PartiesView;
  /**
   * The estimated total by each method, for the same data.
   */
  methods: MethodTotal[];
  /**
   * Booked sick pay beside what the rules would give for the same rows; `null` where none is booked.
   */
  booked?: BookedView | null;
  replacement: ReplacementView;
  /**
   * Between what values the layers lie, whenever the first spells began: on the first day of the data, just so long before that the deduction is drawn, past the
   * days of sick pay, past top-up and holiday. `null` where it is no question, or answered.
   */
  if_begun_earlier?: RangeView | null;
  /**
   * The sick pay if those spells were past the days of sick pay; `null` where that is no question.
   */
  sick_pay_if_past?: number | null;
  /**
   * What one net day more or less in the average sick-pay period would mean; `null` where it is not assumed.
   */
  if_periods_differ?: RangeView | null;
}
/**
 * Sick days of some day numbers.
 */
export interface BandView {
  /**
   * First day.
   */
  from_day: number;
  /**
   * Last day; `null` for all later ones.
   */
  to_day?: number | null;
  /**
   * Net days.
   */
  net_days: number;
  /**
   * In per cent of all.
   */
  percent: number;
}
/**
 * Who pays: employer, state and employee.
 */
export interface PartiesView {
  /**
   * Pay that the absence costs, if nobody paid anything.
   */
  pay_lost?: number | null;
  /**
   * Sick pay of days 1–14 and top-up of the agreement.
   */
  employer?: number | null;
  /**
   * Sickness benefit from day 15, and sick pay that is reimbursed.
   */
  state?: number | null;
  /**
   * What remains for the employee to bear, before tax.
   */
  employee?: number | null;
  /**
   * Ids of inputs that are missing.
   */
  missing: string[];
  /**
   * An id under `parties.unknown.` where the data does not carry it.
   */
  unknown?: string | null;
}
/**
 * The estimated total by one method.
 */
export interface MethodTotal {
  /**
   * Which.
   */
  id: "fk" | "rule_of_thumb" | "ki" | "own";
  /**
   * Where it was read.
   */
  source: string;
  /**
   * The total.
   */
  total?: number | null;
  /**
   * Its part for days 1–14.
   */
  short?: number | null;
  /**
   * Its part from day 15 on.
   */
  long?: number | null;
  /**
   * Average of a short net day.
   */
  short_day?: number | null;
  /**
   * Average of a long net day.
   */
  long_day?: number | null;
  /**
   * Ids of inputs that are missing.
   */
  missing: string[];
}
/**
 * Booked sick pay beside what the rules give.
 */
export interface BookedView {
  /**
   * Booked.
   */
  booked: number;
  /**
   * What the rules give for the same rows.
   */
  calculated?: number | null;
  /**
   * Booked less calculated.
   */
  difference?: number | null;
  /**
   * Ids of inputs that are missing.
   */
  missing: string[];
}
/**
 * Cost of replacement.
 */
export interface ReplacementView {
  /**
   * Its cost; `null` while nothing is entered or booked.
   */
  cost?: number | null;
  /**
   * Booked in the data, or estimated from what was entered.
   */
  kind: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * The estimated total with it; `null` where the method refuses it.
   */
  total?: number | null;
  /**
   * Why it is not added: an id under `replacement.refused.`.
   */
  refused?: string | null;
  /**
   * Share entered.
   */
  share?: number | null;
  /**
   * Cost of an hour entered.
   */
  hour_cost?: number | null;
  /**
   * Ids of settings that were refused (`share`, `cost`), with the id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
  /**
   * Ids of inputs that are missing.
   */
  missing: string[];
}
/**
 * Between what two values the three layers lie.
 */
export interface RangeView {
  /**
   * Sick pay, lowest and highest.
   *
   * @minItems 2
   * @maxItems 2
   */
  sick_pay?: [unknown, unknown] | null;
  /**
   * Remaining labour cost.
   *
   * @minItems 2
   * @maxItems 2
   */
  labour_cost?: [unknown, unknown] | null;
  /**
   * Estimated total.
   *
   * @minItems 2
   * @maxItems 2
   */
  estimated_total?: [unknown, unknown] | null;
}
/**
 * Measures of the field.
 */
export interface MeasuresView {
  /**
   * Rolling twelve months, by their last month.
   */
  rolling: RollingView[];
  repeated: RepeatedView;
  statutory: StatutoryView;
  watch: WatchView;
  /**
   * The spread between units in each month.
   */
  spread: SpreadView[];
}
/**
 * Twelve months that end with a month.
 */
export interface RollingView {
  /**
   * The last month.
   */
  month: string;
  /**
   * Net days.
   */
  net_days: number;
  /**
   * Short net days.
   */
  short_net_days?: number | null;
  /**
   * Sick hours in per cent of scheduled hours.
   */
  absence_percent?: number | null;
  /**
   * Short net days per employee.
   */
  short_net_days_per_employee?: number | null;
  /**
   * Net days compared with the twelve months before, per cent; `null` without them.
   */
  change_percent?: number | null;
}
/**
 * People by their number of spells in the twelve months up to the as-of date.
 */
export interface RepeatedView {
  /**
   * Whether anything can be shown: the data tells people apart, and they are more than a small group.
   */
  known: boolean;
  /**
   * 1, 2 … spells; people are `null` where the group is too small to be shown.
   */
  people: SpellsOfPeople[];
  /**
   * People with more spells than the rule says; `null` where too few to be shown.
   */
  more?: number | null;
  /**
   * In per cent of the employees.
   */
  more_percent?: number | null;
  /**
   * More than so many spells.
   */
  limit: number;
  /**
   * Whether something is not shown because a group is small.
   */
  hidden: boolean;
}
/**
 * People with a number of spells.
 */
export interface SpellsOfPeople {
  /**
   * How many spells.
   */
  spells: number;
  /**
   * Or more.
   */
  or_more: boolean;
  /**
   * How many people; `null` where too few to be shown.
   */
  people?: number | null;
}
/**
 * The statutory disclosure by sex and age, over `span`.
 */
export interface StatutoryView {
  /**
   * Whether the data divides people by sex or age.
   */
  known: boolean;
  /**
   * The groups, everyone first.
   */
  rows: StatutoryRow[];
  /**
   * A group of so many or fewer is not shown.
   */
  limit: number;
  /**
   * Whether `long_share_percent` rests on hours from day 60 and not on whole periods.
   */
  long_from_day_60: boolean;
}
/**
 * A group of the statutory disclosure.
 */
export interface StatutoryRow {
  /**
   * Which group.
   */
  group: "all" | "women" | "men" | "under30" | "from30_to49" | "from50";
  /**
   * Sick hours in per cent of the group's own scheduled hours.
   */
  absence_percent?: number | null;
  /**
   * Share of the group's sick time in periods of 60 days or more, per cent.
   */
  long_share_percent?: number | null;
  /**
   * Number of employees; `null` for a group that is not shown.
   */
  headcount?: number | null;
  /**
   * `shown`, `small` (too few people), `subtraction` (could be told by subtraction) or `unknown` (size or hours not known).
   */
  state: string;
  /**
   * Whether the user gave its headcount or scheduled hours.
   */
  given: boolean;
}
/**
 * Units by level and trend.
 */
export interface WatchView {
  /**
   * By what units are compared.
   */
  level: "short" | "all" | "percent";
  /**
   * What makes a unit high.
   */
  high: "above_whole" | "top";
  /**
   * The level of the whole: per employee where head counts are known, else `null` when units cannot be compared.
   */
  whole?: number | null;
  /**
   * Whether levels are per employee.
   */
  per_employee: boolean;
  /**
   * Every unit, the highest first.
   */
  units: WatchedUnit[];
}
/**
 * A unit's level and trend.
 */
export interface WatchedUnit {
  /**
   * Its name.
   */
  unit: string;
  /**
   * Its department.
   */
  department?: string | null;
  /**
   * Level of the last twelve months.
   */
  level?: number | null;
  /**
   * Level of the twelve months before; `null` without them.
   */
  before?: number | null;
  /**
   * Change, per cent.
   */
  change_percent?: number | null;
  /**
   * Whether it is high.
   */
  high: boolean;
  /**
   * Whether it is above its own previous twelve months.
   */
  rising: boolean;
}
/**
 * The spread between units in a month.
 */
export interface SpreadView {
  /**
   * The month.
   */
  month: string;
  /**
   * Units compared.
   */
  units: number;
  /**
   * Average over the units of absence in per cent, or of net days where no scheduled hours are known.
   */
  mean: number;
  /**
   * A tenth of the units lies below.
   */
  p10: number;
  /**
   * A tenth of the units lies above.
   */
  p90: number;
  /**
   * Whether it is per cent (else net days).
   */
  percent: boolean;
}
/**
 * The calendar year of the as-of date as a whole.
 */
export interface ForecastView {
  /**
   * The year.
   */
  year: number;
  /**
   * How it was made; `null` when there are no months to go by.
   */
  basis?: ForecastBasis | null;
  /**
   * Months of the year that have data.
   */
  months_known: number;
  /**
   * Net days.
   */
  net_days?: ForecastValue | null;
  /**
   * Short net days.
   */
  short_net_days?: ForecastValue | null;
  /**
   * Sick pay.
   */
  sick_pay?: ForecastValue | null;
  /**
   * Estimated total.
   */
  estimated_total?: ForecastValue | null;
  /**
   * Each month of the year: known, or forecast.
   */
  months: ForecastMonth[];
  /**
   * How many forecasts of earlier months the interval rests on; 0 without any.
   */
  trials: number;
  /**
   * Budget for sick pay.
   */
  budget?: number | null;
  /**
   * Forecast sick pay less the budget.
   */
  budget_difference?: number | null;
  /**
   * If the budget was refused: an id under `problem.`.
   */
  budget_problem?: string | null;
}
/**
 * A forecast of the year.
 */
export interface ForecastValue {
  /**
   * So far.
   */
  so_far: number;
  /**
   * The whole year.
   */
  year: number;
  /**
   * Between these, in four cases of five, if the forecast does as it would have done on the data so far; `null` when that
   * cannot be told.
   */
  low?: number | null;
  /**
   * See `low`.
   */
  high?: number | null;
  /**
   * The year before.
   */
  year_before?: number | null;
}
/**
 * A month of the forecast year.
 */
export interface ForecastMonth {
  /**
   * The month.
   */
  month: string;
  /**
   * Sick pay: known or forecast.
   */
  sick_pay?: number | null;
  /**
   * Net days: known or forecast.
   */
  net_days?: number | null;
  /**
   * Whether it is a forecast.
   */
  forecast: boolean;
}
/**
 * One spell as an example of who pays.
 */
export interface ExampleView {
  /**
   * First day.
   */
  from: string;
  /**
   * Last day.
   */
  to: string;
  /**
   * Calendar days.
   */
  days: number;
  /**
   * Extent, per cent.
   */
  extent: number;
  /**
   * Monthly pay; `null` when none is known.
   */
  monthly_pay?: number | null;
  /**
   * By day number: 1–14, 15–90 (to the last day of top-up), later.
   */
  rows: ExampleRow[];
  sum: PartiesView2;
  /**
   * Waiting deduction drawn, kronor.
   */
  deduction?: number | null;
  /**
   * Ids of settings that were refused (`days`, `extent`, `monthly_pay`, `from`), with the id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
}
/**
 * Some days of the example.
 */
export interface ExampleRow {
  /**
   * First day number.
   */
  from_day: number;
  /**
   * Last day number.
   */
  to_day: number;
  parties: PartiesView1;
}
/**
 * Who pays.
 */
export interface PartiesView1 {
  /**
   * Pay that the absence costs, if nobody paid anything.
   */
  pay_lost?: number | null;
  /**
   * Sick pay of days 1–14 and top-up of the agreement.
   */
  employer?: number | null;
  /**
   * Sickness benefit from day 15, and sick pay that is reimbursed.
   */
  state?: number | null;
  /**
   * What remains for the employee to bear, before tax.
   */
  employee?: number | null;
  /**
   * Ids of inputs that are missing.
   */
  missing: string[];
  /**
   * An id under `parties.unknown.` where the data does not carry it.
   */
  unknown?: string | null;
}
/**
 * All of it.
 */
export interface PartiesView2 {
  /**
   * Pay that the absence costs, if nobody paid anything.
   */
  pay_lost?: number | null;
  /**
   * Sick pay of days 1–14 and top-up of the agreement.
   */
  employer?: number | null;
  /**
   * Sickness benefit from day 15, and sick pay that is reimbursed.
   */
  state?: number | null;
  /**
   * What remains for the employee to bear, before tax.
   */
  employee?: number | null;
  /**
   * Ids of inputs that are missing.
   */
  missing: string[];
  /**
   * An id under `parties.unknown.` where the data does not carry it.
   */
  unknown?: string | null;
}
/**
 * A rule or amount used.
 */
export interface RuleView {
  /**
   * Its id; its name is under `rule.` in the catalogue.
   */
  id: string;
  /**
   * The value, in `unit`.
   */
  value: number;
  /**
   * What it is counted in.
   */
  unit:
    | "sek"
    | "sek_per_hour"
    | "sek_per_day"
    | "sek_per_month"
    | "hours"
    | "hours_per_week"
    | "hours_per_year"
    | "net_days"
    | "net_days_per_employee"
    | "percent"
    | "months"
    | "posts"
    | "count"
    | "factor";
  /**
   * First day it holds.
   */
  valid_from: string;
  /**
   * Last day it holds.
   */
  valid_to: string;
  /**
   * Where it was read.
   */
  source: string;
  /**
   * When that was checked.
   */
  checked_on: string;
  /**
   * How it is known.
   */
  status: "read" | "derived" | "recalled" | "assumed" | "unknown";
  /**
   * Whether the user's own value replaces it now.
   */
  overridden: boolean;
  /**
   * The value of the table, which `value` is while not overridden; `null` where it is not known here.
   */
  default?: number | null;
  /**
   * What it belongs to.
   */
  area: "sick_pay" | "agreement" | "on_cost" | "state" | "method" | "measure";
  /**
   * Whether the present result rests on it.
   */
  used: boolean;
  /**
   * Whether a value of one's own can stand in its place.
   */
  editable: boolean;
  /**
   * The lowest value that is accepted.
   */
  lowest: number;
  /**
   * The highest value that is accepted.
   */
  highest: number;
}
/**
 * Whether the investments carry themselves.
 */
export interface InvestmentView {
  /**
   * Months within which each must carry itself.
   */
  horizon: number;
  /**
   * Discount rate a year, per cent.
   */
  discount: number;
  /**
   * Whether the user gave it.
   */
  discount_given: boolean;
  /**
   * Whose cost and saving is looked at.
   */
  perspective: "employer" | "state" | "employee" | "society";
  /**
   * How far an input is taken to lie off where nobody says, per cent of it.
   */
  spread: number;
  /**
   * What an hour of work costs the employer.
   */
  hourly_cost?: number | null;
  /**
   * The same by pay, on-cost and weekly hours.
   */
  hourly_cost_default?: number | null;
  /**
   * Value of a short net day, everyone's.
   */
  value_short_day?: number | null;
  /**
   * Value of a long net day.
   */
  value_long_day?: number | null;
  /**
   * Short net days a year today: the last twelve months of the data, or fewer months scaled to a year.
   */
  short_net_days_per_year?: number | null;
  /**
   * Long net days a year today.
   */
  long_net_days_per_year?: number | null;
  /**
   * Number of employees.
   */
  employees?: number | null;
  /**
   * How many months with data the values of a year rest on.
   */
  baseline_months: number;
  /**
   * Names of all units, to choose from.
   */
  units: PlaceName[];
  /**
   * The investments. There is always one, which may be empty.
   */
  cases: CaseView[];
  /**
   * All of them together, where there are several.
   */
  combined?: CombinedView | null;
  contract: ContractView;
  /**
   * Published findings to start from.
   */
  cards: CardView[];
  /**
   * The values that are accepted, by setting.
   */
  limits: {
    [k: string]: LimitView | undefined;
  };
  /**
   * How sure the answers are.
   */
  kind: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * The value of a day with its steps, by name (JSON of the command line only).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
  /**
   * Ids of settings that were refused, with the id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
}
/**
 * A unit.
 */
export interface PlaceName {
  /**
   * Its name.
   */
  unit: string;
  /**
   * Its department, where the data has departments.
   */
  department?: string | null;
}
/**
 * An investment.
 */
export interface CaseView {
  /**
   * What can be said.
   */
  verdict:
    | "no_cost"
    | "no_value"
    | "no_time"
    | "needs"
    | "needs_more_than_all"
    | "carries"
    | "carries_not"
    | "no_saving"
    | "pays_nothing";
  /**
   * Cost at the start.
   */
  start: number;
  /**
   * Cost each month while it runs.
   */
  monthly: number;
  /**
   * Months it runs, within the horizon.
   */
  months: number;
  /**
   * How many take part.
   */
  participants?: number | null;
  /**
   * Cost over the horizon, in kronor of today.
   */
  cost: number;
  /**
   * Value of a short net day of the group that it is for.
   */
  value_short_day?: number | null;
  /**
   * Value of a long net day.
   */
  value_long_day?: number | null;
  /**
   * Short net days a year of that group.
   */
  short_net_days_per_year?: number | null;
  /**
   * Long net days a year.
   */
  long_net_days_per_year?: number | null;
  /**
   * Fewer short net days needed over the horizon.
   */
  needed_short_net_days?: number | null;
  /**
   * The same a year at full effect.
   */
  needed_short_net_days_per_year?: number | null;
  /**
   * The same in per cent of today's.
   */
  needed_percent?: number | null;
  /**
   * The same in full-time posts.
   */
  needed_full_time_equivalents?: number | null;
  /**
   * About how many spells that is.
   */
  needed_spells?: number | null;
  /**
   * Fewer long net days needed over the horizon, if only these fall.
   */
  needed_long_net_days?: number | null;
  /**
   * The same a year at full effect, in per cent of today's.
   */
  needed_long_percent?: number | null;
  /**
   * By how much both must fall if they fall alike, per cent.
   */
  needed_both_percent?: number | null;
  /**
   * Combinations of effects on short and long absence that break even: the ends of a line, per cent.
   */
  break_even: MapPoint[];
  /**
   * What the horizon would save if all short absence disappeared.
   */
  saving_of_all_short?: number | null;
  /**
   * Entered effect on short absence, per cent of today's.
   */
  effect_short?: number | null;
  /**
   * Entered effect on long absence, per cent of today's.
   */
  effect_long?: number | null;
  /**
   * Saving each month at the full effect.
   */
  saving_per_month?: number | null;
  /**
   * Saving over the horizon, in kronor of today: the most the investment may cost.
   */
  highest_cost?: number | null;
  /**
   * Months until what is saved makes up for what is paid; `null` when that never happens.
   */
  payback_months?: number | null;
  /**
   * Saving minus cost at the horizon: net present value.
   */
  result_at_horizon?: number | null;
  /**
   * The same without discounting.
   */
  result_undiscounted?: number | null;
  /**
   * Result in per cent of the cost.
   */
  return_percent?: number | null;
  /**
   * Saving per krona of cost.
   */
  benefit_cost?: number | null;
  /**
   * What is lost by beginning a year later, within the same months.
   */
  cost_of_waiting?: number | null;
  /**
   * Fewer net days over the horizon at the entered effect.
   */
  saved_net_days?: number | null;
  /**
   * Cumulated cost and saving by month, from 0 to the horizon, in kronor of today. This, and what follows of scenarios, tornado, map
   * and those concerned, only of the investment that is shown (of all of them on the command line).
   */
  curve: CurvePoint[];
  /**
   * Whether `curve` shows the entered effect (else the effect that just breaks even).
   */
  curve_at_given_effect: boolean;
  /**
   * All uncertain inputs at their low, base and high values together.
   */
  scenarios: ScenarioView[];
  /**
   * Each uncertain input by itself, the one that matters most first.
   */
  tornado: BarView[];
  /**
   * The result for values of two inputs.
   */
  map?: MapView | null;
  /**
   * The result of each one concerned, at the entered effect.
   */
  perspectives: PerspectiveView[];
  /**
   * Whether the effects stand as the chosen card gives them.
   */
  as_card: boolean;
  /**
   * Each answer with its steps, by name (JSON of the command line only).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
  /**
   * Ids of settings that were refused, with the id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
}
/**
 * A point between two inputs.
 */
export interface MapPoint {
  /**
   * Across.
   */
  across: number;
  /**
   * Down.
   */
  down: number;
}
/**
 * A point of the curve.
 */
export interface CurvePoint {
  /**
   * Months since the start.
   */
  month: number;
  /**
   * Cumulated cost.
   */
  cost: number;
  /**
   * Cumulated saving.
   */
  saving: number;
  /**
   * Saving minus cost.
   */
  net: number;
  /**
   * Saving minus cost with all uncertain inputs at the values that speak against the investment.
   */
  low?: number | null;
  /**
   * The same with those that speak for it.
   */
  high?: number | null;
}
/**
 * All uncertain inputs at values that speak against the investment, as they are taken to be, and for it.
 */
export interface ScenarioView {
  /**
   * `low`, `base` or `high`.
   */
  id: string;
  /**
   * Cost over the horizon.
   */
  cost: number;
  /**
   * Saving over the horizon.
   */
  saving?: number | null;
  /**
   * Result.
   */
  result?: number | null;
  /**
   * Months until it is paid back.
   */
  payback_months?: number | null;
}
/**
 * An uncertain input by itself. Values are per cent, months or leavers.
 */
export interface BarView {
  /**
   * Which.
   */
  input:
    | "effect_short"
    | "effect_long"
    | "effect_spells"
    | "effect_replacement"
    | "effect_production"
    | "effect_leavers"
    | "cost"
    | "value"
    | "days"
    | "delay"
    | "duration"
    | "discount";
  /**
   * Its lowest value.
   */
  low: number;
  /**
   * What it is taken to be.
   */
  base: number;
  /**
   * Its highest value.
   */
  high: number;
  /**
   * Whether the bounds are Bärkraft's assumption.
   */
  assumed: boolean;
  /**
   * Result at the lowest.
   */
  at_low: number;
  /**
   * Result at the highest.
   */
  at_high: number;
  /**
   * The value at which it just breaks even; `null` where none does.
   */
  switching?: number | null;
}
/**
 * The result for values of two inputs.
 */
export interface MapView {
  /**
   * The input across.
   */
  across:
    | "effect_short"
    | "effect_long"
    | "effect_spells"
    | "effect_replacement"
    | "effect_production"
    | "effect_leavers"
    | "cost"
    | "value"
    | "days"
    | "delay"
    | "duration"
    | "discount";
  /**
   * The input down.
   */
  down:
    | "effect_short"
    | "effect_long"
    | "effect_spells"
    | "effect_replacement"
    | "effect_production"
    | "effect_leavers"
    | "cost"
    | "value"
    | "days"
    | "delay"
    | "duration"
    | "discount";
  /**
   * The values across.
   */
  across_values: number[];
  /**
   * The values down.
   */
  down_values: number[];
  /**
   * Results by row.
   */
  results: number[][];
  /**
   * Where it breaks even.
   */
  line: MapPoint[];
}
/**
 * What the investment comes to for one of those concerned.
 */
export interface PerspectiveView {
  /**
   * Who.
   */
  id: "employer" | "state" | "employee" | "society";
  /**
   * Value of a short net day to them.
   */
  value_short_day?: number | null;
  /**
   * Value of a long net day.
   */
  value_long_day?: number | null;
  /**
   * What they pay of the investment.
   */
  cost: number;
  /**
   * What they save at the entered effect.
   */
  saving?: number | null;
  /**
   * Result.
   */
  result?: number | null;
}
/**
 * All investments together.
 */
export interface CombinedView {
  /**
   * How many of them.
   */
  cases: number;
  /**
   * What they cost.
   */
  cost: number;
  /**
   * What they save: that of each, less what they would save twice.
   */
  saving?: number | null;
  /**
   * What they would save twice.
   */
  twice: number;
  /**
   * Result.
   */
  result?: number | null;
}
/**
 * An outcome contract about one of them.
 */
export interface ContractView {
  /**
   * Ids of settings that the investment shown has a value for.
   */
  proposed: string[];
  /**
   * Ids of settings without which nothing can be said.
   */
  missing: string[];
  /**
   * What the whole investment costs.
   */
  whole_cost?: number | null;
  /**
   * The provider's share of it, per cent.
   */
  provider_share?: number | null;
  /**
   * What it costs the provider to deliver.
   */
  provider_cost?: number | null;
  /**
   * The risk level, per cent.
   */
  risk?: number | null;
  /**
   * The premium, per cent of the price.
   */
  premium: number;
  /**
   * What a saved net day is worth.
   */
  value_per_day?: number | null;
  /**
   * The provider's part of each saved krona, per cent.
   */
  split?: number | null;
  /**
   * Net days saved, as expected.
   */
  days_saved?: number | null;
  /**
   * The provider's price.
   */
  price?: number | null;
  /**
   * Paid whatever happens.
   */
  activity_payment?: number | null;
  /**
   * The most that the outcome payment can be.
   */
  highest_outcome?: number | null;
  /**
   * Saved days at which it is that; `null` where no number of days moves it.
   */
  cap_days?: number | null;
  /**
   * Buyer, provider, and both together; empty while something is missing.
   */
  parties: ContractPartyView[];
  /**
   * What it gives at the days expected.
   */
  expected?: ContractPoint | null;
  /**
   * Results by days saved: every corner, and round numbers of days. Straight lines between them.
   */
  points: ContractPoint[];
  /**
   * The values that are accepted, by setting.
   */
  limits: {
    [k: string]: LimitView | undefined;
  };
  /**
   * How sure the answers are.
   */
  kind: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Each answer with its steps, by name (JSON of the command line only).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
  /**
   * Ids of contract settings that were refused, with the id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
}
/**
 * What one party has to gain and to lose.
 */
export interface ContractPartyView {
  /**
   * Which one.
   */
  party: "buyer" | "provider" | "whole";
  /**
   * Whether days can make it break even.
   */
  break_even: "at" | "always" | "never";
  /**
   * How many do.
   */
  break_even_days?: number | null;
  /**
   * Its result when no day is saved: the least that the provider can get. The others lose the value of each day by which absence
   * grows beyond that.
   */
  nothing_saved: number;
  /**
   * The most that it can get; `null` where each further day gives more.
   */
  highest?: number | null;
}
/**
 * What the contract gives at so many saved days.
 */
export interface ContractPoint {
  /**
   * Net days saved; negative where absence has grown.
   */
  days: number;
  /**
   * Why it is shown; nothing for a round number of days.
   */
  marks: ContractMark[];
  /**
   * What the days are worth.
   */
  saved: number;
  /**
   * Paid whatever happens.
   */
  activity_payment: number;
  /**
   * Paid by the outcome.
   */
  outcome_payment: number;
  /**
   * Both: what the provider is paid.
   */
  paid: number;
  /**
   * The buyer's result.
   */
  buyer: number;
  /**
   * The provider's result.
   */
  provider: number;
  /**
   * The result of both together.
   */
  whole: number;
}
/**
 * The values that are accepted of a setting.
 */
export interface LimitView {
  /**
   * The lowest.
   */
  lowest: number;
  /**
   * The highest.
   */
  highest: number;
  /**
   * What it is counted in.
   */
  unit:
    | "sek"
    | "sek_per_hour"
    | "sek_per_day"
    | "sek_per_month"
    | "hours"
    | "hours_per_week"
    | "hours_per_year"
    | "net_days"
    | "net_days_per_employee"
    | "percent"
    | "months"
    | "posts"
    | "count"
    | "factor";
}
/**
 * A published finding.
 */
export interface CardView {
  /**
   * Its name.
   */
  id: string;
  /**
   * Where it was published.
   */
  source: string;
  /**
   * How its effects are given.
   */
  unit: "percent" | "days_per_employee";
  effect_short: EstimateView;
  effect_long: EstimateView1;
  /**
   * How low and high are to be read.
   */
  shape: "triangle" | "normal";
  /**
   * Whether an effect was found that would be one to count on.
   */
  found: boolean;
}
/**
 * Effect on short absence: low, base and high.
 */
export interface EstimateView {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Effect on long absence.
 */
export interface EstimateView1 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * What came of it.
 */
export interface FollowUpView {
  /**
   * The months that the data knows something of.
   */
  available: string[];
  /**
   * First month of the reference period; `null` while no periods are set and the data has not two years.
   */
  reference_from?: string | null;
  /**
   * Its last month.
   */
  reference_to?: string | null;
  /**
   * First month of the follow-up period.
   */
  follow_up_from?: string | null;
  /**
   * Its last month.
   */
  follow_up_to?: string | null;
  /**
   * Whether the periods are a proposal of Bärkraft's.
   */
  proposed: boolean;
  /**
   * What is compared.
   */
  measure: "short" | "long" | "all";
  /**
   * Units that can be chosen; none where the data names at most one.
   */
  units: FollowUpUnit[];
  /**
   * The pasted trend; `null` without one.
   */
  index?: PastedView | null;
  /**
   * Each month of the follow-up period.
   */
  months: FollowUpMonth[];
  /**
   * What they say together, without disturbed months; `null` when no month can be compared.
   */
  result?: FollowUpResult | null;
  /**
   * The same with disturbed months; `null` when none is marked.
   */
  result_with_disturbed?: FollowUpResult | null;
  /**
   * Value of a net day in use; `null` when it is missing, or short and long days each have their own.
   */
  value_per_day?: number | null;
  /**
   * Where it comes from: `given`, `data` (by the method, on the absence of the data) or `missing`.
   */
  value_origin: "given" | "default" | "data" | "missing";
  /**
   * Value of a short net day by the method.
   */
  value_short_day?: number | null;
  /**
   * Value of a long net day by the method.
   */
  value_long_day?: number | null;
  /**
   * Number of employees in use.
   */
  employees?: number | null;
  /**
   * Where it comes from: `given`, `data` or `missing`.
   */
  employees_origin: "given" | "default" | "data" | "missing";
  /**
   * What the investment costs in all.
   */
  cost?: number | null;
  /**
   * Over how many months it runs.
   */
  run_months?: number | null;
  /**
   * How many months of the follow-up period the data has reached.
   */
  months_so_far: number;
  /**
   * Each answer with its steps, by name (JSON of the command line only).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
  /**
   * Ids of settings that were refused (`reference`, `follow_up`, `comparison`, `value_per_day`, `employees`, `cost`, `months`), with the
   * id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
}
/**
 * A unit that can be chosen.
 */
export interface FollowUpUnit {
  /**
   * Its name, after its department and a tab where there are departments.
   */
  key: string;
  /**
   * Its name.
   */
  unit: string;
  /**
   * Its department.
   */
  department?: string | null;
  /**
   * Whether it counts as one that took part.
   */
  treated: boolean;
  /**
   * Whether it is compared with.
   */
  comparison: boolean;
  /**
   * Whether its number of employees is known in some month: else it cannot be counted.
   */
  employees_known: boolean;
}
/**
 * How a pasted text was read, line by line.
 */
export interface PastedView {
  /**
   * Lines that say something, below a heading.
   */
  pasted: number;
  /**
   * Lines used.
   */
  used: number;
  /**
   * Lines set aside; `used + set_aside = pasted`.
   */
  set_aside: number;
  /**
   * The first hundred lines set aside.
   */
  lines: PastedLine[];
}
/**
 * A line set aside.
 */
export interface PastedLine {
  /**
   * Which, from 1.
   */
  line: number;
  /**
   * Why: an id under `pasted.` in the catalogue.
   */
  reason: string;
}
/**
 * A month of the follow-up period, in net days per employee.
 */
export interface FollowUpMonth {
  /**
   * The month.
   */
  month: string;
  /**
   * The months of the reference period that it is held against.
   */
  reference_months: string[];
  /**
   * What they had; `null` when the month cannot be compared.
   */
  reference?: number | null;
  /**
   * What would have been expected: that, adjusted by the trend.
   */
  expected?: number | null;
  /**
   * What came.
   */
  actual?: number | null;
  /**
   * What changed in the comparison group; `null` without one.
   */
  comparison?: number | null;
  /**
   * What came less what was expected, less what changed in the comparison group.
   */
  difference?: number | null;
  /**
   * Number of employees.
   */
  employees?: number | null;
  /**
   * Units left out, as their employees or absence are not known in the month or its reference month.
   */
  units_left_out: number;
  /**
   * Whether the user marked it as disturbed.
   */
  disturbed: boolean;
  /**
   * Whether it counts in the result.
   */
  counted: boolean;
  /**
   * Why it cannot be compared: `no_data`, `no_split`, `no_employees`, `no_reference`, `no_index` or `no_comparison`.
   */
  lacks?: string | null;
}
/**
 * What the months say together, in net days per employee and kronor.
 */
export interface FollowUpResult {
  /**
   * How many months could be compared.
   */
  months: number;
  /**
   * What the reference months had.
   */
  reference: number;
  /**
   * What would have been expected.
   */
  expected: number;
  /**
   * What came.
   */
  actual: number;
  /**
   * What changed in the comparison group; 0 without one.
   */
  comparison: number;
  /**
   * The change: negative when absence fell.
   */
  change: number;
  /**
   * The same in per cent of what was expected.
   */
  change_percent?: number | null;
  /**
   * Days saved, all employees together; negative when they grew.
   */
  days_saved?: number | null;
  /**
   * What these are worth.
   */
  saving?: number | null;
  /**
   * What the investment has cost so far.
   */
  cost_so_far?: number | null;
  /**
   * The one less the other.
   */
  net?: number | null;
  /**
   * What would be saved if it went on like this until the investment ends.
   */
  saving_extrapolated?: number | null;
  /**
   * That less the whole cost.
   */
  net_extrapolated?: number | null;
  /**
   * How much the change may owe to chance; `null` when there are too few months to tell, and for a proposal.
   */
  uncertainty?: UncertaintyView | null;
  /**
   * How sure the kronor are.
   */
  kind: "booked" | "calculated" | "partly_booked" | "estimated";
}
/**
 * How much a change may owe to chance.
 */
export interface UncertaintyView {
  /**
   * What was drawn again.
   */
  drawn: "months" | "units";
  /**
   * How often.
   */
  draws: number;
  /**
   * Lower end of the 95 % interval of the change.
   */
  low: number;
  /**
   * Its upper end.
   */
  high: number;
  /**
   * In how many per cent of the draws days fell.
   */
  fell: number;
  /**
   * What the saving would be at the upper end of the change, where all days have one value.
   */
  saving_low?: number | null;
  /**
   * What it would be at the lower end.
   */
  saving_high?: number | null;
}
/**
 * What is lost at work.
 */
export interface ProductionView {
  before: ProblemsView;
  after: ProblemsView1;
  /**
   * What is done where both are reported.
   */
  rule: "larger" | "sum_capped";
  /**
   * Working hours of an employee in a year.
   */
  hours_per_year?: number | null;
  /**
   * Where they come from.
   */
  hours_origin: "given" | "default" | "data" | "missing";
  /**
   * Number of employees.
   */
  employees?: number | null;
  /**
   * Where it comes from.
   */
  employees_origin: "given" | "default" | "data" | "missing";
  /**
   * What an hour of work costs.
   */
  cost_per_hour?: number | null;
  /**
   * Where that comes from.
   */
  cost_origin: "given" | "default" | "data" | "missing";
  /**
   * Gained from before to after, percentage points of the work.
   */
  gained_percent?: number | null;
  /**
   * The same in hours a year.
   */
  gained_hours?: number | null;
  /**
   * The same in kronor a year.
   */
  gained?: number | null;
  /**
   * What is saved in a year when fewer leave.
   */
  turnover_saving?: number | null;
  /**
   * What absence and the loss before cost in a year together, if the user counts the loss in the total.
   */
  with_absence?: number | null;
  /**
   * The loss before, kronor a year, if the user counts it in the total.
   */
  included?: number | null;
  /**
   * How sure the figures are.
   */
  kind: "booked" | "calculated" | "partly_booked" | "estimated";
  /**
   * Each answer with its steps, by name (JSON of the command line only).
   */
  figures?: {
    [k: string]: FigureView | undefined;
  } | null;
  /**
   * Ids of settings that were refused (those at one time after `before_` or `after_`), with the id of the problem.
   */
  problems: {
    [k: string]: string | undefined;
  };
}
/**
 * Before.
 */
export interface ProblemsView {
  /**
   * How the pasted answers were read; `null` without any.
   */
  pasted?: PastedView | null;
  /**
   * How many answered; `null` when not said.
   */
  answered?: number | null;
  /**
   * Whether too few answered to be shown: then everything below is `null`.
   */
  too_few: boolean;
  /**
   * Share of staff with health problems, per cent.
   */
  health_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  health_effect?: number | null;
  /**
   * Share of staff with problems in the work environment, per cent.
   */
  environment_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  environment_effect?: number | null;
  /**
   * Share of the work lost to health problems, per cent.
   */
  health_loss?: number | null;
  /**
   * Share of the work lost to problems in the work environment.
   */
  environment_loss?: number | null;
  /**
   * Share of the work lost in all, by the rule.
   */
  loss?: number | null;
  /**
   * What came of the rule.
   */
  taken?: ProductionTaken | null;
  /**
   * Hours lost in a year.
   */
  hours?: number | null;
  /**
   * Kronor lost in a year.
   */
  sek?: number | null;
}
/**
 * After.
 */
export interface ProblemsView1 {
  /**
   * How the pasted answers were read; `null` without any.
   */
  pasted?: PastedView | null;
  /**
   * How many answered; `null` when not said.
   */
  answered?: number | null;
  /**
   * Whether too few answered to be shown: then everything below is `null`.
   */
  too_few: boolean;
  /**
   * Share of staff with health problems, per cent.
   */
  health_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  health_effect?: number | null;
  /**
   * Share of staff with problems in the work environment, per cent.
   */
  environment_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  environment_effect?: number | null;
  /**
   * Share of the work lost to health problems, per cent.
   */
  health_loss?: number | null;
  /**
   * Share of the work lost to problems in the work environment.
   */
  environment_loss?: number | null;
  /**
   * Share of the work lost in all, by the rule.
   */
  loss?: number | null;
  /**
   * What came of the rule.
   */
  taken?: ProductionTaken | null;
  /**
   * Hours lost in a year.
   */
  hours?: number | null;
  /**
   * Kronor lost in a year.
   */
  sek?: number | null;
}
/**
 * What the user has set. Everything may be left out; percentages are in per cent.
 */
export interface Settings {
  /**
   * The day the report is as of, ISO. Left out: the last day of the last month in the data, or `today` if that comes first.
   */
  as_of?: string | null;
  /**
   * Today, ISO: the core reads no clock.
   */
  today?: string | null;
  /**
   * Average monthly pay, kronor; used for rows without pay of their own.
   */
  monthly_pay?: number | null;
  /**
   * Weekly hours of a full post, Monday to Friday.
   */
  weekly_hours?: number | null;
  /**
   * Hours of a full post on each day from Monday to Sunday, in place of `weekly_hours`: seven numbers, 0 for a day off.
   */
  schedule?: number[] | null;
  /**
   * What kind of employer; `other` when left out.
   */
  employer?: Employer | null;
  /**
   * What is said of spells on the first day of the data; the effect is shown as a range while left out.
   */
  begun_earlier?: BegunEarlier | null;
  /**
   * Number of employees, for all units together.
   */
  headcount?: number | null;
  /**
   * Share of the absence that lies in days 1–14, for data that does not say.
   */
  short_share?: number | null;
  /**
   * Average number of net days of a sick-pay period, for data without spells: how often a waiting deduction is made.
   */
  days_per_period?: number | null;
  /**
   * On-cost: employer contributions, or the employer's whole on-cost percentage.
   */
  on_cost?: number | null;
  /**
   * Holiday accrued during absence, per cent of pay.
   */
  holiday?: number | null;
  /**
   * Overhead, per cent of pay.
   */
  overhead?: number | null;
  /**
   * The agreement's top-up after the sick-pay period, per cent of pay.
   */
  top_up?: number | null;
  /**
   * Last calendar day of the top-up.
   */
  top_up_last_day?: number | null;
  /**
   * Top-up on the part of pay above the agreement's ceiling, per cent.
   */
  top_up_above?: number | null;
  /**
   * The user's own values in place of rows of the table of rules.
   */
  overrides?: RuleOverride[];
  /**
   * How the total is estimated; Försäkringskassan's model when left out.
   */
  method?: Method | null;
  /**
   * Own value of a short net day, kronor.
   */
  short_day?: number | null;
  /**
   * Own value of a long net day, kronor.
   */
  long_day?: number | null;
  /**
   * The stretch of months shown at the top and per unit on the page; year to date when left out.
   */
  span?: Span | null;
  opened?: OpenedSettings;
  /**
   * Budget for sick pay of the calendar year, kronor.
   */
  budget?: number | null;
  replacement?: ReplacementSettings;
  /**
   * Size of the groups of the statutory disclosure, where the data does not tell.
   */
  groups?: GroupSettings[];
  watch?: WatchSettings;
  example?: ExampleSettings;
  investment?: InvestmentSettings;
  follow_up?: FollowUpSettings;
  production?: ProductionSettings;
}
/**
 * The user's own value in place of a row of the table of rules.
 */
export interface RuleOverride {
  /**
   * The rule: an id of `rules`.
   */
  rule?: string;
  /**
   * First day of the row, as `RuleView::valid_from` has it.
   */
  valid_from?: string;
  /**
   * The value, in the unit of the row.
   */
  value?: number;
}
/**
 * The department or unit that is opened; the whole organisation when left out. Everything shown is of it alone.
 */
export interface OpenedSettings {
  /**
   * Name of the department.
   */
  department?: string | null;
  /**
   * Name of the unit, in the department if one is named.
   */
  unit?: string | null;
}
/**
 * Cost of replacement.
 */
export interface ReplacementSettings {
  /**
   * Share of the absence that is replaced, per cent of the sick hours.
   */
  share?: number | null;
  /**
   * Cost of a replaced hour, per cent of the absent person's hourly pay.
   */
  cost?: number | null;
}
/**
 * The size of a group.
 */
export interface GroupSettings {
  /**
   * Which group.
   */
  group?: GroupName | null;
  /**
   * Number of employees.
   */
  headcount?: number | null;
  /**
   * Scheduled hours in the span.
   */
  scheduled_hours?: number | null;
}
/**
 * When a unit is called high and rising.
 */
export interface WatchSettings {
  /**
   * By what units are compared: short net days when left out.
   */
  level?: Level | null;
  /**
   * What makes a unit high: above the level of the whole when left out.
   */
  high?: High | null;
}
/**
 * One spell as an example of who pays.
 */
export interface ExampleSettings {
  /**
   * Calendar days; 30 when left out.
   */
  days?: number | null;
  /**
   * Extent, per cent; 100 when left out.
   */
  extent?: number | null;
  /**
   * Monthly pay, kronor; that of the settings when left out.
   */
  monthly_pay?: number | null;
  /**
   * First day, ISO; the first Monday of the as-of year when left out.
   */
  from?: string | null;
}
/**
 * Planned investments.
 */
export interface InvestmentSettings {
  /**
   * The investments, side by side; at most five.
   */
  cases?: CaseSettings[];
  /**
   * Months within which each must carry itself; 12 when left out.
   */
  horizon?: number | null;
  /**
   * Discount rate a year, per cent; that of the rules when left out, and 0 for none.
   */
  discount?: number | null;
  /**
   * Whose cost and saving is looked at; the employer's when left out.
   */
  perspective?: Perspective | null;
  value?: BoundsSettings1;
  days?: BoundsSettings2;
  /**
   * What an hour of work costs the employer; by pay, on-cost and weekly hours when left out.
   */
  hourly_cost?: number | null;
  /**
   * What a spell costs beyond its days.
   */
  value_spell?: number | null;
  map?: MapSettings;
  contract?: ContractSettings;
  /**
   * Which of the investments is shown, and an outcome contract about; the first when left out.
   */
  shown?: number | null;
}
/**
 * An investment.
 */
export interface CaseSettings {
  /**
   * Its name.
   */
  name?: string | null;
  /**
   * Cost at the start.
   */
  start?: number | null;
  /**
   * Cost each month while it runs.
   */
  monthly?: number | null;
  /**
   * Cost at the beginning of each year while it runs.
   */
  yearly?: number | null;
  /**
   * Cost at the start for each who takes part.
   */
  per_employee?: number | null;
  /**
   * Working hours at the start of each who takes part.
   */
  hours?: number | null;
  /**
   * Working hours a month of each who takes part, while it runs.
   */
  hours_monthly?: number | null;
  /**
   * How many take part; the employees of the group when left out.
   */
  participants?: number | null;
  /**
   * Months it runs. Left out: the whole horizon.
   */
  months?: number | null;
  /**
   * How much faster than other prices those of what runs grow, per cent a year.
   */
  price_growth?: number | null;
  cost?: BoundsSettings;
  /**
   * How the effects on absence are given; per cent when left out.
   */
  effect_unit?: EffectUnit | null;
  effect_short?: EstimateSettings;
  effect_long?: EstimateSettings1;
  effect_spells?: EstimateSettings2;
  effect_replacement?: EstimateSettings3;
  effect_production?: EstimateSettings4;
  effect_leavers?: EstimateSettings5;
  /**
   * How low and high are to be read; as the outermost that can be when left out.
   */
  shape?: Shape | null;
  /**
   * The card that the effects were taken from.
   */
  card?: string | null;
  delay?: EstimateSettings6;
  /**
   * Months from its beginning until it is full.
   */
  ramp?: number | null;
  duration?: EstimateSettings7;
  /**
   * Months from then until nothing is left of it.
   */
  fading?: number | null;
  /**
   * The unit that it is for; everyone when left out.
   */
  unit?: string | null;
  /**
   * The department of that unit, where the data has departments.
   */
  department?: string | null;
  /**
   * The share of the staff there that it is for, per cent; all when left out.
   */
  share?: number | null;
}
/**
 * What the cost may be at the lowest and highest, in per cent of that given.
 */
export interface BoundsSettings {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Expected reduction of short absence. Negative: it grows.
 */
export interface EstimateSettings {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Expected reduction of long absence.
 */
export interface EstimateSettings1 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Expected reduction of the number of spells, per cent.
 */
export interface EstimateSettings2 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Expected reduction of the cost of replacement, per cent.
 */
export interface EstimateSettings3 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Expected reduction of production loss, per cent.
 */
export interface EstimateSettings4 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Leavers avoided a year.
 */
export interface EstimateSettings5 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Months until the effect begins.
 */
export interface EstimateSettings6 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * Months that it is full. Left out: it lasts.
 */
export interface EstimateSettings7 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * What it is taken to be.
   */
  base?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * What the value of a day may be at the lowest and highest, in per cent of the method's.
 */
export interface BoundsSettings1 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * What today's absence may be at the lowest and highest, in per cent of that of the data.
 */
export interface BoundsSettings2 {
  /**
   * The lowest.
   */
  low?: number | null;
  /**
   * The highest.
   */
  high?: number | null;
}
/**
 * The two inputs of the map: across and down.
 */
export interface MapSettings {
  /**
   * Across.
   */
  across?: UncertainInput | null;
  /**
   * Down.
   */
  down?: UncertainInput | null;
  /**
   * Whether it is wanted.
   */
  shown?: boolean;
}
/**
 * An outcome contract about one of them.
 */
export interface ContractSettings {
  /**
   * What the whole investment costs; that of the case when left out.
   */
  whole_cost?: number | null;
  /**
   * The provider's share of it, which is its price, per cent.
   */
  provider_share?: number | null;
  /**
   * What it costs the provider to deliver; its price when left out.
   */
  provider_cost?: number | null;
  /**
   * The risk level: the share of the price that depends on the outcome, per cent.
   */
  risk?: number | null;
  /**
   * What the outcome payment may exceed that by, per cent of the price; nothing when left out.
   */
  premium?: number | null;
  /**
   * What a saved net day is worth; as in the case when left out.
   */
  value_per_day?: number | null;
  /**
   * The provider's part of each saved krona, per cent; by the rule when left out: the risk level of its share of the investment.
   */
  split?: number | null;
  /**
   * Net days saved over the contract's time, as expected; as in the case when left out. Negative: absence grows.
   */
  days_saved?: number | null;
}
/**
 * What came of it.
 */
export interface FollowUpSettings {
  /**
   * First month of the reference period. All four left out: the last twelve months of the data against the twelve before them.
   */
  reference_from?: string | null;
  /**
   * Its last month.
   */
  reference_to?: string | null;
  /**
   * First month of the follow-up period.
   */
  follow_up_from?: string | null;
  /**
   * Its last month.
   */
  follow_up_to?: string | null;
  /**
   * What is compared; short absence when left out.
   */
  measure?: FollowUpMeasure | null;
  /**
   * A trend as pasted: a month and a value on each line.
   */
  index?: string | null;
  /**
   * Units that took part, by their keys (`FollowUpUnit::key`). None: all, but those that are compared with.
   */
  treated?: string[];
  /**
   * Units that did not take part and are compared with, by their keys.
   */
  comparison?: string[];
  /**
   * Months that something else disturbed: shown, but left out.
   */
  disturbed?: string[];
  /**
   * Own value of a net day, kronor; that of the method when left out.
   */
  value_per_day?: number | null;
  /**
   * Own number of employees; the average of the compared months when left out.
   */
  employees?: number | null;
  /**
   * What the investment costs in all, kronor.
   */
  cost?: number | null;
  /**
   * Over how many months it runs.
   */
  months?: number | null;
}
/**
 * What is lost at work.
 */
export interface ProductionSettings {
  before?: ProblemSettings;
  after?: ProblemSettings1;
  /**
   * What is done where both are reported: the larger when left out.
   */
  rule?: ProductionRule | null;
  /**
   * Working hours of an employee in a year.
   */
  hours_per_year?: number | null;
  /**
   * Number of employees.
   */
  employees?: number | null;
  /**
   * What an hour of work costs, kronor.
   */
  cost_per_hour?: number | null;
  /**
   * Leavers avoided in a year.
   */
  leavers_avoided?: number | null;
  /**
   * What a leaver costs, kronor.
   */
  cost_per_leaver?: number | null;
  /**
   * Whether the loss is to be counted in the total.
   */
  include?: boolean;
}
/**
 * What was answered before.
 */
export interface ProblemSettings {
  /**
   * Share of staff with health problems, per cent.
   */
  health_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  health_effect?: number | null;
  /**
   * Share of staff with problems in the work environment, per cent.
   */
  environment_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  environment_effect?: number | null;
  /**
   * How many answered, where shares are given; left out: not said.
   */
  answered?: number | null;
  /**
   * Answers as pasted: one person a line.
   */
  answers?: string | null;
}
/**
 * What was answered after.
 */
export interface ProblemSettings1 {
  /**
   * Share of staff with health problems, per cent.
   */
  health_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  health_effect?: number | null;
  /**
   * Share of staff with problems in the work environment, per cent.
   */
  environment_affected?: number | null;
  /**
   * How much these affect what they get done, 0–10.
   */
  environment_effect?: number | null;
  /**
   * How many answered, where shares are given; left out: not said.
   */
  answered?: number | null;
  /**
   * Answers as pasted: one person a line.
   */
  answers?: string | null;
}
/**
 * What the user has said about one table.
 */
export interface ChoiceSettings {
  /**
   * About columns.
   */
  columns?: ColumnChoiceSettings[];
  /**
   * About causes: as pasted, and whether they are own sickness.
   */
  causes?: CauseChoice[];
  /**
   * What the spells of a table without short ones are: `whole_spells`, or `from_day_15`.
   */
  filter?: string | null;
  /**
   * Which rows count where an earlier table has the same unit and month with other values: `earlier`, `later` or `both`.
   */
  same_months?: string | null;
  /**
   * Whether the text was written from typed cells of a workbook: a number that fits two conventions then has a decimal point.
   */
  typed?: boolean;
}
/**
 * What the user has said about one column.
 */
export interface ColumnChoiceSettings {
  /**
   * Index from 0.
   */
  column?: number;
  /**
   * Its meaning: an id of `ReadingView::meanings`.
   */
  meaning?: string | null;
  /**
   * `decimal_comma` or `decimal_point`.
   */
  number?: string | null;
  /**
   * `year_first`, `day_first`, `month_first` or `serial`.
   */
  date?: string | null;
}
/**
 * What the user has said about one cause.
 */
export interface CauseChoice {
  /**
   * As pasted.
   */
  cause?: string;
  /**
   * Whether it is own sickness.
   */
  sickness?: boolean;
}
/**
 * A figure to be explained.
 */
export interface Question {
  /**
   * Where it stands.
   */
  scope:
    | "total"
    | "year_to_date"
    | "last_twelve_months"
    | "month"
    | "unit"
    | "unit_in_span"
    | "investment"
    | "span"
    | "forecast"
    | "follow_up"
    | "production";
  /**
   * The month or unit.
   */
  key?: string;
  /**
   * Its name.
   */
  figure: string;
}
/**
 * What many draws of the uncertain inputs give.
 */
export interface SimulationView {
  /**
   * How many draws.
   */
  draws: number;
  /**
   * What they came from.
   */
  seed: number;
  /**
   * Places among the cases of those that they are of.
   */
  cases: number[];
  /**
   * A case after the other, and all of them together last where there are several.
   */
  outcomes: OutcomeView[];
}
/**
 * What the draws give for one case.
 */
export interface OutcomeView {
  /**
   * How likely it is to carry itself, per cent.
   */
  carries: number;
  /**
   * How likely it is to be the best of all, and better than none, per cent.
   */
  best: number;
  /**
   * Mean result.
   */
  mean: number;
  /**
   * Result that five per cent lie below.
   */
  low: number;
  /**
   * Result in the middle.
   */
  median: number;
  /**
   * Result that five per cent lie above.
   */
  high: number;
  /**
   * What it would be worth to know everything before deciding.
   */
  knowing: number;
  /**
   * The uncertain inputs, the one that explains most of the doubt first.
   */
  drivers: DriverView[];
  /**
   * Classes of results.
   */
  classes: ClassView[];
  /**
   * Width of a class; 0 where all results are the same.
   */
  class_width: number;
}
/**
 * What an input has to do with the doubt.
 */
export interface DriverView {
  /**
   * An input that may be other than it was given.
   */
  input:
    | "effect_short"
    | "effect_long"
    | "effect_spells"
    | "effect_replacement"
    | "effect_production"
    | "effect_leavers"
    | "cost"
    | "value"
    | "days"
    | "delay"
    | "duration"
    | "discount";
  /**
   * How much of the variance of the result would be gone if it were known, per cent.
   */
  share_of_variance: number;
  /**
   * What it would be worth to know it before deciding.
   */
  knowing: number;
}
/**
 * A class of results.
 */
export interface ClassView {
  /**
   * Its lower bound.
   */
  from: number;
  /**
   * Share of the draws in it, per cent.
   */
  percent: number;
}
