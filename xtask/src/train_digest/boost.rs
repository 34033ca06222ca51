//! Boosted trees over whole-number features, for ranking the sentences of a document.
//!
//! Each round fits a tree of a few leaves to what the ranking still gets wrong: within a document the scores are a
//! distribution over its sentences, and the tree pulls it towards the targets. Additions run in one order and the
//! exponential is our own, so that every machine makes the same trees.

/// A sentence to learn from.
pub struct Example {
    /// Its features.
    pub values: Vec<i32>,
    /// Its share of the document's worth; a document's sum to 1.
    pub target: f64,
}

/// A document: a range of examples and how much it counts.
pub struct Group {
    /// Indexes of its examples.
    pub examples: std::ops::Range<usize>,
    /// 1 for a usual one.
    pub weight: f64,
}

/// How the trees are grown.
pub struct Growth {
    pub trees: usize,
    pub leaves: usize,
    pub rate: f64,
    /// Least examples in a leaf.
    pub least: usize,
    /// Pulls leaves towards nothing.
    pub ridge: f64,
}

pub struct Tree {
    pub forks: Vec<Fork>,
    pub leaves: Vec<f64>,
}

#[derive(Clone, Copy)]
pub struct Fork {
    pub feature: usize,
    pub threshold: i32,
    pub branches: [Branch; 2],
}

#[derive(Clone, Copy)]
pub enum Branch {
    Fork(usize),
    Leaf(usize),
}

/// Most cuts of a feature.
const CUTS: usize = 63;

/// Grows the trees; the examples' scores are their sum.
pub fn grow(examples: &[Example], groups: &[Group], growth: &Growth) -> Vec<Tree> {
    let table = Table::new(examples);
    let mut scores = vec![0.0; examples.len()];
    let mut trees = Vec::new();
    for _ in 0..growth.trees {
        let slopes = slopes(examples, groups, &scores);
        let (tree, leaf_of) = table.tree(&slopes, growth);
        for (score, leaf) in scores.iter_mut().zip(&leaf_of) {
            *score += tree.leaves[*leaf];
        }
        trees.push(tree);
    }
    trees
}

/// Gradient and curvature of each example.
fn slopes(examples: &[Example], groups: &[Group], scores: &[f64]) -> Vec<[f64; 2]> {
    let mut slopes = vec![[0.0; 2]; examples.len()];
    for group in groups {
        let top = scores[group.examples.clone()].iter().copied().fold(f64::MIN, f64::max);
        let parts: Vec<f64> = scores[group.examples.clone()].iter().map(|score| exp(score - top)).collect();
        let sum: f64 = parts.iter().sum();
        for (at, part) in group.examples.clone().zip(parts) {
            let share = part / sum;
            slopes[at] = [group.weight * (examples[at].target - share), group.weight * share * (1.0 - share)];
        }
    }
    slopes
}

/// e to the x by halving and a short series: the same bits on every machine.
pub fn exp(x: f64) -> f64 {
    if x < -40.0 {
        return 0.0;
    }
    let small = x / 1024.0;
    let mut value = 1.0 + small * (1.0 + small / 2.0 * (1.0 + small / 3.0 * (1.0 + small / 4.0)));
    for _ in 0..10 {
        value *= value;
    }
    value
}

/// The features cut into few steps, column by column.
struct Table {
    cuts: Vec<Vec<i32>>,
    columns: Vec<Vec<u8>>,
}

struct Leaf {
    examples: Vec<u32>,
    sums: [f64; 2],
    /// Gain, feature, step.
    best: Option<(f64, usize, u8)>,
}

impl Table {
    fn new(examples: &[Example]) -> Self {
        let features = examples.first().map_or(0, |example| example.values.len());
        let cuts: Vec<Vec<i32>> = (0..features).map(|feature| cuts(examples, feature)).collect();
        let step = |feature: usize, value: i32| u8::try_from(cuts[feature].partition_point(|cut| *cut < value)).unwrap_or(u8::MAX);
        let columns =
            (0..features).map(|feature| examples.iter().map(|example| step(feature, example.values[feature])).collect()).collect();
        Self { cuts, columns }
    }

