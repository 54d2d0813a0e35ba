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
        let decoded = match &mut self.decoder {
            Some(decoder) => decoder.decode(now, ends, &mut self.text),
            None => {
                now.iter().for_each(|&byte| self.text.extend_from_slice(char::from(byte).encode_utf8(&mut [0; 2]).as_bytes()));
                Ok(())
            }
        };
        match decoded {
            Ok(()) => self.at = end,
            Err(NotUtf8) => {
                let latin = self.declares_latin && !self.bytes.starts_with(b"\xef\xbb\xbf");
                self.decoder = (!latin).then(Decoder::windows_1252);
                self.text.clear();
                self.at = 0;
                return None;
            }
        }
        ends.then(|| std::mem::take(&mut self.text))
    }

    /// The share that has been decoded, 0–1.
    #[allow(clippy::cast_precision_loss)] // shown as a bar
    pub(super) fn share(&self) -> f64 {
        self.at as f64 / self.bytes.len().max(1) as f64
    }
}
