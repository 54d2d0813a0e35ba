//! Compound files: the container of .xls, and of encrypted workbooks.

use super::Refused;

/// The streams of a container.
#[derive(Debug)]
pub(super) struct Container {
    bytes: Vec<u8>,
    sector: usize,
    /// Which sector comes after each.
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    streams: Vec<Stream>,
}

#[derive(Debug)]
struct Stream {
    name: String,
    start: u32,
    length: usize,
}

/// Streams shorter than this lie together in one, in sectors of their own size.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// No sector has this number or a higher one.
const NO_SECTOR: u32 = 0xffff_fffa;

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

impl Container {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Refused> {
        Self::parse(bytes).ok_or(Refused::Broken)
    }

    fn parse(bytes: Vec<u8>) -> Option<Self> {
        let sector = match u16_at(&bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self { bytes, sector, next: Vec::new(), small_next: Vec::new(), small: Vec::new(), streams: Vec::new() };
        container.next = container.table()?;
        container.small_next = numbers(&container.chain(u32_at(&container.bytes, 60)?)?);
        let directory = container.chain(u32_at(&container.bytes, 48)?)?;
        for entry in directory.chunks_exact(128) {
            let (start, length) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
            match entry[66] {
                2 => container.streams.push(Stream { name: name(entry), start, length }),
                5 => container.small = container.chain(start).unwrap_or_default(),
                _ => {}
            }
        }
        Some(container)
    }

    fn sector(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        // the last sector may be cut short
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The table of which sector comes after each; where it lies is listed in the heading, and further on where that is full.
    fn table(&self) -> Option<Vec<u32>> {
        let mut places = numbers(self.bytes.get(76..512)?);
        let most = self.bytes.len() / self.sector + 1;
        let mut more = u32_at(&self.bytes, 68)?;
        while more < NO_SECTOR && places.len() <= most {
            let mut further = numbers(self.sector(more)?);
            more = further.pop()?;
            places.append(&mut further);
        }
        let mut table = Vec::new();
        for place in places.into_iter().filter(|&place| place < NO_SECTOR) {
            table.extend(numbers(self.sector(place)?));
            if table.len() > most + self.sector {
                break;
            }
        }
        Some(table)
    }

    /// The sectors that follow upon one another from `start`.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let (mut bytes, mut at) = (Vec::new(), start);
        while at < NO_SECTOR {
            bytes.extend_from_slice(self.sector(at)?);
            at = *self.next.get(at as usize)?;
            if bytes.len() > self.bytes.len() {
                return None; // in a ring
            }
        }
        Some(bytes)
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        let (mut bytes, mut at) = (Vec::new(), start);
        while at < NO_SECTOR {
            let from = (at as usize).checked_mul(SMALL_SECTOR)?;
            bytes.extend_from_slice(self.small.get(from..self.small.len().min(from + SMALL_SECTOR))?);
            at = *self.small_next.get(at as usize)?;
            if bytes.len() > self.small.len() {
                return None;
            }
        }
        Some(bytes)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|stream| stream.name == name)
    }

    /// A stream, whose bytes are gathered as they are asked for.
    pub(super) fn gather(&self, name: &str) -> Result<Gathering, Refused> {
        let stream = self.streams.iter().find(|stream| stream.name == name).ok_or(Refused::NotSupported)?;
        let mut bytes = Vec::with_capacity(stream.length.min(self.bytes.len()));
        let mut at = stream.start;
        if stream.length < SMALL {
            bytes = self.small_chain(stream.start).ok_or(Refused::Broken)?;
            at = NO_SECTOR;
        }
        Ok(Gathering { at, length: stream.length, bytes })
    }
}

/// The bytes of a stream that have been gathered.
#[derive(Debug)]
pub(super) struct Gathering {
    at: u32,
    length: usize,
    bytes: Vec<u8>,
}

impl Gathering {
    /// Gathers about so many bytes more; all of them once they are there.
    pub(super) fn step(&mut self, container: &Container, budget: usize) -> Result<Option<Vec<u8>>, Refused> {
        let until = self.bytes.len().saturating_add(budget);
        while self.at < NO_SECTOR && self.bytes.len() < until {
            self.go_on(container).ok_or(Refused::Broken)?;
        }
        if self.at < NO_SECTOR {
            return Ok(None);
        }
        self.bytes.truncate(self.length);
        Ok(Some(std::mem::take(&mut self.bytes)))
    }

    fn go_on(&mut self, container: &Container) -> Option<()> {
        self.bytes.extend_from_slice(container.sector(self.at)?);
        self.at = *container.next.get(self.at as usize)?;
        // else in a ring
        (self.bytes.len() <= container.bytes.len()).then_some(())
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|number| u32_at(number, 0)).collect()
}

fn name(entry: &[u8]) -> String {
    let length = usize::from(u16_at(entry, 64).unwrap_or(0)).saturating_sub(2).min(64);
    let units = entry[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
