//! Who says "I" and "we" in an interview: the one person whom its opening says was asked.

use crate::analysis::claims::Draft;
use crate::characters::on_one_line;
use crate::contract::EntityKind;
use crate::document::Document;
use crate::recognisers::NameFound;
use crate::span::Span;

/// Sentences among which an interview says whom it asked.
const OPENING: usize = 8;
/// Tokens between the asking and the name.
const NEAR: usize = 8;

/// Somebody who was asked.
pub struct Speaker {
    name: String,
    place: (usize, Span),
}

impl Speaker {
    /// "Wikinews interviewed Ada Lim", "in an interview with Ada Lim"; `None` where nobody was asked, or more than one.
    #[must_use]
    pub fn of(document: &Document, names: &[NameFound]) -> Option<Self> {
        let people = names.iter().filter(|name| name.kind == EntityKind::Person);
        let mut asked = people.take_while(|name| name.sentence < OPENING).filter(|name| is_asked(document, name));
        let only = asked.next()?;
        let span = document.span_of(&only.tokens);
        let name = on_one_line(&document.reading(span)).into_owned();
        let others = asked.any(|other| !name.ends_with(document.slice(document.span_of(&other.tokens))));
        (!others).then(|| Self { name, place: (document.sentences()[only.sentence].block, span) })
    }

    /// What was said, with who said it.
    #[must_use]
    pub fn quoted(&self, draft: Draft) -> Draft {
        let mut sources = draft.sources;
        sources.push(self.place);
        Draft { text: format!("{}: “{}”", self.name, draft.text), sources, ..draft }
    }
}

fn is_asked(document: &Document, name: &NameFound) -> bool {
    let start = document.sentences()[name.sentence].tokens.start;
    let words = document.slices(&(name.tokens.start.saturating_sub(NEAR).max(start)..name.tokens.start));
    let asks = |pair: &[&str]| matches!(pair, ["interview" | "spoke" | "talked", "with" | "to"]);
    words.iter().any(|word| matches!(*word, "interviewed" | "interviews")) || words.windows(2).any(asks)
}
