//! Who's who: names gathered into entities, each with its other names, its kind, every place that names it, and what the
//! article says of it.

mod bearers;
mod chains;
mod facts;
mod introduced;
mod roles;
mod shortening;

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::analysis::claims::Fitter;
use crate::analysis::kind::kind_of_role;
use crate::characters::fold;
use crate::contract::{BlockKind, Entity, EntityKind};
use crate::document::{Document, NamePlace};
use crate::lists::{Set, lines};
use crate::paste::Paste;
use crate::recognisers::{Mentions, is_known_name};
use chains::Chain;
use facts::Facts;

static PEOPLES: LazyLock<Set<&str>> = LazyLock::new(|| lines(include_str!("../../../data/entities/peoples.txt")).collect());

/// The cards, the most important first.
#[must_use]
pub fn read(document: &Document, paste: &Paste, mentions: &Mentions, fitter: &Fitter<'_>) -> Vec<Entity> {
    let title = fold(paste.title.as_deref().unwrap_or_default());
    let mut chains = chains::gather(document, &mentions.names, &title);
    let mut places = places(document, &chains);
    bearers::share(&mut chains, &mut places);
    let most = places.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let small = small_words(document, &chains);
    let named = chains.iter().zip(places).filter(|(chain, places)| {
        // A law, a product or an event gets a card only where the article turns on it.
        let name = fold(&chain.name);
        let common = !name.contains(' ') && (small.contains(&*name) || crate::document::opens_sentences(&name));
        let turns = chain.forms.iter().any(|form| title.contains(&*fold(form))) || !common && places.len() > 1;
        !places.is_empty() && (chain.kind != EntityKind::Other || turns && !chain.forms.iter().all(|form| is_people(form)))
    });
    let facts = Facts::new(document, mentions, fitter);
    let salient = |(chain, places): (_, Vec<NamePlace>)| (salience(document, chain, &places, most, &title), chain, places);
    let mut named: Vec<(u32, &Chain, Vec<NamePlace>)> = named.map(salient).collect();
    // Ties keep the order of the text.
    named.sort_by_key(|(salience, ..)| std::cmp::Reverse(*salience));
    let mut shown = HashSet::new();
    let mut cards: Vec<Entity> =
        named.into_iter().map(|(salience, chain, places)| card(&facts, chain, &places, salience, &mut shown)).collect();
    for (at, card) in cards.iter_mut().enumerate() {
        card.id = format!("e{}", at + 1);
    }
    cards
}

/// "Jews", "Nazi": a people or a faith, no thing with a card.
fn is_people(form: &str) -> bool {
    let folded = fold(form);
    PEOPLES.contains(&*folded) || folded.strip_suffix('s').is_some_and(|one| PEOPLES.contains(one))
}

/// The folded names of one word that the document writes with a small letter somewhere.
fn small_words(document: &Document, chains: &[Chain]) -> HashSet<String> {
    let names: Set<String> = chains.iter().map(|chain| fold(&chain.name).into_owned()).filter(|name| !name.contains(' ')).collect();
    let words = document.tokens().iter().map(|token| document.slice(token.span)).filter(|word| word.starts_with(char::is_lowercase));
    words.filter(|word| names.contains(*word)).map(str::to_owned).collect()
}

/// Every place of every chain: the longest name wins where several would do.
fn places(document: &Document, chains: &[Chain]) -> Vec<Vec<NamePlace>> {
    let owners: Vec<(usize, &str)> =
        chains.iter().enumerate().flat_map(|(at, chain)| chain.forms.iter().map(move |form| (at, form.as_str()))).collect();
    let forms: Vec<&str> = owners.iter().map(|(_, form)| *form).collect();
    let mut places: Vec<Vec<NamePlace>> = chains.iter().map(|_| Vec::new()).collect();
    for place in document.find_names(&forms) {
        let mut place = place;
        let (owner, form) = owners[place.name];
        let block = document.sentences()[place.sentence].block;
        if document.blocks()[block].kind == BlockKind::Byline && !document.names_sender(block) {
            continue;
        }
        // "President Biden": a title of one word belongs to a bare surname.
        if chains[owner].kind == EntityKind::Person && !form.contains(' ') {
            place.tokens = with_title(document, &place);
        }
        places[owner].push(place);
    }
    places
}

