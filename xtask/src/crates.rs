//! What each crate adds to the wasm: the code of its functions, by the names that the build leaves in the file, and the
//! data that all of them carry.
//!
//! A function that was put into its caller counts there, and a generic one counts for the crate that wrote it, not for the
//! one that asked for it. So the figures say where the bytes lie, not what would go with a crate.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::size::gzip;

/// The parts of the standard library, which come with every Rust program.
const STANDARD: [&str; 4] = ["core", "alloc", "std", "compiler_builtins"];
/// What no name tells.
const NAMELESS: &str = "without a name";

/// A part, and the bytes of it.
#[derive(Default)]
struct Parts(BTreeMap<String, Vec<u8>>);

/// A line for each crate, the largest first; raw bytes, and those of all of its code behind gzip.
pub fn report(wasm: &[u8]) -> Result<String> {
    let mut rows = Vec::new();
    for (part, bytes) in parts(wasm)?.0 {
        rows.push((bytes.len(), gzip(&bytes)?.len(), part));
    }
    rows.sort_unstable_by(|a, b| b.cmp(a));
    let lines = rows.into_iter().map(|(raw, packed, part)| format!("{raw:>10} {packed:>10}  {part}\n"));
    Ok(format!("{:>10} {:>10}  what lies in the wasm, by crate\n{}", "raw", "gzip", lines.collect::<String>()))
}

fn parts(wasm: &[u8]) -> Result<Parts> {
    let mut imported = 0_u32;
    let mut bodies: Vec<Range<usize>> = Vec::new();
    let mut names: BTreeMap<u32, String> = BTreeMap::new();
    let mut parts = Parts::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("the wasm cannot be read")? {
            Payload::ImportSection(imports) => {
                let functions =
                    imports.into_imports().filter(|import| matches!(import, Ok(import) if matches!(import.ty, TypeRef::Func(_))));
                imported = u32::try_from(functions.count())?;
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(data) => parts.add("data: tables, weights and texts", &wasm[data.range()]),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    names.extend(functions(subsections)?);
                }
            }
            _ => {}
        }
    }
    for (at, body) in bodies.into_iter().enumerate() {
        let name = names.get(&(imported + u32::try_from(at)?));
        parts.add(name.map_or(NAMELESS, |name| crate_of(name)), &wasm[body]);
    }
    Ok(parts)
}

fn functions(subsections: wasmparser::NameSectionReader<'_>) -> Result<Vec<(u32, String)>> {
    let mut found = Vec::new();
    for subsection in subsections {
        let Name::Function(names) = subsection? else { continue };
        for naming in names {
            let naming = naming?;
            found.push((naming.index, format!("{:#}", rustc_demangle::demangle(naming.name))));
        }
    }
    Ok(found)
}

/// The crate at the front of a function's path: `serde_json` of `<serde_json::ser::Compound as serde::…>::end`.
fn crate_of(name: &str) -> &str {
    let path = name.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let path = path.strip_prefix("dyn ").or(path.strip_prefix("mut ")).unwrap_or(path);
    let Some((first, _)) = path.split_once("::") else { return NAMELESS };
    let plain = !first.is_empty() && first.chars().all(|c| c.is_alphanumeric() || c == '_');
    match first {
        _ if STANDARD.contains(&first) => "the standard library",
        // `<str as …>`, `<T as core::…>`: of a type that is nobody's.
        _ if !plain || first.starts_with(char::is_uppercase) => "the standard library",
        _ => first,
    }
}

impl Parts {
    fn add(&mut self, part: &str, bytes: &[u8]) {
        self.0.entry(part.to_owned()).or_default().extend_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_at_the_front_of_its_path() {
        assert_eq!(crate_of("digest_hub::analysis::analyze"), "digest_hub");
        assert_eq!(crate_of("<serde_json::ser::Compound<W> as serde::ser::SerializeMap>::end"), "serde_json");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::clone::Clone>::clone"), "the standard library");
        assert_eq!(crate_of("<&mut core::fmt::Formatter as digest_hub::X>::y"), "the standard library");
        assert_eq!(crate_of("<str as core::fmt::Display>::fmt"), "the standard library");
        assert_eq!(crate_of("memcpy"), NAMELESS);
    }

    #[test]
    fn every_byte_of_code_is_counted_once() {
        // One function without a name, of two bytes, behind an imported one.
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01m\x01f\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b";
        let parts = parts(wasm).unwrap();
        assert_eq!(parts.0.into_iter().collect::<Vec<_>>(), [(NAMELESS.to_owned(), vec![0, 0x0b])]);
        assert!(report(b"no wasm").is_err());
    }
}
