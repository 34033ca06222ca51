//! The program's answers for a folder of documents, and how good they are, in one command.
//!
//! A document is a JSON object with `text` (or `article`), `id` (or `doc_id`) and, where it is known, the day on which it
//! was published as `date` (or `dct`), `YYYY-MM-DD`. A folder holds `.json` files (one document or a list) and `.jsonl`
//! files (one a line). What else it has is gold, and says what is judged: `names` ([start, end, kind], code points),
//! `timexes` (TIMEX3 with places), `highlights` (an editor's key points), `paragraph_spans` (a whole article with
//! `entities`, `timeline`, `must_cover` and more), `relations` (which of two `events` came first, as TimeSET has them). Gold
//! of another kind is for a program that `--score` names. What asks for no gold is checked on every digest.

mod articles;
mod dates;
mod digests;
mod flat;
mod measure;
mod names;
mod order;
mod peers;
mod porter;
mod readable;

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use self::flat::{Flat, flatten};
use crate::run::{command, run};
use crate::site;

/// A document with its gold and what was answered.
pub struct Judged<'a> {
    /// The document as it lies in its file.
    pub gold: &'a Value,
    /// Its text.
    pub text: &'a str,
    /// The answer.
    pub flat: Flat,
}

/// What is to be evaluated, and by what.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    documents: PathBuf,
    /// Another program's answers, which are judged in place of this one's.
    answers: Option<PathBuf>,
    /// A program that is given the documents' path and the answers' path and prints its figures.
    scorer: Vec<String>,
}

impl Options {
    /// A folder or file without a scorer of its own.
    pub fn of(documents: &Path) -> Self {
        Self { documents: documents.to_owned(), answers: None, scorer: Vec::new() }
    }

    /// `DIR [--answers FILE] [--score PROGRAM …]`.
    pub fn read(arguments: &[&str]) -> Result<Self> {
        match arguments {
            [documents] => Ok(Self::of(Path::new(documents))),
            [documents, "--answers", answers] => Ok(Self { answers: Some(answers.into()), ..Self::of(Path::new(documents)) }),
            [documents, "--score", scorer @ ..] if !scorer.is_empty() => {
                Ok(Self { scorer: scorer.iter().map(|word| (*word).to_owned()).collect(), ..Self::of(Path::new(documents)) })
            }
            _ => bail!(
                "eval wants a folder or file of documents, and may be given --answers and a file of answers, or --score and a program with its arguments"
            ),
        }
    }
}

/// Answers every document, writes the answers to `target/eval/NAME.jsonl`, prints what they hold, and calls the scorer; gives
/// the figures by their names.
pub fn eval(options: &Options) -> Result<Vec<(String, f64)>> {
    if let Some(answers) = &options.answers {
        return print_scores(&rows(&options.documents)?, &rows(answers)?);
    }
    let binary = site::program()?;
    let rows = rows(&options.documents)?;
    let documents = rows.iter().map(input).collect::<Result<Vec<_>>>()?;
    let folder = site::target_folder()?.join("eval");
    fs::create_dir_all(&folder).context("target/eval could not be made")?;
    let name = options.documents.file_stem().context("the documents have no name")?.to_string_lossy().into_owned();
    let answers = folder.join(format!("{name}.jsonl"));
    let start = Instant::now();
    let lines = answer(&binary, &documents, &answers)?;
    let seconds = start.elapsed().as_secs_f64();
    print_figures(&documents, &lines, seconds)?;
    let mut figures = print_scores(&rows, &lines)?;
    if rows.iter().any(|row| row.get("highlights").is_some()) {
        let alone = digests::ranker_alone(&rows);
        print!("\n== the ranker\n{}", alone.text);
        figures.extend(alone.figures);
    }
    print!("{}", peers::beside(&options.documents, &figures)?);
    println!("answers: {}", answers.display());
    if let [program, arguments @ ..] = options.scorer.as_slice() {
        run(command(program).args(arguments).arg(options.documents.canonicalize()?).arg(&answers))?;
    }
    Ok(figures)
}

/// Every document of a file or folder.
fn rows(path: &Path) -> Result<Vec<Value>> {
    let mut files = vec![path.to_path_buf()];
    if path.is_dir() {
        files = fs::read_dir(path)?.filter_map(|entry| Some(entry.ok()?.path())).filter(|file| is_json(file)).collect();
        files.sort();
    }
    let mut documents = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
        let rows: Vec<Value> = if file.extension().is_some_and(|end| end == "jsonl") {
            text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect::<Result<_, _>>()
        } else {
            serde_json::from_str(&text).map(|value| if let Value::Array(rows) = value { rows } else { vec![value] })
        }
        .with_context(|| format!("{} is not JSON", file.display()))?;
        documents.extend(rows);
    }
    if documents.is_empty() {
        bail!("{} holds no document", path.display());
    }
    Ok(documents)
}

fn is_json(file: &Path) -> bool {
    file.extension().is_some_and(|end| end == "json" || end == "jsonl")
}

