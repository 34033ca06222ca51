//! What a fuzz target does with one input, a text; `tests/corpus.rs` replays the kept inputs through the same functions.

use digest_hub::contract::{Claim, Entity, EntityKind, Event, EventDateSource, Hub, Part};
use digest_hub::{Analysis, Date, Exported, Format, Length, Options, Publication, export, text_from_html};

use crate::common::{analyze, analyze_with, check_exports, check_form, claims};

/// The whole pipeline at every length of the summary: each promise holds, and the same paste gives the same bytes.
pub fn paste(text: &str) {
    let analysis = analyze(text);
    check_form(text, &analysis);
    let json = |analysis: &Analysis| serde_json::to_string(analysis).expect("plain data");
    assert_eq!(json(&analysis), json(&analyze(text)), "the same paste gave other bytes");
    for length in [Length::Short, Length::Long] {
        check_form(text, &analyze_with(text, &Options { length, ..Options::default() }));
    }
}

/// Pasted HTML: whatever the markup, there is a text, and the promises hold for it.
pub fn html(markup: &str) {
    let text = text_from_html(markup);
    check_form(&text, &analyze(&text));
}

/// A page with a hub of its publisher's: what is shown as the publisher's words stands in the paste.
pub fn hub(text: &str) {
    let analysis = analyze(text);
    check_form(text, &analysis);
    let Some(hub) = &analysis.published_hub else { return };
    let page = squashed(text);
    let stands = |said: &str| assert!(page.contains(&squashed(said)), "the publisher never wrote {said:?}");
    hub.entities.iter().for_each(|entity| stands(&entity.name));
    hub.timeline.iter().for_each(|event| stands(&event.label));
    // Marks stand between the words and the stop of a claim.
    claims(hub).for_each(|claim| claim.text.split_whitespace().for_each(|word| stands(word.trim_end_matches(END))));
}

const END: [char; 12] = ['.', '!', '?', '…', ',', ';', ')', '"', '”', '’', '。', ':'];

fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The first line may be the day of publication: dates stand where they stand whatever that day, and name days that exist.
pub fn dates(input: &str) {
    let (line, text) = input.split_once('\n').unwrap_or_default();
    let Some(published) = Date::from_iso(line.trim()) else { return dates_of(input, None) };
    dates_of(text, Some(published));
}

fn dates_of(text: &str, published: Option<Date>) {
    let read = |published| analyze_with(text, &Options { published: Publication::from(published), ..Options::default() });
    let analysis = read(published);
    check_form(text, &analysis);
    // The year 0 of EDTF is 1 BC, and no other.
    let before_christ = |value: &Option<String>| value.as_ref().is_some_and(|value| value.starts_with("BC"));
    for date in &analysis.dates {
        let is_of_none = |value: &str| value.starts_with("0000") && !before_christ(&date.value);
        for value in [&date.value, &date.edtf].into_iter().flatten() {
            let day = value
                .get(..10)
                .filter(|day| day.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() }));
            assert!(!is_of_none(value), "{:?} is of no year: {value}", date.text);
            assert!(day.is_none_or(|day| Date::from_iso(day).is_some()), "{:?} is no day: {value}", date.text);
        }
    }
    let places = |analysis: &Analysis| analysis.dates.iter().map(|date| date.mention).collect::<Vec<_>>();
    let other = published.and_then(|day| day.plus_days(400)).or(Date::new(2025, 10, 29));
    assert_eq!(places(&analysis), places(&read(other)), "another day of publication moved a date in the text");
}

/// A hub whose every field is a line of the input, so that exports meet what no article would give them; then the text
/// export is pasted again.
pub fn exports(input: &str) {
    let mut analysis = analyze(input);
    check_form(input, &analysis);
    let lines: Vec<&str> = input.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !lines.is_empty() {
        analysis.article.title = Some(lines[0].to_owned());
        analysis.article.byline = lines.last().map(|line| (*line).to_owned());
        analysis.hub = made_of(&lines);
        check_exports(&analysis);
    }
    let again = export::export_hub(&analysis, Format::Text, Exported::Made);
    check_form(&again, &analyze(&again));
}

fn made_of(lines: &[&str]) -> Hub {
    let claim = |at: usize| Claim {
        text: lines[at % lines.len()].to_owned(),
        paragraphs: (0..at % 3).map(|n| n as u32).collect(),
        sources: Vec::new(),
        dates: Vec::new(),
        support: None,
    };
    let name = |at: usize| lines[at % lines.len()].to_owned();
    let mut hub = Hub::default();
    hub.digest.key_points = (0..3).map(claim).collect();
    hub.digest.summary = vec![Part { first: 1, last: 2, claims: (1..4).map(claim).collect() }];
    hub.entities = (0..lines.len().min(8)).map(|at| entity(at, &name, claim(at + 1))).collect();
    hub.timeline = (0..lines.len().min(8)).map(|at| event(at, name(at + 2), claim(at))).collect();
    hub
}

fn entity(at: usize, name: &dyn Fn(usize) -> String, said: Claim) -> Entity {
    const KINDS: [EntityKind; 5] =
        [EntityKind::Company, EntityKind::Organisation, EntityKind::Person, EntityKind::Place, EntityKind::Other];
    Entity {
        id: format!("e{at}"),
        name: name(at),
        kind: KINDS[at % KINDS.len()],
        aliases: vec![name(at + 3), name(at + 5)],
        ticker: Some(name(at + 4)).filter(|_| at.is_multiple_of(2)),
        role: Some(name(at + 6)).filter(|_| at.is_multiple_of(3)),
        description: vec![said],
        mentions: Vec::new(),
        salience: 500,
    }
}

fn event(at: usize, label: String, claim: Claim) -> Event {
    let day = Date::from_days(20_000 + at as i32);
    let dated = at.is_multiple_of(2);
    Event {
        id: format!("t{at}"),
        date: day.map(|day| if dated { day.to_string() } else { day.year().to_string() }),
        label,
        earliest: day,
        latest: day,
        modifier: None,
        expected: false,
        date_from: EventDateSource::Text,
        salience: 500,
        dates: Vec::new(),
        claim,
    }
}
