//! Structured data of pages: every object can be read back, agrees with what its page shows, and is accepted by
//! search engines' job listings.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    path::Path,
};

use listing_rules::{is_accepted, items};
use openroles_app::structured_data::job_posting;
use openroles_feeds::{
    feed,
    ingest::{Duplicates, IngestOptions, Ingested, ingest},
    sample,
};
use openroles_model::{
    domain::{
        ApplicantLocation, BaseSalary, BoardSettings, Country, Date, Description, EmploymentType, Experience,
        HiringOrganization, HostSettings, JobPosting, PayRange, PicturesWanted, Provenance, SalaryUnit, WebUrl,
        WorkplaceType,
    },
    findings::{Verdict, judge},
    words::ENGLISH,
};
use openroles_site::site::{self, PagesWanted, SiteInput};
use serde_json::Value;
use tempfile::TempDir;

#[path = "support/listing_rules.rs"]
mod listing_rules;
#[path = "../../feeds/tests/support/real_data.rs"]
mod real_data;
#[path = "support/tiny_app.rs"]
mod tiny_app;

/// Enough postings for every kind of workplace, employer, and pay in the samples.
const GENERATED: usize = 300;

#[test]
fn structured_data_states_nothing_that_its_page_does_not_show() {
    let site = Site::of_samples();
    for posting in &site.board.postings {
        let page = site.page(&format!("jobs/{}/index.html", posting.slug));
        for object in page.linked_data("JobPosting") {
            for fact in facts(&object) {
                assert!(page.shows(&fact), "{}: {fact:?} is marked up and not shown", posting.slug);
            }
        }
    }
    for organization in &site.board.organizations {
        let page = site.page(&format!("companies/{}/index.html", organization.slug));
        let objects = page.linked_data("Organization");
        assert_eq!(objects.len(), 1, "{}", organization.slug);
        for fact in objects.iter().flat_map(company_facts) {
            assert!(page.shows(&fact), "{}: {fact:?} is marked up and not shown", organization.slug);
        }
    }
}

#[test]
fn a_posting_can_be_read_back_from_its_page() {
    let site = Site::of_samples();
    let mut marked_up = 0;
    for posting in &site.board.postings {
        let page = site.page(&format!("jobs/{}/index.html", posting.slug));
        let Some(object) = page.linked_data("JobPosting").pop() else { continue };
        marked_up += 1;
        assert!(is_accepted(&object, now()), "{object:#}");
        let contents = feed::read(page.html.as_bytes(), None).expect("a page with a posting");
        let again = ingest(contents, &IngestOptions::default()).postings;
        assert_eq!(again.len(), 1, "{}", posting.slug);
        assert_eq!(as_marked_up(again[0].clone()), as_marked_up(posting.clone()), "{object:#}");
    }
    assert!(marked_up * 10 >= site.board.postings.len() * 7, "only {marked_up} pages have a posting");
}

#[test]
fn skills_found_in_a_text_are_not_marked_up_and_are_found_again() {
    let text = "<p>You build services in <b>Rust</b>, Go or C++.</p><ul><li>Docker</li><li>Helm</li><li>Ruby on Rails</li></ul>";
    let record = serde_json::json!({"identifier": 1, "title": "Python developer", "hiringOrganization": "Acme", "description": text});
    let read =
        |bytes: &[u8]| ingest(feed::read(bytes, None).expect("a feed"), &IngestOptions::default()).postings.remove(0);
    let posting = read(record.to_string().as_bytes());
    assert_eq!(posting.skills, ["Python", "Rust", "Go", "C++", "Docker", "Helm", "Ruby on Rails"]);
    let object = job_posting(&posting, None);
    assert_eq!(object["skills"], Value::Null, "{object:#}");
    let again = read(object.to_string().as_bytes());
    assert_eq!((&again.skills, again.skill_source), (&posting.skills, posting.skill_source));
    let listed =
        serde_json::json!({"identifier": 1, "title": "Cook", "hiringOrganization": "Acme", "skills": ["Go", "Rust"]});
    assert_eq!(job_posting(&read(listed.to_string().as_bytes()), None)["skills"], serde_json::json!(["Go", "Rust"]));
}

#[test]
fn a_posting_that_a_listing_would_refuse_has_no_structured_data() {
    let site = Site::of_samples();
    for posting in &site.board.postings {
        let organization = site
            .board
            .organizations
            .iter()
            .find(|candidate| Some(&candidate.slug) == posting.hiring_organization.slug());
        let is_listed = judge(posting, organization, now()).is_listed();
        assert_eq!(is_accepted(&job_posting(posting, organization), now()), is_listed, "{}", posting.slug);
        let page = site.page(&format!("jobs/{}/index.html", posting.slug));
        assert_eq!(page.linked_data("JobPosting").len(), usize::from(is_listed), "{}", posting.slug);
    }
}

