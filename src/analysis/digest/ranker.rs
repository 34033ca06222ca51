//! The ranker: small boosted trees over the features, and a weight for each bin of stems; all of it whole numbers.
//!
//! `data/digest/ranker.bin`, all numbers little-endian: the number of trees (2 bytes); each tree as the number of its
//! forks (1 byte), its forks (feature 1 byte, threshold 4, then where to go: 1 byte for values up to the threshold, 1 for
//! those above; 128 and more are leaves), and its leaves, one more than forks (2 bytes each); then a signed byte for each
//! bin of stems. `data/digest/ranker.md` says how it was made.

use std::sync::LazyLock;

use super::features::{BINS, Row};

static BUILT_IN: LazyLock<Ranker> = LazyLock::new(|| Ranker::read(include_bytes!("../../../data/digest/ranker.bin")).unwrap_or_default());

/// Where a fork's branch is a leaf.
const LEAF: u8 = 128;

/// Trees and bins.
#[derive(Debug, Default)]
pub struct Ranker {
    trees: Vec<Tree>,
    bins: Vec<i8>,
}

#[derive(Debug)]
struct Tree {
    forks: Vec<Fork>,
    leaves: Vec<i16>,
}

#[derive(Clone, Copy, Debug)]
struct Fork {
    feature: u8,
    threshold: i32,
    branches: [u8; 2],
}

impl Ranker {
    /// The one that the core carries.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads the file's bytes; none where they are not such a file.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let trees = u16::from_le_bytes(take(&mut rest)?);
        let trees = (0..trees).map(|_| Tree::read(&mut rest)).collect::<Option<Vec<Tree>>>()?;
        let bins: Vec<i8> = rest.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        (bins.len() == BINS).then_some(Self { trees, bins })
    }

    /// How much the sentence tells of its story: the greater the better.
    pub fn score(&self, row: &Row) -> i64 {
        self.score_of(&row.values, &row.bins)
    }

    /// The same for the values and the bins of a sentence.
    pub fn score_of(&self, values: &[i32], bins: &[u16]) -> i64 {
        let stems = self.stems(bins);
        self.trees.iter().map(|tree| tree.value(values, stems)).sum()
    }

    /// What the trees see of the sentence's stems: the mean weight of their bins, in sixteenths.
    fn stems(&self, bins: &[u16]) -> i32 {
        let sum: i32 = bins.iter().filter_map(|bin| self.bins.get(usize::from(*bin))).map(|weight| i32::from(*weight)).sum();
        sum * 16 / (i32::try_from(bins.len()).unwrap_or(i32::MAX - 4) + 4)
    }
}

impl Tree {
    fn read(rest: &mut &[u8]) -> Option<Self> {
        let [count] = take(rest)?;
        let forks = (0..count).map(|at| Fork::read(rest, at, count)).collect::<Option<Vec<Fork>>>()?;
        let leaves = (0..=count).map(|_| take(rest).map(i16::from_le_bytes)).collect::<Option<Vec<i16>>>()?;
        Some(Self { forks, leaves })
    }

    fn value(&self, values: &[i32], stems: i32) -> i64 {
        let mut at = 0;
        while let Some(fork) = self.forks.get(at) {
            let value = values.get(usize::from(fork.feature)).copied().unwrap_or(stems);
            let branch = fork.branches[usize::from(value > fork.threshold)];
            if branch >= LEAF {
                return i64::from(self.leaves[usize::from(branch - LEAF)]);
            }
            at = usize::from(branch);
        }
        self.leaves.first().map_or(0, |leaf| i64::from(*leaf))
    }
}

impl Fork {
    /// Branches lead onwards and to leaves that exist, so that every walk ends.
    fn read(rest: &mut &[u8], at: u8, count: u8) -> Option<Self> {
        let [feature] = take(rest)?;
        let threshold = i32::from_le_bytes(take(rest)?);
        let branches: [u8; 2] = take(rest)?;
        let sound = |branch: &u8| if *branch >= LEAF { *branch - LEAF <= count } else { *branch > at && *branch < count };
        branches.iter().all(sound).then_some(Self { feature, threshold, branches })
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (front, behind) = rest.split_first_chunk::<N>()?;
    *rest = behind;
    Some(*front)
}

#[cfg(test)]
mod tests {
    use super::super::features::COUNT;
    use super::*;

    #[test]
    fn the_built_in_file_is_whole() {
        assert!(!Ranker::built_in().trees.is_empty());
    }

    #[test]
    fn a_walk_ends_or_the_file_is_refused() {
        let file = |branches: [u8; 2]| {
            let mut bytes = vec![1, 0, 1, 3, 5, 0, 0, 0, branches[0], branches[1], 7, 0, 9, 0];
            bytes.extend([0; BINS]);
            bytes
        };
        let row = |value| {
            let mut values = [0; COUNT];
            values[3] = value;
            Row { sentence: 0, values, bins: Vec::new() }
        };
        let ranker = Ranker::read(&file([LEAF, LEAF + 1])).unwrap();
        assert_eq!((ranker.score(&row(5)), ranker.score(&row(6))), (7, 9));
        assert!(Ranker::read(&file([0, LEAF])).is_none(), "a fork that leads to itself");
        assert!(Ranker::read(&file([LEAF, LEAF + 2])).is_none(), "a leaf that is not there");
        assert!(Ranker::read(&file([LEAF, LEAF])[..40]).is_none());
    }
}
