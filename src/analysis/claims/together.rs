//! Dates of one sentence that belong together: a range, and years in each of which the same happened.

use std::ops::Range;

use super::{is_in, word_before};
use crate::calendar::Period;
use crate::document::Document;
use crate::document::tags::Tag;
use crate::recognisers::DateFound;

/// The date that closes the range which the date at `at` opens: "from January to September", "between 2004 and 2009".
#[must_use]
pub fn closes_range(document: &Document, dates: &[DateFound], at: usize) -> Option<usize> {
    let (first, second) = (&dates[at], dates.get(at + 1)?);
    let joined = second.sentence == first.sentence && second.tokens.start == first.tokens.end + 1;
    let joint = document.slice(document.tokens()[first.tokens.end].span);
    let range =
        matches!(joint, "-" | "–" | "—" | "to" | "through" | "until") || joint == "and" && word_before(document, first) == "between";
    let follows = second.period?.first()? > first.period?.first()?;
    (joined && range && follows).then_some(at + 1)
}

/// The years of "won the race in 2010 and 2014", of which the date at `at` is one: what happens at once happened in each.
#[must_use]
pub fn each_of(document: &Document, dates: &[DateFound], at: usize) -> Option<Range<usize>> {
    let is_year = |at: usize| dates[at].rule == "date.year" && matches!(dates[at].period, Some(Period::Year(_)));
    let joint = |at: usize| {
        let (before, found) = (&dates[at - 1], &dates[at]);
        let listed = before.sentence == found.sentence && before.tokens.end < found.tokens.start && is_year(at - 1) && is_year(at);
        if listed { document.slices(&(before.tokens.end..found.tokens.start)) } else { Vec::new() }
    };
    let joins = |at: &usize| matches!(joint(*at).as_slice(), [","] | ["and"] | [",", "and"]);
    let first = (1..at + 1).rev().take_while(joins).last().map_or(at, |second| second - 1);
    let last = (at + 1..dates.len()).take_while(joins).last().unwrap_or(at);
    if first == last || joint(last).last() != Some(&"and") || word_before(document, &dates[first]) != "in" {
        return None;
    }
    let sentence = document.sentences()[dates[first].sentence].tokens.clone();
    let tags = document.tags(dates[first].sentence);
    let verbal = |at: &usize| matches!(tags[at - sentence.start], Tag::Finite | Tag::Participle);
    let verb = (sentence.start..dates[first].tokens.start).rev().find(verbal)?;
    is_in("punctual", document.slice(document.tokens()[verb].span)).then_some(first..last + 1)
}
