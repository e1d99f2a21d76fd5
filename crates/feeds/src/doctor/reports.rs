//! Report on several feeds that were examined together.

use openroles_model::findings::FindingCode;

use super::{Diagnoses, FeedTally};

/// One feed's name, and its counts or the reason why it couldn't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedReport {
    /// File or address as given.
    pub name: String,
    /// Counts, or a message that doesn't repeat the name.
    pub result: Result<FeedTally, String>,
}

/// Report on several feeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    /// Feeds in the given order.
    pub feeds: Vec<FeedReport>,
    /// Findings, most severe first, including feeds that couldn't be read.
    pub diagnoses: Diagnoses,
    /// Records with findings, in the order of the feeds; within a feed, rejected records come last.
    pub records: Vec<UnwellRecord>,
}

/// Record with findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnwellRecord {
    /// Identifier of the posting, or a description of a rejected record, as used in messages.
    pub id: String,
    /// Index into [`Reports::feeds`].
    pub feed: usize,
    /// Codes of the findings, in the order of their names, without repetition.
    pub findings: Vec<FindingCode>,
}

impl Reports {
    /// Summary in one sentence, without a final period.
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
