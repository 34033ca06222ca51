//! Where sentences end. One pass over a block's tokens; every stop is judged by what stands before and behind it.
//!
//! Words and their classes are tables in `data/sentences`. `tests/cases/sentences.tsv` holds the cases.

use super::tables::{self, Abbreviation, Context};
use super::tokens::{Token, TokenKind, is_stop_mark};
use crate::characters::{is_closer, is_opener, is_stop};

/// Indexes of the tokens that open a sentence, ascending; the first is 0 unless there is no token.
#[must_use]
pub fn sentence_starts(text: &str, tokens: &[Token]) -> Vec<usize> {
    let view = View { text, tokens };
    let mut starts = Vec::new();
    if !tokens.is_empty() {
        starts.push(0);
    }
    let mut at = 0;
    while at < tokens.len() {
        let end = if view.may_stop(at) { view.after_closers(at + 1) } else { at + 1 };
        let first = *starts.last().unwrap_or(&0);
        if view.may_stop(at) && end < tokens.len() && view.is_boundary(first, at, end) {
            starts.push(end);
        }
        at = end;
    }
    starts
}

struct View<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> View<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn may_stop(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Abbreviation) || is_stop_mark(self.word(at))
    }

    /// Whether nothing stands between the token and the one before it.
    fn is_attached(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.span.start == self.tokens[at - 1].span.end)
    }

    /// The first token behind the closing quotes and brackets, further stops and footnote marks that belong to a stop.
    fn after_closers(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let word = self.word(at);
            let closes = self.is_attached(at) && (word.starts_with(is_closer) || word.starts_with(is_stop));
            // A straight quote that is attached on both sides opens what follows: ."The
            let opens_next =
                matches!(word, "\"" | "'" | "*" | "_") && self.is_attached(at + 1) && self.kind(at + 1) != Some(TokenKind::Mark);
            // French sets its guillemets apart.
            if closes && !opens_next
                || word == "»"
                || word.starts_with(is_emoji)
                || self.is_attached(at) && word.starts_with(is_superscript)
            {
                at += 1;
            } else if self.is_footnote(at) {
                at += 3;
            } else if let Some(length) = self.smiley(at) {
                at += length;
            } else {
                return at;
            }
        }
    }

    /// "[6]" behind a stop, attached or not; "[a]" attached.
    fn is_footnote(&self, at: usize) -> bool {
        let mark = self.word(at + 1);
        let number = self.kind(at + 1) == Some(TokenKind::Number) && mark.len() <= 3;
        let letter = mark.len() == 1 && mark.starts_with(|c: char| c.is_ascii_lowercase()) && self.is_attached(at);
        self.word(at) == "[" && (number || letter) && self.word(at + 2) == "]"
    }

    /// How many tokens ":)" or ":-)" takes.
    fn smiley(&self, at: usize) -> Option<usize> {
        let eyes = matches!(self.word(at), ":" | ";") && self.is_attached(at + 1);
        let nose = usize::from(self.word(at + 1) == "-" && self.is_attached(at + 2));
        (eyes && matches!(self.word(at + 1 + nose), ")" | "(")).then_some(2 + nose)
    }

    /// Whether the sentence that began at `first` ends with the stop at `stop`, whose closers reach to `next`.
    fn is_boundary(&self, first: usize, stop: usize, next: usize) -> bool {
        // A last quote that stands apart (…' ") closes what came before it.
        if self.tokens.len() - next <= 2 && (next..self.tokens.len()).all(|at| self.word(at).starts_with(is_closer)) {
            return false;
        }
        if self.opens_life(stop) {
            return false;
        }
        let mark = self.word(stop);
        let closed = next > stop + 1 && (stop + 1..next).any(|at| self.word(at).starts_with(is_closer));
        if !self.is_apart(next) {
            return self.is_unspaced_boundary(stop, next, mark);
        }
        if self.is_parenthesis(next) {
            return false;
        }
        if self.kind(stop) == Some(TokenKind::Abbreviation) && !(closed && self.is_answer_no(stop)) {
            return self.ends_with_abbreviation(first, stop, next);
        }
        match mark.chars().next() {
            Some('!' | '?') => self.begins_sentence(next) && !self.is_attribution(next, closed) && !self.is_brand(stop, next),
            Some('…') => self.ends_with_ellipsis(stop, next),
            Some('.') if mark.len() > 1 => self.ends_with_ellipsis(stop, next),
            Some('.') => !self.is_enumerator(first, stop) && (self.begins_sentence(next) || self.opens_in_lower_case(stop, next)),
            _ => true,
        }
    }

    /// "(b. March 2009)", "(d. 1871)": the stop of a letter that opens a bracket.
    fn opens_life(&self, stop: usize) -> bool {
        let letter = self.word(stop).trim_end_matches('.');
        let at = if letter.is_empty() { stop.checked_sub(1) } else { Some(stop) };
        let Some(at) = at.filter(|at| *at > 0) else { return false };
        self.word(at - 1) == "(" && matches!(self.word(at).trim_end_matches('.'), "b" | "d" | "m" | "r" | "fl")
    }

    /// "Nordwind Corp. (NYSE: NRD), a maker of …", "in the U.S. (and Canada) went": a bracket behind which the sentence goes
    /// on belongs to what came before it.
    fn is_parenthesis(&self, at: usize) -> bool {
        const LONGEST: usize = 12;
        if self.word(at) != "(" {
            return false;
        }
        let close = (at + 1..self.tokens.len().min(at + LONGEST)).find(|&at| self.word(at) == ")");
        close.is_some_and(|close| self.word(close + 1) == "," || self.word(close + 1).starts_with(char::is_lowercase))
    }

    /// Whether white space stands before the token.
    fn is_apart(&self, at: usize) -> bool {
        !self.is_attached(at)
    }

    /// "closed.The court": the space was lost. "node.js", "3.5" and "U.S.-led" are not ends.
    fn is_unspaced_boundary(&self, stop: usize, next: usize, mark: &str) -> bool {
        if mark.starts_with(['。', '！', '？', '｡']) {
            return true;
        }
        if !matches!(mark, "." | "?" | "!") || stop == 0 {
            return false;
        }
        let before = self.word(stop - 1);
        let opening = self.skip_openers(next);
        let next_word = self.word(opening);
        let ends = before.chars().count() > 1 && before.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let percent = before == "%" && stop > 1 && self.kind(stop - 2) == Some(TokenKind::Number);
        (ends && (mark == "." || tables::opens_sentences(next_word)) || percent)
            && next_word.starts_with(char::is_uppercase)
            && (tables::opens_sentences(next_word) || opening > next)
    }

    /// Whether what stands at `at` may open a sentence: a capital, a digit, a quotation, a brand such as "iPhone".
    fn begins_sentence(&self, at: usize) -> bool {
        let opening = self.skip_openers(at);
        let word = self.word(opening);
        let Some(first) = word.chars().next() else { return true };
        if first.is_lowercase() {
            let labelled = self.word(opening + 1) == "." && self.word(opening + 2).starts_with(char::is_uppercase);
            let enumerates = word.len() == 1 && (self.word(opening + 1) == ")" || labelled);
            return enumerates || word.chars().nth(1).is_some_and(char::is_uppercase) || self.is_particle_name(opening);
        }
        first.is_alphanumeric() || opening > at || !matches!(first, ',' | ';' | ':' | ')' | ']' | '-' | '–' | '—' | '&' | '/' | '%')
    }

    /// "van der Berg" at the front of a sentence.
    fn is_particle_name(&self, at: usize) -> bool {
        let particles = (at..at + 3).take_while(|&i| tables::is_in(Context::Particle, self.word(i))).count();
        particles > 0 && self.word(at + particles).starts_with(char::is_uppercase)
    }

    /// "It ended. the next day": a careless writer, told by a word that opens sentences behind a plain one.
    fn opens_in_lower_case(&self, stop: usize, next: usize) -> bool {
        let before = if stop == 0 { "" } else { self.word(stop - 1) };
        before.len() >= 4
            && before.bytes().all(|b| b.is_ascii_lowercase())
            && tables::opens_sentences(self.word(next))
            && !tables::is_in(Context::Said, self.word(next + 1))
    }

    fn skip_openers(&self, from: usize) -> usize {
        let mut at = from;
        while self.kind(at) == Some(TokenKind::Mark) && self.word(at).starts_with(is_opener) {
            at += 1;
        }
        at
    }

    /// “It works!” Lena Ruiz said.
    fn is_attribution(&self, next: usize, closed: bool) -> bool {
        if !closed || self.skip_openers(next) != next {
            return false;
        }
        let name = (next..next + 5)
            .take_while(|&at| self.word(at).starts_with(char::is_uppercase) || tables::is_in(Context::Particle, self.word(at)))
            .count();
        let pronoun = name == 1 && tables::opens_sentences(self.word(next));
        let calls = self.word(next + name) == "called" && self.word(next + name + 1) == "out";
        name > 0 && !pronoun && (calls || tables::is_in(Context::Said, self.word(next + name)))
    }

    /// "Yahoo! Inc.", "Yahoo! Chief Executive": the mark belongs to a company's name.
    fn is_brand(&self, stop: usize, next: usize) -> bool {
        let role = tables::is_in(Context::Role, self.word(next)) && tables::is_in(Context::Role, self.word(next + 1));
        stop > 0
            && self.word(stop) == "!"
            && self.word(stop - 1).starts_with(char::is_uppercase)
            && (role || tables::is_in(Context::Suffix, self.word(next)))
    }

    fn ends_with_ellipsis(&self, stop: usize, next: usize) -> bool {
        let opening = self.skip_openers(next);
        let word = self.word(opening);
        // “I … I do not know”: somebody stammers.
        if stop > 0 && opening == next && self.word(stop - 1) == word {
            return false;
        }
        word.starts_with(char::is_uppercase) && (self.is_attached(stop) || opening > next || tables::opens_sentences(word))
            || word.starts_with(|c: char| c.is_ascii_digit()) && self.is_attached(stop)
    }

    /// "1. First, do this": a number or letter that opens the sentence is its label.
    fn is_enumerator(&self, first: usize, stop: usize) -> bool {
        let label = self.word(first);
        stop == first + 1
            && (self.kind(first) == Some(TokenKind::Number) && label.len() <= 3
                || label.len() == 1 && label.starts_with(|c: char| c.is_ascii_lowercase())
                || label.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x')))
    }

    /// “No.” said on its own.
    fn is_answer_no(&self, stop: usize) -> bool {
        self.word(stop).eq_ignore_ascii_case("no.")
    }

    fn ends_with_abbreviation(&self, first: usize, stop: usize, next: usize) -> bool {
        let opening = self.skip_openers(next);
        let word = self.word(opening);
        let abbreviation = self.word(stop).trim_end_matches('.');
        let capital = self.begins_sentence(next) && !word.starts_with(|c: char| c.is_numeric());
        let opener = capital && self.kind(opening) == Some(TokenKind::Word) && tables::opens_sentences(word);
        // "L. M. Pell": one initial behind another.
        if self.kind(opening) == Some(TokenKind::Abbreviation) && word.chars().count() == 2 {
            return false;
        }
        let capital_letter = abbreviation.len() == 1 && abbreviation.starts_with(char::is_uppercase);
        let Some(class) = tables::abbreviation(abbreviation).filter(|_| !capital_letter) else {
            return self.ends_with_initial(first, stop, opener, capital);
        };
        match class {
            // Of feet, not of a fort.
            Abbreviation::Title if self.word(stop) == "ft." => capital && stop > 0 && self.kind(stop - 1) == Some(TokenKind::Number),
            // "a newer IE. Its goal": a short form of its own.
            Abbreviation::Joins if is_loud(abbreviation) && !abbreviation.contains('.') => opener,
            Abbreviation::Title | Abbreviation::Joins => false,
            // "They said no. Orrin’s council": a number's has a capital, or digits behind it.
            Abbreviation::Number if abbreviation == "no" => capital && !word.contains(|c: char| c.is_ascii_digit()),
            Abbreviation::Number if abbreviation.eq_ignore_ascii_case("no") => capital && (opener || stop == self.skip_openers(first)),
            Abbreviation::Number | Abbreviation::Name => opener || capital && self.is_street_end(stop),
            // In a headline of capitals alone they say nothing.
            Abbreviation::Firm if is_loud(abbreviation) && is_loud(word) => false,
            Abbreviation::Firm => {
                capital && ![Context::Suffix, Context::Role, Context::Said].iter().any(|set| tables::is_in(*set, word)) && word != "&"
            }
            Abbreviation::End => capital,
            Abbreviation::Month => capital && self.kind(opening) != Some(TokenKind::Number),
            Abbreviation::Clock => capital && !self.is_time_word(word) && !self.is_zone_name(opening),
            Abbreviation::State => {
                opener || capital && stop > 0 && self.word(stop - 1) == "," && !self.is_title(word) && !tables::is_in(Context::Role, word)
            }
        }
    }

    /// "on Main St. Witnesses said" is left to the opener list; nothing but a title marks a saint.
    fn is_street_end(&self, stop: usize) -> bool {
        let street = matches!(self.word(stop).to_lowercase().as_str(), "ave." | "blvd." | "rd." | "hwy." | "pkwy.");
        street && stop > 0 && self.word(stop - 1).starts_with(char::is_uppercase)
    }

    /// "West Africa Time", "Eastern Daylight Time" behind "4:00 a.m.".
    fn is_zone_name(&self, at: usize) -> bool {
        let named = (at..at + 4).take_while(|at| self.word(*at).starts_with(char::is_uppercase)).map(|at| self.word(at));
        named.skip(1).any(|word| word == "Time")
    }

    fn is_time_word(&self, word: &str) -> bool {
        tables::is_in(Context::Zone, word) || crate::calendar::is_weekday(word) || crate::calendar::month_of(word).is_some()
    }

    fn is_title(&self, word: &str) -> bool {
        tables::abbreviation(word.trim_end_matches('.')) == Some(Abbreviation::Title)
    }

    /// "J. Halvorsen" and "said C. Alan Pell" go on; "Vitamin C. They" and "Plan B. Doctors" end.
    fn ends_with_initial(&self, first: usize, stop: usize, opener: bool, capital: bool) -> bool {
        let one_letter = self.word(stop).chars().count() == 2;
        if one_letter && stop == first {
            // "A. The owner pays": a label.
            return false;
        }
        if opener {
            return true;
        }
        let degrees = matches!(self.word(stop), "C." | "F.")
            && stop > first
            && self.kind(stop - 1) == Some(TokenKind::Number)
            && self.word(stop - 1).len() <= 3;
        capital && one_letter && stop > first && (degrees || tables::is_in(Context::Label, self.word(stop - 1)))
    }
}

