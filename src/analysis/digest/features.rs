//! What the ranker is told of each sentence: whole numbers, the same for the trainer and the reader.

use super::terms::{Terms, shared};
use super::words::{self, Opening};
use crate::contract::{BlockKind, DateKind};
use crate::document::{Document, TokenKind};
use crate::lists::{Map, Set};
use crate::paste::Paste;
use crate::recognisers::{FigureFound, FigureKind, Mentions, NameFound, around};

/// How many numbers a sentence has.
pub const COUNT: usize = 81;
/// The stems' weights lie in this many bins.
pub const BINS: usize = 8192;

/// A sentence of the story and what the ranker is told of it.
pub struct Row {
    /// Index of the sentence.
    pub sentence: usize,
    /// In the order of [`Reader::row`].
    pub values: [i32; COUNT],
    /// The bins of its stems, each once.
    pub bins: Vec<u16>,
}

/// Each sentence of the numbered paragraphs that ends as sentences do, in text order: one at a time, for their rows are
/// larger than the text. Gives the terms of the story; none where it has no sentence.
pub fn each_row(document: &Document, paste: &Paste, mentions: &Mentions, look: &mut dyn FnMut(Row)) -> Option<Terms> {
    let story: Vec<usize> = (0..document.sentences().len()).filter(|&at| is_story(document, at)).collect();
    if story.is_empty() {
        return None;
    }
    let reader = Reader::new(document, paste, mentions, story);
    reader.each_row(look);
    Some(reader.terms)
}

fn is_story(document: &Document, at: usize) -> bool {
    let sentence = &document.sentences()[at];
    let whole = text(document, at);
    document.blocks()[sentence.block].number.is_some()
        && sentence.tokens.len() >= 4
        && whole.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ';', '。'])
}

fn text(document: &Document, at: usize) -> &str {
    document.slice(document.span_of(&document.sentences()[at].tokens))
}

/// What is known of the whole story before its sentences are looked at one by one.
struct Reader<'a> {
    document: &'a Document,
    story: Vec<usize>,
    terms: Terms,
    central: Vec<i32>,
    frequent: Vec<u32>,
    top: Vec<u32>,
    title: Vec<u32>,
    names: Map<usize, Vec<&'a NameFound>>,
    name_counts: Map<String, i32>,
    dates: Map<usize, Vec<i32>>,
    mentions: &'a Mentions,
    figures: Figures,
    surfaces: Vec<words::Surface>,
    paragraphs: Vec<Paragraph>,
    whole: [i32; 7],
}

