//! `openroles serve`: previews a built site on this machine, with the headers that a CDN should send.

use std::{net::Ipv4Addr, path::PathBuf, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header},
};
use tokio::{net::TcpListener, runtime, task};

use super::{
    Outcome,
    error::CliError,
    output,
    static_files::{FileRequest, Reply, StaticFiles},
};

/// Arguments of `openroles serve`.
#[derive(Debug, clap::Args)]
pub(super) struct ServeArguments {
    /// Folder written by `openroles build`.
    dir: PathBuf,
    /// Port on 127.0.0.1; 0 chooses a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Print only the address.
    #[arg(long)]
    quiet: bool,
}

/// Serves the site until it is interrupted.
pub(super) fn run(arguments: &ServeArguments) -> Result<Outcome, CliError> {
    let files = Arc::new(StaticFiles::open(&arguments.dir)?);
    let runtime = runtime::Builder::new_multi_thread().enable_io().build();
    let served = runtime.and_then(|runtime| runtime.block_on(serve(arguments, files)));
    served.map_err(|error| CliError::Port { port: arguments.port, problem: error.to_string() })?;
    Ok(Outcome::Done)
}

async fn serve(arguments: &ServeArguments, files: Arc<StaticFiles>) -> std::io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await?;
    let mut greeting = format!("http://{}{}\n", listener.local_addr()?, files.base_path());
    if !arguments.quiet {
        greeting.push_str(&format!("Serving {}; stop with Ctrl-C\n", arguments.dir.display()));
    }
    // Serve the site even if printing fails.
    if let Err(error) = output::print(&greeting) {
        output::complain(&error.to_string());
    }
    axum::serve(listener, Router::new().fallback(answer).with_state(files)).await
}

/// Reads and compresses files on blocking threads, so that no request delays another.
async fn answer(State(files): State<Arc<StaticFiles>>, request: Request<Body>) -> Response<Body> {
    let is_head = request.method().as_str() == "HEAD";
    let asked = file_request(&request);
    let reply = task::spawn_blocking(move || files.reply(&asked)).await;
    reply.map_or_else(|_| failure(), |reply| response(reply, is_head))
}

fn file_request(request: &Request<Body>) -> FileRequest {
    let header = |name: HeaderName| text_of(request.headers(), &name);
    FileRequest {
        method: request.method().to_string(),
        url: request.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
        accept_encoding: header(header::ACCEPT_ENCODING),
        if_none_match: header(header::IF_NONE_MATCH),
    }
}

fn text_of(headers: &HeaderMap, name: &HeaderName) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

fn response(reply: Reply, is_head: bool) -> Response<Body> {
    let length = reply.body.len();
    let body = if is_head { Body::empty() } else { Body::from(reply.body) };
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in reply.headers {
        // A header can't contain control characters; only an unusual `Location` could have any.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    if is_head {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}

fn failure() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
