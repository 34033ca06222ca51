//! What may go from the middle of a sentence that is too long.

use super::ends::CLAUSE;
use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, INSERTION, Sentence, ended, is_and, is_dash, joined, owned};
use crate::document::tags::{Tag, is_auxiliary};

/// Words among which a subject that a clause tells apart has its "who".
const DEFINED: usize = 10;

/// "Ada Lim, 34, sold" → "Ada Lim sold".
pub fn without_age(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let at = (1..words.len().saturating_sub(1)).find(|&at| {
        let age = words[at].strip_suffix(',').is_some_and(|age| age.len() <= 2 && age.bytes().all(|byte| byte.is_ascii_digit()));
        age && words[at - 1].ends_with(',') && words[at - 1].starts_with(char::is_uppercase) && !is_and(words[at + 1])
    })?;
    let closes = sentence.continues(at + 1);
    let mut kept = owned(&words[..at]);
    if closes && let Some(last) = kept.last_mut() {
        last.pop();
    }
    kept.extend(owned(&words[at + 1..]));
    Some(kept)
}

/// "The shed — it is the oldest — will open" → "The shed will open".
pub fn between_dashes(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let dashes: Vec<usize> = (1..words.len()).filter(|&at| is_dash(words[at])).collect();
    match dashes[..] {
        [from, to] if to - from <= INSERTION && words.len() - to > 3 && from >= 2 => Some(joined(&words[..from], "", &words[to + 1..])),
        // "put a question before the board — “Is the quay safe?”": without its words it is none.
        [from]
            if from >= HEAD
                && sentence.has_finite(0..from)
                && !words[from + 1..].first().is_some_and(|next| next.starts_with(['“', '"'])) =>
        {
            Some(ended(&words[..from]))
        }
        _ => None,
    }
}

/// "Ada Lim, who leads the agency, said" → "Ada Lim said".
pub fn relative_clause(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    // "Turning to the rope, which is old, the yard, too, has": the verb is not of what stands before.
    if matches!(sentence.tags[0], Tag::Ing | Tag::Participle) {
        return None;
    }
    let from = (1..words.len()).find(|&at| words[at - 1].ends_with(',') && is_in("relative", words[at]))?;
    let to = (from + 1..(from + INSERTION).min(words.len() - 1)).find(|&at| words[at].ends_with(',') && sentence.continues(at + 1))?;
    sentence.has_finite(from..to + 1).then(|| closed_up(words, from, to))
}

/// "Two riggers who are known as the Crew were arrested" → "Two riggers were arrested": of whom nothing was told yet needs no
/// telling apart.
pub fn defining(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let counted = matches!(words[0], "A" | "An") || sentence.tags[0] == Tag::Number || is_in("several", words[0]);
    let from = counted.then(|| (2..words.len().min(DEFINED)).find(|&at| words[at] == "who"))??;
    let verb = from + 1;
    let to = (verb + 1..words.len().min(from + INSERTION)).find(|&at| sentence.is_finite(at))?;
    let told = is_auxiliary(words[verb]) && matches!(words[to], "was" | "were") && !sentence.has_finite(0..from);
    let plain = (0..to).all(|at| !words[at].ends_with([',', ';', ':', '“']) && !is_in("speech", &bare(words[at])));
    let own = !matches!(sentence.tags[to - 1], Tag::Pronoun | Tag::Determiner) && !words[verb..to].contains(&"and");
    (told && plain && own).then(|| [owned(&words[..from]), owned(&words[to..])].concat())
}

/// "Nordwind, a maker of rope, said", "the minister, in a letter to the board, said" → "Nordwind said".
pub fn insertion(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    if is_in("hanging", &bare(words[0])) {
        return None;
    }
    let verb = (1..words.len()).find(|&at| sentence.is_finite(at))?;
    // Between a subject and its verb: whatever else stands there between commas is said of the subject.
    let to = (1..verb).rev().find(|&at| words[at].ends_with(',') && sentence.continues(at + 1))?;
    let from = (to.saturating_sub(INSERTION).max(1)..to).find(|&at| words[at - 1].ends_with(',') && opens_insertion(sentence, at, to))?;
    Some(closed_up(words, from, to))
}

/// "boats at Orrin, a port of the bay, and to rope" → "boats at Orrin and to rope": behind the verb only what a preposition
/// follows is no member of a list.
pub fn inner_apposition(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let opens = |at: &usize| {
        words[at - 1].ends_with(',')
            && matches!(words[*at], "a" | "an" | "the")
            && sentence.tags[at - 1] == Tag::Name
            && sentence.has_finite(0..*at)
    };
    let from = (2..words.len()).find(opens)?;
    let to = (from + 1..words.len().min(from + INSERTION)).find(|&at| words[at].ends_with(','))?;
    let plain = !sentence.has_finite(from..to + 1) && !words[from..=to].iter().any(|word| is_and(word));
    let listed = words[..from - 1].iter().any(|word| word.ends_with(','));
    let next = to + 1 + usize::from(words.get(to + 1).is_some_and(|word| is_and(word)));
    (plain && !listed && sentence.tags.get(next) == Some(&Tag::Preposition)).then(|| closed_up(words, from, to))
}

