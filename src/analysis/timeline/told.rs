//! What an entry may say: a sentence that somebody or something is the subject of, and that leads over from nothing.

use super::lexicon::{ends_with, is_in};
use crate::analysis::claims::{self, Draft, capitalised};
use crate::characters::pieces;
use crate::document::tags::{Tag, can_be_past, can_be_third, is_auxiliary, tags};

/// Least words of an entry.
const LEAST: usize = 4;
/// Words of a sentence that says nothing where its subject is only "the transaction".
const BARE: usize = 5;

/// Without an opening that leads over.
#[must_use]
pub fn without_opening(draft: Draft) -> Draft {
    let rest = draft.text.split_once(", ").filter(|(opening, _)| is_in("leading over", opening)).map(|(_, rest)| rest);
    let text = rest.map(capitalised);
    Draft { text: text.unwrap_or(draft.text), ..draft }
}

/// Whether the text is no entry: too short, without a verb or a subject, asked, broken off, told by an "I", or of a thing
/// that only the sentence before names. `life` is whether it tells of a birth or a death.
#[must_use]
pub fn is_none(text: &str, life: bool) -> bool {
    let words: Vec<&str> = pieces(text).collect();
    let least = if life { LEAST - 1 } else { LEAST };
    let short = words.len() < least && (life || !says_enough(text));
    short
        || is_given_up(&words)
        || is_open(text)
        || leans(text)
        || is_supposed(&words)
        || !life && (is_verbless(text) || is_spoken(text) || !has_subject(&words))
}

/// "If the count is right, a quarter could have sunk in 2013", "Now that lamps are needed": what is only thought happened never.
fn is_supposed(words: &[&str]) -> bool {
    let could_have = words.windows(2).any(|pair| matches!(pair[0], "could" | "would" | "might") && pair[1] == "have");
    let advises = words.iter().any(|word| matches!(word.trim_matches(|c: char| !c.is_alphanumeric()), "you" | "your"));
    words[0] == "If" && (could_have || advises) || words[0] == "Now" && words.get(1) == Some(&"that")
}

/// "Lim carried the bay, however.", "No, Lim was first.": what is told only beside another sentence.
fn leans(text: &str) -> bool {
    let reply = text.split_once(", ").is_some_and(|(first, _)| is_in("reply", first))
        || is_in("exclamation", text.split(' ').next().unwrap_or(text));
    if reply {
        return true;
    }
    claims::only_announces(text) || ends_with("leaning end", text)
}

/// "The race ended.", "Lim died.": two or three words tell it all where the verb needs nothing beside it.
#[must_use]
pub fn says_enough(text: &str) -> bool {
    let words: Vec<&str> = pieces(text).map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric())).collect();
    let Some((verb, subject)) = words.split_last().filter(|_| words.len() < LEAST) else { return true };
    let tags = tags(&words);
    let plain = tags[..subject.len()].iter().all(|tag| matches!(tag, Tag::Name | Tag::Determiner | Tag::Word));
    plain
        && subject.len() > usize::from(tags[0] == Tag::Determiner)
        && can_be_past(verb)
        && !is_auxiliary(verb)
        && !claims::is_in("speech", verb)
}

/// Whether the first verb tells of what has been.
#[must_use]
pub fn is_past(text: &str) -> bool {
    let words: Vec<&str> = pieces(text).collect();
    let verb = tags(&words).iter().position(|tag| *tag == Tag::Finite);
    verb.is_some_and(|verb| can_be_past(words[verb]) || matches!(words[verb], "was" | "were" | "had" | "did"))
}

/// "had hoped to open it by 2012": what was hoped once happened never, as far as one knows.
fn is_given_up(words: &[&str]) -> bool {
    words.windows(3).any(|three| {
        three[0] == "had"
            && (is_in("hoped", three[1]) || matches!(three[1], "once" | "originally" | "initially") && is_in("hoped", three[2]))
    })
}

fn has_subject(words: &[&str]) -> bool {
    let tags = tags(words);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite).unwrap_or(words.len());
    let bare = |at: usize| words[at].trim_matches(|c: char| !c.is_alphanumeric());
    // "Hit for the cycle."
    let clipped = matches!(tags[0], Tag::Finite | Tag::Base | Tag::Participle)
        && !words.iter().any(|word| word.ends_with(','))
        && tags[1..].iter().all(|tag| *tag != Tag::Finite);
    let said = words[1..].iter().any(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let definite = words[0] == "The" && verb == 2;
    let stays = matches!(words.get(verb), Some(&("is" | "are" | "was" | "were" | "will" | "should" | "would" | "has" | "have" | "had")));
    let came = words.len() > 2 && is_in("said", words[1]) && matches!(words[2], "came" | "comes" | "come" | "follows" | "followed");
    let pointing = words[0] == "The" && came || definite && (is_in("pointing", bare(1)) || words.len() <= BARE && !said && stays);
    // "Build momentum for the race, to be sailed in May.", "Opening night, May 3, of the play."
    let verbal = |word: &str| can_be_past(word) || can_be_third(word);
    let told = |at: usize| verbal(words[at]) && words[at].starts_with(char::is_lowercase) && !matches!(words[at - 1], "be" | "been");
    let ordered = !tags.contains(&Tag::Finite) && !(1..words.len()).any(told);
    !clipped && !pointing && !ordered
}

/// Whether an "I" or "we" tells it that no mark and no name in front ("Ada Lim: We") gives to anybody: "Last spring I moved".
#[must_use]
pub fn is_spoken(text: &str) -> bool {
    let words: Vec<&str> = pieces(text).collect();
    // "we’re", "I'll"
    let first = |word: &str| word.split(['’', '\'']).next().unwrap_or_default().to_owned();
    let speaks = |word: &&str| is_in("speaking", &first(word.trim_matches(|c: char| !c.is_alphanumeric())));
    if !words.iter().any(speaks) {
        return false;
    }
    let verb = tags(&words).iter().position(|tag| *tag == Tag::Finite).unwrap_or(0);
    let near = &words[..words.len().min(verb + 1)];
    let given = words[0].starts_with(['“', '"', '‘']) || near.iter().any(|word| word.ends_with(':'));
    !given && near.iter().any(speaks)
}

/// "Pilgrims at the Grand Mosque.": a caption, no event.
fn is_verbless(text: &str) -> bool {
    let plain = pieces(text).skip(1).map(|word| word.trim_end_matches(|c: char| !c.is_alphabetic()));
    let can_be_verb = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()) && !is_in("small", word);
    !plain.into_iter().any(|word| can_be_verb(word) || word == "is")
}

/// "Was that in 2005?", "Then in 2010 we just …", "The council set new goals:": what is asked or broken off tells of nothing
/// that happened.
pub fn is_open(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '’', ')', ' ']);
    text.ends_with(['?', '…', ':']) || text.ends_with("..")
}
