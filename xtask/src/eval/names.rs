//! Names: micro F1 over persons, organisations and places, exact place and kind. A leading article, a trailing
//! possessive and marks at either end are no part of a name, in gold and answer alike.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::Value;

use super::Judged;
use super::flat::{each, number};
use super::measure::f1;

const KINDS: [(&str, &str); 3] = [("PER", "PERSON"), ("ORG", "ORG"), ("LOC", "PLACE")];
/// Trailing marks that are cut.
const MARKS: [char; 7] = ['.', ',', ';', ':', '"', '”', ')'];

/// One line a kind, and one for all.
pub fn report(documents: &[Judged<'_>]) -> Result<String> {
    // Right, missed, wrong.
    let mut counts = [[0_usize; 3]; 3];
    for document in documents {
        let text: Vec<char> = document.text.chars().collect();
        let wanted = gold(document.gold, &text)?;
        let mut answered = HashSet::new();
        for entity in &document.flat.entities {
            let Some(kind) = KINDS.iter().position(|(_, kind)| *kind == entity.kind) else { continue };
            answered.extend(entity.mentions.iter().map(|&(start, end)| (trim(&text, start, end), kind)));
        }
        for (kind, count) in counts.iter_mut().enumerate() {
            let of_kind = |from: &HashSet<_>, without: &HashSet<_>| from.difference(without).filter(|(_, k)| *k == kind).count();
            count[0] += wanted.intersection(&answered).filter(|(_, k)| *k == kind).count();
            count[1] += of_kind(&wanted, &answered);
            count[2] += of_kind(&answered, &wanted);
        }
    }
    let all = (0..3).map(|at| counts.iter().map(|count| count[at]).sum()).collect::<Vec<usize>>();
    let lines = KINDS.iter().map(|(name, _)| *name).zip(&counts).map(|(name, count)| line(name, count));
    Ok(lines.chain([line("all", &[all[0], all[1], all[2]])]).collect())
}

fn gold(document: &Value, text: &[char]) -> Result<HashSet<((usize, usize), usize)>> {
    let mut wanted = HashSet::new();
    for name in each(&document["names"]) {
        let Some(kind) = KINDS.iter().position(|(kind, _)| name[2].as_str() == Some(*kind)) else { continue };
        wanted.insert((trim(text, number(&name[0])?, number(&name[1])?), kind));
    }
    Ok(wanted)
}

fn line(name: &str, [right, missed, wrong]: &[usize; 3]) -> String {
    let share = |of: usize| *right as f64 / (right + of).max(1) as f64;
    let (precision, recall) = (share(*wrong), share(*missed));
    let figures = [precision, recall, f1(precision, recall)].map(|figure| 100.0 * figure);
    format!("{name:<4} P {:.1}  R {:.1}  F1 {:.1}   (gold {})\n", figures[0], figures[1], figures[2], right + missed)
}

fn trim(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && text[start].is_whitespace() {
        start += 1;
    }
    start = behind_article(text, start, end);
    loop {
        let name = &text[start..end];
        let mut kept = name.iter().rposition(|c| !c.is_whitespace() && !MARKS.contains(c)).map_or(0, |at| at + 1);
        if kept == name.len() {
            kept = match name {
                [.., '\'' | '’', 's'] => name.len() - 2,
                [.., '\'' | '’'] => name.len() - 1,
                _ => return (start, end),
            };
        }
        if kept == 0 {
            return (start, end);
        }
        end = start + kept;
    }
}

/// Behind "the ", "an ", "a ", where something is left.
fn behind_article(text: &[char], start: usize, end: usize) -> usize {
    let word: String = text[start..end].iter().take_while(|c| !c.is_whitespace()).flat_map(|c| c.to_lowercase()).collect();
    if !matches!(word.as_str(), "the" | "an" | "a") {
        return start;
    }
    let rest = (start + word.len()..end).find(|&at| !text[at].is_whitespace());
    rest.unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_is_left_of_it() {
        let shown = |text: &str| {
            let text: Vec<char> = text.chars().collect();
            let (start, end) = trim(&text, 0, text.len());
            text[start..end].iter().collect::<String>()
        };
        assert_eq!(shown(" The Tidewell’s.)"), "Tidewell");
        assert_eq!(shown("A. B. Quay,"), "A. B. Quay");
        assert_eq!(shown("the "), "the");
        assert_eq!(shown("'s"), "'s");
    }
}
