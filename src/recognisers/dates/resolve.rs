//! From what a date's words say to the calendar: against the anchor (when the article was published), the focus (the
//! date last spoken of) and the tense of the verb beside it.
//!
//! Without an anchor a relative date stays open: nothing here reads a clock.

use super::before_christ;
use super::expression::{Expression, When};
use super::lexicon::{Relative, Tense, Unit};
use crate::calendar::{Date, Period};

/// What a date's value is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// TIMEX3.
    pub timex: Option<String>,
    /// EDTF.
    pub edtf: Option<String>,
    /// The stretch of the calendar.
    pub period: Option<Period>,
    /// Whether the anchor was needed.
    pub relative: bool,
}

/// What is known where a date stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The day from which dates are counted.
    pub anchor: Option<Date>,
    /// The date last spoken of: within a few sentences of a news text, anywhere above in a narrative.
    pub focus: Option<Period>,
    /// The year stated before: with a day or month of the same paragraph in news, anywhere above in a narrative.
    pub year: Option<i16>,
    /// Whether another sentence stated that year.
    pub elsewhere: bool,
    /// Where the verb beside the date looks.
    pub tense: Option<Tense>,
    /// Whether the text tells of times long before it was written.
    pub narrative: bool,
    /// The year before Christ where a narrative stands.
    pub before_christ: Option<i16>,
    /// The first day of the date that opens the range which this one closes.
    pub opened: Option<Date>,
    /// The quarter that a report speaks of.
    pub quarter: Option<Period>,
}

impl Context {
    /// The day where the telling stands: the anchor in news, the day last spoken of in a narrative.
    fn here(&self) -> Option<Date> {
        self.focus.filter(|_| self.narrative).and_then(Period::first).or(self.anchor)
    }

    /// A narrative goes forward: behind "December 1944", "January" is that of 1945.
    fn turned_year(&self, dated: impl Fn(i16) -> Option<(Period, Date, Date)>) -> Option<Period> {
        let (year, month) = self.focus.filter(|_| self.narrative).and_then(month_of_period)?;
        let (period, first, _) = dated(year + 1)?;
        (month >= first.month() + TURN && self.year == Some(year)).then_some(period)
    }
}

/// By how many months a month must lie before the one last spoken of, for the next year's to be meant.
const TURN: u8 = 8;

/// Days ahead within which a day without a year is the coming one, whatever verb stands beside it.
const SOON: i32 = 120;

/// Years by which the year spoken of must lie back, for a date that has just gone by not to be of it.
const DISTANT: i16 = 5;

/// Days within which a date has just gone by.
const JUST: i32 = 75;

/// The value of an expression in its context.
#[must_use]
pub fn resolve(expression: &Expression, context: &Context) -> Value {
    let value = match &expression.when {
        When::Duration(timex) | When::Set(timex) => return Value { timex: Some(timex.clone()), ..Value::default() },
        When::Vague(timex) => return Value { timex: Some((*timex).to_owned()), ..Value::default() },
        When::BeforeChrist(year, part) => {
            return before_christ::value(*year, part);
        }
        When::BeforeChristSpan(digits) => return Value { timex: Some(format!("BC{digits}")), ..Value::default() },
        When::FixedWeek(day) => Value { period: monday_of(*day), ..Value::default() },
        When::Fixed(period) => Value { period: Some(*period), ..Value::default() },
        _ if context.before_christ.is_some() && before_christ::is_told_by_years(&expression.when) => {
            return before_christ::resolve(expression, context.before_christ.unwrap_or_default());
        }
        other => {
            // "Last winter" in the first year of the calendar is none of its days.
            let period = relative(other, context).filter(|period| period.first().is_some());
            Value { period, relative: true, ..Value::default() }
        }
    };
    let unit = match expression.when {
        When::FromAnchor(_, unit) | When::FromHere(_, unit) | When::FromFocus(_, unit) => Some(unit),
        When::WeekOf(..) | When::FixedWeek(_) => Some(Unit::Week),
        _ => None,
    };
    let weekend = unit == Some(Unit::Weekend);
    let week = weekend || unit == Some(Unit::Week);
    let timex = value.period.and_then(|period| match period {
        Period::Day(day) if week => {
            let (year, number) = day.iso_week();
            Some(format!("{year:04}-W{number:02}{}", if weekend { "-WE" } else { "" }))
        }
        _ => timex(period),
    });
    let timex = match &expression.clock {
        Some(clock) => timex.map(|day| format!("{day}T{clock}")),
        None => timex,
    };
    let edtf = value.period.map(|period| match period {
        Period::Day(day) if week => week_interval(day, weekend),
        _ => period.edtf(),
    });
    Value { timex, edtf, ..value }
}

