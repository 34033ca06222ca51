//! Who "I" is: of a speech whose heading names one person, everything that is said without marks is that person's.

use super::lexicon::is_in;
use crate::contract::BlockKind;
use crate::document::Document;
use crate::document::tags::{can_be_base, can_be_past};
use crate::recognisers::NameFound;
use crate::span::Span;

/// Blocks in front of the text in which its speaker may be named.
const HEAD: usize = 6;
/// Tokens in front of a paragraph among which a speaker is named.
const LABEL: usize = 2;
/// Words behind "I" among which its verb stands.
const NEAR: usize = 3;

/// The place of the speaker's name: the one person whom the blocks above the text name, where they say that somebody spoke.
pub fn speaker(document: &Document, people: &[&NameFound]) -> Option<(usize, Span)> {
    let blocks = document.blocks();
    let head = blocks.iter().take(HEAD).take_while(|block| block.number.is_none()).count();
    let told = |block: usize| matches!(blocks[block].kind, BlockKind::Title | BlockKind::Deck);
    let speaks = |block: usize| document.slice(blocks[block].span).split([' ', '\n', ',', '.', ':']).any(|word| is_in("address", word));
    (0..head).any(|block| told(block) && speaks(block)).then_some(())?;
    let block_of = |name: &NameFound| document.sentences()[name.sentence].block;
    let mut named = people.iter().take_while(|name| block_of(name) < head).filter(|name| told(block_of(name)));
    let first = named.next()?;
    let surname = |name: &NameFound| document.slice(document.tokens()[name.tokens.end - 1].span);
    let alone = named.all(|name| surname(name) == surname(first));
    // Whom the text tells of does not tell it: "What the mayor’s speech left out". "Mayor Lim:" in front of it is a label.
    let label = |name: &NameFound| name.tokens.start <= document.tokens_in(blocks[block_of(name)].span).start + LABEL;
    let told_of = people.iter().any(|name| block_of(name) >= head && surname(name) == surname(first) && !label(name));
    (alone && !told_of).then(|| (block_of(first), document.span_of(&first.tokens)))
}

/// "I have asked officials" → "Ada Lim has asked officials", of what stands behind "I"; none where more of it is said in the
/// first person, or a verb is not known for sure.
pub fn of_another(rest: &str) -> Option<String> {
    let own = |word: &str| matches!(word, "I" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "you" | "your");
    if rest.split(|c: char| !c.is_alphanumeric()).any(own) {
        return None;
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let verb = (0..words.len().min(NEAR)).find(|&at| !is_in("beside the verb", words[at]))?;
    let third = third_person(words[verb])?;
    Some([&words[..verb], &[third.as_str()], &words[verb + 1..]].concat().join(" "))
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
    }
}
