//! An averaged structured perceptron (Collins 2002). Its weights are integers until they are averaged, so that every
//! machine learns the same.

use std::collections::HashMap;

use digest_hub::names_training::{LABELS, Label, Row, best};

/// A run of tokens: the indexes of each token's features, and the right labels.
pub struct Run {
    /// For each token.
    pub features: Vec<Vec<u32>>,
    /// For each token.
    pub right: Vec<Label>,
}

/// Weights while they are learned.
pub struct Perceptron {
    weights: Vec<Row>,
    /// Each change times the moment at which it was made.
    moments: Vec<[i64; LABELS]>,
    steps: [Row; LABELS],
    step_moments: [[i64; LABELS]; LABELS],
    now: i64,
}

/// Averaged weights, times [`SCALE`].
pub struct Averaged {
    /// For each feature.
    pub weights: Vec<Row>,
    /// From label to label.
    pub steps: [Row; LABELS],
}

/// What one is in averaged weights.
pub const SCALE: i64 = 1000;

/// By how much the right labels have to win.
const MARGIN: i32 = 5;

/// So many features of a hundred are hidden at each look, so that the context learns to do without the word itself.
/// Measured on three sets that are not trained on: 0 68.9, 68.8, 81.1; 25 70.3, 69.4, 81.8; 50 71.8, 70.5, 82.0.
const HIDDEN: usize = 50;

/// Marsaglia's xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    /// A number from 0 up to, not with, `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end as u64).max(1)).unwrap_or(0)
    }
}

fn thinned(run: &Run, random: &mut Random) -> Run {
    let mut seen = |features: &Vec<u32>| features.iter().copied().filter(|_| random.below(100) >= HIDDEN).collect();
    Run { features: run.features.iter().map(&mut seen).collect(), right: run.right.clone() }
}

/// How many tokens have each feature.
pub fn counts<'a>(all: impl Iterator<Item = &'a Vec<u32>>) -> HashMap<u32, u32> {
    let mut counts = HashMap::new();
    for feature in all.flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    counts
}

impl Perceptron {
    /// No weight yet.
    pub fn new(features: usize) -> Self {
        Self {
            weights: vec![[0; LABELS]; features],
            moments: vec![[0; LABELS]; features],
            steps: [[0; LABELS]; LABELS],
            step_moments: [[0; LABELS]; LABELS],
            now: 1,
        }
    }

    /// Goes through the runs `epochs` times, each time in another order, which `seed` decides.
    pub fn learn(&mut self, runs: &[&Run], epochs: u32, seed: u64) {
        let mut order: Vec<usize> = (0..runs.len()).collect();
        let mut random = Random(0x2545_F491_4F6C_DD1D ^ seed);
        for _ in 0..epochs {
            for at in (1..order.len()).rev() {
                order.swap(at, random.below(at + 1));
            }
            order.iter().for_each(|&at| self.learn_run(&thinned(runs[at], &mut random)));
        }
    }

    fn learn_run(&mut self, run: &Run) {
        self.now += 1;
        // A wrong label has to lose by a margin.
        let scores: Vec<Row> = run.features.iter().zip(&run.right).map(|(features, right)| self.score(features, *right)).collect();
        let found = best_labels(&scores, &self.steps);
        if found == run.right {
            return;
        }
        let (mut found_before, mut right_before) = (0, 0);
        for (at, (found, right)) in found.iter().zip(&run.right).enumerate() {
            let (found, right) = (usize::from(found.0), usize::from(right.0));
            if found != right {
                for feature in &run.features[at] {
                    self.change(*feature, right, 1);
                    self.change(*feature, found, -1);
                }
            }
            self.change_step(right_before, right, 1);
            self.change_step(found_before, found, -1);
            (found_before, right_before) = (found, right);
        }
        self.change_step(right_before, 0, 1);
        self.change_step(found_before, 0, -1);
    }

    fn score(&self, features: &[u32], right: Label) -> Row {
        let mut row = sum(&self.weights, features);
        for (at, score) in row.iter_mut().enumerate() {
            *score += if at == usize::from(right.0) { 0 } else { MARGIN };
        }
        row
    }

    fn change(&mut self, feature: u32, label: usize, by: i32) {
        self.weights[feature as usize][label] += by;
        self.moments[feature as usize][label] += i64::from(by) * self.now;
    }

    fn change_step(&mut self, from: usize, to: usize, by: i32) {
        self.steps[from][to] += by;
        self.step_moments[from][to] += i64::from(by) * self.now;
    }

    /// The mean of the weights over all moments.
    pub fn averaged(&self) -> Averaged {
        let mean = |weight: i32, moment: i64| i32::try_from(SCALE * i64::from(weight) - SCALE * moment / self.now).unwrap_or(0);
        let row = |weights: &Row, moments: &[i64; LABELS]| std::array::from_fn(|at| mean(weights[at], moments[at]));
        Averaged {
            weights: self.weights.iter().zip(&self.moments).map(|(weights, moments)| row(weights, moments)).collect(),
            steps: std::array::from_fn(|from| row(&self.steps[from], &self.step_moments[from])),
        }
    }
}

impl Averaged {
    /// The mean of several models of the same features: what one learned by the accident of its order goes.
    pub fn mean(models: &[Self]) -> Self {
        let count = i32::try_from(models.len()).unwrap_or(1).max(1);
        let rows = |row: &dyn Fn(&Self) -> Row| std::array::from_fn(|at| models.iter().map(|model| row(model)[at]).sum::<i32>() / count);
        Self {
            weights: (0..models.first().map_or(0, |model| model.weights.len())).map(|at| rows(&|model| model.weights[at])).collect(),
            steps: std::array::from_fn(|from| rows(&|model| model.steps[from])),
        }
    }

    /// The best labels of a run.
    pub fn labels(&self, run: &Run) -> Vec<Label> {
        let scores: Vec<Row> = run.features.iter().map(|features| sum(&self.weights, features)).collect();
        best_labels(&scores, &self.steps)
    }
}

fn best_labels(scores: &[Row], steps: &[Row; LABELS]) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; scores.len()];
    best(scores, steps, &mut labels);
    labels
}

fn sum(weights: &[Row], features: &[u32]) -> Row {
    let mut row = [0; LABELS];
    for feature in features {
        for (score, weight) in row.iter_mut().zip(&weights[*feature as usize]) {
            *score += weight;
        }
    }
    row
}
