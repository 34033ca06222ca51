//! Whose words they are: "he said" of a sentence that was taken out of its paragraph is "Otto Brandt said", where the article
//! leaves no doubt.

use super::introduce::{is_point, last_word, whole_name};
use super::{Chosen, Story};
use crate::analysis::claims::{self, Draft, bare, is_in};
use crate::characters::on_one_line;
use crate::contract::EntityKind;
use crate::recognisers::{NameFound, around};

/// How many sentences back the speaker is named.
const NEAR: usize = 4;
/// Tokens from a sentence's front among which its subject begins.
const FRONT: usize = 3;

/// The drafts with the speaker's name where the one before, in the order of the text, does not name him.
pub fn named(story: &Story<'_>, points: &[Chosen], mut told: Vec<Chosen>) -> Vec<Chosen> {
    for at in 0..told.len() {
        let (before, rest) = told.split_at_mut(at);
        let Some(own) = rest.first_mut().filter(|own| !is_point(points, own)) else { continue };
        let Some(draft) = with_speaker(story, before.last(), own) else { continue };
        if claims::check(story.document, story.mentions, &draft).is_empty() {
            own.draft = draft;
        }
    }
    told
}

fn with_speaker(story: &Story<'_>, before: Option<&Chosen>, own: &Chosen) -> Option<Draft> {
    let words: Vec<&str> = own.draft.text.split(' ').collect();
    let at = pronoun(&words)?;
    let speaker = speaker(story, own.sentence, words[at])?;
    let surname = last_word(story, speaker)?;
    if own.draft.text.contains(surname) || before.is_some_and(|before| before.draft.text.contains(surname)) {
        return None;
    }
    let place = whole_name(story, surname).unwrap_or(speaker);
    let (block, span) = (story.document.sentences()[place.sentence].block, story.document.span_of(&place.tokens));
    let name = on_one_line(&story.document.reading(span)).into_owned();
    let text = [&words[..at], &[name.as_str()], &words[at + 1..]].concat().join(" ");
    Some(Draft { text, sources: [own.draft.sources.as_slice(), &[(block, span)]].concat(), ..own.draft.clone() })
}

/// The "he" of "…,” he said".
fn pronoun(words: &[&str]) -> Option<usize> {
    (1..words.len().saturating_sub(1)).find(|&at| {
        let behind = words[at - 1].ends_with([',', '”', '"']);
        behind && matches!(words[at], "he" | "she") && is_in("speech", &bare(words[at + 1])) && !claims::is_quoted(&words[..at].concat())
    })
}

/// The last person named before the sentence, where he speaks or is the subject of his sentence, nobody else is named there,
/// and no pronoun since then is of another.
fn speaker<'a>(story: &'a Story<'_>, sentence: usize, pronoun: &str) -> Option<&'a NameFound> {
    let names = &story.mentions.names;
    let open = |name: &&NameFound| name.kind == EntityKind::Person && around(&story.mentions.quotes, &name.tokens).is_none();
    let before = &names[..names.partition_point(|name| name.sentence < sentence)];
    let last = before.iter().rev().take_while(|name| name.sentence + NEAR >= sentence).find(open)?;
    let surname = last_word(story, last)?;
    let there = before.iter().rev().skip_while(|name| name.sentence > last.sentence).take_while(|name| name.sentence == last.sentence);
    let alone = there.filter(open).all(|name| last_word(story, name) == Some(surname));
    let others: &[&str] = if pronoun == "he" { &["she", "her", "hers"] } else { &["he", "him", "his"] };
    let agrees = !(last.sentence..sentence).any(|at| {
        let tokens = &story.document.tokens()[story.document.sentences()[at].tokens.clone()];
        tokens.iter().any(|token| others.contains(&story.document.slice(token.span).to_lowercase().as_str()))
    });
    (alone && agrees && speaks(story, last)).then_some(last)
}

/// "said Otto Brandt", "Otto Brandt said", "Otto Brandt, a rigger, was there."
fn speaks(story: &Story<'_>, name: &NameFound) -> bool {
    let tokens = &story.document.sentences()[name.sentence].tokens;
    let word = |at: usize| if tokens.contains(&at) { story.document.slice(story.document.tokens()[at].span) } else { "" };
    let said = |at: usize| is_in("speech", &word(at).to_lowercase());
    let before = name.tokens.start.checked_sub(1).is_some_and(said);
    before || said(name.tokens.end) || name.tokens.start <= tokens.start + FRONT
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::analysis::claims::Fitter;
    use crate::document::Document;
    use crate::recognisers::{Anchor, NameModel, dates, read};

    /// The last sentence of the article, told behind its first.
    fn last(article: &str) -> String {
        let paste = crate::paste::read(article, None);
        let document = Document::new(article, &paste);
        let model = NameModel::read(&crate::model::Container::read(crate::model::BUILT_IN).unwrap());
        let mentions = read(&document, dates(&document, Anchor::of(&document, None)), model.as_ref());
        let fitter = Fitter::new(&document, &mentions);
        let story = Story::new(&document, &mentions, &fitter, <_>::default());
        let chosen = |sentence| Chosen { sentence, draft: claims::sentence(&document, &mentions.dates, sentence) };
        let told = named(&story, &[], vec![chosen(0), chosen(document.sentences().len() - 1)]);
        told[1].draft.text.clone()
    }

    const SAID: &str = "“Four of the sheds should have been closed,” he said.";

    #[test]
    fn he_is_named_where_no_doubt_is_left() {
        let told = |before: &str| last(&format!("The quay of Orrin is closed.\n\n{before}\n\n{SAID}\n"));
        let named = "“Four of the sheds should have been closed,” Emil Costa said.";
        assert_eq!(told("“It was bad,” said Emil Costa, a rigger of the yard."), named);
        assert_eq!(told("“It was bad,” Emil Costa said to the mayor Otto Brandt."), SAID, "two could be meant");
        assert_eq!(told("“It was bad,” said Ada Lim. Her yard is closed."), SAID, "she is not he");
        assert_eq!(told("“Emil Costa was there,” the owner told the board."), SAID, "he was spoken of");
        assert_eq!(last(&format!("Emil Costa closed the quay.\n\nCosta said it was bad.\n\n{SAID}\n")), SAID, "he stands before it");
    }

    #[test]
    fn only_a_tag_of_speech_is_named() {
        let place = |text: &str| pronoun(&text.split(' ').collect::<Vec<_>>());
        assert_eq!(place("“The quay is old,” he said."), Some(4));
        assert_eq!(place("The quay, she added, is old."), Some(2));
        assert_eq!(place("He said the quay is old."), None, "the subject of the sentence is another's task");
        assert_eq!(place("The quay that he said was old."), None);
    }
}
