//! Character references: `&amp;`, `&#8212;`, `&#x201C;`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lists::lines;

/// Named character references of HTML 4 with their code points.
static NAMED: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let rows = lines(include_str!("../../../data/paste/html_entities.tsv"));
    rows.filter_map(|row| {
        let (name, code) = row.split_once('\t')?;
        Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?))
    })
    .collect()
});

/// Character references: named (HTML 4), decimal, hexadecimal. What cannot be decoded stays as it is.
pub fn decode(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that the reference at the front of `rest` stands for, and the reference's length.
fn reference(rest: &str) -> Option<(char, usize)> {
    const LONGEST: usize = 12;
    let body = &rest[1..];
    let end = body.bytes().take(LONGEST).position(|b| !(b.is_ascii_alphanumeric() || b == b'#'))?;
    let name = &body[..end];
    let semicolon = usize::from(body[end..].starts_with(';'));
    let length = 1 + end + semicolon;
    if let Some(digits) = name.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => digits.parse(),
        };
        return Some((character(code.ok()?), length));
    }
    if semicolon == 0 {
        return None;
    }
    NAMED.get(name).map(|c| (*c, length))
}

/// HTML reads the codes 128–159 as Windows-1252; a code that is no character is U+FFFD.
fn character(code: u32) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match code {
        0 => '\u{FFFD}',
        128..=159 => WINDOWS[(code - 128) as usize],
        _ => char::from_u32(code).unwrap_or('\u{FFFD}'),
    }
}
