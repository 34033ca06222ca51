//! Dates that a sentence names in passing: what it tells did not happen then.

use super::lexicon::is_in;
use super::subordinate;
use crate::analysis::claims;
use crate::calendar::month_of;
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past, can_be_third, tags};
use crate::recognisers::DateFound;

/// Most tokens that are looked at on each side.
const NEAR: usize = 40;

/// The words of the date's sentence about it.
struct View<'a> {
    words: Vec<&'a str>,
    document: &'a Document,
    sentence: usize,
    first: usize,
    last: usize,
}

/// Whether the date is that of a phrase in front, of a document, of a work in a list or of a reference; or a "today" that
/// means nowadays or is somebody's own.
#[must_use]
pub fn is_aside(document: &Document, found: &DateFound) -> bool {
    let tokens = document.sentences()[found.sentence].tokens.clone();
    let words = document.slices(&tokens);
    let view =
        View { words, document, sentence: found.sentence, first: found.tokens.start - tokens.start, last: found.tokens.end - tokens.start };
    view.is_of_front()
        || view.is_of_document()
        || view.is_bracketed()
        || view.is_between()
        || view.is_of_quotation()
        || subordinate::is_of_noun(document, found)
        || claims::is_figure(document, found)
        || found.rule == "date.deictic" && (view.is_quoted() || view.is_nowadays())
}

impl View<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn is_of_front(&self) -> bool {
        let opening = self.word(0).to_lowercase();
        let noun = opening == "in" && self.words[..self.words.len().min(4)].iter().any(|word| is_in("front noun", word));
        // "Since 2018, the council": the opening is the date's own.
        let phrase = self.first >= 2 && (is_in("front", &opening) || noun);
        phrase && self.first < NEAR && !self.words[..self.first].contains(&",") && self.words[self.last..].contains(&",")
    }

    /// "a statement dated Sept. 15", "the resolution of March 2".
    fn is_of_document(&self) -> bool {
        self.first > 0 && self.word(self.first - 1) == "dated"
    }

    /// "founded between 2010 and the introduction of the plan": a border whose other side is no date.
    fn is_between(&self) -> bool {
        self.first > 0
            && self.word(self.first - 1) == "between"
            && !self.word(self.last + 1).starts_with(|c: char| c.is_ascii_digit())
            && month_of(self.word(self.last + 1)).is_none()
    }

    /// "Today, we know the sea as a thief", "as we know it today": what is so in these days happened on none.
    fn is_nowadays(&self) -> bool {
        let tagged = self.document.tags(self.sentence);
        let before = (0..self.first).rev().find(|at| tagged[*at] == Tag::Finite);
        let Some(verb) = before.or_else(|| (self.last..tagged.len()).find(|at| tagged[*at] == Tag::Finite)) else { return false };
        let lasts = !can_be_past(self.word(verb)) && !can_be_third(self.word(verb));
        let helps = matches!(tagged.get(verb + 1), Some(Tag::Ing | Tag::Participle | Tag::Base));
        self.word(self.first).eq_ignore_ascii_case("today") && lasts && !helps && !matches!(self.word(verb), "is" | "was" | "were" | "will")
    }

    fn is_quoted(&self) -> bool {
        claims::is_quoted(&self.words[..self.first].concat())
    }

    /// "“The pier is a ruin that nobody has mended since 2014,” said Lim": a speech that opens the sentence tells of something
    /// that happened only where its first verb is in the past. A figure inside a speech ("the “target for 2030”") has no verb.
    fn is_of_quotation(&self) -> bool {
        let mark = |at: &usize| matches!(self.word(*at), "“" | "”" | "\"");
        let spoken = self.is_quoted();
        if !spoken {
            return self.is_of_speaking();
        }
        let Some(open) = (0..self.first).rev().find(mark) else { return false };
        let tagged = self.document.tags(self.sentence);
        let verb = (open..self.words.len()).find(|at| tagged.get(*at) == Some(&Tag::Finite));
        let told = verb.is_some_and(|verb| can_be_past(self.word(verb)) && !matches!(self.word(verb), "has" | "have" | "had"));
        if open == 0 { !told } else { verb.is_none_or(|verb| verb > self.first) }
    }

    /// "“The pier is ours,” Lim told the council in May": when it was said is no event of a speech that is most of its sentence.
    fn is_of_speaking(&self) -> bool {
        let mark = |at: &usize| matches!(self.word(*at), "“" | "”" | "\"");
        let Some(close) = (1..self.first).find(mark).filter(|_| mark(&0)) else { return false };
        let said = self.words[close + 1..].iter().any(|word| claims::is_in("speech", word) || *word == "told");
        said && close * 2 > self.words.len()
    }

    /// "(Name, 2014)", "The Lookout (2007), Belle (2013)", "(the plan was signed on March 11, so it is not counted)".
    fn is_bracketed(&self) -> bool {
        let before = self.words[..self.first].iter().rev().take(NEAR);
        let Some(back) = before.clone().position(|word| *word == "(").filter(|back| !before.clone().take(*back).any(|word| *word == ")"))
        else {
            return false;
        };
        let open = self.first - 1 - back;
        let Some(close) = (self.last..self.words.len().min(self.last + NEAR)).find(|at| self.word(*at) == ")") else { return false };
        let inner = &self.words[open + 1..close];
        let further = self.words.iter().filter(|word| **word == "(").count() > 1;
        let alone = inner.len() <= self.last - self.first + 2;
        // "March" can be a verb, too.
        let told = tags(inner).iter().zip(inner).any(|(tag, word)| *tag == Tag::Finite && word.starts_with(char::is_lowercase));
        let year = self.last - self.first == 1;
        let author = self.word(self.first - usize::from(self.word(self.first - 1) == ",") - 1);
        let cited = !alone
            && (author == "al" || author == "al." || author == "." || author.starts_with(char::is_uppercase))
            && self.last - self.first == 1;
        // "The pier (opened June 11, 1988) is closed"
        let named = alone && self.first > open + 1;
        alone && (further || year) || named || told || cited
    }
}
