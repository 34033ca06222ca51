//! The words of a sentence that only say when: "in 2012", "on Friday,", ", by May,". What stands below the label of that
//! day can do without them; where the date is part of what is told ("dated Sept. 15", "from 2019 to 2020"), it stays.

use super::rewrite::{is_deictic, is_quoted};
use super::{is_possessed, is_stretch};
use crate::calendar::{Period, month_of};
use crate::contract::DateKind;
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past, is_auxiliary, tags};
use crate::recognisers::DateFound;
use crate::span::Span;

/// What ties a date to the verb.
const PREPOSITIONS: [&str; 10] = ["on", "in", "by", "since", "until", "till", "before", "during", "at", "throughout"];
/// Parts of a date that its reader may leave outside.
const PARTS: [&str; 5] = ["late", "early", "earlier", "later", "mid"];
/// Behind these the date is what is told, not when.
const NEEDS_DATE: [&str; 19] = [
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
    "due",
    "slated",
];
/// What goes on about the date itself: "in 2010, when", "on Friday, which".
const OF_DATE: [&str; 12] = ["when", "where", "which", "whose", "who", "or", "of", "-", "–", "—", "(", "through"];
/// "…, the day on which", "in 2010, a year after".
const UNITS: [&str; 8] = ["day", "week", "month", "year", "first", "last", "same", "anniversary"];
/// Behind a date that a comma closes these keep the comma.
const KEEP_COMMA: [&str; 8] = ["including", "with", "during", "while", "because", "as", "although", "though"];

/// The place of the date with its preposition and the comma that goes with it, where the sentence says the same without.
/// What stands behind the byte at `end` is not told.
#[must_use]
pub fn adjunct(document: &Document, found: &DateFound, end: u32) -> Option<Span> {
    let tokens = document.sentences()[found.sentence].tokens.clone();
    let told = document.tokens()[tokens.clone()].iter().take_while(|token| token.span.end <= end).count();
    let tokens = tokens.start..tokens.start + told;
    let quoted = is_quoted(document.slice(Span { start: document.tokens().get(tokens.start)?.span.start, end: found.span.start }));
    let fixed = quoted || found.kind == DateKind::Time || is_possessed(document, found) || is_stretch(document, found);
    if fixed || found.tokens.end > tokens.end {
        return None;
    }
    let words = document.slices(&tokens);
    let front = words.iter().position(|word| word.contains(char::is_alphanumeric))?;
    let first = found.tokens.start - tokens.start;
    let mut phrase = Phrase { tags: tags(&words), words, front, found, start: first, last: found.tokens.end - tokens.start };
    phrase.start = phrase.opening(first)?;
    if phrase.is_all_of_participle() || phrase.is_of_opening() || phrase.is_of_first() {
        return None;
    }
    let (start, end) = phrase.place()?;
    (end > start).then(|| document.span_of(&(tokens.start + start..tokens.start + end)))
}

/// A date with what ties it, in the words of its sentence.
struct Phrase<'a> {
    words: Vec<&'a str>,
    tags: Vec<Tag>,
    found: &'a DateFound,
    /// The sentence's first word; list marks stand before it.
    front: usize,
    /// Where the phrase begins.
    start: usize,
    /// One past its last word.
    last: usize,
}

