//! Pull quotes: words of the article that the page prints a second time, large, with their speaker below.

use super::kinds::{ends_sentence, words};
use crate::characters::{fold, is_closer, is_opener, is_stop};
use crate::contract::BlockKind;

/// Fewest and most words of a pull quote: shorter ones repeat by chance.
const WORDS: std::ops::RangeInclusive<usize> = 5..=60;
/// How many blocks away its words stand.
const REACH: usize = 12;
/// Beyond so many bytes a paragraph is not searched: nobody would find the words again.
const HOST: usize = 6000;
/// Most words of the line that names the speaker.
const SPEAKER: usize = 12;

/// Makes notes of the pull quotes among `blocks`, and of their speakers' lines.
pub fn set(blocks: &[&str], kinds: &mut [BlockKind]) {
    for at in 0..blocks.len() {
        if !matches!(kinds[at], BlockKind::Body | BlockKind::Heading | BlockKind::List) {
            continue;
        }
        let Some(host) = quoted(blocks[at]).and_then(|words| host(blocks, kinds, at, &words)) else { continue };
        kinds[at] = BlockKind::Note;
        if at + 1 < blocks.len() && kinds[at + 1] != BlockKind::List && is_speaker(blocks[at + 1], blocks[host]) {
            kinds[at + 1] = BlockKind::Note;
        }
    }
}

/// The folded words of a block that is one quotation and nothing else.
fn quoted(block: &str) -> Option<String> {
    let inner = block.strip_prefix(is_opener).filter(|_| block.starts_with(['“', '"', '‘', '«']))?;
    let shown = inner.trim_end_matches(is_closer);
    if shown.len() == inner.len() || shown.contains(['“', '”', '"']) || !WORDS.contains(&words(shown)) {
        return None;
    }
    Some(fold(shown.trim_end_matches(|c: char| is_stop(c) || c == ',')).into_owned())
}

/// The paragraph nearby that holds the words and more.
fn host(blocks: &[&str], kinds: &[BlockKind], at: usize, said: &str) -> Option<usize> {
    let near = at.saturating_sub(REACH)..(at + REACH + 1).min(blocks.len());
    let longer = |other: &usize| kinds[*other] == BlockKind::Body && blocks[*other].len() < HOST && words(blocks[*other]) > words(said) + 2;
    near.filter(|other| *other != at).filter(longer).find(|&other| fold(blocks[other]).contains(said))
}

/// "Bram Olsen, owner of the shed" or "— Bram Olsen" below his words.
fn is_speaker(block: &str, host: &str) -> bool {
    let shown = block.trim_start_matches(['—', '–', '-', ' ']);
    let first = shown.split([' ', ',']).next().unwrap_or_default();
    let named = first.chars().count() > 2 && first.starts_with(char::is_uppercase) && host.contains(first);
    words(block) <= SPEAKER && !ends_sentence(block) && (named && shown.contains(',') || named && words(shown) <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "“We can spin again by April,” said Bram Olsen, who owns the largest. “But we cannot carry the roof alone.”";

    fn kinds(blocks: &[&str]) -> Vec<BlockKind> {
        let mut kinds = vec![BlockKind::Body; blocks.len()];
        set(blocks, &mut kinds);
        kinds
    }

    #[test]
    fn what_is_printed_twice_counts_once() {
        use BlockKind::{Body, Note};
        assert_eq!(kinds(&[HOST, "“But we cannot carry the roof alone.”", "Bram Olsen, owner of the shed"]), [Body, Note, Note]);
        assert_eq!(kinds(&["\"we can spin again by April\"", "— Bram Olsen", HOST]), [Note, Note, Body]);
    }

    #[test]
    fn what_is_said_once_stays() {
        for other in [
            "“It’s noggins here who wants to leave …”",
            "“But we cannot carry the mast alone.”",
            "“The roof alone.”",
            "But we cannot carry the roof alone.",
            "“We can,” she said. “But we cannot carry the roof alone.”",
        ] {
            assert_eq!(kinds(&[HOST, other, "What the council says"]), [BlockKind::Body; 3], "{other}");
        }
        assert_eq!(kinds(&[HOST, "“But we cannot carry the roof alone.”", "A long wait"])[2], BlockKind::Body);
    }
}
