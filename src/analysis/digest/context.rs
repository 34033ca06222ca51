//! What the summary has told so far: what a further sentence would say again, and what it takes for told that nobody told.

use super::form::bare_definite;
use crate::analysis::claims::{bare, is_in, shared, stem_key, stem_keys};
use crate::characters::split_words;
use crate::document::tags::{Tag, tags};

/// Stems below which a sentence is like another by chance, and tenths of its stems that one says again.
const FEWEST: usize = 5;
const AGAIN: usize = 7;

/// The claims that a reader has seen.
#[derive(Clone, Default)]
pub struct Context {
    claims: Vec<Seen>,
}

/// A claim: the keys of its stems, ascending, and its figures.
#[derive(Clone)]
pub struct Seen {
    keys: Vec<u64>,
    figures: Vec<String>,
}

impl Seen {
    /// Of a claim's text.
    pub fn of(text: &str) -> Self {
        Self { keys: stem_keys(text), figures: figures(text) }
    }
}

impl Context {
    /// One more was shown.
    pub fn show(&mut self, claim: Seen) {
        self.claims.push(claim);
    }

    /// Whether the claim says what was shown, and no figure that was not.
    pub fn has_told(&self, claim: &Seen) -> bool {
        self.claims.iter().any(|seen| {
            claim.keys.len() >= FEWEST
                && shared(&claim.keys, &seen.keys) * 10 >= claim.keys.len() * AGAIN
                && claim.figures.iter().all(|figure| seen.figures.contains(figure))
        })
    }

    /// The noun that the text takes for told and that nothing shown has told, where it names or counts nothing else: "The letter
    /// was long", "a fine for these boats".
    pub fn open_noun(&self, text: &str) -> Option<String> {
        let told = |key: u64| self.claims.iter().any(|seen| seen.keys.binary_search(&key).is_ok());
        let untold = |noun: &String| stem_key(noun).is_some_and(|key| !told(key));
        if is_fixed(text) {
            return None;
        }
        bare_definite(text).map(str::to_owned).filter(untold).or_else(|| shown(text).filter(untold))
    }
}

/// Whether a figure or a name behind its front tells what the text is about.
fn is_fixed(text: &str) -> bool {
    let fixes = |word: &str| word.starts_with(|c: char| c.is_uppercase()) || word.bytes().any(|byte| byte.is_ascii_digit());
    text.split(' ').skip(1).any(fixes)
}

/// The noun that "these" or "this" points to and that the sentence itself does not tell before: "violations" of "a fine for
/// these violations", "score" of "was sure on that score". A time and the place where the reader is are known.
fn shown(text: &str) -> Option<String> {
    if !["these ", "this ", " that "].iter().any(|word| text.contains(word)) || text.contains(['“', '"']) {
        return None;
    }
    let words = split_words(text);
    // "that" opens a clause or points, and points for sure where a preposition stands before it and a phrase ends behind it.
    let may_point = |at: &usize| matches!(words[*at], "these" | "this") || words[*at] == "that" && words[at + 1].ends_with([',', '.', ';']);
    let mut pointers = (1..words.len().saturating_sub(1)).filter(may_point).peekable();
    // Most sentences hold none, and need no tags.
    pointers.peek()?;
    let tags = tags(&words);
    let at = pointers.find(|&at| words[at] != "that" || tags[at - 1] == Tag::Preposition)?;
    let noun = (at + 1..words.len().min(at + 4)).take_while(|&next| tags[next] == Tag::Word).last()?;
    let known = (at + 1..=noun).any(|next| is_in("near", &bare(words[next])) || is_in("at hand", &bare(words[next])));
    let key = stem_key(words[noun])?;
    let told = words[..at].iter().any(|word| stem_key(&bare(word)) == Some(key));
    // "Boats sank in May, and these vessels": a clause before it may tell it in other words.
    let clauses = tags[..at].iter().filter(|tag| matches!(tag, Tag::Finite)).count();
    (!known && !told && clauses < 2).then(|| bare(words[noun]).into_owned())
}

/// The words of a text that hold a digit, without their marks.
fn figures(text: &str) -> Vec<String> {
    let digits = |word: &&str| word.bytes().any(|byte| byte.is_ascii_digit());
    split_words(text).into_iter().filter(digits).map(|word| bare(word).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(shown: &[&str]) -> Context {
        let mut context = Context::default();
        shown.iter().for_each(|text| context.show(Seen::of(text)));
        context
    }

    #[test]
    fn what_was_told_is_not_told_again() {
        let context = behind(&["The council of Orrin will mend the old quay for $2 million in spring."]);
        let has_told = |text| context.has_told(&Seen::of(text));
        assert!(has_told("In spring, the council will mend the quay of Orrin."));
        assert!(!has_told("In spring, the council will mend the quay of Orrin for 40 boats."), "a new figure");
        assert!(!has_told("In spring, the council will sell the sheds of Oakmere."));
    }

    #[test]
    fn what_nobody_told_is_left_open() {
        let context = behind(&["An attack closed the quay of Orrin."]);
        let leaves_open = |text| context.open_noun(text).is_some();
        assert!(!leaves_open("The attack was claimed by nobody."));
        assert!(leaves_open("The letter was written by nobody."));
        assert!(!leaves_open("The letter was written by Ada Lim."), "a name");
        assert!(!leaves_open("The letter of the mayor was written by nobody."), "the sentence tells it");
        assert!(leaves_open("The council asked for a fine for these boats."));
        assert!(!leaves_open("The council asked for a fine for these attacks."));
        assert!(!leaves_open("The council asked for a fine this summer."));
        assert!(leaves_open("Some riggers have been confused on that score."));
        assert!(!leaves_open("Some riggers have been confused on that quay."), "what was shown tells it");
        assert!(!leaves_open("Some riggers have been told that storms are over."));
        assert!(!leaves_open("Boats sank, and the council raised these boats."));
    }
}
