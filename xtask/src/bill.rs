//! The bill of materials of the site, in CycloneDX: the crates in the wasm, the fonts, and the data that came from elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::root;
use crate::run::{cargo, output};

/// Its name in `dist/`; the page does not load it.
pub const FILE: &str = "sbom.cdx.json";

const FONTS: [(&str, &str); 2] =
    [("Public Sans", "public-sans-latin-wght-normal.woff2"), ("Source Serif 4", "source-serif-4-latin-wght-normal.woff2")];

/// Writes it into `dist/`. No time and no random number goes in: the same sources give the same bytes.
pub fn write(dist: &Path) -> Result<()> {
    let metadata = output(cargo().args(["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"]))
        .context("`cargo metadata` failed")?;
    let metadata: Value = serde_json::from_str(&metadata).context("`cargo metadata` printed no JSON")?;
    let (own, mut components) = crates(&metadata)?;
    for (name, file) in FONTS {
        let path = root().join("www/fonts").join(file);
        components.push(file_component("file", name, &format!("fonts/{file}"), "OFL-1.1", &path)?);
    }
    components.extend(data()?);
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": own },
        "components": components,
    });
    fs::write(dist.join(FILE), serde_json::to_string_pretty(&bill)? + "\n").with_context(|| format!("dist/{FILE} could not be written"))
}

/// The crate itself, and those that it is built of, in order; what runs while building alone is marked as such.
fn crates(metadata: &Value) -> Result<(Value, Vec<Value>)> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> = list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let own = packages.iter().find(|(_, package)| package["name"] == "digest-hub").map(|(id, _)| id.clone());
    let own = own.context("`cargo metadata` does not name digest-hub")?;
    let mut needed = BTreeMap::from([(own.clone(), "required")]);
    let mut open = vec![own.clone()];
    while let Some(id) = open.pop() {
        // What a macro is built of is not delivered, nor is the macro.
        let scope = if is_macro(&packages[&id]) { "excluded" } else { needed[&id] };
        needed.insert(id.clone(), scope);
        for needs in nodes.get(&id).map(|node| list(&node["deps"])).unwrap_or_default() {
            // A kind of null is a plain need; those of builds and tests have a name.
            let plain = list(&needs["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let needs = text(&needs["pkg"]);
            let seen = needed.get(&needs).copied();
            if plain && (seen.is_none() || seen == Some("excluded") && scope == "required" && !is_macro(&packages[&needs])) {
                needed.insert(needs.clone(), scope);
                open.push(needs);
            }
        }
    }
    let component = |(id, scope): (&String, &&str)| Some(crate_component(packages.get(id)?, scope));
    let components = needed.iter().filter(|(id, _)| **id != own).filter_map(component).collect();
    Ok((crate_component(&packages[&own], "required"), components))
}

fn is_macro(package: &Value) -> bool {
    let kinds = package["targets"].as_array().into_iter().flatten().flat_map(|target| target["kind"].as_array().into_iter().flatten());
    kinds.into_iter().any(|kind| kind == "proc-macro")
}

fn crate_component(package: &Value, scope: &str) -> Value {
    let (name, version) = (text(&package["name"]), text(&package["version"]));
    // The older form of "A OR B" is no expression of SPDX.
    let licence = text(&package["license"]).replace('/', " OR ");
    let reference = format!("pkg:cargo/{name}@{version}");
    json!({
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": version,
        "scope": scope,
        "licenses": [{ "expression": licence }],
        "purl": reference,
    })
}

/// What one of the tables and weights came from: a row of `data/sources.tsv`.
struct Source<'a> {
    file: &'a str,
    what: &'a str,
    from: &'a str,
    /// An expression of SPDX.
    licence: &'a str,
}

/// Each file of data that came from elsewhere, with every source and the licences of all.
fn data() -> Result<Vec<Value>> {
    let table = fs::read_to_string(root().join("data/sources.tsv")).context("data/sources.tsv could not be read")?;
    let sources = table.lines().filter(|line| !line.starts_with('#')).map(source).collect::<Result<Vec<_>>>()?;
    sources.chunk_by(|a, b| a.file == b.file).map(data_component).collect()
}

