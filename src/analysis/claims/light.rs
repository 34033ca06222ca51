//! What no sentence needs that stands alone: headings that ran into it, openings that lead over from another sentence,
//! brackets, and what only says that something was found or came.

use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, INSERTION, joined, owned, shorter};
use crate::characters::split_words;
use crate::document::tags::{Tag, has_main_verb, tags};

/// A way to make a sentence lighter by its words alone; none where it does not apply.
type Light = fn(&[&str]) -> Option<Vec<String>>;

/// Words among which an "also" adds to the sentence before.
const ADDED: usize = 12;
/// Words among which it is told after what something came.
const LATER: usize = 8;
/// Words among which it is said what was found.
const FINDING: usize = 6;
/// What may go from any sentence that stands alone, and a mark without which the rule does not apply.
const LIGHT: [(&str, Light); 13] = [
    ("We ", without_finding),
    ("Our ", without_finding),
    ("I ", without_telling),
    (" but ", without_forward),
    (" came ", without_pointer),
    (" comes ", without_pointer),
    (":", without_heading),
    (",", without_marker),
    ("(", without_bracket),
    (" in ", without_medium),
    ("therefore", without_link),
    ("subsequently", without_link),
    (" also ", without_also),
];

/// The sentence without what no sentence needs that stands alone.
#[must_use]
pub fn lightened(text: &str) -> String {
    LIGHT.iter().fold(text.to_owned(), |text, (mark, rule)| if text.contains(*mark) { repeated(text, *rule) } else { text })
}

fn repeated(mut text: String, rule: Light) -> String {
    for _ in 0..4 {
        let words = split_words(&text);
        let Some(next) = rule(&words).and_then(|kept| shorter(&text, &kept)) else { break };
        text = next;
    }
    text
}

/// "Mend the Quay: The council will pay" → "The council will pay".
fn without_heading(words: &[&str]) -> Option<Vec<String>> {
    let colon = (1..words.len().min(12)).find(|&at| words[at].ends_with(':'))?;
    let rest = &words[colon + 1..];
    let titled = words[..=colon].iter().all(|word| word.len() < 5 || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    let sentence = rest.len() >= HEAD && rest[0].starts_with(char::is_uppercase) && has_main_verb(&tags(rest));
    // "Ada Lim: The quay is old" names who speaks.
    let heading =
        colon >= 2 && words[..=colon].iter().any(|word| word.starts_with(char::is_lowercase)) && !has_main_verb(&tags(&words[..=colon]));
    (titled && heading && sentence).then(|| owned(rest))
}

/// "The announcement came two days after the storm closed the quay." → "The storm closed the quay.": what came stands in another
/// sentence.
fn without_pointer(words: &[&str]) -> Option<Vec<String>> {
    let [first, noun, verb, ..] = words else { return None };
    let came = matches!(*first, "The" | "This") && is_in("pointer", noun) && matches!(*verb, "came" | "comes");
    let after = came.then(|| words.iter().take(LATER).position(|word| *word == "after"))??;
    let measured = words[3..after].iter().all(|word| word.starts_with(char::is_lowercase) && !word.ends_with(','));
    let rest = &words[after + 1..];
    let tags = tags(rest);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite).filter(|_| measured && rest.len() >= HEAD)?;
    let named = matches!(tags[0], Tag::Determiner | Tag::Name | Tag::Number) && !rest[..verb].iter().any(|word| word.ends_with(','));
    (verb > 0 && named && !tags[..verb].contains(&Tag::Relative)).then(|| owned(rest))
}

/// "She may have no boat, but Ada Lim has bought the quay" → "Ada Lim has bought the quay": who is meant is told behind it.
fn without_forward(words: &[&str]) -> Option<Vec<String>> {
    let [first, modal, ..] = words else { return None };
    let forward = matches!(*first, "He" | "She" | "It" | "They") && matches!(*modal, "may" | "might");
    let but = forward.then(|| (4..words.len()).find(|&at| words[at] == "but"))??;
    let rest = &words[but + 1..];
    let tags = tags(rest);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite).filter(|_| rest.len() >= HEAD)?;
    (tags[..verb].contains(&Tag::Name) && !tags[..verb].contains(&Tag::Pronoun)).then(|| owned(rest))
}

