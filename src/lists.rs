//! How the tables of `data` are read, and the one list that several steps ask: the world's countries.
//!
//! A table holds one entry a line, its cells apart by tabs; empty lines and lines that begin with `#` are for people.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::LazyLock;

use crate::characters::fold;

static COUNTRIES: LazyLock<Set<String>> = LazyLock::new(|| countries(0));
static ADJECTIVES: LazyLock<Set<String>> = LazyLock::new(|| countries(1));

fn countries(column: usize) -> Set<String> {
    rows(include_str!("../data/entities/countries.tsv")).filter_map(|row| row.get(column).map(|cell| fold(cell).into_owned())).collect()
}

/// A set of a table's entries.
pub type Set<T> = HashSet<T, BuildHasherDefault<Multiplied>>;
/// A table by its entries.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Multiplied>>;

/// A hasher that takes eight bytes at once, for tables of short words that are the project's own, for places in the text and
/// for counts of its words. Who writes words that collide makes the reading of his own text slower, within the bounds that
/// the page sets to every reading; the standard hasher, whose keys are the same at each start where there is no source of
/// chance, as in a browser, would guard no better there, at several times the price.
#[derive(Debug, Default)]
pub struct Multiplied(u64);

impl Multiplied {
    fn add(&mut self, word: u64) {
        // The multiplier of splitmix64 (Steele, Lea and Flood 2014).
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    }
}

impl Hasher for Multiplied {
    fn write(&mut self, bytes: &[u8]) {
        // The last eight bytes, or two fours, may overlap what is before them.
        if let Some(last) = bytes.last_chunk::<8>() {
            let words = bytes[..bytes.len() - 1].as_chunks::<8>().0;
            words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
            self.add(u64::from_le_bytes(*last));
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            self.add(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
        } else if let [first, .., last] | [first @ last] = bytes {
            self.add(u64::from(*first) << 16 | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(*last));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// The set of what was made from a table whose entries stand apart by `mark`: it does not grow while it is filled.
pub fn set<T: Eq + Hash>(table: &str, mark: u8, entries: impl Iterator<Item = T>) -> Set<T> {
    let mut set = Set::with_capacity_and_hasher(count(table, mark), BuildHasherDefault::default());
    set.extend(entries);
    set
}

/// The same by their keys.
pub fn map<K: Eq + Hash, V>(table: &str, mark: u8, entries: impl Iterator<Item = (K, V)>) -> Map<K, V> {
    let mut map = Map::with_capacity_and_hasher(count(table, mark), BuildHasherDefault::default());
    map.extend(entries);
    map
}

fn count(table: &str, mark: u8) -> usize {
    table.bytes().filter(|byte| *byte == mark).count()
}

/// A few words of seven bytes at most, written as numbers: whether a word is one of them takes a handful of looks.
#[derive(Debug)]
pub struct ShortWords<const N: usize>([u64; N]);

impl<const N: usize> ShortWords<N> {
    /// Of these words; a longer one does not compile.
    #[must_use]
    pub const fn new(words: [&str; N]) -> Self {
        let mut numbers = [0; N];
        let mut count = 0;
        while count < N {
            assert!(words[count].len() <= 7);
            let number = number(words[count].as_bytes());
            let mut at = count;
            while at > 0 && numbers[at - 1] > number {
                numbers[at] = numbers[at - 1];
                at -= 1;
            }
            numbers[at] = number;
            count += 1;
        }
        Self(numbers)
    }

    /// Whether the word is one of them.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        word.len() <= 7 && self.0.binary_search(&number(word.as_bytes())).is_ok()
    }
}

/// The bytes of a short word as one number, behind a 1 that tells how many they are.
const fn number(word: &[u8]) -> u64 {
    let mut number = 1;
    let mut at = 0;
    while at < word.len() {
        number = number << 8 | word[at] as u64;
        at += 1;
    }
    number
}

/// The pairs of neighbouring bytes of a text, in 256 bins: a text that holds another has all of its bins. Nearly every entry
/// of a table is told from a line by them, without a search.
#[derive(Debug)]
pub struct Pairs([u64; 4]);

impl Pairs {
    /// Of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut bins = [0; 4];
        for pair in text.as_bytes().windows(2) {
            let bin = pair[0].wrapping_mul(37) ^ pair[1];
            bins[usize::from(bin >> 6)] |= 1 << (bin & 63);
        }
        Self(bins)
    }

    /// Whether a text of these pairs can hold one of the others.
    #[must_use]
    pub fn hold(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).all(|(own, other)| own & other == other)
    }
}

/// The set of a table's entries.
pub fn words(table: &'static str) -> Set<&'static str> {
    set(table, b'\n', lines(table))
}

/// The entries of a table.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The entries of a table, cut into their cells.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(table).map(|line| line.split('\t').collect())
}

/// Whether the folded text is a country's name.
#[must_use]
pub fn is_country(folded: &str) -> bool {
    COUNTRIES.contains(folded)
}

/// Whether the folded text is a country's adjective: "chinese".
#[must_use]
pub fn is_country_adjective(folded: &str) -> bool {
    ADJECTIVES.contains(folded)
}
