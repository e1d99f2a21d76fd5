//! What each kind of feed gives, well-formed and broken.

use super::*;

fn titles(feed: &str) -> Vec<String> {
    let contents = read(feed.as_bytes(), None).expect("readable");
    contents.postings.into_iter().filter_map(|posting| posting.title).collect()
}

fn only(feed: &str) -> RawPosting {
    let mut contents = read(feed.as_bytes(), None).expect("readable");
    assert_eq!(contents.postings.len(), 1, "{feed}");
    contents.postings.remove(0)
}

fn rejected(feed: &str) -> Vec<(String, &'static str)> {
    let contents = read(feed.as_bytes(), None).expect("readable");
    contents.rejections.into_iter().map(|rejection| (rejection.record, rejection.reason.code().name())).collect()
}

#[test]
fn every_shape_of_the_native_format_is_read() {
    for feed in [
        r#"[{"title":"A"},{"title":"B"}]"#,
        r#"{"jobs": [{"title":"A"}, {"title":"B"}]}"#,
        "{\"jobs\": [\n{\"title\":\"A\"},\n{\"title\":\"B\"}\n]}",
        "{\"title\":\"A\"}\n{\"title\":\"B\"}\n",
        "{\"title\":\"A\"}\r\n\r\n{\"title\":\"B\"}",
        "{\n  \"title\": \"A\"\n}\n{\n  \"title\": \"B\"\n}",
        "\u{feff}[{\"title\":\"A\"},{\"title\":\"B\"}]",
        r#"{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"X"},{"@type":"JobPosting","title":"A"},{"@type":["JobPosting"],"title":"B"}]}"#,
        r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"JobPosting","title":"A"}},{"@type":"ListItem","item":{"@type":"http://schema.org/JobPosting","title":"B"}}]}"#,
        r#"<!doctype html><title>x</title><script type="application/ld+json">{"@type":"BreadcrumbList"}</script>
           <SCRIPT type='application/ld+json; charset=utf-8'>[{"@type":"JobPosting","title":"A"},{"@type":"JobPosting","title":"B"}]</SCRIPT><script>{"title":"C"}</script>"#,
    ] {
        assert_eq!(titles(feed), ["A", "B"], "{feed}");
    }
}

