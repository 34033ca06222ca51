//! iCalendar (RFC 5545). Days and ranges of days are all-day events; anything coarser or open is a journal note that
//! carries its label, never a day that nobody stated.

use super::{citations, hub_of};
use crate::calendar::Date;
use crate::contract::{Analysis, Event};

/// Octets of a line, its end left out.
const LINE: usize = 75;

/// The timeline as a calendar.
pub fn write(analysis: &Analysis) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//digest-hub//timeline//EN");
    if let Some(title) = &analysis.article.title {
        line(&mut out, &format!("X-WR-CALNAME:{}", escape(title)));
    }
    // RFC 5545 asks for a time stamp; the article's own day stands in for a clock.
    let stamp = analysis.article.published.map_or("19700101".to_owned(), |published| compact(published.date));
    for event in &hub_of(analysis).timeline {
        component(&mut out, event, &stamp);
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn component(out: &mut String, event: &Event, stamp: &str) {
    let days = days_of(event);
    let name = if days.is_some() { "VEVENT" } else { "VJOURNAL" };
    line(out, &format!("BEGIN:{name}"));
    line(out, &format!("UID:{}-{:016x}@digest-hub", event.id, fingerprint(&[&event.label, &event.claim.text])));
    line(out, &format!("DTSTAMP:{stamp}T000000Z"));
    if let Some((first, behind)) = days {
        line(out, &format!("DTSTART;VALUE=DATE:{}", compact(first)));
        line(out, &format!("DTEND;VALUE=DATE:{}", compact(behind)));
        line(out, "TRANSP:TRANSPARENT");
    }
    let summary = if days.is_some() { event.claim.text.clone() } else { format!("{}: {}", event.label, event.claim.text) };
    line(out, &format!("SUMMARY:{}", escape(&summary)));
    line(out, &format!("DESCRIPTION:{}", escape(format!("{}: {} {}", event.label, event.claim.text, citations(&event.claim)).trim_end())));
    line(out, &format!("END:{name}"));
}

/// The first day and the day behind the last, where the text states both as days.
fn days_of(event: &Event) -> Option<(Date, Date)> {
    let date = event.date.as_deref()?;
    let stated = date.split('/').all(|side| Date::from_iso(side).is_some());
    let (first, last) = (event.earliest?, event.latest?);
    if !stated || event.modifier.is_some() {
        return None;
    }
    Some((first, Date::from_days(last.days() + 1)?))
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// FNV-1a: the same event keeps its identity from one export to the next.
fn fingerprint(parts: &[&str]) -> u64 {
    parts
        .iter()
        .flat_map(|part| part.bytes().chain([0]))
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

fn escape(text: &str) -> String {
    super::without_controls(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

/// Writes a content line folded at 75 octets, never inside a character.
fn line(out: &mut String, content: &str) {
    let mut room = LINE;
    for c in content.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fold_between_characters_and_unfold_to_the_same() {
        let long = format!("SUMMARY:{}", "é—😀a".repeat(60));
        let mut out = String::new();
        line(&mut out, &long);
        assert!(out.split("\r\n").all(|l| l.len() <= LINE), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), long);
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(escape("a; b, c\\d\ne"), "a\\; b\\, c\\\\d e");
    }
}
