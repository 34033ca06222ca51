//! Which unit plays which part of a published hub.

use std::collections::HashSet;
use std::ops::Range;

use super::PublishedLines;
use super::units::{Marks, NAME, Unit, is_pair};
use crate::span::Span;

/// Most words of a key point that no heading announces.
const POINT: usize = 45;

/// The part that a unit plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    None,
    Heading,
    Point,
    Summary,
    Name,
    Description,
    Label,
    Happening,
    /// Label and sentence on one line.
    Entry,
}

/// How much form is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strictness {
    ByForm,
    UnderNames,
    UnderTimeline,
}

impl Strictness {
    fn allows(self, in_a_timeline: bool) -> bool {
        self == Self::UnderTimeline || in_a_timeline
    }
}

/// A role for every unit.
pub struct Roles {
    pub of: Vec<Role>,
}

impl Roles {
    /// What can be told without any heading.
    pub fn by_form(text: &str, units: &[Unit]) -> Self {
        let mut roles = Self { of: vec![Role::None; units.len()] };
        let mut at = 0;
        while at < units.len() {
            at += roles.take_at(text, units, at, Strictness::ByForm).max(1);
        }
        roles
    }

    /// Gives the unit at `at` (and its partner) their roles; returns how many units were taken.
    fn take_at(&mut self, text: &str, units: &[Unit], at: usize, strictness: Strictness) -> usize {
        let next = units.get(at + 1);
        let sentence_next = next.is_some_and(Unit::is_plain_sentence);
        let pair = |roles: &mut Self, first, second| {
            roles.of[at] = first;
            roles.of[at + 1] = second;
            2
        };
        let one = |roles: &mut Self, role| {
            roles.of[at] = role;
            1
        };
        let unit = &units[at];
        if unit.marks != Marks::None {
            return one(self, Role::Summary);
        }
        if unit.is_entry() {
            return one(self, Role::Entry);
        }
        if unit.is_label_alone() && sentence_next {
            return pair(self, Role::Label, Role::Happening);
        }
        if unit.is_undated_label(text)
            && sentence_next
            && strictness.allows(at > 0 && matches!(self.of[at - 1], Role::Happening | Role::Entry))
        {
            return pair(self, Role::Label, Role::Happening);
        }
        if next.is_some_and(|next| is_pair(text, unit, next)) {
            return pair(self, Role::Name, Role::Description);
        }
        let lenient_pair = unit.is_name(text) && !unit.sentence && sentence_next;
        if strictness == Strictness::UnderNames && lenient_pair {
            return pair(self, Role::Name, Role::Description);
        }
        0
    }

    /// Whether two forms agree that this is a hub. Where no heading says so, marks alone do not: a judgment cites
    /// paragraphs, too, two in a row, at the end of its own. A hub's marks go through its article from the beginning.
    pub fn prove_a_hub(&self, units: &[Unit]) -> bool {
        let count = |role: Role| self.of.iter().filter(|r| **r == role).count();
        let summary: Vec<&Unit> = units.iter().filter(|unit| unit.marks != Marks::None).collect();
        let strong = summary.iter().any(|unit| unit.marks == Marks::Strong);
        let names = count(Role::Name);
        let entries = count(Role::Label) + count(Role::Entry);
        let named = units.iter().any(|unit| unit.heading == Some("hub"));
        let headed = self.headed_parts(units);
        let points = units.windows(2).any(|pair| pair[0].bullet && pair[0].is_plain_sentence() && pair[1].marks == Marks::Strong);
        let through = goes_through(&summary);
        named && (!summary.is_empty() || names > 0 || entries > 0 || self.points_follow_hub(units))
            || strong && headed > 0 && (through || names > 1 || entries > 1)
            || strong && (through || names > 1 && entries > 1) && (names > 1 || entries > 1 || points)
            || strong && through && summary.len() >= 2 && self.is_unbroken(units) && units[0].marks == Marks::None
            || headed >= 2
            || names >= 2 && entries >= 2 && self.parts_touch()
    }

    /// How many different headings have their own part right below them.
    fn headed_parts(&self, units: &[Unit]) -> usize {
        let below = |at: usize, part: &str| match (part, self.of.get(at + 1)) {
            ("summary", Some(Role::Summary)) | ("entities", Some(Role::Name)) | ("timeline", Some(Role::Label | Role::Entry)) => true,
            ("points", _) => units.get(at + 1).is_some_and(|unit| unit.bullet && unit.is_plain_sentence()),
            _ => false,
        };
        let parts: HashSet<&str> = units.iter().enumerate().filter_map(|(at, unit)| unit.heading.filter(|part| below(at, part))).collect();
        parts.len()
    }

    fn points_follow_hub(&self, units: &[Unit]) -> bool {
        units.windows(2).any(|pair| pair[0].heading == Some("hub") && pair[1].bullet && pair[1].is_plain_sentence())
    }

    /// Whether the blocks with marks stand together.
    fn is_unbroken(&self, units: &[Unit]) -> bool {
        units.windows(2).any(|pair| pair[0].marks == Marks::Strong && pair[1].marks == Marks::Strong)
    }

