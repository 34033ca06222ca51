//! What the page asks for at once: its modules import each other, and a browser would find them one level after another.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::size;

const ENTRY: &str = "<script type=\"module\" src=\"main.js\"></script>";
/// They run beside the page, which itself loads neither them nor the core's glue.
const BESIDE: [&str; 2] = ["worker.js", "sw.js"];

/// Names the page's modules in its head, before the first of them.
pub fn fill(dist: &Path) -> Result<()> {
    let mut links = String::new();
    for path in size::loaded(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name.ends_with(".js") && name != "main.js" && !name.starts_with("pkg/") && !BESIDE.contains(&name.as_str()) {
            links += &format!("<link rel=\"modulepreload\" href=\"{name}\">\n");
        }
    }
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).context("index.html could not be read")?;
    ensure!(html.matches(ENTRY).count() == 1, "index.html does not hold \"{ENTRY}\" once");
    fs::write(&page, html.replace(ENTRY, &format!("{links}{ENTRY}"))).context("index.html could not be written")
}
