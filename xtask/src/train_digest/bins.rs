//! A weight for each bin of stems: words that editors keep ("killed", "court") and words that they leave out.

use super::boost::exp;

/// A document's sentences: the bins of each, its place, its target.
pub struct Words {
    /// For each sentence its bins and its share of the document's worth.
    pub sentences: Vec<(Vec<u16>, f64)>,
    /// How much the document counts.
    pub weight: f64,
}

const ROUNDS: usize = 6;
/// Sentences at the front have weights of their own, which are thrown away: the trees know places better.
const PLACES: usize = 24;

/// Learns the weights, as signed bytes in 32nds.
pub fn learn(documents: &[&Words], bins: usize) -> Vec<i8> {
    let mut weights = vec![0.0_f64; bins];
    let mut places = [0.0_f64; PLACES];
    for round in 0..ROUNDS {
        let rate = 0.5 / (1.0 + round as f64);
        for document in documents {
            step(document, &mut weights, &mut places, rate);
        }
    }
    weights.iter().map(|weight| (weight * 32.0).round().clamp(-127.0, 127.0) as i8).collect()
}

fn step(document: &Words, weights: &mut [f64], places: &mut [f64; PLACES], rate: f64) {
    let size = |bins: &[u16]| bins.len() as f64 + 4.0;
    let scores: Vec<f64> = document
        .sentences
        .iter()
        .enumerate()
        .map(|(at, (bins, _))| {
            places[at.min(PLACES - 1)] + 4.0 * bins.iter().map(|bin| weights[usize::from(*bin)]).sum::<f64>() / size(bins)
        })
        .collect();
    let top = scores.iter().copied().fold(f64::MIN, f64::max);
    let parts: Vec<f64> = scores.iter().map(|score| exp(score - top)).collect();
    let sum: f64 = parts.iter().sum();
    for (at, ((bins, target), part)) in document.sentences.iter().zip(parts).enumerate() {
        let slope = document.weight * rate * (target - part / sum);
        places[at.min(PLACES - 1)] += slope;
        for bin in bins {
            weights[usize::from(*bin)] += 4.0 * slope / size(bins);
        }
    }
}

/// What the core's reader makes of the bins: the mean weight, in sixteenths.
pub fn value(weights: &[i8], bins: &[u16]) -> i32 {
    let sum: i32 = bins.iter().map(|bin| i32::from(weights[usize::from(*bin)])).sum();
    sum * 16 / (i32::try_from(bins.len()).unwrap_or(i32::MAX - 4) + 4)
}
