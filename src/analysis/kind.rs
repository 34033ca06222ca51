//! Kinds of entities by their names and by what is said of them, and the short forms that a long name may have.

use std::sync::LazyLock;

use crate::characters::{alphanumerics, fold};
use crate::contract::EntityKind;
use crate::lists::{Map, is_country, is_country_adjective, rows};

/// (place, word) → kind, from `data/entities/kinds.tsv`.
static WORDS: LazyLock<Map<(&str, &str), EntityKind>> = LazyLock::new(|| {
    rows(include_str!("../../data/entities/kinds.tsv"))
        .filter_map(|row| {
            let mut cells = row.into_iter();
            let kind = match cells.next()? {
                "company" => EntityKind::Company,
                "organisation" => EntityKind::Organisation,
                "person" => EntityKind::Person,
                _ => EntityKind::Place,
            };
            Some(((cells.next()?, cells.next()?), kind))
        })
        .collect()
});

/// The kind of a named thing, by its name, then by its description.
#[must_use]
pub fn kind_of(name: &str, description: &str) -> EntityKind {
    let words = folded_words(name);
    let Some(last) = words.last() else { return EntityKind::Other };
    if let Some(kind) = WORDS.get(&("suffix", last.as_str())) {
        return *kind;
    }
    if is_country(&fold(name)) {
        return EntityKind::Place;
    }
    if let Some(kind) = words.iter().rev().find_map(|word| WORDS.get(&("word", word.as_str()))) {
        return *kind;
    }
    by_description(name, description)
}

/// "X is a Chinese chipmaker", "the chief executive of X", "X's China unit", "X … he".
fn by_description(name: &str, description: &str) -> EntityKind {
    let said = fold(description);
    let name = fold(name);
    if let Some(kind) = copula_noun(&said) {
        return kind;
    }
    // Whoever has a chief executive or a unit is a firm, as far as a news text goes.
    let officer = ["ceo of ", "cto of ", "cfo of ", "chairman of ", "chief executive of ", "founder of ", "shares of ", "shares in "];
    let possession = ["'s ceo", "'s cto", "'s chief", "'s china unit", "'s unit", "'s shares", "'s revenue", "'s chips", "'s market"];
    if officer.iter().any(|lead| said.contains(&format!("{lead}{name}")))
        || possession.iter().any(|tail| said.contains(&format!("{name}{tail}")))
    {
        return EntityKind::Company;
    }
    let capitals = name.split(' ').count();
    let human = alphanumerics(&said).any(|word| matches!(word, "he" | "his" | "she" | "her" | "him"));
    if (2..=4).contains(&capitals) && human { EntityKind::Person } else { EntityKind::Other }
}

/// The kind of what is called so: "Danish maker of cranes" is a company.
#[must_use]
pub fn kind_of_role(role: &str) -> Option<EntityKind> {
    copula_noun(&format!("is a {}", fold(role)))
}

/// The noun of "is a …", "was an …", "is one of …'s tech giants".
fn copula_noun(said: &str) -> Option<EntityKind> {
    let at = ["is a ", "is an ", "is the ", "was a ", "was an ", "was the ", "is one of "]
        .iter()
        .filter_map(|verb| said.find(verb).map(|at| at + verb.len()))
        .min()?;
    let phrase = said[at..].split([',', '.', ';']).next()?;
    let phrase = [" that ", " which ", " who ", " of ", " in ", " for ", " with ", " focused ", " involved "]
        .iter()
        .fold(phrase, |p, cut| p.split(cut).next().unwrap_or(p));
    let words: Vec<&str> = phrase.split(' ').collect();
    words
        .iter()
        .rev()
        .take(6)
        .find_map(|word| WORDS.get(&("noun", *word)).or_else(|| WORDS.get(&("noun", word.strip_suffix('s')?))))
        .copied()
}

/// Shorter forms that the name may have, longest first: without its company suffixes, then word by word. A country's
/// name, its adjective or a word of one letter is nobody's short form.
#[must_use]
pub fn short_forms(name: &str) -> Vec<&str> {
    let outside_bracket = name.split(" (").next().unwrap_or(name).trim();
    let ends: Vec<usize> = outside_bracket.match_indices(' ').map(|(at, _)| at).chain([outside_bracket.len()]).collect();
    let is_suffix = |word: &str| WORDS.contains_key(&("suffix", fold(word).trim_end_matches(['.', ',']).replace('.', "").as_str()));
    let mut core = ends.len();
    while core > 1 && is_suffix(outside_bracket[ends[core - 2]..ends[core - 1]].trim()) {
        core -= 1;
    }
    (1..=core)
        .rev()
        .map(|words| outside_bracket[..ends[words - 1]].trim_end_matches([',', ' ', '&']))
        .filter(|form| *form != name && form.chars().count() > 1 && !is_common(form))
        .collect()
}

/// A country, a common noun of bodies ("Institute"), or a piece that ends in the middle ("Bank of").
fn is_common(form: &str) -> bool {
    let folded = fold(form);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    if WORDS.contains_key(&("word", &*folded)) || matches!(last, "of" | "the" | "and" | "for" | "&") {
        return true;
    }
    let general = ["us", "u.s.", "new", "national", "general", "first", "united", "international", "american", "central"];
    is_country(&folded) || is_country_adjective(&folded) || general.contains(&&*folded)
}

fn folded_words(name: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let outside_brackets = name.chars().filter(|c| {
        depth = if *c == ')' { depth.saturating_sub(1) } else { depth + u32::from(*c == '(') };
        depth == 0 && *c != ')'
    });
    let kept = outside_brackets.collect::<String>();
    let folded = fold(&kept);
    folded.split([' ', '-', ',']).map(|word| word.replace('.', "")).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_name_and_by_description() {
        for (name, description, kind) in [
            ("Nordwind Holdings Ltd.", "", EntityKind::Company),
            ("Metallon Circuits (Shanghai) Co. Ltd.", "", EntityKind::Company),
            ("Ministry of Tides", "", EntityKind::Organisation),
            ("Harbour University", "It is a company.", EntityKind::Organisation),
            ("Norway", "Norway is a lender to the fund.", EntityKind::Place),
            ("Velora", "Ada Lim, CTO of Velora's China unit, expects growth.", EntityKind::Company),
            ("Velora", "Velora is one of the region's tech giants.", EntityKind::Company),
            ("Kestrel Bay", "Kestrel Bay is a port in the north.", EntityKind::Place),
            ("Mara Quill", "Mara Quill said that she would leave.", EntityKind::Person),
            ("Project Lantern", "Project Lantern began in May.", EntityKind::Other),
            ("", "", EntityKind::Other),
        ] {
            assert_eq!(kind_of(name, description), kind, "{name}: {description}");
        }
    }

    #[test]
    fn short_forms_lose_suffixes_first() {
        assert_eq!(short_forms("Nordwind Rope Technologies Co. Ltd."), ["Nordwind Rope Technologies", "Nordwind Rope", "Nordwind"]);
        assert_eq!(short_forms("China Tide Corp."), ["China Tide"], "a country is not a short form");
        assert_eq!(short_forms("Metallon Circuits (Shanghai) Co. Ltd."), ["Metallon Circuits", "Metallon"]);
        assert!(short_forms("Velora").is_empty());
    }
}
