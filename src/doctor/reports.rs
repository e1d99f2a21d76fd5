//! Several feeds examined together: each by its name, and what is wrong with all of them.

use super::{Diagnoses, FeedTally};

/// A feed by its name, and what it gave; or why it could not be read, without the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedReport {
    /// The file or address, as it was given.
    pub name: String,
    /// What it gave.
    pub result: Result<FeedTally, String>,
}

/// What several feeds gave, together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    /// The feeds, in the order they were given.
    pub feeds: Vec<FeedReport>,
    /// What is wrong with them, worst first; a feed that could not be read is a finding like any other.
    pub diagnoses: Diagnoses,
    /// The records with findings, in the order of the feeds; in each, those that are no posting come last.
    pub records: Vec<UnwellRecord>,
}

/// A record with findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnwellRecord {
    /// The posting's identifier; of a record that is none what it is called in messages.
    pub id: String,
    /// Its feed, by its position in [`Reports::feeds`].
    pub feed: usize,
    /// The codes of what was found, each once.
    pub findings: Vec<&'static str>,
}

impl Reports {
    /// All of it in one sentence, without a full stop.
    pub fn summary(&self) -> String {
        let read = || self.feeds.iter().filter_map(|feed| feed.result.as_ref().ok());
        let findings = match self.diagnoses.iter().count() {
            0 => "nothing is wrong".to_owned(),
            count => counted(count, "finding", "findings"),
        };
        let feeds = match self.feeds.len() - read().count() {
            0 => counted(self.feeds.len(), "feed", "feeds"),
            unread => format!("{}, {unread} unreadable", counted(self.feeds.len(), "feed", "feeds")),
        };
        let records = counted(read().map(|report| report.records).sum(), "record", "records");
        let jobs = counted(read().map(|report| report.postings).sum(), "job", "jobs");
        format!("{feeds}: {records}, {jobs}, {findings}")
    }
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_how_many_there_are_of_each() {
        let feed = |result| FeedReport { name: "jobs.json".to_owned(), result };
        let read = feed(Ok(FeedTally { records: 2, postings: 1, ..FeedTally::default() }));
        let torn = feed(Err("the feed is empty".to_owned()));
        for (feeds, expected) in [
            (vec![read.clone()], "1 feed: 2 records, 1 job, nothing is wrong"),
            (vec![read, torn], "2 feeds, 1 unreadable: 2 records, 1 job, nothing is wrong"),
        ] {
            assert_eq!(Reports { feeds, diagnoses: Diagnoses::default(), records: Vec::new() }.summary(), expected);
        }
    }
}
