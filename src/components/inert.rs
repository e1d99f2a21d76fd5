//! Static markup as part of a Leptos view.
//!
//! Most of a page never changes after it is shown. Such parts are written with `maud`, which produces a string.
//! They all have one type, while in a view every element adds a type and so code size. When the app takes over a
//! prerendered page, it keeps their elements as they are. Links in them work because the router listens for clicks
//! on the window.

use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::{CastFrom, dom::Node, types::Element},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};
use maud::Markup;

use crate::browser;

/// Static element. If other markup replaces it, the focus moves to the same position in the new element.
pub struct Inert(String);

/// Element in the document, with the markup it was made from.
pub struct InertState {
    html: String,
    element: Element,
}

/// A static element for use in a view; `None` if the markup is empty. The markup must have at most one top-level
/// element.
pub fn inert(markup: Markup) -> Option<Inert> {
    (!markup.0.is_empty()).then_some(Inert(markup.0))
}

/// A static element that is never empty. In a view, it takes less code than an element of its own.
pub fn inert_element(markup: Markup) -> Inert {
    Inert(markup.0)
}

/// Several static elements in a row, without the empty ones.
pub fn inert_all(parts: impl IntoIterator<Item = Markup>) -> Vec<Inert> {
    parts.into_iter().filter_map(inert).collect()
}

impl Render for Inert {
    type State = InertState;

    fn build(self) -> InertState {
        InertState { element: browser::element_of(&self.0), html: self.0 }
    }

    fn rebuild(self, state: &mut InertState) {
        if self.0 != state.html {
            let mut next = self.build();
            let focus = browser::focus_within(&state.element);
            state.insert_before_this(&mut next);
            state.unmount();
            focus.iter().for_each(|way| browser::focus_at(&next.element, way));
            *state = next;
        }
    }
}

impl RenderHtml for Inert {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn html_len(&self) -> usize {
        self.0.len()
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        html.push_str(&self.0);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> InertState {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        // If the prerendered page doesn't have the expected element, a new one is made, but it isn't inserted.
        let found = Element::cast_from(cursor.current());
        InertState { element: found.unwrap_or_else(|| browser::element_of(&self.0)), html: self.0 }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Ignores added attributes: the markup has all of its own.
impl AddAnyAttr for Inert {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _attribute: A) -> Self
    where
        Self: RenderHtml,
    {
        self
    }
}

impl Mountable for InertState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}
