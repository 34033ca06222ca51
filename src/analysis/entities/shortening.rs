//! Whether one name is a shorter form of another.

use super::chains::{Form, kind_of, usual_name};
use crate::characters::fold;
use crate::contract::EntityKind;
use crate::document::is_company_suffix;
use crate::lists::{is_country, is_country_adjective};
use crate::recognisers::{is_first_name, is_known_name, is_known_place};

/// Whether `short` names what `full` names, in fewer words.
#[must_use]
pub fn is_form_of(short: &Form, full: &Form) -> bool {
    let same = usual_name(&short.text).is_some_and(|usual| usual_name(&full.text) == Some(usual));
    // "Ada Ferro Jr." and "Ada Ferro, Jr."
    let alike = short.text.contains(',') != full.text.contains(',') && short.text.replace(',', "") == full.text.replace(',', "");
    if same || alike || full.defines.as_ref().is_some_and(|defined| fold(defined) == fold(&short.text)) {
        return true;
    }
    let (part, whole): (Vec<&str>, Vec<&str>) = (short.text.split(' ').collect(), full.text.split(' ').collect());
    if part.len() >= whole.len() || is_known_place(&short.text) && kind_of(full) != EntityKind::Place {
        return false;
    }
    // "United Nations" is not the Security Council, nor Google what it owns.
    let known_apart = is_known_name(&short.text) && is_known_name(&full.text) && !is_core_of(&short.text, &full.text);
    let opens = whole[..part.len()] == part[..] && !known_apart;
    match kind_of(full) {
        EntityKind::Person => {
            part.len() == 1 && kind_of(short) == EntityKind::Person && whole.first() == part.first()
                || part.len() == 1 && surname(&whole) == part[0]
                || part.len() == 2 && whole.len() > 2 && whole.first() == part.first() && surname(&whole) == part[1]
                || part.len() == 2 && whole.ends_with(&part)
                || part.len() == 1 && kind_of(short) == EntityKind::Person && fathers_name(&whole) == Some(part[0])
        }
        EntityKind::Company => {
            let core = whole.iter().take_while(|word| !is_company_suffix(word)).count().max(1);
            is_core_of(&short.text, &full.text)
                || part.len() <= core && opens
                || is_acronym(&short.text, &whole)
                || is_body_in_short(short, &whole)
        }
        EntityKind::Organisation | EntityKind::Other => {
            is_acronym(&short.text, &whole)
                || is_body_in_short(short, &whole)
                || is_club_of(&short.text, &full.text)
                || is_year_before(&short.text, &whole)
                // "White House" is not its Office of Science, nor an airline one of its flights.
                || part.len() > 1 && opens && !is_known_name(&short.text) && kind_of(short) != EntityKind::Person && kind_of(short) != EntityKind::Place
        }
        EntityKind::Place => false,
    }
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

/// "FBI" for "Federal Bureau of Investigation".
fn is_acronym(short: &str, whole: &[&str]) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
    let [capitals, all] = self::letters(whole);
    letters.len() >= 2
        && short.chars().all(|c| !c.is_lowercase())
        && whole.len() > 1
        && (letters == capitals || letters == all.to_uppercase())
}

/// The first letters of the words: the capitals, and all. "FBI" leaves out the "of", "DoJ" does not.
#[must_use]
pub fn letters(words: &[&str]) -> [String; 2] {
    let all: String = words.iter().filter_map(|word| word.chars().next()).collect();
    [all.chars().filter(|c| c.is_uppercase()).collect(), all]
}
