//! What a shortened copy may leave out of its sentence without saying anything else.

use super::super::lexicon::{is_in, is_negation};
use super::dates;
use super::words::{Kind, Word};
use crate::lists::is_country;

/// How much may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// What a copy may leave out: asides, dates, brackets, "Ltd.".
    Spare,
    /// The same but for dates: what contradicts a sentence must be about all that it is about.
    Little,
}

/// Most words of an aside.
const ASIDE: usize = 40;
/// Most words between a comma and its "said".
const SPEAKER: usize = 7;
/// Most words of what somebody is called before the name.
const TITLE: usize = 8;

/// Whether the words from `from` to `to`, both left out, may go between two that stay.
pub fn between(words: &[Word], from: usize, to: usize, leave: Leave) -> bool {
    let mut at = from;
    while at < to {
        let end = piece(words, at, to, leave);
        if end == at {
            return false;
        }
        at = end;
    }
    true
}

/// Where the piece that may go ends; `at` where none may.
fn piece(words: &[Word], at: usize, to: usize, leave: Leave) -> usize {
    let word = &words[at];
    if word.implied || is_of_firm(words, at, to) {
        return at + 1;
    }
    if word.is("(") {
        let inside = &words[at..to];
        // Without its end the bracket's words stay.
        let Some(close) = inside.iter().position(|word| word.is(")")) else { return at + 1 };
        let told = is_plain(&inside[..close]) && !inside[..close].iter().any(|word| is_negation(&word.text));
        return if told { at + close + 1 } else { at };
    }
    let date = dates::end(words, at).min(to);
    if date > at && (leave == Leave::Spare || words[at..date].iter().all(|word| word.implied)) {
        return date;
    }
    if word.kind == Kind::Mark {
        return aside(words, at, to);
    }
    if at > 0 && is_in("spare", &word.text) && !matches!(word.text.as_str(), "and" | "but") { at + 1 } else { at }
}

/// "Technologies Corp. Ltd." behind "Nordwind"; behind a country's name it makes another of it.
fn is_of_firm(words: &[Word], at: usize, to: usize) -> bool {
    let of_country = at > 0 && is_country(&words[at - 1].text);
    let general = |word: &Word| word.capital && is_in("firm word", &word.text);
    let followed = || words[at..to].iter().find(|word| !general(word)).is_some_and(|word| word.suffix);
    !of_country && (words[at].suffix || general(&words[at]) && followed())
}

/// Where ", a maker of rope," or the mark alone ends.
fn aside(words: &[Word], at: usize, to: usize) -> usize {
    let mark = words[at].text.as_str();
    let inside = &words[at + 1..to.min(at + 1 + ASIDE)];
    let Some(first) = inside.first() else { return to };
    // ", which outlines": the clause itself is what is told, of the one noun before it.
    if mark == "," && matches!(first.text.as_str(), "which" | "who") && inside.len() == 1 {
        return if is_of_one(words, at) { to } else { at };
    }
    // "Orrin, Tidewell and Velora", "shaky, grainy film": what no article opens is another, no aside.
    let opens = first.led && !first.capital || is_in("relative", &first.text) || is_in("aside opener", &first.text);
    match inside.iter().position(|word| word.is(mark)) {
        Some(close) if (mark == "-" || opens) && mark != ":" && is_plain(&inside[..close]) => at + close + 2,
        _ => at + 1,
    }
}

/// Whether a ", which" at the comma can only speak of the one noun before it: a name, or all since the last mark.
fn is_of_one(words: &[Word], comma: usize) -> bool {
    let name = name_before(words, comma);
    let from = words[..comma].iter().rposition(|word| word.kind == Kind::Mark).map_or(0, |mark| mark + 1);
    is_presented(words, name, comma) || !words[from..comma].iter().any(|word| is_in("case", &word.text))
}

/// Where the run of capitalised words before `end` begins.
fn name_before(words: &[Word], end: usize) -> usize {
    words[..end].iter().rposition(|word| !word.capital).map_or(0, |before| before + 1)
}

/// "said Ada Lim", "belongs to Nordwind Corp.": a name that a clause brings in, and that the next clause is about.
fn is_presented(words: &[Word], name: usize, end: usize) -> bool {
    let brings = |word: &Word| matches!(word.text.as_str(), "said" | "added" | "to" | "by" | "from" | "with");
    name < end && name.checked_sub(1).is_some_and(|before| brings(&words[before]))
}

