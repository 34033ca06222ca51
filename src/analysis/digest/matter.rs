//! What the story says again and again. A point that tells much of it, in few words, says more than one that tells what is
//! said once; what the other points tell already does not count again.

use super::form;
use super::terms::Terms;
use crate::analysis::claims::{self, Draft, stem_key, stem_keys};
use crate::characters::pieces;
use crate::lists::Map;

/// What a stem is worth to a point of [`WORDS`] stems for each further sentence that has it, and for how many at most. With 300
/// to 500 the key points of 500 CNN stories gain .2 to .5 ROUGE-1, those of GUM's training part .1 to .4.
const REPEATED: i64 = 400;
const MOST: u32 = 4;
const WORDS: i64 = 10;
/// A shorter point counts as one of so many stems.
const FEWEST: usize = 5;
/// What each figure is worth, and how many count.
const FIGURE: i64 = 300;
const FIGURES: usize = 2;
/// What a sentence loses that tells of good will, not of a deed.
const THIN: i64 = 2500;
/// And one that tells what was before the news, or what is good without a figure.
const BACKGROUND: i64 = 3500;
const PRAISE: i64 = 2500;
/// And one that names nobody.
const NOBODY: i64 = 3500;
/// One whose subject was told before it, in a sentence that no point is made of.
const UNTOLD: i64 = 2000;

/// In how many sentences the stems of a story stand, by their keys.
#[derive(Default)]
pub struct Matter {
    sentences: Map<u64, u32>,
}

impl Matter {
    /// Of these terms: the stems that stand in more than one sentence.
    pub fn of(terms: &Terms) -> Self {
        let repeated = terms.keys.iter().zip(&terms.sentences).filter(|(_, count)| **count > 1);
        Self { sentences: repeated.map(|(key, count)| (*key, (*count).min(MOST))).collect() }
    }

    /// What the draft is worth beside points that hold these stems already.
    pub fn worth(&self, weighed: &Weighed, told: &[u64]) -> i64 {
        let repeated = weighed.keys.iter().filter_map(|key| Some((key, self.sentences.get(key)?)));
        let sum: u32 = repeated.filter(|(key, _)| !told.contains(key)).map(|(_, count)| count - 1).sum();
        let size = i64::try_from(weighed.keys.len().max(FEWEST)).unwrap_or(i64::MAX);
        i64::from(sum) * REPEATED * WORDS / size + weighed.own
    }

    /// What the draft loses as the first that is read, where its subject was told before it: "The attack was claimed".
    pub fn untold(&self, weighed: &Weighed) -> i64 {
        if weighed.subject.is_some_and(|noun| self.sentences.contains_key(&noun)) { UNTOLD } else { 0 }
    }
}

/// A draft, its stems, and its worth whatever else is told.
#[derive(Clone)]
pub struct Weighed {
    pub draft: Draft,
    /// Their keys, each once.
    keys: Vec<u64>,
    own: i64,
    /// The key of a subject that is told by nothing else.
    subject: Option<u64>,
}

impl Weighed {
    /// Of the draft.
    pub fn new(draft: Draft) -> Self {
        let thin = if claims::holds("thin", &draft.text) { THIN } else { 0 };
        let thin = thin + i64::from(claims::opens_with("background", &draft.text)) * BACKGROUND;
        let thin = thin + i64::from(form::praises(&draft.text)) * PRAISE;
        let nobody = if form::names_nobody(&draft.text) { NOBODY } else { 0 };
        let subject = form::bare_definite(&draft.text).and_then(stem_key);
        Self { keys: stem_keys(&draft.text), subject, own: figures(&draft.text) * FIGURE - thin - nobody, draft }
    }
}

/// How many figures it has that are no years, [`FIGURES`] at most.
fn figures(text: &str) -> i64 {
    let figure = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let year = bare.len() == 4 && bare.starts_with(['1', '2']) && bare.bytes().all(|byte| byte.is_ascii_digit());
        !year || bare.len() < word.len() && word.starts_with(['$', '£', '€', '¥'])
    };
    let opens = |word: &&str| word.trim_start_matches(['$', '£', '€', '¥']).starts_with(|c: char| c.is_ascii_digit());
    i64::try_from(pieces(text).filter(opens).filter(figure).take(FIGURES).count()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft { text: text.to_owned(), sources: Vec::new(), dates: Vec::new(), open_dates: Vec::new() }
    }

    fn worth(text: &str, told: &str) -> i64 {
        let sentences = ["quay", "storm", "council"].map(|word| (crate::analysis::claims::stem_key(word).unwrap(), 3));
        Matter { sentences: sentences.into_iter().collect() }.worth(&Weighed::new(draft(text)), &stem_keys(told))
    }

    #[test]
    fn what_is_said_again_and_again_counts_once_and_for_its_share() {
        let quay = "The council mends the quay behind the storm.";
        assert!(worth(quay, "") > worth("The baker mends his oven behind the shop.", ""));
        assert!(worth(quay, "") > worth("The council mends the quay behind the storm with planks, nails, ropes and tar.", ""));
        assert_eq!(worth(quay, "Storm, quay and council."), 0, "another point tells it");
    }

    #[test]
    fn a_figure_is_worth_more_than_good_will() {
        assert!(worth("Nordwind sold 40 sheds in Orrin.", "") > worth("Nordwind sold sheds in Orrin.", ""));
        assert_eq!(figures("It sold them in 2019 for $2,019 or 12%."), 2, "a year is no figure");
        assert!(worth("Nordwind remains committed to Orrin.", "") < 0);
        assert!(worth("Every day, Nordwind sells sheds.", "") < 0, "what always is");
        assert_eq!(worth("On the last day, Nordwind sold sheds.", ""), 0);
        assert!(worth("Riggers are an essential part of Orrin.", "") < 0, "praise");
        assert!(worth("Riggers are an essential part of 40 yards.", "") > 0, "a figure bears it out");
    }

    #[test]
    fn the_first_point_has_a_subject_that_is_known() {
        let sentences = ["attack", "court"].map(|word| (crate::analysis::claims::stem_key(word).unwrap(), 3));
        let matter = Matter { sentences: sentences.into_iter().collect() };
        let untold = |text| matter.untold(&Weighed::new(draft(text)));
        assert!(untold("The attack was claimed by nobody in Orrin.") > 0);
        assert!(untold("The latest attack also closed the quay of Orrin.") > 0);
        assert_eq!(untold("The attack on the quay was claimed by nobody."), 0, "it is told which");
        assert_eq!(untold("The court has heard two riggers of Orrin."), 0, "a court is known");
        assert_eq!(untold("The storm closed the quay of Orrin."), 0, "it is told once");
    }
}
