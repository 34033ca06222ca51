//! The words of the story as numbers: which stems a sentence holds, how often each comes, and how central each sentence
//! is among those that share words with it. Everything goes through the inverted index, so it is linear.

use crate::analysis::claims::{self, each_once, stem_key};
use crate::characters::alphanumerics;
use crate::document::{Document, TokenKind};
use crate::lists::Map;

/// Rounds of the walk between sentences and words; later ones change the order no more.
const ROUNDS: usize = 4;
/// What a sentence is worth before the walk.
const UNIT: u64 = 1 << 16;

/// The stems of a story's sentences.
pub struct Terms {
    /// Stems of each sentence, each once, in the order of the text, as indexes into `sentences`.
    pub of: Vec<Vec<u32>>,
    /// Places of all stems together, per sentence: repeated ones count.
    pub places: Vec<u32>,
    /// In how many sentences each stem stands.
    pub sentences: Vec<u32>,
    /// The first and the last sentence with the stem.
    pub first: Vec<u32>,
    /// See `first`.
    pub last: Vec<u32>,
    /// The key of each stem, the same in every document.
    pub keys: Vec<u64>,
    ids: Map<u64, u32>,
}

impl Terms {
    /// Reads the sentences with these indexes.
    pub fn new(document: &Document, story: &[usize]) -> Self {
        let mut terms = Self {
            of: Vec::with_capacity(story.len()),
            places: Vec::with_capacity(story.len()),
            sentences: Vec::new(),
            first: Vec::new(),
            last: Vec::new(),
            keys: Vec::new(),
            ids: Map::default(),
        };
        for (nth, &sentence) in story.iter().enumerate() {
            terms.add(document, u32::try_from(nth).unwrap_or(u32::MAX), sentence);
        }
        terms
    }

    fn add(&mut self, document: &Document, nth: u32, sentence: usize) {
        let mut own: Vec<u32> = Vec::new();
        let mut places = 0;
        for key in keys(document, sentence) {
            let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
            let id = *self.ids.entry(key).or_insert(next);
            places += 1;
            if id == next {
                self.keys.push(key);
                self.sentences.push(0);
                self.first.push(nth);
                self.last.push(nth);
            }
            let at = id as usize;
            if self.sentences[at] > 0 && self.last[at] == nth {
                continue;
            }
            self.sentences[at] += 1;
            self.last[at] = nth;
            own.push(id);
        }
        self.of.push(own);
        self.places.push(places);
    }

    /// The stems of a text that the story holds, too, ascending.
    pub fn known(&self, text: &str) -> Vec<u32> {
        each_once(alphanumerics(text).filter_map(stem_key).filter_map(|key| self.ids.get(&key)).copied().collect())
    }

    /// The stems that stand in most sentences, `count` at most, ascending.
    pub fn frequent(&self, count: usize) -> Vec<u32> {
        let mut ranked: Vec<u32> =
            (0..self.sentences.len()).filter(|&at| self.sentences[at] > 1).filter_map(|at| u32::try_from(at).ok()).collect();
        ranked.sort_by_key(|&at| (std::cmp::Reverse(self.sentences[at as usize]), at));
        ranked.truncate(count);
        ranked.sort_unstable();
        ranked
    }

    /// How central each sentence is: a walk from sentences to their words and back. 1000 is the mean.
    pub fn centrality(&self) -> Vec<i32> {
        let mut rank = vec![UNIT; self.of.len()];
        let shared: Vec<Vec<u32>> =
            self.of.iter().map(|own| own.iter().copied().filter(|&id| self.sentences[id as usize] > 1).collect()).collect();
        let mut words = vec![0; self.sentences.len()];
        for _ in 0..ROUNDS {
            words.fill(0);
            for (own, rank) in shared.iter().zip(&rank) {
                for &id in own {
                    words[id as usize] += rank / own.len() as u64;
                }
            }
            for (own, rank) in shared.iter().zip(&mut rank) {
                let sum: u64 = own.iter().map(|&id| words[id as usize] / u64::from(self.sentences[id as usize])).sum();
                *rank = UNIT * 15 / 100 + sum * 85 / 100;
            }
        }
        let mean = rank.iter().sum::<u64>() / (rank.len() as u64).max(1);
        rank.iter().map(|rank| i32::try_from(rank * 1000 / mean.max(1)).unwrap_or(i32::MAX)).collect()
    }
}

/// The keys of the stems of a sentence, in its order.
fn keys(document: &Document, sentence: usize) -> impl Iterator<Item = u64> {
    document.tokens()[document.sentences()[sentence].tokens.clone()]
        .iter()
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Abbreviation))
        .filter_map(|token| stem_key(document.slice(token.span)))
}

/// How many of `a` are in `b`; both ascending, or `b` alone.
pub fn shared(a: &[u32], b: &[u32]) -> i32 {
    i32::try_from(claims::shared(a, b)).unwrap_or(i32::MAX)
}
