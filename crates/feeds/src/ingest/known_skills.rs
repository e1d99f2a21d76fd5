//! Skills that the domain's table names, by any of their names.

use std::{collections::HashMap, sync::LazyLock};

use openroles_model::domain::{SKILLS, skill_key};

/// The canonical name. `NodeJS (Node.js)` and `Amazon Web Services (AWS)` each name one skill twice.
pub(super) fn known(name: &str) -> Option<&'static str> {
    let canonical = |name: &str| CANONICAL.get(&skill_key(name)).copied();
    canonical(name).or_else(|| {
        let (outside, inside) = name.strip_suffix(')')?.split_once('(')?;
        canonical(outside).filter(|outside| canonical(inside) == Some(outside))
    })
}

/// Whether the domain's table has a skill with this name.
pub fn is_known_skill(name: &str) -> bool {
    known(name).is_some()
}

/// The canonical name for a key.
pub(super) fn of_key(key: &str) -> Option<&'static str> {
    CANONICAL.get(key).copied()
}

static CANONICAL: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let names = |(canonical, aliases): &(&'static str, &'static [&'static str])| {
        let canonical = *canonical;
        [canonical]
            .into_iter()
            .chain(aliases.iter().copied())
            .map(move |name| (skill_key(name), canonical))
            .collect::<Vec<_>>()
    };
    SKILLS.iter().flat_map(names).collect()
});
