//! Whether one name is a shorter form of another.

use super::chains::{Form, kind_of, usual_name};
use crate::characters::fold;
use crate::contract::EntityKind;
use crate::document::is_company_suffix;
use crate::lists::{is_country, is_country_adjective};
use crate::recognisers::{is_first_name, is_known_city, is_known_name, is_known_place, known_kind};

/// Whether `short` names what `full` names, in fewer words.
#[must_use]
pub fn is_form_of(short: &Form, full: &Form) -> bool {
    if is_same(short, full) {
        return true;
    }
    let (part, whole): (Vec<&str>, Vec<&str>) = (short.text.split(' ').collect(), full.text.split(' ').collect());
    if part.len() >= whole.len() || is_place_apart(short, full) {
        return false;
    }
    match kind_of(full) {
        EntityKind::Person => !is_another_of_the_family(short, full) && is_person_in_short(short, &part, &whole),
        EntityKind::Company => is_firm_in_short(short, full, &part, &whole),
        EntityKind::Organisation | EntityKind::Other => is_organisation_in_short(short, full, &part, &whole),
        EntityKind::Place => false,
    }
}

/// "Holm" of a text about "Ada Holm" is the town, unless it is spoken of as a person is, and of a firm "Holm Corporation"
/// unless it is neither a country nor a city.
fn is_place_apart(short: &Form, full: &Form) -> bool {
    let spoken_of = match kind_of(full) {
        EntityKind::Place => true,
        EntityKind::Person => kind_of(short) == EntityKind::Person,
        _ => is_core_of(&short.text, &full.text) && !is_known_city(&short.text) && !is_country(&fold(&short.text)),
    };
    is_known_place(&short.text) && !spoken_of
}

/// Both are known as one thing, or differ by a comma ("Ada Ferro, Jr."), or the text defines one for the other.
fn is_same(short: &Form, full: &Form) -> bool {
    let usual = usual_name(&short.text).is_some_and(|usual| usual_name(&full.text) == Some(usual));
    let alike = short.text.contains(',') != full.text.contains(',') && short.text.replace(',', "") == full.text.replace(',', "");
    usual || alike || full.defines.as_ref().is_some_and(|defined| fold(defined) == fold(&short.text))
}

/// "President Ferro" is not the Ada Ferro who is introduced as his wife or as the first lady.
fn is_another_of_the_family(short: &Form, full: &Form) -> bool {
    let titled = |form: &Form, title: &str| form.titles.contains(title);
    let shared = short.titles.iter().any(|title| titled(full, title));
    !short.titles.is_empty() && !shared && (full.is_kin || titled(full, "lady"))
}

/// A surname, a first name, both of a longer name.
fn is_person_in_short(short: &Form, part: &[&str], whole: &[&str]) -> bool {
    let person = kind_of(short) == EntityKind::Person;
    let first = whole.first() == part.first();
    match part {
        [name] => surname(whole) == *name || person && (first || fathers_name(whole) == Some(*name)),
        [_, last] => whole.len() > 2 && first && surname(whole) == *last || whole.ends_with(part),
        _ => false,
    }
}

/// "Nordwind" of "Nordwind Holdings Ltd.", "NHL" of "Nordwind Harbour Lines".
fn is_firm_in_short(short: &Form, full: &Form, part: &[&str], whole: &[&str]) -> bool {
    let core = whole.iter().take_while(|word| !is_company_suffix(word)).count().max(1);
    is_core_of(&short.text, &full.text)
        || part.len() <= core && opens(short, full, part, whole)
        || is_acronym(&short.text, whole)
        || is_body_in_short(short, whole)
}

