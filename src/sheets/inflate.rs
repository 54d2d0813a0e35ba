//! Zip archives: the list of files, and their bytes as they are unpacked, counted.

use std::cell::Cell;
use std::rc::Rc;

use flate2::{Decompress, FlushDecompress, Status};

use super::Refused;
use super::xml::Feed;

/// So many bytes may be unpacked of one archive, in all.
const MOST_UNPACKED: u64 = 1 << 30;
/// Beyond this, a file that is unpacked to more than so many times its size is no workbook.
const SUSPECT: u64 = 64 << 20;
const HIGHEST_RATIO: u64 = 200;
/// So many bytes are unpacked at a time.
const CHUNK: usize = 1 << 16;
/// No workbook has more files.
const MOST_FILES: usize = 1 << 16;

/// The files of an archive.
#[derive(Debug)]
pub(super) struct Archive {
    bytes: Vec<u8>,
    files: Vec<File>,
    /// How many bytes may still be unpacked.
    left: Cell<u64>,
}

#[derive(Debug)]
struct File {
    name: Vec<u8>,
    encrypted: bool,
    stored: bool,
    packed: usize,
    /// Where its own heading begins.
    start: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<usize> {
    let number: [u8; 8] = bytes.get(at..at.checked_add(8)?)?.try_into().ok()?;
    usize::try_from(u64::from_le_bytes(number)).ok()
}

impl Archive {
    /// # Errors
    /// `Broken` where the list of files at the end is missing, as in a truncated file.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Rc<Self>, Refused> {
        let files = files(&bytes).ok_or(Refused::Broken)?;
        Ok(Rc::new(Self { bytes, files, left: Cell::new(MOST_UNPACKED) }))
    }

    /// How many bytes a file takes in the archive.
    pub(super) fn size(&self, index: usize) -> usize {
        self.files.get(index).map_or(0, |file| file.packed)
    }

    /// The file of that name, without regard to case.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let same = |(&found, &asked): (&u8, &u8)| {
            let found = if found == b'\\' { b'/' } else { found };
            found.eq_ignore_ascii_case(&asked)
        };
        let name = name.trim_start_matches('/').as_bytes();
        self.files.iter().position(|file| file.name.len() == name.len() && file.name.iter().zip(name).all(same))
    }

    /// Whether a file stands in the folder.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        self.files.iter().any(|file| file.name.starts_with(folder.as_bytes()))
    }

    /// A file, to be unpacked as it is read.
    pub(super) fn unpack(self: &Rc<Self>, index: usize) -> Result<Unpacked, Refused> {
        let file = self.files.get(index).ok_or(Refused::Broken)?;
        if file.encrypted {
            return Err(Refused::Password);
        }
        let (at, end) = self.data(file).ok_or(Refused::Broken)?;
        let state = (!file.stored).then(|| Decompress::new(false));
        Ok(Unpacked { archive: Rc::clone(self), at, end, packed: file.packed, state, ended: false, come: 0 })
    }

    /// Where the bytes of a file begin and end.
    fn data(&self, file: &File) -> Option<(usize, usize)> {
        let heading = self.bytes.get(file.start..)?;
        if !heading.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = file.start + 30 + usize::from(u16_at(heading, 26)?) + usize::from(u16_at(heading, 28)?);
        let end = start.checked_add(file.packed)?;
        (end <= self.bytes.len()).then_some((start, end))
    }

    /// All of a small file; nothing where it is missing.
    pub(super) fn whole(self: &Rc<Self>, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        let Some(index) = self.find(name) else { return Ok(None) };
        let mut unpacked = self.unpack(index)?;
        let mut bytes = Vec::new();
        while unpacked.more(&mut bytes)? {}
        Ok(Some(bytes))
    }
}

