//! Workbooks of Office Open XML (.xlsx, .xlsm), read cell by cell as they are unpacked.

mod cell;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::format::{ENGLISH, Format, Numbers};
use super::inflate::{Archive, Unpacked};
use super::text::{self, Text};
use super::xml::{self, Markup, Tag, Token, local};
use super::{Refused, Sheets, Source};
use cell::Cell;

/// A workbook has so many columns at most.
const MOST_COLUMNS: u32 = 16_384;
/// And so many sheets and other parts.
const MOST_LISTED: usize = 8_192;

/// What cells refer to.
#[derive(Debug)]
struct Parts {
    strings: Strings,
    /// Of each style of cells.
    formats: Vec<Format>,
    numbers: Numbers,
}

/// The texts that cells share, ready to stand between tabs.
#[derive(Debug, Default)]
struct Strings {
    all: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

/// A sheet as the workbook lists it.
#[derive(Debug)]
struct Listed {
    name: String,
    hidden: bool,
    relation: Vec<u8>,
}

/// A workbook that is being read.
#[derive(Debug)]
pub(super) struct Reading {
    archive: Rc<Archive>,
    parts: Parts,
    /// The shared texts and the styles, while they are read.
    shared: Option<Shared>,
    styles: Option<Styles>,
    /// The sheets that are left, the next one last, and the one that is being read.
    left: Vec<(Listed, usize)>,
    sheet: Option<(Listed, Cells)>,
    /// Bytes of the archive that are read in all, and that have been read of files that are done.
    all: usize,
    read: usize,
}

impl Reading {
    pub(super) fn new(archive: &Rc<Archive>) -> Result<Self, Refused> {
        let path = relations(archive, "_rels/.rels")?
            .into_iter()
            .find_map(|(_, kind, path)| kind.ends_with("/officeDocument").then_some(path))
            .unwrap_or_else(|| "xl/workbook.xml".into());
        let path = path.trim_start_matches('/').to_owned();
        let Some(workbook) = archive.whole(&path)?.filter(|_| !path.contains("workbook.bin") && archive.has_folder("xl/")) else {
            let empty = archive.has_folder("xl/") && archive.find("xl/workbook.bin").is_none();
            return Err(if empty { Refused::Broken } else { Refused::NotSupported });
        };
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let relations: Vec<Relation> = relations(archive, &format!("{folder}/_rels/{file}.rels"))?
            .into_iter()
            .map(|(id, kind, path)| (id, kind, within(folder, &path)))
            .collect();
        let (listed, from_1904) = list(workbook)?;
        if listed.len() > MOST_LISTED || relations.len() > MOST_LISTED {
            return Err(Refused::TooLarge);
        }
        let file_of = |kind: &str| {
            let relation = relations.iter().find(|relation| relation.1.ends_with(kind))?;
            archive.find(&relation.2)
        };
        let (texts, styles) = (file_of("/sharedStrings"), file_of("/styles"));
        let mut left = Vec::new();
        for listed in listed.into_iter().rev() {
            let relation = relations.iter().find(|relation| relation.0 == listed.relation && relation.1.ends_with("/worksheet"));
            left.extend(relation.and_then(|relation| archive.find(&relation.2)).map(|file| (listed, file)));
        }
        Ok(Self {
            all: left.iter().map(|&(_, file)| file).chain(texts).chain(styles).map(|file| archive.size(file)).sum(),
            read: 0,
            parts: Parts { strings: Strings::default(), formats: Vec::new(), numbers: Numbers::new(from_1904) },
            shared: texts.map(|file| archive.unpack(file)).transpose()?.map(Shared::new),
            styles: styles.map(|file| archive.unpack(file)).transpose()?.map(Styles::new),
            archive: Rc::clone(archive),
            left,
            sheet: None,
        })
    }
}

impl Source for Reading {
    fn step(&mut self, budget: usize, sheets: &mut Sheets) -> Result<bool, Refused> {
        if let Some(shared) = &mut self.shared {
            if shared.step(budget)? {
                self.read += shared.markup.feed().taken();
                self.parts.strings = self.shared.take().map(|shared| shared.strings).unwrap_or_default();
            }
            return Ok(false);
        }
        if let Some(styles) = &mut self.styles {
            if styles.step(budget)? {
                self.read += styles.markup.feed().taken();
                self.parts.formats = self.styles.take().map(|styles| styles.formats).unwrap_or_default();
            }
            return Ok(false);
        }
        if let Some((_, cells)) = &mut self.sheet {
            let done = cells.step(budget, &mut self.parts)?;
            sheets.put(cells.text.take())?;
            if done && let Some((listed, cells)) = self.sheet.take() {
                self.read += cells.markup.feed().taken();
                sheets.add(listed.name, listed.hidden, cells.text)?;
            }
            return Ok(done && self.left.is_empty());
        }
        let Some((listed, file)) = self.left.pop() else { return Ok(true) };
        self.sheet = Some((listed, Cells::new(self.archive.unpack(file)?)));
        Ok(false)
    }

