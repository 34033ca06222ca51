//! Every test, in the order in which a fault is cheapest to find.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::run::{cargo, command, output, run};
use crate::{browser, root, site};

/// Whether the page is tried in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browsers {
    /// As CI does.
    Run,
    /// Said plainly at the end.
    LeaveOut,
}

/// Runs every stage to its end, then says what failed.
pub fn test(browsers: Browsers) -> Result<()> {
    browser::need_node()?;
    // Found or installed first: an hour of tests should not end with a missing browser.
    let chromium = if browsers == Browsers::Run { Some(browser::chromium()?) } else { None };
    let mut suite = Suite::default();
    suite.stage("formatting", || {
        component("rustfmt", "fmt")?;
        run(cargo().args(["fmt", "--all", "--check"]))
    });
    suite.stage("clippy", clippy);
    suite.stage("native tests", || run(cargo().args(["test", "--workspace"])));
    suite.stage("the site", || {
        run(cargo().args(["build", "--release", "--bin", "digest-hub"]))?;
        site::build()
    });
    suite.stage("wasm tests", || run(command("node").arg("--test").args(tests("tests/wasm")?).envs(places()?)));
    suite.stage("types", || {
        run(command("npm").args(["ci", "--ignore-scripts"]).current_dir(root().join("tests/page")))?;
        run(command("node").args(["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]).current_dir(root().join("tests/page")))
    });
    if let Some(chromium) = chromium {
        suite.stage("the page in Chromium", || {
            let mut node = command("node");
            node.args(["--test", "--test-concurrency=1"]).args(tests("tests/page")?).envs(places()?).env("CHROMIUM", chromium);
            run(&mut node)
        });
    } else {
        println!("\nLEFT OUT at your wish: the page in a browser (tests/page).");
    }
    suite.end()
}

#[derive(Default)]
struct Suite {
    passed: usize,
    failed: Vec<String>,
}

impl Suite {
    fn stage(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        match work() {
            Ok(()) => {
                self.passed += 1;
                println!("== {name}: passed in {:.0?}", start.elapsed());
            }
            Err(error) => {
                println!("== {name}: FAILED: {error:#}");
                self.failed.push(format!("{name}: {error:#}"));
            }
        }
    }

    fn end(self) -> Result<()> {
        for failure in &self.failed {
            println!("FAILED {failure}");
        }
        println!("\n{} passed, {} failed", self.passed, self.failed.len());
        if !self.failed.is_empty() {
            bail!("{} of {} stages failed", self.failed.len(), self.passed + self.failed.len());
        }
        Ok(())
    }
}

fn clippy() -> Result<()> {
    component("clippy", "clippy")?;
    site::add_target()?;
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(cargo().args(["clippy", "--package", "digest-hub", "--lib", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]))
}

/// Adds a part of the toolchain where it is missing.
fn component(name: &str, subcommand: &str) -> Result<()> {
    if output(cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    run(command("rustup").args(["component", "add", name])).with_context(|| format!("{name} is missing and could not be added"))
}

/// The test files of a folder; a folder without any is a fault, not a success.
fn tests(folder: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(root().join(folder)).with_context(|| format!("{folder} could not be read"))?;
    let is_test = |path: &Path| path.to_string_lossy().ends_with(".test.mjs");
    let mut found: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_test(path)).collect();
    found.sort();
    if found.is_empty() {
        bail!("{folder} holds no test");
    }
    Ok(found)
}

/// Where the tests find what was built.
fn places() -> Result<[(&'static str, PathBuf); 2]> {
    let binary = site::target_folder()?.join("release").join(format!("digest-hub{}", std::env::consts::EXE_SUFFIX));
    Ok([("DIGEST_HUB_DIST", root().join("dist")), ("DIGEST_HUB_BIN", binary)])
}
