//! Entries of the timeline, one line a case (`cases/events.tsv`): the clause that a date governs, and nothing else of its
//! sentence.

mod common;

use common::check;
use digest_hub::{Analyzer, Date, Options};

#[test]
fn an_entry_is_the_clause_that_its_date_governs() {
    let analyzer = Analyzer::new(None).expect("the built-in weights");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for line in include_str!("cases/events.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let published = cells.next().and_then(Date::from_iso);
        let text = cells.next().expect("a text");
        let expected = cells.next().unwrap_or_default();
        let analysis = analyzer.analyze(text, &Options { published, ..Options::default() });
        check(text, &analysis);
        let entries: Vec<String> = analysis
            .hub
            .timeline
            .iter()
            .map(|event| format!("{}: {}{}", event.label, event.claim.text, if event.expected { " (expected)" } else { "" }))
            .collect();
        if entries.join(" | ") != expected {
            wrong.push(format!("{text}\n   expected {expected}\n   found    {}", entries.join(" | ")));
        }
        cases += 1;
    }
    assert!(cases >= 20, "{cases} cases");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
