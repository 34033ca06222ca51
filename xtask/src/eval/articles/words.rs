//! Words as the measures of whole articles compare them: case folded, crude stems, names without titles.

const SUFFIXES: [&str; 16] =
    ["ations", "ation", "ments", "ment", "ings", "ing", "edly", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e"];
const TITLES: &str = "mr mrs ms miss dr prof professor sir president senator sen rep governor gov secretary minister administrator the";
const STOP: &str = "a an the of to in on at for by from with and or but as is are was were be been being it its this that these those he \
    she they his her their them has have had will would can could may might do does did not no than then so such also said say says after \
    before over under into out up about more most other which who whom whose what when where while how than there here i we you our your us";

/// A name without its title, its possessive and its marks: what two names must share to be the same.
pub fn name_key(name: &str) -> String {
    let plain = fold(&name.replace(['\u{2060}', '\u{200B}'], ""));
    let plain = without_possessives(&plain);
    let mut words: Vec<&str> = plain.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && listed(TITLES, words[0]) {
        words.remove(0);
    }
    words.join(" ")
}

/// Stems of words and numbers.
pub fn stems(text: &str) -> Vec<String> {
    let plain = without_possessives(&fold(text)).replace(['\u{2060}', '\u{200B}'], "");
    let mut words = Vec::new();
    let mut rest = plain.trim_start_matches(|c| !is_word(c));
    while !rest.is_empty() {
        let end = if rest.starts_with(|c: char| c.is_ascii_digit()) { number_end(rest) } else { word_end(rest) };
        words.push(stem(&rest[..end]));
        rest = rest[end..].trim_start_matches(|c| !is_word(c));
    }
    words
}

/// The stems that carry meaning.
pub fn content(text: &str) -> Vec<String> {
    stems(text).into_iter().filter(|word| !listed(STOP, word) && word.chars().nth(1).is_some()).collect()
}

/// Numbers as written: "1,500", "3.2".
pub fn numbers(text: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = start + number_end(&rest[start..]);
        numbers.push(&rest[start..end]);
        rest = &rest[end..];
    }
    numbers
}

/// Capitalised words of three letters or more, hyphens within, that do not open the text.
pub fn capitalised(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let opens = at >= from && at > 0 && c.is_ascii_uppercase() && !text[..at].ends_with(is_word);
        if !opens {
            continue;
        }
        let tail = &text[at + 1..];
        let length = tail.find(|c| !is_word(c) && c != '-').unwrap_or(tail.len());
        if tail[..length].chars().nth(1).is_some() {
            from = at + 1 + length;
            found.push(&text[at..from]);
        }
    }
    found
}

/// The stem of one word, which the measures take of a number, too.
pub fn stem(word: &str) -> String {
    let letters = word.chars().count();
    if letters < 4 || word.chars().all(char::is_numeric) {
        return word.to_owned();
    }
    let cut = SUFFIXES.iter().find_map(|suffix| word.strip_suffix(suffix).filter(|_| letters - suffix.len() >= 3));
    cut.unwrap_or(word).to_owned()
}

/// Full case folding where it differs from lower case in the languages met here.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ß' | 'ẞ' => out.push_str("ss"),
            'ς' => out.push('σ'),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Without "’s" where no letter follows.
fn without_possessives(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\'', '’']) {
        let mark = if rest[at..].starts_with('\'') { 1 } else { '’'.len_utf8() };
        out.push_str(&rest[..at]);
        let behind = &rest[at + mark..];
        let possessive = behind.strip_prefix('s').filter(|rest| !rest.starts_with(is_word));
        if possessive.is_none() {
            out.push_str(&rest[at..at + mark]);
        }
        rest = possessive.unwrap_or(behind);
    }
    out + rest
}

/// A letter, a digit or an underscore.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_end(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

/// Digits, and behind a point or comma digits again.
fn number_end(text: &str) -> usize {
    let digits = |from: usize| text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| from + length);
    let mut end = digits(0);
    while text[end..].starts_with(['.', ',']) && digits(end + 1) > end + 1 {
        end = digits(end + 1);
    }
    end
}

/// Whether the word is one of a list with spaces between.
pub fn listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_without_what_stands_around_them() {
        assert_eq!(name_key("President Ada Lim’s"), "ada lim");
        assert_eq!(name_key("The"), "the");
        assert_eq!(name_key("O'seas Straße"), "o seas strasse");
    }

    #[test]
    fn words_and_numbers() {
        assert_eq!(stems("The harbour's 1,500.5 regulations, 2nd"), ["the", "harbour", "1,500.5", "regul", "2", "nd"]);
        assert_eq!(content("It is a Rope of x"), ["rop"]);
        assert_eq!(numbers("in 2,000, or 3.2.1"), ["2,000", "3.2.1"]);
        assert_eq!(capitalised("Ada met U.S. Orrin-Quay, aBcd IBM"), ["Orrin-Quay", "IBM"]);
    }
}
