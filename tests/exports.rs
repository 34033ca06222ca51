//! Row 12 of the faults: what is exported is read back by other hands as it was written.

mod common;

use common::{analyze, check};
use digest_hub::export::{Format, Words, export, export_in};
use digest_hub::{Analysis, Exported};
use icalendar::{Calendar, CalendarComponent, Component};

/// Commas, semicolons, quotation marks, a formula, a tag, and a sentence that is longer than a line of a calendar.
const ARTICLE: &str = "Nordwind, Orrin; and the \u{201C}rope\u{201D} \\ trial </script>\n\nOct. 29, 2025\n\n\
    Nordwind Corp. (NYSE: NRD) sold \u{201C}45, or 46; tons\u{201D} of rope \\ twine to Orrin Quay on Oct. 23, 2025, </script>the harbour master said.\n\n\
    The council of Kestrel Bay closed the old sheds in May 2024 after a long quarrel about the käseweiße paint on the doors, \
    which had come off in flakes as wide as a hand and lay on the quay for weeks.\n\n\
    Ada Lim, the harbour master, has kept the books since 2018. =SUM(A1:A9) stood on the first page, +1, -1 and @home on the second.\n\n\
    Nordwind Corp. was closed from Oct. 20 to Oct. 22, 2025.";

fn article() -> Analysis {
    let analysis = analyze(ARTICLE);
    check(ARTICLE, &analysis);
    assert!(analysis.hub.timeline.len() >= 3, "{:?}", analysis.hub.timeline);
    analysis
}

fn rows(table: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
    reader.records().map(|row| row.expect("rows of one length")).collect()
}

#[test]
fn row_12_tables_come_back_and_hold_no_formula() {
    let analysis = article();
    let (entities, events) = (rows(&export(&analysis, Format::EntitiesCsv)), rows(&export(&analysis, Format::TimelineCsv)));
    assert_eq!(entities.len(), analysis.hub.entities.len());
    assert_eq!(events.len(), analysis.hub.timeline.len());
    for (row, event) in events.iter().zip(&analysis.hub.timeline) {
        assert!(row.iter().any(|cell| cell == event.claim.text), "{row:?} lacks {:?}", event.claim.text);
    }
    let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert!(!entities.iter().chain(&events).flatten().any(formula));
    let hostile = analyze(
        "Sheds\n\nNordwind Corp. grew by a third in May 2024.\n\nDIGEST HUB\nWho's Who\n- =1+1\n- =1+1 is a firm.\n- @home\n- @home is a firm.\n",
    );
    let cells = rows(&export(&hostile, Format::EntitiesCsv));
    assert!(!cells.is_empty() && !cells.iter().flatten().any(formula), "{cells:?}");
}

#[test]
fn row_12_a_calendar_comes_back_with_days_where_days_were_stated() {
    let analysis = article();
    let text = export(&analysis, Format::ICalendar);
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is longer than 75 octets");
    let calendar: Calendar = text.parse().expect("a calendar");
    let (mut days, mut notes) = (0, 0);
    for component in &calendar.components {
        let (summary, start) = match component {
            CalendarComponent::Event(event) => (event.get_summary(), event.property_value("DTSTART")),
            CalendarComponent::Other(other) => (other.property_value("SUMMARY"), other.property_value("DTSTART")),
            _ => continue,
        };
        let summary = summary.expect("a summary");
        let told = |event: &&digest_hub::contract::Event| unescaped(summary).ends_with(&event.claim.text);
        let event = analysis.hub.timeline.iter().find(told).unwrap_or_else(|| panic!("no event of the article: {summary}"));
        match start {
            Some(start) => {
                assert_eq!(Some(start.to_owned()), event.earliest.map(|day| day.to_string().replace('-', "")));
                days += 1;
            }
            None => {
                assert!(unescaped(summary).starts_with(&event.label), "{summary}");
                notes += 1;
            }
        }
    }
    assert_eq!(days + notes, analysis.hub.timeline.len());
    assert!(days >= 2 && notes >= 1, "{days} days, {notes} notes");
}

/// The parser hands some values over as they stand in the file.
fn unescaped(value: &str) -> String {
    value.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

#[test]
fn row_12_no_export_for_pages_ends_a_script() {
    let analysis = article();
    let json = export(&analysis, Format::JsonLd);
    assert!(!json.to_lowercase().contains("</script"), "it would end the element that holds it");
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
}

/// What stands between `before` and the next quotation mark, wherever it stands.
fn values<'a>(page: &'a str, before: &'a str) -> Vec<&'a str> {
    page.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn row_12_a_page_of_its_own_runs_nothing_asks_for_nothing_and_its_citations_lead_into_it() {
    let analysis = article();
    let page = export(&analysis, Format::Html);
    let ids = values(&page, " id=\"");
    assert_eq!(ids.len(), ids.iter().collect::<std::collections::BTreeSet<_>>().len(), "an id stands once: {ids:?}");
    let links = values(&page, " href=\"");
    assert!(links.len() >= analysis.hub.timeline.len(), "{links:?}");
    assert!(links.iter().all(|link| ids.contains(&link.trim_start_matches('#'))), "{links:?} {ids:?}");
    // Every tag in it is one of its own; the article's stands there as text.
    assert!(
        page.contains("&lt;/script&gt;") && !page.contains("script>") && !page.contains(" src=") && !page.contains(" onerror="),
        "{page}"
    );
    let text = digest_hub::text_from_html(&page);
    for block in analysis.article.blocks.iter().filter(|block| block.number.is_some()) {
        assert!(text.contains(&block.text), "{:?} is not in {text:?}", block.text);
    }
}

#[test]
fn a_page_of_its_own_links_no_paragraph_that_the_paste_does_not_hold() {
    let page = export(
        &analyze(
            "Sheds\n\nNordwind Corp. grew by a third in May 2024.\n\nDIGEST HUB\n- The sheds grew[para. 1][para. 7].\n- They stood[para. 1].\n- They shone[para. 1].\n",
        ),
        Format::Html,
    );
    assert_eq!(values(&page, " href=\"").iter().filter(|link| **link == "#p7").count(), 0);
    assert!(page.contains("<span class=\"cite\">para. 7</span>") && page.contains("<a class=\"cite\" href=\"#p1\">para. 1</a>"), "{page}");
}

#[test]
fn what_people_read_can_have_the_words_of_another_language_around_it() {
    let analysis = article();
    let mut words =
        Words { language: "zh-Hans".to_owned(), who: "人物 <与> 机构".to_owned(), para: "第 {} 段".to_owned(), ..Words::default() };
    words.events = analysis.hub.timeline.iter().map(|event| event.label.replace("2025", "二〇二五")).collect();
    let page = export_in(&analysis, Format::Html, Exported::Published, &words);
    assert!(page.contains("<h2 lang=\"zh-Hans\">人物 &lt;与&gt; 机构</h2>") && page.contains(">第 1 段</a>"), "{page}");
    assert!(!page.contains("Who\u{2019}s who") && !page.contains("para. "), "{page}");
    let notes = export_in(&analysis, Format::Markdown, Exported::Published, &words);
    assert!(notes.contains("## 人物") && notes.contains("\\[第 1 段\\]") && notes.contains("二〇二五:**"), "{notes}");
    for format in [Format::Json, Format::EntitiesCsv, Format::TimelineCsv, Format::JsonLd, Format::Text] {
        assert_eq!(export_in(&analysis, format, Exported::Published, &words), export(&analysis, format), "{format:?} is for programs");
    }
}
