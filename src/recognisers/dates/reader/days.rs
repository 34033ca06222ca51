//! Days, months and years of the calendar.

use super::Sentence;
use crate::calendar::{Date, Period};
use crate::document::tags::Tag;
use crate::recognisers::dates::expression::{Expression, When};
use crate::recognisers::dates::lexicon::Relative;
use crate::recognisers::dates::numerals::Numeral;

/// Words that can stand behind a day of a list, where a noun would make it a count.
const BEHIND_DAY: [&str; 16] =
    ["at", "in", "for", "to", "with", "when", "was", "were", "will", "as", "and", "by", "on", "before", "after", "the"];

/// The day of a year that is still to be found; 2024 has every day that there is.
fn day_of_year(month: u8, day: u8) -> Option<When> {
    Date::new(2024, month, day).map(|_| When::MonthDay(month, day))
}

impl Sentence<'_> {
    /// ISO, "Oct. 23, 2025", "23 October 2025", "March 2019", with a weekday in front.
    pub(super) fn calendar_date(&self, at: usize) -> Option<Expression> {
        let from = if self.meaning(at).weekday.is_some() { if self.text(at + 1) == "," { at + 2 } else { at + 1 } } else { at };
        let found = self.iso(from).or_else(|| self.numeral(from)).or_else(|| self.month_first(from)).or_else(|| self.day_first(from))?;
        if from > at && matches!(found.when, When::Month(_)) {
            return None;
        }
        let when = match (self.meaning(at).weekday, &found.when) {
            (Some(weekday), When::MonthDay(month, day)) => When::WeekdayDate(weekday, *month, *day),
            _ => found.when,
        };
        Some(Expression { first: at, when, ..found })
    }

    fn iso(&self, at: usize) -> Option<Expression> {
        let year = self.year(at)?;
        let joined = self.text(at + 1) == "-" && self.text(at + 3) == "-" && (at + 1..at + 5).all(|i| self.attached(i));
        let two = |at: usize| (self.text(at).len() == 2).then(|| self.number(at).and_then(|n| u8::try_from(n).ok())).flatten();
        let date = Date::new(year, two(at + 2)?, two(at + 4)?).filter(|_| joined)?;
        self.made(at, at + 5, When::Fixed(Period::Day(date)), "date.iso")
    }

    /// "25/12/2024", "25.12.2024"; "03/04/2025" only where the document tells what stands first, else it stays open.
    fn numeral(&self, at: usize) -> Option<Expression> {
        let numeral = Numeral::read(self.document, self.tokens, at)?;
        let end = at + numeral.length;
        match numeral.own_order().or_else(|| self.numerals.order()) {
            Some(order) => self.made(at, end, When::Fixed(Period::Day(numeral.day(order)?)), "date.numeral"),
            None => self.made(at, end, When::Open, "date.numeral-open"),
        }
    }

    fn month_first(&self, at: usize) -> Option<Expression> {
        let month = self.meaning(at).month?;
        if let Some(day) = self.day(at + 1).filter(|_| !self.is_count_behind(at + 1)) {
            if let Some(year) = self.year_before_christ(at + 2) {
                return self.made(at, at + 4, When::BeforeChrist(year, format!("-{month:02}-{day:02}")), "date.era");
            }
            let comma = usize::from(self.is(at + 2, &[",", "of"]));
            if let Some(year) = self.year(at + 2 + comma) {
                return self.made(at, at + 3 + comma, When::Fixed(Period::Day(Date::new(year, month, day)?)), "date.full");
            }
            if self.is_no_year(at + 2 + comma) {
                return None;
            }
            if (month, day) == (9, 11) && self.is(at + 2, &["attacks", "attack", "terrorist", "terror", "hijackers"]) {
                return None;
            }
            return self.made(at, at + 2, day_of_year(month, day)?, "date.month-day");
        }
        let of = usize::from(self.is(at + 1, &["of", ","]));
        let year = self.year(at + 1 + of).filter(|_| !self.is_behind_day(at))?;
        self.made(at, at + 2 + of, When::Fixed(Period::Month(year, month)), "date.month-year")
    }

    /// A number with its own unit behind it is no day: "May 10 percent".
    fn is_count_behind(&self, at: usize) -> bool {
        self.is(at + 1, &["percent", "%", "million", "billion", "people", "points"]) || self.text(at + 1) == ":" && self.attached(at + 2)
    }

    fn day_first(&self, at: usize) -> Option<Expression> {
        let from = if self.is(at, &["the"]) { at + 1 } else { at };
        let day = self.day(from)?;
        let of = usize::from(self.is(from + 1, &["of"]));
        let month = self.meaning(from + 1 + of).month?;
        let end = from + 2 + of;
        let comma = usize::from(self.text(end) == ",");
        if let Some(year) = self.year(end + comma) {
            return self.made(at, end + comma + 1, When::Fixed(Period::Day(Date::new(year, month, day)?)), "date.full");
        }
        if self.is_no_year(end + comma) {
            return None;
        }
        self.made(at, end, day_of_year(month, day)?, "date.day-month")
    }

    /// Whether the month has a day in front of it, which no calendar has: the two would have been read together.
    fn is_behind_day(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.day(before)).is_some()
    }

    /// Whether a day of a month begins here, whatever the calendar says of it.
    pub(super) fn opens_day(&self, at: usize) -> bool {
        let month = |at: usize| self.meaning(at).month.is_some();
        month(at) && self.day(at + 1).is_some() || self.day(at).is_some() && month(at + 1)
    }

    /// The "0000" of "Jan. 1, 0000.", the "9999" of "31 December 9999": it stands where a year would and is none that a text
    /// tells of, and counts nothing. The day before it is of no other year.
    fn is_no_year(&self, at: usize) -> bool {
        let digits = self.text(at).len() == 4 && self.text(at).bytes().all(|b| b.is_ascii_digit());
        digits && self.year(at).is_none() && !self.text(at + 1).starts_with(char::is_alphanumeric)
    }

    /// The "12" of "12-14 July", the "10" of "10-18 June 1953".
    pub(super) fn first_of_days(&self, at: usize) -> Option<Expression> {
        let day = self.day(at).filter(|_| matches!(self.text(at + 1), "-" | "–") && self.attached(at + 1) && self.attached(at + 2))?;
        let last = self.day(at + 2).filter(|last| *last > day)?;
        let month = self.meaning(at + 3).month?;
        let year = self.year(at + 4 + usize::from(self.text(at + 4) == ","));
        let whole = |year: i16| Date::new(year, month, last).and_then(|_| Date::new(year, month, day));
        let date = whole(year.unwrap_or(2024))?;
        let when = if year.is_some() { When::Fixed(Period::Day(date)) } else { When::MonthDay(month, day) };
        self.made(at, at + 1, when, "date.range")
    }

    /// The "5" of "May 4 and 5", the "27" of "Oct. 20-23 and 27".
    pub(super) fn next_of_days(&self, first: &Expression) -> Option<Expression> {
        let at = first.end + 1;
        let (When::MonthDay(month, day) | When::WeekdayDate(_, month, day)) = first.when else { return None };
        let next = self.day(at).filter(|next| {
            self.is(first.end, &["and", "or", ",", "to", "through"]) && *next > day && self.meaning(at + 1).month.is_none()
        })?;
        let counted = self.text(at + 1).starts_with(char::is_alphabetic) && !self.is(at + 1, &BEHIND_DAY) || self.text(at + 1) == "%";
        let dated = self.year_behind(at).is_some() || self.year_beside(at + 1).is_some();
        if counted && !dated { None } else { self.closing_day(at, month, next) }
    }

    /// The day that closes a range or list, with the year behind it: "13 to 17 of 2018", "4 and 5, 2015", "13 to 17 of last
    /// year".
    pub(super) fn closing_day(&self, at: usize, month: u8, day: u8) -> Option<Expression> {
        let (when, end) = match (self.year_behind(at), self.year_beside(at + 1)) {
            (Some((year, end)), _) => (When::Fixed(Period::Day(Date::new(year, month, day)?)), end),
            // "last year" is a date of its own.
            (None, Some(years)) => (When::MonthOfYear(month, Some(day), years), at + 1),
            (None, None) => (When::MonthDay(month, Date::new(2024, month, day).map(|_| day)?), at + 1),
        };
        self.made(at, end, when, "date.range")
    }

    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let joint = usize::from(self.is(at + 1, &[",", "of"]));
        self.year(at + 1 + joint).map(|year| (year, at + 2 + joint))
    }

    /// The "of last year", "next year" that stands here: the years from the anchor's.
    fn year_beside(&self, at: usize) -> Option<i32> {
        let which = at + usize::from(self.is(at, &["of"]));
        let plain = self.is(which, &["last", "next", "this"]) && self.is(which + 1, &["year"]);
        self.meaning(which).relative.filter(|_| plain).map(Relative::step)
    }

    /// "on the 20th": of the month last spoken of.
    pub(super) fn day_of_month(&self, at: usize) -> Option<Expression> {
        let day = self.day(at + 1).filter(|_| self.is(at, &["the"]) && self.before(at, &["on", "by", "until", "of", "since"]))?;
        let alone = !self.text(at + 2).starts_with(char::is_alphanumeric) && self.text(at + 2) != "-"
            || self.is(at + 2, &["and", "when", "as", "at", "the", "in", "with", "after", "he", "she", "they", "but", "to"]);
        let ordinal = self.text(at + 1).ends_with(|c: char| c.is_ascii_alphabetic());
        if alone && ordinal { self.made(at, at + 2, When::DayOfMonth(day), "date.day-of-month") } else { None }
    }

    /// "last December", and the months of "July last year".
    pub(super) fn month_beside_relative(&self, at: usize) -> Option<Expression> {
        let plain = |at: usize| self.meaning(at).relative.filter(|_| self.is(at, &["last", "next", "this", "coming", "past", "previous"]));
        if let (Some(which), Some(month)) = (plain(at), self.meaning(at + 1).month) {
            return if self.day(at + 2).is_some() {
                None
            } else {
                self.made(at, at + 2, When::WhichMonth(month, which), "date.which-month")
            };
        }
        self.month_of_year(at)
    }

    /// "July last year", "October of that year", "July 25 of the same year", "in March of next year".
    fn month_of_year(&self, at: usize) -> Option<Expression> {
        let month = self.meaning(at).month?;
        let day = self.day(at + 1);
        let mut next = at + 1 + usize::from(day.is_some());
        let of = usize::from(self.is(next, &["of"]));
        next += of + usize::from(of == 1 && self.is(next + 1, &["the"]));
        if !self.is(next + 1, &["year"]) {
            return None;
        }
        let of_focus = self.is(next, &["that", "same", "following"]);
        let years = match self.meaning(next).relative {
            _ if self.is(next, &["that", "same"]) && of == 1 => 0,
            Some(which) if of == 1 || self.is(next, &["last", "next", "this", "coming", "past", "previous"]) => which.step(),
            _ => return None,
        };
        let when = if of_focus { When::MonthOfThatYear(month, day, years) } else { When::MonthOfYear(month, day, years) };
        self.made(at, next + 2, when, "date.month-of-year")
    }

    /// A month alone. Names of people and the verb are told by their neighbours.
    pub(super) fn bare_month(&self, at: usize) -> Option<Expression> {
        let month = self.meaning(at).month.filter(|_| self.day(at + 1).is_none() && !self.is_behind_day(at))?;
        let text = self.text(at);
        let led = self.before(
            at,
            &[
                "in", "since", "by", "until", "till", "from", "to", "through", "last", "next", "this", "of", "during", "late", "early",
                "mid", "-", "between", "before", "after", "for",
            ],
        ) || self.before(at, &["and"]) && at > 1 && self.meaning(at - 2).month.is_some()
            || matches!(self.text(at + 1), "to" | "-" | "–" | "and") && self.meaning(at + 2).month.is_some();
        let abbreviated = text.len() <= 4 && text.trim_end_matches('.').len() == 3 && month != 5;
        let person = !led && (self.is_capitalised(at + 1) || self.is_name_before(at));
        // "The March accession"
        let modifies = self.before(at, &["the", "a", "this"]) && month == 3 && self.tag(at + 1) == Tag::Word;
        let led = led || modifies;
        let verb = month == 5 || month == 3 || at == 0;
        if abbreviated && !text.ends_with('.') || person || verb && !led && !self.is(at + 1, &["'s", "’s"]) {
            return None;
        }
        self.made(at, at + 1, When::Month(month), "date.month")
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase) && self.meaning(at).month.is_none() && self.meaning(at).weekday.is_none()
    }

    fn is_name_before(&self, at: usize) -> bool {
        at > 0
            && (self.is(at - 1, &["mr.", "mrs.", "ms.", "dr.", "theresa", "minister", "president"])
                || at > 1 && self.is_capitalised(at - 1))
    }

    /// A number is a year only where a preposition, a bracket or a range says so.
    pub(super) fn bare_year(&self, at: usize) -> Option<Expression> {
        if self.is(at, &["fiscal"]) {
            let named = usize::from(self.is(at + 1, &["year"]));
            let year = self.year(at + 1 + named)?;
            return self.made(at, at + 2 + named, When::Fixed(Period::Year(year)), "date.fiscal");
        }
        let year = self.year(at)?;
        let fixed = |end| self.made(at, end, When::Fixed(Period::Year(year)), "date.year");
        let money = at > 0
            && (self.text(at - 1).ends_with(['$', '€', '£', '¥', '#'])
                || self.is(at - 1, &["yuan", "room", "flight", "no.", "code", "route"]));
        let numeral = self.text(at + 1) == "-" && self.attached(at + 2) && self.text(at + 3) == "-" && self.attached(at + 4);
        if money || numeral || self.is_counted_thing(at) {
            return None;
        }
        let range_behind = matches!(self.text(at + 1), "-" | "–" | "—" | "to") && self.year(at + 2).is_some_and(|end| end >= year);
        let range_before =
            at > 1 && matches!(self.text(at - 1), "-" | "–" | "—" | "to" | "and") && self.year(at - 2).is_some_and(|start| start <= year);
        let led = self.before(
            at,
            &[
                "in",
                "since",
                "by",
                "until",
                "till",
                "before",
                "after",
                "during",
                "around",
                "about",
                "circa",
                "through",
                "between",
                "fiscal",
                "year",
                "late",
                "early",
                "mid",
                "(",
                "of",
                "from",
                "to",
                "for",
                "than",
                "summer",
                "spring",
                "winter",
                "autumn",
                "fall",
                "throughout",
                "into",
                "both",
                "due",
            ],
        );
        // "Lim opened 2012 with the yard", "started 2014 in Orrin".
        let spent = self.before(at, &["opened", "began", "started", "finished", "ended", "spent"])
            && (1900..=2100).contains(&year)
            && self.is(at + 1, &["with", "in", "at", "as", "on", "for", "by", "and", ",", "."]);
        let bracketed = self.text(at + 1) == ")" && at > 0 && matches!(self.text(at - 1), "(" | "," | "-" | "–");
        let determined = self.before(at, &["the", "a", "his", "her", "its", "their", "'s", "’s", "that"])
            && (1700..=2100).contains(&year)
            && self.text(at + 1).starts_with(char::is_alphabetic);
        let subject = at == 0 && self.is(at + 1, &["was", "saw", "is", "will", "has", "brought", "marked"]);
        let heading = at == 0 && self.text(at + 1) == ":" && (1700..=2100).contains(&year);
        if heading
            || range_behind
            || range_before
            || bracketed
            || subject
            || spent
            || determined
            || led && (year >= 1500 || self.before(at, &["in", "of"]))
        {
            return fixed(at + 1);
        }
        None
    }

    /// "2000 people", "1,500 tons": a count, whatever preposition stands before it.
    fn is_counted_thing(&self, at: usize) -> bool {
        let next = self.text(at + 1);
        let function =
            ["and", "or", "to", "as", "is", "was", "has", "plus", "across", "towards", "versus", "les", "its", "his", "this", "less"];
        let plural =
            next.len() > 3 && next.ends_with('s') && next.starts_with(|c: char| c.is_ascii_lowercase()) && !function.contains(&next);
        let led = self.before(at, &["in", "since", "the"]);
        (plural
            || self.is(at + 1, &["people", "percent", "%", "yuan", "km", "miles", "million", "billion", "euros", "men", "women", "units"]))
            && !led
    }
}
