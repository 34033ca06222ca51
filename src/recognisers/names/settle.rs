//! The tagger's names in the product's terms: no title, adjective, date or common noun among them; long names of bodies,
//! which the rules read whole, not in pieces; a possessive that lost its apostrophe taken for what it is.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{Set, is_adjective, is_first_name, is_in, is_place, known};
use super::lists::Lists;
use super::rules::Reader;
use super::{NameFound, kinds};
use crate::contract::EntityKind;
use crate::document::{Document, TokenKind, is_company_suffix};
use crate::recognisers::DateFound;

/// How surely the rules must know a name that they take from the tagger.
const SURE: u32 = 3;

/// A name of the tagger: its tokens, and 0 person, 1 organisation, 2 place, 3 other.
type Tagged = (Range<usize>, usize);

/// The names of the document, in text order.
#[must_use]
pub fn settle(document: &Document, dates: &[DateFound], lists: &Lists, by_rules: &[NameFound], tagged: &[Tagged]) -> Vec<NameFound> {
    let settler = Settler::new(document, dates, lists, tagged);
    let mut found: Vec<NameFound> = Vec::new();
    for (tokens, kind) in tagged.iter().flat_map(|tagged| settler.parted(tagged)) {
        // What a whole name before it took in is no name of its own.
        if found.last().is_none_or(|last| last.tokens.end <= tokens.start) {
            found.extend(settler.name(settler.whole(tokens, kind, by_rules), kind));
        }
    }
    found
}

struct Settler<'a> {
    document: &'a Document,
    dates: &'a [DateFound],
    lists: &'a Lists,
    reader: Reader<'a>,
    /// The last words of the names that were found.
    ends: HashSet<&'a str>,
}

impl<'a> Settler<'a> {
    fn new(document: &'a Document, dates: &'a [DateFound], lists: &'a Lists, tagged: &[Tagged]) -> Self {
        let ends = tagged.iter().map(|(tokens, _)| document.slice(document.tokens()[tokens.end - 1].span)).collect();
        Self { document, dates, lists, reader: Reader::new(document), ends }
    }

    /// The names that the tagger took for one: "FBIs Counterintelligence Division" of a text that lost its apostrophes,
    /// "Refugee Council Enver Solomon" where a role goes before a person.
    fn parted(&self, (tokens, kind): &Tagged) -> Vec<Tagged> {
        let mut parts = Vec::new();
        let mut start = tokens.start;
        for at in tokens.start..tokens.end - 1 {
            let next = self.document.tokens()[at + 1].kind;
            if self.has_lost_apostrophe(at) && matches!(next, TokenKind::Word | TokenKind::Abbreviation) {
                parts.push((start..at + 1, *kind));
                start = at + 1;
            }
        }
        let person = self.reader.person_inside(start..tokens.end).start;
        if *kind == 1 && person > start && tokens.end - person >= 2 && is_first_name(self.reader.word(person)) {
            parts.push((start..person, *kind));
            parts.push((person..tokens.end, 0));
        } else {
            parts.push((start..tokens.end, *kind));
        }
        parts
    }

    /// "Joint Council for the Welfare of Immigrants" where the tagger stopped at "Joint Council", "Steve Jobs" where it
    /// stopped at "Steve": the rules know how such names go on.
    fn whole(&self, tokens: Range<usize>, kind: usize, by_rules: &[NameFound]) -> Range<usize> {
        let rule = by_rules.get(by_rules.partition_point(|name| name.tokens.start < tokens.start));
        let longer = rule.filter(|rule| rule.tokens.start == tokens.start && rule.tokens.end > tokens.end && rule.evidence >= SURE);
        let goes_on = |rule: &&NameFound| match kind {
            0 => rule.kind == EntityKind::Person,
            1 => matches!(self.reader.word(tokens.end), "of" | "for"),
            _ => false,
        };
        longer.filter(goes_on).map_or(tokens.clone(), |rule| rule.tokens.clone())
    }

    /// "Commerces" is no word, "Commerce" is one; "FBIs" stands where the text names the FBI, too.
    fn has_lost_apostrophe(&self, at: usize) -> bool {
        let word = self.reader.word(at);
        let Some(owner) = word.strip_suffix('s').filter(|owner| owner.chars().count() >= 3) else {
            return false;
        };
        let word_is_one = self.lists.is_frequent(word) || self.lists.is_frequent(&word.to_lowercase());
        self.ends.contains(owner) && !word_is_one || !owner.ends_with('s') && self.lists.is_frequent(owner) && !word_is_one
    }

    fn name(&self, tokens: Range<usize>, kind: usize) -> Option<NameFound> {
        let sentence = self.document.sentences().partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let range = &self.document.sentences()[sentence].tokens;
        let lead_in = self.reader.behind_lead_in(range.clone()).start > tokens.start;
        // "April Ryan" begins with a month: which of the two it is, the recognisers settle together.
        let dated = self.reader.is_dated(tokens.start, self.dates) && !(kind == 0 && tokens.len() > 1);
        if !self.reader.names_anew(sentence) || lead_in || dated {
            return None;
        }
        let tokens = self.bare(tokens, kind);
        if tokens.is_empty() || self.is_common(&tokens, kind) || self.is_role(&tokens, kind) || self.is_symbol(&tokens) {
            return None;
        }
        let (kind, evidence) = self.kind(&tokens, kind, range)?;
        Some(NameFound { sentence, defines: self.reader.definition(&tokens, range), tokens, kind, evidence })
    }

