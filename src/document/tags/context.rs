//! What a word is, by the words around it.

use std::borrow::Cow;

use super::lexicon::{BASE, CLASSES, Class, FORMS, NOUN, PARTICIPLE, PAST, THIRD};
use super::{Tag, Told, contracted, ends_clause, is_class, is_possessive};

/// The most words ahead among which a second verb is looked for.
const AHEAD: usize = 16;
/// The most words back among which the verb of a clause is looked for.
const CLAUSE: usize = 40;
/// How far back the helper of a participle stands: "has also been quickly sold".
const HELPER: usize = 4;

/// Verbs behind which a clause may begin without a word that opens it.
const REPORTING: [&str; 22] = [
    "said",
    "says",
    "say",
    "believes",
    "believe",
    "believed",
    "thinks",
    "think",
    "thought",
    "claims",
    "claimed",
    "knows",
    "knew",
    "hopes",
    "hoped",
    "found",
    "showed",
    "shows",
    "reported",
    "told",
    "announced",
    "meant",
];
/// Words of the class of prepositions that open a clause as often.
const OPENERS: [&str; 14] =
    ["after", "before", "since", "as", "because", "if", "although", "though", "unless", "when", "whenever", "while", "whereas", "until"];

/// The sentence as far as it is tagged.
pub struct Sentence<'a> {
    pub words: &'a [&'a str],
    pub bare: &'a [Cow<'a, str>],
    pub tags: Vec<Tag>,
    /// Whether its main clause has its verb; that of a relative clause does not count.
    pub told: Told,
}

