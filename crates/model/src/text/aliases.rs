//! Words that mean the same to people who look for jobs: one table, for both directions.
//!
//! It has only single terms, and only pairs that mean the same to everyone, because a search includes aliases that
//! nobody typed. Therefore, `cv` (résumé, computer vision) and `rn` (nurse, React Native) are not in it.

/// The full form of an alias; `None` if the term isn't one.
pub(super) fn full_form(term: &str) -> Option<&'static str> {
    match ALL.binary_search_by_key(&term, |(alias, _)| alias) {
        Ok(at) => Some(ALL[at].1),
        Err(_where_it_would_be) => None,
    }
}

/// Pairs of alias and full form as folded terms, sorted by alias. A full form is never an alias itself.
#[rustfmt::skip]
pub(super) const ALL: &[(&str, &str)] = &[
    ("admin", "administrator"), ("analyse", "analyze"), ("angular.js", "angular"), ("angularjs", "angular"),
    ("asst", "assistant"), ("bangalore", "bengaluru"), ("baroda", "vadodara"), ("bengalooru", "bengaluru"),
    ("bombay", "mumbai"), ("calcutta", "kolkata"), ("centre", "center"), ("cochin", "kochi"), ("cologne", "koln"),
    ("copenhagen", "kobenhavn"), ("cpp", "c++"), ("csharp", "c#"), ("d3", "d3.js"), ("d3js", "d3.js"),
    ("dev", "developer"), ("dotnet", ".net"), ("duesseldorf", "dusseldorf"), ("eng", "engineer"),
    ("engr", "engineer"), ("exec", "executive"), ("express.js", "expressjs"), ("fsharp", "f#"), ("geneva", "geneve"),
    ("golang", "go"), ("gurgaon", "gurugram"), ("jr", "junior"), ("js", "javascript"), ("k8s", "kubernetes"),
    ("koeln", "koln"), ("labour", "labor"), ("licence", "license"), ("lisbon", "lisboa"), ("madras", "chennai"),
    ("mangalore", "mangaluru"), ("mfg", "manufacturing"), ("mgr", "manager"), ("milan", "milano"),
    ("mktg", "marketing"), ("mongo", "mongodb"), ("muenchen", "munchen"), ("munich", "munchen"), ("mysore", "mysuru"),
    ("next.js", "nextjs"), ("node", "node.js"), ("nodejs", "node.js"), ("nuernberg", "nurnberg"),
    ("nuremberg", "nurnberg"), ("nuxt.js", "nuxtjs"), ("organisation", "organization"), ("pgsql", "postgresql"),
    ("pondicherry", "puducherry"), ("poona", "pune"), ("postgre", "postgresql"), ("postgres", "postgresql"),
    ("prague", "praha"), ("programme", "program"), ("psql", "postgresql"), ("react.js", "react"),
    ("reactjs", "react"), ("rome", "roma"), ("sr", "senior"), ("svelte.js", "svelte"), ("sveltejs", "svelte"),
    ("three.js", "threejs"), ("trivandrum", "thiruvananthapuram"), ("ts", "typescript"), ("turin", "torino"),
    ("venice", "venezia"), ("vienna", "wien"), ("vizag", "visakhapatnam"), ("vue.js", "vue"), ("vuejs", "vue"),
    ("warsaw", "warszawa"), ("zuerich", "zurich"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn the_table_is_sorted_and_never_chains() {
        assert!(ALL.is_sorted_by(|left, right| left.0 < right.0));
        for (alias, full) in ALL {
            assert_eq!(full_form(full), None, "{alias} leads to {full}, which leads on");
        }
    }

    #[test]
    fn every_spelling_is_one_term_as_the_tokenizer_yields_it() {
        for spelling in ALL.iter().flat_map(|(alias, full)| [alias, full]) {
            let terms: Vec<String> = tokens(spelling).map(|token| token.term).collect();
            assert_eq!(terms, [*spelling]);
        }
    }
}
