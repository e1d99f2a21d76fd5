//! Markup without behavior as part of a view.
//!
//! Most of a page never changes once it is there. Such parts are written with `maud`, which makes a string of them:
//! one type for all, where every element of a view is a type of its own. When the app takes a page over, it takes
//! them as they stand. Links in them work as everywhere: the router hears of clicks at the window.

use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::{CastFrom, dom::Node, types::Element},
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};
use maud::Markup;

use crate::browser;

/// One element that never changes by itself. When other markup takes its place, the focus stays at that place.
pub struct Inert(String);

/// The element in the document, and what it was made of.
pub struct InertState {
    html: String,
    element: Element,
}

/// One element as part of a view; nothing where the markup is empty. The markup must not hold more than one element
/// at its top.
pub fn inert(markup: Markup) -> Option<Inert> {
    (!markup.0.is_empty()).then_some(Inert(markup.0))
}

/// Several elements in a row; those that are empty are left out.
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
        // Where a page is not what it should be, the element is made anew, and takes the place of nothing.
        let found = Element::cast_from(cursor.current());
        InertState { element: found.unwrap_or_else(|| browser::element_of(&self.0)), html: self.0 }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Its attributes are in its markup.
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
