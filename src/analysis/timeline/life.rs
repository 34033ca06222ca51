//! The days of a life in the first bracket of a biography: "Ada Lim (31 October 1950 – 31 March 2016)", "(born June 11, 1988)".

use std::ops::Range;

use super::range;
use crate::analysis::claims::Draft;
use crate::calendar::Period;
use crate::document::Document;
use crate::document::tags::{Tag, tags};
use crate::recognisers::DateFound;

/// Tokens of the longest name.
const NAME: usize = 10;
/// Tokens of the longest bracket.
const BRACKET: usize = 40;
/// Dates among which the day of a birth is looked for once more.
const LOOKED_AT: usize = 2000;

/// What a date is to a life.
pub enum Life {
    /// "Ada Lim was born.", "Ada Lim died."
    Told(Draft),
    /// The day of birth is told elsewhere, too.
    Elsewhere,
}

/// Whether the date is the first of the two days of a life or stands behind "born", or is the second or stands behind "died".
#[must_use]
pub fn told(document: &Document, dates: &[DateFound], at: usize) -> Option<Life> {
    let found = &dates[at];
    let sentence = &document.sentences()[found.sentence];
    if let Some(born) = born(document, dates, at) {
        return Some(born);
    }
    let words = document.slices(&(sentence.tokens.start..found.tokens.end.min(sentence.tokens.start + BRACKET)));
    let open = words.iter().take(NAME).position(|word| *word == "(")?;
    let front = document.slices(&(sentence.tokens.start..sentence.tokens.start + open));
    let named =
        open > 0 && tags(&front).iter().zip(&front).all(|(tag, word)| *tag == Tag::Name || matches!(*word, "." | "-" | "“" | "”" | "\""));
    let date = found.tokens.start - sentence.tokens.start;
    if !named || date <= open || date >= words.len() || words[open..].contains(&")") || found.period.is_none() {
        return None;
    }
    let verb = verb(document, dates, at, &words[open + 1..date])?;
    let again = || dates.iter().take(LOOKED_AT).filter(|date| date.period == found.period).count() > 1;
    if verb == "was born" && again() {
        return Some(Life::Elsewhere);
    }
    let name = document.reading(document.span_of(&(sentence.tokens.start..sentence.tokens.start + open)));
    let span = document.span_of(&sentence.tokens);
    let text = format!("{} {verb}.", name.trim_end());
    Some(Life::Told(Draft { text, sources: vec![(sentence.block, span)], dates: vec![at], open_dates: Vec::new() }))
}

/// "Ada Lim, born in Orrin on June 11, 1988, has built": the day between the commas is that of the birth.
fn born(document: &Document, dates: &[DateFound], at: usize) -> Option<Life> {
    let found = &dates[at];
    let sentence = &document.sentences()[found.sentence];
    let words = document.slices(&(sentence.tokens.start..found.tokens.end.min(sentence.tokens.start + BRACKET)));
    let comma = words.iter().take(NAME).position(|word| *word == ",")?;
    let front = &words[..comma];
    let named = comma > 0 && words.get(comma + 1) == Some(&"born") && tags(front).iter().all(|tag| *tag == Tag::Name);
    let between = found.tokens.start.checked_sub(sentence.tokens.start + comma + 2)?;
    if !named || between > NAME || !matches!(found.period, Some(Period::Day(_) | Period::Month(..) | Period::Year(_))) {
        return None;
    }
    let plain = |word: &&str| !matches!(*word, "to" | "and" | "," | ";" | "raised");
    if !words[comma + 2..comma + 2 + between].iter().all(plain) {
        return None;
    }
    let name = document.reading(document.span_of(&(sentence.tokens.start..sentence.tokens.start + comma)));
    let place = place(document, sentence.tokens.start + comma + 2..found.tokens.start);
    let text = format!("{} was born{place}.", name.trim_end());
    let span = document.span_of(&sentence.tokens);
    Some(Life::Told(Draft { text, sources: vec![(sentence.block, span)], dates: vec![at], open_dates: Vec::new() }))
}

/// " in Orrin", where it stands between "born" and the day.
fn place(document: &Document, between: Range<usize>) -> String {
    let words = document.slices(&between);
    let end = words.len() - usize::from(words.last().is_some_and(|word| matches!(*word, "in" | "on")));
    let named = end > 1 && matches!(words[0], "in" | "at" | "near") && words[1].starts_with(char::is_uppercase);
    if named { format!(" {}", document.reading(document.span_of(&(between.start..between.start + end)))) } else { String::new() }
}

/// What happened on the day, by what stands before it in the bracket.
fn verb(document: &Document, dates: &[DateFound], at: usize, inside: &[&str]) -> Option<&'static str> {
    let days = |at: usize| matches!(dates[at].period, Some(Period::Day(_)));
    let ranges = |at: usize| days(at) && range::end(document, dates, at).is_some_and(|(last, _)| matches!(last, Period::Day(_)));
    let closes = at > 0 && dates[at - 1].sentence == dates[at].sentence && ranges(at - 1);
    // "(1 May 1950 - 3 June 1950 in office)" is no life, and neither is a bracket that tells more.
    let alone = |last: usize| {
        dates.get(last).is_some_and(|last| document.tokens().get(last.tokens.end).is_some_and(|t| document.slice(t.span) == ")"))
    };
    let last = inside.iter().rev().take(3).find(|word| matches!(**word, "born" | "b." | "b" | "died" | "d."));
    match last {
        Some(&"born" | &"b." | &"b") => Some("was born"),
        Some(_) => Some("died"),
        None if ranges(at) && alone(at + 1) => Some("was born"),
        None if closes && alone(at) => Some("died"),
        None => None,
    }
}
