//! Shortening a sentence without saying anything else: what hangs on at its front, in its middle or at its end goes,
//! and what stays stands as it stood.
//!
//! Every rule looks at words and commas alone. Where they do not tell for sure what hangs on what (lists above all) the
//! rule does not apply; `tests/cases/shorten.tsv` holds for each what must go and what must stay.

use std::collections::HashSet;
use std::rc::Rc;

use super::lexicon::{bare, is_in};
use super::{each_once, fronts, middles, phrases, stem_key, tails};
use crate::characters::{pieces, split_words};
use crate::document::tags::{Tag, has_main_verb, is_command, tags};

/// The least words that a sentence keeps before a tail that goes.
pub(super) const HEAD: usize = 8;
/// The most words of an insertion between commas, brackets or dashes.
pub(super) const INSERTION: usize = 22;

/// A way to make a sentence shorter; none where it does not apply.
type Rule = fn(&Sentence<'_>) -> Option<Vec<String>>;

/// A sentence's words with their marks, and the tag of each.
pub(super) struct Sentence<'a> {
    pub words: &'a [&'a str],
    pub tags: Vec<Tag>,
    /// The keys of the title's words.
    pub title: &'a [u64],
}

impl Sentence<'_> {
    /// Whether the word is a verb that has a subject.
    pub fn is_finite(&self, at: usize) -> bool {
        self.tags.get(at) == Some(&Tag::Finite)
    }

    /// The same for any of the words.
    pub fn has_finite(&self, range: std::ops::Range<usize>) -> bool {
        self.tags[range].contains(&Tag::Finite)
    }

    /// How many different words of the title stand there.
    pub fn news(&self, range: std::ops::Range<usize>) -> usize {
        if self.title.is_empty() {
            return 0;
        }
        let pieces = self.words[range].iter().flat_map(|word| word.split(['-', '’', '\'']));
        let keys = pieces.filter_map(|word| stem_key(&bare(word)));
        each_once(keys.filter(|key| self.title.contains(key)).collect()).len()
    }

    /// Whether a step is taken there: which, the rest of the sentence tells.
    pub fn is_step(&self, range: std::ops::Range<usize>) -> bool {
        self.words[range].windows(2).any(|pair| {
            matches!(pair[1], "step" | "steps")
                && matches!(pair[0], "a" | "another" | "major" | "important" | "historic" | "big" | "further")
        })
    }

    /// Whether a verb stands there, with or without an adverb before it.
    pub fn continues(&self, at: usize) -> bool {
        self.is_finite(at) || self.tags.get(at) == Some(&Tag::Adverb) && self.is_finite(at + 1)
    }
}

/// The bytes of text that a number is worth.
const FIGURE: usize = 20;
/// And a word of the title.
const TITLE: usize = 20;
/// The most texts that are looked at.
const TRIES: usize = 32;

/// What goes where the sentence is too long.
const HEAVY: [Rule; 26] = [
    middles::without_age,
    middles::between_dashes,
    middles::relative_clause,
    middles::defining,
    middles::insertion,
    middles::inner_apposition,
    middles::participle_clause,
    middles::first_verb,
    middles::chain,
    tails::relative,
    tails::announcement,
    tails::of_office,
    tails::apposition,
    tails::absolute,
    tails::listed,
    tails::coordinated,
    tails::hanging,
    fronts::hanging,
    fronts::participle,
    fronts::reported,
    fronts::announced,
    phrases::circumstance,
    phrases::unmarked,
    phrases::second_verb,
    phrases::reduced,
    phrases::purpose,
];

/// The texts that a sentence can be made into, as little changed as will do.
///
/// Best first: the text that is worth most and was not yet given comes next, so that the first that fits is the best that does.
pub struct Search {
    /// What the title says: who cuts loses that last, too.
    title: Rc<[u64]>,
    open: Vec<String>,
    seen: HashSet<String>,
    /// The text that was given last: what it can be made into is looked for when it did not do.
    last: String,
    tries: usize,
}

impl Search {
    /// Behind the sentence itself.
    #[must_use]
    pub fn behind(text: &str, title: Rc<[u64]>) -> Self {
        Self { title, open: Vec::new(), seen: HashSet::new(), last: text.to_owned(), tries: 1 }
    }

    fn open(&mut self) {
        let words = split_words(&self.last);
        // Of a dateline with nothing behind it nothing is left.
        if words.len() < HEAD {
            return;
        }
        let sentence = Sentence { tags: tags(&words), words: &words, title: &self.title };
        let next = HEAVY.iter().filter_map(|rule| shorter(&self.last, &rule(&sentence)?)).filter(|next| self.seen.insert(next.clone()));
        self.open.extend(next);
    }
}

impl Iterator for Search {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.tries == TRIES {
            return None;
        }
        self.open();
        let longest = (0..self.open.len()).max_by_key(|&at| (worth(&self.open[at], &self.title), std::cmp::Reverse(at)))?;
        self.tries += 1;
        self.last = self.open.swap_remove(longest);
        Some(self.last.clone())
    }
}

