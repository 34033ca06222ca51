//! How documents end: signatures of mails and releases, lists of references.

use super::kinds::{ends_sentence, words};
use super::tables::{NOTES, plain};
use crate::contract::BlockKind;

/// Most blocks of a signature, its mark included.
const SIGNATURE: usize = 10;
/// Most words of a line of a signature.
const LINE: usize = 8;
/// With these a letter takes its leave.
const CLOSINGS: [&str; 18] = [
    "regards",
    "best regards",
    "kind regards",
    "warm regards",
    "with kind regards",
    "sincerely",
    "yours sincerely",
    "sincerely yours",
    "yours truly",
    "yours faithfully",
    "best wishes",
    "with best wishes",
    "all the best",
    "many thanks",
    "with thanks",
    "cheers",
    "respectfully",
    "respectfully yours",
];
/// Headings of what others wrote.
const REFERENCES: [&str; 11] = [
    "references",
    "notes and references",
    "bibliography",
    "works cited",
    "citations",
    "footnotes",
    "endnotes",
    "literature cited",
    "literature",
    "cited works",
    "further reading",
];

/// Short lines behind the mark that ends a mail or a release are its signature; behind the two hyphens of a mail all is.
pub fn set_signature(blocks: &[&str], kinds: &mut [BlockKind]) {
    let from = blocks.len().saturating_sub(SIGNATURE);
    let is_mark = |&at: &usize| !blocks[at].contains(char::is_alphanumeric) && NOTES.kind_of_whole(&plain(blocks[at])) == Some("end");
    let Some(mark) = (from..blocks.len()).find(is_mark) else { return };
    let behind = mark + 1..blocks.len();
    let is_sentence = |at: usize| words(blocks[at]) >= 5 && ends_sentence(blocks[at]) && kinds[at] == BlockKind::Body;
    if blocks[mark] == "--" && behind.clone().next().is_some_and(|at| !is_sentence(at)) {
        kinds[behind].fill(BlockKind::Note);
        return;
    }
    // A rule between paragraphs ("---") parts them and ends nothing.
    let parts = blocks[mark].starts_with(['-', '*', '_']) && behind.clone().any(is_sentence);
    let titled = |at: usize| kinds[at] == BlockKind::Heading && at + 1 < blocks.len() && is_sentence(at + 1);
    let signed: Vec<usize> = behind.filter(|&at| !parts && words(blocks[at]) <= 12 && !titled(at)).collect();
    for at in signed {
        kinds[at] = BlockKind::Note;
    }
}

/// The names under "Kind regards,".
pub fn set_closing(blocks: &[&str], kinds: &mut [BlockKind]) {
    let from = blocks.len().saturating_sub(SIGNATURE);
    let closes = |&at: &usize| CLOSINGS.contains(&plain(blocks[at]).trim_end_matches([',', '.', '!']));
    let Some(closing) = (from..blocks.len()).find(closes) else { return };
    for at in closing + 1..blocks.len() {
        if words(blocks[at]) > LINE || ends_sentence(blocks[at]) {
            return;
        }
        kinds[at] = BlockKind::Note;
    }
}

/// What stands below "References", as far as the next heading: other people's titles are no paragraphs.
pub fn set_references(blocks: &[&str], kinds: &mut [BlockKind]) {
    let half = blocks.len() / 2;
    let Some(heading) = (half..blocks.len()).find(|&at| words(blocks[at]) <= 3 && REFERENCES.contains(&plain(blocks[at]).as_str())) else {
        return;
    };
    if heading + 1 == blocks.len() {
        return;
    }
    kinds[heading] = BlockKind::Heading;
    for kind in &mut kinds[heading + 1..] {
        if *kind == BlockKind::Heading {
            return;
        }
        *kind = BlockKind::Note;
    }
}

/// "On Tue, 28 Oct 2025 at 17:40, Bram Olsen wrote:" above a mail that is answered.
#[must_use]
pub fn introduces_mail(block: &str) -> bool {
    block.starts_with("On ") && block.ends_with("wrote:") && words(block) <= 24 && block.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(blocks: &[&str], set: fn(&[&str], &mut [BlockKind])) -> Vec<BlockKind> {
        let mut kinds = vec![BlockKind::Body; blocks.len()];
        set(blocks, &mut kinds);
        kinds
    }

    #[test]
    fn names_under_a_closing() {
        use BlockKind::{Body, Note};
        assert_eq!(kinds(&["The vote is open.", "Best regards,", "Ruth Lind", "Treasurer"], set_closing), [Body, Body, Note, Note]);
        assert_eq!(kinds(&["The vote is open.", "Regards to all,", "Ruth Lind"], set_closing), [Body; 3]);
        assert_eq!(kinds(&["Cheers!", "The crowd went home at noon, and the pier was empty."], set_closing), [Body; 2]);
    }

    #[test]
    fn lists_of_references() {
        use BlockKind::{Body, Heading, Note};
        assert_eq!(
            kinds(&["It was built.", "It fell.", "References[edit]", "Lind, R. (2011). Wrecks."], set_references),
            [Body, Body, Heading, Note]
        );
        assert_eq!(kinds(&["References", "Her references were good.", "She was hired.", "She left."], set_references), [Body; 4]);
    }

    #[test]
    fn mails_that_are_answered() {
        assert!(introduces_mail("On Tue, 28 Oct 2025 at 17:40, Bram Olsen <bram@kite.example> wrote:"));
        assert!(!introduces_mail("On the wall somebody wrote:"));
    }
}
