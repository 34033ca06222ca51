//! Where a tagged name begins and ends: names that run together are parted, long names of bodies are read whole, offices
//! and titles stay outside, a possessive that lost its apostrophe is taken for what it is.

use std::collections::HashSet;
use std::ops::Range;

use super::NameFound;
use super::hyphens::is_article;
use super::kinds::SURE;
use super::lexicon::{Set, is_adjective, is_city, is_first_name, is_in, is_place, known};
use super::lists::Lists;
use super::rules::Reader;
use crate::contract::EntityKind;
use crate::document::{Document, TokenKind};

/// A name of the tagger: its tokens, and 0 person, 1 organisation, 2 place, 3 other.
pub type Tagged = (Range<usize>, usize);

/// Tokens of the longest name that is looked up in the table.
const LONGEST_KNOWN: usize = 8;
/// A text of so many bytes without a single apostrophe has lost them: English has one in a hundred words.
const TELLING_LENGTH: usize = 2_000;

pub struct Borders<'a> {
    document: &'a Document,
    reader: &'a Reader<'a>,
    lists: &'a Lists,
    /// The last words of the names that were found.
    ends: HashSet<&'a str>,
    /// The text has lost its apostrophes.
    bare_possessives: bool,
}

impl<'a> Borders<'a> {
    pub fn new(reader: &'a Reader<'a>, lists: &'a Lists, tagged: &[Tagged]) -> Self {
        let document = reader.document();
        let ends = tagged.iter().map(|(tokens, _)| document.slice(document.tokens()[tokens.end - 1].span)).collect();
        let text = document.text();
        let bare_possessives = text.len() >= TELLING_LENGTH && !text.contains(['\'', '’']);
        Self { document, reader, lists, ends, bare_possessives }
    }

    /// The names that the tagger took for one, in their order.
    pub fn parted(&self, (tokens, kind): &Tagged) -> Vec<Tagged> {
        let mut parts = Vec::new();
        let mut rest = tokens.clone();
        while let Some(end) = self.first_end(&rest, *kind) {
            parts.push((rest.start..end, if is_place(self.reader.phrase(rest.start..end)) { 2 } else { *kind }));
            rest.start = if self.reader.word(end) == "of" { end + 1 } else { end };
        }
        let behind_another = rest.start > tokens.start;
        let person = self.person_behind(&rest, *kind);
        if person > rest.start {
            parts.push((rest.start..person, *kind));
            parts.push((person..rest.end, 0));
        } else {
            let place = behind_another && is_place(self.reader.phrase(rest.clone()));
            parts.push((rest, if place { 2 } else { *kind }));
        }
        parts
    }

    /// Where the first of several names ends: "FBIs Counterintelligence Division" of a text that lost its apostrophes,
    /// "U.S. Deutsche Bank" where a sentence ended behind "U.S.", "Deutsche Bank of Germany".
    fn first_end(&self, tokens: &Range<usize>, kind: usize) -> Option<usize> {
        let lettered = |at: usize| matches!(self.document.tokens()[at].kind, TokenKind::Word | TokenKind::Abbreviation);
        let lost = (tokens.start + 1..tokens.end).find(|&at| self.has_lost_apostrophe(at - 1) && lettered(at));
        let organised = |start: usize| {
            let known = known_from(self.reader, start, tokens.end).filter(|_| kind == 1);
            known.filter(|(end, own)| *own == EntityKind::Company || *own == EntityKind::Organisation && end - start > 1)
        };
        let behind_country = || {
            let abbreviated = self.reader.word(tokens.start).ends_with('.') && is_place(self.reader.word(tokens.start));
            organised(tokens.start + 1).filter(|_| abbreviated).map(|_| tokens.start + 1)
        };
        let before_place = || {
            let (end, own) = organised(tokens.start)?;
            let place = self.reader.word(end) == "of" && end + 1 < tokens.end && is_place(self.reader.phrase(end + 1..tokens.end));
            let goes_on = is_in(Set::TakesOf, self.reader.word(end - 1)) && own != EntityKind::Company;
            (place && !goes_on).then_some(end)
        };
        // "FBI Washington and New Haven field offices"
        let seat = || {
            let acronym = known(self.reader.word(tokens.start)) == Some(EntityKind::Organisation)
                && self.reader.word(tokens.start).chars().all(char::is_uppercase);
            (kind == 1 && acronym && is_city(self.reader.phrase(tokens.start + 1..tokens.end))).then_some(tokens.start + 1)
        };
        lost.or_else(behind_country).or_else(before_place).or_else(seat)
    }

