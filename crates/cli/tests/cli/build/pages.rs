//! What the pages of one build show: landing pages, skills, pay, places, links to applications.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::harness::{NOW, Place, assert_says, text};

#[test]
fn a_skill_in_a_city_with_enough_jobs_has_a_page_a_feed_and_a_place_in_the_sitemap() {
    let place = Place::new();
    let posting = |id: usize| {
        let company = format!("Company {id}");
        json!({"id": id, "title": "Engineer", "company": company, "skills": ["React", "CSS"], "location": "Pune, India"})
    };
    place.feed("jobs.json", &(0..5).map(posting).collect::<Vec<_>>());
    assert_eq!(place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]).code, 0);
    let page = place.page("react-jobs-in-pune/index.html");
    assert_says(
        &page,
        &[
            "<h1 id=\"page-title\" tabindex=\"-1\">React jobs in Pune",
            "5 jobs open",
            "engineer-company-2/",
            "/css-jobs-in-pune/",
        ],
    );
    assert!(place.page("sitemap-1.xml").contains("<loc>https://jobs.example.com/react-jobs-in-pune/</loc>"));
    assert!(place.page("react-jobs-in-pune/feed.xml").contains("<title>React jobs in Pune on Open roles</title>"));
    assert!(place.page("index.html").contains("href=\"/react-jobs-in-pune/\""));
}

#[test]
fn a_landing_page_shows_20_jobs_and_its_feed_lists_50() {
    let place = Place::new();
    let posting = |id: usize| json!({"id": id, "title": format!("Engineer {id}"), "company": "Acme", "skills": "React", "location": "Pune, India"});
    place.feed("jobs.json", &(0..60).map(posting).collect::<Vec<_>>());
    assert_eq!(place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]).code, 0);
    let files = place.files("site");
    let shown = &place.values("react-jobs-in-pune/index.html")["Landing"];
    assert_eq!((shown["job_count"].as_u64(), shown["jobs"].as_array().map(Vec::len)), (Some(60), Some(20)));
    assert_eq!(text(&files, "react-jobs-in-pune/feed.xml").matches("<entry>").count(), 50);
}

#[test]
fn a_job_takes_one_file_and_a_company_three() {
    let place = Place::new();
    let posting = |id: usize| {
        let company = format!("Company {}", id % 10);
        json!({"id": id, "title": format!("Engineer {id}"), "company": company, "description": "Bread.", "skills": ["Rust", "Go"]})
    };
    let count = |jobs: std::ops::Range<usize>| {
        place.feed("jobs.json", &jobs.map(posting).collect::<Vec<_>>());
        let build = ["--feed", "jobs.json", "--site-url", "https://jobs.example.com"];
        assert_eq!(place.build(&build).code, 0);
        place.files("site")
    };
    let (few, more) = (count(0..10), count(0..90));
    // Pictures have a limit of their own, and the index has a few large files.
    let is_counted = |path: &&String| !path.starts_with("assets/") && !path.starts_with("data/");
    let counted = |files: &BTreeMap<String, Vec<u8>>| files.keys().filter(is_counted).count();
    assert_eq!(counted(&more) - counted(&few), 80, "80 jobs of the same companies");
    let of_company = |path: &&String| path.starts_with("companies/company-3/") || *path == "embed/company-3.json";
    let of_company: Vec<&String> = more.keys().filter(of_company).collect();
    assert_eq!(of_company, ["companies/company-3/feed.xml", "companies/company-3/index.html", "embed/company-3.json"]);
}

