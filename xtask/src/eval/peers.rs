//! What others have for the same documents, where that is known: `tests/peers.tsv`.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail};

const TABLE: &str = include_str!("../../../tests/peers.tsv");

struct Peer {
    /// The end of the documents' path, as the gates have it: "articles/gold".
    set: &'static str,
    figure: &'static str,
    who: &'static str,
    has: f64,
}

/// A line for each figure that others have, too; nothing for documents of which nothing is known.
pub fn beside(documents: &Path, figures: &[(String, f64)]) -> Result<String> {
    let of_set = peers()?.into_iter().filter(|peer| documents.with_extension("").ends_with(peer.set)).collect::<Vec<_>>();
    let mut out = String::new();
    for (name, figure) in figures {
        let others: Vec<String> =
            of_set.iter().filter(|peer| peer.figure == name).map(|peer| format!("{} {:.3}", peer.who, peer.has)).collect();
        if !others.is_empty() {
            let _ = writeln!(out, "{name:<32} {figure:.3}  {}", others.join(", "));
        }
    }
    Ok(if out.is_empty() { out } else { format!("\n== beside others\n{out}") })
}

fn peers() -> Result<Vec<Peer>> {
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| peer(row).with_context(|| format!("tests/peers.tsv: {row}"))).collect()
}

fn peer(row: &'static str) -> Result<Peer> {
    let [set, figure, who, has] = row.split('\t').collect::<Vec<_>>()[..] else { bail!("four cells are wanted") };
    Ok(Peer { set, figure, who, has: has.parse()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_peer_has_a_figure_that_is_held_against_a_gate() {
        let gates = crate::gates::quality().unwrap();
        for peer in peers().unwrap() {
            assert!(gates.iter().any(|gate| (gate.set, gate.figure) == (peer.set, peer.figure)), "{}, {}", peer.set, peer.figure);
        }
        assert!(peer("a\tb\tc").is_err() && peer("a\tb\tc\tx").is_err());
    }

    #[test]
    fn others_stand_beside_the_figures_of_their_set_alone() {
        let figures = [("entity name".to_owned(), 0.9), ("no such figure".to_owned(), 0.5)];
        let shown = beside(Path::new("data/articles/gold"), &figures).unwrap();
        assert_eq!(shown, "\n== beside others\nentity name                      0.900  desktop 0.787, browser 0.635\n");
        assert!(beside(Path::new("data/articles/gum_dev.jsonl"), &figures).unwrap().contains("best library 0.766"));
        assert_eq!(beside(Path::new("elsewhere/gold"), &figures).unwrap(), "");
    }
}
