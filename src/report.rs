//! The view as a readable report: words from the catalogues, numbers as the language writes them, and no arithmetic.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::ErrorKind;

use barkraft::view::{Kind, NoteView, Origin, PeriodView, Unit, Verdict, View, accepted_range};

/// The catalogues of one language: those of the page, and the report's own.
pub struct Words {
    words: BTreeMap<String, String>,
    swedish: bool,
}

const SV: [&str; 3] =
    [include_str!("../www/words/sv.json"), include_str!("../www/words/economics.sv.json"), include_str!("../www/words/report.sv.json")];
const EN: [&str; 3] =
    [include_str!("../www/words/en.json"), include_str!("../www/words/economics.en.json"), include_str!("../www/words/report.en.json")];

impl Words {
    /// Swedish or English.
    pub fn of(swedish: bool) -> Self {
        let mut words = BTreeMap::new();
        for catalogue in if swedish { SV } else { EN } {
            let entries: BTreeMap<String, String> = serde_json::from_str(catalogue).unwrap_or_default();
            words.extend(entries);
        }
        Self { words, swedish }
    }

    /// The words for a key, with `{name}` filled in. A key without words shows itself.
    pub fn say(&self, key: &str, places: &[(&str, &str)]) -> String {
        let one = places.iter().any(|(name, value)| *name == "count" && *value == "1");
        let form = if one { "one" } else { "other" };
        let template = self.words.get(key).or_else(|| self.words.get(&format!("{key}.{form}")));
        let mut text = template.cloned().unwrap_or_else(|| key.into());
        for (name, value) in places {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    fn get(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A number with so many decimals: `1 234,5` or `1,234.5`.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let text = format!("{:.*}", decimals, value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let (group, point) = if self.swedish { ('\u{a0}', ',') } else { (',', '.') };
        let mut written = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                written.push(group);
            }
            written.push(digit);
        }
        if !fraction.is_empty() {
            written.push(point);
            written.push_str(fraction);
        }
        let zero = text.chars().all(|sign| sign == '0' || sign == '.');
        if value < 0.0 && !zero { format!("-{written}") } else { written }
    }

    fn kronor(&self, value: Option<f64>) -> String {
        self.maybe(value, 0)
    }

    fn maybe(&self, value: Option<f64>, decimals: usize) -> String {
        value.map_or_else(|| self.get("report.unknown"), |value| self.number(value, decimals))
    }

    /// A value with its unit.
    fn quantity(&self, value: f64, unit: Unit) -> String {
        let decimals = match unit {
            Unit::Sek | Unit::SekPerMonth | Unit::SekPerDay => 0,
            Unit::Percent | Unit::Hours | Unit::HoursPerWeek => 2,
            _ => 1,
        };
        let text = self.number(value, decimals);
        let text = text.trim_end_matches(if decimals > 0 { "0" } else { "" }).trim_end_matches([',', '.']);
        let name = format!("{unit:?}");
        self.say(&format!("report.unit.{}", snake(&name)), &[("value", text)])
    }
}

/// `SekPerDay` → `sek_per_day`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// A note as a sentence.
pub fn note(words: &Words, note: &NoteView) -> String {
    let (row, count) = (note.row.unwrap_or(0).to_string(), note.count.to_string());
    let expected = note.expected.as_ref().map(|id| words.get(&format!("expected.{id}"))).unwrap_or_default();
    words.say(
        &format!("note.{}", note.id),
        &[
            ("row", &row),
            ("count", &count),
            ("column", note.heading.as_deref().unwrap_or("")),
            ("found", note.found.as_deref().unwrap_or("")),
            ("expected", &expected),
        ],
    )
}

/// A refused setting as a sentence.
pub fn problem(view: &View, words: &Words, id: &str, problem: &str) -> String {
    let (option, range) = match (id, id.split_once(' ')) {
        (_, Some((rule, from))) => {
            let row = view.rules.iter().find(|row| row.id == rule && row.valid_from == from);
            (format!("--rule {rule}@{from}"), row.map(|row| (row.lowest, row.highest)))
        }
        ("start" | "monthly" | "months", _) => (format!("--invest-{id}"), accepted_range(id)),
        _ => (format!("--{}", id.replace('_', "-")), accepted_range(id.strip_prefix("replacement_").unwrap_or(id))),
    };
    let (lowest, highest) = range.unwrap_or_default();
    let bound = |value: f64| words.number(value, usize::from(value.fract() != 0.0));
    words.say(&format!("cli.problem.{problem}"), &[("option", &option), ("lowest", &bound(lowest)), ("highest", &bound(highest))])
}

/// A file that cannot be read.
pub fn cannot_read(words: &Words, file: &str, error: &std::io::Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => words.get("cli.error.not_found"),
        ErrorKind::PermissionDenied => words.get("cli.error.permission_denied"),
        ErrorKind::IsADirectory => words.get("cli.error.is_a_directory"),
        _ => error.to_string(),
    };
    words.say("cli.cannot_read", &[("file", file), ("error", &why)])
}

