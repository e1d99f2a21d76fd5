//! Whole feeds as scrapers write them: dates in a country's order, ages instead of days, rows shifted by a column,
//! ratings after names.

use openroles_model::{domain::BaseSalary, words::ENGLISH};

use super::{tests::ingested, *};

fn days(feed: &str) -> Vec<String> {
    let day = |posting: &JobPosting| posting.date_posted.map_or("-".to_owned(), |day| day.to_string());
    ingested(feed).postings.iter().map(day).collect()
}

/// A table with one job per value, dated as a scraper does it.
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

#[test]
fn pay_that_a_site_estimates_is_pay() {
    let feed = "Job Title,Salary Estimate,Company Name,Location,Rating\n\
        Baker,$53K-$91K (Glassdoor est.),\"Acme\n3.8\",\"Mesa, AZ\",3.8\n\
        Cook,Employer provided salary: $100K-$140K,\"Acme\n3.8\",\"Mesa, AZ\",3.8\n";
    let jobs = ingested(feed).postings;
    let pay = jobs.iter().filter_map(|job| Some(job.base_salary.as_ref()?.in_words(ENGLISH.values)));
    let pay: Vec<String> = pay.collect();
    assert_eq!(pay, ["$53K - $91K / yr", "$100K - $140K / yr"]);
    assert!(jobs.iter().all(|job| job.hiring_organization.label() == "Acme"));
}

/// The posting that a row of a scraped table becomes.
fn row(cells: [&str; 6]) -> JobPosting {
    let head = "id,Job Title,Company,Experience,Salary,Location,Description,Skills,Posted Date,scraped_at\n";
    let cells = cells.map(|cell| format!("\"{cell}\"")).join(",");
    ingested(&format!("{head}1,Baker,Acme,{cells},2026-11-20\n")).postings.remove(0)
}

fn shown(posting: &JobPosting) -> String {
    let places: Vec<&str> = posting.job_locations.iter().map(|place| place.text.as_str()).collect();
    let pay = match &posting.base_salary {
        Some(BaseSalary::Range(range)) => range.in_words(ENGLISH.values),
        Some(BaseSalary::Words(words)) => format!("words: {words}"),
        None => "-".to_owned(),
    };
    let day = posting.date_posted.map_or("-".to_owned(), |day| day.to_string());
    let text = posting.description.plain_text();
    let years = posting.experience.map_or("-".to_owned(), |years| years.in_words(ENGLISH.values));
    [years, pay, places.join("; "), text.trim().to_owned(), posting.skills.join("; "), day].join(" | ")
}

#[test]
fn a_row_that_has_slipped_by_a_column_is_put_back() {
    let text = "You bake bread for the town and keep the shop clean...";
    for (cells, expected) in [
        (
            ["0-5 Yrs", "3.5-6.5 Lacs PA", "Pune", text, "PythonDjangoPostgreSQL", "1 Day Ago"],
            "0 - 5 yrs | ₹3.5L - ₹6.5L / yr | Pune | TEXT | Python; Django; PostgreSQL | 2026-11-19",
        ),
        (
            ["2.75-3 Lacs PA", "Bengaluru, Pune", text, "PythonDjangoPostgreSQL", "13 Days Ago", "Save"],
            "- | ₹2.75L - ₹3L / yr | Bengaluru; Pune | TEXT | Python; Django; PostgreSQL | 2026-11-07",
        ),
        (
            ["Not disclosed", "Hybrid - Bengaluru", text, "PythonDjangoPostgreSQL", "Exclusive for women", "1 Day Ago"],
            "- | - | Bengaluru | TEXT | Python; Django; PostgreSQL | 2026-11-19",
        ),
        (
            ["Pune, Mumbai", text, "PythonDjangoPostgreSQL", "30+ Days Ago", "Save", "Unknown"],
            "- | - | Pune; Mumbai | TEXT | Python; Django; PostgreSQL | -",
        ),
    ] {
        assert_eq!(shown(&row(cells)), expected.replace("TEXT", text), "{cells:?}");
    }
}

#[test]
fn what_has_slipped_among_skills_is_no_skill() {
    let among = ["", "", "Pune", "", "Rust, Save, 1 Day Ago, 8-12 Lacs PA", ""];
    assert_eq!(shown(&row(among)), "- | ₹8L - ₹12L / yr | Pune |  | Rust | 2026-11-19");
    let taken = ["0-5 Yrs", "3-6 Lacs PA", "Pune", "", "Rust, 8-12 Lacs PA, 3 Days Ago", "2026-11-01"];
    assert_eq!(
        shown(&row(taken)),
        "0 - 5 yrs | ₹3L - ₹6L / yr | Pune |  | Rust | 2026-11-01",
        "what is in doubt is left out"
    );
    let doubtful = ["2.75-3 Lacs PA", "Bengaluru", "Fluent", "Cheerful", "13 Days Ago", "Save"];
    assert_eq!(shown(&row(doubtful)), "- | ₹2.75L - ₹3L / yr | Bengaluru |  |  | 2026-11-07");
    let sound = ["3-6 Yrs", "", "Save, Ariège", "Save the date. We bake.", "Save energy, Days", ""];
    assert_eq!(row(sound).skills, ["Save energy", "Days"]);
}

#[test]
fn a_rating_behind_an_employers_name_is_no_part_of_it() {
    for (name, expected) in [
        ("Acme\n4.8", "Acme"),
        ("Acme \t 4.8", "Acme"),
        ("Acme\r\n4.8\r\n", "Acme"),
        ("Web\u{a0}2.0", "Web 2.0"),
        ("Acme  3.0", "Acme"),
        ("Acme\n3.9\n4516 Reviews", "Acme"),
        ("Acme 4.8 ★", "Acme"),
        ("Acme 4.8★", "Acme"),
        ("Studio 5", "Studio 5"),
        ("Studio\n5", "Studio 5"),
        ("Web 2.0", "Web 2.0"),
        ("Acme\n7.4", "Acme 7.4"),
        ("Acme\nVersion 2.0", "Acme Version 2.0"),
        ("\n4.8", "4.8"),
        ("Acme\nBakers", "Acme Bakers"),
    ] {
        let record = serde_json::json!([{"id": 1, "title": "Baker", "company": name}]);
        assert_eq!(ingested(&record.to_string()).postings[0].hiring_organization.label(), expected, "{name:?}");
    }
}
