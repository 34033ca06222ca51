//! What the article says of a name: its ticker, and up to three claims: who it is, what it did, the figure that matters.

use std::collections::HashSet;

use super::roles::{Role, Roles};
use crate::analysis::claims::{self, Draft, Fitter};
use crate::analysis::digest::form;
use crate::characters::{alphanumerics, closed_hyphens, fold};
use crate::contract::{BlockKind, Claim, EntityKind};
use crate::document::{Document, NamePlace};
use crate::recognisers::{FigureKind, Mentions, known_kind};

/// Places of a name that are looked at: what it is is said early.
const LOOKED_AT: usize = 30;
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
        let roles = Roles { document: self.document, mentions: self.mentions };
        let told = places.iter().take(LOOKED_AT).filter(|place| self.tells(place)).find_map(|place| roles.at(kind, place));
        // "Home Secretary Ada Ferro gave a statement", above a statement in which she is "I".
        let above = |place: &&NamePlace| self.document.blocks()[self.document.sentences()[place.sentence].block].kind == BlockKind::Deck;
        told.or_else(|| places.iter().take(LOOKED_AT).filter(above).find_map(|place| roles.at(kind, place)))
    }

    /// "(NASDAQ: ABC)" or "(688256.SH)" right behind a place of the name, as it is printed; behind a firm that everybody
    /// knows the sign alone will do, "Boeing (BA)".
    #[must_use]
    pub fn ticker(&self, places: &[NamePlace]) -> Option<String> {
        places.iter().take(LOOKED_AT).find_map(|place| {
            let span = self.document.span_of(&place.tokens);
            let behind = self.document.text()[span.end as usize..].trim_start();
            // "Boeing shares (BA)"
            let behind = ["shares", "stock"].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
            let inside = behind.trim_start().strip_prefix('(')?;
            let inside = inside.char_indices().take(30).find(|(_, c)| *c == ')').map(|(at, _)| inside[..at].trim())?;
            let sign = inside.split_once(", Fortune").map_or(inside, |(sign, _)| sign);
            let alone = is_sign(sign, 5) && known_kind(self.document.slice(span)) == Some(EntityKind::Company) && place.tokens.len() == 1;
            (alone || is_ticker(inside)).then(|| sign.to_owned())
        })
    }

    /// Who it is, what it did, the figure that matters: at most one claim of each. What the cards `shown` so far are made of
    /// is told again only where nothing else names it.
    pub fn description(&self, forms: &[String], places: &[NamePlace], role: Option<&Role>, shown: &mut HashSet<usize>) -> Vec<Claim> {
        let tells = |place: &&NamePlace| self.tells(place) && !self.document.sentences()[place.sentence].is_endless();
        let told: Vec<&NamePlace> = places.iter().filter(tells).take(LOOKED_AT).collect();
        let fresh: Vec<&NamePlace> = told.iter().copied().filter(|place| !shown.contains(&place.sentence)).collect();
        let forms: Vec<String> = forms.iter().map(|form| fold(form).into_owned()).collect();
        let sentences =
            |places: &[&NamePlace], most: usize| -> Vec<usize> { places.iter().map(|place| place.sentence).take(most).collect() };
        let subjects = |places: &[&NamePlace], most: usize| -> Vec<usize> {
            places.iter().filter(|place| self.is_subject(place)).map(|place| place.sentence).take(most).collect()
        };
        let who = role.map(|role| role.sentence).filter(|at| fresh.iter().any(|place| place.sentence == *at));
        let figures = subjects(&fresh, LOOKED_AT).into_iter().filter(|&at| self.has_figure(at)).take(4);
        let mut taken: Vec<usize> = Vec::new();
        let groups = [who.into_iter().collect(), subjects(&fresh, 6), figures.collect()];
        let mut claims: Vec<Claim> = groups.iter().filter_map(|group| self.first_claim(&forms, group, &mut taken)).collect();
        if claims.is_empty() {
            let spare = [sentences(&fresh, 8), subjects(&told, 6), sentences(&told, 8)].concat();
            claims.extend(self.first_claim(&forms, &spare, &mut taken).or_else(|| self.first_sentence(&forms, &spare)));
        }
        shown.extend(taken);
        claims
    }

    /// Whether the sentence begins with the name, and not with a longer one: "Nordwind said", but no "Nordwind Lines said".
    fn is_subject(&self, place: &NamePlace) -> bool {
        let range = &self.document.sentences()[place.sentence].tokens;
        let goes_on = place.tokens.end < range.end && self.word(place.tokens.end).starts_with(char::is_uppercase);
        place.tokens.start <= range.start + 2 && !goes_on
    }

    /// The first of the sentences that makes a claim and has not made one yet.
    fn first_claim(&self, forms: &[String], sentences: &[usize], taken: &mut Vec<usize>) -> Option<Claim> {
        let fresh: Vec<usize> = sentences.iter().copied().filter(|at| !taken.contains(at)).collect();
        let fits = |draft: &Draft| draft.words() <= MOST_WORDS && !draft.has_open_date() && names_it(draft, forms) && tells_of_it(draft);
        fresh.into_iter().find_map(|at| {
            let draft = self.fitter.fitted_alone(at, &fits)?;
            taken.push(at);
            Some(draft.finish(self.document))
        })
    }

    /// A sentence that no shortening fits, as it stands.
    fn first_sentence(&self, forms: &[String], sentences: &[usize]) -> Option<Claim> {
        let drafts = sentences.iter().map(|&at| claims::sentence(self.document, &self.mentions.dates, at));
        let sound = |draft: &Draft| {
            names_it(draft, forms) && has_speaker(&draft.text) && claims::check(self.document, self.mentions, draft).is_empty()
        };
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
}

/// A claim on a card that stands alone is understood without the article, too: nothing in it leans on what was said, nobody
/// says "we".
fn tells_of_it(draft: &Draft) -> bool {
    has_speaker(&draft.text) && !form::leans(&draft.text)
}

/// Whether the text opens with nothing that stands for somebody else, and nobody in it speaks of himself or of "us" outside
/// of a quotation.
fn has_speaker(text: &str) -> bool {
    let ours = |word: &str| matches!(word, "we" | "our" | "us" | "We" | "Our");
    let spoken = !text.contains(['“', '"']) && alphanumerics(text).any(ours);
    let first = text.trim_start_matches(['“', '"', '‘']).split([' ', '’', '\'', ',']).next().unwrap_or_default();
    !spoken && !form::is_of_oneself(text) && !claims::is_in("dangling", &first.to_lowercase())
}

/// A claim on a card says whom it is about: one of the folded forms stands in it.
fn names_it(draft: &Draft, forms: &[String]) -> bool {
    let text = closed_hyphens(&fold(&draft.text)).into_owned();
    let whole = !draft.text.ends_with([':', ',', '—', '-']);
    whole && forms.iter().any(|form| text.contains(closed_hyphens(form).as_ref()))
}

fn is_ticker(inside: &str) -> bool {
    if let Some((market, symbol)) = inside.split_once(':') {
        return MARKETS.contains(&&*fold(market)) && is_sign(symbol.trim(), 6);
    }
    inside.split_once('.').is_some_and(|(symbol, market)| is_sign(symbol, 6) && SUFFIXES.contains(&market))
}

/// The sign of a share: capitals and figures, `most` at most.
fn is_sign(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}