    #[allow(clippy::cast_precision_loss)] // shown as a bar
    fn share(&self) -> f64 {
        let shared = self.shared.as_ref().map(|shared| &shared.markup);
        let styles = self.styles.as_ref().map(|styles| &styles.markup);
        let cells = self.sheet.as_ref().map(|(_, cells)| &cells.markup);
        let now = shared.or(styles).or(cells).map_or(0, |markup| markup.feed().taken());
        (self.read + now) as f64 / self.all.max(1) as f64
    }
}

/// The id, kind and path of a file that another one refers to.
type Relation = (Vec<u8>, String, String);

fn relations(archive: &Rc<Archive>, path: &str) -> Result<Vec<Relation>, Refused> {
    let mut relations = Vec::new();
    let Some(text) = archive.whole(path.trim_start_matches('/'))? else { return Ok(relations) };
    let mut markup = Markup::of_text(text);
    while let Some(token) = markup.next()? {
        if let Token::Start(tag) = token
            && local(tag.name) == b"Relationship"
            && let (Some(id), Some(kind), Some(target)) = (tag.get(b"Id"), tag.text(b"Type"), tag.text(b"Target"))
        {
            relations.push((id.to_vec(), kind, target));
        }
    }
    Ok(relations)
}

/// A path as seen from a folder.
fn within(folder: &str, path: &str) -> String {
    if let Some(from_root) = path.strip_prefix('/') {
        return from_root.into();
    }
    let mut folders: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in path.split('/') {
        match name {
            ".." => drop(folders.pop()),
            "." | "" => {}
            _ => folders.push(name),
        }
    }
    folders.join("/")
}

/// The sheets in their order, and whether days are counted from 1904.
fn list(workbook: Vec<u8>) -> Result<(Vec<Listed>, bool), Refused> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut markup = Markup::of_text(workbook);
    while let Some(token) = markup.next()? {
        let Token::Start(tag) = token else { continue };
        match local(tag.name) {
            b"workbookPr" => from_1904 = tag.get(b"date1904").is_some_and(|value| matches!(value, b"1" | b"true")),
            b"sheet" => sheets.push(Listed {
                name: tag.text(b"name").unwrap_or_default(),
                hidden: tag.get(b"state").is_some_and(|state| state != b"visible"),
                relation: tag.attributes().find(|(name, _)| name.ends_with(b":id")).map_or_else(Vec::new, |(_, value)| value.to_vec()),
            }),
            _ => {}
        }
    }
    Ok((sheets, from_1904))
}

/// The formats of the styles of cells, as they are read.
#[derive(Debug)]
struct Styles {
    markup: Markup<Unpacked>,
    own: BTreeMap<u16, Format>,
    of_cells: bool,
    formats: Vec<Format>,
}

impl Styles {
    fn new(file: Unpacked) -> Self {
        Self { markup: Markup::xml(file), own: BTreeMap::new(), of_cells: false, formats: Vec::new() }
    }

    /// Whether they have all been read.
    fn step(&mut self, budget: usize) -> Result<bool, Refused> {
        let number = |tag: Tag, name: &[u8]| tag.text(name).and_then(|number| number.parse::<u16>().ok());
        let until = self.markup.passed().saturating_add(budget);
        while self.markup.passed() < until {
            match self.markup.next()? {
                Some(Token::Start(tag)) => match local(tag.name) {
                    b"numFmt" => {
                        if let (Some(id), Some(code)) = (number(tag, b"numFmtId"), tag.text(b"formatCode")) {
                            self.own.insert(id, Format::of_code(&code, ENGLISH));
                        }
                    }
                    b"cellXfs" => self.of_cells = true,
                    b"xf" if self.of_cells => {
                        let id = number(tag, b"numFmtId").unwrap_or(0);
                        self.formats.push(self.own.get(&id).copied().unwrap_or(Format::built_in(id)));
                    }
                    _ => {}
                },
                Some(Token::End(name)) if local(name) == b"cellXfs" => return Ok(true),
                Some(_) => {}
                None => return Ok(true),
            }
        }
        Ok(false)
    }
}