/// The whole report, of tables of these names.
pub fn text(view: &View, names: &[&str], words: &Words) -> String {
    let mut out = String::new();
    let heading = |out: &mut String, key: &str| {
        let title = words.get(key);
        let _ = write!(out, "\n{title}\n{}\n", "─".repeat(title.chars().count()));
    };
    let _ = writeln!(out, "{}", words.say("report.title", &[("as_of", view.as_of.as_deref().unwrap_or(""))]));
    let _ = writeln!(out, "\n{}", headline(view, words));

    heading(&mut out, "report.reading");
    reading(&mut out, view, names, words);
    heading(&mut out, "report.summary");
    summary(&mut out, view, words);
    heading(&mut out, "report.by_month");
    by_month(&mut out, view, words);
    if view.reading.units > 0 {
        heading(&mut out, "report.by_unit");
        by_unit(&mut out, view, words);
    }
    heading(&mut out, "report.investment");
    let _ = writeln!(out, "{}", investment(view, words));
    heading(&mut out, "report.inputs");
    inputs(&mut out, view, words);
    out
}

fn headline(view: &View, words: &Words) -> String {
    let period = &view.year_to_date;
    if period.months_with_data == 0 {
        return words.get("report.headline.no_data");
    }
    let Some(total) = period.estimated_total else {
        let asks: Vec<String> =
            view.asks.iter().filter(|ask| *ask != "headcount").map(|ask| words.get(&format!("report.ask.{ask}"))).collect();
        let days = words.number(period.net_days, 1);
        return words.say("report.headline.missing", &[("days", &days), ("asks", &asks.join(" "))]);
    };
    let total = words.number(total, 0);
    let Some(share) = period.sick_pay_percent_of_total else {
        return words.say("report.headline.no_share", &[("total", &total)]);
    };
    let kind = words.get(&format!("report.kind.{}", kind(period.kinds.sick_pay)));
    words.say("report.headline", &[("total", &total), ("share", &words.number(share, 0)), ("kind", &kind)])
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Booked => "booked",
        Kind::Calculated => "calculated",
        Kind::PartlyBooked => "partly_booked",
        Kind::Estimated => "estimated",
    }
}

fn reading(out: &mut String, view: &View, names: &[&str], words: &Words) {
    for (table, name) in view.tables.iter().zip(names) {
        if names.len() > 1 {
            let _ = writeln!(out, "{name}:");
        }
        let (used, pasted, aside) = (table.used.to_string(), table.pasted.to_string(), table.set_aside.to_string());
        let _ = writeln!(out, "{}", words.say("report.rows", &[("used", &used), ("pasted", &pasted), ("aside", &aside)]));
        for column in table.columns.iter().filter(|column| column.meaning != "ignore") {
            let _ = writeln!(out, "  {} → {}", column.heading, words.get(&format!("meaning.{}", column.meaning)));
        }
        for group in &table.set_aside_groups {
            let rows: Vec<String> = group.rows.iter().take(5).map(|row| row.row.to_string()).collect();
            let more = if group.count > 5 { ", …" } else { "" };
            let reason = words.get(&format!("report.reason.{}", group.reason));
            let (count, rows) = (group.count.to_string(), rows.join(", ") + more);
            let _ = writeln!(out, "  {}", words.say("report.group", &[("count", &count), ("reason", &reason), ("rows", &rows)]));
        }
    }
    let of_tables = view.tables.iter().flat_map(|table| &table.notes).filter(|noted| noted.weight != "remark");
    for noted in of_tables.chain(&view.notes) {
        let _ = writeln!(out, "  ! {}", note(words, noted));
    }
}

/// Rows of cells, the first column to the left and the others to the right.
fn table(out: &mut String, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0))
        .collect();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - cell.chars().count());
            let _ = if column == 0 { write!(line, "{cell}{pad}") } else { write!(line, "  {pad}{cell}") };
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// What a line of the summary shows of a period.
type Cell = fn(&PeriodView) -> Option<f64>;

