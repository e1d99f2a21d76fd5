//! The doctor as part of a build: reports on feeds that are read for a site anyway, without reading anything twice.

use openroles_model::domain::Date;

use super::{
    Diagnoses, FeedNames,
    diagnosis::Findings,
    look_at,
    symptoms::{self, Symptom},
};
use crate::{
    feed::FeedContents,
    ingest::{Ingested, Intake},
};

/// Findings of a build so far.
#[derive(Default)]
pub struct Checkup {
    findings: Findings,
}

impl Checkup {
    /// Passes the contents on to `intake`, and records findings about them.
    pub fn take(&mut self, intake: &mut Intake, contents: FeedContents) {
        let of_rejection = || contents.rejections.first().map(|rejection| rejection.feed);
        let feed = contents.postings.first().map(|raw| raw.feed).or_else(of_rejection).unwrap_or_default();
        self.findings.add_columns(feed, &contents.unread);
        intake.take_beside(contents, symptoms::of_reading, &mut |posting, symptoms| {
            symptoms.into_iter().for_each(|symptom| self.findings.add(symptom, feed, &posting.id.0));
        });
    }

    /// Returns all findings as of the day `now`.
    pub fn finish(mut self, ingested: &Ingested, names: &FeedNames, now: Date) -> Diagnoses {
        for rejection in &ingested.rejections {
            self.findings.refuse(rejection, names);
        }
        for note in &ingested.days {
            self.findings.add(Symptom::of_day(note), note.feed, &note.id.0);
        }
        look_at(ingested, now, &mut |at, posting, symptoms| {
            let feed = ingested.origins.get(at).map(|origin| origin.feed).unwrap_or_default();
            symptoms.into_iter().for_each(|symptom| self.findings.add(symptom, feed, &posting.id.0));
        });
        self.findings.into_diagnoses(names)
    }
}
