//! `cargo xtask train digest --data DIR`: the weights of the digest's ranker, bit for bit the same each time.
//!
//! `cnn_train.jsonl` (`article`, `highlights`) must be in the folder. `gum_train.jsonl` (`text`, `summaries`) may be in
//! it or in the folder `articles` beside it. Where `cnn_dev.jsonl` is there, the best three sentences of its documents
//! are written to `target/eval/ranker_dev.jsonl` for a scorer.

mod bins;
mod boost;
mod rouge;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use digest_hub::digest_training::{BINS, Ranker, Sample, samples};
use serde_json::{Value, json};

use crate::run::{cargo, run};
use crate::site;
use boost::{Branch, Example, Group, Growth, Tree};
use rouge::Grams;

/// Leaves are written in 4096ths.
const UNIT: f64 = 4096.0;

/// A document to learn from.
struct Document {
    samples: Vec<Sample>,
    /// What is ranked: all sentences as they stand, and those that can be key points as they would be put.
    lists: Vec<List>,
    weight: f64,
}

/// Sentences by their index, with what each is worth of 1.
type List = Vec<(usize, f64)>;

/// `--data DIR`.
pub fn train(options: &[&str]) -> Result<()> {
    let ["--data", folder] = options else { bail!("train digest wants --data and a folder that holds cnn_train.jsonl") };
    if cfg!(debug_assertions) {
        // Unoptimised the same work takes an hour.
        return run(cargo().args(["run", "--release", "--quiet", "--package", "xtask", "--", "train", "digest", "--data", folder]));
    }
    let folder = Path::new(folder);
    let documents = documents(folder)?;
    let sentences: usize = documents.iter().map(|document| document.samples.len()).sum();
    println!("{} documents, {sentences} sentences", documents.len());
    let weights = model(&documents);
    let path = crate::root().join("data/digest/ranker.bin");
    fs::write(&path, &weights).with_context(|| format!("{} could not be written", path.display()))?;
    println!("{}: {} bytes", path.display(), weights.len());
    let ranker = Ranker::read(&weights).context("the core does not read what was written")?;
    write_best(&ranker, &folder.join("cnn_dev.jsonl"))
}

fn documents(folder: &Path) -> Result<Vec<Document>> {
    let stories = rows(&folder.join("cnn_train.jsonl"))?;
    let mut documents: Vec<Document> = stories.iter().filter_map(|row| document(row, "article", &[highlights(row)], 1.0)).collect();
    let others = [folder.join("gum_train.jsonl"), folder.join("../articles/gum_train.jsonl")];
    match others.iter().find(|path| path.exists()) {
        Some(path) => {
            documents.extend(rows(path)?.iter().filter(|row| may_ship(row)).filter_map(|row| document(row, "text", &summaries(row), 3.0)))
        }
        None => println!("gum_train.jsonl is not there: the weights will be others than those of the project"),
    }
    Ok(documents)
}

fn rows(path: &PathBuf) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} could not be read", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).with_context(|| format!("{} is not JSON", path.display()))).collect()
}

fn highlights(row: &Value) -> String {
    let lines = row["highlights"].as_array().into_iter().flatten().filter_map(Value::as_str);
    lines.collect::<Vec<_>>().join("\n")
}

/// The licences of these genres forbid use in trade.
fn may_ship(row: &Value) -> bool {
    !matches!(row["genre"].as_str(), None | Some("essay" | "fiction" | "letter" | "podcast" | "whow" | "conversation" | "vlog"))
}

/// The summaries of a document, the first by a person.
fn summaries(row: &Value) -> Vec<String> {
    let texts = row["summaries"].as_array().into_iter().flatten().filter_map(|summary| summary["text"].as_str());
    texts.map(str::to_owned).collect()
}

fn document(row: &Value, field: &str, references: &[String], weight: f64) -> Option<Document> {
    let published = row["date"].as_str().and_then(day);
    let samples = samples(row[field].as_str()?, published);
    if samples.len() < 4 {
        return None;
    }
    let references: Vec<Grams> = references.iter().map(|text| Grams::of(text)).collect();
    let all: Vec<(usize, Grams)> = samples.iter().map(|sample| Grams::of(&sample.text)).enumerate().collect();
    let points = samples.iter().enumerate().filter_map(|(at, sample)| Some((at, Grams::of(sample.point.as_deref()?))));
    let lists = [list(&all, &references), list(&points.collect::<Vec<_>>(), &references)];
    let lists: Vec<List> = lists.into_iter().flatten().collect();
    (!lists.is_empty()).then_some(Document { samples, lists, weight })
}

