//! `PAXml` 2.x, the exchange format of Swedish payroll: its time transactions as a table, a row each.

use std::collections::{BTreeMap, VecDeque};

use super::decoding::{DECODED, Decoding};
use super::text::Text;
use super::xml::{self, Markup, Tag, Token, Whole, local};
use super::{Refused, Sheets, Source};
use crate::quantity::Date;

/// The headings of the table, as the reader knows them.
const HEADINGS: [&str; 8] = ["Anst.nr", "Tidkod", "Fr.o.m.", "T.o.m.", "Omfattning", "Timmar", "Schematid", "Kostnadsställe"];

/// A row that covers more days than this is not looked up in the schedule.
const LONGEST_LOOKED_UP: i32 = 3_660;

/// Scheduled hours of a person, by day.
type Days = BTreeMap<i32, f64>;

/// A time transaction, each part as it stands in the file; empty where it does not.
#[derive(Debug, Default, Clone)]
struct Row {
    employee: String,
    number: String,
    code: String,
    date: String,
    from: String,
    to: String,
    begins: String,
    ends: String,
    extent: String,
    hours: String,
    centre: String,
}

/// What is gathered on the way through the file.
#[derive(Debug, Default)]
struct Reader {
    rows: Vec<Row>,
    row: Option<Row>,
    /// By employee and by identity number.
    schedules: BTreeMap<String, Days>,
    /// Whose schedule is being read.
    scheduled: Vec<String>,
    /// Which dimension holds cost centres, names of cost centres, and the cost centres of persons.
    dimension: Option<String>,
    names: BTreeMap<String, String>,
    person: Vec<String>,
    homes: BTreeMap<String, String>,
    /// The text of the element that is being read.
    text: String,
}

/// A file that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    decoding: Decoding,
    markup: Option<Markup<Whole>>,
    reader: Reader,
    /// Whether the first element has been seen.
    begun: bool,
    /// Once all of it has been gathered.
    table: Option<Table>,
}

impl Reading {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        let declares_latin = declares_latin(&bytes);
        Self { decoding: Decoding::new(bytes, declares_latin), markup: None, reader: Reader::default(), begun: false, table: None }
    }
}

impl Source for Reading {
    fn step(&mut self, budget: usize, sheets: &mut Sheets) -> Result<bool, Refused> {
        let Self { decoding, markup, reader, begun, table } = self;
        if let Some(table) = table {
            let done = table.step(reader, budget)?;
            sheets.put(table.text.take())?;
            if done {
                sheets.add("PAXml".into(), false, std::mem::take(&mut table.text))?;
            }
            return Ok(done);
        }
        let Some(markup) = markup else {
            *markup = decoding.step(budget).map(Markup::of_text);
            return Ok(false);
        };
        let until = markup.passed().saturating_add(budget);
        while markup.passed() < until {
            let Some(token) = markup.next()? else {
                if !*begun {
                    return Err(Refused::NotPaxml);
                }
                *table = Some(Table::of(std::mem::take(&mut reader.rows)));
                break;
            };
            match token {
                Token::Start(tag) => {
                    if !std::mem::replace(begun, true) && !local(tag.name).eq_ignore_ascii_case(b"paxml") {
                        return Err(Refused::NotPaxml);
                    }
                    reader.text.clear();
                    reader.start(&name(tag.name), tag);
                    if tag.empty {
                        reader.end(&name(tag.name));
                    }
                }
                Token::Text(part) => reader.text.push_str(&xml::plain(part)),
                Token::Verbatim(part) => reader.text.push_str(&String::from_utf8_lossy(part)),
                Token::End(tag) => reader.end(&name(tag)),
            }
        }
        Ok(false)
    }

    fn share(&self) -> f64 {
        self.markup.as_ref().map_or(self.decoding.share() * DECODED, |markup| DECODED + markup.share() * (1.0 - DECODED))
    }
}

/// Whether it says of itself that it is ISO 8859-1 or Windows-1252, with signs beyond ASCII as the former has them.
fn declares_latin(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default().to_ascii_lowercase();
    start.windows(6).any(|window| window == b"8859-1" || window == b"s-1252")
}

