//! How much a sentence tells of its article. Whole numbers throughout: native and wasm must agree.

use super::features;
use super::matter::Matter;
use super::ranker::Ranker;
use crate::document::Document;
use crate::paste::Paste;
use crate::recognisers::Mentions;

/// The bit of the title's words that have none of their own; the highest is left to others.
const LAST_BIT: usize = 62;

/// A sentence of the story and its score.
#[derive(Clone, Copy, Debug)]
pub struct Scored {
    /// Index of the sentence.
    pub sentence: usize,
    /// The greater the better.
    pub score: i64,
    /// The words of the title that it holds, as bits.
    pub titled: u64,
}

/// The sentences of the numbered paragraphs that end as sentences do, in text order, with their scores; and what they say
/// again and again. `title` is the keys of the title's stems.
#[must_use]
pub fn score(document: &Document, paste: &Paste, mentions: &Mentions, title: &[u64]) -> (Vec<Scored>, Matter) {
    let ranker = Ranker::built_in();
    let mut scored = Vec::new();
    let terms = features::each_row(document, paste, mentions, &mut |row| {
        scored.push(Scored { sentence: row.sentence, score: ranker.score(&row), titled: 0 });
    });
    let Some(terms) = terms else { return (scored, Matter::default()) };
    for (scored, own) in scored.iter_mut().zip(&terms.of) {
        let held = own.iter().filter_map(|id| title.iter().position(|key| *key == terms.keys[*id as usize]));
        scored.titled = held.fold(0, |bits, at| bits | 1 << at.min(LAST_BIT));
    }
    (scored, Matter::of(&terms))
}
