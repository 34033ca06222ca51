//! A surname that stands alone and that several people of the text bear: each of its places is one of theirs, never a
//! person of its own.

use super::chains::Chain;
use super::shortening::surname;
use crate::contract::EntityKind;
use crate::document::{NamePlace, opens_sentences};

/// How many times as often as anybody else whom the text is about is named in full.
const MAIN: usize = 3;

/// Gives the places of a bare surname to those who bear it: all to the one whom the text is about, or in each place to the
/// one named in full last before it. Whoever is introduced as somebody's kin ("his brother, Jon Ferro") keeps his first name
/// in news, and comes last.
pub fn share(chains: &mut Vec<Chain>, places: &mut Vec<Vec<NamePlace>>) {
    let mut emptied = Vec::new();
    let bare: Vec<usize> = (0..chains.len()).filter(|&at| is_bare(&chains[at])).collect();
    for at in bare {
        let bearers = bearers(chains, at);
        if bearers.is_empty() {
            continue;
        }
        let name = chains[at].name.clone();
        let starts = |bearer: usize| places[bearer].iter().map(|place| place.tokens.start).collect();
        let mut named: Vec<(usize, Vec<usize>)> = bearers.iter().map(|&bearer| (bearer, starts(bearer))).collect();
        if let Some(main) = main(&named) {
            named = vec![named[main].clone()];
        }
        for place in std::mem::take(&mut places[at]) {
            let bearer = last_before(&named, place.tokens.start);
            places[bearer].push(place);
            if !chains[bearer].forms.contains(&name) {
                chains[bearer].forms.push(name.clone());
            }
        }
        bearers.into_iter().for_each(|bearer| places[bearer].sort_by_key(|place| place.tokens.start));
        emptied.push(at);
    }
    for at in emptied.into_iter().rev() {
        chains.remove(at);
        places.remove(at);
    }
}

fn is_bare(chain: &Chain) -> bool {
    chain.kind == EntityKind::Person && chain.forms.len() == 1 && !chain.name.contains(' ')
}

/// The people of whom the bare name is the surname; those introduced as kin only where all are.
fn bearers(chains: &[Chain], bare: usize) -> Vec<usize> {
    let bears = |chain: &Chain| {
        let words: Vec<&str> = chain.name.split(' ').collect();
        // "No.1 Ferro", "Everybody Loves Ferro"
        let first = words[0].chars().all(|c| c.is_alphabetic() || c == '.' || c == '-') && !opens_sentences(words[0]);
        chain.kind == EntityKind::Person && words.len() > 1 && first && surname(&words) == chains[bare].name
    };
    let all: Vec<usize> = (0..chains.len()).filter(|&at| bears(&chains[at])).collect();
    // "President Ferro" is nobody of whom no title is told, and not his wife.
    let titled = &chains[bare].titles;
    let another = all.len() == 1 && chains[all[0]].is_kin;
    if another || !titled.is_empty() && !all.iter().any(|&at| titled.iter().any(|title| chains[at].titles.contains(title))) {
        return Vec::new();
    }
    let own: Vec<usize> = all.iter().copied().filter(|&at| !chains[at].is_kin).collect();
    if own.is_empty() { all } else { own }
}

/// Who of those is named far more than the others.
fn main(named: &[(usize, Vec<usize>)]) -> Option<usize> {
    let most = (0..named.len()).max_by_key(|&at| (named[at].1.len(), std::cmp::Reverse(at)))?;
    let others = (0..named.len()).filter(|&at| at != most).map(|at| named[at].1.len()).max().unwrap_or(0);
    (named[most].1.len() >= MAIN * others).then_some(most)
}

/// Who of those, each with the tokens at which he is named, was named last before a token; before all of them the one named
/// most.
fn last_before(named: &[(usize, Vec<usize>)], token: usize) -> usize {
    let before = |starts: &[usize]| starts.partition_point(|&start| start < token).checked_sub(1).map(|last| starts[last]);
    let last = named.iter().filter_map(|(bearer, starts)| Some((before(starts)?, *bearer))).max();
    let most = || named.iter().max_by_key(|(bearer, starts)| (starts.len(), std::cmp::Reverse(*bearer))).map(|(bearer, _)| *bearer);
    last.map(|(_, bearer)| bearer).or_else(most).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_surname_is_his_who_was_named_last() {
        let named = [(3, vec![10, 50]), (7, vec![30])];
        assert_eq!(last_before(&named, 20), 3);
        assert_eq!(last_before(&named, 40), 7);
        assert_eq!(last_before(&named, 60), 3);
        assert_eq!(last_before(&named, 5), 3, "named most");
    }

    #[test]
    fn a_text_about_one_of_the_family_means_that_one() {
        assert_eq!(main(&[(3, vec![10]), (7, vec![30, 40, 50])]), Some(1));
        assert_eq!(main(&[(3, vec![10, 20]), (7, vec![30, 40, 50])]), None);
    }
}
