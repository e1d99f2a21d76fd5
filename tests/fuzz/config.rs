//! Reads any text as a board's config: it is rejected with a reason, or gives settings with which a site can be
//! built.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openroles_feeds::config::{Settings, parse_base_path};
use openroles_model::domain::WebUrl;

fuzz_target!(|text: &str| match Settings::parse(text) {
    Ok(Settings { board, .. }) => {
        assert!(!board.name.trim().is_empty());
        assert!(parse_base_path(&board.base_path).is_ok());
        assert!(board.rates.values().all(|worth| worth.is_finite() && *worth > 0.0));
        assert!(board.site_url.iter().all(|url| WebUrl::parse(url.as_str()).is_some()));
    }
    Err(problem) => assert!(!problem.to_string().is_empty()),
});