fn source(row: &str) -> Result<Source<'_>> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [file, what, from, licence] = cells[..] else { bail!("data/sources.tsv: \"{row}\" has not four cells") };
    Ok(Source { file, what, from, licence })
}

fn data_component(sources: &[Source<'_>]) -> Result<Value> {
    let file = sources[0].file;
    let licences: BTreeSet<&str> = sources.iter().flat_map(|source| source.licence.split(" AND ")).collect();
    let all = licences.into_iter().collect::<Vec<_>>().join(" AND ");
    let mut component = file_component("data", file, &format!("data/{file}"), &all, &root().join("data").join(file))?;
    let property = |source: &Source<'_>| {
        let value = format!("{}: {} ({})", source.what, source.from, source.licence);
        json!({ "name": "digest-hub:source", "value": value })
    };
    component["properties"] = sources.iter().map(property).collect();
    Ok(component)
}

fn file_component(kind: &str, name: &str, reference: &str, licence: &str, path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| format!("{} could not be read", path.display()))?;
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(json!({
        "type": kind,
        "bom-ref": reference,
        "name": name,
        "hashes": [{ "alg": "SHA-256", "content": hash }],
        "licenses": [{ "expression": licence }],
    }))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_of_tests_are_not_in_the_site() {
        let package =
            |id: &str, name: &str| json!({ "id": id, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0", "targets": [] });
        let metadata = json!({
            "packages": [package("a", "digest-hub"), package("b", "serde"), package("c", "proptest")],
            "resolve": { "nodes": [{ "id": "a", "deps": [
                { "pkg": "b", "dep_kinds": [{ "kind": null }] },
                { "pkg": "c", "dep_kinds": [{ "kind": "dev" }] },
            ] }] },
        });
        let (own, components) = crates(&metadata).unwrap();
        assert_eq!(own["purl"], "pkg:cargo/digest-hub@1.0.0");
        assert_eq!(components.len(), 1);
        assert_eq!((&components[0]["name"], &components[0]["licenses"][0]["expression"]), (&json!("serde"), &json!("MIT OR Apache-2.0")));
    }

    /// Of SPDX's list, or said to be of none.
    const KNOWN: [&str; 8] = ["CC-BY-2.5", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC0-1.0", "MIT", PUBLIC, WITHOUT];
    const PUBLIC: &str = "LicenseRef-public-domain";
    const WITHOUT: &str = "LicenseRef-no-text-of-it";

    #[test]
    fn every_file_of_data_has_the_licences_of_all_its_sources() {
        let files = data().unwrap();
        let names: Vec<&str> = files.iter().filter_map(|file| file["name"].as_str()).collect();
        assert_eq!(names, ["names/cities.txt", "names/first_names.txt", "weights.bin", "digest/ranker.bin"]);
        for file in &files {
            let licences = file["licenses"][0]["expression"].as_str().unwrap();
            assert!(licences.split(" AND ").all(|licence| KNOWN.contains(&licence)), "{licences}");
        }
        assert!(files[2]["properties"].as_array().unwrap().iter().any(|source| source["value"].as_str().unwrap().contains("WNUT-17")));
        assert!(source("weights.bin\tweights\tsomebody").is_err());
    }

    /// Whoever asks to be named is: in the page in each of its languages, and beside the weights.
    #[test]
    fn whoever_asks_to_be_named_is_named_in_the_page_and_beside_the_weights() {
        let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
        let (weights, ranker) = (read("data/weights.md"), read("data/digest/ranker.md"));
        for name in ["GeoNames", "Wikinews", "GUM", "UNER", "CrossNER", "WNUT-17", "Broad Twitter Corpus"] {
            assert!(weights.contains(name) && read("data/sources.tsv").contains(name), "{name}");
            for page in ["www/words-en.js", "www/words-zh.js"] {
                assert!(read(page).contains(name), "{page} does not name {name}");
            }
        }
        assert!(ranker.contains("GUM") && ranker.contains("CNN"));
    }
}
