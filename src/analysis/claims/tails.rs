//! What may go from the end of a sentence that is too long, behind a comma or a colon.

use super::ends::{CLAUSE, is_whole, tail};
use super::lexicon::{bare, is_in};
use super::phrases::is_under_way;
use super::shorten::{HEAD, Sentence, ended, is_and};
use crate::document::tags::Tag;

/// "…, which was built in 1871." "…, many of which leak." → "."
pub fn relative(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        let near = &words[from..words.len().min(from + 3)];
        let opens = is_in("relative", words[from]);
        let partial = is_in("partial", words[from]) && near.iter().any(|word| matches!(*word, "which" | "whom"));
        // "three riggers, one of them the owner"
        let of_them = is_in("partial", words[from]) && near.get(1..) == Some(&["of", "them"]) && !sentence.has_finite(from..words.len());
        (opens || partial || of_them) && !goes_on(sentence, from)
    })
}

/// "…, a vote that came after weeks of talk." "… in Natal, the capital of the state." → "."
pub fn apposition(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        let near = from + 1..words.len().min(from + CLAUSE);
        let clause = near.clone().any(|at| sentence.tags[at] == Tag::Relative && !words[at - 1].ends_with(','));
        let listed = words[..from - 1].iter().any(|word| word.ends_with(',')) || words[from..].iter().any(|word| word.ends_with(','));
        // Of "Ada Lim, a lawyer, and Otto Brandt" nobody may go.
        // "a prison located in Orrin" has no verb of its own.
        let verb =
            |at: usize| sentence.is_finite(at) && !(words[at].ends_with("ed") && sentence.tags.get(at + 1) == Some(&Tag::Preposition));
        let named = sentence.tags[from - 1] == Tag::Name && !words[from..].iter().any(|word| is_and(word)) && !near.clone().any(verb);
        is_in("apposition", words[from]) && (clause && !listed || named)
    })
}

/// "…, Nordwind saying that more hemp is needed." → "."
pub fn absolute(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    tail(sentence, &|from| {
        let verb = (from + 1..sentence.words.len().min(from + 5)).find(|&at| sentence.tags[at] == Tag::Ing);
        let subject = matches!(sentence.tags[from], Tag::Name | Tag::Determiner);
        subject && verb.is_some_and(|verb| sentence.tags[from + 1..verb].iter().all(|tag| matches!(tag, Tag::Name | Tag::Word)))
    })
}

/// "The company named the crew on Sunday: Ada Lim, Otto Brandt and two more." → "."
pub fn listed(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let colon = (HEAD..words.len().saturating_sub(3)).find(|&at| words[at].ends_with(':'))?;
    // ", saying: “The quay is old.”" goes as a whole.
    let points = words[..=colon].iter().any(|word| is_in("pointing", &bare(word))) || sentence.tags[colon] == Tag::Ing;
    (!points && is_whole(sentence, colon + 1)).then(|| ended(&words[..=colon]))
}

/// "…, the Justice Department announced." → "." To announce is to say of oneself: nothing is alleged.
pub fn announcement(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let last = words.len().checked_sub(1)?;
    let comma = (HEAD..last).rev().find(|&at| words[at - 1].ends_with(','));
    let straight = comma.filter(|_| bare(words[last]) == "announced").map(|from| (from, from..last));
    // "…, announced Inspector Otto Brandt."
    let opens = |at: &usize| words[*at] == "announced" && words[at - 1].ends_with(',');
    let inverted = || (HEAD..last).rev().find(opens).map(|from| (from, from + 1..words.len()));
    let (from, speaker) = straight.or_else(inverted)?;
    let named = matches!(sentence.tags.get(speaker.start), Some(Tag::Determiner | Tag::Name));
    let speaker = named && words.len() - from <= CLAUSE + 4 && !sentence.has_finite(speaker);
    // Who pleaded guilty is.
    let pleaded =
        |at: usize| bare(words[at]) == "guilty" && at > 0 && matches!(&*bare(words[at - 1]), "pleaded" | "pleads" | "plead" | "found");
    let plain = (0..from).all(|at| !is_in("hedge", &bare(words[at])) || pleaded(at));
    (speaker && plain && is_whole(sentence, from)).then(|| ended(&words[..from]))
}

