//! Finding Node and a browser, and installing the browser where that is allowed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::run::{command, output, run};

/// Oldest Node that runs the tests.
const NODE: u32 = 20;
const ON_PATH: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPS: [&str; 2] =
    ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/// Fails with one sentence where Node is missing or too old.
pub fn need_node() -> Result<()> {
    let version =
        output(command("node").arg("--version")).with_context(|| format!("Node is not installed: install Node {NODE} or later"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("Node {} is too old: install Node {NODE} or later", version.trim());
    }
    Ok(())
}

/// An installed Chromium, or one that is installed now.
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    let missing =
        "no Chromium or Chrome was found: install one, name it in CHROMIUM, or leave the browser tests out with --without-browser";
    if !may_install() {
        bail!(missing);
    }
    println!("No Chromium was found; installing it with apt-get.");
    let install = ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"];
    let installing = run(command("apt-get").args(["update"]))
        .and_then(|()| run(command("apt-get").args(install).env("DEBIAN_FRONTEND", "noninteractive")));
    installing.context(missing)?;
    installed().context(missing)
}

fn installed() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.is_file());
    let folders: Vec<PathBuf> = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let on_path = ON_PATH.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file());
    named.or(on_path).or_else(|| APPS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Root on Debian or Ubuntu.
fn may_install() -> bool {
    let root = output(command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && output(command("apt-get").arg("--version")).is_some()
}
