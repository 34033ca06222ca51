//! The word sets of `data/claims`.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::characters::small;
use crate::lists::{Map, Pairs, Set, rows};

/// The entries of each set, in the order of their bytes.
static SETS: LazyLock<Map<&str, Vec<&str>>> = LazyLock::new(|| {
    let sorted = |words: &'static str| {
        let mut entries: Vec<&str> = words.split(if words.contains('|') { '|' } else { ' ' }).collect();
        entries.sort_unstable();
        entries
    };
    rows(include_str!("../../../data/claims/words.tsv")).filter_map(|row| Some((*row.first()?, sorted(row.get(1)?)))).collect()
});

/// The same, each entry with its pairs of bytes.
static PHRASES: LazyLock<Map<&str, Vec<(Pairs, &str)>>> = LazyLock::new(|| {
    let paired = |entries: &Vec<&'static str>| entries.iter().map(|entry| (Pairs::of(entry), *entry)).collect();
    SETS.iter().map(|(set, entries)| (*set, paired(entries))).collect()
});

/// The same, each word with its set: what is asked most often is one look.
static WORDS: LazyLock<Set<(&str, &str)>> =
    LazyLock::new(|| SETS.iter().flat_map(|(set, words)| words.iter().map(|word| (*set, *word))).collect());

/// Whether the set holds the word as it stands.
#[must_use]
pub fn is_in(set: &str, word: &str) -> bool {
    WORDS.contains(&(set, word))
}

/// Whether the text opens with an entry of the set, whole words.
#[must_use]
pub fn opens_with(set: &str, text: &str) -> bool {
    let (Some(first), Some(entries)) = (text.as_bytes().first(), SETS.get(set)) else { return false };
    let from = entries.partition_point(|entry| entry.as_bytes().first() < Some(first));
    let whole = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let mut near = entries[from..].iter().take_while(|entry| entry.as_bytes().first() == Some(first));
    near.any(|entry| text.strip_prefix(entry).is_some_and(whole))
}

/// Whether the text holds an entry of the set.
#[must_use]
pub fn holds(set: &str, text: &str) -> bool {
    let pairs = Pairs::of(text);
    PHRASES.get(set).is_some_and(|entries| entries.iter().any(|(own, entry)| pairs.hold(own) && text.contains(entry)))
}

/// A word of a shown sentence without its marks, in lower case.
#[must_use]
pub fn bare(word: &str) -> Cow<'_, str> {
    small(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether the word turns a sentence round: "not", "never", "didn’t".
#[must_use]
pub fn is_negation(word: &str) -> bool {
    let word = bare(word);
    is_in("negation", &word) || word.ends_with("n't") || word.ends_with("n’t")
}