#[test]
fn landing_pages_closed_jobs_and_pictures_share_what_the_host_leaves_in_this_order() {
    let place = Place::new();
    let posting = |id: usize| {
        json!({"id": id, "title": format!("Baker {id}"), "company": "Acme", "description": "Bread.",
            "location": "Pune, India", "skills": ["React", "CSS"]})
    };
    let build = |ids: std::ops::Range<usize>, limit: usize| {
        place.feed("jobs.json", &ids.map(posting).collect::<Vec<_>>());
        let table = format!("[host]\nname = \"github-pages\"\nmax_files = {limit}\n");
        place.write("board.toml", &format!("name = \"x\"\nsite_url = \"https://jobs.example.com\"\n{table}"));
        place.build(&["--feed", "jobs.json", "--config", "board.toml"])
    };
    let mut seen = Vec::new();
    for limit in (100..=190).step_by(3) {
        assert_eq!(build(0..20, 1_000).code, 0);
        // Five jobs leave.
        let output = build(0..15, limit);
        assert_eq!(output.code, 0, "{output:?}");
        let files = place.files("site");
        assert!(files.len() <= limit && files.contains_key(".nojekyll"), "{} of {limit}", files.len());
        let count = |has: fn(&str) -> bool| files.keys().filter(|path| has(path)).count();
        let landings = count(|path| path.ends_with("-jobs-in-pune/index.html"));
        let closed = count(|path| path.starts_with("jobs/baker-") && path.ends_with(".html")) - 15;
        let pictures = count(|path| path.starts_with("assets/pictures/")) - 1;
        // A landing page takes two files. If only one is left, a closed job gets it.
        assert!(closed <= 1 || landings == 2, "{limit}: {closed} closed jobs, {landings} landing pages");
        assert!(pictures == 0 || closed == 5, "{limit}: {pictures} pictures, {closed} closed jobs");
        let is_reduced = (landings, closed, pictures) != (2, 5, 16);
        assert_eq!(output.out.contains("to stay within the host's limit of files"), is_reduced, "{limit}: {output:?}");
        seen.push((landings, closed, pictures));
    }
    assert!(seen.is_sorted() && seen[0] == (0, 0, 0) && seen.last() == Some(&(2, 5, 16)), "{seen:?}");
}

#[test]
fn jobs_without_a_page_are_packed_and_closed_as_if_they_had_one() {
    let place = Place::new();
    let posting =
        |id: usize| json!({"id": id, "title": format!("Baker {id}"), "company": "Acme", "description": "Bread."});
    let build = |ids: std::ops::Range<usize>, pages: &str| {
        place.feed("jobs.json", &ids.map(posting).collect::<Vec<_>>());
        assert_eq!(place.build(&["--feed", "jobs.json", "--pages", pages]).code, 0);
        place.files("site")
    };
    let files = build(0..120, "20");
    let pages = files.keys().filter(|path| path.starts_with("jobs/baker-")).count();
    let packed: Vec<&String> = files.keys().filter(|path| path.starts_with("data/jobs.")).collect();
    assert_eq!((pages, packed.len()), (20, 3), "two files with 100 jobs, and their list: {packed:?}");
    let manifest: Value = serde_json::from_slice(&files["data/manifest.json"]).expect("json");
    let list = manifest["packed_jobs"].as_str().expect("a name");
    assert!(packed.iter().any(|path| path.ends_with(list)));
    let closed = build(0..119, "20");
    assert!(text(&closed, "jobs/baker-119-acme/index.html").contains("This job closed"));
    assert!(!build(0..20, "all").contains_key(&format!("data/{list}")), "every job has a page");
}

