//! What a short form stands for, where a reader meets it first: "the HB" of a later paragraph is "the Harbour Board" where the
//! article explains it ("the Harbour Board (HB)", "HB (Harbour Board)") and the digest has not named it yet.

use super::introduce::{fits_among, is_point};
use super::{Chosen, Story};
use crate::analysis::claims::{self, Draft, capitalised, is_in};
use crate::characters::{on_one_line, split_words};
use crate::document::Document;
use crate::document::tags::{Tag, tags};
use crate::span::Span;

/// Letters of a short form.
const SHORT: std::ops::RangeInclusive<usize> = 2..=8;
/// Most words of a full name, and bytes.
const WORDS: usize = 10;
const LONGEST: usize = 80;
/// Most short forms that are looked after.
const MOST: usize = 40;
/// Most words of a sentence of the summary with its full name.
const SENTENCE: usize = 48;

/// A short form that the article explains.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Explained {
    short: String,
    full: String,
    /// Whether it stands before its full name: "HB (Harbour Board)".
    first: bool,
    /// "the Harbour Board (HB)", which "HB" alone may have lost.
    article: bool,
    /// Where, from the full name to the bracket's end or the other way round.
    place: std::ops::Range<usize>,
}

/// Points and summary with the full name at the first place of each short form, in the order in which they are read. The
/// points' sentences in the summary stay as the points are.
pub fn spell_out(story: &Story<'_>, points: &mut [Chosen], told: &mut [Chosen]) {
    for (block, explained) in all(story.document) {
        spell_out_one(story, points, told, (block, &explained));
    }
    for own in told {
        if let Some(point) = points.iter().find(|point| point.sentence == own.sentence) {
            own.draft = point.draft.clone();
        }
    }
}

fn spell_out_one(story: &Story<'_>, points: &mut [Chosen], told: &mut [Chosen], (block, explained): (usize, &Explained)) {
    let listed: Vec<usize> = (0..told.len()).filter(|&at| !is_point(points, &told[at])).collect();
    let texts: Vec<&str> = points.iter().chain(listed.iter().map(|&at| &told[at])).map(|own| own.draft.text.as_str()).collect();
    let uses: Vec<bool> = texts.iter().map(|text| place(text, &explained.short).is_some()).collect();
    let names: Vec<bool> = texts.iter().map(|text| text.contains(&explained.full)).collect();
    let Some(last) = uses.iter().rposition(|uses| *uses) else { return };
    for at in 0..=last {
        if !uses[at] && !names[at] {
            continue;
        }
        let again = at < last || names[at];
        let own = if at < points.len() { &points[at] } else { &told[listed[at - points.len()]] };
        let fits = |draft: &Draft| {
            let fits = if at < points.len() { fits_among(story, points, at, draft) } else { draft.words() <= SENTENCE };
            fits && claims::check(story.document, story.mentions, draft).is_empty()
        };
        let mut drafts =
            spelled(&own.draft.text, explained, again).into_iter().map(|text| with_source(story, &own.draft, text, (block, explained)));
        let Some(draft) = drafts.find(fits) else { continue };
        if at < points.len() {
            points[at].draft = draft;
        } else {
            told[listed[at - points.len()]].draft = draft;
        }
        return;
    }
}

/// The draft with another text and the place of the explanation.
fn with_source(story: &Story<'_>, draft: &Draft, text: String, (block, explained): (usize, &Explained)) -> Draft {
    let start = story.document.blocks()[block].span.start as usize;
    let span = Span::new(start + explained.place.start..start + explained.place.end);
    let within = |other: &(usize, Span)| other.0 == block && other.1.start <= span.start && span.end <= other.1.end;
    let mut sources = draft.sources.clone();
    if !sources.iter().any(within) {
        sources.push((block, span));
    }
    Draft { text, sources, ..draft.clone() }
}

/// The short forms that the numbered paragraphs explain, with their blocks.
fn all(document: &Document) -> Vec<(usize, Explained)> {
    let mut all: Vec<(usize, Explained)> = Vec::new();
    for (at, block) in document.blocks().iter().enumerate().filter(|(_, block)| block.number.is_some()) {
        for explained in explained(document.slice(block.span)) {
            if all.len() < MOST && all.iter().all(|(_, other)| other.short != explained.short) {
                all.push((at, explained));
            }
        }
    }
    all
}

/// The short forms that a text explains.
fn explained(text: &str) -> Vec<Explained> {
    let brackets = text.match_indices('(').filter_map(|(open, _)| {
        let length = text[open + 1..].bytes().take(LONGEST).position(|byte| byte == b')')?;
        let inner = text[open + 1..open + 1 + length].trim();
        let before = text[..open].trim_end();
        named_before(before, inner)
            .map(|from| (inner, from, before.len(), open + length + 2))
            .map_or_else(|| named_inside(before, inner, open + length + 2), |(short, from, to, end)| of(text, short, from..to, from..end))
    });
    brackets.filter(|explained| !is_in("household", &explained.short)).collect()
}

