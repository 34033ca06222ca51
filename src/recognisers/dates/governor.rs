//! Where the verb that governs a date looks.

use super::expression::{Expression, When};
use super::lexicon::Tense;
use super::reader::Sentence;
use crate::document::tags::{Tag, can_be_past, can_be_third};

/// How many tokens behind a date the verb of a long subject is looked for.
const FAR: usize = 40;
/// How many tokens from a date its verb is looked for.
const REACH: usize = 14;

/// The tense of the verb that governs the date: the nearest to its left inside the clause, else the first to its right.
pub fn tense(view: &Sentence<'_>, expression: &Expression, tokens: usize) -> Option<Tense> {
    if is_adjective(view, expression) {
        return None;
    }
    // "Wednesday's ruling" has been made.
    if matches!(view.text(expression.end), "'s" | "’s") && matches!(expression.when, When::Weekday(..) | When::Month(_)) {
        return None;
    }
    if is_undecided(view, expression, tokens) {
        return Some(Tense::Future);
    }
    if looks_ahead(view, expression.first) && !is_told(view, expression, tokens) || is_appointed(view, expression.first) {
        return Some(Tense::Future);
    }
    let breaks = |at: &usize| !matches!(view.text(*at), ";" | ":" | "“" | "”" | "\"" | "`" | "``" | "''" | "—" | "–");
    let left = if opens_as_of(view, expression.first) { expression.first } else { expression.first.saturating_sub(REACH) };
    for at in (left..expression.first).rev().take_while(breaks) {
        if is_arranged(view, at) {
            return Some(Tense::Future);
        }
        if at > 0 && view.is(at, &["announcing"]) && view.is(at - 1, &["by"]) && is_over(view, at) {
            return Some(Tense::Past);
        }
        match verb(view, at) {
            // "had been due to expire Friday"
            Some(Tense::Future) if had_been(view, at) => return Some(Tense::Past),
            Some(ahead @ (Tense::Future | Tense::Present)) => return Some(ahead),
            // "will be held", "is expected to have opened": the helper before the participle decides.
            Some(Tense::Past) => {
                let mut helpers = (at.saturating_sub(4)..at).rev().take_while(|i| view.text(*i) != ",");
                // "could be located Wednesday" was tried, "had been scheduled" is over.
                let over = |i: usize| view.is(i, &["could"]) || view.is(i, &["had"]) && view.is(i + 1, &["been"]);
                let ahead = helpers.any(|i| (verb(view, i) == Some(Tense::Future) || is_arranged(view, i)) && !over(i));
                return Some(if ahead { Tense::Future } else { Tense::Past });
            }
            None => {}
        }
    }
    let right = (expression.end..(expression.end + REACH).min(tokens)).take_while(breaks);
    // "On Monday, those who live there said": the verb of a relative clause does not govern.
    let mut relative = false;
    right
        .filter_map(|at| {
            relative |= view.tag(at) == Tag::Relative;
            verb(view, at).filter(|tense| !relative || *tense != Tense::Present)
        })
        .next()
        .or_else(|| only_verb(view, expression, tokens))
}

/// "has decided to go by announcing it Friday": the verb that the sentence tells has happened.
fn is_over(view: &Sentence<'_>, at: usize) -> bool {
    let verb = (at.saturating_sub(REACH)..at).rev().find(|i| view.tag(*i) == Tag::Finite).map_or("", |i| view.text(i));
    matches!(verb, "has" | "have") || can_be_past(verb)
}

/// "The outcome of a vote Tuesday on the pier remains too close to call": what nobody knows yet is still to come.
fn is_undecided(view: &Sentence<'_>, expression: &Expression, tokens: usize) -> bool {
    const OPEN: [&str; 5] = ["close", "uncertain", "unclear", "undecided", "doubt"];
    let of_noun = expression.first > 1 && matches!(expression.when, When::Weekday(..)) && {
        let on = usize::from(view.is(expression.first - 1, &["on"]));
        view.tag(expression.first - 1 - on) == Tag::Word
    };
    let open = |at: usize| view.is(at, &["remains", "remain", "is", "are"]) && (at + 1..at + 4).any(|next| view.is(next, &OPEN));
    of_noun && (expression.end..tokens.min(expression.end + FAR)).any(open) && (0..expression.first).all(|at| view.tag(at) != Tag::Finite)
}

/// "Accounts differ but, as of Sunday, the toll may have reached 26": what the day is of comes behind it.
fn opens_as_of(view: &Sentence<'_>, first: usize) -> bool {
    let of = first > 1 && view.is(first - 1, &["of"]) && view.is(first - 2, &["as"]);
    of && (first == 2 || matches!(view.text(first - 3), "," | "but" | "and"))
}

