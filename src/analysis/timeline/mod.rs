//! What happened when: an entry for each sentence that a date governs, in the order of the calendar.

mod clause;
pub mod label;
mod wording;

use crate::analysis::claims::{self, Draft, Fitter, Subjects, stems};
use crate::calendar::{Date, Modifier, Period};
use crate::contract::{BlockKind, DateKind, Event, EventDateSource, Published};
use crate::document::Document;
use crate::recognisers::{DateFound, Mentions};
use crate::span::Span;
use label::Bound;
use wording::without_date;

/// Most entries that are shown; in longer articles the most salient.
const MOST: usize = 60;
/// Two tellings share at least so much of the shorter one's words.
const SAME_PERCENT: usize = 60;

/// The entries, in order.
#[must_use]
pub fn read(document: &Document, mentions: &Mentions, fitter: &Fitter<'_>, published: Option<Published>) -> Vec<Event> {
    let dates = mentions.dates.as_slice();
    let mut entries: Vec<Entry> = (0..dates.len()).filter_map(|at| entry(document, mentions, &fitter.subjects, published, at)).collect();
    entries.extend(own_news(document, mentions, published, &entries));
    let mut entries = merged(entries);
    if entries.len() > MOST {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.salience));
        entries.truncate(MOST);
    }
    // By the first bounded side, coarse before fine, then as the text tells it.
    entries.sort_by_key(|entry| (entry.order(), entry.fineness(), entry.draft.sources.first().map(|(_, span)| span.start)));
    entries.iter().enumerate().filter_map(|(at, entry)| entry.finish(document, at)).collect()
}

struct Entry {
    first: Period,
    last: Period,
    edtf: String,
    modifier: Option<Modifier>,
    bound: Bound,
    expected: bool,
    from: EventDateSource,
    salience: u32,
    dates: Vec<usize>,
    draft: Draft,
}

fn entry(document: &Document, mentions: &Mentions, subjects: &Subjects<'_>, published: Option<Published>, at: usize) -> Option<Entry> {
    let dates = &mentions.dates;
    let found = &dates[at];
    let block = &document.blocks()[found.block];
    let tells = block.number.is_some()
        && matches!(found.kind, DateKind::Date | DateKind::Time)
        && !matches!(found.rule, "date.holiday" | "time.clock" | "date.that");
    if !tells {
        return None;
    }
    let part = clause::governed(document, dates, at);
    if part.is_none() && clause::is_in_relative(document, found) {
        return None;
    }
    // A further date of the same clause is no event of its own.
    let own = part.is_some_and(|part| {
        !dates[..at].iter().rev().take_while(|date| date.span.start >= part.body.start).any(|date| date.period.is_some())
    });
    if !governs(document, dates, at, own) || claims::is_stretch(document, found) {
        return None;
    }
    let first = found.period?;
    let (last, span) = range_end(document, dates, at).unwrap_or((first, 1));
    let told = match part {
        Some(part) => claims::clause(document, dates, found.sentence, part.head, part.body),
        None => claims::sentence(document, dates, found.sentence),
    };
    let whole = part.map_or_else(|| document.reading(told.sources[0].1), |part| in_place(document, told.sources[0].1, part));
    let draft = without_date(document, dates, found, &whole, told);
    let draft = subjects.named(document, found.sentence, draft)?;
    if draft.words() < 4 || is_verbless(&draft.text) || !claims::check(document, mentions, &draft).is_empty() {
        return None;
    }
    let bound = if span > 1 { Bound::None } else { bound(document, found) };
    let edtf = edtf(found, first, last, bound)?;
    let modifier = modifier(found);
    let salience = u32::try_from(1000 - 1000 * found.sentence / document.sentences().len().max(1)).unwrap_or(0);
    Some(Entry {
        first,
        last,
        edtf,
        modifier,
        bound,
        expected: is_expected(found, last, bound, published),
        from: EventDateSource::Text,
        salience,
        dates: (at..at + span).collect(),
        draft,
    })
}

/// The clause as it stands in the article.
fn in_place(document: &Document, sentence: Span, part: clause::Clause) -> String {
    let subject = part.head.map(|head| document.reading(head) + " ").unwrap_or_default();
    let body = document.reading(Span { start: part.body.start.max(sentence.start), ..part.body });
    format!("{subject}{body}{}", if body.ends_with('.') { "" } else { "." })
}

/// What lies behind the day of publication has not happened, and what lies before it has, whatever the verb says.
fn is_expected(found: &DateFound, last: Period, bound: Bound, published: Option<Published>) -> bool {
    let Some(published) = published else { return found.ahead };
    let ends_ahead = last.last().is_some_and(|day| day > published.date);
    let begins_ahead = found.period.and_then(Period::first).is_some_and(|day| day > published.date);
    let until = matches!(bound, Bound::By | Bound::Until | Bound::Before);
    bound != Bound::Since && ends_ahead && (found.ahead || begins_ahead || until)
}

