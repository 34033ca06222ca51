//! The words of a sentence that only say when: "in 2012", "on Friday,", ", by May,". What stands below the label of that
//! day can do without them; where the date is part of what is told ("dated Sept. 15", "from 2019 to 2020"), it stays.

mod inside;

use super::quoted::is_quoted;
use super::rewrite::is_deictic;
use super::{closes_range, each_of, is_in, is_possessed, is_stretch};
use crate::calendar::{Period, month_of};
use crate::contract::DateKind;
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past, can_be_third, is_auxiliary, tags};
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

/// The place of the date with its preposition and the comma that goes with it, where the sentence says the same without.
/// Of a range both its dates go. What stands behind the byte at `end` is not told.
#[must_use]
pub fn adjunct(document: &Document, dates: &[DateFound], at: usize, end: u32) -> Option<Span> {
    let found = &dates[at];
    let listed = || each_of(document, dates, at).filter(|years| years.start == at).map(|years| years.end - 1);
    let last = closes_range(document, dates, at).or_else(listed).map_or(found, |last| &dates[last]);
    let tokens = document.sentences()[found.sentence].tokens.clone();
    let told = document.tokens()[tokens.clone()].iter().take_while(|token| token.span.end <= end).count();
    let tokens = tokens.start..tokens.start + told;
    let quoted = is_quoted(document.slice(Span { start: document.tokens().get(tokens.start)?.span.start, end: found.span.start }));
    let fixed = quoted || found.kind == DateKind::Time || is_possessed(document, found) || is_stretch(document, found);
    if fixed || last.tokens.end > tokens.end {
        return None;
    }
    let words = document.slices(&tokens);
    let front = words.iter().position(|word| word.contains(char::is_alphanumeric))?;
    let first = found.tokens.start - tokens.start;
    let mut phrase = Phrase { tags: tags(&words), words, front, found, start: first, last: last.tokens.end - tokens.start };
    if phrase.is_attribute() {
        return Some(document.span_of(&found.tokens));
    }
    phrase.start = if found.span == last.span { phrase.opening(first)? } else { phrase.opening_of_range(first)? };
    if let Some(start) = phrase.whole_participle() {
        return Some(document.span_of(&(tokens.start + start..last.tokens.end)));
    }
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

    /// "A May 2010 report says": at the sentence's front the noun says it without.
    fn is_attribute(&self) -> bool {
        let article = self.lower(self.front);
        let fits = article == "the" || article == "a" && !self.word(self.last).starts_with(['a', 'e', 'i', 'o', 'u', 'h']);
        let noun = self.tag(self.last) == Tag::Word && self.word(self.last).starts_with(char::is_lowercase);
        let dated =
            matches!(self.found.period, Some(Period::Day(_) | Period::Month(..) | Period::Year(_))) && self.found.modifier.is_none();
        let alone = !(self.last..self.words.len()).any(|at| self.tag(at) == Tag::Number && self.word(at).len() == 4);
        self.start == self.front + 1 && fits && noun && dated && alone
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
        // "is free starting in May": the label says that, too.
        let begins = start > self.front && matches!(self.lower(start - 1).as_str(), "starting" | "beginning");
        let fixed = |at: usize| is_auxiliary(self.word(at)) || is_in("near", self.word(at));
        if begins && (start == self.front + 1 || !fixed(start - 2)) {
            return Some(start - 1);
        }
        if tied && start > self.front && (NEEDS_DATE.contains(&self.lower(start - 1).as_str()) || self.is_given(start)) {
            return None;
        }
        // "met back in May"
        let start = start - usize::from(tied && start > self.front && self.lower(start - 1) == "back");
        let doubted = matches!(self.lower(start.saturating_sub(1)).as_str(), "possibly" | "probably" | "perhaps" | "apparently");
        if doubted && start > self.front {
            return None;
        }
        // "said Nov. 2, 2012, that", "takes place this summer": a day needs no preposition; a year does.
        let this = matches!(self.lower(first).as_str(), "this" | "last" | "next" | "late" | "early");
        let bare = is_deictic(self.found) || this || self.is_day();
        let hangs = !self.is_particle(start.saturating_sub(1))
            && matches!(self.tag(start.saturating_sub(1)), Tag::Preposition | Tag::Determiner | Tag::Conjunction | Tag::Ing);
        let part = matches!(before.as_str(), "’s" | "'s" | "-" | "–" | "—" | "(" | "that" | "this" | "next" | "least" | "no");
        // "was Monday sentenced"
        let helped = is_auxiliary(&before) && self.tag(self.last) == Tag::Participle;
        (tied || bare && !hangs && !part && (helped || !NEEDS_DATE.contains(&before.as_str()))).then_some(start)
    }

    /// "stepped down last month": the word belongs to the verb before it.
    fn is_particle(&self, at: usize) -> bool {
        matches!(self.word(at), "down" | "out" | "up" | "off" | "away" | "back" | "apart" | "over" | "through")
            && at > 0
            && matches!(self.tag(at - 1), Tag::Finite | Tag::Participle)
    }

    /// "from 2012 to 2016", "between 2012 and 2016".
    fn opening_of_range(&self, first: usize) -> Option<usize> {
        let start = self.behind_parts(first);
        let tied = start > self.front && matches!(self.lower(start - 1).as_str(), "from" | "between" | "in" | "during");
        let before = start.checked_sub(2).filter(|before| tied && *before >= self.front);
        let Some(before) = before else { return tied.then(|| start - 1) };
        // "is to run from May to June", "in the years from 2012 to 2016", "the race between 2012 and 2016 has".
        let needed = NEEDS_DATE.contains(&self.lower(before).as_str()) || is_in("near", &self.lower(before));
        let verbal = matches!(self.tag(before), Tag::Finite | Tag::Base) || self.lower(before) == "period";
        let told = self.tags[..before].contains(&Tag::Finite) || self.word(before) == ",";
        (told && !needed && !verbal).then(|| start - 1)
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

    /// "An order signed on Monday says": what was signed says it without. Of a day that is long past only the date tells which
    /// one is meant.
    fn whole_participle(&self) -> Option<usize> {
        let at = self.start.checked_sub(1).filter(|at| *at > self.front)?;
        let noun = matches!(self.tag(at - 1), Tag::Word | Tag::Name);
        let made = self.tag(at) == Tag::Participle || self.tag(at) == Tag::Finite && can_be_past(self.word(at));
        let verb = self.tag(self.last) == Tag::Finite || can_be_third(self.word(self.last));
        let told = made && verb && !self.tags[..at].contains(&Tag::Finite);
        (noun && told && is_deictic(self.found)).then_some(at)
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
        // "rose from 40 boats in 2019 to 60"
        let measured = next == "to" && (self.start.saturating_sub(8)..self.start).any(|at| self.word(at) == "from" && number(at + 1));
        let ranged = measured || matches!(next.as_str(), "to" | "until") && (number(at + 1) || month(at + 1));
        if self.start == self.front && self.is_renamed() {
            return true;
        }
        let unit = matches!(next.as_str(), "the" | "a" | "an" | "that" | "this") && UNITS.contains(&self.lower(at + 1).as_str());
        if next == "which" && self.is_of_thing(at) {
            return false;
        }
        // "broke down on Monday when the mast fell"
        let tied = self.lower(self.start);
        let loose = next == "when" && self.word(self.last) != "," && !matches!(tied.as_str(), "until" | "till" | "by" | "since" | "before");
        !loose && OF_DATE.contains(&next.as_str()) || another || ranged || unit
    }

    /// "adopted the rules on Tuesday, which the paper called": the thing, not the day.
    fn is_of_thing(&self, which: usize) -> bool {
        let noun = self.start > 0 && matches!(self.tag(self.start - 1), Tag::Word | Tag::Name);
        let subject = matches!(self.tag(which + 1), Tag::Name | Tag::Determiner) && self.tag(which + 2) != Tag::Mark;
        noun && subject && self.word(self.last) == ","
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
        let mut clause = (1..self.start).rev().take_while(|at| self.word(*at) != ",");
        let opens = clause.find(|at| matches!(self.word(*at), "who" | "which") && self.word(at - 1) != ",");
        // "Two men who live in Orrin were arrested on Monday": the second verb is the main one.
        let verbs = |opens: usize| self.tags[opens..self.start].iter().filter(|tag| **tag == Tag::Finite).count();
        let joined = |opens: usize| self.tags[opens..self.start].contains(&Tag::Conjunction);
        opens.is_some_and(|opens| verbs(opens) < 2 || joined(opens))
    }

    /// Where the sentence begins behind a date at its front.
    fn behind_front(&self) -> Option<usize> {
        let comma = usize::from(self.word(self.last) == ",");
        let subject = matches!(self.tag(self.last + comma), Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Word);
        let whole = self.words.len() >= self.last + comma + 4;
        // "On Monday in Orrin, the council"
        let placed = self.tag(self.last) == Tag::Preposition && {
            let close = (self.last..self.words.len().min(self.last + 8)).find(|at| self.word(*at) == ",");
            close.is_some_and(|close| matches!(self.tag(close + 1), Tag::Determiner | Tag::Name | Tag::Pronoun))
        };
        (whole && (comma == 1 || subject || placed)).then_some(self.last + comma)
    }
}
