//! Who's who against gold: which cards are right, which names and places they gather, and whether chains are whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::Result;
use serde_json::Value;

use super::words::name_key;
use crate::eval::flat::{Named, Place, each, number, string, strings};
use crate::eval::measure::{Counts, assign};

/// Counts of one document.
#[derive(Clone, Copy, Default)]
pub struct Counted {
    /// Cards of the right name.
    pub name: Counts,
    /// … and of the right kind.
    pub kind: Counts,
    /// Cards that the article is about: found, wanted.
    pub core: [usize; 2],
    /// Other names of right cards: found, wanted.
    pub alias: [usize; 2],
    /// Places that name a card, exactly.
    pub exact: Counts,
    /// … or overlapping.
    pub overlap: Counts,
    /// B³ sums and counts: precision, recall.
    pub b_cubed: [(f64, usize); 2],
    /// CEAF with entity similarity.
    pub ceaf: Counts,
}

struct Gold {
    key: String,
    keys: BTreeSet<String>,
    kind: &'static str,
    others: Vec<&'static str>,
    core: bool,
    /// Groups and things: neither right nor wrong.
    ignored: bool,
    names: BTreeSet<Place>,
    /// Its mentions by other words, where the gold tells them apart.
    soft: Vec<Place>,
}

/// Gold mentions of judged entities, and answered ones; `paired` leads from the latter to the former.
struct Mentions {
    gold: Vec<(usize, usize, usize)>,
    answered: Vec<(usize, usize, usize)>,
    paired: HashMap<usize, usize>,
    exact: usize,
}

/// Judges the cards of one document.
pub fn count(document: &Value, cards: &[Named]) -> Result<Counted> {
    let gold = each(&document["entities"]).map(gold).collect::<Result<Vec<_>>>()?;
    let keys: Vec<BTreeSet<String>> = cards.iter().map(|card| keys(&card.name, &card.aliases)).collect();
    let weights: Vec<Vec<f64>> =
        gold.iter().map(|gold| cards.iter().zip(&keys).map(|(card, keys)| weight(gold, card, keys)).collect()).collect();
    let pairs = assign(&weights);
    let of_card: HashMap<usize, usize> = pairs.iter().map(|&(gold, card)| (card, gold)).collect();
    let mut counted = Counted::default();
    judge_cards(&gold, cards, &weights, &of_card, &mut counted);
    for &(g, card) in pairs.iter().filter(|(g, _)| !gold[*g].ignored) {
        let others: Vec<&String> = gold[g].keys.iter().filter(|key| **key != gold[g].key).collect();
        counted.alias[0] += others.iter().filter(|key| keys[card].contains(**key)).count();
        counted.alias[1] += others.len();
    }
    let judged = |at: usize| cards[at].kind != "OTHER" || of_card.get(&at).is_some_and(|g| !gold[*g].ignored);
    let mentions = Mentions::new(&gold, cards, judged);
    mentions.count(&gold, &mut counted);
    Ok(counted)
}

fn gold(entity: &Value) -> Result<Gold> {
    let places = |list: &Value| each(list).map(|place| Ok((number(&place[0])?, number(&place[1])?))).collect::<Result<Vec<Place>>>();
    let named = each(&entity["names"]).next().is_some();
    let mentions = places(&entity["mentions"])?;
    let kind = kind(&string(&entity["type"]));
    let name = string(&entity["name"]);
    Ok(Gold {
        keys: keys(&name, &strings(&entity["aliases"])),
        key: name_key(&name),
        kind,
        others: strings(&entity["alt_types"]).iter().map(|other| self::kind(other)).collect(),
        core: entity["core"].as_bool().unwrap_or_default(),
        ignored: kind == "OTHER" || entity["group"].as_bool().unwrap_or_default(),
        names: if named { places(&entity["names"])?.into_iter().collect() } else { mentions.iter().copied().collect() },
        soft: if entity.get("names").is_some() { mentions } else { Vec::new() },
    })
}

fn keys(name: &str, aliases: &[String]) -> BTreeSet<String> {
    std::iter::once(name).chain(aliases.iter().map(String::as_str)).map(name_key).collect()
}

fn kind(name: &str) -> &'static str {
    match name.to_uppercase().as_str() {
        "PER" | "PERSON" | "PEOPLE" => "PERSON",
        "ORG" | "ORGANIZATION" | "ORGANISATION" | "COMPANY" | "CORP" => "ORG",
        "PLACE" | "LOC" | "LOCATION" | "GPE" | "FAC" => "PLACE",
        _ => "OTHER",
    }
}

/// How well a card fits a gold entity; 0 where no name is shared.
fn weight(gold: &Gold, card: &Named, keys: &BTreeSet<String>) -> f64 {
    let key = name_key(&card.name);
    if !gold.keys.contains(&key) && !keys.contains(&gold.key) {
        return 0.0;
    }
    let places: BTreeSet<Place> = card.mentions.iter().copied().collect();
    let shared = 10 * gold.keys.intersection(keys).count() + gold.names.intersection(&places).count().min(200);
    let bonus = |holds: bool, value: f64| if holds { value } else { 0.0 };
    1000.0 + shared as f64 + bonus(key == gold.key, 50.0) + bonus(card.kind == gold.kind, 5.0) - bonus(gold.ignored, 500.0)
}

