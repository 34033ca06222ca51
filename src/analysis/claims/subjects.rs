//! Whom "he", "she" and "it" mean at the front of a sentence, where that is certain: the sentence before has one subject
//! of that kind and nobody else, or the article is about one person and nobody else was named since.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::lexicon::is_in;
use super::{Draft, is_quoted, speaker};
use crate::characters::{pieces, small};
use crate::contract::{BlockKind, EntityKind};
use crate::document::Document;
use crate::document::tags::{Tag, tags};
use crate::lists::Map;
use crate::recognisers::{Mentions, NameFound, QuoteFound, around};
use crate::span::Span;

/// How many sentences back the person whom the article is about may last have been named.
const MEMORY: usize = 6;
/// Sentences from the beginning among which the title is.
const TITLE_WITHIN: usize = 5;
/// Mentions that make somebody the person whom the article is about, and their share of all people's.
const MAIN_MENTIONS: usize = 4;
const MAIN_PERCENT: usize = 60;

/// Words among which a pronoun behind an opening stands.
const INSIDE: usize = 14;
/// How many tokens from its front a sentence's subject may begin.
const FRONT: usize = 5;

/// What a pronoun stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// "he", "her".
    Person,
    /// "it", where it says or does what only people and bodies do.
    Body,
}

impl Wanted {
    fn is(self, kind: EntityKind) -> bool {
        match self {
            Self::Person => kind == EntityKind::Person,
            Self::Body => matches!(kind, EntityKind::Company | EntityKind::Organisation),
        }
    }
}

/// The names of each sentence, for whoever looks for an antecedent.
pub struct Subjects<'a> {
    by_sentence: Map<usize, Vec<&'a NameFound>>,
    quotes: &'a [QuoteFound],
    people: Vec<&'a NameFound>,
    main: OnceCell<Option<String>>,
    speaker: OnceCell<Option<(usize, Span)>>,
}

impl<'a> Subjects<'a> {
    /// Gathers the names by sentence.
    #[must_use]
    pub fn new(mentions: &'a Mentions) -> Self {
        let names = &mentions.names;
        let mut by_sentence: Map<usize, Vec<&NameFound>> = Map::default();
        for name in names {
            by_sentence.entry(name.sentence).or_default().push(name);
        }
        let people = names.iter().filter(|name| name.kind == EntityKind::Person).collect();
        Self { by_sentence, quotes: &mentions.quotes, people, main: OnceCell::new(), speaker: OnceCell::new() }
    }

    /// The draft with the pronoun that is its subject replaced, and the place of the name among its sources; `None` where it
    /// opens with a pronoun whose meaning is not certain.
    #[must_use]
    pub fn named(&self, document: &Document, sentence: usize, draft: Draft) -> Option<Draft> {
        let (pronoun, rest) = draft.text.split_once(' ').unwrap_or((draft.text.as_str(), ""));
        let wanted = match pronoun {
            "He" | "She" | "His" | "Her" => Wanted::Person,
            // "It" is as often a thing, or nobody: a body says and does.
            "It" if !acts(rest) => return None,
            "It" => Wanted::Body,
            "I" if self.opens_quoted(document, sentence) => return None,
            "I" => return self.spoken(document, rest, &draft),
            "They" | "We" | "You" | "Its" | "Their" | "This" | "That" | "These" | "Those" | "There" => return None,
            _ => {
                let named = self.named_inside(document, sentence, &draft).or_else(|| self.spoken_inside(document, sentence, &draft));
                return Some(named.unwrap_or(draft));
            }
        };
        if self.opens_quoted(document, sentence) {
            return None;
        }
        let (block, span) = self.meant(document, sentence, wanted)?;
        // "He promised to go, Ada Lim said."
        if !matches!(pronoun, "His" | "Her") && self.is_spoken_by(document, sentence, span) {
            return None;
        }
        let name = crate::characters::on_one_line(&document.reading(span)).into_owned();
        let owner = if matches!(pronoun, "His" | "Her") { "’s" } else { "" };
        // "She was Ferro’s mate": nobody is his own.
        let own =
            |word: &str| word.strip_suffix(['s']).and_then(|word| word.strip_suffix(['’', '\''])).is_some_and(|word| name.ends_with(word));
        if rest.split(' ').nth(1).is_some_and(own) {
            return None;
        }
        Some(with_name(&draft, format!("{name}{owner} {rest}"), (block, span)))
    }

