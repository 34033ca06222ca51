//! Years and decades that are spelled out, as broadcasters' transcripts have them: "nineteen ninety-six", "the nineties".

use super::Sentence;
use crate::calendar::Period;
use crate::recognisers::dates::expression::{Expression, When};

/// Decades that can only be those of the last century; "the twenties" are of any.
const DECADES: [(&str, i16); 7] = [
    ("thirties", 1930),
    ("forties", 1940),
    ("fifties", 1950),
    ("sixties", 1960),
    ("seventies", 1970),
    ("eighties", 1980),
    ("nineties", 1990),
];

impl Sentence<'_> {
    /// "nineteen ninety-six", "January nineteen ninety-six", "the year two thousand", "the nineties", "the '80s".
    pub(super) fn spelled_year(&self, at: usize) -> Option<Expression> {
        if let Some(decade) = self.spelled_decade(at) {
            return Some(decade);
        }
        let month = self.meaning(at).month;
        let season_at = at + usize::from(self.is(at, &["the"]));
        if let Some(season) = self.meaning(season_at).season.filter(|_| self.is(season_at + 1, &["of"])) {
            let (year, end) = self.hundreds(season_at + 2)?;
            return self.made(at, end, When::Fixed(Period::Season(year, season)), "date.spelled");
        }
        let named = self.is(at, &["the"]) && self.is(at + 1, &["year"]);
        let from = at + if named { 2 } else { usize::from(month.is_some()) };
        let (year, end) = self.hundreds(from).or_else(|| self.thousands(from).filter(|_| named || month.is_some()))?;
        let period = month.map_or(Period::Year(year), |month| Period::Month(year, month));
        self.made(at, end, When::Fixed(period), "date.spelled")
    }

    /// "nineteen ninety-six": the year, and one past its last token.
    fn hundreds(&self, at: usize) -> Option<(i16, usize)> {
        let hundreds = self.meaning(at).number.filter(|hundreds| (16..=19).contains(hundreds))?;
        let from = at + 1 + usize::from(self.text(at + 1) == "-");
        let tens = self.meaning(from).number.filter(|tens| (10..100).contains(tens))?;
        let hyphen = usize::from(self.text(from + 1) == "-");
        let ones = self.meaning(from + 1 + hyphen).number.filter(|ones| tens >= 20 && (1..10).contains(ones));
        let ones = ones.filter(|_| !self.is(from + 1 + hyphen, &["a", "an"]));
        let end = from + ones.map_or(1, |_| 2 + hyphen);
        // "nineteen thirty-year bonds"
        let counts = self.text(end) == "-" || self.meaning(end).unit.is_some();
        let year = i16::try_from(hundreds * 100 + tens + ones.unwrap_or_default()).ok()?;
        if counts { None } else { Some((year, end)) }
    }

    /// "two thousand", "two thousand and four".
    fn thousands(&self, at: usize) -> Option<(i16, usize)> {
        if !self.is(at, &["two"]) || !self.is(at + 1, &["thousand"]) {
            return None;
        }
        let and = usize::from(self.is(at + 2, &["and"]));
        let ones = self.meaning(at + 2 + and).number.filter(|ones| (1..=30).contains(ones));
        let year = 2000 + i16::try_from(ones.unwrap_or_default()).ok()?;
        Some((year, at + 2 + ones.map_or(0, |_| and + 1)))
    }

    /// "the nineties", "the early eighties", "the '80s".
    fn spelled_decade(&self, at: usize) -> Option<Expression> {
        if !self.is(at, &["the"]) {
            return None;
        }
        let early = self.meaning(at + 1).early.filter(|_| !self.is(at + 1, &["end", "start", "beginning", "opening", "close"]));
        let from = at + 1 + usize::from(early.is_some()) + usize::from(early.is_some() && self.text(at + 2) == "-");
        let listed = DECADES.iter().find(|(word, _)| self.is(from, &[word])).map(|(_, decade)| (*decade, from + 1));
        let (decade, end) = listed.or_else(|| self.short_decade(from))?;
        // "in her eighties", "the sixties-style"
        if self.text(end) == "-" {
            return None;
        }
        Some(Expression { modifier: early, ..self.made(at, end, When::Fixed(Period::Decade(decade)), "date.decade")? })
    }

    /// "'80s", "’90s", "80s".
    fn short_decade(&self, at: usize) -> Option<(i16, usize)> {
        let quoted = usize::from(matches!(self.text(at), "'" | "’" | "‘"));
        let decade: i16 = self.text(at + quoted).trim_start_matches(['\'', '’', '‘']).strip_suffix("0s")?.parse().ok()?;
        (3..=9).contains(&decade).then(|| (1900 + decade * 10, at + quoted + 1))
    }
}
