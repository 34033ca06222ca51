//! Tokens: words, numbers and marks, each with its byte span.
//!
//! A word keeps the stop of an abbreviation ("Corp.", "U.S.", the initial "J.") and gives up its possessive ("China" and
//! "’s"); letters that a hyphen joins are words apart ("U.S." "-" "origin"). A number keeps the marks between its
//! digits ("10,000", "3.5", "9:30").

use super::tables;
use crate::characters::{is_invisible, is_stop};
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Begins with a letter, or mixes letters and digits ("23rd", "6G").
    Word,
    /// Digits, and marks between them.
    Number,
    /// A word with the full stop of its abbreviation.
    Abbreviation,
    /// The "’s" or "'" behind a name.
    Possessive,
    /// Anything else, one character; dots and hyphens in a row are one.
    Mark,
}

/// A token and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the owned text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// Appends the tokens of `span` to `out`. One pass; white space and invisible characters between words are in no token.
pub fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let slice = span.of(text);
    let base = span.start as usize;
    let mut at = 0;
    while let Some(first) = slice[at..].chars().next() {
        if first.is_whitespace() || is_invisible(first) {
            at += first.len_utf8();
            continue;
        }
        let (length, kind) = token_at(slice, at, first);
        out.push(Token { span: Span::new(base + at..base + at + length), kind });
        at += length;
    }
}

/// Length in bytes and kind of the token that begins with `first` at `at`.
fn token_at(slice: &str, at: usize, first: char) -> (usize, TokenKind) {
    let rest = &slice[at..];
    if first.is_ascii_digit() || first.is_numeric() {
        return number(rest);
    }
    if first.is_alphabetic() {
        return if is_ideograph(first) { (first.len_utf8(), TokenKind::Word) } else { word(rest) };
    }
    if is_apostrophe(first) && slice[..at].ends_with(char::is_alphanumeric) {
        return possessive(rest, first);
    }
    let run = if matches!(first, '.' | '-') { rest.len() - rest.trim_start_matches(first).len() } else { first.len_utf8() };
    (run, TokenKind::Mark)
}

fn number(rest: &str) -> (usize, TokenKind) {
    let mut end = 0;
    let mut letters = false;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = matches!(c, '.' | ',' | ':') && !letters && characters.peek().is_some_and(|(_, next)| next.is_numeric());
        if !(c.is_alphanumeric() || is_part(c) || joins) {
            if is_unseen(c) {
                continue;
            }
            break;
        }
        letters |= c.is_alphabetic();
        end = at + c.len_utf8();
    }
    (end, if letters { TokenKind::Word } else { TokenKind::Number })
}

fn word(rest: &str) -> (usize, TokenKind) {
    let mut end = segment(rest);
    // "U.S", "a.m", "Search.gov", "Ph.D": a stop with a letter right behind it stays inside.
    while let Some(next) = rest[end..].strip_prefix('.').map(segment).filter(|length| *length > 0) {
        let behind = &rest[end + 1..];
        let last_segment = rest[..end].rsplit('.').next().unwrap_or_default();
        let initials = is_one_letter(last_segment) && behind.starts_with(char::is_alphabetic);
        let degree = is_one_letter(&behind[..next]) && behind[next..].starts_with('.') && last_segment.len() <= 3;
        if !(initials || degree || behind.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())) {
            break;
        }
        end += 1 + next;
    }
    if !rest[end..].starts_with('.') || rest[end..].starts_with("..") {
        return (end, TokenKind::Word);
    }
    let word = &rest[..end];
    let initial = is_one_letter(word) && word.starts_with(char::is_uppercase);
    let initials = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    if initial || initials || tables::abbreviation(word).is_some() {
        return (end + 1, TokenKind::Abbreviation);
    }
    (end, TokenKind::Word)
}

/// Length of the letters, digits and inner apostrophes at the front ("don’t", "O’Neill"); a trailing "’s" is left.
fn segment(rest: &str) -> usize {
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let inner = is_apostrophe(c) && characters.peek().is_some_and(|(_, next)| next.is_alphabetic()) && !is_possessive(&rest[at..], c);
        if !(c.is_alphanumeric() && !is_ideograph(c) || is_part(c) || inner) {
            if is_unseen(c) {
                continue;
            }
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn possessive(rest: &str, first: char) -> (usize, TokenKind) {
    if is_possessive(rest, first) {
        return (first.len_utf8() + 1, TokenKind::Possessive);
    }
    (first.len_utf8(), TokenKind::Mark)
}

/// Whether "’s" stands here and no letter follows it.
fn is_possessive(rest: &str, first: char) -> bool {
    let behind = &rest[first.len_utf8()..];
    behind.starts_with(['s', 'S']) && !behind[1..].starts_with(char::is_alphanumeric)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_one_letter(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none()
}

/// Invisible joiners and combining marks do not end a word.
fn is_part(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}')
}

/// A NUL or a mark of direction: nobody sees a word end there, and at its end it is no part of it.
fn is_unseen(c: char) -> bool {
    is_invisible(c) && !c.is_whitespace()
}

/// Scripts written without spaces: each character is a token of its own.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a sentence may end with the token: a stop or a run of dots.
#[must_use]
pub fn is_stop_mark(word: &str) -> bool {
    word.starts_with(is_stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0..text.len()), &mut tokens);
        tokens.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn tokens_are_what_a_reader_sees() {
        for (text, expected) in [
            ("China’s 15th Five-Year Plan", "China|’s|15th|Five|-|Year|Plan"),
            ("U.S.-origin items at 9 a.m. Monday", "U.S.|-|origin|items|at|9|a.m.|Monday"),
            ("Nvidia Corp. said 10,000.5 at 9:30.", "Nvidia|Corp.|said|10,000.5|at|9:30|."),
            ("J. R. O’Neill doesn't", "J.|R.|O’Neill|doesn't"),
            ("Search.gov and node.js closed.The", "Search.gov|and|node.js|closed|.|The"),
            ("a Ph.D. and an M.B.A.", "a|Ph.D.|and|an|M.B.A."),
            ("wait... then—no", "wait|...|then|—|no"),
            ("the plants' owners 6G", "the|plants|'|owners|6G"),
            ("co\u{AD}operate\u{200B} e\u{301}tat", "co\u{AD}operate\u{200B}|e\u{301}tat"),
            ("Nord\0wind \u{202A}Orrin\u{202C} 20\u{1}25\u{1}, Ada", "Nord\0wind|Orrin|20\u{1}25|,|Ada"),
            ("中国移动", "中|国|移|动"),
            ("$1.5bn 2026-30", "$|1.5bn|2026|-|30"),
        ] {
            assert_eq!(words(text).join("|"), expected);
        }
    }
}