    /// The tree, and the leaf of each example.
    fn tree(&self, slopes: &[[f64; 2]], growth: &Growth) -> (Tree, Vec<usize>) {
        let all: Vec<u32> = (0..u32::try_from(slopes.len()).unwrap_or(u32::MAX)).collect();
        let mut leaves = vec![self.leaf(all, slopes, growth)];
        let mut forks: Vec<Fork> = Vec::new();
        // Where each leaf hangs: its fork and side.
        let mut hangs: Vec<Option<(usize, usize)>> = vec![None];
        while leaves.len() < growth.leaves {
            let candidates = leaves.iter().enumerate().filter_map(|(at, leaf)| leaf.best.map(|best| (at, best)));
            let Some((at, (_, feature, step))) = candidates.fold(None, |best: Option<(usize, (f64, usize, u8))>, next| match best {
                Some(best) if best.1.0 >= next.1.0 => Some(best),
                _ => Some(next),
            }) else {
                break;
            };
            let (low, high): (Vec<u32>, Vec<u32>) =
                leaves[at].examples.iter().partition(|example| self.columns[feature][**example as usize] <= step);
            let fork = forks.len();
            if let Some((above, side)) = hangs[at] {
                forks[above].branches[side] = Branch::Fork(fork);
            }
            forks.push(Fork {
                feature,
                threshold: self.cuts[feature][usize::from(step)],
                branches: [Branch::Leaf(at), Branch::Leaf(leaves.len())],
            });
            hangs[at] = Some((fork, 0));
            hangs.push(Some((fork, 1)));
            leaves[at] = self.leaf(low, slopes, growth);
            leaves.push(self.leaf(high, slopes, growth));
        }
        let mut leaf_of = vec![0; slopes.len()];
        for (at, leaf) in leaves.iter().enumerate() {
            for example in &leaf.examples {
                leaf_of[*example as usize] = at;
            }
        }
        let values = leaves.iter().map(|leaf| growth.rate * leaf.sums[0] / (leaf.sums[1] + growth.ridge)).collect();
        (Tree { forks, leaves: values }, leaf_of)
    }

    fn leaf(&self, examples: Vec<u32>, slopes: &[[f64; 2]], growth: &Growth) -> Leaf {
        let mut sums = [0.0; 2];
        for example in &examples {
            let slope = slopes[*example as usize];
            sums = [sums[0] + slope[0], sums[1] + slope[1]];
        }
        let mut best: Option<(f64, usize, u8)> = None;
        for feature in 0..self.columns.len() {
            let found = self.best_step(feature, &examples, slopes, sums, growth);
            if let Some((gain, step)) = found
                && best.is_none_or(|best| gain > best.0)
            {
                best = Some((gain, feature, step));
            }
        }
        Leaf { examples, sums, best }
    }

    fn best_step(&self, feature: usize, examples: &[u32], slopes: &[[f64; 2]], sums: [f64; 2], growth: &Growth) -> Option<(f64, u8)> {
        let mut histogram = [(0_usize, 0.0, 0.0); CUTS + 1];
        let column = &self.columns[feature];
        for example in examples {
            let slot = &mut histogram[usize::from(column[*example as usize])];
            let slope = slopes[*example as usize];
            *slot = (slot.0 + 1, slot.1 + slope[0], slot.2 + slope[1]);
        }
        let worth = |g: f64, h: f64| g * g / (h + growth.ridge);
        let whole = worth(sums[0], sums[1]);
        let (mut count, mut g, mut h) = (0, 0.0, 0.0);
        let mut best: Option<(f64, u8)> = None;
        for step in 0..self.cuts[feature].len() {
            let slot = histogram[step];
            (count, g, h) = (count + slot.0, g + slot.1, h + slot.2);
            if count < growth.least || examples.len() - count < growth.least {
                continue;
            }
            let gain = worth(g, h) + worth(sums[0] - g, sums[1] - h) - whole;
            if gain > 1e-9 && best.is_none_or(|best| gain > best.0) {
                best = Some((gain, u8::try_from(step).unwrap_or(u8::MAX)));
            }
        }
        best
    }
}

/// Values that cut the examples into parts of about one size.
fn cuts(examples: &[Example], feature: usize) -> Vec<i32> {
    let mut values: Vec<i32> = examples.iter().map(|example| example.values[feature]).collect();
    values.sort_unstable();
    let mut distinct = values.clone();
    distinct.dedup();
    distinct.pop();
    if distinct.len() <= CUTS {
        return distinct;
    }
    let last = values[values.len() - 1];
    let mut cuts: Vec<i32> = (1..=CUTS).map(|nth| values[nth * values.len() / (CUTS + 1)]).filter(|cut| *cut < last).collect();
    cuts.dedup();
    cuts
}
