//! The section `names`: the tagger's weights.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use digest_hub::names_training::{Gazetteer, LABELS, LAST, Label, Lesson, NEGATIVE, Row, STEP, spelled};

use super::container::push_varint;
use super::perceptron::{self, Averaged, Perceptron, Run, SCALE};
use super::{corpus, labels};

/// The hashes of each token's features, run by run.
type Hashes = Vec<Vec<Vec<u32>>>;
/// From a feature's hash to its number.
type Index = HashMap<u32, u32>;

/// Corpora below `names/train`, and how often each is read: the tweets once, what is nearest to news oftener.
const CORPORA: [(&str, usize); 19] = [
    ("gmb_md.train", 1),
    ("gum.train", 1),
    ("gum.dev", 1),
    ("uner_en_ewt.dev", 2),
    ("crossner_politics.train", 2),
    ("crossner_politics.dev", 2),
    ("crossner_science.dev", 1),
    ("crossner_science.test", 1),
    ("crossner_literature.dev", 1),
    ("crossner_literature.test", 1),
    ("crossner_music.dev", 1),
    ("crossner_music.test", 1),
    ("crossner_ai.dev", 1),
    ("wnut17.train", 1),
    ("wnut17.dev", 1),
    ("btc.a", 1),
    ("btc.b", 1),
    ("btc.e", 1),
    ("btc.g", 1),
];

/// How often the project's own labels are read: they say what the product means by a name.
const OWN_TIMES: usize = 3;
/// Features that fewer tokens have get no weight.
const FEWEST: u32 = 4;
const EPOCHS: u32 = 8;
/// Models whose mean tells which features are worth learning, and whose mean is kept: one alone is better or worse by half
/// a point by the accident of its order.
const SCOUTS: u64 = 3;
const MODELS: u64 = 7;
/// Epochs of each of the two models whose answers stand in for a first pass.
const FIRST_EPOCHS: u32 = 4;
/// Features that are learned a second time, by themselves: the weightiest.
const FEATURES: usize = 150_000;
/// Sizes of weights that are told apart: four bits hold nearly all of them, and a host's compression finds that.
const LEVELS: i64 = 15;
/// Weights that are kept: the heaviest.
const WEIGHTS: usize = 275_000;

/// Trains and packs.
pub fn section(data: &Path, lists: &[u8]) -> Result<Vec<u8>> {
    let lists = Gazetteer::read(lists);
    let own = labels::documents(data)?;
    let mut lessons = Vec::new();
    for (name, times) in CORPORA {
        // What was labelled anew is learned from those labels alone.
        let documents = corpus::read(data, name)?.into_iter().enumerate().filter(|(at, _)| !own.contains_key(&labels::id_in(name, *at)));
        lessons.extend(documents.map(|(_, document)| (Lesson::new(&document, &lists), times)));
    }
    lessons.extend(own.values().map(|document| (Lesson::new(document, &lists), OWN_TIMES)));
    let names: usize = lessons.iter().map(|(lesson, _)| spelled(&lesson.right).len()).sum();
    let lost: usize = lessons.iter().map(|(lesson, _)| lesson.unreachable).sum();
    println!("{} documents, {names} names, {lost} out of reach", lessons.len());
    let (index, averaged) = train(&mut lessons);
    Ok(pack(&index, &averaged))
}

/// Learns twice: from all features, then from those that proved their worth.
fn train(lessons: &mut [(Lesson, usize)]) -> (Index, Averaged) {
    first_pass(lessons);
    let second: Vec<_> = lessons.iter().map(|(lesson, _)| hashes(lesson)).collect();
    lessons.iter_mut().for_each(|(lesson, _)| lesson.forget());
    let first: Vec<_> = lessons.iter().map(|(lesson, _)| hashes(lesson)).collect();
    let counts = perceptron::counts(first.iter().chain(&second).flatten().flatten());
    let all = counts.iter().filter(|(_, count)| **count >= FEWEST).map(|(feature, _)| *feature).collect();
    let all = index(all);
    let model = learn(lessons, &first, &second, &all, SCOUTS);
    let mut worth: Vec<(u64, u32)> = all.iter().map(|(hash, at)| (worth(&model.weights[*at as usize], counts[hash]), *hash)).collect();
    worth.sort_unstable_by(|a, b| b.cmp(a));
    let best = index(worth.iter().take(FEATURES).map(|(_, hash)| *hash).collect());
    let model = learn(lessons, &first, &second, &best, MODELS);
    (best, model)
}

/// A feature is worth its heaviest weight, and more where it is frequent.
fn worth(row: &Row, count: u32) -> u64 {
    let heaviest = row.iter().map(|weight| u64::from(weight.unsigned_abs())).max().unwrap_or(0);
    heaviest * (u64::from(count) * 10_000).isqrt()
}

/// Labels each half of the documents by a model that saw the other half alone, as the second pass will find them.
fn first_pass(lessons: &mut [(Lesson, usize)]) {
    let hashes: Vec<_> = lessons.iter().map(|(lesson, _)| hashes(lesson)).collect();
    let counts = perceptron::counts(hashes.iter().flatten().flatten());
    let index = index(counts.into_iter().filter(|(_, count)| *count >= FEWEST / 2).map(|(feature, _)| feature).collect());
    let runs: Vec<Vec<Run>> = hashes.iter().zip(lessons.iter()).map(|(hashes, (lesson, _))| runs(lesson, hashes, &index)).collect();
    for half in 0..2 {
        let other: Vec<&Run> = runs.iter().skip(1 - half).step_by(2).flatten().collect();
        let mut model = Perceptron::new(index.len());
        model.learn(&other, FIRST_EPOCHS, 0);
        let model = model.averaged();
        for at in (half..lessons.len()).step_by(2) {
            let lesson = &mut lessons[at].0;
            let mut labels = vec![Label::OUTSIDE; lesson.tokens()];
            for (run, place) in runs[at].iter().zip(lesson.runs()) {
                labels[place].copy_from_slice(&model.labels(run));
            }
            lesson.remember(&labels);
        }
        report(&format!("first pass, half {half}"), &runs, &model, half);
    }
}

