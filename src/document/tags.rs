//! Light part-of-speech tags: enough to tell a clause from a phrase.
//!
//! Closed classes and verbs are tables (`data/document`); what a form is that may be several things ("announced", "plans",
//! "put") its neighbours say. One pass from left to right, with a look ahead inside the clause.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lists::rows;

/// What a word is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// "the", "his", "several".
    Determiner,
    /// "he", "them", "everyone".
    Pronoun,
    /// "who", "which", "that", "where".
    Relative,
    /// "of", "after", "because": prepositions and subordinators, which what follows must tell apart.
    Preposition,
    /// "and", "but".
    Conjunction,
    /// "not", "Monday", "quickly".
    Adverb,
    /// A verb with a subject: "is", "would", "announced".
    Finite,
    /// "to sell", "will sell".
    Base,
    /// "was sold", "the rope sold in May".
    Participle,
    /// "selling", and nouns of that form.
    Ing,
    /// Begins with a digit.
    Number,
    /// Begins with a capital, and is nothing of the above.
    Name,
    /// Nouns and adjectives.
    Word,
    /// Nothing but marks.
    Mark,
}

/// The most words ahead among which a second verb is looked for.
const AHEAD: usize = 16;
/// How far back the helper of a participle stands: "has also been quickly sold".
const HELPER: usize = 4;

const BASE: u8 = 1;
const THIRD: u8 = 2;
const PAST: u8 = 4;
const PARTICIPLE: u8 = 8;
/// As often a noun or an adjective.
const NOUN: u8 = 16;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Tag(Tag),
    Subject,
    Modal,
    Be,
    Have,
    Do,
    /// "been", "having": part of a verb, without a subject of its own.
    Loose,
}

static CLASSES: LazyLock<HashMap<&str, Class>> = LazyLock::new(classes);
static FORMS: LazyLock<HashMap<String, u8>> = LazyLock::new(forms);

