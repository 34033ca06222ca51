//! The page's modules as one script: each becomes a function that returns what the module exports.
//!
//! Only the forms that the page uses are understood — `import { a, b as c } from './x.js';` and `export` before a
//! function, a class or a constant, each at the start of its line. Any other form is a fault, not a guess.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// Modules that have become one script.
pub struct Inlined {
    pub script: String,
    /// The path of each, in the order in which they depend on each other.
    pub modules: Vec<String>,
}

/// The module `entry` of `folder` and all that it imports. An import of the path `given.0` takes its names from the
/// JavaScript expression `given.1`.
pub fn inline(folder: &Path, entry: &str, given: Option<(&str, &str)>) -> Result<Inlined> {
    let mut bundle = Bundle { folder, given, open: Vec::new(), done: Vec::new(), script: String::new() };
    bundle.add(entry)?;
    Ok(Inlined { script: bundle.script, modules: bundle.done })
}

struct Bundle<'a> {
    folder: &'a Path,
    given: Option<(&'a str, &'a str)>,
    /// Modules whose imports are being added, outermost first.
    open: Vec<String>,
    done: Vec<String>,
    script: String,
}

impl Bundle<'_> {
    fn add(&mut self, path: &str) -> Result<()> {
        if self.done.iter().any(|done| done == path) {
            return Ok(());
        }
        ensure!(!self.open.iter().any(|open| open == path), "{path} imports itself by way of {}", self.open.join(" → "));
        self.open.push(path.to_owned());
        let source = fs::read_to_string(self.folder.join(path)).with_context(|| format!("www/{path} could not be read"))?;
        let module = Module::read(path, &source).with_context(|| format!("www/{path} cannot go into one script"))?;
        let mut head = String::new();
        for import in &module.imports {
            head += &format!("const {{ {} }} = {};\n", import.names, self.scope(&import.from)?);
        }
        let (name, body, exports) = (identifier(path), &module.body, module.exports.join(", "));
        self.script += &format!("const {name} = (() => {{\n{head}{body}\nreturn {{ {exports} }};\n}})();\n");
        self.open.pop();
        self.done.push(path.to_owned());
        Ok(())
    }

    /// The expression that holds the exports of a module, which is added where it is not there yet.
    fn scope(&mut self, path: &str) -> Result<String> {
        if let Some((given, expression)) = self.given
            && given == path
        {
            return Ok(expression.to_owned());
        }
        self.add(path)?;
        Ok(identifier(path))
    }
}

fn identifier(path: &str) -> String {
    path.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

#[derive(Debug)]
struct Module {
    imports: Vec<Import>,
    exports: Vec<String>,
    /// The source without its import statements and `export` words.
    body: String,
}

#[derive(Debug, PartialEq, Eq)]
struct Import {
    /// As a destructuring pattern: `a, b: c`.
    names: String,
    /// From the folder of the page.
    from: String,
}

impl Module {
    fn read(path: &str, source: &str) -> Result<Self> {
        let code = code(source)?;
        ensure!(!code.contains("import("), "import() at run time is not understood");
        let mut module = Self { imports: Vec::new(), exports: Vec::new(), body: String::new() };
        let mut rest = source;
        while !rest.is_empty() {
            let code = &code[source.len() - rest.len()..];
            let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let first = code[..line].trim_start();
            let taken = if first.starts_with("import ") || first.starts_with("import{") {
                let end = code.find(';').context("an import statement does not end in \";\"")? + 1;
                module.imports.push(import(path, &rest[..end])?);
                end
            } else if first.starts_with("export ") || first.starts_with("export{") {
                let declaration = rest.strip_prefix("export ").context("an export does not start its line")?;
                module.exports.push(declared(declaration)?);
                "export ".len()
            } else {
                module.body += &rest[..line];
                line
            };
            rest = &rest[taken..];
        }
        Ok(module)
    }
}

/// `import { a, b as c } from './x.js';`
fn import(path: &str, statement: &str) -> Result<Import> {
    let unknown = || format!("`{statement}` is not of the form `import {{ a, b as c }} from './x.js';`");
    let inside = statement.strip_prefix("import {").with_context(unknown)?;
    let (names, from) = inside.split_once("} from '").with_context(unknown)?;
    let from = from.strip_suffix("';").filter(|from| from.starts_with('.')).with_context(unknown)?;
    let mut pattern = Vec::new();
    for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        pattern.push(name.split_once(" as ").map_or_else(|| name.to_owned(), |(theirs, ours)| format!("{theirs}: {ours}")));
    }
    Ok(Import { names: pattern.join(", "), from: joined(path, from) })
}

