//! The doctor beside a build: what can be said of feeds that are read for a site anyway, with nothing read or judged
//! twice.

use crate::{
    domain::{Date, JobId},
    feed::{FeedContents, FeedId},
    ingest::{Ingested, Intake},
    structured_data::Finding,
};

use super::{
    Diagnoses, FeedNames,
    diagnosis::Findings,
    look_at,
    symptoms::{self, Symptom},
};

/// What a build has shown so far.
#[derive(Default)]
pub struct Checkup {
    findings: Findings,
}

impl Checkup {
    /// Has `intake` judge what comes next, and looks on.
    pub fn take(&mut self, intake: &mut Intake, contents: FeedContents) {
        let of_rejection = || contents.rejections.first().map(|rejection| rejection.feed);
        let feed = contents.postings.first().map(|raw| raw.feed).or_else(of_rejection).unwrap_or_default();
        self.findings.add_columns(feed, &contents.unread);
        intake.take_beside(contents, symptoms::of_reading, &mut |posting, symptoms| {
            symptoms.into_iter().for_each(|symptom| self.findings.add(symptom, feed, &posting.id.0));
        });
    }

    /// Adds what the judge of structured data found on the pages of so many jobs, the first of which is named.
    pub fn add(&mut self, finding: &Finding, count: usize, job: &JobId) {
        self.findings.add_often(Symptom::of_markup(finding), count, FeedId::default(), &job.0);
    }

    /// All that is to be said of what was read, on the day `now`.
    pub fn finish(mut self, ingested: &Ingested, names: &FeedNames, now: Date) -> Diagnoses {
        for rejection in &ingested.rejections {
            self.findings.refuse(rejection, names);
        }
        for note in &ingested.days {
            self.findings.add(Symptom::of_day(note), note.feed, &note.id.0);
        }
        // Jobs without an origin were kept from an earlier build.
        let read = ingested.postings.get(..ingested.origins.len()).unwrap_or_default();
        look_at(read, |posting| symptoms::of_posting(posting, now), &mut |at, posting, symptoms| {
            let feed = ingested.origins.get(at).map(|origin| origin.feed).unwrap_or_default();
            symptoms.into_iter().for_each(|symptom| self.findings.add(symptom, feed, &posting.id.0));
        });
        self.findings.into_diagnoses(names)
    }
}