    /// Whether the sentence opens in the middle of somebody's own words: their "he" is another than whoever speaks, and the
    /// sentence before them tells of the speaker.
    fn opens_quoted(&self, document: &Document, sentence: usize) -> bool {
        let first = document.sentences()[sentence].tokens.start;
        around(self.quotes, &(first..first + 1)).is_some_and(|at| self.quotes[at].tokens.start < first)
    }

    /// "I have asked the board" → "Ada Lim has asked the board", where the speech is hers.
    fn spoken(&self, document: &Document, rest: &str, draft: &Draft) -> Option<Draft> {
        let (block, span) = (*self.speaker.get_or_init(|| speaker::speaker(document, &self.people)))?;
        let name = crate::characters::on_one_line(&document.reading(span)).into_owned();
        let rest = speaker::of_another(rest)?;
        Some(with_name(draft, format!("{name} {rest}"), (block, span)))
    }

    /// "In 1972, I moved" → "In 1972, Ada Lim moved", where it is she who tells it.
    fn spoken_inside(&self, document: &Document, sentence: usize, draft: &Draft) -> Option<Draft> {
        if !draft.text.contains(" I ") || self.opens_quoted(document, sentence) {
            return None;
        }
        let (block, span) = (*self.speaker.get_or_init(|| speaker::speaker(document, &self.people)))?;
        let words: Vec<&str> = pieces(&draft.text).collect();
        let clause = is_in("clause", &small(words[0]));
        let opens = |at: &usize| words[*at] == "I" && (words[at - 1].ends_with(',') || *at == 1 && clause);
        let at = (1..words.len()).find(opens)?;
        let (front, rest) = (words[..at].join(" "), speaker::of_another(&words[at + 1..].join(" "))?);
        if is_quoted(&front) || speaker::is_own(&front) {
            return None;
        }
        let name = crate::characters::on_one_line(&document.reading(span)).into_owned();
        Some(with_name(draft, format!("{front} {name} {rest}"), (block, span)))
    }

    /// "In 1972, she moved" → "In 1972, Ada Lim moved", where that is certain and the opening names nobody.
    fn named_inside(&self, document: &Document, sentence: usize, draft: &Draft) -> Option<Draft> {
        if !pieces(&draft.text).take(INSIDE).any(|word| matches!(word, "he" | "she")) {
            return None;
        }
        // Behind a comma, or behind the word that opens a clause: "Although she said that".
        let words: Vec<&str> = pieces(&draft.text).collect();
        let clause = is_in("clause", &words[0].to_lowercase());
        let opens = |at: &usize| matches!(words[*at], "he" | "she") && (words[at - 1].ends_with(',') || *at == 1 && clause);
        let at = (1..words.len().min(INSIDE)).find(opens)?;
        let start = document.sentences()[sentence].tokens.start;
        // Behind "Although she said so," whoever is named is she.
        let end = if at == 1 { usize::MAX } else { start + at + 1 };
        let named = self
            .by_sentence
            .get(&sentence)
            .is_some_and(|names| names.iter().any(|name| name.kind == EntityKind::Person && name.tokens.start < end));
        // Somebody whom no recogniser knows may have been named, too: "In front of Otto, he".
        let capital = words[1..at].iter().any(|word| word.starts_with(char::is_uppercase));
        if named || capital || is_quoted(&words[..at].concat()) {
            return None;
        }
        let (block, span) = self.meant(document, sentence, Wanted::Person)?;
        let name = crate::characters::on_one_line(&document.reading(span)).into_owned();
        let text = [&words[..at], &[name.as_str()], &words[at + 1..]].concat().join(" ");
        Some(with_name(draft, text, (block, span)))
    }

    /// The place of the name that a pronoun of the sentence's subject stands for.
    fn meant(&self, document: &Document, sentence: usize, wanted: Wanted) -> Option<(usize, Span)> {
        let main = || if wanted == Wanted::Person { self.main_person(document, sentence) } else { None };
        self.antecedent(document, sentence, wanted).or_else(main)
    }

    /// The last mention of the person whom the article is about, where nobody else was named since.
    fn main_person(&self, document: &Document, sentence: usize) -> Option<(usize, Span)> {
        let main = self.main.get_or_init(|| self.titled(document).or_else(|| self.most_named(document))).as_ref()?;
        let before = &self.people[..self.people.partition_point(|name| name.sentence < sentence)];
        let last = before.last().filter(|last| last.sentence + MEMORY >= sentence)?.sentence;
        let there = &document.sentences()[last];
        let named = &before[before.partition_point(|name| name.sentence < last)..];
        let subject = named.iter().rfind(|name| opens(document, there.tokens.start, name))?;
        // A second spelling in brackets is no second person.
        let behind = document.tokens().get(subject.tokens.end..there.tokens.end)?;
        let bracketed = behind.iter().take(FRONT).any(|token| document.slice(token.span) == "(");
        let certain = surname(document, subject) == main.as_str() && (named.len() == 1 || bracketed);
        certain.then(|| (there.block, document.span_of(&subject.tokens)))
    }

