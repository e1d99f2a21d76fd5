//! "Not found" page, for every unknown address.

use openroles_model::domain::{BoardSettings, Date};
use serde_json::Value;

use super::{ChangedOn, Head, Page, PageContext};
use crate::routes::Route;

/// The "not found" page has no values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFoundData;

impl Page for NotFoundData {
    /// The same page has many addresses.
    fn route(&self) -> Option<Route> {
        None
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let words = &board.words().head;
        Head { title: format!("{} · {}", words.not_found, board.name), description: words.nothing_here.to_owned() }
    }

    fn structured_data(&self, _context: &PageContext<'_>) -> Vec<Option<Value>> {
        Vec::new()
    }

    fn is_listed(&self, _now: Date) -> bool {
        false
    }

    fn changed_on(&self) -> ChangedOn<'_> {
        ChangedOn::Never
    }
}
