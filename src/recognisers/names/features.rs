//! What is known of each token when its label is chosen: the one function for the trainer and for the reader.
//!
//! A feature is a hash of its template and its values, cut to [`FEATURE_BITS`]; the templates follow Ratinov and Roth
//! (2009): the words around, their shapes and affixes, clusters, lists, how the document writes the word elsewhere, and
//! what it was taken for elsewhere.

use super::candidates;
use super::lists::{List, Lists};
use super::rules::Reader;
use super::tagger::{self, Label};
use crate::characters::{fold_char, is_invisible};
use crate::document::{Document, Token, TokenKind};
use crate::lists::Map;

/// Bits of a feature's hash.
pub const FEATURE_BITS: u32 = 22;

/// No label that the rules or the first pass gave.
const NONE: u32 = 99;
const NO_RULE: u8 = 99;

/// How many templates stand before those of what a word was taken for elsewhere, how many these are, and how many
/// there are before those of where else the word stands.
const TAKEN_FROM: u32 = 43;
const TAKEN_TEMPLATES: usize = 4;
const BESIDE: u32 = 68;

/// The features that are made, template after template.
struct Numbered<'a> {
    out: &'a mut Vec<u32>,
    template: u32,
}

impl Numbered<'_> {
    fn add(&mut self, a: u32, b: u32) {
        self.template += 1;
        self.out.push(feature(self.template, a, b));
    }
}

/// The clues of every token of a document.
pub struct Clues {
    words: Vec<Word>,
    /// Whether the token's label is worth a search: the others stand outside every name.
    pub candidates: Vec<bool>,
    /// What the first pass saw of each word; empty before it.
    elsewhere: Map<u32, Elsewhere>,
}

/// A word in the whole document, as the first pass saw it.
#[derive(Clone, Copy, Default)]
struct Elsewhere {
    /// How often it was taken for each kind, and for none.
    taken: [u16; TAKEN],
    /// The tokens where it stands, the first ones alone.
    places: [u32; PLACES],
}

impl Elsewhere {
    /// How often the word was seen: of a long text more than 16 bits can count.
    fn times(self) -> u32 {
        self.taken.into_iter().map(u32::from).sum()
    }
}

/// Places of a word whose neighbours are clues of the others (the context aggregation of Chieu and Ng 2003).
const PLACES: usize = 4;

/// Kinds of names, and being none.
const TAKEN: usize = tagger::KINDS + 1;

/// One token's own clues: 20 bytes, for there are a million of them in a long text.
#[derive(Clone, Copy, Default)]
struct Word {
    lower: u32,
    shape: u32,
    lists: u32,
    coarse: u16,
    fine: u16,
    /// How the document writes the word where no sentence begins.
    casing: u8,
    rule: u8,
    /// How its sentence is written: 0 as prose, 1 as a headline, 2 all in capitals.
    mode: u8,
    /// Whether it has a capital, and whether it opens its sentence, behind marks, too.
    flags: u8,
}

const CAPITAL: u8 = 1;
const OPENS: u8 = 2;

