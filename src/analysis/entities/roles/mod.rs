//! What the article says that somebody or something is, in its own words: behind the name ("Mary Ferro, the harbour
//! master,"), behind a verb ("Nordwind is a maker of cranes"), right before it ("Danish cranemaker Nordwind") or before its
//! comma ("The harbour's master, Mary Ferro, said"), of two at once ("its founders, Mary Ferro and Jon Pell,"). Words are in
//! `data/entities/roles.tsv`.

mod before;
mod behind;
mod led;
mod shared;

use std::ops::Range;
use std::sync::LazyLock;

use crate::characters::{fold, on_one_line};
use crate::contract::EntityKind;
use crate::document::tags::{Tag, tags};
use crate::document::{Document, NamePlace};
use crate::lists::{Set, rows};
use crate::recognisers::{Mentions, NameFound, is_title};

static WORDS: LazyLock<Set<(&str, &str)>> = LazyLock::new(|| {
    let words = |row: Vec<&'static str>| -> Vec<(&'static str, &'static str)> {
        row.get(1).copied().unwrap_or_default().split(' ').map(|word| (row[0], word)).collect()
    };
    rows(include_str!("../../../../data/entities/roles.tsv")).flat_map(words).collect()
});

/// What somebody or something is, in the article's words.
pub struct Role {
    /// On one line, without its article.
    pub text: String,
    /// The sentence that says it.
    pub sentence: usize,
}

/// What roles are read from.
pub struct Roles<'a> {
    /// The article.
    pub document: &'a Document,
    /// Its names.
    pub mentions: &'a Mentions,
}

impl Roles<'_> {
    /// The role that a place of the name gives it.
    #[must_use]
    pub fn at(&self, kind: EntityKind, place: &NamePlace) -> Option<Role> {
        let behind = self.behind(kind, place).or_else(|| self.copula(kind, place));
        let Some(tokens) = behind.or_else(|| self.led(kind, place)).or_else(|| self.before(kind, place)) else {
            return self.shared(kind, place).map(|text| Role { text, sentence: place.sentence });
        };
        // "giant" alone tells nothing of a firm.
        let bare = kind != EntityKind::Person && tokens.len() == 1 && self.is("makers", tokens.start);
        let text = on_one_line(&self.document.reading(self.document.span_of(&tokens))).into_owned();
        (text.chars().count() >= 3 && !bare).then_some(Role { text, sentence: place.sentence })
    }

    fn word(&self, at: usize) -> &str {
        self.document.tokens().get(at).map_or("", |token| self.document.slice(token.span))
    }

    fn is(&self, set: &'static str, at: usize) -> bool {
        WORDS.contains(&(set, &*fold(self.word(at))))
    }

    /// Whether the word tells what a person is: "mayor", "nurse", "goalkeeper".
    fn is_post(&self, at: usize) -> bool {
        let word = self.word(at);
        let formed = || ["ist", "woman", "maker", "keeper", "holder", "ologist", "owner"].iter().any(|end| word.ends_with(end));
        self.names_post(word) || word.len() > 5 && word.starts_with(char::is_lowercase) && formed()
    }

    /// Whether the word is that of an office or a trade.
    fn names_post(&self, word: &str) -> bool {
        is_title(word) || WORDS.contains(&("people", &*fold(word)))
    }

    /// Whether the word says what a thing of the kind is.
    fn tells_kind(&self, kind: EntityKind, at: usize) -> bool {
        match kind {
            EntityKind::Person => self.is_post(at),
            EntityKind::Place => self.is("places", at),
            EntityKind::Company | EntityKind::Organisation | EntityKind::Other => self.is("makers", at),
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// "’s" of an owner.
    fn is_owners(&self, at: usize) -> bool {
        matches!(self.word(at), "’s" | "'s")
    }

    fn tags(&self, tokens: &Range<usize>) -> Vec<Tag> {
        tags(&tokens.clone().map(|at| self.word(at)).collect::<Vec<_>>())
    }

    /// The name in which a token stands.
    fn name_at(&self, at: usize) -> Option<&NameFound> {
        let names = &self.mentions.names;
        let near = names.partition_point(|name| name.tokens.end <= at);
        names.get(near).filter(|name| name.tokens.start <= at)
    }

    fn person_at(&self, at: usize) -> Option<&NameFound> {
        self.name_at(at).filter(|name| name.kind == EntityKind::Person)
    }
}
