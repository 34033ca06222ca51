//! The third step: what stands where. Each recogniser reads the [`Document`] alone.

mod dates;
mod names;

pub use dates::DateFound;
#[cfg(feature = "training")]
pub use names::training;
pub use names::{Model as NameModel, NameFound, is_first_name, is_known_place};

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

/// Reads the document. `published` is the day on which relative dates hang; without
/// `names` rules alone find the names.
#[must_use]
pub fn read(document: &Document, published: Option<Published>, names: Option<&NameModel>) -> Mentions {
    let dates = dates::read(document, published);
    let names = names::read(document, &dates, names);
    Mentions { dates, names }
}
