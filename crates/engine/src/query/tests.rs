//! Tests of what a search finds.

use openroles_model::domain::{EmploymentType, JobPosting, WorkplaceType};

use super::*;
use crate::index::{
    Index,
    fixture::{index, posting},
};

fn titles(index: &Index, query: &Query) -> Vec<String> {
    search(index, query).hits.iter().map(|hit| index.card(hit.doc).title.clone()).collect()
}

/// Checks the titles found, best first. Jobs are given by title and description, and `text` is typed.
fn check(jobs: &[(&str, &str)], text: &str, expected: &[&str]) {
    let postings: Vec<JobPosting> =
        jobs.iter().map(|(title, description)| posting(title).described(description)).collect();
    assert_eq!(titles(&index(&postings), &Query::default().with_text(text)), expected, "{text}");
}

/// Checks the titles found for a query string, best first.
fn check_refined(jobs: &[JobPosting], query_string: &str, expected: &[&str]) {
    let parsed = parse_query_string(query_string);
    assert_eq!(parsed.ignored, [], "{query_string}");
    assert_eq!(titles(&index(jobs), &parsed.query), expected, "{query_string}");
}

/// Checks a facet's values and counts for a query string, in the order shown.
fn check_counts(jobs: &[JobPosting], query_string: &str, facet: Facet, expected: &[(&str, usize)]) {
    let index = index(jobs);
    let results = search(&index, &parse_query_string(query_string).query);
    let values = results.facet(facet).expect("every facet is counted").values(&index);
    let counts: Vec<(&str, usize)> = values.iter().map(|value| (value.value.as_str(), value.count)).collect();
    assert_eq!(counts, expected, "{query_string}");
}

fn answer(jobs: &[JobPosting], query_string: &str) -> SearchResults {
    search(&index(jobs), &parse_query_string(query_string).query)
}

#[test]
fn a_title_match_outranks_a_description_match() {
    let chatter = "rust ".repeat(50);
    check(&[("Gardener", &chatter), ("Rust engineer", "")], "rust", &["Rust engineer", "Gardener"]);
}

#[test]
fn fields_rank_title_skills_company_place_description() {
    let jobs = [
        posting("A").described("Delhi"),
        posting("B").in_city("Delhi"),
        posting("C").at("Delhi"),
        posting("D").with_skills(&["Delhi"]),
        posting("Delhi"),
    ];
    check_refined(&jobs, "q=delhi", &["Delhi", "D", "C", "B", "A"]);
}

#[test]
fn every_word_must_match_somewhere() {
    check(&[("Rust engineer", "Berlin"), ("Rust baker", ""), ("Engineer", "")], "rust engineer", &["Rust engineer"]);
    check(&[("Rust engineer", "Berlin")], "berlin rust", &["Rust engineer"]);
}

#[test]
fn case_accents_and_inflection_do_not_matter_and_the_exact_form_is_first() {
    let jobs = [("Engineers", ""), ("Engineering", ""), ("ENGINEER", ""), ("Café", "")];
    check(&jobs, "engineer ", &["ENGINEER", "Engineering", "Engineers"]);
    check(&jobs, "engineering", &["Engineering", "ENGINEER", "Engineers"]);
    check(&jobs, "cafe", &["Café"]);
    check(&jobs, "CAFÉS", &["Café"]);
}

#[test]
fn terms_with_signs_are_themselves() {
    let jobs = [("C++ dev", ""), ("C# dev", ""), (".NET dev", ""), ("Node.js dev", ""), ("R dev", ""), ("Go dev", "")];
    for (title, _) in jobs {
        let term = title.trim_end_matches(" dev");
        check(&jobs, &format!("{term} dev"), &[title]);
    }
}

#[test]
fn aliases_match_both_ways() {
    let jobs = [("Kubernetes admin", ""), ("JavaScript developer", ""), ("Office manager", "in Bengaluru")];
    check(&jobs, "k8s", &["Kubernetes admin"]);
    check(&jobs, "js dev", &["JavaScript developer"]);
    check(&jobs, "bangalore", &["Office manager"]);
    check(&[("k8s engineer", "")], "kuberne", &["k8s engineer"]);
}