#[test]
fn a_skill_of_a_job_links_to_the_landing_page_of_the_jobs_first_city_if_there_is_one() {
    let place = Place::new();
    let posting = |id: usize, skills: &[&str]| {
        json!({"id": id, "title": "Engineer", "company": format!("Company {id}"), "skills": skills,
            "location": "Pune, India"})
    };
    let feed =
        |last: &[&str]| (0..5).map(|id| posting(id, if id == 4 { last } else { &["React"] })).collect::<Vec<_>>();
    let skills = || {
        let page = place.page("jobs/engineer-company-4/index.html");
        let section =
            page.split("id=\"skills\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("skills");
        let links = section.split("class=\"skill\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.map(str::to_owned).collect::<Vec<_>>()
    };
    place.feed("jobs.json", &feed(&["React", "CSS"]));
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    assert_eq!(skills(), ["/react-jobs-in-pune/", "/jobs/?skill=CSS"]);
    // Once too few jobs ask for the skill, its landing page is gone, and a closed job no longer links to it.
    place.feed("jobs.json", &feed(&["React", "CSS"])[..4]);
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    assert_eq!(skills(), ["/jobs/?skill=React", "/jobs/?skill=CSS"]);
}

#[test]
fn the_search_fields_placeholder_suggests_words_that_find_jobs_on_this_board() {
    let check = |jobs: &[(&str, &str)], expected: &str| {
        let place = Place::new();
        let posting = |(id, (skills, location)): (usize, &(&str, &str))| json!({"id": id, "title": "Engineer", "company": "Acme", "skills": skills, "location": location});
        place.feed("jobs.json", &jobs.iter().enumerate().map(posting).collect::<Vec<_>>());
        assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
        for page in ["index.html", "jobs/index.html", "404.html"] {
            let html = place.page(page);
            assert!(html.contains(&format!("placeholder=\"{expected}\"")), "{page}: {expected} is not in {html}");
        }
    };
    check(&[("Go, CSS", "Pune, India"), ("Go", "Pune, India"), ("Go, CSS", "Berlin")], "Try Go Pune");
    // No job has both the most common skill and the most common place.
    check(&[("Go", "Pune, India"), ("Go", "Berlin"), ("", "Oslo"), ("", "Oslo"), ("", "Oslo")], "Try Go Berlin");
    check(&[("Go", ""), ("Go", "")], "Try Go");
    check(&[("", "Pune, India")], "Try Pune");
    check(&[("", "")], "Search jobs");
}

#[test]
fn skills_found_in_descriptions_are_counted_and_labeled_as_found() {
    let place = Place::new();
    let posting = |id: usize| {
        let company = format!("Company {id}");
        let text = format!("<p>You write Python, Go and React for a living, and excel at it. This is text {id}.</p>");
        json!({"id": id, "title": "Engineer", "company": company, "description": text, "location": "Pune, India",
            "datePosted": NOW})
    };
    let mut feed: Vec<Value> = (0..5).map(posting).collect();
    feed.push(
        json!({"id": 5, "title": "Cook", "company": "Acme", "description": "We use Python.", "skills": "Baking"}),
    );
    place.feed("jobs.json", &feed);
    assert_eq!(place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]).code, 0);
    for (skill, count) in [("Python", 5), ("Go", 5), ("Excel", 0), ("Baking", 1)] {
        assert_eq!(place.search(&["--facet", &format!("skill={skill}")])["hit_count"], count, "{skill}");
    }
    let files = place.files("site");
    let found = text(&files, "jobs/engineer-company-2/index.html");
    assert!(
        found.contains("Found in the text:") && found.contains("aria-label=\"Skills found in the text\""),
        "{found}"
    );
    let marked_up =
        found.split("application/ld+json").skip(1).map(|rest| rest.split("</script>").next().expect("a script"));
    assert!(
        marked_up.clone().any(|json| json.contains("JobPosting"))
            && marked_up.clone().all(|json| !json.contains("skills"))
    );
    let stated = text(&files, "jobs/cook-acme/index.html");
    assert!(!stated.contains("Found in the text:") && stated.contains("aria-label=\"Skills\""), "{stated}");
    assert!(text(&files, "jobs/index.html").contains("Found in the text:"), "cards label them, too");
    assert!(text(&files, "python-jobs-in-pune/index.html").contains("5 jobs open"));
    assert!(
        !text(&files, "feed.xml").contains("term=\"Python\"") && text(&files, "feed.xml").contains("term=\"Baking\"")
    );
    let similar = place.run(&["similar", "site", "2", "--now", NOW]);
    assert!(similar.out.contains("3 shared skills"), "{similar:?}");
    let report = place.run(&["doctor", "jobs.json", "--json", "--now", NOW]).json();
    let coverage = &report["feeds"][0]["filled_percent"];
    assert_eq!((&coverage["skills"], &coverage["found"]), (&json!(16), &json!(83)), "{report}");
}