/// "compared with 2008", "its lowest level since 1997", "from September 2004": the date measures, nothing happened then.
fn is_measure(document: &Document, found: &DateFound) -> bool {
    const COMPARES: [&str; 8] = ["compared", "versus", "than", "lowest", "highest", "biggest", "largest", "worst"];
    let sentence = document.sentences()[found.sentence].tokens.start;
    let word = |at: usize| document.slice(document.tokens()[at].span);
    let since = claims::word_before(document, found) == "since";
    let near = if since { 8 } else { 3 };
    (found.tokens.start.saturating_sub(near).max(sentence)..found.tokens.start)
        .rev()
        .take_while(|at| word(*at) != ",")
        .any(|at| COMPARES[..if since { 8 } else { 3 }].contains(&word(at)))
}

/// "Pilgrims at the Grand Mosque.": a caption, no event.
fn is_verbless(text: &str) -> bool {
    const SMALL: [&str; 16] =
        ["the", "and", "for", "from", "with", "near", "into", "over", "during", "after", "before", "its", "his", "her", "their", "of"];
    let plain = text.split(' ').skip(1).map(|word| word.trim_end_matches(|c: char| !c.is_alphabetic()));
    let can_be_verb = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase()) && !SMALL.contains(&word);
    !plain.into_iter().any(|word| can_be_verb(word) || word == "is")
}

/// The first date of a sentence governs it; a further one only in a clause of its own.
fn governs(document: &Document, dates: &[DateFound], at: usize, own_clause: bool) -> bool {
    let found = &dates[at];
    let attributive = found.rule == "date.year" && {
        let word = |i: usize| document.tokens().get(i).map_or("", |token| document.slice(token.span));
        let before = word(found.tokens.start.wrapping_sub(1));
        matches!(before, "the" | "a" | "’s" | "'s" | "his" | "her" | "its" | "their" | "than" | "of")
    };
    let ago = found.rule == "date.ago" && matches!(found.period, Some(Period::Decade(_)));
    let vast = ago || matches!(found.period, Some(Period::Century(_)));
    if attributive || claims::is_possessed(document, found) || vast || document.blocks()[found.block].kind == BlockKind::Caption {
        return false;
    }
    if is_dateline(document, found) || is_measure(document, found) {
        return false;
    }
    if own_clause {
        return true;
    }
    let before = at.checked_sub(1).map(|i| &dates[i]).filter(|before| before.sentence == found.sentence && before.period.is_some());
    let Some(before) = before.filter(|before| !is_dateline(document, before)) else {
        return true;
    };
    let between = before.tokens.end..found.tokens.start;
    let words: Vec<&str> = document.tokens()[between].iter().map(|token| document.slice(token.span)).collect();
    let clause = words.iter().any(|word| matches!(*word, ";" | "while" | "then" | "before" | "after"))
        || words.windows(2).any(|pair| pair[0] == "," && matches!(pair[1], "and" | "but" | "which" | "when" | "where"));
    clause && words.len() >= 4
}

/// "Thursday, May 7, 2015" in front of "On Tuesday, the council said".
fn is_dateline(document: &Document, found: &DateFound) -> bool {
    let sentence = &document.sentences()[found.sentence];
    found.tokens.start == sentence.tokens.start && claims::dated_front(document.slice(document.span_of(&sentence.tokens))).is_some()
}

/// "from January to September", "Oct. 20-23", "between 2004 and 2009": the date that closes the range.
fn range_end(document: &Document, dates: &[DateFound], at: usize) -> Option<(Period, usize)> {
    let (first, second) = (&dates[at], dates.get(at + 1)?);
    let joined = second.sentence == first.sentence && second.tokens.start == first.tokens.end + 1;
    let joint = document.slice(document.tokens()[first.tokens.end].span);
    let before = claims::word_before(document, first);
    let range = matches!(joint, "-" | "–" | "—" | "to" | "through" | "until") || joint == "and" && before == "between";
    let last = second.period.filter(|_| joined && range)?;
    (last.first()? > first.period?.first()?).then_some((last, 2))
}

fn bound(document: &Document, found: &DateFound) -> Bound {
    match claims::word_before(document, found).as_str() {
        "since" => Bound::Since,
        "by" => Bound::By,
        "until" | "till" => Bound::Until,
        "before" => Bound::Before,
        _ => Bound::None,
    }
}