    /// "Refugee Council Enver Solomon" where a role goes before a person: where the person begins, or the start.
    fn person_behind(&self, tokens: &Range<usize>, kind: usize) -> usize {
        if kind != 1 {
            return tokens.start;
        }
        let person = self.reader.person_inside(tokens.clone()).start;
        if person > tokens.start && tokens.end - person >= 2 && is_first_name(self.reader.word(person)) {
            return person;
        }
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| self.reader.word(at));
        let of = if before(1) == "the" { 2 } else { 1 };
        let led = before(of) == "of" && is_in(Set::Title, before(of + 1));
        let body = |at: usize| is_in(Set::Body, self.reader.word(at)) || is_in(Set::Firm, self.reader.word(at));
        let end_of_body = tokens.clone().rev().find(|&at| body(at)).map_or(tokens.start, |at| at + 1);
        let plain = |at: usize| self.reader.is_capital(at) && self.reader.word(at).chars().skip(1).all(char::is_lowercase);
        let two = tokens.end - end_of_body == 2 && (end_of_body..tokens.end).all(plain);
        if led && end_of_body > tokens.start && two { end_of_body } else { tokens.start }
    }

    /// "Joint Council for the Welfare of Immigrants" where the tagger stopped at "Joint Council", "Steve Jobs" where it
    /// stopped at "Steve", "Biden-Harris Administration" where it saw "Harris": the rules know how such names go on.
    pub fn whole(&self, tokens: Range<usize>, kind: usize, by_rules: &[NameFound]) -> Tagged {
        if let Some(body) = self.body_behind(&tokens, kind) {
            return (body, 1);
        }
        let sentence = self.document.sentences().partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let limit = self.document.sentences().get(sentence).map_or(tokens.end, |sentence| sentence.tokens.end);
        if let Some(whole) = self.with_nickname(&tokens, kind, limit) {
            return (whole, 0);
        }
        if let Some(whole) = self.with_its_ground(&tokens, kind) {
            return (whole, 2);
        }
        if let Some(whole) = self.with_its_seat(&tokens, limit) {
            return (whole, 1);
        }
        if let Some(start) = self.article(&tokens) {
            return (start..tokens.end, kind);
        }
        if let Some((end, _)) = known_from(self.reader, tokens.start, limit).filter(|(end, _)| *end > tokens.end) {
            return (tokens.start..end, kind);
        }
        let its = with_its_s(self.reader, &tokens).filter(|_| kind == 1 || tokens.len() > 1);
        if let Some(whole) = its.or_else(|| self.with_its_people(&tokens, kind, limit)) {
            return (whole, kind);
        }
        let rule = by_rules.get(by_rules.partition_point(|name| name.tokens.start < tokens.start));
        let longer = rule.filter(|rule| rule.tokens.start == tokens.start && rule.tokens.end > tokens.end && rule.evidence >= SURE);
        let goes_on = |rule: &&NameFound| match kind {
            0 => rule.kind == EntityKind::Person,
            1 => matches!(self.reader.word(tokens.end), "of" | "for"),
            _ => false,
        };
        (longer.filter(goes_on).map_or(tokens.clone(), |rule| rule.tokens.clone()), kind)
    }

    /// "Finley “Finn” Marlow" where the tagger stopped at "Finley".
    fn with_nickname(&self, tokens: &Range<usize>, kind: usize, limit: usize) -> Option<Range<usize>> {
        let word = |at: usize| self.reader.word(at);
        let at = tokens.end;
        let quoted = matches!(word(at), "\"" | "“" | "‘" | "'") && matches!(word(at + 2), "\"" | "”" | "’" | "'");
        let name = kind == 0 && at + 3 < limit && quoted && self.reader.is_capital(at + 1) && self.reader.is_capital(at + 3);
        name.then_some(tokens.start..at + 4)
    }

    /// "AT&T Park" where the tagger stopped at "AT&T": a ground that bears a known name.
    fn with_its_ground(&self, tokens: &Range<usize>, kind: usize) -> Option<Range<usize>> {
        let ground = matches!(self.reader.word(tokens.end), "Park" | "Stadium" | "Arena" | "Field" | "Speedway" | "Coliseum" | "Ballpark");
        (kind == 1 && ground && known(self.reader.phrase(tokens.clone())).is_some()).then_some(tokens.start..tokens.end + 1)
    }

    /// "University of Alabama at Birmingham" where the tagger stopped at "Alabama".
    fn with_its_seat(&self, tokens: &Range<usize>, limit: usize) -> Option<Range<usize>> {
        let word = |at: usize| self.reader.word(at);
        let university = word(tokens.start) == "University" && word(tokens.start + 1) == "of" && tokens.len() > 2;
        let seat = word(tokens.end) == "at" && tokens.end + 1 < limit && is_place(word(tokens.end + 1));
        (university && seat).then_some(tokens.start..tokens.end + 2)
    }

    /// "Az-Zaman" where the tagger stopped at "Zaman".
    fn article(&self, tokens: &Range<usize>) -> Option<usize> {
        let at = tokens.start.checked_sub(2)?;
        let article = self.reader.is_joined_at(at + 1) && is_article(self.reader.word(at), self.reader.word(tokens.start));
        article.then_some(at)
    }

    /// "Royal Institute of British Architects" where the tagger stopped at "British".
    fn with_its_people(&self, tokens: &Range<usize>, kind: usize, limit: usize) -> Option<Range<usize>> {
        let word = |at: usize| self.reader.word(at);
        let stopped = kind == 1 && tokens.len() > 2 && word(tokens.end - 2) == "of" && is_adjective(word(tokens.end - 1));
        let end = (tokens.end..limit).find(|&at| !self.reader.is_capital(at)).unwrap_or(limit);
        (stopped && end > tokens.end).then_some(tokens.start..end)
    }

    /// "UK Government", "Biden-Harris Administration": who governs, by the country or by the head.
    fn body_behind(&self, tokens: &Range<usize>, kind: usize) -> Option<Range<usize>> {
        let word = |at: usize| self.reader.word(at);
        let behind = word(tokens.end);
        if kind == 2 && behind == "Government" && is_place(self.reader.phrase(tokens.clone())) {
            return Some(tokens.start..tokens.end + 1);
        }
        let last = word(tokens.end - 1);
        // "Santa Clara County Sheriff’s Department"
        let seat = matches!(behind, "’s" | "'s") && matches!(word(tokens.end + 1), "Office" | "Department");
        if seat && kind != 0 && tokens.len() > 1 && is_in(Set::Title, last) {
            return Some(tokens.start..tokens.end + 2);
        }
        let (end, heads) = match () {
            () if behind == "Administration" && kind == 0 => (tokens.end + 1, tokens.clone()),
            () if last == "Administration" && tokens.len() > 1 && kind != 2 => (tokens.end, tokens.start..tokens.end - 1),
            () => return None,
        };
        let mut start = heads.start;
        while start >= 2 && self.reader.is_joined_at(start - 1) && self.reader.is_capital(start - 2) {
            start -= 2;
        }
        let hyphened = start < tokens.start;
        (hyphened || kind == 0).then_some(start..end)
    }

    /// "Commerces" is no word, "Commerce" is one; "FBIs" stands where the text names the FBI, too; and "Departments" of a
    /// text without a single apostrophe, where more of the name follows or the sentence goes on.
    fn has_lost_apostrophe(&self, at: usize) -> bool {
        let word = self.reader.word(at);
        let Some(owner) = word.strip_suffix('s').filter(|owner| owner.chars().count() >= 3) else {
            return false;
        };
        if self.bare_possessives && is_in(Set::Owner, owner) {
            return true;
        }
        let word_is_one = self.lists.is_frequent(word) || self.lists.is_frequent(&word.to_lowercase());
        self.ends.contains(owner) && !word_is_one || !owner.ends_with('s') && self.lists.is_frequent(owner) && !word_is_one
    }

    /// Whether a name of the text ends in the word.
    pub fn is_end(&self, word: &str) -> bool {
        self.ends.contains(word)
    }

    /// Whether a name that ends here has an owner's "s" without its apostrophe.
    pub fn ends_bare(&self, at: usize) -> bool {
        self.bare_possessives && self.has_lost_apostrophe(at)
    }

    /// Without the offices and titles before it, and without the letters of honours behind a person.
    pub fn bare(&self, tokens: Range<usize>, kind: usize) -> Range<usize> {
        let Range { mut start, mut end } = self.before_participle(tokens);
        let word = |at: usize| self.reader.word(at);
        // "University Library of"
        while end - start > 1 && matches!(word(end - 1), "of" | "for" | "and" | "the") {
            end -= 1;
        }
        if kind != 0 {
            return self.behind_office(start..end);
        }
        // "Lady Gaga" is called so.
        let stage = word(start) == "Lady" && known(self.reader.phrase(start..end)).is_some();
        while end - start > 1 && is_in(Set::Title, word(start)) && !stage {
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

    /// "Berlin" of "Berlin-based".
    fn before_participle(&self, tokens: Range<usize>) -> Range<usize> {
        let compound =
            tokens.len() > 2 && self.reader.word(tokens.end - 2) == "-" && is_in(Set::Participle, self.reader.word(tokens.end - 1));
        if compound { tokens.start..tokens.end - 2 } else { tokens }
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
}

/// "Standard & Poor's": a possessive that is part of the name.
pub fn with_its_s(reader: &Reader<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let possessive = matches!(reader.word(tokens.end), "’s" | "'s");
    let whole = || known(&format!("{}'s", reader.phrase(tokens.clone()))).is_some();
    (possessive && whole()).then(|| tokens.start..tokens.end + 1)
}

/// The end and the kind of the longest name of the table that begins at a token and ends before another.
pub fn known_from(reader: &Reader<'_>, start: usize, limit: usize) -> Option<(usize, EntityKind)> {
    if !reader.is_capital(start) {
        return None;
    }
    let ends = (start + 1..=limit.min(start + LONGEST_KNOWN)).rev();
    ends.filter(|&end| reader.is_capital(end - 1)).find_map(|end| Some((end, known(reader.phrase(start..end))?)))
}
