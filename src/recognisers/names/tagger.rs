//! A linear sequence model: each label's score is the sum of its features' weights and of the step from the label before;
//! the best legal sequence is found by Viterbi's method. Labels are BILOU over four kinds (Ratinov and Roth 2009).

/// Person, organisation, place, other.
pub const KINDS: usize = 4;
/// Outside, and begin, inside, last, unit of each kind.
pub const LABELS: usize = 1 + 4 * KINDS;

/// Scores of one token, or weights of one feature, for each label.
pub type Row = [i32; LABELS];

/// 0 is outside; then begin, inside, last and unit of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Label(pub u8);

/// A token's place in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Place {
    /// The first of several.
    Begin,
    /// Between the first and the last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Unit,
}

impl Place {
    /// The place of token `at` in a name of the tokens `range`.
    #[must_use]
    pub fn of(at: usize, range: &std::ops::Range<usize>) -> Self {
        match (at == range.start, at + 1 == range.end) {
            (true, true) => Self::Unit,
            (true, false) => Self::Begin,
            (false, true) => Self::Last,
            (false, false) => Self::Inside,
        }
    }
}

impl Label {
    /// Outside of every name.
    pub const OUTSIDE: Self = Self(0);

    /// The label of a place in a name of a kind.
    #[must_use]
    pub fn new(kind: usize, place: Place) -> Self {
        Self(u8::try_from(1 + 4 * kind).unwrap_or(0) + place as u8)
    }

    fn index(self) -> usize {
        usize::from(self.0)
    }

    fn opens(self) -> bool {
        self.0 == 0 || matches!((self.0 - 1) % 4, 0 | 3)
    }

    fn closes(self) -> bool {
        self.0 == 0 || (self.0 - 1) % 4 >= 2
    }
}

/// The kind of a label; nothing outside of names.
#[must_use]
pub fn kind_of(label: Label) -> Option<usize> {
    label.index().checked_sub(1).map(|at| at / 4)
}

/// The labels that end where they stand, ascending: outside, and last and unit of each kind.
const CLOSING: [u8; 1 + 2 * KINDS] = [0, 3, 4, 7, 8, 11, 12, 15, 16];
/// Begin and inside of each kind: what an inside or a last of the kind may stand behind.
const OPEN: [[u8; 2]; KINDS] = [[1, 2], [5, 6], [9, 10], [13, 14]];

/// The score of what cannot be.
const NEVER: i32 = i32::MIN / 2;

/// The best score of each label behind the scores that were reached, and the label behind which it stands.
fn step(reached: &Row, steps: &[Row; LABELS]) -> (Row, [u8; LABELS]) {
    let mut next = [NEVER; LABELS];
    // As wide as the scores, so that a processor may take several at once.
    let mut from = [0_i32; LABELS];
    // All labels at once behind each of those that close; what goes on stands behind an open one of its kind alone.
    for &before in CLOSING.iter().filter(|before| reached[usize::from(**before)] > NEVER) {
        let reached = reached[usize::from(before)];
        for ((next, from), step) in next.iter_mut().zip(&mut from).zip(&steps[usize::from(before)]) {
            let better = reached + step > *next;
            *next = if better { reached + step } else { *next };
            *from = if better { i32::from(before) } else { *from };
        }
    }
    for (kind, open) in OPEN.iter().enumerate() {
        for place in [Place::Inside, Place::Last] {
            let label = Label::new(kind, place).index();
            (next[label], from[label]) = (NEVER, 0);
            for &before in open.iter().filter(|before| reached[usize::from(**before)] > NEVER) {
                let score = reached[usize::from(before)] + steps[usize::from(before)][label];
                if score > next[label] {
                    (next[label], from[label]) = (score, i32::from(before));
                }
            }
        }
    }
    (next, from.map(|label| u8::try_from(label).unwrap_or(0)))
}

/// Finds the best legal `labels` of a run of tokens with nothing named on either side. Ties go to the lower label.
pub fn best(scores: &[Row], steps: &[Row; LABELS], labels: &mut [Label]) {
    let all = || (0..LABELS).map(|at| Label(u8::try_from(at).unwrap_or(0)));
    let mut reached = [NEVER; LABELS];
    reached[0] = 0;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for row in scores {
        let (mut next, from) = step(&reached, steps);
        for (score, own) in next.iter_mut().zip(row) {
            *score = if *score > NEVER { *score + own } else { NEVER };
        }
        reached = next;
        back.push(from);
    }
    let end =
        all().filter(|label| label.closes()).max_by_key(|label| (reached[label.index()] + steps[label.index()][0], LABELS - label.index()));
    let mut label = end.unwrap_or(Label::OUTSIDE);
    for (own, back) in labels.iter_mut().zip(&back).rev() {
        *own = label;
        label = Label(back[label.index()]);
    }
}

/// The names that a sequence of labels spells: their tokens and kinds.
#[must_use]
pub fn spelled(labels: &[Label]) -> Vec<(std::ops::Range<usize>, usize)> {
    let mut names = Vec::new();
    let mut start = 0;
    for (at, label) in labels.iter().enumerate() {
        let Some(kind) = kind_of(*label) else {
            continue;
        };
        if label.opens() {
            start = at;
        }
        if label.closes() {
            names.push((start..at + 1, kind));
        }
    }
    names
}
