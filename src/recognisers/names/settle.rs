//! The tagger's names in the product's terms: no title, adjective, date or common noun among them, the kind that words
//! and lists are sure of. Where a name begins and ends, `borders` says.

use std::collections::HashSet;
use std::ops::Range;

use super::NameFound;
use super::borders::{Borders, Tagged};
use super::called;
use super::doubts;
use super::kinds::{self, SURE, TOLD};
use super::lexicon::{Set, is_adjective, is_first_name, is_in, is_place, known};
use super::lists::Lists;
use super::rules::Reader;
use crate::contract::EntityKind;
use crate::document::{Document, is_company_suffix};
use crate::recognisers::DateFound;

/// The names of the document, in text order.
#[must_use]
pub fn settle(reader: &Reader<'_>, dates: &[DateFound], lists: &Lists, by_rules: &[NameFound], tagged: &[Tagged]) -> Vec<NameFound> {
    let borders = Borders::new(reader, lists, tagged);
    let settler = Settler { document: reader.document(), dates, reader, borders, nouns: doubts::abbreviated_nouns(reader) };
    let mut found: Vec<NameFound> = Vec::new();
    for (tokens, kind) in tagged.iter().flat_map(|tagged| settler.borders.parted(tagged)) {
        // What a whole name before it took in is no name of its own.
        if found.last().is_some_and(|last| last.tokens.end > tokens.start) {
            continue;
        }
        let (tokens, kind) = settler.borders.whole(tokens, kind, by_rules);
        // "Biden-Harris Administration" takes in the "Biden" that was found before it.
        while found.last().is_some_and(|last| last.tokens.end > tokens.start) {
            found.pop();
        }
        found.extend(settler.name(tokens, kind));
    }
    found
}

struct Settler<'a> {
    document: &'a Document,
    dates: &'a [DateFound],
    reader: &'a Reader<'a>,
    borders: Borders<'a>,
    /// Acronyms of what the text writes small.
    nouns: HashSet<&'a str>,
}

impl<'a> Settler<'a> {
    fn name(&self, tokens: Range<usize>, kind: usize) -> Option<NameFound> {
        let sentence = self.document.sentences().partition_point(|sentence| sentence.tokens.end <= tokens.start);
        let range = &self.document.sentences()[sentence].tokens;
        let lead_in = self.reader.behind_lead_in(range.clone()).start > tokens.start;
        // "April Ryan" begins with a month: which of the two it is, the recognisers settle together.
        let dated = self.reader.is_dated(tokens.start, self.dates) && !(kind == 0 && tokens.len() > 1);
        if !self.reader.names_anew(sentence) || lead_in || dated {
            return None;
        }
        let tokens = self.borders.bare(tokens, kind);
        if tokens.is_empty()
            || self.is_glued(&tokens)
            || self.is_common(&tokens, kind)
            || self.is_role(&tokens, kind)
            || self.is_symbol(&tokens)
            || doubts::is_no_name(self.reader, &tokens, kind)
            || kind < 2 && doubts::is_order(self.reader, &tokens, range)
            || doubts::is_of_dateline(self.reader, &tokens)
            || kind == 1 && doubts::is_portfolio(self.reader, &tokens)
            || doubts::is_code_name(self.reader, &tokens, range)
            || self.is_abbreviated_noun(&tokens)
        {
            return None;
        }
        let (kind, evidence) = self.kind(&tokens, kind, range)?;
        let lost_apostrophe = self.borders.ends_bare(tokens.end - 1);
        Some(NameFound { sentence, defines: self.reader.definition(&tokens, range), tokens, kind, evidence, lost_apostrophe })
    }

    /// "KnowlesThe" of a text that lost a space: no name, and "Knowles" is found where it stands whole.
    fn is_glued(&self, tokens: &Range<usize>) -> bool {
        let word = self.reader.word(tokens.end - 1);
        let small = |(at, _): &(usize, char)| word[..*at].ends_with(char::is_lowercase);
        let inner = word.char_indices().skip(3).filter(|(_, c)| c.is_uppercase()).find(small);
        inner.is_some_and(|(at, _)| self.borders.is_end(&word[..at]) && known(word).is_none())
    }