/// The input line of the program.
fn input(row: &Value) -> Result<Value> {
    let id = field(row, ["id", "doc_id"]).context("a document has no id")?;
    let text = field(row, ["text", "article"]).with_context(|| format!("document {id} has no text"))?;
    // The day of a biography is the one when it was collected, long behind its writing.
    let biography = id.as_str().is_some_and(|id| id.contains("_bio_"));
    let day = field(row, ["date", "dct"]).filter(|_| !biography).and_then(Value::as_str);
    let day = day.and_then(|day| day.get(..10)).filter(|day| is_day(day));
    Ok(match day {
        Some(day) => json!({ "id": id, "text": text, "published": day }),
        None => json!({ "id": id, "text": text }),
    })
}

fn field<'a>(row: &'a Value, names: [&str; 2]) -> Option<&'a Value> {
    names.iter().find_map(|name| row.get(*name)).filter(|value| !value.is_null())
}

/// A number and its digits are the same name.
fn id_of(row: &Value) -> String {
    field(row, ["id", "doc_id"]).map_or_else(String::new, |id| id.as_str().map_or_else(|| id.to_string(), str::to_owned))
}

fn is_day(day: &str) -> bool {
    day.bytes().enumerate().all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

fn answer(binary: &Path, documents: &[Value], to: &Path) -> Result<Vec<Value>> {
    let mut child =
        command(binary).arg("--jsonl").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("digest-hub could not be started")?;
    let mut stdin = child.stdin.take().context("digest-hub takes no input")?;
    let input: String = documents.iter().map(|document| format!("{document}\n")).collect();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().context("digest-hub did not end")?;
    if !matches!(writer.join(), Ok(Ok(()))) {
        bail!("digest-hub did not read its input");
    }
    fs::write(to, &output.stdout).with_context(|| format!("{} could not be written", to.display()))?;
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).context("digest-hub printed no JSON")).collect()
}

fn print_figures(documents: &[Value], answers: &[Value], seconds: f64) -> Result<()> {
    let errors = answers.iter().filter(|answer| answer.get("error").is_some()).count();
    if answers.len() != documents.len() {
        bail!("{} documents, {} answers", documents.len(), answers.len());
    }
    let bytes: usize = documents.iter().filter_map(|document| document["text"].as_str()).map(str::len).sum();
    let mean = |path: &str| {
        let counts = answers.iter().filter_map(|answer| answer.pointer(path).and_then(Value::as_array).map(Vec::len));
        counts.sum::<usize>() as f64 / documents.len() as f64
    };
    println!("{} documents, {errors} errors, {:.2} MB/s with start-up", documents.len(), bytes as f64 / 1e6 / seconds);
    for (what, path) in [
        ("blocks", "/article/blocks"),
        ("key points", "/hub/digest/key_points"),
        ("parts", "/hub/digest/summary"),
        ("entities", "/hub/entities"),
        ("events", "/hub/timeline"),
        ("dates", "/dates"),
    ] {
        println!("{what:<11} {:>8.2} a document", mean(path));
    }
    Ok(())
}

/// The fields that say what is judged.
const GOLD: [&str; 5] = ["names", "timexes", "paragraph_spans", "highlights", "relations"];

/// A part for each kind of gold that the documents have, and their figures.
fn print_scores(rows: &[Value], answers: &[Value]) -> Result<Vec<(String, f64)>> {
    let answers: HashMap<String, &Value> = answers.iter().map(|answer| (id_of(answer), answer)).collect();
    let mut judged = Vec::new();
    for gold in rows {
        let answer = answers.get(&id_of(gold)).copied().unwrap_or(&Value::Null);
        let text = field(gold, ["text", "article"]).and_then(Value::as_str).unwrap_or_default();
        let flat = flatten(answer, text).with_context(|| format!("the answer for {} breaks the contract", answer["id"]))?;
        judged.push(Judged { gold, text, flat });
    }
    let mut figures = Vec::new();
    for field in GOLD.into_iter().filter(|field| rows.iter().any(|row| row.get(*field).is_some())) {
        let report = match field {
            "names" => names::report(&judged)?,
            "timexes" => dates::report(&judged)?,
            "paragraph_spans" => articles::report(&judged)?,
            "relations" => order::report(&judged)?,
            _ => digests::report(&judged),
        };
        print!("\n== by {field}\n{}", report.text);
        figures.extend(report.figures);
    }
    let checks = readable::report(&judged);
    print!("{}", checks.text);
    figures.extend(checks.figures);
    Ok(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_read_whatever_their_fields_are_called() {
        let row = input(&json!({ "doc_id": 7, "article": "x", "dct": "2025-10-29T10:00" })).unwrap();
        assert_eq!(row, json!({ "id": 7, "text": "x", "published": "2025-10-29" }));
        assert_eq!(input(&json!({ "id": "a", "text": "x", "date": "May" })).unwrap(), json!({ "id": "a", "text": "x" }));
        assert!(input(&json!({ "id": "a" })).unwrap_err().to_string().contains("no text"));
        assert_eq!(input(&json!({ "id": "x_bio_y", "text": "x", "date": "2025-10-29" })).unwrap()["published"], Value::Null);
    }

    #[test]
    fn options_are_read_or_explained() {
        assert!(Options::read(&[]).is_err());
        assert!(Options::read(&["d", "--score"]).is_err());
        assert_eq!(Options::read(&["d", "--score", "python3", "s.py"]).unwrap().scorer, ["python3", "s.py"]);
    }
}
