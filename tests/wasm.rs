//! The engine as WebAssembly: what holds natively holds in the visitor's browser.

#![cfg(target_arch = "wasm32")]
