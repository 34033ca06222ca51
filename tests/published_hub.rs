//! A publisher's hub, whole and damaged (row 21): what is there is read, verbatim; nothing is dropped silently.

mod common;

use common::{analyze, check};
use digest_hub::contract::{EntityKind, Hub, Modifier, Verdict};
use digest_hub::{Analysis, Format, export};

const ARTICLE: &str = "Orchards of Kestrel Bay Learn to Live Without Frost\n\nApple growers above Kestrel Bay are pulling out their oldest trees, because the winters have become too mild for them.\nFour orchards in ten have planted pears or almonds since the last hard frost, a count by the growers’ own board shows.\n";
const POINTS: [&str; 3] = [
    "Four of ten orchards above Kestrel Bay (2018-2024) have swapped apples for pears or almonds.",
    "Warm winters have cost growers such as Haldane and Brandt a third of their crop.",
    "A fund of 90 million crowns ($12+ million) pays for new trees; 53 orchards had asked for it by autumn.",
];
const SUMMARY: [&str; 3] = [
    "Apples need cold weeks that no longer come, the growers’ board found. \"A tree cannot be told to wait\", in the words of Ada Lim of the Institute of Soils[para. 1][para. 2][para. 3].",
    "Haldane has felled 95% of its oldest trees[para. 4]. The council’s “Roots+” fund, opened in August, is to reach six valleys by 2027[para. 5].",
    "Almonds may overtake apples around 2030[para. 6][para. 7][para. 8].",
];
const ENTITIES: [(&str, &str); 5] = [
    (
        "Haldane Fruit Corp. Ltd.",
        "Haldane Fruit Corp. Ltd. (600123.SS) grows apples on the northern slopes. The fund has given Haldane money for pears.",
    ),
    (
        "Brandt Group Holding Ltd.",
        "Brandt Group Holding Ltd. (Brandt Valley) presses cider. Its licence comes from the Ministry of Orchards.",
    ),
    ("Velora", "Ines Coto, chief executive of Velora, says that every second orchard buys almond trees."),
    ("Institute of Soils", "The Institute of Soils measures how many cold weeks a winter has."),
    ("Bram Olsen", "Bram Olsen leads the growers’ board. He counted the orchards himself."),
];
const TIMELINE: [(&str, &str, &str); 6] = [
    ("Since 2018", "2018/..", "No winter has brought more than nine cold weeks."),
    ("By May 2025", "../2025-05", "30 growers had given up apples for good."),
    ("Early 2025", "2025", "Velora sold 200,000 almond seedlings to Haldane."),
    ("August 2025", "2025-08", "The council opened its “Roots+” fund for six valleys."),
    ("August 2025", "2025-08", "A late hail took the pears of two farms."),
    ("Oct. 23, 2025", "2025-10-23", "The growers’ board printed its count (2018-2024)."),
];

