//! The command line, run as a person runs it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_digest-hub"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input).expect("the program reads");
    child.wait_with_output().expect("the program ends")
}

fn printed(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input.as_bytes());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

const PAGE: &str = "Kestrel Bay Opens\n\nBy Mara Quill\n\nThe port opened.\n\nDIGEST HUB\n- The port of Kestrel Bay opened after a year of storms.\nWhat Happened When\n- Since 2018:\n- Storms closed the port.\n";

#[test]
fn a_hub_as_plain_text_and_in_every_format() {
    let text = printed(&[], PAGE);
    assert!(
        text.contains("DIGEST HUB\n- The port of Kestrel Bay opened") && text.contains("- Since 2018:\n- Storms closed the port.\n"),
        "{text}"
    );
    for format in ["text", "json", "markdown", "html", "entities.csv", "timeline.csv", "ics", "jsonld"] {
        assert!(printed(&["--format", format], PAGE).len() > 20, "{format}");
    }
}

#[test]
fn the_publication_date_can_be_given() {
    let json = |arguments: &[&str]| serde_json::from_str::<Value>(&printed(arguments, PAGE)).expect("JSON");
    assert_eq!(json(&["--format", "json"])["article"]["published"], Value::Null);
    let given = json(&["--format", "json", "--published", "2025-10-29"]);
    assert_eq!(given["article"]["published"], serde_json::json!({ "date": "2025-10-29", "from": "given" }));
    let dated = PAGE.replace("By Mara Quill", "By Mara Quill\n\nPublished Oct. 28, 2025");
    let read =
        |arguments: &[&str]| serde_json::from_str::<Value>(&printed(arguments, &dated)).expect("JSON")["article"]["published"].clone();
    assert_eq!(read(&["--format", "json"])["date"], "2025-10-28");
    assert_eq!(read(&["--format", "json", "--published", "none"]), Value::Null, "a date that the person does not trust is gone");
}

#[test]
fn html_is_read_as_its_text() {
    let json: Value =
        serde_json::from_str(&printed(&["--html", "--format", "json"], "<h1>Port opens</h1><p>The port opened.</p><script>no</script>"))
            .expect("JSON");
    assert_eq!(json["article"]["title"], "Port opens");
    assert_eq!(json["article"]["blocks"][1]["text"], "The port opened.");
}

#[test]
fn wrong_arguments_are_explained() {
    for arguments in [&["--format", "pdf"][..], &["--published", "2025-02-30"], &["--length", "huge"], &["--bogus"], &["a", "b"]] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("--format FORMAT"), "{arguments:?}");
    }
    let missing = run(&["no such file"], b"");
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("no such file"));
}

#[test]
fn a_file_that_is_not_utf_8_is_read_all_the_same() {
    let output = run(&["--format", "json"], b"Caf\xe9 opens\n\nThe caf\xe9 by the port opened.\n");
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["article"]["title"], "Caf\u{FFFD} opens");
}

#[test]
fn one_document_a_line_and_a_bad_line_does_not_end_the_run() {
    let input = [
        r#"{"id":"a","text":"Port opens\n\nThe port opened on Monday."}"#,
        r#"{"id":7,"text":"The port opened.","published":"2025-10-29"}"#,
        "not json",
        "",
        r#"{"id":"lone","text":"a \ud800 b"}"#,
        r#"{"id":"day","text":"x","published":"2025-02-30"}"#,
        r#"{"text":"no id"}"#,
        r#"{"id":"__proto__","text":""}"#,
    ]
    .join("\n");
    let output = printed(&["--jsonl"], &input);
    let rows: Vec<Value> = output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(rows.len(), 7);
    assert_eq!((&rows[0]["id"], &rows[0]["schema"]), (&Value::from("a"), &Value::from(1)));
    assert_eq!((&rows[1]["id"], &rows[1]["article"]["published"]["date"]), (&Value::from(7), &Value::from("2025-10-29")));
    assert!(rows[2]["error"].is_string() && rows[2].get("id").is_none());
    assert!(rows[3]["error"].is_string() && rows[3]["id"] == "lone", "{}", rows[3]);
    assert!(rows[4]["error"].as_str().is_some_and(|e| e.contains("2025-02-30")));
    assert!(rows[5]["error"].is_string());
    assert_eq!(rows[6]["id"], "__proto__");
    assert!(output.starts_with("{\"id\":\"a\",\"schema\":1,\"article\":"), "fields keep their order");
}
