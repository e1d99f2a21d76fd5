//! Parses and writes the query string of a search URL.
//!
//! Query strings are readable, and omit defaults. Parsing one that was written results in the same query. Parts that
//! can't be understood are ignored and reported.

use openroles_model::{
    domain::Years,
    facets::{Facet, FacetKind, ValidValues},
    sorting::sort,
    words::SearchWords,
};

use super::{
    Polarity, Query, Refinement, SkillMatch, Sort, Spelling, Undisclosed,
    percent::{decoded, encoded},
    refine::parse_salary,
};
use crate::index::PostedWithin;

/// Result of parsing a query string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedQuery {
    /// The query, from the parts that were understood.
    pub query: Query,
    /// The other parts, in order.
    pub ignored: Vec<Ignored>,
}

/// A part of a query string that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The part as in the URL, at most 60 characters.
    pub part: String,
    /// Why it was ignored.
    pub reason: IgnoredReason,
}

/// Why a part of a query string was ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoredReason {
    /// There is no parameter with this name.
    UnknownParameter,
    /// The parameter can't have this value.
    BadValue,
    /// A percent sign isn't followed by two hexadecimal digits, or the bytes aren't valid UTF-8.
    BadEncoding,
    /// The setting, or the facet's value, already occurred. For a facet with a single choice, any second value counts.
    Repeated,
    /// The query string or the number of refinements exceeds the limit.
    TooMuch,
}

/// Longest query string that is read, in bytes; longer links don't come from people.
const LONGEST_QUERY_STRING: usize = 8_192;
/// Most refinements in a query; nobody sets that many.
const MOST_REFINEMENTS: usize = 50;
/// Longest search text, in characters.
const LONGEST_TEXT: usize = 200;
/// Longest value of a refinement, in bytes.
const LONGEST_VALUE: usize = 200;
/// Longest ignored part that is kept for display, in characters.
const LONGEST_IGNORED: usize = 60;

/// Parses a query string, with or without the leading `?`.
pub fn parse_query_string(query_string: &str) -> ParsedQuery {
    let mut parsed = ParsedQuery::default();
    let text = query_string.strip_prefix('?').unwrap_or(query_string);
    let mut seen = Vec::new();
    let mut read = 0;
    for part in text.split('&').filter(|part| !part.is_empty()) {
        read += part.len() + 1;
        let outcome = if read > LONGEST_QUERY_STRING {
            Err(IgnoredReason::TooMuch)
        } else {
            parse_part(&mut parsed.query, part, &mut seen)
        };
        if let Err(reason) = outcome {
            parsed.ignored.push(Ignored { part: part.chars().take(LONGEST_IGNORED).collect(), reason });
            if reason == IgnoredReason::TooMuch {
                break;
            }
        }
    }
    parsed
}

/// Parses one `key=value`. `seen` contains the parameters that may occur only once.
fn parse_part(query: &mut Query, part: &str, seen: &mut Vec<String>) -> Result<(), IgnoredReason> {
    let (key, value) = part.split_once('=').unwrap_or((part, ""));
    let (Ok(key), Ok(value)) = (decoded(key), decoded(value)) else {
        return Err(IgnoredReason::BadEncoding);
    };
    let (name, polarity) = match key.strip_prefix('-') {
        Some(name) => (name, Polarity::Exclude),
        None => (key.as_str(), Polarity::Include),
    };
    if let Some(facet) = Facet::from_key(name) {
        return refine(query, facet, &value, polarity);
    }
    let setting = setting(query, &key, &value)?;
    if seen.contains(&key) {
        return Err(IgnoredReason::Repeated);
    }
    seen.push(key);
    *query = setting;
    Ok(())
}

