//! From a sentence of the article to one that stands alone: without dateline and opening connective, on one line, with
//! dates in place of "yesterday" and "last month".

use std::borrow::Cow;

use super::adjunct::adjunct;
use super::adverbial::{adverbial, possessive};
use super::clock::day_of_hour;
use super::dateline::without_dateline;
use super::modifier::without_day;
use super::opened::{capitalised, opened};
use super::quoted::is_quoted;
use super::{Draft, dates_in, explanation, is_in, is_possessed, is_stretch, word_before, word_behind};
use crate::analysis::timeline::label;
use crate::calendar::{Period, is_weekday, month_of};
use crate::characters::{on_one_line, small};
use crate::contract::DateKind;
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past, can_be_third, tags};
use crate::recognisers::DateFound;
use crate::span::Span;

/// A date behind one of these needs no preposition of its own.
pub(super) const PREPOSITIONS: [&str; 22] = [
    "on",
    "in",
    "by",
    "since",
    "until",
    "till",
    "from",
    "of",
    "during",
    "for",
    "before",
    "after",
    "to",
    "between",
    "and",
    "through",
    "late",
    "early",
    "around",
    "over",
    "throughout",
    "within",
];
/// Rules whose words mean nothing without the day on which they were written.
const DEICTIC: [&str; 10] = [
    "date.deictic",
    "date.weekday",
    "date.relative",
    "date.ago",
    "date.later",
    "date.weekend",
    "date.this-period",
    "date.comparative",
    "date.month-of-year",
    "date.which-month",
];

/// How near in front of "today" a "still" makes it mean these days.
const STILL_NEAR: usize = 5;

/// What becomes of "on Friday".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deictic {
    /// Its day is written out, where it is known; else it goes, where the sentence can do without.
    WrittenOut,
    /// It goes, where the sentence can do without.
    LeftOut,
}

/// The sentence as a claim that rests on itself.
#[must_use]
pub fn sentence(document: &Document, dates: &[DateFound], index: usize) -> Draft {
    sentence_with(document, dates, index, Deictic::WrittenOut)
}

/// The same, and `deictic` says what becomes of dates that mean nothing on another day.
#[must_use]
pub fn sentence_with(document: &Document, dates: &[DateFound], index: usize, deictic: Deictic) -> Draft {
    let (block, span) = place(document, index);
    written(document, dates, (block, span), span, Wording { deictic, omitted: None })
}

/// The same without the words that only say that it was on the date at `omitted`.
#[must_use]
pub fn sentence_without(document: &Document, dates: &[DateFound], index: usize, omitted: usize) -> Draft {
    let (block, span) = place(document, index);
    written(document, dates, (block, span), span, Wording { deictic: Deictic::WrittenOut, omitted: Some(omitted) })
}

/// A sentence's block, and its span without a dateline.
fn place(document: &Document, index: usize) -> (usize, Span) {
    let sentence = &document.sentences()[index];
    (sentence.block, without_dateline(document, sentence.block, document.span_of(&sentence.tokens)))
}

/// The clause that the date at `omitted` governs, without it: `body`, behind its subject where that stands elsewhere in
/// the sentence. The whole sentence stays its source.
#[must_use]
pub fn clause_without(document: &Document, dates: &[DateFound], omitted: usize, head: Option<Span>, body: Span) -> Draft {
    clause(document, dates, dates[omitted].sentence, head, body, Some(omitted))
}

/// The same with its date.
#[must_use]
pub fn clause_with(document: &Document, dates: &[DateFound], at: usize, head: Option<Span>, body: Span) -> Draft {
    clause(document, dates, dates[at].sentence, head, body, None)
}

