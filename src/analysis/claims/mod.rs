//! Claims: sentences of the article made fit to stand alone, each with the slices that it was made from. Used by the
//! digest, the cards and the timeline alike.
//!
//! Nothing is put into a claim that its sources do not say, but for a date in place of "yesterday". The [`check`]er
//! looks at every claim once more; what fails it is not shown.

mod adjunct;
mod adverbial;
mod alone;
mod checker;
mod clock;
mod core;
mod dateline;
mod ends;
mod fit;
mod fronts;
mod glued;
mod lexicon;
mod light;
mod middles;
mod modifier;
mod opened;
mod phrases;
mod quoted;
mod retold;
mod rewrite;
mod shorten;
mod speaker;
mod stems;
mod subjects;
mod support;
mod tails;
mod together;

pub use alone::stands_alone;
pub use checker::check;
pub use core::Core;
pub use dateline::is_dateline;
pub use fit::Fitter;
pub use lexicon::{bare, holds, is_in, opens_with};
pub use opened::{capitalised, opened};
pub use quoted::is_quoted;
pub use retold::with_retellings;
pub use rewrite::{clause_with, clause_without, is_deictic, is_figure, sentence, sentence_without};
pub use shorten::only_announces;
pub use stems::{each_once, key, shared, stem_key, stem_keys, stems};
pub use subjects::Subjects;
pub use support::{Bearing, Statement};
pub use together::{closes_range, each_of};

use std::borrow::Cow;

use crate::characters::{small, words};
use crate::contract::Claim;
use crate::document::Document;
use crate::recognisers::DateFound;
use crate::span::Span;

/// A claim before it leaves the core: text, and byte spans into the document.
#[derive(Clone, Debug)]
pub struct Draft {
    /// One normalised sentence.
    pub text: String,
    /// Slices with their blocks; each at most one sentence.
    pub sources: Vec<(usize, Span)>,
    /// Indexes of the dates that stand in the sources.
    pub dates: Vec<usize>,
    /// Words of its dates that do not stand alone and could not be put into others: "on Friday".
    pub open_dates: Vec<String>,
}

impl Draft {
    /// Words of its text.
    #[must_use]
    pub fn words(&self) -> usize {
        words(&self.text)
    }

    /// Whether its text still holds a date that does not stand alone.
    #[must_use]
    pub fn has_open_date(&self) -> bool {
        self.open_dates.iter().any(|words| self.text.contains(words.as_str()))
    }

    /// As it leaves the core.
    #[must_use]
    pub fn finish(&self, document: &Document) -> Claim {
        Claim {
            text: self.text.clone(),
            paragraphs: each_once(self.sources.iter().filter_map(|(block, _)| document.blocks()[*block].number).collect()),
            sources: self.sources.iter().map(|(block, span)| document.mention(*block, *span)).collect(),
            dates: self.dates.clone(),
            support: None,
        }
    }
}

/// The dates that stand in a span of a block.
#[must_use]
pub fn dates_in(dates: &[DateFound], span: Span) -> Vec<usize> {
    let first = dates.partition_point(|date| date.span.start < span.start);
    (first..dates.len()).take_while(|&at| dates[at].span.end <= span.end).collect()
}

/// The word right before a date in its sentence, lower case; empty at the sentence's front.
#[must_use]
pub fn word_before<'a>(document: &'a Document, found: &DateFound) -> Cow<'a, str> {
    let first = document.sentences()[found.sentence].tokens.start;
    let at = found.tokens.start;
    if at > first { small(document.slice(document.tokens()[at - 1].span)) } else { Cow::default() }
}

/// "over the past year", "in the last year", "during last month": a stretch that ends today, which no calendar year or
/// month is.
#[must_use]
pub fn is_stretch(document: &Document, found: &DateFound) -> bool {
    let stretches = ["over", "during", "throughout", "within", "across", "through"];
    let word = small(document.slice(found.span));
    let counted = word.contains("past") || word.contains("last");
    counted && (word.starts_with("the ") || stretches.contains(&&*word_before(document, found)))
}

/// What stands right behind a date: "’s", a word, a mark; empty at the text's end.
#[must_use]
pub fn word_behind<'a>(document: &'a Document, found: &DateFound) -> &'a str {
    document.tokens().get(found.tokens.end).map_or("", |token| document.slice(token.span))
}

/// What stands right behind a date and says the same more exactly, from its mark on: the ", on Sunday, September 25" of "the
/// following day, on Sunday, September 25", the "(March 4)" of "on Sunday night (March 4)", the "on August 2" of "next month on
/// August 2".
#[must_use]
pub fn explanation(document: &Document, dates: &[DateFound], at: usize) -> Option<Span> {
    let (found, next) = (&dates[at], dates.get(at + 1)?);
    let same = next.sentence == found.sentence && next.period == found.period && next.tokens.start > found.tokens.end;
    if !same || found.period.is_none() || next.tokens.start - found.tokens.end > 2 {
        return None;
    }
    let joint = document.slices(&(found.tokens.end..next.tokens.start));
    let bracket = usize::from(joint == ["("]);
    let closed = bracket == 0 || word_behind(document, next) == ")";
    let whole = found.tokens.end..next.tokens.end + bracket;
    (closed && matches!(joint.as_slice(), ["," | "("] | [",", "on"] | ["on"])).then(|| document.span_of(&whole))
}

/// "today’s", "Oct. 31’s": the date belongs to a noun.
#[must_use]
pub fn is_possessed(document: &Document, found: &DateFound) -> bool {
    matches!(word_behind(document, found), "’s" | "'s")
}
