//! What may go from the end of a sentence that is too long, where no comma parts it: a phrase, a clause, a second verb.

use super::ends::{CLAUSE, cut};
use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, Sentence};
use crate::document::tags::Tag;

/// Words of the title that make what stands behind the main clause the news.
const NEWS: usize = 3;

/// "… a scheme involving sums of money." → "a scheme."
pub fn reduced(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| {
        // "with Nordwind asking for more" is one phrase.
        let phrase = from.saturating_sub(6)..from;
        let inside = !sentence.words[phrase.clone()].iter().any(|word| word.ends_with(',')) && !sentence.words[phrase].contains(&"with");
        // "charges related to a scheme": without what it involves nobody knows what they are.
        let vague = || is_in("vague", sentence.words[from - 1]);
        is_in("reduced", sentence.words[from])
            && !vague()
            && sentence.tags[from - 1] != Tag::Number
            && is_nominal(sentence, from - 1)
            && inside
    })
}

/// "… amid doubts about the rope." "… following the storm." "… by selling the sheds." "… in an effort to save the boats."
/// "… a letter in which the owners thank him." → "."
pub fn circumstance(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| {
        let manner =
            sentence.words[from] == "by" && sentence.tags[from + 1] == Tag::Ing && !is_in("telling", &bare(sentence.words[from + 1]));
        let latest = sentence.words[from] == "in" && sentence.words[from + 1..].starts_with(&["the", "latest"]);
        let opens =
            manner || latest || is_in("circumstance", sentence.words[from]) || is_effort(sentence, from) || describes(sentence, from);
        // "presented a plan following the storm": what for is all that is told of it.
        opens && is_nominal(sentence, from - 1) && !is_in("vague", sentence.words[from - 1])
    })
}

/// "in an effort to save", "in order to save".
fn is_effort(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let aim = |at: usize| words.get(at).is_some_and(|word| is_in("effort", word)) && words.get(at + 1) == Some(&"to");
    words[from] == "in" && (aim(from + 1) || matches!(words[from + 1], "a" | "an") && aim(from + 2))
}

/// "a letter in which": a clause that says of what sort a thing is of which nothing else was said. What something is ("as a
/// place in which") says nothing without its clause.
fn describes(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let clause = sentence.tags[from] == Tag::Preposition && matches!(words[from + 1], "which" | "whom");
    let article = (from.saturating_sub(4)..from).rev().find(|at| matches!(words[*at], "a" | "an"));
    let told = |at: usize| at > 0 && !matches!(words[at - 1], "as" | "is" | "are" | "was" | "were" | "be" | "became" | "called");
    clause && article.is_some_and(told)
}

/// "… after the storm closed the port." "… while waiting for help." → "."
pub fn unmarked(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| {
        let news = || sentence.words[from] == "when" && is_under_way(sentence, from);
        let passive = || sentence.tags[from - 1] == Tag::Participle && matches!(sentence.words[from], "after" | "because" | "before");
        let behind = || is_nominal(sentence, from - 1) || passive();
        is_in("subordinate", sentence.words[from]) && behind() && opens_clause(sentence, from) && !news() && !is_ground(sentence, from)
    })
}

/// "were arrested on Monday after they locked themselves into a shed": for what they were is the news.
fn is_ground(sentence: &Sentence<'_>, from: usize) -> bool {
    let near = from.saturating_sub(HEAD)..from;
    matches!(sentence.words[from], "after" | "because") && sentence.words[near].iter().any(|word| is_in("sanction", &bare(word)))
}

