//! The cost of an analysis in instructions, which no other program on the machine disturbs.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::run::{command, output};
use crate::site;

/// Instructions for each further byte of a text. Two fifths above what was measured without any optimisation across
/// crates (6,400), so that another compiler does not break it.
const BUDGET: u64 = 9_000;
/// In hundredths: what a text costs beyond one of half its length may grow so much where both are twice as long.
const GROWTH: u64 = 240;
/// Bytes of the shortest text.
const LENGTH: usize = 30_000;

/// Whether valgrind, which counts, is there.
pub fn can_count() -> bool {
    output(command("valgrind").arg("--version")).is_some()
}

/// Counts for texts of one, two and four lengths; fails over either budget. Only differences are judged: reading the
/// weights and the tables costs the same for every text.
pub fn check(binary: &Path) -> Result<String> {
    let folder = site::target_folder()?.join("instructions");
    fs::create_dir_all(&folder).context("target/instructions could not be made")?;
    let count = |lengths: usize| counted(binary, &folder, &crate::bench::sample(lengths * LENGTH)?);
    let (one, two, four) = (count(1)?, count(2)?, count(4)?);
    judged(two.saturating_sub(one), four.saturating_sub(two))
}

fn judged(one: u64, two: u64) -> Result<String> {
    let (each, growth) = (one / LENGTH as u64, 100 * two / one.max(1));
    let said = format!("{each} instructions a byte (budget {BUDGET}), twice as much text costs {}.{:02} times", growth / 100, growth % 100);
    ensure!(each <= BUDGET, "too dear: {said}");
    ensure!(growth <= GROWTH, "not linear: {said}");
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

    #[test]
    fn what_is_too_dear_or_not_linear_fails() {
        let length = LENGTH as u64;
        assert!(judged(6_000 * length, 12_000 * length).unwrap().starts_with("6000 instructions a byte"));
        assert!(judged(9_001 * length, 18_000 * length).unwrap_err().to_string().starts_with("too dear"));
        assert!(judged(6_000 * length, 15_000 * length).unwrap_err().to_string().starts_with("not linear"));
    }
}
