//! Words as two texts are compared by: "$5,300+" and "more than $5,300", "Sept. 4" and "September 4", "didn’t" and "did not"
//! are the same. "Sold" and "sells" are not, nor are "ship" and "ships": they say different things.

use super::super::lexicon::is_in;
use super::same::merge;
use crate::calendar::{is_weekday, month_of};
use crate::characters::fold;
use crate::document::tags::can_be_participle;
use crate::document::{Token, TokenKind, is_company_suffix};

/// What a word is to a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Compared as it is.
    Word,
    /// A number, a month or a weekday: it may be the one thing that differs.
    Value,
    /// A comma, a dash, a bracket: never compared, but a border of what may be left out.
    Mark,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded. A month is "#9", a weekday "@monday".
    pub text: String,
    pub kind: Kind,
    /// Written with a capital.
    pub capital: bool,
    /// Not written, but what the date means: the year of "in September".
    pub implied: bool,
    /// "Ltd."
    pub suffix: bool,
    /// Behind an article, which is left out.
    pub led: bool,
    /// Index of its token.
    pub token: usize,
}

impl Word {
    pub fn new(text: &str, kind: Kind, token: usize) -> Self {
        Self { text: text.to_owned(), kind, capital: false, implied: false, suffix: false, led: false, token }
    }

    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub fn is_year(&self) -> bool {
        self.kind == Kind::Value
            && self.text.len() == 4
            && self.text.starts_with(['1', '2'])
            && self.text.bytes().all(|b| b.is_ascii_digit())
    }

    pub fn is_month(&self) -> bool {
        self.text.starts_with('#')
    }

    /// Whether both are years, both months, both weekdays or both other numbers.
    pub fn is_of_form(&self, other: &Self) -> bool {
        let form = |word: &Self| (word.kind, word.is_year(), word.is_month(), word.is_number());
        self.kind == Kind::Value && form(self) == form(other)
    }

