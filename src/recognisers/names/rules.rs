//! Names by rules: runs of capitalised words, with what stands around them as evidence of their kind. What they find is a
//! clue for the trained tagger, and the answer where there are no weights.
//!
//! A word that opens a sentence has its capital from there; it counts as a name where the document writes it with a
//! capital elsewhere, too, or where a list knows it. Headings in title case name nothing new.

use std::borrow::Cow;
use std::ops::Range;

use super::hyphens::Hyphens;
use super::lexicon::{Set, is_adjective, is_first_name, is_in, is_place};
use super::{NameFound, kinds, lexicon};
use crate::characters::fold;
use crate::contract::BlockKind;
use crate::document::{Document, Sentence, Token, TokenKind};
use crate::lists::Map;
use crate::recognisers::DateFound;

/// How a word is written in the document, sentence openings left out.
#[derive(Clone, Copy, Default)]
pub struct Casing {
    /// With a small letter.
    pub small: u32,
    /// With a capital.
    pub capital: u32,
}

/// Every place where the text names something, in text order.
#[must_use]
pub fn read(reader: &Reader<'_>, dates: &[DateFound]) -> Vec<NameFound> {
    (0..reader.document.sentences().len()).filter(|&at| reader.names_anew(at)).flat_map(|at| reader.names(at, dates)).collect()
}

fn casing(document: &Document) -> Map<Cow<'_, str>, Casing> {
    let mut casing: Map<Cow<'_, str>, Casing> = Map::default();
    for sentence in document.sentences() {
        let kind = document.blocks()[sentence.block].kind;
        if matches!(kind, BlockKind::Title | BlockKind::Heading | BlockKind::Deck) {
            continue;
        }
        // The first word has its capital from the sentence, behind a bullet or a quotation mark, too.
        let marks = |token: &&Token| token.kind == TokenKind::Mark;
        let tokens = &document.tokens()[sentence.tokens.clone()];
        let opening = tokens.iter().take_while(marks).count() + 1;
        for token in tokens.iter().skip(opening) {
            let word = document.slice(token.span);
            let counts = casing.entry(fold(word)).or_default();
            if word.starts_with(char::is_uppercase) { counts.capital += 1 } else { counts.small += 1 }
        }
    }
    casing
}

pub struct Reader<'a> {
    document: &'a Document,
    tokens: &'a [Token],
    casing: Map<Cow<'a, str>, Casing>,
    hyphens: Hyphens<'a>,
}

impl<'a> Reader<'a> {
    /// Counts how the document writes its words.
    pub fn new(document: &'a Document) -> Self {
        Self { document, tokens: document.tokens(), casing: casing(document), hyphens: Hyphens::new(document) }
    }