#[test]
fn only_the_last_word_may_be_unfinished() {
    let jobs = [("Rust engineer", ""), ("Rustic baker", "")];
    check(&jobs, "rus", &["Rust engineer", "Rustic baker"]);
    check(&jobs, "rust", &["Rust engineer", "Rustic baker"]);
    check(&jobs, "rust en", &["Rust engineer"]);
}

#[test]
fn quotes_and_minus_narrow() {
    let jobs = [("Machine learning lead", ""), ("Learning machine operator", ""), ("Java developer", "machine")];
    check(&jobs, "\"machine learning\"", &["Machine learning lead"]);
    check(&jobs, "machine -learning", &["Java developer"]);
    check(&jobs, "-\"machine learning\" -java", &["Learning machine operator"]);
    check(&[("Team", "lead"), ("Team lead", "")], "\"team lead\"", &["Team lead"]);
}

#[test]
fn scripts_without_spaces_are_found_inside_words() {
    check(&[("高级软件工程师", ""), ("件软", "")], "软件", &["高级软件工程师"]);
    check(&[("소프트웨어 개발자를", "")], "개발자", &["소프트웨어 개발자를"]);
}

#[test]
fn newer_is_first_among_equals_and_the_identifier_decides() {
    let jobs = [
        posting("Rust B").posted_days_ago(2),
        posting("Rust C").posted_days_ago(1),
        posting("Rust A").posted_days_ago(2),
        posting("Rust D"),
    ];
    for query_string in ["", "q=rust", "sort=newest"] {
        check_refined(&jobs, query_string, &["Rust C", "Rust A", "Rust B", "Rust D"]);
    }
}

#[test]
fn salary_sorts_the_undisclosed_last() {
    let jobs = [posting("A").paying(1e6), posting("B"), posting("C").paying(3e6)];
    check_refined(&jobs, "sort=salary", &["C", "A", "B"]);
}

#[test]
fn typing_errors_are_corrected_and_said() {
    let titles = ["Software engineer", "JavaScript developer", "Accountant", "Python programmer", "Nurse"];
    let index = index(&titles.map(posting));
    for (typed, used) in [
        ("enginer", Some("engineer")),
        ("engienre", Some("engineer")),
        ("rngineer", Some("engineer")),
        ("pyhton", Some("python")),
        ("javscript", Some("javascript")),
        ("javscr", Some("javascript")),
        ("acountent", Some("accountant")),
        ("nurze", Some("nurse")),
        ("engineer", None),
        ("zzzzzz", None),
        ("nrs", None),
        ("en9ineer", None),
    ] {
        let corrected = |query: Query| search(&index, &query).corrections;
        let query = Query::default().with_text(typed);
        let expected: Vec<Correction> =
            used.iter().map(|used| Correction { typed: typed.to_owned(), used: (*used).to_owned() }).collect();
        assert_eq!(corrected(query.clone()), expected, "{typed}");
        assert_eq!(corrected(query.with_spelling(Spelling::AsTyped)), [], "{typed}");
    }
}

#[test]
fn of_words_equally_near_the_one_that_begins_alike_is_meant() {
    let jobs = [("Content writer", ""), ("Content editor", ""), ("Accountant", "")];
    check(&jobs, "acountent", &["Accountant"]);
}

#[test]
fn a_rare_word_beside_a_far_commoner_one_is_an_error_unless_it_is_a_name() {
    let mut jobs: Vec<JobPosting> = (0..60).map(|number| posting(&format!("Scale manager {number}"))).collect();
    jobs.push(posting("Manger"));
    jobs.push(posting("Programmer").with_skills(&["Scala"]));
    let index = index(&jobs);
    assert_eq!(search(&index, &Query::default().with_text("manger ")).hit_count, 60);
    assert_eq!(titles(&index, &Query::default().with_text("scala")), ["Programmer"]);
    assert_eq!(titles(&index, &Query::default().with_text("manger").with_spelling(Spelling::AsTyped)), ["Manger"]);
}

