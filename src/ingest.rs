//! Ingest: raw postings become [`JobPosting`]s, or rejections with a reason and a remedy.
//!
//! The one place where untrusted text is judged: nothing downstream sees markup, control characters, unsafe links or
//! a number that has not been read. Each kind of value has a file of its own; this one orders the work and keeps
//! identifiers and paths unique. It knows no files and no clock.

mod clean;
mod description;
mod duplicates;
mod experience;
mod gazetteer;
mod glued;
mod inline;
mod lines;
mod links;
mod marker;
mod markup;
mod mojibake;
mod organization;
mod place;
mod place_tokens;
mod place_words;
mod posting;
mod salary;
mod salary_words;
mod skill;
mod slugs;
mod title;
mod work;

use std::collections::HashMap;

use crate::{
    domain::{JobId, JobPosting, Organization},
    feed::{FeedContents, RawPosting, Rejection, RejectionReason},
    parallel,
};

use duplicates::Offers;
use organization::Organizations;
pub use skill::is_known_skill;

/// Judges everything a feed holds; the order of the feed is kept.
pub fn ingest(contents: FeedContents, options: &IngestOptions) -> Ingested {
    let mut board = Board { rejections: contents.rejections, ..Board::default() };
    let mut postings = contents.postings.into_iter();
    loop {
        let batch: Vec<RawPosting> = postings.by_ref().take(parallel::BATCH).collect();
        if batch.is_empty() {
            return board.finish();
        }
        let judged = parallel::map(batch, |raw| (record(&raw), posting::normalized(raw, options.company.as_deref())));
        judged.into_iter().for_each(|(record, judged)| board.admit(record, judged, options));
    }
}

/// What the operator decides about a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IngestOptions {
    /// Who hires where a posting does not say; without it such postings are rejected.
    pub company: Option<String>,
    /// What becomes of postings that say the same.
    pub duplicates: Duplicates,
}

/// What becomes of a posting that says what an earlier one says, under another identifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// Its places are added to the earlier one, and it is rejected as folded.
    #[default]
    Fold,
    /// Both are shown.
    Keep,
}

/// A judged feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ingested {
    /// The postings, identifiers and slugs unique.
    pub postings: Vec<JobPosting>,
    /// The companies that hire, by slug, each once.
    pub organizations: Vec<Organization>,
    /// The records that were refused.
    pub rejections: Vec<Rejection>,
}

/// A record judged by itself: a posting and, unless it is anonymous, its organization; or what it lacks.
type Judged = Result<(JobPosting, Option<Organization>), RejectionReason>;

/// What a record is called in messages.
fn record(raw: &RawPosting) -> String {
    clean::line(raw.id.as_ref().or(raw.url.as_ref()).unwrap_or(&raw.record), LONGEST_RECORD)
}

/// The board as it fills.
#[derive(Default)]
struct Board {
    postings: Vec<JobPosting>,
    by_id: HashMap<JobId, usize>,
    offers: Offers,
    organizations: Organizations,
    rejections: Vec<Rejection>,
}

impl Board {
    fn admit(&mut self, record: String, judged: Judged, options: &IngestOptions) {
        if let Err(reason) = judged.and_then(|judged| self.try_admit(judged, options)) {
            self.rejections.push(Rejection { record, reason });
        }
    }

    fn try_admit(
        &mut self,
        (posting, organization): (JobPosting, Option<Organization>),
        options: &IngestOptions,
    ) -> Result<(), RejectionReason> {
        if let Some(earlier) = self.by_id.get(&posting.id) {
            let earlier = &mut self.postings[*earlier];
            if !duplicates::is_same_posting(earlier, &posting) {
                return Err(RejectionReason::DuplicateIdentifier { earlier_title: earlier.title.clone() });
            }
            duplicates::complete(earlier, posting);
            return Err(RejectionReason::FoldedDuplicate { into: earlier.id.0.clone() });
        }
        if options.duplicates == Duplicates::Fold
            && let Some(into) = self.offers.fold(&mut self.postings, &posting)
        {
            return Err(RejectionReason::FoldedDuplicate { into });
        }
        self.by_id.insert(posting.id.clone(), self.postings.len());
        self.postings.push(posting);
        self.organizations.merge(organization);
        Ok(())
    }

    fn finish(mut self) -> Ingested {
        slugs::assign(&mut self.postings);
        skill::unify(&mut self.postings);
        self.organizations.name_alike(&mut self.postings);
        Ingested {
            postings: self.postings,
            organizations: self.organizations.into_sorted(),
            rejections: self.rejections,
        }
    }
}

/// Longer names of records are cut in messages, in characters.
const LONGEST_RECORD: usize = 200;

#[cfg(test)]
mod place_tests;
#[cfg(test)]
mod tests;
