//! Citation marks of a published hub: `[para. 9]`, `[paras. 3-5]`, `[paragraphs 3, 4 and 7]`.

use std::ops::Range;

use crate::characters::fold_char;

/// A range of more paragraphs than this is no citation; the mark stays in the text.
const LONGEST_RANGE: u32 = 1000;

/// A mark and the numbers that it names, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text that was searched.
    pub range: Range<usize>,
    /// The numbers, ranges written out.
    pub numbers: Vec<u32>,
}

/// All marks of `text`, in order. Full-width brackets and digits count as plain ones.
#[must_use]
pub fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['[', '［']).map(|n| at + n) {
        let bracket = text[open..].chars().next().map_or(1, char::len_utf8);
        match mark_at(text, open) {
            Some(mark) => {
                at = mark.range.end;
                found.push(mark);
            }
            None => at = open + bracket,
        }
    }
    found
}

fn mark_at(text: &str, open: usize) -> Option<Mark> {
    // No mark that a person could read is longer.
    const LONGEST: usize = 120;
    let close = text[open..].char_indices().take(LONGEST).find(|(_, c)| matches!(c, ']' | '］')).map(|(at, c)| (open + at, c))?;
    let inner: String = text[open..close.0].chars().skip(1).map(fold_char).collect();
    let rest = ["paragraphs", "paragraph", "paras", "para"].iter().find_map(|word| inner.trim_start().strip_prefix(word))?;
    let numbers = numbers(rest.trim_start_matches(['.', ' ', ':']))?;
    Some(Mark { range: open..close.0 + close.1.len_utf8(), numbers })
}

/// "9", "3-5", "3, 4 and 7-9".
fn numbers(list: &str) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    for piece in list.replace(" and ", ",").replace(['&', ';'], ",").split(',') {
        let piece = piece.trim();
        let (first, last) = match piece.split_once('-') {
            Some((first, last)) => (number(first)?, number(last)?),
            None => (number(piece)?, number(piece)?),
        };
        if last < first || last - first > LONGEST_RANGE {
            return None;
        }
        numbers.extend(first..=last);
    }
    (!numbers.is_empty()).then_some(numbers)
}

fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    (text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_form_are_read() {
        for (text, expected) in [
            ("[para. 9]", vec![9]),
            ("[Para 9]", vec![9]),
            ("[paras. 3-5]", vec![3, 4, 5]),
            ("[paras. 3–5]", vec![3, 4, 5]),
            ("[paragraphs 3, 4 and 7]", vec![3, 4, 7]),
            ("[para.\u{A0}0]", vec![0]),
            ("[para. 999]", vec![999]),
            ("［ｐａｒａ. ９］", vec![9]),
        ] {
            assert_eq!(marks(text).iter().flat_map(|m| m.numbers.clone()).collect::<Vec<_>>(), expected, "{text}");
        }
        let two = marks("[para. 1][para. 2].");
        assert_eq!(two.iter().map(|m| m.range.clone()).collect::<Vec<_>>(), [0..9, 9..18]);
    }

    #[test]
    fn other_brackets_are_not_marks() {
        for text in ["[9]", "[parade 3]", "[para. ]", "[para. 5-3]", "[paras. 1-99999]", "[para. x]", "[para. 9", "[[para", "(para. 9)"] {
            assert_eq!(marks(text), [], "{text}");
        }
        assert_eq!(marks("[[para. 4]]").len(), 1);
    }
}
