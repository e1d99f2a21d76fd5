//! Access to the reader of live feeds, a separate program. The page's boot script loads it on request.

use wasm_bindgen::prelude::*;

/// The reader's interface; see `openroles_reader`.
#[wasm_bindgen]
extern "C" {
    /// The loaded program.
    type ReaderProgram;
    /// A feed after reading.
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

    /// The jobs, their employers, and the number of rejections, as JSON.
    #[wasm_bindgen(method, structural)]
    pub fn postings(this: &ReadFeedHandle) -> String;

    /// The chunk with which the index opens.
    #[wasm_bindgen(method, structural)]
    pub fn columns(this: &ReadFeedHandle) -> Vec<u8>;

    /// Another chunk by name; `None` if there is no such chunk.
    #[wasm_bindgen(method, structural)]
    pub fn chunk(this: &ReadFeedHandle, name: &str) -> Option<Vec<u8>>;
}

/// Why a live feed could not be read.
pub enum LiveFeedError {
    /// Loading the reader failed.
    NoReader,
    /// The feed can't be read, for this reason.
    Unreadable(String),
}

/// Reads an uncompressed feed, for a board given as JSON. If the program crashes, a fresh one tries once more: in WebKit, it
/// sometimes crashes for no reason in the feed, see `docs/decisions.md`.
pub async fn read_feed(bytes: &[u8], board: &str, company: Option<String>) -> Result<ReadFeedHandle, LiveFeedError> {
    let mut failure = String::new();
    for _ in 0..2 {
        let Ok(reader) = load_reader().await else { return Err(LiveFeedError::NoReader) };
        let reader: ReaderProgram = reader.unchecked_into();
        match reader.read_feed(bytes, board, company.clone(), super::today().days()) {
            Ok(feed) => return Ok(feed),
            Err(error) => match error.as_string() {
                Some(reason) => return Err(LiveFeedError::Unreadable(reason)),
                None => failure = format!("{error:?}"),
            },
        }
    }
    Err(LiveFeedError::Unreadable(failure))
}
