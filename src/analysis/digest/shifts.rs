//! Where an article turns to another matter: between the paragraphs that share the fewest words and names (after Hearst's
//! TextTiling, 1997, with windows of words on both sides of a gap).

use crate::analysis::claims::stem_key;
use crate::document::{Document, Token, TokenKind};
use crate::lists::Set;

/// Words that are looked at on each side of a gap.
const WINDOW: usize = 60;
/// What a shared name counts beside a shared word.
const NAMED: usize = 2;

/// Of the blocks before which a part may begin, the one that shares least with what stands before it; of equals the first.
pub fn weakest(document: &Document, gaps: &[usize]) -> Option<usize> {
    gaps.iter().copied().min_by_key(|&gap| cohesion(document, gap))
}

/// How much both sides of a gap have in common: shared words in thousandths of the smaller side's.
fn cohesion(document: &Document, gap: usize) -> usize {
    let sentences = document.sentences();
    let middle =
        sentences.get(sentences.partition_point(|sentence| sentence.block < gap)).map_or(document.tokens().len(), |s| s.tokens.start);
    let (before, behind) = document.tokens().split_at(middle);
    let words = |token: &&Token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Abbreviation);
    let before: Set<u64> =
        before.iter().rev().filter(words).take(WINDOW).filter_map(|token| stem_key(document.slice(token.span))).collect();
    let behind: Vec<&Token> = behind.iter().filter(words).take(WINDOW).collect();
    let mut seen = Set::default();
    let mut shared = 0;
    for token in behind {
        let word = document.slice(token.span);
        let Some(key) = stem_key(word).filter(|key| seen.insert(*key)) else { continue };
        let weight = if word.starts_with(char::is_uppercase) { NAMED } else { 1 };
        shared += if before.contains(&key) { weight } else { 0 };
    }
    shared * 1000 / before.len().min(seen.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_begins_where_the_matter_changes() {
        let article = "The quay of Orrin is closed, and the boats lie in the bay.\n\nThe boats of the bay need the quay of Orrin.\n\n\
Rope is made of hemp in the yard of Nordwind.\n\nNordwind sells the rope of its yard to riggers.\n";
        let paste = crate::paste::read(article, None);
        let document = Document::new(article, &paste);
        assert_eq!(weakest(&document, &[1, 2, 3]), Some(2));
        assert_eq!(weakest(&document, &[1, 3]), Some(3), "of two that hold together the looser");
        assert_eq!(weakest(&document, &[]), None);
    }
}
