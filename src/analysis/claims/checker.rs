//! The checker: claim and document in, findings out.

use std::borrow::Cow;
use std::ops::Range;

use super::Draft;
use super::lexicon::{bare, is_in};
use super::quoted::{is_said_by_nobody, voice};
use crate::characters::{alphanumerics, fold, pieces, split_words};
use crate::document::Document;
use crate::recognisers::Mentions;
use crate::span::Span;

/// How many words stand between "may" and its verb, or between a comma and "said".
const REACH: usize = 5;
/// The month that reads as a modal where the case is folded.
const MAY: &str = "May";

/// Why a claim must not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A number that stands in no source and in no date of them.
    Number(String),
    /// A capitalised word that stands in no source.
    Name(String),
    /// A quotation that is open at one end, or somebody's words without whose they are.
    Quotation,
    /// A number without the unit that it has in its source: "$40" of "$40 million".
    Figure(String),
    /// A "not" or an "allegedly" of the one source that the claim has lost: it would say more than its source.
    Weight(String),
    /// A "may" or "plans to" whose verb the claim keeps: what could be would be told as what is.
    Modality(String),
    /// Who says so of what is alleged, forecast or thought.
    Attribution(String),
    /// A question that was cut to a statement.
    Question,
    /// It says nothing.
    Empty,
}

/// Looks for what the sources do not bear out.
#[must_use]
pub fn check(document: &Document, mentions: &Mentions, draft: &Draft) -> Vec<Finding> {
    Sources::of(document, mentions, draft).findings(&draft.text)
}

/// What claims that rest on the same slices are held against.
#[derive(Debug)]
pub struct Sources {
    /// The slices, folded.
    text: String,
    /// The places of their words in it, in their order.
    parts: Vec<Range<usize>>,
    /// The numbers of their resolved dates, which count as the sources' own.
    resolved: Vec<String>,
    dated: bool,
    /// The first of them, which the others only bear out, asks.
    asks: bool,
    /// The first of them is somebody's words without whose they are.
    said_by_nobody: bool,
    /// The verb that gives somebody the words of a quotation in the middle of which the first of them opens.
    voice: Option<String>,
    figures: Vec<Figure>,
    modals: Vec<Modal>,
    /// The verbs of asides that tell whose word it is.
    asides: Vec<String>,
}

/// A "may" or "plans" of a source and the verb behind it, with how often the sources have both together, and the verb at all.
#[derive(Debug)]
struct Modal {
    pair: (String, String),
    together: usize,
    verb: usize,
}

/// A figure of a source, with its unit.
#[derive(Debug)]
struct Figure {
    written: String,
    folded: String,
    number: String,
}

impl Sources {
    /// The draft's.
    #[must_use]
    pub fn of(document: &Document, mentions: &Mentions, draft: &Draft) -> Self {
        let read: Vec<String> = draft.sources.iter().map(|(_, span)| document.reading(*span)).collect();
        let text = read.iter().map(|slice| fold(slice)).collect::<Vec<_>>().join(" ");
        let parts: Vec<Range<usize>> = alphanumerics(&text).map(|word| place(&text, word)).collect();
        let values = draft.dates.iter().filter_map(|&at| mentions.dates[at].edtf.as_deref());
        let numbers = values.flat_map(|value| value.split(|c: char| !c.is_ascii_digit()));
        let monthly = read.iter().any(|slice| slice.contains(MAY));
        let rest = || read.iter().map(|slice| without_month(slice)).collect::<Vec<_>>().join(" ");
        let told = if monthly { Cow::Owned(rest()) } else { Cow::Borrowed(&text) };
        let (modals, asides) = (modals(&told), asides(&told));
        Self {
            parts,
            resolved: numbers.map(|part| part.trim_start_matches('0').to_owned()).collect(),
            dated: !draft.dates.is_empty(),
            asks: draft.sources.first().is_some_and(|(_, span)| ends_in_question(document.slice(*span))),
            said_by_nobody: draft.sources.first().is_some_and(|(_, span)| is_said_by_nobody(document, mentions, *span)),
            voice: draft.sources.first().and_then(|(_, span)| voice(document, mentions, *span)),
            figures: draft.sources.iter().flat_map(|(_, span)| figures(document, mentions, *span)).collect(),
            modals,
            asides,
            text,
        }
    }

