//! Renders pages to HTML natively, with the same components as the app.
//!
//! Takes a page's values and returns the whole file: the head, the body, and the values again as a JSON block, from
//! which the app starts. It reads no index and writes no file.

mod colors;
mod escape;
mod head;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;

use std::sync::Arc;

use escape::script;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use openroles_app::{
    app::{App, AppProps},
    page::{PageBlock, PageData},
    routes::Route,
    store::{FirstPage, provide_takeover},
};
use openroles_model::{
    domain::{BoardSettings, Date},
    json,
};
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

pub use colors::{Scheme, color};
pub use head::{TOP_COLOR, WEB_MANIFEST};

/// Files that all pages share, as paths relative to the site's folder: the built app and the site's icon. Names
/// carry hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppAssets {
    /// Style sheet.
    pub style: Option<String>,
    /// Script that starts the app.
    pub boot: Option<String>,
    /// Operator's settings, for pages that don't contain them.
    pub board: Option<String>,
    /// App's JavaScript, made by wasm-bindgen.
    pub script: Option<String>,
    /// App's main WebAssembly module.
    pub wasm: Option<String>,
    /// Other files that the search page needs at once.
    pub search_files: Vec<String>,
    /// Files that the search page needs for words.
    pub word_files: Vec<String>,
    /// JavaScript of the program that reads live feeds.
    pub reader_script: Option<String>,
    /// WebAssembly module of the program that reads live feeds.
    pub reader_wasm: Option<String>,
    /// Icon for home screens.
    pub touch_icon: Option<String>,
}

/// Files that a page links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageFiles<'a> {
    /// Files that all pages share.
    pub app: &'a AppAssets,
    /// Sharing picture, if there is one.
    pub picture: Option<&'a PagePicture>,
}

/// Picture shown with a link to the page in messages and social networks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// Absolute URL.
    pub url: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Text alternative.
    pub alt: String,
}

/// What a page is rendered from.
#[derive(Clone, Debug, PartialEq)]
pub struct PageInput {
    /// Operator's settings.
    pub board: BoardSettings,
    /// Day for which the page is made.
    pub now: Date,
    /// Values of the page.
    pub page: PageData,
}

/// [`PageBlock`] to write.
#[derive(Serialize)]
struct WrittenBlock<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    board: Option<&'a BoardSettings>,
    now: Date,
    page: &'a PageData,
}

/// Page whose body isn't rendered yet, because that takes most of the time.
pub struct PageDraft<'a> {
    input: PageInput,
    route: &'a Route,
    /// Everything before the body.
    before: String,
    /// Everything after the body and its checksum, including the values it is rendered from.
    behind: String,
}

/// Language of the interface. Texts of jobs carry their own `lang`.
pub const INTERFACE: &str = "en";

/// Markup between the body and its checksum.
const DATA_TAG: &str = "</div>\n<script type=\"application/json\" id=\"page-data\" data-drawn=\"";

impl<'a> PageDraft<'a> {
    /// Draft of the page with these values.
    pub fn of(input: PageInput, route: &'a Route, files: PageFiles<'_>) -> Self {
        let PageInput { board, now, page } = &input;
        let has_settings = files.app.board.is_none() || contains_settings(page);
        let block = WrittenBlock { board: has_settings.then_some(board), now: *now, page };
        let data = script(&serde_json::to_string(&block).unwrap_or_default());
        let head = head::html(&input, route, files);
        let before =
            format!("<!DOCTYPE html>\n<html lang=\"{INTERFACE}\">\n<head>\n{head}</head>\n<body>\n<div id=\"app\">");
        let behind = format!("\">{data}</script>\n</body>\n</html>\n");
        Self { input, route, before, behind }
    }

    /// Whether `html` is this page, assuming that the running program wrote it: it has the same values, and its
    /// body matches its checksum.
    pub fn is_drawn_as(&self, html: &[u8]) -> bool {
        let inner =
            html.strip_prefix(self.before.as_bytes()).and_then(|rest| rest.strip_suffix(self.behind.as_bytes()));
        let parts = inner.and_then(|inner| inner.split_last_chunk::<CHECKSUM_LENGTH>());
        parts.is_some_and(|(body, checksum)| {
            body.strip_suffix(DATA_TAG.as_bytes()).is_some_and(|body| checksum_of(body).as_bytes() == checksum)
        })
    }

    /// Renders the whole HTML file.
    pub fn draw(self) -> String {
        let Self { input, route, mut before, behind } = self;
        let body = body_html(input, route);
        before.reserve_exact(body.len() + DATA_TAG.len() + CHECKSUM_LENGTH + behind.len());
        before + &body + DATA_TAG + &checksum_of(body.as_bytes()) + &behind
    }
}

/// Whether a page contains the operator's settings instead of naming their file: a search needs them at once, and hosts send
/// the "not found" page for any address.
fn contains_settings(page: &PageData) -> bool {
    matches!(page, PageData::Jobs(_) | PageData::NotFound)
}

/// Values that a prerendered page contains; `None` if it contains none, or if another version wrote it.
pub(crate) fn values_in(html: &[u8]) -> Option<PageBlock> {
    let html = std::str::from_utf8(html).ok()?;
    let (_, behind) = html.rsplit_once(DATA_TAG)?;
    let (_, data) = behind.split_once("\">")?;
    json::read(data.split_once("</script>")?.0.as_bytes()).ok()
}

/// Length of a 64-bit XXH3 checksum in hexadecimal digits.
const CHECKSUM_LENGTH: usize = 16;

fn checksum_of(body: &[u8]) -> String {
    format!("{:016x}", xxh3_64(body))
}

/// App's elements for one page. It contains no scripts: the site's Content Security Policy forbids inline ones.
fn body_html(PageInput { board, now, page }: PageInput, route: &Route) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&route.href(&board.base_path)));
        provide_takeover(FirstPage::Prerendered { page: Box::new(page), head: String::new() }, now, None);
        App(AppProps { board: Arc::new(board) }).into_view().to_html()
    });
    owner.cleanup();
    html.replace(MARKER, COMMENT)
}

/// Leptos puts a marker between adjacent texts so that it can find them again. Browsers read `<!>` as a comment,
/// but validators reject it. A page's own text can't contain the marker because `<` is escaped.
const MARKER: &str = "<!>";
const COMMENT: &str = "<!---->";