/// The shared texts, as they are read. Readings of Japanese signs (`rPh`) are no part of them.
#[derive(Debug)]
struct Shared {
    markup: Markup<Unpacked>,
    strings: Strings,
    text: Vec<u8>,
    wanted: bool,
    reading: bool,
}

impl Shared {
    fn new(file: Unpacked) -> Self {
        Self { markup: Markup::xml(file), strings: Strings::default(), text: Vec::new(), wanted: false, reading: false }
    }

    /// Whether they have all been read.
    fn step(&mut self, budget: usize) -> Result<bool, Refused> {
        let until = self.markup.passed().saturating_add(budget);
        while self.markup.passed() < until {
            let Some(token) = self.markup.next()? else { return Ok(true) };
            match token {
                Token::Start(tag) => match local(tag.name) {
                    b"t" => self.wanted = !self.reading && !tag.empty,
                    b"rPh" => self.reading = !tag.empty,
                    b"si" if tag.empty => self.strings.push(b""),
                    _ => {}
                },
                Token::Text(part) if self.wanted => xml::resolve(part, &mut self.text),
                Token::Verbatim(part) if self.wanted => self.text.extend_from_slice(part),
                Token::End(name) => match local(name) {
                    b"t" => self.wanted = false,
                    b"rPh" => self.reading = false,
                    b"si" => {
                        self.strings.push(&unescaped(&self.text));
                        self.text.clear();
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(false)
    }
}

impl Strings {
    fn push(&mut self, text: &[u8]) {
        text::safe(text, &mut self.all);
        self.ends.push(self.all.len());
    }

    #[inline]
    fn get(&self, index: usize) -> Option<&[u8]> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.all.get(start..end)
    }
}

/// Characters that XML cannot hold are written `_x000D_`.
fn unescaped(text: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    let code = |at: usize| {
        let code = text.get(at..at + 7)?;
        let hexadecimal = code.strip_prefix(b"_x")?.strip_suffix(b"_")?;
        u32::from_str_radix(std::str::from_utf8(hexadecimal).ok()?, 16).ok().and_then(char::from_u32)
    };
    if !text.windows(2).any(|two| two == b"_x") {
        return text.into();
    }
    let (mut out, mut at) = (Vec::with_capacity(text.len()), 0);
    while at < text.len() {
        if let Some(char) = code(at) {
            out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
            at += 7;
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    out.into()
}

/// The cells of a sheet, as they are read. Each has its own value: that of a merged area stands in its first cell, as in a pasted
/// table. A value spread over the area would make a title above a table look like a row of headings.
#[derive(Debug)]
struct Cells {
    markup: Markup<Unpacked>,
    text: Text,
    cell: Cell,
    in_value: bool,
    reading: bool,
}

impl Cells {
    fn new(file: Unpacked) -> Self {
        Self { markup: Markup::xml(file), text: Text::default(), cell: Cell::default(), in_value: false, reading: false }
    }

    /// Whether they have all been read.
    fn step(&mut self, budget: usize, parts: &mut Parts) -> Result<bool, Refused> {
        let Self { markup, text, cell, in_value, reading } = self;
        let (until, most) = (markup.passed().saturating_add(budget), text.len().saturating_add(budget));
        while markup.passed() < until && text.len() < most {
            if !*reading && let Some((value, passed)) = cell.plain(markup.ahead()) {
                cell.put(value, parts, text)?;
                markup.pass(passed);
                *in_value = false;
                continue;
            }
            match markup.next()?.ok_or(Refused::Broken)? {
                Token::Start(tag) => match local(tag.name) {
                    b"c" => cell.begin(tag)?,
                    b"v" | b"t" => *in_value = !tag.empty && !*reading,
                    b"row" => cell.begin_row(tag)?,
                    b"sheetData" if tag.empty => return Ok(true),
                    b"rPh" => *reading = !tag.empty,
                    _ => {}
                },
                Token::Text(part) if *in_value => xml::resolve(part, &mut cell.value),
                Token::Verbatim(part) if *in_value => cell.value.extend_from_slice(part),
                Token::End(name) => match local(name) {
                    b"v" | b"t" => *in_value = false,
                    b"rPh" => *reading = false,
                    b"c" => cell.write(parts, text)?,
                    b"sheetData" => return Ok(true),
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(false)
    }
}
