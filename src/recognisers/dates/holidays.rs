//! Holidays that news dates by.

use crate::calendar::Date;

/// A holiday: a fixed day, or the nth weekday of its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its name, in small letters.
    pub words: &'static str,
    month: u8,
    rule: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Day(u8),
    /// Weekday (0 for Monday) and which of the month, from 1.
    Nth(u8, u8),
    Last(u8),
}

/// Longer names before the shorter ones that begin them.
pub const HOLIDAYS: [Holiday; 12] = [
    Holiday { words: "christmas eve", month: 12, rule: Rule::Day(24) },
    Holiday { words: "christmas day", month: 12, rule: Rule::Day(25) },
    Holiday { words: "christmas", month: 12, rule: Rule::Day(25) },
    Holiday { words: "boxing day", month: 12, rule: Rule::Day(26) },
    Holiday { words: "new year 's eve", month: 12, rule: Rule::Day(31) },
    Holiday { words: "new year 's day", month: 1, rule: Rule::Day(1) },
    Holiday { words: "valentine 's day", month: 2, rule: Rule::Day(14) },
    Holiday { words: "halloween", month: 10, rule: Rule::Day(31) },
    Holiday { words: "thanksgiving day", month: 11, rule: Rule::Nth(3, 4) },
    Holiday { words: "thanksgiving", month: 11, rule: Rule::Nth(3, 4) },
    Holiday { words: "labor day", month: 9, rule: Rule::Nth(0, 1) },
    Holiday { words: "memorial day", month: 5, rule: Rule::Last(0) },
];

impl Holiday {
    /// Its day in that year.
    pub fn day(&self, year: i16) -> Option<Date> {
        let first = Date::new(year, self.month, 1)?;
        let to = |weekday: u8| (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
        match self.rule {
            Rule::Day(day) => Date::new(year, self.month, day),
            Rule::Nth(weekday, nth) => first.plus_days(to(weekday) + 7 * (i32::from(nth) - 1)),
            Rule::Last(weekday) => {
                let fifth = first.plus_days(to(weekday) + 28)?;
                if fifth.month() == self.month { Some(fifth) } else { fifth.plus_days(-7) }
            }
        }
    }
}
