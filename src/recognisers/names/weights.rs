//! The tagger's weights as they are kept and looked up.
//!
//! The section: how many features (4 bytes) and the gaps between their sorted hashes (seven bits a byte); then, feature
//! after feature, a byte for each weight: its label, [`NEGATIVE`] and, with the feature's last one, [`LAST`]; the sizes of
//! the weights (four bits each, low ones first); and the weights of the steps from label to label (signed 16 bits, row
//! after row). So a host's compression takes 11 bits a weight; signed bytes behind a column of counts took 12.

use super::features::FEATURE_BITS;
use super::lists::varint;
use super::tagger::{LABELS, Row};

/// Bits of a hash by which its features are found.
const SHELF_BITS: u32 = 16;

/// The bits of a label's number.
pub const LABEL: u8 = 31;
/// Set where the weight is negative.
pub const NEGATIVE: u8 = 32;
/// Set with the last weight of a feature.
pub const LAST: u8 = 64;

/// What one is in the steps from label to label, which are kept finer than the weights.
pub const STEP: i32 = 100;

/// Sparse weights.
#[derive(Debug)]
pub struct Weights {
    keys: Vec<u32>,
    /// Where each key's weights begin.
    starts: Vec<u32>,
    labels: Vec<u8>,
    weights: Vec<i8>,
    /// Where the keys of each shelf, the top bits of their hash, begin.
    shelves: Vec<u32>,
    /// The weights of the steps from label to label.
    pub steps: [Row; LABELS],
}

impl Weights {
    /// Reads the section; nothing where it is cut short.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut at = 4;
        let count = usize::try_from(u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?)).ok()?;
        let mut key = 0_u32;
        let mut keys = Vec::with_capacity(count.min(bytes.len()));
        for _ in 0..count {
            key = key.wrapping_add(varint(bytes, &mut at)?);
            keys.push(key);
        }
        let (mut starts, mut labels) = (vec![0_u32], Vec::new());
        while starts.len() <= count {
            let byte = *bytes.get(at + labels.len())?;
            labels.push(byte);
            if byte & LAST != 0 {
                starts.push(u32::try_from(labels.len()).ok()?);
            }
        }
        at += labels.len();
        let mut take = |length: usize| {
            at += length;
            bytes.get(at - length..at)
        };
        let sizes = take(labels.len().div_ceil(2))?.iter().flat_map(|pair| [pair & 15, pair >> 4]);
        let signed = |(size, label): (u8, &u8)| if label & NEGATIVE == 0 { size.cast_signed() } else { -size.cast_signed() };
        let weights = sizes.zip(&labels).map(signed).collect();
        labels.iter_mut().for_each(|label| *label = (*label & LABEL) % u8::try_from(LABELS).unwrap_or(1));
        let mut steps = [[0; LABELS]; LABELS];
        for (step, bytes) in steps.iter_mut().flatten().zip(take(2 * LABELS * LABELS)?.chunks_exact(2)) {
            *step = i32::from(i16::from_le_bytes([bytes[0], bytes[1]]));
        }
        Some(Self { shelves: shelves(&keys), keys, starts, labels, weights, steps })
    }

    /// Adds the weights of a feature to the scores.
    pub fn add(&self, feature: u32, scores: &mut Row) {
        let shelf = (feature >> (FEATURE_BITS - SHELF_BITS)) as usize;
        let range = self.shelves[shelf] as usize..self.shelves[shelf + 1] as usize;
        let Some(found) = range.into_iter().find(|&at| self.keys[at] == feature) else {
            return;
        };
        for at in self.starts[found] as usize..self.starts[found + 1] as usize {
            scores[usize::from(self.labels[at])] += STEP * i32::from(self.weights[at]);
        }
    }
}

fn shelves(keys: &[u32]) -> Vec<u32> {
    let mut shelves = vec![0_u32; (1 << SHELF_BITS) + 1];
    for key in keys {
        let shelf = (key >> (FEATURE_BITS - SHELF_BITS)) as usize;
        shelves[(shelf + 1).min(1 << SHELF_BITS)] += 1;
    }
    for shelf in 1..shelves.len() {
        shelves[shelf] += shelves[shelf - 1];
    }
    shelves
}
