//! Where else the article tells what a claim says: a reader who checks a point finds every paragraph that bears it out.

use std::collections::BTreeSet;

use super::{Draft, stem_key};
use crate::characters::fold;
use crate::document::Document;

/// Shares of a claim's words, in hundredths, that a sentence must hold to tell the same, and the least of them.
const SAME: usize = 55;
const LEAST: usize = 5;
/// Most paragraphs that are added, and most sentences that are looked at.
const MORE: usize = 2;
const LOOKED_AT: usize = 2_000;

/// The claim with the sentences of other paragraphs that tell the same, the closest first chosen, behind its own sources.
#[must_use]
pub fn with_retellings(document: &Document, mut draft: Draft) -> Draft {
    let said = keys(&draft.text);
    let cited: BTreeSet<usize> = draft.sources.iter().map(|(block, _)| *block).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, sentence) in document.sentences().iter().enumerate().take(LOOKED_AT) {
        if cited.contains(&sentence.block) || document.blocks()[sentence.block].number.is_none() {
            continue;
        }
        let shared = keys(document.slice(document.span_of(&sentence.tokens))).intersection(&said).count();
        if shared >= LEAST && shared * 100 >= said.len() * SAME {
            found.push((shared, at));
        }
    }
    found.sort_by_key(|(shared, at)| (std::cmp::Reverse(*shared), *at));
    let mut blocks = cited;
    let apart = found.into_iter().map(|(_, at)| &document.sentences()[at]).filter(|sentence| blocks.insert(sentence.block));
    let more: Vec<_> = apart.take(MORE).map(|sentence| (sentence.block, document.span_of(&sentence.tokens))).collect();
    draft.sources.extend(more);
    draft
}

fn keys(text: &str) -> BTreeSet<u64> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter_map(stem_key).collect()
}
