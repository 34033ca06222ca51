//! The key points: the three best sentences that stand alone and say different things.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::score::Scored;
use super::{Chosen, Story};
use crate::analysis::claims::{self, Draft, stems};
use crate::characters::fold;
use crate::document::Document;
use crate::document::tags::{Tag, tags};
use crate::recognisers::{Mentions, NameFound};
use crate::span::Span;

/// The form of a key point.
const POINT_WORDS: std::ops::RangeInclusive<usize> = 8..=32;
const POINT_CHARACTERS: usize = 200;
const POINTS: usize = 3;
/// Most words of all key points together.
const TOGETHER: usize = 90;
/// A point of so many words may take up a second fact.
const SHORT: usize = 24;
/// How many sentences away that fact may stand.
const NEAR: usize = 8;
/// Tokens among which a sentence's subject begins.
const SUBJECT: usize = 4;
/// Tokens among which a name that opens a sentence begins, behind marks and a title.
const OPENING: usize = 3;
/// Only the front of the ranking can matter: a point must be among the best.
const FRONT: usize = 200;
/// What each paragraph between a sentence and the nearest point adds to its score, and up to how many.
const SPREAD: i64 = 200;
const FAR: usize = 8;
/// Words on which no sentence that stands alone can open.
const DANGLING: [&str; 48] = [
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "his",
    "her",
    "its",
    "their",
    "our",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "or",
    "so",
    "also",
    "however",
    "meanwhile",
    "then",
    "there",
    "moreover",
    "yet",
    "still",
    "instead",
    "thus",
    "while",
    "such",
    "both",
    "my",
    "your",
    "nor",
    "cause",
    "well",
    "yeah",
    "yes",
    "no",
    "ok",
    "okay",
    "oh",
    "actually",
    "sure",
    "because",
    "anyway",
];

/// How much form is asked of a key point.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Full,
    /// A quotation or a longer sentence.
    Loose,
}

/// Where a further point may stand.
#[derive(Clone, Copy)]
enum Place {
    /// In a paragraph of which no point speaks yet: three points go further than one paragraph does.
    Apart,
    Any,
}

struct Point {
    said: Said,
    chosen: Chosen,
}

/// What each sentence that was tried makes of itself in each form, whatever room there is.
type Fitted = HashMap<(usize, Form), Option<Draft>>;

/// What a point says, for telling repetition.
struct Said {
    /// Its stems, each once.
    all: BTreeSet<String>,
    /// Those that are not of names.
    stems: BTreeSet<String>,
    /// Its runs of three words that hold one of them.
    runs: BTreeSet<[String; 3]>,
    /// Who does what.
    core: Option<claims::Core>,
}

impl Said {
    fn of(draft: &Draft, names: &HashSet<String>) -> Self {
        let text = fold(&draft.text);
        // "stop and search" is no name where it is written small, whatever else is called so.
        let capital = |word: &str| {
            draft.text.split(|c: char| !c.is_alphanumeric()).any(|own| own.starts_with(char::is_uppercase) && fold(own) == word)
        };
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let named = |word: &str| stems(word).iter().all(|stem| names.contains(stem));
        let tells = |word: &&str| !stems(word).is_empty() && (!named(word) || !capital(word));
        let runs = words.windows(3).filter(|run| run.iter().any(tells)).map(|run| [run[0], run[1], run[2]].map(str::to_owned));
        let told = words.iter().filter(|word| !claims::is_in("light", word)).flat_map(|word| stems(word));
        let all: BTreeSet<String> = told.collect();
        Self {
            stems: all.iter().filter(|stem| !names.contains(*stem)).cloned().collect(),
            all,
            runs: runs.collect(),
            core: claims::Core::of(&draft.text),
        }
    }
}

/// The key points, in the order of the text.
pub fn choose(story: &Story<'_>) -> Vec<Chosen> {
    let mut ranked: Vec<_> = story.sentences.iter().collect();
    ranked.sort_by_key(|scored| (std::cmp::Reverse(scored.score), scored.sentence));
    ranked.truncate(FRONT);
    let names = name_words(story.document, story.mentions);
    let mut chosen: Vec<Point> = Vec::new();
    let mut fitted = Fitted::new();
    while chosen.len() < POINTS {
        // Where the article has too few sentences of the right form, the next best will have to do.
        let ways = [(Form::Full, Place::Apart), (Form::Full, Place::Any), (Form::Loose, Place::Any)];
        let Some(point) = ways.into_iter().find_map(|way| next(story, &ranked, &names, &chosen, &mut fitted, way)) else { break };
        chosen.push(point);
    }
    widen(story, &ranked, &names, &mut chosen);
    let (sentences, drafts): (Vec<usize>, Vec<Draft>) = chosen.into_iter().map(|point| (point.chosen.sentence, point.chosen.draft)).unzip();
    let drafts = claims::with_retellings(story.document, drafts);
    let mut points: Vec<Chosen> = sentences.into_iter().zip(drafts).map(|(sentence, draft)| Chosen { sentence, draft }).collect();
    points.sort_by_key(|point| point.sentence);
    points
}

