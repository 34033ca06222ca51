//! Labels of the timeline: "Since 2018", "By May 2025", "Early 2025", "August 2025", "Oct. 23, 2025".

use crate::analysis::claims;
use crate::calendar::{Date, Modifier, Period};

/// Spelled out alone, abbreviated before a day, March to July never.
const MONTHS: [(&str, &str); 12] = [
    ("January", "Jan."),
    ("February", "Feb."),
    ("March", "March"),
    ("April", "April"),
    ("May", "May"),
    ("June", "June"),
    ("July", "July"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct."),
    ("November", "Nov."),
    ("December", "Dec."),
];
const ORDINALS: [&str; 4] = ["First", "Second", "Third", "Fourth"];

/// The open side of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The date itself.
    None,
    /// "Since 2018"
    Since,
    /// "From spring 2026", still to come
    From,
    /// "By May 2025"
    By,
    /// "Until"
    Until,
    /// "Before summer 2022"
    Before,
    /// "After 2011"
    After,
}

/// A period in words, as it stands inside a sentence or a label.
#[must_use]
pub fn of_period(period: Period) -> Option<String> {
    Some(match period {
        Period::Day(date) => day(date)?,
        Period::Month(year, month) => format!("{} {year}", long_month(month)?),
        Period::Season(year, season) => {
            format!("{} {year}", ["spring", "summer", "autumn", "winter"].get(usize::from(season).checked_sub(1)?)?)
        }
        Period::Quarter(year, quarter) => {
            format!("the {} quarter of {year}", ORDINALS.get(usize::from(quarter).checked_sub(1)?)?.to_lowercase())
        }
        Period::Half(year, half) => format!("the {} half of {year}", ORDINALS.get(usize::from(half).checked_sub(1)?)?.to_lowercase()),
        Period::Year(year) => year.to_string(),
        Period::Decade(year) => format!("the {year}s"),
        Period::Century(year) => format!("the {} century", ordinal(year / 100 + 1)),
    })
}

/// A range says once what both of its ends share: "Oct. 20-23, 2025", "July 13-Aug. 6, 2014", "January-March 2025".
fn of_range(first: Period, last: Period) -> Option<String> {
    let (opens, closes) = (of_period(first)?, of_period(last)?);
    let short = match (first, last) {
        (Period::Day(first), Period::Day(last)) if first.year() == last.year() => {
            let closes = if first.month() == last.month() { format!("{}, {}", last.day(), last.year()) } else { closes };
            format!("{}-{closes}", opens.rsplit_once(", ")?.0)
        }
        (Period::Month(year, _), Period::Month(same, _)) if year == same => format!("{}-{closes}", opens.rsplit_once(' ')?.0),
        _ => format!("{opens}-{}", closes.strip_prefix("the ").unwrap_or(&closes)),
    };
    Some(short)
}

/// The label of an entry.
#[must_use]
pub fn of_entry(first: Period, last: Period, modifier: Option<Modifier>, bound: Bound) -> Option<String> {
    let words = if first == last { of_period(first)? } else { of_range(first, last)? };
    let words = words.strip_prefix("the ").unwrap_or(&words);
    let closes = !matches!(bound, Bound::None | Bound::Since | Bound::From);
    let words = match modifier {
        Some(Modifier::Late) if closes => format!("the end of {words}"),
        modifier => modified(words, modifier),
    };
    Some(bounded(&words, bound))
}

/// The label of a range whose ends have parts of their own: "Late 2014-early 2016".
#[must_use]
pub fn of_parts(first: (Period, Option<Modifier>), last: (Period, Option<Modifier>)) -> Option<String> {
    let side = |(period, modifier)| of_period(period).map(|words| modified(words.strip_prefix("the ").unwrap_or(&words), modifier));
    Some(claims::capitalised(&format!("{}-{}", side(first)?, side(last)?)))
}

fn modified(words: &str, modifier: Option<Modifier>) -> String {
    match modifier {
        Some(Modifier::Early) => format!("early {words}"),
        Some(Modifier::Mid) => format!("mid-{words}"),
        Some(Modifier::Late) => format!("late {words}"),
        Some(Modifier::About) => format!("about {words}"),
        None => words.to_owned(),
    }
}

/// The words of a period as a label, with the side on which it is open.
#[must_use]
pub fn bounded(words: &str, bound: Bound) -> String {
    let opening = match bound {
        Bound::None => "",
        Bound::Since => "since ",
        Bound::From => "from ",
        Bound::By => "by ",
        Bound::Until => "until ",
        Bound::Before => "before ",
        Bound::After => "after ",
    };
    claims::capitalised(&format!("{opening}{words}"))
}

fn ordinal(count: i16) -> String {
    let ending = match (count % 10, count % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}

/// The month before a day.
#[must_use]
pub fn short_month(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).map(|month| month.1)
}

/// The month alone.
#[must_use]
pub fn long_month(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).map(|month| month.0)
}

fn day(date: Date) -> Option<String> {
    let month = short_month(date.month())?;
    Some(format!("{month} {}, {}", date.day(), date.year()))
}
