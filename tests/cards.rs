//! What a card says: who somebody is, what it did, the figure that matters, and under what sign its shares are dealt in.

mod common;

use common::{analyze, check};
use digest_hub::contract::{Entity, EntityKind};

const ARTICLE: &str = "\
Nordwind buys Kite Lines for $40 million

KESTREL BAY, Oct. 28, 2025 — Nordwind Corp. (NASDAQ: NRDW), a Danish maker of harbour cranes, said on Tuesday it would buy Kite Lines for $40 million. The Danish shipbuilder Orla Marine made an offer of €35m in June.

Chief Executive Mary Ferro said the deal would add 12% to sales. \"We have waited for this for ten years,\" Ferro said. Thomas Hale, the harbour master of Kestrel Bay, welcomed it. Kite Lines is a ferry operator with 1,200 employees.

Ferro joined Nordwind in 2018. She ran its cranes unit until 2021. Nordwind earned $120 million last year, up 8 percent.
";

fn card(name: &str) -> Entity {
    let analysis = analyze(ARTICLE);
    check(ARTICLE, &analysis);
    let names: Vec<String> = analysis.hub.entities.iter().map(|entity| entity.name.clone()).collect();
    let found = analysis.hub.entities.into_iter().find(|entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name));
    found.unwrap_or_else(|| panic!("no card of {name} among {names:?}"))
}

#[test]
fn a_role_is_the_articles_own_words() {
    assert_eq!(card("Nordwind").role.as_deref(), Some("Danish maker of harbour cranes"));
    assert_eq!(card("Orla Marine").role.as_deref(), Some("Danish shipbuilder"));
    assert_eq!(card("Thomas Hale").role.as_deref(), Some("harbour master of Kestrel Bay"));
    assert_eq!(card("Mary Ferro").role.as_deref(), Some("Chief Executive"));
    assert_eq!(card("Kite Lines").role.as_deref(), Some("ferry operator with 1,200 employees"));
    assert_eq!(card("Kestrel Bay").role, None, "what is said of its harbour master is not said of the bay");
}

#[test]
fn a_sign_of_shares_belongs_to_its_firm_and_is_no_name() {
    let nordwind = card("Nordwind");
    assert_eq!(nordwind.ticker.as_deref(), Some("NASDAQ: NRDW"));
    assert_eq!(nordwind.kind, EntityKind::Company);
    let entities = analyze(ARTICLE).hub.entities;
    assert!(entities.iter().all(|entity| !matches!(entity.name.as_str(), "NASDAQ" | "NRDW")));
}

#[test]
fn a_description_names_its_subject_and_prefers_what_it_did() {
    for entity in analyze(ARTICLE).hub.entities {
        assert!((1..=3).contains(&entity.description.len()), "{}: {} claims", entity.name, entity.description.len());
        for claim in &entity.description {
            let forms = [&entity.name].into_iter().chain(&entity.aliases);
            assert!(forms.into_iter().any(|form| claim.text.contains(form.as_str())), "{}: {}", entity.name, claim.text);
        }
    }
    let nordwind: Vec<String> = card("Nordwind").description.into_iter().map(|claim| claim.text).collect();
    assert!(nordwind.iter().any(|text| text.contains("$120 million")), "the figure that matters: {nordwind:?}");
}

#[test]
fn a_title_in_a_list_belongs_to_the_name_behind_it() {
    let article = "Harbour pact signed\n\nThe pact was signed on Monday. Mayor Mary Ferro, Deputy Mayor Thomas Hale, and Orla Marine signed it.\n\n\
        Mary Ferro welcomed the pact. Thomas Hale thanked the crews of the harbour.\n";
    let ferro = analyze(article).hub.entities.into_iter().find(|entity| entity.name.contains("Ferro"));
    assert!(ferro.is_some_and(|ferro| ferro.role.is_none_or(|role| !role.contains("Hale"))));
}
