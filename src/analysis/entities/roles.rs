//! What the article says that somebody or something is, in its own words: behind the name ("Mary Ferro, the harbour
//! master,"), behind a verb ("Nordwind is a maker of cranes") or before it ("Danish cranemaker Nordwind"). Words are in
//! `data/entities/roles.tsv`.

use std::ops::Range;
use std::sync::LazyLock;

use crate::characters::{fold, on_one_line};
use crate::contract::EntityKind;
use crate::document::tags::{Tag, tags};
use crate::document::{Document, NamePlace};
use crate::lists::{Set, is_country_adjective, rows};
use crate::recognisers::{Mentions, NameFound, is_title};

/// Tokens of the longest apposition that is taken for a role.
const LONGEST: usize = 14;

static WORDS: LazyLock<Set<(&str, &str)>> = LazyLock::new(|| {
    let words = |row: Vec<&'static str>| -> Vec<(&'static str, &'static str)> {
        row.get(1).copied().unwrap_or_default().split(' ').map(|word| (row[0], word)).collect()
    };
    rows(include_str!("../../../data/entities/roles.tsv")).flat_map(words).collect()
});

/// What somebody or something is, in the article's words.
pub struct Role {
    /// On one line, without its article.
    pub text: String,
    /// The sentence that says it.
    pub sentence: usize,
}

/// What roles are read from.
pub struct Roles<'a> {
    /// The article.
    pub document: &'a Document,
    /// Its names.
    pub mentions: &'a Mentions,
}

