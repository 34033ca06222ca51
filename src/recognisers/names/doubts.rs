//! Second thoughts on what the tagger took for a name: words that name nobody ("Americans", "Madam Speaker", "8S"), what is
//! no person ("Ez2DJ", "KO"), and the judges of an opinion, whose names are all capitals.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::{Set, is_first_name, is_in, is_place, known};
use super::rules::Reader;
use crate::characters::fold;
use crate::contract::EntityKind;
use crate::document::opens_sentences;
use crate::lists::is_country_adjective;

/// Tokens behind a judge's name among which the "JJ." of all of them stands.
const BENCH: usize = 24;
/// Tokens before a name among which the word stands that introduces a list of code names.
const LISTED: usize = 24;
/// Letters of the longest acronym that is doubted: from four on, surnames are printed in capitals, too.
const SHORT: usize = 3;

/// Whether the tokens, taken for a person (0) or a body (1), name nobody at all.
pub fn is_no_name(reader: &Reader<'_>, tokens: &Range<usize>, kind: usize) -> bool {
    let word = reader.word(tokens.start);
    // "Q1" is a quarter or a quartile.
    if tokens.len() == 1 && matches!(word.trim_end_matches('.'), "J" | "JJ" | "C.J" | "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2") {
        return true;
    }
    if known(reader.phrase(tokens.clone())).is_some() || kind > 1 {
        return false;
    }
    if tokens.len() > 1 {
        let licence = word == "CC" && reader.word(tokens.start + 1) == "BY";
        return licence || tokens.clone().all(|at| is_office(reader.word(at)));
    }
    let folded = fold(word);
    let people = folded.strip_suffix('s').is_some_and(is_country_adjective);
    let adjective = people || kind == 1 && is_country_adjective(&folded);
    // "8S" is the number of an office.
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let number = word.starts_with(|c: char| c.is_ascii_digit()) && letters < 2;
    // "THEREFORE" of a deed
    let shouted = word.len() > SHORT && word.chars().all(char::is_uppercase) && opens_sentences(word);
    adjective || shouted || is_size(word) || number && kind == 0 || kind == 0 && (word == "God" || is_office(word) && word.ends_with('.'))
}

/// "Grab a basket", "Visit the old quay": an order opens the sentence. "Constantine the Great" and "Fred the baker" are called so.
pub fn is_order(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let opens = tokens.start == sentence.start && tokens.len() == 1;
    if !opens || reader.casing(tokens.start).capital > 0 || known(reader.phrase(tokens.clone())).is_some() {
        return false;
    }
    match reader.word(tokens.end) {
        "a" | "an" | "your" => true,
        "the" => !is_first_name(reader.word(tokens.start)) && !reader.is_capital(tokens.end + 1),
        _ => false,
    }
}

/// "XXL" of a shirt.
fn is_size(word: &str) -> bool {
    let crosses = word.strip_suffix(['L', 'S']).unwrap_or_default();
    !crosses.is_empty() && crosses.bytes().all(|byte| byte == b'X')
}

/// "Queen Victoria": a town's name, borne by a person.
pub fn is_crowned(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let before = if tokens.start > sentence.start { reader.word(tokens.start - 1) } else { "" };
    let crowned = matches!(before, "King" | "Queen" | "Prince" | "Princess" | "Emperor" | "Empress" | "Pope" | "Tsar");
    crowned && tokens.len() == 1 && !reader.is_capital(tokens.end)
}

/// "Harbour Authority" is a body wherever the tagger thinks that it lies.
pub fn is_agency(last: &str) -> bool {
    matches!(last, "Authority" | "Agency" | "Commission" | "Committee" | "Council" | "Ministry" | "Department" | "Association")
}

/// "Al-Qaeda in the Arabian Peninsula": a known body and where it is.
pub fn is_branch(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let link = tokens.clone().skip(1).find(|&at| matches!(reader.word(at), "in" | "of"));
    let body = |end: usize| known(reader.phrase(tokens.start..end));
    link.is_some_and(|end| matches!(body(end), Some(EntityKind::Organisation | EntityKind::Company)))
}

/// "KESTREL BAY (AP) —": whose report it is.
pub fn is_of_dateline(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let bracket = tokens.start > 0 && reader.word(tokens.start - 1) == "(" && reader.word(tokens.end) == ")";
    let dash = matches!(reader.word(tokens.end + 1), "—" | "–" | "-" | "--" | "_");
    let body = known(reader.phrase(tokens.clone())).is_some_and(|kind| matches!(kind, EntityKind::Organisation | EntityKind::Company));
    bracket && dash && body
}

/// "Foreign Affairs" of "Minister of Foreign Affairs Ada Ferro".
pub fn is_portfolio(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| reader.word(at));
    before(1) == "of" && matches!(before(2), "Minister" | "Ministers" | "Secretary") && reader.is_capital(tokens.end)
}

