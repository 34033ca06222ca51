//! The fuzz targets, one after the other, from a corpus that grows under `target/fuzz` and begins with the kept one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::run::{command, output, run};
use crate::{root, site};

/// The targets, each with its folder in `fuzz/corpus`.
pub const TARGETS: [&str; 5] = ["paste", "html", "hub", "dates", "exports"];
/// Bytes of the longest input.
const LONGEST: usize = 4096;
/// Seconds that one input may take before it counts as a fault.
const SLOWEST: u32 = 20;

/// The core has no unsafe code that the address sanitizer could watch.
const SANITIZER: &str = "--sanitizer=none";

/// What a target did.
pub struct Outcome {
    /// Its name.
    pub target: &'static str,
    /// Inputs that were tried.
    pub tried: u64,
    /// Where the input lies that broke a promise.
    pub found: Option<PathBuf>,
}

/// `fuzz [SECONDS]`: runs each target so long and fails where one found something.
pub fn fuzz(seconds: u32) -> Result<()> {
    if let Some(missing) = missing() {
        bail!(missing);
    }
    let outcomes = TARGETS.iter().map(|target| run_target(target, seconds)).collect::<Result<Vec<_>>>()?;
    for outcome in &outcomes {
        println!("{}", line(outcome, seconds));
    }
    let broken: Vec<&str> = outcomes.iter().filter(|outcome| outcome.found.is_some()).map(|outcome| outcome.target).collect();
    if !broken.is_empty() {
        bail!("a promise was broken in {}", broken.join(", "));
    }
    Ok(())
}

/// One line of a report.
pub fn line(outcome: &Outcome, seconds: u32) -> String {
    let found = outcome.found.as_ref().map_or("nothing".to_owned(), |file| file.display().to_string());
    format!("{:<8} {seconds} s, {} inputs, found: {found}", outcome.target, outcome.tried)
}

/// What would have to be installed, where something would.
pub fn missing() -> Option<&'static str> {
    if output(command("cargo").args(["+nightly", "--version"])).is_none() {
        return Some("fuzzing needs a nightly toolchain: rustup toolchain install nightly --profile minimal");
    }
    let tool = output(command("cargo").args(["+nightly", "fuzz", "--version"]));
    tool.is_none().then_some("fuzzing needs cargo-fuzz: cargo install cargo-fuzz --locked")
}

/// Builds and runs one target.
pub fn run_target(target: &'static str, seconds: u32) -> Result<Outcome> {
    println!("\n== fuzzing {target} for {seconds} s");
    let grown = site::target_folder()?.join("fuzz").join(target);
    fs::create_dir_all(&grown).context("target/fuzz could not be made")?;
    let kept = root().join("fuzz/corpus").join(target);
    let fuzz = |words: &[&str]| {
        let mut fuzz = command("cargo");
        fuzz.args(["+nightly", "fuzz"]).args(words).arg(target);
        fuzz
    };
    run(&mut fuzz(&["build", SANITIZER]))?;
    let before = artifacts(target);
    let mut fuzzing = fuzz(&["run", SANITIZER]);
    fuzzing.args([&grown, &kept]).arg("--").args([
        &format!("-max_total_time={seconds}"),
        &format!("-max_len={LONGEST}"),
        &format!("-timeout={SLOWEST}"),
        "-print_final_stats=1",
    ]);
    let child = fuzzing.stderr(Stdio::piped()).spawn().context("cargo fuzz could not be started")?;
    let done = child.wait_with_output().context("cargo fuzz did not end")?;
    let report = String::from_utf8_lossy(&done.stderr);
    let found = artifacts(target).into_iter().find(|file| !before.contains(file));
    if !done.status.success() && found.is_none() {
        bail!("{target} could not be fuzzed:\n{report}");
    }
    if found.is_some() {
        eprintln!("{}", report.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n"));
    }
    Ok(Outcome { target, tried: tried(&report).unwrap_or_default(), found })
}

fn artifacts(target: &str) -> Vec<PathBuf> {
    let folder: &Path = &root().join("fuzz/artifacts").join(target);
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// libFuzzer's own count.
fn tried(report: &str) -> Option<u64> {
    let counted = report.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    counted.and_then(|count| count.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_corpus_and_a_binary() {
        for target in TARGETS {
            assert!(root().join("fuzz/corpus").join(target).is_dir(), "{target}");
            assert!(root().join("fuzz/targets").join(format!("{target}.rs")).is_file(), "{target}");
        }
    }

    #[test]
    fn the_count_is_read_from_the_report() {
        assert_eq!(tried("Done\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec: 1\n"), Some(1234));
        assert_eq!(tried("error"), None);
    }
}
