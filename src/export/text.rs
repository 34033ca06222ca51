//! Plain text in the published form: what is written here can be pasted again and gives the same hub.

use super::{cited, hub_of, joined};
use crate::contract::{Analysis, Event, Hub};

/// Title, then the parts that are there.
pub fn write(analysis: &Analysis) -> String {
    let mut out = String::new();
    if let Some(title) = &analysis.article.title {
        out += &format!("{title}\n\n");
    }
    hub(&mut out, hub_of(analysis));
    for notice in &analysis.notices {
        out += &format!("Note: {}\n", notice.message);
    }
    out
}

fn hub(out: &mut String, hub: &Hub) {
    if !hub.digest.key_points.is_empty() {
        *out += "DIGEST HUB\n";
        for claim in &hub.digest.key_points {
            *out += &format!("- {}\n", cited(claim));
        }
        out.push('\n');
    }
    if !hub.digest.summary.is_empty() {
        *out += "Explore the story in 3 minutes\n";
        for part in &hub.digest.summary {
            *out += &format!("{}\n", part.claims.iter().map(cited).collect::<Vec<_>>().join(" "));
        }
        out.push('\n');
    }
    if !hub.entities.is_empty() {
        *out += "Who's Who\n";
        for entity in &hub.entities {
            *out += &format!("- {}\n- {}\n", entity.name, joined(&entity.description));
        }
        out.push('\n');
    }
    if !hub.timeline.is_empty() {
        *out += "What Happened When\n";
        for event in &hub.timeline {
            *out += &entry(event);
        }
        out.push('\n');
    }
}

fn entry(event: &Event) -> String {
    format!("- {}:\n- {}\n", event.label, cited(&event.claim))
}
