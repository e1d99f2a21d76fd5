//! Search box of the search page: it searches as the visitor types.

use std::rc::Rc;

use leptos::{
    ev::{KeyboardEvent, SubmitEvent},
    prelude::*,
};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use maud::html;
use openroles_engine::query::Suggestion;

use super::{
    Icon,
    inert::inert_element,
    search_form::{SEARCH_FIELD, SEARCH_LENGTH, search_label, search_placeholder, to_new_entry},
    suggestion_list::{SUGGESTION_LIST, SuggestionList, option_id},
};
use crate::{
    browser,
    routes::Route,
    store::{
        CurrentQuery, JobBoard, Popup, PopupKey, expect_job_board, expect_takeover, expect_words, href, jobs_href,
        suggestions_for,
    },
};

/// Text field with a button, above the results that it changes. Without JavaScript, it is a form that leads to the search
/// page.
#[component]
pub fn SearchBox(
    /// Query whose words change as the visitor types.
    current: CurrentQuery,
) -> impl IntoView {
    let offer = Offer::of(current, use_navigate());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        offer.popup.set(Popup::Closed);
        browser::focus("results");
    };
    let takeover = expect_takeover();
    // Without JavaScript, the field has no suggestions, so it doesn't claim to be a combobox.
    let offers = move |what: &'static str| takeover.is_live().then_some(what);
    let words = &expect_words().search;
    view! {
        <form class="search-box" role="search" action=href(&Route::Jobs) method="get" on:submit=submit>
            {inert_element(search_label())}
            <div class="search-box-row">
                <Icon name="search"/>
                <input class="search-box-field" id=SEARCH_FIELD name="q" type="search" autocomplete="off"
                    autocapitalize="none" spellcheck="false" enterkeyhint="search" maxlength=SEARCH_LENGTH
                    placeholder=search_placeholder() role=move || offers("combobox")
                    aria-autocomplete=move || offers("list") aria-controls=move || offers(SUGGESTION_LIST)
                    aria-expanded=move || offers(if offer.is_expanded() { "true" } else { "false" })
                    aria-activedescendant=move || offer.active().map(option_id) prop:value=move || current.text()
                    on:focus=move |_| offer.prepare() on:blur=move |_| offer.close()
                    on:keydown=move |event| offer.on_key(&event)
                    on:input=move |event| offer.on_input(event_target_value(&event))/>
                {inert_element(html! { button class="button" type="submit" { (words.button) } })}
            </div>
            {offer.list()}
        </form>
    }
}

/// State and behavior of a search box with results below it: it searches as the visitor types, and suggests
/// queries.
#[derive(Clone, Copy)]
struct Offer {
    current: CurrentQuery,
    jobs: JobBoard,
    popup: RwSignal<Popup>,
    suggestions: Memo<Vec<Suggestion>>,
    navigate: StoredValue<Navigate, LocalStorage>,
}

type Navigate = Rc<dyn Fn(&str, NavigateOptions)>;

impl Offer {
    fn of(current: CurrentQuery, navigate: impl Fn(&str, NavigateOptions) + 'static) -> Self {
        let popup = RwSignal::new(Popup::Closed);
        let suggestions = suggestions_for(current, popup.into());
        let navigate = StoredValue::new_local(Rc::new(navigate) as Navigate);
        Self { current, jobs: expect_job_board(), popup, suggestions, navigate }
    }

    fn list(self) -> impl IntoView {
        let typed = Signal::derive(move || self.current.text());
        let on_choose = Callback::new(move |at| self.choose(at));
        view! {
            <SuggestionList suggestions=self.suggestions.into() popup=self.popup.into() typed on_choose/>
        }
    }

    fn prepare(self) {
        self.jobs.expect_words();
    }

    fn close(self) {
        self.popup.set(Popup::Closed);
    }

    fn is_expanded(self) -> bool {
        self.popup.get() != Popup::Closed && self.suggestions.with(|list| !list.is_empty())
    }

    /// Suggestion that the arrow keys have selected.
    fn active(self) -> Option<usize> {
        self.popup.get().active().filter(|at| *at < self.suggestions.with(Vec::len))
    }

    fn on_input(self, text: String) {
        self.popup.set(Popup::Open { active: None });
        let navigate = self.navigate.get_value();
        self.current.type_text(text, move |address, options| navigate(address, options));
    }

    fn on_key(self, event: &KeyboardEvent) {
        // Ignores keys of an input method, and keyboard shortcuts.
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let popup = self.popup.get_untracked();
        match popup.after(&event.key(), self.suggestions.with_untracked(Vec::len)) {
            PopupKey::Other => return,
            PopupKey::Show(shown) => self.popup.set(shown),
            PopupKey::Choose(at) => self.choose(at),
        }
        event.prevent_default();
    }

    fn choose(self, at: usize) {
        let chosen = self.suggestions.with_untracked(|list| list.get(at).map(|chosen| jobs_href(&chosen.query)));
        self.close();
        self.current.record_typed_text();
        chosen.into_iter().for_each(|address| self.navigate.get_value()(&address, keeping_scroll()));
    }
}

/// Options to navigate after a control was changed: adds a history entry and keeps the scroll position.
pub fn keeping_scroll() -> NavigateOptions {
    NavigateOptions { scroll: false, ..to_new_entry() }
}
