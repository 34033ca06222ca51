//! The page in an engine beside Chromium: the test files that concern an engine, one after the other.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;

use crate::browser::{Engine, Found};
use crate::run::run_apart;
use crate::suite::{node_command, places, tests};

/// Tests that tell of the page's files and markup, or of the hub, and would say the same in each engine.
const ONCE: [&str; 7] = ["asking", "axe", "axis", "colours", "files", "hubs", "lengths"];

/// What came of the tests in one engine.
pub struct Report {
    /// What they printed.
    pub said: String,
    /// Files that failed and then passed: an engine that is driven from outside stumbles now and then where the page does not.
    pub again: Vec<String>,
    /// Files that failed twice, each with what its second run says of it.
    pub failed: Vec<(String, String)>,
}

/// Runs every file that concerns the engine, and what failed once more at the end.
pub fn test(engine: &Engine, found: &Found) -> Result<Report> {
    let start = Instant::now();
    let places = places()?;
    let run = |path: &PathBuf| {
        let (variable, program) = &found.place;
        run_apart(node_command(found.screen).arg(path).envs(places.clone()).env("ENGINE", engine.id).env(variable, program))
    };
    let mut report = Report { said: String::new(), again: Vec::new(), failed: Vec::new() };
    let mut stumbled = Vec::new();
    for path in tests("tests/page")?.into_iter().filter(|path| !is_once(path)) {
        let (said, passed) = run(&path);
        report.said += &said;
        if passed.is_err() {
            stumbled.push(path);
        }
    }
    for path in stumbled {
        let name = name(&path).to_owned();
        report.said += &format!("{name} failed in {} and is run once more\n", engine.name);
        let (said, passed) = run(&path);
        report.said += &said;
        match passed {
            Ok(()) => report.again.push(name),
            Err(_) => report.failed.push((name, failures(&said))),
        }
    }
    report.said += &format!("{} took {:.1} s", engine.name, start.elapsed().as_secs_f32());
    Ok(report)
}

/// What Node says at the end of the tests that failed, bounded: a log of a run is often read from its end, and there alone.
pub fn failures(said: &str) -> String {
    const LINES: usize = 60;
    let told: Vec<&str> = said.lines().skip_while(|line| !line.contains("failing tests:")).take(LINES).collect();
    told.join("\n")
}

fn is_once(path: &Path) -> bool {
    ONCE.contains(&name(path))
}

/// `ways` of `tests/page/ways.test.mjs`.
fn name(path: &Path) -> &str {
    let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    file.strip_suffix(".test.mjs").unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_told_from_where_node_tells_it() {
        assert_eq!(failures("ok 1\n✖ failing tests:\n\n✖ row 18"), "✖ failing tests:\n\n✖ row 18");
        assert_eq!(failures("ok 1\n"), "");
        assert_eq!(failures(&format!("failing tests:\n{}", "a line\n".repeat(999))).lines().count(), 60);
    }

    #[test]
    fn what_is_left_out_of_the_other_engines_is_there() {
        let all = crate::suite::tests("tests/page").unwrap();
        assert_eq!(all.iter().filter(|path| is_once(path)).count(), ONCE.len());
    }
}