    /// The surname of the one person whom the title names: a biography, a profile.
    fn titled(&self, document: &Document) -> Option<String> {
        let in_title = |name: &&&NameFound| document.blocks()[document.sentences()[name.sentence].block].kind == BlockKind::Title;
        let mut titled = self.people.iter().take_while(|name| name.sentence < TITLE_WITHIN).filter(in_title);
        let only = titled.next().filter(|_| titled.next().is_none())?;
        Some(surname(document, only).to_owned())
    }

    /// The surname that most mentions of people end in.
    fn most_named(&self, document: &Document) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in &self.people {
            *counts.entry(surname(document, name)).or_default() += 1;
        }
        let (name, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        (count >= MAIN_MENTIONS && count * 100 >= self.people.len() * MAIN_PERCENT).then(|| name.to_owned())
    }

    fn antecedent(&self, document: &Document, sentence: usize, wanted: Wanted) -> Option<(usize, Span)> {
        let before = sentence.checked_sub(1)?;
        let (this, last) = (&document.sentences()[sentence], &document.sentences()[before]);
        let names = self.by_sentence.get(&before).filter(|_| this.block == last.block)?;
        let fitting: Vec<&&NameFound> = names.iter().filter(|name| wanted.is(name.kind)).collect();
        let [only] = fitting[..] else { return None };
        // Of whom Ada Lim says “he was right” is nobody's name.
        if wanted == Wanted::Person && self.speaks_of_another(document, before, only) {
            return None;
        }
        // "LM: The other is in the museum." names the speaker, not the thing.
        let speaker = document.tokens().get(only.tokens.end).is_some_and(|token| document.slice(token.span) == ":");
        (opens(document, last.tokens.start, only) && !speaker).then(|| (last.block, document.span_of(&only.tokens)))
    }

    /// Whether the sentence ends with who says it, and that is the person of the span: he speaks of another.
    fn is_spoken_by(&self, document: &Document, sentence: usize, span: Span) -> bool {
        let own = document.slice(span);
        let said = |at: usize| document.tokens().get(at).is_some_and(|token| is_in("speech", document.slice(token.span)));
        let names = self.by_sentence.get(&sentence).map_or(&[][..], Vec::as_slice);
        names.iter().any(|name| {
            let (first, end) = (name.tokens.start, name.tokens.end);
            let text = document.slice(document.span_of(&name.tokens));
            (said(end) || first > 0 && said(first - 1)) && (own.ends_with(text) || text.ends_with(own))
        })
    }

    /// Whether own words of whoever is named outside of them hold a "he" or "she" of another.
    fn speaks_of_another(&self, document: &Document, sentence: usize, name: &NameFound) -> bool {
        let tokens = &document.sentences()[sentence].tokens;
        let first = self.quotes.partition_point(|quote| quote.tokens.end <= tokens.start);
        let quotes = self.quotes[first..].iter().take_while(|quote| quote.tokens.start < tokens.end);
        let third = |at: usize| matches!(&*small(document.slice(document.tokens()[at].span)), "he" | "she" | "him" | "his" | "her");
        quotes.filter(|quote| !quote.tokens.contains(&name.tokens.start)).any(|quote| quote.tokens.clone().any(third))
    }
}

/// Whether the name is the subject of the sentence that begins there. In "He also stood in Ada Lim’s place" it is not.
fn opens(document: &Document, first: usize, name: &NameFound) -> bool {
    let near = name.tokens.start <= first + FRONT;
    near && !tags(&document.slices(&(first..name.tokens.start))).contains(&Tag::Finite)
}

fn with_name(draft: &Draft, text: String, place: (usize, Span)) -> Draft {
    let mut sources = draft.sources.clone();
    sources.push(place);
    Draft { text, sources, ..draft.clone() }
}

fn surname<'a>(document: &'a Document, name: &NameFound) -> &'a str {
    document.tokens().get(name.tokens.end - 1).map_or("", |token| document.slice(token.span))
}

/// Whether the predicate is one that only people and bodies have.
fn acts(rest: &str) -> bool {
    let verb = rest.split(' ').find(|word| !matches!(*word, "also" | "has" | "had" | "then" | "later" | "was")).unwrap_or_default();
    is_in("speech", verb) || is_in("act", verb)
}
