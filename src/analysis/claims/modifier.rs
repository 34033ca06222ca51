//! "during a Sunday riot", "his Tuesday speech": a day of the week that stands for an adjective. On another day it says
//! nothing, and the sentence says as much without it.

use crate::document::Document;
use crate::document::tags::Tag;
use crate::recognisers::DateFound;
use crate::span::Span;

/// Words that may stand in front of the day, beside an article.
const OWNERS: [&str; 8] = ["the", "its", "his", "her", "their", "our", "’s", "'s"];

/// A place in the document, and what is to stand there.
pub struct Change {
    pub place: Span,
    pub words: &'static str,
}

/// The day with the space behind it, where it stands between an article or an owner and a noun; an article "a" goes with it,
/// for it may have to become "an".
pub fn without_day(document: &Document, found: &DateFound) -> Option<Change> {
    let sentence = &document.sentences()[found.sentence].tokens;
    let (at, noun) = (found.tokens.start, found.tokens.end);
    if found.rule != "date.weekday" || found.tokens.len() > 2 || at == sentence.start || !sentence.contains(&noun) {
        return None;
    }
    let span = |at: usize| document.tokens()[at].span;
    let (before, behind) = (document.slice(span(at - 1)), document.slice(span(noun)));
    // "the Sunday Times", "the Sunday after", "a Saturday in May".
    if !matches!(document.tags(found.sentence)[noun - sentence.start], Tag::Word | Tag::Ing) || !behind.starts_with(char::is_lowercase) {
        return None;
    }
    let end = span(noun).start;
    if OWNERS.contains(&&*before.to_lowercase()) {
        return Some(Change { place: Span { start: found.span.start, end }, words: "" });
    }
    let articles = match before {
        "a" | "an" => ("a ", "an "),
        "A" | "An" => ("A ", "An "),
        _ => return None,
    };
    let words = if behind.starts_with(['a', 'e', 'i', 'o', 'u']) { articles.1 } else { articles.0 };
    Some(Change { place: Span { start: span(at - 1).start, end }, words })
}