#[test]
fn a_word_only_expired_jobs_have_is_corrected() {
    let jobs = [posting("Bakker").open_for_days(-1), posting("Baker")];
    check_refined(&jobs, "q=bakker", &["Baker"]);
}

#[test]
fn a_word_that_names_a_way_to_work_finds_the_jobs_that_state_it() {
    let jobs = [
        posting("Nurse").working(WorkplaceType::Remote).employed(EmploymentType::PartTime),
        posting("Remote sensing scientist").working(WorkplaceType::OnSite).employed(EmploymentType::FullTime),
        posting("Cook").working(WorkplaceType::Hybrid).employed(EmploymentType::Intern),
        posting("Baker").described("You are part of the team, full time.").employed(EmploymentType::FullTime),
        posting("Clerk").described("A part-time job."),
    ];
    check_refined(&jobs, "q=remote", &["Remote sensing scientist", "Nurse"]);
    check_refined(&jobs, "q=wfh", &["Nurse"]);
    check_refined(&jobs, "q=remote+nurse", &["Nurse"]);
    check_refined(&jobs, "q=nurse+remot", &["Nurse"]);
    check_refined(&jobs, "q=%22remote%22", &["Remote sensing scientist"]);
    check_refined(&jobs, "q=hybrid", &["Cook"]);
    check_refined(&jobs, "q=on-site", &["Remote sensing scientist"]);
    check_refined(&jobs, "q=internship", &["Cook"]);
    check_refined(&jobs, "q=interns", &["Cook"]);
    check_refined(&jobs, "q=part+time", &["Nurse", "Clerk"]);
    check_refined(&jobs, "q=part-time+nurse", &["Nurse"]);
    check_refined(&jobs, "q=-remote", &["Baker", "Clerk", "Cook"]);
    check_refined(&jobs, "q=-part-time", &["Baker", "Cook", "Remote sensing scientist"]);
    check_refined(&jobs, "q=part", &["Clerk", "Baker"]);
}

#[test]
fn filter_words_and_names_of_the_board_are_never_corrected() {
    let mut jobs: Vec<JobPosting> =
        (0..120).map(|number| posting(&format!("Remove scale manager software {number}"))).collect();
    jobs.push(posting("Tester").with_skills(&["Scala"]).at("Softwale AG"));
    jobs.push(posting("Writer").at("Mangler").in_city("Remova").open_for_days(-1));
    let index = index(&jobs);
    let corrected = |text: &str| search(&index, &Query::default().with_text(text)).corrections.len();
    for kept in ["remote", "internship", "fresher", "scala", "mangler", "remova", "softwale ag", "tester softwale ag"] {
        assert_eq!(corrected(kept), 0, "{kept}");
    }
    // One word of a company's name isn't the company.
    assert_eq!(corrected("softwale "), 1);
    assert_eq!(corrected("softwale manager"), 1);
}

#[test]
fn values_of_a_facet_widen_and_facets_narrow() {
    let jobs = [
        posting("A").with_skills(&["Rust"]).in_city("Pune"),
        posting("B").with_skills(&["Go", "Rust"]).in_city("Delhi"),
        posting("C").with_skills(&["Go"]).in_city("Pune"),
    ];
    check_refined(&jobs, "skill=Rust&skill=Go", &["A", "B", "C"]);
    check_refined(&jobs, "skill=Rust&skill=Go&skills=all", &["B"]);
    check_refined(&jobs, "skill=Rust&skill=Cobol&skills=all", &[]);
    check_refined(&jobs, "skill=rust&location=pune", &["A"]);
    check_refined(&jobs, "location=india&-skill=Rust", &["C"]);
    check_refined(&jobs, "skill=Cobol", &[]);
    check_refined(&jobs, "-skill=Cobol", &["A", "B", "C"]);
}

