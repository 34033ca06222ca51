//! Finding Node and a browser, and installing the browser where that is allowed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{command, output, run};

/// Oldest Node that runs the tests.
const NODE: u32 = 20;
const ON_PATH: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPS: [&str; 2] =
    ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

const FIREFOX_APP: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";
/// The first Firefox whose remote control knows what the tests ask of it (`network.addDataCollector` of WebDriver BiDi).
const FIREFOX: u32 = 143;

/// An engine beside Chromium, which is tried where it is installed and never installed for it.
pub struct Engine {
    /// As a person calls it.
    pub name: &'static str,
    /// As the tests call it, in `ENGINE`.
    pub id: &'static str,
    /// What to install for it on Debian or Ubuntu.
    pub packages: &'static str,
    find: fn() -> Option<Found>,
}

/// Where an engine was found.
pub struct Found {
    /// The variable that tells the tests, and the program.
    pub place: (&'static str, PathBuf),
    /// What the tests are run by, with its arguments: WebKit needs a screen.
    pub screen: &'static [&'static str],
}

/// The engines beside Chromium.
pub const OTHERS: [Engine; 2] = [
    Engine { name: "Firefox", id: "firefox", packages: "Firefox 143 or later, firefox-esr", find: firefox },
    Engine { name: "WebKit", id: "webkit", packages: "webkit2gtk-driver, xvfb and xauth", find: webkit },
];

impl Engine {
    /// The engine, where it is installed.
    pub fn found(&self) -> Option<Found> {
        (self.find)()
    }
}

fn firefox() -> Option<Found> {
    let named = std::env::var_os("FIREFOX").filter(|path| !path.is_empty()).map(PathBuf::from);
    let app = || Some(PathBuf::from(FIREFOX_APP)).filter(|path| path.is_file());
    let program = named.or_else(|| on_path(&["firefox-esr", "firefox"])).or_else(app)?;
    let version = output(Command::new(&program).arg("--version"))?;
    major(&version).is_some_and(|major| major >= FIREFOX).then_some(Found { place: ("FIREFOX", program), screen: &[] })
}

/// The small browser that comes with WebKitGTK, its driver, and a screen in memory to show it on.
fn webkit() -> Option<Found> {
    on_path(&["WebKitWebDriver"])?;
    on_path(&["xvfb-run"])?;
    on_path(&["xauth"])?;
    let folders = std::fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let program = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|path| path.is_file())?;
    Some(Found { place: ("WEBKIT_BROWSER", program), screen: &["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1200x24"] })
}

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

/// 20 of `v20.1.2`, 153 of `Mozilla Firefox 153.7.0esr`.
fn major(version: &str) -> Option<u32> {
    let number = version.split_whitespace().last()?;
    number.strip_prefix('v').unwrap_or(number).split('.').next()?.parse().ok()
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
    on_path(&ON_PATH).or_else(|| APPS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// The first of these programs that a shell would find.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
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
    fn the_version_of_a_program_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("node"), None);
        assert_eq!(major("Mozilla Firefox 153.7.0esr\n"), Some(153));
        assert_eq!(major(""), None);
    }

    #[test]
    fn a_program_that_is_not_there_is_not_found() {
        assert!(on_path(&["no-such-program"]).is_none());
        assert!(on_path(&["no-such-program", "cargo"]).is_some());
    }
}
