//! Words as these checks compare them: case folded, without possessives, cut to a crude stem.

use std::collections::BTreeSet;

use crate::eval::articles::words::{fold, is_word, listed};

/// Words without content of their own.
const STOP: &str = "a an the of to in on at for by from with and or but as is are was were be been being it its this that these those \
    he she they his her their them has have had will would can could may might do does did not no than then so such also said say says \
    after before over under into out up about more most other which who whom whose what when where while how";
/// Of several the longest goes.
const ENDS: [&str; 15] = ["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e"];

/// Runs of letters and digits; a hyphen, an apostrophe, a point or a comma between two of them does not part them.
pub fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_word).map(|gap| at + gap) {
        at = end_of_run(text, start);
        while let Some(joint) = text[at..].chars().next().filter(|c| matches!(c, '-' | '\'' | '’' | '.' | ',')) {
            let next = at + joint.len_utf8();
            if !text[next..].starts_with(is_word) {
                break;
            }
            at = end_of_run(text, next);
        }
        found.push(&text[start..at]);
    }
    found
}

fn end_of_run(text: &str, start: usize) -> usize {
    text[start..].find(|c| !is_word(c)).map_or(text.len(), |length| start + length)
}

/// Whether the folded word carries no content.
pub fn is_empty_word(word: &str) -> bool {
    listed(STOP, word)
}

/// The stems of the words that carry content.
pub fn stems(text: &str) -> Vec<String> {
    words(text).into_iter().map(fold).filter(|word| !is_empty_word(word)).map(|word| stem(&word)).collect()
}

/// Each stem once.
pub fn stem_set(text: &str) -> BTreeSet<String> {
    stems(text).into_iter().collect()
}

fn stem(word: &str) -> String {
    let bare = word.strip_suffix(['\'', '’']).or_else(|| word.strip_suffix('s')?.strip_suffix(['\'', '’'])).unwrap_or(word);
    if bare.chars().count() <= 4 || bare.chars().all(char::is_numeric) {
        return bare.to_owned();
    }
    ENDS.iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare).to_owned()
}

/// On one line, words that a line's end broke in two joined.
pub fn on_one_line(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("-\n") {
        let behind = rest[at + 2..].trim_start();
        joined.push_str(&rest[..at]);
        let broken = rest[..at].ends_with(is_word) && behind.starts_with(is_word);
        joined.push_str(if broken { "" } else { "-\n" });
        rest = behind;
    }
    joined.push_str(rest);
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_joins_them() {
        assert_eq!(words("U.S.-led, 1,500 men’s ropes’ (x)."), ["U.S", "led", "1,500", "men’s", "ropes", "x"]);
        assert_eq!(stems("The harbour's regulations were published by 1,500"), ["harbour", "regul", "publish", "1,500"]);
    }

    #[test]
    fn a_word_that_a_line_breaks_is_one() {
        assert_eq!(on_one_line("the har-\n bour of\nOrrin - \n so"), "the harbour of Orrin - so");
    }
}
