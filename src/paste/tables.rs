//! The tables of `data/paste`: lines known by their words.

use std::sync::LazyLock;

use super::lists;
use crate::characters::fold;
use crate::lists::{Map, Pairs, Set, rows};

/// Entries are compared against at most this many bytes of a block; longer blocks are prose.
const LONGEST: usize = 1200;
/// Most bytes of a line that says what is listed under it: twice what the longest entry has.
const HEAD: usize = 100;

/// A table of lines. An entry's kind is what the first column says.
#[derive(Debug, Default)]
pub struct Table {
    whole: Map<&'static str, &'static str>,
    /// Those of them under which other stories are listed.
    heads: Set<&'static str>,
    /// By the first word of the text: (text, most words, kind).
    starts: Map<&'static str, Vec<(&'static str, usize, &'static str)>>,
    anywhere: Vec<(Pairs, (&'static str, usize, &'static str))>,
    /// Most words of a line that an entry may stand in.
    most: usize,
    /// Known only where a neighbour is known, too.
    beside: Map<&'static str, &'static str>,
    /// Known only in a menu above the title.
    sections: Map<&'static str, &'static str>,
    /// Blocks that are the text in round or square brackets.
    bracketed: Map<&'static str, &'static str>,
}

/// Lines of the site.
pub static FURNITURE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../data/paste/furniture.tsv")));
/// Lines of the document that are not of its story.
pub static NOTES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../data/paste/notes.tsv")));
/// Lines under pictures.
pub static CAPTIONS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../data/paste/captions.tsv")));
/// Headings of a published hub's parts.
pub static HUB_HEADINGS: LazyLock<Map<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("../../data/paste/hub_headings.tsv")).filter_map(|row| Some((*row.get(1)?, *row.first()?))).collect()
});

impl Table {
    fn read(table: &'static str) -> Self {
        let mut read = Self::default();
        for row in rows(table) {
            let [kind, form, most, text] = row[..] else { continue };
            let entry = (text, most.parse().unwrap_or(0), kind);
            match form {
                "starts" => read.starts.entry(first_word(text)).or_default().push(entry),
                "has" => {
                    read.most = read.most.max(entry.1);
                    read.anywhere.push((Pairs::of(text), entry));
                }
                "beside" => drop(read.beside.insert(text, kind)),
                "section" => drop(read.sections.insert(text, kind)),
                "bracketed" => drop(read.bracketed.insert(text, kind)),
                _ => drop(read.whole.insert(text, kind)),
            }
            if form == "heads" {
                read.heads.insert(text);
            }
        }
        read
    }

    /// The kind of the entry that the line, which is [`short`], is one of.
    #[must_use]
    pub fn kind_of(&self, line: &str) -> Option<&'static str> {
        self.kind_of_whole(line).or_else(|| self.kind_by_words(line))
    }

    /// The kind of the entry that is the whole line, which is [`short`].
    #[must_use]
    pub fn kind_of_whole(&self, line: &str) -> Option<&'static str> {
        let bracketed = || self.bracketed.get(in_brackets(line)?);
        self.whole.get(line).or_else(bracketed).copied()
    }

    /// The kind of the entry that starts the line, which is [`short`], or stands in it.
    #[must_use]
    pub fn kind_by_words(&self, line: &str) -> Option<&'static str> {
        let words = line.bytes().filter(|byte| *byte == b' ').count() + 1;
        let starting =
            self.starts.get(first_word(line)).into_iter().flatten().find(|(text, most, _)| words <= *most && starts_with(line, text));
        let within = || {
            if words > self.most {
                return None;
            }
            let spaced = format!(" {line}");
            let pairs = Pairs::of(&spaced);
            let holds = |(own, (text, most, _)): &&(Pairs, (&str, usize, &str))| words <= *most && pairs.hold(own) && spaced.contains(text);
            self.anywhere.iter().find(holds).map(|(_, entry)| entry)
        };
        starting.or_else(within).map(|(_, _, kind)| *kind)
    }

    /// The kind of a line that says nothing by itself ("X", "Newest"), for one that stands beside a line of the site.
    #[must_use]
    pub fn kind_beside(&self, block: &str) -> Option<&'static str> {
        (block.len() <= 40).then(|| self.beside.get(plain(block).as_str()).copied()).flatten()
    }
}

/// Whether other stories are listed under the block: "Most read".
#[must_use]
pub fn is_head(block: &str) -> bool {
    block.len() <= HEAD && FURNITURE.heads.contains(plain(block).as_str())
}

/// A block as the tables write it; none where it is too long to be in one.
#[must_use]
pub fn short(block: &str) -> Option<String> {
    (block.len() <= LONGEST).then(|| plain(block))
}

/// Whether the block names a part of the site ("Sport"), as menus do.
#[must_use]
pub fn is_section(block: &str) -> bool {
    block.len() <= 40 && FURNITURE.sections.contains_key(plain(block).as_str())
}

/// What stands in the brackets that hold the whole line, without its stop: "(Applause.)".
fn in_brackets(line: &str) -> Option<&str> {
    let line = line.trim_end_matches('.');
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.or_else(|| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
    inner.map(|inner| inner.trim().trim_end_matches(['.', '!']))
}

/// The part that a hub's heading names.
#[must_use]
pub fn hub_heading(line: &str) -> Option<&'static str> {
    if line.len() > 80 {
        return None;
    }
    HUB_HEADINGS.get(plain(line).trim_end_matches(['.', '!'])).copied()
}

/// A line as the tables write it: folded, without bullet, heading marks and what decorates its ends.
#[must_use]
pub fn plain(line: &str) -> String {
    let unhashed = line.trim_start_matches('#').trim_start();
    // "###" ends a press release, "* * *" a chapter: where nothing else is there, the marks are the line.
    let unmarked = lists::behind_bullet(unhashed).filter(|rest| rest.contains(char::is_alphanumeric)).unwrap_or(unhashed);
    let line = if unhashed.is_empty() { line } else { unmarked };
    let folded = fold(line);
    let decoration =
        |c: char| matches!(c, '>' | '<' | '→' | '←' | '›' | '»' | '«' | '‹' | '|' | '▶' | '►' | '▼' | '▾' | '↓' | '↗' | '🔊' | '🎧' | ' ');
    let cut = folded.trim_matches(decoration).trim_end_matches(':').trim_end();
    // "See also[edit]", as an encyclopedia's page copies.
    let cut = cut.strip_suffix("[edit]").unwrap_or(cut);
    let bold = cut.strip_prefix("**").and_then(|inner| inner.strip_suffix("**")).unwrap_or(cut);
    if bold.is_empty() { folded.into_owned() } else { bold.to_owned() }
}

/// Whether the line starts with the text. An entry that ends in a letter asks for a word's end behind it.
fn starts_with(line: &str, text: &str) -> bool {
    let Some(behind) = line.strip_prefix(text.trim_end()) else { return false };
    match text.chars().last() {
        Some(' ') => behind.starts_with(' '),
        Some(last) if last.is_alphanumeric() => !behind.starts_with(char::is_alphanumeric) || last.is_ascii_digit(),
        _ => true,
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}
