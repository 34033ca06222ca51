//! What happened when: an entry for each sentence that a date governs, in the order of the calendar.

mod aside;
mod clause;
pub mod label;
mod news;

use crate::analysis::claims::{self, Draft, Fitter, Subjects, stems};
use crate::calendar::{Date, Modifier, Period};
use crate::contract::{BlockKind, Claim, DateKind, Event, EventDateSource, Published};
use crate::document::Document;
use crate::recognisers::{DateFound, Mentions};
use label::Bound;

/// Most entries that are shown; in longer articles the most salient.
const MOST: usize = 60;
/// Dates among which the day of a birth is looked for once more.
const LOOKED_AT: usize = 2000;
/// Least words of an entry.
const LEAST: usize = 4;
/// Two tellings share at least so much of the shorter one's words.
const SAME_PERCENT: usize = 60;

/// The entries, in order. What the article tells on the day of its publication is the news that its key points tell.
#[must_use]
pub fn read(
    document: &Document,
    mentions: &Mentions,
    fitter: &Fitter<'_>,
    published: Option<Published>,
    key_points: &[Claim],
) -> Vec<Event> {
    let dates = mentions.dates.as_slice();
    let mut entries: Vec<Entry> = (0..dates.len()).filter_map(|at| entry(document, mentions, &fitter.subjects, published, at)).collect();
    if let Some(published) = published {
        entries.extend(news::own(document, mentions, published.date, key_points, &entries));
    }
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
    /// Whether it is a whole week, Monday to Sunday.
    week: bool,
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
        && !document.sentences()[found.sentence].is_endless()
        && !document.sentences()[found.sentence].is_endless()
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
    let (first, last) = days_of(found)?;
    let life = is_life(document, dates, at);
    // A birth that is told elsewhere, too, is told there.
    if life && dates.iter().take(LOOKED_AT).filter(|date| date.period == found.period).count() > 1 {
        return None;
    }
    let (last, span) = range_end(document, dates, at).filter(|_| !life).unwrap_or((last, 1));
    let draft = match part {
        Some(part) => claims::clause_without(document, dates, at, part.head, part.body),
        // A sentence that was told under an earlier date keeps this one, and one that tells of the past keeps a day to come,
        // so that a reader sees what belongs to it.
        None if clause::is_further(document, dates, at) || is_ahead_of(document, found, published) => {
            claims::sentence(document, dates, found.sentence)
        }
        None => claims::sentence_without(document, dates, found.sentence, at),
    };
    // "The conflict began." says too little, "The conflict began on Jan. 1." is a sentence.
    let draft = if draft.words() < LEAST && part.is_none() { claims::sentence(document, dates, found.sentence) } else { draft };
    let draft = subjects.named(document, found.sentence, draft)?;
    if draft.words() < LEAST || is_verbless(&draft.text) || is_open(&draft.text) || !claims::check(document, mentions, &draft).is_empty() {
        return None;
    }
    let bound = if span > 1 { Bound::None } else { bound(document, found) };
    let edtf = edtf(found, first, last, bound)?;
    let modifier = modifier(found);
    let salience = u32::try_from(1000 - 1000 * found.sentence / document.sentences().len().max(1)).unwrap_or(0);
    Some(Entry {
        first,
        last,
        week: is_week(found) && !is_weekend(found) && span == 1,
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

/// The first and the last stretch that a date names: Saturday and Sunday of a weekend, Monday and Sunday of a week.
fn days_of(found: &DateFound) -> Option<(Period, Period)> {
    let period = found.period?;
    let Some(Period::Day(monday)) = found.period.filter(|_| is_week(found)) else { return Some((period, period)) };
    let opens = if is_weekend(found) { 5 } else { 0 };
    Some((Period::Day(monday.plus_days(opens)?), Period::Day(monday.plus_days(6)?)))
}

/// Whether the date is a week or its end, which a period holds as its Monday.
fn is_week(found: &DateFound) -> bool {
    matches!(found.period, Some(Period::Day(_))) && found.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'))
}

fn is_weekend(found: &DateFound) -> bool {
    found.value.as_deref().is_some_and(|value| value.ends_with("-WE"))
}

/// "congratulated Orrin on the races of November", written in July: what lies ahead is not what the verb tells.
fn is_ahead_of(document: &Document, found: &DateFound, published: Option<Published>) -> bool {
    const AHEAD: [&str; 12] = ["will", "would", "may", "might", "can", "could", "shall", "’ll", "'ll", "be", "by", "until"];
    let begins = found.period.and_then(Period::first);
    let ahead = !found.ahead && published.is_some_and(|published| begins.is_some_and(|day| day > published.date));
    let mut words = document.tokens()[document.sentences()[found.sentence].tokens.clone()].iter();
    ahead && !words.any(|token| AHEAD.iter().any(|word| document.slice(token.span).ends_with(word)))
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

/// "Was that in 2005?", "Then in 2010 we just …": what is asked or broken off tells of nothing that happened.
fn is_open(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '’', ')', ' ']);
    text.ends_with(['?', '…']) || text.ends_with("..")
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
    if claims::is_dateline(document, found) || is_measure(document, found) || aside::is_aside(document, found) {
        return false;
    }
    if own_clause {
        return true;
    }
    if at > 0 && is_life(document, dates, at - 1) {
        return true;
    }
    let before = at.checked_sub(1).map(|i| &dates[i]).filter(|before| before.sentence == found.sentence && before.period.is_some());
    let Some(before) = before.filter(|before| !claims::is_dateline(document, before)) else {
        return true;
    };
    let between = before.tokens.end..found.tokens.start;
    let words = document.slices(&between);
    // "won the race in 2010 and 2011": what the first date governs the second does, too.
    let pair = matches!(words.as_slice(), ["and"] | [",", "and"] | ["and", "in" | "on"]) && !clause::is_further(document, dates, at - 1);
    if pair && claims::word_before(document, before) != "between" {
        return governs(document, dates, at - 1, false);
    }
    let clause = words.iter().any(|word| matches!(*word, ";" | "while" | "then" | "before" | "after"))
        || words.windows(2).any(|pair| pair[0] == "," && matches!(pair[1], "and" | "but" | "which" | "when" | "where"));
    clause && words.len() >= 4
}

/// "Ada Lim (31 October 1950 – 31 March 2016) was": the first of the two days of a life, which are an event each.
fn is_life(document: &Document, dates: &[DateFound], at: usize) -> bool {
    let Some((Period::Day(_), _)) = range_end(document, dates, at) else { return false };
    let closed = dates.get(at + 1).is_some_and(|last| claims::word_behind(document, last) == ")");
    matches!(dates[at].period, Some(Period::Day(_)))
        && closed
        && matches!(claims::word_before(document, &dates[at]).as_str(), "(" | ";" | ",")
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
        "from" if found.ahead => Bound::From,
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
    let value = found.edtf.clone().filter(|_| first == last);
    let side = |end: Period| value.clone().unwrap_or_else(|| end.edtf());
    found.edtf.as_ref()?;
    Some(match bound {
        Bound::None => value.unwrap_or_else(|| format!("{}/{}", first.edtf(), last.edtf())),
        Bound::Since | Bound::From => format!("{}/..", side(first)),
        Bound::By | Bound::Until | Bound::Before => format!("../{}", side(last)),
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
        let label = match (self.week, self.bound) {
            (true, Bound::None) => format!("Week of {}", label::of_period(self.first)?),
            (_, Bound::None) => label::of_entry(self.first, self.last, self.modifier, self.bound)?,
            (_, Bound::Since | Bound::From) => label::of_entry(self.first, self.first, self.modifier, self.bound)?,
            (_, Bound::By | Bound::Until | Bound::Before) => label::of_entry(self.last, self.last, self.modifier, self.bound)?,
        };
        Some(Event {
            id: format!("t{}", at + 1),
            label,
            date: Some(self.edtf.clone()),
            earliest: self.first.first().filter(|_| !matches!(self.bound, Bound::By | Bound::Until | Bound::Before)),
            latest: self.last.last().filter(|_| !matches!(self.bound, Bound::Since | Bound::From)),
            modifier: self.modifier,
            expected: self.expected,
            date_from: self.from,
            salience: self.salience,
            dates: self.dates.clone(),
            claim: self.draft.finish(document),
        })
    }
}
