//! What all commands have in common: a help text, and an exit code of 2 with a remedy for what cannot run.

use crate::harness::{Place, small_feed};

#[test]
fn a_command_that_cannot_run_exits_with_2_and_names_the_remedy() {
    let place = Place::with_site(&small_feed());
    place.write("broken.toml", "name = \"x\"\ncolour = \"red\"");
    place.write("empty.json", "");
    place.write("photos/cat.png", "not a feed");
    for (arguments, expected) in [
        (vec!["build", "--feed", "gone.json", "--out", "x"], vec!["gone.json", "check the path"]),
        (vec!["build", "--feed", "empty.json", "--out", "x"], vec!["empty.json", "empty"]),
        (vec!["build", "--feed", "photos", "--out", "x"], vec!["photos", "contains no feeds"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--config", "broken.toml"], vec!["broken.toml", "colour"]),
        (vec!["build", "--feed", "jobs.json", "--out", "photos"], vec!["photos", "choose another folder"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--base-path", "jobs"], vec!["base_path", "`/jobs/`"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--kind", "fax"], vec!["known kinds"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--pages", "some"], vec!["all"]),
        (vec!["build", "--feed", "jobs.json", "--out", "x", "--now", "soon"], vec!["2026-11-23"]),
        (vec!["build", "--out", "x"], vec!["--feed"]),
        (vec!["search", "photos"], vec!["photos", "openroles build"]),
        (vec!["search", "site", "--facet", "colour=red"], vec!["colour", "skill"]),
        (vec!["search", "site", "--facet", "red"], vec!["red", "skill=Rust"]),
        (vec!["similar", "site", "nobody"], vec!["nobody", "identifier"]),
        (vec!["serve", "photos"], vec!["photos", "openroles build"]),
        (vec!["headers", "photos", "--for", "nginx"], vec!["photos", "openroles build"]),
        (vec!["headers", "site", "--for", "fax"], vec!["fax", "nginx"]),
        (vec!["dance"], vec!["dance"]),
    ] {
        let output = place.run(&arguments);
        assert_eq!(output.code, 2, "{arguments:?}: {output:?}");
        for words in expected {
            assert!(output.err.contains(words), "{arguments:?} does not say `{words}`: {}", output.err);
        }
        assert!(!place.path("x").exists(), "{arguments:?} wrote something");
    }
}

#[test]
fn every_command_has_a_help_text() {
    let place = Place::new();
    for command in ["build", "search", "similar", "sample", "serve", "headers", "schema"] {
        let output = place.run(&[command, "--help"]);
        assert_eq!(output.code, 0, "{command}");
        assert!(output.out.contains("Usage"), "{command}");
    }
}
