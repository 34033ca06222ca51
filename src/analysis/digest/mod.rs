//! The digest: three key points and a summary in parts, chosen sentence by sentence.
//!
//! `features` says what is seen of a sentence, the trained `ranker` what it is worth.

mod features;
mod ranker;
mod score;
mod terms;
#[cfg(feature = "training")]
pub mod training;
mod words;

use std::ops::Range;

use crate::Length;
use crate::analysis::claims::{self, Draft, stems};
use crate::contract::{BlockKind, Claim, Digest, Part};
use crate::document::Document;
use crate::paste::Paste;
use crate::recognisers::Mentions;
use score::Scored;

/// The form of a key point.
const POINT_WORDS: std::ops::RangeInclusive<usize> = 8..=32;
const POINT_CHARACTERS: usize = 200;
const POINTS: usize = 3;
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

/// Key points and summary of the document.
#[must_use]
pub fn read(document: &Document, paste: &Paste, mentions: &Mentions, length: Length) -> Digest {
    let sentences = score::score(document, paste, mentions);
    let points = key_points(document, mentions, &sentences);
    let summary = summary(document, mentions, &sentences, &points, length);
    Digest { key_points: points.iter().map(|point| point.draft.finish(document)).collect(), summary }
}

/// A sentence that was chosen.
struct Chosen {
    sentence: usize,
    draft: Draft,
    stems: Vec<String>,
}

fn key_points(document: &Document, mentions: &Mentions, sentences: &[Scored]) -> Vec<Chosen> {
    let mut ranked: Vec<&Scored> = sentences.iter().collect();
    ranked.sort_by_key(|scored| (std::cmp::Reverse(scored.score), scored.sentence));
    // Only the front of the ranking can matter: a point must be among the best.
    ranked.truncate(200);
    let mut chosen: Vec<Chosen> = Vec::new();
    // Where the article has too few sentences of the right form, the next best will have to do.
    for form in [Form::Full, Form::Loose] {
        for scored in &ranked {
            let taken = chosen.iter().any(|point| point.sentence == scored.sentence);
            if chosen.len() == POINTS || taken {
                continue;
            }
            let draft = claims::sentence(document, &mentions.dates, scored.sentence);
            let words = stems(&draft.text);
            let fits = is_point(&draft, form) && claims::check(document, &mentions.dates, &draft).is_empty();
            if fits && chosen.iter().all(|other| !repeats(&other.stems, &words)) {
                chosen.push(Chosen { sentence: scored.sentence, draft, stems: words });
            }
        }
    }
    chosen.sort_by_key(|point| point.sentence);
    chosen
}

/// How much form is asked of a key point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Full,
    /// A quotation or a longer sentence.
    Loose,
}

/// Whether the sentence can stand alone among the key points.
fn is_point(draft: &Draft, form: Form) -> bool {
    let text = draft.text.as_str();
    let quoted = text.starts_with(['"', '“', '‘', '\'']) || text.matches(['“', '"']).count() > 2;
    let sized = POINT_WORDS.contains(&draft.words()) && text.chars().count() <= POINT_CHARACTERS;
    let loose = form == Form::Loose && (6..=45).contains(&draft.words());
    stands_alone(draft) && text.ends_with(['.', '”', '"']) && (sized && !quoted && text.ends_with('.') || loose)
}

fn stands_alone(draft: &Draft) -> bool {
    let text = draft.text.as_str();
    let first = text.split([' ', '’', '\'', ',']).next().unwrap_or_default();
    let opens = text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '$' | '“' | '"'));
    // "By 1968, …" and "COVID-19 …" look like a byline and a dateline to whoever skims.
    let loud = text
        .find(['-', '–', '—'])
        .is_some_and(|at| at >= 4 && text[..at].chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | ',')));
    let byline = first == "By";
    // A question tells nothing, a command line is no sentence, and five words are a heading or an aside.
    let tells = !text.ends_with(['?', ':']) && !text.contains('`') && draft.words() > 5;
    opens && !loud && !byline && tells && !text.contains(" .") && !DANGLING.contains(&first.to_lowercase().as_str()) && !draft.open_date
}

/// Two points that say the same: half the words of the shorter, or a phrase.
fn repeats(a: &[String], b: &[String]) -> bool {
    let shared = a.iter().filter(|word| b.contains(word)).count();
    let trigram = a.windows(3).filter(|run| b.windows(3).any(|other| other == *run)).count();
    shared * 5 >= a.len().min(b.len()).max(1) * 2 || trigram > 1
}

/// Parts tile the numbered paragraphs; each gives its best sentences, in the order of the text.
fn summary(document: &Document, mentions: &Mentions, sentences: &[Scored], points: &[Chosen], length: Length) -> Vec<Part> {
    let total = document.words();
    let budget = match length {
        Length::Short => 150,
        Length::Standard => (total * 3 / 10).clamp(80, 650),
        Length::Long => 1500,
    };
    let budget = budget.min(total * 55 / 100).max(total.min(20));
    let summary = parts(document, mentions, sentences, points, budget);
    let words: usize = summary.iter().flat_map(|part| &part.claims).map(|claim| claim.text.split_whitespace().count()).sum();
    // Long sentences may have left half of the room empty.
    if words >= total.min(240) / 3 { summary } else { parts(document, mentions, sentences, points, budget * 17 / 10) }
}

