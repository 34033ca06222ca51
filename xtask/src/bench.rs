//! How fast and how large the core is, native and in wasm, on texts from a thousand to five million bytes.
//!
//! The texts are the project's own articles again and again, with other numbers each time. What a process takes to begin
//! is measured on two sentences and taken off. Figures are of this machine: compare them within one run.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run::{cargo, command, output, run};
use crate::{root, site};

const SIZES: [(usize, &str); 6] =
    [(1_000, "1 kB"), (10_000, "10 kB"), (100_000, "100 kB"), (1_000_000, "1 MB"), (2_500_000, "2.5 MB"), (5_000_000, "5 MB")];
const STAGES: [&str; 4] = ["paste", "document", "recognisers", "analysis"];
/// What every process is given first, so that its beginning can be taken off.
const SHORT: &str = "The port of Orrin opened in May. Nordwind sold rope to Ada Lim.";

/// One text, measured.
struct Row {
    label: &'static str,
    bytes: usize,
    native: f64,
    /// Peak above that of the short text, in bytes; unknown where the system does not tell.
    peak: Option<u64>,
    wasm: f64,
    stages: Vec<f64>,
}

/// Measures and prints one table.
pub fn bench() -> Result<()> {
    run(cargo().args(["build", "--release", "--quiet", "--bin", "digest-hub"]))?;
    site::bind(site::Purpose::Publish)?;
    let target = site::target_folder()?;
    let folder = target.join("bench");
    fs::create_dir_all(&folder).context("target/bench could not be made")?;
    let files = SIZES.iter().map(|(size, _)| text_of(*size, &folder)).collect::<Result<Vec<_>>>()?;
    let binary = target.join("release/digest-hub");
    let wasm = in_wasm(&files)?;
    let (beginning, first) = native(&binary, SHORT.as_bytes(), 5)?;
    let mut rows = Vec::new();
    for (((_, label), file), (wasm, stages)) in SIZES.into_iter().zip(&files).zip(wasm) {
        let text = fs::read(file)?;
        let runs = if text.len() < 200_000 { 7 } else { 3 };
        let (seconds, peak) = native(&binary, &text, runs)?;
        let peak = peak.zip(first).map(|(peak, first)| peak.saturating_sub(first));
        rows.push(Row { label, bytes: text.len(), native: (seconds - beginning).max(1e-6), peak, wasm, stages });
    }
    print!("{}", table(&rows));
    Ok(())
}

/// A text of `size` bytes, kept in a file.
fn text_of(size: usize, folder: &Path) -> Result<PathBuf> {
    let file = folder.join(format!("{size}.txt"));
    fs::write(&file, sample(size)?).with_context(|| format!("{} could not be written", file.display()))?;
    Ok(file)
}

/// The project's articles, again and again, until there are `size` bytes.
pub fn sample(size: usize) -> Result<String> {
    let mut articles: Vec<PathBuf> = fs::read_dir(root().join("tests/articles"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    articles.sort();
    let mut text = String::new();
    for round in 0.. {
        for article in &articles {
            let Ok(source) = fs::read_to_string(article.join("source.txt")) else { continue };
            // Other figures in each round: no two are the same text.
            text.push_str(&source.replace("40", &(round + 40).to_string()).replace("rope", &format!("rope{}", round % 97)));
            text.push_str("\n\n");
        }
        if text.len() >= size {
            break;
        }
    }
    let end = (0..=size.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    text.truncate(end);
    Ok(text)
}

/// The least seconds of several runs, and the most memory of one of them.
fn native(binary: &Path, text: &[u8], runs: usize) -> Result<(f64, Option<u64>)> {
    let mut least = f64::INFINITY;
    let mut peak = None;
    for _ in 0..runs {
        let start = Instant::now();
        let mut child = command(binary).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().context("the program could not be started")?;
        let mut input = child.stdin.take().context("the program takes no text")?;
        input.write_all(text)?;
        drop(input);
        let seen = watched(&mut child)?;
        least = least.min(start.elapsed().as_secs_f64());
        peak = peak.max(seen);
    }
    Ok((least, peak))
}

/// Waits for the end; the most memory that the system tells of until then.
fn watched(child: &mut Child) -> Result<Option<u64>> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        if let Some(kilobytes) = fs::read_to_string(&status).ok().as_deref().and_then(high_water) {
            peak = peak.max(Some(kilobytes * 1024));
        }
        if child.try_wait()?.is_some() {
            return Ok(peak);
        }
        std::thread::sleep(Duration::from_micros(500));
    }
}

fn high_water(status: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

/// Seconds in wasm for each text, in all and by stage.
fn in_wasm(files: &[PathBuf]) -> Result<Vec<(f64, Vec<f64>)>> {
    let script = root().join("tests/wasm/bench.mjs");
    let printed = output(command("node").arg(script).arg(root().join("www")).args(files)).context("`node tests/wasm/bench.mjs` failed")?;
    let row = |line: &str| -> Result<(f64, Vec<f64>)> {
        let row: Value = serde_json::from_str(line)?;
        let seconds = |value: &Value| value.as_f64().unwrap_or_default() / 1000.0;
        Ok((seconds(&row["milliseconds"]), STAGES.iter().map(|stage| seconds(&row["stages"][stage])).collect()))
    };
    printed.lines().map(row).collect()
}

fn table(rows: &[Row]) -> String {
    let rate = |row: &Row, seconds: f64| row.bytes as f64 / 1e6 / seconds;
    let mut out = String::from(
        "| text | native | wasm | peak memory | in wasm: paste | document | names and dates | hub |\n|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let peak = row.peak.map_or("–".to_owned(), |bytes| format!("{:.1} MB", bytes as f64 / 1e6));
        let stages = row.stages.iter().map(|seconds| format!(" {:.1} ms |", seconds * 1e3)).collect::<String>();
        let speed = |seconds: f64| format!("{:.1} ms, {:.2} MB/s", seconds * 1e3, rate(row, seconds));
        let _ = writeln!(out, "| {} | {} | {} | {peak} |{stages}", row.label, speed(row.native), speed(row.wasm));
    }
    if let [.., half, whole] = rows {
        let ratio = |a: f64, b: f64| b / a * (2.0 * half.bytes as f64 / whole.bytes as f64);
        let _ = writeln!(
            out,
            "\ntime(2n)/time(n) at {}: native {:.2}, wasm {:.2}",
            half.label,
            ratio(half.native, whole.native),
            ratio(half.wasm, whole.wasm)
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_high_water_mark_is_read_from_what_the_system_tells() {
        assert_eq!(high_water("Name:\tx\nVmHWM:\t   84212 kB\nVmRSS:\t 10 kB\n"), Some(84_212));
        assert_eq!(high_water("Name:\tx\n"), None);
    }

    #[test]
    fn a_table_has_a_row_for_each_text_and_the_ratio_of_the_last_two() {
        let row =
            |label, bytes, seconds| Row { label, bytes, native: seconds, peak: Some(5_000_000), wasm: 2.0 * seconds, stages: vec![0.1; 4] };
        let table = table(&[row("1 MB", 1_000_000, 0.5), row("2 MB", 2_000_000, 1.0)]);
        assert!(table.contains("| 1 MB | 500.0 ms, 2.00 MB/s | 1000.0 ms, 1.00 MB/s | 5.0 MB | 100.0 ms |"), "{table}");
        assert!(table.contains("native 2.00, wasm 2.00"), "{table}");
    }
}
