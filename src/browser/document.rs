//! The document: the data a prerendered page carries, its title, focus.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlTemplateElement};

/// The data block of a prerendered page, by its element's id; `None` on a blank page.
pub fn page_block() -> Option<String> {
    document().get_element_by_id("page-data").and_then(|element| element.text_content())
}

/// The path a site without prerendered pages lives under, as its page says; `/` when it does not.
pub fn base_path() -> String {
    let element = document().query_selector("meta[name=base-path]").unwrap_or_default();
    element.and_then(|element| element.get_attribute("content")).unwrap_or_else(|| "/".to_owned())
}

/// The first element of markup, outside the document yet; an empty one where there is none.
pub fn element_of(html: &str) -> Element {
    let template = document().create_element("template").expect("`template` is the name of an element");
    template.set_inner_html(html);
    let content = template.unchecked_ref::<HtmlTemplateElement>().content();
    content.first_element_child().unwrap_or(template)
}

/// Where in an element the focus is: the way down to it, as places among siblings; `None` when it is elsewhere.
pub fn focus_within(element: &Element) -> Option<Vec<u32>> {
    let focused = document().active_element().filter(|focused| element.contains(Some(focused)))?;
    let mut way = Vec::new();
    let mut at = focused;
    while at != *element {
        let mut place = 0;
        let mut before = at.previous_element_sibling();
        while let Some(sibling) = before {
            place += 1;
            before = sibling.previous_element_sibling();
        }
        way.push(place);
        at = at.parent_element()?;
    }
    way.reverse();
    Some(way)
}

/// Puts the focus to the same place in an element of about the same shape, without scrolling.
pub fn focus_at(element: &Element, way: &[u32]) {
    let down = |at: Element, place: &u32| at.children().item(*place).or_else(|| at.last_element_child());
    let Some(target) = way.iter().try_fold(element.clone(), down) else { return };
    focus_element(&target);
}

/// Names the document; screen readers and the history use it.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Takes what the head says of the prerendered page alone out of the document: its structured data, its canonical
/// address, its preview. Without them nothing wrong is said of the page shown instead.
pub fn forget_page() {
    let Ok(elements) = document().query_selector_all("head [data-page]") else { return };
    for at in 0..elements.length() {
        if let Some(element) = elements.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
}

/// Takes back what the head told machines, and asks search engines not to list the page any longer.
pub fn unlist_page() {
    forget_page();
    let Ok(robots) = document().create_element("meta") else { return };
    for (name, value) in [("name", "robots"), ("content", "noindex"), ("data-page", "")] {
        if robots.set_attribute(name, value).is_err() {
            return;
        }
    }
    if let Some(head) = document().head()
        && head.append_child(&robots).is_err()
    {
        leptos::logging::warn!("the page could not be marked as closed for search engines");
    }
}

/// Moves focus to an element without scrolling to it.
pub fn focus(id: &str) {
    document().get_element_by_id(id).iter().for_each(focus_element);
}

fn focus_element(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if element.focus_with_options(&options).is_err() {
        leptos::logging::warn!("the focus could not be moved");
    }
}

/// Has a live region say something.
pub fn announce(id: &str, words: &str) {
    if let Some(region) = document().get_element_by_id(id) {
        region.set_text_content(Some(words));
    }
}

/// What stands in a text field, perhaps typed before the app arrived.
pub fn typed_text(id: &str) -> Option<String> {
    let field = document().get_element_by_id(id)?;
    field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)
}

/// `url` as it is when absolute, else below the base path.
pub fn below(base_path: &str, url: &str) -> String {
    let is_absolute = url.contains("://") || url.starts_with('/');
    if is_absolute { url.to_owned() } else { format!("{base_path}{url}") }
}
