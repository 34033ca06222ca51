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
fn roles_are_found_and_their_twins_are_not() {
    let mut wrong = Vec::new();
    for row in include_str!("cases/roles.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [text, name, role] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("three cells: {row}") };
        let article = format!("What happened at the harbour\n\n{text}\n");
        let analysis = analyze(&article);
        check(&article, &analysis);
        let card = analysis.hub.entities.iter().find(|card| card.name == name);
        let found = card.map(|card| card.role.as_deref().unwrap_or_default());
        if found != Some(role) {
            wrong.push(format!("{text}\n  {name}: {found:?}, not {role:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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

/// The names, aliases and kinds of an article's cards.
fn cards(article: &str) -> Vec<Entity> {
    let analysis = analyze(article);
    check(article, &analysis);
    analysis.hub.entities
}

fn named<'a>(cards: &'a [Entity], name: &str) -> &'a Entity {
    let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
    cards.iter().find(|card| card.name == name).unwrap_or_else(|| panic!("no card of {name} among {names:?}"))
}

#[test]
fn an_office_is_told_whole() {
    let cards = cards(
        "Harbour talks go on\n\nNational Security Advisor Mary Ferro met the opposition leader Thomas Hale on Monday. \
         Mary Ferro said the talks would go on. On Tuesday Director Ada Lim left, and Ada Lim thanked Thomas Hale.\n",
    );
    assert_eq!(named(&cards, "Mary Ferro").role.as_deref(), Some("National Security Advisor"));
    assert_eq!(named(&cards, "Thomas Hale").role.as_deref(), Some("opposition leader"));
    assert_eq!(named(&cards, "Ada Lim").role.as_deref(), Some("Director"), "a day is no part of an office");
}

#[test]
fn a_generation_and_a_second_surname_split_nobody() {
    let cards = cards(
        "Ferro and Tovar sign\n\nPresident Robert Ferro, Jr. met Governor Carlos Tovar Marlow on Monday. Robert Ferro Jr. said he was glad. \
         Tovar said that he would sign. Ferro signed, and Tovar left the port.\n",
    );
    let people: Vec<&str> = cards.iter().filter(|card| card.kind == EntityKind::Person).map(|card| card.name.as_str()).collect();
    assert_eq!(people.len(), 2, "{people:?}");
    assert!(named(&cards, "Carlos Tovar Marlow").aliases.iter().any(|alias| alias == "Tovar"));
}

#[test]
fn a_surname_is_somebodys_last_name_before_it_is_a_middle_one() {
    let cards = cards(
        "Walker and Marlow sign\n\nThe mayor, Anna Walker, met Governor John Walker Marlow on Monday. Walker said that she would sign. \
         Marlow signed, and Walker left the port.\n",
    );
    assert!(named(&cards, "Anna Walker").aliases.iter().any(|alias| alias == "Walker"));
    assert!(named(&cards, "John Walker Marlow").aliases.iter().all(|alias| alias != "Walker"));
}

#[test]
fn what_the_article_calls_a_firm_is_a_company_and_whose_report_it_is_has_no_card() {
    let cards = cards(
        "KESTREL BAY (AP) — Velora, a Danish maker of harbour cranes, hired Mary Ferro on Monday. Jon Pell, CTO of Velora's China unit, \
         said Velora would grow. The Harbour Institute, a school of pilots, said nothing of Velora.\n\nMary Ferro thanked Velora. \
         The Harbour Institute will open in May.\n",
    );
    assert_eq!(named(&cards, "Velora").kind, EntityKind::Company);
    assert_eq!(named(&cards, "Harbour Institute").kind, EntityKind::Organisation);
    assert_eq!(named(&cards, "Jon Pell").kind, EntityKind::Person);
    assert!(cards.iter().all(|card| card.name != "AP" && card.aliases.iter().all(|alias| alias != "AP")));
}

#[test]
fn a_known_firm_is_no_other_name_of_one_of_its_parts() {
    let others = |text: &str, name: &str| -> Vec<String> {
        let entities = analyze(&format!("What happened at the harbour\n\n{text}\n")).hub.entities;
        entities.into_iter().find(|entity| entity.name == name).map(|entity| entity.aliases).unwrap_or_default()
    };
    let part = "Boeing lent the town a crane in May. The crane came from Boeing Commercial Airplanes, the paper said.";
    assert_eq!(others(part, "Boeing Commercial Airplanes"), Vec::<String>::new());
    let whole = "Porsche lent the town a crane in May. The crane came from Porsche Automobil Holding SE, the paper said.";
    assert_eq!(others(whole, "Porsche Automobil Holding SE"), ["Porsche"]);
}
