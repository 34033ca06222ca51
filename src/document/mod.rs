//! The second step: the one owner of the text, cut into paragraphs, sentences and tokens.

mod hyphens;
mod names;
mod sentences;
mod tables;
pub mod tags;
mod tokens;
mod utf16;

use std::cell::OnceCell;
use std::ops::Range;

pub use names::NamePlace;
pub use tables::{is_company_suffix, opens_sentences};
pub use tokens::{Token, TokenKind, tokenize};

use crate::characters::small;
use crate::contract::{self, BlockKind, Mention};
use crate::lists::ShortWords;
use crate::paste::{Block, Paste, SetAside};
use crate::span::Span;
use utf16::Utf16Table;

/// A paste that was read: its text, and everything later steps point into.
///
/// Every span is in bytes of [`Document::text`]; UTF-16 appears only in what the last four methods make.
#[derive(Debug)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    /// Indexes of the numbered blocks: paragraph 1 first.
    numbered: Vec<usize>,
    set_aside: Vec<SetAside>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// The tags of the sentences of which somebody has asked.
    tags: Vec<OnceCell<Box<[tags::Tag]>>>,
    /// Hyphens and line ends that broke a word in two.
    breaks: Vec<Span>,
    utf16: Utf16Table,
}

/// A sentence of a block.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Index of its block.
    pub block: usize,
    /// Indexes of its tokens.
    pub tokens: Range<usize>,
}

/// The most tokens of a sentence that somebody wrote; a longer one is a list, a table or a text without stops.
pub const LONGEST_SENTENCE: usize = 200;

impl Sentence {
    /// Whether it is no sentence that somebody wrote. No claim is made of it and its words get no tags: asked for each of
    /// its names and dates, both would take the square of its length.
    #[must_use]
    pub fn is_endless(&self) -> bool {
        self.tokens.len() > LONGEST_SENTENCE
    }
}

impl Document {
    /// Cuts the blocks of `paste` into sentences and tokens. Ranges set aside inside a block are in no token.
    #[must_use]
    pub fn new(text: impl Into<String>, paste: &Paste) -> Self {
        let text = text.into();
        let mut document = Self {
            blocks: paste.blocks.clone(),
            numbered: (0..paste.blocks.len()).filter(|&at| paste.blocks[at].number.is_some()).collect(),
            set_aside: paste.set_aside.clone(),
            tokens: Vec::with_capacity(text.len() / 5),
            sentences: Vec::new(),
            tags: Vec::new(),
            breaks: Vec::new(),
            utf16: Utf16Table::new(&text),
            text,
        };
        for block in 0..document.blocks.len() {
            document.read_block(block);
        }
        document.breaks = hyphens::breaks(&document.text, &document.tokens);
        document.tags = vec![OnceCell::new(); document.sentences.len()];
        document
    }

    fn read_block(&mut self, block: usize) {
        let from = self.tokens.len();
        for span in self.shown(self.blocks[block].span) {
            tokens::tokenize(&self.text, span, &mut self.tokens);
        }
        let tokens = &self.tokens[from..];
        let starts = sentences::sentence_starts(&self.text, tokens);
        let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
        self.sentences.extend(starts.iter().zip(ends).map(|(&first, end)| Sentence { block, tokens: from + first..from + end }));
    }

    /// The pieces of a block that are not set aside.
    fn shown(&self, block: Span) -> Vec<Span> {
        let first = self.set_aside.partition_point(|aside| aside.span.end <= block.start);
        let mut pieces = Vec::new();
        let mut at = block.start;
        for aside in self.set_aside[first..].iter().take_while(|aside| aside.span.start < block.end) {
            pieces.push(Span { start: at, end: aside.span.start.max(at) });
            at = aside.span.end.min(block.end).max(at);
        }
        pieces.push(Span { start: at, end: block.end });
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }

    /// The owned text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The text of a span as a reader reads it: without what is set aside in it, with words whole that a line's end broke.
    #[must_use]
    pub fn reading(&self, span: Span) -> String {
        let mut out = String::with_capacity(span.len());
        for piece in self.shown(span) {
            let mut at = piece.start;
            let first = self.breaks.partition_point(|gap| gap.end <= at);
            // A break may begin in one piece and end in the next, with a page's end between them.
            for gap in self.breaks[first..].iter().take_while(|gap| gap.start < piece.end) {
                out.push_str(self.slice(Span { start: at, end: gap.start.max(at) }));
                at = gap.end.min(piece.end);
            }
            out.push_str(self.slice(Span { start: at, end: piece.end }));
        }
        out
    }

