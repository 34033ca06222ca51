//! The words of a sentence that only say when: "in 2012", "on Friday,", ", by May,". What stands below the label of that
//! day can do without them; where the date is part of what is told ("dated Sept. 15", "from 2019 to 2020"), it stays.

use super::rewrite::{is_deictic, is_quoted};
use super::{is_possessed, is_stretch};
use crate::calendar::Period;
use crate::contract::DateKind;
use crate::document::Document;
use crate::document::tags::{Tag, tags};
use crate::recognisers::DateFound;
use crate::span::Span;

/// What ties a date to the verb.
const PREPOSITIONS: [&str; 10] = ["on", "in", "by", "since", "until", "till", "before", "during", "at", "throughout"];
/// Parts of a date that its reader may leave outside.
const PARTS: [&str; 5] = ["late", "early", "earlier", "later", "mid"];
/// Behind these the date is what is told, not when.
const NEEDS_DATE: [&str; 17] = [
    "is",
    "was",
    "were",
    "are",
    "be",
    "been",
    "not",
    "only",
    "dated",
    "effective",
    "of",
    "than",
    "until",
    "ended",
    "compared",
    "starting",
    "beginning",
];
/// What goes on about the date itself: "in 2010, when", "on Friday, which".
const OF_DATE: [&str; 12] = ["when", "where", "which", "whose", "who", "or", "of", "-", "–", "—", "(", "through"];
/// "…, the day on which", "in 2010, a year after".
const UNITS: [&str; 8] = ["day", "week", "month", "year", "first", "last", "same", "anniversary"];

/// The words of a sentence, with their tags.
struct Sentence<'a> {
    words: Vec<&'a str>,
    tags: Vec<Tag>,
}

impl Sentence<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    /// Before the words in front of `start` that are parts of a date: "late on", "early in".
    fn behind_parts(&self, start: usize, front: usize) -> usize {
        let parts = (front..start).rev().take_while(|at| PARTS.contains(&self.lower(*at).as_str())).count();
        start - parts
    }

    /// "people who applied before last summer": the date is that of a clause about a noun, which is not told here.
    fn is_told_of_noun(&self, start: usize) -> bool {
        (0..start)
            .rev()
            .take_while(|at| self.word(*at) != ",")
            .any(|at| matches!(self.word(at), "who" | "which") && at > 0 && self.word(at - 1) != ",")
    }

    fn is_end(&self, at: usize) -> bool {
        matches!(self.word(at), "" | "." | "!" | ";" | ":" | ")" | "”" | "\"")
    }
}

/// The place of the date with its preposition and the comma that goes with it, where the sentence says the same without.
/// What stands behind the byte at `end` is not told.
#[must_use]
pub fn adjunct(document: &Document, found: &DateFound, end: u32) -> Option<Span> {
    let tokens = document.sentences()[found.sentence].tokens.clone();
    let told = document.tokens()[tokens.clone()].iter().take_while(|token| token.span.end <= end).count();
    let tokens = tokens.start..tokens.start + told;
    if found.tokens.end > tokens.end {
        return None;
    }
    let words: Vec<&str> = document.tokens()[tokens.clone()].iter().map(|token| document.slice(token.span)).collect();
    let sentence = Sentence { tags: tags(&words), words };
    let (first, last) = (found.tokens.start - tokens.start, found.tokens.end - tokens.start);
    let quoted = is_quoted(document.slice(Span { start: document.tokens()[tokens.start].span.start, end: found.span.start }));
    if quoted || found.kind == DateKind::Time || is_possessed(document, found) || is_stretch(document, found) {
        return None;
    }
    let front = sentence.words.iter().position(|word| word.contains(char::is_alphanumeric))?;
    let start = opening(&sentence, first, front, found)?;
    if goes_on(&sentence, last, start == front) || start > front && sentence.is_told_of_noun(start) {
        return None;
    }
    let day = matches!(found.period, Some(Period::Day(_)));
    let (start, end) = if start == front { (start, behind_front(&sentence, last)?) } else { inside(&sentence, start, last, day)? };
    (end > start).then(|| document.span_of(&(tokens.start + start..tokens.start + end)))
}

/// Where the phrase of the date begins; `front` is the sentence's first word.
fn opening(sentence: &Sentence<'_>, first: usize, front: usize, found: &DateFound) -> Option<usize> {
    let mut start = sentence.behind_parts(first, front);
    if start == front {
        return Some(front);
    }
    let before = sentence.lower(start - 1);
    if before == "of" && start >= front + 2 && sentence.lower(start - 2) == "as" {
        return Some(start - 2);
    }
    let tied = PREPOSITIONS.contains(&before.as_str());
    start = sentence.behind_parts(start - usize::from(tied), front);
    if tied && start > front && NEEDS_DATE.contains(&sentence.lower(start - 1).as_str()) {
        return None;
    }
    // "said Nov. 2, 2012, that", "takes place this summer": a day needs no preposition; a year does.
    let this = matches!(sentence.lower(first).as_str(), "this" | "last" | "next" | "late" | "early");
    let bare = is_deictic(found) || this || matches!(found.period, Some(Period::Day(_)));
    let hangs = matches!(sentence.tag(start.saturating_sub(1)), Tag::Preposition | Tag::Determiner | Tag::Conjunction | Tag::Ing);
    let part = matches!(before.as_str(), "’s" | "'s" | "-" | "–" | "—" | "(" | "that" | "this" | "next" | "least" | "no");
    (tied || bare && !hangs && !part && !NEEDS_DATE.contains(&before.as_str())).then_some(start)
}

