//! Sample data: a bundled board of eleven jobs, and any number of generated postings.
//!
//! A count, a seed, and a day go in. Postings in the native feed format come out, one at a time, the same on every
//! machine. Every generated posting says that it is a sample. Nothing here reads or validates a feed: samples go
//! through `ingest` like all other postings.

mod business_roles;
mod career;
mod companies;
mod craft_roles;
mod data_roles;
mod description;
mod people;
mod places;
mod random;
mod role;
mod roles;
mod software_roles;

use career::{Career, CareerLevel};
use companies::{Companies, SampleCompany};
use openroles_model::{domain::Date, unicode::capitalized};
use places::WorkSetting;
use random::{Random, Weights};
use role::SampleRole;
use roles::ROLES;
use serde_json::{Map, Value, json};

/// The bundled board's config file, with the dates of [`WRITTEN`].
const BOARD_TOML: &str = include_str!("sample/board.toml");

/// The bundled board's postings, with the dates of [`WRITTEN`].
const BOARD_JOBS: &str = include_str!("sample/jobs.json");

/// The day for which the bundled postings were written: 2026-11-23, in days since 1970-01-01.
const WRITTEN: i32 = 20_780;

/// The bundled board's `board.toml`, as if written on `now`.
pub fn board_toml(now: Date) -> String {
    moved(BOARD_TOML, now)
}

/// The bundled board's postings in the native feed format, as if written on `now`.
pub fn board_jobs(now: Date) -> String {
    moved(BOARD_JOBS, now)
}

/// A text of [`WRITTEN`] with every quoted date shifted as if written on `now`.
fn moved(text: &str, now: Date) -> String {
    let moved = |text: &str| match Date::parse(text) {
        Some(date) if text.len() == 10 => date.plus_days(now.days() - WRITTEN).to_string(),
        _ => text.to_owned(),
    };
    text.split('"').map(moved).collect::<Vec<_>>().join("\"")
}

/// Invented postings from the sixty days before `now`, in the native feed format.
///
/// Posting `n` depends only on `n`, `seed`, and `now`, so a longer sample begins with the shorter one. Employers,
/// roles, skills, and places follow Zipf's law, as on real boards: a few are everywhere, most are rare.
pub fn sample(count: usize, seed: u64, now: Date) -> impl Iterator<Item = Value> {
    let world = World::new();
    (0..count).map(move |number| posting(&world, number, seed, now))
}

/// The posting with only the sample notice as its description, like a feed of titles.
#[must_use]
pub fn briefly(mut posting: Value) -> Value {
    posting["description"] = description::LABEL.into();
    posting
}

/// What all postings of a sample share.
struct World {
    companies: Companies,
    settings: Weights,
    roles: Weights,
}

/// The decisions about a posting, before any of it is written.
struct SampleDraft<'a> {
    id: String,
    role: &'static SampleRole,
    company: &'a SampleCompany,
    career: Career,
    title: String,
    skills: Vec<&'static str>,
    setting: WorkSetting,
    is_anonymous: bool,
}

/// In days. Older postings are rare in real feeds.
const DAYS_BACK: u64 = 60;

impl World {
    fn new() -> Self {
        Self { companies: Companies::new(), settings: places::weights(), roles: Weights::zipf(ROLES.len(), 4) }
    }
}

fn posting(world: &World, number: usize, seed: u64, now: Date) -> Value {
    let mut random = Random::numbered(seed, number as u64);
    let draft = draft(world, format!("sample-{seed}-{number}"), &mut random);
    let mut fields = Map::new();
    identify(&mut fields, &draft);
    fields.insert("hiringOrganization".to_owned(), organization(&draft, &mut random));
    fields.insert("provenance".to_owned(), provenance(&draft, &mut random));
    fields.insert("description".to_owned(), description::write(&draft, &mut random).into());
    put(&mut fields, "experienceRequirements", draft.career.experience());
    put(&mut fields, "baseSalary", draft.career.salary(draft.role, draft.setting.currency(), &mut random));
    draft.setting.write(&mut fields, &mut random);
    state_terms(&mut fields, &draft, &mut random);
    date(&mut fields, now, &mut random);
    Value::Object(fields)
}

fn draft<'a>(world: &'a World, id: String, random: &mut Random) -> SampleDraft<'a> {
    let role = ROLES[world.roles.pick(random)];
    let company = world.companies.pick(role.sector, random);
    let career = Career::pick(random);
    let noun = random.pick(role.nouns);
    let skills = roles::skills(role, noun, random);
    let title = title(role, noun, &career, &skills, random);
    let setting = WorkSetting::pick(&world.settings, role, random);
    let is_anonymous = random.chance(8);
    SampleDraft { id, role, company, career, title, skills, setting, is_anonymous }
}

