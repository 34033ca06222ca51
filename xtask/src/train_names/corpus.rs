//! Labelled documents from tables of tokens: a token and its tag a line, an empty line behind a sentence, `-DOCSTART-`
//! before a document.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use digest_hub::names_training::Labelled;

/// Where a table does not say where a document begins, so many sentences make one.
const SENTENCES_OF_A_DOCUMENT: usize = 40;

/// The documents of `names/train/NAME.tsv` below `data`.
pub fn read(data: &Path, name: &str) -> Result<Vec<Vec<Labelled>>> {
    let file = data.join("names/train").join(format!("{name}.tsv"));
    documents(&std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?)
}

/// The documents of a table.
fn documents(table: &str) -> Result<Vec<Vec<Labelled>>> {
    let mut documents = vec![Vec::new()];
    let mut tokens: Vec<(&str, &str)> = Vec::new();
    for line in table.lines().chain([""]) {
        if line.starts_with("-DOCSTART-") {
            documents.push(Vec::new());
        } else if line.is_empty() {
            if !tokens.is_empty() {
                if documents.last().is_some_and(|document| document.len() >= SENTENCES_OF_A_DOCUMENT) {
                    documents.push(Vec::new());
                }
                documents.last_mut().into_iter().for_each(|document| document.push(Labelled { text: String::new(), names: Vec::new() }));
                if let Some(last) = documents.last_mut().and_then(|document| document.last_mut()) {
                    *last = sentence(&tokens)?;
                }
                tokens.clear();
            }
        } else {
            let Some((token, tag)) = line.split_once('\t') else { bail!("no tag: {line}") };
            tokens.push((token, tag));
        }
    }
    documents.retain(|document| !document.is_empty());
    Ok(documents)
}

fn sentence(tokens: &[(&str, &str)]) -> Result<Labelled> {
    let mut text = String::new();
    let mut names: Vec<(Range<usize>, usize)> = Vec::new();
    let mut open = false;
    for (at, (token, tag)) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].0);
        let token = plain(token, open);
        if matches!(token, "\"" | "“" | "”") {
            open = !open;
        }
        if !text.is_empty() && !is_attached(before, token, open) {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(token);
        match tag.split_once('-') {
            Some(("B", kind)) => names.push((start..text.len(), kind_of(kind)?)),
            Some(("I", kind)) => match names.last_mut().filter(|_| at > 0 && tokens[at - 1].1 != "O") {
                Some((range, _)) => range.end = text.len(),
                None => names.push((start..text.len(), kind_of(kind)?)),
            },
            _ => {}
        }
    }
    Ok(Labelled { text, names })
}

/// The number of a kind of names.
pub fn kind_of(name: &str) -> Result<usize> {
    Ok(match name {
        "PER" => 0,
        "ORG" | "COM" => 1,
        "LOC" => 2,
        "MISC" => 3,
        _ => bail!("no kind of name: {name}"),
    })
}

fn plain(token: &str, open: bool) -> &str {
    match token {
        "``" => "“",
        "''" => "”",
        "\"" if open => "”",
        "\"" => "“",
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        _ => token,
    }
}

/// Whether no space stands between two tokens in print. `open`: behind `token` a quotation is open.
fn is_attached(before: &str, token: &str, open: bool) -> bool {
    let closes = matches!(token, "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "…" | "'" | "’") || token == "”" && !open;
    let clitic = matches!(token, "'s" | "’s" | "n't" | "n’t" | "'re" | "'ve" | "'ll" | "'d" | "'m" | "’re" | "’ve" | "’ll");
    closes || clitic || matches!(before, "(" | "[" | "$" | "#" | "£" | "€" | "“" | "@")
}
