//! The summary: parts that tile the numbered paragraphs, each with its best sentences in the order of the text.

use std::cell::RefCell;
use std::ops::Range;

use super::context::{Context, Seen};
use super::form::{is_courtesy, leans, says_little};
use super::introduce::{introduce_told, is_point};
use super::score::Scored;
use super::{Chosen, Story, abbreviations, shifts, speakers};
use crate::Length;
use crate::analysis::claims::{self, Draft};
use crate::contract::{BlockKind, Part};
use crate::document::Document;
use crate::lists::Map;

/// What a second sentence of a paragraph loses: the summary goes through the article, it does not dwell.
const DWELLING: i64 = 8000;
/// Most sentences of a part that are tried.
const TRIES: usize = 60;
/// Tenths of a part's usual words behind which it may end, and behind which it must.
const EARLY: usize = 7;
const LATE: usize = 13;
/// Parts that there may be beyond their usual number, where they end early: what follows is the last one's.
const MORE: usize = 2;
/// Most places that are compared for the end of a part.
const GAPS: usize = 9;
/// Sentences before another among which it is looked for what that takes for told.
const NEAR: usize = 30;
/// Most words of a sentence of the summary.
const SENTENCE: usize = 42;

/// The parts, in the order of the text; short forms are spelled out where a reader meets them first, in the points, too.
pub fn write(story: &Story<'_>, points: &mut [Chosen], length: Length) -> Vec<Part> {
    let mut summary = of_length(story, points, length);
    if length == Length::Long {
        // More room makes other parts, whose sentences may be fewer.
        let standard = of_length(story, points, Length::Standard);
        summary = if words(&standard) > words(&summary) { standard } else { summary };
    }
    finished(story, points, summary)
}

fn of_length(story: &Story<'_>, points: &[Chosen], length: Length) -> Vec<Told> {
    let total = story.document.words();
    let standard = (total * 2 / 5).clamp(80, 650);
    // The short one of a brief is half of its standard one, not longer than that.
    let (budget, fewest) = match length {
        Length::Short => ((standard / 2).clamp(50, 150), total.min(240) / 6),
        Length::Standard => (standard, total.min(240) / 3),
        Length::Long => (1500, total.min(240) / 3),
    };
    let budget = budget.min(total * 55 / 100).max(total.min(20));
    // Long sentences may leave half of the room empty: then there is more of it.
    let mut summary = Vec::new();
    for budget in [budget, budget * 17 / 10, budget * 3] {
        summary = parts(story, points, budget);
        if words(&summary) >= fewest {
            break;
        }
    }
    summary
}

fn words(parts: &[Told]) -> usize {
    parts.iter().map(Told::words).sum()
}

/// A part before it leaves the core.
struct Told {
    first: u32,
    last: u32,
    chosen: Vec<Chosen>,
}

impl Told {
    fn words(&self) -> usize {
        self.chosen.iter().map(|chosen| chosen.draft.words()).sum()
    }
}

/// The parts with whole names where a reader meets somebody first; key points stand as they were put.
fn finished(story: &Story<'_>, points: &mut [Chosen], parts: Vec<Told>) -> Vec<Part> {
    let places: Vec<(u32, u32, usize)> = parts.iter().map(|part| (part.first, part.last, part.chosen.len())).collect();
    let told = speakers::named(story, points, parts.into_iter().flat_map(|part| part.chosen).collect());
    let mut told = introduce_told(story, points, told);
    abbreviations::spell_out(story, points, &mut told);
    let mut told = told.into_iter();
    let part = |(first, last, count)| {
        let claims = told.by_ref().take(count).map(|chosen| chosen.draft.finish(story.document)).collect();
        Part { first, last, claims }
    };
    places.into_iter().map(part).collect()
}