    /// Without the offices and titles before it, and without the letters of honours behind a person.
    fn bare(&self, tokens: Range<usize>, kind: usize) -> Range<usize> {
        let Range { mut start, mut end } = tokens;
        let word = |at: usize| self.reader.word(at);
        if kind != 0 {
            return self.behind_office(start..end);
        }
        while end - start > 1 && is_in(Set::Title, word(start)) {
            start += 1;
        }
        let honour =
            |word: &str| (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase()) && word != "III" && word != "II";
        let prose = word(start).chars().any(char::is_lowercase);
        while prose && end - start > 2 && (honour(word(end - 1)) || word(end - 1) == ",") {
            end -= 1;
        }
        start..end
    }

    /// "Age UK" of "National Chairman of Age UK".
    fn behind_office(&self, tokens: Range<usize>) -> Range<usize> {
        let word = |at: usize| self.reader.word(at);
        let of = tokens.clone().skip(1).take(3).find(|&at| word(at) == "of");
        let office = of.filter(|&of| is_in(Set::Title, word(of - 1)) && !is_in(Set::Body, word(of - 1)) && of + 1 < tokens.end);
        let Some(of) = office else {
            return tokens;
        };
        let start = if word(of + 1) == "the" { of + 2 } else { of + 1 };
        // "Secretary of State for Health" holds no name at all.
        if word(start) == "State" { tokens.end..tokens.end } else { start.min(tokens.end)..tokens.end }
    }

    /// "(NYSE: NRD)": a market and the sign of a share.
    fn is_symbol(&self, tokens: &Range<usize>) -> bool {
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| self.reader.word(at));
        let market = before(2).len() >= 3 && before(2).chars().all(char::is_alphabetic);
        let sign = before(1) == ":" && before(3) == "(" && market && self.reader.word(tokens.end) == ")";
        let exchange = before(1) == "(" && self.reader.word(tokens.end) == ":" && self.reader.word(tokens.end + 2) == ")";
        tokens.len() == 1 && (sign || exchange)
    }

    /// "Home" of "Home Secretary": a post, not the body.
    fn is_role(&self, tokens: &Range<usize>, kind: usize) -> bool {
        let post = matches!(self.reader.word(tokens.end), "Secretary" | "Minister" | "Secretaries" | "Ministers");
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| self.reader.word(at));
        let of_state = self.reader.word(tokens.start) == "State" && before(1) == "of" && matches!(before(2), "Secretary" | "Minister");
        of_state || kind == 1 && post && tokens.len() <= 2 && !is_in(Set::Body, self.reader.word(tokens.end - 1))
    }

    /// A common noun with a capital: "the Court", "Task Force", "the Administration".
    fn is_common(&self, tokens: &Range<usize>, kind: usize) -> bool {
        let word = self.reader.word(tokens.start);
        if tokens.len() > 1 {
            let nouns = tokens.clone().all(|at| is_in(Set::Body, self.reader.word(at)) || is_in(Set::Common, self.reader.word(at)));
            return kind == 1 && nouns && known(&self.reader.phrase(tokens.clone())).is_none();
        }
        if known(word).is_some() || is_place(word) || kind == 0 && !is_in(Set::Title, word) {
            return false;
        }
        let noun = [Set::Body, Set::Firm, Set::Site, Set::Title, Set::Common, Set::Noun].into_iter().any(|set| is_in(set, word));
        let casing = self.reader.casing(tokens.start);
        let lettered = word.chars().any(char::is_lowercase);
        (noun || is_company_suffix(word) || casing.small > 1 && casing.capital == 0) && lettered
    }

    /// "the shipbuilder Orla Marine"; "Orla Marine, a Danish maker of …"; "Orla Marine is a ferry operator".
    fn is_called_a_firm(&self, tokens: &Range<usize>, range: &Range<usize>) -> bool {
        const NEAR: usize = 6;
        let noun = |at: usize| self.reader.word(at).starts_with(char::is_lowercase) && is_in(Set::FirmNoun, self.reader.word(at));
        let before = tokens.start > range.start && noun(tokens.start - 1);
        let article = |at: usize| matches!(self.reader.word(at), "a" | "an" | "the");
        let said = matches!(self.reader.word(tokens.end), "," | "is" | "was") && article(tokens.end + 1);
        let phrase = (tokens.end + 2..range.end.min(tokens.end + 2 + NEAR)).take_while(|&at| {
            let word = self.reader.word(at);
            !matches!(word, "," | "." | "of" | "for" | "at" | "in" | "who" | "which" | "that" | "from" | "’s" | "'s")
        });
        // Of "a former bank manager" the last word says what it is.
        before || said && phrase.last().is_some_and(noun)
    }

    fn kind(&self, tokens: &Range<usize>, kind: usize, range: &Range<usize>) -> Option<(EntityKind, u32)> {
        let (own, evidence) = kinds::kind_at(&self.reader, tokens, range);
        let organised = matches!(own, EntityKind::Company | EntityKind::Organisation);
        let several = tokens.len() > 1;
        let last = self.reader.word(tokens.end - 1);
        let thing = several && (is_in(Set::Thing, last) || is_in(Set::ThingOpener, self.reader.word(tokens.start)));
        Some(match kind {
            _ if kind != 2 && self.is_called_a_firm(tokens, range) => (EntityKind::Company, SURE),
            1 | 2 if thing => (EntityKind::Other, SURE),
            1 if several && is_in(Set::Site, last) && own == EntityKind::Place => (EntityKind::Place, 2),
            0 => (EntityKind::Person, if own == EntityKind::Person { 3 } else { 2 }),
            1 if organised => (own, evidence.max(2)),
            1 => (EntityKind::Organisation, 2),
            2 => (EntityKind::Place, if own == EntityKind::Place { 3 } else { 2 }),
            _ if is_adjective(&self.reader.phrase(tokens.clone())) => return None,
            _ => (EntityKind::Other, 2),
        })
    }
}
