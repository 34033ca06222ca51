//! What each block of a paste is: one line that must be read so, and one that must not.

mod common;

use common::{analyze, check};
use digest_hub::Analysis;
use digest_hub::contract::BlockKind;

fn read(text: &str) -> Analysis {
    let analysis = analyze(text);
    check(text, &analysis);
    analysis
}

fn kinds(text: &str) -> Vec<(BlockKind, String)> {
    read(text).article.blocks.into_iter().map(|block| (block.kind, block.text)).collect()
}

fn kind_of(text: &str, line: &str) -> Option<BlockKind> {
    kinds(text).into_iter().find(|(_, block)| block == line).map(|(kind, _)| kind)
}

/// The line between two paragraphs of an article.
fn kind_inside(line: &str) -> Option<BlockKind> {
    let text = format!(
        "Sea wall of Orrin Quay to be raised\n\nThe council will raise the sea wall of Orrin Quay by a metre, it said on Tuesday.\n\n{line}\n\nWork is to begin in the spring and to last for two years, according to the harbour office.\n"
    );
    kind_of(&text, line)
}

#[test]
fn lines_inside_an_article() {
    use BlockKind::{Body, Caption, Heading, Note};
    for (kind, line) in [
        (Heading, "About Tidewell Group Ltd."),
        (Body, "They sold it to Tidewell Group Ltd."),
        (Heading, "Rope 2.0"),
        (Body, "1, 2, 2, 3.5"),
        (Note, "(1 crown = $0.13)"),
        (Note, "($1 = 7.1 crowns)"),
        (Body, "(The wall = the town, as they say in 3 villages.)"),
        (Note, "(Applause.)"),
        (Note, "[As prepared for delivery]"),
        (Body, "(Nobody clapped.)"),
        (Note, "[^1]: Price of May 2024 at Haver Bros."),
        (Body, "[1] was the number of the house."),
        (Caption, "The wall at low tide. (Jon Pell/Bay Pictures)"),
        (Body, "The wall holds at low tide (and/or in calm weather)."),
        (Caption, "![The wall](wall.jpg)"),
        (Note, "---"),
        (Note, "Attachment(s): Download orrin_quay.pdf Topic(s): Safety at sea"),
        (Note, "2 hours ago"),
        (Heading, "Two hours ago"),
        (Note, "❖"),
        (Note, "SOURCE Kite Lines Ltd."),
        (Body, "Source said the wall."),
        (Caption, "Lena Marsh at the wall. Credit...Jon Pell"),
        (Body, "The sheds closed for a year. [24] [25]"),
        (Heading, "The sheds in 1902 [24]"),
    ] {
        assert_eq!(kind_inside(line), Some(kind), "{line}");
    }
}

#[test]
fn titled_lines_above_a_list_are_headings() {
    let text = |line: &str| {
        format!("The wall\n\nThe council will raise the wall, it said.\n\n{line}\n\n• Close the old road.\n\n• Open the new one.\n")
    };
    let titled = "Repairing the Old Road to Orrin Quay:";
    assert_eq!(kind_of(&text(titled), titled), Some(BlockKind::Heading));
    for lead in ["Under the settlement, the council will:", "What the council will do this spring:"] {
        assert_eq!(kind_of(&text(lead), lead), Some(BlockKind::Body), "{lead}");
    }
}

#[test]
fn a_standfirst_of_two_lines() {
    let text = "Council Raises the Wall\n\nOct. 29, 2025\n\nWork on the first stretch begins in the spring\n\nNeighbours of the quay ask for a gate and for two years of quiet\n\nThe council will raise the wall, it said. It was built in 1902.\n\nIt fell in 1998.\n";
    assert_eq!(kind_of(text, "Neighbours of the quay ask for a gate and for two years of quiet"), Some(BlockKind::Deck));
    let prose = text.replace("two years of quiet", "two years of quiet. [7]");
    assert_eq!(kind_of(&prose, "Neighbours of the quay ask for a gate and for two years of quiet. [7]"), Some(BlockKind::Body));
}

#[test]
fn what_an_author_is_belongs_to_the_byline() {
    let text = "Sea wall of Orrin Quay to be raised\n\nBy Mara Quill\n\nHarbour correspondent\n\nOct. 29, 2025\n\nThe council will raise the wall.\n\nIt was built in 1902.\n";
    assert_eq!(kind_of(text, "Harbour correspondent"), Some(BlockKind::Byline));
    let bare = text.replace("By Mara Quill", "Mara Quill");
    assert_eq!(read(&bare).article.byline.as_deref(), Some("Mara Quill"));
    let heading = "The council will raise the wall, it said on Tuesday, and nobody spoke against it.\n\nHarbour correspondent\n\nThe paper looks for one.\n";
    assert_eq!(kind_of(heading, "Harbour correspondent"), Some(BlockKind::Heading));
}

#[test]
fn a_mails_signature_is_a_note_and_a_rule_is_not_a_signature() {
    let mail = "Dear all,\n\nThe pier opens on 12 May.\n\nBram\n\n-- \nBram Olsen\nKite Lines Ltd.\nThis letter was typed on a boat, and its writer knows nothing of the law of the sea.\n";
    let last = kinds(mail).pop().map(|(kind, _)| kind);
    assert_eq!(last, Some(BlockKind::Note));
    let parted = "The wall\n\nThe council will raise the wall, it said.\n\n---\n\nKeep the old stones dry, the mason said.\n";
    assert_eq!(kind_of(parted, "Keep the old stones dry, the mason said."), Some(BlockKind::Body));
}

