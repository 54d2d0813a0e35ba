//! Bytes of a text file → UTF-8, in steps.

use crate::read::{Decoder, NotUtf8};

/// The share of all work on a text file that decoding is, about.
pub(super) const DECODED: f64 = 0.1;

/// A file that is being decoded: by its mark, as UTF-8, else as Windows-1252 or what it declares itself to be.
#[derive(Debug)]
pub(super) struct Decoding {
    bytes: Vec<u8>,
    at: usize,
    /// `None` for ISO 8859-1.
    decoder: Option<Decoder>,
    declares_latin: bool,
    text: Vec<u8>,
}

impl Decoding {
    /// `declares_latin`: it says that it is ISO 8859-1, which is believed where it is no UTF-8.
    pub(super) fn new(bytes: Vec<u8>, declares_latin: bool) -> Self {
        let text = Vec::with_capacity(bytes.len());
        Self { bytes, at: 0, decoder: Some(Decoder::default()), declares_latin, text }
    }

    /// Decodes about so many bytes; the text once it is whole.
    pub(super) fn step(&mut self, budget: usize) -> Option<Vec<u8>> {
        let end = self.at.saturating_add(budget).min(self.bytes.len());
        let (now, ends) = (&self.bytes[self.at..end], end == self.bytes.len());
        let decoded = if let Some(decoder) = &mut self.decoder {
            decoder.decode(now, ends, &mut self.text)
        } else {
            self.text.extend(now.iter().flat_map(|&byte| latin(byte)));
            Ok(())
        };
        if decoded == Err(NotUtf8) {
            let is_latin = self.declares_latin && !self.bytes.starts_with(b"\xef\xbb\xbf");
            self.decoder = (!is_latin).then(Decoder::windows_1252);
            self.text.clear();
            self.at = 0;
            return None;
        }
        self.at = end;
        ends.then(|| std::mem::take(&mut self.text))
    }

    /// The share that has been decoded, 0–1.
    #[allow(clippy::cast_precision_loss)] // shown as a bar
    pub(super) fn share(&self) -> f64 {
        self.at as f64 / self.bytes.len().max(1) as f64
    }
}

/// A sign of ISO 8859-1 in UTF-8.
fn latin(byte: u8) -> impl Iterator<Item = u8> {
    let first = if byte < 0x80 { None } else { Some(0xc0 | byte >> 6) };
    first.into_iter().chain([if byte < 0x80 { byte } else { 0x80 | byte & 0x3f }])
}