#[test]
fn a_count_is_what_choosing_the_value_instead_would_give() {
    let jobs = [
        posting("Rust A").with_skills(&["Rust"]).in_city("Pune"),
        posting("Rust B").with_skills(&["Go", "Rust"]).in_city("Delhi"),
        posting("C").with_skills(&["Go"]).in_city("Pune"),
        posting("Rust D").with_skills(&["Rust"]).in_city("Pune").open_for_days(-1),
    ];
    let query_string = "skill=Rust&location=pune";
    check_counts(&jobs, query_string, Facet::Skill, &[("Rust", 1), ("Go", 1)]);
    check_counts(&jobs, query_string, Facet::Location, &[("india", 2), ("pune", 1), ("delhi", 1)]);
    let results = answer(&jobs, query_string);
    let of = |facet, hit_count| LeaveOneOut { facet, hit_count };
    assert_eq!(results.leave_one_out, [of(Facet::Skill, 2), of(Facet::Location, 2)]);
    assert_eq!(results.without_text, None);
    assert_eq!(answer(&jobs, "q=rust&location=pune").without_text, Some(2));
}

#[test]
fn an_unknown_value_is_listed_with_no_jobs() {
    check_counts(&[posting("A").with_skills(&["Rust"])], "skill=Cobol", Facet::Skill, &[("Rust", 1), ("Cobol", 0)]);
}

#[test]
fn experience_covers_and_the_unstated_stay() {
    let jobs = [
        posting("A").years(Some(3.0), Some(5.5)),
        posting("B").years(Some(7.0), None),
        posting("C"),
        posting("D").years(None, Some(1.0)),
    ];
    check_refined(&jobs, "experience=5", &["A", "C"]);
    check_refined(&jobs, "experience=6", &["C"]);
    check_refined(&jobs, "experience=0", &["C", "D"]);
    check_refined(&jobs, "experience=40", &["B", "C"]);
    assert_eq!(answer(&jobs, "experience=40").experience_not_stated, 1);
    let expected = [("0", 1), ("1", 1), ("3", 1), ("4", 1), ("5", 1), ("7", 1), ("40", 1)];
    check_counts(&jobs, "experience=40", Facet::Experience, &expected);
}

#[test]
fn experience_takes_half_years_and_ranges() {
    let jobs = [
        posting("A").years(Some(3.0), Some(5.5)),
        posting("B").years(Some(7.0), None),
        posting("C"),
        posting("D").years(None, Some(1.0)),
        posting("E").years(Some(0.6), Some(0.9)),
    ];
    check_refined(&jobs, "experience=5.5", &["A", "C"]);
    check_refined(&jobs, "experience=6-6.5", &["C"]);
    check_refined(&jobs, "experience=5.5-7", &["A", "B", "C"]);
    check_refined(&jobs, "experience=1-3", &["A", "C", "D"]);
    check_refined(&jobs, "experience=0-0.5", &["C", "D"]);
    check_refined(&jobs, "experience=0-1", &["C", "D", "E"]);
    check_refined(&jobs, "experience=5-", &["A", "B", "C"]);
    check_refined(&jobs, "experience=6-", &["B", "C"]);
    let offered = [("0", 1), ("1", 1), ("3", 1), ("4", 1), ("5", 1), ("7", 1)];
    check_counts(&jobs, "experience=7", Facet::Experience, &offered);
    let with_half = [offered.as_slice(), &[("5.5", 1)]].concat();
    let mut with_half = with_half;
    with_half.swap(5, 6);
    check_counts(&jobs, "experience=5.5", Facet::Experience, &with_half);
    let with_range = [&[("0", 1), ("1", 1), ("1-3", 2)], &offered[2..]].concat();
    check_counts(&jobs, "experience=1-3", Facet::Experience, &with_range);
}

