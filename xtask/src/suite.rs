//! Every test, in the order in which a fault is cheapest to find.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};

use crate::run::{cargo, command, output, run, run_apart, run_heard};
use crate::{browser, engines, instructions, root, site};

/// Whether the page is tried in a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browsers {
    /// In Chromium, and in Firefox and WebKit where they are installed.
    Every,
    /// In Chromium alone.
    Chromium,
    /// Said plainly at the end.
    LeaveOut,
}

/// Names what must not be left out: "firefox webkit valgrind" of a machine that has them. A check that nobody looks at must
/// not go missing; a person who has none of them is told, and can work.
const REQUIRED: &str = "DIGEST_HUB_REQUIRED";
/// What counts instructions, as [`REQUIRED`] calls it.
const VALGRIND: &str = "valgrind";

/// Runs every stage that can run, then says what failed.
pub fn test(browsers: Browsers) -> ExitCode {
    let mut suite = Suite::requiring(&std::env::var(REQUIRED).unwrap_or_default());
    let mut chromium = None;
    // Found or installed first: ten minutes of tests should not end with a missing browser.
    let tools = suite.stage("Node and a browser", || {
        browser::need_node()?;
        site::add_target()?;
        chromium = if browsers == Browsers::LeaveOut { None } else { Some(browser::chromium()?) };
        Ok(())
    });
    if tools == Outcome::Passed {
        thread::scope(|scope| {
            let making = scope.spawn(site_apart);
            core(&mut suite);
            let made = making.join().unwrap_or_else(|_| (String::new(), Err(anyhow!("it ended in a panic"))));
            page(&mut suite, made, chromium.as_deref(), browsers);
        });
    }
    suite.end()
}

/// The site and the native program, made beside the tests of the core, which use another folder: what optimises a whole
/// program uses one processor for minutes. What they print comes behind.
fn site_apart() -> (String, Result<()>) {
    let build = std::env::current_exe().context("the path of this program is not known");
    let (said, built) = build.map_or_else(|error| (String::new(), Err(error)), |xtask| run_apart(command(xtask).arg("build")));
    (said, built.and_then(|()| site::program().map(drop)))
}

/// What Rust alone can say.
fn core(suite: &mut Suite) {
    suite.stage("formatting", || {
        component("rustfmt", "fmt")?;
        run(cargo().args(["fmt", "--all", "--check"]))
    });
    suite.stage("clippy", clippy);
    suite.stage("native tests", || run(cargo().args(["test", "--workspace"])));
}

/// The built site: its core, its types and, with a browser, itself.
fn page(suite: &mut Suite, (said, made): (String, Result<()>), chromium: Option<&Path>, browsers: Browsers) {
    let site = suite.stage("the site", || {
        println!("{said}");
        made
    });
    let packages = suite.stage("packages of the tests", || run(command("npm").args(NPM_CI).current_dir(root().join("tests/page"))));
    suite.stage_after(site.and(packages), "types", types);
    let Some(chromium) = chromium else {
        suite.leave_out("", "the page in a browser (tests/page), as --without-browser asks");
        browser::OTHERS.iter().for_each(|engine| suite.leave_out(engine.id, &format!("the page in {}, as well", engine.name)));
        return without_browser(suite, site);
    };
    let others = match browsers {
        Browsers::Every => other_engines(suite),
        Browsers::Chromium | Browsers::LeaveOut => {
            let name = |engine: &browser::Engine| format!("the page in {}, as --only-chromium asks", engine.name);
            browser::OTHERS.iter().for_each(|engine| suite.leave_out(engine.id, &name(engine)));
            Vec::new()
        }
    };
    in_browsers(suite, site, packages, chromium, &others);
}

/// What the built core says without a browser.
fn without_browser(suite: &mut Suite, site: Outcome) {
    if instructions::can_count() {
        suite.stage_after(site, "instructions", || instructions::check(&site::program()?).map(|said| println!("{said}")));
    } else {
        suite.leave_out(VALGRIND, "the budget of instructions, which valgrind counts");
    }
    suite.stage_after(site, "wasm tests", || run(node_tests("tests/wasm")?.envs(places()?)));
}

