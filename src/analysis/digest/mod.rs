//! The digest: three key points and a summary in parts, chosen sentence by sentence.
//!
//! `features` says what is seen of a sentence, the trained `ranker` what it is worth; `points` and `summary` choose.

mod features;
mod points;
mod ranker;
mod score;
mod summary;
mod terms;
#[cfg(feature = "training")]
pub mod training;
mod words;

use crate::Length;
use crate::analysis::claims::{Draft, Fitter};
use crate::contract::Digest;
use crate::document::Document;
use crate::paste::Paste;
use crate::recognisers::Mentions;

/// What the digest's parts are made from.
struct Story<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    fitter: &'a Fitter<'a>,
    sentences: Vec<score::Scored>,
}

/// Key points and summary of the document.
#[must_use]
pub fn read(document: &Document, paste: &Paste, mentions: &Mentions, fitter: &Fitter<'_>, length: Length) -> Digest {
    let sentences = score::score(document, paste, mentions);
    let story = Story { document, mentions, fitter, sentences };
    let points = points::choose(&story);
    let summary = summary::write(&story, &points, length);
    Digest { key_points: points.iter().map(|point| point.draft.finish(document)).collect(), summary }
}

/// A sentence that was chosen.
struct Chosen {
    sentence: usize,
    draft: Draft,
}