/// Applies a parameter that isn't a refinement.
fn setting(query: &Query, key: &str, value: &str) -> Result<Query, IgnoredReason> {
    let bad = Err(IgnoredReason::BadValue);
    let mut query = query.clone();
    match (key, value) {
        ("q", text) => query.text = bounded_text(text),
        ("exact", "1") => query.spelling = Spelling::AsTyped,
        ("skills", "all") => query.skill_match = SkillMatch::All,
        ("skills", "any") => query.skill_match = SkillMatch::Any,
        ("undisclosed", "hide") => query.undisclosed = Undisclosed::Hide,
        ("undisclosed", "keep") => query.undisclosed = Undisclosed::Keep,
        ("sort", "relevance") => query.sort = Sort::Relevance,
        ("sort", "newest") => query.sort = Sort::Newest,
        ("sort", "added") => query.sort = Sort::Added,
        ("sort", "salary") => query.sort = Sort::Salary,
        ("page", page) => match page.parse::<u32>().map(|page| page.checked_sub(1)) {
            Ok(Some(page)) if value.starts_with(|digit: char| digit.is_ascii_digit()) => query.page = page,
            _ => return bad,
        },
        ("exact" | "skills" | "undisclosed" | "sort", _) => return bad,
        _ => return Err(IgnoredReason::UnknownParameter),
    }
    Ok(query)
}

fn refine(query: &mut Query, facet: Facet, value: &str, polarity: Polarity) -> Result<(), IgnoredReason> {
    let value = known_value(facet, value).ok_or(IgnoredReason::BadValue)?;
    if facet.is_single_choice() && polarity == Polarity::Exclude {
        return Err(IgnoredReason::BadValue);
    }
    if query.refinement_count() >= MOST_REFINEMENTS {
        return Err(IgnoredReason::TooMuch);
    }
    let refinements = query.refinements.entry(facet).or_default();
    let is_named = facet.is_single_choice() && !refinements.is_empty();
    if is_named || refinements.iter().any(|refinement| refinement.value == value) {
        return Err(IgnoredReason::Repeated);
    }
    refinements.push(Refinement { value, polarity });
    sort(refinements);
    Ok(())
}

/// The value in its canonical form; `None` if the facet can't have this value.
fn known_value(facet: Facet, value: &str) -> Option<String> {
    match (facet.kind(), facet.valid()) {
        (FacetKind::Years, _) => Years::parse(value).map(|years| years.to_string()),
        (FacetKind::Pay, _) => parse_salary(value).map(|salary| salary.to_string()),
        (FacetKind::Age, _) => one_of(&PostedWithin::ALL.map(PostedWithin::value), value),
        (FacetKind::Listed, ValidValues::Codes(codes)) => one_of(&codes(), value),
        (FacetKind::Listed, ValidValues::Any) => {
            (!value.is_empty() && value.len() <= LONGEST_VALUE).then(|| value.to_owned())
        }
    }
}

/// The code that equals `value` except for case.
fn one_of(codes: &[&str], value: &str) -> Option<String> {
    codes.iter().find(|code| code.eq_ignore_ascii_case(value)).map(|code| (*code).to_owned())
}

/// Search text without surrounding whitespace, cut to [`LONGEST_TEXT`].
pub(super) fn bounded_text(text: &str) -> String {
    let cut: String = text.trim().chars().take(LONGEST_TEXT).collect();
    cut.trim_end().to_owned()
}

impl Query {
    /// Writes the query string, without the leading `?`. Empty for the default query.
    pub fn to_query_string(&self) -> String {
        let mut written = Written::default();
        written.push_if(!self.text.is_empty(), "q", &self.text);
        written.push_if(self.spelling == Spelling::AsTyped, "exact", "1");
        for facet in Facet::ALL {
            written.push_facet(facet, self.refinements.get(&facet).map_or(&[], Vec::as_slice));
            written.push_if(facet == Facet::Skill && self.skill_match == SkillMatch::All, "skills", "all");
            written.push_if(facet == Facet::Salary && self.undisclosed == Undisclosed::Hide, "undisclosed", "hide");
        }
        written.push_if(self.sort == Sort::Newest, "sort", "newest");
        written.push_if(self.sort == Sort::Added, "sort", "added");
        written.push_if(self.sort == Sort::Salary, "sort", "salary");
        written.push_if(self.page > 0, "page", &(u64::from(self.page) + 1).to_string());
        written.0
    }
}

/// A query string being written.
#[derive(Default)]
struct Written(String);

impl Written {
    /// Appends included values first, then excluded ones.
    fn push_facet(&mut self, facet: Facet, refinements: &[Refinement]) {
        if refinements.is_empty() {
            return;
        }
        for (polarity, key) in
            [(Polarity::Include, facet.key().to_owned()), (Polarity::Exclude, format!("-{}", facet.key()))]
        {
            for refinement in refinements.iter().filter(|refinement| refinement.polarity == polarity) {
                self.push_if(true, &key, &refinement.value);
            }
        }
    }

