//! Places: blocks are the paste's own slices, nothing is lost, and whatever names a place names one inside its block.

use std::collections::HashSet;

use digest_hub::Analysis;
use digest_hub::contract::{Entity, Hub, Mention};

/// Blocks, numbers, ids and mentions.
pub fn check(text: &str, analysis: &Analysis) {
    let units: Vec<u16> = text.encode_utf16().collect();
    blocks(&units, analysis);
    nothing_lost(text, analysis);
    ids(analysis);
    mentions(analysis);
}

fn hubs(analysis: &Analysis) -> impl Iterator<Item = &Hub> {
    [Some(&analysis.hub), analysis.published_hub.as_ref()].into_iter().flatten()
}

fn blocks(units: &[u16], analysis: &Analysis) {
    let mut number = 0;
    let mut at = 0;
    for block in &analysis.article.blocks {
        assert!(block.start >= at, "blocks overlap at {}", block.start);
        at = block.end;
        assert_eq!(String::from_utf16_lossy(&units[block.start..block.end]), block.text, "a block is not the paste's slice");
        assert_eq!(block.number.is_some(), block.kind.is_numbered());
        if let Some(found) = block.number {
            number += 1;
            assert_eq!(found, number, "paragraph numbers are not 1..n");
        }
    }
}

/// Every unit that shows anything is in a block or set aside.
fn nothing_lost(text: &str, analysis: &Analysis) {
    let mut covered = vec![false; text.encode_utf16().count()];
    let blocks = analysis.article.blocks.iter().map(|block| block.start..block.end);
    for range in blocks.chain(analysis.article.set_aside.iter().map(|aside| aside.start..aside.end)) {
        covered[range].fill(true);
    }
    let mut at = 0;
    for c in text.chars() {
        assert!(covered[at] || c.is_whitespace(), "{c:?} at {at} is lost");
        at += c.len_utf16();
    }
}

fn ids(analysis: &Analysis) {
    let ids = hubs(analysis).flat_map(|hub| hub.entities.iter().map(|e| e.id.as_str()).chain(hub.timeline.iter().map(|e| e.id.as_str())));
    let mut seen = HashSet::new();
    ids.for_each(|id| assert!(seen.insert(id), "two things have the id {id}"));
}

/// Every place lies inside its block, begins and ends between characters, and holds something.
fn mentions(analysis: &Analysis) {
    let units: Vec<Vec<u16>> = analysis.article.blocks.iter().map(|block| block.text.encode_utf16().collect()).collect();
    let inside = |mention: &Mention| {
        let block = &units[mention.block];
        assert!(mention.start < mention.end && mention.end <= block.len(), "outside its block: {mention:?}");
        assert!(String::from_utf16(&block[mention.start..mention.end]).is_ok(), "cuts a character: {mention:?}");
    };
    let said = |mention: &Mention| String::from_utf16_lossy(&units[mention.block][mention.start..mention.end]);
    for hub in hubs(analysis) {
        for claim in super::claims(hub) {
            claim.sources.iter().for_each(inside);
            claim.support.iter().flat_map(|support| &support.places).for_each(inside);
        }
        hub.entities.iter().flat_map(|entity| &entity.mentions).for_each(inside);
        hub.entities.iter().for_each(|entity| named(entity, &|mention| (said(mention), is_cut(analysis, mention))));
    }
    for date in &analysis.dates {
        inside(&date.mention);
        // Its words are told as they are read: a line's end is a space, what is set aside between them is left out.
        let aside = is_cut(analysis, &date.mention);
        let (told, slice) = (super::letters(&date.text), super::letters(&said(&date.mention)));
        assert!(told == slice || aside, "a date is not the slice of its block: {date:?}");
        date.anchor.iter().filter_map(|anchor| anchor.mention.as_ref()).for_each(inside);
    }
    assert!(analysis.dates.windows(2).all(|pair| pair[0].mention < pair[1].mention), "dates are not in the order of the text");
    assert!(analysis.notices.iter().filter_map(|notice| notice.block).all(|block| block < units.len()));
}

/// Whether something is set aside inside the place, a note's mark: "Institute of[1] Tides".
fn is_cut(analysis: &Analysis, place: &Mention) -> bool {
    let block = analysis.article.blocks[place.block].start;
    analysis.article.set_aside.iter().any(|aside| aside.start < block + place.end && block + place.start < aside.end)
}

/// How many stops and spaces a title may have: "Lt. Gen. ".
const TITLE: usize = 4;

/// Each place of a card holds one of its names, whatever the case and the marks; a title may stand in front, as in "Dr. Lim".
/// `said` gives a place's words, and whether something inside them is set aside.
fn named(entity: &Entity, said: &dyn Fn(&Mention) -> (String, bool)) {
    let names: Vec<String> = std::iter::once(&entity.name).chain(&entity.aliases).map(|name| super::letters(name)).collect();
    let is_name = |text: &str| names.contains(&super::letters(text));
    for mention in &entity.mentions {
        let (said, cut) = said(mention);
        let ends = said.match_indices(|c: char| c == '.' || c.is_whitespace()).take(TITLE).map(|(at, mark)| &said[at + mark.len()..]);
        let behind_title = said.starts_with(char::is_uppercase) && ends.into_iter().any(is_name);
        assert!(is_name(&said) || behind_title || cut, "{said:?} is no name of {:?}, {:?}", entity.name, entity.aliases);
    }
}