/// What `./x.js` means in the module `path`.
fn joined(path: &str, from: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in from.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The name that an exported declaration declares.
fn declared(declaration: &str) -> Result<String> {
    let line = declaration.lines().next().unwrap_or_default();
    let name = ["async function ", "function ", "class ", "const "].iter().find_map(|word| line.strip_prefix(word));
    let name: String = name.unwrap_or_default().chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '$').collect();
    if name.is_empty() {
        bail!("`export {line}` is not understood: only functions, classes and constants are exported, each under its own name");
    }
    Ok(name)
}

/// The source without its comments and the lines that held nothing else: they are for who reads the source, and a page
/// need not fetch them.
pub fn without_comments(source: &str) -> Result<String> {
    let mut kept = String::with_capacity(source.len());
    let mut from = 0;
    for comment in scanned(source)?.comments {
        kept += &source[from..comment.start];
        from = comment.end;
        let starts_line = kept.trim_end_matches([' ', '\t']).ends_with('\n') || kept.trim().is_empty();
        if starts_line && source[from..].starts_with('\n') {
            kept.truncate(kept.trim_end_matches([' ', '\t']).len());
            from += 1;
        }
    }
    Ok(kept + &source[from..])
}

/// The source with blanks for what comments, strings, templates and regular expressions hold, byte for byte as long.
fn code(source: &str) -> Result<String> {
    String::from_utf8(scanned(source)?.code).context("it could not be split into code and text")
}

fn scanned(source: &str) -> Result<Scanner<'_>> {
    let code = Vec::with_capacity(source.len());
    let mut scanner = Scanner { source: source.as_bytes(), code, depth: 0, templates: Vec::new(), comments: Vec::new() };
    while let Some(&byte) = scanner.source.get(scanner.code.len()) {
        scanner.step(byte)?;
    }
    ensure!(scanner.depth == 0 && scanner.templates.is_empty(), "its brackets do not close");
    Ok(scanner)
}

struct Scanner<'a> {
    source: &'a [u8],
    code: Vec<u8>,
    depth: usize,
    /// The depths at which a template's `${` was opened.
    templates: Vec<usize>,
    comments: Vec<Range<usize>>,
}

