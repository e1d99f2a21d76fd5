//! The facets of a board: one row for each property that a search can be refined by.
//!
//! Everything about a facet follows from its row: the column of the index, the parameter in addresses, counts, the lists
//! on the search page and in the widget, suggestions, the doctor's table, and the queries of the tests. To add a facet
//! over data that a posting has, add a row here.

mod row;
mod values;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        EmploymentType, JobPosting, Organization, SizeRange, Slug, VisaSponsorship, WorkplaceType, language_name,
    },
    words::{ValueWords, Words},
};
use values::{
    AGENCY, DIRECT, NOT_STATED, applicants, applicants_label, employment_label, source_label, texts, visa_label,
    workplace_label,
};

pub use row::{Choice, FacetKind, FacetRow, NamedValue, Nesting, Suggested, ValidValues, ValueOrder, WidgetUse};

/// Declares the facets in the order in which they are written in addresses and counted. Each row is followed by the
/// function that yields a posting's values; its second argument is the organization, if that has a page.
macro_rules! facets {
    ($($(#[$doc:meta])* $name:ident: $row:expr, |$posting:pat_param, $organization:pat_param| $values:expr;)+) => {
        /// A property that jobs are counted and refined by.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Facet {
            $($(#[$doc])* $name,)+
        }

        impl Facet {
            /// All facets, in order.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            fn row(self) -> &'static FacetRow {
                static ROWS: [FacetRow; Facet::ALL.len()] = [$($row),+];
                &ROWS[self as usize]
            }

            /// The values that a posting has for a listed facet; an implied value comes after the one that implies it.
            /// None for other kinds. `organization` is the employer, if it has a page.
            pub fn values(self, posting: &JobPosting, organization: Option<&Organization>) -> Vec<NamedValue> {
                match self {
                    $(Self::$name => {
                        let ($posting, $organization) = (posting, organization);
                        $values
                    })+
                }
            }
        }
    };
}

facets! {
    /// Skills by canonical name.
    Skill: FacetRow {
        search_page: Some(0),
        widget: WidgetUse::Lock(5),
        suggested: Some(Suggested { icon: "star", noun: |words| words.skill, place: 0, at_most: 2 }),
        ..FacetRow::listed("skill", |words| words.skill)
    }, |posting, _| texts(&posting.skills);

    /// Every city, region, and country that a job lies in.
    Location: FacetRow {
        nesting: Nesting::Nested,
        search_page: Some(10),
        widget: WidgetUse::Offer(2),
        suggested: Some(Suggested { icon: "map-pin", noun: |words| words.place, place: 2, at_most: 2 }),
        ..FacetRow::listed("location", |words| words.location)
    }, |posting, _| {
        let levels = posting.job_locations.iter().flat_map(|place| place.levels());
        levels.map(|level| NamedValue::labeled(level.slug.into(), level.name)).collect()
    };

    /// On-site, hybrid, or remote.
    Workplace: FacetRow {
        valid: ValidValues::Codes(|| WorkplaceType::ALL.map(WorkplaceType::code).to_vec()),
        value_label: workplace_label,
        search_page: Some(20),
        widget: WidgetUse::Offer(3),
        coverage: Some("workplace"),
        ..FacetRow::listed("workplace", |words| words.workplace)
    }, |posting, _| posting.workplace.iter().map(|kind| NamedValue::plain(kind.code())).collect();

    /// Where applicants may live: countries and regions of the world, `anywhere`, or `not-stated`. A country also has the
    /// jobs that name a region with this country in it.
    Applicants: FacetRow {
        value_label: applicants_label,
        search_page: Some(25),
        coverage: Some("from"),
        not_stated: Some(NOT_STATED),
        ..FacetRow::listed("applicants", |words| words.applicants)
    }, |posting, _| applicants(&posting.applicant_location);

    /// Years of experience asked for.
    Experience: FacetRow {
        coverage: Some("years"),
        ..FacetRow::computed("experience", |words| words.experience, FacetKind::Years)
    }, |_, _| Vec::new();

    /// Yearly pay.
    Salary: FacetRow {
        coverage: Some("pay"),
        ..FacetRow::computed("salary", |words| words.salary, FacetKind::Pay)
    }, |_, _| Vec::new();

    /// Kinds of employment.
    EmploymentType: FacetRow {
        valid: ValidValues::Codes(|| EmploymentType::ALL.map(EmploymentType::code).to_vec()),
        value_label: employment_label,
        search_page: Some(30),
        widget: WidgetUse::Offer(4),
        coverage: Some("type"),
        ..FacetRow::listed("type", |words| words.employment_type)
    }, |posting, _| posting.employment_types.iter().map(|kind| NamedValue::plain(kind.code())).collect();

    /// The employer. A job of an anonymous employer has no value.
    Company: FacetRow {
        search_page: Some(50),
        widget: WidgetUse::Offer(0),
        suggested: Some(Suggested { icon: "building", noun: |words| words.company, place: 1, at_most: 2 }),
        ..FacetRow::listed("company", |words| words.company)
    }, |posting, _| {
        let organization = &posting.hiring_organization;
        let named = |slug: &Slug| NamedValue::labeled(slug.to_string(), organization.label().to_owned());
        organization.slug().map(named).into_iter().collect()
    };

    /// The department within the company.
    Department: FacetRow {
        search_page: Some(60),
        widget: WidgetUse::Offer(1),
        coverage: Some("dept"),
        ..FacetRow::listed("department", |words| words.department)
    }, |posting, _| texts(&posting.department);

    /// The employer's industry.
    Industry: FacetRow {
        search_page: Some(70),
        coverage: Some("industry"),
        ..FacetRow::listed("industry", |words| words.industry)
    }, |posting, _| texts(&posting.industry);

    /// The employer's range of head counts.
    CompanySize: FacetRow {
        value_label: |_, value| SizeRange::parse(value).map(|size| size.to_string().into()),
        order: ValueOrder::HeadCount,
        search_page: Some(80),
        ..FacetRow::listed("size", |words| words.company_size)
    }, |_, organization| {
        let size: Option<SizeRange> = organization.and_then(|known| known.size);
        size.iter().map(|size| NamedValue::plain(&size.code())).collect()
    };

    /// What the employer makes: products, services.
    CompanyType: FacetRow {
        search_page: Some(90),
        ..FacetRow::listed("company_type", |words| words.company_type)
    }, |_, organization| organization.map(|known| texts(&known.kind)).unwrap_or_default();

    /// How far the employer's business is: funded, profitable.
    CompanyStage: FacetRow {
        search_page: Some(100),
        ..FacetRow::listed("stage", |words| words.company_stage)
    }, |_, organization| organization.map(|known| texts(&known.stage)).unwrap_or_default();

    /// Who posted the job: the employer or an agency.
    Source: FacetRow {
        valid: ValidValues::Codes(|| vec![DIRECT, AGENCY]),
        value_label: source_label,
        search_page: Some(110),
        widget: WidgetUse::Lock(6),
        ..FacetRow::listed("source", |words| words.source)
    }, |posting, _| vec![NamedValue::plain(if posting.provenance.is_agency() { AGENCY } else { DIRECT })];

    /// The language of the posting's text, without regional variants.
    Language: FacetRow {
        search_page: Some(120),
        ..FacetRow::listed("language", |words| words.language)
    }, |posting, _| {
        let language = |tag: &String| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        // The name is written, so that the app doesn't need all names of languages.
        let named = |code: String| {
            let name = language_name(&code).unwrap_or(&code).to_owned();
            NamedValue::labeled(code, name)
        };
        posting.language.iter().map(language).map(named).collect()
    };

    /// Whether the employer sponsors visas: `yes`, `no`, or `not-stated`.
    VisaSponsorship: FacetRow {
        valid: ValidValues::Codes(|| {
            let stated = VisaSponsorship::ALL.map(VisaSponsorship::code);
            stated.into_iter().chain([NOT_STATED]).collect()
        }),
        value_label: visa_label,
        search_page: Some(27),
        coverage: Some("visa"),
        not_stated: Some(NOT_STATED),
        ..FacetRow::listed("visa", |words| words.visa_sponsorship)
    }, |posting, _| vec![NamedValue::plain(posting.visa_sponsorship.map_or(NOT_STATED, VisaSponsorship::code))];

    /// How long ago the job was posted.
    Posted: FacetRow {
        search_page: Some(40),
        coverage: Some("posted"),
        ..FacetRow::computed("posted", |words| words.posted, FacetKind::Age)
    }, |_, _| Vec::new();
}

impl Facet {
    /// The facets that have a column in the index, in the order of the columns.
    pub fn listed() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|facet| facet.kind() == FacetKind::Listed)
    }

    /// The place of its column in the index; `None` if its values aren't listed.
    pub fn column(self) -> Option<usize> {
        Self::listed().position(|facet| facet == self)
    }

    /// Facets that have a list of values on the search page, in the order of the lists.
    pub fn of_search_page() -> Vec<Self> {
        by_place(|row| row.search_page)
    }

    /// The facets that the widget knows, in order.
    pub fn of_widget() -> Vec<Self> {
        by_place(|row| row.widget.place())
    }

    /// Whether visitors of the widget can refine by it.
    pub fn is_offered_by_widget(self) -> bool {
        matches!(self.row().widget, WidgetUse::Offer(_))
    }

    /// The facets whose values are suggested, in order.
    pub fn of_suggestions() -> Vec<Self> {
        by_place(|row| row.suggested.map(|suggested| suggested.place))
    }

    /// The facet with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// Its name in addresses, in JSON, and on the command line.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// Its name for people.
    pub fn label(self, words: &Words) -> &'static str {
        (self.row().label)(&words.facets)
    }

    /// The label of a value that is a code; `None` for other values, whose labels are in the index.
    pub fn value_label(self, value: &str, words: &ValueWords) -> Option<Cow<'static, str>> {
        (self.row().value_label)(words, value)
    }

    /// How it gets its values.
    pub fn kind(self) -> FacetKind {
        self.row().kind
    }

    /// Whether a search can name only one of its values, and can't exclude it.
    pub fn is_single_choice(self) -> bool {
        self.row().choice == Choice::One
    }

    /// Which values an address can name, if the values are listed.
    pub fn valid(self) -> ValidValues {
        self.row().valid
    }

    /// Whether its values imply one another.
    pub fn nesting(self) -> Nesting {
        self.row().nesting
    }

    /// How its values are sorted.
    pub fn order(self) -> ValueOrder {
        self.row().order
    }

    /// How its values are suggested; `None` if they aren't.
    pub fn suggested(self) -> Option<Suggested> {
        self.row().suggested
    }

    /// The value of jobs that state nothing, if there is such a value.
    pub fn not_stated(self) -> Option<&'static str> {
        self.row().not_stated
    }

    /// The heading of its column in the doctor's table.
    pub fn coverage(self) -> Option<&'static str> {
        self.row().coverage
    }
}

