//! Light part-of-speech tags: enough to tell a clause from a phrase.
//!
//! Closed classes and verbs are tables (`data/document`); what a form is that may be several things ("announced", "plans",
//! "put") its neighbours say. One pass from left to right, with a look ahead inside the clause.

mod context;
mod lexicon;

use std::borrow::Cow;

use context::Sentence;
use lexicon::{BASE, BASES, CLASSES, Class, FORMS, NOUN, PARTICIPLE, PAST, THIRD};

/// What a word is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// "the", "his", "several".
    Determiner,
    /// "he", "them", "everyone".
    Pronoun,
    /// "who", "which", "that", "where".
    Relative,
    /// "of", "after", "because": prepositions and subordinators, which what follows must tell apart.
    Preposition,
    /// "and", "but".
    Conjunction,
    /// "not", "Monday", "quickly".
    Adverb,
    /// A verb with a subject: "is", "would", "announced".
    Finite,
    /// "to sell", "will sell".
    Base,
    /// "was sold", "the rope sold in May".
    Participle,
    /// "selling", and nouns of that form.
    Ing,
    /// Begins with a digit.
    Number,
    /// Begins with a capital, and is nothing of the above.
    Name,
    /// Nouns and adjectives.
    Word,
    /// Nothing but marks.
    Mark,
}

/// The tags of a sentence's words, which may carry their marks ("sheds,") or have them beside them.
#[must_use]
pub fn tags(words: &[&str]) -> Vec<Tag> {
    let bare: Vec<Cow<'_, str>> = words.iter().map(|word| bare(word)).collect();
    let mut sentence = Sentence { words, bare: &bare, tags: Vec::with_capacity(words.len()), told: Told::default() };
    for at in 0..words.len() {
        let tag = sentence.tag(at);
        sentence.told.hear(tag);
        sentence.tags.push(tag);
    }
    sentence.tags
}

/// Whether the word can be the past form of a verb: "sold", "opened", "put".
#[must_use]
pub fn can_be_past(word: &str) -> bool {
    let bare = bare(word);
    FORMS.get(&*bare).map_or(bare.ends_with("ed"), |forms| forms & PAST != 0)
}

/// Whether the word can be a verb's base form: "sell", "open", "put".
#[must_use]
pub fn can_be_base(word: &str) -> bool {
    FORMS.get(&*bare(word)).is_some_and(|forms| forms & BASE != 0)
}

/// Whether the word can be the participle of a verb: "sold", "opened", "grown".
#[must_use]
pub fn can_be_participle(word: &str) -> bool {
    let bare = bare(word);
    FORMS.get(&*bare).map_or(bare.ends_with("ed"), |forms| forms & PARTICIPLE != 0)
}

/// The base of an irregular form in small letters: "paid" → "pay"; the word itself where it is none.
#[must_use]
pub fn base(word: &str) -> &str {
    BASES.get(word).copied().unwrap_or(word)
}

/// Whether the word can be a verb of the third person: "meets", "opens".
#[must_use]
pub fn can_be_third(word: &str) -> bool {
    FORMS.get(&*bare(word)).is_some_and(|forms| forms & THIRD != 0)
}

/// Whether the word, in small letters, makes a verb of the participle behind it: "was sold", "has opened".
#[must_use]
pub fn is_auxiliary(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "has" | "have" | "had")
}

/// Whether the words tell somebody to do something: "Ask the harbour office", "Run ropecheck".
#[must_use]
pub fn is_command(words: &[&str]) -> bool {
    let [first, next, ..] = words else { return false };
    let forms = FORMS.get(&*bare(first)).copied().unwrap_or_default();
    let next = match CLASSES.get(&*bare(next)) {
        Some(Class::Tag(tag)) => *tag,
        Some(_) => Tag::Finite,
        None => Tag::Word,
    };
    // "Search ‘Rope Week’ online"
    let quoted = words[1].starts_with(['‘', '“', '"']);
    let object = quoted || matches!(next, Tag::Determiner | Tag::Pronoun) || next == Tag::Word && forms & (NOUN | PAST) == 0;
    // "Work closely with the riggers."
    let how = || matches!(next, Tag::Adverb | Tag::Word) && words[1].ends_with("ly") && !has_main_verb(&tags(words));
    forms & BASE != 0 && (object || forms & THIRD == 0 && how())
}

/// Whether the words open with a verb in -s and have no subject: "Sets rules for the quay" in a list of what an order does.
#[must_use]
pub fn is_subjectless(words: &[&str]) -> bool {
    let Some(first) = words.first() else { return false };
    let forms = FORMS.get(&*bare(first)).copied().unwrap_or_default();
    forms & THIRD != 0 && first.ends_with('s') && !has_main_verb(tags(words).get(1..).unwrap_or_default())
}

/// Whether the tagged words hold the verb of a main clause; that of a relative clause does not count.
#[must_use]
pub fn has_main_verb(tags: &[Tag]) -> bool {
    let mut told = Told::default();
    tags.iter().for_each(|tag| told.hear(*tag));
    told.main
}

/// What has been said of a sentence's verbs so far.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// The verb of a relative clause is to come.
    relative: bool,
    /// The main clause has had its verb.
    main: bool,
}

impl Told {
    fn hear(&mut self, tag: Tag) {
        match tag {
            Tag::Relative => self.relative = true,
            Tag::Finite if self.relative => self.relative = false,
            Tag::Finite => self.main = true,
            _ => {}
        }
    }
}

/// The word without its marks, in lower case. Most words are that already.
fn bare(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    match () {
        () if !word.is_ascii() => Cow::Owned(word.replace('’', "'").to_lowercase()),
        () if word.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(word.to_ascii_lowercase()),
        () => Cow::Borrowed(word),
    }
}

fn is_class(word: &str, tag: Tag) -> bool {
    CLASSES.get(word) == Some(&Class::Tag(tag))
}

/// "it's", "they've", "who'd".
fn contracted(bare: &str) -> bool {
    let Some(apostrophe) = bare.bytes().position(|byte| byte == b'\'') else { return false };
    let (front, end) = (&bare[..apostrophe], &bare[apostrophe + 1..]);
    let subject = matches!(CLASSES.get(front), Some(Class::Subject | Class::Tag(Tag::Relative | Tag::Pronoun)))
        || matches!(front, "there" | "here" | "let");
    subject && matches!(end, "s" | "re" | "ve" | "d" | "m" | "ll") || end == "ll"
}

fn is_possessive(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', '”', '"']);
    (word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s’") || word.ends_with("s'")) && !contracted(&bare(word))
}

fn ends_clause(word: &str) -> bool {
    word.ends_with([',', ';', ':', '.', '!', '?', ')', '—', '–'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the sentence with the verbs marked: "/f" finite, "/b" base, "/p" participle.
    fn marked(sentence: &str) -> String {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let shown = words.iter().zip(tags(&words)).map(|(word, tag)| {
            let mark = match tag {
                Tag::Finite => "/f",
                Tag::Base => "/b",
                Tag::Participle => "/p",
                _ => "",
            };
            let end = word.trim_end_matches(['.', ',']).len();
            format!("{}{mark}{}", &word[..end], &word[end..])
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn verbs_are_told_from_nouns() {
        let mut wrong = Vec::new();
        for line in crate::lists::lines(include_str!("../../../tests/cases/tags.txt")) {
            let plain: String = line.replace("/f", "").replace("/b", "").replace("/p", "");
            let made = marked(&plain);
            if made != line {
                wrong.push(format!("{made}\n  not {line}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