fn classes() -> HashMap<&'static str, Class> {
    let mut classes = HashMap::new();
    for row in rows(include_str!("../../data/document/words.tsv")) {
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

fn forms() -> HashMap<String, u8> {
    let mut forms: HashMap<String, u8> = HashMap::new();
    let mut add = |form: String, bits: u8| *forms.entry(form).or_default() |= bits;
    for row in rows(include_str!("../../data/document/verbs.tsv")) {
        for verb in row.get(1).copied().unwrap_or_default().split(' ') {
            match row[0] {
                "noed" => add(verb.to_owned(), 0),
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

/// The tags of a sentence's words, which may carry their marks ("sheds,") or have them beside them.
#[must_use]
pub fn tags(words: &[&str]) -> Vec<Tag> {
    let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let mut sentence = Sentence { words, bare: &bare, tags: Vec::with_capacity(words.len()) };
    for at in 0..words.len() {
        let tag = sentence.tag(at);
        sentence.tags.push(tag);
    }
    sentence.tags
}

/// Whether the words hold a verb with a subject.
#[must_use]
pub fn has_finite(words: &[&str]) -> bool {
    tags(words).contains(&Tag::Finite)
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '’' | '\'')).trim_matches(['’', '\'']).replace('’', "'").to_lowercase()
}

struct Sentence<'a> {
    words: &'a [&'a str],
    bare: &'a [String],
    tags: Vec<Tag>,
}

impl Sentence<'_> {
    fn tag(&self, at: usize) -> Tag {
        let bare = self.bare[at].as_str();
        if bare.is_empty() {
            return Tag::Mark;
        }
        if bare.starts_with(|c: char| c.is_ascii_digit()) {
            return Tag::Number;
        }
        let shown = self.words[at].trim_start_matches(|c: char| !c.is_alphanumeric());
        let capital = shown.starts_with(char::is_uppercase);
        if let Some(class) = CLASSES.get(bare).filter(|_| !capital || at == 0 || self.opens(at)) {
            return self.closed(at, *class);
        }
        if contracted(bare) {
            return Tag::Finite;
        }
        // At the front "Addressing" and "Backed" may be what they look like.
        let formed = FORMS.contains_key(bare) || bare.len() > 5 && (bare.ends_with("ing") || bare.ends_with("ed") || bare.ends_with("ly"));
        if capital && (at > 0 || !formed) {
            return Tag::Name;
        }
        self.open(at)
    }

    /// Whether a sentence or a quotation opens with the word.
    fn opens(&self, at: usize) -> bool {
        at == 0 || self.words[at].starts_with(['“', '"', '‘']) || self.words[at - 1].ends_with([':', '.', '?', '!'])
    }

    fn closed(&self, at: usize, class: Class) -> Tag {
        match class {
            Class::Tag(tag) => tag,
            Class::Subject => Tag::Pronoun,
            // "the will", "in May"
            Class::Modal if self.is_nominal(at) => Tag::Word,
            Class::Modal | Class::Be => Tag::Finite,
            Class::Have | Class::Do if self.follows_base(at) => Tag::Base,
            Class::Have | Class::Do => Tag::Finite,
            Class::Loose => match self.bare[at].as_str() {
                "be" => Tag::Base,
                "been" | "done" => Tag::Participle,
                _ => Tag::Ing,
            },
        }
    }

    /// A word that is in no closed class.
    fn open(&self, at: usize) -> Tag {
        let bare = self.bare[at].as_str();
        let listed = FORMS.get(bare).copied();
        let regular = bare.len() > 3 && bare.ends_with("ed");
        let forms = listed.unwrap_or(if regular { PAST | PARTICIPLE } else { 0 });
        if forms & BASE != 0 && self.follows_base(at) {
            return Tag::Base;
        }
        if forms & (PAST | PARTICIPLE) != 0 {
            return self.past(at, forms);
        }
        if forms & (THIRD | BASE) != 0 && self.is_predicate(at, forms) {
            return Tag::Finite;
        }
        match bare {
            _ if forms != 0 => Tag::Word,
            _ if bare.len() > 4 && bare.ends_with('s') && self.has_subject_and_object(at) => Tag::Finite,
            _ if bare.len() > 4 && bare.ends_with("ing") => Tag::Ing,
            _ if bare.len() > 4 && bare.ends_with("ly") => Tag::Adverb,
            _ => Tag::Word,
        }
    }

    /// The nearest word before that is no adverb.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&i| !matches!(self.tags[i], Tag::Adverb | Tag::Mark))
    }

    /// "to", a modal or "do" stands before: a base form follows.
    fn follows_base(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return false };
        let word = self.bare[before].as_str();
        word == "to" || matches!(CLASSES.get(word), Some(Class::Modal | Class::Do)) && self.tags[before] == Tag::Finite
    }

    /// A determiner, a possessive or a preposition stands before: a noun follows.
    fn is_nominal(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        matches!(self.tags[before], Tag::Determiner | Tag::Preposition) || is_possessive(self.words[before])
    }

    /// A past form: the verb of its clause, or a participle.
    fn past(&self, at: usize, forms: u8) -> Tag {
        let only = forms & PARTICIPLE == 0;
        if forms & PAST == 0 {
            return Tag::Participle;
        }
        if self.is_nominal(at) || self.words[at].ends_with('-') {
            return if forms & BASE != 0 { Tag::Word } else { Tag::Participle };
        }
        let Some(before) = self.before(at) else { return Tag::Participle };
        if only {
            return Tag::Finite;
        }
        if self.has_helper(at) {
            return Tag::Participle;
        }
        match self.tags[before] {
            Tag::Pronoun if self.is_subject(before) => Tag::Finite,
            Tag::Relative => Tag::Finite,
            Tag::Conjunction => self.like_the_verb_before(before),
            _ if self.words[before].ends_with(',') => self.after_noun(at),
            Tag::Finite | Tag::Participle | Tag::Ing | Tag::Base | Tag::Preposition => Tag::Participle,
            _ => self.after_noun(at),
        }
    }

    /// "has been sold", "are often sold".
    fn has_helper(&self, at: usize) -> bool {
        for i in (at.saturating_sub(HELPER)..at).rev() {
            let helper = matches!(CLASSES.get(self.bare[i].as_str()), Some(Class::Be | Class::Have | Class::Loose)) || contracted(&self.bare[i]);
            if helper {
                return true;
            }
            if self.tags[i] != Tag::Adverb || self.words[i].ends_with(',') {
                return false;
            }
        }
        false
    }

    fn is_subject(&self, at: usize) -> bool {
        !matches!(self.bare[at].as_str(), "him" | "them" | "us" | "me" | "himself" | "herself" | "itself" | "themselves")
    }

    /// "was bought and sold", "bought and sold".
    fn like_the_verb_before(&self, conjunction: usize) -> Tag {
        let verbs = self.tags[..conjunction].iter().rev().take(AHEAD);
        verbs.copied().find(|tag| matches!(tag, Tag::Finite | Tag::Participle)).unwrap_or(Tag::Participle)
    }

    /// A past form behind a noun: what it takes with it, and whether another verb follows, tells.
    fn after_noun(&self, at: usize) -> Tag {
        let ends = ends_clause(self.words[at]);
        let next = self.bare.get(at + 1).map_or("", String::as_str);
        if next == "by" && !ends {
            return Tag::Participle;
        }
        let object = !ends && (is_class(next, Tag::Determiner) || is_class(next, Tag::Pronoun) || matches!(CLASSES.get(next), Some(Class::Subject)) || next == "that");
        let comma = at > 0 && self.words[at - 1].ends_with(',');
        if comma && (self.clause_is_told(at) || self.is_inserted(at)) {
            return Tag::Participle;
        }
        if object {
            return Tag::Finite;
        }
        if self.verb_follows(at) { Tag::Participle } else { Tag::Finite }
    }

    /// Whether the main clause has its verb before the word; that of a relative clause does not count.
    fn clause_is_told(&self, at: usize) -> bool {
        let mut relatives = 0;
        for tag in &self.tags[..at] {
            match tag {
                Tag::Relative => relatives = 1,
                Tag::Finite if relatives > 0 => relatives = 0,
                Tag::Finite => return true,
                _ => {}
            }
        }
        false
    }

    /// ", built in 1871, were": what stands between two commas, with a verb behind the second.
    fn is_inserted(&self, at: usize) -> bool {
        let end = self.words.len().min(at + AHEAD);
        let Some(close) = (at..end).find(|&i| self.words[i].ends_with(',')) else { return false };
        let next = self.bare.get(close + 1).map_or("", String::as_str);
        let helper = matches!(CLASSES.get(next), Some(Class::Modal | Class::Be | Class::Have | Class::Do));
        let verb = FORMS.get(next).map_or(next.len() > 4 && next.ends_with("ed"), |bits| bits & (PAST | THIRD) != 0);
        helper || verb
    }

    /// Whether a verb that cannot be a participle stands ahead in the clause, or right behind its comma.
    fn verb_follows(&self, at: usize) -> bool {
        let end = self.words.len().min(at + AHEAD);
        for i in at + 1..end {
            let word = self.bare[i].as_str();
            let class = CLASSES.get(word).filter(|_| !self.words[i].starts_with(char::is_uppercase));
            if matches!(class, Some(Class::Tag(Tag::Relative | Tag::Conjunction) | Class::Subject)) || matches!(word, "after" | "when" | "as" | "because" | "while" | "since" | "before" | "that") {
                return false;
            }
            let strict = matches!(class, Some(Class::Modal | Class::Be | Class::Have | Class::Do)) || FORMS.get(word).is_some_and(|bits| bits & PAST != 0 && bits & PARTICIPLE == 0 || bits & (PAST | PARTICIPLE) != 0 && bits & BASE == 0 && i > at + 2);
            let object = self.bare.get(i + 1).is_some_and(|next| is_class(next, Tag::Determiner));
            let past = word.len() > 4 && word.ends_with("ed") && !FORMS.contains_key(word) && object;
            if strict || past {
                return true;
            }
            if ends_clause(self.words[i]) {
                return false;
            }
        }
        false
    }

    /// A present form that has a subject: "Nordwind sells the", "officials say".
    fn is_predicate(&self, at: usize, forms: u8) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.is_nominal(at) || self.words[before].ends_with('-') {
            return false;
        }
        // "The survey, released in May, shows that"
        if self.words[before].ends_with(',') && self.tags[before] != Tag::Name {
            return forms & THIRD != 0 && !self.clause_is_told(at) && self.takes_object(at);
        }
        let Some(before) = self.before(at) else { return false };
        let subject = &self.bare[before];
        let person = matches!(CLASSES.get(subject.as_str()), Some(Class::Subject));
        let takes = self.takes_object(at);
        if forms & THIRD != 0 {
            return match self.tags[before] {
                Tag::Relative => forms & NOUN == 0 || takes,
                Tag::Pronoun => self.is_subject(before),
                Tag::Name => forms & NOUN == 0 || takes || self.is_clause_of_name(before),
                Tag::Word | Tag::Ing => !subject.ends_with('s') && (takes || forms & NOUN == 0 && !self.words[at].ends_with(',')),
                _ => false,
            };
        }
        let plural = subject.ends_with('s') && !subject.ends_with("ss") || matches!(subject.as_str(), "people" | "police" | "men" | "women" | "children");
        person && self.is_subject(before)
            || matches!(self.tags[before], Tag::Relative) && takes
            || plural && matches!(self.tags[before], Tag::Word | Tag::Name) && !is_possessive(self.words[before]) && takes
    }

    /// "as Ada Lim fights for": the name is all that stands behind the clause's opening.
    fn is_clause_of_name(&self, name: usize) -> bool {
        let first = (0..name).rev().take_while(|&i| self.tags[i] == Tag::Name).last().unwrap_or(name);
        first > 0 && matches!(self.bare[first - 1].as_str(), "as" | "when" | "while" | "because" | "that" | "although" | "if" | "where")
    }

    /// "Lim grapples with the", "who mends the": a form in -s that no table holds.
    fn has_subject_and_object(&self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|_| !self.is_nominal(at)) else { return false };
        let subject = match self.tags[before] {
            Tag::Name | Tag::Relative => true,
            Tag::Pronoun => self.is_subject(before),
            _ => false,
        };
        let next = self.bare.get(at + 1).map_or("", String::as_str);
        subject && !ends_clause(self.words[at]) && !self.words[before].ends_with(',') && is_class(next, Tag::Determiner)
    }

    /// Whether what follows looks like an object or a complement.
    fn takes_object(&self, at: usize) -> bool {
        if ends_clause(self.words[at]) {
            return false;
        }
        let Some(next) = self.bare.get(at + 1) else { return false };
        let noun = FORMS.get(self.bare[at].as_str()).is_some_and(|bits| bits & NOUN != 0);
        let class = CLASSES.get(next.as_str());
        let closed = matches!(class, Some(Class::Tag(Tag::Determiner | Tag::Pronoun) | Class::Subject)) || matches!(next.as_str(), "that" | "to" | "how" | "whether");
        closed || !noun && !matches!(class, Some(Class::Be | Class::Have | Class::Modal | Class::Do))
    }
}

