//! The form of what a digest shows: what a reader understands who sees nothing else. The words are sets of
//! `data/claims/words.tsv`; `tests/cases/points.tsv` holds what may be a point and what may not.

use std::cell::OnceCell;

use crate::analysis::claims::{self, Draft, bare, is_in, stands_alone, stem_key};
use crate::characters::{pieces, split_words};
use crate::contract::BlockKind;
use crate::document::Document;
use crate::document::tags::{Tag, tags};

/// The form of a key point.
pub const POINT_WORDS: std::ops::RangeInclusive<usize> = 8..=32;
/// See [`POINT_WORDS`].
pub const POINT_CHARACTERS: usize = 200;
/// Words among which a sentence's subject begins.
const FRONT: usize = 12;

/// And those among which it does behind a longer opening.
const INSIDE: usize = 18;

/// Bytes of the longest word for oneself: "we’re".
const OWN: usize = 7;

/// Words among which a subject that is told by nothing else has its verb.
const BARE: usize = 4;

/// How much form is asked of a key point.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    Full,
    /// Somebody's own words, or a longer sentence.
    Loose,
    /// A quotation without its speaker and what says little, too.
    Quoted,
}

/// Most words of a title in quotation marks, and letters of those that are small in it.
const TITLE: usize = 8;
const SMALL: usize = 4;
/// Words among which a part of something opens a sentence: "A great number of them".
const PART: usize = 5;
/// Most words of a quotation that is a term, not somebody's sentence.
const TERM: usize = 5;

/// Whether the sentence can stand alone among the key points.
pub fn is_point(draft: &Draft, form: Form) -> bool {
    looks_like_point(draft, form) && stands_alone(draft)
}

/// The same of a sentence that [`stands_alone`].
pub fn looks_like_point(draft: &Draft, form: Form) -> bool {
    let text = draft.text.as_str();
    let quoted = text.starts_with(['"', '“', '‘', '\'']) && !opens_with_title(text) || quotes_much(text);
    let sized = POINT_WORDS.contains(&draft.words()) && text.chars().count() <= POINT_CHARACTERS;
    // "LM: The other is in the museum."
    let spoken = text.split(' ').next().is_some_and(|word| word.ends_with(':'));
    let loose = form != Form::Full && (6..=45).contains(&draft.words());
    // In the summary, beside its paragraph, "last summer" may stand as it was written.
    // The cheapest first: most of what is asked for is too long.
    (sized && !quoted || loose)
        && text.ends_with(['.', '”', '"'])
        && !draft.has_open_date()
        && !spoken
        && !is_courtesy(text)
        && (form == Form::Quoted || !says_little(text))
        && (form != Form::Full || !dangles(text))
}

/// Whether a title opens the claim, not what somebody said: "“The Last Ferry” earned four prizes."
fn opens_with_title(text: &str) -> bool {
    let title = text.strip_prefix('“').and_then(|rest| rest.split_once('”')).or_else(|| text.strip_prefix('"')?.split_once('"'));
    let Some((inside, behind)) = title else { return false };
    let words = split_words(inside);
    let loud = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let ends_loud = words.first().is_some_and(loud) && words.last().is_some_and(loud);
    let titled = ends_loud && words.len() <= TITLE && words.iter().all(|word| loud(word) || word.len() <= SMALL);
    // "“Wow,” said Ada Lim."
    titled && words.len() > 1 && behind.len() > 1 && !behind.split_whitespace().take(TERM).any(|word| is_in("speech", &bare(word)))
}

/// Whether it quotes twice, and once more than a term.
fn quotes_much(text: &str) -> bool {
    let mut inside = text.split(['“', '”', '"']).skip(1).step_by(2);
    text.matches(['“', '"']).count() > 2 && inside.any(|quote| quote.split_whitespace().count() > TERM)
}

