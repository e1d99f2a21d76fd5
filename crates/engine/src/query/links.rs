//! Queries for the links on a search page, each one change away from the current query.
//!
//! They all show the first page of hits, except for links to other pages.

use openroles_model::{facets::Facet, sorting::sort};

use super::{Polarity, Query, Refined, Refinement, SkillMatch, Sort, Spelling, Undisclosed, url};
use crate::index::Index;

/// A refinement as shown above the hits, with a link that removes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The facet.
    pub facet: Facet,
    /// Value as in URLs; empty for the chip that hides jobs without stated pay.
    pub value: String,
    /// Value as displayed; `None` for the chip that hides jobs without stated pay.
    pub label: Option<String>,
    /// Whether jobs with the value are included or excluded.
    pub polarity: Polarity,
    /// The query without this refinement.
    pub without: Query,
}

impl Query {
    /// Includes a value, or removes it if it was already included. A facet with a single choice loses its previous
    /// value.
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        self.switched(facet, value, Polarity::Include)
    }

    /// Excludes a value, or removes it if it was already excluded. Has no effect on facets with a single choice.
    pub fn excluding(&self, facet: Facet, value: &str) -> Self {
        if facet.is_single_choice() { self.on_first_page() } else { self.switched(facet, value, Polarity::Exclude) }
    }

    /// Removes all refinements of a facet, and the settings that belong to it.
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

    /// Removes a value of a facet, whether it was included or excluded.
    pub fn without_value(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.on_first_page();
        if let Some(refinements) = query.refinements.get_mut(&facet) {
            refinements.retain(|refinement| refinement.value != value);
        }
        query.refinements.retain(|_, refinements| !refinements.is_empty());
        query
    }

    /// Replaces the value of a facet with a single choice, or removes it. The settings that belong to the facet stay.
    pub fn choosing(&self, facet: Facet, value: Option<&str>) -> Self {
        let mut query = self.on_first_page();
        query.refinements.remove(&facet);
        value.map_or(query.clone(), |value| query.toggled(facet, value))
    }

    /// Included value of a facet with a single choice.
    pub fn choice(&self, facet: Facet) -> Option<&str> {
        let mut named = self.refinements.get(&facet)?.iter();
        let wanted = named.find(|refinement| refinement.polarity == Polarity::Include);
        wanted.map(|refinement| refinement.value.as_str())
    }

    /// Replaces the words, cutting them to 200 characters, and turns on correction.
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: url::bounded_text(text), spelling: Spelling::default(), ..self.on_first_page() }
    }

    /// Turns correction on or off.
    pub fn with_spelling(&self, spelling: Spelling) -> Self {
        Self { spelling, ..self.on_first_page() }
    }

    /// Changes the order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self { sort, ..self.on_first_page() }
    }

    /// Goes to a page, counted from 0.
    pub fn with_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    /// Changes whether jobs must have any or all of the included skills.
    pub fn with_skill_match(&self, skill_match: SkillMatch) -> Self {
        Self { skill_match, ..self.on_first_page() }
    }

    /// Includes or excludes jobs that don't state pay.
    pub fn with_undisclosed(&self, undisclosed: Undisclosed) -> Self {
        Self { undisclosed, ..self.on_first_page() }
    }

    /// Removes all refinements. The words, their correction, and the order stay.
    pub fn cleared(&self) -> Self {
        Self { text: self.text.clone(), spelling: self.spelling, sort: self.sort, ..Self::default() }
    }

    /// Replaces values with the spelling of the index (`Rust` for `rust`), so that links and marked values agree.
    pub fn resolved(&self, index: &Index) -> Self {
        let mut query = self.clone();
        for (facet, refinements) in &mut query.refinements {
            let Some(column) = index.column(*facet) else { continue };
            for refinement in refinements.iter_mut() {
                if let Some(ordinal) = column.find(&refinement.value) {
                    column.value(ordinal).clone_into(&mut refinement.value);
                }
            }
            sort(refinements);
            refinements.dedup_by(|next, kept| next.value == kept.value);
        }
        query
    }

    /// Number of refinements. Hiding jobs without stated pay counts as one.
    pub fn refinement_count(&self) -> usize {
        let hidden = usize::from(self.undisclosed == Undisclosed::Hide);
        self.refinements.values().map(Vec::len).sum::<usize>() + hidden
    }

    /// Whether a value is included, excluded, or neither.
    pub fn is_refined(&self, facet: Facet, value: &str) -> Refined {
        let found = self.refinements.get(&facet).into_iter().flatten().find(|refinement| refinement.value == value);
        match found.map(|refinement| refinement.polarity) {
            None => Refined::No,
            Some(Polarity::Include) => Refined::Included,
            Some(Polarity::Exclude) => Refined::Excluded,
        }
    }

    /// All refinements, in the order of [`Facet::ALL`].
    pub fn chips(&self, index: &Index) -> Vec<Chip> {
        let of_facet = |facet| self.refinements.get(&facet).into_iter().flatten().map(move |one| (facet, one));
        let chip = |(facet, refinement): (Facet, &Refinement)| Chip {
            facet,
            value: refinement.value.clone(),
            label: Some(index.value_label(facet, &refinement.value).into_owned()),
            polarity: refinement.polarity,
            without: self.without_value(facet, &refinement.value),
        };
        let hidden = (self.undisclosed == Undisclosed::Hide).then(|| Chip {
            facet: Facet::Salary,
            value: String::new(),
            label: None,
            polarity: Polarity::Include,
            without: self.with_undisclosed(Undisclosed::Keep),
        });
        Facet::ALL.into_iter().flat_map(of_facet).map(chip).chain(hidden).collect()
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
            sort(refinements);
        }
        query
    }

    fn on_first_page(&self) -> Self {
        self.with_page(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        index::fixture::{index, posting},
        query::parse_query_string,
    };

    fn check(from: &str, step: impl Fn(&Query) -> Query, to: &str) {
        let parsed = parse_query_string(from);
        assert_eq!(parsed.ignored, []);
        assert_eq!(step(&parsed.query).to_query_string(), to);
    }

    #[test]
    fn a_link_adds_a_value_and_the_same_link_removes_it() {
        check("page=3", |query| query.toggled(Facet::Skill, "Rust"), "skill=Rust");
        check("skill=Rust&page=3", |query| query.toggled(Facet::Skill, "Rust"), "");
        check("skill=Rust", |query| query.toggled(Facet::Skill, "Go"), "skill=Go&skill=Rust");
        check("-skill=Rust", |query| query.toggled(Facet::Skill, "Rust"), "skill=Rust");
        check("skill=Rust", |query| query.excluding(Facet::Skill, "Rust"), "-skill=Rust");
        check("-skill=Rust", |query| query.excluding(Facet::Skill, "Rust"), "");
    }

    #[test]
    fn a_single_choice_is_replaced() {
        check("experience=3", |query| query.toggled(Facet::Experience, "5"), "experience=5");
        check("experience=3", |query| query.toggled(Facet::Experience, "3"), "");
        check("experience=3", |query| query.excluding(Facet::Experience, "3"), "experience=3");
    }

    #[test]
    fn dropping_a_facet_drops_how_it_was_meant() {
        check("skill=Go&skill=Rust&skills=all&q=x", |query| query.without(Facet::Skill), "q=x");
        check("salary=100&undisclosed=hide", |query| query.without(Facet::Salary), "");
        check("skill=Go&-skill=Rust", |query| query.without_value(Facet::Skill, "Rust"), "skill=Go");
    }

    #[test]
    fn other_steps_keep_the_rest() {
        check("q=a&exact=1&sort=newest&page=2", |query| query.with_text(" b "), "q=b&sort=newest");
        check("q=a&exact=1", |query| query.with_spelling(Spelling::Corrected), "q=a");
        check("q=a&page=2", |query| query.with_sort(Sort::Salary), "q=a&sort=salary");
        check("q=a&sort=newest", |query| query.with_page(2), "q=a&sort=newest&page=3");
        check("q=a&skill=Go&sort=newest&page=2", Query::cleared, "q=a&sort=newest");
    }

    #[test]
    fn chips_say_what_is_refined_and_lead_on_without_it() {
        let index = index(&[posting("Engineer").with_skills(&["Rust"])]);
        let query = parse_query_string("experience=5&-company=acme&skill=rust&posted=7d").query;
        let chips: Vec<_> = query
            .chips(&index)
            .into_iter()
            .map(|chip| (chip.label, chip.polarity, chip.without.refinement_count()))
            .collect();
        let expected = [
            ("Rust", Polarity::Include),
            ("5 years", Polarity::Include),
            ("Acme", Polarity::Exclude),
            ("Last 7 days", Polarity::Include),
        ];
        assert_eq!(chips, expected.map(|(label, polarity)| (Some(label.to_owned()), polarity, 3)));
        assert_eq!(query.is_refined(Facet::Company, "acme"), Refined::Excluded);
    }

    #[test]
    fn resolving_writes_values_as_the_index_does() {
        let index = index(&[posting("Engineer").with_skills(&["Rust"])]);
        check("skill=RUST&skill=Cobol&skill=rust", |query| query.resolved(&index), "skill=Cobol&skill=Rust");
    }
}
