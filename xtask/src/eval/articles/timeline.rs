//! What happened when, against gold: are the dates there, do they tell the same event, are they in order.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::Value;

use super::words::{content, fold};
use super::{Cited, numbers_of};
use crate::eval::flat::{each, string, strings};
use crate::eval::measure::{Counts, assign};

/// Counts of one document.
#[derive(Clone, Default)]
pub struct Counted {
    /// Dates that a reader must be told.
    pub essential: Counts,
    /// Every date of the gold.
    pub all: Counts,
    /// The same, of entries that also tell the event.
    pub essential_events: Counts,
    /// The same.
    pub all_events: Counts,
    /// Matched entries that rest on a paragraph of the gold's: right, of.
    pub paragraph: [usize; 2],
    /// Neighbours in order: right, of.
    pub order: [usize; 2],
    /// Entries that a trap lured.
    pub traps: usize,
}

struct Gold {
    dates: Vec<String>,
    words: HashSet<String>,
    paragraphs: Vec<usize>,
    essential: bool,
}

/// An entry of the answer.
pub struct Entry {
    /// Its label.
    pub label: String,
    /// Its EDTF date.
    pub date: String,
    /// Its event.
    pub cited: Cited,
}

/// Judges the entries where the gold has a timeline.
pub fn count(document: &Value, entries: &[Entry]) -> Result<Option<Counted>> {
    if document.get("timeline").is_none() {
        return Ok(None);
    }
    let gold = each(&document["timeline"]).map(gold).collect::<Result<Vec<_>>>()?;
    let words: Vec<HashSet<String>> = entries.iter().map(|entry| content(&entry.cited.text).into_iter().collect()).collect();
    let fit = |g: usize, at: usize| -> (f64, bool) {
        let shared = gold[g].words.intersection(&words[at]).count();
        let overlap = shared as f64 / gold[g].words.len().min(words[at].len()).max(1) as f64;
        (overlap, gold[g].paragraphs.iter().any(|n| entries[at].cited.paragraphs.contains(n)))
    };
    let pairs = |tells_event: bool| {
        let weight = |g: usize, at: usize| {
            let ((overlap, same), dated) = (fit(g, at), gold[g].dates.iter().any(|date| same_date(&entries[at].date, date)));
            let told = !tells_event || overlap >= 0.3 || same && overlap >= 0.15;
            let bonus = |holds: bool, value: f64| if holds { value } else { 0.0 };
            if dated && told { 1000.0 + 100.0 * overlap + bonus(same, 20.0) + bonus(gold[g].essential, 5.0) } else { 0.0 }
        };
        assign(&(0..gold.len()).map(|g| (0..entries.len()).map(|at| weight(g, at)).collect()).collect::<Vec<Vec<f64>>>())
    };
    let essential = gold.iter().filter(|gold| gold.essential).count();
    let counts = |pairs: &[(usize, usize)]| {
        let right = pairs.iter().filter(|(g, _)| gold[*g].essential).count();
        // What the gold has as an extra is neither right nor wrong.
        let judged = entries.len() - (pairs.len() - right);
        (Counts::of(right, judged, essential), Counts::of(pairs.len(), entries.len(), gold.len()))
    };
    let (by_date, by_event) = (pairs(false), pairs(true));
    let ((essential, all), (essential_events, all_events)) = (counts(&by_date), counts(&by_event));
    let paragraph = [by_date.iter().filter(|(g, at)| fit(*g, *at).1).count(), by_date.len()];
    let traps: Vec<String> = strings(&document["traps"]).iter().map(|trap| fold(trap)).filter(|trap| !trap.is_empty()).collect();
    let lured = entries.iter().filter(|entry| traps.iter().any(|trap| fold(&entry.label).contains(trap))).count();
    Ok(Some(Counted { essential, all, essential_events, all_events, paragraph, order: order(entries), traps: lured }))
}

fn gold(event: &Value) -> Result<Gold> {
    let dates = std::iter::once(string(&event["date"])).chain(strings(&event["alt"])).collect();
    let words = content(event["text"].as_str().unwrap_or_default()).into_iter().collect();
    let essential = event["essential"].as_bool().unwrap_or_default();
    Ok(Gold { dates, words, paragraphs: numbers_of(&event["paragraphs"])?, essential })
}