fn parts(document: &Document, mentions: &Mentions, sentences: &[Scored], points: &[Chosen], budget: usize) -> Vec<Part> {
    let tiles = tiles(document, sentences, budget);
    let used: usize = tiles.iter().map(|tile| words_between(document, tile)).sum::<usize>().max(1);
    let mut parts: Vec<Part> = Vec::new();
    for tile in &tiles {
        let share = budget * words_between(document, tile) / used;
        let number = |block: usize| document.blocks()[block].number;
        let (Some(first), Some(last)) = (tile.clone().find_map(number), tile.clone().rev().find_map(number)) else { continue };
        let claims = part_claims(document, mentions, sentences, points, tile, share);
        // A run of which nothing can be told belongs to the part before it.
        match parts.last_mut() {
            Some(before) if claims.is_empty() => before.last = last,
            _ => parts.push(Part { first, last, claims }),
        }
    }
    if let Some(silent) = parts.iter().position(|part| !part.claims.is_empty()).filter(|at| *at > 0) {
        let first = parts[0].first;
        parts.drain(..silent);
        parts[0].first = first;
    }
    parts.retain(|part| !part.claims.is_empty());
    parts
}

/// Runs of blocks: a new one at a heading, or where the run has enough words; each holds a sentence that can be shown.
fn tiles(document: &Document, sentences: &[Scored], budget: usize) -> Vec<Range<usize>> {
    let blocks = document.blocks();
    let parts = (budget / 70).clamp(1, 9);
    let enough = document.words() / parts;
    let mut usable = vec![false; blocks.len()];
    for scored in sentences {
        usable[document.sentences()[scored.sentence].block] = true;
    }
    let last_usable = usable.iter().rposition(|usable| *usable);
    let mut tiles: Vec<Range<usize>> = Vec::new();
    let (mut from, mut words, mut good) = (0, 0, false);
    for at in 0..blocks.len() {
        let heading = blocks[at].kind == BlockKind::Heading && words * 2 >= enough;
        if good && (words >= enough || heading) && last_usable.is_some_and(|last| last >= at) {
            tiles.push(from..at);
            (from, words, good) = (at, 0, false);
        }
        if blocks[at].number.is_some() {
            words += document.slice(blocks[at].span).split_whitespace().count();
            good |= usable[at];
        }
    }
    if from < blocks.len() {
        tiles.push(from..blocks.len());
    }
    tiles
}

fn words_between(document: &Document, tile: &Range<usize>) -> usize {
    document.blocks()[tile.clone()]
        .iter()
        .filter(|block| block.number.is_some())
        .map(|block| document.slice(block.span).split_whitespace().count())
        .sum()
}

fn part_claims(
    document: &Document,
    mentions: &Mentions,
    sentences: &[Scored],
    points: &[Chosen],
    tile: &Range<usize>,
    share: usize,
) -> Vec<Claim> {
    let inside = |sentence: usize| tile.contains(&document.sentences()[sentence].block);
    let from = sentences.partition_point(|scored| document.sentences()[scored.sentence].block < tile.start);
    let mut ranked: Vec<&Scored> = sentences[from..].iter().take_while(|scored| inside(scored.sentence)).collect();
    // A key point also stands in the summary.
    let is_point = |scored: &Scored| points.iter().any(|point| point.sentence == scored.sentence);
    ranked.sort_by_key(|scored| (!is_point(scored), std::cmp::Reverse(scored.score), scored.sentence));
    let mut chosen: Vec<(usize, Draft)> = Vec::new();
    let mut words = 0;
    for scored in ranked {
        if words >= share && !chosen.is_empty() && !is_point(scored) {
            break;
        }
        let draft = claims::sentence(document, &mentions.dates, scored.sentence);
        let fits = chosen.is_empty() || is_point(scored) || words + draft.words() <= share + 15;
        if fits && stands_alone(&draft) && claims::check(document, &mentions.dates, &draft).is_empty() {
            words += draft.words();
            chosen.push((scored.sentence, draft));
        }
    }
    // Where nothing stands alone the best sentence has to.
    if chosen.is_empty() {
        let any = sentences[from..]
            .iter()
            .take_while(|scored| inside(scored.sentence))
            .map(|scored| (scored, claims::sentence(document, &mentions.dates, scored.sentence)));
        let whole = any.filter(|(_, draft)| claims::check(document, &mentions.dates, draft).is_empty());
        chosen.extend(
            whole
                .max_by_key(|(scored, _)| (scored.score, std::cmp::Reverse(scored.sentence)))
                .map(|(scored, draft)| (scored.sentence, draft)),
        );
    }
    chosen.sort_by_key(|(sentence, _)| *sentence);
    chosen.iter().map(|(_, draft)| draft.finish(document)).collect()
}
