//! The head of an article: title, deck, byline, dateline, and when it was published.

use super::authors::{author, is_job, is_name};
use super::kinds::{ends_sentence, is_marked, unmarked, words};
use crate::calendar::{Date, find_date, month_of};
use crate::characters::{alphanumerics, fold, front, on_one_line};
use crate::contract::{BlockKind, DateSource, Published};

/// How many blocks from the top a head can reach.
const REACH: usize = 14;
/// A sentence-like block of at least so many words is prose; above the byline a shorter one is a deck.
const PROSE: usize = 55;
/// Most words of a title.
const TITLE: usize = 45;
/// Most words of a paragraph that states when the article was published.
const STATEMENT: usize = 90;
/// How many bytes of a paragraph may belong to its dateline.
const DATELINE: usize = 160;

/// What the head says.
#[derive(Debug, Default)]
pub struct Head {
    /// The title's words.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
}

/// Reads the head of `blocks` and sets the kinds of its blocks. A paste of one block is a body without a title.
#[must_use]
pub fn read(blocks: &[&str], kinds: &mut [BlockKind]) -> Head {
    let mut head = Head::default();
    if blocks.len() > 1 {
        let mut lines: Vec<HeadLine<'_>> = blocks.iter().take(REACH).map(|block| head_line(block)).collect();
        read_neighbours(&mut lines);
        let reach = zone(blocks, kinds, &lines);
        for (at, line) in lines.iter().enumerate().take(reach) {
            head.take(at, line, kinds);
        }
        head.title = title(blocks, kinds, &lines, reach).map(|at| {
            kinds[at] = BlockKind::Title;
            set_decks(blocks, kinds, at, reach);
            on_one_line(unmarked(behind_label(blocks[at]).unwrap_or(blocks[at]))).into_owned()
        });
        // Above the title stands what the document carries before it.
        if let Some(at) = kinds.iter().position(|kind| *kind == BlockKind::Title) {
            for above in 0..at {
                let twice = kinds[above] == BlockKind::Body && blocks[above] == blocks[at];
                let short = kinds[above] == BlockKind::Body && words(blocks[above]) <= 8 && !ends_sentence(blocks[above]);
                if kinds[above] == BlockKind::Heading || short || twice {
                    kinds[above] = BlockKind::Note;
                }
            }
        }
    }
    if head.published.is_none() {
        head.published = dateline(blocks, kinds).or_else(|| stated(blocks, kinds));
    }
    head
}

impl Head {
    fn take(&mut self, at: usize, line: &HeadLine<'_>, kinds: &mut [BlockKind]) {
        match line {
            HeadLine::Date(date) => {
                kinds[at] = BlockKind::Byline;
                self.published.get_or_insert(Published { date: *date, from: DateSource::Byline });
            }
            HeadLine::Author(name, date) => {
                kinds[at] = BlockKind::Byline;
                self.byline.get_or_insert_with(|| name.clone());
                if let Some(date) = *date {
                    self.published.get_or_insert(Published { date, from: DateSource::Byline });
                }
            }
            HeadLine::Job => kinds[at] = BlockKind::Byline,
            HeadLine::Updated => kinds[at] = BlockKind::Note,
            HeadLine::Subject | HeadLine::Other(_) => {}
        }
    }
}

/// What a block of the head is by its words.
enum HeadLine<'a> {
    Date(Date),
    Author(String, Option<Date>),
    Job,
    Updated,
    Subject,
    Other(&'a str),
}

fn head_line(block: &str) -> HeadLine<'_> {
    if block.len() > 300 {
        return HeadLine::Other(block);
    }
    let folded = fold(block);
    if behind_label(block).is_some() {
        return HeadLine::Subject;
    }
    let emphasis = |c: char| matches!(c, '*' | '_');
    if let Some(name) = author(block.trim_matches(emphasis), folded.trim_matches(emphasis)) {
        return HeadLine::Author(name, find_date(block).map(|(_, date)| date));
    }
    // "October 29, 2025 6:32 PM Updated 2 hours ago" begins with the day of publication.
    let updated_first =
        || folded.find("updated").or(folded.find("modified")).is_some_and(|at| find_date(block).is_some_and(|(range, _)| at < range.start));
    match date_line(block) {
        Some(_) if updated_first() && !["published", "posted", "first"].iter().any(|word| folded.contains(word)) => HeadLine::Updated,
        Some(date) => HeadLine::Date(date),
        None => HeadLine::Other(block),
    }
}

