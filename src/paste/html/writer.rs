//! The text that HTML shows, written down.

use super::references::decode;
use super::tags::Tag;

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 36] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tr",
];

/// Collects text with HTML's white space: runs are one space, blocks are apart by an empty line.
#[derive(Default)]
pub struct Writer {
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
    /// A tag that is shown: breaks and prefixes.
    pub fn tag(&mut self, tag: &Tag<'_>) {
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

    /// Text between tags.
    pub fn text(&mut self, raw: &str, hidden: bool) {
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

    /// The whole text.
    pub fn finish(self) -> String {
        self.out
    }
}
