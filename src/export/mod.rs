//! A hub in the formats that people keep: plain text, Markdown, HTML, JSON, CSV, iCalendar, JSON-LD.
//!
//! Where the paste carries a published hub, that hub is exported; else the one made here. Nothing here reads a clock.

mod csv;
mod html;
mod icalendar;
mod json_ld;
mod markdown;
mod text;
mod words;

pub use words::Words;

use crate::Exported;
use crate::characters::is_line_end;
use crate::contract::{Analysis, Claim, Hub};

/// What a hub can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text in the form in which publishers print a hub.
    Text,
    /// The whole [`Analysis`].
    Json,
    /// Markdown with front matter.
    Markdown,
    /// One page that needs nothing else, with the article.
    Html,
    /// One row an entity.
    EntitiesCsv,
    /// One row an event.
    TimelineCsv,
    /// RFC 5545.
    ICalendar,
    /// schema.org.
    JsonLd,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::Json, Self::Markdown, Self::Html, Self::EntitiesCsv, Self::TimelineCsv, Self::ICalendar, Self::JsonLd];

    /// The name by which the page and the command line call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::EntitiesCsv => "entities.csv",
            Self::TimelineCsv => "timeline.csv",
            Self::ICalendar => "ics",
            Self::JsonLd => "jsonld",
        }
    }

    /// The format of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The analysis in the format, the publisher's hub where there is one. Ends with a line end.
#[must_use]
pub fn export(analysis: &Analysis, format: Format) -> String {
    export_hub(analysis, format, Exported::Published)
}

/// The same with the hub that the person chose.
#[must_use]
pub fn export_hub(analysis: &Analysis, format: Format, chosen: Exported) -> String {
    export_in(analysis, format, chosen, &Words::default())
}

/// The same with words of another language around it, where the format is one that people read.
#[must_use]
pub fn export_in(analysis: &Analysis, format: Format, chosen: Exported, words: &Words) -> String {
    if chosen == Exported::Made && format != Format::Json && analysis.published_hub.is_some() {
        return export_in(&Analysis { published_hub: None, ..analysis.clone() }, format, chosen, words);
    }
    match format {
        Format::Text => text::write(analysis),
        // Plain data with string keys: it cannot fail, and an empty text would show if it did.
        Format::Json => serde_json::to_string(analysis).map(|json| json + "\n").unwrap_or_default(),
        Format::Markdown => markdown::write(analysis, words),
        Format::Html => html::write(analysis, words),
        Format::EntitiesCsv => csv::entities(hub_of(analysis)),
        Format::TimelineCsv => csv::timeline(hub_of(analysis)),
        Format::ICalendar => icalendar::write(analysis),
        Format::JsonLd => json_ld::write(analysis),
    }
}

/// The hub that is written out.
fn hub_of(analysis: &Analysis) -> &Hub {
    analysis.published_hub.as_ref().unwrap_or(&analysis.hub)
}

/// "[para. 3][para. 4]"
fn citations(claim: &Claim) -> String {
    claim.paragraphs.iter().map(|number| format!("[para. {number}]")).collect()
}

/// A claim's text with its citations before its full stop, as publishers print them.
fn cited(claim: &Claim) -> String {
    let marks = citations(claim);
    let text = claim.text.as_str();
    match text.strip_suffix('.') {
        Some(sentence) if !marks.is_empty() && !sentence.ends_with('.') => format!("{sentence}{marks}."),
        _ => format!("{text}{marks}"),
    }
}

/// Several claims on one line.
fn joined(claims: &[Claim]) -> String {
    claims.iter().map(|claim| claim.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Control characters, which some formats forbid, and whatever else ends a line for some readers, as spaces.
fn without_controls(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || is_line_end(c) { ' ' } else { c }).collect()
}
