//! Whole feeds through `feed::read` and `ingest`: what is rejected, and what is kept unique.

use openroles_model::domain::{ApplicantLocation, HiringOrganization, Provenance, Slug};

use super::*;
use crate::feed;

pub(super) fn ingested(feed: &str) -> Ingested {
    ingested_with(feed, &IngestOptions::default())
}

fn ingested_with(feed: &str, options: &IngestOptions) -> Ingested {
    ingest(feed::read(feed.as_bytes(), None).expect("readable"), options)
}

fn slugs(ingested: &Ingested) -> Vec<&str> {
    ingested.postings.iter().map(|posting| posting.slug.as_str()).collect()
}

#[test]
fn a_title_ends_before_the_places_that_are_shown_beside_it() {
    for (title, place, shown) in [
        ("Baker - Pune", "Pune, India", "Baker"),
        ("Baker (Bangalore)", "Bengaluru", "Baker"),
        ("Baker | Pune, Maharashtra, India", "Pune", "Baker"),
        ("Baker, Pastry - Pune / Mumbai", "Pune, Mumbai", "Baker, Pastry"),
        ("Baker – Pune (Remote)", "Pune (Remote)", "Baker"),
        ("Support Engineer (Remote)", "Remote", "Support Engineer"),
        ("Support Engineer (Remote)", "Pune", "Support Engineer (Remote)"),
        ("Sales Executive - Berlin", "Munich", "Sales Executive - Berlin"),
        ("Country Manager, India", "Mumbai, India", "Country Manager, India"),
        ("Engineer - Backend", "Pune", "Engineer - Backend"),
        ("Analyst - Remote Sensing", "Remote", "Analyst - Remote Sensing"),
        ("Opportunities - (Pune)", "Pune", "Opportunities"),
        ("JUNIOR BAKER - Pune", "Pune", "Junior Baker"),
        ("(Pune)", "Pune", "(Pune)"),
        ("Pune - Mumbai", "Pune, Mumbai", "Pune"),
    ] {
        let record = serde_json::json!({"id": 1, "title": title, "company": "Acme", "location": place});
        let contents = feed::read(record.to_string().as_bytes(), None).expect("readable");
        let posting = ingest(contents, &IngestOptions::default()).postings.remove(0);
        assert_eq!(posting.title, shown, "{title} in {place}");
        assert_eq!(posting.untrimmed_title(), (title != shown).then_some(title));
    }
}

