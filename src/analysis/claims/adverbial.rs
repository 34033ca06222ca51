//! "on Friday", "late Friday," and "Thursday’s": dates that a sentence can do without where nobody knows which day is meant.

use super::lexicon::is_in;
use super::modifier::Change;
use super::rewrite::PREPOSITIONS;
use super::{is_possessed, is_stretch, word_before};
use crate::calendar::Period;
use crate::document::tags::{Tag, can_be_past, is_auxiliary, tags};
use crate::document::{Document, TokenKind};
use crate::recognisers::DateFound;
use crate::span::Span;

/// What belongs to a date in front of it.
const PARTS: [&str; 5] = ["on", "late", "early", "earlier", "later"];
/// Behind these a date says something without which the rest is another thing: "that Friday", "starting Friday".
const BINDING: [&str; 29] = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "’s",
    "'s",
    "-",
    "–",
    "or",
    "next",
    "last",
    "every",
    "each",
    "not",
    "only",
    "spent",
    "spend",
    "but",
    "/",
    "beginning",
    "starting",
    "ending",
    "effective",
    "both",
    "utc",
    "gmt",
    "noon",
    "midnight",
];
/// Verbs that say nothing but when: "The trial began on Monday."
const VACUOUS: [&str; 24] = [
    "occurred",
    "happened",
    "place",
    "came",
    "held",
    "began",
    "scheduled",
    "due",
    "born",
    "died",
    "opened",
    "closed",
    "started",
    "ended",
    "is",
    "was",
    "were",
    "are",
    "until",
    "expected",
    "set",
    "dated",
    "released",
    "published",
];
/// What is to come on a day.
const BEGINS: [&str; 7] = ["begin", "start", "open", "close", "end", "resume", "expire"];
/// "The survey released on Monday says": when it came out goes with that it did.
const CAME_OUT: [&str; 6] = ["released", "published", "issued", "aired", "posted", "unveiled"];

/// The place of "on Friday" or "late Friday," with the comma that closes it, where the sentence can do without.
pub fn adverbial(document: &Document, found: &DateFound) -> Option<Span> {
    let sentence = &document.sentences()[found.sentence].tokens;
    let word = |at: usize| if sentence.contains(&at) { document.slice(document.tokens()[at].span) } else { "" };
    let (start, end) = (opening(document, found), found.tokens.end);
    let before = if start > sentence.start { word(start - 1) } else { "" };
    let behind = word(end);
    if is_bound(document, found, start) || !is_free(document, found, before, behind) {
        return None;
    }
    let opens = start == sentence.start;
    let commas = (before == ",", behind == ",");
    let end = end + usize::from(commas.1 && (opens || commas.0));
    // ", on Friday." and ", on Friday, " lose the comma before them, too; "After the fire, on Friday, the council" keeps it.
    let words = document.slices(&(sentence.start..start));
    let front = commas.1 && !tags(&words).contains(&Tag::Finite);
    let start = start - usize::from(commas.0 && !front && (commas.1 || behind == "." || behind.is_empty()));
    Some(Span { start: document.tokens()[start].span.start, end: document.tokens()[end - 1].span.end })
}

/// The token at which the phrase of the date begins.
fn opening(document: &Document, found: &DateFound) -> usize {
    let sentence = &document.sentences()[found.sentence].tokens;
    let word = |at: usize| document.slice(document.tokens()[at].span);
    let mut start = found.tokens.start;
    while start > sentence.start && PARTS.contains(&word(start - 1).to_lowercase().as_str()) {
        start -= 1;
    }
    if start > sentence.start + 1 && CAME_OUT.contains(&word(start - 1)) {
        let words = document.slices(&(sentence.start..start));
        // "according to a study released on Monday"
        let source = || words.iter().rev().skip(1).take_while(|word| **word != ",").any(|word| matches!(*word, "according" | "According"));
        let participle = || tags(&words).last() == Some(&Tag::Participle) && !is_helped(words[words.len() - 2]);
        start -= usize::from(source() || participle());
    }
    start
}

/// Whether the words around the phrase that begins at `start` need it: "by Friday", "the Friday game", "two months later this
/// year", "The trial began on Monday."
fn is_bound(document: &Document, found: &DateFound, start: usize) -> bool {
    let sentence = &document.sentences()[found.sentence].tokens;
    if is_stretch(document, found) || is_possessed(document, found) {
        return true;
    }
    if start == sentence.start || parts_verb(document, found) {
        return false;
    }
    let before = document.slice(document.tokens()[start - 1].span).to_lowercase();
    let behind = document.tokens().get(found.tokens.end).filter(|_| found.tokens.end < sentence.end);
    let loose = behind.is_some_and(|token| is_in("loose", document.slice(token.span)));
    let counted = start < found.tokens.start && is_in("measure", &before);
    let needed = PREPOSITIONS.contains(&before.as_str()) || BINDING.contains(&before.as_str()) || counted;
    needed
        || is_told_more(document, found.tokens.end, sentence.end)
        || !loose && VACUOUS.contains(&before.as_str())
        || hangs_on_verb(&document.slices(&(sentence.start..start)), loose)
}