/// A text's length, in which a number and a word of the title count for several words: who cuts loses them last.
fn worth(text: &str, title: &[u64]) -> usize {
    let figure = |word: &&str| word.contains(|c: char| c.is_ascii_digit()) || is_in("magnitude", word.trim_end_matches([',', '.']));
    let figures = pieces(text).filter(figure).count();
    let told = |word: &&str| stem_key(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some_and(|key| title.contains(&key));
    let told = if title.is_empty() { 0 } else { pieces(text).filter(told).count() };
    text.len() + figures * FIGURE + told * TITLE
}

/// The words as a sentence, where they are one and shorter than the text.
pub(super) fn shorter(text: &str, kept: &[String]) -> Option<String> {
    if opens_nothing(kept) {
        return None;
    }
    let next = super::opened(&kept.join(" "));
    (super::checker::marks_close(&next) && next.len() < text.len()).then_some(next)
}

/// "The quay was closed, and according to the board.": what the "and" opens has no verb.
fn opens_nothing(kept: &[String]) -> bool {
    let Some(comma) = kept.iter().rposition(|word| word.ends_with(',')) else { return false };
    let [and, opening, ..] = &kept[comma + 1..] else { return false };
    let opens = matches!(and.as_str(), "and" | "but") && (opening == "according" || opening != "as" && is_in("clause", opening));
    opens && {
        let rest: Vec<&str> = kept[comma + 2..].iter().map(String::as_str).collect();
        !tags(&rest).contains(&Tag::Finite)
    }
}

/// Whether the sentence tells something: it has a verb, and commands nothing. "The competition from the cup and all." and
/// "A city that never sleeps." have none. Where no verb is known a form in -s inside the sentence counts, too. The words are the text’s.
pub(super) fn tells(text: &str, words: &[&str]) -> bool {
    if only_announces(text) || is_command(words) {
        return false;
    }
    let tags = tags(words);
    // "$7 billion in selections for grants": what stands behind a preposition is no verb.
    let third = |at: usize| {
        let noun = matches!(tags[at - 1], Tag::Preposition | Tag::Determiner | Tag::Number | Tag::Ing | Tag::Participle);
        // "an exhibit of posters and screen prints"
        let second = at > 2 && is_and(words[at - 2]) && words[at - 3].ends_with('s');
        // "Orrin, seen in 1993, ranks": the comma closes what was put in.
        let dated = words[at - 1].ends_with(',') && tags[at - 1] == Tag::Number && tags[..at - 1].contains(&Tag::Participle);
        let listed = second || words[at - 1].ends_with(',') && !dated && !matches!(tags[at - 1], Tag::Name | Tag::Pronoun);
        words[at].len() > 3 && words[at].ends_with('s') && words[at].starts_with(char::is_lowercase) && (!noun || dated) && !listed
    };
    let unknown = || !tags.contains(&Tag::Finite) && (1..words.len().saturating_sub(1)).any(|at| third(at) || is_contracted(words[at]));
    has_main_verb(&tags) || unknown()
}

/// "they’ve", "it’s", which may be its quay, too; "the owners’" holds no verb.
fn is_contracted(word: &str) -> bool {
    word.split_once(['’', '\'']).is_some_and(|(_, behind)| behind.starts_with(char::is_alphabetic))
}

/// "The board of Orrin made the announcement.": who announced it is no news.
#[must_use]
pub fn only_announces(text: &str) -> bool {
    text.ends_with("made the announcement.")
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "--" | "—" | "–")
}

fn is_pause(word: &str) -> bool {
    matches!(word, "," | ";" | ":")
}

pub(super) fn is_and(word: &str) -> bool {
    matches!(&*bare(word), "and" | "or" | "&")
}

/// The front with the marks of what went, and the rest.
pub(super) fn joined(front: &[&str], marks: &str, rest: &[&str]) -> Vec<String> {
    let mut kept = owned(front);
    if let Some(last) = kept.last_mut()
        && !last.ends_with([',', ';', ':'])
    {
        last.push_str(marks);
    }
    kept.extend(owned(rest));
    kept
}

/// The front with a full stop.
pub(super) fn ended(front: &[&str]) -> Vec<String> {
    let mut kept = owned(front);
    // A date that went may leave its colon behind.
    kept.truncate(kept.len() - kept.iter().rev().take_while(|word| is_dash(word) || is_pause(word)).count());
    if let Some(last) = kept.last_mut() {
        let closes = last.ends_with(['.', '!', '?']);
        let bare = last.trim_end_matches([',', ';', ':']).to_owned();
        *last = if closes { bare } else { bare + "." };
    }
    kept
}

pub(super) fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_go_goes_and_what_must_stay_stays() {
        let mut wrong = Vec::new();
        for row in crate::lists::rows(include_str!("../../../tests/cases/shorten.tsv")) {
            let [kind, before, after, ..] = row[..] else { panic!("three cells: {row:?}") };
            let title: Rc<[u64]> = row.get(3).copied().unwrap_or_default().split(' ').filter_map(stem_key).collect();
            let expected = if after == "=" { before } else { after };
            let made = match kind {
                "open" => crate::analysis::claims::opened(before),
                "light" => crate::analysis::claims::light::lightened(before),
                _ => Search::behind(before, title)
                    .find(|text| text.split_whitespace().count() < before.split_whitespace().count())
                    .unwrap_or_else(|| before.to_owned()),
            };
            if made != expected {
                wrong.push(format!("{before}\n  gave {made}\n  not  {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
