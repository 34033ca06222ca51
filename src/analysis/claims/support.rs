//! Whether the pasted paragraphs bear a published claim out. Careful: what is not plainly said stays open, and only a
//! number of the same unit or a negation on an otherwise matching sentence contradicts.

use std::collections::{BTreeSet, HashSet};

use super::lexicon::{is_in, is_negation};
use super::{Core, stem_key};
use crate::characters::{alphanumerics, fold, split_words};
use crate::contract::{Support, Verdict};
use crate::document::Document;

/// Shares of a claim's words, in hundredths, that its paragraphs must hold to bear it out; that one sentence must hold
/// to contradict it by a number; and by a negation.
const BORNE_OUT: usize = 60;
const SAME_MATTER: usize = 70;
const SAME_WORDS: usize = 85;
/// Most cited paragraphs, and most sentences of one, that are looked at: a hub that cites everything everywhere must not
/// cost more than it is worth.
const BLOCKS: usize = 40;
const SENTENCES: usize = 60;
/// Most places that are shown.
const PLACES: usize = 4;
/// Tokens that are asked whether they write a name small: no article with a published hub is longer, and a text made of
/// thousands of such hubs is read in linear time.
const TOLD: usize = 20_000;

/// What a text says, for comparing.
struct Said {
    stems: BTreeSet<u64>,
    /// Numbers with the word or sign that they count.
    figures: Vec<(String, String)>,
    negated: bool,
}

/// What the sentences of these blocks say of the claim; none where there are no sentences.
#[must_use]
pub fn support(document: &Document, text: &str, blocks: &[usize]) -> Option<Support> {
    let claim = Said::of(text);
    let inside = blocks.iter().take(BLOCKS).flat_map(|&block| {
        let first = document.sentences().partition_point(|sentence| sentence.block < block);
        (first..document.sentences().len()).take_while(move |&at| document.sentences()[at].block == block).take(SENTENCES)
    });
    let sentences: Vec<(usize, Said)> = inside.map(|at| (at, Said::of(sentence(document, at)))).collect();
    if sentences.is_empty() || claim.stems.is_empty() {
        return None;
    }
    if !is_of_the_same(document, text, &sentences) {
        return Some(Support { verdict: Verdict::Open, places: Vec::new() });
    }
    let mut ranked: Vec<&(usize, Said)> = sentences.iter().collect();
    ranked.sort_by_key(|(at, said)| (std::cmp::Reverse(claim.shared(said)), *at));
    let (verdict, places) = match ranked.iter().find(|(_, said)| claim.clashes(said, &sentences)) {
        Some((at, _)) => (Verdict::Contradicted, vec![*at]),
        None => verdict(&claim, &ranked),
    };
    let mention = |at: usize| document.mention(document.sentences()[at].block, document.span_of(&document.sentences()[at].tokens));
    Some(Support { verdict, places: places.into_iter().map(mention).collect() })
}

/// Whether the sentences name whom or what the claim is about: what one did bears out nothing of another.
fn is_of_the_same(document: &Document, text: &str, sentences: &[(usize, Said)]) -> bool {
    let Some(core) = Core::of(text) else { return true };
    // A word that the article writes small is no name.
    let small = |name: &str| document.tokens().iter().take(TOLD).any(|token| document.slice(token.span) == name);
    let dated = |name: &str| is_in("weekday", name) || crate::calendar::month_of(name).is_some();
    let names = core.names().iter().filter(|name| !dated(name) && !small(name));
    let subject: BTreeSet<u64> = names.filter_map(|name| stem_key(name)).collect();
    subject.is_empty() || sentences.iter().any(|(_, said)| !said.stems.is_disjoint(&subject))
}

/// Borne out where the best sentences together hold most of its words and all of its figures.
fn verdict(claim: &Said, ranked: &[&(usize, Said)]) -> (Verdict, Vec<usize>) {
    let mut found: BTreeSet<u64> = BTreeSet::new();
    let mut figures: HashSet<&str> = HashSet::new();
    let mut negated = false;
    let mut places = Vec::new();
    for (at, said) in ranked.iter().take(PLACES) {
        let new = claim.stems.intersection(&said.stems).filter(|stem| !found.contains(stem)).count();
        let counts = said.figures.iter().any(|(value, _)| !figures.contains(value.as_str()) && claim.has(value));
        if new < 2 && !counts {
            continue;
        }
        found.extend(claim.stems.intersection(&said.stems));
        figures.extend(said.figures.iter().map(|(value, _)| value.as_str()));
        negated |= said.negated;
        places.push(*at);
    }
    places.sort_unstable();
    let counted = claim.figures.iter().all(|(value, _)| figures.contains(value.as_str()));
    let told = found.len() * 100 >= claim.stems.len() * BORNE_OUT;
    if counted && told && (negated || !claim.negated) { (Verdict::Supported, places) } else { (Verdict::Open, Vec::new()) }
}

