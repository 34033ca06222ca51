//! Which tokens may stand in a name: the others are outside of every name, and no label is searched for them.

use super::features::is_capital;
use super::hyphens::is_article;
use super::rules::Reader;
use crate::document::{Document, TokenKind};

/// Tokens that may stand in a name: capitals, numbers beside them, and small words and marks between them.
pub fn mark(reader: &Reader<'_>, range: std::ops::Range<usize>, candidates: &mut [bool]) {
    const WIDEST: usize = 3;
    let document = reader.document();
    let tokens = document.tokens();
    let text = |at: usize| document.slice(tokens[at].span);
    let capital = |at: usize| tokens[at].kind != TokenKind::Mark && is_capital(text(at));
    let mut last: Option<usize> = None;
    for at in range.clone() {
        if tokens[at].kind == TokenKind::Number && last.is_some_and(|last| last + 1 == at) {
            candidates[at] = true;
        }
        // "Ki-moon", "Port-au-Prince"
        if last.is_some_and(|last| last + 2 == at) && reader.is_joined_at(at - 1) {
            candidates[at - 1..=at].fill(true);
            last = Some(at);
        }
        if !capital(at) {
            continue;
        }
        candidates[at] = true;
        let first = particle(document, range.start, at);
        candidates[first..at].fill(true);
        if at > range.start && tokens[at - 1].kind == TokenKind::Number {
            candidates[at - 1] = true;
        }
        if let Some(last) = last.filter(|&last| last < at && at - last <= WIDEST + 1 && (last + 1..at).all(|between| joins(text(between))))
        {
            candidates[last + 1..at].fill(true);
        }
        last = Some(at);
    }
}

/// Where a name begins whose first capital stands at `at`: "al-Qaida", "bin Laden", "de Gaulle".
fn particle(document: &Document, start: usize, at: usize) -> usize {
    const PARTICLES: [&str; 12] = ["al", "el", "ash", "bin", "ibn", "de", "van", "von", "der", "di", "da", "du"];
    let text = |at: usize| document.slice(document.tokens()[at].span);
    let hyphen = at > start && text(at - 1) == "-";
    let before = at.checked_sub(1 + usize::from(hyphen)).filter(|&before| before >= start);
    let opens = |before: &usize| if hyphen { is_article(text(*before), text(at)) } else { PARTICLES.contains(&text(*before)) };
    before.filter(opens).unwrap_or(at)
}

/// Small words and marks that stand inside names.
fn joins(text: &str) -> bool {
    matches!(
        text,
        "of" | "for"
            | "the"
            | "and"
            | "on"
            | "in"
            | "to"
            | "de"
            | "la"
            | "le"
            | "du"
            | "des"
            | "del"
            | "der"
            | "den"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "e"
            | "y"
            | "et"
            | "und"
            | "van"
            | "von"
            | "zu"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "ul"
            | "at"
            | "against"
            | "from"
            | "with"
            | "by"
            | "as"
            | "a"
            | "d'"
            | "der Linden"
            | "&"
            | "-"
            | "–"
            | "'"
            | "’"
            | "'s"
            | "’s"
            | "."
            | ","
            | "/"
            | "+"
            | "!"
    )
}
