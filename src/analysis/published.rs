//! A published hub's lines as a [`Hub`]: verbatim, with ticker, aliases, kind and dates read out of them.

use super::claims::{Bearing, Statement};
use super::kind::{kind_of, short_forms};
use crate::calendar::{Label, read_label};
use crate::characters::{fold, on_one_line, words};
use crate::contract::{Claim, Digest, Entity, EntityKind, Event, EventDateSource, Hub, Mention, Notice, Part, Verdict};
use crate::document::Document;
use crate::paste::{Mark, PublishedLines, marks};
use crate::recognisers::Mentions;
use crate::span::Span;

/// The published hub, and what the person should know about it.
#[must_use]
pub fn read(document: &Document, mentions: &Mentions, lines: &PublishedLines) -> (Hub, Vec<Notice>) {
    let text = document.text();
    let bearing = Bearing::new(document, mentions, said(lines).map(|span| span.of(text)));
    let reader = Reader { document, bearing, complete: is_complete(document, lines) };
    let claims = |span: &Span| reader.claims(span.of(text));
    let hub = Hub {
        digest: Digest {
            key_points: lines.key_points.iter().flat_map(claims).collect(),
            summary: lines.summary.iter().map(claims).map(part).collect(),
        },
        entities: entities(&reader, lines),
        timeline: lines.timeline.iter().enumerate().map(|(at, (label, happening))| reader.event(at, *label, *happening)).collect(),
    };
    let notices = notices(document, lines, &hub);
    (hub, notices)
}

/// Whether the paste holds the article that the hub is of: all paragraphs that it cites, or, where it cites none, no fewer
/// words than the hub.
fn is_complete(document: &Document, lines: &PublishedLines) -> bool {
    let text = document.text();
    let last = said(lines).flat_map(|span| marks(span.of(text))).flat_map(|mark| mark.numbers).max();
    match last {
        Some(last) => document.paragraph(last).is_some(),
        None => document.words() >= said(lines).map(|span| words(span.of(text))).sum(),
    }
}

/// What the hub says: cards, timeline, summary and key points.
fn said(lines: &PublishedLines) -> impl Iterator<Item = &Span> {
    let cards = lines.entities.iter().flat_map(|(_, said)| said);
    cards.chain(lines.timeline.iter().filter_map(|(_, said)| said.as_ref())).chain(&lines.summary).chain(&lines.key_points)
}

/// Reads statements, and holds each against the article.
struct Reader<'a> {
    document: &'a Document,
    bearing: Bearing<'a>,
    complete: bool,
}

impl Reader<'_> {
    fn claims(&self, text: &str) -> Vec<Claim> {
        passages(text).into_iter().map(|(words, paragraphs)| self.claim(&words, paragraphs, "")).collect()
    }

    /// Its sources are the cited paragraphs that the paste holds.
    fn claim(&self, text: &str, paragraphs: Vec<u32>, label: &str) -> Claim {
        let document = self.document;
        let mut blocks: Vec<usize> = paragraphs.iter().filter_map(|n| document.paragraph(*n)).collect();
        blocks.dedup();
        let sources: Vec<Mention> = blocks.iter().map(|&block| document.mention(block, document.blocks()[block].span)).collect();
        let text = on_one_line(text);
        let cited = (!paragraphs.is_empty()).then_some(blocks.as_slice());
        let support = self.bearing.support(&Statement { text: &text, blocks: cited, label });
        // Of an article that is not there nothing can be said, but for what stands in the piece that is.
        let support = support.filter(|support| cited.is_some() || self.complete || support.verdict != Verdict::Open);
        Claim { text: text.into_owned(), paragraphs, sources, dates: Vec::new(), support }
    }

    fn event(&self, at: usize, label: Option<Span>, happening: Option<Span>) -> Event {
        let words = |span: Option<Span>| span.map(|s| on_one_line(s.of(self.document.text())).into_owned()).unwrap_or_default();
        let printed = words(label);
        let printed = printed.trim_end_matches([':', '：']).trim_end().to_owned();
        let value = read_label(&printed);
        let date = |pick: fn(&Label) -> Option<crate::Date>| value.as_ref().and_then(pick);
        // An entry is one claim, however its marks are set.
        let (said, cited): (Vec<String>, Vec<Vec<u32>>) = passages(&words(happening)).into_iter().unzip();
        Event {
            id: format!("pt{}", at + 1),
            claim: self.claim(&said.join(" "), cited.concat(), &printed),
            earliest: date(|label| label.earliest),
            latest: date(|label| label.latest),
            modifier: value.as_ref().and_then(|label| label.modifier),
            date: value.map(|label| label.edtf),
            label: printed,
            expected: false,
            date_from: EventDateSource::Text,
            salience: 1000,
            dates: Vec::new(),
        }
    }
}

