//! Stems: what the words of two sentences are compared by.

use crate::characters::{alphanumerics, lowered, on_one_line};
use crate::lists::ShortWords;

/// Words without content of their own.
const EMPTY: ShortWords<48> = ShortWords::new([
    "the", "and", "for", "that", "with", "was", "were", "are", "has", "have", "had", "not", "but", "from", "its", "his", "her", "their",
    "they", "this", "which", "who", "will", "would", "said", "says", "also", "been", "into", "than", "then", "about", "after", "more",
    "when", "there", "other", "could", "our", "you", "she", "him", "them", "all", "any", "can", "may", "out",
]);

/// What a word may end in, by its last letter; the longest first.
fn ends(last: u8) -> &'static [&'static str] {
    match last {
        b's' => &["ations", "ments", "ings", "ies", "ers", "es", "s"],
        b'n' => &["ation"],
        b't' => &["ment"],
        b'g' => &["ing"],
        b'd' => &["ied", "ed"],
        b'r' => &["er"],
        b'y' => &["ly"],
        b'e' => &["e"],
        _ => &[],
    }
}

/// The words of a text that carry its content, folded and cut to their stems: what two sentences are compared by.
#[must_use]
pub fn stems(text: &str) -> Vec<String> {
    alphanumerics(&on_one_line(text)).filter_map(|word| lowered(word, |small| stem(small).map(str::to_owned))).collect()
}

/// A number for the stem of a word, the same in every document; none where the word carries no content.
#[must_use]
pub fn stem_key(word: &str) -> Option<u64> {
    lowered(word, |small| stem(small).map(key))
}

/// The keys of a text's stems, each once, ascending.
#[must_use]
pub fn stem_keys(text: &str) -> Vec<u64> {
    each_once(alphanumerics(text).filter_map(stem_key).collect())
}

/// Each once, ascending.
#[must_use]
pub fn each_once<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}

/// How many of `a` stand in `b`, which ascends.
#[must_use]
pub fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|one| b.binary_search(one).is_ok()).count()
}

/// A number for a word, the same in every document: it is compared and counted in bins, never trusted (FNV-1a).
#[must_use]
pub fn key(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

/// A crude stem of a lower-case word: enough to see that "licensed" and "licences" speak of one thing.
fn stem(lower: &str) -> Option<&str> {
    if EMPTY.contains(lower) {
        return None;
    }
    let ends = ends(*lower.as_bytes().last()?);
    let shorter = ends.iter().find_map(|end| lower.strip_suffix(end).filter(|rest| rest.chars().count() > 3));
    Some(shorter.unwrap_or(lower)).filter(|stem| stem.len() > 2)
}
