//! Years before Christ: no [`Period`](crate::calendar::Period) holds them, they are told by year, month and season alone.

use super::expression::{Expression, When};
use super::lexicon::Unit;
use super::resolve::Value;

const SEASONS: [&str; 4] = ["-SP", "-SU", "-FA", "-WI"];

/// The value of a year before Christ with the TIMEX3 ending of its month, day or season ("-09", "-SP"). EDTF counts a year 0.
#[must_use]
pub fn value(year: i16, part: &str) -> Value {
    let numeral = part.ends_with(|c: char| c.is_ascii_digit());
    let sign = if year > 1 { "-" } else { "" };
    let edtf = format!("{sign}{:04}{}", year - 1, if numeral { part } else { "" });
    Value { timex: Some(format!("BC{year:04}{part}")), edtf: Some(edtf), ..Value::default() }
}

/// Whether a narrative that stands in a year before Christ can say by that year alone what is meant.
#[must_use]
pub fn is_told_by_years(when: &When) -> bool {
    matches!(
        when,
        When::Month(_)
            | When::MonthDay(..)
            | When::Season(_, None)
            | When::FromHere(..)
            | When::FromFocus(..)
            | When::DayOfMonth(_)
            | When::YearBefore
    )
}

/// The value of a date that lacks its year, in a narrative that stands in that year before Christ.
#[must_use]
pub fn resolve(expression: &Expression, year: i16) -> Value {
    let away = |years: i32| i16::try_from(i32::from(year) - years).ok().filter(|year| *year > 0);
    let span = |digits: String| Value { timex: Some(format!("BC{digits}")), ..Value::default() };
    match expression.when {
        When::Month(month) => value(year, &format!("-{month:02}")),
        When::MonthDay(month, day) => value(year, &format!("-{month:02}-{day:02}")),
        When::Season(season, _) => {
            usize::from(season).checked_sub(1).and_then(|at| SEASONS.get(at)).map(|part| value(year, part)).unwrap_or_default()
        }
        When::FromHere(count, unit) | When::FromFocus(count, unit) => match unit {
            Unit::Year => away(count).map(|year| value(year, "")),
            Unit::Decade => away(count.saturating_mul(10)).map(|year| span(format!("{:03}", year / 10))),
            Unit::Century => away(count.saturating_mul(100)).map(|year| span(format!("{:02}", year / 100))),
            _ => None,
        }
        .unwrap_or_default(),
        When::YearBefore => away(-1).map(|year| value(year, "")).unwrap_or_default(),
        _ => Value::default(),
    }
}
