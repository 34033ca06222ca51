//! What may go from the end of a sentence that is too long.

use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, Sentence, ended, is_and};
use crate::document::tags::Tag;

/// How far behind its opening a clause has its verb.
const CLAUSE: usize = 12;

/// "…, which was built in 1871." "…, many of which leak." → "."
pub fn relative(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        let near = &words[from..words.len().min(from + 3)];
        let opens = is_in("relative", words[from]);
        let partial = is_in("partial", words[from]) && near.iter().any(|word| matches!(*word, "which" | "whom"));
        opens || partial
    })
}

/// "…, a vote that came after weeks of talk." → "."
pub fn apposition(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        let near = from + 1..words.len().min(from + CLAUSE);
        let clause = near.clone().any(|at| sentence.tags[at] == Tag::Relative && !words[at - 1].ends_with(','));
        let listed = words[..from - 1].iter().any(|word| word.ends_with(',')) || words[from..].iter().any(|word| word.ends_with(','));
        is_in("apposition", words[from]) && clause && !listed
    })
}

/// "…, the Justice Department announced." → "." To announce is to say of oneself: nothing is alleged.
pub fn announcement(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let last = words.len().checked_sub(1).filter(|at| bare(words[*at]) == "announced")?;
    let from = (HEAD..last).rev().find(|&at| words[at - 1].ends_with(','))?;
    let speaker = matches!(sentence.tags[from], Tag::Determiner | Tag::Name) && last - from <= CLAUSE && !sentence.has_finite(from..last);
    let plain = words[..from].iter().all(|word| !is_in("hedge", &bare(word)));
    (speaker && plain && is_whole(sentence, from)).then(|| ended(&words[..from]))
}

/// "…, and the council agreed." → "."
pub fn coordinated(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let marks: Vec<usize> = (0..words.len()).filter(|&at| words[at].ends_with(';')).collect();
    // Of a list nothing goes.
    if let [at] = marks[..]
        && at + 1 >= HEAD
        && sentence.has_finite(0..at)
        && sentence.has_finite(at..words.len())
    {
        return Some(ended(&words[..=at]));
    }
    tail(sentence, &|from| {
        let clause = sentence.has_finite(from + 1..words.len().min(from + 8)) || sentence.tags.get(from + 1) == Some(&Tag::Base);
        // The commas of a date or behind the front make no list.
        let listed = (0..from - 1).any(|at| words[at].ends_with(',') && sentence.has_finite(0..at) && sentence.tags[at] != Tag::Number);
        matches!(words[from], "and" | "but" | "while" | "so" | "yet") && clause && !listed
    })
}

/// "…, including two boats." "…, leaving the quay." → "."
pub fn hanging(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        let opens = sentence.tags[from] == Tag::Ing && words[from] != "according" || is_in("tail", words[from]);
        opens && !is_in("limit", words.get(from + 1).unwrap_or(&""))
    })
}

/// "… and moved the boats to Orrin." → "."
pub fn second_verb(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    cut(sentence, &|from| words[from] == "and" && sentence.continues(from + 1) && !words[..from].contains(&"both"))
}

/// "… amid doubts about the rope." "… following the storm." → "."
pub fn circumstance(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| is_in("circumstance", sentence.words[from]) && is_nominal(sentence, from - 1))
}

/// "… after the storm closed the port." "… while waiting for help." → "."
pub fn unmarked(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| is_in("subordinate", sentence.words[from]) && is_nominal(sentence, from - 1) && opens_clause(sentence, from))
}

/// "… to settle the charges." → "."
pub fn purpose(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    cut(sentence, &|from| {
        let infinitive = words[from] == "to" && sentence.tags.get(from + 1) == Some(&Tag::Base);
        infinitive && is_nominal(sentence, from - 1) && !words[..from].iter().any(|word| is_in("control", &bare(word)))
    })
}

/// Whether a phrase may end with the word: a noun or a name, but no length of time ("days after the storm").
fn is_nominal(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = bare(sentence.words[at]);
    let noun = matches!(sentence.tags[at], Tag::Word | Tag::Name | Tag::Number);
    noun && !is_in("measure", &word) && !word.ends_with("er")
}

/// Whether the word opens a clause: a subject and its verb, or a verb in -ing.
fn opens_clause(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let end = words.len().min(from + 1 + CLAUSE);
    let Some(next) = sentence.tags.get(from + 1) else { return false };
    if *next == Tag::Ing {
        return words[from] != "as" && words[from] != "since";
    }
    let verb = (from + 2..end).find(|&at| sentence.is_finite(at));
    let subject = matches!(next, Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Word);
    let plain = verb.is_some_and(|verb| {
        !words[from + 1..verb].iter().any(|word| is_in("embedding", word)) && words[from + 1..verb].iter().all(|word| !word.ends_with(','))
    });
    subject && plain
}

/// The sentence without what stands behind its last comma that `goes`.
fn tail(sentence: &Sentence<'_>, goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (HEAD..words.len()).rev().find(|&at| words[at - 1].ends_with(',') && goes(at))?;
    let inserted = (from + 1..words.len()).any(|at| words[at - 1].ends_with(',') && sentence.continues(at));
    (!inserted && is_whole(sentence, from)).then(|| ended(&words[..from]))
}

/// The sentence without what stands behind its last word that `goes`, where no comma does.
fn cut(sentence: &Sentence<'_>, goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (HEAD..words.len().saturating_sub(2)).rev().find(|&at| goes(at))?;
    // What compares or reports hangs together with what it compares.
    let compares = |word: &&str| is_in("comparing", &bare(word)) || words[from] == "as" && is_in("as", &bare(word));
    // A comma behind it belongs to what it stands in, unless no verb follows that could be the sentence's.
    let closed =
        words[from..words.len() - 1].iter().all(|word| !word.ends_with([',', ';', ':'])) || !sentence.has_finite(from..words.len());
    (!words[..from].iter().any(compares) && closed && is_whole(sentence, from)).then(|| ended(&words[..from]))
}

/// Whether what stands before the word is a sentence: its main verb stands there, and what goes does not limit it.
fn is_whole(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let head = &words[..from];
    let hanging = is_in("hanging", &bare(words[0]));
    let starts = if hanging {
        let Some(comma) = head[..from - 1].iter().position(|word| word.ends_with(',')) else { return false };
        comma + 1
    } else {
        0
    };
    let limits = words[from..].iter().any(|word| is_in("limit", word) && !is_and(word) && matches!(*word, "if" | "unless" | "until"));
    sentence.has_finite(starts..from) && !limits && !is_in("speech", bare(head[from - 1]).as_str())
}
