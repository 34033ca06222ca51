//! What others need for the same files: libraries from npm, which are installed for it, and from PyPI, where they are.

use std::fmt::Write as _;

use serde_json::Value;

use super::table::{rate, time};
use super::{Place, Text};
use crate::run::{command, output};
use crate::suite::need_packages;

/// Where the scripts and the list of packages lie.
const FOLDER: &str = "tests/peers";

/// One library and one text; seconds. Or why there is none.
struct Row {
    peer: String,
    file: String,
    first: f64,
    warm: f64,
    missing: Option<String>,
}

/// A line for each library and text, with the ratio to the core's whole analysis, natively and in Node.
pub fn report(texts: &[Text], native: &Place, node: &Place) -> String {
    let files: Vec<_> = texts.iter().map(|text| &text.file).collect();
    let mut out = String::from(
        "\n| peer | text | warm | its first call | × digest-hub in Node, whole analysis | × native |\n|---|---|---|---|---|---|\n",
    );
    let mut printed = String::new();
    match need_packages(FOLDER) {
        Ok(()) => printed += &output(command("node").arg(format!("{FOLDER}/bench.mjs")).args(&files)).unwrap_or_default(),
        Err(error) => out += &format!("| compromise, wink-nlp, chrono-node | not installed: {error:#} | – | – | – | – |\n"),
    }
    printed += &output(command("python3").arg(format!("{FOLDER}/bench.py")).args(&files)).unwrap_or_default();
    for row in printed.lines().filter_map(read) {
        out += &line(&row, texts, native, node);
    }
    out
}

fn line(row: &Row, texts: &[Text], native: &Place, node: &Place) -> String {
    if let Some(why) = &row.missing {
        return format!("| {} | not installed: {why} | – | – | – | – |\n", row.peer);
    }
    let Some(at) = texts.iter().position(|text| text.file.to_string_lossy() == row.file) else { return String::new() };
    let times = |place: &Place| {
        let ours = place.rows.as_ref().ok().and_then(|rows| rows.get(at));
        ours.map_or("–".to_owned(), |ours| format!("{:.2}", row.warm / ours.warm.max(1e-9)))
    };
    let mut out = String::new();
    let _ = writeln!(
        out,
        "| {} | {} | {}, {} | {} | {} | {} |",
        row.peer,
        texts[at].label,
        time(row.warm),
        rate(texts[at].bytes, row.warm),
        time(row.first),
        times(node),
        times(native)
    );
    out
}

fn read(line: &str) -> Option<Row> {
    let row: Value = serde_json::from_str(line).ok()?;
    let text = |name: &str| row[name].as_str().map(str::to_owned);
    let seconds = |name: &str| row[name].as_f64().unwrap_or_default() / 1e3;
    Some(Row {
        peer: text("peer")?,
        file: text("file").unwrap_or_default(),
        first: seconds("first"),
        warm: seconds("milliseconds"),
        missing: text("missing"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::Measured;
    use super::*;

    #[test]
    fn a_peer_is_set_beside_the_core_and_one_that_is_missing_says_so() {
        let texts = [Text { label: "10 kB", file: "a.txt".into(), bytes: 10_000, tokens: 2_000, peak: None }];
        let place = |warm| Place { name: "x", rows: Ok(vec![Measured { warm, ..Measured::default() }]) };
        let shown = |printed: &str| line(&read(printed).unwrap(), &texts, &place(0.01), &place(0.02));
        let row = shown(r#"{"peer":"compromise","file":"a.txt","first":400,"milliseconds":200}"#);
        assert_eq!(row, "| compromise | 10 kB | 200 ms, 0.050 MB/s | 400 ms | 10.00 | 20.00 |\n");
        assert!(shown(r#"{"peer":"spaCy","missing":"No module named 'spacy'"}"#).contains("not installed: No module"));
    }
}
