//! What leaves the core: plain data, the same in Rust, JSON and JavaScript.
//!
//! A leaf: every step may name these types, and they name no step. Only they (with [`Date`] and [`Modifier`]) derive `Serialize`. Their JSON names are stable and are published as
//! `www/analysis.schema.json`. Inside the core every place is a byte span into one owned text; here a place is a
//! [`Mention`] in UTF-16 code units, so that `block.text.slice(mention.start, mention.end)` holds in JavaScript.
//! There is no floating-point number in it: native and wasm print the same bytes.

use serde::Serialize;

pub use crate::calendar::{Date, Modifier};

/// The version of the contract that [`Analysis::schema`] states.
pub const SCHEMA: u32 = 1;

/// Everything that the core has to say of one paste.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// The paste, taken apart.
    pub article: Article,
    /// The hub that is made here.
    pub hub: Hub,
    /// The hub that the publisher's page carries, verbatim.
    pub published_hub: Option<Hub>,
    /// Every dated expression of the article, in text order.
    pub dates: Vec<DateMention>,
    /// What the person should know about this analysis.
    pub notices: Vec<Notice>,
}

/// The paste without the page around it.
#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// The title's text, line breaks as spaces.
    pub title: Option<String>,
    /// Who wrote it, as printed, without "By".
    pub byline: Option<String>,
    /// BCP 47; `und` where it is not English.
    pub language: &'static str,
    /// Words in the numbered paragraphs.
    pub words: usize,
    /// When it was published, and how that is known.
    pub published: Option<Published>,
    /// In text order; body and list blocks are the numbered paragraphs.
    pub blocks: Vec<Block>,
    /// What belongs to the site, in text order.
    pub set_aside: Vec<SetAside>,
}

/// A publication date and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// The kind of place that names it.
    pub from: DateSource,
}

/// Where a date that anchors others was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateSource {
    /// The person set it.
    Given,
    /// A line of its own at the article's head.
    Byline,
    /// The opening of the first paragraph ("BEIJING, Oct. 28, 2025 —").
    Dateline,
    /// A statement in the text ("first published on …").
    Text,
}

/// A verbatim slice of the paste: `paste.slice(start, end) === text`.
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    /// What the slice is to the article.
    pub kind: BlockKind,
    /// 1, 2, 3 … for body and list blocks.
    pub number: Option<u32>,
    /// The raw slice, line breaks included.
    pub text: String,
    /// UTF-16 code units into the paste.
    pub start: usize,
    /// UTF-16 code units into the paste.
    pub end: usize,
}

/// What a block is to its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The standfirst under the title.
    Deck,
    /// Who, and when it was published.
    Byline,
    /// A heading inside the article.
    Heading,
    /// A paragraph of prose.
    Body,
    /// An item of a list.
    List,
    /// The line under a picture or figure.
    Caption,
    /// Of the document, not of its story: agency header, contact, "Updated …".
    Note,
}

impl BlockKind {
    /// Whether a reader would count this block as a paragraph.
    #[must_use]
    pub fn is_numbered(self) -> bool {
        matches!(self, Self::Body | Self::List)
    }
}

/// A range of the paste that belongs to the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// What it is: `menu`, `advert`, `share`, `published-hub` …
    pub kind: &'static str,
    /// UTF-16 code units into the paste.
    pub start: usize,
    /// UTF-16 code units into the paste.
    pub end: usize,
}

/// The three parts that are shown for an article.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Hub {
    /// What it says.
    pub digest: Digest,
    /// Who's who.
    pub entities: Vec<Entity>,
    /// What happened when.
    pub timeline: Vec<Event>,
}

/// The short and the longer summary.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Digest {
    /// "In 30 seconds".
    pub key_points: Vec<Claim>,
    /// "In 3 minutes".
    pub summary: Vec<Part>,
}

/// A digest paragraph and the run of paragraphs that it sums up.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// Least paragraph number; 0 where a published part cites none.
    pub first: u32,
    /// Greatest paragraph number; 0 where a published part cites none.
    pub last: u32,
    /// Its sentences.
    pub claims: Vec<Claim>,
}