/// "Two riggers were sentenced by the court, according to its papers." → ".": what an office does in public is no matter of whose
/// word it is.
pub fn of_office(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let last = words.len().checked_sub(1)?;
    let from = (HEAD..last).rev().find(|&at| words[at - 1].ends_with(','))?;
    let cited = words[from] == "according" && words[from + 1] == "to";
    let tagged = matches!(&*bare(words[last]), "said" | "say" | "says");
    let office = words[from..].iter().any(|word| is_in("office", &bare(word)));
    let act = (1..from).any(|at| {
        let passive = matches!(words[at - 1], "was" | "were" | "been" | "be" | "is" | "are");
        passive && is_in("official act", &bare(words[at])) || is_in("official act", words[at]) && sentence.is_finite(at)
    });
    let plain = (0..from).all(|at| !is_in("hedge", &bare(words[at])));
    let short = words.len() - from <= CLAUSE && !words[from..last].iter().any(|word| word.contains(['“', '"']));
    ((cited || tagged) && office && act && plain && short && is_whole(sentence, from)).then(|| ended(&words[..from]))
}

/// "…, and the council agreed." → "."
pub fn coordinated(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    let marks: Vec<usize> = (0..words.len()).filter(|&at| words[at].ends_with(';')).collect();
    // Of a list nothing goes.
    if let [at] = marks[..]
        && at + 1 >= HEAD
        && sentence.has_finite(0..at)
        && sentence.has_finite(at..words.len())
    {
        return Some(ended(&words[..=at]));
    }
    tail(sentence, &|from| {
        let clause = sentence.has_finite(from + 1..words.len().min(from + 8)) || sentence.tags.get(from + 1) == Some(&Tag::Base);
        // The commas of a date or behind the front make no list.
        let listed = (0..from - 1).any(|at| words[at].ends_with(',') && sentence.has_finite(0..at) && sentence.tags[at] != Tag::Number);
        // "…, but Y" is the other half of what was said.
        (matches!(words[from], "and" | "while" | "so" | "yet") && clause || words[from] == "however") && !listed
    })
}

/// "…, including two boats." "…, leaving the quay." → "."
pub fn hanging(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        // "an old, leaking boat"
        let adjective = sentence.tags[from - 2] == Tag::Determiner && sentence.tags.get(from + 1) == Some(&Tag::Word);
        let opens = sentence.tags[from] == Tag::Ing && words[from] != "according" && !adjective || is_in("tail", words[from]);
        let news = || words[from] == "when" && is_under_way(sentence, from) || tells_what_was_said(sentence, from);
        // "for guards on probation, existing guards, clerks and riggers"
        let member = || sentence.tags[from] == Tag::Ing && words.get(from + 1).is_some_and(|next| next.ends_with("s,"));
        let stays = || news() || member() || sentence.tags[from] != Tag::Ing && goes_on(sentence, from);
        opens && !stays() && !is_in("limit", words.get(from + 1).unwrap_or(&""))
    })
}

/// "The board published a report, saying that the quay sinks": what it says is the news, not that there is one.
fn tells_what_was_said(sentence: &Sentence<'_>, from: usize) -> bool {
    is_in("telling", sentence.words[from]) && sentence.words[..from].iter().any(|word| is_in("publication", &bare(word)))
}

/// "…, including the storm of May, the owners were tired": behind the phrase the sentence goes on, and not with who says so.
fn goes_on(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let subject = |at: usize| matches!(sentence.tags[at], Tag::Determiner | Tag::Name | Tag::Pronoun);
    let commas = (from..words.len().saturating_sub(2)).filter(|&at| words[at].ends_with(',') && subject(at + 1));
    let mut verbs = commas.filter_map(|comma| {
        let end = words.len().min(comma + CLAUSE);
        let stops = |at: &usize| sentence.is_finite(*at) || sentence.tags[*at] == Tag::Relative || words[*at].ends_with(',');
        (comma + 2..end).find(stops).filter(|at| sentence.is_finite(*at))
    });
    verbs.any(|verb| !is_in("speech", &bare(words[verb])))
}
