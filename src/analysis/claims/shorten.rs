//! Shortening a sentence without saying anything else: what hangs on at its front, in its middle or at its end goes,
//! and what stays stands as it stood.
//!
//! Every rule looks at words and commas alone. Where they do not tell for sure what hangs on what (lists above all) the
//! rule does not apply; `tests/cases/shorten.tsv` holds for each what must go and what must stay.

use std::collections::HashSet;
use std::rc::Rc;

use super::lexicon::{bare, is_in};
use super::{fronts, middles, stem_key, tails};
use crate::characters::{pieces, split_words};
use crate::document::tags::{Tag, has_main_verb, is_command, tags};

/// The least words that a sentence keeps before a tail that goes.
pub(super) const HEAD: usize = 8;
/// The most words of an insertion between commas, brackets or dashes.
pub(super) const INSERTION: usize = 22;

/// A way to make a sentence shorter; none where it does not apply.
type Rule = fn(&Sentence<'_>) -> Option<Vec<String>>;
/// The same, for what the words alone tell.
type Light = fn(&[&str]) -> Option<Vec<String>>;

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
        let mut told: Vec<u64> = keys.filter(|key| self.title.contains(key)).collect();
        told.sort_unstable();
        told.dedup();
        told.len()
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
/// Words among which an "also" adds to the sentence before.
const ADDED: usize = 12;
/// Words among which it is told after what something came.
const LATER: usize = 8;
/// The most texts that are looked at.
const TRIES: usize = 32;

/// What may go from any sentence that stands alone, and a mark without which the rule does not apply.
const LIGHT: [(&str, Light); 10] = [
    (" but ", without_forward),
    (" came ", without_pointer),
    (" comes ", without_pointer),
    (":", without_heading),
    (",", without_marker),
    ("(", without_bracket),
    (" in ", without_medium),
    ("therefore", without_link),
    ("subsequently", without_link),
    (" also ", without_also),
];
/// What goes where the sentence is too long.
const HEAVY: [Rule; 22] = [
    middles::without_age,
    middles::between_dashes,
    middles::relative_clause,
    middles::defining,
    middles::insertion,
    middles::inner_apposition,
    middles::participle_clause,
    middles::first_verb,
    tails::relative,
    tails::announcement,
    tails::apposition,
    tails::absolute,
    tails::listed,
    tails::coordinated,
    tails::hanging,
    fronts::hanging,
    fronts::participle,
    tails::circumstance,
    tails::unmarked,
    tails::second_verb,
    tails::reduced,
    tails::purpose,
];

/// The sentence without what no sentence needs that stands alone.
#[must_use]
pub fn lightened(text: &str) -> String {
    LIGHT.iter().fold(text.to_owned(), |text, (mark, rule)| if text.contains(*mark) { repeated(text, *rule) } else { text })
}

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

fn repeated(mut text: String, rule: Light) -> String {
    for _ in 0..4 {
        let words = split_words(&text);
        let Some(next) = rule(&words).and_then(|kept| shorter(&text, &kept)) else { break };
        text = next;
    }
    text
}

/// The words as a sentence, where they are one and shorter than the text.
fn shorter(text: &str, kept: &[String]) -> Option<String> {
    let next = super::opened(&kept.join(" "));
    (super::checker::marks_close(&next) && next.len() < text.len()).then_some(next)
}

/// "Mend the Quay: The council will pay" → "The council will pay".
fn without_heading(words: &[&str]) -> Option<Vec<String>> {
    let colon = (1..words.len().min(12)).find(|&at| words[at].ends_with(':'))?;
    let rest = &words[colon + 1..];
    let titled = words[..=colon].iter().all(|word| word.len() < 5 || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    let sentence = rest.len() >= HEAD && rest[0].starts_with(char::is_uppercase) && has_main_verb(&tags(rest));
    // "Ada Lim: The quay is old" names who speaks.
    let heading =
        colon >= 2 && words[..=colon].iter().any(|word| word.starts_with(char::is_lowercase)) && !has_main_verb(&tags(&words[..=colon]));
    (titled && heading && sentence).then(|| owned(rest))
}

/// "The announcement came two days after the storm closed the quay." → "The storm closed the quay.": what came stands in another
/// sentence.
fn without_pointer(words: &[&str]) -> Option<Vec<String>> {
    let [first, noun, verb, ..] = words else { return None };
    let came = matches!(*first, "The" | "This") && is_in("pointer", noun) && matches!(*verb, "came" | "comes");
    let after = came.then(|| words.iter().take(LATER).position(|word| *word == "after"))??;
    let measured = words[3..after].iter().all(|word| word.starts_with(char::is_lowercase) && !word.ends_with(','));
    let rest = &words[after + 1..];
    let tags = tags(rest);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite).filter(|_| measured && rest.len() >= HEAD)?;
    let named = matches!(tags[0], Tag::Determiner | Tag::Name | Tag::Number) && !rest[..verb].iter().any(|word| word.ends_with(','));
    (verb > 0 && named && !tags[..verb].contains(&Tag::Relative)).then(|| owned(rest))
}

/// "She may have no boat, but Ada Lim has bought the quay" → "Ada Lim has bought the quay": who is meant is told behind it.
fn without_forward(words: &[&str]) -> Option<Vec<String>> {
    let [first, modal, ..] = words else { return None };
    let forward = matches!(*first, "He" | "She" | "It" | "They") && matches!(*modal, "may" | "might");
    let but = forward.then(|| (4..words.len()).find(|&at| words[at] == "but"))??;
    let rest = &words[but + 1..];
    let tags = tags(rest);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite).filter(|_| rest.len() >= HEAD)?;
    (tags[..verb].contains(&Tag::Name) && !tags[..verb].contains(&Tag::Pronoun)).then(|| owned(rest))
}

