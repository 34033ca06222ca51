//! From lines to the slices that a reader calls paragraphs.
//!
//! Two things are told apart by form alone: a line that *is* a paragraph (web pages, most pastes) and a line that is a
//! piece of one (PDFs, e-mails, terminals). In hard-wrapped text the writer's margin shows: a line ends because the
//! next word would not have fitted, and most lines go on with a small letter.

use super::kinds::{DANGLING, is_titled, words};
use super::lines::{Line, WIDE};
use super::lists;
use crate::span::Span;

/// Lines wider than this are not wrapped by hand or by a PDF's column.
const WIDEST_MARGIN: u32 = 160;
/// Lines narrower than this end where they end for other reasons (headings, verses, addresses).
const NARROWEST_MARGIN: u32 = 30;

/// Words behind which no line of its own ends.
const OPEN: [&str; 6] = ["the", "a", "an", "and", "or", "&"];

/// Puts the lines of `kept` (indexes into `lines`, ascending) together. Lines that were left out, such as page numbers,
/// may lie inside a group.
#[must_use]
pub fn groups(text: &str, lines: &[Line], kept: &[usize]) -> Vec<Span> {
    let margin = Margin::measure(text, lines, kept);
    let mut groups: Vec<Span> = Vec::new();
    for (nth, &at) in kept.iter().enumerate() {
        let line = &lines[at];
        let joins = nth > 0 && margin.joins(text, lines, kept[nth - 1], at);
        match groups.last_mut() {
            Some(group) if joins => *group = group.to(line.span),
            _ => groups.push(line.span),
        }
    }
    groups
}

/// How a text is wrapped.
#[derive(Debug)]
struct Margin {
    /// The width that no line but a few passes; `None` where lines are paragraphs.
    width: Option<u32>,
    /// How many empty lines stand between the lines of one paragraph: 0, or 1 in a double-spaced text.
    spacing: u32,
    /// Whether every line is filled as far as the next word allows, so that a line that is not ends a paragraph.
    filled: bool,
}

impl Margin {
    fn measure(text: &str, lines: &[Line], kept: &[usize]) -> Self {
        let spacing = u32::from(is_double_spaced(text, lines, kept));
        let pairs: Vec<(&Line, &Line)> = kept
            .windows(2)
            .map(|pair| (&lines[pair[0]], &lines[pair[1]]))
            // Rows of a table and addresses tell nothing.
            .filter(|(line, next)| line.width >= NARROWEST_MARGIN && next.gap <= spacing && !lists::is_item(next.span.of(text)))
            .collect();
        let wrapped: Vec<_> = pairs.iter().filter(|(line, next)| is_wrap(text, line, next)).collect();
        let unwrapped = Self { width: None, spacing, filled: false };
        // In wrapped English prose some six of ten lines go on with a small letter; in lines that are paragraphs, none.
        if wrapped.is_empty() || wrapped.len() * 4 < pairs.len() {
            return unwrapped;
        }
        let mut widths: Vec<u32> = wrapped.iter().map(|(line, _)| line.width).collect();
        widths.sort_unstable();
        let typical = widths[widths.len() / 2];
        let widest = widths[(widths.len() - 1) * 98 / 100];
        if !(NARROWEST_MARGIN..=WIDEST_MARGIN).contains(&typical) {
            return unwrapped;
        }
        let width = widest.min(typical * 5 / 4);
        let filled = wrapped.iter().filter(|(line, next)| !fits(text, line, next, width)).count();
        Self { width: Some(width), spacing, filled: filled * 20 >= wrapped.len() * 19 }
    }

    /// Whether line `at` goes on with the paragraph of line `before`.
    fn joins(&self, text: &str, lines: &[Line], before: usize, at: usize) -> bool {
        let (line, next) = (&lines[before], &lines[at]);
        if runs_on(text, line, next) {
            return true;
        }
        let Some(width) = self.width else { return is_quotation(text, line, next) };
        if is_item_start(text, line, next, width) || is_marked_heading(text, next) || is_marked_heading(text, line) || line.width >= WIDE {
            return false;
        }
        let page_turned = at > before + 1 || next.new_page;
        if page_turned || next.gap > self.spacing {
            // Nothing but a page's end breaks a sentence in two.
            return page_turned && is_wrap(text, line, next);
        }
        if starts_small(text, next) {
            return true;
        }
        let indented = next.indent >= line.indent + 2 && next.indent <= line.indent + 12 && ends_sentence(text, line);
        if indented && !lists::is_item(line.span.of(text)) {
            return false;
        }
        if !fits(text, line, next, width) {
            return true;
        }
        self.fills_despite_room(line, width, ends_sentence(text, line))
    }

