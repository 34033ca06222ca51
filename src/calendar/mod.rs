//! Civil dates of the proleptic Gregorian calendar: no clock, no time zone.
//!
//! Days are counted with Howard Hinnant's `days_from_civil`
//! (<https://howardhinnant.github.io/date_algorithms.html>), which is exact for every year used here.

mod find;
mod label;
mod period;

pub use find::find_date;
pub use label::{Label, read_label};
pub use period::Period;

use std::fmt;

use serde::{Serialize, Serializer};

/// A day of the calendar that exists: year 1–9999, month 1–12, day 1–31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` where the calendar has no such day ("Feb. 30").
    ///
    /// ```
    /// use digest_hub::Date;
    /// assert_eq!(Date::new(2024, 2, 29).map(|d| d.to_string()), Some("2024-02-29".to_owned()));
    /// assert_eq!(Date::new(2025, 2, 29), None);
    /// ```
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let real = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        real.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| {
            let part = bytes.get(from..to)?;
            part.iter().try_fold(0_i16, |n, b| b.is_ascii_digit().then(|| n * 10 + i16::from(b - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        Self::new(digits(0, 4)?, u8::try_from(digits(5, 7)?).ok()?, u8::try_from(digits(8, 10)?).ok()?)
    }

    /// The year, 1–9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1–12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; earlier days are negative.
    #[must_use]
    pub fn days(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that lies `days` after 1970-01-01, or `None` outside the years 1–9999.
    #[must_use]
    pub fn from_days(days: i32) -> Option<Self> {
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = u8::try_from(day_of_year - (153 * shifted_month + 2) / 5 + 1).ok()?;
        let month = u8::try_from(if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 }).ok()?;
        let year = i16::try_from(year_of_era + era * 400 + i32::from(month <= 2)).ok()?;
        Self::new(year, month, day)
    }

    /// Days since Monday: 0 for a Monday, 6 for a Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((self.days() + 3).rem_euclid(7)).unwrap_or_default()
    }
}

impl Date {
    /// Year and number of the ISO 8601 week that holds the day.
    #[must_use]
    pub fn iso_week(self) -> (i16, u8) {
        // A week belongs to the year of its Thursday.
        let thursday = Self::from_days(self.days() - i32::from(self.weekday()) + 3).unwrap_or(self);
        let first = Self::new(thursday.year, 1, 1).map_or(0, Self::days);
        (thursday.year, u8::try_from((thursday.days() - first) / 7 + 1).unwrap_or(1))
    }

    /// The day so many days later; `None` outside the years 1–9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    /// Year and month so many months later.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<(i16, u8)> {
        let count = (i32::from(self.year) * 12 + i32::from(self.month) - 1).checked_add(months)?;
        let year = i16::try_from(count.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
        Some((year, u8::try_from(count.rem_euclid(12) + 1).ok()?))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A blur of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modifier {
    /// "early 2025"
    Early,
    /// "mid-2025"
    Mid,
    /// "late 2025"
    Late,
    /// "about 2030"
    About,
}

/// Days in a month of 1–12; 0 for any other month.
#[must_use]
pub fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 0,
    }
}

/// Whether the word is the whole English name of a weekday, whatever its case.
#[must_use]
pub fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| word.eq_ignore_ascii_case(day))
}

/// Monday first, lower case.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The month (1–12) that an English month name or its abbreviation stands for, whatever its case,
/// with or without a full stop ("Sept.", "Oct", "MAY").
#[must_use]
pub fn month_of(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let word = word.strip_suffix('.').unwrap_or(word).as_bytes();
    let length = |name: &str| if word.len() == 3 { 3 } else { name.len() };
    let whole_or_abbreviated = |name: &&str| name.as_bytes()[..length(name)].eq_ignore_ascii_case(word);
    let at = NAMES.iter().position(whole_or_abbreviated).or(word.eq_ignore_ascii_case(b"sept").then_some(8))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_both_ways() {
        for days in (-719_162..2_932_896).step_by(97) {
            let date = Date::from_days(days).expect("inside the years 1-9999");
            assert_eq!(date.days(), days, "{date}");
        }
        assert_eq!(Date::from_days(0).map(Date::weekday), Some(3), "1970-01-01 was a Thursday");
        assert_eq!(Date::from_iso("2025-10-29").map(Date::weekday), Some(2), "a Wednesday");
        for (day, week) in [("2025-10-29", (2025, 44)), ("2021-01-03", (2020, 53)), ("2024-12-30", (2025, 1))] {
            assert_eq!(Date::from_iso(day).map(Date::iso_week), Some(week), "{day}");
        }
        assert_eq!(Date::from_iso("2025-01-31").and_then(|d| d.plus_months(-2)), Some((2024, 11)));
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in ["2025-02-29", "2025-13-01", "2025-00-10", "0000-01-01", "2025-04-31", "2025-4-1", "2025-04-011", "２０２５-01-01"]
        {
            assert_eq!(Date::from_iso(text), None, "{text}");
        }
        assert_eq!(Date::from_days(i32::MAX), None);
    }

    #[test]
    fn month_names() {
        for (word, month) in [("Sept.", 9), ("may", 5), ("DEC", 12), ("June", 6), ("Jan.", 1)] {
            assert_eq!(month_of(word), Some(month), "{word}");
        }
        for word in ["Ma", "Marchand", "Decem", "", "second"] {
            assert_eq!(month_of(word), None, "{word}");
        }
    }
}