/// The sentences as a list to be ranked, each with its share in the choices that agree best with the references, a choice for
/// each; none where they share nothing with them.
fn list(sentences: &[(usize, Grams)], references: &[Grams]) -> Option<List> {
    let (places, grams): (Vec<usize>, Vec<Grams>) = sentences.iter().cloned().unzip();
    let choices: Vec<Vec<usize>> =
        references.iter().map(|reference| rouge::oracle(&grams, reference)).filter(|choice| !choice.is_empty()).collect();
    let share = |at: usize, choice: &Vec<usize>| if choice.contains(&at) { 1.0 / choice.len() as f64 } else { 0.0 };
    let target = |at: usize| choices.iter().map(|choice| share(at, choice)).sum::<f64>() / choices.len() as f64;
    (!choices.is_empty()).then(|| places.iter().enumerate().map(|(at, place)| (*place, target(at))).collect())
}

fn day(text: &str) -> Option<digest_hub::Date> {
    let mut parts = text.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    digest_hub::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// The bytes of `ranker.bin`.
fn model(documents: &[Document]) -> Vec<u8> {
    let words: Vec<bins::Words> = documents.iter().map(words).collect();
    // The trees must see bins that were learnt from other documents, or they would trust them too much.
    let halves = [0, 1].map(|half| bins::learn(&words.iter().skip(half).step_by(2).collect::<Vec<_>>(), BINS));
    let mut examples = Vec::new();
    let mut groups = Vec::new();
    for (nth, document) in documents.iter().enumerate() {
        let values = |at: usize| {
            let sample = &document.samples[at];
            let stems = bins::value(&halves[(nth + 1) % 2], &sample.bins);
            sample.values.iter().copied().chain([stems]).collect()
        };
        for list in &document.lists {
            let from = examples.len();
            examples.extend(list.iter().map(|(at, target)| Example { values: values(*at), target: *target }));
            groups.push(Group { examples: from..examples.len(), weight: document.weight });
        }
    }
    let growth = Growth { trees: 350, leaves: 8, rate: 0.045, least: 60, ridge: 5.0 };
    let trees = boost::grow(&examples, &groups, &growth);
    let bins = bins::learn(&words.iter().collect::<Vec<_>>(), BINS);
    written(&trees, &bins)
}

/// What the stems are learnt from: the first list.
fn words(document: &Document) -> bins::Words {
    let sentences = document.lists.iter().take(1).flatten().map(|(at, target)| (document.samples[*at].bins.clone(), *target));
    bins::Words { sentences: sentences.collect(), weight: 1.0 }
}

fn written(trees: &[Tree], bins: &[i8]) -> Vec<u8> {
    let mut bytes = u16::try_from(trees.len()).unwrap_or(u16::MAX).to_le_bytes().to_vec();
    for tree in trees {
        bytes.push(tree.forks.len() as u8);
        for fork in &tree.forks {
            bytes.push(fork.feature as u8);
            bytes.extend(fork.threshold.to_le_bytes());
            bytes.extend(fork.branches.map(|branch| match branch {
                Branch::Fork(at) => at as u8,
                Branch::Leaf(at) => 128 + at as u8,
            }));
        }
        for leaf in &tree.leaves {
            bytes.extend(((leaf * UNIT).round().clamp(-32000.0, 32000.0) as i16).to_le_bytes());
        }
    }
    bytes.extend(bins.iter().map(|weight| weight.to_le_bytes()[0]));
    bytes
}

/// The three best sentences of each document that say different things, as a scorer reads key points.
fn write_best(ranker: &Ranker, stories: &PathBuf) -> Result<()> {
    if !stories.exists() {
        return Ok(());
    }
    let mut lines = String::new();
    for row in rows(stories)? {
        let points: Vec<Value> =
            best(ranker, &samples(row["article"].as_str().unwrap_or_default(), None)).iter().map(|text| json!({ "text": text })).collect();
        lines += &format!("{}\n", json!({ "id": row["id"], "hub": { "digest": { "key_points": points } } }));
    }
    let folder = site::target_folder()?.join("eval");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("ranker_dev.jsonl"), lines).context("the best sentences could not be written")
}

/// The three best sentences as they stand, in the order of the text, that share no run of three words.
pub fn best(ranker: &Ranker, samples: &[Sample]) -> Vec<String> {
    let mut ranked: Vec<(i64, usize)> =
        samples.iter().enumerate().map(|(at, sample)| (-ranker.score_of(&sample.values, &sample.bins), at)).collect();
    ranked.sort_unstable();
    let mut chosen: Vec<usize> = Vec::new();
    for (_, at) in ranked {
        let new = rouge::trigrams(&samples[at].text);
        if chosen.len() < 3 && chosen.iter().all(|other| rouge::trigrams(&samples[*other].text).is_disjoint(&new)) {
            chosen.push(at);
        }
    }
    chosen.sort_unstable();
    chosen.iter().map(|at| samples[*at].text.clone()).collect()
}
