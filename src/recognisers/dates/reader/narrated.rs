//! What a history tells time by and news does not: "the day after the battle", "at that time", "the winter quarters",
//! "the former general". News uses the same words in passing; there they are left alone, as its readers leave them.
//!
//! TIMEX2 (Ferro et al., 2005) counts these among its triggers, and so do the histories of WikiWars.

use super::Sentence;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Unit;

/// Things that have a season in their name and are no part of it.
const THINGS: [&str; 12] = ["palace", "holidays", "holiday", "season", "games", "water", "break", "school", "camp", "-", "coat", "sports"];

impl Sentence<'_> {
    /// One of them at the token.
    pub(super) fn narrated(&self, at: usize) -> Option<Expression> {
        match self.text(at).as_bytes().first()?.to_ascii_lowercase() {
            b't' => self.told_time(at).or_else(|| self.day_beside_event(at)),
            b'f' if self.is(at, &["former"]) => self.made(at, at + 1, When::Vague("PAST_REF"), "date.vague"),
            b'f' if self.is(at, &["future"]) => self.made(at, at + 1, When::Vague("FUTURE_REF"), "date.vague"),
            b'p' | b'm' => self.of_today(at),
            b'n' | b'd' => self.part_of_any_day(at),
            b's' | b'w' | b'a' => self.bare_season(at),
            _ => None,
        }
    }

    /// "this time", "that period", "the same time", "at the time".
    fn told_time(&self, at: usize) -> Option<Expression> {
        let same = usize::from(self.is(at, &["the"]) && self.is(at + 1, &["same"]));
        let named = self.is(at, &["this", "that"]) || same == 1 || self.before(at, &["at", "of", "by", "from", "around"]);
        let time = self.is(at + 1 + same, &["time", "period"]) && named && self.is(at, &["this", "that", "the"]);
        if time { self.made(at, at + 2 + same, When::Vague("PRESENT_REF"), "date.vague") } else { None }
    }

    /// "the day after the battle", "the day before his speech": counted from the day last spoken of.
    fn day_beside_event(&self, at: usize) -> Option<Expression> {
        let step = if self.is(at + 2, &["after", "following"]) { 1 } else { -i32::from(self.is(at + 2, &["before"])) };
        let beside = self.is(at, &["the"]) && self.is(at + 1, &["day"]) && step != 0;
        let event =
            self.is(at + 3, &["the", "his", "her", "their", "its", "this", "that"]) || self.text(at + 3).starts_with(char::is_uppercase);
        if beside && event { self.made(at, at + 3, When::FromFocus(step, Unit::Day), "date.later") } else { None }
    }

    /// "present-day Belize", "modern day Kosovo".
    fn of_today(&self, at: usize) -> Option<Expression> {
        let gap = usize::from(self.text(at + 1) == "-");
        let today = self.is(at, &["present", "modern"]) && self.is(at + 1 + gap, &["day"]);
        if today { self.made(at, at + 2 + gap, When::Vague("PRESENT_REF"), "date.vague") } else { None }
    }

    /// "at night", "in daytime": of no day.
    fn part_of_any_day(&self, at: usize) -> Option<Expression> {
        let night = self.is(at, &["night"]) && self.before(at, &["at", "by"]);
        let (value, part) = if night { ("XXXX-XX-XXTNI", "TNI") } else { ("XXXX-XX-XXTDT", "TDT") };
        if !night && !self.is(at, &["daytime"]) {
            return None;
        }
        Some(Expression { clock: Some(part.to_owned()), ..self.made(at, at + 1, When::Vague(value), "date.vague")? })
    }

    /// "the summer offensive": the season of the year that is told of; "Spring Offensive" is a name.
    fn bare_season(&self, at: usize) -> Option<Expression> {
        let season = self.meaning(at).season.filter(|_| !self.is(at, &["fall"]) && !self.text(at).starts_with(char::is_uppercase))?;
        if self.is(at + 1, &THINGS) { None } else { self.made(at, at + 1, When::Season(season, None), "date.that") }
    }
}
