//! What may go from the front of a sentence that is too long.

use super::lexicon::{bare, is_in, is_negation};
use super::shorten::{HEAD, INSERTION, Sentence, owned};
use crate::document::tags::{Tag, is_auxiliary};

/// Words behind a front among which its sentence has a verb.
const SUBJECT: usize = 18;
/// Words behind "announced" among which its clause opens.
const CLAUSE: usize = 7;

/// "After the storm closed the port, the council paid" → "The council paid".
pub fn hanging(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let opening = bare(sentence.words.first()?);
    let hangs = is_in("hanging", &opening) && !is_in("limit", &opening) && opening != "without";
    // "In the year before the storm, more sheds were open": without its frame it would be told of today.
    let frame = |words: &[&str]| words.iter().take_while(|word| !word.ends_with(',')).any(|word| is_in("frame", word));
    // "At least 56 boats sank" counts.
    let counts = matches!(*sentence.words.get(1)?, "least" | "most");
    // "By using hemp, the riggers save days": on which condition they do.
    let condition = opening == "by" && sentence.tags[1] == Tag::Ing;
    (hangs && !counts && !condition && !is_view(sentence, &opening) && !(opening == "in" && frame(sentence.words)))
        .then(|| without(sentence))?
}

/// "For the owners, the quay is a risk", "While the board says the quay is safe, it leaks": whose view it is, and the other
/// side. "For two years" is neither.
fn is_view(sentence: &Sentence<'_>, opening: &str) -> bool {
    let front = || sentence.words.iter().take(INSERTION).take_while(|word| !word.ends_with(','));
    match opening {
        "for" => !front()
            .chain(sentence.words.iter().find(|word| word.ends_with(',')))
            .any(|word| is_in("near", &bare(word)) || is_in("measure", &bare(word))),
        "while" | "although" | "though" | "whilst" => front().any(|word| is_in("speech", word) || is_in("evidence", word)),
        _ => false,
    }
}

/// "Backed by the harbour, the council paid" → "The council paid".
pub fn participle(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let second = *sentence.tags.get(1)?;
    // "Building sheds costs", "United Nations": only what takes its phrase along is a participle.
    let phrase = matches!(second, Tag::Determiner | Tag::Preposition | Tag::Pronoun | Tag::Adverb | Tag::Name | Tag::Word | Tag::Number);
    let first = sentence.tags[0];
    (matches!(first, Tag::Participle | Tag::Ing) && phrase && !is_in("paired", &bare(sentence.words[0]))).then(|| without(sentence))?
}

/// "The board published a report by two riggers, saying the quay has sunk by a foot" → "The quay has sunk by a foot": what is
/// found is the news, not that it was written.
pub fn reported(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let verb = (1..words.len()).find(|&at| sentence.is_finite(at)).filter(|&at| is_in("brings out", words[at]))?;
    let noun = (verb + 1..words.len()).find(|&at| is_in("findings", &bare(words[at])))?;
    let telling = (noun + 1..words.len()).find(|&at| is_in("telling", words[at]) && words[at - 1].ends_with(','))?;
    let first = telling + 1 + usize::from(words.get(telling + 1) == Some(&"that"));
    let plain = speaks_for_itself(&words[first..]);
    let told = plain && !sentence.has_finite(verb + 1..telling) && words.len() - first >= HEAD;
    (told && is_sentence_there(sentence, first)).then(|| owned(&words[first..]))
}

/// "The board announced that all makers of rope have signed" → "All makers of rope have signed": to announce is to say of
/// oneself, nothing is alleged.
pub fn announced(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let verb = (1..words.len()).find(|&at| sentence.is_finite(at))?;
    let said = (verb..words.len().min(verb + 3)).find(|&at| words[at] == "announced")?;
    let that = (said + 1..words.len().min(said + CLAUSE)).find(|&at| words[at] == "that")?;
    let first = that + 1;
    let plain = speaks_for_itself(&words[first..]);
    let own = words[..that].iter().all(|word| !is_negation(word)) && !sentence.has_finite(said + 1..that);
    (plain && own && words.len() - first >= HEAD && is_sentence_there(sentence, first)).then(|| owned(&words[first..]))
}

/// Whether nothing in the words is forecast or thought, or means what stood before them.
fn speaks_for_itself(words: &[&str]) -> bool {
    let owned = |word: &str| matches!(word, "its" | "their" | "his" | "her" | "our" | "we");
    words.iter().all(|word| {
        let bare = bare(word);
        !is_in("hedge", word.trim_end_matches(',')) && !is_in("anaphor", &bare) && !owned(&bare)
    })
}

/// Whether a subject and its verb stand there, whatever stands before.
fn is_sentence_there(sentence: &Sentence<'_>, first: usize) -> bool {
    let subject = matches!(sentence.tags[first], Tag::Determiner | Tag::Name | Tag::Word | Tag::Number);
    let verb = (first + 1..sentence.words.len().min(first + SUBJECT)).find(|&at| sentence.is_finite(at));
    subject && verb.is_some_and(|verb| !sentence.tags[first..verb].contains(&Tag::Relative))
}

/// The sentence behind the first comma behind which a whole one stands.
fn without(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let commas = (0..words.len().min(INSERTION)).filter(|&at| words[at].ends_with(','));
    commas
        .map(|comma| comma + 1)
        .find(|&first| words.len() - first >= HEAD && is_sentence(sentence, first))
        .map(|first| owned(&words[first..]))
}

/// Whether a subject and its verb stand there. "In Oakmere, Kestrel Bay and Orrin, the council": the next of a list has none.
fn is_sentence(sentence: &Sentence<'_>, first: usize) -> bool {
    let words = sentence.words;
    let subject = matches!(sentence.tags[first], Tag::Determiner | Tag::Name | Tag::Word | Tag::Number);
    let end = (first..words.len()).find(|&at| words[at].ends_with(',')).unwrap_or(words.len());
    let own = (first + 1..end.min(first + SUBJECT)).find(|&at| sentence.is_finite(at));
    // "While standard, criminal and health checks go on, officials": the front's own verb is none of the sentence's. What
    // opens with a phrase has none but "where she lives": "Under half of the boats were saved, a yard based in Orrin said".
    let framed = || sentence.tags[..first].contains(&Tag::Relative) || words[..first].contains(&"time");
    // "in a letter issued on Monday" has none: only an auxiliary is one for sure.
    let told = words[1..first].iter().any(|word| is_auxiliary(word));
    let closed = if is_in("clause", &bare(words[0])) { sentence.has_finite(1..first) } else { !told || framed() };
    // "President Joseph Biden, Jr. authorized"
    let suffix = is_in("suffix", &bare(words[first]));
    subject && closed && !suffix && own.is_some_and(|own| !sentence.tags[first..own].contains(&Tag::Relative))
}
