//! The borders of a published hub: which blocks of the paste are its key points, summary, entities and timeline.
//!
//! The parts are known by their form, whoever the publisher is: sentences that end in `[para. 9]` marks, names each
//! above a text that speaks of them, date labels each above a sentence. Headings help where they are there. One form
//! alone proves nothing (a judgment cites `[para. 12]` too), so a hub needs two that agree.

mod roles;
mod units;

use std::collections::HashSet;

use crate::characters::fold;
use crate::span::Span;
use roles::{Role, Roles};
use units::{may_be_a_hub, units, without_furniture};

/// The lines of a published hub, part by part, without bullets, in the order in which they stand.
#[derive(Clone, Debug, Default)]
pub struct PublishedLines {
    /// One sentence each.
    pub key_points: Vec<Span>,
    /// Paragraphs with their marks.
    pub summary: Vec<Span>,
    /// A name, and what is said of it (nothing, where that is missing).
    pub entities: Vec<(Span, Vec<Span>)>,
    /// A label and its sentence; either may be missing.
    pub timeline: Vec<(Option<Span>, Option<Span>)>,
    /// Lines that stand in it twice, word for word, and are given once.
    pub doubled: usize,
}

/// A published hub and the blocks (indexes, ascending) that it takes.
#[derive(Debug)]
pub struct Found {
    /// Its lines.
    pub lines: PublishedLines,
    /// Indexes of its blocks.
    pub taken: Vec<usize>,
}

/// Looks for a published hub among the blocks of a paste, whose `furniture` is what each by itself looks like of the site.
#[must_use]
pub fn find(text: &str, blocks: &[Span], furniture: &[Option<&str>]) -> Option<Found> {
    let units = units(text, blocks);
    if !may_be_a_hub(&units) {
        return None;
    }
    let units = without_furniture(text, blocks, units, furniture);
    let mut roles = Roles::by_form(text, &units);
    if !roles.prove_a_hub(&units) {
        return None;
    }
    roles.follow_headings(text, &units);
    roles.fill_gaps(&units);
    roles.drop_opening_date(&units);
    roles.drop_strays(&units, &[Role::Name, Role::Description]);
    roles.drop_strays(&units, &[Role::Label, Role::Happening, Role::Entry]);
    roles.drop_islands(&units);
    if roles.of.iter().all(|role| *role == Role::None) {
        return None;
    }
    roles.take_headings(&units);
    let taken = (0..units.len()).filter(|&at| roles.of[at] != Role::None).map(|at| units[at].block).collect();
    Some(Found { lines: roles.lines(text, &units), taken })
}

impl PublishedLines {
    /// A page copied twice, or a part printed twice, gives its lines once.
    fn without_doubles(mut self, text: &str) -> Self {
        let before = self.count();
        let words = |span: Option<Span>| span.map(|s| fold(s.of(text)).into_owned()).unwrap_or_default();
        keep_first(&mut self.key_points, |span| words(Some(*span)));
        keep_first(&mut self.summary, |span| words(Some(*span)));
        keep_first(&mut self.entities, |(name, said)| format!("{}\t{}", words(Some(*name)), words(said.first().copied())));
        keep_first(&mut self.timeline, |(label, happening)| format!("{}\t{}", words(*label), words(*happening)));
        self.doubled = before - self.count();
        self
    }

    fn count(&self) -> usize {
        self.key_points.len() + self.summary.len() + self.entities.len() + self.timeline.len()
    }
}

fn keep_first<T>(items: &mut Vec<T>, key: impl Fn(&T) -> String) {
    let mut seen = HashSet::new();
    items.retain(|item| seen.insert(key(item)));
}