#[test]
fn a_job_posted_in_several_cities_links_to_each_of_its_applications() {
    let place = Place::new();
    let posting = |(id, city)| {
        let link = format!("https://example.com/apply/{id}");
        json!({"id": id, "title": "Baker", "company": "Acme", "description": "Bread.", "location": city, "howToApply": link})
    };
    place.feed("jobs.json", &[(1, "Pune"), (2, "Chennai"), (3, "Delhi")].map(posting));
    place.build(&["--feed", "jobs.json"]);
    let page = place.page("jobs/baker-acme/index.html");
    assert_says(
        &page,
        &[
            "https://example.com/apply/1",
            "https://example.com/apply/2",
            "https://example.com/apply/3",
            "Chennai, at example.com",
        ],
    );
}

#[test]
fn an_application_link_has_the_boards_tracking_parameters_and_no_others() {
    let place = Place::new();
    let posting = |id: u32, city: &str, link: &str| json!({"id": id, "title": "Baker", "company": "Acme", "description": "Bread.", "location": city, "howToApply": link});
    place.feed(
        "jobs.json",
        &[
            posting(1, "Pune", "https://boards.greenhouse.io/acme/jobs/1?gh_jid=1&gh_src=x&utm_source=other#app"),
            posting(2, "Delhi", "https://boards.greenhouse.io/acme/jobs/1?gh_jid=1&utm_source=another#app"),
            posting(3, "Agra", "https://www.google.com/url?q=https%3A%2F%2Fexample.com%2F3%3Fref%3Dother&sa=D"),
            json!({"id": 4, "title": "Cook", "company": "Acme", "howToApply": "mailto:cook@example.com"}),
        ],
    );
    let links = |page: &str, title: &str| -> Vec<String> {
        let html = place.page(page);
        let links = html.split("<a ").skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag.to_owned()));
        let to_apply = links.filter(|tag| tag.contains("aria-label=\"Apply") && tag.contains(title));
        to_apply.filter_map(|tag| Some(tag.split_once("href=\"")?.1.split_once('"')?.0.replace("&amp;", "&"))).collect()
    };
    let table = "[apply.parameters]\nutm_medium = \"board\"\nutm_source = \"jobs.example.com\"\n";
    for (table, query, only) in [
        ("", "", ""),
        (table, "&utm_medium=board&utm_source=jobs.example.com", "?utm_medium=board&utm_source=jobs.example.com"),
    ] {
        place.write("board.toml", &format!("name = \"Acme jobs\"\n{table}"));
        assert!(place.build(&["--feed", "jobs.json", "--config", "board.toml"]).code <= 1);
        let expected = [
            format!("https://boards.greenhouse.io/acme/jobs/1?gh_jid=1{query}#app"),
            format!("https://example.com/3{only}"),
        ];
        assert_eq!(links("jobs/baker-acme/index.html", "Baker"), expected);
        assert_eq!(links("jobs/cook-acme/index.html", "Cook"), ["mailto:cook@example.com"]);
        let values = place.values("jobs/baker-acme/index.html").to_string();
        assert!(expected.iter().all(|link| values.contains(link)) && !values.contains("other"), "{values}");
    }
}