/// Where a sentence stands in its paragraph.
#[derive(Clone, Copy)]
struct Paragraph {
    nth: i32,
    count: i32,
    sentence: i32,
    sentences: i32,
    words: i32,
    quoted: i32,
    list: bool,
    under_heading: bool,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document, paste: &Paste, mentions: &'a Mentions, story: Vec<usize>) -> Self {
        let terms = Terms::new(document, &story);
        let title = terms.known(paste.title.as_deref().unwrap_or_default());
        let has_title = paste.title.is_some();
        // Where no title was pasted, the first sentence says what it is about.
        let title = if has_title { title } else { ascending(&terms.of[0]) };
        let mut names: Map<usize, Vec<&NameFound>> = Map::default();
        let mut name_counts = Map::default();
        for name in &mentions.names {
            names.entry(name.sentence).or_default().push(name);
            *name_counts.entry(name_key(document, name)).or_insert(0) += 1;
        }
        let surfaces: Vec<words::Surface> = story.iter().map(|&at| words::surface(document, at)).collect();
        let paragraphs = paragraphs(document, &story, &surfaces);
        let whole = whole(&surfaces, &paragraphs, has_title);
        Self {
            central: terms.centrality(),
            frequent: terms.frequent(25),
            top: terms.frequent(10),
            dates: dates(mentions, paste),
            figures: Figures::of(&mentions.figures),
            mentions,
            document,
            story,
            terms,
            title,
            names,
            name_counts,
            surfaces,
            paragraphs,
            whole,
        }
    }

    fn each_row(&self, look: &mut dyn FnMut(Row)) {
        let mut named = Set::default();
        let mut before = 0;
        let mut values = Vec::with_capacity(COUNT);
        for nth in 0..self.story.len() {
            values.clear();
            self.place(nth, before, &mut values);
            self.content(nth, &mut values);
            self.naming(nth, &mut named, &mut values);
            self.form(nth, &mut values);
            self.deed(nth, &mut values);
            values.extend(self.whole);
            before += self.surfaces[nth].words;
            let mut row = [0; COUNT];
            for (slot, value) in row.iter_mut().zip(&values) {
                *slot = *value;
            }
            debug_assert_eq!(values.len(), COUNT);
            look(Row { sentence: self.story[nth], values: row, bins: self.bins(nth) });
        }
    }

    fn bins(&self, nth: usize) -> Vec<u16> {
        let bin = |id: &u32| u16::try_from((self.terms.keys[*id as usize] >> 20) % BINS as u64).unwrap_or(0);
        self.terms.of[nth].iter().map(bin).collect()
    }

    /// Where it stands: 12 numbers.
    fn place(&self, nth: usize, before: i32, out: &mut Vec<i32>) {
        let paragraph = &self.paragraphs[nth];
        let at = number(nth);
        out.extend([
            at.min(200),
            at * 1000 / number(self.story.len()),
            before.min(5000),
            paragraph.nth.min(100),
            paragraph.nth * 1000 / paragraph.count.max(1),
            paragraph.sentence,
            paragraph.sentences,
            paragraph.words,
            i32::from(paragraph.sentence + 1 == paragraph.sentences),
            i32::from(paragraph.list),
            i32::from(paragraph.under_heading),
            number(self.story.len() - nth).min(50),
        ]);
    }

    /// How much of the story's matter it carries: 19 numbers.
    fn content(&self, nth: usize, out: &mut Vec<i32>) {
        let (own, terms) = (&self.terms.of[nth], &self.terms);
        let mine = ascending(own);
        let size = number(own.len()).max(1);
        let at = u32::try_from(nth).unwrap_or(u32::MAX);
        let count = |id: &u32| i32::try_from(terms.sentences[*id as usize]).unwrap_or(i32::MAX).min(50);
        let counts: Vec<i32> = own.iter().map(count).collect();
        let sum: i32 = counts.iter().sum();
        let number_of = |test: &dyn Fn(usize) -> bool| number(own.iter().filter(|id| test(**id as usize)).count());
        let later = number_of(&|id| terms.last[id] > at);
        let new = number_of(&|id| terms.first[id] == at && terms.sentences[id] > 1);
        let in_title = shared(&mine, &self.title);
        let near = |other: Option<usize>| other.and_then(|other| terms.of.get(other)).map_or(0, |other| shared(&mine, &ascending(other)));
        out.extend([
            size,
            self.central[nth],
            self.central[nth] * 10 / (size + 9),
            sum,
            sum * 100 / size,
            counts.iter().copied().max().unwrap_or(0),
            shared(&mine, &self.frequent),
            shared(&mine, &self.top),
            shared(&mine, &self.frequent) * 1000 / size,
            in_title,
            in_title * 1000 / size,
            in_title * 1000 / number(self.title.len()).max(1),
            later,
            later * 1000 / size,
            new,
            number_of(&|id| terms.sentences[id] == 1) * 1000 / size,
            near(nth.checked_sub(1)),
            near(Some(nth + 1)),
            if nth == 0 { 0 } else { near(Some(0)) },
        ]);
    }

    /// Whom and when it names: 10 numbers.
    fn naming(&self, nth: usize, named: &mut Set<String>, out: &mut Vec<i32>) {
        let sentence = self.story[nth];
        let names = self.names.get(&sentence).map_or(&[][..], Vec::as_slice);
        let words = self.surfaces[nth].words.max(1);
        let keys: Vec<String> = names.iter().map(|name| name_key(self.document, name)).collect();
        let counts: Vec<i32> = keys.iter().map(|key| self.name_counts.get(key).copied().unwrap_or(0).min(30)).collect();
        let tokens: usize = names.iter().map(|name| name.tokens.len()).sum();
        let new = keys.into_iter().filter(|key| named.insert(key.clone())).count();
        let first = self.document.sentences()[sentence].tokens.start;
        let dates = self.dates.get(&sentence).map_or(&[][..], Vec::as_slice);
        out.extend([
            number(names.len()),
            number(tokens) * 1000 / words,
            counts.iter().sum(),
            counts.iter().copied().max().unwrap_or(0),
            number(new),
            i32::from(names.first().is_some_and(|name| name.tokens.start <= first + 2)),
            names.first().map_or(0, |_| counts[0]),
            i32::from(names.iter().any(|name| name.tokens.len() > 1)),
            number(dates.len()),
            dates.iter().copied().max().unwrap_or(0),
        ]);
    }

    /// How it is put: 24 numbers.
    fn form(&self, nth: usize, out: &mut Vec<i32>) {
        let surface = &self.surfaces[nth];
        let before = nth.checked_sub(1).map(|at| &self.surfaces[at]);
        let behind = self.surfaces.get(nth + 1);
        let is = |test: bool| i32::from(test);
        out.extend([
            surface.words,
            surface.numbers,
            is(surface.money),
            surface.quoted * 1000 / surface.words.max(1),
            is(surface.opens_quote),
            surface.said,
            is(surface.ends_in_said),
            surface.first_person,
            surface.second_person,
            is(surface.question),
            surface.commas,
            is(surface.bracket),
            is(surface.dash),
            is(surface.colon),
            surface.modal,
            is(surface.negated),
            surface.pronouns,
            is(surface.opening == Opening::Pronoun),
            is(surface.opening == Opening::Pointer),
            is(surface.opening == Opening::Connective),
            is(surface.opening == Opening::Article),
            is(surface.opening == Opening::Clause),
            is(before.is_some_and(|before| before.opens_quote)),
            behind.map_or(0, |behind| is(behind.opening == Opening::Pronoun) + 2 * is(behind.opens_quote)),
        ]);
    }
}

