//! Pages as HTML text: the very components of the app, rendered natively.
//!
//! In go a page's values, out comes the whole file: head, body, and the values again as a JSON block from which
//! the app takes over. It reads no index and writes no file.

mod colors;
mod escape;
mod head;
mod linked_data;

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::{
    app::{App, AppProps},
    routes::Route,
    store::{FirstPage, PageBlock, provide_takeover},
    structured_data::escaped,
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

/// One page as a whole HTML file.
pub fn page_html(block: PageBlock, route: &Route, files: PageFiles<'_>) -> String {
    let data = script(&serde_json::to_string(&block).unwrap_or_default());
    let language = block.board.languages.first().map_or("en".to_owned(), |language| escaped(language));
    let head = head::html(&block, route, files);
    let body = body_html(block, route);
    let mut html = String::with_capacity(head.len() + body.len() + data.len() + 256);
    html.push_str("<!DOCTYPE html>\n");
    html.push_str(&format!("<html lang=\"{language}\">\n<head>\n"));
    html.push_str(&head);
    html.push_str("</head>\n<body>\n<div id=\"app\">");
    html.push_str(&body);
    html.push_str("</div>\n<script type=\"application/json\" id=\"page-data\">");
    html.push_str(&data);
    html.push_str("</script>\n</body>\n</html>\n");
    html
}

/// The app's elements for one page, without any script: the page's own policy would refuse inline ones.
fn body_html(PageBlock { board, now, page }: PageBlock, route: &Route) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&route.href(&board.base_path)));
        provide_takeover(FirstPage::Prerendered(Box::new(page)), now, None);
        App(AppProps { board: Arc::new(board) }).into_view().to_html()
    });
    owner.cleanup();
    html
}
