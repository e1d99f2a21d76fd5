//! `openroles serve`: a loopback preview of a built site, with the headers a CDN would send.

use std::{
    io::{self, Write},
    net::Ipv4Addr,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use tiny_http::{Header, Method, Request, Server, StatusCode};

use super::{
    Outcome,
    error::CliError,
    output,
    static_files::{FileRequest, Reply, StaticFiles},
};

/// What `openroles serve` is told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder that `openroles build` wrote.
    dir: PathBuf,
    /// The port on 127.0.0.1; 0 picks a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Print the address alone.
    #[arg(long)]
    quiet: bool,
}

/// A browser opens six connections to a host; requests beyond that wait a moment.
const WORKERS: usize = 6;

/// Serves until interrupted.
pub(super) fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    let files = StaticFiles::open(&arguments.dir)?;
    let port_error = |problem: String| CliError::Port { port: arguments.port, problem };
    let server = Server::http((Ipv4Addr::LOCALHOST, arguments.port)).map_err(|error| port_error(error.to_string()))?;
    let address = server.server_addr().to_ip().ok_or_else(|| port_error("no address was given".to_owned()))?;
    output::print(&format!("http://{address}{}\n", files.base_path()))?;
    if !arguments.quiet {
        output::print(&format!("Serving {}; stop with Ctrl-C\n", arguments.dir.display()))?;
    }
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| work(&server, &files, &is_over));
        }
    });
    Ok(Outcome::Done)
}

/// Answers requests until the socket is gone.
fn work(server: &Server, files: &StaticFiles, is_over: &AtomicBool) {
    while !is_over.load(Ordering::Relaxed) {
        match server.recv() {
            Ok(request) => answer(request, files),
            Err(error) => {
                // Once is enough to say, for all workers.
                if !is_over.swap(true, Ordering::Relaxed) {
                    output::complain(&format!("the preview stopped: {error}"));
                }
                server.unblock();
            }
        }
    }
}

fn answer(request: Request, files: &StaticFiles) {
    let reply = files.reply(&file_request(&request));
    // The visitor has gone elsewhere before the answer was complete: nothing is lost.
    if send(request, &reply).is_err() {}
}

fn file_request(request: &Request) -> FileRequest {
    let header = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str().to_owned()).unwrap_or_default()
    };
    FileRequest {
        method: request.method().to_string(),
        url: request.url().to_owned(),
        accept_encoding: header("Accept-Encoding"),
        if_none_match: header("If-None-Match"),
    }
}

/// Writes a reply and asks the browser to close the connection: the server's threads each wait on one, and new
/// connections that come at once could otherwise wait behind one that is kept open.
fn send(request: Request, reply: &Reply) -> io::Result<()> {
    let is_read = *request.method() != Method::Head && reply.status != 304;
    let mut writer = request.into_writer();
    let mut head = format!("HTTP/1.1 {} {}\r\n", reply.status, StatusCode(reply.status).default_reason_phrase());
    for (name, value) in &reply.headers {
        // A value that is not ASCII cannot be a header; only a strange `Location` could be one.
        if Header::from_bytes(name.as_bytes(), value.as_bytes()).is_ok() && !value.contains(['\r', '\n']) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", reply.body.len()));
    writer.write_all(head.as_bytes())?;
    if is_read {
        writer.write_all(&reply.body)?;
    }
    writer.flush()
}
