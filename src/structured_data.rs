//! Structured data: what a page tells machines about itself, as JSON-LD of schema.org, and the judge of postings.
//!
//! Takes the very values the pages show and gives JSON; nothing is added, guessed or converted on the way, so a machine
//! reads what a visitor reads. The judge looks at any `JobPosting` object, a feed's or our own, and says what a search
//! engine's job listing would refuse and what it would miss. It knows no files, no markup of pages and no clock.

mod description_html;
mod escape;
mod finding;
mod foreign;
mod job_posting;
mod judge;
mod lists;

pub use description_html::description_html;
pub use escape::{escaped, push_escaped};
pub use finding::{Finding, Severity};
pub use job_posting::job_posting;
pub use judge::{PostingStanding, Verdict, judge};
pub use lists::{Crumb, breadcrumbs, company, item_list, website};

use serde_json::{Map, Value};

/// The vocabulary every object names.
const CONTEXT: &str = "https://schema.org/";

/// An object of a type, with the vocabulary where it stands alone.
fn thing(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), kind.into())])
}

/// The object as a block of its own.
fn alone(mut thing: Map<String, Value>) -> Value {
    thing.insert("@context".to_owned(), CONTEXT.into());
    Value::Object(thing)
}

/// States a property; what is not stated is left out.
fn put(thing: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        thing.insert(name.to_owned(), value.into());
    }
}
