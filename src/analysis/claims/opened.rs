//! A sentence without what the page or the sentence before put in front of it, and without marks that belong to the page.

use super::lexicon::is_in;

/// Connectives that say nothing without the sentence before.
const OPENINGS: [&str; 14] = [
    "But ",
    "And ",
    "However, ",
    "Meanwhile, ",
    "Moreover, ",
    "Also, ",
    "Still, ",
    "Yet ",
    "In addition, ",
    "Furthermore, ",
    "Additionally, ",
    "Nevertheless, ",
    "Instead, ",
    "So ",
];

/// Marks that a page set apart or that stand beside what went, and what they are: "— today, we know" and "called “senior,”
/// next March, the board" without their days.
const STRAY: [(&str, &str); 7] = [(" ,", ","), (" ;", ";"), (",,", ","), ("  ", " "), ("—,", "—"), (",\",", ",\""), (",”,", ",”")];

/// Bytes of a short form in its brackets, spaces and all.
const LONGEST_BRACKET: usize = 24;

/// Without the spaces that a page set before its commas, and without short forms in brackets, which nobody needs in a
/// sentence that stands alone: "Public Health Office ( PHO ) , which".
fn tidy(text: &str) -> String {
    let mut out = text.to_owned();
    while let Some((open, close)) = footnote(&out) {
        out.replace_range(open..close, "");
    }
    while let Some((open, close)) = acronym_bracket(&out) {
        out.replace_range(open..close, "");
    }
    // An item of a list ends where the next begins.
    if let Some(body) = out.strip_suffix(';').map(str::to_owned) {
        out = body + ".";
    }
    if let Some(body) = out.strip_suffix(" .").or(out.strip_suffix("..").filter(|body| !body.ends_with('.'))).map(str::to_owned) {
        out = body + ".";
    }
    if may_stray(&out) && STRAY.iter().any(|(stray, _)| out.contains(stray)) {
        STRAY.iter().fold(out, |out, (stray, mark)| out.replace(stray, mark))
    } else {
        out
    }
}

/// Whether two bytes stand beside each other as in one of the stray marks: nearly no text has such, and this looks at all
/// pairs at once.
fn may_stray(text: &str) -> bool {
    let stray = |(first, second): (&u8, &u8)| {
        let mark = (*second == b' ') | (*second == b',') | (*second == b';');
        // Of "—" and "”" the last bytes.
        let closed = (*first == b',') | (*first == b'"') | (*first == 0x94) | (*first == 0x9D);
        (*first == b' ') & mark | closed & (*second == b',')
    };
    let bytes = text.as_bytes();
    bytes.iter().zip(bytes.iter().skip(1)).fold(false, |seen, pair| seen | stray(pair))
}

/// "[12]", "[12], [14]", "[12]–[14]", with the space before it.
fn footnote(text: &str) -> Option<(usize, usize)> {
    text.match_indices('[').find_map(|(open, _)| {
        let mut end = open + note(&text[open..])?;
        while let Some(next) = [", ", ",", "–", "-"].iter().find_map(|link| Some(link.len() + note(text[end..].strip_prefix(link)?)?)) {
            end += next;
        }
        Some((text[..open].trim_end().len(), end))
    })
}

/// The bytes of "[12]" at the front.
fn note(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('[')?.bytes().take(4).take_while(u8::is_ascii_digit).count();
    ((1..=3).contains(&digits) && text[1 + digits..].starts_with(']')).then_some(digits + 2)
}

fn acronym_bracket(text: &str) -> Option<(usize, usize)> {
    text.match_indices('(').filter_map(|(open, _)| open.checked_sub(1).filter(|at| text.as_bytes()[*at] == b' ')).find_map(|open| {
        let close = open + text[open..].bytes().take(LONGEST_BRACKET).position(|b| b == b')')?;
        let inner = text[open + 2..close].trim();
        let short = (2..=10).contains(&inner.len()) && inner.chars().all(|c| c.is_uppercase() || c == '.' || c == '-');
        short.then_some((open, close + 1))
    })
}

/// Without an opening connective, and with a capital.
#[must_use]
pub fn opened(text: &str) -> String {
    let tidied = tidy(text);
    let item = tidied.trim_start_matches(['•', '‣', '◦', '·', ' ']);
    let item = ["- ", "* ", "– "].iter().find_map(|mark| item.strip_prefix(mark)).unwrap_or(item);
    let shown = capitalised(without_number(item.trim_start_matches([',', ' '])));
    // "So far", "So many" open with no connective.
    let meant = |opening: &str, rest: &str| {
        opening == "So " && ["far ", "far,", "that ", "many ", "much ", "few "].iter().any(|word| rest.starts_with(word))
    };
    let behind = |opening: &&str| shown.strip_prefix(opening).filter(|rest| !meant(opening, rest));
    match OPENINGS.iter().find_map(behind) {
        Some(rest) => capitalised(rest),
        None => shown,
    }
}

/// "3. Ask for rope" without the number of its list, "5 At the other end" without that of the note that stood before it.
fn without_number(text: &str) -> &str {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = &text[digits..];
    let listed =
        behind.strip_prefix(['.', ')']).and_then(|rest| rest.strip_prefix(' ')).filter(|rest| rest.starts_with(char::is_uppercase));
    // Nobody counts what such a word opens.
    let uncounted = |rest: &&str| rest.split_once(' ').is_some_and(|(word, _)| is_in("uncounted", word));
    let noted = || behind.strip_prefix(' ').filter(uncounted);
    listed.or_else(noted).filter(|_| (1..=2).contains(&digits)).unwrap_or(text)
}

/// With a capital at its front.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    // A brand such as "iPhone" keeps its small letter.
    match characters.next() {
        Some(first) if first.is_lowercase() && !characters.clone().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(characters).collect()
        }
        _ => text.to_owned(),
    }
}