    /// Whether a timeline begins where the names end.
    fn parts_touch(&self) -> bool {
        self.of
            .windows(2)
            .any(|pair| matches!(pair, [Role::Description, Role::Label | Role::Entry] | [Role::Happening | Role::Entry, Role::Name]))
            || self.of.windows(3).any(|run| matches!(run, [Role::Description, Role::None, Role::Label | Role::Entry]))
    }

    /// Under a heading its part is read more generously than form alone allows; and the key points are found.
    pub fn follow_headings(&mut self, text: &str, units: &[Unit]) {
        for at in 0..units.len() {
            match units[at].heading {
                Some("hub" | "points") => self.take_points(units, at + 1),
                Some("entities") => self.take_run(text, units, at + 1, Strictness::UnderNames),
                Some("timeline") => self.take_run(text, units, at + 1, Strictness::UnderTimeline),
                Some("summary") => self.take_unmarked_summary(units, at + 1),
                _ => {}
            }
        }
        if !self.of.contains(&Role::Point) {
            self.take_points_above_summary(units);
        }
    }

    fn take_run(&mut self, text: &str, units: &[Unit], from: usize, strictness: Strictness) {
        let mut at = from;
        while at < units.len() && self.of[at] == Role::None && units[at].heading.is_none() {
            let taken = self.take_at(text, units, at, strictness);
            if taken == 0 {
                return;
            }
            at += taken;
        }
    }

    /// Bulleted sentences, or plain ones that another part of the hub follows.
    fn take_points(&mut self, units: &[Unit], from: usize) {
        let free = |at: usize| at < units.len() && self.of[at] == Role::None && units[at].is_plain_sentence() && units[at].words <= 80;
        let bulleted = units.get(from).is_some_and(|unit| unit.bullet);
        let end = (from..).find(|&at| !free(at) || units[at].bullet != bulleted).unwrap_or(from);
        let hub_follows = units.get(end).is_some_and(|unit| unit.heading.is_some() || self.of[end] != Role::None);
        let end = if bulleted || hub_follows { end } else { end.min(from + 3) };
        self.of[from.min(end)..end].fill(Role::Point);
    }

    /// Without a heading: the bulleted sentences right above the summary, or three short ones set off from the article.
    fn take_points_above_summary(&mut self, units: &[Unit]) {
        let Some(mut end) = self.of.iter().position(|role| *role == Role::Summary) else { return };
        while end > 0 && units[end - 1].heading.is_some() {
            end -= 1;
        }
        let fits = |at: usize| self.of[at] == Role::None && units[at].is_plain_sentence() && units[at].words <= POINT;
        let bulleted = end > 0 && units[end - 1].bullet;
        let mut from = end;
        while from > 0 && fits(from - 1) && units[from - 1].bullet == bulleted {
            from -= 1;
        }
        if bulleted {
            self.of[from..end].fill(Role::Point);
        } else if end - from >= 3 {
            self.of[end - 3..end].fill(Role::Point);
        }
    }

    /// A summary whose marks were lost, where another part shows its end.
    fn take_unmarked_summary(&mut self, units: &[Unit], from: usize) {
        let end = (from..units.len()).find(|&at| self.of[at] != Role::None || units[at].heading.is_some());
        let Some(end) = end.filter(|&end| end > from && units[from..end].iter().all(|unit| unit.is_plain_sentence())) else { return };
        self.of[from..end].fill(Role::Summary);
    }

    /// What stands between two pieces of one part belongs to it: an uncited paragraph, a name without its text.
    pub fn fill_gaps(&mut self, units: &[Unit]) {
        for at in 1..units.len().saturating_sub(1) {
            if self.of[at] != Role::None || units[at].heading.is_some() {
                continue;
            }
            self.of[at] = match (self.of[at - 1], self.of[at + 1]) {
                (Role::Summary, Role::Summary) if units[at].sentence => Role::Summary,
                (Role::Description | Role::Name, Role::Name) if units[at].sentence && !units[at].bullet => Role::Description,
                (Role::Description | Role::Name, Role::Name) if units[at].sentence && units[at].words > NAME => Role::Description,
                (Role::Description | Role::Name, Role::Name) => Role::Name,
                (Role::Happening | Role::Entry, Role::Label | Role::Entry) if units[at].is_label_alone() => Role::Label,
                (Role::Happening | Role::Entry, Role::Label | Role::Entry) if units[at].sentence => Role::Happening,
                _ => Role::None,
            };
        }
        let last = units.len().wrapping_sub(1);
        if last > 0 && last < units.len() && units[last].is_label_alone() && matches!(self.of[last - 1], Role::Happening) {
            self.of[last] = Role::Label;
        }
    }

    /// A date above a short paragraph, before anything else of the hub: the day of the article and its first paragraph.
    pub fn drop_opening_date(&mut self, units: &[Unit]) {
        let Some(at) = (0..units.len()).find(|&at| self.of[at] != Role::None || units[at].heading.is_some()) else { return };
        let goes_on = matches!(self.of.get(at + 2), Some(Role::Label | Role::Happening | Role::Entry));
        if self.of[at..].starts_with(&[Role::Label, Role::Happening]) && !units[at].bullet && !goes_on {
            self.of[at..at + 2].fill(Role::None);
        }
    }

