//! What stands right before a name: "Ukrainian prime minister Ada Ferro", "Danish cranemaker Nordwind".

use std::ops::Range;

use super::Roles;
use crate::characters::fold;
use crate::contract::EntityKind;
use crate::document::NamePlace;
use crate::document::tags::{Tag, is_command, tags};
use crate::lists::is_country_adjective;
use crate::recognisers::is_title;

impl Roles<'_> {
    /// The post or the trade before a name, with what belongs to it.
    pub(super) fn before(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        // A title may already belong to the mention: "President Ferro".
        let named = place.tokens.clone().find(|&at| !is_title(self.word(at)))?;
        let name = self.role_end(place, named);
        // "the mayor Dr. Ada Ferro"
        let name = (range.start..name).rev().take_while(|&at| self.is_courtesy(at)).last().unwrap_or(name);
        let whole = place.tokens.end - named > 1;
        let start = match (range.start..name).rev().take_while(|&at| self.is_of_role(kind, range.start, at, whole)).last() {
            Some(start) => start,
            None => self.office_of(kind, range.start, name)?,
        };
        let start = self.joined_office(range.start, start);
        let start = self.whole_office(range.start, start);
        let start = self.served_office(range.start, start);
        let start = self.whole_phrase(range.start, start);
        let start = self.with_body(range.start, start);
        let start = self.with_people(range.start, start);
        let start = self.with_once(range.start, start);
        // "the mayor - Ada Ferro - said", "pro-Moscow President Ada Ferro"
        let dash = |at: usize| matches!(self.word(at), "-" | "–" | "—");
        (!dash(name - 1) && !(start > range.start && dash(start - 1))).then_some(start..name)
    }

    /// Whether a word before a name says what it is.
    fn is_of_role(&self, kind: EntityKind, limit: usize, at: usize, whole: bool) -> bool {
        let word = self.word(at);
        match kind {
            // "a major Ferro exhibition"
            EntityKind::Person if word == "major" && !whole => false,
            // "Secretary-General"
            EntityKind::Person if word == "-" => at > limit && is_title(self.word(at - 1)),
            // "nurse Ada Ferro"; a bare surname or a first name has titles alone.
            EntityKind::Person => !self.is_courtesy(at) && (is_title(word) || whole && self.is_post(at) && self.is_noun(limit, at)),
            EntityKind::Place | EntityKind::Other => false,
            _ => self.is("makers", at) && word.starts_with(char::is_lowercase),
        }
    }

    fn is_courtesy(&self, at: usize) -> bool {
        const COURTESIES: [&str; 9] = ["mr", "mrs", "ms", "mx", "dr", "sir", "madam", "dame", "lord"];
        COURTESIES.contains(&fold(self.word(at)).trim_end_matches('.'))
            || self.word(at) == "Lady" && !at.checked_sub(1).is_some_and(|first| self.word(first) == "First")
    }

    /// Whether a word that names a trade is no verb here: "nurse Ada Ferro", but not "They host Ada Ferro".
    fn is_noun(&self, limit: usize, at: usize) -> bool {
        const SEEN: usize = 12;
        let from = limit.max(at.saturating_sub(SEEN));
        let words: Vec<&str> = (from..=at).map(|at| self.word(at)).collect();
        matches!(tags(&words).last(), Some(Tag::Word | Tag::Name))
    }

    /// "Minister of Foreign Affairs Ada Ferro", "president of France Ada Ferro": where the office begins.
    fn office_of(&self, kind: EntityKind, limit: usize, name: usize) -> Option<usize> {
        const MOST: usize = 5;
        let part = |&at: &usize| self.is_capital(at) && !is_title(self.word(at)) || matches!(self.word(at), "and" | "the");
        if let Some(post) = self.post_of(kind, limit, name) {
            return Some(post);
        }
        let object = (limit..name).rev().take(MOST).take_while(part).last().filter(|_| kind == EntityKind::Person)?;
        let office = object.checked_sub(2).filter(|&at| at >= limit)?;
        let is_office = self.word(object - 1) == "of" && is_title(self.word(office)) && self.person_at(office).is_none();
        let speaks = self.word(object - 1) == "for" && self.is_capital(name - 1) && self.word(office).starts_with("spokes");
        (is_office || speaks).then_some(office)
    }

    /// "chief executive of Orla Marine Ada Ferro": where the post begins that is held in what is named between.
    fn post_of(&self, kind: EntityKind, limit: usize, name: usize) -> Option<usize> {
        let body = self.name_at(name.checked_sub(1)?).filter(|body| body.tokens.end == name && body.kind != EntityKind::Person)?;
        let post = body.tokens.start.checked_sub(2).filter(|&at| at >= limit && self.word(at + 1) == "of")?;
        let small = self.word(post).starts_with(char::is_lowercase);
        (kind == EntityKind::Person && small && self.is_post(post) && self.is_noun(limit, post)).then_some(post)
    }

    /// "Deputy Assistant to the President Ada Ferro" serves the office; an "adviser to Prime Minister Ada Ferro" is another.
    fn served_office(&self, limit: usize, office: usize) -> usize {
        let held = office.checked_sub(3).filter(|&at| at >= limit && self.word(at + 1) == "to" && self.word(at + 2) == "the");
        let held = held.filter(|&at| self.is_capital(at) && self.is("aides", at));
        held.map_or(office, |held| self.whole_office(limit, held))
    }

    /// "Premier and Treasurer Ada Ferro" has two offices.
    fn joined_office(&self, limit: usize, office: usize) -> usize {
        let first = office.checked_sub(2).filter(|&at| at >= limit && self.word(at + 1) == "and");
        let joined = first.filter(|&at| is_title(self.word(at)) && self.is_capital(at) && self.is_capital(office));
        joined.filter(|&at| self.person_at(at).is_none()).unwrap_or(office)
    }

    /// Where "auto parts giant" or "goalkeeping coach" begins, of which the last words are known.
    fn whole_phrase(&self, limit: usize, start: usize) -> usize {
        const MOST: usize = 4;
        // Tags look back, but hardly so far.
        const SEEN: usize = 40;
        let limit = limit.max(start.saturating_sub(SEEN));
        if !self.word(start).starts_with(char::is_lowercase) {
            return start;
        }
        let words: Vec<&str> = (limit..=start).map(|at| self.word(at)).collect();
        let tags = tags(&words);
        let plain = |&at: &usize| tags[at - limit] == Tag::Word && self.word(at).starts_with(char::is_lowercase);
        let first = (limit..start).rev().take(MOST).take_while(plain).last().unwrap_or(start);
        if first > limit && self.word(first - 1) == "-" { start } else { first }
    }

    /// "Nordwind spokesman", "Kestrel Bay Harbour Office (KBHO) Chief Engineer": with whose it is, where a name of a body or a
    /// place stands before it.
    fn with_body(&self, limit: usize, start: usize) -> usize {
        const BRACKET: usize = 3;
        let bracket = start > limit + BRACKET && self.word(start - 1) == ")" && self.word(start - BRACKET) == "(";
        let end = if bracket { start - BRACKET } else { start };
        let body = end.checked_sub(1).filter(|&at| at >= limit).and_then(|at| self.name_at(at));
        // "KESTREL BAY (AP) Mayor Ada Ferro" opens with its place and its agency.
        let fits = |kind: EntityKind| kind != EntityKind::Person && !(bracket && kind == EntityKind::Place);
        body.filter(|body| fits(body.kind) && body.tokens.end == end).map_or(start, |body| body.tokens.start.max(limit))
    }

    /// "Danish" of "Danish shipbuilder", and both of "British and Danish shipbuilder".
    fn with_people(&self, limit: usize, start: usize) -> usize {
        let adjective = |at: usize| is_country_adjective(&fold(self.word(at)));
        if start == limit || !(adjective(start - 1) || self.is("regions", start - 1)) {
            return start;
        }
        let both = start >= limit + 3 && adjective(start - 1) && self.word(start - 2) == "and" && adjective(start - 3);
        if both { start - 3 } else { start - 1 }
    }

    /// "former", "acting", "late": without it the role would say what is no longer so.
    fn with_once(&self, limit: usize, start: usize) -> usize {
        const MOST: usize = 2;
        let start = self.behind_once(limit, start).unwrap_or(start);
        (limit..start).rev().take(MOST).take_while(|&at| self.is("once", at)).last().unwrap_or(start)
    }

    /// "former long-time Orla Marine boss": what stands between "former" and a role belongs to it.
    fn behind_once(&self, limit: usize, start: usize) -> Option<usize> {
        const MOST: usize = 3;
        let once = (limit..start).rev().take(MOST + 1).find(|&at| matches!(self.word(at), "former" | "ex"))?;
        let tags = self.tags(&(once..start));
        let plain = |at: usize| (tags[at - once] == Tag::Word || self.word(at) == "-") && !self.is_capital(at);
        (once + 1..start).all(plain).then_some(once + 1)
    }

    /// Where the office before a name ends: at the name, or at the comma of "The mayor, Ada Ferro, said".
    fn role_end(&self, place: &NamePlace, named: usize) -> usize {
        let range = &self.document.sentences()[place.sentence].tokens;
        let framed = named > range.start + 1 && self.word(named - 1) == "," && self.word(place.tokens.end) == ",";
        // "Office of the Mayor, Ada Ferro, Harbour Board" is a list: the title is the office's.
        let title = framed && is_title(self.word(named - 2)) && self.name_at(named - 2).is_none_or(|name| name.tokens.end < named - 1);
        let office = title && place.tokens.len() > 1 && !self.is_next_listed(place);
        if office { named - 1 } else { named }
    }

    /// Where "National Security Advisor" or "opposition leader" begins, of which the last word is known.
    fn whole_office(&self, limit: usize, office: usize) -> usize {
        const MOST: usize = 4;
        let capital = self.is_capital(office);
        let dated = |word: &str| word.ends_with("day") || crate::calendar::month_of(word).is_some();
        let part = |&at: &usize| {
            let word = self.word(at);
            let opens = at == limit && word != "First" && self.opens_otherwise(at);
            if capital { self.is_capital(at) && !opens && self.person_at(at).is_none() && !dated(word) } else { self.is("posts", at) }
        };
        (limit..office).rev().take(MOST).take_while(part).last().unwrap_or(office)
    }

    /// Whether the capital of a sentence's first word is that of its place: "After President Ferro", "See President Ferro".
    fn opens_otherwise(&self, at: usize) -> bool {
        let tells = self.name_at(at).is_none() && is_command(&[self.word(at), self.word(at + 1)]);
        tells || crate::document::opens_sentences(&fold(self.word(at)))
    }
}
