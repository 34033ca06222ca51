//! The ranker: small boosted trees over the features, and a weight for each bin of stems; all of it whole numbers.
//!
//! `data/digest/ranker.bin`, all numbers little-endian: the number of trees (2 bytes); each tree as the number of its
//! forks (1 byte), its forks (feature 1 byte, threshold 4, then where to go: 1 byte for values up to the threshold, 1 for
//! those above; 128 and more are leaves), and its leaves, one more than forks (2 bytes each); then a signed byte for each
//! bin of stems. `data/digest/ranker.md` says how it was made.

use std::sync::LazyLock;

use super::features::{BINS, Row};

static BUILT_IN: LazyLock<Ranker> = LazyLock::new(|| Ranker::read(include_bytes!("../../../data/digest/ranker.bin")).unwrap_or_default());

/// In the file: where a fork's branch is a leaf of its tree.
const LEAF: u8 = 128;
/// In memory: where a branch is a leaf.
const END: u32 = 1 << 31;

/// Trees and bins. The forks of all trees lie behind each other, and so do their leaves: a walk looks at nothing else.
#[derive(Debug, Default)]
pub struct Ranker {
    /// Where each tree begins, as a branch.
    roots: Vec<u32>,
    forks: Vec<Fork>,
    leaves: Vec<i16>,
    bins: Vec<i8>,
}

#[derive(Clone, Copy, Debug)]
struct Fork {
    threshold: i32,
    /// Where to go for values up to the threshold, and for those above: a fork's place, or with [`END`] a leaf's.
    branches: [u32; 2],
    feature: u8,
}

/// What the trees see of a sentence: its values, and its stems as every feature behind them.
type Seen = [i32; 1 << u8::BITS];

impl Ranker {
    /// The one that the core carries.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads the file's bytes; none where they are not such a file.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let trees = u16::from_le_bytes(take(&mut rest)?);
        let mut ranker = Self::default();
        for _ in 0..trees {
            ranker.read_tree(&mut rest)?;
        }
        ranker.bins = rest.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        (ranker.bins.len() == BINS).then_some(ranker)
    }

    fn read_tree(&mut self, rest: &mut &[u8]) -> Option<()> {
        let [count] = take(rest)?;
        let (forks, leaves) = (u32::try_from(self.forks.len()).ok()?, u32::try_from(self.leaves.len()).ok()?);
        // A tree of no fork is its one leaf.
        self.roots.push(if count == 0 { END | leaves } else { forks });
        for at in 0..count {
            let [feature] = take(rest)?;
            let threshold = i32::from_le_bytes(take(rest)?);
            let branches = branches(rest, at, count)?;
            let place = |branch: u8| if branch >= LEAF { END | (leaves + u32::from(branch - LEAF)) } else { forks + u32::from(branch) };
            self.forks.push(Fork { threshold, branches: branches.map(place), feature });
        }
        for _ in 0..=count {
            self.leaves.push(i16::from_le_bytes(take(rest)?));
        }
        Some(())
    }

    /// How much the sentence tells of its story: the greater the better.
    pub fn score(&self, row: &Row) -> i64 {
        self.score_of(&row.values, &row.bins)
    }

    /// The same for the values and the bins of a sentence.
    pub fn score_of(&self, values: &[i32], bins: &[u16]) -> i64 {
        let mut seen: Seen = [self.stems(bins); 1 << u8::BITS];
        seen.iter_mut().zip(values).for_each(|(slot, value)| *slot = *value);
        self.roots.iter().map(|root| i64::from(self.leaf(*root, &seen))).sum()
    }

    fn leaf(&self, root: u32, seen: &Seen) -> i16 {
        let mut at = root;
        while at & END == 0 {
            let fork = &self.forks[at as usize];
            at = fork.branches[usize::from(seen[usize::from(fork.feature)] > fork.threshold)];
        }
        self.leaves[(at & !END) as usize]
    }

    /// What the trees see of the sentence's stems: the mean weight of their bins, in sixteenths.
    fn stems(&self, bins: &[u16]) -> i32 {
        let sum: i32 = bins.iter().filter_map(|bin| self.bins.get(usize::from(*bin))).map(|weight| i32::from(*weight)).sum();
        sum * 16 / (i32::try_from(bins.len()).unwrap_or(i32::MAX - 4) + 4)
    }
}

/// Branches lead onwards and to leaves that exist, so that every walk ends.
fn branches(rest: &mut &[u8], at: u8, count: u8) -> Option<[u8; 2]> {
    let branches: [u8; 2] = take(rest)?;
    let sound = |branch: &u8| if *branch >= LEAF { *branch - LEAF <= count } else { *branch > at && *branch < count };
    branches.iter().all(sound).then_some(branches)
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
        assert!(!Ranker::built_in().roots.is_empty());
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