#[test]
fn lists_link_to_their_pages_and_contain_no_posting() {
    let site = Site::of_samples();
    let folders = fs::read_dir(site.folder.path().join("site")).expect("a site");
    let names = folders.map(|entry| entry.expect("an entry").file_name().into_string().expect("ascii"));
    let landing = names.filter(|name| name.contains("-jobs-in-")).max().expect("a landing page") + "/index.html";
    for (path, kinds) in [
        ("index.html", vec!["ItemList", "WebSite"]),
        ("jobs/index.html", vec!["ItemList"]),
        ("jobs/page/1/index.html", vec!["BreadcrumbList", "ItemList"]),
        ("companies/index.html", vec!["ItemList"]),
        ("companies/altimetrik/index.html", vec!["BreadcrumbList", "ItemList", "Organization"]),
        (&landing, vec!["BreadcrumbList", "ItemList"]),
        ("404.html", vec![]),
    ] {
        let page = site.page(path);
        let mut found = page.kinds();
        found.sort_unstable();
        assert_eq!(found, kinds, "{path}");
        for list in page.linked_data("ItemList").iter().chain(&page.linked_data("BreadcrumbList")) {
            for item in list["itemListElement"].as_array().expect("items") {
                let url = item["url"].as_str().or(item["item"].as_str()).expect("an address");
                let file = url.strip_prefix("https://jobs.example.com/in/").expect(url);
                assert!(site.folder.path().join("site").join(file).join("index.html").is_file(), "{path}: {url}");
                let href = format!("href=\"/in/{file}\"");
                let is_here = file.is_empty() || path == format!("{file}index.html");
                assert!(is_here || page.html.contains(&href), "{path} does not link to {url}");
            }
        }
    }
}

#[test]
fn real_postings_are_marked_up_as_they_were_read() {
    let Some(feed) = real_feed() else { return };
    let options = IngestOptions { company: None, duplicates: Duplicates::Keep };
    let board = ingest(feed::read(feed.as_bytes(), None).expect("a feed"), &options);
    let organizations: HashMap<_, _> =
        board.organizations.iter().map(|organization| (&organization.slug, organization)).collect();
    let page_of =
        |posting: &JobPosting| posting.hiring_organization.slug().and_then(|slug| organizations.get(slug).copied());
    let objects: Vec<Value> = board.postings.iter().map(|posting| job_posting(posting, page_of(posting))).collect();
    let day = Date::from_ymd(2020, 11, 6).expect("the day of the feed");
    let verdicts: Vec<Verdict> = board.postings.iter().map(|posting| judge(posting, page_of(posting), day)).collect();
    for (verdict, object) in verdicts.iter().zip(&objects) {
        assert_eq!(verdict.is_listed(), is_accepted(object, day), "{object:#}");
    }
    let again = feed::read(&serde_json::to_vec(&objects).expect("json"), None).expect("our own objects");
    let again = ingest(again, &options).postings;
    let pairs: Vec<_> = again.into_iter().map(as_marked_up).zip(board.postings.into_iter().map(as_marked_up)).collect();
    // Text that looks like a heading or a list becomes one when it is read again, sometimes only the second time.
    let reread = pairs.iter().filter(|(again, posting)| again != posting).count();
    assert!(reread * 100 <= pairs.len() * 2, "{reread} of {} differ", pairs.len());
    for (again, posting) in &pairs {
        assert_eq!(letters(&again.description), letters(&posting.description), "{}", posting.id.0);
    }
    let textless = |posting: JobPosting| JobPosting { description: Description::default(), ..posting };
    for (again, posting) in pairs {
        assert_eq!(textless(again), textless(posting));
    }
    let complete = verdicts.iter().filter(|verdict| verdict.in_listings.is_empty()).count();
    let refused = verdicts.iter().filter(|verdict| !verdict.is_listed()).count();
    assert_eq!((complete, verdicts.len() - complete - refused, refused), (9_192, 1_116, 20));
    let expected = [("applicant-countries-missing", 2), ("description-missing", 18)];
    let refusals = counts(&verdicts).into_iter().filter(|(code, _)| expected.iter().any(|(known, _)| known == code));
    assert_eq!(refusals.collect::<Vec<_>>(), expected);
}

/// The letters and digits of a text.
fn letters(description: &Description) -> String {
    description.plain_text().chars().filter(|character| character.is_alphanumeric()).collect()
}

