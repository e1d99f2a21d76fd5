//! Structured data of pages other than jobs: breadcrumbs, lists, companies, and the site itself.

use openroles_model::domain::{BoardSettings, Organization, Picture};
use serde_json::Value;

use super::{LinkAttributes, alone, description_html, put, thing};
use crate::routes::Route;

/// Breadcrumb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb<'a> {
    /// Name shown on the page.
    pub name: &'a str,
    /// Page it links to.
    pub route: Route,
}

/// Breadcrumbs that end with the page itself; `None` if the site's address isn't set.
pub fn breadcrumbs(board: &BoardSettings, crumbs: &[Crumb<'_>]) -> Option<Value> {
    let items = crumbs.iter().enumerate().map(|(at, crumb)| {
        let mut item = thing("ListItem");
        put(&mut item, "position", Some(at + 1));
        put(&mut item, "name", Some(crumb.name));
        put(&mut item, "item", Some(crumb.route.url(board)?));
        Some(Value::Object(item))
    });
    list("BreadcrumbList", items.collect::<Option<Vec<_>>>()?)
}

/// Pages that a page lists, in its order; `None` if there are none or the site's address isn't set.
pub fn item_list(board: &BoardSettings, routes: impl IntoIterator<Item = Route>) -> Option<Value> {
    let items = routes.into_iter().enumerate().map(|(at, route)| {
        let mut item = thing("ListItem");
        put(&mut item, "position", Some(at + 1));
        put(&mut item, "url", Some(route.url(board)?));
        Some(Value::Object(item))
    });
    list("ItemList", items.collect::<Option<Vec<_>>>()?)
}

/// The board, for its front page; `None` if the site's address isn't set.
pub fn website(board: &BoardSettings) -> Option<Value> {
    let mut website = thing("WebSite");
    put(&mut website, "name", Some(board.name.as_str()));
    put(&mut website, "url", Some(Route::Home.url(board)?));
    Some(alone(website))
}

/// Company, as its page shows it.
pub fn company(organization: &Organization) -> Value {
    let mut company = thing("Organization");
    put(&mut company, "name", Some(organization.name.as_str()));
    put(&mut company, "url", organization.website.as_ref().map(|url| url.as_str()));
    put(&mut company, "logo", organization.logo.as_ref().and_then(Picture::shown).map(|url| url.as_str()));
    put(&mut company, "foundingDate", organization.founded.map(|year| year.to_string()));
    put(
        &mut company,
        "numberOfEmployees",
        organization.size.map(|size| {
            let mut employees = thing("QuantitativeValue");
            put(&mut employees, "minValue", Some(size.min));
            put(&mut employees, "maxValue", size.max);
            employees
        }),
    );
    let about = description_html(&organization.about, LinkAttributes::Href);
    put(&mut company, "description", (!about.is_empty()).then_some(about));
    let profiles: Vec<&str> = organization.social_profiles.iter().map(|profile| profile.url.as_str()).collect();
    put(&mut company, "sameAs", (!profiles.is_empty()).then_some(profiles));
    alone(company)
}

fn list(kind: &str, items: Vec<Value>) -> Option<Value> {
    let mut list = thing(kind);
    let is_empty = items.is_empty();
    put(&mut list, "itemListElement", Some(items));
    (!is_empty).then(|| alone(list))
}