#[test]
fn a_posting_without_identity_title_or_employer_is_refused_by_name() {
    for (record, name, code) in [
        (r#"{"title":"A","hiringOrganization":"X"}"#, "record 1", "missing-identifier"),
        (r#"{"identifier":"1","title":" ","hiringOrganization":"X"}"#, "1", "missing-title"),
        (r#"{"url":"https://x.example/1","title":"A"}"#, "https://x.example/1", "missing-organization"),
        (r#"{"identifier":"1","title":"\u200b","hiringOrganization":"X"}"#, "1", "missing-title"),
    ] {
        let rejections = ingested(&format!("[{record}]")).rejections;
        assert_eq!(rejections[0].record, name);
        assert_eq!(rejections[0].reason.code().name(), code);
    }
}

#[test]
fn the_operator_can_name_the_company() {
    let options = IngestOptions { company: Some("Acme".to_owned()), ..IngestOptions::default() };
    let board = ingested_with(
        r#"[{"identifier":1,"title":"A"},{"identifier":2,"title":"B","hiringOrganization":"Own"}]"#,
        &options,
    );
    let names: Vec<&str> = board.postings.iter().map(|posting| posting.hiring_organization.label()).collect();
    assert_eq!(names, ["Acme", "Own"]);
}

#[test]
fn the_later_of_two_equal_identifiers_is_refused() {
    let board = ingested(
        r#"[{"identifier":1,"title":"A","hiringOrganization":"X"},{"identifier":"1","title":"B","hiringOrganization":"X"}]"#,
    );
    assert_eq!(board.postings.len(), 1);
    assert_eq!(
        board.rejections[0].reason,
        RejectionReason::DuplicateIdentifier { earlier_title: "A".to_owned(), feed: FeedId::default() }
    );
}

#[test]
fn a_record_repeated_for_another_place_or_with_the_text_completes_the_first() {
    let board = ingested(
        r#"[{"identifier":1,"title":"A","hiringOrganization":"X","jobLocation":"Pune"},{"identifier":1,"title":"A","hiringOrganization":"X","jobLocation":"Berlin","description":"Text.","datePosted":"2026-08-01"}]"#,
    );
    assert_eq!(
        board.rejections[0].reason,
        RejectionReason::FoldedDuplicate { into: "1".to_owned(), feed: FeedId::default() }
    );
    let [posting] = &board.postings[..] else { panic!("one posting") };
    assert_eq!(posting.job_locations.len(), 2);
    assert_eq!(posting.description.plain_text(), "Text.");
    assert!(posting.date_posted.is_some());
}

#[test]
fn a_board_s_handle_stands_in_for_a_name_that_nobody_gives() {
    let feed = |url: &str| format!(r#"[{{"text":"Baker","categories":{{}},"hostedUrl":"{url}"}}]"#);
    for (url, company, expected) in [
        ("https://jobs.lever.co/acme-bakery/1", None, "Acme Bakery"),
        ("https://jobs.lever.co/AcmeCo/1", None, "AcmeCo"),
        ("https://jobs.lever.co/acme/1", Some("Acme Ltd"), "Acme Ltd"),
    ] {
        let options = IngestOptions { company: company.map(str::to_owned), ..IngestOptions::default() };
        let board = ingested_with(&feed(url), &options);
        assert_eq!(board.postings[0].hiring_organization.label(), expected);
    }
}

#[test]
fn the_same_offer_in_two_cities_is_one_posting_unless_kept() {
    let feed = r#"[
        {"identifier":1,"title":"A","hiringOrganization":"X","description":"Same","jobLocation":"Berlin","datePosted":"2026-01-01"},
        {"identifier":2,"title":"A","hiringOrganization":"X","description":"Same","jobLocation":"Munich","datePosted":"2026-01-02"},
        {"identifier":3,"title":"A","hiringOrganization":"X","description":"Other","jobLocation":"Paris"},
        {"identifier":4,"title":"B","hiringOrganization":"X","jobLocation":"Berlin"},
        {"identifier":5,"title":"B","hiringOrganization":"X","jobLocation":"Berlin"}]"#;
    let folded = ingested(feed);
    assert_eq!(folded.postings.iter().map(|posting| posting.job_locations.len()).collect::<Vec<_>>(), [2, 1, 1, 1]);
    assert_eq!(
        folded.rejections[0].reason,
        RejectionReason::FoldedDuplicate { into: "1".to_owned(), feed: FeedId::default() }
    );
    let kept = ingested_with(feed, &IngestOptions { duplicates: Duplicates::Keep, ..IngestOptions::default() });
    assert_eq!(kept.postings.len(), 5);
}

#[test]
fn a_new_posting_does_not_move_the_page_of_an_old_one() {
    let old = r#"{"identifier":"old","title":"A","hiringOrganization":"X","datePosted":"2026-01-01"}"#;
    let new = r#"{"identifier":"new","title":"A","hiringOrganization":"X","datePosted":"2026-02-01","skills":"Rust"}"#;
    let third =
        r#"{"identifier":"third","title":"A","hiringOrganization":"X","datePosted":"2026-03-01","skills":"Go"}"#;
    let before = ingested(&format!("[{new},{old}]"));
    let after = ingested(&format!("[{third},{new},{old}]"));
    assert_eq!(slugs(&before)[1], "a-x");
    assert_eq!(slugs(&after)[1..], slugs(&before)[..]);
}

/// The board of a build after an earlier one.
fn after(contents: FeedContents, earlier: &EarlierJobs) -> Ingested {
    let mut intake = Intake::default();
    intake.take(contents);
    intake.finish(earlier)
}

/// Ingests named feeds after an earlier build of such feeds. Returns the board and its identifiers.
fn ids_after(earlier: &Ingested, feeds: &[(&str, &str)]) -> (Ingested, Vec<String>) {
    let known = |(posting, origin): (&JobPosting, &Origin)| {
        let company = posting.hiring_organization.slug().cloned();
        let (slug, feed) = (posting.slug.clone(), Some(origin.feed));
        (
            posting.id.clone(),
            EarlierJob { slug, company, feed, standing: EarlierStanding::Open, date_posted: posting.date_posted },
        )
    };
    let jobs = earlier.postings.iter().zip(&earlier.origins).map(known).collect();
    let mut contents = FeedContents::default();
    for (name, feed) in feeds {
        let read = feed::read(feed.as_bytes(), None).expect("readable").of_feed(FeedId::of(name));
        contents.postings.extend(read.postings);
    }
    let board = after(contents, &EarlierJobs { jobs, reading: FeedsRead::All });
    assert_eq!(board.rejections, []);
    let ids = board.postings.iter().map(|posting| posting.id.0.clone()).collect();
    (board, ids)
}

fn table(companies: &[&str]) -> String {
    let rows: String = companies.iter().map(|company| format!("1,Baker,{company}\n")).collect();
    format!("id,title,company\n{rows}")
}

#[test]
fn an_identifier_of_several_employers_is_made_unique_and_no_job_is_lost() {
    let nothing = Ingested::default();
    let of = |feeds: &[(&str, &str)]| ids_after(&nothing, feeds).1;
    assert_eq!(of(&[("a", &table(&["Acme", "Globex", "Initech"]))]), ["1", "1@globex", "1@initech"]);
    assert_eq!(of(&[("a", &table(&["Acme"])), ("b", &table(&["Globex"]))]), ["1", "1@globex"]);
    let nameless = table(&["confidential"]);
    let both = of(&[("a", &nameless), ("b", &nameless)]);
    assert_eq!(both, ["1".to_owned(), format!("1@{}", FeedId::of("b"))]);
    let bamboo = |host: &str| {
        format!(
            r#"[{{"id":"86","jobOpeningName":"Baker","jobOpeningShareUrl":"https://{host}.bamboohr.com/careers/86"}}]"#
        )
    };
    assert_eq!(of(&[("a", &bamboo("acme")), ("b", &bamboo("globex"))]), ["86", "86@globex"]);
}

#[test]
fn a_job_keeps_its_identifier_whoever_comes_and_goes() {
    let both = ids_after(&Ingested::default(), &[("a", &table(&["Acme"])), ("g", &table(&["Globex"]))]).0;
    let after = |feeds: &[(&str, &str)]| ids_after(&both, feeds).1;
    assert_eq!(after(&[("g", &table(&["Globex"])), ("a", &table(&["Acme"]))]), ["1@globex", "1"]);
    assert_eq!(after(&[("g", &table(&["Globex"]))]), ["1@globex"]);
    assert_eq!(after(&[("i", &table(&["Initech"]))]), ["1@initech"], "it was another job's");
    assert_eq!(after(&[("a", &table(&["Acme Corporation"]))]), ["1"], "the feed tells that it is the same");
    assert_eq!(after(&[("renamed", &table(&["Acme"]))]), ["1"], "the employer tells that it is the same");
    assert_eq!(after(&[("a", &table(&["Initech", "Acme"]))]), ["1@initech", "1"], "the employer tells better");
}

#[test]
fn only_feeds_that_were_read_in_full_tell_what_is_gone() {
    let feed = |name: &str| FeedId::of(name);
    let job = |feed: Option<FeedId>, standing: EarlierStanding, path: &str| {
        let slug = Slug::of(path).expect("ascii");
        EarlierJob { slug, company: None, feed, standing, date_posted: None }
    };
    let (open, closed) = (EarlierStanding::Open, EarlierStanding::Closed);
    let jobs = [
        ("gone", job(Some(feed("whole")), open, "gone")),
        ("kept", job(Some(feed("broken")), open, "baker-acme")),
        ("unknown", job(None, open, "unknown")),
        ("closed", job(Some(feed("broken")), closed, "closed")),
    ];
    let jobs = jobs.map(|(id, job)| (JobId(id.to_owned()), job)).into_iter().collect();
    let reading = FeedsRead::Only(HashSet::from([feed("whole")]));
    let contents = feed::read(b"id,title,company\n2,Baker,Acme\n", None).expect("readable").of_feed(feed("whole"));
    let board = after(contents, &EarlierJobs { jobs, reading });
    assert_eq!(board.unread, ["kept", "unknown"].map(|id| JobId(id.to_owned())));
    assert_ne!(slugs(&board), ["baker-acme"], "a path that is kept is nobody else's");
}

#[test]
fn an_employer_said_in_parts_has_one_page() {
    let board = ingested(
        r#"[{"identifier":1,"title":"A","hiringOrganization":{"name":"Acme","stage":"Profitable"}},
            {"identifier":2,"title":"B","hiringOrganization":{"name":"ACME","stage":"Sold","numberOfEmployees":"100-1000",
             "sameAs":["https://www.linkedin.com/company/acme","https://acme.example"],"foundingDate":"2012-01-01"}}]"#,
    );
    let [acme] = &board.organizations[..] else { panic!("one organization: {:?}", board.organizations) };
    assert_eq!(acme.stage.as_deref(), Some("Profitable"));
    assert_eq!(acme.size.map(|size| size.to_string()).as_deref(), Some("100-1000"));
    assert_eq!(acme.website.as_ref().map(|url| url.as_str()), Some("https://acme.example"));
    assert_eq!(acme.social_profiles[0].network, "linkedin");
    assert_eq!(acme.founded, Some(2012));
    assert!(board.postings.iter().all(|posting| posting.hiring_organization.label() == "Acme"));
}

#[test]
fn an_anonymous_employer_gets_no_page() {
    let board = ingested(
        r#"[{"identifier":1,"title":"A","hiringOrganization":{"name":"A stealth start-up","anonymous":true},
             "provenance":{"kind":"agency","agency":"Hire","recruiter":"R"}},
            {"identifier":2,"title":"B","hiringOrganization":"confidential"}]"#,
    );
    assert!(board.organizations.is_empty());
    let anonymous = |posting: &JobPosting| matches!(posting.hiring_organization, HiringOrganization::Anonymous { .. });
    assert!(board.postings.iter().all(anonymous));
    let agency = Provenance::Agency { agency: Some("Hire".to_owned()), recruiter: Some("R".to_owned()) };
    assert_eq!(board.postings[0].provenance, agency);
}

#[test]
fn applicants_from_anywhere_and_from_nowhere_stated_differ() {
    for (fields, expected) in [
        (r#""applicantLocationRequirements":"worldwide""#, ApplicantLocation::Worldwide),
        (r#""jobLocation":"Anywhere""#, ApplicantLocation::Worldwide),
        (r#""jobLocation":"Remote""#, ApplicantLocation::NotStated),
        (r#""jobLocation":"Remote - EMEA""#, ApplicantLocation::Places(vec!["EMEA".to_owned()])),
        (
            r#""jobLocation":"Remote - US, Remote - US or Europe""#,
            ApplicantLocation::Places(vec!["United States".to_owned(), "Europe".to_owned()]),
        ),
        (r#""jobLocationType":"TELECOMMUTE""#, ApplicantLocation::NotStated),
    ] {
        let board = ingested(&format!(r#"[{{"identifier":1,"title":"A","hiringOrganization":"X",{fields}}}]"#));
        assert_eq!(board.postings[0].applicant_location, expected, "{fields}");
    }
    let board =
        ingested(r#"[{"identifier":1,"title":"A","hiringOrganization":"X","jobLocation":"Remote, United States"}]"#);
    let ApplicantLocation::Countries(countries) = &board.postings[0].applicant_location else { panic!("countries") };
    assert_eq!(countries[0].code(), "US");
}