/// "the Harbour Board (HB)": where the full name begins.
fn named_before(before: &str, inner: &str) -> Option<usize> {
    if is_short(inner) { opening(before, inner) } else { None }
}

/// "HB (Harbour Board)".
fn named_inside(before: &str, inner: &str, end: usize) -> Option<Explained> {
    let start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let short = &before[start..];
    let whole = is_short(short) && inner.contains(' ') && opening(inner, short) == Some(0);
    whole.then(|| Explained {
        short: short.to_owned(),
        full: on_one_line(inner).into_owned(),
        first: true,
        article: false,
        place: start..end,
    })
}

fn of(text: &str, short: &str, name: std::ops::Range<usize>, place: std::ops::Range<usize>) -> Option<Explained> {
    let written = on_one_line(&text[name.clone()]);
    let full = written.strip_prefix("The ").unwrap_or(&written).to_owned();
    let plain = full.len() <= LONGEST && full.contains([' ', '-']) && !full.contains(['(', ')', '[', '“', '"']) && !full.contains(short);
    let article = text[..name.start].trim_end().rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("the"));
    plain.then(|| Explained { short: short.to_owned(), full, first: false, article, place })
}

/// Two capitals or more, and nothing but letters and figures.
fn is_short(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    SHORT.contains(&text.chars().count())
        && text.starts_with(char::is_uppercase)
        && capitals >= 2
        && text.chars().all(char::is_alphanumeric)
        && !text.ends_with('s')
}

/// Where the words begin, at the end of the text, whose initials make the short form.
fn opening(text: &str, short: &str) -> Option<usize> {
    let letters: String = short.chars().filter(char::is_ascii_uppercase).collect();
    let mut open = letters.as_str();
    let (mut spare, mut end) = (1, text.len());
    for _ in 0..WORDS + 2 {
        let shown = text[..end].trim_end_matches([' ', '\n', '-', '/']);
        let start = shown.rfind([' ', '\n', '-', '/']).map_or(0, |at| at + 1);
        let raw = &shown[start..];
        let word = raw.trim_matches(|c: char| !c.is_alphanumeric());
        // Behind a comma or a stop begins another phrase.
        let closes = raw.ends_with([',', ';', ':', ')', '”', '"']) || raw.ends_with('.') && raw.len() > 4;
        if word.is_empty() || closes && end < text.len() {
            return None;
        }
        let whole = word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.');
        let initials: String = if whole { word.replace('.', "") } else { word.chars().take(1).flat_map(char::to_uppercase).collect() };
        match open.strip_suffix(initials.as_str()) {
            Some("") => return Some(start),
            Some(rest) => open = rest,
            // "of", "and"; one word more that has no letter: "Control and Prevention (CDC)".
            None if word.len() <= 3 && word.starts_with(char::is_lowercase) => {}
            None if spare > 0 && word.starts_with(char::is_uppercase) => spare -= 1,
            None => return None,
        }
        end = start;
    }
    None
}

/// Where the short form stands in the text for itself, outside of quotations and longer words.
fn place(text: &str, short: &str) -> Option<usize> {
    text.match_indices(short).map(|(at, _)| at).find(|&at| {
        let (before, behind) = (&text[..at], &text[at + short.len()..]);
        let apart = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '&' | '(' | '/' | '’'))
            && !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '&' | ')' | '/'))
            // "irs.gov"
            && !behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        apart && !claims::is_quoted(before) && !behind.starts_with(" (")
    })
}

/// The text with the full name, and with the short form behind it where that comes `again`: what says most first.
fn spelled(text: &str, explained: &Explained, again: bool) -> Vec<String> {
    let Explained { short, full, .. } = explained;
    let bracketed = format!("{full} ({short})");
    if let Some(at) = text.find(full.as_str()) {
        let behind = &text[at + full.len()..];
        let plain =
            again && !behind.starts_with(['’', '\'', '-']) && !behind.starts_with(char::is_alphanumeric) && !behind.starts_with(" (");
        let own = !claims::is_quoted(&text[..at]) && place(&text[..at], short).is_none();
        return if plain && own { vec![format!("{}{bracketed}{behind}", &text[..at])] } else { Vec::new() };
    }
    let Some(at) = place(text, short) else { return Vec::new() };
    let (before, behind) = (&text[..at], &text[at + short.len()..]);
    let put = |name: &str| {
        let name = if explained.article && stands_for_itself(before, behind) { format!("the {name}") } else { name.to_owned() };
        let text = format!("{}{name}{behind}", with_article(before, &name));
        if before.is_empty() { capitalised(&text) } else { text }
    };
    let possessive = behind.starts_with(['’', '\'']);
    // "the Board of Quays’s rule" reads badly.
    if possessive && full.ends_with('s') {
        return Vec::new();
    }
    if explained.first {
        return if possessive { Vec::new() } else { vec![format!("{before}{short} ({full}){behind}")] };
    }
    let whole = ((again || place(behind, short).is_some()) && !possessive).then(|| put(&bracketed));
    whole.into_iter().chain([put(full)]).collect()
}

