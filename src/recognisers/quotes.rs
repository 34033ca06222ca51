//! Quotations: where somebody's own words stand, and who is given the word for them. A quotation ends with its closing
//! mark; one that never closes ends with its paragraph, unless the next paragraph opens with a mark and so goes on.

use std::ops::Range;
use std::sync::LazyLock;

use super::NameFound;
use crate::characters::fold;
use crate::document::{Document, TokenKind};
use crate::lists::{Set, rows};

/// Fewer words are a term or a title in marks, not somebody's statement, unless somebody is said to say them.
const FEWEST_WORDS: usize = 5;
/// How many tokens from a quotation its speaker is looked for.
const REACH: usize = 12;

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteFound {
    /// Its tokens, the marks with them.
    pub tokens: Range<usize>,
    /// The name of whoever is said to say it, where one stands beside it: its tokens.
    pub speaker: Option<Range<usize>>,
    /// The verb that gives the word: its token.
    pub cue: Option<usize>,
}

static SAID: LazyLock<Set<&str>> = LazyLock::new(|| {
    rows(include_str!("../../data/quotes/words.tsv")).flat_map(|row| row.get(1).copied().unwrap_or_default().split(' ')).collect()
});

/// Every quotation of the document, in text order.
#[must_use]
pub fn read(document: &Document, names: &[NameFound]) -> Vec<QuoteFound> {
    let mut found: Vec<QuoteFound> = Vec::new();
    for tokens in spans(document) {
        let words = tokens.clone().filter(|&at| document.slice(document.tokens()[at].span).starts_with(char::is_alphanumeric)).count();
        let cue = cue(document, &tokens);
        if words >= FEWEST_WORDS || cue.is_some() && words > 0 {
            let speaker = cue.and_then(|cue| speaker(names, cue, &tokens));
            found.push(QuoteFound { tokens, speaker, cue });
        }
    }
    found
}

/// The index of the quotation in which all of the tokens stand.
#[must_use]
pub fn around(quotes: &[QuoteFound], tokens: &Range<usize>) -> Option<usize> {
    let at = quotes.partition_point(|quote| quote.tokens.end < tokens.end);
    quotes.get(at).filter(|quote| quote.tokens.start <= tokens.start).map(|_| at)
}

/// The runs of tokens from an opening mark to its closing one.
fn spans(document: &Document) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut sentences = document.sentences().iter().peekable();
    // A quotation that stayed open at the end of the paragraph before.
    let mut open: Option<usize> = None;
    while let Some(first) = sentences.next() {
        let mut end = first.tokens.end;
        while let Some(next) = sentences.next_if(|next| next.block == first.block) {
            end = next.tokens.end;
        }
        open = block_spans(document, first.tokens.start..end, open, &mut spans);
    }
    spans
}

/// Appends the quotations of a block; the start of the one that is open behind it.
fn block_spans(document: &Document, block: Range<usize>, open: Option<usize>, spans: &mut Vec<Range<usize>>) -> Option<usize> {
    let mark = |at: usize| document.slice(document.tokens()[at].span).chars().next().filter(|c| matches!(c, '“' | '”' | '"' | '«' | '»'));
    // Only a paragraph that opens with a mark goes on with the quotation; else it was never closed.
    let goes_on = open.is_some() && block.clone().next().is_some_and(|at| matches!(mark(at), Some('“' | '"' | '«')));
    let mut start: Option<usize> = None;
    for at in block.clone() {
        match (mark(at), start) {
            (Some('“' | '«'), _) => start = Some(at),
            (Some('"'), None) if !is_measure(document, at) => start = Some(at),
            (Some('”' | '»' | '"'), Some(from)) => {
                spans.push(from..at + 1);
                start = None;
            }
            _ => {}
        }
    }
    let unclosed = start?;
    spans.push(unclosed..block.end);
    // A mark alone at the front and none behind it: the speaker goes on in the next paragraph.
    (unclosed == block.start || goes_on).then_some(unclosed)
}

/// Inches: a mark right behind a number.
fn is_measure(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    at > 0 && tokens[at - 1].kind == TokenKind::Number && tokens[at - 1].span.end == tokens[at].span.start
}

/// "said", "told", "according to" right before or behind the quotation, in its sentence or at its border.
fn cue(document: &Document, quote: &Range<usize>) -> Option<usize> {
    let says = |at: &usize| SAID.contains(&*fold(document.slice(document.tokens()[*at].span)));
    let last = document.tokens().len();
    let sentence = |at: usize| document.sentences().partition_point(|sentence| sentence.tokens.end <= at);
    let behind = (quote.end..last.min(quote.end + REACH)).take_while(|&at| sentence(at) <= sentence(quote.end - 1) + 1);
    let before = (quote.start.saturating_sub(REACH)..quote.start).rev().take_while(|&at| sentence(at) == sentence(quote.start));
    behind
        .take(REACH)
        .find(says)
        .filter(|&at| sentence(at) == sentence(quote.end - 1) || at - quote.end < 4)
        .or_else(|| before.into_iter().find(says))
}

/// The name nearest to the verb, outside of the quotation.
fn speaker(names: &[NameFound], cue: usize, quote: &Range<usize>) -> Option<Range<usize>> {
    let from = names.partition_point(|name| name.tokens.end + REACH < cue);
    let near = names[from..].iter().take_while(|name| name.tokens.start <= cue + REACH);
    let outside = near.filter(|name| name.tokens.end <= quote.start || quote.end <= name.tokens.start);
    // A name that the verb stands in is nobody's.
    let distance = |name: &&NameFound| match name.tokens.start.checked_sub(cue) {
        Some(behind) if behind > 0 => behind,
        _ => (cue + 1).checked_sub(name.tokens.end).unwrap_or(usize::MAX),
    };
    outside.min_by_key(distance).filter(|name| distance(name) <= 6).map(|name| name.tokens.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(text: &str) -> Vec<(String, Option<String>)> {
        let paste = crate::paste::read(text, None);
        let document = Document::new(text, &paste);
        let mentions = super::super::read(&document, Default::default(), None);
        let words = |tokens: &Range<usize>| document.slice(document.span_of(tokens)).to_owned();
        mentions.quotes.iter().map(|quote| (words(&quote.tokens), quote.speaker.as_ref().map(words))).collect()
    }

    #[test]
    fn a_statement_has_its_speaker() {
        let found = quotes("The port is safe. “We checked every crane on Monday,” said Mary Ferro, who runs it. She left at noon.");
        assert_eq!(found, [("“We checked every crane on Monday,”".to_owned(), Some("Mary Ferro".to_owned()))]);
        let found = quotes("Mary Ferro told the council: \"No crane has failed in ten years.\" The council listened to her.");
        assert_eq!(found, [("\"No crane has failed in ten years.\"".to_owned(), Some("Mary Ferro".to_owned()))]);
    }

    #[test]
    fn a_term_in_marks_is_no_statement() {
        assert_eq!(quotes("The so-called “green port” opened in spring, and the town was glad of it."), []);
        assert_eq!(quotes("The rope is 3\" thick and the mast stands 40' high above the deck."), []);
    }

    #[test]
    fn a_quotation_that_never_closes_ends_with_its_paragraph() {
        let found = quotes(
            "The mayor spoke first. “The harbour belongs to the town and nobody else.\n\nThe meeting ended at nine. Nobody spoke again that evening.",
        );
        assert_eq!(found.len(), 1);
        assert!(found[0].0.ends_with("nobody else."), "{found:?}");
    }
}
