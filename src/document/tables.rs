//! The word tables of sentence ends (`data/sentences`).

use std::sync::LazyLock;

use crate::characters::{fold, folded};
use crate::lists::{Map, Set, lines, words};

/// How a sentence may go on behind an abbreviation; `data/sentences/abbreviations.tsv` says it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// "Dr."
    Title,
    /// "vs."
    Joins,
    /// "No."
    Number,
    /// "Corp."
    Firm,
    /// "etc."
    End,
    /// "Oct."
    Month,
    /// "p.m."
    Clock,
    /// "U.S."
    Name,
    /// "Calif."
    State,
}

/// Sets of `data/sentences/contexts.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Parts of a company's name.
    Suffix,
    /// What a person is in a company.
    Role,
    /// Verbs of saying.
    Said,
    /// Time zones.
    Zone,
    /// What a single letter may label: "Plan B".
    Label,
    /// Lower-case openings of surnames.
    Particle,
}

static ABBREVIATIONS: LazyLock<Map<&str, Abbreviation>> = LazyLock::new(|| {
    let class = |name| match name {
        "title" => Abbreviation::Title,
        "joins" => Abbreviation::Joins,
        "number" => Abbreviation::Number,
        "firm" => Abbreviation::Firm,
        "end" => Abbreviation::End,
        "month" => Abbreviation::Month,
        "clock" => Abbreviation::Clock,
        "state" => Abbreviation::State,
        _ => Abbreviation::Name,
    };
    pairs(include_str!("../../data/sentences/abbreviations.tsv")).map(|(word, name)| (word, class(name))).collect()
});

static OPENERS: LazyLock<Set<&str>> = LazyLock::new(|| words(include_str!("../../data/sentences/openers.txt")));

static CONTEXTS: LazyLock<Set<(Context, &str)>> = LazyLock::new(|| {
    let set = |name| match name {
        "suffix" => Context::Suffix,
        "role" => Context::Role,
        "said" => Context::Said,
        "zone" => Context::Zone,
        "label" => Context::Label,
        _ => Context::Particle,
    };
    pairs(include_str!("../../data/sentences/contexts.tsv")).map(|(name, word)| (set(name), word)).collect()
});

/// The class of a word before its full stop, whatever its case.
#[must_use]
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    // The longest entry has seven letters; full-width ones have three bytes each.
    if word.len() > 24 {
        return None;
    }
    folded(word, |word| ABBREVIATIONS.get(word).copied())
}

/// Whether the word opens sentences far oftener than it stands inside a name.
#[must_use]
pub fn opens_sentences(word: &str) -> bool {
    folded(word, |word| OPENERS.contains(word))
}

/// "Corp.", "Ltd", "AG": the last word of a company's name.
#[must_use]
pub fn is_company_suffix(word: &str) -> bool {
    let folded = fold(word.trim_end_matches('.'));
    abbreviation(&folded) == Some(Abbreviation::Firm)
        || matches!(
            &*folded,
            "corporation"
                | "company"
                | "incorporated"
                | "limited"
                | "holdings"
                | "group"
                | "ag"
                | "se"
                | "nv"
                | "sa"
                | "gmbh"
                | "plc"
                | "llc"
                | "spa"
                | "ab"
                | "asa"
                | "companies"
        )
}

/// Whether the word belongs to the set.
#[must_use]
pub fn is_in(set: Context, word: &str) -> bool {
    folded(word.trim_end_matches('.'), |word| CONTEXTS.contains(&(set, word)))
}

/// The first two cells of each row.
fn pairs(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(table).filter_map(|line| line.split_once('\t'))
}
