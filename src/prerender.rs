//! Pages as HTML text: the very components of the app, rendered natively.
//!
//! In go a page's values, out comes the whole file: head, body, and the values again as a JSON block from which
//! the app takes over. It reads no index and writes no file.

mod colors;
mod escape;
mod head;
mod linked_data;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use xxhash_rust::xxh3::xxh3_64;

use crate::{
    app::{App, AppProps},
    routes::Route,
    store::{FirstPage, PageBlock, provide_takeover},
};

pub use colors::{Scheme, color};
use escape::script;
pub use head::{TOP_COLOR, WEB_MANIFEST};

/// The files that all pages share, as paths below the site's folder: the built app and the site's icon; names carry
/// hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppAssets {
    /// The style sheet.
    pub style: Option<String>,
    /// The script that starts the app.
    pub boot: Option<String>,
    /// The app's own script, made by wasm-bindgen.
    pub script: Option<String>,
    /// The app as wasm.
    pub wasm: Option<String>,
    /// The script of the reader of live feeds.
    pub reader_script: Option<String>,
    /// The reader of live feeds as wasm.
    pub reader_wasm: Option<String>,
    /// The picture of the site among those of apps.
    pub touch_icon: Option<String>,
}

/// The files a page names beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageFiles<'a> {
    /// What all pages share.
    pub app: &'a AppAssets,
    /// What a link to the page is shown with elsewhere, where there is such a picture.
    pub picture: Option<&'a PagePicture>,
}

/// A picture for those who show a link to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePicture {
    /// Its whole address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows, in words.
    pub alt: String,
}

/// One page before its body is drawn, which takes most of the time.
pub struct PageDraft<'a> {
    block: PageBlock,
    route: &'a Route,
    /// All that stands before the body.
    before: String,
    /// All that stands behind the body and its checksum: the values it is drawn from.
    behind: String,
}

/// The language of the interface, whatever the language of the jobs: their texts say it themselves.
const INTERFACE: &str = "en";

/// Between the body and its checksum.
const DATA_TAG: &str = "</div>\n<script type=\"application/json\" id=\"page-data\" data-drawn=\"";

impl<'a> PageDraft<'a> {
    /// The page of these values.
    pub fn of(block: PageBlock, route: &'a Route, files: PageFiles<'_>) -> Self {
        let data = script(&serde_json::to_string(&block).unwrap_or_default());
        let head = head::html(&block, route, files);
        let before =
            format!("<!DOCTYPE html>\n<html lang=\"{INTERFACE}\">\n<head>\n{head}</head>\n<body>\n<div id=\"app\">");
        let behind = format!("\">{data}</script>\n</body>\n</html>\n");
        Self { block, route, before, behind }
    }

    /// Whether these bytes are the page, given that this program drew them: they are made of the same values, and the
    /// body is as it was drawn.
    pub fn is_drawn_as(&self, html: &[u8]) -> bool {
        let inner =
            html.strip_prefix(self.before.as_bytes()).and_then(|rest| rest.strip_suffix(self.behind.as_bytes()));
        let parts = inner.and_then(|inner| inner.split_last_chunk::<CHECKSUM_LENGTH>());
        parts.is_some_and(|(body, checksum)| {
            body.strip_suffix(DATA_TAG.as_bytes()).is_some_and(|body| checksum_of(body).as_bytes() == checksum)
        })
    }

    /// The page as a whole HTML file.
    pub fn draw(self) -> String {
        let Self { block, route, mut before, behind } = self;
        let body = body_html(block, route);
        before.reserve_exact(body.len() + DATA_TAG.len() + CHECKSUM_LENGTH + behind.len());
        before + &body + DATA_TAG + &checksum_of(body.as_bytes()) + &behind
    }
}

/// XXH3 of 64 bits in hexadecimal digits.
const CHECKSUM_LENGTH: usize = 16;

fn checksum_of(body: &[u8]) -> String {
    format!("{:016x}", xxh3_64(body))
}

/// The app's elements for one page, without any script: the page's own policy would refuse inline ones.
fn body_html(PageBlock { board, now, page }: PageBlock, route: &Route) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&route.href(&board.base_path)));
        provide_takeover(FirstPage::Prerendered { page: Box::new(page), head: String::new() }, now, None);
        App(AppProps { board: Arc::new(board) }).into_view().to_html()
    });
    owner.cleanup();
    html.replace(MARKER, COMMENT)
}

/// Between texts Leptos leaves comments that it finds again. It writes them as browsers, but not validators, read them;
/// no text of a page holds these characters, as they are escaped there.
const MARKER: &str = "<!>";
const COMMENT: &str = "<!---->";