/// Whether somebody speaks to the reader or the house instead of telling ("Let’s take a look", "I would like to thank"), or
/// a house of itself ("The agency exists to keep the bay safe").
pub fn is_courtesy(text: &str) -> bool {
    claims::opens_with("courtesy", text) || claims::holds("house", text)
}

/// A quotation and nothing else, whose speaker stands in another sentence; what says nothing by itself.
pub fn says_little(text: &str) -> bool {
    let quote = text.starts_with(['“', '"']) && text.ends_with(['”', '"']) && text.matches(['“', '”', '"']).count() == 2;
    quote || claims::holds("empty", text)
}

/// Whether something in the sentence points to what the reader does not see: another such may still be better, so that it
/// loses rank, not its place.
pub fn leans(text: &str) -> bool {
    let words = split_words(text);
    // Most sentences are told by their words alone.
    let tagged = OnceCell::new();
    let tags = || tagged.get_or_init(|| tags(&words)).as_slice();
    claims::opens_with("leaning", text)
        || only_refers(&words, &tags)
        || has_loose_pronoun(&words, &tags)
        || has_loose_object(&words, &tags)
        || points_back(&words, &tags)
        || is_bare_pointer(&words, &tags)
        || counts_such(&words)
        || opens_with_part(&words)
        || is_told_by_pronoun(&words)
        || is_loose_figure(&words)
        || is_bare_subject(&words, &tags)
        || names_one_of(&words, &tags)
        || shows_again(&words, &tags)
}

/// Whether a reader of this sentence alone is not told of whom it speaks: "The agency said", "The 30-year-old left", "The new
/// boat will sail", "The court heard his friend".
pub fn names_nobody(text: &str) -> bool {
    let hears = claims::opens_with("hearing", text);
    if !hears && !text.starts_with("The ") {
        return false;
    }
    let words = split_words(text);
    let [first, noun, next, ..] = words[..] else { return false };
    let verb = || is_in("finite", next) || tags(&words)[2] == Tag::Finite;
    let aged = noun.ends_with("-year-old") && !next.starts_with(char::is_uppercase);
    let new = noun == "new" && words.get(3).is_some_and(|verb| matches!(*verb, "will" | "would"));
    if first == "The" && (aged || new || is_in("holder", noun) && verb()) {
        return true;
    }
    let named = |word: &str| word.starts_with(char::is_uppercase) || is_in("naming", word);
    let holder = hears.then(|| (1..words.len()).find(|&at| matches!(words[at], "his" | "her"))).flatten();
    holder.is_some_and(|at| !words[1..at].iter().any(|word| named(word)))
}

/// "The riggers are an essential part of the bay.": praise without a figure or anybody's own words.
pub fn praises(text: &str) -> bool {
    let plain = !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '"'));
    plain && pieces(text).any(|word| is_in("praise", word.trim_end_matches([',', '.'])))
}

/// The noun of a subject that is told by nothing else: "attack" of "The attack was claimed by nobody", "The two boats" too. A
/// court, a mayor or the weather is known without.
pub fn bare_definite(text: &str) -> Option<&str> {
    text.strip_prefix("The ")?;
    let words = split_words(text);
    let near = &words[..words.len().min(FRONT)];
    let tags = tags(near);
    let verb =
        (2..near.len()).find(|&at| !matches!(tags[at], Tag::Word | Tag::Number | Tag::Adverb)).filter(|at| tags[*at] == Tag::Finite)?;
    let noun = (1..verb).rev().find(|&at| tags[at] == Tag::Word).filter(|noun| verb <= noun + 2)?;
    let plain = (1..verb).all(|at| near[at].starts_with(|c: char| c.is_lowercase()) && !near[at].ends_with([',', ':']));
    (plain && verb <= BARE && !is_in("unique", near[noun])).then_some(near[noun])
}

/// Whether the sentence's subject is of something that another sentence names.
fn dangles(text: &str) -> bool {
    let words = split_words(text);
    let tagged = OnceCell::new();
    let tags = || tagged.get_or_init(|| tags(&words)).as_slice();
    is_bare_subject(&words, &tags) || names_one_of(&words, &tags)
}