impl Sentence<'_> {
    /// The tag of the next word.
    pub fn tag(&self, at: usize) -> Tag {
        let bare = &*self.bare[at];
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
            Class::Loose => match &*self.bare[at] {
                "be" => Tag::Base,
                "been" | "done" => Tag::Participle,
                _ => Tag::Ing,
            },
        }
    }

    /// A word that is in no closed class.
    fn open(&self, at: usize) -> Tag {
        let bare = &*self.bare[at];
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
            _ if listed.is_some() => Tag::Word,
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
        let word = self.bare[before].as_ref();
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
            let helper =
                matches!(CLASSES.get(self.bare[i].as_ref()), Some(Class::Be | Class::Have | Class::Loose)) || contracted(&self.bare[i]);
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
        !matches!(&*self.bare[at], "him" | "them" | "us" | "me" | "himself" | "herself" | "itself" | "themselves")
    }

    /// "was bought and sold", "bought and sold".
    fn like_the_verb_before(&self, conjunction: usize) -> Tag {
        let verbs = self.tags[..conjunction].iter().rev().take(AHEAD);
        verbs.copied().find(|tag| matches!(tag, Tag::Finite | Tag::Participle)).unwrap_or(Tag::Participle)
    }

    /// A past form behind a noun: what it takes with it, and whether another verb follows, tells.
    fn after_noun(&self, at: usize) -> Tag {
        let ends = ends_clause(self.words[at]);
        let next = self.bare.get(at + 1).map_or("", AsRef::as_ref);
        if next == "by" && !ends {
            // "the yard answered by closing its gates": nobody is closed by a closing.
            let means = self.bare.get(at + 2).is_some_and(|word| word.len() > 5 && word.ends_with("ing"));
            return if means && !self.clause_has_verb(at) && !self.verb_follows(at) { Tag::Finite } else { Tag::Participle };
        }
        let object = !ends
            && (is_class(next, Tag::Determiner)
                || is_class(next, Tag::Pronoun)
                || matches!(CLASSES.get(next), Some(Class::Subject))
                || next == "that");
        let comma = at > 0 && self.words[at - 1].ends_with(',');
        if comma && (self.told.main || self.is_inserted(at)) {
            return Tag::Participle;
        }
        if object {
            return Tag::Finite;
        }
        if self.clause_has_verb(at) || self.verb_follows(at) { Tag::Participle } else { Tag::Finite }
    }

    /// "came out in a piece published on": the clause has its verb, and nothing has opened another since.
    fn clause_has_verb(&self, at: usize) -> bool {
        for i in (at.saturating_sub(CLAUSE)..at).rev() {
            match self.tags[i] {
                // "said the council sold"
                Tag::Finite => return !REPORTING.contains(&self.bare[i].as_ref()),
                // "paid and restored the creeks on land located in": a noun behind a preposition has no verb.
                Tag::Conjunction if self.is_in_phrase(at) => {}
                Tag::Conjunction | Tag::Relative | Tag::Pronoun => return false,
                Tag::Preposition if OPENERS.contains(&self.bare[i].as_ref()) => return false,
                _ if ends_clause(self.words[i]) => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether the noun before the word stands behind a preposition.
    fn is_in_phrase(&self, at: usize) -> bool {
        let near = self.tags[..at].iter().rev().take(4);
        near.copied().find(|tag| matches!(tag, Tag::Preposition | Tag::Conjunction | Tag::Finite)) == Some(Tag::Preposition)
    }

    /// ", built in 1871, were": what stands between two commas, with a verb behind the second.
    fn is_inserted(&self, at: usize) -> bool {
        let end = self.words.len().min(at + AHEAD);
        let Some(close) = (at..end).find(|&i| self.words[i].ends_with(',')) else { return false };
        let next = self.bare.get(close + 1).map_or("", AsRef::as_ref);
        let helper = matches!(CLASSES.get(next), Some(Class::Modal | Class::Be | Class::Have | Class::Do));
        let verb = FORMS.get(next).map_or(next.len() > 4 && next.ends_with("ed"), |bits| bits & (PAST | THIRD) != 0);
        helper || verb
    }

    /// Whether a verb that cannot be a participle stands ahead in the clause, or right behind its comma.
    fn verb_follows(&self, at: usize) -> bool {
        let end = self.words.len().min(at + AHEAD);
        for i in at + 1..end {
            let word = self.bare[i].as_ref();
            let class = CLASSES.get(word).filter(|_| !self.words[i].starts_with(char::is_uppercase));
            if matches!(class, Some(Class::Tag(Tag::Relative | Tag::Conjunction) | Class::Subject))
                || matches!(word, "after" | "when" | "as" | "because" | "while" | "since" | "before" | "that")
            {
                return false;
            }
            let strict = matches!(class, Some(Class::Modal | Class::Be | Class::Have | Class::Do))
                || FORMS.get(word).is_some_and(|bits| {
                    bits & PAST != 0 && bits & PARTICIPLE == 0 || bits & (PAST | PARTICIPLE) != 0 && bits & BASE == 0 && i > at + 2
                });
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
            return forms & THIRD != 0 && !self.told.main && self.takes_object(at);
        }
        let Some(before) = self.before(at) else { return false };
        let subject = &self.bare[before];
        let person = matches!(CLASSES.get(subject.as_ref()), Some(Class::Subject));
        // "begin issuing forms in place of official interviews to determine": the clause has its verb.
        let purpose = self.bare.get(at + 1).is_some_and(|next| next == "to") && self.clause_has_verb(at);
        let takes = self.takes_object(at) && !purpose;
        if forms & THIRD != 0 {
            return match self.tags[before] {
                Tag::Relative => forms & NOUN == 0 || takes,
                Tag::Pronoun => self.is_subject(before),
                Tag::Name => forms & NOUN == 0 || takes || self.is_clause_of_name(before),
                Tag::Word | Tag::Ing => !subject.ends_with('s') && (takes || forms & NOUN == 0 && !self.words[at].ends_with(',')),
                _ => false,
            };
        }
        let plural = subject.ends_with('s') && !subject.ends_with("ss")
            || matches!(subject.as_ref(), "people" | "police" | "men" | "women" | "children");
        person && self.is_subject(before)
            || matches!(self.tags[before], Tag::Relative) && takes
            || plural && matches!(self.tags[before], Tag::Word | Tag::Name) && !is_possessive(self.words[before]) && takes
    }

    /// "as Ada Lim fights for": the name is all that stands behind the clause's opening.
    fn is_clause_of_name(&self, name: usize) -> bool {
        let first = (0..name).rev().take_while(|&i| self.tags[i] == Tag::Name).last().unwrap_or(name);
        first > 0 && matches!(self.bare[first - 1].as_ref(), "as" | "when" | "while" | "because" | "that" | "although" | "if" | "where")
    }

    /// "Lim grapples with the", "who mends the": a form in -s that no table holds.
    fn has_subject_and_object(&self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|_| !self.is_nominal(at)) else { return false };
        let subject = match self.tags[before] {
            Tag::Name | Tag::Relative => true,
            Tag::Pronoun => self.is_subject(before),
            _ => false,
        };
        let next = self.bare.get(at + 1).map_or("", AsRef::as_ref);
        subject && !ends_clause(self.words[at]) && !self.words[before].ends_with(',') && is_class(next, Tag::Determiner)
    }

    /// Whether what follows looks like an object or a complement.
    fn takes_object(&self, at: usize) -> bool {
        if ends_clause(self.words[at]) {
            return false;
        }
        let Some(next) = self.bare.get(at + 1) else { return false };
        let noun = FORMS.get(&*self.bare[at]).is_some_and(|bits| bits & NOUN != 0);
        let class = CLASSES.get(next.as_ref());
        let closed = matches!(class, Some(Class::Tag(Tag::Determiner | Tag::Pronoun) | Class::Subject))
            || matches!(next.as_ref(), "that" | "what" | "to" | "how" | "whether");
        closed || !noun && !matches!(class, Some(Class::Be | Class::Have | Class::Modal | Class::Do))
    }
}
