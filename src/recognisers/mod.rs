//! The third step: what stands where. Each recogniser reads the [`Document`] alone.

mod dates;

pub use dates::DateFound;

use crate::contract::Published;
use crate::document::Document;

/// Everything that was recognised, in text order.
#[derive(Debug)]
pub struct Mentions {
    /// Dated expressions.
    pub dates: Vec<DateFound>,
}

/// Reads the document. `published` is the day on which relative dates hang.
#[must_use]
pub fn read(document: &Document, published: Option<Published>) -> Mentions {
    Mentions { dates: dates::read(document, published) }
}