/// "We have shown that hemp lasts longer" → "Hemp lasts longer": who writes a paper says so in all of it.
fn without_finding(words: &[&str]) -> Option<Vec<String>> {
    let that = words.iter().take(FINDING).position(|word| *word == "that")?;
    let finds = |at: usize| is_in("finding", words[at]) && matches!(words[0], "We" | "Our");
    let rest = &words[that + 1..];
    let tags = tags(rest);
    let subject = matches!(tags.first()?, Tag::Determiner | Tag::Name | Tag::Word | Tag::Number) && !is_in("anaphor", rest[0]);
    (that > 1 && finds(that - 1) && subject && rest.len() >= HEAD && has_main_verb(&tags)).then(|| owned(rest))
}

/// "I can tell the House that the quay will close" → "The quay will close": that it is said is no news.
fn without_telling(words: &[&str]) -> Option<Vec<String>> {
    let opens = is_in("telling front", &words.get(..3)?.join(" "));
    let that = opens.then(|| words.iter().take(LATER).position(|word| *word == "that"))??;
    let rest = &words[that + 1..];
    let told = words[1..that].iter().any(|word| is_in("announcing", word));
    (told && rest.len() >= HEAD && has_main_verb(&tags(rest))).then(|| owned(rest))
}

/// "In fact, the shed" → "The shed".
fn without_marker(words: &[&str]) -> Option<Vec<String>> {
    let comma = words.iter().take(4).position(|word| word.ends_with(','))?;
    let marker = words[..=comma].join(" ");
    is_in("marker", marker.trim_end_matches(',')).then(|| owned(&words[comma + 1..]))
}

/// "Nordwind (once a ropewalk) sold" → "Nordwind sold".
fn without_bracket(words: &[&str]) -> Option<Vec<String>> {
    let from = words.iter().position(|word| word.starts_with('('))?;
    let to = from + words[from..].iter().position(|word| word.contains(')'))?;
    let behind = words[to].rsplit(')').next().unwrap_or_default();
    let marks = behind.chars().all(|c| !c.is_alphanumeric());
    // "she was held ‘against (her) will’" is not said without its bracket.
    let quoted = super::is_quoted(&words[..from].concat()) || words[..from].last().is_some_and(|word| word.starts_with('\''));
    if from == 0 || quoted || to - from > INSERTION || !marks || words[from..=to].iter().any(|word| word.contains(['“', '"'])) {
        return None;
    }
    Some(joined(&words[..from], behind, &words[to + 1..]))
}

/// "she said in a statement on its site." → "she said."
fn without_medium(words: &[&str]) -> Option<Vec<String>> {
    let said = (1..words.len()).find(|&at| words[at] == "in" && is_in("speech", words[at - 1]))?;
    let end = (said + 1..(said + 5).min(words.len())).find(|&at| is_in("medium", &bare(words[at])))?;
    let marks = trailing(words[end]);
    let ends = !marks.is_empty() || words.get(end + 1).is_some_and(|next| *next == "that");
    let plain = words[said + 1..=end].iter().all(|word| !word.starts_with(char::is_uppercase));
    (ends && plain).then(|| joined(&words[..said], marks, &words[end + 1..]))
}

/// "The council has, therefore, mended the quay" → "The council has mended the quay".
fn without_link(words: &[&str]) -> Option<Vec<String>> {
    let at = (1..words.len()).find(|&at| matches!(words[at].trim_end_matches(','), "therefore" | "subsequently"))?;
    let mut kept = owned(&words[..at]);
    if words[at].ends_with(',')
        && let Some(last) = kept.last_mut()
    {
        *last = last.trim_end_matches(',').to_owned();
    }
    kept.extend(owned(&words[at + 1..]));
    Some(kept)
}

/// "Nordwind also sold the sheds" → "Nordwind sold the sheds": what it adds to stands elsewhere.
fn without_also(words: &[&str]) -> Option<Vec<String>> {
    let at = (1..words.len().min(ADDED)).find(|&at| words[at] == "also")?;
    let tags = tags(words);
    let verb = tags.iter().position(|tag| *tag == Tag::Finite)?;
    // "was also known as": a second name. "not only … but also".
    let named = words.get(at + 1).is_some_and(|next| matches!(*next, "known" | "called" | "named" | "spelled" | "spelt"));
    let paired = words[..at].iter().any(|word| matches!(&*bare(word), "but" | "and" | "only" | "or"));
    (at + 1 == verb || at == verb + 1).then_some(())?;
    (!named && !paired).then(|| [owned(&words[..at]), owned(&words[at + 1..])].concat())
}

/// The marks at a word's end.
fn trailing(word: &str) -> &str {
    &word[word.trim_end_matches(|c: char| !c.is_alphanumeric()).len()..]
}
