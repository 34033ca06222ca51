//! What holds for every analysis of every text, in one place: the tests and the fuzz targets ask it here.

pub mod borne;
mod claimed;
mod exported;
mod placed;

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use digest_hub::contract::{Claim, Hub};
use digest_hub::{Analysis, Analyzer, Options};
use serde_json::Value;

static SCHEMA: LazyLock<(Schemas, SchemaIndex)> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(include_str!("../../www/analysis.schema.json")).expect("the schema is JSON");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("analysis.schema.json", schema).expect("the schema has an address");
    let index = compiler.compile("analysis.schema.json", &mut schemas).expect("the schema compiles");
    (schemas, index)
});

/// Reading the weights takes far longer than reading a paste.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| Analyzer::new(None).expect("the built-in weights"));

/// The core as every test uses it.
pub fn analyze(text: &str) -> Analysis {
    analyze_with(text, &Options::default())
}

/// The same with what a person can choose.
pub fn analyze_with(text: &str, options: &Options) -> Analysis {
    ANALYZER.analyze(text, options)
}

/// Holds for the analysis of a text that somebody wrote; a broken promise fails with its words.
pub fn check(text: &str, analysis: &Analysis) {
    check_form(text, analysis);
    claimed::check_borne(analysis);
}

/// Holds for the analysis of every text, of what nobody would write, too: in "Ch0istmas Eve, Easter,Th012" no other hand can
/// tell the names.
pub fn check_form(text: &str, analysis: &Analysis) {
    let json = serde_json::to_value(analysis).expect("plain data");
    let (schemas, index) = &*SCHEMA;
    if let Err(error) = schemas.validate(&json, *index) {
        panic!("the analysis is not of the schema: {error:#}");
    }
    placed::check(text, analysis);
    claimed::check(analysis);
    check_exports(analysis);
}

/// Holds for every analysis that the core could give, whatever its texts are.
pub fn check_exports(analysis: &Analysis) {
    exported::check(analysis);
}

/// Every claim of a hub.
pub fn claims(hub: &Hub) -> impl Iterator<Item = &Claim> {
    let digest = hub.digest.key_points.iter().chain(hub.digest.summary.iter().flat_map(|part| &part.claims));
    digest.chain(hub.entities.iter().flat_map(|entity| &entity.description)).chain(hub.timeline.iter().map(|event| &event.claim))
}

/// Letters and figures alone, in lower case.
pub fn letters(text: &str) -> String {
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A full-width letter or figure as others write it.
pub fn narrow(c: char) -> char {
    if ('！'..='～').contains(&c) { char::from_u32(c as u32 - '！' as u32 + '!' as u32).unwrap_or(c) } else { c }
}
