//! Query of the search page. The URL owns it; the search box holds text that isn't in the URL yet.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_location, location::Location};
use openroles_engine::query::{Ignored, ParsedQuery, Query, parse_query_string};

use super::{expect_words, jobs_href, takeover::expect_takeover};
use crate::browser;

/// The URL's query, with the words that are being typed.
#[derive(Clone, Copy)]
pub struct CurrentQuery {
    parsed: Memo<ParsedQuery>,
    address: Memo<String>,
    draft: RwSignal<Option<TypedText>>,
    query: Memo<Query>,
    pending_write: StoredValue<Option<PendingWrite>, LocalStorage>,
}

/// Typed text that is about to be written into the URL.
struct PendingWrite {
    timer: TimeoutHandle,
    typed_at: String,
    address: String,
}

/// Typed text that may not be in the URL yet.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TypedText {
    /// URL at which it was typed.
    typed_at: String,
    /// Whether the URL has changed since. A link back to the old URL then discards the text.
    is_over: bool,
    text: String,
}

impl TypedText {
    fn new(typed_at: String, text: String) -> TypedText {
        TypedText { typed_at, is_over: false, text }
    }

    fn counts_at(&self, address: &str) -> bool {
        !self.is_over && self.typed_at == address
    }
}

/// Pause in typing after which the URL is updated. Browsers refuse more than about three changes a second.
const WRITE_PAUSE: Duration = Duration::from_millis(300);

/// Connects the query with the URL. Call this inside the router.
pub fn provide_current_query() -> CurrentQuery {
    let Location { search, pathname, .. } = use_location();
    let takeover = expect_takeover();
    let address = Memo::new(move |_| format!("{}?{}", pathname.get(), search.get()));
    let parsed = Memo::new(move |_| match takeover.is_live() {
        true => parse_query_string(&search.get()),
        false => ParsedQuery::default(),
    });
    let typed_early = takeover.typed().filter(|text| !text.is_empty());
    let draft = RwSignal::new(typed_early.map(|text| TypedText::new(address.get_untracked(), text)));
    // Whether the URL has ever changed can't be derived from its current value, so an effect records it.
    Effect::new(move |_| {
        let address = address.get();
        if draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.typed_at != address)) {
            draft.update(|draft| draft.iter_mut().for_each(|draft| draft.is_over = true));
        }
    });
    let query = Memo::new(move |_| {
        let query = parsed.get().query;
        let draft = draft.get().filter(|draft| takeover.is_live() && draft.counts_at(&address.get()));
        draft.map_or(query.clone(), |draft| query.with_text(&draft.text))
    });
    let current = CurrentQuery { parsed, address, draft, query, pending_write: StoredValue::new_local(None) };
    provide_context(current);
    // In an effect, because a page that is prerendered has no window.
    Effect::new(move |_| browser::on_click_first(move |_| current.record_typed_text()));
    current
}

/// The current query.
pub fn expect_current_query() -> CurrentQuery {
    expect_context::<CurrentQuery>()
}

impl CurrentQuery {
    /// Query to search for, including text that isn't in the URL yet.
    pub fn query(self) -> Memo<Query> {
        self.query
    }

    /// Why parts of the URL were ignored.
    pub fn ignored(self) -> Signal<Vec<String>> {
        let words = &expect_words().search;
        let message = |ignored: &Ignored| ignored.message(words);
        Signal::derive(move || self.parsed.with(|parsed| parsed.ignored.iter().map(message).collect()))
    }

    /// Whether there is typed text that isn't in the URL yet.
    pub fn is_being_typed(self) -> bool {
        self.draft.get().is_some_and(|draft| draft.counts_at(&self.address.get()))
    }

    /// Text for the search field, exactly as typed, even once the URL has the same words without outer spaces:
    /// after a pause, the visitor may continue with the next word.
    pub fn text(self) -> String {
        let asked = self.query.get().text;
        let is_shown = |draft: &TypedText| {
            draft.counts_at(&self.address.get()) || Query::default().with_text(&draft.text).text == asked
        };
        self.draft.get().filter(is_shown).map_or(asked.clone(), |draft| draft.text)
    }

    /// Searches for `text` at once. Updates the URL when typing pauses, and replaces the history entry.
    pub fn type_text(self, text: String, navigate: impl Fn(&str, NavigateOptions) + 'static) {
        self.draft.set(Some(TypedText::new(self.address.get_untracked(), text)));
        self.write_soon(navigate);
    }

    /// Updates the URL with text that was typed before the app took over. Call this after
    /// [`Takeover::go_live`](super::Takeover::go_live).
    pub fn write_early_draft(self, navigate: impl Fn(&str, NavigateOptions) + 'static) {
        if self.draft.with_untracked(Option::is_some) {
            self.write_soon(navigate);
        }
    }

    fn write_soon(self, navigate: impl Fn(&str, NavigateOptions) + 'static) {
        self.cancel_pending_write();
        let typed_at = self.address.get_untracked();
        let address = jobs_href(&self.query.get_untracked());
        let write = move || {
            // If the visitor followed a link meanwhile, its address already has the words, or leads elsewhere.
            let write = self.pending_write.try_update_value(Option::take).flatten();
            if let Some(write) = write.filter(|write| self.is_still_at(write)) {
                navigate(&write.address, replacing());
            }
        };
        match set_timeout_with_handle(write, WRITE_PAUSE) {
            Ok(timer) => self.pending_write.set_value(Some(PendingWrite { timer, typed_at, address })),
            Err(error) => leptos::logging::warn!("the address could not follow the typing: {error:?}"),
        }
    }

    /// Puts typed text into the current history entry without waiting for the pause, so that Back finds it there. Call
    /// this before following a link.
    pub fn record_typed_text(self) {
        let record = |write: &PendingWrite| browser::set_address(&write.address);
        self.pending_write.with_value(|write| write.iter().filter(|write| self.is_still_at(write)).for_each(record));
    }

    fn is_still_at(self, write: &PendingWrite) -> bool {
        self.address.with_untracked(|address| *address == write.typed_at)
    }

    fn cancel_pending_write(self) {
        if let Some(write) = self.pending_write.try_update_value(Option::take).flatten() {
            write.timer.clear();
        }
    }
}

/// How to change the URL without a new entry in the history and without scrolling.
pub fn replacing() -> NavigateOptions {
    NavigateOptions { replace: true, scroll: false, resolve: false, ..NavigateOptions::default() }
}
