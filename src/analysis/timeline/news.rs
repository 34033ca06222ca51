//! What the article itself tells on the day on which it appeared.

use super::lexicon::is_in;
use super::told::is_open;
use super::{Bound, Days, Entry, Time, same};
use crate::analysis::claims::{self, stems};
use crate::calendar::{Date, Period};
use crate::characters::{pieces, small};
use crate::contract::{BlockKind, Claim, EntityKind, EventDateSource};
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past, tags};
use crate::recognisers::Mentions;

/// Sentences of the body among which the news is told.
const OPENING: usize = 6;
/// Tokens of the shortest sentence that tells news.
const LEAST: usize = 8;
/// Days from that of publication on which an entry may already tell the news.
const NEAR: i32 = 3;
/// Days from that of publication that news speaks of.
const DAYS: i32 = 10;
/// Dates of a text among which one of those days is looked for.
const LOOKED_AT: usize = 200;
/// Words among which a clause in front of a sentence says that it is one.
const FRONT: usize = 4;
/// Words among which such a clause ends.
const OPENED: usize = 16;
/// Paragraphs of a text that is an article.
const PARAGRAPHS: usize = 3;

/// The first sentence, where it tells news of no other day; else the first key point, where that is news and stands among
/// the opening sentences. None where an entry of those days was made from these sentences.
pub fn own(document: &Document, mentions: &Mentions, day: Date, key_points: &[Claim], entries: &[Entry]) -> Option<Entry> {
    if document.paragraphs() < PARAGRAPHS {
        return None;
    }
    let body = |at: &usize| {
        let sentence = &document.sentences()[*at];
        document.blocks()[sentence.block].kind == BlockKind::Body && sentence.tokens.len() >= LEAST
    };
    let opening: Vec<usize> = (0..document.sentences().len()).filter(body).take(OPENING).collect();
    let (lead, last) = (*opening.first()?, *opening.last()?);
    let near = |entry: &&Entry| matches!(entry.time, Time::Days(Days { first: Period::Day(date), .. }) if (date.days() - day.days()).abs() <= NEAR);
    let reach = document.span_of(&document.sentences()[last].tokens).end;
    if entries.iter().filter(near).any(|entry| entry.draft.sources[0].1.start < reach) {
        return None;
    }
    let point = key_points.first().and_then(|point| opening.iter().copied().find(|at| is_source(document, *at, point)));
    let entry = std::iter::once(lead).chain(point).find_map(|at| entry(document, mentions, day, at))?;
    let words = stems(&entry.draft.text);
    (!entries.iter().filter(near).any(|other| same(&stems(&other.draft.text), &words))).then_some(entry)
}

/// Whether the point was made from the sentence.
fn is_source(document: &Document, sentence: usize, point: &Claim) -> bool {
    let sentence = &document.sentences()[sentence];
    let span = document.mention(sentence.block, document.span_of(&sentence.tokens));
    point.sources.first().is_some_and(|source| source.block == span.block && (span.start..span.end).contains(&source.start))
}

fn entry(document: &Document, mentions: &Mentions, day: Date, sentence: usize) -> Option<Entry> {
    let dates = &mentions.dates;
    // What a sentence tells of another day it does not tell of this one.
    let dated = claims::dates_in(dates, document.span_of(&document.sentences()[sentence].tokens));
    if dated.iter().any(|&at| matches!(dates[at].period, Some(Period::Day(date)) if date != day)) {
        return None;
    }
    let draft = claims::sentence(document, dates, sentence);
    let now = tells_of_now(&draft.text) || opens_with_firm(document, mentions, sentence);
    if !now && !is_of_these_days(document, mentions, day) {
        return None;
    }
    if draft.has_open_date()
        || is_open(&draft.text)
        || is_read_out(&draft.text)
        || !tells_news(&draft.text)
        || !claims::check(document, mentions, &draft).is_empty()
    {
        return None;
    }
    let first = Period::Day(day);
    Some(Entry {
        time: Time::Days(Days { first, last: first, week: false, modifier: None, closing: None, bound: Bound::None }),
        edtf: first.edtf(),
        expected: false,
        from: EventDateSource::Published,
        salience: 1000,
        dates: Vec::new(),
        each: false,
        draft,
    })
}

