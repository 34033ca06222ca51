//! Somebody's own words: which of a claim's are, and whose.

use crate::characters::fold;
use crate::document::Document;
use crate::recognisers::{Mentions, around};
use crate::span::Span;

/// Whether a quotation is open at the end of the text.
#[must_use]
pub fn is_quoted(before: &str) -> bool {
    before.matches('“').count() > before.matches('”').count() || !before.matches('"').count().is_multiple_of(2)
}

/// Whether the slice is a piece of a longer statement: a sentence out of somebody's mouth, without the speaker.
#[must_use]
pub fn is_said_by_nobody(document: &Document, mentions: &Mentions, span: Span) -> bool {
    let tokens = document.tokens_in(span);
    around(&mentions.quotes, &tokens).is_some_and(|at| mentions.quotes[at].tokens.len() > tokens.len())
}

/// The verb behind the quotation that closes in the slice and was open before it, folded: "It is old. It will last,” said Ada Lim."
#[must_use]
pub fn voice(document: &Document, mentions: &Mentions, span: Span) -> Option<String> {
    let tokens = document.tokens_in(span);
    let quote = &mentions.quotes[around(&mentions.quotes, &(tokens.start..tokens.start + 1))?];
    let cue = quote.cue.filter(|_| quote.tokens.start < tokens.start && quote.tokens.end < tokens.end)?;
    Some(fold(document.slice(document.tokens()[cue].span)).into_owned())
}
