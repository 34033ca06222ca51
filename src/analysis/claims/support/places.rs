//! Where in the article a statement may be said: the sentences that share its rarest words, found through an index.

use super::super::stems::{each_once, stem_keys};
use crate::document::{Document, Sentence};
use crate::lists::Set;

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

/// In which sentences of the numbered paragraphs the stems of the statements stand.
pub struct Places {
    /// Stem and sentence, ascending.
    index: Vec<(u64, u32)>,
}

impl Places {
    /// Of the stems of these statements: of a long article what a short hub never says needs no memory.
    pub fn of<'a>(document: &Document, statements: impl Iterator<Item = &'a str>) -> Self {
        let wanted: Set<u64> = statements.flat_map(stem_keys).collect();
        let told = |sentence: &Sentence| document.blocks()[sentence.block].number.is_some() && !sentence.is_endless();
        let mut index = Vec::new();
        for (at, sentence) in (0..).zip(document.sentences()).filter(|(_, sentence)| told(sentence)) {
            let stems = stem_keys(document.slice(document.span_of(&sentence.tokens)));
            index.extend(stems.into_iter().filter(|stem| wanted.contains(stem)).map(|stem| (stem, at)));
        }
        index.sort_unstable();
        Self { index }
    }

    /// The sentences that hold most of the statement, the most first; of the given blocks, or of all.
    pub fn near(&self, document: &Document, text: &str, blocks: Option<&[usize]>) -> Vec<usize> {
        let wanted = stem_keys(text);
        let found = match blocks {
            Some(blocks) => of_blocks(document, blocks),
            None => self.with_rarest(&wanted),
        };
        let mut ranked: Vec<(usize, usize)> = found.into_iter().map(|at| (self.shared(&wanted, at), at)).collect();
        ranked.retain(|(count, _)| *count > 0 && count * 100 >= wanted.len() * ENOUGH);
        ranked.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
        ranked.into_iter().take(COMPARED).map(|(_, at)| at).collect()
    }

    /// How many of the stems stand in the sentence.
    fn shared(&self, wanted: &[u64], sentence: usize) -> usize {
        let at = u32::try_from(sentence).unwrap_or(u32::MAX);
        wanted.iter().filter(|stem| self.index.binary_search(&(**stem, at)).is_ok()).count()
    }

    fn with_rarest(&self, wanted: &[u64]) -> Vec<usize> {
        let mut lists: Vec<&[(u64, u32)]> = wanted.iter().map(|stem| self.postings(*stem)).filter(|list| !list.is_empty()).collect();
        lists.sort_by_key(|list| list.len());
        each_once(lists.iter().take(LOOKED_UP).flat_map(|list| list.iter().take(POSTINGS)).map(|(_, at)| *at as usize).collect())
    }

    fn postings(&self, stem: u64) -> &[(u64, u32)] {
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
