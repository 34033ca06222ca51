//! Whole pastes: `articles/<name>/source.txt` gives `expected.txt`.
//!
//! `BLESS=1 cargo test --test articles` writes what the core says now; the difference is then judged by eye, beside
//! `notes.md`, which says what a careful reader expects.

mod common;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use common::{analyze, analyze_with, check};
use digest_hub::contract::Hub;
use digest_hub::{Analysis, Length, Options};

/// Everything that a reader would check, a line each.
fn shown(text: &str, analysis: &Analysis) -> String {
    let article = &analysis.article;
    let mut out = String::new();
    writeln!(out, "title      {}", json(&article.title)).unwrap();
    writeln!(out, "byline     {}", json(&article.byline)).unwrap();
    writeln!(out, "published  {}", json(&article.published)).unwrap();
    writeln!(out, "language   {}  words {}\n", article.language, article.words).unwrap();
    for block in &article.blocks {
        let number = block.number.map_or(String::new(), |n| n.to_string());
        writeln!(out, "{:<8}{number:>3}  {}", json(&block.kind).trim_matches('"'), ends(&block.text)).unwrap();
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    out.push('\n');
    for aside in article.set_aside.iter().filter(|aside| aside.kind != "published-hub") {
        writeln!(out, "aside {:<14} {}", aside.kind, ends(&String::from_utf16_lossy(&units[aside.start..aside.end]))).unwrap();
    }
    if let Some(hub) = &analysis.published_hub {
        writeln!(out, "\npublished hub").unwrap();
        show_hub(&mut out, hub);
    }
    writeln!(out, "\nmade hub").unwrap();
    show_hub(&mut out, &analysis.hub);
    for notice in &analysis.notices {
        writeln!(out, "notice {}: {}", notice.code, notice.message).unwrap();
    }
    out
}

fn show_hub(out: &mut String, hub: &Hub) {
    for claim in &hub.digest.key_points {
        writeln!(out, "point    {}", claim.text).unwrap();
    }
    for part in &hub.digest.summary {
        for claim in &part.claims {
            writeln!(out, "summary  {:?} {}", claim.paragraphs, ends(&claim.text)).unwrap();
        }
    }
    for entity in &hub.entities {
        writeln!(
            out,
            "entity   {} · {:?} · {:?} · {:?} · {} mentions",
            entity.name,
            entity.kind,
            entity.ticker,
            entity.aliases,
            entity.mentions.len()
        )
        .unwrap();
    }
    for event in &hub.timeline {
        writeln!(out, "event    {} · {} · {}", event.label, event.date.as_deref().unwrap_or("?"), ends(&event.claim.text)).unwrap();
    }
}

/// The first and the last words of a text on one line.
fn ends(text: &str) -> String {
    let line = text.replace(|c: char| c.is_control(), "⏎");
    let characters: Vec<char> = line.chars().collect();
    if characters.len() <= 90 {
        return line;
    }
    let (head, tail): (String, String) = (characters[..55].iter().collect(), characters[characters.len() - 30..].iter().collect());
    format!("{head} … {tail}")
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data")
}

fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles"))
        .expect("tests/articles")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 10, "the articles are there");
    folders
}

#[test]
fn a_longer_summary_has_no_fewer_words() {
    let mut shorter = 0;
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).expect("source.txt");
        let words = |length: Length| -> usize {
            let digest = analyze_with(&text, &Options { length, ..Options::default() }).hub.digest;
            digest.summary.iter().flat_map(|part| &part.claims).map(|claim| claim.text.split_whitespace().count()).sum()
        };
        let (short, standard, long) = (words(Length::Short), words(Length::Standard), words(Length::Long));
        assert!(short <= standard && standard <= long, "{}: {short} {standard} {long}", folder.display());
        shorter += usize::from(short < standard);
    }
    assert!(shorter >= 5, "short is a choice: {shorter}");
}

#[test]
fn whole_pastes_are_read_as_a_careful_reader_would() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).expect("source.txt");
        let analysis = analyze(&text);
        check(&text, &analysis);
        let found = shown(&text, &analysis);
        if bless {
            fs::write(folder.join("expected.txt"), &found).expect("written");
        }
        let expected = fs::read_to_string(folder.join("expected.txt")).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}:\n{}", folder.display(), difference(&expected, &found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The lines that only one side has.
fn difference(expected: &str, found: &str) -> String {
    let gone = expected.lines().filter(|line| !found.lines().any(|l| l == *line)).map(|line| format!("- {line}"));
    let new = found.lines().filter(|line| !expected.lines().any(|l| l == *line)).map(|line| format!("+ {line}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}
