//! The digest against gold: is what must be told told, in like words, and with the paragraphs that bear it.

use std::collections::{BTreeSet, HashMap, HashSet};

use anyhow::Result;
use serde_json::Value;

use super::timeline::Entry;
use super::words::{capitalised, content, fold, numbers, stem, stems};
use super::{Cited, numbers_of};
use crate::eval::flat::{each, string, strings};
use crate::eval::measure::Counts;

/// ROUGE-1, ROUGE-2 and ROUGE-L: precision, recall, F1.
pub type Rouge = [[f64; 3]; 3];

/// Counts of one document.
pub struct Counted {
    /// Facts that the key points cover, and with the summary: covered, of.
    pub covered: Option<[[usize; 2]; 2]>,
    /// Paragraphs of the key points.
    pub paragraphs: Option<Counts>,
    /// Key points against gold key points.
    pub points: Option<Rouge>,
    /// Key points against the human summary nearest to them, and the summary against the nearest to it.
    pub summaries: Option<[Rouge; 2]>,
    /// Sentences that their paragraphs bear out: right, of.
    pub traced: [usize; 2],
    /// Words of key points and summary.
    pub words: [usize; 2],
}

/// Judges key points and summary; `events` are the timeline's, which must be traceable, too.
pub fn count(document: &Value, points: &[Cited], summary: &[Cited], events: &[Entry]) -> Result<Counted> {
    let (told, longer) = (joined(points), joined(summary));
    let references = references(document);
    let nearest = |text: &str| {
        references.iter().map(|reference| rouge(text, reference)).reduce(|best, next| if next[0][2] > best[0][2] { next } else { best })
    };
    let longest = if longer.is_empty() { &told } else { &longer };
    let gold_points: Vec<String> = each(&document["key_points"]).map(|point| string(&point["text"])).collect();
    let paragraphs = strings(&document["paragraphs"]);
    let lead: HashSet<String> = stems(&paragraphs.iter().take(2).cloned().collect::<Vec<_>>().join(" ")).into_iter().collect();
    let said: Vec<&Cited> =
        points.iter().chain(summary).chain(events.iter().map(|event| &event.cited)).filter(|said| !said.text.trim().is_empty()).collect();
    let count = |text: &str| text.split_whitespace().count();
    Ok(Counted {
        covered: covered(document, points, summary)?,
        paragraphs: gold_paragraphs(document, points)?,
        points: (!gold_points.is_empty()).then(|| rouge(&told, &gold_points.join(" "))),
        summaries: nearest(&told).zip(nearest(longest)).map(|(points, summary)| [points, summary]),
        traced: [said.iter().filter(|said| is_traced(said, &paragraphs, &lead)).count(), said.len()],
        words: [count(&told), count(&longer)],
    })
}

fn joined(claims: &[Cited]) -> String {
    claims.iter().map(|claim| claim.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Summaries by human hands.
fn references(document: &Value) -> Vec<String> {
    let by_human = |summary: &&Value| summary["by"].as_str().is_none_or(|by| by.starts_with("human"));
    let summaries = each(&document["summaries"]).filter(|summary| summary.is_string() || by_human(summary));
    summaries.map(|summary| if summary.is_string() { string(summary) } else { string(&summary["text"]) }).collect()
}

fn cited(claims: &[Cited]) -> BTreeSet<usize> {
    claims.iter().flat_map(|claim| claim.paragraphs.iter().copied()).collect()
}

fn covered(document: &Value, points: &[Cited], summary: &[Cited]) -> Result<Option<[[usize; 2]; 2]>> {
    let Some(facts) = document["must_cover"].as_array() else { return Ok(None) };
    let facts = facts.iter().map(numbers_of).collect::<Result<Vec<_>>>()?;
    let by_points = cited(points);
    let by_all: BTreeSet<usize> = by_points.union(&cited(summary)).copied().collect();
    let held = |by: &BTreeSet<usize>| [facts.iter().filter(|fact| fact.iter().any(|n| by.contains(n))).count(), facts.len()];
    Ok(Some([held(&by_points), held(&by_all)]))
}

fn gold_paragraphs(document: &Value, points: &[Cited]) -> Result<Option<Counts>> {
    if document.get("must_cover").is_none() {
        return Ok(None);
    }
    let mut gold = BTreeSet::new();
    for point in each(&document["key_points"]) {
        gold.extend(numbers_of(&point["paragraphs"])?);
    }
    let mine = cited(points);
    Ok(Some(Counts::of(gold.intersection(&mine).count(), mine.len(), gold.len())))
}

/// Three fifths of its words, every number and four fifths of its names stand in its paragraphs (or in the first two).
fn is_traced(said: &Cited, paragraphs: &[String], lead: &HashSet<String>) -> bool {
    let source = said.paragraphs.iter().filter_map(|n| paragraphs.get(*n)).map(String::as_str).collect::<Vec<_>>().join(" ");
    let own: HashSet<String> = stems(&source).into_iter().collect();
    let known = |word: &String| own.contains(word) || lead.contains(word);
    let words = content(&said.text);
    let names = capitalised(&said.text);
    let named = names.iter().filter(|name| stems(name).iter().all(known)).count();
    let held = words.iter().filter(|word| own.contains(*word)).count();
    !source.is_empty()
        && !words.is_empty()
        && held as f64 / words.len() as f64 >= 0.6
        && numbers(&said.text).into_iter().all(|number| known(&stem(&fold(number))))
        && named as f64 >= 0.8 * names.len() as f64
}

/// ROUGE over the crude stems of this measure.
fn rouge(text: &str, reference: &str) -> Rouge {
    let (text, reference) = (stems(text), stems(reference));
    let grams = |n: usize| {
        let count = |words: &[String]| {
            let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
            words.windows(n).for_each(|gram| *counts.entry(gram.to_vec()).or_default() += 1);
            counts
        };
        let (mine, theirs) = (count(&text), count(&reference));
        let shared = mine.iter().map(|(gram, count)| theirs.get(gram).map_or(0, |other| *count.min(other))).sum();
        Counts::of(shared, mine.values().sum(), theirs.values().sum()).figures()
    };
    [grams(1), grams(2), Counts::of(longest_common(&text, &reference), text.len(), reference.len()).figures()]
}

/// Length of the longest common subsequence.
fn longest_common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { before + 1 } else { above.max(row[at]) };
            before = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_rests_on_what_it_cites() {
        let paragraphs = ["Nordwind sold 45 tons of rope.".to_owned(), "Ada Lim left.".to_owned(), "Rain fell.".to_owned()];
        let traced = |text: &str, paragraphs_of: &[usize]| {
            is_traced(&Cited { text: text.to_owned(), paragraphs: paragraphs_of.to_vec() }, &paragraphs, &HashSet::new())
        };
        assert!(traced("Nordwind sold 45 tons.", &[0]));
        assert!(!traced("Nordwind sold 54 tons of rope.", &[0]));
        assert!(!traced("Nordwind sold 45 tons.", &[2]));
    }

    #[test]
    fn shared_words_are_counted_once_each() {
        let [one, two, longest] = rouge("the rope the rope", "the rope fell");
        assert_eq!((one[0], two[0], longest[0]), (0.5, 1.0 / 3.0, 0.5));
    }
}
