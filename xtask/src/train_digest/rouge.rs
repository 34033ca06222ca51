//! What the ranker is to learn: which sentences together say most of what the reference says.

use std::collections::{HashMap, HashSet};

/// Words and pairs of words of a text, counted.
#[derive(Clone, Default)]
pub struct Grams {
    counts: [HashMap<u64, u32>; 2],
    totals: [u32; 2],
}

impl Grams {
    /// Lower case, letters and digits only, cut to crude stems: near enough to ROUGE's own tokens.
    pub fn of(text: &str) -> Self {
        let words: Vec<u64> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| hash(stem(&word.to_lowercase())))
            .collect();
        let mut grams = Self::default();
        for word in &words {
            *grams.counts[0].entry(*word).or_default() += 1;
        }
        for pair in words.windows(2) {
            *grams.counts[1].entry(pair[0].wrapping_mul(31).wrapping_add(pair[1])).or_default() += 1;
        }
        grams.totals = grams.counts.each_ref().map(|counts| counts.values().sum());
        grams
    }

    fn add(&mut self, other: &Self) {
        for n in 0..2 {
            for (gram, count) in &other.counts[n] {
                *self.counts[n].entry(*gram).or_default() += count;
            }
            self.totals[n] += other.totals[n];
        }
    }

    /// ROUGE-1 and ROUGE-2 F1 with the reference, added up.
    pub fn agreement(&self, reference: &Self) -> f64 {
        (0..2).map(|n| self.f1(reference, n)).sum()
    }

    fn f1(&self, reference: &Self, n: usize) -> f64 {
        let both = self.counts[n].iter().filter_map(|(gram, count)| reference.counts[n].get(gram).map(|other| *count.min(other)));
        let (shared, sum) = (both.sum::<u32>(), self.totals[n] + reference.totals[n]);
        if sum == 0 { 0.0 } else { 2.0 * f64::from(shared) / f64::from(sum) }
    }
}

/// The sentences that a greedy editor would take, three at most, each the one that adds most.
pub fn oracle(sentences: &[Grams], reference: &Grams) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    let mut together = Grams::default();
    let mut best = 0.0;
    while chosen.len() < 3 {
        let gain = |at: usize| {
            let mut with = together.clone();
            with.add(&sentences[at]);
            with.agreement(reference)
        };
        // Sentences that share nothing with the reference cannot add.
        let free = (0..sentences.len()).filter(|at| !chosen.contains(at) && sentences[*at].agreement(reference) > 0.0);
        let Some((at, value)) = free.map(|at| (at, gain(at))).fold(None, better) else { break };
        if value <= best {
            break;
        }
        together.add(&sentences[at]);
        (best, _) = (value, chosen.push(at));
    }
    chosen
}

fn better(best: Option<(usize, f64)>, next: (usize, f64)) -> Option<(usize, f64)> {
    match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    }
}

/// Three word runs of the text, for telling repetition.
pub fn trigrams(text: &str) -> HashSet<[String; 3]> {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.windows(3).map(|run| [run[0].clone(), run[1].clone(), run[2].clone()]).collect()
}

fn stem(word: &str) -> &str {
    let ends = ["ing", "ed", "es", "ly", "s"];
    ends.iter().find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() > 2)).unwrap_or(word)
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}
