//! Who wrote it: bylines, and the lines under them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::kinds::{ends_sentence, words};
use crate::calendar::find_date;
use crate::characters::{alphanumerics, fold, on_one_line, split_words};
use crate::lists::lines;

/// Most words of a line that says what an author is.
const JOB: usize = 8;
/// Small words inside a name.
const PARTICLES: [&str; 10] = ["de", "da", "di", "van", "von", "der", "den", "la", "al", "bin"];

static JOBS: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(include_str!("../../data/paste/jobs.txt")).collect());

/// "By Mara Quill", "Written by A and B | Oct. 29, 2025", "From: Public Health Office". `folded` is the folded block.
#[must_use]
pub fn author(block: &str, folded: &str) -> Option<String> {
    const OPENINGS: [&str; 8] = ["by ", "by: ", "written by ", "story by ", "words by ", "author: ", "from: ", "reported by "];
    let opening = OPENINGS.iter().find(|opening| folded.starts_with(*opening))?;
    // Folding keeps the number of characters of these words.
    let behind = block.char_indices().nth(opening.chars().count()).map_or("", |(at, _)| &block[at..]);
    let name = behind.split([' ', '\n']).next().filter(|word| word.starts_with(|c: char| c.is_uppercase() || c == '*'))?;
    if name.is_empty() || words(block) > 40 || (ends_sentence(block) && words(block) > 8) || behind.contains('@') {
        return None;
    }
    let until_date = find_date(behind).map_or(behind, |(range, _)| &behind[..range.start]);
    let cut = until_date.find(['|', '•', '·', '\n', '–', '—']).map_or(until_date, |at| &until_date[..at]);
    let cut = cut.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '*' | ':'));
    let without_label =
        ["Published", "Updated", "Posted"].iter().fold(cut, |name, label| name.strip_suffix(label).unwrap_or(name).trim_end());
    (!without_label.is_empty() && words(without_label) <= 30).then(|| on_one_line(without_label.trim_matches('*')).into_owned())
}

/// "Harbour correspondent", which belongs to the byline above it.
#[must_use]
pub fn is_job(block: &str) -> bool {
    let folded = || fold(block);
    words(block) <= JOB
        && block.starts_with(char::is_uppercase)
        && !ends_sentence(block)
        && alphanumerics(&folded()).any(|word| JOBS.contains(word))
}

/// "Mara Quill", "J. R. van Halvorsen": a name alone on its line, as far as its looks tell.
#[must_use]
pub fn is_name(block: &str) -> bool {
    let is_part =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’' | '\''));
    let parts = split_words(block);
    let loud = parts.iter().all(|word| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
    (2..=4).contains(&parts.len()) && !loud && parts.iter().all(|word| is_part(word) || PARTICLES.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_under_a_byline() {
        for line in ["Harbour correspondent", "Staff writer, Kestrel Bay", "Editor-in-chief"] {
            assert!(is_job(line), "{line}");
        }
        for line in [
            "The correspondent left the quay.",
            "Rope makers ask for a chance",
            "writer",
            "The staff of seven sheds went home early that night",
        ] {
            assert!(!is_job(line), "{line}");
        }
    }

    #[test]
    fn names_alone_on_a_line() {
        for line in ["Mara Quill", "J. R. Halvorsen", "Ines de Coto", "Anne-Marie O’Neill"] {
            assert!(is_name(line), "{line}");
        }
        for line in ["Mara", "BAY COURIER", "A market of one", "Section 4", "Ruth Lind, treasurer", "It was not."] {
            assert!(!is_name(line), "{line}");
        }
    }
}
