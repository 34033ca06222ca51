//! The date last spoken of. A narrative stays where it is until it says otherwise; news returns to its own day.

use std::cmp::Ordering;

use super::expression::{Expression, When};
use super::lexicon::word;
use super::reader::Telling;
use super::resolve::{Context, Value};
use crate::calendar::Period;
use crate::contract::Published;
use crate::document::{Document, TokenKind};

/// How many sentences news speaks of one quarter: "a year earlier" behind it is that quarter a year before.
const QUARTER_LASTS: usize = 12;

/// Tokens of a sentence among which a bare year sets the scene: "In 1975", "By the end of 1975".
const OPENING: usize = 5;

/// How many sentences of one paragraph news stays with a day: "two days later".
const DAY_LASTS: usize = 2;

/// So many years of the past stand in a history.
const CHRONICLE: usize = 30;

/// What was spoken of where the reading has come to.
#[derive(Default)]
pub struct Focus {
    narrative: bool,
    /// Whether the text is a history, and no feature that looks back.
    chronicle: bool,
    /// Nothing tells when the text was written.
    adrift: bool,
    sentence: usize,
    block: usize,
    period: Option<(Period, usize)>,
    year: Option<i16>,
    /// The sentence that stated the year.
    year_told: usize,
    /// Whether the year came with a month or a day, and not alone.
    year_of_date: bool,
    quarter: Option<(Period, usize)>,
    before_christ: Option<i16>,
}

impl Focus {
    /// A narrative names many years other than its own, and hardly a weekday or a "today".
    pub fn of(document: &Document, anchor: Option<Published>) -> Self {
        let signs = Signs::of(document, anchor.map(|anchor| anchor.date.year()));
        let Signs { all, told, past, distant, deictic, eras } = signs;
        let antiquity = eras >= 5 && eras > deictic * 2;
        // The day of the text has no say in it: whatever that day, the same words are dates.
        let chronicle = (told >= CHRONICLE || antiquity) && deictic * 8 < told.max(eras);
        if anchor.is_none() {
            // News of which nobody knows the day: its "last year" and its "November" are of no year that it happens to name.
            return Self { narrative: deictic * 2 <= all, adrift: true, chronicle, ..Self::default() };
        }
        let long_ago = distant >= 5 && distant * 4 >= all * 3 && distant > deictic * 2;
        let history = past >= 15 && past > deictic * 4;
        Self { narrative: long_ago || history || antiquity, chronicle, ..Self::default() }
    }

    /// How the text tells time; one that names few years is read as news.
    pub fn telling(&self) -> Telling {
        if self.chronicle { Telling::Narrative } else { Telling::News }
    }

    /// A new sentence begins.
    pub fn enter(&mut self, sentence: usize, block: usize) {
        let same_block = std::mem::replace(&mut self.block, block) == block;
        self.sentence = sentence;
        // "In May" of another paragraph than "2016" may be any May.
        if self.adrift && !same_block && !self.year_of_date {
            (self.year, self.period) = (None, None);
        }
        if self.narrative {
            return;
        }
        self.period = self.period.filter(|(_, at)| same_block && at + DAY_LASTS >= sentence);
        if !same_block {
            (self.year, self.year_of_date) = (None, false);
        }
    }

    /// What a date here is resolved against; anchor and tense are not its to know.
    pub fn context(&self) -> Context {
        let quarter = self.quarter.filter(|(_, at)| at + QUARTER_LASTS >= self.sentence).map(|(quarter, _)| quarter);
        Context {
            focus: self.period.map(|(period, _)| period),
            year: self.year.filter(|_| self.narrative || self.year_of_date),
            elsewhere: self.year_told != self.sentence,
            narrative: self.narrative,
            before_christ: self.before_christ.filter(|_| self.narrative),
            quarter,
            ..Context::default()
        }
    }

    /// The reading has passed a date.
    pub fn move_to(&mut self, expression: &Expression, value: &Value) {
        if let When::BeforeChrist(year, _) = expression.when {
            self.before_christ = Some(year);
        }
        let Some(period) = value.period else { return };
        if matches!(expression.when, When::Fixed(_)) {
            self.before_christ = None;
        }
        if matches!(period, Period::Quarter(..)) && matches!(expression.when, When::Quarter(_) | When::QuarterOfYear(..) | When::Fixed(_)) {
            self.quarter = Some((period, self.sentence));
        }
        self.period = Some((period, self.sentence));
        let When::Fixed(stated) = expression.when else { return };
        if matches!(stated, Period::Decade(_) | Period::Century(_)) {
            return;
        }
        // "as they had in 1614": a year in passing does not move a telling that goes by days.
        let passing = matches!(stated, Period::Year(_)) && self.year_of_date && expression.first > OPENING;
        let Some(first) = period.first().filter(|_| !passing) else { return };
        self.year = Some(if matches!(stated, Period::Season(..)) { first.year() + i16::from(first.month() == 12) } else { first.year() });
        self.year_told = self.sentence;
        self.year_of_date = matches!(stated, Period::Day(_) | Period::Month(..));
    }
}

/// What tells a narrative from news: how often each is named.
#[derive(Default)]
struct Signs {
    /// Years.
    all: usize,
    /// Those before the last one that is named.
    told: usize,
    /// Those before the year of the text, and those more than two before it; none where that year is not known.
    past: usize,
    distant: usize,
    /// Weekdays and "today".
    deictic: usize,
    /// Years before Christ.
    eras: usize,
}

impl Signs {
    fn of(document: &Document, own: Option<i16>) -> Self {
        let mut signs = Self::default();
        let (mut last, mut of_last) = (0, 0);
        for token in document.tokens() {
            let text = document.slice(token.span);
            if token.kind == TokenKind::Number && text.len() == 4 {
                let Some(year) = text.parse::<i16>().ok().filter(|year| (1000..=2100).contains(year)) else { continue };
                signs.all += 1;
                (last, of_last) = match year.cmp(&last) {
                    Ordering::Less => (last, of_last),
                    Ordering::Equal => (last, of_last + 1),
                    Ordering::Greater => (year, 1),
                };
                signs.past += usize::from(own.is_some_and(|own| own > year));
                signs.distant += usize::from(own.is_some_and(|own| own - year > 2));
            } else if matches!(text, "BC" | "BCE" | "B.C.") {
                signs.eras += 1;
            } else {
                // Only a capital can begin a weekday: few words are looked up.
                let weekday = text.starts_with(|c: char| c.is_ascii_uppercase()) && word(text).weekday.is_some();
                signs.deictic += usize::from(weekday || matches!(text, "today" | "yesterday" | "Today" | "Yesterday"));
            }
        }
        Self { told: signs.all - of_last, ..signs }
    }
}
