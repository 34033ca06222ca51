//! What belongs to the site: menus, adverts, share bars, lists of other stories.

use super::lists;
use super::tables::{FURNITURE, RELATED};
use crate::characters::is_stop;

/// Most words of a headline in a list of other stories.
const HEADLINE: usize = 22;

/// The kind under which each block is set aside; `None` for those that stay. `blocks` are in text order.
#[must_use]
pub fn classify(blocks: &[&str]) -> Vec<Option<&'static str>> {
    let mut kinds: Vec<Option<&'static str>> = blocks.iter().map(|block| FURNITURE.kind_of(block).or_else(|| counter(block))).collect();
    set_aside_menus(blocks, &mut kinds);
    let mut at = 0;
    while at < blocks.len() {
        if RELATED.kind_of(blocks[at]).is_some() {
            at = set_aside_list(blocks, &mut kinds, at);
        }
        at += 1;
    }
    kinds
}

/// Sections of a site ("News", "Sport") have common names; they are known by their neighbours. Above the first line
/// that could be a title, a run of very short lines is a menu where every third of them is one by itself.
fn set_aside_menus(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    let short = |at: usize| blocks[at].split_whitespace().count() <= 3 && !blocks[at].ends_with(is_stop) && !blocks[at].ends_with(':');
    let run = (0..blocks.len()).take_while(|&at| short(at) || kinds[at].is_some()).count();
    // The last line of the run may be a short title.
    let known = kinds[..run].iter().filter(|kind| kind.is_some()).count();
    if run >= 4 && known * 3 >= run {
        let end = run - usize::from(kinds[run - 1].is_none());
        for kind in &mut kinds[..end] {
            kind.get_or_insert("menu");
        }
    }
}

/// The headlines under a heading such as "Most read" go with it, as far as they look like a list of headlines.
/// Returns the last block of the list.
fn set_aside_list(blocks: &[&str], kinds: &mut [Option<&'static str>], head: usize) -> usize {
    let listed = |at: usize| kinds[at].is_some() || is_headline(blocks[at]);
    let mut end = head + 1;
    while end < blocks.len() && listed(end) {
        end += 1;
    }
    // The heading right above the prose that goes on is the article's own.
    let prose_follows = end < blocks.len() && !is_headline(blocks[end]);
    let own_heading = prose_follows && end > head + 2 && kinds[end - 1].is_none() && !lists::is_item(blocks[end - 1]);
    let end = end - usize::from(own_heading);
    for kind in &mut kinds[head + 1..end] {
        kind.get_or_insert("related");
    }
    end - 1
}

fn is_headline(block: &str) -> bool {
    let shown = lists::behind_bullet(block).unwrap_or(block);
    let sentence = shown.ends_with(is_stop) && !shown.ends_with('?');
    block.len() < 400 && !sentence && !shown.starts_with(['"', '“', '#']) && shown.split_whitespace().count() <= HEADLINE
}

/// "24 comments", "3 min read", "1.2K shares", "5 minutes".
fn counter(block: &str) -> Option<&'static str> {
    if block.len() > 40 {
        return None;
    }
    let folded = super::tables::plain(block);
    let mut words = folded.split([' ', '-']);
    let count = words.next()?;
    let number = count.trim_end_matches(['k', 'm', '+']);
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',') {
        return None;
    }
    match words.collect::<Vec<_>>()[..] {
        ["comment" | "comments"] => Some("comments"),
        ["share" | "shares" | "likes" | "like" | "views" | "retweets"] => Some("share"),
        ["min" | "mins" | "minute" | "minutes", "read" | "listen" | "watch", ..] => Some("audio"),
        _ => None,
    }
}