/// The engines beside Chromium that are installed.
fn other_engines(suite: &mut Suite) -> Vec<(&'static browser::Engine, browser::Found)> {
    let mut installed = Vec::new();
    for engine in &browser::OTHERS {
        match engine.found() {
            Some(found) => installed.push((engine, found)),
            None => suite
                .leave_out(engine.id, &format!("the page in {}, which is not installed, or too old ({})", engine.name, engine.packages)),
        }
    }
    installed
}

/// Everything in Chromium, and what concerns the engine itself in the others, side by side, also with what needs no browser:
/// each of them waits more than it works. What the others say comes behind.
fn in_browsers(
    suite: &mut Suite,
    site: Outcome,
    packages: Outcome,
    chromium: &Path,
    others: &[(&'static browser::Engine, browser::Found)],
) {
    let stage = |engine: &browser::Engine| format!("the page in {}", engine.name);
    let in_chromium = || {
        let (said, passed) = run_heard(node_tests("tests/page")?.envs(places()?).env("CHROMIUM", chromium));
        passed.with_context(|| engines::failures(&said))
    };
    let needed = site.and(packages);
    if needed == Outcome::Failed {
        without_browser(suite, site);
        for name in ["the page in Chromium".to_owned()].into_iter().chain(others.iter().map(|(engine, _)| stage(engine))) {
            suite.stage_after(needed, &name, || Ok(()));
        }
        return;
    }
    let ended = thread::scope(|scope| {
        let running: Vec<_> = others.iter().map(|(engine, found)| (engine, scope.spawn(|| engines::test(engine, found)))).collect();
        without_browser(suite, site);
        suite.stage("the page in Chromium", in_chromium);
        running.into_iter().map(|(engine, running)| (engine, running.join())).collect::<Vec<_>>()
    });
    for (engine, end) in ended {
        let mut again = Vec::new();
        suite.stage(&stage(engine), || {
            let report = end.map_err(|_| anyhow!("it ended in a panic"))??;
            println!("{}", report.said);
            again = report.again;
            if report.failed.is_empty() {
                return Ok(());
            }
            let told: Vec<String> = report.failed.iter().map(|(file, said)| format!("{file} failed twice\n{said}")).collect();
            bail!("{}", told.join("\n"))
        });
        suite.again.extend(again.into_iter().map(|file| format!("{file} in {}, which failed at first", engine.name)));
    }
}

/// The packages that a lock file names, and no script of theirs.
const NPM_CI: [&str; 4] = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];

/// Installs the packages of a folder of scripts where that was not done.
pub fn need_packages(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    if folder.join("node_modules").is_dir() {
        return Ok(());
    }
    run(command("npm").args(NPM_CI).current_dir(folder))
}

/// How a stage ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
}

impl Outcome {
    fn and(self, other: Self) -> Self {
        if self == Self::Passed { other } else { self }
    }
}

struct Suite {
    begun: Instant,
    /// What must not be left out.
    required: Vec<String>,
    passed: usize,
    failed: Vec<String>,
    /// What passed at a second try.
    again: Vec<String>,
    left_out: Vec<String>,
}

impl Suite {
    /// A word that names nothing that can be left out is a fault: it was meant to guard something.
    fn requiring(words: &str) -> Self {
        let required: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let mut suite = Self {
            begun: Instant::now(),
            passed: 0,
            failed: Vec::new(),
            again: Vec::new(),
            left_out: Vec::new(),
            required: required.clone(),
        };
        let is_known = |word: &str| word == VALGRIND || browser::OTHERS.iter().any(|engine| engine.id == word);
        for word in required.iter().filter(|word| !is_known(word)) {
            suite.failed.push(format!("{REQUIRED} asks for \"{word}\", of which nothing is known"));
        }
        suite
    }

    /// Said at the end, and a fault where it is required.
    fn leave_out(&mut self, id: &str, what: &str) {
        if self.required.iter().any(|word| word == id) {
            self.failed.push(format!("{what}: left out, and {REQUIRED} asks for it"));
        } else {
            self.left_out.push(what.to_owned());
        }
    }