fn summary(out: &mut String, view: &View, words: &Words) {
    let periods = [&view.year_to_date, &view.last_twelve_months, &view.total];
    let rows: [(&str, Cell, usize); 11] = [
        ("report.net_days", |period| Some(period.net_days), 1),
        ("report.short_net_days", |period| period.short_net_days, 1),
        ("report.long_net_days", |period| period.long_net_days, 1),
        ("report.spells", |period| period.spells.map(f64::from), 0),
        ("report.absence_percent", |period| period.absence_percent, 2),
        ("report.per_employee", |period| period.net_days_per_employee, 1),
        ("report.posts", |period| period.full_time_equivalents, 2),
        ("report.booked", |period| period.sick_pay_booked, 0),
        ("report.calculated", |period| period.sick_pay_calculated, 0),
        ("report.labour_cost", |period| period.labour_cost, 0),
        ("report.estimated_total", |period| period.estimated_total, 0),
    ];
    let mut lines =
        vec![vec![String::new(), words.get("span.year_to_date"), words.get("span.last_twelve_months"), words.get("span.total")]];
    for (name, cell, decimals) in rows {
        let cells = periods.map(cell);
        if cells.iter().any(Option::is_some) {
            let mut line = vec![words.get(name)];
            line.extend(cells.iter().map(|value| words.maybe(*value, decimals)));
            lines.push(line);
        }
    }
    table(out, &lines);
    let _ = writeln!(
        out,
        "\n{}",
        words.say("report.method", &[("method", &words.get(&format!("report.method.{}", snake(&format!("{:?}", view.method.id)))))])
    );
}

fn cost_cells(period: &PeriodView, words: &Words) -> Vec<String> {
    vec![
        words.maybe(period.short_net_days, 1),
        words.maybe(period.long_net_days, 1),
        words.kronor(period.sick_pay),
        words.kronor(period.labour_cost),
        words.kronor(period.estimated_total),
    ]
}

fn cost_headings(first: &str, words: &Words) -> Vec<String> {
    [
        first,
        "report.column.short",
        "report.column.long",
        "report.column.sick_pay",
        "report.column.labour_cost",
        "report.column.estimated_total",
    ]
    .map(|key| words.get(key))
    .to_vec()
}

fn by_month(out: &mut String, view: &View, words: &Words) {
    let mut lines = vec![cost_headings("report.column.month", words)];
    for month in &view.months {
        let cells = if month.has_data { cost_cells(&month.period, words) } else { vec![words.get("report.no_data")] };
        lines.push([vec![month.month.clone()], cells].concat());
    }
    lines.push([vec![words.get("report.sum")], cost_cells(&view.total, words)].concat());
    table(out, &lines);
}

fn by_unit(out: &mut String, view: &View, words: &Words) {
    let mut lines = vec![cost_headings("report.column.unit", words)];
    for unit in &view.units {
        let name = if unit.unit.is_empty() { words.get("report.no_unit") } else { unit.unit.clone() };
        lines.push([vec![name], cost_cells(&unit.period, words)].concat());
    }
    lines.push([vec![words.get("report.sum")], cost_cells(&view.total, words)].concat());
    table(out, &lines);
}

fn investment(view: &View, words: &Words) -> String {
    let Some(case) = view.investment.cases.first() else { return String::new() };
    let verdict = match case.verdict {
        Verdict::NoCost => "no_cost",
        Verdict::NoValue => "no_value",
        Verdict::NoTime => "no_time",
        Verdict::Needs => "needs",
        Verdict::NeedsMoreThanAll => "needs_more_than_all",
        Verdict::Carries => "carries",
        Verdict::CarriesNot => "carries_not",
        Verdict::NoSaving | Verdict::PaysNothing => "no_saving",
    };
    let percent =
        case.needed_percent.map_or_else(String::new, |percent| words.say("report.of_today", &[("percent", &words.number(percent, 1))]));
    words.say(
        &format!("report.verdict.{verdict}"),
        &[
            ("cost", &words.number(case.cost, 0)),
            ("horizon", &words.number(view.investment.horizon, 0)),
            ("days", &words.maybe(case.needed_short_net_days, 1)),
            ("days_per_year", &words.maybe(case.needed_short_net_days_per_year, 1)),
            ("of_today", &percent),
            ("value", &words.kronor(case.value_short_day)),
            ("highest", &words.kronor(case.highest_cost)),
            ("payback", &words.maybe(case.payback_months.map(f64::ceil), 0)),
            ("all_short", &words.kronor(case.saving_of_all_short)),
            ("result", &words.kronor(case.result_at_horizon)),
        ],
    )
}

fn inputs(out: &mut String, view: &View, words: &Words) {
    for input in view.inputs.iter().filter(|input| input.used) {
        let value = input.value.map_or_else(|| words.get("report.not_given"), |value| words.quantity(value, input.unit));
        let rule = input.rule.as_ref().and_then(|id| view.rules.iter().rfind(|rule| rule.id == *id));
        let origin = match (input.origin, rule) {
            (Origin::Given, _) => words.get("report.given"),
            (Origin::Data, _) => words.get("report.from_data"),
            (Origin::Default, Some(rule)) => rule.source.clone(),
            (Origin::Default, None) | (Origin::Missing, _) => String::new(),
        };
        let origin = if origin.is_empty() { origin } else { format!(" ({origin})") };
        let _ = writeln!(out, "  {}: {value}{origin}", words.get(&format!("report.input.{}", input.id)));
    }
    let _ = writeln!(out, "\n{}", words.get("report.more"));
}
