//! Ingest: turns raw postings into [`JobPosting`]s, or into rejections with a reason and a remedy.
//!
//! This is the only place that judges untrusted text: nothing downstream sees markup, control characters, unsafe links,
//! or an unread number. Each kind of value has its own file. This one orders the work, and keeps identifiers and paths
//! unique. It uses no files and no clock.

mod applicants;
mod apply;
mod clean;
mod dates;
mod days;
mod description;
mod duplicates;
mod earlier;
mod experience;
mod found_skills;
mod gazetteer;
mod glued;
mod guess;
mod identifiers;
mod inline;
mod known_skills;
mod lines;
mod links;
mod marker;
mod markup;
mod memory;
mod mojibake;
mod organization;
mod place;
mod place_draft;
mod place_names;
mod place_tokens;
mod place_words;
mod posting;
mod salary;
mod salary_words;
mod skill;
mod skill_beginnings;
mod skill_names;
mod skill_words;
mod slipped;
mod slugs;
mod title;
mod visa;
mod work;

use std::collections::{HashMap, HashSet};

use days::Days;
use duplicates::Offers;
use identifiers::Owner;
use memory::Memory;
use openroles_model::{
    domain::{Date, JobId, JobPosting, Organization, Slug},
    parallel,
};
use organization::Organizations;
use posting::Normalized;

use crate::feed::{FeedContents, FeedId, RawPosting, Rejection, RejectionReason};

pub use apply::{ApplyParameters, is_way_to_apply};
pub use dates::is_day;
pub use days::{DayNote, DayNoteKind};
pub use earlier::{EarlierJob, EarlierJobs, EarlierStanding, FeedsRead};
pub use guess::{Guess, GuessKind, Sureness};
pub use known_skills::is_known_skill;
pub use salary::states_pay;

/// Judges everything in a feed; keeps the feed's order.
pub fn ingest(contents: FeedContents, options: &IngestOptions) -> Ingested {
    let mut intake = Intake::new(options.clone());
    intake.take(contents);
    intake.finish(&EarlierJobs::default())
}

/// Judges postings while they are read. An earlier build may already have some of their jobs.
#[derive(Default)]
pub struct Intake {
    options: IngestOptions,
    memory: Memory,
    board: Admitted,
    /// Number of raw postings so far.
    count: usize,
    /// The day from which ages count, if their record doesn't state when it was made.
    today: Option<Date>,
}

impl Intake {
    /// An intake without postings, on no day; see [`Intake::on_day`].
    pub fn new(options: IngestOptions) -> Self {
        Self { options, ..Self::default() }
    }

    /// Sets the day from which ages such as "2 days ago" count. Without it, they stay unread, unless their record
    /// states when it was made.
    pub fn on_day(self, today: Date) -> Self {
        Self { today: Some(today), ..self }
    }

    /// Judges the next contents, and drops the raw postings.
    pub fn take(&mut self, contents: FeedContents) {
        self.take_beside(contents, |_raw, _posting, _guesses| (), &mut |_posting, ()| {});
    }

    /// Judges the next contents. `look` sees each record with its posting and the guesses about it, before the record
    /// is dropped, and before other records of the same job add to the posting. `keep` gets what `look` returned for the
    /// records that became jobs of their own, in the feed's order.
    pub fn take_beside<T: Send>(
        &mut self,
        contents: FeedContents,
        look: impl Fn(&RawPosting, &JobPosting, &[Guess]) -> T + Sync + Send,
        keep: &mut dyn FnMut(&JobPosting, T),
    ) {
        self.board.rejections.extend(contents.rejections);
        let mut postings = (self.count..).zip(contents.postings);
        loop {
            let batch: Vec<(usize, RawPosting)> = postings.by_ref().take(parallel::BATCH).collect();
            self.count += batch.len();
            if batch.is_empty() {
                return;
            }
            let judged = parallel::map(batch, |(at, mut raw)| {
                let moved = slipped::mend(&mut raw);
                let mut judged = posting::normalized(&raw, self.options.company.as_deref(), &self.memory);
                judged.iter_mut().for_each(|made| made.guesses.extend_from_slice(&moved));
                let seen = judged.as_ref().ok().map(|made| look(&raw, &made.posting, &made.guesses));
                (Origin { feed: raw.feed, at }, record(&raw), judged, seen)
            });
            for (origin, record, judged, seen) in judged {
                let known = self.board.postings.len();
                self.board.admit(origin, record, judged, &self.options);
                self.board.postings[known..].iter().zip(seen).for_each(|(posting, seen)| keep(posting, seen));
            }
        }
    }

    /// The numbers of postings and of rejected records so far. Both only grow, in reading order.
    pub fn counts(&self) -> (usize, usize) {
        (self.board.postings.len(), self.board.rejections.len())
    }

    /// All judged postings, with the identifiers and paths that the earlier build gave them.
    pub fn finish(self, earlier: &EarlierJobs) -> Ingested {
        self.board.finish(earlier, self.today)
    }
}

/// The operator's decisions about feeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IngestOptions {
    /// The employer of postings that don't name one; `None` rejects them.
    pub company: Option<String>,
    /// What happens to duplicate postings.
    pub duplicates: Duplicates,
}

/// What happens to a posting with the same contents as an earlier one, but another identifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// It is merged into the earlier one, which gets its places.
    #[default]
    Fold,
    /// Both are shown.
    Keep,
}

