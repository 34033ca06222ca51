//! The rules: which tokens of a sentence make a dated expression. One pass; each token is tried as the first of one.

mod blurred;
mod clock;
mod counted;
mod days;
mod narrated;
mod periods;
mod relative;
mod spelled;

use super::expression::{Expression, When};
use super::lexicon::{Phrase, Unit, Word, word};
use super::numerals::Numerals;
use crate::calendar::{Date, Period};
use crate::document::tags::Tag;
use crate::document::{Document, LONGEST_SENTENCE, Token, TokenKind};

/// The years that a bare number can be.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2100;

/// How a text tells time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// From its own day.
    News,
    /// From the day that it has come to.
    Narrative,
}

/// The tokens of one sentence with what each can mean.
pub struct Sentence<'a> {
    document: &'a Document,
    /// Which sentence of the document it is.
    index: usize,
    tokens: &'a [Token],
    /// Each token's letters, and what they can mean.
    texts: Vec<&'a str>,
    words: Vec<Word>,
    numerals: &'a Numerals<'a>,
    telling: Telling,
}

impl<'a> Sentence<'a> {
    /// Looks every token up once.
    pub fn new(document: &'a Document, index: usize, numerals: &'a Numerals<'a>, telling: Telling) -> Self {
        let tokens = &document.tokens()[document.sentences()[index].tokens.clone()];
        let texts = document.slices(&document.sentences()[index].tokens);
        let words = texts.iter().map(|text| word(text)).collect();
        Self { document, index, tokens, texts, words, numerals, telling }
    }

