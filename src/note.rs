//! What was noticed on the way: where it was and what kind it is. No words: those live in the catalogue (`www/words`).

mod kind;

pub use kind::{Kind, Weight};

/// One thing noticed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What was noticed.
    pub kind: Kind,
    /// The line of the paste, from 1 (the heading row counts), where it concerns one.
    pub row: Option<u32>,
    /// The column, from 0, where it concerns one.
    pub column: Option<u32>,
    /// Another column that it concerns, from 0: the one that was taken, where two could have been.
    pub other: Option<u32>,
    /// What stood there, shortened; never from a column that tells people apart.
    pub found: Option<String>,
    /// What was expected: a key under `expected.` in the catalogue, such as `date`.
    pub expected: Option<&'static str>,
    /// How many rows, cells or months it concerns.
    pub count: u32,
}

impl Note {
    /// A note about the whole paste.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self { kind, row: None, column: None, other: None, found: None, expected: None, count: 1 }
    }

    /// The same, about so many.
    #[must_use]
    pub const fn count(mut self, count: u32) -> Self {
        self.count = count;
        self
    }

    /// The same, about a column.
    #[must_use]
    pub const fn column(mut self, column: u32) -> Self {
        self.column = Some(column);
        self
    }

    /// The same, about another column as well.
    #[must_use]
    pub const fn other(mut self, column: u32) -> Self {
        self.other = Some(column);
        self
    }

    /// The same, about a row.
    #[must_use]
    pub const fn row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// The same, with what stood there.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// The same, with what was expected.
    #[must_use]
    pub const fn expected(mut self, expected: &'static str) -> Self {
        self.expected = Some(expected);
        self
    }
}
