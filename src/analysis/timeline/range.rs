//! Dates that make one entry together: "from January to September", "in 2007 and 2008"; and bounds, "by May", "after 2011".

use super::label::Bound;
use super::lexicon::is_in;
use crate::analysis::claims;
use crate::calendar::Period;
use crate::contract::{DateKind, Published};
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past};
use crate::recognisers::DateFound;

/// Most dates of one list.
const LISTED: usize = 12;

/// "from January to September", "Oct. 20-23", "between 2004 and 2009", "in 2007 and 2008": the date that closes the range,
/// and how many dates are in it.
pub fn end(document: &Document, dates: &[DateFound], at: usize) -> Option<(Period, usize)> {
    if let Some(closes) = claims::closes_range(document, dates, at) {
        return Some((dates[closes].period?, 2));
    }
    if claims::each_of(document, dates, at).is_some() { None } else { neighbours(document, dates, at) }
}

/// A list of stretches that follow one another: the last, and how many.
fn neighbours(document: &Document, dates: &[DateFound], at: usize) -> Option<(Period, usize)> {
    let count = 1 + (at + 1..dates.len()).take(LISTED).take_while(|next| joint(document, dates, *next).is_some()).count();
    let list = &dates[at..at + count];
    let follow = list.windows(2).all(|pair| pair[0].period.zip(pair[1].period).is_some_and(|(a, b)| next(a) == Some(b)));
    let closed = count > 1 && joint(document, dates, at + count - 1) == Some(Joint::Last);
    list.last()?.period.filter(|_| follow && closed).map(|last| (last, count))
}

/// How a date hangs on the one before.
#[derive(PartialEq, Eq)]
enum Joint {
    Comma,
    Last,
}

/// Whether the date goes on the list of the one before it: "2007 and 2008", "in March and in June", "2006, 2007 or 2008".
fn joint(document: &Document, dates: &[DateFound], at: usize) -> Option<Joint> {
    let (before, found) = (&dates[at.checked_sub(1)?], &dates[at]);
    if before.sentence != found.sentence || before.tokens.end > found.tokens.start {
        return None;
    }
    let between = document.slices(&(before.tokens.end..found.tokens.start));
    // "closed in 2010 and in 2011 sold its boats": what a verb follows is no list.
    let ends = !claims::word_behind(document, found).starts_with(char::is_alphanumeric);
    match between.as_slice() {
        [","] => Some(Joint::Comma),
        ["and" | "or"] | [",", "and" | "or"] => Some(Joint::Last),
        ["and" | "or", "in" | "on"] if ends => Some(Joint::Last),
        _ => None,
    }
}

/// Whether what is told under the date before holds for this one, too.
pub fn is_listed(document: &Document, dates: &[DateFound], at: usize) -> bool {
    let first = (0..=at).rev().find(|at| joint(document, dates, *at).is_none()).unwrap_or(at);
    let closed = (at..dates.len()).take(LISTED).take_while(|next| *next == at || joint(document, dates, *next).is_some());
    first < at
        && closed.into_iter().any(|next| joint(document, dates, next) == Some(Joint::Last))
        && claims::word_before(document, &dates[first]) != "between"
}

/// The stretch of the same kind right behind.
pub fn next(period: Period) -> Option<Period> {
    Some(match period {
        Period::Day(day) => Period::Day(day.plus_days(1)?),
        Period::Month(year, 12) => Period::Month(year.checked_add(1)?, 1),
        Period::Month(year, month) => Period::Month(year, month + 1),
        Period::Year(year) => Period::Year(year.checked_add(1)?),
        Period::Decade(year) => Period::Decade(year.checked_add(10)?),
        other => Period::Day(other.last()?.plus_days(1)?),
    })
}

/// The side on which the date is open.
pub fn bound(document: &Document, found: &DateFound, published: Option<Published>) -> Bound {
    // "Shortly after 4:00 a.m. on Wednesday": the hour is what it was after.
    let hour = matches!(found.rule, "time.clock" | "time.clock-day");
    if found.kind == DateKind::Time && (hour || document.slice(found.span).starts_with(|c: char| c.is_ascii_digit())) {
        return Bound::None;
    }
    match &*claims::word_before(document, found) {
        "since" => Bound::Since,
        "from" if found.ahead => Bound::From,
        _ if is_begun(document, found) && !begins_ahead(found, published) => Bound::Since,
        "by" => Bound::By,
        "until" | "till" => Bound::Until,
        "before" => Bound::Before,
        "after" if !claims::is_possessed(document, found) => Bound::After,
        _ => Bound::None,
    }
}

/// Whether the date begins behind the day of publication.
pub fn begins_ahead(found: &DateFound, published: Option<Published>) -> bool {
    published.is_some_and(|published| found.period.and_then(Period::first).is_some_and(|day| day > published.date))
}

/// "is free for the crews starting in 2023": what holds from then on.
fn is_begun(document: &Document, found: &DateFound) -> bool {
    let sentence = document.sentences()[found.sentence].tokens.clone();
    let words = document.slices(&sentence);
    let at = found.tokens.start - sentence.start;
    let opens = (at.saturating_sub(3)..at).rev().find(|at| matches!(words[*at], "starting" | "beginning" | "Starting" | "Beginning"));
    let Some(opens) = opens.filter(|_| !found.ahead) else { return false };
    // "Starting in 2023, the crews mended their own boats."
    let front = at > 1 && opens == 0;
    let verb = document.tags(found.sentence)[..opens].iter().rposition(|tag| *tag == Tag::Finite);
    let holds =
        |verb: usize| !can_be_past(words[verb]) && !is_in("ahead", words[verb]) && !matches!(words[verb], "was" | "were" | "had" | "did");
    front || verb.is_some_and(holds)
}

/// The value of an entry from its first to its last stretch.
pub fn edtf(found: &DateFound, first: Period, last: Period, bound: Bound) -> Option<String> {
    let value = found.edtf.clone().filter(|_| first == last);
    let side = |end: Period| value.clone().unwrap_or_else(|| end.edtf());
    found.edtf.as_ref()?;
    Some(match bound {
        Bound::None => value.unwrap_or_else(|| format!("{}/{}", first.edtf(), last.edtf())),
        Bound::Since | Bound::From => format!("{}/..", side(first)),
        Bound::After => format!("{}/..", next(last)?.edtf()),
        Bound::By | Bound::Until | Bound::Before => format!("../{}", side(last)),
    })
}
