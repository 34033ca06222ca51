//! Words and lists by which names and their kinds are told (`data/names`).

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::characters::{closed_hyphens, fold, folded};
use crate::contract::EntityKind;
use crate::lists::{Map, is_country, is_country_adjective, lines, map, set, words};

/// Sets of `data/names/words.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Set {
    /// "President": stands before a person's name.
    Title,
    /// "Ministry": part of an organisation's name.
    Body,
    /// "Gazette": the last word of a newspaper's name.
    Paper,
    /// "Instituto": opens a body's name in another language.
    ForeignBody,
    /// "Department": what owns parts of itself, "the Department's Criminal Division".
    Owner,
    /// "based": stands behind a name and its hyphen.
    Participle,
    /// "Airlines": part of a company's name.
    Firm,
    /// "Helicopters": the last word of a firm's name.
    FirmEnd,
    /// "Working", "Contact": before "Group" where it is no firm.
    Panel,
    /// "River": part of a place's name.
    Site,
    /// Nouns that are written with a capital without naming anything a reader would look up.
    Noun,
    /// "chipmaker", "airline": what a text calls a firm.
    FirmNoun,
    /// "band", "charity": what a text calls a body.
    BodyNoun,
    /// "village", "river": what a text calls a place.
    PlaceNoun,
    /// "Act", "Prize", "Summit": the last word of a law's, a prize's, an event's name.
    Thing,
    /// "Hurricane", "Operation": its first word.
    ThingOpener,
    /// Function words, whatever their capital.
    Common,
    /// "Ministry", "Republic": goes on behind "of".
    TakesOf,
    /// "nicknamed": what is called so follows in quotation marks.
    Calling,
    /// Small words inside names: "of", "van".
    Lower,
}

static WORDS: LazyLock<crate::lists::Set<(Set, &str)>> = LazyLock::new(|| {
    const TABLE: &str = include_str!("../../../data/names/words.tsv");
    let kind = |name| match name {
        "title" => Set::Title,
        "bodies" => Set::Body,
        "papers" => Set::Paper,
        "foreign_bodies" => Set::ForeignBody,
        "owners" => Set::Owner,
        "participles" => Set::Participle,
        "firms" => Set::Firm,
        "firm_ends" => Set::FirmEnd,
        "panels" => Set::Panel,
        "sites" => Set::Site,
        "firm_nouns" => Set::FirmNoun,
        "body_nouns" => Set::BodyNoun,
        "place_nouns" => Set::PlaceNoun,
        "things" => Set::Thing,
        "thing_openers" => Set::ThingOpener,
        "common" => Set::Common,
        "nouns" => Set::Noun,
        "of" => Set::TakesOf,
        "calling" => Set::Calling,
        _ => Set::Lower,
    };
    let rows = lines(TABLE).filter_map(|row| row.split_once('\t'));
    set(TABLE, b' ', rows.flat_map(|(name, words)| words.split(' ').map(move |word| (kind(name), word))))
});
static FIRST_NAMES: LazyLock<crate::lists::Set<&str>> = LazyLock::new(|| words(include_str!("../../../data/names/first_names.txt")));
static CITIES: LazyLock<crate::lists::Set<&str>> = LazyLock::new(|| words(include_str!("../../../data/names/cities.txt")));
static KNOWN: LazyLock<Map<&str, EntityKind>> =
    LazyLock::new(|| map(KNOWN_TABLE, b'|', known_rows().flat_map(|(kind, names)| names.split('|').map(move |name| (name, kind)))));
static PERHAPS: LazyLock<crate::lists::Set<&str>> = LazyLock::new(|| {
    let rows = lines(KNOWN_TABLE).filter_map(|row| row.strip_prefix("perhaps\t"));
    rows.flat_map(|names| names.split('|')).collect()
});
/// Regions as they are compared; postal abbreviations only count as they are written.
static REGIONS: LazyLock<crate::lists::Set<String>> = LazyLock::new(|| {
    let places = known_rows().filter(|(kind, _)| *kind == EntityKind::Place).flat_map(|(_, names)| names.split('|'));
    places.filter(|name| name.chars().count() > 3 && !name.ends_with('.')).map(|name| fold(name).into_owned()).collect()
});

