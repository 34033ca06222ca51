//! Bullets and enumerations at the front of a line.

/// Marks that are bullets before white space.
const BULLETS: [char; 14] = ['•', '·', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '–', '*', '-', '+'];
/// Marks that are bullets even right before the word.
const ALONE: [char; 9] = ['•', '‣', '◦', '▪', '▫', '●', '○', '■', '□'];

/// The text behind a bullet, or `None` where the line has none.
#[must_use]
pub fn behind_bullet(line: &str) -> Option<&str> {
    let first = line.chars().next()?;
    // "-- Revenue of 41 million" in a release; in a transcript "-- and he said" goes on.
    let doubled = line.strip_prefix("-- ").is_some_and(|rest| !rest.trim_start().starts_with(char::is_lowercase));
    let behind = if doubled { &line[2..] } else { &line[first.len_utf8()..] };
    let spaced = behind.starts_with(char::is_whitespace);
    let bullet = ALONE.contains(&first) || BULLETS.contains(&first) && spaced;
    bullet.then(|| behind.trim_start()).filter(|rest| !rest.is_empty())
}

/// The count that an enumerated line carries: 3 for "3. ", "3) ", "(3) ", "c) ", "(c) ".
#[must_use]
pub fn enumerator(line: &str) -> Option<u32> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (label, behind) = inner.split_at(length);
    let closed = if inner.len() < line.len() { behind.strip_prefix(')') } else { behind.strip_prefix(['.', ')']) }?;
    if !closed.starts_with(char::is_whitespace) || closed.trim().is_empty() {
        return None;
    }
    match label.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(letter - b'a') + 1),
        digits if digits.len() <= 2 => label.parse().ok(),
        _ => None,
    }
}

/// Whether a line opens a list item, by its own look.
#[must_use]
pub fn is_item(line: &str) -> bool {
    behind_bullet(line).is_some() || enumerator(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_told_by_their_mark() {
        for line in ["• One", "•One", "- two", "-- Two", "*\u{A0}three", "– four", "1. five", "12) six", "(c) seven"] {
            assert!(is_item(line), "{line}");
        }
        assert_eq!(enumerator("(c) seven"), Some(3));
        assert_eq!(behind_bullet("-\u{A0}two"), Some("two"));
    }

    #[test]
    fn other_lines_are_not_items() {
        for line in [
            "-5 degrees",
            "— Anna Lund",
            "*bold* words",
            "2015. The year",
            "1.5 million",
            "3.",
            "A. Lund said",
            "-",
            "--",
            "-- two",
            "(see) that",
            "+1 555",
        ] {
            assert!(!is_item(line), "{line}");
        }
    }
}