#[test]
fn a_broken_record_costs_only_itself() {
    let deep = format!("{{\"title\":{}", "[".repeat(10_000)) + &"]".repeat(10_000) + "}";
    for (feed, record, code) in [
        ("{\"title\":\"A\"}\n{\"title\":\n{\"title\":\"B\"}".to_owned(), "line 2", "invalid-json"),
        ("{\"title\": A\"}\n{\"title\":\"A\"}\n{\"title\":\"B\"}".to_owned(), "line 1", "invalid-json"),
        (r#"[{"title":"A"},{"title":nope},{"title":"B"}]"#.to_owned(), "record 2", "invalid-json"),
        (r#"[{"title":"A"},{"title":"B"},{"title":"C"#.to_owned(), "record 3", "invalid-json"),
        (format!(r#"[{{"title":"A"}},{deep},{{"title":"B"}}]"#), "record 2", "invalid-json"),
        (format!("{{\"title\":\"A\"}}\n{deep}\n{{\"title\":\"B\"}}"), "line 2", "invalid-json"),
        (r#"[{"title":"A"},{"name":1},{"title":"B"}]"#.to_owned(), "record 2", "not-a-posting"),
        (r#"[{"title":"A"},7,{"title":"B"}]"#.to_owned(), "record 2", "not-a-posting"),
    ] {
        let start: String = feed.chars().take(80).collect();
        assert_eq!(titles(&feed), ["A", "B"], "{start}");
        assert_eq!(rejected(&feed), [(record.to_owned(), code)], "{start}");
    }
}

#[test]
fn a_feed_that_breaks_off_is_told_from_one_with_a_broken_record() {
    for (feed, extent) in [
        (r#"[{"title":"A"},{"title":nope},{"title":"B"}]"#, Extent::Whole),
        ("{\"title\":\"A\"}\n{\"title\":\n{\"title\":\"B\"}", Extent::Whole),
        ("{\"title\":\"A\"}\n{\"title\":\"B", Extent::CutOff),
        (r#"[{"title":"A"},{"title":"B"}"#, Extent::CutOff),
        (r#"[{"title":"A"},{"title":"B"#, Extent::CutOff),
        (r#"{"jobs":[{"title":"A"},{"title":"B"}]"#, Extent::CutOff),
        (r#"<script type="application/ld+json">[{"@type":"JobPosting","title":"A"}, {"@type""#, Extent::CutOff),
        ("<jobs><job><title>A</title></job><job><title>B</title></job></jobs> <!-- end -->", Extent::Whole),
        ("<jobs><job><title>A</title></job><job><title>B</title></job>", Extent::CutOff),
        ("<jobs><job><title>A</title></job><job><tit", Extent::CutOff),
        ("title,company\nA,X\nB,X", Extent::Whole),
    ] {
        assert_eq!(read(feed.as_bytes(), None).expect("readable").extent, extent, "{feed}");
    }
}

#[test]
fn a_feed_without_a_readable_record_is_an_error_that_says_what_to_do() {
    for (bytes, expected) in [
        (b" \n".as_slice(), "empty"),
        (b"height,width\nA,B", "neither JSON, XML, nor a table"),
        (b"just words", "neither JSON, XML, nor a table"),
        (b"{\"temperature\": 3}", "`temperature`"),
        (b"{\"title\": ", "none of the 1 records"),
        (b"<html><p>hi</p></html>", "contains no JobPosting"),
        (b"\xff\xfe\x00", "neither JSON, XML, nor a table"),
    ] {
        let error = read(bytes, None).expect_err("unreadable").to_string();
        assert!(error.contains(expected) && error.contains(':'), "{error}");
        assert!(!error.ends_with('.'), "{error}");
    }
    assert_eq!(read(b"[]", None), Ok(FeedContents::default()));
}

#[test]
fn values_are_read_however_they_are_wrapped() {
    let posting = only(
        r#"{"@type":"JobPosting","identifier":{"@type":"PropertyValue","name":"Acme","value":17},"title":["Engineer"],
        "url":"https://example.com/17","hiringOrganization":"Acme","skills":"Rust, C++ (11, 14); SQL",
        "experienceRequirements":{"@type":"OccupationalExperienceRequirements","monthsOfExperience":36},
        "baseSalary":{"currency":"INR","value":{"minValue":1000000,"maxValue":"3000000","unitText":"YEAR"}},
        "jobLocation":[{"@type":"Place","address":{"addressLocality":"Pune","addressCountry":{"@type":"Country","name":"IN"}}},"Remote",
          {"address":"Berlin, Germany"}],
        "applicantLocationRequirements":{"@type":"Country","name":"India"},"employmentType":["FULL_TIME","INTERN"],
        "applicationContact":{"email":"jobs@example.com"},"provenance":{"kind":"agency","agency":"Hire","recruiter":"R"}}"#,
    );
    assert_eq!(posting.id.as_deref(), Some("17"));
    assert_eq!(posting.title.as_deref(), Some("Engineer"));
    assert_eq!(posting.organization.name.as_deref(), Some("Acme"));
    assert_eq!(posting.skills, ["Rust", "C++ (11, 14)", "SQL"]);
    assert_eq!((posting.experience.min.as_deref(), posting.experience.unit.as_deref()), (Some("36"), Some("MONTH")));
    assert_eq!((posting.salary.min.as_deref(), posting.salary.max.as_deref()), (Some("1000000"), Some("3000000")));
    assert_eq!(posting.places[0].country.as_deref(), Some("IN"));
    assert_eq!(posting.places[1].text.as_deref(), Some("Remote"));
    assert_eq!(posting.places[2].text.as_deref(), Some("Berlin, Germany"));
    assert_eq!(posting.applicant_locations, ["India"]);
    assert_eq!(posting.how_to_apply, ["jobs@example.com", "https://example.com/17"]);
    assert_eq!(posting.provenance.and_then(|provenance| provenance.agency).as_deref(), Some("Hire"));
}

#[test]
fn pay_may_be_words_numbers_or_both() {
    for (salary, expected) in [
        (r#""Best in industry""#, (None, None, Some("Best in industry"))),
        (r#"{"currency":"GBP","value":"Band 5"}"#, (None, None, Some("Band 5"))),
        (r#"{"currency":"GBP","value":40000}"#, (None, None, Some("40000"))),
        (r#"{"currency":"GBP","minValue":1,"maxValue":2}"#, (Some("1"), Some("2"), None)),
        (r#"{"value":{"minValue":"1","value":"negotiable"}}"#, (Some("1"), None, Some("negotiable"))),
        ("55000", (None, None, Some("55000"))),
    ] {
        let raw = only(&format!(r#"{{"title":"A","baseSalary":{salary}}}"#)).salary;
        assert_eq!((raw.min.as_deref(), raw.max.as_deref(), raw.text.as_deref()), expected, "{salary}");
    }
}

#[test]
fn an_organization_may_be_an_object_or_a_node_of_the_graph() {
    let organization = only(
        r#"{"title":"A","hiringOrganization":{"name":"A stealth start-up","anonymous":true,"logo":{"url":"https://example.com/l.png"},
        "numberOfEmployees":{"minValue":100,"maxValue":1000},"team":[{"name":"T","jobTitle":"CTO"}],"recruiterCount":4}}"#,
    )
    .organization;
    assert_eq!(organization.anonymity, Anonymity::Anonymous);
    assert_eq!(organization.logo.as_deref(), Some("https://example.com/l.png"));
    assert_eq!(organization.size.as_deref(), Some("100-1000"));
    assert_eq!(organization.recruiter_count.as_deref(), Some("4"));
    let graph = only(
        r##"{"@graph":[{"@type":"Organization","@id":"#o","name":"Acme"},{"@type":"JobPosting","title":"A","hiringOrganization":{"@id":"#o"}}]}"##,
    );
    assert_eq!(graph.organization.name.as_deref(), Some("Acme"));
}

#[test]
fn flat_lists_are_read_by_their_plain_names() {
    let posting = only(
        r#"{"id":5,"title":"Baker","company":"Acme","location":"Pune, India","departments":["Kitchen","Cellar"]}"#,
    );
    assert_eq!(posting.id.as_deref(), Some("5"));
    assert_eq!(posting.organization.name.as_deref(), Some("Acme"));
    assert_eq!(posting.places[0].text.as_deref(), Some("Pune, India"));
    assert_eq!(posting.department.as_deref(), Some("Kitchen"));
}

#[test]
fn a_field_is_bounded() {
    let posting = only(&format!(r#"{{"title":"A","description":"{}"}}"#, "é".repeat(1 << 20)));
    assert!(posting.description.expect("kept").len() <= 1 << 20);
}

#[test]
fn the_schema_names_every_extension() {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).expect("valid JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    for name in ["workplaceType", "department", "howToApply", "provenance"] {
        assert!(schema["properties"][name].is_object(), "{name}");
    }
    for name in ["anonymous", "organizationType", "stage", "socialProfiles", "team", "recruiterCount", "videoCount"] {
        assert!(schema["$defs"]["organization"]["properties"][name].is_object(), "{name}");
    }
}
