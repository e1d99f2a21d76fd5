//! Structured data: what a page tells search engines, as schema.org JSON-LD.
//!
//! The JSON is made from the same values that the page shows; nothing is added, guessed, or converted. Whether a job's
//! page has a `JobPosting`, `findings` judges. This module uses no files, no page markup, and no clock.

mod description_html;
mod escape;
mod job_posting;
mod lists;

pub use description_html::{LinkAttributes, description_html};
pub use escape::{escaped, push_escaped};
pub use job_posting::job_posting;
pub use lists::{Crumb, breadcrumbs, company, item_list, website};

use serde_json::{Map, Value};

/// Vocabulary of every object.
const CONTEXT: &str = "https://schema.org/";

/// Object of a schema.org type, without a `@context`.
fn thing(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), kind.into())])
}

/// Adds `@context`, for an object in its own script element.
fn alone(mut thing: Map<String, Value>) -> Value {
    thing.insert("@context".to_owned(), CONTEXT.into());
    Value::Object(thing)
}

/// Sets a property; does nothing if `value` is `None`.
fn put(thing: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        thing.insert(name.to_owned(), value.into());
    }
}
