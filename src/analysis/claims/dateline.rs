//! What stands before a sentence and is no part of it: a dateline, the mark of an agency.

use super::glued;
use crate::calendar::find_date;
use crate::characters::{front, pieces};
use crate::document::Document;
use crate::paste::dateline_span;
use crate::recognisers::DateFound;
use crate::span::Span;

/// "KESTREL BAY, Oct. 28 (Northwire) — " is the page's, not the sentence's: the span behind it.
#[must_use]
pub fn without_dateline(document: &Document, block: usize, span: Span) -> Span {
    let start = document.blocks()[block].span.start;
    if span.start > start {
        return span;
    }
    let slice = document.slice(span);
    let glued = || glued::speaker(slice).or_else(|| glued::heading(slice)).or_else(|| glued::caption(slice));
    if let Some(front) = wire_mark(slice).or_else(|| dated_front(slice)).or_else(|| placed_front(slice)).or_else(glued) {
        return span.skip(front);
    }
    let Some(dateline) = dateline_span(document.slice(document.blocks()[block].span)) else { return span };
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
    // Behind the date stands something.
    let (range, _) = find_date(front(text, DATED_FRONT.min(text.len().checked_sub(1)?)))?;
    let weekday = text[..range.start].trim_end_matches([',', ' ']);
    let behind = text[range.end..].strip_prefix([' ', '\n'])?;
    let fits = (weekday.is_empty() || weekday.ends_with("day") && !weekday.contains(' ')) && behind.starts_with(char::is_uppercase);
    fits.then_some(text.len() - behind.len())
}

/// Words with which a sentence begins behind a place that no dash closes.
const BEGINNINGS: [&str; 8] = ["On", "The", "A", "An", "In", "At", "After", "For"];
/// Most words of such a place.
const PLACE: usize = 6;

/// Length of "Kestrel Bay, Orrin — " or "Kestrel Bay, Orrin " in front of "On Tuesday, the council said": where it was written.
fn placed_front(text: &str) -> Option<usize> {
    let mut comma = false;
    let mut length = 0;
    for (nth, word) in pieces(text).enumerate().take(PLACE + 1) {
        let dash = matches!(word, "—" | "–" | "--" | "-");
        let begins = BEGINNINGS.contains(&word) && !text[..length].trim_end().ends_with(',');
        if nth > 1 && comma && (dash || begins) {
            let rest = text[length..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
            return rest.starts_with(char::is_uppercase).then(|| text.len() - rest.len());
        }
        if !word.starts_with(char::is_uppercase) || word.ends_with(['.', ':', ';']) || BEGINNINGS.contains(&word) {
            return None;
        }
        comma |= word.ends_with(',');
        length += word.len() + 1;
    }
    None
}

/// Length of "(Northwire) -- " or "Kestrel Bay (Northwire)" at the front of a sentence.
fn wire_mark(text: &str) -> Option<usize> {
    let open = text.find('(').filter(|open| text[..*open].chars().count() < 48)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_without_a_dash_is_no_part_of_the_sentence() {
        let behind = |text: &'static str| placed_front(text).map(|length| &text[length..]);
        assert_eq!(behind("Kestrel Bay, Orrin On Tuesday, the council said so."), Some("On Tuesday, the council said so."));
        assert_eq!(behind("Kestrel Bay, Orrin — The council said so."), Some("The council said so."));
        assert_eq!(behind("Kestrel Bay, Orrin - The council said so."), Some("The council said so."));
        assert_eq!(behind("Kestrel Bay, The Orrin Post said so."), None);
        assert_eq!(behind("Otto Brandt, Ada Lim and The Yard said so."), None);
        assert_eq!(behind("In Kestrel Bay, Orrin The council said so."), None);
    }
}
