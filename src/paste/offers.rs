//! Offers of the site that no table foresees: "Teams read together: one subscription for your whole crew."
//!
//! Three sorts of words make an offer: what is sold, what makes it a bargain, and whom it speaks to. One sort alone
//! proves nothing, for articles are about subscriptions, too; all three hardly ever meet in one short line of prose.

use std::sync::LazyLock;

use super::kinds::words;
use crate::characters::fold;
use crate::lists::{Map, Set, rows};

/// Most words of an offer.
const LONGEST: usize = 36;

/// The words by their sorts. A word may be of two.
static WORDS: LazyLock<Map<&str, Set<&str>>> = LazyLock::new(|| {
    let mut sorts: Map<&str, Set<&str>> = Map::default();
    for row in rows(include_str!("../../data/paste/offers.tsv")) {
        if let [sort, word] = row[..] {
            sorts.entry(sort).or_default().insert(word);
        }
    }
    sorts
});

/// `subscribe` where the block is an offer of the site.
#[must_use]
pub fn kind_of(block: &str) -> Option<&'static str> {
    if block.len() > 400 || !(4..=LONGEST).contains(&words(block)) {
        return None;
    }
    let folded = fold(block);
    let said: Vec<&str> = words_of(&folded).collect();
    let has = |sort: &str| WORDS.get(sort).is_some_and(|words| said.iter().any(|word| words.contains(word)));
    let appeals = said.first().is_some_and(|first| is_of(first, "appeal"));
    (has("ware") && has("bargain") && (has("reader") || appeals) && !tells(block)).then_some("subscribe")
}

/// Whether somebody is quoted or something is told, as articles do and offers do not.
#[must_use]
pub fn tells(block: &str) -> bool {
    block.contains(['"', '“', '”']) || words_of(&fold(block)).any(|word| is_of(word, "telling"))
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').filter(|word| !word.is_empty())
}

fn is_of(word: &str, sort: &str) -> bool {
    WORDS.get(sort).is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_known_in_any_wording() {
        for line in [
            "Teams read together: one subscription to The Bay Courier for your whole crew.",
            "Save 40% on a digital subscription",
            "Give your colleagues the news: group subscriptions from 9 crowns a month.",
            "Our best newsletter, delivered every Friday",
            "Upgrade to premium for ad-free access",
            "One membership for you and two papers for a month",
        ] {
            assert_eq!(kind_of(line), Some("subscribe"), "{line}");
        }
    }

    #[test]
    fn articles_about_subscriptions_stay() {
        for line in [
            "Subscriptions to the ferry rose by a third this year.",
            "The paper has 4,000 subscribers, and each pays 9 crowns a month.",
            "“Your subscription is free,” the captain said.",
            "Kite Lines will offer a subscription for its night boats from May.",
            "You can cross the bay for free on Sundays.",
            "Get your rope from a shed that still spins it.",
            "He told subscribers that your money was safe with us today.",
        ] {
            assert_eq!(kind_of(line), None, "{line}");
        }
    }
}
