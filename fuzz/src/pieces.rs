//! Mutations that keep what a text is made of: lines move, are told twice or go; words of the project's tables come in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzzer_mutate;

/// Cells of the tables in `data` that are read as text, and a few pieces that no table has.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words: Vec<String> = PIECES.map(str::to_owned).to_vec();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
        entries.sort();
        for entry in entries {
            match entry.extension().and_then(|end| end.to_str()) {
                None => folders.push(entry),
                Some("tsv") => words.extend(cells(&fs::read_to_string(entry).unwrap_or_default())),
                _ => {}
            }
        }
    }
    words
});

const PIECES: [&str; 24] = [
    "\n\n",
    "\r\n",
    "\u{2028}",
    "\u{200B}",
    "\u{AD}",
    "😀",
    "e\u{301}",
    "漢字。",
    "[para. 3]",
    "[paras. 3-5]",
    "DIGEST HUB\n",
    "Who's Who\n",
    "What Happened When\n",
    "Explore the story in 3 minutes\n",
    "Since 2018:\n",
    "- ",
    "“",
    "”",
    "’s ",
    ". ",
    "</p><p>",
    "&amp;",
    "=1+1",
    "**",
];

/// Comments and cells of a paragraph's length are no words.
fn cells(table: &str) -> Vec<String> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split('\t')).filter(|cell| (1..60).contains(&cell.len())).map(str::to_owned).collect()
}

/// A mutation of the first `size` bytes in place; gives the new size. Half of them are libFuzzer's own.
pub fn mutated(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) | 1 << 32);
    let Ok(text) = std::str::from_utf8(&data[..size]) else { return fuzzer_mutate(data, size, max_size) };
    let made = match dice.below(8) {
        0 => moved(text, &mut dice),
        1 => repeated(text, &mut dice),
        2 => without(text, &mut dice),
        3 => with_word(text, &mut dice),
        _ => return fuzzer_mutate(data, size, max_size),
    };
    let end = (0..=made.len().min(max_size).min(data.len())).rev().find(|&at| made.is_char_boundary(at)).unwrap_or_default();
    data[..end].copy_from_slice(&made.as_bytes()[..end]);
    end
}

fn moved(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (from, to) = (dice.below(lines.len()), dice.below(lines.len()));
    if from < lines.len() && to < lines.len() {
        lines.swap(from, to);
    }
    lines.concat()
}

fn repeated(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if let Some(line) = lines.get(dice.below(lines.len())).copied() {
        lines.insert(dice.below(lines.len()), line);
    }
    lines.concat()
}

fn without(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = dice.below(lines.len());
    if at < lines.len() {
        lines.remove(at);
    }
    lines.concat()
}

/// A word comes in, in front of another or in its place.
fn with_word(text: &str, dice: &mut Dice) -> String {
    let mut words: Vec<&str> = text.split_inclusive(' ').collect();
    let (word, at) = (&WORDS[dice.below(WORDS.len())], dice.below(words.len() + 1));
    if dice.below(2) == 0 && at < words.len() {
        words[at] = word;
    } else {
        words.insert(at, word);
    }
    words.concat()
}

/// SplitMix64: the same seed, the same mutation.
struct Dice(u64);

impl Dice {
    /// 0 where `bound` is 0.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % (bound.max(1) as u64)) as usize
    }
}
