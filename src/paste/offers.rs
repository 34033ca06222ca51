//! Offers of the site that no table foresees: "Teams read together: one subscription for your whole crew."
//!
//! Three sorts of words make an offer: what is sold, what makes it a bargain, and whom it speaks to. One sort alone
//! proves nothing, for articles are about subscriptions, too; all three hardly ever meet in one short line of prose.

use super::kinds::words;
use crate::characters::fold;

/// Most words of an offer.
const LONGEST: usize = 36;
/// What a publisher sells or gives away.
const WARES: [&str; 17] = [
    "subscription",
    "subscriptions",
    "subscribe",
    "subscribing",
    "subscriber",
    "subscribers",
    "membership",
    "newsletter",
    "newsletters",
    "e-paper",
    "epaper",
    "journalism",
    "paywall",
    "premium",
    "ad-free",
    "digital-only",
    "inbox",
];
/// What makes it a bargain.
const BARGAINS: [&str; 40] = [
    "free",
    "price",
    "discount",
    "discounts",
    "discounted",
    "off",
    "offer",
    "offers",
    "trial",
    "unlimited",
    "access",
    "exclusive",
    "deal",
    "deals",
    "save",
    "bundle",
    "gift",
    "cancel",
    "anytime",
    "team",
    "teams",
    "group",
    "organisation",
    "organisations",
    "organization",
    "organizations",
    "month",
    "monthly",
    "week",
    "weekly",
    "annual",
    "annually",
    "year",
    "today",
    "now",
    "corporate",
    "student",
    "students",
    "delivered",
    "straight",
];
/// Whom it speaks to.
const READERS: [&str; 8] = ["you", "your", "yours", "us", "our", "you're", "you'll", "you've"];
/// How it begins, where it names no reader.
const APPEALS: [&str; 24] = [
    "unlock",
    "subscribe",
    "get",
    "save",
    "enjoy",
    "join",
    "upgrade",
    "start",
    "try",
    "sign",
    "gift",
    "give",
    "read",
    "access",
    "discover",
    "become",
    "claim",
    "stay",
    "explore",
    "support",
    "buy",
    "choose",
    "renew",
    "activate",
];
/// What a sentence of an article has.
const TELLING: [&str; 22] = [
    "said",
    "says",
    "told",
    "asked",
    "added",
    "wrote",
    "was",
    "were",
    "had",
    "has",
    "did",
    "would",
    "could",
    "he",
    "she",
    "they",
    "his",
    "her",
    "who",
    "their",
    "according",
    "i",
];

/// `subscribe` where the block is an offer of the site.
#[must_use]
pub fn kind_of(block: &str) -> Option<&'static str> {
    if block.len() > 400 || words(block) > LONGEST || words(block) < 4 {
        return None;
    }
    let folded = fold(block);
    let said: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').filter(|word| !word.is_empty()).collect();
    let has = |list: &[&str]| said.iter().any(|word| list.contains(word));
    let appeals = said.first().is_some_and(|first| APPEALS.contains(first));
    let quoted = block.contains(['"', '“', '”']);
    (has(&WARES) && has(&BARGAINS) && (has(&READERS) || appeals) && !has(&TELLING) && !quoted).then_some("subscribe")
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
            "One membership, two papers: try it free for a month",
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
