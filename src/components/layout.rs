//! What surrounds every page: the notice, header and footer.

use leptos::prelude::*;

use super::Icon;
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
    let notice = board.notice.clone().map(|notice| view! { <p class="site-notice">{notice}</p> });
    view! {
        <header class="site-header" inert=move || drawer.is_open()>
            <a class="skip-link" href="#main" rel="external">"Skip to content"</a>
            {notice}
            <div class="site-header-row">
                <a class="site-name" href=href(&Route::Home)><Icon name="briefcase"/>{board.name.clone()}</a>
                <nav aria-label="Main">
                    <ul class="site-nav">
                        <li><a href=href(&Route::Jobs)>"Jobs"</a></li>
                        <li><a href=href(&Route::Companies)>"Companies"</a></li>
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// The board's profiles and the promise it makes.
#[component]
pub fn Footer() -> impl IntoView {
    let board = expect_board();
    let drawer = expect_context::<Drawer>();
    let profiles = board.social_links.iter().map(|link| {
        let label = format!("Follow {} on {}", board.name, link.network);
        view! { <li><a href=link.url.as_str().to_owned() rel="noopener external">{label}</a></li> }
    });
    view! {
        <footer class="site-footer" inert=move || drawer.is_open()>
            <p>{board.name.clone()}" · no account, no tracking: searching happens on your device"</p>
            <ul class="site-profiles">{profiles.collect_view()}</ul>
        </footer>
    }
}
