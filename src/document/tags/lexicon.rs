//! The words of the closed classes and the forms of the verbs, out of their tables.

use std::sync::LazyLock;

use super::Tag;
use crate::lists::{Map, rows};

pub const BASE: u8 = 1;
pub const THIRD: u8 = 2;
pub const PAST: u8 = 4;
pub const PARTICIPLE: u8 = 8;
/// As often a noun or an adjective.
pub const NOUN: u8 = 16;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Tag(Tag),
    Subject,
    Modal,
    Be,
    Have,
    Do,
    /// "been", "having": part of a verb, without a subject of its own.
    Loose,
}

pub static CLASSES: LazyLock<Map<&str, Class>> = LazyLock::new(classes);
pub static FORMS: LazyLock<Map<String, u8>> = LazyLock::new(forms);

/// The base of each irregular form: "paid" → "pay".
pub static BASES: LazyLock<Map<&str, &str>> = LazyLock::new(|| {
    let odd = rows(include_str!("../../../data/document/verbs.tsv")).filter(|row| row[0] == "odd");
    let verbs = odd.filter_map(|row| row.get(1).copied()).flat_map(|verbs| verbs.split(' '));
    verbs.filter_map(|verb| verb.split_once('/')).flat_map(|(base, forms)| forms.split('/').map(move |form| (form, base))).collect()
});

fn classes() -> Map<&'static str, Class> {
    let mut classes = Map::default();
    for row in rows(include_str!("../../../data/document/words.tsv")) {
        let class = match row[0] {
            "determiner" => Class::Tag(Tag::Determiner),
            "pronoun" => Class::Tag(Tag::Pronoun),
            "relative" => Class::Tag(Tag::Relative),
            "preposition" => Class::Tag(Tag::Preposition),
            "conjunction" => Class::Tag(Tag::Conjunction),
            "adverb" => Class::Tag(Tag::Adverb),
            "subject" => Class::Subject,
            "modal" => Class::Modal,
            "be" => Class::Be,
            "have" => Class::Have,
            "do" => Class::Do,
            _ => Class::Loose,
        };
        for word in row.get(1).copied().unwrap_or_default().split(' ') {
            classes.insert(word, class);
        }
    }
    classes
}

fn forms() -> Map<String, u8> {
    let mut forms: Map<String, u8> = Map::default();
    let mut add = |form: String, bits: u8| *forms.entry(form).or_default() |= bits;
    for row in rows(include_str!("../../../data/document/verbs.tsv")) {
        for verb in row.get(1).copied().unwrap_or_default().split(' ') {
            match row[0] {
                "noed" | "noly" | "noing" => add(verb.to_owned(), 0),
                "odd" => {
                    let parts: Vec<&str> = verb.split('/').collect();
                    for (part, bit) in parts.iter().zip([BASE, PAST, PARTICIPLE]) {
                        add((*part).to_owned(), bit);
                    }
                    add(third(parts[0]), THIRD);
                }
                "same" => {
                    add(verb.to_owned(), BASE | PAST | PARTICIPLE);
                    add(third(verb), THIRD);
                }
                class => {
                    let noun = if class == "both" { NOUN } else { 0 };
                    add(verb.to_owned(), BASE | noun);
                    add(third(verb), THIRD | noun);
                }
            }
        }
    }
    forms
}

/// "sell" → "sells", "carry" → "carries", "reach" → "reaches".
fn third(base: &str) -> String {
    let y = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    if let Some(stem) = y {
        return format!("{stem}ies");
    }
    let hisses = base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh");
    format!("{base}{}", if hisses { "es" } else { "s" })
}
