//! Fetches files, with limits for time and size, and with errors that tell visitors what to do.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo_net::http::Request;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array, global};
use leptos::prelude::set_timeout_with_handle;
use openroles_model::words::FailureWords;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Blob, ReadableStream, ReadableWritablePair, RequestCache, Response, WritableStream,
};

#[wasm_bindgen]
extern "C" {
    /// Response that the boot script has requested ahead. It can be taken once.
    #[wasm_bindgen(js_name = openrolesTake)]
    fn take_ahead(url: &str) -> Option<Promise>;
}

/// Why a file could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The server could not be reached.
    Unreachable {
        /// Address of the file.
        url: String,
    },
    /// The server did not answer in time.
    TimedOut {
        /// Address of the file.
        url: String,
    },
    /// The server answered with an error.
    Status {
        /// Address of the file.
        url: String,
        /// The HTTP status code.
        status: u16,
    },
    /// The file is larger than the app accepts.
    TooLarge {
        /// Address of the file.
        url: String,
    },
    /// The bytes are incomplete or not what they claim to be.
    Corrupt {
        /// What failed, for the console.
        reason: String,
    },
}

/// Even a slow phone network delivers the largest file well within this time.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// In bytes. Far above the index of the largest board that works without a server.
const BYTES_AT_MOST: usize = 64 << 20;

impl FetchError {
    /// What failed, for the console: the file's address, or the problem with its bytes.
    pub fn evidence(&self) -> &str {
        match self {
            Self::Unreachable { url } | Self::TimedOut { url } | Self::Status { url, .. } | Self::TooLarge { url } => {
                url
            }
            Self::Corrupt { reason } => reason,
        }
    }

    /// What happened, for candidates, so it doesn't mention files.
    pub fn message(&self, words: &FailureWords) -> String {
        match self {
            Self::Unreachable { .. } => words.unreachable.to_owned(),
            Self::TimedOut { .. } => (words.timed_out)(TIME_LIMIT.as_secs()),
            Self::Status { status, .. } => (words.status)(*status),
            Self::TooLarge { .. } => (words.too_large)(BYTES_AT_MOST >> 20),
            Self::Corrupt { .. } => words.corrupt.to_owned(),
        }
    }

    /// What the visitor can do.
    pub fn remedy(&self, words: &FailureWords) -> &'static str {
        match self {
            Self::Unreachable { .. } => words.check_connection,
            Self::TimedOut { .. } => words.slow_network,
            Self::Status { .. } | Self::TooLarge { .. } | Self::Corrupt { .. } => words.try_in_a_minute,
        }
    }
}

/// Fetches a file, from the browser's cache if it is fresh there.
pub async fn fetch_bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    fetch(url, RequestCache::Default).await
}

/// Fetches a file that may have changed: asks the server even if a copy is cached.
pub async fn fetch_current_bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    fetch(url, RequestCache::NoCache).await
}

async fn fetch(url: &str, cache: RequestCache) -> Result<Vec<u8>, FetchError> {
    let deadline = Deadline::start();
    let failed = |_cause: &dyn std::fmt::Display| deadline.failure(url);
    // If the request made ahead failed, the file is requested again: its time limit began when the app was still loading.
    let ahead = match take_ahead(url) {
        Some(response) => JsFuture::from(response).await.ok(),
        None => None,
    };
    let response = match ahead {
        Some(response) => response.unchecked_into::<Response>().into(),
        None => {
            let request = Request::get(url).cache(cache).abort_signal(deadline.signal().as_ref());
            request.send().await.map_err(|error| failed(&error))?
        }
    };
    if !response.ok() {
        return Err(FetchError::Status { url: url.to_owned(), status: response.status() });
    }
    let bytes = response.binary().await.map_err(|error| failed(&error))?;
    if bytes.len() > BYTES_AT_MOST { Err(FetchError::TooLarge { url: url.to_owned() }) } else { Ok(bytes) }
}

/// Decompresses gzip with the browser's own code; returns other bytes unchanged.
pub async fn inflate(bytes: Vec<u8>) -> Result<Vec<u8>, FetchError> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    inflate_gzip(&bytes).await.map_err(|error| FetchError::Corrupt { reason: format!("{error:?}") })
}

async fn inflate_gzip(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let inflater = decompression_stream()?;
    let readable: ReadableStream = Reflect::get(&inflater, &"readable".into())?.unchecked_into();
    let writable: WritableStream = Reflect::get(&inflater, &"writable".into())?.unchecked_into();
    let ends = ReadableWritablePair::new(&readable, &writable);
    let stream = blob.stream().pipe_through(&ends);
    let response = Response::new_with_opt_readable_stream(Some(&stream))?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer.unchecked_into()).to_vec())
}

/// `new DecompressionStream("gzip")`, which web-sys doesn't offer yet.
fn decompression_stream() -> Result<JsValue, JsValue> {
    let constructor: Function = Reflect::get(&global(), &"DecompressionStream".into())?.dyn_into()?;
    Reflect::construct(&constructor, &Array::of1(&"gzip".into()))
}

/// Aborts a request after the time limit, and remembers that it did.
struct Deadline {
    controller: Option<AbortController>,
    is_over: Rc<Cell<bool>>,
    timer: Option<leptos::prelude::TimeoutHandle>,
}

impl Deadline {
    /// If the browser can't abort requests or has no timers, there is no limit.
    fn start() -> Self {
        let is_over = Rc::new(Cell::new(false));
        let Ok(controller) = AbortController::new() else {
            return Self { controller: None, is_over, timer: None };
        };
        let expire = {
            let (controller, is_over) = (controller.clone(), Rc::clone(&is_over));
            move || {
                is_over.set(true);
                controller.abort();
            }
        };
        Self { controller: Some(controller), is_over, timer: set_timeout_with_handle(expire, TIME_LIMIT).ok() }
    }

    fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    fn failure(&self, url: &str) -> FetchError {
        let url = url.to_owned();
        if self.is_over.get() { FetchError::TimedOut { url } } else { FetchError::Unreachable { url } }
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}
