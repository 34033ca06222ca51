//! The sample's analysis, made when the page is built: a newcomer sees a hub before the core has arrived.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use digest_hub::{Analyzer, Options};

/// Reads the sample of `www/sample.js` and writes what the core says of it to `www/made/sample.js`.
pub fn make(www: &Path) -> Result<()> {
    let source = fs::read_to_string(www.join("sample.js")).context("www/sample.js could not be read")?;
    let analysis = Analyzer::new(None).context("the core's weights could not be read")?.analyze(text(&source)?, &Options::default());
    let json = serde_json::to_string(&analysis)?;
    let folder = www.join("made");
    fs::create_dir_all(&folder).context("www/made could not be made")?;
    fs::write(folder.join("sample.js"), module(&json)).context("www/made/sample.js could not be written")
}

/// The sample's text, which is a template without anything that stands for something else.
fn text(source: &str) -> Result<&str> {
    ensure!(source.matches('`').count() == 2, "www/sample.js does not hold exactly one template");
    ensure!(
        !source.contains(['\\', '$', '\r']),
        "www/sample.js holds \\, $ or a carriage return, which JavaScript reads as something else"
    );
    source.split('`').nth(1).context("www/sample.js holds no template")
}

fn module(json: &str) -> String {
    format!(
        "/** What the core says of the sample: made by `cargo xtask build`. @type {{import('../pkg/digest_hub.js').Analysis}} */\nexport const SAMPLE_ANALYSIS = {json};\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_is_taken_as_it_stands_or_refused() {
        assert_eq!(text("export const SAMPLE = `A.\n\nB.`;\n").unwrap(), "A.\n\nB.");
        assert!(text("export const SAMPLE = `A ${b}`;").is_err());
        assert!(text("export const SAMPLE = `A \\` b`;").is_err());
        assert!(text("export const SAMPLE = 'A';").is_err());
    }

    #[test]
    fn the_module_exports_the_analysis() {
        assert!(module("{\"schema\":1}").ends_with("\nexport const SAMPLE_ANALYSIS = {\"schema\":1};\n"));
    }
}