    /// What they do not bear out of the claim.
    #[must_use]
    pub fn findings(&self, claim: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        let told: Vec<(&str, Cow<'_, str>)> = claim.split_whitespace().map(|word| (word, fold(word))).collect();
        let mut shown: Vec<&str> = Vec::with_capacity(told.len());
        let mut next = 0;
        for (at, (word, folded)) in told.iter().enumerate() {
            let from = shown.len();
            shown.extend(alphanumerics(folded));
            let strange = shown[from..].iter().filter(|part| !self.hold(part, &mut next));
            findings.extend(strange.filter_map(|part| self.finding(part, word, at)));
        }
        if shown.is_empty() {
            findings.push(Finding::Empty);
        }
        let silent = || self.voice.as_ref().is_some_and(|verb| !shown.contains(&verb.as_str()));
        if !marks_close(claim) || self.said_by_nobody || silent() {
            findings.push(Finding::Quotation);
        }
        if self.asks && !claim.ends_with('?') {
            findings.push(Finding::Question);
        }
        findings.extend(self.lost_weight(&shown).map(Finding::Weight));
        findings.extend(self.lost_voice(claim));
        findings.extend(self.broken_figures(claim));
        findings
    }

    /// Whether the part of a claim stands in them. It is looked for first behind the one before, for a claim keeps their order.
    fn hold(&self, part: &str, next: &mut usize) -> bool {
        let found = (*next..self.parts.len()).chain(0..*next).find(|&at| self.text.as_bytes()[self.parts[at].clone()] == *part.as_bytes());
        *next = found.map_or(*next, |at| at + 1);
        found.is_some()
    }

    fn part(&self, at: usize) -> &str {
        &self.text[self.parts[at].clone()]
    }

    /// What a part of a word that stands in no source says against the claim.
    fn finding(&self, part: &str, word: &str, at: usize) -> Option<Finding> {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            let resolved = self.resolved.iter().any(|number| number == part.trim_start_matches('0'));
            return (!resolved).then(|| Finding::Number(part.to_owned()));
        }
        let named = at > 0 && word.starts_with(char::is_uppercase) && crate::calendar::month_of(part).is_none();
        (named && (!self.dated || part.len() > 9)).then(|| Finding::Name(word.to_owned()))
    }

    /// A weighty word of the sources that stands before the claim's last word there, and that the claim does not hold.
    /// What was said only behind everything that the claim says cannot have been about it.
    fn lost_weight(&self, claim: &[&str]) -> Option<String> {
        let last = claim.last()?;
        let end = (0..self.parts.len()).rev().find(|&at| self.part(at) == *last).unwrap_or(self.parts.len());
        (0..end).map(|at| self.part(at)).find(|part| is_in("weight", part) && !claim.contains(part)).map(str::to_owned)
    }

    /// What the claim tells more plainly than its sources: what may be as what is, somebody's word as a fact.
    fn lost_voice(&self, claim: &str) -> Vec<Finding> {
        if self.modals.is_empty() && self.asides.is_empty() {
            return Vec::new();
        }
        let claim = without_month(claim);
        let kept: Vec<&str> = alphanumerics(&claim).collect();
        let modality = self.lost_modality(&kept).map(Finding::Modality);
        modality.into_iter().chain(self.lost_attribution(&kept).map(Finding::Attribution)).collect()
    }

    /// A word such as "may" or "plans" that the claim has lost before its verb, while it keeps the verb as often as the
    /// sources. "would" may go with what it stood before: "would need a licence; else it would be named".
    fn lost_modality(&self, claim: &[&str]) -> Option<String> {
        let pairs = modal_pairs(claim);
        let lost = |modal: &&Modal| {
            let together = pairs.iter().filter(|(word, verb)| *word == modal.pair.0 && *verb == modal.pair.1).count();
            together < modal.together && count(claim.iter().copied(), &modal.pair.1) >= modal.verb
        };
        self.modals.iter().find(lost).map(|modal| modal.pair.0.clone())
    }

    /// The verb of an aside such as ", officials said" that the claim has lost, while it still holds what is somebody's word
    /// only: "could", "best", "accused".
    fn lost_attribution(&self, claim: &[&str]) -> Option<String> {
        let verb = self.asides.iter().find(|verb| !claim.contains(&verb.as_str()))?;
        claim.iter().any(|word| is_in("hedge", word)).then(|| verb.clone())
    }

