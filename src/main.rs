//! The command line: a file or standard input in, a hub out. Thin: the core does the work.

use std::io::{self, BufRead, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use digest_hub::{Analysis, Analyzer, Exported, Format, Length, Options, Publication, export, text_from_html};
use lexopt::{Arg, ValueExt};
use serde::{Deserialize, Serialize};

const HELP: &str = "\
digest-hub [FILE]             the hub of an article, as plain text
  --format FORMAT             text, json, markdown, html, entities.csv, timeline.csv, ics, jsonld
  --published YYYY-MM-DD      when the article was published; none where no date in it is to be trusted
  --length LENGTH             short, standard, long
  --hub WHICH                 published (where the page carries one) or made
  --html                      the input is HTML
  --jsonl                     one document a line in, {\"id\",\"text\",\"published\"?}; one analysis a line out
  --version, --help
Without FILE, or with -, standard input is read.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Fault::Usage(message)) => {
            eprintln!("digest-hub: {message}\n\n{HELP}");
            ExitCode::from(2)
        }
        // Whoever reads our output may stop early ("| head"): that is no fault.
        Err(Fault::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Fault::Io(error)) => {
            eprintln!("digest-hub: {error}");
            ExitCode::FAILURE
        }
    }
}

enum Fault {
    Usage(String),
    Io(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<lexopt::Error> for Fault {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

#[derive(Default)]
struct Task {
    file: Option<PathBuf>,
    format: Option<Format>,
    options: Options,
    input: Input,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Input {
    #[default]
    Text,
    Html,
    Lines,
}

fn run() -> Result<(), Fault> {
    let Some(task) = task()? else { return Ok(()) };
    let analyzer = Analyzer::new(None).map_err(|error| Fault::Io(io::Error::other(error)))?;
    let mut out = BufWriter::new(io::stdout().lock());
    if task.input == Input::Lines {
        let reader: Box<dyn BufRead> = match &task.file {
            Some(path) => Box::new(io::BufReader::new(open(path)?)),
            None => Box::new(io::stdin().lock()),
        };
        lines(&analyzer, &task.options, reader, &mut out)?;
    } else {
        let text = read_text(task.file.as_ref())?;
        let text = if task.input == Input::Html { text_from_html(&text) } else { text };
        let analysis = analyzer.analyze_with(text, &task.options, &|_, _| {});
        let shown = export::export_hub(&analysis, task.format.unwrap_or(Format::Text), task.options.hub);
        out.write_all(shown.as_bytes())?;
    }
    Ok(out.flush()?)
}

fn task() -> Result<Option<Task>, Fault> {
    let mut task = Task::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("format") => task.format = Some(named(&arguments.value()?.string()?, "format", Format::from_name)?),
            Arg::Long("published") => {
                task.options.published = named(&arguments.value()?.string()?, "day (YYYY-MM-DD or none)", Publication::from_name)?
            }
            Arg::Long("length") => task.options.length = named(&arguments.value()?.string()?, "length", Length::from_name)?,
            Arg::Long("hub") => task.options.hub = named(&arguments.value()?.string()?, "hub", Exported::from_name)?,
            Arg::Long("html") => task.input = Input::Html,
            Arg::Long("jsonl") => task.input = Input::Lines,
            Arg::Long("help") | Arg::Short('h') => {
                println!("{HELP}");
                return Ok(None);
            }
            Arg::Long("version") | Arg::Short('V') => {
                println!("digest-hub {}", env!("CARGO_PKG_VERSION"));
                return Ok(None);
            }
            Arg::Value(file) if task.file.is_none() => task.file = Some(file.into()).filter(|path: &PathBuf| path.as_os_str() != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(task))
}

fn named<T>(value: &str, what: &str, read: fn(&str) -> Option<T>) -> Result<T, Fault> {
    read(value).ok_or_else(|| Fault::Usage(format!("\"{value}\" is no {what}")))
}

fn open(path: &PathBuf) -> io::Result<std::fs::File> {
    std::fs::File::open(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// Bytes that are not UTF-8 become U+FFFD: an article is never refused for one damaged character.
fn read_text(file: Option<&PathBuf>) -> io::Result<String> {
    let mut bytes = Vec::new();
    match file {
        Some(path) => open(path)?.read_to_end(&mut bytes)?,
        None => io::stdin().lock().read_to_end(&mut bytes)?,
    };
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    published: Option<String>,
}

#[derive(Deserialize)]
struct OnlyId {
    id: serde_json::Value,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a serde_json::Value,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

#[derive(Serialize)]
struct BadRow {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<serde_json::Value>,
    error: String,
}

/// One document a line; a bad line gives an error in its place, and the run goes on.
fn lines(analyzer: &Analyzer, options: &Options, mut reader: impl BufRead, out: &mut impl Write) -> Result<(), Fault> {
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            let row = match document(&line, options) {
                Ok((id, text, options)) => serde_json::to_string(&Row { id: &id, analysis: &analyzer.analyze(&text, &options) }),
                Err(error) => serde_json::to_string(&BadRow { id: serde_json::from_slice::<OnlyId>(&line).ok().map(|row| row.id), error }),
            };
            writeln!(out, "{}", row.map_err(io::Error::from)?)?;
        }
        line.clear();
    }
    Ok(())
}

fn document(line: &[u8], options: &Options) -> Result<(serde_json::Value, String, Options), String> {
    let row: Line = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let published = match row.published.as_deref() {
        Some(day) => Publication::from_name(day).ok_or_else(|| format!("published: \"{day}\" is no day (YYYY-MM-DD or none)"))?,
        None => options.published,
    };
    Ok((row.id, row.text, Options { published, ..*options }))
}