fn parts(story: &Story<'_>, points: &[Chosen], budget: usize) -> Vec<Told> {
    let document = story.document;
    let tiles = tiles(story, budget);
    let used: usize = tiles.iter().map(|tile| words_between(story, tile)).sum::<usize>().max(1);
    let mut parts: Vec<Told> = Vec::new();
    let (mut seen, mut told) = (0, 0);
    // Who reads the summary has read the points.
    let mut context = Context::default();
    points.iter().for_each(|point| context.show(Seen::of(&point.draft.text)));
    for tile in &tiles {
        // What one part leaves over the next may use.
        seen += words_between(story, tile);
        let share = (budget * seen / used).saturating_sub(told);
        let number = |block: usize| document.blocks()[block].number;
        let (Some(first), Some(last)) = (tile.clone().find_map(number), tile.clone().rev().find_map(number)) else { continue };
        let part = Told { first, last, chosen: part_claims(story, points, &context, tile, share) };
        told += part.words();
        let new = part.chosen.iter().filter(|chosen| !is_point(points, chosen));
        new.for_each(|chosen| context.show(Seen::of(&chosen.draft.text)));
        // A run of which nothing can be told belongs to the part before it.
        match parts.last_mut() {
            Some(before) if part.chosen.is_empty() => before.last = last,
            _ => parts.push(part),
        }
    }
    if let Some(silent) = parts.iter().position(|part| !part.chosen.is_empty()).filter(|at| *at > 0) {
        let first = parts[0].first;
        parts.drain(..silent);
        parts[0].first = first;
    }
    parts.retain(|part| !part.chosen.is_empty());
    parts
}

/// Runs of blocks: a new one at a heading, else where the matter changes once the run has about enough words; each holds a
/// sentence that can be shown.
fn tiles(story: &Story<'_>, budget: usize) -> Vec<Range<usize>> {
    let document = story.document;
    let blocks = document.blocks();
    let parts = (budget / 70).clamp(1, 9);
    let enough = document.words() / parts;
    let mut usable = vec![false; blocks.len()];
    for scored in &story.sentences {
        usable[document.sentences()[scored.sentence].block] = true;
    }
    let last_usable = usable.iter().rposition(|usable| *usable);
    let mut tiles: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(end) = tile_end(story, &usable, from, enough).filter(|end| last_usable.is_some_and(|last| last >= *end)) {
        if tiles.len() == parts + MORE {
            break;
        }
        tiles.push(from..end);
        from = end;
    }
    if from < blocks.len() {
        tiles.push(from..blocks.len());
    }
    tiles
}

/// Where the run ends that begins there; none where it goes on to the end.
fn tile_end(story: &Story<'_>, usable: &[bool], from: usize, enough: usize) -> Option<usize> {
    let blocks = story.document.blocks();
    let mut gaps: Vec<usize> = Vec::new();
    let (mut words, mut good) = (0, false);
    for at in from..blocks.len() {
        if good && words * 2 >= enough && blocks[at].kind == BlockKind::Heading {
            return Some(at);
        }
        if good && words * 10 >= enough * EARLY {
            gaps.push(at);
            if words * 10 >= enough * LATE || gaps.len() == GAPS {
                return shifts::weakest(story.document, &gaps);
            }
        }
        words += story.words[at];
        good |= blocks[at].number.is_some() && usable[at];
    }
    None
}

fn words_between(story: &Story<'_>, tile: &Range<usize>) -> usize {
    story.words[tile.clone()].iter().sum()
}

