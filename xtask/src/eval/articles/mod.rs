//! Whole articles against gold: paragraphs, who's who, timeline, digest. What a gold document lacks is left out.

mod digest;
mod entities;
mod timeline;
pub mod words;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::Result;
use serde_json::Value;

use self::timeline::Entry;
use super::Judged;
use super::flat::{Named, Place, Said, each, number};
use super::measure::{Counts, Report, f1};

/// A sentence and the gold paragraphs, from 0, that it rests on.
pub struct Cited {
    /// The sentence.
    pub text: String,
    /// Sorted.
    pub paragraphs: Vec<usize>,
}

struct Counted {
    paragraphs: Option<Counts>,
    entities: entities::Counted,
    timeline: Option<timeline::Counted>,
    values: Option<Counts>,
    digest: digest::Counted,
}

/// A line for each measure that some document has gold for.
pub fn report(documents: &[Judged<'_>]) -> Result<Report> {
    let counted = documents.iter().map(count).collect::<Result<Vec<_>>>()?;
    let mut report = Report::default();
    let mut line = |name: &str, counts: Vec<Counts>| {
        if let Some(figures) = total(&counts) {
            tell(&mut report, name, figures);
        }
    };
    let entities = |of: fn(&entities::Counted) -> Counts| counted.iter().map(|one| of(&one.entities)).collect();
    let timeline = |of: fn(&timeline::Counted) -> Counts| counted.iter().filter_map(|one| one.timeline.as_ref().map(of)).collect();
    line("paragraphs right", counted.iter().filter_map(|one| one.paragraphs).collect());
    line("entity name", entities(|one| one.name));
    line("entity name + type", entities(|one| one.kind));
    line("mention exact", entities(|one| one.exact));
    line("mention overlap", entities(|one| one.overlap));
    line("CEAF-e", entities(|one| one.ceaf));
    line("date, essential", timeline(|one| one.essential));
    line("date, all", timeline(|one| one.all));
    line("date + event, essential", timeline(|one| one.essential_events));
    line("date + event, all", timeline(|one| one.all_events));
    line("date value set", counted.iter().filter_map(|one| one.values).collect());
    line("paragraphs of key points", counted.iter().filter_map(|one| one.digest.paragraphs).collect());
    tell(&mut report, "B-cubed", b_cubed(&counted));
    let lost: usize = documents.iter().map(|document| document.flat.lost).sum();
    let _ = writeln!(report.text, "{:<32} {lost}", "lost characters");
    report.tell("lost characters", lost as f64);
    shares(&counted, &mut report);
    rouges(&counted, &mut report);
    Ok(report)
}

/// A line of precision, recall and F1, and the last of them as a figure.
fn tell(report: &mut Report, name: &str, [precision, recall, f1]: [f64; 3]) {
    let _ = writeln!(report.text, "{name:<32} P {precision:.4}  R {recall:.4}  F1 {f1:.4}");
    report.tell(name, f1);
}

fn count(document: &Judged<'_>) -> Result<Counted> {
    let (gold, flat) = (document.gold, &document.flat);
    let spans = each(&gold["paragraph_spans"]).map(|span| Ok((number(&span[0])?, number(&span[1])?))).collect::<Result<Vec<Place>>>()?;
    // Some gold covers the front of its text alone.
    let end = gold["scope_end"].as_u64().and_then(|end| usize::try_from(end).ok());
    let cited = |claims: &[Said]| claims.iter().map(|said| cited(said, &spans)).collect::<Vec<_>>();
    let mut cards: Vec<Named> = flat.entities.clone();
    let entry = |event: &super::flat::Happening| Entry {
        label: event.label.clone(),
        date: event.date.clone().unwrap_or_default(),
        cited: self::cited(&event.said, &spans),
    };
    let mut entries: Vec<Entry> = flat.timeline.iter().map(entry).collect();
    if let Some(end) = end {
        cards.iter_mut().for_each(|card| card.mentions.retain(|place| place.1 <= end));
        cards.retain(|card| !card.mentions.is_empty());
        entries.retain(|entry| entry.cited.paragraphs.is_empty() || entry.cited.paragraphs.iter().any(|n| spans[*n].0 < end));
    }
    let inside = |places: &[Place]| places.iter().copied().filter(|place| end.is_none_or(|end| place.1 <= end)).collect::<BTreeSet<_>>();
    let (mine, theirs) = (inside(&flat.blocks), inside(&spans));
    let synthetic = gold["paragraphs_synthetic"].as_bool().unwrap_or_default();
    Ok(Counted {
        paragraphs: (!synthetic).then(|| Counts::of(mine.intersection(&theirs).count(), mine.len(), theirs.len())),
        entities: entities::count(gold, &cards)?,
        timeline: timeline::count(gold, &entries)?,
        values: timeline::count_values(gold, &entries),
        digest: digest::count(gold, &cited(&flat.key_points), &cited(&flat.summary), &entries)?,
    })
}

/// A source that runs over several gold paragraphs speaks for none.
fn cited(said: &Said, spans: &[Place]) -> Cited {
    let mut paragraphs = BTreeSet::new();
    for source in &said.sources {
        let mut over = (0..spans.len()).filter(|&at| source.0 < spans[at].1 && spans[at].0 < source.1);
        if let (Some(only), None) = (over.next(), over.next()) {
            paragraphs.insert(only);
        }
    }
    Cited { text: said.text.clone(), paragraphs: paragraphs.into_iter().collect() }
}

/// Numbers of paragraphs, from 0.
fn numbers_of(list: &Value) -> Result<Vec<usize>> {
    each(list).map(number).collect()
}

fn total(counts: &[Counts]) -> Option<[f64; 3]> {
    let mut all = *counts.first()?;
    counts[1..].iter().for_each(|one| all.add(*one));
    Some(all.figures())
}

fn b_cubed(counted: &[Counted]) -> [f64; 3] {
    let side = |at: usize| {
        let (sum, count) = counted.iter().map(|one| one.entities.b_cubed[at]).fold((0.0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        if count == 0 { 0.0 } else { sum / count as f64 }
    };
    let (precision, recall) = (side(0), side(1));
    [precision, recall, f1(precision, recall)]
}

fn shares(counted: &[Counted], report: &mut Report) {
    let timelines = || counted.iter().filter_map(|one| one.timeline.as_ref());
    let covered = |at: usize| counted.iter().filter_map(|one| Some(one.digest.covered?[at])).collect::<Vec<_>>();
    for (name, parts) in [
        ("core entity recall", counted.iter().map(|one| one.entities.core).collect()),
        ("alias recall", counted.iter().map(|one| one.entities.alias).collect()),
        ("timeline cites right paragraph", timelines().map(|one| one.paragraph).collect()),
        ("timeline in order", timelines().map(|one| one.order).collect()),
        ("must-cover by key points", covered(0)),
        ("must-cover with summary", covered(1)),
        ("traceable sentences", counted.iter().map(|one| one.digest.traced).collect::<Vec<_>>()),
    ] {
        let [right, of] = parts.iter().fold([0, 0], |sum, part| [sum[0] + part[0], sum[1] + part[1]]);
        if of > 0 {
            let share = right as f64 / of as f64;
            let _ = writeln!(report.text, "{name:<32} {share:.4}  ({right} of {of})");
            report.tell(name, share);
        }
    }
    if timelines().next().is_some() {
        let (name, traps) = ("date traps hit", timelines().map(|one| one.traps).sum::<usize>());
        let _ = writeln!(report.text, "{name:<32} {traps}");
        report.tell(name, traps as f64);
    }
}

fn rouges(counted: &[Counted], report: &mut Report) {
    let summaries = |at: usize| counted.iter().filter_map(|one| Some(one.digest.summaries?[at])).collect();
    for (name, rouges) in [
        ("key points ~ gold", counted.iter().filter_map(|one| one.digest.points).collect()),
        ("key points ~ best summary", summaries(0)),
        ("summary ~ best summary", summaries(1)),
    ] {
        let rouges: Vec<digest::Rouge> = rouges;
        for (kind, at) in [("1", 0), ("2", 1), ("L", 2)].into_iter().filter(|_| !rouges.is_empty()) {
            let mean = |figure: usize| rouges.iter().map(|rouge| rouge[at][figure]).sum::<f64>() / rouges.len() as f64;
            tell(report, &format!("ROUGE-{kind} {name}"), [mean(0), mean(1), mean(2)]);
        }
    }
    let words = |at: usize| counted.iter().map(|one| one.digest.words[at]).sum::<usize>() as f64 / counted.len().max(1) as f64;
    let _ = writeln!(report.text, "{:<32} {:.1} {:.1}", "words of key points, of summary", words(0), words(1));
}
