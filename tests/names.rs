//! Which names a text has, what they are and what else they are called: `tests/cases/names.tsv`, and its twins.

mod common;

use common::{analyze, check};
use digest_hub::contract::{Entity, EntityKind};

/// "person Ada Ferro [Ferro]"
fn described(card: &Entity) -> String {
    let kind = match card.kind {
        EntityKind::Company => "company",
        EntityKind::Organisation => "organisation",
        EntityKind::Person => "person",
        EntityKind::Place => "place",
        EntityKind::Other => "other",
    };
    let mut aliases = card.aliases.clone();
    aliases.sort();
    let aliases = if aliases.is_empty() { String::new() } else { format!(" [{}]", aliases.join(", ")) };
    format!("{kind} {}{aliases}", card.name)
}

#[test]
fn names_are_found_and_their_twins_are_not() {
    let mut wrong = Vec::new();
    for row in include_str!("cases/names.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [text, must, must_not] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("three cells: {row}") };
        let article = format!("What happened at the harbour\n\n{}\n", text.replace("\\n", "\n"));
        let analysis = analyze(&article);
        check(&article, &analysis);
        let cards = analysis.hub.entities;
        let found: Vec<String> = cards.iter().map(described).collect();
        let listed = |cell: &'static str| cell.split("; ").filter(|name| !name.is_empty());
        let missing = listed(must).filter(|card| !found.iter().any(|found| found == card));
        let named = |name: &str| cards.iter().any(|card| card.name == name || card.aliases.iter().any(|alias| alias == name));
        let stray = listed(must_not).filter(|name| named(name));
        let faults: Vec<&str> = missing.chain(stray).collect();
        if !faults.is_empty() {
            wrong.push(format!("{text}\n  {faults:?} of {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