/// How a page prints its hub.
#[derive(Clone, Copy)]
struct Form {
    bullet: &'static str,
    headings: [&'static str; 4],
    order: [usize; 4],
    end: &'static str,
}

const PLAIN: Form = Form { bullet: "- ", headings: ["- DIGEST HUB", "", "", ""], order: [0, 1, 2, 3], end: "\n" };

fn parts(form: Form) -> [Vec<String>; 4] {
    let item = |text: &str| format!("{}{text}", form.bullet);
    let with_heading = |at: usize, lines: Vec<String>| {
        let heading = Some(form.headings[at].to_owned()).filter(|h| !h.is_empty());
        heading.into_iter().chain(lines).collect::<Vec<_>>()
    };
    [
        with_heading(0, POINTS.iter().map(|p| item(p)).collect()),
        with_heading(1, SUMMARY.iter().map(|s| (*s).to_owned()).collect()),
        with_heading(2, ENTITIES.iter().flat_map(|(name, said)| [item(name), item(said)]).collect()),
        with_heading(3, TIMELINE.iter().flat_map(|(label, _, said)| [item(&format!("{label}:")), item(said)]).collect()),
    ]
}

fn page(form: Form) -> String {
    let parts = parts(form);
    let lines: Vec<&str> = form.order.iter().flat_map(|&at| parts[at].iter().map(String::as_str)).collect();
    let advert = "Your firm can read us together: group plans from 9 crowns a month with any subscription.\nTake The Bay Courier, and a second newspaper comes free with your subscription.\n";
    format!("{ARTICLE}{advert}{}\n- PODCAST\n- MOST POPULAR\n", lines.join("\n")).replace('\n', form.end)
}

fn read(text: &str) -> Analysis {
    let analysis = analyze(text);
    check(text, &analysis);
    analysis
}

fn hub(analysis: &Analysis) -> &Hub {
    analysis.published_hub.as_ref().expect("a published hub")
}

fn codes(analysis: &Analysis) -> Vec<&str> {
    analysis.notices.iter().map(|notice| notice.code).collect()
}

fn points(hub: &Hub) -> Vec<&str> {
    hub.digest.key_points.iter().map(|claim| claim.text.as_str()).collect()
}

fn assert_whole(hub: &Hub) {
    assert_eq!(points(hub), POINTS);
    let parts: Vec<(u32, u32)> = hub.digest.summary.iter().map(|part| (part.first, part.last)).collect();
    assert_eq!(parts, [(1, 3), (4, 5), (6, 8)]);
    let claims: Vec<Vec<u32>> = hub.digest.summary.iter().flat_map(|part| &part.claims).map(|claim| claim.paragraphs.clone()).collect();
    assert_eq!(claims, [vec![1, 2, 3], vec![4], vec![5], vec![6, 7, 8]]);
    assert_eq!(hub.digest.summary[1].claims[0].text, "Haldane has felled 95% of its oldest trees.");
    let entities: Vec<(&str, &str)> = hub.entities.iter().map(|e| (e.name.as_str(), e.description[0].text.as_str())).collect();
    assert_eq!(entities, ENTITIES);
    let timeline: Vec<(&str, &str, &str)> =
        hub.timeline.iter().map(|e| (e.label.as_str(), e.date.as_deref().unwrap_or_default(), e.claim.text.as_str())).collect();
    assert_eq!(timeline, TIMELINE);
}

#[test]
fn a_published_hub_is_read_verbatim() {
    let text = page(PLAIN);
    let analysis = read(&text);
    assert_whole(hub(&analysis));
    assert_eq!(analysis.article.title.as_deref(), Some("Orchards of Kestrel Bay Learn to Live Without Frost"));
    assert_eq!(analysis.article.blocks.iter().filter(|block| block.number.is_some()).count(), 2);
    assert_eq!(codes(&analysis), ["published-citation-absent"]);
    let aside: Vec<&str> = analysis.article.set_aside.iter().map(|aside| aside.kind).filter(|kind| *kind != "published-hub").collect();
    assert_eq!(aside, ["subscribe", "menu", "related"], "both offers are the site’s");
}

#[test]
fn tickers_aliases_kinds_and_bounds_are_read_out_of_it() {
    let analysis = read(&page(PLAIN));
    let hub = hub(&analysis);
    let facts: Vec<_> = hub.entities.iter().map(|e| (e.kind, e.ticker.as_deref(), e.aliases.clone())).collect();
    assert_eq!(facts[0], (EntityKind::Company, Some("600123.SS"), vec!["Haldane".to_owned()]));
    assert_eq!(facts[1], (EntityKind::Company, None, vec!["Brandt Valley".to_owned(), "Brandt".to_owned()]));
    assert_eq!(facts.iter().map(|f| f.0).skip(2).collect::<Vec<_>>(), [EntityKind::Company, EntityKind::Organisation, EntityKind::Person]);
    let day = |date: Option<digest_hub::Date>| date.map(|d| d.to_string());
    assert_eq!((day(hub.timeline[0].earliest), day(hub.timeline[0].latest)), (Some("2018-01-01".to_owned()), None));
    assert_eq!((day(hub.timeline[1].earliest), day(hub.timeline[1].latest)), (None, Some("2025-05-31".to_owned())));
    assert_eq!(hub.timeline[2].modifier, Some(Modifier::Early));
}

#[test]
fn row_21_bullets_headings_orders_and_line_ends() {
    let spelled = ["DIGEST HUB", "Explore the story in 3 minutes", "Who’s Who", "What Happened When"];
    let split = ["Explore the story in 30 seconds", "Explore the story in 3 minutes", "Who's who", "WHAT HAPPENED WHEN"];
    for bullet in ["- ", "• ", "•", "* ", "– ", "", "-\u{A0}", "◦\t"] {
        for headings in [PLAIN.headings, spelled, split] {
            assert_whole(hub(&read(&page(Form { bullet, headings, ..PLAIN }))));
        }
    }
    for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
        assert_whole(hub(&read(&page(Form { order, headings: split, ..PLAIN }))));
    }
    for end in ["\r\n", "\r", "\n\n", "\u{2029}"] {
        assert_whole(hub(&read(&page(Form { end, ..PLAIN }))));
    }
    assert_whole(hub(&read(&page(PLAIN).replace(' ', "\u{A0}"))));
}

