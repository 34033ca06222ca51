//! Page numbers and running headers of text that was copied from pages of paper.

use std::collections::HashMap;

use super::lines::Line;
use crate::characters::fold;

/// Longest running header, in characters.
const HEADER: u32 = 100;
/// How many lines from a page's turn its header or footer may stand.
const REACH: usize = 2;

/// The lines (indexes, ascending) that belong to the paper, with their kind.
#[must_use]
pub fn page_lines(text: &str, lines: &[Line]) -> Vec<(usize, &'static str)> {
    let mut numbers: Vec<usize> = (0..lines.len()).filter(|&at| is_page_number(lines[at].span.of(text))).collect();
    numbers.extend(bare_numbers(text, lines));
    numbers.sort_unstable();
    let mut found: Vec<(usize, &'static str)> = numbers.iter().map(|&at| (at, "page-number")).collect();
    found.extend(running_headers(text, lines, &numbers).into_iter().map(|at| (at, "page-header")));
    found.sort_unstable();
    found.dedup_by_key(|(at, _)| *at);
    found
}

/// "Page 3", "Page 3 of 10", "3 of 10", "3/10", "- 3 -".
fn is_page_number(line: &str) -> bool {
    if line.len() > 24 {
        return false;
    }
    let folded = fold(line);
    let is_count = |word: &str| (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = folded.split([' ', '|']).filter(|w| !w.is_empty()).collect();
    match words[..] {
        ["page" | "p." | "pg.", n] => is_count(n) || n.split_once('/').is_some_and(|(a, b)| is_count(a) && is_count(b)),
        ["page", n, "of", m] | [n, "of", m] => is_count(n) && is_count(m),
        ["-", n, "-"] => is_count(n),
        [one] => one.split_once('/').is_some_and(|(a, b)| is_count(a) && is_count(b) && a.len() <= 3 && b.len() <= 3),
        _ => false,
    }
}

/// A number alone on its line is a page's where a page turns, or where such numbers count upwards one by one.
/// A year under a heading or a lone figure stays.
fn bare_numbers(text: &str, lines: &[Line]) -> Vec<usize> {
    let value = |at: usize| {
        let line = lines[at].span.of(text);
        (line.len() <= 4 && line.bytes().all(|b| b.is_ascii_digit())).then(|| line.parse::<u32>().ok()).flatten()
    };
    let alone: Vec<(usize, u32)> = (0..lines.len()).filter_map(|at| Some((at, value(at)?))).collect();
    let turns = |at: usize| lines[at].new_page || lines.get(at + 1).is_some_and(|next| next.new_page);
    let counts = |nth: usize| {
        let follows = nth > 0 && alone[nth - 1].1 + 1 == alone[nth].1;
        let leads = alone.get(nth + 1).is_some_and(|next| alone[nth].1 + 1 == next.1);
        follows || leads
    };
    (0..alone.len()).filter(|&nth| turns(alone[nth].0) || counts(nth)).map(|nth| alone[nth].0).collect()
}

/// Lines of the same words (numbers aside) that stand at the turn of two pages or more.
fn running_headers(text: &str, lines: &[Line], numbers: &[usize]) -> Vec<usize> {
    let mut turns: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].new_page).collect();
    turns.extend(numbers);
    turns.sort_unstable();
    let near = |at: usize| {
        let next = turns.partition_point(|turn| *turn + REACH < at);
        turns.get(next).is_some_and(|turn| *turn <= at + REACH)
    };
    let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.width <= HEADER) {
        if near(at) && numbers.binary_search(&at).is_err() {
            by_words.entry(without_numbers(line.span.of(text))).or_default().push(at);
        }
    }
    // Above the first page stands the same header, unless it is the title itself: a header is set in columns.
    let first = lines.first().map(|line| line.span.of(text)).filter(|line| line.contains("   "));
    if let Some(places) = first.and_then(|line| by_words.get_mut(&without_numbers(line))) {
        places.push(0);
    }
    by_words.into_values().filter(|places| places.len() >= 2).flatten().collect()
}

fn without_numbers(line: &str) -> String {
    fold(line).chars().filter(|c| !c.is_ascii_digit()).collect()
}
