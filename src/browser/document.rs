//! The document: the data that a prerendered page carries, its title, its address, focus.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, DomParser, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlTemplateElement,
    KeyboardEvent, SupportedType,
};

/// The id of the element that holds a prerendered page's values.
const PAGE_DATA: &str = "page-data";

/// The data block of a prerendered page; `None` on a blank page.
pub fn page_block() -> Option<String> {
    document().get_element_by_id(PAGE_DATA).and_then(|element| element.text_content())
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

/// The event of the window after [`expect_address`] has made a history entry.
pub const NEW_ENTRY: &str = "openroles-new-entry";

/// Makes a history entry for a page of the site, unless its address is shown already. `search` has no `?`.
pub fn expect_address(path: &str, search: &str) {
    let location = window().location();
    let shown = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    if shown.0 == path && shown.1.trim_start_matches('?') == search {
        return;
    }
    let address = if search.is_empty() { path.to_owned() } else { format!("{path}?{search}") };
    if let Ok(history) = window().history() {
        // A browser refuses when entries are made too fast; the address then stays behind, as it does without this.
        history.push_state_with_url(&JsValue::NULL, "", Some(&address)).unwrap_or_default();
        tell_of_new_entry();
    }
}

fn tell_of_new_entry() {
    if let Ok(event) = Event::new(NEW_ENTRY) {
        // It cannot be canceled, so nothing hangs on the answer.
        let _was_not_canceled = window().dispatch_event(&event);
    }
}

/// The elements of a head that describe one page: its canonical link, structured data, and preview.
const PAGE_HEAD: &str = "head [data-page]";

/// The part of the head that describes the page on display to machines, as HTML.
pub fn page_head() -> String {
    head_of(&document())
}

/// Replaces that part of the head, so that machines read about the page on display and no other.
pub fn set_page_head(html: &str) {
    elements(&document(), PAGE_HEAD).iter().for_each(Element::remove);
    let Some(head) = document().head() else { return };
    if head.insert_adjacent_html("beforeend", html).is_err() {
        leptos::logging::warn!("the head could not be changed to describe this page");
    }
}

/// A prerendered page that was fetched: its data block, and the part of its head that describes it.
pub fn parse_page(html: &str) -> Option<(String, String)> {
    let page = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml)).ok()?;
    let data = page.get_element_by_id(PAGE_DATA)?.text_content()?;
    Some((data, head_of(&page)))
}

fn head_of(document: &Document) -> String {
    elements(document, PAGE_HEAD).iter().map(Element::outer_html).collect()
}

fn elements(document: &Document, selector: &str) -> Vec<Element> {
    let Ok(found) = document.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Moves focus to an element and scrolls to it.
pub fn bring(id: &str) {
    focus_into_view(document().get_element_by_id(id));
}

/// Moves focus to an element without scrolling to it.
pub fn focus(id: &str) {
    document().get_element_by_id(id).iter().for_each(focus_element);
}

/// Moves focus to the first link of the main part with this address, without scrolling to it.
pub(super) fn focus_link(href: &str) {
    let links = elements(&document(), "main a[href]");
    links.iter().find(|link| link.get_attribute("href").as_deref() == Some(href)).into_iter().for_each(focus_element);
}

fn focus_element(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if element.focus_with_options(&options).is_err() {
        leptos::logging::warn!("the focus could not be moved");
    }
}

/// Moves focus within a list of rows that hold one or two links: up and down to the same place in the next row, right
/// and left within a row, Home and End to the first and last row.
pub fn move_focus_in_rows(event: &KeyboardEvent) {
    let Some(link) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(row) = link.parent_element() else { return };
    let rows = row.parent_element();
    let next = match event.key().as_str() {
        "ArrowDown" => row.next_element_sibling(),
        "ArrowUp" => row.previous_element_sibling(),
        "Home" => rows.and_then(|rows| rows.first_element_child()),
        "End" => rows.and_then(|rows| rows.last_element_child()),
        "ArrowRight" => return focus_instead(event, link.next_element_sibling()),
        "ArrowLeft" => return focus_instead(event, link.previous_element_sibling()),
        _ => return,
    };
    let is_second = link.previous_element_sibling().is_some();
    let same_place = |row: Element| if is_second { row.last_element_child() } else { row.first_element_child() };
    focus_instead(event, next.and_then(same_place));
}

/// Moves focus to an element; the key does nothing else.
fn focus_instead(event: &KeyboardEvent, element: Option<Element>) {
    event.prevent_default();
    focus_into_view(element);
}

fn focus_into_view(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        && element.focus().is_err()
    {
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
