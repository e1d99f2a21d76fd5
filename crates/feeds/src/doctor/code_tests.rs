//! A feed for each code of a finding, read and judged as a build would.

use std::collections::BTreeSet;

use openroles_model::findings::Severity;

use super::*;
use crate::feed;

/// Codes with a feed in which each is found, on 2026-08-01. What the feed doesn't state causes other findings.
const FEEDS: &[(FindingCode, &str)] = &[
    (FindingCode::UnreadableFeed, "just words"),
    (FindingCode::BreaksOff, r#"[{"id":1,"title":"Baker","company":"Acme"}"#),
    (FindingCode::UnreadColumn, "id,title,company,Apply Link\n1,Baker,Acme,https://example.com/1\n"),
    (FindingCode::InvalidJson, "{\"title\":\"Baker\"}\n{\"title\":\n"),
    (
        FindingCode::InvalidXml,
        "<jobs><job><id>1</id><title>Baker</title><company>Acme</company></job><job><id>2</id><title>Cook</job><job><id>3</id><title>Clerk</title><company>Acme</company></job></jobs>",
    ),
    (FindingCode::TooManyCells, "id,title,company\n1,Baker,Acme\n2,Cook,Acme,Pune\n"),
    (FindingCode::NotAPosting, r#"[{"title":"Baker"},{"name":"Acme"}]"#),
    (FindingCode::MissingIdentifier, r#"[{"@type":"JobPosting","title":"Baker","hiringOrganization":"Acme"}]"#),
    (FindingCode::MissingTitle, "id,title,company\n1,Baker,Acme\n2,,Acme\n"),
    (FindingCode::MissingOrganization, "id,title\n1,Baker\n"),
    (FindingCode::DuplicateIdentifier, "id,title,company\n1,Baker,Acme\n1,Cook,Acme\n"),
    (FindingCode::FoldedDuplicate, "id,title,company,description\n1,Baker,Acme,Bake bread\n2,Baker,Acme,Bake bread\n"),
    (
        FindingCode::NotPublished,
        r#"{"offers":[{"id":1,"title":"Baker","company_name":"Acme","careers_url":"https://acme.recruitee.com/o/baker","careers_apply_url":"https://acme.recruitee.com/o/baker/c/new","status":"draft","description":"Bake"}]}"#,
    ),
    (
        FindingCode::UnreadPay,
        r#"[{"id":1,"title":"Baker","company":"Acme","baseSalary":{"currency":"USD","value":{"minValue":5,"maxValue":900000,"unitText":"YEAR"}}}]"#,
    ),
    (FindingCode::MisplacedPay, "id,title,company,salary\n1,Baker,Acme,Bengaluru\n"),
    (FindingCode::PayInWords, "id,title,company,salary\n1,Baker,Acme,10 coins\n"),
    (FindingCode::UnreadExperience, "id,title,company,experience\n1,Baker,Acme,26 Feb\n"),
    (FindingCode::UnreadDate, "id,title,company,dateposted\n1,Baker,Acme,soon\n"),
    (FindingCode::AmbiguousDate, "id,title,company,dateposted\n1,Baker,Acme,07/06/2026\n"),
    (FindingCode::OpenEndedDate, "id,title,company,dateposted\n1,Baker,Acme,30+ days ago\n"),
    (FindingCode::GuessedDate, "id,title,company,dateposted\n1,Baker,Acme,2 days ago\n"),
    (FindingCode::UnusableLink, "id,title,company,apply\n1,Baker,Acme,javascript:alert(1)\n"),
    (FindingCode::GuessedDollar, "id,title,company,salary\n1,Baker,Acme,\"$90,000 a year\"\n"),
    (FindingCode::GuessedCurrency, "id,title,company,salary,location\n1,Baker,Acme,\"10,000/month\",\"Pune, India\"\n"),
    (FindingCode::GuessedPeriod, "id,title,company,salary\n1,Baker,Acme,£9.21\n"),
    (FindingCode::GuessedSkills, "id,title,company,skills\n1,Baker,Acme,PythonDjangoPostgreSQL\n"),
    (FindingCode::GuessedTitle, "id,title,company,location\n1,Baker - Pune,Acme,\"Pune, India\"\n"),
    (FindingCode::GuessedCompany, "title,url\nBaker,https://jobs.lever.co/acme/1\n"),
    (FindingCode::ReadVisaSponsorship, "id,title,company,description\n1,Baker,Acme,We offer visa sponsorship.\n"),
    (FindingCode::MovedFields, "id,title,company,skills\n1,Baker,Acme,\"Rust, 2 days ago\"\n"),
    (FindingCode::OmittedField, "id,title,company,skills,dateposted\n1,Baker,Acme,\"Rust, 2 days ago\",2026-07-30\n"),
    (FindingCode::Expired, "id,title,company,validthrough\n1,Baker,Acme,2026-07-31\n"),
    (FindingCode::ApplyMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::UnknownPlace, "id,title,company,location\n1,Baker,Acme,Xyzzyville\n"),
    (FindingCode::UnknownSkill, "id,title,company,skills\n1,Baker,Acme,Underwater weaving\n"),
    (FindingCode::DescriptionMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::DatePostedMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::LocationMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::ApplicantCountriesMissing, "id,title,company,remote\n1,Baker,Acme,true\n"),
    (FindingCode::EndsBeforeItBegins, "id,title,company,dateposted,validthrough\n1,Baker,Acme,2026-09-02,2026-09-01\n"),
    (FindingCode::PostedInTheFuture, "id,title,company,dateposted\n1,Baker,Acme,2026-08-02\n"),
    (FindingCode::DescriptionRepeatsTitle, "id,title,company,description\n1,Baker,Acme,BAKER\n"),
    (FindingCode::TitleSaysMore, "id,title,company\n1,Baker at Acme,Acme\n"),
    (FindingCode::DescriptionShort, "id,title,company,description\n1,Baker,Acme,Bake bread.\n"),
    (FindingCode::ValidThroughMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::SalaryMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::EmploymentTypeMissing, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::DerivedIdentifier, "title,company\nBaker,Acme\n"),
    (FindingCode::OrganizationUnlinked, "id,title,company\n1,Baker,Acme\n"),
    (FindingCode::LocalityMissing, "id,title,company,location\n1,Baker,Acme,India\n"),
];

/// What is found in a feed.
fn diagnoses(feed: &str) -> Diagnoses {
    let mut examination = Examination::new(IngestOptions::default(), Date::parse("2026-08-01").expect("a day"));
    examination.begin("feed", FeedId::of("feed"));
    let result = feed::read(feed.as_bytes(), None).map(|contents| {
        let extent = contents.extent;
        examination.take(contents);
        extent
    });
    examination.end(result.map_err(|error| error.to_string()));
    examination.finish().diagnoses
}

#[test]
fn every_code_occurs() {
    let missing: Vec<String> = FEEDS.iter().filter_map(|(code, feed)| missing(*code, feed)).collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    let with_feed: BTreeSet<FindingCode> = FEEDS.iter().map(|(code, _)| *code).collect();
    assert_eq!(with_feed, FindingCode::ALL.iter().copied().collect(), "each code has a feed");
}

/// What is found in a feed instead of the code.
fn missing(code: FindingCode, feed: &str) -> Option<String> {
    let found = diagnoses(feed);
    let codes: Vec<&str> = found.iter().map(|diagnosis| diagnosis.code.name()).collect();
    (!codes.contains(&code.name())).then(|| format!("no {code} but {codes:?} in {feed}"))
}

#[test]
fn a_finding_is_as_severe_as_its_code_says_and_says_what_it_is_about() {
    for (code, feed) in FEEDS {
        for diagnosis in diagnoses(feed).iter() {
            let is_milder = diagnosis.code == FindingCode::UnreadColumn && diagnosis.severity == Severity::Note;
            assert!(is_milder || diagnosis.severity == diagnosis.code.severity(), "{code}: {diagnosis:?}");
            let examples = &diagnosis.examples;
            assert!(
                examples.iter().all(|one| !one.value.is_empty() && !one.value.ends_with('.')),
                "{code}: {diagnosis:?}"
            );
        }
    }
}

#[test]
fn no_finding_is_about_a_posting_that_states_everything() {
    let text = "You bake bread and rolls before dawn, and teach apprentices. ".repeat(3);
    let feed = format!(
        r#"[{{"@type":"JobPosting","identifier":"1","title":"Baker","description":"<p>{text}</p>",
        "hiringOrganization":{{"name":"Acme","sameAs":"https://acme.example"}},"datePosted":"2026-07-30",
        "validThrough":"2026-12-31","employmentType":"FULL_TIME","howToApply":"jobs@acme.example",
        "jobLocation":{{"address":{{"addressLocality":"Pune","addressRegion":"Maharashtra","addressCountry":"IN"}}}},
        "baseSalary":{{"currency":"INR","value":{{"minValue":300000,"maxValue":600000,"unitText":"YEAR"}}}}}}]"#
    );
    assert_eq!(diagnoses(&feed), Diagnoses::default());
}
