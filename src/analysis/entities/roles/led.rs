//! What leads to a name behind a comma: "The harbour's master, Mary Ferro, said", "Holm's largest bank, Orla Marine, lost".

use std::ops::Range;

use super::Roles;
use crate::contract::EntityKind;
use crate::document::NamePlace;
use crate::document::tags::Tag;

/// Tokens of the longest phrase before a comma that is taken for a role.
const LONGEST: usize = 16;
/// Words among which the one stands that says what somebody is.
const NEAR: usize = 6;

impl Roles<'_> {
    /// The phrase before the comma before a whole name, from its article or its owner on.
    pub(super) fn led(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        let comma = place.tokens.start.checked_sub(1).filter(|&at| at > range.start && self.word(at) == ",")?;
        let whole = place.tokens.len() > 1 || kind != EntityKind::Person;
        if !whole || matches!(kind, EntityKind::Place | EntityKind::Other) || self.is_next_listed(place) {
            return None;
        }
        let mark = |at: &usize| matches!(self.word(*at), "," | ";" | ":" | "." | "(" | ")" | "—" | "–" | "“" | "”" | "\"");
        let clause = (range.start..comma).rev().take(LONGEST).take_while(|at| !mark(at)).last()?;
        let tags = self.tags(&(range.start.max(clause.saturating_sub(4))..comma));
        let tag = |at: usize| tags[tags.len() - (comma - at)];
        // No verb stands between what somebody is and the name.
        let verb =
            |at: &usize| matches!(tag(*at), Tag::Finite | Tag::Base | Tag::Participle | Tag::Pronoun | Tag::Relative | Tag::Conjunction);
        let from = (clause..comma).rev().take_while(|at| !verb(at)).last()?;
        let head = |start: usize| (start..comma).find(|&at| tag(at) == Tag::Preposition).unwrap_or(comma);
        // "the newspaper Daily Mail, Orla Marine" names two.
        let noun = |at: usize| self.tells_kind(kind, at) && (kind == EntityKind::Person || !self.is_capital(at));
        let says = |start: usize| (start + 1..=start + NEAR).contains(&head(start)) && noun(head(start) - 1);
        let opened = (from..comma).find_map(|at| Some((at, self.opens_phrase(at).filter(|&start| says(start))?)));
        // "said chief engineer at Orla Marine, Ada Ferro."
        let bare = || {
            (from > range.start && matches!(self.word(from - 1), "said" | "says") && says(from) && kind == EntityKind::Person)
                .then_some((from, from))
        };
        let (opening, start) = opened.or_else(bare)?;
        // "Office of the Mayor, Ada Ferro": the title is inside of a name. "Orla Marine's mayor": so is the owner.
        let start = match self.name_at(opening).filter(|name| name.tokens.start < opening) {
            Some(name) if name.tokens.contains(&start) && opening == start => name.tokens.start,
            Some(name) if name.tokens.contains(&start) => return None,
            _ => start,
        };
        // One comma more closes the apposition, or the sentence ends; "After he met the mayor, Ada Ferro said" tells nothing.
        let end = place.tokens.end;
        let goes_on = opening == range.start && matches!(self.word(end), "said" | "told" | "has" | "had" | "was" | "is");
        (goes_on || matches!(self.word(end), "," | ".")).then_some(start..comma)
    }

    /// Where the phrase begins that an article or an owner opens at `at`: behind "the" and behind "the group's", and with
    /// "Holm" of "Holm's".
    fn opens_phrase(&self, at: usize) -> Option<usize> {
        let article = matches!(self.word(at).to_lowercase().as_str(), "the" | "a" | "an");
        let owner = usize::from(article) + at;
        let common = self.is_owners(owner + 1) && !self.is_capital(owner);
        let owned = self.is_owners(at + 1) && self.is_capital(at);
        match (article, owned) {
            (true, _) if common => Some(owner + 2),
            (true, _) => Some(at + 1),
            (_, true) => Some(at),
            _ => None,
        }
    }

    /// "the mayor, Ada Ferro, Jon Pell and others" is a list, as what the comma behind the name tells.
    pub(super) fn is_next_listed(&self, place: &NamePlace) -> bool {
        let end = place.tokens.end;
        self.word(end) == "," && (self.person_at(end + 1).is_some() || matches!(self.word(end + 1), "and" | "or"))
    }
}