/// `Senior Backend Engineer`, sometimes with its main skill or its field: `Senior Backend Engineer (Go)`.
fn title(role: &SampleRole, noun: &str, career: &Career, skills: &[&str], random: &mut Random) -> String {
    let plain = role.ladder.title(career.level, noun);
    match random.below(100) {
        0..30 if noun.split(' ').next() != Some(skills[0]) => format!("{plain} ({})", skills[0]),
        30..45 => format!("{plain} - {}", capitalized(random.pick(role.fields).trim_start_matches("the "))),
        _ => plain,
    }
}

fn identify(fields: &mut Map<String, Value>, draft: &SampleDraft<'_>) {
    fields.insert("@type".to_owned(), "JobPosting".into());
    fields.insert("identifier".to_owned(), draft.id.clone().into());
    fields.insert("url".to_owned(), format!("https://example.com/jobs/{}", draft.id).into());
    fields.insert("title".to_owned(), draft.title.clone().into());
    fields.insert("skills".to_owned(), json!(draft.skills));
}

fn organization(draft: &SampleDraft<'_>, random: &mut Random) -> Value {
    if draft.is_anonymous {
        json!({ "@type": "Organization", "name": draft.company.veiled_name(random), "anonymous": true })
    } else {
        draft.company.wire.clone()
    }
}

/// Anonymous companies hire through an agency; most others post their jobs themselves.
fn provenance(draft: &SampleDraft<'_>, random: &mut Random) -> Value {
    let recruiter = random.chance(90).then(|| people::name(random));
    let mut fields = if draft.is_anonymous || random.chance(18) {
        json!({ "kind": "agency", "agency": people::agency(random) })
    } else {
        json!({ "kind": "direct" })
    };
    if let Some(name) = recruiter {
        fields["recruiter"] = name.into();
    }
    fields
}

fn state_terms(fields: &mut Map<String, Value>, draft: &SampleDraft<'_>, random: &mut Random) {
    let kind = match random.below(100) {
        _ if draft.career.level == CareerLevel::Intern => Some("INTERN"),
        0..82 => Some("FULL_TIME"),
        82..89 => Some("CONTRACTOR"),
        89..93 => Some("PART_TIME"),
        93..95 => Some("TEMPORARY"),
        _ => None,
    };
    put(fields, "employmentType", kind.map(Value::from));
    put(fields, "industry", (!draft.is_anonymous || random.chance(50)).then(|| draft.company.sector.industry().into()));
    put(fields, "department", random.chance(85).then(|| draft.role.department.into()));
    fields.insert("inLanguage".to_owned(), "en".into());
    fields.insert("howToApply".to_owned(), how_to_apply(&draft.id, random).into());
}

fn how_to_apply(id: &str, random: &mut Random) -> String {
    if random.chance(10) { format!("jobs+{id}@example.com") } else { format!("https://example.com/apply/{id}") }
}

/// The smaller of two draws: recent days have more postings than earlier ones, because jobs get filled.
fn date(fields: &mut Map<String, Value>, now: Date, random: &mut Random) {
    let days_ago = random.below(DAYS_BACK + 1).min(random.below(DAYS_BACK + 1));
    let posted = now.plus_days(-(days_ago as i32));
    fields.insert("datePosted".to_owned(), posted.to_string().into());
    let last_day = posted.plus_days(30 + random.below(60) as i32);
    put(fields, "validThrough", random.chance(55).then(|| last_day.to_string().into()));
}