#[test]
fn row_21_no_heading_at_all() {
    assert_whole(hub(&read(&page(Form { headings: [""; 4], ..PLAIN }))));
}

#[test]
fn row_21_a_part_is_missing() {
    let all = parts(Form { headings: ["DIGEST HUB", "Explore the story in 3 minutes", "Who's Who", "What Happened When"], ..PLAIN });
    for missing in 0..4 {
        let lines: Vec<&str> = (0..4).filter(|at| *at != missing).flat_map(|at| all[at].iter().map(String::as_str)).collect();
        let analysis = read(&format!("{ARTICLE}\n{}\n", lines.join("\n")));
        let hub = hub(&analysis);
        let counts = [hub.digest.key_points.len(), hub.digest.summary.len(), hub.entities.len(), hub.timeline.len()];
        let expected: Vec<usize> = [3, 3, 5, 6].iter().enumerate().map(|(at, n)| if at == missing { 0 } else { *n }).collect();
        assert_eq!(counts.to_vec(), expected, "without part {missing}");
        assert!(codes(&analysis).contains(&"published-part-missing"));
    }
}

#[test]
fn row_21_every_part_twice() {
    let text = page(PLAIN);
    let hub_lines = &text[text.find("- DIGEST HUB").unwrap()..text.find("- PODCAST").unwrap()];
    let analysis = read(&format!("{text}\n{hub_lines}"));
    assert_whole(hub(&analysis));
    assert!(codes(&analysis).contains(&"published-part-doubled"));
}

#[test]
fn row_21_citations_to_paragraphs_that_are_not_there() {
    let text = page(PLAIN)
        .replace("[para. 4]", "[para. 0]")
        .replace("[para. 5]", "[para. 999]")
        .replace("[para. 6][para. 7][para. 8]", "[paras. 1-2]");
    let analysis = read(&text);
    let cited: Vec<Vec<u32>> =
        hub(&analysis).digest.summary.iter().flat_map(|part| &part.claims).map(|claim| claim.paragraphs.clone()).collect();
    assert_eq!(cited, [vec![1, 2, 3], vec![0], vec![999], vec![1, 2]]);
    let sources: Vec<usize> = hub(&analysis).digest.summary.iter().flat_map(|part| &part.claims).map(|claim| claim.sources.len()).collect();
    assert_eq!(sources, [2, 0, 0, 2], "only what was pasted is linked");
    assert!(codes(&analysis).contains(&"published-citation-absent"));
}

#[test]
fn row_21_labels_that_are_no_dates_and_halves_of_entries() {
    let lines = "What Happened When\n- Since 2018:\n- The mild winters began.\n- Recently:\n- The almonds bloomed early.\n- Feb. 30, 2025:\n- Nobody was there to see it.\n- August 2025:\n- Oct. 23, 2025:\n- The board printed its count.\n";
    let analysis = read(&format!("{ARTICLE}\nDIGEST HUB\n{lines}"));
    let events: Vec<_> = hub(&analysis).timeline.iter().map(|e| (e.label.as_str(), e.date.as_deref(), e.claim.text.as_str())).collect();
    assert_eq!(
        events,
        [
            ("Since 2018", Some("2018/.."), "The mild winters began."),
            ("Recently", None, "The almonds bloomed early."),
            ("Feb. 30, 2025", None, "Nobody was there to see it."),
            ("August 2025", Some("2025-08"), ""),
            ("Oct. 23, 2025", Some("2025-10-23"), "The board printed its count."),
        ]
    );
    assert!(codes(&analysis).contains(&"published-label-unread"));
    assert!(codes(&analysis).contains(&"published-entry-incomplete"));
}

