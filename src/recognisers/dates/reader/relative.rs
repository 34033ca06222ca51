//! Weekdays, clock times, and what is counted from now or from then.

use super::Sentence;
use crate::calendar::Period;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::holidays::HOLIDAYS;
use crate::recognisers::dates::lexicon::{Relative, Unit};

impl Sentence<'_> {
    pub(super) fn weekday(&self, at: usize) -> Option<Expression> {
        let at = at + usize::from(self.is(at, &["the"]) && self.is(at + 1, &["previous", "following"]));
        let which = self.meaning(at).relative.filter(|_| !self.is(at, &["current", "same"]));
        let from = at + usize::from(which.is_some());
        let day = self.meaning(from).weekday?;
        let text = self.text(from).trim_end_matches('.');
        if text.len() < 5 && !text.ends_with("day") || self.text(from).ends_with("days") {
            return None;
        }
        let part = self.meaning(from + 1).part.filter(|_| !self.text(from + 1).ends_with('s'));
        let found = self.made(at, from + 1 + usize::from(part.is_some()), When::Weekday(day, which), "date.weekday")?;
        Some(Expression { clock: part.map(str::to_owned), ..found })
    }

    /// "8 p.m. Monday", "at 10:30 a.m."
    pub(super) fn clock_time(&self, at: usize) -> Option<Expression> {
        if self.is(at, &["noon", "midnight"]) {
            return self.noon(at);
        }
        let (hour, minute) = match self.text(at).split_once(':') {
            Some((hour, minute)) if minute.len() == 2 => (hour.parse::<u8>().ok()?, minute.parse::<u8>().ok()?),
            _ => (u8::try_from(self.number(at)?).ok()?, 0),
        };
        let afternoon = if self.is(at + 1, &["p.m.", "pm"]) {
            true
        } else if self.is(at + 1, &["a.m.", "am"]) {
            false
        } else {
            return None;
        };
        if !(1..=12).contains(&hour) || minute > 59 {
            return None;
        }
        let hour = hour % 12 + if afternoon { 12 } else { 0 };
        let mut end = at + 2;
        let zone = self.text(end);
        end += usize::from((2..=4).contains(&zone.len()) && zone.ends_with('T') && zone.bytes().all(|b| b.is_ascii_uppercase()));
        let day = self.day_beside(end);
        // Without a day beside it the day of publication is meant, as far as anybody can tell.
        let rule = if day.is_some() { "time.clock-day" } else { "time.clock" };
        let (when, end) = day.map_or((When::FromHere(0, Unit::Day), end), |day| (day.when, day.end));
        Some(Expression { clock: Some(format!("{hour:02}:{minute:02}")), ..self.made(at, end, when, rule)? })
    }

    /// The day behind a clock time: "on Monday", ", Nov. 6", "yesterday".
    fn day_beside(&self, at: usize) -> Option<Expression> {
        let on = usize::from(self.is(at, &["on", ","]));
        let dated = self.calendar_date(at + on);
        if self.text(at) == "," {
            return dated;
        }
        dated
            .or_else(|| self.weekday(at + on))
            .or_else(|| self.adverb(at + on).filter(|e| matches!(e.when, When::FromAnchor(_, Unit::Day)) && e.clock.is_none()))
    }

    /// "noon Thursday", "at midnight".
    fn noon(&self, at: usize) -> Option<Expression> {
        let clock = if self.is(at, &["noon"]) { "12:00" } else { "24:00" };
        let day = self.day_beside(at + 1);
        if day.is_none() && !self.before(at, &["at", "by", "until", "before", "after", "around"]) {
            return None;
        }
        let (when, end) = day.map_or((When::FromHere(0, Unit::Day), at + 1), |day| (day.when, day.end));
        Some(Expression { clock: Some(clock.to_owned()), ..self.made(at, end, when, "time.clock")? })
    }

    /// "the morning of April 19", "the night of 20 June 1791".
    pub(super) fn part_of_day(&self, at: usize) -> Option<Expression> {
        let from = at + usize::from(self.is(at, &["the"])) + usize::from(self.is(at + 1, &["early", "late"]));
        let part = self.meaning(from).part?;
        let hours = usize::from(self.is(from + 1, &["hours"]));
        if !self.is(from + 1 + hours, &["of"]) {
            return None;
        }
        let day = self.calendar_date(from + 2 + hours).or_else(|| self.weekday(from + 2 + hours))?;
        let whole = matches!(day.when, When::MonthDay(..) | When::WeekdayDate(..) | When::Weekday(..) | When::Fixed(Period::Day(_)));
        whole.then_some(Expression { first: at, clock: Some(part.to_owned()), rule: "time.part-of-day", ..day })
    }

    /// "three years ago", "two days later", "for three years", "several months", "10-year".
    pub(super) fn counted(&self, at: usize) -> Option<Expression> {
        if let Some(unit) = self.meaning(at).unit.filter(|unit| !matches!(unit, Unit::Clock(_) | Unit::Quarter)) {
            // "a month-long strike", "week-long talks".
            if self.text(at + 1) == "-" && self.is(at + 2, &["long"]) {
                return self.made(at, at + 3, When::Duration(duration("1", unit)), "duration.long");
            }
            let long = matches!(unit, Unit::Decade | Unit::Century) && self.before(at, &["for"]);
            let plural = self.text(at).ends_with('s') && (long || self.before(at, &["within", "over", "in", "lasted", "took"]));
            return if plural && self.text(at).starts_with(|c: char| c.is_ascii_lowercase()) {
                self.made(at, at + 1, When::Duration(duration("X", unit)), "duration.bare")
            } else {
                None
            };
        }
        let past = usize::from(self.is(at, &["the"]) && self.is(at + 1, &["past", "last", "next", "coming", "previous"])) * 2;
        let from = at + past;
        let (number, skip) = self.count(from)?;
        let hyphen = usize::from(self.text(from + skip) == "-");
        let skip = skip + usize::from(self.meaning(from + skip).filler);
        let unit = self.meaning(from + skip + hyphen).unit?;
        let end = from + skip + hyphen + 1;
        let article = self.is(from, &["a", "an"]);
        // "a month-long strike" is told by its noun.
        if article && self.text(end) == "-" {
            return None;
        }
        // "three quarters of the vote" is a share, "the past two quarters" are times.
        let share = unit == Unit::Quarter && (past == 0 && number.is_some() || !self.text(end - 1).ends_with('s'));
        // "a second" and "a minute" are mostly not durations.
        if share || unit == Unit::Weekend || article && matches!(unit, Unit::Clock('S' | 'M')) {
            return None;
        }
        if number.is_none() && hyphen == 0 && past == 0 {
            let vague =
                if self.is(end, &["ago", "earlier"]) { Some("PAST_REF") } else { Some("FUTURE_REF").filter(|_| self.is(end, &["later"])) };
            if let Some(vague) = vague {
                return self.made(at, end + 1, When::Vague(vague), "date.vague");
            }
        }
        if let Some(number) = number.filter(|_| hyphen == 0 && past == 0) {
            let shift = |sign: i32| When::FromAnchor(sign * number, unit);
            let year = number == 1 && unit == Unit::Year;
            if year && self.is(end, &["ago", "earlier"]) {
                return self.made(at, end + 1, When::YearBefore, "date.year-earlier");
            }
            if self.is(end, &["ago"]) {
                return self.made(at, end + 1, shift(-1), "date.ago");
            }
            if self.is(end, &["earlier", "before"]) || self.is(end, &["later", "after"]) {
                let sign = if self.is(end, &["earlier", "before"]) { -1 } else { 1 };
                let alone = self.is(end, &["earlier", "later"]) || !self.text(end + 1).starts_with(char::is_alphabetic);
                if alone {
                    return self.made(at, end + 1, When::FromFocus(sign * number, unit), "date.later");
                }
            }
        }
        // "60 Minutes" and the "Five-Year Plan" are names.
        let named = self.text(end - 1).starts_with(char::is_uppercase);
        // An age is no duration of the story: "42-year-old", "22 years old".
        let age = self.text(end) == "-" && self.is(end + 1, &["old"]) || self.is(end, &["old"]);
        let bare_article = article
            && !self.before(at, &["for", "within", "in", "over", "took", "takes", "about", "nearly", "almost", "than", "after", "lasted"]);
        if age || named || bare_article && hyphen == 0 {
            return None;
        }
        let half = self.is(end, &["and"]) && self.is(end + 1, &["a"]) && self.is(end + 2, &["half"]);
        let end = end + if half { 3 } else { 0 };
        let count = number.map_or("X".to_owned(), |n| if half { format!("{n}.5") } else { n.to_string() });
        self.made(at, end, When::Duration(duration(&count, unit)), "duration.counted")
    }

    /// "last month", "this year", "the previous year", "the following month", "next week", "the weekend".
    pub(super) fn relative_unit(&self, at: usize) -> Option<Expression> {
        let article = usize::from(self.is(at, &["the"]));
        let which = self.meaning(at + article).relative;
        if article == 1 && self.is(at + 1, &["full", "fiscal"]) && self.is(at + 2, &["year"]) {
            return self.made(at, at + 3, When::FromHere(0, Unit::Year), "date.this-period");
        }
        if article == 1 && self.is(at + 1, &["year"]) && self.before(at, &["for", "in", "during", "through", "throughout"]) {
            let alone = !self.text(at + 2).starts_with(char::is_alphanumeric) || self.is(at + 2, &["and", "to", "from", "with", "was"]);
            return if alone { self.made(at, at + 2, When::FromHere(0, Unit::Year), "date.this-period") } else { None };
        }
        if which.is_none() {
            let weekend = article == 1 && self.is(at + 1, &["weekend"]);
            if weekend {
                return self.made(at, at + 2, When::FromHere(0, Unit::Weekend), "date.weekend");
            }
            return self.that_unit(at);
        }
        let unit = self.meaning(at + article + 1).unit?;
        let word = self.text(at + article).to_ascii_lowercase();
        if matches!(unit, Unit::Clock(_)) || self.text(at + article + 1).ends_with('s') || word == "past" && article == 0 {
            return None;
        }
        let count = match which? {
            Relative::Last => -1,
            Relative::Next => 1,
            Relative::This => 0,
        };
        let from_focus = matches!(word.as_str(), "previous" | "following" | "same") || article == 1 && word == "next";
        // "the past year" reaches to the day of writing, whatever the calendar's years are.
        if word == "past" && article == 1 {
            return self.made(at, at + 3, When::Duration(duration("1", unit)), "duration.past");
        }
        let when = if from_focus { When::FromFocus(count, unit) } else { When::FromHere(count, unit) };
        let part = self.meaning(at + article + 2).part.filter(|_| unit == Unit::Day);
        Some(Expression {
            clock: part.map(str::to_owned),
            ..self.made(at, at + article + 2 + usize::from(part.is_some()), when, "date.relative")?
        })
    }

    /// "that day", "that afternoon": of the date last spoken of.
    fn that_unit(&self, at: usize) -> Option<Expression> {
        let same = usize::from(self.is(at + 1, &["same"]));
        let next = self.meaning(at + 1 + same);
        if !self.is(at, &["that"]) || self.text(at + 1 + same).ends_with('s') {
            return None;
        }
        if let Some(part) = next.part {
            let found = self.made(at, at + 2 + same, When::FromFocus(0, Unit::Day), "date.that")?;
            return Some(Expression { clock: Some(part.to_owned()), ..found });
        }
        let unit = next.unit.filter(|unit| !matches!(unit, Unit::Clock(_)))?;
        self.made(at, at + 2 + same, When::FromFocus(0, unit), "date.that")
    }

    /// "in recent years", "the coming weeks", "these days".
    pub(super) fn recent(&self, at: usize) -> Option<Expression> {
        if self.is(at, &["these"]) && self.is(at + 1, &["days"]) {
            return self.made(at, at + 2, When::Vague("PRESENT_REF"), "date.vague");
        }
        let unit = self.meaning(at + 1).unit.filter(|_| self.text(at + 1).ends_with('s'))?;
        if self.is(at, &["recent"]) {
            return self.made(at, at + 2, When::Vague("PAST_REF"), "date.vague");
        }
        if self.is(at, &["coming"]) { self.made(at, at + 2, When::Duration(duration("X", unit)), "duration.coming") } else { None }
    }

    /// How many of a unit: "three", "twenty-four", "a couple of", with the tokens that say it; no number for "several".
    fn count(&self, at: usize) -> Option<(Option<i32>, usize)> {
        if self.is(at, &["several", "few", "many", "some"]) {
            return Some((None, 1));
        }
        if self.is(at, &["a"]) && self.is(at + 1, &["few"]) {
            return Some((None, 2));
        }
        let article = usize::from(self.is(at, &["a"]));
        if self.is(at + article, &["couple"]) && self.is(at + article + 1, &["of"]) {
            return Some((Some(2), article + 2));
        }
        if let Some(number) = self.number(at).filter(|number| *number < 1000) {
            return Some((Some(number), 1));
        }
        let first = self.meaning(at).number?;
        let hyphen = usize::from(self.text(at + 1) == "-");
        let ones = self.meaning(at + 1 + hyphen).number.filter(|ones| (20..100).contains(&first) && (1..10).contains(ones));
        let ones = ones.filter(|_| !self.is(at + 1 + hyphen, &["a", "an"]));
        Some(ones.map_or((Some(first), 1), |ones| (Some(first + ones), 2 + hyphen)))
    }

    pub(super) fn adverb(&self, at: usize) -> Option<Expression> {
        let text = self.text(at);
        let day = |count, clock: Option<&str>, length| {
            Some(Expression {
                clock: clock.map(str::to_owned),
                ..self.made(at, at + length, When::FromAnchor(count, Unit::Day), "date.deictic")?
            })
        };
        let part = self.meaning(at + 1).part.filter(|_| !self.text(at + 1).ends_with('s'));
        let more = usize::from(part.is_some());
        match text.to_ascii_lowercase().as_str() {
            "today" => day(0, None, 1),
            "yesterday" => day(-1, part, 1 + more),
            "tomorrow" => day(1, part, 1 + more),
            "tonight" => day(0, Some("NI"), 1),
            "this" if part.is_some() => day(0, part, 2),
            "last" if self.is(at + 1, &["night"]) => day(-1, Some("NI"), 2),
            // "Now, the council said": the word links, it does not date.
            "now" if at == 0 => None,
            "now" | "currently" | "current" | "nowadays" => self.made(at, at + 1, When::Vague("PRESENT_REF"), "date.vague"),
            "the" if self.is(at + 1, &["future", "near"]) => {
                let end = at + 2 + usize::from(self.is(at + 1, &["near"]));
                if self.is(end - 1, &["future"]) { self.made(at, end, When::Vague("FUTURE_REF"), "date.vague") } else { None }
            }
            "the" if self.is(at + 1, &["past"]) && !self.text(at + 2).starts_with(char::is_alphanumeric) => {
                self.made(at, at + 2, When::Vague("PAST_REF"), "date.vague")
            }
            "recently" | "recent" if self.meaning(at + 1).unit.is_none() => self.made(at, at + 1, When::Vague("PAST_REF"), "date.vague"),
            "formerly" => self.made(at, at + 1, When::Vague("PAST_REF"), "date.vague"),
            _ => self.holiday(at),
        }
    }

    /// "Christmas", "Thanksgiving Day", "Christmas 2007".
    fn holiday(&self, at: usize) -> Option<Expression> {
        if !self.text(at).starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        let holiday = HOLIDAYS.iter().find(|holiday| {
            let mut words = holiday.words.split(' ').enumerate();
            words.all(|(gap, word)| self.is(at + gap, &[word]) || word == "'s" && self.text(at + gap) == "’s")
        })?;
        let end = at + holiday.words.split(' ').count();
        let year = self.year(end);
        let fixed = year.and_then(|year| holiday.day(year)).map(|date| When::Fixed(Period::Day(date)));
        self.made(at, end + usize::from(fixed.is_some()), fixed.unwrap_or(When::Holiday(*holiday)), "date.holiday")
    }

    pub(super) fn recurring(&self, at: usize) -> Option<Expression> {
        let set = |end, value: &str| self.made(at, end, When::Set(value.to_owned()), "set.recurring");
        let rate = self.is(at, &["a"])
            && at > 0
            && (self.number(at - 1).is_some() || self.before(at, &["million", "billion", "thousand", "hundred", "percent", "times", "%"]));
        if let Some(unit) = self.meaning(at + 1).unit.filter(|unit| rate && !matches!(unit, Unit::Clock(_))) {
            return set(at + 2, &duration("1", unit));
        }
        if self.is(at, &["every", "each"]) {
            let next = self.meaning(at + 1);
            if let Some(day) = next.weekday {
                return set(at + 2, &format!("XXXX-WXX-{}", day + 1));
            }
            if let Some(month) = next.month {
                return set(at + 2, &format!("XXXX-{month:02}"));
            }
            let unit = next.unit.filter(|unit| !matches!(unit, Unit::Clock('S')))?;
            return set(at + 2, &duration("1", unit));
        }
        if self.is(at, &["once", "twice"]) && self.is(at + 1, &["a", "every"]) {
            return set(at + 3, &duration("1", self.meaning(at + 2).unit?));
        }
        match self.text(at).to_ascii_lowercase().as_str() {
            "per" => set(at + 2, &duration("1", self.meaning(at + 1).unit.filter(|unit| !matches!(unit, Unit::Clock(_)))?)),
            "annually" | "yearly" => set(at + 1, "P1Y"),
            "monthly" => set(at + 1, "P1M"),
            "weekly" => set(at + 1, "P1W"),
            "daily" => set(at + 1, "P1D"),
            _ => None,
        }
    }
}

/// "P3Y", "PT2H", "PXM".
fn duration(count: &str, unit: Unit) -> String {
    let letter = match unit {
        Unit::Clock(letter) => return format!("PT{count}{letter}"),
        Unit::Day => "D",
        Unit::Week | Unit::Fortnight => "W",
        Unit::Weekend => "WE",
        Unit::Month => "M",
        Unit::Quarter => "Q",
        Unit::Year => "Y",
        Unit::Decade => "DE",
        Unit::Century => "CE",
    };
    format!("P{count}{letter}")
}