/// TIMEX3: decades and centuries lose digits, quarters and seasons have letters.
fn timex(period: Period) -> Option<String> {
    Some(match period {
        Period::Season(year, season) => format!("{year:04}-{}", ["SP", "SU", "FA", "WI"].get(usize::from(season).checked_sub(1)?)?),
        Period::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
        Period::Half(year, half) => format!("{year:04}-H{half}"),
        Period::Decade(year) => format!("{:03}", year / 10),
        Period::Century(year) => format!("{:02}", year / 100),
        other => other.edtf(),
    })
}

/// Monday to Sunday, or Saturday to Sunday.
fn week_interval(monday: Date, weekend: bool) -> String {
    let day = |count| monday.plus_days(count).map(|day| day.to_string()).unwrap_or_default();
    format!("{}/{}", day(if weekend { 5 } else { 0 }), day(6))
}

fn relative(when: &When, context: &Context) -> Option<Period> {
    match *when {
        When::Holiday(holiday) => in_year(context, |year| holiday.day(year).map(Period::Day)),
        When::MonthDay(month, day) => in_year(context, |year| Date::new(year, month, day).map(Period::Day)),
        When::WeekdayDate(weekday, month, day) => year_of_weekday(context, weekday, month, day),
        When::Month(month) => in_year(context, |year| Some(Period::Month(year, month))),
        When::WhichMonth(month, which) => which_month(context.here()?, month, which),
        When::MonthOfYear(month, day, years) => month_of(year_from(context.anchor?, years)?, month, day),
        When::MonthOfThatYear(month, day, years) => {
            let spoken_of = context.focus.and_then(Period::first).map(Date::year).or(context.year).or(context.anchor.map(Date::year))?;
            month_of(spoken_of.checked_add(i16::try_from(years).ok()?)?, month, day)
        }
        When::Weekday(day, which) => weekday(context, day, which),
        When::WeekOf(month, day) => match in_year(context, |year| Date::new(year, month, day).map(Period::Day))? {
            Period::Day(day) => monday_of(day),
            _ => None,
        },
        When::WeekdayFromFocus(day, step) => {
            let spoken_of = context.focus.and_then(|focus| if let Period::Day(date) = focus { Some(date) } else { None });
            weekday_from(spoken_of.or(context.anchor)?, day, step)
        }
        When::ComingWeekday(day) => weekday_from(context.anchor?, day, 1),
        When::Season(season, which) => season_of(context, season, which),
        When::Quarter(quarter) => in_year(context, |year| Some(Period::Quarter(year, quarter))),
        When::Half(half) => in_year(context, |year| Some(Period::Half(year, half))),
        When::QuarterOfYear(quarter, years) => year_from(context.anchor?, years).map(|year| Period::Quarter(year, quarter)),
        When::HalfOfYear(half, years) => year_from(context.anchor?, years).map(|year| Period::Half(year, half)),
        When::ReportQuarterOf(year) => Some(match context.quarter {
            Some(Period::Quarter(_, quarter)) => Period::Quarter(year, quarter),
            _ => Period::Year(year),
        }),
        When::FromAnchor(count, unit) => shift(Period::Day(context.anchor?), count, unit),
        // "may not be mended until the weekend", "opens this weekend": the one that comes.
        When::FromHere(0, Unit::Weekend) if looks_ahead(context) => monday_of(context.anchor?),
        When::FromHere(count, unit) => shift(context.focus.filter(|_| context.narrative).or(context.anchor.map(Period::Day))?, count, unit),
        When::FromFocus(count, unit) => shift(spoken_of(context, count)?, count, unit),
        When::YearBefore => quarter_before(context).or_else(|| shift(context.focus.or(context.anchor.map(Period::Day))?, -1, Unit::Year)),
        When::ReportQuarter => {
            let over = |quarter: &Period| quarter.last() < context.anchor;
            context.quarter.filter(over).or_else(|| last_quarter(context.anchor?))
        }
        When::DayOfMonth(day) => {
            let (year, month) = context.focus.and_then(month_of_period)?;
            Date::new(year, month, day).map(Period::Day)
        }
        _ => None,
    }
}

/// What "two days later" is counted from. What a verb tells as past did not happen behind the day of writing: without a date
/// that was spoken of, nobody knows which day "the following day" is.
fn spoken_of(context: &Context, count: i32) -> Option<Period> {
    let told = count > 0 && context.tense == Some(Tense::Past);
    context.focus.or(context.anchor.filter(|_| !told).map(Period::Day))
}

fn looks_ahead(context: &Context) -> bool {
    matches!(context.tense, Some(Tense::Future | Tense::Present)) && !context.narrative
}

