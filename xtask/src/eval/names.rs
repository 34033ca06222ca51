//! Names: micro F1 over persons, organisations and places, exact place and kind. A leading article, a trailing
//! possessive and marks at either end are no part of a name, in gold and answer alike.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::Value;

use super::Judged;
use super::flat::{each, number};
use super::measure::{Report, f1};

const KINDS: [(&str, &str); 3] = [("PER", "PERSON"), ("ORG", "ORG"), ("LOC", "PLACE")];
/// Trailing marks that are cut.
const MARKS: [char; 7] = ['.', ',', ';', ':', '"', '”', ')'];

/// One line a kind, and one for all.
pub fn report(documents: &[Judged<'_>]) -> Result<Report> {
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
    let all: [usize; 3] = std::array::from_fn(|at| counts.iter().map(|count| count[at]).sum());
    let lines = KINDS.iter().map(|(name, _)| *name).zip(&counts).map(|(name, count)| line(name, count));
    let mut report = Report { text: lines.chain([line("all", &all)]).collect(), ..Report::default() };
    report.tell("names, F1", figures(&all)[2]);
    Ok(report)
}

fn gold(document: &Value, text: &[char]) -> Result<HashSet<((usize, usize), usize)>> {
    let mut wanted = HashSet::new();
    for name in each(&document["names"]) {
        let Some(kind) = KINDS.iter().position(|(kind, _)| name[2].as_str() == Some(*kind)) else { continue };
        wanted.insert((trim(text, number(&name[0])?, number(&name[1])?), kind));
    }
    Ok(wanted)
}

fn line(name: &str, counts: &[usize; 3]) -> String {
    let [precision, recall, f1] = figures(counts).map(|figure| 100.0 * figure);
    format!("{name:<4} P {precision:.1}  R {recall:.1}  F1 {f1:.1}   (gold {})\n", counts[0] + counts[1])
}

/// Precision, recall, F1 of the right, the missed and the wrong.
fn figures([right, missed, wrong]: &[usize; 3]) -> [f64; 3] {
    let share = |of: usize| *right as f64 / (right + of).max(1) as f64;
    let (precision, recall) = (share(*wrong), share(*missed));
    [precision, recall, f1(precision, recall)]
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
