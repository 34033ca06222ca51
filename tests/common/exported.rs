//! Exports: each is read back by other hands, and says what the hub says.

use digest_hub::contract::{Event, Hub};
use digest_hub::export::{Format, export, export_hub};
use digest_hub::{Analysis, Exported};
use icalendar::{Calendar, CalendarComponent, Component};
use pulldown_cmark::{Event as Mark, HeadingLevel, Parser, Tag, TagEnd};
use serde_json::Value;

/// Every format, of the hub that would be shown and of the made one.
pub fn check(analysis: &Analysis) {
    let json: Value = serde_json::from_str(&export(analysis, Format::Json)).expect("the JSON is JSON");
    assert_eq!(json, serde_json::to_value(analysis).expect("plain data"));
    for which in [Exported::Published, Exported::Made] {
        let published = analysis.published_hub.as_ref().filter(|_| which == Exported::Published);
        let hub = published.unwrap_or(&analysis.hub);
        let written = |format| export_hub(analysis, format, which);
        text(hub, &written(Format::Text));
        tables(hub, &written(Format::EntitiesCsv), &written(Format::TimelineCsv));
        calendar(hub, &written(Format::ICalendar));
        linked(hub, &written(Format::JsonLd));
        markdown(analysis, hub, &written(Format::Markdown));
    }
}

fn text(hub: &Hub, text: &str) {
    // A claim's last full stop stands behind its marks.
    super::claims(hub).for_each(|claim| assert!(text.contains(claim.text.trim_end_matches('.')), "the text lacks {:?}", claim.text));
}

fn tables(hub: &Hub, entities: &str, timeline: &str) {
    let (entities, timeline) = (rows(entities), rows(timeline));
    assert_eq!((entities.len(), timeline.len()), (hub.entities.len(), hub.timeline.len()));
    for cell in entities.iter().chain(&timeline).flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']), "a spreadsheet would run {cell:?}");
    }
    // What a spreadsheet would run has an apostrophe in front.
    let same = |cell: &str, text: &str| cell == text || cell.strip_prefix('\'') == Some(text);
    for (row, entity) in entities.iter().zip(&hub.entities) {
        assert!(same(&row[0], &entity.name) && same(&row[2], &entity.aliases.join("; ")), "{row:?}");
    }
    for (row, event) in timeline.iter().zip(&hub.timeline) {
        assert!(same(&row[0], &event.label) && same(&row[6], &event.claim.text), "{row:?}");
    }
}

/// The rows of a table behind its head.
pub fn rows(table: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(table.as_bytes());
    reader.records().map(|row| row.expect("rows of one length")).collect()
}

fn calendar(hub: &Hub, text: &str) {
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is longer than 75 octets");
    let calendar: Calendar = text.parse().unwrap_or_else(|error| panic!("no calendar: {error}\n{text}"));
    assert_eq!(calendar.components.len(), hub.timeline.len());
    for (component, event) in calendar.components.iter().zip(&hub.timeline) {
        let (summary, start) = match component {
            CalendarComponent::Event(found) => (found.property_value("SUMMARY"), found.property_value("DTSTART")),
            CalendarComponent::Other(found) => (found.property_value("SUMMARY"), found.property_value("DTSTART")),
            _ => (None, None),
        };
        happening(event, summary.expect("a summary"), start);
    }
}

/// A day where the text states one, else a note that opens with the label; in either the claim.
fn happening(event: &Event, summary: &str, start: Option<&str>) {
    let shown = without_controls(&event.claim.text);
    // The parser hands some values over as they stand in the file.
    let said = [summary.to_owned(), summary.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")];
    assert!(said.iter().any(|said| said.trim_end().ends_with(shown.trim_end())), "{summary:?} does not say {shown:?}");
    match start {
        Some(day) => assert_eq!(Some(day.to_owned()), event.earliest.map(|day| day.to_string().replace('-', ""))),
        None => assert!(said.iter().any(|said| said.starts_with(&without_controls(&event.label))), "{summary:?} has no label"),
    }
}

fn without_controls(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

fn linked(hub: &Hub, text: &str) {
    assert!(!text.contains('<'), "it could end the element that carries it");
    let node: Value = serde_json::from_str(text).expect("JSON-LD is JSON");
    let names = |list: &str| -> Vec<String> {
        node[list].as_array().into_iter().flatten().filter_map(|node| node["name"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(names("mentions"), hub.entities.iter().map(|entity| entity.name.clone()).collect::<Vec<_>>());
    assert_eq!(names("about"), hub.timeline.iter().map(|event| event.claim.text.clone()).collect::<Vec<_>>());
}

/// Nothing of an article becomes markup: the headings are the names, and the rest is text and the lists that were meant.
fn markdown(analysis: &Analysis, hub: &Hub, text: &str) {
    let (front, body) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).expect("front matter");
    for line in front.lines() {
        let (key, value) = line.split_once(": ").expect("a key and its value");
        assert!(!matches!(key, "title" | "author") || serde_json::from_str::<String>(value).is_ok(), "{line}");
    }
    let mut heading = None;
    let (mut titles, mut names, mut items) = (Vec::new(), Vec::new(), 0);
    for mark in Parser::new(body) {
        match mark {
            Mark::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Mark::End(TagEnd::Heading(level)) => {
                let text = squeezed(&heading.take().unwrap_or_default());
                match level {
                    HeadingLevel::H1 => titles.push(text),
                    HeadingLevel::H3 => names.push(text),
                    _ => {}
                }
            }
            Mark::Text(text) => heading.iter_mut().for_each(|heading| heading.push_str(&text)),
            Mark::Start(Tag::Item) => items += 1,
            Mark::SoftBreak | Mark::Start(Tag::Paragraph | Tag::List(None) | Tag::Strong | Tag::Emphasis) | Mark::End(_) => {}
            other => panic!("the article became markup: {other:?}\n{body}"),
        }
    }
    assert_eq!(titles, analysis.article.title.iter().map(|title| squeezed(title)).collect::<Vec<_>>());
    assert_eq!(names, hub.entities.iter().map(|entity| squeezed(&entity.name)).collect::<Vec<_>>());
    assert_eq!(items, hub.digest.key_points.len() + hub.timeline.len());
}

fn squeezed(text: &str) -> String {
    without_controls(text).trim().split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