/// Ten thousand objects published by a job board; `None`, with a message, if the file is absent.
fn real_feed() -> Option<String> {
    real_data::feed_bytes("nhs_jobposting_jsonld.jsonl.gz").map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

/// Number of occurrences of each code.
fn counts(verdicts: &[Verdict]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in verdicts.iter().flat_map(|verdict| &verdict.in_listings) {
        *counts.entry(finding.code.name()).or_default() += 1;
    }
    counts
}

fn now() -> Date {
    Date::from_ymd(2026, 11, 23).expect("a day")
}

/// Built site, with the board it was built from.
struct Site {
    folder: TempDir,
    board: Ingested,
}

impl Site {
    /// The bundled board and generated postings, under a base path.
    fn of_samples() -> Self {
        let mut contents = feed::read(sample::board_jobs(now()).as_bytes(), None).expect("the sample board");
        let generated: Vec<Value> = sample::sample(GENERATED, 7, now()).collect();
        let generated = serde_json::to_vec(&generated).expect("json");
        contents.postings.extend(feed::read(&generated, None).expect("samples").postings);
        let board = ingest(contents, &IngestOptions { company: None, duplicates: Duplicates::Keep });
        let folder = tempfile::tempdir().expect("a folder");
        let settings = BoardSettings {
            site_url: WebUrl::parse("https://jobs.example.com"),
            base_path: "/in/".to_owned(),
            ..BoardSettings::named("Samples")
        };
        site::write(&SiteInput {
            board: &settings,
            postings: &board.postings,
            organizations: &board.organizations,
            picture_copies: None,
            app: Some(Path::new(&tiny_app::folder())),
            pages: PagesWanted::All,
            pictures: PicturesWanted::None,
            host: HostSettings::default(),
            now: now(),
            out: &folder.path().join("site"),
            progress: &|_| (),
        })
        .expect("a site");
        Self { folder, board }
    }

    fn page(&self, path: &str) -> Page {
        Page { html: fs::read_to_string(self.folder.path().join("site").join(path)).expect(path) }
    }
}

/// Page as a crawler gets it.
struct Page {
    html: String,
}

/// Something that a page must show.
#[derive(Debug)]
enum Fact {
    /// These words, somewhere in the text.
    Words(String),
    /// A link or picture with this address.
    Address(String),
    /// A `time` element for this day.
    Day(String),
}

impl Page {
    /// The objects of a type.
    fn linked_data(&self, kind: &str) -> Vec<Value> {
        let scripts = self.html.split("<script type=\"application/ld+json\" data-page>").skip(1);
        let objects = scripts.map(|rest| rest.split("</script>").next().expect("closed"));
        let objects = objects.map(|json| serde_json::from_str::<Value>(json).expect("json"));
        objects.filter(|object| kind.is_empty() || object["@type"] == kind).collect()
    }

    fn kinds(&self) -> Vec<String> {
        self.linked_data("").iter().map(|object| object["@type"].as_str().expect("a type").to_owned()).collect()
    }

    fn shows(&self, fact: &Fact) -> bool {
        let body = self.html.split("<div id=\"app\">").nth(1).expect("a body");
        let body = body.split("<script type=\"application/json\"").next().expect("elements");
        match fact {
            Fact::Words(words) => plain(body).contains(&plain(words)),
            Fact::Address(url) => {
                let url = url.replace('&', "&amp;");
                body.contains(&format!("href=\"{url}\"")) || body.contains(&format!("src=\"{url}\""))
            }
            Fact::Day(day) => body.contains(&format!("<time datetime=\"{day}\"")),
        }
    }
}

/// Text without tags and whitespace, with entities decoded.
fn plain(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let text: String = parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) })
        .collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&amp;", "&").split_whitespace().collect()
}

