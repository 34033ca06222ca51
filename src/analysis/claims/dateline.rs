//! What stands before a sentence and is no part of it: a dateline, the mark of an agency.

use crate::calendar::find_date;
use crate::document::Document;
use crate::paste::dateline_span;
use crate::recognisers::DateFound;
use crate::span::Span;

/// "KESTREL BAY, Oct. 28 (Northwire) — " is the page's, not the sentence's: the span behind it.
#[must_use]
pub fn without_dateline(document: &Document, block: usize, span: Span) -> Span {
    let start = document.blocks()[block].span.start;
    if let Some(wire) = wire_mark(document.slice(span)).filter(|_| span.start <= start) {
        return span.skip(wire);
    }
    if let Some(dated) = dated_front(document.slice(span)).filter(|_| span.start <= start) {
        return span.skip(dated);
    }
    let Some(dateline) = dateline_span(document.slice(document.blocks()[block].span)).filter(|_| span.start <= start) else { return span };
    let behind = span.skip(dateline.len() + (start - span.start.min(start)) as usize);
    let slice = behind.of(document.text());
    let gap = slice.len() - slice.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—')).len();
    let rest = behind.skip(gap);
    if rest.is_empty() { span } else { rest }
}

/// Whether the date stands in what is the page's: "OAKMERE, Nov. 1 (Northwire) — ", "Thursday, May 7, 2015" in front of
/// "On Tuesday, the council said".
#[must_use]
pub fn is_dateline(document: &Document, found: &DateFound) -> bool {
    let sentence = &document.sentences()[found.sentence];
    let span = document.span_of(&sentence.tokens);
    found.span.end <= without_dateline(document, sentence.block, span).start
}

/// Bytes among which a date in front of a sentence ends.
const DATED_FRONT: usize = 40;

/// Length of "Thursday, May 7, 2015 " in front of "On Tuesday, the council said": a date that is no part of the sentence.
fn dated_front(text: &str) -> Option<usize> {
    let head = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= DATED_FRONT).last()?;
    let (range, _) = find_date(&text[..head])?;
    let weekday = text[..range.start].trim_end_matches([',', ' ']);
    let behind = text[range.end..].strip_prefix([' ', '\n'])?;
    let fits = (weekday.is_empty() || weekday.ends_with("day") && !weekday.contains(' ')) && behind.starts_with(char::is_uppercase);
    fits.then_some(text.len() - behind.len())
}

/// Length of "(Northwire) -- " or "Kestrel Bay (Northwire)" at the front of a sentence.
fn wire_mark(text: &str) -> Option<usize> {
    let open = text.char_indices().take(48).find(|(_, c)| *c == '(')?.0;
    let close = open + text[open..].find(')').filter(|length| *length <= 24)?;
    let agency = &text[open + 1..close];
    let place = text[..open].trim();
    let places = place.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| word.starts_with(char::is_uppercase));
    let behind = text[close + 1..].trim_start();
    let dash = ["--", "—", "–", "- "].iter().any(|dash| behind.starts_with(dash));
    // Without a dash only a name in capitals is an agency: "Rope (RP)The shed"
    let glued = agency.len() >= 2 && agency.chars().all(|c| c.is_ascii_uppercase()) && text[close + 1..].starts_with(char::is_uppercase);
    let named = agency.starts_with(char::is_uppercase) && agency.split(' ').count() <= 3;
    let rest = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    (named && places && (dash || glued) && !rest.is_empty()).then(|| text.len() - rest.len())
}
