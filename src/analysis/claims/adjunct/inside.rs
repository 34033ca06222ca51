//! A date inside a sentence or at its end: whether it hangs loose there, and which of its commas go with it.

use super::Phrase;
use crate::analysis::claims::is_in;
use crate::document::tags::{Tag, is_auxiliary};

/// Behind a date that a comma closes these keep the comma.
const KEEP_COMMA: [&str; 8] = ["including", "with", "during", "while", "because", "as", "although", "though"];

impl Phrase<'_> {
    /// The phrase inside or at the end of the sentence, with those of its commas that go with it.
    pub(super) fn inside(&self) -> Option<(usize, usize)> {
        let (start, last) = (self.start, self.last);
        let comma_before = self.word(start - 1) == ",";
        // "two boats — both of Orrin — in May": without the date the dash closes nothing.
        let dashes = || self.words[..start].iter().filter(|word| matches!(**word, "—" | "–" | "--")).count();
        if matches!(self.word(start - 1), "—" | "–" | "--") && dashes() > 1 {
            return None;
        }
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
        self.word(self.start - 1) == "that" || is_in("speech", self.word(self.start - 1)) || self.tag(self.start - 1) == Tag::Conjunction
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
            Tag::Participle => is_auxiliary(self.word(self.start - 1)),
            Tag::Preposition | Tag::Ing | Tag::Relative | Tag::Conjunction | Tag::Adverb => true,
            Tag::Determiner | Tag::Pronoun => self.tags[..self.start].contains(&Tag::Finite),
            // "found Monday Orla Marine had lost it"
            Tag::Name if is_in("speech", self.word(self.start - 1)) || self.word(self.start - 1) == "found" => true,
            _ => matches!(self.lower(self.last).as_str(), "to" | "due" | "because" | "when"),
        }
    }

    /// Whether a verb, or a participle that may carry the date, stands between the last comma and the phrase.
    fn told_since_comma(&self) -> bool {
        let verbal = |at: usize| match self.tag(at) {
            Tag::Finite | Tag::Participle | Tag::Base => true,
            Tag::Word => self.word(at).ends_with("ed") && self.word(at).starts_with(char::is_lowercase),
            _ => false,
        };
        // "said a fire on Sunday broke the mast": behind the speaker's verb a new subject opens.
        let says = |at: usize| is_in("speech", self.word(at)) && matches!(self.tag(at + 1), Tag::Determiner | Tag::Relative);
        (0..self.start).rev().take_while(|at| self.word(*at) != "," && !says(*at)).any(verbal)
    }
}
