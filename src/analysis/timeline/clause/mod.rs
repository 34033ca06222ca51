//! The clause that a date governs, where its sentence tells of more than that: "She was made a dame in 2012, and in 2015
//! she got the medal", "the station, which opened in 1995, closes".

mod hanging;

use std::ops::Range;

use super::lexicon::is_in;
use crate::analysis::claims;
use crate::characters::small;
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past};
use crate::recognisers::DateFound;
use crate::span::Span;

/// The most tokens of a sentence that is taken apart; a longer one is a list or a trap.
const LONGEST: usize = 150;
/// Words that a subject at the sentence's front may have.
const SUBJECT: usize = 9;
/// Words of an apposition behind the name that is the subject.
const APPOSITION: usize = 15;
/// Words among which the verb of a clause stands behind its opening.
const TO_VERB: usize = 9;

/// Where the clause stands, and its subject where that stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The subject.
    pub head: Option<Span>,
    /// The clause, without the date that opens it and without the mark that closes it.
    pub body: Span,
}

/// The words of one sentence with their tags.
struct Sentence<'a> {
    document: &'a Document,
    tokens: Range<usize>,
    words: Vec<&'a str>,
    tags: &'a [Tag],
}

/// What a date governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governed {
    /// The clause, one of several of its sentence.
    Clause(Clause),
    /// The sentence.
    Sentence,
    /// A clause that tells of another time than the main verb and cannot be told alone.
    Other,
}

/// What the date governs. A sentence that is too long to be taken apart is its own.
#[must_use]
pub fn governed(document: &Document, dates: &[DateFound], at: usize) -> Governed {
    let Some((sentence, date)) = Sentence::of(document, &dates[at]) else { return Governed::Sentence };
    let shares = || shares_sentence(document, dates, at);
    let own = sentence.relative(&date).or_else(|| sentence.placed(&date)).or_else(|| sentence.gapped(&date));
    let clause = own.or_else(|| sentence.coordinate(&date, shares())).or_else(|| sentence.behind_opening(&date));
    match clause {
        // "who thought of, and then built, the quay": its object stands behind the clause.
        Some(clause) if [" of", " for", " with", " into"].iter().any(|end| document.slice(clause.body).ends_with(end)) => {
            Governed::Sentence
        }
        Some(clause) => Governed::Clause(clause),
        None if sentence.is_of_other(&date) => Governed::Other,
        None => Governed::Sentence,
    }
}

/// Whether the sentence names another day before this one.
#[must_use]
pub fn is_further(document: &Document, dates: &[DateFound], at: usize) -> bool {
    let same = |other: &&DateFound| other.sentence == dates[at].sentence;
    dates[..at].iter().rev().take_while(same).any(|other| other.edtf.is_some() && !claims::is_dateline(document, other))
}

fn shares_sentence(document: &Document, dates: &[DateFound], at: usize) -> bool {
    let same = |other: &&DateFound| other.sentence == dates[at].sentence;
    is_further(document, dates, at) || dates[at + 1..].iter().take_while(same).any(|other| other.period.is_some())
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "--")
}

