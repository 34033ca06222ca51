//! What a reader understands who sees nothing else of the article.

use super::Draft;
use super::lexicon::is_in;
use super::shorten::tells;
use crate::characters::{small, split_words};
use crate::document::tags::{Tag, has_main_verb, is_subjectless, tags};

/// Words among which a label ends.
const LABEL: usize = 5;

/// Whether a reader who sees nothing else understands the sentence.
#[must_use]
pub fn stands_alone(draft: &Draft) -> bool {
    let text = draft.text.as_str();
    let first = text.split([' ', '’', '\'', ',']).next().unwrap_or_default();
    let small_quote =
        text.strip_prefix(['"', '“', '‘', '\'']).is_some_and(|rest| rest.starts_with(|c: char| !c.is_uppercase() && !c.is_numeric()));
    let opens = !small_quote && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '$' | '£' | '€' | '“' | '"'));
    // "By 1968, …" and "COVID-19 …" look like a byline and a dateline to whoever skims.
    let loud = text
        .find(['-', '–', '—'])
        .is_some_and(|at| at >= 4 && text[..at].chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | ',')));
    let byline = matches!(first, "By" | "Photo" | "Photos" | "Photograph" | "Photographs" | "Image" | "Images" | "Click" | "Read");
    // "Figure 1.6 The map shows": the line under it.
    let figure = matches!(first, "Figure" | "Fig." | "Table")
        && text.split(' ').nth(1).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    // A question tells nothing, a command line is no sentence, and five words are a heading or an aside.
    let told =
        |words: &[&str]| !text.ends_with(['?', ':']) && !text.contains('`') && words.len() > 5 && tells(text, words) && !is_fragment(words);
    // "Two, that the quay was never paid for": an item of what another sentence counts.
    let item = text.split(' ').nth(1) == Some("that") && text.split(' ').next().is_some_and(|word| word.ends_with(','));
    // "If the storms come back in spring."
    let half = is_in("condition", first) && !text.contains(',');
    // "((fr))French language:": a mark of the page's. "Three yards, including: Yard 1: …": a list. "ada@orrin.example": whom to write to.
    let marked = || text.contains("((") || text.contains(':') && text.contains("including: ") || has_address(text);
    opens
        && !loud
        && !byline
        && !figure
        && !half
        && !item
        && !text.contains(" .")
        && !text.contains(" : ")
        && !is_in("dangling", &small(first))
        && !marked()
        && told(&split_words(text))
}

/// Whether an address stands in the text to which somebody can write.
fn has_address(text: &str) -> bool {
    text.contains('@') && text.split(' ').any(|word| word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.')))
}

/// "Sets rules for the quay.", "To mend the quay before the storms.", "The type of boat: in some harbours": an item of a list
/// that opens in another sentence, a heading with what stands below it.
fn is_fragment(words: &[&str]) -> bool {
    is_subjectless(words) || is_bare_infinitive(words) || is_labelled(words)
}

/// "To mend the quay before the storms.", "To mend the quay — we know the quay": the infinitive hangs on nothing.
fn is_bare_infinitive(words: &[&str]) -> bool {
    if words.first() != Some(&"To") {
        return false;
    }
    let tags = tags(words);
    let dash = words.iter().position(|word| matches!(*word, "—" | "–" | "--" | "-"));
    let cut = dash.is_some_and(|dash| !has_main_verb(&tags[..dash]));
    let verb = matches!(tags.get(1), Some(Tag::Base | Tag::Word)) && !words[1].ends_with(',');
    // "more than two missed boats": a form in -ed is no verb for sure where no comma ends the infinitive.
    let sure = (1..words.len()).any(|at| words[at - 1].ends_with(',') || tags[at] == Tag::Finite && !words[at].ends_with("ed"));
    verb && (cut || !has_main_verb(&tags) || !sure)
}

/// "Some context: the boats are old": what stands before the colon is a heading, no name of a speaker and no title.
fn is_labelled(words: &[&str]) -> bool {
    let Some(colon) = words.iter().take(LABEL).position(|word| word.ends_with(':')) else { return false };
    let small = words[..=colon].iter().any(|word| word.len() > 4 && word.starts_with(char::is_lowercase));
    let plain = !words[..=colon].iter().any(|word| word.contains(['“', '"', ',']));
    small && plain && !has_main_verb(&tags(&words[..=colon]))
}