fn put(fields: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(name.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use xxhash_rust::xxh3::xxh3_64;

    use super::*;

    /// Enough for shares to become stable, and few enough for an unoptimized test.
    const MANY: usize = 4_000;

    /// Hash of 500 postings with seed 7, from when the generator was last changed on purpose.
    const RECORDED_HASH: u64 = 1_365_797_837_632_483_849;

    fn today() -> Date {
        Date::from_ymd(2026, 11, 23).expect("a day")
    }

    fn hash(seed: u64) -> u64 {
        let lines: Vec<String> = sample(500, seed, today()).map(|posting| posting.to_string()).collect();
        xxh3_64(lines.join("\n").as_bytes())
    }

    fn text<'a>(posting: &'a Value, pointer: &str) -> &'a str {
        posting.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    fn without_tags(html: &str) -> String {
        html.split('<').filter_map(|piece| piece.rsplit('>').next()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes_on_every_machine() {
        assert_eq!(hash(7), hash(7));
        assert_eq!(hash(7), RECORDED_HASH, "the generator changed: if on purpose, record the new hash");
    }

    #[test]
    fn another_seed_gives_another_sample() {
        assert_ne!(hash(7), hash(8));
    }

    #[test]
    fn a_longer_sample_begins_with_the_shorter_one() {
        let short: Vec<Value> = sample(20, 3, today()).collect();
        let long: Vec<Value> = sample(40, 3, today()).take(20).collect();
        assert_eq!(short, long);
    }

    #[test]
    fn every_posting_says_that_it_is_a_sample() {
        let mut ids = BTreeSet::new();
        for posting in sample(MANY, 1, today()) {
            let id = text(&posting, "/identifier").to_owned();
            assert!(id.starts_with("sample-"), "{id}");
            assert!(text(&posting, "/description").contains(description::LABEL), "{posting}");
            let apply = text(&posting, "/howToApply");
            assert!(apply.starts_with("https://example.com/") || apply.ends_with("@example.com"), "{apply}");
            assert!(ids.insert(id), "an identifier occurs twice");
        }
    }

    #[test]
    fn a_few_employers_post_much_and_most_post_little() {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for posting in sample(MANY, 1, today()) {
            *counts.entry(text(&posting, "/hiringOrganization/name").to_owned()).or_default() += 1;
        }
        let mut sizes: Vec<usize> = counts.into_values().collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        let top_share = sizes[0] * 100 / MANY;
        let top_tenth = sizes.iter().take(sizes.len() / 10).sum::<usize>() * 100 / MANY;
        assert!((2..=12).contains(&top_share), "the top employer has {top_share} %");
        assert!((35..=80).contains(&top_tenth), "the top tenth of employers has {top_tenth} %");
        assert!(sizes.len() >= 400, "only {} employers", sizes.len());
    }

    #[test]
    fn what_is_stated_has_the_promised_shares() {
        let postings: Vec<Value> = sample(MANY, 1, today()).collect();
        let share =
            |is_so: &dyn Fn(&Value) -> bool| postings.iter().filter(|posting| is_so(posting)).count() * 100 / MANY;
        let words = share(&|posting| posting.pointer("/baseSalary/value").is_some_and(Value::is_string));
        let figures = share(&|posting| posting.pointer("/baseSalary/value").is_some_and(Value::is_object));
        let in_india = share(&|posting| text(posting, "/jobLocation/0/address/addressCountry") == "IN");
        let remote = share(&|posting| text(posting, "/workplaceType") == "remote");
        let agency = share(&|posting| text(posting, "/provenance/kind") == "agency");
        let expired = share(&|posting| {
            !text(posting, "/validThrough").is_empty() && text(posting, "/validThrough") < "2026-11-23"
        });
        for (name, share, range) in [
            ("pay in figures", figures, 55..=65),
            ("pay in words", words, 12..=18),
            ("in India", in_india, 60..=85),
            ("remote", remote, 10..=25),
            ("through an agency", agency, 18..=32),
            ("expired", expired, 1..=10),
        ] {
            assert!(range.contains(&share), "{share} % are {name}");
        }
    }

    #[test]
    fn a_posting_has_three_to_nine_skills_and_a_text_worth_reading() {
        for posting in sample(MANY, 2, today()) {
            let skills: BTreeSet<&str> =
                posting["skills"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
            assert_eq!(Some(skills.len()), posting["skills"].as_array().map(Vec::len), "a skill occurs twice");
            assert!((3..=9).contains(&skills.len()), "{skills:?}");
            let words = without_tags(text(&posting, "/description")).split_whitespace().count();
            assert!((150..=400).contains(&words), "{words} words: {posting}");
            assert!(!text(&posting, "/description").contains(['{', '}']), "{posting}");
        }
    }

    #[test]
    fn the_bundled_board_features_jobs_it_has() {
        let feed: Value = serde_json::from_str(BOARD_JOBS).expect("valid JSON");
        let jobs = feed["jobs"].as_array().expect("a list of jobs");
        assert_eq!(jobs.len(), 11);
        let featured = BOARD_TOML.lines().find(|line| line.starts_with("featured_jobs")).expect("featured jobs");
        for id in featured.split('"').skip(1).step_by(2) {
            assert!(jobs.iter().any(|job| job["identifier"] == id), "{id} is not among the jobs");
        }
    }
}
