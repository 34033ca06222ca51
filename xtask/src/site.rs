//! From Rust to the site: the wasm target, the binding, the npm package, `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{cargo, command, output, run};
use crate::{bill, crates, offline, one_file, root, sample, script, size};

const TARGET: &str = "wasm32-unknown-unknown";
/// Memory that the core may take, in bytes: an endless allocation traps here and not at four gigabytes.
const MAX_MEMORY: u64 = 1 << 30;
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// What a build of the core is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be published: as small and as fast as it gets.
    Publish,
    /// To be looked at between two changes: a second after each, at thrice the size.
    Try,
}

impl Purpose {
    /// The name of cargo's profile and of its folder.
    fn profile(self) -> &'static str {
        match self {
            Self::Publish => "release",
            Self::Try => "try",
        }
    }

    /// What makes the profile, where Cargo.toml does not.
    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Publish => &[],
            Self::Try => &["inherits='release'", "lto='off'", "codegen-units=16", "incremental=true"],
        }
    }
}

/// `dist/`, and what of it a person downloads.
pub fn build() -> Result<()> {
    bind(Purpose::Publish)?;
    let (www, dist) = (root().join("www"), root().join("dist"));
    empty(&dist)?;
    copy(&www, &dist)?;
    one_script(&www, &dist)?;
    without_comments(&dist)?;
    let page = one_file::make(&www, &bind_for_one_file()?)?;
    offline::fill(&dist)?;
    fs::write(dist.join(size::ONE_FILE), page).context("dist/digest-hub.html could not be written")?;
    bill::write(&dist)?;
    println!("{}", crates::report(&fs::read(built(Purpose::Publish)?).context("the built wasm could not be read")?)?);
    size::report(&dist)
}

/// The page's modules as one script in the place of the first: forty files cost a slow network more than their bytes do.
fn one_script(www: &Path, dist: &Path) -> Result<()> {
    const ENTRY: &str = "main.js";
    let page = script::inline(www, ENTRY, None)?;
    for module in &page.modules {
        fs::remove_file(dist.join(module)).with_context(|| format!("dist/{module} could not be removed"))?;
    }
    for folder in ["views", "made"] {
        fs::remove_dir(dist.join(folder)).with_context(|| format!("dist/{folder} holds a module that the page does not import"))?;
    }
    fs::write(dist.join(ENTRY), page.script).with_context(|| format!("dist/{ENTRY} could not be written"))
}

/// The page's own scripts as they are delivered.
fn without_comments(dist: &Path) -> Result<()> {
    for script in
        size::loaded(dist)?.iter().filter(|path| path.extension().is_some_and(|end| end == "js") && !path.starts_with(dist.join("pkg")))
    {
        let source = fs::read_to_string(script).with_context(|| format!("{} could not be read", script.display()))?;
        let kept = script::without_comments(&source).with_context(|| format!("{} is not understood", script.display()))?;
        fs::write(script, kept).with_context(|| format!("{} could not be written", script.display()))?;
    }
    Ok(())
}

/// Builds the core for the browser and binds it into `www/pkg`, an npm package as it lies there; what of the page is made of
/// it lies in `www/made`.
pub fn bind(purpose: Purpose) -> Result<()> {
    add_target()?;
    let profile = purpose.profile();
    let mut build = cargo();
    build.args(["build", "--profile", profile, "--lib", "--package", "digest-hub", "--target", TARGET]);
    for setting in purpose.settings() {
        build.args(["--config", &format!("profile.{profile}.{setting}")]);
    }
    run(build.env("CARGO_ENCODED_RUSTFLAGS", flags()))?;
    let pkg = root().join("www/pkg");
    empty(&pkg)?;
    let mut bindgen = bindgen(purpose)?;
    // Without its default path `init()` would have to be told where the wasm lies.
    bindgen.web(true)?.typescript(true).omit_default_module_path(false);
    bindgen.generate(&pkg).context("the wasm could not be bound to JavaScript")?;
    for licence in LICENCES {
        fs::copy(root().join(licence), pkg.join(licence)).with_context(|| format!("{licence} could not be copied"))?;
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).context("Cargo.toml could not be read")?;
    fs::write(pkg.join("package.json"), package(&manifest)?).context("www/pkg/package.json could not be written")?;
    sample::make(&root().join("www"))
}

/// Binds the built core once more, for a worker that is no module; gives the folder.
fn bind_for_one_file() -> Result<PathBuf> {
    let folder = target_folder()?.join("one-file");
    let mut bindgen = bindgen(Purpose::Publish)?;
    bindgen.no_modules(true)?.typescript(false).omit_default_module_path(true);
    bindgen.generate(&folder).context("the wasm could not be bound for the single file")?;
    Ok(folder)
}

