//! The grammar of a timeline's labels: "Since 2018", "By May 2025", "Early 2025", "Oct. 23, 2025", "Nov. 20-Dec. 11, 2015".

use super::{Date, Modifier, Period, WEEKDAYS, month_of};
use crate::characters::fold;

/// What a label says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// EDTF: a point, a closed interval (`2004/2009`) or one with an open side (`2018/..`).
    pub edtf: String,
    /// The first day that it can mean; none for "By …".
    pub earliest: Option<Date>,
    /// The last day that it can mean; none for "Since …".
    pub latest: Option<Date>,
    /// "Early", "Mid", "Late", "About".
    pub modifier: Option<Modifier>,
}

/// Reads a label, with or without its colon. `None` where any word of it is not of the grammar, or where the calendar
/// has no such date: a label is never read in part.
#[must_use]
pub fn read_label(text: &str) -> Option<Label> {
    let folded = fold(text);
    let folded = folded.strip_suffix(':').unwrap_or(&folded).trim_end();
    let words = words(folded);
    let (bound, rest) = bound(&words);
    match bound {
        Bound::From => interval(rest).or_else(|| Some(open(&point(rest)?, Bound::From))),
        Bound::Between => interval(rest),
        Bound::None => point(rest).map(|p| p.label()).or_else(|| interval(rest)),
        Bound::Until => Some(open(&point(rest)?, Bound::Until)),
    }
}

/// Which side of a label is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    Between,
    From,
    Until,
}

/// A date as far as its words name it; the other end of an interval may supply the rest.
#[derive(Clone, Copy, Default)]
struct Parts {
    year: Option<i16>,
    month: Option<u8>,
    day: Option<u8>,
    whole: Option<Period>,
    modifier: Option<Modifier>,
}

struct Point {
    first: Period,
    last: Period,
    modifier: Option<Modifier>,
}

impl Point {
    fn edtf(&self) -> String {
        if self.first == self.last { self.first.edtf() } else { format!("{}/{}", self.first.edtf(), self.last.edtf()) }
    }

    fn label(&self) -> Label {
        let edtf = if self.modifier == Some(Modifier::About) { self.edtf() + "~" } else { self.edtf() };
        Label { edtf, earliest: self.first.first(), latest: self.last.last(), modifier: self.modifier }
    }
}