/// The best sentence that makes a further point; what stands apart from the points so far says more that is new.
fn next(
    story: &Story<'_>,
    ranked: &[&Scored],
    names: &HashSet<String>,
    chosen: &[Point],
    fitted: &mut Fitted,
    (form, place): (Form, Place),
) -> Option<Point> {
    let block = |sentence: usize| story.document.sentences()[sentence].block;
    let taken = |scored: &&&Scored| {
        chosen.iter().any(|point| match place {
            Place::Apart => block(point.chosen.sentence) == block(scored.sentence),
            Place::Any => point.chosen.sentence == scored.sentence,
        })
    };
    let apart = |scored: &Scored| {
        let nearest = chosen.iter().map(|point| block(point.chosen.sentence).abs_diff(block(scored.sentence))).min();
        nearest.map_or(0, |blocks| i64::try_from(blocks.min(FAR)).unwrap_or(0) * SPREAD)
    };
    let mut open: Vec<&Scored> = ranked.iter().copied().filter(|scored| !taken(&scored)).collect();
    open.sort_by_key(|scored| (std::cmp::Reverse(scored.score + apart(scored)), scored.sentence));
    let room = TOGETHER - chosen.iter().map(|point| point.chosen.draft.words()).sum::<usize>().min(TOGETHER);
    let made = |sentence: usize, room: usize| {
        let fits = |draft: &Draft| is_point(draft, form) && draft.words() <= room;
        story.fitter.fitted(sentence, &fits)
    };
    open.into_iter().find_map(|scored| {
        let longest = fitted.entry((scored.sentence, form)).or_insert_with(|| made(scored.sentence, TOGETHER)).clone()?;
        let draft = if longest.words() <= room { longest } else { made(scored.sentence, room)? };
        let said = Said::of(&draft, names);
        let new = chosen.iter().all(|other| !repeats(&other.said, &said));
        new.then_some(Point { said, chosen: Chosen { sentence: scored.sentence, draft } })
    })
}

/// Lets a short point take up a second fact that stands near it: "…; …". The best of the others that fit, once a point.
fn widen(story: &Story<'_>, ranked: &[&Scored], names: &HashSet<String>, chosen: &mut [Point]) {
    let block = |sentence: usize| story.document.sentences()[sentence].block;
    for at in 0..chosen.len() {
        let (words, sentence) = (chosen[at].chosen.draft.words(), chosen[at].chosen.sentence);
        let together: usize = chosen.iter().map(|point| point.chosen.draft.words()).sum();
        let room = (*POINT_WORDS.end() - words.min(*POINT_WORDS.end())).min(TOGETHER - together.min(TOGETHER));
        if words > SHORT || room < *POINT_WORDS.start() || chosen[at].chosen.draft.text.contains(';') {
            continue;
        }
        let characters = POINT_CHARACTERS - 1 - chosen[at].chosen.draft.text.chars().count().min(POINT_CHARACTERS - 1);
        let fits = |draft: &Draft| {
            is_point(draft, Form::Full)
                && draft.words() <= room
                && draft.text.chars().count() <= characters
                && draft.text.ends_with('.')
                && draft.text.starts_with(char::is_uppercase)
        };
        let near = |scored: &&&Scored| {
            block(scored.sentence) != block(sentence)
                && scored.sentence.abs_diff(sentence) <= NEAR
                && chosen.iter().all(|point| point.chosen.sentence != scored.sentence)
        };
        let about: HashSet<String> = stems(&chosen[at].chosen.draft.text).into_iter().collect();
        let found = ranked.iter().filter(near).take(6).find_map(|scored| {
            let draft = story.fitter.fitted(scored.sentence, &fits)?;
            let said = Said::of(&draft, names);
            // Only what speaks of the same belongs into one sentence.
            let shared: HashSet<_> = stems(&draft.text).into_iter().filter(|stem| about.contains(stem)).collect();
            let one = subject(story, sentence).is_some_and(|name| subject(story, scored.sentence) == Some(name));
            let related = shared.len() >= 2 || one;
            (related && chosen.iter().all(|point| !repeats(&point.said, &said))).then_some((scored.sentence, draft))
        });
        let Some((other, draft)) = found else { continue };
        let whole = joined(story, (sentence, &chosen[at].chosen.draft), (other, &draft));
        let said = Said::of(&whole, names);
        let apart = |i: usize| i == at || !repeats(&chosen[i].said, &said);
        if (0..chosen.len()).all(apart) {
            chosen[at].chosen.draft = whole;
            chosen[at].said = said;
        }
    }
}

/// The last word of the name in the sentence's front: who or what it is about.
fn subject<'a>(story: &'a Story<'_>, sentence: usize) -> Option<&'a str> {
    let name = name_in_front(story, sentence, SUBJECT)?;
    Some(story.document.slice(story.document.tokens()[name.tokens.end - 1].span))
}

/// The sentence's first name, where it begins among so many tokens.
fn name_in_front<'a>(story: &'a Story<'_>, sentence: usize, tokens: usize) -> Option<&'a NameFound> {
    let names = &story.mentions.names;
    let name = names.get(names.partition_point(|name| name.sentence < sentence)).filter(|name| name.sentence == sentence)?;
    (name.tokens.start < story.document.sentences()[sentence].tokens.start + tokens).then_some(name)
}

