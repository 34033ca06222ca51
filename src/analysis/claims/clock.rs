//! The day of an hour: the "on Sunday" of "around 11 a.m. on Sunday", the "today" of "4 p.m. today", which another day's
//! reader needs written out and the label of an entry says.

use crate::analysis::timeline::label;
use crate::calendar::is_weekday;
use crate::characters::small;
use crate::document::Document;
use crate::recognisers::DateFound;
use crate::span::Span;

/// Where the day stands behind its hour, with the "on" and the space before it, and its words for another day; `None` where
/// the date names no hour or no such day, or where nobody knows which day is meant.
pub fn day_of_hour(document: &Document, found: &DateFound) -> Option<(Span, String)> {
    let word = |at: usize| document.slice(document.tokens()[at].span);
    // "midnight Wednesday night"
    let part = matches!(word(found.tokens.end - 1), "morning" | "afternoon" | "evening" | "night");
    let last = (found.tokens.end - 1).checked_sub(usize::from(part))?;
    let named = |day: &str| is_weekday(day) || matches!(&*small(day), "today" | "yesterday" | "tomorrow");
    if found.rule != "time.clock-day" || !found.is_anchored() || !named(word(last)) || last == found.tokens.start {
        return None;
    }
    let on = usize::from(word(last - 1) == "on");
    let first = last.checked_sub(on + 1).filter(|before| *before >= found.tokens.start)?;
    let place = Span { start: document.tokens()[first].span.end, end: found.span.end };
    Some((place, format!(" on {}", label::of_period(found.period?)?)))
}
