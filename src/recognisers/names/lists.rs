//! Lists and word clusters as clues: whether a run of words stands in a list, and which words behave alike.
//!
//! They are kept as fingerprints of 24 bits: a list of 26,000 towns has one stranger in 600 words that are looked up,
//! which a trained weight can bear and a rule could not; rules ask `lexicon` instead.

use std::ops::Range;

use super::features::{is_capital, lower};
use super::lexicon::{is_first_name, known, may_be_body, place};
use super::tagger::Place;
use crate::contract::EntityKind;
use crate::document::{Document, TokenKind};

/// Longest entry that is looked up, in tokens.
const LONGEST: usize = 5;
const MASK: u32 = (1 << 24) - 1;
/// The fingerprints of a shelf: those that are alike but for their last twelve bits.
const SHELF: u32 = 1 << 12;

/// The lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum List {
    /// First names.
    First,
    /// Surnames.
    Surname,
    /// Countries, states, regions.
    Land,
    /// Cities of 100,000 and more.
    City,
    /// Towns.
    Town,
    /// Companies on the stock exchanges.
    Company,
    /// Companies and other bodies that news texts name without saying what they are.
    Body,
    /// Products, events, laws.
    Thing,
}

impl List {
    /// In the order of their bits.
    pub const ALL: [Self; 8] = [Self::First, Self::Surname, Self::Land, Self::City, Self::Town, Self::Company, Self::Body, Self::Thing];
}

/// The lists that are kept as fingerprints, and the clusters.
#[derive(Debug, Default)]
pub struct Lists {
    surnames: Fingerprints,
    towns: Fingerprints,
    companies: Fingerprints,
    clustered: Fingerprints,
    coarse: Vec<u16>,
    fine: Vec<u16>,
}

impl Lists {
    /// Reads the section; a short one gives empty lists.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut at = 0;
        let [surnames, towns, companies, clustered] = std::array::from_fn(|_| Fingerprints::read(bytes, &mut at));
        let mut column = || -> Vec<u8> {
            let end = (at + clustered.sorted.len()).min(bytes.len());
            let column = bytes[at..end].to_vec();
            at = end;
            column
        };
        let coarse = column().into_iter().map(u16::from).collect();
        let (low, high) = (column(), column());
        let fine = low.iter().zip(&high).map(|(low, high)| u16::from_le_bytes([*low, *high])).collect();
        Self { surnames, towns, companies, clustered, coarse, fine }
    }

    /// The word's two clusters, 1 and up; 0 for a word in none.
    #[must_use]
    pub fn clusters(&self, word: &str) -> (u16, u16) {
        let found = self.clustered.place(exact_fingerprint(word));
        found.map_or((0, 0), |at| (1 + self.coarse.get(at).copied().unwrap_or(0), 1 + self.fine.get(at).copied().unwrap_or(0)))
    }

    /// Whether the word, with its case, is one of the frequent ones.
    #[must_use]
    pub fn is_frequent(&self, word: &str) -> bool {
        self.clustered.place(exact_fingerprint(word)).is_some()
    }

    /// Tells `found` each token of the sentence that stands in an entry of a list: the longest entry from each start.
    pub fn mark(&self, document: &Document, range: Range<usize>, candidates: &[bool], found: &mut dyn FnMut(usize, List, Place)) {
        let tokens = document.tokens();
        let text = |at: usize| document.slice(tokens[at].span);
        let mut done = [range.start; List::ALL.len()];
        for start in range.clone().filter(|&at| candidates[at] && tokens[at].kind != TokenKind::Mark && is_capital(text(at))) {
            if is_first_name(text(start)) {
                found(start, List::First, Place::Unit);
            }
            if self.surnames.place(lower(text(start)) & MASK).is_some() {
                found(start, List::Surname, Place::Unit);
            }
            let limit = range.end.min(start + LONGEST);
            let ends = (start + 1..=limit).rev().filter(|&end| (start..end).all(|at| candidates[at]));
            for end in ends {
                let phrase = document.slice(document.span_of(&(start..end)));
                let key = phrase_fingerprint(phrase);
                let by_name = known(phrase);
                let (land, city) = place(phrase, by_name);
                let stands_in = |list: List| match list {
                    List::First | List::Surname => false,
                    List::Land => land,
                    List::City => city,
                    List::Town => self.towns.place(key).is_some(),
                    List::Company => self.companies.place(key).is_some(),
                    List::Body => matches!(by_name, Some(EntityKind::Company | EntityKind::Organisation)) || may_be_body(phrase),
                    List::Thing => by_name == Some(EntityKind::Other),
                };
                for list in List::ALL.into_iter().filter(|list| stands_in(*list)) {
                    if done[list as usize] <= start {
                        done[list as usize] = end;
                        (start..end).for_each(|at| found(at, list, Place::of(at, &(start..end))));
                    }
                }
            }
        }
    }
}

/// The fingerprint of an entry, as words are compared.
#[must_use]
pub fn phrase_fingerprint(phrase: &str) -> u32 {
    lower(&crate::characters::on_one_line(phrase)) & MASK
}

/// The fingerprint of a word with its case.
#[must_use]
pub fn exact_fingerprint(word: &str) -> u32 {
    word.chars().fold(0x811C_9DC5, |hash: u32, c| (hash ^ c as u32).wrapping_mul(0x0100_0193)) & MASK
}

/// The fingerprints of a list's entries.
#[derive(Debug, Default)]
struct Fingerprints {
    /// Ascending.
    sorted: Vec<u32>,
    /// How many of them stand before each shelf, and at last how many there are.
    before: Vec<u32>,
}

impl Fingerprints {
    /// Sorted numbers: how many (4 bytes), then the gaps, seven bits a byte, the high bit where more follow.
    fn read(bytes: &[u8], at: &mut usize) -> Self {
        let count = bytes.get(*at..*at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes);
        *at += 4;
        let mut sum = 0_u32;
        let next = |_| {
            sum = sum.wrapping_add(varint(bytes, at)?);
            Some(sum)
        };
        let sorted: Vec<u32> = (0..count).map_while(next).collect();
        let before = |shelf: u32| u32::try_from(sorted.partition_point(|own| own / SHELF < shelf)).unwrap_or(u32::MAX);
        Self { before: (0..=MASK / SHELF + 1).map(before).collect(), sorted }
    }

    /// The place of a fingerprint among the others. They are spread evenly, so that its shelf holds a handful of them.
    fn place(&self, key: u32) -> Option<usize> {
        let shelf = (key / SHELF) as usize;
        let (from, to) = (*self.before.get(shelf)? as usize, *self.before.get(shelf + 1)? as usize);
        Some(from + self.sorted.get(from..to)?.binary_search(&key).ok()?)
    }
}

/// A number of seven bits a byte, low ones first.
pub fn varint(bytes: &[u8], at: &mut usize) -> Option<u32> {
    let mut number = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let byte = *bytes.get(*at)?;
        *at += 1;
        number |= u32::from(byte & 127) << shift;
        if byte < 128 {
            break;
        }
    }
    Some(number)
}
