//! Pasted HTML as the plain text that is then analysed, kept and shown.
//!
//! One pass over the tags, no tree: a paste needs its blocks apart and its entities decoded, nothing else. What browsers
//! do not show (scripts, styles, templates, `hidden`, `aria-hidden` icons) is left out. Every input gives some text.

mod references;
mod tags;
mod writer;

use tags::{Markup, Tag, behind_raw, is_raw, markup};
use writer::Writer;

/// The text of an HTML fragment: blocks apart by an empty line, headings as `## `, items as `- `, entities decoded,
/// what a browser hides left out.
///
/// ```
/// assert_eq!(digest_hub::text_from_html("<h1>Port</h1><p>Ships &amp; <b>cranes</b>.<ul><li>One</ul>"), "## Port\n\nShips & cranes.\n\n- One");
/// ```
#[must_use]
pub fn text_from_html(html: &str) -> String {
    let mut writer = Writer::default();
    let mut hidden: Option<Hidden> = None;
    let mut rest = html;
    while !rest.is_empty() {
        let Some(open) = rest.find('<') else {
            writer.text(rest, hidden.is_some());
            break;
        };
        writer.text(&rest[..open], hidden.is_some());
        let Some((markup, behind)) = markup(&rest[open..]) else {
            // A lone "<" is text, as in "p < 0.05".
            writer.text("<", hidden.is_some());
            rest = &rest[open + 1..];
            continue;
        };
        rest = behind;
        let Markup::Tag(tag) = markup else { continue };
        hidden = match hidden {
            Some(inside) => inside.after(&tag),
            None if tag.hides() => Some(Hidden { name: tag.name, depth: 1 }),
            None => {
                writer.tag(&tag);
                None
            }
        };
        if let Some(inside) = &hidden
            && is_raw(&inside.name)
        {
            rest = behind_raw(rest, &inside.name);
            hidden = None;
        }
    }
    writer.finish()
}

/// An element that is not shown, and how many of its name are open.
struct Hidden {
    name: String,
    depth: usize,
}

impl Hidden {
    fn after(mut self, tag: &Tag<'_>) -> Option<Self> {
        if tag.name == self.name {
            self.depth = if tag.closing { self.depth - 1 } else { self.depth + 1 };
        }
        (self.depth > 0).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_the_text_that_a_reader_sees() {
        for (html, text) in [
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("<div>One<div>Two</div>three</div>", "One\n\nTwo\n\nthree"),
            ("<h2 class='x'>Head</h2>Body", "## Head\n\nBody"),
            ("<ul><li><p>One</p></li><li>Two</li></ul>", "- One\n\n- Two"),
            ("a<br>b<br/><br>c", "a\nb\n\nc"),
            ("x &lt;3 &amp;amp; &#8212; &#x201C;q&#x201D; &nbsp;y &bogus; R&D; &#150;", "x <3 &amp; — “q” \u{A0}y &bogus; R&D; –"),
            ("p < 0.05 and 5 > 3", "p < 0.05 and 5 > 3"),
            ("<script>if (a<b) document.write('<p>x')</script>kept", "kept"),
            ("<style>p{}</style><STYLE>x</style >kept", "kept"),
            ("<span hidden>no</span><i style=\"display: none\">no</i><b aria-hidden='true'>no</b>yes", "yes"),
            ("<div hidden><div>no</div>no</div>yes", "yes"),
            ("<a title='a > b' href=x>link</a>ed", "linked"),
            ("<img alt=x onerror=\"alert('>')\">text", "text"),
            ("<!-- <p>no</p> -->yes<!-- open", "yes"),
            ("  spaced\n\n out\t<b> bold </b> text ", "spaced out bold text"),
            ("<pre>a\nb\n\nc</pre>", "a\nb\n\nc"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
            ("<dl><dt>Acme Corp.</dt><dd>Acme makes rope.</dd></dl>", "Acme Corp.\n\nAcme makes rope."),
            ("<p", ""),
            ("<p title=\"never closed>text", "text"),
            ("<>", "<>"),
            ("</", "</"),
            ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"),
        ] {
            assert_eq!(text_from_html(html), text, "{html}");
        }
    }
}
