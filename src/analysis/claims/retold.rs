//! Where else the article tells what a claim says: a reader who checks a point finds every paragraph that bears it out.

use std::collections::BTreeSet;

use super::{Draft, each_once, shared, stem_key};
use crate::characters::{alphanumerics, fold};
use crate::document::Document;
use crate::lists::Set;

/// Shares of a claim's words, in hundredths, that a sentence must hold to tell the same, and the least of them.
const SAME: usize = 70;
const LEAST: usize = 5;
/// Most paragraphs that are added, and most sentences that are looked at.
const MORE: usize = 2;
const LOOKED_AT: usize = 2_000;

/// The claims with the sentences of other paragraphs that tell the same, behind their own sources. One pass over the text.
#[must_use]
pub fn with_retellings(document: &Document, drafts: Vec<Draft>) -> Vec<Draft> {
    let said: Vec<Vec<u64>> = drafts.iter().map(|draft| keys(&draft.text, |_| true)).collect();
    let any: Set<u64> = said.iter().flatten().copied().collect();
    let mut found: Vec<Vec<(usize, usize)>> = vec![Vec::new(); drafts.len()];
    for (at, sentence) in document.sentences().iter().enumerate().take(LOOKED_AT) {
        if document.blocks()[sentence.block].number.is_none() {
            continue;
        }
        let told = keys(document.slice(document.span_of(&sentence.tokens)), |key| any.contains(key));
        if told.len() < LEAST {
            continue;
        }
        for (said, found) in said.iter().zip(&mut found) {
            let shared = shared(said, &told);
            if shared >= LEAST && shared * 100 >= said.len() * SAME {
                found.push((shared, at));
            }
        }
    }
    drafts.into_iter().zip(found).map(|(draft, found)| with_places(document, draft, found)).collect()
}

/// The draft with the places that share most with it, one a paragraph.
fn with_places(document: &Document, mut draft: Draft, mut found: Vec<(usize, usize)>) -> Draft {
    found.sort_by_key(|(shared, at)| (std::cmp::Reverse(*shared), *at));
    let mut cited: BTreeSet<usize> = draft.sources.iter().map(|(block, _)| *block).collect();
    let apart = found.into_iter().map(|(_, at)| &document.sentences()[at]).filter(|sentence| cited.insert(sentence.block));
    let more: Vec<_> = apart.take(MORE).map(|sentence| (sentence.block, document.span_of(&sentence.tokens))).collect();
    draft.sources.extend(more);
    draft
}

/// The stems of a text that are asked for, each once, ascending.
fn keys(text: &str, asked: impl Fn(&u64) -> bool) -> Vec<u64> {
    each_once(alphanumerics(&fold(text)).filter_map(stem_key).filter(asked).collect())
}
