//! What stands behind a name: "Mary Ferro, the harbour master," and "Nordwind is a maker of cranes".

use std::ops::Range;

use super::Roles;
use crate::contract::EntityKind;
use crate::document::NamePlace;
use crate::document::tags::Tag;
use crate::recognisers::NameFound;

/// Tokens of the longest apposition that is taken for a role.
const LONGEST: usize = 16;
/// Words among which the one stands that says what somebody is.
const NEAR: usize = 6;

impl Roles<'_> {
    /// "Mary Ferro, the harbour master," — what stands between the commas behind the name.
    pub(super) fn behind(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        let comma = self.behind_bracket(place.tokens.end);
        let start = comma + 1;
        let listed = place.tokens.start > range.start && matches!(self.word(place.tokens.start - 1), "," | "and" | "or");
        let listed = listed && !self.closes_front(range.start, place.tokens.start - 1);
        if listed && !self.is_apposition(start) || self.word(comma) != "," || start >= range.end {
            return None;
        }
        let tokens = self.noun_phrase(kind, start, range.end)?;
        let end = tokens.end;
        let closed = matches!(self.word(end), "," | "." | ";" | ")" | "—" | "who" | "which" | "said" | "told");
        // "Mary Ferro, the mayor said, had left" tells what the mayor said.
        let quoted = matches!(self.word(end + 2), "“" | "\"" | "‘");
        let inserted = matches!(self.word(end), "said" | "told") && self.word(end + 1) == "," && !quoted;
        let list = self.word(end) == "," && matches!(self.word(end + 1), "and" | "or") && !self.is_apposition(start);
        (closed && !inserted && !list && !self.titles_another(&tokens) && !self.lists_names(&tokens)).then_some(tokens)
    }

    /// "Ferro, Holm’s mayor, and others", "Ferro, a nurse, and others": what belongs to somebody or is one of many is said of
    /// the name, where "the mayor" may be the next in a list.
    fn is_apposition(&self, start: usize) -> bool {
        matches!(self.word(start), "a" | "an") || self.is_owners(start + 1) || self.is("once", start) || self.is_kin(start)
    }

    /// "the wife of", whoever that is.
    fn is_kin(&self, start: usize) -> bool {
        let at = start + usize::from(self.word(start) == "the");
        self.is("kin", at) && self.word(at + 1) == "of"
    }

    /// Whether the comma closes what opens the sentence, "In a case about Holm, Ada Ferro, the owner,": no list.
    fn closes_front(&self, start: usize, comma: usize) -> bool {
        let opens = self.tags(&(start..start + 1)).first() == Some(&Tag::Preposition);
        opens && self.word(comma) == "," && (start..comma).all(|at| !matches!(self.word(at), "," | "(" | ";"))
    }

    /// "the Rope Board, the Harbour Institute and the Holm Laboratory": what begins with a name and ends with another goes on
    /// the list.
    fn lists_names(&self, tokens: &Range<usize>) -> bool {
        let first = self.name_at(tokens.start).filter(|name| name.tokens.start == tokens.start);
        let body = |name: &NameFound| name.kind != EntityKind::Place && name.kind != EntityKind::Person;
        let Some(and) = first.filter(|name| body(name)).map(|name| name.tokens.end).filter(|&at| self.word(at) == "and") else {
            return false;
        };
        let next = and + 1 + usize::from(self.word(and + 1) == "the");
        self.name_at(next).is_some_and(|name| name.tokens.start == next)
    }

    /// "Ada Ferro, Deputy Mayor Jon Pell, and others": the title is the next person's; "spokesman for Jon Pell" is not.
    fn titles_another(&self, tokens: &Range<usize>) -> bool {
        let names = &self.mentions.names;
        let first = names.partition_point(|name| name.tokens.start < tokens.start);
        if self.is_kin(tokens.start) {
            return false;
        }
        let inside = names[first..].iter().take_while(|name| name.tokens.start < tokens.end);
        let another = |name: &&NameFound| name.kind == EntityKind::Person && !self.is_owners(name.tokens.end) && !name.lost_apostrophe;
        inside.filter(another).any(|name| {
            let at = name.tokens.start;
            at == tokens.start || self.is_post(at) || self.is_post(at - 1) || self.is_capital(at - 1)
        })
    }

    /// The token behind "(NYSE: NRD)"; the same one where no bracket opens there.
    fn behind_bracket(&self, at: usize) -> usize {
        const LONGEST: usize = 10;
        let close = (at..at + LONGEST).find(|&at| self.word(at) == ")").filter(|_| self.word(at) == "(");
        close.map_or(at, |close| close + 1)
    }

    /// "Nordwind is a maker of cranes": what stands behind the verb.
    pub(super) fn copula(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        let opens = place.tokens.start <= range.start + 1;
        let article = matches!(self.word(place.tokens.end + 1), "a" | "an" | "the");
        let verb = matches!(self.word(place.tokens.end), "is" | "was");
        if opens && verb && article { self.noun_phrase(kind, place.tokens.end + 1, range.end) } else { None }
    }

    /// The tokens of a phrase that says what something is, without its article; it ends before a mark or a clause.
    fn noun_phrase(&self, kind: EntityKind, start: usize, limit: usize) -> Option<Range<usize>> {
        // "now the mayor", "himself a sailor"
        let start = start + usize::from(self.is("led", start));
        let article = matches!(self.word(start), "a" | "an" | "the");
        let from = start + usize::from(article);
        let clause = |word: &str| matches!(word, "who" | "which" | "that" | "where" | "when" | "whose" | "said" | "told");
        let stop = |at: &usize| matches!(self.word(*at), "," | "." | ";" | ":" | "(" | ")" | "—" | "–") || clause(self.word(*at));
        let end = (from..limit.min(from + LONGEST + 1)).find(stop)?;
        let tokens = from..self.whole_list(end, limit);
        let tags = self.tags(&(start..tokens.end));
        // "Orlas former manager" of a text that lost its apostrophes is told with a capital.
        let finite = (start..tokens.end).any(|at| tags[at - start] == Tag::Finite && !self.is_capital(at));
        let said = tokens.clone().any(|at| self.is("verbs", at)) || !article && finite;
        let head = tags.iter().skip(from - start).position(|tag| *tag == Tag::Preposition).map_or(tokens.end, |at| from + at);
        let near = from..tokens.end.min(from + NEAR);
        let doer = |at: usize| tags[at - start] == Tag::Word && self.is_doer(at);
        let made = kind == EntityKind::Person && article && !tags.contains(&Tag::Finite) && near.clone().any(doer);
        // "a team effort" is no team, "the country’s ambassador" no country.
        let thing =
            |at: usize| kind == EntityKind::Place || at + 1 == tokens.end || tags[at + 1 - start] != Tag::Word || self.is("makers", at + 1);
        let last = |at: usize| kind == EntityKind::Person || !self.is_owners(at + 1) && thing(at);
        let fits = made || near.clone().any(|at| self.tells_kind(kind, at) && last(at));
        // "Ada Ferro, Belgium’s prime minister,", "Ada Ferro, harbour master of Holm,"
        let owned = self.is_owners(from + 1) && self.is_capital(from);
        let own = head > from && tags[from - start] != Tag::Determiner;
        // "acting at the direction of Ferro"
        let acts = self.is("once", from) && head == from + 1;
        let once = self.is("once", from);
        let post = kind == EntityKind::Person && own && !acts && (self.is_post(head - 1) || self.is_post(from) || once);
        (fits && !said && !tokens.is_empty() && (article || owned || post)).then_some(tokens)
    }

    /// Where "minister of farming, forestry and fishing" ends of which `end` is the first comma.
    fn whole_list(&self, end: usize, limit: usize) -> usize {
        const MOST: usize = 4;
        let mut at = end;
        for _ in 0..MOST {
            let item = at + 2 < limit && self.word(at) == "," && self.is_plain(at + 1);
            if !item {
                return end;
            }
            match self.word(at + 2) {
                "," => at += 2,
                "and" if at + 4 < limit && self.is_plain(at + 3) && matches!(self.word(at + 4), "," | ".") => return at + 4,
                _ => return end,
            }
        }
        end
    }

    /// "instructor", "lover": what an article makes a person, listed or not.
    fn is_doer(&self, at: usize) -> bool {
        (self.word(at).ends_with("er") || self.word(at).ends_with("or")) && !self.is("things", at)
    }

    /// Letters alone, and no part of a person's name.
    fn is_plain(&self, at: usize) -> bool {
        self.word(at).chars().all(char::is_alphabetic) && self.person_at(at).is_none()
    }
}
