//! An entry without the date that its label says.

use super::label;
use crate::analysis::claims::{self, Draft};
use crate::document::Document;
use crate::document::tags::{Tag, tags};
use crate::recognisers::DateFound;

/// "pleaded guilty on Nov. 2, 2012, to conspiracy" → "pleaded guilty to conspiracy".
fn without_inner(text: &str, date: &str, found: &DateFound) -> Option<String> {
    const GOES_ON: [&str; 20] = [
        "to",
        "in",
        "at",
        "for",
        "with",
        "by",
        "from",
        "and",
        "that",
        "after",
        "before",
        "as",
        "over",
        "against",
        "when",
        "while",
        "near",
        "into",
        "amid",
        "following",
    ];
    let label = label::of_period(found.period?).filter(|label| label.contains(','));
    [Some(date.to_owned()), label].into_iter().flatten().find_map(|words| {
        let (front, rest) = text.split_once(&format!(" on {words}"))?;
        let rest = rest.strip_prefix(',').unwrap_or(rest).strip_prefix(' ')?;
        let goes_on = GOES_ON.contains(&rest.split(' ').next().unwrap_or_default());
        let whole = front.split(' ').count() >= 3 && !front.ends_with([',', '-']) && !ends_in_preposition(front);
        // "did not go out, and for once the office": what has a subject of its own keeps the comma.
        let next: Vec<&str> = rest.split(' ').take(6).collect();
        let clause = next[0] == "and" && tags(&next).get(1) != Some(&Tag::Finite);
        // "The council on Nov. 2, 2012, closed the quay": between a subject and its verb.
        let told: Vec<&str> = front.split(' ').chain(rest.split(' ').take(6)).collect();
        let verb = front.split(' ').count();
        let tagged = tags(&told);
        // "An update released on Nov. 2 came": the day is the release's.
        let of_participle = matches!(tagged.get(verb - 1), Some(Tag::Participle | Tag::Base)) || front.ends_with("ed");
        let plain = !of_participle && !front.contains(',');
        let goes_on = goes_on || tagged.get(verb) == Some(&Tag::Finite) && plain;
        (goes_on && whole).then(|| format!("{front}{} {rest}", if clause { "," } else { "" }))
    })
}

/// The label carries the date: it need not be told again at either end of the sentence, nor where the sentence closes up.
pub fn without_date(document: &Document, dates: &[DateFound], found: &DateFound, whole: &str, draft: Draft) -> Draft {
    let date = document.reading(found.span);
    let date = date.as_str();
    let leads = ["In ", "On ", "By ", "Since ", "During ", "As of ", "At ", "Late on ", "Early on ", "Later on ", "Earlier on "];
    let opening = leads.iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(whole);
    let front = opening.strip_prefix(date).and_then(behind_front).filter(|rest| rest.split(' ').count() >= 5);
    let tail = [" on ", " in ", " "]
        .iter()
        .find_map(|lead| whole.strip_suffix('.')?.strip_suffix(date)?.strip_suffix(lead))
        .filter(|rest| rest.split(' ').count() >= 5 && !rest.ends_with([',', '-']) && !ends_in_preposition(rest));
    // The other dates of the sentence stand in the source as they stand in the draft.
    let plain = draft.dates.iter().all(|&at| dates[at].span == found.span || !claims::is_deictic(&dates[at]));
    let text = match (front, tail) {
        (Some(rest), _) if plain => rest.to_owned(),
        (None, Some(rest)) if plain => format!("{rest}."),
        _ => match without_inner(&draft.text, date, found) {
            Some(text) => text,
            None => return draft,
        },
    };
    Draft { text: claims::opened(&crate::characters::on_one_line(&text)), ..draft }
}

/// What stands behind a date at the sentence's front: ", the council", " the council".
fn behind_front(rest: &str) -> Option<&str> {
    rest.strip_prefix(", ").or_else(|| {
        let rest = rest.strip_prefix(' ')?;
        let subject = ["the ", "a ", "an ", "The "].iter().any(|article| rest.starts_with(article));
        subject.then_some(rest)
    })
}

fn ends_in_preposition(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| {
        matches!(
            word,
            "on" | "in"
                | "over"
                | "during"
                | "by"
                | "since"
                | "until"
                | "of"
                | "for"
                | "from"
                | "to"
                | "at"
                | "before"
                | "after"
                | "between"
                | "and"
                | "late"
                | "early"
                | "than"
                | "the"
        )
    })
}
