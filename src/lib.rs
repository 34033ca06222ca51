//! digest-hub reads an article and says who is in it, what happened when, and what it comes to — every sentence with
//! the paragraphs that it rests on.
//!
//! ```
//! use digest_hub::{Analyzer, Options};
//!
//! let analyzer = Analyzer::new(None).expect("the core can read what it carries");
//! let analysis = analyzer.analyze("Harbour reopens\n\nThe port reopened on Monday.", &Options::default());
//! assert_eq!(analysis.article.title.as_deref(), Some("Harbour reopens"));
//! ```
//!
//! The modules are the steps of the data, in reading order, and none names one that comes after it.

mod calendar;
mod characters;
mod lists;
mod model;
mod span;

mod paste;

mod document;

mod recognisers;

mod analysis;

pub mod contract;

pub mod export;

#[cfg(feature = "training")]
pub use analysis::training as digest_training;
#[cfg(feature = "training")]
pub use recognisers::training as names_training;

#[cfg(target_arch = "wasm32")]
mod wasm;

pub use calendar::Date;
pub use contract::Analysis;
pub use export::Format;
pub use model::Error;
pub use paste::text_from_html;

/// What the person can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the person says of the day of publication.
    pub published: Publication,
    /// How long the summary of the made hub is to be.
    pub length: Length,
    /// Which hub is exported.
    pub hub: Exported,
}

/// The day of publication, from which "yesterday" is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publication {
    /// As the paste itself tells, if it does.
    #[default]
    AsRead,
    /// The person knows the day.
    On(Date),
    /// The person knows that what the paste seems to tell is wrong, and not what is right: "yesterday" is left open.
    Unknown,
}

impl Publication {
    /// What `YYYY-MM-DD` or `none` names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        if name == "none" { Some(Self::Unknown) } else { Date::from_iso(name).map(Self::On) }
    }
}

impl From<Option<Date>> for Publication {
    fn from(day: Option<Date>) -> Self {
        day.map_or(Self::AsRead, Self::On)
    }
}

/// Which of two hubs an export carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exported {
    /// The publisher's, where the page carries one; else the one made here.
    #[default]
    Published,
    /// The one made here.
    Made,
}

impl Exported {
    /// What `published` or `made` names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "published" => Some(Self::Published),
            "made" => Some(Self::Made),
            _ => None,
        }
    }
}

/// Lengths of the summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// About 150 words, in a brief half of the standard one.
    Short,
    /// About a third of the article.
    #[default]
    Standard,
    /// Up to 1,500 words.
    Long,
}

impl Length {
    /// The length that `short`, `standard` or `long` names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "short" => Some(Self::Short),
            "standard" => Some(Self::Standard),
            "long" => Some(Self::Long),
            _ => None,
        }
    }
}

/// The steps of an analysis, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Blocks, furniture, head.
    Paste,
    /// Sentences and tokens.
    Document,
    /// Dates.
    Dates,
    /// Names, and what needs them or the dates: figures and quotations.
    Names,
    /// The hub.
    Analysis,
}

impl Stage {
    /// The name under which a page shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paste => "paste",
            Self::Document => "document",
            Self::Dates => "dates",
            Self::Names => "names",
            Self::Analysis => "analysis",
        }
    }
}

/// The core: one value for any number of articles.
#[derive(Debug)]
pub struct Analyzer {
    names: Option<recognisers::NameModel>,
}

impl Analyzer {
    /// `weights` is a container file of trained weights to use in place of those that the core carries.
    ///
    /// # Errors
    ///
    /// Where `weights` is not such a file, was made for another version, or is damaged.
    pub fn new(weights: Option<&[u8]>) -> Result<Self, Error> {
        let container = model::Container::read(weights.unwrap_or(model::BUILT_IN))?;
        Ok(Self { names: recognisers::NameModel::read(&container) })
    }

    /// Reads one paste. It cannot fail: every text gives an analysis, and what could not be read is in its notices.
    #[must_use]
    pub fn analyze(&self, text: &str, options: &Options) -> Analysis {
        self.analyze_with(text.to_owned(), options, &|_, _| {})
    }

    /// The same, and `progress` is told each step before it begins, with the thousandths of the work that are done: shares
    /// of the time that articles of one and two megabytes took. The text is taken over: a long one should not be held twice.
    #[must_use]
    pub fn analyze_with(&self, mut text: String, options: &Options, progress: &dyn Fn(Stage, u32)) -> Analysis {
        text.truncate(addressable(&text).len());
        progress(Stage::Paste, 0);
        let paste = paste_of(&text, options.published);
        progress(Stage::Document, 140);
        let document = document::Document::new(text, &paste);
        progress(Stage::Dates, 160);
        let anchor = if options.published == Publication::Unknown {
            recognisers::Anchor::default()
        } else {
            recognisers::Anchor::of(&document, paste.published)
        };
        let dates = recognisers::dates(&document, anchor);
        progress(Stage::Names, 260);
        let mentions = recognisers::read(&document, dates, self.names.as_ref());
        progress(Stage::Analysis, 760);
        analysis::analyze(&document, &paste, &mentions, options.length)
    }
}

fn paste_of(text: &str, published: Publication) -> paste::Paste {
    match published {
        Publication::AsRead => paste::read(text, None),
        Publication::On(day) => paste::read(text, Some(day)),
        Publication::Unknown => paste::Paste { published: None, ..paste::read(text, None) },
    }
}

/// The front of a text that is longer than 32-bit offsets reach: four gigabytes, which no browser holds.
#[cfg_attr(target_pointer_width = "32", expect(clippy::unnecessary_min_or_max, reason = "memory of 32 bits ends there by itself"))]
fn addressable(text: &str) -> &str {
    characters::front(text, text.len().min(span::Span::MAX_TEXT))
}
