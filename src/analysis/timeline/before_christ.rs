//! Entries of years before Christ, of which the calendar has no days: "44 BC", "March 15, 44 BC", "264-241 BC".

use super::label::{self, Bound};
use super::range;
use crate::document::Document;
use crate::recognisers::DateFound;

/// Days of a year, for an order.
const YEAR: i32 = 366;
/// The first day of the calendar, 0001-01-01, as days are counted: from 1970.
const FIRST_DAY: i32 = -719_162;

/// A year before Christ with its month and day, where they are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    /// The year that closes a range.
    last: Option<i32>,
    era: &'static str,
    bound: Bound,
}

impl Year {
    /// The year of a date whose TIMEX3 value is `BC0044-03-15`, and that of a range which it opens.
    #[must_use]
    pub fn of(document: &Document, dates: &[DateFound], at: usize) -> Option<Self> {
        let found = &dates[at];
        let mut parts = found.value.as_deref()?.strip_prefix("BC").filter(|digits| digits.len() >= 4)?.split('-');
        let year = parts.next()?.parse().ok()?;
        let (month, day) = (parts.next().and_then(|part| part.parse().ok()), parts.next().and_then(|part| part.parse().ok()));
        let last = dates.get(at + 1).filter(|_| is_range(document, dates, at)).and_then(year_of);
        let words = document.slice(dates[at + usize::from(last.is_some())].span);
        Some(Self {
            year,
            month,
            day,
            last,
            era: if words.ends_with("BCE") { "BCE" } else { "BC" },
            bound: range::bound(document, found, None),
        })
    }

    /// Its value in EDTF, which counts a year 0.
    #[must_use]
    pub fn edtf(&self, found: &DateFound) -> Option<String> {
        let first = found.edtf.clone()?;
        Some(match self.bound {
            _ if self.last.is_some() => format!("{first}/{}", astronomical(self.last?)),
            Bound::None => first,
            Bound::Since | Bound::From => format!("{first}/.."),
            Bound::After => format!("{}/..", astronomical(self.year - 1)),
            Bound::By | Bound::Until | Bound::Before => format!("../{first}"),
        })
    }

    /// How many dates it is made of.
    #[must_use]
    pub fn dates(&self) -> usize {
        1 + usize::from(self.last.is_some())
    }

    /// "44 BC", "March 44 BC", "March 15, 44 BC", "264-241 BC".
    #[must_use]
    pub fn label(&self) -> String {
        let name = if self.day.is_some() { label::short_month } else { label::long_month };
        let month = self.month.and_then(name);
        let front = match (month, self.day) {
            (Some(month), Some(day)) => format!("{month} {day}, "),
            (Some(month), None) => format!("{month} "),
            _ => String::new(),
        };
        let last = self.last.map(|last| format!("-{last}")).unwrap_or_default();
        let words = format!("{front}{}{last} {}", self.year, self.era);
        label::bounded(&words, if self.last.is_some() { Bound::None } else { self.bound })
    }

    /// Where it stands among days: before the first of them.
    #[must_use]
    pub fn order(&self) -> i32 {
        i32::from(self.month.unwrap_or(0)) * 31 + i32::from(self.day.unwrap_or(0)) - (self.year + 1) * YEAR + FIRST_DAY
    }
}

/// A year before Christ as EDTF counts: 1 BC is the year 0.
fn astronomical(year: i32) -> String {
    if year > 1 { format!("-{:04}", year - 1) } else { format!("{:04}", 1 - year) }
}

fn year_of(found: &DateFound) -> Option<i32> {
    found.value.as_deref()?.strip_prefix("BC")?.get(..4)?.parse().ok()
}

fn is_range(document: &Document, dates: &[DateFound], at: usize) -> bool {
    let Some(next) = dates.get(at + 1).filter(|next| next.sentence == dates[at].sentence) else { return false };
    let joint = document.slices(&(dates[at].tokens.end..next.tokens.start.max(dates[at].tokens.end)));
    matches!(joint.as_slice(), ["-" | "–" | "—" | "to" | "and"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn every_year_before_christ_stands_before_every_day() {
        let year = |year, month, day| Year { year, month, day, last: None, era: "BC", bound: Bound::None };
        let first = Date::new(1, 1, 1).unwrap().days();
        assert_eq!(first, FIRST_DAY);
        assert!(year(1, Some(12), Some(31)).order() < first);
        assert!(year(44, None, None).order() < year(34, Some(3), None).order());
    }
}
