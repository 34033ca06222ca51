//! Chains: which names are names of one thing. Full name and surname, full name and short form, acronym and what it
//! stands for; never two people of one surname.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::introduced;
use super::shortening::{self, is_core_of, is_form_of, without_suffixes};
use crate::characters::{closed_hyphens, fold, on_one_line, pieces};
use crate::contract::EntityKind;
use crate::document::Document;
use crate::lists::{Map, lines};
use crate::recognisers::{NameFound, SURE, TOLD, is_first_name, is_known_place};

/// One thing and its names.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The fullest name.
    pub name: String,
    /// Every form, the fullest first.
    pub forms: Vec<String>,
    /// What it is.
    pub kind: EntityKind,
    /// A person's titles, folded.
    pub titles: BTreeSet<String>,
    /// The text introduces the person as somebody's wife, brother, son.
    pub is_kin: bool,
}

/// A form with what its places say of its kind.
pub struct Form {
    /// As it is printed, on one line.
    pub text: String,
    /// Evidence for each kind, in the order of [`KINDS`].
    votes: [u32; 5],
    /// What its own words are sure of, where it has several: a company or a body.
    sure: Option<EntityKind>,
    /// What the text calls it.
    told: Option<EntityKind>,
    /// The short form that the text defines for it.
    pub defines: Option<String>,
    /// Titles that stand before it or in what is said of it, folded: a person's alone.
    pub titles: BTreeSet<String>,
    /// The text introduces it as somebody's wife, brother, son.
    pub is_kin: bool,
}

const KINDS: [EntityKind; 5] = [EntityKind::Company, EntityKind::Organisation, EntityKind::Person, EntityKind::Place, EntityKind::Other];

/// Most forms that one name is compared with.
const MOST_NEAR: usize = 200;

/// Names of one thing that no rule derives from one another.
static SAME: LazyLock<Map<&str, &str>> = LazyLock::new(|| {
    let sets = lines(include_str!("../../../data/entities/same.tsv"));
    sets.flat_map(|set| set.split('|').map(move |name| (name, set.split('|').next().unwrap_or(name)))).collect()
});

/// The chains of a document, in the order of their first names; `title` is its folded title.
#[must_use]
pub fn gather(document: &Document, names: &[NameFound], title: &str) -> Vec<Chain> {
    let mut forms = forms(document, names);
    people_by_surname(&mut forms);
    let mut order: Vec<usize> = (0..forms.len()).collect();
    // Longer names first, so that short ones find what they shorten.
    order.sort_by_key(|&at| std::cmp::Reverse(pieces(&forms[at].text).count()));
    let lost = lost_apostrophes(&mut forms);
    let mut owner = lost.clone();
    let index = Index::new(&forms);
    // Forms that the title holds, and the forms to which one of those belongs.
    let mut told: Vec<bool> = forms.iter().map(|form| title.contains(&*fold(&form.text))).collect();
    let mut place = vec![0; forms.len()];
    for (nth, &at) in order.iter().enumerate() {
        place[at] = nth;
    }
    for (nth, &at) in order.iter().enumerate().filter(|(_, at)| lost[**at] == **at) {
        // What is looked at before is longer, or as long and earlier.
        let longer = index.near(&forms[at].text).into_iter().filter(|&other| place[other] < nth && owner[other] == other);
        let matches: Vec<usize> = longer.filter(|&other| is_form_of(&forms[at], &forms[other])).collect();
        owner[at] = owner_among(&forms, at, &matches, &told).unwrap_or(at);
        told[owner[at]] |= told[at];
    }
    let roots: Vec<usize> = owner.iter().map(|&at| owner[at]).collect();
    chains(&forms, &roots)
}

