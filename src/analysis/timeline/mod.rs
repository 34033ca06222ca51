//! What happened when: an entry for each sentence that a date governs, in the order of the calendar.

mod aside;
mod before_christ;
mod clause;
mod governs;
pub mod label;
mod lexicon;
mod life;
mod news;
mod opening;
mod order;
mod range;
mod speaker;
mod subordinate;
mod told;

use crate::analysis::claims::{self, Draft, Fitter, Subjects, stems};
use crate::calendar::{Modifier, Period};
use crate::contract::{Claim, DateKind, Event, EventDateSource, Published};
use crate::document::Document;
use crate::recognisers::{DateFound, Mentions};
use clause::Governed;
use label::Bound;

/// Most entries that are shown; in longer articles the most salient.
const MOST: usize = 60;

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
    let speaker = speaker::Speaker::of(document, &mentions.names);
    let voice = Voice { subjects: &fitter.subjects, speaker: speaker.as_ref() };
    let mut entries: Vec<Entry> = (0..dates.len()).filter_map(|at| entry(document, mentions, voice, published, at)).collect();
    if let Some(published) = published {
        entries.extend(news::own(document, mentions, published.date, key_points, &entries));
    }
    let mut entries = merged(entries);
    if entries.len() > MOST {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.salience));
        entries.truncate(MOST);
    }
    entries.sort_by_key(Entry::place);
    entries.iter().enumerate().filter_map(|(at, entry)| entry.finish(document, at)).collect()
}

struct Entry {
    time: Time,
    edtf: String,
    expected: bool,
    from: EventDateSource,
    salience: u32,
    dates: Vec<usize>,
    draft: Draft,
    /// Whether the sentence tells it of several years, each with its own.
    each: bool,
}

/// Whom a pronoun means.
#[derive(Clone, Copy)]
struct Voice<'a> {
    subjects: &'a Subjects<'a>,
    speaker: Option<&'a speaker::Speaker>,
}

/// When it happened.
enum Time {
    Days(Days),
    BeforeChrist(before_christ::Year),
}

/// A stretch of the calendar, open to one side or closed.
#[derive(Clone, Copy)]
struct Days {
    first: Period,
    last: Period,
    /// Whether it is a whole week, Monday to Sunday.
    week: bool,
    modifier: Option<Modifier>,
    /// The part of its last stretch: "late 2014 to early 2016".
    closing: Option<Modifier>,
    bound: Bound,
}

fn entry(document: &Document, mentions: &Mentions, voice: Voice<'_>, published: Option<Published>, at: usize) -> Option<Entry> {
    let dates = &mentions.dates;
    let found = &dates[at];
    let sentence = &document.sentences()[found.sentence];
    let tells = document.blocks()[found.block].number.is_some()
        && !sentence.is_endless()
        && matches!(found.kind, DateKind::Date | DateKind::Time)
        && !matches!(found.rule, "date.holiday" | "time.clock" | "date.that");
    if !tells || is_counted_from_nowhere(found) {
        return None;
    }
    let told = match life::told(document, dates, at) {
        Some(life::Life::Told(draft)) => Some(draft),
        Some(life::Life::Elsewhere) => return None,
        None => opening::told(document, dates, at),
    };
    let life = told.is_some();
    let draft = told.or_else(|| drafted(document, dates, voice, published, at))?;
    if told::is_none(&draft.text, life) || !claims::check(document, mentions, &draft).is_empty() {
        return None;
    }
    let (time, edtf, count) = when(document, dates, published, at, life)?;
    Some(Entry {
        expected: matches!(time, Time::Days(days) if is_expected(found, days, published))
            && (published.is_some() || !told::is_past(&draft.text)),
        time,
        edtf,
        from: EventDateSource::Text,
        salience: u32::try_from(1000 - 1000 * found.sentence / document.sentences().len().max(1)).unwrap_or(0),
        dates: (at..at + count).collect(),
        each: claims::each_of(document, dates, at).is_some(),
        draft,
    })
}

/// What the date's sentence or clause tells; `None` where the date governs none.
fn drafted(document: &Document, dates: &[DateFound], voice: Voice<'_>, published: Option<Published>, at: usize) -> Option<Draft> {
    let found = &dates[at];
    let part = match clause::governed(document, dates, at) {
        Governed::Clause(clause) => Some(clause),
        Governed::Sentence => None,
        Governed::Other => return None,
    };
    // A further date of the same clause is no event of its own.
    let own = part.is_some_and(|part| {
        !dates[..at].iter().rev().take_while(|date| date.span.start >= part.body.start).any(|date| date.period.is_some())
    });
    if !governs::governs(document, dates, at, own) || claims::is_stretch(document, found) {
        return None;
    }
    // Of years in each of which it happened the list goes as a whole.
    let first = claims::each_of(document, dates, at).map_or(at, |years| years.start);
    let draft = match part {
        Some(part) => claims::clause_without(document, dates, first, part.head, part.body),
        None if first < at => claims::sentence_without(document, dates, found.sentence, first),
        // A sentence that was told under an earlier date keeps this one, and one that tells of the past keeps a day to come,
        // so that a reader sees what belongs to it.
        None if is_told_before(document, dates, at) || is_ahead_of(document, found, published) => {
            claims::sentence(document, dates, found.sentence)
        }
        None => claims::sentence_without(document, dates, found.sentence, at),
    };
    // "The conflict began." says too little, "The conflict began on Jan. 1." is a sentence.
    let draft = match part {
        _ if told::says_enough(&draft.text) => draft,
        Some(part) => claims::clause_with(document, dates, at, part.head, part.body),
        None => claims::sentence(document, dates, found.sentence),
    };
    let draft = told::without_opening(draft);
    if let Some(speaker) = voice.speaker.filter(|_| told::is_spoken(&draft.text)) {
        return Some(speaker.quoted(claims::sentence(document, dates, found.sentence)));
    }
    voice.subjects.named(document, found.sentence, draft)
}

