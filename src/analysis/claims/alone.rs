//! What a reader understands who sees nothing else of the article.

use super::lexicon::is_in;
use super::{Draft, tells};
use crate::characters::small;

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
    let told = || !text.ends_with(['?', ':']) && !text.contains('`') && draft.words() > 5 && tells(text);
    // "Two, that the quay was never paid for": an item of what another sentence counts.
    let item = text.split(' ').nth(1) == Some("that") && text.split(' ').next().is_some_and(|word| word.ends_with(','));
    // "If the storms come back in spring."
    let half = is_in("condition", first) && !text.contains(',');
    opens
        && !loud
        && !byline
        && !figure
        && !half
        && !item
        && !text.contains(" .")
        && !text.contains(" : ")
        && !is_in("dangling", &small(first))
        && told()
}
