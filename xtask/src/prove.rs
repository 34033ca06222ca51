//! Everything that takes long, in one table: how good, how fast, how robust, how pleasant.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::run::{command, run};
use crate::{bench, browser, eval, fuzz, instructions, root, site};

/// Names the folder of documents with gold.
const DATA: &str = "DIGEST_HUB_DATA";
/// Seconds for each fuzz target.
const FUZZING: u32 = 60;

enum Proof {
    Held(String),
    Broken(String),
    /// What it would need.
    LeftOut(String),
}

type Part = (&'static str, fn() -> Result<Proof>);

/// Runs what can run, and says of each part how it ended.
pub fn prove() -> ExitCode {
    let parts: [Part; 5] = [
        ("instructions", counts),
        ("speed and memory", speed),
        ("quality", quality),
        ("fuzzing", fuzzing),
        ("the page in Lighthouse", lighthouse),
    ];
    let mut rows = Vec::new();
    for (name, part) in parts {
        println!("\n== {name}");
        rows.push((name, part().unwrap_or_else(|error| Proof::Broken(format!("{error:#}")))));
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

fn counts() -> Result<Proof> {
    if !instructions::can_count() {
        return Ok(Proof::LeftOut("needs valgrind".to_owned()));
    }
    Ok(Proof::Held(instructions::check(&site::program()?)?))
}

fn speed() -> Result<Proof> {
    let (held, said) = bench::summed_up(&bench::bench()?);
    Ok(if held { Proof::Held(said) } else { Proof::Broken(said) })
}

fn quality() -> Result<Proof> {
    let Some(folder) = std::env::var_os(DATA).map(PathBuf::from) else {
        return Ok(Proof::LeftOut(format!("{DATA} names no folder of documents with gold")));
    };
    let sets = sets(&folder)?;
    for set in &sets {
        println!("\n=== {}", set.strip_prefix(&folder).unwrap_or(set).display());
        eval::eval(&eval::Options::of(set))?;
    }
    Ok(Proof::Held(format!("{} sets, their figures above", sets.len())))
}

/// Files of documents, and folders that hold one document a file.
fn sets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("{} could not be read", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    entries.sort();
    if entries.iter().any(|path| path.extension().is_some_and(|end| end == "json")) {
        found.push(folder.to_owned());
    }
    for entry in entries {
        if entry.is_dir() {
            found.extend(sets(&entry)?);
        } else if entry.extension().is_some_and(|end| end == "jsonl") && eval::has_gold(&entry) {
            found.push(entry);
        }
    }
    Ok(found)
}

fn fuzzing() -> Result<Proof> {
    if let Some(missing) = fuzz::missing() {
        return Ok(Proof::LeftOut(missing.to_owned()));
    }
    let outcomes = fuzz::TARGETS.iter().map(|target| fuzz::run_target(target, FUZZING)).collect::<Result<Vec<_>>>()?;
    let lines = outcomes.iter().map(|outcome| fuzz::line(outcome, FUZZING)).collect::<Vec<_>>().join("; ");
    Ok(if outcomes.iter().any(|outcome| outcome.found.is_some()) { Proof::Broken(lines) } else { Proof::Held(lines) })
}

fn lighthouse() -> Result<Proof> {
    let script = root().join("tests/page/lighthouse.mjs");
    if !script.is_file() {
        return Ok(Proof::LeftOut("tests/page/lighthouse.mjs is not there".to_owned()));
    }
    site::build()?;
    let chromium = browser::chromium()?;
    run(command("node").arg(script).env("DIGEST_HUB_DIST", root().join("dist")).env("CHROMIUM", chromium))?;
    Ok(Proof::Held("its scores above".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_documents_is_one_set() {
        let folder = std::env::temp_dir().join(format!("digest-hub-sets-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        fs::write(folder.join("inner/a.json"), "{}").unwrap();
        fs::write(folder.join("b.jsonl"), "{\"id\": 1, \"text\": \"x\", \"names\": []}\n").unwrap();
        fs::write(folder.join("c.jsonl"), "{\"id\": 1, \"text\": \"x\"}\n").unwrap();
        assert_eq!(sets(&folder).unwrap(), [folder.join("b.jsonl"), folder.join("inner")], "c has no gold");
        fs::remove_dir_all(&folder).unwrap();
        assert!(sets(&root().join("nowhere")).is_err());
    }
}
