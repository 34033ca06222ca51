//! What the figures are held against. Gates on time are for whoever measures on a quiet machine, never for a test.

use super::table::{growths, rate};
use super::{Measured, Place, Text};
use crate::gates::Judged;

/// The texts whose speed is judged.
const JUDGED: [&str; 3] = ["10 kB", "1 MB", "5 MB"];
/// The least rates, natively and in wasm: bytes a second of the whole analysis and of the dates, tokens a second of the
/// names.
const WHOLE: [f64; 2] = [1.5e6, 0.6e6];
const DATES: [f64; 2] = [10e6, 4e6];
const NAMES: [f64; 2] = [400e3, 160e3];
/// The most memory above that of a process that has read two sentences: so many bytes, and so many for each of the text.
const MEMORY: (u64, u64) = (8_000_000, 12);
/// How many times longer twice the text may take.
const GROWTH: f64 = 2.2;

/// Every figure that has a gate. Where a place could not be measured, or told less than it should, its gate is broken.
pub fn judge(texts: &[Text], places: &[Place]) -> Vec<Judged> {
    let mut judged: Vec<Judged> = places.iter().flat_map(|place| of_place(texts, place)).collect();
    judged.extend(texts.iter().map(native_memory));
    judged.extend(
        growths(texts, places).into_iter().map(|(place, ratio)| {
            Judged::of(format!("time(2n)/time(n), {place}"), format!("{ratio:.2} (at most {GROWTH})"), ratio <= GROWTH)
        }),
    );
    judged
}

fn of_place(texts: &[Text], place: &Place) -> Vec<Judged> {
    let whole = || format!("everything, {}", place.name);
    let rows = match &place.rows {
        Err(why) => return vec![Judged::missing(whole(), why)],
        Ok(rows) => rows,
    };
    if rows.len() != texts.len() {
        return vec![Judged::missing(whole(), &format!("{} texts were given, {} measured", texts.len(), rows.len()))];
    }
    let both = || texts.iter().zip(rows);
    let mut judged: Vec<Judged> =
        both().filter(|(text, _)| JUDGED.contains(&text.label)).flat_map(|(text, row)| rates(text, row, place.name)).collect();
    if place.name != "native" {
        judged.extend(both().map(|(text, row)| match row.memory {
            Some(peak) => memory(text, peak, place.name),
            None => Judged::missing(format!("{}, memory, {}", text.label, place.name), "the place told none"),
        }));
    }
    judged
}

fn rates(text: &Text, row: &Measured, place: &str) -> [Judged; 3] {
    let wasm = usize::from(place != "native");
    let judged = |what: &str, seconds: Option<f64>, told: &dyn Fn(f64) -> (String, bool)| {
        let what = format!("{}, {what}, {place}", text.label);
        let Some(seconds) = seconds.filter(|seconds| *seconds > 0.0) else { return Judged::missing(what, "the place told no time") };
        let (told, held) = told(seconds);
        Judged::of(what, told, held)
    };
    let bytes = |least: f64| {
        move |seconds: f64| {
            let told = format!("{} (at least {})", rate(text.bytes, seconds), rate(1_000_000, 1e6 / least));
            (told, text.bytes as f64 >= least * seconds)
        }
    };
    let tokens = |seconds: f64| {
        let names = text.tokens as f64 / seconds;
        (format!("{:.0}k tokens/s (at least {:.0}k)", names / 1e3, NAMES[wasm] / 1e3), names >= NAMES[wasm])
    };
    let stage = |stage: &str| row.stages.get(stage).copied();
    [
        judged("the whole analysis", Some(row.warm), &bytes(WHOLE[wasm])),
        judged("dates", stage("dates"), &bytes(DATES[wasm])),
        judged("names", stage("names"), &tokens),
    ]
}

fn native_memory(text: &Text) -> Judged {
    match text.peak {
        Some(peak) => memory(text, peak, "native"),
        None => Judged::left_out(format!("{}, memory, native", text.label), "this system does not tell the most memory of a process"),
    }
}

fn memory(text: &Text, peak: u64, place: &str) -> Judged {
    let most = MEMORY.0 + MEMORY.1 * text.bytes as u64;
    let told = format!("{:.1} MB (at most {:.1} MB)", peak as f64 / 1e6, most as f64 / 1e6);
    Judged::of(format!("{}, memory, {place}", text.label), told, peak <= most)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::gates::{Verdict, summed_up, table};

    fn text(label: &'static str, bytes: usize, peak: Option<u64>) -> Text {
        Text { label, file: "x".into(), bytes, tokens: bytes / 5, peak }
    }

    /// Each step takes a tenth of the whole.
    fn row(warm: f64) -> Measured {
        let stages = ["names", "dates"].map(|stage| (stage.to_owned(), warm / 10.0)).into();
        Measured { ready: 0.01, first: warm, warm, memory: Some(9_000_000), stages }
    }

    fn judged(warm: f64, peak: u64) -> Vec<Judged> {
        let texts = [text("1 MB", 1_000_000, Some(peak)), text("2 MB", 2_000_000, Some(peak))];
        let places = [
            Place { name: "native", rows: Ok(vec![row(warm), row(3.0 * warm)]) },
            Place { name: "Node", rows: Ok(vec![row(warm), row(2.0 * warm)]) },
        ];
        judge(&texts, &places)
    }

    fn broken(judged: &[Judged]) -> Vec<&str> {
        judged.iter().filter(|row| row.verdict == Verdict::Broken).map(|row| row.what.as_str()).collect()
    }

    #[test]
    fn each_figure_is_held_against_its_own_gate() {
        let judged = judged(1.0, 21_000_000);
        let expected = ["1 MB, the whole analysis, native", "1 MB, memory, native", "time(2n)/time(n), native"];
        assert_eq!(broken(&judged), expected, "one second is too long natively, 21 MB too many for 1 MB, and thrice is no twice");
        assert_eq!(judged[0].told, "1.00 MB/s (at least 1.50 MB/s)");
        assert!(table(&judged).contains("| 1 MB, the whole analysis, Node | 1.00 MB/s (at least 0.60 MB/s) | held |"));
        assert!(table(&judged).contains("| 2 MB, memory, Node | 9.0 MB (at most 32.0 MB) | held |"));
    }

    #[test]
    fn what_holds_and_what_does_not_is_summed_up() {
        let slow = judged(1.0, 5_000_000);
        assert!(!summed_up(&slow).0 && summed_up(&slow).1.starts_with("10 of 12 gates held; 1 MB, the whole analysis, native: 1.00"));
        assert_eq!(summed_up(&slow[1..3]), (true, "2 of 2 gates held".to_owned()));
    }

    #[test]
    fn what_was_not_measured_is_broken_and_named() {
        let texts = [text("1 MB", 1_000_000, None)];
        let place = |rows| [Place { name: "Chromium", rows }];
        let silent = judge(&texts, &place(Err("it is not installed".to_owned())));
        assert_eq!(broken(&silent), ["everything, Chromium"]);
        assert!(summed_up(&silent).1.contains("everything, Chromium: not measured: it is not installed"));
        assert!(summed_up(&silent).1.contains("left out: 1 MB, memory, native: this system does not tell"));
        assert_eq!(broken(&judge(&texts, &place(Ok(Vec::new())))), ["everything, Chromium"]);
        let without = Measured { stages: BTreeMap::new(), memory: None, ..row(0.1) };
        assert_eq!(
            broken(&judge(&texts, &place(Ok(vec![without])))),
            ["1 MB, dates, Chromium", "1 MB, names, Chromium", "1 MB, memory, Chromium"],
            "a step that told no time took not none"
        );
    }
}
