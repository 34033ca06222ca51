//! "Founded in 1990, Nordwind employs": what the participle at the front tells of the subject is an entry of its own, and the
//! main verb is of another time.

use super::lexicon::is_in;
use crate::analysis::claims::{Draft, capitalised};
use crate::document::Document;
use crate::document::tags::Tag;
use crate::recognisers::DateFound;

/// Words between the participle and its date.
const BETWEEN: usize = 8;
/// Words of the subject.
const SUBJECT: usize = 9;

/// "Nordwind was founded.", where the date stands in such an opening.
#[must_use]
pub fn told(document: &Document, dates: &[DateFound], at: usize) -> Option<Draft> {
    let found = &dates[at];
    let sentence = &document.sentences()[found.sentence];
    let (first, tags) = (sentence.tokens.start, document.tags(found.sentence));
    let front = document.slices(&(first..found.tokens.start));
    let again = usize::from(matches!(*front.first()?, "First" | "Originally"));
    let participle = front.get(again).filter(|word| is_in("begun", &word.to_lowercase()))?;
    let rest = &front[again + 1..];
    let (preposition, rest) = rest.split_last()?;
    let plain = rest.len() <= BETWEEN && !rest.iter().any(|word| matches!(*word, "," | ";" | "and")) && matches!(*preposition, "in" | "on");
    let comma = found.tokens.end;
    if !plain || !sentence.tokens.contains(&comma) || document.slice(document.tokens()[comma].span) != "," {
        return None;
    }
    let tag = |at: usize| tags.get(at - first).copied().unwrap_or(Tag::Mark);
    let opens = comma + 1;
    let verb = (opens + 1..sentence.tokens.end.min(opens + SUBJECT + 1)).find(|at| tag(*at) == Tag::Finite)?;
    let last = verb - usize::from(tag(verb - 1) == Tag::Adverb);
    let words = document.slices(&(opens..last));
    let named = |at: usize| matches!(tag(at), Tag::Name | Tag::Word | Tag::Determiner | Tag::Number);
    let subject = last > opens
        && (tag(opens) == Tag::Name || words[0] == "the")
        && (opens..last).all(|at| named(at) || matches!(words[at - opens], "of" | "-" | "’s" | "'s"));
    if !subject {
        return None;
    }
    let several = matches!(document.slice(document.tokens()[verb].span), "are" | "were" | "have" | "do");
    let be = if several { "were" } else { "was" };
    let adverb = if again == 1 { format!(" {}", front[0].to_lowercase()) } else { String::new() };
    let manner = if rest.is_empty() {
        String::new()
    } else {
        let start = first + again + 1;
        format!(" {}", document.reading(document.span_of(&(start..start + rest.len()))))
    };
    let name = capitalised(&document.reading(document.span_of(&(opens..last))));
    let text = format!("{name} {be}{adverb} {}{manner}.", participle.to_lowercase());
    let span = document.span_of(&sentence.tokens);
    Some(Draft { text, sources: vec![(sentence.block, span)], dates: vec![at], open_dates: Vec::new() })
}
