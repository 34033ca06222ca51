//! Who "I" is: of a speech whose heading names one person, everything that is said without marks is that person's.

use std::ops::{Range, RangeInclusive};

use super::lexicon::{holds, is_in};
use crate::contract::BlockKind;
use crate::document::tags::{can_be_base, can_be_past};
use crate::document::{Document, Sentence};
use crate::recognisers::NameFound;
use crate::span::Span;

/// Blocks in front of the text in which its speaker may be named.
const HEAD: usize = 6;
/// Tokens in front of a paragraph among which a speaker is named.
const LABEL: usize = 2;
/// Sentences that say "I" in a text that is told by one who does, and of how many one is.
const FEWEST: usize = 3;
const OFTEN: usize = 12;
/// Words of an author's name.
const NAME: RangeInclusive<usize> = 2..=4;
/// Words behind "I" among which it says that something is said: that, not who says it, is what is told.
const ANNOUNCED: usize = 4;
/// Words behind "I" among which its verb stands.
const NEAR: usize = 3;

/// The place of the speaker's name: the one person whom the blocks above the text name, where they say that somebody spoke,
/// or that this person tells ("Ada Lim shares three tips"), or whose byline a dated text has.
pub fn speaker(document: &Document, people: &[&NameFound]) -> Option<(usize, Span)> {
    let blocks = document.blocks();
    let head = blocks.iter().take(HEAD).take_while(|block| block.number.is_none()).count();
    let place = of_heading(document, people, head).or_else(|| author(document, head))?;
    let block_of = |name: &NameFound| document.sentences()[name.sentence].block;
    let surname = |tokens: &Range<usize>| document.slice(document.tokens()[tokens.end - 1].span);
    let own = surname(&document.tokens_in(place.1));
    // Whom the text tells of does not tell it: "What the mayor’s speech left out". "Mayor Lim:" in front of it is a label.
    let colon = |at: usize| document.tokens().get(at).is_some_and(|token| document.slice(token.span) == ":");
    let near = |name: &NameFound| name.tokens.start <= document.tokens_in(blocks[block_of(name)].span).start + LABEL;
    let label = |name: &NameFound| near(name) && colon(name.tokens.end);
    let told_of = people.iter().any(|name| block_of(name) >= head && surname(&name.tokens) == own && !label(name));
    (!told_of).then_some(place)
}

/// The one person whom title and deck name, where they say that somebody speaks or tells.
fn of_heading(document: &Document, people: &[&NameFound], head: usize) -> Option<(usize, Span)> {
    let blocks = document.blocks();
    let told = |block: usize| matches!(blocks[block].kind, BlockKind::Title | BlockKind::Deck);
    let speaks = |block: usize| document.slice(blocks[block].span).split([' ', '\n', ',', '.', ':']).any(|word| is_in("address", word));
    let tells = |name: &NameFound| is_in("teller", document.tokens().get(name.tokens.end).map_or("", |token| document.slice(token.span)));
    let block_of = |name: &NameFound| document.sentences()[name.sentence].block;
    let mut named = people.iter().take_while(|name| block_of(name) < head).filter(|name| told(block_of(name)));
    let first = named.next()?;
    let surname = |name: &NameFound| document.slice(document.tokens()[name.tokens.end - 1].span);
    let spoken = (0..head).any(|block| told(block) && speaks(block)) || tells(first);
    let alone = named.all(|name| surname(name) == surname(first));
    (spoken && alone).then(|| (block_of(first), document.span_of(&first.tokens)))
}