fn is_loud(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
}

/// "¹" behind a stop refers to a footnote.
fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}

/// A picture behind a stop belongs to what it follows.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tokens::tokenize;
    use crate::span::Span;

    fn split(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0..text.len()), &mut tokens);
        let starts = sentence_starts(text, &tokens);
        let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
        starts.iter().zip(ends).map(|(&from, to)| tokens[from].span.to(tokens[to - 1].span).of(text)).collect()
    }

    #[test]
    fn sentences_end_where_an_editor_ends_them() {
        let mut wrong = Vec::new();
        let mut cases = 0;
        for line in include_str!("../../tests/cases/sentences.tsv").lines().filter(|l| !l.starts_with('#')) {
            let Some((rule, text)) = line.split_once('\t') else { continue };
            cases += 1;
            let text = text.replace("\\n", "\n");
            let expected: Vec<&str> = text.split(" | ").collect();
            // Where a case says that the space was lost, its boundary stands between two letters.
            let joined = text.replace(" | ", if rule.contains("missing-space") { "" } else { " " });
            let found = split(&joined);
            if found != expected {
                wrong.push(format!("{rule}: {}", found.join(" | ")));
            }
        }
        assert!(cases >= 150, "only {cases} cases");
        assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn no_tokens_no_sentences() {
        assert!(split("").is_empty());
        assert!(split(" \u{200B}\n").is_empty());
        assert_eq!(split("..."), ["..."]);
    }
}
