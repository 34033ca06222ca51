//! The kind of a name, by its own words and by what stands beside it.

use std::ops::Range;

use super::lexicon::{Set, is_first_name, is_in, is_place, known};
use super::rules::Reader;
use crate::characters::fold;
use crate::contract::EntityKind;

const GUESS: u32 = 1;
const LIKELY: u32 = 2;
/// Evidence that needs no other.
pub const SURE: u32 = 3;
/// The text says what it is: "Orrin is a village".
pub const TOLD: u32 = 4;

/// The kind, and how strongly this place speaks for it.
pub fn kind_at(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> (EntityKind, u32) {
    by_words(reader, tokens).or_else(|| by_neighbours(reader, tokens, sentence)).unwrap_or_else(|| by_shape(reader, tokens))
}

fn by_words(reader: &Reader<'_>, tokens: &Range<usize>) -> Option<(EntityKind, u32)> {
    let last = reader.word(tokens.end - 1);
    let any = |set: Set| tokens.clone().any(|at| is_in(set, reader.word(at)));
    if is_panel(reader, tokens) {
        return Some((EntityKind::Organisation, SURE));
    }
    if crate::document::is_company_suffix(last) && tokens.len() > 1 {
        return Some((EntityKind::Company, SURE));
    }
    if let Some(kind) = known(reader.phrase(tokens.clone())) {
        let named_after = tokens.len() == 1 && matches!(kind, EntityKind::Person | EntityKind::Place | EntityKind::Other);
        return Some((kind, if named_after { LIKELY } else { SURE }));
    }
    // "Boeing Commercial Airplanes", "Apple Computer": a known firm and more.
    if tokens.len() > 1 && known(reader.word(tokens.start)) == Some(EntityKind::Company) && !is_first_name(reader.word(tokens.start)) {
        return Some((EntityKind::Company, LIKELY));
    }
    if is_place(reader.phrase(tokens.clone())) {
        return Some((EntityKind::Place, if tokens.len() > 1 { SURE } else { LIKELY }));
    }
    let paper = is_in(Set::Paper, last) && !is_first_name(reader.word(tokens.start));
    if tokens.len() > 1 && (paper || is_in(Set::ForeignBody, reader.word(tokens.start))) {
        return Some((EntityKind::Organisation, SURE));
    }
    if tokens.len() > 1 && (any(Set::Body) && !is_first_name(reader.word(tokens.start)) || is_in(Set::Body, last)) {
        return Some((EntityKind::Organisation, SURE));
    }
    if tokens.len() > 2 && is_in(Set::TakesOf, reader.word(tokens.start)) {
        let place = matches!(reader.word(tokens.start), "District" | "Republic" | "Kingdom" | "Gulf" | "Isle" | "State");
        return Some((if place { EntityKind::Place } else { EntityKind::Organisation }, SURE));
    }
    if tokens.len() > 1 && is_in(Set::Firm, last) {
        return Some((EntityKind::Company, LIKELY));
    }
    if tokens.len() > 1 && is_in(Set::Site, last) {
        return Some((EntityKind::Place, SURE));
    }
    None
}

/// "Contact Group on Tides", "Harbour Working Group": a group that works together and sells nothing.
pub fn is_panel(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let group = tokens.clone().skip(1).find(|&at| reader.word(at) == "Group");
    group.is_some_and(|at| is_in(Set::Panel, reader.word(at - 1)) || reader.word(at + 1) == "on" && at + 1 < tokens.end)
}

fn by_neighbours(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<(EntityKind, u32)> {
    let before = if tokens.start > sentence.start { reader.word(tokens.start - 1) } else { "" };
    let after = |ahead: usize| if tokens.end + ahead < sentence.end { reader.word(tokens.end + ahead) } else { "" };
    let title = before.starts_with(char::is_uppercase) && is_in(Set::Title, before)
        || matches!(before, "spokesman" | "spokeswoman" | "analyst" | "lawyer" | "minister" | "president");
    if title && tokens.len() <= 4 {
        return Some((EntityKind::Person, SURE));
    }
    if (2..=4).contains(&tokens.len()) && is_first_name(reader.word(tokens.start)) {
        return Some((EntityKind::Person, LIKELY));
    }
    // "Thomas Sam, 42," and "X, the director of"
    let age = after(0) == "," && after(1).len() == 2 && after(1).bytes().all(|b| b.is_ascii_digit()) && after(2) == ",";
    let said = ["said", "says", "told", "added", "wrote", "asked", "noted", "argued", "explained"];
    let speaks = said.contains(&after(0)) || said.contains(&before) || after(0) == "who" || after(0) == "," && after(1) == "who";
    if age || speaks && (2..=3).contains(&tokens.len()) {
        return Some((EntityKind::Person, LIKELY));
    }
    let initials = is_initials(reader.word(tokens.start));
    if matches!(before, "in" | "at" | "near" | "from" | "outside") && tokens.len() <= 2 && !initials {
        return Some((EntityKind::Place, GUESS));
    }
    let possessed = matches!(after(0), "’s" | "'s")
        && matches!(&*fold(after(1)), "shares" | "ceo" | "chief" | "revenue" | "profit" | "stock" | "products" | "customers");
    if possessed || matches!(before, "shares") || fold(after(0)) == "shares" {
        return Some((EntityKind::Company, LIKELY));
    }
    None
}

fn by_shape(reader: &Reader<'_>, tokens: &Range<usize>) -> (EntityKind, u32) {
    let word = reader.word(tokens.start);
    if tokens.len() == 1 && is_initials(word) {
        return (EntityKind::Organisation, GUESS);
    }
    // "J. R. Halvorsen"
    let initial = word.ends_with('.') && word.chars().count() == 2 && reader.word(tokens.end - 1).chars().any(char::is_lowercase);
    if initial && (2..=4).contains(&tokens.len()) {
        return (EntityKind::Person, LIKELY);
    }
    (EntityKind::Other, GUESS)
}

fn is_initials(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && word.chars().all(|c| !c.is_lowercase())
}
