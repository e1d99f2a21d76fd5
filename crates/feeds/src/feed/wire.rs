//! Access to the values of a record by path.
//!
//! A path is field names joined by dots. Lists are entered on the way, so `departments.name` is every department's
//! name. `^.` begins at the page around the record: `^.name` is what the page states once for all its records.

use serde_json::Value;

use super::lenient;

/// Paths to the same thing, the best first.
pub(super) type Paths = &'static [&'static str];

/// One record and the page around it.
#[derive(Clone, Copy)]
pub(super) struct Wire<'a> {
    /// The record, parsed.
    pub(super) record: &'a Value,
    /// The other fields of the page around the record; null without a page.
    pub(super) page: &'a Value,
    /// The address that the feed was fetched from, if it was.
    pub(super) address: Option<&'a str>,
}

impl<'a> Wire<'a> {
    /// Every value at a path.
    pub(super) fn values(self, path: &str) -> Vec<&'a Value> {
        let (start, path) = match path.strip_prefix("^.") {
            Some(path) => (self.page, path),
            None => (self.record, path),
        };
        let mut values = vec![start];
        for name in path.split('.') {
            values = values.into_iter().flat_map(lenient::items).filter_map(|value| value.get(name)).collect();
        }
        values.into_iter().flat_map(lenient::items).filter(|value| !value.is_null()).collect()
    }

    /// Whether the record has a field at the path, including null and empty lists.
    pub(super) fn has(self, path: &str) -> bool {
        match path.rsplit_once('.') {
            Some((outer, name)) => self.values(outer).into_iter().any(|value| value.get(name).is_some()),
            None => self.record.get(path).is_some(),
        }
    }

    /// The text of the first path that has any.
    pub(super) fn text(self, paths: &[&str]) -> Option<String> {
        paths.iter().find_map(|path| self.values(path).into_iter().find_map(lenient::text))
    }

    /// All texts of all paths, without duplicates.
    pub(super) fn texts(self, paths: &[&str]) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for text in paths.iter().flat_map(|path| self.values(path)).filter_map(lenient::text) {
            if texts.len() < lenient::LONGEST_LIST && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }

    /// Whether a value at a path means yes: `true`, `"true"`, `1`, `"yes"`.
    pub(super) fn is_true(self, paths: &[&str]) -> bool {
        paths.iter().flat_map(|path| self.values(path)).any(|value| match value {
            Value::Bool(is_true) => *is_true,
            other => lenient::text(other).is_some_and(|text| ["true", "1", "yes"].contains(&&*text.to_lowercase())),
        })
    }

    /// Whether a value at the path is one of `words`, in any case; booleans count as `true` and `false`.
    pub(super) fn says(self, path: &str, words: &[&str]) -> bool {
        let is_said = |text: &str| words.iter().any(|word| word.eq_ignore_ascii_case(text));
        self.values(path).into_iter().any(|value| match value {
            Value::Bool(said) => is_said(if *said { "true" } else { "false" }),
            other => lenient::text(other).is_some_and(|text| is_said(&text)),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_lead_through_lists_and_up_to_the_page() {
        let record = json!({"title": " Baker ", "departments": [{"name": "Kitchen"}, {"name": ""}, {"name": "Cellar"}],
            "location": {"name": "Pune"}, "remote": "Yes", "listed": false});
        let page = json!({"name": "Acme"});
        let wire = Wire { record: &record, page: &page, address: None };
        assert_eq!(wire.text(&["name", "title"]).as_deref(), Some("Baker"));
        assert_eq!(wire.texts(&["departments.name", "departments"]), ["Kitchen", "Cellar"]);
        assert_eq!(wire.text(&["location"]).as_deref(), Some("Pune"));
        assert_eq!(wire.text(&["^.name"]).as_deref(), Some("Acme"));
        assert_eq!(wire.text(&["title.name", "departments.title"]), None);
        assert!(wire.is_true(&["remote"]) && !wire.is_true(&["listed", "absent"]));
        assert!(wire.says("listed", &["false"]) && !wire.says("absent", &["false"]));
    }
}
