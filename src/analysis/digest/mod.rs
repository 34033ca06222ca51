//! The digest: three key points and a summary in parts, chosen sentence by sentence.
//!
//! `features` says what is seen of a sentence, the trained `ranker` what it is worth; `points` and `summary` choose.

mod abbreviations;
mod context;
mod features;
pub mod form;
mod introduce;
mod join;
mod matter;
mod news;
mod points;
mod ranker;
mod score;
mod shifts;
mod speakers;
mod summary;
mod terms;
#[cfg(feature = "training")]
pub mod training;
mod words;

use crate::Length;
use crate::analysis::claims::{Draft, Fitter};
use crate::characters::{front, words};
use crate::contract::{BlockKind, Digest};
use crate::document::Document;
use crate::paste::{Block, Paste};
use crate::recognisers::Mentions;

/// Sentences before an imprint without which it is none.
const FEWEST: usize = 6;

/// What the digest's parts are made from.
struct Story<'a> {
    document: &'a Document,
    mentions: &'a Mentions,
    fitter: &'a Fitter<'a>,
    sentences: Vec<score::Scored>,
    /// What they say again and again.
    matter: matter::Matter,
    /// The words of each block that is a numbered paragraph; none of the others.
    words: Vec<usize>,
    /// Whether it is told by an "I": a letter, a speech, an interview.
    of_oneself: bool,
    /// Whether its "we" is an "I" and whoever is with it, not a house or everybody.
    of_me: bool,
}

/// How many sentences before another a speaker is looked for.
const NEAR: usize = 6;
/// Bytes of a paragraph in which the marks of a quotation are looked for: a longer one is a page of many.
const QUOTATION: usize = 4000;
/// Of so many sentences one says "I" where somebody tells a story himself.
const OF_ONESELF: usize = 6;
/// Of so many sentences one says "I" where whoever tells it is one person.
const OF_ME: usize = 16;

impl<'a> Story<'a> {
    fn new(
        document: &'a Document,
        mentions: &'a Mentions,
        fitter: &'a Fitter<'a>,
        (sentences, matter): (Vec<score::Scored>, matter::Matter),
    ) -> Self {
        let text = |scored: &score::Scored| document.slice(document.span_of(&document.sentences()[scored.sentence].tokens));
        let own = sentences.iter().filter(|scored| form::is_of_oneself(text(scored))).count();
        let of_oneself = own * OF_ONESELF >= sentences.len();
        let of_me = of_oneself && sentences.iter().filter(|scored| form::is_of_me(text(scored))).count() * OF_ME >= sentences.len();
        let numbered = |block: &Block| if block.number.is_some() { words(document.slice(block.span)) } else { 0 };
        let words = document.blocks().iter().map(numbered).collect();
        Self { document, mentions, fitter, sentences, matter, words, of_oneself, of_me }
    }

    /// Whether the sentence speaks of somebody who says "I" or "we", whom no claim of it can name.
    fn is_of_unnamed(&self, sentence: usize) -> bool {
        let is_own = if self.of_me { form::is_of_oneself } else { form::is_of_me };
        let text = self.document.slice(self.document.span_of(&self.document.sentences()[sentence].tokens));
        is_own(text) && self.fitter.fitted(sentence, &|draft| !is_own(&draft.text)).is_none()
    }

    /// Whether the sentence stands in a question of an interview: "The quay is old. Will it last?"
    fn asks(&self, sentence: usize) -> bool {
        let block = self.document.sentences()[sentence].block;
        self.of_oneself && self.document.slice(self.document.blocks()[block].span).trim_end().ends_with('?')
    }

    /// Whether a speaker goes on in the sentence whose words another sentence of its paragraph gives without marks: "The quay
    /// is safe, said Harbour Master Otto Brandt. The storms of spring are over." Or the paragraph before ends in "he said:".
    fn is_spoken_on(&self, sentence: usize) -> bool {
        let sentences = self.document.sentences();
        let text = |at: usize| self.document.slice(self.document.span_of(&sentences[at].tokens));
        let block = sentences[sentence].block;
        let before = (0..sentence).rev().take(NEAR).take_while(|at| sentences[*at].block == block);
        let goes_on = !text(sentence).contains(" said ") && before.map(text).any(form::is_unmarked_speech);
        goes_on || self.is_quoted_below(block) || self.is_closed_behind(sentence)
    }

