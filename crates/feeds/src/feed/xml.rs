//! XML feeds: cut into records by their tags, each then parsed into the same values as JSON.
//!
//! An element with only text becomes that text. Attributes become fields named `@…`, and text next to fields becomes
//! `#text`. Repeated elements become a list. One broken record costs only itself, because the cut comes before parsing:
//! at the next record's opening tag, if the closing one is missing.

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};
use serde_json::{Map, Value};

use super::{
    Extent,
    record::{Record, Records},
    rejection::RejectionReason,
};

/// The records of an XML text; `None` if it is a web page or has no known record element.
pub(super) fn split(text: &str) -> Option<Records<'_>> {
    let element = tags(text).take_while(|tag| !is_page(tag.name)).find(|tag| RECORDS.contains(&tag.name))?;
    let page = tree(&text[..element.start], Ending::Open).unwrap_or(Value::Null);
    let mut records = Records { pages: vec![page], extent: extent(text), ..Records::default() };
    let mut start = None;
    for tag in tags(text).filter(|tag| tag.name == element.name) {
        match (tag.kind, start) {
            (TagKind::Open, None) => start = Some(tag.start),
            (TagKind::Open, Some(begun)) => {
                records.add_xml(&text[begun..tag.start]);
                start = Some(tag.start);
            }
            (TagKind::Close, Some(begun)) => {
                records.add_xml(&text[begun..tag.end]);
                start = None;
            }
            (TagKind::Empty, _) | (TagKind::Close, None) => {}
        }
    }
    if let Some(begun) = start {
        records.add_xml(&text[begun..]);
    }
    Some(records)
}

/// Whether the last tag closes the root element, by name.
fn extent(text: &str) -> Extent {
    let mut tags = tags(text);
    let Some(first) = tags.next() else { return Extent::CutOff };
    let is_closed = match tags.last() {
        Some(last) => matches!(last.kind, TagKind::Close | TagKind::Empty) && last.name == first.name,
        None => matches!(first.kind, TagKind::Empty),
    };
    if is_closed { Extent::Whole } else { Extent::CutOff }
}

/// Parses one element with its contents.
pub(super) fn parse(text: &str) -> Result<Value, RejectionReason> {
    tree(text, Ending::Closed).map_err(|problem| RejectionReason::InvalidXml { problem })
}

/// Elements that each hold a posting.
const RECORDS: [&str; 9] =
    ["item", "entry", "position", "job", "vacancy", "offer", "posting", "jobPosting", "JobPosting"];

/// Levels of nested elements; deeper ones are a mistake or an attack.
const DEEPEST: usize = 32;

impl<'a> Records<'a> {
    fn add_xml(&mut self, text: &'a str) {
        let number = self.list.len() + 1;
        self.list.push(Record::xml(number, text, Some(0)));
    }
}

fn is_page(name: &str) -> bool {
    ["html", "head", "body", "script", "div"].iter().any(|page| name.eq_ignore_ascii_case(page))
}

/// A tag and its position in the text.
struct Tag<'a> {
    name: &'a str,
    kind: TagKind,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy)]
enum TagKind {
    Open,
    Close,
    Empty,
}

/// The tags of a text, except those in comments and CDATA sections.
fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    const QUIET: [(&str, &str); 4] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
    let mut at = 0;
    // Whether a search for an end has failed. A later search would fail, too.
    let mut is_endless = [false; QUIET.len()];
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find('<')?;
            let rest = &text[start..];
            let quiet = QUIET.iter().position(|(open, _)| rest.starts_with(open));
            if let Some(kind) = quiet {
                let (open, close) = QUIET[kind];
                let end = if is_endless[kind] { None } else { rest.find(close) };
                is_endless[kind] = end.is_none();
                // A section that is never closed hides only its own opening.
                at = start + end.map_or(open.len(), |end| end + close.len());
                continue;
            }
            let end = start + rest.find('>')? + 1;
            at = end;
            let inside = &text[start + 1..end - 1];
            let (inside, kind) = match (inside.strip_prefix('/'), inside.strip_suffix('/')) {
                (Some(name), _) => (name, TagKind::Close),
                (None, Some(name)) => (name, TagKind::Empty),
                (None, None) => (inside, TagKind::Open),
            };
            let name = inside.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
            return Some(Tag { name, kind, start, end });
        }
    })
}