/// The "Ada Lim" of "By Ada Lim" above a text that has a date, as what was made up has none, and that an "I" tells; in an
/// interview he asks.
fn author(document: &Document, head: usize) -> Option<(usize, Span)> {
    let blocks = document.blocks();
    let byline = |at: &usize| blocks[*at].kind == BlockKind::Byline;
    let text = |at: usize| document.slice(blocks[at].span);
    let at = (0..head).filter(byline).find(|at| text(*at).starts_with("By ") && !text(*at).contains([',', '&']))?;
    let tokens = document.tokens_in(blocks[at].span);
    let capital = |at: &usize| document.slice(document.tokens()[*at].span).starts_with(char::is_uppercase);
    let name = tokens.start + 1..(tokens.start + 1..tokens.end).find(|at| !capital(at)).unwrap_or(tokens.end);
    let others = document.slices(&(name.end..tokens.end)).contains(&"and");
    let dated = (0..head).any(|at| byline(&at) && text(at).contains(|c: char| c.is_ascii_digit()));
    let asks = || blocks[head..].iter().any(|block| block.number.is_some() && document.slice(block.span).trim_end().ends_with('?'));
    let certain = NAME.contains(&name.len()) && !others && dated && is_told_by_me(document) && !asks();
    certain.then(|| (at, document.span_of(&name)))
}

/// Whether somebody says "I" in the text again and again, outside of quotations.
fn is_told_by_me(document: &Document) -> bool {
    let sentences = document.sentences();
    let text = |sentence: &Sentence| document.slice(document.span_of(&sentence.tokens));
    let own = |text: &str| !text.contains(['“', '"']) && text.split([' ', ',']).any(|word| word == "I");
    let told = sentences.iter().filter(|sentence| own(text(sentence))).count();
    told >= FEWEST && told * OFTEN >= sentences.len()
}

/// "I have asked officials" → "Ada Lim has asked officials", of what stands behind "I"; none where more of it is said in the
/// first person, or a verb is not known for sure.
pub fn of_another(rest: &str) -> Option<String> {
    let words: Vec<&str> = rest.split(' ').collect();
    let announces = || words.iter().take(ANNOUNCED).any(|word| is_in("announcing", word));
    if is_own(rest) || announces() || holds("house", &format!("I {rest}")) {
        return None;
    }
    let verb = (0..words.len().min(NEAR)).find(|&at| !is_in("beside the verb", words[at]))?;
    let third = third_person(words[verb])?;
    Some([&words[..verb], &[third.as_str()], &words[verb + 1..]].concat().join(" "))
}

/// Whether somebody speaks of himself or to others in it.
pub fn is_own(text: &str) -> bool {
    let own = |word: &str| matches!(word, "I" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "you" | "your");
    text.split(|c: char| !c.is_alphanumeric()).any(own)
}

/// The form that "she" takes of the one that "I" has.
fn third_person(verb: &str) -> Option<String> {
    let fixed = match verb {
        "am" => "is",
        "have" => "has",
        "do" => "does",
        "was" | "had" | "did" | "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must" => verb,
        _ => "",
    };
    if !fixed.is_empty() {
        return Some(fixed.to_owned());
    }
    let plain = verb.bytes().all(|byte| byte.is_ascii_lowercase());
    match (plain && can_be_base(verb), plain && can_be_past(verb)) {
        // "put", "read": then or now.
        (true, true) | (false, false) => None,
        (false, true) => Some(verb.to_owned()),
        (true, false) if verb.ends_with(['s', 'x', 'z', 'o']) || verb.ends_with("ch") || verb.ends_with("sh") => Some(format!("{verb}es")),
        (true, false) => {
            let stem = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
            Some(stem.map_or_else(|| format!("{verb}s"), |stem| format!("{stem}ies")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_i_do_another_does() {
        let told = |rest| of_another(rest);
        assert_eq!(told("have asked the board to mend the quay.").as_deref(), Some("has asked the board to mend the quay."));
        assert_eq!(told("therefore intend to close the yard.").as_deref(), Some("therefore intends to close the yard."));
        assert_eq!(told("launched two boats.").as_deref(), Some("launched two boats."));
        assert_eq!(told("will close the yard.").as_deref(), Some("will close the yard."));
        assert_eq!(told("want to mend the quay.").as_deref(), Some("wants to mend the quay."));
        assert_eq!(told("have asked my clerks to mend it."), None, "whose, another word would tell");
        assert_eq!(told("put two boats in the bay."), None, "then or now");
        assert_eq!(told("said that I would go."), None);
        assert_eq!(told("would like to thank the riggers."), None, "a courtesy");
        assert_eq!(told("can tell the House that it will close."), None, "what is told is the news");
    }
}
