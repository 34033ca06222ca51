//! What a person downloads for the first result, against the budget.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::root;

/// Everything for the first result, in bytes as a host delivers it.
const ALL: usize = 1_800_000;
/// The page and its fonts without the core.
const PAGE: usize = 160_000;
/// The whole page in one file, beside it in `dist/`.
pub const ONE_FILE: &str = "digest-hub.html";

/// What the core carries for one task, and the most that it may add to the download, in bytes behind gzip. The code of
/// each task lies in the one wasm file and is counted there.
const CARRIED: [(&str, &[&str], usize); 3] = [
    (
        "names",
        &["data/weights.bin", "data/names/known.tsv", "data/names/words.tsv", "data/names/cities.txt", "data/names/first_names.txt"],
        700_000,
    ),
    ("dates", &["data/dates/words.tsv", "data/dates/phrases.tsv", "data/dates/quantities.tsv", "data/dates/spellings.tsv"], 70_000),
    ("digest", &["data/digest/ranker.bin", "data/claims/words.tsv"], 40_000),
];
/// Tables of those folders that no core carries: what the weights are trained from.
#[cfg(test)]
const NOT_CARRIED: [&str; 1] = ["data/names/labels.tsv"];

struct File {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    delivered: usize,
}

impl File {
    fn read(name: String, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
        Ok(Self { delivered: delivered(&name, &bytes)?, raw: bytes.len(), gzip: gzip(&bytes)?.len(), brotli: brotli(&bytes)?, name })
    }
}

/// Prints a line for each file that the page loads, and for what the core carries; fails over the budget.
pub fn report(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    for path in loaded(dist)? {
        files.push(File::read(path.strip_prefix(dist).unwrap_or(&path).display().to_string(), &path)?);
    }
    files.sort_by(|a, b| b.delivered.cmp(&a.delivered).then_with(|| a.name.cmp(&b.name)));
    println!("{:>10} {:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli", "delivered");
    files.push(File::read(format!("{ONE_FILE}, the same page as one file"), &dist.join(ONE_FILE))?);
    for file in &files {
        println!("{:>10} {:>10} {:>10} {:>10}  {}", file.raw, file.gzip, file.brotli, file.delivered, file.name);
    }
    files.pop();
    let sum = |of_page: bool| files.iter().filter(|file| !of_page || !file.name.starts_with("pkg")).map(|file| file.delivered).sum();
    check("everything for the first result", sum(false), ALL)?;
    check("the page and its fonts", sum(true), PAGE)?;
    for (task, parts, budget) in CARRIED {
        let bytes = parts.iter().map(|part| Ok(gzip(&fs::read(root().join(part))?)?.len())).sum::<Result<usize>>()?;
        check(&format!("what the core carries for {task}"), bytes, budget)?;
    }
    Ok(())
}

fn check(what: &str, bytes: usize, budget: usize) -> Result<()> {
    println!("{what}: {bytes} of {budget} bytes");
    if bytes > budget {
        bail!("{what} takes {bytes} bytes, and the budget is {budget}");
    }
    Ok(())
}

/// Hosts compress text and wasm; fonts are sent as they are.
fn delivered(name: &str, bytes: &[u8]) -> Result<usize> {
    if name.ends_with(".woff2") {
        return Ok(bytes.len());
    }
    Ok(gzip(bytes)?.len())
}

/// As most hosts compress; no time and no name go in, so the same bytes come out.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// As a host compresses that does it once, when the files are laid there.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    Ok(brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings)?)
}

/// Licences, types, the schema and the single file are there for people; the page does not load them.
pub fn loaded(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(loaded(&path)?);
        } else if name != ONE_FILE && [".html", ".css", ".js", ".wasm", ".woff2"].iter().any(|end| name.ends_with(end)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_that_is_passed_fails() {
        assert!(check("x", 10, 10).is_ok());
        assert!(check("x", 11, 10).unwrap_err().to_string().contains("budget is 10"));
    }

    #[test]
    fn every_table_of_a_task_is_counted() {
        for (task, parts, _) in CARRIED {
            let folder = format!("data/{task}");
            for entry in fs::read_dir(root().join(&folder)).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                let table = format!("{folder}/{name}");
                assert!(name.ends_with(".md") || parts.contains(&table.as_str()) || NOT_CARRIED.contains(&table.as_str()), "{table}");
            }
        }
    }

    #[test]
    fn the_same_bytes_are_packed_alike() {
        assert_eq!(gzip(b"core").unwrap(), gzip(b"core").unwrap());
        assert_eq!(gzip(b"core").unwrap()[4..8], [0; 4], "no time of day");
    }

    #[test]
    fn fonts_are_not_compressed_again() {
        let bytes = vec![b'a'; 10_000];
        assert_eq!(delivered("fonts/a.woff2", &bytes).unwrap(), 10_000);
        assert!(delivered("main.js", &bytes).unwrap() < 200);
    }
}
