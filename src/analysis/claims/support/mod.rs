//! Whether the pasted article bears a published statement out.
//!
//! One rule stands above all: what cannot be told for certain stays open. A statement is supported where a sentence says
//! it in the same words and the same order, but for what a shortened copy may leave out; it is contradicted where a
//! sentence says the same but for one thing, a figure, a date, a name or a "not", and says it of all that the statement
//! is about. What a publisher puts into words of its own stays open, however true.

mod align;
mod dates;
mod gaps;
mod places;
mod same;
mod words;

use std::cell::Cell;
use std::collections::HashSet;

use super::lexicon::is_in;
use super::quoted::is_said_by_nobody;
use crate::characters::fold;
use crate::contract::{Support, Verdict};
use crate::document::{Document, Token, TokenKind};
use crate::recognisers::Mentions;
use crate::span::Span;
use align::{Claim, denies, says};
use places::Places;
use words::{Kind, Word, read, settled};

/// Most statements that are compared: no hub has more, and a text made of hubs must not cost more than it is worth.
const STATEMENTS: usize = 500;
/// Fewest and most words of a sentence that is compared.
const FEWEST: usize = 3;
const LONGEST: usize = 120;

/// The article as statements are held against it.
pub struct Bearing<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    places: Places,
    /// The words of its names, folded.
    names: HashSet<String>,
    compared: Cell<usize>,
}

/// A published statement.
pub struct Statement<'a> {
    /// One sentence or several.
    pub text: &'a str,
    /// The blocks of the paragraphs that it cites; none where it cites nothing.
    pub blocks: Option<&'a [usize]>,
    /// The date above it in a timeline, or nothing.
    pub label: &'a str,
}

/// What the article says of one sentence of a statement.
enum Found {
    Said(usize),
    Denied(usize),
    Open,
}

