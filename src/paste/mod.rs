//! The first step: what was pasted, taken apart. Lines become blocks; the site's furniture and a published hub are set
//! aside; the head gives title, byline and date; paragraphs get their numbers.

mod authors;
mod endings;
mod footnotes;
mod furniture;
mod head;
mod html;
mod kinds;
mod layout;
mod lines;
mod lists;
mod marks;
mod markup;
mod offers;
mod pages;
mod pictures;
mod published;
mod pull_quotes;
mod tables;

pub use head::dateline_span;
pub use html::text_from_html;
pub use marks::{Mark, marks};
pub use published::PublishedLines;

use crate::calendar::Date;
use crate::characters::{is_blank, is_invisible};
use crate::contract::{BlockKind, DateSource, Published};
use crate::span::Span;

/// A paste, taken apart. Every span is in bytes of the text that it was read from.
#[derive(Debug)]
pub struct Paste {
    /// In text order; body and list blocks are numbered from 1.
    pub blocks: Vec<Block>,
    /// What belongs to the site, in text order; a range may lie inside a block.
    pub set_aside: Vec<SetAside>,
    /// The title's words.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// The lines of a hub that the page carries.
    pub published_hub: Option<PublishedLines>,
}

/// A slice of the paste that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is to the article.
    pub kind: BlockKind,
    /// Its number, if a reader would count it.
    pub number: Option<u32>,
    /// Its bytes.
    pub span: Span,
}

/// A range that belongs to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// What it is.
    pub kind: &'static str,
    /// Its bytes.
    pub span: Span,
}

/// Takes a paste apart. `given` is the publication date that the person set.
#[must_use]
pub fn read(text: &str, given: Option<Date>) -> Paste {
    let lines = lines::lines(text);
    let pages = pages::page_lines(text, &lines);
    let footnotes = footnotes::find(text, &lines, &pages);
    let mut set_aside: Vec<SetAside> = pages.iter().map(|(at, kind)| SetAside { kind, span: lines[*at].span }).collect();
    set_aside.extend(lines.iter().filter_map(|line| Some(SetAside { kind: "markup", span: line.quote? })));
    let is_kept =
        |at: &usize| pages.binary_search_by_key(at, |(page, _)| *page).is_err() && !footnotes.iter().any(|note| note.lines.contains(at));
    let kept: Vec<usize> = (0..lines.len()).filter(is_kept).collect();
    let mut spans: Vec<Span> = layout::groups(text, &lines, &kept).iter().map(|group| visible(text, *group)).collect();
    let notes = footnotes::place(&footnotes, &mut spans, &mut set_aside);

    let mut furniture: Vec<Option<&'static str>> = spans.iter().map(|span| furniture::kind_of(span.of(text))).collect();
    let hub = published::find(text, &spans, &furniture);
    if let Some(hub) = &hub {
        set_aside.extend(hub.taken.iter().map(|at| SetAside { kind: "published-hub", span: spans[*at] }));
        let left: Vec<usize> = (0..spans.len()).filter(|at| hub.taken.binary_search(at).is_err()).collect();
        furniture = left.iter().map(|&at| furniture[at]).collect();
        spans = left.iter().map(|&at| spans[at]).collect();
    }
    let furniture = furniture::classify(&slices(text, &spans), furniture);
    set_aside.extend(furniture.iter().zip(&spans).filter_map(|(kind, span)| Some(SetAside { kind: (*kind)?, span: *span })));
    let spans: Vec<Span> = furniture.iter().zip(spans).filter(|(kind, _)| kind.is_none()).map(|(_, span)| span).collect();

    let shown = slices(text, &spans);
    let mut kinds = kinds::classify(&shown);
    for (kind, span) in kinds.iter_mut().zip(&spans) {
        if notes.contains(span) {
            *kind = BlockKind::Note;
        }
    }
    let head = head::read(&shown, &mut kinds);
    let blocks = numbered(&spans, &kinds);
    set_aside.extend(blocks.iter().flat_map(|block| markup::find(text, block.span)).map(|span| SetAside { kind: "markup", span }));
    set_aside.sort_unstable_by_key(|aside| (aside.span.start, aside.span.end));
    set_aside.extend(left_over(text, &blocks, &set_aside));
    set_aside.sort_unstable_by_key(|aside| (aside.span.start, aside.span.end));
    Paste {
        set_aside: merged(text, &set_aside),
        blocks,
        title: head.title,
        byline: head.byline,
        published: given.map(|date| Published { date, from: DateSource::Given }).or(head.published),
        published_hub: hub.map(|hub| hub.lines),
    }
}

/// Neighbours of one kind with nothing but white space between them, as one range; but marks stay with their blocks.
fn merged(text: &str, set_aside: &[SetAside]) -> Vec<SetAside> {
    let mut merged: Vec<SetAside> = Vec::new();
    for aside in set_aside {
        match merged.last_mut() {
            Some(last)
                if last.kind == aside.kind && aside.kind != "markup" && text.get(between(last.span, aside.span)).is_some_and(is_blank) =>
            {
                last.span = last.span.to(aside.span);
            }
            _ => merged.push(*aside),
        }
    }
    merged
}

/// Not a range of the text where the two overlap, as a page number inside a hub's paragraph does.
fn between(left: Span, right: Span) -> std::ops::Range<usize> {
    left.end as usize..right.start as usize
}

fn slices<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
    spans.iter().map(|span| span.of(text)).collect()
}

/// The span without white space and invisible characters at its ends (a byte order mark, a zero-width space).
fn visible(text: &str, span: Span) -> Span {
    let hidden = |c: char| c.is_whitespace() || is_invisible(c);
    let slice = span.of(text);
    let start = slice.len() - slice.trim_start_matches(hidden).len();
    let length = slice.trim_matches(hidden).len();
    let start = span.start as usize + if length == 0 { 0 } else { start };
    Span::new(start..start + length)
}

fn numbered(spans: &[Span], kinds: &[BlockKind]) -> Vec<Block> {
    let mut count = 0;
    let mut next = |kind: BlockKind| {
        count += u32::from(kind.is_numbered());
        kind.is_numbered().then_some(count)
    };
    spans.iter().zip(kinds).map(|(&span, &kind)| Block { kind, number: next(kind), span }).collect()
}

/// Whatever shows in neither a block nor a range set aside: nothing of a paste is ever lost.
fn left_over(text: &str, blocks: &[Block], set_aside: &[SetAside]) -> Vec<SetAside> {
    let mut covered: Vec<Span> = blocks.iter().map(|block| block.span).chain(set_aside.iter().map(|aside| aside.span)).collect();
    covered.sort_unstable();
    let mut left = Vec::new();
    let mut at = 0;
    for span in covered.into_iter().chain([Span::new(text.len()..text.len())]) {
        if span.start > at {
            let gap = Span { start: at, end: span.start }.trim(text);
            let kind = match gap.of(text) {
                gap if is_blank(gap) => "invisible",
                gap if gap.chars().all(|c| c == '>' || c.is_whitespace()) => "markup",
                _ => "other",
            };
            left.extend((!gap.is_empty()).then_some(SetAside { kind, span: gap }));
        }
        at = at.max(span.end);
    }
    left
}