/// Everything that a posting's object states, as its page must show it.
fn facts(job: &Value) -> Vec<Fact> {
    let mut facts = vec![Fact::Words(text(&job["title"])), Fact::Day(text(&job["datePosted"]))];
    facts.extend(description_facts(&job["description"]));
    let day = Date::parse(&text(&job["validThrough"]));
    facts.extend(day.map(|day| Fact::Words(format!("Apply until{}", day.to_words(ENGLISH.values)))));
    facts.push(Fact::Words(text(&job["identifier"]["value"])));
    let organization = &job["hiringOrganization"];
    facts.extend(stated(&organization["name"]).filter(|name| name != "confidential").map(Fact::Words));
    facts.extend(["sameAs", "logo"].iter().filter_map(|name| stated(&organization[*name])).map(Fact::Address));
    for place in items(&job["jobLocation"]) {
        let address = &place["address"];
        facts.extend(
            ["addressLocality", "addressRegion"].iter().filter_map(|name| stated(&address[*name])).map(Fact::Words),
        );
        let country = Country::parse(&text(&address["addressCountry"])).expect("a country");
        facts.push(Fact::Words(country.name().to_owned()));
    }
    facts.extend(stated(&job["jobLocationType"]).map(|_| Fact::Words("Remote".to_owned())));
    facts.extend(items(&job["applicantLocationRequirements"]).map(|area| Fact::Words(text(&area["name"]))));
    facts.extend(pay(&job["baseSalary"]).map(|range| Fact::Words(range.in_words(ENGLISH.values))));
    let kinds = items(&job["employmentType"]).map(text);
    facts.extend(kinds.map(|code| {
        let kind = EmploymentType::ALL.into_iter().find(|kind| kind.code() == code);
        Fact::Words(kind.expect("a listed kind").label(ENGLISH.values).to_owned())
    }));
    let months = job["experienceRequirements"]["monthsOfExperience"].as_u64();
    let least = months.and_then(|months| Experience::from_months(u16::try_from(months).ok(), None));
    facts.extend(least.map(|least| Fact::Words(least.in_words(ENGLISH.values).replace("+ yrs", ""))));
    facts.extend(items(&job["skills"]).chain(items(&job["industry"])).map(|word| Fact::Words(text(word))));
    facts
}

fn company_facts(company: &Value) -> Vec<Fact> {
    let mut facts = vec![Fact::Words(text(&company["name"]))];
    facts.extend(["url", "logo"].iter().filter_map(|name| stated(&company[*name])).map(Fact::Address));
    facts.extend(items(&company["sameAs"]).map(|url| Fact::Address(text(url))));
    facts.extend(stated(&company["foundingDate"]).map(Fact::Words));
    let size = &company["numberOfEmployees"];
    facts.extend(
        ["minValue", "maxValue"].iter().filter_map(|name| size[*name].as_u64()).map(|n| Fact::Words(n.to_string())),
    );
    facts.extend(description_facts(&company["description"]));
    facts
}

/// Each block of a description separately, because a page can insert other text between blocks.
fn description_facts(description: &Value) -> Vec<Fact> {
    let html = text(description);
    let mut blocks = vec![String::new()];
    for part in html.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split(' ').next().expect("a first part");
        if !["strong", "a", "br"].contains(&name) {
            blocks.push(String::new());
        }
        blocks.last_mut().expect("at least one block").push_str(words);
    }
    blocks.retain(|block| !block.is_empty());
    blocks.into_iter().map(Fact::Words).collect()
}

fn pay(salary: &Value) -> Option<PayRange> {
    let amount = |name: &str| salary["value"][name].as_f64().and_then(openroles_model::domain::Amount::from_units);
    let currency = openroles_model::domain::Currency::parse(salary["currency"].as_str()?)?;
    let unit: SalaryUnit = serde_json::from_value(salary["value"]["unitText"].clone()).expect("a unit");
    PayRange::new(amount("minValue"), amount("maxValue"), currency, unit)
}

fn text(value: &Value) -> String {
    stated(value).unwrap_or_default()
}

fn stated(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The posting without the values that structured data has no property for.
fn as_marked_up(posting: JobPosting) -> JobPosting {
    let is_remote = posting.workplace == Some(WorkplaceType::Remote);
    let mut places = posting.job_locations.clone();
    places.retain(|place| place.country.is_some());
    for place in &mut places {
        place.text = place.in_full();
    }
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.text.clone()));
    let applicants = posting.applicant_location.clone();
    let is_listed = is_remote && matches!(applicants, ApplicantLocation::Countries(_));
    let hiring_organization = match posting.hiring_organization.clone() {
        HiringOrganization::Anonymous { .. } => {
            HiringOrganization::Anonymous { description: "confidential".to_owned() }
        }
        named => named,
    };
    JobPosting {
        slug: openroles_model::domain::Slug::of_or_hash(&posting.title),
        hiring_organization,
        provenance: Provenance::Direct { recruiter: None },
        experience: posting
            .experience
            .and_then(|range| Experience::from_months(range.min_months().filter(|n| *n > 0), None)),
        base_salary: posting.base_salary.filter(|salary| matches!(salary, BaseSalary::Range(_))),
        job_locations: places,
        workplace: is_remote.then_some(WorkplaceType::Remote),
        applicant_location: if is_listed { applicants } else { ApplicantLocation::NotStated },
        department: None,
        language: None,
        how_to_apply: None,
        visa_sponsorship: None,
        also_posted: Vec::new(),
        original_title: None,
        ..posting
    }
}
