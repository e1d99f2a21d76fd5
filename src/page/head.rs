//! Title and description of a page, for tabs, the history, and search engines, and what tells search engines about it.

use openroles_model::domain::BoardSettings;

use crate::{routes::Route, structured_data::escaped};

/// Head of a page that search engines shouldn't list.
pub const UNLISTED: &str = "<meta name=\"robots\" content=\"noindex\" data-page>";

/// Length in characters beyond which search engines truncate descriptions.
pub(super) const DESCRIPTION_CHARACTERS: usize = 155;

/// A page's title and one-sentence description, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Text of the `title` element.
    pub title: String,
    /// Text of the description, at most about 160 characters.
    pub description: String,
}

impl Head {
    /// `meta` element with the description.
    pub fn description_tag(&self) -> String {
        format!("<meta name=\"description\" content=\"{}\" data-page>", escaped(&self.description))
    }
}

/// `link` element with the canonical URL of a page; empty if the site's address isn't set.
pub fn canonical_link(route: &Route, board: &BoardSettings) -> String {
    let link = |url: String| format!("<link rel=\"canonical\" href=\"{}\" data-page>", escaped(&url));
    route.url(board).map(link).unwrap_or_default()
}
