//! The doctor: reports what a feed contains, what becomes of it, and what is wrong with it, with a remedy for each
//! finding.
//!
//! Takes the contents of feeds and returns [`Reports`]. It compares each record with the posting made from it, and
//! changes nothing. It uses no files and no terminal.

mod checkup;
#[cfg(test)]
mod code_tests;
mod columns;
mod coverage;
mod diagnosis;
#[cfg(feature = "report")]
mod report_page;
mod reports;
mod symptoms;

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
    sync::Arc,
};

use diagnosis::Findings;
use openroles_model::{
    domain::{Date, JobId, JobPosting, Organization, Slug},
    findings::{Finding, FindingCode},
    parallel,
};

use crate::{
    feed::{Extent, FeedContents, FeedId, FeedKind, Rejection},
    ingest::{EarlierJobs, IngestOptions, Ingested, Intake},
};

pub use checkup::Checkup;
pub use columns::{ColumnLook, UnreadColumn, UnreadColumns};
pub use coverage::{Coverage, CoverageField, table};
pub use diagnosis::{Diagnoses, Diagnosis, Example, FeedNames};
#[cfg(feature = "report")]
pub use report_page::{report_fragment, report_page};
pub use reports::{FeedReport, Reports, UnwellRecord};
use symptoms::Symptom;

/// Counts for one feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedTally {
    /// Source of the feed, if it was recognized.
    pub kind: Option<FeedKind>,
    /// Number of records, accepted or not.
    pub records: usize,
    /// Number of postings that are shown.
    pub postings: usize,
    /// Number of records that were merged into the posting of an earlier record.
    pub merged: usize,
    /// Number of records that aren't shown, by the code of the reason.
    pub refused: BTreeMap<&'static str, usize>,
    /// How many postings state each field.
    pub coverage: Coverage,
}

/// Examines one feed as if it were built on the day `now`.
pub fn examine(name: &str, contents: FeedContents, options: &IngestOptions, now: Date) -> Reports {
    let extent = contents.extent;
    let mut examination = Examination::new(options.clone(), now);
    examination.begin(name, FeedId::of(name));
    examination.take(contents);
    examination.end(Ok(extent));
    examination.finish()
}

/// Examines several feeds together, one after the other and piece by piece. It finds duplicates across feeds, as a
/// build does. Records are dropped as soon as they have been compared.
pub struct Examination {
    intake: Intake,
    now: Date,
    names: FeedNames,
    /// Feeds so far; the last one is being read.
    feeds: Vec<Examined>,
    findings: Findings,
    /// Codes found while reading, for each posting.
    codes: Vec<Vec<FindingCode>>,
}

/// Feed, with the ranges of its postings and rejections in the intake.
struct Examined {
    name: String,
    id: FeedId,
    report: FeedTally,
    problem: Option<String>,
    postings: Range<usize>,
    rejections: Range<usize>,
}

impl Examination {
    /// Starts without feeds.
    pub fn new(options: IngestOptions, now: Date) -> Self {
        let intake = Intake::new(options).on_day(now);
        let (names, feeds, codes) = (FeedNames::new(), Vec::new(), Vec::new());
        Self { intake, now, names, feeds, findings: Findings::default(), codes }
    }

    /// Starts the next feed.
    pub fn begin(&mut self, name: &str, id: FeedId) {
        let (postings, rejections) = self.intake.counts();
        self.names.insert(id, Arc::from(name));
        self.feeds.push(Examined {
            name: name.to_owned(),
            id,
            report: FeedTally::default(),
            problem: None,
            postings: postings..postings,
            rejections: rejections..rejections,
        });
    }

    /// Takes the next piece of the current feed.
    pub fn take(&mut self, contents: FeedContents) {
        let Some(feed) = self.feeds.last_mut() else { return };
        feed.report.kind = feed.report.kind.or(contents.kind);
        feed.report.records += contents.postings.len() + contents.rejections.len();
        let contents = contents.of_feed(feed.id);
        self.findings.add_columns(feed.id, &contents.unread);
        self.intake.take_beside(contents, symptoms::of_reading, &mut |posting, symptoms| {
            self.codes.push(codes(&symptoms));
            symptoms.into_iter().for_each(|symptom| self.findings.add(symptom, feed.id, &posting.id.0));
        });
        (feed.postings.end, feed.rejections.end) = self.intake.counts();
    }