fn clause(document: &Document, dates: &[DateFound], sentence: usize, head: Option<Span>, body: Span, omitted: Option<usize>) -> Draft {
    let source = place(document, sentence);
    let body = Span { start: body.start.max(source.1.start), ..body };
    let draft = written(document, dates, source, body, Wording { deictic: Deictic::WrittenOut, omitted });
    let subject = head.map(|head| document.reading(head) + " ").unwrap_or_default();
    let body = if subject.is_empty() { draft.text.clone() } else { uncapitalised(&draft.text, document.slice(body)) };
    let text = capitalised(on_one_line(&format!("{subject}{body}")).trim_end_matches([',', ' ']));
    let closed = text.trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '!', '?']);
    let end = if closed { "" } else { "." };
    Draft { text: text + end, ..draft }
}

/// The place behind the comma that closes what ends there.
fn behind_comma(document: &Document, end: u32) -> u32 {
    end + u32::from(document.text()[end as usize..].starts_with(','))
}

/// The text as it stood, where a capital was put in front of it.
fn uncapitalised(text: &str, stood: &str) -> String {
    let small = stood.chars().next().filter(|first| first.is_lowercase());
    small.map_or_else(|| text.to_owned(), |first| first.to_string() + text.get(1..).unwrap_or_default())
}

/// What becomes of a sentence's dates.
#[derive(Clone, Copy)]
struct Wording {
    deictic: Deictic,
    /// The date that the label of an entry says.
    omitted: Option<usize>,
}

fn written(document: &Document, dates: &[DateFound], source: (usize, Span), span: Span, wording: Wording) -> Draft {
    let inside = dates_in(dates, span);
    let asks = document.slice(span).trim_end().ends_with('?');
    let mut open_dates = Vec::new();
    let mut text = String::new();
    let mut at = span.start;
    for &date in &inside {
        let found = &dates[date];
        // "the following day, on Sunday, September 25" is told once.
        let explained = explanation(document, dates, date).map(|explanation| explanation.end);
        let labelled = if wording.omitted == Some(date) { adjunct(document, dates, date, span.end) } else { None };
        if let Some(gap) = labelled.filter(|gap| gap.start >= at) {
            text.push_str(document.reading(Span { start: at, end: gap.start }).trim_end());
            text.push(' ');
            at = gap.end.max(explained.map_or(gap.end, |end| behind_comma(document, end))).min(span.end);
            continue;
        }
        let said = is_quoted(Span { start: span.start, end: found.span.start }.of(document.text()));
        if let Some((place, day)) = day_of_hour(document, found).filter(|(place, _)| place.start >= at && !said && !asks) {
            text.push_str(&document.reading(Span { start: at, end: place.start }));
            let day = if runs_on(document, found) { day + "," } else { day };
            text.push_str(if wording.omitted == Some(date) { "" } else { &day });
            at = place.end;
            continue;
        }
        if !is_deictic(found) || found.span.start < at {
            continue;
        }
        let attribute = || without_day(document, found).filter(|change| change.place.start >= at && !said && !asks);
        if let Some(change) = possessive(document, found).or_else(attribute) {
            text.push_str(&document.reading(Span { start: at, end: change.place.start }));
            text.push_str(change.words);
            at = change.place.end;
            continue;
        }
        // What somebody said or asked stays as it was said.
        let quoted = asks || said || is_figure(document, found);
        let gap = adverbial(document, found).filter(|gap| gap.start >= at);
        let words = in_words(document, found).filter(|_| wording.deictic == Deictic::WrittenOut || gap.is_none());
        match (words, gap) {
            (_, _) if quoted => open_dates.push(document.reading(found.span)),
            (Some(words), _) => {
                text.push_str(&document.reading(Span { start: at, end: opening(document, found).start }));
                text.push_str(&words);
                let runs_on = explained.is_some_and(|end| document.text()[end as usize..].trim_start().starts_with(char::is_alphanumeric));
                text.push_str(if runs_on { "," } else { "" });
                at = explained.unwrap_or(found.span.end);
            }
            (None, Some(gap)) if explained.is_none() => {
                text.push_str(document.reading(Span { start: at, end: gap.start }).trim_end());
                text.push(' ');
                at = gap.end;
            }
            (None, _) => open_dates.push(document.reading(found.span)),
        }
    }
    text.push_str(&document.reading(Span { start: at, end: span.end }));
    let text = if text.starts_with(' ') { led_by_speaker(text.trim_start()) } else { Cow::Borrowed(&*text) };
    // "May 7, 2015 On Tuesday, the council": behind a dateline the comma of what went stands in front.
    let text = opened(on_one_line(&text).trim_start_matches([',', ' ']));
    Draft { text, sources: vec![source], dates: inside, open_dates }
}

