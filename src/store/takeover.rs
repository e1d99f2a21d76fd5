//! Takeover: the moment when the app takes control of a prerendered page.
//!
//! Before it, everything renders exactly what the prerendered page contains, whatever the URL is. After it, the URL
//! decides. The first page's values are available to any page that asks for them.

use std::sync::Arc;

use leptos::prelude::*;
use openroles_model::domain::Date;

use crate::{browser, page::PageData};

/// Whether the app is live, and what the prerendered page showed.
#[derive(Clone, Copy)]
pub struct Takeover {
    is_live: RwSignal<bool>,
    first_page: StoredValue<Arc<FirstPage>>,
    pages_shown: StoredValue<u32>,
    typed: StoredValue<Option<String>>,
    built: Date,
}

/// What the document contained when the app started.
#[derive(Clone, Debug, PartialEq)]
pub enum FirstPage {
    /// A prerendered page.
    Prerendered {
        /// Values it was rendered from.
        page: Box<PageData>,
        /// HTML of its page-specific `head` elements: see [`browser::page_head`].
        head: String,
    },
    /// No page; the app renders it.
    Blank,
}

/// How the visitor came to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageArrival {
    /// The browser opened it.
    Opened,
    /// The visitor followed a link inside the app.
    Navigated,
}

/// Makes the takeover available to every component. A blank page is live at once. `built` is the day the page was
/// made for, and `typed` the text that was in the search field when the app started.
pub fn provide_takeover(first_page: FirstPage, built: Date, typed: Option<String>) -> Takeover {
    let takeover = Takeover {
        is_live: RwSignal::new(first_page == FirstPage::Blank),
        first_page: StoredValue::new(Arc::new(first_page)),
        pages_shown: StoredValue::new(0),
        typed: StoredValue::new(typed),
        built,
    };
    provide_context(takeover);
    takeover
}

/// The takeover.
pub fn expect_takeover() -> Takeover {
    expect_context::<Takeover>()
}

impl Takeover {
    /// Whether the app is live, so that the URL decides what is shown.
    pub fn is_live(self) -> bool {
        self.is_live.get()
    }

    /// Current day: before the takeover, the day the page was made for; after it, the visitor's.
    pub fn today(self) -> Date {
        if self.is_live() { browser::today() } else { self.built }
    }

    /// Whether the page was made for the current day.
    pub fn is_of_today(self) -> bool {
        self.today() == self.built
    }

    /// Completes the takeover.
    pub fn go_live(self) {
        self.is_live.set(true);
    }

    /// Text typed into the search field before the app started.
    pub fn typed(self) -> Option<String> {
        self.typed.get_value()
    }

    /// Counts a page that is about to be shown, and returns how the visitor came to it.
    pub fn count_page(self) -> PageArrival {
        self.pages_shown.update_value(|count| *count += 1);
        if self.pages_shown.get_value() > 1 { PageArrival::Navigated } else { PageArrival::Opened }
    }

    /// Values of the prerendered page, if `pick` accepts them.
    pub fn first_page<T>(self, pick: impl FnOnce(PageData) -> Option<T>) -> Option<T> {
        self.first_page.with_value(|first| match first.as_ref() {
            FirstPage::Prerendered { page, .. } => pick(page.as_ref().clone()),
            FirstPage::Blank => None,
        })
    }

    /// HTML of the prerendered page's page-specific `head` elements.
    pub(super) fn first_head(self) -> String {
        self.first_page.with_value(|first| match first.as_ref() {
            FirstPage::Prerendered { head, .. } => head.clone(),
            FirstPage::Blank => String::new(),
        })
    }
}
