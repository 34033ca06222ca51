//! How much a sentence tells of its article. Whole numbers throughout: native and wasm must agree.

use std::collections::{HashMap, HashSet};

use crate::analysis::claims::stems;
use crate::document::{Document, TokenKind};
use crate::paste::Paste;
use crate::recognisers::Mentions;

/// A sentence of the story and its score.
#[derive(Clone, Copy, Debug)]
pub struct Scored {
    /// Index of the sentence.
    pub sentence: usize,
    /// The greater the better.
    pub score: i64,
}

/// The sentences of the numbered paragraphs that end as sentences do, in text order, with their scores.
#[must_use]
pub fn score(document: &Document, paste: &Paste, mentions: &Mentions) -> Vec<Scored> {
    let sentences: Vec<usize> = (0..document.sentences().len()).filter(|&at| is_story(document, at)).collect();
    let words: Vec<Vec<String>> = sentences.iter().map(|&at| stems(text(document, at))).collect();
    let frequent = frequent(&words);
    let title: HashSet<String> = stems(paste.title.as_deref().unwrap_or_default()).into_iter().collect();
    let mut paragraphs = HashSet::new();
    let named: HashMap<usize, i64> = mentions.names.iter().fold(HashMap::new(), |mut counts, name| {
        *counts.entry(name.sentence).or_insert(0) += 1;
        counts
    });
    sentences
        .iter()
        .zip(&words)
        .enumerate()
        .map(|(nth, (&at, words))| {
            let block = document.sentences()[at].block;
            let opens_paragraph = paragraphs.insert(block);
            let unique: HashSet<&String> = words.iter().collect();
            let length = i64::try_from(words.len().max(9)).unwrap_or(9);
            let weight: i64 = unique.iter().filter_map(|word| frequent.get(*word)).sum();
            let mut score = 900 / (2 + i64::try_from(nth).unwrap_or(0)) + if opens_paragraph { 40 } else { 0 };
            score += weight * 60 / length;
            score += 45 * i64::try_from(unique.iter().filter(|word| title.contains(**word)).count().min(5)).unwrap_or(0);
            score += 12 * named.get(&at).copied().unwrap_or(0).min(5);
            score += if has_number(document, at) { 25 } else { 0 };
            Scored { sentence: at, score: score - against(text(document, at)) }
        })
        .collect()
}

fn is_story(document: &Document, at: usize) -> bool {
    let sentence = &document.sentences()[at];
    let whole = text(document, at);
    document.blocks()[sentence.block].number.is_some()
        && sentence.tokens.len() >= 4
        && whole.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ';', '。'])
}

fn text(document: &Document, at: usize) -> &str {
    document.slice(document.span_of(&document.sentences()[at].tokens))
}

fn has_number(document: &Document, at: usize) -> bool {
    document.tokens()[document.sentences()[at].tokens.clone()].iter().any(|token| token.kind == TokenKind::Number)
}

/// The article's most frequent words, each with how often a sentence has it (ten at most).
fn frequent(words: &[Vec<String>]) -> HashMap<String, i64> {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    for sentence in words {
        let unique: HashSet<&str> = sentence.iter().map(String::as_str).collect();
        for word in unique {
            *counts.entry(word).or_insert(0) += 1;
        }
    }
    let mut ranked: Vec<(&str, i64)> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    ranked.into_iter().take(25).map(|(word, count)| (word.to_owned(), count.min(10))).collect()
}

/// What speaks against a sentence.
fn against(text: &str) -> i64 {
    let first_person = [" I ", " we ", " my ", " our ", "We ", "I ", " me ", " us ", "I’", "I'"]
        .iter()
        .any(|word| text.contains(word) || text.starts_with(word.trim_start()) && word.starts_with(char::is_uppercase));
    let mut against = 0;
    against += if text.starts_with(['"', '“', '‘']) { 120 } else { 0 };
    against += if text.contains(['"', '“']) { 40 } else { 0 };
    against += if first_person { 70 } else { 0 };
    against += if text.contains('?') { 120 } else { 0 };
    against + if text.split_whitespace().count() > 45 { 80 } else { 0 }
}