impl Word {
    fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl Clues {
    /// Reads every token once. `rules` is what the rules took each token for.
    #[must_use]
    pub fn new(reader: &Reader<'_>, lists: &Lists, rules: &[Option<Label>]) -> Self {
        let document = reader.document();
        let tokens = document.tokens();
        let text = |at: usize| document.slice(tokens[at].span);
        let mut words: Vec<Word> = (0..tokens.len()).map(|at| own_clues(text(at), rules[at])).collect();
        let mut candidates = vec![false; tokens.len()];
        for sentence in document.sentences() {
            let range = sentence.tokens.clone();
            let mode = mode(document, &tokens[range.clone()]);
            let opens = range.clone().find(|&at| tokens[at].kind != TokenKind::Mark).unwrap_or(range.start);
            for at in range.clone() {
                words[at].mode = mode;
                words[at].flags |= if at == opens { OPENS } else { 0 };
            }
            candidates::mark(reader, range.clone(), &mut candidates);
            lists.mark(document, range.clone(), &candidates, &mut |at, list, place| words[at].lists |= list_bit(list, place));
        }
        casing(&mut words);
        for at in 0..tokens.len() {
            let near = candidates[at] || at > 0 && candidates[at - 1] || candidates.get(at + 1).is_some_and(|next| *next);
            if near {
                (words[at].coarse, words[at].fine) = lists.clusters(text(at));
            }
        }
        Self { words, candidates, elsewhere: Map::default() }
    }

    /// Remembers what the first pass made of each word, for the second.
    pub fn remember(&mut self, labels: &[Label]) {
        self.elsewhere.clear();
        for (at, label) in labels.iter().enumerate().filter(|(at, _)| self.candidates[*at]) {
            let seen = self.elsewhere.entry(self.words[at].lower).or_default();
            let times = seen.times() as usize;
            if let Some(place) = seen.places.get_mut(times) {
                *place = u32::try_from(at).unwrap_or(0);
            }
            let kind = tagger::kind_of(*label).unwrap_or(tagger::KINDS);
            seen.taken[kind] = seen.taken[kind].saturating_add(1);
        }
    }

    /// Whether a second look at the token could find something else: its word was seen more than once.
    #[must_use]
    pub fn is_repeated(&self, at: usize) -> bool {
        self.elsewhere.get(&self.words[at].lower).is_some_and(|seen| seen.times() > 1)
    }

    /// The features of one token of the sentence `range`, appended to `out`: what the trainer learns from.
    #[cfg(feature = "training")]
    pub fn features(&self, document: &Document, range: &std::ops::Range<usize>, at: usize, out: &mut Vec<u32>) {
        let mut elsewhere = Vec::new();
        self.elsewhere_features(range, at, &mut elsewhere);
        let behind = elsewhere.split_off(TAKEN_TEMPLATES);
        let from = out.len() + TAKEN_FROM as usize;
        self.own_features(document, range, at, out);
        out.splice(from..from, elsewhere);
        out.extend(behind);
    }

    /// Those that are the same in both passes.
    pub fn own_features(&self, document: &Document, range: &std::ops::Range<usize>, at: usize, out: &mut Vec<u32>) {
        let (this, before, after) = (self.near(range, at, 0), self.near(range, at, -1), self.near(range, at, 1));
        let (second_before, second_after) = (self.near(range, at, -2), self.near(range, at, 2));
        let (opens, mode, rule) = (u32::from(this.is(OPENS)), u32::from(this.mode), u32::from(this.rule));
        let place = opens + 2 * mode;
        let text = document.slice(document.tokens()[at].span);
        let mut out = Numbered { out, template: 0 };
        out.add(0, 0);
        out.add(hash(text.chars()), 0);
        out.add(this.lower, 0);
        out.add(before.lower, 0);
        out.add(after.lower, 0);
        out.add(second_before.lower, 0);
        out.add(second_after.lower, 0);
        out.add(before.lower, this.lower);
        out.add(this.lower, after.lower);
        out.add(before.lower, second_before.lower);
        out.add(after.lower, second_after.lower);
        out.add(this.shape, opens);
        out.add(before.shape, this.shape);
        out.add(this.shape, after.shape);
        out.add(before.shape ^ after.shape.rotate_left(9), this.shape);
        out.add(before.lower, this.shape);
        out.add(this.shape, after.lower);
        out.add(u32::from(this.fine), 0);
        out.add(u32::from(before.fine), 0);
        out.add(u32::from(after.fine), 0);
        out.add(u32::from(this.coarse), 0);
        out.add(u32::from(before.coarse), u32::from(this.coarse));
        out.add(u32::from(this.coarse), u32::from(after.coarse));
        out.add(u32::from(before.coarse), u32::from(after.coarse));
        out.add(u32::from(second_before.coarse), u32::from(before.coarse));
        out.add(u32::from(after.coarse), u32::from(second_after.coarse));
        out.add(this.lists, 0);
        out.add(this.lists, place);
        out.add(before.lists, this.lists);
        out.add(this.lists, after.lists);
        out.add(this.lists, after.lower);
        out.add(before.lower, this.lists);
        out.add(u32::from(this.casing), place);
        out.add(u32::from(this.casing), this.lists);
        out.add(rule, 0);
        out.add(rule, this.shape);
        out.add(u32::from(before.rule), rule);
        out.add(rule, u32::from(after.rule));
        out.add(rule, this.lists);
        out.add(mode, u32::from(this.is(CAPITAL)));
        let run = self.run(range, at);
        let word = |at: Option<usize>| at.filter(|at| range.contains(at)).map_or(NONE, |at| self.words[at].lower);
        let (left, right) = (word(run.start.checked_sub(1)), word(Some(run.end)));
        let length = u32::try_from(run.len()).unwrap_or(0).min(4);
        out.add(left, length);
        out.add(right, length);
        out.add(left, right);
        debug_assert_eq!(out.template, TAKEN_FROM);
        out.template += TAKEN_TEMPLATES as u32;
        for length in 1..=4 {
            out.add(affix(text.chars(), length), 0);
            out.add(affix(text.chars().rev(), length), 0);
        }
        for list in 0..List::ALL.len() {
            // Each list by itself, so that a rare union is no stranger.
            out.add(this.lists >> (4 * list) & 15, 0);
        }
        let last = self.words[run.end - 1];
        let first = self.words[run.start];
        let from_end = u32::try_from(run.end - 1 - at).unwrap_or(0).min(3);
        out.add(last.lower, from_end.min(1));
        out.add(first.lower, u32::from(at > run.start));
        out.add(u32::from(last.coarse), from_end);
        out.add(u32::from(first.coarse), u32::from(last.coarse));
        out.add(first.lists, last.lists);
        debug_assert_eq!(out.template, BESIDE);
    }

    /// Those that say what the word was taken for elsewhere, and beside what it stands there.
    pub fn elsewhere_features(&self, range: &std::ops::Range<usize>, at: usize, out: &mut Vec<u32>) {
        let (this, before, after) = (self.near(range, at, 0), self.near(range, at, -1), self.near(range, at, 1));
        let mut numbered = Numbered { out, template: TAKEN_FROM };
        let (taken, sure) = self.taken(this.lower);
        numbered.add(taken, sure);
        numbered.add(taken, this.shape);
        numbered.add(self.taken(before.lower).0, taken);
        numbered.add(taken, self.taken(after.lower).0);
        for other in self.other_places(at) {
            out.push(feature(BESIDE + 1, other.checked_sub(1).map_or(NONE, |at| self.words[at].lower), 0));
            out.push(feature(BESIDE + 2, self.words.get(other + 1).map_or(NONE, |word| word.lower), 0));
        }
    }

    /// The word so many tokens away in the sentence.
    fn near(&self, range: &std::ops::Range<usize>, at: usize, offset: isize) -> Word {
        let other = at.checked_add_signed(offset).filter(|other| range.contains(other));
        other.map_or(Word { lower: NONE, shape: NONE, rule: NO_RULE, ..Word::default() }, |other| self.words[other])
    }

    /// The run of capitals in which the token stands.
    fn run(&self, range: &std::ops::Range<usize>, at: usize) -> std::ops::Range<usize> {
        const FARTHEST: usize = 6;
        let inside = |at: &usize| self.words[*at].is(CAPITAL);
        let first = (range.start.max(at.saturating_sub(FARTHEST))..at).rev().take_while(inside).last().unwrap_or(at);
        let last = (at + 1..range.end.min(at + FARTHEST)).take_while(inside).last().unwrap_or(at);
        first..last + 1
    }

    /// Where else in the document the token's word stands.
    fn other_places(&self, at: usize) -> impl Iterator<Item = usize> {
        let seen = self.elsewhere.get(&self.words[at].lower).copied().unwrap_or_default();
        let known = (seen.times() as usize).min(PLACES);
        seen.places.into_iter().take(known).map(|place| place as usize).filter(move |place| *place != at)
    }

    /// What the word was mostly taken for elsewhere, and whether it always was.
    fn taken(&self, lower: u32) -> (u32, u32) {
        let Some(seen) = self.elsewhere.get(&lower) else {
            return (NONE, 0);
        };
        let counts = seen.taken.map(u32::from);
        let most = (0..TAKEN).max_by_key(|&kind| (counts[kind], TAKEN - kind)).unwrap_or(0);
        let all = seen.times();
        let sure = if counts[most] == all { 2 } else { u32::from(counts[most] * 3 >= all * 2) };
        let often = all.min(3);
        (u32::try_from(most).unwrap_or(0), sure * 4 + often)
    }
}

fn own_clues(text: &str, rule: Option<Label>) -> Word {
    Word {
        lower: lower(text),
        shape: shape(text),
        rule: rule.map_or(NO_RULE, |label| label.0),
        flags: if is_capital(text) { CAPITAL } else { 0 },
        ..Word::default()
    }
}

/// The hash of a word as it is compared.
pub fn lower(text: &str) -> u32 {
    if text.is_ascii() {
        let plain = text.bytes().filter(|byte| !byte.is_ascii_control());
        return hash(plain.map(|byte| if byte == b'`' { '\'' } else { char::from(byte.to_ascii_lowercase()) }));
    }
    hash(text.chars().filter(|c| !is_invisible(*c)).map(fold_char))
}

/// Whether a word is written as names are: "Google", "iPhone", "8S", "M5".
pub fn is_capital(text: &str) -> bool {
    text.chars().take(4).any(char::is_uppercase)
}

/// FNV-1a over the characters' scalar values.
fn hash(characters: impl Iterator<Item = char>) -> u32 {
    characters.fold(0x811C_9DC5, |hash: u32, c| (hash ^ c as u32).wrapping_mul(0x0100_0193))
}

fn feature(template: u32, a: u32, b: u32) -> u32 {
    let mixed = (template.wrapping_mul(0x9E37_79B1) ^ a).wrapping_mul(0x85EB_CA6B);
    let mixed = (mixed ^ mixed >> 15 ^ b.rotate_left(13)).wrapping_mul(0xC2B2_AE35);
    (mixed ^ mixed >> 16) >> (32 - FEATURE_BITS)
}

fn affix(characters: impl Iterator<Item = char>, length: usize) -> u32 {
    hash(characters.take(length))
}

/// "Xx" for "London", "X.X." for "U.S.", "dX" for "8S": one sign for each run of a kind of characters.
fn shape(text: &str) -> u32 {
    let mut last = ' ';
    let signs = text.chars().map(|c| match c {
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ if c.is_numeric() => 'd',
        '’' => '\'',
        _ => c,
    });
    let shape = hash(signs.filter(|&sign| std::mem::replace(&mut last, sign) != sign || sign == 'X' && text.len() <= 3));
    shape ^ u32::from(text.len() == 1)
}

/// A headline, all capitals, or prose.
fn mode(document: &Document, tokens: &[Token]) -> u8 {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).map(|token| document.slice(token.span));
    let (mut all, mut capital, mut shouted) = (0, 0, 0);
    for word in words.filter(|word| word.len() >= 4) {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
        shouted += usize::from(word.chars().all(|c| !c.is_lowercase()));
    }
    match () {
        () if all >= 3 && shouted * 10 >= all * 8 => 2,
        () if all >= 3 && capital * 10 >= all * 7 => 1,
        () => 0,
    }
}

fn casing(words: &mut [Word]) {
    let tells = |word: &Word| !word.is(OPENS) && word.mode == 0;
    let mut counts: Map<u32, (u32, u32)> = Map::default();
    for word in words.iter().filter(|word| tells(word)) {
        let (small, capital) = counts.entry(word.lower).or_default();
        if word.is(CAPITAL) { *capital += 1 } else { *small += 1 }
    }
    let size = |count: u32| match count {
        0 => 0,
        1 => 1,
        _ => 2,
    };
    for word in words {
        let (small, capital) = counts.get(&word.lower).copied().unwrap_or_default();
        let own = u32::from(word.is(CAPITAL) && tells(word));
        word.casing = 3 * size(small) + size(capital - own.min(capital));
    }
}

/// The place of a token in an entry of a list, as four bits of the lists' mask.
fn list_bit(list: List, place: tagger::Place) -> u32 {
    1 << (4 * list as u32 + place as u32)
}
