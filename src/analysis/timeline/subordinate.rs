//! Dates of less than the sentence: "reforms since the fall of the tower in 2001", "the record set by Lim in 1981", "a 1990s
//! trend". What the sentence tells did not happen then.

use super::lexicon::is_in;
use crate::analysis::claims;
use crate::calendar::{Period, is_weekday};
use crate::document::Document;
use crate::document::tags::{Tag, can_be_past, is_auxiliary};
use crate::recognisers::DateFound;

/// Tokens before a date among which its phrase opens.
const NEAR: usize = 12;
/// Tokens of a relative clause within the subject.
const FAR: usize = 24;

/// Whether the date is that of a phrase or a clause that hangs on a noun.
#[must_use]
pub fn is_of_noun(document: &Document, found: &DateFound) -> bool {
    let sentence = document.sentences()[found.sentence].tokens.clone();
    let words = document.slices(&sentence);
    let phrase = Phrase {
        tags: document.tags(found.sentence),
        first: found.tokens.start - sentence.start,
        last: found.tokens.end - sentence.start,
        words,
        decade: found.rule == "date.decade",
        season: found.rule == "date.season" && found.tokens.len() == 1,
        near: matches!(found.period, Some(Period::Day(_))) && found.rule != "date.full",
        dated: matches!(found.rule, "date.month-year" | "date.full" | "date.month-day" | "date.day-month"),
    };
    phrase.is_attribute()
        || phrase.is_of_event()
        || phrase.is_of_example()
        || phrase.is_of_relative()
        || phrase.is_inside_relative()
        || phrase.is_of_participle()
        || phrase.is_of_with()
        || phrase.is_of_accusation()
        || phrase.is_day_before_noun()
        || phrase.is_before_noun()
        || phrase.is_of_aside()
}

fn is_written(noun: &str) -> bool {
    claims::is_in("publication", noun)
}

struct Phrase<'a> {
    words: Vec<&'a str>,
    tags: &'a [Tag],
    first: usize,
    last: usize,
    decade: bool,
    /// Whether it is a season that nothing says which year it is of.
    season: bool,
    /// Whether it is a day without its year.
    near: bool,
    /// Whether it is a day or a month with its number.
    dated: bool,
}