/// Whose form it is: the only match, or the only one for which the first of these speaks: both are known as one thing,
/// the title, nothing but suffixes, the surname, the kind, the title of the text.
fn owner_among(forms: &[Form], at: usize, matches: &[usize], told: &[bool]) -> Option<usize> {
    let form = &forms[at];
    let usual = usual_name(&form.text);
    let only = |test: &dyn Fn(usize) -> bool| {
        let mut fitting = matches.iter().copied().filter(|&other| test(other));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    only(&|other| usual.is_some() && usual_name(&forms[other].text) == usual)
        .or_else(|| only(&|_| true))
        // "President Ferro" is who was called a president, not the first lady.
        .or_else(|| only(&|other| form.titles.iter().any(|title| forms[other].titles.contains(title))))
        // A firm without its suffix comes before its subsidiaries.
        .or_else(|| only(&|other| is_core_of(&form.text, &forms[other].text)))
        // "Walker" is Ada Walker before it is Jon Walker Marlow.
        .or_else(|| only(&|other| shortening::surname(&words_of(&forms[other].text)) == form.text))
        // Of a man and the firm that bears his name the one that is spoken of so.
        .or_else(|| only(&|other| kind_of(form) == kind_of(&forms[other])))
        // A bare surname in a life of one of them is that person's; of two people of one surname nobody knows.
        .or_else(|| only(&|other| told[other]))
}

/// "FBIs" of a text that lost its apostrophes belongs to "FBI", and says nothing of its kind.
fn lost_apostrophes(forms: &mut [Form]) -> Vec<usize> {
    let by_text: HashMap<String, usize> = forms.iter().enumerate().map(|(at, form)| (form.text.clone(), at)).collect();
    let owner = |form: &Form| -> Option<usize> {
        let name = form.text.strip_suffix('s').filter(|name| name.chars().count() >= 3)?;
        // "Williams" is no "William" whose apostrophe was lost.
        by_text.get(name).copied().filter(|at| kind_of(&forms[*at]) != EntityKind::Other && !is_first_name(name))
    };
    let owners: Vec<usize> = forms.iter().enumerate().map(|(at, form)| owner(form).unwrap_or(at)).collect();
    for (_, form) in forms.iter_mut().enumerate().filter(|(at, _)| owners[*at] != *at) {
        form.votes = [0; 5];
    }
    owners
}

/// Which forms a shorter one could belong to, so that nobody has to compare all with all.
struct Index {
    by_key: HashMap<String, Vec<usize>>,
}

impl Index {
    /// Every form under its first word, its last word, its initials, the short form that it defines, and its shared key.
    fn new(forms: &[Form]) -> Self {
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, form) in forms.iter().enumerate() {
            let words = words_of(&form.text);
            let mut keys = vec![folded(words[0]), folded(words[words.len() - 1])];
            keys.extend(shortening::letters(&words).map(|letters| folded(&letters)));
            keys.extend(shortening::letters(shortening::before_and(&words)).map(|letters| folded(&letters)));
            keys.push(folded(shortening::surname(&words)));
            keys.extend(shortening::fathers_name(&words).map(folded));
            keys.extend(words.get(1).filter(|_| words[0].bytes().all(|b| b.is_ascii_digit())).map(|word| folded(word)));
            if let Some(rest) = shortening::behind_country(&form.text) {
                keys.extend(rest.split(' ').next().map(folded));
                keys.extend(shortening::letters(&rest.split(' ').collect::<Vec<_>>()).map(|letters| folded(&letters)));
            }
            keys.extend(form.defines.as_deref().map(folded));
            keys.extend(usual_name(&form.text).map(usual_key));
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                by_key.entry(key).or_default().push(at);
            }
        }
        Self { by_key }
    }

    /// The forms that share a key with the name, ascending.
    fn near(&self, name: &str) -> Vec<usize> {
        let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
        let ends = [name.split(' ').next(), name.split(' ').next_back()].map(|word| fold(word.unwrap_or_default()));
        let keys = ends.into_iter().chain([fold(&letters), fold(name)]).chain(usual_name(name).map(usual_key).map(Cow::Owned));
        // A word that opens thousands of names ("New") tells nothing of any of them.
        let mut near: Vec<usize> =
            keys.filter_map(|key| self.by_key.get(&*key)).flat_map(|forms| forms.iter().take(MOST_NEAR)).copied().collect();
        near.sort_unstable();
        near.dedup();
        near.truncate(MOST_NEAR);
        near
    }
}

