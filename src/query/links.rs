//! The searches one step away from a search: what the links on a search page lead to.
//!
//! Each is a whole new query, on the first page unless a page is asked for.

use super::{Polarity, Query, Refined, Refinement, SkillMatch, Sort, Spelling, Undisclosed, url};
use crate::index::{Facet, Index};

/// One refinement in words, with the search without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The facet.
    pub facet: Facet,
    /// The value as in URLs.
    pub value: String,
    /// The value for people.
    pub label: String,
    /// Whether jobs with it are wanted.
    pub polarity: Polarity,
    /// The search without it.
    pub without: Query,
}

impl Query {
    /// Wants a value if it was not wanted, else no longer names it. A single-choice facet drops its other value.
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        self.switched(facet, value, Polarity::Include)
    }

    /// Excludes a value if it was not excluded, else no longer names it. Single-choice values cannot be excluded.
    pub fn excluding(&self, facet: Facet, value: &str) -> Self {
        if facet.is_single_choice() { self.on_first_page() } else { self.switched(facet, value, Polarity::Exclude) }
    }

    /// Drops all refinements of a facet, and with them how they were meant.
    pub fn without(&self, facet: Facet) -> Self {
        let mut query = self.on_first_page();
        query.refinements.remove(&facet);
        match facet {
            Facet::Skill => query.skill_match = SkillMatch::default(),
            Facet::Salary => query.undisclosed = Undisclosed::default(),
            _ => {}
        }
        query
    }

    /// Drops one value of a facet, wanted or not.
    pub fn without_value(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.on_first_page();
        if let Some(refinements) = query.refinements.get_mut(&facet) {
            refinements.retain(|refinement| refinement.value != value);
        }
        query.refinements.retain(|_, refinements| !refinements.is_empty());
        query
    }

    /// Searches for other words, at most 200 characters of them, with correction.
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: url::bounded_text(text), spelling: Spelling::default(), ..self.on_first_page() }
    }

    /// The same words with or without correction.
    pub fn with_spelling(&self, spelling: Spelling) -> Self {
        Self { spelling, ..self.on_first_page() }
    }

    /// In another order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self { sort, ..self.on_first_page() }
    }

    /// Another page, from 0.
    pub fn with_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    /// With one or all of the skills.
    pub fn with_skill_match(&self, skill_match: SkillMatch) -> Self {
        Self { skill_match, ..self.on_first_page() }
    }

    /// With or without jobs that do not disclose pay.
    pub fn with_undisclosed(&self, undisclosed: Undisclosed) -> Self {
        Self { undisclosed, ..self.on_first_page() }
    }

    /// Every job, in the same order.
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, ..Self::default() }
    }

    /// With values written as the index writes them (`Rust` for `rust`), so that links and marks agree with it.
    pub fn resolved(&self, index: &Index) -> Self {
        let mut query = self.clone();
        for (facet, refinements) in &mut query.refinements {
            let Some(column) = index.column(*facet) else { continue };
            for refinement in refinements.iter_mut() {
                if let Some(ordinal) = column.find(&refinement.value) {
                    column.value(ordinal).clone_into(&mut refinement.value);
                }
            }
            refinements.sort();
            refinements.dedup_by(|next, kept| next.value == kept.value);
        }
        query
    }

    /// How many values are named.
    pub fn refinement_count(&self) -> usize {
        self.refinements.values().map(Vec::len).sum()
    }

    /// Whether a value is named, and how.
    pub fn is_refined(&self, facet: Facet, value: &str) -> Refined {
        let found = self.refinements.get(&facet).into_iter().flatten().find(|refinement| refinement.value == value);
        match found.map(|refinement| refinement.polarity) {
            None => Refined::No,
            Some(Polarity::Include) => Refined::Included,
            Some(Polarity::Exclude) => Refined::Excluded,
        }
    }

    /// All values named, in the order facets are offered.
    pub fn chips(&self, index: &Index) -> Vec<Chip> {
        let of_facet = |facet| self.refinements.get(&facet).into_iter().flatten().map(move |one| (facet, one));
        let chip = |(facet, refinement): (Facet, &Refinement)| Chip {
            facet,
            value: refinement.value.clone(),
            label: index.value_label(facet, &refinement.value).into_owned(),
            polarity: refinement.polarity,
            without: self.without_value(facet, &refinement.value),
        };
        Facet::ALL.into_iter().flat_map(of_facet).map(chip).collect()
    }

    fn switched(&self, facet: Facet, value: &str, polarity: Polarity) -> Self {
        let wanted = Refinement { value: value.to_owned(), polarity };
        let was_there = self.refinements.get(&facet).is_some_and(|refinements| refinements.contains(&wanted));
        let mut query = self.without_value(facet, value);
        if !was_there {
            let refinements = query.refinements.entry(facet).or_default();
            if facet.is_single_choice() {
                refinements.clear();
            }
            refinements.push(wanted);
            refinements.sort();
        }
        query
    }

    fn on_first_page(&self) -> Self {
        self.with_page(0)
    }
}
