//! The reader of live feeds: a program of its own, which the page's boot script loads when it is asked for.

use wasm_bindgen::prelude::*;

/// What the reader makes of a feed: see `openroles-reader`.
#[wasm_bindgen]
extern "C" {
    /// The program, once it is loaded.
    type ReaderProgram;
    /// A feed that has been read.
    #[derive(Clone)]
    pub type ReadFeedHandle;

    #[wasm_bindgen(js_name = openrolesReader, catch)]
    async fn load_reader() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, structural, catch, js_name = readFeed)]
    fn read_feed(
        this: &ReaderProgram,
        bytes: &[u8],
        board: &str,
        company: Option<String>,
        today: i32,
    ) -> Result<ReadFeedHandle, JsValue>;

    /// The postings as JSON.
    #[wasm_bindgen(method, structural)]
    pub fn postings(this: &ReadFeedHandle) -> String;

    /// The chunk the index begins with.
    #[wasm_bindgen(method, structural)]
    pub fn columns(this: &ReadFeedHandle) -> Vec<u8>;

    /// The chunk of a name, if there is one.
    #[wasm_bindgen(method, structural)]
    pub fn chunk(this: &ReadFeedHandle, name: &str) -> Option<Vec<u8>>;
}

/// Why a feed was not read.
pub enum LiveFeedError {
    /// The reader itself could not be loaded.
    NoReader,
    /// The feed cannot be read; the reason.
    Unreadable(String),
}

/// Reads a feed, unpacked, for a board given as JSON.
pub async fn read_feed(bytes: &[u8], board: &str, company: Option<String>) -> Result<ReadFeedHandle, LiveFeedError> {
    let Ok(reader) = load_reader().await else { return Err(LiveFeedError::NoReader) };
    let reader: ReaderProgram = reader.unchecked_into();
    let reason = |error: JsValue| LiveFeedError::Unreadable(error.as_string().unwrap_or_else(|| format!("{error:?}")));
    reader.read_feed(bytes, board, company, super::today().days()).map_err(reason)
}