    /// The text that is read.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Whether the sentence may name what nothing else names. Headings in title case write every word as a name; agency
    /// headers and contact lines are lists of capitals: what they name is found where the story names it.
    pub fn names_anew(&self, sentence: usize) -> bool {
        let Sentence { block, tokens } = &self.document.sentences()[sentence];
        match self.document.blocks()[*block].kind {
            BlockKind::Title | BlockKind::Heading | BlockKind::Deck => !self.is_title_case(tokens),
            BlockKind::Byline | BlockKind::Note => self.document.names_sender(*block),
            _ => true,
        }
    }

    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.document.slice(token.span))
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token is a hyphen that makes one name of the words beside it.
    pub fn is_joined_at(&self, at: usize) -> bool {
        self.hyphens.joins(self.document, at)
    }

    pub fn casing(&self, at: usize) -> Casing {
        self.casing.get(&*fold(self.word(at))).copied().unwrap_or_default()
    }

    fn is_title_case(&self, tokens: &Range<usize>) -> bool {
        let long: Vec<&str> = tokens
            .clone()
            .map(|at| self.word(at))
            .filter(|word| word.chars().count() >= 4 && word.starts_with(char::is_alphabetic))
            .collect();
        long.len() >= 3 && long.iter().filter(|word| word.starts_with(char::is_uppercase)).count() * 10 >= long.len() * 7
    }

    fn names(&self, sentence: usize, dates: &[DateFound]) -> Vec<NameFound> {
        let range = self.behind_lead_in(self.document.sentences()[sentence].tokens.clone());
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            if !self.opens_name(at, range.start) || self.is_dated(at, dates) {
                at += 1;
                continue;
            }
            let end = self.run_end(at, range.end);
            found.extend(self.trimmed(at..end, &range).map(|tokens| self.named(sentence, tokens, &range)));
            at = end.max(at + 1);
        }
        found
    }

    /// "Bolster Resilience to Withstand Attacks: The agency …" begins with a heading of its own.
    pub fn behind_lead_in(&self, sentence: Range<usize>) -> Range<usize> {
        const LONGEST: usize = 30;
        let colon = sentence.clone().take(LONGEST).take_while(|&at| self.word(at) != "(").find(|&at| self.word(at) == ":");
        // "Defense Minister Ada Ferro said:" is no heading, although nearly all of its words have capitals.
        let heads = |at: usize| !self.word(at - 1).starts_with(char::is_lowercase) && self.is_title_case(&(sentence.start..at));
        match colon {
            Some(at) if at > sentence.start && heads(at) => at + 1..sentence.end,
            _ => sentence,
        }
    }

    pub fn is_dated(&self, at: usize, dates: &[DateFound]) -> bool {
        let span = self.tokens[at].span;
        let near = dates.partition_point(|date| date.span.end <= span.start);
        dates.get(near).is_some_and(|date| date.span.start <= span.start)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        if !matches!(self.kind(at), Some(TokenKind::Word | TokenKind::Abbreviation)) {
            return false;
        }
        let word = self.word(at);
        let mut characters = word.chars();
        let Some(first) = characters.next() else { return false };
        let inner = || first.is_lowercase() && characters.clone().next().is_some_and(char::is_uppercase);
        let digit = || first.is_ascii_digit() && word.ends_with(char::is_uppercase) && word.len() <= 3;
        first.is_uppercase() || inner() || digit()
    }

    fn opens_name(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        if !self.is_capital(at) || is_in(Set::Common, word) || word == "I" || is_month_or_day(word) {
            return false;
        }
        let opening = at == start
            || matches!(self.word(at - 1), "“" | "\"" | "‘" | "'" | ":" | "•" | "*" | "-" | "–" | "(")
                && (at - 1 == start || self.word(at - 1) != "(" && self.word(at - 1) != "-");
        if !opening {
            return true;
        }
        let casing = self.casing(at);
        let shouted = word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && word.chars().all(|c| !c.is_lowercase());
        let known = is_place(word) || is_in(Set::Title, word) || is_adjective(word) || is_first_name(word) && self.is_capital(at + 1);
        let led = self.is_capital(at + 1) && casing.small == 0 && !crate::document::opens_sentences(word);
        shouted || casing.capital > casing.small || known && casing.small == 0 || led
    }

    /// One past the run that begins at `at`.
    fn run_end(&self, at: usize, limit: usize) -> usize {
        let mut end = at + 1;
        while end < limit {
            let step = self.step(at, end, limit);
            if step == 0 {
                break;
            }
            end += step;
        }
        end
    }

    /// How many tokens behind the run `at..end` belong to it, too.
    fn step(&self, at: usize, end: usize, limit: usize) -> usize {
        let next = |ahead: usize| end + ahead < limit && self.is_capital(end + ahead);
        let word = self.word(end);
        if self.is_capital(end) {
            // A common word with a capital inside a run belongs to it only in the middle of a longer name.
            return usize::from(!is_month_or_day(word) && word != "I");
        }
        match word {
            "-" if next(1) && self.is_joined_at(end) => 2,
            "&" if next(1) => 2,
            "’s" | "'s"
                if next(1) && matches!(self.word(end - 1), "People" | "Women" | "Children" | "Workers" | "Veterans" | "Farmers") =>
            {
                2
            }
            "," if end + 1 < limit && matches!(self.word(end + 1), "Inc." | "Ltd." | "LLC" | "Corp." | "Jr." | "Sr." | "L.P." | "Inc") => 2,
            "of" | "for" if next(1) && self.takes_of(at, end) => 2,
            "of" | "for" if self.word(end + 1) == "the" && next(2) && self.takes_of(at, end) => 3,
            "and" if next(1) && self.is_list_inside(at, end) => 2,
            "," if next(1) && self.is_list_inside(at, end) && self.word(end + 2) == "and" && next(3) => 2,
            "al" | "el" | "bin" | "ibn" if self.word(end + 1) == "-" && next(2) => 3,
            _ if is_in(Set::Lower, word) && !matches!(word, "of" | "for" | "the" | "and" | "la" | "le" | "da" | "do") && next(1) => 2,
            _ => 0,
        }
    }

    /// "Ministry of", "University of", "Bank of", "Republic of": names that go on behind "of".
    fn takes_of(&self, at: usize, end: usize) -> bool {
        is_in(Set::TakesOf, self.word(end - 1))
            || end - at >= 2 && is_in(Set::TakesOf, self.word(at))
            // "Joint Council for the Welfare of Immigrants"
            || (at + 1..end).any(|inner| is_in(Set::TakesOf, self.word(inner)) && self.word(inner + 1) == "for")
    }

    /// Inside "Ministry of Industry and Information Technology".
    fn is_list_inside(&self, at: usize, end: usize) -> bool {
        (at + 1..end).any(|i| matches!(self.word(i), "of" | "for"))
            && (is_in(Set::Body, self.word(at)) || is_in(Set::Body, self.word(at + 1)) || self.word(at) == "Centers")
    }

    /// The run without titles, adjectives and common words at its front and without stray ends.
    pub fn trimmed(&self, run: Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = self.person_inside(run);
        let last = self.word(end - 1);
        let organised = end - start > 1 && crate::document::is_company_suffix(last)
            || (start..end).any(|at| is_in(Set::Body, self.word(at)) || is_in(Set::Firm, self.word(at)));
        while start < end {
            let word = self.word(start);
            let title = is_in(Set::Title, word) && !organised;
            let adjective = is_adjective(word) && !organised && !is_place(self.phrase(start..end));
            let paired = is_adjective(&format!("{word} {}", self.word(start + 1))) && !organised;
            if paired {
                start += 2;
            } else if title || adjective || is_in(Set::Common, word) && start + 1 < end {
                start += 1;
            } else {
                break;
            }
        }
        let named_first = is_first_name(self.word(start));
        while end > start + 1 && !named_first && is_in(Set::Title, self.word(end - 1)) && !is_in(Set::Body, self.word(end - 1)) {
            end -= 1;
        }
        while end > start
            && (!self.is_capital(end - 1) && self.kind(end - 1) != Some(TokenKind::Number) || is_in(Set::Common, self.word(end - 1)))
        {
            end -= 1;
        }
        let short = end.saturating_sub(start) == 1 && self.word(start).trim_end_matches('.').chars().count() < 2;
        let front = (sentence.start..start).all(|at| self.kind(at) == Some(TokenKind::Mark));
        let opening = front
            && end - start.min(end) == 1
            && self.casing(start).capital == 0
            && !is_place(self.word(start))
            && self.word(start).chars().any(char::is_lowercase);
        // "the Corporation", "the Department": a common noun with a capital.
        let word = self.word(start);
        let noun = end - start.min(end) == 1
            && lexicon::known(word).is_none()
            && (is_in(Set::Body, word) || is_in(Set::Firm, word) || is_in(Set::Site, word) || crate::document::is_company_suffix(word))
            && word.chars().any(char::is_lowercase);
        (end > start && !short && !opening && !noun).then_some(start..end)
    }

    /// "U.S. District Judge Ed Kinkeade", "Refugee Council Enver Solomon": the person behind a title or a body.
    pub fn person_inside(&self, run: Range<usize>) -> Range<usize> {
        let body = |at: usize| {
            is_in(Set::Body, self.word(at)) || is_in(Set::Firm, self.word(at)) || crate::document::is_company_suffix(self.word(at))
        };
        let title = run.clone().rev().skip(1).find(|&at| is_in(Set::Title, self.word(at)) && !body(at));
        let behind = title
            .map(|at| at + 1..run.end)
            .filter(|rest| rest.len() <= 4 && !rest.clone().any(body) && !matches!(self.word(rest.start), "of" | "for" | "-" | "&"));
        let first_name = run.clone().skip(1).find(|&at| {
            let before = body(at - 1) || title.is_some();
            before
                && is_first_name(self.word(at))
                && self.is_capital(at + 1)
                && (2..=4).contains(&(run.end - at))
                && !(at..run.end).any(body)
        });
        behind.or(first_name.map(|at| at..run.end)).unwrap_or(run)
    }

    /// The words as they are printed.
    pub fn phrase(&self, tokens: Range<usize>) -> &'a str {
        self.document.slice(self.document.span_of(&tokens))
    }

    fn named(&self, sentence: usize, tokens: Range<usize>, range: &Range<usize>) -> NameFound {
        let (kind, evidence) = kinds::kind_at(self, &tokens, range);
        NameFound { sentence, defines: self.definition(&tokens, range), tokens, kind, evidence, lost_apostrophe: false }
    }

    /// What else the text calls it right there: "(KCNA)" behind the name, "also known as …", a nickname inside it.
    pub fn definition(&self, tokens: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
        let nickname = || {
            let quote = tokens.clone().skip(1).find(|&at| matches!(self.word(at), "\"" | "“" | "‘" | "'"))?;
            (quote + 3 <= tokens.end && self.word(quote + 1).chars().count() > 2).then_some(quote + 1..quote + 2)
        };
        self.bracketed(tokens, range).or_else(|| self.other_name(tokens, range)).or_else(nickname)
    }

    /// "(KCNA)" right behind the name: one word of capitals.
    fn bracketed(&self, tokens: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
        let at = tokens.end;
        let fits = at + 2 < range.end && self.word(at) == "(" && self.word(at + 2) == ")" && self.is_capital(at + 1);
        let word = self.word(at + 1);
        let short = (2..=10).contains(&word.len()) && word.chars().filter(|c| c.is_uppercase()).count() >= 2;
        // "KESTREL BAY (AP)" is a town and an agency; "Members of the European Parliament (MEP)" are no parliament.
        let initial = |at: usize| self.word(at).chars().next();
        let agency = matches!(word, "AP" | "AFP" | "UPI" | "CNN" | "BBC" | "DPA") && initial(tokens.start) != word.chars().next();
        let of = if tokens.start > range.start && self.word(tokens.start - 1) == "the" { 2 } else { 1 };
        let word_before = |back: usize| tokens.start.checked_sub(back).filter(|at| *at >= range.start);
        let held = word_before(of).is_some_and(|at| self.word(at) == "of")
            && word_before(of + 1).is_some_and(|at| initial(at).map(|c| c.to_ascii_uppercase()) == word.chars().next())
            && initial(tokens.start) != word.chars().next();
        (fits && short && tokens.len() > 1 && !agency && !held).then_some(at + 1..at + 2)
    }

    /// "White Helmets" of "Syrian Civil Defence, also known as the White Helmets".
    fn other_name(&self, tokens: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
        const LONGEST: usize = 4;
        let adverb = |word: &str| matches!(word, "also" | "better" | "commonly" | "formerly" | "previously" | "widely");
        let mut at = tokens.end;
        at += usize::from(matches!(self.word(at), "," | "("));
        at += usize::from(adverb(self.word(at)));
        let known = self.word(at) == "known" && self.word(at + 1) == "as";
        let start = at + 2 + usize::from(self.word(at + 2) == "the");
        if !known || start >= range.end || !self.is_capital(start) {
            return None;
        }
        let name = start..self.run_end(start, range.end);
        let closed = matches!(self.word(name.end), "," | ")" | "." | ";") || name.end == range.end;
        (closed && name.len() <= LONGEST).then_some(name)
    }
}

fn is_month_or_day(word: &str) -> bool {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let month = crate::calendar::month_of(word).is_some() && (word.len() > 5 || word.ends_with('.'));
    month || DAYS.iter().any(|day| word.starts_with(day))
}
