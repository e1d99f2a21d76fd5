//! The doctor: what a feed holds, what becomes of it, and what is wrong with it, each with its remedy.
//!
//! In go feeds as bytes made them, out comes a [`Report`] for people and machines. It judges by comparing what a
//! record says with the posting it became; it changes nothing, and knows no files and no terminal.

mod coverage;
mod diagnosis;
mod patients;
#[cfg(feature = "report")]
mod report_page;
mod symptoms;

use std::collections::{BTreeMap, HashMap};

use crate::{
    domain::{Date, JobPosting, Organization, Slug},
    feed::{Extent, FeedContents, FeedKind, Rejection},
    ingest::{EarlierJobs, IngestOptions, Intake},
    parallel,
    structured_data::Severity,
};

pub use coverage::{Coverage, Field, table};
pub use diagnosis::{Diagnoses, Diagnosis, Example};
pub use patients::{Patient, Reports};
#[cfg(feature = "report")]
pub use report_page::{report_fragment, report_page};
use symptoms::Symptom;

/// What one feed gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The source, where one could be told.
    pub kind: Option<FeedKind>,
    /// Records of any kind.
    pub records: usize,
    /// Postings that are shown.
    pub postings: usize,
    /// Records that are not, by the code of the reason.
    pub refused: BTreeMap<&'static str, usize>,
    /// How many postings state each field.
    pub coverage: Coverage,
    /// What is wrong or was guessed, worst first.
    pub diagnoses: Diagnoses,
}

/// Examines a feed as it would be built on the day `now`.
pub fn examine(contents: FeedContents, options: &IngestOptions, now: Date) -> Report {
    let extent = contents.extent;
    let mut examination = Examination::new(options.clone(), now);
    examination.take(contents);
    examination.finish(extent)
}

/// A feed that is being examined, piece by piece: records are let go of as soon as they have been compared.
pub struct Examination {
    intake: Intake,
    now: Date,
    report: Report,
}

impl Examination {
    /// Nothing yet.
    pub fn new(options: IngestOptions, now: Date) -> Self {
        Self { intake: Intake::new(options), now, report: Report::default() }
    }

    /// Takes what comes next.
    pub fn take(&mut self, contents: FeedContents) {
        let report = &mut self.report;
        report.kind = report.kind.or(contents.kind);
        report.records += contents.postings.len() + contents.rejections.len();
        self.intake.take_beside(contents, symptoms::of_reading, &mut |posting, symptoms| report.add(posting, symptoms));
    }

    /// All that is to be said, once the feed has ended.
    pub fn finish(self, extent: Extent) -> Report {
        let mut report = self.report;
        let ingested = self.intake.finish(&EarlierJobs::default());
        let organizations: HashMap<&Slug, &Organization> =
            ingested.organizations.iter().map(|organization| (&organization.slug, organization)).collect();
        report.postings = ingested.postings.len();
        if extent == Extent::CutOff {
            report.miss_the_end();
        }
        for rejection in &ingested.rejections {
            report.refuse(rejection);
        }
        for batch in ingested.postings.chunks(parallel::BATCH) {
            let judged = parallel::map(batch.iter().collect(), |posting: &JobPosting| {
                let organization = posting.hiring_organization.slug().and_then(|slug| organizations.get(slug));
                symptoms::of_page(posting, organization.copied(), self.now)
            });
            for (posting, symptoms) in batch.iter().zip(judged) {
                report.coverage.add(posting);
                report.add(posting, symptoms);
            }
        }
        report.diagnoses.sort();
        report
    }
}

impl Report {
    fn miss_the_end(&mut self) {
        let remedy = "check that the export or download finished";
        let diagnosis = Diagnosis::new("breaks-off", Severity::Lost, remedy);
        self.diagnoses.add(diagnosis, &format!("record {}", self.records), "there may be more records than these");
    }

    fn refuse(&mut self, rejection: &Rejection) {
        *self.refused.entry(rejection.reason.code()).or_default() += 1;
        let severity = if rejection.reason.is_harmless() { Severity::Note } else { Severity::Lost };
        let diagnosis = Diagnosis::new(rejection.reason.code(), severity, rejection.reason.remedy());
        self.diagnoses.add(diagnosis, &rejection.record, &rejection.reason.to_string());
    }