#[test]
fn row_21_label_and_sentence_on_one_line() {
    let lines: Vec<String> = TIMELINE.iter().map(|(label, _, said)| format!("• {label}: {said}")).collect();
    let analysis =
        read(&format!("{ARTICLE}\nWho's Who\nHaldane Corp.\nHaldane grows apples for cider.\nWhat Happened When\n{}\n", lines.join("\n")));
    let found: Vec<_> =
        hub(&analysis).timeline.iter().map(|e| (e.label.as_str(), e.date.as_deref().unwrap_or_default(), e.claim.text.as_str())).collect();
    assert_eq!(found, TIMELINE);
}

#[test]
fn names_of_sites_are_names_in_a_hub() {
    let text =
        format!("{ARTICLE}\nDIGEST HUB\nWho's Who\n- Facebook\n- Facebook shows orchards to its users.\n- Twitter\n- Twitter hides it.\n");
    let names: Vec<String> = hub(&read(&text)).entities.iter().map(|e| e.name.clone()).collect();
    assert_eq!(names, ["Facebook", "Twitter"]);
}

#[test]
fn an_article_is_not_taken_for_a_hub() {
    for text in [
        // A judgment cites paragraphs.
        "Court backs the growers\n\nThe judge relied on Olsen v. Brandt at [para. 12].\n\nShe added, in [para. 14], that a hedge is a hedge.\n\nThe growers won [para. 15].",
        // Behind all of its sentences, two in a row.
        "Court backs the growers\n\nThe fence stood on the land of the farm [para. 12][para. 13].\n\nIt had stood there for forty years [para. 15][para. 16].\n\nThe growers won [para. 21][para. 22].",
        "Olsen v. Brandt\n\nSummary\n\nThe fence stood on the land of the farm[para. 12][para. 13].\n\nThe growers won[para. 21][para. 22].\n\nFacts\n\nThe facts are old, and nobody disputes them.",
        // Sections about firms.
        "Two firms\n\nHaldane\n\nHaldane grows apples in the bay.\n\nBrandt\n\nBrandt presses cider in the bay.\n\nThe bay likes both of them very much.",
        // A list of dates.
        "The orchard, year by year\n\nTimeline\n\n2018: The hail came over the bay.\n\n2020: The trees were planted again.\n\nThey stand.",
        "Key points\n\nThe press is open.\n\nIt was closed for a year, as everyone in the bay knows.",
    ] {
        let analysis = read(text);
        assert!(analysis.published_hub.is_none(), "{text}");
        assert!(codes(&analysis).iter().all(|code| !code.starts_with("published")), "{text}");
    }
}

#[test]
fn a_summary_alone_is_a_hub_where_its_marks_go_through_the_article() {
    let summary = SUMMARY.join("\n\n");
    let analysis = read(&format!("{ARTICLE}\n{summary}\n"));
    assert_eq!(hub(&analysis).digest.summary.len(), 3);
    let elsewhere = summary.replace("[para. 1]", "[para. 41]").replace("[para. 8]", "[para. 3]");
    assert!(read(&format!("{ARTICLE}\n{elsewhere}\n")).published_hub.is_none());
}

#[test]
fn the_date_and_the_only_paragraph_above_a_hub_are_the_articles() {
    let all = parts(Form { headings: ["DIGEST HUB", "", "", ""], ..PLAIN });
    let short = "Orchards Learn to Live Without Frost\n\nOct. 28, 2025\n\nGrowers above Kestrel Bay are pulling out their oldest trees.\n";
    let labels = |text: &str| hub(&read(text)).timeline.iter().map(|event| event.label.clone()).collect::<Vec<_>>();
    let untimed = [all[0].join("\n"), all[1].join("\n"), all[2].join("\n")].join("\n");
    assert!(labels(&format!("{short}\n{untimed}\n")).is_empty(), "no timeline was pasted");
    let one_entry = format!("{untimed}\n{}", all[3][..2].join("\n"));
    assert_eq!(labels(&format!("{short}\n{one_entry}\n")), ["Since 2018"]);
    assert_eq!(labels(&format!("{short}\n{untimed}\n{}\n", all[3].join("\n"))).len(), TIMELINE.len());
    // Under a heading, or with the bullet of a list, the same pair is an entry.
    let entry = "Oct. 28, 2025\nGrowers above Kestrel Bay are pulling out their oldest trees.";
    assert_eq!(labels(&format!("{ARTICLE}\nWhat Happened When\n{entry}\n{untimed}\n")), ["Oct. 28, 2025"]);
    assert_eq!(labels(&format!("{ARTICLE}\n- {}\n{untimed}\n", entry.replace('\n', "\n- "))), ["Oct. 28, 2025"]);
}