/// Whether what follows speaks of the date: without it nobody knows what is meant.
fn goes_on(sentence: &Sentence<'_>, last: usize, front: bool) -> bool {
    let at = last + usize::from(sentence.word(last) == ",");
    let next = sentence.lower(at);
    // "In 2011, when the mill closed, the council": without the year the rest stands as it is.
    if front && next == "when" {
        return false;
    }
    let listed = PARTS.contains(&next.as_str());
    let another = next == "and" && (sentence.tag(at + 1) == Tag::Number || crate::calendar::month_of(sentence.word(at + 1)).is_some());
    let unit = matches!(next.as_str(), "the" | "a" | "an" | "that" | "this") && UNITS.contains(&sentence.lower(at + 1).as_str());
    let number = sentence.tag(at) == Tag::Number || matches!(next.as_str(), "to" | "until") && sentence.tag(at + 1) == Tag::Number;
    let ranged = next == "to" && crate::calendar::month_of(sentence.word(at + 1)).is_some();
    OF_DATE.contains(&next.as_str()) || another || listed || unit || number || ranged
}

/// Where the sentence begins behind a date at its front.
fn behind_front(sentence: &Sentence<'_>, last: usize) -> Option<usize> {
    let comma = usize::from(sentence.word(last) == ",");
    let subject = matches!(sentence.tag(last + comma), Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Word);
    let whole = sentence.words.len() >= last + comma + 4;
    (whole && (comma == 1 || subject)).then_some(last + comma)
}

/// The phrase inside or at the end of the sentence, with those of its commas that go with it.
fn inside(sentence: &Sentence<'_>, start: usize, last: usize, day: bool) -> Option<(usize, usize)> {
    let comma_before = sentence.word(start - 1) == ",";
    if sentence.is_end(last) {
        return (start >= 3).then(|| (start - usize::from(comma_before), last));
    }
    let verb_told = sentence.tags[..start].contains(&Tag::Finite);
    // "was founded in 1951 and employs 340 people", "begins Aug. 30, and ends": without its date the first verb says nothing.
    let bare = matches!(sentence.tag(start - 1), Tag::Finite | Tag::Participle);
    let next = last + usize::from(sentence.word(last) == ",");
    if bare && sentence.tag(next) == Tag::Conjunction {
        return None;
    }
    if sentence.word(last) == "," {
        return Some(if comma_before {
            // "The council, on Friday, closed" and "but, on Friday, the" lose both; "At Orrin, on Friday, the council" keeps one.
            let conjunction = start >= 2 && matches!(sentence.tag(start - 2), Tag::Conjunction | Tag::Relative);
            let opener = sentence.words[..start - 1].iter().filter(|word| word.contains(char::is_alphanumeric)).count() == 1;
            let subject = opener || matches!(sentence.tag(last + 1), Tag::Determiner | Tag::Pronoun | Tag::Name | Tag::Number | Tag::Word);
            (start - 1, last + usize::from(conjunction || !subject))
        } else {
            (start, last + usize::from(is_closing(sentence, start, last, day)))
        });
    }
    if comma_before {
        return None;
    }
    let adverb = usize::from(sentence.tag(last) == Tag::Adverb && sentence.tag(last + 1) == Tag::Finite);
    let loose = match sentence.tag(last + adverb) {
        // "The council on Monday closed", but not "the boat sold in May sank".
        Tag::Finite => !told_since_comma(sentence, start),
        Tag::Preposition | Tag::Ing | Tag::Relative | Tag::Conjunction | Tag::Adverb => true,
        Tag::Determiner | Tag::Pronoun => verb_told,
        _ => sentence.lower(last) == "to",
    };
    loose.then_some((start, last))
}

/// Whether the comma behind the date belongs to it: "pleaded guilty on Nov. 2, 2012, to conspiracy".
fn is_closing(sentence: &Sentence<'_>, start: usize, last: usize, day: bool) -> bool {
    let written_out = day || sentence.words[start..last].contains(&",");
    let next = last + 1;
    let shared = sentence.lower(next) == "and" && sentence.tag(next + 1) == Tag::Finite;
    let to = sentence.lower(next) == "to";
    let lists = matches!(sentence.word(next), "including" | "with" | "during" | "while" | "because" | "as" | "although" | "though");
    let goes_on = to || shared || matches!(sentence.tag(next), Tag::Preposition | Tag::Finite) && !lists;
    // "The council on Friday, closed" has no comma to keep, either.
    goes_on && (written_out || sentence.tag(next) == Tag::Finite && !told_since_comma(sentence, start))
}

/// Whether a verb, or a participle that may carry the date, stands between the last comma and here.
fn told_since_comma(sentence: &Sentence<'_>, start: usize) -> bool {
    let verbal = |at: usize| match sentence.tag(at) {
        Tag::Finite | Tag::Participle | Tag::Base => true,
        Tag::Word => sentence.word(at).ends_with("ed"),
        _ => false,
    };
    (0..start).rev().take_while(|at| sentence.word(*at) != ",").any(verbal)
}