/// The sentences of a tile: the key points that stand there, and the best of the others while there is room.
fn part_claims(story: &Story<'_>, points: &[Chosen], context: &Context, tile: &Range<usize>, share: usize) -> Vec<Chosen> {
    let document = story.document;
    let block = |sentence: usize| document.sentences()[sentence].block;
    let from = story.sentences.partition_point(|scored| block(scored.sentence) < tile.start);
    let span = |sentence: usize| document.span_of(&document.sentences()[sentence].tokens);
    // What a point has taken up, or tells again, is told.
    let told = |sentence: usize| {
        let whole = span(sentence);
        let sources = points.iter().filter(|point| point.sentence != sentence).flat_map(|point| &point.draft.sources);
        sources.into_iter().any(|(_, source)| whole.start <= source.start && source.end == whole.end)
    };
    let all = story.sentences[from..].iter().take_while(|scored| tile.contains(&block(scored.sentence)));
    let inside: Vec<&Scored> = all.filter(|scored| !told(scored.sentence)).collect();
    // A key point also stands in the summary, as it was put there.
    let mut chosen: Vec<(usize, Draft)> =
        points.iter().filter(|point| tile.contains(&block(point.sentence))).map(|point| (point.sentence, point.draft.clone())).collect();
    let mut words: usize = chosen.iter().map(|(_, draft)| draft.words()).sum();
    let mut context = context.clone();
    for sentence in in_turn(document, &inside, &chosen).into_iter().take(TRIES) {
        if words >= share && !chosen.is_empty() {
            break;
        }
        let room = if chosen.is_empty() { usize::MAX } else { share + 20 - words.min(share) };
        // What leans on the sentence before it stands behind that.
        let led = chosen.iter().any(|(other, _)| other + 1 == sentence && block(*other) == block(sentence));
        // Of the draft that was looked at last, which is the one that is taken.
        let seen = RefCell::new(None);
        let fits = |draft: &Draft| {
            let told = !is_courtesy(&draft.text) && !says_little(&draft.text);
            let untold = || context.open_noun(&draft.text).is_some_and(|noun| is_told_before(document, sentence, &noun));
            let open = || leans(&draft.text) || story.is_spoken_on(sentence) || untold();
            draft.words() <= SENTENCE.min(room) && told && (led || !open()) && {
                let claim = Seen::of(&draft.text);
                let new = !context.has_told(&claim);
                seen.replace(Some(claim));
                new
            }
        };
        if let Some(draft) = story.fitter.fitted_alone(sentence, &fits) {
            words += draft.words();
            context.show(seen.take().unwrap_or_else(|| Seen::of(&draft.text)));
            chosen.push((sentence, draft));
        }
    }
    // Where nothing stands alone the best sentence has to.
    if chosen.is_empty() {
        chosen.extend(last_resort(story, &inside));
    }
    chosen.sort_by_key(|(sentence, _)| *sentence);
    chosen.into_iter().map(|(sentence, draft)| Chosen { sentence, draft }).collect()
}

/// Whether one of the sentences near before another tells of the noun: what none does a sentence may define, "The nervous system
/// is". What happened, and who did it, was told in other words.
fn is_told_before(document: &Document, sentence: usize, noun: &str) -> bool {
    let stem = claims::stem_key(noun);
    let words = |at: usize| document.tokens()[document.sentences()[at].tokens.clone()].iter().map(|token| document.slice(token.span));
    let known = ["holder", "pointer", "happening"].iter().any(|set| claims::is_in(set, noun));
    known || (sentence.saturating_sub(NEAR)..sentence).any(|at| words(at).any(|word| claims::stem_key(word) == stem))
}

/// The sentences in the order in which they are asked for: the best of each paragraph before its second best.
fn in_turn(document: &Document, inside: &[&Scored], taken: &[(usize, Draft)]) -> Vec<usize> {
    let block = |sentence: usize| document.sentences()[sentence].block;
    let mut ranked: Vec<&&Scored> = inside.iter().filter(|scored| taken.iter().all(|(other, _)| *other != scored.sentence)).collect();
    ranked.sort_by_key(|scored| (std::cmp::Reverse(scored.score), scored.sentence));
    let mut told: Map<usize, i64> = Map::default();
    for (sentence, _) in taken {
        *told.entry(block(*sentence)).or_insert(0) += 1;
    }
    let mut turns: Vec<(i64, usize)> = Vec::with_capacity(ranked.len());
    for scored in ranked {
        let before = told.entry(block(scored.sentence)).or_insert(0);
        turns.push((*before * DWELLING - scored.score, scored.sentence));
        *before += 1;
    }
    turns.sort_unstable();
    turns.into_iter().map(|(_, sentence)| sentence).collect()
}

fn last_resort(story: &Story<'_>, inside: &[&Scored]) -> Option<(usize, Draft)> {
    let mut ranked: Vec<&&Scored> = inside.iter().collect();
    ranked.sort_by_key(|scored| (std::cmp::Reverse(scored.score), scored.sentence));
    let fits = |_: &Draft| true;
    // A part of many sentences of which none can be told is left to its neighbour.
    ranked.iter().take(TRIES).find_map(|scored| {
        let draft = story
            .fitter
            .fitted(scored.sentence, &fits)
            .or_else(|| Some(claims::sentence(story.document, &story.mentions.dates, scored.sentence)))
            .filter(|draft| claims::check(story.document, story.mentions, draft).is_empty())?;
        Some((scored.sentence, draft))
    })
}
