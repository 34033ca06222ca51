//! Where given names stand: as a reader compares words, wherever the text writes them as names.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::tokens;
use super::{Document, is_word};
use crate::characters::fold;
use crate::span::Span;

/// Where a name stands.
#[derive(Clone, Debug)]
pub struct NamePlace {
    /// Index of the name that was searched.
    pub name: usize,
    /// Index of the sentence.
    pub sentence: usize,
    /// Indexes of its tokens.
    pub tokens: Range<usize>,
}

/// How many tokens the names have that begin with a word: thousands of names may, but few of different lengths.
type Lengths<K> = HashMap<K, BTreeSet<usize>>;

/// The names that are searched, by their words.
#[derive(Default)]
struct Wanted {
    by_words: HashMap<Vec<String>, usize>,
    lengths: Lengths<String>,
    /// The same of the names that begin with a small letter: "al-Qaeda", "iPhone".
    small: Lengths<String>,
}

impl Wanted {
    fn new(names: &[&str]) -> Self {
        let mut wanted = Self::default();
        for (at, name) in names.iter().enumerate() {
            let words = folded_words(name);
            let Some(first) = words.first() else {
                continue;
            };
            wanted.lengths.entry(first.clone()).or_default().insert(words.len());
            if name.starts_with(char::is_lowercase) {
                wanted.small.entry(first.clone()).or_default().insert(words.len());
            }
            wanted.by_words.insert(words, at);
        }
        wanted
    }

    /// The longest name that stands at a token and ends before another, and how many tokens it has.
    fn longest(&self, document: &Document, at: usize, end: usize) -> Option<(usize, usize)> {
        let text = |at: usize| document.slice(document.tokens[at].span);
        let small = text(at).starts_with(char::is_lowercase);
        if !is_word(document.tokens[at].kind) || small && self.small.is_empty() {
            return None;
        }
        let lengths = if small { &self.small } else { &self.lengths };
        let fitting = lengths.get(&compared(text(at)))?.range(..=end - at);
        let most = *fitting.clone().next_back()?;
        // A name has a capital somewhere: "al-Qaeda", but no "al-qaeda".
        let capital = |length: usize| !small || (at..at + length).any(|at| text(at).contains(char::is_uppercase));
        let words: Vec<String> = (at..at + most).map(|at| compared(text(at))).collect();
        let named = |&length: &usize| Some((*self.by_words.get(&words[..length])?, length)).filter(|_| capital(length));
        fitting.rev().find_map(named)
    }
}

impl Document {
    /// Every place where one of `names` stands in the blocks, as a reader compares words, and with a capital where the
    /// place begins, unless the name itself begins without one; the longest name wins a place. In text order.
    #[must_use]
    pub fn find_names(&self, names: &[&str]) -> Vec<NamePlace> {
        let wanted = Wanted::new(names);
        let mut found = Vec::new();
        for (index, sentence) in self.sentences.iter().enumerate() {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let Some((name, length)) = wanted.longest(self, at, sentence.tokens.end) else {
                    at += 1;
                    continue;
                };
                found.push(NamePlace { name, sentence: index, tokens: at..at + length });
                at += length;
            }
        }
        found
    }
}

/// The tokens of a name, folded.
fn folded_words(name: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    tokens::tokenize(name, Span::new(0..name.len()), &mut tokens);
    tokens.iter().map(|token| compared(token.span.of(name))).collect()
}

/// A word as names are compared: a stop may be the sentence's or an abbreviation's.
fn compared(word: &str) -> String {
    let folded = fold(word);
    let kept = if folded.len() > 1 { folded.trim_end_matches('.') } else { &folded };
    kept.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paste;

    #[test]
    fn a_name_that_begins_small_is_found_as_it_is_written() {
        let text = "The al-Marun front left. Al - Marun and AL-MARUN are one front, an al-marun is a boat; ePort sells eports.";
        let document = Document::new(text, &paste::read(text, None));
        let places = document.find_names(&["al-Marun", "ePort"]);
        let found: Vec<&str> = places.iter().map(|place| document.slice(document.span_of(&place.tokens))).collect();
        assert_eq!(found, ["al-Marun", "Al - Marun", "AL-MARUN", "ePort"]);
        let stopped = "Ada went to the Academy of Dramatic Art. The U.S. left.";
        let document = Document::new(stopped, &paste::read(stopped, None));
        assert_eq!(document.find_names(&["Academy of Dramatic Art", "U.S"]).len(), 2, "a stop is no part of a word");
        assert!(document.find_names(&["Front"]).is_empty(), "a common noun is not the name that is spelled alike");
    }
}
