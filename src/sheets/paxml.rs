//! `PAXml` 2.x, the exchange format of Swedish payroll: its time transactions as a table, a row each.

use std::collections::BTreeMap;

use super::text::Text;
use super::xml::{self, Markup, Tag, Token, local};
use super::{Refused, Sheets};
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

pub(super) fn read(bytes: &[u8]) -> Result<Sheets, Refused> {
    let mut markup = Markup::of_text(decoded(bytes));
    let mut reader = Reader::default();
    let mut root = true;
    while let Some(token) = markup.next()? {
        match token {
            Token::Start(tag) => {
                if std::mem::take(&mut root) && !local(tag.name).eq_ignore_ascii_case(b"paxml") {
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
    if root {
        return Err(Refused::NotPaxml);
    }
    let mut sheets = Sheets::default();
    sheets.add("PAXml".into(), false, reader.table()?)?;
    Ok(sheets)
}

/// The text in UTF-8: by its mark, as what it declares itself to be, else by the looks of it.
fn decoded(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.get(..bytes.len().min(200)).unwrap_or_default().to_ascii_lowercase();
    let declared = start.windows(6).any(|window| window == b"8859-1") || start.windows(6).any(|window| window == b"s-1252");
    if declared && !bytes.is_ascii() && !bytes.starts_with(b"\xef\xbb\xbf") && std::str::from_utf8(bytes).is_err() {
        return bytes.iter().flat_map(|&byte| char::from(byte).to_string().into_bytes()).collect();
    }
    crate::read::decode(bytes)
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

    /// The table: columns that no row fills are left out. A row that tells hours and no extent has its extent from the schedule, as
    /// other rows tell theirs.
    fn table(self) -> Result<Text, Refused> {
        let rows: Vec<[String; 8]> = self.rows.iter().map(|row| self.cells(row)).collect();
        let used: Vec<usize> = (0..HEADINGS.len()).filter(|&at| rows.iter().any(|row| !row[at].is_empty())).collect();
        let mut text = Text::default();
        let head = HEADINGS.map(String::from);
        for (number, row) in (0..).zip(std::iter::once(&head).chain(&rows).filter(|_| !rows.is_empty())) {
            for (column, &at) in (0..).zip(&used) {
                text.text(number, column, row[at].as_bytes())?;
            }
        }
        Ok(text)
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
