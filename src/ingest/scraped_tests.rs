//! Whole feeds as scrapers write them: dates in the order of a country, ages instead of days.

use super::{tests::ingested, *};

fn days(feed: &str) -> Vec<String> {
    let day = |posting: &JobPosting| posting.date_posted.map_or("-".to_owned(), |day| day.to_string());
    ingested(feed).postings.iter().map(day).collect()
}

/// A table of one job a value, as a scraper dates them.
fn dated(values: &[&str]) -> String {
    let rows = values.iter().enumerate().map(|(number, value)| format!("{number},Baker {number},Acme,\"{value}\"\n"));
    format!("id,title,company,posted\n{}", rows.collect::<String>())
}

#[test]
fn a_single_value_above_twelve_decides_the_order_of_day_and_month_for_its_column() {
    for (values, expected) in [
        (&["03/11/2026", "28/11/2026"][..], &["2026-11-03", "2026-11-28"][..]),
        (&["03/11/2026", "11/28/2026"], &["2026-03-11", "2026-11-28"]),
        (&["27-11-2026", "3-1-2026", "03.02.2026 10:50"], &["2026-11-27", "2026-01-03", "2026-02-03"]),
        (&["2026/11/28", "2026.1.5"], &["2026-11-28", "2026-01-05"]),
        (&["3 Nov 2026", "Nov 3, 2026", "03-Nov-2026"], &["2026-11-03", "2026-11-03", "2026-11-03"]),
    ] {
        assert_eq!(days(&dated(values)), expected, "{values:?}");
    }
}

#[test]
fn without_a_value_that_decides_the_order_dates_stay_unread() {
    assert_eq!(days(&dated(&["03/11/2026", "04/11/2026"])), ["-", "-"]);
    assert_eq!(days(&dated(&["05/05/2026", "04/11/2026"])), ["2026-05-05", "-"], "both orders make the same day");
    let contradictory = ["28/11/2026", "11/28/2026", "03/04/2026", "31/02/2026", "45/45/2026"];
    assert_eq!(days(&dated(&contradictory)), ["2026-11-28", "2026-11-28", "-", "-", "-"]);
}

#[test]
fn columns_and_feeds_decide_each_for_themselves() {
    let feed =
        "id,title,company,posted,deadline\n1,Baker,Acme,28/11/2026,03/12/2026\n2,Cook,Acme,03/11/2026,12/31/2026\n";
    let ends: Vec<_> = ingested(feed).postings.iter().map(|job| job.valid_through.map(|day| day.to_string())).collect();
    assert_eq!(ends, [Some("2026-03-12".to_owned()), Some("2026-12-31".to_owned())]);
    assert_eq!(days(feed), ["2026-11-28", "2026-11-03"]);
}

#[test]
fn ages_count_from_the_day_their_record_was_made() {
    let feed = "id,title,company,posted,scraped_at\n1,Baker,Acme,1 Day Ago,2026-04-10 13:01\n2,Cook,Acme,30+ days ago,2026-04-10\n\
        3,Clerk,Acme,Just now,2026-04-11\n4,Smith,Acme,2 weeks ago,2026-04-15\n5,Tailor,Acme,1 Day Ago,\n";
    assert_eq!(days(feed), ["2026-04-09", "-", "2026-04-11", "2026-04-01", "-"]);
}

#[test]
fn records_of_one_job_tell_its_days_together() {
    let head = "id,title,company,posted,deadline,description\n";
    let last = |rows: &str| {
        let job = ingested(&format!("{head}{rows}")).postings.remove(0);
        job.valid_through.map_or("-".to_owned(), |day| day.to_string())
    };
    for (rows, expected) in [
        ("1,Baker,Acme,,03/11/2026,Bake\n2,Baker,Acme,,28/11/2026,Bake\n", "2026-11-28"),
        ("1,Baker,Acme,,28/11/2026,Bake\n2,Baker,Acme,,2026-12-01,Bake\n", "2026-12-01"),
        ("1,Baker,Acme,,2026-12-01,Bake\n2,Baker,Acme,,28/11/2026,Bake\n", "2026-12-01"),
        ("1,Baker,Acme,,28/11/2026,Bake\n2,Baker,Acme,,,Bake\n", "-"),
        ("1,Baker,Acme,,,Bake\n2,Baker,Acme,,28/11/2026,Bake\n", "-"),
        ("1,Baker,Acme,,,\n1,Baker,Acme,,28/11/2026,\n", "2026-11-28"),
    ] {
        assert_eq!(last(rows), expected, "{rows}");
    }
    assert_eq!(days(&format!("{head}1,Baker,Acme,,,\n1,Baker,Acme,28/11/2026,,\n")), ["2026-11-28"]);
    let days_of = |rows: &str| days(&format!("{head}{rows}"));
    assert_eq!(
        days_of("1,Baker,Acme,28/11/2026,,\n,Cook,,03/11/2026,,\n2,Cook,Acme,03/11/2026,,\n"),
        ["2026-11-28", "2026-11-03"]
    );
}