    /// Ends the current feed. `result` says whether it was complete, or why it couldn't be read.
    pub fn end(&mut self, result: Result<Extent, String>) {
        let Some(feed) = self.feeds.last_mut() else { return };
        let (finding, record) = match result {
            Ok(Extent::Whole) => return,
            Ok(Extent::CutOff) => {
                let finding = Finding::new(FindingCode::BreaksOff, "there may be more records after this one");
                (finding, format!("record {}", feed.report.records))
            }
            Err(problem) => {
                feed.problem = Some(problem.clone());
                (Finding::new(FindingCode::UnreadableFeed, problem), "the whole feed".to_owned())
            }
        };
        self.findings.add(finding.into(), feed.id, &record);
    }

    /// Returns the reports.
    pub fn finish(self) -> Reports {
        let Self { intake, now, names, feeds, mut findings, mut codes } = self;
        let ingested = intake.finish(&EarlierJobs::default());
        let feed_of = |at: usize| ingested.origins.get(at).map(|origin| origin.feed).unwrap_or_default();
        look_at(&ingested, now, &mut |at, posting, symptoms| {
            if let Some(codes) = codes.get_mut(at) {
                codes.extend(self::codes(&symptoms));
            }
            symptoms.into_iter().for_each(|symptom| findings.add(symptom, feed_of(at), &posting.id.0));
        });
        say_days(&ingested, &mut findings, &mut codes);
        ingested.rejections.iter().for_each(|rejection| findings.refuse(rejection, &names));
        let mut reports = Reports::default();
        for feed in feeds {
            reports.add(feed, &ingested, &mut codes);
        }
        Reports { diagnoses: findings.into_diagnoses(&names), ..reports }
    }
}

/// Adds findings about dates, which depend on all records together.
fn say_days(ingested: &Ingested, findings: &mut Findings, codes: &mut [Vec<FindingCode>]) {
    if ingested.days.is_empty() {
        return;
    }
    let postings = ingested.postings.iter().enumerate();
    let at: HashMap<&JobId, usize> = postings.map(|(at, posting)| (&posting.id, at)).collect();
    for note in &ingested.days {
        let symptom = Symptom::of_day(note);
        if let Some(codes) = at.get(&note.id).and_then(|at| codes.get_mut(*at)) {
            codes.push(symptom.finding.code);
        }
        findings.add(symptom, note.feed, &note.id.0);
    }
}

/// Judges each posting that was read, using several cores if available, and passes what is found to `say` in order.
fn look_at(ingested: &Ingested, now: Date, say: &mut dyn FnMut(usize, &JobPosting, Vec<Symptom>)) {
    let organizations: HashMap<&Slug, &Organization> =
        ingested.organizations.iter().map(|organization| (&organization.slug, organization)).collect();
    let look = |posting: &JobPosting| {
        let organization = posting.hiring_organization.slug().and_then(|slug| organizations.get(slug));
        symptoms::of_posting(posting, organization.copied(), now)
    };
    // Jobs without an origin were kept from an earlier build, so they weren't read now.
    let postings = ingested.postings.get(..ingested.origins.len()).unwrap_or_default();
    let mut numbered = postings.iter().enumerate();
    for batch in postings.chunks(parallel::BATCH) {
        let seen = parallel::map(batch.iter().collect(), look);
        // In this order, because otherwise the end of a batch would take a posting from the next one.
        seen.into_iter().zip(numbered.by_ref()).for_each(|(symptoms, (at, posting))| say(at, posting, symptoms));
    }
}

impl Reports {
    /// Adds the report of a feed. Empties the `codes` of its postings.
    fn add(&mut self, feed: Examined, ingested: &Ingested, codes: &mut [Vec<FindingCode>]) {
        let Examined { name, id: _, mut report, problem, postings, rejections } = feed;
        let feed = self.feeds.len();
        for (posting, codes) in ingested.postings[postings.clone()].iter().zip(&mut codes[postings]) {
            report.postings += 1;
            report.coverage.add(posting);
            if !codes.is_empty() {
                let findings = each_once(std::mem::take(codes));
                self.records.push(UnwellRecord { id: posting.id.0.clone(), feed, findings });
            }
        }
        for Rejection { record, reason, .. } in &ingested.rejections[rejections] {
            if reason.is_merge() {
                report.merged += 1;
            } else {
                *report.refused.entry(reason.code().name()).or_default() += 1;
            }
            self.records.push(UnwellRecord { id: record.clone(), feed, findings: vec![reason.code()] });
        }
        self.feeds.push(FeedReport { name, result: problem.map_or(Ok(report), Err) });
    }
}

fn codes(symptoms: &[Symptom]) -> Vec<FindingCode> {
    symptoms.iter().map(|symptom| symptom.finding.code).collect()
}

