//! The tagger's weights as they are kept and looked up.
//!
//! The section: how many features (4 bytes) and the gaps between their sorted hashes (seven bits a byte); then, feature
//! after feature, a byte for each weight: its label, [`NEGATIVE`] and, with the feature's last one, [`LAST`]; the sizes of
//! the weights (four bits each, low ones first); and the weights of the steps from label to label (signed 16 bits, row
//! after row). So a host's compression takes 11 bits a weight; signed bytes behind a column of counts took 12.

use super::features::FEATURE_BITS;
use super::lists::varint;
use super::tagger::{LABELS, Row};

/// The hashes of a shelf: those that are alike but for their last six bits.
const SHELF: u32 = 64;
const SHELVES: usize = (1 << FEATURE_BITS) / SHELF as usize;

/// The bits of a label's number.
pub const LABEL: u8 = 31;
/// As many sums as a label's number could have: none of them needs to be looked for.
pub const WIDE: usize = LABEL as usize + 1;
/// Set where the weight is negative.
pub const NEGATIVE: u8 = 32;
/// Set with the last weight of a feature.
pub const LAST: u8 = 64;

/// What one is in the steps from label to label, which are kept finer than the weights.
pub const STEP: i32 = 100;

/// Sums of weights for each label: a hundred weights of seven bits are far from filling them.
pub type Sums = [i16; LABELS];

/// Sparse weights.
#[derive(Debug)]
pub struct Weights {
    /// Which hashes of each shelf have weights: whether a feature is known is one look.
    known: Vec<u64>,
    /// How many features stand on the shelves before: a known one's place among all is a count of bits behind that.
    before: Vec<u32>,
    /// Where each feature's weights begin.
    starts: Vec<u32>,
    /// Label and weight.
    weights: Vec<(u8, i8)>,
    /// The weights of the steps from label to label.
    pub steps: [Row; LABELS],
}

impl Weights {
    /// Reads the section; nothing where it is cut short.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut at = 4;
        let count = usize::try_from(u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?)).ok()?;
        let known = known(bytes, &mut at, count)?;
        let before = known.iter().scan(0, |sum, shelf| Some(std::mem::replace(sum, *sum + shelf.count_ones()))).collect();
        let starts = starts(bytes.get(at..)?, count)?;
        let labels = &bytes[at..at + usize::try_from(*starts.last()?).ok()?];
        at += labels.len();
        let mut take = |length: usize| {
            at += length;
            bytes.get(at - length..at)
        };
        let sizes = take(labels.len().div_ceil(2))?;
        let weight = |(at, label): (usize, &u8)| {
            let size = (sizes[at / 2] >> (4 * (at % 2)) & 15).cast_signed();
            (*label & LABEL, if label & NEGATIVE == 0 { size } else { -size })
        };
        let weights = labels.iter().enumerate().map(weight).collect();
        let mut steps = [[0; LABELS]; LABELS];
        for (step, bytes) in steps.iter_mut().flatten().zip(take(2 * LABELS * LABELS)?.chunks_exact(2)) {
            *step = i32::from(i16::from_le_bytes([bytes[0], bytes[1]]));
        }
        Some(Self { known, before, starts, weights, steps })
    }

    /// Adds the weights of the features to the sums, and leaves of the features the places of those that have weights.
    ///
    /// Most have none, and a processor guesses badly which; so nothing hangs on that here but a count, and all places are
    /// looked up before the first is used.
    pub fn add(&self, features: &mut Vec<u32>, scores: &mut [i16; WIDE]) {
        let mut kept = 0;
        for at in 0..features.len() {
            let feature = features[at];
            features[kept] = feature;
            kept += usize::from(self.known[(feature / SHELF) as usize] >> (feature % SHELF) & 1 == 1);
        }
        features.truncate(kept);
        features.iter_mut().for_each(|feature| *feature = self.place(*feature));
        for found in features.iter().map(|place| *place as usize) {
            for (label, weight) in &self.weights[self.starts[found] as usize..self.starts[found + 1] as usize] {
                scores[usize::from(*label & LABEL)] += i16::from(*weight);
            }
        }
    }

    /// The place of a known feature among all.
    fn place(&self, feature: u32) -> u32 {
        let shelf = (feature / SHELF) as usize;
        self.before[shelf] + (self.known[shelf] & ((1_u64 << (feature % SHELF)) - 1)).count_ones()
    }
}

/// Where each feature's weights begin, and where the last one's end; nothing where there are fewer features.
fn starts(labels: &[u8], count: usize) -> Option<Vec<u32>> {
    let ends = labels.iter().zip(1..).filter(|(label, _)| *label & LAST != 0).map(|(_, end)| end);
    let mut starts = Vec::with_capacity(count + 1);
    starts.push(0);
    starts.extend(ends.take(count));
    (starts.len() == count + 1).then_some(starts)
}

/// Reads the hashes, each greater than the one before, as a bit each on its shelf.
fn known(bytes: &[u8], at: &mut usize, count: usize) -> Option<Vec<u64>> {
    let mut known = vec![0; SHELVES];
    let mut hash = 0_u32;
    for nth in 0..count {
        let gap = varint(bytes, at)?;
        hash = hash.checked_add(gap).filter(|_| gap > 0 || nth == 0)?;
        *known.get_mut((hash / SHELF) as usize)? |= 1 << (hash % SHELF);
    }
    Some(known)
}