/// The runs of text up to their runs of marks, with what these cite; a stop behind the marks belongs to what is before them.
fn passages(text: &str) -> Vec<(String, Vec<u32>)> {
    let marks = marks(text);
    let mut passages = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < marks.len() {
        let run = run_of(text, &marks[at..]);
        let cited = &marks[at..at + run];
        let mut words = text[from..cited[0].range.start].trim_end().to_owned();
        from = cited[run - 1].range.end;
        let tail = text[from..].len() - text[from..].trim_start_matches(['.', '!', '?', '…', ',', ';', ')', '"', '”', '’', '。']).len();
        words.push_str(&text[from..from + tail]);
        from += tail;
        at += run;
        passages.push((words, cited.iter().flat_map(|mark| mark.numbers.iter().copied()).collect()));
    }
    if !text[from..].trim().is_empty() {
        passages.push((text[from..].to_owned(), Vec::new()));
    }
    passages
}

/// How many marks follow one another with nothing but white space, commas or semicolons between them.
fn run_of(text: &str, marks: &[Mark]) -> usize {
    let touches = |pair: &[Mark]| text[pair[0].range.end..pair[1].range.start].chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';'));
    1 + marks.windows(2).take_while(|pair| touches(pair)).count()
}

fn part(claims: Vec<Claim>) -> Part {
    let cited = || claims.iter().flat_map(|claim| claim.paragraphs.iter().copied());
    Part { first: cited().min().unwrap_or(0), last: cited().max().unwrap_or(0), claims }
}

fn entities(reader: &Reader, lines: &PublishedLines) -> Vec<Entity> {
    let document = reader.document;
    let text = document.text();
    let hub_words: Vec<String> = said(lines).map(|span| fold(span.of(text)).into_owned()).collect();
    let count = lines.entities.len();
    let mut entities: Vec<Entity> = lines
        .entities
        .iter()
        .enumerate()
        .map(|(at, (name, said))| {
            let printed = on_one_line(name.of(text)).into_owned();
            let description = said.iter().map(|span| on_one_line(span.of(text))).collect::<Vec<_>>().join(" ");
            let brackets = Brackets::read(&printed, &description);
            let mut aliases = brackets.aliases;
            let kind = kind_of(&printed, &description);
            // "Orrin" is a firm's short form, but a town's name in "Orrin Harbour Trust".
            if kind == EntityKind::Company {
                aliases.extend(used_short_form(&printed, &hub_words));
            }
            aliases.dedup();
            Entity {
                id: format!("pe{}", at + 1),
                kind,
                name: printed,
                aliases,
                ticker: brackets.ticker,
                role: None,
                description: said.iter().flat_map(|span| reader.claims(span.of(text))).collect(),
                mentions: Vec::new(),
                salience: u32::try_from((count - at) * 1000 / count).unwrap_or(0),
            }
        })
        .collect();
    let owners: Vec<(usize, String)> =
        entities.iter().enumerate().flat_map(|(at, e)| e.aliases.iter().chain([&e.name]).map(move |name| (at, name.clone()))).collect();
    let names: Vec<&str> = owners.iter().map(|(_, name)| name.as_str()).collect();
    for place in document.find_names(&names) {
        let mention = document.mention(document.sentences()[place.sentence].block, document.span_of(&place.tokens));
        entities[owners[place.name].0].mentions.push(mention);
    }
    entities
}

/// What stands in brackets right behind a name.
#[derive(Default)]
struct Brackets {
    ticker: Option<String>,
    aliases: Vec<String>,
}

impl Brackets {
    /// Looks behind the name itself and behind its first place in the description.
    fn read(name: &str, description: &str) -> Self {
        let mut found = Self::default();
        let behind_name = description.find(name).map(|at| &description[at + name.len()..]);
        let in_name = name.find(" (").map(|at| &name[at..]).filter(|bracket| bracket.ends_with(')'));
        for mut rest in behind_name.into_iter().chain(in_name) {
            while let Some((inner, behind)) = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')')) {
                found.take(inner);
                rest = behind;
            }
        }
        found
    }

    fn take(&mut self, bracket: &str) {
        for piece in bracket.split([';', ',']).map(|piece| piece.trim().trim_matches(['"', '“', '”', '‘', '’', '\''])) {
            if let Some(ticker) = ticker(piece) {
                self.ticker.get_or_insert(ticker);
            } else if is_alias(piece) {
                self.aliases.push(piece.to_owned());
            }
        }
    }
}

/// "688256.SH", "NASDAQ: NVDA", "0700.HK", "SHA:688256" as `code.market` or `market:code`, spaces left out.
fn ticker(piece: &str) -> Option<String> {
    let code = |part: &str| (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let market = |part: &str| {
        (1..=8).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_alphabetic() || c == ' ')
            && part.chars().any(|c| c.is_ascii_uppercase())
    };
    if let Some((left, right)) = piece.split_once('.') {
        return (code(left) && market(right) && right.len() <= 3 && !left.is_empty()).then(|| piece.to_owned());
    }
    let (left, right) = piece.split_once(':')?;
    let right = right.trim();
    (market(left) && code(right.split('.').next()?)).then(|| format!("{left}:{right}"))
}

