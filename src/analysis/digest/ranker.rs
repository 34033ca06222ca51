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
/// Most leaves of a tree: one bit each of a byte.
const LEAVES: usize = 8;

/// Trees and bins, read as QuickScorer does (Lucchese et al. 2015): no tree is walked. Each fork is a cut that closes the
/// leaves on its lower side for values above its threshold; when all have been made, a tree's value is its first open leaf.
#[derive(Debug, Default)]
pub struct Ranker {
    /// Every fork of every tree: feature after feature, thresholds ascending.
    cuts: Vec<Cut>,
    /// How many of them look at each feature.
    counts: Vec<usize>,
    /// Of each tree, from the lowest values to the highest.
    leaves: Vec<[i16; LEAVES]>,
    bins: Vec<i8>,
}

#[derive(Clone, Copy, Debug)]
struct Cut {
    threshold: i32,
    tree: u16,
    feature: u8,
    /// The leaves of the tree that stay open, as bits.
    kept: u8,
}

/// A fork as it stands in the file.
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
        let mut ranker = Self::default();
        for tree in 0..trees {
            ranker.read_tree(&mut rest, tree)?;
        }
        ranker.cuts.sort_by_key(|cut| (cut.feature, cut.threshold));
        let last = ranker.cuts.last().map_or(0, |cut| usize::from(cut.feature) + 1);
        ranker.counts = (0..last).map(|feature| ranker.cuts.iter().filter(|cut| usize::from(cut.feature) == feature).count()).collect();
        ranker.bins = rest.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        (ranker.bins.len() == BINS).then_some(ranker)
    }

    fn read_tree(&mut self, rest: &mut &[u8], tree: u16) -> Option<()> {
        let [count] = take(rest)?;
        let mut forks = Vec::with_capacity(usize::from(count));
        for at in 0..count {
            let [feature] = take(rest)?;
            let threshold = i32::from_le_bytes(take(rest)?);
            forks.push(Fork { feature, threshold, branches: branches(rest, at, count)? });
        }
        let mut values = Vec::with_capacity(usize::from(count) + 1);
        for _ in 0..=count {
            values.push(i16::from_le_bytes(take(rest)?));
        }
        let mut open = Open { forks: &forks, values: &values, leaves: [0; LEAVES], placed: 0 };
        // A tree of no fork is its one leaf.
        open.place(if count == 0 { LEAF } else { 0 }, &mut |fork, below| {
            self.cuts.push(Cut { threshold: fork.threshold, tree, feature: fork.feature, kept: !below });
        })?;
        self.leaves.push(open.leaves);
        Some(())
    }

    /// How much the sentence tells of its story: the greater the better.
    pub fn score(&self, row: &Row) -> i64 {
        self.score_of(&row.values, &row.bins)
    }

    /// The same for the values and the bins of a sentence.
    pub fn score_of(&self, values: &[i32], bins: &[u16]) -> i64 {
        let stems = self.stems(bins);
        let mut open = vec![u8::MAX; self.leaves.len()];
        let mut cuts = self.cuts.as_slice();
        for (feature, count) in self.counts.iter().enumerate() {
            let (own, behind) = cuts.split_at(*count);
            // The stems are every feature behind the values.
            let value = values.get(feature).copied().unwrap_or(stems);
            own.iter().take_while(|cut| value > cut.threshold).for_each(|cut| open[usize::from(cut.tree)] &= cut.kept);
            cuts = behind;
        }
        let value = |(leaves, open): (&[i16; LEAVES], u8)| i64::from(leaves[open.trailing_zeros() as usize % LEAVES]);
        self.leaves.iter().zip(open).map(value).sum()
    }

    /// What the trees see of the sentence's stems: the mean weight of their bins, in sixteenths.
    fn stems(&self, bins: &[u16]) -> i32 {
        let sum: i32 = bins.iter().filter_map(|bin| self.bins.get(usize::from(*bin))).map(|weight| i32::from(*weight)).sum();
        sum * 16 / (i32::try_from(bins.len()).unwrap_or(i32::MAX - 4) + 4)
    }
}

/// A tree whose leaves are being put in order.
struct Open<'a> {
    forks: &'a [Fork],
    values: &'a [i16],
    leaves: [i16; LEAVES],
    placed: usize,
}

impl Open<'_> {
    /// Puts the leaves below the branch in order, tells `cut` of each fork there and the leaves on its lower side, and gives
    /// those of the branch, as bits; none where there are more of them than a byte has.
    fn place(&mut self, branch: u8, cut: &mut dyn FnMut(&Fork, u8)) -> Option<u8> {
        if branch >= LEAF {
            *self.leaves.get_mut(self.placed)? = self.values[usize::from(branch - LEAF)];
            self.placed += 1;
            return Some(1 << (self.placed - 1));
        }
        let fork = &self.forks[usize::from(branch)];
        let below = self.place(fork.branches[0], cut)?;
        cut(fork, below);
        Some(below | self.place(fork.branches[1], cut)?)
    }
}

/// Branches lead onwards and to leaves that exist, so that every way through a tree ends.
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
        assert!(!Ranker::built_in().leaves.is_empty());
    }

    /// Of one tree, with bins that weigh nothing.
    fn file(forks: &[(u8, i32, [u8; 2])], leaves: &[i16]) -> Vec<u8> {
        let mut bytes = vec![1, 0, u8::try_from(forks.len()).unwrap()];
        for (feature, threshold, branches) in forks {
            bytes.push(*feature);
            bytes.extend(threshold.to_le_bytes());
            bytes.extend(branches);
        }
        bytes.extend(leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
        bytes.extend([0; BINS]);
        bytes
    }

    fn row(third: i32, fourth: i32) -> Row {
        let mut values = [0; COUNT];
        (values[3], values[4]) = (third, fourth);
        Row { sentence: 0, values, bins: Vec::new() }
    }

    #[test]
    fn a_value_up_to_the_threshold_takes_the_first_branch() {
        let ranker = Ranker::read(&file(&[(3, 5, [1, LEAF]), (4, 10, [LEAF + 2, LEAF + 1])], &[7, 9, 11])).unwrap();
        let scores = [row(5, 10), row(5, 11), row(6, 10), row(6, 11)].map(|row| ranker.score(&row));
        assert_eq!(scores, [11, 9, 7, 7]);
        assert_eq!(Ranker::read(&file(&[], &[-4])).unwrap().score(&row(0, 0)), -4, "a tree of one leaf");
    }

    #[test]
    fn a_way_through_a_tree_ends_or_the_file_is_refused() {
        let one = |branches| file(&[(3, 5, branches)], &[7, 9]);
        assert!(Ranker::read(&one([LEAF, LEAF + 1])).is_some());
        assert!(Ranker::read(&one([0, LEAF])).is_none(), "a fork that leads to itself");
        assert!(Ranker::read(&one([LEAF, LEAF + 2])).is_none(), "a leaf that is not there");
        assert!(Ranker::read(&one([LEAF, LEAF])[..40]).is_none());
        let chain: Vec<_> = (1..9).map(|next| (3, i32::from(next), [next, LEAF])).collect();
        let longer = [chain.clone(), vec![(3, 9, [LEAF, LEAF + 1])]].concat();
        assert!(Ranker::read(&file(&longer, &[0; 10])).is_none(), "more leaves than a byte has bits");
    }
}
