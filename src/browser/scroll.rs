//! Positions across the history: Back returns to the scroll position and to the link that was followed, even if the
//! list had to be drawn again.

use leptos::prelude::{request_animation_frame, window};
use openroles_model::json;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, ScrollRestoration};

use super::document::focus_link;

/// The visitor's position in each history entry, for the lifetime of the tab.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ScrollMemory {
    /// Oldest entry first.
    places: Vec<EntryPlace>,
    last_key: u32,
}

/// The visitor's position in a history entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct EntryPlace {
    /// The entry's number, stored in its history state.
    key: u32,
    /// Distance from the top, in CSS pixels; `None` until the visitor leaves the entry.
    position: Option<f64>,
    /// The address of the link in `main` that the visitor followed from here.
    followed: Option<String>,
}

const STORAGE_KEY: &str = "openroles-scroll";

/// The most history entries to remember.
const ENTRIES_AT_MOST: usize = 100;

/// The most frames to wait for a list to be tall enough for a position.
const PATIENCE: u32 = 40;

impl ScrollMemory {
    /// Takes over scrolling from the browser, with the positions of this tab's earlier pages.
    pub fn take_over() -> Self {
        if let Ok(history) = window().history() {
            // If this fails, the browser's own attempt comes first and may jump for a moment, which does no harm.
            history.set_scroll_restoration(ScrollRestoration::Manual).unwrap_or_default();
        }
        let stored = storage().and_then(|storage| storage.get_item(STORAGE_KEY).unwrap_or_default());
        // If another version of the app wrote this, only the positions are lost.
        stored.map(|text| json::read(text.as_bytes()).unwrap_or_default()).unwrap_or_default()
    }

    /// Remembers the scroll position in the current entry.
    pub fn remember(&mut self) {
        self.current_place().position = Some(window().scroll_y().unwrap_or_default());
    }

    /// Remembers which link in `main` a click follows.
    pub fn remember_link(&mut self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("main a[href]").unwrap_or_default());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        self.current_place().followed = Some(href);
    }

    /// Saves the positions for this tab's next page, and hands scrolling back to the browser.
    pub fn persist(&mut self) {
        self.remember();
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(self)) {
            // If storage is full or forbidden, only the positions are lost.
            storage.set_item(STORAGE_KEY, &text).unwrap_or_default();
        }
    }

    /// Returns to the current entry's position, or to the top, as soon as the page is tall enough.
    pub fn restore(&mut self) {
        let EntryPlace { position, followed, .. } = self.current_place().clone();
        // A link within the page adds an entry too, and the browser has already scrolled to its target.
        if position.is_none() && !window().location().hash().unwrap_or_default().is_empty() {
            return;
        }
        scroll_when_tall_enough(position.unwrap_or_default(), followed, PATIENCE);
    }

    /// Returns to the current entry's position if this tab remembers it; otherwise, leaves the page as it is.
    pub fn restore_if_known(&mut self) {
        if self.current_place().position.is_some() {
            self.restore();
        }
    }

    fn current_place(&mut self) -> &mut EntryPlace {
        let key = self.current_key();
        let known = self.places.iter().position(|place| place.key == key);
        let at = known.unwrap_or_else(|| {
            if self.places.len() >= ENTRIES_AT_MOST {
                self.places.remove(0);
            }
            self.places.push(EntryPlace { key, position: None, followed: None });
            self.places.len() - 1
        });
        &mut self.places[at]
    }

    /// The current entry's number; an entry without one gets the next.
    pub fn current_key(&mut self) -> u32 {
        let Ok(history) = window().history() else { return 0 };
        let known = history.state().unwrap_or(JsValue::NULL).as_f64();
        if let Some(key) = known {
            self.last_key = self.last_key.max(key as u32);
            return key as u32;
        }
        self.last_key += 1;
        history.replace_state_with_url(&JsValue::from_f64(f64::from(self.last_key)), "", None).unwrap_or_default();
        self.last_key
    }
}

/// Scrolls, and focuses the link with this address, as soon as the page is tall enough.
fn scroll_when_tall_enough(position: f64, followed: Option<String>, patience: u32) {
    request_animation_frame(move || {
        let height = leptos::prelude::document().document_element().map_or(0, |root| root.scroll_height());
        let view = window().inner_height().unwrap_or(JsValue::NULL).as_f64().unwrap_or_default();
        if f64::from(height) >= position + view || patience == 0 {
            window().scroll_to_with_x_and_y(0.0, position);
            followed.iter().for_each(|href| focus_link(href));
        } else {
            scroll_when_tall_enough(position, followed, patience - 1);
        }
    });
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().unwrap_or_default()
}
