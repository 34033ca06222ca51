//! What the trainer needs: labelled sentences as a document with the clues that the reader has.

use std::ops::Range;

use super::features::{Clues, FEATURE_BITS};
use super::lists::Lists;
pub use super::lists::{exact_fingerprint, phrase_fingerprint};
pub use super::tagger::{KINDS, LABELS, Label, Row, best, kind_of, spelled};
pub use super::weights::{LAST, NEGATIVE, STEP};
use super::{Model, labels_of, rules, runs};
use crate::contract::BlockKind;
use crate::document::Document;
use crate::model::Container;
use crate::paste::{Block, Paste};
use crate::recognisers::dates;
use crate::span::Span;

/// Bits of a feature's hash.
pub const BITS: u32 = FEATURE_BITS;

/// The lists that the features ask.
pub struct Gazetteer(Lists);

impl Gazetteer {
    /// Reads the section `lists`.
    #[must_use]
    pub fn read(section: &[u8]) -> Self {
        Self(Lists::read(section))
    }
}

/// A sentence and its names: bytes of the text, and 0 person, 1 organisation, 2 place, 3 other.
pub struct Labelled {
    /// As it is printed.
    pub text: String,
    /// In text order, none inside another.
    pub names: Vec<(Range<usize>, usize)>,
}

/// A document to learn from.
pub struct Lesson {
    document: Document,
    clues: Clues,
    runs: Vec<(usize, Range<usize>)>,
    /// The right label of each token.
    pub right: Vec<Label>,
    /// Names that no run of candidates holds.
    pub unreachable: usize,
}

impl Lesson {
    /// Each sentence becomes a block.
    #[must_use]
    pub fn new(sentences: &[Labelled], lists: &Gazetteer) -> Self {
        let mut text = String::new();
        let mut blocks = Vec::new();
        let mut names = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            let start = text.len();
            text.push_str(&sentence.text);
            names.extend(sentence.names.iter().map(|(range, kind)| (range.start + start..range.end + start, *kind)));
            blocks.push(Block { kind: BlockKind::Body, number: u32::try_from(at + 1).ok(), span: Span::new(start..text.len()) });
            text.push_str("\n\n");
        }
        let paste = Paste { blocks, set_aside: Vec::new(), title: None, byline: None, published: None, published_hub: None };
        let document = Document::new(&text, &paste);
        let reader = rules::Reader::new(&document);
        let found = rules::read(&reader, &dates::read(&document, dates::Anchor::of(&document, None)));
        let clues = Clues::new(&reader, &lists.0, &labels_of(&document, &found));
        let runs = runs(&document, &clues.candidates).collect();
        let mut lesson = Self { right: vec![Label::OUTSIDE; document.tokens().len()], document, clues, runs, unreachable: 0 };
        names.iter().for_each(|(range, kind)| lesson.learn(range, *kind));
        lesson
    }

    fn learn(&mut self, range: &Range<usize>, kind: usize) {
        let tokens = self.document.tokens();
        let first = tokens.partition_point(|token| (token.span.end as usize) <= range.start);
        let end = tokens.partition_point(|token| (token.span.start as usize) < range.end);
        let tokens = first..end.max(first);
        let run = self.runs.partition_point(|(_, run)| run.end <= tokens.start);
        let held = self.runs.get(run).is_some_and(|(_, run)| run.start <= tokens.start && tokens.end <= run.end);
        if !held || tokens.is_empty() {
            self.unreachable += 1;
            return;
        }
        for at in tokens.clone() {
            self.right[at] = Label::new(kind, super::Place::of(at, &tokens));
        }
    }

    /// The runs of tokens that are labelled together.
    pub fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        self.runs.iter().map(|(_, run)| run.clone())
    }

    /// The features of each token of a run.
    #[must_use]
    pub fn features(&self, run: &Range<usize>) -> Vec<Vec<u32>> {
        let at = self.runs.partition_point(|(_, other)| other.end <= run.start);
        let sentence = &self.document.sentences()[self.runs[at].0].tokens;
        let of = |at: usize| {
            let mut features = Vec::new();
            self.clues.features(&self.document, sentence, at, &mut features);
            features
        };
        run.clone().map(of).collect()
    }

    /// Takes a first pass's labels for the second.
    pub fn remember(&mut self, labels: &[Label]) {
        self.clues.remember(labels);
    }

    /// Goes back to the first pass.
    pub fn forget(&mut self) {
        self.clues.remember(&[]);
    }

    /// How many tokens there are.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.document.tokens().len()
    }
}

/// Whether the container's sections can be read.
#[must_use]
pub fn is_readable(container: &[u8]) -> bool {
    Container::read(container).is_ok_and(|container| Model::read(&container).is_some())
}