    /// Whether a quotation that another paragraph opens closes behind the sentence's front.
    fn is_closed_behind(&self, sentence: usize) -> bool {
        let sentence = &self.document.sentences()[sentence];
        let block = self.document.blocks()[sentence.block].span;
        let start = (self.document.span_of(&sentence.tokens).start - block.start) as usize;
        let text = front(self.document.slice(block), QUOTATION);
        start < text.len() && text.find(['“', '”']).is_some_and(|at| at > start && text[at..].starts_with('”'))
    }

    /// Whether somebody's words stand in the paragraph without marks, below the line that says whose they are.
    fn is_quoted_below(&self, block: usize) -> bool {
        let blocks = self.document.blocks();
        let body = |at: usize| blocks[at].kind == BlockKind::Body;
        let said = block > 0 && body(block) && body(block - 1) && form::is_opened_speech(self.document.slice(blocks[block - 1].span));
        said && !front(self.document.slice(blocks[block].span), QUOTATION).contains(['“', '"', '”'])
    }

    /// Whether the draft has the form of a key point; what somebody says of himself in others' news is none.
    fn is_point(&self, draft: &Draft, form: form::Form) -> bool {
        form::is_point(draft, form) && !self.tells_own(draft, form)
    }

    /// The same of a draft that is known to stand alone.
    fn looks_like_point(&self, draft: &Draft, form: form::Form) -> bool {
        form::looks_like_point(draft, form) && !self.tells_own(draft, form)
    }

    fn tells_own(&self, draft: &Draft, form: form::Form) -> bool {
        // Whoever tells a story himself may say "our", but not of "these rules", too, which another sentence tells.
        let own = || form::is_of_oneself(&draft.text) && (!self.of_oneself || self.of_me && form::leans(&draft.text));
        form == form::Form::Full && own()
    }
}

/// Key points and summary of the document.
#[must_use]
pub fn read(document: &Document, paste: &Paste, mentions: &Mentions, fitter: &Fitter<'_>, length: Length) -> Digest {
    let (mut sentences, matter) = score::score(document, paste, mentions, fitter.title());
    let imprint = form::imprint(document);
    let told = sentences.partition_point(|scored| document.sentences()[scored.sentence].block < imprint);
    // A text that is all about a house is about that.
    if told >= FEWEST {
        sentences.truncate(told);
    }
    let story = Story::new(document, mentions, fitter, (sentences, matter));
    let mut points = points::choose(&story);
    let summary = summary::write(&story, &mut points, length);
    Digest { key_points: points.iter().map(|point| point.draft.finish(document)).collect(), summary }
}

/// A sentence that was chosen.
#[derive(Clone)]
struct Chosen {
    sentence: usize,
    draft: Draft,
}

#[cfg(test)]
mod tests {
    use crate::{Analyzer, Options};

    /// The summary's sentences.
    fn told(article: &str) -> Vec<String> {
        let analysis = Analyzer::new(None).expect("the weights that the core carries").analyze(article, &Options::default());
        analysis.hub.digest.summary.into_iter().flat_map(|part| part.claims).map(|claim| claim.text).collect()
    }

    /// Of an article with this paragraph in it.
    fn tells(paragraph: &str, sentence: &str) -> bool {
        let article = "The council of Orrin has closed the old quay after two boats were lost in the storm.\n\n".to_owned()
            + "Nordwind will mend the sheds of the yard for $2 million, and the work is to end in spring.\n\n"
            + paragraph
            + "\n\nThe owners of the boats asked for a new crane, and the harbour board has ordered one from Oakmere.";
        told(&article).iter().any(|told| told == sentence)
    }

