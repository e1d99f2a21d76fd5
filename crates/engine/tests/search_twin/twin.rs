//! Search according to its definition, without an index.

use std::collections::{BTreeMap, BTreeSet};

use openroles_engine::query::{Polarity, Query, SkillMatch, Undisclosed};
use openroles_model::{
    domain::{ApplicantLocation, BaseSalary, Date, Experience},
    facets::{Facet, FacetKind},
    text::{Key, begins_with, name_keys, stem, tokens},
};

use crate::{
    asked::Said,
    board::{Job, rates, today},
};

/// Query, with the jobs to search.
pub(crate) struct Twin<'a> {
    jobs: &'a [Job],
    pub(crate) said: Vec<Said>,
    pub(crate) query: &'a Query,
    /// Whether each job matches the words.
    matches_text: Vec<bool>,
    /// Included and excluded values of each facet, in the spelling of the jobs.
    named: BTreeMap<Facet, (Vec<String>, Vec<String>)>,
}

impl<'a> Twin<'a> {
    pub(crate) fn new(jobs: &'a [Job], said: Vec<Said>, query: &'a Query) -> Self {
        let matches_text = jobs.iter().map(|job| matches_text(job, &said)).collect();
        let named = query.refinements.iter().map(|(facet, refinements)| {
            let of = |polarity| {
                let named = refinements.iter().filter(move |one| one.polarity == polarity);
                named.map(|one| resolved(jobs, *facet, &one.value)).collect()
            };
            (*facet, (of(Polarity::Include), of(Polarity::Exclude)))
        });
        let mut named: BTreeMap<Facet, _> = named.collect();
        if query.undisclosed == Undisclosed::Hide {
            named.entry(Facet::Salary).or_default();
        }
        Self { jobs, said, query, matches_text, named }
    }

    /// Open jobs that match all conditions except the refinements of `dropped`, with or without the words.
    pub(crate) fn matching(&self, dropped: Option<Facet>, with_text: bool) -> Vec<&'a Job> {
        let is_kept = |(job, matches_text): &(&Job, &bool)| {
            let is_open = job.posting.valid_through.is_none_or(|last| last >= today());
            let mut facets = Facet::ALL.into_iter().filter(|facet| Some(*facet) != dropped);
            is_open && facets.all(|facet| self.passes(job, facet)) && (!with_text || **matches_text)
        };
        self.jobs.iter().zip(&self.matches_text).filter(is_kept).map(|(job, _)| job).collect()
    }

    /// Values of a facet with their counts. Values without a job are left out unless they are refined.
    pub(crate) fn counts(&self, facet: Facet) -> BTreeMap<String, usize> {
        let asked = self.asked(facet);
        let known: BTreeSet<String> = self.jobs.iter().flat_map(|job| values(job, facet)).collect();
        let jobs = self.matching(Some(facet), true);
        let counted = self.offered(facet).into_iter().chain(known).chain(asked.clone()).map(|value| {
            let count = jobs.iter().filter(|job| has(job, facet, &value)).count();
            (value, count)
        });
        counted.filter(|(value, count)| *count > 0 || asked.contains(value)).collect()
    }

    /// Facets that the query refines. Hiding undisclosed pay also refines salary.
    pub(crate) fn refined(&self) -> impl Iterator<Item = &Facet> {
        self.named.keys()
    }

    /// Values that the query names, in the spelling of the jobs.
    pub(crate) fn asked(&self, facet: Facet) -> BTreeSet<String> {
        self.named
            .get(&facet)
            .into_iter()
            .flat_map(|(wanted, unwanted)| wanted.iter().chain(unwanted))
            .cloned()
            .collect()
    }

    /// Whether the query has a minimum salary.
    pub(crate) fn is_salary_asked(&self) -> bool {
        !self.asked(Facet::Salary).is_empty()
    }

    /// Group of a job in the order by pay: jobs that reach the minimum, then those in another currency, then those
    /// that don't state pay.
    pub(crate) fn salary_group(job: &Job) -> u8 {
        match (top(job), states_pay(job)) {
            (Some(_), _) => 0,
            (None, true) => 1,
            (None, false) => 2,
        }
    }

    /// Width and number of bars. At most 24 bars cover the lower 95 % of the stated pay.
    pub(crate) fn scale(&self) -> (u64, u64) {
        let mut tops: Vec<u64> = self.jobs.iter().filter_map(top).map(u64::from).collect();
        tops.sort_unstable();
        let Some(last) = tops.len().checked_sub(1) else {
            return (0, 0);
        };
        let high = tops[last * 95 / 100];
        let mut steps = [1, 2, 5, 10, 20, 50].map(|lakhs| lakhs * 100_000).into_iter();
        let step = steps.find(|step| high / step < 24).expect("salaries are below 12 crore");
        (step, high / step + 1)
    }

    /// Histogram of the salary control.
    pub(crate) fn histogram(&self) -> Vec<usize> {
        let (step, bars) = self.scale();
        let mut counts = vec![0; bars as usize];
        for top in self.matching(Some(Facet::Salary), true).into_iter().filter_map(top) {
            counts[(u64::from(top) / step).min(bars - 1) as usize] += 1;
        }
        counts
    }

    fn passes(&self, job: &Job, facet: Facet) -> bool {
        let Some((wanted, unwanted)) = self.named.get(&facet) else {
            return true;
        };
        let has = |value: &String| has(job, facet, value);
        match facet.kind() {
            FacetKind::Years if job.posting.experience.is_none() => true,
            FacetKind::Pay if top(job).is_none() => self.query.undisclosed == Undisclosed::Keep,
            _ if unwanted.iter().any(has) => false,
            _ if wanted.is_empty() => true,
            _ if facet == Facet::Skill && self.query.skill_match == SkillMatch::All => wanted.iter().all(has),
            _ => wanted.iter().any(has),
        }
    }

    /// Values of a computed facet.
    fn offered(&self, facet: Facet) -> Vec<String> {
        let (step, bars) = self.scale();
        match facet.kind() {
            FacetKind::Listed => Vec::new(),
            FacetKind::Years => (0..=self.most_years()).map(|years| years.to_string()).collect(),
            FacetKind::Pay => (1..bars).map(|bar| (step * bar).to_string()).collect(),
            FacetKind::Age => ["1d", "7d", "30d"].map(str::to_owned).into(),
        }
    }

    /// Highest number of years that distinguishes a job from others, at most 20.
    fn most_years(&self) -> u16 {
        let stated = self.jobs.iter().filter_map(|job| job.posting.experience);
        let most = |range: Experience| match range.max_months() {
            Some(months) => months / 12,
            None => range.min_months().unwrap_or(0).div_ceil(12),
        };
        stated.map(most).max().unwrap_or(0).min(20)
    }
}

