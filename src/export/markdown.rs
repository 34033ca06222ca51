//! Markdown with YAML front matter, as note-taking tools read it.

use super::{Words, hub_of};
use crate::contract::{Analysis, Claim, Entity, Event};

/// Front matter, then the hub's parts as sections.
pub fn write(analysis: &Analysis, words: &Words) -> String {
    let article = &analysis.article;
    let hub = hub_of(analysis);
    let mut out = String::from("---\n");
    // A JSON string is a YAML string.
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    if let Some(title) = &article.title {
        out += &format!("title: {}\n", quoted(title));
    }
    if let Some(byline) = &article.byline {
        out += &format!("author: {}\n", quoted(byline));
    }
    if let Some(published) = article.published {
        out += &format!("date: {}\n", published.date);
    }
    out += &format!("words: {}\ntags: [digest-hub]\n---\n", article.words);
    if let Some(title) = &article.title {
        out += &format!("\n# {}\n", escape(title));
    }
    if !hub.digest.key_points.is_empty() {
        out += &format!("\n## {}\n\n", words.short);
        out.extend(hub.digest.key_points.iter().map(|claim| format!("- {}\n", cited(claim, words))));
    }
    if !hub.digest.summary.is_empty() {
        out += &format!("\n## {}\n", words.long);
        out.extend(hub.digest.summary.iter().map(|part| format!("\n{}\n", all_cited(&part.claims, words))));
    }
    if !hub.entities.is_empty() {
        out += &format!("\n## {}\n", words.who);
        out.extend(hub.entities.iter().map(|one| entity(one, words)));
    }
    if !hub.timeline.is_empty() {
        out += &format!("\n## {}\n\n", words.when);
        let event = |(at, event): (usize, &Event)| format!("- **{}:** {}\n", escape(words.label(hub, at)), cited(&event.claim, words));
        out.extend(hub.timeline.iter().enumerate().map(event));
    }
    out
}

fn entity(entity: &Entity, words: &Words) -> String {
    let facts = words.facts(entity);
    let facts = if facts.is_empty() { String::new() } else { format!("*{}*\n\n", escape(&facts.join(" · "))) };
    let said = all_cited(&entity.description, words);
    format!("\n### {}\n\n{facts}{said}\n", escape(&entity.name))
}

fn all_cited(claims: &[Claim], words: &Words) -> String {
    claims.iter().map(|claim| cited(claim, words)).collect::<Vec<_>>().join(" ")
}

fn cited(claim: &Claim, words: &Words) -> String {
    let marks: String = claim.paragraphs.iter().map(|number| format!("[{}]", words.citation(*number))).collect();
    let space = if marks.is_empty() { "" } else { " " };
    format!("{}{space}{}", escape(&claim.text), escape(&marks))
}

/// Text that shows as it is: marks that Markdown or the HTML inside it would read are escaped, and space at its ends, which
/// could make a list of the mark before it, goes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in super::without_controls(text).trim().char_indices() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&' | '#');
        let opens_line = at == 0 && matches!(c, '+' | '-' | '=');
        if special || opens_line {
            out.push('\\');
        }
        out.push(c);
    }
    // "1." at the front would begin a list.
    let digits = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metacharacters_show_as_themselves() {
        assert_eq!(escape("# a *b* [c](d) <i> 5_6 | x & y"), r"\# a \*b\* \[c\](d) \<i\> 5\_6 \| x \& y");
        assert_eq!(escape("C #"), r"C \#", "at a heading's end it would close it");
        assert_eq!(escape("2025. A year"), r"2025\. A year");
        assert_eq!(escape("- dash – 3-5"), r"\- dash – 3-5");
        assert_eq!(escape("a\u{0}b\nc\u{0}"), "a b c");
        assert_eq!(escape("\u{0}- a"), r"\- a");
        assert_eq!(escape("\u{2028}a\u{2028}b"), "a b", "some readers end a line there");
    }
}
