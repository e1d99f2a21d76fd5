//! `openroles sample`: the bundled board and the generated postings.

use serde_json::Value;

use crate::harness::{NOW, Place};

#[test]
fn the_sample_board_builds_from_its_own_config() {
    let place = Place::new();
    assert_eq!(place.run(&["sample", "--board", "board"]).code, 0);
    let output = place.build(&["--feed", "board/jobs.json", "--config", "board/board.toml", "--pages", "none"]);
    assert_eq!(output.code, 0, "{output:?}");
    assert!(output.out.contains("11 jobs"), "{output:?}");
}

#[test]
fn sample_postings_are_the_same_for_the_same_seed() {
    let place = Place::new();
    let sample = |seed: &str| place.run(&["sample", "--count", "5", "--seed", seed, "--now", NOW]).out;
    assert_eq!(sample("1"), sample("1"));
    assert_ne!(sample("1"), sample("2"));
    assert_eq!(sample("1").lines().filter(|line| serde_json::from_str::<Value>(line).is_ok()).count(), 5);
}
