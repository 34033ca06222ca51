//! Footnotes of text that was copied from pages: lines at a page's foot that open with a mark which the page's prose
//! carries behind one of its words.

use std::collections::HashSet;
use std::ops::Range;

use super::SetAside;
use super::lines::Line;
use crate::characters::{is_closer, is_stop};
use crate::span::Span;

/// Most lines of a footnote.
const LINES: usize = 12;
/// Most footnotes of a page.
const NOTES: usize = 30;
/// How many bytes of a page are searched for a mark.
const PAGE: usize = 40_000;

/// A footnote and the place that refers to it.
#[derive(Debug)]
pub struct Footnote {
    /// Indexes of its lines.
    pub lines: Range<usize>,
    /// Its bytes.
    pub span: Span,
    /// The mark in the prose.
    pub reference: Span,
}

/// All footnotes, in text order. `pages` are the lines that belong to the paper, ascending.
#[must_use]
pub fn find(text: &str, lines: &[Line], pages: &[(usize, &str)]) -> Vec<Footnote> {
    let is_paper = |at: usize| pages.binary_search_by_key(&at, |(page, _)| *page).is_ok();
    let mut found = Vec::new();
    let mut top = 0;
    for at in 0..lines.len() {
        let turns = at + 1 == lines.len() || is_paper(at + 1) || lines[at + 1].new_page;
        if is_paper(at) {
            top = at + 1;
        } else if turns {
            let mut foot = page_foot(text, lines, top..at + 1);
            foot.reverse();
            found.extend(foot);
            top = at + 1;
        }
    }
    found
}

/// The footnotes of one page, last first.
fn page_foot(text: &str, lines: &[Line], page: Range<usize>) -> Vec<Footnote> {
    let mut found: Vec<Footnote> = Vec::new();
    let mut end = page.end;
    while end > page.start + 1 && found.len() < NOTES {
        let opens = |at: &usize| mark_of(lines[*at].span.of(text)).is_some() || lines[*at].gap > 0;
        let Some(first) = (page.start + 1..end).rev().take(LINES).find(opens) else { break };
        let Some(mark) = mark_of(lines[first].span.of(text)) else { break };
        let prose = Span { start: lines[page.start].span.start, end: lines[first - 1].span.end };
        let Some(reference) = reference(text, prose, mark) else { break };
        found.push(Footnote { lines: first..end, span: lines[first].span.to(lines[end - 1].span), reference });
        end = first;
    }
    found
}

/// The mark that opens a footnote: "1  R. Lind", "[1] R. Lind", "¹ R. Lind", "† R. Lind".
fn mark_of(line: &str) -> Option<&str> {
    let is_mark = |c: char| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³' | '⁴'..='⁹' | '†' | '‡' | '§' | '[' | ']');
    let length = line.find(|c: char| !is_mark(c))?;
    let (mark, rest) = line.split_at(length);
    let bare = mark.trim_start_matches('[').trim_end_matches(']');
    let spaced = rest.starts_with(char::is_whitespace) || !bare.starts_with(|c: char| c.is_ascii_digit());
    let said = rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | 'h'));
    let bracketed = mark.starts_with('[') == mark.ends_with(']');
    ((1..=3).contains(&bare.chars().count()) && !bare.contains(['[', ']']) && bracketed && spaced && said).then_some(mark)
}

/// Where the mark stands behind a word or its stop, and nothing of a number or a word behind the mark.
fn reference(text: &str, prose: Span, mark: &str) -> Option<Span> {
    let all = prose.of(text);
    let from = (all.len().saturating_sub(PAGE)..=all.len()).find(|at| all.is_char_boundary(*at))?;
    let raised = raised(mark);
    let places = all[from..].match_indices(mark).chain(all[from..].match_indices(raised.as_str()).filter(|_| raised != mark));
    let (start, mark) = places.map(|(at, mark)| (from + at, mark)).find(|(at, mark)| {
        let before = all[..*at].trim_end_matches(|c: char| is_stop(c) || is_closer(c) || c == ',');
        // "in the years to 2022.2" has a year before its mark.
        let year = all[..*at].ends_with('.') && before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len() == 4;
        let attached = !all[..*at].ends_with(char::is_whitespace) && (before.ends_with(char::is_alphabetic) || year);
        attached && !all[at + mark.len()..].starts_with(|c: char| c.is_alphanumeric())
    })?;
    let at = prose.start as usize + start;
    Some(Span::new(at..at + mark.len()))
}

/// "12" as prose raises it: "¹²".
fn raised(mark: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    mark.chars().map(|c| c.to_digit(10).map_or(c, |digit| RAISED[digit as usize])).collect()
}

/// Puts every footnote where it is shown: a block of its own, or, where a paragraph runs on around it, set aside inside
/// that block. The marks in the prose are set aside. Returns the blocks that are footnotes.
#[must_use]
pub fn place(footnotes: &[Footnote], blocks: &mut Vec<Span>, set_aside: &mut Vec<SetAside>) -> HashSet<Span> {
    let mut notes = HashSet::new();
    for note in footnotes {
        set_aside.push(SetAside { kind: "markup", span: note.reference });
        let at = blocks.partition_point(|block| block.start < note.span.start);
        if at > 0 && blocks[at - 1].end > note.span.start {
            set_aside.push(SetAside { kind: "footnote", span: note.span });
        } else {
            notes.insert(note.span);
        }
    }
    blocks.extend(&notes);
    blocks.sort_unstable();
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paste::lines::lines;

    fn found(text: &str) -> Vec<&str> {
        find(text, &lines(text), &[]).iter().map(|note| note.span.of(text)).collect()
    }

    #[test]
    fn a_footnote_has_its_mark_in_the_prose() {
        assert_eq!(found("The rope held.1\n\n1  R. Lind, “Rope”,\n   pp. 3-7.\n\u{C}The next page."), ["1  R. Lind, “Rope”,\n   pp. 3-7."]);
        assert_eq!(found("Rope† and oak.[2]\n\n† Hemp.\n[2] Of 1902."), ["† Hemp.", "[2] Of 1902."]);
        assert_eq!(found("Rope¹ and oak of 2022.2\n\n1 Of hemp.\n2 The books are lost."), ["1 Of hemp.", "2 The books are lost."]);
        for text in [
            "It cost 22.2\n\n2 The books are lost.",
            "The rope held.\n\n1  R. Lind, “Rope”.",
            "There were 1 or 2.\n\n1  R. Lind, “Rope”.",
            "The rope of 1911\n\n1 Rope Street is its house.",
            "The rope held.1\n\n1. Weigh it.",
            "1 Rope Street.1",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