fn is_class(word: &str, tag: Tag) -> bool {
    CLASSES.get(word) == Some(&Class::Tag(tag))
}

/// "it's", "they've", "who'd".
fn contracted(bare: &str) -> bool {
    let Some((front, end)) = bare.split_once('\'') else { return false };
    let subject = matches!(CLASSES.get(front), Some(Class::Subject | Class::Tag(Tag::Relative | Tag::Pronoun))) || matches!(front, "there" | "here" | "let");
    subject && matches!(end, "s" | "re" | "ve" | "d" | "m" | "ll") || end == "ll"
}

fn is_possessive(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', '”', '"']);
    (word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s’") || word.ends_with("s'")) && !contracted(&bare(word))
}

fn ends_clause(word: &str) -> bool {
    word.ends_with([',', ';', ':', '.', '!', '?', ')', '—', '–']) 
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the sentence with the verbs marked: "/f" finite, "/b" base, "/p" participle.
    fn marked(sentence: &str) -> String {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let shown = words.iter().zip(tags(&words)).map(|(word, tag)| {
            let mark = match tag {
                Tag::Finite => "/f",
                Tag::Base => "/b",
                Tag::Participle => "/p",
                _ => "",
            };
            let end = word.trim_end_matches(['.', ',']).len();
            format!("{}{mark}{}", &word[..end], &word[end..])
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn verbs_are_told_from_nouns() {
        let mut wrong = Vec::new();
        for line in crate::lists::lines(include_str!("../../tests/cases/tags.txt")) {
            let plain: String = line.replace("/f", "").replace("/b", "").replace("/p", "");
            let made = marked(&plain);
            if made != line {
                wrong.push(format!("{made}\n  not {line}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