impl<'a> Bearing<'a> {
    /// What is to be compared are these texts, or parts of them.
    #[must_use]
    pub fn new<'b>(document: &'a Document, mentions: &'a Mentions, statements: impl Iterator<Item = &'b str>) -> Self {
        let named = mentions.names.iter().flat_map(|name| document.slices(&name.tokens));
        let names = named.map(|word| fold(word).replace('.', "")).collect();
        Self { document, mentions, places: Places::of(document, statements), names, compared: Cell::new(0) }
    }

    /// What the article says of the statement; none where it has none of the paragraphs that are cited.
    #[must_use]
    pub fn support(&self, statement: &Statement) -> Option<Support> {
        self.compared.set(self.compared.get() + 1);
        if statement.blocks.is_some_and(<[usize]>::is_empty)
            || self.compared.get() > STATEMENTS
            || !statement.text.contains(char::is_alphanumeric)
        {
            return None;
        }
        let mut places: Vec<usize> = Vec::new();
        let mut open = false;
        for unit in units(statement.text) {
            match self.find_unit(unit, statement, places.last().copied()) {
                Found::Denied(at) => return Some(self.verdict(Verdict::Contradicted, vec![at])),
                Found::Said(at) => places.push(at),
                Found::Open => open = true,
            }
        }
        if open || places.is_empty() {
            return Some(Support { verdict: Verdict::Open, places: Vec::new() });
        }
        Some(self.verdict(Verdict::Supported, super::each_once(places)))
    }

    fn verdict(&self, verdict: Verdict, places: Vec<usize>) -> Support {
        let sentence = |at: usize| &self.document.sentences()[at];
        let place = |at: usize| self.document.mention(sentence(at).block, self.document.span_of(&sentence(at).tokens));
        Support { verdict, places: places.into_iter().map(place).collect() }
    }

    /// One sentence of the statement, whole or as two clauses that two sentences bear out.
    fn find_unit(&self, unit: &str, statement: &Statement, before: Option<usize>) -> Found {
        let label = claim_words(statement.label);
        let words = tokens_words(unit);
        let found = self.find(unit, &Claim { words: without_marks(&words), label: label.clone() }, statement.blocks);
        match found {
            Found::Denied(_) if points_back(&words) => Found::Open,
            Found::Said(at) if points_back(&words) && !self.follows(before, at, statement) => Found::Open,
            Found::Open if label.is_empty() => self.find_halves(unit, statement),
            found => found,
        }
    }

    /// Whether the sentence is the one right behind another, or the same. The first of a statement says as much as a copy
    /// of it says, where its paragraph is known.
    fn follows(&self, before: Option<usize>, at: usize, statement: &Statement) -> bool {
        let block = |at: usize| self.document.sentences()[at].block;
        before.map_or(statement.blocks.is_some(), |before| before.abs_diff(at) <= 1 && before <= at && block(before) == block(at))
    }

    fn find_halves(&self, unit: &str, statement: &Statement) -> Found {
        for joint in [", and ", "; ", ", while ", ", but "] {
            for (at, _) in unit.match_indices(joint).take(4) {
                let (first, second) = (&unit[..at], &unit[at + joint.len()..]);
                if points_back(&tokens_words(second)) {
                    continue;
                }
                let half = |text: &str| self.find(text, &Claim { words: claim_words(text), label: Vec::new() }, statement.blocks);
                match (half(first), half(second)) {
                    (Found::Said(_), Found::Denied(at)) | (Found::Denied(at), Found::Said(_)) => return Found::Denied(at),
                    // The later place is shown with the statement's other sentences; one place a sentence is enough.
                    (Found::Said(_), Found::Said(at)) => return Found::Said(at),
                    _ => {}
                }
            }
        }
        Found::Open
    }

    fn find(&self, text: &str, claim: &Claim, blocks: Option<&[usize]>) -> Found {
        if claim.words.len() < FEWEST || claim.words.len() > LONGEST {
            return Found::Open;
        }
        let near = self.near(text, blocks);
        if let Some((at, _)) = near.iter().find(|(_, words)| says(claim, words)) {
            return Found::Said(*at);
        }
        let is_name = |word: &str| self.names.contains(word);
        let Some((at, other)) = near.iter().find_map(|(at, words)| Some((*at, denies(claim, words, &is_name)?))) else {
            return Found::Open;
        };
        // What the statement says otherwise may be said elsewhere, of the same or of another.
        let all = self.near(text, None);
        let elsewhere = all.iter().chain(&near).any(|(_, words)| says(claim, words) || words.iter().any(|word| word.text == other));
        if elsewhere { Found::Open } else { Found::Denied(at) }
    }

    /// The sentences that the statement may rest on, with their words; somebody's words without whose they are bear nothing.
    fn near(&self, text: &str, blocks: Option<&[usize]>) -> Vec<(usize, Vec<Word>)> {
        let span = |at: usize| self.document.span_of(&self.document.sentences()[at].tokens);
        let found = self.places.near(self.document, text, blocks).into_iter();
        found.filter(|&at| !is_said_by_nobody(self.document, self.mentions, span(at))).map(|at| (at, self.sentence(at))).collect()
    }

    /// The words of a sentence of the article, with what its dates mean.
    fn sentence(&self, at: usize) -> Vec<Word> {
        let sentence = &self.document.sentences()[at];
        let tokens = &self.document.tokens()[sentence.tokens.clone()];
        let mut words = read(self.document.text(), tokens);
        let dates = &self.mentions.dates;
        let from = dates.partition_point(|date| date.sentence < at);
        let end = dates.partition_point(|date| date.sentence <= at);
        dates::imply(&mut words, sentence.tokens.start, &dates[from..end]);
        settled(words)
    }
}

/// Cuts a statement into its sentences.
fn units(text: &str) -> Vec<&str> {
    let tokens = tokens(text);
    let mut units = Vec::new();
    let mut from = 0;
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Mark && matches!(token.span.of(text), "." | "!" | "?")) {
        let end = token.span.end as usize;
        units.push(&text[from..end]);
        from = end;
    }
    units.push(&text[from..]);
    units.retain(|unit| unit.contains(char::is_alphanumeric));
    units
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    crate::document::tokenize(text, Span::new(0..text.len()), &mut tokens);
    tokens
}

fn tokens_words(text: &str) -> Vec<Word> {
    settled(read(text, &tokens(text)))
}

fn claim_words(text: &str) -> Vec<Word> {
    without_marks(&tokens_words(text))
}

/// Without marks, and without an opening that only leads over.
fn without_marks(words: &[Word]) -> Vec<Word> {
    let from = usize::from(words.len() > 1 && is_in("spare", &words[0].text));
    words[from..].iter().filter(|word| word.kind != Kind::Mark).cloned().collect()
}

/// Whether only the sentence before tells of whom it speaks: "It ordered", "The company ordered".
fn points_back(words: &[Word]) -> bool {
    words.first().is_some_and(|word| is_in("pointing back", &word.text))
}
