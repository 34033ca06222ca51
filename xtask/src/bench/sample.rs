//! Texts of any length, made of the project's own articles.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::root;

/// The project's articles, again and again, until there are `size` bytes.
pub fn sample(size: usize) -> Result<String> {
    let mut articles: Vec<PathBuf> = fs::read_dir(root().join("tests/articles"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    articles.sort();
    let mut text = String::new();
    for round in 0.. {
        for article in &articles {
            let Ok(source) = fs::read_to_string(article.join("source.txt")) else { continue };
            // Other figures in each round: no two are the same text.
            text.push_str(&source.replace("40", &(round + 40).to_string()).replace("rope", &format!("rope{}", round % 97)));
            text.push_str("\n\n");
        }
        if text.len() >= size {
            break;
        }
    }
    let end = (0..=size.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
    text.truncate(end);
    Ok(text)
}

/// Runs of letters and digits, and marks.
pub fn tokens(text: &str) -> usize {
    let mut inside = false;
    let opens = |c: char| {
        let word = c.is_alphanumeric();
        let opens = !c.is_whitespace() && !(word && inside);
        inside = word;
        opens
    };
    text.chars().map(opens).filter(|opens| *opens).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_the_length_that_was_asked_for() {
        assert!((9_990..=10_000).contains(&sample(10_000).unwrap().len()));
    }

    #[test]
    fn words_and_marks_are_tokens() {
        assert_eq!(tokens("Ada Lim’s 40 ropes, sold."), 9);
    }
}
