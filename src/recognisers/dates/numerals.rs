//! Dates in numerals alone, "03/04/2025": whether the day or the month stands first is told by the document, or nothing is.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::lexicon::word;
use crate::calendar::Date;
use crate::document::{Document, Token, TokenKind};
use crate::lists::{Map, rows};

/// How many words of one spelling tell where a text was written, where none of the other stands beside them.
const SPELLED: usize = 3;

/// Which of the two numbers stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// "25/12/2024"
    DayFirst,
    /// "12/25/2024"
    MonthFirst,
}

/// Three numbers that one kind of mark holds together, the last of them a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    first: u8,
    second: u8,
    year: i16,
    dotted: bool,
    /// Tokens that it takes.
    pub length: usize,
}

/// The order of a document's numerals, looked for where the first of them leaves it open.
pub struct Numerals<'a> {
    document: &'a Document,
    published: Option<Date>,
    order: OnceCell<Option<Order>>,
}

static SPELLINGS: LazyLock<Map<&'static str, Order>> = LazyLock::new(|| {
    let mut spellings = Map::default();
    for cells in rows(include_str!("../../../data/dates/spellings.tsv")) {
        let [order, words] = cells[..] else { continue };
        let order = if order == "day" { Order::DayFirst } else { Order::MonthFirst };
        spellings.extend(words.split(' ').map(|word| (word, order)));
    }
    spellings
});

impl Numeral {
    /// The numeral that begins at the token.
    #[must_use]
    pub fn read(document: &Document, tokens: &[Token], at: usize) -> Option<Self> {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let text = |at: usize| tokens.get(at).map_or("", |token| document.slice(token.span));
        let attached = |at: usize| at > 0 && tokens.get(at).is_some_and(|token| token.span.start == tokens[at - 1].span.end);
        if attached(at) && matches!(text(at - 1), "/" | "-" | "." | "$" | "€" | "£") {
            return None;
        }
        if let [first, second, year] = document.slice(token.span).split('.').collect::<Vec<_>>()[..] {
            return Self::of([first, second, year], true);
        }
        let joined = matches!(text(at + 1), "/" | "-") && text(at + 1) == text(at + 3) && (at + 1..at + 5).all(attached);
        let numeral = Self::of([text(at), text(at + 2), text(at + 4)], false).filter(|_| joined)?;
        // "03/04/2025/7" and "03-04-2025-7" are numbers of something else.
        if attached(at + 5) && text(at + 5) == text(at + 1) { None } else { Some(numeral) }
    }

    fn of([first, second, year]: [&str; 3], dotted: bool) -> Option<Self> {
        let part = |text: &str| (text.len() <= 2).then(|| text.parse::<u8>().ok()).flatten().filter(|part| (1..=31).contains(part));
        let year = (year.len() == 4).then(|| year.parse::<i16>().ok()).flatten().filter(|year| (1500..=2100).contains(year))?;
        Some(Self { first: part(first)?, second: part(second)?, year, dotted, length: if dotted { 1 } else { 5 } })
    }

    /// The order that the numeral has by itself: no month is above 12, and dots stand between day and month.
    #[must_use]
    pub fn own_order(&self) -> Option<Order> {
        match (self.first, self.second) {
            _ if self.dotted => Some(Order::DayFirst),
            (13.., _) => Some(Order::DayFirst),
            (_, 13..) => Some(Order::MonthFirst),
            (first, second) if first == second => Some(Order::DayFirst),
            _ => None,
        }
    }

    /// The day in that order, where the calendar has it.
    #[must_use]
    pub fn day(&self, order: Order) -> Option<Date> {
        match order {
            Order::DayFirst => Date::new(self.year, self.second, self.first),
            Order::MonthFirst => Date::new(self.year, self.first, self.second),
        }
    }
}

impl<'a> Numerals<'a> {
    /// Those of the document, which was published on that day.
    #[must_use]
    pub fn new(document: &'a Document, published: Option<Date>) -> Self {
        Self { document, published, order: OnceCell::new() }
    }

    /// The order that the document's own dates speak for; `None` where nothing does, or where they contradict each other.
    #[must_use]
    pub fn order(&self) -> Option<Order> {
        *self.order.get_or_init(|| self.of_numerals().or_else(|| self.of_words()).or_else(|| self.of_spelling()))
    }

    /// Another numeral that can be read in one way only, or one that is the day of publication in one way only.
    fn of_numerals(&self) -> Option<Order> {
        let tokens = self.document.tokens();
        let all = (0..tokens.len()).filter_map(|at| Numeral::read(self.document, tokens, at)).filter(|numeral| !numeral.dotted);
        let told = all.filter_map(|numeral| {
            if numeral.first == numeral.second {
                return None;
            }
            let published = |order: Order| self.published.is_some() && numeral.day(order) == self.published;
            let by_publication = || match (published(Order::DayFirst), published(Order::MonthFirst)) {
                (true, false) => Some(Order::DayFirst),
                (false, true) => Some(Order::MonthFirst),
                _ => None,
            };
            numeral.own_order().or_else(by_publication)
        });
        agreed(told, 1)
    }

    /// "12 March 2025" or "March 12, 2025": who writes the one out so writes the other so.
    fn of_words(&self) -> Option<Order> {
        let tokens = self.document.tokens();
        let text = |at: usize| tokens.get(at).map_or("", |token| self.document.slice(token.span));
        let day = |at: usize| text(at).len() <= 2 && text(at).parse::<u8>().is_ok();
        let months =
            (0..tokens.len()).filter(|at| text(*at).starts_with(|c: char| c.is_ascii_uppercase()) && word(text(*at)).month.is_some());
        let told = months.filter_map(|at| match (at > 0 && day(at - 1), day(at + 1)) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        });
        agreed(told, 1)
    }

    /// "harbour", "center": weak, so several words must agree and none speak against them. Names are spelled as they are.
    fn of_spelling(&self) -> Option<Order> {
        agreed(self.document.tokens().iter().filter_map(|token| SPELLINGS.get(self.document.slice(token.span)).copied()), SPELLED)
    }
}

/// What all of them say, where there are enough of them.
fn agreed(orders: impl Iterator<Item = Order>, enough: usize) -> Option<Order> {
    let (mut day, mut month) = (0, 0);
    for order in orders {
        match order {
            Order::DayFirst => day += 1,
            Order::MonthFirst => month += 1,
        }
    }
    match (day, month) {
        (day, 0) if day >= enough => Some(Order::DayFirst),
        (0, month) if month >= enough => Some(Order::MonthFirst),
        _ => None,
    }
}
