//! The cost of an analysis in instructions, which no other program on the machine disturbs.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::run::{command, output};
use crate::site;

/// Instructions for each further byte of a text. Two fifths above what was measured without any optimisation across
/// crates or between their parts (3,360), so that another compiler does not break it.
const BUDGET: u64 = 4_700;
/// In hundredths: what a text costs beyond one of half its length may grow so much where both are twice as long.
const GROWTH: u64 = 220;
/// Bytes of the shortest text of news, and of a hard one.
const LENGTH: usize = 30_000;
const HARD_LENGTH: usize = 15_000;
/// Of initials: four times as many are more than 16 bits can count.
const INITIALS: usize = 33_000;
/// How many times the instructions of a byte of news one of a hard text may take.
const HARD: u64 = 4;

/// Whether valgrind, which counts, is there.
pub fn can_count() -> bool {
    output(command("valgrind").arg("--version")).is_some()
}

/// How a text is made of news.
type Written = fn(&str) -> String;

/// What is written as nobody writes news: each has made some step look back over everything before it.
const HARD_TEXTS: [(&str, usize, Written); 7] = [
    ("in capitals", HARD_LENGTH, |news| news.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase()),
    ("one sentence", HARD_LENGTH, |news| without_stops(news, ", ")),
    ("words in capitals without stops", HARD_LENGTH, |news| {
        without_stops(&news.split_whitespace().map(titled).collect::<Vec<_>>().join(" "), " ")
    }),
    ("one paragraph of short sentences", HARD_LENGTH, |news| again("It is so. ", news)),
    ("citations that never end", HARD_LENGTH, |news| again("[para. ", news)),
    ("one paragraph of sayings", HARD_LENGTH, |news| again("\"Yes,\" he said. ", news)),
    ("initials", INITIALS, |news| again("A. B. ", news)),
];

/// Counts for texts of one, two and four lengths; fails over either budget. Only differences are judged: reading the
/// weights and the tables costs the same for every text.
pub fn check(binary: &Path) -> Result<String> {
    let folder = site::target_folder()?.join("instructions");
    fs::create_dir_all(&folder).context("target/instructions could not be made")?;
    let plain = judged(&|news| counted(binary, &folder, news), LENGTH, BUDGET)?;
    let hard = HARD_TEXTS.map(|(name, length, written)| {
        let said = judged(&|news| counted(binary, &folder, &written(news)), length, HARD * BUDGET)?;
        Ok(format!("{name}: {said}"))
    });
    Ok([vec![plain], hard.into_iter().collect::<Result<Vec<_>>>()?].concat().join("\n"))
}

/// The piece until there are as many bytes.
fn again(piece: &str, news: &str) -> String {
    piece.repeat(news.len() / piece.len())
}

fn without_stops(news: &str, mark: &str) -> String {
    news.split(['.', '!', '?', ':', ';', '\n']).map(str::trim).filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(mark)
}

fn titled(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn judged(count: &dyn Fn(&str) -> Result<u64>, length: usize, budget: u64) -> Result<String> {
    let count = |lengths: usize| count(&crate::bench::sample(lengths * length)?);
    let (one, two, four) = (count(1)?, count(2)?, count(4)?);
    within((two.saturating_sub(one), four.saturating_sub(two)), length, budget)
}

/// What a text costs beyond one of half its length, for two lengths of which the second is twice the first.
fn within((one, two): (u64, u64), length: usize, budget: u64) -> Result<String> {
    let (each, growth) = (one / length as u64, 100 * two / one.max(1));
    let said = format!("{each} instructions a byte (budget {budget}), twice as much text costs {}.{:02} times", growth / 100, growth % 100);
    ensure!(each <= budget, "too dear: {said}");
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
        assert!(within((3_000 * length, 6_000 * length), LENGTH, BUDGET).unwrap().starts_with("3000 instructions a byte"));
        assert!(within((4_701 * length, 9_402 * length), LENGTH, BUDGET).unwrap_err().to_string().starts_with("too dear"));
        assert!(within((3_000 * length, 6_630 * length), LENGTH, BUDGET).unwrap_err().to_string().starts_with("not linear"));
    }
}
