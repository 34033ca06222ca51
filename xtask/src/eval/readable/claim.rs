//! What a claim must be by itself, and against its sources.

use std::collections::BTreeSet;

use super::words::{on_one_line, stem_set, stems};
use super::{Check, Digest};
use crate::eval::articles::words::{fold, is_word, listed, numbers};
use crate::eval::flat::Said;

const OPENINGS: &str = "He She It They We I You His Her Its Their Our This That These Those But And Or So Also However Meanwhile Then There \
    Moreover Yet Still Instead Thus While";
const FURNITURE: [&str; 11] =
    ["By ", "Read more", "Click", "Subscribe", "Advertisement", "Related", "Copyright", "©", "Photo", "Image", "File photo"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Paragraphs that a claim may cite.
const MOST_CITED: usize = 5;
/// Stems of a source that a claim must use.
const USED: usize = 3;

/// The checks that some claim fails.
pub fn failed(digest: &Digest<'_>) -> BTreeSet<Check> {
    let flat = &digest.judged.flat;
    let mut failed = BTreeSet::new();
    let mut hold = |check: Check, holds: bool| {
        if !holds {
            failed.insert(check);
        }
    };
    for point in &flat.key_points {
        hold(Check::Form, has_form(&point.text));
        let opening = point.text.split_once(' ').is_some_and(|(first, _)| listed(OPENINGS, first));
        hold(Check::Subject, !opening || digest.opens_with_name(&point.text));
    }
    let asides = asides(digest);
    for claim in flat.key_points.iter().chain(&flat.summary) {
        let sources = Sources::new(digest, claim);
        let text = claim.text.as_str();
        hold(Check::Quotes, quotes_stand(text, &sources.text));
        hold(Check::Numbers, numbers(text).iter().all(|number| sources.bears(number)));
        hold(Check::Names, capitalised(text).iter().all(|name| sources.names(name)));
        hold(Check::Trace, is_traced(digest, text, &sources.text));
        hold(Check::Cited, is_cited(digest, claim));
        hold(Check::Glitch, !has_glitch(text) && (opens_with_capital(text) || digest.opens_with_name(text)));
        hold(Check::Furniture, !FURNITURE.iter().any(|front| text.starts_with(front)) && !has_dateline(text) && !asides.contains(text));
    }
    failed
}

/// One sentence of the length that can be read at a glance.
fn has_form(text: &str) -> bool {
    let ends = text.trim_end_matches(['"', '”', '’', '\'', ')', ']']).ends_with(['.', '!', '?', '…']);
    (8..=32).contains(&text.split_whitespace().count()) && text.chars().count() <= 200 && ends
}

/// The blocks that are no paragraphs, each on one line.
fn asides(digest: &Digest<'_>) -> BTreeSet<String> {
    let flat = &digest.judged.flat;
    let aside = flat.blocks.iter().zip(&flat.numbered).filter(|(_, numbered)| !**numbered);
    aside.map(|(place, _)| on_one_line(&digest.slice(*place))).collect()
}

/// What a claim was made from.
struct Sources {
    text: String,
    /// The numbers of the days that their dates are; none where no date stands in them.
    days: Option<Vec<String>>,
}

impl Sources {
    fn new(digest: &Digest<'_>, claim: &Said) -> Self {
        let slices: Vec<String> = claim.sources.iter().map(|place| digest.slice(*place)).collect();
        let inside = |place: (usize, usize)| claim.sources.iter().any(|source| source.0 <= place.0 && place.1 <= source.1);
        let dates: Vec<_> = digest.judged.flat.dates.iter().filter(|date| inside(date.place)).collect();
        let digits =
            |value: &String| value.split(|c: char| !c.is_numeric()).filter(|run| !run.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let days = dates.iter().filter_map(|date| date.value.as_ref()).flat_map(digits).collect();
        Self { text: on_one_line(&slices.join(" ")), days: (!dates.is_empty()).then_some(days) }
    }

    /// Whether a number stands in them or in the value of a date of theirs.
    fn bears(&self, number: &str) -> bool {
        let two_digits = format!("{number:0>2}");
        self.text.contains(number) || self.days.as_ref().is_some_and(|days| days.contains(&two_digits))
    }

    /// Whether a capitalised word stands in them, or is the month of a date that was written out.
    fn names(&self, word: &str) -> bool {
        let bare = word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word);
        self.text.contains(bare) || self.days.is_some() && MONTHS.iter().any(|month| word.starts_with(month))
    }
}

fn quotes_stand(text: &str, source: &str) -> bool {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('“') {
        let Some((quoted, after)) = behind.split_once('”') else { break };
        if !quoted.is_empty() && !source.contains(quoted.trim_end_matches(['.', ','])) {
            return false;
        }
        rest = if quoted.is_empty() { behind } else { after };
    }
    text.matches('“').count() == text.matches('”').count()
}

/// Words of three letters or more with a capital, behind a small letter, a comma or a semicolon and a space.
fn capitalised(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(' ') {
        let inside = text[..at].ends_with(|c: char| c.is_ascii_lowercase() || matches!(c, ',' | ';'));
        let word = &text[at + 1..];
        let end = word.find(|c| !is_word(c) && !matches!(c, '’' | '\'' | '-')).unwrap_or(word.len());
        if inside && word.starts_with(|c: char| c.is_ascii_uppercase()) && word[..end].chars().count() >= 3 {
            found.push(&word[..end]);
        }
    }
    found
}

/// Whether nine tenths of the claim's stems stand in its sources.
fn is_traced(digest: &Digest<'_>, text: &str, source: &str) -> bool {
    let have = stem_set(source);
    let want: Vec<String> = stems(text).into_iter().filter(|stem| !stem.chars().all(char::is_numeric)).collect();
    let found = want.iter().filter(|stem| have.contains(*stem) || digest.name_words.contains(*stem)).count();
    found as f64 >= 0.9 * want.len() as f64
}

fn is_cited(digest: &Digest<'_>, claim: &Said) -> bool {
    let cites = !claim.cited.is_empty() || !digest.judged.flat.numbered.contains(&true);
    let used = stem_set(&claim.text);
    let uses = |place: &(usize, usize)| {
        let slice = digest.slice(*place);
        let piece = stem_set(&slice);
        let folded = fold(&slice);
        used.intersection(&piece).count() >= piece.len().min(USED)
            || !numbers(&slice).is_empty()
            || digest.names.iter().any(|name| folded.contains(name.as_str()))
    };
    cites && claim.cited.len() <= MOST_CITED && claim.sources.iter().all(uses)
}

/// A mark behind a space, two marks where one belongs, two spaces, no word at all.
fn has_glitch(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let at = |at: Option<usize>| at.and_then(|at| characters.get(at)).copied();
    let loose = |i: usize| {
        let mark = matches!(characters[i], ',' | ';' | ':' | '.');
        mark && at(i.checked_sub(1)).is_some_and(char::is_whitespace) && !at(Some(i + 1)).is_some_and(is_word)
    };
    let two_dots = |i: usize| {
        characters[i] == '.' && at(Some(i + 1)) == Some('.') && at(i.checked_sub(1)) != Some('.') && at(Some(i + 2)) != Some('.')
    };
    let marks = (0..characters.len()).any(|i| loose(i) || two_dots(i));
    marks || [",.", ",,", "  ", "\n"].iter().any(|broken| text.contains(broken)) || !text.contains(is_word)
}

/// A capital or a digit is the first letter or digit.
fn opens_with_capital(text: &str) -> bool {
    text.chars().find(|c| is_word(*c)).is_some_and(|first| first.is_ascii_uppercase() || first.is_numeric())
}

/// "KESTREL BAY (AP) —" at the front.
fn has_dateline(text: &str) -> bool {
    let place = text.find(|c: char| !(c.is_ascii_uppercase() || matches!(c, ' ' | '.' | ','))).unwrap_or(text.len());
    if !(4..=40).contains(&place) {
        return false;
    }
    let behind = &text[place..];
    let agency = behind
        .strip_prefix('(')
        .and_then(|inside| inside.split_once(") "))
        .filter(|(agency, _)| agency.starts_with(|c: char| c.is_ascii_uppercase()) && agency.chars().all(|c| is_word(c) || c == ' '));
    agency.map_or(behind, |(_, rest)| rest).starts_with(['-', '–', '—'])
}
