//! The page on this machine, for one person: loopback only, nothing cached.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tiny_http::{HTTPVersion, Header, Method, Request, Response, Server};

use crate::run::command;
use crate::{root, site};

const FIRST_PORT: u16 = 8000;
/// How many ports behind the first are tried when nobody asked for a certain one.
const TRIES: u16 = 20;

/// What the person asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    port: Option<u16>,
    then: Then,
}

/// What happens once the page is served.
#[derive(Debug, Default, PartialEq, Eq)]
enum Then {
    #[default]
    Wait,
    OpenBrowser,
}

impl Options {
    /// `--port N`, `--open`.
    pub fn read(arguments: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match *argument {
                "--open" => options.then = Then::OpenBrowser,
                "--port" => {
                    let value = rest.next().context("--port wants a number")?;
                    options.port = Some(value.parse().with_context(|| format!("\"{value}\" is no port"))?);
                }
                other => bail!("serve does not know \"{other}\""),
            }
        }
        Ok(options)
    }
}

/// Builds the page and serves it until the person ends it.
pub fn serve(options: &Options) -> Result<()> {
    site::bind(site::Purpose::Try)?;
    let server = listen(options.port)?;
    let address = format!("http://{}/", server.server_addr());
    println!("{address}");
    println!("Ctrl+C ends it. After a change: end it and start it again.");
    if options.then == Then::OpenBrowser {
        open(&address);
    }
    answer_all(&server, &root().join("www").canonicalize().context("www/ is missing")?);
    Ok(())
}

fn answer_all(server: &Server, folder: &Path) {
    for request in server.incoming_requests() {
        // A browser that closed its connection is no fault of ours.
        let _ = answer(folder, request);
    }
}

fn listen(port: Option<u16>) -> Result<Server> {
    let try_port = |port: u16| {
        Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow::anyhow!("port {port} cannot be used ({error}): choose another with --port"))
    };
    match port {
        Some(port) => try_port(port),
        None => (FIRST_PORT..FIRST_PORT + TRIES)
            .find_map(|port| try_port(port).ok())
            .with_context(|| format!("no port from {FIRST_PORT} to {} is free: choose one with --port", FIRST_PORT + TRIES - 1)),
    }
}

fn open(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if command(program).arg(address).spawn().is_err() {
        println!("No browser could be opened: open the address above.");
    }
}

fn answer(folder: &Path, request: Request) -> std::io::Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    match file(folder, &path).and_then(|file| fs::read(&file).ok().map(|bytes| (file, bytes))) {
        Some((file, bytes)) => respond(request, with_headers(Response::from_data(bytes), mime(&file))),
        None => {
            let missing = Response::from_string(format!("There is no {path} here.\n")).with_status_code(404);
            respond(request, with_headers(missing, mime(Path::new("a.txt"))))
        }
    }
}

/// Answers in HTTP 1.0, whose connections end with the answer. The library gives each connection a thread, and where several
/// come at once, one can be left without: it waits until another ends, which a browser that keeps its connections would put
/// off for half a minute.
fn respond<R: Read>(request: Request, response: Response<R>) -> std::io::Result<()> {
    let leave_out_body = *request.method() == Method::Head;
    let mut writer = request.into_writer();
    response.raw_print(&mut writer, HTTPVersion(1, 0), &[], leave_out_body, None)?;
    writer.flush()
}

fn with_headers<R: Read>(response: Response<R>, mime: &str) -> Response<R> {
    let headers = [("Content-Type", mime), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
    headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok()).fold(response, Response::with_header)
}

/// The file of a path of the address; nothing outside the folder, whatever the path says.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let named = folder.join(path.trim_start_matches('/'));
    let named = if named.is_dir() { named.join("index.html") } else { named };
    let found = named.canonicalize().ok()?;
    (found.starts_with(folder) && found.is_file()).then_some(found)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;
    use std::sync::Mutex;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = root().join("www").canonicalize().unwrap();
        assert_eq!(file(&folder, "/"), Some(folder.join("index.html")));
        assert_eq!(file(&folder, "/views/../index.html"), Some(folder.join("index.html")));
        for path in [
            "/../Cargo.toml",
            "/..",
            "/%2e%2e/Cargo.toml",
            "/views/..%2f..%2fCargo.toml",
            "//etc/passwd",
            "/nothing",
            "/views/../../src/lib.rs",
        ] {
            assert_eq!(file(&folder, path), None, "{path}");
        }
    }

    /// A browser opens several connections at once, and keeps each until the server says that it ends.
    #[test]
    fn connections_that_come_at_once_are_all_answered() {
        const AT_ONCE: usize = 24;
        let server = Server::http("127.0.0.1:0").unwrap();
        let address = server.server_addr().to_ip().unwrap();
        let folder = root().join("www").canonicalize().unwrap();
        let kept = Mutex::new(Vec::new());
        thread::scope(|scope| {
            scope.spawn(|| answer_all(&server, &folder));
            let connections: Vec<TcpStream> = (0..AT_ONCE).map(|_| TcpStream::connect(address).unwrap()).collect();
            let asking: Vec<_> = connections.into_iter().map(|connection| scope.spawn(|| ask(connection, &kept))).collect();
            let answered = asking.into_iter().filter_map(|asked| asked.join().unwrap()).filter(|said| said.ends_with("404"));
            let answered = answered.count();
            server.unblock();
            assert_eq!(answered, AT_ONCE);
        });
    }

    /// The version and the status of an answer. The connection is kept where the version says that it can be used again.
    fn ask(mut connection: TcpStream, kept: &Mutex<Vec<TcpStream>>) -> Option<String> {
        connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        connection.write_all(b"GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").unwrap();
        let mut said = [0; b"HTTP/1.0 404".len()];
        connection.read_exact(&mut said).ok()?;
        if said.starts_with(b"HTTP/1.1") {
            kept.lock().unwrap().push(connection);
        }
        Some(String::from_utf8_lossy(&said).into_owned())
    }

    #[test]
    fn types_are_those_that_browsers_ask_for() {
        assert_eq!(mime(Path::new("a/core.wasm")), "application/wasm");
        assert!(mime(Path::new("main.js")).starts_with("text/javascript"));
        assert!(mime(Path::new("LICENSE")).starts_with("text/plain"));
    }

    #[test]
    fn options_are_read_or_explained() {
        assert_eq!(Options::read(&["--port", "9000", "--open"]).unwrap(), Options { port: Some(9000), then: Then::OpenBrowser });
        assert!(Options::read(&["--port"]).is_err());
        assert!(Options::read(&["--port", "70000"]).unwrap_err().to_string().contains("70000"));
        assert!(Options::read(&["--fast"]).is_err());
    }
}