    /// Figures of the sources whose number the claim shows, but never with the unit.
    fn broken_figures(&self, claim: &str) -> Vec<Finding> {
        if self.figures.is_empty() {
            return Vec::new();
        }
        let claim = fold(claim);
        let shows = |number: &str| claim.split_whitespace().any(|word| word.trim_matches(|c: char| !c.is_ascii_digit()) == number);
        let broken = self.figures.iter().filter(|figure| !claim.contains(figure.folded.as_str()) && shows(&figure.number));
        broken.map(|figure| Finding::Figure(figure.written.clone())).collect()
    }
}

/// The modals of the sources that have a verb behind them.
fn modals(told: &str) -> Vec<Modal> {
    let parts: Vec<&str> = alphanumerics(told).collect();
    let pairs = modal_pairs(&parts);
    let read = pairs.iter().map(|(word, verb)| Modal {
        pair: ((*word).to_owned(), (*verb).to_owned()),
        together: pairs.iter().filter(|pair| **pair == (*word, *verb)).count(),
        verb: count(parts.iter().copied(), verb),
    });
    read.collect()
}

/// Each modal with the verb behind it.
fn modal_pairs<'a>(parts: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let verb = |at: usize| parts[at + 1..].iter().take(REACH).find(|word| !is_in("bridge", word));
    // "I want" of a speech is what "she wants".
    let base = |word: &'a str| word.strip_suffix('s').filter(|base| is_in("modal", base)).unwrap_or(word);
    (0..parts.len()).filter(|&at| is_in("modal", parts[at])).filter_map(|at| Some((base(parts[at]), *verb(at)?))).collect()
}

fn count<'a>(words: impl Iterator<Item = &'a str>, word: &str) -> usize {
    words.filter(|other| *other == word).count()
}

/// The verbs of the asides such as ", officials said".
fn asides(told: &str) -> Vec<String> {
    let parts = split_words(told);
    let aside = |at: &usize| {
        let comma = (at.saturating_sub(REACH)..*at).rev().find(|&before| parts[before].ends_with(','));
        // "…, and said", "…, who said" go on with another matter.
        comma.is_some_and(|comma| !parts[comma + 1..*at].iter().any(|word| matches!(*word, "and" | "but" | "who" | "which" | "that")))
    };
    // A comma must stand before it: nearly no sentence of which nobody says so needs a look at its words.
    let Some(first) = parts.iter().position(|part| part.ends_with(',')) else { return Vec::new() };
    (first + 1..parts.len()).filter(aside).map(|at| bare(parts[at])).filter(|word| is_in("speech", word)).map(Cow::into_owned).collect()
}

/// Folded, without the month that reads as a "may".
fn without_month(text: &str) -> String {
    if text.contains(MAY) { fold(&text.replace(MAY, "")).into_owned() } else { fold(text).into_owned() }
}

/// The figures of a slice that have a number.
fn figures(document: &Document, mentions: &Mentions, span: Span) -> Vec<Figure> {
    let tokens = document.tokens_in(span);
    let first = mentions.figures.partition_point(|figure| figure.tokens.start < tokens.start);
    let inside = mentions.figures[first..].iter().take_while(|figure| figure.tokens.end <= tokens.end);
    let read = inside.filter_map(|figure| {
        let written = document.reading(document.span_of(&figure.tokens));
        let folded = fold(&written).into_owned();
        let number = pieces(&folded).find(|part| part.contains(|c: char| c.is_ascii_digit()))?;
        let number = number.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
        Some(Figure { written, folded, number })
    });
    read.collect()
}

/// Where a piece of the text stands in it.
fn place(text: &str, piece: &str) -> Range<usize> {
    let start = piece.as_ptr().addr() - text.as_ptr().addr();
    start..start + piece.len()
}

/// Whether the sentence asks; where a quotation in it does, it need not.
fn ends_in_question(text: &str) -> bool {
    text.trim_end().ends_with('?')
}

