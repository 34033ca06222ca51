//! What the ranker's trainer needs of the core: the very rows that the reader ranks.

pub use super::features::{BINS, COUNT};
pub use super::ranker::Ranker;

use super::form::Form;
use super::{Story, features};
use crate::Date;
use crate::analysis::claims::Fitter;
use crate::document::Document;

/// The names as they are found when the weights are at work.
static NAMES: std::sync::LazyLock<Option<crate::recognisers::NameModel>> =
    std::sync::LazyLock::new(|| crate::recognisers::NameModel::read(&crate::model::Container::read(crate::model::BUILT_IN).ok()?));

/// A sentence as the trainer sees it.
pub struct Sample {
    /// The sentence as a claim.
    pub text: String,
    /// The key point that would be made of it; none where it cannot be one.
    pub point: Option<String>,
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
    let mentions = crate::recognisers::read(&document, crate::recognisers::dates(&document, anchor), NAMES.as_ref());
    let fitter = Fitter::new(&document, &mentions);
    let story = Story::new(&document, &mentions, &fitter, super::score::score(&document, &paste, &mentions, fitter.title()));
    let mut samples = Vec::new();
    let _ = features::each_row(&document, &paste, &mentions, &mut |row| {
        let text = crate::analysis::claims::sentence(&document, &mentions.dates, row.sentence).text;
        let point = fitter.fitted(row.sentence, &|draft| story.is_point(draft, Form::Full)).map(|draft| draft.text);
        samples.push(Sample { text, point, values: row.values.to_vec(), bins: row.bins });
    });
    samples
}
