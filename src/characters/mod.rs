//! What characters are to a reader: invisible ones, line ends, and the folding that is used for matching only.

mod words;

use std::borrow::Cow;

use words::{HIGH, ONES, eight_at, same_bytes};
pub use words::{alphanumerics, pieces, split_words, words};

/// Whether the character leaves no trace on a page although Unicode does not call it white space:
/// controls, the byte order mark, zero-width and bidirectional marks, the soft hyphen.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a line ends at the character (CR LF counts as one end).
#[must_use]
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a run of text shows nothing.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// The front of the text of so many bytes at most.
#[must_use]
pub fn front(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where the first line of the text ends; none where it goes on to the end.
#[must_use]
pub fn line_end(text: &str) -> Option<usize> {
    // U+85 begins with C2, U+2028 and U+2029 with E2.
    let mut ends = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2));
    ends.find(|(at, _)| text[*at..].starts_with(is_line_end)).map(|(at, _)| at)
}

/// Whether a sentence may end with the character.
#[must_use]
pub fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '؟' | '।')
}

/// Whether the character closes a quotation or a bracket.
#[must_use]
pub fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '）' | '］' | '」' | '』' | '*' | '_')
}

/// Whether the character opens a quotation or a bracket.
#[must_use]
pub fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '‹' | '(' | '[' | '（' | '［' | '「' | '『' | '¿' | '¡' | '*' | '_')
}

/// One character as it is compared: full-width forms as ASCII, typographic quotes and dashes as plain ones,
/// every space as U+0020, lower case. Letters never change their script: a Cyrillic "а" stays one.
#[must_use]
pub fn fold_char(c: char) -> char {
    let plain = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '‘' | '’' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ if c.is_whitespace() => ' ',
        _ => c,
    };
    if plain.is_ascii() {
        return plain.to_ascii_lowercase();
    }
    let mut lower = plain.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => plain,
    }
}

/// Text as it is compared: [`fold_char`] on each character, invisible ones left out, white space as single spaces.
/// Most words of a text are their own folded form and stay where they stand.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.len() > LONGEST_WORD {
        return Cow::Owned(fold_each(text));
    }
    // Nearly all there is: a word of letters and figures.
    match text.bytes().fold(0, |seen, byte| seen | LOOKS[usize::from(byte)]) {
        0 => Cow::Borrowed(text),
        CAPITAL => Cow::Owned(text.to_ascii_lowercase()),
        _ => Cow::Owned(fold_each(text)),
    }
}

/// Bytes of a text that may be one word.
const LONGEST_WORD: usize = 24;

/// What `look` sees in the folded text, which nobody keeps: most words need no memory for it.
pub fn folded<T>(text: &str, look: impl FnOnce(&str) -> T) -> T {
    let mut room = [0; LONGEST_WORD];
    match small_letters(text, &mut room) {
        Some(small) => look(small),
        None => look(&fold(text)),
    }
}

/// The same of the text in small letters.
pub fn lowered<T>(text: &str, look: impl FnOnce(&str) -> T) -> T {
    let mut room = [0; LONGEST_WORD];
    match small_letters(text, &mut room) {
        Some(small) => look(small),
        None => look(&small(text)),
    }
}

/// A word of plain letters with a capital in small ones, where there is room for it.
fn small_letters<'a>(text: &str, room: &'a mut [u8; LONGEST_WORD]) -> Option<&'a str> {
    let plain = text.len() <= room.len() && text.bytes().fold(0, |seen, byte| seen | LOOKS[usize::from(byte)]) == CAPITAL;
    let small = room.get_mut(..text.len()).filter(|_| plain)?;
    small.copy_from_slice(text.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).ok()
}

/// What a byte asks of whoever folds it: nothing, or one of the following.
const LOOKS: [u8; 256] = {
    let mut looks = [OTHER; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        if byte.is_ascii_graphic() && byte != b'`' {
            looks[byte as usize] = if byte.is_ascii_uppercase() { CAPITAL } else { 0 };
        }
        byte += 1;
    }
    looks
};
const CAPITAL: u8 = 1;
const OTHER: u8 = 2;