    /// The next word would have fitted. Where lines are filled to the margin that ends the paragraph; ragged ones may
    /// leave some room, the more so in the middle of a sentence.
    fn fills_despite_room(&self, line: &Line, width: u32, ends_sentence: bool) -> bool {
        let share = line.width * 100 / width.max(1);
        match (self.filled, ends_sentence) {
            (true, true) => false,
            (true, false) => share >= 75,
            (false, true) => share >= 92,
            (false, false) => share >= 65,
        }
    }
}

/// Whether a sentence visibly goes on from one line to the next.
fn is_wrap(text: &str, line: &Line, next: &Line) -> bool {
    line.width >= NARROWEST_MARGIN && line.width < WIDE && !ends_sentence(text, line) && starts_small(text, next)
}

/// Whether the line breaks off where no line can end: behind an article ("The Price of a⏎Quiet Harbour"), or in a long
/// sentence behind a preposition ("to 50% in⏎2024.").
fn runs_on(text: &str, line: &Line, next: &Line) -> bool {
    let shown = line.span.of(text);
    let following = next.span.of(text);
    if line.width >= WIDE || lists::is_item(following) || is_marked_heading(text, line) || is_marked_heading(text, next) {
        return false;
    }
    let Some(last) = shown.split_whitespace().next_back() else { return false };
    let small = following.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let broken = DANGLING.contains(&last) && words(shown) >= 8 && next.gap <= 1 && small;
    let titled = || DANGLING.contains(&last) && [shown, following].iter().all(|line| words(line) >= 4 && is_titled(line));
    broken || next.gap == 0 && !next.new_page && titled() || next.gap == 0 && !next.new_page && words(shown) >= 2 && OPEN.contains(&last)
}

/// Lines of one quotation, which Markdown sets below each other.
fn is_quotation(text: &str, line: &Line, next: &Line) -> bool {
    let quoted = line.quote.is_some() && next.quote.is_some() && next.gap == 0;
    let prose = words(line.span.of(text)) >= 4 && (ends_sentence(text, line) || starts_small(text, next));
    quoted && prose && !lists::is_item(next.span.of(text)) && !is_marked_heading(text, next) && !is_marked_heading(text, line)
}

/// Whether the line begins a list item. A dash that was wrapped to a line's front ("…⏎– schools and banks") does not.
fn is_item_start(text: &str, line: &Line, next: &Line, width: u32) -> bool {
    let shown = next.span.of(text);
    let dash =
        shown.starts_with(['-', '–', '*', '+']) && lists::behind_bullet(shown).is_some_and(|rest| rest.starts_with(char::is_lowercase));
    let runs_on = dash && !ends_sentence(text, line) && !lists::is_item(line.span.of(text)) && !fits(text, line, next, width);
    lists::is_item(shown) && !runs_on
}

/// Whether the next line's first word would still have fitted on the line.
fn fits(text: &str, line: &Line, next: &Line, width: u32) -> bool {
    let first_word = next.span.of(text).split_whitespace().next().map_or(0, |word| word.chars().count());
    line.width as usize + 1 + first_word <= width as usize
}

/// Every line of a paragraph apart by an empty one, as some PDF readers copy.
fn is_double_spaced(text: &str, lines: &[Line], kept: &[usize]) -> bool {
    let pairs: Vec<_> = kept.windows(2).map(|pair| (&lines[pair[0]], &lines[pair[1]])).collect();
    let spaced = pairs.iter().filter(|(_, next)| next.gap == 1).count();
    let wrapped = pairs.iter().filter(|(line, next)| next.gap == 1 && line.width <= WIDEST_MARGIN && is_wrap(text, line, next)).count();
    pairs.len() >= 8 && spaced * 10 >= pairs.len() * 7 && wrapped * 10 >= spaced * 4
}

fn starts_small(text: &str, line: &Line) -> bool {
    line.span.of(text).starts_with(char::is_lowercase)
}

fn ends_sentence(text: &str, line: &Line) -> bool {
    let shown = line.span.of(text).trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']);
    shown.ends_with(['.', '!', '?', ':', '…'])
}

/// "## Heading", which `text_from_html` and Markdown write.
fn is_marked_heading(text: &str, line: &Line) -> bool {
    let shown = line.span.of(text);
    let marks = shown.len() - shown.trim_start_matches('#').len();
    (1..=6).contains(&marks) && shown[marks..].starts_with(' ')
}
