//! The browser app's entry point: finds the page's data and takes the page over, or draws it if there is no data.

#![recursion_limit = "256"]

use std::{cell::RefCell, rc::Rc, sync::Arc};

use leptos::{
    mount::{hydrate_from, mount_to},
    prelude::*,
};
use openroles_app::{
    app::{App, AppProps},
    browser::{self, ScrollMemory},
    page::{PageBlock, PageData},
    pages::load_search_page,
    store::{FirstPage, LoadError, fetch_settings, provide_takeover},
};
use openroles_model::{
    domain::{BoardSettings, Date},
    json,
};
use wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    // Leptos brings its own executor, but only when it mounts.
    wasm_bindgen_futures::spawn_local(start());
}

/// Takes the page over, or draws it. A page whose data or program can't be loaded stays as it is.
async fn start() {
    let started = match browser::page_block().map(|text| json::read::<PageBlock>(text.as_bytes())) {
        Some(Ok(block)) => take_over(block).await,
        Some(Err(reason)) => Err(reason),
        None => {
            draw().await;
            Ok(())
        }
    };
    match &started {
        Ok(()) => keep_scroll_positions(),
        Err(reason) => leptos::logging::error!("the page stays as it is: {reason}"),
    }
    browser::tell_started(started.is_ok());
}

async fn take_over(block: PageBlock) -> Result<(), String> {
    let PageBlock { board, now, page } = block;
    let evidence = |error: LoadError| error.evidence();
    let board = match board {
        Some(board) => board,
        None => fetch_settings().await.map_err(evidence)?,
    };
    // Only the module that draws the search page can take over its elements.
    let module = if let PageData::Jobs(_) = page { load_search_page().await.map(drop) } else { Ok(()) };
    match (module, page) {
        (Ok(()), PageData::NotFound) => draw_over(board),
        (Ok(()), page) => hydrate(board, now, page),
        // The visitor waits for the results of a search, so the app says why they don't come, and offers Retry.
        (Err(_), _) if has_search() => draw_over(board),
        (Err(error), _) => return Err(evidence(error)),
    }
    Ok(())
}

/// Whether the address asks for a search.
fn has_search() -> bool {
    window().location().search().is_ok_and(|search| search.len() > 1)
}

/// Hydrates the prerendered page; the address decides from the next frame on.
fn hydrate(board: BoardSettings, now: Date, page: PageData) {
    let typed = browser::typed_text("search-field");
    let board = Arc::new(board);
    let start = move || {
        let first = FirstPage::Prerendered { page: Box::new(page), head: browser::page_head() };
        let takeover = provide_takeover(first, now, typed);
        request_animation_frame(move || takeover.go_live());
        App(AppProps { board })
    };
    hydrate_from(frame(), start).forget();
}

/// Draws the page at the current address in place of the not-found page, which hosts send for addresses without a file.
/// The app may have a page there, so there is nothing to hydrate.
fn draw_over(board: BoardSettings) {
    frame().set_inner_html("");
    let start = move || {
        provide_takeover(FirstPage::Blank, browser::today(), None);
        App(AppProps { board: Arc::new(board) })
    };
    mount_to(frame(), start).forget();
}

/// Draws a site without prerendered pages, with the settings from the file next to it.
async fn draw() {
    let board = Arc::new(openroles_app::store::fetch_board().await.unwrap_or_else(|error| {
        leptos::logging::error!("the board's settings cannot be read: {}", error.evidence());
        BoardSettings::named("Jobs")
    }));
    let start = move || {
        provide_takeover(FirstPage::Blank, browser::today(), None);
        App(AppProps { board })
    };
    mount_to(frame(), start).forget();
}

fn frame() -> web_sys::HtmlElement {
    let frame = document().get_element_by_id("app").expect("every page has an element #app");
    frame.unchecked_into()
}

/// Makes Back and Forward return to the previous position, and focus the link that was followed from there.
fn keep_scroll_positions() {
    let memory = Rc::new(RefCell::new(ScrollMemory::take_over()));
    let listen = |name: &'static str, act: fn(&mut ScrollMemory)| {
        let memory = Rc::clone(&memory);
        window_event_listener_untyped(name, move |_| act(&mut memory.borrow_mut()))
    };
    memory.borrow_mut().restore_if_known();
    browser::on_click_first({
        let memory = Rc::clone(&memory);
        move |event| memory.borrow_mut().remember_link(event)
    });
    // The listeners last as long as the page.
    std::mem::forget([
        listen("scroll", ScrollMemory::remember),
        listen("popstate", ScrollMemory::restore),
        listen(browser::NEW_ENTRY, ScrollMemory::remember),
        listen("pagehide", ScrollMemory::persist),
    ]);
}
