//! Where a sentence may end: what stands before the cut is a whole sentence, and what goes neither limits it nor leaves half of
//! a pair or of a list behind.

use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, Sentence, ended, is_and, owned};
use crate::document::tags::Tag;

/// How far behind its opening a clause has its verb.
pub(super) const CLAUSE: usize = 12;
/// Most words of an office that says so, and its verb: "state prosecutors said".
const OFFICE: usize = 4;
/// Words of which the first says nothing without the second: "was first heard and then let go", "either rope or chain".
const PAIRS: [(&str, &str); 6] =
    [("first", "then"), ("first", "later"), ("either", "or"), ("neither", "nor"), ("both", "and"), ("only", "but")];

/// The sentence without what stands behind its last comma that `goes`.
pub fn tail(sentence: &Sentence<'_>, goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (HEAD..words.len()).rev().find(|&at| words[at - 1].ends_with(',') && goes(at))?;
    is_whole(sentence, from).then(|| attributed(sentence, from)).flatten()
}

/// The sentence without what stands behind its last word that `goes`, where no comma does.
pub fn cut(sentence: &Sentence<'_>, goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (HEAD..words.len().saturating_sub(2)).rev().find(|&at| goes(at))?;
    // What compares or reports hangs together with what it compares.
    let compares = |word: &&str| is_in("comparing", &bare(word)) || words[from] == "as" && is_in("as", &bare(word));
    let whole = !words[..from].iter().any(compares) && is_whole(sentence, from);
    whole.then(|| attributed(sentence, from)).flatten()
}

/// What stands before the word, and who says so where the sentence ends with it: "…, officials said."
fn attributed(sentence: &Sentence<'_>, from: usize) -> Option<Vec<String>> {
    let words = sentence.words;
    let spoken = |at: usize| {
        let clause = &words[at..];
        let speaks = |word: &&str| is_in("speech", &bare(word));
        // ", authorities said."
        let office = || clause.len() <= OFFICE && clause.last().is_some_and(speaks);
        let speaker =
            matches!(sentence.tags[at], Tag::Determiner | Tag::Name | Tag::Pronoun) || clause.first().is_some_and(speaks) || office();
        // "as new figures of the harbour board show"
        let borne_out = clause[0] == "as" && clause.len() <= CLAUSE && is_in("evidence", &bare(clause[clause.len() - 1]));
        borne_out
            || words[at - 1].trim_end_matches(['"', '”']).ends_with(',')
                && (clause[0] == "according" || speaker && clause.len() <= CLAUSE && clause.iter().any(speaks))
    };
    let Some(speech) = (from.max(1)..words.len()).rev().find(|&at| spoken(at)) else {
        return Some(ended(&words[..from]));
    };
    if speech == from {
        return None;
    }
    let mut kept = ended(&words[..from]);
    let last = kept.last_mut()?;
    let bare = last.trim_end_matches('.');
    *last = if bare.ends_with([',', '”', '"']) { bare.to_owned() } else { format!("{bare},") };
    if words[speech] == "as"
        && let Some(last) = kept.last_mut()
    {
        *last = last.trim_end_matches(',').to_owned();
    }
    kept.extend(owned(&words[speech..]));
    Some(kept)
}

/// Whether what stands before the word is a sentence: its main verb stands there, and what goes does not limit it.
pub fn is_whole(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let head = &words[..from];
    // "The day after the storm closed the port, the council paid"
    let after = |at: usize| matches!(words[at], "after" | "before" | "when" | "since") && is_in("measure", &bare(words[at - 1]));
    let hanging = is_in("hanging", &bare(words[0])) || (1..words.len().min(5)).any(after);
    let starts = if hanging {
        let Some(comma) = head[..from - 1].iter().position(|word| word.ends_with(',')) else { return false };
        comma + 1
    } else {
        0
    };
    // ", however no more will come unless" limits only what it opens.
    let limits = words[from] != "however" && limits(&words[from..]);
    let whole = sentence.has_finite(starts..from) && !limits && !is_said(&bare(head[from - 1]));
    whole
        && is_closed(sentence, from)
        && !parts_pair(words, from)
        && !parts_clause(sentence, from)
        && !parts_object(sentence, from)
        && !parts_verb(sentence, from)
        && !breaks_list(sentence, from)
}

/// A word behind which it is told what somebody said.
fn is_said(word: &str) -> bool {
    is_in("speech", word) || matches!(word, "say" | "ask" | "asked" | "asks")
}

