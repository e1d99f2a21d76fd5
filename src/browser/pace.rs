//! Splits long work into portions, so that the browser can paint and respond between them.

use std::time::Duration;

use js_sys::{Date, Promise};
use leptos::prelude::set_timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Work that is done step by step.
pub struct Pace {
    /// Start of the current portion, in milliseconds since 1970.
    since: f64,
}

/// Length of a portion in milliseconds: half of a frame.
const PORTION: f64 = 8.0;

impl Pace {
    /// Starts the first portion.
    pub fn start() -> Self {
        Self { since: Date::now() }
    }

    /// Lets the browser do other work, if the current portion is over.
    pub async fn breathe(&mut self) {
        // If the clock was set back, the browser must still get its turn.
        if (0.0..PORTION).contains(&(Date::now() - self.since)) {
            return;
        }
        let turn = Promise::new(&mut |resolve, _reject| {
            let resume = move || drop(resolve.call0(&JsValue::UNDEFINED));
            set_timeout(resume, Duration::ZERO);
        });
        // This promise is never rejected.
        drop(JsFuture::from(turn).await);
        self.since = Date::now();
    }
}
