//! `openroles similar`: which jobs it accepts and what it prints.

use crate::harness::{NOW, Place, small_feed};

#[test]
fn similar_jobs_are_found_by_identifier_and_by_slug() {
    let place = Place::with_site(&small_feed());
    let slug = place.search(&["rust"])["hits"][0]["slug"].as_str().expect("text").to_owned();
    for job in ["7", &slug] {
        let output = place.run(&["similar", "site", job, "--json", "--now", NOW]);
        assert_eq!(output.code, 0, "{output:?}");
        let similar = output.json();
        assert_eq!(similar["job"], "7");
        assert!(similar["similar"].is_array());
    }
}
