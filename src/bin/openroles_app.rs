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
    store::{FirstPage, provide_takeover},
};
use openroles_model::{domain::BoardSettings, json};
use wasm_bindgen::JsCast;

fn main() {
    console_error_panic_hook::set_once();
    match browser::page_block().map(|text| json::read::<PageBlock>(text.as_bytes())) {
        Some(Ok(block)) if block.page == PageData::NotFound => draw_over(block.board),
        Some(Ok(block)) => match block.page {
            // Its elements can only be taken over by the module that draws them.
            PageData::Jobs(_) => wasm_bindgen_futures::spawn_local(take_over_search(block)),
            _ => take_over(block),
        },
        Some(Err(error)) => {
            leptos::logging::error!("the page's data cannot be read, so the page stays as it is: {error}");
        }
        // Leptos brings its own executor, but only when it mounts.
        None => wasm_bindgen_futures::spawn_local(draw()),
    }
    keep_scroll_positions();
}

/// Hydrates the prerendered page; the address decides from the next frame on.
fn take_over(block: PageBlock) {
    let typed = browser::typed_text("search-field");
    let board = Arc::new(block.board);
    let start = move || {
        let first = FirstPage::Prerendered { page: Box::new(block.page), head: browser::page_head() };
        let takeover = provide_takeover(first, block.now, typed);
        request_animation_frame(move || takeover.go_live());
        App(AppProps { board })
    };
    hydrate_from(frame(), start).forget();
}

/// Hydrates the search page. If its module can't be loaded, the page stays as it is.
async fn take_over_search(block: PageBlock) {
    match load_search_page().await {
        Ok(_) => take_over(block),
        Err(error) => leptos::logging::error!("the search page stays as it is: {}", error.evidence()),
    }
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
