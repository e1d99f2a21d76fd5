//! What a site offers to search engines, feed readers, apps and link previews.

use std::{
    fs,
    time::{Duration, SystemTime},
};

use serde_json::{Value, json};

use crate::harness::{Place, small_feed, text};

#[test]
fn a_site_with_an_address_has_a_sitemap_feeds_and_canonical_links() {
    let place = Place::new();
    let mut feed = small_feed();
    feed.push(json!({"id": "9", "title": "Closed job", "company": "Acme Tools", "validThrough": "2026-11-01"}));
    place.feed("jobs.json", &feed);
    let output = place.build(&["--feed", "jobs.json", "--site-url", "https://jobs.example.com"]);
    assert!(!output.out.contains("Note:"), "{output:?}");
    assert!(place.page("sitemap.xml").contains("<loc>https://jobs.example.com/sitemap-1.xml</loc>"));
    let job = "<loc>https://jobs.example.com/jobs/rust-engineer-acme-tools/</loc><lastmod>2026-11-20</lastmod>";
    assert!(place.page("sitemap-1.xml").contains(job), "{}", place.page("sitemap-1.xml"));
    for path in ["sitemap-1.xml", "feed.xml", "companies/acme-tools/feed.xml"] {
        assert!(!place.page(path).contains("closed-job"), "{path} names a closed job");
    }
    assert!(place.page("robots.txt").contains("Sitemap: https://jobs.example.com/sitemap.xml"));
    let page = place.page("jobs/rust-engineer-acme-tools/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://jobs.example.com/jobs/rust-engineer-acme-tools/\""));
    assert!(page.contains("<meta property=\"og:title\" content=\"Rust engineer · Acme Tools · Pune\""), "{page}");
    let closed = place.page("jobs/closed-job-acme-tools/index.html");
    assert!(
        closed.contains("noindex")
            && !closed.contains("ld+json\" data-page>{\"@context\":\"https://schema.org/\",\"@type\":\"JobPosting")
    );
    for (path, feed) in
        [("index.html", "feed.json"), ("companies/acme-tools/index.html", "companies/acme-tools/feed.xml")]
    {
        assert!(place.page(path).contains(&format!("href=\"https://jobs.example.com/{feed}\"")), "{path}");
        assert!(place.path("site").join(feed).is_file(), "{feed}");
    }
}

#[test]
fn only_the_board_has_a_json_feed_unless_the_config_asks_for_more() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    for (line, has_more) in [("", false), ("json_feeds = true\n", true)] {
        place.write("board.toml", &format!("name = \"Acme jobs\"\nsite_url = \"https://jobs.example.com\"\n{line}"));
        assert_eq!(place.build(&["--feed", "jobs.json", "--config", "board.toml"]).code, 0);
        for (page, path, is_there) in [
            ("index.html", "feed.json", true),
            ("companies/acme-tools/index.html", "companies/acme-tools/feed.json", has_more),
        ] {
            assert_eq!(place.path("site").join(path).is_file(), is_there, "{line}{path}");
            let link = format!("href=\"https://jobs.example.com/{path}\"");
            assert_eq!(place.page(page).contains(&link), is_there, "{line}{path}");
        }
    }
}

#[test]
fn a_shared_link_has_a_preview_picture() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    place.write("board.toml", "name = \"Acme jobs\"\n[pictures]\njobs = 1\n");
    let arguments = ["--feed", "jobs.json", "--config", "board.toml", "--site-url", "https://jobs.example.com"];
    assert_eq!(place.build(&arguments).code, 0);
    let files = place.files("site");
    let picture = |path: &str| {
        let html = text(&files, path);
        let (_, rest) = html.split_once("<meta property=\"og:image\" content=\"https://jobs.example.com/").expect(path);
        assert!(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\""), "{path}");
        let (file, rest) = rest.split_once('"').expect("quoted");
        let (_, alt) = rest.split_once("og:image:alt\" content=\"").expect("words");
        for name in ["title", "description", "image", "image:alt"] {
            assert_eq!(html.matches(&format!("property=\"og:{name}\" content=\"")).count(), 1, "{path}: {name}");
        }
        assert!(files[file].starts_with(b"\x89PNG") && files[file].len() < 40_000, "{file}");
        (file.to_owned(), alt.split('"').next().unwrap_or_default().to_owned())
    };
    for (path, words) in [
        ("index.html", "Acme jobs"),
        (
            "jobs/support-engineer-quiet-harbor/index.html",
            "Support engineer · Quiet Harbor · Berlin, Germany · Acme jobs",
        ),
        ("companies/quiet-harbor/index.html", "Jobs at Quiet Harbor · Acme jobs"),
        ("jobs/rust-engineer-acme-tools/index.html", "Acme jobs"),
        ("companies/acme-tools/index.html", "Acme jobs"),
    ] {
        assert_eq!(picture(path).1, words, "{path}");
    }
    assert_eq!(picture("jobs/index.html"), picture("companies/index.html"));
    let lost = text(&files, "404.html");
    assert!(!lost.contains("og:image"), "{lost}");
    // Pictures are drawn once: the next build reuses the files.
    let (file, _) = picture("index.html");
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let modify = fs::File::options().write(true).open(place.path("site").join(&file));
    modify.and_then(|file| file.set_modified(past)).expect("set");
    assert_eq!(place.build(&arguments).code, 0);
    let modified = fs::metadata(place.path("site").join(&file)).and_then(|file| file.modified()).expect("there");
    assert_eq!(modified, past);
}