/// Codes in the order of their names, without repetition.
fn each_once(mut codes: Vec<FindingCode>) -> Vec<FindingCode> {
    codes.sort_unstable_by_key(|code| code.name());
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::{
        facets::Facet,
        findings::{Severity, judge},
    };

    use crate::{feed, ingest::ingest};

    fn day() -> Date {
        Date::parse("2026-08-01").expect("a day")
    }

    fn examined(feed: &str) -> Reports {
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        examine("jobs", contents, &IngestOptions::default(), day())
    }

    /// Counts of the only feed.
    fn only(reports: &Reports) -> &FeedTally {
        reports.feeds[0].result.as_ref().expect("it was read")
    }

    /// Checks what is found in a posting with a title, an employer, and these fields. What job listings would object
    /// to is left out.
    fn check(fields: &str, expected: &[&str]) {
        let apply = if fields.contains("howToApply") { "" } else { r#","howToApply":"jobs@example.com""# };
        let feed = format!(
            r#"[{{"@type":"JobPosting","identifier":1,"title":"Baker","hiringOrganization":"Acme"{apply}{fields}}}]"#
        );
        let report = examined(&feed);
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        let posting = &ingest(contents, &IngestOptions::default()).postings[0];
        let minded: Vec<FindingCode> = judge(posting, None, day()).in_listings.iter().map(|found| found.code).collect();
        let found: Vec<String> = report
            .diagnoses
            .iter()
            .filter(|finding| !minded.contains(&finding.code))
            .map(|finding| format!("{} {} {:?}", finding.severity.name(), finding.code, finding.examples[0].value))
            .collect();
        assert_eq!(found, expected, "{fields}");
    }

    #[test]
    fn what_could_not_be_read_is_said_with_the_words() {
        check("", &[]);
        check(r#","baseSalary":"10 coins""#, &[r#"note pay-in-words "10 coins""#]);
        check(
            r#","baseSalary":{"currency":"USD","value":{"minValue":5,"maxValue":900000,"unitText":"YEAR"}}"#,
            &[r#"warning unread-pay "5 - 900000 USD YEAR""#],
        );
        check(r#","experienceRequirements":"26 Feb""#, &[r#"warning unread-experience "26 Feb""#]);
        check(r#","datePosted":"soon""#, &[r#"warning unread-date "soon""#]);
        check(r#","jobLocation":"Xyzzyville""#, &[r#"note unknown-place "Xyzzyville""#]);
        check(r#","skills":["Rust","Underwater weaving"]"#, &[r#"note unknown-skill "Underwater weaving""#]);
        check(
            r#","howToApply":"javascript:alert(1)""#,
            &[
                r#"required apply-missing "the page can't say how to apply""#,
                r#"warning unusable-link "javascript:alert(1)""#,
            ],
        );
        check(r#","validThrough":"2026-07-01""#, &[r#"warning expired "2026-07-01""#]);
    }

    #[test]
    fn refused_records_come_first_and_each_field_is_counted() {
        let reports = examined(
            r#"[{"@type":"JobPosting","identifier":1,"title":"A","hiringOrganization":"X","datePosted":"2026-07-01","jobLocation":"Nowhere at all"},{"@type":"JobPosting","identifier":2,"title":"B"}]"#,
        );
        let report = only(&reports);
        assert_eq!((report.records, report.postings), (2, 1));
        assert_eq!(reports.diagnoses.iter().next().map(|finding| finding.code), Some(FindingCode::MissingOrganization));
        assert_eq!(report.coverage.percent(CoverageField::Facet(Facet::Posted)), 100);
        assert_eq!(report.coverage.percent(CoverageField::Facet(Facet::Salary)), 0);
        assert!(reports.diagnoses.worst() == Some(Severity::Lost));
    }

    #[test]
    fn what_a_listing_would_refuse_is_found_as_a_build_finds_it() {
        let report = examined(
            r#"[{"identifier":1,"title":"Baker","hiringOrganization":"Acme"},
                {"identifier":2,"title":"Cook","hiringOrganization":"Acme","validThrough":"2026-07-01"}]"#,
        );
        let count = |code: FindingCode| {
            let found = report.diagnoses.iter().find(|diagnosis| diagnosis.code == code);
            found.map(|diagnosis| (diagnosis.severity.name(), diagnosis.count))
        };
        assert_eq!(count(FindingCode::DescriptionMissing), Some(("required", 1)), "a closed job is not marked up");
        assert_eq!(count(FindingCode::SalaryMissing), Some(("note", 1)));
        assert_eq!(count(FindingCode::Expired), Some(("warning", 1)));
    }

    #[test]
    fn a_posting_is_compared_with_its_own_record() {
        let report = examined(
            "id,title,company,salary\n1,Baker,Acme,10 coins\n1,Baker,Globex,\n\u{a0} 2\u{200b},Cook,Acme,20 coins\n",
        );
        let words = report.diagnoses.iter().find(|diagnosis| diagnosis.code == FindingCode::PayInWords).expect("found");
        let examples: Vec<(&str, &str)> =
            words.examples.iter().map(|example| (example.record.as_str(), example.value.as_str())).collect();
        assert_eq!(examples, [("1", "10 coins"), ("2", "20 coins")]);
        assert_eq!(only(&report).postings, 3);
    }

    #[test]
    fn a_report_is_the_same_in_pieces_of_any_size() {
        let contents = feed::read(
            "id,title,company,salary,posted,text\n1,Baker,Acme,10 coins,soon,Bake\n2,Baker,Acme,,,Bake\n,Cook,Acme,,,\n\
             1,Baker,Acme,20 coins,2026-07-01,\n3,Cook,,,,\n1,Clerk,Globex,5 coins,,\n"
                .as_bytes(),
            None,
        );
        let contents = contents.expect("a readable feed");
        let whole = examine("jobs", contents.clone(), &IngestOptions::default(), day());
        let mut examination = Examination::new(IngestOptions::default(), day());
        examination.begin("jobs", FeedId::of("jobs"));
        examination.take(FeedContents { postings: Vec::new(), ..contents.clone() });
        for posting in contents.postings {
            examination.take(FeedContents { postings: vec![posting], kind: contents.kind, ..FeedContents::default() });
        }
        let codes: Vec<FindingCode> = whole.diagnoses.iter().map(|diagnosis| diagnosis.code).collect();
        assert!(codes.contains(&FindingCode::PayInWords) && codes.contains(&FindingCode::FoldedDuplicate), "{codes:?}");
        examination.end(Ok(Extent::Whole));
        assert_eq!(examination.finish(), whole);
    }

    #[test]
    fn a_job_that_nobody_can_apply_to_is_found_near_the_top_unless_it_is_closed() {
        let report = examined(
            r#"[{"identifier":1,"title":"Baker","hiringOrganization":"Acme","jobLocation":"Graz"},
                {"identifier":2,"title":"Cook","hiringOrganization":"Acme","validThrough":"2026-07-01"},
                {"identifier":3,"title":"Clerk","hiringOrganization":"Acme","url":"https://example.com/3"},
                {"identifier":4,"title":"Porter","hiringOrganization":"Acme","howToApply":"jobs@example.com"}]"#,
        );
        let at =
            report.diagnoses.iter().position(|diagnosis| diagnosis.code == FindingCode::ApplyMissing).expect("found");
        let found = report.diagnoses.iter().nth(at).expect("there");
        assert_eq!((found.severity, found.count, found.examples[0].record.as_str()), (Severity::Required, 1, "1"));
        assert!(report.diagnoses.iter().skip(at).any(|diagnosis| diagnosis.severity > Severity::Required));
    }

    #[test]
    fn what_a_table_says_and_nothing_reads_is_a_finding_with_the_line_to_paste() {
        let report = examined("id,title,company,Apply Link,Notes\n1,Baker,Acme,https://example.com/1,rye\n");
        let found =
            report.diagnoses.iter().find(|diagnosis| diagnosis.code == FindingCode::UnreadColumn).expect("found");
        let values: Vec<&str> = found.examples.iter().map(|example| example.value.as_str()).collect();
        assert_eq!((found.severity, found.count), (Severity::Warning, 2));
        assert_eq!(values, ["Apply Link (looks like application links)", "Notes"]);
        let lines: Vec<&str> = report
            .diagnoses
            .unread_columns()
            .iter()
            .flat_map(|feed| &feed.columns)
            .filter_map(|column| column.line.as_deref())
            .collect();
        assert_eq!(lines, [r#"apply = "Apply Link""#]);
        let plain = examined("id,title,company,Notes\n1,Baker,Acme,rye\n");
        let found =
            plain.diagnoses.iter().find(|diagnosis| diagnosis.code == FindingCode::UnreadColumn).expect("found");
        assert_eq!(found.severity, Severity::Note, "it looks like nothing that is read");
    }

    #[test]
    fn a_posting_in_two_feeds_is_a_duplicate_in_the_second() {
        let post = |id: &str, title: &str| {
            format!("[{{\"id\":\"{id}\",\"title\":\"{title}\",\"company\":\"Acme\",\"description\":\"Bake bread\"}}]")
        };
        let mut examination = Examination::new(IngestOptions::default(), day());
        for (name, feed) in [("a", post("1", "Baker")), ("b", post("9", "Baker")), ("c", post("1", "Cook"))] {
            examination.begin(name, FeedId::of(name));
            examination.take(feed::read(feed.as_bytes(), None).expect("a readable feed"));
            examination.end(Ok(Extent::Whole));
        }
        let reports = examination.finish();
        let found = |code: FindingCode| {
            let diagnosis = reports.diagnoses.iter().find(|diagnosis| diagnosis.code == code).expect("found");
            let example = &diagnosis.examples[0];
            (example.file.as_deref().unwrap_or_default(), example.record.as_str(), example.value.as_str())
        };
        assert_eq!(found(FindingCode::FoldedDuplicate), ("b", "9", "it is the same posting as `1` in a"));
        let taken = "an earlier posting has the same identifier: `Baker` in a";
        assert_eq!(found(FindingCode::DuplicateIdentifier), ("c", "1", taken));
        let counts = |at: usize| {
            let report = reports.feeds[at].result.as_ref().expect("it was read");
            (report.postings, report.merged, report.refused.values().sum::<usize>())
        };
        assert_eq!([counts(0), counts(1), counts(2)], [(1, 0, 0), (0, 1, 0), (0, 0, 1)]);
        let refused: Vec<(usize, &str, FindingCode)> = reports
            .records
            .iter()
            .filter(|record| record.feed > 0)
            .map(|record| (record.feed, record.id.as_str(), record.findings[0]))
            .collect();
        assert_eq!(refused, [(1, "9", FindingCode::FoldedDuplicate), (2, "1", FindingCode::DuplicateIdentifier)]);
    }

    #[test]
    fn a_feed_that_cannot_be_read_costs_the_others_nothing() {
        let mut examination = Examination::new(IngestOptions::default(), day());
        examination.begin("torn", FeedId::of("torn"));
        examination.end(Err("the feed is empty".to_owned()));
        examination.begin("jobs", FeedId::of("jobs"));
        examination.take(feed::read(b"id,title,company\n1,Baker,Acme\n", None).expect("a readable feed"));
        examination.end(Ok(Extent::Whole));
        let reports = examination.finish();
        assert!(reports.summary().starts_with("2 feeds, 1 unreadable: 1 record, 1 job, "), "{}", reports.summary());
        let worst = reports.diagnoses.iter().next().expect("a finding");
        assert_eq!((worst.code, worst.examples[0].file.as_deref()), (FindingCode::UnreadableFeed, Some("torn")));
    }

    #[test]
    fn guesses_are_told_with_how_sure_they_are() {
        check_guess(
            r#","salary":"$90,000 a year","location":"Toronto, Canada""#,
            FindingCode::GuessedDollar,
            "1 likely",
        );
        check_guess(r#","salary":"10,000/month","location":"Pune, India""#, FindingCode::GuessedCurrency, "1 likely");
        check_guess(r#","salary":"£9.21""#, FindingCode::GuessedPeriod, "1 likely");
        check_guess(r#","skills":["PythonDjangoPostgreSQL"]"#, FindingCode::GuessedSkills, "1 sure");
        check_guess(r#","title":"Baker - Pune","location":"Pune, India""#, FindingCode::GuessedTitle, "1 sure");
        check_guess(r#","title":"Baker, Pune","location":"Pune, India""#, FindingCode::GuessedTitle, "1 likely");
    }

    fn check_guess(fields: &str, code: FindingCode, expected: &str) {
        let reports = examined(&format!(r#"[{{"id":1,"title":"Baker","company":"Acme"{fields}}}]"#));
        let guess = reports.diagnoses.iter().find(|diagnosis| diagnosis.code == code).expect(fields);
        assert_eq!((guess.severity, guess.surenesses().as_str()), (Severity::Note, expected), "{fields}");
        assert!(guess.examples[0].value.contains(" → ") && guess.examples[0].sureness.is_some(), "{guess:?}");
        assert!(reports.records[0].findings.contains(&code), "{:?}", reports.records);
    }

    #[test]
    fn a_feed_that_breaks_off_is_found() {
        let report = examined(r#"[{"identifier":1,"title":"Baker","hiringOrganization":"Acme"}"#);
        assert_eq!(report.diagnoses.iter().next().map(|diagnosis| diagnosis.code), Some(FindingCode::BreaksOff));
    }
}