#[test]
fn with_a_salary_jobs_that_reach_it_come_first_and_those_that_say_nothing_last() {
    let jobs = [
        posting("Rust words").posted_days_ago(1),
        posting("Rust francs").paying_in("CHF", 9e4).posted_days_ago(2),
        posting("Rust engineer low").paying(3e5).posted_days_ago(3),
        posting("Old rust").paying(9e5).posted_days_ago(5),
        posting("New rust").paying(6e5).posted_days_ago(4),
    ];
    let grouped = ["New rust", "Old rust", "Rust francs", "Rust words"];
    check_refined(&jobs, "salary=500000", &grouped);
    check_refined(&jobs, "q=rust&salary=500000", &["New rust", "Old rust", "Rust francs", "Rust words"]);
    check_refined(&jobs, "salary=500000&sort=newest", &["Rust words", "Rust francs", "New rust", "Old rust"]);
    check_refined(&jobs, "salary=500000&sort=salary", &["Old rust", "New rust", "Rust words", "Rust francs"]);
    check_refined(&jobs, "salary=500000&undisclosed=hide", &["New rust", "Old rust"]);
    check_refined(&jobs, "undisclosed=hide", &["Rust engineer low", "New rust", "Old rust"]);
    let results = answer(&jobs, "salary=500000");
    assert_eq!(results.undisclosed_salary, 1, "pay in francs is stated");
}

#[test]
fn pages_go_on_from_one_group_of_the_salary_order_to_the_next() {
    let job = |number: i32| match number % 3 {
        0 => posting(&format!("Job {number:02}")).paying(6e5),
        1 => posting(&format!("Job {number:02}")).paying_in("CHF", 9e4),
        _ => posting(&format!("Job {number:02}")),
    };
    let index = index(&(0..60).map(job).collect::<Vec<_>>());
    let mut expected: Vec<i32> = (0..60).collect();
    expected.sort_by_key(|number| (number % 3, *number));
    let expected: Vec<String> = expected.iter().map(|number| format!("Job {number:02}")).collect();
    for query_string in ["salary=500000", "q=job&salary=500000"] {
        let query = parse_query_string(query_string).query;
        let found: Vec<String> = (0..4).flat_map(|page| titles(&index, &query.with_page(page))).collect();
        assert_eq!(found, expected, "{query_string}");
    }
}

#[test]
fn salary_is_reached_by_the_top_and_the_undisclosed_stay_until_hidden() {
    let jobs = [posting("A").paying(2.5e5), posting("B").paying(4e5), posting("C")];
    check_refined(&jobs, "salary=250000", &["A", "B", "C"]);
    check_refined(&jobs, "salary=300000", &["B", "C"]);
    check_refined(&jobs, "salary=300000&undisclosed=hide", &["B"]);
    check_refined(&jobs, "undisclosed=hide", &["A", "B"]);
    let query_string = "salary=250000&undisclosed=hide";
    let results = answer(&jobs, query_string);
    assert_eq!(results.undisclosed_salary, 1);
    assert_eq!(results.salary_histogram, SalaryHistogram { step: 100_000, counts: vec![0, 0, 2] });
    check_counts(&jobs, query_string, Facet::Salary, &[("100000", 2), ("200000", 2), ("250000", 2)]);
}

#[test]
fn posted_within_counts_back_from_the_day_the_index_is_opened_for() {
    let jobs = [0, 1, 2, 7, 8, 31].map(|days| posting(&format!("P{days}")).posted_days_ago(days));
    check_refined(&jobs, "posted=1d", &["P0", "P1"]);
    check_counts(&jobs, "posted=1d", Facet::Posted, &[("1d", 2), ("7d", 4), ("30d", 5)]);
}

#[test]
fn pages_follow_each_other_without_gap_or_overlap() {
    let jobs: Vec<JobPosting> = (0..45).map(|number| posting(&format!("Job {number}"))).collect();
    let index = index(&jobs);
    let page = |page| titles(&index, &Query::default().with_page(page));
    let mut all: Vec<String> = (0..3).flat_map(page).collect();
    assert_eq!((page(2).len(), page(3).len(), page(u32::MAX).len()), (5, 0, 0));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 45);
    assert_eq!(search(&index, &Query::default()).page_count(), 3);
}
