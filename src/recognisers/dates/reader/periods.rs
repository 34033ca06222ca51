//! Parts of years, decades, centuries, eras.

use super::Sentence;
use super::YEARS;
use crate::calendar::Period;
use crate::document::tags::Tag;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Unit;

/// Before Christ.
const ERA: [&str; 4] = ["BC", "BCE", "B.C.", "B.C"];

impl Sentence<'_> {
    /// "September 480 BC", "the autumn of 481 BC".
    pub(super) fn part_before_christ(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let meaning = self.meaning(from);
        let part = match (meaning.month, meaning.season) {
            (Some(month), _) => format!("-{month:02}"),
            (_, Some(season)) => ["-SP", "-SU", "-FA", "-WI"].get(usize::from(season) - 1)?.to_string(),
            _ => return None,
        };
        let year = from + 1 + usize::from(self.is(from + 1, &["of"]));
        self.made(at, year + 2, When::BeforeChrist(self.year_before_christ(year)?, part), "date.era")
    }

    /// The "480" of "480 BC" and of "480-479 BC". There is no year 0.
    pub(super) fn year_before_christ(&self, at: usize) -> Option<i16> {
        let year = self.number(at).filter(|_| self.is(at + 1, &ERA))?;
        i16::try_from(year).ok().filter(|year| *year > 0)
    }

    /// The "499" of "499-493 BC", "264 to 241 BC": years before Christ count down.
    fn opens_range_before_christ(&self, at: usize) -> Option<i16> {
        let joint = self.is(at + 1, &["-", "–", "—", "to", "and"]);
        let last = self.year_before_christ(at + 2).filter(|_| joint)?;
        self.number(at).and_then(|first| i16::try_from(first).ok()).filter(|first| *first > last)
    }

    /// Decades, centuries, BC and AD.
    pub(super) fn era(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let (modifier, from) = match self.meaning(from).early.filter(|_| !self.is(from, &["beginning", "opening", "start", "end", "close"]))
        {
            Some(modifier) => (Some(modifier), from + 1 + usize::from(self.text(from + 1) == "-")),
            None if self.is(from, &["ca.", "c.", "circa"]) => (Some("APPROX"), from + 1),
            None => (None, from),
        };
        let whole = from == at || modifier == Some("APPROX");
        let text = self.text(from);
        let decade = text
            .strip_suffix('s')
            .filter(|digits| digits.len() == 4 && digits.ends_with('0'))
            .and_then(|digits| digits.parse::<i16>().ok());
        let nth = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let century = || nth.parse::<i16>().ok().filter(|_| nth.len() < text.len()).or_else(|| self.meaning(from).ordinal.map(i16::from));
        let (end, when, rule) = if let Some(decade) = decade.filter(|year| YEARS.contains(year)) {
            (from + 1, When::Fixed(Period::Decade(decade)), "date.decade")
        } else if self.is(from + 1, &["century"]) && self.is(from + 2, &ERA) {
            (from + 3, When::BeforeChristSpan(format!("{:02}", century().filter(|n| (1..=30).contains(n))? - 1)), "date.era")
        } else if self.is(from + 1, &ERA) && text.ends_with("0s") {
            let decade: u16 = text.strip_suffix("0s")?.parse().ok()?;
            (from + 2, When::BeforeChristSpan(format!("{decade:03}")), "date.era")
        } else if self.is(from + 1, &["century"]) {
            (from + 2, When::Fixed(Period::Century((century().filter(|n| (1..=30).contains(n))? - 1) * 100)), "date.century")
        } else if self.is(from, &["AD", "CE"]) && from == at {
            (from + 2, When::Fixed(Period::Year(i16::try_from(self.number(from + 1)?).ok().filter(|y| *y > 0)?)), "date.era")
        } else if let Some(year) = self.opens_range_before_christ(from).filter(|_| whole) {
            (from + 1, When::BeforeChrist(year, String::new()), "date.era")
        } else if self.is(from + 1, &ERA) && whole {
            (from + 2, When::BeforeChrist(self.year_before_christ(from)?, String::new()), "date.era")
        } else {
            return None;
        };
        Some(Expression { modifier, ..self.made(at, end, when, rule)? })
    }

    /// "the first half of 2025", "Q3 2025", "the third quarter".
    pub(super) fn quarter_or_half(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let from = from + usize::from(from > at && self.is(from, &["fiscal"]));
        let (count, unit, end) = match self.text(from).as_bytes() {
            [letter @ (b'Q' | b'H'), digit @ b'1'..=b'4'] => (digit - b'0', letter.to_ascii_lowercase(), from + 1),
            _ => {
                let latter = self.is(from, &["last", "latter"]) && self.is(from + 1, &["half"]);
                let count = if latter { 2 } else { self.meaning(from).ordinal? };
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
        let sum = unit == b'q' && self.text(end + 1).starts_with(|c: char| matches!(c, '$' | '€' | '£' | '¥') || c.is_ascii_digit());
        let of = if sum && year.is_none() { 0 } else { of };
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
        let short = end == from + 1;
        if short && year.is_none() && !self.is_period_of_business(from) {
            return None;
        }
        if unit == b'h' && self.text(from + 1) == "-" && year.is_none() && !self.text(end).starts_with(char::is_alphabetic) {
            return None;
        }
        if of == 0 && !self.has_periods_of_business(unit) {
            return None;
        }
        let when = if unit == b'q' { When::Quarter(count) } else { When::Half(count) };
        self.made(at, end + if of == 1 { 3 } else { 0 }, when, "date.quarter")
    }

    /// "Its profit doubled in the first half.", but "The first half ended without a goal." Games have both, so that a half is of
    /// a year only where something in the sentence speaks of business; a quarter is unless something speaks of a game.
    fn has_periods_of_business(&self, unit: u8) -> bool {
        let business = |at: usize| self.meaning(at).business || matches!(self.text(at).chars().next(), Some('$' | '€' | '£' | '¥' | '%'));
        let mut tokens = 0..self.tokens.len();
        if unit == b'h' {
            return tokens.any(business);
        }
        !tokens.clone().any(|at| self.meaning(at).game) || tokens.any(business)
    }

    /// "in Q1", "Q3 sales", but "the first quartile, Q1, is": a letter and a digit that nothing makes a quarter.
    fn is_period_of_business(&self, at: usize) -> bool {
        const BEFORE: [&str; 16] = [
            "in", "for", "by", "during", "of", "since", "from", "until", "to", "through", "fiscal", "this", "last", "next", "and", "before",
        ];
        let led = self.before(at, &BEFORE) || at > 0 && matches!(self.text(at - 1), "'s" | "’s");
        led || self.tag(at + 1) == Tag::Word && self.text(at + 1).starts_with(char::is_lowercase)
    }

    /// "year-earlier", "the year-ago quarter", "the year-earlier third quarter".
    pub(super) fn year_earlier(&self, at: usize) -> Option<Expression> {
        let mut from = if self.is(at, &["the"]) { at + 1 } else { at };
        from += usize::from(from > at && self.is(from, &["comparable", "corresponding"]));
        let fits = self.is(from, &["year"]) && self.text(from + 1) == "-" && self.is(from + 2, &["earlier", "ago"]);
        let nth = usize::from(self.meaning(from + 3).ordinal.is_some() && self.is(from + 4, &["quarter"]));
        let more = usize::from(self.is(from + 3 + nth, &["period", "quarter", "month", "half"]));
        if fits { self.made(at, from + 3 + nth + more, When::YearBefore, "date.year-earlier") } else { None }
    }

    /// "the quarter", "the latest period": the one that the report is about.
    pub(super) fn report_period(&self, at: usize) -> Option<Expression> {
        if !self.is(at, &["the"]) {
            return None;
        }
        if let Some(ended) = self.period_ended(at) {
            return Some(ended);
        }
        let latest = usize::from(self.is(at + 1, &["latest"]));
        let fits = self.is(at + 1 + latest, &["quarter"]) || latest == 1 && self.is(at + 2, &["period"]);
        let end = at + 2 + latest;
        let ago = self.is(end, &["a"]) && self.is(end + 1, &["year"]) && self.is(end + 2, &["ago", "earlier"]);
        if fits && ago {
            return self.made(at, end + 3, When::YearBefore, "date.year-earlier");
        }
        let share = self.is(end, &["of", "-", "century"]) || self.before(at, &["to", "than"]);
        if fits && !share { self.made(at, end, When::ReportQuarter, "date.report-quarter") } else { None }
    }

    /// "the week of March 6".
    pub(super) fn week_of(&self, at: usize) -> Option<Expression> {
        let from = at + usize::from(self.is(at, &["the"]));
        if !self.is(from, &["week"]) || !self.is(from + 1, &["of"]) {
            return None;
        }
        let day = self.calendar_date(from + 2)?;
        let when = match day.when {
            When::MonthDay(month, day) => When::WeekOf(month, day),
            When::Fixed(Period::Day(date)) => When::FixedWeek(date),
            _ => return None,
        };
        self.made(at, day.end, when, "date.week-of")
    }

    /// "the quarter ended July 31", "the year ending June 30, 1990": the date behind says which.
    fn period_ended(&self, at: usize) -> Option<Expression> {
        let fiscal = usize::from(self.is(at + 1, &["fiscal", "financial", "full"]));
        let unit = at + 1 + fiscal;
        if !self.is(unit + 1, &["ended", "ending", "to", "through"]) || !self.is(unit, &["year", "quarter"]) {
            return None;
        }
        let day = self.calendar_date(unit + 2).map(|date| date.when);
        if self.is(unit, &["year"]) {
            let known = day.is_some() || self.is(unit + 1, &["ended", "ending"]);
            return if known { self.made(at, unit + 1, When::Duration("P1Y".to_owned()), "duration.year-ended") } else { None };
        }
        // A quarter that ends in the first days of a month is that of the month before.
        let before = |month: u8, day: u8| if day > 15 { month } else { (month + 10) % 12 + 1 };
        let when = match day? {
            When::MonthDay(month, day) => When::Quarter((before(month, day) - 1) / 3 + 1),
            When::Fixed(Period::Day(date)) => When::Fixed(Period::Quarter(
                date.year() - i16::from(date.month() == 1 && date.day() <= 15),
                (before(date.month(), date.day()) - 1) / 3 + 1,
            )),
            _ => return None,
        };
        self.made(at, unit + 1, when, "date.quarter-ended")
    }

    /// "the 1988 quarter", "the 1988 second quarter", "this year's third quarter", "last year's first half".
    pub(super) fn part_of_named_year(&self, at: usize) -> Option<Expression> {
        let from = at + usize::from(self.is(at, &["the"]));
        if let Some(year) = self.year(from) {
            if from > at && self.is(from + 1, &["quarter", "period"]) {
                return self.made(at, from + 2, When::ReportQuarterOf(year), "date.report-quarter");
            }
            let part = self.quarter_or_half(from + 1).filter(|_| !self.is(from + 1, &["the"]))?;
            let period = match part.when {
                When::Quarter(quarter) => Period::Quarter(year, quarter),
                When::Half(half) => Period::Half(year, half),
                _ => return None,
            };
            return self.made(at, part.end, When::Fixed(period), "date.quarter");
        }
        let which = self.meaning(from).relative.filter(|_| self.is(from + 1, &["year"]) && matches!(self.text(from + 2), "'s" | "’s"))?;
        let when = match self.quarter_or_half(from + 3)?.when {
            When::Quarter(quarter) => When::QuarterOfYear(quarter, which.step()),
            When::Half(half) => When::HalfOfYear(half, which.step()),
            _ => return None,
        };
        self.made(at, from + 5, when, "date.quarter")
    }

    /// "year-end", "year's end": the end of the year where the telling stands.
    pub(super) fn year_end(&self, at: usize) -> Option<Expression> {
        if !self.is(at, &["year"]) {
            return None;
        }
        let between = usize::from(matches!(self.text(at + 1), "-" | "'s" | "’s"));
        let modified = self.text(at + 2 + between).starts_with(|c: char| c.is_ascii_lowercase()) && between == 0;
        if !self.is(at + 1 + between, &["end"]) || modified && !self.before(at, &["by", "before", "at", "until"]) {
            return None;
        }
        let found = self.made(at, at + 2 + between, When::FromHere(0, Unit::Year), "date.year-end")?;
        Some(Expression { modifier: Some("END"), ..found })
    }

    pub(super) fn season(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) || self.meaning(at).relative.is_some() { at + 1 } else { at };
        let season = self.meaning(from).season?;
        let of = usize::from(self.is(from + 1, &["of"]));
        if let Some(year) = self.year(from + 1 + of) {
            return self.made(at, from + 2 + of, When::Fixed(Period::Season(year, season)), "date.season");
        }
        let which = if from > at { self.meaning(at).relative } else { None };
        let led = which.is_some()
            || self.before(at, &["in", "since", "by", "during", "through", "until", "before", "for"]) && (from > at || season != 3)
            || self.before(at, &["that", "early", "late", "of", "this"]) && season != 3
            || from > at && season != 3;
        // "the summer palace", "the spring offensive": a thing, not a time.
        let thing = self.is(from + 1, &["palace", "holidays", "holiday", "season", "games", "water", "break", "school", "camp", "-"]);
        let falls = season == 3 && which.is_none() && self.is(from, &["fall"]) && self.is(from + 1, &["of", "in", "from"]);
        if !led || thing || falls || self.text(from).starts_with(char::is_uppercase) {
            return None;
        }
        self.made(at, from + 1, When::Season(season, which), "date.season")
    }
}
