//! What several test files share.

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use digest_hub::contract::{Claim, Hub, Mention};
use digest_hub::{Analysis, Analyzer, Options};
use serde_json::Value;

static SCHEMA: LazyLock<(Schemas, SchemaIndex)> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(include_str!("../../www/analysis.schema.json")).expect("the schema is JSON");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("analysis.schema.json", schema).expect("the schema has an address");
    let index = compiler.compile("analysis.schema.json", &mut schemas).expect("the schema compiles");
    (schemas, index)
});

/// Reading the weights takes far longer than reading a paste.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(None).expect("the built-in weights"));

/// The core as every test uses it.
pub fn analyze(text: &str) -> Analysis {
    ANALYZER.analyze(text, &Options::default())
}

/// Holds for every analysis of every text; a broken promise fails with its words.
pub fn check(text: &str, analysis: &Analysis) {
    let json = serde_json::to_value(analysis).expect("plain data");
    let (schemas, index) = &*SCHEMA;
    if let Err(error) = schemas.validate(&json, *index) {
        panic!("the analysis is not of the schema: {error:#}");
    }
    check_blocks(text, analysis);
    check_nothing_lost(text, analysis);
    check_ids(analysis);
    check_made_hub(analysis);
    let units: Vec<usize> = analysis.article.blocks.iter().map(|block| block.text.encode_utf16().count()).collect();
    let inside =
        |mention: &Mention| assert!(mention.start < mention.end && mention.end <= units[mention.block], "outside its block: {mention:?}");
    for hub in [Some(&analysis.hub), analysis.published_hub.as_ref()].into_iter().flatten() {
        for claim in claims(hub) {
            claim.sources.iter().for_each(inside);
            check_claim(analysis, claim);
        }
        hub.entities.iter().flat_map(|entity| &entity.mentions).for_each(inside);
    }
    analysis.dates.iter().map(|date| &date.mention).for_each(inside);
}

/// Every claim of a hub.
pub fn claims(hub: &Hub) -> impl Iterator<Item = &Claim> {
    let digest = hub.digest.key_points.iter().chain(hub.digest.summary.iter().flat_map(|part| &part.claims));
    digest.chain(hub.entities.iter().flat_map(|entity| &entity.description)).chain(hub.timeline.iter().map(|event| &event.claim))
}

fn check_blocks(text: &str, analysis: &Analysis) {
    let units: Vec<u16> = text.encode_utf16().collect();
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
fn check_nothing_lost(text: &str, analysis: &Analysis) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut covered = vec![false; units.len()];
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

fn check_ids(analysis: &Analysis) {
    let hubs = [Some(&analysis.hub), analysis.published_hub.as_ref()];
    let mut ids: Vec<&str> = hubs
        .into_iter()
        .flatten()
        .flat_map(|hub| hub.entities.iter().map(|e| e.id.as_str()).chain(hub.timeline.iter().map(|e| e.id.as_str())))
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "ids are not unique");
}

/// What is made here cites exactly the paragraphs of its sources, and its parts tile the article.
fn check_made_hub(analysis: &Analysis) {
    for claim in claims(&analysis.hub) {
        let numbers = claim.sources.iter().filter_map(|source| analysis.article.blocks[source.block].number);
        let cited: std::collections::BTreeSet<u32> = numbers.collect();
        assert!(!claim.sources.is_empty(), "a claim without a source: {}", claim.text);
        assert_eq!(claim.paragraphs, cited.into_iter().collect::<Vec<_>>(), "{}", claim.text);
    }
    let parts = &analysis.hub.digest.summary;
    let mut next = 1;
    for part in parts {
        assert_eq!(part.first, next, "the parts do not tile the paragraphs");
        assert!(
            part.claims.iter().flat_map(|claim| &claim.paragraphs).any(|n| (part.first..=part.last).contains(n)),
            "a part cites none of its own"
        );
        next = part.last + 1;
    }
    let last = analysis.article.blocks.iter().filter_map(|block| block.number).max().unwrap_or(0);
    assert!(parts.is_empty() || next == last + 1, "the parts end at {next}, the paragraphs at {last}");
}

fn check_claim(analysis: &Analysis, claim: &Claim) {
    for source in &claim.sources {
        let number = analysis.article.blocks[source.block].number;
        assert!(number.is_none_or(|n| claim.paragraphs.contains(&n)), "a source lies in a paragraph that is not cited: {}", claim.text);
    }
    assert!(claim.dates.iter().all(|date| *date < analysis.dates.len()));
}
