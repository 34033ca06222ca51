//! How much a sentence tells of its article. Whole numbers throughout: native and wasm must agree.

use super::features;
use super::matter::Matter;
use super::ranker::Ranker;
use crate::document::Document;
use crate::paste::Paste;
use crate::recognisers::Mentions;

/// A sentence of the story and its score.
#[derive(Clone, Copy, Debug)]
pub struct Scored {
    /// Index of the sentence.
    pub sentence: usize,
    /// The greater the better.
    pub score: i64,
}

/// The sentences of the numbered paragraphs that end as sentences do, in text order, with their scores; and what they say
/// again and again.
#[must_use]
pub fn score(document: &Document, paste: &Paste, mentions: &Mentions) -> (Vec<Scored>, Matter) {
    let ranker = Ranker::built_in();
    let mut scored = Vec::new();
    let terms =
        features::each_row(document, paste, mentions, &mut |row| scored.push(Scored { sentence: row.sentence, score: ranker.score(&row) }));
    (scored, terms.as_ref().map(Matter::of).unwrap_or_default())
}
