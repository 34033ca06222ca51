//! How the tables of `data` are read, and the one list that several steps ask: the world's countries.
//!
//! A table holds one entry a line, its cells apart by tabs; empty lines and lines that begin with `#` are for people.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::characters::fold;

static COUNTRIES: LazyLock<Set<String>> = LazyLock::new(|| countries(0));
static ADJECTIVES: LazyLock<Set<String>> = LazyLock::new(|| countries(1));

fn countries(column: usize) -> Set<String> {
    rows(include_str!("../data/entities/countries.tsv")).filter_map(|row| row.get(column).map(|cell| fold(cell))).collect()
}

/// A set of a table's entries.
pub type Set<T> = HashSet<T, BuildHasherDefault<Fnv>>;
/// A table by its entries.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// FNV-1a, for tables of short words that are the project's own: nobody can fill them with words that collide, which is
/// what the standard hasher guards against at several times the price.
#[derive(Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
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