/// Whether the sentence goes on with ", who" behind the name that begins at `name`, which a plain clause brings in.
fn is_followed(words: &[Word], name: usize) -> bool {
    let end = (name..words.len()).find(|&at| !words[at].capital).unwrap_or(words.len());
    let goes_on = matches!(&words[end..], [comma, word, ..] if comma.is(",") && matches!(word.text.as_str(), "who" | "which"));
    goes_on && is_presented(words, name, end) && is_plain(&words[..name - 1]) && !words[..name].iter().any(|word| is_negation(&word.text))
}

/// Whether nobody's word and no condition is among them.
pub fn is_plain(words: &[Word]) -> bool {
    words.iter().all(|word| !is_in("voice", &word.text))
}

/// Whether the words before `to` may go from the front.
pub fn front(words: &[Word], to: usize, leave: Leave) -> bool {
    let mut at = 0;
    while at < to && is_in("spare", &words[at].text) {
        at += 1;
    }
    if leave == Leave::Spare {
        at = at.max(dates::end(words, at).min(to));
    }
    while at < to && (words[at].kind == Kind::Mark || words[at].implied) {
        at += 1;
    }
    at >= to || is_dateline(&words[at..to]) || is_title(words, at, to) || is_clause(&words[at..to]) || is_followed(words, to)
}

/// "BEIJING, Oct. 28 (Xinhua) —".
fn is_dateline(words: &[Word]) -> bool {
    let of_it = |word: &Word| word.capital || word.kind != Kind::Word || word.implied;
    words.len() <= 14 && words.last().is_some_and(|word| word.is("-")) && words.iter().all(of_it)
}

/// "TikTok owner" before "ByteDance", "Nvidia Corp. Chief Executive" before "Jensen Huang".
fn is_title(words: &[Word], from: usize, to: usize) -> bool {
    let title = &words[from..to];
    let named = words.get(to).is_some_and(|word| word.capital);
    let ends = title.last().is_some_and(|word| is_in("titled", &word.text));
    named
        && ends
        && title.len() <= TITLE
        && title.iter().all(|word| word.kind == Kind::Word && !is_in("no title", &word.text) && !is_in("voice", &word.text))
}

/// A clause of its own before a ", and" or a semicolon.
fn is_clause(words: &[Word]) -> bool {
    let joined = match words {
        [.., mark, word] if mark.is(",") => matches!(word.text.as_str(), "and" | "but"),
        [.., mark] => mark.is(";"),
        [] => false,
    };
    let hangs = words.first().is_some_and(|word| is_in("hanging", &word.text));
    joined && !hangs && is_plain(words)
}

/// Whether the words from `from` on may go from the end.
pub fn tail(words: &[Word], from: usize, leave: Leave) -> bool {
    let mut at = from;
    while at < words.len() {
        if is_border(words, at) {
            return !takes_back(&words[at..]);
        }
        let dated = words[at].is(",");
        let end = if dated { at + 1 } else { piece(words, at, words.len(), leave) };
        if end == at {
            return false;
        }
        at = end;
    }
    true
}

/// A comma, a dash or an "and" behind which another matter begins.
fn is_border(words: &[Word], at: usize) -> bool {
    let date = words[at].is(",") && dates::end(words, at + 1) > at + 1;
    // "Owned by Orrin and Velora" is more than owned by one of them.
    let another = || words.get(at + 1).is_none_or(|next| next.capital || next.kind != Kind::Word);
    !date && (matches!(words[at].text.as_str(), "," | ";" | "-" | ":") || words[at].is("and") && !another())
}

/// Whether what follows limits what stands before it, or says whose word it is.
fn takes_back(tail: &[Word]) -> bool {
    let limits = |word: &Word| is_in("condition", &word.text) || matches!(word.text.as_str(), "except" | "excluding" | "according" | "?");
    tail.iter().any(|word| limits(word) || is_in("limiting", &word.text)) || (0..tail.len()).any(|at| is_speaker(tail, at))
}

/// ", officials said": a voice close behind a comma, without another clause between.
fn is_speaker(tail: &[Word], at: usize) -> bool {
    let behind = tail[at + 1..].iter().take(SPEAKER).take_while(|word| !is_in("joint", &word.text));
    (at == 0 || tail[at].is(",") || tail[at].is("-")) && behind.into_iter().any(|word| is_in("voice", &word.text))
}
