//! A sentence made to fit: with a name for its pronoun, without what it can do without, and shorter where it is too long.

use super::{Draft, Subjects, check, rewrite, shorten};
use crate::document::Document;
use crate::recognisers::Mentions;
use rewrite::Deictic;

/// The least words of a sentence that was changed, and of a hundred that it had.
const LEAST: usize = 8;
const LEAST_PERCENT: usize = 33;

/// The sentence as a claim whose text `fits`, changed as little as will do; none where that cannot be done honestly.
#[must_use]
pub fn fitted(
    document: &Document,
    mentions: &Mentions,
    subjects: &Subjects<'_>,
    index: usize,
    fits: &dyn Fn(&Draft) -> bool,
) -> Option<Draft> {
    let whole = document.sentences()[index].tokens.len();
    // What is left of a short sentence must still be what it was about.
    let told = |draft: &Draft| draft.words() >= whole.min(LEAST).max(whole * LEAST_PERCENT / 100);
    let sound = |draft: &Draft| fits(draft) && told(draft) && check(document, mentions, draft).is_empty();
    let draft = |deictic| {
        let draft = rewrite::sentence_with(document, &mentions.dates, index, deictic);
        let draft = Draft { text: shorten::lightened(&draft.text), ..draft };
        subjects.named(document, index, draft)
    };
    if let Some(written) = draft(Deictic::WrittenOut).filter(|draft| sound(draft)) {
        return Some(written);
    }
    let long = draft(Deictic::LeftOut)?;
    if sound(&long) {
        return Some(long);
    }
    let with = |text: &str| Draft { text: text.to_owned(), ..long.clone() };
    shorten::shortened(&long.text, &|text| sound(&with(text))).map(|text| with(&text))
}