/// Whether a text must close its elements.
#[derive(Clone, Copy, PartialEq)]
enum Ending {
    /// It is a complete element.
    Closed,
    /// It is the beginning of a document.
    Open,
}

/// An element while it is parsed.
struct Element {
    name: String,
    fields: Map<String, Value>,
    text: String,
}

fn tree(text: &str, ending: Ending) -> Result<Value, String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Element::named(String::new())];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) if open.len() > DEEPEST => return Err(format!("too deep at <{}>", name_of(&tag))),
            Event::Start(tag) => open.push(Element::opened(&tag)),
            Event::End(_) => close(&mut open),
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                // Other entities of HTML are decoded where the text is judged.
                let name: &str = &reference;
                let known = character.or_else(|| resolve_xml_entity(name).map(str::to_owned));
                push(&mut open, &known.unwrap_or_else(|| format!("&{name};")));
            }
            Event::Eof if open.len() > 1 && ending == Ending::Closed => {
                return Err(format!("it ends inside <{}>", open.last().map_or("", |element| &element.name)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    let root = open.pop().map(|root| root.fields).unwrap_or_default();
    Ok(root.into_iter().next().map(|(_, value)| value).unwrap_or_default())
}

fn name_of(tag: &BytesStart<'_>) -> String {
    tag.name().as_ref().to_owned()
}

/// Moves the innermost open element into the one around it.
fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
        && let Some(around) = open.last_mut()
    {
        let name = element.name.clone();
        around.add(name, element.into_value());
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

impl Element {
    fn named(name: String) -> Self {
        Self { name, fields: Map::new(), text: String::new() }
    }

    fn opened(tag: &BytesStart<'_>) -> Self {
        let mut element = Self::named(name_of(tag));
        for attribute in tag.attributes().flatten() {
            if let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) {
                element.add(format!("@{}", attribute.key.as_ref()), Value::String(value.into_owned()));
            }
        }
        element
    }

    /// Adds a field; a second one of the same name makes both a list.
    fn add(&mut self, name: String, value: Value) {
        match self.fields.get_mut(&name) {
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => {
                self.fields.insert(name, value);
            }
        }
    }

    fn into_value(mut self) -> Value {
        let text = Value::String(self.text.trim().to_owned());
        if self.fields.is_empty() {
            return text;
        }
        if text != "" {
            self.fields.insert("#text".to_owned(), text);
        }
        Value::Object(self.fields)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::feed::reading::parsed;

    #[test]
    fn an_element_becomes_a_value() {
        for (text, expected) in [
            ("<a/>", json!("")),
            ("<a> x &amp; &lt;y&gt; &nbsp;&#233; &odd; </a>", json!("x & <y> &nbsp;é &odd;")),
            ("<a><![CDATA[<p>x &amp; y</p>]]></a>", json!("<p>x &amp; y</p>")),
            ("<a b='1'>x</a>", json!({"@b": "1", "#text": "x"})),
            ("<a><b>1</b><b>2</b><n:c/></a>", json!({"b": ["1", "2"], "n:c": ""})),
        ] {
            assert_eq!(parse(text).expect(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_well_formed_says_why() {
        let deep = "<a>".repeat(10_000);
        for (text, expected) in [("<a><b></a>", "</b>"), ("<a>", "ends inside <a>"), (deep.as_str(), "too deep")] {
            let Err(RejectionReason::InvalidXml { problem }) = parse(text) else { panic!("{text}") };
            assert!(problem.contains(expected), "{problem}");
        }
    }

    #[test]
    fn records_are_cut_at_their_tags_and_at_nothing_that_only_looks_like_one() {
        let cut = |text| split(text).map(|records| records.list.iter().map(|record| parsed(record).is_ok()).collect());
        for (text, expected) in [
            ("<rss><channel><title>x</title><item><title>A</title></item><item/></channel></rss>", Some(vec![true])),
            ("<jobs><job><b></job><job>x</job><job>y", Some(vec![false, true, false])),
            ("<jobs><job>x<job>y</job></jobs>", Some(vec![false, true])),
            ("<jobs><job><![CDATA[</job><job>no]]></job><!-- <job> --></jobs>", Some(vec![true])),
            ("<!doctype html><html><job>x</job></html>", None),
            ("<a><b>x</b></a>", None),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }
}
