//! What the history records about one job, and how the next build carries it on.

use openroles_engine::index::BuildNumber;
use openroles_feeds::feed::FeedId;
use openroles_model::domain::{Date, JobId, JobPosting, Organization, Slug};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::{SiteError, json};

/// What is recorded about a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Remembered {
    /// Slug of the job's page.
    pub(super) slug: Slug,
    /// Slug of the hiring company, if it has a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) company: Option<Slug>,
    /// Feed of the job; `None` if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) feed: Option<FeedId>,
    /// Checksum of everything the page states about the job and its company.
    content: u64,
    /// First day on which the page had this checksum.
    pub(super) changed: Date,
    /// First build that had the job.
    pub(super) first_seen: BuildNumber,
    /// Day on which the job was missing from its feed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) closed: Option<Date>,
    /// Day on which the job was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) posted: Option<PostedDay>,
    /// How the day on which it was posted has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) moves: Option<DateMoves>,
    /// Where the site has the values of the job's page.
    #[serde(default, skip_serializing_if = "ValuesIn::is_page")]
    pub(super) values: ValuesIn,
    /// Similar jobs that the page lists, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) similar: Vec<SimilarRef>,
}

/// Checksum of a job's identifier, short because each job has twelve. If two jobs of a board have the same, the worst is
/// that a list of similar jobs keeps the wrong one, which has to be nearly as good to stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct SimilarRef(u32);

impl SimilarRef {
    pub(super) fn of(id: &JobId) -> Self {
        Self(xxh3_64(id.0.as_bytes()) as u32)
    }
}

/// Day on which a job was posted. It is kept because a feed may state only an age, which would give another day on every
/// build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PostedDay {
    /// The feed states the day.
    Stated(Date),
    /// A build computed the day from an age, such as "3 days ago".
    Counted(Date),
}

/// How a feed has changed the day on which a job was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct DateMoves {
    /// Number of changes; at least 1.
    pub(super) count: u32,
    /// Day before the first change.
    from: Date,
    /// Day after the last change.
    to: Date,
}

/// Where a site has the values of a job's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ValuesIn {
    /// In the page.
    #[default]
    Page,
    /// In a packed file.
    Packed,
    /// The site has only an index.
    Nowhere,
}

/// What a job's page states, as input for its history.
pub(super) struct Stated<'a> {
    /// The job.
    pub(super) posting: &'a JobPosting,
    /// Hiring company, if it has a page.
    pub(super) organization: Option<&'a Organization>,
    /// Feed of the job; `None` to keep the recorded one.
    pub(super) feed: Option<FeedId>,
    /// Day on which the job was missing from its feed; `None` while the feed has it.
    pub(super) closed: Option<Date>,
    /// Where the day on which it was posted comes from.
    pub(super) dating: Dating,
}

/// Where the day on which a job was posted comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dating {
    /// From the feed.
    Stated,
    /// From an age that the feed states.
    Counted,
    /// From the earlier site, because the feed wasn't read or doesn't have the job.
    AsRecorded,
}

impl Remembered {
    /// Record of a job after `build`. `known` is the record before it. A page with another checksum than before changed on
    /// the day `changed`.
    pub(super) fn of(
        stated: &Stated<'_>,
        known: Option<&Self>,
        changed: Date,
        build: BuildNumber,
    ) -> Result<Self, SiteError> {
        let Stated { posting, organization, feed, closed, .. } = stated;
        let content = xxh3_64(&json("history", &(posting, organization))?);
        let posted = stated.posted_day(known);
        Ok(Self {
            slug: posting.slug.clone(),
            company: posting.hiring_organization.slug().cloned(),
            feed: feed.or_else(|| known?.feed),
            content,
            changed: known.filter(|known| known.content == content).map_or(changed, |known| known.changed),
            first_seen: known.map_or(build, |known| known.first_seen),
            closed: *closed,
            posted,
            moves: known.and_then(|known| known.moves_with(posted)),
            values: ValuesIn::default(),
            // The page of a closed job shows what it showed when the job was open.
            similar: known.filter(|_| closed.is_none()).map(|known| known.similar.clone()).unwrap_or_default(),
        })
    }