/// Words, numbers and single marks of a folded label.
fn words(folded: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric();
        let length = if word(first) { rest.find(|c| !word(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        // Commas and the stops of abbreviations carry no meaning here.
        if !matches!(first, ' ' | ',' | '.') {
            words.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    words
}

fn bound<'a, 'b>(words: &'b [&'a str]) -> (Bound, &'b [&'a str]) {
    match words {
        ["since" | "after" | "from", rest @ .., "on" | "onward" | "onwards"] => (Bound::From, rest),
        ["since" | "after" | "from" | "starting", rest @ ..] => (Bound::From, rest),
        ["by" | "until" | "till" | "before", rest @ ..] | ["up", "to" | "until", rest @ ..] => (Bound::Until, rest),
        ["between", rest @ ..] => (Bound::Between, rest),
        ["in" | "on" | "during", rest @ ..] | ["as", "of", rest @ ..] => (Bound::None, rest),
        _ => (Bound::None, words),
    }
}

fn open(point: &Point, side: Bound) -> Label {
    let label = point.label();
    if side == Bound::From {
        return Label { edtf: format!("{}/..", point.first.edtf()), latest: None, ..label };
    }
    Label { edtf: format!("../{}", point.last.edtf()), earliest: None, ..label }
}

/// "2004-2009", "Oct. 20-23, 2025", "January to September 2025", "late 2014 - early 2016".
fn interval(words: &[&str]) -> Option<Label> {
    let cut = (1..words.len()).find(|&at| matches!(words[at], "-" | "to" | "and" | "through" | "until") && words[at - 1] != "mid")?;
    let (left, right) = (parts(&words[..cut])?, parts(&words[cut + 1..])?);
    let right = Parts { month: right.month.or(right.day.and(left.month)), ..shortened_year(left, right) };
    let left = Parts { year: left.year.or(right.year), ..left };
    let (first, last) = (left.period()?, right.period()?);
    if first.first()? > last.last()? {
        return None;
    }
    let edtf = format!("{}/{}", first.edtf(), last.edtf());
    Some(Label { edtf, earliest: first.first(), latest: last.last(), modifier: None })
}

/// "2026-30": two digits behind a bare year are the same century's year.
fn shortened_year(left: Parts, right: Parts) -> Parts {
    match (left.year, left.month, right.day, right.year) {
        (Some(year), None, Some(short), None) => Parts { year: Some(year / 100 * 100 + i16::from(short)), day: None, ..right },
        _ => right,
    }
}

fn point(words: &[&str]) -> Option<Point> {
    let week = matches!(words, ["week" | "the", ..] if words.contains(&"week"));
    if week {
        let of = words.iter().position(|w| *w == "of")?;
        return week_of(parts(&words[of + 1..])?.period()?);
    }
    let parts = parts(words)?;
    let period = parts.period()?;
    Some(Point { first: period, last: period, modifier: parts.modifier })
}

/// Monday to Sunday around the day.
fn week_of(period: Period) -> Option<Point> {
    let Period::Day(day) = period else { return None };
    let monday = day.days() - i32::from(day.weekday());
    let (first, last) = (Date::from_days(monday)?, Date::from_days(monday + 6)?);
    Some(Point { first: Period::Day(first), last: Period::Day(last), modifier: None })
}

fn parts(words: &[&str]) -> Option<Parts> {
    let mut parts = Parts::default();
    let mut rest = modifier(words, &mut parts);
    if let Some(whole) = whole_period(rest) {
        return Some(Parts { whole: Some(whole), ..parts });
    }
    if let [year, "-", month, "-", day] = rest {
        let day = Date::from_iso(&format!("{year}-{month}-{day}"))?;
        return Some(Parts { whole: Some(Period::Day(day)), ..parts });
    }
    while let [word, tail @ ..] = rest {
        rest = tail;
        if is_weekday(word) || matches!(*word, "the" | "of") {
            continue;
        }
        let number = word.strip_suffix("st").or(word.strip_suffix("nd")).or(word.strip_suffix("rd")).or(word.strip_suffix("th"));
        let slot_taken = if let Some(month) = month_of(word) {
            parts.month.replace(month).is_some()
        } else if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
            parts.year.replace(word.parse().ok()?).is_some()
        } else {
            parts.day.replace(number.unwrap_or(word).parse().ok()?).is_some()
        };
        if slot_taken {
            return None;
        }
    }
    Some(parts)
}

impl Parts {
    fn period(self) -> Option<Period> {
        if let Some(whole) = self.whole {
            return Some(whole);
        }
        let year = self.year.filter(|y| (1..=9999).contains(y))?;
        match (self.month, self.day) {
            (Some(month), Some(day)) => Date::new(year, month, day).map(Period::Day),
            (Some(month), None) => Some(Period::Month(year, month)),
            (None, None) => Some(Period::Year(year)),
            (None, Some(_)) => None,
        }
    }
}

/// Takes "early", "mid-", "the end of", "about" from the front. "The end of 2023" says which side of 2023 is meant,
/// which is no more than the bound of the whole year says, so it is late 2023.
fn modifier<'a, 'b>(words: &'b [&'a str], parts: &mut Parts) -> &'b [&'a str] {
    let (modifier, rest) = match words {
        ["the", rest @ ..] if !rest.is_empty() => return self::modifier(rest, parts),
        ["early", rest @ ..] | ["beginning" | "start", "of", rest @ ..] => (Modifier::Early, rest),
        ["mid", "-", rest @ ..] | ["mid", rest @ ..] | ["middle", "of", rest @ ..] => (Modifier::Mid, rest),
        ["late", rest @ ..] | ["end", "of", rest @ ..] => (Modifier::Late, rest),
        ["about" | "around" | "circa" | "c" | "~" | "approximately" | "roughly", rest @ ..] => (Modifier::About, rest),
        _ => return words,
    };
    parts.modifier = Some(modifier);
    rest.strip_prefix(&["in"]).unwrap_or(rest)
}

/// Decades, centuries, seasons, quarters and halves.
fn whole_period(words: &[&str]) -> Option<Period> {
    let year = |word: &str| (word.len() == 4).then(|| word.parse::<i16>().ok()).flatten().filter(|y| *y > 0);
    match words {
        [decade] if decade.len() == 5 && decade.ends_with("0s") => year(&decade[..4]).map(Period::Decade),
        [nth, "century"] => {
            let count: i16 = nth.trim_end_matches(char::is_alphabetic).parse().ok().filter(|n| (1..=99).contains(n))?;
            Some(Period::Century((count - 1) * 100))
        }
        [nth, unit @ ("quarter" | "half"), "of", y] | [nth, unit @ ("quarter" | "half"), y] => {
            let count = match *nth {
                "first" | "1st" => 1,
                "second" | "2nd" => 2,
                "third" | "3rd" => 3,
                "fourth" | "4th" => 4,
                _ => return None,
            };
            nth_of(year(y)?, if *unit == "quarter" { 'q' } else { 'h' }, count)
        }
        [short, y] | [short, "of", y] if short.len() == 2 => numbered(short, year(y)?),
        [season, "of", y] | [season, y] => season_of(season).and_then(|s| Some(Period::Season(year(y)?, s))),
        _ => None,
    }
    .or_else(|| match words {
        [y, short] if short.len() == 2 => numbered(short, year(y)?),
        _ => None,
    })
}

