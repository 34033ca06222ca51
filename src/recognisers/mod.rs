//! The third step: what stands where. Each recogniser reads the [`Document`] alone.

mod dates;
mod names;

pub use dates::DateFound;
pub use names::{NameFound, is_known_place};

use crate::contract::Published;
use crate::document::Document;

/// Everything that was recognised, in text order.
#[derive(Debug)]
pub struct Mentions {
    /// Dated expressions.
    pub dates: Vec<DateFound>,
    /// Names.
    pub names: Vec<NameFound>,
}

/// Reads the document. `published` is the day on which relative dates hang.
#[must_use]
pub fn read(document: &Document, published: Option<Published>) -> Mentions {
    let dates = dates::read(document, published);
    let names = names::read(document, &dates);
    Mentions { dates, names }
}
