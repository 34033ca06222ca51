//! Parts of years, decades, centuries, eras.

use super::Sentence;
use super::YEARS;
use crate::calendar::Period;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Unit;

impl Sentence<'_> {
    /// Decades, centuries, BC and AD.
    pub(super) fn era(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let (modifier, from) = match self.meaning(from).early.filter(|_| !self.is(from, &["beginning", "opening", "start", "end", "close"]))
        {
            Some(modifier) => (Some(modifier), from + 1 + usize::from(self.text(from + 1) == "-")),
            None => (None, from),
        };
        let text = self.text(from);
        let decade = text
            .strip_suffix('s')
            .filter(|digits| digits.len() == 4 && digits.ends_with('0'))
            .and_then(|digits| digits.parse::<i16>().ok());
        let nth = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let century = || nth.parse::<i16>().ok().filter(|_| nth.len() < text.len()).or_else(|| self.meaning(from).ordinal.map(i16::from));
        let (end, when, rule) = if let Some(decade) = decade.filter(|year| YEARS.contains(year)) {
            (from + 1, When::Fixed(Period::Decade(decade)), "date.decade")
        } else if self.is(from + 1, &["century"]) {
            (from + 2, When::Fixed(Period::Century((century().filter(|n| (1..=30).contains(n))? - 1) * 100)), "date.century")
        } else if self.is(from, &["AD", "CE"]) && from == at {
            (from + 2, When::Fixed(Period::Year(i16::try_from(self.number(from + 1)?).ok().filter(|y| *y > 0)?)), "date.era")
        } else if self.is(from + 1, &["BC", "BCE", "B.C."]) && from == at {
            (from + 2, When::BeforeChrist(i16::try_from(self.number(from)?).ok()?), "date.era")
        } else {
            return None;
        };
        Some(Expression { modifier, ..self.made(at, end, when, rule)? })
    }

    /// "early 2025", "mid-September", "the end of the year", "around 2030".
    pub(super) fn blurred(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let modifier = self.meaning(from).early?;
        let noun = self.is(from, &["beginning", "end", "start", "middle", "close"]);
        let mut next = from + 1;
        if noun && !self.is(next, &["of"]) || from > at && !noun {
            return None;
        }
        next += usize::from(noun || self.text(next) == "-");
        next += usize::from(self.is(next, &["in"]));
        let inner = self
            .calendar_date(next)
            .or_else(|| self.relative_unit(next))
            .or_else(|| self.season(next))
            .or_else(|| self.year(next).and_then(|year| self.made(next, next + 1, When::Fixed(Period::Year(year)), "date.year")))
            .or_else(|| self.meaning(next).month.and_then(|month| self.made(next, next + 1, When::Month(month), "date.month")))
            .or_else(|| self.this_period(next).filter(|_| noun))?;
        if matches!(inner.when, When::Duration(_) | When::Set(_)) {
            return None;
        }
        Some(Expression { first: at, modifier: Some(modifier), rule: "date.blurred", ..inner })
    }

    /// "the year", "the month" behind "the end of".
    fn this_period(&self, at: usize) -> Option<Expression> {
        let unit = self.meaning(at + 1).unit.filter(|_| self.is(at, &["the"]))?;
        self.made(at, at + 2, When::FromAnchor(0, unit), "date.this-period")
    }

    /// "the first half of 2025", "Q3 2025", "the third quarter".
    pub(super) fn quarter_or_half(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let (count, unit, end) = match self.text(from).as_bytes() {
            [letter @ (b'Q' | b'H'), digit @ b'1'..=b'4'] => (digit - b'0', letter.to_ascii_lowercase(), from + 1),
            _ => {
                let count = self.meaning(from).ordinal?;
                let gap = usize::from(self.text(from + 1) == "-" && from == at);
                let unit = if self.is(from + 1 + gap, &["quarter"]) {
                    b'q'
                } else if self.is(from + 1 + gap, &["half"]) {
                    b'h'
                } else {
                    return None;
                };
                (count, unit, from + 2 + gap)
            }
        };
        let of = usize::from(self.is(end, &["of"]));
        let year = self.year(end + of);
        // "the first half of the match" is no date.
        if count > if unit == b'q' { 4 } else { 2 } || of == 1 && year.is_none() && !self.is(end + 1, &["the", "this", "last", "next"]) {
            return None;
        }
        if let Some(year) = year {
            let period = if unit == b'q' { Period::Quarter(year, count) } else { Period::Half(year, count) };
            return self.made(at, end + of + 1, When::Fixed(period), "date.quarter");
        }
        if of == 1 && !self.is(end + 2, &["year"]) {
            return None;
        }
        if unit == b'h' && self.text(from + 1) == "-" && year.is_none() && !self.text(end).starts_with(char::is_alphabetic) {
            return None;
        }
        let when = if unit == b'q' { When::Quarter(count) } else { When::Half(count) };
        self.made(at, end + if of == 1 { 3 } else { 0 }, when, "date.quarter")
    }

    /// "year-earlier", "the year-ago quarter".
    pub(super) fn year_earlier(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let fits = self.is(from, &["year"]) && self.text(from + 1) == "-" && self.is(from + 2, &["earlier", "ago"]);
        let more = usize::from(self.is(from + 3, &["period", "quarter", "month", "half", "level"]));
        if fits { self.made(at, from + 3 + more, When::FromAnchor(-1, Unit::Year), "date.year-earlier") } else { None }
    }

    pub(super) fn season(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) || self.meaning(at).relative.is_some() { at + 1 } else { at };
        let season = self.meaning(from).season?;
        let of = usize::from(self.is(from + 1, &["of"]));
        if let Some(year) = self.year(from + 1 + of) {
            return self.made(at, from + 2 + of, When::Fixed(Period::Season(year, season)), "date.season");
        }
        let which = if from > at { self.meaning(at).relative } else { None };
        let led = which.is_some() || self.before(at, &["in", "since", "by", "during"]) && (from > at || season == 2 || season == 4);
        if !led || self.text(from).starts_with(char::is_uppercase) {
            return None;
        }
        self.made(at, from + 1, When::Season(season, which), "date.season")
    }
}