    pub fn is_number(&self) -> bool {
        self.kind == Kind::Value && self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The words of a run of tokens, before anything is merged.
pub fn read(text: &str, tokens: &[Token]) -> Vec<Word> {
    let mut words = Vec::with_capacity(tokens.len());
    for at in 0..tokens.len() {
        push(text, tokens, at, &mut words);
    }
    for at in 1..words.len() {
        let day = words[at - 1].is_number() && words[at - 1].text.len() <= 2;
        if day && words[at].is_month() && !(at > 1 && words[at - 2].is_month()) {
            words.swap(at - 1, at);
        }
    }
    words
}

/// The same with phrases put for one another, and without the words that only hold others together.
pub fn settled(words: Vec<Word>) -> Vec<Word> {
    let words = merge(words);
    let mut kept: Vec<Word> = Vec::with_capacity(words.len());
    let mut led = false;
    for (at, word) in words.iter().enumerate() {
        if is_spare(&words, at) {
            led = matches!(word.text.as_str(), "a" | "an" | "the");
        } else {
            kept.push(Word { led, ..word.clone() });
            led = false;
        }
    }
    kept
}

fn push(text: &str, tokens: &[Token], at: usize, words: &mut Vec<Word>) {
    let token = tokens[at];
    let written = token.span.of(text);
    match token.kind {
        TokenKind::Mark => mark(text, tokens, at, words),
        TokenKind::Possessive => words.push(Word::new("'s", Kind::Word, at)),
        TokenKind::Number => {
            let folded = fold(written).replace(',', "");
            words.push(Word::new(&folded, Kind::Value, at));
        }
        TokenKind::Word | TokenKind::Abbreviation => word(text, tokens, at, words),
    }
}

fn word(text: &str, tokens: &[Token], at: usize, words: &mut Vec<Word>) {
    let written = tokens[at].span.of(text);
    let capital = written.starts_with(char::is_uppercase);
    let folded = fold(written).replace('.', "");
    if let Some(month) = month_of(&folded).filter(|_| capital && (!is_in("ambiguous month", &folded) || is_dated(text, tokens, at))) {
        words.push(Word::new(&format!("#{month}"), Kind::Value, at));
    } else if is_weekday(&folded) {
        words.push(Word::new(&format!("@{folded}"), Kind::Value, at));
    } else if let Some(number) = number_of(&folded) {
        words.push(Word::new(number, Kind::Value, at));
    } else if let Some(base) = negated(&folded) {
        words.push(Word::new(base, Kind::Word, at));
        words.push(Word::new("not", Kind::Word, at));
    } else {
        let suffix = capital && is_company_suffix(written);
        words.push(Word { capital, suffix, ..Word::new(&folded, Kind::Word, at) });
    }
}

/// Whether "May" or "March" stands where a month does.
fn is_dated(text: &str, tokens: &[Token], at: usize) -> bool {
    let number = |token: Option<&Token>| token.is_some_and(|token| token.kind == TokenKind::Number);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    number(tokens.get(at + 1)) || number(before) || before.is_some_and(|token| is_in("before month", &fold(token.span.of(text))))
}

/// "didn’t" → "did", "cannot" → "can".
fn negated(folded: &str) -> Option<&str> {
    match folded {
        "can't" | "cannot" => Some("can"),
        "won't" => Some("will"),
        _ => folded.strip_suffix("n't"),
    }
}

fn number_of(folded: &str) -> Option<&'static str> {
    const NUMBERS: [(&str, &str); 20] = [
        ("zero", "0"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("eleven", "11"),
        ("twelve", "12"),
        ("fifteen", "15"),
        ("twenty", "20"),
        ("thirty", "30"),
        ("forty", "40"),
        ("fifty", "50"),
        ("sixty", "60"),
        ("eighty", "80"),
        ("ninety", "90"),
    ];
    NUMBERS.iter().find(|(word, _)| *word == folded).map(|(_, number)| *number)
}

fn mark(text: &str, tokens: &[Token], at: usize, words: &mut Vec<Word>) {
    let here = tokens[at].span;
    let before = at.checked_sub(1).map(|before| tokens[before]);
    let behind = tokens.get(at + 1);
    let touches = before.is_some_and(|token| token.span.end == here.start) && behind.is_some_and(|token| token.span.start == here.end);
    let numbers =
        before.is_some_and(|token| token.kind == TokenKind::Number) && behind.is_some_and(|token| token.kind == TokenKind::Number);
    match here.of(text) {
        sign @ ("," | ";" | ":" | "(" | ")") => words.push(Word::new(sign, Kind::Mark, at)),
        "[" => words.push(Word::new("(", Kind::Mark, at)),
        "]" => words.push(Word::new(")", Kind::Mark, at)),
        "?" => words.push(Word::new("?", Kind::Word, at)),
        sign @ ("$" | "€" | "£" | "¥" | "%") => words.push(Word::new(sign, Kind::Word, at)),
        "&" => words.push(Word::new("and", Kind::Word, at)),
        "-" | "–" if touches && numbers => words.push(Word::new("to", Kind::Word, at)),
        "-" | "–" if touches => {}
        "-" | "−" if behind.is_some_and(|token| token.kind == TokenKind::Number && token.span.start == here.end) => {
            words.push(Word::new("minus", Kind::Word, at));
        }
        "-" | "–" | "—" | "--" => words.push(Word::new("-", Kind::Mark, at)),
        "+" if before.is_some_and(|token| token.kind == TokenKind::Number && token.span.end == here.start) => {
            let number = words.len() - 1;
            let sign = usize::from(number > 0 && matches!(words[number - 1].text.as_str(), "$" | "€" | "£" | "¥"));
            words.insert(number - sign, Word::new(">", Kind::Word, at));
        }
        _ => {}
    }
}

/// Articles, the "that" behind "said", the "had" of "had sold", the "in" of a date.
fn is_spare(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.kind != Kind::Word {
        return false;
    }
    let next = words[at + 1..].iter().find(|next| !is_in("between", &next.text));
    match word.text.as_str() {
        "a" | "an" => next.is_none_or(|next| !matches!(next.text.as_str(), "few" | "little")),
        "the" => true,
        "that" => at > 0 && (is_in("speech", &words[at - 1].text) || is_in("evidence", &words[at - 1].text)),
        // "of which 71 were valued": "including 71 valued".
        "was" | "were" | "is" | "are" => at > 1 && words[at - 1].is_number() && words[at - 2].is("including"),
        "has" | "have" | "had" => next.is_some_and(|next| next.is("been") || can_be_participle(&next.text)),
        "in" | "on" | "during" => {
            words.get(at + 1).is_some_and(|next| super::dates::end(words, at + 1) > at + 1 && !next.is_number() || next.is_year())
        }
        _ => false,
    }
}
