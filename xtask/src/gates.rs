//! Figures held against gates: those of speed and memory are told by `bench`, those of quality by `tests/gates.tsv`.

use anyhow::{Context, Result, bail};

const QUALITY: &str = include_str!("../../tests/gates.tsv");

/// A figure beside its gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// "10 kB, the whole analysis, native".
    pub what: String,
    /// "1.62 MB/s (at least 1.50 MB/s)".
    pub told: String,
    /// Whether the gate is held.
    pub held: bool,
}

/// A line for each.
pub fn table(judged: &[Judged]) -> String {
    let line = |row: &Judged| format!("| {} | {} | {} |\n", row.what, row.told, if row.held { "held" } else { "BROKEN" });
    format!("\n| gate | measured | |\n|---|---|---|\n{}", judged.iter().map(line).collect::<String>())
}

/// All gates in a sentence; true where each is held.
pub fn summed_up(judged: &[Judged]) -> (bool, String) {
    let broken: Vec<String> = judged.iter().filter(|row| !row.held).map(|row| format!("{}: {}", row.what, row.told)).collect();
    let said = format!("{} of {} gates held", judged.len() - broken.len(), judged.len());
    (broken.is_empty(), [vec![said], broken].concat().join("; "))
}

/// What the figure of a set must be.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Path of the set's file, without its end, or folder in the folder of documents: "names/eval/wikigold".
    pub set: &'static str,
    /// As `eval` calls it: "names, F1".
    pub figure: &'static str,
    bound: Bound,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    Least(f64),
    Most(f64),
}

/// The gates of quality, in the order of their table.
pub fn quality() -> Result<Vec<Gate>> {
    let rows = QUALITY.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| gate(row).with_context(|| format!("tests/gates.tsv: {row}"))).collect()
}

fn gate(row: &'static str) -> Result<Gate> {
    let [set, figure, way, bound] = row.split('\t').collect::<Vec<_>>()[..] else { bail!("four cells are wanted") };
    let bound: f64 = bound.parse()?;
    let bound = match way {
        "least" => Bound::Least(bound),
        "most" => Bound::Most(bound),
        _ => bail!("\"{way}\" is neither least nor most"),
    };
    Ok(Gate { set, figure, bound })
}

impl Gate {
    /// The figures of its set held against it, in thousandths, as they are printed. A figure that is missing does not hold.
    pub fn judge(&self, figures: &[(String, f64)]) -> Judged {
        let figure = figures.iter().find(|(name, _)| name == self.figure).map(|(_, figure)| (figure * 1000.0).round() / 1000.0);
        let (word, bound, held) = match self.bound {
            Bound::Least(least) => ("least", least, figure.is_some_and(|figure| figure >= least)),
            Bound::Most(most) => ("most", most, figure.is_some_and(|figure| figure <= most)),
        };
        let shown = figure.map_or("no figure".to_owned(), |figure| format!("{figure:.3}"));
        Judged { what: format!("{}, {}", self.set, self.figure), told: format!("{shown} (at {word} {bound:.3})"), held }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_gates_is_read() {
        let gates = quality().unwrap();
        assert!(gates.iter().any(|gate| gate.set == "names/eval/wikigold" && gate.bound == Bound::Least(0.74)));
        assert!(gate("a\tb\tleast").is_err() && gate("a\tb\tabout\t1").is_err() && gate("a\tb\tleast\tx").is_err());
    }

    #[test]
    fn a_figure_is_held_against_its_gate_as_it_is_printed() {
        let judged = |row, figure| gate(row).unwrap().judge(&[("F1".to_owned(), figure)]);
        assert!(judged("set\tF1\tleast\t0.77", 0.7696).held, "it is printed as 0.770");
        assert_eq!(judged("set\tF1\tleast\t0.77", 0.769).told, "0.769 (at least 0.770)");
        assert!(!judged("set\tF1\tleast\t0.77", 0.769).held && !judged("set\ttraps\tmost\t0", 0.0).held);
        assert!(judged("set\tF1\tmost\t0", 0.0).held && !judged("set\tF1\tmost\t0", 1.0).held);
    }
}
