//! Where an entry stands among the others, and how it leaves the core.

use super::label::{self, Bound};
use super::{Days, Entry, Time, range};
use crate::calendar::{Date, Modifier, Period};
use crate::contract::Event;
use crate::document::Document;

impl Entry {
    /// By the first bounded side, coarse before fine, then as the text tells it.
    pub(super) fn place(&self) -> (i32, i32, Option<u32>) {
        let told = self.draft.sources.first().map(|(_, span)| span.start);
        match &self.time {
            Time::Days(days) => (days.order(), days.fineness(), told),
            Time::BeforeChrist(year) => (year.order(), 0, told),
        }
    }

    pub(super) fn finish(&self, document: &Document, at: usize) -> Option<Event> {
        let (label, earliest, latest, modifier) = match &self.time {
            Time::Days(days) => (days.label()?, days.earliest(), days.latest(), days.modifier),
            Time::BeforeChrist(year) => (year.label(), None, None, None),
        };
        Some(Event {
            id: format!("t{}", at + 1),
            label,
            date: Some(self.edtf.clone()),
            earliest,
            latest,
            modifier,
            expected: self.expected,
            date_from: self.from,
            salience: self.salience,
            dates: self.dates.clone(),
            claim: self.draft.finish(document),
        })
    }
}

impl Days {
    /// Days of the first bounded side; "Late 2025" stands at its October, "Mid-May" behind its first ten days.
    fn order(&self) -> i32 {
        let closes = matches!(self.bound, Bound::By | Bound::Until | Bound::Before);
        let side = if closes { self.last.last() } else { self.earliest() };
        let later = match (self.modifier, self.first) {
            (Some(Modifier::Late), Period::Year(_)) => 273,
            (Some(Modifier::Mid), Period::Year(_)) => 150,
            (Some(Modifier::Late), Period::Month(..)) => 20,
            (Some(Modifier::Mid), Period::Month(..)) => 10,
            _ => 0,
        };
        side.map_or(i32::MAX, Date::days) + later
    }

    fn fineness(&self) -> i32 {
        match (self.first.first(), self.last.last()) {
            (Some(first), Some(last)) => first.days() - last.days(),
            _ => 0,
        }
    }

    fn label(&self) -> Option<String> {
        match self.bound {
            Bound::None if self.week => Some(format!("Week of {}", label::of_period(self.first)?)),
            Bound::None if self.closing.is_some() => label::of_parts((self.first, self.modifier), (self.last, self.closing)),
            Bound::None => label::of_entry(self.first, self.last, self.modifier, self.bound),
            Bound::Since | Bound::From => label::of_entry(self.first, self.first, self.modifier, self.bound),
            _ => label::of_entry(self.last, self.last, self.modifier, self.bound),
        }
    }

    /// The first day that it can mean; none where that side is open.
    fn earliest(&self) -> Option<Date> {
        match self.bound {
            Bound::By | Bound::Until | Bound::Before => None,
            Bound::After => range::next(self.last).and_then(Period::first),
            _ => self.first.first(),
        }
    }

    fn latest(&self) -> Option<Date> {
        self.last.last().filter(|_| !matches!(self.bound, Bound::Since | Bound::From | Bound::After))
    }
}
