//! The fourth step: what the article comes to.

mod claims;
mod digest;
mod entities;
mod kind;
mod published;
mod timeline;

#[cfg(feature = "training")]
pub use digest::training;

use crate::Length;
use crate::characters::on_one_line;
use crate::contract::{Analysis, Anchor, Article, DateMention, Hub, Notice, SCHEMA};
use crate::document::Document;
use crate::paste::Paste;
use crate::recognisers::{DateFound, Mentions};

/// Fewer words than this are no article.
const FEWEST_WORDS: usize = 3;
/// Fewer sentences than this make no digest.
const FEWEST_SENTENCES: usize = 3;

/// Everything that is said of the document.
#[must_use]
pub fn analyze(document: &Document, paste: &Paste, mentions: &Mentions, length: Length) -> Analysis {
    let fitter = claims::Fitter::new(document, mentions);
    let digest = digest::read(document, paste, mentions, &fitter, length);
    let hub = Hub {
        entities: entities::read(document, paste, mentions, &fitter),
        timeline: timeline::read(document, mentions, &fitter, paste.published, &digest.key_points),
        digest,
    };
    let (language, words) = (document.language(), document.words());
    let mut notices = Vec::new();
    if language != "en" && words >= 20 {
        notices.push(notice("language", "This does not look like English, which this tool is tuned for."));
    }
    let published_hub = paste.published_hub.as_ref().map(|lines| {
        let (hub, found) = published::read(document, mentions, lines);
        notices.extend(found);
        hub
    });
    let sentences = document.sentences().iter().filter(|sentence| document.blocks()[sentence.block].number.is_some()).count();
    if published_hub.is_none() && words >= FEWEST_WORDS && sentences < FEWEST_SENTENCES {
        notices.push(notice(
            "few-sentences",
            "This text has fewer than three sentences: there is little to sum up. Names and dates are shown.",
        ));
    }
    // Last, because they are as large as the text and nothing above needs them.
    let dates = mentions.dates.iter().map(|found| date_mention(document, found)).collect();
    let article = Article {
        title: paste.title.clone(),
        byline: paste.byline.clone(),
        language,
        words,
        published: paste.published,
        blocks: document.contract_blocks(),
        set_aside: document.contract_set_aside(),
    };
    Analysis { schema: SCHEMA, article, hub, published_hub, dates, notices }
}

fn date_mention(document: &Document, found: &DateFound) -> DateMention {
    DateMention {
        mention: document.mention(found.block, found.span),
        text: on_one_line(document.slice(found.span)).into_owned(),
        kind: found.kind,
        value: found.value.clone(),
        modifier: found.modifier,
        edtf: found.edtf.clone(),
        anchor: found.anchor.map(|anchor| Anchor { date: anchor.date, from: anchor.from, mention: None }),
        rule: found.rule,
    }
}

fn notice(code: &'static str, message: &str) -> Notice {
    Notice { code, message: message.to_owned(), block: None }
}
