//! `openroles headers`: the settings for each host, and the live feed that they allow.

use std::fs;

use crate::harness::{Place, small_feed, text};

#[test]
fn the_readme_shows_what_nginx_and_caddy_are_to_be_told() {
    let place = Place::with_site(&small_feed());
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("a readme");
    for host in ["nginx", "caddy"] {
        let output = place.run(&["headers", "site", "--for", host]);
        assert_eq!(output.code, 0, "{output:?}");
        let block = format!("```{host}\n{}```\n", output.out);
        assert!(readme.contains(&block), "README.md does not hold\n{block}");
    }
    let output = place.run(&["headers", "site", "--for", "netlify"]);
    assert_eq!(output.out, text(&place.files("site"), "_headers"));
    place.write("site/config.json", r#"{"source": "feed", "url": "https://feed.example.com/v1/jobs.json"}"#);
    let output = place.run(&["headers", "site", "--for", "caddy"]);
    assert!(output.out.contains("connect-src 'self' https://feed.example.com;"), "{output:?}");
}