/// A job's value that equals the given one, or else the first with an equivalent spelling, or else the given value
/// itself.
fn resolved(jobs: &[Job], facet: Facet, value: &str) -> String {
    let known: BTreeSet<String> = jobs.iter().flat_map(|job| values(job, facet)).collect();
    let alike = || known.iter().find(|known| name_keys(known) == name_keys(value)).cloned();
    if known.contains(value) { value.to_owned() } else { alike().unwrap_or_else(|| value.to_owned()) }
}

/// Top of the pay per year in the board's currency.
pub(crate) fn top(job: &Job) -> Option<u32> {
    job.posting.base_salary.as_ref().and_then(BaseSalary::range).and_then(|range| range.annual_top(&rates()))
}

/// Whether pay is stated in numbers.
pub(crate) fn states_pay(job: &Job) -> bool {
    job.posting.base_salary.as_ref().and_then(BaseSalary::range).is_some()
}

/// Whether a job has a value. A job that doesn't state a field has none of its values.
fn has(job: &Job, facet: Facet, value: &str) -> bool {
    match facet.kind() {
        FacetKind::Listed => values(job, facet).contains(value),
        FacetKind::Years => job.posting.experience.is_some_and(|range| shares_a_month(range, value)),
        FacetKind::Pay => top(job).is_some_and(|top| top >= value.parse().expect("an amount")),
        FacetKind::Age => job.posting.date_posted.is_some_and(|day| day >= since(value)),
    }
}

/// Whether a range overlaps `5.5`, `2-5`, or `5-` years. A missing bound means no limit.
fn shares_a_month(range: Experience, value: &str) -> bool {
    let months = |years: &str| (years.parse::<f64>().expect("years") * 12.0) as u16;
    let (first, last) = match value.split_once('-') {
        Some((first, "")) => (months(first), u16::MAX),
        Some((first, last)) => (months(first), months(last)),
        None => (months(value), months(value)),
    };
    range.min_months().unwrap_or(0) <= last && first <= range.max_months().unwrap_or(u16::MAX)
}

fn since(value: &str) -> Date {
    let days: i32 = value.trim_end_matches('d').parse().expect("days");
    today().plus_days(-days)
}

/// Values of a job for a listed facet.
fn values(job: &Job, facet: Facet) -> BTreeSet<String> {
    let values = facet.values(&job.posting, job.organization.as_ref());
    values.into_iter().map(|named| named.value).collect()
}

