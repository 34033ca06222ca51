//! Hyphens inside names: "Guinea-Bissau", and "Guinea - Bissau" of a text whose hyphens have come apart, as they do in
//! tokenised texts and in copies from PDF. A dash between clauses, behind a dateline or between the two ends of a way
//! ("Paris - London") has spaces, too: a hyphen with spaces joins only where the words or the text show it.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::characters::fold;
use crate::document::{Document, TokenKind};

/// First parts of compounds that are no words by themselves, so that no dash stands behind them.
const FIRST: [&str; 10] = ["self", "non", "co", "pre", "anti", "semi", "multi", "mid", "ex", "vice"];
/// Last parts of compounds before which hardly a dash stands: "so - called", "10 - year - old".
const LAST: [&str; 14] =
    ["old", "year", "day", "month", "term", "called", "based", "wide", "led", "related", "known", "backed", "owned", "general"];

/// What the document shows of its hyphens.
pub struct Hyphens<'a> {
    /// Words that it joins somewhere by a hyphen without spaces, folded.
    joined: HashSet<(Cow<'a, str>, Cow<'a, str>)>,
    /// All of its hyphens have come apart.
    apart: bool,
}

impl<'a> Hyphens<'a> {
    /// Looks at every hyphen once.
    pub fn new(document: &'a Document) -> Self {
        let tokens = document.tokens();
        let text = |at: usize| document.slice(tokens[at].span);
        let lettered = |at: usize| matches!(tokens[at].kind, TokenKind::Word | TokenKind::Abbreviation | TokenKind::Number);
        let mut hyphens = Self { joined: HashSet::new(), apart: false };
        for at in (1..tokens.len().saturating_sub(1)).filter(|&at| is_hyphen(text(at)) && lettered(at - 1) && lettered(at + 1)) {
            if is_attached(document, at) && is_attached(document, at + 1) {
                hyphens.joined.insert((fold(text(at - 1)), fold(text(at + 1))));
            } else {
                hyphens.apart |= FIRST.contains(&text(at - 1)) || LAST.contains(&text(at + 1));
            }
        }
        hyphens.apart &= hyphens.joined.is_empty();
        hyphens
    }

    /// Whether the mark at a token joins the words beside it.
    pub fn joins(&self, document: &'a Document, at: usize) -> bool {
        let tokens = document.tokens();
        let text = |at: usize| tokens.get(at).map_or("", |token| document.slice(token.span));
        if at == 0 || !is_hyphen(text(at)) || tokens.len() == at + 1 {
            return false;
        }
        let (left, right) = (text(at - 1), text(at + 1));
        let attached = is_attached(document, at) && is_attached(document, at + 1);
        attached || self.apart || is_article(left, right) || self.joined.contains(&(fold(left), fold(right)))
    }
}

fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "‐" | "‑")
}

fn is_attached(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    tokens[at].span.start == tokens[at - 1].span.end
}

/// "al-Qaeda", "Az-Zaman": an Arabic article, whose "l" may have become the first sound of the name.
pub fn is_article(left: &str, right: &str) -> bool {
    let (left, right) = (fold(left), fold(right));
    if matches!(&*left, "al" | "el") {
        return right.chars().count() > 2;
    }
    let sound = left.strip_prefix(['a', 'e']).unwrap_or_default();
    matches!(sound, "s" | "z" | "n" | "r" | "t" | "d" | "sh") && right.starts_with(sound) && right.chars().count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paste;

    fn joins(text: &str) -> Vec<bool> {
        let document = Document::new(text, &paste::read(text, None));
        let hyphens = Hyphens::new(&document);
        let marks = (0..document.tokens().len()).filter(|&at| is_hyphen(document.slice(document.tokens()[at].span)));
        marks.map(|at| hyphens.joins(&document, at)).collect()
    }

    #[test]
    fn a_hyphen_with_spaces_joins_where_the_text_shows_it() {
        for (text, expected) in [
            ("They met al - Marun, Az - Zaher and As - Safa there.", vec![true; 3]),
            ("The mayor met Ro-ken there. Later Ro - ken left.", vec![true; 2]),
            ("The well - known Ada Smith - Ferro has left.", vec![true; 2]),
            ("The mayor thanked Ada Smith - Tom Ferro had left.", vec![false]),
            ("The well-known Ada Smith - Tom Ferro thanked her - has left.", vec![true, false, false]),
            ("KESTREL BAY - Officers took the Orla - Velora road.", vec![false; 2]),
        ] {
            assert_eq!(joins(text), expected, "{text}");
        }
    }
}
