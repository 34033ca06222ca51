//! Running other programs, with faults that say which one and what to do.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

use crate::root;

/// Cargo, the one that runs this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program, run in the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs to the end; a failure names the command line.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    judged(&line, status)
}

/// A program that ended with a fault is one of this one's.
fn judged(line: &str, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs to the end, prints what it prints, and gives that, too.
pub fn run_heard(command: &mut Command) -> (String, Result<()>) {
    let line = line(command);
    let mut said = String::new();
    let mut hear = || -> Result<()> {
        let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{line}` could not be started"))?;
        if let Some(stdout) = child.stdout.take() {
            for bytes in BufReader::new(stdout).split(b'\n') {
                let told = String::from_utf8_lossy(&bytes?).into_owned();
                println!("{told}");
                said += &told;
                said.push('\n');
            }
        }
        judged(&line, child.wait()?)
    };
    let passed = hear();
    (said, passed)
}

/// Runs to the end beside others, and gives what it prints in place of printing it.
pub fn run_apart(command: &mut Command) -> (String, Result<()>) {
    let line = line(command);
    match command.output() {
        Err(error) => (String::new(), Err(error).with_context(|| format!("`{line}` could not be started"))),
        Ok(output) => {
            let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
            (said, judged(&line, output.status))
        }
    }
}

/// What a program prints, where it can be run and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
