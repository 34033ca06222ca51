//! What each block of a paste looks like to somebody who searches a published hub.

use crate::calendar::read_label;
use crate::characters::{alphanumerics, fold, front};
use crate::paste::kinds::{ends_sentence, is_titled, words};
use crate::paste::lists;
use crate::paste::marks::{Mark, marks};
use crate::paste::tables::hub_heading;
use crate::span::Span;

/// Most words of a name.
pub const NAME: usize = 14;
/// Most words of a label.
const LABEL: usize = 9;

/// A block as the hub's forms see it.
#[derive(Debug)]
pub struct Unit {
    pub block: usize,
    /// Without its bullet.
    pub span: Span,
    pub bullet: bool,
    pub heading: Option<&'static str>,
    pub marks: Marks,
    /// The numbers that its marks name, in order.
    pub cited: Vec<u32>,
    /// Where the label that it begins with ends; its whole length where it is a label alone.
    pub label: Option<usize>,
    pub words: usize,
    pub sentence: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marks {
    None,
    /// One mark at the end, as a judgment may cite.
    Weak,
    /// Right behind the last word, or two in a row.
    Strong,
}

/// A unit for every block.
pub fn units(text: &str, blocks: &[Span]) -> Vec<Unit> {
    (0..blocks.len()).map(|at| unit(text, blocks[at], at)).collect()
}

/// Whether anything is there without which no hub can be proved: marks, a heading, or two labels.
pub fn may_be_a_hub(units: &[Unit]) -> bool {
    let labels = units.iter().filter(|unit| unit.label.is_some()).take(2).count();
    labels > 1 || units.iter().any(|unit| unit.marks != Marks::None || unit.heading.is_some())
}

/// The units that may be of a hub: furniture is passed over, unless it is a name ("Facebook") with its text below.
pub fn without_furniture(text: &str, blocks: &[Span], units: Vec<Unit>, furniture: &[Option<&str>]) -> Vec<Unit> {
    let kept: Vec<bool> = (0..units.len())
        .map(|at| {
            let named = || units.get(at + 1).is_some_and(|next| is_pair(text, &units[at], next));
            units[at].heading.is_some() || blocks[at].len() > 600 || furniture[at].is_none() || named()
        })
        .collect();
    units.into_iter().zip(kept).filter(|(_, keep)| *keep).map(|(unit, _)| unit).collect()
}

fn unit(text: &str, block: Span, at: usize) -> Unit {
    let whole = block.of(text);
    let unhashed = whole.trim_start_matches('#').trim_start();
    let behind = lists::behind_bullet(unhashed);
    let shown = behind.unwrap_or(unhashed);
    let span = block.skip(whole.len() - shown.len());
    let (marks, words) = (marks(shown), words(shown));
    Unit {
        block: at,
        span,
        bullet: behind.is_some(),
        heading: hub_heading(whole),
        marks: marks_at_end(shown, &marks),
        cited: marks.into_iter().flat_map(|mark| mark.numbers).collect(),
        label: label_end(shown, words),
        words,
        sentence: words > NAME || words >= 3 && ends_sentence(shown),
    }
}

fn marks_at_end(shown: &str, found: &[Mark]) -> Marks {
    let Some(last) = found.last() else { return Marks::None };
    let tail = &shown[last.range.end..];
    if tail.chars().any(char::is_alphanumeric) {
        return Marks::None;
    }
    // "wrote at [para. 12] that …": a hub cites behind its sentences, a judgment in the middle of them.
    if found.iter().any(|mark| shown[mark.range.end..].trim_start().starts_with(char::is_lowercase)) {
        return Marks::None;
    }
    let in_a_row = found.windows(2).any(|pair| shown[pair[0].range.end..pair[1].range.start].trim().is_empty());
    let attached = found.iter().any(|mark| shown[..mark.range.start].ends_with(|c: char| !c.is_whitespace() && !matches!(c, '(' | '[')));
    if in_a_row || attached { Marks::Strong } else { Marks::Weak }
}

/// "Since 2018:" alone, or in front of its sentence.
fn label_end(shown: &str, count: usize) -> Option<usize> {
    if count <= LABEL && shown.len() <= 80 && read_label(shown).is_some() {
        return Some(shown.len());
    }
    let cut = front(shown, 80).find([':', '：'])?;
    let length = shown[cut..].chars().next().map_or(1, char::len_utf8);
    let sentence = shown[cut + length..].trim();
    (words(sentence) >= 3 && read_label(&shown[..cut]).is_some()).then_some(cut + length)
}

impl Unit {
    pub fn is_label_alone(&self) -> bool {
        self.label == Some(self.span.len())
    }

    pub fn is_entry(&self) -> bool {
        self.label.is_some() && !self.is_label_alone()
    }

    /// "Recently:" — a label that names no date.
    pub fn is_undated_label(&self, text: &str) -> bool {
        self.words <= 6 && self.span.of(text).ends_with([':', '：']) && self.label.is_none()
    }

    pub fn is_plain_sentence(&self) -> bool {
        self.sentence && self.heading.is_none() && self.label.is_none() && self.marks == Marks::None
    }

    pub fn is_name(&self, text: &str) -> bool {
        let shown = self.span.of(text);
        let short = self.words <= NAME && shown.len() <= 140 && !shown.ends_with(['?', '!', ':', ';', ',']);
        // "Ltd." ends a name, too: of a line this short the stop alone tells nothing, its small words do.
        short
            && (!self.sentence || is_titled_name(shown))
            && self.heading.is_none()
            && self.label.is_none()
            && self.marks == Marks::None
            && shown.chars().any(char::is_alphabetic)
    }
}

/// Whether all words but the first, as which a firm may write itself small, have the capitals of a name.
fn is_titled_name(shown: &str) -> bool {
    shown.split_once(' ').is_none_or(|(_, rest)| is_titled(&rest.replace(", ", " ")))
}

/// Whether the second block speaks of the name in the first: it holds the name's first word of weight.
pub fn is_pair(text: &str, name: &Unit, description: &Unit) -> bool {
    if !name.is_name(text) || !description.is_plain_sentence() || name.bullet != description.bullet || description.words < 3 {
        return false;
    }
    let said = fold(description.span.of(text));
    let folded = fold(name.span.of(text));
    let mut weighty = alphanumerics(&folded).filter(|word| word.len() > 2 && *word != "the");
    weighty.next().is_some_and(|word| alphanumerics(&said).any(|other| other == word))
}