/// "In fact, the shed" → "The shed".
fn without_marker(words: &[&str]) -> Option<Vec<String>> {
    let comma = words.iter().take(4).position(|word| word.ends_with(','))?;
    let marker = words[..=comma].join(" ");
    is_in("marker", marker.trim_end_matches(',')).then(|| owned(&words[comma + 1..]))
}

/// "Nordwind (once a ropewalk) sold" → "Nordwind sold".
fn without_bracket(words: &[&str]) -> Option<Vec<String>> {
    let from = words.iter().position(|word| word.starts_with('('))?;
    let to = from + words[from..].iter().position(|word| word.contains(')'))?;
    let behind = words[to].rsplit(')').next().unwrap_or_default();
    let marks = behind.chars().all(|c| !c.is_alphanumeric());
    // "she was held ‘against (her) will’" is not said without its bracket.
    let quoted = super::is_quoted(&words[..from].concat()) || words[..from].last().is_some_and(|word| word.starts_with('\''));
    if from == 0 || quoted || to - from > INSERTION || !marks || words[from..=to].iter().any(|word| word.contains(['“', '"'])) {
        return None;
    }
    Some(joined(&words[..from], behind, &words[to + 1..]))
}

/// "she said in a statement on its site." → "she said."
fn without_medium(words: &[&str]) -> Option<Vec<String>> {
    let said = (1..words.len()).find(|&at| words[at] == "in" && is_in("speech", words[at - 1]))?;
    let end = (said + 1..(said + 5).min(words.len())).find(|&at| is_in("medium", &bare(words[at])))?;
    let marks = trailing(words[end]);
    let ends = !marks.is_empty() || words.get(end + 1).is_some_and(|next| *next == "that");
    let plain = words[said + 1..=end].iter().all(|word| !word.starts_with(char::is_uppercase));
    (ends && plain).then(|| joined(&words[..said], marks, &words[end + 1..]))
}

/// "The council has, therefore, mended the quay" → "The council has mended the quay".
fn without_link(words: &[&str]) -> Option<Vec<String>> {
    let at = (1..words.len()).find(|&at| matches!(words[at].trim_end_matches(','), "therefore" | "subsequently"))?;
    let mut kept = owned(&words[..at]);
    if words[at].ends_with(',')
        && let Some(last) = kept.last_mut()
    {
        *last = last.trim_end_matches(',').to_owned();
    }
    kept.extend(owned(&words[at + 1..]));
    Some(kept)
}

/// "Nordwind also sold the sheds" → "Nordwind sold the sheds": what it adds to stands elsewhere.
fn without_also(words: &[&str]) -> Option<Vec<String>> {
    let at = (1..words.len().min(ADDED)).find(|&at| words[at] == "also")?;
    let tags = tags(words);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite)?;
    // "was also known as": a second name. "not only … but also".
    let named = words.get(at + 1).is_some_and(|next| matches!(*next, "known" | "called" | "named" | "spelled" | "spelt"));
    let paired = words[..at].iter().any(|word| matches!(&*bare(word), "but" | "and" | "only" | "or"));
    (at + 1 == verb || at == verb + 1).then_some(())?;
    (!named && !paired).then(|| [owned(&words[..at]), owned(&words[at + 1..])].concat())
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
        let listed = second || words[at - 1].ends_with(',') && !matches!(tags[at - 1], Tag::Name | Tag::Pronoun);
        words[at].len() > 3 && words[at].ends_with('s') && words[at].starts_with(char::is_lowercase) && !noun && !listed
    };
    let unknown =
        || !tags.contains(&Tag::Finite) && (1..words.len().saturating_sub(1)).any(|at| third(at) || words[at].contains(['’', '\'']));
    has_main_verb(&tags) || unknown()
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

/// The marks at a word's end.
fn trailing(word: &str) -> &str {
    &word[word.trim_end_matches(|c: char| !c.is_alphanumeric()).len()..]
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
                "light" => lightened(before),
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