/// "q3", "h1".
fn numbered(short: &str, year: i16) -> Option<Period> {
    let mut characters = short.chars();
    let unit = characters.next()?;
    nth_of(year, unit, u8::try_from(characters.next()?.to_digit(10)?).ok()?)
}

fn nth_of(year: i16, unit: char, count: u8) -> Option<Period> {
    match (unit, count) {
        ('q', 1..=4) => Some(Period::Quarter(year, count)),
        ('h', 1..=2) => Some(Period::Half(year, count)),
        _ => None,
    }
}

fn season_of(word: &str) -> Option<u8> {
    match word {
        "spring" => Some(1),
        "summer" => Some(2),
        "autumn" | "fall" => Some(3),
        "winter" => Some(4),
        _ => None,
    }
}

/// Whole, or cut to three to five letters.
fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| *day == word || (word.len() >= 3 && word.len() <= 5 && day.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_have_values() {
        for (text, edtf, earliest, latest) in [
            ("Since 2018:", "2018/..", "2018-01-01", ""),
            ("By May 2025:", "../2025-05", "", "2025-05-31"),
            ("Early 2025:", "2025", "2025-01-01", "2025-12-31"),
            ("August 2025", "2025-08", "2025-08-01", "2025-08-31"),
            ("Oct. 23, 2025:", "2025-10-23", "2025-10-23", "2025-10-23"),
            ("23 October 2025", "2025-10-23", "2025-10-23", "2025-10-23"),
            ("Thursday, Oct 23rd, 2025", "2025-10-23", "2025-10-23", "2025-10-23"),
            ("Until Sept. 30, 2010:", "../2010-09-30", "", "2010-09-30"),
            ("Before summer 2022", "../2022-22", "", "2022-08-31"),
            ("First quarter of 2021", "2021-33", "2021-01-01", "2021-03-31"),
            ("Q4 2021", "2021-36", "2021-10-01", "2021-12-31"),
            ("H1 2025", "2025-40", "2025-01-01", "2025-06-30"),
            ("Second half of 2025", "2025-41", "2025-07-01", "2025-12-31"),
            ("1960s", "196X", "1960-01-01", "1969-12-31"),
            ("The 19th century", "18XX", "1800-01-01", "1899-12-31"),
            ("2004-2009:", "2004/2009", "2004-01-01", "2009-12-31"),
            ("2026–30", "2026/2030", "2026-01-01", "2030-12-31"),
            ("Nov. 20-Dec. 11, 2015", "2015-11-20/2015-12-11", "2015-11-20", "2015-12-11"),
            ("Oct. 20–23, 2025", "2025-10-20/2025-10-23", "2025-10-20", "2025-10-23"),
            ("January to September 2025", "2025-01/2025-09", "2025-01-01", "2025-09-30"),
            ("Late 2014-early 2016", "2014/2016", "2014-01-01", "2016-12-31"),
            ("From 2018 to 2020", "2018/2020", "2018-01-01", "2020-12-31"),
            ("Between June and August 2021", "2021-06/2021-08", "2021-06-01", "2021-08-31"),
            ("Week of Oct. 13, 2021", "2021-10-11/2021-10-17", "2021-10-11", "2021-10-17"),
            ("By the end of 2023", "../2023", "", "2023-12-31"),
            ("Mid-September 2025", "2025-09", "2025-09-01", "2025-09-30"),
            ("Around 2030", "2030~", "2030-01-01", "2030-12-31"),
            ("From 2019 onwards", "2019/..", "2019-01-01", ""),
            ("2025-10-23", "2025-10-23", "2025-10-23", "2025-10-23"),
            ("\u{A0}Since\u{A0}２０１８：", "2018/..", "2018-01-01", ""),
        ] {
            let label = read_label(text).unwrap_or_else(|| panic!("not read: {text}"));
            let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
            assert_eq!((label.edtf.as_str(), day(label.earliest).as_str(), day(label.latest).as_str()), (edtf, earliest, latest), "{text}");
        }
        assert_eq!(read_label("Late 2025").and_then(|l| l.modifier), Some(Modifier::Late));
        assert_eq!(read_label("2025").and_then(|l| l.modifier), None);
    }

    #[test]
    fn what_is_no_label_has_none() {
        for text in [
            "",
            ":",
            "Recently",
            "Feb. 30, 2025",
            "2025 was hard",
            "March",
            "Oct. 23",
            "Since",
            "Chapter 12",
            "Monday",
            "The",
            "0000",
            "9999-0001",
            "Oct. 23, 2025 2026",
            "May May 2025",
            "Area 51",
            "Route 66",
            "Nvidia Corp.",
            "v2.0",
            "The plan of 2025 goals",
            "99th quarter of 2020",
            "5th quarter of 2020",
            "２０２５ was",
        ] {
            assert_eq!(read_label(text), None, "{text}");
        }
    }
}
