//! "Founded in 1990, Nordwind employs": what the participle at the front tells of the subject is an entry of its own, and the
//! main verb is of another time.

use super::lexicon::is_in;
use crate::analysis::claims::{Draft, capitalised};
use crate::characters::small;
use crate::document::Document;
use crate::document::tags::Tag;
use crate::recognisers::DateFound;

/// Words between the participle and its date.
const BETWEEN: usize = 8;
/// Words of the subject.
const SUBJECT: usize = 9;

/// Where the participle of such an opening stands among the words of a sentence: "Founded in", "First elected in".
#[must_use]
pub fn participle(words: &[&str]) -> Option<usize> {
    let at = usize::from(matches!(*words.first()?, "First" | "Originally"));
    words.get(at).filter(|word| is_in("begun", &small(word))).map(|_| at)
}

/// "Nordwind was founded.", where the date stands in such an opening.
#[must_use]
pub fn told(document: &Document, dates: &[DateFound], at: usize) -> Option<Draft> {
    let found = &dates[at];
    let sentence = &document.sentences()[found.sentence];
    let first = sentence.tokens.start;
    let front = document.slices(&(first..found.tokens.start));
    let begun = participle(&front)?;
    let (preposition, manner) = front[begun + 1..].split_last()?;
    let plain = manner.len() <= BETWEEN && !manner.iter().any(|word| matches!(*word, "," | ";" | "and"));
    let comma = found.tokens.end;
    let closed = sentence.tokens.contains(&comma) && document.slice(document.tokens()[comma].span) == ",";
    if !plain || !closed || !matches!(*preposition, "in" | "on") {
        return None;
    }
    let subject = subject(document, found.sentence, comma + 1)?;
    let verb = front[..=begun].join(" ").to_lowercase();
    let start = first + begun + 1;
    let reading = || document.reading(document.span_of(&(start..start + manner.len())));
    let manner = if manner.is_empty() { String::new() } else { format!(" {}", reading()) };
    let text = format!("{subject} {verb}{manner}.");
    let span = document.span_of(&sentence.tokens);
    Some(Draft { text, sources: vec![(sentence.block, span)], dates: vec![at], open_dates: Vec::new() })
}

/// The subject that begins at the token, with the "was" or "were" that its main verb tells: "Nordwind was".
fn subject(document: &Document, sentence: usize, opens: usize) -> Option<String> {
    let tokens = document.sentences()[sentence].tokens.clone();
    let tag = |at: usize| document.tags(sentence).get(at - tokens.start).copied().unwrap_or(Tag::Mark);
    let verb = (opens + 1..tokens.end.min(opens + SUBJECT + 1)).find(|at| tag(*at) == Tag::Finite)?;
    let last = verb - usize::from(tag(verb - 1) == Tag::Adverb);
    let words = document.slices(&(opens..last));
    let begins = tag(opens) == Tag::Name || words.first() == Some(&"the");
    let named = |at: usize| matches!(tag(at), Tag::Name | Tag::Word | Tag::Determiner | Tag::Number);
    if words.is_empty() || !begins || !(opens..last).all(|at| named(at) || matches!(words[at - opens], "of" | "-" | "’s" | "'s")) {
        return None;
    }
    let several = matches!(document.slice(document.tokens()[verb].span), "are" | "were" | "have" | "do");
    let name = capitalised(&document.reading(document.span_of(&(opens..last))));
    Some(format!("{name} {}", if several { "were" } else { "was" }))
}
