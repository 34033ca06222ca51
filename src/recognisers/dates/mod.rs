//! Dated expressions: found in one pass over the tokens, resolved against the anchor, the focus and the verb beside them.
//!
//! The rules are small functions in `reader`; their words are in `data/dates`; `tests/cases/dates.tsv` holds a line
//! that must be found and one that must not for each.

mod before_christ;
mod expression;
mod focus;
mod governor;
mod holidays;
mod lexicon;
mod numerals;
mod reader;
mod resolve;

use crate::calendar::{Period, find_date};
use crate::contract::{BlockKind, DateKind, DateSource, Published};
use crate::document::Document;
use crate::span::Span;
use expression::{Expression, When};
use focus::Focus;
use lexicon::Tense;
use numerals::Numerals;
use reader::Sentence;
use resolve::Context;

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

impl DateFound {
    /// Whether it is told from the day of the text: "Monday", "yesterday".
    #[must_use]
    pub fn is_near(&self) -> bool {
        matches!(self.rule, "date.weekday" | "date.deictic")
    }

    /// Whether it was counted from a day that is known to be the text's own, and not from the latest that the text happens to
    /// name, which is good enough for an order and not for a claim.
    #[must_use]
    pub fn is_anchored(&self) -> bool {
        self.anchor.is_some_and(|anchor| anchor.from != DateSource::Text)
    }
}

/// Every dated expression of the document, in text order. Relative ones are counted from `anchor`; without one they are
/// left open.
#[must_use]
pub fn read(document: &Document, anchor: Anchor) -> Vec<DateFound> {
    let Anchor { published, day: anchor } = anchor;
    let mut found: Vec<DateFound> = Vec::new();
    let mut focus = Focus::of(document, anchor);
    let numerals = Numerals::new(document, published.map(|published| published.date));
    for (index, sentence) in document.sentences().iter().enumerate() {
        focus.enter(index, sentence.block);
        let tokens = &document.tokens()[sentence.tokens.clone()];
        let view = Sentence::new(document, index, &numerals, focus.telling());
        let expressions = view.expressions();
        for (at, expression) in expressions.iter().enumerate() {
            let tense = governor::tense(&view, expression, tokens.len());
            let mut context = Context { anchor: anchor.map(|a| a.date), tense, ..focus.context() };
            let opens = at > 0 && view.is_range(&expressions[at - 1], expression);
            context.opened = found.last().filter(|_| opens).and_then(|first| first.period?.first());
            let dated = || at.checked_sub(1).and_then(|before| view.hour_behind(&expressions[before], expression));
            let meant = expressions.get(at + 1).and_then(|next| view.explained(expression, next)).or_else(dated);
            let value = resolve::resolve(meant.as_ref().unwrap_or(expression), &context);
            let ranges = || opens || expressions.get(at + 1).is_some_and(|next| view.is_range(expression, next));
            // Where nothing tells when the text was written, "since 2022" and a plan for 2026-2030 date nothing else.
            if !view.opens_until_now(expression) && (anchor.is_some() || !(view.is_bounded(expression) || ranges())) {
                focus.move_to(expression, &value);
            }
            let span = tokens[expression.first].span.to(tokens[expression.end - 1].span);
            found.push(DateFound {
                block: sentence.block,
                sentence: index,
                tokens: sentence.tokens.start + expression.first..sentence.tokens.start + expression.end,
                span,
                period: value.period,
                ahead: tense == Some(Tense::Future),
                kind: kind(expression),
                modifier: modifier(&view, expression),
                anchor: if value.relative && value.timex.is_some() { anchor } else { None },
                value: value.timex,
                edtf: value.edtf,
                rule: expression.rule,
            });
        }
    }
    // They stay as long as the document does.
    found.shrink_to_fit();
    found
}

/// From when an article speaks; without any, relative dates are left open.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    published: Option<Published>,
    /// The day from which relative dates are counted: that of publication, or else the latest that the article names in full.
    day: Option<Published>,
}

impl Anchor {
    /// What the document tells, where its publication is told or not.
    #[must_use]
    pub fn of(document: &Document, published: Option<Published>) -> Self {
        Self { published, day: published.or_else(|| latest_full_date(document)) }
    }
}

fn latest_full_date(document: &Document) -> Option<Published> {
    let prose = document.blocks().iter().filter(|block| block.kind != BlockKind::Caption);
    let latest = prose.filter_map(|block| find_date(document.slice(block.span))).map(|(_, date)| date).max()?;
    Some(Published { date: latest, from: DateSource::Text })
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
    // "around 11 a.m. on Sunday": the hour is what is not exact, the day is.
    let exact_day = expression.clock.is_some();
    let about = !exact_day && matches!(before.as_deref(), Some("around" | "about" | "circa" | "approximately" | "roughly"));
    expression.modifier.or(if about { Some("APPROX") } else { None })
}