/// Whether a paragraph names a day near that of publication, as news does and a guide, a study or a tale does not.
fn is_of_these_days(document: &Document, mentions: &Mentions, day: Date) -> bool {
    let near = |period: Option<Period>| matches!(period, Some(Period::Day(date)) if (date.days() - day.days()).abs() <= DAYS);
    mentions.dates.iter().take(LOOKED_AT).any(|date| near(date.period) && document.blocks()[date.block].number.is_some())
}

/// "Kite Lines earned": what a firm or a body did stands in the news.
fn opens_with_firm(document: &Document, mentions: &Mentions, sentence: usize) -> bool {
    let first = document.sentences()[sentence].tokens.start;
    let names = &mentions.names;
    let opening = names.get(names.partition_point(|name| name.tokens.start < first)).filter(|name| name.tokens.start <= first + 1);
    opening.is_some_and(|name| matches!(name.kind, EntityKind::Company | EntityKind::Organisation))
}

/// "has won an order", "are to bid again": what is told of no day is news where it has just happened, is to come or was
/// announced.
fn tells_of_now(text: &str) -> bool {
    let words: Vec<&str> = pieces(text).collect();
    let verb = main_verb(&words, &tags(&words));
    let made = |word: &str| claims::is_in("speech", word) || claims::is_in("act", word);
    verb.is_some_and(|verb| {
        matches!(words[verb], "has" | "have" | "is" | "are" | "unveiled" | "released" | "launched") || made(words[verb])
    })
}

/// "The report stated: …": a writing says so for good, on whatever day it came out.
fn is_read_out(text: &str) -> bool {
    let mut words = pieces(text);
    let writing = words.next() == Some("The") && words.next().is_some_and(|noun| is_in("writing", noun));
    writing
        && words
            .next()
            .is_some_and(|verb| matches!(verb.trim_end_matches([',', ':']), "stated" | "states" | "said" | "says" | "reads" | "read"))
}

/// The verb of the sentence; what opens it may have its own: "Three years after it was due, the yard has opened".
fn main_verb(words: &[&str], tagged: &[Tag]) -> Option<usize> {
    let front = tagged[0] == Tag::Preposition || words.iter().take(FRONT).any(|word| is_in("subordinate", &small(word)));
    let comma = words.iter().take(OPENED).position(|word| word.ends_with(',')).filter(|_| front);
    (comma.map_or(0, |comma| comma + 1)..words.len()).find(|at| tagged[*at] == Tag::Finite)
}

/// Whether somebody or something did something: "Nice, thank you very much!", "It is crazy in here", "Basil is easy to
/// grow" and "We hope" are no events.
fn tells_news(text: &str) -> bool {
    let words: Vec<&str> = pieces(text).collect();
    let tagged = tags(&words);
    let Some(verb) = main_verb(&words, &tagged) else { return false };
    let bare = |at: usize| words[at].trim_end_matches([',', '.', '!', '?', ':']);
    let speaks = (0..words.len()).any(|at| is_in("addressing", bare(at)));
    let named = tagged[1..].contains(&Tag::Name) || tagged[..verb].iter().any(|tag| matches!(tag, Tag::Name | Tag::Number));
    let near = verb + 1..tagged.len().min(verb + 4);
    let done = tagged[near.clone()].iter().any(|tag| matches!(tag, Tag::Participle | Tag::Ing));
    // "is opening", "is expected to open"; "Rope is kept in the sheds" tells how it always is.
    let now = { near }.any(|at| tagged[at] == Tag::Ing || tagged[at] == Tag::Participle && words.get(at + 1) == Some(&"to"));
    let happened = match bare(verb) {
        // "Jenna was picking herself up": so tales begin, and no news.
        "was" | "were" if tagged.get(verb + 1) == Some(&Tag::Ing) => false,
        "is" | "are" => now,
        "was" | "were" | "has" | "have" | "had" => done,
        word => can_be_past(word) || claims::is_in("speech", word) || claims::is_in("act", word),
    };
    happened && named && !speaks && !is_in("no news", words[0]) && !text.ends_with('!')
}
