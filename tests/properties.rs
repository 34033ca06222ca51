//! What holds for every text that a person can paste.

mod common;
#[path = "common/targets.rs"]
mod targets;

use common::{analyze, check};
use digest_hub::contract::Claim;
use digest_hub::text_from_html;
use proptest::prelude::*;

/// Pieces of which pastes are made, the nasty ones included.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{85}",
        "\u{B}",
        "\u{C}",
        "\u{2028}",
        "\u{2029}",
        "\u{FEFF}",
        "\0",
        "\u{1B}",
        "\u{200B}",
        "\u{AD}",
        "\u{A0}",
        "\u{202E}",
        " ",
        "\t",
        "- ",
        "• ",
        "* ",
        "1. ",
        "## ",
        "**",
        "[para. 3]",
        "[paras. 3-5]",
        "[para. 0]",
        "[para. 999]",
        "［ｐａｒａ. ９］",
        "DIGEST HUB",
        "Who's Who",
        "What Happened When",
        "Explore the story in 3 minutes",
        "Since 2018:",
        "By May 2025:",
        "Oct. 23, 2025:",
        "Feb. 30, 2025:",
        "Recently:",
        "Nordwind Corp. Ltd.",
        "Nordwind makes rope in the harbour.",
        "(600123.SS)",
        "By Mara Quill",
        "Oct. 29, 2025",
        "KESTREL BAY, Oct. 28 —",
        "Advertisement",
        "MOST POPULAR",
        "Page 3 of 9",
        "12",
        "###",
        "The port opened on Monday.",
        "😀",
        "e\u{301}\u{301}\u{301}",
        "漢字。",
        "مرحبا",
        "Саmbricon",
        "Ｎｏｒｄｗｉｎｄ",
        "U.S. officials said so.",
        "Nordwind may soon sell its quay to Otto Brandt, its owners said, but did not say when.",
        "Ada Lim, who has not paid, could be accused of it, officials said on Friday.",
        "It wouldn’t say why, and Tidewell allegedly plans to close the yard.",
        "“We came. We stayed,” she said.",
        "=1+1",
        "</script>",
        "<img onerror=x>",
        "__proto__",
        "tech-\nnology",
        ":",
        ".",
        "…",
        "\"",
    ];
    prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>(), 1 => "[a-zA-Z ,.]{0,90}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(500), failure_persistence: None, ..ProptestConfig::default() })]

    /// What each fuzz target holds, for texts that are made of what breaks things.
    #[test]
    fn every_paste_keeps_every_promise(pieces in prop::collection::vec(piece(), 0..60)) {
        targets::paste(&pieces.concat());
    }

    #[test]
    fn every_html_gives_text(pieces in prop::collection::vec(prop_oneof![
        piece(),
        proptest::sample::select(vec!["<p>", "</p>", "<script>", "</script>", "<!--", "-->", "<a href='", "'>", "<li", ">", "&amp;", "&#x", "&", "<div hidden>", "</div>", "<h2>", "<br>"]).prop_map(str::to_owned),
    ], 0..60)) {
        targets::html(&pieces.concat());
    }

    #[test]
    fn what_is_shown_as_the_publishers_words_stands_in_the_paste(lines in prop::collection::vec(piece(), 0..40)) {
        targets::hub(&format!("{}\nDIGEST HUB\n- {}", lines[..lines.len() / 2].join("\n"), lines.join("\n- ")));
    }

    #[test]
    fn the_day_of_publication_moves_no_date_in_the_text(day in 0i32..60_000, pieces in prop::collection::vec(piece(), 0..40)) {
        let published = digest_hub::Date::from_days(day - 20_000).expect("a day of the calendar");
        targets::dates(&format!("{published}\n{}", pieces.concat()));
    }

    #[test]
    fn every_export_is_read_back(lines in prop::collection::vec(piece(), 0..30)) {
        targets::exports(&lines.join("\n"));
    }
}

#[test]
fn a_dateline_with_nothing_behind_it_is_read() {
    let text = text_from_html("[para. 3]</div>[paras. 3-5]</div>KESTREL BAY, Oct. 28 —• <p>");
    check(&text, &analyze(&text));
}

#[test]
fn row_4_one_megabyte_line_and_a_hundred_thousand_paragraphs() {
    let line = "The port of Kestrel Bay opened again. ".repeat(30_000);
    let analysis = analyze(&line);
    check(&line, &analysis);
    assert_eq!(analysis.article.blocks.len(), 1);
    let many = "A short paragraph stands here.\n\n".repeat(100_000);
    assert_eq!(analyze(&many).article.blocks.len(), 100_000);
}

