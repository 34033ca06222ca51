//! Key points against editors' highlights: F1 of ROUGE-1, ROUGE-2 and summary-level ROUGE-L (C.-Y. Lin, "ROUGE: A Package
//! for Automatic Evaluation of Summaries", 2004), stemmed, as the `rouge-score` package counts them.

use std::collections::HashMap;

use digest_hub::digest_training::{Ranker, samples};
use serde_json::Value;

use super::flat::strings;
use super::measure::{Report, f1};
use super::porter::stem;
use super::{Judged, field};
use crate::train_digest;

/// Means over the documents, in hundredths.
pub fn report(documents: &[Judged<'_>]) -> Report {
    let points = |document: &Judged<'_>| document.flat.key_points.iter().map(|point| point.text.clone()).collect();
    told("key points", documents.iter().map(|document| (points(document), document.gold)))
}

/// The same of the three best sentences as they stand, which the ranker alone chooses: what its weights are worth before any
/// sentence is left out or shortened.
pub fn ranker_alone(rows: &[Value]) -> Report {
    let best = |row| {
        let text = field(row, ["text", "article"]).and_then(Value::as_str).unwrap_or_default();
        train_digest::best(Ranker::built_in(), &samples(text, None))
    };
    told("ranker alone", rows.iter().map(|row| (best(row), row)))
}

/// What is said of each document, beside its highlights.
fn told<'a>(what: &str, documents: impl Iterator<Item = (Vec<String>, &'a Value)>) -> Report {
    let (mut sums, mut words, mut count) = ([0.0; 3], 0, 0_u32);
    for (points, gold) in documents {
        words += points.iter().map(|point| point.split_whitespace().count()).sum::<usize>();
        let reference: Vec<Vec<String>> = sentences(&strings(&gold["highlights"]).join("\n"));
        let answer = sentences(&points.join("\n"));
        let scores = [grams(&answer, &reference, 1), grams(&answer, &reference, 2), longest(&answer, &reference)];
        sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
        count += 1;
    }
    let of = f64::from(count.max(1));
    let [one, two, longest] = sums.map(|sum| 100.0 * sum / of);
    let words = words as f64 / of;
    let text = format!("{what}: {count} documents  R1 {one:.2}  R2 {two:.2}  RLsum {longest:.2}  words {words:.1}\n");
    let mut report = Report { text, ..Report::default() };
    for (kind, figure) in [("1", one), ("2", two), ("Lsum", longest)] {
        report.tell(&format!("{what}, ROUGE-{kind}"), figure / 100.0);
    }
    report
}

/// A line is a sentence; its tokens are runs of ASCII letters and digits, the longer ones stemmed.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let token = |word: &str| if word.len() > 3 { stem(word) } else { word.to_owned() };
    let tokens = |line: &str| {
        let lower = line.to_lowercase();
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(token).collect()
    };
    text.split('\n').filter(|line| !line.is_empty()).map(tokens).collect()
}

fn grams(answer: &[Vec<String>], reference: &[Vec<String>], n: usize) -> f64 {
    let count = |sentences: &[Vec<String>]| {
        let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
        sentences.concat().windows(n).for_each(|gram| *counts.entry(gram.to_vec()).or_default() += 1);
        counts
    };
    let (mine, theirs) = (count(answer), count(reference));
    let shared: usize = theirs.iter().map(|(gram, count)| mine.get(gram).map_or(0, |other| *count.min(other))).sum();
    let share = |of: &HashMap<Vec<String>, usize>| shared as f64 / of.values().sum::<usize>().max(1) as f64;
    f1(share(&mine), share(&theirs))
}

/// For each sentence of the reference the union of its longest common subsequences with the answer's; each token once.
fn longest(answer: &[Vec<String>], reference: &[Vec<String>]) -> f64 {
    let count = |sentences: &[Vec<String>]| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        sentences.iter().flatten().for_each(|token| *counts.entry(token.clone()).or_default() += 1);
        counts
    };
    let (mut mine, mut theirs) = (count(answer), count(reference));
    let (answered, wanted) = (mine.values().sum::<usize>(), theirs.values().sum::<usize>());
    if answered == 0 || wanted == 0 {
        return 0.0;
    }
    let mut hits = 0;
    for sentence in reference {
        let mut union = vec![false; sentence.len()];
        answer.iter().for_each(|other| mark_common(sentence, other, &mut union));
        for (token, _) in sentence.iter().zip(union).filter(|(_, common)| *common) {
            let (Some(a), Some(b)) = (mine.get_mut(token), theirs.get_mut(token)) else { continue };
            if *a > 0 && *b > 0 {
                (*a, *b, hits) = (*a - 1, *b - 1, hits + 1);
            }
        }
    }
    f1(f64::from(hits) / answered as f64, f64::from(hits) / wanted as f64)
}

/// Marks the tokens of the sentence that are in its longest common subsequence with the other.
fn mark_common(sentence: &[String], other: &[String], union: &mut [bool]) {
    let mut table = vec![vec![0_u32; other.len() + 1]; sentence.len() + 1];
    for i in 1..=sentence.len() {
        for j in 1..=other.len() {
            table[i][j] = if sentence[i - 1] == other[j - 1] { table[i - 1][j - 1] + 1 } else { table[i - 1][j].max(table[i][j - 1]) };
        }
    }
    let (mut i, mut j) = (sentence.len(), other.len());
    while i > 0 && j > 0 {
        if sentence[i - 1] == other[j - 1] {
            union[i - 1] = true;
            (i, j) = (i - 1, j - 1);
        } else if table[i][j - 1] > table[i - 1][j] {
            j -= 1;
        } else {
            i -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_words_in_another_order_score_by_words_and_not_by_pairs() {
        let (answer, reference) = (sentences("rope sold Nordwind\n"), sentences("Nordwind sold ropes"));
        assert_eq!(grams(&answer, &reference, 1), 1.0);
        assert_eq!(grams(&answer, &reference, 2), 0.0);
        assert!((longest(&answer, &reference) - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_token_counts_once_however_many_sentences_hold_it() {
        let (answer, reference) = (sentences("rope\nrope"), sentences("a rope"));
        assert!((longest(&answer, &reference) - f1(0.5, 0.5)).abs() < 1e-9);
    }
}