impl Phrase<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    /// The words before the date, back to a mark that ends a phrase.
    fn back(&self) -> impl Iterator<Item = usize> {
        let marks = |at: &usize| !matches!(self.word(*at), "," | ";" | ":" | "(" | ")" | "—" | "–" | "“" | "”" | "\"");
        (self.first.saturating_sub(NEAR)..self.first).rev().take_while(marks)
    }

    /// "a 1990s trend", "in 1990s Orrin", "in winter storms".
    fn is_attribute(&self) -> bool {
        if self.season && self.tag(self.last) == Tag::Word {
            return true;
        }
        let determined = matches!(self.word(self.first), "the" | "a") || self.first > 0 && self.tag(self.first - 1) == Tag::Determiner;
        let bare = self.word(self.first) != "the" && self.first > 0 && self.tag(self.last) == Tag::Name;
        self.decade && (determined && self.tag(self.last) == Tag::Word || bare)
    }

    /// "despite reforms since the fall of the tower in 2001": between the opening and the date no verb is told.
    fn is_of_event(&self) -> bool {
        let Some(opens) = self.back().take_while(|at| self.tag(*at) != Tag::Finite).find(|at| is_in("earlier", self.word(*at))) else {
            return false;
        };
        let own = self.first - opens < 3;
        opens > 2 && !own
    }

    /// "has mended much, including the pier in 2018": an example has its own time.
    fn is_of_example(&self) -> bool {
        let told = self
            .back()
            .take_while(|at| !matches!(self.tag(*at), Tag::Finite | Tag::Participle))
            .find(|at| self.word(*at) == "including" || self.word(*at) == "such" && self.word(at + 1) == "as");
        told.is_some_and(|opens| opens > 2 && self.word(opens - 1) == ",")
    }

    /// "Sheds whose lamps were not mended by May will be closed": before the main verb stands what only tells which sheds.
    fn is_inside_relative(&self) -> bool {
        let back = (self.first.saturating_sub(FAR)..self.first).rev().take_while(|at| !matches!(self.word(*at), "," | ";" | "(" | ")"));
        let Some(opens) = { back }.find(|at| matches!(self.word(*at), "whose" | "who" | "that" | "which")) else { return false };
        let told = (opens + 1..self.first).any(|at| self.tag(at) == Tag::Finite);
        let noun = opens > 0 && matches!(self.tag(opens - 1), Tag::Word | Tag::Name) && !self.tags[..opens].contains(&Tag::Finite);
        noun && told && self.tag(self.last) == Tag::Finite
    }

    /// "the form that took her to the cup in 2009": the verb before the date is that of a relative clause without a comma.
    fn is_of_relative(&self) -> bool {
        let Some(verb) = self.back().find(|at| self.tag(*at) == Tag::Finite) else { return false };
        let opens = verb - usize::from(verb > 0 && self.tag(verb - 1) == Tag::Adverb);
        let relative = opens > 1 && matches!(self.word(opens - 1), "that" | "who" | "which") && self.word(opens - 2) != ",";
        // "Lim was the keeper who opened the pier in 2010.": she did.
        let main = self.tags[..opens.max(1) - 1].iter().position(|tag| *tag == Tag::Finite).map_or("", |main| self.word(main));
        let copular = matches!(main, "is" | "was" | "are" | "were");
        relative && !copular && matches!(self.tag(opens - 2), Tag::Word | Tag::Name | Tag::Number | Tag::Base)
    }

    /// "the record set by Lim in 1981", "under a law passed in 2009". Of a day near the text's own ("an order signed Monday")
    /// the sentence tells, too.
    fn is_of_participle(&self) -> bool {
        let verbal = |at: &usize| matches!(self.tag(*at), Tag::Finite | Tag::Participle | Tag::Base | Tag::Ing);
        // "was charged with the death of a girl hurt in a race on July 23"
        let apart = |verb: usize| self.dated && self.first - verb > 3 && self.tags[..verb].contains(&Tag::Finite);
        let back = self.back().find(verbal).filter(|verb| *verb > 1 && (!self.near || apart(*verb)));
        let Some(verb) = back.filter(|verb| !(verb.saturating_sub(3)..*verb).any(|at| is_auxiliary(self.word(at)))) else { return false };
        let noun = |at: usize| matches!(self.tag(at), Tag::Word | Tag::Name);
        let restricts = self.tag(verb) == Tag::Participle && noun(verb - 1);
        // ", begun in 2006, has", ", born in Orrin in 1955, has": set off by commas.
        let alone = self.word(verb - 1) == "," && noun(verb - 2) && matches!(self.word(self.last), "," | ".");
        let made = self.tag(verb) == Tag::Participle || can_be_past(self.word(verb));
        let set_off = self.first - verb <= 2 || self.word(self.last) == "," && self.tag(self.last + 1) == Tag::Finite;
        (restricts || alone && made && set_off) && !self.is_told_of_subject(verb) && self.word(self.first - 1) != "from"
    }

    /// "Lamps are arriving, with forty to be mended by 2013": what the phrase expects of some the sentence does not tell of all.
    fn is_of_with(&self) -> bool {
        let Some(with) = self.back().find(|at| self.word(*at) == "with") else { return false };
        let verbal = |at: usize| matches!(self.tag(at), Tag::Participle | Tag::Ing) || self.word(at) == "to" || can_be_past(self.word(at));
        with > 2 && self.word(with - 1) == "," && self.tag(with + 1) == Tag::Number && (with + 2..self.first).any(verbal)
    }

    /// "was accused of burning the shed in May": when it is said to have been done.
    fn is_of_accusation(&self) -> bool {
        let Some(act) = self.back().find(|at| self.tag(*at) == Tag::Ing) else { return false };
        let linked = act > 1 && matches!(self.word(act - 1), "of" | "with" | "for");
        linked && (act.saturating_sub(NEAR)..act).any(|at| is_in("accusing", self.word(at)))
    }

    /// "Anger over the death of Lim during a Tuesday race in Orrin grew": what the day is of stands in the subject.
    fn is_day_before_noun(&self) -> bool {
        let one = self.last == self.first + 1 && is_weekday(self.word(self.first));
        let noun = one && self.first > 2 && self.tag(self.first - 1) == Tag::Determiner && self.tag(self.last) == Tag::Word;
        noun && !self.tags[..self.first].contains(&Tag::Finite)
    }

    /// "saw the May 1, 2010, race", "is charged in a March 2009 fire": the date tells which one it was. What opens the sentence
    /// and what was written then has the sentence's verb: "A May 2010 fire burned", "in a May 2010 report, the council said".
    fn is_before_noun(&self) -> bool {
        let noun = self.last + usize::from(self.word(self.last) == ",");
        let before = self.first.checked_sub(1).map_or("", |before| self.word(before));
        let article = |word: &str| matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "’s" | "'s");
        // "an alleged May 2010 fire"
        let qualified = self.first > 2 && before.ends_with("ed") && article(self.word(self.first - 2));
        let determined = article(before) || qualified;
        let front = self.first == 2 && matches!(self.word(0), "In" | "At" | "During");
        let written = front || self.back().take(2).any(|at| self.word(at) == "in") && is_written(self.word(noun));
        self.dated && determined && self.tag(noun) == Tag::Word && !written
    }

    /// "Lim has sold nine boats – a third of those to be built by 2030": what the dash adds has no verb of the sentence's.
    fn is_of_aside(&self) -> bool {
        let dash = |at: &usize| matches!(self.word(*at), "—" | "–" | "--");
        let Some(opens) = (1..self.first).rev().take_while(|at| !matches!(self.word(*at), "," | ";")).find(dash) else { return false };
        let noun = matches!(self.word(opens + 1), "a" | "an" | "the") && self.first - opens > 3;
        let closed = (self.last..self.words.len()).any(|at| dash(&at));
        noun && !closed && self.tags[..opens].contains(&Tag::Finite) && !self.tags[opens..self.first].contains(&Tag::Finite)
    }

    /// "A plan backed by the yard in 2021 was turned down": what is told of the subject is of no other time, as far as the
    /// sentence says; "a law passed in 1948 still stands" is.
    fn is_told_of_subject(&self, participle: usize) -> bool {
        let later = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let main = (self.last..self.words.len()).find(|at| self.tag(*at) == Tag::Finite).map_or("", |main| self.word(main));
        !self.tags[..participle].contains(&Tag::Finite)
            && (matches!(main, "was" | "were") || can_be_past(main) && !matches!(main, "has" | "have" | "had"))
            && !self.words[self.last..].iter().any(|word| later(word))
    }
}