impl Roles<'_> {
    /// The role that a place of the name gives it.
    #[must_use]
    pub fn at(&self, kind: EntityKind, place: &NamePlace) -> Option<Role> {
        let tokens = self.behind(kind, place).or_else(|| self.copula(kind, place)).or_else(|| self.before(kind, place))?;
        // "giant" alone tells nothing of a firm.
        let bare = kind != EntityKind::Person && tokens.len() == 1 && self.is("makers", tokens.start);
        let text = on_one_line(&self.document.reading(self.document.span_of(&tokens)));
        (text.chars().count() >= 3 && !bare).then_some(Role { text, sentence: place.sentence })
    }

    fn word(&self, at: usize) -> &str {
        self.document.tokens().get(at).map_or("", |token| self.document.slice(token.span))
    }

    fn is(&self, set: &'static str, at: usize) -> bool {
        WORDS.contains(&(set, &*fold(self.word(at))))
    }

    /// "Mary Ferro, the harbour master," — what stands between the commas behind the name.
    fn behind(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        let comma = self.behind_bracket(place.tokens.end);
        let start = comma + 1;
        let listed = place.tokens.start > range.start && matches!(self.word(place.tokens.start - 1), "," | "and" | "or");
        if listed || self.word(comma) != "," || start >= range.end {
            return None;
        }
        let tokens = self.noun_phrase(kind, start, range.end)?;
        let closed = matches!(self.word(tokens.end), "," | "." | ";" | ")" | "—" | "who" | "which" | "said" | "told");
        let list = self.word(tokens.end) == "," && matches!(self.word(tokens.end + 1), "and" | "or");
        (closed && !list && !self.titles_another(&tokens)).then_some(tokens)
    }

    /// "Ada Ferro, Deputy Mayor Jon Pell, and others": the title is the next person's; "spokesman for Jon Pell" is not.
    fn titles_another(&self, tokens: &Range<usize>) -> bool {
        let names = &self.mentions.names;
        let first = names.partition_point(|name| name.tokens.start < tokens.start);
        let inside = names[first..].iter().take_while(|name| name.tokens.start < tokens.end);
        inside.filter(|name| name.kind == EntityKind::Person).any(|name| {
            let at = name.tokens.start;
            at == tokens.start || is_title(self.word(at)) || self.word(at - 1).starts_with(char::is_uppercase)
        })
    }

    /// The token behind "(NYSE: NRD)"; the same one where no bracket opens there.
    fn behind_bracket(&self, at: usize) -> usize {
        const LONGEST: usize = 10;
        let close = (at..at + LONGEST).find(|&at| self.word(at) == ")").filter(|_| self.word(at) == "(");
        close.map_or(at, |close| close + 1)
    }

    /// "Nordwind is a maker of cranes": what stands behind the verb.
    fn copula(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        let opens = place.tokens.start <= range.start + 1;
        let article = matches!(self.word(place.tokens.end + 1), "a" | "an" | "the");
        let verb = matches!(self.word(place.tokens.end), "is" | "was");
        if opens && verb && article { self.noun_phrase(kind, place.tokens.end + 1, range.end) } else { None }
    }

    /// The tokens of a phrase that says what something is, without its article; it ends before a mark or a clause.
    fn noun_phrase(&self, kind: EntityKind, start: usize, limit: usize) -> Option<Range<usize>> {
        let article = matches!(self.word(start), "a" | "an" | "the");
        let from = start + usize::from(article);
        let clause = |word: &str| matches!(word, "who" | "which" | "that" | "where" | "when" | "whose" | "said" | "told");
        let stop = |at: &usize| matches!(self.word(*at), "," | "." | ";" | ":" | "(" | ")" | "—" | "–") || clause(self.word(*at));
        let end = (from..limit.min(from + LONGEST + 1)).find(stop)?;
        let tokens = from..end;
        let fits = match kind {
            EntityKind::Person => {
                tokens.clone().take(4).any(|at| is_title(self.word(at)) || self.word(at).ends_with("er") || self.word(at).ends_with("or"))
            }
            EntityKind::Place => tokens.clone().take(4).any(|at| self.is("places", at)),
            _ => tokens.clone().take(5).any(|at| self.is("makers", at)),
        };
        let said = tokens.clone().any(|at| self.is("verbs", at));
        // "Ada Ferro, Belgium’s prime minister,"
        let owned = matches!(self.word(from + 1), "’s" | "'s")
            && self.word(from).starts_with(char::is_uppercase)
            && !tags(&tokens.clone().map(|at| self.word(at)).collect::<Vec<_>>()).contains(&Tag::Finite);
        (fits && !said && !tokens.is_empty() && (article || owned || is_title(self.word(from)))).then_some(tokens)
    }

    /// "Ukrainian prime minister Ada Ferro", "Danish cranemaker Nordwind": what stands right before the name.
    fn before(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        // A title may already belong to the mention: "President Ferro".
        let named = place.tokens.clone().find(|&at| !is_title(self.word(at)))?;
        let name = self.role_end(place, named);
        let fits = |at: usize| match kind {
            // "Secretary-General"
            EntityKind::Person if self.word(at) == "-" => at > range.start && is_title(self.word(at - 1)),
            EntityKind::Person => {
                is_title(self.word(at)) && !matches!(fold(self.word(at)).trim_end_matches('.'), "mr" | "mrs" | "ms" | "mx" | "dr" | "sir")
            }
            EntityKind::Place | EntityKind::Other => false,
            _ => self.is("makers", at) && self.word(at).starts_with(char::is_lowercase),
        };
        let start = match (range.start..name).rev().take_while(|&at| fits(at)).last() {
            Some(start) => start,
            None => self.office_of(kind, range.start, name)?,
        };
        let start = self.whole_office(range.start, start);
        let start = self.whole_phrase(range.start, start);
        let people = start > range.start && is_country_adjective(&fold(self.word(start - 1)));
        let start = if people { start - 1 } else { start };
        // "the mayor - Ada Ferro - said", "pro-Moscow President Ada Ferro"
        let dash = |at: usize| matches!(self.word(at), "-" | "–" | "—");
        (!dash(name - 1) && !(start > range.start && dash(start - 1))).then_some(start..name)
    }

    /// "Minister of Foreign Affairs Ada Ferro", "president of France Ada Ferro": where the office begins.
    fn office_of(&self, kind: EntityKind, limit: usize, name: usize) -> Option<usize> {
        const MOST: usize = 5;
        let part = |&at: &usize| {
            let word = self.word(at);
            word.starts_with(char::is_uppercase) && !is_title(word) || matches!(word, "and" | "the")
        };
        let object = (limit..name).rev().take(MOST).take_while(part).last().filter(|_| kind == EntityKind::Person)?;
        let office = object.checked_sub(2).filter(|&at| at >= limit)?;
        let is_office = self.word(object - 1) == "of" && is_title(self.word(office)) && self.person_at(office).is_none();
        is_office.then_some(office)
    }

    /// Where "auto parts giant" or "Nordwind spokesman" begins, of which the last words are known.
    fn whole_phrase(&self, limit: usize, start: usize) -> usize {
        const MOST: usize = 4;
        // Tags look back, but hardly so far.
        const SEEN: usize = 40;
        let limit = limit.max(start.saturating_sub(SEEN));
        if !self.word(start).starts_with(char::is_lowercase) {
            return start;
        }
        let words: Vec<&str> = (limit..=start).map(|at| self.word(at)).collect();
        let tags = tags(&words);
        let plain = |&at: &usize| tags[at - limit] == Tag::Word && self.word(at).starts_with(char::is_lowercase);
        let first = (limit..start).rev().take(MOST).take_while(plain).last().unwrap_or(start);
        let body = first.checked_sub(1).filter(|&at| at >= limit).and_then(|at| self.name_at(at));
        match body {
            Some(body) if matches!(body.kind, EntityKind::Company | EntityKind::Organisation) && body.tokens.end == first => {
                body.tokens.start
            }
            _ if first > limit && self.word(first - 1) == "-" => start,
            _ => first,
        }
    }

    /// The name in which a token stands.
    fn name_at(&self, at: usize) -> Option<&NameFound> {
        let names = &self.mentions.names;
        let near = names.partition_point(|name| name.tokens.end <= at);
        names.get(near).filter(|name| name.tokens.start <= at)
    }

    fn person_at(&self, at: usize) -> Option<&NameFound> {
        self.name_at(at).filter(|name| name.kind == EntityKind::Person)
    }

    /// Where the office before a name ends: at the name, or at the comma of "The mayor, Ada Ferro, said".
    fn role_end(&self, place: &NamePlace, named: usize) -> usize {
        let range = &self.document.sentences()[place.sentence].tokens;
        let framed = named > range.start + 1 && self.word(named - 1) == "," && self.word(place.tokens.end) == ",";
        let office = framed && is_title(self.word(named - 2)) && place.tokens.len() > 1;
        if office { named - 1 } else { named }
    }

    /// Where "National Security Advisor" or "opposition leader" begins, of which the last word is known.
    fn whole_office(&self, limit: usize, office: usize) -> usize {
        const MOST: usize = 4;
        let capital = self.word(office).starts_with(char::is_uppercase);
        let dated = |word: &str| word.ends_with("day") || crate::calendar::month_of(word).is_some();
        let part = |&at: &usize| {
            let word = self.word(at);
            let opens = at == limit && word != "First" && crate::document::opens_sentences(&fold(word));
            if capital {
                word.starts_with(char::is_uppercase) && !opens && self.person_at(at).is_none() && !dated(word)
            } else {
                self.is("posts", at)
            }
        };
        (limit..office).rev().take(MOST).take_while(part).last().unwrap_or(office)
    }
}
