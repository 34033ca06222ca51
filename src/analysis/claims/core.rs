//! Who does what: the names of a claim's subject, its verb, and the word behind it.

use super::lexicon::bare;
use crate::characters::split_words;
use crate::document::tags::{Tag, tags};

/// What a claim says at its heart, folded: "nordwind", "pleaded", "guilty".
#[derive(Clone, Debug)]
pub struct Core {
    names: Vec<String>,
    verb: String,
    object: String,
}

impl Core {
    /// None where no verb is found or nobody is named before it.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let words = split_words(text);
        let verb = tags(&words).iter().position(|tag| *tag == Tag::Finite)?;
        let capital = |word: &&&str| word.starts_with(char::is_uppercase) && word.chars().count() > 2;
        let names: Vec<String> = words[..verb].iter().filter(capital).map(|word| bare(word).into_owned()).collect();
        (!names.is_empty()).then(|| Self {
            names,
            verb: bare(words[verb]).into_owned(),
            object: words.get(verb + 1).map(|word| bare(word).into_owned()).unwrap_or_default(),
        })
    }

    /// Whether two claims tell the same deed of the same: "ZTE Corporation pleaded guilty", "ZTE pleaded guilty".
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.verb == other.verb && self.object == other.object && self.names.iter().any(|name| other.names.contains(name))
    }
}
