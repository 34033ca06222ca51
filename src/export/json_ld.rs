//! JSON-LD with schema.org's NewsArticle, Organization, Person, Place and Event, safe inside a `<script>`.

use serde_json::{Value, json};

use super::{hub_of, joined};
use crate::contract::{Analysis, Entity, EntityKind, Event};

/// The article with what it mentions and the events that it tells of.
pub fn write(analysis: &Analysis) -> String {
    let hub = hub_of(analysis);
    let article = &analysis.article;
    let mut node = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "wordCount": article.words,
        "mentions": hub.entities.iter().map(entity).collect::<Vec<_>>(),
        "about": hub.timeline.iter().map(event).collect::<Vec<_>>(),
    });
    let abstract_ = joined(&hub.digest.key_points);
    let fields = [
        ("headline", article.title.clone()),
        ("abstract", Some(abstract_).filter(|text| !text.is_empty())),
        ("datePublished", article.published.map(|published| published.date.to_string())),
        ("inLanguage", Some(article.language.to_owned()).filter(|language| language != "und")),
    ];
    set(&mut node, &fields);
    if let Some(byline) = &article.byline {
        node["author"] = json!({ "@type": "Person", "name": byline });
    }
    // "</script>" must not end the element that carries this.
    let json = serde_json::to_string_pretty(&node).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029") + "\n"
}

fn entity(entity: &Entity) -> Value {
    let kind = match entity.kind {
        EntityKind::Company | EntityKind::Organisation => "Organization",
        EntityKind::Person => "Person",
        EntityKind::Place => "Place",
        EntityKind::Other => "Thing",
    };
    let mut node = json!({ "@type": if entity.ticker.is_some() { "Corporation" } else { kind }, "name": entity.name });
    set(
        &mut node,
        &[
            ("tickerSymbol", entity.ticker.clone()),
            ("jobTitle", entity.role.clone().filter(|_| entity.kind == EntityKind::Person)),
            ("description", Some(joined(&entity.description)).filter(|text| !text.is_empty())),
        ],
    );
    if !entity.aliases.is_empty() {
        node["alternateName"] = json!(entity.aliases);
    }
    node
}

/// schema.org's dates are points: a start where the event has one, an end where it has one.
fn event(event: &Event) -> Value {
    let mut node = json!({ "@type": "Event", "name": event.claim.text, "temporalCoverage": event.date.as_deref().unwrap_or(&event.label) });
    let day = |date: Option<crate::Date>| date.map(|d| d.to_string());
    set(&mut node, &[("startDate", day(event.earliest)), ("endDate", day(event.latest))]);
    node
}

fn set(node: &mut Value, fields: &[(&str, Option<String>)]) {
    for (name, value) in fields {
        if let Some(value) = value {
            node[*name] = json!(value);
        }
    }
}
