//! What belongs to pictures and figures: captions known by their credit, and rows of numbers.

use super::kinds::{ends_sentence, words};
use crate::characters::is_closer;
use crate::contract::BlockKind;

/// Most words of a caption.
const CAPTION: usize = 60;
/// Most words of a credit.
const CREDIT: usize = 9;
/// Most words of a table's row.
const ROW: usize = 16;
/// So many rows in a run are a table; below a caption one fewer is enough.
const ROWS: usize = 3;
/// Words of a credit that need no capital.
const SMALL: [&str; 10] = ["for", "via", "of", "the", "and", "by", "file", "pool", "photo", "handout"];

/// Whether the block is a picture or the line under one: "![A coil of hemp](coil.jpg)", or a text that ends in its
/// credit, "(Jon Pell/Bay Pictures)".
#[must_use]
pub fn is_caption(block: &str) -> bool {
    let labelled = block.contains("Credit...") || block.contains("Credit…");
    block.starts_with("![") && block.contains("](") || (labelled || credit(block).is_some_and(is_credit)) && words(block) <= CAPTION
}

/// What stands where a credit would: in brackets at the end, or behind the last full stop.
fn credit(block: &str) -> Option<&str> {
    if let Some(inner) = block.strip_suffix([')', ']']) {
        return inner.rfind(['(', '[']).map(|open| &inner[open + 1..]);
    }
    let open = !ends_sentence(block);
    block.rfind(['.', '|']).filter(|_| open).map(|at| block[at + 1..].trim())
}

/// "Jon Pell/Bay Pictures": names on both sides of a stroke.
fn is_credit(text: &str) -> bool {
    let Some((left, right)) = text.split_once('/') else { return false };
    let is_word = |word: &str| word.starts_with(char::is_uppercase) || SMALL.contains(&word.trim_end_matches(','));
    let parts: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty()).collect();
    [left, right].iter().all(|side| side.trim().starts_with(char::is_uppercase))
        && (3..=CREDIT).contains(&parts.len())
        && parts.iter().all(|word| is_word(word))
}

/// Rows of a table are no paragraphs: under a caption they are of the figure, elsewhere a note.
pub fn set_rows(blocks: &[&str], kinds: &mut [BlockKind]) {
    let is_open = |at: usize, kinds: &[BlockKind]| matches!(kinds[at], BlockKind::Body | BlockKind::Heading) && is_row(blocks[at]);
    let mut at = 0;
    while at < blocks.len() {
        let end = (at..blocks.len()).find(|&i| !is_open(i, kinds)).unwrap_or(blocks.len());
        let captioned = at > 0 && kinds[at - 1] == BlockKind::Caption;
        if end - at >= ROWS - usize::from(captioned) {
            kinds[at..end].fill(if captioned { BlockKind::Caption } else { BlockKind::Note });
        }
        at = end + 1;
    }
}

/// "1990      11": cells in columns, figures among them; or two figures at the end of the line.
fn is_row(block: &str) -> bool {
    if words(block) > ROW || words(block) < 2 || block.len() > 200 || ends_sentence(block) {
        return false;
    }
    let cells: Vec<&str> = block.split(['\t']).flat_map(|piece| piece.split("  ")).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let columns = cells.len() >= 2 && (block.contains('\t') || cells.iter().any(|cell| is_figure(cell)));
    let mut last = block.split_whitespace().rev();
    // "1, 1, 2, 2.5" is an example, not a row.
    let listed = block.contains(", ") && !block.contains(char::is_alphabetic);
    columns || !listed && last.next().is_some_and(is_figure) && last.next().is_some_and(is_figure)
}

fn is_figure(cell: &str) -> bool {
    let shown = cell.trim_matches(|c: char| is_closer(c) || c == '(');
    shown.chars().any(|c| c.is_ascii_digit()) && !shown.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_known_by_their_credit() {
        for line in [
            "![A coil of hemp on the old pier](images/coil_3.jpg)",
            "The roof of the shed on Rope Street, where hemp was spun until 2023. (Jon Pell/Bay Pictures)",
            "A ferry in the fog [Ines Coto/Northwire]",
            "A ferry leaves the quay. Ines Coto/Northwire",
            "Lena Marsh at the wall. Credit...Jon Pell for the paper",
        ] {
            assert!(is_caption(line), "{line}");
        }
    }

    #[test]
    fn other_lines_are_no_captions() {
        for line in [
            "The pier was built in 1952 (oak/steel).",
            "The pier was built of two things (oak and/or steel)",
            "Ferries leave at 6:40 and/or 7:10",
            "It was sold to two firms (Sail/Kite).",
            "The ferry is late. He/she waits on the quay",
            "!Important [see below]",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn rows_come_in_runs() {
        let kinds = |blocks: &[&str]| {
            let mut kinds = vec![BlockKind::Body; blocks.len()];
            set_rows(blocks, &mut kinds);
            kinds
        };
        assert_eq!(kinds(&["1990      11", "2000\t7", "2010      4"]), [BlockKind::Note; 3]);
        assert_eq!(kinds(&["Height\t31 metres", "Built\t1902", "Place\tOrrin Quay"]), [BlockKind::Note; 3]);
        assert_eq!(kinds(&["Hemp 400 12", "Nylon 310 9%", "Steel 1,200 $3"]), [BlockKind::Note; 3]);
        for prose in [["Spring 2024", "Autumn 2024", "Spring 2025"], ["In 1990  11 sheds spun.", "In 2000  7 did.", "In 2010  4 did."]] {
            assert_eq!(kinds(&prose), [BlockKind::Body; 3]);
        }
        assert_eq!(kinds(&["It rose from 4 5", "and then"]), [BlockKind::Body; 2]);
    }
}
