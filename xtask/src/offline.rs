//! What the service worker keeps: the files of one build, under a name that their bytes give.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::size;

/// Scripts that know the build, and the place of it in each.
const FILLED: [(&str, &str); 2] = [("main.js", "const BUILD = '';"), ("sw.js", "const OFFLINE_BUILD = '';")];
const FILES: &str = "const OFFLINE_FILES = [];";

/// Fills the build and its files into the site's scripts.
pub fn fill(dist: &Path) -> Result<()> {
    let mut names = Vec::new();
    let mut hash = Sha256::new();
    for path in size::loaded(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        hash.update(&name);
        hash.update(fs::read(&path).with_context(|| format!("{name} could not be read"))?);
        // A worker that keeps itself could never be replaced.
        if name != "sw.js" {
            names.push(name);
        }
    }
    let build: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    for (name, place) in FILLED {
        put(&dist.join(name), place, &place.replace("''", &format!("'{build}'")))?;
    }
    put(&dist.join("sw.js"), FILES, &format!("const OFFLINE_FILES = {};", serde_json::to_string(&names)?))
}

fn put(file: &Path, place: &str, filled: &str) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?;
    ensure!(text.matches(place).count() == 1, "{} does not hold \"{place}\" once", file.display());
    fs::write(file, text.replace(place, filled)).with_context(|| format!("{} could not be written", file.display()))
}
