//! `cargo xtask train`: makes the weights that the core carries, bit for bit the same from the same data.

mod container;
mod corpus;
mod labels;
mod lists;
mod perceptron;
mod tagger;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Trains the name tagger from the corpora below `data` and writes it into `data/weights.bin`.
pub fn train(arguments: &[&str]) -> Result<()> {
    let ["--data", data] = arguments else {
        bail!("cargo xtask train names --data DIR");
    };
    let lists = lists::section(Path::new(data))?;
    let names = tagger::section(Path::new(data), &lists)?;
    write(&[("names", names), ("lists", lists)])
}

fn write(sections: &[(&str, Vec<u8>)]) -> Result<()> {
    let bytes = container::container(sections)?;
    if !digest_hub::names_training::is_readable(&bytes) {
        bail!("the core cannot read what was trained");
    }
    let file: PathBuf = crate::root().join("data/weights.bin");
    std::fs::write(&file, &bytes).with_context(|| format!("{} cannot be written", file.display()))?;
    for (name, bytes) in sections {
        println!("{name}: {} bytes, {} compressed", bytes.len(), container::compressed(bytes)?);
    }
    Ok(())
}