impl<'a> Sentence<'a> {
    /// The sentence of the date, and the date's words in it; `None` where it is too long.
    fn of(document: &'a Document, found: &DateFound) -> Option<(Self, Range<usize>)> {
        let tokens = document.sentences()[found.sentence].tokens.clone();
        if tokens.len() > LONGEST {
            return None;
        }
        let date = found.tokens.start - tokens.start..found.tokens.end - tokens.start;
        let words = document.slices(&tokens);
        Some((Self { document, tags: document.tags(found.sentence), words, tokens }, date))
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    fn span(&self, words: &Range<usize>) -> Span {
        self.document.span_of(&(self.tokens.start + words.start..self.tokens.start + words.end))
    }

    /// Whether a quotation is open at the word.
    fn is_inside_quotes(&self, at: usize) -> bool {
        let count = |mark: &str| self.words[..at.min(self.words.len())].iter().filter(|word| **word == mark).count();
        count("“") > count("”") || count("\"") % 2 == 1
    }

    fn is_verb(&self, at: usize) -> bool {
        let adverb = usize::from(self.tag(at) == Tag::Adverb);
        // "re-opened"
        let again = self.word(at + 1) == "-" && self.word(at) == "re" && can_be_past(self.word(at + 2));
        self.tag(at + adverb) == Tag::Finite || again
    }

    /// One of several clauses that "and", "but", "while" or a semicolon join.
    fn coordinate(&self, date: &Range<usize>, shares: bool) -> Option<Clause> {
        // What somebody says is not taken apart.
        if self.is_inside_quotes(date.start) {
            return None;
        }
        let joints: Vec<(usize, usize)> =
            (1..self.words.len()).filter(|at| !self.is_inside_quotes(*at)).filter_map(|at| self.joint(at)).collect();
        // "before midnight Wednesday" opens no clause.
        let joints: Vec<(usize, usize)> =
            joints.into_iter().filter(|(_, begin)| *begin != date.start || !self.is_preposition(*begin - 1)).collect();
        let next = joints.iter().find(|(mark, _)| *mark >= date.end);
        let end = next.map_or(self.words.len(), |(mark, _)| *mark);
        let end = (date.end..end).find(|at| self.is_gap(*at)).unwrap_or(end);
        let Some((_, begin)) = joints.iter().rev().find(|(_, begin)| *begin <= date.start) else {
            // The first clause, where another one has its own date.
            let whole = shares && end < self.words.len() && end >= date.end.max(5) && !self.hangs(end) && !self.concedes(end);
            return whole.then(|| Clause { head: None, body: self.span(&(0..end)) });
        };
        let body = self.behind_date(*begin, date);
        let inside = if body > date.start { 0 } else { date.len() + 1 };
        if end < body + inside + 3 {
            return None;
        }
        if self.is_verb(body) {
            // "stopped at two and began again on Tuesday": one date may be that of both.
            let head = self.subject().filter(|_| shares)?;
            return Some(Clause { head: Some(self.span(&head)), body: self.span(&(body..end)) });
        }
        match self.word(body).to_lowercase().as_str() {
            // "In 2012, she was made a dame, and in 2015 she became": whom the first means the second does.
            pronoun @ ("he" | "she") if self.opens_with(pronoun) => Some(Clause { head: None, body: self.span(&(body..end)) }),
            "he" | "she" | "it" => {
                let head = self.subject()?;
                Some(Clause { head: Some(self.span(&head)), body: self.span(&(body + 1..end)) })
            }
            "they" | "we" | "i" | "you" | "this" | "that" | "these" | "those" | "there" => None,
            // "suspended him", "re-opened": without the clause before it says nothing.
            _ if self.word(body + 1) == "-" || self.tags[body..end].contains(&Tag::Pronoun) => None,
            _ => Some(Clause { head: None, body: self.span(&(body..end)) }),
        }
    }

    /// Whether the word in front of a date is of it, and no conjunction.
    fn is_preposition(&self, at: usize) -> bool {
        matches!(self.word(at), "after" | "before")
    }

    /// "opened the pier, in 2001 the yard": from the comma on the same is told of another year.
    fn is_gap(&self, at: usize) -> bool {
        let year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let noun = matches!(self.word(at + 3), "the" | "a" | "an") || self.tag(at + 3) == Tag::Name;
        self.word(at) == "," && self.word(at + 1) == "in" && year(self.word(at + 2)) && noun
    }

    /// Whether the words up to `end` are no main clause: "After the party won the vote in 2017".
    fn hangs(&self, end: usize) -> bool {
        let verb = (0..end).find(|at| self.tag(*at) == Tag::Finite).unwrap_or(end);
        (0..verb).any(|at| is_in("subordinate", &small(self.word(at))))
    }

    /// "He may have won it, but": nothing is told but that the rest is so in spite of it.
    fn concedes(&self, end: usize) -> bool {
        let verb = (0..end).find(|at| self.tag(*at) == Tag::Finite).unwrap_or(end);
        matches!(self.word(verb), "may" | "might") && self.word(end + usize::from(self.word(end) == ",")) == "but"
    }

    /// Where a new clause is joined at the word: the mark or conjunction that ends the one before, and its first word.
    fn joint(&self, at: usize) -> Option<(usize, usize)> {
        if self.word(at) == ";" {
            let begin = at + 1 + usize::from(matches!(self.word(at + 1), "and" | "but"));
            return self.opens_clause(begin).then_some((at, begin));
        }
        let comma = self.word(at - 1) == ",";
        let subordinate = matches!(self.word(at), "while" | "although" | "though" | "whereas" | "after" | "before" | "when");
        if !subordinate && !matches!(self.word(at), "and" | "but") {
            return None;
        }
        let begin = at + 1;
        let shared = self.is_verb(begin) && !subordinate && self.tags[..at].contains(&Tag::Finite);
        // "may have won much but the captain has decided to go"
        let turns = self.word(at) == "but" && matches!(self.tag(begin), Tag::Name | Tag::Determiner);
        let own = (comma || turns) && self.opens_clause(begin) && !self.closes_list(at - 1);
        let opened = comma || self.word(at - 1) == "that";
        let tail = !opened && matches!(self.word(at), "after" | "before") && self.opens_clause(begin) && self.opens_with_noun(begin);
        (shared || own || tail).then_some((at - usize::from(comma), begin))
    }

    /// Whether the comma and "and" only close a list: since the clause began no verb was told ("that rope, sails, and crew").
    fn closes_list(&self, at: usize) -> bool {
        let clause = (0..at).rev().take_while(|at| !matches!(self.word(*at), ";" | "that" | "but" | "which" | "who" | "while"));
        let mut listed = false;
        for at in clause {
            if self.tag(at) == Tag::Finite {
                return false;
            }
            listed |= self.word(at) == ",";
        }
        listed
    }

    /// Whether a subject and its verb follow, with a date before them or not, and the clause before has its verb, too.
    fn opens_clause(&self, begin: usize) -> bool {
        let dated = usize::from(matches!(self.word(begin).to_lowercase().as_str(), "in" | "on" | "by" | "since" | "from"));
        let subject = (begin + dated..self.words.len().min(begin + dated + 6))
            .find(|at| matches!(self.tag(*at), Tag::Pronoun | Tag::Determiner | Tag::Name | Tag::Word) && !self.is_of_date(*at));
        let Some(subject) = subject.filter(|at| dated == 1 || *at == begin) else { return false };
        let verb = (subject + 1..self.words.len().min(subject + TO_VERB)).take_while(|at| !matches!(self.word(*at), "," | ";"));
        verb.into_iter().any(|at| self.tag(at) == Tag::Finite) && self.tags[..begin].contains(&Tag::Finite)
    }

    /// Whether a noun and its own verb open here: "the film was sent", but not "the fire that burned it", and not "it was sent".
    fn opens_with_noun(&self, begin: usize) -> bool {
        let verb = (begin..self.words.len()).find(|at| self.tag(*at) == Tag::Finite).unwrap_or(begin);
        verb > begin && self.tags[begin..verb].iter().all(|tag| !matches!(tag, Tag::Relative | Tag::Pronoun))
    }

    /// Whether the date stands in a clause that tells of another time than the main verb: a relative clause, one that the
    /// rest turns round, or one at the end, "sold four ships since it was opened in 2000". What happened "when" or "as"
    /// something did was then.
    fn is_of_other(&self, date: &Range<usize>) -> bool {
        let but = (date.end..self.words.len()).find(|at| self.word(*at) == "but");
        if but.is_some_and(|but| self.concedes(but)) {
            return true;
        }
        let (mut told, mut tail, mut dashed, mut inside) = (false, true, false, false);
        for at in (1..date.start).rev().take_while(|at| !matches!(self.word(*at), ";" | "," | ")")) {
            if (matches!(self.word(at), "who" | "which") || self.word(at) == "where" && self.is_past(at..date.start))
                && (self.word(at - 1) == "," || !dashed && is_dash(self.word(at - 1)))
            {
                return true;
            }
            dashed |= is_dash(self.word(at));
            inside ^= matches!(self.word(at), "“" | "”" | "\"");
            // "opened the pier and once sang there"
            let opens = self.tag(at + 1) != Tag::Finite || self.word(at) != "once";
            told |= self.tag(at) == Tag::Finite;
            if tail && !inside && opens && is_in("other time", self.word(at)) {
                if told && self.tags[..at].contains(&Tag::Finite) {
                    return true;
                }
                tail = false;
            }
        }
        false
    }

    /// Whether the words tell of what has been.
    fn is_past(&self, words: Range<usize>) -> bool {
        let past = |at: usize| can_be_past(self.word(at)) || matches!(self.word(at), "was" | "were" | "had");
        { words }.any(|at| self.tag(at) == Tag::Finite && past(at))
    }

    fn is_of_date(&self, at: usize) -> bool {
        crate::calendar::month_of(self.word(at)).is_some() || crate::calendar::is_weekday(self.word(at))
    }

    /// The clause without "in 2015," at its front, which the label says.
    fn behind_date(&self, begin: usize, date: &Range<usize>) -> usize {
        let preposition = usize::from(matches!(self.word(begin).to_lowercase().as_str(), "in" | "on"));
        if begin + preposition != date.start {
            return begin;
        }
        date.end + usize::from(self.word(date.end) == ",")
    }

    /// Whether the pronoun is the subject behind an opening such as "In 2012,".
    fn opens_with(&self, pronoun: &str) -> bool {
        let comma = (0..self.words.len().min(SUBJECT)).find(|at| self.word(*at) == ",");
        comma.is_some_and(|at| self.word(at + 1) == pronoun)
    }

    /// The subject at the sentence's front, where it is short and whole: "The council", "Ada Lim, the harbour master,".
    fn subject(&self) -> Option<Range<usize>> {
        let from = self.opening().map_or(0, |comma| comma + 1);
        let name = from + (from..self.words.len()).take_while(|at| self.tag(*at) == Tag::Name).count();
        if name > from && self.word(name) == "," {
            let close = (name + 1..self.words.len().min(name + APPOSITION)).find(|at| self.word(*at) == ",")?;
            return self.is_verb(close + 1).then_some(from..name);
        }
        let verb = (from + 1..self.words.len().min(from + SUBJECT + 1)).find(|at| self.tag(*at) == Tag::Finite)?;
        // "The council also closed"
        let end = verb - usize::from(verb > from + 1 && self.tag(verb - 1) == Tag::Adverb);
        let fits = |at: usize| {
            matches!(self.tag(at), Tag::Name | Tag::Word | Tag::Pronoun | Tag::Determiner | Tag::Number)
                || self.word(at) == "of" && at > from
        };
        let opened = !matches!(self.tag(from), Tag::Preposition | Tag::Adverb | Tag::Ing | Tag::Participle);
        (opened && (from..end).all(fits)).then_some(from..end)
    }
}
