//! The house rules that a compiler does not hold.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The steps of the data, leaves first. No module names one to its right.
const ORDER: [&str; 11] =
    ["characters", "lists", "span", "calendar", "contract", "model", "paste", "document", "recognisers", "analysis", "export"];
/// A longer file must say why at its top.
const LONGEST_FILE: usize = 400;

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            match entry.extension().and_then(|e| e.to_str()) {
                _ if entry.is_dir() => folders.push(entry),
                Some("rs") => found.push(entry),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// The top-level module that a file of `src` belongs to.
fn module(file: &Path) -> String {
    let inside = file.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a file of src");
    inside.iter().next().expect("a name").to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for file in sources("src") {
        let Some(own) = ORDER.iter().position(|name| *name == module(&file)) else { continue };
        for (number, line) in fs::read_to_string(&file).expect("text").lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for later in &ORDER[own + 1..] {
                if code.contains(&format!("crate::{later}")) {
                    wrong.push(format!("{}:{}: {} names {later}", file.display(), number + 1, ORDER[own]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let outside = ["lib", "main", "wasm"];
    for file in sources("src") {
        let module = module(&file);
        assert!(ORDER.contains(&module.as_str()) || outside.contains(&module.as_str()), "{module} has no place in the flow");
    }
}

#[test]
fn only_the_contract_leaves_the_core() {
    let own = ["contract", "calendar", "main"];
    for file in sources("src").iter().filter(|file| !own.contains(&module(file).as_str())) {
        let text = fs::read_to_string(file).expect("text");
        assert!(!text.contains("Serialize)]") && !text.contains("Serialize,"), "{} serialises a type of its own", file.display());
    }
}

#[test]
fn files_are_one_idea_and_cannot_panic_on_a_paste() {
    for file in sources("src").iter().chain(&sources("xtask")) {
        let text = fs::read_to_string(file).expect("text");
        let lines = text.lines().count();
        assert!(
            lines <= LONGEST_FILE || text.lines().take(12).any(|line| line.contains("Longer than")),
            "{} has {lines} lines",
            file.display()
        );
        if file.components().any(|part| part.as_os_str() == "src") && !file.components().any(|part| part.as_os_str() == "xtask") {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let risky: Vec<&str> = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .filter(|line| [".unwrap()", ".expect(", "panic!", "unreachable!"].iter().any(|call| line.contains(call)))
                .collect();
            assert!(risky.is_empty(), "{}: {risky:?}", file.display());
        }
    }
}

#[test]
fn no_html_is_made_of_strings() {
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    let mut folders = vec![www.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() && entry != www.join("pkg") {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "js" || e == "html") {
                let text = fs::read_to_string(&entry).expect("text");
                for call in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
                    assert!(!text.contains(call), "{} uses {call}", entry.display());
                }
            }
        }
    }
}

/// The files that `SECURITY.md` names as its proofs are there, and so are the rows of the faults that it names in them.
#[test]
fn what_security_rests_on_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("SECURITY.md")).expect("SECURITY.md");
    let mut proofs = 0;
    for row in text.lines().filter(|line| line.starts_with("| it ") || line.starts_with("| to ")) {
        let shown = row.rsplit('|').nth(1).expect("a cell that shows it");
        for proof in shown.split(", ").filter(|proof| proof.contains('/')) {
            let (file, rows) = proof.trim().trim_start_matches('`').split_once('`').expect("a file");
            let source = fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            for number in rows.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()) {
                let named = [format!("fn row_{number}_"), format!("row {number}:")];
                assert!(named.iter().any(|name| source.contains(name)), "{file} has no test of row {number}");
            }
            proofs += 1;
        }
    }
    assert!(proofs >= 12, "{proofs} proofs");
}

/// Figures have one owner: the README shows lines of the baseline as they stand there.
#[test]
fn the_figures_of_the_readme_are_those_of_the_baseline() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let (readme, baseline) = (read("README.md"), read("tests/baseline.md"));
    let section = readme.split("## How good is it\n").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("the section");
    let rows: Vec<&str> = section.lines().filter(|line| line.starts_with("| ")).collect();
    assert!(rows.len() >= 8);
    for row in rows {
        assert!(baseline.lines().any(|line| line == row), "tests/baseline.md, which owns the figures, no longer says: {row}");
    }
}

/// `tests/faults.md` names for each row the tests that hold it; none of them may be gone.
#[test]
fn every_fault_has_its_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let table = fs::read_to_string(root.join("faults.md")).expect("the table");
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| #")).collect();
    assert_eq!(rows.len(), 23);
    for row in rows {
        let number = row.split('|').nth(1).expect("a number").trim();
        let files: Vec<&str> = row.split('`').filter(|cell| cell.ends_with(".rs") || cell.ends_with(".mjs")).collect();
        assert!(!files.is_empty(), "row {number} names no test");
        for file in files {
            let source = fs::read_to_string(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            let named = [format!("fn row_{number}_"), format!("row {number}:")];
            assert!(named.iter().any(|name| source.contains(name)), "{file} has no test of row {number}");
        }
    }
}

/// Figures of other bytes would be no figures of these.
#[test]
fn what_describes_the_weights_describes_these() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (weights, described) in [("data/weights.bin", "data/weights.md"), ("data/digest/ranker.bin", "data/digest/ranker.md")] {
        let bytes = fs::read(root.join(weights)).expect("the weights are there");
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let text = fs::read_to_string(root.join(described)).expect("what describes them is there");
        assert!(text.contains(&sum), "{described} is not of these weights: measure them again, and write their SHA-256, {sum}");
    }
}
