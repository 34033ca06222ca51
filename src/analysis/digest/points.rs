//! The key points: the three best sentences that stand alone and say different things.

use super::form::{self, Form};
use super::introduce::introduce;
use super::matter::Weighed;
use super::news::News;
use super::score::Scored;
use super::{Chosen, Story, join};
use crate::analysis::claims::{self, Draft, each_once, shared, stem_key, stem_keys};
use crate::characters::{alphanumerics, fold, folded};
use crate::document::Document;
use crate::lists::{Map, Set};
use crate::recognisers::{DateFound, Mentions};

const POINTS: usize = 3;
/// Most words of all key points together.
pub const TOGETHER: usize = 90;
/// Only the front of the ranking can matter: a point must be among the best.
const FRONT: usize = 200;
/// What a sentence loses that leans on another.
const LEANING: i64 = 3500;
/// And one that speaks of an "I" whom nothing names. Lower than that, stories that somebody tells of himself have points about
/// others (GUM: train .290 to .294, dev .372 to .368; 500 CNN stories 34.3 either way).
const UNNAMED: i64 = 1500;
/// What the first sentence gains that tells the day of its news. 4,000 to 15,000 are as good as each other (500 CNN stories:
/// ROUGE-1 34.3 to 34.4), and readers find the news where they look for it.
const LEAD: i64 = 8000;
/// What each paragraph between a sentence and the nearest point adds to its score, and up to how many.
const SPREAD: i64 = 200;
const FAR: usize = 8;
/// How many sentences are compared as the points that they would make.
const COMPARED: usize = 8;
/// Where a further point may stand.
#[derive(Clone, Copy)]
enum Place {
    /// In a paragraph of which no point speaks yet: three points go further than one paragraph does.
    Apart,
    Any,
}

/// A sentence that was chosen, and what it says.
#[derive(Clone)]
pub struct Point {
    pub said: Said,
    pub chosen: Chosen,
    /// The sentence of a second fact that it has taken up.
    pub second: Option<usize>,
}

impl Point {
    /// The sentences that it tells.
    pub fn sentences(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.chosen.sentence).chain(self.second)
    }
}

/// What each sentence that was tried makes of itself in each form, whatever room there is.
type Fitted = Map<(usize, Form), Option<Weighed>>;

/// What a point says, for telling repetition: keys, each once, ascending.
#[derive(Clone)]
pub struct Said {
    /// Of its stems.
    all: Vec<u64>,
    /// Of those that are not of names.
    stems: Vec<u64>,
    /// Of its runs of three words that hold one of them.
    phrases: Vec<[u64; 3]>,
    /// Who does what.
    core: Option<claims::Core>,
}

impl Said {
    /// Of the draft, where these are the keys of the stems of the story's names.
    pub fn of(draft: &Draft, names: &Set<u64>) -> Self {
        let text = fold(&draft.text);
        // "stop and search" is no name where it is written small, whatever else is called so.
        let capitals = alphanumerics(&draft.text).filter(|own| own.starts_with(char::is_uppercase));
        let capitals: Vec<u64> = capitals.map(|own| folded(own, claims::key)).collect();
        let words: Vec<(&str, u64, Option<u64>)> = alphanumerics(&text).map(|word| (word, claims::key(word), stem_key(word))).collect();
        let tells =
            |(_, word, stem): &(&str, u64, Option<u64>)| stem.is_some_and(|stem| !names.contains(&stem) || !capitals.contains(word));
        let phrases = words.windows(3).filter(|three| three.iter().any(tells)).map(|three| [three[0].1, three[1].1, three[2].1]);
        let told = words.iter().filter(|(word, ..)| !claims::is_in("light", word)).filter_map(|(_, _, stem)| *stem);
        let all = each_once(told.collect());
        Self {
            stems: all.iter().filter(|stem| !names.contains(*stem)).copied().collect(),
            all,
            phrases: each_once(phrases.collect()),
            core: claims::Core::of(&draft.text),
        }
    }
}