fn judge_cards(gold: &[Gold], cards: &[Named], weights: &[Vec<f64>], of_card: &HashMap<usize, usize>, counted: &mut Counted) {
    let (mut answered, mut right, mut right_kind) = (0, 0, 0);
    for (at, card) in cards.iter().enumerate() {
        match of_card.get(&at).map(|g| &gold[*g]) {
            // A card that is none of the three kinds, or names what the gold leaves open.
            None if card.kind == "OTHER" || (0..gold.len()).any(|g| gold[g].ignored && weights[g][at] > 0.0) => {}
            None => answered += 1,
            Some(gold) if gold.ignored => {}
            Some(gold) => {
                answered += 1;
                right += 1;
                right_kind += usize::from(card.kind == gold.kind || gold.others.contains(&card.kind));
                counted.core[0] += usize::from(gold.core);
            }
        }
    }
    let wanted = gold.iter().filter(|gold| !gold.ignored).count();
    counted.name = Counts::of(right, answered, wanted);
    counted.kind = Counts::of(right_kind, answered, wanted);
    counted.core[1] = gold.iter().filter(|gold| gold.core && !gold.ignored).count();
}

impl Mentions {
    fn new(gold: &[Gold], cards: &[Named], judged: impl Fn(usize) -> bool) -> Self {
        let wanted = gold.iter().enumerate().filter(|(_, gold)| !gold.ignored);
        let mut wanted: Vec<_> = wanted.flat_map(|(at, gold)| gold.names.iter().map(move |place| (place.0, place.1, at))).collect();
        wanted.sort_unstable();
        let cards = cards.iter().enumerate().filter(|(at, _)| judged(*at));
        let answered: BTreeSet<_> = cards.flat_map(|(at, card)| card.mentions.iter().map(move |place| (place.0, place.1, at))).collect();
        let mut mentions = Self { gold: wanted, answered: answered.into_iter().collect(), paired: HashMap::new(), exact: 0 };
        mentions.pair();
        mentions
    }

    /// The same place first, then the greatest overlap, and of equal ones the first in the text.
    fn pair(&mut self) {
        let mut used = vec![false; self.gold.len()];
        for (at, &(start, end, _)) in self.answered.iter().enumerate() {
            let first = self.gold.partition_point(|gold| (gold.0, gold.1) < (start, end));
            let same = (first..self.gold.len()).take_while(|g| (self.gold[*g].0, self.gold[*g].1) == (start, end)).find(|g| !used[*g]);
            if let Some(same) = same {
                used[same] = true;
                self.paired.insert(at, same);
            }
        }
        self.exact = self.paired.len();
        for (at, &(start, end, _)) in self.answered.iter().enumerate() {
            if self.paired.contains_key(&at) {
                continue;
            }
            let mut best: Option<(usize, usize)> = None;
            for g in (0..self.gold.len()).filter(|g| !used[*g]) {
                let overlap = end.min(self.gold[g].1).saturating_sub(start.max(self.gold[g].0));
                if overlap > best.map_or(0, |(overlap, _)| overlap) {
                    best = Some((overlap, g));
                }
            }
            if let Some((_, g)) = best {
                used[g] = true;
                self.paired.insert(at, g);
            }
        }
    }

    fn count(&self, gold: &[Gold], counted: &mut Counted) {
        let ignored = gold.iter().filter(|gold| gold.ignored).flat_map(|gold| gold.names.iter().copied());
        let soft: Vec<Place> = gold.iter().flat_map(|gold| gold.soft.iter().copied()).chain(ignored).collect();
        let open = |at: usize| {
            let (start, end, _) = self.answered[at];
            !self.paired.contains_key(&at) && soft.iter().any(|place| place.0 < end && start < place.1)
        };
        let kept: Vec<usize> = (0..self.answered.len()).filter(|&at| !open(at)).collect();
        counted.exact = Counts::of(self.exact, kept.len(), self.gold.len());
        counted.overlap = Counts::of(self.paired.len(), kept.len(), self.gold.len());
        self.chains(&kept, counted);
    }

    /// Chains of gold and answer over the paired mentions; an answered mention without a pair is an element of its own.
    fn chains(&self, kept: &[usize], counted: &mut Counted) {
        let mut gold: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        self.gold.iter().enumerate().for_each(|(at, (_, _, entity))| gold.entry(*entity).or_default().push(at));
        let mut answer: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &at in kept {
            let element = self.paired.get(&at).copied().unwrap_or(self.gold.len() + at);
            answer.entry(self.answered[at].2).or_default().push(element);
        }
        let similar: Vec<Vec<usize>> = gold.values().map(|gold| answer.values().map(|answer| shared(gold, answer)).collect()).collect();
        let (mut precision, mut recall) = (0.0, 0.0);
        for (gold, row) in gold.values().zip(&similar) {
            for (answer, shared) in answer.values().zip(row) {
                precision += (shared * shared) as f64 / answer.len() as f64;
                recall += (shared * shared) as f64 / gold.len() as f64;
            }
        }
        counted.b_cubed = [(precision, kept.len()), (recall, self.gold.len())];
        let weights: Vec<Vec<f64>> = gold
            .values()
            .zip(&similar)
            .map(|(gold, row)| {
                row.iter().zip(answer.values()).map(|(shared, answer)| (2 * shared) as f64 / (gold.len() + answer.len()) as f64).collect()
            })
            .collect();
        let right = assign(&weights).iter().map(|&(g, a)| weights[g][a]).sum();
        counted.ceaf = Counts { right, answered: answer.len() as f64, wanted: gold.len() as f64 };
    }
}

fn shared(a: &[usize], b: &[usize]) -> usize {
    a.iter().filter(|element| b.contains(element)).count()
}
