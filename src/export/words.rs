//! What stands around the hub in the formats that people read: English, or the words of whoever exports.

use serde::Deserialize;

use crate::contract::{Entity, EntityKind, Hub};

/// Headings and labels of Markdown and HTML. Names of columns and fields, which programs read, are the same everywhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(default)]
pub struct Words {
    /// BCP 47.
    pub language: String,
    /// "Digest".
    pub digest: String,
    /// "In 30 seconds".
    pub short: String,
    /// "In 3 minutes".
    pub long: String,
    /// "Who’s who".
    pub who: String,
    /// "What happened when".
    pub when: String,
    /// "Article".
    pub article: String,
    /// A citation, with `{}` for the number.
    pub para: String,
    /// The other names of somebody, with `{}` for them.
    pub also: String,
    /// What a page says at its end.
    pub made: String,
    /// "company", "organisation", "person", "place".
    pub kinds: [String; 4],
    /// A label for each event of the exported hub; none where the hub's own stand.
    pub events: Vec<String>,
}

impl Default for Words {
    fn default() -> Self {
        let kinds = [EntityKind::Company, EntityKind::Organisation, EntityKind::Person, EntityKind::Place];
        Self {
            language: "en".to_owned(),
            digest: "Digest".to_owned(),
            short: "In 30 seconds".to_owned(),
            long: "In 3 minutes".to_owned(),
            who: "Who\u{2019}s who".to_owned(),
            when: "What happened when".to_owned(),
            article: "Article".to_owned(),
            para: "para. {}".to_owned(),
            also: "also {}".to_owned(),
            made: "Made with digest-hub from the article above.".to_owned(),
            kinds: kinds.map(|kind| kind.name().to_owned()),
            events: Vec::new(),
        }
    }
}

impl Words {
    /// "para. 9"
    pub(super) fn citation(&self, number: u32) -> String {
        self.para.replacen("{}", &number.to_string(), 1)
    }

    /// What is known of somebody beside what is told: kind, ticker, role, other names. "Other" says nothing to a reader.
    pub(super) fn facts(&self, entity: &Entity) -> Vec<String> {
        let kind = match entity.kind {
            EntityKind::Company => Some(0),
            EntityKind::Organisation => Some(1),
            EntityKind::Person => Some(2),
            EntityKind::Place => Some(3),
            EntityKind::Other => None,
        };
        let kind = kind.map(|kind: usize| self.kinds[kind].clone());
        let also = (!entity.aliases.is_empty()).then(|| self.also.replacen("{}", &entity.aliases.join(", "), 1));
        [kind, entity.ticker.clone(), entity.role.clone(), also].into_iter().flatten().collect()
    }

    /// The label of an event by its place in the timeline.
    pub(super) fn label<'a>(&'a self, hub: &'a Hub, event: usize) -> &'a str {
        let own = hub.timeline.get(event).map_or("", |event| event.label.as_str());
        self.events.get(event).map_or(own, String::as_str)
    }
}
