//! Whether the sources of a claim bear it out, asked by another hand than the core's own checker: with lists and code of
//! its own, so that a fault of the checker does not hide itself.

use digest_hub::contract::Claim;

use super::{letters, narrow};

/// Without one of these a claim says the contrary of its source, or more than it.
const WEIGHTY: [&str; 13] = [
    "not",
    "never",
    "cannot",
    "neither",
    "unless",
    "hardly",
    "barely",
    "allegedly",
    "reportedly",
    "purportedly",
    "suspected",
    "accused",
    "denied",
];
/// What stands before a verb that tells what is not so, not yet, or not for certain. A "not" that is written in full is
/// weighty besides.
const OPEN: [&str; 19] = [
    "n't", "may", "might", "could", "would", "should", "will", "plans", "planned", "expected", "expects", "likely", "intends", "hopes",
    "aims", "wants", "possibly", "probably", "perhaps",
];
/// What may stand between the two.
const BETWEEN: [&str; 14] = ["to", "be", "been", "being", "have", "has", "had", "not", "also", "soon", "now", "then", "of", "get"];
/// Verbs of whose word it is, and the words that are nobody's fact without them.
const SAID: [&str; 8] = ["said", "says", "told", "added", "stated", "alleged", "argued", "warned"];
const HEDGES: [&str; 8] = ["could", "might", "likely", "perhaps", "probably", "best", "worst", "accused"];
/// What a resolved date brings along.
const CALENDAR: [&str; 38] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "bc",
    "bce",
    "ad",
    "ce",
    "easter",
    "christmas",
    "q",
];
/// How many words may stand between a "may" and its verb, or between a comma and a "said".
const REACH: usize = 5;

/// A name, a denial, a "may" or a voice that the claim has of its own, or has lost.
pub fn check(claim: &Claim, sources: &[String]) {
    let (told, read): (Vec<Word>, Vec<Vec<Word>>) = (words(&claim.text), sources.iter().map(|source| words(source)).collect());
    names(claim, &told, sources, &read);
    for source in &read {
        denials(&claim.text, &told, source);
        modals(&claim.text, &told, source);
        voices(&claim.text, &told, source);
    }
}

/// A word in lower case, and what it looked like.
struct Word {
    plain: String,
    is_capital: bool,
    ends_in_comma: bool,
}

fn words(text: &str) -> Vec<Word> {
    let text: String = text.chars().filter(|c| !is_hidden(*c)).map(narrow).collect();
    let read = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '…')).filter_map(|piece| {
        let shown = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let is_capital = shown.starts_with(char::is_uppercase);
        let lower = shown.to_lowercase().replace('’', "'");
        let plain = if lower.ends_with("n't") { "n't" } else { lower.strip_suffix("'s").unwrap_or(&lower) };
        let ends_in_comma = piece.trim_end_matches(['”', '"', '’']).ends_with(',');
        (!plain.is_empty()).then(|| Word { plain: plain.to_owned(), is_capital, ends_in_comma })
    });
    read.collect()
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn holds(words: &[Word], plain: &str) -> bool {
    words.iter().any(|word| word.plain == plain)
}

/// Every capitalised word behind the first stands in a source; a resolved date may bring its month.
fn names(claim: &Claim, told: &[Word], sources: &[String], read: &[Vec<Word>]) {
    // What a line end has broken stands there in two pieces.
    let squeezed: Vec<String> = sources.iter().map(|source| letters(source)).collect();
    for word in told.iter().skip(1).filter(|word| word.is_capital) {
        let stands = read.iter().any(|source| holds(source, &word.plain)) || squeezed.iter().any(|all| all.contains(&letters(&word.plain)));
        let dated = !claim.dates.is_empty() && CALENDAR.contains(&word.plain.as_str());
        assert!(stands || dated, "{:?} stands in no source of: {}", word.plain, claim.text);
    }
}

/// A denial of the source that stands before the last of what the claim took from it.
fn denials(claim: &str, told: &[Word], source: &[Word]) {
    let Some(last) = told.last().and_then(|last| source.iter().rposition(|word| word.plain == last.plain)) else { return };
    for word in source[..last].iter().filter(|word| WEIGHTY.contains(&word.plain.as_str())) {
        assert!(holds(told, &word.plain), "a {:?} was lost from: {claim}", word.plain);
    }
}

/// A "may" of the source whose verb the claim keeps.
fn modals(claim: &str, told: &[Word], source: &[Word]) {
    let (mine, theirs) = (pairs(told), pairs(source));
    let count = |pairs: &[(&str, &str)], pair| pairs.iter().filter(|other| **other == pair).count();
    let verbs = |words: &[Word], verb: &str| words.iter().filter(|word| word.plain == verb).count();
    for pair in &theirs {
        let kept = count(&mine, *pair) >= count(&theirs, *pair) || verbs(told, pair.1) < verbs(source, pair.1);
        assert!(kept, "{:?} was lost before {:?} from: {claim}", pair.0, pair.1);
    }
}

fn pairs(words: &[Word]) -> Vec<(&str, &str)> {
    let is_open = |word: &Word| OPEN.contains(&word.plain.as_str()) && !(word.plain == "may" && word.is_capital);
    let verb = |at: usize| words[at + 1..].iter().take(REACH).find(|word| !BETWEEN.contains(&word.plain.as_str()));
    (0..words.len()).filter(|&at| is_open(&words[at])).filter_map(|at| Some((words[at].plain.as_str(), verb(at)?.plain.as_str()))).collect()
}

/// An aside ", officials said" of the source, where the claim keeps what is only their word.
fn voices(claim: &str, told: &[Word], source: &[Word]) {
    let Some(hedge) = told.iter().find(|word| HEDGES.contains(&word.plain.as_str())) else { return };
    for at in (0..source.len()).filter(|&at| SAID.contains(&source[at].plain.as_str())) {
        let comma = (at.saturating_sub(REACH)..at).rev().find(|&before| source[before].ends_in_comma);
        let goes_on =
            |comma: usize| source[comma + 1..at].iter().any(|word| ["and", "but", "who", "which", "that"].contains(&word.plain.as_str()));
        if comma.is_some_and(|comma| !goes_on(comma)) {
            assert!(holds(told, &source[at].plain), "who {} {:?} was lost from: {claim}", source[at].plain, hedge.plain);
        }
    }
}
