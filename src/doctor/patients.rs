//! Several feeds examined together: each by its name, and what is wrong with all of them.

use crate::structured_data::Severity;

use super::{Diagnoses, Diagnosis, Report};

/// A feed by its name, and what it gave; or why it could not be read, without the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patient {
    /// The file or address, as it was given.
    pub name: String,
    /// What it gave.
    pub result: Result<Report, String>,
}

/// What several feeds gave, together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    /// The feeds, in the order they were given.
    pub patients: Vec<Patient>,
    /// What is wrong with them, worst first; a feed that could not be read is a finding like any other.
    pub diagnoses: Diagnoses,
}

impl Reports {
    /// Gathers what was found.
    pub fn of(patients: Vec<Patient>) -> Self {
        let mut diagnoses = Diagnoses::default();
        for Patient { name, result } in &patients {
            match result {
                Ok(report) => diagnoses.extend(report.diagnoses.clone(), name),
                Err(problem) => diagnoses.extend(unread(problem), name),
            }
        }
        Self { patients, diagnoses }
    }

    /// All of it in one sentence, without a full stop.
    pub fn summary(&self) -> String {
        let read = || self.patients.iter().filter_map(|patient| patient.result.as_ref().ok());
        let findings = match self.diagnoses.iter().count() {
            0 => "nothing is wrong".to_owned(),
            count => counted(count, "finding", "findings"),
        };
        let feeds = match self.patients.len() - read().count() {
            0 => counted(self.patients.len(), "feed", "feeds"),
            unread => format!("{}, {unread} unreadable", counted(self.patients.len(), "feed", "feeds")),
        };
        let records = counted(read().map(|report| report.records).sum(), "record", "records");
        let jobs = counted(read().map(|report| report.postings).sum(), "job", "jobs");
        format!("{feeds}: {records}, {jobs}, {findings}")
    }
}

fn unread(problem: &str) -> Diagnoses {
    let mut diagnoses = Diagnoses::default();
    let remedy = "check the path, its permissions, and that the export or download finished";
    let diagnosis = Diagnosis::new("unreadable-feed", Severity::Lost, remedy);
    diagnoses.add(diagnosis, "the whole feed", problem);
    diagnoses
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_how_many_there_are_of_each() {
        let patient = |result| Patient { name: "jobs.json".to_owned(), result };
        let read = patient(Ok(Report { records: 2, postings: 1, ..Report::default() }));
        let torn = patient(Err("the feed is empty".to_owned()));
        for (patients, expected) in [
            (vec![read.clone()], "1 feed: 2 records, 1 job, nothing is wrong"),
            (vec![read, torn], "2 feeds, 1 unreadable: 2 records, 1 job, 1 finding"),
        ] {
            assert_eq!(Reports::of(patients).summary(), expected);
        }
    }
}