/// Lines that mean something only beside another: what the author is, below the byline; a name alone, below a title and
/// above what its owner is or the date.
fn read_neighbours(lines: &mut [HeadLine<'_>]) {
    for at in 1..lines.len() {
        let HeadLine::Other(block) = lines[at] else { continue };
        let job_next = matches!(lines.get(at + 1), Some(HeadLine::Other(next)) if is_job(next));
        let date_next = matches!(lines.get(at + 1), Some(HeadLine::Date(_) | HeadLine::Updated));
        let titled = lines[..at].iter().any(|line| matches!(line, HeadLine::Other(above) if words(above) >= 4));
        if matches!(lines[at - 1], HeadLine::Author(..) | HeadLine::Job) && is_job(block) {
            lines[at] = HeadLine::Job;
        } else if titled && (job_next || date_next) && is_name(named(block)) {
            lines[at] = HeadLine::Author(named(block).to_owned(), None);
        }
    }
    // The name may stand alone above, too.
    let author = lines.iter().find_map(|line| if let HeadLine::Author(name, _) = line { Some(name.clone()) } else { None });
    for line in lines.iter_mut().skip(1) {
        if let (HeadLine::Other(block), Some(name)) = (&*line, &author)
            && block == name
        {
            *line = HeadLine::Job;
        }
    }
}

/// "Ines Coto in Orrin Quay" names her alone.
fn named(block: &str) -> &str {
    block.split_once(" in ").filter(|(_, place)| words(place) <= 4 && place.starts_with(char::is_uppercase)).map_or(block, |(name, _)| name)
}

/// What stands behind "Subject:", "Title:" or "Headline:".
fn behind_label(block: &str) -> Option<&str> {
    let (label, title) = block.split_once(':')?;
    let names_it = ["subject", "title", "headline"].iter().any(|name| label.trim().eq_ignore_ascii_case(name));
    (names_it && !title.trim().is_empty()).then(|| title.trim())
}

/// The date of a line that says little else.
fn date_line(block: &str) -> Option<Date> {
    const FILLERS: [&str; 44] = [
        "published",
        "posted",
        "updated",
        "first",
        "last",
        "modified",
        "on",
        "at",
        "date",
        "issued",
        "released",
        "release",
        "filed",
        "created",
        "by",
        "the",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thurs",
        "fri",
        "sat",
        "sun",
        "am",
        "pm",
        "a",
        "m",
        "p",
        "of",
        "press",
        "news",
        "and",
        "dated",
        "utc",
        "gmt",
    ];
    let (range, date) = find_date(block)?;
    let rest = format!("{} {}", &block[..range.start], &block[range.end..]);
    let folded = fold(&rest);
    let words = alphanumerics(&folded);
    let other = words
        .filter(|word| {
            !FILLERS.contains(word) && !word.starts_with(|c: char| c.is_ascii_digit()) && month_of(word).is_none() && !is_zone(word)
        })
        .count();
    (other <= 2 && block.len() <= 120).then_some(date)
}

fn is_zone(word: &str) -> bool {
    matches!(
        word,
        "et" | "est"
            | "edt"
            | "ct"
            | "cst"
            | "cdt"
            | "mt"
            | "pt"
            | "pst"
            | "pdt"
            | "bst"
            | "cet"
            | "cest"
            | "ist"
            | "jst"
            | "hkt"
            | "sgt"
            | "t"
            | "z"
    )
}

/// How many blocks the head has: to the last line that says who or when, as long as no prose stands above it; else to
/// the first sentence.
fn zone(blocks: &[&str], kinds: &[BlockKind], lines: &[HeadLine<'_>]) -> usize {
    let is_prose = |at: usize| words(blocks[at]) >= PROSE && ends_sentence(blocks[at]);
    let mut sentences = 0;
    let mut reach = 0;
    for (at, line) in lines.iter().enumerate() {
        match line {
            HeadLine::Other(_) if is_prose(at) || sentences > 1 => break,
            // What a picture shows stands above its caption.
            HeadLine::Other(_) if kinds.get(at + 1) == Some(&BlockKind::Caption) => {}
            HeadLine::Other(block) => sentences += usize::from(ends_sentence(block) && kinds[at] == BlockKind::Body && !is_marked(block)),
            _ => reach = at + 1,
        }
    }
    let first_sentence =
        (reach..lines.len()).find(|&at| kinds[at] == BlockKind::List || ends_sentence(blocks[at]) && kinds[at] == BlockKind::Body);
    first_sentence.unwrap_or(lines.len()).max(reach)
}

/// The block that is the title: a marked heading, else the first line of at least four words, else the first line.
fn title(blocks: &[&str], kinds: &[BlockKind], lines: &[HeadLine<'_>], reach: usize) -> Option<usize> {
    if let Some(subject) = lines.iter().take(reach).position(|line| matches!(line, HeadLine::Subject)) {
        return Some(subject);
    }
    let candidates: Vec<usize> = (0..reach.min(blocks.len() - 1)).filter(|&at| is_title(blocks, kinds, lines, at)).collect();
    let first = *candidates.first()?;
    let marked = candidates.iter().find(|&&at| is_marked(blocks[at]));
    let full = candidates.iter().find(|&&at| words(blocks[at]) >= 4);
    // A lone word above a longer line may still be the title ("Zurich"), unless it is a section's name in capitals.
    let short_first = kinds[first] == BlockKind::Heading && full.is_some_and(|&at| ends_sentence(blocks[at]));
    let chosen = marked.or(if short_first { None } else { full }).or(Some(&first)).copied()?;
    // A page that shows its title twice, once in a menu, shows the article below the second.
    candidates.iter().copied().rfind(|&at| fold(blocks[at]) == fold(blocks[chosen]))
}

fn is_title(blocks: &[&str], kinds: &[BlockKind], lines: &[HeadLine<'_>], at: usize) -> bool {
    let block = blocks[at];
    if !matches!(lines[at], HeadLine::Other(_)) || !matches!(kinds[at], BlockKind::Heading | BlockKind::Body) {
        return false;
    }
    if is_marked(block) {
        return true;
    }
    let open_end = !ends_sentence(block) || block.ends_with(['?', '!', '…']) && words(blocks[at + 1]) >= 15;
    open_end
        && words(block) <= TITLE
        && block.chars().any(char::is_alphanumeric)
        && !block.starts_with(char::is_lowercase)
        && !block.ends_with([':', ','])
}

/// Between title and article: a standfirst.
fn set_decks(blocks: &[&str], kinds: &mut [BlockKind], title: usize, reach: usize) {
    let mut met = title;
    for at in title + 1..reach {
        let open = matches!(kinds[at], BlockKind::Body | BlockKind::Heading) && !is_marked(blocks[at]);
        let small = blocks[at].starts_with(char::is_lowercase) && words(blocks[at]) <= 25;
        let pictured =
            kinds[title..at].contains(&BlockKind::Deck) && kinds.get(at + 1) == Some(&BlockKind::Caption) && words(blocks[at]) <= 30;
        if open && (small || pictured) {
            kinds[at] = BlockKind::Caption;
        } else if open && words(blocks[at]) >= 5 && (met == at - 1 || ends_sentence(blocks[at])) {
            kinds[at] = BlockKind::Deck;
        }
        // A second line of the standfirst is no short heading.
        let long = |next: &&str| words(next) >= 8 && !ends_sentence(next);
        let goes_on = kinds[at] == BlockKind::Deck && !ends_sentence(blocks[at]) && blocks.get(at + 1).is_some_and(long);
        if (goes_on || matches!(kinds[at], BlockKind::Byline | BlockKind::Note | BlockKind::Caption)) && met == at - 1 {
            met = at;
        }
    }
    // Between a byline and the first sentence: whose picture it is, what it shows.
    let signed = kinds[title..reach].iter().position(|kind| *kind == BlockKind::Byline).map_or(reach, |at| title + at);
    for at in signed..reach {
        if kinds[at] == BlockKind::Body && !ends_sentence(blocks[at]) && words(blocks[at]) <= 14 && !blocks[at].ends_with([':', ',']) {
            kinds[at] = BlockKind::Note;
        }
    }
}

/// "BEIJING, Oct. 28, 2025 (Northwire) —" at the front of one of the first paragraphs.
fn dateline(blocks: &[&str], kinds: &[BlockKind]) -> Option<Published> {
    let bodies = blocks.iter().zip(kinds).filter(|(_, kind)| **kind == BlockKind::Body).take(2);
    bodies
        .filter_map(|(block, _)| dateline_span(block).and_then(find_date))
        .map(|(_, date)| Published { date, from: DateSource::Dateline })
        .next()
}

/// The inline dateline of a paragraph, without its dash.
#[must_use]
pub fn dateline_span(block: &str) -> Option<&str> {
    // Behind the dash stands something.
    let head = front(block, DATELINE.min(block.len().checked_sub(1)?));
    if !head.bytes().any(|byte| byte == b'-' || byte == "—".as_bytes()[0]) {
        return None;
    }
    let (at, _) = ["—", "–", " - ", "--"].iter().filter_map(|dash| head.find(dash).map(|at| (at, dash))).min()?;
    let line = block[..at].trim_end();
    // "Ada Lim (31 October 1950 – 31 March 2016)": a dash inside a bracket closes nothing.
    if line.matches('(').count() > line.matches(')').count() {
        return None;
    }
    let place = line.split([',', '(']).next()?.trim();
    let first = place.split_whitespace().next()?;
    let loud = first.chars().filter(|c| c.is_alphabetic()).count() >= 2 && first.chars().all(|c| !c.is_lowercase());
    let wired = line.ends_with(')') || find_date(line).is_some();
    (loud || wired && words(place) <= 4 && place.starts_with(char::is_uppercase)).then_some(line)
}

/// "… said today (28 December 2016)", "This article was first published on Oct. 29, 2025."
fn stated(blocks: &[&str], kinds: &[BlockKind]) -> Option<Published> {
    const WORDS: [&str; 6] = ["published", "posted", "issued", "released", "today", "date"];
    let ends = (0..blocks.len().min(4)).chain(blocks.len().saturating_sub(4).max(4)..blocks.len());
    let says = |at: &usize| (kinds[*at].is_numbered() || kinds[*at] == BlockKind::Note) && words(blocks[*at]) <= STATEMENT;
    ends.filter(says).find_map(|at| {
        let (range, date) = find_date(blocks[at])?;
        let before = fold(&blocks[at][..range.start]);
        let before = before.trim_end_matches(['(', ' ', ',', ':']).trim_end_matches("on").trim_end_matches("online").trim_end();
        let names_it = WORDS.iter().any(|word| before.ends_with(word)) && !before.ends_with("update");
        names_it.then_some(Published { date, from: DateSource::Text })
    })
}