/// "Thursday, April 13": the year, of those about the text's own, in which that day is a Thursday.
fn year_of_weekday(context: &Context, weekday: u8, month: u8, day: u8) -> Option<Period> {
    let plain = in_year(context, |year| Date::new(year, month, day).map(Period::Day));
    let about = context.year.or(context.anchor.map(|anchor| anchor.year()));
    let fits = |date: &Date| date.weekday() == weekday;
    if matches!(plain, Some(Period::Day(date)) if fits(&date)) {
        return plain;
    }
    let mut near = [0, 1, -1].into_iter().filter_map(|years| Date::new(about?.checked_add(years)?, month, day));
    near.find(fits).map(Period::Day).or(plain)
}

/// The nearest such weekday behind or before a day, that very day not among them.
fn weekday_from(day: Date, weekday: u8, step: i32) -> Option<Period> {
    let ahead = i32::from(weekday) - i32::from(day.weekday());
    let days = if step < 0 { -((-ahead - 1).rem_euclid(7) + 1) } else { (ahead - 1).rem_euclid(7) + 1 };
    day.plus_days(days).map(Period::Day)
}

/// The quarter that a report speaks of, a year before.
fn quarter_before(context: &Context) -> Option<Period> {
    match context.quarter {
        Some(Period::Quarter(year, quarter)) if year > 1 => Some(Period::Quarter(year - 1, quarter)),
        _ => None,
    }
}

fn monday_of(day: Date) -> Option<Period> {
    day.plus_days(-i32::from(day.weekday())).map(Period::Day)
}

fn month_of(year: i16, month: u8, day: Option<u8>) -> Option<Period> {
    match day {
        Some(day) => Date::new(year, month, day).map(Period::Day),
        None => Some(Period::Month(year, month)),
    }
}

/// The quarter that was over when the report was written.
fn last_quarter(anchor: Date) -> Option<Period> {
    let (year, month) = anchor.plus_months(-3)?;
    Some(Period::Quarter(year, (month - 1) / 3 + 1))
}

/// The month of a day or month.
fn month_of_period(period: Period) -> Option<(i16, u8)> {
    match period {
        Period::Day(day) => Some((day.year(), day.month())),
        Period::Month(year, month) => Some((year, month)),
        _ => None,
    }
}

/// A date that lacks its year: the year that the paragraph speaks of; else the nearest one in the verb's direction.
fn in_year(context: &Context, of_year: impl Fn(i16) -> Option<Period>) -> Option<Period> {
    let dated = |year: i16| of_year(year).and_then(|period| Some((period, period.first()?, period.last()?)));
    // "from 13 July to 6 August": the end is the first such date behind the start.
    if let Some(opened) = context.opened {
        let ends = |year: i16| dated(year).filter(|(_, _, last)| *last >= opened).map(|(period, _, _)| period);
        return ends(opened.year()).or_else(|| ends(opened.year() + 1));
    }
    if let Some(period) = context.turned_year(dated) {
        return Some(period);
    }
    if let Some(period) = just_past(context, dated) {
        return Some(period);
    }
    let promised = context.tense == Some(Tense::Future) && !context.narrative;
    if let Some((period, _, _)) = context.year.filter(|_| !promised).and_then(&dated) {
        return Some(period);
    }
    let anchor = context.anchor?;
    let this_year = dated(anchor.year());
    let (period, first, _) = this_year?;
    let ahead = first > anchor;
    let wanted = match context.tense {
        // "declared a dividend payable Dec. 15": a day that comes soon needs no year, one long past would get it.
        _ if matches!(period, Period::Day(_)) && ahead && first.days() - anchor.days() <= SOON => anchor.year(),
        // Who means a day of next year says so: one that has just gone by is past, whatever verb stands beside it.
        _ if matches!(period, Period::Day(_)) && !ahead && anchor.days() - first.days() <= SOON => anchor.year(),
        // "third-quarter results are expected in mid-November": the quarter that is just over.
        _ if matches!(period, Period::Quarter(..)) && !ahead && anchor.days() - first.days() < 270 => anchor.year(),
        // The last one that has begun.
        Some(Tense::Past) if ahead => anchor.year() - 1,
        Some(Tense::Future) if dated(anchor.year()).is_some_and(|(_, _, last)| last < anchor) => anchor.year() + 1,
        // Nobody says which: a date just ahead is ahead, one far ahead was last year's.
        None | Some(Tense::Present) if ahead && first.days() - anchor.days() > 200 => anchor.year() - 1,
        _ => return Some(period),
    };
    dated(wanted).map(|(period, _, _)| period)
}

