//! The third step: what stands where. Each recogniser reads the [`Document`] alone; where two of them claim the same
//! words, [`settled`] decides.

mod dates;
mod figures;
mod names;
mod quotes;

pub use dates::{Anchor, DateFound};
pub use figures::{FigureFound, FigureKind};
#[cfg(feature = "training")]
pub use names::training;
pub use names::{
    Model as NameModel, NameFound, SURE, TOLD, is_first_name, is_known_city, is_known_name, is_known_place, is_title, known_kind,
};
pub use quotes::{QuoteFound, around};

use std::ops::Range;

use crate::contract::EntityKind;
use crate::document::Document;

/// Everything that was recognised, in text order.
#[derive(Debug)]
pub struct Mentions {
    /// Dated expressions.
    pub dates: Vec<DateFound>,
    /// Names.
    pub names: Vec<NameFound>,
    /// Sums, shares and counts.
    pub figures: Vec<FigureFound>,
    /// Statements in quotation marks.
    pub quotes: Vec<QuoteFound>,
}

/// The dates of the document. `anchor` is the day on which relative ones hang.
#[must_use]
pub fn dates(document: &Document, anchor: Anchor) -> Vec<DateFound> {
    dates::read(document, anchor)
}

/// Everything that is recognised, the dates among it. Without `names` rules alone find the names.
#[must_use]
pub fn read(document: &Document, dates: Vec<DateFound>, names: Option<&NameModel>) -> Mentions {
    let names = names::read(document, &dates, names);
    let (dates, names) = settled(document, dates, names);
    let figures = figures::read(document, &dates);
    let quotes = quotes::read(document, &names);
    Mentions { dates, names, figures, quotes }
}

/// Words that a date and a name both claim. A month or a year inside the longer name of a person or a body is the name's
/// ("April Ryan", "Theresa May"); everything else that can be dated is a date, and no name. A year in the name of an
/// event stays a date, for it says when the event was. Figures leave out what is dated.
fn settled(document: &Document, mut dates: Vec<DateFound>, mut names: Vec<NameFound>) -> (Vec<DateFound>, Vec<NameFound>) {
    let before = |at: usize| at.checked_sub(1).map_or("", |at| document.slice(document.tokens()[at].span));
    let holds = |name: &NameFound, date: &Range<usize>| {
        // "the Peace Conference of 1861": the year says when, although a body bears it.
        if name.kind != EntityKind::Person && matches!(before(date.start), "of" | "in" | ",") {
            return false;
        }
        let longer = name.tokens.start <= date.start && date.end <= name.tokens.end && name.tokens.len() > date.len();
        longer && matches!(name.kind, EntityKind::Person | EntityKind::Company | EntityKind::Organisation)
    };
    let near = |names: &[NameFound], date: &Range<usize>| names.partition_point(|name| name.tokens.end <= date.start);
    dates.retain(|date| !names.get(near(&names, &date.tokens)).is_some_and(|name| holds(name, &date.tokens)));
    let overlaps = |name: &NameFound| {
        let first = dates.partition_point(|date| date.tokens.end <= name.tokens.start);
        dates.get(first).is_some_and(|date| date.tokens.start < name.tokens.end && date.tokens.len() >= name.tokens.len())
    };
    names.retain(|name| !overlaps(name));
    (dates, names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BUILT_IN, Container};

    fn found(text: &str) -> (Vec<String>, Vec<String>) {
        let paste = crate::paste::read(text, crate::Date::new(2025, 10, 29));
        let document = Document::new(text, &paste);
        let model = Container::read(BUILT_IN).ok().and_then(|container| NameModel::read(&container));
        let dates = super::dates(&document, Anchor::of(&document, paste.published));
        let mentions = read(&document, dates, model.as_ref());
        let words = |tokens: &Range<usize>| document.slice(document.span_of(tokens)).to_owned();
        (
            mentions.dates.iter().map(|date| words(&date.tokens)).collect(),
            mentions.names.iter().filter(|name| name.kind == EntityKind::Person).map(|name| words(&name.tokens)).collect(),
        )
    }

    #[test]
    fn a_month_in_a_persons_name_is_the_persons() {
        let (dates, people) = found("The reporter April Ryan asked for it twice. Prime Minister Theresa May gave no answer.");
        assert_eq!(dates, Vec::<String>::new());
        assert_eq!(people, ["April Ryan", "Theresa May"]);
    }

    #[test]
    fn a_month_beside_a_person_is_a_date() {
        let (dates, people) = found("In April Mary Smith resigned. She had asked for it in May.");
        assert_eq!(dates, ["April", "May"]);
        assert_eq!(people, ["Mary Smith"]);
    }
}