/// "police said, the driver refused", whose front is gone, without the comma that stood between two.
fn led_by_speaker(text: &str) -> Cow<'_, str> {
    const FRONT: usize = 6;
    let Some(said) = text.find(", ").map(|comma| comma + 2).filter(|said| text[..*said].matches(' ').count() <= FRONT) else {
        return Cow::Borrowed(text);
    };
    let verb = text[..said].strip_suffix(", ").filter(|front| [" said", " says", " say"].iter().any(|verb| front.ends_with(verb)));
    verb.map_or(Cow::Borrowed(text), |front| Cow::Owned(format!("{front} {}", &text[said..])))
}

/// Whether the date's words mean nothing on another day.
#[must_use]
pub fn is_deictic(found: &DateFound) -> bool {
    DEICTIC.contains(&found.rule) && !matches!(found.kind, DateKind::Duration | DateKind::Set)
}

/// The date as a reader of another day would write it, with a preposition where it had none.
fn in_words(document: &Document, found: &DateFound) -> Option<String> {
    let period = found.period?;
    if !found.is_anchored() || matches!(found.rule, "date.ago" | "date.later") && word_before(document, found) == "than" {
        return None;
    }
    if found.kind == DateKind::Time || found.edtf.as_deref()?.contains('/') || matches!(period, Period::Decade(_) | Period::Century(_)) {
        return None;
    }
    let words = label::of_period(period)?;
    let before = opening(document, found).before;
    let behind = word_behind(document, found);
    // "every Wednesday/Thursday", "a swearing-in today" as three words, "the same year that the yard was built".
    let same = behind == "that" && document.slice(found.span).to_lowercase().starts_with("the same");
    if before == "/" || behind == "/" || same || before == "in" && found.rule == "date.deictic" {
        return None;
    }
    if !before.is_empty() || behind == "," {
        let now = matches!(document.slice(found.span).to_lowercase().as_str(), "today" | "this day" | "tonight");
        if now && is_of_now(document, found) {
            return None;
        }
    }
    // "a Tuesday traffic stop": the day stands for an adjective.
    let adjective = matches!(&*before, "a" | "an" | "the" | "its" | "his" | "her" | "their" | "’s" | "'s");
    if is_stretch(document, found) || is_possessed(document, found) || adjective && matches!(period, Period::Day(_)) {
        return None;
    }
    // "Today was the worst day": the day is what the sentence is about.
    let verb = matches!(word_behind(document, found), "was" | "is" | "has" | "had" | "will" | "marks" | "marked");
    if before.is_empty() && verb {
        return Some(words);
    }
    // "on March 22, 2017, to pay": a comma closes the year inside a sentence.
    let words = if matches!(period, Period::Day(_)) && runs_on(document, found) { words + "," } else { words };
    // "between last year and this year", but "and this year the city expects".
    let joins = before == "and" && !dated_before(document, found);
    if PREPOSITIONS.contains(&&*before) && !joins {
        return Some(words);
    }
    let preposition = if matches!(period, Period::Day(_)) { "on" } else { "in" };
    let preposition = if before.is_empty() { capitalised(preposition) } else { preposition.to_owned() };
    Some(format!("{preposition} {words}"))
}

/// Whether a word, no mark, stands behind the date.
fn runs_on(document: &Document, found: &DateFound) -> bool {
    word_behind(document, found).starts_with(char::is_alphanumeric)
}

