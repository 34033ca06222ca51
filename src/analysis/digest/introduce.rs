//! Who somebody is at the first mention: "Brandt" of a later paragraph is "Otto Brandt" where a point names him first.

use super::form::{Form, POINT_CHARACTERS};
use super::points::TOGETHER;
use super::{Chosen, Story};
use crate::analysis::claims::{self, Draft};
use crate::characters::on_one_line;
use crate::contract::EntityKind;
use crate::document::TokenKind;
use crate::recognisers::NameFound;

/// The points with each person's whole name where a reader meets it first, as far as there is room.
pub fn introduce(story: &Story<'_>, mut points: Vec<Chosen>) -> Vec<Chosen> {
    for at in 0..points.len() {
        let Some(draft) = introduced(story, &points[..at], &points[at].draft) else { continue };
        if fits_among(story, &points, at, &draft) && claims::check(story.document, story.mentions, &draft).is_empty() {
            points[at].draft = draft;
        }
    }
    points
}

/// Whether the draft can stand in the place of that point, beside the others.
pub fn fits_among(story: &Story<'_>, points: &[Chosen], at: usize, draft: &Draft) -> bool {
    let others: usize = points.iter().map(|point| point.draft.words()).sum::<usize>() - points[at].draft.words();
    draft.words() + others <= TOGETHER && draft.text.chars().count() <= POINT_CHARACTERS && story.is_point(draft, Form::Full)
}

/// The same for the sentences of the summary, which stand below the points and may be longer; the points' own stay as they are.
pub fn introduce_told(story: &Story<'_>, points: &[Chosen], mut told: Vec<Chosen>) -> Vec<Chosen> {
    for at in 0..told.len() {
        let (before, rest) = told.split_at_mut(at);
        let Some(own) = rest.first_mut().filter(|own| !is_point(points, own)) else { continue };
        let whole = introduced(story, before, &own.draft).filter(|draft| claims::check(story.document, story.mentions, draft).is_empty());
        own.draft = whole.unwrap_or_else(|| own.draft.clone());
    }
    told
}

/// Whether the sentence is one of the key points.
pub fn is_point(points: &[Chosen], told: &Chosen) -> bool {
    points.iter().any(|point| point.sentence == told.sentence)
}

/// The draft with the whole name of the first person whom it calls by the surname alone and no point before it names.
fn introduced(story: &Story<'_>, before: &[Chosen], draft: &Draft) -> Option<Draft> {
    let document = story.document;
    let tokens = document.tokens_in(draft.sources.first()?.1);
    let names = &story.mentions.names;
    let first = names.partition_point(|name| name.tokens.start < tokens.start);
    let inside = names[first..].iter().take_while(|name| name.tokens.end <= tokens.end);
    inside.filter(|name| name.kind == EntityKind::Person).find_map(|name| {
        let surname = last_word(story, name).filter(|_| words(story, name) == 1)?;
        let whole = whole_name(story, surname)?;
        let (block, span) = (document.sentences()[whole.sentence].block, document.span_of(&whole.tokens));
        let full = on_one_line(&document.reading(span)).into_owned();
        let full = full.trim_end_matches("’s").trim_end_matches("'s");
        let known = before.iter().any(|point| point.draft.text.contains(surname)) || draft.text.contains(full);
        let text = with_name(&draft.text, surname, full).filter(|_| !known)?;
        Some(Draft { text, sources: [draft.sources.as_slice(), &[(block, span)]].concat(), ..draft.clone() })
    })
}

/// The first longer name that ends in the surname; none where two people share it.
pub fn whole_name<'a>(story: &'a Story<'_>, surname: &str) -> Option<&'a NameFound> {
    let document = story.document;
    let numbered = |name: &&NameFound| document.blocks()[document.sentences()[name.sentence].block].number.is_some();
    let longer = |name: &&NameFound| {
        name.kind == EntityKind::Person && words(story, name) > 1 && last_word(story, name) == Some(surname) && numbered(name)
    };
    let first_word = |name: &NameFound| document.slice(document.tokens()[name.tokens.start].span);
    let mut all = story.mentions.names.iter().filter(longer);
    // Two who share a name are no first name of the second.
    let first = all.next().filter(|first| !document.slice(document.span_of(&first.tokens)).contains('&'))?;
    all.all(|other| first_word(other) == first_word(first)).then_some(first)
}

/// The text with the name in place of the surname where that stands alone: "Mayor Brandt" has been introduced.
fn with_name(text: &str, surname: &str, full: &str) -> Option<String> {
    let (at, _) = text.match_indices(surname).find(|(at, _)| {
        let behind = &text[at + surname.len()..];
        let alone = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-')
            && !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        alone && !text[..*at].trim_end().rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase) && !word.ends_with(','))
    })?;
    Some(format!("{}{full}{}", &text[..at], &text[at + surname.len()..]))
}

fn words(story: &Story<'_>, name: &NameFound) -> usize {
    story.document.tokens()[name.tokens.clone()].iter().filter(|token| token.kind != TokenKind::Possessive).count()
}

pub fn last_word<'a>(story: &'a Story<'_>, name: &NameFound) -> Option<&'a str> {
    let token = story.document.tokens()[name.tokens.clone()].iter().rev().find(|token| token.kind != TokenKind::Possessive)?;
    Some(story.document.slice(token.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_alone_becomes_the_name() {
        let named = |text| with_name(text, "Brandt", "Otto Brandt");
        assert_eq!(named("In May, Brandt said so.").as_deref(), Some("In May, Otto Brandt said so."));
        assert_eq!(named("Brandt’s yard is old.").as_deref(), Some("Otto Brandt’s yard is old."));
        assert_eq!(named("Mayor Brandt said so."), None);
        assert_eq!(named("The Brandt-Lim yard is old."), None);
    }
}
