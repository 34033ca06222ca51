//! Whether what happened is in the timeline, and in the right order: events of a text are their trigger words, relations say
//! which of two came after the other (TimeSET).

use std::collections::HashMap;

use anyhow::Result;
use serde_json::Value;

use super::Judged;
use super::flat::{Place, Said, each, number, string};
use super::measure::Report;

#[derive(Default)]
struct Counted {
    events: usize,
    /// In an entry of the timeline.
    entered: usize,
    /// There, or in the digest.
    told: usize,
    /// Entries of the timeline.
    entries: usize,
    /// Pairs of events of different entries, one behind the other.
    pairs: usize,
    ordered: usize,
}

/// One line.
pub fn report(documents: &[Judged<'_>]) -> Result<Report> {
    let mut counted = Counted::default();
    for document in documents {
        count(document, &mut counted)?;
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    let text = format!(
        "{} documents  events in the timeline {:.3}  in the hub {:.3} (of {})  entries per article {:.1}  order {:.3} (of {} pairs)\n",
        documents.len(),
        share(counted.entered, counted.events),
        share(counted.told, counted.events),
        counted.events,
        share(counted.entries, documents.len()),
        share(counted.ordered, counted.pairs),
        counted.pairs,
    );
    Ok(Report { text, ..Report::default() })
}

fn count(document: &Judged<'_>, counted: &mut Counted) -> Result<()> {
    let flat = &document.flat;
    let mut entry_of: HashMap<String, usize> = HashMap::new();
    for event in each(&document.gold["events"]) {
        let trigger = (number(&event["start"])?, number(&event["end"])?);
        let entry = flat.timeline.iter().position(|entry| holds(&entry.said, trigger));
        let digest = || flat.key_points.iter().chain(&flat.summary).any(|said| holds(said, trigger));
        counted.events += 1;
        counted.entered += usize::from(entry.is_some());
        counted.told += usize::from(entry.is_some() || digest());
        if let Some(entry) = entry {
            entry_of.insert(string(&event["id"]), entry);
        }
    }
    counted.entries += flat.timeline.len();
    let entry = |event: &Value| entry_of.get(&string(event)).copied();
    for relation in each(&document.gold["relations"]).filter(|relation| relation["type"] == "AFTER") {
        if let (Some(a), Some(b)) = (entry(&relation["a"]), entry(&relation["b"]))
            && a != b
        {
            counted.pairs += 1;
            counted.ordered += usize::from(a < b);
        }
    }
    Ok(())
}

fn holds(said: &Said, trigger: Place) -> bool {
    said.sources.iter().any(|source| source.0 <= trigger.0 && trigger.1 <= source.1)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::eval::flat::{Flat, Happening};

    #[test]
    fn an_event_counts_where_an_entry_was_made_of_its_words() {
        let entry = |place: Place| Happening {
            label: String::new(),
            date: None,
            said: Said { text: String::new(), sources: vec![place], cited: Vec::new() },
        };
        let gold = json!({
            "events": [{ "id": "a", "start": 0, "end": 4 }, { "id": "b", "start": 10, "end": 14 }, { "id": "c", "start": 30, "end": 34 }],
            "relations": [{ "type": "AFTER", "a": "b", "b": "a" }, { "type": "AFTER", "a": "c", "b": "a" }, { "type": "COEX", "a": "a", "b": "b" }],
        });
        let flat = Flat { timeline: vec![entry((0, 9)), entry((9, 20))], ..Flat::default() };
        let line = report(&[Judged { gold: &gold, text: "", flat }]).unwrap().text;
        assert!(line.contains("timeline 0.667  in the hub 0.667 (of 3)"), "{line}");
        assert!(line.contains("order 0.000 (of 1 pairs)"), "{line}");
    }
}