    #[test]
    fn a_speech_is_told_of_its_speaker() {
        let speech = |deck: &str, end: &str| {
            format!(
                "The future of Orrin\n\n{deck}\n\nPublished 30 April 2014\n\nThe old quay of Orrin will close in May, and two of its sheds \
                 will be sold.\n\nI have asked the harbour board to find a place for the 200 boats that lie at the old quay.\n\n{end}"
            )
        };
        let end = "Riggers will move to Oakmere for two years.";
        let named = "Angela Lambert has asked the harbour board to find a place for the 200 boats that lie at the old quay.";
        let tells = |article: String| told(&article).iter().any(|told| told == named);
        let deck = "Harbour Secretary Angela Lambert gave a speech on the old quay.";
        assert!(tells(speech(deck, end)));
        assert!(!tells(speech("Harbour Secretary Angela Lambert opened the old quay.", end)), "nobody speaks");
        assert!(!tells(speech(deck, "Nobody believes what Angela Lambert has said.")), "somebody writes of her");
    }

    #[test]
    fn who_tells_of_himself_is_named_where_the_head_names_him() {
        let blog = |head: &str, end: &str| {
            format!(
                "Three lessons from the quay of Orrin\n\n{head}\n\nThe old quay of Orrin has 200 boats, and I have run it since the \
                 storm.\n\nWorking with the riggers of Nordwind, I mended nine of the sheds in two years.\n\nWhen I closed the yard, the \
                 owners asked for a crane that the board had promised.\n\n{end}"
            )
        };
        let named = "Working with the riggers of Nordwind, Angela Lambert mended nine of the sheds in two years.";
        let tells = |article: String| told(&article).iter().any(|told| told == named);
        let deck = "Harbour Secretary Angela Lambert shares three tips for riggers\n\nMay 3, 2014";
        assert!(tells(blog(deck, "The board has $2 million for the rest of the sheds.")));
        assert!(tells(blog("By Angela Lambert\n\nMay 3, 2014", "The board has $2 million for the rest of the sheds.")));
        assert!(!tells(blog("By Angela Lambert", "The board has $2 million.")), "a tale has no date");
        assert!(!tells(blog("By Angela Lambert\n\nMay 3, 2014", "Did the board help?\n\nNo.")), "she asks");
        assert!(!tells(blog(deck, "Angela Lambert has told the board of it.")), "somebody writes of her");
    }

    #[test]
    fn what_a_speaker_says_without_marks_is_not_told_as_a_fact() {
        let rest = "The storm cost the owners of the old yard 40 boats and $3 million, and the crew lost its sheds.";
        assert!(!tells(&format!("The quay is as safe as it ever was, said Harbour Master Otto Brandt. {rest}"), rest));
        assert!(!tells(&format!("In a letter to the owners, Harbour Master Otto Brandt said:\n\n{rest}"), rest));
        let closed = format!("{rest} The yard is ours. ” Ada Lim, the mayor, said that “all of it” will be mended.");
        assert!(!tells(&closed, rest), "a quotation that another paragraph has opened");
        assert!(tells(&closed.replace('”', ""), rest));
        assert!(tells(&format!("The quay is old. {rest}"), rest));
        assert!(tells(&format!("The harbour master showed the council two things:\n\n{rest}"), rest));
    }

    #[test]
    fn he_of_a_quotation_is_not_whoever_speaks() {
        let closed = "Ada Lim has announced that the yard of the riggers will lose 40 boats and $3 million.";
        let rest = "has announced that the yard of the riggers will lose 40 boats and $3 million.";
        let before = "Ada Lim said in Orrin, “I know that it was right to close the quay.";
        assert!(!tells(&format!("{before} He {rest} We will work with the owners.”"), closed), "the middle of her words");
        assert!(!tells(&format!("{before} He {rest}” Nobody was asked."), closed), "their end");
        let inside = format!("“In time, Ada Lim {rest}”");
        assert!(!tells(&format!("{before}” “In time, she {rest}”"), &inside), "inside of a quotation");
        assert!(!tells(&format!("Ada Lim said, “His work was right.” He {rest}"), closed), "of whom she speaks");
        assert!(tells(&format!("{before}” She {rest}"), closed), "behind them it is she");
        let promised = "promised the riggers 40 boats and $3 million for the yard";
        let told = |speaker: &str| format!("Ada Lim left the board of Orrin. She {promised}, {speaker} said.");
        let named = |speaker: &str| format!("Ada Lim {promised}, {speaker} said.");
        assert!(!tells(&told("Ada Lim"), &named("Ada Lim")), "of another");
        assert!(tells(&told("Otto Brandt"), &named("Otto Brandt")));
    }
}