#[test]
fn row_5_the_same_paragraphs_for_every_line_end() {
    let text = "Harbour reopens\n\nThe port opened on Monday.\nIt had been closed.\n\n- DIGEST HUB\n- The port opened.\n";
    let shape = |analysis: &digest_hub::Analysis| {
        let blocks = analysis.article.blocks.iter().map(|block| (block.kind, block.number, block.text.clone()));
        (blocks.collect::<Vec<_>>(), analysis.published_hub.is_some())
    };
    let expected = shape(&analyze(text));
    assert_eq!(expected.0.len(), 3);
    for end in ["\r", "\r\n", "\u{85}", "\u{B}", "\u{C}", "\u{2028}", "\u{2029}"] {
        assert_eq!(shape(&analyze(&text.replace('\n', end))), expected, "{end:?}");
    }
}

#[test]
fn row_6_controls_and_invisible_characters_are_kept_and_hide_nothing() {
    let text = "\u{FEFF}DIGEST\u{200B} HUB\n- Nord\u{AD}wind opened the port.\u{0}\n- Since\u{200B} 2018:\n- The port\u{1B} grew.\n";
    let analysis = analyze(text);
    check(text, &analysis);
    let hub = analysis.published_hub.expect("the hub is seen through its invisible characters");
    assert_eq!(hub.timeline[0].date.as_deref(), Some("2018/.."));
    assert!(hub.digest.key_points[0].text.contains('\u{AD}'), "nothing is taken out of what is shown");
}

#[test]
fn row_7_offsets_behind_emoji_count_utf_16_units() {
    let text = "Title 😀😀\n\n😀 Nordwind Corp. grew. 𝒳 Nordwind Corp. again.\n\nDIGEST HUB\nWho's Who\n- Nordwind Corp.\n- Nordwind Corp. is a firm in the harbour.\n";
    let analysis = analyze(text);
    check(text, &analysis);
    let mentions = &analysis.published_hub.as_ref().expect("a hub").entities[0].mentions;
    let units: Vec<Vec<u16>> = analysis.article.blocks.iter().map(|block| block.text.encode_utf16().collect()).collect();
    let words: Vec<String> = mentions.iter().map(|m| String::from_utf16_lossy(&units[m.block][m.start..m.end])).collect();
    assert_eq!(words, ["Nordwind Corp.", "Nordwind Corp."]);
}

#[test]
fn row_9_full_width_letters_match_and_other_scripts_do_not() {
    let hub = "DIGEST HUB\nWho's Who\n- Nordwind Corp.\n- Nordwind Corp. is a firm in the harbour.\n";
    let mentions = |name: &str| {
        let text = format!("The news\n\nYesterday {name} grew by a third in the harbour.\n\n{hub}");
        analyze(&text).published_hub.expect("a hub").entities[0].mentions.len()
    };
    assert_eq!(mentions("Ｎｏｒｄｗｉｎｄ Ｃｏｒｐ."), 1, "full-width letters are the same name");
    assert_eq!(mentions("Nоrdwind Corp."), 0, "a Cyrillic о is another letter");
}

/// In the hub that is made here: one card for a name in letters of either width, another for one with a letter of another
/// script; and full-width figures of a publisher's label are figures.
#[test]
fn row_9_a_made_hub_joins_widths_and_never_scripts() {
    let text = "Ropes for the bay\n\nOn Monday Ｎｏｒｄｗｉｎｄ Corp. sold ４０ tons of rope to Kestrel Bay. Nordwind Corp. said that it would sell more.\n\nNоrdwind Corp., which is another firm, sold sails in 2024. Nobody should take one for the other, Ada Lim said.\n\nDIGEST HUB\n- Since ２０１８:\n- The rope of the bay has been sold abroad.\n- August ２０２５:\n- The bay sold a sail.\n";
    let analysis = analyze(text);
    check(text, &analysis);
    let firms: Vec<(bool, usize)> = analysis
        .hub
        .entities
        .iter()
        .filter(|entity| common::letters(&entity.name).ends_with("corp"))
        .map(|entity| (common::letters(&entity.name) == "nordwindcorp", entity.mentions.len()))
        .collect();
    assert_eq!(firms.iter().filter(|(latin, _)| *latin).collect::<Vec<_>>(), [&(true, 2)], "both widths are one firm");
    assert_eq!(firms.iter().filter(|(latin, _)| !*latin).collect::<Vec<_>>(), [&(false, 1)], "a Cyrillic letter makes another");
    let labels: Vec<Option<&str>> =
        analysis.published_hub.as_ref().expect("a hub").timeline.iter().map(|event| event.date.as_deref()).collect();
    assert_eq!(labels, [Some("2018/.."), Some("2025-08")]);
}

/// Whoever looks back from every place to the front, or tries every pair, needs hours for these.
#[test]
fn row_13_what_is_evil_for_patterns_is_read_in_linear_time() {
    const PIECES: [&str; 12] = [
        "a",
        "Aa ",
        "(((",
        "[para. ",
        "1,1,",
        "A. B. ",
        "and Nordwind and ",
        "\u{201C}",
        "of the Ministry ",
        "https://a.",
        "- - ",
        "last Monday before ",
    ];
    for piece in PIECES {
        let text = piece.repeat(60_000 / piece.len());
        check(&text, &analyze(&text));
        let spaced = format!("{text}.\n\n").repeat(2);
        check(&spaced, &analyze(&spaced));
    }
}

