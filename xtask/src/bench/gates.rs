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

/// Every figure that has a gate; what could not be measured has none.
pub fn judge(texts: &[Text], places: &[Place]) -> Vec<Judged> {
    let mut judged = Vec::new();
    for place in places {
        for (text, row) in texts.iter().zip(place.rows.as_deref().unwrap_or_default()).filter(|(text, _)| JUDGED.contains(&text.label)) {
            judged.extend(rates(text, row, place.name));
        }
    }
    judged.extend(texts.iter().filter_map(memory));
    judged.extend(growths(texts, places).into_iter().map(|(place, ratio)| Judged {
        what: format!("time(2n)/time(n), {place}"),
        told: format!("{ratio:.2} (at most {GROWTH})"),
        held: ratio <= GROWTH,
    }));
    judged
}

fn rates(text: &Text, row: &Measured, place: &str) -> [Judged; 3] {
    let wasm = usize::from(place != "native");
    let of = |stage: &str| row.stages.get(stage).copied().unwrap_or_default();
    let bytes = |what: &str, seconds: f64, least: f64| Judged {
        what: format!("{}, {what}, {place}", text.label),
        told: format!("{} (at least {})", rate(text.bytes, seconds), rate(1_000_000, 1e6 / least)),
        held: text.bytes as f64 >= least * seconds,
    };
    let names = text.tokens as f64 / of("names").max(1e-9);
    [
        bytes("the whole analysis", row.warm, WHOLE[wasm]),
        bytes("dates", of("dates"), DATES[wasm]),
        Judged {
            what: format!("{}, names, {place}", text.label),
            told: format!("{:.0}k tokens/s (at least {:.0}k)", names / 1e3, NAMES[wasm] / 1e3),
            held: names >= NAMES[wasm],
        },
    ]
}

fn memory(text: &Text) -> Option<Judged> {
    let (peak, most) = (text.peak?, MEMORY.0 + MEMORY.1 * text.bytes as u64);
    Some(Judged {
        what: format!("{}, memory, native", text.label),
        told: format!("{:.1} MB (at most {:.1} MB)", peak as f64 / 1e6, most as f64 / 1e6),
        held: peak <= most,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gates::{summed_up, table};

    fn judged(warm: f64, peak: u64) -> Vec<Judged> {
        let text = |label, bytes| Text { label, file: "x".into(), bytes, tokens: bytes / 5, peak: Some(peak) };
        let row = |warm| Measured { ready: 0.01, first: warm, warm, stages: [("names".to_owned(), warm / 2.0)].into() };
        let texts = [text("1 MB", 1_000_000), text("2 MB", 2_000_000)];
        let places = [
            Place { name: "native", rows: Ok(vec![row(warm), row(3.0 * warm)]) },
            Place { name: "Node", rows: Ok(vec![row(warm), row(2.0 * warm)]) },
            Place { name: "Chromium", rows: Err("it is not installed".to_owned()) },
        ];
        judge(&texts, &places)
    }

    #[test]
    fn each_figure_is_held_against_its_own_gate() {
        let judged = judged(1.0, 21_000_000);
        let broken: Vec<&str> = judged.iter().filter(|row| !row.held).map(|row| row.what.as_str()).collect();
        let expected = ["1 MB, the whole analysis, native", "1 MB, memory, native", "time(2n)/time(n), native"];
        assert_eq!(broken, expected, "one second is too long natively, 21 MB too many for 1 MB, and thrice is no twice");
        assert_eq!(judged[0].told, "1.00 MB/s (at least 1.50 MB/s)");
        assert!(table(&judged).contains("| 1 MB, the whole analysis, Node | 1.00 MB/s (at least 0.60 MB/s) | held |"));
    }

    #[test]
    fn what_holds_and_what_does_not_is_summed_up() {
        let slow = judged(1.0, 5_000_000);
        assert!(!summed_up(&slow).0 && summed_up(&slow).1.starts_with("8 of 10 gates held; 1 MB, the whole analysis, native: 1.00"));
        assert_eq!(summed_up(&slow[1..3]), (true, "2 of 2 gates held".to_owned()));
    }
}
