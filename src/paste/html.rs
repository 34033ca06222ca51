//! Pasted HTML as the plain text that is then analysed, kept and shown.
//!
//! One pass over the tags, no tree: a paste needs its blocks apart and its entities decoded, nothing else. What browsers
//! do not show (scripts, styles, templates, `hidden`, `aria-hidden` icons) is left out. Every input gives some text.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Named character references of HTML 4 with their code points.
static NAMED: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let rows = include_str!("../../data/paste/html_entities.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let (name, code) = row.split_once('\t')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    })
    .collect()
});

/// Elements whose content a browser does not show as text.
const DROPPED: [&str; 18] = [
    "script", "style", "template", "noscript", "head", "title", "svg", "math", "iframe", "object", "select", "textarea", "button", "canvas", "audio",
    "video", "datalist", "dialog",
];
/// Elements that have no end tag.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 36] = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tr",
];

/// The text of an HTML fragment: blocks apart by an empty line, headings as `## `, items as `- `, entities decoded,
/// what a browser hides left out.
///
/// ```
/// assert_eq!(digest_hub::text_from_html("<h1>Port</h1><p>Ships &amp; <b>cranes</b>.<ul><li>One</ul>"), "## Port\n\nShips & cranes.\n\n- One");
/// ```
#[must_use]
pub fn text_from_html(html: &str) -> String {
    let mut writer = Writer::default();
    let mut hidden: Option<Hidden> = None;
    let mut rest = html;
    while !rest.is_empty() {
        let Some(open) = rest.find('<') else {
            writer.text(rest, hidden.is_some());
            break;
        };
        writer.text(&rest[..open], hidden.is_some());
        let Some((markup, behind)) = markup(&rest[open..]) else {
            // A lone "<" is text, as in "p < 0.05".
            writer.text("<", hidden.is_some());
            rest = &rest[open + 1..];
            continue;
        };
        rest = behind;
        let Markup::Tag(tag) = markup else { continue };
        hidden = match hidden {
            Some(inside) => inside.after(&tag),
            None if tag.hides() => Some(Hidden { name: tag.name, depth: 1 }),
            None => {
                writer.tag(&tag);
                None
            }
        };
        if let Some(inside) = &hidden
            && is_raw(&inside.name)
        {
            rest = behind_raw(rest, &inside.name);
            hidden = None;
        }
    }
    writer.finish()
}

/// An element that is not shown, and how many of its name are open.
struct Hidden {
    name: String,
    depth: usize,
}

impl Hidden {
    fn after(mut self, tag: &Tag<'_>) -> Option<Self> {
        if tag.name == self.name {
            self.depth = if tag.closing { self.depth - 1 } else { self.depth + 1 };
        }
        (self.depth > 0).then_some(self)
    }
}

struct Tag<'a> {
    name: String,
    closing: bool,
    attributes: &'a str,
}

impl Tag<'_> {
    fn hides(&self) -> bool {
        if self.closing || VOID.contains(&self.name.as_str()) {
            return false;
        }
        let hidden_style = || self.attribute("style").is_some_and(|style| style.replace(' ', "").to_ascii_lowercase().contains("display:none"));
        DROPPED.contains(&self.name.as_str()) || self.attribute("hidden").is_some() || self.attribute("aria-hidden").is_some_and(|v| v == "true") || hidden_style()
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

enum Markup<'a> {
    Tag(Tag<'a>),
    Comment,
}

/// The tag or comment at the front of `rest`, and what stands behind it.
fn markup(rest: &str) -> Option<(Markup<'_>, &str)> {
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
fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "title" | "textarea" | "iframe" | "noscript")
}

fn behind_raw<'a>(rest: &'a str, name: &str) -> &'a str {
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