/// "Some had to wait", "23 were rescued", "Neither company was sold": of whom or what, was said before the sentence.
fn is_bare_subject<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let [first, next, ..] = words else { return false };
    // "One could say so": anybody.
    let one = *first == "One" && matches!(*next, "is" | "was" | "isn’t" | "isn't" | "wasn’t" | "wasn't");
    let counted = one || is_in("part", first) || first.bytes().all(|byte| byte.is_ascii_digit());
    if counted && (tags()[1] == Tag::Finite || tags()[1] == Tag::Adverb && tags().get(2) == Some(&Tag::Finite)) {
        return true;
    }
    // "Both the owners and the riggers", "Neither Orrin nor Oakmere"
    let verb = || tags().iter().position(|tag| *tag == Tag::Finite).unwrap_or(words.len());
    let pair = matches!(*first, "Both" | "Neither" | "Either") && next.starts_with(char::is_lowercase) && !matches!(*next, "of" | "the");
    pair && tags()[1] == Tag::Word && !words[..verb()].iter().any(|word| matches!(*word, "and" | "nor" | "or"))
}

/// "The index remained above its low", "The figures are a rise of half": whose, was said before the sentence.
fn names_one_of<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let [first, noun, ..] = words else { return false };
    *first == "The" && is_in("relational", noun) && (tags()[2..].first() == Some(&Tag::Finite))
}

/// "The council plans to remove this exclusion": which, was said before the sentence, unless the sentence itself tells it
/// before.
fn shows_again<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let points = |at: &usize| matches!(words[*at], "this" | "these") && at + 1 < words.len();
    (1..words.len()).filter(points).any(|at| {
        let noun = bare(words[at + 1]);
        // "As the riggers follow these rules, they": what opens the clause tells nothing.
        let opens = usize::from(is_in("clause", &bare(words[0])));
        let front = &tags()[opens..at.max(opens)];
        let clauses = front.iter().filter(|tag| matches!(tag, Tag::Finite | Tag::Relative | Tag::Conjunction)).count();
        let whole = clauses == 1 && !words[..at].iter().any(|word| word.ends_with([',', ';', ':']));
        whole
            && matches!(tags()[at + 1], Tag::Word | Tag::Name)
            && !is_in("near", &noun)
            && !is_in("at hand", &noun)
            && !claims::is_quoted(&words[..at].concat())
    })
}

/// "The mayor has since revised the figure": which, was said before the sentence.
fn is_loose_figure(words: &[&str]) -> bool {
    let told = |at: usize| words[..at].iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    let open = |at: usize| !matches!(words.get(at + 1).copied().unwrap_or_default(), "of" | "for" | "who" | "that" | "which");
    (1..words.len())
        .any(|at| words[at - 1] == "the" && matches!(&*bare(words[at]), "figure" | "figures" | "total" | "sum") && open(at) && !told(at))
}

/// "Otto Brandt asked him to mend the quay": whom, was said before the sentence.
fn has_loose_object<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let is_object = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.eq_ignore_ascii_case("him") || bare.eq_ignore_ascii_case("them")
    };
    words.iter().skip(1).any(is_object) && {
        let verb = tags().iter().position(|tag| *tag == Tag::Finite);
        verb.and_then(|verb| words.get(verb + 1)).is_some_and(is_object)
    }
}

/// Whether something in the text may mean what stands outside of it: such a clause cannot follow another's.
pub fn refers(text: &str) -> bool {
    text.split_whitespace().any(|word| is_in("anaphor", &bare(word)))
}

