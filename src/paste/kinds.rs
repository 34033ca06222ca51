//! What each block is to its article: heading, prose, list item, caption, note.

use super::lists;
use super::tables::{CAPTIONS, NOTES};
use crate::characters::{is_closer, is_stop};
use crate::contract::BlockKind;

/// Most words of a heading inside an article.
const HEADING: usize = 14;
/// From so many in a row on, short lines without a stop are rows of a table, not headings.
const ROWS: usize = 4;
/// Most blocks of a signature, its mark included.
const SIGNATURE: usize = 10;
/// Words on which no heading ends.
const DANGLING: [&str; 16] = ["in", "of", "the", "a", "an", "and", "or", "to", "for", "with", "from", "by", "at", "that", "said", "is"];

/// The kind of every block by its own look and its neighbours'. The head of the article (title, deck, byline) is told
/// apart later, by `head`.
#[must_use]
pub fn classify(blocks: &[&str]) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = (0..blocks.len()).map(|at| kind_of(blocks, at)).collect();
    set_signature(blocks, &mut kinds);
    let headings: Vec<bool> = (0..blocks.len()).map(|at| kinds[at] == BlockKind::Heading && !is_marked(blocks[at])).collect();
    for at in (0..blocks.len()).filter(|&at| headings[at]) {
        kinds[at] = match kinds.get(at + 1) {
            // "Press office" above its telephone number.
            Some(BlockKind::Note) if words(blocks[at]) <= 5 => BlockKind::Note,
            // A heading stands above something; a row of a table stands among rows.
            None | Some(BlockKind::Note) => BlockKind::Body,
            _ if run_length(&headings, at) >= ROWS => BlockKind::Body,
            _ => BlockKind::Heading,
        };
    }
    kinds
}

/// Short lines behind the mark that ends a mail or a release are its signature.
fn set_signature(blocks: &[&str], kinds: &mut [BlockKind]) {
    let from = blocks.len().saturating_sub(SIGNATURE);
    let end = (from..blocks.len()).find(|&at| !blocks[at].chars().any(char::is_alphanumeric) && kinds[at] == BlockKind::Note);
    for at in end.map_or(blocks.len(), |end| end + 1)..blocks.len() {
        if words(blocks[at]) <= 12 {
            kinds[at] = BlockKind::Note;
        }
    }
}

/// How many neighbours in a row, this one included, are what this one is.
fn run_length(flags: &[bool], at: usize) -> usize {
    let before = flags[..at].iter().rev().take(ROWS).take_while(|flag| **flag).count();
    let after = flags[at..].iter().take(ROWS).take_while(|flag| **flag).count();
    before + after
}

fn kind_of(blocks: &[&str], at: usize) -> BlockKind {
    let block = blocks[at];
    if is_marked(block) {
        return BlockKind::Heading;
    }
    // Headers of agencies and mails stand at the top; the rest of the notes anywhere.
    let note = NOTES.kind_of(block).filter(|kind| match *kind {
        "header" => at < 6,
        "mail" => at < 12,
        _ => true,
    });
    if note.is_some() || is_address(block) {
        return BlockKind::Note;
    }
    if CAPTIONS.kind_of(block).is_some() {
        return BlockKind::Caption;
    }
    if is_item(blocks, at) {
        return BlockKind::List;
    }
    if is_heading(block) { BlockKind::Heading } else { BlockKind::Body }
}

/// "## Heading" or "**Heading**" alone on a line.
#[must_use]
pub fn is_marked(block: &str) -> bool {
    let marks = block.len() - block.trim_start_matches('#').len();
    let hashes = (1..=6).contains(&marks) && block[marks..].starts_with(' ') && words(block) <= 40;
    let bold = block.strip_prefix("**").and_then(|inner| inner.strip_suffix("**"));
    hashes || bold.is_some_and(|inner| !inner.contains("**") && !inner.starts_with('*') && words(inner) <= HEADING && !inner.ends_with('.'))
}

/// The words of a heading or title without its marks.
#[must_use]
pub fn unmarked(block: &str) -> &str {
    let inner = block.trim_start_matches('#').trim();
    inner.strip_prefix("**").and_then(|i| i.strip_suffix("**")).unwrap_or(inner)
}

/// A bullet makes an item by itself; a number or letter needs its neighbour ("1." beside "2.").
fn is_item(blocks: &[&str], at: usize) -> bool {
    if lists::behind_bullet(blocks[at]).is_some() {
        return true;
    }
    let Some(count) = lists::enumerator(blocks[at]) else { return false };
    let near = |at: usize| blocks.get(at).and_then(|block| lists::enumerator(block));
    let before = (1..=3).filter_map(|back| near(at.checked_sub(back)?)).any(|n| n + 1 == count);
    before || (1..=3).filter_map(|on| near(at + on)).any(|n| n == count + 1)
}

fn is_heading(block: &str) -> bool {
    let count = words(block);
    if count == 0 || count > HEADING || block.len() > 140 {
        return false;
    }
    let opens = block.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || is_quoted_title(block);
    opens
        && !ends_sentence(block)
        && !block.ends_with([',', ';', '-', '–', '—'])
        && !(block.ends_with(':') && count > 4)
        && !ends_dangling(block)
}

fn ends_dangling(block: &str) -> bool {
    block.split_whitespace().next_back().is_some_and(|last| DANGLING.contains(&last.trim_end_matches(':')))
}

/// A heading that begins with a short quoted term: “Future industries” in focus.
fn is_quoted_title(block: &str) -> bool {
    let Some(inner) = block.strip_prefix(['“', '‘', '"', '\'']) else { return false };
    inner.starts_with(char::is_uppercase)
        && inner.find(['”', '’', '"', '\'']).is_some_and(|at| inner[at..].trim_start_matches(is_closer).starts_with(' '))
}

/// Whether the block's last character, quotes and brackets aside, ends a sentence.
#[must_use]
pub fn ends_sentence(block: &str) -> bool {
    let shown = block.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
    // A footnote mark stands behind the stop: "at school.[6"
    let shown = shown.trim_end_matches(|c: char| c.is_ascii_digit() || c == '[');
    shown.ends_with(is_stop) || block.trim_end_matches(is_closer).ends_with(is_stop)
}

/// An e-mail address or telephone number with little around it.
fn is_address(block: &str) -> bool {
    if block.len() > 100 || words(block) > 9 || ends_sentence(block) {
        return false;
    }
    let mail = block.split_whitespace().any(|w| w.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.')));
    let digits = block.chars().filter(char::is_ascii_digit).count();
    let phone =
        digits >= 9 && block.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '.' | '/'));
    mail || phone
}

/// Words between white space.
#[must_use]
pub fn words(block: &str) -> usize {
    block.split_whitespace().count()
}