impl Phrase<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    fn is_day(&self) -> bool {
        matches!(self.found.period, Some(Period::Day(_)))
    }

    /// Before the words in front of `start` that are parts of a date: "late on", "early in".
    fn behind_parts(&self, start: usize) -> usize {
        let past = |at: usize| self.lower(at) == "this" && matches!(self.lower(at + 1).as_str(), "past" | "coming");
        start - (self.front..start).rev().take_while(|at| PARTS.contains(&self.lower(*at).as_str()) || past(*at)).count()
    }

    /// Where the phrase begins whose date's first word is at `first`.
    fn opening(&self, first: usize) -> Option<usize> {
        let start = self.behind_parts(first);
        if start <= self.front {
            return Some(self.front);
        }
        let before = self.lower(start - 1);
        if before == "of" && start >= self.front + 2 && self.lower(start - 2) == "as" {
            return Some(start - 2);
        }
        let tied = PREPOSITIONS.contains(&before.as_str());
        let start = self.behind_parts(start - usize::from(tied));
        if tied && start > self.front && (NEEDS_DATE.contains(&self.lower(start - 1).as_str()) || self.is_given(start)) {
            return None;
        }
        // "said Nov. 2, 2012, that", "takes place this summer": a day needs no preposition; a year does.
        let this = matches!(self.lower(first).as_str(), "this" | "last" | "next" | "late" | "early");
        let bare = is_deictic(self.found) || this || self.is_day();
        let hangs = matches!(self.tag(start.saturating_sub(1)), Tag::Preposition | Tag::Determiner | Tag::Conjunction | Tag::Ing);
        let part = matches!(before.as_str(), "’s" | "'s" | "-" | "–" | "—" | "(" | "that" | "this" | "next" | "least" | "no");
        (tied || bare && !hangs && !part && !NEEDS_DATE.contains(&before.as_str())).then_some(start)
    }

    /// "has until the end of May to mend it": without its end the verb is another one.
    fn is_given(&self, start: usize) -> bool {
        matches!(self.lower(start).as_str(), "until" | "till")
            && matches!(
                self.lower(start - 1).as_str(),
                "has" | "have" | "had" | "given" | "gave" | "gives" | "runs" | "lasts" | "them" | "it"
            )
    }

    /// "Founded by the crews in 1990, the yard still sells rope": the date is the opening's, not the verb's.
    fn is_of_opening(&self) -> bool {
        let verbal = matches!(self.tag(self.front), Tag::Participle | Tag::Ing) || can_be_past(self.word(self.front));
        let opened = !matches!(self.tag(self.front), Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Preposition) && verbal;
        let told = (self.front + 1..self.start).any(|at| matches!(self.tag(at), Tag::Finite | Tag::Mark));
        opened && self.start > self.front && !told && self.word(self.last) == ","
    }

    /// "a law, passed in 2009.", "the plan announced in May, is": nothing but the date tells more than the participle.
    fn is_all_of_participle(&self) -> bool {
        let Some(at) = self.start.checked_sub(1).filter(|at| *at > self.front) else { return false };
        let behind = self.word(at - 1) == "," && can_be_past(self.word(at)) || self.tag(at) == Tag::Participle;
        let helped = (at.saturating_sub(4)..at).any(|near| is_auxiliary(self.lower(near).as_str()));
        let ended = matches!(self.tag(self.last), Tag::Mark | Tag::Finite);
        // "The plan announced in 2006, is": the comma of another hand.
        let main = self.word(self.last) == "," && self.tag(self.last + 1) == Tag::Finite;
        let behind = behind || main && can_be_past(self.word(at)) && !self.words[self.front..at].contains(&",");
        // "(opened in May)"
        let bracketed = self.word(at - 1) == "(" && self.word(self.last) == ")";
        behind && !helped && ended || bracketed
    }

    /// "to start delivering in 2011 and end in 2013": where the second verb has its own date, the first keeps its, too.
    fn is_of_first(&self) -> bool {
        let year = |at: usize| self.word(at).len() == 4 && self.tag(at) == Tag::Number;
        let joined = matches!(self.word(self.last), "and" | "or" | "but");
        let verb = matches!(self.tag(self.last + 1), Tag::Finite | Tag::Base | Tag::Word | Tag::Ing | Tag::Participle);
        joined && verb && (self.last + 1..self.words.len()).any(|at| year(at) || month_of(self.word(at)).is_some())
    }

    /// The words that can go.
    fn place(&self) -> Option<(usize, usize)> {
        if self.goes_on() {
            return None;
        }
        if self.start == self.front {
            return Some((self.start, self.behind_front()?));
        }
        if self.is_told_of_noun() { None } else { self.inside() }
    }

    /// Whether what follows speaks of the date: without it nobody knows what is meant.
    fn goes_on(&self) -> bool {
        let at = self.last + usize::from(self.word(self.last) == ",");
        let next = self.lower(at);
        // "In 2011, when the mill closed, the council": without the year the rest stands as it is.
        if self.start == self.front && next == "when" {
            return false;
        }
        let month = |at: usize| month_of(self.word(at)).is_some();
        let number = |at: usize| self.tag(at) == Tag::Number;
        let another = PARTS.contains(&next.as_str()) || number(at) || next == "and" && (number(at + 1) || month(at + 1));
        let ranged = matches!(next.as_str(), "to" | "until") && (number(at + 1) || month(at + 1));
        if self.start == self.front && self.is_renamed() {
            return true;
        }
        let unit = matches!(next.as_str(), "the" | "a" | "an" | "that" | "this") && UNITS.contains(&self.lower(at + 1).as_str());
        OF_DATE.contains(&next.as_str()) || another || ranged || unit
    }

    /// "In 2003, his first year, he made": what the year is called needs it.
    fn is_renamed(&self) -> bool {
        let opens = self.last + 1;
        let named = self.word(self.last) == "," && matches!(self.tag(opens), Tag::Determiner | Tag::Pronoun);
        let comma = (opens + 1..opens + 7).find(|at| self.word(*at) == ",");
        const PART: [&str; 9] = ["year", "season", "month", "week", "day", "summer", "birthday", "anniversary", "term"];
        let Some(comma) = comma.filter(|comma| named && PART.contains(&self.word(comma - 1))) else { return false };
        let next = (comma + 1..self.words.len().min(comma + 8)).take_while(|at| self.word(*at) != ",");
        matches!(self.tag(comma + 1), Tag::Determiner | Tag::Pronoun | Tag::Name) && next.into_iter().any(|at| self.tag(at) == Tag::Finite)
    }

    /// "people who applied before last summer": the date is that of a clause about a noun, which is not told here.
    fn is_told_of_noun(&self) -> bool {
        let clause = (1..self.start).rev().take_while(|at| self.word(*at) != ",");
        clause.into_iter().any(|at| matches!(self.word(at), "who" | "which") && self.word(at - 1) != ",")
    }

    /// Where the sentence begins behind a date at its front.
    fn behind_front(&self) -> Option<usize> {
        let comma = usize::from(self.word(self.last) == ",");
        let subject = matches!(self.tag(self.last + comma), Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Word);
        let whole = self.words.len() >= self.last + comma + 4;
        (whole && (comma == 1 || subject)).then_some(self.last + comma)
    }

    /// The phrase inside or at the end of the sentence, with those of its commas that go with it.
    fn inside(&self) -> Option<(usize, usize)> {
        let (start, last) = (self.start, self.last);
        let comma_before = self.word(start - 1) == ",";
        if matches!(self.word(last), "" | "." | "!" | ";" | ":" | ")" | "”" | "\"") {
            return (start >= 3).then(|| (start - usize::from(comma_before), last));
        }
        let comma_behind = self.word(last) == ",";
        // "was founded in 1951 and employs 340 people", "begins Aug. 30, and ends": without its date the first verb says nothing.
        let verb_before = matches!(self.tag(start - 1), Tag::Finite | Tag::Participle);
        if verb_before && self.tag(last + usize::from(comma_behind)) == Tag::Conjunction {
            return None;
        }
        match (comma_before, comma_behind) {
            (true, true) => Some((start - 1, last + usize::from(!self.keeps_one_comma()))),
            (false, true) => Some((start, last + usize::from(self.is_closing() || self.opens_clause()))),
            (true, false) => None,
            (false, false) => self.is_loose().then_some((start, last)),
        }
    }

    /// "The council, on Friday, closed" and "but, on Friday, the" lose both commas; "At Orrin, on Friday, the council" and
    /// "Later, on Friday, the council" keep one.
    fn keeps_one_comma(&self) -> bool {
        let conjunction = self.start >= 2 && matches!(self.tag(self.start - 2), Tag::Conjunction | Tag::Relative);
        let opener = self.words[..self.start - 1].iter().filter(|word| word.contains(char::is_alphanumeric)).count() == 1;
        let subject = matches!(self.tag(self.last + 1), Tag::Determiner | Tag::Pronoun | Tag::Name | Tag::Number | Tag::Word);
        !conjunction && (opener || subject)
    }

    /// "said that, as of March 4, the yard has": the comma is of the date that opens the clause.
    fn opens_clause(&self) -> bool {
        self.word(self.start - 1) == "that" || self.tag(self.start - 1) == Tag::Conjunction
    }

    /// Whether the comma behind the date belongs to it: "pleaded guilty on Nov. 2, 2012, to conspiracy".
    fn is_closing(&self) -> bool {
        let written_out = self.is_day() || self.words[self.start..self.last].contains(&",");
        let next = self.last + 1;
        let shared = self.lower(next) == "and" && self.tag(next + 1) == Tag::Finite;
        let behind = matches!(self.tag(next), Tag::Preposition | Tag::Finite) && !KEEP_COMMA.contains(&self.word(next));
        let goes_on = self.lower(next) == "to" || shared || behind;
        // "The council on Friday, closed" has no comma to keep, either.
        goes_on && (written_out || self.tag(next) == Tag::Finite && !self.told_since_comma())
    }

    /// Whether nothing behind the phrase needs it; no comma stands on either side.
    fn is_loose(&self) -> bool {
        let adverb = usize::from(self.tag(self.last) == Tag::Adverb && self.tag(self.last + 1) == Tag::Finite);
        match self.tag(self.last + adverb) {
            // "The council on Monday closed", but not "the boat sold in May sank".
            Tag::Finite => !self.told_since_comma(),
            Tag::Preposition | Tag::Ing | Tag::Relative | Tag::Conjunction | Tag::Adverb => true,
            Tag::Determiner | Tag::Pronoun => self.tags[..self.start].contains(&Tag::Finite),
            _ => self.lower(self.last) == "to",
        }
    }

    /// Whether a verb, or a participle that may carry the date, stands between the last comma and the phrase.
    fn told_since_comma(&self) -> bool {
        let verbal = |at: usize| match self.tag(at) {
            Tag::Finite | Tag::Participle | Tag::Base => true,
            Tag::Word => self.word(at).ends_with("ed"),
            _ => false,
        };
        (0..self.start).rev().take_while(|at| self.word(*at) != ",").any(verbal)
    }
}