/// More places in one paragraph than 16 bits can count.
#[test]
fn row_13_a_paragraph_of_forty_thousand_initials_is_read() {
    let text = "A. B. ".repeat(22_000);
    check(&text, &analyze(&text));
}

/// An endless sentence was once read whole for each of its names and each of its dates.
#[test]
fn row_13_a_text_without_stops_keeps_its_names_and_dates_and_makes_no_claim() {
    let told = |times: usize| {
        let text = "on May 12, 2025 Ada Lim of Nordwind sold the rope of the old quay to Otto Brandt in Orrin, and ".repeat(times);
        let analysis = analyze(&text);
        check(&text, &analysis);
        let named = analysis.hub.entities.iter().find(|entity| entity.name == "Ada Lim").expect("a card of Ada Lim").clone();
        (named, analysis.dates.len(), analysis.hub.timeline.len())
    };
    let (named, dates, events) = told(4);
    assert_eq!((named.mentions.len(), dates), (4, 4));
    assert!(events > 0, "a long sentence is still one");
    let (named, dates, events) = told(2_000);
    assert_eq!((named.mentions.len(), dates, events), (2_000, 2_000, 0));
    assert!(named.description.is_empty(), "{:?}", named.description);
}

/// The promise that a claim is borne out can be broken, each kind of it.
#[test]
fn a_claim_that_says_more_than_its_source_is_found() {
    let is_borne_out = |source: &str, told: &str| {
        let claim = Claim { text: told.to_owned(), paragraphs: vec![1], sources: Vec::new(), dates: Vec::new(), support: None };
        std::panic::catch_unwind(|| common::borne::check(&claim, &[source.to_owned()])).is_ok()
    };
    for (source, true_claim, false_claim) in [
        ("On Monday Ada Lim sold rope to Nordwind.", "Ada Lim sold rope to Nordwind.", "Ada Lim sold rope to Tidewell."),
        ("Nordwind did not sell its quay.", "Nordwind did not sell its quay.", "Nordwind did sell its quay."),
        ("Nordwind didn’t sell its quay.", "Nordwind didn’t sell its quay.", "Nordwind did sell its quay."),
        ("Nordwind allegedly sold a quay.", "Nordwind allegedly sold a quay.", "Nordwind sold a quay."),
        ("Nordwind may soon be sold to Orrin.", "Nordwind may be sold to Orrin.", "Nordwind is sold to Orrin."),
        ("The quay could close in May, its owners said.", "The quay could close, its owners said.", "The quay could close in May."),
    ] {
        assert!(is_borne_out(source, true_claim), "{true_claim}");
        assert!(!is_borne_out(source, false_claim), "{false_claim}");
    }
}

#[test]
fn row_1_nothing_to_read_is_no_error() {
    for text in ["", " \n\t\u{A0}", "Two words", "\u{FEFF}\u{200B}"] {
        let analysis = analyze(text);
        check(text, &analysis);
        assert!(analysis.notices.is_empty() && analysis.hub.digest.key_points.is_empty(), "{text:?}");
    }
}

#[test]
fn row_2_fewer_than_three_sentences_says_so_and_still_names_and_dates() {
    let text = "Ada Lim opened the pier of Kestrel Bay on May 12, 2025.";
    let analysis = analyze(text);
    check(text, &analysis);
    assert!(analysis.notices.iter().any(|notice| notice.code == "few-sentences"));
    assert!(analysis.hub.entities.iter().any(|entity| entity.name == "Ada Lim"));
    assert_eq!(analysis.dates[0].value.as_deref(), Some("2025-05-12"));
}

#[test]
fn row_3_other_languages_are_read_with_a_notice() {
    let text = "Der Hafen von Altenbucht wurde am Montag wieder geöffnet, nachdem er fast ein Jahr lang gesperrt gewesen war. Die Fähre fährt seit heute früh. Alle freuen sich darüber sehr.";
    let analysis = analyze(text);
    check(text, &analysis);
    assert_eq!(analysis.article.language, "und");
    assert!(analysis.notices.iter().any(|notice| notice.code == "language"));
}

#[test]
fn long_texts_take_their_time_in_proportion_and_stay_sane() {
    let paragraph = |n: usize| {
        format!(
            "In {} the port of Kestrel Bay sold {n} tons of rope. Ada Lim of the Institute of Tides said so on Monday.\n\n",
            1900 + n % 120
        )
    };
    let text: String = (0..600).map(paragraph).collect();
    let analysis = analyze(&text);
    check(&text, &analysis);
    assert!(!analysis.hub.digest.key_points.is_empty());
    assert!(analysis.hub.timeline.len() <= 60 && analysis.hub.digest.summary.len() <= 12);
}