/// The key points, in the order of the text.
pub fn choose(story: &Story<'_>) -> Vec<Chosen> {
    let front = front(story);
    let ranked: Vec<&Scored> = front.iter().collect();
    let names = name_words(story.document, story.mentions);
    let mut choice = Choice { story, ranked: &ranked, names: &names, news: News::of(story, &front), fitted: Fitted::default() };
    let mut chosen = choice.filled(Vec::new());
    // Two short points about the same make room for a third fact.
    while let Some(united) = join::united(story, &names, &chosen) {
        let filled = choice.filled(united);
        if filled.len() < POINTS {
            break;
        }
        chosen = filled;
    }
    join::widen(story, &ranked, &names, &mut chosen);
    let (sentences, drafts): (Vec<usize>, Vec<Draft>) = chosen.into_iter().map(|point| (point.chosen.sentence, point.chosen.draft)).unzip();
    let drafts = claims::with_retellings(story.document, drafts);
    let mut points: Vec<Chosen> = sentences.into_iter().zip(drafts).map(|(sentence, draft)| Chosen { sentence, draft }).collect();
    points.sort_by_key(|point| point.sentence);
    introduce(story, points)
}

/// The best sentences; those that lean on others lose rank.
fn front(story: &Story<'_>) -> Vec<Scored> {
    let by_score = |scored: &Scored| (std::cmp::Reverse(scored.score), scored.sentence);
    let mut ranked = story.sentences.clone();
    ranked.retain(|scored| !story.asks(scored.sentence));
    ranked.sort_by_key(by_score);
    ranked.truncate(FRONT);
    let lead = dated_lead(story);
    for scored in &mut ranked {
        let span = story.document.span_of(&story.document.sentences()[scored.sentence].tokens);
        let leans = || form::leans(&claims::opened(&story.document.reading(span)));
        scored.score -= if story.is_spoken_on(scored.sentence) || leans() { LEANING } else { 0 };
        scored.score -= if story.is_of_unnamed(scored.sentence) { UNNAMED } else { 0 };
        scored.score += if lead == Some(scored.sentence) { LEAD } else { 0 };
    }
    ranked.sort_by_key(by_score);
    ranked
}

/// The first sentence, where it tells what happened on a day near that of the story: that is its news.
fn dated_lead(story: &Story<'_>) -> Option<usize> {
    let first = story.sentences.first()?.sentence;
    let dates = story.mentions.dates.iter().take_while(|found| found.sentence <= first);
    dates.filter(|found| found.sentence == first).any(DateFound::is_near).then_some(first)
}

/// What the points are chosen from, and what was made of it so far.
struct Choice<'a> {
    story: &'a Story<'a>,
    ranked: &'a [&'a Scored],
    names: &'a Set<u64>,
    news: News,
    fitted: Fitted,
}

