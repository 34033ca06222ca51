//! Dated expressions, one line a case (`cases/dates.tsv`): what must be found, and where nothing must be.

mod common;

use chrono::{Datelike, Days, NaiveDate};
use common::check;
use digest_hub::contract::Analysis;
use digest_hub::{Analyzer, Date, Options};
use proptest::prelude::*;

/// The lines of a table (day of publication or nothing, text, what is expected of it), each with its analysis.
fn read<'a>(table: &'a str, analyzer: &Analyzer) -> impl Iterator<Item = (&'a str, &'a str, Analysis)> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let published = cells.next().and_then(Date::from_iso);
        let text = cells.next().expect("a text");
        let expected = cells.next().unwrap_or_default();
        let analysis = analyzer.analyze(text, &Options { published: published.into(), ..Options::default() });
        check(text, &analysis);
        (text, expected, analysis)
    })
}

#[test]
fn dates_are_found_and_resolved() {
    let analyzer = Analyzer::new(None).expect("no weights");
    let mut wrong = Vec::new();
    let (mut cases, mut empty) = (0, 0);
    for (text, expected, analysis) in read(include_str!("cases/dates.tsv"), &analyzer) {
        let shown = |kind| format!("{kind:?}").to_uppercase();
        let found: Vec<String> = analysis
            .dates
            .iter()
            .map(|date| format!("{}={}={}", date.text, shown(date.kind), date.value.as_deref().unwrap_or("?")))
            .collect();
        let trimmed = |list: &str| list.replace(".=", "=");
        if trimmed(&found.join(" | ")) != trimmed(expected) {
            wrong.push(format!("{text}\n   expected {expected}\n   found    {}", found.join(" | ")));
        }
        cases += 1;
        empty += usize::from(expected.is_empty());
    }
    assert!(cases >= 100 && empty >= 18, "{cases} cases, {empty} of them without a date");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_entry_is_the_clause_that_its_date_governs() {
    let analyzer = Analyzer::new(None).expect("the built-in weights");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for (text, expected, analysis) in read(include_str!("cases/events.tsv"), &analyzer) {
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

#[test]
fn row_22_impossible_dates_and_no_anchor_stay_open() {
    let analysis = common::analyze("The port opened yesterday and closed on Friday, Feb. 30, 0000.");
    assert!(analysis.dates.iter().all(|date| date.value.is_none() && date.edtf.is_none() && date.anchor.is_none()), "{:?}", analysis.dates);
}

#[test]
fn row_22_impossible_dates_stay_open_whatever_the_day_of_publication() {
    for day in ["Jan. 1, 0000", "31 December 0000", "Dec. 31, 9999", "Saturday, Feb. 30, 2019", "30 February 2019", "April 31"] {
        let text = format!("The council of Orrin opened the port on {day}.");
        let analysis = common::analyze_with(&text, &Options { published: Date::new(2025, 10, 29).into(), ..Options::default() });
        assert!(analysis.dates.iter().all(|date| date.value.is_none() && date.edtf.is_none()), "{day}: {:?}", analysis.dates);
        assert!(analysis.hub.timeline.is_empty(), "{day}: {:?}", analysis.hub.timeline);
    }
}

#[test]
fn row_22_without_an_anchor_no_year_is_borrowed_from_a_plan_a_bound_or_another_paragraph() {
    let text = "The plan of the harbour covers 2026-2030, and the sheds have been shut since 2018.\n\n\
                The report of October 23 names rope as the first task.\n\n\
                By 2027 the quay will be mended.\n\n\
                The first crane was sold in 2016.\n\n\
                The council will vote on Dec. 4 on what is left.\n\n\
                The second crane came in 2014, and in May it was sold.";
    let analysis = common::analyze(text);
    let labels: Vec<String> = analysis.hub.timeline.into_iter().map(|event| event.label).collect();
    assert!(!labels.iter().any(|label| label.contains("Oct. 23") || label.contains("Dec. 4")), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("2016")), "{labels:?}");
    let may = analysis.dates.iter().any(|date| date.edtf.as_deref() == Some("2014-05"));
    assert!(may, "in one paragraph the year is the same: {:?}", analysis.dates);
}

#[test]
fn moving_the_publication_date_moves_relative_dates_and_nothing_else() {
    let analyzer = Analyzer::new(None).expect("no weights");
    let text = "The port closed on May 3, 2021, and again last year. It opens on Friday.";
    let values = |day: &str| -> Vec<Option<String>> {
        let options = Options { published: Date::from_iso(day).into(), ..Options::default() };
        analyzer.analyze(text, &options).dates.into_iter().map(|date| date.value).collect()
    };
    let (first, second) = (values("2024-05-15"), values("2025-10-29"));
    assert_eq!(first[0], second[0]);
    assert_eq!((first[1].as_deref(), second[1].as_deref()), (Some("2023"), Some("2024")));
    assert_ne!(first[2], second[2]);
}

#[test]
fn what_somebody_said_stays_as_it_was_said() {
    let text = "Port opens\n\nBy Mara Quill\n\nOct. 29, 2025\n\nThe port of Kestrel Bay opened yesterday after a year of storms.\n\nAda Lim of the Institute of Tides said “today the sea did the talking” to the crowd.\n\nThe ferry to Orrin Quay sails again on Friday morning.\n";
    let analysis = common::analyze(text);
    check(text, &analysis);
    let claims: Vec<&str> = common::claims(&analysis.hub).map(|claim| claim.text.as_str()).collect();
    assert!(claims.iter().any(|claim| claim.contains("opened on Oct. 28, 2025")), "{claims:?}");
    assert!(claims.iter().all(|claim| !claim.contains('“') || claim.contains("“today the sea did the talking”")), "{claims:?}");
}

#[test]
fn a_day_that_a_sentence_is_about_has_no_preposition_and_a_stretch_is_no_year() {
    let text = "Port shuts\n\nBy Mara Quill\n\nOct. 29, 2025\n\nToday was the worst day in the history of the port of Kestrel Bay.\n\nOver the past year, the council of Kestrel Bay has closed four of its nine quays.\n\nThe ferry to Orrin Quay sails again on Friday morning from the old pier.\n";
    let analysis = common::analyze(text);
    let told: Vec<&str> = analysis.hub.timeline.iter().map(|event| event.claim.text.as_str()).collect();
    assert!(told.iter().any(|claim| claim.starts_with("Oct. 29, 2025 was the worst day")), "{told:?}");
    assert!(!told.iter().any(|claim| claim.contains("four of its nine quays")), "the past year is not 2024: {told:?}");
    let points: Vec<&str> = analysis.hub.digest.key_points.iter().map(|claim| claim.text.as_str()).collect();
    assert!(points.iter().all(|claim| !claim.contains("Over in")), "{points:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// The calendar of another hand agrees, whatever the publication date; a bare weekday with a past verb lies in its week.
    #[test]
    fn relative_days_agree_with_another_calendar(day in 0i64..60_000, back in 1i64..400) {
        let anchor = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day") + Days::new(day as u64);
        let written = Date::from_iso(&anchor.to_string());
        let analyzer = Analyzer::new(None).expect("the built-in weights");
        let text = format!("The ferry sank yesterday. The port closed {back} days ago. It opened last year. The pier fell on {}.", anchor.format("%A"));
        let dates = analyzer.analyze(&text, &Options { published: written.into(), ..Options::default() }).dates;
        let values: Vec<String> = dates.iter().filter_map(|date| date.value.clone()).collect();
        let expected = [
            (anchor - Days::new(1)).to_string(),
            (anchor - Days::new(back as u64)).to_string(),
            format!("{:04}", anchor.year() - 1),
            anchor.to_string(),
        ];
        prop_assert_eq!(values, expected);
    }

    /// A date in full says the same wherever it stands and whenever it was printed.
    #[test]
    fn full_dates_hang_on_nothing(days in prop::collection::vec(0u64..90_000, 2..5), written in 0u64..60_000) {
        let start = NaiveDate::from_ymd_opt(1800, 1, 1).expect("a day");
        let sentences: Vec<String> = days.iter().map(|day| format!("The port closed on {}.", (start + Days::new(*day)).format("%B %-d, %Y"))).collect();
        let published = Date::from_iso(&(start + Days::new(36_500 + written)).to_string());
        let analyzer = Analyzer::new(None).expect("the built-in weights");
        let read = |text: &str| -> Vec<String> {
            analyzer.analyze(text, &Options { published: published.into(), ..Options::default() }).dates.into_iter().filter_map(|date| date.value).collect()
        };
        let mut backwards = read(&sentences.iter().rev().cloned().collect::<Vec<_>>().join("\n\n"));
        backwards.reverse();
        let expected: Vec<String> = days.iter().map(|day| (start + Days::new(*day)).to_string()).collect();
        prop_assert_eq!(&backwards, &expected);
        prop_assert_eq!(&read(&sentences.join("\n\n")), &expected);
    }
}

/// What the timeline says of the day of publication itself.
fn own_news(text: &str) -> Vec<String> {
    let published = Date::from_iso("2025-10-29");
    let options = Options { published: published.into(), ..Options::default() };
    let analysis = Analyzer::new(None).expect("no weights").analyze(text, &options);
    let own = analysis.hub.timeline.into_iter().filter(|event| event.date_from == digest_hub::contract::EventDateSource::Published);
    own.map(|event| event.claim.text).collect()
}

#[test]
fn the_day_of_publication_has_an_entry_where_the_article_tells_news() {
    let rest = "The boats lie in the bay of Orrin.\n\nRope is kept in the sheds behind the old pier, and sails are, too.";
    let news = own_news(&format!("Kite Lines has sold its last two ferries to the harbour of Orrin Quay.\n\n{rest}"));
    assert_eq!(news, ["Kite Lines has sold its last two ferries to the harbour of Orrin Quay."]);
    for opening in [
        "Nice, thank you very much for this, it is good to be in Orrin!",
        "Basil is easy to grow in the sheds of Orrin, and it turns plain meals into feasts.",
        "We hope that you will like the new pier of Orrin as much as we do.",
        "Rope is kept in the sheds of Orrin behind the old pier.",
        "Kite Lines sold its last two ferries to the harbour of Orrin Quay on May 3, 2021.",
        "The report stated: Kite Lines is known to have sold its last two ferries in Orrin Quay.",
        "Ada Lim took Wilma Crick home to meet the crews of Orrin two months after the race.",
    ] {
        assert_eq!(own_news(&format!("{opening}\n\n{rest}")), Vec::<String>::new(), "{opening}");
    }
    let said = "The council of Orrin said that Kite Lines had sold its last two ferries.";
    assert_eq!(own_news(&format!("{said}\n\n{rest}")), [said], "a council speaks on a day");
    let earned = "Kite Lines earned forty crowns a boat in the bay of Orrin.";
    assert_eq!(own_news(&format!("{earned}\n\n{rest}")), [earned]);
    // What is told in the past of no day is news where the text speaks of these days.
    let taken = "Ada Lim took the ferry of Orrin to sea without its crew.";
    assert_eq!(own_news(&format!("{taken}\n\n{rest}\n\nThe council meets on Thursday.")), [taken]);
    assert_eq!(own_news(&format!("{taken}\n\n{rest}\n\nThe council met in June.")), Vec::<String>::new());
}

/// The dated words of the last paragraph behind a history that names many years, and behind none.
fn told_in_history_and_news(text: &str) -> (Vec<String>, Vec<String>) {
    let history: String = (1800..1840).map(|year| format!("In {year}, the fleet of Orrin lay in the bay.\n\n")).collect();
    let options = Options { published: Date::from_iso("2025-10-29").into(), ..Options::default() };
    let analyzer = Analyzer::new(None).expect("no weights");
    let words = |before: &str| {
        let analysis = analyzer.analyze(&format!("{before}{text}"), &options);
        let last = analysis.article.blocks.len() - 1;
        analysis.dates.into_iter().filter(|date| date.mention.block == last).map(|date| date.text).collect()
    };
    (words(&history), words("The fleet of Orrin lay in the bay.\n\n"))
}

#[test]
fn a_history_tells_time_by_what_news_says_in_passing() {
    for (text, told) in [
        ("The day after the battle the crews went home.", "The day after"),
        ("The former keeper of the lights mended the ropes.", "former"),
        ("At that time the pier was the longest of the bay.", "that time"),
        ("Throughout this period the crews sold rope to the navy.", "this period"),
        ("The crews moved their summer quarters to the sheds.", "summer"),
        ("The crews moved the ropes at night to the sheds.", "night"),
    ] {
        assert_eq!(told_in_history_and_news(text), (vec![told.to_owned()], Vec::new()), "{text}");
    }
    for text in ["The day after, they say, is long.", "The Spring Offensive was a boat of Orrin.", "The crews slept in their summer camp."]
    {
        assert_eq!(told_in_history_and_news(text).0, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_today_of_what_holds_is_no_day_of_the_calendar() {
    let options = Options { published: Date::from_iso("2025-10-29").into(), ..Options::default() };
    let told = |sentence: &str| -> String {
        let text = format!("Oil\n\n{sentence}\n\nThe boats lie in the bay of Orrin.\n\nRope is kept in the sheds behind the old pier.");
        let hub = Analyzer::new(None).expect("the built-in weights").analyze(&text, &options).hub;
        hub.digest
            .key_points
            .into_iter()
            .map(|claim| claim.text)
            .chain(hub.digest.summary.into_iter().flat_map(|part| part.claims).map(|claim| claim.text))
            .collect()
    };
    assert!(!told("The sheds of Orrin burn nearly a third of the oil used today.").contains("2025"));
    assert!(told("The sheds of Orrin were sold to the navy of Kestrel Bay today.").contains("on Oct. 29, 2025"));
}