    /// Every dated expression, in order, none inside another.
    pub fn expressions(&self) -> Vec<Expression> {
        let mut found: Vec<Expression> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.expression_at(at) {
                Some(expression) => {
                    at = expression.end;
                    let mut last = expression;
                    while let Some(next) = self.second_of_range(&last).or_else(|| self.next_of_days(&last)) {
                        at = next.end;
                        found.push(std::mem::replace(&mut last, next));
                    }
                    found.push(last);
                }
                None => at += 1,
            }
        }
        self.shared_year(&mut found);
        found
    }

    /// Whether the two dates open and close a range: "from 13 July to 6 August".
    pub fn is_range(&self, first: &Expression, last: &Expression) -> bool {
        // "a small revision Friday to December's figures"
        if matches!((&first.when, &last.when), (When::Weekday(..), When::Month(_))) {
            return false;
        }
        let joint = self.is(first.end, &["to", "-", "–", "—", "through", "until", "till"]);
        first.end + 1 == last.first && (joint || self.is(first.end, &["and"]) && self.before(first.first, &["between"]))
    }

    /// "the following day, on Sunday, September 25", "on Sunday night (March 4)", "next month on August 2": what the date right
    /// behind says is meant.
    pub fn explained(&self, expression: &Expression, next: &Expression) -> Option<Expression> {
        let unit = match expression.when {
            When::FromFocus(_, unit) | When::FromAnchor(_, unit) | When::FromHere(_, unit) => unit,
            When::Weekday(..) => Unit::Day,
            _ => return None,
        };
        let mark = usize::from(self.is(expression.end, &[",", "("]));
        let on = usize::from(self.is(expression.end + mark, &["on"]));
        let joined = mark == 1 && unit == Unit::Day || on == 1 && matches!(unit, Unit::Week | Unit::Month);
        let stated = next.when.is_day() && !matches!(next.when, When::Weekday(..));
        let beside = joined && stated && next.first == expression.end + mark + on;
        beside.then(|| Expression { when: next.when.clone(), ..expression.clone() })
    }

    /// The hour of "on March 2 at 5 p.m.": it is of the day in front of it.
    pub fn hour_behind(&self, day: &Expression, hour: &Expression) -> Option<Expression> {
        let at = usize::from(self.is(day.end, &["at", ",", "around", "about"]));
        let alone = hour.rule == "time.clock" && hour.first == day.end + at && day.clock.is_none();
        (alone && day.when.is_day()).then(|| Expression { when: day.when.clone(), ..hour.clone() })
    }

    /// "since 2022", "by 2027", "around 2030": a bound or a guess, not the day that is spoken of.
    pub fn is_bounded(&self, expression: &Expression) -> bool {
        self.before(expression.first, &["since", "until", "till", "by", "around", "about", "before", "after", "through"])
    }

    /// "Since December 2021, the yard has": what began then goes on, and what is told next is of the text's own days.
    pub fn opens_until_now(&self, expression: &Expression) -> bool {
        self.telling == Telling::News && expression.first == 1 && self.is(0, &["since"])
    }

    /// "20 October to 5 November 2025", "July 13 to 17 of last year": the year behind the range is that of both its ends.
    fn shared_year(&self, found: &mut [Expression]) {
        for at in 1..found.len() {
            let listed = found[at].rule == "date.range";
            if let (When::MonthOfYear(_, Some(_), years), When::MonthDay(month, day)) = (&found[at].when, &found[at - 1].when)
                && (listed || self.is_range(&found[at - 1], &found[at]))
            {
                found[at - 1].when = When::MonthOfYear(*month, Some(*day), *years);
                continue;
            }
            let Some(year) = stated_year(&found[at].when).filter(|_| listed || self.is_range(&found[at - 1], &found[at])) else { continue };
            let first = &mut found[at - 1];
            first.when = match first.when {
                When::MonthDay(month, day) => match Date::new(year, month, day) {
                    Some(date) => When::Fixed(Period::Day(date)),
                    None => continue,
                },
                When::Month(month) => When::Fixed(Period::Month(year, month)),
                _ => continue,
            };
        }
    }

    /// What the token can mean; nothing behind the end.
    pub fn meaning(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The token's part of speech; in a sentence that nobody wrote, none.
    pub fn tag(&self, at: usize) -> Tag {
        if self.tokens.len() > LONGEST_SENTENCE {
            return Tag::Mark;
        }
        self.document.tags(self.index).get(at).copied().unwrap_or(Tag::Mark)
    }

    /// The token's letters.
    pub fn text(&self, at: usize) -> &'a str {
        self.texts.get(at).copied().unwrap_or_default()
    }

    /// Whether the token is one of these words, in whatever case.
    pub fn is(&self, at: usize, wanted: &[&str]) -> bool {
        let text = self.text(at);
        wanted.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// The first phrase of a table that stands here.
    fn first_of(&self, phrases: &'static [Phrase], at: usize) -> Option<&'static Phrase> {
        phrases.iter().find(|phrase| phrase.words.iter().enumerate().all(|(gap, word)| self.is(at + gap, &[word])))
    }

    fn before(&self, at: usize, wanted: &[&str]) -> bool {
        at > 0 && self.is(at - 1, wanted)
    }

    fn number(&self, at: usize) -> Option<i32> {
        let token = self.tokens.get(at)?;
        (token.kind == TokenKind::Number).then(|| self.text(at).parse().ok()).flatten()
    }

    /// "23", "23rd", "third": a day of the month.
    fn day(&self, at: usize) -> Option<u8> {
        let text = self.text(at);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &text[digits.len()..];
        let fits = digits.len() <= 2 && !digits.is_empty() && matches!(ending, "" | "st" | "nd" | "rd" | "th");
        fits.then(|| digits.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
    }

    fn year(&self, at: usize) -> Option<i16> {
        let number = self.number(at)?;
        (self.text(at).len() == 4).then(|| i16::try_from(number).ok()).flatten().filter(|year| YEARS.contains(year) && !self.is_hour(at))
    }

    fn attached(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    fn expression_at(&self, at: usize) -> Option<Expression> {
        let dated = self.meaning(at).opens.then(|| self.dated_at(at)).flatten();
        dated.or_else(|| if self.telling == Telling::Narrative { self.narrated(at) } else { None })
    }

    fn dated_at(&self, at: usize) -> Option<Expression> {
        self.clock_time(at)
            .or_else(|| self.part_of_day(at))
            .or_else(|| self.first_of_days(at))
            .or_else(|| self.part_before_christ(at))
            .or_else(|| self.month_beside_relative(at))
            .or_else(|| self.calendar_date(at))
            .or_else(|| self.blurred(at))
            .or_else(|| self.part_of_named_year(at))
            .or_else(|| self.quarter_or_half(at))
            .or_else(|| self.week_of(at))
            .or_else(|| self.report_period(at))
            .or_else(|| self.year_earlier(at))
            .or_else(|| self.year_end(at))
            .or_else(|| self.spelled_year(at))
            .or_else(|| self.season(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.era(at))
            .or_else(|| self.phrase(at))
            .or_else(|| self.one_day(at))
            .or_else(|| self.quantified(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.relative_unit(at))
            .or_else(|| self.adverb(at))
            .or_else(|| self.recent(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.recurring(at))
            .or_else(|| self.bare_year(at))
            .or_else(|| self.bare_month(at))
    }

    /// The "23" of "Oct. 20-23" and the "12" of "2011-12".
    fn second_of_range(&self, first: &Expression) -> Option<Expression> {
        let at = first.end + 1;
        if !matches!(self.text(first.end), "-" | "–") || !self.attached(at) || self.text(at).len() > 2 {
            return None;
        }
        let number = u8::try_from(self.number(at)?).ok().filter(|_| self.meaning(at + 1).month.is_none())?;
        if let When::MonthDay(month, day) | When::WeekdayDate(_, month, day) = first.when
            && day < number
        {
            return self.closing_day(at, month, number);
        }
        let when = match first.when {
            When::Fixed(Period::Year(year)) if i16::from(number) > year % 100 && self.text(at).len() == 2 => {
                When::Fixed(Period::Year(year / 100 * 100 + i16::from(number)))
            }
            _ => return None,
        };
        self.made(at, at + 1, when, "date.range")
    }

    fn made(&self, first: usize, end: usize, when: When, rule: &'static str) -> Option<Expression> {
        Some(Expression { first, end, when, modifier: None, clock: None, rule })
    }
}

/// The year of a date that states day or month with it.
fn stated_year(when: &When) -> Option<i16> {
    match when {
        When::Fixed(Period::Day(date)) => Some(date.year()),
        When::Fixed(Period::Month(year, _)) => Some(*year),
        _ => None,
    }
}
