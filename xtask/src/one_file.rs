//! `digest-hub.html`: the whole page in one file that opens from a disk by a double click.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::{script, size};

/// What takes the place of the network.
const IN_PLACE_OF_A_SERVER: &str = include_str!("one_file.js");
/// The second is for paper.
const STYLES: [&str; 2] = ["style.css", "print.css"];
const ENTRY: &str = "<script type=\"module\" src=\"main.js\"></script>";
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The file, from the page in `www` and the core in `pkg`, which is bound for a script that is no module.
pub fn make(www: &Path, pkg: &Path) -> Result<String> {
    let read = |folder: &Path, name: &str| {
        fs::read_to_string(folder.join(name)).map(|text| text.replace("\r\n", "\n")).with_context(|| format!("{name} could not be read"))
    };
    let glue = read(pkg, "digest_hub.js")?;
    let core = fs::read(pkg.join("digest_hub_bg.wasm")).context("the core could not be read")?;
    let style = style(&STYLES.iter().map(|name| read(www, name)).collect::<Result<String>>()?)?;
    let script = page_script(www, &worker_script(www, &glue)?)?;
    let page = links(&read(www, "index.html")?)?;
    let page = policy(&page, &script, &style)?;
    let packed = STANDARD.encode(size::gzip(&core)?);
    let page = replace_once(&page, "</body>", &format!("<script type=\"text/plain\" id=\"packed-core\">{packed}</script>\n</body>"))?;
    // Last, so that nothing is looked for in the scripts' own text.
    replace_once(&page, ENTRY, &format!("<style>{style}</style>\n<script type=\"module\">{script}</script>"))
}

fn worker_script(www: &Path, glue: &str) -> Result<String> {
    let worker = script::inline(www, "worker.js", Some(("pkg/digest_hub.js", "core")))?.script;
    ensure!(!worker.contains("import.meta"), "www/worker.js uses import.meta, which the single file's worker does not have");
    Ok(format!("'use strict';\n{glue}\nconst core = {{ ...wasm_bindgen, default: wasm_bindgen }};\n{worker}"))
}

fn page_script(www: &Path, worker: &str) -> Result<String> {
    let worker = serde_json::to_string(worker)?;
    let page = script::inline(www, "main.js", None)?.script;
    // Neither may stand in a script: the first would end it. In strings, templates and patterns both mean the same.
    Ok(format!("\nconst WORKER = {worker};\n{IN_PLACE_OF_A_SERVER}{page}").replace("</script", "<\\/script").replace("<!--", "\\x3c!--"))
}

/// Without its fonts: those of the system take their place.
fn style(css: &str) -> Result<String> {
    let mut parts = css.split("@font-face");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += part.split_once('}').context("@font-face in the style sheets does not end")?.1;
    }
    for (at, _) in out.match_indices("url(") {
        let address = out[at + "url(".len()..].trim_start_matches(['"', '\'']);
        ensure!(address.starts_with("data:") || address.starts_with('#'), "a style sheet loads a file, which the single file cannot");
    }
    ensure!(!out.contains("</style") && !out.contains("@import"), "a style sheet holds \"</style\" or \"@import\"");
    Ok(out)
}

/// Drops what only a server can give; anything unknown is a fault.
fn links(page: &str) -> Result<String> {
    let mut parts = page.split("<link ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (link, rest) = part.split_once('>').context("a <link> in www/index.html does not end")?;
        let is = |rel: &str| link.contains(&format!("rel=\"{rel}\""));
        if link.contains("href=\"data:") {
            out += &format!("<link {link}>{rest}");
        } else if is("preload") || is("manifest") || STYLES.iter().any(|name| link.contains(&format!("href=\"{name}\""))) {
            out += rest.strip_prefix('\n').unwrap_or(rest);
        } else {
            bail!("the single file does not know what to do with <link {link}>");
        }
    }
    Ok(out)
}

/// The page's policy, with hashes in place of addresses.
fn policy(page: &str, script: &str, style: &str) -> Result<String> {
    let (_, rest) = page.split_once(POLICY).context("www/index.html has no Content-Security-Policy")?;
    let (old, _) = rest.split_once('"').context("the Content-Security-Policy of www/index.html does not end")?;
    let mut new = Vec::new();
    for directive in old.split(';').map(str::trim).filter(|directive| !directive.is_empty()) {
        match directive.split(' ').next().unwrap_or_default() {
            "script-src" => new.push(format!("script-src {} 'wasm-unsafe-eval'", hash(script))),
            "style-src" => new.push(format!("style-src {}", hash(style))),
            "worker-src" => new.push("worker-src blob:".to_owned()),
            "img-src" => new.push("img-src data:".to_owned()),
            "trusted-types" => new.push(format!("{directive} digest-hub-one-file")),
            // What is not allowed by name falls back to default-src, which is 'none'.
            "font-src" | "connect-src" | "manifest-src" => {}
            _ if directive.contains("'self'") => bail!("the single file has no 'self' for `{directive}` of www/index.html's policy"),
            _ => new.push(directive.to_owned()),
        }
    }
    ensure!(new.iter().any(|directive| directive == "default-src 'none'"), "the policy of www/index.html does not start from 'none'");
    replace_once(page, old, &new.join("; "))
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(text.matches(from).count() == 1, "www/index.html does not hold `{from}` exactly once");
    Ok(text.replacen(from, to, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_hashes_and_no_address() {
        let page = format!("{POLICY}default-src 'none'; script-src 'self'; font-src 'self'; base-uri 'none'; trusted-types a\"></head>");
        let made = policy(&page, "1", "").unwrap();
        assert!(made.contains("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm-unsafe-eval'; base-uri"), "{made}");
        assert!(made.contains("trusted-types a digest-hub-one-file") && !made.contains("'self'") && !made.contains("font-src"));
        assert!(policy(&page.replace("font-src", "frame-src"), "", "").is_err());
    }

    #[test]
    fn links_to_files_are_dropped_or_refused() {
        let page =
            "<link rel=\"icon\" href=\"data:,\">\n<link rel=\"preload\" href=\"a.woff2\">\n<link rel=\"stylesheet\" href=\"style.css\">\nx";
        assert_eq!(links(page).unwrap(), "<link rel=\"icon\" href=\"data:,\">\nx");
        assert!(links("<link rel=\"prefetch\" href=\"a\">").is_err());
    }

    #[test]
    fn fonts_go_and_other_files_are_refused() {
        assert_eq!(style("a{}\n@font-face { src: url(\"x.woff2\") }\nb{}").unwrap(), "a{}\n\nb{}");
        assert!(style("a { background: url(x.png) }").is_err());
        assert!(style("a { background: url(\"data:,\") }").is_ok());
    }
}
