//! The document: a prerendered page's data, title, address, and focus.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{
    Document, DomParser, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlTemplateElement,
    KeyboardEvent, SupportedType,
};

/// Id of the element that holds a prerendered page's values.
const PAGE_DATA: &str = "page-data";

/// The data block of a prerendered page; `None` on a blank page.
pub fn page_block() -> Option<String> {
    document().get_element_by_id(PAGE_DATA).and_then(|element| element.text_content())
}

#[wasm_bindgen]
extern "C" {
    /// Tells the boot script that the app has taken over or drawn the page, or that the page stays as it is.
    #[wasm_bindgen(js_name = openrolesStarted)]
    pub fn tell_started(is_live: bool);
}

/// URL of the file with the operator's settings, which the boot script's element names; `None` if it names none.
pub fn board_file() -> Option<String> {
    let element = document().query_selector("script[data-board]").unwrap_or_default();
    element.and_then(|element| element.get_attribute("data-board"))
}

/// The base path that the page of a site without prerendered pages states; `/` if it states none.
pub fn base_path() -> String {
    let element = document().query_selector("meta[name=base-path]").unwrap_or_default();
    element.and_then(|element| element.get_attribute("content")).unwrap_or_else(|| "/".to_owned())
}

/// The first element of some markup, not in the document yet; an empty `template` if there is none.
pub fn element_of(html: &str) -> Element {
    let template = document().create_element("template").expect("`template` is the name of an element");
    template.set_inner_html(html);
    let content = template.unchecked_ref::<HtmlTemplateElement>().content();
    content.first_element_child().unwrap_or(template)
}

/// Position of the focus within an element, as indexes among siblings, outermost first; `None` if the focus is
/// elsewhere.
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

/// Moves the focus to the same position in an element of a similar shape, without scrolling.
pub fn focus_at(element: &Element, way: &[u32]) {
    let down = |at: Element, place: &u32| at.children().item(*place).or_else(|| at.last_element_child());
    let Some(target) = way.iter().try_fold(element.clone(), down) else { return };
    focus_element(&target);
}

/// Sets the document's title, for screen readers and the history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Event of the window after [`expect_address`] adds a history entry.
pub const NEW_ENTRY: &str = "openroles-new-entry";

/// Adds a history entry for a page of the site, unless the address bar shows it already. `search` has no `?`.
pub fn expect_address(path: &str, search: &str) {
    let location = window().location();
    let shown = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    if shown.0 == path && shown.1.trim_start_matches('?') == search {
        return;
    }
    let address = if search.is_empty() { path.to_owned() } else { format!("{path}?{search}") };
    if let Ok(history) = window().history() {
        // Browsers refuse too many entries in a short time. The address then stays as it is.
        history.push_state_with_url(&JsValue::NULL, "", Some(&address)).unwrap_or_default();
        tell_of_new_entry();
    }
}

/// Changes the address of the current history entry, without telling the router.
pub fn set_address(address: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // If the browser refuses, the address stays as it is.
        history.replace_state_with_url(&state, "", Some(address)).unwrap_or_default();
    }
}

fn tell_of_new_entry() {
    if let Ok(event) = Event::new(NEW_ENTRY) {
        // The event can't be canceled, so the result doesn't matter.
        let _was_not_canceled = window().dispatch_event(&event);
    }
}

/// The elements of a head that describe one page: its canonical link, structured data, and preview.
const PAGE_HEAD: &str = "head [data-page]";

/// The elements of the head that describe the displayed page to machines, as HTML.
pub fn page_head() -> String {
    head_of(&document())
}

/// Replaces these elements, so that machines read only about the displayed page.
pub fn set_page_head(html: &str) {
    elements(&document(), PAGE_HEAD).iter().for_each(Element::remove);
    let Some(head) = document().head() else { return };
    if head.insert_adjacent_html("beforeend", html).is_err() {
        leptos::logging::warn!("the head could not be changed to describe this page");
    }
}

/// The data block and the describing head elements of a fetched prerendered page.
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

/// Moves focus to the element with this id, and scrolls to it.
pub fn bring(id: &str) {
    focus_into_view(document().get_element_by_id(id));
}

/// Whether no element has the focus, for example because the one that had it is gone.
pub fn is_focus_lost() -> bool {
    let document = document();
    document.active_element().is_none_or(|active| document.body().is_some_and(|body| *body == active))
}

/// Moves focus to the element with this id, without scrolling.
pub fn focus(id: &str) {
    document().get_element_by_id(id).iter().for_each(focus_element);
}

/// Moves focus to the first link to this address in `main`, without scrolling.
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

/// Moves focus in a list whose rows have one or two links. Up and Down move to the same position in the next row, Left
/// and Right move within a row, Home and End move to the first and last row.
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

/// Moves focus to an element, and prevents the key's default action.
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

/// Makes the live region with this id announce a text.
pub fn announce(id: &str, words: &str) {
    if let Some(region) = document().get_element_by_id(id) {
        region.set_text_content(Some(words));
    }
}

/// The current text of a text field; visitors may have typed it before the app started.
pub fn typed_text(id: &str) -> Option<String> {
    let field = document().get_element_by_id(id)?;
    field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)
}

/// `url` itself if it is absolute or begins with `/`, otherwise below the base path.
pub fn below(base_path: &str, url: &str) -> String {
    let is_absolute = url.contains("://") || url.starts_with('/');
    if is_absolute { url.to_owned() } else { format!("{base_path}{url}") }
}