    fn stage(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Outcome {
        println!("\n== {name}");
        let start = Instant::now();
        match work() {
            Ok(()) => {
                self.passed += 1;
                println!("== {name}: passed in {:.1} s", start.elapsed().as_secs_f32());
                Outcome::Passed
            }
            Err(error) => {
                println!("== {name}: FAILED: {error:#}");
                self.failed.push(format!("{name}: {error:#}"));
                Outcome::Failed
            }
        }
    }

    /// Not run, and so failed, where what it tests was not made: an older build must not answer for this one.
    fn stage_after(&mut self, needed: Outcome, name: &str, work: impl FnOnce() -> Result<()>) -> Outcome {
        match needed {
            Outcome::Passed => self.stage(name, work),
            Outcome::Failed => self.stage(name, || bail!("not run, because a stage that it needs failed")),
        }
    }

    /// The last line is the count, and how long everything took.
    fn end(self) -> ExitCode {
        println!();
        for failure in &self.failed {
            println!("FAILED {failure}");
        }
        for file in &self.again {
            println!("PASSED AT A SECOND TRY: {file}");
        }
        for stage in &self.left_out {
            println!("LEFT OUT: {stage}");
        }
        let seconds = self.begun.elapsed().as_secs();
        println!("{} passed, {} failed in {} min {:02} s", self.passed, self.failed.len(), seconds / 60, seconds % 60);
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The page's scripts against the types of the core.
fn types() -> Result<()> {
    let folder = root().join("tests/page");
    if !folder.join("tsconfig.json").exists() {
        println!("tests/page/tsconfig.json is not there: nothing to check.");
        return Ok(());
    }
    run(command("npx").args(["--no-install", "tsc", "-p", "tsconfig.json"]).current_dir(folder))
}

fn clippy() -> Result<()> {
    component("clippy", "clippy")?;
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run(cargo().args(["clippy", "--package", "digest-hub", "--lib", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]))
}

/// Adds a part of the toolchain where it is missing.
fn component(name: &str, subcommand: &str) -> Result<()> {
    if output(cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    run(command("rustup").args(["component", "add", name]))
        .with_context(|| format!("{name} is missing and could not be added: install it with your Rust toolchain"))
}

/// Node with the test files of a folder, one after the other: browsers side by side disturb each other's clocks.
fn node_tests(folder: &str) -> Result<Command> {
    let mut node = node_command(&[]);
    node.args(tests(folder)?);
    Ok(node)
}

/// Node for tests, run by what provides a screen where one is needed.
pub fn node_command(screen: &[&str]) -> Command {
    let words: Vec<&str> = screen.iter().copied().chain(["node", "--test", "--test-concurrency=1", "--test-reporter=spec"]).collect();
    let mut node = command(words[0]);
    node.args(&words[1..]);
    node
}

/// The test files of a folder; a folder without any is a fault, not a success.
pub fn tests(folder: &str) -> Result<Vec<PathBuf>> {
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
pub fn places() -> Result<[(&'static str, PathBuf); 2]> {
    Ok([("DIGEST_HUB_DIST", root().join("dist")), ("DIGEST_HUB_BIN", site::program()?)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_without_what_it_needs_fails_and_is_counted() {
        let mut suite = Suite::requiring("");
        let good = suite.stage("good", || Ok(()));
        let bad = suite.stage("bad", || bail!("broken"));
        assert_eq!(suite.stage_after(good.and(bad), "after", || Ok(())), Outcome::Failed);
        assert_eq!(suite.stage_after(good, "other", || Ok(())), Outcome::Passed);
        assert_eq!((suite.passed, suite.failed.len()), (2, 2));
        assert_eq!(suite.end(), ExitCode::FAILURE);
        assert_eq!(Suite::requiring("").end(), ExitCode::SUCCESS);
    }

    #[test]
    fn what_is_required_is_not_left_out_and_what_is_not_is_said() {
        let mut person = Suite::requiring("");
        person.leave_out("webkit", "the page in WebKit");
        assert_eq!((&person.left_out[..], person.failed.len()), (&["the page in WebKit".to_owned()][..], 0));
        assert_eq!(person.end(), ExitCode::SUCCESS);
        let mut machine = Suite::requiring("firefox webkit valgrind");
        machine.leave_out("webkit", "the page in WebKit");
        assert_eq!(machine.failed, ["the page in WebKit: left out, and DIGEST_HUB_REQUIRED asks for it"]);
        assert_eq!(machine.end(), ExitCode::FAILURE);
        assert_eq!(Suite::requiring("webkid").end(), ExitCode::FAILURE, "a word that names nothing guards nothing");
    }

    #[test]
    fn a_folder_without_tests_is_a_fault() {
        assert!(super::tests("xtask").is_err());
        assert!(super::tests("nowhere").is_err());
        assert!(!super::tests("tests/wasm").unwrap().is_empty());
    }
}
