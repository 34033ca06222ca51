//! What the ranker's trainer needs of the core: the very rows that the reader ranks.

pub use super::features::{BINS, COUNT};
pub use super::ranker::Ranker;

use super::features;
use crate::Date;
use crate::document::Document;

/// The names as they are found when the weights are at work.
static NAMES: std::sync::LazyLock<Option<crate::recognisers::NameModel>> =
    std::sync::LazyLock::new(|| crate::recognisers::NameModel::read(&crate::model::Container::read(crate::model::BUILT_IN).ok()?));

/// A sentence as the trainer sees it.
pub struct Sample {
    /// The claim that would be made of it.
    pub text: String,
    /// The features.
    pub values: Vec<i32>,
    /// The bins of its stems.
    pub bins: Vec<u16>,
}

/// The sentences of a text that a digest can be made of, in text order.
#[must_use]
pub fn samples(text: &str, published: Option<Date>) -> Vec<Sample> {
    let paste = crate::paste::read(text, published);
    let document = Document::new(text, &paste);
    let anchor = crate::recognisers::Anchor::of(&document, paste.published);
    let mentions = crate::recognisers::read(&document, anchor, NAMES.as_ref());
    let mut samples = Vec::new();
    features::each_row(&document, &paste, &mentions, &mut |row| {
        let text = crate::analysis::claims::sentence(&document, &mentions.dates, row.sentence).text;
        samples.push(Sample { text, values: row.values.to_vec(), bins: row.bins });
    });
    samples
}
