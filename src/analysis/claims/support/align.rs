//! Whether a sentence says a statement: the statement's words in the sentence's own order, so that nobody changes places
//! with anybody else, and between them nothing but what a shortened copy may leave out.

use super::super::lexicon::{is_in, is_negation};
use super::dates::{self, Dated};
use super::gaps::{self, Leave};
use super::words::{Kind, Word};
use crate::document::tags::base;

/// Whether the sentence says the statement, its date where it stands or elsewhere in the clause.
pub fn says(claim: &Claim, sentence: &[Word]) -> bool {
    // "Did not meet in May" does not say "did not meet".
    let bounded = |word: &Word| is_negation(&word.text) || is_in("bounded", &word.text);
    let leave = if claim.words.iter().any(bounded) { Leave::Little } else { Leave::Spare };
    let whole = || claim.label.is_empty() && carries(&claim.words, sentence, leave, same(&claim.words, sentence));
    let apart =
        |dated: &Apart| dates::runs(sentence).iter().any(|run| says_on(dated, sentence, run, leave) && run.covers(sentence, &dated.date));
    whole() || claim.dated().as_ref().is_some_and(apart)
}

/// Whether the sentence says the same but for one thing: a figure, a date, a name, a "not".
pub fn denies(claim: &Claim, sentence: &[Word], is_name: &dyn Fn(&str) -> bool) -> Option<String> {
    other_date(claim, sentence).or_else(|| {
        let matters = claim.label.is_empty() || dates::runs(sentence).iter().any(|run| run.covers(sentence, &claim.label));
        matters
            .then(|| other_value(claim, sentence).or_else(|| turned(claim, sentence)).or_else(|| other_name(claim, sentence, is_name)))?
    })
}

/// A statement, as it is compared.
pub struct Claim {
    /// Its words, without marks.
    pub words: Vec<Word>,
    /// The date that its entry in a timeline stands under; empty for others.
    pub label: Vec<Word>,
}

/// A statement and its date apart.
struct Apart {
    words: Vec<Word>,
    date: Vec<Word>,
}

impl Claim {
    /// Apart from the date of its label, or from the one that it holds.
    fn dated(&self) -> Option<Apart> {
        if !self.label.is_empty() {
            return Some(Apart { words: self.words.clone(), date: self.label.clone() });
        }
        let runs = dates::runs(&self.words);
        let [run] = runs.as_slice() else { return None };
        Some(Apart { words: run.without(&self.words), date: self.words[run.whole()].to_vec() })
    }
}

fn same<'a>(claim: &'a [Word], sentence: &'a [Word]) -> impl Fn(usize, usize) -> bool + 'a {
    |at, place| claim[at].text == sentence[place].text
}

/// Whether the sentence says the rest without this date of its own, which belongs to its main clause.
fn says_on(apart: &Apart, sentence: &[Word], run: &Dated, leave: Leave) -> bool {
    let rest = run.without(sentence);
    run.is_free(sentence) && carries(&apart.words, &rest, leave, same(&apart.words, &rest))
}

fn other_date(claim: &Claim, sentence: &[Word]) -> Option<String> {
    let apart = claim.dated()?;
    let runs = dates::runs(sentence);
    let [run] = runs.as_slice() else { return None };
    let other = run.conflicts(sentence, &apart.date)?;
    says_on(&apart, sentence, run, Leave::Little).then_some(other)
}

/// The figure that differs, or the figures of one date where it stands.
fn other_value(claim: &Claim, sentence: &[Word]) -> Option<String> {
    let words = &claim.words;
    let runs = dates::runs(words);
    let figures = (0..words.len()).filter(|&at| words[at].is_number() && !runs.iter().any(|run| run.whole().contains(&at)));
    let figures = figures.map(|at| at..at + 1).chain(runs.iter().map(Dated::whole));
    let differs = |here: &std::ops::Range<usize>| {
        let fits = |own: usize, place: usize| {
            let (word, there) = (&words[own], &sentence[place]);
            word.text == there.text || here.contains(&own) && word.is_of_form(there) && !there.implied
        };
        carries(words, sentence, Leave::Little, fits)
    };
    let here = figures.into_iter().find(differs)?;
    let there: Vec<&str> = sentence.iter().map(|word| word.text.as_str()).collect();
    words[here].iter().find(|word| word.kind == Kind::Value && !there.contains(&word.text.as_str())).map(|word| word.text.clone())
}

/// Whether one of the two has the "not" that the other lacks.
fn turned(claim: &Claim, sentence: &[Word]) -> Option<String> {
    let (own, there) = (negations(&claim.words), negations(sentence));
    let turns = |words: &[Word], at: usize| words.get(at + 1).is_some_and(|next| !is_in("partly", &next.text));
    let told = match (own.as_slice(), there.as_slice()) {
        ([at], []) => turns(&claim.words, *at) && tells(&unturned(&claim.words), &unturned(sentence)),
        ([], [at]) => turns(sentence, *at) && is_turned_where(&claim.words, sentence, *at),
        _ => false,
    };
    told.then(String::new)
}

