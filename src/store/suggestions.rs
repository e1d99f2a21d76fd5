//! Suggestions for the words being typed, and the state of their list.

use std::sync::Arc;

use leptos::prelude::*;
use openroles_engine::query::{Suggestion, suggest};

use super::{CurrentQuery, LoadedBoard, expect_job_board};

/// Suggestions for the words of the query. Empty until the index is loaded, and while `popup` is closed.
pub fn suggestions_for(current: CurrentQuery, popup: Signal<Popup>) -> Memo<Vec<Suggestion>> {
    let jobs = expect_job_board();
    let is_open = Memo::new(move |_| popup.get() != Popup::Closed);
    Memo::new(move |_| {
        let loaded: Option<Arc<LoadedBoard>> = if is_open.get() { jobs.state().ready() } else { None };
        loaded.map(|loaded| current.query().with(|query| suggest(&loaded.index, query))).unwrap_or_default()
    })
}

/// Whether the list is open, and which option is active.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Popup {
    /// The list is hidden.
    #[default]
    Closed,
    /// The list is shown if there are suggestions.
    Open {
        /// Option that Enter chooses; `None` while the focus is on the field itself.
        active: Option<usize>,
    },
}

/// What a key does in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PopupKey {
    /// Changes the state of the list.
    Show(Popup),
    /// Chooses an option.
    Choose(usize),
    /// Nothing; the key keeps its usual effect.
    Other,
}

impl Popup {
    /// Option that Enter chooses.
    pub fn active(self) -> Option<usize> {
        match self {
            Self::Closed => None,
            Self::Open { active } => active,
        }
    }

    /// What a key does while `count` options are offered. Past either end, the arrow keys return to the field.
    pub fn after(self, key: &str, count: usize) -> PopupKey {
        let open = |active| PopupKey::Show(Self::Open { active });
        match (self, key) {
            (_, "ArrowDown" | "ArrowUp") if count == 0 => PopupKey::Other,
            (Self::Closed, "ArrowDown") => open(Some(0)),
            (Self::Closed, "ArrowUp") => open(Some(count - 1)),
            (Self::Open { active }, "ArrowDown") => {
                open(active.map_or(Some(0), |at| Some(at + 1)).filter(|at| *at < count))
            }
            (Self::Open { active }, "ArrowUp") => open(active.map_or(Some(count - 1), |at| at.checked_sub(1))),
            (Self::Open { active: Some(at) }, "Enter") if at < count => PopupKey::Choose(at),
            (Self::Open { .. }, "Escape") if count > 0 => PopupKey::Show(Self::Closed),
            _ => PopupKey::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_by_way_of_the_field() {
        let open = |active| Popup::Open { active };
        for (popup, key, after) in [
            (Popup::Closed, "ArrowDown", PopupKey::Show(open(Some(0)))),
            (Popup::Closed, "ArrowUp", PopupKey::Show(open(Some(2)))),
            (open(None), "ArrowDown", PopupKey::Show(open(Some(0)))),
            (open(Some(2)), "ArrowDown", PopupKey::Show(open(None))),
            (open(Some(0)), "ArrowUp", PopupKey::Show(open(None))),
            (open(None), "ArrowUp", PopupKey::Show(open(Some(2)))),
            (open(Some(1)), "Enter", PopupKey::Choose(1)),
            (open(None), "Enter", PopupKey::Other),
            (open(Some(5)), "Enter", PopupKey::Other),
            (open(Some(1)), "Escape", PopupKey::Show(Popup::Closed)),
            (Popup::Closed, "Escape", PopupKey::Other),
            (open(None), "a", PopupKey::Other),
        ] {
            assert_eq!(popup.after(key, 3), after, "{popup:?} {key}");
        }
        assert_eq!(open(None).after("ArrowDown", 0), PopupKey::Other);
    }
}