/// Whether the short form is a phrase of its own: "HB sold", not "the HB", "an HB rule", "HB officials".
fn stands_for_itself(before: &str, behind: &str) -> bool {
    let first = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let words = split_words(behind);
    let next = if behind.starts_with(' ') { words.first().copied() } else { None };
    let plain = first.is_empty() || matches!(tags(&["it", first])[1], Tag::Preposition | Tag::Conjunction | Tag::Finite | Tag::Base);
    let held = first.eq_ignore_ascii_case("the") || first.ends_with("’s") || first.ends_with("'s");
    let ends = next.is_none_or(|_| {
        let tagged = tags(&[&["It"], words.as_slice()].concat());
        matches!(tagged[1], Tag::Preposition | Tag::Conjunction | Tag::Finite | Tag::Adverb | Tag::Relative | Tag::Participle)
    });
    plain && !held && ends
}

/// "an HB rule" → "a Harbour Board rule".
fn with_article(before: &str, name: &str) -> String {
    let vowel = name.starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']);
    for (one, other) in [("an ", "a "), ("An ", "A ")] {
        let (stood, wanted) = if vowel { (other, one) } else { (one, other) };
        if let Some(front) = before.strip_suffix(stood).filter(|front| front.is_empty() || front.ends_with(' ')) {
            return format!("{front}{wanted}");
        }
    }
    before.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        explained(text).into_iter().map(|found| (found.short, found.full)).collect()
    }

    fn pair(short: &str, full: &str) -> Vec<(String, String)> {
        vec![(short.to_owned(), full.to_owned())]
    }

    #[test]
    fn an_article_explains_its_short_forms() {
        assert_eq!(found("On Monday, the Orrin Harbour Board (OHB) met."), pair("OHB", "Orrin Harbour Board"));
        assert_eq!(found("The Board of Ropes and Sails (BRS) met."), pair("BRS", "Board of Ropes and Sails"));
        assert_eq!(found("The Yards for Rope Control and Repair (YRC) met."), pair("YRC", "Yards for Rope Control and Repair"));
        assert_eq!(found("It was sold by the UN Board for Quays (UNBQ)."), pair("UNBQ", "UN Board for Quays"));
        assert_eq!(found("It was built by OHB (Orrin Harbour Board) in May."), pair("OHB", "Orrin Harbour Board"));
        assert_eq!(found("The mayor of Kestrel Bay (KBX) met."), []);
        assert_eq!(found("The mayor (Ada Lim) of Orrin (in May) met."), []);
        assert_eq!(found("The United Nations (UN) met."), [], "everybody knows it");
    }

    #[test]
    fn the_full_name_stands_at_the_first_place() {
        let board = Explained { short: "OHB".to_owned(), full: "Orrin Harbour Board".to_owned(), first: false, article: true, place: 0..1 };
        let first = |text: &str, again: bool| spelled(text, &board, again).first().cloned().unwrap_or_default();
        assert_eq!(first("The OHB sold it.", false), "The Orrin Harbour Board sold it.");
        assert_eq!(first("The OHB sold it.", true), "The Orrin Harbour Board (OHB) sold it.");
        assert_eq!(first("OHB has sold it.", false), "The Orrin Harbour Board has sold it.");
        assert_eq!(first("Two OHB officials sold it.", false), "Two Orrin Harbour Board officials sold it.");
        assert_eq!(first("A rule of the OHB’s was broken.", true), "A rule of the Orrin Harbour Board’s was broken.");
        assert_eq!(first("The Orrin Harbour Board sold it.", true), "The Orrin Harbour Board (OHB) sold it.");
        assert_eq!(first("“The OHB sold it,” she said.", true), "", "a quotation stays");
        assert_eq!(first("It broke OHB’s rules.", true), "It broke the Orrin Harbour Board’s rules.");
        let quays = Explained { full: "Board of Quays".to_owned(), ..board.clone() };
        assert!(spelled("It broke OHB’s rules.", &quays, false).is_empty(), "it would have two");
        assert_eq!(first("The OHB-led sale ended.", true), "", "a longer word");
        assert_eq!(first("Look at OHB.org for it.", false), "", "an address");
        let other = Explained { first: true, ..board.clone() };
        assert_eq!(spelled("It was built by OHB in May.", &other, false), ["It was built by OHB (Orrin Harbour Board) in May."]);
        assert_eq!(first("She broke an OHB rule.", false), "She broke an Orrin Harbour Board rule.");
    }
}