/// Whether the sentence tells the same but for the "not" at its place, and not without the word that this turns: a "not"
/// in what a copy may leave out is about something else.
fn is_turned_where(claim: &[Word], sentence: &[Word], at: usize) -> bool {
    let mut without = sentence.to_vec();
    without[at + 1].text.clear();
    let claim = unturned(claim);
    tells(&claim, &unturned(sentence)) && !tells(&claim, &unturned(&without))
}

/// Without "not", "never" and the verbs that only carry them.
fn unturned(words: &[Word]) -> Vec<Word> {
    let carries = |word: &Word| matches!(word.text.as_str(), "not" | "never" | "does" | "did" | "do" | "has" | "have" | "had");
    words.iter().filter(|word| !carries(word)).cloned().collect()
}

/// Whether the sentence tells the same, its verbs in whatever form.
fn tells(claim: &[Word], sentence: &[Word]) -> bool {
    let fits = |own: usize, place: usize| lemma(&claim[own].text) == lemma(&sentence[place].text);
    carries(claim, sentence, Leave::Little, fits)
}

/// Places of "not" and "never"; of any other negation twice, so that nothing is concluded from it.
fn negations(words: &[Word]) -> Vec<usize> {
    let each = words.iter().enumerate().filter(|(_, word)| word.kind == Kind::Word && is_negation(&word.text));
    each.flat_map(|(at, word)| std::iter::repeat_n(at, if matches!(word.text.as_str(), "not" | "never") { 1 } else { 2 })).collect()
}

/// "aims" and "aim", "stopped" and "stop": a crude stem, asked only where all else is the same.
fn lemma(word: &str) -> &str {
    let word = base(word);
    let stem = ["ing", "ied", "ies", "ed", "es", "s", "y", "e"].iter().find_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() > 2);
    let stem = stem.unwrap_or(word);
    let stem = stem.strip_suffix('e').filter(|stem| stem.len() > 2).unwrap_or(stem);
    let mut back = stem.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), Some(before)) if last == before && last.is_ascii_alphabetic() => &stem[..stem.len() - 1],
        _ => stem,
    }
}

/// The name that stands in another's place, where a figure tells that both speak of one event.
fn other_name(claim: &Claim, sentence: &[Word], is_name: &dyn Fn(&str) -> bool) -> Option<String> {
    let counted = claim.words.iter().any(|word| word.is_number() && !word.is_year());
    if !counted {
        return None;
    }
    for own in names(&claim.words) {
        let name = &claim.words[own.clone()];
        if !name.iter().all(|word| word.suffix || is_name(&word.text)) {
            continue;
        }
        for there in names(sentence) {
            let other = &sentence[there.clone()];
            let shares = other.iter().any(|word| name.iter().any(|own| own.text == word.text));
            let known = other.iter().all(|word| word.suffix || is_name(&word.text));
            if shares || !known {
                continue;
            }
            let (claim, sentence) = (put(&claim.words, own.clone()), put(sentence, there));
            if carries(&claim, &sentence, Leave::Little, same(&claim, &sentence)) {
                return Some(name[0].text.clone());
            }
        }
    }
    None
}

/// Runs of capitalised words.
fn names(words: &[Word]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for at in (0..words.len()).filter(|&at| words[at].capital) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.truncate(8);
    runs
}

/// The words with one that stands for a name in its place.
fn put(words: &[Word], run: std::ops::Range<usize>) -> Vec<Word> {
    let mut changed = words.to_vec();
    let name = Word { text: "\u{1}".to_owned(), ..changed[run.start].clone() };
    changed.splice(run, [name]);
    changed
}

/// Whether all words of the claim stand in the sentence in their order, with nothing between them, before or behind that
/// may not be left out. Which of a sentence's equal words is meant, is found as in a table: what each word can reach.
fn carries(claim: &[Word], sentence: &[Word], leave: Leave, fits: impl Fn(usize, usize) -> bool) -> bool {
    let places = |at: usize| (0..sentence.len()).filter(|&place| sentence[place].kind != Kind::Mark && fits(at, place)).collect::<Vec<_>>();
    if claim.is_empty() {
        return false;
    }
    let mut reached: Vec<usize> = places(0).into_iter().filter(|&place| gaps::front(sentence, place, leave)).collect();
    for at in 1..claim.len() {
        if reached.is_empty() {
            return false;
        }
        let goes_on = |place: &usize| reached.iter().any(|before| before < place && gaps::between(sentence, before + 1, *place, leave));
        reached = places(at).into_iter().filter(goes_on).collect();
    }
    reached.iter().any(|place| gaps::tail(sentence, place + 1, leave))
}