/// The list of files at the end of an archive.
fn files(bytes: &[u8]) -> Option<Vec<File>> {
    let tail = bytes.len().saturating_sub(22 + 0xffff);
    let end = tail + bytes[tail..].windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let mut at = u32_at(bytes, end + 16)? as usize;
    if at == 0xffff_ffff {
        let locator = end.checked_sub(20)?;
        at = u64_at(bytes, u64_at(bytes, locator + 8)?.checked_add(48)?)?;
    }
    let mut files = Vec::new();
    while let Some((file, next)) = bytes.get(at..).and_then(file) {
        files.push(file);
        at += next;
        if files.len() > MOST_FILES {
            return None;
        }
    }
    (!files.is_empty()).then_some(files)
}

/// A line of the list, and its length.
fn file(line: &[u8]) -> Option<(File, usize)> {
    if !line.starts_with(b"PK\x01\x02") {
        return None;
    }
    let length = |at| u16_at(line, at).map(usize::from);
    let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
    let (mut packed, mut start) = (u32_at(line, 20)? as usize, u32_at(line, 42)? as usize);
    let mut more = line.get(46 + name..46 + name + extra)?;
    while let (Some(kind), Some(size)) = (u16_at(more, 0), u16_at(more, 2)) {
        if kind == 1 {
            // sizes and places beyond four gigabytes, each only where the line has no room for it
            let mut at = if u32_at(line, 24)? == 0xffff_ffff { 12 } else { 4 };
            if packed == 0xffff_ffff {
                packed = u64_at(more, at)?;
                at += 8;
            }
            if start == 0xffff_ffff {
                start = u64_at(more, at)?;
            }
        }
        more = more.get(4 + usize::from(size)..).unwrap_or_default();
    }
    let file = File {
        name: line.get(46..46 + name)?.to_vec(),
        encrypted: u16_at(line, 8)? & 1 != 0,
        stored: u16_at(line, 10)? == 0,
        packed,
        start,
    };
    Some((file, 46 + name + extra + comment))
}

/// The bytes of a file as they are unpacked.
#[derive(Debug)]
pub(super) struct Unpacked {
    archive: Rc<Archive>,
    /// Where the bytes of the archive that are not yet taken in begin, and end.
    at: usize,
    end: usize,
    packed: usize,
    /// `None` where the file was stored as it is.
    state: Option<Decompress>,
    ended: bool,
    /// How many bytes have come out.
    come: u64,
}

impl Feed for Unpacked {
    fn more(&mut self, into: &mut Vec<u8>) -> Result<bool, Refused> {
        let before = into.len();
        while into.len() == before && !self.ended {
            self.step(into)?;
        }
        let new = into.len() - before;
        self.count(new as u64)?;
        Ok(new > 0)
    }
}

impl Unpacked {
    /// How many bytes of the archive have been taken in.
    pub(super) const fn taken(&self) -> usize {
        self.packed - (self.end - self.at)
    }

    /// Takes in some bytes, which may give none yet.
    fn step(&mut self, into: &mut Vec<u8>) -> Result<(), Refused> {
        let rest = self.archive.bytes.get(self.at..self.end).unwrap_or_default();
        let Some(state) = &mut self.state else {
            let now = &rest[..rest.len().min(CHUNK)];
            into.extend_from_slice(now);
            self.at += now.len();
            self.ended = now.is_empty();
            return Ok(());
        };
        into.reserve(CHUNK);
        let (read, written) = (state.total_in(), into.len());
        let status = state.decompress_vec(rest, into, FlushDecompress::None).map_err(|_| Refused::Broken)?;
        let read = state.total_in() - read;
        self.at += usize::try_from(read).unwrap_or(0);
        self.ended = status == Status::StreamEnd;
        let stuck = !self.ended && read == 0 && into.len() == written;
        if stuck { Err(Refused::Broken) } else { Ok(()) }
    }

    /// Sizes are counted as they come: what headings say of them is no more than a claim.
    fn count(&mut self, bytes: u64) -> Result<(), Refused> {
        self.come += bytes;
        let left = self.archive.left.get().checked_sub(bytes).ok_or(Refused::TooLarge)?;
        self.archive.left.set(left);
        let bomb = self.come > SUSPECT && self.come / HIGHEST_RATIO > self.packed as u64;
        if bomb { Err(Refused::TooLarge) } else { Ok(()) }
    }
}
