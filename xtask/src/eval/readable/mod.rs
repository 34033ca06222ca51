//! What holds for a good digest whatever the article says: three points of one sentence, every word of them borne by the
//! sources, no repetition, nothing of the page around it. It asks for no gold.

mod claim;
mod whole;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Judged;
use super::articles::words::fold;
use super::flat::Place;
use super::measure::Report;

/// Texts of fewer words, or of fewer lines that end a sentence, are no article.
const LEAST_WORDS: usize = 250;
const LEAST_LINES: usize = 12;

/// What can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Three key points, each one sentence of 8 to 32 words and at most 200 characters.
    Form,
    /// A key point opens with what it is about, not with a pronoun or a connective.
    Subject,
    /// Quotations are closed and stand in the sources.
    Quotes,
    /// Numbers stand in the sources or in a date of them.
    Numbers,
    /// Capitalised words inside a sentence stand in the sources.
    Names,
    /// Nine tenths of the words with content stand in the sources or in a name of the who's who.
    Trace,
    /// The parts tile the paragraphs, and each cites one of its own.
    Parts,
    /// Every claim cites one to five paragraphs, and uses each of its sources.
    Cited,
    /// The summary and the key points are neither too long nor too short.
    Length,
    /// No two key points say the same.
    Repeats,
    /// No byline, no caption, no dateline, nothing of the site.
    Furniture,
    /// No broken mark, no doubled space, a capital at the front.
    Glitch,
    /// What a key point says the summary says, too.
    Agree,
}

/// In the order in which they are printed; numbers are those of the project's list of checks, whose sixth needs gold.
const CHECKS: [(Check, &str); 13] = [
    (Check::Form, "1 form"),
    (Check::Subject, "2 subject"),
    (Check::Quotes, "3 quotes"),
    (Check::Numbers, "4 numbers"),
    (Check::Names, "4 names"),
    (Check::Trace, "5 trace"),
    (Check::Parts, "7 parts"),
    (Check::Cited, "8 cited"),
    (Check::Length, "9 length"),
    (Check::Repeats, "10 repeats"),
    (Check::Furniture, "11 furniture"),
    (Check::Glitch, "12 glitch"),
    (Check::Agree, "13 agree"),
];

/// An article with its answer, and what several checks ask of both.
pub struct Digest<'a> {
    judged: &'a Judged<'a>,
    characters: Vec<char>,
    /// Every name of the who's who, folded.
    names: BTreeSet<String>,
    /// The words of these names.
    name_words: BTreeSet<String>,
}

impl<'a> Digest<'a> {
    fn new(judged: &'a Judged<'a>) -> Self {
        let named = judged.flat.entities.iter().flat_map(|card| std::iter::once(&card.name).chain(&card.aliases));
        let names: BTreeSet<String> = named.map(|name| fold(name)).collect();
        let name_words = names.iter().flat_map(|name| words::words(name)).map(str::to_owned).collect();
        Self { judged, characters: judged.text.chars().collect(), names, name_words }
    }

    /// A slice of the article.
    fn slice(&self, place: Place) -> String {
        self.characters[place.0..place.1].iter().collect()
    }

    /// Whether the text opens with one of the names.
    fn opens_with_name(&self, text: &str) -> bool {
        let folded = fold(text);
        self.names.iter().any(|name| folded.starts_with(name.as_str()))
    }

    /// What fails; everything where there is no answer.
    fn failed(&self) -> BTreeSet<Check> {
        if self.judged.flat.blocks.is_empty() {
            return CHECKS.iter().map(|(check, _)| *check).collect();
        }
        let mut failed = claim::failed(self);
        failed.extend(whole::failed(self));
        failed
    }
}

