//! The feed formats that can be read, by name.

use serde_json::Value;

use super::{
    arbeitnow, ashby, bamboo_hr, greenhouse, himalayas, jobicy, lever, native, network_jobs, personio, pinpoint,
    raw::RawPosting, recruitee, rejection::RejectionReason, remote_ok, remotive, rippling, smart_recruiters,
    source::Source, syndication, table, teamtailor, wire::Wire, workable, workday,
};

/// A source or format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeedKind {
    /// schema.org `JobPosting` as JSON, JSON Lines, or JSON-LD, also inside HTML pages.
    Native,
    /// Postings of a network of job boards: one flat object per line.
    NetworkJobs,
    /// Greenhouse's job board API.
    Greenhouse,
    /// Lever's postings API.
    Lever,
    /// Ashby's job board API.
    Ashby,
    /// Workable's widget API.
    Workable,
    /// Recruitee's careers API.
    Recruitee,
    /// SmartRecruiters' postings API, as a list or single postings.
    SmartRecruiters,
    /// Personio's XML of a career page.
    Personio,
    /// Teamtailor's JSON Feed.
    Teamtailor,
    /// Pinpoint's `postings.json`.
    Pinpoint,
    /// BambooHR's careers page, as a list or single openings.
    BambooHr,
    /// Rippling's job board API, as a list or single jobs.
    Rippling,
    /// Workday's career sites, as a list or single jobs.
    Workday,
    /// Remote OK, an aggregator.
    RemoteOk,
    /// Remotive, an aggregator.
    Remotive,
    /// Arbeitnow, an aggregator.
    Arbeitnow,
    /// Jobicy, an aggregator.
    Jobicy,
    /// Himalayas, an aggregator.
    Himalayas,
    /// RSS, Atom, and JSON Feed.
    Syndication,
    /// Flat records with column names: CSV, plain XML, flat JSON.
    Table,
}

impl FeedKind {
    /// All kinds in the order in which they are tried, the most specific first.
    pub const ALL: [Self; 21] = [
        Self::NetworkJobs,
        Self::Teamtailor,
        Self::Greenhouse,
        Self::Lever,
        Self::Ashby,
        Self::Workable,
        Self::Recruitee,
        Self::SmartRecruiters,
        Self::Pinpoint,
        Self::BambooHr,
        Self::Rippling,
        Self::Workday,
        Self::RemoteOk,
        Self::Remotive,
        Self::Arbeitnow,
        Self::Jobicy,
        Self::Himalayas,
        Self::Personio,
        Self::Syndication,
        Self::Table,
        Self::Native,
    ];

    /// The kind with this name on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        self.source().name
    }

    /// The first kind whose records look like this one.
    pub(super) fn recognized(record: &Value) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| match kind {
            Self::Table => table::recognizes(record),
            kind => kind.source().recognizes(record),
        })
    }

    /// The postings of one record: often one, sometimes several, sometimes none.
    pub(super) fn postings(self, wire: Wire<'_>) -> Result<Vec<RawPosting>, RejectionReason> {
        self.source().postings(wire)
    }

    fn source(self) -> &'static Source {
        match self {
            Self::Native => &native::SOURCE,
            Self::NetworkJobs => &network_jobs::SOURCE,
            Self::Greenhouse => &greenhouse::SOURCE,
            Self::Lever => &lever::SOURCE,
            Self::Ashby => &ashby::SOURCE,
            Self::Workable => &workable::SOURCE,
            Self::Recruitee => &recruitee::SOURCE,
            Self::SmartRecruiters => &smart_recruiters::SOURCE,
            Self::Teamtailor => &teamtailor::SOURCE,
            Self::Pinpoint => &pinpoint::SOURCE,
            Self::BambooHr => &bamboo_hr::SOURCE,
            Self::Rippling => &rippling::SOURCE,
            Self::Workday => &workday::SOURCE,
            Self::RemoteOk => &remote_ok::SOURCE,
            Self::Remotive => &remotive::SOURCE,
            Self::Arbeitnow => &arbeitnow::SOURCE,
            Self::Jobicy => &jobicy::SOURCE,
            Self::Himalayas => &himalayas::SOURCE,
            Self::Personio => &personio::SOURCE,
            Self::Syndication => &syndication::SOURCE,
            Self::Table => &table::SOURCE,
        }
    }
}