/// Lines of a page, filled to the margin, with what stands at its foot.
fn pages(foot: &str) -> String {
    format!(
        "Nobody on the quay remembers when the last of the steam cranes left it, but most of them\ncan say when the noise ended and why nobody missed it at all. It went on be-\ncause the families would not sell.1 By the year of the storms only four of the sheds were\nleft, and a well-\nknown builder of boats had bought the largest of them for the hemp that it held and for out-\n\n{foot}\n\n                                   Page 1 of 2\n\nlasted all but one of the ropes that hung in it on that day, as everyone on the bay could see.\n"
    )
}

#[test]
fn a_footnote_steps_out_of_the_paragraph_that_runs_on() {
    let text = pages("1  R. Lind, “Rope on Film”, Spring 2019, pp. 3-7.");
    let analysis = read(&text);
    let aside: Vec<&str> = analysis.article.set_aside.iter().map(|aside| aside.kind).collect();
    assert_eq!(aside, ["markup", "footnote", "page-number"]);
    assert_eq!(analysis.article.blocks.len(), 1);
    let unmarked = pages("1  R. Lind, “Rope on Film”, Spring 2019, pp. 3-7.").replace("sell.1", "sell.");
    assert!(read(&unmarked).article.set_aside.iter().all(|aside| aside.kind != "footnote"), "no mark, no footnote");
}

#[test]
fn a_line_that_ends_in_an_article_goes_on() {
    let text = "The Price of a\nQuiet Harbour\n\nBy Ruth Lind\n\nNobody remembers the crane.\n\nIt was sold in 1998.\n";
    assert_eq!(read(text).article.title.as_deref(), Some("The Price of a Quiet Harbour"));
    let long = text.replace("The Price of a\nQuiet Harbour", "The Sheds of the Bay Ask for\nHelp After the Long Winter");
    assert_eq!(read(&long).article.title.as_deref(), Some("The Sheds of the Bay Ask for Help After the Long Winter"));
    let two = text.replace("The Price of a", "The Price of Rope");
    assert_eq!(read(&two).article.title.as_deref(), Some("The Price of Rope"));
}

#[test]
fn quoted_lines_are_one_paragraph_and_listed_ones_are_not() {
    let quoted =
        "The wall\n\nThe old saying has it so.\n\n> A rope is as old as its night.\n> Nobody can see it in a shop.\n\nIt is true.\n";
    assert_eq!(read(quoted).article.blocks.len(), 4);
    let listed = "The wall\n\nThe old saying has it so.\n\n> Rope and its makers today\n> Walls and their keepers now\n\nIt is true.\n";
    assert_eq!(read(listed).article.blocks.len(), 5);
}

#[test]
fn a_subject_names_the_article_only_above_its_prose() {
    let first = "The council will raise the sea wall of Orrin Quay by a metre, it said on Tuesday.";
    let second = "Work is to begin in the spring and to last for two years, according to the harbour office.";
    let below = format!("Orrin Quay\n\nBy Ines Coto\n\n{first}\n\n{second}\n\nNobody asked.\n\nTitle: The wall of Orrin Quay");
    assert_eq!(read(&below).article.title.as_deref(), Some("Orrin Quay"));
    let above = format!("From: Ines Coto\n\nSubject: The wall of Orrin Quay\n\n{first}\n\n{second}\n\nNobody asked.");
    assert_eq!(read(&above).article.title.as_deref(), Some("The wall of Orrin Quay"));
}

#[test]
fn a_title_that_a_page_shows_twice_stands_above_the_article() {
    let text = "The Tide Letter\n\nWhy I stopped counting ships\n\nCopy link\n\nWhy I stopped counting ships\n\nBy Otto Hale\n\nFor forty years I wrote down every ship that passed the quay.\n\nIt told me nothing.\n";
    let titles: Vec<BlockKind> =
        kinds(text).into_iter().filter(|(_, block)| block == "Why I stopped counting ships").map(|(kind, _)| kind).collect();
    assert_eq!(titles, [BlockKind::Note, BlockKind::Title]);
    assert_eq!(read(text).article.blocks.iter().filter(|block| block.number.is_some()).count(), 2);
}

#[test]
fn the_day_of_an_update_is_not_the_day_of_publication() {
    let day = |line: &str| {
        let text = format!(
            "Council raises the wall\n\nBy Mara Quill\n\n{line}\n\nThe council will raise the wall, it said.\n\nIt fell in 1998.\n"
        );
        read(&text).article.published.map(|published| published.date.to_string())
    };
    assert_eq!(day("October 29, 2025 6:32 PM Updated 2 hours ago").as_deref(), Some("2025-10-29"));
    assert_eq!(day("Updated October 30, 2025"), None);
    assert_eq!(day("Last modified on Thu 30 Oct 2025"), None);
}

#[test]
fn what_stands_between_a_byline_and_the_first_sentence() {
    let text = "Council raises the wall\n\nBy Mara Quill\n\nSome deck about the wall and its keepers\n\nJon Pell\n\nThe wall at low tide\n\nThe council will raise the wall, it said.\n\nIt fell in 1998.\n";
    assert_eq!(read(text).article.blocks.iter().filter(|block| block.number.is_some()).count(), 2);
    let letter = "The wall\n\nOct. 29, 2025\n\nDear Dr. Pangborn,\n\nThe council will raise the wall, it said.\n\nIt fell in 1998.\n";
    assert_eq!(kind_of(letter, "Dear Dr. Pangborn,"), Some(BlockKind::Body));
}
