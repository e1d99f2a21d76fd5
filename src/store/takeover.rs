//! The moment the app takes over a prerendered page.
//!
//! Until then everything renders exactly what the prerendered page holds, whatever the address says; afterwards
//! the address rules. The first page's data is handed to whichever page renders first, once.

use std::sync::Arc;

use leptos::prelude::*;

use super::page_data::PageData;
use crate::{browser, domain::Date};

/// Whether the app lives yet, and what the prerendered page showed.
#[derive(Clone, Copy)]
pub struct Takeover {
    is_live: RwSignal<bool>,
    first_page: StoredValue<Arc<FirstPage>>,
    pages_shown: StoredValue<u32>,
    typed: StoredValue<Option<String>>,
    built: Date,
}

/// What stood on the page when the app arrived.
#[derive(Clone, Debug, PartialEq)]
pub enum FirstPage {
    /// A prerendered page.
    Prerendered {
        /// The values it was made from.
        page: Box<PageData>,
        /// What its head tells machines about it alone: see [`browser::page_head`].
        head: String,
    },
    /// Nothing: the app draws the page itself.
    Blank,
}

/// How a page came to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageArrival {
    /// The browser opened it.
    Opened,
    /// A link inside the app led to it.
    Navigated,
}

/// Starts in the state before the take-over; a blank page is live at once. `built` is the day the page
/// was made for, `typed` what already stood in the search field.
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

/// The take-over of this app.
pub fn expect_takeover() -> Takeover {
    expect_context::<Takeover>()
}

impl Takeover {
    /// Whether the address rules already.
    pub fn is_live(self) -> bool {
        self.is_live.get()
    }

    /// The day it is: the one the page was made for, then the visitor's.
    pub fn today(self) -> Date {
        if self.is_live() { browser::today() } else { self.built }
    }

    /// Whether the page was made for the very day it is.
    pub fn is_of_today(self) -> bool {
        self.today() == self.built
    }

    /// Lets the address rule from now on.
    pub fn go_live(self) {
        self.is_live.set(true);
    }

    /// What was typed into the search field before the app arrived.
    pub fn typed(self) -> Option<String> {
        self.typed.get_value()
    }

    /// Counts a page that is about to be shown; whether it was reached from another page of the app.
    pub fn count_page(self) -> PageArrival {
        self.pages_shown.update_value(|count| *count += 1);
        if self.pages_shown.get_value() > 1 { PageArrival::Navigated } else { PageArrival::Opened }
    }

    /// What the prerendered page was made from, as seen by one kind of page.
    pub fn first_page<T>(self, pick: impl FnOnce(PageData) -> Option<T>) -> Option<T> {
        self.first_page.with_value(|first| match first.as_ref() {
            FirstPage::Prerendered { page, .. } => pick(page.as_ref().clone()),
            FirstPage::Blank => None,
        })
    }

    /// What the head told machines about the prerendered page.
    pub(super) fn first_head(self) -> String {
        self.first_page.with_value(|first| match first.as_ref() {
            FirstPage::Prerendered { head, .. } => head.clone(),
            FirstPage::Blank => String::new(),
        })
    }
}
