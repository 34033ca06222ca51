//! Weekdays, clock times, and what is counted from now or from then.

use super::Sentence;
use super::counted::duration;
use crate::calendar::Period;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::holidays::HOLIDAYS;
use crate::recognisers::dates::lexicon::{Phrase, Unit};

impl Sentence<'_> {
    pub(super) fn weekday(&self, at: usize) -> Option<Expression> {
        let start = at;
        let at = at + usize::from(self.is(at, &["the"]) && self.is(at + 1, &["previous", "following"]));
        let first = at;
        let at = at + usize::from(self.is(at, &["this"]) && self.is(at + 1, &["coming", "past"]));
        let which = self.meaning(at).relative.filter(|_| !self.is(at, &["current", "same"]));
        let from = at + usize::from(which.is_some());
        let day = self.meaning(from).weekday?;
        let text = self.text(from).trim_end_matches('.');
        if text.len() < 5 && !text.ends_with("day") || self.text(from).ends_with("days") {
            return None;
        }
        // "Saturday, Feb. 30": where the calendar has no such day, there is no such Saturday.
        let next = from + 1 + usize::from(self.text(from + 1) == ",");
        if self.opens_day(next) && self.calendar_date(next).is_none() {
            return None;
        }
        let part = self.meaning(from + 1).part.filter(|_| !self.text(from + 1).ends_with('s'));
        // "this coming Sunday" is the next one there is, not that of next week.
        let counted = |step: i32| if first > start { Some(When::WeekdayFromFocus(day, step)) } else { None };
        let when = match which {
            _ if self.is(at, &["coming"]) => When::ComingWeekday(day),
            // "the previous Friday": counted from the day last spoken of.
            Some(which) if self.is(at, &["previous", "following"]) => counted(which.step()).unwrap_or(When::Weekday(day, Some(which))),
            _ => When::Weekday(day, which),
        };
        let found = self.made(first, from + 1 + usize::from(part.is_some()), when, "date.weekday")?;
        Some(Expression { clock: part.map(str::to_owned), ..found })
    }

    /// "last month", "this year", "the previous year", "the following month", "next week", "the weekend".
    pub(super) fn relative_unit(&self, at: usize) -> Option<Expression> {
        let article = usize::from(self.is(at, &["the"]));
        let which = self.meaning(at + article).relative;
        if article == 1 && self.is(at + 1, &["full", "fiscal"]) && self.is(at + 2, &["year"]) {
            return self.made(at, at + 3, When::FromHere(0, Unit::Year), "date.this-period");
        }
        if article == 1 && self.is(at + 1, &["year"]) && self.before(at, &["for", "in", "during", "through", "throughout"]) {
            let alone = !self.text(at + 2).starts_with(|c: char| c.is_alphanumeric() || c == '-')
                || self.is(at + 2, &["and", "to", "from", "with", "was"]);
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
        // "the last day of the strike" is not yesterday.
        if word == "last" && self.is(at + article + 2, &["of"]) && (article == 1 || self.before(at, &["the"])) {
            return None;
        }
        // "This Week" on television is a name.
        let named = at > 0 && self.text(at).starts_with("This") && self.text(at + 1).starts_with(char::is_uppercase);
        if named || matches!(unit, Unit::Clock(_)) || self.text(at + article + 1).ends_with('s') || word == "past" && article == 0 {
            return None;
        }
        // "year-to-date" is no year.
        if self.text(at + article + 2) == "-" && self.is(at + article + 3, &["to"]) {
            return None;
        }
        // "details will follow over the next month": a stretch from now on.
        if article == 1 && word == "next" && unit != Unit::Day && self.before(at, &["over", "within", "during", "in", "throughout"]) {
            return self.made(at, at + 3, When::Duration(duration("1", unit)), "duration.next");
        }
        let count = which?.step();
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
        let article = usize::from(self.is(at, &["the"]) && self.is(at + 1, &["coming"]));
        let unit = self.meaning(at + article + 1).unit.filter(|_| self.text(at + article + 1).ends_with('s'))?;
        if self.is(at, &["recent"]) {
            return self.made(at, at + 2, When::Vague("PAST_REF"), "date.vague");
        }
        let from = at + usize::from(self.is(at, &["the"]));
        if self.is(from, &["coming"]) { self.made(at, from + 2, When::Duration(duration("X", unit)), "duration.coming") } else { None }
    }

    /// "the near future", "right now": a phrase of `data/dates/phrases.tsv`.
    pub(super) fn phrase(&self, at: usize) -> Option<Expression> {
        let phrase = self.meaning(at).phrases.then(|| self.first_of(Phrase::all(), at)).flatten()?;
        self.made(at, at + phrase.words.len(), When::Vague(phrase.value), "date.vague")
    }

    /// "will one day follow": nobody says which.
    pub(super) fn one_day(&self, at: usize) -> Option<Expression> {
        let vague = self.is(at, &["one"]) && self.is(at + 1, &["day"]) && self.before(at, &["will", "would", "may", "might", "could"]);
        if vague { self.made(at, at + 2, When::Vague("FUTURE_REF"), "date.vague") } else { None }
    }

    pub(super) fn adverb(&self, at: usize) -> Option<Expression> {
        let text = self.text(at);
        let day = |count, clock: Option<&str>, length| {
            Some(Expression {
                clock: clock.map(str::to_owned),
                ..self.made(at, at + length, When::FromAnchor(count, Unit::Day), "date.deictic")?
            })
        };
        // "The World Tonight", "USA Today", "Today Show": a capital inside the sentence is that of a name.
        let capital = |at: usize| self.text(at).starts_with(|c: char| c.is_ascii_uppercase());
        if at > 0
            && capital(at)
            && self.meaning(at).unit.is_none()
            && (capital(at - 1) || capital(at + 1))
            && self.is(at, &["today", "tonight", "tomorrow", "now"])
        {
            return None;
        }
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
            "now" if at == 0 && !self.text(1).starts_with(|c: char| c.is_ascii_lowercase()) => None,
            "now" | "currently" | "current" | "nowadays" => self.made(at, at + 1, When::Vague("PRESENT_REF"), "date.vague"),
            "the" if self.is(at + 1, &["past"]) && (self.before(at, &["in"]) || !self.text(at + 2).starts_with(char::is_alphanumeric)) => {
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
}
