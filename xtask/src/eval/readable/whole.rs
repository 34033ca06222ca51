//! What the parts of a digest must be to each other and to the article.

use std::collections::BTreeSet;

use super::words::{is_empty_word, stem_set, words};
use super::{Check, Digest};
use crate::eval::articles::words::fold;
use crate::eval::flat::Said;

/// Words that a summary has at least, where the article has thrice as many, and at most.
const LEAST: usize = 80;
const MOST: usize = 700;
/// Words of all key points together.
const POINTS: usize = 90;

/// The checks that the digest fails.
pub fn failed(digest: &Digest<'_>) -> BTreeSet<Check> {
    let points = &digest.judged.flat.key_points;
    let checks = [
        (Check::Form, points.len() == 3),
        (Check::Parts, parts_tile(digest)),
        (Check::Length, has_length(digest)),
        (Check::Repeats, !(0..points.len()).any(|i| (0..i).any(|j| repeats(digest, &points[i], &points[j])))),
        (Check::Agree, points.iter().all(|point| summary_says(digest, point))),
    ];
    checks.into_iter().filter(|(_, holds)| !holds).map(|(check, _)| check).collect()
}

/// Whether the parts run from the first paragraph to the last, and each cites one of its own.
fn parts_tile(digest: &Digest<'_>) -> bool {
    let flat = &digest.judged.flat;
    let paragraphs = flat.numbered.iter().filter(|numbered| **numbered).count();
    let flow = flat.parts.iter().flat_map(|(first, last, _)| *first..=*last);
    let mut from = 0;
    let cites = flat.parts.iter().all(|(first, last, claims)| {
        let told = flat.summary.iter().skip(from).take(*claims);
        from += claims;
        told.flat_map(|claim| &claim.cited).any(|n| (first..=last).contains(&n))
    });
    !flat.parts.is_empty() && flow.eq(1..=paragraphs) && cites
}

fn has_length(digest: &Digest<'_>) -> bool {
    let flat = &digest.judged.flat;
    let count = |claims: &[Said]| claims.iter().map(|claim| claim.text.split_whitespace().count()).sum::<usize>();
    let paragraphs = flat.blocks.iter().zip(&flat.numbered).filter(|(_, numbered)| **numbered);
    let article: usize = paragraphs.map(|(place, _)| digest.slice(*place).split_whitespace().count()).sum();
    let summary = count(&flat.summary);
    let fits = (LEAST.min(article / 3)..=MOST).contains(&summary) && summary as f64 <= 0.6 * article as f64;
    fits && count(&flat.key_points) <= POINTS
}

/// Whether two points share two runs of three words, or half of what either says, names aside.
fn repeats(digest: &Digest<'_>, a: &Said, b: &Said) -> bool {
    let runs = |said: &Said| -> BTreeSet<[String; 3]> {
        let words: Vec<String> = words(&said.text).into_iter().map(fold).collect();
        let empty = |word: &String| is_empty_word(word) || digest.name_words.contains(word);
        let runs = words.windows(3).filter(|run| !run.iter().all(empty));
        runs.map(|run| [run[0].clone(), run[1].clone(), run[2].clone()]).collect()
    };
    let said = |said: &Said| &stem_set(&said.text) - &digest.name_words;
    let (x, y) = (said(a), said(b));
    let shared = x.intersection(&y).count() as f64;
    runs(a).intersection(&runs(b)).count() > 1 || shared >= 0.5 * x.len().min(y.len()).max(1) as f64
}

/// Whether half of what the point says stands in one sentence of the summary.
fn summary_says(digest: &Digest<'_>, point: &Said) -> bool {
    let said = stem_set(&point.text);
    let shares = |claim: &Said| 2 * stem_set(&claim.text).intersection(&said).count() >= said.len();
    said.is_empty() || digest.judged.flat.summary.iter().any(shares)
}