#[test]
fn the_article_after_a_hub_keeps_its_sections() {
    let text = format!(
        "{}\nHaldane\n\nHaldane has grown apples since the war, and its trees line the road.\n\nThe rest of the bay has watched them grow.\n",
        page(PLAIN).replace("- PODCAST\n- MOST POPULAR\n", "")
    );
    let analysis = read(&text);
    assert_whole(hub(&analysis));
    assert_eq!(analysis.article.blocks.last().map(|block| block.text.as_str()), Some("The rest of the bay has watched them grow."));
    assert_eq!(analysis.article.blocks.iter().filter(|block| block.number.is_some()).count(), 4);
}

#[test]
fn what_is_exported_as_text_reads_back_the_same() {
    let analysis = read(&page(PLAIN));
    let again = read(&export::export(&analysis, Format::Text));
    assert_whole(hub(&again));
}

#[test]
fn exports_carry_the_hub() {
    let analysis = read(&page(PLAIN));
    let shown = |format| export::export(&analysis, format);
    let csv = shown(Format::TimelineCsv);
    assert_eq!(csv.lines().count(), 7);
    assert!(csv.contains("Since 2018,2018/..,2018-01-01,,,no,"));
    let calendar = shown(Format::ICalendar);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1, "only Oct. 23, 2025 is a day");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20251023\r\nDTEND;VALUE=DATE:20251024\r\n"));
    assert_eq!(calendar.matches("BEGIN:VJOURNAL").count(), 5);
    assert!(shown(Format::Markdown).contains("- **Oct. 23, 2025:** The growers’ board printed"));
    let json_ld: serde_json::Value = serde_json::from_str(&shown(Format::JsonLd)).expect("JSON");
    assert_eq!(json_ld["mentions"][0]["tickerSymbol"], "600123.SS");
    assert_eq!(json_ld["about"][0]["startDate"], "2018-01-01");
}

#[test]
fn points_that_open_with_one_word_are_no_names() {
    let points = [
        "Kestrel’s board counts every orchard in the bay.",
        "Kestrel’s growers had more than 5,300 trees in September.",
        "Kestrel Fruit Ltd. sells pears, almonds and cider to the towns.",
    ];
    for (heading, summary_heading) in
        [("- DIGEST HUB", ""), ("- DIGEST HUB", "Explore the story in 3 minutes"), ("In 30 seconds", "In 3 minutes"), ("", "")]
    {
        for bullet in ["- ", "• ", "* "] {
            let all = parts(Form { bullet, headings: ["", summary_heading, "", ""], ..PLAIN });
            let points_printed = points.map(|point| format!("{bullet}{point}")).join("\n");
            let text = format!("{ARTICLE}\n{heading}\n{points_printed}\n{}\n", all[1..].concat().join("\n"));
            let analysis = read(&text);
            let hub = hub(&analysis);
            assert_eq!(self::points(hub), points, "{heading} {bullet}");
            assert_eq!(hub.entities.iter().map(|entity| entity.name.as_str()).collect::<Vec<_>>(), ENTITIES.map(|(name, _)| name));
            assert_eq!(hub.timeline.len(), TIMELINE.len());
        }
    }
    // A title can look like the name of its first paragraph.
    let titled = format!(
        "Kestrel growers lose trees\n\nThe frost of Kestrel Bay is gone.\n\nThe bay is wide.\n\n- DIGEST HUB\n- {}\n{}\n- Velora\n- Velora sells seedlings.\n- May 2025:\n- Velora opened a nursery.\n",
        points.join("\n- "),
        SUMMARY.join("\n")
    );
    let whole = hub_of(&read(&titled));
    assert_eq!((whole.digest.key_points.len(), whole.entities.len(), whole.timeline.len()), (3, 1, 1));
    // With one card and nothing else, the card and the timeline stay the hub's.
    let text = format!(
        "{ARTICLE}\n- {}\n{}\n- Velora\n- Velora sells seedlings.\n- May 2025:\n- Velora opened a nursery.\n",
        points.join("\n- "),
        SUMMARY.join("\n")
    );
    let analysis = read(&text);
    let hub = hub(&analysis);
    assert_eq!((hub.digest.key_points.len(), hub.entities.len(), hub.timeline.len()), (3, 1, 1));
    assert_eq!(analysis.article.blocks.iter().filter(|block| block.number.is_some()).count(), 2);
}

