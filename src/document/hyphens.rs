//! Words that a line's end broke in two: "be-⏎cause" is one word, "well-⏎known" keeps its hyphen.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::tokens::{Token, TokenKind};
use crate::characters::{fold, is_line_end};
use crate::lists::{Set, words};
use crate::span::Span;

/// Common words of two syllables or more, and endings that are no words by themselves.
static KNOWN: LazyLock<Set<&str>> = LazyLock::new(|| words(include_str!("../../data/sentences/broken.txt")));

/// The hyphens and line ends that broke a word, in text order: without them it is whole.
#[must_use]
pub fn breaks(text: &str, tokens: &[Token]) -> Vec<Span> {
    let candidates: Vec<usize> = (0..tokens.len().saturating_sub(2)).filter(|&at| is_broken(text, &tokens[at..at + 3])).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let parts = |at: &usize| (fold(tokens[*at].span.of(text)), fold(tokens[at + 2].span.of(text)));
    let attested = Attested::read(text, tokens, candidates.iter().map(parts));
    let joins = |at: &usize| attested.joins(parts(at));
    let between = |at: usize| Span { start: tokens[at + 1].span.start, end: tokens[at + 2].span.start };
    candidates.into_iter().filter(joins).map(between).collect()
}

/// Letters, a hyphen at the end of a line, small letters.
fn is_broken(text: &str, tokens: &[Token]) -> bool {
    let [left, hyphen, right] = tokens else { return false };
    let letters = |token: &Token| token.kind == TokenKind::Word && token.span.of(text).chars().all(char::is_alphabetic);
    let gap = Span { start: hyphen.span.end, end: right.span.start.max(hyphen.span.end) };
    matches!(hyphen.span.of(text), "-" | "‐")
        && left.span.end == hyphen.span.start
        && letters(left)
        && letters(right)
        && right.span.of(text).starts_with(char::is_lowercase)
        && gap.of(text).contains(is_line_end)
}

/// What the rest of the text says of the words that were broken: whether it has them whole, and with a hyphen.
struct Attested(HashMap<String, bool>);

impl Attested {
    fn read<'a>(text: &str, tokens: &[Token], broken: impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)>) -> Self {
        let both = |(left, right)| [format!("{left}{right}"), format!("{left}-{right}")];
        let mut seen: HashMap<String, bool> = broken.flat_map(both).map(|word| (word, false)).collect();
        // Few lengths are wanted, so that most tokens need no other look.
        let lengths: BTreeSet<usize> = seen.keys().map(String::len).collect();
        let mut see = |word: &str| {
            let folded = fold(word);
            if lengths.contains(&folded.len())
                && let Some(seen) = seen.get_mut(&*folded)
            {
                *seen = true;
            }
        };
        tokens.iter().filter(|token| token.kind == TokenKind::Word).for_each(|token| see(token.span.of(text)));
        let joined = tokens.windows(3).filter(|run| {
            let touching = run[0].span.end == run[1].span.start && run[1].span.end == run[2].span.start;
            touching && matches!(run[1].span.of(text), "-" | "‐" | "‑")
        });
        joined.for_each(|run| see(run[0].span.to(run[2].span).of(text)));
        Self(seen)
    }

    fn joins(&self, (left, right): (Cow<'_, str>, Cow<'_, str>)) -> bool {
        let whole = format!("{left}{right}");
        let has = |word: &str| self.0.get(word).copied().unwrap_or_default();
        has(&whole) || !has(&format!("{left}-{right}")) && (KNOWN.contains(whole.as_str()) || KNOWN.contains(format!("-{right}").as_str()))
    }
}

#[cfg(test)]
mod tests {
    use crate::characters::on_one_line;
    use crate::document::Document;
    use crate::span::Span;

    fn read(text: &str) -> String {
        let document = Document::new(text, &crate::paste::read(text, None));
        on_one_line(&document.reading(Span::new(0..text.len()))).into_owned()
    }

    #[test]
    fn broken_words_are_whole() {
        for (text, expected) in [
            ("It went on be-\ncause of the rope.", "It went on because of the rope."),
            ("It needed rig-\nging.", "It needed rigging."),
            ("The hempen rope; no hem-\npen shirt.", "The hempen rope; no hempen shirt."),
        ] {
            assert_eq!(read(text), expected);
        }
    }

    #[test]
    fn words_with_a_hyphen_of_their_own_keep_it() {
        for (text, expected) in [
            ("a well-\nknown builder", "a well-known builder"),
            ("a state-\nowned shed", "a state-owned shed"),
            ("the Kite-\nBrandt line", "the Kite-Brandt line"),
            ("a re-\nlease of re-lease papers", "a re-lease of re-lease papers"),
            ("1990-\n95", "1990-95"),
        ] {
            assert_eq!(read(text), expected);
        }
    }
}
