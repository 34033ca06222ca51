//! The words that dates are made of (`data/dates/words.tsv`).

use std::sync::LazyLock;

use super::holidays::HOLIDAYS;
use crate::lists::{Map, rows};

/// What one word can mean in a date. A word can mean several things ("second", "may").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// 1–12.
    pub month: Option<u8>,
    /// 0 for Monday.
    pub weekday: Option<u8>,
    /// 1 spring – 4 winter.
    pub season: Option<u8>,
    /// A unit of time.
    pub unit: Option<Unit>,
    /// "three".
    pub number: Option<i32>,
    /// "third".
    pub ordinal: Option<u8>,
    /// TIMEX3: MO, AF, EV, NI.
    pub part: Option<&'static str>,
    /// TIMEX3: START, MID, END.
    pub early: Option<&'static str>,
    /// "last", "next", "this".
    pub relative: Option<Relative>,
    /// Before a date it looks ahead: "until Tuesday", "payable Dec. 7".
    pub looks_ahead: bool,
    /// Before "to" it says that something is arranged: "set to expire".
    pub arranges: bool,
    /// Before "for" or "to" and a date it says that something is arranged: "set a hearing for September 4".
    pub appoints: bool,
    /// It may stand between a count and its unit: "two full days".
    pub filler: bool,
    /// It speaks of business, whose years have quarters and halves.
    pub business: bool,
    /// It speaks of a game, which has quarters and halves of its own.
    pub game: bool,
    /// It names the zone of a clock.
    pub zone: bool,
    /// Whether it looks ahead ("will") or back ("was").
    pub tense: Option<Tense>,
    /// Whether a phrase of quantity begins with it: "more than a year".
    pub quantifies: bool,
    /// Whether a vague phrase begins with it: "the near future".
    pub phrases: bool,
    /// Whether a dated expression can begin with it: nine of ten words of a text cannot.
    pub opens: bool,
}

/// A phrase of several words and what it says.
pub struct Phrase {
    /// Its words, in small letters.
    pub words: Vec<&'static str>,
    /// TIMEX3 value ("FUTURE_REF"), or the modifier of a duration (MORE_THAN, EQUAL_OR_LESS).
    pub value: &'static str,
    /// TIMEX3 modifier of a day or year so far away: BEFORE, ON_OR_AFTER.
    pub of_point: &'static str,
}

static QUANTITIES: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(include_str!("../../../data/dates/quantities.tsv")));
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(include_str!("../../../data/dates/phrases.tsv")));

fn phrases(table: &'static str) -> Vec<Phrase> {
    let phrase = |cells: Vec<&'static str>| match cells[..] {
        [value, of_point, words] => Some(Phrase { words: words.split(' ').collect(), value, of_point }),
        [value, words] => Some(Phrase { words: words.split(' ').collect(), value, of_point: value }),
        _ => None,
    };
    rows(table).filter_map(phrase).collect()
}

impl Phrase {
    /// What a count comes near to, above or below ("more than", "at least"), longer phrases before the shorter ones in them.
    pub fn quantities() -> &'static [Self] {
        &QUANTITIES
    }

    /// Phrases that say now, once or some day: "right now", "the near future".
    pub fn all() -> &'static [Self] {
        &PHRASES
    }
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds, minutes, hours: the TIMEX3 letter.
    Clock(char),
    /// Day.
    Day,
    /// Week.
    Week,
    /// Two weeks.
    Fortnight,
    /// Weekend.
    Weekend,
    /// Month.
    Month,
    /// Quarter.
    Quarter,
    /// Year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// The one before.
    Last,
    /// The one that comes.
    Next,
    /// The one that runs.
    This,
}

impl Relative {
    /// How many units away: -1, 0, 1.
    #[must_use]
    pub fn step(self) -> i32 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }
}

/// Where a verb looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "was", "rose"
    Past,
    /// "meet", "opens": with a weekday it tells of a plan
    Present,
    /// "will", "due"
    Future,
}

static WORDS: LazyLock<Map<&str, Word>> = LazyLock::new(|| {
    let mut words: Map<&str, Word> = Map::default();
    for cells in rows(include_str!("../../../data/dates/words.tsv")) {
        let [class, value, list] = cells[..] else { continue };
        for word in list.split(' ') {
            words.entry(word).or_default().add(class, value);
        }
    }
    for phrase in Phrase::quantities() {
        let word = words.entry(phrase.words[0]).or_default();
        (word.quantifies, word.opens) = (true, true);
    }
    for phrase in Phrase::all() {
        let word = words.entry(phrase.words[0]).or_default();
        (word.phrases, word.opens) = (true, true);
    }
    for holiday in &HOLIDAYS {
        let first = holiday.words.split(' ').next().unwrap_or_default();
        words.entry(first).or_default().opens = true;
    }
    words
});

impl Word {
    fn add(&mut self, class: &str, value: &'static str) {
        self.opens |= !matches!(class, "ahead" | "arranges" | "appoints" | "filler" | "business" | "game" | "zone" | "past" | "future");
        match class {
            "month" => self.month = value.parse().ok(),
            "weekday" => self.weekday = value.parse().ok(),
            "season" => self.season = value.parse().ok(),
            "unit" => self.unit = unit(value),
            "number" => self.number = value.parse().ok(),
            "ordinal" => self.ordinal = value.parse().ok(),
            "part" => self.part = Some(value),
            "early" => self.early = Some(value),
            "relative" => {
                self.relative = Some(if value == "last" {
                    Relative::Last
                } else if value == "next" {
                    Relative::Next
                } else {
                    Relative::This
                })
            }
            "opens" => self.opens = true,
            "ahead" => self.looks_ahead = true,
            "arranges" => self.arranges = true,
            "appoints" => self.appoints = true,
            "filler" => self.filler = true,
            "business" => self.business = true,
            "game" => self.game = true,
            "zone" => self.zone = true,
            "past" => self.tense = Some(Tense::Past),
            _ => self.tense = Some(Tense::Future),
        }
    }
}

fn unit(letter: &str) -> Option<Unit> {
    Some(match letter {
        "D" => Unit::Day,
        "W" => Unit::Week,
        "FN" => Unit::Fortnight,
        "WE" => Unit::Weekend,
        "M" => Unit::Month,
        "Q" => Unit::Quarter,
        "Y" => Unit::Year,
        "DE" => Unit::Decade,
        "CE" => Unit::Century,
        clock => Unit::Clock(clock.chars().nth(1)?),
    })
}

/// What a token can mean; capital letters and the stop of an abbreviation aside.
#[must_use]
pub fn word(token: &str) -> Word {
    // "September" is the longest word that matters here, "scheduled" and "beginning" as long.
    const LONGEST: usize = 12;
    let bare = token.strip_suffix('.').unwrap_or(token);
    if bare.len() > LONGEST || !bare.is_ascii() {
        return Word::default();
    }
    let mut buffer = [0; LONGEST];
    let lower = &mut buffer[..bare.len()];
    lower.copy_from_slice(bare.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or_default();
    let mut word = WORDS.get(lower).copied().unwrap_or_default();
    // A date's month has a capital; "may", "march" and "sat" without one are other words.
    if !token.starts_with(|c: char| c.is_ascii_uppercase()) {
        (word.month, word.weekday) = (None, None);
    }
    // "23", "8:30", "1990s", "20th".
    word.opens |= token.starts_with(|c: char| c.is_ascii_digit());
    if word.tense.is_none() && lower.len() > 3 && lower.ends_with("ed") {
        word.tense = Some(Tense::Past);
    }
    word
}
