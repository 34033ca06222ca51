//! What is counted: durations, counts from a day, rates and sets.

use super::Sentence;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Unit;

impl Sentence<'_> {
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
pub(super) fn duration(count: &str, unit: Unit) -> String {
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
