//! Precision, recall and F1, and the best pairing of two lists.

/// What a kind of gold says of the answers: lines to read, and the figures in them that a gate may ask for, by name.
#[derive(Default)]
pub struct Report {
    /// The lines.
    pub text: String,
    /// The figures.
    pub figures: Vec<(String, f64)>,
}

impl Report {
    /// A figure that a gate may ask for.
    pub fn tell(&mut self, name: &str, figure: f64) {
        self.figures.push((name.to_owned(), figure));
    }
}

/// Counts of which figures are made: right, answered, wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// In both.
    pub right: f64,
    /// In the answer.
    pub answered: f64,
    /// In the gold.
    pub wanted: f64,
}

impl Counts {
    /// Of whole numbers.
    pub fn of(right: usize, answered: usize, wanted: usize) -> Self {
        Self { right: right as f64, answered: answered as f64, wanted: wanted as f64 }
    }

    /// Two documents together.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.answered += other.answered;
        self.wanted += other.wanted;
    }

    /// Precision, recall, F1. Who answers nothing where nothing is wanted is right.
    pub fn figures(&self) -> [f64; 3] {
        let precision = if self.answered > 0.0 { self.right / self.answered } else { f64::from(u8::from(self.wanted == 0.0)) };
        let recall = if self.wanted > 0.0 { self.right / self.wanted } else { 1.0 };
        [precision, recall, f1(precision, recall)]
    }
}

/// The harmonic mean; 0 where both are 0.
pub fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

/// Pairs of a row and a column, each used once, of the greatest sum (the Hungarian method, in O(n³)). A weight of 0 is
/// no pair.
pub fn assign(weights: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (weights.len(), weights.first().map_or(0, Vec::len));
    let size = rows.max(columns);
    let most = weights.iter().flatten().copied().fold(0.0, f64::max);
    let cost = |row: usize, column: usize| most - weights.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
    let (mut row_price, mut column_price) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    // Row and column 0 stand for nothing; `taken[column]` is the row that has it.
    let (mut taken, mut way) = (vec![0; size + 1], vec![0; size + 1]);
    for row in 1..=size {
        taken[0] = row;
        let mut column = 0;
        let (mut least, mut used) = (vec![f64::INFINITY; size + 1], vec![false; size + 1]);
        while taken[column] != 0 {
            used[column] = true;
            let (from, mut step, mut next) = (taken[column], f64::INFINITY, 0);
            for to in (1..=size).filter(|&to| !used[to]) {
                let reduced = cost(from - 1, to - 1) - row_price[from] - column_price[to];
                if reduced < least[to] {
                    (least[to], way[to]) = (reduced, column);
                }
                if least[to] < step {
                    (step, next) = (least[to], to);
                }
            }
            for to in 0..=size {
                if used[to] {
                    row_price[taken[to]] += step;
                    column_price[to] -= step;
                } else {
                    least[to] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            taken[column] = taken[way[column]];
            column = way[column];
        }
    }
    let pairs = (1..=columns).map(|column| (taken[column], column - 1)).filter(|(row, _)| (1..=rows).contains(row));
    pairs.map(|(row, column)| (row - 1, column)).filter(|(row, column)| weights[*row][*column] > 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_sum_wins_over_the_greatest_pair() {
        assert_eq!(assign(&[vec![10.0, 9.0], vec![9.0, 0.0]]), [(1, 0), (0, 1)]);
        assert_eq!(assign(&[vec![0.0, 0.0, 3.0]]), [(0, 2)]);
        assert_eq!(assign(&[]), []);
    }

    #[test]
    fn nothing_wanted_and_nothing_answered_is_right() {
        assert_eq!(Counts::of(0, 0, 0).figures(), [1.0, 1.0, 1.0]);
        assert_eq!(Counts::of(0, 0, 2).figures(), [0.0, 0.0, 0.0]);
        assert_eq!(Counts::of(1, 2, 1).figures(), [0.5, 1.0, 2.0 / 3.0]);
    }
}
