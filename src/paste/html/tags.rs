//! Tags and comments, without a tree.

/// Elements whose content a browser does not show as text.
const DROPPED: [&str; 18] = [
    "script", "style", "template", "noscript", "head", "title", "svg", "math", "iframe", "object", "select", "textarea", "button",
    "canvas", "audio", "video", "datalist", "dialog",
];
/// Elements that have no end tag.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// A start or end tag.
pub struct Tag<'a> {
    /// Lower case.
    pub name: String,
    /// Whether it is an end tag.
    pub closing: bool,
    attributes: &'a str,
}

impl Tag<'_> {
    /// Whether a browser hides what the tag opens.
    pub fn hides(&self) -> bool {
        if self.closing || VOID.contains(&self.name.as_str()) {
            return false;
        }
        let hidden_style =
            || self.attribute("style").is_some_and(|style| style.replace(' ', "").to_ascii_lowercase().contains("display:none"));
        DROPPED.contains(&self.name.as_str())
            || self.attribute("hidden").is_some()
            || self.attribute("aria-hidden").is_some_and(|v| v == "true")
            || hidden_style()
    }

    /// The value of an attribute; empty where it has none.
    fn attribute(&self, name: &str) -> Option<&str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            if rest.is_empty() {
                return None;
            }
            let found = &rest[..end];
            rest = rest[end..].trim_start();
            let value = match rest.strip_prefix('=') {
                None => "",
                Some(behind) => {
                    let (value, behind) = attribute_value(behind.trim_start());
                    rest = behind;
                    value
                }
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            // A stray "=" must not stop the scan.
            if found.is_empty() && value.is_empty() {
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
}

fn attribute_value(rest: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = rest.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len()))
}

/// What begins with "<".
pub enum Markup<'a> {
    /// A tag.
    Tag(Tag<'a>),
    /// A comment, a doctype, an instruction.
    Comment,
}

/// The tag or comment at the front of `rest`, and what stands behind it.
pub fn markup(rest: &str) -> Option<(Markup<'_>, &str)> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some((Markup::Comment, comment.split_once("-->").map_or("", |(_, behind)| behind)));
    }
    let inner = &rest[1..];
    if inner.starts_with(['!', '?']) {
        return Some((Markup::Comment, inner.split_once('>').map_or("", |(_, behind)| behind)));
    }
    let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = tag_end(inner);
    let (tag, behind) = (&inner[..end], inner.get(end + 1..).unwrap_or_default());
    let name_end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(tag.len());
    let tag = Tag { name: tag[..name_end].to_ascii_lowercase(), closing, attributes: &tag[name_end..] };
    Some((Markup::Tag(tag), behind))
}

/// Where the tag's ">" stands; one inside a quoted attribute does not count.
fn tag_end(inner: &str) -> usize {
    let mut quote = None;
    for (at, byte) in inner.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') if inner[..at].trim_end().ends_with('=') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed: the first ">" ends the tag after all.
    inner.find('>').unwrap_or(inner.len())
}

/// Elements whose content is not markup: only their own end tag ends them.
pub fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea" | "iframe" | "noscript")
}

/// What stands behind the end tag of such an element.
pub fn behind_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</").map(|n| from + n) {
        let tail = &rest[at + 2..];
        if tail.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return tail.find('>').map_or("", |end| &tail[end + 1..]);
        }
        from = at + 2;
    }
    ""
}