/// Whether every quotation and bracket is closed.
#[must_use]
pub fn marks_close(text: &str) -> bool {
    text.matches('“').count() == text.matches('”').count()
        && text.matches('"').count().is_multiple_of(2)
        && text.matches('(').count() == text.matches(')').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn findings(article: &str, claim: &str) -> Vec<Finding> {
        findings_from(article, 0, claim)
    }

    /// Of a claim that rests on what stands from `start` on.
    fn findings_from(article: &str, start: usize, claim: &str) -> Vec<Finding> {
        let paste = crate::paste::read(article, crate::Date::new(2025, 10, 29));
        let document = Document::new(article, &paste);
        let anchor = crate::recognisers::Anchor::of(&document, paste.published);
        let mentions = crate::recognisers::read(&document, crate::recognisers::dates(&document, anchor), None);
        let draft = Draft {
            text: claim.to_owned(),
            sources: vec![(0, Span::new(start..article.len()))],
            dates: (0..mentions.dates.len()).collect(),
            open_dates: Vec::new(),
        };
        check(&document, &mentions, &draft)
    }

    #[test]
    fn what_the_sources_say_passes() {
        let article = "Nordwind sold 45 tons of rope to Orrin Quay yesterday, “more than ever”.";
        assert_eq!(findings(article, "Nordwind sold 45 tons of rope."), []);
        assert_eq!(findings(article, "On Oct. 28, 2025, Nordwind sold “more than ever”."), []);
    }

    #[test]
    fn what_they_do_not_say_is_found() {
        let article = "Nordwind sold 45 tons of rope.";
        assert_eq!(findings(article, "Nordwind sold 54 tons of rope."), [Finding::Number("54".to_owned())]);
        assert_eq!(findings(article, "Here Tidewell sold rope."), [Finding::Name("Tidewell".to_owned())]);
        assert_eq!(findings(article, "Nordwind sold “rope."), [Finding::Quotation]);
        assert_eq!(findings(article, " … "), [Finding::Empty]);
    }

    #[test]
    fn what_a_quotation_ends_in_keeps_its_speaker() {
        let article = "“The quay is old. It lost 40 boats -- that is bad,” Ada Lim told the council.";
        let start = article.find("It").unwrap_or_default();
        assert_eq!(findings_from(article, start, "It lost 40 boats."), [Finding::Quotation]);
        assert_eq!(findings_from(article, start, "It lost 40 boats, Ada Lim told the council."), []);
        assert_eq!(findings_from(&article.replace('“', ""), start - '“'.len_utf8(), "It lost 40 boats."), [], "no quotation was open");
    }

    #[test]
    fn what_may_be_is_not_told_as_what_is() {
        let article = "Nordwind may soon be sold to Tidewell, which plans to close the yard.";
        assert_eq!(findings(article, "Nordwind is sold to Tidewell."), [Finding::Modality("may".to_owned())]);
        assert_eq!(findings(article, "Nordwind may soon be sold to Tidewell."), [], "the plan went with its clause");
        assert_eq!(
            findings("Nordwind is expected to close the yard.", "Nordwind will close the yard."),
            [Finding::Modality("expected".to_owned())]
        );
        let article = "Nordwind will receive a loan, however no more will be forthcoming.";
        assert_eq!(findings(article, "Nordwind will receive a loan."), [], "what else will be went with its clause");
        assert_eq!(
            findings("Nordwind may sell the yard, and may keep the rope.", "Nordwind sell the yard, and may keep the rope."),
            [Finding::Modality("may".to_owned())]
        );
    }

    #[test]
    fn who_says_so_stays_with_what_is_not_plain() {
        let article = "The yard could be sold in May, the owners said, after the storm.";
        assert_eq!(findings(article, "The yard could be sold in May."), [Finding::Attribution("said".to_owned())]);
        assert_eq!(findings(article, "The yard could be sold in May, the owners said."), []);
        let article = "Nordwind could sell the yard in May, and the owners said nothing.";
        assert_eq!(findings(article, "Nordwind could sell the yard in May."), [], "they said another thing");
        assert_eq!(findings("The yard was sold in May, the owners said.", "The yard was sold in May."), [], "a plain fact");
    }

    #[test]
    fn a_question_is_no_statement() {
        let article = "Why should the yard be sold to Tidewell, when Nordwind would pay more?";
        assert_eq!(findings(article, "Why should the yard be sold to Tidewell."), [Finding::Question]);
        assert_eq!(findings(article, article), []);
    }

    #[test]
    fn a_denial_is_kept() {
        let article = "Nordwind, which has not paid, sold the rope, and did not say why.";
        assert_eq!(findings(article, "Nordwind sold the rope."), [Finding::Weight("not".to_owned())]);
        let article = "Nordwind allegedly sold rope to Tidewell.";
        assert_eq!(findings(article, "Nordwind sold rope to Tidewell."), [Finding::Weight("allegedly".to_owned())]);
        assert_eq!(findings(article, "Nordwind allegedly sold rope to Tidewell."), []);
        assert_eq!(findings("Nordwind sold the rope but did not say why.", "Nordwind sold the rope."), []);
    }
}
