//! Pages as HTML text: the very components of the app, rendered natively.
//!
//! In go a page's values, out comes the whole file: head, body, and the values again as a JSON block from which
//! the app takes over. It reads no index and writes no file.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::{
    app::{App, AppProps},
    domain::Board,
    pages::Head,
    routes::Route,
    store::{FirstPage, PageBlock, provide_takeover},
};

/// The files of the built app, as paths below the site's folder; names carry hashes.
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
}

/// One page as a whole HTML file.
pub fn page_html(block: &PageBlock, route: &Route, assets: &AppAssets) -> String {
    let head = Head::of(&block.page, &block.board);
    let body = body_html(block, route);
    let data = script_safe(&serde_json::to_string(block).unwrap_or_default());
    let language = block.board.languages.first().map_or("en", String::as_str);
    let mut html = String::with_capacity(body.len() + data.len() + 2_048);
    html.push_str("<!DOCTYPE html>\n");
    html.push_str(&format!("<html lang=\"{}\">\n<head>\n", attribute(language)));
    html.push_str(&head_html(&head, &block.board, route, assets));
    html.push_str("</head>\n<body>\n<div id=\"app\">");
    html.push_str(&body);
    html.push_str("</div>\n<script type=\"application/json\" id=\"page-data\">");
    html.push_str(&data);
    html.push_str("</script>\n</body>\n</html>\n");
    html
}

fn head_html(head: &Head, board: &Board, route: &Route, assets: &AppAssets) -> String {
    let base = &board.base_path;
    let mut html = String::from(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    );
    html.push_str(&format!("<title>{}</title>\n", text(&head.title)));
    html.push_str(&format!("<meta name=\"description\" content=\"{}\">\n", attribute(&head.description)));
    html.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    match (&board.site_url, route) {
        (_, Route::NotFound) => html.push_str("<meta name=\"robots\" content=\"noindex\">\n"),
        (Some(site), _) => {
            let canonical = format!("{}{}", site.as_str().trim_end_matches('/'), route.href(base));
            html.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", attribute(&canonical)));
        }
        (None, _) => {}
    }
    html.push_str(&format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}favicon.svg\">\n"));
    if let Some(style) = &assets.style {
        html.push_str(&format!("<link rel=\"stylesheet\" href=\"{base}{style}\">\n"));
    }
    if let (Some(boot), Some(script), Some(wasm)) = (&assets.boot, &assets.script, &assets.wasm) {
        html.push_str(&format!(
            "<script type=\"module\" src=\"{base}{boot}\" data-script=\"{base}{script}\" data-wasm=\"{base}{wasm}\"></script>\n"
        ));
    }
    html
}

/// The app's elements for one page, without any script: the page's own policy would refuse inline ones.
fn body_html(block: &PageBlock, route: &Route) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let html = owner.with(|| {
        provide_context(RequestUrl::new(&route.href(&block.board.base_path)));
        provide_takeover(FirstPage::Prerendered(Box::new(block.page.clone())), block.now, None);
        App(AppProps { board: Arc::new(block.board.clone()) }).into_view().to_html()
    });
    owner.cleanup();
    html
}

/// JSON that cannot end its script element or begin a comment: `<` is written as an escape.
fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

fn text(raw: &str) -> String {
    raw.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn attribute(raw: &str) -> String {
    text(raw).replace('"', "&quot;")
}
