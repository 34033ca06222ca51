//! Parts of a period that have no borders of their own: "early 2025", "the last week of August", "later this year".

use super::Sentence;
use crate::calendar::Period;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Unit;

/// The words that blur a period, before what they blur.
struct Blur {
    modifier: &'static str,
    /// Index of what is blurred.
    next: usize,
    form: Form,
}

#[derive(PartialEq, Eq)]
enum Form {
    /// "the end of", "the last week of".
    Noun,
    /// "early", "mid-".
    Adjective,
    /// "early in", "later in".
    Within,
    /// "earlier", "later": than now or than what was told, not the earlier part of a period.
    Comparative,
}

impl Sentence<'_> {
    /// "early 2025", "mid-September", "the end of the year", "later that month", "late Monday".
    pub(super) fn blurred(&self, at: usize) -> Option<Expression> {
        let blur = self.blur(at)?;
        let next = blur.next;
        let counted = blur.form == Form::Comparative && at > 0 && self.meaning(at - 1).unit.is_some();
        let inner = match blur.form {
            _ if counted => None,
            Form::Comparative => self.relative_unit(next).or_else(|| self.weekday(next)).or_else(|| self.adverb(next)),
            _ => self
                .calendar_date(next)
                .or_else(|| self.quarter_or_half(next).filter(|_| blur.form == Form::Noun))
                .or_else(|| self.relative_unit(next))
                .or_else(|| self.part_before_christ(next))
                .or_else(|| self.era(next))
                .or_else(|| self.season(next))
                .or_else(|| self.early_day(next).filter(|_| blur.form == Form::Adjective))
                .or_else(|| self.year(next).and_then(|year| self.made(next, next + 1, When::Fixed(Period::Year(year)), "date.year")))
                .or_else(|| self.meaning(next).month.and_then(|month| self.made(next, next + 1, When::Month(month), "date.month")))
                .or_else(|| self.this_period(next).filter(|_| matches!(blur.form, Form::Noun | Form::Within))),
        }?;
        if matches!(inner.when, When::Duration(_) | When::Set(_) | When::Vague(_)) {
            return None;
        }
        let rule = match (&blur.form, &inner.when) {
            // "late in the day", "at the start of the day"
            (_, When::FromHere(0, Unit::Day)) => "date.that",
            (Form::Comparative, _) => "date.comparative",
            (_, When::Weekday(..) | When::FromAnchor(_, Unit::Day)) => inner.rule,
            _ => "date.blurred",
        };
        Some(Expression { first: at, modifier: Some(blur.modifier), rule, ..inner })
    }

    fn blur(&self, at: usize) -> Option<Blur> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        if let Some(blur) = self.edge(from) {
            return Some(blur);
        }
        let modifier = self.meaning(from).early?;
        let noun = self.is(from, &["beginning", "end", "start", "middle", "close"]);
        if noun && !self.is(from + 1, &["of"]) || from > at && !noun {
            return None;
        }
        let joint = usize::from(noun || self.text(from + 1) == "-");
        let within = usize::from(self.is(from + 1 + joint, &["in"]));
        let form = match (noun, within == 1, self.is(from, &["earlier", "later"])) {
            (true, ..) => Form::Noun,
            (_, true, _) => Form::Within,
            (.., true) => Form::Comparative,
            _ => Form::Adjective,
        };
        Some(Blur { modifier, next: from + 1 + joint + within, form })
    }

    /// "the last week of", "the first days of", "the latter part of".
    fn edge(&self, at: usize) -> Option<Blur> {
        let first = self.is(at, &["first", "opening", "early"]);
        if !first && !self.is(at, &["last", "final", "closing", "latter"]) || !self.is(at + 2, &["of"]) {
            return None;
        }
        let inside = self.is(at + 1, &["day", "days", "week", "weeks", "month", "months", "part"]);
        inside.then_some(Blur { modifier: if first { "START" } else { "END" }, next: at + 3, form: Form::Noun })
    }

    /// "early Tuesday", "late yesterday".
    fn early_day(&self, at: usize) -> Option<Expression> {
        self.weekday(at).or_else(|| self.adverb(at).filter(|found| matches!(found.when, When::FromAnchor(_, Unit::Day))))
    }

    /// "the year", "the month" behind "the end of".
    fn this_period(&self, at: usize) -> Option<Expression> {
        let unit = self.meaning(at + 1).unit.filter(|unit| self.is(at, &["the"]) && !matches!(unit, Unit::Clock(_)))?;
        self.made(at, at + 2, When::FromHere(0, unit), "date.this-period")
    }
}
