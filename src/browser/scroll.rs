//! Places across the history: Back returns to the scroll position and to the link that was followed, also when the list
//! had to be drawn again.

use std::collections::BTreeMap;

use leptos::prelude::{request_animation_frame, window};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, ScrollRestoration};

use super::document::focus_link;

/// Positions by history entry, kept for the tab's life.
///
/// An entry is recognized by a number in its history state; positions are in CSS pixels from the top.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ScrollMemory {
    positions: BTreeMap<u32, f64>,
    /// The links that were followed, by the entry they were on.
    #[serde(default)]
    followed: BTreeMap<u32, String>,
    last_key: u32,
}

const STORAGE_KEY: &str = "openroles-scroll";

/// Entries of the history that are remembered.
const ENTRIES_AT_MOST: usize = 100;

/// Frames to wait for a list to be drawn before giving up on reaching a position.
const PATIENCE: u32 = 40;

impl ScrollMemory {
    /// Takes over from the browser, with the positions of earlier pages of this tab.
    pub fn take_over() -> Self {
        if let Ok(history) = window().history() {
            // Without it the browser's own attempt comes first and may land elsewhere for a moment: no harm.
            history.set_scroll_restoration(ScrollRestoration::Manual).unwrap_or_default();
        }
        let stored = storage().and_then(|storage| storage.get_item(STORAGE_KEY).unwrap_or_default());
        // What another version left behind only costs the positions.
        stored.map(|text| serde_json::from_slice(text.as_bytes()).unwrap_or_default()).unwrap_or_default()
    }

    /// Remembers where the current entry stands.
    pub fn remember(&mut self) {
        let key = self.current_key();
        self.positions.insert(key, window().scroll_y().unwrap_or_default());
        while self.positions.len() > ENTRIES_AT_MOST {
            self.positions.pop_first();
        }
    }

    /// Remembers which link of the main part a click follows.
    pub fn remember_link(&mut self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("main a[href]").unwrap_or_default());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        let key = self.current_key();
        self.followed.insert(key, href);
        while self.followed.len() > ENTRIES_AT_MOST {
            self.followed.pop_first();
        }
    }

    /// Writes the positions down for the next page of this tab and hands scrolling back to the browser.
    pub fn persist(&mut self) {
        self.remember();
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(self)) {
            // A full or forbidden storage only costs the position.
            storage.set_item(STORAGE_KEY, &text).unwrap_or_default();
        }
    }

    /// Returns to where the current entry stood, or to the top, as soon as the page is tall enough.
    pub fn restore(&mut self) {
        let key = self.current_key();
        let known = self.positions.get(&key).copied();
        // A link within the page makes an entry, too, and the browser has scrolled to its target already.
        if known.is_none() && !window().location().hash().unwrap_or_default().is_empty() {
            return;
        }
        let position = known.unwrap_or_default();
        scroll_when_tall_enough(position, self.followed.get(&key).cloned(), PATIENCE);
    }

    /// Returns to where the current entry stood when the tab was here before; else leaves the page as it is.
    pub fn restore_if_known(&mut self) {
        let key = self.current_key();
        if self.positions.contains_key(&key) {
            self.restore();
        }
    }

    /// The current entry's number; a new entry gets one.
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

/// Scrolls, and puts the focus on the link with this address, once they can be reached.
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
