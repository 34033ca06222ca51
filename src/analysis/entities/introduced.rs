//! How the text introduces a person: by which title, and whether as somebody's kin. Of two people of one surname the title
//! tells which is meant.

use crate::characters::fold;
use crate::document::Document;
use crate::lists::is_country_adjective;
use crate::recognisers::{NameFound, is_title};

/// Words behind a comma among which a title or a kinship stands.
const NEAR: usize = 6;

/// The titles right before a place of a name and in the apposition behind it, folded: "president", "minister".
pub fn titles(document: &Document, name: &NameFound) -> Vec<String> {
    let range = &document.sentences()[name.sentence].tokens;
    let before = (range.start..name.tokens.start).rev().map(|at| word(document, at)).take_while(|word| is_title(word));
    // "Ada Ferro, the president’s wife" is no president.
    let own = |word: &&str| !matches!(*word, "of" | "for") && !is_kin(document, name);
    let behind = apposition(document, name).take_while(own).filter(|word| is_title(word));
    before.chain(behind).map(|title| fold(title).into_owned()).filter(|title| !is_courtesy(title)).collect()
}

/// "Ada Ferro, the wife of the mayor", "his brother, Jon Ferro", "the mayor’s wife Ada Ferro".
pub fn is_kin(document: &Document, name: &NameFound) -> bool {
    let range = &document.sentences()[name.sentence].tokens;
    let before = |back: usize| name.tokens.start.checked_sub(back).filter(|at| range.contains(at)).map_or("", |at| word(document, at));
    let led = is_kinship(if before(1) == "," { before(2) } else { before(1) });
    led || apposition(document, name).any(is_kinship)
}

/// The first words behind the comma behind a name.
fn apposition<'a>(document: &'a Document, name: &NameFound) -> impl Iterator<Item = &'a str> {
    let end = document.sentences()[name.sentence].tokens.end;
    let comma = name.tokens.end < end && word(document, name.tokens.end) == ",";
    let from = if comma { name.tokens.end + 1 } else { end };
    let words = (from..end.min(from + NEAR)).map(move |at| word(document, at));
    let mut words = words.take_while(|word| !matches!(*word, "," | "." | ";" | "and" | "said" | "who")).peekable();
    // "Ferro, Mayor Hale and others": what opens with neither an article nor an owner is another name.
    let opens = words.peek().is_some_and(|first| {
        matches!(*first, "a" | "an" | "the" | "his" | "her" | "their") || is_country_adjective(&fold(first)) || is_kinship(first)
    });
    words.filter(move |_| opens)
}

fn word(document: &Document, at: usize) -> &str {
    document.tokens().get(at).map_or("", |token| document.slice(token.span))
}

fn is_courtesy(title: &str) -> bool {
    matches!(title.trim_end_matches('.'), "mr" | "mrs" | "ms" | "mx" | "dr" | "sir" | "deputy" | "acting" | "assistant" | "vice" | "chief")
}

fn is_kinship(word: &str) -> bool {
    matches!(
        word,
        "wife" | "husband" | "widow" | "brother" | "sister" | "son" | "daughter" | "father" | "mother" | "nephew" | "niece" | "cousin"
    )
}