fn learn(lessons: &[(Lesson, usize)], first: &[Hashes], second: &[Hashes], index: &Index, models: u64) -> Averaged {
    let of = |hashes: &[Hashes]| -> Vec<Vec<Run>> {
        hashes.iter().zip(lessons).map(|(hashes, (lesson, _))| runs(lesson, hashes, index)).collect()
    };
    let (first, second) = (of(first), of(second));
    let mut all: Vec<&Run> = Vec::new();
    for (at, (_, times)) in lessons.iter().enumerate() {
        (0..*times).for_each(|_| all.extend(first[at].iter().chain(&second[at])));
    }
    let model = |seed: u64| {
        let mut model = Perceptron::new(index.len());
        model.learn(&all, EPOCHS, seed << 40);
        model.averaged()
    };
    // Side by side, and in the order of their seeds all the same.
    let models = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..models).map(|seed| scope.spawn(move || model(seed))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault))).collect::<Vec<_>>()
    });
    Averaged::mean(&models)
}

/// Numbers the features in the order of their hashes.
fn index(mut features: Vec<u32>) -> Index {
    features.sort_unstable();
    features.into_iter().zip(0..).collect()
}

fn hashes(lesson: &Lesson) -> Hashes {
    lesson.runs().map(|run| lesson.features(&run)).collect()
}

fn runs(lesson: &Lesson, hashes: &Hashes, index: &Index) -> Vec<Run> {
    let known = |features: &Vec<u32>| features.iter().filter_map(|feature| index.get(feature).copied()).collect();
    let run = |(hashes, place): (&Vec<Vec<u32>>, Range<usize>)| Run {
        features: hashes.iter().map(known).collect(),
        right: lesson.right[place].to_vec(),
    };
    hashes.iter().zip(lesson.runs()).map(run).collect()
}

/// F1 over person, organisation and place, for a look at how the learning goes.
fn report(what: &str, runs: &[Vec<Run>], model: &Averaged, half: usize) {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for run in runs.iter().skip(half).step_by(2).flatten() {
        let names = |labels: &[Label]| -> Vec<_> { spelled(labels).into_iter().filter(|(_, kind)| *kind < 3).collect() };
        let (got, want) = (names(&model.labels(run)), names(&run.right));
        right += got.iter().filter(|name| want.contains(name)).count();
        found += got.len();
        wanted += want.len();
    }
    println!("{what}: F1 {} thousandths of {wanted} names", 2000 * right / (found + wanted).max(1));
}

/// The heaviest weights, as `src/recognisers/names/weights.rs` reads them.
fn pack(index: &Index, model: &Averaged) -> Vec<u8> {
    let mut heaviest: Vec<i32> = model.weights.iter().flatten().map(|weight| weight.abs()).filter(|size| *size > 0).collect();
    heaviest.sort_unstable_by(|a, b| b.cmp(a));
    println!("{} features, {} weights that are not 0", index.len(), heaviest.len());
    let least = heaviest.get(WEIGHTS).copied().unwrap_or(0);
    // One weight in a thousand is cut to the greatest that is kept.
    let top = i64::from(heaviest.get(WEIGHTS / 1000).copied().unwrap_or(1)).max(1);
    let small = |weight: i32| (i64::from(weight) * 2 * LEVELS + top * i64::from(weight.signum())) / (2 * top);
    let mut keys: Vec<(u32, u32)> = index.iter().map(|(hash, at)| (*hash, *at)).collect();
    keys.sort_unstable();
    let (mut gaps, mut labels, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    let (mut last, mut features) = (0, 0_u32);
    for (hash, at) in keys {
        let row = model.weights[at as usize];
        let kept: Vec<(u8, i64)> = (0..LABELS)
            .filter(|&label| row[label].abs() > least)
            .map(|label| (u8::try_from(label).unwrap_or(0), small(row[label]).clamp(-LEVELS, LEVELS)))
            .filter(|(_, weight)| *weight != 0)
            .collect();
        if kept.is_empty() {
            continue;
        }
        push_varint(hash - last, &mut gaps);
        last = hash;
        features += 1;
        labels.extend(kept.iter().map(|(label, weight)| label | if *weight < 0 { NEGATIVE } else { 0 }));
        labels.last_mut().into_iter().for_each(|label| *label |= LAST);
        sizes.extend(kept.iter().map(|(_, weight)| u8::try_from(weight.abs()).unwrap_or(0)));
    }
    println!("{features} features and {} weights kept; the least {least}, one is {SCALE}, the greatest {top}", sizes.len());
    let pairs = sizes.chunks(2).map(|pair| pair[0] | pair.get(1).map_or(0, |high| high << 4));
    let mut out = features.to_le_bytes().to_vec();
    out.extend(gaps);
    out.extend(labels);
    out.extend(pairs);
    for step in model.steps.iter().flatten() {
        // Finer than the weights: there are few of them.
        let step = i64::from(*step) * i64::from(STEP) * LEVELS / top;
        out.extend(i16::try_from(step.clamp(-32_000, 32_000)).unwrap_or(0).to_le_bytes());
    }
    out
}