fn bindgen(purpose: Purpose) -> Result<Bindgen> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(built(purpose)?).out_name("digest_hub");
    // Names of functions are for people who look for a fault, and a tenth of the file.
    bindgen.remove_name_section(purpose == Purpose::Publish).remove_producers_section(purpose == Purpose::Publish);
    Ok(bindgen)
}

/// The core as the compiler leaves it, with the names of its functions.
fn built(purpose: Purpose) -> Result<PathBuf> {
    Ok(target_folder()?.join(TARGET).join(purpose.profile()).join("digest_hub.wasm"))
}

/// Flags for the wasm build. Paths of this machine are taken out, so that every machine builds the same bytes.
fn flags() -> String {
    let home = |name: &str, folder: &str| {
        std::env::var_os(name).map_or_else(|| std::env::home_dir().unwrap_or_default().join(folder), PathBuf::from)
    };
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let cargo_home = home("CARGO_HOME", ".cargo");
    let mut flags = vec![
        format!("-Clink-arg=--max-memory={MAX_MEMORY}"),
        remap(&root(), "digest-hub"),
        remap(&cargo_home, "cargo"),
        remap(&home("RUSTUP_HOME", ".rustup"), "rustup"),
    ];
    // The folder of the crates' sources is named after the registry; of several matching flags the last one counts.
    let sources = fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten();
    flags.extend(sources.filter_map(|folder| Some(remap(&folder.ok()?.path(), "crates"))));
    if let Some(sysroot) = output(command("rustc").args(["--print", "sysroot"])) {
        flags.push(remap(Path::new(sysroot.trim()), "rustc"));
    }
    flags.join("\u{1f}")
}

/// Adds the wasm target to the toolchain where it is missing.
pub fn add_target() -> Result<()> {
    let libraries = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| Path::new(folder.trim()).exists()) {
        return Ok(());
    }
    let added = run(command("rustup").args(["target", "add", TARGET]));
    added.with_context(|| format!("the Rust target {TARGET} is missing and could not be added: install rustup, or add the target by hand"))
}

/// Where cargo builds: a setting of the machine may have moved it.
pub fn target_folder() -> Result<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--format-version=1", "--no-deps"])).context("`cargo metadata` failed")?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("`cargo metadata` printed no JSON")?;
    metadata["target_directory"].as_str().map(PathBuf::from).context("`cargo metadata` names no target folder")
}

/// The native program, built for release.
pub fn program() -> Result<PathBuf> {
    run(cargo().args(["build", "--release", "--quiet", "--bin", "digest-hub"]))?;
    Ok(target_folder()?.join("release").join(format!("digest-hub{}", std::env::consts::EXE_SUFFIX)))
}

/// The manifest of the npm package, which has the version of the crate.
fn package(manifest: &str) -> Result<String> {
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = "))
        .map(|value| value.trim_matches('"'))
        .context("Cargo.toml has no version")?;
    let package = json!({
        "name": "digest-hub",
        "version": version,
        "description": "Reads an article: its digest, who's who and timeline, every sentence with its sources",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "sideEffects": false,
        "types": "./digest_hub.d.ts",
        "exports": {
            ".": { "types": "./digest_hub.d.ts", "default": "./digest_hub.js" },
            "./digest_hub_bg.wasm": "./digest_hub_bg.wasm",
        },
        "files": ["digest_hub.js", "digest_hub.d.ts", "digest_hub_bg.wasm", "digest_hub_bg.wasm.d.ts", LICENCES[0], LICENCES[1]],
    });
    Ok(serde_json::to_string_pretty(&package)? + "\n")
}

/// Nothing that an earlier build made stays.
fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} could not be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} could not be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("{} could not be copied", entry.path().display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_the_version_of_the_crate() {
        let made: serde_json::Value = serde_json::from_str(&package("[package]\nname = \"x\"\nversion = \"1.2.3\"\n").unwrap()).unwrap();
        assert_eq!(made["version"], "1.2.3");
        assert_eq!(made["exports"]["."]["types"], "./digest_hub.d.ts");
        assert!(package("[package]\n").is_err());
    }

    #[test]
    fn no_flag_of_the_wasm_build_can_be_taken_for_two() {
        let flags = flags();
        assert!(flags.split('\u{1f}').all(|flag| flag.starts_with("-C") || flag.starts_with("--remap-path-prefix=")), "{flags}");
    }
}