/// What a body, a law or an event is called for short.
fn is_organisation_in_short(short: &Form, full: &Form, part: &[&str], whole: &[&str]) -> bool {
    // "White House" is not its Office of Science, nor an airline one of its flights.
    let thing = !is_known_name(&short.text) && !matches!(kind_of(short), EntityKind::Person | EntityKind::Place);
    is_acronym(&short.text, whole)
        || is_acronym_before_tail(part, whole)
        || is_body_in_short(short, whole)
        || is_club_of(&short.text, &full.text)
        || thing && (is_team_of(part, whole) || is_party_of(part, whole) || is_without_first_name(part, whole))
        || is_year_before(&short.text, whole)
        || is_storm(&short.text, whole)
        || part.len() > 1 && thing && opens(short, full, part, whole)
}

/// Whether the short form is how the full one begins. "United Nations" is not the Security Council, nor Google what it owns.
fn opens(short: &Form, full: &Form, part: &[&str], whole: &[&str]) -> bool {
    let known = is_known_name(&short.text) && !is_core_of(&short.text, &full.text);
    // "Boeing" is a firm by itself, "Boeing Commercial Airplanes" one of its parts, "Porsche Automobil Holding SE" is Porsche.
    let division = whole.len() > part.len() + 1 && without_suffixes(&full.text) == full.text;
    let apart = known && (is_known_name(&full.text) || division && known_kind(&short.text) == Some(EntityKind::Company));
    whole.starts_with(part) && !apart
}

/// The name without the country before it: "Department of Justice" of "U.S. Department of Justice".
#[must_use]
pub fn behind_country(name: &str) -> Option<&str> {
    let starts = name.match_indices(' ').map(|(at, _)| at).take(2);
    let rest = starts.filter(|&at| is_known_country(&name[..at])).last().map(|at| &name[at + 1..])?;
    rest.starts_with(char::is_uppercase).then_some(rest)
}

fn is_known_country(text: &str) -> bool {
    let folded = fold(text);
    is_country(&folded)
        || is_country_adjective(&folded)
        || usual_name(text).is_some_and(|usual| is_country(&fold(usual)) || matches!(usual, "European Union" | "United Nations"))
}

/// The last word of a person's name, "Jr." and the like left out.
#[must_use]
pub fn surname<'a>(words: &[&'a str]) -> &'a str {
    let generation = |word: &&&str| matches!(**word, "Jr." | "Sr." | "Jr" | "Sr" | "II" | "III" | "IV");
    words.iter().rev().find(|word| !generation(word)).map_or("", |word| word.trim_end_matches(','))
}

/// "Vázquez" of "Wanda Vázquez Garced": of two surnames the one that is used alone. A second first name is none.
#[must_use]
pub fn fathers_name<'a>(words: &[&'a str]) -> Option<&'a str> {
    let [first, .., second, last] = words else {
        return None;
    };
    let plain = |word: &str| word.chars().count() > 2 && !word.contains(['.', ',']) && word.starts_with(char::is_uppercase);
    let surname = words.len() <= 4 && is_first_name(first) && !is_first_name(second) && plain(second) && plain(last);
    surname.then_some(*second)
}

/// "Terns" of "Kestrel Bay Terns": a town's team, which its nickname names as well.
fn is_team_of(part: &[&str], whole: &[&str]) -> bool {
    let town = whole.strip_suffix(part).map(|town| town.join(" "));
    let many = part.last().is_some_and(|last| last.ends_with('s') || *last == "Sox");
    many && town.is_some_and(|town| is_known_place(&town))
}

/// "Harbour" of "Harbour Party".
fn is_party_of(part: &[&str], whole: &[&str]) -> bool {
    matches!(whole, [name @ .., "Party"] if *name == *part)
}

/// "Ferro Center" of "Ada Ferro Center".
fn is_without_first_name(part: &[&str], whole: &[&str]) -> bool {
    part.len() > 1 && matches!(whole, [first, rest @ ..] if *rest == *part && is_first_name(first))
}

/// "Chelsea" of "Chelsea FC".
fn is_club_of(short: &str, full: &str) -> bool {
    let rest = full.strip_prefix(short).and_then(|rest| rest.strip_prefix(' '));
    rest.is_some_and(|rest| matches!(rest, "FC" | "F.C." | "CF" | "AFC" | "A.F.C."))
}

