//! A facet's values with their counts, as links.

use std::sync::Arc;

use leptos::prelude::*;
use openroles_engine::query::{FacetValue, Query, Refined};
use openroles_model::{domain::group_digits, facets::Facet};

use super::Icon;
use crate::{
    browser,
    page::{FACET_VALUES_AT_MOST, FacetList, JobsData},
    store::{Loaded, expect_board, expect_job_board, expect_words, jobs_href},
};

/// Id of the sentence that explains which keys move within a facet.
pub const FACET_KEYS: &str = "facet-keys";

/// Whether a list shows its first values or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListExtent {
    First,
    All,
}

/// Width of the most common value's bar in its own units; the style sheet sets the width on the page.
const BAR_WIDTH: usize = 100;

/// One facet's values as links that add or remove a refinement, each with a second link that excludes the value.
///
/// Shows nothing if the facet has no values. Long lists have a search field and a button that shows all values. The
/// list is one tab stop; arrow keys move within it.
#[component]
pub fn RefinementList(
    /// Facet to refine.
    facet: Facet,
    /// Current results.
    #[prop(into)]
    data: Signal<JobsData>,
) -> impl IntoView {
    let all_words = expect_words();
    let (words, label) = (&all_words.filters, facet.label(all_words));
    let extent = RwSignal::new(ListExtent::First);
    let needle = RwSignal::new(String::new());
    let list = Memo::new(move |_| shown_list(facet, data, extent, needle));
    let total = Memo::new(move |_| {
        data.with(|data| data.facet(facet).filter(|list| list.has_choice()).map_or(0, |list| list.value_count))
    });
    let query = Memo::new(move |_| data.with(|data| data.query.clone()));
    let most =
        Memo::new(move |_| list.with(|list| list.values.iter().map(|value| value.count).max().unwrap_or_default()));
    let is_long = move || {
        total.get() > list.with(|list| list.values.len()) || extent.get() == ListExtent::All || !needle.get().is_empty()
    };
    let reached = RwSignal::new(None::<Arc<str>>);
    let toggle = move |_| {
        extent
            .update(|extent| *extent = if *extent == ListExtent::First { ListExtent::All } else { ListExtent::First });
    };
    view! {
        <Show when=move || total.get() != 0>
            <fieldset class="refinement-list">
                <legend>{label}</legend>
                <Show when=is_long>
                    <input class="refinement-search" type="search" autocomplete="off" placeholder=words.find_value
                        aria-label=(words.find_in)(&label.to_ascii_lowercase())
                        prop:value=needle on:input=move |event| needle.set(event_target_value(&event))/>
                </Show>
                <ul class="refinements" aria-describedby=FACET_KEYS on:keydown=|event| browser::move_focus_in_rows(&event)>
                    <For each=move || list.get().values key=|value| value.value.clone() let:value>
                        <RefinementItem facet value=value.value list most query reached/>
                    </For>
                </ul>
                <Rest list needle=needle.into()/>
                <Show when=is_long>
                    <button class="link-button" type="button" aria-expanded=move || (extent.get() == ListExtent::All).to_string() on:click=toggle>
                        {move || if extent.get() == ListExtent::All { words.show_fewer.to_owned() } else { (words.show_all)(total.get()) }}
                    </button>
                </Show>
            </fieldset>
        </Show>
    }
    .into_any()
}

