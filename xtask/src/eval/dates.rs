//! Dated expressions as TempEval-3 counts them: strict (the same place, marks at the ends apart), relaxed (any overlap,
//! one to one), value (overlapping and of the same TIMEX3 value).

use std::collections::HashSet;

use anyhow::Result;

use super::Judged;
use super::flat::{Place, each, number};
use super::measure::{Report, f1};

const MARKS: [char; 21] = ['`', ' ', '\t', '\n', '\r', '.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '[', ']', '“', '”', '‘', '’'];

struct Time {
    place: Place,
    value: Option<String>,
}

/// A line for all types, one for days, months and years alone, and the false alarms of documents without a date.
pub fn report(documents: &[Judged<'_>]) -> Result<Report> {
    let mut report = Report::default();
    for (name, only) in [("all", None), ("DATE", Some("DATE"))] {
        let (mut wanted, mut answered, mut right) = (0, 0, [0_usize; 3]);
        for document in documents {
            let text: Vec<char> = document.text.chars().collect();
            let (gold, found) = (gold(document, &text, only)?, found(document, &text, only));
            let pairs = pairs(&gold, &found);
            right[0] += pairs.iter().filter(|(g, f)| gold[*g].place == found[*f].place).count();
            right[1] += pairs.len();
            right[2] += pairs.iter().filter(|(g, f)| gold[*g].value.is_some() && gold[*g].value == found[*f].value).count();
            wanted += gold.len();
            answered += found.len();
        }
        let [strict, relaxed, value] = right.map(|right| figures(right, wanted, answered));
        let shown = |figures: [f64; 3]| figures.map(|figure| format!("{:.1}", 100.0 * figure)).join("/");
        report.text += &format!(
            "{name:<5} gold {wanted} answered {answered}  strict P/R/F {}  relaxed {}  value {}\n",
            shown(strict),
            shown(relaxed),
            shown(value)
        );
        if only.is_none() {
            [("strict", strict), ("relaxed", relaxed), ("value", value)]
                .iter()
                .for_each(|(kind, figures)| report.tell(&format!("dates, {kind} F1"), figures[2]));
        }
    }
    let empty: Vec<&Judged<'_>> = documents.iter().filter(|document| each(&document.gold["timexes"]).next().is_none()).collect();
    if !empty.is_empty() {
        let alarms: usize = empty.iter().map(|document| document.flat.dates.len()).sum();
        report.text += &format!("false positives on {} documents without dates: {alarms}\n", empty.len());
        report.tell("dates, false positives", alarms as f64);
    }
    Ok(report)
}

fn gold(document: &Judged<'_>, text: &[char], only: Option<&str>) -> Result<Vec<Time>> {
    let mut times = Vec::new();
    for time in each(&document.gold["timexes"]) {
        let nested = time["nested"].as_bool().unwrap_or_default();
        if nested || only.is_some_and(|only| time["type"].as_str() != Some(only)) {
            continue;
        }
        let place = trim(text, (number(&time["start"])?, number(&time["end"])?));
        times.push(Time { place, value: time["value"].as_str().map(plain) });
    }
    times.retain(|time| time.place.0 < time.place.1);
    Ok(times)
}

fn found(document: &Judged<'_>, text: &[char], only: Option<&str>) -> Vec<Time> {
    let dates = document.flat.dates.iter().filter(|date| only.is_none_or(|only| date.kind == only));
    let times = dates.map(|date| Time { place: trim(text, date.place), value: date.value.as_deref().map(plain) });
    times.filter(|time| time.place.0 < time.place.1).collect()
}

fn plain(value: &str) -> String {
    value.trim().to_uppercase()
}

fn trim(text: &[char], (mut start, end): Place) -> Place {
    let mut end = end.min(text.len());
    while start < end && MARKS.contains(&text[start]) {
        start += 1;
    }
    while end > start && MARKS.contains(&text[end - 1]) {
        end -= 1;
    }
    (start, end)
}

/// The same place first, then the greatest overlap.
fn pairs(gold: &[Time], found: &[Time]) -> Vec<(usize, usize)> {
    let (mut taken_gold, mut taken_found, mut pairs) = (HashSet::new(), HashSet::new(), Vec::new());
    for (at, time) in gold.iter().enumerate() {
        let same = (0..found.len()).find(|other| found[*other].place == time.place && !taken_found.contains(other));
        if let Some(other) = same {
            taken_gold.insert(at);
            taken_found.insert(other);
            pairs.push((at, other));
        }
    }
    let mut overlaps = Vec::new();
    for at in (0..gold.len()).filter(|at| !taken_gold.contains(at)) {
        for other in (0..found.len()).filter(|other| !taken_found.contains(other)) {
            let (a, b) = (gold[at].place, found[other].place);
            let overlap = a.1.min(b.1).saturating_sub(a.0.max(b.0));
            if overlap > 0 {
                overlaps.push((std::cmp::Reverse(overlap), at, other));
            }
        }
    }
    overlaps.sort_unstable();
    for (_, at, other) in overlaps {
        if !taken_gold.contains(&at) && !taken_found.contains(&other) {
            taken_gold.insert(at);
            taken_found.insert(other);
            pairs.push((at, other));
        }
    }
    pairs
}

/// Precision, recall, F1.
fn figures(right: usize, wanted: usize, answered: usize) -> [f64; 3] {
    let share = |of: usize| if of == 0 { 0.0 } else { right as f64 / of as f64 };
    let (precision, recall) = (share(answered), share(wanted));
    [precision, recall, f1(precision, recall)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_goes_before_the_greater_overlap() {
        let times = |places: &[Place]| places.iter().map(|&place| Time { place, value: None }).collect::<Vec<_>>();
        assert_eq!(pairs(&times(&[(0, 9), (3, 5)]), &times(&[(3, 5), (8, 12)])), [(1, 0), (0, 1)]);
        assert!(pairs(&times(&[(0, 3)]), &times(&[(3, 5)])).is_empty());
        assert_eq!(figures(1, 2, 1), [1.0, 0.5, 2.0 / 3.0]);
    }
}