    /// Changes of the day on which the job was posted, if it is `posted` now. A counted day never counts as changed.
    fn moves_with(&self, posted: Option<PostedDay>) -> Option<DateMoves> {
        match (self.posted, posted) {
            (Some(PostedDay::Stated(before)), Some(PostedDay::Stated(now))) if before != now => {
                let (count, from) = self.moves.map_or((0, before), |moves| (moves.count, moves.from));
                Some(DateMoves { count: count.saturating_add(1), from, to: now })
            }
            _ => self.moves,
        }
    }
}

impl Stated<'_> {
    fn posted_day(&self, known: Option<&Remembered>) -> Option<PostedDay> {
        let was_counted = || matches!(known.and_then(|known| known.posted), Some(PostedDay::Counted(_)));
        let is_counted = match self.dating {
            Dating::Stated => false,
            Dating::Counted => true,
            Dating::AsRecorded => was_counted(),
        };
        self.posting.date_posted.map(if is_counted { PostedDay::Counted } else { PostedDay::Stated })
    }
}

impl PostedDay {
    /// The day.
    pub(super) fn day(self) -> Date {
        match self {
            Self::Stated(day) | Self::Counted(day) => day,
        }
    }
}

impl ValuesIn {
    fn is_page(&self) -> bool {
        *self == Self::Page
    }
}

#[cfg(test)]
pub(super) mod fixture {
    use openroles_feeds::{
        feed,
        ingest::{IngestOptions, ingest},
    };
    use openroles_model::domain::JobPosting;

    /// A job with this text that was posted on this day.
    pub(in crate::site) fn posting(text: &str, posted: &str) -> JobPosting {
        let feed = format!(
            r#"[{{"id": "1", "title": "Engineer", "company": "Acme", "description": "{text}", "datePosted": "{posted}"}}]"#
        );
        let contents = feed::read(feed.as_bytes(), None).expect("a feed");
        ingest(contents, &IngestOptions::default()).postings.remove(0)
    }
}

#[cfg(test)]
mod tests {
    use super::{fixture::posting, *};

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    #[test]
    fn a_date_has_moved_when_a_feed_states_another_and_never_when_it_was_counted() {
        let mut known: Option<Remembered> = None;
        for (build, (now, posted, dating, count)) in (1..).map(BuildNumber).zip([
            ("2026-11-10", "2026-11-08", Dating::Stated, 0),
            ("2026-11-11", "2026-11-08", Dating::Stated, 0),
            ("2026-11-12", "2026-11-12", Dating::Stated, 1),
            ("2026-11-13", "2026-11-12", Dating::AsRecorded, 1),
            ("2026-11-14", "2026-11-14", Dating::Stated, 2),
            ("2026-11-15", "", Dating::Stated, 2),
            ("2026-11-16", "2026-11-16", Dating::Stated, 2),
            ("2026-11-17", "2026-11-13", Dating::Counted, 2),
            ("2026-11-18", "2026-11-14", Dating::Counted, 2),
            ("2026-11-19", "2026-11-14", Dating::AsRecorded, 2),
            ("2026-11-20", "2026-11-20", Dating::Stated, 2),
            ("2026-11-21", "2026-11-01", Dating::Stated, 3),
        ]) {
            let posting = posting("Build.", posted);
            let stated = Stated { posting: &posting, organization: None, feed: None, closed: None, dating };
            let record = Remembered::of(&stated, known.as_ref(), day(now), build).expect("json");
            assert_eq!(record.moves.map_or(0, |moves| moves.count), count, "{now}");
            assert_eq!(record.first_seen, BuildNumber::FIRST, "{now}");
            known = Some(record);
        }
        let moves = known.and_then(|record| record.moves).expect("it moved");
        assert_eq!((moves.from, moves.to), (day("2026-11-08"), day("2026-11-01")));
    }
}