/// The result of judging feeds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ingested {
    /// The postings, with unique identifiers and slugs.
    pub postings: Vec<JobPosting>,
    /// Where the postings come from, in the same order.
    pub origins: Vec<Origin>,
    /// The companies that hire, sorted by slug, each once.
    pub organizations: Vec<Organization>,
    /// The records that were rejected, or merged into others.
    pub rejections: Vec<Rejection>,
    /// What to report about the postings' dates.
    pub days: Vec<DayNote>,
    /// Jobs whose posting date was computed from an age, such as "3 days ago".
    pub counted_days: HashSet<JobId>,
    /// Jobs of the earlier build that are missing because a feed couldn't be read in full. Their paths stay reserved.
    pub unread: Vec<JobId>,
}

impl Ingested {
    /// Adds jobs as an earlier build had them, each with its employer's page. They have no origin in the feeds.
    pub fn keep(&mut self, jobs: Vec<(JobPosting, Option<Organization>)>) {
        for (posting, organization) in jobs {
            self.postings.push(posting);
            let Some(organization) = organization else { continue };
            let at = self.organizations.binary_search_by(|known| known.slug.cmp(&organization.slug));
            if let Err(free) = at {
                self.organizations.insert(free, organization);
            }
        }
    }

    /// Removes past jobs, and companies without other jobs. Returns how many jobs it removed.
    pub fn leave_out(&mut self, is_past: impl Fn(&JobPosting) -> bool) -> usize {
        let count = self.postings.len();
        let stays: Vec<bool> = self.postings.iter().map(|posting| !is_past(posting)).collect();
        // Kept jobs have no origin, so there may be fewer origins.
        let (mut of_posting, mut of_origin) = (stays.iter(), stays.iter());
        self.postings.retain(|_| of_posting.next() == Some(&true));
        self.origins.retain(|_| of_origin.next() == Some(&true));
        let hiring: HashSet<&Slug> =
            self.postings.iter().filter_map(|posting| posting.hiring_organization.slug()).collect();
        self.organizations.retain(|organization| hiring.contains(&organization.slug));
        count - self.postings.len()
    }
}

/// Where a posting comes from. If several records were merged, this is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The feed that contains the record.
    pub feed: FeedId,
    /// The record's index among the raw postings of all feeds, from 0.
    pub at: usize,
}

/// A record judged alone: what it becomes, or what it lacks.
type Judged = Result<Normalized, RejectionReason>;

/// The record's name in messages.
fn record(raw: &RawPosting) -> String {
    clean::line(raw.id.as_ref().or(raw.url.as_ref()).unwrap_or(&raw.record), LONGEST_RECORD)
}

/// The postings that are accepted so far.
#[derive(Default)]
struct Admitted {
    postings: Vec<JobPosting>,
    origins: Vec<Origin>,
    /// Index of each posting by the feed's identifier and its owner.
    by_id: HashMap<(JobId, Owner), usize>,
    offers: Offers,
    organizations: Organizations,
    days: Days,
    rejections: Vec<Rejection>,
}

impl Admitted {
    fn admit(&mut self, origin: Origin, record: String, judged: Judged, options: &IngestOptions) {
        judged.iter().for_each(|judged| self.days.hear(origin.feed, &judged.days));
        if let Err(reason) = judged.and_then(|judged| self.try_admit(origin, judged, options)) {
            self.rejections.push(Rejection { feed: origin.feed, record, reason });
        }
    }

    fn try_admit(
        &mut self,
        origin: Origin,
        Normalized { posting, organization, guesses: _, days }: Normalized,
        options: &IngestOptions,
    ) -> Result<(), RejectionReason> {
        let key = (posting.id.clone(), Owner::of(&posting, origin.feed));
        if let Some(at) = self.by_id.get(&key).copied() {
            let (earlier, feed) = (&mut self.postings[at], self.origins[at].feed);
            if earlier.title != posting.title {
                return Err(RejectionReason::DuplicateIdentifier { earlier_title: earlier.title.clone(), feed });
            }
            self.offers.complete(at, earlier, posting);
            self.days.complete(at, earlier, days);
            return Err(RejectionReason::FoldedDuplicate { into: earlier.id.0.clone(), feed });
        }
        if options.duplicates == Duplicates::Fold
            && let Some((at, before)) = self.offers.fold(&mut self.postings, &posting)
        {
            self.days.fold(at, before, &mut self.postings[at], days);
            let (into, feed) = (self.postings[at].id.0.clone(), self.origins[at].feed);
            return Err(RejectionReason::FoldedDuplicate { into, feed });
        }
        self.by_id.insert(key, self.postings.len());
        self.days.add(self.postings.len(), days);
        self.postings.push(posting);
        self.origins.push(origin);
        organization.iter().for_each(|organization| self.organizations.merge(organization));
        Ok(())
    }

    fn finish(mut self, earlier: &EarlierJobs, today: Option<Date>) -> Ingested {
        let feeds: Vec<FeedId> = self.origins.iter().map(|origin| origin.feed).collect();
        identifiers::settle(&mut self.postings, &feeds, earlier);
        let (days, counted_days) = self.days.settle(&mut self.postings, &self.origins, earlier, today);
        let open: HashSet<&JobId> = self.postings.iter().map(|posting| &posting.id).collect();
        let unread = earlier.to_keep(&open);
        slugs::assign(&mut self.postings, &unread, earlier);
        skill::unify(&mut self.postings);
        self.organizations.name_alike(&mut self.postings);
        found_skills::add(&mut self.postings);
        Ingested {
            postings: self.postings,
            origins: self.origins,
            organizations: self.organizations.into_sorted(),
            rejections: self.rejections,
            days,
            counted_days,
            unread,
        }
    }
}

/// In characters. Longer names of records are cut in messages.
const LONGEST_RECORD: usize = 200;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod place_tests;
#[cfg(test)]
mod scraped_tests;
#[cfg(test)]
mod tests;