fn fold_each(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let plain = plain_run(rest, out.is_empty() || out.ends_with(' '));
        if plain > 0 {
            let from = out.len();
            out.push_str(&rest[..plain]);
            out[from..].make_ascii_lowercase();
            rest = &rest[plain..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if !c.is_whitespace() && is_invisible(c) {
            continue;
        }
        let c = fold_char(c);
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// How many bytes of the text are ASCII words one space apart, which need only be written small; `spaced` where a space
/// stands before them.
fn plain_run(text: &str, mut spaced: bool) -> usize {
    let mut run = 0;
    while let Some(eight) = eight_at(text, run) {
        let space = same_bytes(eight, b' ');
        let behind_space = space << 8 | if spaced { 128 } else { 0 };
        // Below the space stand controls, and 127 is one, too.
        let control = !(eight + (ONES * (0x80 - 0x20))) | (eight + ONES);
        if (control | same_bytes(eight, b'`') | space & behind_space) & HIGH != 0 {
            break;
        }
        spaced = space >> 63 != 0;
        run += 8;
    }
    let mut goes_on = |byte: &u8| {
        let space = *byte == b' ';
        let plain = LOOKS[usize::from(*byte)] & OTHER == 0 || space && !spaced;
        spaced = space;
        plain
    };
    run + text.as_bytes()[run..].iter().take_while(|byte| goes_on(byte)).count()
}

/// The text in small letters, as `to_lowercase` gives it; most words are in small letters already.
#[must_use]
pub fn small(text: &str) -> Cow<'_, str> {
    match text.bytes().fold(0, |seen, byte| seen | if byte.is_ascii() { u8::from(byte.is_ascii_uppercase()) } else { OTHER }) {
        0 => Cow::Borrowed(text),
        CAPITAL => Cow::Owned(text.to_ascii_lowercase()),
        _ => Cow::Owned(text.to_lowercase()),
    }
}

/// Text as it is shown on one line: line breaks and runs of white space as one space; behind a hyphen at a line end
/// the break goes and the hyphen stays ("state-⏎owned"), for it may be the word's own.
#[must_use]
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    if is_on_one_line(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split(is_line_end) {
        for word in line.split_whitespace() {
            let joins = out.ends_with('-') && out[..out.len() - 1].ends_with(char::is_alphanumeric);
            let opens_line = line.trim_start().as_ptr() == word.as_ptr();
            if !out.is_empty() && !(opens_line && joins) {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    Cow::Owned(out)
}

/// Whether single spaces are all the white space of the text and stand inside it. Of what is not ASCII only letters of
/// Latin-1 and marks such as “ ” ’ – … are known here; a text of others may be on one line, too.
fn is_on_one_line(text: &str) -> bool {
    let mut rest = text;
    let mut spaced = true;
    loop {
        let plain = plain_run(rest, spaced);
        spaced = if plain > 0 { rest.as_bytes()[plain - 1] == b' ' } else { spaced };
        rest = &rest[plain..];
        let known = match rest.as_bytes() {
            [] => return !spaced || text.is_empty(),
            [b'`', ..] => 1,
            [0xC3, _, ..] => 2,
            [0xE2, 0x80, 0x90..=0xA7, ..] => 3,
            _ => return false,
        };
        rest = &rest[known..];
        spaced = false;
    }
}

/// A name as it would be printed if its hyphens had not come apart: "Guinea-Bissau" for "Guinea - Bissau".
#[must_use]
pub fn closed_hyphens(name: &str) -> Cow<'_, str> {
    if name.contains('-') && name.contains(" - ") { Cow::Owned(name.replace(" - ", "-")) } else { Cow::Borrowed(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_for_looks_not_for_scripts() {
        assert_eq!(fold("Ｗｈｏ’s\u{200B} \u{A0} Ｗｈｏ　９"), "who's who 9");
        assert_ne!(fold("Саmbricon"), fold("Cambricon"), "a Cyrillic С is another letter");
        assert_eq!(fold("  \u{FEFF} "), "");
        assert_eq!(fold("İstanbul"), "İstanbul", "a lower case of two characters is left alone");
    }

    /// What is looked at eight characters at once must be seen wherever it stands among them.
    #[test]
    fn what_is_not_plain_is_seen_at_every_place() {
        for odd in ["  ", "`", "\u{7F}", "\t", "\u{1F}", "É", "’", "\u{2028}", "\u{200B}", "A", " "] {
            for place in 0..20 {
                let text = format!("{}{odd}{}", &"the rope of the quay"[..place], "mended in the yard of Orrin");
                let mut each = String::new();
                for c in text.chars().filter(|c| c.is_whitespace() || !is_invisible(*c)).map(fold_char) {
                    if c != ' ' || !(each.is_empty() || each.ends_with(' ')) {
                        each.push(c);
                    }
                }
                assert_eq!(fold(&text), each, "{text:?}");
                let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(on_one_line(&text), line, "{text:?}");
            }
        }
    }

    #[test]
    fn a_line_ends_where_the_first_end_stands() {
        for (text, end) in [("a é “b” c", None), ("é\u{85}b\n", Some(2)), ("“x”\u{2029}", Some(7)), ("a\u{B}", Some(1)), ("", None)]
        {
            assert_eq!(line_end(text), end, "{text:?}");
        }
        assert_eq!((front("né", 2), front("né", 3), front("", 4)), ("n", "né", ""));
    }

    #[test]
    fn one_line_keeps_words_whole() {
        assert_eq!(on_one_line("the state-\r\n  owned   carrier\nof today "), "the state-owned carrier of today");
        assert_eq!(on_one_line("“a – é”  x"), "“a – é” x");
        assert_eq!(on_one_line("a\u{A0}b\u{2028}c\u{3000}d"), "a b c d");
        assert_eq!(on_one_line("a gap - \n and a dash -\nhere"), "a gap - and a dash - here");
    }
}
