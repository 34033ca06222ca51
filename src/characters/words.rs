//! Words between white space, and how a text is looked at eight bytes at once.

/// Words between white space, as many as `split_whitespace` gives, many times as fast.
#[must_use]
pub fn words(text: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    let mut at = 0;
    while at < text.len() {
        if let Some(eight) = eight_at(text, at) {
            let white = white_bytes(eight);
            let behind_white = white << 8 | if inside { 0 } else { 128 };
            words += (!white & behind_white & HIGH).count_ones() as usize;
            inside = white >> 63 == 0;
            at += 8;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let white = c.is_whitespace();
        words += usize::from(!white && !inside);
        inside = !white;
        at += c.len_utf8();
    }
    words
}

/// The words of a sentence between white space, as `split_whitespace` gives them, with room made for all of them at once.
#[must_use]
pub fn split_words(text: &str) -> Vec<&str> {
    let mut words = Vec::with_capacity(text.len() / 4 + 1);
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        if let Some(eight) = eight_at(text, at) {
            let mut white = white_bytes(eight);
            while white != 0 {
                let end = at + white.trailing_zeros() as usize / 8;
                words.extend((start < end).then(|| &text[start..end]));
                start = end + 1;
                white &= white - 1;
            }
            at += 8;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        if c.is_whitespace() {
            words.extend((start < at).then(|| &text[start..at]));
            start = at + c.len_utf8();
        }
        at += c.len_utf8();
    }
    words.extend((start < text.len()).then(|| &text[start..]));
    words
}

/// What stands between single spaces, as `split(' ')` gives it.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = first(text, 0, |eight| same_bytes(eight, b' '), |c| c == ' ');
        rest = text.get(end + 1..);
        Some(&text[..end])
    })
}

/// The runs of letters and figures of a text.
pub fn alphanumerics(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = first(text, at, alphanumeric_bytes, char::is_alphanumeric);
        at = first(text, start, |eight| !alphanumeric_bytes(eight) & HIGH, |c| !c.is_alphanumeric());
        (start < at).then(|| &text[start..at])
    })
}

/// Where the first character from there on stands that is asked for, in eight ASCII bytes at once or alone; else the end.
fn first(text: &str, mut at: usize, bytes: impl Fn(u64) -> u64, character: impl Fn(char) -> bool) -> usize {
    while at < text.len() {
        if let Some(eight) = eight_at(text, at) {
            let found = bytes(eight);
            if found != 0 {
                return at + found.trailing_zeros() as usize / 8;
            }
            at += 8;
            continue;
        }
        let Some(c) = text[at..].chars().next().filter(|c| !character(*c)) else { break };
        at += c.len_utf8();
    }
    at
}

/// The first bit of each of eight bytes.
pub const HIGH: u64 = 0x8080_8080_8080_8080;
/// A one in each of eight bytes.
pub const ONES: u64 = 0x0101_0101_0101_0101;

/// The eight bytes there, the first one lowest, where they are all ASCII.
pub fn eight_at(text: &str, at: usize) -> Option<u64> {
    let (eight, _) = text.as_bytes().get(at..)?.split_first_chunk()?;
    Some(u64::from_le_bytes(*eight)).filter(|eight| eight & HIGH == 0)
}

/// The first bit of each of eight ASCII bytes that is this one.
pub fn same_bytes(eight: u64, byte: u8) -> u64 {
    // No sum passes 255, so that no byte adds to the next one.
    !((eight ^ (ONES * u64::from(byte))) + ONES * 0x7F) & HIGH
}

/// The first bit of each of eight ASCII bytes that is a letter or a figure.
fn alphanumeric_bytes(eight: u64) -> u64 {
    let small = eight | (ONES * 0x20);
    let letters = (small + ONES * (0x80 - 0x61)) & !(small + ONES * (0x80 - 0x7B));
    let figures = (eight + ONES * (0x80 - 0x30)) & !(eight + ONES * (0x80 - 0x3A));
    (letters | figures) & HIGH
}

/// The first bit of each of eight ASCII bytes that is white space.
fn white_bytes(eight: u64) -> u64 {
    let from_tab = eight + ONES * (0x80 - 0x09);
    let behind_return = eight + ONES * (0x80 - 0x0E);
    same_bytes(eight, b' ') | from_tab & !behind_return & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_they_are_split() {
        let ascii: String = (0..128_u8).map(char::from).collect();
        for text in [
            "",
            " ",
            "a",
            "a  bc defghijk  ",
            "(ab)—cd’s 9.5, ",
            " one  two\u{A0}three\u{85}four\u{2003}",
            "漢\u{3000}字 “é” 😀\tx\u{1F}y\u{B}z",
            "\u{1680}ᚁ\u{200B}\u{205F}Ω",
            ascii.as_str(),
        ] {
            assert_eq!(words(text), text.split_whitespace().count(), "{text:?}");
            assert_eq!(split_words(text), text.split_whitespace().collect::<Vec<_>>(), "{text:?}");
            assert_eq!(pieces(text).collect::<Vec<_>>(), text.split(' ').collect::<Vec<_>>(), "{text:?}");
            let between = text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
            assert_eq!(alphanumerics(text).collect::<Vec<_>>(), between.collect::<Vec<_>>(), "{text:?}");
        }
    }
}
