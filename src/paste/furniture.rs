//! What belongs to the site: menus, adverts, share bars, lists of other stories.

use super::kinds::{ends_sentence, words};
use super::lists;
use super::offers;
use super::tables::{FURNITURE, is_head, is_section, plain, short};
use crate::characters::{alphanumerics, is_stop};

/// Most words of a headline in a list of other stories.
const HEADLINE: usize = 22;
/// Fewest words of a line that may be a title in spite of a label such as "Opinion:".
const TITLE: usize = 5;
/// Verbs of reported speech: a line of the site has none.
const SAID: [&str; 7] = ["said", "says", "told", "asked", "added", "wrote", "recalled"];
/// What a site sets above another story while it is news.
const TICKERS: [&str; 8] = ["live", "breaking", "breaking news", "just in", "developing", "alert", "live updates", "news alert"];

/// The kind under which each block is set aside; `None` for those that stay. `blocks` are in text order.
#[must_use]
pub fn classify(blocks: &[&str], mut kinds: Vec<Option<&'static str>>) -> Vec<Option<&'static str>> {
    spare_title(blocks, &mut kinds);
    set_aside_menus(blocks, &mut kinds);
    // Above the article's prose such a heading is a menu's: the title would go with what it lists.
    let mut at = blocks.iter().position(|block| is_prose(block)).unwrap_or(blocks.len());
    while at < blocks.len() {
        if is_head(blocks[at]) {
            at = set_aside_list(blocks, &mut kinds, at);
        }
        at += 1;
    }
    set_aside_neighbours(blocks, &mut kinds);
    set_aside_tickers(blocks, &mut kinds);
    set_aside_between(blocks, &mut kinds);
    set_aside_footer(blocks, &mut kinds);
    kinds
}

fn is_prose(block: &str) -> bool {
    words(block) >= 12 && ends_sentence(block)
}

/// The kind of a block of the site, by its own words alone.
#[must_use]
pub fn kind_of(block: &str) -> Option<&'static str> {
    let line = short(block);
    let whole = line.as_deref().and_then(|line| FURNITURE.kind_of_whole(line));
    let by_words = || FURNITURE.kind_by_words(line.as_deref()?).filter(|kind| *kind == "related" || !speaks(block));
    whole
        .or_else(by_words)
        .or_else(|| counter(block))
        .or_else(|| breadcrumb(block))
        .or_else(|| follow(block))
        .or_else(|| offers::kind_of(block))
}

fn speaks(block: &str) -> bool {
    alphanumerics(block).any(|word| SAID.contains(&word))
}

/// "Opinion: Why the wall must wait" is another story, unless it is the first line that is left and no title follows.
fn spare_title(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    let Some(first) = kinds.iter().position(Option::is_none) else { return };
    if is_headline(blocks[first]) && words(blocks[first]) >= TITLE {
        return;
    }
    let labelled = |at: &usize| kinds[*at] == Some("related") && words(blocks[*at]) >= TITLE && blocks[*at].contains(": ");
    if let Some(title) = (0..first).find(labelled) {
        kinds[title] = None;
    }
}

/// Sections of a site ("News", "Sport") have common names; they are known by their neighbours. Above the first line
/// that could be a title, a run of very short lines is a menu where every third of them is one by itself.
fn set_aside_menus(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    let short = |at: usize| words(blocks[at]) <= 3 && !blocks[at].ends_with(is_stop) && !blocks[at].ends_with(':');
    let run = (0..blocks.len()).take_while(|&at| short(at) || kinds[at].is_some()).count();
    // The last line of the run may be a short title.
    let known = (0..run).filter(|&at| kinds[at].is_some() || is_section(blocks[at])).count();
    if run >= 4 && known * 3 >= run {
        let end = run - usize::from(kinds[run - 1].is_none());
        for kind in &mut kinds[..end] {
            kind.get_or_insert("menu");
        }
    }
}

/// The same at the end of a page ("Careers", "Inspector General", "Return to top"), from the first line that is known.
fn set_aside_footer(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    let short = |at: usize| words(blocks[at]) <= 4 && !blocks[at].ends_with(is_stop) && !blocks[at].ends_with([':', ',']);
    let run = (0..blocks.len()).rev().take_while(|&at| short(at) || kinds[at].is_some()).count();
    let Some(from) = (blocks.len() - run..blocks.len()).find(|&at| kinds[at].is_some()) else { return };
    let known = kinds[from..].iter().filter(|kind| kind.is_some()).count();
    if blocks.len() - from >= 4 && known * 2 >= blocks.len() - from {
        for kind in &mut kinds[from..] {
            kind.get_or_insert("menu");
        }
    }
}

/// "Follow our Opinion section on Facebook and Instagram."
fn follow(block: &str) -> Option<&'static str> {
    const NETWORKS: [&str; 9] = ["Facebook", "Twitter", "Instagram", "TikTok", "WhatsApp", "LinkedIn", "YouTube", "Bluesky", "Threads"];
    let asks = block.starts_with("Follow ") && words(block) <= 20 && !speaks(block);
    (asks && NETWORKS.iter().any(|network| block.contains(network))).then_some("share")
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