/// One sentence of a hub with what it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    /// One normalised sentence; verbatim in a published hub.
    pub text: String,
    /// Numbers of the paragraphs that it cites; as printed in a published hub.
    pub paragraphs: Vec<u32>,
    /// The slices that it was made from.
    pub sources: Vec<Mention>,
    /// Indexes into [`Analysis::dates`].
    pub dates: Vec<usize>,
    /// What the pasted article says of a published claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
}

/// Whether the pasted article bears a published claim out.
#[derive(Clone, Debug, Serialize)]
pub struct Support {
    /// The finding.
    pub verdict: Verdict,
    /// Where the article says so.
    pub places: Vec<Mention>,
}

/// What was found of a published claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// A sentence, or several together, say the same in the same words.
    Supported,
    /// A sentence says the same but for one thing: a figure, a date, a name, a "not".
    Contradicted,
    /// Neither is certain: the article is silent, or the claim has words of its own.
    Open,
}

/// A card of the who's who.
#[derive(Clone, Debug, Serialize)]
pub struct Entity {
    /// Unique in the Analysis.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Its other names.
    pub aliases: Vec<String>,
    /// "688256.SH".
    pub ticker: Option<String>,
    /// "Chinese chipmaker", "chief executive".
    pub role: Option<String>,
    /// What the article says of it.
    pub description: Vec<Claim>,
    /// Every place that names it.
    pub mentions: Vec<Mention>,
    /// 0–1000, the greater the more the article is about it.
    pub salience: u32,
}

/// The kinds of card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A firm.
    Company,
    /// Any other body: ministry, court, party, university.
    Organisation,
    /// A human being.
    Person,
    /// A country, town, building, site.
    Place,
    /// A law, product, event, plan.
    Other,
}

impl EntityKind {
    /// The name that it has in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// An entry of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// Unique in the Analysis.
    pub id: String,
    /// "Since 2018", without a colon.
    pub label: String,
    /// EDTF: "2018/..", "2025-10-23"; none where the label cannot be resolved.
    pub date: Option<String>,
    /// First day that it can mean.
    pub earliest: Option<Date>,
    /// Last day that it can mean.
    pub latest: Option<Date>,
    /// How the date is blurred.
    pub modifier: Option<Modifier>,
    /// Scheduled, not yet happened.
    pub expected: bool,
    /// What dates it.
    pub date_from: EventDateSource,
    /// 0–1000.
    pub salience: u32,
    /// Indexes into [`Analysis::dates`].
    pub dates: Vec<usize>,
    /// What happened.
    pub claim: Claim,
}

/// What an event's date was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EventDateSource {
    /// The words of the text.
    Text,
    /// The publication date: the article's own news.
    Published,
}

/// A place in the article: UTF-16 code units inside `blocks[block].text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mention {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// UTF-16 code units.
    pub start: usize,
    /// UTF-16 code units.
    pub end: usize,
}

/// A dated expression of the article.
#[derive(Clone, Debug, Serialize)]
pub struct DateMention {
    /// Where it stands.
    pub mention: Mention,
    /// Its words, as they are read: a line’s end is a space.
    pub text: String,
    /// What kind of time it names.
    pub kind: DateKind,
    /// TIMEX3 value.
    pub value: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<&'static str>,
    /// EDTF value.
    pub edtf: Option<String>,
    /// What a relative date was counted from.
    pub anchor: Option<Anchor>,
    /// Stable id of the rule that read it.
    pub rule: &'static str,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateKind {
    /// A day, month, year.
    Date,
    /// A time of day.
    Time,
    /// "for three years"
    Duration,
    /// "every Monday"
    Set,
}

/// What a relative date was counted from.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Anchor {
    /// The day.
    pub date: Date,
    /// How that day is known.
    pub from: DateSource,
    /// Where it stands in the article.
    pub mention: Option<Mention>,
}

/// Something that the person should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Stable id.
    pub code: &'static str,
    /// A sentence for the person.
    pub message: String,
    /// The block that it is about.
    pub block: Option<usize>,
}