    /// Of several runs of one part, those of another look than the longest are the article's: set with other bullets,
    /// or a single pair far from the rest and under no heading.
    pub fn drop_strays(&mut self, units: &[Unit], part: &[Role]) {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in (0..units.len()).filter(|&at| part.contains(&self.of[at])) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => runs.push(at..at + 1),
            }
        }
        // A title and its first paragraph can be as long as the one card of a hub, but touch none of its parts.
        let of_hub = |at: usize| units.get(at).is_some_and(|unit| unit.heading.is_some() || self.of[at] != Role::None);
        let touches = |run: &Range<usize>| of_hub(run.start.wrapping_sub(1)) || of_hub(run.end);
        let Some(longest) = runs.iter().rev().max_by_key(|run| (touches(run), run.len())).cloned() else { return };
        for run in runs.into_iter().filter(|run| *run != longest) {
            let headed = run.start > 0 && units[run.start - 1].heading.is_some();
            if !headed && (run.len() <= 2 || units[run.start].bullet != units[longest.start].bullet) {
                self.of[run].fill(Role::None);
            }
        }
    }

    /// A heading of the article with its paragraph can look like a name with its text. Such a run counts only beside a
    /// heading of the hub, with a cited summary or key points, with another part, or where it is a long bulleted list.
    pub fn drop_islands(&mut self, units: &[Unit]) {
        let of_hub = |roles: &Self, at: usize| roles.of[at] != Role::None || units[at].heading.is_some();
        let mut at = 0;
        while at < units.len() {
            let end = (at..units.len()).find(|&i| !of_hub(self, i)).unwrap_or(units.len());
            if !self.is_part_of_hub(units, at, end) {
                self.of[at..end].fill(Role::None);
            }
            at = end + 1;
        }
    }

    fn is_part_of_hub(&self, units: &[Unit], from: usize, end: usize) -> bool {
        let island = from..end;
        let count = |wanted: &[Role]| self.of[island.clone()].iter().filter(|role| wanted.contains(role)).count();
        let headed = units[island.clone()].iter().any(|unit| unit.heading.is_some());
        let cited = count(&[Role::Point]) > 0 || units[island.clone()].iter().any(|unit| unit.marks == Marks::Strong);
        let (names, entries) = (count(&[Role::Name]), count(&[Role::Label, Role::Entry]));
        let bulleted = units[island.clone()].iter().all(|unit| unit.bullet);
        headed || cited || names > 0 && entries > 0 || bulleted && names.max(entries) >= 3
    }

    /// Headings of parts that are there, of empty parts between them, and of the hub itself.
    pub fn take_headings(&mut self, units: &[Unit]) {
        let is_role = |role: Option<&Role>| role.is_some_and(|role| *role != Role::None);
        for at in (0..units.len()).rev() {
            let near = is_role(self.of.get(at + 1)) || at > 0 && is_role(self.of.get(at - 1));
            if units[at].heading.is_some() && self.of[at] == Role::None && (near || units[at].heading == Some("hub")) {
                self.of[at] = Role::Heading;
            }
        }
    }

    pub fn lines(&self, text: &str, units: &[Unit]) -> PublishedLines {
        let mut lines = PublishedLines::default();
        for (unit, role) in units.iter().zip(&self.of) {
            let span = unit.span;
            match role {
                Role::Point => lines.key_points.push(span),
                Role::Summary => lines.summary.push(span),
                Role::Name => lines.entities.push((span, Vec::new())),
                Role::Description => match lines.entities.last_mut() {
                    Some((_, said)) => said.push(span),
                    None => lines.entities.push((span, Vec::new())),
                },
                Role::Label => lines.timeline.push((Some(span), None)),
                Role::Happening => match lines.timeline.last_mut() {
                    Some((Some(_), happening @ None)) => *happening = Some(span),
                    _ => lines.timeline.push((None, Some(span))),
                },
                Role::Entry => {
                    let cut = unit.label.unwrap_or_default();
                    let label = Span { start: span.start, end: span.skip(cut).start };
                    lines.timeline.push((Some(label), Some(span.skip(cut).trim(text))));
                }
                Role::None | Role::Heading => {}
            }
        }
        lines.without_doubles(text)
    }
}

/// Whether the numbers that are cited begin with the article's first paragraphs and go on without wide gaps.
fn goes_through(summary: &[&Unit]) -> bool {
    let cited: Vec<u32> = summary.iter().flat_map(|unit| unit.cited.iter().copied()).collect();
    let different: HashSet<u32> = cited.iter().copied().collect();
    let falls = cited.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let most = different.iter().max().copied().unwrap_or(0) as usize;
    cited.first().is_some_and(|first| *first <= 2) && falls * 4 <= cited.len() && most <= different.len() * 2
}