/// Whether the word before the "and" in front of a date is of another date: "on Monday and Tuesday".
fn dated_before(document: &Document, found: &DateFound) -> bool {
    let first = document.sentences()[found.sentence].tokens.start;
    let word = |at: usize| document.slice(document.tokens()[at].span);
    let Some(at) = found.tokens.start.checked_sub(2).filter(|at| *at >= first) else { return false };
    let last = word(at);
    let listed = |last: &str| {
        is_weekday(last) || month_of(last).is_some() || matches!(&*small(last), "year" | "month" | "week" | "yesterday" | "today")
    };
    let tags = document.tags(found.sentence);
    let subject = matches!(tags.get(found.tokens.end - first), Some(Tag::Determiner | Tag::Pronoun | Tag::Name));
    !subject && (listed(last) || last.bytes().all(|b| b.is_ascii_digit()))
}

/// Where a date begins, with the word in front of it in lower case.
struct Opening<'a> {
    start: u32,
    before: Cow<'a, str>,
}

/// "this" belongs to the "past January" behind it.
fn opening<'a>(document: &'a Document, found: &DateFound) -> Opening<'a> {
    let first = document.sentences()[found.sentence].tokens.start;
    let word = |at: usize| small(document.slice(document.tokens()[at].span));
    let at = found.tokens.start;
    let this = at > first && word(at - 1) == "this" && matches!(&*word(at), "past" | "coming");
    let at = at - usize::from(this);
    let before = if at > first { word(at - 1) } else { Cow::default() };
    Opening { start: document.tokens()[at].span.start, before }
}

/// "must begin today to meet the threat of tomorrow": such a today is no day of the calendar.
#[must_use]
pub fn is_figure(document: &Document, found: &DateFound) -> bool {
    let now = |word: &str| matches!(word.to_lowercase().as_str(), "today" | "tonight");
    let then = |word: &str| word.eq_ignore_ascii_case("tomorrow");
    let own = document.slice(found.span);
    if found.rule != "date.deictic" || !now(own) && !then(own) {
        return false;
    }
    let sentence = &document.sentences()[found.sentence].tokens;
    let words = document.slices(sentence);
    if words.iter().any(|word| now(word)) && words.iter().any(|word| then(word)) {
        return true;
    }
    let front = &words[..found.tokens.start - sentence.start];
    // "which she still owns today"
    if now(own) && front.iter().rev().take(STILL_NEAR).any(|word| *word == "still") {
        return true;
    }
    let verb = tags(front).iter().rposition(|tag| *tag == Tag::Finite).map_or("", |verb| front[verb]);
    now(own) && matches!(verb, "must" | "should" | "need" | "needs" | "ought")
}

/// Whether the verb beside the date tells what holds: "Today, most sheds are empty", "I am publishing the list today". A day
/// that has been will not do for its "today".
fn is_of_now(document: &Document, found: &DateFound) -> bool {
    let sentence = &document.sentences()[found.sentence].tokens;
    let words = document.slices(sentence);
    let tags = document.tags(found.sentence);
    let at = found.tokens.start - sentence.start;
    // "the oil used today": what is used in these days.
    let used =
        at > 0 && matches!(words[at - 1], "used" | "known" | "spoken") && !tags[..at - 1].last().is_some_and(|tag| *tag == Tag::Pronoun);
    let front = &tags[..at - usize::from(used)];
    let before = front.iter().rposition(|tag| *tag == Tag::Finite);
    if used && before.is_none() {
        return true;
    }
    let verb = before.or_else(|| tags.iter().position(|tag| *tag == Tag::Finite));
    let lasts = |word: &str| used && !can_be_past(word) && !can_be_third(word);
    // "I'm not here to dispute that today"
    let spoken = |word: &str| matches!(word.split_once(['’', '\'']), Some((_, "m" | "re")));
    verb.is_some_and(|verb| is_in("holding", words[verb]) || spoken(words[verb]) || lasts(words[verb]))
}