/// One value: a link that adds or removes it, a bar for its count, and a link that excludes it.
#[component]
fn RefinementItem(
    facet: Facet,
    value: String,
    list: Memo<FacetList>,
    most: Memo<usize>,
    query: Memo<Query>,
    /// Value that last had the focus; it is the tab stop of the list.
    reached: RwSignal<Option<Arc<str>>>,
) -> impl IntoView {
    let words = &expect_words().filters;
    let value: Arc<str> = value.into();
    let is_stop = {
        let value = Arc::clone(&value);
        move || is_tab_stop(&list.get().values, reached.get().as_deref(), &value)
    };
    let reach = {
        let value = Arc::clone(&value);
        move |_| reached.set(Some(Arc::clone(&value)))
    };
    let currency = expect_board().currency;
    let state = {
        let value = Arc::clone(&value);
        Memo::new(move |_| list.with(|list| list.values.iter().find(|each| *each.value == *value).cloned()))
    };
    let refined = move || state.get().map_or(Refined::No, |value| value.refined);
    let label = move || state.get().map(|value| value.label).unwrap_or_default();
    let count = move || state.get().map_or(0, |value| value.count);
    let share = move || (count() * BAR_WIDTH).div_ceil(most.get().max(1)).to_string();
    let (to_toggle, to_exclude) = (Arc::clone(&value), value);
    let toggled = move || jobs_href(&query.get().toggled(facet, &to_toggle));
    let excluded = move || jobs_href(&query.get().excluding(facet, &to_exclude));
    let exclude_name = move || match refined() {
        Refined::Excluded => (words.stop_excluding)(&label()),
        Refined::No | Refined::Included => (words.exclude)(&label()),
    };
    view! {
        <li class="refinement" class:refinement--excluded=move || refined() == Refined::Excluded on:focusin=reach>
            <a class="refinement-link" href=toggled data-noscroll="" tabindex=move || if is_stop() { "0" } else { "-1" }
                aria-current=move || (refined() == Refined::Included).then_some("true")>
                <span class="refinement-box" aria-hidden="true"><Icon name="check"/></span>
                <span class="refinement-label">{label}</span>
                <span class="refinement-count">
                    {move || group_digits(count() as u64, currency)}<span class="visually-hidden">{move || if count() == 1 { words.job_after_number } else { words.jobs_after_number }}</span>
                </span>
                <svg class="refinement-bar" viewBox=format!("0 0 {BAR_WIDTH} 1") preserveAspectRatio="none" aria-hidden="true">
                    <rect class="bar" width=share height="1"></rect>
                </svg>
            </a>
            <Show when=move || !facet.is_single_choice()>
                <a class="refinement-exclude" href=excluded.clone() data-noscroll="" tabindex="-1" aria-label=exclude_name
                    aria-current=move || (refined() == Refined::Excluded).then_some("true")><Icon name="minus"/></a>
            </Show>
        </li>
    }
    .into_any()
}

/// Whether this value is the tab stop: the value that last had the focus, or the first one if that isn't listed.
fn is_tab_stop(values: &[FacetValue], reached: Option<&str>, value: &str) -> bool {
    let is_listed = reached.is_some_and(|reached| values.iter().any(|each| each.value == reached));
    let stop = if is_listed { reached } else { values.first().map(|first| first.value.as_str()) };
    stop == Some(value)
}

/// Says that no value was found, or how many more there are than the list can show.
#[component]
fn Rest(list: Memo<FacetList>, needle: Signal<String>) -> impl IntoView {
    let words = &expect_words().filters;
    let note = move || {
        let (shown, found) = list.with(|list| (list.values.len(), list.value_count));
        match (shown, needle.get().is_empty()) {
            (0, false) => Some(words.no_value.to_owned()),
            (FACET_VALUES_AT_MOST, _) if found > shown => Some((words.more_values)(found - shown)),
            _ => None,
        }
    };
    move || note().map(|note| view! { <p class="refinement-rest">{note}</p> })
}

fn shown_list(
    facet: Facet,
    data: Signal<JobsData>,
    extent: RwSignal<ListExtent>,
    needle: RwSignal<String>,
) -> FacetList {
    let first = data.with(|data| data.facet(facet).cloned()).unwrap_or(FacetList {
        facet,
        values: Vec::<FacetValue>::new(),
        value_count: 0,
    });
    let needle = needle.get();
    if extent.get() == ListExtent::First && needle.is_empty() {
        return first;
    }
    match expect_job_board().state() {
        Loaded::Ready(loaded) => {
            let query = data.with(|data| data.query.clone());
            FacetList::matching(&loaded.index, &query, facet, &needle).unwrap_or(first)
        }
        Loaded::Pending | Loaded::Failed(_) => first,
    }
}
