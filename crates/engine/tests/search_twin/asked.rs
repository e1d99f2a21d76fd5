//! Generated queries. Their values occur on the board, differ from those in spelling, or belong to no job.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use openroles_engine::query::{Query, SkillMatch, Sort, Spelling, Undisclosed};
use openroles_model::facets::{Facet, FacetKind, ValidValues};
use proptest::{prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};

use crate::board::{Job, WORDS, jobs_of};

const TYPED: [&str; 20] = [
    "rust",
    "ru",
    "engineer",
    "enginer",
    "go",
    "c++",
    "c",
    "kube",
    "Cafe",
    "软件",
    "managr",
    "missing",
    "remote",
    "remot",
    "remoet",
    "hybrid",
    "part",
    "time",
    "contracts",
    "internship",
];
/// Excluded words, some of which are joined without spaces.
const UNWANTED: [&str; 4] = ["rust", "remote", "part-time", "k8s-engineer"];

/// Part of a query's text.
#[derive(Clone, Debug)]
pub(crate) enum Said {
    Word(String),
    Phrase(Vec<String>),
    Unwanted(String),
}

/// Query, with the meaning of its text.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) said: Vec<Said>,
    pub(crate) query: Query,
}

pub(crate) fn asked() -> impl Strategy<Value = Asked> {
    let said = prop_oneof![1 => Just(Vec::new()), 2 => prop::collection::vec(said(), 1..4)];
    let refinement = (select(Facet::ALL.to_vec()), any::<prop::sample::Index>(), prop::bool::weighted(0.3));
    let refinements = prop::collection::vec(refinement, 0..5);
    let sort = select(Sort::ALL.to_vec());
    (said, refinements, any::<[bool; 3]>(), sort).prop_map(|(said, refinements, [all, hide, exact], sort)| {
        // A correction identifies its word by spelling only. If a word occurs twice, the search may correct only the
        // last one, so such a word is kept only once.
        let said: Vec<Said> = said
            .iter()
            .enumerate()
            .filter(|(at, one)| !said[..*at].iter().any(|two| is_same_word(one, two)))
            .map(|(_, one)| one.clone())
            .collect();
        let mut query = Query::default().with_text(&text_of(&said)).with_sort(sort);
        for (facet, which, is_excluded) in refinements {
            let values = values(facet);
            let value = which.get(&values);
            query = if is_excluded { query.excluding(facet, value) } else { query.toggled(facet, value) };
        }
        query.skill_match = if all { SkillMatch::All } else { SkillMatch::Any };
        query.undisclosed = if hide { Undisclosed::Hide } else { Undisclosed::Keep };
        query.spelling = if exact { Spelling::AsTyped } else { Spelling::Corrected };
        Asked { said, query }
    })
}

fn said() -> impl Strategy<Value = Said> {
    let word = || select(&TYPED[..]).prop_map(str::to_owned);
    let unwanted = prop_oneof![word(), select(&UNWANTED[..]).prop_map(str::to_owned)];
    let phrase = prop::collection::vec(select(&WORDS[..]).prop_map(str::to_owned), 1..3);
    prop_oneof![5 => word().prop_map(Said::Word), 1 => phrase.prop_map(Said::Phrase), 1 => unwanted.prop_map(Said::Unwanted)]
}

fn is_same_word(one: &Said, two: &Said) -> bool {
    matches!((one, two), (Said::Word(one), Said::Word(two)) if one == two)
}

fn text_of(said: &[Said]) -> String {
    let shown = |said: &Said| match said {
        Said::Word(word) => word.clone(),
        Said::Phrase(words) => format!("\"{}\"", words.join(" ")),
        Said::Unwanted(word) => format!("-{word}"),
    };
    said.iter().map(shown).collect::<Vec<_>>().join(" ")
}

/// Values to refine a facet by: those of generated jobs, also in lower case, and values that no job has.
fn values(facet: Facet) -> Vec<String> {
    let computed: &[&str] = match (facet.kind(), facet.valid()) {
        (FacetKind::Years, _) => &["0", "1", "4", "8", "26", "60", "0.5", "5.5", "0-0.5", "2-5", "5.5-7", "5-", "0-"],
        (FacetKind::Pay, _) => &["1", "600000", "700000", "3000000", "3328000", "4000000000"],
        (FacetKind::Age, _) => &["1d", "7d", "30d"],
        (FacetKind::Listed, ValidValues::Codes(codes)) => return codes().into_iter().map(str::to_owned).collect(),
        (FacetKind::Listed, ValidValues::Any) => {
            return [LISTED[&facet].as_slice(), &OTHERWISE.map(str::to_owned)].concat();
        }
    };
    computed.iter().copied().map(str::to_owned).collect()
}

/// Aliases of values, and a value that no job has.
const OTHERWISE: [&str; 4] = ["js", "bangalore", "research", "nobody"];

/// Values of generated jobs for each listed facet, also in lower case.
static LISTED: LazyLock<BTreeMap<Facet, Vec<String>>> = LazyLock::new(|| {
    let some = jobs_of(300..301).new_tree(&mut TestRunner::deterministic()).expect("jobs can be generated").current();
    let values = |facet: Facet| {
        let of_job = |job: &Job| facet.values(&job.posting, job.organization.as_ref());
        let known: BTreeSet<String> = some.iter().flat_map(of_job).map(|named| named.value).collect();
        known.iter().flat_map(|value| [value.clone(), value.to_lowercase()]).collect()
    };
    Facet::listed().map(|facet| (facet, values(facet))).collect()
});
