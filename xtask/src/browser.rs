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
    if major(&version).is_none_or(|major| major < NODE) {
        bail!("Node {} is too old: install Node {NODE} or later", version.trim());
    }
    output(command("npm").arg("--version")).context("npm is missing: install Node together with npm")?;
    Ok(())
}

/// 20 of `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// An installed Chromium, or one that is installed now.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|path| !path.is_empty()).map(PathBuf::from) {
        if !named.is_file() {
            bail!(
                "CHROMIUM names {}, where there is no file: correct it, or leave it out and an installed browser is looked for",
                named.display()
            );
        }
        return Ok(named);
    }
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
    let folders: Vec<PathBuf> = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let on_path = ON_PATH.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file());
    on_path.or_else(|| APPS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Root on Debian or Ubuntu.
fn may_install() -> bool {
    let root = output(command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && output(command("apt-get").arg("--version")).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("node"), None);
    }
}
