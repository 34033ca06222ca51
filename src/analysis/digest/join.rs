//! Two facts in one point: a short point takes up a second fact of the same, which stands near it in another paragraph.

use super::form::{self, Form, POINT_CHARACTERS, POINT_WORDS};
use super::points::{Point, Said, TOGETHER, repeats};
use super::score::Scored;
use super::{Chosen, Story};
use crate::analysis::claims::{self, Draft};
use crate::characters::{pieces, split_words};
use crate::document::tags::{Tag, tags};
use crate::lists::Set;
use crate::recognisers::NameFound;
use crate::span::Span;

/// A point of so many words may take up a second fact.
const SHORT: usize = 24;
/// How many sentences away that fact may stand: joined over others, two facts of one subject read as if the one led to the
/// other.
const NEAR: usize = 1;
/// How many of the best are looked at.
const LOOKED_AT: usize = 6;
/// Tokens among which a sentence's subject begins.
const SUBJECT: usize = 4;
/// Tokens among which a name that opens a sentence begins, behind marks and a title.
const OPENING: usize = 3;

/// Lets each short point take up a second fact, the best that fits.
pub fn widen(story: &Story<'_>, ranked: &[&Scored], names: &Set<u64>, chosen: &mut [Point]) {
    for at in 0..chosen.len() {
        let Some((other, draft)) = second_fact(story, ranked, names, chosen, at) else { continue };
        let whole = joined(story, (chosen[at].chosen.sentence, &chosen[at].chosen.draft), (other, &draft));
        let said = Said::of(&whole, names);
        if (0..chosen.len()).all(|i| i == at || !repeats(&chosen[i].said, &said)) {
            let point = &mut chosen[at];
            (point.chosen.draft, point.said, point.second) = (whole, said, Some(other));
        }
    }
}

/// A sentence and what is made of it.
type Fact<'a> = (usize, &'a Draft);

/// The points with the first two of them that are short and about the same as one; none where no two are.
pub fn united(story: &Story<'_>, names: &Set<u64>, chosen: &[Point]) -> Option<Vec<Point>> {
    let mut pairs = (0..chosen.len()).flat_map(|a| (a + 1..chosen.len()).map(move |b| (a, b)));
    pairs.find_map(|(a, b)| {
        let draft = as_one(story, &chosen[a], &chosen[b])?;
        let (one, other) = (chosen[a].chosen.sentence, chosen[b].chosen.sentence);
        let said = Said::of(&draft, names);
        let whole = Point { said, chosen: Chosen { sentence: one.min(other), draft }, second: Some(one.max(other)) };
        let rest = chosen.iter().enumerate().filter(|(at, _)| *at != a && *at != b).map(|(_, point)| point.clone());
        Some(std::iter::once(whole).chain(rest).collect())
    })
}

