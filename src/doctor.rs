//! The doctor: what a feed holds, what becomes of it, and what is wrong with it, each with its remedy.
//!
//! In go feeds as bytes made them, out comes a [`Report`] for people and machines. It judges by comparing what a
//! record says with the posting it became; it changes nothing, and knows no files and no terminal.

mod coverage;
mod finding;
mod symptoms;

use std::collections::{BTreeMap, HashMap};

use crate::{
    domain::{Date, JobPosting},
    feed::{FeedContents, FeedKind, RawPosting, Rejection},
    ingest::{IngestOptions, ingest},
};

pub use coverage::{Coverage, Field, table};
pub use finding::{Example, Finding, Findings, Severity};

/// What one feed gave.
#[derive(Clone, Debug, Default)]
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
    pub findings: Findings,
}

/// Examines a feed as it would be built on the day `now`.
pub fn examine(contents: FeedContents, options: &IngestOptions, now: Date) -> Report {
    let kind = contents.kind;
    let records = contents.postings.len() + contents.rejections.len();
    let raws: HashMap<String, RawPosting> =
        contents.postings.iter().filter_map(|raw| Some((key(raw)?, raw.clone()))).collect();
    let ingested = ingest(contents, options);
    let mut report = Report { kind, records, postings: ingested.postings.len(), ..Report::default() };
    for rejection in &ingested.rejections {
        report.refuse(rejection);
    }
    for posting in &ingested.postings {
        report.coverage.add(posting);
        report.judge(posting, raws.get(&posting.id.0), now);
    }
    report.findings.sort();
    report
}

impl Report {
    fn refuse(&mut self, rejection: &Rejection) {
        *self.refused.entry(rejection.reason.code()).or_default() += 1;
        let severity = if rejection.reason.is_harmless() { Severity::Note } else { Severity::Lost };
        let finding = Finding::new(rejection.reason.code(), severity, rejection.reason.remedy());
        self.findings.add(finding, &rejection.record, &rejection.reason.to_string());
    }

    /// What is odd about a posting and the record it came from. Whether search engines would take it is for the
    /// judge of structured data, whose verdicts are findings, too.
    fn judge(&mut self, posting: &JobPosting, raw: Option<&RawPosting>, now: Date) {
        for (finding, value) in symptoms::of_posting(posting, now) {
            self.findings.add(finding, &posting.id.0, &value);
        }
        for (finding, value) in raw.into_iter().flat_map(|raw| symptoms::of_reading(raw, posting)) {
            self.findings.add(finding, &posting.id.0, &value);
        }
    }
}

/// The identifier a record is known by afterwards.
fn key(raw: &RawPosting) -> Option<String> {
    raw.id.as_ref().or(raw.url.as_ref()).map(|id| id.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed;

    fn examined(feed: &str) -> Report {
        let contents = feed::read(feed.as_bytes(), None).expect("a readable feed");
        examine(contents, &IngestOptions::default(), Date::parse("2026-08-01").expect("a day"))
    }

    fn check(fields: &str, expected: &[&str]) {
        let feed =
            format!(r#"[{{"@type":"JobPosting","identifier":1,"title":"Baker","hiringOrganization":"Acme"{fields}}}]"#);
        let report = examined(&feed);
        let found: Vec<String> = report
            .findings
            .iter()
            .map(|finding| format!("{} {} {:?}", finding.severity.name(), finding.code, finding.examples[0].value))
            .collect();
        assert_eq!(found, expected, "{fields}");
        assert!(report.findings.iter().all(|finding| !finding.remedy.is_empty() && !finding.remedy.ends_with('.')));
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
        assert_eq!(report.findings.iter().next().map(|finding| finding.code), Some("missing-organization"));
        assert_eq!(report.coverage.percent(Field::DatePosted), 100);
        assert_eq!(report.coverage.percent(Field::Pay), 0);
        assert!(report.findings.worst() == Some(Severity::Lost));
    }
}
