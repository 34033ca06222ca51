//! Whether what a sentence tells happened on a date that it names.

use super::lexicon::is_in;
use super::{aside, range};
use crate::analysis::claims;
use crate::calendar::Period;
use crate::contract::BlockKind;
use crate::document::Document;
use crate::recognisers::DateFound;

/// Dates of a sentence that are looked at before one.
const NEAR: usize = 12;

/// Whether the date governs its sentence, or, where it has a clause of its own, that: the first date of a sentence does, a
/// further one only in a clause of its own. What is listed under one date ("2007 and 2008") is told with the first.
#[must_use]
pub fn governs(document: &Document, dates: &[DateFound], at: usize, own_clause: bool) -> bool {
    let found = &dates[at];
    let attributive = found.rule == "date.year" && {
        let word = |i: usize| document.tokens().get(i).map_or("", |token| document.slice(token.span));
        let before = word(found.tokens.start.wrapping_sub(1));
        matches!(before, "the" | "a" | "’s" | "'s" | "his" | "her" | "its" | "their" | "than" | "of")
    };
    let ago = found.rule == "date.ago" && matches!(found.period, Some(Period::Decade(_)));
    let vast = ago || matches!(found.period, Some(Period::Century(_)));
    // "The first half ended 1–1": what is told is the half.
    let halved = matches!(found.period, Some(Period::Half(..))) && document.sentences()[found.sentence].tokens.start == found.tokens.start;
    if attributive || halved || claims::is_possessed(document, found) || vast || document.blocks()[found.block].kind == BlockKind::Caption {
        return false;
    }
    if claims::is_dateline(document, found) || is_measure(document, found) || aside::is_aside(document, found) {
        return false;
    }
    if own_clause {
        return true;
    }
    if let Some(years) = claims::each_of(document, dates, at).filter(|years| years.start < at) {
        return governs(document, dates, years.start, false);
    }
    if range::is_listed(document, dates, at) {
        return false;
    }
    let in_sentence = dates[..at].iter().rev().take_while(|before| before.sentence == found.sentence).take(NEAR);
    let governing = |before: &&DateFound| {
        // "At 23:36 JST (14:36 UTC) on Wednesday": the hour is that of the day behind it.
        (before.period.is_some() || before.edtf.is_some())
            && before.rule != "time.clock"
            && !claims::is_dateline(document, before)
            && (before.rule == "date.deictic" || !aside::is_aside(document, before))
    };
    let Some(before) = in_sentence.into_iter().find(governing) else {
        return true;
    };
    let between = before.tokens.end..found.tokens.start;
    let words = document.slices(&between);
    let clause = words.iter().any(|word| matches!(*word, ";" | "while" | "then" | "before" | "after"))
        || words.windows(2).any(|pair| pair[0] == "," && matches!(pair[1], "and" | "but" | "which" | "when" | "where"));
    clause && words.len() >= 4
}

/// "compared with 2008", "its lowest level since 1997", "a rise from May", "from 40 boats in 2019 to 60": the date measures, nothing happened then.
fn is_measure(document: &Document, found: &DateFound) -> bool {
    let sentence = document.sentences()[found.sentence].tokens.start;
    let word = |at: usize| document.slice(document.tokens()[at].span);
    let since = claims::word_before(document, found) == "since";
    let near = if since { 8 } else { 3 };
    // "a slight increase from Monday"
    // "grew from 40 boats in 2019 to 60"
    let tied = found.tokens.start.saturating_sub(5).max(sentence)..found.tokens.start.saturating_sub(1);
    let start = { tied }.any(|at| word(at) == "from" && word(at + 1).starts_with(|c: char| c.is_ascii_digit()));
    if start && matches!(claims::word_behind(document, found), "to" | "-" | "–") {
        return true;
    }
    let from = found.tokens.start.checked_sub(2).filter(|at| *at >= sentence && word(*at + 1) == "from");
    if from.is_some_and(|at| is_in("change", word(at))) {
        return true;
    }
    (found.tokens.start.saturating_sub(near).max(sentence)..found.tokens.start)
        .rev()
        .take_while(|at| word(*at) != ",")
        .any(|at| is_in(if since { "record" } else { "comparing" }, word(at)))
}
