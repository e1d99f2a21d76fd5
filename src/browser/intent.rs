//! Detects the links that visitors are about to follow.

use std::{cell::Cell, rc::Rc, time::Duration};

use js_sys::{Reflect, global};
use leptos::{
    ev,
    prelude::{TimeoutHandle, set_timeout_with_handle, window, window_event_listener},
};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, Event, HtmlAnchorElement, PointerEvent};

/// By then, a pointer that only crosses a link has left it, and so has a finger that begins to scroll.
const RESTING_TIME: Duration = Duration::from_millis(65);

/// Calls `expect` for each internal link on which a pointer rests, until the app ends: with its path, and whether it has a
/// query string.
///
/// Does nothing for visitors who turned on Save-Data.
pub fn on_link_intent(expect: impl Fn(&str, bool) + 'static) {
    if saves_data() {
        return;
    }
    let expect = Rc::new(expect);
    let resting: Rc<Cell<Option<TimeoutHandle>>> = Rc::default();
    let leave = {
        let resting = Rc::clone(&resting);
        move || resting.take().iter().for_each(TimeoutHandle::clear)
    };
    let enter = {
        let leave = leave.clone();
        move |event: PointerEvent| {
            leave();
            let Some((path, has_query)) = path_of(&event) else { return };
            let expect = Rc::clone(&expect);
            resting.set(set_timeout_with_handle(move || expect(&path, has_query), RESTING_TIME).ok());
        }
    };
    // Both listeners last as long as the document.
    let _listeners = (
        window_event_listener(ev::pointerover, enter),
        // When a browser treats a touch as scrolling, it reports that the finger left.
        window_event_listener(ev::pointerout, move |_| leave()),
    );
}

/// Calls `act` for each click before any other handler, until the app ends.
pub fn on_click_first(act: impl FnMut(&Event) + 'static) {
    let mut act = act;
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| act(&event));
    let function = listener.as_ref().unchecked_ref();
    if window().add_event_listener_with_callback_and_bool("click", function, true).is_ok() {
        listener.forget();
    }
}

/// The path of the link under a pointer, and whether it has a query string. `None` if it leads to another site or to the
/// displayed page.
fn path_of(event: &PointerEvent) -> Option<(String, bool)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = window().location();
    let (path, is_own) = (link.pathname(), here.origin() == Ok(link.origin()));
    (is_own && here.pathname().as_ref() != Ok(&path)).then(|| (path, !link.search().is_empty()))
}

fn saves_data() -> bool {
    let within = |object: JsValue, key: &str| Reflect::get(&object, &key.into()).unwrap_or_default();
    let connection = within(within(global().into(), "navigator"), "connection");
    within(connection, "saveData").is_truthy()
}
