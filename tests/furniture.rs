//! What belongs to the site goes, with its kind; what only looks like it stays.

mod common;

use common::{analyze, check};
use digest_hub::Analysis;

const TABLE: &str = include_str!("../data/paste/furniture.tsv");

struct Entry {
    kind: &'static str,
    form: &'static str,
    text: &'static str,
}

fn entries() -> Vec<Entry> {
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cells = rows.map(|row| row.split('\t').collect::<Vec<_>>());
    cells.map(|cells| Entry { kind: cells[0], form: cells[1], text: cells[3] }).collect()
}

/// An article with one line more in its middle.
fn article(line: &str) -> String {
    format!(
        "Sea wall of Orrin Quay to be raised\n\nThe council of Kestrel Bay will raise the sea wall of Orrin Quay by a metre, it said on Tuesday.\n\nWork is to begin in the spring and to last for two years, according to the harbour office.\n\n{line}\n\nThe wall was last repaired in 1998, after a storm that flooded forty cellars.\n\nThe council expects costs of 12 million crowns.\n"
    )
}

fn kind_of(text: &str, analysis: &Analysis, line: &str) -> Option<&'static str> {
    let units = |part: &str| part.encode_utf16().count();
    let start = units(&text[..text.find(&format!("\n\n{line}")).expect("the line is there") + 2]);
    let end = start + units(line);
    analysis.article.set_aside.iter().find(|aside| aside.start <= start && aside.end >= end).map(|aside| aside.kind)
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

#[test]
fn every_entry_is_set_aside_with_its_kind() {
    let mut wrong = Vec::new();
    for entry in entries() {
        let open = if entry.form == "starts" && entry.text.ends_with(|c: char| c == ' ' || c.is_alphanumeric()) {
            " the bay’s harbour"
        } else {
            ""
        };
        let line = capital(&format!("{}{open}", entry.text.trim()));
        let line = if entry.form == "has" { format!("All the news, {}", entry.text.trim()) } else { line };
        let text = article(&if entry.form == "beside" { format!("Share this article\n\n{line}\n\nCopy link") } else { line.clone() });
        let text =
            if entry.form == "section" { format!("Home\n\nSearch\n\n{line}\n\nSign in\n\n{}", article("It will be dry.")) } else { text };
        let analysis = analyze(&text);
        check(&text, &analysis);
        if kind_of(&text, &analysis, &line) != Some(entry.kind) {
            wrong.push(format!("{}: {line}", entry.kind));
        }
    }
    assert!(wrong.is_empty(), "{} entries do nothing:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn lines_beside_the_sites_own_stay_where_they_stand_alone() {
    let taken: Vec<&str> = entries()
        .into_iter()
        .filter(|entry| matches!(entry.form, "beside" | "section"))
        .map(|entry| entry.text)
        .filter(|line| kind_of(&article(&capital(line)), &analyze(&article(&capital(line))), &capital(line)).is_some())
        .collect();
    assert!(taken.is_empty(), "set aside: {taken:?}");
}

#[test]
fn no_entry_takes_a_sentence_that_only_holds_its_words() {
    let mut wrong = Vec::new();
    for entry in entries() {
        let line = format!("Nobody on the quay said “{}” that night, and the lamp went out.", entry.text.trim());
        let text = article(&line);
        if kind_of(&text, &analyze(&text), &line).is_some() {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn look_alikes_stay() {
    let rows = include_str!("cases/furniture.tsv").lines().filter(|line| !line.starts_with('#'));
    let lines: Vec<&str> = rows.filter_map(|row| row.split_once('\t')).map(|(_, line)| line).collect();
    assert!(lines.len() >= 50);
    let taken: Vec<&&str> = lines.iter().filter(|line| kind_of(&article(line), &analyze(&article(line)), line).is_some()).collect();
    assert!(taken.is_empty(), "set aside: {taken:#?}");
}

/// A page around two paragraphs, with lines of the site between them and above its title.
fn page(above: &str, between: &str) -> String {
    format!("{above}\n{}", article(between))
}

#[test]
fn what_only_a_neighbour_tells_goes_with_it() {
    let offer = page("", "Sign up to The Morning Tide\n\nOur letter explains the day before it begins\n\nEnter your email address");
    assert_eq!(kind_of(&offer, &analyze(&offer), "Our letter explains the day before it begins"), Some("subscribe"));
    let told = offer.replace("explains the day before it begins", "was read aloud on the quay that night");
    assert_eq!(kind_of(&told, &analyze(&told), "Our letter was read aloud on the quay that night"), None);
    let counted = page("", "Share this article\n\n134");
    assert_eq!(kind_of(&counted, &analyze(&counted), "134"), Some("comments"));
    let alone = page("", "134");
    assert_eq!(kind_of(&alone, &analyze(&alone), "134"), None);
}

#[test]
fn short_lines_at_the_end_of_a_page_are_its_menu() {
    let text = format!("{}\n\nReturn to top\n\nCareers\n\nLost property\n\nPrivacy policy\n", article("It will be dry."));
    assert_eq!(kind_of(&text, &analyze(&text), "Lost property"), Some("menu"));
    let signed = format!("{}\n\nRuth Lind\n\nTreasurer\n\nLost property\n\nOakmere\n", article("It will be dry."));
    assert_eq!(kind_of(&signed, &analyze(&signed), "Lost property"), None);
}

#[test]
fn invitations_to_follow() {
    for (kind, line) in [
        (Some("share"), "Follow the Courier Opinion section on Facebook and TikTok."),
        (None, "Follow the coast road north, and the quay is on your left."),
        (None, "Follow him on Facebook, she said, and you know where the ferry is."),
    ] {
        assert_eq!(kind_of(&article(line), &analyze(&article(line)), line), kind, "{line}");
    }
}

#[test]
fn a_list_above_the_article_does_not_take_its_title() {
    let text = page("The Bay Courier\n\nHome\n\nLatest\n\nVideo", "It will be dry.");
    assert_eq!(analyze(&text).article.title.as_deref(), Some("Sea wall of Orrin Quay to be raised"));
}

#[test]
fn an_opinion_may_be_the_title() {
    let text = "Opinion: The wall of Orrin Quay must wait\n\nThe council of Kestrel Bay will raise the sea wall by a metre, it said on Tuesday.\n\nIt should not.\n";
    assert_eq!(analyze(text).article.title.as_deref(), Some("Opinion: The wall of Orrin Quay must wait"));
    let linked = page("", "Opinion: The wall of Orrin Quay must wait");
    assert_eq!(kind_of(&linked, &analyze(&linked), "Opinion: The wall of Orrin Quay must wait"), Some("related"));
}

#[test]
fn headlines_under_most_read_go_and_the_article_goes_on() {
    let list = "Most read\n\nWhy the ferry is late again\n\nTen soups for a long winter\n\nThe lighthouse that nobody wants\n\nWhat the wall must hold";
    let text = article(list);
    let analysis = analyze(&text);
    for line in ["Why the ferry is late again", "Ten soups for a long winter", "The lighthouse that nobody wants"] {
        assert_eq!(kind_of(&text, &analysis, line), Some("related"), "{line}");
    }
    assert_eq!(kind_of(&text, &analysis, "What the wall must hold"), None, "the heading right above the prose is the article's");
}
