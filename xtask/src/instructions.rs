//! The cost of an analysis in instructions, which no other program on the machine disturbs.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::run::{command, output};
use crate::site;

/// Instructions for each byte of a text. A third above what was measured, so that another compiler does not break it.
const BUDGET: u64 = 6_000;
/// In hundredths: a text of twice the length may cost so many times as much.
const GROWTH: u64 = 230;
/// Bytes of the shorter text.
const LENGTH: usize = 30_000;

/// Whether valgrind, which counts, is there.
pub fn can_count() -> bool {
    output(command("valgrind").arg("--version")).is_some()
}

/// Counts for a text and for one of twice its length; fails over either budget.
pub fn check(binary: &Path) -> Result<String> {
    let folder = site::target_folder()?.join("instructions");
    fs::create_dir_all(&folder).context("target/instructions could not be made")?;
    let count = |length: usize| counted(binary, &folder, &crate::bench::sample(length)?);
    // Reading the weights costs the same for every text.
    let (start, once, twice) = (count(0)?, count(LENGTH)?, count(2 * LENGTH)?);
    let (once, twice) = (once - start, twice - start);
    let each = once / LENGTH as u64;
    let said =
        format!("{each} instructions a byte (budget {BUDGET}), twice the text {}.{:02} times", twice / once, twice * 100 / once % 100);
    ensure!(each <= BUDGET, "too dear: {said}");
    ensure!(twice * 100 <= once * GROWTH, "not linear: {said}");
    Ok(said)
}

fn counted(binary: &Path, folder: &Path, text: &str) -> Result<u64> {
    let input = folder.join("text.txt");
    fs::write(&input, text).context("the text could not be written")?;
    let mut valgrind = command("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(binary).args(["--format", "json"]).arg(&input);
    let done = valgrind.stdout(Stdio::null()).output().context("valgrind could not be started")?;
    collected(&String::from_utf8_lossy(&done.stderr)).context("valgrind told no count")
}

fn collected(report: &str) -> Option<u64> {
    report.lines().find_map(|line| line.split_once("Collected :"))?.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_report() {
        assert_eq!(collected("==1== Events    : Ir\n==1== Collected : 123456\n"), Some(123_456));
        assert_eq!(collected(""), None);
    }
}