/// The table as it is written: first the cells of each row, then those of the columns that some row fills.
#[derive(Debug)]
struct Table {
    rows: std::vec::IntoIter<Row>,
    used: [bool; HEADINGS.len()],
    cells: VecDeque<[String; HEADINGS.len()]>,
    text: Text,
    /// The next row to be written, from 0.
    row: u32,
}

/// A row counts as so many bytes of what is worked through at a time.
const ROW: usize = 256;

impl Table {
    fn of(rows: Vec<Row>) -> Self {
        let head = (!rows.is_empty()).then(|| HEADINGS.map(String::from));
        Self { rows: rows.into_iter(), used: [false; HEADINGS.len()], cells: head.into_iter().collect(), text: Text::default(), row: 0 }
    }

    /// Works through about so many bytes; whether all rows have been written. A row that tells hours and no extent has its extent from
    /// the schedule, as other rows tell theirs.
    fn step(&mut self, reader: &Reader, budget: usize) -> Result<bool, Refused> {
        for _ in 0..budget.div_ceil(ROW) {
            if let Some(row) = self.rows.next() {
                let cells = reader.cells(&row);
                self.used.iter_mut().zip(&cells).for_each(|(used, cell)| *used |= !cell.is_empty());
                self.cells.push_back(cells);
            } else if let Some(cells) = self.cells.pop_front() {
                for (column, (_, cell)) in (0..).zip(self.used.iter().zip(&cells).filter(|(used, _)| **used)) {
                    self.text.text(self.row, column, cell.as_bytes())?;
                }
                self.row += 1;
            } else {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// A name without its prefix, in small letters.
fn name(name: &[u8]) -> String {
    String::from_utf8_lossy(local(name)).to_lowercase()
}

/// Those by whom a schedule or a person can be asked for.
fn keys(tag: Tag) -> Vec<String> {
    [b"anstid".as_slice(), b"persnr"].into_iter().filter_map(|name| tag.text(name)).filter(|key| !key.trim().is_empty()).collect()
}

impl Reader {
    fn start(&mut self, name: &str, tag: Tag) {
        match name {
            "tidtrans" => self.row = Some(Row::of(tag)),
            "schema" => self.scheduled = keys(tag),
            "dag" => self.day(tag),
            "dimension" => {
                let is_centre = tag.text(b"namn").is_some_and(|name| name.to_lowercase().contains("kostnadsst"));
                if is_centre && self.dimension.is_none() {
                    self.dimension = tag.text(b"dim");
                }
            }
            "person" => self.person = keys(tag),
            "resultatenhet" if self.is_centre(tag) => {
                if let (Some(id), Some(name)) = (tag.text(b"id"), tag.text(b"namn")) {
                    self.names.insert(id, name);
                }
            }
            "resenhet" if self.is_centre(tag) => {
                let id = tag.text(b"id").unwrap_or_default();
                if let Some(row) = &mut self.row {
                    row.centre = id;
                } else {
                    self.homes.extend(self.person.iter().map(|key| (key.clone(), id.clone())));
                }
            }
            _ => {}
        }
    }

    /// Dimension 1 is that of cost centres, as in SIE, unless the file says which one is.
    fn is_centre(&self, tag: Tag) -> bool {
        let dimension = tag.text(b"dim").unwrap_or_else(|| "1".into());
        dimension == self.dimension.as_deref().unwrap_or("1")
    }

    fn day(&mut self, tag: Tag) {
        let date = tag.text(b"datum").and_then(|date| day(&date));
        let hours = tag.text(b"timmar").and_then(|hours| number(&hours));
        if let (Some(date), Some(hours)) = (date, hours.filter(|hours| (0.0..=24.0).contains(hours))) {
            for key in &self.scheduled {
                *self.schedules.entry(key.clone()).or_default().entry(date).or_default() += hours;
            }
        }
    }

    fn end(&mut self, name: &str) {
        let text = std::mem::take(&mut self.text);
        if let Some(row) = &mut self.row {
            row.put(name, text.trim());
        }
        match name {
            "tidtrans" => self.rows.extend(self.row.take()),
            "schema" => self.scheduled.clear(),
            "person" => self.person.clear(),
            _ => {}
        }
    }

    fn cells(&self, row: &Row) -> [String; 8] {
        let first = |texts: [&String; 3]| texts.into_iter().find(|text| !text.is_empty()).map_or("", |text| date_part(text)).to_owned();
        let employee = if row.employee.is_empty() { &row.number } else { &row.employee };
        let (from, to) = (first([&row.from, &row.date, &row.begins]), first([&row.to, &row.date, &row.ends]));
        let scheduled = self.scheduled(row, &from, &to);
        let extent = match (row.extent.trim_end_matches('%'), scheduled, number(&row.hours)) {
            ("", Some(scheduled), Some(hours)) if 0.0 < hours && hours <= scheduled => percent(hours / scheduled * 100.0),
            ("", ..) => String::new(),
            (extent, ..) => format!("{} %", trimmed(extent)),
        };
        let scheduled = scheduled.map(rounded).unwrap_or_default();
        let home = || [&row.employee, &row.number].into_iter().find_map(|key| self.homes.get(key));
        let centre = if row.centre.is_empty() { home().unwrap_or(&row.centre) } else { &row.centre };
        let centre = self.names.get(centre).unwrap_or(centre).clone();
        [employee.clone(), row.code.clone(), from, to, extent, trimmed(&row.hours), scheduled, centre]
    }

    /// The scheduled hours of the row's days; nothing unless the schedule has every one of them.
    fn scheduled(&self, row: &Row, from: &str, to: &str) -> Option<f64> {
        let (from, to) = (day(from)?, day(to)?);
        let days = [&row.employee, &row.number].into_iter().find_map(|key| self.schedules.get(key))?;
        if to < from || to - from > LONGEST_LOOKED_UP {
            return None;
        }
        (from..=to).map(|day| days.get(&day).copied()).sum()
    }
}

impl Row {
    /// What the tag itself says: who, in most files; all of it in some.
    fn of(tag: Tag) -> Self {
        let mut row = Self::default();
        for (attribute, value) in tag.attributes() {
            row.put(&name(attribute), xml::plain(value).trim());
        }
        row
    }

    fn put(&mut self, name: &str, text: &str) {
        let place = match name {
            "anstid" => &mut self.employee,
            "persnr" => &mut self.number,
            "tidkod" => &mut self.code,
            "datum" => &mut self.date,
            "datumfrom" => &mut self.from,
            "datumtom" => &mut self.to,
            "starttid" => &mut self.begins,
            "sluttid" => &mut self.ends,
            "omfattning" => &mut self.extent,
            "timmar" => &mut self.hours,
            "kostnadsställe" | "kostnadsstalle" | "kst" => &mut self.centre,
            _ => return,
        };
        if !text.is_empty() {
            text.clone_into(place);
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// To four decimals, as sums of decimal numbers end in dust.
fn rounded(number: f64) -> String {
    let mut out = Vec::new();
    super::format::decimal((number * 10_000.0).round() / 10_000.0, 0, &mut out);
    super::text::utf8(out)
}

fn percent(number: f64) -> String {
    rounded(number) + " %"
}

/// A date without its time.
fn date_part(text: &str) -> &str {
    text.split('T').next().unwrap_or_default().trim()
}

/// The day of an ISO date.
fn day(text: &str) -> Option<i32> {
    Date::from_iso(date_part(text)).map(Date::days)
}

/// A decimal number without zeros at its end: `7.750` could be seven thousand.
fn trimmed(number: &str) -> String {
    let number = number.trim();
    if number.is_empty() {
        return String::new();
    }
    let number = if number.contains(['.', ',']) { number.trim_end_matches('0').trim_end_matches(['.', ',']) } else { number };
    if number.is_empty() { "0".into() } else { number.into() }
}
