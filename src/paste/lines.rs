//! Lines of a paste, whatever ends them: LF, CR LF, CR, NEL, VT, FF, U+2028, U+2029.

use crate::characters::{is_blank, line_end};
use crate::span::Span;

/// A line that shows something.
#[derive(Clone, Debug)]
pub struct Line {
    /// Without white space at either end, and without the marks of a quotation at its front.
    pub span: Span,
    /// "> ", by which mails and Markdown quote.
    pub quote: Option<Span>,
    /// Empty lines before it.
    pub gap: u32,
    /// White space before its first character, in characters.
    pub indent: u32,
    /// Whether a form feed stands between it and the line before.
    pub new_page: bool,
    /// Length in characters, counted up to [`WIDE`].
    pub width: u32,
}

/// Beyond this many characters a line is a paragraph, not a line of one.
pub const WIDE: u32 = 400;

/// All lines that show something, in text order.
#[must_use]
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut gap, mut new_page) = (0, 0, false);
    while at < text.len() {
        let length = line_end(&text[at..]).unwrap_or(text.len() - at);
        let raw = &text[at..at + length];
        let mut after = text[at + length..].chars();
        let end = after.next();
        let whole = Span::new(at..at + length).trim(text);
        let marks = quote_marks(whole.of(text));
        let span = whole.skip(marks).trim(text);
        if is_blank(span.of(text)) {
            gap += 1;
        } else {
            let quote = (marks > 0).then(|| Span { start: whole.start, end: span.start }.trim(text));
            let indent = raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
            let width = u32::try_from(span.of(text).chars().count()).unwrap_or(WIDE).min(WIDE);
            lines.push(Line { span, quote, gap, indent, new_page, width });
            (gap, new_page) = (0, false);
        }
        new_page |= end == Some('\u{C}');
        let pair = end == Some('\r') && after.next() == Some('\n');
        at += length + if pair { 2 } else { end.map_or(0, char::len_utf8) };
    }
    lines
}

/// Bytes of the marks "> ", "> > " or ">>" at the front of a line.
fn quote_marks(line: &str) -> usize {
    let shown = line.trim_start_matches(['>', ' ']);
    let marks = line.len() - shown.len();
    if line.starts_with('>') && (line[..marks].ends_with(' ') || shown.is_empty()) { marks } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_of_mails_are_no_part_of_a_line() {
        let shown = |text: &str| lines(text).iter().map(|l| (l.span.of(text).to_owned(), l.quote.is_some(), l.gap)).collect::<Vec<_>>();
        let line = |text: &str, quoted, gap| (text.to_owned(), quoted, gap);
        assert_eq!(shown("> one\n> two\n>\n> > three"), [line("one", true, 0), line("two", true, 0), line("three", true, 1)]);
        assert_eq!(shown(">one\na > b"), [line(">one", false, 0), line("a > b", false, 0)]);
    }

    #[test]
    fn every_line_end_is_one() {
        let shown = |text: &str| lines(text).iter().map(|l| (l.span.of(text).to_owned(), l.gap)).collect::<Vec<_>>();
        let expected = shown("one\n\n two \nthree");
        assert_eq!(expected, [("one".to_owned(), 0), ("two".to_owned(), 1), ("three".to_owned(), 0)]);
        for end in ["\r", "\r\n", "\u{85}", "\u{B}", "\u{C}", "\u{2028}", "\u{2029}"] {
            assert_eq!(shown(&format!("one{end}{end} two {end}three")), expected, "{end:?}");
        }
        assert_eq!(shown("\u{FEFF}\n \u{200B}\n"), []);
        assert_eq!(lines(&"x".repeat(1000))[0].width, WIDE);
    }
}
