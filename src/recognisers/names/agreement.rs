//! What the tagger missed where it stands and something else vouches for: what a document names once in full it names by
//! a part later ("Nordwind Corp." and "Nordwind", "Ada Ferro" and "Ferro"), and some names everybody knows.

use std::collections::HashMap;
use std::ops::Range;

use super::NameFound;
use super::borders::{known_from, with_its_s};
use super::doubts::{is_of_dateline, is_portfolio};
use super::lexicon;
use super::lists::Lists;
use super::rules::Reader;
use crate::contract::EntityKind;
use crate::document::is_company_suffix;
use crate::recognisers::DateFound;

/// Words of the longest part that is looked for.
const LONGEST: usize = 3;

/// Adds the places where a part of a full name or a name of the table stands by itself, in text order.
#[must_use]
pub fn with_missed(reader: &Reader<'_>, dates: &[DateFound], lists: &Lists, names: Vec<NameFound>) -> Vec<NameFound> {
    let parts = parts(reader, &names);
    let mut all = Vec::with_capacity(names.len());
    let mut names = names.into_iter().peekable();
    for (index, sentence) in reader.document().sentences().iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if let Some(name) = names.next_if(|name| name.tokens.start <= at) {
                at = name.tokens.end.max(at);
                all.push(name);
                continue;
            }
            // Whatever is looked for begins with a capital.
            if !reader.is_capital(at) {
                at += 1;
                continue;
            }
            let limit = names.peek().map_or(sentence.tokens.end, |name| name.tokens.start.min(sentence.tokens.end));
            let found =
                spelled_at(reader, at..limit).or_else(|| part_at(reader, &parts, at..limit)).or_else(|| known_at(reader, lists, at..limit));
            let found = found.filter(|_| reader.names_anew(index) && !reader.is_dated(at, dates));
            let Some((tokens, kind)) = found else {
                at += 1;
                continue;
            };
            at = tokens.end;
            let defines = reader.definition(&tokens, &sentence.tokens);
            all.push(NameFound { sentence: index, tokens, kind, evidence: 1, defines, lost_apostrophe: false });
        }
    }
    all.extend(names);
    // They stay as long as the document does.
    all.shrink_to_fit();
    all
}

/// "Movimento 7 Vele (M7V)" at the front of a run of tokens: what a text gives an acronym is a name.
fn spelled_at(reader: &Reader<'_>, run: Range<usize>) -> Option<(Range<usize>, EntityKind)> {
    const MOST: usize = 8;
    let joins = |at: usize| matches!(reader.word(at), "of" | "for" | "the" | "and" | "&");
    let initial = |at: usize| reader.word(at).chars().next();
    let part = |at: &usize| reader.is_capital(*at) || joins(*at) || initial(*at).is_some_and(|c| c.is_ascii_digit());
    let end = (run.start..run.end.min(run.start + MOST)).find(|at| !part(at)).filter(|&end| end > run.start + 1)?;
    let short = reader.word(end + 1);
    let bracketed = reader.word(end) == "(" && reader.word(end + 2) == ")" && end + 2 < run.end;
    let spelled = (run.start..end).filter(|&at| !joins(at)).filter_map(initial).eq(short.chars());
    let kind = if lexicon::is_in(lexicon::Set::Thing, reader.word(end - 1)) { EntityKind::Other } else { EntityKind::Organisation };
    (bracketed && spelled).then_some((run.start..end, kind))
}

/// The part that stands at the front of a run of tokens, the longest first.
fn part_at(reader: &Reader<'_>, parts: &HashMap<&str, Option<EntityKind>>, run: Range<usize>) -> Option<(Range<usize>, EntityKind)> {
    let ends = (run.start + 1..=run.end.min(run.start + LONGEST)).rev();
    let (tokens, kind) = ends.map(|end| run.start..end).find_map(|tokens| {
        let kind = parts.get(reader.phrase(tokens.clone())).copied().flatten()?;
        Some((tokens, kind))
    })?;
    // A capital behind it makes another name of it; a word that is also written small says nothing.
    let goes_on = tokens.end < run.end && reader.is_capital(tokens.end);
    (!goes_on && reader.casing(tokens.start).small == 0).then_some((tokens, kind))
}

/// The company, body or place of the table that stands at the front of a run of tokens. One word must be no word else.
fn known_at(reader: &Reader<'_>, lists: &Lists, run: Range<usize>) -> Option<(Range<usize>, EntityKind)> {
    let (end, kind) = known_from(reader, run.start, run.end)?;
    let end = with_its_s(reader, &(run.start..end)).filter(|whole| whole.end <= run.end).map_or(end, |whole| whole.end);
    let word = reader.word(run.start);
    let several = end - run.start > 1;
    let no_word = || !lists.is_frequent(&word.to_lowercase()) && word.chars().skip(1).any(char::is_lowercase);
    let beside = |at: usize| reader.is_capital(at) && !several;
    let inside = run.start > 0 && beside(run.start - 1) || beside(end);
    let wanted = match kind {
        EntityKind::Company | EntityKind::Organisation => several || no_word(),
        // "the 2015 United Kingdom general election" is an event.
        EntityKind::Place => several && !(run.start > 0 && reader.word(run.start - 1).ends_with(|c: char| c.is_ascii_digit())),
        EntityKind::Person | EntityKind::Other => false,
    };
    let doubted = is_of_dateline(reader, &(run.start..end)) || is_portfolio(reader, &(run.start..end));
    (wanted && !inside && !doubted).then_some((run.start..end, kind))
}

/// Surnames and firms without their suffix; nothing for what two full names share.
fn parts<'a>(reader: &Reader<'a>, names: &[NameFound]) -> HashMap<&'a str, Option<EntityKind>> {
    let mut parts: HashMap<&str, Option<EntityKind>> = HashMap::new();
    for name in names.iter().filter(|name| name.tokens.len() > 1) {
        let part = match name.kind {
            EntityKind::Person => name.tokens.end - 1..name.tokens.end,
            EntityKind::Company => name.tokens.start..without_suffixes(reader, &name.tokens),
            _ => continue,
        };
        let phrase = reader.phrase(part.clone());
        let telling = !part.is_empty() && part.len() <= LONGEST && part != name.tokens && phrase.chars().count() >= 3;
        if telling && !lexicon::is_place(phrase) {
            let kind = parts.entry(phrase).or_insert(Some(name.kind));
            *kind = kind.filter(|kind| *kind == name.kind);
        }
    }
    parts
}

fn without_suffixes(reader: &Reader<'_>, tokens: &Range<usize>) -> usize {
    let suffixes = tokens.clone().rev().take_while(|&at| is_company_suffix(reader.word(at)) || reader.word(at) == ",").count();
    tokens.end - suffixes.min(tokens.len())
}