/// "The announcement came in a rare letter", "The first is a point of law": what came or is first stands elsewhere.
fn only_refers<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let [first, noun, verb, next, ..] = words else { return false };
    let counted = matches!(*noun, "first" | "second" | "third" | "former" | "last") && tags().get(2) == Some(&Tag::Finite);
    let came = is_in("pointer", noun)
        && matches!(*verb, "came" | "comes")
        && matches!(*next, "in" | "on" | "at" | "during" | "after" | "as" | "amid");
    let follows = matches!(*verb, "follows" | "followed") && is_in("pointer", noun);
    *first == "The" && (counted || came || follows)
}

/// "He says that this would not do", "The events that day changed it": what "this" and "that day" mean was said before.
fn is_bare_pointer<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let quoted = |at: usize| claims::is_quoted(&words[..at].concat());
    (0..words.len().saturating_sub(1)).any(|at| {
        // "…, and this may be asked for": the sentence itself tells what.
        let own = at > 0 && (words[at - 1].ends_with([',', ';']) || matches!(words[at - 1], "and" | "but" | "so" | "because" | "though"));
        let alone = words[at] == "this" && is_in("finite", words[at + 1]) && !(own && tags()[..at].contains(&Tag::Finite));
        let time = words[at] == "that" && is_in("near", &bare(words[at + 1]));
        let such = words[at] == "such"
            && at < FRONT
            && tags()[at + 1] == Tag::Word
            && words[at + 1].ends_with('s')
            && !tags()[..at].contains(&Tag::Finite);
        (alone || time || such) && !quoted(at)
    })
}

/// "The yard closed after two such fires": which, was said before the sentence, unless the sentence itself tells it before.
fn counts_such(words: &[&str]) -> bool {
    let counted = |at: usize| is_in("counting", &bare(words[at - 1])) || words[at - 1].starts_with(|c: char| c.is_ascii_digit());
    let such = |at: &usize| words[*at] == "such" && counted(*at) && words.get(at + 2) != Some(&"as");
    (1..words.len().saturating_sub(1)).filter(such).any(|at| {
        let key = stem_key(&bare(words[at + 1]));
        !words[..at].iter().any(|word| stem_key(&bare(word)) == key) && !claims::is_quoted(&words[..at].concat())
    })
}

/// "About 350 of them were in Orrin": of whom, was said before the sentence.
fn opens_with_part(words: &[&str]) -> bool {
    let end = words.len().min(PART);
    let of = (1..end).find(|&at| words[at] == "of").filter(|at| words.get(at + 1).is_some_and(|word| *word == "them"));
    of.is_some_and(|of| !words[..of].iter().any(|word| word.ends_with(',')))
}

/// "Most of the boats went to Orrin, it says.": who says so stands in another sentence.
fn is_told_by_pronoun(words: &[&str]) -> bool {
    let [.., before, pronoun, verb] = words else { return false };
    before.ends_with(',') && matches!(*pronoun, "he" | "she" | "it" | "they") && is_in("speech", &bare(verb))
}

/// "In 1972, she moved to Orrin": the subject behind the opening is a pronoun, and the opening names nobody. "In addition
/// to Orrin, they named a second port": what was added to is not who added.
fn has_loose_pronoun<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let person = |at: usize| matches!(words[at], "he" | "she" | "they" | "it");
    let pronoun = (1..words.len().min(INSIDE)).find(|&at| person(at) && words[at - 1].ends_with(','));
    // "Although she said that": somebody may be named behind it, but not by another pronoun.
    let comma = words.iter().position(|word| word.ends_with(','));
    let behind = |comma: usize| words.get(comma + 1).is_some_and(|word| word.starts_with(char::is_lowercase)) && person(comma + 1);
    if words.len() > 2 && is_in("clause", &bare(words[0])) && person(1) && comma.is_none_or(behind) {
        return true;
    }
    let added = || claims::opens_with("beside", &words.join(" "));
    // "Once the rope is dry, it should be coiled": what it is stands in the clause.
    let own = |at: usize| {
        let verb = tags()[..at].iter().position(|tag| *tag == Tag::Finite).filter(|_| matches!(words[at], "it" | "they"));
        verb.is_some_and(|verb| tags()[..verb].iter().skip(1).any(|tag| *tag == Tag::Word))
    };
    pronoun.is_some_and(|at| at < FRONT && !tags()[1..at].contains(&Tag::Name) && !own(at) || added())
}

