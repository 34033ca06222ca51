//! What of the news a sentence tells: the words of the title, and the article's greatest sum of money. Three points are to
//! tell all of it, so each counts what the others have left open.

use super::Story;
use super::score::Scored;
use crate::lists::Map;
use crate::recognisers::FigureKind;

/// What a word of the title adds to the score of the first sentence that has it, and for how many words at most. On the titled
/// documents of GUM's training part 600 to 2,200 are as good as each other (ROUGE-1 28.6 to 28.7); on those of its other part
/// and on whole articles 1,500 is best.
const TITLED: i64 = 1500;
const MOST: u32 = 5;
/// What the greatest sum adds.
const SUM: i64 = 1000;
/// The bit of the greatest sum; the others are words of the title.
const SUM_BIT: u64 = 1 << 63;

/// What each sentence holds of it, as bits.
pub struct News {
    held: Map<usize, u64>,
}

impl News {
    /// Of these sentences.
    pub fn of(story: &Story<'_>, sentences: &[Scored]) -> Self {
        let figures = &story.mentions.figures;
        let greatest = figures.iter().filter(|figure| figure.kind == FigureKind::Money).max_by_key(|figure| figure.size());
        let mut held: Map<usize, u64> = sentences.iter().map(|scored| (scored.sentence, scored.titled)).collect();
        if let Some(greatest) = greatest {
            for figure in figures.iter().filter(|figure| figure.size() == greatest.size()) {
                held.entry(figure.sentence).and_modify(|bits| *bits |= SUM_BIT);
            }
        }
        Self { held }
    }

    /// What these sentences tell together.
    pub fn told(&self, sentences: impl Iterator<Item = usize>) -> u64 {
        sentences.fold(0, |told, sentence| told | self.held.get(&sentence).copied().unwrap_or(0))
    }

    /// What a sentence adds to what is told.
    pub fn worth(&self, sentence: usize, told: u64) -> i64 {
        let new = self.held.get(&sentence).copied().unwrap_or(0) & !told;
        let sum = if new & SUM_BIT == 0 { 0 } else { SUM };
        i64::from((new & !SUM_BIT).count_ones().min(MOST)) * TITLED + sum
    }
}