/// "is to begin Monday", "whose trial begins Monday", "The council met on Monday.": without its day the verb says nothing.
fn hangs_on_verb(front: &[&str], loose: bool) -> bool {
    let [.., before, verb] = front else { return false };
    let verb = verb.to_lowercase();
    if *before == "to" && BEGINS.contains(&verb.as_str()) {
        return true;
    }
    // "according to documents"
    let source = matches!(front, [.., "according", "to", _]);
    let told = !source && matches!(tags(front).last(), Some(Tag::Finite | Tag::Base | Tag::Participle));
    !loose && told && verb != "announced" && !is_in("speech", &verb)
}

/// Whether what stands behind the phrase does without it.
fn is_free(document: &Document, found: &DateFound, before: &str, behind: &str) -> bool {
    let sentence = &document.sentences()[found.sentence].tokens;
    let mark = behind.is_empty() || matches!(behind, "." | "," | ";" | ":" | "”" | "\"" | "!" | ")");
    // "carried 2.1 million passengers last year": a figure of a year is none without its year.
    let day = found.is_near() || found.rule == "date.weekend" || matches!(found.period, Some(Period::Day(_)));
    let counts = document.tokens()[sentence.clone()].iter().any(|token| token.kind == TokenKind::Number);
    // "… have died, the office said earlier this month": when it was said is no part of what was said.
    let dates_fact = !day && counts && !is_in("speech", &before.to_lowercase());
    !dates_fact && (mark || is_in("loose", behind) || stands_before_verb(document, found))
}

/// "on Tuesday, the day the quay was closed": what hangs on the day needs it.
fn is_told_more(document: &Document, end: usize, last: usize) -> bool {
    let word = |at: usize| if at < last { document.slice(document.tokens()[at].span) } else { "" };
    word(end) == ","
        && (word(end + 1) == "when" || matches!(word(end + 1), "the" | "a") && matches!(word(end + 2), "day" | "week" | "month"))
}

/// "The council on Monday closed the quay", "an order Monday banning rope": between a subject and its verb a day hangs
/// on nothing.
fn stands_before_verb(document: &Document, found: &DateFound) -> bool {
    let sentence = &document.sentences()[found.sentence].tokens;
    matches!(document.tags(found.sentence).get(found.tokens.end - sentence.start), Some(Tag::Finite | Tag::Ing))
        || parts_verb(document, found)
}

/// "was Monday sentenced by a court": the verb does without.
fn parts_verb(document: &Document, found: &DateFound) -> bool {
    let sentence = &document.sentences()[found.sentence].tokens;
    let (start, end) = (found.tokens.start, found.tokens.end);
    let helped = start > sentence.start && is_auxiliary(document.slice(document.tokens()[start - 1].span));
    helped && end < sentence.end && can_be_past(document.slice(document.tokens()[end].span))
}

/// Whether the word makes a verb of the participle behind it: "was released".
fn is_helped(before: &str) -> bool {
    is_auxiliary(before) || matches!(before, "also" | "first" | "and" | ",")
}

/// "Thursday’s" or "last week’s" in front of what happened then: "the" will do for it. Months and years ("last year’s
/// budget") tell one thing from another and stay.
pub fn possessive(document: &Document, found: &DateFound) -> Option<Change> {
    let near = found.is_near()
        || found.rule == "date.weekend"
        || matches!(found.period, Some(Period::Day(_)))
        || document.slice(found.span).ends_with("week")
        || document.slice(found.span).ends_with("weekend");
    let sentence = &document.sentences()[found.sentence].tokens;
    let before = word_before(document, found);
    let opened = !matches!(&*before, "the" | "a" | "an" | "this" | "that" | "next" | "since" | "’s" | "'s" | "“" | "\"" | "‘");
    let end = found.tokens.end + 1;
    // "Today’s teenagers" are of no day.
    let today = document.slice(found.span).eq_ignore_ascii_case("today");
    (near && opened && !today && is_possessed(document, found) && end < sentence.end)
        .then(|| Change { place: Span { start: found.span.start, end: document.tokens()[end - 1].span.end }, words: "the" })
}

#[cfg(test)]
mod tests {
    use crate::analysis::claims;
    use crate::document::Document;
    use crate::recognisers::{Anchor, dates};

    /// The sentence as a claim where nobody knows when it was written.
    fn undated(sentence: &str) -> String {
        let paste = crate::paste::read(sentence, None);
        let document = Document::new(sentence, &paste);
        let found = dates(&document, Anchor::of(&document, paste.published));
        claims::sentence(&document, &found, 0).text
    }

    #[test]
    fn a_day_that_nobody_knows_goes_where_the_sentence_can_do_without() {
        let goes = [
            ("A rigger of Orrin was Monday fined by the court.", "A rigger of Orrin was fined by the court."),
            ("The quay sinks, according to a study released Monday.", "The quay sinks, according to a study."),
            ("The quay sinks, according to documents released Monday.", "The quay sinks, according to documents."),
            ("Ada Lim met the riggers on Monday aboard the ferry.", "Ada Lim met the riggers aboard the ferry."),
            ("The hearing dealt Monday on the loss of two boats.", "The hearing dealt on the loss of two boats."),
            ("The council met after last weekend’s storm in the bay.", "The council met after the storm in the bay."),
        ];
        for (before, after) in goes {
            assert_eq!(undated(before), after);
        }
        for stays in ["The study of the quay was released Monday.", "The fair of Orrin was Monday."] {
            assert_eq!(undated(stays), stays);
        }
    }
}
