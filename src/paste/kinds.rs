//! What each block is to its article: heading, prose, list item, caption, note.

use super::tables::{CAPTIONS, NOTES, short};
use super::{endings, lists, pictures, pull_quotes};
pub use crate::characters::words;
use crate::characters::{is_closer, is_stop};
use crate::contract::BlockKind;

/// Most words of a heading inside an article.
const HEADING: usize = 14;
/// From so many in a row on, short lines without a stop are rows of a table, not headings.
const ROWS: usize = 4;
/// Words on which no heading ends.
pub const DANGLING: [&str; 16] = ["in", "of", "the", "a", "an", "and", "or", "to", "for", "with", "from", "by", "at", "that", "said", "is"];

/// Abbreviations that end names.
const ENDINGS: [&str; 17] = [
    "Ltd.", "Inc.", "Co.", "Corp.", "Plc.", "LLC.", "L.L.C.", "S.A.", "N.V.", "A.G.", "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "Jr.",
    "Bros.",
];
/// Words that titles leave small.
const SMALL: [&str; 16] = ["of", "the", "and", "for", "in", "at", "on", "to", "by", "with", "from", "a", "an", "as", "or", "de"];

/// The kind of every block by its own look and its neighbours'. The head of the article (title, deck, byline) is told
/// apart later, by `head`.
#[must_use]
pub fn classify(blocks: &[&str]) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = (0..blocks.len()).map(|at| kind_of(blocks, at)).collect();
    endings::set_signature(blocks, &mut kinds);
    endings::set_closing(blocks, &mut kinds);
    endings::set_references(blocks, &mut kinds);
    for at in 0..blocks.len().saturating_sub(2) {
        // "Image", what it shows, and its caption.
        if blocks[at] == "Image" && kinds[at + 2] == BlockKind::Caption && words(blocks[at + 1]) <= 40 {
            kinds[at + 1] = BlockKind::Caption;
        }
    }
    pictures::set_rows(blocks, &mut kinds);
    pull_quotes::set(blocks, &mut kinds);
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
    let line = short(block);
    let whole = line.as_deref().and_then(|line| NOTES.kind_of_whole(line));
    let by_words = || NOTES.kind_by_words(line.as_deref()?);
    let note = whole.or_else(by_words).filter(|kind| match *kind {
        "header" => at < 6 || at < 14 && whole.is_some(),
        "mail" => at < 12,
        _ => true,
    });
    // A chapter's ornament, the number of a note that lost its text.
    let number = block.len() <= 3 && block.bytes().all(|b| b.is_ascii_digit());
    let symbols = blocks.len() > 1 && (number || !block.contains(char::is_alphanumeric));
    if note.is_some()
        || symbols
        || is_age(block)
        || is_source(block)
        || endings::introduces_mail(block)
        || is_address(block)
        || is_rate(block)
        || is_footnote(block)
    {
        return BlockKind::Note;
    }
    let caption = || line.as_deref().is_some_and(|line| CAPTIONS.kind_of(line).is_some());
    if caption() || pictures::is_caption(block) {
        return BlockKind::Caption;
    }
    if is_item(blocks, at) {
        return BlockKind::List;
    }
    // "Expediting Power Restoration to Impacted Communities:" above a list.
    let above_list =
        || block.ends_with(':') && words(block) <= HEADING && is_titled(block) && at + 1 < blocks.len() && is_item(blocks, at + 1);
    if is_heading(block) || above_list() { BlockKind::Heading } else { BlockKind::Body }
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
        && block.contains(char::is_alphabetic)
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

/// Whether the block's last character, quotes and brackets aside, ends a sentence. The stop of "Ltd." under a name, or
/// of "version 2.0", does not.
#[must_use]
pub fn ends_sentence(block: &str) -> bool {
    ends_in_stop(block) && !ends_in_name(block)
}

/// "About Tidewell Group Ltd.": a short line of capitalised words whose last is an abbreviation; "USWDS 2.0".
fn ends_in_name(block: &str) -> bool {
    if block.len() > 140 || words(block) > HEADING {
        return false;
    }
    let last = block.split_whitespace().next_back().unwrap_or_default();
    let version = last.ends_with(|c: char| c.is_ascii_digit()) && last.starts_with(|c: char| c.is_ascii_digit());
    version || ENDINGS.contains(&last) && words(block) >= 2 && is_titled(block)
}

/// "Expediting Power Restoration to Impacted Communities:": a capital on every word of weight, and no clause apart.
#[must_use]
pub fn is_titled(block: &str) -> bool {
    let large = |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || SMALL.contains(&word);
    !block.contains(", ") && block.split_whitespace().all(large)
}

fn ends_in_stop(block: &str) -> bool {
    let block = without_references(block);
    let shown = block.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
    // A footnote mark stands behind the stop: "at school.[6"
    let shown = shown.trim_end_matches(|c: char| c.is_ascii_digit() || c == '[');
    shown.ends_with(is_stop) || block.trim_end_matches(is_closer).ends_with(is_stop)
}

/// Without the "[24] [25]" at its end.
fn without_references(block: &str) -> &str {
    let mut shown = block.trim_end();
    while let Some((before, inner)) = shown.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
        if inner.is_empty() || inner.len() > 4 || !inner.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        shown = before.trim_end();
    }
    shown
}

/// "2 hours ago", "Updated 21 mins ago".
fn is_age(block: &str) -> bool {
    const UNITS: [&str; 9] = ["min", "mins", "minute", "hour", "hr", "hrs", "day", "week", "month"];
    let shown = ["Published ", "Updated ", "Posted "].iter().fold(block, |shown, label| shown.strip_prefix(label).unwrap_or(shown));
    let mut parts = shown.split(' ');
    let counts = parts.next().is_some_and(|n| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()));
    let unit = parts.next().is_some_and(|unit| UNITS.contains(&unit.trim_end_matches('s')) || UNITS.contains(&unit));
    counts && unit && parts.next() == Some("ago") && parts.next().is_none()
}

/// "SOURCE Kite Lines Ltd.", which ends a release.
fn is_source(block: &str) -> bool {
    block.starts_with("SOURCE ") && words(block) <= 12 && !block.ends_with(['?', '!'])
}

/// "(1 crown = $0.13)": what a currency was worth, as agencies put it below their stories.
fn is_rate(block: &str) -> bool {
    let inner = block.strip_prefix(['(', '[']).and_then(|rest| rest.trim_end_matches('.').strip_suffix([')', ']']));
    let figure = |side: &str| side.chars().any(|c| c.is_ascii_digit());
    let sides = inner.and_then(|inner| inner.split_once('='));
    sides.is_some_and(|(left, right)| figure(left) && figure(right)) && words(block) <= 24
}

/// `[^1]: Price of May 2024.`, as Markdown writes footnotes.
fn is_footnote(block: &str) -> bool {
    block.strip_prefix("[^").and_then(|rest| rest.split_once("]:")).is_some_and(|(mark, _)| (1..=20).contains(&mark.len()))
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
