//! CSV (RFC 4180) for spreadsheets. A cell that a spreadsheet would run as a formula begins with an apostrophe.

use super::joined;
use crate::contract::{Claim, Hub, Modifier};

/// One row an entity.
pub fn entities(hub: &Hub) -> String {
    let mut out = row(&["name", "kind", "aliases", "ticker", "role", "mentions", "salience", "description", "paragraphs"]);
    for entity in &hub.entities {
        out += &row(&[
            &entity.name,
            entity.kind.name(),
            &entity.aliases.join("; "),
            entity.ticker.as_deref().unwrap_or_default(),
            entity.role.as_deref().unwrap_or_default(),
            &entity.mentions.len().to_string(),
            &entity.salience.to_string(),
            &joined(&entity.description),
            &paragraphs(&entity.description),
        ]);
    }
    out
}

/// One row an event.
pub fn timeline(hub: &Hub) -> String {
    let mut out = row(&["label", "date", "earliest", "latest", "modifier", "expected", "event", "paragraphs"]);
    for event in &hub.timeline {
        let day = |date: Option<crate::Date>| date.map(|d| d.to_string()).unwrap_or_default();
        out += &row(&[
            &event.label,
            event.date.as_deref().unwrap_or_default(),
            &day(event.earliest),
            &day(event.latest),
            event.modifier.map_or("", modifier),
            if event.expected { "yes" } else { "no" },
            &event.claim.text,
            &paragraphs(std::slice::from_ref(&event.claim)),
        ]);
    }
    out
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Early => "early",
        Modifier::Mid => "mid",
        Modifier::Late => "late",
        Modifier::About => "about",
    }
}

fn paragraphs(claims: &[Claim]) -> String {
    claims.iter().flat_map(|claim| &claim.paragraphs).map(u32::to_string).collect::<Vec<_>>().join(" ")
}

fn row(cells: &[&str]) -> String {
    cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    // Tab and carriage return before a formula sign run it, too.
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let safe = if formula { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_harmless() {
        assert_eq!(cell("plain"), "plain");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@x, y"), "\"'@x, y\"");
        assert_eq!(cell("-5"), "'-5");
        assert_eq!(cell(""), "");
    }
}
