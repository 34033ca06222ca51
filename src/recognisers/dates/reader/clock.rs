//! Clock times and parts of a day.

use super::Sentence;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Unit;

impl Sentence<'_> {
    /// "8 p.m. Monday", "at 10:30 a.m."
    pub(super) fn clock_time(&self, at: usize) -> Option<Expression> {
        if self.is(at, &["noon", "midday", "midnight"]) {
            return self.noon(at);
        }
        if self.text(at).len() == 4
            && let Some((hour, minute, end)) = self.four_digits(at)
        {
            return self.hour_beside(at, end, hour, minute).filter(|_| !self.before(at, &["("]));
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
            return self.hour_of_day(at, hour, minute);
        };
        if !(1..=12).contains(&hour) || minute > 59 {
            return None;
        }
        let hour = hour % 12 + if afternoon { 12 } else { 0 };
        let mut end = at + 2;
        end += usize::from(self.is_zone(end));
        // "10:35 a.m. (0735 GMT) Friday"
        let bracketed = self.text(end) == "(" && self.text(end + 3) == ")" && self.is_zone(end + 2);
        end += if bracketed && self.day_beside(end + 4).is_some() { 4 } else { 0 };
        self.hour_beside(at, end, hour, minute)
    }

    /// "0930 GMT", "2030 local time", "at 1800 hours": the clock of 24 hours without its colon; its hour, its minute and where
    /// it ends. "1600 hours of work" are counted.
    fn four_digits(&self, at: usize) -> Option<(u8, u8, usize)> {
        let (hour, minute) = self.clock_digits(at)?;
        // "May 31, 2009 local time"
        let day = at.checked_sub(1 + usize::from(self.before(at, &[","])));
        if day.is_some_and(|day| self.meaning(day).month.is_some() || self.day(day).is_some()) {
            return None;
        }
        let hours = usize::from(self.is(at + 1, &["hours", "hrs"]));
        let zone = at + 1 + hours;
        let local = self.is(zone + 1, &["time"]) && (self.is(zone, &["local"]) || self.text(zone).starts_with(char::is_uppercase));
        let said = hours == 1 && !self.is(zone, &["of"]) && (self.text(at).starts_with('0') || self.before(at, &["at", "by", "until"]));
        let zoned = self.meaning(zone).zone && self.is_zone(zone);
        let named = if local { 2 } else { usize::from(zoned) };
        (named > 0 || said).then_some((hour, minute, zone + named))
    }

    /// Four digits that can be an hour and its minutes.
    fn clock_digits(&self, at: usize) -> Option<(u8, u8)> {
        let text = self.text(at);
        let (hour, minute) = (text.get(..2)?.parse().ok()?, text.get(2..)?.parse().ok()?);
        (text.len() == 4 && hour < 24 && minute < 60).then_some((hour, minute))
    }

    /// Whether the four digits are an hour: also the "0900" of "from 0900 to 1700 GMT".
    pub(super) fn is_hour(&self, at: usize) -> bool {
        let joined = || self.is(at + 1, &["to", "and", "-", "–", "until"]) && self.four_digits(at + 2).is_some();
        self.four_digits(at).is_some() || self.clock_digits(at).is_some() && joined()
    }

    /// "EST", "UTC".
    fn is_zone(&self, at: usize) -> bool {
        let zone = self.text(at);
        zone == "UTC" || (2..=4).contains(&zone.len()) && zone.ends_with('T') && zone.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// "at 10:57", "by 18:30": the clock of 24 hours, where a preposition says that it is one; "4 in the morning".
    fn hour_of_day(&self, at: usize, hour: u8, minute: u8) -> Option<Expression> {
        let colon = self.text(at).len() >= 4 && self.text(at).contains(':');
        let (hour, end) = if self.is(at + 1, &["in"]) && self.is(at + 2, &["the"]) && (1..=12).contains(&hour) {
            let afternoon = match self.meaning(at + 3).part? {
                "MO" => false,
                "AF" | "EV" => true,
                _ => return None,
            };
            (hour % 12 + if afternoon { 12 } else { 0 }, at + 4)
        } else if colon && hour < 24 && minute < 60 && self.before(at, &["at", "by", "until", "before", "after", "around"]) {
            (hour, at + 1 + usize::from(self.is_zone(at + 1)))
        } else {
            return None;
        };
        self.hour_beside(at, end, hour, minute)
    }

    /// The hour with the day behind it. Without a day beside it the day of publication is meant, as far as anybody can tell.
    fn hour_beside(&self, at: usize, end: usize, hour: u8, minute: u8) -> Option<Expression> {
        let day = self.day_beside(end);
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
        let clock = if self.is(at, &["midnight"]) { "24:00" } else { "12:00" };
        let day = self.day_beside(at + 1);
        if day.is_none() && !self.before(at, &["at", "by", "until", "before", "after", "around"]) {
            return None;
        }
        let rule = if day.is_some() { "time.clock-day" } else { "time.clock" };
        let (when, end) = day.map_or((When::FromHere(0, Unit::Day), at + 1), |day| (day.when, day.end));
        Some(Expression { clock: Some(clock.to_owned()), ..self.made(at, end, when, rule)? })
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
        day.when.is_day().then_some(Expression { first: at, clock: Some(part.to_owned()), rule: "time.part-of-day", ..day })
    }
}