impl Reader<'_> {
    /// What happened, and how much it was: 9 numbers.
    fn deed(&self, nth: usize, out: &mut Vec<i32>) {
        let (surface, paragraph) = (&self.surfaces[nth], &self.paragraphs[nth]);
        let tokens = &self.document.sentences()[self.story[nth]].tokens;
        let figures = &self.mentions.figures;
        let first = figures.partition_point(|figure| figure.tokens.start < tokens.start);
        let own = &figures[first..first + figures[first..].partition_point(|figure| figure.tokens.end <= tokens.end)];
        let money = own.iter().filter(|figure| figure.kind == FigureKind::Money);
        // A piece of somebody's longer statement.
        let quoted = around(&self.mentions.quotes, tokens).is_some_and(|at| self.mentions.quotes[at].tokens.len() > tokens.len());
        out.extend([
            surface.pointers,
            surface.past,
            surface.present,
            number(own.len()),
            number(money.clone().count()),
            i32::from(money.map(FigureFound::size).max().is_some_and(|size| self.figures.greatest == Some(size))),
            own.iter().filter_map(|figure| self.figures.counts.get(&value(figure))).copied().max().unwrap_or(0),
            i32::from(quoted),
            paragraph.quoted,
        ]);
    }
}

/// What tells the figure of an article from the others.
struct Figures {
    /// How often each value stands in it.
    counts: Map<(u64, i32), i32>,
    /// Its greatest sum of money.
    greatest: Option<(i32, u128)>,
}

impl Figures {
    fn of(figures: &[FigureFound]) -> Self {
        let mut counts = Map::default();
        for figure in figures {
            *counts.entry(value(figure)).or_insert(0) += 1;
        }
        let money = figures.iter().filter(|figure| figure.kind == FigureKind::Money);
        Self { counts, greatest: money.map(FigureFound::size).max() }
    }
}

/// A figure's value without what it counts.
fn value(figure: &FigureFound) -> (u64, i32) {
    (figure.mantissa, figure.exponent)
}

/// The story as a whole: 7 numbers, which let position mean one thing in a brief and another in a speech.
fn whole(surfaces: &[words::Surface], paragraphs: &[Paragraph], has_title: bool) -> [i32; 7] {
    let count = number(surfaces.len()).max(1);
    let words: i32 = surfaces.iter().map(|surface| surface.words).sum();
    let share = |test: &dyn Fn(&words::Surface) -> bool| number(surfaces.iter().filter(|surface| test(surface)).count()) * 1000 / count;
    [
        count.min(500),
        words / count,
        paragraphs.last().map_or(1, |last| count * 100 / last.count.max(1)),
        share(&|surface| surface.quoted > 0),
        share(&|surface| surface.first_person > 0),
        share(&|surface| surface.said > 0),
        i32::from(has_title),
    ]
}

fn paragraphs(document: &Document, story: &[usize], surfaces: &[words::Surface]) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::with_capacity(story.len());
    let block_of = |nth: usize| document.sentences()[story[nth]].block;
    let mut nth = 0;
    let mut from = 0;
    while from < story.len() {
        let block = block_of(from);
        let end = (from..story.len()).find(|&at| block_of(at) != block).unwrap_or(story.len());
        let sum = |count: &dyn Fn(&words::Surface) -> i32| surfaces[from..end].iter().map(count).sum::<i32>();
        let (words, quoted) = (sum(&|surface| surface.words), sum(&|surface| surface.quoted).min(200));
        let under = document.blocks()[..block].last().is_some_and(|before| before.kind == BlockKind::Heading);
        for sentence in from..end {
            found.push(Paragraph {
                nth,
                count: 0,
                sentence: number(sentence - from),
                sentences: number(end - from),
                words,
                quoted,
                list: document.blocks()[block].kind == BlockKind::List,
                under_heading: under,
            });
        }
        (nth, from) = (nth + 1, end);
    }
    for paragraph in &mut found {
        paragraph.count = nth;
    }
    found
}

/// For each sentence its dates: 3 the day of the news or the day before, 2 a day that is told from it, 1 any other.
fn dates(mentions: &Mentions, paste: &Paste) -> Map<usize, Vec<i32>> {
    let today = paste.published.map(|published| published.date.to_string());
    let mut dates: Map<usize, Vec<i32>> = Map::default();
    for found in mentions.dates.iter().filter(|found| found.kind == DateKind::Date) {
        let news = found.edtf.is_some() && found.edtf == today;
        dates.entry(found.sentence).or_default().push(if news { 3 } else { 1 + i32::from(found.is_near()) });
    }
    dates
}

/// What the places of one name share: its last word.
fn name_key(document: &Document, name: &NameFound) -> String {
    let last = document.tokens()[name.tokens.clone()].iter().rev().find(|token| token.kind != TokenKind::Possessive);
    last.map(|token| crate::characters::fold(document.slice(token.span)).into_owned()).unwrap_or_default()
}

fn ascending(ids: &[u32]) -> Vec<u32> {
    let mut sorted = ids.to_vec();
    sorted.sort_unstable();
    sorted
}

fn number(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX / 2000).min(i32::MAX / 2000)
}
