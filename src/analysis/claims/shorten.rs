//! Shortening a sentence without saying anything else: what hangs on at its front, in its middle or at its end goes,
//! and what stays stands as it stood.
//!
//! Every rule looks at words and commas alone. Where they do not tell for sure what hangs on what (lists above all) the
//! rule does not apply; `tests/cases/shorten.tsv` holds for each what must go and what must stay.

use super::lexicon::{bare, is_in};

/// The least words that a sentence keeps before a tail that goes.
const HEAD: usize = 8;
/// The most words of an insertion between commas, brackets or dashes.
const INSERTION: usize = 22;

/// A way to make a sentence shorter; none where it does not apply.
type Rule = fn(&[&str]) -> Option<Vec<String>>;

/// What may go from any sentence that stands alone.
const LIGHT: [Rule; 3] = [without_marker, without_bracket, without_medium];
/// What goes where the sentence is too long, the safest first.
const HEAVY: [Rule; 8] =
    [without_age, between_dashes, relative_clause, apposition, relative_tail, coordinated_tail, hanging_tail, hanging_front];

/// The sentence without what no sentence needs that stands alone.
#[must_use]
pub fn lightened(text: &str) -> String {
    LIGHT.iter().fold(text.to_owned(), |text, rule| repeated(&text, *rule))
}

/// The sentence made short enough for `fits`; none where no rule makes it so.
#[must_use]
pub fn shortened(text: &str, fits: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut text = text.to_owned();
    for rule in HEAVY {
        // A rule may apply at several places of a sentence, but never at many.
        for _ in 0..4 {
            if fits(&text) {
                return Some(text);
            }
            let Some(next) = apply(&text, rule) else { break };
            text = next;
        }
    }
    fits(&text).then_some(text)
}

fn repeated(text: &str, rule: Rule) -> String {
    let mut text = text.to_owned();
    for _ in 0..4 {
        let Some(next) = apply(&text, rule) else { break };
        text = next;
    }
    text
}

fn apply(text: &str, rule: Rule) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let kept = rule(&words)?;
    let next = super::rewrite::opened(&kept.join(" "));
    (super::checker::marks_close(&next) && next.len() < text.len()).then_some(next)
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
    if from == 0 || to - from > INSERTION || !marks || words[from..=to].iter().any(|word| word.contains(['“', '"'])) {
        return None;
    }
    Some(joined(&words[..from], behind, &words[to + 1..]))
}

/// "she said in a statement on its site." → "she said."
fn without_medium(words: &[&str]) -> Option<Vec<String>> {
    let said = (1..words.len()).find(|&at| is_in("speech", words[at - 1]) && words[at] == "in")?;
    let end = (said + 1..(said + 5).min(words.len())).find(|&at| is_in("medium", &bare(words[at])))?;
    let marks = trailing(words[end]);
    let ends = !marks.is_empty() || words.get(end + 1).is_some_and(|next| *next == "that");
    let plain = words[said + 1..=end].iter().all(|word| !word.starts_with(char::is_uppercase));
    (ends && plain).then(|| joined(&words[..said], marks, &words[end + 1..]))
}

/// "Ada Lim, 34, sold" → "Ada Lim sold".
fn without_age(words: &[&str]) -> Option<Vec<String>> {
    let at = (1..words.len().saturating_sub(1)).find(|&at| {
        let age = words[at].strip_suffix(',').is_some_and(|age| age.len() <= 2 && age.bytes().all(|byte| byte.is_ascii_digit()));
        age && words[at - 1].ends_with(',') && words[at - 1].starts_with(char::is_uppercase) && !is_and(words[at + 1])
    })?;
    let closes = is_finite(words[at + 1]);
    let mut kept = owned(&words[..at]);
    if closes && let Some(last) = kept.last_mut() {
        last.pop();
    }
    kept.extend(owned(&words[at + 1..]));
    Some(kept)
}

/// "The shed — it is the oldest — will open" → "The shed will open".
fn between_dashes(words: &[&str]) -> Option<Vec<String>> {
    let dashes: Vec<usize> = (1..words.len()).filter(|&at| matches!(words[at], "-" | "--" | "—" | "–")).collect();
    match dashes[..] {
        [from, to] if to - from <= INSERTION && words.len() - to > 3 && from >= 2 => Some(joined(&words[..from], "", &words[to + 1..])),
        [from] if from >= HEAD && words[..from].iter().any(|word| is_finite(word)) => Some(ended(&words[..from])),
        _ => None,
    }
}

/// "Ada Lim, who leads the agency, said" → "Ada Lim said".
fn relative_clause(words: &[&str]) -> Option<Vec<String>> {
    let from = (1..words.len()).find(|&at| words[at - 1].ends_with(',') && is_in("relative", words[at]))?;
    let to = (from + 1..(from + INSERTION).min(words.len() - 1)).find(|&at| words[at].ends_with(',') && is_finite(words[at + 1]))?;
    words[from..=to].iter().any(|word| is_finite(word)).then(|| closed_up(words, from, to))
}

/// "Nordwind, a maker of rope, said" → "Nordwind said".
fn apposition(words: &[&str]) -> Option<Vec<String>> {
    let from = (1..words.len()).find(|&at| words[at - 1].ends_with(','))?;
    let named = words[from - 1].starts_with(char::is_uppercase) && !is_in("hanging", &bare(words[0]));
    let to = (from..(from + INSERTION).min(words.len() - 1)).find(|&at| words[at].ends_with(','))?;
    let inner = &words[from..=to];
    // "a power and transport company" is one thing, "a jersey and a cap" are two.
    let ands: Vec<usize> = (0..inner.len()).filter(|&at| is_and(inner[at])).collect();
    let one = ands.len() < 2 && ands.iter().all(|at| !inner.get(at + 1).is_some_and(|next| is_in("apposition", next)));
    let sure = is_in("apposition", words[from]) && is_finite(words[to + 1]) && one && !inner.iter().any(|word| is_finite(word));
    (named && sure && inner.len() > 1).then(|| closed_up(words, from, to))
}