impl Said {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = split_words(&folded);
        let is_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let figures = words.iter().enumerate().filter_map(|(at, word)| figure(word, words.get(at + 1).copied().unwrap_or_default()));
        let parts = alphanumerics(&folded);
        Self {
            figures: figures.collect(),
            stems: parts.filter(|word| !is_figure(word)).filter_map(stem_key).collect(),
            negated: words.iter().any(|word| is_negation(word)),
        }
    }

    fn shared(&self, other: &Self) -> usize {
        self.stems.intersection(&other.stems).count()
    }

    fn has(&self, value: &str) -> bool {
        self.figures.iter().any(|(own, _)| own == value)
    }

    /// Whether one sentence speaks of the same and says otherwise.
    fn clashes(&self, sentence: &Self, all: &[(usize, Self)]) -> bool {
        let shared = self.shared(sentence) * 100;
        let enough = self.stems.len() >= 4;
        let number = || {
            let [(value, unit)] = self.figures.as_slice() else { return false };
            let same_unit: Vec<&(String, String)> = sentence.figures.iter().filter(|(_, other)| other == unit).collect();
            let elsewhere = all.iter().any(|(_, said)| said.has(value));
            !unit.is_empty() && !elsewhere && same_unit.len() == 1 && sentence.figures.len() == 1 && same_unit[0].0 != *value
        };
        let turned = || {
            let both = shared >= sentence.stems.len() * SAME_WORDS && shared >= self.stems.len() * SAME_WORDS;
            both && self.negated != sentence.negated && self.figures.iter().all(|(value, _)| sentence.has(value))
        };
        enough && (shared >= self.stems.len() * SAME_MATTER && number() || turned())
    }
}

/// "$45.5 million" → ("45.5", "$million"), "12%" → ("12", "%"), "45 tons" → ("45", "tons").
fn figure(word: &str, behind: &str) -> Option<(String, String)> {
    let start = word.find(|c: char| c.is_ascii_digit())?;
    let rest = &word[start..];
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let value = rest[..end].trim_end_matches(['.', ',']).replace(',', "");
    let own = rest[end..].trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
    let closed = rest[..end].ends_with(['.', ',']) || rest[end..].ends_with(['.', ',', ';', ')']);
    let next = behind.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
    let unit = if own.is_empty() && !closed && !next.starts_with(|c: char| c.is_ascii_digit()) { next } else { own };
    let unit = if matches!(unit, "percent" | "per") { "%" } else { unit };
    let sign: String = word[..start].chars().filter(|c| matches!(c, '$' | '€' | '£' | '¥')).collect();
    Some((value, sign + unit))
}

fn sentence(document: &Document, at: usize) -> &str {
    document.slice(document.span_of(&document.sentences()[at].tokens))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict_of(claim: &str) -> Verdict {
        let article = "Nordwind sold 45 tons of hemp rope to Orrin Quay in May.\n\n\
                       The council did not approve the plan for the old shed on Rope Street.\n\n\
                       Ada Lim expects that the shed will open next spring.";
        let paste = crate::paste::read(article, None);
        let document = Document::new(article, &paste);
        let blocks: Vec<usize> = (0..document.blocks().len()).collect();
        support(&document, claim, &blocks).unwrap().verdict
    }

    #[test]
    fn what_the_paragraphs_say_is_supported() {
        assert_eq!(verdict_of("Nordwind sold 45 tons of rope to Orrin Quay."), Verdict::Supported);
        assert_eq!(verdict_of("The council did not approve the plan for the old shed."), Verdict::Supported);
    }

    #[test]
    fn another_number_or_a_negation_contradicts() {
        assert_eq!(verdict_of("Nordwind sold 54 tons of hemp rope to Orrin Quay."), Verdict::Contradicted);
        assert_eq!(verdict_of("The council did approve the plan for the old shed on Rope Street."), Verdict::Contradicted);
    }

    #[test]
    fn what_another_did_stays_open() {
        assert_eq!(verdict_of("Tidewell sold 45 tons of hemp rope to Orrin Quay in May."), Verdict::Open);
        assert_eq!(verdict_of("Tidewell sold 54 tons of hemp rope to Orrin Quay in May."), Verdict::Open);
        assert_eq!(verdict_of("In May, Nordwind sold 45 tons of hemp rope to Orrin Quay."), Verdict::Supported);
        assert_eq!(verdict_of("Nordwind Corp. sold 45 tons of hemp rope to Orrin Quay."), Verdict::Supported);
        assert_eq!(verdict_of("Nordwind never sold 45 tons of hemp rope to Orrin Quay in May."), Verdict::Contradicted);
    }

    #[test]
    fn what_they_do_not_tell_stays_open() {
        assert_eq!(verdict_of("Nordwind will build a second ferry for the islands in 2027."), Verdict::Open);
        assert_eq!(verdict_of("Nordwind sold 54 boats to Orrin Quay."), Verdict::Open, "another unit");
        assert_eq!(verdict_of("The harbour master welcomed the council's plan for the ferry."), Verdict::Open);
    }
}
