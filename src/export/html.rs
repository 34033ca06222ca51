//! The hub and its article as one page that needs nothing else: no script, no request, citations as links within it.

use std::collections::BTreeSet;

use super::{Words, hub_of, without_controls};
use crate::contract::{Analysis, Article, Block, BlockKind, Claim, Entity, Hub, SetAside};

/// How it looks: letters of the system, its own colours in light and dark, and a layout for paper.
const STYLE: &str = include_str!("html.css");
/// The SHA-256 of [`STYLE`] in Base64, which lets in this style and no other; a test holds the two together.
const STYLE_HASH: &str = "GP5z0hbOfM5keflL33c1xqSNq7phMOFG6WSIt0ZFa5w=";

/// The whole file.
pub fn write(analysis: &Analysis, words: &Words) -> String {
    let article = &analysis.article;
    let hub = hub_of(analysis);
    let page = Page { words, numbers: article.blocks.iter().filter_map(|block| block.number).collect() };
    let language = if article.language == "und" { "" } else { article.language };
    let title = article.title.as_deref().unwrap_or("digest-hub");
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; form-action 'none'\">\n\
         <title>{}</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escape(&without_bidi(title))
    );
    out += &head(article);
    out += &page.digest(hub);
    out += &page.section("who", &words.who, &hub.entities.iter().map(|entity| page.entity(entity)).collect::<String>());
    let events: String = (0..hub.timeline.len()).map(|event| page.event(hub, event)).collect();
    out += &page.section("when", &words.when, &wrapped("<ol class=\"events\">\n", &events, "</ol>\n"));
    out += &page.article(article);
    out += &format!("<footer><p{}>{}</p></footer>\n</body>\n</html>\n", page.language(), escape(&words.made));
    out
}

/// The words around, and the paragraphs that are there to be led to.
struct Page<'a> {
    words: &'a Words,
    numbers: BTreeSet<u32>,
}

impl Page<'_> {
    fn digest(&self, hub: &Hub) -> String {
        let points: String = hub.digest.key_points.iter().map(|claim| format!("<li>{}</li>\n", self.claim(claim))).collect();
        let parts: String = hub.digest.summary.iter().map(|part| format!("<p>{}</p>\n", self.claims(&part.claims))).collect();
        let heading = |words: &str| format!("<h3{}>{}</h3>\n", self.language(), escape(words));
        let points = wrapped(&(heading(&self.words.short) + "<ol>\n"), &points, "</ol>\n");
        self.section("digest", &self.words.digest, &(points + &wrapped(&heading(&self.words.long), &parts, "")))
    }

    fn entity(&self, entity: &Entity) -> String {
        let facts: Vec<String> = self.words.facts(entity).iter().map(|fact| said(fact)).collect();
        let facts = wrapped("<p class=\"facts\">", &facts.join(" · "), "</p>\n");
        let says = wrapped("<p>", &self.claims(&entity.description), "</p>\n");
        format!("<div>\n<h3>{}</h3>\n{facts}{says}</div>\n", said(&entity.name))
    }

    fn event(&self, hub: &Hub, at: usize) -> String {
        let claim = hub.timeline.get(at).map(|event| self.claim(&event.claim)).unwrap_or_default();
        format!("<li><b>{}:</b> {claim}</li>\n", said(self.words.label(hub, at)))
    }

    fn claims(&self, claims: &[Claim]) -> String {
        claims.iter().map(|claim| self.claim(claim)).collect::<Vec<_>>().join(" ")
    }

    /// A citation to a paragraph that the paste does not hold is text, as on the page.
    fn claim(&self, claim: &Claim) -> String {
        let cite = |number: &u32| {
            let label = escape(&self.words.citation(*number));
            if self.numbers.contains(number) {
                format!(" <a class=\"cite\" href=\"#p{number}\">{label}</a>")
            } else {
                format!(" <span class=\"cite\">{label}</span>")
            }
        };
        said(&claim.text) + &claim.paragraphs.iter().map(cite).collect::<String>()
    }

    fn section(&self, id: &str, title: &str, content: &str) -> String {
        wrapped(&format!("<section id=\"{id}\">\n{}", self.heading(title)), content, "</section>\n")
    }

    fn article(&self, article: &Article) -> String {
        let before = format!("<article id=\"article\">\n{}", self.heading(&self.words.article));
        wrapped(&before, &blocks_of(article), "</article>\n")
    }

    fn heading(&self, words: &str) -> String {
        format!("<h2{}>{}</h2>\n", self.language(), escape(words))
    }

    /// The attribute of what is not in the article's language, which the file has in its root.
    fn language(&self) -> String {
        if self.words.language == "en" { String::new() } else { format!(" lang=\"{}\"", escape(&self.words.language)) }
    }
}

