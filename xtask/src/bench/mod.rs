//! How fast the core is, natively and in wasm, on texts from a thousand to five million bytes, and what others need for
//! the same files in the same run.
//!
//! Figures are of this machine and its load: compare them within one run.

mod gates;
mod peers;
mod sample;
mod table;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

pub use self::sample::sample;
use crate::gates::{self as held, Judged};
use crate::run::{cargo, command, output};
use crate::suite::need_packages;
use crate::{browser, root, site};

const SIZES: [(usize, &str); 6] =
    [(1_000, "1 kB"), (10_000, "10 kB"), (100_000, "100 kB"), (1_000_000, "1 MB"), (2_500_000, "2.5 MB"), (LONGEST, "5 MB")];
/// What a process is given first, so that the memory of its beginning can be taken off.
const SHORT: &str = "The port of Orrin opened in May. Nordwind sold rope to Ada Lim.";

/// The native measurement, which is given files.
const SPEED: [&str; 8] = ["run", "--release", "--quiet", "--features", "training", "--bin", "speed", "--"];

/// One text, measured in one place; seconds.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Until the core can be asked: the wasm compiled, the weights read.
    pub ready: f64,
    /// The first analysis.
    pub first: f64,
    /// The fastest of several more.
    pub warm: f64,
    /// Bytes by which the core's memory grew, from when it can be asked to the end of all runs; in wasm alone.
    pub memory: Option<u64>,
    /// Steps of the fastest.
    pub stages: BTreeMap<String, f64>,
}

/// Where the core runs, with a figure for each text; none where it could not be run, and why.
pub struct Place {
    /// "native", "Node".
    pub name: &'static str,
    /// In the order of the texts.
    pub rows: Result<Vec<Measured>, String>,
}

/// A text of the benchmark.
pub struct Text {
    /// "10 kB".
    pub label: &'static str,
    pub file: PathBuf,
    pub bytes: usize,
    /// Words, numbers and marks.
    pub tokens: usize,
    /// The most memory of a native process, above that for two sentences; unknown where the system does not tell.
    pub peak: Option<u64>,
}

/// Bytes of the longest text.
pub const LONGEST: usize = 5_000_000;

/// Measures texts of so many bytes at `most` and prints the tables; gives the figures that have a gate.
pub fn bench(most: usize) -> Result<Vec<Judged>> {
    let binary = site::program()?;
    site::build()?;
    let folder = site::target_folder()?.join("bench");
    fs::create_dir_all(&folder).context("target/bench could not be made")?;
    let beginning = peak(&binary, SHORT.as_bytes())?;
    let sizes = SIZES.into_iter().filter(|(size, _)| *size <= most);
    let texts = sizes.map(|(size, label)| text(size, label, &folder, &binary, beginning)).collect::<Result<Vec<_>>>()?;
    let files: Vec<&Path> = texts.iter().map(|text| text.file.as_path()).collect();
    let places = [
        Place { name: "native", rows: measured(cargo().args(SPEED).args(&files)) },
        Place { name: "Node", rows: measured(command("node").arg("tests/wasm/bench.mjs").arg(root().join("www")).args(&files)) },
        Place { name: "Chromium", rows: in_chromium(&files) },
    ];
    print!("{}{}", table::speed(&texts, &places), table::recognisers(&texts, &places));
    let judged = gates::judge(&texts, &places);
    print!("{}", held::table(&judged));
    print!("{}", peers::report(&texts, &places[0], &places[1]));
    Ok(judged)
}

/// A text of `size` bytes, kept in a file, and what it costs in memory.
fn text(size: usize, label: &'static str, folder: &Path, binary: &Path, beginning: Option<u64>) -> Result<Text> {
    let file = folder.join(format!("{size}.txt"));
    let text = sample(size)?;
    fs::write(&file, &text).with_context(|| format!("{} could not be written", file.display()))?;
    let peak = peak(binary, text.as_bytes())?.zip(beginning).map(|(peak, beginning)| peak.saturating_sub(beginning));
    Ok(Text { label, file, bytes: text.len(), tokens: sample::tokens(&text), peak })
}

/// The figures that a program prints, a JSON line for each text.
fn measured(program: &mut Command) -> Result<Vec<Measured>, String> {
    let printed = output(program).ok_or_else(|| format!("{} could not be run", program.get_program().to_string_lossy()))?;
    printed.lines().map(|line| figures(line).ok_or_else(|| format!("no figures: {line}"))).collect()
}

fn figures(line: &str) -> Option<Measured> {
    let row: Value = serde_json::from_str(line).ok()?;
    let seconds = |value: &Value| value.as_f64().map(|milliseconds| milliseconds / 1e3);
    let stages = row["stages"].as_object()?.iter().filter_map(|(name, value)| Some((name.clone(), seconds(value)?))).collect();
    let (ready, first, warm) = (seconds(&row["ready"])?, seconds(&row["first"])?, seconds(&row["milliseconds"])?);
    Some(Measured { ready, first, warm, memory: row["memory"].as_u64(), stages })
}

fn in_chromium(files: &[&Path]) -> Result<Vec<Measured>, String> {
    let program = browser::chromium().map_err(|error| error.to_string())?;
    need_packages("tests/page").map_err(|error| error.to_string())?;
    let mut page = command("node");
    page.arg("tests/page/bench.mjs").args(files);
    measured(page.env("DIGEST_HUB_DIST", root().join("dist")).env("CHROMIUM", program))
}

/// The most memory of a process that reads the text, in bytes.
fn peak(binary: &Path, text: &[u8]) -> Result<Option<u64>> {
    let mut child = command(binary).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().context("the program could not be started")?;
    let mut input = child.stdin.take().context("the program takes no text")?;
    input.write_all(text)?;
    drop(input);
    watched(&mut child)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_high_water_mark_is_read_from_what_the_system_tells() {
        assert_eq!(high_water("Name:\tx\nVmHWM:\t   84212 kB\nVmRSS:\t 10 kB\n"), Some(84_212));
        assert_eq!(high_water("Name:\tx\n"), None);
    }

    #[test]
    fn a_line_of_figures_is_read_in_seconds() {
        let read = figures(r#"{"file":"x","ready":5,"first":20,"milliseconds":10.5,"memory":65536,"stages":{"dates":1}}"#).unwrap();
        assert_eq!((read.ready, read.first, read.warm, read.stages["dates"]), (0.005, 0.02, 0.0105, 0.001));
        assert_eq!(read.memory, Some(65_536));
        assert!(figures("oops").is_none());
    }
}