/// Whether what stands between the commas is said of the name before it: no list, no place, no year.
fn opens_insertion(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let words = sentence.words;
    let inner = &words[from..=to];
    // "a power and transport company" is one thing, "a jersey and a cap" are two.
    let ands: Vec<usize> = (0..inner.len()).filter(|&at| is_and(inner[at])).collect();
    // "Ada Lim, the rigger and clerk of the old and new yards, left": what tells of a name at the front is no list.
    let first = words[from].chars().all(char::is_lowercase) && sentence.tags[..from].iter().all(|tag| *tag == Tag::Name);
    let alone = first && matches!(words[from], "a" | "an" | "the") && inner[..inner.len() - 1].iter().all(|word| !word.ends_with(','));
    let several = matches!(words[to + 1], "are" | "were" | "have");
    let one =
        (ands.len() < 2 || alone && !several) && ands.iter().all(|at| !inner.get(at + 1).is_some_and(|next| is_in("apposition", next)));
    // "Ada Lim, of Orrin, and Otto Brandt, of Oakmere, are": the second of two is no aside.
    let second = ands.iter().any(|at| *at > 0 && inner[at - 1].ends_with(','));
    let opens = match sentence.tags[from] {
        Tag::Name => {
            inner.len() > 2 && sentence.tags[from..to].contains(&Tag::Word) && words[from..to].iter().all(|word| !word.ends_with(','))
        }
        Tag::Preposition => true,
        _ => is_in("apposition", words[from]) || is_in("aside", words[from]),
    };
    let named = matches!(sentence.tags[from - 1], Tag::Name | Tag::Word) || words[from - 1].ends_with("),");
    opens && named && one && !second && inner.len() > 1
}

/// "The survey, released in May, says" → "The survey says".
pub fn participle_clause(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (1..words.len()).find(|&at| words[at - 1].ends_with(',') && matches!(sentence.tags[at], Tag::Participle | Tag::Ing))?;
    let to = (from..(from + INSERTION).min(words.len() - 1)).find(|&at| words[at].ends_with(','))?;
    (sentence.continues(to + 1) && !sentence.has_finite(from..to + 1) && !sentence.has_finite(0..from)).then(|| closed_up(words, from, to))
}

/// "The mayor took a further step and announced that the quay will close." → "The mayor announced that the quay will close.":
/// where the second of two deeds of one subject is what the title tells.
pub fn first_verb(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let first = (1..words.len()).find(|&at| sentence.is_finite(at))?;
    let and = (first + 2..words.len().saturating_sub(3)).find(|&at| words[at] == "and" && sentence.is_finite(at + 1))?;
    let second = and + 1;
    let plain =
        |at: usize| !words[at].ends_with([',', ';', ':']) && !matches!(sentence.tags[at], Tag::Relative) && !is_in("paired off", words[at]);
    let whole = (0..and).all(plain) && !sentence.has_finite(first + 1..and);
    // "will close the yard and put up a shed", "said the yard and the quay"
    let own = !is_in("modal", words[first]) && !is_in("speech", words[first]) && !is_in("hanging", &bare(words[0]));
    let refers = || words[second..].iter().any(|word| is_in("anaphor", &bare(word)));
    let told = || {
        let news = sentence.news(second..words.len());
        news > 0 && (sentence.is_step(first..and) || news >= sentence.news(first..and))
    };
    (whole && own && !refers() && told()).then(|| [owned(&words[..first]), owned(&words[second..])].concat())
}

/// "Two boats were lost, nine riggers were hurt, and the quay was closed, the board said." → "Two boats were lost, and the quay
/// was closed, the board said.": of three clauses or more the first and the last are told.
pub fn chain(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let comma = |at: &usize| words[*at].ends_with(',');
    let joint = (2..words.len().saturating_sub(2)).rev().find(|at| matches!(words[*at], "and" | "but") && comma(&(at - 1)))?;
    if !(0..joint - 1).any(|at| comma(&at)) {
        return None;
    }
    let mut ends: Vec<usize> = (0..words.len()).filter(comma).collect();
    if !ends.last().is_some_and(|comma| is_speaker(sentence, comma + 1)) {
        ends.push(words.len() - 1);
    }
    let [first, .., before, last] = ends[..] else { return None };
    let own = |from: usize, to: usize| {
        let opens = matches!(sentence.tags[from], Tag::Determiner | Tag::Name | Tag::Number | Tag::Word);
        opens && sentence.has_finite(from..to + 1) && !sentence.tags[from..=to].contains(&Tag::Relative)
    };
    let joined = joint == before + 1 && first > 0 && before > first && before + 2 < last;
    let clauses = || ends.windows(2).all(|pair| own(pair[0] + 1 + usize::from(pair[0] == before), pair[1]));
    let plain = words.iter().all(|word| !word.contains(['“', '"', ';', ':'])) && !is_in("hanging", &bare(words[0]));
    (joined && plain && sentence.has_finite(0..first) && clauses()).then(|| [owned(&words[..=first]), owned(&words[before + 1..])].concat())
}

/// "the board said on Friday", to the sentence's end.
fn is_speaker(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let named = matches!(sentence.tags.get(from), Some(Tag::Determiner | Tag::Name));
    named && words.len() - from <= CLAUSE && words[from..].iter().any(|word| is_in("speech", &bare(word)))
}

/// Without what stands between two commas, and without both; "the owner, Ada Lim, who said so, left" keeps the first.
fn closed_up(words: &[&str], from: usize, to: usize) -> Vec<String> {
    let mut kept = owned(&words[..from]);
    let named = words[..from].iter().rev().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let in_commas = named < from && (1..from).any(|at| at + named == from && words[at - 1].ends_with(','));
    if let Some(last) = kept.last_mut().filter(|_| !in_commas) {
        last.pop();
    }
    kept.extend(owned(&words[to + 1..]));
    kept
}
