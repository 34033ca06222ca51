//! Full dates as they stand in the head of a page: "Wednesday, March 22, 2017", "28 December 2016", "2025-10-29".

use std::ops::Range;

use super::{Date, month_of};

/// The first full date of `text` (day, month and year) and its byte range. A numeral date counts only where its order
/// is beyond doubt (`2025-10-29`, `29/10/2025`, `29.10.2025`), and one that the calendar does not have is passed over.
#[must_use]
pub fn find_date(text: &str) -> Option<(Range<usize>, Date)> {
    // Each has a year of four figures, which most lines have not.
    if !text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit)) {
        return None;
    }
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let window = &words[at..];
        let (used, date) = named(window).or_else(|| numeral(text, window))?;
        Some((window[0].range.start..window[used - 1].range.end, date))
    })
}

struct Word<'a> {
    range: Range<usize>,
    text: &'a str,
}

impl Word<'_> {
    fn number(&self) -> Option<i16> {
        (self.text.len() <= 4).then(|| self.text.parse().ok()).flatten()
    }

    fn day(&self) -> Option<u8> {
        let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| self.text.strip_suffix(end)).unwrap_or(self.text);
        (bare.len() <= 2).then(|| bare.parse().ok()).flatten()
    }

    fn year(&self) -> Option<i16> {
        (self.text.len() == 4).then(|| self.number()).flatten()
    }

    fn month(&self) -> Option<u8> {
        month_of(self.text)
    }
}

/// Runs of ASCII letters and digits: all that the forms of a full date are made of.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        match (start, byte.is_ascii_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { range: from..at, text: &text[from..at] });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// "March 22, 2017" and "22nd of March 2017": how many words it takes, and the day.
fn named(words: &[Word<'_>]) -> Option<(usize, Date)> {
    let [a, b, c, ..] = words else { return None };
    if let (Some(month), Some(day), Some(year)) = (a.month(), b.day(), c.year()) {
        return Date::new(year, month, day).map(|date| (3, date));
    }
    let (used, month, year) = match words {
        [_, of, month, year, ..] if of.text.eq_ignore_ascii_case("of") => (4, month, year),
        _ => (3, b, c),
    };
    let date = Date::new(year.year()?, month.month()?, a.day()?)?;
    Some((used, date))
}

/// Three numbers held together by one kind of mark.
fn numeral(text: &str, words: &[Word<'_>]) -> Option<(usize, Date)> {
    let [a, b, c, ..] = words else { return None };
    let mark = text.get(a.range.end..b.range.start)?;
    if !matches!(mark, "-" | "/" | ".") || text.get(b.range.end..c.range.start) != Some(mark) {
        return None;
    }
    let part = |word: &Word<'_>| word.text.parse::<u8>().ok();
    // "2025-10-29T18:32Z" carries its time on.
    let tail = c.text.split_once('T').map_or(c.text, |(day, _)| day);
    let date = match (a.year(), c.year()) {
        (Some(year), _) => Date::new(year, part(b)?, tail.parse().ok()?),
        (None, Some(year)) => match (part(a)?, part(b)?) {
            (day, month) if mark == "." || day > 12 => Date::new(year, month, day),
            (month, day) if day > 12 => Date::new(year, month, day),
            (same, other) if same == other => Date::new(year, same, other),
            _ => None,
        },
        _ => None,
    }?;
    Some((3, date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_are_found() {
        for (text, iso) in [
            ("Wednesday, March 22, 2017", "2017-03-22"),
            ("Published 28 December 2016", "2016-12-28"),
            ("Oct. 29, 2025, 6:32 p.m. ET", "2025-10-29"),
            ("8-May-2006", "2006-05-08"),
            ("the 3rd of June 2019.", "2019-06-03"),
            ("Posted at 2025-10-29T18:32:00Z", "2025-10-29"),
            ("29/10/2025", "2025-10-29"),
            ("10/29/2025", "2025-10-29"),
            ("03.04.2025", "2025-04-03"),
            ("SEPT. 5 2021", "2021-09-05"),
        ] {
            assert_eq!(find_date(text).map(|(_, d)| d.to_string()).as_deref(), Some(iso), "{text}");
        }
        assert_eq!(find_date("On Oct. 29, 2025, it").map(|(r, _)| r), Some(3..16));
    }

    #[test]
    fn what_is_not_a_full_date_is_not_found() {
        for text in
            ["March 2017", "03/04/2025", "Feb. 30, 2025", "version 1.2.2025b", "2025-13-01", "in 2017, 22 March", "12/12/25", "May 22"]
        {
            assert_eq!(find_date(text), None, "{text}");
        }
    }
}
