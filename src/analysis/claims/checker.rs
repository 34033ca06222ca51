//! The checker: claim and document in, findings out.

use std::collections::HashSet;

use super::Draft;
use super::lexicon::is_in;
use crate::characters::fold;
use crate::document::Document;
use crate::recognisers::{Mentions, around};
use crate::span::Span;

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
    /// It says nothing.
    Empty,
}

/// Looks for what the sources do not bear out.
#[must_use]
pub fn check(document: &Document, mentions: &Mentions, draft: &Draft) -> Vec<Finding> {
    let source = draft.sources.iter().map(|(_, span)| fold(&document.reading(*span))).collect::<Vec<_>>().join(" ");
    let known: HashSet<&str> = words(&source).collect();
    // The parts of a resolved date count as the source's own.
    let values: String = draft.dates.iter().filter_map(|&at| mentions.dates[at].edtf.as_deref()).collect::<Vec<_>>().join("-");
    let resolved: HashSet<&str> = values.split(|c: char| !c.is_ascii_digit()).map(|part| part.trim_start_matches('0')).collect();
    let mut findings = Vec::new();
    let mut shown = 0;
    for (at, word) in draft.text.split_whitespace().enumerate() {
        let folded = fold(word);
        for part in words(&folded) {
            shown += 1;
            let number = part.bytes().all(|b| b.is_ascii_digit());
            if known.contains(part) || number && resolved.contains(part.trim_start_matches('0')) {
                continue;
            }
            if number {
                findings.push(Finding::Number(part.to_owned()));
            } else if at > 0
                && word.starts_with(char::is_uppercase)
                && crate::calendar::month_of(part).is_none()
                && (draft.dates.is_empty() || part.len() > 9)
            {
                findings.push(Finding::Name(word.to_owned()));
            }
        }
    }
    if shown == 0 {
        findings.push(Finding::Empty);
    }
    if !marks_close(&draft.text) || draft.sources.iter().all(|(_, span)| is_said_by_nobody(document, mentions, *span)) {
        findings.push(Finding::Quotation);
    }
    findings.extend(lost_weight(&source, &draft.text).map(Finding::Weight));
    findings.extend(draft.sources.iter().flat_map(|(_, span)| broken_figures(document, mentions, *span, &draft.text)));
    findings
}

/// A weighty word of the source that stands before the claim's last word there, and that the claim does not hold. What
/// was said only behind everything that the claim says cannot have been about it.
fn lost_weight(source: &str, claim: &str) -> Option<String> {
    let claim = fold(claim);
    let kept: HashSet<&str> = words(&claim).collect();
    let last = words(&claim).last()?;
    let parts: Vec<&str> = words(source).collect();
    let end = parts.iter().rposition(|part| *part == last).unwrap_or(parts.len());
    parts[..end].iter().find(|part| is_in("weight", part) && !kept.contains(*part)).map(|part| (*part).to_owned())
}

/// Whether the slice is a piece of a longer statement: a sentence out of somebody's mouth, without the speaker.
fn is_said_by_nobody(document: &Document, mentions: &Mentions, span: Span) -> bool {
    let tokens = document.tokens_in(span);
    around(&mentions.quotes, &tokens).is_some_and(|at| mentions.quotes[at].tokens.len() > tokens.len())
}

/// Figures of the source whose number the claim shows, but never with the unit.
fn broken_figures(document: &Document, mentions: &Mentions, span: Span, claim: &str) -> Vec<Finding> {
    let tokens = document.tokens_in(span);
    let first = mentions.figures.partition_point(|figure| figure.tokens.start < tokens.start);
    let inside = mentions.figures[first..].iter().take_while(|figure| figure.tokens.end <= tokens.end);
    let claim = fold(claim);
    let broken = inside.filter(|figure| {
        let whole = fold(&document.reading(document.span_of(&figure.tokens)));
        let number = whole.split(' ').find(|part| part.contains(|c: char| c.is_ascii_digit())).unwrap_or_default();
        let bare = number.trim_matches(|c: char| !c.is_ascii_digit());
        !bare.is_empty()
            && !claim.contains(whole.as_str())
            && claim.split_whitespace().any(|word| word.trim_matches(|c: char| !c.is_ascii_digit()) == bare)
    });
    broken.map(|figure| Finding::Figure(document.reading(document.span_of(&figure.tokens)))).collect()
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
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
        let paste = crate::paste::read(article, crate::Date::new(2025, 10, 29));
        let document = Document::new(article, &paste);
        let mentions = crate::recognisers::read(&document, paste.published, None);
        let draft = Draft {
            text: claim.to_owned(),
            sources: vec![(0, Span::new(0..article.len()))],
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
    fn a_denial_is_kept() {
        let article = "Nordwind, which has not paid, sold the rope, and did not say why.";
        assert_eq!(findings(article, "Nordwind sold the rope."), [Finding::Weight("not".to_owned())]);
        let article = "Nordwind allegedly sold rope to Tidewell.";
        assert_eq!(findings(article, "Nordwind sold rope to Tidewell."), [Finding::Weight("allegedly".to_owned())]);
        assert_eq!(findings(article, "Nordwind allegedly sold rope to Tidewell."), []);
        assert_eq!(findings("Nordwind sold the rope but did not say why.", "Nordwind sold the rope."), []);
    }
}
