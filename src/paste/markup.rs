//! Marks of Markdown inside a block: emphasis, code, the targets of links, escapes. They are set aside, so that only
//! the words are read.

use crate::span::Span;

/// Most bytes between an opening mark and its closing one.
const REACH: usize = 600;
/// Emphasis, longest first.
const EMPHASIS: [&str; 6] = ["***", "**", "__", "*", "_", "`"];

/// The marks of `block`, in text order.
#[must_use]
pub fn find(text: &str, block: Span) -> Vec<Span> {
    let shown = block.of(text);
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(next) = shown[at..].find(['[', '!', '*', '_', '`', '\\']).map(|offset| at + offset) {
        at = mark_at(shown, next, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    let base = block.start as usize;
    found.iter().map(|&(start, end)| Span::new(base + start..base + end)).collect()
}

/// Takes the mark at `at` and its partner; returns where the search goes on.
fn mark_at(shown: &str, at: usize, found: &mut Vec<(usize, usize)>) -> usize {
    let rest = &shown[at..];
    if let Some(behind) = rest.strip_prefix('\\') {
        let escapes = behind.starts_with(['_', '*', '#', '`', '[', ']', '~']);
        found.extend(escapes.then_some((at, at + 1)));
        return at + 1 + usize::from(escapes);
    }
    if let Some(link) = link(rest) {
        found.push((at, at + link.opens));
        found.push((at + link.closes, at + link.length));
        return at + link.opens;
    }
    if let Some(length) = footnote_reference(rest) {
        found.push((at, at + length));
        return at + length;
    }
    if let Some((mark, close)) =
        EMPHASIS.iter().find(|mark| rest.starts_with(**mark)).and_then(|mark| Some((mark, emphasis(shown, at, mark)?)))
    {
        found.push((at, at + mark.len()));
        found.push((close, close + mark.len()));
        return at + mark.len();
    }
    // A closing mark that is known already, or no mark at all: its whole run is passed over.
    let first = rest.chars().next().unwrap_or_default();
    at + (rest.len() - rest.trim_start_matches(first).len()).max(1)
}

struct Link {
    /// Length of "[" or "![".
    opens: usize,
    /// Where "](target)" begins.
    closes: usize,
    /// Length of all of it.
    length: usize,
}

/// "[thirty years](https://tides.example/about "About the institute")", "![A coil](coil.jpg)".
fn link(rest: &str) -> Option<Link> {
    let opens = if rest.starts_with("![") { 2 } else { usize::from(rest.starts_with('[')) };
    if opens == 0 {
        return None;
    }
    let near = near(rest);
    let closes = near.find("](")?;
    let target = &near[closes + 2..];
    let end = target.find(')')?;
    let address = target[..end].split_whitespace().next().unwrap_or_default();
    let is_target = address.contains(['/', '.', '#', ':'])
        && target[..end].split_whitespace().nth(1).is_none_or(|title| title.starts_with(['"', '\'']));
    let one_link = !near[opens..closes].contains("[") || near[opens..closes].starts_with("![");
    (is_target && one_link && closes > opens).then_some(Link { opens, closes, length: closes + 2 + end + 1 })
}

/// `[^1]` behind a word.
fn footnote_reference(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix("[^")?;
    let length = inner.char_indices().take(20).find(|(_, c)| *c == ']').map(|(at, _)| at)?;
    (length > 0 && !inner[..length].contains(' ') && !inner[length..].starts_with("]:")).then_some(length + 3)
}

/// Where the mark that closes the one at `at` begins.
fn emphasis(shown: &str, at: usize, mark: &str) -> Option<usize> {
    let before = shown[..at].chars().next_back();
    let inner = &shown[at + mark.len()..];
    let opens =
        before.is_none_or(|c| !c.is_alphanumeric() && c != '\\') && inner.starts_with(|c: char| !c.is_whitespace() && !mark.contains(c));
    if !opens {
        return None;
    }
    let near = near(inner);
    let closes = |&(offset, _): &(usize, &str)| {
        let last = near[..offset].chars().next_back();
        let next = inner[offset + mark.len()..].chars().next();
        let word_ends = next.is_none_or(|c| !c.is_alphanumeric() && !mark.contains(c));
        last.is_some_and(|c| !c.is_whitespace() && c != '\\' && !mark.contains(c)) && word_ends
    };
    near.match_indices(mark).find(closes).map(|(offset, _)| at + mark.len() + offset)
}

/// As far as a partner is looked for.
fn near(text: &str) -> &str {
    let end = (REACH.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without its marks.
    fn read(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for span in find(text, Span::new(0..text.len())) {
            out.push_str(&text[at..span.start as usize]);
            at = span.end as usize;
        }
        out + &text[at..]
    }

    #[test]
    fn marks_are_found() {
        for (text, expected) in [
            ("It is **three strands** that lean.", "It is three strands that lean."),
            ("I looked for [thirty years](https://tides.example/a \"About\"), and more.", "I looked for thirty years, and more."),
            ("**[Ask](#ask)** the *Orla* and the _Kite_.", "Ask the Orla and the Kite."),
            ("![A coil](images/coil_3.jpg)", "A coil"),
            (
                "It costs 400 crowns[^1]. Run `rope --length 40` on harbour\\_office.",
                "It costs 400 crowns. Run rope --length 40 on harbour_office.",
            ),
            ("***Both*** and __bold__", "Both and bold"),
        ] {
            assert_eq!(read(text), expected);
        }
    }

    #[test]
    fn other_signs_stay() {
        for text in [
            "5 * 4 * 3 is 60.",
            "The price* rose.",
            "*Without what the state pays",
            "snake_case_names and a_b",
            "He [the mayor](and nobody else) left.",
            "[sic] and [para. 3]",
            "** and **",
            "C:\\rope\\new",
            "[^1]: Price of May 2024.",
            "Wait! No.",
            "`quoted'",
        ] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn many_marks_take_no_longer_than_their_number() {
        for text in ["*a ".repeat(50_000), "[".repeat(100_000), "**a".repeat(50_000), "![a](".repeat(30_000)] {
            assert!(find(&text, Span::new(0..text.len())).len() <= text.len());
        }
    }
}
