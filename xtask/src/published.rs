//! A page with its publisher's hub, as such pages are: how much of it the program reads, to the letter.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::gates::Judged;
use crate::root;
use crate::run::{command, output};

/// The page, of the project's own writing.
const PAGE: &str = "tests/published/page.txt";
/// What it holds.
const POINTS: usize = 3;
const PARTS: usize = 7;
const NAMES: usize = 14;
const ENTRIES: usize = 10;
/// The last paragraph that its summary cites; the first is 1, and none between is left out.
const CITED: u64 = 33;

/// What the program reads of the page, held against what is there.
pub fn judged(binary: &Path) -> Result<Vec<Judged>> {
    let page = std::fs::read_to_string(root().join(PAGE)).with_context(|| format!("{PAGE} could not be read"))?;
    let said = output(command(binary).args(["--format", "json", PAGE])).context("the program could not read the page")?;
    let analysis: Value = serde_json::from_str(&said).context("the program printed no JSON")?;
    Ok(judge(&analysis["published_hub"], &page))
}

fn judge(hub: &Value, page: &str) -> Vec<Judged> {
    let (points, parts) = (list(&hub["digest"]["key_points"]), list(&hub["digest"]["summary"]));
    let (names, entries) = (list(&hub["entities"]), list(&hub["timeline"]));
    let summed: Vec<&Value> = parts.iter().flat_map(|part| list(&part["claims"])).collect();
    let cited: BTreeSet<u64> = summed.iter().flat_map(|claim| list(&claim["paragraphs"])).filter_map(Value::as_u64).collect();
    let claims = points.iter().chain(summed).chain(names.iter().flat_map(|name| list(&name["description"])));
    let claims = claims.chain(entries.iter().map(|entry| &entry["claim"])).map(|claim| &claim["text"]);
    let shown = claims.chain(names.iter().map(|name| &name["name"])).chain(entries.iter().map(|entry| &entry["label"]));
    let page = without_spaces(&without_marks(page));
    let foreign = shown.filter(|text| text.as_str().is_none_or(|text| !page.contains(&without_spaces(text)))).count();
    let count = |what: &str, found: usize, there: usize| {
        Judged::of(format!("published hub, {what}"), format!("{found} (of {there})"), found == there)
    };
    vec![
        count("key points", points.len(), POINTS),
        count("parts of the summary", parts.len(), PARTS),
        count("paragraphs cited", cited.iter().filter(|n| (1..=CITED).contains(n)).count(), CITED as usize),
        count("names", names.len(), NAMES),
        count("entries of the timeline", entries.len(), ENTRIES),
        Judged::of("published hub, texts that the page does not have".to_owned(), format!("{foreign} (at most 0)"), foreign == 0),
    ]
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Without its citations, which stand in front of the stop of a sentence.
fn without_marks(page: &str) -> String {
    let mut pieces = page.split("[para. ");
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.filter_map(|piece| Some(piece.split_once(']')?.1));
    std::iter::once(first).chain(rest).collect()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::gates::Verdict;

    #[test]
    fn what_is_missing_or_of_other_words_is_broken() {
        let hub = json!({
            "digest": { "key_points": [{ "text": "Rope is dear." }], "summary": [] },
            "entities": [{ "name": "Nordwind", "description": [{ "text": "Nordwind sells string." }] }],
            "timeline": [],
        });
        let judged = judge(&hub, "- Rope is dear[para. 1][para. 2].\n- Nordwind\n- Nordwind sells rope.\n");
        assert!(judged.iter().all(|row| row.verdict == Verdict::Broken));
        assert_eq!(judged[5].told, "1 (at most 0)", "string stands nowhere");
        assert!(judge(&Value::Null, "").iter().take(5).all(|row| row.verdict == Verdict::Broken), "no hub at all");
    }
}