#[test]
fn firms_that_are_written_with_commas_and_stops_are_names() {
    let names = ["Haldane Fruit Co., Ltd.", "iSeed Co. Ltd.", "Velora Inc."];
    let cards = names.map(|name| format!("- {name}\n- {name} sells trees to the growers.\n")).concat();
    let hub = hub_of(&read(&format!("{ARTICLE}\nDIGEST HUB\nWho's Who\n{cards}")));
    assert_eq!(hub.entities.iter().map(|entity| entity.name.as_str()).collect::<Vec<_>>(), names);
}

/// The paragraph, and a hub whose one statement cites it, or stands in the timeline under the label.
fn stated(statement: &str, paragraph: &str, label: &str) -> Hub {
    let article = format!("News of the harbour\n\nOct. 29, 2025\n\n{paragraph}\n\nThe gulls were loud all day, and nobody had slept.\n");
    let hub = if label.is_empty() {
        format!("- The gulls were loud all day.\n{}[para. 1].\n", statement.trim_end_matches('.'))
    } else {
        format!(
            "- The gulls were loud all day.\nThe gulls were loud all day[para. 2].\n- {label}:\n- {statement}\n- Oct. 29, 2025:\n- The gulls were loud.\n"
        )
    };
    let text = format!("{article}\n- DIGEST HUB\n{hub}");
    hub_of(&read(&text))
}

fn hub_of(analysis: &Analysis) -> Hub {
    hub(analysis).clone()
}

#[test]
fn what_cites_nothing_is_looked_for_in_the_whole_article() {
    let body = "The orchard council closed the old press in May 2024.\n\nVelora sold 200 seedlings to Haldane in August.\n\nThe fund did not pay for new roads.\n";
    let hub = "- DIGEST HUB\n- Velora sold 200 seedlings to Haldane in August.\n- Velora sold 300 seedlings to Haldane in August.\n- The bay likes cider better than pears.\nThe press is old[para. 1].\n- Velora\n- Velora sold 200 seedlings to Haldane.\n- May 2024:\n- The orchard council closed the old press.\n- May 2023:\n- The orchard council closed the old press.\n";
    let verdicts = |text: &str| -> Vec<(Option<Verdict>, usize)> {
        let hub = hub_of(&read(text));
        let claims = hub.digest.key_points.iter().chain(hub.entities.iter().flat_map(|entity| &entity.description));
        let claims = claims.chain(hub.timeline.iter().map(|event| &event.claim));
        claims
            .map(|claim| claim.support.as_ref())
            .map(|support| (support.map(|s| s.verdict), support.map_or(0, |s| s.places.len())))
            .collect()
    };
    let (yes, no, open) = (Some(Verdict::Supported), Some(Verdict::Contradicted), Some(Verdict::Open));
    let head = "Orchards Learn\n\n";
    assert_eq!(verdicts(&format!("{head}{body}\n{hub}")), [(yes, 1), (no, 1), (open, 0), (yes, 1), (yes, 1), (no, 1)]);
    // Of an article that is not there nothing is said but what its one piece says.
    let cited = hub.replace("[para. 1]", "[para. 1][para. 40]");
    assert_eq!(verdicts(&format!("{head}{body}\n{cited}"))[2], (None, 0));
    assert!(verdicts(&format!("{head}The bay is wide and cold.\n\n{cited}")).iter().all(|verdict| *verdict == (None, 0)));
}

#[test]
fn statements_are_supported_contradicted_or_open() {
    let mut wrong = Vec::new();
    for row in include_str!("cases/support.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (verdict, statement, paragraph, label) = (cell(), cell(), cell(), cell());
        let hub = stated(statement, paragraph, label);
        let claim = if label.is_empty() { &hub.digest.summary[0].claims[0] } else { &hub.timeline[0].claim };
        let found = claim.support.as_ref().map(|support| format!("{:?}", support.verdict).to_lowercase()).unwrap_or_default();
        if found != verdict {
            wrong.push(format!("{found}, not {verdict}: {statement}\n    {label} {paragraph}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