fn with_title(document: &Document, place: &NamePlace) -> std::ops::Range<usize> {
    const TITLES: [&str; 24] = [
        "President",
        "Mr",
        "Mr.",
        "Mrs",
        "Mrs.",
        "Ms",
        "Ms.",
        "Dr",
        "Dr.",
        "Professor",
        "Prof.",
        "Senator",
        "Sen.",
        "Rep.",
        "Gov.",
        "Governor",
        "Secretary",
        "Minister",
        "Judge",
        "Justice",
        "General",
        "King",
        "Queen",
        "Sir",
    ];
    let start = place.tokens.start;
    let first = document.sentences()[place.sentence].tokens.start;
    let word = |at: usize| document.slice(document.tokens()[at].span);
    // "Prime Minister Modi" has a title of two words, which stays outside.
    let alone =
        start > first && TITLES.contains(&word(start - 1)) && !(start - 1 > first && word(start - 2).starts_with(char::is_uppercase));
    if alone { start - 1..place.tokens.end } else { place.tokens.clone() }
}

fn card(facts: &Facts<'_>, chain: &Chain, places: &[NamePlace], salience: u32, shown: &mut HashSet<usize>) -> Entity {
    let document = facts.document;
    let role = facts.role(chain.kind, places);
    let ticker = facts.ticker(places);
    // Only a firm has shares to deal in; what the article calls a firm is one, where no list knows better.
    let called = role.as_ref().is_some_and(|role| kind_of_role(&role.text) == Some(EntityKind::Company)) && !is_known_name(&chain.name);
    let firm = chain.kind == EntityKind::Organisation && (ticker.is_some() || called);
    let kind = if firm { EntityKind::Company } else { chain.kind };
    let mention = |place: &NamePlace| document.mention(document.sentences()[place.sentence].block, document.span_of(&place.tokens));
    Entity {
        id: String::new(),
        name: chain.name.clone(),
        kind,
        aliases: chain.forms.iter().filter(|form| **form != chain.name).cloned().collect(),
        description: facts.description(&chain.forms, places, role.as_ref(), shown),
        ticker,
        role: role.map(|role| role.text),
        mentions: places.iter().map(mention).collect(),
        salience,
    }
}

/// Whether the place tells how much the article is about it: a credit, a note and the agency of a dateline do not.
fn is_of_story(document: &Document, place: &NamePlace) -> bool {
    let word = |at: usize| document.tokens().get(at).map_or("", |token| document.slice(token.span));
    let kind = document.blocks()[document.sentences()[place.sentence].block].kind;
    let bracket = place.tokens.start > 0 && word(place.tokens.start - 1) == "(" && word(place.tokens.end) == ")";
    let dateline = bracket && matches!(word(place.tokens.end + 1), "—" | "–" | "-" | "--");
    !dateline && (kind.is_numbered() || matches!(kind, BlockKind::Title | BlockKind::Deck | BlockKind::Heading))
}

/// Named often, named early, named in the title: each counts a third.
fn salience(document: &Document, chain: &Chain, places: &[NamePlace], most: usize, title: &str) -> u32 {
    let often = places.iter().filter(|place| is_of_story(document, place)).count() * 400 / most;
    let first = places.first().map_or(0, |place| place.sentence);
    let early = 300 - (300 * first / document.sentences().len().max(1)).min(300);
    let titled = chain.forms.iter().any(|form| title.contains(&*fold(form)));
    u32::try_from(often + early + if titled { 300 } else { 0 }).unwrap_or(1000).min(1000)
}
