//! The door to JavaScript: conversion and nothing else.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::export::Words;
use crate::{Analyzer, Exported, Format, Length, Options, Publication, Stage};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    /// `Options` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "Options")]
    pub type JsOptions;
    /// `Analysis` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "Analysis")]
    pub type JsAnalysis;
    /// `Format` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "Format")]
    pub type JsFormat;
    /// `Words` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "Words")]
    pub type JsWords;
    /// `Progress` of `wasm.d.ts`.
    #[wasm_bindgen(typescript_type = "Progress")]
    pub type JsProgress;
}

/// A text with a name of each kind and a date.
const FIRST_TEXT: &str = "ORRIN, Norland – Nordwind Lines Ltd. sold rope to Ada Lim of the Orrin Port Authority in May 2024, she said.";

/// The core, for any number of articles.
#[wasm_bindgen(js_name = Analyzer)]
pub struct JsAnalyzer(Analyzer);

#[wasm_bindgen(js_class = Analyzer)]
impl JsAnalyzer {
    /// Throws where `weights` is not a weights file of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: Option<Vec<u8>>) -> Result<Self, JsError> {
        let analyzer = Analyzer::new(weights.as_deref())?;
        // The tables that come with the first text would lie between its parts and keep their room from the next one; and
        // whoever pastes need not wait for them.
        drop(analyzer.analyze(FIRST_TEXT, &Options::default()));
        Ok(Self(analyzer))
    }

    /// Reads one paste; `progress` is called before each step.
    pub fn analyze(&self, text: String, options: Option<JsOptions>, progress: Option<JsProgress>) -> Result<JsAnalysis, JsError> {
        let options = options_from(options.as_ref())?;
        let report = |stage: Stage, permille: u32| {
            let Some(call) = progress.as_ref().and_then(|p| p.dyn_ref::<js_sys::Function>()) else { return };
            // A progress bar that throws must not cost the person the analysis.
            let _ = call.call2(&JsValue::NULL, &stage.name().into(), &permille.into());
        };
        let analysis = self.0.analyze_with(text, &options, &report);
        Ok(analysis.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?.unchecked_into())
    }

    /// The hub of one paste in another format, with `words` around it where the format is one that people read.
    pub fn export(&self, text: &str, options: Option<JsOptions>, format: JsFormat, words: Option<JsWords>) -> Result<String, JsError> {
        let options = options_from(options.as_ref())?;
        let name = format.as_string().unwrap_or_default();
        let format = Format::from_name(&name).ok_or_else(|| JsError::new(&format!("there is no format \"{name}\"")))?;
        let words = match words.filter(|words| !words.is_undefined() && !words.is_null()) {
            Some(words) => serde_wasm_bindgen::from_value(words.into())?,
            None => Words::default(),
        };
        Ok(crate::export::export_in(&self.0.analyze(text, &options), format, options.hub, &words))
    }
}

/// Pasted HTML as the plain text that is then analysed, kept and shown.
#[wasm_bindgen(js_name = textFromHtml)]
pub fn text_from_html(html: &str) -> String {
    crate::text_from_html(html)
}

/// The version of the core.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn options_from(value: Option<&JsOptions>) -> Result<Options, JsError> {
    let field = |name: &str| {
        let found = value.and_then(|v| js_sys::Reflect::get(v, &name.into()).ok());
        found.filter(|v| !v.is_undefined() && !v.is_null())
    };
    let text = |value: &JsValue| value.as_string().unwrap_or_default();
    let published = match field("published") {
        Some(day) => {
            Publication::from_name(&text(&day)).ok_or_else(|| JsError::new("published: a day as YYYY-MM-DD, or none, is wanted"))?
        }
        None => Publication::default(),
    };
    let length = match field("length") {
        Some(name) => Length::from_name(&text(&name)).ok_or_else(|| JsError::new("length: short, standard or long is wanted"))?,
        None => Length::default(),
    };
    let hub = match field("hub") {
        Some(name) => Exported::from_name(&text(&name)).ok_or_else(|| JsError::new("hub: published or made is wanted"))?,
        None => Exported::default(),
    };
    Ok(Options { published, length, hub })
}
