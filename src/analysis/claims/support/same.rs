//! Phrases put for one another: "over 40" and "more than 40", "the U.S." and "the United States".

use std::sync::LazyLock;

use super::words::{Kind, Word};
use crate::characters::fold;
use crate::lists::{Map, lines, rows};

/// A phrase of a table: its words, what stands for it, and whether it is a name.
struct Phrase {
    words: Vec<String>,
    canonical: String,
    name: bool,
}

/// By the first word; the longest first.
static PHRASES: LazyLock<Map<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut all: Map<String, Vec<Phrase>> = Map::default();
    let mut add = |phrase: &str, canonical: &str, name: bool| {
        let words: Vec<String> = fold(phrase).split(' ').map(|word| word.replace('.', "")).collect();
        all.entry(words[0].clone()).or_default().push(Phrase { words, canonical: canonical.to_owned(), name });
    };
    for row in rows(include_str!("../../../../data/claims/same.tsv")) {
        row.get(1).into_iter().flat_map(|cell| cell.split('|')).for_each(|phrase| add(phrase, row[0], false));
    }
    for line in lines(include_str!("../../../../data/entities/same.tsv")) {
        let usual = fold(line.split('|').next().unwrap_or_default()).into_owned();
        line.split('|').for_each(|name| add(name, &usual, true));
    }
    all.values_mut().for_each(|phrases| phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len())));
    all
});

/// Each phrase of the tables as the one word that stands for it.
pub fn merge(words: Vec<Word>) -> Vec<Word> {
    let mut merged: Vec<Word> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let Some(phrase) = phrase_at(&words, at) else {
            merged.push(words[at].clone());
            at += 1;
            continue;
        };
        merged.push(Word { text: phrase.canonical.clone(), ..words[at].clone() });
        at += phrase.words.len();
        drop_same_in_brackets(&words, &mut at, &phrase.canonical);
    }
    merged
}

fn phrase_at(words: &[Word], at: usize) -> Option<&'static Phrase> {
    let fits = |phrase: &&Phrase| {
        let end = at + phrase.words.len();
        let same = words.len() >= end && phrase.words.iter().zip(&words[at..end]).all(|(phrase, word)| *phrase == word.text);
        let sign = phrase.canonical.starts_with(['>', '<', '~']);
        same && (!phrase.name || words[at].capital) && (!sign || counts(words, end))
    };
    PHRASES.get(&words[at].text)?.iter().find(fits)
}

/// Whether a number stands here, or its currency before it.
fn counts(words: &[Word], at: usize) -> bool {
    let number = |at: usize| words.get(at).is_some_and(Word::is_number);
    number(at) || number(at + 1) && matches!(words[at].text.as_str(), "$" | "€" | "£" | "¥")
}

/// The "(AI)" behind "artificial intelligence".
fn drop_same_in_brackets(words: &[Word], at: &mut usize, canonical: &str) {
    let inner = |word: &Word| word.kind == Kind::Word && (word.text == canonical || phrase_of(word).is_some_and(|own| own == canonical));
    if let [open, word, close, ..] = &words[(*at).min(words.len())..]
        && open.is("(")
        && close.is(")")
        && inner(word)
    {
        *at += 3;
    }
}

/// What stands for a word by itself.
fn phrase_of(word: &Word) -> Option<&'static str> {
    let phrases = PHRASES.get(&word.text)?;
    phrases.iter().find(|phrase| phrase.words.len() == 1).map(|phrase| phrase.canonical.as_str())
}
