//! The third step: what the article comes to.
//!
//! This release reads the hub that a publisher's page carries; the hub that is made here is empty until the recognisers
//! stand.

mod kind;
mod published;

use crate::contract::{Analysis, Article, Hub, Notice, SCHEMA};
use crate::document::Document;
use crate::paste::Paste;

/// Fewer words than this are no article.
const FEWEST_WORDS: usize = 3;

/// Everything that is said of the document.
#[must_use]
pub fn analyze(document: &Document, paste: &Paste) -> Analysis {
    let article = Article {
        title: paste.title.clone(),
        byline: paste.byline.clone(),
        language: document.language(),
        words: document.words(),
        published: paste.published,
        blocks: document.contract_blocks(),
        set_aside: document.contract_set_aside(),
    };
    let mut notices = Vec::new();
    if article.language != "en" && document.words() >= 20 {
        notices.push(notice("language", "This does not look like English, which this tool is tuned for."));
    }
    let published_hub = paste.published_hub.as_ref().map(|lines| {
        let (hub, found) = published::read(document, lines);
        notices.extend(found);
        hub
    });
    if published_hub.is_none() && document.words() >= FEWEST_WORDS {
        notices.push(notice(
            "no-hub",
            "This text carries no publisher's hub. This release reads such hubs; one made here comes with the next release.",
        ));
    }
    Analysis { schema: SCHEMA, article, hub: Hub::default(), published_hub, dates: Vec::new(), notices }
}

fn notice(code: &'static str, message: &str) -> Notice {
    Notice { code, message: message.to_owned(), block: None }
}
