//! The kept inputs of the fuzz targets (`fuzz/corpus`), each through its own target and through the whole pipeline.

mod common;
#[path = "common/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;

use common::{analyze, check};

/// The name of a target, which is that of its corpus, and what it does.
type Target = (&'static str, fn(&str));

const TARGETS: [Target; 5] =
    [("paste", targets::paste), ("html", targets::html), ("hub", targets::hub), ("dates", targets::dates), ("exports", targets::exports)];

#[test]
fn the_kept_corpus_keeps_every_promise() {
    for (name, target) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let mut files: Vec<_> =
            fs::read_dir(&folder).expect("a corpus for each target").map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        assert!(files.len() >= 5, "{name} has {} inputs", files.len());
        for file in files {
            println!("{}", file.display());
            let input = String::from_utf8_lossy(&fs::read(&file).expect("a file")).into_owned();
            target(&input);
            targets::paste(&input);
            check(&input, &analyze(&input));
        }
    }
}
