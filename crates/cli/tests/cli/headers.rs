//! `openroles headers`: the settings for each host, and the live feed that they allow.

use std::fs;

use crate::harness::{Place, small_feed, text};

#[test]
fn the_page_on_hosting_has_the_settings_for_nginx_and_caddy() {
    let place = Place::with_site(&small_feed());
    let page =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/hosting.md")).expect("the page on hosting");
    for host in ["nginx", "caddy"] {
        let output = place.run(&["headers", "site", "--for", host]);
        assert_eq!(output.code, 0, "{output:?}");
        let block = format!("```{host}\n{}```\n", output.out);
        assert!(page.contains(&block), "docs/hosting.md lacks\n{block}");
    }
    let output = place.run(&["headers", "site", "--for", "netlify"]);
    assert_eq!(output.out, text(&place.files("site"), "_headers"));
    place.write("site/config.json", r#"{"source": "feed", "url": "https://feed.example.com/v1/jobs.json"}"#);
    let output = place.run(&["headers", "site", "--for", "caddy"]);
    assert!(output.out.contains("connect-src 'self' https://feed.example.com;"), "{output:?}");
}