    fn push_if(&mut self, is_said: bool, key: &str, value: &str) {
        if is_said {
            let separator = if self.0.is_empty() { "" } else { "&" };
            self.0.extend([separator, key, "=", &encoded(value)]);
        }
    }
}

impl Ignored {
    /// What was ignored, and why.
    pub fn message(&self, words: &SearchWords) -> String {
        (words.ignored)(&self.part, self.reason.in_words(words))
    }
}

impl IgnoredReason {
    /// The reason, without a final period.
    pub fn in_words(self, words: &SearchWords) -> &'static str {
        match self {
            Self::UnknownParameter => words.unknown_parameter,
            Self::BadValue => words.bad_value,
            Self::BadEncoding => words.bad_encoding,
            Self::Repeated => words.repeated,
            Self::TooMuch => words.too_long,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_query_reads_as_what_it_means() {
        for query_string in [
            "",
            "q=rust+engineer",
            "q=c%2B%2B+-java+%22team+lead%22&exact=1",
            "skill=Go&skill=Rust&-skill=PHP&skills=all",
            "location=bengaluru&workplace=remote&experience=5&salary=1500000&undisclosed=hide&type=FULL_TIME",
            "-company=acme&size=100-1000&stage=Raised+funding&-source=agency&posted=7d&sort=newest&page=2",
            "q=%E8%BD%AF%E4%BB%B6&sort=salary",
            "sort=added",
            "experience=5.5",
            "experience=2-5",
            "experience=3-5.5",
            "experience=5-",
        ] {
            let parsed = parse_query_string(query_string);
            assert_eq!(parsed.ignored, [], "{query_string}");
            assert_eq!(parsed.query.to_query_string(), query_string);
        }
    }

    #[test]
    fn other_spellings_of_a_query_are_understood() {
        for (query_string, canonical) in [
            ("?q=%20rust%20", "q=rust"),
            ("type=full_time&sort=relevance&page=1&&skills=any", "type=FULL_TIME"),
            ("experience=05&page=02", "experience=5&page=2"),
            ("experience=5.0", "experience=5"),
            ("experience=5%2B", "experience=5-"),
            ("experience=3-3", "experience=3"),
            ("skill=Rust&skill=Go", "skill=Go&skill=Rust"),
            ("sort=newest&q=%c3%a9", "q=%C3%A9&sort=newest"),
        ] {
            let parsed = parse_query_string(query_string);
            assert_eq!((parsed.query.to_query_string().as_str(), parsed.ignored), (canonical, Vec::new()));
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for (part, reason) in [
            ("utm_source=mail", IgnoredReason::UnknownParameter),
            ("-sort=newest", IgnoredReason::UnknownParameter),
            ("experience=61", IgnoredReason::BadValue),
            ("experience=-1", IgnoredReason::BadValue),
            ("experience=5.3", IgnoredReason::BadValue),
            ("experience=5-2", IgnoredReason::BadValue),
            ("experience=5+", IgnoredReason::BadValue),
            ("experience=1-61", IgnoredReason::BadValue),
            ("-experience=5", IgnoredReason::BadValue),
            ("salary=0", IgnoredReason::BadValue),
            ("salary=lots", IgnoredReason::BadValue),
            ("salary=", IgnoredReason::BadValue),
            ("posted=2d", IgnoredReason::BadValue),
            ("workplace=moon", IgnoredReason::BadValue),
            ("skill=", IgnoredReason::BadValue),
            ("page=0", IgnoredReason::BadValue),
            ("page=+2", IgnoredReason::BadValue),
            ("sort=oldest", IgnoredReason::BadValue),
            ("q=%zz", IgnoredReason::BadEncoding),
            ("q=%ff", IgnoredReason::BadEncoding),
            ("q=%c", IgnoredReason::BadEncoding),
        ] {
            let parsed = parse_query_string(part);
            assert_eq!(parsed.ignored, [Ignored { part: part.to_owned(), reason }]);
            assert_eq!(parsed.query, Query::default(), "{part}");
        }
    }

    #[test]
    fn what_was_said_first_stands() {
        for query_string in ["q=rust&q=go", "skill=Rust&-skill=Rust", "experience=3&experience=5", "page=2&page=3"] {
            let (first, second) = query_string.split_once('&').expect("two parts");
            let parsed = parse_query_string(query_string);
            assert_eq!(parsed.query, parse_query_string(first).query);
            let ignored = Ignored { part: second.to_owned(), reason: IgnoredReason::Repeated };
            assert_eq!(parsed.ignored, [ignored]);
        }
    }

    #[test]
    fn endless_addresses_are_read_to_a_point() {
        let many: String = (0..10_000).map(|number| format!("skill=s{number}&")).collect();
        let parsed = parse_query_string(&many);
        assert_eq!(parsed.query.refinement_count(), MOST_REFINEMENTS);
        assert_eq!(parsed.ignored.last().map(|ignored| ignored.reason), Some(IgnoredReason::TooMuch));
        assert!(parsed.ignored.len() < 2_000);
        assert!(parse_query_string(&format!("q={}", "x".repeat(5_000))).query.text.len() <= LONGEST_TEXT);
    }

    fn any_value(facet: Facet) -> BoxedStrategy<String> {
        let code = |codes: Vec<&'static str>| prop::sample::select(codes).prop_map(str::to_owned).boxed();
        match (facet.kind(), facet.valid()) {
            (FacetKind::Years, _) => (0..=120_u8, prop::option::of(0..=120_u8), any::<bool>())
                .prop_map(|(one, two, is_open)| any_years(one, two.unwrap_or(one), is_open))
                .boxed(),
            (FacetKind::Pay, _) => (1..=u32::MAX).prop_map(|salary| salary.to_string()).boxed(),
            (FacetKind::Age, _) => code(PostedWithin::ALL.map(PostedWithin::value).to_vec()),
            (FacetKind::Listed, ValidValues::Codes(codes)) => code(codes()),
            (FacetKind::Listed, ValidValues::Any) => prop_oneof![any::<String>(), "[A-Za-z+#.& =%-]{1,12}"]
                .prop_filter("a value is 1 to 200 bytes", |value| (1..=LONGEST_VALUE).contains(&value.len()))
                .boxed(),
        }
    }

    /// Years of experience, from numbers of half years.
    fn any_years(one: u8, two: u8, is_open: bool) -> String {
        let (first, last) = (f32::from(one.min(two)) / 2.0, f32::from(one.max(two)) / 2.0);
        match is_open {
            true => format!("{first}-"),
            false if first == last => first.to_string(),
            false => format!("{first}-{last}"),
        }
    }

    fn any_refinement() -> impl Strategy<Value = (Facet, String, Polarity)> {
        let polarity = prop_oneof![Just(Polarity::Include), Just(Polarity::Exclude)];
        let facet = prop::sample::select(Facet::ALL.to_vec());
        (facet, polarity).prop_flat_map(|(facet, polarity)| (Just(facet), any_value(facet), Just(polarity)))
    }

    fn any_query() -> impl Strategy<Value = Query> {
        let text = prop_oneof![any::<String>(), "[a-z+#.\"& =%-]{0,20}"];
        let modes = (any::<[bool; 3]>(), prop::sample::select(Sort::ALL.to_vec()));
        (text, modes, any::<u32>(), prop::collection::vec(any_refinement(), 0..8)).prop_map(
            |(text, ([exact, all, hide], sort), page, refinements)| {
                let mut query = Query::default().with_text(&text).with_sort(sort);
                query.spelling = if exact { Spelling::AsTyped } else { Spelling::Corrected };
                query.skill_match = if all { SkillMatch::All } else { SkillMatch::Any };
                query.undisclosed = if hide { Undisclosed::Hide } else { Undisclosed::Keep };
                for (facet, value, polarity) in refinements {
                    query = match polarity {
                        Polarity::Include => query.toggled(facet, &value),
                        Polarity::Exclude => query.excluding(facet, &value),
                    };
                }
                query.with_page(page)
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn a_query_survives_its_url(query in any_query()) {
            let query_string = query.to_query_string();
            prop_assume!(query_string.len() < LONGEST_QUERY_STRING);
            prop_assert!(query_string.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(parse_query_string(&query_string), ParsedQuery { query, ignored: Vec::new() });
        }

        #[test]
        fn any_address_is_read_and_then_stands(query_string in "(\\PC|[a-z=&%+-]){0,60}") {
            let query = parse_query_string(&query_string).query;
            prop_assert_eq!(parse_query_string(&query.to_query_string()).query, query);
        }
    }
}
