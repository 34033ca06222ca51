//! Clauses that hang on a noun of the sentence or take its verb: "the station, which opened in 1995,", "Orrin, where she built
//! a yard in 2001", "in 2001 the Tern".

use std::ops::Range;

use super::{Clause, Sentence};
use crate::analysis::timeline::opening;
use crate::document::tags::{Tag, is_auxiliary};

/// Words that the thing may have which a relative clause speaks of.
const ANTECEDENT: usize = 7;

/// Words of a participle's opening: "First elected in 1972,".
const OPENING: usize = 14;

impl Sentence<'_> {
    /// "Delta, which merged in 2009, …" → "Delta merged in 2009".
    pub(super) fn relative(&self, date: &Range<usize>) -> Option<Clause> {
        let opens =
            (1..date.start).rev().take_while(|at| !matches!(self.word(*at), ";" | "(" | ")")).find(|at| self.word(at - 1) == ",")?;
        let subject = matches!(self.word(opens), "which" | "who") && self.is_verb(opens + 1);
        let end = (date.end..self.words.len()).find(|at| matches!(self.word(*at), "," | ";" | ".")).unwrap_or(self.words.len());
        // "which occurred on Friday": the main clause says more.
        if !subject || end < opens + 4 + date.len() || self.is_quoted(&(opens..end)) {
            return None;
        }
        let head = self.antecedent(opens - 1)?;
        // "the mill and Nordwind, which merged": both did.
        let joined = self.word(opens) == "which" && head.start > 0 && matches!(self.word(head.start - 1), "and" | "&" | "or");
        if joined && !matches!(self.word(opens + 1), "is" | "was" | "has") {
            return None;
        }
        Some(Clause { head: Some(self.span(&head)), body: self.span(&(opens + 1..end)) })
    }

    /// What "which" or "who" behind the comma at `end` means: a name, or a noun with its article. A thing may have its place
    /// behind it ("the lighthouse of Orrin, which"); of "the son of the mayor, who" nobody knows which of the two it is.
    fn antecedent(&self, end: usize) -> Option<Range<usize>> {
        let noun = self.noun(end)?;
        let placed = noun.start > 0 && self.word(noun.start - 1) == "in" && self.word(end + 1) == "which";
        if placed {
            // "The strike in Orrin, which began"
            let whole = self.noun(noun.start - 1).filter(|whole| matches!(self.tag(whole.start), Tag::Determiner));
            return Some(whole.map_or(noun, |whole| whole.start..end));
        }
        if noun.start == 0 || self.word(noun.start - 1) != "of" {
            return Some(noun);
        }
        if self.word(end + 1) != "which" {
            return None;
        }
        let whole = self.noun(noun.start - 1).filter(|whole| whole.start == 0 || self.word(whole.start - 1) != "of")?;
        Some(whole.start..end)
    }

    /// The name, or the noun with its article, that ends here.
    fn noun(&self, end: usize) -> Option<Range<usize>> {
        let from = end.saturating_sub(ANTECEDENT);
        let named = self.tag(end.checked_sub(1)?) == Tag::Name;
        let belongs = |tag: Tag| tag == Tag::Name || !named && matches!(tag, Tag::Word | Tag::Number);
        let mut start = end;
        while start > from && belongs(self.tag(start - 1)) && self.word(start - 1) != "," {
            start -= 1;
        }
        let article = start > 0 && matches!(self.word(start - 1), "the" | "The" | "a" | "A" | "an" | "An");
        if start == end || !(named || article) {
            return None;
        }
        Some(start - usize::from(article)..end)
    }

    /// "Lim went to Orrin, where she built a yard in 2001": it was done by whom the sentence is about.
    pub(super) fn placed(&self, date: &Range<usize>) -> Option<Clause> {
        let opens = (1..date.start).rev().find(|at| self.word(*at) == "where" && self.word(at - 1) == ",")?;
        // "where, in 2001, she built"
        let begin = if date.start <= opens + 3 { date.end + usize::from(self.word(date.end) == ",") } else { opens + 1 };
        let own = matches!(self.word(begin), "he" | "she") && self.is_verb(begin + 1);
        let verb = (0..opens).find(|at| self.tag(*at) == Tag::Finite)?;
        let from = self.words[..verb].iter().position(|word| *word == ",").map_or(0, |comma| comma + 1);
        let subject = from < verb && (from..verb).all(|at| matches!(self.tag(at), Tag::Name | Tag::Pronoun));
        let end = (date.end.max(begin + 2)..self.words.len()).find(|at| matches!(self.word(*at), "," | ";" | "."))?;
        let whole = own && subject && end > begin + 2 && (begin..date.start).all(|at| !matches!(self.word(at), "," | ";"));
        whole.then(|| Clause { head: Some(self.span(&(from..verb))), body: self.span(&(begin + 1..end)) })
    }

    /// "In 1998 the yard built the Heron, in 2001 the Tern and": what the second year tells takes its verb from the first.
    pub(super) fn gapped(&self, date: &Range<usize>) -> Option<Clause> {
        let comma = date.start.checked_sub(2).filter(|comma| self.is_gap(*comma))?;
        let verb = (1..comma).find(|at| self.tag(*at) == Tag::Finite)?;
        let year = self.word(0) == "In" && self.tag(1) == Tag::Number;
        let opens = if year { 2 + usize::from(self.word(2) == ",") } else { 0 };
        let subject =
            opens < verb && (opens..verb).all(|at| matches!(self.tag(at), Tag::Name | Tag::Word | Tag::Pronoun | Tag::Determiner));
        let end = (date.end..self.words.len()).find(|at| matches!(self.word(*at), "," | ";" | "." | "and"))?;
        let noun = (date.end..end).all(|at| self.tag(at) != Tag::Finite) && end > date.end;
        let plain = subject && noun && !is_auxiliary(self.word(verb));
        plain.then(|| Clause { head: Some(self.span(&(opens..verb + 1))), body: self.span(&(date.end..end)) })
    }

    /// "First elected in 1972, Ada Lim lost the seat in 2012": what the participle tells is told of another date.
    pub(super) fn behind_opening(&self, date: &Range<usize>) -> Option<Clause> {
        let comma = self.opening().filter(|comma| *comma < date.start)?;
        let end = self.words.len() - usize::from(self.words.last() == Some(&"."));
        Some(Clause { head: None, body: self.span(&(comma + 1..end)) })
    }

    /// The comma that closes such an opening.
    pub(super) fn opening(&self) -> Option<usize> {
        let comma = opening::participle(&self.words).and_then(|_| self.words.iter().take(OPENING).position(|word| *word == ","))?;
        let year = self.words[..comma].last().is_some_and(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
        (year && !self.words[..comma].contains(&"and")).then_some(comma)
    }

    fn is_quoted(&self, words: &Range<usize>) -> bool {
        self.words[words.clone()].iter().any(|word| matches!(*word, "“" | "”" | "\"" | "‘"))
    }
}
