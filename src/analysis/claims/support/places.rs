//! Where in the article a statement may be said: the sentences that share its rarest words, found through an index.

use super::super::stems::{each_once, shared, stem_keys};
use crate::document::Document;

/// Most of a statement's stems that are looked up, most sentences of one, and most that are compared word by word.
const LOOKED_UP: usize = 12;
const POSTINGS: usize = 400;
const COMPARED: usize = 8;
/// Most cited paragraphs, and most sentences of one, that are looked at: a hub that cites everything everywhere must not
/// cost more than it is worth.
const BLOCKS: usize = 40;
const SENTENCES: usize = 60;
/// Share of a statement's stems, in hundredths, without which a sentence is not compared.
const ENOUGH: usize = 45;

/// The stems of every sentence of the numbered paragraphs.
pub struct Places {
    /// By sentence; empty for those that are not of the article.
    stems: Vec<Vec<u64>>,
    /// Stem and sentence, ascending.
    index: Vec<(u64, usize)>,
}

impl Places {
    pub fn of(document: &Document) -> Self {
        let told = |sentence: &crate::document::Sentence| document.blocks()[sentence.block].number.is_some() && !sentence.is_endless();
        let read = |sentence| stem_keys(document.slice(document.span_of(&sentence)));
        let stems: Vec<Vec<u64>> =
            document.sentences().iter().map(|sentence| if told(sentence) { read(sentence.tokens.clone()) } else { Vec::new() }).collect();
        let mut index: Vec<(u64, usize)> =
            stems.iter().enumerate().flat_map(|(at, stems)| stems.iter().map(move |stem| (*stem, at))).collect();
        index.sort_unstable();
        Self { stems, index }
    }

    /// The sentences that hold most of the statement, the most first; of the given blocks, or of all.
    pub fn near(&self, document: &Document, text: &str, blocks: Option<&[usize]>) -> Vec<usize> {
        let wanted = stem_keys(text);
        let found = match blocks {
            Some(blocks) => of_blocks(document, blocks),
            None => self.with_rarest(&wanted),
        };
        let mut ranked: Vec<(usize, usize)> = found.into_iter().map(|at| (shared(&wanted, &self.stems[at]), at)).collect();
        ranked.retain(|(count, _)| *count > 0 && count * 100 >= wanted.len() * ENOUGH);
        ranked.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
        ranked.into_iter().take(COMPARED).map(|(_, at)| at).collect()
    }

    fn with_rarest(&self, wanted: &[u64]) -> Vec<usize> {
        let mut lists: Vec<&[(u64, usize)]> = wanted.iter().map(|stem| self.postings(*stem)).filter(|list| !list.is_empty()).collect();
        lists.sort_by_key(|list| list.len());
        each_once(lists.iter().take(LOOKED_UP).flat_map(|list| list.iter().take(POSTINGS)).map(|(_, at)| *at).collect())
    }

    fn postings(&self, stem: u64) -> &[(u64, usize)] {
        let from = self.index.partition_point(|(other, _)| *other < stem);
        let end = self.index.partition_point(|(other, _)| *other <= stem);
        &self.index[from..end]
    }
}

/// The sentences of these blocks, as many as are looked at.
fn of_blocks(document: &Document, blocks: &[usize]) -> Vec<usize> {
    let sentences = document.sentences();
    let inside = blocks.iter().take(BLOCKS).flat_map(|&block| {
        let first = sentences.partition_point(|sentence| sentence.block < block);
        (first..sentences.len()).take_while(move |&at| sentences[at].block == block).take(SENTENCES)
    });
    each_once(inside.collect())
}
