//! Claims: what is made here rests on its sources, cites where they lie, and stands in order.

use std::collections::{BTreeSet, HashSet};

use digest_hub::Analysis;
use digest_hub::contract::{Claim, Event, Modifier};

use super::borne;

/// The made hub's claims, parts and order; of a published hub, that its places are among what it cites.
pub fn check(analysis: &Analysis) {
    super::claims(&analysis.hub).for_each(|claim| made(analysis, claim));
    let published = analysis.published_hub.iter().flat_map(super::claims);
    for claim in super::claims(&analysis.hub).chain(published) {
        let numbers = claim.sources.iter().filter_map(|source| analysis.article.blocks[source.block].number);
        assert!(numbers.into_iter().all(|n| claim.paragraphs.contains(&n)), "a source is not cited: {}", claim.text);
        assert!(claim.dates.iter().all(|date| *date < analysis.dates.len()));
    }
    parts(analysis);
    order(&analysis.hub.timeline);
}

/// Its sources bear out every made claim.
pub fn check_borne(analysis: &Analysis) {
    for claim in super::claims(&analysis.hub) {
        let said: Vec<String> = claim.sources.iter().map(|source| slice(analysis, source)).collect();
        borne::check(claim, &said);
    }
}

/// It cites exactly the paragraphs of its sources, and has neither a number nor a quotation of its own.
fn made(analysis: &Analysis, claim: &Claim) {
    let cited: BTreeSet<u32> = claim.sources.iter().filter_map(|source| analysis.article.blocks[source.block].number).collect();
    assert!(!claim.sources.is_empty(), "a claim without a source: {}", claim.text);
    assert!(!claim.text.trim().is_empty(), "a claim says nothing");
    assert_eq!(claim.paragraphs, cited.into_iter().collect::<Vec<_>>(), "{}", claim.text);
    let said: Vec<String> = claim.sources.iter().map(|source| slice(analysis, source)).collect();
    let values = claim.dates.iter().filter_map(|&date| analysis.dates[date].edtf.clone());
    let known: HashSet<String> = said.iter().cloned().chain(values).flat_map(|text| numbers(&text)).collect();
    let joined: String = said.iter().flat_map(|text| text.chars()).filter(char::is_ascii_digit).collect();
    for number in numbers(&claim.text) {
        // A number broken at a line end stands in two pieces.
        assert!(known.contains(&number) || joined.contains(&number), "{number} stands in no source of: {}", claim.text);
    }
    assert_eq!(claim.text.matches('“').count(), claim.text.matches('”').count(), "an open quotation: {}", claim.text);
}

fn slice(analysis: &Analysis, place: &digest_hub::contract::Mention) -> String {
    let units = analysis.article.blocks[place.block].text.encode_utf16().skip(place.start).take(place.end - place.start);
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}

/// Runs of digits, full-width ones as ASCII, without leading zeros.
fn numbers(text: &str) -> Vec<String> {
    let plain: String =
        text.chars().map(|c| if ('０'..='９').contains(&c) { char::from(b'0' + (c as u32 - '０' as u32) as u8) } else { c }).collect();
    let runs = plain.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.trim_start_matches('0').to_owned()).collect()
}

/// The parts tile the numbered paragraphs, and each cites one of its own.
fn parts(analysis: &Analysis) {
    let parts = &analysis.hub.digest.summary;
    let mut next = 1;
    for part in parts {
        assert_eq!(part.first, next, "the parts do not tile the paragraphs");
        let own = part.claims.iter().flat_map(|claim| &claim.paragraphs).any(|n| (part.first..=part.last).contains(n));
        assert!(own, "a part cites none of its own");
        next = part.last + 1;
    }
    let last = analysis.article.blocks.iter().filter_map(|block| block.number).max().unwrap_or(0);
    assert!(parts.is_empty() || next == last + 1, "the parts end at {next}, the paragraphs at {last}");
}

/// The year of an EDTF value, or of the first bounded side of one, counted back from 1 BC, which is 0.
fn year_before_christ(edtf: &str) -> Option<i32> {
    let year = edtf.trim_start_matches(['.', '/']);
    let digits = year.strip_prefix('-').or_else(|| Some(year).filter(|year| year.starts_with("0000")))?;
    digits.get(..4)?.parse().ok()
}

/// How many days behind its beginning a period is thought to stand: late in a year is behind its September.
fn later(event: &Event) -> i32 {
    let side = event.date.as_deref().unwrap_or_default().trim_start_matches(['/', '.']).split('/').next().unwrap_or_default();
    let is_year = side.len() == 4 && side.bytes().all(|b| b.is_ascii_digit());
    let is_month = side.len() == 7 && side[5..] <= *"12";
    match event.modifier {
        Some(Modifier::Late) if is_year => 273,
        Some(Modifier::Mid) if is_year => 150,
        Some(Modifier::Late) if is_month => 20,
        Some(Modifier::Mid) if is_month => 10,
        _ => 0,
    }
}

/// By the first bounded side.
fn order(timeline: &[Event]) {
    let day = |event: &Event| {
        // Years before Christ have no days; the least of them is long before the first year.
        let before_christ = || event.date.as_deref().and_then(year_before_christ).map(|year| i32::MIN / 2 - 1000 * year);
        let dated = event.earliest.or(event.latest).map(|date| date.days() + later(event));
        dated.or_else(before_christ).unwrap_or(i32::MAX)
    };
    for pair in timeline.windows(2) {
        assert!(day(&pair[0]) <= day(&pair[1]), "{} stands in front of {}", pair[0].label, pair[1].label);
    }
    for event in timeline {
        assert!(event.earliest.zip(event.latest).is_none_or(|(first, last)| first <= last), "{} ends before it begins", event.label);
    }
}