/// Collects text with HTML's white space: runs are one space, blocks are apart by an empty line.
#[derive(Default)]
struct Writer {
    out: String,
    /// What the next block begins with: `## ` or `- `.
    prefix: &'static str,
    breaks: Breaks,
    preformatted: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Breaks {
    #[default]
    None,
    Space,
    Line,
    Block,
}

impl Writer {
    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" => self.line_break(),
            "td" | "th" if !tag.closing => self.need(Breaks::Space),
            "pre" => {
                self.preformatted = if tag.closing { self.preformatted.saturating_sub(1) } else { self.preformatted + 1 };
                self.need(Breaks::Block);
            }
            name if BLOCKS.contains(&name) => {
                self.need(Breaks::Block);
                let heading = name.len() == 2 && name.starts_with('h') && name.ends_with(|c: char| c.is_ascii_digit());
                match (heading, name, tag.closing) {
                    (true, _, false) => self.prefix = "## ",
                    (_, "li", false) => self.prefix = "- ",
                    (true, _, true) | (_, "li", true) => self.prefix = "",
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// Two line breaks in a row are what people make paragraphs of.
    fn line_break(&mut self) {
        let next = if self.breaks >= Breaks::Line { Breaks::Block } else { Breaks::Line };
        self.need(next);
    }

    fn need(&mut self, breaks: Breaks) {
        self.breaks = self.breaks.max(breaks);
    }

    fn text(&mut self, raw: &str, hidden: bool) {
        if hidden || raw.is_empty() {
            return;
        }
        let text = decode(raw);
        if self.preformatted > 0 {
            for (nth, line) in text.split('\n').enumerate() {
                if nth > 0 {
                    self.line_break();
                }
                self.words(line);
            }
            return;
        }
        self.words(&text);
    }

    /// HTML's white space folds; a no-break space is kept as the author's.
    fn words(&mut self, text: &str) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
        if text.starts_with(is_space) {
            self.need(Breaks::Space);
        }
        for (nth, word) in text.split(is_space).filter(|word| !word.is_empty()).enumerate() {
            if nth > 0 {
                self.need(Breaks::Space);
            }
            self.word(word);
        }
        if text.ends_with(is_space) && text.len() > 1 {
            self.need(Breaks::Space);
        }
    }

    fn word(&mut self, word: &str) {
        if !self.out.is_empty() {
            self.out.push_str(match self.breaks {
                Breaks::None => "",
                Breaks::Space => " ",
                Breaks::Line => "\n",
                Breaks::Block => "\n\n",
            });
        }
        if self.breaks >= Breaks::Line || self.out.is_empty() {
            self.out.push_str(std::mem::take(&mut self.prefix));
        }
        self.breaks = Breaks::None;
        self.out.push_str(word);
    }

    fn finish(self) -> String {
        self.out
    }
}

/// Character references: named (HTML 4), decimal, hexadecimal. What cannot be decoded stays as it is.
fn decode(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that the reference at the front of `rest` stands for, and the reference's length.
fn reference(rest: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 12;
    let body = &rest[1..];
    let end = body.bytes().take(LONGEST).position(|b| !(b.is_ascii_alphanumeric() || b == b'#'))?;
    let name = &body[..end];
    let semicolon = usize::from(body[end..].starts_with(';'));
    let length = 1 + end + semicolon;
    if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => digits.parse(),
        };
        return Some((character(code.ok()?), length));
    }
    if semicolon == 0 {
        return None;
    }
    NAMED.get(name).map(|c| (*c, length))
}

/// HTML reads the codes 128–159 as Windows-1252; a code that is no character is U+FFFD.
fn character(code: u32) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜',
        '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match code {
        0 => '\u{FFFD}',
        128..=159 => WINDOWS[(code - 128) as usize],
        _ => char::from_u32(code).unwrap_or('\u{FFFD}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_the_text_that_a_reader_sees() {
        for (html, text) in [
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("<div>One<div>Two</div>three</div>", "One\n\nTwo\n\nthree"),
            ("<h2 class='x'>Head</h2>Body", "## Head\n\nBody"),
            ("<ul><li><p>One</p></li><li>Two</li></ul>", "- One\n\n- Two"),
            ("a<br>b<br/><br>c", "a\nb\n\nc"),
            ("x &lt;3 &amp;amp; &#8212; &#x201C;q&#x201D; &nbsp;y &bogus; R&D; &#150;", "x <3 &amp; — “q” \u{A0}y &bogus; R&D; –"),
            ("p < 0.05 and 5 > 3", "p < 0.05 and 5 > 3"),
            ("<script>if (a<b) document.write('<p>x')</script>kept", "kept"),
            ("<style>p{}</style><STYLE>x</style >kept", "kept"),
            ("<span hidden>no</span><i style=\"display: none\">no</i><b aria-hidden='true'>no</b>yes", "yes"),
            ("<div hidden><div>no</div>no</div>yes", "yes"),
            ("<a title='a > b' href=x>link</a>ed", "linked"),
            ("<img alt=x onerror=\"alert('>')\">text", "text"),
            ("<!-- <p>no</p> -->yes<!-- open", "yes"),
            ("  spaced\n\n out\t<b> bold </b> text ", "spaced out bold text"),
            ("<pre>a\nb\n\nc</pre>", "a\nb\n\nc"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
            ("<dl><dt>Acme Corp.</dt><dd>Acme makes rope.</dd></dl>", "Acme Corp.\n\nAcme makes rope."),
            ("<p", ""),
            ("<p title=\"never closed>text", "text"),
            ("<>", "<>"),
            ("</", "</"),
            ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"),
        ] {
            assert_eq!(text_from_html(html), text, "{html}");
        }
    }
}
