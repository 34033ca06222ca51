//! The dates of a sentence as words: where one ends, and what a written one means beside what it says.

use super::words::{Kind, Word};
use crate::calendar::Period;
use crate::recognisers::DateFound;

/// Where the date that begins here ends; here, where none does. A "since" or "by" is not part of it: it is compared.
pub fn end(words: &[Word], from: usize) -> usize {
    let mut at = from;
    let mut anchored = false;
    while let Some(word) = words.get(at) {
        let day = word.is_number() && word.text.len() <= 2 && is_beside_month(words, at);
        let anchor = word.is_year() || word.is_month() || word.text.starts_with('@') || day || is_relative(words, at) || word.implied;
        let leads = matches!(word.text.as_str(), "early" | "mid" | "late" | "this" | "last" | "next" | "earlier" | "later");
        let joins = word.is(",") && anchored && words.get(at + 1).is_some_and(Word::is_year);
        if !(anchor || leads || joins) {
            break;
        }
        anchored |= anchor;
        at += 1;
    }
    if anchored { at } else { from }
}

/// "year" of "this year", "yesterday".
fn is_relative(words: &[Word], at: usize) -> bool {
    let unit = matches!(words[at].text.as_str(), "year" | "month" | "week" | "quarter" | "spring" | "summer" | "autumn" | "winter");
    let led = at > 0 && matches!(words[at - 1].text.as_str(), "this" | "last" | "next");
    unit && led || matches!(words[at].text.as_str(), "yesterday" | "today" | "tomorrow")
}

fn is_beside_month(words: &[Word], at: usize) -> bool {
    at > 0 && words[at - 1].is_month() || words.get(at + 1).is_some_and(Word::is_month)
}

/// Puts the year behind "September" and the day behind "Monday", as the article means them; nobody need say them.
/// `first` is the index of the words' first token.
pub fn imply(words: &mut Vec<Word>, first: usize, dates: &[DateFound]) {
    for found in dates {
        let Some(period) = found.period else { continue };
        let inside = |word: &Word| found.tokens.contains(&(first + word.token));
        let Some(last) = words.iter().rposition(inside) else { continue };
        let written: Vec<&Word> = words.iter().filter(|word| inside(word)).collect();
        let has_year = written.iter().any(|word| word.is_year());
        let has_month = written.iter().any(|word| word.is_month());
        let token = words[last].token;
        let mut put: Vec<String> = Vec::new();
        match period {
            // A week's day is only its Monday.
            Period::Day(_) if found.value.as_deref().is_none_or(|value| value.contains('W')) => {}
            Period::Day(date) if !has_month && !has_year => put.extend([format!("#{}", date.month()), date.day().to_string()]),
            Period::Month(_, month) if !has_month && !has_year => put.push(format!("#{month}")),
            _ => {}
        }
        if !has_year {
            put.extend(
                period
                    .first()
                    .filter(|_| !matches!(period, Period::Decade(_) | Period::Century(_) | Period::Season(..)))
                    .map(|day| day.year().to_string()),
            );
        }
        let implied = put.into_iter().map(|text| Word { implied: true, ..Word::new(&text, Kind::Value, token) });
        words.splice(last + 1..last + 1, implied.collect::<Vec<_>>());
    }
}

/// A date among words, with the "since" or "by" before it.
pub struct Dated {
    from: usize,
    end: usize,
}

/// The dates among the words; two joined by "to" are one.
pub fn runs(words: &[Word]) -> Vec<Dated> {
    let mut runs: Vec<Dated> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let stop = end(words, at);
        if stop == at {
            at += 1;
            continue;
        }
        let joined = at > 0 && words[at - 1].is("to") && runs.last().is_some_and(|run| run.end == at - 1);
        if let Some(run) = runs.last_mut().filter(|_| joined) {
            run.end = stop;
        } else {
            let bound = at > 0 && is_bound(&words[at - 1].text);
            runs.push(Dated { from: at - usize::from(bound), end: stop });
        }
        at = stop;
    }
    runs
}

impl Dated {
    pub fn whole(&self) -> std::ops::Range<usize> {
        self.from..self.end
    }

    /// The words without it.
    pub fn without(&self, words: &[Word]) -> Vec<Word> {
        [&words[..self.from], &words[self.end..]].concat()
    }

    /// Whether it belongs to the sentence's first clause: at its front, or with no border before it.
    pub fn is_free(&self, words: &[Word]) -> bool {
        let joins = ["and", "but", "which", "that", "who", "when", "while", "as", "if", "after", "before", "said"];
        !words[..self.from].iter().any(|word| word.kind == Kind::Mark || joins.contains(&word.text.as_str()))
    }

    /// Whether it says all that the other date does.
    pub fn covers(&self, words: &[Word], date: &[Word]) -> bool {
        let mut own = words[self.whole()].iter();
        self.is_bound_as(words, date)
            && date.iter().filter(|word| word.kind != Kind::Mark).all(|word| own.any(|there| there.text == word.text))
    }

    /// Whether the other date is of the same form and says something else: the word that differs.
    pub fn conflicts(&self, words: &[Word], date: &[Word]) -> Option<String> {
        type Form = fn(&Word) -> bool;
        let forms: [Form; 4] =
            [Word::is_year, Word::is_month, |word| word.is_number() && !word.is_year(), |word| word.text.starts_with('@')];
        let of = |words: &[Word], form: Form| words.iter().filter(|word| form(word)).map(|word| word.text.clone()).collect::<Vec<_>>();
        let own = &words[self.whole()];
        let implied = |form: Form| own.iter().any(|word| word.implied && form(word));
        let plain = |words: &[Word]| words.iter().filter(|word| word.kind == Kind::Word).map(|word| word.text.clone()).collect::<Vec<_>>();
        if !self.is_bound_as(words, date) || plain(own) != plain(date) {
            return None;
        }
        let mut differs = None;
        for form in forms {
            let (own, other) = (of(own, form), of(date, form));
            if other.is_empty() {
                continue;
            }
            if own.len() != other.len() {
                return None;
            }
            // What is only meant may have been taken wrong.
            if implied(form) && own != other {
                return None;
            }
            differs = differs.or_else(|| own.iter().zip(&other).find(|(own, other)| own != other).map(|(_, other)| other.clone()));
        }
        differs
    }

    /// Whether both are "since", both "by", or neither is either.
    fn is_bound_as(&self, words: &[Word], date: &[Word]) -> bool {
        let bound =
            |words: &[Word]| words.first().filter(|word| word.kind == Kind::Word && is_bound(&word.text)).map(|word| word.text.clone());
        bound(&words[self.whole()]) == bound(date)
    }
}

fn is_bound(word: &str) -> bool {
    matches!(word, "since" | "by" | "until" | "before" | "after" | "from" | "~")
}