fn head(article: &Article) -> String {
    let title = article.title.as_deref().map(|title| format!("<h1>{}</h1>\n", said(title))).unwrap_or_default();
    let date = article.published.map(|published| format!("<time datetime=\"{0}\">{0}</time>", published.date));
    let by: Vec<String> = [article.byline.as_deref().map(said), date].into_iter().flatten().collect();
    format!("<header>\n{title}{}</header>\n", wrapped("<p class=\"by\">", &by.join(" · "), "</p>\n"))
}

fn blocks_of(article: &Article) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for block in &article.blocks {
        let is_item = block.kind == BlockKind::List;
        if is_item != in_list {
            out += if is_item { "<ul>\n" } else { "</ul>\n" };
            in_list = is_item;
        }
        out += &block_of(block, &article.set_aside);
    }
    if in_list {
        out += "</ul>\n";
    }
    out
}

fn block_of(block: &Block, set_aside: &[SetAside]) -> String {
    let text = said(&kept(block, set_aside));
    let number = block.number.map(|number| format!("<span class=\"n\">{number}</span>")).unwrap_or_default();
    let id = block.number.map(|number| format!(" id=\"p{number}\"")).unwrap_or_default();
    match block.kind {
        // The head of the page says both.
        BlockKind::Title | BlockKind::Byline => String::new(),
        BlockKind::Heading => format!("<h3>{text}</h3>\n"),
        BlockKind::List => format!("<li{id}>{number}{text}</li>\n"),
        BlockKind::Body | BlockKind::Deck => format!("<p{id}>{number}{text}</p>\n"),
        BlockKind::Caption | BlockKind::Note => format!("<p class=\"note\">{text}</p>\n"),
    }
}

/// The block without what was set aside inside it: marks of Markdown, an advert in the middle of a line.
fn kept(block: &Block, set_aside: &[SetAside]) -> String {
    let first = set_aside.partition_point(|range| range.end <= block.start);
    let mut ranges = set_aside[first..].iter().take_while(|range| range.start < block.end).peekable();
    let mut at = block.start;
    let mut out = String::with_capacity(block.text.len());
    for c in block.text.chars() {
        while ranges.next_if(|range| range.end <= at).is_some() {}
        if ranges.peek().is_none_or(|range| at < range.start) {
            out.push(c);
        }
        at += c.len_utf16();
    }
    out
}

/// Nothing around nothing.
fn wrapped(before: &str, content: &str, after: &str) -> String {
    if content.is_empty() { String::new() } else { format!("{before}{content}{after}") }
}

/// Words of the article, in their own direction.
fn said(text: &str) -> String {
    format!("<bdi>{}</bdi>", escape(text))
}

/// Text that shows as it is, inside an element or a quoted attribute.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in without_controls(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(c),
        }
    }
    out
}

/// A title has no `<bdi>`, so what could turn the words of the window round is left out.
fn without_bidi(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(*c)).collect()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use sha2::Digest;

    use super::*;

    #[test]
    fn the_policy_lets_in_the_style_that_is_there() {
        assert_eq!(base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(STYLE)), STYLE_HASH);
        assert!(!STYLE.contains("</") && !STYLE.contains("url(") && !STYLE.contains('\r'));
    }

    #[test]
    fn metacharacters_show_as_themselves() {
        assert_eq!(escape("a <b c='d' e=\"f\"> & \u{0}g"), "a &lt;b c=&#39;d&#39; e=&quot;f&quot;&gt; &amp;  g");
        assert_eq!(without_bidi("a\u{202E}b\u{2066}c"), "abc");
    }
}