/// The facets that have a place, the lowest first.
fn by_place(place: fn(&FacetRow) -> Option<u8>) -> Vec<Facet> {
    let at = |wanted| Facet::ALL.into_iter().find(move |facet| place(facet.row()) == Some(wanted));
    (0..=u8::MAX).filter_map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    /// Whether all of these differ.
    fn are_unique<T: Ord>(mut all: Vec<T>) -> bool {
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        all.len() == count
    }

    #[test]
    fn no_two_facets_share_a_key_a_label_or_a_place() {
        assert!(are_unique(Facet::ALL.map(Facet::key).to_vec()));
        assert!(are_unique(Facet::ALL.map(|facet| facet.label(&ENGLISH)).to_vec()));
        let rows = Facet::ALL.map(Facet::row);
        assert!(are_unique(rows.iter().filter_map(|row| row.search_page).collect()));
        assert!(are_unique(rows.iter().filter_map(|row| row.coverage).collect()));
        assert!(are_unique(rows.iter().filter_map(|row| row.suggested).map(|suggested| suggested.place).collect()));
        assert!(are_unique(rows.iter().filter_map(|row| row.widget.place()).collect()));
    }

    #[test]
    fn every_code_that_an_address_can_name_has_a_label() {
        for facet in Facet::listed() {
            let ValidValues::Codes(codes) = facet.valid() else { continue };
            let labels: Vec<_> = codes().into_iter().map(|code| facet.value_label(code, ENGLISH.values)).collect();
            assert!(labels.iter().all(Option::is_some) && are_unique(labels.clone()), "{facet:?}: {labels:?}");
        }
    }

    #[test]
    fn codes_are_named_and_other_values_are_not() {
        for (facet, value, label) in [
            (Facet::Workplace, "on-site", Some("On-site")),
            (Facet::EmploymentType, "FULL_TIME", Some("Full-time")),
            (Facet::Source, "agency", Some("Recruitment agency")),
            (Facet::VisaSponsorship, "not-stated", Some("Not stated")),
            (Facet::Applicants, "anywhere", Some("Anywhere")),
            (Facet::Applicants, "india", None),
            (Facet::CompanySize, "5000-plus", Some("5000+")),
            (Facet::CompanySize, "50-50", Some("50")),
            (Facet::Language, "de", None),
            (Facet::Skill, "remote", None),
        ] {
            assert_eq!(facet.value_label(value, ENGLISH.values).as_deref(), label, "{facet:?} {value}");
        }
    }

    #[test]
    fn keys_lead_back_to_their_facets() {
        assert!(Facet::ALL.into_iter().all(|facet| Facet::from_key(facet.key()) == Some(facet)));
    }
}
