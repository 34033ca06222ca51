//! Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980) with the changes that NLTK has made to it,
//! which is what published ROUGE figures are counted with.

/// Words that no rule gets right, with their stems.
const IRREGULAR: [(&str, &str); 16] = [
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("innings", "inning"),
    ("inning", "inning"),
    ("outings", "outing"),
    ("outing", "outing"),
    ("cannings", "canning"),
    ("canning", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];
const STEP_2: [(&str, &str); 21] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("fulli", "ful"),
];
const STEP_3: [(&str, &str); 7] =
    [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];
const STEP_4: [&str; 19] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
];

/// The stem of a word of lower-case ASCII letters and digits.
pub fn stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == word) {
        return (*stem).to_owned();
    }
    if word.len() <= 2 {
        return word.to_owned();
    }
    [plurals, participles, final_y, double_suffixes, suffixes, single_suffixes, final_e, final_l]
        .iter()
        .fold(word.to_owned(), |word, step| step(&word))
}

/// Step 1a.
fn plurals(word: &str) -> String {
    if let Some(front) = word.strip_suffix("ies") {
        return format!("{front}{}", if word.len() == 4 { "ie" } else { "i" });
    }
    if word.ends_with("sses") {
        return word[..word.len() - 2].to_owned();
    }
    if word.ends_with("ss") { word.to_owned() } else { word.strip_suffix('s').unwrap_or(word).to_owned() }
}

/// Step 1b.
fn participles(word: &str) -> String {
    if let Some(front) = word.strip_suffix("ied") {
        return format!("{front}{}", if word.len() == 4 { "ie" } else { "i" });
    }
    if let Some(front) = word.strip_suffix("eed") {
        return if measure(front) > 0 { format!("{front}ee") } else { word.to_owned() };
    }
    let cut = ["ed", "ing"].iter().find_map(|end| word.strip_suffix(end).filter(|front| has_vowel(front)));
    let Some(front) = cut else { return word.to_owned() };
    if ["at", "bl", "iz"].iter().any(|end| front.ends_with(end)) {
        return format!("{front}e");
    }
    if ends_double(front) {
        return if front.ends_with(['l', 's', 'z']) { front.to_owned() } else { front[..front.len() - 1].to_owned() };
    }
    if measure(front) == 1 && ends_short(front) { format!("{front}e") } else { front.to_owned() }
}

/// Step 1c.
fn final_y(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(front) if front.len() > 1 && is_consonant(front.as_bytes(), front.len() - 1) => format!("{front}i"),
        _ => word.to_owned(),
    }
}

/// Step 2.
fn double_suffixes(word: &str) -> String {
    if let Some(front) = word.strip_suffix("alli").filter(|front| measure(front) > 0) {
        return double_suffixes(&format!("{front}al"));
    }
    if let Some((end, with)) = STEP_2.iter().find(|(end, _)| word.ends_with(end)) {
        return replaced(word, end, with, 0);
    }
    // The "l" counts with the stem: "geologi".
    if word.ends_with("logi") && measure(&word[..word.len() - 3]) > 0 { word[..word.len() - 1].to_owned() } else { word.to_owned() }
}

/// Step 3.
fn suffixes(word: &str) -> String {
    STEP_3.iter().find(|(end, _)| word.ends_with(end)).map_or(word.to_owned(), |(end, with)| replaced(word, end, with, 0))
}

/// Step 4.
fn single_suffixes(word: &str) -> String {
    match STEP_4.iter().find(|end| word.ends_with(*end)) {
        Some(&"ion") if !word[..word.len() - 3].ends_with(['s', 't']) => word.to_owned(),
        Some(end) => replaced(word, end, "", 1),
        None => word.to_owned(),
    }
}

/// Step 5a.
fn final_e(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(front) if measure(front) > 1 || measure(front) == 1 && !ends_short(front) => front.to_owned(),
        _ => word.to_owned(),
    }
}

/// Step 5b.
fn final_l(word: &str) -> String {
    match word.strip_suffix('l') {
        Some(front) if front.ends_with('l') && measure(front) > 1 => front.to_owned(),
        _ => word.to_owned(),
    }
}

/// With another end, where more than `least` groups of a vowel and a consonant stand before it.
fn replaced(word: &str, end: &str, with: &str, least: usize) -> String {
    let front = &word[..word.len() - end.len()];
    if measure(front) > least { format!("{front}{with}") } else { word.to_owned() }
}

fn is_consonant(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => at == 0 || !is_consonant(word, at - 1),
        _ => true,
    }
}

/// How often a consonant follows a vowel.
fn measure(word: &str) -> usize {
    let word = word.as_bytes();
    (1..word.len()).filter(|&at| is_consonant(word, at) && !is_consonant(word, at - 1)).count()
}

fn has_vowel(word: &str) -> bool {
    (0..word.len()).any(|at| !is_consonant(word.as_bytes(), at))
}

fn ends_double(word: &str) -> bool {
    matches!(word.as_bytes(), [.., a, b] if a == b) && is_consonant(word.as_bytes(), word.len() - 1)
}

/// "hop", "at": a consonant, a vowel and a consonant that is no w, x or y; or a vowel and a consonant alone.
fn ends_short(word: &str) -> bool {
    let bytes = word.as_bytes();
    let consonant = |back: usize| is_consonant(bytes, bytes.len() - back);
    match bytes.len() {
        0 | 1 => false,
        2 => !consonant(2) && consonant(1),
        _ => consonant(3) && !consonant(2) && consonant(1) && !word.ends_with(['w', 'x', 'y']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_those_of_the_published_algorithm() {
        let cases = "caresses caress, ponies poni, ties tie, cats cat, feed feed, agreed agre, plastered plaster, motoring motor, \
            conflated conflat, sized size, hopping hop, falling fall, hissing hiss, fizzed fizz, failing fail, filing file, happy happi, \
            enjoy enjoy, relational relat, conditional condit, rationally ration, vietnamization vietnam, formalize formal, electrical electr, \
            hopeful hope, goodness good, revival reviv, adjustment adjust, adoption adopt, communism commun, probate probat, rate rate, \
            cease ceas, controll control, roll roll, geology geolog, dying die, skies sky, usefully use";
        for case in cases.split(", ") {
            let (word, expected) = case.split_once(' ').unwrap();
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
