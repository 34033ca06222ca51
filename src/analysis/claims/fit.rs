//! A sentence made to fit: with a name for its pronoun, without what it can do without, and shorter where it is too long.

use std::cell::RefCell;
use std::rc::Rc;

use super::checker::Sources;
use super::rewrite::{self, Deictic};
use super::{Draft, Subjects, light, shorten, stands_alone, stem_key};
use crate::characters::alphanumerics;
use crate::contract::BlockKind;
use crate::document::Document;
use crate::lists::Map;
use crate::recognisers::Mentions;

/// The least words of a sentence that was changed, and of a hundred that it had.
const LEAST: usize = 8;
const LEAST_PERCENT: usize = 20;
/// Sentences whose drafts are kept: several cards, a key point and the summary ask for the same ones.
const KEPT: usize = 256;

/// Makes sentences fit, and remembers what it made of them.
pub struct Fitter<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    /// Whom pronouns mean.
    pub subjects: Subjects<'a>,
    title: Rc<[u64]>,
    kept: RefCell<Map<usize, Rc<RefCell<Drafts>>>>,
}

/// What can be made of one sentence, the drafts that change it least first.
struct Drafts {
    made: Vec<Made>,
    /// What is left to be tried behind them; none before the sentence is known to be too long.
    shorter: Option<shorten::Search>,
    title: Rc<[u64]>,
    /// Whether none is to come.
    ended: bool,
    sources: Option<Sources>,
    /// The least words of a draft.
    least: usize,
}

/// A draft and what is known of it so far.
struct Made {
    draft: Draft,
    /// Whether its sources bear it out.
    sound: Option<bool>,
    /// Whether a reader understands it who sees nothing else.
    alone: Option<bool>,
}

impl From<Draft> for Made {
    fn from(draft: Draft) -> Self {
        Self { draft, sound: None, alone: None }
    }
}

impl<'a> Fitter<'a> {
    /// Of the whole document.
    #[must_use]
    pub fn new(document: &'a Document, mentions: &'a Mentions) -> Self {
        let titled = document.blocks().iter().find(|block| block.kind == BlockKind::Title);
        let title = titled.map_or_else(|| Rc::from([]), |block| keys(document.slice(block.span)));
        Self { document, mentions, subjects: Subjects::new(mentions), title, kept: RefCell::default() }
    }

    /// The keys of the title's words.
    #[must_use]
    pub fn title(&self) -> &[u64] {
        &self.title
    }

    /// The sentence as a claim whose text `fits`, changed as little as will do; none where that cannot be done honestly.
    #[must_use]
    pub fn fitted(&self, sentence: usize, fits: &dyn Fn(&Draft) -> bool) -> Option<Draft> {
        self.first(sentence, &|made| fits(&made.draft))
    }

    /// The same, and [`stands_alone`].
    #[must_use]
    pub fn fitted_alone(&self, sentence: usize, fits: &dyn Fn(&Draft) -> bool) -> Option<Draft> {
        self.first(sentence, &|made| fits(&made.draft) && *made.alone.get_or_insert_with(|| stands_alone(&made.draft)))
    }

    fn first(&self, sentence: usize, fits: &dyn Fn(&mut Made) -> bool) -> Option<Draft> {
        if self.document.sentences()[sentence].is_endless() {
            return None;
        }
        let drafts = self.drafts(sentence);
        let mut drafts = drafts.borrow_mut();
        let mut nth = 0;
        while drafts.reach(nth) {
            if fits(&mut drafts.made[nth]) && drafts.is_sound(nth, self.document, self.mentions) {
                return Some(drafts.made[nth].draft.clone());
            }
            nth += 1;
        }
        None
    }

    fn drafts(&self, sentence: usize) -> Rc<RefCell<Drafts>> {
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= KEPT && !kept.contains_key(&sentence) {
            kept.clear();
        }
        Rc::clone(kept.entry(sentence).or_insert_with(|| Rc::new(RefCell::new(self.first_drafts(sentence)))))
    }

    /// With its dates written out, and without those that it can do without.
    fn first_drafts(&self, sentence: usize) -> Drafts {
        let dates = &self.mentions.dates;
        let draft = |deictic| {
            let draft = rewrite::sentence_with(self.document, dates, sentence, deictic);
            Draft { text: light::lightened(&draft.text), ..draft }
        };
        let named = |draft| self.subjects.named(self.document, sentence, draft);
        let written = draft(Deictic::WrittenOut);
        // Without such a date both are one.
        let differ = written.dates.iter().any(|&at| rewrite::is_deictic(&dates[at]));
        let long = if differ { named(draft(Deictic::LeftOut)) } else { None };
        let whole = self.document.sentences()[sentence].tokens.len();
        Drafts {
            ended: differ && long.is_none(),
            made: named(written).into_iter().chain(long).map(Made::from).collect(),
            shorter: None,
            title: Rc::clone(&self.title),
            sources: None,
            // What is left of a short sentence must still be what it was about.
            least: whole.min(LEAST).max(whole * LEAST_PERCENT / 100),
        }
    }
}

impl Drafts {
    /// Makes drafts until there is one at `nth`; false where there is none.
    fn reach(&mut self, nth: usize) -> bool {
        while nth >= self.made.len() && !self.ended {
            let Some(Made { draft: long, .. }) = self.made.last() else { return false };
            // The first that the search gives is the sentence itself, which is there.
            let search = self.shorter.get_or_insert_with(|| shorten::Search::behind(&long.text, Rc::clone(&self.title)));
            match search.next() {
                Some(text) => self.made.push(Made::from(Draft { text, ..long.clone() })),
                None => self.ended = true,
            }
        }
        nth < self.made.len()
    }

    fn is_sound(&mut self, nth: usize, document: &Document, mentions: &Mentions) -> bool {
        let Made { draft, sound, .. } = &mut self.made[nth];
        *sound.get_or_insert_with(|| {
            let sources = self.sources.get_or_insert_with(|| Sources::of(document, mentions, draft));
            draft.words() >= self.least && sources.findings(&draft.text).is_empty()
        })
    }
}

/// The keys of a title's words.
fn keys(title: &str) -> Rc<[u64]> {
    alphanumerics(title).filter_map(stem_key).collect()
}