/// Whether an earlier date of the sentence governs it, too.
fn is_told_before(document: &Document, dates: &[DateFound], at: usize) -> bool {
    clause::is_further(document, dates, at) && {
        let same = |other: &usize| dates[*other].sentence == dates[at].sentence;
        (0..at).rev().take_while(same).any(|other| dates[other].edtf.is_some() && governs::governs(document, dates, other, false))
    }
}

/// When it happened, the value in EDTF, and how many dates say so.
fn when(document: &Document, dates: &[DateFound], published: Option<Published>, at: usize, life: bool) -> Option<(Time, String, usize)> {
    let found = &dates[at];
    if let Some(year) = before_christ::Year::of(document, dates, at) {
        let (edtf, count) = (year.edtf(found)?, year.dates());
        return Some((Time::BeforeChrist(year), edtf, count));
    }
    let (first, last) = days_of(found)?;
    let (last, count) = range::end(document, dates, at).filter(|_| !life).unwrap_or((last, 1));
    let bound = if count > 1 || life { Bound::None } else { range::bound(document, found, published) };
    let edtf = range::edtf(found, first, last, bound)?;
    let week = is_week(found) && !is_weekend(found) && count == 1;
    let closing = if count > 1 { modifier(&dates[at + count - 1]) } else { None };
    Some((Time::Days(Days { first, last, week, modifier: modifier(found), closing, bound }), edtf, count))
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

/// Whether it is counted from the latest day that the text happens to name, since nobody knows when the text appeared: "last
/// Friday" is hardly the Friday before that day.
fn is_counted_from_nowhere(found: &DateFound) -> bool {
    claims::is_deictic(found) && found.anchor.is_some() && !found.is_anchored()
}

/// "congratulated Orrin on the races of November", written in July: what lies ahead is not what the verb tells.
fn is_ahead_of(document: &Document, found: &DateFound, published: Option<Published>) -> bool {
    let ahead = !found.ahead && range::begins_ahead(found, published);
    let mut words = document.tokens()[document.sentences()[found.sentence].tokens.clone()].iter();
    ahead && !words.any(|token| lexicon::is_in("ahead", document.slice(token.span)))
}

/// What lies behind the day of publication has not happened, and what lies before it has, whatever the verb says.
fn is_expected(found: &DateFound, days: Days, published: Option<Published>) -> bool {
    let begins_ahead = range::begins_ahead(found, published);
    let Some(published) = published else { return found.ahead };
    let bound = days.bound;
    let ends_ahead = days.last.last().is_some_and(|day| day > published.date);
    let until = matches!(bound, Bound::By | Bound::Until | Bound::Before);
    bound != Bound::Since && ends_ahead && (found.ahead || begins_ahead || until)
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

/// An event told twice is one entry that cites both places.
fn merged(entries: Vec<Entry>) -> Vec<Entry> {
    let mut kept: Vec<(Entry, Vec<String>)> = Vec::new();
    for entry in entries {
        let words = stems(&entry.draft.text);
        // One sentence is told once, whatever dates it names.
        let again = |other: &Entry| other.draft.text == entry.draft.text && other.edtf != entry.edtf;
        if !entry.each && kept.iter().rev().take(MOST).any(|(other, _)| again(other)) {
            continue;
        }
        let twin = kept
            .iter_mut()
            .rev()
            .take(MOST)
            .find(|(other, told)| other.edtf == entry.edtf && same(told, &words) && !differ(&other.draft.text, &entry.draft.text));
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

/// Whether each of two tellings has a figure that the other lacks, so that they are of two events: "to 25%", "to 100%".
fn differ(a: &str, b: &str) -> bool {
    let figures = |text: &str| -> Vec<String> {
        let runs = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        runs.map(|run| run.trim_matches(['.', ',']).to_owned()).filter(|run| !run.is_empty()).collect()
    };
    let (a, b) = (figures(a), figures(b));
    let lacks = |a: &[String], b: &[String]| a.iter().any(|figure| !b.contains(figure));
    lacks(&a, &b) && lacks(&b, &a)
}

fn same(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared * 100 >= a.len().min(b.len()).max(1) * SAME_PERCENT
}
