//! What may go from the front of a sentence that is too long.

use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, INSERTION, Sentence, owned};
use crate::document::tags::Tag;

/// "After the storm closed the port, the council paid" → "The council paid".
pub fn hanging(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let opening = bare(sentence.words.first()?);
    let hangs = is_in("hanging", &opening) && !is_in("limit", &opening) && opening != "without";
    hangs.then(|| without(sentence))?
}

/// "Backed by the harbour, the council paid" → "The council paid".
pub fn participle(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let second = *sentence.tags.get(1)?;
    // "Building sheds costs", "United Nations": only what takes its phrase along is a participle.
    let phrase = matches!(second, Tag::Determiner | Tag::Preposition | Tag::Pronoun | Tag::Adverb | Tag::Name | Tag::Word | Tag::Number);
    let first = sentence.tags[0];
    (matches!(first, Tag::Participle | Tag::Ing) && phrase && !is_in("paired", &bare(sentence.words[0]))).then(|| without(sentence))?
}

/// The sentence behind its first comma, where a whole one stands there.
fn without(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let comma = words.iter().position(|word| word.ends_with(','))?;
    let first = comma + 1;
    let subject = matches!(sentence.tags.get(first)?, Tag::Determiner | Tag::Name | Tag::Word | Tag::Number);
    let end = (first..words.len()).find(|&at| words[at].ends_with(',')).unwrap_or(words.len());
    let verb = (first + 1..end.min(first + 10)).find(|&at| sentence.is_finite(at))?;
    // "In Oakmere, Kestrel Bay and Orrin, the council": what follows must be a subject, not the next of a list.
    let listed = sentence.tags[first..verb].contains(&Tag::Relative);
    (subject && !listed && comma < INSERTION && words.len() - first >= HEAD).then(|| owned(&words[first..]))
}
