//! The surface of a sentence: its length, its marks, who speaks in it, and how it opens.

use crate::characters::small;
use crate::document::{Document, TokenKind};

/// How a sentence opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// "He"
    Pronoun,
    /// "This"
    Pointer,
    /// "But"
    Connective,
    /// "The"
    Article,
    /// "In", "After", "While"
    Clause,
    /// Anything else.
    #[default]
    Other,
}

/// What the eye sees of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surface {
    /// Words and numbers.
    pub words: i32,
    /// Numbers.
    pub numbers: i32,
    /// "$" or "%" or "million".
    pub money: bool,
    /// Words in quotation marks.
    pub quoted: i32,
    /// Its first mark opens a quotation.
    pub opens_quote: bool,
    /// Verbs of saying.
    pub said: i32,
    /// "…, he said."
    pub ends_in_said: bool,
    /// "I", "we".
    pub first_person: i32,
    /// "you".
    pub second_person: i32,
    /// It asks.
    pub question: bool,
    /// Commas.
    pub commas: i32,
    /// A bracket.
    pub bracket: bool,
    /// A dash.
    pub dash: bool,
    /// A colon or semicolon.
    pub colon: bool,
    /// "would", "might".
    pub modal: i32,
    /// "not", "never".
    pub negated: bool,
    /// "he", "it", "their".
    pub pronouns: i32,
    /// "this", "such": what was told before.
    pub pointers: i32,
    /// "was", "had", and words in -ed: what happened.
    pub past: i32,
    /// "is", "has": what holds.
    pub present: i32,
    /// How it opens.
    pub opening: Opening,
}

/// Looks at one sentence.
#[must_use]
pub fn surface(document: &Document, sentence: usize) -> Surface {
    let tokens = &document.tokens()[document.sentences()[sentence].tokens.clone()];
    let mut surface = Surface::default();
    let mut quoted = false;
    let mut said_at = 0;
    for (at, token) in tokens.iter().enumerate() {
        let text = document.slice(token.span);
        if token.kind == TokenKind::Mark {
            quoted = mark(&mut surface, text, at, quoted);
            continue;
        }
        if token.kind == TokenKind::Possessive {
            continue;
        }
        let lower = small(text);
        surface.words += 1;
        surface.quoted += i32::from(quoted);
        surface.numbers += i32::from(token.kind == TokenKind::Number);
        let said = surface.said;
        word(&mut surface, &lower);
        if surface.said > said {
            said_at = at;
        }
        if surface.words == 1 {
            surface.opening = opening(&lower);
        }
    }
    surface.ends_in_said = surface.said > 0 && said_at + 4 >= tokens.len();
    surface
}

/// Whether a quotation is open behind the mark.
fn mark(surface: &mut Surface, text: &str, at: usize, quoted: bool) -> bool {
    match text.chars().next().unwrap_or(' ') {
        '"' => {
            surface.opens_quote |= at == 0;
            return !quoted;
        }
        '“' => {
            surface.opens_quote |= at == 0;
            return true;
        }
        '”' => return false,
        '‘' | '\'' => surface.opens_quote |= at == 0,
        '$' | '%' | '€' | '£' => surface.money = true,
        '?' => surface.question = true,
        ',' => surface.commas += 1,
        '(' | '[' => surface.bracket = true,
        '–' | '—' => surface.dash = true,
        '-' => surface.dash |= text.len() > 1,
        ':' | ';' => surface.colon = true,
        _ => {}
    }
    quoted
}

fn word(surface: &mut Surface, lower: &str) {
    match lower {
        "said" | "says" | "told" | "added" | "according" | "stated" | "explained" | "wrote" | "asked" | "noted" | "tells" | "adds" => {
            surface.said += 1;
        }
        "i" | "we" | "my" | "our" | "me" | "us" | "i'm" | "i’m" | "we're" | "we’re" | "myself" | "ourselves" => {
            surface.first_person += 1
        }
        "you" | "your" | "you're" | "you’re" | "yours" => surface.second_person += 1,
        "would" | "could" | "may" | "might" | "should" | "will" | "can" | "must" => surface.modal += 1,
        "not" | "no" | "never" | "nor" | "without" => surface.negated = true,
        "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their" | "him" | "them" => surface.pronouns += 1,
        "million" | "billion" | "percent" | "trillion" => surface.money = true,
        "this" | "these" | "those" | "such" | "same" => surface.pointers += 1,
        "was" | "were" | "had" | "did" => surface.past += 1,
        "is" | "are" | "has" | "have" | "do" | "does" => surface.present += 1,
        _ if lower.ends_with("ed") => surface.past += 1,
        _ => surface.negated |= lower.ends_with("n't") || lower.ends_with("n’t"),
    }
}

fn opening(lower: &str) -> Opening {
    match lower {
        "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their" | "we" | "i" | "you" | "our" | "my" => Opening::Pronoun,
        "this" | "that" | "these" | "those" | "there" | "such" | "here" | "one" | "some" | "others" | "another" => Opening::Pointer,
        "but" | "and" | "so" | "however" | "meanwhile" | "still" | "yet" | "also" | "then" | "instead" | "or" | "nor" | "moreover" => {
            Opening::Connective
        }
        "the" | "a" | "an" => Opening::Article,
        "in" | "on" | "at" | "after" | "when" | "while" | "as" | "if" | "for" | "since" | "before" | "although" | "though" | "because"
        | "with" | "by" | "during" | "despite" | "under" | "among" | "until" => Opening::Clause,
        _ => Opening::Other,
    }
}
