//! What is counted: durations, counts from a day, rates and sets.

use super::Sentence;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::{Phrase, Unit};

/// Words that may stand between "the" and a count: "the first nine months".
const WHICH: [&str; 12] =
    ["past", "last", "next", "coming", "previous", "first", "latest", "final", "following", "initial", "opening", "remaining"];

/// Words behind which "a year" is a stretch of time, and not a share of it.
const BEFORE_STRETCH: [&str; 20] = [
    "for", "within", "in", "over", "took", "takes", "about", "nearly", "almost", "than", "after", "lasted", "least", "most", "under",
    "roughly", "around", "to", "half", "lasting",
];

/// A count and its unit: "three years", "the first nine months", "10-year".
struct Counted {
    /// Index of the number.
    from: usize,
    /// One past the unit.
    end: usize,
    /// None for "several".
    number: Option<i32>,
    /// Half a unit more: "two and a half years".
    half: bool,
    unit: Unit,
    hyphened: bool,
    /// "the first", "the": the tokens before the number that belong to it.
    led: usize,
}

impl Sentence<'_> {
    /// "three years ago", "two days later", "for three years", "several months", "10-year".
    pub(super) fn counted(&self, at: usize) -> Option<Expression> {
        if let Some(unit) = self.meaning(at).unit.filter(|unit| !matches!(unit, Unit::Clock(_) | Unit::Quarter)) {
            return self.uncounted(at, unit);
        }
        if let Some(halved) = self.half_a_unit(at) {
            return Some(halved);
        }
        let counted = self.count_of_units(at)?;
        self.counted_away(at, &counted).or_else(|| self.stretch(at, &counted))
    }

    /// "more than a decade", "nearly two years ago", "at least 30 days": what a count only comes near to belongs to it.
    pub(super) fn quantified(&self, at: usize) -> Option<Expression> {
        let quantity = self.meaning(at).quantifies.then(|| self.first_of(Phrase::quantities(), at)).flatten()?;
        let length = quantity.words.len();
        let number = at + length;
        let article = self.is(number, &["the"]);
        if self.number(number).is_none() && self.meaning(number).number.is_none() && !(article && length > 1) {
            return None;
        }
        // "over three years the firm grew": a stretch that is gone through, not one that is surpassed.
        let surpassed = ["for", "after", "of", "in", "just", "well", "little", "lasted", "took", "last", "from", "within", "been"];
        if self.is(at, &["over"]) && (article || !self.before(at, &surpassed)) {
            return None;
        }
        let inner = self.counted(number).filter(|inner| !matches!(inner.when, When::Vague(_) | When::Set(_)))?;
        let modifier = if matches!(inner.when, When::Duration(_)) { quantity.value } else { quantity.of_point };
        Some(Expression { first: at, modifier: Some(modifier), ..inner })
    }

    /// "a month-long strike", "for decades": a unit without a number.
    fn uncounted(&self, at: usize, unit: Unit) -> Option<Expression> {
        let plural = self.text(at).ends_with('s');
        if self.text(at + 1) == "-" && self.is(at + 2, &["long"]) {
            return self.made(at, at + 3, When::Duration(duration(if plural { "X" } else { "1" }, unit)), "duration.long");
        }
        let vague = match (self.is(at + 1, &["ago", "earlier"]), self.is(at + 1, &["later"])) {
            (true, _) => Some("PAST_REF"),
            (_, true) => Some("FUTURE_REF"),
            _ => None,
        };
        if let Some(vague) = vague.filter(|_| plural) {
            return self.made(at, at + 2, When::Vague(vague), "date.vague");
        }
        let led = self.before(at, &["for", "within", "over", "in", "lasted", "took"]);
        let lower = self.text(at).starts_with(|c: char| c.is_ascii_lowercase());
        if plural && led && lower { self.made(at, at + 1, When::Duration(duration("X", unit)), "duration.bare") } else { None }
    }

    /// "half an hour", "half a century".
    fn half_a_unit(&self, at: usize) -> Option<Expression> {
        let unit = self.meaning(at + 2).unit.filter(|_| self.is(at, &["half"]) && self.is(at + 1, &["a", "an"]))?;
        let half = match unit {
            Unit::Clock('H') => "PT30M",
            Unit::Year => "P6M",
            Unit::Decade => "P5Y",
            Unit::Century => "P50Y",
            _ => return None,
        };
        self.made(at, at + 3, When::Duration(half.to_owned()), "duration.half")
    }

    fn count_of_units(&self, at: usize) -> Option<Counted> {
        let led = match (self.is(at, &["the"]), self.is(at + 1, &WHICH)) {
            (true, true) => 2,
            (true, false) => 1,
            _ => 0,
        };
        let from = at + led;
        let (number, mut length) = self.count(from)?;
        let mut half = false;
        if self.is(from + length, &["and"]) && self.is(from + length + 1, &["a"]) && self.is(from + length + 2, &["half"]) {
            (half, length) = (true, length + 3);
        } else if matches!(self.text(from + length), "1/2" | "½") {
            (half, length) = (true, length + 1);
        }
        let hyphened = self.text(from + length) == "-";
        let unit_at = from + length + usize::from(hyphened) + usize::from(self.meaning(from + length).filler);
        let unit = self.meaning(unit_at).unit?;
        // "the two days", but no "the three-month offensive" and no "the one day".
        if led == 1 && (hyphened || number == Some(1) || !self.text(unit_at).ends_with('s')) {
            return None;
        }
        let behind = self.is(unit_at + 1, &["and"]) && self.is(unit_at + 2, &["a"]) && self.is(unit_at + 3, &["half"]);
        let end = unit_at + if behind { 4 } else { 1 };
        Some(Counted { from, end, number, half: half || behind, unit, hyphened, led })
    }

    /// "three years ago", "two days later": a day counted from another.
    fn counted_away(&self, at: usize, counted: &Counted) -> Option<Expression> {
        let Counted { end, unit, .. } = *counted;
        if counted.hyphened || counted.led > 0 || unit == Unit::Weekend {
            return None;
        }
        let Some(number) = counted.number else {
            let vague =
                if self.is(end, &["ago", "earlier"]) { Some("PAST_REF") } else { Some("FUTURE_REF").filter(|_| self.is(end, &["later"])) };
            return self.made(at, end + 1, When::Vague(vague?), "date.vague");
        };
        if number == 1 && unit == Unit::Year && !counted.half && self.is(end, &["ago", "earlier"]) {
            return self.made(at, end + 1, When::YearBefore, "date.year-earlier");
        }
        if self.is(end, &["ago"]) {
            return self.made(at, end + 1, When::FromAnchor(-number, unit), "date.ago");
        }
        let back = self.is(end, &["earlier", "before"]);
        let alone = self.is(end, &["earlier", "later"]) || !self.text(end + 1).starts_with(char::is_alphabetic);
        if !(back || self.is(end, &["later", "after"])) || !alone {
            return None;
        }
        self.made(at, end + 1, When::FromFocus(if back { -number } else { number }, unit), "date.later")
    }

    fn stretch(&self, at: usize, counted: &Counted) -> Option<Expression> {
        let Counted { from, end, unit, .. } = *counted;
        let article = self.is(from, &["a", "an"]);
        // "three quarters of the vote" is a share, "the past two quarters" are times.
        let share = unit == Unit::Quarter && (counted.led < 2 && counted.number.is_some() || !self.text(end - 1).ends_with('s'));
        // "a second" and "a minute" are mostly not durations; "a month-long strike" is told by its noun.
        if share || unit == Unit::Weekend || article && (matches!(unit, Unit::Clock('S' | 'M')) || self.text(end) == "-") {
            return None;
        }
        // "60 Minutes" and the "Five-Year Plan" are names.
        let named = self.text(end - 1).starts_with(char::is_uppercase);
        // An age is no duration of the story: "42-year-old", "22 years old".
        let age = self.text(end) == "-" && self.is(end + 1, &["old"]) || self.is(end, &["old"]);
        let bare_article = article && !counted.half && !counted.hyphened && !self.before(at, &BEFORE_STRETCH);
        if age || named || bare_article {
            return None;
        }
        let count = counted.number.map_or("X".to_owned(), |n| if counted.half { format!("{n}.5") } else { n.to_string() });
        self.made(at, end, When::Duration(duration(&count, unit)), "duration.counted")
    }

    /// How many of a unit: "three", "twenty-four", "a couple of", with the tokens that say it; no number for "several".
    fn count(&self, at: usize) -> Option<(Option<i32>, usize)> {
        if self.is(at, &["several", "few", "many", "some"]) {
            return Some((None, 1));
        }
        let article = usize::from(self.is(at, &["a"]));
        if article == 1 && self.is(at + 1, &["few"]) {
            return Some((None, 2));
        }
        if self.is(at + article, &["couple"]) && self.is(at + article + 1, &["of"]) {
            return Some((Some(2), article + 2));
        }
        if let Some(number) = self.number(at).filter(|number| *number < 1000) {
            return Some((Some(number), 1));
        }
        let first = self.meaning(at).number?;
        if let Some(many @ 100..) = self.meaning(at + 1).number.filter(|_| first < 100) {
            return Some((Some(first * many), 2));
        }
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
