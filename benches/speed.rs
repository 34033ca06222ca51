//! The time that the core takes, natively: `speed FILE…` prints a JSON line for each file, in milliseconds: the first analysis that the process makes of it, the fastest of several more, and where that one's time
//! went, step by step. A figure of the machine as well as of the code: compare within one run.

#![expect(clippy::disallowed_methods, reason = "what is forbidden in the core is what a benchmark is for")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Instant;

use digest_hub::{Analyzer, Options, Stage};

/// The fewest further analyses of a short and of a long text, and for how many milliseconds a short one is read again.
const RUNS: usize = 8;
const FEW_RUNS: usize = 2;
const LONG: usize = 500_000;
const WARMING: f64 = 1500.0;

fn main() {
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        println!("{}", line(&file, &String::from_utf8_lossy(&bytes)));
    }
}

fn line(file: &str, text: &str) -> serde_json::Value {
    // A fresh analyzer; the tables of words are read once a process, by the first file's first analysis.
    let begun = Instant::now();
    let analyzer = Analyzer::new(None).unwrap_or_else(|error| panic!("the weights that the core carries: {error}"));
    let ready = milliseconds(begun);
    let (first, _) = timed(&analyzer, text);
    let runs = if text.len() < LONG { RUNS } else { FEW_RUNS };
    let from = Instant::now();
    let again = (0..).take_while(|nth| *nth < runs || milliseconds(from) < WARMING).map(|_| timed(&analyzer, text));
    let best = again.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default();
    serde_json::json!({ "file": file, "ready": ready, "first": first, "milliseconds": best.0, "stages": best.1 })
}

/// One analysis: its time, and that of each step.
fn timed(analyzer: &Analyzer, text: &str) -> (f64, BTreeMap<&'static str, f64>) {
    let seen: RefCell<Vec<(Stage, Instant)>> = RefCell::default();
    let begun = Instant::now();
    let analysis = analyzer.analyze_with(text.to_owned(), &Options::default(), &|stage, _| seen.borrow_mut().push((stage, Instant::now())));
    let ended = Instant::now();
    drop(std::hint::black_box(analysis));
    let seen = seen.into_inner();
    let ends = seen.iter().skip(1).map(|(_, at)| *at).chain([ended]);
    let stages = seen.iter().zip(ends).map(|((stage, from), to)| (stage.name(), to.duration_since(*from).as_secs_f64() * 1e3));
    (ended.duration_since(begun).as_secs_f64() * 1e3, stages.collect())
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}