/// Words that stand for a workplace or employment type, longest first, each with its value.
const WAYS_TO_WORK: [(&str, Facet, &str); 9] = [
    ("part time", Facet::EmploymentType, "PART_TIME"),
    ("full time", Facet::EmploymentType, "FULL_TIME"),
    ("contract", Facet::EmploymentType, "CONTRACTOR"),
    ("intern", Facet::EmploymentType, "INTERN"),
    ("internship", Facet::EmploymentType, "INTERN"),
    ("remote", Facet::Workplace, "remote"),
    ("wfh", Facet::Workplace, "remote"),
    ("hybrid", Facet::Workplace, "hybrid"),
    ("onsite", Facet::Workplace, "on-site"),
];

/// Whether a job's texts contain all parts of the query. Words that stand for a value also match jobs with that value.
fn matches_text(job: &Job, said: &[Said]) -> bool {
    let texts = texts(job);
    let last = said.len().saturating_sub(1);
    let mut wanted: Vec<(&Said, bool)> = Vec::new();
    for (at, one) in said.iter().enumerate() {
        match one {
            Said::Unwanted(word) if matches_words(job, &texts, &[(word, false)]) => return false,
            Said::Unwanted(_) => {}
            _ => wanted.push((one, at == last)),
        }
    }
    let mut rest = wanted.as_slice();
    while let Some(((first, is_last), others)) = rest.split_first() {
        let (is_match, length) = match (first, others) {
            (Said::Phrase(words), _) => (texts.iter().any(|text| has_phrase(text, &words.join(" "))), 1),
            (Said::Word(one), [(Said::Word(two), is_last), ..])
                if way_to_work(&[(one, false), (two, *is_last)]).is_some() =>
            {
                (matches_words(job, &texts, &[(one, false), (two, *is_last)]), 2)
            }
            (Said::Word(word) | Said::Unwanted(word), _) => (matches_words(job, &texts, &[(word, *is_last)]), 1),
        };
        if !is_match {
            return false;
        }
        rest = &rest[length..];
    }
    true
}

/// Whether a job's texts contain consecutive words, or the job has the value that the words stand for. Each word is
/// given with whether it may be unfinished.
fn matches_words(job: &Job, texts: &[Vec<String>], words: &[(&String, bool)]) -> bool {
    let is_said = match words {
        [(word, is_last)] => texts.iter().any(|text| has_word(text, word, *is_last)),
        _ => {
            let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            texts.iter().any(|text| has_phrase(text, &words.join(" ")))
        }
    };
    is_said || way_to_work(words).is_some_and(|(facet, value)| values(job, facet).contains(value))
}

/// Value that words stand for, in any inflection. An unfinished word needs at least five letters.
fn way_to_work(words: &[(&String, bool)]) -> Option<(Facet, &'static str)> {
    let typed: Vec<(String, bool)> =
        words.iter().flat_map(|(word, is_last)| terms(word).into_iter().map(|term| (term, *is_last))).collect();
    let names = |name: &str| {
        let known = terms(name);
        known.len() == typed.len()
            && known.iter().zip(&typed).all(|(known, (typed, is_last))| {
                stem(known) == stem(typed) || *is_last && typed.len() >= 5 && known.starts_with(typed.as_str())
            })
    };
    WAYS_TO_WORK.iter().find(|(name, _, _)| names(name)).map(|(_, facet, value)| (*facet, *value))
}

/// Terms of each searched text.
fn texts(job: &Job) -> Vec<Vec<String>> {
    let posting = &job.posting;
    let company = posting.hiring_organization.label().to_owned();
    let whole = [posting.title.clone(), company, posting.description.plain_text()];
    let mut places: Vec<String> = posting.job_locations.iter().map(|place| place.text.clone()).collect();
    // Areas that aren't all countries are found by their words.
    if let ApplicantLocation::Places(names) = &posting.applicant_location {
        places.extend(names.clone());
    }
    let all = whole.into_iter().chain(posting.skills.clone()).chain(places);
    all.map(|text| terms(&text)).collect()
}

fn terms(text: &str) -> Vec<String> {
    tokens(text).map(|token| token.term).collect()
}

fn has_word(text: &[String], word: &str, is_last: bool) -> bool {
    match &terms(word)[..] {
        [typed] => text.iter().any(|term| Key::of(term) == Key::of(typed) || (is_last && begins_with(term, typed))),
        _ => has_phrase(text, word),
    }
}

fn has_phrase(text: &[String], phrase: &str) -> bool {
    let wanted = terms(phrase);
    wanted.is_empty() || text.windows(wanted.len()).any(|window| window == wanted)
}