#[test]
fn a_site_without_an_address_has_no_pictures() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    assert_eq!(place.build(&["--feed", "jobs.json"]).code, 0);
    let files = place.files("site");
    assert!(!files.keys().any(|path| path.starts_with("assets/pictures/")));
    assert!(text(&files, "index.html").contains("<meta name=\"twitter:card\" content=\"summary\""));
}

#[test]
fn an_installed_site_has_a_name_icons_and_colors() {
    let place = Place::new();
    place.feed("jobs.json", &small_feed());
    place.write("board.toml", "name = \"Open roles in Pune\"\nbase_path = \"/in/\"\n");
    assert_eq!(place.build(&["--feed", "jobs.json", "--config", "board.toml"]).code, 0);
    let files = place.files("site");
    let manifest: Value = serde_json::from_slice(&files["manifest.webmanifest"]).expect("json");
    assert_eq!(
        (manifest["name"].as_str(), manifest["short_name"].as_str()),
        (Some("Open roles in Pune"), Some("Open roles"))
    );
    assert_eq!((manifest["start_url"].as_str(), manifest["scope"].as_str()), (Some("./"), Some("./")));
    let icons = manifest["icons"].as_array().expect("icons");
    for (sizes, purpose) in [("192x192", "any"), ("512x512", "any"), ("192x192", "maskable"), ("512x512", "maskable")] {
        let icon = icons.iter().find(|icon| icon["sizes"] == sizes && icon["purpose"] == purpose).expect(purpose);
        let file = &files[icon["src"].as_str().expect("a path")];
        let width = u32::from_be_bytes(file[16..20].try_into().expect("four"));
        assert_eq!(format!("{width}x{width}"), sizes);
    }
    let page = text(&files, "jobs/rust-engineer-acme-tools/index.html");
    assert!(page.contains("<link rel=\"manifest\" href=\"/in/manifest.webmanifest\">"), "{page}");
    let (_, rest) = page.split_once("<link rel=\"apple-touch-icon\" href=\"/in/").expect("an icon");
    assert!(files.contains_key(rest.split('"').next().expect("quoted")));
    for scheme in ["light", "dark"] {
        let media = format!("media=\"(prefers-color-scheme: {scheme})\"");
        let line = page.lines().find(|line| line.contains(&media)).expect(scheme);
        assert!(line.starts_with("<meta name=\"theme-color\" content=\"#"), "{line}");
    }
}

#[test]
fn a_page_is_as_new_as_its_content() {
    let place = Place::new();
    let mut feed = small_feed();
    let sitemap_after = |feed: &[Value], now: &str| {
        place.feed("jobs.json", feed);
        let arguments =
            ["build", "--feed", "jobs.json", "--out", "site", "--site-url", "https://a.example", "--now", now];
        assert_eq!(place.run(&arguments).code, 0);
        place.page("sitemap-1.xml")
    };
    let entry = |slug: &str, day: &str| format!("jobs/{slug}/</loc><lastmod>{day}</lastmod>");
    let first = sitemap_after(&feed, "2026-11-23");
    assert!(first.contains(&entry("support-engineer-quiet-harbor", "2026-11-21")), "{first}");
    feed[1]["description"] = json!("Answer all who are stuck.");
    let second = sitemap_after(&feed, "2026-11-25");
    assert!(second.contains(&entry("support-engineer-quiet-harbor", "2026-11-25")), "{second}");
    assert!(second.contains(&entry("rust-engineer-acme-tools", "2026-11-20")), "{second}");
    assert_eq!(sitemap_after(&feed, "2026-11-28"), second);
}

#[test]
fn a_list_is_as_new_as_the_last_job_that_it_gained_or_lost() {
    let place = Place::new();
    let posting = |id: u32, company: &str, city: &str| json!({"id": id, "title": format!("Engineer {id}"), "company": company, "skills": "React", "location": city, "datePosted": "2026-11-01"});
    let mut feed: Vec<Value> = (1..8).map(|id| posting(id, "Acme", "Pune, India")).collect();
    feed.push(posting(8, "Globex", "Delhi, India"));
    feed[6]["validThrough"] = json!("2026-11-25");
    let gone = |id: usize| feed.iter().filter(|job| job["id"] != id).cloned().collect::<Vec<Value>>();
    for (now, jobs, pages, day) in [
        ("2026-11-23", feed.clone(), "all", "2026-11-01"),
        ("2026-11-28", feed.clone(), "all", "2026-11-26"),
        ("2026-11-29", gone(1), "all", "2026-11-29"),
        ("2026-11-30", gone(1), "none", "2026-11-29"),
        ("2027-01-10", gone(1), "all", "2026-11-29"),
    ] {
        place.feed("jobs.json", &jobs);
        let site = ["build", "--feed", "jobs.json", "--out", "site", "--site-url", "https://a.example"];
        assert_eq!(place.run(&[site.as_slice(), &["--now", now, "--pages", pages]].concat()).code, 0);
        if pages == "none" {
            continue;
        }
        let sitemap = place.page("sitemap-1.xml");
        for (list, day) in [
            ("", day),
            ("jobs/", day),
            ("companies/", day),
            ("companies/acme/", day),
            ("react-jobs-in-pune/", day),
            ("companies/globex/", "2026-11-01"),
        ] {
            let entry = format!("<loc>https://a.example/{list}</loc><lastmod>{day}</lastmod>");
            assert!(sitemap.contains(&entry), "{now}: {entry} is not in {sitemap}");
        }
    }
}