/// "if it rains", "so long as it rains", "provided that it rains".
fn limits(words: &[&str]) -> bool {
    (0..words.len()).any(|at| match words[at] {
        "if" | "unless" | "until" => true,
        "long" => words.get(at + 1) == Some(&"as"),
        "provided" => words.get(at + 1) == Some(&"that"),
        _ => false,
    })
}

/// Whether a pair stands on both sides of the word.
fn parts_pair(words: &[&str], from: usize) -> bool {
    PAIRS.iter().any(|(one, other)| {
        let opens = |at: usize| match *one {
            "first" => matches!(words[at - 1], "was" | "were" | "is" | "are" | "be" | "been" | "had" | "has" | "have"),
            "only" => words[at - 1] == "not",
            _ => true,
        };
        let first = (1..from).rev().find(|&at| words[at] == *one && opens(at));
        first.is_some_and(|at| !words[at..from].contains(other) && words[from..].contains(other))
    })
}

/// "the mayor, the harbour master, who leads the board, and two riggers": of a list whose "and" would go too much is left.
fn breaks_list(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let Some(comma) = (1..from - 1).rev().find(|&at| words[at].ends_with(',')) else { return false };
    let member = &words[comma + 1..from];
    // "in Orrin, Kestrel Bay": a place and what it belongs to.
    let place = member.len() <= 2 && sentence.tags[comma] == Tag::Name;
    let listed = !place && !sentence.has_finite(comma + 1..from) && !member.iter().any(|word| is_and(word));
    let joins = |at: usize| is_and(words[at]) && words[at - 1].ends_with(',') && !sentence.has_finite(at + 1..words.len().min(at + 5));
    listed && sentence.tags[comma] != Tag::Number && (from + 1..words.len() - 1).any(joins)
}

/// "The mayor said any rope | to keep the boats must be new": what is said has its verb behind the cut.
fn parts_clause(sentence: &Sentence<'_>, from: usize) -> bool {
    let Some(said) = (1..from).rev().find(|&at| sentence.is_finite(at)) else { return false };
    let bare_clause =
        is_in("claiming", sentence.words[said]) && !sentence.words[said..from].iter().any(|word| word.contains([',', '“', '"']));
    bare_clause && said + 1 < from && sentence.has_finite(from..sentence.words.len())
}

/// "A yard forced to close its quay | after the storm had broken it said on Friday": the verb of the whole stands behind the cut.
fn parts_verb(sentence: &Sentence<'_>, from: usize) -> bool {
    let mut verbs = (0..from).filter(|&at| sentence.is_finite(at));
    let (Some(only), None) = (verbs.next(), verbs.next()) else { return false };
    let reduced = sentence.words[only].ends_with("ed") && (sentence.words[only + 1] == "to" || sentence.tags[only + 1] == Tag::Preposition);
    let behind = (from..sentence.words.len()).filter(|&at| sentence.is_finite(at)).count();
    let plain = !sentence.words[from - 1..sentence.words.len() - 1].iter().any(|word| word.ends_with([',', ';', ':']));
    reduced && behind > 1 && plain && !sentence.words[from..].iter().any(|word| is_and(word))
}

/// "museum studies to explore, | using hemp, the old rope": the verb has its object behind the cut.
fn parts_object(sentence: &Sentence<'_>, from: usize) -> bool {
    let verb = sentence.words[from - 1].ends_with(',') && sentence.tags[from - 1] == Tag::Base && sentence.words[from - 2] == "to";
    verb && sentence.words[from..].iter().any(|word| word.ends_with(','))
}

/// Whether what stands before the word may end there: "any person who", "which means that for many goods" do not.
fn is_closed(sentence: &Sentence<'_>, from: usize) -> bool {
    let open = matches!(sentence.tags[from - 1], Tag::Relative | Tag::Determiner | Tag::Preposition | Tag::Conjunction);
    let relative = sentence.tags[..from].iter().rposition(|tag| *tag == Tag::Relative);
    // "to which": only "who", "whose", "which" and "that" ask for a verb of their own. One that no table knows may
    // follow at once, but not a phrase.
    let told = relative.is_none_or(|at| {
        let phrase = at + 2 >= from || matches!(sentence.tags[at + 1], Tag::Preposition | Tag::Determiner);
        let word = bare(sentence.words[at]);
        let asks = matches!(&*word, "who" | "which" | "that");
        sentence.has_finite(at..from) || word != "whose" && (!asks || !phrase)
    });
    !open && told
}