/// "The council meets on Friday": what may be a noun is the verb, where it stands beside the date and nothing else is one.
fn only_verb(view: &Sentence<'_>, expression: &Expression, tokens: usize) -> Option<Tense> {
    let on = usize::from(expression.first > 0 && view.is(expression.first - 1, &["on"]));
    let at = expression.first.checked_sub(1 + on)?;
    let near = expression.first.saturating_sub(REACH)..(expression.end + REACH).min(tokens);
    let alone = { near }.all(|i| view.tag(i) != Tag::Finite);
    (alone && at > 0 && can_be_third(view.text(at)) && view.text(at).starts_with(|c: char| c.is_ascii_lowercase()))
        .then_some(Tense::Present)
}

/// The tense of the word; the month of May is no verb, and neither is the "United" of a name.
fn verb(view: &Sentence<'_>, at: usize) -> Option<Tense> {
    if looks_back(view, at) {
        return Some(Tense::Past);
    }
    let meaning = view.meaning(at);
    let named = meaning.tense.is_some() && at > 0 && view.tag(at) == Tag::Name;
    let tense = meaning.tense.filter(|_| meaning.month.is_none() && !named && !is_attribute(view, at));
    tense.or_else(|| is_present(view, at).then_some(Tense::Present))
}

/// "may have reached", "should not have been sold": what is thought of as over.
fn looks_back(view: &Sentence<'_>, at: usize) -> bool {
    let have = at + 1 + usize::from(view.is(at + 1, &["not", "already", "well"]));
    view.is(at, &["may", "might", "could", "must", "should", "would"]) && view.is(have, &["have"])
}

/// "on a still unspecified date": a participle that stands before its noun governs nothing.
fn is_attribute(view: &Sentence<'_>, at: usize) -> bool {
    let formed = view.text(at).ends_with("ed") && view.tag(at + 1) == Tag::Word;
    let before = (0..at).rev().find(|i| view.tag(*i) != Tag::Adverb);
    formed && before.is_some_and(|i| view.is(i, &["a", "an", "the", "its", "his", "her", "their"]))
}

/// "meet", "opens": in the present, and no "is", "has" or "says", which tell of any time.
fn is_present(view: &Sentence<'_>, at: usize) -> bool {
    let text = view.text(at);
    let any_time = ["is", "are", "am", "has", "have", "do", "does", "comes", "come", "says", "say", "follows", "follow", "shows", "show"];
    text.starts_with(|c: char| c.is_ascii_lowercase()) && !view.is(at, &any_time) && view.tag(at) == Tag::Finite && !can_be_past(text)
}

/// "the November 14 announcement": no verb governs an adjective.
fn is_adjective(view: &Sentence<'_>, expression: &Expression) -> bool {
    let determined = expression.first > 0 && view.text(expression.first - 1).eq_ignore_ascii_case("the");
    determined && view.text(expression.end).starts_with(char::is_lowercase) && matches!(expression.when, When::MonthDay(..))
}

/// "Until Thursday, they had not spoken": what is told is over.
fn is_told(view: &Sentence<'_>, expression: &Expression, tokens: usize) -> bool {
    let opens = expression.first == 1 && view.is(0, &["until", "till"]);
    let next = (expression.end..(expression.end + REACH).min(tokens)).find_map(|at| verb(view, at));
    opens && next == Some(Tense::Past)
}

fn looks_ahead(view: &Sentence<'_>, first: usize) -> bool {
    first > 0
        && (view.meaning(first - 1).looks_ahead
            || view.is(first - 1, &["as"]) && first > 2 && view.is(first - 2, &["early", "soon"]) && view.is(first - 3, &["as"]))
}

/// "set a hearing on damages for September 4", "postponed the vote to Friday": whoever appoints a day looks ahead to it.
fn is_appointed(view: &Sentence<'_>, first: usize) -> bool {
    let Some(on) = first.checked_sub(1).filter(|on| view.is(*on, &["for", "to"])) else { return false };
    let clause = (on.saturating_sub(REACH)..on).rev().take_while(|at| !matches!(view.text(*at), "," | ";" | ":" | "“" | "\""));
    let Some(verb) = clause.into_iter().find(|at| view.meaning(*at).tense.is_some() || view.meaning(*at).appoints) else { return false };
    view.meaning(verb).appoints && !had_been(view, verb)
}

/// "had been set": what was planned is over.
fn had_been(view: &Sentence<'_>, at: usize) -> bool {
    at > 1 && view.is(at - 1, &["been"]) && view.is(at - 2, &["had"])
}

/// "is to resume", "set to expire", "the guidelines to be published".
fn is_arranged(view: &Sentence<'_>, at: usize) -> bool {
    if at == 0 || !view.is(at, &["to"]) || !view.text(at + 1).starts_with(|c: char| c.is_ascii_lowercase()) {
        return false;
    }
    // "had been due to expire Friday"
    if had_been(view, at - 1) {
        return false;
    }
    let passive = view.is(at + 1, &["be"]) && view.text(at - 1).starts_with(|c: char| c.is_ascii_alphabetic());
    passive || view.meaning(at - 1).arranges
}
