//! Frame around every page: notice, header, and footer.

use leptos::prelude::*;
use maud::html;

use super::{icon::icon, inert::inert_all};
use crate::{
    routes::Route,
    store::{expect_board, href},
};

/// State of the drawer that holds the filters on phones.
#[derive(Clone, Copy)]
pub struct Drawer(pub RwSignal<DrawerState>);

/// Whether the drawer is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawerState {
    /// Filters are hidden.
    Closed,
    /// Filters cover the page, and everything else is inert.
    Open,
}

/// Makes a closed drawer available to every component.
pub fn provide_drawer() -> Drawer {
    let drawer = Drawer(RwSignal::new(DrawerState::Closed));
    provide_context(drawer);
    drawer
}

impl Drawer {
    /// Whether the drawer is open; reactive.
    pub fn is_open(self) -> bool {
        self.0.get() == DrawerState::Open
    }

    /// Opens the drawer.
    pub fn open(self) {
        self.0.set(DrawerState::Open);
    }

    /// Closes the drawer.
    pub fn close(self) {
        self.0.set(DrawerState::Closed);
    }
}

/// Skip link, the operator's notice, the board's name, and the main navigation.
#[component]
pub fn Header() -> impl IntoView {
    let board = expect_board();
    let drawer = expect_context::<Drawer>();
    let words = &board.words().frame;
    let contents = [
        html! { a class="skip-link" href="#main" rel="external" { (words.skip_to_content) } },
        html! { @if let Some(notice) = &board.notice { p class="site-notice" { (notice) } } },
        html! {
            div class="site-header-row" {
                a class="site-name" href=(href(&Route::Home)) { (icon("briefcase")) (board.name) }
                nav aria-label=(words.main_navigation) {
                    ul class="site-nav" {
                        li { a href=(href(&Route::Jobs)) { (words.jobs) } }
                        li { a href=(href(&Route::Companies)) { (words.companies) } }
                    }
                }
            }
        },
    ];
    view! { <header class="site-header" inert=move || drawer.is_open()>{inert_all(contents)}</header> }
}

/// Privacy promise, and links to the board's profiles on social networks.
#[component]
pub fn Footer() -> impl IntoView {
    let board = expect_board();
    let drawer = expect_context::<Drawer>();
    let words = &board.words().frame;
    let contents = [
        html! { p { ((words.promise)(&board.name)) } },
        html! {
            ul class="site-profiles" {
                @for link in &board.social_links {
                    li {
                        a href=(link.url.as_str()) rel="noopener external" {
                            ((words.follow)(&board.name, &link.network))
                        }
                    }
                }
            }
        },
    ];
    view! { <footer class="site-footer" inert=move || drawer.is_open()>{inert_all(contents)}</footer> }
}
