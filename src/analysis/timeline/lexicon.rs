//! The word sets of `data/timeline`.

use std::sync::LazyLock;

use crate::lists::{Map, Set, rows};

/// The entries of each set.
static SETS: LazyLock<Map<&str, Vec<&str>>> = LazyLock::new(|| {
    let entries = |words: &'static str| words.split(if words.contains('|') { '|' } else { ' ' }).collect();
    rows(include_str!("../../../data/timeline/words.tsv")).filter_map(|row| Some((*row.first()?, entries(row.get(1)?)))).collect()
});

/// Each word with its set.
static WORDS: LazyLock<Set<(&str, &str)>> =
    LazyLock::new(|| SETS.iter().flat_map(|(set, words)| words.iter().map(|word| (*set, *word))).collect());

/// Whether the set holds the word as it stands.
pub fn is_in(set: &str, word: &str) -> bool {
    WORDS.contains(&(set, word))
}

/// Whether the text ends with an entry of the set.
pub fn ends_with(set: &str, text: &str) -> bool {
    SETS.get(set).is_some_and(|entries| entries.iter().any(|entry| text.ends_with(entry)))
}
