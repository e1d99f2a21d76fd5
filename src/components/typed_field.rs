//! Text field for a refinement. It shows how the text is understood before it is applied, and keeps text that it
//! doesn't understand.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use openroles_engine::query::Query;
use openroles_model::{domain::Currency, facets::Facet, words::Words};

use super::search_box::keeping_scroll;
use crate::store::{expect_board, jobs_href};

/// What a field asks for, and how its text is parsed and formatted. The functions take the board's currency.
#[derive(Clone, Copy)]
pub struct TypedValue {
    /// Facet that takes a single value.
    pub facet: Facet,
    /// Id of the field, unique on the page.
    pub id: &'static str,
    /// Noun for messages, such as `a yearly salary`.
    pub noun: fn(&Words) -> &'static str,
    /// Examples, such as `15L or 15,00,000`.
    pub examples: fn(&Words, Currency) -> String,
    /// Parses typed text into the value used in URLs; `None` if it isn't valid.
    pub read: fn(&str, Currency) -> Option<String>,
    /// Text that the field shows for a value from a URL.
    pub shown: fn(&str, Currency) -> String,
    /// Meaning of a value from a URL, such as `At least ₹15L a year`.
    pub meaning: fn(&Words, &str, Currency) -> String,
}

/// Text below the field.
#[derive(Clone, PartialEq)]
enum Note {
    /// The field is empty: examples.
    Hint(String),
    /// How the text or the current value is understood.
    Meaning(String),
    /// The text isn't understood.
    Problem(String),
}

/// Text field with a note that says how the text is understood. Pressing Enter or leaving the field applies it.
/// Text that isn't understood stays in the field, and the note says what to type instead.
#[component]
pub fn TypedField(
    /// What the field asks for.
    value: TypedValue,
    /// Current query.
    query: Memo<Query>,
    /// Label above the field.
    label: String,
) -> impl IntoView {
    let TypedValue { facet, id, noun, examples, read, shown, meaning } = value;
    let board = expect_board();
    let (currency, words) = (board.currency, board.words());
    let navigate = use_navigate();
    let chosen = Memo::new(move |_| query.with(|query| query.choice(facet).map(str::to_owned)));
    // Typed text is valid only until the chosen value changes, so it is stored with the value it was typed at.
    let draft = RwSignal::new((None::<String>, None::<String>));
    let note = Memo::new(move |_| {
        let (typed_at, draft) = draft.get();
        let typed = draft.filter(|_| typed_at == chosen.get());
        let typed = typed.as_deref().map(str::trim);
        match typed {
            Some("") => Note::Hint(examples(words, currency)),
            Some(text) => match read(text, currency) {
                Some(value) => Note::Meaning(meaning(words, &value, currency)),
                None => Note::Problem((words.filters.not_understood)(noun(words), &examples(words, currency))),
            },
            None => match chosen.get() {
                Some(value) => Note::Meaning(meaning(words, &value, currency)),
                None => Note::Hint(examples(words, currency)),
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
                Note::Hint(examples) => (words.filters.such_as)(&examples),
                Note::Meaning(note) | Note::Problem(note) => note,
            }}
        </p>
    }
    .into_any()
}