/// Two points as one that has room for both, be it that one of them is put in fewer words.
fn as_one(story: &Story<'_>, a: &Point, b: &Point) -> Option<Draft> {
    let single = |point: &Point| point.second.is_none() && !point.chosen.draft.text.contains(';');
    let [one, other]: [Fact<'_>; 2] = [a, b].map(|point| (point.chosen.sentence, &point.chosen.draft));
    if !single(a) || !single(b) || !is_of_one_subject(story, one, other) {
        return None;
    }
    let fits = |draft: &Draft| POINT_WORDS.contains(&draft.words()) && draft.text.chars().count() <= POINT_CHARACTERS;
    let whole = Some(joined(story, one, other)).filter(fits);
    let shorter = |kept: Fact<'_>, (sentence, long): Fact<'_>| {
        // What makes room with more than a third of its words would lose its news.
        let fits_beside = |draft: &Draft| has_room(story, draft, kept.1) && draft.words() * 3 >= long.words() * 2;
        let draft = story.fitter.fitted(sentence, &fits_beside)?;
        Some(joined(story, kept, (sentence, &draft))).filter(fits)
    };
    whole.or_else(|| shorter(one, other)).or_else(|| shorter(other, one))
}

/// Whether the fact fits into a point beside the other.
fn has_room(story: &Story<'_>, draft: &Draft, other: &Draft) -> bool {
    story.is_point(draft, Form::Full)
        && draft.words() + other.words() <= *POINT_WORDS.end()
        && draft.text.chars().count() + other.text.chars().count() < POINT_CHARACTERS
        && draft.text.ends_with('.')
        && draft.text.starts_with(char::is_uppercase)
}

/// Whether both speak of the same subject, and the later can follow the earlier in one sentence.
fn is_of_one_subject(story: &Story<'_>, a: Fact<'_>, b: Fact<'_>) -> bool {
    let one = subject(story, a).is_some_and(|name| subject(story, b) == Some(name))
        || leading_name(&a.1.text).is_some_and(|name| leading_name(&b.1.text) == Some(name));
    // "Air France had not done this" would speak of what the other clause tells.
    let (earlier, later) = if b.0 > a.0 { (&a.1.text, &b.1.text) } else { (&b.1.text, &a.1.text) };
    one && !tells_death(earlier) && !form::refers(later) && !form::is_of_oneself(later)
}

/// Whether somebody dies in it: "Ada Lim died in May, and wrote two books" is told the wrong way round.
fn tells_death(text: &str) -> bool {
    pieces(text).any(|word| word.trim_end_matches([',', '.']) == "died")
}

/// A sentence of another paragraph that speaks of the same as the point and fits beside it.
fn second_fact(story: &Story<'_>, ranked: &[&Scored], names: &Set<u64>, chosen: &[Point], at: usize) -> Option<(usize, Draft)> {
    let block = |sentence: usize| story.document.sentences()[sentence].block;
    let (point, sentence) = (&chosen[at].chosen.draft, chosen[at].chosen.sentence);
    let together: usize = chosen.iter().map(|point| point.chosen.draft.words()).sum();
    let room = (*POINT_WORDS.end() - point.words().min(*POINT_WORDS.end())).min(TOGETHER - together.min(TOGETHER));
    if point.words() > SHORT || room < *POINT_WORDS.start() || point.text.contains(';') {
        return None;
    }
    let fits = |draft: &Draft| draft.words() <= room && has_room(story, draft, point);
    let near = |scored: &&&Scored| {
        block(scored.sentence) != block(sentence)
            && scored.sentence.abs_diff(sentence) <= NEAR
            && chosen.iter().flat_map(Point::sentences).all(|told| told != scored.sentence)
    };
    ranked.iter().filter(near).take(LOOKED_AT).find_map(|scored| {
        let draft = story.fitter.fitted(scored.sentence, &fits)?;
        // Only what is said of the same subject belongs into one sentence.
        let related = is_of_one_subject(story, (sentence, point), (scored.sentence, &draft));
        let said = related.then(|| Said::of(&draft, names))?;
        chosen.iter().all(|point| !repeats(&point.said, &said)).then_some((scored.sentence, draft))
    })
}

/// The last word of the name that opens a claim, where a verb stands behind it.
fn leading_name(text: &str) -> Option<&str> {
    let words = split_words(text);
    let name = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let verb = tags(&words).get(name) == Some(&Tag::Finite);
    (name > 0 && verb && !text.starts_with("The ")).then(|| words[name - 1])
}

/// The last word of the name in the claim's front that its verb or a bracket of commas stands behind: who or what it is
/// about ("In total ZTE has", "Dunne, who was 83,"), not whose something is ("Jackson's mother sued"), nor whom somebody
/// does something to ("Events to mark Earth Day have").
fn subject<'a>(story: &'a Story<'_>, (sentence, draft): Fact<'_>) -> Option<&'a str> {
    let name = name_in_front(story, sentence, SUBJECT)?;
    let last = story.document.slice(story.document.tokens()[name.tokens.end - 1].span);
    let words = split_words(&draft.text);
    let at = words.iter().position(|word| word.trim_end_matches(',') == last)?;
    let tagged = tags(&words);
    let first = !tagged[..at].iter().any(|tag| matches!(tag, Tag::Finite | Tag::Base));
    (first && (words[at].ends_with(',') || tagged.get(at + 1) == Some(&Tag::Finite))).then_some(last)
}

/// The sentence's first name, where it begins among so many tokens.
fn name_in_front<'a>(story: &'a Story<'_>, sentence: usize, tokens: usize) -> Option<&'a NameFound> {
    let names = &story.mentions.names;
    let name = names.get(names.partition_point(|name| name.sentence < sentence)).filter(|name| name.sentence == sentence)?;
    (name.tokens.start < story.document.sentences()[sentence].tokens.start + tokens).then_some(name)
}