impl Scanner<'_> {
    fn step(&mut self, byte: u8) -> Result<()> {
        let at = self.code.len();
        let next = self.source.get(at + 1);
        match byte {
            b'/' if next == Some(&b'/') => self.comment(at + find(&self.source[at..], b"\n").unwrap_or(self.source.len() - at)),
            b'/' if next == Some(&b'*') => {
                let end = find(&self.source[at + 2..], b"*/").context("a comment does not end")?;
                self.comment(at + 2 + end + 2);
            }
            b'"' | b'\'' => self.text(at + 1, byte)?,
            b'`' => self.template(at + 1)?,
            b'/' if self.expects_value() => self.pattern(at + 1)?,
            b'}' if self.templates.last() == Some(&self.depth) => {
                self.templates.pop();
                self.template(at + 1)?;
            }
            _ => {
                match byte {
                    b'{' => self.depth += 1,
                    b'}' => self.depth = self.depth.checked_sub(1).context("its brackets do not close")?,
                    _ => {}
                }
                self.code.push(byte);
            }
        }
        Ok(())
    }

    fn comment(&mut self, end: usize) {
        self.comments.push(self.code.len()..end);
        self.blank(end);
    }

    /// A string; its quotes stay, so that what follows is known to follow a value.
    fn text(&mut self, mut at: usize, quote: u8) -> Result<()> {
        loop {
            match self.source.get(at) {
                None | Some(b'\n') => bail!("a string does not end on its line"),
                Some(b'\\') => at += 2,
                Some(&byte) if byte == quote => return self.close(at),
                Some(_) => at += 1,
            }
        }
    }

    /// A template, to its end or to the expression in it.
    fn template(&mut self, mut at: usize) -> Result<()> {
        loop {
            match self.source.get(at) {
                None => bail!("a template does not end"),
                Some(b'\\') => at += 2,
                Some(b'`') => return self.close(at),
                Some(b'$') if self.source.get(at + 1) == Some(&b'{') => {
                    self.templates.push(self.depth);
                    self.blank(at + 1);
                    // An expression begins, as behind a bracket.
                    self.code.push(b'(');
                    return Ok(());
                }
                Some(_) => at += 1,
            }
        }
    }

    fn pattern(&mut self, mut at: usize) -> Result<()> {
        let mut in_class = false;
        loop {
            match self.source.get(at) {
                None | Some(b'\n') => bail!("a regular expression does not end on its line"),
                Some(b'\\') => at += 1,
                Some(b'[') => in_class = true,
                Some(b']') => in_class = false,
                Some(b'/') if !in_class => return self.close(at),
                Some(_) => {}
            }
            at += 1;
        }
    }

    /// Whether a `/` here begins a regular expression: it does unless a value stands before it.
    fn expects_value(&self) -> bool {
        const WORDS: [&str; 10] = ["return", "typeof", "case", "in", "of", "void", "throw", "else", "await", "yield"];
        let before = self.code.trim_ascii_end();
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii();
        let word = &before[before.iter().rposition(|byte| !is_word(byte)).map_or(0, |at| at + 1)..];
        match before.last() {
            _ if !word.is_empty() => WORDS.iter().any(|keyword| keyword.as_bytes() == word),
            Some(b')' | b']' | b'}' | b'"' | b'\'' | b'`' | b'/') => false,
            _ => true,
        }
    }

    fn close(&mut self, at: usize) -> Result<()> {
        self.blank(at);
        self.code.push(self.source[at]);
        Ok(())
    }

    /// Blanks up to `end`; line ends stay.
    fn blank(&mut self, end: usize) {
        let blanks = self.source[self.code.len()..end].iter().map(|byte| if *byte == b'\n' { b'\n' } else { b' ' });
        self.code.extend(blanks);
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_become_patterns_and_exports_are_returned() {
        let source = "/** @import { T } from './t.js' */\nimport { a, b as c } from '../x.js';\n\nexport const ONE = 1;\nexport async function two() {}\n";
        let module = Module::read("views/y.js", source).unwrap();
        assert_eq!(module.imports, [Import { names: "a, b: c".into(), from: "x.js".into() }]);
        assert_eq!(module.exports, ["ONE", "two"]);
        assert!(module.body.contains("\nconst ONE = 1;\nasync function two() {}\n"), "{}", module.body);
        assert!(!module.body.contains("b as c"));
    }

    #[test]
    fn text_that_looks_like_code_stays_as_it_is() {
        let source =
            "const a = `\nimport rose, ${b ? `export ${c}` : '}'}\nexport fell`;\nconst d = x.replace(/[/'\"`]/g, '') / 2;\n// import(\n";
        let module = Module::read("x.js", source).unwrap();
        assert_eq!(module.body, source);
        assert!(module.exports.is_empty() && module.imports.is_empty());
    }

    #[test]
    fn comments_go_and_what_looks_like_one_stays() {
        let source = "/** doc */\nconst a = 'http://b'; // why\n\n  // a line\n  /* one */ two(/[/*]/, `/* ${'//'} */`);\n/**\n * @param {string} a\n */\nfunction f(a) {}\n";
        assert_eq!(without_comments(source).unwrap(), "const a = 'http://b'; \n\n   two(/[/*]/, `/* ${'//'} */`);\nfunction f(a) {}\n");
    }

    #[test]
    fn other_forms_are_refused() {
        for source in [
            "import x from './x.js';\n",
            "import * as x from './x.js';\n",
            "import './x.js';\n",
            "import { x } from 'x';\n",
            "export default 1;\n",
            "export { a };\n",
            "export * from './x.js';\n",
            "export let a = 1;\n",
            "export const { a } = b;\n",
            "  export const a = 1;\n",
            "const a = await import('./x.js');\n",
            "const a = '\n",
            "const a = {;\n",
            "const a = `${;\n",
        ] {
            assert!(Module::read("y.js", source).is_err(), "{source}");
        }
    }

    #[test]
    fn every_script_of_the_page_can_be_read() {
        let www = crate::root().join("www");
        // What a build makes is not there in a fresh checkout.
        let page = inline(&www, "main.js", Some(("made/sample.js", "made"))).unwrap();
        assert!(page.script.contains(" } = made;"));
        assert_eq!(page.modules.last().map(String::as_str), Some("main.js"), "behind all that it needs");
        let worker = inline(&www, "worker.js", Some(("pkg/digest_hub.js", "core"))).unwrap();
        assert!(worker.script.contains(" } = core;"));
    }
}