    /// "(NYSE: NRD)": a market and the sign of a share.
    fn is_symbol(&self, tokens: &Range<usize>) -> bool {
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| self.reader.word(at));
        let market = before(2).len() >= 3 && before(2).chars().all(char::is_alphabetic);
        let sign = before(1) == ":" && before(3) == "(" && market && self.reader.word(tokens.end) == ")";
        let exchange = before(1) == "(" && self.reader.word(tokens.end) == ":" && self.reader.word(tokens.end + 2) == ")";
        // "Boeing (BA)", "GE (GE, Fortune 500)"
        let shares =
            self.reader.word(tokens.end) == ")" || self.reader.word(tokens.end) == "," && self.reader.word(tokens.end + 1) == "Fortune";
        let shouted = (1..=5).contains(&self.reader.word(tokens.start).len())
            && self.reader.word(tokens.start).bytes().all(|byte| byte.is_ascii_uppercase());
        // "Boeing shares (BA)"
        let owner = if matches!(before(2), "shares" | "stock") { before(3) } else { before(2) };
        let firm = before(1) == "(" && shares && shouted && known(owner) == Some(EntityKind::Company);
        tokens.len() == 1 && (sign || exchange || firm)
    }

    /// "NDC" where the text has spelled out "nationally determined contribution (NDC)".
    fn is_abbreviated_noun(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1 && self.nouns.contains(self.reader.word(tokens.start))
    }

    /// "Home" of "Home Secretary": a post, not the body.
    fn is_role(&self, tokens: &Range<usize>, kind: usize) -> bool {
        let post = matches!(self.reader.word(tokens.end), "Secretary" | "Minister" | "Secretaries" | "Ministers");
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| self.reader.word(at));
        let of_state = self.reader.word(tokens.start) == "State" && before(1) == "of" && matches!(before(2), "Secretary" | "Minister");
        // "National Security Advisor for Cyber": an office in the middle of the words.
        let inner = |at: usize| is_in(Set::Title, self.reader.word(at)) && !is_in(Set::Body, self.reader.word(at));
        let office = tokens.clone().skip(1).any(|at| inner(at) && matches!(self.reader.word(at + 1), "for" | "to"));
        let named = known(self.reader.phrase(tokens.clone())).is_some();
        of_state
            || kind == 1 && office && !named
            || kind == 1 && post && tokens.len() <= 2 && !is_in(Set::Body, self.reader.word(tokens.end - 1))
    }

    /// A common noun with a capital: "the Court", "Task Force", "the Administration".
    fn is_common(&self, tokens: &Range<usize>, kind: usize) -> bool {
        let word = self.reader.word(tokens.start);
        if tokens.len() > 1 {
            let nouns = tokens.clone().all(|at| is_in(Set::Body, self.reader.word(at)) || is_in(Set::Common, self.reader.word(at)));
            return kind == 1 && nouns && known(self.reader.phrase(tokens.clone())).is_none();
        }
        if known(word).is_some() || is_place(word) || kind == 0 && !is_in(Set::Title, word) {
            return false;
        }
        let noun = [Set::Body, Set::Firm, Set::Site, Set::Title, Set::Common, Set::Noun].into_iter().any(|set| is_in(set, word));
        let casing = self.reader.casing(tokens.start);
        let lettered = word.chars().any(char::is_lowercase);
        (noun || is_company_suffix(word) || casing.small > 1 && casing.capital == 0) && lettered
    }

    /// "CTO of Velora", "Velora's China unit": who has such officers and parts is a firm.
    fn is_led_as_firm(&self, tokens: &Range<usize>) -> bool {
        let word = |at: usize| self.reader.word(at);
        let before = |back: usize| tokens.start.checked_sub(back).map_or("", word);
        let officer = matches!(before(1), "of" | "at") && matches!(before(2), "CEO" | "CTO" | "CFO" | "COO" | "CIO");
        let owner = matches!(word(tokens.end), "’s" | "'s");
        let owned = |at: usize| matches!(word(at), "unit" | "subsidiary" | "shares" | "shareholders" | "CEO" | "CTO" | "CFO");
        // A man has shares, too, but neither units nor finance officers; "Velora's China unit".
        let unit = owned(tokens.end + 1) || self.reader.is_capital(tokens.end + 1) && owned(tokens.end + 2);
        let body = tokens.clone().any(|at| is_in(Set::Body, word(at)));
        (officer || owner && unit) && !body && !is_place(self.reader.phrase(tokens.clone()))
    }

    /// "Sea World Helicopters", "FareCompare.com"
    fn ends_as_firm(&self, tokens: &Range<usize>) -> bool {
        let last = self.reader.word(tokens.end - 1);
        let body = || tokens.clone().any(|at| is_in(Set::Body, self.reader.word(at)));
        last.ends_with(".com") || tokens.len() > 1 && is_in(Set::FirmEnd, last) && !body()
    }

    /// What the name alone says of its kind, where that is surer than the tagger: "Islam" is no body whatever stands
    /// around it, and a name of several words is rarely borne by two.
    fn by_name(&self, tokens: &Range<usize>, kind: usize) -> Option<EntityKind> {
        let own = known(self.reader.phrase(tokens.clone()))?;
        // Oscar and Katrina are people, too, whatever else bears their names.
        let agrees = (own == EntityKind::Person) == (kind == 0);
        (agrees || tokens.len() > 1).then_some(own)
    }

    fn kind(&self, tokens: &Range<usize>, kind: usize, range: &Range<usize>) -> Option<(EntityKind, u32)> {
        if doubts::is_crowned(self.reader, tokens, range) {
            return Some((EntityKind::Person, SURE));
        }
        if let Some(own) = self.by_name(tokens, kind) {
            // "English" is a tongue, and mostly no name at all.
            return (own != EntityKind::Other || !is_adjective(self.reader.phrase(tokens.clone()))).then_some((own, SURE));
        }
        if let Some(own) = called::kind(self.reader, tokens, range) {
            return Some((own, TOLD));
        }
        if doubts::is_title_of_work(self.reader, tokens, range) {
            return Some((EntityKind::Other, 2));
        }
        if doubts::is_of_bench(self.reader, tokens, range) {
            return Some((EntityKind::Person, SURE));
        }
        let (own, evidence) = kinds::kind_at(self.reader, tokens, range);
        let organised = matches!(own, EntityKind::Company | EntityKind::Organisation);
        let several = tokens.len() > 1;
        let (first, last) = (self.reader.word(tokens.start), self.reader.word(tokens.end - 1));
        // "Ford Falcon" is what a firm makes, "ZP1K7G" a number.
        let made = kind == 0 && several && known(first) == Some(EntityKind::Company) && !is_first_name(first);
        let coded = !several && first.len() > 4 && first.bytes().filter(u8::is_ascii_digit).count() > 1;
        if made || coded && known(first).is_none() {
            return Some((EntityKind::Other, SURE));
        }
        // "Orla Air Flight 88" is no airline.
        let flight = tokens.clone().skip(1).any(|at| self.reader.word(at) == "Flight") && last.ends_with(|c: char| c.is_ascii_digit());
        let thing = several && (flight || is_in(Set::Thing, last) || is_in(Set::ThingOpener, first));
        Some(match kind {
            1 | 2 if thing => (EntityKind::Other, SURE),
            // "Saudi Gazette", "Instituto Gonzaga"
            0 | 2 if several && organised && evidence >= SURE && (is_in(Set::Paper, last) || is_in(Set::ForeignBody, first)) => (own, SURE),
            1 | 2 if several && (doubts::is_agency(last) || doubts::is_branch(self.reader, tokens)) => (EntityKind::Organisation, SURE),
            1 if several && is_in(Set::Site, last) && own == EntityKind::Place => (EntityKind::Place, 2),
            0 if self.is_led_as_firm(tokens) => (EntityKind::Company, SURE),
            0 => match doubts::other_than_person(self.reader, tokens, range) {
                Some(other) => (other, 1),
                None => (EntityKind::Person, if own == EntityKind::Person { SURE } else { 2 }),
            },
            1 | 2 if doubts::is_person_after_all(self.reader, tokens) => (EntityKind::Person, SURE),
            1 if !organised && self.is_led_as_firm(tokens) => (EntityKind::Company, SURE),
            1 if !organised && self.ends_as_firm(tokens) => (EntityKind::Company, 2),
            1 if organised => (own, evidence.max(2)),
            1 => (EntityKind::Organisation, 2),
            2 => (EntityKind::Place, if own == EntityKind::Place { 3 } else { 2 }),
            _ if is_adjective(self.reader.phrase(tokens.clone())) => return None,
            _ => (EntityKind::Other, 2),
        })
    }
}
