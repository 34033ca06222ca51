//! What the article says of a name: what it is ("the harbour master", "Danish maker of cranes"), its ticker, and up to
//! three claims: who it is, what it did, the figure that matters. Words are in `data/entities/roles.tsv`.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::analysis::claims::{self, Draft, Fitter};
use crate::characters::{fold, on_one_line};
use crate::contract::{Claim, EntityKind};
use crate::document::{Document, NamePlace};
use crate::lists::{Set, is_country_adjective, rows};
use crate::recognisers::{FigureKind, Mentions, is_title};

/// Places of a name that are looked at: what it is is said early.
const LOOKED_AT: usize = 30;
/// Tokens of the longest apposition that is taken for a role.
const LONGEST: usize = 14;
/// Words of the longest claim on a card.
const MOST_WORDS: usize = 45;

/// Markets before a colon: "(NYSE: ABC)".
const MARKETS: [&str; 24] = [
    "nasdaq",
    "nyse",
    "nyse american",
    "amex",
    "otc",
    "otcqb",
    "otcqx",
    "lse",
    "lon",
    "aim",
    "hkex",
    "sehk",
    "sse",
    "szse",
    "tse",
    "tyo",
    "asx",
    "tsx",
    "tsxv",
    "nse",
    "bse",
    "sgx",
    "krx",
    "xetra",
];
/// Markets behind a dot: "(688256.SH)".
const SUFFIXES: [&str; 16] = ["SH", "SS", "SZ", "HK", "T", "KS", "TW", "L", "PA", "DE", "AS", "MI", "SW", "TO", "AX", "NS"];

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
    sentence: usize,
}

/// What the cards are filled from.
pub struct Facts<'a> {
    /// The article.
    pub document: &'a Document,
    mentions: &'a Mentions,
    fitter: &'a Fitter<'a>,
}

impl<'a> Facts<'a> {
    /// Gathers what all cards ask.
    #[must_use]
    pub fn new(document: &'a Document, mentions: &'a Mentions, fitter: &'a Fitter<'a>) -> Self {
        Self { document, mentions, fitter }
    }

    /// The first role that a place of the name gives it.
    #[must_use]
    pub fn role(&self, kind: EntityKind, places: &[NamePlace]) -> Option<Role> {
        places.iter().take(LOOKED_AT).filter(|place| self.tells(place)).find_map(|place| {
            let tokens = self.behind(kind, place).or_else(|| self.copula(kind, place)).or_else(|| self.before(kind, place))?;
            let text = on_one_line(&self.document.reading(self.document.span_of(&tokens)));
            (text.chars().count() >= 3).then_some(Role { text, sentence: place.sentence })
        })
    }

    /// "(NASDAQ: ABC)" or "(688256.SH)" right behind a place of the name, as it is printed.
    #[must_use]
    pub fn ticker(&self, places: &[NamePlace]) -> Option<String> {
        places.iter().take(LOOKED_AT).find_map(|place| {
            let end = self.document.span_of(&place.tokens).end as usize;
            let inside = self.document.text()[end..].trim_start().strip_prefix('(')?;
            let inside = inside.char_indices().take(30).find(|(_, c)| *c == ')').map(|(at, _)| inside[..at].trim())?;
            is_ticker(inside).then(|| inside.to_owned())
        })
    }

    /// Who it is, what it did, the figure that matters: at most one claim of each. What the cards `shown` so far are made of
    /// is told again only where nothing else names it.
    pub fn description(&self, forms: &[String], places: &[NamePlace], role: Option<&Role>, shown: &mut HashSet<usize>) -> Vec<Claim> {
        let told = |place: &&NamePlace| self.tells(place) && !self.document.sentences()[place.sentence].is_endless();
        let all: Vec<&NamePlace> = places.iter().filter(told).take(LOOKED_AT).collect();
        let fresh: Vec<&NamePlace> = all.iter().copied().filter(|place| !shown.contains(&place.sentence)).collect();
        let folded: Vec<String> = forms.iter().map(|form| fold(form)).collect();
        let forms = folded.as_slice();
        let mut taken: Vec<usize> = Vec::new();
        let mut claims = self.claims_of(forms, &fresh, role, &mut taken);
        if claims.is_empty() {
            claims = self.claims_of(forms, &all, role, &mut taken);
        }
        shown.extend(taken);
        claims
    }

    fn claims_of(&self, forms: &[String], told: &[&NamePlace], role: Option<&Role>, taken: &mut Vec<usize>) -> Vec<Claim> {
        let subject = |place: &&&NamePlace| place.tokens.start <= self.document.sentences()[place.sentence].tokens.start + 2;
        let figure = |place: &&&NamePlace| self.has_figure(place.sentence);
        let who = role.map(|role| role.sentence).filter(|at| told.iter().any(|place| place.sentence == *at));
        let did = told.iter().filter(subject).map(|place| place.sentence);
        let figures = told.iter().filter(subject).filter(figure).map(|place| place.sentence);
        let any = told.iter().map(|place| place.sentence);
        let mut claims: Vec<Claim> = Vec::new();
        for group in [who.into_iter().collect::<Vec<_>>(), did.take(6).collect(), figures.take(4).collect()] {
            claims.extend(self.first_claim(forms, &group, taken));
        }
        if claims.is_empty() {
            let any: Vec<usize> = any.take(8).collect();
            claims.extend(self.first_claim(forms, &any, taken).or_else(|| self.first_sentence(forms, &any)));
        }
        claims
    }