fn is_organised(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Company | EntityKind::Organisation)
}

fn words_of(name: &str) -> Vec<&str> {
    pieces(name).collect()
}

/// The usual name of what has several, whatever suffixes a firm's name has here: "VW" and "Volkswagen AG".
pub fn usual_name(name: &str) -> Option<&'static str> {
    let name = closed_hyphens(name);
    SAME.get(name.as_ref()).or_else(|| SAME.get(without_suffixes(&name))).copied()
}

fn folded(text: &str) -> String {
    fold(text).into_owned()
}

/// The key under which the several names of one thing are found; no name looks like it.
fn usual_key(usual: &str) -> String {
    format!("= {usual}")
}

/// Two or three words whose last stands alone elsewhere are a person's name, where nothing says otherwise.
fn people_by_surname(forms: &mut [Form]) {
    let alone: HashSet<String> = forms.iter().filter(|form| !form.text.contains(' ')).map(|form| form.text.clone()).collect();
    for form in forms.iter_mut().filter(|form| form.votes[..4].iter().all(|vote| *vote <= 1)) {
        let words = words_of(&form.text);
        let plain = words.iter().all(|word| word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase));
        if (2..=3).contains(&words.len()) && plain && words.last().is_some_and(|last| !is_known_place(last) && alone.contains(*last)) {
            form.votes[2] += 4;
        }
    }
}

fn forms(document: &Document, names: &[NameFound]) -> Vec<Form> {
    let mut forms = Forms::default();
    for name in names {
        let text = printed(document, &name.tokens);
        let short = name.defines.as_ref().map(|tokens| printed(document, tokens));
        if let Some(short) = &short {
            forms.add(short.clone(), name);
        }
        // What the owner is called stands first, so that the damaged form becomes one of its other names.
        if let Some(owner) = text.strip_suffix('s').filter(|_| name.lost_apostrophe) {
            forms.add(owner.to_owned(), name);
        }
        let form = forms.add(text, name);
        form.defines = form.defines.take().or(short);
        if name.kind == EntityKind::Person {
            form.titles.extend(introduced::titles(document, name));
            form.is_kin |= introduced::is_kin(document, name);
        }
    }
    forms.all
}

/// The forms, each once.
#[derive(Default)]
struct Forms {
    all: Vec<Form>,
    by_text: HashMap<String, usize>,
}

impl Forms {
    /// The form of the text, with what this place of the name says of its kind.
    fn add(&mut self, text: String, name: &NameFound) -> &mut Form {
        let at = *self.by_text.entry(folded(&closed_hyphens(&text))).or_insert(self.all.len());
        if at == self.all.len() {
            let (titles, is_kin) = (BTreeSet::new(), false);
            self.all.push(Form { text: text.clone(), votes: [0; 5], sure: None, told: None, defines: None, titles, is_kin });
        }
        let form = &mut self.all[at];
        if is_better_print(&text, &form.text) {
            form.text.clone_from(&text);
        }
        form.votes[KINDS.iter().position(|kind| *kind == name.kind).unwrap_or(4)] += name.evidence * name.evidence;
        form.told = form.told.or(Some(name.kind).filter(|_| name.evidence >= TOLD));
        form.sure = form.sure.or(Some(name.kind).filter(|kind| is_organised(*kind) && name.evidence >= SURE && text.contains(' ')));
        form
    }
}

/// "Kestrel Bay" tells more than the "KESTREL BAY" of a dateline, "al-Marun" more than the "Al-Marun" that opens a sentence,
/// and a hyphen without spaces is the name's own.
fn is_better_print(text: &str, than: &str) -> bool {
    let small = |text: &str| text.chars().any(char::is_lowercase);
    let spaced = |text: &str| text.contains(" - ");
    small(text) && !small(than) || text.starts_with(char::is_lowercase) && small(than) || spaced(than) && !spaced(text)
}

