//! What may go from the end of a sentence that is too long.

use super::lexicon::{bare, is_in};
use super::shorten::{HEAD, Sentence, ended, is_and, owned};
use crate::document::tags::Tag;

/// How far behind its opening a clause has its verb.
const CLAUSE: usize = 12;
/// Words of the title that make what stands behind the main clause the news.
const NEWS: usize = 3;
/// Words of which the first says nothing without the second: "was first heard and then let go", "either rope or chain".
const PAIRS: [(&str, &str); 6] =
    [("first", "then"), ("first", "later"), ("either", "or"), ("neither", "nor"), ("both", "and"), ("only", "but")];

/// "…, which was built in 1871." "…, many of which leak." → "."
pub fn relative(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    tail(sentence, &|from| {
        let near = &words[from..words.len().min(from + 3)];
        let opens = is_in("relative", words[from]);
        let partial = is_in("partial", words[from]) && near.iter().any(|word| matches!(*word, "which" | "whom"));
        (opens || partial) && !goes_on(sentence, from)
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

/// "… a scheme involving sums of money." → "a scheme."
pub fn reduced(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| {
        // "with Nordwind asking for more" is one phrase.
        let phrase = from.saturating_sub(6)..from;
        let inside = !sentence.words[phrase.clone()].iter().any(|word| word.ends_with(',')) && !sentence.words[phrase].contains(&"with");
        // "charges related to a scheme": without what it involves nobody knows what they are.
        let vague = || is_in("vague", sentence.words[from - 1]);
        is_in("reduced", sentence.words[from])
            && !vague()
            && sentence.tags[from - 1] != Tag::Number
            && is_nominal(sentence, from - 1)
            && inside
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

/// "… and moved the boats to Orrin." → "."
pub fn second_verb(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    let words = sentence.words;
    cut(sentence, &|from| {
        // "agreed to pay a sum and to mend the quay"
        let infinitive = || {
            words.get(from + 1) == Some(&"to")
                && sentence.tags[from + 2..words.len().min(from + 4)].contains(&Tag::Base)
                && words[..from].contains(&"to")
        };
        // What the title tells is the second deed; "took a step and announced it" tells it there.
        let told = || {
            if sentence.is_step(0..from) && !words[from + 1..].iter().any(|word| is_in("anaphor", &bare(word))) {
                return true;
            }
            let news = sentence.news(from + 1..words.len());
            news >= NEWS && (1..from).find(|&at| sentence.is_finite(at)).is_some_and(|verb| news >= sentence.news(verb..from))
        };
        words[from] == "and" && (sentence.continues(from + 1) || infinitive()) && !words[..from].contains(&"both") && !told()
    })
}

/// "… amid doubts about the rope." "… following the storm." "… by selling the sheds." "… in an effort to save the boats."
/// "… a letter in which the owners thank him." → "."
pub fn circumstance(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| {
        let manner = sentence.words[from] == "by" && sentence.tags[from + 1] == Tag::Ing;
        let opens = manner || is_in("circumstance", sentence.words[from]) || is_effort(sentence, from) || describes(sentence, from);
        // "presented a plan following the storm": what for is all that is told of it.
        opens && is_nominal(sentence, from - 1) && !is_in("vague", sentence.words[from - 1])
    })
}

/// "in an effort to save", "in order to save".
fn is_effort(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let aim = |at: usize| words.get(at).is_some_and(|word| is_in("effort", word)) && words.get(at + 1) == Some(&"to");
    words[from] == "in" && (aim(from + 1) || matches!(words[from + 1], "a" | "an") && aim(from + 2))
}

/// "a letter in which": a clause that says of what sort a thing is of which nothing else was said. What something is ("as a
/// place in which") says nothing without its clause.
fn describes(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let clause = sentence.tags[from] == Tag::Preposition && matches!(words[from + 1], "which" | "whom");
    let article = (from.saturating_sub(4)..from).rev().find(|at| matches!(words[*at], "a" | "an"));
    let told = |at: usize| at > 0 && !matches!(words[at - 1], "as" | "is" | "are" | "was" | "were" | "be" | "became" | "called");
    clause && article.is_some_and(told)
}

/// "… after the storm closed the port." "… while waiting for help." → "."
pub fn unmarked(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| {
        let news = || sentence.words[from] == "when" && is_under_way(sentence, from);
        let passive = || sentence.tags[from - 1] == Tag::Participle && matches!(sentence.words[from], "after" | "because" | "before");
        let behind = || is_nominal(sentence, from - 1) || passive();
        is_in("subordinate", sentence.words[from]) && behind() && opens_clause(sentence, from) && !news() && !is_ground(sentence, from)
    })
}

/// "were arrested on Monday after they locked themselves into a shed": for what they were is the news.
fn is_ground(sentence: &Sentence<'_>, from: usize) -> bool {
    let near = from.saturating_sub(HEAD)..from;
    matches!(sentence.words[from], "after" | "because") && sentence.words[near].iter().any(|word| is_in("sanction", &bare(word)))
}

/// "The rigger was mending a rope when the mast fell": what somebody was about is the setting, the clause is the news.
fn is_under_way(sentence: &Sentence<'_>, end: usize) -> bool {
    let helper = |at: usize| matches!(sentence.words[at], "was" | "were");
    (1..end).any(|at| helper(at - 1) && (sentence.tags[at] == Tag::Ing || matches!(sentence.words[at], "about" | "on")))
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

/// "… to settle the charges." → "."
pub fn purpose(sentence: &Sentence<'_>) -> Option<Vec<String>> {
    cut(sentence, &|from| is_infinitive(sentence, from) && is_nominal(sentence, from - 1) && !is_asked_for(sentence, from))
}

/// Whether "to mend" stands there.
fn is_infinitive(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.words[at] == "to" && sentence.tags.get(at + 1) == Some(&Tag::Base)
}

/// Whether the infinitive may be what somebody was asked to do, or is able to: the first behind such a word is. "asked the
/// board to mend the quay to save the boats" asks for the mending.
fn is_asked_for(sentence: &Sentence<'_>, from: usize) -> bool {
    let control = sentence.words[..from].iter().rposition(|word| is_in("control", &bare(word)));
    // A verb that no table knows has its object behind it.
    let unknown = |at: usize| sentence.words[at] == "to" && sentence.tags[at + 1..].starts_with(&[Tag::Word, Tag::Determiner]);
    // "asked the board to work with the owners to mend the quay" asks for the mending.
    let together = |at: usize| sentence.words[at] == "work" && sentence.words[at + 1] == "with";
    let asked = |at: usize| (is_infinitive(sentence, at) || unknown(at)) && !together(at + 1);
    // "the makers selected for the sale have signed papers to mend the quay": of a participle in front of another verb.
    let of_noun = |at: usize| {
        sentence.tags[at] == Tag::Participle && sentence.has_finite(at..from) && !sentence.tags[at..from].contains(&Tag::Relative)
    };
    control.is_some_and(|control| !of_noun(control) && !(control + 1..from.saturating_sub(1)).any(asked))
}

/// Whether a phrase may end with the word: a noun or a name, but no length of time ("days after the storm"), and no word that
/// asks for what stands behind it ("is not sure when").
fn is_nominal(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = bare(sentence.words[at]);
    let possessive = sentence.words[at].ends_with("'s") || sentence.words[at].ends_with("’s");
    // "a recording", "an audio recording"
    let behind = at > 0 && sentence.words[at - 1].ends_with(',');
    let gerund = sentence.tags[at] == Tag::Ing && sentence.tags[at.saturating_sub(2)..at].contains(&Tag::Determiner) && !behind;
    let noun = gerund || matches!(sentence.tags[at], Tag::Word | Tag::Name | Tag::Number) || is_in("weekday", &word);
    noun && !possessive && !is_in("measure", &word) && !is_in("asking", &word) && !word.ends_with("er")
}

/// Whether the word opens a clause: a subject and its verb, or a verb in -ing.
fn opens_clause(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let end = words.len().min(from + 1 + CLAUSE);
    let Some(next) = sentence.tags.get(from + 1) else { return false };
    if *next == Tag::Ing {
        return words[from] != "as" && words[from] != "since";
    }
    let verb = (from + 2..end).find(|&at| sentence.is_finite(at));
    let subject = matches!(next, Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Word);
    let plain = verb.is_some_and(|verb| {
        !words[from + 1..verb].iter().any(|word| is_in("embedding", word)) && words[from + 1..verb].iter().all(|word| !word.ends_with(','))
    });
    subject && plain
}

/// The sentence without what stands behind its last comma that `goes`.
fn tail(sentence: &Sentence<'_>, goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (HEAD..words.len()).rev().find(|&at| words[at - 1].ends_with(',') && goes(at))?;
    is_whole(sentence, from).then(|| attributed(sentence, from)).flatten()
}

/// The sentence without what stands behind its last word that `goes`, where no comma does.
fn cut(sentence: &Sentence<'_>, goes: &dyn Fn(usize) -> bool) -> Option<Vec<String>> {
    let words = sentence.words;
    let from = (HEAD..words.len().saturating_sub(2)).rev().find(|&at| goes(at))?;
    // What compares or reports hangs together with what it compares.
    let compares = |word: &&str| is_in("comparing", &bare(word)) || words[from] == "as" && is_in("as", &bare(word));
    let whole = !words[..from].iter().any(compares) && is_whole(sentence, from);
    whole.then(|| attributed(sentence, from)).flatten()
}

/// What stands before the word, and who says so where the sentence ends with it: "…, officials said."
fn attributed(sentence: &Sentence<'_>, from: usize) -> Option<Vec<String>> {
    let words = sentence.words;
    let spoken = |at: usize| {
        let clause = &words[at..];
        let speaks = |word: &&str| is_in("speech", &bare(word));
        let speaker = matches!(sentence.tags[at], Tag::Determiner | Tag::Name | Tag::Pronoun) || clause.first().is_some_and(speaks);
        // "as new figures of the harbour board show"
        let borne_out = clause[0] == "as" && clause.len() <= CLAUSE && is_in("evidence", &bare(clause[clause.len() - 1]));
        borne_out
            || words[at - 1].ends_with(',') && (clause[0] == "according" || speaker && clause.len() <= CLAUSE && clause.iter().any(speaks))
    };
    let Some(speech) = (from.max(1)..words.len()).rev().find(|&at| spoken(at)) else {
        return Some(ended(&words[..from]));
    };
    if speech == from {
        return None;
    }
    let mut kept = ended(&words[..from]);
    let last = kept.last_mut()?;
    let bare = last.trim_end_matches('.');
    *last = if bare.ends_with([',', '”', '"']) { bare.to_owned() } else { format!("{bare},") };
    if words[speech] == "as"
        && let Some(last) = kept.last_mut()
    {
        *last = last.trim_end_matches(',').to_owned();
    }
    kept.extend(owned(&words[speech..]));
    Some(kept)
}

/// Whether what stands before the word is a sentence: its main verb stands there, and what goes does not limit it.
fn is_whole(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let head = &words[..from];
    // "The day after the storm closed the port, the council paid"
    let after = |at: usize| matches!(words[at], "after" | "before" | "when" | "since") && is_in("measure", &bare(words[at - 1]));
    let hanging = is_in("hanging", &bare(words[0])) || (1..words.len().min(5)).any(after);
    let starts = if hanging {
        let Some(comma) = head[..from - 1].iter().position(|word| word.ends_with(',')) else { return false };
        comma + 1
    } else {
        0
    };
    // ", however no more will come unless" limits only what it opens.
    let limits = words[from] != "however" && limits(&words[from..]);
    let whole = sentence.has_finite(starts..from) && !limits && !is_in("speech", &bare(head[from - 1]));
    whole && is_closed(sentence, from) && !parts_pair(words, from) && !breaks_list(sentence, from)
}

/// "if it rains", "so long as it rains", "provided that it rains".
fn limits(words: &[&str]) -> bool {
    (0..words.len()).any(|at| match words[at] {
        "if" | "unless" | "until" => true,
        "long" => words.get(at + 1) == Some(&"as"),
        "provided" => words.get(at + 1) == Some(&"that"),
        _ => false,
    })
}

/// Whether a pair stands on both sides of the word.
fn parts_pair(words: &[&str], from: usize) -> bool {
    PAIRS.iter().any(|(one, other)| {
        let opens = |at: usize| match *one {
            "first" => matches!(words[at - 1], "was" | "were" | "is" | "are" | "be" | "been" | "had" | "has" | "have"),
            "only" => words[at - 1] == "not",
            _ => true,
        };
        let first = (1..from).rev().find(|&at| words[at] == *one && opens(at));
        first.is_some_and(|at| !words[at..from].contains(other) && words[from..].contains(other))
    })
}

/// "the mayor, the harbour master, who leads the board, and two riggers": of a list whose "and" would go too much is left.
fn breaks_list(sentence: &Sentence<'_>, from: usize) -> bool {
    let words = sentence.words;
    let Some(comma) = (1..from - 1).rev().find(|&at| words[at].ends_with(',')) else { return false };
    let member = &words[comma + 1..from];
    // "in Orrin, Kestrel Bay": a place and what it belongs to.
    let place = member.len() <= 2 && sentence.tags[comma] == Tag::Name;
    let listed = !place && !sentence.has_finite(comma + 1..from) && !member.iter().any(|word| is_and(word));
    let joins = |at: usize| is_and(words[at]) && words[at - 1].ends_with(',') && !sentence.has_finite(at + 1..words.len().min(at + 5));
    listed && sentence.tags[comma] != Tag::Number && (from + 1..words.len() - 1).any(joins)
}

/// Whether what stands before the word may end there: "any person who", "which means that for many goods" do not.
fn is_closed(sentence: &Sentence<'_>, from: usize) -> bool {
    let open = matches!(sentence.tags[from - 1], Tag::Relative | Tag::Determiner | Tag::Preposition | Tag::Conjunction);
    let relative = sentence.tags[..from].iter().rposition(|tag| *tag == Tag::Relative);
    // "to which": only "who", "whose", "which" and "that" ask for a verb of their own. One that no table knows may
    // follow at once, but not a phrase.
    let told = relative.is_none_or(|at| {
        let phrase = at + 2 >= from || matches!(sentence.tags[at + 1], Tag::Preposition | Tag::Determiner);
        let word = bare(sentence.words[at]);
        let asks = matches!(&*word, "who" | "which" | "that");
        sentence.has_finite(at..from) || word != "whose" && (!asks || !phrase)
    });
    !open && told
}