    /// Its tokens, in text order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Its sentences, in text order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The blocks, in text order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Index of the block with this paragraph number.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<usize> {
        self.numbered.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
    }

    /// How many numbered paragraphs there are.
    #[must_use]
    pub fn paragraphs(&self) -> usize {
        self.numbered.len()
    }

    /// Words and numbers in the numbered paragraphs.
    #[must_use]
    pub fn words(&self) -> usize {
        let numbered = self.sentences.iter().filter(|sentence| self.blocks[sentence.block].number.is_some());
        numbered.map(|sentence| self.tokens[sentence.tokens.clone()].iter().filter(|t| is_word(t.kind)).count()).sum()
    }

    /// BCP 47: `en` where enough of its words are English function words, `und` otherwise.
    #[must_use]
    pub fn language(&self) -> &'static str {
        const SAMPLE: usize = 2000;
        // Of English news prose 35–50 % are these; of its headlines alone 10 %; of other languages below 4 %.
        const COMMON: ShortWords<40> = ShortWords::new([
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "was", "with", "as", "it", "at", "by", "be", "from", "are",
            "this", "has", "have", "had", "were", "not", "but", "they", "an", "which", "he", "she", "his", "her", "their", "or", "will",
            "said", "we", "you", "i",
        ]);
        let words = self.tokens.iter().filter(|t| t.kind == TokenKind::Word).take(SAMPLE);
        let (mut all, mut common) = (0, 0);
        for token in words {
            all += 1;
            let word = token.span.of(&self.text);
            common += usize::from(COMMON.contains(&small(word)));
        }
        if all > 0 && common * 100 >= all * 8 { "en" } else { "und" }
    }

    /// Whether the block says which body publishes the text: "From: Department of Tides".
    #[must_use]
    pub fn names_sender(&self, block: usize) -> bool {
        self.blocks[block].kind == BlockKind::Byline && self.slice(self.blocks[block].span).starts_with("From:")
    }

    /// Whether a sentence ends before the token.
    #[must_use]
    pub fn ends_sentence(&self, at: usize) -> bool {
        let next = self.sentences.partition_point(|sentence| sentence.tokens.end < at);
        self.sentences.get(next).is_some_and(|sentence| sentence.tokens.end == at)
    }

    /// Indexes of the tokens that stand in a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        first..end.max(first)
    }

    /// The words and marks of these tokens, as they stand.
    #[must_use]
    pub fn slices(&self, tokens: &Range<usize>) -> Vec<&str> {
        self.tokens[tokens.clone()].iter().map(|token| self.slice(token.span)).collect()
    }

    /// The tags of a sentence's tokens, worked out once.
    #[must_use]
    pub fn tags(&self, sentence: usize) -> &[tags::Tag] {
        self.tags[sentence].get_or_init(|| tags::tags(&self.slices(&self.sentences[sentence].tokens)).into())
    }

    /// The span of a run of tokens.
    #[must_use]
    pub fn span_of(&self, tokens: &Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span { start: 0, end: 0 },
        }
    }

    /// The span as it leaves the core; it must lie inside the block.
    #[must_use]
    pub fn mention(&self, block: usize, span: Span) -> Mention {
        let base = self.utf16(self.blocks[block].span.start);
        Mention { block, start: self.utf16(span.start) - base, end: self.utf16(span.end) - base }
    }

    /// The blocks as they leave the core.
    #[must_use]
    pub fn contract_blocks(&self) -> Vec<contract::Block> {
        let block = |block: &Block| contract::Block {
            kind: block.kind,
            number: block.number,
            text: block.span.of(&self.text).to_owned(),
            start: self.utf16(block.span.start),
            end: self.utf16(block.span.end),
        };
        self.blocks.iter().map(block).collect()
    }

    /// The ranges set aside as they leave the core.
    #[must_use]
    pub fn contract_set_aside(&self) -> Vec<contract::SetAside> {
        let aside = |aside: &SetAside| contract::SetAside {
            kind: aside.kind,
            start: self.utf16(aside.span.start),
            end: self.utf16(aside.span.end),
        };
        self.set_aside.iter().map(aside).collect()
    }

    fn utf16(&self, byte: u32) -> usize {
        self.utf16.at(&self.text, byte as usize)
    }
}

fn is_word(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Abbreviation)
}