/// "Harbour Games" of "2014 Harbour Games".
fn is_year_before(short: &str, whole: &[&str]) -> bool {
    let year = whole[0].len() == 4 && whole[0].bytes().all(|b| b.is_ascii_digit());
    year && whole.len() > 2 && short == whole[1..].join(" ")
}

/// "Ida" of "Hurricane Ida".
fn is_storm(short: &str, whole: &[&str]) -> bool {
    matches!(whole, ["Hurricane" | "Typhoon" | "Cyclone" | "Storm", name] if *name == short)
}

/// "Department of Justice", "Justice Department", "DOJ" and "Treasury" of what the full name calls "U.S. Department of …".
fn is_body_in_short(short: &Form, whole: &[&str]) -> bool {
    let full = whole.join(" ");
    let rest = behind_country(&full).unwrap_or(&full);
    let words: Vec<&str> = rest.split(' ').collect();
    if rest == short.text || words.len() > 1 && rest.len() < full.len() && is_acronym(&short.text, &words) {
        return true;
    }
    let [kind, "of", tail @ ..] = &words[..] else {
        return false;
    };
    let tail = if tail.first() == Some(&"the") { &tail[1..] } else { tail };
    let tail = tail.join(" ");
    let alone = matches!(kind_of(short), EntityKind::Organisation | EntityKind::Company) && matches!(*kind, "Department" | "Ministry");
    format!("{tail} {kind}") == short.text || alone && tail == short.text
}

/// "Apple" of "Apple Inc.": nothing but suffixes is left out.
#[must_use]
pub fn is_core_of(short: &str, full: &str) -> bool {
    full.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ') && rest.split_whitespace().all(is_company_suffix))
}

/// "Apple" for "Apple Inc.".
#[must_use]
pub fn without_suffixes(name: &str) -> &str {
    let mut core = name;
    while let Some((rest, _)) = core.rsplit_once(' ').filter(|(_, last)| is_company_suffix(last)) {
        core = rest.trim_end_matches(',');
    }
    core
}

/// "FBI" for "Federal Bureau of Investigation".
fn is_acronym(short: &str, whole: &[&str]) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
    let [capitals, all] = self::letters(whole);
    let [before, _] = self::letters(before_and(whole));
    letters.len() >= 2
        && short.chars().all(|c| !c.is_lowercase())
        // "H.R. 932" is a bill of the House of Representatives.
        && !(short.contains(' ') && short.contains('.'))
        && whole.len() > 1
        && (letters == capitals || letters == all.to_uppercase() || letters.len() > 2 && letters == before)
}

/// "UH Orrin" of "University of Holm at Orrin", "HDS 2.0" of "Harbour Design System 2.0".
fn is_acronym_before_tail(part: &[&str], whole: &[&str]) -> bool {
    let [acronym, tail @ ..] = part else { return false };
    let front = whole.strip_suffix(tail).filter(|front| !tail.is_empty() && front.len() > 1);
    front.is_some_and(|front| is_acronym(acronym, front))
}

/// The words that "CDC" stands for: those before the last "and".
#[must_use]
pub fn before_and<'a, 'b>(whole: &'a [&'b str]) -> &'a [&'b str] {
    whole.iter().rposition(|word| *word == "and").map_or(whole, |at| &whole[..at])
}

/// The first letters of the words: the capitals, and all. "FBI" leaves out the "of", "DoJ" does not. Of "U.S." both count.
#[must_use]
pub fn letters(words: &[&str]) -> [String; 2] {
    let most = |word: &str| if word.contains('.') { word.len() } else { 1 };
    let all: String = words.iter().flat_map(|word| word.chars().take(most(word)).filter(|c| c.is_alphanumeric())).collect();
    [all.chars().filter(|c| c.is_uppercase()).collect(), all]
}
