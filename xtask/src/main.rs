//! `cargo xtask build · serve · test · prove`: everything that is done with the project, in one program that needs Rust and Node.

mod bench;
mod bill;
mod browser;
mod crates;
mod engines;
mod eval;
mod fuzz;
mod gates;
mod instructions;
mod offline;
mod one_file;
mod prove;
mod published;
mod run;
mod sample;
mod script;
mod serve;
mod site;
mod size;
mod suite;
mod train_digest;
mod train_names;

use std::num::ParseIntError;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// Seconds for each fuzz target.
const FUZZING: u32 = 60;

const HELP: &str = "\
cargo xtask build                       makes dist/, the page as it is published, and in it digest-hub.html, the page as one file
cargo xtask serve [--port N] [--open]   builds the page and serves it on this machine
cargo xtask test                        formatting, clippy, native and wasm tests, the page in Chromium, and in Firefox and
                                        WebKit where they are installed; --only-chromium, --without-browser leave some out;
                                        DIGEST_HUB_REQUIRED=\"firefox webkit valgrind\" makes it a fault that one is missing
cargo xtask eval DIR [--score PROGRAM]  the program's answers for a folder of documents, and their figures; with --answers FILE
                                        those of another program
cargo xtask fuzz [SECONDS]              the fuzz targets, each so long (60), from the kept corpus
cargo xtask prove [SECONDS]             what takes long, in one table: instructions, speed and memory, quality, a published
                                        hub, fuzzing (each target so long, 60), the first result, Lighthouse
cargo xtask bench [BYTES]               speed and memory, native and in wasm, on texts of 1 kB to 5 MB (or BYTES), beside other
                                        libraries
cargo xtask train digest --data DIR     the weights of the digest's ranker, from a folder with cnn_train.jsonl
cargo xtask train names --data DIR      the weights of the name tagger, from the corpora in a folder";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["build"] => site::build()?,
        ["serve", ref options @ ..] => serve::serve(&serve::Options::read(options)?)?,
        ["eval", ref options @ ..] => drop(eval::eval(&eval::Options::read(options)?)?),
        ["train", "digest", ref options @ ..] => train_digest::train(options)?,
        ["train", "names", ref options @ ..] => train_names::train(options)?,
        ["bench"] => drop(bench::bench(bench::LONGEST)?),
        ["bench", most] => drop(bench::bench(number(most, "bytes")?)?),
        ["fuzz"] => fuzz::fuzz(FUZZING)?,
        ["fuzz", seconds] => fuzz::fuzz(number(seconds, "seconds")?)?,
        ["prove"] => return Ok(prove::prove(FUZZING)),
        ["prove", seconds] => return Ok(prove::prove(number(seconds, "seconds")?)),
        ["test"] => return Ok(suite::test(suite::Browsers::Every)),
        ["test", "--only-chromium"] => return Ok(suite::test(suite::Browsers::Chromium)),
        ["test", "--without-browser"] => return Ok(suite::test(suite::Browsers::LeaveOut)),
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        _ => bail!("\"{}\" is not understood.\n\n{HELP}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

fn number<N: FromStr<Err = ParseIntError>>(word: &str, of: &str) -> Result<N> {
    word.parse().with_context(|| format!("\"{word}\" is no number of {of}"))
}

/// The checkout that this program was built from.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_named_and_explained() {
        for arguments in [&["biuld"][..], &["build", "--fast"], &["test", "--quick"], &["test", "--without-browser", "x"]] {
            let error = dispatch(&arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>()).unwrap_err().to_string();
            assert!(error.contains(&arguments.join(" ")) && error.contains("cargo xtask serve"), "{error}");
        }
    }
}