const KNOWN_TABLE: &str = include_str!("../../../data/names/known.tsv");

fn known_rows() -> impl Iterator<Item = (EntityKind, &'static str)> {
    lines(KNOWN_TABLE).filter_map(|row| row.split_once('\t')).filter_map(|(kind, names)| {
        let kind = match kind {
            "company" => EntityKind::Company,
            "organisation" => EntityKind::Organisation,
            "person" => EntityKind::Person,
            "place" => EntityKind::Place,
            "other" => EntityKind::Other,
            _ => return None,
        };
        Some((kind, names))
    })
}

/// The kind of what is known by its name alone, in the case in which it is written.
#[must_use]
pub fn known(name: &str) -> Option<EntityKind> {
    KNOWN.get(closed_hyphens(name).as_ref()).copied()
}

/// Whether the name is known by itself, whatever it names.
#[must_use]
pub fn is_known(name: &str) -> bool {
    known(name).is_some()
}

/// Whether a company, a newspaper, a party or a team has the name, which is a word or another name, too.
#[must_use]
pub fn may_be_body(name: &str) -> bool {
    PERHAPS.contains(name)
}

/// Whether the word, whatever its case, belongs to the set.
#[must_use]
pub fn is_in(set: Set, word: &str) -> bool {
    folded(word.trim_end_matches('.'), |word| WORDS.contains(&(set, word)))
}

/// "President", "spokesman": a post or a form of address, whatever its case.
#[must_use]
pub fn is_title(word: &str) -> bool {
    is_in(Set::Title, word)
}

/// A first name of the census.
#[must_use]
pub fn is_first_name(word: &str) -> bool {
    folded(word, |word| FIRST_NAMES.contains(word))
}

/// A country, state, region or city.
#[must_use]
pub fn is_place(name: &str) -> bool {
    folded(&closed_hyphens(name), |folded| is_land(known(name), folded) || CITIES.contains(folded))
}

/// A country, state or region, by its kind where it is known and by its folded name.
fn is_land(known: Option<EntityKind>, folded: &str) -> bool {
    known == Some(EntityKind::Place) || is_country_form(folded) || REGIONS.contains(folded)
}

/// Whether a phrase names a country, state or region, and whether a city; `known` is its kind where it is known.
#[must_use]
pub fn place(phrase: &str, known: Option<EntityKind>) -> (bool, bool) {
    let is_land = |folded: &str| is_land(known, folded);
    match closed_hyphens(phrase) {
        Cow::Borrowed(phrase) => folded(phrase, |folded| if CITIES.contains(folded) { (false, true) } else { (is_land(folded), false) }),
        Cow::Owned(_) if is_city(phrase) => (false, true),
        Cow::Owned(closed) => (folded(&closed, |folded| is_land(folded) || CITIES.contains(folded)), false),
    }
}

/// A city of 100,000 people or more.
#[must_use]
pub fn is_city(name: &str) -> bool {
    folded(name, |name| CITIES.contains(name))
}

fn is_country_form(folded: &str) -> bool {
    is_country(folded) || matches!(folded, "u.s." | "us" | "u.k." | "uk" | "u.s.a." | "usa" | "uae" | "u.a.e." | "drc" | "prc" | "dprk")
}

/// "Chinese", "South Korean": an adjective, no name.
#[must_use]
pub fn is_adjective(word: &str) -> bool {
    let folded = fold(word);
    let singular = folded.strip_suffix('s').unwrap_or(&folded);
    is_country_adjective(&folded)
        || is_country_adjective(singular)
        || matches!(
            singular,
            "european"
                | "african"
                | "asian"
                | "western"
                | "eastern"
                | "northern"
                | "southern"
                | "islamic"
                | "muslim"
                | "christian"
                | "catholic"
                | "jewish"
                | "arab"
                | "democrat"
                | "democratic"
                | "republican"
                | "hispanic"
                | "latino"
                | "english"
                | "federal"
                | "soviet"
                | "british"
        )
}