#[test]
fn biweekly_pay_is_shown_as_such_and_counts_26_times_a_year() {
    let place = Place::new();
    let posting = |id: &str, title: &str, interval: &str| {
        json!({"id": id, "text": title, "hostedUrl": format!("https://jobs.lever.co/acme/{id}"), "createdAt": 1_795_000_000_000_u64,
            "categories": {"location": "London"}, "country": "CA", "description": "<p>Bread.</p>", "salaryDescription": "<p>Paid on Fridays.</p>",
            "salaryRange": {"min": 60_000, "max": 80_001, "currency": "INR", "interval": interval}})
    };
    place.feed("jobs.json", &[posting("1", "Baker", "bi-week-salary"), posting("2", "Cook", "one-time")]);
    place.write("board.toml", "name = \"Acme jobs\"\ncurrency = \"INR\"\n");
    place.build(&["--feed", "jobs.json", "--config", "board.toml"]);
    let baker = place.page("jobs/baker-acme/index.html");
    assert_says(&baker, &["₹60K - ₹80K / two weeks", "Paid on Fridays.", r#""unitText":"WEEK""#, "40000.5", "Ontario"]);
    let cook = place.page("jobs/cook-acme/index.html");
    assert!(cook.contains("₹60,000 - ₹80,001, one-time") && !cook.contains("baseSalary"), "{cook}");
    let reaching = |pay: &str| place.search(&["--facet", pay, "--facet", "undisclosed=hide"])["hit_count"].clone();
    assert_eq!(reaching("salary=2000000"), 1, "26 times 80,001");
    assert_eq!(reaching("salary=2500000"), 0, "not 52 times");
    assert_eq!(place.search(&["--facet", "location=canada"])["hit_count"], 2);
    assert_eq!(place.search(&["--facet", "location=england"])["hit_count"], 0);
}

#[test]
fn applicant_regions_are_shown_in_full_and_not_marked_up_as_countries() {
    let place = Place::new();
    let posting = |id: u32, title: &str, from: &str| {
        json!({"id": id, "url": format!("https://remotive.com/{id}"), "title": title, "company_name": "Acme",
            "description": "Bread.", "publication_date": "2026-11-20T00:00:00", "candidate_required_location": from})
    };
    let postings = [
        posting(1, "Baker", "Northern America, Europe, UK, France, European timezones"),
        posting(2, "Cook", "UK, France"),
    ];
    place.feed("jobs.json", &postings);
    place.build(&["--feed", "jobs.json"]);
    let baker = place.page("jobs/baker-acme/index.html");
    assert!(baker.contains("North America, Europe, United Kingdom, France, European timezones"), "{baker}");
    assert!(!baker.contains("applicantLocationRequirements"), "{baker}");
    assert!(place.page("jobs/cook-acme/index.html").contains("applicantLocationRequirements"));
    let found = place.search(&["european timezones"]);
    assert_eq!((&found["hit_count"], &found["hits"][0]["id"]), (&json!(1), &json!("1")), "{found}");
}

#[test]
fn a_page_shows_a_reference_only_if_the_feed_has_one() {
    let place = Place::new();
    place.write("jobs.csv", "title,company,description\nBaker,Acme,Bake bread\n");
    place.write("more.csv", "id,title,company,description\nA-7,Cook,Acme,Cook\nA-7,Clerk,Globex,Write\n");
    let output = place.build(&["--feed", "jobs.csv", "--feed", "more.csv"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(!place.page("jobs/baker-acme/index.html").contains("Reference"), "the feed states none");
    assert!(!place.page("jobs/baker-acme/index.html").contains("\"identifier\""), "nor does the structured data");
    for page in ["cook-acme", "clerk-globex"] {
        let page = place.page(&format!("jobs/{page}/index.html"));
        assert!(page.contains("Reference") && page.contains("A-7") && !page.contains("A-7@globex</"), "{page}");
    }
}

#[test]
fn a_board_without_open_jobs_does_not_mention_a_search() {
    let place = Place::new();
    place.feed(
        "jobs.json",
        &[json!({"id": "9", "title": "Baker", "company": "Corner Bakery", "validThrough": "2026-11-22"})],
    );
    let build = ["build", "--feed", "jobs.json", "--out", "site", "--allow-empty", "--now", "2026-12-24"];
    assert_eq!(place.run(&build).code, 0);
    for page in ["index.html", "jobs/index.html"] {
        let page = place.page(page);
        assert!(page.contains("No job is open at the moment"), "{page}");
        assert!(!page.contains("you asked for") && !page.contains("All 0 jobs"), "{page}");
    }
}