/// A line for each check; nothing where no text is long enough to be judged.
pub fn report(documents: &[Judged<'_>]) -> Report {
    let judged: Vec<Digest<'_>> = documents.iter().filter(|document| is_article(document.text)).map(Digest::new).collect();
    if judged.is_empty() {
        return Report::default();
    }
    let mut failed: BTreeMap<Check, usize> = BTreeMap::new();
    judged.iter().flat_map(Digest::failed).for_each(|check| *failed.entry(check).or_default() += 1);
    let mut report = Report { text: format!("\n== checks on every digest\n{} texts judged\n", judged.len()), ..Report::default() };
    for (check, name) in CHECKS {
        let share = 1.0 - failed.get(&check).copied().unwrap_or_default() as f64 / judged.len() as f64;
        let _ = writeln!(report.text, "{name:<12} holds in {:5.1} % of them", 100.0 * share);
        report.tell(&format!("check {name}"), share);
    }
    report
}

fn is_article(text: &str) -> bool {
    let ends = |line: &&str| {
        let line = line.trim_end();
        line.strip_suffix(['"', '”', '’', ')']).unwrap_or(line).ends_with(['.', '!', '?'])
    };
    text.split_whitespace().count() >= LEAST_WORDS && text.split('\n').filter(ends).count() >= LEAST_LINES
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::eval::flat::{Dated, Flat, Named, Said};

    /// The article of the tests, of three paragraphs.
    const TEXT: &str = "Ada Lim opened the new quay of Orrin on Monday with 40 guests and two old boats from the island.\n\
        “The rope is sold,” she said to the press in the afternoon there.\n\
        Nordwind will build a second shed for the boats of the town.";

    fn said(text: &str, paragraph: usize) -> Said {
        let lines: Vec<usize> = TEXT.lines().map(|line| line.chars().count() + 1).collect();
        let start: usize = lines[..paragraph - 1].iter().sum();
        Said { text: text.to_owned(), sources: vec![(start, start + lines[paragraph - 1] - 1)], cited: vec![paragraph] }
    }

    fn good() -> Flat {
        let points = vec![
            said("Ada Lim opened the new quay of Orrin on Monday with 40 guests and two old boats from the island.", 1),
            said("“The rope is sold,” she said to the press in the afternoon there.", 2),
            said("Nordwind will build a second shed for the boats of the town.", 3),
        ];
        Flat {
            blocks: points.iter().map(|point| point.sources[0]).collect(),
            numbered: vec![true; 3],
            parts: vec![(1, 1, 1), (2, 3, 2)],
            entities: vec![Named { name: "Ada Lim".into(), kind: "PERSON", aliases: vec!["Lim".into()], mentions: Vec::new() }],
            dates: vec![Dated { place: (41, 47), kind: "DATE".into(), value: Some("2025-10-27".into()) }],
            summary: points.clone(),
            key_points: points,
            ..Flat::default()
        }
    }

    fn failed_with(change: impl Fn(&mut Flat)) -> Vec<Check> {
        let mut flat = good();
        change(&mut flat);
        let judged = Judged { gold: &Value::Null, text: TEXT, flat };
        // An article of three sentences is shorter than a summary may be of it.
        Digest::new(&judged).failed().into_iter().filter(|check| *check != Check::Length).collect()
    }

    #[test]
    fn a_good_digest_fails_nothing() {
        assert_eq!(failed_with(|_| ()), []);
        assert_eq!(failed_with(|flat| *flat = Flat::default()).len(), CHECKS.len() - 1, "no answer");
    }

    #[test]
    fn each_fault_of_a_claim_fails_its_check() {
        let first = |text: &'static str| failed_with(move |flat| flat.key_points[0].text = text.to_owned());
        assert_eq!(first("Ada Lim opened the quay."), [Check::Form]);
        assert_eq!(first("She opened the new quay of Orrin on Monday with 40 guests and two old boats from the island."), [Check::Subject]);
        assert_eq!(
            first("Ada Lim opened “the quay” new of Orrin on Monday with 40 guests and two old boats from the island."),
            [Check::Quotes]
        );
        assert_eq!(
            first("Ada Lim opened the new quay of Orrin on Monday with 50 guests and two old boats from the island."),
            [Check::Numbers]
        );
        assert_eq!(
            first("Ada Lim opened the new quay of Orrin on Monday 27 with 40 guests and two old boats from the island."),
            [],
            "the date's own day"
        );
        assert_eq!(
            first("Ada Lim opened the new quay of Tidewell on Monday with 40 guests and two old boats from the island."),
            [Check::Names]
        );
        assert_eq!(
            first("Ada Lim opened the new quay, , of Orrin on Monday with 40 guests and two old boats from the island."),
            [Check::Glitch]
        );
        assert_eq!(first("ORRIN (AP) — Ada Lim opened the new quay with 40 guests and two old boats from the island."), [Check::Furniture]);
        assert_eq!(first("Ada Lim solemnly inaugurated magnificent harbour works, guests applauding."), [Check::Trace, Check::Agree]);
        assert_eq!(failed_with(|flat| flat.summary[0].cited.clear()), [Check::Parts, Check::Cited]);
    }

    #[test]
    fn each_fault_of_the_whole_fails_its_check() {
        assert_eq!(failed_with(|flat| flat.parts[1].0 = 3), [Check::Parts]);
        assert_eq!(failed_with(|flat| flat.key_points[2] = flat.key_points[0].clone()), [Check::Repeats]);
        assert_eq!(failed_with(|flat| flat.summary.truncate(1)), [Check::Parts, Check::Agree]);
    }

    #[test]
    fn a_text_without_sentences_is_not_judged() {
        assert!(!is_article(&"rope ".repeat(300)));
        assert!(is_article(&"Twenty words of rope make up each line here and so on and on and so it goes until the end.” \n".repeat(14)));
    }
}