/// A day has no early part that a reader needs, and "later this year" is no late part of it.
fn modifier(found: &DateFound) -> Option<Modifier> {
    let days = matches!(found.period, Some(Period::Day(_)));
    if days && found.modifier != Some("APPROX") || found.rule == "date.comparative" {
        return None;
    }
    match found.modifier? {
        "START" => Some(Modifier::Early),
        "MID" => Some(Modifier::Mid),
        "END" => Some(Modifier::Late),
        _ => Some(Modifier::About),
    }
}

fn edtf(found: &DateFound, first: Period, last: Period, bound: Bound) -> Option<String> {
    let value = found.edtf.clone()?;
    Some(match bound {
        _ if first != last => format!("{}/{}", first.edtf(), last.edtf()),
        Bound::None => value,
        Bound::Since => format!("{value}/.."),
        Bound::By | Bound::Until | Bound::Before => format!("../{value}"),
    })
}

/// The article's own news: its first sentence, where no entry tells of that day.
fn own_news(document: &Document, mentions: &Mentions, published: Option<Published>, entries: &[Entry]) -> Option<Entry> {
    let date = published?.date;
    let dates = &mentions.dates;
    let lead = document
        .sentences()
        .iter()
        .position(|sentence| document.blocks()[sentence.block].kind == BlockKind::Body && sentence.tokens.len() >= 8)?;
    let near = |day: Date| (day.days() - date.days()).abs() <= 3;
    let told = entries.iter().any(|entry| matches!(entry.first, Period::Day(day) if near(day)));
    // What the first sentence tells of another day it does not tell of this one.
    let dated = document.span_of(&document.sentences()[lead].tokens);
    let dated = claims::dates_in(dates, dated).iter().any(|&at| matches!(dates[at].period, Some(Period::Day(_))));
    if told || dated || document.paragraphs() < 3 {
        return None;
    }
    let draft = claims::sentence(document, dates, lead);
    if draft.has_open_date() || draft.text.ends_with('?') || !claims::check(document, mentions, &draft).is_empty() {
        return None;
    }
    let first = Period::Day(date);
    Some(Entry {
        first,
        last: first,
        edtf: first.edtf(),
        modifier: None,
        bound: Bound::None,
        expected: false,
        from: EventDateSource::Published,
        salience: 1000,
        dates: Vec::new(),
        draft,
    })
}

/// An event told twice is one entry that cites both places.
fn merged(entries: Vec<Entry>) -> Vec<Entry> {
    let mut kept: Vec<(Entry, Vec<String>)> = Vec::new();
    for entry in entries {
        let words = stems(&entry.draft.text);
        let twin = kept.iter_mut().rev().take(MOST).find(|(other, told)| other.edtf == entry.edtf && same(told, &words));
        match twin {
            Some((other, _)) => {
                other.salience = other.salience.max(entry.salience);
                other.dates.extend(entry.dates);
                if other.draft.sources.len() < 3 {
                    other.draft.sources.extend(entry.draft.sources);
                    other.draft.dates.extend(entry.draft.dates);
                }
            }
            None => kept.push((entry, words)),
        }
    }
    kept.into_iter().map(|(entry, _)| entry).collect()
}

fn same(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared * 100 >= a.len().min(b.len()).max(1) * SAME_PERCENT
}

impl Entry {
    /// Days of the first bounded side; "Late 2025" stands at its October.
    fn order(&self) -> i32 {
        let side = if matches!(self.bound, Bound::By | Bound::Until | Bound::Before) { self.last.last() } else { self.first.first() };
        let late = if self.modifier == Some(Modifier::Late) && matches!(self.first, Period::Year(_)) { 273 } else { 0 };
        side.map_or(i32::MAX, Date::days) + late
    }

    fn fineness(&self) -> i32 {
        match (self.first.first(), self.last.last()) {
            (Some(first), Some(last)) => first.days() - last.days(),
            _ => 0,
        }
    }

    fn finish(&self, document: &Document, at: usize) -> Option<Event> {
        let week = self.first == self.last && self.edtf.contains('/') && self.bound == Bound::None;
        let label = label::of_entry(self.first, self.last, self.modifier, self.bound)?;
        let last = if week { self.first.first()?.plus_days(6) } else { self.last.last() };
        Some(Event {
            id: format!("t{}", at + 1),
            label: if week { format!("Week of {label}") } else { label },
            date: Some(self.edtf.clone()),
            earliest: self.first.first().filter(|_| !matches!(self.bound, Bound::By | Bound::Until | Bound::Before)),
            latest: last.filter(|_| self.bound != Bound::Since),
            modifier: self.modifier,
            expected: self.expected,
            date_from: self.from,
            salience: self.salience,
            dates: self.dates.clone(),
            claim: self.draft.finish(document),
        })
    }
}