/// Two sentences as one, in the order of the text.
fn joined(story: &Story<'_>, a: (usize, &Draft), b: (usize, &Draft)) -> Draft {
    let ((_, first), (sentence, second)) = if a.0 < b.0 { (a, b) } else { (b, a) };
    let rest = if keeps_capital(story, sentence, second) { second.text.clone() } else { lowered(&second.text) };
    let mut dates = [first.dates.clone(), second.dates.clone()].concat();
    dates.sort_unstable();
    dates.dedup();
    Draft {
        text: format!("{}; {rest}", first.text.trim_end_matches('.')),
        sources: [first.sources.clone(), second.sources.clone()].concat(),
        dates,
        open_dates: Vec::new(),
    }
}

/// Whether the claim's first word has its capital from a name, not from opening the sentence.
fn keeps_capital(story: &Story<'_>, sentence: usize, draft: &Draft) -> bool {
    let words: Vec<&str> = draft.text.split_whitespace().collect();
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

/// The stems of the story's names: that two points name the same people is no repetition.
fn name_words(document: &Document, mentions: &Mentions) -> HashSet<String> {
    mentions.names.iter().flat_map(|name| stems(&fold(document.slice(document.span_of(&name.tokens))))).collect()
}

/// Whether the sentence can stand alone among the key points.
fn is_point(draft: &Draft, form: Form) -> bool {
    let text = draft.text.as_str();
    let quoted = text.starts_with(['"', '“', '‘', '\'']) || text.matches(['“', '"']).count() > 2;
    let sized = POINT_WORDS.contains(&draft.words()) && text.chars().count() <= POINT_CHARACTERS;
    // "LM: The other is in the museum."
    let spoken = text.split(' ').next().is_some_and(|word| word.ends_with(':'));
    let loose = form == Form::Loose && (6..=45).contains(&draft.words());
    // In the summary, beside its paragraph, "last summer" may stand as it was written.
    // The cheapest first: most of what is asked for is too long.
    (sized && !quoted || loose)
        && text.ends_with(['.', '”', '"'])
        && !draft.has_open_date()
        && !spoken
        && !is_courtesy(text)
        && stands_alone(draft)
}

/// Whether somebody speaks to the reader or the house instead of telling: "Let’s take a look", "I would like to thank".
fn is_courtesy(text: &str) -> bool {
    let opens = [
        "Let’s ",
        "Let's ",
        "Let us ",
        "Let me ",
        "For more information",
        "To learn more",
        "With permission",
        "Thank you",
        "Thanks ",
        "Please ",
        "Until then ",
        "Here are ",
        "Here is ",
        "Here’s ",
        "Here's ",
        "Editor’s note",
        "Editor's note",
    ];
    let holds = [
        "I would like to",
        "I’d like to",
        "I'd like to",
        "we’d like to",
        "I want to thank",
        " please ",
        "Mr Speaker",
        "Madam Speaker",
        "these people said",
        "www.",
        "://",
    ];
    opens.iter().any(|front| text.starts_with(front)) || holds.iter().any(|words| text.contains(words))
}

/// Whether a reader who sees nothing else understands the sentence.
pub fn stands_alone(draft: &Draft) -> bool {
    let text = draft.text.as_str();
    let first = text.split([' ', '’', '\'', ',']).next().unwrap_or_default();
    let small_quote =
        text.strip_prefix(['"', '“', '‘', '\'']).is_some_and(|rest| rest.starts_with(|c: char| !c.is_uppercase() && !c.is_numeric()));
    let opens = !small_quote && text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '$' | '£' | '€' | '“' | '"'));
    // "By 1968, …" and "COVID-19 …" look like a byline and a dateline to whoever skims.
    let loud = text
        .find(['-', '–', '—'])
        .is_some_and(|at| at >= 4 && text[..at].chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | ',')));
    let byline = matches!(first, "By" | "Photo" | "Photos" | "Photograph" | "Photographs" | "Image" | "Images" | "Click" | "Read");
    // A question tells nothing, a command line is no sentence, and five words are a heading or an aside.
    let tells = || !text.ends_with(['?', ':']) && !text.contains('`') && draft.words() > 5 && claims::tells(text);
    opens
        && !loud
        && !byline
        && !text.contains(" .")
        && !text.contains(" : ")
        && !DANGLING.contains(&first.to_lowercase().as_str())
        && tells()
}

/// Two points that say the same: subject, verb and object, four tenths of the words of the shorter, or a phrase.
fn repeats(a: &Said, b: &Said) -> bool {
    let shared = a.stems.intersection(&b.stems).count();
    let all = a.all.intersection(&b.all).count();
    let deed = a.core.as_ref().zip(b.core.as_ref()).is_some_and(|(a, b)| a.is_same(b));
    deed || shared * 10 >= a.stems.len().min(b.stems.len()).max(1) * 4
        || all * 2 >= a.all.len().min(b.all.len()).max(1)
        || a.runs.intersection(&b.runs).count() > 1
}
