//! Long work in portions: between two of them the browser paints and answers.

use std::time::Duration;

use js_sys::{Date, Promise};
use leptos::prelude::set_timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Work that is done step by step.
pub struct Pace {
    /// When the portion began, in milliseconds since 1970.
    since: f64,
}

/// Half of what a frame leaves, in milliseconds.
const PORTION: f64 = 8.0;

impl Pace {
    /// The work begins.
    pub fn start() -> Self {
        Self { since: Date::now() }
    }

    /// Waits for the browser to have its turn, when it was kept from it for a while.
    pub async fn breathe(&mut self) {
        // A clock that was set back must not keep the browser from its turn.
        if (0.0..PORTION).contains(&(Date::now() - self.since)) {
            return;
        }
        let turn = Promise::new(&mut |resolve, _reject| {
            let resume = move || drop(resolve.call0(&JsValue::UNDEFINED));
            set_timeout(resume, Duration::ZERO);
        });
        // Such a promise is never rejected.
        drop(JsFuture::from(turn).await);
        self.since = Date::now();
    }
}