/// "Many of these boats leak", "The council paid these people": what they are was said before the sentence. A time ("this
/// week") is known.
fn points_back<'a>(words: &[&str], tags: &dyn Fn() -> &'a [Tag]) -> bool {
    let points = |at: &usize| matches!(words[*at], "these" | "this" | "those");
    (1..words.len().saturating_sub(1).min(FRONT)).filter(points).any(|at| {
        let noun = bare(words[at + 1]);
        let subject = !tags()[..at].contains(&Tag::Finite);
        let people = words[at] == "these" && matches!(&*noun, "people" | "men" | "women" | "children" | "officials" | "workers");
        tags()[at + 1] == Tag::Word && !is_in("near", &noun) && (subject || people)
    })
}

/// "The quay is safe, said Harbour Master Otto Brandt.": somebody's words without marks.
pub fn is_unmarked_speech(text: &str) -> bool {
    let behind = text.split_once(", said ").map(|(_, behind)| behind).filter(|_| !text.contains(['“', '”', '"']));
    // ", said Ada Lim, the keeper of the quay."
    let speaker = |behind: &str| !behind.contains(',') || !tags(&split_words(behind)).contains(&Tag::Finite);
    behind.is_some_and(|behind| behind.starts_with(char::is_uppercase) && speaker(behind))
}

/// "In a letter to the owners, Ada Lim said:": what stands below is hers.
pub fn is_opened_speech(text: &str) -> bool {
    text.trim_end().strip_suffix(':').is_some_and(|text| text.rsplit([' ', '\n']).take(TERM).any(|word| is_in("speech", word)))
}

/// Somebody speaks of himself or his side outside of any quotation: "I have told the owners", "our yards".
pub fn is_of_oneself(text: &str) -> bool {
    holds_own(text, |word| is_in("oneself", word) || is_in("own side", word))
}

/// Somebody speaks of himself alone.
pub fn is_of_me(text: &str) -> bool {
    holds_own(text, |word| is_in("oneself", word))
}

fn holds_own(text: &str, own: fn(&str) -> bool) -> bool {
    // Few words look like one.
    let near = |word: &&str| word.len() <= OWN && word.starts_with(['I', 'm', 'w', 'W', 'o', 'O', 'u']);
    !text.contains(['“', '"']) && text.split([' ', ',']).filter(near).any(own)
}

/// The first block of the end in which a house speaks of itself: from a heading such as "About Nordwind" or "Notes" on, where
/// no other heading follows. Behind the last block where there is none.
pub fn imprint(document: &Document) -> usize {
    let blocks = document.blocks();
    let opens = |text: &str| text.split(' ').next().is_some_and(|word| is_in("imprint", &bare(word))) && text.split(' ').count() <= 8;
    let mut from = blocks.len();
    for at in (blocks.len() / 2..blocks.len()).rev() {
        if blocks[at].kind != BlockKind::Heading {
            continue;
        }
        if !opens(document.slice(blocks[at].span)) {
            break;
        }
        from = at;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_point_and_what_may_not() {
        let mut wrong = Vec::new();
        for row in crate::lists::rows(include_str!("../../../tests/cases/points.tsv")) {
            let [expected, text] = row[..] else { panic!("two cells: {row:?}") };
            let draft = Draft { text: text.to_owned(), sources: Vec::new(), dates: Vec::new(), open_dates: Vec::new() };
            let made = match (is_point(&draft, Form::Full), leans(text)) {
                (false, _) => "no",
                (true, true) => "leans",
                (true, false) if names_nobody(text) => "nobody",
                (true, false) => "point",
            };
            if made != expected {
                wrong.push(format!("{text}\n  is {made}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