/// "some of the men in code, including Mr. Paris, London and Old Friend": names that were put for the real ones.
pub fn is_code_name(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let small = |word: &str| matches!(word, "and" | "or" | "including" | "such" | "as" | "like" | "was" | "were" | "the" | "named" | "of");
    let listed = |at: &usize| reader.is_capital(*at) || small(reader.word(*at)) || !reader.word(*at).starts_with(char::is_alphanumeric);
    let Some(at) = (sentence.start..tokens.start).rev().take(LISTED).find(|at| !listed(at)) else {
        return false;
    };
    let (word, before) = (reader.word(at), if at > sentence.start { reader.word(at - 1) } else { "" });
    let code = matches!(word, "name" | "names" | "word" | "words") && before == "code" || word == "code" && before == "in";
    code || matches!(word, "codename" | "codenames" | "codenamed" | "aliases") || word == "code" && reader.word(at + 1) == "-"
}

/// Acronyms that the text defines for words without capitals: "nationally determined contribution (NDC)".
pub fn abbreviated_nouns<'a>(reader: &Reader<'a>) -> HashSet<&'a str> {
    let tokens = 1..reader.document().tokens().len().saturating_sub(1);
    let acronyms = tokens.filter(|&at| reader.word(at - 1) == "(" && reader.word(at + 1) == ")").map(|at| (at, reader.word(at)));
    let spelled = |&(at, word): &(usize, &str)| {
        let letters = word.trim_end_matches('s').chars();
        let length = letters.clone().count();
        let Some(start) = (at - 1).checked_sub(length).filter(|_| length >= 2) else {
            return false;
        };
        letters.enumerate().all(|(nth, letter)| reader.word(start + nth).starts_with(letter.to_ascii_lowercase()))
    };
    acronyms.filter(spelled).map(|(_, word)| word).collect()
}

/// "Madam Speaker", "Assoc. Dean", "V.P."
fn is_office(word: &str) -> bool {
    is_in(Set::Title, word) || matches!(word, "Madam" | "Madame" | "Assoc." | "V.P." | "VP")
}

/// One word that no list knows and that speaks ("Tovar said that he"), or that a case is called by ("Pell v. Tidewell").
pub fn is_person_after_all(reader: &Reader<'_>, tokens: &Range<usize>) -> bool {
    let word = reader.word(tokens.start);
    let (next, then) = (reader.word(tokens.end), reader.word(tokens.end + 1));
    let speaks =
        matches!(next, "said" | "says" | "told") && matches!((then, reader.word(tokens.end + 2)), (_, "he" | "she") | ("he" | "she", _));
    let plain = word.chars().skip(1).all(char::is_lowercase) && !is_place(word) && known(word).is_none();
    tokens.len() == 1 && plain && (speaks || matches!(next, "v." | "v" | "vs."))
}

