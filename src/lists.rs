//! How the tables of `data` are read, and the one list that several steps ask: the world's countries.
//!
//! A table holds one entry a line, its cells apart by tabs; empty lines and lines that begin with `#` are for people.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::characters::fold;

static COUNTRIES: LazyLock<HashSet<String>> = LazyLock::new(|| countries(0));
static ADJECTIVES: LazyLock<HashSet<String>> = LazyLock::new(|| countries(1));

fn countries(column: usize) -> HashSet<String> {
    rows(include_str!("../data/entities/countries.tsv")).filter_map(|row| row.get(column).map(|cell| fold(cell))).collect()
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