/// The name as it is printed, on one line, without the stop of its sentence.
fn printed(document: &Document, tokens: &std::ops::Range<usize>) -> String {
    let text = unshouted(on_one_line(&document.reading(document.span_of(tokens))).into_owned());
    match text.strip_suffix('.') {
        Some(name) if document.ends_sentence(tokens.end) && is_whole_without_stop(name) => name.to_owned(),
        _ => text,
    }
}

/// "Academy of Dramatic Art" without its stop, but "Nordwind Inc.", "Ada Ferro Jr." and "U.S." with theirs.
fn is_whole_without_stop(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let abbreviated = matches!(last, "Inc" | "Co" | "Corp" | "Ltd" | "Cos" | "Bros" | "Jr" | "Sr" | "St");
    let acronym = last.chars().count() > 1 && last.chars().all(char::is_uppercase);
    !abbreviated && !last.contains('.') && (acronym || last.chars().count() > 2)
}

fn is_acronym_form(text: &str) -> bool {
    text.chars().count() <= 6 && text.chars().all(|c| !c.is_lowercase())
}

/// The kind for which most speaks.
pub fn kind_of(form: &Form) -> EntityKind {
    kind_by(&form.votes)
}

/// "Washington" of a dateline's "WASHINGTON"; "USA" stays.
fn unshouted(text: String) -> String {
    let shouted = text.chars().count() > 4 && text.chars().all(|c| c.is_uppercase() || c == ' ');
    if !shouted || !is_known_place(&text) {
        return text;
    }
    let word = |word: &str| -> String { word.chars().take(1).chain(word.chars().skip(1).flat_map(char::to_lowercase)).collect() };
    pieces(&text).map(word).collect::<Vec<_>>().join(" ")
}

/// The kind with the most evidence; `Other` only where more speaks for it than for any other.
fn kind_by(votes: &[u32; 5]) -> EntityKind {
    let best = (0..4).rev().max_by_key(|&at| votes[at]).unwrap_or(4);
    if votes[best] == 0 || votes[4] > votes[best] { EntityKind::Other } else { KINDS[best] }
}

fn chains(forms: &[Form], owner: &[usize]) -> Vec<Chain> {
    let mut chains = Vec::new();
    let mut members_of: Vec<Vec<usize>> = vec![Vec::new(); forms.len()];
    for (at, head) in owner.iter().enumerate() {
        members_of[*head].push(at);
    }
    for head in (0..forms.len()).filter(|&at| owner[at] == at) {
        let members = &members_of[head];
        let mut votes = [0; 5];
        // What a name means its letters do not tell: "FCPA" leaves that to the act.
        let spelled = |member: usize| member == head || !is_acronym_form(&forms[member].text) || !forms[head].text.contains(' ');
        for &member in members.iter().filter(|member| spelled(**member)) {
            for (sum, vote) in votes.iter_mut().zip(forms[member].votes) {
                *sum += vote;
            }
        }
        let name = &forms[head].text;
        let mut all = vec![name.clone()];
        all.extend(members.iter().filter(|&&at| at != head).map(|&at| forms[at].text.clone()));
        // "Orla Airlines" is a firm, however often "Orla" is guessed to be a body.
        let voted = kind_by(&votes);
        let firm = without_suffixes(name) != name;
        let sure = forms[head].sure.filter(|kind| is_organised(voted) || firm && *kind == EntityKind::Company);
        // What is sure of being a firm is one, though the text calls it an institute.
        let told = forms[head].told.or_else(|| members.iter().find_map(|&member| forms[member].told));
        let told = told.filter(|kind| !(is_organised(*kind) && sure.is_some()));
        let kind = told.or(sure).unwrap_or(voted);
        let titles = members.iter().flat_map(|&member| forms[member].titles.iter().cloned()).collect();
        let is_kin = members.iter().any(|&member| forms[member].is_kin);
        chains.push(Chain { name: name.clone(), forms: all, kind, titles, is_kin });
    }
    chains
}
