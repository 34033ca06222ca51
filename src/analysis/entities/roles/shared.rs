//! What two names have in common: "the two senators -- Ada Ferro and Jon Pell -- voted", "its founders, Ada Ferro and Jon
//! Pell, said".

use std::ops::Range;

use super::Roles;
use crate::characters::on_one_line;
use crate::contract::EntityKind;
use crate::document::NamePlace;
use crate::document::tags::Tag;

/// Words before the post that may belong to it.
const MOST: usize = 3;

impl Roles<'_> {
    /// The post, of one of them, that stands before the mark before two whole names.
    pub(super) fn shared(&self, kind: EntityKind, place: &NamePlace) -> Option<String> {
        let range = &self.document.sentences()[place.sentence].tokens;
        let pair = self.pair(place).filter(|pair| kind == EntityKind::Person && pair.start >= range.start + 2)?;
        let mark = self.word(pair.start - 1);
        let framed = matches!(mark, "," | "--" | "—" | "–") && self.word(pair.end) == mark;
        let head = pair.start - 2;
        let post = self.word(head).strip_suffix('s').filter(|post| framed && self.names_post(post))?;
        let from = range.start.max(head.saturating_sub(MOST));
        let tags = self.tags(&(from..head + 1));
        let plain = |at: &usize| tags[at - from] == Tag::Word && !matches!(self.word(*at), "two" | "other" | "only");
        let first = (from..head).rev().take_while(plain).last().unwrap_or(head);
        // "long-time sailors": half a word tells nothing.
        if first == head || self.word(first - 1) == "-" {
            return Some(post.to_owned());
        }
        let before = self.document.reading(self.document.span_of(&(first..head)));
        Some(format!("{} {post}", on_one_line(&before)))
    }

    /// "Ada Ferro and Jon Pell", of which the place is one.
    fn pair(&self, place: &NamePlace) -> Option<Range<usize>> {
        let tokens = &place.tokens;
        let whole = |at: usize| self.person_at(at).map(|person| person.tokens.clone()).filter(|tokens| tokens.len() > 1);
        if tokens.len() > 1 && self.word(tokens.end) == "and" {
            return whole(tokens.end + 1).filter(|other| other.start == tokens.end + 1).map(|other| tokens.start..other.end);
        }
        let and = tokens.start.checked_sub(1).filter(|&at| at > 0 && tokens.len() > 1 && self.word(at) == "and")?;
        whole(and - 1).filter(|other| other.end == and).map(|other| other.start..tokens.end)
    }
}