/// The dates that the gold states as values without events: right, answered, wanted.
pub fn count_values(document: &Value, entries: &[Entry]) -> Option<Counts> {
    if document.get("timeline").is_some() || document.get("dates").is_none() {
        return None;
    }
    let mut gold: Vec<String> = Vec::new();
    for date in each(&document["dates"]) {
        let value = string(&date["when"]);
        let day = date["timex"].as_str().is_none_or(|kind| kind == "DATE") && date["tag"] != "time" && date["kind"] != "bounds";
        let dated = value.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
        if day && dated && !gold.contains(&plain(&value)) {
            gold.push(plain(&value));
        }
    }
    let mut answered: Vec<String> = Vec::new();
    for entry in entries {
        let date = plain(&entry.date);
        if !answered.contains(&date) {
            answered.push(date);
        }
    }
    let weight = |gold: &String, date: &String| f64::from(u8::from(same_date(date, gold)));
    let weights: Vec<Vec<f64>> = gold.iter().map(|gold| answered.iter().map(|date| weight(gold, date)).collect()).collect();
    Some(Counts::of(assign(&weights).len(), answered.len(), gold.len()))
}

/// Years of neighbours that do not fall.
fn order(entries: &[Entry]) -> [usize; 2] {
    let dates: Vec<String> = entries
        .iter()
        .map(|entry| plain(&entry.date).trim_start_matches('/').split('/').next().unwrap_or_default().chars().take(4).collect())
        .filter(|year: &String| !year.is_empty())
        .collect();
    [dates.windows(2).filter(|pair| pair[0] <= pair[1]).count(), dates.len().saturating_sub(1)]
}

/// An answer is right where it says the gold's date, or one inside it; a range where each stated side does.
fn same_date(answer: &str, gold: &str) -> bool {
    let (answer, gold) = (plain(answer), plain(gold));
    if answer.is_empty() || gold.is_empty() || answer.contains('/') != gold.contains('/') {
        return false;
    }
    let Some((first, last)) = sides(&gold) else { return inside(&answer, &gold) };
    let (from, to) = sides(&answer).unwrap_or_default();
    let side = |answer: &str, gold: &str| if gold.is_empty() { answer.is_empty() } else { inside(answer, gold) };
    (!first.is_empty() || !last.is_empty()) && side(from, first) && side(to, last)
}

fn sides(range: &str) -> Option<(&str, &str)> {
    let mut sides = range.split('/');
    Some((sides.next()?, sides.next()?))
}

/// As many parts of the answer as the gold has.
fn inside(answer: &str, gold: &str) -> bool {
    answer.split('-').take(gold.split('-').count()).collect::<Vec<_>>().join("-") == gold
}

/// EDTF and TIMEX3 in one form: no blur, no time of day, seasons and quarters as numbers, open ends empty.
fn plain(date: &str) -> String {
    const PARTS: [(&str, &str); 8] =
        [("SP", "21"), ("SU", "22"), ("FA", "23"), ("WI", "24"), ("Q1", "33"), ("Q2", "34"), ("Q3", "35"), ("Q4", "36")];
    let mut date = date.trim().to_uppercase().replace(['~', '?', '%'], "");
    if let Some(at) = date.match_indices('T').map(|(at, _)| at).find(|at| is_clock(&date[at + 1..])) {
        date.truncate(at);
    }
    for (name, number) in PARTS {
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if let Some(at) = date.find(&format!("-{name}")).filter(|at| ends(&date[at + 3..])) {
            date.replace_range(at + 1..at + 3, number);
        }
    }
    date.replace("-XX", "").replace("OPEN", "..").replace("UNKNOWN", "..").replace("/..", "/").replace("../", "/")
}

/// "10:30", "1030".
fn is_clock(text: &str) -> bool {
    let digits = |from: usize| text.as_bytes().get(from..from + 2).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
    digits(0) && (digits(2) || text.as_bytes().get(2) == Some(&b':') && digits(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_as_far_as_the_gold_says() {
        for (answer, gold) in [("2025-10-23", "2025-10"), ("2018/..", "2018/OPEN"), ("../2025-05", "/2025-05"), ("2025-21", "2025-SP")] {
            assert!(same_date(answer, gold), "{answer} {gold}");
        }
        for (answer, gold) in [("2025", "2025-10"), ("2018", "2018/.."), ("2018/2019", "2018/.."), ("", "2018"), ("..", "../..")] {
            assert!(!same_date(answer, gold), "{answer} {gold}");
        }
        assert_eq!(plain("2025-10-23T10:30"), "2025-10-23");
        assert_eq!(plain("2025-XX-XX~"), "2025");
    }
}