/// Two sentences as one, in the order of the text.
fn joined(story: &Story<'_>, a: Fact<'_>, b: Fact<'_>) -> Draft {
    let ((_, first), (sentence, second)) = if a.0 < b.0 { (a, b) } else { (b, a) };
    let dates = claims::each_once([first.dates.clone(), second.dates.clone()].concat());
    let front = first.text.trim_end_matches('.');
    let with = |text: String, sources: &[_]| Draft { text, sources: [&first.sources, sources].concat(), dates, open_dates: Vec::new() };
    if let Some(rest) = predicate(&first.text, &second.text) {
        return with(format!("{front}, and {rest}"), &second.sources);
    }
    let own = story.document.slice(story.document.span_of(&story.document.sentences()[sentence].tokens));
    if let Some(rest) = as_pronoun(own, &second.text) {
        // Who is meant stands in the first half: the place of the name that had been put in is none of its sources.
        return with(format!("{front}; {rest}"), &second.sources[..1]);
    }
    let rest = if keeps_capital(story, sentence, second) { second.text.clone() } else { lowered(&second.text) };
    with(format!("{front}; {rest}"), &second.sources)
}

/// "sold its sheds in May." of "Nordwind sold its sheds in May." behind "Nordwind Corp. mended the quay.": what the same
/// subject does needs its name once. Only behind a plain sentence, in which no other verb could take it up.
fn predicate<'a>(first: &str, second: &'a str) -> Option<&'a str> {
    let words = split_words(first);
    let (own, tagged) = (tags(&words), split_words(second));
    let verbs = own.iter().filter(|tag| **tag == Tag::Finite).count();
    let plain = verbs == 1 && !own.contains(&Tag::Relative) && !first.contains([',', ';', ':', '“', '"']);
    let name = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let other = tagged.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let verb = tags(&tagged).get(other) == Some(&Tag::Finite) && own.get(name) == Some(&Tag::Finite);
    // A title may go or come, the name itself is the same to its last word.
    let same = name > 0 && other > 0 && !second.starts_with("The ") && words[name - 1] == tagged[other - 1];
    (plain && verb && same).then(|| second.splitn(other + 1, ' ').last()).flatten()
}

/// "he sold its sheds in May." of "Otto Brandt sold its sheds in May.", which the article puts as "He sold …": behind the
/// other half it can stand as it was written.
fn as_pronoun(own: &str, claim: &str) -> Option<String> {
    let (pronoun, rest) = own.split_once(' ').filter(|(first, _)| matches!(*first, "He" | "She" | "It" | "They"))?;
    let words = split_words(claim);
    let name = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
    let verb = rest.split_whitespace().next()?;
    (name > 0 && words.get(name) == Some(&verb)).then(|| format!("{} {}", pronoun.to_lowercase(), words[name..].join(" ")))
}

/// Whether the claim's first word has its capital from a name, not from opening the sentence.
fn keeps_capital(story: &Story<'_>, sentence: usize, draft: &Draft) -> bool {
    let words = split_words(&draft.text);
    let word = words.first().copied().unwrap_or_default();
    if claims::is_in("small", word) {
        return false;
    }
    let slice = |span: Span| story.document.slice(span);
    let lower = lowered(word);
    let stands = |source: &str| source.contains(word) || source.contains(lower.as_str());
    // A name that was put in for a pronoun stands in no source of this sentence.
    if !draft.sources.iter().any(|(_, span)| stands(slice(*span))) {
        return true;
    }
    let name = name_in_front(story, sentence, OPENING);
    let named = name.is_some_and(|name| slice(story.document.span_of(&name.tokens)).contains(word));
    named || tags(&words).first() == Some(&Tag::Name) && !story.document.tokens().iter().any(|token| slice(token.span) == lower)
}

fn lowered(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_own_pronoun_stands_behind_a_semicolon() {
        let made = |own| as_pronoun(own, "Otto Brandt sold its sheds in May.");
        assert_eq!(made("He sold its sheds in May.").as_deref(), Some("he sold its sheds in May."));
        assert_eq!(made("He also sold its sheds in May."), None, "something else was changed there, too");
        assert_eq!(made("Brandt sold its sheds in May."), None);
    }

    #[test]
    fn nothing_is_told_behind_a_death() {
        assert!(tells_death("Ada Lim has died, and the yard of Orrin is closed."));
        assert!(!tells_death("Ada Lim studied the yard of Orrin, which is closed."));
    }

    #[test]
    fn the_same_subject_is_named_once() {
        let first = "Nordwind mended the quay of Orrin in May.";
        assert_eq!(predicate(first, "Nordwind sold its two sheds."), Some("sold its two sheds."));
        assert_eq!(predicate(first, "Tidewell sold its two sheds."), None, "another subject");
        assert_eq!(predicate(first, "Nordwind, which is old, sold its sheds."), None, "no verb behind the name");
        assert_eq!(predicate("Nordwind said it mended the quay.", "Nordwind sold its sheds."), None, "it could be said, too");
    }
}
