//! Figures: sums of money, shares, and counts with what is counted, each with its exact value. One pass over the tokens;
//! every number is judged by the words beside it. Words are in `data/figures`, cases in `tests/cases/figures.tsv`.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::DateFound;
use crate::characters::fold;
use crate::document::{Document, TokenKind};
use crate::lists::{Map, rows};

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// A sum; the unit is an ISO 4217 code, "?" where several states call their money so.
    Money,
    /// A part of a whole, or a change of one: percent, points, basis points.
    Share,
    /// How many; the unit is the word behind the number.
    Count,
}

/// A figure of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureFound {
    /// Index of its sentence.
    pub sentence: usize,
    /// Its tokens, sign and unit with them.
    pub tokens: Range<usize>,
    /// What it measures.
    pub kind: FigureKind,
    /// Its value is this times ten to the power of `exponent`; no floats, so that every machine says the same.
    pub mantissa: u64,
    /// The power of ten.
    pub exponent: i32,
    /// What the value counts.
    pub unit: String,
}

impl FigureFound {
    /// What orders figures by their value: the power of ten that it reaches, then its digits.
    #[must_use]
    pub fn size(&self) -> (i32, u128) {
        let power = self.mantissa.max(1).ilog10();
        (self.exponent + i32::try_from(power).unwrap_or(0), u128::from(self.mantissa) * 10_u128.pow(19_u32.saturating_sub(power)))
    }
}

static WORDS: LazyLock<Map<(&str, &str), &str>> = LazyLock::new(|| {
    let words = |row: Vec<&'static str>| -> Vec<((&'static str, &'static str), &'static str)> {
        let (set, words) = (row[0], row.get(1).copied().unwrap_or_default());
        words.split(' ').filter_map(|word| word.split_once('=')).map(|(word, value)| ((set, word), value)).collect()
    };
    rows(include_str!("../../data/figures/words.tsv")).flat_map(words).collect()
});

fn word(set: &str, word: &str) -> Option<&'static str> {
    WORDS.get(&(set, word)).copied()
}

/// Every figure that is no part of a date, in text order.
#[must_use]
pub fn read(document: &Document, dates: &[DateFound]) -> Vec<FigureFound> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences().iter().enumerate() {
        let reader = Reader { document, range: sentence.tokens.clone() };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let figure = reader.figure(index, at).filter(|figure| !is_dated(document, dates, &figure.tokens));
            at = figure.as_ref().map_or(at + 1, |figure| figure.tokens.end.max(at + 1));
            found.extend(figure);
        }
    }
    found
}

fn is_dated(document: &Document, dates: &[DateFound], tokens: &Range<usize>) -> bool {
    let span = document.span_of(tokens);
    let near = dates.partition_point(|date| date.span.end <= span.start);
    dates.get(near).is_some_and(|date| date.span.start < span.end)
}

struct Reader<'a> {
    document: &'a Document,
    range: Range<usize>,
}

