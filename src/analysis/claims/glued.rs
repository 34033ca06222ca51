//! What a page glued in front of a paragraph: the speaker of a pull quote, a heading that ran in.

use super::lexicon::is_in;
use crate::characters::{front, pieces, split_words};
use crate::document::tags::{has_main_verb, tags};

/// Bytes among which the name of a pull quote's speaker ends.
const SPEAKER: usize = 90;
/// Words of a heading that ran in.
const HEADING: std::ops::RangeInclusive<usize> = 4..=24;
/// Fewest words of the sentence behind it.
const SENTENCE: usize = 6;
/// Fewest words of a caption, and most of the opening behind it.
const CAPTION: usize = 2;
const OPENING: usize = 12;
/// Letters before the capital that opens the sentence: "McLean" is one word.
const LETTERS: usize = 4;

/// Length of "—Bram Olsen Jr." in front of "—Bram Olsen Jr.Two boats sank": who said what the page prints large.
#[must_use]
pub fn speaker(text: &str) -> Option<usize> {
    let named = text.strip_prefix(['—', '–'])?.trim_start();
    if !named.starts_with(char::is_uppercase) {
        return None;
    }
    let start = text.len() - named.len();
    let near = front(text, SPEAKER.min(text.len()));
    let glued = near.char_indices().skip_while(|(at, _)| *at <= start).find(|(at, first)| {
        let before = text[..*at].rsplit(' ').next().unwrap_or_default();
        let ends = before.ends_with('.') || before.chars().count() >= LETTERS && before.ends_with(char::is_lowercase);
        let word = text[at + first.len_utf8()..].starts_with(|c: char| c.is_lowercase() || c == ' ');
        first.is_uppercase() && ends && word && !before.contains('-')
    })?;
    let behind = &text[glued.0..];
    (pieces(behind).take(SENTENCE).count() == SENTENCE).then_some(glued.0)
}

/// Length of "Two New Boats for the Old Quay " in front of "Two New Boats for the Old Quay Every spring, the owners meet".
#[must_use]
pub fn heading(text: &str) -> Option<usize> {
    let mut length = 0;
    let (mut loud, mut small) = (0, 0);
    for (nth, word) in pieces(text).enumerate().take(HEADING.end() + 1) {
        let capital = word.starts_with(char::is_uppercase);
        let opens =
            is_in("opener", word) && text[length + word.len()..].trim_start().starts_with(|c: char| c.is_lowercase() || c.is_numeric());
        if opens && HEADING.contains(&nth) && loud >= 3 && small > 0 {
            let title = split_words(text[..length].trim_end());
            let last = title.last()?;
            let closes = last.starts_with(char::is_uppercase) && last.ends_with(char::is_alphanumeric) && !is_in("opener", last);
            let rest = split_words(&text[length..]);
            let told = rest.len() >= SENTENCE && has_main_verb(&tags(&rest)) && !has_main_verb(&tags(&title));
            return (closes && told).then_some(length);
        }
        if !capital && !is_in("title", word) || word.ends_with(['.', ':', ';', '?', '!']) {
            return None;
        }
        (loud, small) = if capital { (loud + 1, small) } else { (loud, small + 1) };
        length += word.len() + 1;
    }
    None
}

/// Length of "Ada Lim of the Harbour Board " in front of "In the old yard, two boats were lost": a caption without its stop. The
/// opening closes in a small word before its comma, as no title does, and a sentence stands behind it.
#[must_use]
pub fn caption(text: &str) -> Option<usize> {
    let mut length = 0;
    let mut last = "";
    for (nth, word) in pieces(text).enumerate().take(HEADING.end() + 1) {
        if nth >= CAPTION && word.starts_with(|first: char| first.is_ascii_uppercase()) && is_in("opening preposition", word) {
            let plain = !is_in("titled work", last) && !is_in("speech", last);
            return (plain && is_opened_sentence(&text[length..])).then_some(length);
        }
        if !word.ends_with(char::is_alphanumeric) {
            return None;
        }
        last = word;
        length += word.len() + 1;
    }
    None
}

/// "In the old yard, two boats were lost", of words that open so.
fn is_opened_sentence(text: &str) -> bool {
    let words: Vec<&str> = pieces(text).collect();
    let Some(comma) = words.iter().take(OPENING).position(|word| word.ends_with(',')) else { return false };
    let small = |word: &str| word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let rest = &words[comma + 1..];
    let joined = rest.first().is_none_or(|word| is_in("relative", word) || matches!(*word, "and" | "or" | "but"));
    comma > 0 && small(words[1]) && small(words[comma]) && !joined && has_main_verb(&tags(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(text: &'static str, glued: fn(&str) -> Option<usize>) -> Option<&'static str> {
        glued(text).map(|length| &text[length..])
    }

    #[test]
    fn a_speaker_before_a_paragraph_is_no_part_of_it() {
        let rest = "Two boats sank off the old quay on Sunday.";
        assert_eq!(behind("—Bram Olsen Jr.Two boats sank off the old quay on Sunday.", speaker), Some(rest));
        assert_eq!(behind("—Ada Lim, who leads the boardTwo boats sank off the old quay on Sunday.", speaker), Some(rest));
        assert_eq!(behind("—Ada McLean said that two boats sank off the old quay.", speaker), None);
        assert_eq!(behind("Ada Lim, who leads the boardTwo boats sank off the old quay.", speaker), None);
    }

    #[test]
    fn a_heading_that_ran_in_is_no_part_of_the_sentence() {
        let rest = "Every spring, the owners have closed the quay.";
        assert_eq!(behind("Mending Both of the Boats Every spring, the owners have closed the quay.", heading), Some(rest));
        assert_eq!(
            behind("Building on the Old Quay and Its Sheds Over the last ten years, fees have doubled.", heading),
            Some("Over the last ten years, fees have doubled.")
        );
        assert_eq!(behind("The Harbour Board of Kestrel Bay In Orrin Post said that it was sold.", heading), None);
        assert_eq!(behind("Ada Lim and Otto Brandt of Orrin sold the boats on Sunday.", heading), None);
        assert_eq!(behind("The University of Kestrel Bay closed for the winter.", heading), None);
    }

    #[test]
    fn a_caption_without_its_stop_is_no_part_of_the_sentence() {
        let rest = "In the old yard of the bay, two boats were lost.";
        assert_eq!(behind("Nordwind’s Ada Lim In the old yard of the bay, two boats were lost.", caption), Some(rest));
        assert_eq!(behind("Ada Lim mends a boat of the yard In the old yard of the bay, two boats were lost.", caption), Some(rest));
        assert_eq!(behind("Ada Lim starred in the film In the Old Yard, which was lost.", caption), None);
        assert_eq!(behind("Ada Lim wrote the play On the old quay, and it was lost.", caption), None);
        assert_eq!(behind("Ada Lim said In the old yard of the bay, two boats were lost.", caption), None, "she says so");
        assert_eq!(behind("Ada Lim, who mends the boats In the old yard, lost two of them.", caption), None);
    }
}
