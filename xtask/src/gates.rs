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
    /// How it ended.
    pub verdict: Verdict,
}

/// How a figure stands to its gate. One that should be there and is not is broken: what was not measured was not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Held,
    Broken,
    /// What it needs is not on this machine.
    LeftOut,
}

impl Judged {
    /// A figure that was measured.
    pub fn of(what: String, told: String, held: bool) -> Self {
        Self { what, told, verdict: if held { Verdict::Held } else { Verdict::Broken } }
    }

    /// A figure that should be there.
    pub fn missing(what: String, why: &str) -> Self {
        Self { what, told: format!("not measured: {why}"), verdict: Verdict::Broken }
    }

    /// A figure that cannot be had here.
    pub fn left_out(what: String, why: &str) -> Self {
        Self { what, told: why.to_owned(), verdict: Verdict::LeftOut }
    }
}

/// A line for each.
pub fn table(judged: &[Judged]) -> String {
    let mark = |row: &Judged| match row.verdict {
        Verdict::Held => "held",
        Verdict::Broken => "BROKEN",
        Verdict::LeftOut => "left out",
    };
    let line = |row: &Judged| format!("| {} | {} | {} |\n", row.what, row.told, mark(row));
    format!("\n| gate | measured | |\n|---|---|---|\n{}", judged.iter().map(line).collect::<String>())
}

/// All gates in a sentence, those that are broken and those that were left out by name; true where some were held and none
/// is broken.
pub fn summed_up(judged: &[Judged]) -> (bool, String) {
    let those = |verdict| judged.iter().filter(move |row| row.verdict == verdict);
    let named = |verdict, mark: &str| those(verdict).map(|row| format!("{mark}{}: {}", row.what, row.told)).collect::<Vec<_>>();
    let (held, broken) = (those(Verdict::Held).count(), named(Verdict::Broken, ""));
    let said = if judged.is_empty() { "no gate was judged".to_owned() } else { format!("{held} of {} gates held", held + broken.len()) };
    (held > 0 && broken.is_empty(), [vec![said], broken, named(Verdict::LeftOut, "left out: ")].concat().join("; "))
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
        Judged::of(format!("{}, {}", self.set, self.figure), format!("{shown} (at {word} {bound:.3})"), held)
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
        assert_eq!(judged("set\tF1\tleast\t0.77", 0.7696).verdict, Verdict::Held, "it is printed as 0.770");
        assert_eq!(judged("set\tF1\tleast\t0.77", 0.769).told, "0.769 (at least 0.770)");
        for (row, figure, verdict) in [
            ("set\tF1\tleast\t0.77", 0.769, Verdict::Broken),
            ("set\ttraps\tmost\t0", 0.0, Verdict::Broken),
            ("set\tF1\tmost\t0", 0.0, Verdict::Held),
            ("set\tF1\tmost\t0", 1.0, Verdict::Broken),
        ] {
            assert_eq!(judged(row, figure).verdict, verdict, "{row}, {figure}");
        }
    }

    #[test]
    fn nothing_judged_is_nothing_held_and_what_is_left_out_is_named() {
        assert_eq!(summed_up(&[]), (false, "no gate was judged".to_owned()));
        let held = Judged::of("a".to_owned(), "1".to_owned(), true);
        let out = Judged::left_out("b".to_owned(), "this system tells no memory");
        assert!(!summed_up(std::slice::from_ref(&out)).0, "what is left out holds nothing");
        let said = "1 of 1 gates held; left out: b: this system tells no memory".to_owned();
        assert_eq!(summed_up(&[held.clone(), out]), (true, said));
        let missing = Judged::missing("c".to_owned(), "it is not installed");
        assert_eq!(summed_up(&[held, missing]), (false, "1 of 2 gates held; c: not measured: it is not installed".to_owned()));
    }
}
