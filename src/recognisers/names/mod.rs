//! Names: where the text names something, and what kind of thing it is.
//!
//! Rules find runs of capitals; a trained tagger, which has what they found among its clues, decides. It reads every
//! sentence with capitals once, and those with repeated words a second time, when it knows what each word was taken for
//! in the rest of the document. Without weights the rules' answer stands.

mod agreement;
mod borders;
mod called;
mod candidates;
mod doubts;
mod features;
mod hyphens;
mod kinds;
mod lexicon;
mod lists;
mod rules;
mod settle;
mod tagger;
#[cfg(feature = "training")]
pub mod training;
mod weights;

use std::ops::Range;

use super::DateFound;
use crate::contract::EntityKind;
use crate::document::Document;
use crate::model::Container;
use features::Clues;
use lists::Lists;
use tagger::{Label, Place, Row};
use weights::{Sums, Weights};

pub use kinds::{SURE, TOLD};
pub use lexicon::{
    is_city as is_known_city, is_first_name, is_known as is_known_name, is_place as is_known_place, is_title, known as known_kind,
};

/// A name at one place.
#[derive(Clone, Debug)]
pub struct NameFound {
    /// Index of its sentence.
    pub sentence: usize,
    /// Its tokens, titles left out.
    pub tokens: Range<usize>,
    /// Its kind, and how strongly this place speaks for it.
    pub kind: EntityKind,
    /// 1 a guess, 3 sure, 4 where the text says what it is.
    pub evidence: u32,
    /// A short form that the text defines right behind it in brackets.
    pub defines: Option<Range<usize>>,
    /// Its last letter is an owner's "s" that lost its apostrophe: "Department of Commerces".
    pub lost_apostrophe: bool,
}

/// The trained part of the recogniser.
#[derive(Debug)]
pub struct Model {
    weights: Weights,
    lists: Lists,
}

impl Model {
    /// Reads the sections `names` and `lists`; nothing where the container has none that can be used.
    #[must_use]
    pub fn read(container: &Container<'_>) -> Option<Self> {
        let weights = Weights::read(container.section("names")?)?;
        Some(Self { weights, lists: Lists::read(container.section("lists")?) })
    }
}

/// Every place where the text names something, in text order.
#[must_use]
pub fn read(document: &Document, dates: &[DateFound], model: Option<&Model>) -> Vec<NameFound> {
    let reader = rules::Reader::new(document);
    let by_rules = rules::read(&reader, dates);
    let Some(model) = model else {
        return by_rules;
    };
    let mut clues = Clues::new(&reader, &model.lists, &labels_of(document, &by_rules));
    let labels = labels_by_weights(document, &mut clues, &model.weights);
    let names = settle::settle(&reader, dates, &model.lists, &by_rules, &tagger::spelled(&labels));
    agreement::with_missed(&reader, dates, &model.lists, names)
}

/// The labels of the second pass.
fn labels_by_weights(document: &Document, clues: &mut Clues, weights: &Weights) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; document.tokens().len()];
    let kept = Vec::with_capacity(clues.candidates.iter().filter(|is| **is).count().min(KEPT));
    let mut passes = Passes { document, weights, kept, features: Vec::with_capacity(128), scores: Vec::new() };
    let mut candidates = 0;
    for (sentence, run) in runs(document, &clues.candidates) {
        passes.tag(clues, sentence, &run, candidates, &mut labels);
        candidates += run.len();
    }
    clues.remember(&labels);
    candidates = 0;
    for (sentence, run) in runs(document, &clues.candidates) {
        if run.clone().any(|at| clues.is_repeated(at)) {
            passes.tag(clues, sentence, &run, candidates, &mut labels);
        }
        candidates += run.len();
    }
    labels
}

/// What the rules took each token for.
fn labels_of(document: &Document, names: &[NameFound]) -> Vec<Option<Label>> {
    let mut labels = vec![None; document.tokens().len()];
    for name in names {
        let kind = match name.kind {
            EntityKind::Person => 0,
            EntityKind::Company | EntityKind::Organisation => 1,
            EntityKind::Place => 2,
            EntityKind::Other => 3,
        };
        for at in name.tokens.clone() {
            labels[at] = Some(Label::new(kind, Place::of(at, &name.tokens)));
        }
    }
    labels
}

/// The runs of candidates, each with its sentence; between them stands nothing that is named.
fn runs<'a>(document: &'a Document, candidates: &'a [bool]) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
    document.sentences().iter().enumerate().flat_map(move |(index, sentence)| {
        let mut at = sentence.tokens.start;
        let next = move || {
            let start = (at..sentence.tokens.end).find(|&at| candidates[at])?;
            at = (start..sentence.tokens.end).find(|&at| !candidates[at]).unwrap_or(sentence.tokens.end);
            Some((index, start..at))
        };
        std::iter::from_fn(next)
    })
}

/// Candidates whose own sums the first pass leaves to the second.
const KEPT: usize = 1 << 15;

/// The two passes over the runs of candidates.
struct Passes<'a> {
    document: &'a Document,
    weights: &'a Weights,
    /// The sums of the features that are the same in both, of the first candidates.
    kept: Vec<Sums>,
    /// The features of a token and the scores of a run, whose room the next one uses again.
    features: Vec<u32>,
    scores: Vec<Row>,
}

impl Passes<'_> {
    /// Labels the run, before which stand so many `candidates`.
    fn tag(&mut self, clues: &Clues, sentence: usize, run: &Range<usize>, candidates: usize, labels: &mut [Label]) {
        let range = &self.document.sentences()[sentence].tokens;
        self.scores.clear();
        for (nth, at) in run.clone().enumerate() {
            let own = self.own_sums(clues, range, at, candidates + nth);
            let scores = self.scores(clues, range, at, own);
            self.scores.push(scores);
        }
        tagger::best(&self.scores, &self.weights.steps, &mut labels[run.clone()]);
    }

    /// The sums of the token, which is the `nth` candidate: worked out by the first pass.
    fn own_sums(&mut self, clues: &Clues, range: &Range<usize>, at: usize, nth: usize) -> Sums {
        if let Some(known) = self.kept.get(nth) {
            return *known;
        }
        self.features.clear();
        clues.own_features(self.document, range, at, &mut self.features);
        let own = self.summed(&[0; tagger::LABELS]);
        if nth == self.kept.len() && nth < KEPT {
            self.kept.push(own);
        }
        own
    }

    fn scores(&mut self, clues: &Clues, range: &Range<usize>, at: usize, own: Sums) -> Row {
        self.features.clear();
        clues.elsewhere_features(range, at, &mut self.features);
        self.summed(&own).map(|sum| weights::STEP * i32::from(sum))
    }

    /// The sums with the weights of the features.
    fn summed(&mut self, sums: &Sums) -> Sums {
        let mut wide = [0; weights::WIDE];
        wide[..tagger::LABELS].copy_from_slice(sums);
        self.weights.add(&mut self.features, &mut wide);
        std::array::from_fn(|label| wide[label])
    }
}
