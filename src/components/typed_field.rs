//! A refinement that a person types: read as they mean it, shown before it counts, never thrown away.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::search_box::keeping_scroll;
use crate::{
    domain::Currency,
    facets::Facet,
    query::Query,
    store::{expect_board, jobs_href},
};

/// What a field asks for, and how that is read and written on a board in some currency.
#[derive(Clone, Copy)]
pub struct TypedValue {
    /// A facet of which one value is named at a time.
    pub facet: Facet,
    /// The id of the field, none twice on a page.
    pub id: &'static str,
    /// What is wanted: `a yearly salary`.
    pub noun: &'static str,
    /// Some that could be typed: `15L or 15,00,000`.
    pub examples: fn(Currency) -> String,
    /// What is typed, as the value in URLs; none where it is no such value.
    pub read: fn(&str, Currency) -> Option<String>,
    /// Turns a value in URLs into the text that the field shows.
    pub shown: fn(&str, Currency) -> String,
    /// What a value in URLs asks for, in words.
    pub words: fn(&str, Currency) -> String,
}

/// What the line below the field says.
#[derive(Clone, PartialEq)]
enum Note {
    /// Nothing is asked for: what could be.
    Hint(String),
    /// What is typed or asked for, as it is understood.
    Meaning(String),
    /// What is typed means nothing.
    Problem(String),
}

/// A text field with a line below it that says at once how what is typed is understood. Enter, or leaving the field,
/// searches for it; what cannot be read stays, and the line says what to type.
#[component]
pub fn TypedField(
    /// What it asks for.
    value: TypedValue,
    /// The query around it.
    query: Memo<Query>,
    /// What stands above it.
    label: String,
) -> impl IntoView {
    let TypedValue { facet, id, noun, examples, read, shown, words } = value;
    let currency = expect_board().currency;
    let navigate = use_navigate();
    let chosen = Memo::new(move |_| query.with(|query| query.choice(facet).map(str::to_owned)));
    // What is typed counts as long as nothing else is asked for than when it was typed.
    let draft = RwSignal::new((None::<String>, None::<String>));
    let note = Memo::new(move |_| {
        let (typed_at, draft) = draft.get();
        let typed = draft.filter(|_| typed_at == chosen.get());
        let typed = typed.as_deref().map(str::trim);
        match typed {
            Some("") => Note::Hint(examples(currency)),
            Some(text) => match read(text, currency) {
                Some(value) => Note::Meaning(words(&value, currency)),
                None => Note::Problem(format!("This isn't {noun}: try {}.", examples(currency))),
            },
            None => match chosen.get() {
                Some(value) => Note::Meaning(words(&value, currency)),
                None => Note::Hint(examples(currency)),
            },
        }
    });
    let is_wrong = move || note.with(|note| matches!(note, Note::Problem(_)));
    let change = move |event| {
        let text = event_target_value(&event);
        let value = read(&text, currency);
        if value.is_some() || text.trim().is_empty() {
            let target = query.with_untracked(|query| query.choosing(facet, value.as_deref()));
            navigate(&jobs_href(&target), keeping_scroll());
        }
    };
    let note_id = format!("{id}-note");
    view! {
        <label class="number-field" for=id>
            {label}
            <input id=id type="text" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"
                maxlength="40" aria-describedby=note_id.clone() aria-invalid=move || is_wrong().then_some("true")
                prop:value=move || chosen.get().map(|value| shown(&value, currency)).unwrap_or_default()
                on:input=move |event| draft.set((chosen.get_untracked(), Some(event_target_value(&event))))
                on:change=change/>
        </label>
        <p class="typed-note" class:typed-note--wrong=is_wrong id=note_id aria-live="polite">
            {move || match note.get() {
                Note::Hint(examples) => format!("Such as {examples}"),
                Note::Meaning(words) | Note::Problem(words) => words,
            }}
        </p>
    }
    .into_any()
}
