//! Everything that takes long, in one table: how good, how fast, how robust, how pleasant.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};

use anyhow::{Context, Result};

use crate::gates::{self, Judged};
use crate::run::command;
use crate::{bench, browser, eval, fuzz, instructions, published, root, site, suite};

/// Names the folder of documents with gold.
const DATA: &str = "DIGEST_HUB_DATA";

#[derive(Debug, PartialEq)]
enum Proof {
    Held(String),
    Broken(String),
    /// What it would need.
    LeftOut(String),
}

impl Proof {
    fn of((held, said): (bool, String)) -> Self {
        if held { Self::Held(said) } else { Self::Broken(said) }
    }
}

type Part<'a> = (&'static str, &'a dyn Fn() -> Result<Proof>);

/// Runs what can run, each fuzz target for so many seconds, and says of each part how it ended.
pub fn prove(seconds: u32) -> ExitCode {
    let fuzzing = || fuzzing(seconds);
    let parts: [Part<'_>; 7] = [
        ("instructions", &counts),
        ("speed and memory", &speed),
        ("quality", &quality),
        ("a published hub", &published_hub),
        ("fuzzing", &fuzzing),
        ("the first result", &first_result),
        ("the page in Lighthouse", &lighthouse),
    ];
    let mut rows = Vec::new();
    for (name, part) in parts {
        println!("\n== {name}");
        rows.push((name, ended(part)));
    }
    println!();
    for (name, proof) in &rows {
        let (mark, text) = match proof {
            Proof::Held(text) => ("held", text),
            Proof::Broken(text) => ("BROKEN", text),
            Proof::LeftOut(text) => ("left out", text),
        };
        println!("| {name:<22} | {mark:<8} | {text}");
    }
    let broken = rows.iter().any(|(_, proof)| matches!(proof, Proof::Broken(_)));
    if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// A part that fails or panics is broken, and the others still run.
fn ended(part: &dyn Fn() -> Result<Proof>) -> Proof {
    match catch_unwind(AssertUnwindSafe(part)) {
        Ok(Ok(proof)) => proof,
        Ok(Err(error)) => Proof::Broken(format!("{error:#}")),
        Err(_) => Proof::Broken("it ended in a panic, which is told above".to_owned()),
    }
}

fn counts() -> Result<Proof> {
    if !instructions::can_count() {
        return Ok(Proof::LeftOut("needs valgrind".to_owned()));
    }
    Ok(Proof::Held(instructions::check(&site::program()?)?.replace('\n', "; ")))
}

fn speed() -> Result<Proof> {
    Ok(Proof::of(gates::summed_up(&bench::bench(bench::LONGEST)?)))
}

/// The sets of `tests/gates.tsv` that the folder has; a gate of a set that is not there is said to be left out.
fn quality() -> Result<Proof> {
    let Some(folder) = std::env::var_os(DATA).map(PathBuf::from) else {
        return Ok(Proof::LeftOut(format!("{DATA} names no folder of documents with gold")));
    };
    let gates = gates::quality()?;
    let mut figures: BTreeMap<&str, Vec<(String, f64)>> = BTreeMap::new();
    for gate in &gates {
        if let Some(documents) = documents(&folder, gate.set).filter(|_| !figures.contains_key(gate.set)) {
            println!("\n=== {}", gate.set);
            figures.insert(gate.set, eval::eval(&eval::Options::of(&documents))?);
        }
    }
    let judged: Vec<Judged> = gates.iter().filter_map(|gate| Some(gate.judge(figures.get(gate.set)?))).collect();
    let absent: BTreeSet<&str> = gates.iter().map(|gate| gate.set).filter(|set| !figures.contains_key(set)).collect();
    let why = format!("{} does not have it", folder.display());
    let absent = absent.into_iter().map(|set| Judged::left_out(set.to_owned(), &why));
    let judged: Vec<Judged> = judged.into_iter().chain(absent).collect();
    print!("{}", gates::table(&judged));
    if figures.is_empty() {
        return Ok(Proof::LeftOut(format!("{} has none of the sets of tests/gates.tsv", folder.display())));
    }
    Ok(Proof::of(gates::summed_up(&judged)))
}

fn published_hub() -> Result<Proof> {
    let judged = published::judged(&site::program()?)?;
    print!("{}", gates::table(&judged));
    Ok(Proof::of(gates::summed_up(&judged)))
}

/// Where the documents of a set lie: a folder of them, or a file of one a line.
fn documents(folder: &Path, set: &str) -> Option<PathBuf> {
    let (several, one) = (folder.join(set), folder.join(format!("{set}.jsonl")));
    if one.is_file() { Some(one) } else { Some(several).filter(|path| path.is_dir()) }
}

fn fuzzing(seconds: u32) -> Result<Proof> {
    if let Some(missing) = fuzz::missing() {
        return Ok(Proof::LeftOut(missing.to_owned()));
    }
    let outcomes = fuzz::TARGETS.iter().map(|target| fuzz::run_target(target, seconds)).collect::<Result<Vec<_>>>()?;
    let lines = outcomes.iter().map(|outcome| fuzz::line(outcome, seconds)).collect::<Vec<_>>().join("; ");
    Ok(Proof::of((outcomes.iter().all(|outcome| outcome.found.is_none()), lines)))
}

fn lighthouse() -> Result<Proof> {
    in_chromium("tests/page/lighthouse.mjs")
}

fn first_result() -> Result<Proof> {
    in_chromium("tests/page/first-result.mjs")
}

/// A script that measures the built page and judges it: its last line says what and how, its exit whether it held.
fn in_chromium(script: &str) -> Result<Proof> {
    site::build()?;
    suite::need_packages("tests/page")?;
    let mut node = command("node");
    node.arg(script).env("DIGEST_HUB_DIST", root().join("dist")).env("CHROMIUM", browser::chromium()?);
    let done = node.stderr(Stdio::inherit()).output().context("Node could not be started")?;
    let said = String::from_utf8_lossy(&done.stdout);
    print!("{said}");
    Ok(Proof::of((done.status.success(), said.lines().next_back().unwrap_or("it said nothing").to_owned())))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_part_that_panics_or_fails_is_broken() {
        assert!(matches!(ended(&|| panic!("a part of the proof")), Proof::Broken(said) if said.contains("panic")));
        assert!(matches!(ended(&|| anyhow::bail!("no such file")), Proof::Broken(said) if said == "no such file"));
        assert_eq!(ended(&|| Ok(Proof::Held("all".to_owned()))), Proof::Held("all".to_owned()));
    }

    #[test]
    fn a_set_is_a_folder_or_a_file() {
        let folder = std::env::temp_dir().join(format!("digest-hub-sets-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner/gold")).unwrap();
        fs::write(folder.join("inner/b.jsonl"), "{}").unwrap();
        assert_eq!(documents(&folder, "inner/gold"), Some(folder.join("inner/gold")));
        assert_eq!(documents(&folder, "inner/b"), Some(folder.join("inner/b.jsonl")));
        assert_eq!(documents(&folder, "inner/c"), None);
        fs::remove_dir_all(&folder).unwrap();
    }
}
