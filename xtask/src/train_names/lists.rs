//! The section `lists`: fingerprints of surnames, towns and companies, and the clusters of frequent words.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use digest_hub::names_training::{exact_fingerprint, phrase_fingerprint};

use super::container::push_varint;

/// Words that have a cluster: the most frequent ones.
const CLUSTERED: usize = 24_000;
/// Surnames: the most frequent ones.
const SURNAMES: usize = 20_000;

/// Reads `names/resources` below `data`.
pub fn section(data: &Path) -> Result<Vec<u8>> {
    let read = |name: &str| {
        let file = data.join("names/resources").join(name);
        std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
    };
    let gazetteer = read("gazetteer.tsv")?;
    let entries = |class: &str| -> Vec<&str> {
        gazetteer.lines().filter_map(|line| line.split_once('\t')).filter(|(found, _)| *found == class).map(|(_, entry)| entry).collect()
    };
    let mut out = Vec::new();
    push_set(entries("LN").into_iter().take(SURNAMES).map(phrase_fingerprint), &mut out)?;
    push_set(entries("CITYS").into_iter().map(phrase_fingerprint), &mut out)?;
    push_set(entries("COMP").into_iter().flat_map(company_forms).map(|form| phrase_fingerprint(&form)), &mut out)?;
    push_clusters(&read("word_clusters.tsv")?, &mut out)?;
    Ok(out)
}

/// The name, and the name without what the law or the exchange added to it; a single common word is left out.
fn company_forms(entry: &str) -> Vec<String> {
    const SUFFIXES: [&str; 22] = [
        "inc",
        "inc.",
        "corp",
        "corp.",
        "corporation",
        "ltd",
        "ltd.",
        "limited",
        "plc",
        "ag",
        "sa",
        "s.a.",
        "nv",
        "n.v.",
        "ab",
        "asa",
        "co",
        "co.",
        "company",
        "publ",
        "se",
        "group",
    ];
    let words: Vec<&str> = entry.split(' ').collect();
    if words.contains(&"fund") || words.contains(&"etf") || words.contains(&"trust") {
        return Vec::new();
    }
    let core = words.len() - words.iter().rev().take_while(|word| SUFFIXES.contains(word)).count();
    let short = words[..core].join(" ");
    let mut forms = vec![entry.to_owned()];
    forms.extend((core >= 1 && core < words.len() && short.len() >= 3).then_some(short));
    forms
}

fn push_set(fingerprints: impl Iterator<Item = u32>, out: &mut Vec<u8>) -> Result<()> {
    let set: BTreeSet<u32> = fingerprints.collect();
    out.extend(u32::try_from(set.len())?.to_le_bytes());
    let mut last = 0;
    for fingerprint in set {
        push_varint(fingerprint - last, out);
        last = fingerprint;
    }
    Ok(())
}

/// Fingerprints, then the coarse cluster of each, then the low and the high bytes of the fine one.
fn push_clusters(table: &str, out: &mut Vec<u8>) -> Result<()> {
    let mut words = std::collections::BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')).take(CLUSTERED) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [word, _, coarse, fine, ..] = cells[..] else { continue };
        // Where two words share a fingerprint the more frequent one keeps it.
        words.entry(exact_fingerprint(word)).or_insert((coarse.parse::<u8>()?, fine.parse::<u16>()?));
    }
    push_set(words.keys().copied(), out)?;
    out.extend(words.values().map(|(coarse, _)| *coarse));
    out.extend(words.values().map(|(_, fine)| fine.to_le_bytes()[0]));
    out.extend(words.values().map(|(_, fine)| fine.to_le_bytes()[1]));
    Ok(())
}