/// A number as it is written: its value and one past its last token.
struct Written {
    mantissa: u64,
    exponent: i32,
    end: usize,
}

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.document.slice(self.document.tokens()[at].span) } else { "" }
    }

    fn folded(&self, at: usize) -> Cow<'_, str> {
        fold(self.text(at))
    }

    fn before(&self, at: usize, back: usize) -> Cow<'_, str> {
        at.checked_sub(back).filter(|at| self.range.contains(at)).map_or(Cow::Borrowed(""), |at| self.folded(at))
    }

    fn is_attached(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        at > self.range.start && at < self.range.end && tokens[at].span.start == tokens[at - 1].span.end
    }

    fn figure(&self, sentence: usize, at: usize) -> Option<FigureFound> {
        let Written { mantissa, exponent, end } = self.number(at)?;
        let make = |tokens, kind, unit: &str| Some(FigureFound { sentence, tokens, kind, mantissa, exponent, unit: unit.to_owned() });
        if let Some((start, unit)) = self.sign(at) {
            return make(start..end, FigureKind::Money, unit);
        }
        let behind = self.folded(end);
        let pair = format!("{behind}_{}", self.folded(end + 1));
        if let Some(unit) = word("share", &pair) {
            return make(at..end + 2, FigureKind::Share, unit);
        }
        if let Some(unit) = word("share", &behind) {
            return make(at..end + 1, FigureKind::Share, unit);
        }
        if let Some(unit) = word("currency", &behind) {
            let scaled = if matches!(&*behind, "cent" | "cents" | "pence") { exponent - 2 } else { exponent };
            let tokens = at..end + 1;
            return Some(FigureFound { sentence, tokens, kind: FigureKind::Money, mantissa, exponent: scaled, unit: unit.to_owned() });
        }
        let unit = self.unit(at, end)?;
        // "square feet", "cubic metres": a measure of two words.
        if matches!(unit.as_str(), "square" | "cubic" | "metric" | "nautical") && self.text(end + 1).starts_with(char::is_lowercase) {
            return make(at..end + 2, FigureKind::Count, &format!("{unit} {}", self.folded(end + 1)));
        }
        make(at..end + 1, FigureKind::Count, &unit)
    }

    /// Digits or a number word, and the scale behind them.
    fn number(&self, at: usize) -> Option<Written> {
        let text = self.folded(at);
        let (mantissa, exponent, power) = match self.document.tokens()[at].kind {
            TokenKind::Number => decimal(&text).map(|(mantissa, exponent)| (mantissa, exponent, 0))?,
            TokenKind::Word if text.starts_with(|c: char| c.is_ascii_digit()) => {
                let split = text.find(char::is_alphabetic)?;
                let power: i32 = word("scale", &text[split..])?.parse().ok()?;
                decimal(&text[..split]).map(|(mantissa, exponent)| (mantissa, exponent, power))?
            }
            TokenKind::Word => (word("number", &text)?.parse().ok()?, 0, 0),
            _ => return None,
        };
        let scale = |at: usize| word("scale", &self.folded(at)).and_then(|power| power.parse::<i32>().ok());
        match scale(at + 1).filter(|_| power == 0 && self.text(at + 1).len() > 1 || self.is_attached(at + 1)) {
            Some(power) => Some(Written { mantissa, exponent: exponent + power, end: at + 2 }),
            None => Some(Written { mantissa, exponent: exponent + power, end: at + 1 }),
        }
    }

    /// The currency before the number: "$", "HK$", "Rs", "EUR".
    fn sign(&self, at: usize) -> Option<(usize, &'static str)> {
        let before = self.before(at, 1);
        if let Some(unit) = word("sign", &before).filter(|_| self.is_attached(at)) {
            let long = format!("{}{before}", self.before(at, 2));
            return Some(word("code", &long).filter(|_| self.is_attached(at - 1)).map_or((at - 1, unit), |unit| (at - 2, unit)));
        }
        word("code", before.trim_end_matches('.')).map(|unit| (at - 1, unit))
    }

    /// What is counted: the word behind the number, where the number is no label, score, version or part of a name.
    fn unit(&self, at: usize, end: usize) -> Option<String> {
        let behind = self.text(end);
        let noun = behind.len() > 2 && behind.chars().all(|c| c.is_lowercase() || c == '-') && word("no_unit", behind).is_none();
        let joined = self.is_attached(at) && self.before(at, 1) != "(" || self.is_attached(end) || self.text(at).contains(':');
        let before = self.before(at, 1);
        let named = at > self.range.start + 1 && self.text(at - 1).contains(char::is_uppercase);
        (noun && !joined && !named && word("label", &before).is_none()).then(|| behind.to_owned())
    }
}

/// "14.65" is 1465 and -2; nothing for what is no plain number.
fn decimal(text: &str) -> Option<(u64, i32)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3 || group.len() == 2);
    let digits: String = whole.chars().filter(|c| *c != ',').chain(part.chars()).collect();
    let plain = grouped && !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|b| b.is_ascii_digit());
    Some((digits.parse().ok().filter(|_| plain)?, -i32::try_from(part.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "1465e10 CNY": the value without its trailing zeros.
    fn shown(document: &Document, figure: &FigureFound) -> String {
        let (mut mantissa, mut exponent) = (figure.mantissa, figure.exponent);
        while mantissa != 0 && mantissa % 10 == 0 {
            (mantissa, exponent) = (mantissa / 10, exponent + 1);
        }
        format!("{}={mantissa}e{exponent} {}", document.slice(document.span_of(&figure.tokens)), figure.unit)
    }

    #[test]
    fn figures_are_found_and_valued() {
        let (mut cases, mut empty, mut wrong) = (0, 0, Vec::new());
        for line in include_str!("../../tests/cases/figures.tsv").lines().filter(|line| !line.starts_with('#')) {
            let (text, expected) = line.split_once('\t').unwrap_or((line, ""));
            let paste = crate::paste::read(text, None);
            let document = Document::new(text, &paste);
            let figures = read(&document, &super::super::dates::read(&document, Default::default()));
            let found = figures.iter().map(|figure| shown(&document, figure)).collect::<Vec<_>>().join(" | ");
            if found != expected {
                wrong.push(format!("{text}\n   expected {expected}\n   found    {found}"));
            }
            cases += 1;
            empty += usize::from(expected.is_empty());
        }
        assert!(cases >= 30 && empty >= 12, "{cases} cases, {empty} of them without a figure");
        assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}
