//! The key points: the three best sentences that stand alone and say different things.

use std::collections::{BTreeSet, HashSet};

use super::{Chosen, Story};
use crate::analysis::claims::{self, Draft, stems};
use crate::characters::fold;
use crate::document::Document;
use crate::recognisers::Mentions;

/// The form of a key point.
const POINT_WORDS: std::ops::RangeInclusive<usize> = 8..=32;
const POINT_CHARACTERS: usize = 200;
const POINTS: usize = 3;
/// Most words of all key points together.
const TOGETHER: usize = 90;
/// Only the front of the ranking can matter: a point must be among the best.
const FRONT: usize = 200;
/// Words on which no sentence that stands alone can open.
const DANGLING: [&str; 36] = [
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "his",
    "her",
    "its",
    "their",
    "our",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "or",
    "so",
    "also",
    "however",
    "meanwhile",
    "then",
    "there",
    "moreover",
    "yet",
    "still",
    "instead",
    "thus",
    "while",
    "such",
    "both",
    "my",
    "your",
    "nor",
];

/// How much form is asked of a key point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Full,
    /// A quotation or a longer sentence.
    Loose,
}

struct Point {
    said: Said,
    chosen: Chosen,
}

/// What a point says, for telling repetition.
struct Said {
    /// Its stems without names, each once.
    stems: BTreeSet<String>,
    /// Its runs of three words that hold one of them.
    runs: BTreeSet<[String; 3]>,
}

impl Said {
    fn of(draft: &Draft, names: &HashSet<String>) -> Self {
        let text = fold(&draft.text);
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let tells = |word: &&str| stems(word).iter().any(|stem| !names.contains(stem));
        let runs = words.windows(3).filter(|run| run.iter().any(tells)).map(|run| [run[0], run[1], run[2]].map(str::to_owned));
        Self { stems: stems(&text).into_iter().filter(|stem| !names.contains(stem)).collect(), runs: runs.collect() }
    }
}

/// The key points, in the order of the text.
pub fn choose(story: &Story<'_>) -> Vec<Chosen> {
    let mut ranked: Vec<_> = story.sentences.iter().collect();
    ranked.sort_by_key(|scored| (std::cmp::Reverse(scored.score), scored.sentence));
    ranked.truncate(FRONT);
    let names = name_words(story.document, story.mentions);
    let mut chosen: Vec<Point> = Vec::new();
    // Where the article has too few sentences of the right form, the next best will have to do.
    for form in [Form::Full, Form::Loose] {
        for scored in &ranked {
            if chosen.len() == POINTS {
                break;
            }
            if chosen.iter().any(|point| point.chosen.sentence == scored.sentence) {
                continue;
            }
            let room = TOGETHER - chosen.iter().map(|point| point.chosen.draft.words()).sum::<usize>().min(TOGETHER);
            let fits = |draft: &Draft| is_point(draft, form) && draft.words() <= room;
            let Some(draft) = claims::fitted(story.document, story.mentions, &story.subjects, scored.sentence, &fits) else { continue };
            let own = Said::of(&draft, &names);
            if chosen.iter().all(|other| !repeats(&other.said, &own)) {
                chosen.push(Point { said: own, chosen: Chosen { sentence: scored.sentence, draft } });
            }
        }
    }
    let mut points: Vec<Chosen> = chosen.into_iter().map(|point| point.chosen).collect();
    points.sort_by_key(|point| point.sentence);
    points
}

/// The stems of the story's names: that two points name the same people is no repetition.
fn name_words(document: &Document, mentions: &Mentions) -> HashSet<String> {
    mentions.names.iter().flat_map(|name| stems(&fold(document.slice(document.span_of(&name.tokens))))).collect()
}

/// Whether the sentence can stand alone among the key points.
fn is_point(draft: &Draft, form: Form) -> bool {
    let text = draft.text.as_str();
    let quoted = text.starts_with(['"', '“', '‘', '\'']) || text.matches(['“', '"']).count() > 2;
    let sized = POINT_WORDS.contains(&draft.words()) && text.chars().count() <= POINT_CHARACTERS;
    let loose = form == Form::Loose && (6..=45).contains(&draft.words());
    stands_alone(draft) && text.ends_with(['.', '”', '"']) && (sized && !quoted || loose)
}

/// Whether a reader who sees nothing else understands the sentence.
pub fn stands_alone(draft: &Draft) -> bool {
    let text = draft.text.as_str();
    let first = text.split([' ', '’', '\'', ',']).next().unwrap_or_default();
    let small_quote =
        text.strip_prefix(['"', '“', '‘', '\'']).is_some_and(|rest| rest.starts_with(|c: char| !c.is_uppercase() && !c.is_numeric()));
    let opens = !small_quote && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '$' | '£' | '€' | '“' | '"'));
    // "By 1968, …" and "COVID-19 …" look like a byline and a dateline to whoever skims.
    let loud = text
        .find(['-', '–', '—'])
        .is_some_and(|at| at >= 4 && text[..at].chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | ',')));
    let byline = matches!(first, "By" | "Photo" | "Photos" | "Photograph" | "Photographs" | "Image" | "Images" | "Click" | "Read");
    // A question tells nothing, a command line is no sentence, and five words are a heading or an aside.
    let tells = !text.ends_with(['?', ':']) && !text.contains('`') && draft.words() > 5;
    opens
        && !loud
        && !byline
        && tells
        && !text.contains(" .")
        && !text.contains(" : ")
        && !DANGLING.contains(&first.to_lowercase().as_str())
        && !draft.open_date
}

/// Two points that say the same: four tenths of the words of the shorter, or a phrase.
fn repeats(a: &Said, b: &Said) -> bool {
    let shared = a.stems.intersection(&b.stems).count();
    shared * 10 >= a.stems.len().min(b.stems.len()).max(1) * 4 || a.runs.intersection(&b.runs).count() > 1
}
