//! The project's own labels: stand-off rows of `data/names/labels.tsv`, put to the texts that they were made for.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use digest_hub::names_training::Labelled;
use serde_json::Value;

use super::corpus::{self, kind_of};

/// The table of tokens of which documents were labelled anew.
const RELABELLED: &str = "gmb_md.train";

/// A document's hash, the paragraphs that were read, and the names in them.
#[derive(Default)]
struct Rows {
    hash: String,
    read: Vec<Range<usize>>,
    names: Vec<(Range<usize>, usize)>,
}

/// The labelled documents by their names; their texts stand in `articles` and `names/train` below `data`.
pub fn documents(data: &Path) -> Result<BTreeMap<String, Vec<Labelled>>> {
    let file = crate::root().join("data/names/labels.tsv");
    let table = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let texts = texts(data)?;
    let labelled = |(id, rows): (&str, Rows)| {
        let text = texts.get(id).with_context(|| format!("no text of {id}"))?;
        Ok((id.to_owned(), labelled(text, &rows).with_context(|| format!("labels of {id}"))?))
    };
    rows(&table)?.into_iter().map(labelled).collect()
}

/// The name under which a document of a table of tokens is labelled.
pub fn id_in(corpus: &str, at: usize) -> String {
    format!("{}/{at}", corpus.split('.').next().unwrap_or(corpus))
}

fn texts(data: &Path) -> Result<BTreeMap<String, String>> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for set in ["news", "timeset", "meantime"] {
        let file = data.join("articles").join(format!("{set}.jsonl"));
        let lines = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        for line in lines.lines() {
            let document: Value = serde_json::from_str(line)?;
            let id = document.get("id").or_else(|| document.get("doc_id")).and_then(Value::as_str).context("a document without id")?;
            texts.insert(format!("{set}/{id}"), document["text"].as_str().unwrap_or_default().to_owned());
        }
    }
    for (at, sentences) in corpus::read(data, RELABELLED)?.iter().enumerate() {
        let lines: Vec<&str> = sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        texts.insert(id_in(RELABELLED, at), lines.join("\n"));
    }
    Ok(texts)
}

fn rows(table: &str) -> Result<BTreeMap<&str, Rows>> {
    let mut all: BTreeMap<&str, Rows> = BTreeMap::new();
    let mut current = "";
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        match line.split('\t').collect::<Vec<_>>()[..] {
            [id, hash] => {
                current = id;
                hash.clone_into(&mut all.entry(id).or_default().hash);
            }
            [start, end, kind] => {
                let range = start.parse()?..end.parse()?;
                let rows = all.get_mut(current).context("a label without a document")?;
                if kind == "read" { rows.read.push(range) } else { rows.names.push((range, kind_of(kind)?)) }
            }
            _ => bail!("not a label: {line}"),
        }
    }
    Ok(all)
}

fn labelled(text: &str, rows: &Rows) -> Result<Vec<Labelled>> {
    if format!("{:016x}", fnv(text.as_bytes())) != rows.hash {
        bail!("the text is not the one that was labelled: {}", text.lines().next().unwrap_or_default());
    }
    let names_in = |paragraph: &Range<usize>| {
        let inside = rows.names.iter().filter(|(name, _)| paragraph.start <= name.start && name.end <= paragraph.end);
        inside.map(|(name, kind)| (name.start - paragraph.start..name.end - paragraph.start, *kind)).collect()
    };
    rows.read
        .iter()
        .map(|paragraph| {
            let text = text.get(paragraph.clone()).context("a label outside its text")?.to_owned();
            Ok(Labelled { text, names: names_in(paragraph) })
        })
        .collect()
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}
