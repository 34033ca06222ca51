//! Dated expressions: found in one pass over the tokens, resolved against the anchor, the focus and the verb beside them.
//!
//! The rules are small functions in `reader`; their words are in `data/dates`; `tests/cases/dates.tsv` holds a line
//! that must be found and one that must not for each.

mod expression;
mod lexicon;
mod reader;
mod resolve;

use crate::calendar::{Period, find_date};
use crate::contract::{BlockKind, DateKind, DateSource, Published};
use crate::document::{Document, TokenKind};
use crate::span::Span;
use expression::{Expression, When};
use lexicon::Tense;
use reader::Sentence;
use resolve::{Context, Value};

/// A dated expression of the article.
#[derive(Clone, Debug)]
pub struct DateFound {
    /// Index of its block.
    pub block: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// Its words.
    pub span: Span,
    /// The stretch of the calendar, where it is known; a week's is its Monday.
    pub period: Option<Period>,
    /// Whether the verb beside it looks ahead.
    pub ahead: bool,
    /// What kind of time it names.
    pub kind: DateKind,
    /// TIMEX3 value; none where it stays open.
    pub value: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<&'static str>,
    /// EDTF value.
    pub edtf: Option<String>,
    /// The day from which it was counted, and how that day is known.
    pub anchor: Option<Published>,
    /// Stable id of the rule.
    pub rule: &'static str,
}

/// How many tokens from a date its verb is looked for.
const REACH: usize = 14;

/// Every dated expression of the document, in text order.
#[must_use]
pub fn read(document: &Document, published: Option<Published>) -> Vec<DateFound> {
    let anchor = published.or_else(|| latest_full_date(document));
    let mut found = Vec::new();
    let mut focus = Focus::of(document, anchor);
    for (index, sentence) in document.sentences().iter().enumerate() {
        focus.enter_sentence();
        let tokens = &document.tokens()[sentence.tokens.clone()];
        let view = Sentence::new(document, tokens);
        for expression in view.expressions() {
            let tense = tense(&view, &expression, tokens.len());
            let context = Context { anchor: anchor.map(|a| a.date), focus: focus.period, year: focus.year, tense };
            let value = resolve::resolve(&expression, &context);
            focus.move_to(&expression, &value);
            let span = tokens[expression.first].span.to(tokens[expression.end - 1].span);
            found.push(DateFound {
                block: sentence.block,
                sentence: index,
                tokens: sentence.tokens.start + expression.first..sentence.tokens.start + expression.end,
                span,
                period: value.period,
                ahead: tense == Some(Tense::Future),
                kind: kind(&expression),
                modifier: modifier(&view, &expression),
                anchor: if value.relative && value.timex.is_some() { anchor } else { None },
                value: value.timex,
                edtf: value.edtf,
                rule: expression.rule,
            });
        }
    }
    found
}

/// Where nothing says when the article was published, the latest day that it names in full.
fn latest_full_date(document: &Document) -> Option<Published> {
    let prose = document.blocks().iter().filter(|block| block.kind != BlockKind::Caption);
    let latest = prose.filter_map(|block| find_date(document.slice(block.span))).map(|(_, date)| date).max()?;
    Some(Published { date: latest, from: DateSource::Text })
}

/// The date last spoken of. News returns to its own day with every sentence; a narrative stays where it is.
#[derive(Default)]
struct Focus {
    narrative: bool,
    period: Option<Period>,
    year: Option<i16>,
}

impl Focus {
    /// A narrative tells of years long before it was written.
    fn of(document: &Document, anchor: Option<Published>) -> Self {
        let Some(anchor) = anchor else { return Self { narrative: true, ..Self::default() } };
        let (mut all, mut distant) = (0, 0);
        for token in document.tokens().iter().filter(|token| token.kind == TokenKind::Number && token.span.len() == 4) {
            let Ok(year) = document.slice(token.span).parse::<i16>() else { continue };
            if (1000..=2100).contains(&year) {
                all += 1;
                distant += usize::from(anchor.date.year() - year > 2);
            }
        }
        Self { narrative: distant >= 5 && distant * 4 >= all * 3, ..Self::default() }
    }

    fn enter_sentence(&mut self) {
        if !self.narrative {
            (self.period, self.year) = (None, None);
        }
    }

    fn move_to(&mut self, expression: &Expression, value: &Value) {
        let Some(period) = value.period else { return };
        self.period = Some(period);
        let stated = matches!(
            expression.when,
            When::Fixed(Period::Day(_) | Period::Month(..) | Period::Year(_) | Period::Season(..) | Period::Quarter(..))
        );
        if let Some(first) = period.first().filter(|_| stated) {
            self.year = Some(first.year());
        }
    }
}

fn kind(expression: &Expression) -> DateKind {
    match (&expression.when, &expression.clock) {
        (When::Duration(_), _) => DateKind::Duration,
        (When::Set(_), _) => DateKind::Set,
        (_, Some(_)) => DateKind::Time,
        _ => DateKind::Date,
    }
}

/// "around 2030" is approximate, although "around" is not of the date.
fn modifier(view: &Sentence<'_>, expression: &Expression) -> Option<&'static str> {
    let before = expression.first.checked_sub(1).map(|at| view.text(at).to_ascii_lowercase());
    let about = matches!(before.as_deref(), Some("around" | "about" | "circa" | "approximately" | "roughly"));
    expression.modifier.or(if about { Some("APPROX") } else { None })
}

/// The tense of the verb that governs the date: the nearest to its left inside the clause, else the first to its right.
fn tense(view: &Sentence<'_>, expression: &Expression, tokens: usize) -> Option<Tense> {
    // "the November 14 announcement": no verb governs an adjective.
    let adjective = expression.first > 0 && view.text(expression.first - 1).eq_ignore_ascii_case("the");
    if adjective && view.text(expression.end).starts_with(char::is_lowercase) && matches!(expression.when, When::MonthDay(..)) {
        return None;
    }
    let breaks = |at: &usize| !matches!(view.text(*at), ";" | ":" | "“" | "”" | "\"" | "—" | "–");
    let left = (expression.first.saturating_sub(REACH)..expression.first).rev().take_while(breaks);
    let mut seen_past = None;
    for at in left {
        match view.meaning(at).tense {
            Some(Tense::Future) => return Some(Tense::Future),
            // "will be held", "is expected to have opened": the helper before the participle decides.
            Some(Tense::Past) => {
                let ahead = (at.saturating_sub(4)..at).any(|i| view.meaning(i).tense == Some(Tense::Future));
                seen_past = Some(if ahead { Tense::Future } else { Tense::Past });
                break;
            }
            None => {}
        }
    }
    let right = (expression.end..(expression.end + REACH).min(tokens)).take_while(breaks);
    seen_past.or_else(|| right.filter_map(|at| view.meaning(at).tense).next())
}