    /// The first of the sentences that makes a claim and has not made one yet.
    fn first_claim(&self, forms: &[String], sentences: &[usize], taken: &mut Vec<usize>) -> Option<Claim> {
        let fresh: Vec<usize> = sentences.iter().copied().filter(|at| !taken.contains(at)).collect();
        let fits = |draft: &Draft| draft.words() <= MOST_WORDS && !draft.has_open_date() && names_it(draft, forms);
        fresh.into_iter().find_map(|at| {
            let draft = self.fitter.fitted(at, &fits)?;
            taken.push(at);
            Some(draft.finish(self.document))
        })
    }

    /// A sentence that no shortening fits, as it stands.
    fn first_sentence(&self, forms: &[String], sentences: &[usize]) -> Option<Claim> {
        let drafts = sentences.iter().map(|&at| claims::sentence(self.document, &self.mentions.dates, at));
        let sound = |draft: &Draft| names_it(draft, forms) && claims::check(self.document, self.mentions, draft).is_empty();
        drafts.into_iter().find(sound).map(|draft| draft.finish(self.document))
    }

    /// Whether the place stands in a sentence of the story.
    fn tells(&self, place: &NamePlace) -> bool {
        let sentence = &self.document.sentences()[place.sentence];
        self.document.blocks()[sentence.block].kind.is_numbered() && sentence.tokens.len() >= 6
    }

    fn has_figure(&self, sentence: usize) -> bool {
        let figures = &self.mentions.figures;
        let first = figures.partition_point(|figure| figure.sentence < sentence);
        figures[first..].iter().take_while(|figure| figure.sentence == sentence).any(|figure| figure.kind != FigureKind::Count)
    }

    fn word(&self, at: usize) -> &str {
        self.document.tokens().get(at).map_or("", |token| self.document.slice(token.span))
    }

    fn is(&self, set: &'static str, at: usize) -> bool {
        WORDS.contains(&(set, fold(self.word(at)).as_str()))
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
        let closed = matches!(self.word(tokens.end), "," | "." | ";" | ")" | "—" | "who" | "which");
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
        let stop = |at: &usize| {
            matches!(self.word(*at), "," | "." | ";" | ":" | "(" | ")" | "—" | "–" | "who" | "which" | "that" | "where" | "when" | "whose")
        };
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
        (fits && !said && !tokens.is_empty() && (article || is_title(self.word(from)))).then_some(tokens)
    }

    /// "Ukrainian prime minister Ada Ferro", "Danish cranemaker Nordwind": what stands right before the name.
    fn before(&self, kind: EntityKind, place: &NamePlace) -> Option<Range<usize>> {
        let range = &self.document.sentences()[place.sentence].tokens;
        // A title may already belong to the mention: "President Ferro".
        let name = place.tokens.clone().find(|&at| !is_title(self.word(at)))?;
        let fits = |at: usize| match kind {
            // "Secretary-General"
            EntityKind::Person if self.word(at) == "-" => at > range.start && is_title(self.word(at - 1)),
            EntityKind::Person => {
                is_title(self.word(at)) && !matches!(fold(self.word(at)).trim_end_matches('.'), "mr" | "mrs" | "ms" | "mx" | "dr" | "sir")
            }
            EntityKind::Place | EntityKind::Other => false,
            _ => self.is("makers", at) && self.word(at).starts_with(char::is_lowercase),
        };
        let mut start = (range.start..name).rev().take_while(|&at| fits(at)).last()?;
        start = self.whole_office(range.start, start);
        if start > range.start && is_country_adjective(&fold(self.word(start - 1))) {
            start -= 1;
        }
        Some(start..name)
    }

    /// Where "National Security Advisor" or "opposition leader" begins, of which the last word is known.
    fn whole_office(&self, limit: usize, office: usize) -> usize {
        const MOST: usize = 4;
        let capital = self.word(office).starts_with(char::is_uppercase);
        let person = |at: usize| {
            let names = &self.mentions.names;
            let near = names.partition_point(|name| name.tokens.end <= at);
            names.get(near).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.start <= at)
        };
        let dated = |word: &str| word.ends_with("day") || crate::calendar::month_of(word).is_some();
        let part = |&at: &usize| {
            let word = self.word(at);
            let opens = at == limit && word != "First" && crate::document::opens_sentences(&fold(word));
            if capital { word.starts_with(char::is_uppercase) && !opens && !person(at) && !dated(word) } else { self.is("posts", at) }
        };
        (limit..office).rev().take(MOST).take_while(part).last().unwrap_or(office)
    }
}

/// A claim on a card says whom it is about: one of the folded forms stands in it.
fn names_it(draft: &Draft, forms: &[String]) -> bool {
    let text = fold(&draft.text);
    let whole = !draft.text.ends_with([':', ',', '—', '-']);
    whole && forms.iter().any(|form| text.contains(form.as_str()))
}

fn is_ticker(inside: &str) -> bool {
    let code = |code: &str| (1..=6).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if let Some((market, symbol)) = inside.split_once(':') {
        return MARKETS.contains(&fold(market).as_str()) && code(symbol.trim());
    }
    inside.split_once('.').is_some_and(|(symbol, market)| code(symbol) && SUFFIXES.contains(&market))
}
