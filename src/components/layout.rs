//! What surrounds every page: the notice, header and footer.

use leptos::prelude::*;
use maud::html;

use super::{icon::icon, inert::inert_all};
use crate::{
    routes::Route,
    store::{expect_board, href},
};

/// Whether the filters cover the page, on a phone.
#[derive(Clone, Copy)]
pub struct Drawer(pub RwSignal<DrawerState>);

/// The drawer's two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawerState {
    /// The filters are out of sight.
    Closed,
    /// They cover the page; all else is out of reach.
    Open,
}

/// Starts closed.
pub fn provide_drawer() -> Drawer {
    let drawer = Drawer(RwSignal::new(DrawerState::Closed));
    provide_context(drawer);
    drawer
}

impl Drawer {
    /// Whether it is open.
    pub fn is_open(self) -> bool {
        self.0.get() == DrawerState::Open
    }

    /// Opens it.
    pub fn open(self) {
        self.0.set(DrawerState::Open);
    }

    /// Closes it.
    pub fn close(self) {
        self.0.set(DrawerState::Closed);
    }
}

/// The skip link, the board's notice and name, and the ways into the site.
#[component]
pub fn Header() -> impl IntoView {
    let board = expect_board();
    let drawer = expect_context::<Drawer>();
    let contents = [
        html! { a class="skip-link" href="#main" rel="external" { "Skip to content" } },
        html! { @if let Some(notice) = &board.notice { p class="site-notice" { (notice) } } },
        html! {
            div class="site-header-row" {
                a class="site-name" href=(href(&Route::Home)) { (icon("briefcase")) (board.name) }
                nav aria-label="Main" {
                    ul class="site-nav" {
                        li { a href=(href(&Route::Jobs)) { "Jobs" } }
                        li { a href=(href(&Route::Companies)) { "Companies" } }
                    }
                }
            }
        },
    ];
    view! { <header class="site-header" inert=move || drawer.is_open()>{inert_all(contents)}</header> }
}

/// The board's profiles and the promise it makes.
#[component]
pub fn Footer() -> impl IntoView {
    let board = expect_board();
    let drawer = expect_context::<Drawer>();
    let contents = [
        html! { p { (board.name) " · no account, no tracking: searching happens on your device" } },
        html! {
            ul class="site-profiles" {
                @for link in &board.social_links {
                    li {
                        a href=(link.url.as_str()) rel="noopener external" { "Follow " (board.name) " on " (link.network) }
                    }
                }
            }
        },
    ];
    view! { <footer class="site-footer" inert=move || drawer.is_open()>{inert_all(contents)}</footer> }
}
