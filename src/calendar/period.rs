//! Stretches of the calendar that a date can name, with their EDTF value (ISO 8601-2) and their bounds.

use super::{Date, days_in_month};

/// A stretch of the calendar. Years are 1–9999, months 1–12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// One day.
    Day(Date),
    /// Year and month.
    Month(i16, u8),
    /// Year and season: 1 spring, 2 summer, 3 autumn, 4 winter.
    Season(i16, u8),
    /// Year and quarter, 1–4.
    Quarter(i16, u8),
    /// Year and half, 1–2.
    Half(i16, u8),
    /// One year.
    Year(i16),
    /// The first year of a decade: 1990.
    Decade(i16),
    /// The first year of a century as EDTF counts: 1900 for the 20th.
    Century(i16),
}

impl Period {
    /// The value in EDTF: `2025-10-23`, `2025-10`, `2025-22`, `2025-34`, `2025-40`, `2025`, `199X`, `19XX`.
    #[must_use]
    pub fn edtf(self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Season(year, season) => format!("{year:04}-{}", 20 + season),
            Self::Quarter(year, quarter) => format!("{year:04}-{}", 32 + quarter),
            Self::Half(year, half) => format!("{year:04}-{}", 39 + half),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Century(year) => format!("{:02}XX", year / 100),
        }
    }

    /// The first day that the period can mean.
    #[must_use]
    pub fn first(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            Self::Month(year, month) => Date::new(year, month, 1),
            // "Winter 2012" is the one before or the one after that year's other months.
            Self::Season(year, 4) => Date::new(year - 1, 12, 1),
            Self::Season(year, season) => Date::new(year, season * 3, 1),
            Self::Quarter(year, quarter) => Date::new(year, quarter * 3 - 2, 1),
            Self::Half(year, half) => Date::new(year, half * 6 - 5, 1),
            Self::Year(year) | Self::Decade(year) | Self::Century(year) => Date::new(year.max(1), 1, 1),
        }
    }

    /// The last day that the period can mean.
    #[must_use]
    pub fn last(self) -> Option<Date> {
        let end_of = |year: i16, month: u8| Date::new(year, month, days_in_month(year, month));
        match self {
            Self::Day(date) => Some(date),
            Self::Month(year, month) => end_of(year, month),
            Self::Season(year, 4) => end_of(year + 1, 2),
            Self::Season(year, season) => end_of(year, season * 3 + 2),
            Self::Quarter(year, quarter) => end_of(year, quarter * 3),
            Self::Half(year, half) => end_of(year, half * 6),
            Self::Year(year) => end_of(year, 12),
            Self::Decade(year) => end_of(year + 9, 12),
            Self::Century(year) => end_of(year + 99, 12),
        }
    }
}
