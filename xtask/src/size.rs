//! What a person downloads for the first result, against the budget.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

/// Everything for the first result, in bytes as a host delivers it.
const ALL: usize = 1_800_000;
/// The page and its fonts without the core.
const PAGE: usize = 160_000;
/// The whole page in one file, beside it in `dist/`.
pub const ONE_FILE: &str = "digest-hub.html";

struct File {
    name: String,
    raw: usize,
    delivered: usize,
}

/// Prints a line for each file that the page loads; fails over the budget.
pub fn report(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    for path in loaded(dist)? {
        let bytes = fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        files.push(File { delivered: delivered(&name, &bytes)?, raw: bytes.len(), name });
    }
    files.sort_by(|a, b| b.delivered.cmp(&a.delivered).then_with(|| a.name.cmp(&b.name)));
    println!("{:>10} {:>10}  file", "raw", "delivered");
    for file in &files {
        println!("{:>10} {:>10}  {}", file.raw, file.delivered, file.name);
    }
    let sum = |of_page: bool| files.iter().filter(|file| !of_page || !file.name.starts_with("pkg")).map(|file| file.delivered).sum();
    println!("{:>10} {:>10}  {ONE_FILE}, the same page as one file", fs::metadata(dist.join(ONE_FILE))?.len(), "");
    check("everything for the first result", sum(false), ALL)?;
    check("the page and its fonts", sum(true), PAGE)
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
