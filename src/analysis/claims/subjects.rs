//! Whom "he", "she" and "it" mean at the front of a sentence, where that is certain: the sentence before has one subject
//! of that kind and nobody else.

use std::collections::HashMap;

use super::Draft;
use super::lexicon::is_in;
use crate::contract::EntityKind;
use crate::document::Document;
use crate::recognisers::NameFound;
use crate::span::Span;

/// How many tokens from its front a sentence's subject may begin.
const FRONT: usize = 5;

/// The names of each sentence, for whoever looks for an antecedent.
pub struct Subjects<'a> {
    by_sentence: HashMap<usize, Vec<&'a NameFound>>,
}

impl<'a> Subjects<'a> {
    /// Gathers the names by sentence.
    #[must_use]
    pub fn new(names: &'a [NameFound]) -> Self {
        let mut by_sentence: HashMap<usize, Vec<&NameFound>> = HashMap::new();
        for name in names {
            by_sentence.entry(name.sentence).or_default().push(name);
        }
        Self { by_sentence }
    }

    /// The draft with its opening pronoun replaced, and the place of the name among its sources; `None` where it opens
    /// with a pronoun whose meaning is not certain.
    #[must_use]
    pub fn named(&self, document: &Document, sentence: usize, draft: Draft) -> Option<Draft> {
        let (pronoun, rest) = draft.text.split_once(' ').unwrap_or((draft.text.as_str(), ""));
        let wanted: fn(EntityKind) -> bool = match pronoun {
            "He" | "She" => |kind| kind == EntityKind::Person,
            // "It" is as often a thing, or nobody: a body says and does.
            "It" if !acts(rest) => return None,
            "It" => |kind| matches!(kind, EntityKind::Company | EntityKind::Organisation),
            "They" | "We" | "I" | "You" | "His" | "Her" | "Its" | "Their" | "This" | "That" | "These" | "Those" | "There" => return None,
            _ => return Some(draft),
        };
        let (block, span) = self.antecedent(document, sentence, wanted)?;
        let text = format!("{} {rest}", crate::characters::on_one_line(&document.reading(span)));
        let mut sources = draft.sources.clone();
        sources.push((block, span));
        Some(Draft { text, sources, ..draft })
    }

    fn antecedent(&self, document: &Document, sentence: usize, wanted: fn(EntityKind) -> bool) -> Option<(usize, Span)> {
        let before = sentence.checked_sub(1)?;
        let (this, last) = (&document.sentences()[sentence], &document.sentences()[before]);
        let names = self.by_sentence.get(&before).filter(|_| this.block == last.block)?;
        let fitting: Vec<&&NameFound> = names.iter().filter(|name| wanted(name.kind)).collect();
        let [only] = fitting[..] else { return None };
        // "LM: The other is in the museum." names the speaker, not the thing.
        let speaker = document.tokens().get(only.tokens.end).is_some_and(|token| document.slice(token.span) == ":");
        let subject = only.tokens.start <= last.tokens.start + FRONT && !speaker;
        subject.then(|| (last.block, document.span_of(&only.tokens)))
    }
}

/// Whether the predicate is one that only people and bodies have.
fn acts(rest: &str) -> bool {
    let verb = rest.split(' ').find(|word| !matches!(*word, "also" | "has" | "had" | "then" | "later" | "was")).unwrap_or_default();
    is_in("speech", verb) || is_in("act", verb)
}