/// "The rigger was mending a rope when the mast fell": what somebody was about is the setting, the clause is the news.
pub fn is_under_way(sentence: &Sentence<'_>, end: usize) -> bool {
    let helper = |at: usize| matches!(sentence.words[at], "was" | "were");
    (1..end).any(|at| helper(at - 1) && (sentence.tags[at] == Tag::Ing || matches!(sentence.words[at], "about" | "on")))
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

/// "… and moved the boats to Orrin." → "."
pub fn second_verb(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    cut(sentence, &|from| {
        // "agreed to pay a sum and to mend the quay"
        let infinitive = || {
            words.get(from + 1) == Some(&"to")
                && sentence.tags[from + 2..words.len().min(from + 4)].contains(&Tag::Base)
                && words[..from].contains(&"to")
        };
        // What the title tells is the second deed; "took a step and announced it" tells it there.
        let told = || {
            if sentence.is_step(0..from) && !words[from + 1..].iter().any(|word| is_in("anaphor", &bare(word))) {
                return true;
            }
            let news = sentence.news(from + 1..words.len());
            news >= NEWS && (1..from).find(|&at| sentence.is_finite(at)).is_some_and(|verb| news >= sentence.news(verb..from))
        };
        // "a face designed and cast by Nordwind"
        let paired = || sentence.tags[from - 1] == Tag::Participle && matches!(sentence.tags[from - 2], Tag::Word | Tag::Name);
        words[from] == "and" && !paired() && (sentence.continues(from + 1) || infinitive()) && !words[..from].contains(&"both") && !told()
    })
}

/// "… to settle the charges." → "."
pub fn purpose(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    // "deemed the quay to be safe" has no purpose.
    let aims = |from: usize| is_infinitive(sentence, from) && sentence.words[from + 1] != "be";
    cut(sentence, &|from| aims(from) && is_nominal(sentence, from - 1) && !is_asked_for(sentence, from) && !is_undertaken(sentence, from))
}

/// "have signed agreements to take part": which, the infinitive alone tells. "a contract of $40 million" is told.
fn is_undertaken(sentence: &Sentence<'_>, from: usize) -> bool {
    let near = from.saturating_sub(HEAD)..from;
    let Some(noun) = near.rev().find(|&at| is_in("undertaking", &bare(sentence.words[at]))) else { return false };
    let phrase = (noun.saturating_sub(4)..=noun).rev().take_while(|&at| at == noun || !sentence.is_finite(at));
    let told = phrase.clone().any(|at| sentence.words[at].contains(|c: char| c.is_ascii_digit()));
    !told && !sentence.has_finite(noun..from)
}

/// Whether "to mend" stands there.
fn is_infinitive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.words[at] == "to" && sentence.tags.get(at + 1) == Some(&Tag::Base)
}

/// Whether the infinitive may be what somebody was asked to do, or is able to: the first behind such a word is. "asked the
/// board to mend the quay to save the boats" asks for the mending.
fn is_asked_for(sentence: &Sentence<'_>, from: usize) -> bool {
    let control = (0..from).rev().find(|&at| is_in("control", &bare(sentence.words[at])) && !is_noun(sentence, at));
    // A verb that no table knows has its object behind it.
    let unknown = |at: usize| sentence.words[at] == "to" && sentence.tags[at + 1..].starts_with(&[Tag::Word, Tag::Determiner]);
    // "asked the board to work with the owners to mend the quay" asks for the mending.
    let together = |at: usize| sentence.words[at] == "work" && sentence.words[at + 1] == "with";
    let asked = |at: usize| (is_infinitive(sentence, at) || unknown(at)) && !together(at + 1);
    // "the makers selected for the sale have signed papers to mend the quay": of a participle in front of another verb.
    let of_noun = |at: usize| {
        matches!(sentence.tags[at], Tag::Participle | Tag::Ing)
            && sentence.has_finite(at..from)
            && !sentence.tags[at..from].contains(&Tag::Relative)
    };
    control.is_some_and(|control| !of_noun(control) && !(control + 1..from.saturating_sub(1)).any(asked))
}

/// "the forces of Orrin", "came home from work": nobody is forced, and nothing is worked at.
fn is_noun(sentence: &Sentence<'_>, at: usize) -> bool {
    match &*bare(sentence.words[at]) {
        "forces" => !sentence.is_finite(at),
        "work" | "works" | "worked" | "working" => !matches!(sentence.words[at + 1], "with" | "together" | "closely"),
        _ => false,
    }
}

/// Whether a phrase may end with the word: a noun or a name, but no length of time ("days after the storm"), and no word that
/// asks for what stands behind it ("is not sure when").
fn is_nominal(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = bare(sentence.words[at]);
    let possessive = sentence.words[at].ends_with("'s") || sentence.words[at].ends_with("’s");
    // "a recording", "an audio recording"
    let behind = at > 0 && sentence.words[at - 1].ends_with(',');
    let gerund = sentence.tags[at] == Tag::Ing && sentence.tags[at.saturating_sub(2)..at].contains(&Tag::Determiner) && !behind;
    let noun = gerund || matches!(sentence.tags[at], Tag::Word | Tag::Name | Tag::Number) || is_in("weekday", &word);
    noun && !possessive && !is_in("measure", &word) && !is_in("asking", &word) && !word.ends_with("er") && !is_in("meant", &word)
}