    fn add(&mut self, posting: &JobPosting, symptoms: Vec<Symptom>) {
        for (diagnosis, value) in symptoms {
            self.diagnoses.add(diagnosis, &posting.id.0, &value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        feed,
        ingest::ingest,
        structured_data::{Finding, job_posting, judge},
    };

    fn day() -> Date {
        Date::parse("2026-08-01").expect("a day")
    }

    fn examined(feed: &str) -> Report {
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        examine(contents, &IngestOptions::default(), day())
    }

    /// A posting of a name and an employer with these fields: what is found, what listings mind aside.
    fn check(fields: &str, expected: &[&str]) {
        let feed =
            format!(r#"[{{"@type":"JobPosting","identifier":1,"title":"Baker","hiringOrganization":"Acme"{fields}}}]"#);
        let report = examined(&feed);
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        let posting = &ingest(contents, &IngestOptions::default()).postings[0];
        let minded: Vec<&str> = judge(&job_posting(posting, None), day()).findings.iter().map(Finding::code).collect();
        let found: Vec<String> = report
            .diagnoses
            .iter()
            .filter(|finding| finding.code == "expired" || !minded.contains(&finding.code))
            .map(|finding| format!("{} {} {:?}", finding.severity.name(), finding.code, finding.examples[0].value))
            .collect();
        assert_eq!(found, expected, "{fields}");
        assert!(report.diagnoses.iter().all(|finding| !finding.remedy.is_empty() && !finding.remedy.ends_with('.')));
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
        check(r#","howToApply":"javascript:alert(1)""#, &[r#"warning unusable-link "javascript:alert(1)""#]);
        check(r#","validThrough":"2026-07-01""#, &[r#"warning expired "2026-07-01""#]);
    }

    #[test]
    fn refused_records_come_first_and_each_field_is_counted() {
        let report = examined(
            r#"[{"@type":"JobPosting","identifier":1,"title":"A","hiringOrganization":"X","datePosted":"2026-07-01","jobLocation":"Nowhere at all"},{"@type":"JobPosting","identifier":2,"title":"B"}]"#,
        );
        assert_eq!((report.records, report.postings), (2, 1));
        assert_eq!(report.diagnoses.iter().next().map(|finding| finding.code), Some("missing-organization"));
        assert_eq!(report.coverage.percent(Field::DatePosted), 100);
        assert_eq!(report.coverage.percent(Field::Pay), 0);
        assert!(report.diagnoses.worst() == Some(Severity::Lost));
    }

    #[test]
    fn what_a_listing_would_refuse_is_found_as_a_build_finds_it() {
        let report = examined(
            r#"[{"identifier":1,"title":"Baker","hiringOrganization":"Acme"},
                {"identifier":2,"title":"Cook","hiringOrganization":"Acme","validThrough":"2026-07-01"}]"#,
        );
        let count = |code: &str| {
            let found = report.diagnoses.iter().find(|diagnosis| diagnosis.code == code);
            found.map(|diagnosis| (diagnosis.severity.name(), diagnosis.count))
        };
        assert_eq!(count("description-missing"), Some(("required", 1)), "a closed job is not marked up");
        assert_eq!(count("salary-missing"), Some(("note", 1)));
        assert_eq!(count("expired"), Some(("warning", 1)));
    }

    #[test]
    fn a_posting_is_compared_with_its_own_record() {
        let report = examined(
            "id,title,company,salary\n1,Baker,Acme,10 coins\n1,Baker,Globex,\n\u{a0} 2\u{200b},Cook,Acme,20 coins\n",
        );
        let words = report.diagnoses.iter().find(|diagnosis| diagnosis.code == "pay-in-words").expect("found");
        let examples: Vec<(&str, &str)> =
            words.examples.iter().map(|example| (example.record.as_str(), example.value.as_str())).collect();
        assert_eq!(examples, [("1", "10 coins"), ("2", "20 coins")]);
        assert_eq!(report.postings, 3);
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
        let whole = examine(contents.clone(), &IngestOptions::default(), day());
        let mut examination = Examination::new(IngestOptions::default(), day());
        examination.take(FeedContents { postings: Vec::new(), ..contents.clone() });
        for posting in contents.postings {
            examination.take(FeedContents { postings: vec![posting], kind: contents.kind, ..FeedContents::default() });
        }
        let codes: Vec<&str> = whole.diagnoses.iter().map(|diagnosis| diagnosis.code).collect();
        assert!(codes.contains(&"pay-in-words") && codes.contains(&"folded-duplicate"), "{codes:?}");
        assert_eq!(examination.finish(Extent::Whole), whole);
    }

    #[test]
    fn a_feed_that_breaks_off_is_found() {
        let report = examined(r#"[{"identifier":1,"title":"Baker","hiringOrganization":"Acme"}"#);
        assert_eq!(report.diagnoses.iter().next().map(|diagnosis| diagnosis.code), Some("breaks-off"));
    }
}
