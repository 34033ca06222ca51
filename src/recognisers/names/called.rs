//! What the text itself calls a thing: "Orrin is a village in the north", "the shipbuilder Orla Marine", "the village of
//! Orrin". Whoever reads that knows the kind, whatever the name looks like.

use std::ops::Range;

use super::lexicon::{Set, is_first_name, is_in};
use super::rules::Reader;
use crate::contract::EntityKind;

/// Tokens behind the article among which the noun stands.
const NEAR: usize = 8;

/// What the text calls the name at this place.
pub fn kind(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<EntityKind> {
    before(reader, tokens, sentence).or_else(|| behind(reader, tokens, sentence))
}

/// "the shipbuilder Orla Marine", "the village of Orrin".
fn before(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<EntityKind> {
    let at = tokens.start.checked_sub(1).filter(|at| *at >= sentence.start)?;
    if reader.word(at) == "of" && at > sentence.start {
        return noun(reader.word(at - 1)).filter(|kind| *kind == EntityKind::Place);
    }
    // "the team Ada Ferro leads", "the party Ferro left": only what is hardly followed by somebody else's name.
    let named = |kind: &EntityKind| *kind == EntityKind::Company || matches!(reader.word(at), "band" | "newspaper" | "magazine");
    noun(reader.word(at)).filter(named)
}

/// "Orla Marine, a Danish maker of ropes,", "Orrin (also Orren) is a village".
fn behind(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<EntityKind> {
    // "Ada Ferro, the club and the town": a list.
    let person = tokens.len() > 1 && is_first_name(reader.word(tokens.start));
    let link = behind_bracket(reader, tokens.end, sentence.end);
    let said = matches!(reader.word(link), "," | "is" | "was") && matches!(reader.word(link + 1), "a" | "an" | "the");
    if person || !said {
        return None;
    }
    let ends = |at: usize| {
        let word = reader.word(at);
        !word.starts_with(char::is_alphabetic) && word != "-"
            || is_in(Set::Common, word)
            || is_in(Set::Lower, word)
            || is_clause(reader, at)
    };
    let start = link + 2;
    let end = (start..sentence.end.min(start + NEAR)).find(|&at| ends(at))?;
    // Of "a former bank manager" the last word says what it is; "the village’s mayor" is no village.
    let whole = end > start && !matches!(reader.word(end), "’s" | "'s" | "’" | "'");
    let listed = reader.word(link) == "," && !matches!(reader.word(end), "," | "." | "of" | "for" | "in" | "that" | "which" | "from");
    // "the Society of the Merrin, an organisation of ropers": of a longer name only a place is told of by itself.
    let back = |back: usize| tokens.start.checked_sub(back).map_or("", |at| reader.word(at));
    let tail = back(1) == "of" || back(1) == "the" && back(2) == "of";
    noun(reader.word(end - 1)).filter(|kind| whole && !listed && (!tail || *kind == EntityKind::Place))
}

/// The token behind "(also Orren)"; the same one where no bracket opens there.
fn behind_bracket(reader: &Reader<'_>, at: usize, limit: usize) -> usize {
    const LONGEST: usize = 10;
    let close = (at..limit.min(at + LONGEST)).find(|&at| reader.word(at) == ")").filter(|_| reader.word(at) == "(");
    close.map_or(at, |close| close + 1)
}

/// What begins a clause behind the noun; the "owned" of "state-owned" does not.
fn is_clause(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    let compound = reader.word(at - 1) == "-";
    !compound
        && matches!(
            word,
            "who" | "which" | "that" | "where" | "near" | "located" | "situated" | "founded" | "formed" | "owned" | "based" | "led"
        )
}

/// The kind of what a noun names; only small letters call, "Group" is part of a name.
fn noun(word: &str) -> Option<EntityKind> {
    let sets = [(Set::FirmNoun, EntityKind::Company), (Set::BodyNoun, EntityKind::Organisation), (Set::PlaceNoun, EntityKind::Place)];
    let small = word.starts_with(char::is_lowercase);
    sets.into_iter().find(|(set, _)| small && is_in(*set, word)).map(|(_, kind)| kind)
}
