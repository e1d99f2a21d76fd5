//! Scroll positions across the history: Back returns to where one was, also when the list had to be drawn again.

use std::collections::BTreeMap;

use leptos::prelude::{request_animation_frame, window};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// Positions by history entry, kept for the tab's life.
///
/// An entry is recognized by a number in its history state; positions are in CSS pixels from the top.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ScrollMemory {
    positions: BTreeMap<u32, f64>,
    last_key: u32,
}

const STORAGE_KEY: &str = "openroles-scroll";

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
        while self.positions.len() > 100 {
            self.positions.pop_first();
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
        let position = self.positions.get(&key).copied().unwrap_or_default();
        scroll_when_tall_enough(position, PATIENCE);
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

fn scroll_when_tall_enough(position: f64, patience: u32) {
    request_animation_frame(move || {
        let height = leptos::prelude::document().document_element().map_or(0, |root| root.scroll_height());
        let view = window().inner_height().unwrap_or(JsValue::NULL).as_f64().unwrap_or_default();
        if f64::from(height) >= position + view || patience == 0 {
            window().scroll_to_with_x_and_y(0.0, position);
        } else {
            scroll_when_tall_enough(position, patience - 1);
        }
    });
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().unwrap_or_default()
}