/// "X" between "Facebook" and "WhatsApp", "Newest" below "24 comments", their bare number, a name above "Follow".
fn set_aside_neighbours(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    let is_known = |kind: Option<&Option<&str>>| kind.is_some_and(Option::is_some);
    let is_count = |block: &str| block.len() <= 6 && block.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'%' | b'+'));
    // What is known hands it on, downwards and then upwards.
    for at in (0..blocks.len()).chain((0..blocks.len()).rev()) {
        if kinds[at].is_some() || !(at > 0 && is_known(kinds.get(at - 1)) || is_known(kinds.get(at + 1))) {
            continue;
        }
        let followed = || blocks.get(at + 1).is_some_and(|next| plain(next) == "follow") && words(blocks[at]) <= 5;
        let counted = is_count(blocks[at]).then_some("comments");
        kinds[at] = FURNITURE.kind_beside(blocks[at]).or(counted).or_else(|| (followed() && !ends_sentence(blocks[at])).then_some("share"));
    }
}

/// What stands between "Sign up to First Edition" and "Enter your email address" speaks of the same offer.
fn set_aside_between(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    const MOST: usize = 2;
    let offers: Vec<usize> = (0..blocks.len()).filter(|&at| kinds[at] == Some("subscribe")).collect();
    for pair in offers.windows(2) {
        let inner = pair[0] + 1..pair[1];
        let open = inner.clone().filter(|&at| kinds[at].is_none()).count();
        let speaks_of_it = |at: usize| kinds[at].is_some() || words(blocks[at]) <= 30 && !offers::tells(blocks[at]);
        if (1..=MOST).contains(&open) && inner.len() <= 2 * MOST && inner.clone().all(speaks_of_it) {
            for kind in &mut kinds[inner] {
                kind.get_or_insert("subscribe");
            }
        }
    }
}

/// "LIVE: Ferries delayed" below a menu and above the title is another story.
fn set_aside_tickers(blocks: &[&str], kinds: &mut [Option<&'static str>]) {
    let Some(first) = kinds.iter().position(Option::is_none).filter(|&at| at > 0) else { return };
    let Some(next) = (first + 1..blocks.len()).find(|&at| kinds[at].is_none()) else { return };
    let label = blocks[first].split_once(':').map(|(label, _)| plain(label));
    let is_ticker = label.is_some_and(|label| TICKERS.contains(&label.as_str()));
    let title_follows = words(blocks[next]) >= TITLE && is_headline(blocks[next]) && !ends_sentence(blocks[next]);
    if is_ticker && title_follows {
        kinds[first] = Some("related");
    }
}

fn is_headline(block: &str) -> bool {
    let shown = lists::behind_bullet(block).unwrap_or(block);
    let sentence = shown.ends_with(is_stop) && !shown.ends_with('?');
    block.len() < 400 && !sentence && !shown.starts_with(['"', '“', '#']) && words(shown) <= HEADLINE
}

/// "Home > Harbour > Business": short names with the same mark between them, twice or more. A stroke stands between
/// other things, too: there the first of them must be a menu's.
fn breadcrumb(block: &str) -> Option<&'static str> {
    let marked = |block: &str| block.bytes().any(|byte| matches!(byte, b'>' | b'|' | b'/') || !byte.is_ascii());
    if block.len() > 120 || block.ends_with(is_stop) || !marked(block) {
        return None;
    }
    let cells = |mark: &str| -> Option<Vec<&str>> {
        let cells: Vec<&str> = block.split(mark).map(str::trim).collect();
        let name = |cell: &&str| cell.starts_with(char::is_uppercase) && (1..=4).contains(&words(cell));
        (cells.len() >= 3 && cells.iter().all(name)).then_some(cells)
    };
    let arrows = ["> ", "› ", "» ", "→ "].iter().any(|mark| cells(mark).is_some());
    let from_home = |mark: &&str| cells(mark).is_some_and(|cells| FURNITURE.kind_of_whole(&plain(cells[0])) == Some("menu"));
    (arrows || [" | ", " / ", " · "].iter().any(from_home)).then_some("menu")
}

/// "24 comments", "3 min read", "1.2K shares", "5 minutes".
fn counter(block: &str) -> Option<&'static str> {
    if block.len() > 40 {
        return None;
    }
    let folded = plain(block);
    let mut words = folded.split([' ', '-']);
    let count = words.next()?;
    let number = count.trim_end_matches(['k', 'm', '+']);
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',') {
        return None;
    }
    match words.collect::<Vec<_>>()[..] {
        ["comment" | "comments"] => Some("comments"),
        ["share" | "shares" | "likes" | "like" | "views" | "retweets" | "restacks" | "claps" | "reposts"] => Some("share"),
        ["min" | "mins" | "minute" | "minutes", "read" | "listen" | "watch", ..] => Some("audio"),
        _ => None,
    }
}