/// A bracket that gives another name: "China Unicom", "MIIT"; not "2024", "about $404 million" or a remark.
fn is_alias(piece: &str) -> bool {
    let words = piece.split_whitespace().count();
    (1..=6).contains(&words)
        && piece.starts_with(char::is_uppercase)
        && !piece.contains(|c: char| c.is_ascii_digit() || c == '$')
        && !piece.ends_with('.')
}

/// The longest short form that the hub itself uses apart from the full name.
fn used_short_form(name: &str, hub_words: &[String]) -> Option<String> {
    let full = fold(name);
    let used = |form: &str| {
        let form = fold(form);
        hub_words.iter().any(|words| words.match_indices(&*form).any(|(at, _)| stands_alone(words, at, &form, &full)))
    };
    short_forms(name).into_iter().find(|form| used(form)).map(str::to_owned)
}

/// Whether the short form at `at` is a word of its own and not the beginning of the full name.
fn stands_alone(words: &str, at: usize, form: &str, full: &str) -> bool {
    let before = words[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let after = words[at + form.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    before && after && !words[at..].starts_with(full)
}

fn notices(document: &Document, lines: &PublishedLines, hub: &Hub) -> Vec<Notice> {
    let notice = |code, message: String| Notice { code, message, block: None };
    let mut notices = Vec::new();
    let parts = [
        ("key points", hub.digest.key_points.is_empty()),
        ("summary", hub.digest.summary.is_empty()),
        ("who’s who", hub.entities.is_empty()),
        ("timeline", hub.timeline.is_empty()),
    ];
    let missing: Vec<&str> = parts.iter().filter(|(_, empty)| *empty).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        notices
            .push(notice("published-part-missing", format!("The publisher’s hub, as it was pasted, has no {}.", missing.join(" and no "))));
    }
    if lines.doubled > 0 {
        notices.push(notice(
            "published-part-doubled",
            format!(
                "{} in the publisher’s hub stood there twice and {} shown once.",
                counted(lines.doubled, "line"),
                if lines.doubled == 1 { "is" } else { "are" }
            ),
        ));
    }
    notices.extend(absent_citations(document, hub).map(|message| notice("published-citation-absent", message)));
    let uncited = hub.digest.summary.iter().flat_map(|part| &part.claims).filter(|claim| claim.paragraphs.is_empty()).count();
    if uncited > 0 {
        notices.push(notice(
            "published-uncited",
            format!("{} of the publisher’s summary cite{} no paragraph.", counted(uncited, "passage"), if uncited == 1 { "s" } else { "" }),
        ));
    }
    let unread: Vec<&str> = hub.timeline.iter().filter(|event| event.date.is_none()).map(|event| event.label.as_str()).collect();
    if !unread.is_empty() {
        notices.push(notice(
            "published-label-unread",
            format!(
                "{} in the publisher’s timeline could not be read as a date: {}.",
                counted(unread.len(), "label"),
                unread.iter().map(|l| format!("“{l}”")).collect::<Vec<_>>().join(", ")
            ),
        ));
    }
    let incomplete = hub.entities.iter().filter(|e| e.description.is_empty()).count()
        + hub.timeline.iter().filter(|e| e.claim.text.is_empty() || e.label.is_empty()).count();
    if incomplete > 0 {
        notices.push(notice(
            "published-entry-incomplete",
            format!(
                "{} of the publisher’s hub lack{} a half: a name without its text, or a date without its sentence.",
                counted(incomplete, "entry"),
                if incomplete == 1 { "s" } else { "" }
            ),
        ));
    }
    notices
}

/// How many of the cited paragraphs the paste does not hold.
fn absent_citations(document: &Document, hub: &Hub) -> Option<String> {
    let claims = hub.digest.key_points.iter().chain(hub.digest.summary.iter().flat_map(|part| &part.claims));
    let claims = claims.chain(hub.entities.iter().flat_map(|e| &e.description)).chain(hub.timeline.iter().map(|e| &e.claim));
    let mut cited: Vec<u32> = claims.flat_map(|claim| claim.paragraphs.iter().copied()).collect();
    cited.sort_unstable();
    cited.dedup();
    let absent = cited.iter().filter(|n| document.paragraph(**n).is_none()).count();
    (absent > 0).then(|| {
        format!(
            "The publisher’s hub cites {}; the pasted text holds {}. {} shown without a link.",
            counted(cited.len(), "paragraph"),
            counted(document.paragraphs(), "numbered paragraph"),
            if absent == 1 { "One citation is".to_owned() } else { format!("{absent} citations are") },
        )
    })
}

fn counted(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {noun}s"),
    }
}
