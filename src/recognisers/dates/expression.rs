//! What the words of a date say, before anything is known of the day on which they were written.

use super::holidays::Holiday;
use super::lexicon::{Relative, Unit};
use crate::calendar::{Date, Period};

/// A dated expression and the tokens that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Index of its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// What it says.
    pub when: When,
    /// TIMEX3 modifier: START, MID, END, APPROX.
    pub modifier: Option<&'static str>,
    /// TIMEX3 part of the day or time of day, behind the "T".
    pub clock: Option<String>,
    /// Stable id of the rule.
    pub rule: &'static str,
}

/// The meanings that a date's words can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Stated in full.
    Fixed(Period),
    /// A year before Christ, and the TIMEX3 ending of its month or season ("-09", "-SP").
    BeforeChrist(i16, String),
    /// A decade or century before Christ: the digits that its years share.
    BeforeChristSpan(String),
    /// Month and day.
    MonthDay(u8, u8),
    /// A weekday, 0 for Monday, with month and day: it tells the year.
    WeekdayDate(u8, u8, u8),
    /// A month.
    Month(u8),
    /// "last December".
    WhichMonth(u8, Relative),
    /// "July last year": the month, its day, and the years from the anchor's.
    MonthOfYear(u8, Option<u8>, i32),
    /// "July 25 of that year": the month, its day, and the years from the one last spoken of.
    MonthOfThatYear(u8, Option<u8>, i32),
    /// A weekday, 0 for Monday.
    Weekday(u8, Option<Relative>),
    /// "the previous Friday": how many such days from the day last spoken of.
    WeekdayFromFocus(u8, i32),
    /// "this coming Sunday": the next one there is.
    ComingWeekday(u8),
    /// "the week of March 6": month and day.
    WeekOf(u8, u8),
    /// "the week of March 6, 2025".
    FixedWeek(Date),
    /// A season, 1–4.
    Season(u8, Option<Relative>),
    /// A quarter, 1–4.
    Quarter(u8),
    /// A half, 1–2.
    Half(u8),
    /// "this year's third quarter": the quarter, and the years from the anchor's.
    QuarterOfYear(u8, i32),
    /// "last year's first half".
    HalfOfYear(u8, i32),
    /// "the 1988 quarter": the one that a report speaks of, of that year.
    ReportQuarterOf(i16),
    /// Counted from the anchor: "yesterday" is (-1, Day).
    FromAnchor(i32, Unit),
    /// Counted from the day where the telling stands, which is the anchor in news: "last week", "the end of the year".
    FromHere(i32, Unit),
    /// Counted from the date last spoken of: "two days later".
    FromFocus(i32, Unit),
    /// "a year ago", "the year-ago quarter": as fine as what is spoken of, a quarter of a report among them.
    YearBefore,
    /// "the quarter", "the latest period": the one that a report speaks of.
    ReportQuarter,
    /// "the 20th": of the month last spoken of.
    DayOfMonth(u8),
    /// A holiday.
    Holiday(Holiday),
    /// "now", "recently": TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF.
    Vague(&'static str),
    /// A date in numerals of which nothing tells what stands first.
    Open,
    /// A TIMEX3 duration.
    Duration(String),
    /// A TIMEX3 set.
    Set(String),
}

impl When {
    /// Whether it names one day by its place in the month or the week: "March 2", "Monday".
    pub fn is_day(&self) -> bool {
        matches!(self, Self::MonthDay(..) | Self::WeekdayDate(..) | Self::Weekday(..) | Self::Fixed(Period::Day(_)))
    }
}