impl Choice<'_> {
    /// The points with others, as many as an article has.
    fn filled(&mut self, mut chosen: Vec<Point>) -> Vec<Point> {
        // Where the article has too few sentences of the right form, the next best will have to do.
        let ways = [(Form::Full, Place::Apart), (Form::Full, Place::Any), (Form::Loose, Place::Any), (Form::Quoted, Place::Any)];
        while chosen.len() < POINTS {
            let Some(point) = ways.into_iter().find_map(|(form, place)| self.next(&chosen, form, place)) else { break };
            chosen.push(point);
        }
        chosen
    }

    /// The best sentence that makes a further point. What it is worth as a point is known when it has become one.
    fn next(&mut self, chosen: &[Point], form: Form, place: Place) -> Option<Point> {
        let room = TOGETHER - chosen.iter().map(|point| point.chosen.draft.words()).sum::<usize>().min(TOGETHER);
        let told: Vec<u64> = chosen.iter().flat_map(|point| stem_keys(&point.chosen.draft.text)).collect();
        let mut open = self.open(chosen, place).into_iter();
        loop {
            let drafted = open.by_ref().filter_map(|(worth, sentence)| Some((worth, (sentence, self.drafted(sentence, form, room)?))));
            let drafted: Vec<(i64, (usize, Weighed))> = drafted.take(COMPARED).collect();
            if drafted.is_empty() {
                return None;
            }
            let matter = &self.story.matter;
            let worth = |(base, (sentence, weighed)): (i64, (usize, Weighed))| {
                let opens = chosen.iter().all(|point| point.chosen.sentence > sentence);
                let untold = if opens { matter.untold(&weighed) } else { 0 };
                (base + matter.worth(&weighed, &told) - untold, Chosen { sentence, draft: weighed.draft })
            };
            let mut compared: Vec<(i64, Chosen)> = drafted.into_iter().map(worth).collect();
            compared.sort_by_key(|(worth, chosen)| (std::cmp::Reverse(*worth), chosen.sentence));
            let new = |candidate: Chosen| {
                let said = Said::of(&candidate.draft, self.names);
                let repeated = chosen.iter().any(|other| repeats(&other.said, &said));
                (!repeated).then_some(Point { said, chosen: candidate, second: None })
            };
            if let Some(point) = compared.into_iter().find_map(|(_, candidate)| new(candidate)) {
                return Some(point);
            }
        }
    }

    /// The sentences that may make a further point, the best first, each with its worth; what stands apart from the points so
    /// far says more that is new.
    fn open(&self, chosen: &[Point], place: Place) -> Vec<(i64, usize)> {
        let block = |sentence: usize| self.story.document.sentences()[sentence].block;
        let taken = |scored: &Scored| {
            chosen.iter().flat_map(Point::sentences).any(|sentence| match place {
                Place::Apart => block(sentence) == block(scored.sentence),
                Place::Any => sentence == scored.sentence,
            })
        };
        let apart = |scored: &Scored| {
            let nearest = chosen.iter().flat_map(Point::sentences).map(|sentence| block(sentence).abs_diff(block(scored.sentence))).min();
            nearest.map_or(0, |blocks| i64::try_from(blocks.min(FAR)).unwrap_or(0) * SPREAD)
        };
        let told = self.news.told(chosen.iter().flat_map(Point::sentences));
        let worth = |scored: &Scored| scored.score + apart(scored) + self.news.worth(scored.sentence, told);
        let open = self.ranked.iter().filter(|scored| !taken(scored));
        let mut open: Vec<(i64, usize)> = open.map(|scored| (worth(scored), scored.sentence)).collect();
        open.sort_unstable_by_key(|(worth, sentence)| (std::cmp::Reverse(*worth), *sentence));
        open
    }

    /// The point that a sentence makes in this form, of so many words at most.
    fn drafted(&mut self, sentence: usize, form: Form, room: usize) -> Option<Weighed> {
        let story = self.story;
        let made = |room: usize| {
            let fits = |draft: &Draft| draft.words() <= room && story.looks_like_point(draft, form);
            story.fitter.fitted_alone(sentence, &fits).map(Weighed::new)
        };
        let longest = self.fitted.entry((sentence, form)).or_insert_with(|| made(TOGETHER)).clone()?;
        if longest.draft.words() <= room { Some(longest) } else { made(room) }
    }
}

/// The keys of the stems of the story's names: that two points name the same people is no repetition.
fn name_words(document: &Document, mentions: &Mentions) -> Set<u64> {
    let names = mentions.names.iter().map(|name| fold(document.slice(document.span_of(&name.tokens))));
    names.flat_map(|name| alphanumerics(&name).filter_map(stem_key).collect::<Vec<_>>()).collect()
}

/// Two points that say the same: subject, verb and object, four tenths of the words of the shorter, or a phrase.
pub fn repeats(a: &Said, b: &Said) -> bool {
    let deed = || a.core.as_ref().zip(b.core.as_ref()).is_some_and(|(a, b)| a.is_same(b));
    shared(&a.stems, &b.stems) * 10 >= a.stems.len().min(b.stems.len()).max(1) * 4
        || shared(&a.all, &b.all) * 2 >= a.all.len().min(b.all.len()).max(1)
        || shared(&a.phrases, &b.phrases) > 1
        || deed()
}