/// "in the bombing of 1988 … agreed in April": in news, a month or day that has just gone by is no year's of long ago.
fn just_past(context: &Context, dated: impl Fn(i16) -> Option<(Period, Date, Date)>) -> Option<Period> {
    let anchor = context.anchor.filter(|_| !context.narrative)?;
    let distant = context.year.is_some_and(|year| anchor.year() - year > DISTANT);
    let (period, first, _) = dated(anchor.year())?;
    let recent = (0..=JUST).contains(&(anchor.days() - first.days()));
    // "Since December 2021 … As of July 24": who means a day of another year than the article's says so, sentence by sentence.
    let told = context.elsewhere && matches!(period, Period::Day(_)) && context.year.is_some_and(|year| year < anchor.year());
    ((distant || told) && recent).then_some(period)
}

/// "last December" is the last one that is over or runs, "next March" the next that has not begun.
fn which_month(anchor: Date, month: u8, which: Relative) -> Option<Period> {
    let years = match which {
        // Who speaks in March of "last February" does not mean "last month".
        Relative::Last => -i32::from(month + 1 >= anchor.month()),
        Relative::Next => i32::from(month <= anchor.month()),
        Relative::This => 0,
    };
    year_from(anchor, years).map(|year| Period::Month(year, month))
}

/// A bare weekday is the last one up to the anchor, that very day included; ahead of it beside a verb that looks ahead.
fn weekday(context: &Context, day: u8, which: Option<Relative>) -> Option<Period> {
    // Only a day tells which week a narrative is in.
    let anchor = if matches!(context.focus, Some(Period::Day(_))) { context.here()? } else { context.anchor? };
    let back = (i32::from(anchor.weekday()) - i32::from(day)).rem_euclid(7);
    let monday = -i32::from(anchor.weekday());
    let shift = match (which, context.tense) {
        (Some(Relative::Last), _) => monday - 7 + i32::from(day),
        (Some(Relative::Next), _) => monday + 7 + i32::from(day),
        (Some(Relative::This), _) => monday + i32::from(day),
        (None, Some(Tense::Future | Tense::Present)) if back > 0 => 7 - back,
        _ => -back,
    };
    anchor.plus_days(shift).map(Period::Day)
}

fn season_of(context: &Context, season: u8, which: Option<Relative>) -> Option<Period> {
    if let (None, Some(year)) = (which, context.year) {
        return Some(Period::Season(year, season));
    }
    let anchor = context.here()?;
    let begun = season * 3 <= anchor.month();
    let year = match which {
        Some(Relative::Last) if season * 3 + 2 >= anchor.month() || season == 4 => anchor.year() - 1,
        Some(Relative::Next) if begun => anchor.year() + 1,
        None if !begun && context.tense != Some(Tense::Future) => anchor.year() - 1,
        None if begun && context.tense == Some(Tense::Future) && season * 3 + 2 < anchor.month() => anchor.year() + 1,
        _ => anchor.year(),
    };
    Some(Period::Season(year, season))
}

/// The period so many units away; never finer than the unit, never finer than what it is counted from.
fn shift(from: Period, count: i32, unit: Unit) -> Option<Period> {
    let day = from.first()?;
    let coarse = !matches!(from, Period::Day(_));
    match unit {
        Unit::Day if coarse => None,
        Unit::Day => day.plus_days(count).map(Period::Day),
        Unit::Week | Unit::Fortnight | Unit::Weekend if coarse => None,
        Unit::Week | Unit::Fortnight | Unit::Weekend => {
            let weeks = if unit == Unit::Fortnight { 14 } else { 7 };
            let past_weekend = unit == Unit::Weekend && count == 0 && day.weekday() < 5;
            day.plus_days(count * weeks - i32::from(day.weekday()) - if past_weekend { 7 } else { 0 }).map(Period::Day)
        }
        Unit::Month if matches!(from, Period::Year(_) | Period::Decade(_) | Period::Century(_)) => None,
        Unit::Month => day.plus_months(count).map(|(year, month)| Period::Month(year, month)),
        Unit::Quarter => {
            let (year, month) = day.plus_months(count.checked_mul(3)?)?;
            Some(Period::Quarter(year, (month - 1) / 3 + 1))
        }
        Unit::Year => year_from(day, count).map(Period::Year),
        Unit::Decade => year_from(day, count.checked_mul(10)?).map(|year| Period::Decade(year / 10 * 10)),
        Unit::Century => year_from(day, count.checked_mul(100)?).map(|year| Period::Century(year / 100 * 100)),
        Unit::Clock(_) => None,
    }
}

fn year_from(day: Date, count: i32) -> Option<i16> {
    i16::try_from(i32::from(day.year()).checked_add(count)?).ok().filter(|year| (1..=9999).contains(year))
}