/// What one word is that the tagger took for a person and that is hardly one: it holds a digit or is a short acronym.
pub fn other_than_person(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<EntityKind> {
    let word = reader.word(tokens.start);
    let before = if tokens.start > sentence.start { reader.word(tokens.start - 1) } else { "" };
    if tokens.len() > 1 || is_in(Set::Title, before) || is_first_name(before) {
        return None;
    }
    let digit = word.chars().any(|c| c.is_ascii_digit());
    let acronym = (2..=SHORT).contains(&word.chars().count()) && word.chars().all(char::is_uppercase);
    let speaks = matches!(reader.word(tokens.end), "said" | "says" | "told" | "who" | ":");
    let prose = sentence.clone().any(|at| reader.word(at).chars().count() > SHORT && reader.word(at).chars().all(char::is_lowercase));
    let head = matches!(word, "JFK" | "FDR" | "LBJ" | "MLK" | "RFK" | "AOC" | "MBS" | "RBG");
    (digit || acronym && prose && !speaks && !head && !is_first_name(word)).then_some(EntityKind::Other)
}

/// "SOUTER, GINSBURG and BREYER, JJ., joined": one of the judges of an opinion.
pub fn is_of_bench(reader: &Reader<'_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let shouted = |at: usize| reader.word(at).chars().count() > SHORT && reader.word(at).chars().all(char::is_uppercase);
    if tokens.len() > 1 || !shouted(tokens.start) {
        return false;
    }
    let listed = |at: &usize| shouted(*at) || matches!(reader.word(*at), "," | "and");
    let end = (tokens.end..sentence.end.min(tokens.end + BENCH)).find(|at| !listed(at)).unwrap_or(sentence.end);
    let behind = reader.word(end).trim_end_matches('.');
    let judges = reader.word(end.saturating_sub(1)) == "," && matches!(behind, "J" | "JJ" | "C.J");
    judges || matches!(behind, "joined" | "dissented" | "concurred" | "dissenting" | "concurring")
}

/// "Boyhood" in quotation marks of its own is what somebody made. What is called so, a nickname and a group are names of
/// somebody.
pub fn is_title_of_work(reader: &Reader<'_>, tokens: &Range<usize>, range: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| reader.word(at));
    let stop = usize::from(matches!(reader.word(tokens.end), "," | "." | "!" | "?"));
    let all = reader.document().tokens();
    let touches = |at: usize| all.get(at).is_some_and(|token| at > 0 && token.span.start == all[at - 1].span.end);
    let opened = matches!(before(1), "“" | "\"") && touches(tokens.start);
    let closed = matches!(reader.word(tokens.end + stop), "”" | "\"") && touches(tokens.end + stop);
    // "“Ada,” my mother says": who is spoken to.
    if !opened || !closed || stop > 0 && tokens.start == range.start + 1 {
        return false;
    }
    let behind = tokens.end + stop + 1;
    let nickname = reader.is_capital(behind) && before(2).starts_with(char::is_uppercase);
    let such = before(2) == "as" && before(3) != "such";
    let called = such || (2..2 + NEAR).any(|back| is_in(Set::Calling, before(back)));
    let noun = [Set::BodyNoun, Set::FirmNoun, Set::PlaceNoun].into_iter().any(|set| is_in(set, reader.word(behind)));
    !nickname && !called && !noun
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::paste;

    fn ask<T>(text: &str, name: &str, question: impl Fn(&Reader<'_>, &Range<usize>, &Range<usize>) -> T) -> T {
        let document = Document::new(text, &paste::read(text, None));
        let reader = Reader::new(&document);
        let words: Vec<&str> = name.split(' ').collect();
        let at = (0..document.tokens().len()).find(|&at| reader.word(at) == words[0]).expect("the name stands in the text");
        let sentence = document.sentences().iter().find(|sentence| sentence.tokens.contains(&at)).expect("a sentence");
        question(&reader, &(at..at + words.len()), &sentence.tokens)
    }

    #[test]
    fn what_names_nobody() {
        for (text, name, none) in [
            ("The mayor told them that Americans would pay for the port.", "Americans", true),
            ("The mayor thanked Madam Speaker for the new port today.", "Madam Speaker", true),
            ("They know that God will see the port one day.", "God", true),
            ("The mayor thanked Dean Marlow for the new port today.", "Dean Marlow", false),
            ("The mayor thanked Hollis for the new port today.", "Hollis", false),
        ] {
            assert_eq!(ask(text, name, |reader, tokens, _| is_no_name(reader, tokens, 0)), none, "{name}");
        }
        assert!(ask("The firm paid Swiss clerks for the new port.", "Swiss", |reader, tokens, _| is_no_name(reader, tokens, 1)));
        assert!(!ask("The firm paid Nordwind for the new port.", "Nordwind", |reader, tokens, _| is_no_name(reader, tokens, 1)));
    }

    #[test]
    fn an_order_names_nobody() {
        for (text, name, order) in [
            ("Grab a basket and walk to the port of Orrin.", "Grab", true),
            ("Visit the old quay before the boats leave.", "Visit", true),
            ("Constantine the Great came to the port of Orrin.", "Constantine", false),
            ("Tovar left a basket at the port of Orrin.", "Tovar", false),
            ("Grab a basket, says the firm Grab of Orrin.", "Grab", false),
        ] {
            assert_eq!(ask(text, name, is_order), order, "{text}");
        }
    }

    #[test]
    fn digits_and_acronyms_are_hardly_people() {
        for (text, name, doubted) in [
            ("He played Ez2DJ at the fair for an hour.", "Ez2DJ", true),
            ("The boxer won by KO in the third round.", "KO", true),
            ("A jury heard that Mr LEE had left the port.", "LEE", false),
            ("The crowd saw how JFK came to the port.", "JFK", false),
            ("The crowd saw how Tovar came to the port.", "Tovar", false),
        ] {
            assert_eq!(ask(text, name, other_than_person).is_some(), doubted, "{name}");
        }
    }

    #[test]
    fn judges_of_an_opinion_are_people() {
        let opinion = "TALBOT, J., wrote for the Court, in which MERRIDEW, TARLETON and BRISCOE, JJ., joined.";
        for name in ["TALBOT", "MERRIDEW", "TARLETON", "BRISCOE"] {
            assert!(ask(opinion, name, is_of_bench), "{name}");
        }
        assert!(ask("The Chief filed an opinion, in which HOLLOWAY joined.", "HOLLOWAY", is_of_bench));
        assert!(!ask("The port was built by NORDWIND and KESTREL in March.", "NORDWIND", is_of_bench));
        assert!(!ask("The ministers of OPEC, J. Tovar said, will meet.", "Tovar", is_of_bench));
    }
}
