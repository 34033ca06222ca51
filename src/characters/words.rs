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
    while let Some(byte) = text.as_bytes().get(at) {
        let (white, length) = match byte {
            b' ' | b'\t'..=b'\r' => (true, 1),
            // Behind the first byte of a character stands none that could be one of the last arm.
            0..0xC2 => (false, 1),
            _ => text[at..].chars().next().map_or((false, 1), |c| (c.is_whitespace(), c.len_utf8())),
        };
        if white {
            words.extend((start < at).then(|| &text[start..at]));
            start = at + length;
        }
        at += length;
    }
    words.extend((start < text.len()).then(|| &text[start..]));
    words
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
        for text in
            ["", " ", "a", " one  two\u{A0}three\u{85}four\u{2003}", "漢\u{3000}字 “é” 😀\tx\u{1F}y\u{B}z", "\u{1680}ᚁ\u{200B}\u{205F}Ω"]
        {
            assert_eq!(words(text), text.split_whitespace().count(), "{text:?}");
            assert_eq!(split_words(text), text.split_whitespace().collect::<Vec<_>>(), "{text:?}");
        }
    }
}