/// "…, which was built in 1871." → "."
fn relative_tail(words: &[&str]) -> Option<Vec<String>> {
    tail(words, &|from| is_in("relative", words[from]))
}

/// "…, and the council agreed." → "."
fn coordinated_tail(words: &[&str]) -> Option<Vec<String>> {
    if let Some(at) = words.iter().rposition(|word| word.ends_with(';')).filter(|at| at + 1 >= HEAD) {
        return Some(ended(&words[..=at]));
    }
    tail(words, &|from| {
        let clause = words[from + 1..words.len().min(from + 8)].iter().any(|word| is_finite(word));
        let listed = words[..from - 1].iter().any(|word| word.ends_with(','));
        matches!(words[from], "and" | "but" | "while" | "so" | "yet") && clause && !listed
    })
}

/// "…, including two boats." "…, leaving the quay." → "."
fn hanging_tail(words: &[&str]) -> Option<Vec<String>> {
    tail(words, &|from| {
        let word = words[from];
        let participle = word.len() > 5 && word.ends_with("ing") && word.starts_with(char::is_lowercase);
        (participle || is_in("tail", word)) && !is_in("limit", words.get(from + 1).unwrap_or(&""))
    })
}

/// The sentence without what stands behind its last comma that `goes`.
fn tail(words: &[&str], goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let from = (HEAD..words.len()).rev().find(|&at| words[at - 1].ends_with(',') && goes(at))?;
    let head = &words[..from];
    // What came before the comma must be a sentence: its main verb stands there, and not in what goes.
    let starts = if is_in("hanging", &bare(words[0])) { head[..from - 1].iter().position(|word| word.ends_with(','))? + 1 } else { 0 };
    let inserted = (from + 1..words.len()).any(|at| words[at - 1].ends_with(',') && is_finite(words[at]));
    let limits = words[from..].iter().any(|word| is_in("limit", word) && !is_and(word) && matches!(*word, "if" | "unless" | "until"));
    let main = head[starts..].iter().any(|word| is_finite(word)) && !inserted && !limits;
    (main && !is_in("speech", bare(head[from - 1]).as_str())).then(|| ended(head))
}

/// "After the storm closed the port, the council paid" → "The council paid".
fn hanging_front(words: &[&str]) -> Option<Vec<String>> {
    let opening = bare(words.first()?);
    let comma = words.iter().position(|word| word.ends_with(','))?;
    let rest = &words[comma + 1..];
    let first = *rest.first()?;
    let subject = matches!(first, "the" | "a" | "an") || first.starts_with(char::is_uppercase);
    let clause = rest.iter().position(|word| word.ends_with(',')).unwrap_or(rest.len());
    let finite = rest[..clause.min(9)].iter().position(|word| is_finite(word)).is_some_and(|at| at > 0);
    let hangs = is_in("hanging", &opening) && !is_in("limit", &opening) && opening != "without";
    (hangs && subject && finite && comma < INSERTION && rest.len() >= HEAD).then(|| owned(rest))
}

/// Whether a verb may stand in the sentence; "The competition from the cup and all." has none.
#[must_use]
pub fn has_verb(text: &str) -> bool {
    let third = |word: &str| word.len() > 3 && word.ends_with('s') && word.starts_with(char::is_lowercase);
    text.split_whitespace().any(|word| is_finite(word) || third(word) || word.contains(['’', '\'']))
}

fn is_finite(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    is_in("finite", word) || word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase)
}

fn is_and(word: &str) -> bool {
    matches!(bare(word).as_str(), "and" | "or" | "&")
}

/// Without what stands between two commas, and without both.
fn closed_up(words: &[&str], from: usize, to: usize) -> Vec<String> {
    let mut kept = owned(&words[..from]);
    if let Some(last) = kept.last_mut() {
        last.pop();
    }
    kept.extend(owned(&words[to + 1..]));
    kept
}

/// The front with the marks of what went, and the rest.
fn joined(front: &[&str], marks: &str, rest: &[&str]) -> Vec<String> {
    let mut kept = owned(front);
    if let Some(last) = kept.last_mut()
        && !last.ends_with([',', ';', ':'])
    {
        last.push_str(marks);
    }
    kept.extend(owned(rest));
    kept
}

/// The front with a full stop.
fn ended(front: &[&str]) -> Vec<String> {
    let mut kept = owned(front);
    if let Some(last) = kept.last_mut() {
        let closes = last.ends_with(['.', '!', '?']);
        let bare = last.trim_end_matches([',', ';', ':']).to_owned();
        *last = if closes { bare } else { bare + "." };
    }
    kept
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The marks at a word's end.
fn trailing(word: &str) -> &str {
    &word[word.trim_end_matches(|c: char| !c.is_alphanumeric()).len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_go_goes_and_what_must_stay_stays() {
        let mut wrong = Vec::new();
        for row in crate::lists::rows(include_str!("../../../tests/cases/shorten.tsv")) {
            let [kind, before, after] = row[..] else { panic!("three cells: {row:?}") };
            let expected = if after == "=" { before } else { after };
            let made = match kind {
                "light" => lightened(before),
                _ => shortened(before, &|text| text.split_whitespace().count() < before.split_whitespace().count())
                    .unwrap_or_else(|| before.to_owned()),
            };
            if made != expected {
                wrong.push(format!("{before}\n  gave {made}\n  not  {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
