//! The figures as tables.

use std::fmt::Write as _;

use super::{Measured, Place, Text};

/// The whole analysis, a row for each text.
pub fn speed(texts: &[Text], places: &[Place]) -> String {
    let mut out = String::from("\n| the whole analysis |");
    places.iter().for_each(|place| out += &format!(" {}, warm | its first call |", place.name));
    out += " peak memory, native |\n|---|";
    out += &"---|".repeat(2 * places.len() + 1);
    out.push('\n');
    for (at, text) in texts.iter().enumerate() {
        let _ = write!(out, "| {} |", text.label);
        for place in places {
            out += &cell(place, at, |row| format!(" {}, {} | {} |", time(row.warm), rate(text.bytes, row.warm), time(row.first)), 2);
        }
        let peak = text.peak.map_or("–".to_owned(), |bytes| format!("{:.1} MB", bytes as f64 / 1e6));
        let _ = writeln!(out, " {peak} |");
    }
    for place in places {
        match &place.rows {
            Ok(rows) => {
                let ready = rows.iter().map(|row| row.ready).fold(f64::INFINITY, f64::min);
                let _ = writeln!(out, "{}: {} until the first call.", place.name, time(ready));
            }
            Err(why) => {
                let _ = writeln!(out, "{}: not measured, {why}.", place.name);
            }
        }
    }
    out
}

/// Each recogniser alone; names with what is settled between them and the dates, figures and quotations.
pub fn recognisers(texts: &[Text], places: &[Place]) -> String {
    let mut out = String::from("\n| one step alone, warm |");
    places.iter().for_each(|place| out += &format!(" paste, {0} | sentences, {0} | dates, {0} | names, {0} | hub, {0} |", place.name));
    out += "\n|---|";
    out += &"---|".repeat(5 * places.len());
    out.push('\n');
    for (at, text) in texts.iter().enumerate() {
        let _ = write!(out, "| {} |", text.label);
        for place in places {
            let steps = |row: &Measured| {
                let of = |stage: &str| row.stages.get(stage).copied().unwrap_or_default();
                let names = text.tokens as f64 / 1e3 / of("names").max(1e-9);
                let [paste, document, dates, hub] = ["paste", "document", "dates", "analysis"].map(|stage| rate(text.bytes, of(stage)));
                format!(" {paste} | {document} | {dates} | {names:.0}k tokens/s | {hub} |")
            };
            out += &cell(place, at, steps, 5);
        }
        out.push('\n');
    }
    out
}

/// What twice the text costs, for the two longest, in each place where both were measured.
pub fn growths(texts: &[Text], places: &[Place]) -> Vec<(&'static str, f64)> {
    let [.., half, whole] = texts else { return Vec::new() };
    let bytes = 2.0 * half.bytes as f64 / whole.bytes as f64;
    // Of texts that are ten times apart nothing can be told of twice.
    if bytes < 0.5 {
        return Vec::new();
    }
    let ratio = |rows: &[Measured]| match rows {
        [.., half, whole] => Some(whole.warm / half.warm.max(1e-9) * bytes),
        _ => None,
    };
    places.iter().filter_map(|place| Some((place.name, ratio(place.rows.as_ref().ok()?)?))).collect()
}

fn cell(place: &Place, at: usize, show: impl Fn(&Measured) -> String, columns: usize) -> String {
    place.rows.as_ref().ok().and_then(|rows| rows.get(at)).map_or_else(|| " – |".repeat(columns), show)
}

/// Milliseconds.
pub fn time(seconds: f64) -> String {
    if seconds < 0.1 { format!("{:.2} ms", seconds * 1e3) } else { format!("{:.0} ms", seconds * 1e3) }
}

/// Bytes a second.
pub fn rate(bytes: usize, seconds: f64) -> String {
    let rate = bytes as f64 / 1e6 / seconds.max(1e-9);
    if rate < 0.1 { format!("{rate:.3} MB/s") } else { format!("{rate:.2} MB/s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_for_each_text_and_says_what_was_not_measured() {
        let text = |label, bytes| Text { label, file: "x".into(), bytes, tokens: bytes / 5, peak: Some(5_000_000) };
        let row = |warm| Measured { ready: 0.01, first: 2.0 * warm, warm, memory: None, stages: [("names".to_owned(), warm / 2.0)].into() };
        let texts = [text("1 MB", 1_000_000), text("2 MB", 2_000_000)];
        let places = [
            Place { name: "native", rows: Ok(vec![row(0.5), row(1.0)]) },
            Place { name: "Chromium", rows: Err("it is not installed".to_owned()) },
        ];
        let table = speed(&texts, &places);
        assert!(table.contains("| 1 MB | 500 ms, 2.00 MB/s | 1000 ms | – | – | 5.0 MB |"), "{table}");
        assert!(table.contains("native: 10.00 ms until the first call.") && table.contains("Chromium: not measured, it is not installed."));
        assert!(recognisers(&texts, &places).contains("| 800k tokens/s |"));
        assert_eq!(growths(&texts, &places), [("native", 2.0)]);
    }
}
